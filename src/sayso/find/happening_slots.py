"""The details of a happening, each at its own words: who, whom, where, whence, whither, when, how many, with what, with what end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.find.happening_mood import outcome_word
from sayso.find.happening_roles import Roles, unwrapped
from sayso.find.happening_rules import EventRules
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.records.claim import Slot
from sayso.records.document import Span

AT = frozenset({"in", "at", "near", "inside", "outside", "along", "around", "across", "over", "above", "on", "between", "off"})
TOWARD = frozenset({"to", "toward", "towards", "into", "at", "against", "on", "onto"})
AIMED = frozenset({"shelling_artillery_missile_attack", "air_drone_strike", "border_incursion", "airspace_overflight", "deployment"})
"""Types of happenings that move from one place to another."""
AGAINST = frozenset({"on", "against", "targeting", "at", "with", "of"})
REACH = 4
"""How many words up from a number the verb that it belongs to is sought."""


@dataclass(frozen=True, slots=True, eq=False)
class SlotFinder:
    """Finds the slots of one trigger of one passage."""

    passage: Passage
    scene: Scene
    rules: EventRules

    def slots(self, verb: str, trigger: Token, roles: Roles, words: Sequence[Token]) -> Iterator[Slot]:
        """All slots of a happening of this type among these words."""
        inside = {word.i for word in words}
        yield from self._actors("agent", [*roles.subjects, *self._owners(trigger)])
        objects = [token for token in roles.objects if token.lemma_.lower() not in self.rules.words("instruments")]
        yield from self._targets(objects)
        for preposition, token in roles.preps:
            if token.i in inside:
                yield from self._of_preposition(verb, trigger, preposition, token)
        yield from self._numbers(words)
        yield from self._instrument(words)
        if (word := outcome_word(trigger, self.rules)) is not None and word.i in inside:
            span = Span(self.passage.sha, self.passage.start(word), self.passage.end(word))
            yield Slot("outcome", self.passage.quote(span), span)

    def _owners(self, trigger: Token) -> list[Token]:
        """The names before an event's noun: "the Front's attack", "Front rocket attacks"; not of nouns whose owner suffers them."""
        if trigger.pos_ not in ("NOUN", "PROPN") or trigger.lemma_.lower() in self.rules.words("possessed"):
            return []
        lefts = [child for child in trigger.subtree if child.i < trigger.i and child.dep_ in ("poss", "compound", "nmod")]
        return [child for child in lefts if self.scene.cast.name_at(self.passage, child)]

    def _actors(self, name: str, heads: Iterable[Token]) -> Iterator[Slot]:
        for head in unwrapped(heads, self.rules.words("quantities")):
            slot = self.scene.actor_slot(name, self.passage, head)
            if slot is None and head.lemma_.lower() in self.rules.humans:
                span = self.scene.cast.phrase(self.passage, head)
                slot = Slot(name, self.passage.quote(span), span)
            if slot is not None:
                yield slot

    def _targets(self, heads: Iterable[Token]) -> Iterator[Slot]:
        for head in unwrapped(heads, self.rules.words("quantities")):
            found = self._place("target", head)
            if found is not None:
                yield found
            else:
                yield from self._actors("target", [head])

    def _place(self, name: str, head: Token) -> Slot | None:
        """The place that a phrase names: at its head, else at the first name below it."""
        for token in (head, *head.subtree):
            if token.dep_ in ("relcl", "acl"):
                break
            if (slot := self.scene.place_slot(name, self.passage, token)) is not None:
                return slot
        return None

    def _of_preposition(self, verb: str, trigger: Token, preposition: str, token: Token) -> Iterator[Slot]:
        if preposition == "by":
            yield from self._actors("agent", [token])
        elif preposition == "from":
            yield from self._one(self._place("from", token))
        elif preposition in AT and trigger.lemma_.lower() in self.rules.words("landing") and verb in AIMED:
            yield from self._one(self._place("landed", token))
        elif preposition in TOWARD and verb in AIMED:
            yield from self._one(self._place("toward", token))
        elif preposition in AGAINST:
            yield from self._targets([token])
            if preposition in AT or preposition == "of":
                yield from self._one(self._place("place", token))
        elif preposition in AT:
            yield from self._one(self._place("place", token))

    @staticmethod
    def _one(slot: Slot | None) -> Iterator[Slot]:
        if slot is not None:
            yield slot

    def _numbers(self, words: Sequence[Token]) -> Iterator[Slot]:
        """Numbers of people harmed, and of what was fired or used."""
        if not words:
            return
        for span, amount in self.scene.amounts_within(self.passage.start(words[0]), self.passage.end(words[-1])):
            tokens = self.passage.tokens(span.start, span.end)
            name = self._harm(tokens) or ("count" if self._counted(tokens) else None)
            if name is not None:
                yield Slot(name, self.passage.quote(span), span, amount=amount)

    def _counted(self, tokens: Sequence[Token]) -> bool:
        return any(token.lemma_.lower() in self.rules.words("instruments") for token in tokens)

    def _harm(self, tokens: Sequence[Token]) -> str | None:
        """Which harm a number counts: by the verb that governs it, or by a word beside it ("four dead")."""
        for slot, (verbs, words) in self.rules.harm.items():
            for token in tokens:
                above = token
                for _ in range(REACH):
                    if above.pos_ == "VERB" and above.lemma_.lower() in verbs and self._suffers(token, above):
                        return slot
                    if above.pos_ in ("VERB", "AUX") and any(
                        child.lower_ in words for child in above.subtree if abs(child.i - token.i) < 6
                    ):
                        return slot
                    above = above.head
                if any(child.lower_ in words for child in token.children):
                    return slot
        return None

    @staticmethod
    def _suffers(token: Token, verb: Token) -> bool:
        """Whether a number stands on the side of the verb where those harmed stand: before it only in the passive or with "die"."""
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
        return token.i > verb.i or passive or verb.lemma_ in ("die", "perish")

    def _instrument(self, words: Sequence[Token]) -> Iterator[Slot]:
        for word in words:
            if word.pos_ in ("NOUN", "PROPN") and word.lemma_.lower() in self.rules.words("instruments"):
                span = Span(self.passage.sha, self.passage.start(word), self.passage.end(word))
                yield Slot("instrument", self.passage.quote(span), span)
                return
