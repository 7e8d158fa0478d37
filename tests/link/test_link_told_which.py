"""By which common words a definite phrase tells which of several events it means."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.lang.language import language_of
from sayso.link.told_which import tells_fate, told_which
from sayso.records.worked_out import Linking

ENGLISH = language_of("en")
SHOT = "attack"
BOMB = "remote_explosive_landmine_ied"


def one(linking: Linking, told: str, again: str) -> bool:
    """Whether two claims are of one incident."""
    return linking.incident_of.get(told) is not None and linking.incident_of.get(told) == linking.incident_of.get(again)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("The harbour bombing was their work.", {"harbo"}),
        ("He spoke of the killings at the sawmill.", {"sawmi"}),
        ("The attack on the grain barge was their work.", {"grain", "barge"}),
        ("The weavers' abduction was a riddle.", {"weave"}),
        ("He asked about the murdered weavers.", {"weave"}),
        ("They must answer for what happened on the causeway.", {"cause"}),
        ("The report says the attack was planned.", set()),
        ("In the council's view the attack was planned.", set()),
        ("Monday's attack was planned.", set()),
        ("An attack on a barge was planned.", set()),
    ],
)
def test_words_before_a_noun_for_an_event_or_right_behind_it_tell_which_it_is(quote: str, words: set[str]) -> None:
    assert told_which(quote, ENGLISH) == words


@pytest.mark.parametrize(
    ("quote", "killed"),
    [
        ("the deaths of the weavers", True),
        ("his killers", True),
        ("Brand's death", True),
        ("deaths are common", False),
        ("a killer", False),
    ],
)
def test_what_became_of_those_struck_is_told_by_a_definite_phrase(quote: str, killed: bool) -> None:
    assert tells_fate(quote, "killed", ENGLISH) is killed


@pytest.mark.parametrize(
    ("again", "first"),
    [("The guild spoke of the killings at the sawmill.", True), ("The guild spoke of the killings at the ford.", False)],
)
def test_a_definite_phrase_means_the_event_that_has_its_words_though_another_is_nearer(again: str, first: bool) -> None:
    pile = Pile(published={"a.txt": "2031-03-20"})
    sawmill = pile.say("a.txt", "On 4 March riders shot six weavers at the sawmill.", verb=SHOT, when="2031-03-04")
    ford = pile.say("a.txt", "On 16 March riders shot four tanners at the ford.", verb=SHOT, when="2031-03-16")
    later = pile.say("a.txt", again, verb=SHOT)
    linking = pile.link()
    assert (one(linking, sawmill, later), one(linking, ford, later)) == (first, not first)


@pytest.mark.parametrize(
    ("again", "first"),
    [
        ("The guild wants an inquiry into the deaths of the weavers.", True),
        ("The guild wants to know what happened at the sawmill.", True),
        ("The guild wants an inquiry into the deaths of the coopers.", False),
        ("The guild says that deaths are common.", False),
        ("The guild wants to know what happened.", False),
    ],
)
def test_a_statement_on_what_became_of_those_struck_is_of_the_event_that_struck_them(again: str, first: bool) -> None:
    pile = Pile(published={"a.txt": "2031-03-20"})
    sawmill = pile.say("a.txt", "On 4 March riders killed six weavers at the sawmill.", verb=SHOT, when="2031-03-04")
    pile.say("a.txt", "On 16 March a bomb broke a window at the ford.", verb=BOMB, when="2031-03-16")
    later = pile.say("a.txt", again, voice="Guild", act="demands", kind="statement", verb="statement")
    assert one(pile.link(), sawmill, later) is first
