"""What kind of actor a name bears by the other names of its document: parts of full names, names of bodies with and without their noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.known.name_words import name_words
from sayso.lang.language import Language

GUESSED = frozenset({"other", "state", "person", "ethnic_group"})
"""Kinds that may rest on the parser's label alone, which is often wrong for names that it has never seen."""
FIRMS = frozenset({"company", "other"})
"""Kinds of bodies whose names may end with the line of a business."""
PARTED = frozenset({"armed_group", "other"})
"""Kinds of bodies of whose long names texts leave words out."""
LONG = 3
"""Words that a name has at least that is shortened so."""
TELLING = 4
"""Letters that a firm's name of one word has at least."""
FULL = (2, 4)
"""How few and how many words a person's full name has."""


class Forms:
    """The words by which the names of bodies and of persons are told from each other in a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("actors")
        kinds = [word for words in table["kind_words"].values() for word in words]
        self.openings = frozenset(table["armed_openings"])
        self.nouns = frozenset(kinds) | frozenset(table["body_heads"])
        self.lines = frozenset(table["lines_of_business"])
        joining = "|".join(sorted(name_words().joining))
        self._joined = re.compile(rf"([A-Z][\w’']+)-(?:{joining})[ -][A-Z]")

    def kinds(self, settled: Mapping[str, str], sure: frozenset[str]) -> dict[str, str]:
        """The names that are of another kind than it seems, each with that kind. `settled` gives the kind of each name, as it is written.

        `sure` are the names whose kind nothing corrects: those that packs know, and countries.
        """
        doubted = [name for name in settled if settled[name] in GUESSED and name not in sure and not self._is_body(name)]
        firsts = self._first_words(settled)
        armed = self._after_opening(settled)
        kinds = {name: "armed_group" if bare(name) in armed else firsts.get(name) for name in doubted}
        known = {**settled, **{name: kind for name, kind in kinds.items() if kind}}
        alone = {name for name in doubted if known[name] == "person" and " " not in name}
        known |= {name: "person" for name in doubted if not alone.isdisjoint(self._ends(name))}
        parts = {part for name, kind in known.items() if kind == "person" for part in self._parts(name)}
        known |= {name: "person" for name in doubted if name in parts and known[name] == settled[name]}
        return {name: kind for name, kind in known.items() if kind != settled[name]}

    def _ends(self, name: str) -> list[str]:
        """The first and the last word of what may be a person's full name; none of other names."""
        words = re.sub(r" [\"“‘][^\"“”‘’]+[\"”’](?= )", "", name).split()  # Otto "the Fox" Brand
        full = FULL[0] <= len(words) <= FULL[1] and self._persons_words(words)
        return [words[0], words[-1]] if full else []

    def _is_body(self, name: str) -> bool:
        return not self.nouns.isdisjoint(name.lower().split())

    def _persons_words(self, words: Sequence[str]) -> bool:
        return all(word[:1].isupper() and not word.isupper() for word in words) and words[0].lower() not in name_words().plural

    def _parts(self, name: str) -> list[str]:
        """The words of a full name by which a person may be called alone."""
        words = name.split()
        return [words[0], words[-1]] if len(words) > 1 and words[0].lower() not in name_words().kunyas else words[-1:]

    def _after_opening(self, settled: Mapping[str, str]) -> set[str]:
        """The names of armed groups, bare, behind the noun for such groups with which they begin: "harra" of "Liwa al-Harra"."""
        parted = (full.partition(" ") for full, kind in settled.items() if kind == "armed_group")
        return {bare(rest) for first, _, rest in parted if rest and first.lower() in self.openings}

    def _first_words(self, settled: Mapping[str, str]) -> dict[str, str]:
        """The first words by which bodies may be called alone, with their kinds: "Harrat" of "Harrat-e Dol", "Corva" of "Corva Shipping".

        None is the family name of a person too.
        """
        found = {}
        for full, kind in settled.items():
            first, _, rest = full.partition(" ")
            firm = kind in FIRMS and rest and self.lines.issuperset(rest.lower().split())
            joined = self._joined.match(full) if kind not in GUESSED - {"other"} else None
            if firm or joined:
                found[joined[1] if joined else first] = kind
        families = {full.split()[-1] for full, kind in settled.items() if kind == "person" and " " in full}
        return {word: kind for word, kind in found.items() if word not in families}


class Shorter:
    """What a text may call a body by some words of its name, so that they are looked for where the parser sees no name."""

    def __init__(self, language: Language) -> None:
        table = language.rules("actors")
        self.men = frozenset((*table["own_men"], *table["whole"]))
        counts = (*language.rules("numbers")["values"], *table["of_several"])
        self.lines, self.other = frozenset(table["lines_of_business"]), frozenset((*table["making_another"], *counts))

    def of(self, name: str, kind: str) -> Iterator[str]:
        """The short forms of a body's name.

        It may lose the noun behind two words ("Desert Wind" of its Forces), or the word before two ("Unity Front"); a firm is also called
        by its first word.
        """
        words = name.split()
        first, last = words[0].lower(), words[-1].lower()
        if kind in FIRMS and len(words) > 1 and self.lines.issuperset(name.lower().split()[1:]) and len(first) >= TELLING:
            yield words[0]
        if len(words) < LONG or kind not in PARTED or not all(word[:1].isupper() for word in words):
            return
        if kind == "armed_group" and last in self.men:
            yield " ".join(words[:-1])
        if first not in self.other:
            yield " ".join(words[1:])


def bare(name: str) -> str:
    """A name in small letters without an article of its own language before it: "al-Harra", "Los Halcones"."""
    words = name.lower().replace("-", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in name_words().leading else words)
