"""Who gives which figure in the entries of fact sheets and chronologies, where no verb tells it."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]
SHEET = (
    "Dol and the dam: dates\n\n"
    "12 January - Dawn raid on Velk by the 3rd Battalion. 44 dead verified by us. Diocese: 46. Army: 12, later 15 (14 March). "
    'Government: 2, "trampled". Lt Otto Brand: acquitted.\n\n'
    "29 January - Fire at the power station of Kest. Claimed by the Dol Front. Army: electrical fault. Ransom: denied by company and State."
)


def told(find: Find, text: str) -> set[tuple[str, str, str]]:
    """Who does what with which words."""
    return {(claim.voice.text, claim.act, " ".join(claim.quote.split())) for claim in find(text).claims}


def test_a_body_before_a_colon_gives_the_figure_behind_it(find: Find) -> None:
    found = told(find, SHEET)
    assert {("Diocese", "asserts", "Diocese: 46"), ("Army", "asserts", "Army: electrical fault")} <= found
    assert ("Government", "asserts", 'Government: 2, "trampled"') in found
    assert not any(voice.endswith("Otto Brand") for voice, _, _ in found)


def test_the_first_label_of_a_line_may_be_of_those_who_are_counted(find: Find) -> None:
    assert "Army" not in {voice for voice, _, _ in told(find, "The losses of the war\n\nArmy: 120 dead. Nobody counted the others.")}


def test_a_participle_tells_who_claimed_or_denied_what_stands_before_it(find: Find) -> None:
    found = told(find, SHEET)
    assert ("the Dol Front", "claims_responsibility", "Claimed by the Dol Front.") in found
    assert {("company", "denies"), ("State", "denies")} <= {(voice, act) for voice, act, _ in found}


def test_each_bracket_behind_a_figure_tells_who_gives_it(find: Find) -> None:
    text = 'Figures of the year\n\nDisplaced: about 60,000 (UN), 85,000 (Kest churches), "under 20,000" (Government)'
    figures = {(claim.voice.text, slot.text) for claim in find(text).claims for slot in claim.slots if slot.name == "amount"}
    assert {("UN", "about 60,000"), ("Kest churches", "85,000"), ("Government", "under 20,000")} <= figures
    assert "both wings" not in {voice for voice, _, _ in told(find, "Killed by the State 61 / by the Front (both wings) 19")}


def test_a_bracket_behind_a_name_tells_of_that(find: Find) -> None:
    text = "The march came a day after the burial of the 10 leaders killed at the seat of the Orlan Workers Union (ORWOU)."
    assert {voice for voice, _, _ in told(find, text)} == {"(author)"}


def test_a_body_behind_an_entry_says_a_whole_clause_too(spoken: Says) -> None:
    text = "Attack on the Velk post at dawn. Government: two policemen were killed, the attackers fled. Result: the post was shut."
    assert ("Government", "asserts") in {(who, act) for who, act, _ in spoken(text)}
    assert "Result" not in {who for who, _, _ in spoken(text)}
    assert "WARNING" not in {who.strip("(") for who, _, _ in spoken("The mill burnt down. (WARNING: Video shows graphic images.)")}
