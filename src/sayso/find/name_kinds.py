"""What kind of actor bears a name: by the words in it, by the parser's label, and by all that the document says beside it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from spacy.tokens import Token

from sayso.find.grammar import SUBJECTS, grammar_of
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_end, sentence_start
from sayso.known.name_words import name_words
from sayso.lang.language import Language

ENTITY_KINDS = {"PERSON": "person", "ORG": "other", "NORP": "ethnic_group", "GPE": "state", "FAC": "other", "LOC": "other", "PRODUCT": ""}
"""What the labels of the parser's entities mean as actors, before the words of the name are looked at."""
OPEN = frozenset({"other", "person", "media", "company", "state"})
"""Kinds that rest on a label alone, which what stands beside the name may correct."""
DOUBTED = frozenset({"other", "state"})
"""Those of them that the parser gives to persons whose names it has never seen."""
PERSON_WORDS = 4
"""How many words a person's name has at most."""
AGES = range(10, 110)
"""Numbers behind a comma that tell how old a person is: "Otto Brand, 61, said"."""
BESIDE = 2
"""How many words before or behind a name what it is called is sought: "the armed group", "militant organization"."""
LIST = 30
"""How many words before a name the list that it stands in may begin."""
SAID_TO_BE = 7
"""How many words behind a name what it is said to be is sought: "Dawn, an outlawed militant group", "Dawn is a new rebel movement"."""


@dataclass(frozen=True, slots=True)
class Lands:
    """The names of countries and their adjectives that a document holds; `told` are those names that it alone shows to be such."""

    countries: frozenset[str]
    adjectives: frozenset[str]
    told: frozenset[str] = frozenset()


def lands_of(countries: frozenset[str], adjectives: frozenset[str], told: Mapping[str, str]) -> Lands:
    """The lands of a document: those that all know, and those that it tells of, each with its adjectives."""
    names = frozenset(told.values())
    return Lands(countries | names, adjectives | (told.keys() - names), names)


def kind_of_label(text: str, label: str, language: Language, lands: Lands) -> str:
    """The kind that one mention shows: by the words in the name, else by the parser's label."""
    table = language.rules("actors")
    if text in lands.adjectives:
        return "ethnic_group"
    last = text.split()[-1].lower()
    if label in ("NORP", "GPE") and (last in table["kind_words"]["armed_group"] or (" " in text and last in table["body_heads"])):
        label = "ORG"  # "the Aldan Partisans", which the parser takes for a people
    if label == "PERSON" and text in lands.countries and " " in text:
        return "state"  # "Costa Rica", unlike "Jordan"
    if label == "PERSON" and text.split()[-1].lower() not in table["body_heads"]:
        words = text.lower().split()
        if len(words) > 1 and (words[-1],) in name_words().legal_forms and (text.isupper() or text.split()[-1].isupper()):
            return "company"  # "Dol Velan SARL"
        if len(words) > 1 and words[-1] in table["kind_words"]["media"]:
            return "media"  # "the Cairo Monitor", which the parser takes for a person
        if len(words) > 1 and words[-1] in table["lines_of_business"]:
            return "company"  # "Corva Shipping"
        if len(words) > 1 and words[0] in name_words().plural | name_words().toponyms:
            return "other"
        armed = len(words) > 1 and (words[0] in table["armed_openings"] or words[-1] in table["kind_words"]["armed_group"])
        return "armed_group" if armed else "person"
    lowered = f" {text.lower()} "
    if label in ("PERSON", "ORG", "FAC", "LOC", "PRODUCT"):
        if any(f" {phrase} " in lowered for phrase in table["media_phrases"]):
            return "media"
        for kind, words in table["kind_words"].items():
            if any(f" {word} " in lowered or (lowered.startswith(f" {word}") and " " in word) for word in words):
                return str(kind)
    if text in lands.countries and label != "FAC":
        return "state"
    return _by_opening(text.lower().split()) or ENTITY_KINDS["ORG" if " " in text and label == "PERSON" else label]


def _by_opening(words: Sequence[str]) -> str | None:
    """The kind that the first word of a name shows, whatever the parser takes a name for that it has never seen: "Abu Salim" is a man's."""
    if len(words) < 2 or words[0] not in name_words().kunyas | name_words().plural:
        return None
    return "person" if words[0] in name_words().kunyas else "other"


