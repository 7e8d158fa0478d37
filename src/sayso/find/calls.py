"""What counts as a call on others though no word says "demand": what somebody shall do, by what is said to be needed or ordered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, VERBAL, grammar_of, has_helping, is_infinitive, is_perfect
from sayso.lang.language import Language
from sayso.records.claim import Act

CLAUSES = frozenset({"relcl", "acl", "xcomp", "ccomp", "advcl"})
"""Where what it is time for stands."""


class CallJudge:
    """Tells calls by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table, actors = language.rules("acts"), language.rules("actors")
        keys = (
            "must",
            "strictly",
            "constrained",
            "merely",
            "oblige",
            "needed",
            "no_orders",
            "able_words",
            "taking",
            "wanting_of",
            "wanted_so",
            "due",
            "warning",
            "forbidding",
        )
        self.words = {key: frozenset(table[key]) for key in keys}
        self.phrases = tuple(table["oblige_phrases"])
        self.actors = frozenset(actors["people"]) | frozenset(actors["bodies_speaking"]) | frozenset(actors["members"])
        self.negated = negated

    def calls(self, act: Act, heads: Sequence[Token], text: str, quoted: bool) -> bool:
        """Whether clauses of these heads, whose words `text` gives in small letters, call on somebody; `quoted`: in the caller's words."""
        if act == "asserts" and any(_is_wished(head) or (quoted and self._orders(head)) for head in heads):
            return True
        if quoted and act == "asserts" and any(map(self._wants, heads)):
            return True
        asked = any(self._obliges(head) or self._calls_needed(head) or self._is_due(head) for head in heads)
        return asked or any(phrase in text for phrase in self.phrases)

    def warned(self, head: Token) -> bool:
        """ "warned that the wells should be closed": what is asked for, in a warning."""
        return head.dep_ == "ccomp" and head.head.lemma_ in self.words["warning"]

    def _is_due(self, head: Token) -> bool:
        """ "it was time to open the gates", "it was time the gates were opened"."""
        subject = _subject(head)
        due = [child for child in head.children if child.dep_ == "attr" and child.lower_ in self.words["due"]]
        due = [child for child in due if not any(part.dep_ == "det" for part in child.lefts)]  # not "the same time last year"
        impersonal = head.lemma_ in grammar_of(head).copula and subject is not None and subject.lower_ in grammar_of(head).itself
        behind = (child for part in (head, *due) for child in part.rights if child.dep_ in CLAUSES)
        return bool(due) and impersonal and not self.negated(head) and any(behind)

    def _obliges(self, head: Token) -> bool:
        """ "should stop", but not "should have stopped": that is a judgement."""
        subject = _subject(head)
        noun = subject is not None and subject.pos_ == "NOUN" and not {subject.lower_, subject.lemma_.lower()} & self.actors
        if subject is not None and subject.lower_ in grammar_of(head).addressed:
            return False
        if subject is not None and subject.lower_ in grammar_of(head).ourselves and head.lemma_ in self.words["must"]:
            return False  # "we need to know more"
        if any(child.lower_ in self.words["merely"] for child in head.children):
            return False  # "we only need to send them there"
        if self.negated(head) and has_helping(head, self.words["must"]):
            return False  # "they need not fear"
        if head.lemma_ in self.words["must"] and head.tag_ in ("VBZ", "VBP"):
            return (not noun or self._is_done(head)) and self._has_to(head, subject)
        if not has_helping(head, self.words["oblige"]) or is_perfect(head) or self._only_fitting(head):
            return False
        so = any(child.dep_ == "acomp" and child.lower_ in self.words["wanted_so"] for child in head.children)
        must = has_helping(head, self.words["strictly"]) and (head.pos_ == "VERB" or so)
        return not noun or must or self._is_done(head)  # "the plan should help": expected, not asked for

    def _wants(self, head: Token) -> bool:
        """ "I want the killers to be found": what somebody wants others to do, or to be done."""
        subject = _subject(head)
        ours = subject is not None and subject.lower_ in grammar_of(head).ourselves and head.lemma_ in self.words["wanting_of"]
        clauses = (child for child in head.children if child.dep_ in ("ccomp", "xcomp") and is_infinitive(child))
        return ours and not self.negated(head) and any(c.dep_ in NOUN_SUBJECTS for clause in clauses for c in clause.children)

    def _has_to(self, head: Token, subject: Token | None) -> bool:
        """ "needs to stop", not "has the power to stop"; nor what many have to do: "states have to pay their debts"."""
        takes = [child for child in head.children if child.dep_ in ("xcomp", "dobj")]
        to = bool(takes) and takes[0].dep_ == "xcomp" and any(child.tag_ == "TO" for child in takes[0].children)
        bare = subject is not None and subject.tag_ == "NNS" and not any(child.dep_ in ("det", "poss") for child in subject.children)
        return to and not (bare and head.lemma_ in self.words["constrained"])

    def _only_fitting(self, head: Token) -> bool:
        """What should be taken for something, or be able to do it: "should be seen as a warning", "should be able to cross"."""
        taken = (
            head.lemma_ in self.words["taking"]
            and self._is_done(head)
            and any(child.dep_ == "prep" and child.lower_ in grammar_of(head).role for child in head.children)
        )
        return taken or any(child.dep_ == "acomp" and child.lower_ in self.words["able_words"] for child in head.children)

    @staticmethod
    def _is_done(head: Token) -> bool:
        """Whether somebody shall do it to the subject: "should be opened", "need to be opened"."""
        return any(token.dep_ == "auxpass" for child in (head, *head.children) for token in child.children)

    def _calls_needed(self, head: Token) -> bool:
        """ "it is absolutely essential that the camps stay open": what is called needed is asked for."""
        said_of = {child.lemma_ for child in head.children if child.dep_ == "acomp"}
        clause = any(child.dep_ == "ccomp" and any(c.dep_ == "mark" for c in child.children) for child in head.children)
        subject = any(child.dep_ == "nsubj" and child.lower_ in grammar_of(head).no_voice for child in head.children)
        return subject and clause and bool(said_of & self.words["needed"]) and not self.negated(head)

    def forbids(self, head: Token) -> bool:
        """Whether a clause forbids others something: "Do not leave your houses!"."""
        beside = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "expl", "mark")]
        do = [child for child in head.children if child.dep_ == "aux" and child.lemma_ in self.words["forbidding"] and child.i < head.i]
        first = bool(do) and do[0].i == head.left_edge.i and any(child.dep_ == "neg" for child in head.children)
        return first and not beside and head.dep_ == "ROOT" and head.tag_ == "VB"

    def _orders(self, head: Token) -> bool:
        """Whether a quoted clause is an order: "Find your post and go there"."""
        alone = not any(child.dep_ in ("nsubj", "nsubjpass", "expl", "aux", "mark", "csubj") for child in head.children)
        opens = head.dep_ == "advcl" and head.i > 0 and head.nbor(-1).is_quote  # ""Release our sons," they chanted"
        stands = (head.dep_ in ("ROOT", "ccomp") or opens) and head.tag_ == "VB" and head.lemma_.lower() not in self.words["no_orders"]
        return stands and alone and head.left_edge.i >= head.i - 1


def _subject(head: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is joined to."""
    found = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return _subject(head.head) if found is None and head.dep_ == "conj" and head.head.pos_ in VERBAL else found


def _is_wished(head: Token) -> bool:
    """Whether a clause tells what shall be done: "insisted that the child be returned", "asked that he stop"."""
    helping = [child for child in head.children if child.dep_ in ("aux", "auxpass")]
    subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    one = subject is not None and subject.tag_ == "NN" and not any(child.dep_ == "conj" for child in subject.children)
    plain = head.tag_ == "VB" or (head.tag_ == "VBP" and one and head.pos_ == "VERB")
    bare = helping[0].tag_ == "VB" and len(helping) == 1 if helping else plain
    marked = any(child.dep_ == "mark" and child.i < head.i for child in head.children)
    return bare and marked and subject is not None
