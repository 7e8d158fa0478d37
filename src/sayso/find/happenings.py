"""What is told to have happened: events of the vocabulary in verbs and nouns, each with its details."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.find.happening_mood import is_hypothetical, is_negated
from sayso.find.happening_roles import Roles, noun_roles, verb_roles
from sayso.find.happening_rules import EventRules, Matcher, event_rules
from sayso.find.happening_slots import SlotFinder
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.records.claim import Slot
from sayso.records.document import Span
from sayso.records.vocabulary import vocabulary

LEAST = 20
"""The shortest span of a happening in code points: a claim that is shorter says nothing."""
NEAR_STEPS = 6
"""How many words apart in the parse two words of one happening stand at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """One event as told: `verb` is its type, `span` its own words; `hypothetical` where it did not (yet) happen."""

    verb: str
    trigger: Token
    span: Span
    slots: tuple[Slot, ...]
    negated: bool
    hypothetical: bool
    nominal: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Trigger:
    """A word that tells of an event, the word whose clause it stands in, and who does what in it."""

    verb: str
    token: Token
    top: Token
    roles: Roles


def happenings(passage: Passage, tokens: Sequence[Token], scene: Scene) -> list[Happening]:
    """The events told by the tokens of one clause, in order; parts of one event ("an attack that killed four") are one."""
    rules = event_rules(scene.language.code)
    inside = {token.i for token in tokens}
    found = _merged(list(_triggers(passage, tokens, scene, rules)), rules)
    result: list[Happening] = []
    for one in found:
        words = [token for token in one.top.subtree if token.i in inside and not token.is_space] or [one.token]
        result += _told(one, words, tokens, SlotFinder(passage, scene, rules), alone=len(found) == 1)
    return result


def _triggers(passage: Passage, tokens: Sequence[Token], scene: Scene, rules: EventRules) -> Iterator[_Trigger]:
    """All words of the clause for which a rule holds."""
    matcher = Matcher(rules, passage, scene.cast)
    for token in tokens:
        if token.pos_ == "VERB":
            roles = verb_roles(token)
            if (rule := matcher.verb(token, roles)) is not None:
                yield _Trigger(_turned(rule.verb, roles, passage, scene, rules), token, token, roles)
        elif token.pos_ in ("NOUN", "PROPN"):
            roles, top = _noun_with_its_verb(token, rules)
            if (rule := matcher.noun(token, roles)) is not None and not _is_part(token, rules):
                yield _Trigger(rule.verb, token, top, roles)


def _is_part(token: Token, rules: EventRules) -> bool:
    """Whether a noun only describes another event's noun ("bomb attack", "attack helicopter")."""
    return token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN")


def _noun_with_its_verb(token: Token, rules: EventRules) -> tuple[Roles, Token]:
    """The roles of an event's noun with those of the verb that only says that it took place ("carried out bombings")."""
    roles, verb = noun_roles(token), token.head
    if verb.pos_ != "VERB":
        return roles, token
    lemma = verb.lemma_.lower()
    if token.dep_ in ("dobj", "nsubjpass") and lemma in rules.words("light_verbs"):
        other = verb_roles(verb)
        roles.subjects += [subject for subject in other.subjects if subject.i != token.i]
        roles.add(other, arguments=False)
        return roles, verb
    if token.dep_ in ("nsubj", "nsubjpass") and lemma in rules.words("occurrence_verbs"):
        roles.add(verb_roles(verb), arguments=False)
        return roles, verb
    return roles, token


def _turned(verb: str, roles: Roles, passage: Passage, scene: Scene, rules: EventRules) -> str:
    """The type that the same words tell when another kind of actor does it."""
    kinds = {mention.kind for head in roles.subjects if (mention := scene.cast.actor_at(passage, head)) is not None}
    return next((to for kind, agents, to in rules.turns if kind == verb and agents & kinds), verb)


def _merged(found: list[_Trigger], rules: EventRules) -> list[_Trigger]:
    """The triggers without those that only tell a part of another one's event."""
    return [one for one in found if not any(other is not one and _is_part_of(one, other, rules) for other in found)]


def _is_part_of(one: _Trigger, other: _Trigger, rules: EventRules) -> bool:
    """Whether a trigger tells the harm of another event, or names it once more below it."""
    harm = one.token.pos_ == "VERB" and one.token.lemma_.lower() in rules.words("harm_only")
    if harm and other.token.lemma_.lower() not in rules.words("harm_only"):
        return _hangs_on(one.token, other) or other.token.i in {token.i for token in one.roles.subjects}
    near = vocabulary().near(one.verb, other.verb)
    return near and one.token.i != other.token.i and _hangs_on(one.token, other) and not _hangs_on(other.token, one)


def _hangs_on(token: Token, other: _Trigger) -> bool:
    """Whether a word stands below another event's word, within a few steps."""
    for _ in range(NEAR_STEPS):
        if token.dep_ in ("ROOT", "ccomp") or token.head.i == token.i:
            return False
        if token.dep_ == "conj" and token.pos_ == "VERB":
            return False
        token = token.head
        if token.i == other.token.i:
            return True
    return False


def _told(one: _Trigger, words: list[Token], clause: Sequence[Token], finder: SlotFinder, alone: bool) -> list[Happening]:
    """The happenings of one trigger: one, or one for each of several towns in which it took place."""
    slots = _once(finder.slots(one.verb, one.token, one.roles, list(clause) if alone else words))
    dates = finder.scene.dates("when", finder.passage, words) or (finder.scene.dates("when", finder.passage, list(clause)) if alone else [])
    slots += dates[:1]
    span = finder.passage.span(words)
    if span is None or span.size < LEAST:
        span = finder.passage.span(clause) or Span(finder.passage.sha, finder.passage.start(one.token), finder.passage.end(one.token))
    mood = is_negated(one.token, finder.rules), is_hypothetical(one.token, finder.rules)
    whole = Happening(one.verb, one.token, span, tuple(slots), *mood, nominal=one.token.pos_ != "VERB")
    return list(_by_town(whole, finder.passage))


def _once(slots: Iterable[Slot]) -> list[Slot]:
    """Each detail once: of several slots of one name on the same words the first; a place that is a target too stays both."""
    kept: dict[tuple[str, Span], Slot] = {}
    for slot in slots:
        kept.setdefault((slot.name, slot.span), slot)
    return list(kept.values())


def _by_town(whole: Happening, passage: Passage) -> Iterator[Happening]:
    """A happening told of several towns as one happening in each; the words of a later one begin before its town."""
    towns = [slot for slot in whole.slots if slot.name == "place" and slot.place is not None and slot.place.precision == 1]
    if len({slot.place.id for slot in towns if slot.place}) < 2 or not whole.nominal:
        yield whole
        return
    for number, town in enumerate(towns):
        slots = tuple(slot for slot in whole.slots if slot.name not in ("place", "target") or slot is town)
        end = towns[number + 1].span.start if number + 1 < len(towns) else whole.span.end
        start = whole.span.start if number == 0 else town.span.start
        part = replace(whole.span, start=start, end=max(end, town.span.end)) if end - start >= LEAST else whole.span
        words = passage.span(passage.tokens(part.start, part.end)) or part
        yield replace(whole, slots=slots, span=words)
