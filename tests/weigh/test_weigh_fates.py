"""What others tell of promises, threats and predictions: that they have not come about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.records.claim import AUTHOR, Act
from sayso.records.document import Span
from sayso.records.worked_out import Weighing


def told(promise: str, later: str, act: Act = "pledges", on: str = "2031-06-01", given: str = "2031-03-01") -> Weighing:
    """Velm promises, threatens or foretells something in one report, and Lund tells something in another."""
    pile = Pile()
    pile.say("a.txt", promise, "Velm", act, kind="statement", verb="statement", said=given)
    pile.say("b.txt", later, "Lund", kind="statement", verb="statement", said=on)
    return pile.weigh()


@pytest.mark.parametrize(
    ("act", "effect", "status"),
    [("pledges", "breaches", "challenged"), ("predicts", "disconfirms", "challenged"), ("threatens", "contradicts", "challenged")],
)
def test_what_has_not_come_about_speaks_against_what_was_to_come(act: Act, effect: str, status: str) -> None:
    weighing = told("Velm will open its grain ledgers.", "Lund found that the grain ledgers have not been opened.", act)
    (pledge,) = weighing.pledges
    assert ([one.effect for one in pledge.bearing], pledge.status) == ([effect], status)


def test_the_word_that_it_has_not_come_about_is_a_dispute_on_that_promise() -> None:
    (found,) = told("Velm will open its grain ledgers.", "Lund found that the grain ledgers have not been opened.").disputes
    assert (found.question, found.kind) == ("Did it come about?", "outcome")
    assert {side.value: len(side.claims) for side in found.sides} == {"said to come": 1, "no": 1}


def test_where_nothing_was_to_be_it_is_kept_as_long_as_nothing_has_been() -> None:
    weighing = told("Velm vowed that no grain mill would be shelled.", "Lund found that no grain mill has been shelled so far.")
    (pledge,) = weighing.pledges
    assert ([one.effect for one in pledge.bearing], pledge.status) == (["consistent"], "open")
    assert weighing.disputes == ()


def test_what_was_done_in_spite_of_a_promised_pause_speaks_against_it() -> None:
    weighing = told(
        "Velm will suspend its flights over the quarries.", "Bombs fell two days into an announced suspension of flights, Lund said."
    )
    assert [one.effect for one in weighing.pledges[0].bearing] == ["breaches"]


def test_what_was_told_before_a_promise_was_given_does_not_bear_on_it() -> None:
    weighing = told("Velm will open its grain ledgers.", "Lund found that the grain ledgers have not been opened.", on="2031-02-01")
    assert weighing.pledges[0].bearing == ()


def test_he_who_promised_may_tell_himself_that_it_has_not_come_about() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm will open its grain ledgers.", "Velm", "pledges", kind="statement", verb="statement", said="2031-03-01")
    pile.say(
        "b.txt", "Velm conceded that its grain ledgers are still to be opened.", "Velm", "concedes", kind="statement", verb="statement"
    )
    assert [one.effect for one in pile.weigh().pledges[0].bearing] == ["breaches"]


def test_a_promise_that_is_said_to_have_come_to_nothing_by_name_was_not_kept() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm promised an inquiry.", "Velm", "pledges", kind="statement", verb="statement", said="2031-03-01")
    later = "Lund said that the inquiry announced by Velm has found nothing."
    pile.say("b.txt", later, "Lund", kind="statement", verb="statement", said="2031-06-01")
    pile.name("b.txt", "Velm", span=pile.claims["b.txt"][0].span)
    assert [one.effect for one in pile.weigh().pledges[0].bearing] == ["breaches"]


def test_the_word_that_a_promise_was_not_kept_bears_on_it_also_where_it_is_taken_for_that_promise() -> None:
    pile = Pile()
    pile.say(
        "a.txt", "Velm vowed to strike the thieves of grain.", "Velm", "threatens", kind="statement", verb="statement", said="2031-03-01"
    )
    later = "Velm's promise to strike the thieves of grain has not been carried out."
    told = pile.say("b.txt", later, "Velm", "threatens", kind="statement", verb="statement", said="2031-06-01")
    weighing = pile.weigh()
    (pledge,) = weighing.pledges
    assert [(one.ref, one.effect) for one in pledge.bearing] == [(told, "contradicts")]
    (found,) = [one for one in weighing.disputes if one.question == "Did it come about?"]
    assert [len(side.claims) for side in found.sides] == [1, 1]


def of_velm(promise: str, later: str) -> list[str]:
    """What it means for a promise of Velm's that Lund tells something of Velm in another report."""
    pile = Pile()
    pile.say("a.txt", promise, "Velm", "pledges", kind="statement", verb="statement", said="2031-03-01")
    pile.say("b.txt", later, "Lund", kind="statement", verb="statement", said="2031-06-01", subject="Velm")
    (pledge,) = pile.weigh().pledges
    return [one.effect for one in pledge.bearing]


