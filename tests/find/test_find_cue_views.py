from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]
HELD = [
    ("Anton Velk is adamant that the mill was empty.", "Anton Velk", "assesses"),
    ("The villagers are convinced that the well was poisoned.", "villagers", "assesses"),
    ("Otto Brand remains sceptical of the army's figures.", "Otto Brand", "assesses"),
    ("The pact is, as Otto Brand put it, a blank cheque.", "Otto Brand", "asserts"),
    ("Per the coroner, all seven were shot at close range.", "coroner", "asserts"),
    ("In the eyes of many farmers, the soldiers are a burden.", "many farmers", "assesses"),
    ("Several residents heard three blasts after midnight.", "residents", "asserts"),
    ("Two passengers saw soldiers drag a man from the last carriage.", "passengers", "asserts"),
]
NOT_HELD = [
    "I am sure that the mine is safe.",
    "It is certain that the bridge was lost.",
    "The mayor saw the bridge at noon.",
    "As it was put in spring, so it stands.",
]


@pytest.mark.parametrize(("text", "who", "act"), HELD)
def test_what_somebody_holds_puts_so_or_saw_is_told_by_him(text: str, who: str, act: str, spoken: Says) -> None:
    assert [(who in voice, found) for voice, found, _ in spoken(text)] == [(True, act)]


@pytest.mark.parametrize("text", NOT_HELD)
def test_what_nobody_else_holds_or_saw_is_the_authors(text: str, spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken(text)} <= {"(author)"}


def test_who_did_not_see_a_thing_does_not_tell_of_it(spoken: Says) -> None:
    assert [voice for voice, _, _ in spoken("Residents did not hear a blast that night.")] == ["(author)"]
