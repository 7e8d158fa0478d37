"""Two weighings give other ids to one and the same thing: it is known by its claims."""

from __future__ import annotations

from sayso.records.dispute import Dispute, Side
from sayso.records.incident import Incident, Matrix, Position, Row
from sayso.weigh.counterparts import claims_of, counterparts, label_of, told, values_by_claim


def incident(ident: str, *claims: str) -> Incident:
    return Incident(ident, "attack", "Attack", None, None, claims, "uncorroborated", (), (), (1, 1))


def dispute(ident: str, question: str, *claims: str) -> Dispute:
    return Dispute(ident, "i-1", question, "occurrence", tuple(Side(claim, (f"a-{claim}",), (claim,)) for claim in claims))


def test_the_counterpart_of_an_incident_shares_most_of_its_claims() -> None:
    later = [incident("i-x", "c1"), incident("i-y", "c2", "c3"), incident("i-z", "c9")]
    assert counterparts([incident("i-1", "c1", "c2", "c3")], later) == {"i-1": later[1]}


def test_of_two_that_share_as_many_the_first_by_its_id_is_taken_whatever_the_order() -> None:
    one, other = incident("i-x", "c1"), incident("i-y", "c2")
    for order in ([one, other], [other, one]):
        assert counterparts([incident("i-1", "c1", "c2")], order) == {"i-1": one}


def test_what_shares_no_claim_has_none() -> None:
    assert counterparts([incident("i-1", "c1")], [incident("i-1", "c2")]) == {}


def test_a_dispute_has_its_counterpart_in_one_of_the_same_question_alone() -> None:
    before = dispute("d-1", "Did it happen?", "c1", "c2")
    others = [dispute("d-1", "How many rockets?", "c1", "c2"), dispute("d-2", "Did it happen?", "c2", "c7")]
    assert counterparts([before], others) == {"d-1": others[1]}
    assert claims_of(before) == ("c1", "c2")


def test_every_answer_of_a_claim_is_told_by_claim_and_question() -> None:
    cells = (("happened", (Position("yes", ("c1", "c2")), Position("denies", ("c3",)))), ("count", (Position("12", ("c1",)),)))
    found = values_by_claim([Matrix("i-1", ("happened", "count"), (Row("a-front", "Front", (), cells),))])
    assert found == {("c1", "happened"): ["yes"], ("c2", "happened"): ["yes"], ("c3", "happened"): ["denies"], ("c1", "count"): ["12"]}


def test_sides_are_told_with_the_names_of_who_holds_them() -> None:
    assert told(dispute("d-1", "How many?", "12", "3").sides, str.upper) == "12 (A-12) | 3 (A-3)"


def test_a_question_of_the_codebook_is_told_by_its_label_and_another_one_as_it_is() -> None:
    assert label_of("happened") == "Did it happen?"
    assert label_of("Is it over?") == "Is it over?"
