"""How the verbs that list things write them: for a person, or as JSON lines, CSV or Markdown; to standard output or a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from sayso.archive import writable, write_whole
from sayso.cli.app import Desk
from sayso.records.trouble import Trouble

if TYPE_CHECKING:
    from sayso.screens.screen import Screen, Sheet
    from sayso.shelf.grid import Grid

Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="Comma-separated values with all columns (docs/tables.md).")]
Md = Annotated[bool, typer.Option("--md", help="A Markdown table.")]
Out = Annotated[
    Path | None, typer.Option("-o", "--out", help="File to write to; .csv, .json, .md or .txt tells the form where no flag does.")
]
Form = Literal["text", "json", "csv", "md"]
ENDINGS: dict[str, Form] = {".csv": "csv", ".json": "json", ".jsonl": "json", ".md": "md", ".txt": "text", ".tsv": "text", "": "text"}


@dataclass(frozen=True, slots=True)
class Faces:
    """The forms in which one thing can be had; each is made only when it is asked for."""

    rows: Callable[[], Iterable[object]]
    grid: Callable[[], Grid]
    sheet: Callable[[], Sheet]
    text: Callable[[Screen], None] | None = None
    """What a person sees, where that is not the sheet."""


def give(desk: Desk, faces: Faces, as_json: bool, as_csv: bool, as_md: bool, out: Path | None) -> None:
    """Writes one of the forms. Raises Trouble where two are asked for at once, the ending tells none, or the file cannot be written."""
    form = _form(as_json, as_csv, as_md, out)
    if out is None:
        _write(desk, faces, form, sys.stdout)
        return
    writable(out, desk.home)
    text = io.StringIO()
    _write(desk, faces, form, text)
    try:
        write_whole(out, text.getvalue().encode("utf-8"))
    except OSError as error:
        raise Trouble(f"{out} cannot be written: {(error.strerror or 'no reason given').casefold()}", "name another file") from None
    desk.talk(f"Written to {out}")


def _form(as_json: bool, as_csv: bool, as_md: bool, out: Path | None) -> Form:
    forms: tuple[tuple[Form, bool], ...] = (("json", as_json), ("csv", as_csv), ("md", as_md))
    asked = [form for form, wanted in forms if wanted]
    if len(asked) > 1:
        raise Trouble(f"--{asked[0]} and --{asked[1]} exclude each other", "take one of them")
    if asked or out is None:
        return asked[0] if asked else "text"
    if (ending := out.suffix.casefold()) not in ENDINGS:
        raise Trouble(f"a list has no form that ends in `{ending}`: {out}", "name a .csv, .json, .md or .txt, or say --csv, --json or --md")
    return ENDINGS[ending]


def _write(desk: Desk, faces: Faces, form: Form, stream: TextIO) -> None:
    if form == "json":
        import msgspec

        for row in faces.rows():
            stream.write(msgspec.json.encode(row).decode("utf-8") + "\n")
    elif form == "csv":
        stream.write(faces.grid().csv())
    elif form == "md":
        stream.write(_markdown(faces.sheet()))
    elif faces.text is not None:
        faces.text(desk.screen(stream))
    else:
        desk.screen(stream).sheet(faces.sheet())


def _markdown(sheet: Sheet) -> str:
    head = [column.name or " " for column in sheet.columns]
    rows = [[cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ") for cell in row] for row in (head, *sheet.rows)]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(head), *lines[1:]]) + "\n"
