"""Ties told by one word before what is joined to another: "the army and allied militias", "the Dawn Front and the rival Hill Army"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from sayso.find.tie_ends import Ends
from sayso.find.tie_nouns import ToldByNoun


def told_by_beside(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties that words of the table `beside` tell of those whom "and" joins."""
    words: Mapping[str, str] = table["beside"]
    for word in tokens:
        other = word.head
        if word.lower_ not in words or word.dep_ not in ("amod", "compound") or other.dep_ != "conj":
            continue
        first = [end for end in ends.phrase("object", other.head) if end.kind != "person"]
        second = [end for end in ends.phrase("subject", other) if end.kind != "person"]
        yield from (ToldByNoun(words[word.lower_], one, body, word, None) for body in first for one in second)
