"""Whose people a number counts: the group that has them, or the one whose strength, size or ranks it tells."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, grammar_of
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.records.claim import Slot
from sayso.records.document import Span

VERBS = ("VERB", "AUX")
INSIDE = frozenset({"dobj", "attr", "pobj", "prep", "oprd", "nummod"})
"""How a number and what it counts hang below the verb that tells of it; not as its subject, and not from a clause of its own."""


def subject_of(passage: Passage, number: Span, scene: Scene, clause: Span) -> Slot | None:
    """The detail `subject` of a figure: the actor whose people are counted at `number`; None where they are nobody's or not people.

    Only an actor that is named or pointed at in the clause itself is one: a detail stands in the words of its claim.
    """
    words = scene.language.rules("strength")
    tokens = passage.tokens(number.start, number.end)
    counted = next((token for token in reversed(tokens) if token.lower_ in words["people"]), None)
    if counted is None:
        return None
    if any(child.dep_ == "pobj" and child.lemma_.lower() in words["held"] for of in counted.children for child in of.children):
        return None
    for head in _owners(counted, words["having"], words["sizes"]):
        mention = scene.cast.other_before(passage, head) if _estimated(head) else scene.cast.actor_at(passage, head)
        if mention is not None and mention.span.within(clause):
            return Slot("subject", mention.text, mention.span, actor=mention.name)
    return None


def _estimated(head: Token) -> bool:
    """Whether a possessive is another's than that of who puts a number on him: "the ministry puts its strength at"."""
    size = head.head
    number = any(child.lower_ in grammar_of(head).stating for word in (size, size.head) for child in word.children)
    return head.tag_ == "PRP$" and size.dep_ == "dobj" and number


def _owners(counted: Token, having: list[str], sizes: list[str]) -> Iterator[Token]:
    """The words that can name who has those counted, the surest first: "its strength at", "the group has", "2,000 Front fighters"."""
    verb = counted
    while verb.dep_ in INSIDE and verb.pos_ not in VERBS:
        verb = verb.head
        if verb.lemma_.lower() in sizes:
            yield from _owner(verb)
    if verb.pos_ not in VERBS:
        return
    for size in (child for child in verb.children if child.lemma_.lower() in sizes and child.dep_ in (*NOUN_SUBJECTS, "dobj")):
        yield from _owner(size)
    if verb.lemma_.lower() in having:
        yield from _subject(verb)
    if any(child.dep_ == "expl" for child in verb.children):
        yield from (child for child in counted.lefts if child.dep_ == "compound")


def _owner(size: Token) -> Iterator[Token]:
    """Whose strength it is: "its", "the group's", "of the group"."""
    yield from (child for child in size.children if child.dep_ == "poss")
    yield from (child for of in size.children if of.lower_ in grammar_of(size).belonging for child in of.children if child.dep_ == "pobj")


def _subject(verb: Token) -> Iterator[Token]:
    """The subject of a verb, or of the one above that it completes: "claims to have", "is believed to have"; for "which", what it means."""
    while verb.dep_ in ("xcomp", "conj") and not any(child.dep_ in NOUN_SUBJECTS for child in verb.children):
        verb = verb.head
    for child in verb.children:
        if child.dep_ in NOUN_SUBJECTS:
            yield verb.head if verb.dep_ == "relcl" and child.tag_ in ("WDT", "WP") else child
