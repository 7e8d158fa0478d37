"""Disputes beside those of incidents are asked again where a change touches them, though none of their own claims is another one."""

from __future__ import annotations

from memory import Memory, assert_as_whole, changed, linked
from piles import Pile

from sayso.records.dispute import Dispute
from sayso.records.review import Bond, Rulings


def brought_in(before: Pile, after: Pile) -> Memory:
    """What is kept once the one pile has become the other, which is what weighing all comes to."""
    now = linked(after, Rulings())
    memory, _ = changed(linked(before, Rulings()), now)
    assert_as_whole(memory, now)
    return memory


def asked(memory: Memory, question: str) -> list[Dispute]:
    return [dispute for dispute in memory.rows["disputes"].values() if dispute.question == question]


def a_reply(*between: str) -> Pile:
    """An accusation and what is told behind it: accusations by others, and a denial at the end."""
    pile = Pile()
    pile.say("a.txt", "Lund blamed Velm for a crime.", "Lund", "accuses", kind="statement", verb="statement")
    for who in between:
        pile.say("a.txt", f"{who} blamed Velm too.", who, "accuses", kind="statement", verb="statement")
    pile.say("a.txt", "Velm denied that it had harmed any farmers.", "Velm", "denies", "denies", kind="statement", verb="statement")
    return pile


def without(pile: Pile, doc: str, at: int) -> Pile:
    del pile.claims[doc][at]
    return pile


def test_a_denial_answers_the_accusation_before_once_the_one_between_is_gone() -> None:
    memory = brought_in(a_reply("Orsk"), without(a_reply("Orsk"), "a.txt", 1))
    (reply,) = asked(memory, "Is it so?")
    assert reply.sides[1].holders == tuple(actor.id for actor in memory.now.linking.actors if actor.name == "Lund")


def test_a_denial_answers_nothing_any_more_once_the_accusation_is_gone() -> None:
    assert asked(brought_in(a_reply(), without(a_reply(), "a.txt", 0)), "Is it so?") == []


def attacks(*days: int, by: str = "Front") -> Pile:
    """A pledge, and in a document each the attacks after it that others tell of."""
    pile = Pile()
    pile.say(
        "a.txt",
        "Velm vowed that the Front would never fire on the towns of its neighbours.",
        "Velm",
        "pledges",
        said="2031-03-01",
        agent="Front",
    )
    for day in days:
        words = f"On {day} March the {by} fired rockets at Sarn, Lund said."
        pile.say(f"b{day}.txt", words, "Lund", when=f"2031-03-0{day}", agent=by, landed="Sarn")
    return pile


def test_a_first_attack_that_comes_to_be_known_stands_against_the_pledge() -> None:
    (found,) = asked(brought_in(attacks(), attacks(4)), "Does Velm keep its assurance?")
    assert {side.value: len(side.claims) for side in found.sides} == {"assured": 1, "told otherwise": 1}


def test_a_further_attack_stands_against_the_pledge_beside_the_one_that_nothing_touched() -> None:
    (found,) = asked(brought_in(attacks(4), attacks(4, 8)), "Does Velm keep its assurance?")
    assert {side.value: len(side.claims) for side in found.sides} == {"assured": 1, "told otherwise": 2}


def test_nothing_stands_against_the_pledge_once_another_is_said_to_have_done_it() -> None:
    assert asked(brought_in(attacks(4), attacks(4, by="Orsk")), "Does Velm keep its assurance?") == []


def test_others_word_that_it_was_broken_stands_beside_the_attack_that_nothing_touched() -> None:
    told = attacks(4)
    told.say("c.txt", "Lund found that Velm has not delivered on its word.", "Lund", kind="statement", verb="statement")
    told.name("c.txt", "Velm", span=told.claims["c.txt"][0].span)
    before = attacks(4)
    before.texts["c.txt"] = told.texts["c.txt"]
    before.mentions["c.txt"] = told.mentions["c.txt"]
    (found,) = asked(brought_in(before, told), "Does Velm keep its assurance?")
    assert {side.value: len(side.claims) for side in found.sides} == {"assured": 1, "told otherwise": 2}


def test_pledges_stand_in_one_order_whichever_of_them_a_change_touches() -> None:
    def vowed(*days: int) -> Pile:
        pile = attacks(*days)
        for who in ("Orsk", "HF", "Renn"):
            words = f"Velm: no {who} rocket strikes."
            pile.say(f"p{who}.txt", words, "Velm", "pledges", kind="statement", verb="statement", said="2031-03-01", agent=who)
            words = f"{who} fired rockets at Kest on 5 March, Lund said."
            pile.say(f"q{who}.txt", words, "Lund", when="2031-03-05", agent=who, landed="Kest")
        return pile

    (found,) = asked(brought_in(vowed(4), vowed(4, 8)), "Does Velm keep its assurance?")
    (assured,) = (side.claims for side in found.sides if side.value == "assured")
    assert len(assured) == 4


def two_fires(one: str, other: str) -> Pile:
    """Two fires of two days with their dead, in these documents, each behind somebody's words on another matter."""
    pile = Pile()
    for doc, day, dead, who in ((one, 4, 12, "Renn"), (other, 9, 30, "Berg")):
        pile.say(doc, f"Kit {who}son praised the harvest.", f"Kit {who}son", kind="statement", verb="statement")
        words = f"The fire at Sarn killed {dead}, Ada {who} said."
        pile.say(doc, words, f"Ada {who}", when=f"2031-03-0{day}", landed="Sarn", killed=dead)
    return pile


def joined(pile: Pile) -> Memory:
    """What is kept once a person says that the two fires were one."""
    fires = [claim.id for own in pile.claims.values() for claim in own if claim.kind == "event"]
    one = Rulings((Bond("same_incident", True, (fires[0],), (fires[1],), "lena"),))
    now = linked(pile, one)
    memory, _ = changed(linked(pile, Rulings()), now)
    assert_as_whole(memory, now)
    return memory


def test_what_is_said_beside_accounts_is_not_asked_again_when_their_incidents_are_joined() -> None:
    pile = two_fires("a.txt", "b.txt")
    assert joined(pile).asked == {claim.id for own in pile.claims.values() for claim in own if claim.kind == "event"}


def test_numbers_of_one_text_differ_once_the_two_incidents_in_it_are_one() -> None:
    pile = two_fires("a.txt", "a.txt")
    first = pile.claims["a.txt"][1].id
    (found,) = [dispute for dispute in asked(joined(pile), "How many?") if dispute.about == first]
    assert len(found.sides) == 2
