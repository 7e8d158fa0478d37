"""A name that a text uses for one of its events alone tells which event another text means."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import NO_PACKS, Pile

from sayso.link.linker import link
from sayso.records.claim import Finding
from sayso.records.document import Span
from sayso.records.worked_out import Linking

BOMB = "remote_explosive_landmine_ied"
FILLER = "A long talk with the warden of the port, who has seen much and says little of it to those who ask. " * 5
MARCH = {"a.txt": "2031-03-09", "b.txt": "2031-03-20"}


def one(linking: Linking, told: str, again: str) -> bool:
    """Whether two claims are of one incident."""
    return linking.incident_of[told] == linking.incident_of[again]


def test_an_account_without_a_day_is_of_the_event_whose_ship_it_names() -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", "On 4 March a mine tore a hole into the ferry Dawn Lily.", verb=BOMB, when="2031-03-04")
    pile.say("a.txt", "On 6 March a mine sank the trawler Old Heron.", verb=BOMB, when="2031-03-06")
    again = pile.say("b.txt", "Whose mine hit the Dawn Lily nobody knows.", verb=BOMB)
    assert one(pile.link(), told, again)


def test_a_name_that_its_text_uses_for_two_events_tells_neither() -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", "On 4 March a mine tore a hole into the ferry Dawn Lily.", verb=BOMB, when="2031-03-04")
    pile.say("a.txt", "On 6 March a mine sank a trawler beside the Dawn Lily.", verb=BOMB, when="2031-03-06")
    again = pile.say("b.txt", "Whose mine hit the Dawn Lily nobody knows.", verb=BOMB)
    assert not one(pile.link(), told, again)


def test_a_name_told_of_two_events_stays_so_when_the_claim_of_one_is_rejected() -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", "On 4 March a mine tore a hole into the ferry Dawn Lily.", verb=BOMB, when="2031-03-04")
    other = pile.say("a.txt", "On 6 March a mine sank a trawler beside the Dawn Lily.", verb=BOMB, when="2031-03-06")
    again = pile.say("b.txt", "Whose mine hit the Dawn Lily nobody knows.", verb=BOMB)
    documents, findings = pile.parts()
    rejected = {doc: _without(finding, other) for doc, finding in findings.items()}
    assert not one(link(documents, rejected, NO_PACKS), told, again)


def _without(finding: Finding, claim: str) -> Finding:
    """A finding of which one claim was rejected."""
    kept, gone = ([one for one in finding.claims if (one.id == claim) == way] for way in (False, True))
    return replace(finding, claims=tuple(kept), rejected=tuple(gone))


@pytest.mark.parametrize(("who", "named"), [("the Lily", True), ("the General", False), ("the District", False)])
def test_titles_and_words_for_kinds_of_places_are_no_names_of_an_event(who: str, named: bool) -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", f"On 4 March a mine killed two men of {who}.", verb=BOMB, when="2031-03-04")
    again = pile.say("b.txt", f"Whose mine was laid for {who} nobody knows.", verb=BOMB)
    assert one(pile.link(), told, again) == named


def test_the_names_of_those_who_speak_or_act_tell_no_event() -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", "On 4 March the men of Orsk laid a mine.", "Orsk", verb=BOMB, when="2031-03-04", agent="Orsk")
    again = pile.say("b.txt", "A mine was found that Orsk had laid.", verb=BOMB, agent="Orsk")
    assert not one(pile.link(), told, again)


def test_an_account_without_names_has_those_of_its_paragraph_before_it() -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", "On 4 March a mine tore a hole into the ferry Dawn Lily.", verb=BOMB, when="2031-03-04")
    pile.say("b.txt", "Many crossed the river by the Dawn Lily.", kind="statement", verb="statement")
    again = pile.say("b.txt", "That was before the mine tore its hole.", verb=BOMB)
    documents, findings = pile.parts()
    apart = link(documents, findings, NO_PACKS)
    beside = link(
        [replace(document, text=document.text.replace("Lily.\nThat", "Lily. That")) for document in documents], findings, NO_PACKS
    )
    assert (one(apart, told, again), one(beside, told, again)) == (False, True)


@pytest.mark.parametrize(("asked", "same"), [("Who sank the Dawn Lily?", True), ("Who sank the trawler?", False)])
def test_an_answer_without_names_has_those_of_the_question(asked: str, same: bool) -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", "On 4 March a mine tore a hole into the ferry Dawn Lily.", verb=BOMB, when="2031-03-04")
    pile.say("a.txt", "On 6 March a mine sank the trawler Old Heron.", verb=BOMB, when="2031-03-06")
    pile._add("b.txt", f"{FILLER}\n\nWho counts the mines?\n\nNobody does. It is dark out there.\n\n{asked}\n")
    again = pile.say("b.txt", "That was before the mine tore its hole.", verb=BOMB)
    pile._add("b.txt", "\nWho will sweep them?\n\nNobody will. It is dark out there.")
    assert one(pile.link(), told, again) is same


@pytest.mark.parametrize(("told", "again", "same"), [("Otto Brand", "Otto Brand", True), ("Roberto Renn", "Roberto Velk", False)])
def test_a_first_name_before_another_one_tells_no_event(told: str, again: str, same: bool) -> None:
    pile = Pile(published=MARCH)
    first = pile.say("a.txt", f"A mine killed a friend of {told}.", verb=BOMB)
    second = pile.say("b.txt", f"Whose mine it was that {again} spoke of nobody knows.", verb=BOMB)
    assert one(pile.link(), first, second) == same


@pytest.mark.parametrize("body", ["Embassy", "Ministry", "Brigade"])
def test_a_word_for_a_kind_of_body_is_no_name_of_an_event(body: str) -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", f"A mine killed two men beside the Orlan {body}.", verb=BOMB)
    again = pile.say("b.txt", f"Whose mine the {body} of Velm speaks of nobody knows.", verb=BOMB)
    assert not one(pile.link(), told, again)


def test_a_word_that_opens_the_names_of_many_towns_tells_no_event() -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", "A mine killed two men at San Dolan.", verb=BOMB)
    again = pile.say("b.txt", "Whose mine the men of San Ormbak speak of nobody knows.", verb=BOMB)
    assert not one(pile.link(), told, again)


def test_the_name_of_a_country_of_several_words_tells_no_event() -> None:
    pile = Pile(published={"a.txt": "2031-03-09", "b.txt": "2031-03-10"})
    told = pile.say("a.txt", "A mine tore a hole into a ferry on its way to El Salvador.", verb=BOMB)
    again = pile.say("b.txt", "Whose mine sank the trawler bound for El Salvador nobody knows.", verb=BOMB)
    reasons = {reason.feature for one in pile.link().links for reason in one.reasons if {one.left, one.right} == {told, again}}
    assert not any("uses for this event alone" in reason for reason in reasons)


@pytest.mark.parametrize(("words", "named"), [("the DNU [Dolan National Union] official", False), ("the DNU ferry", True)])
def test_a_body_whose_people_a_text_speaks_of_tells_no_event(words: str, named: bool) -> None:
    pile = Pile(published=MARCH)
    told = pile.say("a.txt", f"On 4 March gunmen hit {words}.", verb="attack", when="2031-03-04")
    at = pile.texts["a.txt"].index("DNU")
    pile.name("a.txt", "DNU", "other", span=Span("a.txt", at, at + 3))
    again = pile.say("b.txt", "Gunmen hit others who spoke for the DNU.", verb="attack")
    assert one(pile.link(), told, again) is named
