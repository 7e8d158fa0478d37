"""Whether what is said is itself a judgement: what shows something, what is likely or regrettable, what ranks first of its time."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.grammar import TIMES, grammar_of, has_helping, is_perfect, object_of
from sayso.lang.language import Language


class JudgementJudge:
    """Tells judgements by the tables `acts` and `hedges` of a language."""

    def __init__(self, language: Language) -> None:
        table, cues = language.rules("acts") | language.rules("hedges"), language.rules("cues")
        keys = ["judge", "judge_doing", "judged", "oblige", "able", "doubtful", "ever"]
        keys += ["signs", "pointing", "pointed_at", "bearing_marks", "marks"]
        self.words = {key: frozenset(table[key]) for key in keys}
        self.recorded, self.showing = frozenset(cues["recorded"]), frozenset(cues["showing"])

    def judges(self, head: Token, own: bool) -> bool:
        """Whether what is said is itself a judgement: "said they were worried", "said that the talks show ...", "said it was likely".

        What the speaker himself could or could not do is none.
        """
        takes = {child.dep_ for child in head.children}
        of_clause = head.lemma_ in self.words["judge"] and takes & {"ccomp"} and not self._is_recorded(head)
        of_deed = head.lemma_ in self.words["judge_doing"] and takes & {"xcomp", "oprd"}
        if (of_clause or of_deed) and not takes & {"auxpass", "neg"}:
            return True
        parts = [head, *(child for child in head.children if child.dep_ in ("acomp", "attr", "advmod"))]
        said_of = {form for part in parts for form in (part.lemma_.lower(), part.lower_)}
        if self.ranks(head) or self.reads_signs(head) or (not own and has_helping(head, self.words["oblige"]) and is_perfect(head)):
            return True  # "was the worst raid since 1990", "should have waited"
        unable = takes & {"neg"} and has_helping(head, self.words["able"])
        return bool(said_of & self.words["judged"]) or (has_helping(head, self.words["doubtful"]) and not own and not unable)

    def _is_recorded(self, head: Token) -> bool:
        """ "the tape shows two cars": a recording or a count, which judges nothing."""
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None) if head.lemma_ in self.showing else None
        return subject is not None and bool({subject.lower_, subject.lemma_.lower()} & self.recorded)

    def reads_signs(self, head: Token) -> bool:
        """ "all signs point to the Front", "the raid bears the hallmarks of the Front": who did it is judged by signs."""
        if head.lemma_ in self.words["bearing_marks"]:
            things = (child for child in head.children if child.dep_ == "dobj" and child.lemma_.lower() in self.words["marks"])
            return any(child.dep_ == "prep" for thing in things for child in thing.children)
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        sign = subject is not None and subject.lemma_.lower() in self.words["signs"] and head.lemma_ in self.words["pointing"]
        return sign and any(child.dep_ == "prep" and child.lower_ in self.words["pointed_at"] for child in head.children)

    def ranks(self, head: Token) -> bool:
        """Whether a thing is ranked among all of a time: "was the deadliest raid since 1990", "is one of the worst in decades"."""
        named = [child for child in head.children if child.dep_ == "attr"] if head.lemma_ in grammar_of(head).copula else []
        of = [thing for noun in named if (thing := object_of(noun, grammar_of(noun).belonging)) is not None]
        most = any(word.tag_ in ("JJS", "RBS") for noun in (*named, *of) for word in (noun, *noun.lefts))
        return most and any(word.ent_type_ in TIMES or word.lower_ in self.words["ever"] for noun in named for word in noun.subtree)
