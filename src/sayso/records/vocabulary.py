"""The project's words, typed: incident types with their questions, acts, slots, ties and all closed lists of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

import msgspec

from sayso.records.claim import Act, Polarity
from sayso.records.dispute import DisputeKind

FILE = Path(__file__).with_name("vocabulary.yml")
QuestionRule = Literal["stance", "arrival", "value"]
_Entry = Mapping[str, object]

VIOLENT = frozenset({"fire", "blast", "fighting", "intrusion", "seizure_of_people", "poison", "property"})
"""Families of incident types that are violent deeds."""
OTHER = "other_event"
"""The incident type of what no other type is a word for."""
REPORT_DAY = "report_day"
"""The detail of an event that is no more than the only day of which its report tells."""


@dataclass(frozen=True, slots=True)
class Question:
    """One column of an incident's matrix.

    `rule` says how a cell is filled: "stance" yes or no by polarity, "arrival" the same where one of `slots` is given,
    "value" what `slots` say (the first that a claim has). `dispute` is the kind of a dispute on it.
    """

    key: str
    label: str
    rule: QuestionRule
    slots: tuple[str, ...]
    dispute: DisputeKind


@dataclass(frozen=True, slots=True)
class IncidentType:
    """One kind of event. `physical` is whether it happens on the ground; `maps` gives its name in other standards."""

    key: str
    label: str
    definition: str
    physical: bool
    questions: tuple[Question, ...]
    families: tuple[str, ...]
    maps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Types under which different writers tell one event."""

    key: str
    label: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A tie between two actors, or an actor and a place. `inverse` reads it from the object's side; empty for symmetric ones."""

    key: str
    family: str
    phrase: str
    inverse: str
    symmetric: bool
    source: str


@dataclass(frozen=True, slots=True)
class ActWord:
    """What a voice does by saying something. `phrase` names it in our sentences; `polarity` is its usual stance."""

    key: Act
    label: str
    phrase: str
    polarity: Polarity
    definition: str
    source: str


