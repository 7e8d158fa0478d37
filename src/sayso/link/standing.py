"""What a text tells beside a name: the ranks and offices of a person, and the countries among which a bare "the army" is one's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.known.name_words import name_words
from sayso.lang.language import Language, language_of, languages, load_language
from sayso.lang.told_states import told_states
from sayso.link.names import fold
from sayso.records.claim import Finding, Mention
from sayso.records.document import Document

if TYPE_CHECKING:
    from sayso.link.named import Named

LOOK_BACK = 80
"""Code points before a name in which its ranks and offices are looked for."""
MAIN = 2
"""A country is one of those that a text is about from this part of the mentions on that the first of them has."""
CAPITALS = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)?")
"""A word or two with capitals, as names of countries are written."""
BARE_KINDS = frozenset({"government_body", "other"})


@cache
def _ranks() -> tuple[frozenset[str], ...]:
    """The words of ranks and offices, those of courtesy, of low and of high ones, and those before given names, in all languages."""
    tables = [load_language(code).rules("actors") for code in languages()]
    lists = (("ranks", "offices", "before_given"), ("courtesy",), ("junior",), ("senior",), ("before_given",))
    return tuple(frozenset(word for table in tables for key in keys for word in table[key]) for keys in lists)


def without_ranks(folded: Sequence[str]) -> tuple[str, ...]:
    """The words of a person's folded name without the ranks and offices before it."""
    told, ranks = tuple(folded), _ranks()[0]
    while len(told) > 1 and told[0] in ranks:
        told = told[1:]
    return told


def ranks_told(name: str, beside: Iterable[str], text: str, mentions: Iterable[Mention], language: Language) -> frozenset[str]:
    """The ranks and offices, in small letters and written out, that stand in a person's name and right before it; none of courtesy.

    `beside` are the descriptions beside his name ("president of the country").
    """
    ranks, courtesy, _, _, given = _ranks()
    small = language.grammar.belonging | language.grammar.purpose | language.grammar.joining | language.grammar.definite
    whole, bodies = language.rules("actors")["short_ranks"], language.rules("actors")["body_heads"]
    told = {word for one in (name, *beside) for word in _plain(one) if word in ranks}
    for mention in mentions:
        before, behind = text[max(0, mention.span.start - LOOK_BACK) : mention.span.start] if mention.named else "", ""
        for written in reversed(before.rpartition("\n\n")[2].split()):
            word = written.lower().strip(".,")
            if word in ranks and not (word in given and written.islower()):  # "his brother Otto Brand" has no rank
                told.update([word] if behind not in bodies else [])  # "the General Command" is no general
            elif not (written[:1].isupper() or word in small) or written[-1] in ";:!?":
                break
            behind = word
    return frozenset(rank for word in told - courtesy for rank in whole.get(word, (word,)))


def _plain(name: str) -> list[str]:
    return [word.lower().strip(".") for word in name.split()]


def at_odds(one: Named, other: Named) -> bool:
    """Whether two persons hardly are one by what they are: a captain and a minister."""
    _, _, junior, senior, _ = _ranks()
    low, high = one.ranks, other.ranks
    return any(bool(a) and a <= junior and not b.isdisjoint(senior) for a, b in ((low, high), (high, low)))


def lands_told(text: str, finding: Finding, country_of: Callable[[str], str]) -> frozenset[str]:
    """The countries, as ISO codes, that a text mostly speaks of: by their names and adjectives in it, and by the places of its events."""
    told: Counter[str] = Counter()
    for run, count in Counter(CAPITALS.findall(text)).items():
        words = run.split()
        whole = country_of(run)
        told.update({whole: count} if whole else Counter({land: count for word in words if (land := country_of(word))}))
    told.update(slot.place.country for claim in finding.claims for slot in claim.slots if slot.place)
    most = max((count for land, count in told.items() if land), default=0)
    return frozenset(land for land, count in told.items() if land and MAIN * count >= most)


def with_told_states(document: Document, finding: Finding, country_of: Callable[[str], str]) -> Callable[[str], str]:
    """Gives the codes of countries, and for those that only a text itself shows to be such their names in capitals."""
    packed = {mention.text for mention in finding.mentions if mention.pack}
    told = told_states(document.text, language_of(document.language), lambda word: country_of(word) or word in packed)
    codes = {fold(word): name.upper() for word, name in told.items()}
    return (lambda word: country_of(word) or codes.get(word.lower(), "")) if codes else country_of


def is_states_own(one: Named, country_of: Callable[[str], str], language: Language) -> bool:
    """Whether a name is one that a body of any state may bear: "the army", "the Foreign Ministry", not "the Ruritanian army"."""
    table = language.rules("governing")
    told = {*one.words} - {*table["plain"]}
    bare = (len(told) == 1 and not told.isdisjoint(table["own"])) or not told.isdisjoint(table["offices"]) or one.folded in table["bare"]
    return bare and one.kind in BARE_KINDS and not one.pack and not any(map(country_of, one.words))


@cache
def _organs(code: str) -> tuple[tuple[str, str], ...]:
    """The words for a state's bodies with the one by which all words for it are compared, longer words first."""
    table = load_language(code).rules("governing")
    told = {(fold(word), organ) for key in ("organs", "men") for organ, words in table[key].items() for word in words}
    return tuple(sorted(told, key=lambda pair: (-len(pair[0]), pair)))


def organ_of(folded: str, country_of: Callable[[str], str], language: Language) -> str:
    """A body of a state as country and organ ("Ruritanian navy", "naval forces of Ruritania"); empty for other names."""
    belonging = language.grammar.belonging | name_words().inner
    for word, organ in _organs(language.code):
        if word not in folded:
            continue  # most names hold none, and each is asked for all
        if folded.endswith(f" {word}"):
            land = country_of(folded.removesuffix(f" {word}"))
        elif behind := [of for of in belonging if folded.startswith(f"{word} {of} ")]:
            land = country_of(_without_article(folded.removeprefix(f"{word} {max(behind, key=len)} "), language))
        else:
            continue
        return f"{land} {organ}" if land else ""
    return ""


def bare_organ(folded: str, language: Language) -> str:
    """The word by which all words for a state's body are compared, of a name that is no more than one ("the armed forces"); else empty."""
    return next((organ for word, organ in _organs(language.code) if word == folded), "")


@cache
def _matters(code: str) -> dict[str, str]:
    """What offices are for, by each of its words."""
    table = load_language(code).rules("governing")["matters"]
    return {word: matter for matter, words in table.items() for word in words}


def office_of(folded: str, country_of: Callable[[str], str], language: Language) -> str:
    """A ministry as country, matter and office ("Ruritania's defence ministry", "Ministry of National Defence"); empty for other names."""
    words, belonging = _without_article(folded, language).split(), language.grammar.belonging
    office = next((word for word in language.rules("governing")["offices"] if word in words), "")
    if not office:
        return ""
    rest, land = [word for word in words if word != office], ""
    for size in (2, 1):
        before, behind = " ".join(rest[:size]), " ".join(rest[-size:])
        if len(rest) > size and not land and (land := country_of(before)):
            rest = rest[size:]
        elif len(rest) > size + 1 and rest[-size - 1] in belonging and not land and (land := country_of(behind)):
            rest = rest[: -size - 1]
    matter = _matters(language.code).get(" ".join(word for word in rest if word not in belonging), "")
    return " ".join(word for word in (land, matter, office) if word) if matter else ""


def _without_article(folded: str, language: Language) -> str:
    """A folded name without the articles inside it: "ministry of the interior"."""
    return " ".join(word for word in folded.split() if word not in language.grammar.definite)
