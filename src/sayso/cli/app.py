"""The command line before its verbs: the options that all of them take, and what those mean."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso import __version__
from sayso.records.trouble import Trouble

if TYPE_CHECKING:
    from sayso.ledger import Ledger

GLOBAL_FLAGS = {"-C": 1, "--ledger": 1, "-q": 0, "--quiet": 0, "--no-packs": 0, "--wait": 0}
"""The options that may stand before or after the verb, and how many values each takes."""
VERBS = {
    "Steps": ("init", "read", "find", "link", "weigh", "tell", "run"),
    "See": ("show", "search", "status"),
    "Trust": ("check",),
    "Open": ("demo",),
}
"""All verbs, in the groups and the order in which they are listed."""


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
        """The verbs as they stand in VERBS."""
        return [verb for verbs in VERBS.values() for verb in verbs]


app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


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
    from sayso.cli.see import status
    from sayso.ledger import Ledger

    desk: Desk = ctx.obj
    try:
        desk.folder = desk.folder or Ledger.above(Path.cwd())
    except Trouble:
        sys.stdout.write(ctx.get_help() + "\n")
        return
    status(ctx)


def json_lines(rows: Iterable[object]) -> None:
    """Prints one JSON object a line."""
    import msgspec

    for row in rows:
        sys.stdout.write(msgspec.json.encode(row).decode("utf-8") + "\n")
