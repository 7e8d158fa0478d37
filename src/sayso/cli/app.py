"""The command line before its verbs: the options that all of them take, and what those mean."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from sayso import __version__
from sayso.records.trouble import Trouble

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.screens.screen import Color, Screen

GLOBAL_FLAGS = {"-C": 1, "--ledger": 1, "-q": 0, "--quiet": 0, "-v": 0, "--verbose": 0, "--color": 1, "--no-packs": 0, "--wait": 0}
"""The options that may stand before or after the verb, and how many values each takes."""
VERBS = {
    "Steps": ("init", "read", "find", "link", "weigh", "tell", "run"),
    "See": ("show", "search", "changes", "impact", "sql", "status"),
    "Judge": ("review", "withdraw"),
    "Trust": ("check",),
    "Open": ("demo",),
}
"""All verbs, in the groups and the order in which they are listed."""
OF_PATHS = ("init", "read", "run", "demo")
"""Verbs whose words are paths."""
LINE = 80
"""Characters of a verb's help in the list of all."""


@dataclass
class Desk:
    """What the options before the verb say."""

    folder: Path | None = None
    quiet: bool = False
    verbose: bool = False
    wait: bool = False
    color: Color = "auto"
    flags: dict[str, str | tuple[str, ...]] = field(default_factory=dict)

    def ledger(self, read_only: bool = False) -> Ledger:
        """The ledger named, or the one in which we stand."""
        from sayso.ledger import Ledger

        return Ledger(self.home, read_only, self.flags)

    @property
    def home(self) -> Path:
        """The folder of the ledger named, or of the one in which we stand."""
        from sayso.ledger import Ledger

        return self.folder if self.folder is not None else Ledger.above(Path.cwd())

    def meant(self, folder: Path, default: Path) -> Path:
        """The folder in which a ledger is to be started: that of `-C`, where none was named behind the verb. Raises Trouble for two."""
        if self.folder is None or folder == self.folder:
            return folder
        if folder != default:
            raise Trouble(f"`-C {self.folder}` and {folder} name two folders", "leave one of them out")
        return self.folder

    def take(self, key: str, value: str | None) -> None:
        """Takes a setting that a flag gives, if it was given."""
        if value is not None:
            self.flags[key] = value

    @contextmanager
    def writing(self, verb: str) -> Iterator[Ledger]:
        """The ledger, with other writers kept out."""
        with self.ledger() as ledger, ledger.writing(verb, self.wait):
            for key, value, origin in ledger.settings.came_from if self.verbose else ():
                self.talk(f"{key} = {value or '(nothing)'}  from {origin}")
            yield ledger
            for line in ledger.notices:
                self.talk(line)

    def screen(self, stream: TextIO | None = None) -> Screen:
        """What data is printed on: standard output, or the stream given."""
        from sayso.screens.screen import Screen

        return Screen(stream, self.color)

    def talk(self, line: str = "") -> None:
        """Says something to the person at the terminal, unless told to be quiet."""
        if not self.quiet:
            from sayso.screens.errors import talk

            talk(line)


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
        given = [word for before, word in pairwise(rest) if not before.startswith("--")]
        if given and rest[0] in OF_PATHS and "" in given:  # it would be taken for the folder in which one stands
            raise Trouble(f"a path of `sayso {rest[0]}` is empty", "perhaps a variable of the shell is not set")
        return super().parse_args(ctx, front + rest)

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs as they stand in VERBS."""
        return [verb for verbs in VERBS.values() for verb in verbs]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The verbs in their groups."""
        for caption, verbs in VERBS.items():
            with formatter.section(caption):
                formatter.write_dl([(verb, self.commands[verb].get_short_help_str(LINE)) for verb in verbs])


class Colors(StrEnum):
    """When to draw with colours."""

    auto = "auto"
    always = "always"
    never = "never"


app = typer.Typer(cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback(invoke_without_command=True)
def sayso(
    ctx: typer.Context,
    ledger: Annotated[Path | None, typer.Option("-C", "--ledger", help="The ledger's folder; else the one in which you stand.")] = None,
    no_packs: Annotated[bool, typer.Option("--no-packs", help="Use no installed pack, only the ledger's own.")] = False,
    wait: Annotated[bool, typer.Option("--wait", help="Wait while another Sayso writes this ledger.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say more: the settings in force, and each file as it is read.")] = False,
    color: Annotated[Colors, typer.Option(help="Always draws as for a terminal, also into a pipe.")] = Colors.auto,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Who said what, where it stands in the text, and who says otherwise."""
    ctx.obj = Desk(ledger, quiet, verbose, wait, color.value, {"packs.use": ()} if no_packs else {})
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
