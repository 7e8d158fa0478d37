"""That text is understood as it comes, and that every claim stands in the stored text word by word."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from sayso.records.claim import Claim, Finding

Find = Callable[[str], Finding]
DENIAL = "The presidential spokesman denied on Monday that any rocket had been fired at the town of Kest by the Harran Front"


def claims(find: Find, text: str) -> list[Claim]:
    """The claims in a text that are no ties, each checked to stand there word by word."""
    found = [claim for claim in find(text).claims if claim.kind != "tie"]
    for claim in found:
        assert text[claim.span.start : claim.span.end] == claim.quote
        for voice in claim.voices:
            assert voice.span is None or text[voice.span.start : voice.span.end] == voice.text
        for slot in claim.slots:
            assert text[slot.span.start : slot.span.end] == slot.text
    return found


def told(find: Find, text: str) -> list[tuple[str, str, str]]:
    """Who does what with which stance, in each claim."""
    return [(claim.voice.name or claim.voice.text, claim.act, claim.polarity) for claim in claims(find, text)]


@pytest.mark.parametrize(
    "text",
    [
        DENIAL.replace("presidential", "presi\u00addential").replace("denied", "de\u00adnied") + ".",
        DENIAL.replace("denied", "de-\nnied") + ".",
        DENIAL.replace(" town", "\n\n12\n\n\fORSENIA REVIEW\n\ntown") + ".",
        DENIAL.replace(" town", "\r\n\r\nA view of the bridge. (Photo: Port Agency)\r\n\r\ntown") + ".",
        DENIAL.replace(" ", "\u00a0") + ".",
        DENIAL.replace("denied", "\u200fdenied\u200e") + ".",
        DENIAL.replace("Monday", "Monday¹²") + ".¹³",
        DENIAL.replace("denied", "**denied**").replace("rocket", "[rocket](https://e.example/x)") + ".",
        "\r\n".join(textwrap.wrap(f"It was quiet in the valley that day. {DENIAL}. Nobody else had seen it, and no one asked again.", 64)),
        "# Rockets at Kest\n\n" + DENIAL + ".",
    ],
    ids=[
        "soft hyphens",
        "hyphens",
        "page break",
        "caption",
        "hard spaces",
        "marks of direction",
        "note marks",
        "markdown",
        "wrapped by hand",
        "heading",
    ],
)
def test_a_denial_is_found_however_its_text_comes(find: Find, text: str) -> None:
    assert ("presidential spokesman", "denies", "denies") in [
        (voice.replace("\u00ad", "").replace("\u00a0", " "), act, polarity) for voice, act, polarity in told(find, text)
    ]
    assert len([claim for claim in claims(find, text) if claim.act == "denies"]) == 1


def test_a_name_whose_accents_stand_apart_from_their_letters_is_whole(find: Find) -> None:
    found = claims(find, "Jose\u0301 Ren\u00e9 said that the bridge was closed.")
    assert [claim.voice.text for claim in found] == ["Jose\u0301 Ren\u00e9"]


def test_a_quotation_set_large_beside_the_text_is_no_second_claim(find: Find) -> None:
    quoted = "“We have never fired a single rocket at that town”"
    paragraph = "“We have never fired a single rocket at that town,” the spokesman of the Harran Front said on Monday."
    assert told(find, f"{quoted}\n\n{paragraph}") == told(find, paragraph)


def test_a_text_without_line_ends_is_gone_through_in_parts(find: Find) -> None:
    text = ("The army said on Monday that it had no information. " * 800).strip()
    assert len(text) > 40_000
    assert len(claims(find, text)) == 800
