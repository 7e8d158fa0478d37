"""Opposite answers about one actor, opposite ties, and findings against a pledge become disputes."""

from __future__ import annotations

from dataclasses import replace

from piles import Pile

from sayso.records.dispute import Dispute
from sayso.records.document import Span


def only(pile: Pile) -> Dispute:
    (found,) = pile.weigh().disputes
    return found


def told(pile: Pile, doc: str, quote: str, voice: str, about: str) -> None:
    """A statement in whose words an actor is named."""
    pile.say(doc, quote, voice, kind="statement", verb="statement")
    span = pile.claims[doc][-1].span
    start = span.start + quote.index(about)
    pile.name(doc, about, span=Span(doc, start, start + len(about)))


def test_a_group_that_some_call_growing_and_others_contained_is_disputed() -> None:
    pile = Pile()
    told(pile, "a.txt", "Lund says threats from the Harran Front are rising.", "Lund", "Harran Front")
    told(pile, "b.txt", "Velm says it has contained the Harran Front.", "Velm", "Harran Front")
    assert {side.value for side in only(pile).sides} == {"growing", "held down"}


def test_the_one_who_contains_is_not_the_one_contained() -> None:
    pile = Pile()
    told(pile, "a.txt", "Lund says threats from the Harran Front are rising.", "Lund", "Harran Front")
    pile.name("b.txt", "Front", kind="armed_group")
    told(pile, "b.txt", "Front says it has weakened its rivals.", "Front", "Front")
    assert pile.weigh().disputes == ()


def test_both_words_in_one_clause_are_no_dispute() -> None:
    pile = Pile()
    told(pile, "a.txt", "Lund says the Harran Front is growing though it was declared defeated.", "Lund", "Harran Front")
    assert pile.weigh().disputes == ()


def test_two_camps_called_enemies_and_partners_are_disputed() -> None:
    pile = Pile()
    pile.say("a.txt", "The Front is at war with Velm.", kind="tie", verb="hostile_to", subject="Harran Front", object="Velm")
    pile.say("b.txt", "Lund says Velm funds the Front.", "Lund", kind="tie", verb="funds", subject="Velm", object="Harran Front")
    assert {side.value for side in only(pile).sides} == {"enemies", "partners"}


def test_a_pledge_of_peaceful_soil_stands_beside_others_word_of_help_for_armed_groups() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm assured all that its territory would not be used for attacks.", "Velm", "pledges", verb="attack")
    pile.say("b.txt", "Lund says Velm shelters the Front.", "Lund", kind="tie", verb="hosts", subject="Velm", object="Harran Front")
    assert only(pile).question == "Does Velm keep its assurance?"


def test_to_have_no_comment_on_what_one_is_said_to_have_done_leaves_the_question_open_and_denies_nothing() -> None:
    pile = Pile()
    pile.say("a.txt", "Rockets of Velm hit Sarn on 4 March, Orsk said.", "Orsk", when="2031-03-04", agent="Velm", landed="Sarn")
    pile.say(
        "a.txt", "Velm has not commented on the reports.", "Velm", "declines_comment", "uncommitted", kind="statement", verb="statement"
    )
    assert {side.value for side in only(pile).sides} == {"yes", "no comment"}
    assert pile.weigh().incidents[0].status == "uncorroborated"


def silent_on(seen: str, whose: str) -> list[set[str]]:
    """The sides where something is seen and a state has no comment on it."""
    pile = Pile()
    pile.say("a.txt", f"{seen} were seen over Sarn on 4 March, Lund said.", "Lund", verb="airspace_overflight", when="2031-03-04",
             landed="Sarn", instrument=seen)  # fmt: skip
    pile.say("a.txt", f"{whose} has not commented on the overflight.", whose, "declines_comment", "uncommitted",
             verb="airspace_overflight", when="2031-03-04", landed="Sarn")  # fmt: skip
    return [{side.value for side in found.sides} for found in pile.weigh().disputes]


def test_whose_planes_are_seen_and_who_has_no_comment_on_it_leaves_the_question_open() -> None:
    assert silent_on("Norwegian warplanes", "Norway") == [{"yes", "no comment"}]


def test_that_another_one_has_no_comment_leaves_nothing_open() -> None:
    assert (silent_on("Norwegian warplanes", "Sweden"), silent_on("warplanes", "Norway")) == ([], [])


