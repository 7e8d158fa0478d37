"""What could not be read, placed or understood: shown beside the result, never a reason to stop."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Step = Literal["read", "find", "link", "weigh", "tell", "check"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in the input, with its place and what to do about it.

    `doc` is the path of the document as it was named; `start` and `end` are code points in its text, None for the whole of it.
    `code` is a short name from docs/problems.md.
    """

    doc: str
    step: Step
    code: str
    message: str
    hint: str = ""
    start: int | None = None
    end: int | None = None
