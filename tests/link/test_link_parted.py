"""What keeps a link between two incidents from being made is kept, so that a change goes no further than it can."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import pytest
from piles import Pile
from test_link_relink import Books, books, moved

from sayso.link import joins, touched_incidents
from sayso.link.happenings import Happening
from sayso.link.incidents import Grouped, incidents_of
from sayso.link.workings import EVENT, PARTED, to_parted
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.worked_out import Working


def told() -> dict[str, tuple[Document, Finding]]:
    """A chain of fires on one town, each on the day after the one before, and between any two of them a text that leaves open which it
    means.
    """
    pile = Pile()
    for number, letter in enumerate("abcdefgh"):
        days = f"2031-03-0{number + 1}"
        for teller in range(3):
            pile.say(f"{letter}.txt", f"Teller {teller} said the Front fired at Kest.", when=days, landed="Kest", agent="Front")
        between = f"{days}/2031-03-0{number + 2}"
        pile.say(f"{letter.upper()}.txt", "The Front fired at Kest in the night.", when=between, landed="Kest", agent="Front")
    return held_of(pile)


def held_of(pile: Pile) -> dict[str, tuple[Document, Finding]]:
    """The documents of a pile by a hash of their letter, with what stands in them."""
    documents, findings = pile.parts()
    return {one.path[0] * 64: (replace(one, sha256=one.path[0] * 64), moved(findings[one.sha256], one.path)) for one in documents}


def linked_one_by_one(both: Books) -> None:
    for doc, here in sorted(told().items()):
        both.take({doc: here}, both.rulings)
    both.check()


def test_of_links_between_incidents_is_kept_what_keeps_them() -> None:
    with books() as both:
        linked_one_by_one(both)
        kept = [to_parted(one) for one in both.part.workings(PARTED)]
        assert kept
        assert all(one.by for one in kept)


def test_a_claim_that_is_taken_back_moves_nothing_far_away() -> None:
    """Links lead from each incident to the next, but only those right beyond are looked at."""
    with books() as both:
        linked_one_by_one(both)
        read: set[str] = set()
        asked = both.part.workings

        def noting(
            kind: str, keys: Collection[str] | None = None, docs: Collection[str] | None = None, marks: bool = True
        ) -> list[Working]:
            found = asked(kind, keys, docs, marks)
            read.update(one.doc[0] for one in found if kind == EVENT)
            return found

        both.part.workings = noting  # type: ignore[method-assign]
        document, finding = both.held["a" * 64]
        both.take({document.sha256: (document, replace(finding, claims=finding.claims[1:]))}, both.rulings)
        assert "a" in read
        assert read.isdisjoint("defghDEFGH")
        both.part.workings = asked  # type: ignore[method-assign]
        both.check()


def test_a_claim_without_which_its_incident_stays_as_it_is_goes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the others that tell of a large incident is put together again."""
    pile = Pile()
    for letter in "abcdefgh":
        pile.say(f"{letter}.txt", f"Rockets fell in Kest on 4 March, resident {letter} said.", when="2031-03-04", landed="Kest")
    every = held_of(pile)
    monkeypatch.setattr(joins, "MANY", 6)
    with books() as both:
        both.take(every, both.rulings)
        both.check()
        put_together: list[str] = []
        monkeypatch.setattr(touched_incidents, "incidents_of", lambda found, *rest: put_together.extend(one.id for one in found))
        for letter in "gf":
            document, finding = both.held[letter * 64]
            both.take({document.sha256: (document, replace(finding, claims=(), rejected=finding.claims))}, both.rulings)
            both.check()
        assert not put_together
        assert len(both.part.linking().incident_of) == len(every) - 2
        monkeypatch.undo()
        monkeypatch.setattr(joins, "MANY", 6)
        document, finding = both.held["a" * 64]  # by its first claim it is called
        both.take({document.sha256: (document, replace(finding, claims=(), rejected=finding.claims))}, both.rulings)
        both.check()


def test_of_a_claim_that_goes_no_incident_is_read_to_which_a_mention_without_day_or_place_came_instead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It could have come to that of the claim, but another one fitted it better."""
    pile = Pile()
    pile.say(
        "a.txt", "Rockets of the Front fell in Kest on 4 March and killed 17.", when="2031-03-04", landed="Kest", agent="Front", killed=17
    )
    pile.say("b.txt", "Rockets of the Front fell in Dol and killed 17.", landed="Dol", agent="Front", killed=17)
    pile.say("c.txt", "The rockets of the Front killed 17.", agent="Front", killed=17)
    dated, placed, loose = (pile.claims[f"{letter}.txt"][0].id for letter in "abc")
    with books() as both:
        both.take(held_of(pile), both.rulings)
        both.check()
        homes = both.part.linking().incident_of
        assert homes[loose] == homes[dated] != homes[placed]
        assert [to_parted(one).by for one in both.part.workings(PARTED)] == [(loose,)]
        put_together: list[str] = []

        def noting(found: Sequence[Happening], *rest: Any) -> Grouped:
            put_together.extend(one.id for one in found)
            return incidents_of(found, *rest)

        monkeypatch.setattr(touched_incidents, "incidents_of", noting)
        document, finding = both.held["b" * 64]
        both.take({document.sha256: (document, replace(finding, claims=(), rejected=finding.claims))}, both.rulings)
        both.check()
        assert not put_together