def test_two_camps_with_an_agreement_are_partners_unless_it_is_a_truce() -> None:
    def disputed(words: str) -> int:
        pile = Pile()
        pile.say("a.txt", "The Front is at war with Velm.", kind="tie", verb="hostile_to", subject="Harran Front", object="Velm")
        pile.say("b.txt", words, "Lund", kind="tie", verb="agreement_with", subject="Velm", object="Harran Front")
        return len(pile.weigh().disputes)

    assert (disputed("Velm has a pact with the Front, Lund says."), disputed("Velm has a truce with the Front, Lund says.")) == (1, 0)


def controls(said: str) -> list[str]:
    """The questions where Velm says that it is in full control, and Lund says something else."""
    pile = Pile()
    told(pile, "a.txt", "We are in full control, Velm says of Orsk.", "Velm", "Orsk")
    pile.name("b.txt", "Velm", span=pile._add("b.txt", "Velm"))
    told(pile, "b.txt", said, "Lund", "Velm")
    if "Orsk" in said:
        span = pile.claims["b.txt"][-1].span
        at = span.start + said.index("Orsk")
        pile.name("b.txt", "Orsk", span=Span("b.txt", at, at + 4))
    return [found.question for found in pile.weigh().disputes]


def test_a_longer_answer_that_turns_a_shorter_one_round_is_the_one_given() -> None:
    assert controls("Lund says that Velm does not have full control.") == ["Can Velm keep order and security?"]


def test_who_could_not_or_would_not_prevent_something_is_said_not_to_keep_order() -> None:
    assert controls("Lund says that Velm did not even try hard to stop the raid.") == ["Can Velm keep order and security?"]


def test_it_is_asked_of_the_one_named_before_the_words_and_not_of_the_one_behind_them() -> None:
    assert controls("Lund says that Velm in its own hills has no control over Orsk.") == ["Can Velm keep order and security?"]


def test_what_is_created_is_named_behind_the_words_and_what_was_formed_before_them() -> None:
    pile = Pile()
    told(pile, "a.txt", "The Front allowed the creation of the Harran Front.", "Lund", "Harran Front")
    span = pile.claims["a.txt"][-1].span
    pile.name("a.txt", "Front", span=Span("a.txt", span.start + 4, span.start + 9))
    told(pile, "b.txt", "Velm has denied the existence of the Harran Front.", "Velm", "Harran Front")
    assert only(pile).question == "Does Harran Front exist?"


def test_whether_a_group_exists_is_disputed_by_who_denies_its_existence_and_who_tells_of_its_founding() -> None:
    pile = Pile()
    told(pile, "a.txt", "The Harran Front was formed in 2029 in the hills.", "Lund", "Harran Front")
    told(pile, "b.txt", "Velm has denied the existence of the Harran Front.", "Velm", "Harran Front")
    assert only(pile).question == "Does Harran Front exist?"


def test_a_denial_of_something_else_about_a_group_does_not_deny_that_it_exists() -> None:
    pile = Pile()
    told(pile, "a.txt", "The Harran Front was formed in 2029 in the hills.", "Lund", "Harran Front")
    told(pile, "b.txt", "Velm has denied the advance of the Harran Front.", "Velm", "Harran Front")
    assert pile.weigh().disputes == ()


def test_ones_own_word_that_there_are_no_fighters_on_ones_soil_stands_against_what_others_say_of_it() -> None:
    pile = Pile()
    told(pile, "a.txt", "There are no terrorists from Orsk here, Velm says.", "Velm", "Orsk")
    told(pile, "b.txt", "Lund says that Velm gives safe haven to gunmen.", "Lund", "Velm")
    assert only(pile).question == "Are there armed groups under Velm?"


def test_that_there_are_no_fighters_elsewhere_is_no_word_on_the_country_that_is_named() -> None:
    pile = Pile()
    told(pile, "a.txt", "Velm is host to gunmen, Lund says.", "Lund", "Velm")
    told(pile, "b.txt", "Orsk says that there are no terrorists in Velm.", "Orsk", "Velm")
    assert pile.weigh().disputes == ()


def test_others_word_that_a_pledge_of_peace_was_not_kept_stands_beside_it() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm assured all that its territory would not be used for attacks.", "Velm", "pledges", verb="attack")
    told(pile, "b.txt", "Lund found that Velm has not delivered on its word.", "Lund", "Velm")
    assert only(pile).question == "Does Velm keep its assurance?"


