"""Ties told by possession alone: a body named as another's ("the Dawn's Hill Brigades", "Otto Brand's Valley Army")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.name_unseen import ACRONYM
from sayso.find.names import Name
from sayso.find.sentences import sentence_end
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_nouns import ToldByNoun
from sayso.records.document import Span

MARKS = frozenset({"'", "’"})
PRONOUNS = frozenset({"PRP$", "WP$"})
GAP = 4
"""How many words may lie between an owner and the name of what is his: an acronym in brackets, "elite", "so-called"."""


def told_by_owners(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties of owners to what bears a name of its own, by the kinds of both (table `owners`)."""
    for mark in tokens:
        if mark.tag_ in PRONOUNS:
            both = _pointed(mark, ends)
        elif mark.dep_ == "case" and not mark.is_sent_start and (mark.text in MARKS or mark.text in grammar_of(mark).possessive):
            both = _within(mark, ends) or _beside(mark, ends)
        else:
            continue
        if both is None:
            continue
        whose, thing = both
        rows = table["owners"]
        if mark.tag_ in PRONOUNS:
            rows = [{**row, "short": False} for row in rows]  # "his VLF guards" are not his
        row = _row(whose, thing, rows, ends)
        if row is not None and whose.key != thing.key:
            subject, target = (whose, thing) if row.get("flip") else (thing, whose)
            yield ToldByNoun(row["predicate"], subject, target, mark, None)


def _row(whose: End, thing: End, rows: Sequence[Mapping[str, Any]], ends: Ends) -> Mapping[str, Any] | None:
    """The line of the table that fits the kinds of both, and the noun at the end of the thing's name or right behind it, or an acronym."""
    tokens = ends.passage.tokens(thing.slot.span.start, thing.slot.span.end)
    last = tokens[-1] if tokens else None
    nouns = {token.lower_ for token in (last, last if last.is_sent_end else last.nbor(1))} if last is not None else set()
    fitting = (row for row in rows if whose.kind in row["owner"] and thing.kind in row["thing"])
    short = last is not None and bool(ACRONYM.fullmatch(last.text))  # "Otto Brand's VLF"
    return next((row for row in fitting if "named" not in row or (short and row.get("short")) or not nouns.isdisjoint(row["named"])), None)


def _beside(mark: Token, ends: Ends) -> tuple[End, End] | None:
    """The owner before a possessive and what bears a name of its own behind it."""
    owner, name = ends.named(mark.nbor(-1)), _owned(mark, ends)
    if owner is None or name is None:
        return None
    return ends.end("subject", owner), ends.end("object", ends.cast.mention_of(ends.passage, name))


def _pointed(mark: Token, ends: Ends) -> tuple[End, End] | None:
    """Whom a possessive pronoun means, and what bears a name of its own right behind it: "its Hill Brigades", "whose Valley Army"."""
    name = _owned(mark, ends)
    owners = ends.of("subject", mark) if name is not None else []
    return (owners[0], ends.end("object", ends.cast.mention_of(ends.passage, name))) if name is not None and owners else None


def _within(mark: Token, ends: Ends) -> tuple[End, End] | None:
    """The state and its body, where the possessive is one of the body's name: "Ruritania's Interior Ministry"."""
    name, state = ends.cast.name_at(ends.passage, mark), ends.state(mark.nbor(-1))
    if name is None or state is None or ends.passage.end(mark) >= name.end:
        return None
    words = Span(ends.passage.sha, ends.passage.start(mark.nbor(1)), name.end)
    return ends.end("subject", state), ends.pointing_at(ends.end("object", ends.cast.mention_of(ends.passage, name)), words)


def told_by_followers(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties of persons to the bodies that are told to be theirs by "of": "the Valley Army of General Otto Brand" (table `owners`)."""
    for of in tokens:
        if of.lower_ not in grammar_of(of).belonging or of.dep_ != "prep":
            continue
        name = ends.cast.name_at(ends.passage, of.head) or _named_before(of.head, ends)
        owners = (owner for owner in of.children if owner.dep_ == "pobj")
        names = [other for owner in owners if (other := ends.cast.name_at(ends.passage, owner)) is not None and other != name]
        if name is None or not names:
            continue
        thing, whose = (
            ends.end("object", ends.cast.mention_of(ends.passage, name)),
            ends.end("subject", ends.cast.mention_of(ends.passage, names[0])),
        )
        row = _row(whose, thing, [row for row in table["owners"] if row.get("of")], ends)
        if row is not None and whose.key != thing.key:
            yield ToldByNoun(row["predicate"], whose, thing, of, None)


def _named_before(noun: Token, ends: Ends) -> Name | None:
    """The name right before a noun with which it still stands for its bearer: "the Hill battalion"."""
    before = noun.nbor(-1) if noun.lower_ in ends.outlets and not noun.is_sent_start else None
    name = ends.cast.name_at(ends.passage, before) if before is not None else None
    return name if name is not None and before is not None and name.end == ends.passage.end(before) else None


def _owned(mark: Token, ends: Ends) -> Name | None:
    """The name that follows a possessive, where no noun of its own stands between."""
    inside = 0
    for token in mark.doc[mark.i + 1 : min(sentence_end(mark), mark.i + 1 + GAP)]:
        inside += {"(": 1, ")": -1}.get(token.text, 0)
        if inside > 0 or token.text == ")":
            continue
        name = ends.cast.name_at(ends.passage, token)
        if name is not None:
            last = ends.passage.tokens(name.start, name.end)[-1]
            follow = None if last.is_sent_end else last.nbor(1)
            alone = follow is None or follow.pos_ != "NOUN" or last.head.i <= last.i or follow.lower_ in ends.outlets
            return name if alone and ends.passage.start(token) == name.start else None
        if token.pos_ != "ADJ":
            return None
    return None
