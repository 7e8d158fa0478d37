"""Texts that are called by a number speak for who put them out, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
KNOWN = "The Velk Movement (VM) and the Dol Front (DF) fight on. "


@pytest.mark.parametrize(
    "text",
    [
        'VM denied that in a text ("Notice 44"). Notice 44 says that the army carried shells.',
        "VM replied with Notice 44. Notice 44 says that the army carried shells.",
        "Notice 44, the VM statement, says that the army carried shells.",
        "All lead to point three of Notice 44 of the VM. Notice 44 says that the army carried shells.",
        "VM circulated Notice 43 on Monday. Notice 44 says that the army carried shells.",
    ],
)
def test_such_a_text_speaks_for_who_is_told_to_have_put_it_out(find: Find, text: str) -> None:
    told = [claim for claim in find(KNOWN + text).claims if "carried shells" in claim.quote and claim.voice.text.startswith("Notice 44")]
    assert {claim.voice.name for claim in told} == {"Velk Movement"}
    assert not any(slot.amount is not None and slot.text == "44" for claim in told for slot in claim.slots)


def test_nobody_is_guessed_where_two_put_out_texts_of_that_name(find: Find) -> None:
    text = KNOWN + "VM circulated Notice 43 on Monday, and DF circulated Notice 12. Notice 44 says that the army carried shells."
    told = [claim.voice.name for claim in find(text).claims if "carried shells" in claim.quote]
    assert "Velk Movement" not in told
    assert "Dol Front" not in told
