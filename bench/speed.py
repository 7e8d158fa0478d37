"""How fast `find` is: words a second of the whole of it beside the bare spaCy pipeline, and of two processes beside one.

    python bench/speed.py [--data ../shared/bench] [--documents 24] [--rounds 5]

The same news texts (evenly over the sets) go through each: first a round that is not counted, then the rounds in turn, so that whatever
else the machine does falls on all; the median is told, with the lowest and the highest. Processes are those of `sayso.workers`, to which
a document at a time is handed out; they live through all rounds, as starting them (each loads a pipeline of its own) and ending them is
paid once for a pile. A round of two processes ends when the last of the texts is done.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

import spacy

from news import drawn, kind_of, news_texts, recipe, sets_in
from sayso.lang.language import load_language
from sayso.records.document import Document
from sayso.workers import hand_out, workers
from summary import Measured, Row

SEED = 1


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


def works_on(documents: Sequence[Document], pool: ProcessPoolExecutor) -> list[Callable[[], object]]:
    """What is timed: the bare pipeline, the whole of find in this process, and the whole of find in the two of the pool."""
    parse, finder = spacy.load(load_language("en").model), recipe(packs=False).make()
    return [
        lambda: [parse(document.text) for document in documents],
        lambda: [finder.find(document) for document in documents],
        lambda: list(hand_out(pool, 2, documents, lambda: False)),
    ]


def measure(data: Path, count: int = 24, rounds: int = 5) -> Measured:
    """The speeds, on `count` texts."""
    parts, load = sets_in(data), os.getloadavg()[0]
    documents = [text.document for part in parts for text in drawn(news_texts(data, part), count // len(parts), SEED, kind_of)]
    words = sum(len(document.text.split()) for document in documents)
    with workers(recipe(packs=False), 2) as pool:
        bare, one, two = in_turn(works_on(documents, pool), rounds)
    lines = [row("the bare spaCy pipeline", words, bare), row("find in one process", words, one), row("find in two processes", words, two)]
    head = f"{len(documents)} texts, {words:,} words, medians of {rounds} rounds; {os.cpu_count()} cores, load {load:.1f} before."
    details = "\n".join([head, "", "| what | words a second | lowest to highest |", "| --- | --- | --- |", *lines])
    rows = (
        Row("speed of find, of the bare pipeline", f"{median(bare) / median(one):.2f}", f"measured at load {load:.1f}", ">= 0.60"),
        Row("speed of two processes, of one", f"{median(one) / median(two):.2f}", f"{os.cpu_count()} cores", ">= 1.70"),
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
