"""Measures near-identical passages: altered copies that are found, and pairs of different news texts that are taken for copies.

    python bench/copies.py [--data ../shared/bench] [--seed 1] [--show 40]

Every sentence of ten words and more of the news texts (PolNeAR, re3d) stands as one claim of the author's. Altered copies: of 1,000
sentences, every tenth, eighth, sixth or fifth word changed for another word of the text, or the end cut off; numbers and negations are
left alone. Pairs: all that `link/copies.py` links and that are not equal, by their likeness, printed to be read by eye.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from news import news_texts
from sayso.link.copies import copy_links, passages_in
from sayso.records.claim import AUTHOR, Claim, Finding, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.link import Link

SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")
LEAST = 10
"""Words of a sentence that is looked at."""
SAMPLE = 1000

Alter = Callable[[list[str], random.Random], list[str]]


def replaced(step: int) -> Alter:
    """Every so many-th word, where it is letters and longer than three of them, becomes another word of the sentence."""

    def alter(words: list[str], chance: random.Random) -> list[str]:
        start = chance.randrange(step)
        return [
            f"{word[::-1].lower()}x" if at % step == start and len(word) > 3 and word.isalpha() else word for at, word in enumerate(words)
        ]

    return alter


def cut(share: float) -> Alter:
    """The end of the sentence is left out."""
    return lambda words, _: words[: round(len(words) * (1 - share))]


ALTERED: dict[str, Alter] = {f"every {step}th word": replaced(step) for step in (10, 8, 6, 5)}
ALTERED |= {f"last {share:.0%} cut": cut(share) for share in (0.1, 0.2)}


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text that are long enough."""
    yield from (piece.strip() for piece in SENTENCE.split(text) if len(piece.split()) >= LEAST)


def document(name: str, told: Sequence[str]) -> tuple[Document, Finding]:
    """A text of these sentences, a line each, every one a claim of its author's."""
    text, claims = "\n".join(told), []
    at = 0
    for words in told:
        span = Span(name, at, at + len(words))
        claims.append(Claim("", span, words, (Voice(AUTHOR),), "asserts", "affirms", "certain", "statement", "statement"))
        at += len(words) + 1
    return Document(name, name, text, "utf-8"), Finding(tuple(numbered(claims)))


def links_of(made: Sequence[tuple[Document, Finding]]) -> list[Link]:
    """The links between copies of these texts."""
    return copy_links([passage for one, finding in made for passage in passages_in(one, finding.claims)])


def recall(told: Sequence[str], alter: Alter, seed: int) -> tuple[int, int]:
    """How many altered copies are linked to what they were made of, of how many."""
    chance = random.Random(seed)
    altered = [" ".join(alter(words.split(), chance)) for words in told]
    first, second = document("a", told), document("b", altered)
    original = {copy.id: one.id for one, copy in zip(first[1].claims, second[1].claims, strict=True)}
    return sum(original.get(link.left) == link.right for link in links_of([first, second])), len(told)


def main() -> None:
    """Prints what is found of altered copies, and what is linked between different texts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40, help="pairs that are printed, the least alike first")
    options = parser.parse_args()
    texts = [text for part in ("polnear", "re3d") for text in news_texts(options.data, part)]
    made = [document(f"{number:05}", list(dict.fromkeys(sentences(text.document.text)))) for number, text in enumerate(texts)]
    every = list(dict.fromkeys(claim.quote for _, finding in made for claim in finding.claims))
    sample = random.Random(options.seed).sample(every, min(SAMPLE, len(every)))
    for name, alter in ALTERED.items():
        found, of = recall(sample, alter, options.seed)
        print(f"{name:<18} {found / of:.3f} of {of}")
    begun = time.perf_counter()
    links = links_of(made)
    quotes = {claim.id: claim for _, finding in made for claim in finding.claims}
    near = sorted((link for link in links if link.score != 1.0), key=lambda link: (link.score or 0.0, link.left))
    seconds = time.perf_counter() - begun
    print(f"{len(quotes)} sentences of {len(made)} texts in {seconds:.1f} s: {len(links) - len(near)} equal, {len(near)} nearly")
    for link in near[: options.show]:
        where = "two texts" if quotes[link.left].span.doc != quotes[link.right].span.doc else "one text"
        print(f"{link.score:.2f} {where}\n    {quotes[link.right].quote}\n    {quotes[link.left].quote}")


if __name__ == "__main__":
    main()
