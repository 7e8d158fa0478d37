"""Ties told by what somebody or something is called: "which people still call by its old name, Dol", "is now known as the Dawn"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, grammar_of
from sayso.find.sentences import sentence_of, sentence_start
from sayso.find.tie_doers import agents, passive, subjects
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_nouns import ToldByNoun
from sayso.find.tie_together import described_by
from sayso.lang.language import Language

COMPLEMENT = frozenset({"oprd", "dobj", "attr", "appos"})
"""How a name hangs on the verb that gives it, or on the noun "name"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the table `named`: verbs that give a name, those that give it behind "as", those of taking one, nouns for names, and
    what tells an old and a new one; selves are nouns behind a body's name that mean it as a whole; people are nouns for somebody's people,
    leading verbs of leading, body the pronouns of bodies, leaving verbs behind which "as" tells what those are called who leave."""

    verbs: frozenset[str]
    known: frozenset[str]
    taking: frozenset[str]
    nouns: frozenset[str]
    old: frozenset[str]
    new: frozenset[str]
    renaming: frozenset[str]
    people: frozenset[str]
    own: frozenset[str]
    leading: frozenset[str]
    body: frozenset[str]
    selves: frozenset[str]
    leaving: frozenset[str]
    itself: frozenset[str]


@cache
def _words(language: Language) -> Words:
    table = language.rules("ties")
    keys = ("verbs", "known", "taking", "nouns", "old", "new", "renaming", "people", "own", "leading", "body", "selves", "leaving")
    return Words(**{key: frozenset(table["named"][key]) for key in keys}, itself=frozenset(table["reflexive"]))


def told_by_calling(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties between what is called so and the name that it is given."""
    words, copula = _words(ends.scene.language), ends.scene.language.grammar.copula
    naming = words.verbs | words.known | words.taking | words.leaving
    for verb in tokens:
        lemma = verb.lemma_
        if lemma in copula:
            yield from _own_name(verb, words, ends)
        if lemma not in naming or verb.pos_ != "VERB":
            continue
        whom = [*_whom(verb, words)]
        for name in _names(verb, words, ends):
            yield from _told(verb, whom, name, words, ends)


def _told(verb: Token, whom: Sequence[Token], name: Token, words: Words, ends: Ends) -> Iterator[ToldByNoun]:
    given = ends.cast.name_at(ends.passage, name)
    if given is None or given.kind == "state" or ends.cast.place_at(ends.passage, name):
        return
    other = ends.end("object", ends.cast.mention_of(ends.passage, given))
    told = {token.lower_ for token in verb.subtree if abs(token.i - verb.i) <= NEAR and token.dep_ not in ("mark", "dobj")}
    if any(child.dep_ == "mark" and child.lower_ in words.new for child in verb.children):
        told |= words.old  # "since it was called the Dawn"
    new = bool(told & words.new) or verb.lemma_ in words.renaming
    for head in whom:
        people = _people(head, words)
        owner = _owner(people, ends) if people is not None else None
        if owner is not None:
            yield ToldByNoun("leads", owner, other, verb, None)
        if verb.lemma_ in words.leaving or (owner is not None and people is head):
            continue
        yield from _led(head, other, words, ends)
        if given.kind != "person" and (whole := _whole(head, words, ends)) is not None and whole.key != other.key:
            yield ToldByNoun("part_of", other, whole, verb, None)
            continue
        for end in _bearers(head, words, ends):
            if end.kind == "person" and words.body & {child.lower_ for child in verb.children}:
                continue  # "a faction led by Otto Brand that calls itself the Dawn"
            if end.key == other.key or end.kind in ("state", "place") or (end.kind == "person") != (given.kind == "person"):
                continue
            if told & words.old and not new:
                yield ToldByNoun("renamed_from", end, other, verb, verb)
            elif new:
                yield ToldByNoun("renamed_from", other, end, verb, None)
            else:
                yield ToldByNoun("alias_of", end, other, verb, verb)