def test_who_speaks_of_the_giver_needs_one_word_or_name_of_the_promise() -> None:
    assert of_velm("Velm will open the mill.", "Velm has not opened its mill, Lund said.") == ["breaches"]
    assert of_velm("Velm will leave Sarnholm.", "Velm did not withdraw from Sarnholm.") == ["breaches"]
    assert of_velm("Velm will open the mill.", "Velm has not paid its carters, Lund said.") == []
    assert of_velm("Velm will leave Sarnholm.", "Velm has not changed its mind: no shot fell on Sarnholm.") == []
    assert told("Velm will open the mill.", "The mill has not been painted, Lund said.").pledges[0].bearing == ()


def dead(words: str, then: int, before: int | None = 12, doc: str = "b.txt", act: Act = "predicts") -> list[tuple[str, str]]:
    """What bears on a prediction about the dead of an incident when a number of them is told, before it and later."""
    pile = Pile()
    here = {"when": "2031-03-04", "landed": "Dol"}
    if before:
        pile.say("a.txt", f"Rockets on Dol killed {before} on 4 March, Velm said.", "Velm", killed=before, **here)  # type: ignore[arg-type]
    pile.say("a.txt", words, "Nadir Renn", act, kind="statement", verb="statement")
    pile.say(doc, f"The rockets on Dol killed {then} on 4 March, Lund said.", "Lund", killed=then, **here)  # type: ignore[arg-type]
    return [(one.ref, one.effect) for pledge in pile.weigh().pledges for one in pledge.bearing]


@pytest.mark.parametrize(
    "words",
    [
        "The toll of the rockets on Dol of 4 March could climb, Nadir Renn said.",
        "After the rockets on Dol of 4 March Nadir Renn expects the number of dead to rise.",
        "After the rockets on Dol of 4 March more bodies will be found: Nadir Renn expects to find more bodies.",
    ],
)
def test_a_greater_number_of_dead_supports_who_foretold_that_it_would_rise(words: str) -> None:
    assert [effect for _, effect in dead(words, 19)] == ["supports"]


def test_no_more_died_than_the_most_that_were_told_of_before() -> None:
    pile = Pile()
    here = {"when": "2031-03-04", "landed": "Dol"}
    pile.say("a.txt", "Rockets on Dol killed nearly 19 on 4 March, Velm said.", "Velm", killed=19, **here)  # type: ignore[arg-type]
    first = pile.claims["a.txt"][0]
    slots = [replace(one, amount=replace(one.amount, low=None)) if one.amount else one for one in first.slots]
    pile.claims["a.txt"] = [replace(first, slots=tuple(slots))]
    pile.say("a.txt", "The toll of the rockets on Dol could climb, Nadir Renn said.", "Nadir Renn", "predicts", kind="statement", **here)  # type: ignore[arg-type]
    pile.say("b.txt", "The rockets on Dol killed 19 on 4 March, Lund said.", "Lund", killed=19, **here)  # type: ignore[arg-type]
    assert [pledge.bearing for pledge in pile.weigh().pledges] == [()]


def test_it_may_be_told_further_on_in_the_same_report() -> None:
    words = "The toll of the rockets on Dol of 4 March could climb, Nadir Renn said."
    assert [effect for _, effect in dead(words, 19, doc="a.txt")] == ["supports"]


