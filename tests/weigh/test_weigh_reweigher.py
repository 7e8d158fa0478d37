"""Weighing a change alone comes to what weighing everything comes to, row by row and mark by mark."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from drawn import DOCS, DRAWN, Drawn, Face
from drawn import Told as Said
from hypothesis import given, settings
from hypothesis import strategies as st
from memory import Memory, State, assert_as_whole, changed, linked
from piles import Pile
from test_link_laws import PILES, Told, pile_of

from sayso.records.actor import Actor
from sayso.records.review import Bond, Rulings
from sayso.records.worked_out import Linking, Weighing, mention_key
from sayso.weigh import packed
from sayso.weigh.kept import CLAIMS, Exchange


@pytest.fixture(params=[1, 3, packed.MANY], autouse=True, scope="module")
def many(request: pytest.FixtureRequest) -> Iterator[None]:
    """The testimonies of all incidents are kept, those of some, or, as these are small, those of none; once all reports are long ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed, "MANY", request.param)
        if request.param == 1:
            patch.setattr("sayso.weigh.pile.LONG", 1)
        yield


def three_say() -> Drawn:
    """What Orsk says in one document, Velm in another and Lund in a third; nothing is otherwise after the change."""
    told = [
        Said(doc, how, who, "Front", ("there", "there")) for doc, how, who in zip(DOCS, (7, 8, 8), ("Orsk", "Velm", "Lund"), strict=False)
    ]
    usual: list[tuple[Face | None, Face | None]] = [(None, None)] * 5
    return Drawn(told, set(), {}, usual, [(True, True)] * 5, [], [], [], [])


def changed_as_whole(drawn: Drawn) -> Memory:
    """What is kept after the change, which is what weighing all comes to."""
    after = drawn.state(True)
    memory, _ = changed(drawn.state(False), after)
    assert_as_whole(memory, after)
    return memory


def test_who_is_denied_is_another_one_once_his_name_means_another_one() -> None:
    denial = (("denies", 1, 0, "found"), (True, True))
    memory = changed_as_whole(replace(three_say(), meant={(DOCS[0], "Orsk"): ("a-orsk", "a-radio")}, links=[denial]))
    (denied,) = (dispute for dispute in memory.rows["disputes"].values() if dispute.question == "Is it so?")
    assert denied.sides[1].holders == ("a-radio",)


def test_what_turns_out_to_be_a_copy_joins_the_origin_of_the_first() -> None:
    memory = changed_as_whole(replace(three_say(), links=[(("copy_of", 1, 0, "found"), (False, True))]))
    assert sorted(len(origin.claims) for origin in memory.rows["origins"].values()) == [1, 2]


def test_what_turns_out_to_be_no_copy_leaves_the_origin_of_the_first() -> None:
    said = [Said(DOCS[0], 0, "(author)", "Front", ("there", "there"))] * 2
    drawn = replace(three_say(), told=said, homes=[(None, None)] * 12, links=[(("copy_of", 0, 1, "found"), (True, False))])
    memory = changed_as_whole(drawn)
    assert sorted(len(origin.claims) for origin in memory.rows["origins"].values()) == [1, 1]


def test_a_status_goes_to_an_incident_that_nothing_touched_once_it_holds_most_of_its_claims() -> None:
    homes: list[tuple[str | None, str | None]] = [("i-1", "i-1"), ("i-2", "i-3"), ("i-2", "i-2")]
    drawn = replace(three_say(), homes=homes, standings=[(("rejected", {0, 1, 2}), (True, True))])
    statuses = {key: row.status for key, row in changed_as_whole(drawn).rows["incidents"].items()}
    assert statuses == {"i-1": "rejected", "i-2": "uncorroborated", "i-3": "uncorroborated"}


@settings(max_examples=300, deadline=None)
@given(DRAWN)
def test_a_change_comes_to_what_weighing_all_comes_to(drawn: Drawn) -> None:
    before, after = drawn.state(False), drawn.state(True)
    memory, _ = changed(before, after)
    assert_as_whole(memory, after)


PEOPLE_SAY = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.booleans()), max_size=3)


@settings(max_examples=60, deadline=None)
@given(PILES, PILES, PEOPLE_SAY)
def test_further_reports_and_what_people_part_or_join_come_to_the_same_as_linking_and_weighing_all(
    told: list[Told], more: list[Told], said: list[tuple[int, int, bool]]
) -> None:
    """The documents that come in stand before some of the others, so that they name incidents and actors anew."""
    first, whole = pile_of(told), pile_of(told)
    further = pile_of([(f"{'0' if doc < 'c' else 'z'}{doc}", *rest) for doc, *rest in more])  # type: ignore[misc]
    whole.texts |= further.texts
    whole.claims |= further.claims
    whole.mentions |= further.mentions
    claims = [claim.id for doc in sorted(whole.claims) for claim in whole.claims[doc]]
    pairs = [(claims[one], claims[other], same) for one, other, same in said if max(one, other) < len(claims) and one != other]
    bonds = Rulings(tuple(Bond("same_incident", same, (one,), (other,), "lena") for one, other, same in pairs))
    before, after = linked(first, Rulings()), linked(whole, bonds)
    memory, _ = changed(before, after)
    assert_as_whole(memory, after)


