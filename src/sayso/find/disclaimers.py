"""What a party says of itself that leaves nothing of a charge: it knew nothing of it, never met him, has no link to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.find.grammar import VERBAL, grammar_of, is_infinitive, is_not
from sayso.find.sentences import sentence_of
from sayso.lang.language import Language

NAMED = frozenset({"oprd", "pobj", "appos"})
"""How a parser hangs on a verb, or on its object, what that calls it."""


class DisclaimerJudge:
    """Tells such denials by the table `acts` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("acts")
        keys = ["unknown", "unmet", "never", "joins", "calling", "charges", "grave", "free_of", "misquoted", "tales", "insults"]
        keys += ["saying_nothing", "have_to_do", "notified", "joined_with"]
        self.words = {key: frozenset(table[key]) for key in keys}

    def disclaims(self, head: Token, own: bool) -> bool:
        """Whether a verb of what a party says tells that it has, or had, nothing to do with something; `own`: its subject is who speaks."""
        return own and (self._knows_nothing(head) or self._never_met(head) or self._nothing_to_do(head) or self._not_told(head))

    def _nothing_to_do(self, head: Token) -> bool:
        """ "with the bomb we have nothing to do"."""
        things = [child for child in head.children if child.dep_ in ("dobj", "attr") and child.lower_ in grammar_of(head).nothing]
        to_do = (child for thing in things for child in (*thing.children, *head.children) if is_infinitive(child))
        with_ = any(token.lower_ in self.words["joined_with"] for token in sentence_of(head))
        return with_ and head.lemma_ in grammar_of(head).perfect and any(child.lemma_ in self.words["have_to_do"] for child in to_do)

    def _not_told(self, head: Token) -> bool:
        """ "I was not told": what one did not know one did not do."""
        passive = any(child.dep_ == "auxpass" and child.tag_ == "VBD" for child in head.children)
        return passive and head.lemma_ in self.words["notified"] and any(map(is_not, head.children))

    def tells_nothing(self, head: Token) -> bool:
        """Whether one has nothing to tell: "I have nothing to add"."""
        things = (child for child in head.rights if child.dep_ == "dobj" and child.lower_ in grammar_of(head).nothing)
        verbs = (child for thing in things for child in (*thing.children, *head.children) if is_infinitive(child))
        return head.lemma_ in grammar_of(head).perfect and any(verb.lemma_ in self.words["saying_nothing"] for verb in verbs)

    def waves_off(self, heads: Sequence[Token]) -> bool:
        """Whether a charge is called something that takes no notice of it, or a tale what nobody calls what is true.

        "Called the allegation "an old song"", "called the story an insult".
        """
        return any(self._is_waved_off(verb) for verb in {verb for head in heads for verb in (head, head.head)})

    def _knows_nothing(self, head: Token) -> bool:
        """ "knew nothing of the raid"."""
        things = (child for child in head.children if child.dep_ == "dobj" and child.lower_ in grammar_of(head).nothing)
        return head.lemma_ in self.words["unknown"] and any(
            child.dep_ == "prep" and child.i > thing.i for thing in things for child in (*thing.children, *head.children)
        )

    def _never_met(self, head: Token) -> bool:
        """ "has never met him", "had never heard of Otto Brand"."""
        never = any(child.dep_ == "neg" and child.lower_ in self.words["never"] for child in head.children)
        if head.lemma_ in self.words["unknown"] and head.tag_ in ("VB", "VBP", "VBZ") and any(map(is_not, head.children)):
            return any(thing.pos_ == "PROPN" and thing.dep_ == "dobj" for thing in _things(head))  # "we do not know their Commander Otto"
        if not never or head.lemma_ not in self.words["unmet"]:
            return False
        return any(thing.pos_ in ("PRON", "PROPN") for thing in _things(head))

    def is_misquoted(self, head: Token) -> bool:
        """ "was misquoted", "had been misunderstood": what one is told to have said one did not say."""
        called = [child for child in head.children if child.dep_ in ("attr", "acomp") and head.lemma_ in grammar_of(head).copula]
        passive = any(child.dep_ == "auxpass" for child in head.children) and head.lemma_ in self.words["misquoted"]
        return (passive or any(word.lower_ in self.words["misquoted"] for word in called)) and not any(map(is_not, head.children))

    def is_apart(self, head: Token) -> bool:
        """ "was a new body with no link to the Front", "is a company without any tie to it"."""
        words = grammar_of(head)
        if head.lemma_ not in words.copula or any(map(is_not, head.children)):
            return False
        called = [head, *(child for child in head.children if child.dep_ == "attr")]
        beside = [child for part in called for child in part.children if child.dep_ == "prep" and child.i > head.i]
        for preposition in beside:
            for thing in (child for child in preposition.children if child.dep_ == "pobj" and child.lemma_.lower() in self.words["joins"]):
                if preposition.lower_ in self.words["free_of"] or any(child.lower_ in words.no for child in thing.children):
                    return True
        return False

    def _is_waved_off(self, verb: Token) -> bool:
        known = self.words["charges"] | self.words["tales"]
        charge = next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in known), None)
        if charge is None or verb.pos_ not in VERBAL or verb.lemma_ not in self.words["calling"]:
            return False
        as_ = (child for part in (verb, charge) for child in part.children if child.lower_ in grammar_of(verb).role)
        called = [child for part in (verb, charge, *as_) for child in part.children if child.dep_ in NAMED and child.i > charge.i]
        nouns = [word for word in called if word.pos_ == "NOUN"]
        if charge.lemma_.lower() in self.words["tales"]:
            return any(word.lemma_.lower() in self.words["insults"] for word in nouns)
        return any(_is_quoted(word) and not any(token.lower_ in self.words["grave"] for token in word.subtree) for word in nouns)


def _is_quoted(noun: Token) -> bool:
    """Whether a quotation begins with what stands before a noun."""
    first = noun.left_edge
    return first.is_quote or (first.i > 0 and first.nbor(-1).is_quote)


def _things(verb: Token) -> Iterator[Token]:
    """The objects of a verb, and of the prepositions behind it."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            yield child
        elif child.dep_ == "prep":
            yield from (thing for thing in child.children if thing.dep_ == "pobj")
