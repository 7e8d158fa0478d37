from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.records.actor import Actor, ActorName, Figure, Tie
from sayso.records.amount import Amount
from sayso.records.claim import Claim, Finding, Mention, Slot, Voice, numbered
from sayso.records.dispute import Dispute
from sayso.records.document import Document, Span
from sayso.records.incident import Incident, Matrix, Origin, Position, Row
from sayso.records.link import Link
from sayso.records.place import Place
from sayso.records.pledge import Pledge
from sayso.records.problem import Problem
from sayso.records.when import When
from sayso.records.work import Citation, Named, Note, Source, Work
from sayso.records.worked_out import Linking, Weighing, in_order
from sayso.store.sqlite import SqliteStore

DOC = "d" * 64
T = TypeVar("T")

whole = st.integers(0, 10**6)
words = st.text(max_size=6)
number = st.floats(allow_nan=False, allow_infinity=False)
perhaps: Callable[[st.SearchStrategy[T]], st.SearchStrategy[T | None]] = lambda some: st.none() | some  # noqa: E731
spans = st.builds(lambda start, size: Span(DOC, start, start + size), whole, st.integers(1, 600))
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
whens = st.builds(
    lambda a, b, precision, text: When(min(a, b), max(a, b), precision, "stated", text),
    days,
    days,
    st.just("range"),
    words,
)
amounts = st.builds(Amount, perhaps(number), perhaps(number), words, words, words)
places = st.builds(Place, words, words, perhaps(number), perhaps(number), words, st.integers(1, 7), words)
slots = st.builds(Slot, words, words, spans, perhaps(words), perhaps(places), perhaps(whens), perhaps(amounts))
voices = st.builds(Voice, words, perhaps(spans), perhaps(words))
problems = st.builds(Problem, doc=words, start=perhaps(whole), end=perhaps(whole))


def few(some: st.SearchStrategy[T], least: int = 0, most: int = 2) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(some, min_size=least, max_size=most).map(tuple)


def known(type: type[T], **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[T, ...]]:
    """A few records with ids of their own."""
    return few(st.builds(type, **parts)).map(lambda records: tuple(replace(record, id=str(i)) for i, record in enumerate(records)))  # type: ignore[type-var]


claims = st.builds(
    Claim, id=st.just(""), span=spans, quote=words, voices=few(voices, 1), cue=perhaps(spans), content=few(spans), said=perhaps(whens),
    slots=few(slots), score=perhaps(number),
)  # fmt: skip
sources = st.builds(
    Source, few(st.builds(Named, words, spans)), perhaps(st.builds(Named, words, spans)), date=perhaps(whens), url=perhaps(words)
)
notes = st.builds(Note, words, perhaps(spans), perhaps(spans), st.just("inferred"), source=perhaps(sources), sentence=perhaps(spans))
findings = st.builds(
    Finding, st.lists(claims, max_size=3).map(numbered).map(tuple), few(st.builds(Mention, span=spans)), perhaps(whens), few(problems),
    few(notes),
)  # fmt: skip
citations = st.builds(Citation, st.just(DOC), words, perhaps(spans), perhaps(spans), st.just("found"), perhaps(words))
linkings = st.builds(
    Linking, few(st.builds(Link, score=perhaps(number))).map(in_order), known(Actor, names=few(st.builds(ActorName, words, spans))),
    st.dictionaries(words, words, max_size=3), st.dictionaries(words, words, max_size=3), few(problems),
    known(Work, date=perhaps(whens), cited_by=few(citations)),
)  # fmt: skip
positions = st.builds(Position, words, few(words), perhaps(whens))
rows = st.builds(Row, words, words, few(words), few(st.tuples(words, few(positions))))
weighings = st.builds(
    Weighing, known(Incident, when=perhaps(whens), place=perhaps(places), origins=st.tuples(whole, whole)),
    few(st.builds(Matrix, rows=few(rows)), most=1), known(Dispute), known(Origin), known(Pledge, said=perhaps(whens)),
    few(st.builds(Tie, since=perhaps(whens), until=perhaps(whens))).map(in_order),
    known(Figure, amount=amounts, as_of=perhaps(whens)),
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("round") / "ledger.db"
    with SqliteStore(path) as store:
        store.add_document(Document("a.txt", DOC, "", "utf-8"))
    return path


thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(findings)
@thorough
def test_every_finding_comes_back_as_it_was_kept(path: Path, finding: Finding) -> None:
    with SqliteStore(path) as store:
        store.keep_finding(DOC, "rules", finding)
        assert store.findings("rules") == {DOC: finding}


@given(linkings)
@thorough
def test_every_linking_comes_back_as_it_was_kept(path: Path, linking: Linking) -> None:
    with SqliteStore(path) as store:
        store.keep_linking(linking)
        assert store.linking() == linking


@given(weighings)
@thorough
def test_every_weighing_comes_back_as_it_was_kept(path: Path, weighing: Weighing) -> None:
    with SqliteStore(path) as store:
        store.keep_weighing(weighing)
        assert store.weighing() == weighing
