"""The rules of the table `nouns` of a language's `ties`: which tie a noun for an office, a role or a part tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from sayso.lang.language import Language


@dataclass(frozen=True, slots=True, eq=False)
class NounRule:
    """One line of the table: nouns, the tie of who bears them (the holder) to what they belong to (the body)."""

    predicate: str
    prepositions: frozenset[str]
    holder_kinds: frozenset[str]
    body_kinds: frozenset[str]
    place: str
    flip: bool
    compound: bool
    deputy: str | None
    former: str | None
    portfolio: bool
    section: str | None
    sole: str | None
    placed: str | None
    national: frozenset[str]
    unnamed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Role:
    """A role noun at its words: `first` to `last`, and the words before it that belong to its phrase."""

    rule: NounRule
    first: Token
    last: Token
    before: tuple[Token, ...]
    noun: str

    @property
    def several(self) -> bool:
        """Whether the noun is in the plural; "chargé d'affaires" is not."""
        return self.last.tag_ == "NNS" and (self.first == self.last or self.last.lower_ != self.noun)

    @property
    def top(self) -> Token:
        """The word under which the others hang: "commander" of "commander-in-chief", else the last one."""
        return self.first if self.first.is_ancestor(self.last) else self.last


@cache
def noun_rules(language: Language) -> Mapping[str, list[tuple[tuple[str, ...], NounRule]]]:
    """The rules of a language's table by the last word of their noun, longer nouns first."""
    rules: dict[str, list[tuple[tuple[str, ...], NounRule]]] = {}
    for row in language.rules("ties")["nouns"]:
        rule = NounRule(
            row["predicate"], frozenset(row.get("of", language.grammar.belonging)),
            frozenset(row.get("holder", ())), frozenset(row.get("body", ())),
            row.get("ends", "actor"), bool(row.get("flip")), bool(row.get("compound", True)), row.get("deputy"),
            row.get("former", row["predicate"]), bool(row.get("portfolio")), row.get("section"), row.get("sole"), row.get("placed"),
            frozenset(row.get("national", ())), bool(row.get("unnamed")),
        )  # fmt: skip
        for noun in row["noun"]:
            words = tuple(str(noun).split())
            rules.setdefault(words[-1], []).append((words, rule))
    return {last: sorted(rows, key=lambda row: -len(row[0])) for last, rows in rules.items()}


@cache
def longer_nouns(language: Language) -> Mapping[str, list[tuple[str, ...]]]:
    """The nouns of several words by their first one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in (words for rows in noun_rules(language).values() for words, _ in rows if len(words) > 1):
        found.setdefault(words[0], []).append(words)
    return found
