"""The command line: one function a verb. Data goes to standard output, talk to standard error."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso import __version__
from sayso.records.trouble import Exit, Trouble

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.progress import Watch

GLOBAL_FLAGS = {"-C": 1, "--ledger": 1, "-q": 0, "--quiet": 0, "--no-packs": 0, "--wait": 0}
"""The options that may stand before or after the verb, and how many values each takes."""
LISTS = ("incidents", "disputes", "pledges", "actors", "documents", "claims", "problems")


@dataclass
class Desk:
    """What the options before the verb say."""

    folder: Path | None = None
    quiet: bool = False
    wait: bool = False
    flags: dict[str, str | tuple[str, ...]] = field(default_factory=dict)

    def ledger(self, read_only: bool = False) -> Ledger:
        """The ledger named, or the one in which we stand."""
        from sayso.ledger import Ledger

        folder = self.folder if self.folder is not None else Ledger.above(Path.cwd())
        return Ledger(folder, read_only, self.flags)

    @contextmanager
    def writing(self, verb: str) -> Iterator[Ledger]:
        """The ledger, with other writers kept out."""
        with self.ledger() as ledger, ledger.writing(verb, self.wait):
            yield ledger

    def talk(self, line: str = "") -> None:
        """Says something to the person at the terminal, unless told to be quiet."""
        if not self.quiet:
            sys.stderr.write(line + "\n")


class Group(typer.core.TyperGroup):
    """The verbs, in the order of the steps; the global options are taken wherever they stand."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Puts the global options first."""
        front, rest = [], list[str]()
        words = iter(args)
        for word in words:
            name, equals, _ = word.partition("=")
            if word == "--":
                rest += [word, *words]
            elif name in GLOBAL_FLAGS:
                front += [word, *(next(words, "") for _ in range(0 if equals else GLOBAL_FLAGS[name]))]
            else:
                rest.append(word)
        return super().parse_args(ctx, front + rest)

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs as they are written below."""
        return list(self.commands)


app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default as many as pay.")]
Paths = Annotated[list[Path], typer.Argument(help="Files, folders or patterns; - is the standard input.")]
Out = Annotated[Path | None, typer.Option("-o", "--out", help="File or folder to write to; else standard output.")]


@app.callback(invoke_without_command=True)
def sayso(
    ctx: typer.Context,
    ledger: Annotated[Path | None, typer.Option("-C", "--ledger", help="The ledger's folder; else the one in which you stand.")] = None,
    no_packs: Annotated[bool, typer.Option("--no-packs", help="Use no installed pack, only the ledger's own.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Wait while another Sayso writes this ledger.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Who said what, where it stands in the text, and who says otherwise."""
    ctx.obj = Desk(ledger, quiet, wait, {"packs.use": ()} if no_packs else {})
    if version:
        sys.stdout.write(f"sayso {__version__}\n")
    elif ctx.invoked_subcommand is None:
        _greet(ctx)


def _greet(ctx: typer.Context) -> None:
    """Status inside a ledger, help elsewhere."""
    from sayso.ledger import Ledger

    desk: Desk = ctx.obj
    try:
        desk.folder = desk.folder or Ledger.above(Path.cwd())
    except Trouble:
        sys.stdout.write(ctx.get_help() + "\n")
        return
    status(ctx)


@app.command()
def init(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where to start it; made if it is not there.")] = Path(),
    name: Annotated[str, typer.Option(help="What the ledger is called; else as its folder.")] = "",
) -> None:
    """Start a ledger in a folder."""
    from sayso.ledger import Ledger

    desk: Desk = ctx.obj
    ledger = Ledger.init(folder, name, packs=() if desk.flags else None)
    desk.talk(f"A ledger is started in {folder}, with {_packs(ledger)}.")
    desk.talk(f"Next: sayso -C {folder} run PATH")


def _packs(ledger: Ledger) -> str:
    used = ledger.settings.packs
    return f"the {'pack' if len(used) == 1 else 'packs'} {', '.join(used)}" if used else "no packs"


