"""The verbs that show what is there: show, search, changes, impact, sql and status."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.app import Desk, app
from sayso.cli.output import Csv, Json, Md, Out, give
from sayso.records.trouble import Exit, Trouble

if TYPE_CHECKING:
    from sayso.shelf.directory import Item
    from sayso.shelf.views import Shelf

NEAR = 0.8
"""How like the name of a list a word has to be to be taken for a slip: one letter of eight."""
LISTS = ("incidents", "disputes", "pledges", "actors", "documents", "claims", "works", "problems")
Filters = Annotated[str, typer.Option("--filter", help="Only what fits, for example 'place:Drovna -status:contested' (docs/filters.md).")]
Since = Annotated[str | None, typer.Option(help="Only what is not over before this day, month or year.")]
Until = Annotated[str | None, typer.Option(help="Only what has begun by the end of this day, month or year.")]


@app.command()
def show(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help=f"{', '.join(LISTS)}, or any id, name or slug.")],
    narrow: Filters = "",
    since: Since = None,
    until: Until = None,
    as_json: Json = False,
    as_csv: Csv = False,
    as_md: Md = False,
    out: Out = None,
) -> None:
    """Show a list, or one incident, claim, document or actor. Of one thing, the filter narrows its claims."""
    from sayso.cli import faces
    from sayso.records.actor import Actor
    from sayso.shelf.filters import filter_of

    desk: Desk = ctx.obj
    asked = filter_of(narrow, since=since, until=until)
    with desk.ledger(read_only=True) as ledger:
        shelf = ledger.shelf()
        if what in LISTS:
            shown = faces.of_list(shelf, what, asked)
        else:
            item = _found(shelf, what)
            shown = faces.of_item(shelf, item, asked, ledger.alike(item.id) if isinstance(item, Actor) else ())
    give(desk, shown, as_json, as_csv, as_md, out)


def _found(shelf: Shelf, what: str) -> Item:
    """The one thing of this name. Raises Trouble for what is none, also where it is a table for SQL or nearly the name of a list."""
    from sayso.shelf.flat import VIEWS

    try:
        return shelf.find(what)
    except Trouble as trouble:
        if trouble.code == Exit.NOT_FOUND and what.casefold() in VIEWS.keys() - set(LISTS):
            hint = f'`sayso sql "select * from {what.casefold()}"` shows it'
            raise Trouble(f"`{what}` is a table, and no list that is shown", hint, code=Exit.NOT_FOUND) from None
        if trouble.code == Exit.NOT_FOUND and (near := get_close_matches(what.casefold(), LISTS, 1, NEAR)):
            raise Trouble(trouble.message, f"did you mean `sayso show {near[0]}`?", code=Exit.NOT_FOUND) from None
        raise


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help='All must be there; "words in quotes" must stand together.')],
    limit: Annotated[int, typer.Option(min=1, help="How many hits at most.")] = 20,
    as_json: Json = False,
    as_csv: Csv = False,
    as_md: Md = False,
    out: Out = None,
) -> None:
    """Search the documents and claims for words. Exit code 1 when nothing is found."""
    from sayso.cli import faces

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        hits = ledger.search(" ".join(words), limit)
        paths = ledger.paths()
    give(desk, faces.of_hits(hits, paths), as_json, as_csv, as_md, out)
    if not hits:
        desk.talk("Nothing found.")
    raise typer.Exit(Exit.DONE if hits else Exit.FINDINGS)


@app.command()
def changes(
    ctx: typer.Context,
    since: Annotated[str, typer.Option(help="A day, month or year; else the newest day on which documents came in.")] = "",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit code 1 when anything is new.")] = False,
    as_json: Json = False,
    as_csv: Csv = False,
    as_md: Md = False,
    out: Out = None,
) -> None:
    """Tell what is new: incidents, contradictions, changed positions, further origins, pledges."""
    from sayso.cli import faces
    from sayso.screens.differences import news

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        found, shelf = ledger.changes(since), ledger.shelf()
    desk.talk(found.told if found else f"{found.told}; nothing that changes the picture")
    give(desk, faces.of_comparison(shelf, found, news), as_json, as_csv, as_md, out)
    raise typer.Exit(Exit.FINDINGS if exit_code and found else Exit.DONE)


@app.command()
def impact(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="DOC|ACTOR", help="A document or an actor, by any id, path or name.")],
    as_json: Json = False,
    as_csv: Csv = False,
    as_md: Md = False,
    out: Out = None,
) -> None:
    """Tell what would fall without a document, or without all that an actor says; nothing is changed."""
    from sayso.cli import faces
    from sayso.screens.differences import losses

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        found, shelf = ledger.impact(source), ledger.shelf()
    desk.talk(found.told)
    give(desk, faces.of_comparison(shelf, found, losses), as_json, as_csv, as_md, out)


@app.command()
def sql(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(metavar="[SELECT]", help="One SELECT; left out: which tables and columns there are.")] = "",
    as_json: Json = False,
    as_csv: Csv = False,
    as_md: Md = False,
    out: Out = None,
) -> None:
    """Ask the ledger in SQL; nothing can be changed that way."""
    from sayso.cli import faces

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        answer = ledger.sql(question) if question else faces.explained()
    give(desk, faces.of_grid(answer), as_json, as_csv, as_md, out)


@app.command()
def status(
    ctx: typer.Context,
    config: Annotated[bool, typer.Option("--config", help="Each setting, and where it comes from.")] = False,
    as_json: Json = False,
    as_csv: Csv = False,
    as_md: Md = False,
    out: Out = None,
) -> None:
    """Say what is in the ledger."""
    from sayso.cli import faces

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        settings = ledger.settings
        shown = faces.of_settings(settings) if config else faces.of_counts(repr(ledger), settings.name, ledger.counts())
        give(desk, shown, as_json, as_csv, as_md, out)
        for line in () if config else ledger.unfinished():
            desk.talk(f"  ! {line}")
