"""How many: the numbers in the words of a happening, each by what it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.happening_roles import Roles
from sayso.find.happening_rules import EventRules
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.records.amount import Amount
from sayso.records.claim import Slot
from sayso.records.document import Span

TAKEN = frozenset({"arrests", "abduction_forced_disappearance"})
FIRED = frozenset({"shelling_artillery_missile_attack", "air_drone_strike", "grenade", "attack"})
HOLDING = frozenset(
    {"counterterror_raid", "border_incursion", "foiled_plot", "armed_clash", "protest_with_intervention", "disrupted_weapons_use"}
)
PHYSICAL = FIRED | frozenset(
    {
        "suicide_bomb",
        "remote_explosive_landmine_ied",
        "chemical_weapon",
        "airspace_overflight",
        "disrupted_weapons_use",
        "armed_clash",
        "mob_violence",
        "deployment",
    }
)


@dataclass(slots=True)
class Frame:
    """A happening while its details are sought: its word, its type, its roles, and the words of its clause."""

    trigger: Token
    verb: str
    nominal: bool
    roles: Roles
    tokens: list[Token]
    harms: list[Token]
    own: Roles


@dataclass(frozen=True, slots=True, eq=False)
class NumberFinder:
    """Finds the numbers of the frames of one passage."""

    passage: Passage
    scene: Scene
    rules: EventRules

    def slots(self, frame: Frame) -> Iterator[Slot]:
        """The numbers of people harmed or taken, and of what was fired, used, sent or gathered."""
        if not frame.tokens:
            return
        start, end = self.passage.start(frame.tokens[0]), self.passage.end(frame.tokens[-1])
        for span, amount in self.scene.amounts_within(start, end):
            if name := self._counted(frame, span, amount):
                yield Slot(name, self.passage.quote(span), span, amount=amount)

    def _counted(self, frame: Frame, span: Span, amount: Amount) -> str | None:
        """The slot that a number fills: by the word behind it, by the verb that governs it, by what is counted."""
        tokens = self.passage.tokens(span.start, span.end)
        head = next((token for token in tokens if token.head not in tokens), tokens[-1] if tokens else None)
        if head is None or not any(token in frame.tokens for token in tokens):
            return None
        if name := self._harm_word(tokens, head) or self._harm_verb(head):
            return name if name != "captured" or frame.verb in TAKEN | HOLDING else None
        units = {token.lemma_.lower() for token in tokens} | {amount.unit.lower()}
        if units & self.rules.countable.get(frame.verb, frozenset()):
            return "count" if head.dep_ not in ("pobj",) or head.head.lower_ in self.rules.words("counted_by") else None
        if units & self.rules.words("actions"):
            return "count" if frame.verb not in FIRED else None  # "two rocket attacks" tells no number of rockets
        if units & self.rules.words("instruments"):
            return "count" if frame.verb in PHYSICAL else None
        return None

    def _harm_word(self, tokens: Sequence[Token], head: Token) -> str | None:
        """By a word that stands with the number: "four dead", "12 wounded", "a death toll of 12"."""
        last = tokens[-1]
        near = {last.lower_, head.lemma_.lower(), head.lower_}
        if last.i + 1 < len(last.doc) and last.nbor().dep_ not in ("aux", "auxpass") and not _does_it(head, last.nbor()):
            following = last.nbor()
            near |= (
                {following.lower_} if following.tag_ not in ("VBD",) or following.lower_ not in self.rules.words("harming_too") else set()
            )
        if head.dep_ == "pobj" and head.head.head.pos_ == "NOUN" and head.head.head.lemma_ in self.rules.words("tolls"):
            return "killed"
        for name, (_, words) in self.rules.harm.items():
            if near & words:
                return name
        return None

    def _harm_verb(self, head: Token) -> str | None:
        """By the verb that the counted are object of, or die by."""
        token = head
        while token.dep_ in ("conj", "appos") and token.head.pos_ in ("NOUN", "NUM", "PROPN", "ADJ"):
            token = token.head
        if token.dep_ == "pobj" and token.head.lower_ in grammar_of(token).belonging and token.head.head.pos_ in ("NOUN", "NUM"):
            token = token.head.head
            if slot := self.rules.of_harm.get(token.lemma_):
                return slot
        outcomes = self.rules.harmed_into.get(token.head.lemma_, {})
        if slot := next((outcomes[child.lower_] for child in token.head.children if child.lower_ in outcomes), None):
            return slot
        for name, (verbs, _) in self.rules.harm.items():
            if token.head.lemma_.lower() in verbs and token.head.pos_ == "VERB":
                fits = token.dep_ in ("dobj", "nsubjpass", "attr", "oprd") or (
                    token.dep_ == "nsubj" and token.head.lemma_ in self.rules.words("dying") | self.rules.words("vanishing")
                )
                if fits:
                    return name
            if token.dep_ == "nsubj" and token.head.tag_ == "VBN" and token.head.lower_ in verbs and not _does_it(token, token.head):
                return name
        return None


def _does_it(noun: Token, verb: Token) -> bool:
    """Whether a verb tells what those counted did to others: "several men wounded a guard"."""
    return noun.head == verb and noun.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in verb.children)
