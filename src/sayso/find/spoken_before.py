"""Whom a pronoun or "the company" means by who spoke before."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.grammar import tells_us
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_of, sentence_start
from sayso.find.stage import Stage
from sayso.lang.language import Language
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span

Spoke = tuple[Voice, Mention | None]
OFTEN = 3
"""How often a person speaks before a text is mostly a talk with him."""
BODIES = frozenset({"armed_group", "government_body", "international_org", "company", "media"})
"""Kinds of bodies that are told on with a noun for their kind: "the company"."""


class SpokenBefore:
    """Finds such speakers; `may_mean` tells whether a pronoun fits an actor that a noun names."""

    def __init__(self, cast: Cast, language: Language, may_mean: Callable[[str, Mention, Token], bool]) -> None:
        self.cast, self.may_mean = cast, may_mean
        table = language.rules("actors")
        self.person, self.author = (frozenset(table["pronouns"][key]) for key in ("person", "author"))
        self.people = frozenset(table["people"])
        self.kinds = {kind: frozenset(words) for kind, words in table["descriptions"].items() if kind in BODIES}

    def body(self, speaker: Token, stage: Stage) -> Spoke | None:
        """The body that spoke in the sentence before, where "the company" or "the agency" means it."""
        kinds = {kind for kind, words in self.kinds.items() if speaker.lower_ in words} if speaker.tag_ == "NN" else set()
        fitting = (one for one in reversed(stage.here) if kinds and one[2] is not None and one[2].kind in kinds | {"other"})
        return next((one[1:] for one in fitting if (one[1].name or "").lower() != one[1].name), None)

    def going_on(self, passage: Passage, before: Passage | None, speaker: Token, stage: Stage) -> Spoke | None:
        """Whom the same pronoun means as the subject of the sentence before: who spoke before that, or who it clearly means.

        "Brand was late. He sat down. He said ...", "Brand said ... . He could not tell why. He said ...". `before` is the passage before.
        """
        sentence, there = _sentence_before(passage, before, speaker)
        subject = next((child for child in sentence.root.children if child.dep_ == "nsubj"), None) if sentence is not None else None
        if there is not None and subject is not None and subject.lower_ in self.author and speaker.lower_ in self.person:
            met = self._met(there, subject.head)
            return _meaning(passage, speaker, met.name, met) if met is not None and self.may_mean(speaker.lower_, met, speaker) else None
        if there is None or subject is None or subject.lower_ != speaker.lower_ or subject.lower_ not in self.person:
            return None
        if (spoken := self.last(there, subject, stage)) is not None and spoken[1] is not None:
            return _meaning(passage, speaker, spoken[0].name, spoken[1])
        meant = self.cast.actor_at(there, subject) if self.cast.is_clear(there, subject) else None
        if meant is None and there == passage and (earlier := self.going_on(there, None, subject, stage)) is not None:
            meant = earlier[1]
        return _meaning(passage, speaker, meant.name, meant) if meant is not None else None

    def partner(self, passage: Passage, speaker: Token, stage: Stage) -> Spoke | None:
        """With whom who writes talks, where a pronoun tells him something: who told him things before, and spoke oftenest by far."""
        if speaker.lower_ not in self.person or not tells_us(speaker.head):
            return None
        (first, often), *others = [*stage.spoke.most_common(2), ("", 0)]
        known = stage.told_us.get(first) if often >= OFTEN and all(often > count for _, count in others) else None
        return _meaning(passage, speaker, first, known[1]) if known and self.may_mean(speaker.lower_, known[1], speaker) else None

    def _met(self, passage: Passage, verb: Token) -> Mention | None:
        """The one person whom who writes met or told something by a verb: "I told this to an officer whom I know"."""
        below = [thing for child in verb.rights if child.dep_ in ("prep", "dative") for thing in child.children]
        things = [thing for thing in (*verb.rights, *below) if thing.dep_ in ("dobj", "dative", "pobj") and thing.tag_ == "NN"]
        person = next((thing for thing in things if thing.lemma_.lower() in self.people), None)
        return self.cast.describe(passage, person) if person is not None else None

    def last(self, passage: Passage, speaker: Token, stage: Stage) -> Spoke | None:
        """Who spoke last, where a pronoun may mean him and nobody else whom it may mean was the subject of a sentence between."""
        for token, voice, who in reversed(stage.last if speaker.lower_ in self.person else ()):
            if who is None or voice.name is None or voice.span is None or not self.may_mean(speaker.lower_, who, token):
                continue
            if not self.cast.pointing.another_since(passage, speaker, voice.name, voice.span.end):
                return _meaning(passage, speaker, voice.name, who)
        return None


def _sentence_before(passage: Passage, before: Passage | None, word: Token) -> tuple[Tokens | None, Passage | None]:
    """The sentence before that of a word, with its passage; that is `before` where the word stands in the first sentence of its own."""
    start = sentence_start(word)
    there = passage if start else before
    return (sentence_of(there.parse[start - 1]), there) if there is not None and len(there.parse) else (None, there)


def _meaning(passage: Passage, speaker: Token, name: str | None, who: Mention) -> Spoke:
    """The voice of a pronoun that means somebody known."""
    span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
    return Voice(passage.quote(span), span, name), who
