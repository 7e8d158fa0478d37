"""What counts as a pledge though no word says "promise": what a party refuses, holds its men back from, or lets others count on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from sayso.find.grammar import PRESENT, grammar_of, has_helping, object_of, subject_of_clause
from sayso.lang.language import Language


class VowJudge:
    """Tells such pledges by the table `acts` of a language, in what a party says. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table, pronouns = language.rules("acts"), language.rules("actors")["pronouns"]
        keys = (
            "future",
            "possible",
            "able",
            "refused",
            "relying",
            "gifts",
            "granting",
            "made_long",
            "assuring",
            "keeping",
            "commitments",
            "pacts",
        )
        self.words = {key: frozenset(table[key]) for key in keys}
        self.ours = frozenset(pronouns["author"])
        self.negated = negated

    def binds(self, head: Token) -> bool:
        """Whether a verb that heads what a party says binds it or those whom it commands."""
        return (
            self._held_back(head)
            or self._refuses(head)
            or self._may_rely(head)
            or self._gives(head)
            or self._assured(head)
            or self._keeps(head)
        )

    def _assured(self, head: Token) -> bool:
        """ "safe passage is guaranteed": what is promised by nobody else than who says it."""
        passive = any(child.dep_ == "auxpass" and child.tag_ in PRESENT for child in head.children)
        doer = object_of(head, grammar_of(head).doer) is not None
        return head.lemma_ in self.words["assuring"] and passive and not doer and not self.negated(head)

    def _keeps(self, head: Token) -> bool:
        """ "we keep the truce until the fifteenth": what has been agreed is kept by who says that he keeps it."""
        subject = subject_of_clause(head)
        ours = subject is not None and subject.lower_ in self.ours
        objects = (child for child in head.children if child.dep_ in ("dobj", "pobj"))
        things = [*objects, *(thing for prep in head.rights if prep.dep_ == "prep" for thing in prep.children)]
        kept = any(thing.lemma_.lower() in self.words["pacts"] | self.words["commitments"] for thing in things)
        return ours and kept and head.lemma_ in self.words["keeping"] and head.tag_ in PRESENT and not self.negated(head)

    def _held_back(self, head: Token) -> bool:
        """ "no boat will be stopped by us", "nobody would be touched by any man under its orders"."""
        doer = object_of(head, grammar_of(head).doer)
        if doer is None or not has_helping(head, self.words["future"]) or not self.negated(head):
            return False
        words: Iterable[Token] = (doer, *(token for child in head.rights if child.i >= doer.head.i for token in child.subtree))
        return any(token.lower_ in self.ours or (token.tag_ == "PRP$" and token.i > doer.head.i) for token in words)

    def _refuses(self, head: Token) -> bool:
        """ "there will be no surrender", "there will be none while one soldier is left": what a party will not have."""
        words = grammar_of(head)
        there = any(child.dep_ == "expl" for child in head.children)
        if not there or head.lemma_ not in words.copula or not has_helping(head, self.words["future"]):
            return False
        things = [child for child in head.children if child.dep_ in ("attr", "nsubj")]
        until = any(
            mark.lower_ in self.words["made_long"] for clause in head.children if clause.dep_ == "advcl" for mark in clause.children
        )
        return any(
            (thing.lower_ in words.nothing and until)
            or (thing.lemma_.lower() in self.words["refused"] and any(child.lower_ in words.no for child in thing.children))
            for thing in things
        )

    def _may_rely(self, head: Token) -> bool:
        """ "those who lay down their arms may count on our mercy"."""
        if head.lemma_ not in self.words["relying"] or self.negated(head):
            return False
        may = has_helping(head, self.words["possible"] | self.words["able"] | grammar_of(head).can)
        on = (thing for prep in head.children if prep.dep_ == "prep" for thing in prep.children)
        return may and any(thing.lemma_.lower() in self.words["gifts"] for thing in on)

    def _gives(self, head: Token) -> bool:
        """ "an amnesty would cover even those": of what only those who rule can give."""
        subject = subject_of_clause(head)
        gift = subject is not None and subject.lemma_.lower() in self.words["gifts"]
        return gift and has_helping(head, self.words["future"]) and not self.negated(head) and head.lemma_ in self.words["granting"]
