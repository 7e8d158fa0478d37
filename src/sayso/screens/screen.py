"""What is printed on: knows how wide it is, whether a person looks at it, and whether colours are wanted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TextIO

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

Color = Literal["auto", "always", "never"]
Style = Literal["", "bold", "dim", "yes", "no", "hand"]
STYLES = {"": "", "bold": "bold", "dim": "dim", "yes": "blue", "no": "dark_orange3", "hand": "green"}
"""Blue affirms, orange denies, green is told at second hand: always beside a mark or a word, never alone."""
VISIBLE = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | dict.fromkeys(range(127, 160), 65533)
"""Control characters by the signs that picture them, the later ones by the sign for what cannot be shown."""
LEAST_WIDE = 26
"""Columns that running words need beside the others; with less of them each row becomes a card. Set by eye at 80 to 140."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet. A wide one holds running words and is wrapped; of a number, `one` is what it counts, in the singular.

    `told` says that the cell is not understood without the column's name.
    """

    name: str
    wide: bool = False
    one: str = ""
    told: bool = False

    def alone(self, cell: str) -> str:
        """A cell as it reads outside its table."""
        if self.one:
            return f"{cell} {self.one if cell == '1' else self.name}"
        return f"{self.name}: {cell}" if self.told else cell


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to print."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def widths(self) -> list[int]:
        """How many characters each column needs."""
        return [max(map(len, cells)) for cells in zip((column.name for column in self.columns), *self.rows, strict=True)]

    def filled(self) -> Sheet:
        """Without the columns in which nothing stands."""
        kept = [number for number, _ in enumerate(self.columns) if any(row[number] for row in self.rows)]
        return Sheet(tuple(self.columns[number] for number in kept), tuple(tuple(row[number] for number in kept) for row in self.rows))


class Screen:
    """Prints to a stream: drawn for a person at a terminal (or always, with colours, if told so), in plain lines elsewhere."""

    def __init__(self, stream: TextIO | None = None, color: Color = "auto") -> None:
        self.stream = stream or sys.stdout
        self.drawn = color == "always" or self.stream.isatty()
        plain = color == "never" or (color == "auto" and bool(os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"))
        self.colored = self.drawn and not plain
        self.width = shutil.get_terminal_size((80, 24)).columns

    def say(self, line: str = "", style: Style = "") -> None:
        """One line of data."""
        if self.drawn:
            self._console().print(self.text(line, style))
        else:
            self.stream.write(line + "\n")

    def text(self, line: str, style: Style = "") -> Text:
        """A piece of text as rich prints it. Signs that steer a terminal are made visible: a document must not move the cursor."""
        from rich.text import Text

        return Text(line.translate(VISIBLE), style=STYLES[style])

    def sheet(self, sheet: Sheet) -> None:
        """A table: drawn for a person, as cards where it does not fit; elsewhere tab-separated lines with a header."""
        if not self.drawn:
            for row in (tuple(column.name for column in sheet.columns), *sheet.rows):
                self.say("\t".join(cell.replace("\t", " ").replace("\n", " ⏎ ") for cell in row))
        elif not sheet.rows:
            self.say("Nothing to show.", "dim")
        elif self._fits(filled := sheet.filled()):
            self._table(filled)
        else:
            for row in filled.rows:
                self._card(filled, row)

    def beside(self, rows: Sequence[tuple[Text, ...]], indent: int = 0, first: int = 0) -> None:
        """Pairs of words set beside each other without a head; the first column is at least `first` wide and at most half of the screen."""
        from rich.padding import Padding

        table = self._ruled()
        for number, _ in enumerate(rows[0]):
            table.add_column(overflow="fold", min_width=0 if number else first, max_width=None if number else self.width // 2)
        for row in rows:
            table.add_row(*row)
        self._console().print(Padding(table, (0, 0, 0, indent)))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[Text]]) -> None:
        """A drawn table whose cells may have several lines; what names a row is left as it is."""
        table = self._ruled(header=True)
        for number, name in enumerate(head):
            table.add_column(name, overflow="fold", no_wrap=number == 0)
        for row in rows:
            table.add_row(*row)
        self._console().print(table)

    def _console(self) -> Console:
        from rich.console import Console

        colors: Literal["256"] | None = "256" if self.colored else None
        return Console(file=self.stream, width=self.width, force_terminal=self.drawn, color_system=colors, highlight=False)

    def _ruled(self, header: bool = False) -> Table:
        from rich.table import Table

        return Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=header, header_style="bold")

    def _fits(self, sheet: Sheet) -> bool:
        needed = sum(min(LEAST_WIDE, width) if column.wide else width for column, width in zip(sheet.columns, sheet.widths(), strict=True))
        return needed + 2 * (len(sheet.columns) - 1) <= self.width

    def _table(self, sheet: Sheet) -> None:
        table = self._ruled(header=True)
        for column in sheet.columns:
            table.add_column(column.name, no_wrap=not column.wide, overflow="fold", justify="right" if column.one else "left")
        for row in sheet.rows:
            table.add_row(*map(self.text, row))
        self._console().print(table)

    def _card(self, sheet: Sheet, row: tuple[str, ...]) -> None:
        """One row on lines of its own: what it begins with, its running words, and the rest in small below."""
        named = list(zip(sheet.columns, row, strict=True))
        words = [self.text(column.alone(cell)) for column, cell in named if column.wide and cell]
        facts = [column.alone(cell) for column, cell in (named[-1], *named[1:-1]) if not column.wide and cell]
        below = [*words[1:], *([self.text(" · ".join(facts), "dim")] if facts else [])]
        if sheet.columns[0].wide:
            self.say(row[0], "bold")
            self.beside([(self.text(""), line) for line in below])
        else:
            lead = [self.text(row[0], "bold"), *(self.text("") for _ in below)]
            self.beside(list(zip(lead, [*words[:1], *below], strict=False)), first=sheet.widths()[0])
