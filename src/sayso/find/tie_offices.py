"""Whose an office is that says nothing of it beside it: the state that the document tells elsewhere, or comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.tie_ends import End, Ends
from sayso.find.tie_noun_rules import Role
from sayso.records.document import Span

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


def _is_told_before(role: Role, holder: End, ends: Ends) -> bool:
    """Whether the document has told a person's office before: his bare title right before his name says no more then."""
    if role.last.is_sent_end or ends.named(role.last.nbor(1)) is None:
        return False
    word = ends.passage.quote(_words(role, ends)).split()[-1].lower()
    earlier = [name for name in ends.cast.names if name.end <= ends.passage.start(role.first) and ends.cast.full[name] == holder.slot.actor]
    return any(word in ends.passage.text[max(0, name.start - NEAR) : name.end + NEAR].lower() for name in earlier)


def _is_matter(token: Token, ends: Ends) -> bool:
    """Whether a word tells what a minister is for and not whose he is."""
    return token.dep_ != "poss" and ends.named(token) is None and ends.cast.place_at(ends.passage, token) is None


def _words(role: Role, ends: Ends) -> Span:
    return Span(ends.passage.sha, ends.passage.start(role.first), ends.passage.end(role.last))
