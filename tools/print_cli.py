"""Prints docs/cli.md from the help of each verb: `python tools/print_cli.py > docs/cli.md`."""

from __future__ import annotations

import sys

import typer

from sayso.cli import app
from sayso.records.trouble import Exit

MEANINGS = {
    Exit.DONE: "done; also where whoever reads the output has had enough, as `head` may",
    Exit.FINDINGS: "done, with findings: `check` found a fault, `search` nothing, `changes --exit-code` news, `tell` left part out",
    Exit.USAGE: "wrong call, settings or pack, no ledger here, or the system refuses a file or has no room for it",
    Exit.PARTLY: "partly done: a file could not be read, the finder failed on one, or a language model did not answer",
    Exit.NOT_FOUND: "no such file, id or name",
    Exit.BUSY: "another Sayso is writing this ledger",
    Exit.BUG: "a bug in Sayso; the log that it names holds no text of your documents",
    Exit.STOPPED: "stopped by Ctrl-C; what was done is kept, and the same command goes on",
}
IDS = """## How things are named

Wherever an id is asked for, its beginning does while only one thing has it, with or without the letter that says of which kind:

| id | names |
| --- | --- |
| `c:1a2b3c4d5e6f` | a claim |
| `i:…`, also written `i-…` | an incident; any of its claims names it too (`i:1a2b3c4d5e6f`), and goes on doing so when it is merged |
| `d:1a2b3c4d` | a document, by its SHA-256; its path does as well |
| `a:…`, also written `a-…` | an actor; any of its names does as well |
| `d-…`, `p-…` | as the export writes them: a dispute (shows what it is about) and a pledge (shows its first claim) |"""
OUTPUT = """## What comes out where

Data go to the standard output; what was done, warnings, errors and hints go to the standard error, so that a pipe holds data alone.
At a terminal lists are drawn and wrapped. In a pipe or a file they are tab-separated lines with a header, and nothing is cut;
`--color always` draws there too. `--json`, `--csv` and `--md` give other forms, and so does the ending of the file named by `-o`.
The options of the first list, but `--version` and `--help`, may stand before or after the verb."""
WIDTH = 100
"""Columns of the help, so that the page is the same on every terminal."""


def page() -> str:
    """The page in Markdown: each verb with its help, then the exit codes."""
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    context = typer.Context(group, info_name="sayso", terminal_width=WIDTH, max_content_width=WIDTH)
    parts = ["# The command line", "Printed from the program by `tools/print_cli.py`; change it there.", _block(group.get_help(context))]
    for name in group.list_commands(context):
        verb = group.commands[name]
        inside = typer.Context(verb, info_name=name, parent=context, terminal_width=WIDTH, max_content_width=WIDTH)
        parts += [f"## {name}", _block(verb.get_help(inside))]
        for below, part in getattr(verb, "commands", {}).items():
            within = typer.Context(part, info_name=below, parent=inside, terminal_width=WIDTH, max_content_width=WIDTH)
            parts += [f"### {name} {below}", _block(part.get_help(within))]
    parts += [OUTPUT, IDS]
    rows = "\n".join(f"| {int(code)} | {meaning} |" for code, meaning in MEANINGS.items())
    parts += ["## Exit codes", f"| code | meaning |\n| --- | --- |\n{rows}"]
    return "\n\n".join(parts) + "\n"


def _block(text: str) -> str:
    return f"```\n{text.rstrip()}\n```"


if __name__ == "__main__":
    sys.stdout.write(page())
