"""The labels by which turns of a talk open, in the ways of parliaments, courts, councils and magazines."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]


def said(find: Find, text: str) -> dict[str, str]:
    """Whose words are which, by the first words of each claim."""
    return {" ".join(claim.quote.split()[:3]): claim.voice.name or claim.voice.text for claim in find(text).claims}


NOTICE = (
    "Dr Ada RENN (Kest West) asked the Minister for Police, upon notice, on 2 May 2021:\n\n"
    "(1) How many persons were killed at Dol, and who gave the order to fire?\n\n"
    "Mr Otto BRAND (Minister for Police) - The answer to the honourable Member is as follows:\n\n"
    "(1) The coroner has certified ten deaths at the mill of Dol.\n\n"
    "Dr RENN - Supplementary question. The guards burned the mill of Dol before noon.\n\n"
    "Mr BRAND - The inspector was not on the bridge at the time.\n\n"
    "Dr RENN - The Front freed the engineer from the mine!"
)


def test_a_dash_behind_a_titled_name_in_capitals_opens_a_turn(find: Find) -> None:
    told = said(find, NOTICE)
    assert told["The coroner has"] == told["The inspector was"] == "Otto BRAND"
    assert told["The guards burned"] == told["The Front freed"] == "Ada RENN"


def test_a_full_stop_behind_a_titled_name_in_capitals_opens_a_turn(find: Find) -> None:
    text = (
        "The CHAIRMAN. The committee met in the hall of Kest on Monday.\n\n"
        "Mr. BRAND. Our patrols found eleven bodies in the mill of Dol.\n\n"
        "The CHAIRMAN. The letter of the ministry lies on the table.\n\n"
        "Mr. BRAND. The army shelled the village of Dol for two hours."
    )
    told = said(find, text)
    assert (told["The committee met"], told["The army shelled"]) == ("The CHAIRMAN", "Mr. BRAND")


def test_a_bracket_behind_an_office_names_who_speaks(find: Find) -> None:
    text = (
        "The Secretary of State for Water (Mr Otto Brand): The dam of Kest has held since the flood of May.\n\n"
        "Ada Renn (Dol North) (Reform): The hospital counted nine dead children in its wards.\n\n"
        "Mr Brand: The hospital of Dol lies in the hands of the Front.\n\n"
        "Ada Renn: The guards left the hospital of Dol in April."
    )
    told = said(find, text)
    assert told["The dam of"] == told["The hospital of"] == "Otto Brand"
    assert told["The guards left"] == "Ada Renn"


def test_initials_stand_for_who_was_called_by_his_whole_name_before(find: Find) -> None:
    text = (
        "Nils Velk: Who shelled the school of Dol?\n\nAda Renn: The guards shelled it from the hill.\n\n"
        "NV: What did you see there?\n\nAR: The guards left forty shells behind the school."
    )
    told = said(find, text)
    assert told["The guards shelled"] == told["The guards left"] == "Ada Renn"


LINES = (
    "NILS VELK\nThe lights went out over Dol a week ago.\n\n"
    "ADA RENN\nThe guards cut the line behind the mill of Dol.\n\n"
    "NILS VELK\nThe ministry speaks of a storm over the valley.\n\n"
    "ADA RENN\nThe guards blew up the mast above the mill."
)


def test_names_on_lines_of_their_own_speak_by_turns(find: Find) -> None:
    told = said(find, LINES)
    assert told["The guards cut"] == told["The guards blew"]
    assert told["The lights went"] != told["The guards cut"]
    assert AUTHOR not in told.values()


def test_headings_that_name_no_person_open_no_turns(find: Find) -> None:
    text = LINES.replace("NILS VELK", "Background").replace("ADA RENN", "Findings")
    assert said(find, text)["The guards cut"] == AUTHOR


def test_a_place_before_a_dash_is_no_speaker(find: Find) -> None:
    text = (
        "Kest - Nine men died in the mill on Monday.\n\nDol - Two men died at the ford on Monday.\n\n"
        "Kest - Four men died in the mine on Friday.\n\nDol - Six men died on the bridge on Friday."
    )
    assert {AUTHOR} == set(said(find, text).values())
