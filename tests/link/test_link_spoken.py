"""Words that name no event and tell only its day and names come to the one that another account tells of that day."""

from __future__ import annotations

import pytest
from piles import Pile

ROW = "Gunmen shot four men at the ford of Ormbak on 4 March."


def accounts(words: str, written: str = "2031-03-20", behind: str = "") -> tuple[Pile, str, str]:
    """A pile of two texts: one tells of an event, the other speaks of it in these words; with the ids of the two claims."""
    pile = Pile(published={"a.txt": "2031-03-05", "b.txt": written})
    told = pile.say("a.txt", ROW, verb="attack", when="2031-03-04", place="Kest")
    if behind:
        pile.texts["b.txt"] = behind
    spoken = pile.say("b.txt", words, kind="statement", verb="statement")
    return pile, told, spoken


@pytest.mark.parametrize(
    "words",
    [
        "On 4 March something came down on the ford of Ormbak.",
        "Here, on 4 March, nobody in Ormbak slept.",
        "On 4 March 2031 it was Ormbak.",
    ],
)
def test_words_that_begin_with_the_day_and_have_a_name_of_the_event_are_told_of_it(words: str) -> None:
    pile, told, spoken = accounts(words)
    found = pile.link().incident_of
    assert found[spoken] == found[told] == f"i-{told}"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("On 5 March something came down on the ford of Ormbak.", "2031-03-20"),
        ("On 4 March 2030 something came down on the ford of Ormbak.", "2031-03-20"),
        ("On 4 March something came down on the ford of Ormbak.", "2031-03-01"),
        ("On 4 March the council said that the ford of Ormbak was closed.", "2031-03-20"),
        ("On 4 March something came down in the hills.", "2031-03-20"),
    ],
)
def test_another_day_what_was_said_on_it_and_other_names_are_none(words: str, written: str) -> None:
    pile, _, spoken = accounts(words, written)
    assert spoken not in pile.link().incident_of


def test_the_label_of_a_paragraph_tells_day_and_name() -> None:
    pile, told, spoken = accounts("This one is easy.", behind="Ormbak (4 March). ")
    assert pile.link().incident_of.get(spoken) == f"i-{told}"


def test_what_the_text_goes_on_with_goes_along_and_words_alone_make_no_incident() -> None:
    pile, told, spoken = accounts("On 4 March something came down on the ford of Ormbak.")
    more = pile.say("b.txt", "They were carried to the mill, a miller said.", "a miller", kind="statement", verb="statement")
    found = pile.link().incident_of
    assert found[more] == found[spoken] == found[told]
    alone = Pile(published={"b.txt": "2031-03-20"})
    alone.say("b.txt", "On 4 March something came down on the ford of Ormbak.", kind="statement", verb="statement")
    alone.say("b.txt", "They were carried to the mill, a miller said.", "a miller", kind="statement", verb="statement")
    assert (alone.link().incident_of, alone.weigh().incidents) == ({}, ())
