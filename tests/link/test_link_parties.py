"""For whom a voice speaks that is only described, and what is denied in a side's name."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.records.claim import Mention
from sayso.records.document import Span
from sayso.records.worked_out import Linking, mention_key


def described(*names: tuple[str, str]) -> tuple[Linking, Pile]:
    pile = Pile()
    for name, kind in names:
        pile.name("a.txt", name, kind)
    return pile.link(), pile


@pytest.mark.parametrize("voice", ["spokesman for the Harran Front", "Harran Front spokesman", "Harran Front's military spokeswoman"])
def test_an_unnamed_spokesman_speaks_for_whom_his_words_name(voice: str) -> None:
    linking, _ = described(("Harran Front", "armed_group"), (voice, "anonymous"))
    party = {actor.name: actor.party for actor in linking.actors}[voice]
    assert party == linking.actor_of[mention_key("a.txt", "Harran Front")]


@pytest.mark.parametrize("voice", ["relative of a Harran Front fighter", "spokesman for the victims of the Harran Front"])
def test_who_only_tells_of_a_side_speaks_for_himself(voice: str) -> None:
    linking, _ = described(("Harran Front", "armed_group"), (voice, "anonymous"))
    actor = next(actor for actor in linking.actors if actor.name == voice)
    assert actor.party == actor.id


def test_who_leads_a_group_without_a_name_speaks_for_himself() -> None:
    pile = Pile()
    pile.name("a.txt", "Nadir Renn", "person")
    pile.name("a.txt", "paramilitary groups", "anonymous")
    quote = "Nadir Renn leads paramilitary groups."
    pile.say("a.txt", quote, kind="tie", verb="leads", subject="Nadir Renn", object="paramilitary groups")
    actor = next(actor for actor in pile.link().actors if actor.name == "Nadir Renn")
    assert actor.party == actor.id


def denial(quote: str, *between: str) -> tuple[Linking, str, str]:
    """What a denial is linked to, behind an accusation and another event told since; the ids of both claims."""
    pile = Pile()
    accused = pile.say("a.txt", "Velm accused the Front of shelling Kest.", "Velm", "accuses", agent="Front", landed="Kest")
    for told in between:
        pile.say("a.txt", told, verb="attack", agent="Velm", target="Front")
    denied = pile.say("a.txt", quote, "Front", "denies", "denies", kind="statement", verb="statement")
    return pile.link(), accused, denied


def test_an_accusation_that_is_denied_is_the_one_made_and_no_event_told_since() -> None:
    linking, accused, denied = denial("The Front denied the accusation.", "Velm killed two men of the Front in an attack.")
    assert [link.right for link in linking.links if link.kind == "denies" and link.left == denied] == [accused]


def test_who_denies_an_accusation_of_no_event_denies_no_event() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm accused the Front of taking money from Lund for years.", "Velm", "accuses", kind="statement", verb="statement")
    pile.say("a.txt", "Velm killed two men in an attack on a mill.", verb="attack", agent="Velm")
    denied = pile.say("a.txt", "The Front denied the accusation.", "Front", "denies", "denies", kind="statement", verb="statement")
    assert denied not in pile.link().incident_of


def test_a_body_named_in_short_in_the_headline_is_the_one_that_the_report_names() -> None:
    pile = Pile()
    pile.texts["a.txt"] = "Front denies raid\n\nThe Harran Front denied the raid on Kest on Monday, and said that it had no men there.\n"
    for at, name in ((0, "Front"), (23, "Harran Front")):
        pile.mentions.setdefault("a.txt", []).append(Mention(Span("a.txt", at, at + len(name)), name, name, "armed_group", None, True))
    linking = pile.link()
    assert linking.actor_of[mention_key("a.txt", "Front")] == linking.actor_of[mention_key("a.txt", "Harran Front")]
