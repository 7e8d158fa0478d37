"""What a party denies by telling that there was none of it: "there has been no depot in the mill", "not one crown was paid"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sayso.find.grammar import (
    NOUN_SUBJECTS,
    PRESENT,
    VERBAL,
    grammar_of,
    helping,
    is_infinitive,
    is_not,
    is_not_one,
    is_perfect,
    subject_of_clause,
)
from sayso.lang.language import Language


class AbsenceJudge:
    """Tells such denials by the table `acts` of a language, in what a party says. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table, actors = language.rules("acts"), language.rules("actors")
        keys = ["missed", "emphatic", "deeds", "given", "suffering", "wrongdoers", "never", "own_givers", "our_side"]
        keys += ["orders", "ordering", "getting", "belongings", "untold"]
        self.words = {key: frozenset(table[key]) for key in keys}
        self.words["charged"] = frozenset(table["means"]) | frozenset(table["lacked"])
        self.words["armed"] = frozenset(actors["armed_people"]) | frozenset(table["own_warriors"]) | frozenset(table["servants"])
        self.negated = negated

    def denies(self, head: Token) -> bool:
        """Whether a verb that heads what a party says denies that there was, was done or is what it is charged with."""
        if self._is_open(head):
            return False
        told = (
            self._there_was_none(head)
            or self._nothing_there(head)
            or self._not_one(head)
            or self._nobody_harmed(head)
            or self._are_none(head)
        )
        return told or self._no_order(head) or self._never_from(head) or self._is_no_part(head)

    def was_none(self, head: Token, writes: bool = False) -> bool:
        """Whether anybody denies so that there was something: "there was no helicopter"; who `writes` only what one is charged with."""
        if self._is_open(head) or not self._there_was_none(head):
            return False
        things = {thing.lemma_.lower() for thing in head.rights if thing.dep_ in ("attr", *NOUN_SUBJECTS)}
        return bool(things & self.words["charged"]) if writes else not things & self.words["untold"]

    @staticmethod
    def _is_open(head: Token) -> bool:
        return any(child.tag_ == "MD" or child.lower_ in grammar_of(head).yet for child in (*helping(head), *head.children))

    def _nothing_there(self, head: Token) -> bool:
        """ "nothing was in the air": that something of one's own was somewhere."""
        subject = subject_of_clause(head)
        nothing = subject is not None and subject.lower_ in grammar_of(head).nothing and head.lemma_ in grammar_of(head).copula
        placed = any(child.dep_ == "prep" and child.i == head.i + 1 for child in head.rights)
        return nothing and placed and (head.tag_ == "VBD" or is_perfect(head))

    def _no_order(self, head: Token) -> bool:
        """ "no order to fire was given", "no permission had been issued"."""
        subject = next((child for child in head.children if child.dep_ == "nsubjpass"), None)
        none = subject is not None and any(child.lower_ in grammar_of(head).no for child in subject.lefts)
        ordered = subject is not None and subject.lemma_.lower() in self.words["orders"]
        return none and ordered and head.lemma_ in self.words["ordering"] and not any(child.tag_ == "MD" for child in helping(head))

    def _never_from(self, head: Token) -> bool:
        """ "has never received arms from this government": what others are said to have had from who speaks or from his side."""
        never = any(child.dep_ == "neg" and child.lower_ in self.words["never"] for child in head.children)
        words = grammar_of(head)
        givers = [thing for prep in head.rights if prep.lower_ in words.giver for thing in prep.children]
        things = [child for child in head.rights if child.dep_ == "dobj"]
        givers += [thing for one in things for prep in one.rights if prep.lower_ in words.giver for thing in prep.children]
        ours = (
            g
            for g in givers
            if g.lower_ in words.ourselves | self.words["our_side"] or any(c.lower_ in self.words["own_givers"] for c in g.lefts)
        )
        return never and bool(things) and head.lemma_ in self.words["getting"] and any(True for _ in ours)

    def _is_no_part(self, head: Token) -> bool:
        """ "the Hawks are not its armed wing", "are not part of the Front": that one body belongs to another."""
        subject = subject_of_clause(head)
        if subject is None or head.lemma_ not in grammar_of(head).copula or not any(map(is_not, head.children)):
            return False
        called = [child for child in head.rights if child.dep_ == "attr" and child.lemma_.lower() in self.words["belongings"]]
        of = (child for one in called for child in one.children)
        owned = (
            child.tag_ == "PRP$"
            or (child.lower_ in grammar_of(head).belonging and any(c.pos_ in ("PROPN", "PRON") for c in child.children))
            for child in of
        )
        return head.tag_ in PRESENT | {"VBD"} and any(owned)

    def _there_was_none(self, head: Token) -> bool:
        """ "there have been no talks", "there was not a single crate on the site": not what people need, nor what would be told of harm.

        Of what is now so only strong words deny it: "there is no fight at all".
        """
        words = grammar_of(head)
        if head.lemma_ not in words.copula or not any(child.dep_ == "expl" for child in head.children):
            return False
        never = any(map(is_not, head.children))
        things = [child for child in head.children if child.dep_ in ("attr", *NOUN_SUBJECTS) and child.pos_ in ("NOUN", "PROPN")]
        none = [thing for thing in things if never or any(child.lower_ in words.no for child in thing.children)]
        emphatic = any(child.lower_ in self.words["emphatic"] for thing in none for child in thing.subtree) or any(map(is_not_one, none))
        now = (head, *helping(head))[-1].tag_ in PRESENT and head.tag_ in PRESENT
        return (not now or emphatic) and any(not self._is_missed(thing) for thing in none)

    def _is_missed(self, thing: Token) -> bool:
        """Whether a thing is missed, or told to be spared, rather than denied; also what there is not to do something with."""
        parts = [thing, *(child for child in thing.children if child.dep_ in ("amod", "compound"))]
        behind = (child for child in thing.children if child.dep_ in ("relcl", "acl") and is_infinitive(child))
        return any(part.lemma_.lower() in self.words["missed"] for part in parts) or any(True for _ in behind)

    def _not_one(self, head: Token) -> bool:
        """ "not one crown was paid by the state", "nothing was paid", "not a single house was burned": what a party is charged with."""
        subject = next((child for child in head.children if child.dep_ in NOUN_SUBJECTS), None)
        told = head.tag_ == "VBD" or any(child.tag_ in ("VBD", "VBZ", "VBP") for child in helping(head))
        told = told or any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in head.children)
        deed = head.lemma_.lower() in self.words["deeds"] | self.words["given"]
        none = subject is not None and (is_not_one(subject) or subject.lower_ in grammar_of(head).nothing)
        spared = subject is not None and subject.lower_ in grammar_of(head).nobody and head.lemma_ in self.words["suffering"]
        return none and told and deed and not spared  # "nobody was hurt" tells how it ended

    def _nobody_harmed(self, head: Token) -> bool:
        """ "nobody killed twenty people": not "nobody was killed", which tells how something ended."""
        subject = subject_of_clause(head)
        whom = any(child.dep_ == "dobj" for child in head.children)
        nobody = subject is not None and subject.dep_ == "nsubj" and subject.lower_ in grammar_of(head).nobody
        return nobody and whom and head.tag_ in ("VBD", "VBN") and head.lemma_ in self.words["suffering"] | self.words["deeds"]

    def _are_none(self, head: Token) -> bool:
        """ "they are not soldiers", "he is no spy": what others are said to be."""
        subject = subject_of_clause(head)
        if subject is None or head.lemma_ not in grammar_of(head).copula or head.pos_ not in VERBAL or head.tag_ not in ("VBD", *PRESENT):
            return False
        others = subject.tag_ == "PRP" or any(child.tag_ == "DT" for child in subject.children)
        called = [child for child in head.rights if child.dep_ == "attr" and {child.lower_, child.lemma_} & self._kinds()]
        return others and any(
            any(map(is_not, head.children)) or any(c.lower_ in grammar_of(head).no for c in one.children) for one in called
        )

    def _kinds(self) -> frozenset[str]:
        return self.words["armed"] | self.words["wrongdoers"]
