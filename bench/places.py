"""How well names are put on the map, and how many are found: TR-News and GeoVirus, beside the most populous place and geotext.

    python bench/places.py [--data ../shared/bench] [--show N]

Names given: the share resolved within 161 km (100 miles) of the gold point, beside the most populous place of that name; an unresolved name
is wrong. Names found: span F1, exact and overlapping, of all places that the finder sees in a text, beside geotext (cities, countries and
nationalities by lists; it resolves nothing). `--show` prints the first names that are put in a wrong place.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import peers
from news import document_of, rows
from sayso.find.cast import Cast
from sayso.find.passages import passages_of
from sayso.find.where import Atlas, distance_km
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import load_packs
from sayso.lang.language import load_language, pipeline
from sayso.records.place import Place
from shares import Score, figure
from spans import Range, matched, shared
from summary import Measured, Row

NEAR_KM = 161.0
NOWHERE_KM = 20_000.0
PACKS = load_packs(["central_asia"])
Documents = Sequence[Mapping[str, Any]]


def resolved(data: Documents, atlas: Atlas, show: int) -> tuple[list[str], dict[tuple[str, str], list[float]], float]:
    """Lines on names put wrong, how far off each name is by corpus and way, and characters a second."""
    gazetteer = load_gazetteer()
    errors: dict[tuple[str, str], list[float]] = defaultdict(list)
    shown: list[str] = []
    spent, size = 0.0, 0
    for document in data:
        gold = [name for name in document["toponyms"] if name["lat"] is not None]
        began = time.perf_counter()
        found = atlas.places_in(document["text"], [(name["start"], name["end"]) for name in gold])
        spent, size = spent + time.perf_counter() - began, size + len(document["text"])
        for name in gold:
            true = Place("", "", name["lat"], name["lon"], "", 1)
            guess = found.get((name["start"], name["end"]))
            most = max(gazetteer.spots(name["text"]), key=lambda spot: (spot.feature == "country", spot.people), default=None)
            far = distance_km(guess, true) if guess else NOWHERE_KM
            errors[document["corpus"], "Sayso"].append(far)
            errors[document["corpus"], "most populous"].append(distance_km(most.place, true) if most else NOWHERE_KM)
            if far > NEAR_KM and len(shown) < show:
                shown.append(f"{document['corpus']} {name['text']!r} {guess and (guess.id, guess.name)} {int(far)} km off")
    return shown, errors, size / spent


def found_by_us(data: Documents, atlas: Atlas) -> list[list[Range]]:
    """The spans of all places that the finder sees in each text."""
    english, parse = load_language("en"), pipeline("en")
    result = []
    for document in data:
        passages = passages_of(document_of(document["docid"], document["text"]), english, parse)
        result.append([(start, end) for start, end, _ in Cast(passages, PACKS, atlas, english).places])
    return result


def span_scores(data: Documents, found: Sequence[Sequence[Range]]) -> dict[str, tuple[Score, Score]]:
    """Exact and overlapping span F1 by corpus."""
    result: dict[str, tuple[Score, Score]] = {}
    for document, spans in zip(data, found, strict=True):
        gold = [(name["start"], name["end"]) for name in document["toponyms"]]
        exact, near = result.setdefault(document["corpus"], (Score(), Score()))
        exact.add(len(set(gold) & set(spans)), len(spans), len(gold))
        near.add(len(matched(gold, spans, lambda one, other: float(shared(one, other)))), len(spans), len(gold))
    return result


def measure(folder: Path, show: int = 0) -> Measured:
    """Measures both on all texts of the set."""
    data = rows(folder / "places" / "documents.jsonl")
    atlas = Atlas(load_gazetteer(), PACKS)
    shown, errors, speed = resolved(data, atlas, show)
    lines = [*shown, "| corpus | by | names | within 161 km | median km |", "| --- | --- | --- | --- | --- |"]
    within = {key: sum(error <= NEAR_KM for error in far) / len(far) for key, far in errors.items()}
    lines += [f"| {key[0]} | {key[1]} | {len(errors[key])} | {figure(within[key])} | {median(errors[key]):.1f} |" for key in sorted(errors)]
    lines += [
        f"\n{speed / 1e6:.2f} million characters a second\n",
        "| corpus | found by | exact F1 | overlap F1 |",
        "| --- | --- | --- | --- |",
    ]
    mine = span_scores(data, found_by_us(data, atlas))
    answers = peers.ask("geotext", [{"text": document["text"]} for document in data])
    theirs = answers if isinstance(answers, str) else span_scores(data, [[(a, b) for a, b in one] for one in answers])
    lines += [f"| {corpus} | Sayso | {exact} | {near} |" for corpus, (exact, near) in sorted(mine.items())]
    lines += (
        [f"| | geotext | {theirs} | |"] if isinstance(theirs, str) else [f"| {c} | geotext | {e} | {n} |" for c, (e, n) in theirs.items()]
    )
    summary = []
    for corpus in sorted(mine):
        other = theirs if isinstance(theirs, str) else figure(theirs[corpus][1].f1)
        share, most, names = within[corpus, "Sayso"], within[corpus, "most populous"], len(errors[corpus, "Sayso"])
        summary.append(Row(f"{corpus}, {names} names given, within 161 km", figure(share), f"most populous {figure(most)}", "above it"))
        summary.append(Row(f"{corpus}, places found, span F1 (overlap)", figure(mine[corpus][1].f1), f"geotext {other}"))
    return Measured("\n".join(lines), tuple(summary))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--show", type=int, default=0)
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.show).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
