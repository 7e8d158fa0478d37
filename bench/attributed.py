"""The attributions of PolNeAR, and how attributions found are matched with them and scored (the README of the set)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

import stock
from news import rows
from sayso.lang.language import pipeline
from shares import Score
from spans import OVERLAP, Part, characters, joined, matched, overlap, shared

PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who (empty where nobody is named), by which words, what; each as ranges of the article's text."""

    source: Part
    cue: Part
    content: Part


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its gold, and the stock pipeline's parse of it."""

    docid: str
    text: str
    day: str
    sentences: tuple[tuple[int, int], ...]
    ignore: Part
    gold: tuple[Attribution, ...]
    parse: Doc


Found = list[list[Attribution]]
"""The attributions of each article."""


def articles_of(data: Path, limit: int | None) -> list[Article]:
    """The development articles, or all where none is called so, with the attributions of their primary annotators."""
    texts = rows(data / "polnear" / "articles.jsonl")
    texts = ([row for row in texts if row["split"] == "dev"] or texts)[:limit]
    gold: dict[str, list[Attribution]] = {row["docid"]: [] for row in texts}
    for row in rows(data / "polnear" / "attributions.jsonl"):
        if row["primary"] and row["complete"] and row["docid"] in gold:
            gold[row["docid"]].append(Attribution(*(tuple((one["start"], one["end"]) for one in row[part]) for part in PARTS)))
    parse = pipeline("en")
    return [
        Article(
            row["docid"],
            row["text"],
            row["publication_date"],
            tuple((one["start"], one["end"]) for one in row["sentences"]),
            joined((one["start"], one["end"]) for one in row["ignore"]),
            tuple(gold[row["docid"]]),
            parse(row["text"]),
        )
        for row in texts
    ]


@dataclass(frozen=True, slots=True)
class Pairing:
    """One article's found attributions matched with its gold; those in passages to be ignored are left out."""

    article: Article
    gold: tuple[Attribution, ...]
    found: tuple[Attribution, ...]
    pairs: tuple[tuple[int, int], ...]


def pairing(article: Article, found: Sequence[Attribution]) -> Pairing:
    def scored(one: Attribution) -> bool:
        return not any(shared(cue, passed_over) for cue in one.cue for passed_over in article.ignore)

    gold, kept = tuple(filter(scored, article.gold)), tuple(filter(scored, found))
    pairs = matched(gold, kept, lambda one, other: float(sum(shared(a, b) for a in one.cue for b in other.cue)))
    return Pairing(article, gold, kept, tuple(pairs))


def right(part: str, gold: Attribution, found: Attribution, text: str, exact: bool) -> bool:
    """Whether a part of a matched attribution is right; a part that neither has is right."""
    one, other = characters(getattr(gold, part), text), characters(getattr(found, part), text)
    return one == other if exact or not (one or other) else overlap(one, other) >= OVERLAP


def wide(article: Article, found: Sequence[Attribution]) -> list[Attribution]:
    return [replace(one, source=stock.widened(one.source, one.cue, article.parse)) for one in found]


def scores(pairings: Sequence[Pairing]) -> dict[str, Score]:
    """All scores of one system by name: matched, "cue exact" …, "whole overlap", "no source"."""
    result: dict[str, Score] = {}
    for one in pairings:
        gold, found, text = one.gold, one.found, one.article.text
        result.setdefault("matched", Score()).add(len(one.pairs), len(found), len(gold))
        for manner in ("exact", "overlap"):
            verdicts = [{part: right(part, gold[i], found[j], text, manner == "exact") for part in PARTS} for i, j in one.pairs]
            for part in PARTS:
                given = [verdict[part] and bool(getattr(gold[i], part)) for verdict, (i, _) in zip(verdicts, one.pairs, strict=True)]
                counts = (sum(bool(getattr(each, part)) for each in side) for side in (found, gold))
                result.setdefault(f"{part} {manner}", Score()).add(sum(given), *counts)
            result.setdefault(f"whole {manner}", Score()).add(sum(all(v.values()) for v in verdicts), len(found), len(gold))
        nobody = sum(not gold[i].source and not found[j].source for i, j in one.pairs)
        result.setdefault("no source", Score()).add(nobody, sum(not each.source for each in found), sum(not each.source for each in gold))
    return result
