"""The stock spaCy pipeline as a peer: what ten lines over its dependency parse find, without any of Sayso's rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from spans import Part, joined

SAY = frozenset(
    {"say", "tell", "add", "announce", "claim", "deny", "report", "state", "warn", "argue", "believe", "think", "write", "note", "suggest"}
    | {"insist", "admit", "acknowledge", "predict", "explain", "declare", "confirm", "reply", "ask", "promise"}
)
"""Common verbs of saying and thinking, as anybody would write them down."""


def attributions(parse: Doc) -> Iterator[tuple[Part, Part, Part]]:
    """Source, cue and content: a verb of saying with a subject and a clause, and "according to" with its object."""
    for token in parse:
        if token.lemma_ in SAY and token.pos_ == "VERB":
            subject = _child(token, "nsubj")
            clause = _child(token, "ccomp")
            if subject is not None and clause is not None:
                yield part(subject.subtree), part([token]), part(clause.subtree)
        elif token.lower_ == "according" and (to := _child(token, "prep")) is not None and (source := _child(to, "pobj")) is not None:
            inside = {other.i for other in token.subtree}
            yield part(source.subtree), part([token, to]), part(other for other in token.head.subtree if other.i not in inside)


def _child(token: Token, dep: str) -> Token | None:
    return next((child for child in token.children if child.dep_ == dep), None)


def part(tokens: Iterable[Token]) -> Part:
    """Tokens as the ranges of text that they cover, side by side made one."""
    ranges: list[tuple[int, int]] = []
    last = -2
    for token in sorted(tokens, key=lambda one: one.i):
        end = token.idx + len(token)
        if token.i == last + 1:
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((token.idx, end))
        last = token.i
    return joined(ranges)


def widened(source: Part, cue: Part, parse: Doc) -> Part:
    """A source widened to the whole noun phrase that it heads, as annotators mark it; left alone where that would hold the cue."""
    if not source:
        return source
    span = parse.char_span(source[0][0], source[-1][1], alignment_mode="expand")
    if span is None:
        return source
    phrase = [token for token in span.root.subtree if token.sent == span.root.sent]
    start, end = phrase[0].idx, phrase[-1].idx + len(phrase[-1])
    return source if any(start < b and a < end for a, b in cue) else ((min(start, source[0][0]), max(end, source[-1][1])),)
