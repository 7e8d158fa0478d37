"""A mention is found by its own kind in every block in which it stands, and in no other."""

from __future__ import annotations

import msgspec
import pytest
from piles import NO_PACKS, Pile

from sayso.link.linker import NO_RULINGS, linked
from sayso.link.seats import blocks_by, blocks_of, marks_in, seat_marks
from sayso.records.vocabulary import OTHER, vocabulary

KINDS = sorted(vocabulary().incident_types)


@pytest.mark.parametrize("kind", KINDS)
def test_a_block_is_found_by_the_marks_of_all_that_stand_in_it_and_of_nobody_else(kind: str) -> None:
    pile = Pile()
    pile.say("1.txt", "The Front fired at Kest on 4 March.", when="2031-03-04", landed="Kest", agent="Front")
    documents, findings = pile.parts()
    one = msgspec.structs.replace(linked(documents, findings, NO_PACKS, NO_RULINGS).found[0], type=kind)
    marks = seat_marks(one)
    families = vocabulary().families if kind == OTHER else vocabulary().families_of(kind)
    assert len(marks) * len(families) == len(blocks_of(one))
    assert {block for mark in marks for block in blocks_by(mark)} == set(blocks_of(one))
    for other in KINDS:
        for block in blocks_of(msgspec.structs.replace(one, type=other)):
            assert (block in blocks_of(one)) is not set(marks).isdisjoint(marks_in(block))
