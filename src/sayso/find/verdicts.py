"""What is told of a claim so that it is denied, by the author as by anyone: it is an invention, nothing supports it, it is contradicted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from sayso.find.contents import in_quotes
from sayso.find.grammar import NOUNS, grammar_of, helping
from sayso.lang.language import Language

CALLED = frozenset({"attr", "acomp", "oprd", "advcl"})
"""How what something is called hangs on the verb."""
PREDICATES = frozenset({"acomp", "attr", "oprd", "ROOT", "ccomp", "pobj", "amod"})


class VerdictJudge:
    """Tells such verdicts by the tables `acts` and `cues` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table = language.rules("acts")
        keys = ["untrue", "untrue_claims", "inventions", "heaps", "proving", "childish", "supporting", "borne_out", "contradicting"]
        keys += ["inconsistent", "accepting", "future", "afloat", "pictures", "faked", "lying", "answers"]
        self.words = {key: frozenset(table[key]) for key in keys}
        self.claims, self.phrases = frozenset(language.rules("cues")["claims"]), tuple(table["untrue_phrases"])
        self.told = (self.claims | frozenset(table["told_things"])) - language.grammar.said_before
        self.tolls, self.negated = frozenset(language.rules("cues")["tolls"]), negated

    def denies(self, head: Token) -> bool:
        """Whether a clause whose subject or object is what others tell, or the tale itself, says that it is not so."""
        if any(child.tag_ == "MD" or child.lower_ in self.words["future"] for child in helping(head)):
            return False
        if self._lies(head) or self._is_not_so_many(head) or self._is_no(head):
            return True
        return self._is_called_untrue(head) or self._is_unsupported(head) or self._is_contradicted(head) or self._is_not_accepted(head)

    def untrue(self, heads: Sequence[Token], content: Sequence[Token], text: str) -> bool:
        """Whether it is said of something that it is untrue."""
        if any(phrase in text for phrase in self.phrases):
            return True
        if any(map(self._is_afloat, heads)) or any(map(self._is_staged, heads)):
            return True
        judged = any(child.dep_ == "xcomp" for head in heads for child in head.children)  # "it would be wrong to leave"
        claimed = not judged and any(map(self._of_claim, heads))
        words = self.words["untrue"] | (self.words["untrue_claims"] if claimed else frozenset())
        return any(token.lower_ in words and self._calls_untrue(token, heads) for token in content)

    def _is_afloat(self, head: Token) -> bool:
        """ "fake news is spreading that the mill was hit"."""
        tales = [child for child in head.children if child.dep_ == "nsubj" and head.lemma_ in self.words["afloat"]]
        return any(child.lower_ in self.words["untrue"] and child.dep_ == "amod" for tale in tales for child in tale.lefts)

    def _is_staged(self, head: Token) -> bool:
        """ "the images are staged": what shows a thing is not as it was; not "was staged by" somebody."""
        subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        words = [head, *(child for child in head.children if child.dep_ in ("acomp", "conj"))]
        faked = [word for word in words if word.lower_ in self.words["faked"] and not any(child.dep_ == "agent" for child in word.children)]
        is_so = head.lemma_ in grammar_of(head).copula or any(child.dep_ == "auxpass" for child in head.lefts)
        it = subject is not None and subject.lower_ in grammar_of(head).said_before and is_so  # not "it posed a threat"
        shown = subject is not None and (subject.lemma_.lower() in self.words["pictures"] or it)
        return shown and bool(faked) and not self.negated(head)

    def _of_claim(self, head: Token) -> bool:
        """Whether something that can be untrue is the subject or the object of a clause: "the figure is wrong", "called it absurd"."""
        parts = {child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")} | {head}
        return any({part.lemma_.lower(), part.lower_} & self.claims for part in parts)

    def _calls_untrue(self, token: Token, heads: Sequence[Token]) -> bool:
        """Whether a word for untrue stands as what is said of the subject, not as a mere attribute ("a false start")."""
        called = token.dep_ == "dobj" and token in heads and (in_quotes(token) or any(h.dep_ == "dobj" and h.i < token.i for h in heads))
        called = called or (token.dep_ == "nsubj" and token.head in heads and token.head.lower_ in grammar_of(token).said_before)
        if (token.dep_ not in PREDICATES and not called) or self.negated(token.head):
            return False
        if token.dep_ == "amod" and token.head.dep_ not in ("attr", "oprd", "pobj"):
            return False
        return token in heads or token.head in heads or (token.dep_ == "amod" and token.head.head in heads)

    def _is_called_untrue(self, head: Token) -> bool:
        """ "the report is false", "the figure proved to be unfounded", "the helicopter was nonsense", "the notice is a pack of lies"."""
        subject, verb = _subject(head), head
        if subject is None or subject.pos_ not in NOUNS or self.negated(head):
            return False
        if head.lemma_ in self.words["proving"]:
            verb = next((child for child in head.rights if child.dep_ in ("xcomp", "acomp", "oprd", "advcl")), head)
        elif head.lemma_ not in grammar_of(head).copula:
            return False
        called = [*([verb] if verb != head else ()), *(child for child in verb.rights if child.dep_ in CALLED)]
        tale = self._is_told(subject)
        words = self.words["untrue"] | self.words["untrue_claims"] if tale else self.words["inventions"]
        return any(word.lower_ in words and not _is_negated(word) for one in called for word in self._named(one)) or (
            tale and self._is_for_children(verb)
        )

    def _lies(self, head: Token) -> bool:
        """ "they lie", "whoever says so is lying": who says what is not so."""
        whoever = any(child.dep_ == "csubj" for child in head.lefts)
        subject = _subject(head)
        theirs = subject is not None and subject.pos_ == "PRON" and head.dep_ == "ROOT"
        plain = not any(child.dep_ in ("prep", "acomp", "advmod", "attr", "oprd", "dobj", "prt") for child in head.rights)
        return head.lemma_ in self.words["lying"] and head.pos_ == "VERB" and (whoever or theirs) and plain and not self.negated(head)

    def _is_not_so_many(self, head: Token) -> bool:
        """ "it is not fourteen", "the figure was never 30"."""
        subject = _subject(head)
        if subject is None or head.lemma_ not in grammar_of(head).copula or not self.negated(head):
            return False
        number = any(child.like_num and child.dep_ in ("attr", "acomp") for child in head.rights)
        return number and (subject.lower_ in grammar_of(head).said_before or bool({subject.lemma_.lower()} & self.tolls))

    def _is_no(self, head: Token) -> bool:
        """ "the answer is no"."""
        subject = _subject(head)
        answer = subject is not None and subject.lemma_.lower() in self.words["answers"] and head.lemma_ in grammar_of(head).copula
        return answer and any(child.lower_ in grammar_of(head).noes for child in head.rights)

    def _named(self, called: Token) -> Iterator[Token]:
        """What something is called, and of what it is a heap: "a pack of lies"; also what kind of tale: "a fairy tale"."""
        yield called
        if called.lemma_.lower() in self.words["heaps"]:
            yield from (thing for prep in called.rights if prep.dep_ == "prep" for thing in prep.children if thing.dep_ == "pobj")

    def _is_for_children(self, verb: Token) -> bool:
        """ "the tale of the log is for children"."""
        behind = (thing for prep in verb.rights if prep.dep_ == "prep" for thing in prep.children if thing.dep_ == "pobj")
        return any(thing.lemma_.lower() in self.words["childish"] for thing in behind)

    def _is_unsupported(self, head: Token) -> bool:
        """ "the figure is not supported by anything", "the suggestion was not borne out", "nothing we have seen supports that version"."""
        out = head.lemma_ in self.words["borne_out"] and any(child.dep_ == "prt" for child in head.children)
        if not out and head.lemma_ not in self.words["supporting"]:
            return False
        subject = _subject(head)
        if subject is not None and subject.dep_ == "nsubjpass":
            return self._is_told(subject) and self.negated(head) and (out or any(child.dep_ == "agent" for child in head.children))
        things = (child for child in head.rights if child.dep_ == "dobj")
        nothing = subject is not None and (
            subject.lower_ in grammar_of(head).nothing or any(child.lower_ in grammar_of(head).no for child in subject.lefts)
        )
        return nothing and any(map(self._is_told, things))

    def _is_contradicted(self, head: Token) -> bool:
        """ "the statement is contradicted by a photograph", "the account is inconsistent with the records"."""
        subject = _subject(head)
        if subject is None or not self._is_told(subject) or self.negated(head):
            return False
        if head.lemma_ in self.words["contradicting"]:
            return subject.dep_ == "nsubjpass" and any(child.dep_ == "agent" for child in head.children)
        called = (child for child in head.rights if child.dep_ == "acomp" and child.lower_ in self.words["inconsistent"])
        return head.lemma_ in grammar_of(head).copula and any(child.dep_ == "prep" for word in called for child in word.children)

    def _is_not_accepted(self, head: Token) -> bool:
        """ "I do not believe that figure", "the government does not share that reading"."""
        subject, things = _subject(head), [child for child in head.rights if child.dep_ == "dobj"]
        now = any(child.tag_ in ("VBP", "VBZ") for child in helping(head))
        plain = subject is not None and subject.lower_ not in grammar_of(head).relatives
        return head.lemma_ in self.words["accepting"] and self.negated(head) and now and plain and any(map(self._is_told, things))

    def _is_told(self, thing: Token) -> bool:
        """Whether a noun is for what somebody tells, or a number that is told."""
        return bool({thing.lemma_.lower(), thing.lower_} & self.told) or thing.like_num


def _subject(head: Token) -> Token | None:
    return next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < head.i), None)


def _is_negated(word: Token) -> bool:
    return any(child.dep_ == "neg" for child in word.children)
