"""Who said what on PolNeAR's development articles: source, cue and content, ours beside every peer that is installed.

    python bench/attribution.py [--data ../shared/bench] [--limit N] [--misses FILE]

Scored as the README of the set says: against the primary annotator; a found attribution matches one of the gold if their cues share a
character, one to one; then each part is right exactly, or by an overlap of half (quotation marks and white space at the ends left out).
Our claims become attributions by their cue: all claims of one cue and first voice are one, its content is theirs. Claims without a cue
(a quotation that goes on, an answer in an interview) have no counterpart in the gold and are left out; their number is printed.
Annotators mark the whole noun phrase of a source, tools often its name alone; so sources are also scored widened to their noun phrase,
by the same parse for all tools ("wide"). `--misses` writes what we lose, by kind, with words of the texts: keep that out of the repository.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

import peers
import stock
from news import document_of, recipe, rows
from sayso.lang.language import pipeline
from sayso.records.claim import AUTHOR
from shares import Score, figure
from spans import OVERLAP, Part, characters, joined, matched, overlap, shared
from summary import Measured, Row

PARTS = ("source", "cue", "content")
MOST_SHOWN = 120
"""Lemmas of each kind that `--misses` gives examples for."""
EDGE = 2
"""Words at an end of a part that are shown as they are; more are counted, and so are names."""


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


def ours(articles: Sequence[Article]) -> Found:
    """What our rules find, without packs; says how many claims have a voice but no cue."""
    finder = recipe(packs=False).make()
    result, cueless = [], 0
    for article in articles:
        found: dict[tuple[Part, Part], list[tuple[int, int]]] = {}
        for claim in finder.find(document_of(article.docid, article.text, article.day)).claims:
            if claim.cue is None:
                cueless += claim.voice.text != AUTHOR
                continue
            source: Part = ((claim.voice.span.start, claim.voice.span.end),) if claim.voice.span and claim.voice.text != AUTHOR else ()
            content = found.setdefault((source, ((claim.cue.start, claim.cue.end),)), [])
            content.extend((span.start, span.end) for span in claim.content)
        result.append([Attribution(source, cue, joined(content)) for (source, cue), content in found.items()])
    print(f"claims of ours with a voice that is not the author and without a cue, not scored: {cueless}", file=sys.stderr)
    return result


def stock_pipeline(articles: Sequence[Article]) -> Found:
    """The baseline over the dependency parse."""
    return [[Attribution(*parts) for parts in stock.attributions(article.parse)] for article in articles]


def peer(tool: str) -> Callable[[Sequence[Article]], Found | str]:
    """Another tool in its own environment."""

    def found(articles: Sequence[Article]) -> Found | str:
        answers = peers.ask(tool, [{"text": article.text, "sentences": article.sentences} for article in articles])
        if isinstance(answers, str):
            return answers
        return [[Attribution(*(tuple((a, b) for a, b in one[part]) for part in PARTS)) for one in answer] for answer in answers]

    return found


OURS = "Sayso"
SYSTEMS: dict[str, Callable[[Sequence[Article]], Found | str]] = {
    OURS: ours,
    "stock spaCy": stock_pipeline,
    "textacy": peer("textacy"),
    "tnc-provenance": peer("tnc-provenance"),
}


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


def line(name: str, articles: Sequence[Article], found: Found) -> str:
    """A row of the table."""
    plain = scores([pairing(article, each) for article, each in zip(articles, found, strict=True)])
    widened = scores([pairing(article, wide(article, each)) for article, each in zip(articles, found, strict=True)])
    cells = [f"{figure(plain[key].f1)}" for key in COLUMNS] + [figure(widened[key].f1) for key in WIDE]
    matches = plain["matched"]
    return f"| {name} | {matches.found:.0f} | {matches.right:.0f} | {matches} | " + " | ".join(cells) + " |"


COLUMNS = ("cue exact", "cue overlap", "content exact", "content overlap", "no source", "source exact", "source overlap")
WIDE = ("source exact", "source overlap", "whole exact", "whole overlap")


def table(articles: Sequence[Article], found: dict[str, Found | str]) -> str:
    """F1 by system; a peer that did not run is named with the reason."""
    gold = [one for article in articles for one in article.gold]
    nobody = sum(not one.source for one in gold)
    lines = [
        f"PolNeAR, {len(articles)} articles, {len(gold)} attributions, {nobody} of them without a source. F1.",
        "",
        "| tool | found | matched | matched F1 | " + " | ".join(COLUMNS) + " | " + " | ".join(f"{key}, wide" for key in WIDE) + " |",
        "| --- " * (4 + len(COLUMNS) + len(WIDE)) + "|",
    ]
    for name, each in found.items():
        lines.append(f"| {name} | {each} |" if isinstance(each, str) else line(name, articles, each))
    return "\n".join(lines)


def lemma(article: Article, cue: Part) -> str:
    """The lemmas of a cue's words, without those that only help ("had", "to"), by the stock parse."""
    span = article.parse.char_span(cue[0][0], cue[-1][1], alignment_mode="expand")
    if span is None:
        return article.text[cue[0][0] : cue[-1][1]]
    words = [token.lemma_.lower() for token in span if token.pos_ in ("VERB", "NOUN", "ADJ", "ADV", "ADP", "PROPN") and not token.is_punct]
    return " ".join(words[:3]) or span.lemma_.lower()


