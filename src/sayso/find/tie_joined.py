"""Ties told by words joined by a hyphen: "Ruritania-backed militia", "pro-Ruritanian party", "U.S.-led coalition"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Token

from sayso.find.sentences import sentence_end, sentence_start
from sayso.find.tie_ends import End, Ends, Wants
from sayso.find.tie_nouns import ToldByNoun

HYPHENS = frozenset({"-", "‑", "–"})
LEADS = "leads"
"""Who leads a body is part of what that is called ("the Ruritania-led coalition"): each place that calls it so tells it no more."""
REACH = 8
"""How many words behind a joined word the noun that it describes is sought."""


def told_by_joined(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties of whom a joined word names to whom, or to which place, the noun behind it means."""
    for token in tokens:
        if token.text not in HYPHENS or token.i - 1 < sentence_start(token) or token.is_sent_end:
            continue
        if (found := _joined(token, ends, table)) is not None:
            row, last, inner = found
            wants: Wants = "place" if row.get("ends") == "place" else "actor"
            for end in _described(last, inner, wants, ends):
                if row["predicate"] != LEADS:
                    end = _behind(end, last, ends)
                named = row["subject"] != "phrase"
                subject, target = (inner, end) if named else (end, inner)
                yield ToldByNoun(row["predicate"], subject, target, token.nbor(1 if named else -1), None)


def _joined(hyphen: Token, ends: Ends, table: Mapping[str, Any]) -> tuple[Mapping[str, Any], Token, End] | None:
    """The line of the table for a joined word, its last part, and whom or which place its other part names."""
    behind: Mapping[str, Mapping[str, Any]] = table["joined_behind"]
    left, right = hyphen.nbor(-1), hyphen.nbor(1)
    row, front = behind.get(right.lower_), table["joined_in_front"].get(left.lower_)
    if row is not None and (mention := ends.named(left) or (None if row.get("place") else ends.capital(left))):
        return row, right, ends.end("object", mention)
    if row is not None and row["subject"] == "name" and (who := table["held_by"].get(left.lower_)):
        return row, right, ends.end("object", ends.told.holding(left, who))
    if row is not None and row.get("place") and (places := ends.of("object", left, "place")):
        return row, right, places[0]
    if front is not None:
        mention = ends.named(right)
        whom = ends.end("object", mention) if mention is not None else ends.told_of(right)  # "a pro-government militia"
        return ({"predicate": front, "subject": "phrase"}, right, whom) if whom is not None else None
    return None


def _described(last: Token, body: End, wants: Wants, ends: Ends) -> list[End]:
    """Whom, or which place, the phrase behind a joined word means: by its head, else by the first name that follows in it."""
    for token in last.doc[last.i + 1 : min(last.i + 1 + REACH, sentence_end(last))]:
        if token.dep_ in ("compound", "amod", "nmod") or (token.is_punct and token.text in "-\"'“”"):
            continue
        if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            return []
        found = [end for end in ends.phrase("subject", token, wants) if end.key != body.key]
        if found or token.pos_ == "PROPN":
            return found
    return []


def _behind(end: End, last: Token, ends: Ends) -> End:
    """The end by its words behind the joined word that its phrase begins with: "coalition" of "Ruritania-backed coalition"."""
    span, start = end.slot.span, ends.passage.end(last) + 1
    return ends.pointing_at(end, replace(span, start=start)) if span.start < start < span.end else end
