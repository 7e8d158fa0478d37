"""The verbs that tell what can be relied upon: check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.app import Desk, app
from sayso.cli.output import Csv, Json, Md, Out, give
from sayso.records.count import many
from sayso.records.trouble import Exit, Trouble


@app.command()
def check(
    ctx: typer.Context,
    brief: Annotated[Path | None, typer.Argument(metavar="[BRIEF]", help="One brief alone, wherever it lies.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
    as_md: Md = False,
    out: Out = None,
) -> None:
    """Verify every original, quote, id and brief. Exit code 1 when something is wrong."""
    from sayso.cli import faces
    from sayso.screens.errors import problem_lines
    from sayso.shelf.views import Shelf
    from sayso.tell.book import Book

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        found, chain = ledger.check(brief), ledger.journal.read()
        counts, waiting = ({}, []) if found else (ledger.counts(), ledger.unfinished())
        empty = Shelf(Book(ledger.settings.name, (), {}))  # what is wrong is told without the database, which may be damaged
    give(desk, faces.of_problems(found, empty), as_json, as_csv, as_md, out)
    if not found and brief is not None:
        desk.talk(f"All right: every sentence of {brief} rests on claims that are here.")
        return
    desk.talk(f"{many(len(chain.reviews), 'decision')}, head {chain.head or 'none'}")
    for line in waiting:
        desk.talk(f"  ! {line}")
    if not found:
        told = f"{many(counts['documents'], 'original')}, {many(counts['claims'], 'claim')}"
        desk.talk(f"All right: {told} and every brief were checked.")
        return
    of_briefs = brief is not None or all(problem.doc.startswith("briefs/") for problem in found)
    things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    message = "the brief says what no claim supports" if of_briefs else f"{things} not as it should be"
    listed = as_json or as_csv or as_md or out is not None
    raise Trouble(message, lines=() if listed else problem_lines(found), code=Exit.FINDINGS)
