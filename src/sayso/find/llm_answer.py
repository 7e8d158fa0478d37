"""What a language model answered, checked at the door: claims in the form that was asked for, and how many were not."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from sayso.find.llm_prompt import FIGURE, STATEMENT
from sayso.records.claim import Act, Kind, Modality, Polarity
from sayso.records.vocabulary import vocabulary


class SaidSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One detail: a slot's name and its words."""

    name: str
    text: str


class SaidClaim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim as the model gave it: all in words, nothing placed in the text yet."""

    quote: str
    voices: tuple[str, ...]
    act: Act
    polarity: Polarity
    modality: Modality
    kind: Kind
    verb: str
    said: str
    slots: tuple[SaidSlot, ...]


class _Whole(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    claims: list[msgspec.Raw]


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model wrote for one text. `cut` says that it had to stop before its end; tokens are as the server counts, else about."""

    content: str
    cut: bool
    sent: int
    back: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The claims of one answer that are in the form asked for; `malformed` counts those that are not."""

    claims: tuple[SaidClaim, ...]
    malformed: int


def read_answer(content: str) -> Answer | None:
    """The answer of one call, also one in a fence or between words; None where it is no JSON of the form asked for at all."""
    try:
        raw = msgspec.json.decode(content[content.find("{") : content.rfind("}") + 1], type=_Whole).claims
    except (msgspec.DecodeError, UnicodeError):
        return None
    claims = tuple(claim for one in raw if (claim := _claim(one)) is not None)
    return Answer(claims, len(raw) - len(claims))


def _claim(raw: msgspec.Raw) -> SaidClaim | None:
    try:
        claim = msgspec.json.decode(raw, type=SaidClaim)
    except (msgspec.DecodeError, UnicodeError):
        return None
    return claim if claim.voices and _fits(claim) else None


def _fits(claim: SaidClaim) -> bool:
    """Whether the verb is one of the claim's kind, and the slots are those of the vocabulary."""
    words = vocabulary()
    allowed = {"event": words.incident_types, "tie": words.predicates, "figure": (FIGURE,), "statement": (STATEMENT,)}[claim.kind]
    return claim.verb in allowed and all(slot.name in words.slots for slot in claim.slots)
