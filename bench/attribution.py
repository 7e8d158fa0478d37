"""Who said what on PolNeAR's development articles: source, cue and content, ours beside every peer that is installed.

    python bench/attribution.py [--data ../shared/bench] [--limit N] [--misses FILE]

Scored as the README of the set says: against the primary annotator; a found attribution matches one of the gold if their cues share a
character, one to one; then each part is right exactly, or by an overlap of half (quotation marks and white space at the ends left out).
Our claims become attributions by their cue: all claims of one cue and first voice are one, its content is theirs; parts of it with
nothing but space, quotation marks and a joining word ("and") between them are one. Claims without a cue (an answer in an interview, a
bare quotation whose speaker is only understood) have no counterpart in the gold and are left out; their number is printed.
Annotators mark the whole noun phrase of a source, tools often its name alone; so sources are also scored widened to their noun phrase,
by the same parse for all tools ("wide"). `--misses` writes what we lose, by kind, with words of the texts: keep that out of the repository.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import peers
import stock
from attributed import PARTS, Article, Attribution, Found, articles_of, pairing, scores, wide
from attribution_losses import misses
from news import document_of, recipe
from sayso.records.claim import AUTHOR
from shares import figure
from spans import Part, beside
from summary import Measured, Row


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
        result.append([Attribution(source, cue, beside(content, article.text)) for (source, cue), content in found.items()])
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


def line(name: str, articles: Sequence[Article], found: Found) -> str:
    """A row of the table."""
    plain = scores([pairing(article, each) for article, each in zip(articles, found, strict=True)])
    widened = scores([pairing(article, wide(article, each)) for article, each in zip(articles, found, strict=True)])
    cells = [f"{figure(plain[key].f1)}" for key in COLUMNS] + [figure(widened[key].f1) for key in WIDE]
    matches = plain["matched"]
    return f"| {name} | {matches.found:.0f} | {matches.right:.0f} | {matches} | " + " | ".join(cells) + " |"


COLUMNS = ("cue exact", "cue overlap", "content exact", "content overlap", "no source", "source exact", "source overlap")
ONE_TABLE = (
    *((f"{part} {manner}", False) for part in PARTS for manner in ("exact", "overlap")),
    *((key, True) for key in ("source exact", "source overlap", "whole exact", "whole overlap")),
)
"""What stands in the one table, and whether sources are widened for it."""
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


def summary(articles: Sequence[Article], found: Mapping[str, Found | str]) -> tuple[Row, ...]:
    """The rows of the one table: F1 of ours, and of each peer or why there is none."""

    def f1(each: Found | str, key: str, widened: bool) -> str:
        if isinstance(each, str):
            return each
        pairs = zip(articles, each, strict=True)
        return figure(scores([pairing(article, wide(article, one) if widened else one) for article, one in pairs])[key].f1)

    lines = []
    for key, widened in ONE_TABLE:
        beside = ", ".join(f"{name} {f1(each, key, widened)}" for name, each in found.items() if name != OURS)
        what = f"PolNeAR, {len(articles)} articles, {key} F1{', sources wide' if widened else ''}"
        lines.append(Row(what, f1(found[OURS], key, widened), beside, "ahead of all"))
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
