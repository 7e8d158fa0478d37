"""Which words tell of which type of incident: the rules of lang/CODE/events.yml, ready for one look-up a token."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.grammar import NOUN_SUBJECTS, TIMES, grammar_of
from sayso.find.happening_roles import Roles, modifiers, prep_objects, unwrapped
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.lang.language import load_language

ANYTHING = "*"
BEFORE = frozenset({"compound", "nmod"})
"""Relations of a word for a thing to its name behind it."""
PREPOSITIONAL = frozenset({"prep", "behind"})
"""Roles of a condition that name a preposition: one that the word governs, or also one that a parse may hang on its object."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must (or, where `forbidden`, must not) stand in one role: one of the words or of the classes of words."""

    role: str
    words: frozenset[str]
    forbidden: bool = False
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One word that tells of one type of incident under conditions; `before` is what must stand in a noun's own phrase."""

    verb: str
    conditions: tuple[Condition, ...]
    before: frozenset[str] = frozenset()

    @property
    def strictness(self) -> int:
        """How much must be there for the rule to hold."""
        return len(self.before) + len({condition.role for condition in self.conditions if not condition.forbidden})


class EventRules:
    """The tables of one language. `words(key)` gives any list of the file as a set; `months` are the names of months in small letters."""

    def __init__(self, table: Mapping[str, Any], months: frozenset[str]) -> None:
        self._table = table
        self._lists = {name: frozenset(words) for name, words in table["lists"].items()}
        self._sets: dict[str, frozenset[str]] = {}
        self.humans = self._lists["people"] | self._lists["officials"] | self._lists["groups"]
        self.countable = {key: frozenset(words) for key, words in table["countable"].items()}
        self.of_harm: dict[str, str] = {noun: slot for slot, nouns in table["of_harm"].items() for noun in nouns}
        self.harmed_into: dict[str, dict[str, str]] = table["harmed_into"]
        self.months = months
        self.harm: dict[str, tuple[frozenset[str], frozenset[str]]] = {
            slot: (frozenset(row["verbs"]), frozenset(row["words"])) for slot, row in table["harm"].items()
        }
        self.harming = frozenset(verb for verbs, _ in self.harm.values() for verb in verbs) | frozenset(table["possessed"])
        self.laying = {verb: frozenset(preps) for verb, preps in table["laying"].items()}
        self.blaming = {verb: frozenset(preps) for verb, preps in table["blaming"].items()}
        self.turns = [(row["type"], frozenset(row["agent"]), row["to"]) for row in table["turns"]]
        self.verbs: dict[str, list[Rule]] = {}
        self.nouns: dict[str, list[Rule]] = {}
        for kind, rows in table["types"].items():
            for row in rows:
                self._read(kind, row)
        for index in (self.verbs, self.nouns):
            for rules in index.values():
                rules.sort(key=lambda rule: -rule.strictness)

    def words(self, key: str) -> frozenset[str]:
        """A list of the file as a set."""
        if key not in self._sets:
            self._sets[key] = frozenset(self._table[key])
        return self._sets[key]

    def list_of(self, name: str) -> frozenset[str]:
        """One of the shared lists."""
        return self._lists[name]

    def _expanded(self, value: object) -> frozenset[str]:
        names = [value] if isinstance(value, str) else list(value) if isinstance(value, list) else [str(value)]
        return frozenset(word for name in names for word in self._lists.get(name, frozenset({name})))

    def _read(self, kind: str, row: Mapping[str, Any]) -> None:
        conditions: list[Condition] = []
        for key, value in row.items():
            role = key.removeprefix("not_")
            if key in ("verb", "noun"):
                continue
            if role in PREPOSITIONAL:
                conditions += [Condition(role, self._expanded(words), key != role, word) for word, words in value.items()]
            else:
                conditions.append(Condition(role, self._expanded(value), key != role))
        for word in row.get("verb", ()):
            self.verbs.setdefault(word, []).append(Rule(kind, tuple(conditions)))
        for phrase in row.get("noun", ()):
            *before, head = phrase.split()
            self.nouns.setdefault(head, []).append(Rule(kind, tuple(conditions), frozenset(before)))


@cache
def event_rules(code: str) -> EventRules:
    """The rules of a language, read once."""
    language = load_language(code)
    return EventRules(language.rules("events"), frozenset(name.lower() for name in language.rules("months")["names"].values()))


def _forms(token: Token) -> set[str]:
    """A word as it stands and as it is looked up; at the start of a sentence a plural may pass for a name ("Rockets were ...")."""
    forms = {token.lemma_.lower(), token.lower_}
    return forms | {token.lower_.removesuffix(grammar_of(token).plural)} if token.pos_ == "PROPN" and token.is_sent_start else forms


def _is_particle(token: Token) -> bool:
    """Whether a word goes with its verb alone: "blew up", "was fired upon", "set alight" (which a parser takes for an exclamation)."""
    return token.dep_ in ("prt", "advmod") or token.tag_ == "UH" or (token.dep_ == "prep" and token.n_lefts + token.n_rights == 0)


