"""Where the sentence of a word begins and ends: looked up once for a parse, as spaCy searches for it each time that it is asked."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

BOUNDS = "sentences"
"""Under this name a parse carries, for each of its tokens, the first of its sentence and the one behind its last."""
Bounds = tuple[list[int], list[int]]


def _bounds(parse: Doc) -> Bounds:
    bounds = cast("Bounds | None", parse.user_data.get(BOUNDS))
    if bounds is None:
        bounds = ([], [])
        for sentence in parse.sents:
            bounds[0].extend([sentence.start] * len(sentence))
            bounds[1].extend([sentence.end] * len(sentence))
        parse.user_data[BOUNDS] = bounds
    return bounds


def sentence_start(token: Token) -> int:
    """The index of the first token of a token's sentence."""
    return _bounds(token.doc)[0][token.i]


def sentence_end(token: Token) -> int:
    """The index behind the last token of a token's sentence."""
    return _bounds(token.doc)[1][token.i]


def sentence_of(token: Token) -> Tokens:
    """The sentence that a token stands in."""
    starts, ends = _bounds(token.doc)
    return token.doc[starts[token.i] : ends[token.i]]


def same_sentence(token: Token, other: Token) -> bool:
    """Whether two tokens of one parse stand in one sentence."""
    starts, _ = _bounds(token.doc)
    return starts[token.i] == starts[other.i]
