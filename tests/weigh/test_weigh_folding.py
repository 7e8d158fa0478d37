"""One question is one dispute."""

from __future__ import annotations

from sayso.records.dispute import Dispute, Side
from sayso.weigh.disputes import _folded


def test_a_question_found_twice_is_one_dispute_with_its_sides_put_together() -> None:
    one = Dispute("d-1", "a-x", "Did it keep its word?", "status", (Side("yes", ("a-x",), ("c1",)), Side("no", ("a-y",), ("c2",))))
    other = Dispute("d-1", "a-x", "Did it keep its word?", "status", (Side("no", ("a-y",), ("c2",)), Side("yes", ("a-z",), ("c3",))))
    (folded,) = _folded([one, other])
    assert folded.sides == (Side("yes", ("a-x", "a-z"), ("c1", "c3")), Side("no", ("a-y",), ("c2",)))
