"""How often speaker and act are right on unseen news: draws attributed claims to be judged by a reader, and counts the verdicts.

    python bench/sample.py --seed 7 --count 100 [--data ../shared/bench] [--no-packs] [--out /tmp/sheet.jsonl]
    python bench/sample.py --sheet /tmp/sheet.jsonl --verdicts /tmp/verdicts.jsonl --keep bench/judgements/NAME.jsonl
    python bench/sample.py --score bench/judgements/NAME.jsonl …

The first line finds claims in `--documents` texts of each set (PolNeAR articles, re3d, TempEval-3 news, TR-News and GeoVirus; evenly
over publishers and corpora, headlines above their texts) and draws `--count` of those whose first voice is not the author, evenly over
the sets. Claims that a reader could not tell apart (same span, voice and act) count as one. Each line of the sheet has an id, the text
around (the span between » and «), the span, the voice as said and as resolved within the document ("" where nobody is named), and the
act. It says nothing of the rules.

A reader writes one line a claim, {"id": …, "verdict": …, "note": …}: `right` if the voice as resolved is who says the span, and the act
is one that docs/codebook.md allows for it; else `speaker`, `act`, `both` (of them wrong), or `nothing` (nobody says anything here). The
note is optional and must quote no text. The second line joins verdicts and sheet into a file without texts, which is kept in the
repository; the third prints the share right with its Wilson interval of 95 %, for the whole and by set.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from news import NewsText, drawn, kind_of, news_texts, recipe, rows, sets_in
from sayso.records.claim import AUTHOR, Claim
from sayso.workers import Crash, find_in
from shares import share

AROUND = 500
"""Code points of text shown before and after a claim: enough to see who "he" is, mostly."""
VERDICTS = ("right", "speaker", "act", "both", "nothing")


@dataclass(frozen=True, slots=True)
class Row:
    """One claim on the judging sheet."""

    id: str
    set: str
    docid: str
    start: int
    end: int
    around: str
    span: str
    voice: str
    name: str
    act: str


def row_of(text: NewsText, claim: Claim) -> Row:
    """What a reader sees of a claim. The id stays the same as long as span, voice and act do."""
    whole, start, end = text.document.text, claim.span.start, claim.span.end
    voice, name = claim.voice.text, claim.voice.name or ""
    seen = "\x1f".join((text.part, text.docid, str(start), str(end), voice, name, claim.act))
    around = f"{whole[max(0, start - AROUND) : start]}»{whole[start:end]}«{whole[end : end + AROUND]}"
    return Row(
        hashlib.sha256(seen.encode()).hexdigest()[:10], text.part, text.docid, start, end, around, whole[start:end], voice, name, claim.act
    )


def found_rows(texts: Sequence[NewsText], packs: bool) -> list[Row]:
    """The attributed claims of the texts, each once."""
    by_sha = {text.document.sha256: text for text in texts}
    result: dict[str, Row] = {}
    for document, finding in find_in([text.document for text in texts], recipe(packs), 1, lambda: False):
        if isinstance(finding, Crash):
            print(f"a bug stopped the finder in {document.path}: {finding.error} at {finding.where}", file=sys.stderr)
            continue
        for claim in finding.claims:
            if claim.voice.text != AUTHOR:
                row = row_of(by_sha[document.sha256], claim)
                result[row.id] = row
    return sorted(result.values(), key=lambda row: (row.set, row.docid, row.start, row.id))


def draw(rows_by_set: Sequence[Sequence[Row]], count: int, seed: int) -> list[Row]:
    """`count` rows, as evenly over the sets as there are rows, in the order of set and place."""
    piles = [random.Random(f"{seed} {number}").sample(pile, len(pile)) for number, pile in enumerate(map(list, rows_by_set))]
    turns = [pile[turn] for turn in range(max(map(len, piles), default=0)) for pile in piles if turn < len(pile)]
    return sorted(turns[:count], key=lambda row: (row.set, row.docid, row.start, row.id))


def sheet(data: Path, seed: int, count: int, documents: int, packs: bool) -> list[Row]:
    """Finds and draws; says on stderr how many claims there were to draw from."""
    piles = []
    for part in sets_in(data):
        texts = drawn(news_texts(data, part), documents, seed, kind_of)
        piles.append(found_rows(texts, packs))
        print(f"{part}: {len(piles[-1])} attributed claims in {len(texts)} texts", file=sys.stderr)
    return draw(piles, count, seed)


def joined(sheet_file: Path, verdicts: Path) -> list[dict[str, object]]:
    """The judged rows without their texts. Stops at a verdict that is none, and at a row that was not judged."""
    given = {row["id"]: row for row in rows(verdicts)}
    result: list[dict[str, object]] = []
    for row in rows(sheet_file):
        verdict = given.get(row["id"], {}).get("verdict")
        if verdict not in VERDICTS:
            raise SystemExit(f"{verdicts}: {row['id']} has the verdict {verdict!r}; there are {', '.join(VERDICTS)}")
        kept = {name: row[name] for name in ("id", "set", "docid", "start", "end", "voice", "act")}
        note = given[row["id"]].get("note")
        result.append(kept | {"verdict": verdict} | ({"note": note} if note else {}))
    return result


def report(judged: Iterable[dict[str, object]]) -> str:
    """Shares right, the whole and by set, and what was wrong with the others."""
    judged = list(judged)
    lines = [f"{'all':10} {share(sum(row['verdict'] == 'right' for row in judged), len(judged))}"]
    for part in sorted({str(row["set"]) for row in judged}):
        of_set = [row for row in judged if row["set"] == part]
        lines.append(f"{part:10} {share(sum(row['verdict'] == 'right' for row in of_set), len(of_set))}")
    wrong = Counter(str(row["verdict"]) for row in judged if row["verdict"] != "right")
    lines.append("wrong: " + (", ".join(f"{kind} {number}" for kind, number in wrong.most_common()) or "none"))
    return "\n".join(lines)


def written(lines: Iterable[object], path: Path | None) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    if path is None:
        sys.stdout.write(text)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--documents", type=int, default=16, help="texts of each set that claims are found in (16)")
    parser.add_argument("--no-packs", action="store_true")
    parser.add_argument("--out", type=Path, help="write the sheet to this file; it holds texts: keep it out of the repository")
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--verdicts", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--score", type=Path, nargs="+")
    chosen = parser.parse_args(arguments)
    if chosen.score:
        print(report(row for path in chosen.score for row in rows(path)))
    elif chosen.verdicts:
        judged = joined(chosen.sheet, chosen.verdicts)
        written(judged, chosen.keep)
        print(report(judged), file=sys.stderr)
    else:
        drawn_rows = sheet(chosen.data, chosen.seed, chosen.count, chosen.documents, not chosen.no_packs)
        written(map(asdict, drawn_rows), chosen.out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