def test_no_greater_number_and_one_beside_which_none_was_told_support_nothing() -> None:
    words = "The toll of the rockets on Dol of 4 March could climb, Nadir Renn said."
    assert dead(words, 12) == dead(words, 7) == dead(words, 19, before=None) == []


def test_another_prediction_is_not_supported_by_the_number_of_dead() -> None:
    assert dead("The price of grain after the rockets on Dol of 4 March could climb, Nadir Renn said.", 19) == []


def test_it_that_only_leads_up_to_something_speaks_of_no_promise_before() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm will chase the hill bands.", "Velm", "pledges", kind="statement", verb="statement")
    pile.say("a.txt", "It is important to note that our mill has not been taken.", "Velm", kind="statement", verb="statement")
    (pledge,) = pile.weigh().pledges
    assert pledge.bearing == ()


def said_of(promise: str, later: str, act: Act = "pledges", by: str = "Lund", named: str = "Velm", doc: str = "b.txt") -> list[str]:
    """What it means for Velm's word that another voice names Velm (or others) and tells this later, in another report or the same."""
    pile = Pile()
    if doc == "a.txt":
        pile.say(doc, later, by, kind="statement", verb="statement", said="2031-06-01")
        pile.name(doc, named, span=pile.claims[doc][-1].span)
    pile.say("a.txt", promise, "Velm", act, kind="statement", verb="statement", said="2031-06-01" if doc == "a.txt" else "2031-03-01")
    if doc != "a.txt":
        pile.say(doc, later, by, kind="statement", verb="statement", said="2031-06-01")
        at = pile.claims[doc][-1].span.start + later.index(named)
        pile.name(doc, named, span=Span(doc, at, at + len(named)))
    return [one.effect for pledge in pile.weigh().pledges for one in pledge.bearing]


@pytest.mark.parametrize(
    "later",
    [
        "Velm has scrupulously observed the truce, Lund said.",
        "Velm complied with all terms, Lund said.",
        "Velm is honouring every one of its commitments, Lund said.",
        "Velm left the quarries in line with the March accord, Lund said.",
        "Velm did as it had promised, Lund said.",
    ],
)
def test_the_word_that_somebody_kept_an_agreement_is_held_to_his_promise_to_keep_one(later: str) -> None:
    assert said_of("Velm will abide by the truce of Dol.", later) == ["consistent"]


@pytest.mark.parametrize(
    "later",
    [
        "Velm should have observed the truce, Lund said.",
        "Velm will be complying with all terms, Lund said.",
        "Velm failed to act in line with the March accord, Lund said.",
        "Velm and Orsk spoke of the truce, Lund said.",
    ],
)
def test_what_was_to_be_kept_is_not_told_as_kept(later: str) -> None:
    assert said_of("Velm will abide by the truce of Dol.", later) == []


def test_only_he_who_is_named_before_it_kept_an_agreement_else_he_who_says_so() -> None:
    promise = "Velm will abide by the truce of Dol."
    assert said_of(promise, "Orsk has observed the truce with Velm, Lund said.", named="Orsk") == []
    assert said_of(promise, "We have observed the truce, Velm said.", by="Velm") == ["consistent"]
    assert said_of(promise, "We have observed the truce, Lund said of Velm.") == []


def test_that_he_kept_his_word_is_held_to_the_promise_with_which_it_shares_a_word() -> None:
    assert said_of("Velm will pay its carters.", "Velm has kept its promise to the carters, Lund said.") == ["consistent"]
    assert said_of("Velm will pay its carters.", "Velm has kept its promise to the millers, Lund said.") == []


@pytest.mark.parametrize(
    "later",
    [
        "Velm later retaliated, Lund said.",
        "Velm hit back at the hill bands, Lund said.",
        "Velm responded with heavy shelling, Lund said.",
        "Velm launched a broad offensive in the hills, Lund said.",
        "Velm was undertaking a clearing operation in the hills, Lund said.",
    ],
)
@pytest.mark.parametrize(
    ("promise", "act"),
    [
        ("Velm vowed that the raid will not go unanswered.", "threatens"),
        ("Velm threatened to attack the hill bands.", "threatens"),
        ("Velm will pursue the hill bands.", "pledges"),
        ("Velm will defend the mills from raids.", "pledges"),
    ],
)
def test_who_hits_back_does_what_he_vowed_or_threatened(promise: str, act: Act, later: str) -> None:
    assert said_of(promise, later, act) == ["consistent"]


