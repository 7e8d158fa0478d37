"""What a voice only passes on: what is hedged as hearsay, and what it says that it was told."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from sayso.lang.language import Language


class HearsayJudge:
    """Tells hearsay by the tables `hedges` and `acts` of a language; `negated` tells whether a verb is negated."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table, self.negated = language.rules("acts") | language.rules("hedges"), negated
        self.words = {key: frozenset(table[key]) for key in ("hearsay", "hearsay_verbs", "hearsay_nouns", "hearing", "tidings")}
        self.heard_by = frozenset(language.rules("cues")["heard_by"])

    def hedges(self, content: Sequence[Token]) -> bool:
        """Whether the clause is hedged as hearsay: "reportedly", "is believed to"."""
        return any(token.lower_ in self.words["hearsay"] or self._is_told(token) for token in content)

    def hands_on(self, head: Token) -> bool:
        """Whether a voice tells what others told it: "was reportedly shot", "were reported missing", "had received reports of a raid"."""
        return any(child.lower_ in self.words["hearsay"] for child in head.children) or self._is_told(head) or self.was_told(head)

    def was_told(self, head: Token) -> bool:
        """Whether a voice says that it was told of things: "had received reports of a raid", "were informed that there had been one"."""
        parts = {child.dep_ for child in head.children}
        if head.lemma_ in self.heard_by and {"auxpass", "ccomp"} <= parts:
            return True
        told = self.words["hearsay_nouns"] | self.words["tidings"]
        things = [child for child in head.children if child.dep_ == "dobj" and child.lemma_.lower() in told]
        about = any(
            child.dep_ in ("prep", "acl", "ccomp", "relcl") for thing in (head, *things) for child in thing.children if child.i > thing.i
        )
        return bool(things) and head.lemma_ in self.words["hearing"] and about and not self.negated(head)

    def _is_told(self, verb: Token) -> bool:
        return verb.lemma_ in self.words["hearsay_verbs"] and any(child.dep_ == "auxpass" for child in verb.children)

    def of_reports(self, head: Token) -> bool:
        """Whether a clause is about reports of something: "news of the raid reached ...", "there were reports that ..."."""
        if head.lemma_ in self.words["hearing"] and self.hands_on(head):
            return True
        for child in head.children:
            there = any(other.dep_ == "expl" for other in head.children)
            told = any(c.dep_ in ("prep", "acl", "ccomp") for c in child.children)
            if (child.dep_ == "nsubj" or (child.dep_ == "attr" and there)) and child.lemma_.lower() in self.words["hearsay_nouns"] and told:
                return True
        return False
