"""Opposite answers about one actor, opposite ties, and findings against a pledge become disputes."""

from __future__ import annotations

from piles import Pile

from sayso.records.dispute import Dispute


def only(pile: Pile) -> Dispute:
    (found,) = pile.weigh().disputes
    return found


def told(pile: Pile, doc: str, quote: str, voice: str, about: str) -> None:
    """A statement in whose words an actor is named."""
    pile.say(doc, quote, voice, kind="statement", verb="statement")
    span = pile.claims[doc][-1].span
    from sayso.records.document import Span

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