@dataclass(frozen=True, slots=True, eq=False)
class KindVotes:
    """Gathers over a document what each name is taken for; `settled` then gives one kind a name.

    `lands` are countries and their adjectives, whose rebels are others than they themselves.
    `kind_called` tells the kind that a noun beside a name gives it ("the daily Dol Post"), by its first and last word; `kind_told` the one
    that the noun gives by which a name is explained ("Dol Post, a daily").
    `spots` counts how often a name that the parser takes for a person's or a land's stands where places do ("in Aldan").
    """

    language: Language
    kind_called: Callable[[Token, Token], str | None]
    kind_told: Callable[[Token, Token], str | None]
    lands: frozenset[str]
    called: dict[str, str] = field(default_factory=dict)
    votes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    armed: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)
    spots: Counter[str] = field(default_factory=Counter)

    def note(self, key: str, kind: str, passage: Passage, start: int, end: int) -> None:
        """Counts one mention of the name with this key, which stands in the passage from `start` to `end`."""
        self.votes[key][kind] += 1
        tokens = passage.tokens(start, end)
        table = self.language.rules("actors")
        if tokens and passage.text[start:end] not in self.lands and _is_called_armed(tokens, table):
            self.armed.add(key)
        if (
            tokens
            and len(tokens) <= PERSON_WORDS
            and (_is_called_person(tokens, table) or (kind == "other" and _is_one_who(tokens, table)))
        ):
            self.people.add(key)
        if tokens and kind not in ("ethnic_group", "state") and (told := self.kind_called(tokens[0], tokens[-1])):
            self.called.setdefault(key, told)
        if tokens and kind != "ethnic_group" and (told := self.kind_told(tokens[0], tokens[-1])):
            (self.people.add(key) if told == "person" else self.called.setdefault(key, told))
        if tokens and kind == "person" and _is_articled(tokens):
            self.things.add(key)
        inside = tokens and kind in ("person", "state") and not tokens[0].is_sent_start
        if inside and tokens[0].nbor(-1).lower_ in table["inside"]:
            self.spots[key] += 1

    def settled(self, key: str) -> str:
        """The kind of the name: an armed group or a person where it is called one, else what most mentions show (the first of equals)."""
        counts = self.votes[key]
        kind = max(counts, key=lambda one: counts[one])
        if key in self.armed and kind in OPEN:
            return "armed_group"
        if key in self.called and kind in OPEN:
            return self.called[key]
        if key in self.people and (kind in DOUBTED or (kind == "ethnic_group" and " " in key)):
            return "person"
        if key in self.things and kind == "person" and key not in self.people:
            return "other"
        return "other" if kind == "person" and " " not in key and 2 * self.spots[key] > counts.total() else kind


def _is_articled(tokens: Sequence[Token]) -> bool:
    """Whether an article stands right before a name that no noun follows: "the Velan Dol" is no person's."""
    first, last = tokens[0], tokens[-1]
    before = None if first.is_sent_start else first.nbor(-1)
    alone = last.head.i <= last.i or last.dep_ not in ("compound", "amod", "nmod", "poss")
    return alone and before is not None and before.lower_ in grammar_of(first).definite and last.tag_ in ("NNP", "NNPS")


def _is_called_armed(tokens: Sequence[Token], table: Mapping[str, Sequence[str]]) -> bool:
    """Whether the words beside a name say that armed people bear it: "Dawn fighters", "the militant group Dawn"."""
    last, first = tokens[-1], tokens[0]
    behind = None if last.is_sent_end else last.nbor(1)
    if behind is not None and last.head.i >= behind.i and behind.lower_ in table["armed_people"]:
        return True
    start = _listed_from(first, table)
    before = [token.lower_ for token in first.doc[max(sentence_start(first), start - BESIDE - 1) : start] if not token.is_punct]
    if start < first.i and any(one in table["armed_words"] and other in table["bodies_of_people"] for one, other in pairwise(before)):
        return True  # "rebel groups such as the Dawn and the Dusk"
    before = [token.lower_ for token in first.doc[max(sentence_start(first), first.i - BESIDE) : first.i]]
    after = list(last.doc[last.i + 1 : min(sentence_end(last), last.i + 1 + SAID_TO_BE)])
    said_to_be = bool(after) and (after[0].text in (",", "–", "—") or after[0].lemma_ in grammar_of(last).copula)
    behind_it = [token.lower_ for token in (_phrase(after) if said_to_be else after[:BESIDE])]
    pairs = [*pairwise(before), *pairwise(behind_it)]
    return any(one in table["armed_words"] and other in table["bodies_of_people"] for one, other in pairs)


