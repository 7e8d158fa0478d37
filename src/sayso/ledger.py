"""The one object that reads, finds, links, weighs and tells; nothing else puts these steps in order."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

from sayso import __version__, plugins
from sayso.archive import Archive
from sayso.lock import writing
from sayso.records.problem import Problem
from sayso.records.trouble import Trouble
from sayso.settings import FILE, Settings, read_settings, template

if TYPE_CHECKING:
    from sayso.intake import Arrivals
    from sayso.known.packs import Packs
    from sayso.records.actor import Actor
    from sayso.records.claim import Claim, Finding
    from sayso.records.dispute import Dispute
    from sayso.records.document import Document
    from sayso.records.incident import Incident
    from sayso.records.pledge import Pledge
    from sayso.records.worked_out import Linking, Weighing
    from sayso.store.store import Hit, Store
    from sayso.tally import Found, Run
    from sayso.tell.book import Book, Told
    from sayso.views import Dossier, Shelf
    from sayso.workers import Crash, Recipe

HIDDEN = ".sayso"
DATABASE = "ledger.db"
REVIEWS = "reviews.jsonl"
FOUND_WITH = "found with"
"""The stamp that holds the key of the finder whose findings are shown."""
Watch = Callable[[str, int, int, str], None]
"""Is told the step, how many are done, of how many, and which is next."""


def unwatched(step: str, done: int, total: int, following: str) -> None:
    """Tells nobody."""


def never() -> bool:
    """Never asks to stop."""
    return False


class Ledger:
    """A ledger in one folder. Read-only, any number of them work beside one writer.

    `flags` are settings that win over the file ("find.engine", "packs.use" …). What stops a step is raised as Trouble.
    """

    def __init__(self, folder: Path, read_only: bool = False, flags: Mapping[str, str | tuple[str, ...]] | None = None) -> None:
        from sayso.known.packs import installed_packs

        self.folder = folder
        self.read_only = read_only
        self.archive = Archive(folder)
        if not (folder / FILE).is_file():
            raise Trouble(f"no ledger in {folder}", f"run `sayso init {folder}` to start one")
        choices = {"find.engine": plugins.names("finders"), "packs.use": installed_packs()}
        self.settings: Settings = read_settings(folder, flags or {}, choices)
        self._open: Store | None = None
        self._shelf: Shelf | None = None

    @classmethod
    def init(cls, folder: Path, name: str = "", packs: Sequence[str] | None = None) -> Self:
        """Starts a ledger in a folder, with all installed packs unless some are named. Raises Trouble if there is one already."""
        from sayso.known.packs import installed_packs

        if (folder / FILE).exists():
            raise Trouble(f"there is a ledger in {folder} already", f"run `sayso -C {folder} run PATH` to add to it")
        for part in ("packs", "briefs"):
            (folder / part).mkdir(parents=True, exist_ok=True)
        Archive(folder).create()
        (folder / REVIEWS).touch()
        (folder / FILE).write_text(template(name or folder.resolve().name, installed_packs() if packs is None else packs), encoding="utf-8")
        return cls(folder)

    @classmethod
    def above(cls, folder: Path) -> Path:
        """The folder of the ledger in which this folder lies. Raises Trouble if it lies in none."""
        for place in (folder, *folder.parents):
            if (place / FILE).is_file():
                return place
        raise Trouble(f"no ledger here or above {folder}", "run `sayso init` to start one, or `sayso -C DIR …`")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        counts = self.counts()
        return f"{self.settings.name}: " + ", ".join(f"{number} {noun}" for noun, number in counts.items())

    def close(self) -> None:
        """Lets go of the database."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def writing(self, verb: str, wait: bool = False) -> contextlib.AbstractContextManager[None]:
        """Keeps other writers out while the block runs; they get Trouble, unless told to wait."""
        return writing(self.folder / HIDDEN / "lock", verb, wait)

    # the five steps

    def read(self, paths: Sequence[Path] = (), watch: Watch = unwatched, stopped: Callable[[], bool] = never) -> Arrivals:
        """Takes files in. What is written in the folder but not in the database, as after it was deleted, is read again first."""
        from sayso.intake import take_in

        self._restore(watch)
        arrivals = take_in(paths, self.archive, lambda *at: watch("read", *at), stopped, self.documents())
        if arrivals.documents or arrivals.problems or arrivals.known:
            self._add(arrivals)
        return arrivals

    def find(self, watch: Watch = unwatched, jobs: int | None = 1, stopped: Callable[[], bool] = never) -> Found:
        """Finds claims in the documents in which this finder has not looked yet, each kept as soon as it is done."""
        from sayso.tally import Found
        from sayso.workers import Crash, find_in

        self._restore(watch)
        documents = self.documents()
        problems = [problem for document in documents if (problem := self._passed_over(document))]
        passed_over = {problem.doc for problem in problems}
        fit = [document for document in documents if document.path not in passed_over]
        key = self._recipe.make().key
        self._store.set_stamp(FOUND_WITH, key)
        waiting = [document for document in fit if not self._store.has_finding(document.sha256, key)]
        before, done = len(fit) - len(waiting), 0
        if waiting:
            watch("find", 0, len(waiting), waiting[0].path)
        for document, outcome in find_in(waiting, self._recipe, jobs, stopped):
            done += 1
            if isinstance(outcome, Crash):
                problems.append(self._crashed(document, outcome))
            else:
                self._store.keep_finding(document.sha256, key, outcome)
            watch("find", done, len(waiting), document.path)
        if done == len(waiting):
            self._store.drop_findings_except(key)
        self._store.keep_problems("find", sorted(problems, key=lambda problem: problem.doc))
        return Found(before + done, len(fit), done < len(waiting), tuple(problems))

    def link(self) -> Linking:
        """Links names to actors, claims to incidents, denials to what they deny, copies to their first."""
        from sayso.link.linker import link

        linking = link(self.documents(), self.findings(), self.packs)
        self._store.keep_linking(linking)
        return linking

    def weigh(self) -> Weighing:
        """Works out incidents and their matrices, disputes, origins and pledges."""
        from sayso.weigh.weigher import weigh

        weighing = weigh(self.documents(), self.findings(), self._store.linking(), self.packs)
        self._store.keep_weighing(weighing)
        return weighing

    def tell(self, form: str, out: Path | None = None) -> Told:
        """Tells the ledger in one of the installed formats, to a file or folder, or as text."""
        try:
            teller = plugins.load("tellers", form)()
        except LookupError as error:
            raise Trouble(f"no format `{form}`", f"there are: {', '.join(plugins.names('tellers'))}") from error
        return cast("Told", teller.tell(self.book(), out))

    def run(self, paths: Sequence[Path] = (), watch: Watch = unwatched, jobs: int | None = 1, stopped: Callable[[], bool] = never) -> Run:
        """Reads, finds, links and weighs. What is done stays done: a second run adds nothing."""
        from sayso.tally import Run, run_of

        before = self.incident_of()
        arrivals = self.read(paths, watch, stopped)
        found = self.find(watch, jobs, stopped)
        if found.stopped:
            return Run(arrivals, found)
        watch("link", 0, 2, "linking")
        after = self.link().incident_of
        watch("link", 1, 2, "weighing")
        self.weigh()
        watch("link", 2, 2, "")
        return run_of(arrivals, found, before, after, self.findings())

    # what is in it

    def documents(self) -> list[Document]:
        """All documents, by path."""
        return self._store.documents()

    def findings(self) -> dict[str, Finding]:
        """What was found last, by the documents' SHA-256, whatever finder the settings name now."""
        return self._store.findings(self._store.stamp(FOUND_WITH) or "")

    def claims(self, voice: str | None = None, kind: str | None = None, verb: str | None = None) -> list[Claim]:
        """All claims in the order of their places, or those of one voice (as named, or its actor's id), kind or verb."""
        return self.shelf().claims(voice, kind, verb)

    def incidents(self, status: str | None = None) -> list[Incident]:
        """All incidents by date, or those of one status."""
        return self.shelf().incidents(status)

    def incident(self, name: str) -> Dossier:
        """One incident with its claims, matrix and disputes, by its id, a beginning of it, or the id of any of its claims."""
        return self.shelf().incident(name)

    def actors(self) -> list[Actor]:
        """All actors by name."""
        return self.shelf().actors()

    def disputes(self) -> list[Dispute]:
        """All questions on which voices differ."""
        return self.shelf().disputes()

    def pledges(self) -> list[Pledge]:
        """All pledges, predictions and threats, by day."""
        return self.shelf().pledges()

    def incident_of(self) -> Mapping[str, str]:
        """The incident of each claim that speaks of one, by ids."""
        return self._store.linking().incident_of if self._has_database else {}

    def problems(self) -> list[Problem]:
        """All that could not be read, placed or understood."""
        return self._store.problems()

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """Claims and documents that hold all the words; words in double quotes must stand together."""
        return self._store.search(query, limit)

    def shelf(self) -> Shelf:
        """All of it as it stands now, to look things up in; read-only, as it stood when first looked at."""
        from sayso.views import Shelf

        if self._shelf is None or not self.read_only:
            self._shelf = Shelf(self.book())
        return self._shelf

    def book(self) -> Book:
        """All of it as it stands now, as tellers take it."""
        from sayso.tell.book import Book

        return Book(
            name=self.settings.name,
            documents=tuple(self.documents()),
            findings=self.findings(),
            linking=self._store.linking(),
            weighing=self._store.weighing(),
            problems=tuple(self.problems()),
            reviews_text=self._reviews(),
            note=f"Sayso {__version__}, finder {self.settings.engine}",
        )

    def counts(self) -> dict[str, int]:
        """How many documents, claims, incidents and disputed ones there are, and how many problems."""
        if not self._has_database:
            return dict.fromkeys(("documents", "claims", "incidents", "contested", "problems"), 0)
        rows, weighing = self._store.counts(), self._store.weighing()
        return {
            "documents": rows["documents"],
            "claims": rows["claims"],
            "incidents": len(weighing.incidents),
            "contested": sum(incident.status == "contested" for incident in weighing.incidents),
            "problems": len(self.problems()),
        }

    def check(self) -> list[Problem]:
        """Verifies every original, span, id and brief; empty where all is right."""
        from sayso.check import faults

        return faults(self.book(), self.archive, sorted((self.folder / "briefs").glob("*.md")))

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
        return Recipe(self.settings.engine, self.settings.packs, self._own_packs, self.settings.model)

    @property
    def _own_packs(self) -> Path | None:
        folder = self.folder / "packs"
        return folder if folder.is_dir() else None

    @property
    def _has_database(self) -> bool:
        return (self.folder / HIDDEN / DATABASE).exists()

    @property
    def _store(self) -> Store:
        if self._open is None:
            from sayso.store.sqlite import SqliteStore, forget
            from sayso.store.store import SchemaChanged

            path = self.folder / HIDDEN / DATABASE
            try:
                self._open = SqliteStore(path, self.read_only)
            except SchemaChanged:
                if self.read_only:
                    raise
                forget(path)
                self._open = SqliteStore(path)
        return self._open

    def _restore(self, watch: Watch) -> None:
        """Reads again what the database lacks; starts it anew where a line of the table was changed or taken out."""
        from sayso.intake import out_of_step, read_again

        if self.read_only:
            raise Trouble("this ledger was opened to look at, not to write", "open it with `sayso.Ledger(folder)`")
        lines, held = self.archive.originals(), self.documents()
        if out_of_step(held, lines):
            from sayso.store.sqlite import forget

            self.close()
            forget(self.folder / HIDDEN / DATABASE)
            held = []
        shown = {path for document in held for path in document.paths}
        if lacking := [line for line in lines if line.path not in shown]:
            self._add(read_again(self.archive, lacking, lambda *at: watch("read", *at), held))

    def _add(self, arrivals: Arrivals) -> None:
        for document in arrivals.documents:
            self._store.add_document(document)
        for sha256, path in arrivals.copies:
            if first := self._store.document(sha256):
                self._store.add_document(replace(first, path=path))
        touched = {problem.doc for problem in arrivals.problems} | {document.path for document in arrivals.documents}
        documents = {document.path for document in self.documents()}
        before = [problem for problem in self.problems() if problem.step == "read" and problem.doc in documents - touched]
        now = [problem for problem in arrivals.problems if problem.doc in documents or problem.code.startswith("original_")]
        self._store.keep_problems("read", [*before, *now, *self.archive.unread()])

    def _passed_over(self, document: Document) -> Problem | None:
        """Why no claims are looked for in a document, if the settings leave its language out."""
        code, chosen = document.language, self.settings.languages
        if code is None or not chosen or code in chosen:
            return None
        message, hint = f"no claims are looked for in `{code}`", f'add "{code}" to ledger.languages in {FILE}'
        return Problem(document.path, "find", "language_not_chosen", message, hint)

    def _crashed(self, document: Document, crash: Crash) -> Problem:
        log = self.log(crash.calls, document.sha256[:8])
        return Problem(
            document.path,
            "find",
            "finder_failed",
            f"a bug stopped the finder here: {crash.error} at {crash.where}",
            f"report it with {log}",
        )

    def log(self, calls: str, name: str) -> Path:
        """Writes what may be told of a bug to a file of the ledger, without any text of the documents, and gives its path."""
        path = self.folder / HIDDEN / "bugs" / f"{name}.log"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Sayso {__version__}\n{calls}", encoding="utf-8")
        return path.relative_to(self.folder)

    def _reviews(self) -> str:
        path = self.folder / REVIEWS
        return path.read_bytes().decode("utf-8") if path.exists() else ""


def open_ledger(folder: Path | str) -> Ledger:
    """The ledger in this folder as it stands, to look at while others write to it."""
    return Ledger(Path(folder), read_only=True)


def find_claims(text: str, engine: str = "rules", packs: Sequence[str] = ()) -> tuple[Claim, ...]:
    """The claims in one text, without a ledger. `packs` names installed packs. Raises LookupError for an engine there is not."""
    from hashlib import sha256

    from sayso.records.document import Document
    from sayso.workers import Recipe

    document = Document("text", sha256(text.encode("utf-8")).hexdigest(), text, "utf-8")
    finding: Finding = Recipe(engine, tuple(packs), None, None).make().find(document)
    return finding.claims
