"""Finds the claims in all documents of a ledger that this finder has not gone through yet, and notes what it passes over."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from sayso.find.finder import Halt, Sender, Sent
from sayso.intake import Watch
from sayso.lang.language import languages as with_tables
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.settings import FILE
from sayso.store.store import PEOPLE, Store
from sayso.tally import Found
from sayso.workers import Crash, Outcome, Recipe, find_in

FOUND_WITH = "found with"
"""The stamp that holds the key of the finder whose findings are shown."""
FINDING_WITH = "finding with"
"""The stamp that holds the key of the finder that goes through the documents now; its findings are shown once they are linked."""


def find_all(
    store: Store, recipe: Recipe, languages: Sequence[str], bugs: Path, watch: Watch, jobs: int | None, stopped: Callable[[], bool]
) -> Found:
    """Goes through the documents in which this finder has not looked; each finding is kept as soon as it is made.

    Documents in other than these languages are passed over, unless none is named. `bugs` is the folder for logs of what crashed.
    Raises Trouble where the finder can go on with no document, such as a language model that does not answer; what is done is kept.
    """
    fit, problems = _fit(store.documents(), languages)
    finder = recipe.make()
    key, jobs = finder.key, 1 if isinstance(finder, Sender) else jobs
    store.set_stamp(FINDING_WITH, key)
    if store.stamp(FOUND_WITH) is None:
        store.set_stamp(FOUND_WITH, key)
    waiting = [document for document in fit if not store.has_finding(document.sha256, key)]
    before, done = len(fit) - len(waiting), list[str]()
    if waiting:
        watch(0, len(waiting), waiting[0].path)
    for document, outcome in _until_halted(find_in(waiting, recipe, jobs, stopped), before):
        done.append(document.sha256)
        if isinstance(outcome, Crash):
            problems.append(_crashed(document, outcome, bugs))
        else:
            store.keep_finding(document.sha256, key, outcome)
        watch(len(done), len(waiting), document.path)
    store.keep_problems("find", sorted(problems, key=lambda problem: problem.doc))
    return Found(before + len(done), len(fit), len(done) < len(waiting), tuple(problems), tuple(done))


def shown(store: Store, docs: Collection[str] | None = None) -> dict[str, Finding]:
    """What was found last in all documents or in these, by their SHA-256, as people left it."""
    with store.together():
        return store.findings(store.stamp(FOUND_WITH) or "", docs) | store.findings(PEOPLE, docs)


def layers(store: Store) -> tuple[dict[str, Finding], dict[str, Finding]]:
    """What the machine found last, and what people left of it where they decided, both by the documents' SHA-256."""
    with store.together():
        return store.findings(store.stamp(FOUND_WITH) or ""), store.findings(PEOPLE)


def waiting(store: Store | None, languages: Sequence[str]) -> int:
    """How many documents the finder that was at work last has not gone through, as after a stop, or none has."""
    if store is None:
        return 0
    with store.together():
        key = store.stamp(FINDING_WITH) or ""
        return sum(not store.has_finding(document.sha256, key) for document in _fit(store.documents(texts=False), languages)[0])


def ahead(
    store: Store | None, recipe: Recipe, languages: Sequence[str], arriving: Sequence[Document]
) -> tuple[list[Document], list[Sent] | None]:
    """The documents that `find_all` would go through with these, and what would be sent of them; None for a finder that sends nothing."""
    finder = recipe.make()
    waiting = _fit(arriving, languages)[0]
    if store is not None:
        held = _fit(store.documents(), languages)[0]
        waiting = [document for document in held if not store.has_finding(document.sha256, finder.key)] + waiting
    if not isinstance(finder, Sender):
        return waiting, None
    sent = [(document, finder.would_send(document)) for document in waiting]
    return waiting, [(document, parts) for document, parts in sent if parts]


def _until_halted(outcomes: Iterator[Outcome], done: int) -> Iterator[Outcome]:
    """The outcomes; Trouble in place of Halt, with how many documents are done, `done` of them before."""
    try:
        for outcome in outcomes:
            done += 1
            yield outcome
    except Halt as halt:
        kept = "1 document already done is kept; " if done == 1 else f"{done} documents already done are kept; " if done else ""
        raise Trouble(halt.message, f"{kept}{halt.remedy}", code=Exit.PARTLY) from halt


def _fit(documents: Sequence[Document], languages: Sequence[str]) -> tuple[list[Document], list[Problem]]:
    """The documents to go through, and the problems of those that are passed over."""
    problems = [problem for document in documents if (problem := _passed_over(document, languages))]
    passed_over = {problem.doc for problem in problems}
    return [document for document in documents if document.path not in passed_over], problems


def _passed_over(document: Document, chosen: Sequence[str]) -> Problem | None:
    """Why no claims are looked for in a document, if the settings leave its language out."""
    code = document.language
    if code is None or not chosen or code in chosen:
        return None
    message, hint = f"no claims are looked for in `{code}`", f'add "{code}" to ledger.languages in {FILE}'
    if code not in with_tables():
        hint = f"Sayso has no tables of `{code}`; for a finder that reads it, {hint}"
    return Problem(document.path, "find", "language_not_chosen", message, hint)


def _crashed(document: Document, crash: Crash, bugs: Path) -> Problem:
    """The problem of a document on which the finder failed, with a log of it that holds none of its text."""
    log = bugs / f"{document.sha256[:8]}.log"
    bugs.mkdir(parents=True, exist_ok=True)
    log.write_text(f"Sayso {version('sayso')}\n{crash.calls}", encoding="utf-8")
    message = f"a bug stopped the finder here: {crash.error} at {crash.where}"
    return Problem(document.path, "find", "finder_failed", message, f"report it with {log.relative_to(bugs.parents[1])}")
