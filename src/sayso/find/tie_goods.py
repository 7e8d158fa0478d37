"""Ties told by where goods come from: "a third of Ruritania's gas comes from Borduria", also where the buyer is named a sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, grammar_of
from sayso.find.sentences import sentence_of, sentence_start
from sayso.find.tie_doers import agents
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_nouns import ToldByNoun
from sayso.lang.language import Language
from sayso.records.document import Span

TRADERS = frozenset({"state", "company", "armed_group", "government_body"})
BEFORE = 2
"""How many sentences back it may be told who gets the goods."""


@dataclass(frozen=True, slots=True)
class Trade:
    """The words of the table `goods`: what is traded with the tie that it tells, verbs of getting it, verbs with which it comes, and the
    words before its origin and before who uses it."""

    goods: Mapping[str, str]
    getting: frozenset[str]
    coming: frozenset[str]
    origin: frozenset[str]
    holding: frozenset[str]


@cache
def _trade(language: Language) -> Trade:
    row = language.rules("ties")["goods"]
    goods = {good: predicate for predicate, several in row["goods"].items() for good in several}
    return Trade(goods, *(frozenset(row[key]) for key in ("getting", "coming", "origin", "holding")))


def told_by_goods(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties of those from whom goods come to those who get them."""
    trade = _trade(ends.scene.language)
    for verb in tokens:
        if not (verb.lemma_ in trade.getting or verb.lemma_ in trade.coming) or verb.pos_ != "VERB":
            continue
        good = _good(verb, trade)
        if good is None or not (buyers := _buyers(verb, good, ends, trade)):
            continue
        for seller in _sellers(verb, ends, trade):
            yield from (ToldByNoun(trade.goods[good.lemma_.lower()], seller, buyer, good, verb) for buyer in buyers)


def _good(verb: Token, trade: Trade) -> Token | None:
    """The goods that a verb tells of: what comes, or what is got."""
    roles = NOUN_SUBJECTS if verb.lemma_ in trade.coming else frozenset({"dobj"})
    heads = [child for child in verb.children if child.dep_ in roles]
    heads += [
        part
        for head in heads
        for of in head.children
        if of.lower_ in grammar_of(verb).belonging
        for part in of.children
        if part.dep_ == "pobj"
    ]
    return next((head for head in heads if head.lemma_.lower() in trade.goods), None)


def _buyers(verb: Token, good: Token, ends: Ends, trade: Trade) -> list[End]:
    """Who gets the goods: whose they are, who is in the country that they are in, or who was said before to get such goods."""
    if verb.lemma_ in trade.getting:
        return [end for head in agents(verb) for end in ends.of("object", head) if end.kind in TRADERS]
    heads = [child for child in good.lefts if child.dep_ == "poss"]
    heads += [part for child in good.children if child.lower_ in trade.holding for part in child.children if part.dep_ == "pobj"]
    if found := [end for head in heads for end in ends.of("object", head) if end.kind in TRADERS]:
        return found
    pointing = next((child for child in good.lefts if child.dep_ == "det" and child.lower_ in grammar_of(good).pointing_back), None)
    return _buyers_before(pointing, good, ends, trade) if pointing is not None and not heads else []


def _buyers_before(pointing: Token, good: Token, ends: Ends, trade: Trade) -> list[End]:
    """Who was told a sentence or two before to get the goods that are pointed back at; the words that point stand for him."""
    passage, start = ends.passage, sentence_start(pointing)
    words = Span(passage.sha, passage.start(pointing), passage.end(good))
    for _ in range(BEFORE):
        sentence = sentence_of(good.doc[start - 1]) if start else ()
        for verb in sentence:
            if verb.lemma_ in trade.getting and (same := _good(verb, trade)) is not None and same.lemma_ == good.lemma_:
                return [ends.pointing_at(end, words) for end in _buyers(verb, same, ends, trade)]
        start = sentence.start if sentence else 0
    return []


def _sellers(verb: Token, ends: Ends, trade: Trade) -> Iterator[End]:
    """From whom the goods come, with those whose shares stand in brackets behind: "from Borduria (a tenth from Syldavia)"."""
    origins = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in trade.origin]
    origins += [child for head in verb.children if head.dep_ == "dobj" for child in head.subtree if child.lower_ in trade.origin]
    for word in origins:
        inside = [part for part in word.subtree if part.lower_ in trade.origin and part.dep_ == "prep"]
        for one in dict.fromkeys((word, *inside)):
            for head in one.children:
                if head.dep_ == "pobj":
                    yield from (end for end in ends.of("subject", head) if end.kind in TRADERS)
