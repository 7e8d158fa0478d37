"""The verbs that open something to look at: demo."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

import sayso
from sayso.cli.app import Desk, app
from sayso.cli.steps import watching
from sayso.records.trouble import Trouble

FOLDER = Path("sayso-demo")
NAME = "demo"
"""What the ledger of the demo is called."""


@app.command()
def demo(ctx: typer.Context, folder: Annotated[Path, typer.Argument(help="Where to make the ledger.")] = FOLDER) -> None:
    """Show what Sayso does on ten bundled reports."""
    from sayso.cli import outcomes
    from sayso.ledger import Ledger

    desk: Desk = ctx.obj
    folder = desk.meant(folder, FOLDER)
    bundled = Path(sayso.__file__).parent / "demo"
    desk.talk(f"Sayso {sayso.__version__} · offline · no account, no key")
    if not _own(folder):
        Ledger.init(folder, NAME, packs=())
    if not (folder / "packs" / "actors.yml").exists():  # as where it was stopped right behind the line above
        shutil.copytree(bundled / "packs", folder / "packs", dirs_exist_ok=True)
    desk.folder = folder
    with desk.writing("demo") as ledger:
        with watching(desk) as (watch, stopped):
            done = ledger.run([bundled / "reports"], watch, None, stopped)
        outcomes.run(done, (), desk.talk)
        told = ledger.tell("brief", folder / "briefs" / "demo.md")
        outcomes.demo(desk.screen(), ledger.shelf(), told, folder)


def _own(folder: Path) -> bool:
    """Whether the ledger of the demo is there already. Raises Trouble where something else is, into which nothing may be put."""
    from sayso.ledger import Ledger
    from sayso.settings import FILE

    hint = "name another folder: `sayso demo FOLDER`"
    if not (folder / FILE).exists():
        if folder.is_dir() and any(folder.iterdir()):
            raise Trouble(f"{folder} is not empty, and the demo makes a ledger of its own", hint)
        return False
    if (name := Ledger(folder).settings.name) != NAME:
        raise Trouble(f"{folder} holds the ledger {name}, and the demo is put only into one of its own", hint)
    return True