@app.command()
def read(ctx: typer.Context, paths: Paths) -> None:
    """Take files in: keep the originals, and read their text."""
    desk: Desk = ctx.obj
    with desk.writing("read") as ledger, _spooled(paths) as given, _watching(desk) as (watch, stopped):
        arrivals = ledger.read(given, watch, stopped)
    from sayso import outcomes

    outcomes.arrivals(arrivals, desk.talk)
    raise typer.Exit(outcomes.code_of(arrivals))


@app.command()
def find(ctx: typer.Context, jobs: Jobs = None) -> None:
    """Find the claims in documents not yet gone through."""
    desk: Desk = ctx.obj
    with desk.writing("find") as ledger, _watching(desk) as (watch, stopped):
        found = ledger.find(watch, jobs, stopped)
    from sayso import outcomes

    outcomes.found(found, desk.talk)
    desk.talk(f"{found.done} of {found.total} documents gone through. Next: sayso link")


@app.command()
def link(ctx: typer.Context) -> None:
    """Link names to actors, and claims to incidents."""
    desk: Desk = ctx.obj
    with desk.writing("link") as ledger:
        linking = ledger.link()
    incidents = len(set(linking.incident_of.values()))
    desk.talk(f"{len(linking.links)} links: {len(linking.actors)} actors, {incidents} incidents. Next: sayso weigh")


@app.command()
def weigh(ctx: typer.Context) -> None:
    """Work out incidents, disputes, independent origins and pledges."""
    desk: Desk = ctx.obj
    with desk.writing("weigh") as ledger:
        weighing = ledger.weigh()
    desk.talk(f"{len(weighing.incidents)} incidents, {len(weighing.disputes)} disputes, {len(weighing.pledges)} pledges.")


@app.command()
def tell(
    ctx: typer.Context,
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="jsonl, brief or another installed one.")],
    out: Out = None,
) -> None:
    """Write the ledger in a format, such as jsonl or brief."""
    from sayso import screens

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        told = ledger.tell(form, out)
    if told.text is not None:
        sys.stdout.write(told.text)
    desk.talk(told.summary)
    if told.problems:
        problems = screens.problem_lines(told.problems)
        raise Trouble("not all could be told as it stands", lines=problems, code=Exit.FINDINGS)


@app.command()
def run(
    ctx: typer.Context,
    paths: Annotated[list[Path] | None, typer.Argument(help="Files, folders or patterns to add; - is the standard input.")] = None,
    jobs: Jobs = None,
) -> None:
    """Read, find, link and weigh; nothing is done twice."""
    desk: Desk = ctx.obj
    with desk.writing("run") as ledger, _spooled(paths or []) as given, _watching(desk) as (watch, stopped):
        done = ledger.run(given, watch, jobs, stopped)
    from sayso import outcomes

    outcomes.run(done, desk.talk)
    if done.documents:
        desk.talk("Next: sayso show incidents")
    raise typer.Exit(outcomes.code_of(done.arrivals, done.found))


@app.command()
def demo(ctx: typer.Context, folder: Annotated[Path, typer.Argument(help="Where to make the ledger.")] = Path("sayso-demo")) -> None:
    """Show what Sayso does on ten bundled reports."""
    from sayso import outcomes
    from sayso.ledger import Ledger
    from sayso.settings import FILE

    desk: Desk = ctx.obj
    bundled = Path(__file__).parent / "demo"
    desk.talk(f"Sayso {__version__} · offline · no account, no key")
    if not (folder / FILE).exists():
        Ledger.init(folder, "demo", packs=())
        shutil.copytree(bundled / "packs", folder / "packs", dirs_exist_ok=True)
    desk.folder = folder
    with desk.writing("demo") as ledger:
        with _watching(desk) as (watch, stopped):
            done = ledger.run([bundled / "reports"], watch, None, stopped)
        outcomes.run(done, desk.talk)
        told = ledger.tell("brief", folder / "briefs" / "demo.md")
        outcomes.demo(ledger.shelf(), told, folder)


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
        _json_lines(rows_of(shelf, what, voice, status))
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
        _json_lines(hits)
    elif hits:
        rows = ((f"{hit.kind[0]}:{hit.id[:12]}", f"{paths[hit.doc]} {hit.start}–{hit.end}", hit.snippet) for hit in hits)
        screens.show(screens.Sheet(("id", "where", "words"), tuple(rows)))
    raise typer.Exit(Exit.DONE if hits else Exit.FINDINGS)


