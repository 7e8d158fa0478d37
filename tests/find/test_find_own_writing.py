"""Words by which an author speaks of himself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]
AUTHOR = "(author)"


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The dam fell in May. The present writer believes that the rebels mined it.", AUTHOR),
        ("The dam fell in May. In none of these cases does the author expect the rebels to leave the valley.", AUTHOR),
        ("Otto Brand is an author of two books. The author said that the rebels mined the dam.", "Otto Brand"),
        ("The author of the letter said that the rebels mined the dam.", "author of the letter"),
    ],
)
def test_the_author_is_who_writes_unless_the_text_calls_another_so(spoken: Says, text: str, voice: str) -> None:
    assert spoken(text)[-1][0].removeprefix("The ").removeprefix("the ") == voice
