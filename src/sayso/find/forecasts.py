"""What foretells though it says neither "will" nor "predict": what may come by a voice's word, and what is called likely."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sayso.find.grammar import grammar_of, helping
from sayso.lang.language import Language


class ForecastJudge:
    """Tells forecasts by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table = language.rules("acts")
        self.words = {key: frozenset(table[key]) for key in ("able", "may_come", "lasting", "likely", "remaining")}
        self.negated = negated

    def foretells(self, head: Token) -> bool:
        """Whether a clause that somebody says tells of what is to come, as possible or as likely."""
        return self._may_come(head) or self.calls_likely(head)

    def calls_likely(self, head: Token) -> bool:
        """ "further raids are likely", "an attack on the port remains unlikely": that a thing that happens is to come."""
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        if subject is None or subject.pos_ not in ("NOUN", "VERB") or head.tag_ not in ("VBZ", "VBP"):
            return False
        if head.lemma_ not in self.words["remaining"]:
            return False
        said_of = [child for child in head.children if child.dep_ in ("acomp", "attr", "ccomp")]
        likely = len(said_of) == 1 and said_of[0].lower_ in self.words["likely"]
        return likely and not any(part.dep_ in ("ccomp", "xcomp") for part in said_of[0].children)

    def _may_come(self, head: Token) -> bool:
        """ "the raids could drive them out", "that may not end the war": what may come, not what may be or may have been."""
        beside, perfect = helping(head), grammar_of(head).perfect
        may = {token.lower_ for token in beside} & self.words["may_come"]
        if not may or any(token.lemma_ in perfect for token in beside) or (self.negated(head) and may & self.words["able"]):
            return False
        if head.dep_ != "ROOT" and head.head.pos_ == "NOUN":
            return False  # "claims that the troops might leave" were only made
        passive = any(child.dep_ == "auxpass" for child in head.children)
        return head.pos_ == "VERB" and head.tag_ != "VBG" and not passive and head.lemma_.lower() not in self.words["lasting"]