def _is_called_person(tokens: Sequence[Token], table: Mapping[str, Sequence[str]]) -> bool:
    """Whether the words beside a name say that a person bears it: "Father Brand", "the baker Otto Brand", "Brand, 61," "alias Brand"."""
    last, first = tokens[-1], tokens[0]
    before = None if first.is_sent_start else first.nbor(-1)
    bodies = (*table["body_heads"], *table["common_words"], *table["bodies"])
    if first.lower_.strip(".") in table["titles"] and len(tokens) > 1 and not any(token.lower_ in bodies for token in tokens):
        return True  # "General Otto Brand", of which the parser makes a body
    if before is not None:
        titled = before.text[0].isupper() and before.lower_.strip(".") in table["titles"]
        described = before.tag_ == "NN" and before.lower_ in table["people"] and before.dep_ in ("compound", "nmod") and before.head == last
        if titled or described or before.lower_ in table["nicknaming"] or _is_person_called(before, table):
            return True
    behind = last.doc[last.i + 1 : min(last.i + 4, sentence_end(last))]
    if len(behind) > 2 and behind[0].text == "," and behind[1].text.isdigit() and int(behind[1].text) in AGES and behind[2].text == ",":
        return True
    if any(token.lower_ in table["nicknaming"] for token in behind[:2]):
        return True
    if last.dep_ != "appos" or last.lower_ in (*table["lines_of_business"], *table["body_heads"]):
        return False
    if last.head.tag_ == "NN" and last.head.lower_ in table["people"]:
        return True
    holders = {*table["people"], *table["speaking_for"], *table["offices"]} - {*table["also_bodies"]}
    return len(tokens) > 1 and any(one.tag_ in ("NN", "NNP") and one.lower_ in holders for one in _explained(last, first))


def _is_one_who(tokens: Sequence[Token], table: Mapping[str, Sequence[str]]) -> bool:
    """Whether a name of several words, of nothing that has members, goes on with what its bearer does: "Otto Brand, who leads"."""
    last, first = tokens[-1], tokens[0]
    behind = last.doc[last.i + 1 : min(last.i + 3, sentence_end(last))]
    who = len(behind) > 1 and behind[0].text == "," and behind[1].tag_ == "WP" and behind[1].dep_ in SUBJECTS
    articled = not first.is_sent_start and first.nbor(-1).lower_ in grammar_of(first).definite
    bodies = (*table["body_heads"], *table["common_words"], *table["bodies"])
    one = len(tokens) > 1 and last.tag_ == "NNP" and not any(token.lower_ in bodies for token in tokens)
    return who and one and not articled and first.lower_ not in name_words().leading  # "Los Halcones, who"


def _explained(last: Token, first: Token) -> Iterator[Token]:
    """The noun that a name explains, and where that one belongs to another behind which the name stands between commas, the other.

    "The chief judge, Otto Brand", "the president of the land, Otto Brand,": of a word behind "of" it is the whole phrase that is explained.
    """
    yield last.head
    comma = not first.is_sent_start and first.nbor(-1).text == ","
    if comma and last.head.dep_ == "pobj" and last.head.head.lower_ in grammar_of(last).belonging:
        yield last.head.head.head


def _is_person_called(before: Token, table: Mapping[str, Sequence[str]]) -> bool:
    """Whether the word before a name calls a person by it: "a former baker called Otto Brand"."""
    called = before.dep_ == "acl" and before.lemma_ in table["calling"]
    return called and before.head.tag_ == "NN" and before.head.lower_ in table["people"]


def _listed_from(first: Token, table: Mapping[str, Sequence[str]]) -> int:
    """Where the list of examples that a name stands in begins, at the word before it ("such as"); the name's own place if in none."""
    for token in reversed(first.doc[max(sentence_start(first), first.i - LIST) : first.i]):
        if token.lower_ in table["examples"]:
            return token.i - 1 if token.i > sentence_start(first) and token.nbor(-1).lower_ in table["examples"] else token.i
        if not (token.pos_ in ("PROPN", "DET", "CCONJ", "ADP") or token.is_punct or token.text[:1].isupper()):
            return first.i
    return first.i


def _phrase(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words of the phrase that begins behind a comma or a form of "be"."""
    for token in tokens[1:]:
        if token.is_punct or (token.pos_ in ("VERB", "AUX") and token.dep_ != "amod"):
            return
        yield token
