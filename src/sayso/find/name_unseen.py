"""Names that the parser cuts in two or has not seen, told by what stands in and beside them: a particle, a noun, a verb of saying."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_end, sentence_of, sentence_start
from sayso.known.name_words import name_words
from sayso.lang.language import Language

NO_BODY = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "GPE", "LOC", "LANGUAGE"})
"""Labels of entities that name nobody behind a noun for a body ("the group Friday")."""
JOINED = frozenset({"appos", "nmod", "compound", "flat", "oprd"})
"""How a name hangs on the noun that says what it is ("the newspaper Dol Post"), or the noun on it."""
ACRONYM = re.compile(r"[A-Z]{3,6}")
ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
"""Where an acronym stands that is somebody's: it does, says or owns something."""


class Unseen:
    """Finds such names by the tables `actors` and `cues` of a language. `small` are the words that the document also writes small."""

    def __init__(self, language: Language, small: Container[str]) -> None:
        table, self.common = language.rules("actors"), small
        self.people, self.bodies, self.heads = (frozenset(table[key]) for key in ("people", "also_bodies", "body_heads"))
        self.called: Mapping[str, str] = {noun: kind for kind, nouns in table["called"].items() for noun in nouns}
        self.grouped = frozenset(table["called_bodies"]) | self.called.keys()
        self.calling, self.oneself = frozenset(table["calling"]), language.grammar.oneself
        self.behind: Mapping[str, str] = {noun: kind for kind, nouns in table["called_behind"].items() for noun in nouns}
        self.saying, self.things = frozenset(language.rules("cues")["verbs"]), frozenset(table["no_bodies"])
        self.men = frozenset((*table["armed_people"], *table["own_men"], *table["speaking_for"], *table["members"]))
        self.definite, self.small = frozenset(language.grammar.definite), frozenset(table["inside_bodies"])
        particles = "|".join(sorted(name_words().joining))
        self._quoted = re.compile(rf"[\"“]([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,4}})[\"”] (?:{'|'.join(sorted(self.men))})\b")
        self._bound = re.compile(rf"\b[A-Z][\w’']+-(?i:{particles})(?P<gap>[ -])(?P<rest>[A-Z][\w’'-]+)")

    def bound(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Names of which a particle joins two words: "Harra-e Dal", of which the parser makes two names or sees only one."""
        for found in self._bound.finditer(passage.text, passage.block.start, passage.block.end):
            last = passage.tokens(*found.span("rest"))
            end = last[-1] if last else None
            while end is not None and end.i + 1 < len(passage.parse) and end.nbor(1).ent_iob_ == "I" and end.ent_type_ and not end.is_punct:
                end = end.nbor(1)
            yield found.start(), max(found.end(), passage.end(end)) if end is not None else found.end()

    def kind_called(self, first: Token, last: Token) -> str | None:
        """The kind that a noun right before or behind a name gives it: "the daily Dol Post", "the Harra news agency"."""
        before = None if first.is_sent_start else first.nbor(-1)
        if before is not None and self._is_noun(before) and self._joined(before, first, last):
            return self._kind_of(before)
        if before is not None and before.dep_ == "acl" and before.lemma_ in self.calling and before.head.lower_ in self.grouped:
            return self.called.get(before.head.lower_, "other")  # "the alliance called Dol Hur"
        behind = None if last.is_sent_end else last.nbor(1)
        described = behind is not None and last.dep_ == "compound" and last.head.i >= behind.i
        return "media" if described and behind is not None and self.called.get(behind.lower_) == "media" else None

    def kind_told(self, first: Token, last: Token) -> str | None:
        """The kind that the noun gives by which a name is explained or said to be: "Dol Air, a freight company", "Velk is a teacher"."""
        nouns = [child for child in last.children if child.dep_ == "appos" and child.i > last.i]
        if last.dep_ == "nsubj" and last.head.lemma_ in grammar_of(last).copula:
            nouns += [child for child in last.head.children if child.dep_ == "attr"]
        noun = next((noun for noun in nouns if noun.tag_ == "NN" and noun.text.islower() and not noun.ent_type_), None)
        if noun is None:
            return None
        full = [token for token in last.doc[first.i : last.i + 1] if token.tag_ == "NNP" and token.text[1:].islower()]
        like_a_man = first.i < last.i and len(full) == last.i + 1 - first.i and last.lower_ not in self.heads
        people = self.people if like_a_man else self.people - self.bodies
        return "person" if noun.lower_ in people else self._kind_of(noun) if noun.lower_ in self.called else None

    def _kind_of(self, noun: Token) -> str:
        """What a noun says that a name behind it is; "agency" by the word before it."""
        return "media" if any(self.called.get(child.lower_) == "media" for child in noun.lefts) else self.called[noun.lower_]

    def _is_noun(self, token: Token) -> bool:
        return token.lower_ in self.called and token.text.islower() and token.pos_ in ("NOUN", "ADJ", "PROPN")

    @staticmethod
    def _joined(noun: Token, first: Token, last: Token) -> bool:
        inside = range(first.i, last.i + 1)
        on_name = noun.head.i in inside and noun.dep_ in JOINED | {"amod"}
        return on_name or any(child.i in inside and child.dep_ in JOINED for child in noun.children)

    def described(self, passage: Passage) -> Iterator[tuple[int, int, str]]:
        """Names that the parser takes for no entity behind a noun that says what they are: "the company Dol Air Freight"."""
        for noun in passage.parse:
            first = noun.nbor(1) if not noun.is_sent_end and self._is_noun(noun) else None
            if first is None or first.ent_type_ in NO_BODY or not first.text[:1].isupper() or not noun.whitespace_:
                continue
            last = first
            while (behind := self._next(last)) is not None:
                last = behind
            if not any(token.ent_type_ in NO_BODY for token in passage.parse[first.i : last.i + 1]) and self._joined(noun, first, last):
                yield passage.start(first), passage.end(last), self._kind_of(noun)

    def before_noun(self, passage: Passage, own: Container[str]) -> Iterator[tuple[int, int, str]]:
        """Names that the parser takes for no entity before a noun that says what they are: "the Forward party"; `own` are none."""
        if passage.block.kind == "heading":
            return
        for noun in passage.parse:
            kind = self.behind.get(noun.lower_) if noun.text.islower() else None
            last = noun.nbor(-1) if kind is not None and not noun.is_sent_start else None
            if last is None or not self._unknown(last, noun, own):
                continue
            first = last
            while first.i > sentence_start(noun) and self._unknown(first.nbor(-1), noun, own):
                first = first.nbor(-1)
            if first.i > sentence_start(noun):  # what opens a sentence has a capital anyway
                yield passage.start(first), passage.end(last), str(kind)

    def _unknown(self, token: Token, noun: Token, own: Container[str]) -> bool:
        """Whether a word is one of a name of several before a noun and none that is known for something else."""
        told = token.tag_ in ("NNP", "NNPS") and not token.ent_type_ and token.dep_ in ("compound", "nmod") and token.whitespace_ == " "
        return told and token.head.i <= noun.i and token.text[:1].isupper() and token.text not in own and token.lower_ not in self.common

    def _next(self, token: Token) -> Token | None:
        """The word of a name behind another one, also behind a small one ("Hand in Hand")."""
        sent = sentence_of(token)
        behind = token.nbor(1) if token.i + 1 < sent.end and token.whitespace_ else None
        if behind is not None and behind.lower_ in self.small and behind.i + 1 < sent.end:
            behind = behind.nbor(1) if behind.nbor(1).text[:1].isupper() and behind.nbor(1).pos_ == "PROPN" else None
        return behind if behind is not None and behind.text[:1].isupper() and behind.pos_ in ("PROPN", "NOUN", "ADJ") else None

    def self_called(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Names that bodies give themselves and that the parser takes for no entity: "a group calling itself the Dawn Partisans"."""
        for pronoun in passage.parse:
            if pronoun.lower_ not in self.oneself or pronoun.head.lemma_ not in self.calling or pronoun.i + 2 >= sentence_end(pronoun):
                continue
            first = pronoun.nbor(1)
            first = first.nbor(1) if first.is_quote else first
            first = first.nbor(1) if first.lower_ in self.definite and not first.is_sent_end else first
            if not first.text[:1].isupper() or first.ent_type_ in NO_BODY:
                continue
            last = first
            while (behind := self._next(last)) is not None:
                last = behind
            yield passage.start(first), passage.end(last)

    def quoted(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Names in quotation marks before a noun for their bearer's people: "the "Tigers" spokesman"."""
        for found in self._quoted.finditer(passage.text, passage.block.start, passage.block.end):
            yield found.span(1)

    def acting(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Bodies that act, speak or have men under names that the parser takes for none: "ODHR believes", "VLF troops"."""
        if passage.block.kind == "heading":
            return
        for token in passage.parse:
            before_men = token.dep_ in ("compound", "nmod") and token.head.i == token.i + 1 and token.head.lower_ in self.men
            if token.ent_type_ or not (token.dep_ in ACTING or before_men):
                continue
            if ACRONYM.fullmatch(token.text) and token.text not in self.things:
                yield passage.start(token), passage.end(token)
            elif token.dep_ == "nsubj" and token.head.lemma_ in self.saying and self._proper(token):
                first = token
                while first.i > sentence_start(token) and first.nbor(-1).dep_ in ("compound", "amod") and first.nbor(-1).text[:1].isupper():
                    first = first.nbor(-1)
                if first.i > sentence_start(token) and first.nbor(-1).lower_ in self.definite:
                    yield passage.start(first), passage.end(token)

    def _proper(self, token: Token) -> bool:
        return token.tag_ in ("NNP", "NNPS") and token.text[1:].islower() and token.lower_ not in self.common