def _whole(head: Token, words: Words, ends: Ends) -> End | None:
    """The body before a noun for its people or an office of it that bear a name of their own: "the League mission known as"."""
    if head.lower_ in words.selves or ends.cast.name_at(ends.passage, head) is not None:
        return None
    owners = (child for child in head.lefts if child.dep_ in ("compound", "nmod", "amod", "poss"))
    named = (ends.cast.mention_of(ends.passage, name) for one in owners if (name := ends.cast.name_at(ends.passage, one)) is not None)
    return next((ends.end("object", mention) for mention in named if mention.kind in ("armed_group", "international_org")), None)


NEAR = 8
"""How many words beside the verb may tell that the name is an old or a new one."""


def _own_name(verb: Token, words: Words, ends: Ends) -> Iterator[ToldByNoun]:
    """The ties of "his real name is Otto Brand"; of somebody whom nothing else names, to what he calls himself in the same sentence."""
    noun = next((child for child in verb.children if child.dep_ == "nsubj" and child.lower_ in words.nouns), None)
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None) if noun is not None else None
    name = next((child for child in verb.children if child.dep_ == "attr"), None)
    given = ends.cast.name_at(ends.passage, name) if name is not None and owner is not None else None
    if noun is None or owner is None or given is None or not any(child.lower_ in words.own for child in noun.lefts):
        return
    other = ends.end("object", ends.cast.mention_of(ends.passage, given))
    called = (one for token in sentence_of(verb) if token.i < verb.i and token.lemma_ in words.verbs for one in _names(token, words, ends))
    names = [mark for one in called if (mark := ends.cast.name_at(ends.passage, one)) is not None]
    bearers = [ends.end("subject", ends.cast.mention_of(ends.passage, mark)) for mark in names] or _bearers(owner, words, ends)
    yield from (ToldByNoun("alias_of", end, other, verb, verb) for end in bearers if end.key != other.key and end.kind == given.kind)


def _led(head: Token, named: End, words: Words, ends: Ends) -> Iterator[ToldByNoun]:
    """The ties to who leads what only its name tells: "a faction led by Otto Brand calls itself the Dawn"."""
    if head.tag_ != "NN" or not any(child.dep_ == "det" and child.lower_ not in grammar_of(head).definite for child in head.lefts):
        return
    for verb in (child for child in head.children if child.dep_ in ("acl", "relcl") and child.lemma_ in words.leading):
        for one in agents(verb):
            leaders = (end for end in ends.of("subject", one) if end.kind == "person")
            yield from (ToldByNoun("leads", end, named, verb, None) for end in leaders)


def _bearers(head: Token, words: Words, ends: Ends) -> list[End]:
    """Who is called so; of "it" and "them", which as objects tie nobody elsewhere, whom they point back to."""
    if head.pos_ == "PRON" and head.dep_ == "dobj":
        mention = ends.cast.actor_at(ends.passage, head) if ends.cast.is_clear(ends.passage, head) else None
        return [ends.end("subject", mention)] if mention is not None else []
    return ends.of("subject", head) or _explained(head, ends) or _called_so(head, words, ends)


def _explained(head: Token, ends: Ends) -> list[End]:
    """Whom a noun explains that stands right behind the comma behind a name: "the Dawn Front (DF), the movement which"."""
    first = head.left_edge
    comma = first.nbor(-1) if first.i > sentence_start(first) + 1 else None
    before = comma.nbor(-1) if comma is not None and comma.text == "," else None
    before = before.nbor(-1) if before is not None and before.text == ")" and before.i > sentence_start(first) else before
    name = ends.cast.name_at(ends.passage, before) if before is not None else None
    return [ends.end("subject", ends.cast.mention_of(ends.passage, name))] if name is not None else []


def _called_so(head: Token, words: Words, ends: Ends) -> list[End]:
    """The bearer of the name by which a noun is called before: "the alliance called Dol Hur, which renamed itself"."""
    noun = head.head.head if head.dep_ in NOUN_SUBJECTS and head.head.dep_ == "relcl" else head
    names = (one for verb in noun.children if verb.dep_ == "acl" and verb.lemma_ in words.verbs for one in _names(verb, words, ends))
    told = [name for one in names if one.i < head.i and (name := ends.cast.name_at(ends.passage, one)) is not None]
    return [ends.end("subject", ends.cast.mention_of(ends.passage, name)) for name in told[:1]]