def misses(articles: Sequence[Article], found: Found) -> tuple[str, str]:
    """What is lost, by kind: the counts, and the same with examples from the texts."""
    kinds: dict[str, list[tuple[str, str]]] = {"missed cue": [], "spurious cue": [], "wrong source": [], "wrong content": []}
    kinds |= {"source not exact": [], "content not exact": []}
    total = 0
    for article, each in zip(articles, found, strict=True):
        one = pairing(article, wide(article, each))
        total += len(one.gold)
        lefts, rights = {i for i, _ in one.pairs}, {j for _, j in one.pairs}
        for i, gold in enumerate(one.gold):
            if i not in lefts:
                kinds["missed cue"].append((lemma(article, gold.cue), _shown(article, gold)))
        for j, extra in enumerate(one.found):
            if j not in rights:
                kinds["spurious cue"].append((lemma(article, extra.cue), _shown(article, extra)))
        for i, j in one.pairs:
            for part in ("source", "content"):
                if not right(part, one.gold[i], one.found[j], article.text, exact=False):
                    shown = f"gold {_shown(article, one.gold[i])}\n        ours {_shown(article, one.found[j])}"
                    kinds[f"wrong {part}"].append((lemma(article, one.gold[i].cue), shown))
            for part in ("source", "content"):
                if not right(part, one.gold[i], one.found[j], article.text, exact=True):
                    kinds[f"{part} not exact"].append((edges(article.text, getattr(one.gold[i], part), getattr(one.found[j], part)), ""))
    return _counts(kinds, total), _examples(kinds)


def edges(text: str, gold: Part, found: Part) -> str:
    """How a part differs at its ends: words that ours has too many (+) or too few (-)."""
    one, other = characters(gold, text), characters(found, text)
    if not one or not other:
        return "not marked" if not one else "not found"
    signs = []
    for name, mine, true in (("start", min(other), min(one)), ("end", max(other) + 1, max(one) + 1)):
        if mine != true:
            words = text[min(mine, true) : max(mine, true)].split()
            more = (mine < true) == (name == "start")
            few = " ".join(words) if len(words) <= EDGE and not any(map(str.istitle, words)) else f"{len(words)} words"
            signs.append(f"{name} {'+' if more else '-'}{few}")
    return "; ".join(signs) or "inside"


def _counts(kinds: dict[str, list[tuple[str, str]]], total: int) -> str:
    lines = [f"What is lost of {total} (sources widened, overlap of half):", "", "| kind | number | most frequent |", "| --- | --- | --- |"]
    for kind, cases in kinds.items():
        frequent = ", ".join(f"{word} {number}" for word, number in Counter(word for word, _ in cases).most_common(25))
        lines.append(f"| {kind} | {len(cases)} | {frequent} |")
    return "\n".join(lines)


def _examples(kinds: dict[str, list[tuple[str, str]]]) -> str:
    lines = []
    for kind, cases in kinds.items():
        lines.append(f"\n=== {kind}: {len(cases)}")
        for word, number in Counter(word for word, _ in cases).most_common(MOST_SHOWN):
            lines.append(f"{number:5} {word}")
            lines += [f"        {shown}" for other, shown in cases if other == word and shown][: 4 if number > 2 else 1]
    return "\n".join(lines)


def _shown(article: Article, one: Attribution) -> str:
    texts = (" … ".join(article.text[a:b] for a, b in getattr(one, part)).replace("\n", " ")[:110] for part in PARTS)
    return " | ".join(texts)


def summary(articles: Sequence[Article], found: Mapping[str, Found | str]) -> tuple[Row, ...]:
    """The rows of the one table: F1 of ours, and of each peer or why there is none."""

    def f1(each: Found | str, key: str) -> str:
        if isinstance(each, str):
            return each
        return figure(scores([pairing(article, wide(article, one)) for article, one in zip(articles, each, strict=True)])[key].f1)

    lines = []
    for key in ("cue exact", "cue overlap", "source exact", "source overlap", "content exact", "content overlap", "whole overlap"):
        beside = ", ".join(f"{name} {f1(each, key)}" for name, each in found.items() if name != OURS)
        lines.append(Row(f"PolNeAR, {len(articles)} articles, {key} F1", f1(found[OURS], key), beside, "ahead of all"))
    return tuple(lines)


def measure(data: Path, limit: int | None = None, shown: Path | None = None) -> Measured:
    """Ours and every peer's on all articles; what we lose goes to the file `shown`, with words of the texts."""
    articles = articles_of(data, limit)
    found = {name: system(articles) for name, system in SYSTEMS.items()}
    mine = found[OURS]
    assert not isinstance(mine, str)
    counts, examples = misses(articles, mine)
    details = f"{table(articles, found)}\n\n{counts}"
    if shown:
        shown.write_text(f"{details}\n{examples}\n", encoding="utf-8")
    return Measured(details, summary(articles, found))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--limit", type=int, help="only the first articles")
    parser.add_argument("--misses", type=Path, help="write what we lose, with words of the texts, to this file")
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.limit, chosen.misses).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
