"""Weighing a change alone comes to what weighing everything comes to, row by row and mark by mark."""

from __future__ import annotations

from drawn import DRAWN, Drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from memory import Memory, State, relinked, rows_of, said_otherwise
from piles import NO_PACKS, Pile
from test_link_laws import PILES, Told, pile_of

from sayso.link.linker import link
from sayso.records.review import Bond, Rulings
from sayso.records.worked_out import Weighing
from sayso.weigh.kept import CLAIMS, Exchange, Reweighed
from sayso.weigh.reweigher import reweigh
from sayso.weigh.weigher import weigh_whole, workings_of


def changed(before: State, after: State) -> tuple[Memory, Reweighed]:
    """What was kept before, changed by what a change comes to."""
    whole = weigh_whole(before.documents, before.findings, before.linking, NO_PACKS, before.rulings)
    memory = Memory(after, whole.weighing, workings_of(whole))
    change = relinked(before.linking, after.linking)
    found = reweigh(memory, change, said_otherwise(before, after), NO_PACKS, after.rulings.standings)
    memory.take(found)
    return memory, found


def assert_as_whole(memory: Memory, state: State) -> None:
    whole = weigh_whole(state.documents, state.findings, state.linking, NO_PACKS, state.rulings)
    for field, rows in rows_of(whole.weighing).items():
        assert memory.rows[field] == rows
    for kind, workings in workings_of(whole).items():
        assert memory.held[kind] == {working.key: working for working in workings}


@settings(max_examples=300, deadline=None)
@given(DRAWN)
def test_a_change_comes_to_what_weighing_all_comes_to(drawn: Drawn) -> None:
    before, after = drawn.state(False), drawn.state(True)
    memory, _ = changed(before, after)
    assert_as_whole(memory, after)


PEOPLE_SAY = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.booleans()), max_size=3)


@settings(max_examples=60, deadline=None)
@given(PILES, PILES, PEOPLE_SAY)
def test_further_reports_and_what_people_part_or_join_come_to_the_same_as_linking_and_weighing_all(
    told: list[Told], more: list[Told], said: list[tuple[int, int, bool]]
) -> None:
    """The documents that come in stand before some of the others, so that they name incidents and actors anew."""
    first, whole = pile_of(told), pile_of(told)
    further = pile_of([(f"{'0' if doc < 'c' else 'z'}{doc}", *rest) for doc, *rest in more])  # type: ignore[misc]
    whole.texts |= further.texts
    whole.claims |= further.claims
    whole.mentions |= further.mentions
    claims = [claim.id for doc in sorted(whole.claims) for claim in whole.claims[doc]]
    pairs = [(claims[one], claims[other], same) for one, other, same in said if max(one, other) < len(claims) and one != other]
    bonds = Rulings(tuple(Bond("same_incident", same, (one,), (other,), "lena") for one, other, same in pairs))
    before, after = linked(first, Rulings()), linked(whole, bonds)
    memory, _ = changed(before, after)
    assert_as_whole(memory, after)


def linked(pile: Pile, rulings: Rulings) -> State:
    documents, findings = pile.parts()
    return State(documents, findings, link(documents, findings, NO_PACKS, rulings), rulings)


def far_apart(count: int) -> Pile:
    """Fires on days and in documents of their own, each told by two persons of whom nobody else speaks, and denied by one."""
    pile = Pile()
    for number in range(count):
        for who, act, polarity in (("Ada", "asserts", "affirms"), ("Ole", "asserts", "affirms"), ("Kit", "denies", "denies")):
            words = f"{who} Renn{number}son spoke of the fire."
            name = f"{who} Renn{number}son"
            pile.say(f"{number:02}.txt", words, name, act, polarity, when=f"2031-03-{number + 1:02}", landed="Dol")  # type: ignore[arg-type]
    return pile


def test_of_a_claim_that_goes_only_its_own_incident_is_looked_at() -> None:
    pile = far_apart(20)
    before = linked(pile, Rulings())
    gone = pile.claims["07.txt"].pop()
    after = linked(pile, Rulings())
    memory, found = changed(before, after)
    assert_as_whole(memory, after)
    assert memory.asked == {claim.id for claim in pile.claims["07.txt"]}
    assert [incident.claims for incident in found.rows.come.incidents] == [tuple(claim.id for claim in pile.claims["07.txt"])]
    assert found.workings[CLAIMS].gone == {gone.id}


def test_where_nothing_is_otherwise_nothing_goes_or_comes() -> None:
    state = linked(far_apart(3), Rulings())
    _, found = changed(state, state)
    assert not any(found.rows.gone.values())
    assert found.rows.come == Weighing()
    assert all(other == Exchange() for other in found.workings.values())
