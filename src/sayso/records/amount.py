"""How many: a number as a range, with what is counted and how it was qualified."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as said: "at least 80 attacks" is (80, None), "nearly 80" is (None, 80), "several hundred" is (None, None).

    `unit` is what is counted or measured, in the words of the text (singular or plural as written); `qualifier` is the word that
    makes it less than exact, empty when it is exact; `text` is the number with its qualifier and unit as written.
    """

    low: float | None
    high: float | None
    unit: str = ""
    qualifier: str = ""
    text: str = ""

    def __str__(self) -> str:
        def plain(number: float) -> str:
            return str(int(number)) if number == int(number) else str(number)

        if self.low is None and self.high is None:
            return self.qualifier or self.text
        if self.high is None:
            return f"{plain(self.low or 0)}+"
        if self.low is None:
            return f"≤{plain(self.high)}"
        return plain(self.low) if self.low == self.high else f"{plain(self.low)}–{plain(self.high)}"
