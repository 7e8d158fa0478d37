"""Titles before a name and brackets behind it make further spellings of it."""

from __future__ import annotations

import pytest

from sayso.link.titles import further_mentions
from sayso.records.claim import Claim, Finding, Mention, Voice
from sayso.records.document import Document, Span


def spelt(text: str, name: str, kind: str = "person", voice: str = "", whose: str = "") -> list[str]:
    """The further spellings of one name in a text, the words of a voice included."""
    start = text.index(name)
    mention = Mention(Span("d", start, start + len(name)), name, name, kind, None, True)
    claims: tuple[Claim, ...] = ()
    if voice:
        span = Span("d", text.index(voice), text.index(voice) + len(voice))
        whole = Span("d", 0, len(text))
        claims = (Claim("c", whole, text, (Voice(voice, span, whose or name),), "asserts", "affirms", "certain", "statement", "statement"),)
    return [other.text for other in further_mentions(Document("d", "d.txt", text, "utf-8"), Finding(claims, (mention,)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met General Ana Lund on Friday.", ["General Ana Lund"]),
        ("They met Brigadier General Ana Lund.", ["Brigadier General Ana Lund"]),
        ("They met President Ana Lund.", ["President Ana Lund"]),
        ("They met Minister General Ana Lund.", ["Minister General Ana Lund", "General Ana Lund"]),
        ("They met Colonel\nAna Lund.", ["Colonel\nAna Lund"]),
        ("They met Sister Ana Lund.", ["Sister Ana Lund"]),
        ("They met Lt. Col. Ana Lund.", ["Lt. Col. Ana Lund"]),
        ("They met the Deputy Prefect. Ms. Ana Lund agreed.", ["Ms. Ana Lund"]),
        ("They met Ana Lund.", []),
        ("In general Ana Lund agrees.", []),
        ("The Northern Front met Ana Lund.", []),
    ],
)
def test_titles_and_offices_before_a_persons_name_are_part_of_a_spelling(text: str, found: list[str]) -> None:
    assert spelt(text, "Ana Lund") == found


def test_the_words_of_a_voice_that_end_with_its_name_are_one() -> None:
    text = "The river ministry spokeswoman Ana Lund said so."
    assert spelt(text, "Ana Lund", voice="river ministry spokeswoman Ana Lund") == ["river ministry spokeswoman Ana Lund"]


def test_a_voice_of_two_parts_with_a_comma_is_none() -> None:
    text = "An army spokeswoman, Ana Lund, said so."
    assert spelt(text, "Ana Lund", voice="army spokeswoman, Ana Lund") == []


def test_what_stands_before_a_bodys_name_is_no_part_of_it() -> None:
    assert spelt("General Dawn Front met.", "Dawn Front", kind="armed_group") == []


def test_a_name_with_its_short_form_in_brackets_is_also_spelt_without_it() -> None:
    assert spelt("The Government of Velm (GOV) met.", "Government of Velm (GOV)", kind="other") == ["Government of Velm"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Sayyid Imad al-Orsan", ["Imad al-Orsan"]),
        ("Lance Naik Davit Orlan", ["Davit Orlan"]),
        ("Spokesperson Ms Ana Lund", ["Ana Lund"]),
        ("Superintendent Lund", []),  # what is left is no full name
    ],
)
def test_a_full_name_is_also_spelt_without_the_titles_in_it(name: str, found: list[str]) -> None:
    assert spelt(f"They met {name} on Friday.", name) == found


def test_what_grades_a_title_is_part_of_it() -> None:
    assert spelt("They met Senior General Ana Lund.", "Ana Lund") == ["Senior General Ana Lund"]


def test_the_words_of_a_voice_that_only_ends_with_a_persons_name_spell_somebody_else() -> None:
    text, voice = "The rival wing of Ana Lund claimed the raid.", "The rival wing of Ana Lund"
    assert voice in spelt(text, "Ana Lund", voice=voice)
    assert spelt(text, "Ana Lund", voice=voice, whose="rival wing of Ana Lund") == []


def test_what_describes_somebody_right_before_his_name_is_part_of_a_further_spelling() -> None:
    text = "They met army spokesman Colonel Ana Lund and the aid group Valley Relief."
    told = [("army spokesman", "Ana Lund", "person", False), ("Ana Lund", "Ana Lund", "person", True)]
    told += [("aid group", "Valley Relief", "other", False), ("Valley Relief", "Valley Relief", "other", True)]
    mentions = [
        Mention(Span("d", at := text.index(words), at + len(words)), words, name, kind, None, named) for words, name, kind, named in told
    ]
    further = further_mentions(Document("d", "d.txt", text, "utf-8"), Finding((), tuple(mentions)))
    assert [other.text for other in further] == ["Colonel Ana Lund", "army spokesman Colonel Ana Lund", "aid group Valley Relief"]
