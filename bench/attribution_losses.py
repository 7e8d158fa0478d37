"""What our attributions lose, by kind: cues missed and cues too many, sources and contents that are wrong or not exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attributed import PARTS, Article, Attribution, Found, pairing, right, wide
from spans import Part, characters

MOST_SHOWN = 120
"""Lemmas of each kind that `--misses` gives examples for."""
EDGE = 2
"""Words at an end of a part that are shown as they are; more are counted, and so are names."""


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
