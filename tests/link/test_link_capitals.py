"""Events told in capitals are compared as those of other texts: a word that is no name is none for being written large."""

from __future__ import annotations

from piles import Pile

BOMB = "remote_explosive_landmine_ied"
MONTHS = {"a.txt": "2031-03-09", "b.txt": "2031-09-20"}


def test_words_in_capitals_are_no_names_that_two_texts_share() -> None:
    pile = Pile(published=MONTHS)
    told = pile.say("a.txt", "THE BOMB WENT OFF AND MANY WERE HURT BY IT.", verb=BOMB)
    again = pile.say("b.txt", "THE BOMB WAS LAID BESIDE A FENCE, AND WENT OFF LATE.", verb=BOMB)
    assert pile.link().incident_of[told] != pile.link().incident_of[again]


def test_a_name_that_was_found_is_one_in_capitals_too() -> None:
    pile = Pile(published=MONTHS | {"b.txt": "2031-03-10"})
    told = pile.say("a.txt", "THE BOMB WENT OFF BESIDE OTTO BRAND AND HURT HIM.", verb=BOMB, victim="OTTO BRAND")
    again = pile.say("b.txt", "A bomb has hurt Otto Brand, who is well known.", verb=BOMB, victim="Otto Brand")
    assert pile.link().incident_of[told] == pile.link().incident_of[again]
