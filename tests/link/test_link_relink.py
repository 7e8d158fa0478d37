"""Linking what a change touches comes to what linking the whole pile comes to: every link, actor and incident, and all that is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from piles import NO_PACKS, Pile, day

from sayso.link import copies, crowds, joins, relinker, touched_copies, touched_incidents
from sayso.link.copies import Passage
from sayso.link.happenings import Happening
from sayso.link.incidents import Grouped, incidents_of
from sayso.link.linker import linked
from sayso.link.parted import Parted
from sayso.link.relinker import Change, relink
from sayso.link.workings import (
    COPIED,
    CROWDED,
    EVENT,
    GROUP,
    HEADLINE,
    JOINED,
    KIN,
    MONTH,
    NAME,
    OFFERED,
    PARTED,
    POINTING,
    SPOT,
    TALLY,
    VACATED,
    to_parted,
)
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.review import Bond, Rulings
from sayso.records.worked_out import mention_key
from sayso.store.sqlite import SqliteStore
from sayso.store.store import Store

KINDS = (NAME, EVENT, VACATED, CROWDED, OFFERED, JOINED, POINTING, COPIED, KIN, SPOT, HEADLINE, MONTH, GROUP, TALLY)
KEY = "made"
DOCS = ["a.txt", "b.txt", "c.txt", "d.txt"]
VERBS = {True: "shelling_artillery_missile_attack", False: "armed_clash"}
WRITTEN = {"a.txt": day("2031-03-05"), "c.txt": day("2031-03-07"), "d.txt": day("2031-05-20")}
MASSOVS = [
    "Viktor Massov",
    "Massov, Viktor",
    "ViktorMassov",
    "Wiktor Karlovich Massov",
    "Viktor Ivanovich Massov",
    "Massov",
    "V. Massov",
    "Masow",
]
SHORT_FORMS = ["Harran", "Front", "los Harran", "HRF"]
CALLED = ["Otto Renn Velasco", "Abu Salim"]
NAMED = ["Orsk", "Velm", "Nadir Renn", "Nadyr Renn", "Otto Renn", "Renn", "HF", "a resident", "Ministry of Peace", *MASSOVS]
NAMED += [*SHORT_FORMS, *CALLED, "Orskan Relief Front", "Orskan Front"]
KINDS_TOLD = (
    dict.fromkeys(
        (
            "HF",
            "Haran Front",
            "Harran Front",
            "Harran Front (HF)",
            "Harran Relief Front",
            "Orskan Relief Front",
            "Orskan Front",
            *SHORT_FORMS,
        ),
        "armed_group",
    )
    | dict.fromkeys(("Ministry of Peace", "Peace Ministry"), "government_body")
    | dict.fromkeys((*MASSOVS, *CALLED, "Otto Renn"), "person")
)
LONG = "The council of the valley met and agreed on nothing that day, its speaker told reporters who had come from afar"

HOWS = [
    "tells", "denies", "points", "pledges", "owns", "repeats", "is part", "speaks for", "also called", "counts", "spares", "is titled",
    "heads", "speaks of", "tells half",
]  # fmt: skip

Told = tuple[str, str, int | None, str, str, str, bool]
TOLD = st.tuples(
    st.sampled_from(DOCS),
    st.sampled_from(NAMED),
    st.sampled_from([4, 5, 6, None]),
    st.sampled_from(["Kest", "Sarn", "Dol"]),
    st.sampled_from(
        ["Front", "Harran Front", "Haran Front", "Harran Front (HF)", "HF", "Lund", "Peace Ministry", "Harran Relief Front", "Abu Salim"]
    ),
    st.sampled_from(HOWS),
    st.booleans(),
)
PILES = st.lists(TOLD, min_size=1, max_size=14)


def say(pile: Pile, told: Told) -> None:
    """One more claim of a document."""
    doc, voice, day, place, agent, how, rockets = told
    when = f"2031-03-0{day}" if day else None
    ties = {"is part": "part_of", "speaks for": "spokesperson_for", "also called": "alias_of"}
    if how == "points":
        pile.say(doc, f"{voice} denied the attack.", voice, "denies", "denies", kind="statement", verb="statement")
    elif how == "pledges":
        words = f"{voice} pledged that nobody will attack {place} from its soil."
        pile.say(doc, words, voice, "pledges", kind="statement", verb="statement", said=when)
    elif how == "repeats":
        pile.say(doc, LONG + (f" to {place}." if rockets else "."), voice, kind="statement", verb="statement")
    elif how == "counts":
        pile.say(doc, f"{voice} put the number of dead at {day or 9}.", voice, kind="figure", verb="casualties", number=day or 9)
    elif how == "spares":
        words = f"{voice} said that none of the fighters of the {agent} was there."
        pile.say(doc, words, voice, "denies", "denies", kind="statement", verb="statement", agent=agent)
    elif how == "heads":
        pile.texts[doc] = pile.texts.get(doc, "") + "10:40\n"
        pile.say(doc, f"{voice}: {agent} struck {place} again", voice, kind="statement", verb="statement")
    elif how == "speaks of":
        pile.say(doc, f"On {day or 4} March something came down on {place}.", kind="statement", verb="statement")
    elif how == "tells half":
        pile.say(doc, f"The {agent} struck {place} on Tuesday.", verb=VERBS[rockets], when_="Tuesday", landed=place, agent=agent)
    elif how == "is titled":
        pile.say(doc, f"General {voice} said nothing.", voice, kind="statement", verb="statement")
    elif how in ties:
        if voice != agent:
            pile.say(doc, f"{voice} {how} {agent}.", kind="tie", verb=ties[how], subject=voice, object=agent)
    elif how == "goes on":
        pile.say(doc, f"{voice} said that the {agent} used rockets in the attack.", voice, verb=VERBS[rockets], agent=agent)
    elif how == "owns":
        words = f"{voice} said it struck {place}" + (f" on {day} March." if day else ".")
        pile.say(doc, words, voice, "claims_responsibility", verb=VERBS[rockets], when=when, landed=place)
    else:
        act, polarity = ("denies", "denies") if how == "denies" else ("asserts", "affirms")
        words = f"{voice} said that the {agent} struck {place}" + (f" on {day} March." if day else ".")
        pile.say(doc, words, voice, act, polarity, verb=VERBS[rockets], when=when, landed=place, agent=agent)  # type: ignore[arg-type]


def parts_of(told: Iterable[Told]) -> tuple[dict[str, Document], dict[str, Finding]]:
    """The documents in which these are told, one under a day without its year, the last one under a heading that names a place, and what
    is found in them."""
    pile = Pile()
    pile._add("b.txt", "KEST, 6 March (Velm Wire) - This is told.\n")
    pile._add("d.txt", "# Fire on Kest\n")
    for one in told:
        say(pile, one)
    for doc, own in pile.mentions.items():
        pile.mentions[doc] = [replace(m, kind=KINDS_TOLD.get(m.name, m.kind)) for m in own]
    documents, findings = pile.parts()
    return {one.sha256: replace(one, sha256=_sha(one.path)) for one in documents}, findings


def _sha(path: str) -> str:
    return path[0] * 64


@dataclass
class Books:
    """Two stores: one is linked as a whole each time, one only where something is otherwise."""

    whole: SqliteStore
    part: SqliteStore
    rulings: Rulings = field(default_factory=Rulings)
    held: dict[str, tuple[Document, Finding]] = field(default_factory=dict)

    def take(self, come: Mapping[str, tuple[Document, Finding]], rulings: Rulings) -> None:
        """Documents arrive or are found in anew, and decisions are made; both stores are brought up to date."""
        before, self.rulings = self.rulings, rulings
        was = {doc: self.held[doc][1].claims if doc in self.held else () for doc in come}
        new = frozenset(come) - self.held.keys()
        self.held |= come
        for store in (self.whole, self.part):
            for doc, (document, finding) in come.items():
                store.add_document(document)
                store.keep_finding(doc, KEY, finding)
        self.link_all()
        found = relink(self.part, Change(was, new, rulings, before, self.read, self.claims), NO_PACKS)
        with self.part.together():
            self.part.change_linking(found.relinking)
            for kind, kept in found.kept.items():
                self.part.keep_workings(kind, kept.gone, kept.come.values())

    def link_all(self) -> None:
        """Links the whole pile."""
        documents = [document for document, _ in self.held.values()]
        findings = {doc: finding for doc, (_, finding) in self.held.items()}
        found = linked(documents, findings, NO_PACKS, self.rulings)
        with self.whole.together():
            self.whole.keep_linking(found.linking)
            for kind, kept in found.workings(documents, findings).items():
                self.whole.keep_workings(kind, None, kept)

    def read(self, docs: Collection[str]) -> list[tuple[Document, Finding]]:
        return [self.held[doc] for doc in sorted(docs) if doc in self.held]

    def claims(self, ids: Collection[str]) -> list[Claim]:
        return [claim for _, finding in self.held.values() for claim in finding.claims if claim.id in ids]

    def check(self) -> None:
        """Both hold the same."""
        one, other = self.part.linking(), self.whole.linking()
        assert one.actor_of == other.actor_of
        assert one.actors == other.actors
        assert one.incident_of == other.incident_of
        assert one.links == other.links
        assert one == other
        for kind in KINDS:
            assert self.part.workings(kind) == self.whole.workings(kind), kind
        parted, wholly = ([to_parted(one) for one in store.workings(PARTED)] for store in (self.part, self.whole))
        assert [one.link for one in parted] == [one.link for one in wholly]
        for kept in (*parted, *wholly):
            self.check_what_keeps(kept, other.incident_of)

    @staticmethod
    def check_what_keeps(kept: Parted, incident_of: Mapping[str, str]) -> None:
        """There may be several that keep two groups apart, and any will do: one of each, or one that is torn between days.

        Mentions that are only spoken of may have no incident.
        """
        incidents = {incident_of.get(kept.link.left), incident_of.get(kept.link.right)}
        assert len(kept.by) < 2 or {incident_of.get(one) for one in kept.by} == incidents
        assert len(kept.by) != 1 or kept.by[0] in {kept.link.left, kept.link.right}


@contextmanager
def books() -> Iterator[Books]:
    with tempfile.TemporaryDirectory() as folder, SqliteStore(Path(folder) / "a.db") as whole, SqliteStore(Path(folder) / "b.db") as part:
        found = Books(whole, part)
        found.link_all()
        yield found


def placed(told: Iterable[Told]) -> dict[str, tuple[Document, Finding]]:
    documents, findings = parts_of(told)
    documents = {path: replace(one, published=WRITTEN.get(path)) for path, one in documents.items()}
    return {_sha(path): (document, moved(findings[path], path)) for path, document in documents.items() if path in findings}


def moved(finding: Finding, path: str) -> Finding:
    """The finding in a document whose hash has the length of one."""
    import msgspec

    text = msgspec.json.encode(finding).decode()
    return msgspec.json.decode(text.replace(f'"doc":"{path}"', f'"doc":"{_sha(path)}"'), type=Finding)


BONDS = st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 20), st.integers(0, 20)), max_size=4)


def rulings_of(bonds: Iterable[tuple[bool, bool, int, int]], held: Mapping[str, tuple[Document, Finding]]) -> Rulings:
    claims = sorted(claim.id for _, finding in held.values() for claim in finding.claims)
    names = sorted({mention_key(doc, mention.name) for doc, (_, finding) in held.items() for mention in finding.mentions})
    made: list[Bond] = []
    for of_names, same, one, other in bonds:
        ids = names if of_names else claims
        if one != other and max(one, other) < len(ids):
            made.append(Bond("same_actor" if of_names else "same_incident", same, (ids[one],), (ids[other],), "lena"))
    return Rulings(tuple(made))


def test_a_name_like_one_that_stands_alone_because_its_first_is_a_persons_stands_alone_too() -> None:
    """A text calls a person by the name of a group, so that no further name of the group can join that one."""
    every = placed(
        [("a.txt", "Renn", 4, "Dol", "HF", "also called", False), *((doc, "HF", 4, "Dol", "Lund", "tells", False) for doc in DOCS[1:])]
    )
    with books() as both:
        for doc in sorted(every):
            both.take({doc: every[doc]}, both.rulings)
            both.check()
        assert len({both.part.linking().actor_of[mention_key(doc, "HF")] for doc in every}) == len(DOCS)


@pytest.mark.parametrize(
    ("docs", "holders", "goes", "looks"), [(1, 9, 0, False), (2, 9, 1, False), (2, 1, 1, False), (2, 1, 0, True), (3, 9, 2, True)]
)
def test_other_words_are_looked_up_when_a_claim_goes_only_if_it_stood_between_them(docs: int, holders: int, goes: int, looks: bool) -> None:
    """The second document repeats the words of the first nearly, the third those of the second to the letter."""
    looked: list[Iterable[Claim]] = []
    compared = relinker._passages

    def look(store: Store, claims: Iterable[Claim]) -> list[Passage]:
        looked.append(claims)
        return compared(store, claims)

    every = placed([(doc, "Renn", None, "Dol", "Front", "repeats", doc == "a.txt") for doc in DOCS[:docs]])
    doc = _sha(DOCS[goes])
    with pytest.MonkeyPatch.context() as patch, books() as both:
        for module in (copies, touched_copies):
            patch.setattr(module, "HOLDERS", holders)
        both.take(every, both.rulings)
        patch.setattr(relinker, "_passages", look)
        both.take({doc: (every[doc][0], replace(every[doc][1], claims=()))}, both.rulings)
        both.check()
    assert bool(looked) == looks


def test_a_statement_that_comes_to_point_at_another_event_leaves_the_incident_of_that_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere: Told = ("a.txt", "Orsk", 4, "Sarn", "Lund", "tells", True)
    told = [(doc, "Orsk", 5, "Kest", "Front", "tells", True) for doc in DOCS]
    every = placed([told[0], elsewhere, ("a.txt", "Velm", None, "Kest", "Front", "points", True), *told[1:]])
    first = _sha("a.txt")
    claims = [claim.id for claim in every[first][1].claims]
    grouped = list[str]()

    def note(found: Sequence[Happening], *given: Any) -> Grouped:
        grouped.extend(one.id for one in found)
        return incidents_of(found, *given)

    with books() as both:
        both.take(every, both.rulings)
        was = both.part.incident_of()
        assert was[claims[2]] == was[claims[1]] != was[claims[0]]
        monkeypatch.setattr(touched_incidents, "incidents_of", note)
        both.take({first: turned(every[first], claims[1])}, both.rulings)
        both.check()
        assert both.part.incident_of()[claims[2]] == was[claims[0]]
    assert grouped == []


@settings(max_examples=120, deadline=None)
@given(PILES, st.permutations(DOCS), BONDS, st.integers(0, 3), st.sampled_from([0, 1, 2, 3]))
def test_documents_that_come_one_by_one_and_decisions_link_as_all_at_once(
    told: list[Told], order: list[str], bonds: list[tuple[bool, bool, int, int]], cut: int, first: int
) -> None:
    with pytest.MonkeyPatch.context() as patch, books() as both:
        patch.setattr(joins, "MANY", 2)
        for module in (copies, touched_copies):
            patch.setattr(module, "HOLDERS", first or 2)
        if first:
            patch.setattr(crowds, "CROWD", 2)
            patch.setattr(crowds, "FIRST", first)
        every = placed(told)
        for path in order:
            if (doc := _sha(path)) in every:
                both.take({doc: every[doc]}, both.rulings)
                both.check()
        both.take({}, rulings_of(bonds, every))
        both.check()
        less = placed([one for one in told if one[0] != DOCS[cut]] + [one for one in told if one[0] == DOCS[cut]][1:])
        if (doc := _sha(DOCS[cut])) in every:
            document, finding = every[doc]
            both.take({doc: (document, replace(finding, claims=finding.claims[2:], rejected=finding.claims[:2]))}, both.rulings)
            both.check()
            both.take({doc: (document, replace(finding, claims=finding.claims[1:], rejected=finding.claims[:1]))}, both.rulings)
            both.check()
            kept = frozenset(claim.id for claim in finding.claims[1:])
            both.take(
                {doc: (document, replace(finding, claims=tuple(claim for claim in finding.claims if claim.id in kept)))}, both.rulings
            )
            both.check()
        both.take({}, Rulings(both.rulings.bonds[:1]))
        both.check()
        assert less is not None


ALIKE = st.tuples(
    st.sampled_from([f"{letter}.txt" for letter in "abcdefgh"]),
    st.sampled_from(["Orsk", "Velm", "HF"]),
    st.sampled_from([4, 4, 4, 5, None]),
    st.sampled_from(["Kest", "Kest", "Sarn"]),
    st.sampled_from(["Front", "Lund"]),
    st.sampled_from(["tells", "tells", "denies", "owns", "speaks of", "points", "goes on", "goes on"]),
    st.just(True),
)


LONG_TEXTS = st.tuples(
    st.sampled_from(["a.txt", "b.txt", "c.txt"]),
    st.sampled_from(["Orsk", "Velm"]),
    st.sampled_from([4, 4, None]),
    st.just("Kest"),
    st.just("Front"),
    st.sampled_from(["tells", "tells", "owns", "goes on"]),
    st.just(True),
)
"""Many claims a text, of which some tell the only event that it dates without its day: on which of them they lean hangs on who is there."""


@pytest.mark.parametrize(("claims", "lean"), [(ALIKE, False), (LONG_TEXTS, True)])
def test_claims_that_are_rejected_one_by_one_go_alone_out_of_what_is_the_same_as_linking_all(
    claims: st.SearchStrategy[Told], lean: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Incidents count as large, and crowds are sparse, so that much hangs on single mentions; some are taken back into them later."""
    alone, brought = list[bool](), list[str]()
    without = touched_incidents._Groups._links_without

    def noted(groups: touched_incidents._Groups, gone: Happening, late: Collection[str], better: Sequence[Link]) -> Sequence[Link] | None:
        found = without(groups, gone, late, better)
        alone.append(found is not None)
        brought.extend((*groups._settled, *map(str, better)) if found is not None else ())
        return found

    @settings(max_examples=40, deadline=None)
    @given(st.lists(claims, min_size=8, max_size=24), st.randoms(use_true_random=False), st.sampled_from([1, 2, 24]))
    def check(told: list[Told], chance: Random, crowd: int) -> None:
        monkeypatch.setattr(crowds, "CROWD", crowd)
        monkeypatch.setattr(crowds, "FIRST", 1)
        every = placed(told)
        last = max(every)
        with books() as both:
            both.take({doc: told for doc, told in every.items() if doc != last}, both.rulings)
            every_claim = sorted((doc, claim.id) for doc, (_, finding) in both.held.items() for claim in finding.claims)
            drawn = chance.sample(every_claim, min(8, len(every_claim)))
            for steps in (drawn, chance.sample(drawn, len(drawn) // 3)):
                for doc, ident in steps:
                    both.take({doc: turned(both.held[doc], ident)}, both.rulings)
                    both.check()
            both.take({last: every[last]}, both.rulings)
            both.check()

    monkeypatch.setattr(joins, "MANY", 2)
    monkeypatch.setattr(touched_incidents._Groups, "_links_without", noted)
    check()
    assert alone.count(True) > 20
    assert len(brought) > 5 or not lean


def turned(held: tuple[Document, Finding], ident: str) -> tuple[Document, Finding]:
    """A document with its finding, in which a claim is rejected, or is not any more."""
    document, finding = held
    every = {claim.id: claim for claim in (*finding.claims, *finding.rejected)}
    rejected = {claim.id for claim in finding.rejected} ^ {ident}
    order = sorted(every.values(), key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    stand, fall = ([claim for claim in order if (claim.id in rejected) == gone] for gone in (False, True))
    return document, replace(finding, claims=tuple(stand), rejected=tuple(fall))
