"""The verbs of people: review, with what can be decided below it, and withdraw."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.app import Desk, app
from sayso.cli.output import Csv, Json, Md, Out, give
from sayso.records.trouble import Trouble

if TYPE_CHECKING:
    from sayso.reviewing import Edit

review = typer.Typer(help="Decide on claims, incidents and actors; every decision is kept, and can be undone.", rich_markup_mode=None)
app.add_typer(review, name="review")
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Claims (c:…), incidents (i-…) or actors (a-…).")]
Two = Annotated[str, typer.Argument(metavar="ID", help="An incident, a claim or an actor.")]
By = Annotated[str, typer.Option("--by", help="Who decides; else who is logged in.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept with the decision.")]


@contextmanager
def _editing(ctx: typer.Context, by: str, why: str) -> Iterator[Edit]:
    """A person at work; what was kept is told when all that follows from it is worked out, or when something stops it."""
    desk: Desk = ctx.obj
    edits: list[Edit] = []
    with desk.ledger() as ledger:
        try:
            with ledger.edit(by, why, desk.wait) as edit:
                edits.append(edit)
                yield edit
        finally:
            for line in (*ledger.notices, *(line for edit in edits for line in edit.told)):
                desk.talk(line)
            for one in (one for edit in edits for one in edit.kept):
                on = (
                    ", ".join(dict.fromkeys(f"c:{target.id}" for target in one.targets if target.id)) if one.about == "claim" else one.about
                )
                desk.talk(f"kept: {one.verb} {on}  {one.hash[:8]}")


@review.command()
def accept(ctx: typer.Context, ids: Ids, by: By = "", why: Why = "") -> None:
    """A claim is right as it stands; an incident's claims, or an actor's names, are one."""
    with _editing(ctx, by, why) as edit:
        for ident in ids:
            edit.accept(ident)


@review.command()
def reject(ctx: typer.Context, ids: Ids, by: By = "", why: Why = "") -> None:
    """A claim is wrong; an incident does not hold; a name is nobody's."""
    with _editing(ctx, by, why) as edit:
        for ident in ids:
            edit.reject(ident)


@review.command()
def correct(
    ctx: typer.Context,
    ident: Annotated[str, typer.Argument(metavar="ID", help="A claim, an incident or an actor.")],
    changes: Annotated[
        list[str],
        typer.Argument(metavar="FIELD=VALUE...", help="act, verb, voice, said, span … or any detail; status; name, kind, side."),
    ],
    by: By = "",
    why: Why = "",
) -> None:
    """Say what a claim says, how an incident stands, or who an actor is."""
    with _editing(ctx, by, why) as edit:
        edit.correct(ident, **dict(_pair(change) for change in changes))


@review.command(context_settings={"ignore_unknown_options": True})  # a line in the notation may begin with a dash
def add(
    ctx: typer.Context,
    line: Annotated[str, typer.Argument(metavar="LINE", help="The claim in one line, as docs/notation.md tells.")],
    by: By = "",
    why: Why = "",
) -> None:
    """Write down a claim that was not found."""
    with _editing(ctx, by, why) as edit:
        edit.add(line)


@review.command()
def same(ctx: typer.Context, left: Two, right: Two, by: By = "", why: Why = "") -> None:
    """Two incidents, a claim and an incident, or two actors are one."""
    with _editing(ctx, by, why) as edit:
        edit.same(left, right)


@review.command()
def notsame(ctx: typer.Context, left: Two, right: Two, by: By = "", why: Why = "") -> None:
    """They are not one, whatever the rules say."""
    with _editing(ctx, by, why) as edit:
        edit.notsame(left, right)


@review.command()
def undo(
    ctx: typer.Context,
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="The beginning of its hash, or a claim; else the last one.")] = "",
    by: By = "",
    why: Why = "",
) -> None:
    """Take a decision back: one more decision, which can be undone too."""
    with _editing(ctx, by, why) as edit:
        edit.undo(decision)


@review.command()
def log(ctx: typer.Context, as_json: Json = False, as_csv: Csv = False, as_md: Md = False, out: Out = None) -> None:
    """List all decisions, whether they hold, and what has no place any more."""
    from sayso.cli import faces

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        give(desk, faces.of_grid(ledger.decisions()), as_json, as_csv, as_md, out)


@app.command()
def withdraw(
    ctx: typer.Context,
    document: Annotated[str, typer.Argument(metavar="DOC", help="A document, by its id or path.")],
    reason: Annotated[str, typer.Option("--reason", help="Why; this and the hash are all that stays.")],
    by: By = "",
) -> None:
    """Take a document out with all its words, in decisions too; this cannot be undone."""
    desk: Desk = ctx.obj
    with desk.ledger() as ledger:
        gone, briefs = ledger.withdraw(document, reason, by, desk.wait)
        for line in ledger.notices:
            desk.talk(line)
    desk.talk(f"{gone.path} is withdrawn: its text, its claims and their words are gone; its hash {gone.sha256[:12]}… and the reason stay.")
    for name in briefs:
        desk.talk(f"  ! briefs/{name} still cites it: people write briefs, so change it by hand")


def _pair(change: str) -> tuple[str, str]:
    key, equals, value = change.partition("=")
    if not equals:
        raise Trouble(f"`{change}` is no correction", "write FIELD=VALUE, for example act=denies")
    return key, value
