"""The verbs that show what is there: show, search and status."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.app import Json, app, json_lines
from sayso.records.trouble import Exit

LISTS = ("incidents", "disputes", "pledges", "actors", "documents", "claims", "problems")


@app.command()
def show(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=f"{', '.join(LISTS)}, or any id.")],
    voice: Annotated[str | None, typer.Option(help="Only claims of this voice (claims, or one incident).")] = None,
    status: Annotated[str | None, typer.Option(help="Only incidents of this status.")] = None,
    as_json: Json = False,
) -> None:
    """Show a list, or one incident, claim, document or actor."""
    from sayso import screens
    from sayso.views import rows_of

    with ctx.obj.ledger(read_only=True) as ledger:
        shelf = ledger.shelf()
    if as_json:
        json_lines(rows_of(shelf, what, voice, status))
    elif what in LISTS:
        screens.show(screens.listing(shelf, what, voice, status))
    elif voice is not None:
        screens.voice_in(shelf.incident(what), voice)
    else:
        screens.item(shelf, shelf.find(what))


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help='All must be there; "words in quotes" must stand together.')],
    limit: Annotated[int, typer.Option(min=1, help="How many hits at most.")] = 20,
    as_json: Json = False,
) -> None:
    """Search the documents and claims for words. Exit code 1 when nothing is found."""
    from sayso import screens

    with ctx.obj.ledger(read_only=True) as ledger:
        hits = ledger.search(" ".join(words), limit)
        paths = {document.sha256: document.path for document in ledger.documents()}
    if as_json:
        json_lines(hits)
    elif hits:
        rows = ((f"{hit.kind[0]}:{hit.id[:12]}", f"{paths[hit.doc]} {hit.start}–{hit.end}", hit.snippet) for hit in hits)
        screens.show(screens.Sheet(("id", "where", "words"), tuple(rows)))
    raise typer.Exit(Exit.DONE if hits else Exit.FINDINGS)


@app.command()
def status(
    ctx: typer.Context,
    config: Annotated[bool, typer.Option("--config", help="Each setting, and where it comes from.")] = False,
    as_json: Json = False,
) -> None:
    """Say what is in the ledger."""
    from sayso import screens

    with ctx.obj.ledger(read_only=True) as ledger:
        settings, counts = ledger.settings, {} if config else ledger.counts()
    if as_json and config:
        json_lines({"key": key, "value": value, "from": origin} for key, value, origin in settings.came_from)
    elif as_json:
        json_lines([{"name": settings.name, **counts}])
    elif config:
        screens.show(screens.Sheet(("key", "value", "from"), settings.came_from))
    else:
        screens.say(f"{settings.name}: " + ", ".join(f"{number} {noun}" for noun, number in counts.items()))
