"""What a measure gives: its own tables, and the rows by which it stands in the one table of `make bench`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: what was measured on what, ours, the peers' on the same, and what was asked for, if anything was."""

    what: str
    ours: str
    beside: str = ""
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one script measured: `details` are its tables as they are printed when it runs alone."""

    details: str
    rows: tuple[Row, ...]


def one_table(rows: Iterable[Row]) -> str:
    """The rows as one Markdown table."""
    lines = ["| what | Sayso | beside | asked |", "| --- | --- | --- | --- |"]
    return "\n".join([*lines, *(f"| {row.what} | {row.ours} | {row.beside} | {row.asked} |" for row in rows)])
