"""Through whose hands words went that somebody says: "told Reuters", "quoted by the daily", "cited by a diplomat"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.cue import Cue
from sayso.find.grammar import PRESENT, TIMES, grammar_of, object_of
from sayso.find.passages import Passage
from sayso.find.stage import Stage
from sayso.find.subjects import quoted_as
from sayso.lang.language import Language
from sayso.records.claim import Mention, Voice

HEARERS = frozenset({"media", "company", "other"})
"""Kinds of those to whom somebody speaks that hand on what they hear: an outlet without a word for one in its name is a body or a firm."""

REACH = 1000
"""Code points of other text after which it is no longer known that a speaker goes on to the same outlet; a paragraph or two of a report."""


class Hands:
    """Finds them beside a cue and its speaker, by the table `cues` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast, table = cast, language.rules("cues")
        keys = ("passing_on", "heard_on", "heard_by", "by_way_of", "interviews", "publications", "told_to")
        self.passing_on, self.heard_on, self.heard_by, self.by_way_of, interviews, texts, self.told_to = (
            frozenset(table[key]) for key in keys
        )
        self.interviewing, self.author_words = frozenset(table["interviewing"]), frozenset(language.rules("actors")["pronouns"]["author"])
        self.venues, self.to = interviews | texts, frozenset(table["talks"]["with"])

    def going_on(
        self, passage: Passage, cue: Cue, speaker: Token, own: Sequence[Voice], known: tuple[Voice, Mention | None], stage: Stage
    ) -> tuple[Voice, ...]:
        """Through whose hands words went before that a speaker goes on with: "Otto Brand told Reuters that ... Brand said ...".

        None if they have hands of their `own`, of which the outlets are remembered instead; nor if he speaks at another time or place, or
        to others. A body speaks to many, and "a nurse" may be another one: they go on only where a word points back to them, and a body
        not in the present tense, which tells what it stands for ("the front calls for independence").
        """
        (voice, mention), at = known, passage.start(cue.token)
        if voice.name is None or mention is None:
            return ()
        before, last = stage.through.pop(voice.name, ((), at))
        outlets = tuple(hand for hand in own if self._is_outlet(passage, hand))
        if not own and not self._elsewhere(cue) and at - last <= REACH:
            outlets = before
        if outlets:
            stage.through[voice.name] = outlets, at
        pointed = speaker.pos_ == "PRON" or any(child.lower_ in grammar_of(speaker).pointing_alone for child in speaker.lefts)
        same = mention.kind == "person" or (pointed and cue.token.tag_ not in PRESENT)
        return outlets if same and not own else ()

    def _is_outlet(self, passage: Passage, hand: Voice) -> bool:
        """Whether a hand is who passes words on, and not the text in which they stand ("said in a statement")."""
        words = passage.tokens(hand.span.start, hand.span.end) if hand.span is not None else []
        return not words or words[-1].lemma_.lower() not in self.venues

    def _elsewhere(self, cue: Cue) -> bool:
        """Whether a cue tells when, where or to whom its words were said: "said on Friday", "said in a statement", "told the council"."""
        said = {head.i for head in cue.heads}
        beside = [child for child in cue.token.children if child.i not in said]
        if cue.token.lemma_ in self.heard_by and any(child.dep_ in ("dobj", "dative") for child in beside):
            return True
        things = [*beside, *(thing for child in beside if child.dep_ == "prep" for thing in child.children)]
        return any(thing.ent_type_ in TIMES or (thing.dep_ == "pobj" and thing.lemma_.lower() in self.venues) for thing in things)

    def of(self, passage: Passage, cue: Cue, speaker: Token, inside: Container[int]) -> list[Voice]:
        """The media named beside a cue or its speaker, the hands of its words: "told Reuters", "a resident, speaking to the daily"."""
        voices = [*self._quoted_by(passage, cue), *self._cited_by(passage, speaker), *self._heard_on(passage, cue)]
        beside = [child for child in cue.token.children if child.dep_ in ("prep", "dobj", "dative", "pobj")]
        beside += [child for child in cue.token.children if child.dep_ == "advcl" and child.lemma_ in self.passing_on]
        beside += [child for child in speaker.children if child.dep_ in ("acl", "advcl", "relcl")]
        ways = [part for child in beside for part in child.subtree if part.lower_ in self.by_way_of]
        by_way = {token.i for way in ways for token in way.subtree}  # "claimed the raid through its agency"
        for token in (token for child in beside for token in child.subtree if child.i not in inside or token.i in by_way):
            if (token.i in inside and token.i not in by_way) or token.dep_ not in ("pobj", "dobj", "dative", "poss", "compound", "appos"):
                continue
            mention = self.cast.actor_at(passage, token)
            if mention is None and token.dep_ in ("pobj", "dobj"):
                mention = self.cast.describe(passage, token)
            if self._is_ours(token, cue):
                mention = mention or self.cast.anybody(passage, token)
            elif self._hears(token):
                mention = self._hearer(passage, token, mention)
            elif mention is not None and mention.kind != "media":
                continue
            if mention is not None:
                voices.append(Voice(mention.text, mention.span, mention.name))
        return list(dict.fromkeys(voices))

    def _is_ours(self, token: Token, cue: Cue) -> bool:
        """Whether somebody tells it to one of those who write: "has promised our Moderator that", "assured my Special Representative"."""
        ours = any(child.tag_ == "PRP$" and child.lower_ in self.author_words for child in token.lefts)
        return ours and token.dep_ in ("dobj", "dative") and token.head == cue.token and token not in cue.heads

    def _hears(self, token: Token) -> bool:
        """Whether a name is that of whom somebody tells something: "told Velora24", "who contacted the Comet", "spoke to Harra Online"."""
        verb = token.head if token.dep_ in ("dobj", "dative") else token.head.head
        by = self.heard_by if verb == token.head else self.told_to if token.dep_ == "pobj" and token.head.lower_ in self.to else ()
        return (token.tag_ == "NNP" or token.like_url) and verb.lemma_ in by

    def _hearer(self, passage: Passage, token: Token, known: Mention | None) -> Mention | None:
        """Whom a name means to which somebody speaks, if it may hand it on; one that nothing shows to be anything is an outlet's."""
        if known is not None and known.kind in HEARERS:
            return known
        if token.ent_type_ == "PERSON" or (known is not None and known.kind != "state") or self.cast.place_at(passage, token) is not None:
            return None
        return known or self.cast.outlet(passage, token)

    def _quoted_by(self, passage: Passage, cue: Cue) -> Iterator[Voice]:
        """Who quotes a speaker: the daily of "the daily quoted the mayor as saying", "the mayor was quoted by the daily as saying"."""
        if quoted_as(cue.token) is None:
            return
        verb = cue.token.head.head
        by = object_of(verb, grammar_of(verb).doer)
        for outlet in (*(child for child in verb.children if child.dep_ == "nsubj"), *((by,) if by is not None else ())):
            mention = self.cast.actor_at(passage, outlet) or self.cast.describe(passage, outlet) or self.cast.anybody(passage, outlet)
            yield Voice(mention.text, mention.span, mention.name)

    def _cited_by(self, passage: Passage, speaker: Token) -> Iterator[Voice]:
        """Who hands on a speaker's words, whoever that is: "a source in the Front, cited by a diplomat", "witnesses interviewed by the
        mission"."""
        for clause in speaker.children:
            if clause.dep_ == "acl" and clause.lemma_ in grammar_of(speaker).citing | self.interviewing:
                by = object_of(clause, grammar_of(speaker).doer)
                mention = (self.cast.actor_at(passage, by) or self.cast.describe(passage, by)) if by is not None else None
                if mention is not None:
                    yield Voice(mention.text, mention.span, mention.name)

    def _heard_on(self, passage: Passage, cue: Cue) -> Iterator[Voice]:
        """Where a labelled speaker was heard: "Anton Velk, on Radio Kest: ..."."""
        behind = [token for token in cue.words if cue.token.is_punct and token.dep_ == "pobj" and token.head.lower_ in self.heard_on]
        for token in behind:
            mention = self.cast.actor_at(passage, token) or self.cast.describe(passage, token)
            if mention is not None and mention.kind not in ("person", "state"):
                yield Voice(mention.text, mention.span, mention.name)
