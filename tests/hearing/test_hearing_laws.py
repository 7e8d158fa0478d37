"""Hearing what is new gives what hearing all gives, for any decisions, documents and findings."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import cast

import standin
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.hearing.hear import HEARD_TO, keep, ruled, ruled_again
from sayso.known.packs import Packs
from sayso.records.anchor import anchor_of
from sayso.records.claim import Claim, Finding, Mention, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.review import About, Review, ReviewVerb, Seen, Side, Target
from sayso.records.worked_out import Working
from sayso.rulings import Reviewed
from sayso.store.store import PEOPLE, Store

SENTENCES = (
    "Tarvonia said that twelve rockets hit Kestavar on 4 March.",
    "Orsenia denied that any rockets hit Kestavar on 4 March.",
    "Orsenia said it will look into the matter with its neighbours.",
    "Velmara said that three rockets fell by the river.",
    "Tarvonia denied that rockets fell.",
)
TEXTS = st.lists(st.integers(0, len(SENTENCES) - 1), min_size=1, max_size=3, unique=True)
VERBS = ("accept", "reject", "correct", "add", "same", "notsame", "status", "actors", "nobody", "undo", "arrive", "go", "blank", "read")
STEPS = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 60), st.integers(0, 60), st.booleans()), min_size=4, max_size=16)
"""What happens, with which of the claims, names, decisions or documents, and whether it is heard at once or with what follows."""


@dataclass
class Box:
    """What a store does for a hearing, kept in plain dictionaries."""

    held: dict[str, Document] = field(default_factory=dict)
    machine: dict[str, Finding] = field(default_factory=dict)
    people: dict[str, Finding] = field(default_factory=dict)
    kept: dict[str, dict[str, Working]] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)

    def together(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()

    def documents(self, docs: Collection[str] | None = None) -> list[Document]:
        chosen = self.held if docs is None else [doc for doc in docs if doc in self.held]
        return sorted((self.held[doc] for doc in chosen), key=lambda one: (one.path, one.sha256))

    def findings(self, finder: str, docs: Collection[str]) -> dict[str, Finding]:
        layer = self.people if finder == PEOPLE else self.machine
        return {doc: layer[doc] for doc in docs if doc in layer}

    def shown(self) -> dict[str, Finding]:
        return self.machine | self.people

    def claims(self, ids: Collection[str], finder: str) -> dict[str, Claim]:
        return {claim.id: claim for finding in self.shown().values() for claim in finding.claims if claim.id in set(ids)}

    def keep_people(self, findings: Mapping[str, Finding], docs: Collection[str] | None = None) -> None:
        self.people = {doc: one for doc, one in self.people.items() if docs is not None and doc not in docs} | dict(findings)

    def keep_workings(self, kind: str, gone: Collection[str] | None, come: Iterable[Working]) -> None:
        before = self.kept.get(kind, {})
        left = {key: one for key, one in before.items() if gone is not None and key not in gone}
        self.kept[kind] = left | {one.key: one for one in come}

    def workings(self, kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None) -> list[Working]:
        found = self.kept.get(kind, {}).items()
        return [one for key, one in sorted(found) if (keys is None or key in keys) and (docs is None or one.doc in docs)]

    def marked(self, kind: str, marks: Collection[str]) -> dict[str, list[str]]:
        found = {mark: [one.key for one in self.workings(kind) if mark in one.marks] for mark in marks}
        return {mark: keys for mark, keys in found.items() if keys}

    def stamp(self, name: str) -> str | None:
        return self.stamps.get(name)

    def set_stamp(self, name: str, value: str) -> None:
        self.stamps[name] = value


class Case:
    """A pile, what people decided on it, and a box in which every hearing is kept."""

    def __init__(self, texts: list[list[int]]) -> None:
        self.box, self.reviews, self.new, self.whole = Box(), list[Review](), set[str](), True
        self.store = cast(Store, self.box)
        for numbers in texts:
            self.arrive(numbers)

    def arrive(self, numbers: list[int]) -> None:
        text = "\n".join(SENTENCES[number] for number in numbers)
        document = Document(f"{len(text)}-{numbers[0]}.txt", sha256(text.encode()).hexdigest(), text, "utf-8")
        self.box.held[document.sha256] = document
        self.box.machine[document.sha256] = standin.StandIn(Packs()).find(document)
        self.new.add(document.sha256)

    def go(self, document: Document) -> None:
        for layer in (self.box.held, self.box.machine, self.box.people):
            layer.pop(document.sha256, None)
        self.whole = True

    def read_otherwise(self, document: Document, number: int) -> None:
        """The machine finds other things than before: fewer, later in the sentence, or of another verb."""
        finding, again = self.box.machine[document.sha256], list[Claim]()
        for claim in finding.claims[number % 2 :]:
            span = Span(claim.span.doc, claim.span.start + number % 12, claim.span.end)
            verb = "attack" if number % 3 == 0 else claim.verb
            again.append(replace(claim, span=span, quote=document.text[span.start : span.end], verb=verb))
        self.box.machine[document.sha256] = replace(finding, claims=tuple(numbered(again)), mentions=finding.mentions[number % 3 == 1 :])
        self.new.add(document.sha256)

    def decide(self, verb: ReviewVerb, about: About, targets: Iterable[Target] = (), undoes: str = "", **changes: str) -> None:
        found = sha256(str(len(self.reviews)).encode()).hexdigest()
        self.reviews.append(Review(verb, about, tuple(targets), "lena", f"{len(self.reviews):04}", "", changes, undoes, hash=found))

    def blank(self, document: Document) -> None:
        """The words of a document are taken out of the decisions."""
        self.reviews = [
            replace(review, targets=tuple(replace(one, seen=None) if one.doc == document.sha256 else one for one in review.targets))
            for review in self.reviews
        ]

    def claims(self) -> list[Claim]:
        return [claim for _, finding in sorted(self.box.shown().items()) for claim in finding.claims]

    def names(self) -> list[Mention]:
        return [mention for _, finding in sorted(self.box.shown().items()) for mention in finding.mentions]

    def on_claim(self, claim: Claim, after: Claim | None = None, side: Side = "left") -> Target:
        finding = self.box.shown()[claim.span.doc]
        beside = tuple(one.id for one in finding.claims if one.id != claim.id and one.span.shared(claim.span) and one.kind == claim.kind)
        anchor = anchor_of(self.box.held[claim.span.doc].text, (after or claim).span)
        return Target(claim.span.doc, claim.id, Seen(anchor, claim, after, beside=beside), side)

    def on_name(self, mention: Mention, side: Side = "left") -> Target:
        return Target(mention.span.doc, "", Seen(anchor_of(self.box.held[mention.span.doc].text, mention.span), mention=mention), side)

    def step(self, verb: str, one: int, other: int) -> None:
        claims, names = self.claims(), self.names()
        documents = self.box.documents()
        claim, name = (claims[one % len(claims)] if claims else None), (names[one % len(names)] if names else None)
        match verb:
            case "accept" | "reject" if claim:
                self.decide(cast(ReviewVerb, verb), "claim", [self.on_claim(claim)])
            case "correct" if claim:
                span = Span(claim.span.doc, claim.span.start + other % 9, claim.span.end)
                text = self.box.held[span.doc].text[span.start : span.end]
                self.decide("correct", "claim", [self.on_claim(claim, replace(claim, act="concedes", span=span, quote=text))])
            case "add" if documents:
                document = documents[one % len(documents)]
                span = Span(document.sha256, other % 20, 20 + other % 20)
                voice = Voice("Tarvonia")
                added = Claim("", span, document.text[span.start : span.end], (voice,), "asserts", "affirms", "certain", "event", "attack")
                (added,) = numbered([added])
                self.decide("add", "claim", [Target(document.sha256, added.id, Seen(anchor_of(document.text, span), None, added))])
            case "same" | "notsame" if claim:
                right = [claims[other % len(claims)], claims[(other + 1) % len(claims)]]
                targets = [self.on_claim(claim), *(self.on_claim(each, side="right") for each in right if each != claim)]
                self.decide(cast(ReviewVerb, verb), "incident", targets)
            case "status" if claim:
                self.decide("correct", "incident", [self.on_claim(claim), self.on_claim(claims[other % len(claims)])], status="pending")
            case "actors" if name:
                self.decide("same", "actor", [self.on_name(name), self.on_name(names[other % len(names)], "right")])
            case "nobody" if name:
                self.decide("reject", "actor", [self.on_name(name)])
            case "undo" if self.reviews:
                self.decide("undo", "review", undoes=self.reviews[one % len(self.reviews)].hash)
            case "arrive":
                self.arrive(sorted({one % len(SENTENCES), other % len(SENTENCES)}))
            case "go" if documents:
                self.go(documents[one % len(documents)])
            case "blank" if documents and one % 3 == 0:
                self.blank(documents[one % len(documents)])
            case "read" if documents:
                self.read_otherwise(documents[one % len(documents)], other)

    def hear(self) -> None:
        """Hears what is new, keeps it, and holds it against a hearing of all."""
        if self.whole:
            heard = ruled(self.reviews, self.box.documents(), self.box.machine)
        else:
            heard = ruled_again(self.reviews, self.store, "made", self.new)
        keep(heard, self.store)
        self.new, self.whole = set(), False
        same(self.box, heard, ruled(self.reviews, self.box.documents(), self.box.machine))


def same(box: Box, heard: Reviewed, all_heard: Reviewed) -> None:
    assert box.people == all_heard.findings
    assert (heard.rulings, heard.problems, heard.unplaced) == (all_heard.rulings, all_heard.problems, all_heard.unplaced)
    assert dict(ordered(box.kept)) == {kind: list(notes.come) for kind, notes in all_heard.notes.items()}
    assert box.stamps[HEARD_TO] == all_heard.to


def ordered(kept: Mapping[str, Mapping[str, Working]]) -> Iterator[tuple[str, list[Working]]]:
    for kind, found in kept.items():
        yield kind, [one for _, one in sorted(found.items())]


@settings(max_examples=400)
@given(st.lists(TEXTS, min_size=1, max_size=4), STEPS)
def test_hearing_what_is_new_gives_what_hearing_all_gives(texts: list[list[int]], steps: list[tuple[str, int, int, bool]]) -> None:
    case = Case(texts)
    case.hear()
    for verb, one, other, at_once in steps:
        case.step(verb, one, other)
        if at_once:
            case.hear()
    case.hear()
