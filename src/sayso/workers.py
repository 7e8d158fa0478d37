"""Runs a finder over documents, in this process or in several, so that neither a crash nor a stop costs what is done."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from pathlib import Path

from sayso.find.finder import Finder, Halt, Sender
from sayso.known.packs import load_packs
from sayso.plugins import made
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.trouble import Trouble
from sayso.records.vocabulary import vocabulary
from sayso.settings import NO_LLM, LlmSettings

PER_WORKER = 20_000
"""Characters of text for each process that is started: a second of finding. A further process takes two seconds of a processor before its
first document is done, one in place of which this one needs as well (measured on two cores; about 18,000 characters a second)."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a finder is made from, so that each process can make its own. `llm` and `kept` (a folder) are for finders that send text."""

    engine: str
    packs: tuple[str, ...]
    folder: Path | None
    model: str | None
    llm: LlmSettings = NO_LLM
    kept: Path | None = None

    def make(self) -> Finder:
        """The finder, from whatever package registers it. Raises Trouble where its model is not installed."""
        try:
            finder: Finder = made("finders", self.engine, packs=load_packs(self.packs, self.folder), model=self.model)
        except PackageNotFoundError as error:
            hint = (
                "`find.model` names an installed spaCy pipeline" if self.model else "`make demo` installs it; lang/xx/language.yml names it"
            )
            raise Trouble(f"the model `{self.model or error.name}` is not installed", hint) from error
        if isinstance(finder, Sender):
            finder.connect(self.llm, self.kept)
        return finder


@dataclass(frozen=True, slots=True)
class Crash:
    """A bug met in one document: the kind of error, where it arose, and the calls that led there. No text of the document."""

    error: str
    where: str
    calls: str


Outcome = tuple[Document, Finding | Crash]
_here: list[Finder] = []
"""The finder of a worker process."""


def find_in(documents: Sequence[Document], recipe: Recipe, jobs: int | None, stopped: Callable[[], bool]) -> Iterator[Outcome]:
    """Each document with what was found in it, as soon as it is done. Once `stopped`, what is under way is finished and no more begun.

    Raises Halt where the finder can go on with no document.
    """
    count = min(jobs or that_pay(documents), len(documents))
    if count <= 1:
        yield from _find_here(documents, recipe, stopped)
    else:
        with workers(recipe, count) as pool:
            yield from hand_out(pool, count, documents, stopped)


def that_pay(documents: Sequence[Document]) -> int:
    """How many processes are worth starting for these documents: at most one for each processor."""
    return max(1, min(os.cpu_count() or 1, sum(len(document.text) for document in documents) // PER_WORKER))


def workers(recipe: Recipe, count: int) -> ProcessPoolExecutor:
    """That many processes, each of which makes its own finder when it is first needed."""
    context = multiprocessing.get_context("spawn")  # a fork would share the open database
    return ProcessPoolExecutor(count, context, _start, (recipe,))


def hand_out(pool: ProcessPoolExecutor, count: int, documents: Sequence[Document], stopped: Callable[[], bool]) -> Iterator[Outcome]:
    """As `find_in`, with the `count` processes of a pool; the longest document goes first, so that none is left with it at the end."""
    waiting = sorted(documents, key=lambda document: (len(document.text), document.path))
    running: dict[Future[Finding | Crash], Document] = {}
    while running or (waiting and not stopped()):
        while waiting and len(running) < count and not stopped():
            document = waiting.pop()
            running[pool.submit(_find_one, document)] = document
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in sorted(done, key=lambda one: running[one].path):
            yield running.pop(future), future.result()


def crash_of(error: BaseException) -> Crash:
    """What may be told of a bug: file names, lines and functions, never messages, which can hold a document's words."""
    frames = traceback.extract_tb(error.__traceback__)
    last = next((frame for frame in reversed(frames) if "sayso" in frame.filename), frames[-1] if frames else None)
    where = f"{'/'.join(Path(last.filename).parts[-2:])}:{last.lineno}" if last else "nowhere"
    calls = "\n".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return Crash(type(error).__name__, where, f"{type(error).__name__}\n{calls}\n")


def _find_here(documents: Sequence[Document], recipe: Recipe, stopped: Callable[[], bool]) -> Iterator[Outcome]:
    if not documents:
        return
    finder = recipe.make()
    for document in documents:
        if stopped():
            return
        yield document, _found(finder, document)


def _start(recipe: Recipe) -> None:
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, signal.SIG_IGN)  # the parent decides: the document under way is finished
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _here.append(recipe.make())


def _end_with_parent() -> None:
    """Ends this process once the one that started it is gone, as when that was killed: nobody else would."""
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _find_one(document: Document) -> Finding | Crash:
    return _found(_here[0], document)


def _found(finder: Finder, document: Document) -> Finding | Crash:
    try:
        finding = finder.find(document)
    except (Halt, Trouble):
        raise
    except Exception as error:
        return crash_of(error)
    if told := _out_of_form(finding):
        where = f"{type(finder).__module__}.{type(finder).__name__}"
        return Crash(told, where, f"{told}\n{where}\n")
    return finding


def _out_of_form(finding: object) -> str:
    """Why nothing can be made of what a finder gave, without any text of it; empty where something can."""
    if not isinstance(finding, Finding):
        return "no Finding was given"
    words = vocabulary()
    verbs = {"event": words.incident_types, "tie": words.predicates}
    for claim in finding.claims:
        known = {"act": words.acts, **{name: words.terms[name] for name in ("polarity", "modality", "kind")}}
        if wrong := next((name for name, values in known.items() if getattr(claim, name) not in values), ""):
            return f"the {wrong} of a claim is no word of the codebook"
        if claim.kind in verbs and claim.verb not in verbs[claim.kind]:
            return f"the verb of {'an event' if claim.kind == 'event' else 'a tie'} is no word of the codebook"
        if not claim.voices:
            return "a claim has no voice"
    return ""