@app.command()
def check(ctx: typer.Context, as_json: Json = False) -> None:
    """Verify every original, quote, id and brief. Exit code 1 when something is wrong."""
    from sayso import screens

    desk: Desk = ctx.obj
    with desk.ledger(read_only=True) as ledger:
        found, counts = ledger.check(), ledger.counts()
    if as_json:
        _json_lines(found)
    if not found:
        desk.talk(f"All right: {counts['documents']} originals, {counts['claims']} claims and every brief were checked.")
        return
    of_briefs = all(problem.doc.startswith("briefs/") for problem in found)
    things = "1 thing is" if len(found) == 1 else f"{len(found)} things are"
    message = "the brief says what no claim supports" if of_briefs else f"{things} not as it should be"
    raise Trouble(message, lines=() if as_json else screens.problem_lines(found), code=Exit.FINDINGS)


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
        _json_lines({"key": key, "value": value, "from": origin} for key, value, origin in settings.came_from)
    elif as_json:
        _json_lines([{"name": settings.name, **counts}])
    elif config:
        screens.show(screens.Sheet(("key", "value", "from"), settings.came_from))
    else:
        screens.say(f"{settings.name}: " + ", ".join(f"{number} {noun}" for noun, number in counts.items()))


def _json_lines(rows: Iterable[object]) -> None:
    import msgspec

    for row in rows:
        sys.stdout.write(msgspec.json.encode(row).decode("utf-8") + "\n")


@contextmanager
def _spooled(paths: Sequence[Path]) -> Iterator[list[Path]]:
    from sayso.read.paths import spooled

    with tempfile.TemporaryDirectory() as folder:
        yield spooled(paths, sys.stdin.buffer, Path(folder))


@contextmanager
def _watching(desk: Desk) -> Iterator[tuple[Watch, Callable[[], bool]]]:
    """What shows the steps as they go, and what tells them to stop."""
    from sayso.progress import bars, lines, nothing, stopping

    with stopping() as stops:
        if desk.quiet or not sys.stderr.isatty():
            yield nothing if desk.quiet else lines(sys.stderr), stops.asked
        else:
            with bars() as watch:
                yield watch, stops.asked


def main(words: list[str] | None = None) -> int:
    """Runs one command and gives its exit code. What stops it is told in one line with a hint; a bug leaves a log without any text."""
    from sayso import screens

    try:
        code = app(args=words, prog_name="sayso", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except Trouble as error:
        screens.trouble(error)
        return error.code
    except typer.Exit as error:
        return error.exit_code
    except KeyboardInterrupt:
        screens.talk("Stopped. What was done is kept. Run the same command to go on.")
        return Exit.STOPPED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read the pipe has had enough
        return Exit.DONE
    except Exception as error:
        return _usage(error) if hasattr(error, "format_message") else _bug(error)


def _usage(error: Any) -> int:
    from sayso import screens

    verb = f" {error.ctx.info_name}" if getattr(error, "ctx", None) and error.ctx.parent else ""
    message = error.format_message().rstrip(".")
    screens.trouble(Trouble(message[:1].lower() + message[1:], f"`sayso{verb} --help` tells how to call it"))
    return Exit.USAGE


def _bug(error: Exception) -> int:
    from sayso import screens
    from sayso.workers import crash_of

    crash = crash_of(error)
    with tempfile.NamedTemporaryFile("w", prefix="sayso-bug-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"Sayso {__version__}\n{crash.calls}")
    screens.talk(f"error: a bug in Sayso: {crash.error} at {crash.where}; log: {log.name}")
    screens.talk("hint: send the log with your report; it names places in the program and holds no text of your documents")
    return Exit.BUG


if __name__ == "__main__":
    raise SystemExit(main())
