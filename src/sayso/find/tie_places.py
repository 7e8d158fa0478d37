"""Ties told by the place that stands right behind an armed group: "the Dawn Front in Aldan", "Dawn fighters across Ruritania"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from sayso.find.tie_ends import End, Ends
from sayso.find.tie_nouns import ToldByNoun

DONE_TO = frozenset({"dobj", "nsubjpass"})
"""Where a group stands to whom something is done: the place may be that of the deed ("attacked the Front in Aldan")."""


def told_by_places(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties of armed groups to the places right behind them among the tokens."""
    standing, settled = table["standing"], table["settled"]
    for word in tokens:
        group = word.head
        if word.dep_ != "prep" or group.i != word.i - 1:
            continue
        row = settled if group.lower_ in settled["heads"] else standing
        if word.lower_ not in row["words"] or (row is standing and group.dep_ in DONE_TO):
            continue
        holder = _holder(group, ends, frozenset(standing["people"]))
        if holder is None or holder.kind not in row["kinds"]:
            continue
        for head in (part for part in word.children if part.dep_ == "pobj"):
            places = (end for end in ends.of("object", head, "place") if end.kind == "place" or end.kind == "state")
            yield from (ToldByNoun(row["predicate"], holder, place, word, None) for place in places)


def _holder(group: Token, ends: Ends, people: frozenset[str]) -> End | None:
    """The group that a noun names, or whose people it means."""
    if group.lower_ in ends.cast.words["government"]:
        return None  # who rules a country does not only operate in it
    named = [group, *(child for child in group.lefts if child.dep_ == "compound" and group.lower_ in people)]
    names = [name for token in named if (name := ends.cast.name_at(ends.passage, token)) is not None]
    return ends.end("subject", ends.cast.mention_of(ends.passage, names[0])) if names else None
