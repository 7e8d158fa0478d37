"""Ties of a person to the body that is named right behind: "Otto Brand of the Valley Institute", "Otto Brand (Valley Institute)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from sayso.find.names import Name
from sayso.find.sentences import sentence_start
from sayso.find.tie_ends import Ends
from sayso.find.tie_nouns import ToldByNoun
from sayso.lang.initials import abbreviates


def told_by_staff(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties that a preposition or a bracket behind a person's name tells (table `staff`)."""
    row = table["staff"]
    for word in tokens:
        if word.is_sent_start or not (word.text == "(" or (word.lower_ in row["words"] and word.dep_ == "prep")):
            continue
        before, former = _before(word, row, ends.scene.language.words("ties")["formers"])
        person = _ending_at(before, ends)
        body = _behind(word, ends)
        if person is None or body is None or person.kind != "person" or body.kind not in row["body"]:
            continue
        if word.text == "(" and (" " not in person.text or abbreviates(body.text, person.text)):
            continue  # its own acronym, behind a group's name that is taken for a person's
        one, other = (ends.end(side, ends.cast.mention_of(ends.passage, name)) for side, name in (("subject", person), ("object", body)))
        if one.key != other.key:
            yield ToldByNoun(row["former"] if former else row["predicate"], one, other, word, None)


def _before(word: Token, row: Mapping[str, Any], formers: frozenset[str]) -> tuple[Token, bool]:
    """The word that ends the person's name, also before a comma and "formerly" or "now"; and whether he is told to be of it no more."""
    before = word.nbor(-1)
    former = before.lower_ in formers and before.i > sentence_start(word)
    if former or (before.lower_ in row["still"] and before.i > sentence_start(word)):
        before = before.nbor(-1)
    if before.text == "," and word.lower_ in row["apart"] and before.i > sentence_start(word):
        return before.nbor(-1), former
    return before, former


def _ending_at(token: Token, ends: Ends) -> Name | None:
    name = ends.cast.name_at(ends.passage, token)
    return name if name is not None and name.end == ends.passage.end(token) else None


def _behind(word: Token, ends: Ends) -> Name | None:
    """The name that follows, behind an article; in brackets one that fills them."""
    if word.is_sent_end:
        return None
    first = word.nbor(1)
    if first.pos_ == "DET" and not first.is_sent_end:
        first = first.nbor(1)
    name = ends.cast.name_at(ends.passage, first)
    if name is None or name.start != ends.passage.start(first):
        return None
    filled = ends.passage.text[name.end : name.end + 1] in (")", ",", ";")
    return name if word.text != "(" or filled else None