def _people(head: Token, words: Words) -> Token | None:
    """The noun for somebody's people that is called so, or of which "it" goes on: "Brand's faction said that it would be known as"."""
    head = described_by(head)
    said = head.head.head if head.pos_ == "PRON" and head.head.dep_ == "ccomp" else head
    heads = (head, *(child for child in said.children if child.dep_ in NOUN_SUBJECTS)) if said is not head else (head,)
    return next((one for one in heads if one.lower_ in words.people), None)


def _owner(head: Token, ends: Ends) -> End | None:
    """The person whose people a noun means: "his men", "the faction of Otto Brand"."""
    of = (child for child in head.rights if child.dep_ == "prep" and child.lower_ in grammar_of(head).belonging)
    behind = [part for child in of for part in child.children if part.dep_ == "pobj"]
    owner = next((child for child in (*head.lefts, *behind) if child.dep_ in ("poss", "pobj")), None)
    mention = ends.cast.actor_at(ends.passage, owner) if owner is not None else None
    return ends.end("subject", mention) if mention is not None and mention.kind == "person" else None


def _whom(verb: Token, words: Words) -> Iterator[Token]:
    """The heads of what is called so."""
    relative = next((child for child in verb.children if child.dep_ == "dobj" and child.tag_ in ("WDT", "WP", "WP$")), None)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i]
    if relative is not None and verb.dep_ == "relcl":
        yield verb.head
    elif passive(verb) or verb.lemma_ in words.taking | words.leaving or any(one.lower_ in words.itself for one in objects):
        helped = (child for aux in verb.children if aux.dep_ == "aux" for child in aux.children if child.dep_ in NOUN_SUBJECTS)
        yield from [*subjects(verb)] or helped  # "will from now on be called", of which the parse hangs the subject on "will"
    elif _as_called(verb) is not None:
        yield from (child for child in verb.children if child.dep_ in COMPLEMENT)
    else:
        yield from objects[:1]


def _as_called(verb: Token) -> Token | None:
    """The name before "as he still calls the group"."""
    like = next((child for child in verb.children if child.dep_ == "mark" and child.lower_ in grammar_of(verb).role), None)
    return like.nbor(-2) if like is not None and like.i >= sentence_start(verb) + 2 and like.nbor(-1).text in (",", "(") else None


def _names(verb: Token, words: Words, ends: Ends) -> Iterator[Token]:
    """The heads of the names that a verb gives."""
    if (before := _as_called(verb)) is not None:
        yield before
        return
    if verb.lemma_ in words.verbs:
        given = [child for child in verb.children if child.dep_ == "oprd"]
        objects = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.i > verb.i]
        yield from (one for one in (*given, *objects[1:]) if not _some(one))
    if verb.lemma_ in words.known | words.leaving:
        holders = [verb, *([verb.head] if verb.dep_ == "acl" else [])]  # "the group known until May as Dol": the parse hangs "as" on either
        holders += [child for child in verb.children if child.dep_ in ("advmod", "prt") and verb.lemma_ in words.leaving]
        roles = (
            child
            for one in holders
            for child in one.children
            if child.i > verb.i and child.dep_ == "prep" and child.lower_ in grammar_of(verb).role
        )
        yield from (part for role in roles for part in role.children if part.dep_ == "pobj" and not _some(part))
    nouns = [child for child in verb.children if child.dep_ == "dobj" and child.lower_ in words.nouns]
    nouns += [part for child in verb.children if child.dep_ == "prep" for part in child.children if part.lower_ in words.nouns]
    for noun in nouns:
        yield from (child for child in noun.children if child.dep_ in COMPLEMENT)
        of = (child for child in noun.children if child.lower_ in grammar_of(verb).belonging)
        yield from (part for one in of for part in one.children if part.dep_ == "pobj")
        if noun.dep_ == "dobj":
            yield from (child for child in verb.children if child.dep_ in COMPLEMENT and child.i > noun.i)


def _some(head: Token) -> bool:
    """Whether a name stands behind "a": it tells of what kind something is."""
    return any(child.dep_ == "det" and child.lower_ not in grammar_of(head).definite for child in head.lefts)
