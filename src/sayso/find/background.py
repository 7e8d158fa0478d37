"""Events told around what is said, by which a text only tells when it was said: "After gunmen killed nine, the army vowed ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Token

from sayso.find.extents import MOST
from sayso.find.grammar import NOUN_SUBJECTS, PAST, VERBAL
from sayso.find.happening_rules import EventRules, event_rules
from sayso.find.happenings import Happening, happenings
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.stage import AUTHOR_VOICE
from sayso.find.utterance import Utterance
from sayso.records.claim import Claim

SILENT = frozenset({"heading", "question", "answer"})
"""Kinds of blocks in which no author tells a thing."""
LEAST = 20
"""Code points of the shortest account that can be read on its own."""


def background(told: Sequence[tuple[Passage, Utterance]], scene: Scene) -> Iterator[Claim]:
    """The violence in the words of each passage that are nobody's utterance, told as what had been when somebody said something."""
    rules = event_rules(scene.language.code)
    said: dict[Passage, set[int]] = {}
    for passage, utterance in told:
        if passage.block.kind not in SILENT and utterance.cue is not None:
            said.setdefault(passage, set()).update(token.i for token in utterance.tokens)
    own = {(passage, token.i) for passage, utterance in told if utterance.cue is None for token in utterance.tokens}
    for passage, taken in said.items():
        for sentence in passage.sentences:
            rest = [token for token in sentence if not token.is_space and token.i not in taken and (passage, token.i) not in own]
            if len(rest) == len(list(sentence)) or any(token.is_quote for token in rest):
                continue
            here = {token.i for token in rest}
            for one in happenings(passage, rest, scene):
                whole = all(token.i in here for token in passage.tokens(one.span.start, one.span.end) if token.is_alpha)
                if whole and _had_been(one, rules):
                    yield _claim(one, passage)


def _had_been(one: Happening, rules: EventRules) -> bool:
    """Whether an event is violence that took place before what the sentence tells."""
    top = next((token for token in (one.trigger, *one.trigger.ancestors) if _opened(token, rules)), None)
    if top is None or one.negated or one.hypothetical or one.general or not one.slots or not LEAST <= one.span.size <= MOST:
        return False
    verbs = [token for token in takewhile(lambda token: token != top, (one.trigger, *one.trigger.ancestors)) if token.pos_ in VERBAL]
    past = all(verb.tag_ in PAST or verb.dep_ == "advcl" for verb in verbs)
    return past and one.verb in rules.words("violent")


def _opened(token: Token, rules: EventRules) -> bool:
    """Whether a word for what had been opens a clause or stands before a noun: "after gunmen shot at a bus", "following the raid"."""
    words = rules.words("had_been")
    if token.dep_ == "advcl" and token.tag_ in PAST:
        subject = any(child.dep_ in NOUN_SUBJECTS for child in token.children)
        return subject and any(child.dep_ in ("mark", "prep") and child.lower_ in words for child in token.children)
    return token.dep_ == "pobj" and token.head.lower_ in words


def _claim(one: Happening, passage: Passage) -> Claim:
    slots = tuple(slot for slot in one.slots if slot.span.within(one.span))
    return Claim(
        "", one.span, passage.quote(one.span), (AUTHOR_VOICE,), "asserts", "affirms", "certain", "event", one.verb,
        slots=slots, found_by="rules",
    )  # fmt: skip
