import sayso
from relations import Relation, of_events, of_ties, outcome, scores

TEXT = "Ines Kolbe leads the Ostrel Front. Gunmen of the Ostrel Front attacked soldiers of the Tarvonian army on Monday."


def row(*relations: tuple[str, tuple[int, int], tuple[int, int], float]) -> dict[str, object]:
    spans = [
        {"type": kind, "source": {"start": a, "end": b}, "target": {"start": c, "end": d}, "confidence": sure}
        for kind, (a, b), (c, d), sure in relations
    ]
    return {"text": TEXT, "relations": spans}


def test_ties_and_events_become_the_types_of_the_set() -> None:
    claims = sayso.find(TEXT)
    assert [(one.kind, TEXT[slice(*one.source)]) for one in of_ties(claims)] == [("InChargeOf", "Ines Kolbe")]
    assert [one.kind for one in of_events(claims)] == ["FightingAgainst"]


def test_ends_agree_by_half_of_the_shorter_one_and_direction_counts_where_there_is_one() -> None:
    gold = row(("InChargeOf", (0, 10), (17, 33), 0.9))
    assert outcome(gold, [Relation("InChargeOf", (0, 10), (21, 33))]).pairs == [(0, 0)]
    assert outcome(gold, [Relation("InChargeOf", (17, 33), (0, 10))]).pairs == []
    assert outcome(row(("AlliesOf", (0, 10), (17, 33), 0.9)), [Relation("AlliesOf", (17, 33), (0, 10))]).pairs == [(0, 0)]


def test_what_is_marked_both_ways_counts_once() -> None:
    both = row(("AlliesOf", (0, 10), (17, 33), 0.9), ("AlliesOf", (17, 33), (0, 10), 0.9))
    assert len(outcome(both, []).gold) == 1


def test_what_the_crowd_rejected_counts_neither_way() -> None:
    result = scores([outcome(row(("AlliesOf", (17, 33), (0, 10), 0.2)), [Relation("AlliesOf", (17, 33), (0, 10))])])
    assert (result["all"].found, result["all"].gold) == (0, 0)
