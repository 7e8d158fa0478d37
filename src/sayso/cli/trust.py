"""The verbs that tell what can be relied upon: check."""

from __future__ import annotations

import typer

from sayso.cli.app import Desk, Json, app, json_lines
from sayso.records.trouble import Exit, Trouble


@app.command()
def check(ctx: typer.Context, as_json: Json = False) -> None:
    """Verify every original, quote, id and brief. Exit code 1 when something is wrong."""
    from sayso import screens

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        found, counts = ledger.check(), ledger.counts()
    if as_json:
        json_lines(found)
    if not found:
        desk.talk(f"All right: {counts['documents']} originals, {counts['claims']} claims and every brief were checked.")
        return
    of_briefs = all(problem.doc.startswith("briefs/") for problem in found)
    things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    message = "the brief says what no claim supports" if of_briefs else f"{things} not as it should be"
    raise Trouble(message, lines=() if as_json else screens.problem_lines(found), code=Exit.FINDINGS)
