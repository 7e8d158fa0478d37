"""To whom a deed is ascribed by words alone."""

from __future__ import annotations

from dataclasses import replace

from piles import Pile

from sayso.records.claim import Act
from sayso.records.dispute import Dispute
from sayso.records.document import Span
from sayso.weigh.ascribing import by_doer


def attack(pile: Pile, doc: str, agent: str) -> None:
    """A fire, told with its doer."""
    pile.say(doc, f"Rockets hit Sarn on 4 March, fired by {agent}.", when="2031-03-04", landed="Sarn", agent=agent)


def blame(pile: Pile, doc: str, words: str, voice: str, name: str, act: Act = "accuses") -> None:
    """What somebody says right behind, with a name in it."""
    pile.say(doc, words, voice, act, kind="statement", verb="statement")
    at = pile.claims[doc][-1].span.start + words.index(name)
    pile.name(doc, name, span=Span(doc, at, at + len(name)))


def by_whom(pile: Pile) -> list[Dispute]:
    """The disputes on who did it."""
    return [one for one in pile.weigh().disputes if one.question == "Who did it?"]


def test_who_is_blamed_in_words_stands_against_who_is_named_as_the_doer() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Front")
    blame(pile, "a.txt", "Orsk blamed Velm for the attack.", "Orsk", "Velm")
    (found,) = by_whom(pile)
    assert {side.value for side in found.sides} == {"Front", "Velm"}


def test_who_is_named_before_the_words_is_the_doer_too() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Front")
    blame(pile, "a.txt", "Orsk says that Velm was responsible for the attack.", "Orsk", "Velm", "asserts")
    (found,) = by_whom(pile)
    assert {side.value for side in found.sides} == {"Front", "Velm"}


def test_who_blames_the_same_one_in_other_words_disputes_nothing() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Velm")
    blame(pile, "a.txt", "Orsk blamed Velm for the attack.", "Orsk", "Velm")
    assert by_whom(pile) == []


def test_who_is_accused_and_points_to_somebody_without_a_name_stands_against_that() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Velm")
    pile.say("a.txt", "Velm blamed an old quarrel over a well for the attack.", "Velm", "accuses", kind="statement", verb="statement")
    (found,) = by_whom(pile)
    assert {side.value for side in found.sides} == {"Velm", "somebody else"}


def test_who_is_said_to_be_accused_is_no_accuser() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Front")
    blame(pile, "a.txt", "Orsk is accused by the village elders of Velm.", "(author)", "Velm", "relays")
    assert by_whom(pile) == []


def test_who_is_blamed_without_a_name_stands_against_a_named_doer_unless_it_is_any_band() -> None:
    for words, sides in {
        "Orsk blamed right-wing landowners for the attack.": {"Front", "right-wing landowners"},
        "Orsk blamed some unidentified gunmen for the attack.": set(),
    }.items():
        pile = Pile()
        attack(pile, "a.txt", "Front")
        pile.say("a.txt", words, "Orsk", "accuses", kind="statement", verb="statement")
        assert {side.value for one in by_whom(pile) for side in one.sides} == sides


def test_a_name_far_behind_the_words_is_not_whom_they_blame() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Front")
    blame(pile, "a.txt", "Orsk blamed unidentified gunmen for the attack, as a report on the long feud with Velm had it.", "Orsk", "Velm")
    assert by_whom(pile) == []


def test_those_who_are_only_named_together_are_one_answer() -> None:
    pile = Pile()
    words = "Rockets hit Sarn on 4 March, fired by Otto Brand and Velm."
    pile.say("a.txt", words, "Lund", when="2031-03-04", landed="Sarn", agent="Otto Brand", agent_="Velm")
    blame(pile, "a.txt", "The perpetrators of the attack are salt barons who want Sarn to starve, Orsk said.", "Orsk", "Orsk", "asserts")
    (found,) = by_whom(pile)
    assert {side.value for side in found.sides} == {"Otto Brand, Velm", "salt barons"}


def test_who_turns_down_an_accusation_denies_his_part_and_not_that_it_happened() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Front")
    pile.say("a.txt", "The Front denied the accusation.", "Front", "denies", "denies", kind="statement", verb="statement")
    (found,) = by_whom(pile)
    assert {side.value for side in found.sides} == {"Front", "denies"}
    assert "Did it happen?" not in {one.question for one in pile.weigh().disputes}


def test_those_of_whom_nobody_knows_who_they_are_may_be_any_others() -> None:
    pile = Pile()
    for doc, agent in (("a.txt", "unidentified men"), ("b.txt", "smugglers"), ("c.txt", "unidentified riders in a van")):
        attack(pile, doc, agent)
    assert by_whom(pile) == []


def test_a_suspect_or_what_is_suspected_accuses_nobody_named_beside_it() -> None:
    for words, sides in (
        ("Suspected bombs went off outside the Velm mission.", 0),
        ("Orsk handed over a suspect in the Velm case.", 0),
        ("Police suspect Velm of the attack.", 2),
    ):
        pile = Pile()
        attack(pile, "a.txt", "Front")
        blame(pile, "a.txt", words, "Orsk" if "Orsk" in words else words.split()[0], "Velm", "asserts")
        assert sum(len(one.sides) for one in by_whom(pile)) == sides


def test_who_is_said_to_have_been_involved_or_is_charged_is_blamed() -> None:
    for words in ("Orsk says that Velm was involved in the attack.", "Orsk says that Velm was charged with the attack."):
        pile = Pile()
        attack(pile, "a.txt", "Front")
        blame(pile, "a.txt", words, "Orsk", "Velm", "asserts")
        (found,) = by_whom(pile)
        assert {side.value for side in found.sides} == {"Front", "Velm"}


def test_nobody_is_blamed_where_there_is_no_evidence_that_he_did_it() -> None:
    pile = Pile()
    attack(pile, "a.txt", "Front")
    blame(pile, "a.txt", "Orsk has no evidence that Velm was responsible for the attack.", "Orsk", "Velm", "asserts")
    assert by_whom(pile) == []


def test_some_people_of_a_group_are_none_others_than_a_part_of_it_by_name() -> None:
    parts = {"a": ("8th Dawn Front", "8th Dawn Front"), "b": ("Dawn members", "Dawn"), "c": ("Velm", "Velm")}
    assert by_doer({"a": [1], "b": [2], "c": [3]}, parts) == {"Velm": [3], "8th Dawn Front": [1, 2]}
    parts["d"] = ("9th Dawn Front", "9th Dawn Front")
    assert set(by_doer({name: [1] for name in parts}, parts)) == {"Velm", "8th Dawn Front", "9th Dawn Front", "Dawn members"}


def test_who_takes_responsibility_names_none_but_himself() -> None:
    pile = Pile()
    pile.say(
        "a.txt", "Front took responsibility for the rockets on Sarn of 4 March.", "Front", "claims_responsibility", when="2031-03-04",
        landed="Sarn",
    )  # fmt: skip
    pile.say(
        "a.txt", "Its Velm brigade fired them, Front said.", "Front", "accuses", when="2031-03-04", landed="Sarn", agent="Velm brigade"
    )
    assert by_whom(pile) == []


def test_fighters_of_a_country_are_no_others_than_those_with_a_name() -> None:
    pile = Pile()
    for doc, agent in (("a.txt", "Front"), ("b.txt", "Peruvian guerrillas")):
        attack(pile, doc, agent)
    pile.mentions["b.txt"] = [replace(mention, kind="armed_group") for mention in pile.mentions["b.txt"]]
    assert by_whom(pile) == []
