"""Who answers in an interview: whom its opening names or describes as spoken with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.grammar import NOUN_SUBJECTS
from sayso.find.misread import behind_address
from sayso.find.names import Name
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.find.talks import Talk, partner
from sayso.lang.language import Language
from sayso.records.claim import Voice

ASKER = re.compile(r"\((?P<who>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3})(?:, [^()\n]{1,60})?\)\s*[:.]\s*$")
"""The bracket that tells who asks, at the end of a question's mark."""
SIGNED = 2
"""Blocks at the end of written answers in which who gives them signs."""


class Interviewees:
    """Finds who is interviewed, by the table `cues` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast, self.talks = cast, language.rules("cues")["talks"]
        actors = language.rules("actors")
        self.author_words = frozenset(actors["pronouns"]["author"])
        self.offices = (frozenset(actors["offices"]) | frozenset(actors["ranks"])) - frozenset(actors["courtesy"])

    def of(self, passages: Sequence[Passage]) -> Voice | None:
        """Who is interviewed; a reporter only where nobody else is named.

        It is whom a sentence before the first question names or describes last that speaks of the talk, or whom a question addresses by
        name.
        """
        opening = [*takewhile(lambda passage: passage.block.kind != "question", passages)]
        lines = [(passage, sentence) for passage in opening for sentence in passage.sentences]
        to_whom = (self._signed(passages, voice) for line in lines if (voice := self._put_to(*line)) is not None)
        told_in = filter(None, (self._told_in(*line) for line in lines))
        if (answering := next(to_whom, None) or next(told_in, None)) is not None:
            return answering
        called = (self._called(passage) for passage in passages if passage.block.kind == "question")
        reporters = (self._named_in(*line, asking=True) for line in lines)
        return next(filter(None, (*called, *reporters)), None)

    def asks(self, passage: Passage, named: Callable[[Passage, int, int], Voice]) -> Voice | None:
        """Who asks a question, where the mark before it tells that in a bracket: "Q (Ada Renn, Radio Kest): ..."."""
        line = passage.text.rfind("\n", 0, passage.block.start) + 1
        found = ASKER.search(passage.text, line, passage.block.start)
        return named(passage, *found.span("who")) if found is not None else None

    def in_office(self, passages: Sequence[Passage]) -> bool:
        """Whether a heading above the first question names an office: "The foreign minister on the blockade"."""
        opening = takewhile(lambda passage: passage.block.kind != "question", passages)
        return any(token.lower_ in self.offices for passage in opening if passage.block.kind == "heading" for token in passage.parse)

    def _put_to(self, passage: Passage, sentence: Tokens) -> Voice | None:
        """To whom written questions are put: "Questions by the member Brand to the Minister of Water"."""
        asked = next((token.i for token in sentence if token.lemma_.lower() in self.talks["put"] and token.tag_ == "NNS"), None)
        heads = [token for token in sentence if token.dep_ == "pobj" and token.head.lower_ in self.talks["to"]]
        whom = next((token for token in heads if asked is not None and token.head.i > asked), None)
        known = (self.cast.actor_at(passage, whom) or self.cast.describe(passage, whom)) if whom is not None else None
        person = known is not None and (known.kind == "person" or (whom is not None and whom.lower_ in self.offices))
        return Voice(known.text, known.span, known.name) if known is not None and person else None

    def _signed(self, passages: Sequence[Passage], office: Voice) -> Voice:
        """Who answers by an office, with the name under which that signs at the end."""
        words = office.text.casefold()
        last = [passage for passage in passages[-SIGNED:] if words in passage.text[passage.block.start : passage.block.end].casefold()]
        names = (name for passage in last for token in passage.parse if (name := self.cast.name_at(passage, token)) is not None)
        person = next((name for name in names if name.kind == "person"), None)
        return replace(office, name=self.cast.full[person]) if person is not None else office

    def _told_in(self, passage: Passage, sentence: Tokens) -> Voice | None:
        """Who answers by a sentence that tells of the talk: who speaks with an outlet or receives it, else whom it names or describes."""
        partners = [token for token in sentence if self._talks_with(token)]
        if answering := next(filter(None, (self._who_answers(passage, token) for token in partners)), None):
            return answering
        if (named := self._named_in(passage, sentence)) is not None:
            return named
        described = next(filter(None, (self.cast.describe(passage, token) for token in partners)), None)
        return Voice(described.text, described.span, described.name) if described is not None else None

    def _named_in(self, passage: Passage, sentence: Tokens, asking: bool = False) -> Voice | None:
        """The person whom a sentence names last that speaks of the talk: one who is no reporter, or one who is."""
        if not any(self._talks_with(token) or token.lemma_.lower() in self.talks["nouns"] for token in sentence):
            return None
        people = [name for token in sentence if (name := self.cast.name_at(passage, token)) and name.kind == "person"]
        people = [name for name in people if self._asks(passage, name) == asking]
        mention = self.cast.mention_of(passage, people[-1]) if people else None
        return Voice(mention.text, mention.span, mention.name) if mention is not None else None

    def _called(self, passage: Passage) -> Voice | None:
        """Whom a question addresses by name at its start: "Mr Brand, the Front says it holds the dam"."""
        first = next((token for token in passage.parse if token.is_alpha), None)
        name = self.cast.name_at(passage, first) or self.cast.name_at(passage, first.nbor()) if first is not None else None
        if name is None or name.kind != "person" or (last := passage.tokens(name.start, name.end)[-1]).nbor().text != ",":
            return None
        told = last.dep_ in NOUN_SUBJECTS and behind_address(last) is None
        mention = self.cast.mention_of(passage, name)
        return None if told else Voice(mention.text, mention.span, mention.name)

    def addressed(
        self, passage: Passage, talk: Talk, asked: Voice | None, named: Callable[[Passage, int, int, Voice | None, str], Voice]
    ) -> Voice | None:
        """Whom "you" means in a passage of a talk of two: the other one, or in a question who is `asked`."""
        other = partner(talk, passage.text, passage.block.start)
        if other is not None:
            return named(passage, other.start, other.end, asked, other.speaker)
        return asked if passage.block.kind == "question" else None

    def _asks(self, passage: Passage, name: Name) -> bool:
        """Whether a person is called a reporter before his name or signs the talk: "our correspondent Anna Velk", "Interview: Ada Renn"."""
        first = passage.tokens(name.start, name.end)[0]
        before = passage.parse[max(sentence_start(first), first.i - 2) : first.i]
        signs = len(before) > 1 and before[-1].text.lower() in self.talks["signs"] and before[0].lower_ in self.talks["signed"]
        return signs or any(token.lower_ in self.talks["askers"] for token in before)

    def _who_answers(self, passage: Passage, partner: Token) -> Voice | None:
        """Who is spoken with, where it is clear at once: the person that "we met", who "receives us", or who spoke to an outlet."""
        if partner.dep_ != "dobj":
            return self._who_talks(passage, partner)
        ours = partner.lower_ in self.author_words
        who = self.cast.actor_at(passage, next(child for child in partner.head.children if child.dep_ == "nsubj") if ours else partner)
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
        """Whether somebody is spoken with: "the station spoke by telephone with a resident", "we met him", "she receives us"."""
        prep = token.head
        if token.dep_ == "dobj" and prep.lemma_ in self.talks["meets"]:
            ours = [child.lower_ in self.author_words for child in prep.children if child.dep_ == "nsubj"]
            return bool(ours) and ours[0] != (token.lower_ in self.author_words)
        return token.dep_ == "pobj" and prep.lower_ in self.talks["with"] and prep.head.lemma_ in self.talks["verbs"]
