"""The name by which a text explains whom a noun means, and who speaks by it; invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.rules import RuleFinder
from sayso.known.packs import NO_PACKS
from sayso.records.document import Document

Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Its political leader, the lawyer Otto Brand, said that the mill was shut.", "Otto Brand"),
        ("Its clerk in Oslo, Anton Velk, said that the mill was shut.", "Anton Velk"),
        ("One widow whom we met at the ford, the baker Anna Velk, says that the mill was shut.", "Anna Velk"),
        ("The mill was shut, according to the counting group Kestrel.", "Kestrel"),
        ("The hydrologist Otto Brand has argued that the mill was shut.", "Otto Brand"),
        ("A Front representative in Port Orlan, Otto Brand, said that the mill was shut.", "Otto Brand"),
        ("The president of the land, Merak Tolvey, told us that the mill was shut.", "Merak Tolvey"),
        ("A body calling itself Katiba Dol announced that the mill was shut.", "Katiba Dol"),
        ("A body that was new to all, calling itself the Dawn Millers, said that the mill was shut.", "Dawn Millers"),
        ("A faction that was new to me, the Sons of Kest, said that the mill was shut.", "Sons of Kest"),
        ("The widow of the clerk Otto Brand said that the mill was shut.", "widow of the clerk Otto Brand"),
    ],
)
def test_who_is_explained_by_a_name_speaks_under_it(spoken: Says, sentence: str, voice: str) -> None:
    assert [one for one, _, _ in spoken(sentence)] == [voice]


def test_a_pronoun_means_whom_the_subject_before_it_explains(spoken: Says) -> None:
    text = "The head of the guild of millers, Otto Brand, gave us a list of names. He says that the mill was shut."
    assert spoken(text)[-1][0] == "Otto Brand"


def test_what_a_body_calls_itself_is_no_claim(spoken: Says) -> None:
    assert len(spoken("A group that calls itself the Dawn Millers burnt the mill in Oslo.")) == 1


def test_nobody_means_by_a_pronoun_who_wrote_the_report() -> None:
    text = "By Anna Velk\n\nA clerk keeps the keys of the mill. The lock is new. She said that the mill was shut."
    document = Document("report.txt", "0" * 64, text, "utf-8", authors=("Anna Velk",), language="en")
    assert all(claim.voice.name != "Anna Velk" for claim in RuleFinder(NO_PACKS).find(document).claims)


def test_a_name_between_commas_behind_according_to_somebody_is_his(spoken: Says) -> None:
    text = "According to the border commander, Anton Velk, soldiers fired first on the farm. They left at noon, he said."
    assert {voice for voice, _, _ in spoken(text)} == {"Anton Velk"}


@pytest.mark.parametrize(
    "sentence",
    [
        '"No boat was lost," said Adviser to the Head of the Regional Port Administration Otto Brand in a letter.',
        "Assistant to the Minister of Health Otto Brand told reporters that no boat was lost.",
        "A father of three, Otto Brand, 45, a clerk of the port, said that no boat was lost.",
    ],
)
def test_a_name_at_the_end_of_a_long_office_is_whose_office_it_is(spoken: Says, sentence: str) -> None:
    assert [voice for voice, _, _ in spoken(sentence)] == ["Otto Brand"]


def test_an_office_with_and_in_it_is_nobody_else(spoken: Says) -> None:
    told = spoken("\u201cAn inquiry is needed,\u201d said Sarah Linn Velk, Middle West and North Sula director.")
    assert [voice for voice, _, _ in told] == ["Sarah Linn Velk"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A man in boots, who gives his name as Tomasz, says that the parcel never came. He says that it came too late.", "Tomasz"),
        ('"I buried him," says the ferryman, whose name is Petrus.', "Petrus"),
    ],
)
def test_who_gives_his_name_speaks_under_it(spoken: Says, text: str, name: str) -> None:
    assert {voice for voice, _, _ in spoken(text)} == {name}
