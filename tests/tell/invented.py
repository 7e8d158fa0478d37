"""An invented conflict as a book: rockets at Kest, told of by four voices in three documents."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.records.actor import Actor, ActorName, Figure, Tie
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Act, Claim, Finding, Kind, Modality, Polarity, Slot, Voice, numbered
from sayso.records.dispute import Dispute, Side
from sayso.records.document import Document, Span
from sayso.records.incident import Incident, Matrix, Origin, Position, Row
from sayso.records.link import Link, Reason
from sayso.records.place import Place
from sayso.records.pledge import Bearing, Pledge
from sayso.records.problem import Problem
from sayso.records.when import When
from sayso.records.worked_out import Linking, Weighing, mention_key
from sayso.tell.book import Book

SHELLING = "shelling_artillery_missile_attack"

A = """Rockets at Kest

On 4 March the Harran Front claimed it had fired 12 rockets at the Kest barracks.\r
Orsk presidential spokesman Ilan Teer said the report was “absolutely untrue”.

Mira Dol, a resident of Kest, said two rockets had landed in the town.
"""
B = """The Velm army denied any rocket had crossed the river.

On 9 March Velm spokesman Oda Renn conceded that “two or three rockets” were fired and said none reached Kest.
Velm will not let its soil be used against its neighbours, Renn promised on 1 March.
"""
C = """The front has 400 fighters, analyst Per Lund wrote. A drone hit a depot at Sarn on 2 March, the Harran Front said.
"""


def day(number: int) -> When:
    """A day of March 2031."""
    return When(date(2031, 3, number), date(2031, 3, number), "day", "stated", f"{number} March")


def document(path: str, text: str, published: When | None) -> Document:
    """A document with this text."""
    return Document(
        path, hashlib.sha256(text.encode()).hexdigest(), text, "utf-8", text.split("\n")[0], "Example Wire", (), published, "en"
    )


DOCS = {"a": document("a.txt", A, day(5)), "b": document("sub/b.txt", B, day(10)), "c": document("c.txt", C, None)}


def span(doc: str, words: str) -> Span:
    """Where these words stand in a document of the book."""
    start = DOCS[doc].text.index(words)
    return Span(DOCS[doc].sha256, start, start + len(words))


def voice(doc: str, text: str, name: str | None = None) -> Voice:
    """A voice, by its words in a document; the author has no place."""
    return Voice(AUTHOR) if text == AUTHOR else Voice(text, span(doc, text), name or text)


def claim(
    doc: str,
    quote: str,
    who: str,
    act: Act,
    polarity: Polarity = "affirms",
    kind: Kind = "event",
    verb: str = SHELLING,
    name: str | None = None,
    said: When | None = None,
    slots: Sequence[Slot] = (),
    modality: Modality = "certain",
) -> Claim:
    """A claim in a document of the book."""
    where = span(doc, quote)
    return Claim(
        "", where, quote, (voice(doc, who, name),), act, polarity, modality, kind, verb, said=said, slots=tuple(slots), found_by="hand"
    )


def amount(doc: str, name: str, text: str, low: float | None, high: float | None, unit: str) -> Slot:
    """A detail that is a number."""
    return Slot(name, text, span(doc, text), amount=Amount(low, high, unit, "", text))


KEST = Place("kest", "Kest", 41.5, 60.25, "XX", 1, "Kest")

CLAIMS = numbered(
    [
        claim(
            "a",
            "the Harran Front claimed it had fired 12 rockets at the Kest barracks",
            "the Harran Front",
            "claims_responsibility",
            name="Harran Front",
            said=day(4),
            slots=[
                amount("a", "count", "12 rockets", 12, 12, "rockets"),
                Slot("target", "the Kest barracks", span("a", "the Kest barracks"), place=KEST),
            ],
        ),
        claim(
            "a",
            "Orsk presidential spokesman Ilan Teer said the report was “absolutely untrue”",
            "Ilan Teer",
            "denies",
            "denies",
            said=day(5),
        ),
        claim("a", "Mira Dol, a resident of Kest, said two rockets had landed in the town", "Mira Dol", "asserts"),
        claim(
            "b", "The Velm army denied any rocket had crossed the river", "The Velm army", "denies", "denies", name="Velm army", said=day(5)
        ),
        claim(
            "b",
            "On 9 March Velm spokesman Oda Renn conceded that “two or three rockets” were fired",
            "Oda Renn",
            "concedes",
            said=day(9),
            slots=[amount("b", "count", "two or three rockets", 2, 3, "rockets")],
        ),
        claim(
            "b",
            "Velm will not let its soil be used against its neighbours, Renn promised on 1 March",
            "Renn",
            "pledges",
            kind="statement",
            verb="statement",
            name="Oda Renn",
            said=day(1),
        ),
        claim("c", "The front has 400 fighters, analyst Per Lund wrote", "Per Lund", "assesses", kind="figure", verb="strength"),
        claim("c", "A drone hit a depot at Sarn on 2 March, the Harran Front said", "the Harran Front", "asserts", verb="air_drone_strike"),
    ]
)
FRONT, TEER, DOL, ARMY, RENN, PLEDGE, LUND, DRONE = CLAIMS


def actor(ident: str, name: str, kind: str, seen: Claim, party: str | None = None) -> Actor:
    """An actor named where this claim's voice stands."""
    first = seen.voices[0]
    names = (ActorName(first.text, first.span),) if first.span else ()
    return Actor(ident, name, kind, names, None, party or ident)


