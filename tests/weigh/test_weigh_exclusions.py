"""With what harm was done, and whom it hit, is disputed where one voice denies what another names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.records.claim import Slot
from sayso.records.document import Span


def fired(*quotes: tuple[str, str]) -> Pile:
    pile = Pile()
    for number, (quote, voice) in enumerate(quotes):
        pile.say(f"{number}.txt", quote, voice, when="2031-03-04", landed="Sarn", agent="Front")
    return pile


def asked(pile: Pile) -> list[tuple[str, ...]]:
    return [tuple(side.value for side in found.sides) for found in pile.weigh().disputes if found.question == "With what?"]


def test_bullets_and_not_rockets_stand_against_rockets() -> None:
    pile = fired(("On 4 March the Front fired rockets at Sarn.", "Lund"), ("Bullets, not rockets, hit Sarn on 4 March.", "Velm"))
    assert asked(pile) == [("shells or rockets", "small arms")]


def test_what_it_was_instead_need_not_be_said() -> None:
    pile = fired(("On 4 March the Front fired shells at Sarn.", "Lund"), ("It was not a shell that hit Sarn on 4 March.", "Velm"))
    assert asked(pile) == [("shells or rockets", "something else")]


def test_two_weapons_named_by_two_voices_may_both_have_been_used() -> None:
    pile = fired(("On 4 March the Front fired rockets at Sarn.", "Lund"), ("On 4 March a bomb of the Front went off in Sarn.", "Velm"))
    assert asked(pile) == []


def test_rockets_and_missiles_are_two_words_for_one_weapon() -> None:
    pile = fired(("On 4 March missiles hit Sarn.", "Lund"), ("Not rockets but missiles hit Sarn on 4 March.", "Velm"))
    assert asked(pile) == []


def present(said: str) -> list[tuple[str, ...]]:
    """The sides on who was hit, where one account says fighters and another statement says this."""
    pile = fired(("On 4 March shells hit a gathering of fighters at Sarn.", "Lund"))
    pile.say("0.txt", said, "Velm", "asserts", "denies", kind="statement", verb="statement")
    return [tuple(side.value for side in found.sides) for found in pile.weigh().disputes]


def test_that_no_fighters_were_there_stands_against_who_says_that_they_were_hit() -> None:
    assert present("None of its fighters had been at the market, Velm said.") == [("fighters", "others")]


def test_a_plain_denial_that_civilians_were_among_the_dead_is_about_who_was_hit() -> None:
    pile = fired(("On 4 March shells hit a gathering of civilians at Sarn.", "Lund"))
    pile.say("0.txt", "Velm denied any civilian deaths.", "Velm", "denies", "denies", kind="statement", verb="statement")
    assert [found.question for found in pile.weigh().disputes] == ["Who was hit?"]


def test_a_headline_that_says_who_was_not_hit_speaks_of_what_is_told_below() -> None:
    pile = Pile()
    pile.say("0.txt", "Velm: no fighters among dead", "Velm", "denies", "denies", kind="statement", verb="statement")
    pile.say("0.txt", "On 4 March shells hit a gathering of fighters at Sarn.", "Lund", when="2031-03-04", landed="Sarn", agent="Front")
    assert [found.question for found in pile.weigh().disputes] == ["Who was hit?"]


def test_it_does_not_deny_that_the_attack_took_place() -> None:
    pile = fired(("On 4 March shells hit a gathering of fighters at Sarn.", "Lund"))
    pile.say("0.txt", "There were no fighters, Velm said.", "Velm", "asserts", "denies", kind="statement", verb="statement")
    assert {found.question for found in pile.weigh().disputes} == {"Who was hit?"}


def test_that_there_was_no_bread_says_nothing_of_who_was_hit() -> None:
    assert present("There was no bread at the market, Velm said.") == []


def test_fighters_who_fired_were_not_hit() -> None:
    pile = Pile()
    pile.say("0.txt", "On 4 March rebels fired shells at Sarn.", "Lund", when="2031-03-04", landed="Sarn")
    claim = pile.claims["0.txt"][-1]
    at = claim.span.start + claim.quote.index("rebels")
    pile.claims["0.txt"][-1] = replace(claim, slots=(*claim.slots, Slot("agent", "rebels", Span("0.txt", at, at + 6))))
    pile.say("0.txt", "There were no rebels at the market, Velm said.", "Velm", "asserts", "denies", kind="statement", verb="statement")
    assert [found.question for found in pile.weigh().disputes] == []


def test_that_no_rocket_was_fired_denies_the_attack_and_not_the_weapon() -> None:
    pile = fired(("On 4 March the Front fired rockets at Sarn.", "Lund"))
    pile.say("1.txt", "No rocket was fired at Sarn on 4 March.", "Velm", "denies", "denies", when="2031-03-04", landed="Sarn")
    assert asked(pile) == []
    assert "Did it happen?" in {found.question for found in pile.weigh().disputes}


def harmed(*quotes: tuple[str, str], killed: int | None = None) -> tuple[set[str], str]:
    """The questions disputed, and the status, where Lund tells of shells at Sarn and others say what harm they did."""
    pile = Pile()
    details = {"killed": killed} if killed else {}
    pile.say("0.txt", "On 4 March shells hit Sarn.", "Lund", when="2031-03-04", landed="Sarn", agent="Front", **details)  # type: ignore[arg-type]
    for number, (quote, voice) in enumerate(quotes, 1):
        pile.say(f"{number}.txt", quote, voice, "asserts", "denies", when="2031-03-04", place="Sarn")
    weighing = pile.weigh()
    return {found.question for found in weighing.disputes}, weighing.incidents[0].status


def test_that_nobody_was_hurt_does_not_deny_that_it_happened() -> None:
    assert harmed(("No people were injured on 4 March in Sarn, Velm said.", "Velm")) == (set(), "uncorroborated")
    assert harmed(("On 4 March in Sarn no casualties were reported, Velm said.", "Velm")) == (set(), "uncorroborated")


def test_that_nothing_hit_does_deny_it() -> None:
    assert harmed(("Velm said that no shell hit Sarn on 4 March.", "Velm")) == ({"Did it happen?", "Did any land?"}, "contested")


def test_that_nobody_was_killed_stands_against_who_tells_of_dead() -> None:
    for words in ("Nobody was killed in Sarn on 4 March, Velm said.", "Velm denied that any soldier had been killed in Sarn on 4 March."):
        assert harmed((words, "Velm"), killed=3) == ({"Was anybody killed?"}, "uncorroborated")


def test_that_none_of_the_fighters_did_it_denies_the_deed() -> None:
    pile = fired(("On 4 March the Front fired shells at Sarn.", "Lund"))
    pile.say("1.txt", "No fighters shelled Sarn on 4 March, Velm said.", "Velm", "asserts", "denies", when="2031-03-04", place="Sarn",
             agent="No fighters")  # fmt: skip
    assert "Did it happen?" in {found.question for found in pile.weigh().disputes}


@pytest.mark.parametrize(
    ("said", "status"),
    [("None of the guards was taken prisoner, Velm said.", "uncorroborated"), ("Velm denied any involvement in it.", "contested")],
)
def test_a_denial_of_something_else_does_not_deny_that_it_happened(said: str, status: str) -> None:
    pile = fired(("On 4 March shells hit the depot at Sarn.", "Lund"))
    pile.say("0.txt", said, "Velm", "denies", "affirms", kind="statement", verb="statement")
    weighed = pile.weigh()
    assert {found.question for found in weighed.disputes} & {"Did it happen?"} == set()
    assert [incident.status for incident in weighed.incidents if len(incident.claims) > 1] == [status]


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Velm denied any links with the fire on the depot at Sarn.", set()),
        ("Velm denied having participated in the fire on the depot at Sarn.", set()),
        ("Velm denied that shells hit the depot at Sarn.", {"Did it happen?"}),
    ],
)
def test_who_denies_a_part_in_an_event_does_not_deny_that_it_happened(said: str, asked: set[str]) -> None:
    pile = fired(("On 4 March shells hit the depot at Sarn.", "Lund"))
    pile.say("1.txt", said, "Velm", "denies", "denies", when="2031-03-04", landed="Sarn")
    weighed = pile.weigh()
    assert {found.question for found in weighed.disputes} & {"Did it happen?"} == asked
