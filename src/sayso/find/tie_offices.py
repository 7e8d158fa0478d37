"""Whose an office is that says nothing of it beside it: the state that the document tells elsewhere, or comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, grammar_of
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_noun_rules import Role
from sayso.records.document import Span

OFFICE = "holds_office"
TITLED = (OFFICE, "represents")
"""Ties that an office tells; one that stands before a name as a title is an office, though nothing tells whose."""
NEAR = 40
"""Code points around an earlier place of a name in which an office told there is looked for."""


def held_for(role: Role, body: End, ends: Ends) -> End:
    """Whom a role really serves: who speaks for a president or minister speaks for his state."""
    if role.rule.predicate != "represents" or body.kind != "person":
        return body
    home = ends.cast.homes.get(body.slot.actor or "")
    return End(replace(body.slot, actor=home.name), "state", home.pack or home.name) if home else body


def home_of(role: Role, holders: Sequence[End], ends: Ends) -> list[End]:
    """The state of a title without one, where the document or a pack tells it elsewhere: "President Otto Brand"."""
    alone = len(holders) == 1 and holders[0].kind == "person" and role.rule.place == "either" and not role.before
    if not alone or role.last.is_sent_end or not ends.named(role.last.nbor(1)) or _is_told_before(role, holders[0], ends):
        return []
    state = ends.cast.office_of(ends.passage, holders[0].slot.actor or "", _words(role, ends))
    return [ends.end("object", state)] if state else []


def home_of_report(role: Role, holders: Sequence[End], told: Sequence[Token], ends: Ends) -> list[End]:
    """The state that a report comes from, for an office that only a state has, of which it says no more: "the defence minister, Otto
    Brand", "the nation's attorney general". `told` are the heads of what it is said to be of or for."""
    lands, rule = ends.scene.language.words("ties")["lands"], role.rule
    noun = " ".join(token.lower_ for token in role.last.doc[role.first.i : role.last.i + 1])
    if noun not in rule.national or len(holders) != 1 or holders[0].kind != "person" or _is_told_before(role, holders[0], ends):
        return []
    own = holders[0].slot.span
    beside = [token for token in (*role.before, *told) if not own.start <= ends.passage.start(token) < own.end]
    whose = [token for token in beside if token.lower_ not in lands and token.dep_ != "case"]
    if whose and not (rule.portfolio and all(_is_matter(token, ends) for token in whose)):
        return []
    state = ends.cast.office_of(ends.passage, holders[0].slot.actor or "", _words(role, ends), ends.scene.home)
    return [ends.end("object", state)] if state else []


def title_of(role: Role, holders: Sequence[End], ends: Ends) -> list[End]:
    """The office by its own words, where nothing tells whose it is: "Foreign Secretary" of "Foreign Secretary Otto Brand"."""
    titled = role.rule.predicate in TITLED and role.rule.compound
    if not titled or len(holders) != 1 or holders[0].kind != "person" or _is_told_before(role, holders[0], ends):
        return []
    first, last = _first_of_title(role, ends), _last_of_title(role)
    before_name = not role.last.is_sent_end and ends.named(role.last.nbor(1)) is not None
    if (first == last and (role.rule.portfolio or not before_name)) or (not before_name and role.rule.predicate != OFFICE):
        return []  # "Minister Otto Brand", who may be any; "the governor", of a land without a name
    before, words = None if first.is_sent_start else first.nbor(-1), grammar_of(first)
    if before is not None and (before.text == "-" or before.lower_ in words.articles - words.definite):
        return []  # "the then-president", "a President Brand", who may become one
    title = Span(ends.passage.sha, ends.passage.start(first), ends.passage.end(last))
    known = any(ends.named(token) for token in ends.passage.tokens(title.start, title.end))
    return [] if title.shared(holders[0].slot.span) or known else [ends.text("object", title)]


def former_office(role: Role, holders: Sequence[End], formers: frozenset[str], ends: Ends) -> list[End]:
    """An office that is no longer held, by all its words: "former U.S. Secretary of State" tells of no state whose voice he is now."""
    past = next((token for token in role.before if token.lower_ in formers), None)
    if past is None or role.rule.predicate not in TITLED or len(holders) != 1 or holders[0].kind != "person":
        return []
    title = Span(ends.passage.sha, ends.passage.start(past), ends.passage.end(_last_of_title(role)))
    return [] if title.shared(holders[0].slot.span) else [ends.text("object", title)]


def _first_of_title(role: Role, ends: Ends) -> Token:
    """The first word of an office, with what it is for and how high: "Deputy" of "Deputy Interior Minister"."""
    first = role.first
    for token in role.before:
        if token.dep_ not in ("compound", "amod", "nmod") or token.pos_ not in ("NOUN", "PROPN", "ADJ") or ends.named(token):
            break
        first = token
    return first


def _last_of_title(role: Role) -> Token:
    """The last word of an office, with what it is for behind it: "roads" of "minister for rural roads"."""
    for child in role.last.children if role.rule.portfolio else ():
        if child.dep_ == "prep" and child.lower_ in grammar_of(child).belonging | grammar_of(child).purpose:
            return next((part for part in child.children if part.dep_ == "pobj"), role.last)
    return role.last


def unnamed_holder(role: Role, ends: Ends) -> list[End]:
    """Who acts or speaks by his role alone, where the text brings him in without a name: "a Front spokesman said"."""
    noun, words = role.last, grammar_of(role.last)
    brought_in = not any(child.lower_ in words.definite for child in noun.lefts)
    by = noun.dep_ == "pobj" and noun.head.lower_ in words.doer
    if not (by or noun.dep_ in NOUN_SUBJECTS) or not brought_in or any(child.dep_ == "appos" for child in noun.children):
        return []
    meant = ends.cast.actor_at(ends.passage, noun) or ends.cast.anybody(ends.passage, noun)
    return [ends.pointing_at(ends.end("subject", meant), _words(role, ends))] if meant.kind in ("person", "anonymous") else []


def _is_told_before(role: Role, holder: End, ends: Ends) -> bool:
    """Whether the document has told a person's office before: his bare title right before his name says no more then."""
    if role.last.is_sent_end or ends.named(role.last.nbor(1)) is None:
        return False
    word = ends.passage.quote(_words(role, ends)).split()[-1].lower()
    named = ends.cast.pointing.named.get(holder.slot.actor or "", ())
    earlier = takewhile(lambda name: name.end <= ends.passage.start(role.first), named)
    return any(word in ends.passage.text[max(0, name.start - NEAR) : name.end + NEAR].lower() for name in earlier)


def _is_matter(token: Token, ends: Ends) -> bool:
    """Whether a word tells what a minister is for and not whose he is."""
    return token.dep_ != "poss" and ends.named(token) is None and ends.cast.place_at(ends.passage, token) is None


def _words(role: Role, ends: Ends) -> Span:
    return Span(ends.passage.sha, ends.passage.start(role.first), ends.passage.end(role.last))