def far_apart(count: int) -> Pile:
    """Fires on days and in documents of their own, each told by two persons of whom nobody else speaks, and denied by one."""
    pile = Pile()
    for number in range(count):
        for who, act, polarity in (("Ada", "asserts", "affirms"), ("Ole", "asserts", "affirms"), ("Kit", "denies", "denies")):
            words = f"{who} Renn{number}son spoke of the fire."
            name = f"{who} Renn{number}son"
            pile.say(f"{number:02}.txt", words, name, act, polarity, when=f"2031-03-{number + 1:02}", landed="Dol")  # type: ignore[arg-type]
    return pile


def test_of_a_claim_that_goes_only_its_own_incident_is_looked_at() -> None:
    pile = far_apart(20)
    before = linked(pile, Rulings())
    gone = pile.claims["07.txt"].pop()
    after = linked(pile, Rulings())
    memory, found = changed(before, after)
    assert_as_whole(memory, after)
    assert memory.asked == {claim.id for claim in pile.claims["07.txt"]}
    assert [incident.claims for incident in found.rows.come.incidents] == [tuple(claim.id for claim in pile.claims["07.txt"])]
    assert found.workings[CLAIMS].gone == {gone.id}


def test_where_nothing_is_otherwise_nothing_goes_or_comes() -> None:
    state = linked(far_apart(3), Rulings())
    _, found = changed(state, state)
    assert not any(found.rows.gone.values())
    assert found.rows.come == Weighing()
    assert all(other == Exchange() for other in found.workings.values())


def denied_by_velm(*told: tuple[str, str, str]) -> State:
    """What Velm denies of incidents in words of its own, each in a document and on a day of its own."""
    pile, homes = Pile(), dict[str, str]()
    for day, incident, words in told:
        ident = pile.say(day[-1] * 64, words, "Velm", "denies", "denies", said=day, when="2031-03-04", verb="attack")
        homes[ident] = incident
    documents, findings = pile.parts()
    meant = {mention_key(document.sha256, "Velm"): "a-velm" for document in documents}
    actors = (Actor("a-velm", "Velm", "state", (), None, "a-velm"),)
    return State(documents, findings, Linking((), actors, meant, dict(sorted(homes.items()))), Rulings())


def test_what_stands_between_two_denials_of_a_party_in_the_order_of_days_keeps_their_words_from_being_tied_again() -> None:
    """It is of another incident, and so of another origin than that which is put together again without the last one."""
    words = "Velm denied a raid upon the eastern granaries."
    told = [("2031-03-05", "i-1", words), ("2031-03-06", "i-2", words), ("2031-03-07", "i-1", words)]
    after = denied_by_velm(*told)
    memory, found = changed(denied_by_velm(*told, ("2031-03-08", "i-1", "No, said Velm.")), after)
    assert len(found.rows.come.origins) == 1
    assert_as_whole(memory, after)


def test_an_origin_at_whose_claims_no_tie_goes_is_not_folded_again() -> None:
    """One of its claims has words in common with what is taken back, but years lie between the two."""
    words = "Velm denied a raid upon the eastern granaries."
    told = [("2031-03-05", "i-1", "Nothing of it is true, said Velm."), ("2031-03-06", "i-1", words)]
    before, after = denied_by_velm(*told, ("2034-03-07", "i-2", words)), denied_by_velm(*told)
    memory, found = changed(before, after)
    assert_as_whole(memory, after)
    first, second = (claim for document in after.documents for claim in after.claims if after.claims[claim].span.doc == document.sha256)
    assert (second in memory.asked, first in memory.asked) == (True, False)
    assert not found.rows.come.origins


def counted_by_lund(incident: str) -> State:
    """What Lund counts of the Front in two documents, in the first of them beside an incident."""
    pile = Pile()
    first, _ = (
        pile.say(
            doc * 64,
            f"Lund put the strength of the Front at {count}.",
            "Lund",
            kind="figure",
            verb="strength",
            subject="Front",
            amount=count,
        )
        for doc, count in (("a", 300), ("b", 900))
    )
    documents, findings = pile.parts()
    names = {"Lund": "a-lund", "Front": "a-front"}
    meant = {mention_key(document.sha256, name): actor for document in documents for name, actor in names.items()}
    actors = tuple(Actor(actor, name, "armed_group", (), None, actor) for name, actor in names.items())
    return State(documents, findings, Linking((), actors, meant, {first: incident}), Rulings())


def test_what_others_answer_to_a_question_is_not_looked_at_where_only_the_incident_of_an_answer_is_another() -> None:
    after = counted_by_lund("i-2")
    memory, _ = changed(counted_by_lund("i-1"), after)
    assert_as_whole(memory, after)
    assert {claim.span.doc[0] for claim in after.claims.values() if claim.id in memory.asked} == {"a"}
