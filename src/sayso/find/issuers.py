"""Who stands behind a publication that speaks: "a statement by the ministry", "an army communique", "a leaflet in the Front's name"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.find.grammar import NOUNS, grammar_of, object_of
from sayso.lang.language import Language

OWNERS = frozenset({"poss", "compound", "nmod"})


class Issuers:
    """Finds whose words a publication holds, by the tables `cues` and `actors` of a language.

    A statement speaks for who puts it out, whoever that is; a report or a study only for who is named behind "by".
    """

    def __init__(self, language: Language) -> None:
        table = language.rules("cues")
        self.texts = frozenset(table["publications"])
        self.issued, self.put_out, self.names = (frozenset(table[key]) for key in ("issued", "put_out", "in_name"))
        self.called = [re.compile(pattern) for pattern in table["statement_lines"]]
        self.spoken = [re.compile(pattern, re.IGNORECASE) for pattern in table["spoken_lines"]]
        self.attributed, self.to_whom = frozenset(table["attributed_texts"]["verbs"]), frozenset(table["attributed_texts"]["to"])
        self.issued_by_bodies, self.parts, self.other_part = (
            frozenset(table[key]) for key in ("issued_by_bodies", "text_parts", "other_part")
        )
        self.kinds = frozenset(language.rules("actors")["armed_words"]) | frozenset(table["same_text"])
        self.inquiries, self.bodies = frozenset(table["inquiries"]), frozenset(language.rules("actors")["bodies_speaking"])
        self.channels = frozenset(table["channels"])
        self.speaking = self.issued | self.issued_by_bodies
        self.publications = frozenset(language.rules("actors")["publications"]) | self.issued | self.inquiries

    def of(self, thing: Token) -> Iterator[Token]:
        """The nouns that may name who issued a thing, the surest first; none where it is no publication."""
        lemma, words = thing.lemma_.lower(), grammar_of(thing)
        if lemma in self.channels:
            owner = object_of(thing, words.belonging)
            yield from (child for child in thing.lefts if child.dep_ == "poss" and child.pos_ in NOUNS)
            yield from filter(None, [owner if owner is not None and owner.pos_ == "PROPN" else None])
            return
        if lemma not in self.publications:
            return
        yield from filter(None, [object_of(thing, words.doer)])
        yield from self._put_out_by(thing)
        if lemma in self.inquiries:
            body = object_of(thing, words.belonging)  # "an inquiry of the Lakes Office": what it is into has no name of a body
            yield from (child for child in (*thing.lefts, *([body] if body is not None else ())) if _is_body(child))
        if lemma not in self.issued:
            yield from (child for child in thing.lefts if lemma in self.texts and child.dep_ == "poss" and child.ent_type_ == "ORG")
            yield from (
                child for child in thing.lefts if lemma in self.issued_by_bodies and child.dep_ == "compound" and child.pos_ == "PROPN"
            )
            return
        yield from filter(None, [object_of(thing, words.giver), object_of(thing, words.belonging)])
        yield from self._in_the_name_of(thing)
        by_bodies = lemma in self.issued_by_bodies
        before = OWNERS if by_bodies else {"poss"}
        for child in thing.lefts:
            if (child.dep_ in before and child.pos_ in NOUNS) or (by_bodies and child.dep_ == "amod" and child.lower_ in self.bodies):
                yield child  # "a military statement"

    def speaks_alone(self, thing: Token) -> bool:
        """Whether a publication is named by its noun alone: "the statement", which means the one just told of."""
        around = [child for child in thing.children if not child.is_punct]
        return thing.lemma_.lower() in self.issued and len(around) == 1 and around[0].lower_ in grammar_of(thing).pointing_alone

    def points_back(self, thing: Token) -> bool:
        """Whether a text is named by its noun and by the kind of who put it out: "the document", "the rebel communique"."""
        around = [child for child in thing.children if not child.is_punct and child.dep_ != "relcl"]
        pointing = any(child.lower_ in grammar_of(thing).pointing_alone for child in around)
        kinds = (child.lower_ in self.kinds for child in around if child.lower_ not in grammar_of(thing).pointing_alone)
        return pointing and thing.lemma_.lower() in self.speaking and all(kinds)

    def whole(self, part: Token) -> Token | None:
        """The text of which a part speaks: "paragraph two of the communique"; itself where it does not tell ("another point")."""
        if part.lemma_.lower() not in self.parts:
            return None
        belonging = grammar_of(part).belonging
        counts = (child for child in part.children if child.dep_ == "nummod")  # "paragraph three of" it
        text = next(filter(None, (object_of(word, belonging) for word in (part, *counts))), None)
        if text is None:
            return part if any(child.lower_ in self.other_part for child in part.lefts) else None
        return text if text.lemma_.lower() in self.publications else None

    def is_called(self, line: str) -> bool:
        """Whether a line, in small letters, calls the text below it a statement: "press release", "communiqué no. 4"."""
        return any(pattern.fullmatch(line) for pattern in self.called)

    def titled(self, line: Sequence[Token]) -> Iterator[Token]:
        """The nouns that may name who issued what a line announces: "Press Statement No. 7 of the Northern Command"."""
        for thing in line:
            if thing.lemma_.lower() in self.issued:
                yield from filter(None, [_behind(thing, line)])

    def _put_out_by(self, thing: Token) -> Iterator[Token]:
        """ "a video released by the Front" or attributed to it, "a letter signed by the mayor", "a leaflet signed "Dawn Front""."""
        for clause in thing.children:
            if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in self.put_out:
                yield from filter(None, [object_of(clause, grammar_of(thing).doer)])
                yield from (child for child in clause.children if child.dep_ in ("dobj", "oprd") and child.pos_ == "PROPN")
            if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_ in self.attributed:
                yield from filter(None, [object_of(clause, self.to_whom)])

    def _in_the_name_of(self, thing: Token) -> Iterator[Token]:
        """ "in the Front's name", "on behalf of the Front"."""
        names = (child for prep in thing.children if prep.dep_ == "prep" for child in prep.children if child.lower_ in self.names)
        for name in names:
            yield from filter(None, [object_of(name, grammar_of(thing).belonging)])
            yield from (child for child in name.children if child.dep_ == "poss")


def _is_body(noun: Token) -> bool:
    """Whether a word is the name of a body: "a UN inquiry", unlike "a murder inquiry"."""
    return noun.pos_ in NOUNS and noun.ent_type_ == "ORG" and noun.dep_ in (*OWNERS, "pobj")


def _behind(thing: Token, line: Sequence[Token]) -> Token | None:
    """The noun behind the first "of", "by" or "from" behind a thing in a line, whatever the parser hangs that on."""
    words = grammar_of(thing)
    before = words.doer | words.giver | words.belonging
    prepositions = (token for token in line if token.i > thing.i and token.lower_ in before)
    return next((child for prep in prepositions for child in prep.children if child.dep_ == "pobj"), None)