ACTORS = (
    actor("harran-front", "Harran Front", "armed_group", FRONT),
    actor("teer", "Ilan Teer", "person", TEER, "orsk"),
    Actor("orsk", "Orsk", "state", (), "west", "orsk"),
    actor("mira-dol", "Mira Dol", "person", DOL),
    actor("velm-army", "Velm army", "government_body", ARMY, "velm"),
    Actor("velm", "Velm", "state", (), None, "velm"),
    actor("renn", "Oda Renn", "person", RENN, "velm"),
    actor("per-lund", "Per Lund", "person", LUND),
)
NAMED = (
    ("a", "Harran Front", "harran-front"),
    ("a", "Ilan Teer", "teer"),
    ("a", "Mira Dol", "mira-dol"),
    ("b", "Velm army", "velm-army"),
    ("b", "Oda Renn", "renn"),
    ("c", "Per Lund", "per-lund"),
    ("c", "the Harran Front", "harran-front"),
)
ROCKETS = "i-rockets"
QUESTIONS = ("happened", "by_whom", "how_many", "harm")


def row(party: str, name: str, voices: Sequence[str], **cells: Sequence[Position]) -> Row:
    """A row of the matrix with these cells."""
    return Row(party, name, tuple(voices), tuple((question, tuple(cells.get(question, ()))) for question in QUESTIONS))


def matrix() -> Matrix:
    """Parties by questions for the rockets at Kest."""
    return Matrix(
        ROCKETS,
        QUESTIONS,
        (
            row(
                "harran-front",
                "Harran Front",
                ["harran-front"],
                happened=[Position("yes", (FRONT.id,), day(4))],
                how_many=[Position("12", (FRONT.id,), day(4))],
                by_whom=[Position("Harran Front", (FRONT.id,), day(4))],
            ),
            row("mira-dol", "Mira Dol", ["mira-dol"], happened=[Position("yes", (DOL.id,))]),
            row("orsk", "Orsk", ["teer"], happened=[Position("no", (TEER.id,), day(5))]),
            row(
                "velm",
                "Velm",
                ["velm-army", "renn"],
                happened=[Position("denies", (ARMY.id,), day(5)), Position("yes", (RENN.id,), day(9))],
                how_many=[Position("2–3", (RENN.id,), day(9))],
            ),
        ),
    )


def weighing() -> Weighing:
    """What is worked out of the claims."""
    members = (FRONT.id, TEER.id, DOL.id, ARMY.id, RENN.id)
    docs = (DOCS["a"].sha256, DOCS["b"].sha256)
    return Weighing(
        incidents=(
            Incident(ROCKETS, SHELLING, "Rockets at Kest, 2031-03-04", day(4), KEST, members, "contested", ("harran-front",), docs, (3, 4)),
            Incident(
                "i-drone", "air_drone_strike", "Drone at Sarn", day(2), None, (DRONE.id,), "uncorroborated", (), (DOCS["c"].sha256,), (1, 1)
            ),
        ),
        matrices=(matrix(),),
        disputes=(
            Dispute(
                "d-happened",
                ROCKETS,
                "Did it happen?",
                "occurrence",
                (
                    Side("yes", ("harran-front", "mira-dol", "velm"), (FRONT.id, DOL.id, RENN.id)),
                    Side("no", ("orsk", "velm"), (TEER.id, ARMY.id)),
                ),
            ),
            Dispute(
                "d-many",
                ROCKETS,
                "How many rockets?",
                "count",
                (Side("12", ("harran-front",), (FRONT.id,)), Side("2–3", ("velm",), (RENN.id,))),
            ),
        ),
        origins=tuple(Origin(f"o-{claim.id}", "x", (claim.id,), "one statement", True) for claim in CLAIMS),
        pledges=(
            Pledge(
                "p-soil", "pledge", "renn", "neighbours", PLEDGE.quote, (PLEDGE.id,), day(1), "challenged", (Bearing(ROCKETS, "breaches"),)
            ),
        ),
        ties=(Tie("renn", "spokesperson_for", "velm", (RENN.id,)),),
        figures=(Figure("f-strength", "harran-front", "strength", Amount(400, 400, "fighters"), (LUND.id,)),),
    )


def book(claims: Sequence[Claim] = tuple(CLAIMS), problems: tuple[Problem, ...] = ()) -> Book:
    """The whole book, with these claims in place of its own if given."""
    findings = {doc.sha256: Finding(tuple(c for c in claims if c.span.doc == doc.sha256), written=doc.published) for doc in DOCS.values()}
    linking = Linking(
        links=(Link(TEER.id, FRONT.id, "denies", "found", 0.9, (Reason("same day", "0", 1.0),), "denials"),),
        actors=ACTORS,
        actor_of={mention_key(DOCS[doc].sha256, name): ident for doc, name, ident in NAMED},
        incident_of={**{c.id: ROCKETS for c in (FRONT, TEER, DOL, ARMY, RENN)}, DRONE.id: "i-drone"},
    )
    return Book("Kest", tuple(reversed(DOCS.values())), findings, linking, weighing(), problems)


def with_quote(old: Claim, quote: str) -> Claim:
    """The claim with another quotation at the same place."""
    return replace(old, quote=quote)