def test_a_spokesman_threatens_in_the_name_of_him_of_whom_he_tells_what_is_to_come() -> None:
    def threatened(words: str) -> list[str]:
        pile = Pile()
        pile.say("a.txt", words, "Nadir Renn", "threatens", kind="statement", verb="statement", said="2031-03-01")
        at = words.index("Velm")
        pile.name("a.txt", "Velm", span=Span("a.txt", at, at + 4))
        pile.say("b.txt", "Velm hit back, Lund said.", "Lund", kind="statement", verb="statement", said="2031-06-01")
        pile.name("b.txt", "Velm", span=Span("b.txt", 0, 4))
        return [one.effect for pledge in pile.weigh().pledges for one in pledge.bearing]

    assert threatened("Velm has decided to avenge the raid, Nadir Renn said.") == ["consistent"]
    assert threatened("Orsk will avenge the raid of Velm, Nadir Renn said.") == []


def test_a_report_may_tell_first_that_he_hit_back_and_then_that_he_had_said_he_would() -> None:
    assert said_of("Velm threatened to attack the hill bands.", "Velm hit back, Lund said.", "threatens", doc="a.txt") == ["consistent"]


def test_hitting_back_bears_on_no_promise_to_hold_ones_fire_and_not_on_that_of_others() -> None:
    assert said_of("Velm vowed not to attack the mills or retaliate.", "Velm retaliated, Lund said.") == []
    assert said_of("Velm will pay its carters.", "Velm retaliated, Lund said.") == []
    assert said_of("Velm will pursue the hill bands.", "Orsk retaliated, Lund said of Velm.", named="Orsk") == []
    assert said_of("Velm will pursue the hill bands.", "Velm threatened to be retaliated upon, should Velm be hit back.") == []


@pytest.mark.parametrize(
    ("before", "promise", "effects"),
    [
        ("The quarries are still held by bands, despite the bands", "agreeing to leave the quarries", ["breaches"]),
        ("The quarries are still held by bands, in spite of a vow", "to leave the quarries", ["breaches"]),
        ("Shots fell on the quarries again, despite", "the ceasefire", ["breaches"]),
        ("Despite heavy losses at the quarries, the bands vowed", "to leave the quarries", []),
        ("The quarries are held by bands, and the bands said that despite the rain", "they would leave the quarries", []),
    ],
)
def test_what_is_so_in_spite_of_a_promise_that_stands_right_behind_speaks_against_it(before: str, promise: str, effects: list[str]) -> None:
    pile = Pile()
    pile.say("a.txt", before, "Lund", kind="statement", verb="statement")
    pile.say("a.txt", promise, "bands", "pledges", kind="statement", verb="statement")
    assert [one.effect for pledge in pile.weigh().pledges for one in pledge.bearing] == effects


@pytest.mark.parametrize(
    ("giver", "words", "effects"),
    [
        ("Both parties", "Velm's withdrawal from the grain talks is a violation of the Orlan agreement, Lund said.", ["breaches"]),
        ("The two sides", "By leaving the grain talks Velm has violated the new agreement, Lund said.", ["breaches"]),
        ("Both parties", "Velm's raid on the mill is a violation of the Orlan agreement, Lund said.", []),
        ("Orsk", "Velm's withdrawal from the grain talks is a violation of the Orlan agreement, Lund said.", []),
    ],
)
def test_what_several_promise_one_another_any_of_them_can_break(giver: str, words: str, effects: list[str]) -> None:
    pile = Pile()
    promise = f"{giver} pledged not to begin any withdrawal from the grain talks, nor think of leaving them."
    pile.say("a.txt", promise, giver, "pledges", kind="statement", verb="statement", said="2031-03-01")
    pile.say("b.txt", words, "Lund", "accuses", kind="statement", verb="statement", said="2031-06-01")
    (pledge,) = pile.weigh().pledges
    assert [one.effect for one in pledge.bearing] == effects


