"""The name by which a text explains whom a noun means: "its leader, the lawyer Otto Brand", "a body calling itself Dawn Front"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.find.cast import ORGANISED, Cast
from sayso.find.grammar import VERBAL, grammar_of
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_end
from sayso.lang.language import Language

SILENT = frozenset({"ADV", "AUX", "PART", "PUNCT"})
"""Words that may stand between a name set off by commas and the verb whose subject it explains."""


class Explanations:
    """Finds such names by the table `actors` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast = cast
        table = language.rules("actors")
        self.calling = frozenset(table["calling"]) | frozenset(table["introducing"])
        self.bodies = frozenset(table["called_bodies"]) | frozenset(noun for nouns in table["called"].values() for noun in nouns)
        self.own_name, self.giving = frozenset(table["own_name"]), frozenset(table["giving_name"])
        self.either = frozenset(table["also_bodies"])
        self.courtesy = frozenset(table["courtesy"])
        self.people = frozenset(table["people"]) | frozenset(table["speaking_for"]) | frozenset(table["titles"])
        self.persons = self.people | {*table["descriptions"]["person"]}

    def name_of(self, passage: Passage, noun: Token) -> Token | None:
        """The word of the name that explains a noun: of a person a person's, of a body a body's, of owners and the like either; None where
        none does."""
        if self.cast.name_at(passage, noun):
            return None
        body = noun.lemma_.lower() in self.bodies
        beyond = noun.head.i if noun.head.pos_ in VERBAL and noun.head.i > noun.i else len(noun.doc)  # its verb: no name behind that is his
        found = next((token for token in noun.subtree if noun.i < token.i < beyond and self._explains(passage, token, noun, body)), None)
        if found is not None or body:
            return found
        if noun.dep_ == "pobj":
            return self._set_off(passage, noun)
        return self._behind_office(passage, noun) or self._right_behind(passage, noun) or self._behind_phrase(passage, noun)

    def _right_behind(self, passage: Passage, noun: Token) -> Token | None:
        """The last word of a person's name right behind a noun that is told of it: "the hydrologist Otto Brand"."""
        name = self.cast.name_at(passage, noun.nbor(1)) if noun.tag_ == "NN" and not noun.is_sent_end else None
        words = passage.tokens(name.start, name.end) if name is not None and name.kind == "person" else []
        whole = len(words) > 1 and words[0].i == noun.i + 1 and any(token.head == noun for token in words)
        return words[-1] if whole and not any(token.dep_ == "case" for token in words[-1].rights) else None

    def _behind_phrase(self, passage: Passage, noun: Token) -> Token | None:
        """The last word of a person's full name between commas behind a phrase for one: "the head of the port, Otto Brand, warning"."""
        if noun.tag_ not in ("NN", "NNP") or {noun.lemma_.lower(), noun.lower_}.isdisjoint(self.people):
            return None
        phrase = passage.tokens((span := self.cast.phrase(passage, noun)).start, span.end)
        comma = next((token for token in noun.doc[noun.i + 1 : sentence_end(noun)] if token.text == ","), None)
        between = [token for token in noun.doc[noun.i + 1 : comma.i] if token not in phrase] if comma is not None else []
        if (
            comma is None
            or between
            or comma.is_sent_end
            or any({t.lower_, t.lemma_.lower()} & self.persons for t in phrase if t.i > noun.i)
        ):
            return None
        at = comma.nbor(1)
        at = at.nbor(1) if at.lower_.rstrip(".") in self.courtesy and not at.is_sent_end else at
        name = self.cast.name_at(passage, at)
        words = passage.tokens(name.start, name.end) if name is not None and name.kind == "person" else []
        full = len(words) > 1 and words[-1].i + 2 < sentence_end(noun) and words[-1].nbor(1).text == ","
        return words[-1] if full and self.cast.name_at(passage, words[-1].nbor(2)) is None else None

    def _behind_office(self, passage: Passage, noun: Token) -> Token | None:
        """The last word of the name behind an office without an article: "said Adviser to the Head of the Port Otto Brand"."""
        owned = any(child.dep_ in ("det", "poss") for child in noun.lefts)
        if owned or noun.tag_ not in ("NN", "NNP") or noun.lower_ not in self.people:
            return None
        before = noun
        for token in noun.doc[noun.i + 1 : sentence_end(noun)]:
            name = self.cast.name_at(passage, token)
            if name is not None and name.kind == "person":
                whole = passage.tokens(name.start, name.end)
                return whole[-1] if before.lower_ not in self.people and not any(t.dep_ == "case" for t in whole[-1].rights) else None
            if token.pos_ in VERBAL or token.is_quote:
                return None
            before = token
        return None

    def _set_off(self, passage: Passage, noun: Token) -> Token | None:
        """The last word of a person's name between commas right behind a phrase: "according to the commander, Otto Brand, they left"."""
        at = noun.right_edge.i + 1
        if at + 1 >= sentence_end(noun) or noun.doc[at].text != "," or {noun.lemma_.lower(), noun.lower_}.isdisjoint(self.people):
            return None
        name = self.cast.name_at(passage, noun.doc[at + 1])
        words = passage.tokens(name.start, name.end) if name is not None and name.kind == "person" else []
        whole = bool(words) and words[0].i == at + 1 and words[-1].i + 1 < sentence_end(noun) and words[-1].nbor(1).text == ","
        return words[-1] if whole else None

    def _explains(self, passage: Passage, token: Token, noun: Token, body: bool) -> bool:
        if token.pos_ != "PROPN" or (name := self.cast.name_at(passage, token)) is None:
            return False
        if (name.kind == "person") == body:
            body = noun.lemma_.lower() in self.either and name.kind in ORGANISED
            if not body:
                return False
        if body:
            return (
                self._is_called(token, noun)
                or (token.dep_ == "appos" and token.head == noun)
                or _closes(passage.tokens(name.start, name.end), noun)
            )
        if self._is_called(token, noun):
            return True
        if self._of_somebody(token, noun):
            return False
        return _closes(passage.tokens(name.start, name.end), noun) or (token.dep_ == "appos" and _hangs_on(token, noun))

    def _is_called(self, name: Token, body: Token) -> bool:
        """Whether a body calls itself by a name, or is called by it."""
        verb = next((above for above in name.ancestors if above.pos_ in VERBAL), None)
        if verb is not None and self._gives_name(verb):
            clause = verb.head if verb.dep_ == "conj" else verb
            return clause.dep_ == "relcl" and clause.head == body
        if verb is None or verb.lemma_ not in self.calling:
            return False
        itself = any(token.lower_ in grammar_of(name).oneself for child in verb.children for token in (child, *child.children))
        called = verb.head.head if verb.head.dep_ == "appos" else verb.head  # "its spokesman, a teacher called Otto Brand"
        return itself or (body in (verb.head, called) and verb.dep_ in ("acl", "relcl"))

    def _gives_name(self, verb: Token) -> bool:
        """Whether a verb tells how somebody is named: "who gives his name as Otto", "whose name is Otto"."""
        words = [child for child in verb.children if child.dep_ in ("nsubj", "dobj") and child.lemma_.lower() in self.own_name]
        owned = any(child.dep_ == "poss" for word in words for child in word.lefts)
        return owned and (verb.lemma_ in self.giving or verb.lemma_ in grammar_of(verb).copula)

    def _of_somebody(self, name: Token, noun: Token) -> bool:
        """Whether another person stands between a noun and the name, whose name it may be: "the widow of the mayor, Otto Brand"."""
        between = (above for above in name.ancestors if noun.is_ancestor(above) and above.dep_ == "pobj")
        return any({above.lower_, above.lemma_.lower()} & self.people for above in between)


def _hangs_on(name: Token, noun: Token) -> bool:
    """Whether nothing but bodies, places and descriptions stands between a noun and the name."""
    between = (above for above in name.ancestors if noun.is_ancestor(above))
    return all(above.dep_ in ("pobj", "prep", "appos", "conj") for above in between)


def _closes(name: Sequence[Token], noun: Token) -> bool:
    """Whether a name between commas is the last of a subject's words before its verb: "a man whom we met in Dol, Otto Brand, says"."""
    verb, parse, behind = noun.head, noun.doc, name[-1].i + 1
    if verb.pos_ not in VERBAL or behind >= verb.i or parse[behind].text != ",":
        return False
    first = min(token.left_edge.i for token in name)
    set_off = first > noun.i + 1 and parse[first - 1].text == ","
    return set_off and all(token.pos_ in SILENT for token in parse[behind + 1 : verb.i])
