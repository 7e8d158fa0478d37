"""What counts as an accusation though no word says "accuse": a wrong that is laid at somebody else's door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from sayso.find.doings import of_itself
from sayso.find.grammar import VERBAL, grammar_of, has_helping, is_infinitive, object_of
from sayso.lang.language import Language
from sayso.records.claim import Act

TOLD = frozenset({"asserts", "relays"})
"""Acts of telling that become an accusation by the wrong that is told."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class BlameJudge:
    """Tells accusations by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table, actors = language.rules("acts"), language.rules("actors")
        keys = (
            "blame",
            "blamed",
            "owning",
            "crimes",
            "possible",
            "wronging",
            "wrongdoers",
            "trying",
            "nameless",
            "hands",
            "doing_harm",
            "victims",
            "future",
            "oblige",
        )
        self.words = {key: frozenset(table[key]) for key in keys}
        self.harm = frozenset(word for key in ("harm", "harm_nouns", "crimes", "denied_things") for word in table[key])
        self.somebody = frozenset(actors["people"]) | frozenset(actors["bodies_speaking"]) | frozenset(actors["members"])
        self.unfelt = frozenset(actors["pronouns"]["author"])
        self.negated = negated

    def act_of(self, act: Act, heads: Sequence[Token], own: bool) -> Act | None:
        """The act of who says that somebody is to blame, or did a wrong; None where nothing of the kind is said."""
        if any(map(self.blames, heads)):
            taken = own and all(_is_called(head, self.words["owning"]) and self.of_harm(head) and of_itself(head) for head in heads)
            return "denies" if any(map(self.negated, heads)) else "claims_responsibility" if taken else "accuses"
        if any(self._calls_crime(head) and not self.negated(head) for head in heads):
            return "accuses"
        return "accuses" if act in TOLD and not own and any(map(self._did_wrong, heads)) else None

    def blames(self, head: Token) -> bool:
        """Whether somebody is said to be to blame: "was responsible for the raid", "is behind it", "were implicated in a plot"."""
        passive = any(child.dep_ == "auxpass" for child in head.children)
        if passive and head.lower_ in self.words["blamed"]:
            return True
        return any(self._to_blame(child) for child in head.children if child.dep_ in ("acomp", "prep"))

    def _to_blame(self, word: Token) -> bool:
        """ "behind the raid", "behind it", but not "behind the firm"."""
        if word.lemma_ not in self.words["blame"]:
            return False
        things = [child for child in word.children if child.dep_ == "pobj"] if word.dep_ == "prep" else []
        return not things or any(thing.lower_ in grammar_of(word).said_before or self._is_harm(thing) for thing in things)

    def of_harm(self, head: Token) -> bool:
        """Whether it is harm that somebody is to blame for, not a duty: "responsible for the raid", not "for the border"."""
        if head.lemma_ not in grammar_of(head).copula and head.lower_ not in self.words["blamed"]:
            return False  # "worked behind the scenes"
        return any(map(self._is_harm, head.rights))

    def _is_harm(self, word: Token) -> bool:
        return any(token.lemma_.lower() in self.harm for token in word.subtree)

    def _calls_crime(self, head: Token) -> bool:
        """Whether something is said to be a crime: "this was a massacre of civilians"."""
        copula = head.lemma_ in grammar_of(head).copula and not has_helping(head, self.words["possible"])
        return copula and any(child.dep_ == "attr" and child.lemma_.lower() in self.words["crimes"] for child in head.children)

    def _did_wrong(self, head: Token) -> bool:
        """Whether somebody else is said to have done a wrong, or to be one who does: "they stole it", "the mayor is a thief"."""
        if self.negated(head) or has_helping(head, self.words["future"] | self.words["possible"] | self.words["oblige"]):
            return False
        subject = next((child for child in head.children if child.dep_ in SUBJECTS), None)
        if head.lemma_ in grammar_of(head).copula:
            named = any(child.dep_ == "attr" and child.lemma_.lower() in self.words["wrongdoers"] for child in head.children)
            return named and subject is not None and self._is_somebody(subject)
        return any(self._wronged(verb, subject) or self._harmed(verb, subject) for verb in self._deeds(head))

    def _harmed(self, verb: Token, subject: Token | None) -> bool:
        """ "the rebels killed forty villagers", "soldiers shot at an ambulance": harm that somebody did to those whom all shall spare."""
        if verb.lemma_.lower() not in self.words["doing_harm"] or verb.pos_ not in VERBAL:
            return False
        agent = next((child for by in verb.children if by.dep_ == "agent" for child in by.children if child.dep_ == "pobj"), None)
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        things = [subject] if passive else [child for child in verb.children if child.dep_ == "dobj"]
        things += [] if passive else [child for at in verb.children if at.dep_ == "prep" for child in at.children if child.dep_ == "pobj"]
        doer = agent if passive else subject
        spared = any(thing is not None and thing.lemma_.lower() in self.words["victims"] for thing in things)
        return spared and doer is not None and self._is_somebody(doer)

    def _deeds(self, head: Token) -> Iterator[Token]:
        """A verb, and what its subject tries or goes on to do: "tried to rob", "keep lying"."""
        yield head
        if head.lemma_ in self.words["trying"]:
            yield from (child for child in head.children if child.dep_ == "xcomp" and (is_infinitive(child) or child.tag_ == "VBG"))

    def _wronged(self, verb: Token, subject: Token | None) -> bool:
        """Whether a verb tells of a wrong, and by whom: "the army looted the shops", "were killed at the hands of the army"."""
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        hands = (
            object_of(part, grammar_of(verb).belonging)
            for prep in verb.children
            for part in prep.children
            if part.lower_ in self.words["hands"]
        )
        if passive and any(self._is_somebody(hand) for hand in hands if hand is not None):
            return True
        if verb.lemma_.lower() not in self.words["wronging"] or verb.pos_ not in VERBAL:
            return False
        agent = next((child for by in verb.children if by.dep_ == "agent" for child in by.children if child.dep_ == "pobj"), None)
        doer = agent if passive else subject
        return doer is not None and self._is_somebody(doer)

    def _is_somebody(self, noun: Token) -> bool:
        """Whether a noun is a name, a pronoun for another, or for known people or a body: "the guards", but not "gunmen"."""
        if noun.pos_ == "PRON":
            return noun.tag_ == "PRP" and noun.lower_ not in self.unfelt
        if {noun.lower_, noun.lemma_.lower()} & self.words["nameless"]:
            return False
        return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and bool({noun.lower_, noun.lemma_.lower()} & self.somebody))


def _is_called(head: Token, words: frozenset[str]) -> bool:
    """Whether one of these words is said of the subject: "was behind it", "is responsible for the raid"."""
    return any(child.lemma_ in words for child in head.children if child.dep_ in ("acomp", "prep"))
