"""The one object that reads, finds, links, weighs and tells; nothing else puts these steps in order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sayso import plugins
from sayso.archive import DECISIONS, HIDDEN, TABLE, Archive, writable, write_whole
from sayso.lock import writing
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.settings import FILE, SENDS, Settings, around, in_its_place, read_settings, template
from sayso.shelf.catalogue import Catalogue

if TYPE_CHECKING:
    from sayso.comparing import Comparison, Stock
    from sayso.find.finder import Sent
    from sayso.intake import Arrivals
    from sayso.journal import Chain, Journal
    from sayso.known.packs import Packs
    from sayso.read.paths import Paths
    from sayso.records.claim import Finding
    from sayso.records.document import Document
    from sayso.records.link import Link
    from sayso.records.worked_out import Linking, Weighing
    from sayso.reviewing import Edit
    from sayso.shelf.grid import Grid
    from sayso.shelf.lookup import Lookup
    from sayso.shelf.views import Shelf
    from sayso.store.store import Hit, Store
    from sayso.tally import Found, Run
    from sayso.tell.book import Book, Told
    from sayso.workers import Recipe

DATABASE = "ledger.db"
Watch = Callable[[str, int, int, str], None]
"""Is told the step, how many are done, of how many, and which is next."""


def unwatched(step: str, done: int, total: int, following: str) -> None:
    """Tells nobody."""


def never() -> bool:
    """Never asks to stop."""
    return False


class Ledger(Catalogue):
    """A ledger in one folder. Read-only, any number of them work beside one writer.

    `flags` are settings that win over the file ("find.engine", "packs.use" …). What stops a step is raised as Trouble.
    """

    def __init__(self, folder: Path | str, read_only: bool = False, flags: Mapping[str, str | tuple[str, ...]] | None = None) -> None:
        from sayso.known.packs import installed_packs

        self.folder, self.read_only = Path(folder), read_only
        self.archive = Archive(self.folder)
        if not (self.folder / FILE).is_file():
            raise Trouble(f"no ledger in {folder}", in_its_place(self.folder))
        choices = {"find.engine": plugins.names("finders"), "packs.use": installed_packs(), "llm.send": SENDS}
        self.settings: Settings = read_settings(self.folder, flags or {}, choices)
        self.notices: list[str] = []
        self._open: Store | None = None
        self._shelf: Shelf | None = None

    @classmethod
    def init(cls, folder: Path | str, name: str = "", packs: Sequence[str] | None = None, source: Path | None = None) -> Self:
        """Starts a ledger with all installed packs or those named, or that of an export (`source`). Raises Trouble if one is there."""
        from sayso.exchange import exported, put_back, take_over
        from sayso.known.packs import installed_packs, known_packs

        folder = Path(folder)
        if folder.exists() and not folder.is_dir():
            raise Trouble(f"{folder} is a file, and a ledger is a folder", "name a folder; it is made if it is not there")
        if (folder / FILE).exists():
            raise Trouble(f"there is a ledger in {folder} already", f"run `sayso -C {folder} run PATH` to add to it")
        if source is None:
            text = template(name or folder.resolve().name, installed_packs() if packs is None else known_packs(packs))
            Archive(folder).create()
            write_whole(folder / FILE, text.encode("utf-8"))
            return cls(folder)
        export = exported(source)
        made = cls(put_back(export, folder))
        made.read()
        take_over(export, made._store, made.journal.read(), made.packs)
        return made

    @classmethod
    def above(cls, folder: Path | str) -> Path:
        """The folder of the ledger in which this folder lies. Raises Trouble if it lies in none."""
        if place := around(Path(folder)):
            return place
        raise Trouble(f"no ledger here or above {folder}", "run `sayso init` to start one, or `sayso -C DIR …`")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        told = [f"{number} {noun.removesuffix('s') if number == 1 else noun}" for noun, number in self.counts().items()]
        return f"{self.settings.name}: {', '.join(told)}"

    def close(self) -> None:
        """Lets go of the database."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def writing(self, verb: str, wait: bool = False) -> contextlib.AbstractContextManager[None]:
        """Keeps other writers out while the block runs; they get Trouble, unless told to wait."""
        self._to_write()
        return writing(self.folder / HIDDEN / "lock", verb, wait)

    # the five steps

    def read(self, paths: Paths = (), watch: Watch = unwatched, stopped: Callable[[], bool] = never) -> Arrivals:
        """Takes files in. What is written in the folder but not in the database, as after it was deleted, is read again first."""
        from sayso.intake import keep, take_in
        from sayso.journal import withdrawals

        self._restore(watch)
        gone = withdrawals(self.journal.read())
        arrivals = take_in(paths, self.archive, lambda *at: watch("read", *at), stopped, self._store.documents(), gone)
        if arrivals.documents or arrivals.problems or arrivals.known:
            keep(arrivals, self._store, self.archive)
        return arrivals

    def preview(self, paths: Paths) -> Arrivals:
        """What taking these files in would come to; nothing is kept."""
        from sayso.intake import preview

        return preview(paths, self.archive, self._store.documents() if self._has_database else ())

    def ahead(self, arriving: Sequence[Document]) -> tuple[list[Document], list[Sent] | None]:
        """The documents that `find` would go through with these, and what it would send of them; None for a finder that sends nothing."""
        from sayso.finding import ahead

        return ahead(self._store if self._has_database else None, self._recipe, self.settings.languages, arriving)

    def find(self, watch: Watch = unwatched, jobs: int | None = 1, stopped: Callable[[], bool] = never) -> Found:
        """Finds claims in the documents in which this finder has not looked yet, each kept as soon as it is done."""
        from sayso.finding import find_all

        self._restore(watch)
        bugs = self.folder / HIDDEN / "bugs"
        return find_all(self._store, self._recipe, self.settings.languages, bugs, lambda *at: watch("find", *at), jobs, stopped)

    def link(self) -> Linking:
        """Links all names to actors, claims to incidents, denials to what they deny, copies to their first."""
        from sayso.working_out import link_all

        self._to_write()
        return link_all(self._store, self.journal.read(), self.packs)

    def weigh(self) -> Weighing:
        """Works out all incidents and their matrices, disputes, origins and pledges."""
        from sayso.working_out import weigh_again

        self._to_write()
        return weigh_again(self._store, self.journal.read(), self.packs)

    def tell(self, form: str, out: Path | str | None = None, reviewed: bool = False) -> Told:
        """Tells the ledger in a format, to a file or folder, or as text; `reviewed`: only what people accepted, corrected or wrote."""
        from sayso.comparing import only_reviewed
        from sayso.tell.book import Told

        out = Path(out) if out is not None else None
        try:
            teller = plugins.made("tellers", form)
        except LookupError as error:
            raise Trouble(f"no format `{form}`", f"there are: {', '.join(plugins.names('tellers'))}") from error
        writable(out, self.folder)
        told = teller.tell(only_reviewed(self._stock, self.book()) if reviewed else self.book(), out)
        if not isinstance(told, Told):
            raise Trouble(f"the format `{form}` gave back no Told", "docs/plug-ins.md says what a teller gives back: mend its package")
        return told

    def run(self, paths: Paths = (), watch: Watch = unwatched, jobs: int | None = 1, stopped: Callable[[], bool] = never) -> Run:
        """Reads, finds, links and weighs what is new. What is done stays done: a second run adds nothing."""
        from sayso.finding import shown
        from sayso.tally import Found, Run, run_of
        from sayso.working_out import work_out

        before = self.incident_of()
        arrivals = self.read(paths, watch, stopped)
        if arrivals.left:
            return Run(arrivals, Found(0, 0, stopped=True))
        found = self.find(watch, jobs, stopped)
        if found.stopped:
            return Run(arrivals, found)
        watch("link", 0, 1, "linking, weighing")
        work_out(self._store, self.journal.read(), self.packs)
        watch("link", 1, 1, "")
        made = shown(self._store, {*(document.sha256 for document in arrivals.documents), *found.docs})
        return run_of(arrivals, found, before, self.incident_of(), made)

    # what people decide

    @contextlib.contextmanager
    def edit(self, by: str = "", why: str = "", wait: bool = False) -> Iterator[Edit]:
        """A person at work, with other writers kept out: each decision of the block is kept at once, and worked in at its end."""
        from sayso.reviewing import IN_STEP, editing, in_step

        with self.writing("review", wait):
            if self._store.stamp(IN_STEP) != in_step(self.journal.read(), self.archive):  # else there is nothing to look through
                self._restore(unwatched)
            try:
                with editing(self.lookup(), self.journal, by, why, self._work_in) as edit:
                    yield edit
            except Trouble as trouble:
                if trouble.code == Exit.NOT_FOUND and (waiting := self.unfinished()):  # as after the database was deleted
                    raise Trouble(trouble.message, waiting[0], trouble.lines, trouble.code) from None
                raise

    def _work_in(self, chain: Chain) -> None:
        from sayso.working_out import work_out

        with self._store.together():
            work_out(self._store, chain, self.packs, shown=True)
            self.journal.flushed()

    def withdraw(self, name: str, reason: str, by: str = "", wait: bool = False) -> tuple[Document, list[str]]:
        """Takes a document out with all its words, in decisions too. Gives it, and the briefs that cite it still."""
        from sayso.reviewing import quoting

        with self.edit(by, reason, wait) as edit:
            document = edit.withdraw(name, self.archive.originals())
            gone = edit.judge.lookup.finding(document.sha256)
            self._restore(unwatched)
        return document, quoting(gone, self.folder / "briefs")

    def decisions(self) -> Grid:
        """All decisions of people in their order, and what became of each."""
        from sayso.reviewing import logged

        return logged(self.journal.read(), self._store.problems())

    # what is in it

    def paths(self) -> dict[str, str]:
        """The path of each document, by its SHA-256."""
        return {document.sha256: document.path for document in self._store.documents()}

    def findings(self) -> dict[str, Finding]:
        """What was found last, by the documents' SHA-256, whatever finder the settings name now, and as people left it."""
        from sayso.finding import shown

        return shown(self._store)

    def incident_of(self) -> Mapping[str, str]:
        """The incident of each claim that speaks of one, by ids."""
        return self._store.incident_of() if self._has_database else {}

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Claims and documents that hold all the words (kind, id, doc, start, end, snippet); words in double quotes must stand together."""
        return self._store.search(query, limit)

    def lookup(self) -> Lookup:
        """Looks up one thing after the other, without the rest of the ledger."""
        from sayso.finding import FOUND_WITH
        from sayso.shelf.lookup import Lookup

        return Lookup(self._store, self._store.stamp(FOUND_WITH) or "")

    def shelf(self) -> Shelf:
        """All of it as it stands now, to look things up in; read-only, as it stood when first looked at."""
        from sayso.shelf.views import Shelf

        self._shelf = self._shelf if self._shelf and self.read_only else Shelf(self.book())
        return self._shelf

    def book(self) -> Book:
        """All of it as it stands now, as tellers take it."""
        from sayso.exchange import bound

        return bound(self._store, self.settings, self.journal, self.folder)

    def alike(self, actor: str) -> list[Link]:
        """The likest two names of the actor of this id and of each other one that may be the same; a person decides whether they are."""
        from sayso.link.suggestions import suggested

        return suggested(self._store, actor) if self._has_database else []

    def counts(self) -> dict[str, int]:
        """How many documents, claims, incidents and disputed ones there are, and how many problems."""
        from sayso.tally import counted

        return counted(self._store if self._has_database else None)

    def impact(self, name: str) -> Comparison:
        """What falls or changes if a document, or all that an actor says or hands on, were withdrawn; nothing is."""
        from sayso.comparing import without

        return without(self._stock, name, self.shelf(), self.folder / "briefs")

    def changes(self, since: str = "") -> Comparison:
        """What is new since a day (or the first one of a month or year), or since the newest day on which documents came in."""
        from sayso import comparing

        return comparing.since(self._stock, since, self.settings.name, self.archive.originals())

    def check(self, brief: Path | str | None = None) -> list[Problem]:
        """Verifies originals, spans, ids, decisions, briefs and the database; or one brief alone. Raises Trouble if it is not there."""
        from sayso.check import check_all, faults_of_brief

        if brief is not None:
            return faults_of_brief(self.book(), Path(brief))
        return check_all(self.folder, self.folder / HIDDEN / DATABASE, lambda: self._store, self.book, self.archive, self.journal)

    def unfinished(self) -> list[str]:
        """What is kept and not worked in yet, as after a stop, in words: the next `sayso run` goes on with it."""
        from sayso.check import unfinished
        from sayso.finding import waiting

        store = self._store if self._has_database else None
        return unfinished(store, self.archive, self.journal, waiting(store, self.settings.languages))

    @cached_property
    def journal(self) -> Journal:
        """The decisions of people, as they stand in reviews.jsonl."""
        from sayso.journal import Journal

        return Journal(self.folder)

    @cached_property
    def packs(self) -> Packs:
        """What is known beforehand: the installed packs of the settings and the ledger's own. None at all where none is in use."""
        from sayso.known.lines import PackError
        from sayso.known.packs import load_packs

        try:
            return load_packs(self.settings.packs, self._own_packs)
        except PackError as error:
            raise Trouble(f"{error.where}: {error.message}", error.hint) from error

    # how it does it

    @cached_property
    def _recipe(self) -> Recipe:
        from sayso.workers import Recipe

        _ = self.packs  # so that what is wrong with a pack is told before any process starts
        return Recipe(self.settings.engine, self.settings.packs, self._own_packs, self.settings.model, self.settings.llm, self.archive.llm)

    @property
    def _stock(self) -> Stock:
        from sayso import comparing

        return comparing.stock_of(self._store, self.journal.read().reviews, self.packs)

    @property
    def _own_packs(self) -> Path | None:
        return self.folder / "packs" if (self.folder / "packs").is_dir() else None

    @property
    def _has_database(self) -> bool:
        from sayso.store.sqlite import set_up

        return set_up(self.folder / HIDDEN / DATABASE)

    @property
    def _store(self) -> Store:
        if self._open is None:
            from sayso.store.sqlite import open_store

            self._open = open_store(self.folder / HIDDEN / DATABASE, self.read_only, self.notices.append)
        return self._open

    def _to_write(self) -> None:
        if self.read_only:
            raise Trouble(f"this ledger was opened to look at; open it with `sayso.Ledger({str(self.folder)!r})` to write to it")

    def _restore(self, watch: Watch) -> None:
        """Reads again what the database lacks; starts it anew where a line of the table was changed or taken out."""
        from sayso.intake import out_of_step, read_lacking
        from sayso.journal import REVIEWED_TO
        from sayso.reviewing import IN_STEP, carry_out, in_step

        self._to_write()
        carry_out(self.journal.read(), self.journal, self.archive, lambda: self._store)
        head = self._store.stamp(REVIEWED_TO) or ""
        if self.journal.read().faults or self.journal.read().lacks(head):
            self.notices.append(f"{DECISIONS} is not as it was left: `sayso check` tells what does not hold")
        if out_of_step(self._store.documents(), self.archive.originals()):
            from sayso.store.sqlite import forget

            self.notices += [f"{TABLE} was changed: the originals are read again as it tells", *self.archive.straying()]
            self.close()
            forget(self.folder / HIDDEN / DATABASE)
            self._store.set_stamp(REVIEWED_TO, head)
        lacked = read_lacking(self.archive, self._store, lambda *at: watch("read", *at))
        self._store.set_stamp(IN_STEP, "" if lacked else in_step(self.journal.read(), self.archive) or "")
