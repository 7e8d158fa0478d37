"""The verbs that are steps: init, read, find, link, weigh, tell, and run, which takes four of them at once."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.app import Desk, app
from sayso.records.count import many
from sayso.records.trouble import Exit, Trouble

if TYPE_CHECKING:
    from sayso.ledger import Ledger, Watch

DryRun = Annotated[bool, typer.Option("-n", "--dry-run", help="Only say what would be done.")]
Engine = Annotated[str | None, typer.Option(help="The finder, in place of that of the settings (find.engine).")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default as many as pay.")]
Paths = Annotated[list[Path], typer.Argument(help="Files, folders or patterns; - is the standard input.")]
Out = Annotated[Path | None, typer.Option("-o", "--out", help="File or folder to write to; else standard output.")]

WEIGHED = ("incident", "dispute", "pledge")


@app.command()
def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where to start it; made if it is not there.")] = Path(),
    name: Annotated[str, typer.Option(help="What the ledger is called; else as its folder.")] = "",
    source: Annotated[
        Path | None, typer.Option("--from", metavar="OUT", help="Make again the ledger that `tell jsonl -o OUT` wrote.")
    ] = None,
) -> None:
    """Start a ledger in a folder."""
    from sayso.ledger import Ledger

    desk: Desk = ctx.obj
    folder = desk.meant(folder, Path())
    if source is not None and name:
        raise Trouble("a ledger made again keeps its name", "leave out `--name`; change it in sayso.toml")
    ledger = Ledger.init(folder, name, () if desk.flags else None, source)
    desk.talk(f"A ledger is started in {folder}, with {_packs(ledger)}.")
    desk.talk(f"Next: sayso -C {folder} {'status' if source else 'run PATH'}")


def _packs(ledger: Ledger) -> str:
    used = ledger.settings.packs
    return f"the {'pack' if len(used) == 1 else 'packs'} {', '.join(used)}" if used else "no packs"


@app.command()
def read(ctx: typer.Context, paths: Paths, dry_run: DryRun = False) -> None:
    """Take files in: keep the originals, and read their text."""
    desk: Desk = ctx.obj
    if dry_run:
        raise typer.Exit(_dry(desk, paths))
    with desk.writing("read") as ledger, _spooled(paths) as given, watching(desk) as (watch, stopped):
        arrivals = ledger.read(given, watch, stopped)
    from sayso.cli import outcomes

    outcomes.arrivals(arrivals, paths, desk.talk)
    raise typer.Exit(outcomes.code_of(arrivals))


@app.command()
def find(ctx: typer.Context, jobs: Jobs = None, engine: Engine = None, dry_run: DryRun = False) -> None:
    """Find the claims in documents not yet gone through."""
    desk: Desk = ctx.obj
    desk.take("find.engine", engine)
    if dry_run:
        raise typer.Exit(_dry(desk, (), finding=True))
    with desk.writing("find") as ledger, watching(desk) as (watch, stopped):
        found = ledger.find(watch, jobs, stopped)
    from sayso.cli import outcomes

    outcomes.found(found, desk.talk)
    desk.talk(f"{found.done} of {many(found.total, 'document')} gone through. Next: sayso link")


@app.command()
def link(ctx: typer.Context) -> None:
    """Link names to actors, and claims to incidents."""
    desk: Desk = ctx.obj
    with desk.writing("link") as ledger:
        linking = ledger.link()
    incidents = len(set(linking.incident_of.values()))
    told = f"{many(len(linking.links), 'link')}: {many(len(linking.actors), 'actor')}, {many(incidents, 'incident')}"
    desk.talk(f"{told}. Next: sayso weigh")


@app.command()
def weigh(ctx: typer.Context) -> None:
    """Work out incidents, disputes, independent origins and pledges."""
    desk: Desk = ctx.obj
    with desk.writing("weigh") as ledger:
        weighing = ledger.weigh()
    told = (many(len(found), one) for found, one in zip((weighing.incidents, weighing.disputes, weighing.pledges), WEIGHED, strict=True))
    desk.talk(f"{', '.join(told)}.")


@app.command()
def tell(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="jsonl, brief or another installed one.")],
    out: Out = None,
    reviewed: Annotated[
        bool, typer.Option("--reviewed/--all", help="Only what people accepted, corrected or wrote; not for jsonl.")
    ] = False,
) -> None:
    """Write the ledger in a format, such as jsonl or brief."""
    from sayso.screens.errors import problem_lines

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        told, waiting = ledger.tell(form, out, reviewed), ledger.unfinished()
    if told.text is not None:
        sys.stdout.write(told.text)
    desk.talk(told.summary)
    for line in waiting:
        desk.talk(f"  ! {line}")
    if told.problems:
        problems = problem_lines(told.problems)
        raise Trouble("not all could be told as it stands", lines=problems, code=Exit.FINDINGS)


@app.command()
def run(
    ctx: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files, folders or patterns to add; - is the standard input.")] = None,
    jobs: Jobs = None,
    engine: Engine = None,
    dry_run: DryRun = False,
) -> None:
    """Read, find, link and weigh; nothing is done twice."""
    desk: Desk = ctx.obj
    desk.take("find.engine", engine)
    if dry_run:
        raise typer.Exit(_dry(desk, paths or (), finding=True))
    with desk.writing("run") as ledger, _spooled(paths or []) as given, watching(desk) as (watch, stopped):
        done = ledger.run(given, watch, jobs, stopped)
        straying = [] if done.documents else ledger.archive.straying()
    from sayso.cli import outcomes

    outcomes.run(done, paths or (), desk.talk)
    for line in straying:
        desk.talk(f"  ! {line}")
    if command := outcomes.following(done):
        desk.talk(f"Next: {command}")
    raise typer.Exit(outcomes.code_of(done.arrivals, done.found))


def _dry(desk: Desk, paths: Sequence[Path], finding: bool = False) -> Exit:
    """Says what would be done, and gives the exit code that it would end with."""
    from sayso.cli import outcomes

    with desk.ledger(read_only=True) as ledger, _spooled(paths) as given:
        arrivals = ledger.preview(given)
        waiting, sent = ledger.ahead(arrivals.documents) if finding else (None, None)
        outcomes.dry(arrivals, paths, waiting, ledger.settings, sent, desk.talk)
    return outcomes.code_of(arrivals)


@contextmanager
def _spooled(paths: Sequence[Path]) -> Iterator[list[Path]]:
    from sayso.read.paths import spooled

    with tempfile.TemporaryDirectory() as folder:
        yield spooled(paths, sys.stdin.buffer, Path(folder))


@contextmanager
def watching(desk: Desk) -> Iterator[tuple[Watch, Callable[[], bool]]]:
    """What shows the steps as they go, and what tells them to stop."""
    from sayso.cli.progress import bars, lines, stopping
    from sayso.ledger import unwatched

    with stopping() as stops:
        if desk.quiet or desk.verbose or not sys.stderr.isatty():
            yield unwatched if desk.quiet else lines(sys.stderr, desk.verbose), stops.asked
        else:
            with bars() as watch:
                yield watch, stops.asked
