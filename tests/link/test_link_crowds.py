"""A crowd of mentions is kept up with by its first ones alone, and comes to the same pairs as reading all of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from piles import NO_PACKS, Pile

from sayso.link import crowds
from sayso.link.crowds import Crowd, candidates, candidates_here, changed_in, compared, compared_otherwise
from sayso.link.happenings import Happening
from sayso.link.linker import NO_RULINGS, linked
from sayso.link.seats import Seat, blocks_of, seat_of
from sayso.link.workings import of_crowd, to_crowd

TOLD = st.tuples(st.sampled_from([None, 4, 5]), st.sampled_from(["Kest", "Sarn"]), st.sampled_from(["Front", "Lund", None]))


def mentions(told: Sequence[tuple[int | None, str, str | None]]) -> list[Happening]:
    """As many mentions, each in a text of its own, in their order."""
    pile = Pile()
    for number, (day, place, agent) in enumerate(told):
        words = f"The {agent or 'army'} fired at {place}" + (f" on {day} March." if day else ".")
        details = {"landed": place} | ({"agent": agent} if agent else {})
        pile.say(f"{number:02}.txt", words, when=f"2031-03-0{day}" if day else None, **details)  # type: ignore[arg-type]
    documents, findings = pile.parts()
    return list(linked(documents, findings, NO_PACKS, NO_RULINGS).found)


def crowd_of(block: str, told: Sequence[Seat]) -> Crowd:
    """The crowd as the whole of it gives it."""
    crowd = Crowd(block)
    for one in told:
        crowd.add(one)
    return crowd


@given(
    st.lists(TOLD, min_size=4, max_size=12),
    st.sets(st.integers(0, 11), min_size=1, max_size=3),
    st.sets(st.integers(0, 11)),
    st.integers(1, 3),
)
def test_what_the_first_ones_tell_of_a_change_is_what_the_whole_crowd_tells(
    told: list[tuple[int | None, str, str | None]], changed: set[int], there: set[int], first: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crowds, "FIRST", first)
        patch.setattr(crowds, "CROWD", 1)
        found = mentions(told)
        other = {one.id for number, one in enumerate(found) if number in changed}
        later = {one.id for number, one in enumerate(found) if number in changed & there}
        for block in sorted({block for one in found for block in blocks_of(one)}):
            here = [seat_of(one) for one in found if block in blocks_of(one)]
            was, now = ([one for one in here if (one.id in later) is late or one.id not in other] for late in (False, True))
            kept = to_crowd(of_crowd(crowd_of(block, was)))
            gone, come = ([one for one in side if one.id in other] for side in (was, now))
            whole = compared_otherwise(block, was, now, other)
            if min(len(was), len(now)) > 1 and (quick := changed_in(kept, gone, come)):
                assert (quick.new, quick.lost) == (whole.new, whole.lost)
                assert quick.crowd
                assert whole.crowd
                assert of_crowd(quick.crowd) == of_crowd(whole.crowd) == of_crowd(crowd_of(block, now))
            assert whole.new == {pair for pair in compared(block, now) if pair not in set(compared(block, was)) or other & set(pair)}


def test_a_mention_told_last_in_a_large_crowd_needs_nothing_but_the_first_ones() -> None:
    found = mentions([(4, "Kest", "Front")] * 40)
    block = next(block for block in blocks_of(found[0]) if "2031-03-04" in block)
    seats = [seat_of(one) for one in found]
    quick = changed_in(crowd_of(block, seats[:-1]), [], seats[-1:])
    assert quick
    assert quick.new == {(one.id, found[-1].id) for one in found[: crowds.FIRST]}
    assert not changed_in(crowd_of(block, seats[:-1]), seats[:1], [])


def test_a_rejected_mention_keeps_its_seat_so_that_nobody_else_is_compared_otherwise() -> None:
    found = mentions([(4, "Kest", "Front")] * 40)
    pairs, crowd = candidates(found)
    left, same = candidates(found[1:], found[:1])
    assert left == {pair for pair in pairs if found[0].id not in pair}
    assert same == crowd
    assert candidates(found[1:])[0] != left


def test_mentions_far_apart_in_one_text_are_compared_only_by_what_they_share() -> None:
    pile = Pile()
    for place in ("Kest", "Sarn", "Dol"):
        pile.say("a.txt", f"The army fired at {place}.", landed=place)
    documents, findings = pile.parts()
    found = list(linked(documents, findings, NO_PACKS, NO_RULINGS).found)
    assert len(candidates_here(found)) == 3
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crowds, "FAR", found[1].order[1] - found[0].order[1])
        assert candidates_here(found) == {(found[0].id, found[1].id), (found[1].id, found[2].id)}