def test_ones_own_word_on_what_others_broke_is_no_word_on_ones_pledge() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm assured all that its territory would not be used for attacks.", "Velm", "pledges", verb="attack")
    told(pile, "b.txt", "Velm says that Lund has not delivered on its word.", "Velm", "Lund")
    assert pile.weigh().disputes == ()


def test_a_later_attack_ascribed_to_whom_a_pledge_binds_stands_against_it() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm vowed that the Front would never fire on towns.", "Velm", "pledges", said="2031-03-01", agent="Front")
    pile.say("b.txt", "On 4 March the Front fired rockets at Sarn, Lund said.", "Lund", when="2031-03-04", agent="Front", landed="Sarn")
    assert only(pile).question == "Does Velm keep its assurance?"


def test_an_attack_by_another_breaks_nobodys_word() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm vowed that the Front would never fire on towns.", "Velm", "pledges", said="2031-03-01", agent="Front")
    pile.say("b.txt", "On 4 March Orsk fired rockets at Sarn, Lund said.", "Lund", when="2031-03-04", agent="Orsk", landed="Sarn")
    assert pile.weigh().disputes == ()
    assert pile.weigh().pledges[0].bearing == ()


def questions(pile: Pile) -> list[str]:
    return [found.question for found in pile.weigh().disputes]


def test_who_says_that_he_never_aims_at_civilians_stands_against_those_who_tell_of_his_shelling_some() -> None:
    pile = Pile()
    told(pile, "a.txt", "Velm says it never targets civilians.", "Velm", "Velm")
    told(pile, "b.txt", "Lund says the army of Velm shelled a hospital and two schools.", "Lund", "Velm")
    assert questions(pile) == ["Does Velm harm civilians?"]
    told(pile, "c.txt", "Orsk says it never attacks villagers or civilians.", "Orsk", "Orsk")
    assert questions(pile) == ["Does Velm harm civilians?"]


def test_a_denial_of_harm_to_civilians_does_not_tell_of_any() -> None:
    pile = Pile()
    told(pile, "a.txt", "Velm says it never targets civilians.", "Velm", "Velm")
    told(pile, "b.txt", "Lund denies that Velm bombed a market.", "Lund", "Velm")
    claim = pile.claims["b.txt"][-1]
    pile.claims["b.txt"][-1] = replace(claim, act="denies", polarity="denies")
    assert questions(pile) == []


def test_who_says_that_he_keeps_a_truce_stands_against_those_who_say_that_he_broke_it() -> None:
    pile = Pile()
    told(pile, "a.txt", "Velm says it strictly observes the river truce.", "Velm", "Velm")
    told(pile, "b.txt", "Lund says Velm violated the truce on both banks.", "Lund", "Velm")
    assert questions(pile) == ["Does Velm keep the truce?"]


def test_whether_a_ruler_will_keep_power_is_disputed() -> None:
    pile = Pile()
    told(pile, "a.txt", "Lund says the rebels lack the means to overthrow the Harran Front.", "Lund", "Harran Front")
    told(pile, "b.txt", "Orsk says the Harran Front will soon collapse.", "Orsk", "Harran Front")
    assert {side.value for side in only(pile).sides} == {"it will", "it will not"}


def test_who_is_losing_the_war_to_some_and_took_a_town_to_others_is_disputed() -> None:
    pile = Pile()
    told(pile, "a.txt", "Lund says the Harran Front is losing this war.", "Lund", "Harran Front")
    told(pile, "b.txt", "Velm says the town of Sarn was captured by the Harran Front.", "Velm", "Harran Front")
    assert {side.value for side in only(pile).sides} == {"winning", "losing"}


def groups_in(one: str, other: str) -> list[str]:
    """The questions on which Lund and Velm differ, who speak of Orsk."""
    pile = Pile()
    told(pile, "a.txt", one, "Lund", "Orsk")
    told(pile, "b.txt", other, "Velm", "Orsk")
    return [found.question for found in pile.weigh().disputes]


def test_whether_there_are_armed_groups_in_a_country_is_disputed_by_who_tells_of_them_and_who_rules_them_out() -> None:
    asked = ["Are there armed groups in Orsk?"]
    none = "Velm said it cannot suppose the existence of armed groups in Orsk."
    assert groups_in("Lund said armed groups are active in Orsk.", none) == asked
    assert groups_in("Lund said there are armed groups operating in Orsk.", "Velm said there are no rebels in Orsk.") == asked
    assert groups_in("If armed groups are active in Orsk, Lund would know.", none) == []
