"""Who answers in an interview: whom its opening names or describes as spoken with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.names import Name
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.find.talks import Talk, partner
from sayso.lang.language import Language
from sayso.records.claim import Voice


class Interviewees:
    """Finds who is interviewed, by the table `cues` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast, self.talks = cast, language.rules("cues")["talks"]
        self.author_words = frozenset(language.rules("actors")["pronouns"]["author"])

    def of(self, passages: Iterable[Passage]) -> Voice | None:
        """Who is interviewed: whom the sentence names or describes last that speaks of the talk, before the first question."""
        for passage in passages:
            if passage.block.kind == "question":
                return None
            for sentence in passage.sentences:
                partners = [token for token in sentence if self._talks_with(token)]
                if not partners and not any(token.lemma_.lower() in self.talks["nouns"] for token in sentence):
                    continue
                if answering := next(filter(None, (self._who_answers(passage, token) for token in partners)), None):
                    return answering
                people = [name for token in sentence if (name := self.cast.name_at(passage, token)) and name.kind == "person"]
                people = [name for name in people if not self._asks(passage, name)] or people
                described = (self.cast.describe(passage, token) for token in partners)
                mention = self.cast.mention_of(passage, people[-1]) if people else next(filter(None, described), None)
                if mention is not None:
                    return Voice(mention.text, mention.span, mention.name)
        return None

    def addressed(
        self, passage: Passage, talk: Talk, asked: Voice | None, named: Callable[[Passage, int, int, Voice | None], Voice]
    ) -> Voice | None:
        """Whom "you" means in a passage of a talk of two: the other one, or in a question who is `asked`."""
        other = partner(talk, passage.text, passage.block.start)
        if other is not None:
            return named(passage, other.start, other.end, asked)
        return asked if passage.block.kind == "question" else None

    def _asks(self, passage: Passage, name: Name) -> bool:
        """Whether a person is called a reporter before his name: "our correspondent Anna Velk"."""
        first = passage.tokens(name.start, name.end)[0]
        return any(token.lower_ in self.talks["askers"] for token in passage.parse[max(sentence_start(first), first.i - 2) : first.i])

    def _who_answers(self, passage: Passage, partner: Token) -> Voice | None:
        """Who is spoken with, where it is clear at once: the person that "we met", or who spoke to an outlet."""
        if partner.dep_ != "dobj":
            return self._who_talks(passage, partner)
        who = self.cast.actor_at(passage, partner)
        return Voice(who.text, who.span, who.name) if who is not None and who.kind == "person" else None

    def _who_talks(self, passage: Passage, partner: Token) -> Voice | None:
        """The person who spoke to an outlet ("she spoke to the Nile Herald"); None where the outlet spoke to somebody."""
        subject = next((child for child in partner.head.head.children if child.dep_ == "nsubj"), None)
        if subject is None or (who := self.cast.actor_at(passage, subject)) is None or who.kind != "person":
            return None
        asks = self.cast.actor_at(passage, partner)
        of_two = asks is not None and asks.kind == "person" and asks.named and subject.pos_ != "PRON"
        return None if of_two else Voice(who.text, who.span, who.name)

    def _talks_with(self, token: Token) -> bool:
        """Whether somebody is spoken with: "the station spoke by telephone with a resident", "we met him in his office"."""
        prep = token.head
        if token.dep_ == "dobj" and prep.lemma_ in self.talks["meets"]:
            return any(child.dep_ == "nsubj" and child.lower_ in self.author_words for child in prep.children)
        return token.dep_ == "pobj" and prep.lower_ in self.talks["with"] and prep.head.lemma_ in self.talks["verbs"]