@dataclass(frozen=True, slots=True)
class SlotWord:
    """A detail that a claim may have. `holds` says what it is understood to be, `kinds` in which kinds of claim it stands."""

    key: str
    holds: str
    kinds: tuple[str, ...]
    definition: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words, by key and in the order of vocabulary.yml. `terms` maps a list's name to its values and their definitions.

    `disputed` are questions that are no column of a matrix, with names of what is filled in between braces.
    """

    version: str
    acts: Mapping[str, ActWord]
    terms: Mapping[str, Mapping[str, str]]
    slots: Mapping[str, SlotWord]
    questions: Mapping[str, Question]
    disputed: Mapping[str, str]
    families: Mapping[str, Family]
    incident_types: Mapping[str, IncidentType]
    predicates: Mapping[str, Predicate]

    def near(self, one: str, other: str) -> bool:
        """Whether two incident types may be one event told in two ways."""
        return one == other or any(one in family.types and other in family.types for family in self.families.values())

    def families_of(self, kind: str) -> tuple[str, ...]:
        """The families of an incident type, or the type itself where it has none: near types have one of these in common."""
        return tuple(name for name, family in self.families.items() if kind in family.types) or (kind,)

    def types_of(self, family: str) -> tuple[str, ...]:
        """The incident types of a family; of a type without one that type itself."""
        return self.families[family].types if family in self.families else (family,)

    def is_violent(self, kind: str) -> bool:
        """Whether a type of event is a violent deed: somebody can take responsibility for it, and pledges of peace rule it out."""
        return not VIOLENT.isdisjoint(self.families_of(kind))


@cache
def vocabulary() -> Vocabulary:
    """The words as vocabulary.yml gives them, read once. Raises ValueError if a word there refers to one that is not there."""
    return read_vocabulary(FILE.read_text(encoding="utf-8"))


def read_vocabulary(text: str) -> Vocabulary:
    """The words of a text in the form of vocabulary.yml. Raises ValueError if a word refers to one that is not there."""
    raw = msgspec.yaml.decode(text)
    questions = {key: _question(key, entry) for key, entry in _entries(raw, "questions")}
    families = {key: Family(key, str(entry["label"]), _texts(entry, "types")) for key, entry in _entries(raw, "families")}
    types = {key: _incident_type(key, entry, questions, families) for key, entry in _entries(raw, "incident_types")}
    words = Vocabulary(
        version=str(raw["version"]),
        acts=MappingProxyType({key: _act(key, entry) for key, entry in _entries(raw, "acts")}),
        terms=MappingProxyType(
            {name: MappingProxyType({str(k): str(v) for k, v in values.items()}) for name, values in raw["terms"].items()}
        ),
        slots=MappingProxyType({key: _slot(key, entry) for key, entry in _entries(raw, "slots")}),
        questions=MappingProxyType(questions),
        disputed=MappingProxyType({str(key): str(text) for key, text in raw["disputed"].items()}),
        families=MappingProxyType(families),
        incident_types=MappingProxyType(types),
        predicates=MappingProxyType({key: _predicate(key, entry) for key, entry in _entries(raw, "predicates")}),
    )
    _check(words)
    return words


def _check(words: Vocabulary) -> None:
    """Raise ValueError on a family of an unknown type, a question on an unknown slot, or a type in no family."""
    for family in words.families.values():
        if unknown := [key for key in family.types if key not in words.incident_types]:
            raise ValueError(f"family {family.key}: unknown incident types {unknown}")
    for question in words.questions.values():
        if unknown := [key for key in question.slots if key not in words.slots]:
            raise ValueError(f"question {question.key}: unknown slots {unknown}")
    if homeless := [kind.key for kind in words.incident_types.values() if not kind.families]:
        raise ValueError(f"incident types in no family: {homeless}")


def _entries(raw: Mapping[str, Mapping[str, _Entry]], name: str) -> Iterator[tuple[str, _Entry]]:
    yield from raw[name].items()


def _texts(entry: _Entry, key: str) -> tuple[str, ...]:
    return tuple(str(item) for item in cast(list[object], entry.get(key, [])))


def _question(key: str, entry: _Entry) -> Question:
    return Question(
        key, str(entry["label"]), cast(QuestionRule, entry["rule"]), _texts(entry, "slots"), cast(DisputeKind, entry["dispute"])
    )


def _incident_type(key: str, entry: _Entry, questions: Mapping[str, Question], families: Mapping[str, Family]) -> IncidentType:
    asked = _texts(entry, "questions")
    if unknown := [name for name in asked if name not in questions]:
        raise ValueError(f"incident type {key}: unknown questions {unknown}")
    return IncidentType(
        key=key,
        label=str(entry["label"]),
        definition=str(entry["definition"]),
        physical=bool(entry["physical"]),
        questions=tuple(questions[name] for name in asked),
        families=tuple(family.key for family in families.values() if key in family.types),
        maps=tuple((name, str(entry[name])) for name in ("acled", "plover", "gtd", "from") if name in entry),
    )


def _act(key: str, entry: _Entry) -> ActWord:
    label, phrase, definition, source = (str(entry[name]) for name in ("label", "phrase", "definition", "from"))
    return ActWord(cast(Act, key), label, phrase, cast(Polarity, entry["polarity"]), definition, source)


def _slot(key: str, entry: _Entry) -> SlotWord:
    return SlotWord(key, str(entry["holds"]), _texts(entry, "kinds"), str(entry["definition"]))


def _predicate(key: str, entry: _Entry) -> Predicate:
    family, phrase, source = (str(entry[name]) for name in ("family", "phrase", "from"))
    return Predicate(key, family, phrase, str(entry.get("inverse", "")), bool(entry.get("symmetric", False)), source)