class Matcher:
    """Tells which rule holds for a word of a passage."""

    def __init__(self, rules: EventRules, passage: Passage, cast: Cast) -> None:
        self.rules, self.passage, self.cast = rules, passage, cast
        self.quantities = rules.words("quantities")

    def verb(self, token: Token, roles: Roles) -> Rule | None:
        """The first rule that holds for a verb with these roles."""
        return next((rule for rule in self.rules.verbs.get(token.lemma_.lower(), ()) if self._holds(rule, token, roles)), None)

    def noun(self, token: Token, roles: Roles) -> Rule | None:
        """The first rule that holds for a noun with these roles."""
        rules = self.rules.nouns.get(token.lemma_.lower()) or self.rules.nouns.get(token.lower_)
        if not rules:
            return None
        before = modifiers(token)
        return next((rule for rule in rules if rule.before <= before and self._holds(rule, token, roles, before)), None)

    def _holds(self, rule: Rule, token: Token, roles: Roles, before: Iterable[str] = ()) -> bool:
        prepositions = [one for one in rule.conditions if one.role in PREPOSITIONAL and not one.forbidden]
        if prepositions and not any(self._met(one, token, roles, before) for one in prepositions):
            return False
        return all(self._met(one, token, roles, before) != one.forbidden for one in rule.conditions if one not in prepositions)

    def _met(self, condition: Condition, token: Token, roles: Roles, before: Iterable[str]) -> bool:
        if condition.role == "particle":
            return any(_is_particle(child) and child.lower_ in condition.words for child in token.children)
        if condition.role == "passive":
            return roles.passive
        if condition.role == "no_object":
            return not roles.objects
        if condition.role == "under":
            return token.dep_ in NOUN_SUBJECTS and token.head.lemma_.lower() in condition.words
        if condition.role == "laid":
            return token.dep_ == "pobj" and token.head.head.lemma_.lower() in condition.words
        if condition.role == "modifier":
            return any(word in condition.words for word in before)
        if condition.role == "complement":
            heads = [child for child in token.children if child.dep_ in ("xcomp", "oprd", "attr", "acomp")]
        elif condition.role == "subject":
            heads = roles.subjects
        elif condition.role == "object":
            heads = roles.objects
        else:
            wanted = self.rules.words(f"{condition.role}_by") if condition.role in ("of", "target") else (condition.preposition,)
            behind = [pair for head in roles.objects for pair in prep_objects(head)] if condition.role == "behind" else []
            heads = [found for word, found in (*roles.preps, *behind) if word in wanted]
        return any(self.fits(head, condition.words) for head in unwrapped(heads, self.quantities))

    def thing(self, token: Token) -> Token:
        """The thing used in fighting that a pronoun means, the nearest one before it within two sentences; else the word itself."""
        if token.lower_ not in self.rules.words("thing_pronouns"):
            return token
        own = sentence_start(token)
        first = sentence_start(token.doc[own - 1]) if own else own
        before = (token.doc[i] for i in range(token.i - 1, first - 1, -1))
        nouns = (one for one in before if one.pos_ in ("NOUN", "PROPN") and one.tag_.endswith("S"))
        near = next(nouns, token)
        return near if near.lemma_.lower() in self.rules.words("instruments") else token

    def fits(self, token: Token, words: frozenset[str]) -> bool:
        """Whether a noun is one of the words, or stands for one of the classes among them."""
        token = self.thing(token)
        no_time = token.pos_ == "PROPN" and token.lower_ not in self.rules.months and not words.isdisjoint(_forms(token))
        if token.ent_type_ in TIMES and not no_time:
            return False  # "Resolution 2031" is no time, but "on March 10" is
        if ANYTHING in words or not words.isdisjoint(_forms(token)):
            return True
        if token.pos_ == "PROPN" and any(child.dep_ in BEFORE and not words.isdisjoint(_forms(child)) for child in token.lefts):
            return True  # "the ferry Wan Lobi"
        if "PLACE" in words and self.is_place(token):
            return True
        if "HUMAN" in words and self.is_human(token):
            return True
        named = self.cast.name_at(self.passage, token)
        if "ARMED" in words and named is not None and self.cast.mention_of(self.passage, named).kind == "armed_group":
            return True
        return "NAMED" in words and (named is not None or self.is_place(token))

    def is_place(self, token: Token) -> bool:
        """Whether a token names a place."""
        return self.cast.place_at(self.passage, token) is not None

    def is_people(self, token: Token) -> bool:
        """Whether a token is a word for people or for a body of people."""
        return not self.rules.humans.isdisjoint(_forms(token))

    def is_human(self, token: Token) -> bool:
        """Whether a token stands for people or for a body of people."""
        if token.lower_ in self.rules.words("persons") or self.is_people(token) or token.ent_type_ in ("PERSON", "NORP"):
            return True
        return self.cast.name_at(self.passage, token) is not None
