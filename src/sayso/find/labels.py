"""Speakers marked by a colon: "Rebels killed 12 soldiers: army", "Ministry: the dam is safe"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from sayso.find.cue import Cue
from sayso.find.grammar import FINITE, VERBAL, grammar_of, object_of
from sayso.find.passages import Passage
from sayso.lang.language import Language

DASHES = frozenset({"-", "–", "—"})
HEADLINE = 160
"""Code points of the longest first line that may be a headline with a full stop."""
LEAST = 3
"""Words that a headline must say beside its speaker."""
LONGEST = 6
"""Words of the longest label that is still a speaker's."""
LONGEST_NAMED = 12
"""The same where it holds a person's name, and a quotation stands behind it."""
REACH = 18
"""Words and marks at the start of a sentence among which the colon behind a label is looked for."""


def _parts(passage: Passage, before: Token, dash: Token) -> bool:
    """Whether a dash parts words from a label, and is not within a word ("pro-Dolan")."""
    mark = passage.text[passage.start(dash)]
    return mark in DASHES and dash.is_punct and (mark != "-" or bool(before.whitespace_))


class LabelFinder:
    """Finds the speaker of a headline before its first or behind its last colon."""

    def __init__(self, language: Language) -> None:
        table, words = language.rules("cues"), language.rules("actors")
        self.no_labels, self.counts = frozenset(table["no_labels"]), frozenset(table["counts"])
        self.author_words = frozenset(words["pronouns"]["author"])
        self.versions, self.having = frozenset(table["versions"]), frozenset(table["having"])
        self.offices = frozenset(words["offices"]) | frozenset(words["ranks"])
        self.speaking = frozenset(words["people"]) | frozenset(words["bodies_speaking"]) | frozenset(words["publications"])

    def cue(self, passage: Passage) -> Cue | None:
        """The colon of a headline as a cue, with the label as its words and all else as what is said; None where no colon parts them."""
        tokens = [token for token in passage.parse if not token.is_space]
        colons = [n for n, token in enumerate(tokens) if token.text == ":"]
        colons = colons or [n for n, token in enumerate(tokens) if n and _parts(passage, tokens[n - 1], token)][-1:]
        if not colons:
            return None
        back = self._labelled(tokens[colons[-1] + 1 :], tokens[: colons[-1]], tokens[colons[-1]], front=False)
        if tokens[colons[0]].text != ":":
            return back if back is not None and head_of(back.words).lower_ in self.speaking else None
        return back or self._labelled(tokens[: colons[0]], tokens[colons[0] + 1 :], tokens[colons[0]], front=True)

    def with_label(
        self, cues: list[Cue], passage: Passage, sentence: Sequence[Token], quoted: Callable[[int], object], turn: bool
    ) -> list[Cue]:
        """The cues of a sentence, with its label: of a headline in their place, of a text where none stands outside of quotations."""
        if is_headline(passage) and sentence[0].i == 0 and (headed := self.cue(passage)) is not None:
            return [headed]
        if turn or any(quoted(cue.token.i) is None for cue in cues):
            return cues
        label = self.in_text(sentence) or self._in_brackets(sentence) or self._version(sentence)
        return [label, *cues] if label is not None else cues

    def _version(self, sentence: Sequence[Token]) -> Cue | None:
        """The colon behind whose account is spoken of: "The rebels' version is different: the army shelled its own men"."""
        place = next((n for n, token in enumerate(sentence) if token.text == ":"), 0)
        before, said = list(sentence[:place]), list(sentence[place + 1 :])
        noun = next((token for token in before if token.lemma_.lower() in self.versions), None)
        verb = noun.head if noun is not None else None
        if noun is None or verb is None or verb not in before or len(before) > 2 * LONGEST or not said or said[0].is_quote:
            return None
        owner = next((child for child in noun.children if child.dep_ == "poss"), None) or object_of(noun, grammar_of(noun).giver)
        if noun.dep_ == "dobj" and verb.lemma_ in self.having and owner is None:
            owner = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        elif noun.dep_ != "nsubj" or verb.lemma_ not in grammar_of(noun).copula:
            return None
        told = len(said) >= LEAST or any(token.like_num for token in said)
        return (
            Cue(sentence[place], "asserts", tops(said), (owner,), anyone=True, words=tuple(before)) if owner is not None and told else None
        )

    def _in_brackets(self, sentence: Sequence[Token]) -> Cue | None:
        """The bracket at the end of a sentence in which stands who says it: "Three people were killed in the blast (police)."."""
        if all(token.text != ")" for token in sentence[-2:]):
            return None
        words = [token for token in sentence if not token.is_punct or token.text in "()"]
        start = next((n for n, token in enumerate(words) if token.text == "("), 0)
        if start < LEAST or words[-1].text != ")" or not 0 < len(words) - start - 2 <= LONGEST:
            return None
        label, said = words[start + 1 : -1], words[:start]
        head = head_of(label)
        if head.pos_ not in ("NOUN", "PROPN") or any(token.pos_ in VERBAL or token.text in "()" for token in label):
            return None
        if not {head.lower_, head.lemma_.lower()} & self.speaking:
            return None
        return Cue(words[start], "asserts", tops(said), (head,), anyone=True, words=tuple(words[start + 1 :]))

    def in_text(self, sentence: Sequence[Token]) -> Cue | None:
        """The colon behind a speaker that opens a sentence without a verb: "Velk, on state television: "It was an accident."".

        Behind a person with an office or a place where he speaks ("Velk, on Radio Kest: ...") the words may stand without marks; behind
        any other speaker only a quotation is what he says.
        """
        place = next((n for n, token in enumerate(sentence[:REACH]) if token.text == ":"), 0)
        label, said = list(sentence[:place]), list(sentence[place + 1 :])
        if not label or len(said) < LEAST or any(token.pos_ in VERBAL for token in label):
            return None
        head = head_of(label)
        if (giver := self._gives_count(head)) is not None and any(token.like_num for token in said):
            return Cue(sentence[place], "asserts", tops(said), (giver,), words=tuple(label))
        named = said[0].is_quote and any(token.ent_type_ == "PERSON" for token in label)  # "Kest's mayor, Ada Renn, in a speech: "..."
        if head.ent_type_ not in ("PERSON", "ORG") and head.lower_ not in self.speaking and not (named and head.lower_ in self.offices):
            return None
        person = head.ent_type_ == "PERSON" and head.pos_ == "PROPN"
        office = any(token.lower_.strip(".") in self.offices for token in label) and any(token.tag_ in FINITE for token in said)
        aside = office or any(token.text == "," for token in label)
        own = any(token.lower_ in self.author_words for token in said)  # "Kest army: Our forces have left"
        if not (said[0].is_quote or (person and aside) or own) or any(token.text in "()[]" for token in label):
            return None
        return self._labelled(label, said, sentence[place], front=True, named=named)

    def _labelled(self, label: list[Token], said: list[Token], colon: Token, front: bool, named: bool = False) -> Cue | None:
        words = [token for token in label if token.is_alpha]
        if not words or len(words) > (LONGEST_NAMED if named else LONGEST) or sum(token.is_alpha for token in said) < LEAST:
            return None
        comma = next((token.i for token in label if token.text == ","), label[-1].i)
        inner = {token.i for token in label if token.i > comma and token.pos_ == "ADP"}  # "a local chief, by telephone: ..."
        if any(token.is_quote or (not named and token.lower_ in self.no_labels and token.i not in inner) for token in label) or any(
            token.tag_ in ("VBD", "VBZ") for token in words
        ):
            return None
        head = head_of(label)
        known = head.ent_type_ in ("PERSON", "ORG") or head.lower_ in self.speaking
        many = head.tag_ == "NNS" and head.lower_ in self.speaking  # "Truce dead within a week: analysts"
        if not (known and front) and not many and not any(token.tag_ in FINITE for token in said):
            return None
        if front and head.ent_type_ == "GPE":
            return None
        if not front and len(words) > LONGEST // 2:
            return None
        return Cue(colon, "asserts", tops(said), (head,), words=tuple(label))

    def _gives_count(self, head: Token) -> Token | None:
        """Who gives a count that a label announces: "First toll from the police: three dead"."""
        if head.lemma_.lower() not in self.counts:
            return None
        return object_of(head, grammar_of(head).giver) or object_of(head, grammar_of(head).doer)


def is_headline(passage: Passage) -> bool:
    """Whether a passage is a heading, or the short first line of a report."""
    return passage.block.kind == "heading" or (passage.block.start == 0 and passage.block.end <= HEADLINE)


def head_of(label: Sequence[Token]) -> Token:
    """The noun on which the other words of a label hang."""
    places = {token.i for token in label}
    return next(
        (token for token in label if (token.head.i not in places or token.head == token) and token.pos_ in ("NOUN", "PROPN")), label[-1]
    )


def tops(said: Sequence[Token]) -> tuple[Token, ...]:
    """The words said that hang on none of the others."""
    inside = {token.i for token in said}
    return tuple(token for token in said if token.head.i not in inside or token.head == token)
