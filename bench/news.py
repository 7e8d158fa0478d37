"""The news texts of the benchmark sets as documents: what `find` is run on when no gold is compared."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sayso.read.metadata import described
from sayso.records.document import Document
from sayso.records.when import When
from sayso.workers import Recipe

FILES = {"polnear": "articles.jsonl", "re3d": "documents.jsonl", "times": "documents.jsonl", "places": "documents.jsonl"}
"""The sets whose texts are whole news texts in usual letters, with the file that holds them."""
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAY_OF = {"polnear": "publication_date", "times": "creation_time", "places": "date"}


@dataclass(frozen=True, slots=True)
class NewsText:
    """One text of a set. A headline that the set keeps apart stands above the text: positions are those of headline, blank line, text."""

    part: str
    docid: str
    document: Document


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def document_of(docid: str, text: str, day: str | None = None) -> Document:
    """A text as a document in English, with what its own head tells. `day` is that of the report; it is left out unless in ISO form."""
    document = replace(described(Document(docid, hashlib.sha256(text.encode()).hexdigest(), text, "utf-8")), language="en")
    if not day or not ISO_DAY.match(day):
        return document
    written = date.fromisoformat(day[:10])
    return replace(document, published=When(written, written, "day", "stated", day[:10]))


def news_texts(data: Path, part: str) -> list[NewsText]:
    """All texts of one set, in the order of the set; none where the set is not there."""
    path = data / part / FILES[part]
    return [NewsText(part, row["docid"], _document(part, row)) for row in rows(path)] if path.exists() else []


def _document(part: str, row: Mapping[str, Any]) -> Document:
    title, text = row["title"], row["text"]
    if title and title[:20] not in text[:300]:
        text = f"{title}\n\n{text}"
    return document_of(row["docid"], text, row.get(DAY_OF.get(part, "")))


def drawn(texts: list[NewsText], count: int, seed: int, kind: Callable[[NewsText], str]) -> list[NewsText]:
    """`count` of the texts, evenly over their kinds (publisher, corpus …); the same for the same seed."""
    piles: dict[str, list[NewsText]] = {}
    for text in texts:
        piles.setdefault(kind(text), []).append(text)
    for name, pile in sorted(piles.items()):
        random.Random(f"{seed} {name}").shuffle(pile)
    turns = [pile[number] for number in range(len(texts)) for _, pile in sorted(piles.items()) if number < len(pile)]
    return turns[:count]


def kind_of(text: NewsText) -> str:
    """What a text is, as far as its id tells: the publisher in polnear, the corpus in times and places, one kind in re3d."""
    if text.part == "re3d":
        return "re3d"
    return text.docid.partition("_" if text.part == "polnear" else ":")[0]


def recipe(packs: bool) -> Recipe:
    """The rules as a user has them: with all installed packs, or with none."""
    from sayso.known.packs import installed_packs

    return Recipe("rules", tuple(installed_packs()) if packs else (), None, None)


def sets_in(data: Path) -> list[str]:
    """The sets that are there; stops where there are none."""
    parts = [part for part in FILES if (data / part / FILES[part]).exists()]
    if not parts:
        raise SystemExit(f"{data}: none of the sets {', '.join(FILES)} is there; name their folder with --data")
    return parts
