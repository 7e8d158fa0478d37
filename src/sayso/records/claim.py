"""Somebody says something, at one place in one document: the record on which all else rests."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Literal

from sayso.records.amount import Amount
from sayso.records.document import Span
from sayso.records.place import Place
from sayso.records.problem import Problem
from sayso.records.when import When
from sayso.records.work import Note

Act = Literal[
    "asserts",
    "relays",
    "assesses",
    "accuses",
    "denies",
    "claims_responsibility",
    "concedes",
    "declines_comment",
    "pledges",
    "predicts",
    "threatens",
    "demands",
]
Polarity = Literal["affirms", "denies", "uncommitted"]
Modality = Literal["certain", "probable", "possible", "unspecified"]
Kind = Literal["event", "tie", "figure", "statement"]
ReviewState = Literal["unsupervised", "accepted", "corrected", "rejected", "manual"]

NOT_YET: frozenset[Act] = frozenset({"pledges", "predicts", "threatens", "demands"})
"""Acts that speak of what has not happened."""
AUTHOR = "(author)"
"""How the document's own author is named among the voices."""


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named, described or pointed at, at one place in a document.

    `name` is the fullest name that the document itself gives to whom it points at ("he" -> "Otto Brand"); together with
    the document it identifies the actor before linking. `kind` is one of the actor kinds of the vocabulary, `pack` the id of the
    pack's line that knows this name, `named` whether the mention is a name itself rather than a description or a pronoun.
    """

    span: Span
    text: str
    name: str
    kind: str
    pack: str | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Voice:
    """One hand in the chain from the first speaker to the document. `name` is as in `Mention`; None where nobody is named.

    The document's author has the text "(author)" and no span.
    """

    text: str
    span: Span | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One detail of a claim at its own place in the text, with what it was understood to be.

    `name` is one of the slot names of the vocabulary; `actor` is a name as in `Mention`.
    """

    name: str
    text: str
    span: Span
    actor: str | None = None
    place: Place | None = None
    when: When | None = None
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One voice says one thing at one place. Its span is its clause; figures and details are slots inside it.

    `voices` runs from the first voice to the last hand before the document; `polarity` is the first voice's stance to
    kind + verb + slots; `said` is when the statement was made, which is not when the event took place (that is the slot `when`).
    `verb` is an incident type, a tie's predicate or a figure's measure; "statement" for what is none of these.
    `score` is the share right of the rule `found_by` on a judged sample, else None. `review` is what a person decided on it.
    """

    id: str
    span: Span
    quote: str
    voices: tuple[Voice, ...]
    act: Act
    polarity: Polarity
    modality: Modality
    kind: Kind
    verb: str
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    said: When | None = None
    slots: tuple[Slot, ...] = ()
    found_by: str = ""
    score: float | None = None
    review: ReviewState = "unsupervised"

    @property
    def voice(self) -> Voice:
        """Whose statement it is."""
        return self.voices[0]

    def slot(self, name: str) -> Slot | None:
        """The first slot of this name."""
        return next((slot for slot in self.slots if slot.name == name), None)


def claim_id(claim: Claim, ordinal: int = 0) -> str:
    """The address of a claim: 12 hex digits over where it stands, what kind it is and whose words they are (design.md, section 1).

    Act, slots, score and finder are left out on purpose, so that better finding keeps addresses alive.
    """
    parts = (claim.span.doc, claim.span.start, claim.span.end, claim.kind, claim.verb, claim.voice.text, ordinal)
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


def numbered(claims: list[Claim]) -> list[Claim]:
    """The claims with their ids; claims that would share one are told apart by an ordinal, in the order given."""
    taken: set[str] = set()
    result = []
    for claim in claims:
        ordinal = 0
        while (address := claim_id(claim, ordinal)) in taken:
            ordinal += 1
        taken.add(address)
        result.append(replace(claim, id=address))
    return result


@dataclass(frozen=True, slots=True)
class Finding:
    """All that a finder found in one document. `written` is the interval in which the text can have been written.

    `notes` are its footnotes and references, each with what it cites; `rejected` the claims that people rejected, of what stands.
    """

    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...] = ()
    written: When | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()
    rejected: tuple[Claim, ...] = ()
