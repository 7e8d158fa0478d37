"""Which words of a clause are said: without who says them, cut to their quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.passages import Passage
from sayso.find.utterance import Utterance
from sayso.records.document import Span

QUOTE_END = re.compile("[,.!?…]+(?=[\"”»]|'')[\"”»']+")
"""The mark that ends quoted words with the quotation mark behind it: both are part of what is said."""
QUOTE_STARTS = frozenset("\"“«„`'")
QUOTE_ENDS = frozenset("\"”»'")


def content_of(said: Utterance, passage: Passage) -> tuple[Span, ...]:
    """The words said, in parts where who says it stands between; without the cue's own ("claimed responsibility for")."""
    if said.cue is None and said.mark is None:
        return ()
    own = {word.i for word in (said.cue.token, *said.cue.words)} if said.cue and said.cue.words else set()
    deed = next((word for word in said.tokens if word.lower_ in grammar_of(word).purpose and word.head.i in own), None)
    told = [word for word in said.tokens if word.i not in own and (deed is None or word.i > deed.i)]
    parts = (_part(run, said.span, passage) for run in _runs(told or said.tokens))
    return tuple(part for part in parts if part is not None)


def _part(words: Sequence[Token], clause: Span, passage: Passage) -> Span | None:
    """A run of words that are said, cut to the clause: with the marks of its quotation, without a mere sentence's full stop."""
    span = passage.span(words)
    if span is None or not any(word.is_alpha for word in words):
        return None
    text, mark = passage.text, QUOTE_END.match(passage.text, span.end)
    if mark or text[span.end - 1] in QUOTE_ENDS:
        opened = span.start > clause.start and text[span.start - 1] in QUOTE_STARTS
        span = replace(span, start=span.start - opened, end=mark.end() if mark else span.end)
    elif text[span.end - 1] == "." and clause.start < span.start:
        span = replace(span, end=span.end - 1)
    span = replace(span, start=max(span.start, clause.start), end=min(span.end, clause.end))
    return span if span.start < span.end else None


def _runs(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The words cut where another word stands between two of them."""
    run: list[Token] = []
    for word in sorted(words, key=lambda word: word.i):
        if run and any(not (token.is_punct or token.is_space) for token in word.doc[run[-1].i + 1 : word.i]):
            yield run
            run = []
        run.append(word)
    yield run
