"""Measures how well names are put on the map: Acc@161 on TR-News and GeoVirus, beside the most populous place of each name.

python bench/places.py [FOLDER]     (default ../shared/bench/places)
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median

from sayso.find.where import Atlas, distance_km
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import load_packs
from sayso.records.place import Place

NEAR_KM = 161.0
NOWHERE_KM = 20_000.0


def measure(folder: Path, show: int = 0) -> None:
    began = time.perf_counter()
    gazetteer = load_gazetteer()
    print(f"gazetteer loaded in {time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    atlas = Atlas(gazetteer, load_packs(["central_asia"]))
    print(f"atlas made in {time.perf_counter() - began:.2f} s")
    errors: dict[tuple[str, str], list[float]] = defaultdict(list)
    spent, size = 0.0, 0
    for line in (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        gold = [name for name in document["toponyms"] if name["lat"] is not None]
        began = time.perf_counter()
        found = atlas.places_in(document["text"], [(name["start"], name["end"]) for name in gold])
        spent, size = spent + time.perf_counter() - began, size + len(document["text"])
        for name in gold:
            true = Place("", "", name["lat"], name["lon"], "", 1)
            guess = found.get((name["start"], name["end"]))
            most = max(gazetteer.spots(name["text"]), key=lambda spot: (spot.feature == "country", spot.people), default=None)
            far = distance_km(guess, true) if guess else NOWHERE_KM
            errors[document["corpus"], "atlas"].append(far)
            errors[document["corpus"], "most populous"].append(distance_km(most.place, true) if most else NOWHERE_KM)
            if far > NEAR_KM and show > 0:
                show -= 1
                print(
                    document["corpus"],
                    repr(name["text"]),
                    guess and (guess.id, guess.name, guess.country),
                    int(far),
                    (name["lat"], name["lon"]),
                )
    print(f"{'corpus':10} {'by':14} {'names':>6} {'Acc@161':>8} {'median km':>10}")
    for (corpus, by), far_off in sorted(errors.items()):
        right = sum(error <= NEAR_KM for error in far_off) / len(far_off)
        print(f"{corpus:10} {by:14} {len(far_off):6} {right:8.3f} {median(far_off):10.1f}")
    print(f"{size / spent / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    measure(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("../shared/bench/places"), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