def test_two_words_of_many_in_another_report_tell_nothing_of_a_promise() -> None:
    promise = "The harvest fair will push the millers, the carters and the tanners into debt, Velm foretold."
    later = "The harvest fair has not been held for the weavers and drovers of the northern valleys, Lund said."
    assert [one.bearing for one in told(promise, later, "predicts").pledges] == [()]


def test_a_name_alone_tells_of_no_promise_that_has_a_matter_of_its_own() -> None:
    assert of_velm("Velm will mend the roads and bridges of Sarnholm.", "Velm has not built a school near Sarnholm.") == []


@pytest.mark.parametrize(
    ("later", "effects"),
    [
        ("Lund spoke of violations of the truce at Sarn.", ["breaches"]),
        ("Shells fell on Sarn hours after the truce, Lund said.", ["breaches"]),
        ("Lund spoke of violations of the truce at Kest.", []),
        ("Lund asked all not to violate the truce at Sarn.", []),
    ],
)
def test_a_truce_that_somebody_announced_can_be_broken_by_anybody(later: str, effects: list[str]) -> None:
    weighing = told("The truce at Sarn announced by Velm", later)
    assert [one.effect for one in weighing.pledges[0].bearing] == effects
    assert [found.question for found in weighing.disputes] == ["Did it come about?"] * len(effects)


@pytest.mark.parametrize(
    ("later", "voice", "effects"),
    [
        ("On that day a caravan left Dol.", AUTHOR, ["ambiguous"]),
        ("Two weeks have passed.", AUTHOR, ["ambiguous"]),
        ("As it happened, Orsk came instead.", AUTHOR, ["ambiguous"]),
        ("A caravan left Dol.", AUTHOR, []),
        ("On that day a caravan left Dol.", "Lund", []),
    ],
)
def test_what_an_author_goes_on_with_in_time_right_behind_a_promise_may_bear_on_it(later: str, voice: str, effects: list[str]) -> None:
    pile = Pile()
    pile.say("a.txt", "Velm promised to mend the bridges by spring.", "Velm", "pledges", kind="statement", verb="statement")
    pile.say("a.txt", later, voice, kind="statement", verb="statement")
    (pledge,) = pile.weigh().pledges
    assert ([one.effect for one in pledge.bearing], pledge.status) == (effects, "open")


def test_neither_of_two_promises_means_both_that_were_told_before() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm promised to mend the bridges by spring.", "Velm", "pledges", kind="statement", verb="statement")
    pile.say("a.txt", "Orsk promised to rest its mills.", "Orsk", "pledges", kind="statement", verb="statement")
    pile.say("a.txt", "Neither promise was kept.", kind="statement", verb="statement")
    assert [[one.effect for one in pledge.bearing] for pledge in pile.weigh().pledges] == [["breaches"], ["breaches"]]


@pytest.mark.parametrize(
    ("promise", "effects"),
    [
        ("Velm had promised that no ferry would be stopped.", ["breaches"]),
        ("Velm had promised to guard the ferries.", ["ambiguous"]),
        ("Velm promised to guard the ferries.", []),
    ],
)
def test_what_happened_may_bear_on_what_is_said_to_have_been_promised_before(promise: str, effects: list[str]) -> None:
    pile = Pile()
    pile.say("a.txt", "Two ferries were stopped by Orsk on 4 March.", when="2031-03-04", agent="Orsk")
    pile.say("a.txt", promise, "Velm", "pledges", kind="statement", verb="statement")
    assert [one.effect for pledge in pile.weigh().pledges for one in pledge.bearing] == effects


@pytest.mark.parametrize(
    ("later", "effects"),
    [
        ("Lund counted that 22 of 60 grain ledgers were opened.", ["ambiguous"]),
        ("Lund counted that four of the fifteen grain ledgers were opened.", ["ambiguous"]),
        ("Lund counted that 22 of 60 carts were opened.", []),
        ("Lund counted that 22 grain ledgers were opened.", ["consistent"]),
    ],
)
def test_how_much_of_what_was_promised_was_done_is_left_to_the_reader(later: str, effects: list[str]) -> None:
    (pledge,) = told("Velm will open its grain ledgers.", later).pledges
    assert ([one.effect for one in pledge.bearing], pledge.status) == (effects, "open")
