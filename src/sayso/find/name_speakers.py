"""Names that the parser has not seen, told by the verb of saying whose subject they are; and words that look like names and are none."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.name_pieces import families
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.known.name_words import name_words
from sayso.lang.language import Language

LABELS = frozenset({"ORG", "PERSON", "PRODUCT", "FAC"})
"""Labels that the parser gives to common words with a capital: "Warplanes bombed", "KEY POINTS"."""

PARTICLES = frozenset(word for particle in name_words().inner | name_words().leading for word in particle.split())
"""Small words inside names of persons and bodies: "de", "la", "von"."""
DATE = "DATE"
"""What the parser calls a date, and at times a name behind it."""
FULL = 2
"""Words that a full name has at least."""
BESIDE = 7
"""Words and marks behind a made-up name among which it is told who bears it."""
AGE = 2
"""Digits of an age."""
QUOTED = frozenset({"”", '"', "’", "'", "»", ","})
"""What stands right behind a made-up name."""


class Doubts:
    """What one document tells of its words with a capital: which of them it also writes small, or in the middle of a sentence."""

    def __init__(self, passages: Sequence[Passage], language: Language) -> None:
        actors, cues = language.rules("actors"), language.rules("cues")
        self.saying, self.titles = frozenset(cues["verbs"]) | frozenset(cues["passing_on"]), frozenset(actors["titles"])
        lists = [words for words in actors.values() if isinstance(words, list)]
        lists += list(actors["kind_words"].values())
        self.offices = self.titles | frozenset(word for key in ("grades", "people", "speaking_for") for word in actors[key])
        self.people = frozenset(actors["people"])
        self.own_name, self.giving = frozenset(actors["own_name"]), frozenset(actors["giving_name"])
        months = language.rules("months")
        names = (*months["names"].values(), *(short for shorts in months["short"].values() for short in shorts.split("|")))
        self.calendar = frozenset(word.lower() for word in (*names, *language.rules("dates")["words"]["weekday"].values()))
        self.common = frozenset(word for words in lists for word in words)
        loud = {passage for passage in passages if passage.text[passage.block.start : passage.block.end].isupper()}
        tokens = [token for passage in passages if passage not in loud for token in passage.parse]
        self.loud, self.small = loud, frozenset(token.text for token in tokens if token.is_lower)
        self.families = families(passages)
        spots = ((passage, spot) for passage in passages for spot in (*self.made_up(passage), *self.own_names(passage)))
        self.made = frozenset(passage.text[start:end] for passage, (start, end) in spots)
        self.within = frozenset(token.text for token in tokens if token.text[:1].isupper() and not _opens(token))

    def no_name(self, passage: Passage, entity: Tokens) -> bool:
        """Whether an entity is no name: a rank or an office alone, a common word that opens a sentence, a word of a line in capitals."""
        definite = entity.root.i > sentence_start(entity.root) and entity.root.nbor(-1).lower_ in grammar_of(entity.root).definite
        if (len(entity) > 1 or definite) and all(token.lower_.strip(".") in self.titles for token in entity):
            return True
        behind = entity.doc[entity.end : entity.end + 1]
        if all(token.lower_ in self.offices for token in entity) and any(token.dep_ == "prep" for token in behind):
            return True  # "Adviser to the Governor Otto Brand"
        if len(entity) > 1 or entity.label_ not in LABELS:
            return False
        if passage in self.loud:
            return entity.text not in self.within and entity.text.title() not in self.within
        token = entity[0]
        return token.tag_ in ("NN", "NNS") and _opens(token) and token.text[1:].islower() and token.text not in self.within

    def persons(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The places of all names of persons that the parser takes for no entity."""
        yield from self.titled(passage)
        yield from self.particled(passage)
        yield from self.in_office(passage)
        yield from self.speakers(passage)
        yield from self.made_up(passage)
        yield from self.own_names(passage)

    def speakers(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The places of names that speak and that the parser takes for no entity: "Brandt said", "lawmaker Otto Brandt calls for"."""
        if passage.block.kind == "heading" or passage in self.loud:
            return
        for token in passage.parse:
            proper = self._behind_date if token.ent_type_ == DATE else self._proper
            if token.dep_ == "nsubj" and token.head.lemma_ in self.saying and token.head.pos_ == "VERB" and proper(token):
                first = token
                while first.i > sentence_start(token) and first.nbor(-1).dep_ == "compound" and proper(first.nbor(-1)):
                    first = first.nbor(-1)
                if not any(child.dep_ in ("det", "poss") for child in token.children):
                    yield passage.start(first), passage.end(token)

    def titled(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The places of full names that the parser takes for no entity, behind a title: "Superintendent Ruth Ana Orlan"."""
        if passage.block.kind == "heading" or passage in self.loud:
            return
        for title in passage.parse:
            if title.ent_type_ or title.lower_ not in self.titles or not title.text[:1].isupper() or title.dep_ != "compound":
                continue
            names = list(takewhile(self._proper, title.doc[title.i + 1 : title.sent.end]))
            if len(names) >= FULL and title.head in names:
                yield passage.start(names[0]), passage.end(names[-1])

    def in_office(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The places of full names that the parser takes for no entity behind what their bearer is: "the head of Dol Air, Otto Lund"."""
        if passage.block.kind == "heading" or passage in self.loud:
            return
        for comma in passage.parse:
            names = list(takewhile(self._proper, comma.doc[comma.i + 1 : comma.sent.end])) if comma.text == "," else []
            if len(names) < FULL or names[-1].i + 1 >= comma.sent.end or not names[-1].nbor(1).is_punct:
                continue
            if is_beside_office(names[-1], self.people | self.titles):
                yield passage.start(names[0]), passage.end(names[-1])

    def particled(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The places of family names behind a title and a particle that the parser takes for no entity: "Envoy de Brand"."""
        for token in passage.parse if passage.block.kind != "heading" and passage not in self.loud else ():
            title = None if token.is_sent_start else token.nbor(-1)
            if title is None or not title.text[:1].isupper() or title.lower_ not in self.offices or not _is_particle(token):
                continue
            behind = list(takewhile(_is_particle, token.doc[token.i : token.sent.end]))
            names = list(takewhile(self._proper, token.doc[behind[-1].i + 1 : token.sent.end]))
            if names:
                yield passage.start(token), passage.end(names[-1])

    def made_up(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The places of names in quotation marks behind which stands what only a person is, or before which stands his rank:

        ""Ada", 41, said", "“Otto”, a farmer", "Commander "Falcon" of the Velk Front".
        """
        for mark in passage.parse[:-1]:
            names = list(
                takewhile(lambda token: token.text[:1].isupper() and token.text.isalpha(), mark.doc[mark.i + 1 : mark.i + 1 + FULL])
            )
            behind = [token for token in mark.doc[mark.i + 1 + len(names) : mark.i + 1 + len(names) + BESIDE] if not token.is_punct]
            closed = mark.is_quote and bool(names) and names[-1].i + 1 < len(mark.doc) and names[-1].nbor(1).text in QUOTED
            if closed and ((behind and self._of_person(behind)) or self._is_ranked(mark, names[-1].nbor(1))):
                yield passage.start(names[0]), passage.end(names[-1])

    def own_names(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The places of names that people give as theirs: "who gives his name as Otto", "whose name is Otto"."""
        for noun in passage.parse:
            if noun.lemma_.lower() not in self.own_name or not any(child.dep_ == "poss" for child in noun.lefts):
                continue
            verb = noun.head
            told = [child for child in verb.rights if child.dep_ == "attr"] if verb.lemma_ in grammar_of(verb).copula else []
            if verb.lemma_ in self.giving:
                as_ = (child for word in (verb, noun) for child in word.rights if child.lower_ in grammar_of(verb).role)
                told = [thing for child in as_ for thing in child.children]
            for name in told:
                if name.tag_ == "NNP" and name.text.isalpha() and name.i > noun.i:
                    yield passage.start(name.left_edge), passage.end(name)

    def _is_ranked(self, mark: Token, closing: Token) -> bool:
        """Whether a rank or an office stands right before a name in quotation marks: not before words that somebody says."""
        rank = None if mark.is_sent_start else mark.nbor(-1)
        return rank is not None and rank.lower_ in self.titles and rank.pos_ in ("NOUN", "PROPN") and closing.is_quote

    def _of_person(self, words: Sequence[Token]) -> bool:
        """Whether words begin with an age, or with somebody described."""
        aged = words[0].is_digit and len(words[0].text) == AGE
        described = words[0].lower_ in grammar_of(words[0]).articles and words[0].head.lower_ in self.people
        comma = "," in (words[0].nbor(-1).text, words[0].nbor(-2).text)
        return comma and (aged or described)

    def _behind_date(self, token: Token) -> bool:
        """Whether a word belongs to a name that the parser takes for a part of the date before it: "On 1 May Otto Brand said"."""
        dated = token.tag_ == "NNP" and token.ent_type_ == DATE and token.text[1:].islower() and token.text[:1].isupper()
        return dated and token.lower_ not in self.common | self.small | self.calendar

    def _proper(self, token: Token) -> bool:
        small = token.lower_
        return token.tag_ == "NNP" and not token.ent_type_ and token.text[1:].islower() and small not in self.common | self.small


def is_beside_office(name: Token, offices: Container[str]) -> bool:
    """Whether a name stands behind the words for what its bearer is, and a comma: "the director of Dol Air, Otto Brand"."""
    noun = name.head
    while noun.dep_ == "pobj" and noun.lower_ not in offices and noun.i < name.i:
        noun = noun.head.head
    return name.dep_ == "appos" and noun.tag_ == "NN" and noun.lower_ in offices and noun.i < name.i


def _is_particle(token: Token) -> bool:
    return token.text in PARTICLES and not token.ent_type_


def _opens(token: Token) -> bool:
    """Whether a word opens its sentence, where any word has a capital."""
    before = None if token.is_sent_start else token.nbor(-1)
    return before is None or ((before.is_punct or before.is_space) and before.i == sentence_start(token))
