"""By what words beside a name a text describes its bearer: "the Dol army spokesman, Otto Brand", "the Dawn Front, a rebel movement"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from spacy.tokens import Token

from sayso.find.cast import ORGANISED, Cast
from sayso.find.explanations import Explanations
from sayso.find.grammar import grammar_of
from sayso.find.names import Name
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.lang.language import Language
from sayso.records.claim import Mention
from sayso.records.document import Span

BODIES = ORGANISED | {"other"}
"""Kinds of actors that a noun for bodies can describe."""
ONE = frozenset({"NN", "NNP"})
LONGEST = 80
"""Code points of the longest description that is kept as one."""
DATED = frozenset({"DATE", "TIME", "CARDINAL"})


class Descriptions:
    """Finds them by the table `actors` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast, self.explanations = cast, Explanations(cast, language)
        table = language.rules("actors")
        self.offices = frozenset((*table["offices"], *table["titles"], *table["speaking_for"])) - frozenset(table["courtesy"])
        self.roles = self.offices | {*table["people"], *table["also_bodies"]}
        called = (noun for nouns in table["called"].values() for noun in nouns)
        self.bodies = frozenset((*table["called_bodies"], *table["bodies_of_people"], *called))
        self.ranks = frozenset(word for house in ("army", "police") for word in table["houses"][house]) | {*table["courtesy"]}
        self.graded, self.general = self.ranks | {*table["grades"]}, frozenset(table["in_general"])
        self.calling = frozenset(table["calling"])

    def further(self, passages: Iterable[Passage]) -> tuple[Mention, ...]:
        """The mentions of all descriptions where none stands yet, or that of a state by the office that is told in it."""
        found = {mention.span: mention for mention in self.of(passages)}
        known = ((self.cast.mentions.at(span), mention) for span, mention in found.items())
        return tuple(mention for before, mention in known if before is None or (before.kind == "state" != mention.kind))

    def of(self, passages: Iterable[Passage]) -> Iterator[Mention]:
        """Whom each description beside a name means, and each office by which a text calls its only holder again."""
        for passage in passages:
            for noun in passage.parse:
                words = {noun.lower_, noun.lemma_.lower()}
                person = bool(words & self.roles)
                if noun.tag_ not in ONE or not (person or words & self.bodies) or self.cast.name_at(passage, noun) is not None:
                    continue
                name = self._beside(passage, noun, person)
                spans = list(self._spans(passage, noun, name)) if name is not None else []
                if name is None and noun.lower_ in self.offices and (name := self.cast.pointing.holder(passage, noun)) is not None:
                    spans = [self.cast.phrase(passage, noun)]
                yield from (self._mention(passage, span, name) for span in spans if name is not None)

    def _mention(self, passage: Passage, span: Span, name: Name) -> Mention:
        full = self.cast.full[name]
        return Mention(span, passage.quote(span), " ".join(full.split()), self.cast.kind_of(full), name.pack, False)

    def _beside(self, passage: Passage, noun: Token, person: bool) -> Name | None:
        """The name beside a noun whose bearer it describes."""
        if self._ranks_only(noun):
            return None
        found = self.cast.name_at(passage, noun.head) if noun.dep_ == "appos" and noun.head.i < noun.i else None
        found = found or self._right_behind(passage, noun)
        if found is None and (word := self.explanations.name_of(passage, noun)) is not None:
            found = self.cast.name_at(passage, word)
        if found is None:
            return None
        kind = self.cast.kind_of(self.cast.full[found])
        return found if (kind == "person" if person else kind in BODIES) else None

    def _ranks_only(self, noun: Token) -> bool:
        """Whether a noun is the rank behind an office, or the beginning of one that goes on: "chief General Brand", "Secretary General"."""
        before, behind = (noun.nbor(-1).lower_ if noun.i else ""), ("" if noun.is_sent_end else noun.nbor(1).lower_)
        rank = noun.lower_ in self.ranks and before in self.roles and before not in self.general
        return rank or (noun.lower_ in self.general and behind in self.ranks)

    def _right_behind(self, passage: Passage, noun: Token) -> Name | None:
        """The name right behind a noun and ranks: "army spokesman Col. Otto Brand", "the aid group Valley Relief"."""
        behind = noun.doc[noun.i + 1 :]
        at = next((token for token in behind if not (token.lower_.rstrip(".") in self.ranks or _is_stop(token, self.ranks))), None)
        name = self.cast.name_at(passage, at) if at is not None and at.sent == noun.sent else None
        return name if at is not None and name is not None and name.start == passage.start(at) else None

    def _spans(self, passage: Passage, noun: Token, name: Name) -> Iterator[Span]:
        """The words of a description, without the name, an article or a pronoun before it, if it has several and stands beside the name.

        Behind a name it is given with and without what goes on behind its noun: "chief doctor of the hospital", "chief doctor".
        """
        first = noun
        while first.i > sentence_start(noun) and self._goes_before(first.nbor(-1)) and self.cast.name_at(passage, first.nbor(-1)) != name:
            first = first.nbor(-1)
        while first.i < noun.i and (first.is_punct or first.dep_ == "case" or first.tag_ in ("PRP$", "POS", "DT")):
            first = first.nbor(1)
        start, end, whole = passage.start(first), passage.end(noun), self.cast.phrase(passage, noun)
        ends = [whole.end] if whole.start <= end < whole.end else []
        if start < name.start < whole.end:
            ends = [start + len(passage.text[start : name.start].rstrip(" ,(-–—\n"))] if name.start > end else []
        ends = [*ends, end] if start >= name.end or not ends else ends
        for one in (Span(passage.sha, start, at) for at in ends):
            words = passage.tokens(one.start, one.end)
            telling = len(passage.quote(one).split()) > 1 and any(token.lower_.rstrip(".") not in self.graded for token in words)
            if telling and one.size <= LONGEST and not one.start < name.end < one.end and self._is_beside(passage, one, name):
                yield one

    def _is_beside(self, passage: Passage, span: Span, name: Name) -> bool:
        """Whether nothing but marks, an article or pronoun, and ranks stands between a description and the name."""
        first, last = (name.end, span.start) if span.start >= name.end else (span.end, name.start)
        between = passage.tokens(first, last) if passage.text[first:last].strip() else []
        return all(t.is_punct or t.tag_ in ("DT", "PRP$") or t.lower_.rstrip(".") in self.ranks for t in between) and not any(
            token.text in ".;:?!" and not _is_stop(token, self.ranks) for token in between
        )

    def _goes_before(self, token: Token) -> bool:
        """Whether a word can stand in a description before its noun."""
        words = grammar_of(token)
        apart = token.lower_ in words.articles | words.definite or token.tag_ in ("PRP$", "DT", "IN", "CC") or token.ent_type_ in DATED
        told = token.pos_ in ("NOUN", "PROPN", "ADJ", "PART") or (token.pos_ == "VERB" and token.dep_ == "amod")
        return not apart and token.lemma_ not in self.calling and (told or token.text in "-’'")


def _is_stop(token: Token, ranks: Container[str]) -> bool:
    """Whether a full stop only ends a short form of a rank."""
    return token.text == "." and token.i > 0 and token.nbor(-1).lower_ in ranks
