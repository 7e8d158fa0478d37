"""The rules of evidence: what a matrix, a status, an origin, a dispute and a pledge may say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import PLACES, ROCKETS, Pile, rockets

from sayso.lang.language import load_language
from sayso.records.amount import Amount
from sayso.records.claim import Slot
from sayso.records.dispute import Dispute
from sayso.records.document import Span
from sayso.records.incident import Row
from sayso.records.vocabulary import OTHER
from sayso.records.worked_out import Weighing
from sayso.weigh.numbers import excludes, is_loose


def cells(weighing: Weighing, party: str) -> dict[str, list[str]]:
    row = row_of(weighing, party)
    return {question: [position.value for position in positions] for question, positions in row.cells}


def row_of(weighing: Weighing, party: str) -> Row:
    return next(row for matrix in weighing.matrices for row in matrix.rows if row.name.startswith(party))


def dispute(weighing: Weighing, kind: str) -> Dispute:
    return next(found for found in weighing.disputes if found.kind == kind)


def test_a_denial_is_not_the_number_zero() -> None:
    assert "how_many" not in cells(deny_only(), "Velm")
    assert cells(deny_only(), "Velm")["happened"] == ["denies"]


def deny_only() -> Weighing:
    pile = Pile()
    pile.say("a.txt", "The Front fired 12 rockets at Orsk.", "Harran Front", "claims_responsibility", count=12, toward="Orsk")
    pile.say("a.txt", "Velm denied the claim.", "Velm", "denies", "denies", kind="statement", verb="statement")
    return pile.weigh()


def test_a_target_is_not_a_landing() -> None:
    assert "landed" not in cells(rockets().weigh(), "Harran Front")
    assert cells(rockets().weigh(), "a resident")["landed"] == ["yes, Sarn"]


def test_that_none_landed_does_not_deny_that_any_were_fired() -> None:
    told = cells(rockets().weigh(), "Velm")
    assert told["landed"] == ["no"]
    assert told["happened"] == ["denies", "yes"]


def test_two_dated_positions_of_one_party_stand_in_its_one_row() -> None:
    row = row_of(rockets().weigh(), "Velm")
    positions = dict(row.cells)["happened"]
    assert [(position.value, str(position.said)) for position in positions] == [("denies", "2031-03-05"), ("yes", "2031-03-09")]
    assert len(row.voices) == 2


def test_the_date_of_a_statement_is_not_the_date_of_the_event() -> None:
    (incident,) = rockets().weigh().incidents
    assert str(incident.when) == "2031-03-04"


def test_a_title_tells_no_doer_and_no_verdict() -> None:
    (incident,) = rockets().weigh().incidents
    assert incident.title == "Rocket, shell or missile fire, Kest -> Sarn, 2031-03-04"


def test_an_event_of_no_listed_kind_is_called_by_the_words_in_which_it_is_first_told_unless_another_account_tells_its_kind() -> None:
    pile = Pile()
    pile.say(
        "a.txt", "On 4 March something came down behind the old mill of Kest.", verb=OTHER, when="2031-03-04", place="Kest", agent="Front"
    )
    (incident,) = pile.weigh().incidents
    assert incident.title == 'Other event: "On 4 March something came down behind the old …", Kest, 2031-03-04'
    pile.say("b.txt", "Something came down behind the mill of Kest.", verb=ROCKETS, when="2031-03-04", place="Kest", agent="Front")
    (incident,) = pile.weigh().incidents
    assert incident.title == "Rocket, shell or missile fire, Kest, 2031-03-04"


def test_one_voice_affirms_and_one_denies_is_contested() -> None:
    assert rockets().weigh().incidents[0].status == "contested"


def test_a_denial_alone_is_denied_only() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm denied that rockets were fired on 4 March.", "Velm", "denies", "denies", when="2031-03-04")
    assert pile.weigh().incidents[0].status == "denied_only"


def test_having_no_comment_is_no_denial() -> None:
    pile = Pile()
    pile.say("a.txt", "On 4 March rockets hit Sarn, Orsk said.", "Orsk", when="2031-03-04", landed="Sarn")
    pile.say(
        "a.txt", "Velm has not commented on the reports.", "Velm", "declines_comment", "uncommitted", kind="statement", verb="statement"
    )
    weighing = pile.weigh()
    assert weighing.incidents[0].status == "uncorroborated"
    assert cells(weighing, "Velm")["happened"] == ["no comment"]


def test_a_party_that_owns_up_against_its_interest_concedes() -> None:
    pile = Pile()
    pile.say(
        "a.txt",
        "Velm acknowledged that it had fired on Sarn on 4 March.",
        "Velm",
        "concedes",
        agent="Velm",
        landed="Sarn",
        when="2031-03-04",
    )
    assert pile.weigh().incidents[0].status == "conceded"


def test_without_known_sides_nothing_is_corroborated_across_them() -> None:
    pile = Pile()
    for doc, voice in (("a.txt", "Orsk"), ("b.txt", "Lund")):
        pile.say(doc, f"{voice} said rockets hit Sarn on 4 March.", voice, when="2031-03-04", landed="Sarn")
    assert pile.weigh().incidents[0].status == "corroborated_same_side"


def test_one_statement_told_by_three_reports_is_one_origin() -> None:
    pile = Pile()
    for doc in ("a.txt", "b.txt", "c.txt"):
        pile.say(
            doc,
            f"The Front said in {doc} that it fired on Sarn on 4 March.",
            "Harran Front",
            "claims_responsibility",
            when="2031-03-04",
            landed="Sarn",
        )
    (incident,) = pile.weigh().incidents
    assert incident.origins[0] == 1
    assert len([origin for origin in pile.weigh().origins if set(origin.claims) & set(incident.claims)]) == 1


def test_words_of_one_speaker_in_one_report_are_one_origin_though_not_for_certain() -> None:
    pile = Pile()
    pile.say("a.txt", "Rockets hit Sarn on 4 March, Renn said.", "Nadir Renn", when="2031-03-04", landed="Sarn")
    pile.say("a.txt", "Renn said that the border was quiet.", "Nadir Renn", kind="statement", verb="statement")
    (origin,) = pile.weigh().origins
    assert not origin.certain


def test_an_author_adds_no_origin_to_those_of_whom_he_tells() -> None:
    pile = Pile()
    pile.say("a.txt", "Rockets hit Sarn on 4 March.", when="2031-03-04", landed="Sarn")
    pile.say("a.txt", "Rockets hit Sarn on 4 March, Orsk said.", "Orsk", when="2031-03-04", landed="Sarn")
    pile.say("b.txt", "Rockets hit Sarn on 4 March, a resident said.", "a resident", when="2031-03-04", landed="Sarn")
    assert pile.weigh().incidents[0].origins == (1, 2)


def test_whether_it_happened_is_disputed_between_those_who_say_so_and_those_who_deny() -> None:
    weighing = rockets().weigh()
    found = dispute(weighing, "occurrence")
    assert {side.value for side in found.sides} == {"yes", "denies"}


def test_numbers_that_exclude_each_other_are_disputed_and_a_denial_stands_beside_them() -> None:
    found = dispute(rockets().weigh(), "count")
    assert {side.value for side in found.sides} == {"12", "2", "denies"}


def test_whether_any_landed_is_disputed_only_by_those_who_speak_of_landing() -> None:
    found = dispute(rockets().weigh(), "outcome")
    names = {side.value: len(side.holders) for side in found.sides}
    assert names == {"yes": 1, "no": 1, "denies": 1}


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Amount(12, 12), Amount(2, 3), True),
        (Amount(80, None, "", "at least"), Amount(75, 75, "", "about"), False),
        (Amount(1000, 1000, "", "about"), Amount(900, 900), False),
        (Amount(None, 80, "", "nearly"), Amount(80, 80), False),
        (Amount(1000, 3000), Amount(2000, 2000), False),
        (Amount(None, None, "", "several"), Amount(4, 4), False),
    ],
)
def test_only_numbers_that_cannot_both_be_right_are_a_dispute(one: Amount, other: Amount, clash: bool) -> None:
    loose = is_loose(one, load_language()) or is_loose(other, load_language())
    assert excludes(one, other, loose) is excludes(other, one, loose) is clash


def test_a_pledge_of_peaceful_soil_is_borne_on_by_later_fire_from_it_and_at_most_challenged() -> None:
    pile = rockets()
    words = "Velm assured Orsk that its soil would not serve for attacks on others."
    pile.say("a.txt", words, "Velm", "pledges", verb="attack", said="2031-01-01", place="Velm")
    (pledge,) = pile.weigh().pledges
    assert [bearing.effect for bearing in pledge.bearing] == ["breaches"]
    assert pledge.status == "challenged"


def test_a_pledge_given_after_the_event_is_not_borne_on_by_it() -> None:
    pile = rockets()
    words = "Velm assured Orsk that its soil would not serve for attacks on others."
    pile.say("a.txt", words, "Velm", "pledges", verb="attack", said="2032-01-01", place="Velm")
    (pledge,) = pile.weigh().pledges
    assert pledge.status == "open"


def test_a_pledge_repeated_in_other_words_is_one_pledge() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm vowed its territory would never be used for attacks.", "Velm", "pledges", verb="attack")
    pile.say("b.txt", "Velm said attacks from its territory would not be allowed.", "Velm", "pledges", verb="attack")
    assert [len(pledge.claims) for pledge in pile.weigh().pledges] == [2]


def test_weighing_in_another_order_gives_the_same_rows() -> None:
    assert rockets().weigh(backwards=True) == rockets().weigh()


def counts(*told: tuple[str, Amount]) -> list[Dispute]:
    """The disputes on how many were killed in one attack, each number by another voice."""
    pile = Pile()
    for number, (voice, amount) in enumerate(told):
        pile.say(f"{number}.txt", f"On 4 March shells hit Sarn and killed {amount}, {voice} said.", voice, when="2031-03-04", landed="Sarn")
        claims = pile.claims[f"{number}.txt"]
        killed = Slot("killed", str(amount), claims[-1].span, amount=amount)
        claims[-1] = replace(claims[-1], slots=(*claims[-1].slots, killed))
    return [found for found in pile.weigh().disputes if found.kind == "count"]


def dead(*told: tuple[str, Amount]) -> list[list[str]]:
    """The sides of these disputes."""
    return [[side.value for side in found.sides] for found in counts(*told)]


@pytest.mark.parametrize(
    ("unit", "question"), [("dead", "How many killed?"), ("people", "How many people killed?"), ("", "How many killed?")]
)
def test_the_question_for_a_number_of_dead_says_so_once(unit: str, question: str) -> None:
    assert [one.question for one in counts(("Renn", Amount(47, 47, unit, "", "47")), ("Lund", Amount(9, 9, unit, "", "9")))] == [question]


def test_at_least_forty_stands_with_the_number_that_it_leaves_open() -> None:
    exact, other, least = (Amount(47, 47, "deaths", "", "47"), Amount(15, 15, "", "", "15"), Amount(42, None, "people", "at least", "42"))
    assert dead(("Renn", exact), ("Velm", other), ("Lund", least)) == [["47, 42+", "15"]]


def test_at_least_forty_and_forty_seven_are_no_dispute() -> None:
    assert dead(("Renn", Amount(47, 47, "deaths", "", "47")), ("Lund", Amount(42, None, "people", "at least", "42"))) == []


def of_unit(number: int, unit: str) -> Amount:
    return Amount(number, number, unit, "", f"{number} {unit}")


def test_dead_children_are_held_against_other_dead_children_and_not_against_all_dead() -> None:
    assert dead(("Renn", of_unit(31, "people")), ("Lund", of_unit(19, "children"))) == []
    assert dead(("Renn", of_unit(31, "children")), ("Lund", of_unit(19, "children"))) == [["19", "31"]]


def test_dead_people_and_dead_civilians_are_held_against_each_other_unless_somebody_counts_fighters() -> None:
    people, civilians = ("Renn", of_unit(31, "people")), ("Lund", of_unit(19, "civilians"))
    assert [one.question for one in counts(people, civilians)] == ["How many people killed?"]
    assert counts(people, civilians, ("Velm", of_unit(12, "fighters"))) == []


def test_who_says_that_his_own_forces_did_not_fire_denies_his_part_and_not_that_it_happened() -> None:
    pile = Pile()
    pile.say("a.txt", "The Front fired at Sarn on 4 March, Lund said.", "Lund", when="2031-03-04", agent="Front", landed="Sarn")
    pile.say("b.txt", "Our forces did not fire at Sarn on 4 March.", "Velm", "asserts", "denies", when="2031-03-04", landed="Sarn")
    claim = pile.claims["b.txt"][-1]
    doer = Slot("agent", "Our forces", Span("b.txt", claim.span.start, claim.span.start + 10))
    without = tuple(slot for slot in claim.slots if slot.name == "when")
    pile.claims["b.txt"][-1] = replace(claim, slots=(*without, Slot("place", "Sarn", claim.span, place=PLACES["Sarn"]), doer))
    assert {found.question for found in pile.weigh().disputes} == {"Who did it?"}
    others = replace(doer, text="The forces")
    pile.claims["b.txt"][-1] = replace(claim, slots=(*without, Slot("place", "Sarn", claim.span, place=PLACES["Sarn"]), others))
    assert "Did it happen?" in {found.question for found in pile.weigh().disputes}


def tie(verb: str, one: str, other: str) -> list[tuple[str, str]]:
    """The predicates and objects of the ties of two names that a text calls one."""
    pile = Pile()
    pile.say("a.txt", f"The {one} is also known as {other}.", kind="tie", verb="alias_of", subject=one, object=other)
    pile.say("a.txt", f"The {one} is {verb} {other}.", kind="tie", verb=verb, subject=one, object=other)
    return [(found.predicate, found.object) for found in pile.weigh().ties]


def test_a_former_name_of_an_actor_is_told_in_its_words() -> None:
    assert tie("renamed_from", "Harran Front", "Dawn League") == [("alias_of", "Dawn League"), ("renamed_from", "Dawn League")]


def test_an_actor_has_no_tie_of_another_kind_to_itself() -> None:
    assert tie("supports", "Harran Front", "Dawn League") == [("alias_of", "Dawn League")]


def test_an_actor_that_goes_by_its_other_name_is_told_to_be_called_the_first_one() -> None:
    pile = Pile()
    pile.say("a.txt", "Dawn, the Harran Front.", kind="tie", verb="alias_of", subject="Dawn", object="Harran Front")
    assert [(tie.predicate, tie.object) for tie in pile.weigh().ties] == [("alias_of", "Dawn")]


def on_one_attack(*told: tuple[str, str, str, str]) -> dict[str, list[str]]:
    """The questions and answers on one attack: by document, voice, doer, and whether the voice affirms or denies it."""
    pile = Pile()
    for doc, voice, doer, polarity in told:
        words = f"Shells hit Sarn on 4 March, says {voice} of {doer}."
        if polarity == "denies":
            pile.say(doc, words, voice, "denies", "denies", when="2031-03-04", landed="Sarn")
        elif doer:
            pile.say(doc, words, voice, when="2031-03-04", landed="Sarn", agent=doer)
        else:
            pile.say(doc, words, voice, when="2031-03-04", landed="Sarn")
    found = list(pile.weigh().disputes)
    return {one.question: sorted(side.value for side in one.sides) for one in found}


def test_who_has_both_in_one_account_does_not_contradict_himself() -> None:
    here = (("a.txt", "Lund", "", "affirms"), ("a.txt", "Lund", "", "denies"))
    assert "Did Lund say that it happened?" not in on_one_attack(*here)
    assert "Did Lund say that it happened?" in on_one_attack(here[0], ("b.txt", *here[1][1:]))


def test_nor_is_it_asked_whether_it_happened_where_one_account_of_one_party_alone_has_both() -> None:
    here = (("a.txt", "Lund", "", "affirms"), ("a.txt", "Lund", "", "denies"))
    assert "Did it happen?" not in on_one_attack(*here)
    assert "Did it happen?" in on_one_attack(*here, ("a.txt", "Velm", "", "affirms"))


def test_a_body_and_its_spokesman_contradict_each_other_in_one_account_unless_both_spoke_on_one_day() -> None:
    asked = {"Did it happen?", "Did Lund say that it happened?"}
    for days, differ in (((None, None), True), (("2031-03-04", "2031-03-06"), True), (("2031-03-04", "2031-03-04"), False)):
        pile = Pile()
        pile.say("a.txt", "Nadir Renn is a spokesman of Lund.", kind="tie", verb="spokesperson_for", subject="Nadir Renn", object="Lund")
        pile.say("a.txt", "Shells hit Sarn on 4 March, Lund says.", "Lund", said=days[0], when="2031-03-04", landed="Sarn")
        words = "No shells hit Sarn on 4 March, Nadir Renn says."
        pile.say("a.txt", words, "Nadir Renn", "denies", "denies", said=days[1], when="2031-03-04", landed="Sarn")
        assert asked.isdisjoint(one.question for one in pile.weigh().disputes) is not differ


def test_a_band_without_a_name_is_no_other_than_the_one_whom_somebody_names() -> None:
    named = (("a.txt", "Lund", "Harran Front", "affirms"), ("b.txt", "Velm", "Orsk", "affirms"))
    assert on_one_attack(*named)["Who did it?"] == ["Harran Front", "Orsk"]
    assert "Who did it?" not in on_one_attack(named[0], ("b.txt", "Velm", "a band", "affirms"))


def test_nobody_in_particular_is_no_doer_beside_one_with_a_name() -> None:
    pile = Pile()
    pile.say("a.txt", "Shells hit Sarn on 4 March, fired by the Front.", "Lund", when="2031-03-04", landed="Sarn", agent="Front")
    pile.say("b.txt", "Shells hit Sarn on 4 March, not claimed by any group.", when="2031-03-04", landed="Sarn", agent="any group")
    pile.mentions["b.txt"] = [replace(mention, kind="other", named=False) for mention in pile.mentions["b.txt"]]
    assert "Who did it?" not in {one.question for one in pile.weigh().disputes}
