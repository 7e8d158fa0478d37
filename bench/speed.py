"""How fast `find` is: words a second of the whole of it beside the bare spaCy pipeline, and of two processes beside one.

    python bench/speed.py [--data ../shared/bench] [--documents 24] [--rounds 5]

The same news texts (evenly over the sets) go through both in one process: first a round that is not counted, then the rounds in turn, so
that whatever else the machine does falls on both; the median is told, with the lowest and the highest. Processes are those of
`sayso.workers`, which hand out a document at a time; the clock starts when each has done some texts, as starting them (each loads a
pipeline of its own) is paid once for a pile.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from news import drawn, kind_of, news_texts, recipe, sets_in
from sayso.lang.language import pipeline
from sayso.records.document import Document
from sayso.workers import find_in
from summary import Measured, Row

SEED = 1
WARM = 4
"""Texts that are found in before the clock starts, so that each of two processes has loaded all that it needs."""


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_turn(works: Sequence[Callable[[], object]], rounds: int) -> list[list[float]]:
    """The seconds of each round of each work, after a round of all that is not counted; the works take turns."""
    for work in works:
        work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, seconds in zip(works, times, strict=True):
            seconds.append(timed(work))
    return times


def row(name: str, words: int, seconds: Sequence[float]) -> str:
    speeds = sorted(words / each for each in seconds)
    return f"| {name} | {median(speeds):,.0f} | {speeds[0]:,.0f} to {speeds[-1]:,.0f} |"


def one_process(documents: Sequence[Document], rounds: int, words: int) -> tuple[list[str], float]:
    """The rows for one process, and the speed of find as a share of that of the bare pipeline."""
    parse, finder = pipeline("en"), recipe(packs=False).make()
    works = [lambda: [parse(document.text) for document in documents], lambda: [finder.find(document) for document in documents]]
    bare, whole = in_turn(works, rounds)
    lines = [row("the bare spaCy pipeline", words, bare), row("the whole of find", words, whole)]
    return lines, median(bare) / median(whole)


def processes(documents: Sequence[Document], rounds: int, words: int) -> tuple[list[str], float]:
    """The rows for one process and for two, and how many times as fast two are."""
    single, double = [], []
    for _ in range(rounds):
        single.append(warm_seconds(documents, 1))
        double.append(warm_seconds(documents, 2))
    return [row("find in one process", words, single), row("find in two processes", words, double)], median(single) / median(double)


def warm_seconds(documents: Sequence[Document], jobs: int) -> float:
    """Seconds for the documents after some others, in this many processes."""
    first = [replace(document, path=f"warm {document.path}") for document in documents[:WARM]]
    begun = 0.0
    for number, _ in enumerate(find_in([*first, *documents], recipe(packs=False), jobs, lambda: False), 1):
        if number == WARM:
            begun = time.perf_counter()
    return time.perf_counter() - begun


def measure(data: Path, count: int = 24, rounds: int = 5) -> Measured:
    """Both speeds, on `count` texts."""
    parts, load = sets_in(data), os.getloadavg()[0]
    documents = [text.document for part in parts for text in drawn(news_texts(data, part), count // len(parts), SEED, kind_of)]
    words = sum(len(document.text.split()) for document in documents)
    single, share = one_process(documents, rounds, words)
    double, gain = processes(documents, rounds, words)
    head = f"{len(documents)} texts, {words:,} words, medians of {rounds} rounds; {os.cpu_count()} cores, load {load:.1f} before."
    details = "\n".join([head, "", "| what | words a second | lowest to highest |", "| --- | --- | --- |", *single, *double])
    rows = (
        Row("speed of find, of the bare pipeline", f"{share:.2f}", f"measured at load {load:.1f}", ">= 0.60"),
        Row("speed of two processes, of one", f"{gain:.2f}", f"{os.cpu_count()} cores", ">= 1.70"),
    )
    return Measured(details, rows)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--documents", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args(arguments)
    result = measure(chosen.data, chosen.documents, chosen.rounds)
    print(result.details, *(f"{row.what}: {row.ours} (asked: {row.asked})" for row in result.rows), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
