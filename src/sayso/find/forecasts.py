"""What is told to come: what will be, is about to be, may come by a voice's word, or is called likely."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from sayso.find.grammar import PARTIES, SUBJECTS, TIMES, grammar_of, has_helping, helping, is_infinitive, is_perfect
from sayso.lang.language import Language
from sayso.records.claim import Act

NEAR = 4
"""Words around a verb in which it is told that it is to come."""
CALLED = frozenset({"advmod", "oprd", "acomp", "amod", "pobj"})
"""How a parser hangs "likely" on a verb that rates something so."""


class ForecastJudge:
    """Tells forecasts by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table = language.rules("acts")
        keys = (
            "able",
            "may_come",
            "lasting",
            "likely",
            "thinkable",
            "remaining",
            "future",
            "going",
            "wished",
            "must",
            "possible",
            "sensing",
            "telling",
            "disposed",
            "warning",
            "looming",
            "deciding",
            "sure",
            "caring",
            "never",
            "minding",
            "keeping_on",
            "committed",
            "resolved",
            "standing_by",
            "beside",
            "rating",
            "expecting",
            "happenings",
            "harm_nouns",
            "amounting",
            "crimes",
            "breaches",
            "naming",
            "counted",
            "nearly",
            "stakes",
            "putting",
        )
        self.words = {key: frozenset(table[key]) for key in keys}
        actors = language.rules("actors")
        self.alive = frozenset(word for key in ("people", "bodies_speaking", "members", "bodies") for word in actors[key])
        self.phrases = {key: tuple(table[key]) for key in ("ahead", "told_ahead", "odds")}
        self.number = re.compile(table["odds_number"])
        self.negated = negated

    def warns_of(self, head: Token) -> bool:
        """ "warned of a looming famine": what may come by itself."""
        of = (
            [child for child in head.head.children if child.lower_ in grammar_of(head).belonging]
            if head.head.lemma_ in self.words["warning"]
            else []
        )
        things = (thing for prep in of for thing in prep.children if thing.dep_ == "pobj")
        return any(child.dep_ == "amod" and child.lower_ in self.words["looming"] for thing in things for child in thing.children)

    def coming(self, head: Token, quoted: bool) -> Token | None:
        """The verb for what is to come: "will leave", "is going to leave", and "would leave" where it is reported, not wished for.

        In a quotation "would" foretells only under a condition that may come true ("if they ask, he would leave"), and of a thing that is
        only planned ("the dam would flood two towns").
        """
        words, beside = grammar_of(head), helping(head)
        if head.lemma_ in self.words["going"] and head.tag_ == "VBG":
            below = next((child for child in head.children if child.dep_ == "xcomp" and is_infinitive(child)), None)
            told = below is not None and below.lemma_ in self.words["telling"]
            return None if told or (quoted and any(child.tag_ == "VBD" for child in beside)) else below
        if not has_helping(head, self.words["future"]) or head.lemma_ in self.words["wished"] or is_perfect(head):
            return None
        would = any(child.lower_ in words.would for child in beside)
        named = any(child.dep_ == "oprd" or child.lower_ in words.role for child in head.rights) and bool(_passive(head))
        if (would and self.classes(head)) or (named and head.lemma_ in self.words["naming"]):
            return None  # "would be a breach of the truce", "will be called the Council of the Lakes"
        if would and (
            (head.lemma_ in self.words["must"] and not brings_about(head)) or (quoted and not (self._if_so(head) or self._of_thing(head)))
        ):
            return None  # "would need to have it": what it takes, neither promised nor foretold
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        if subject is None:
            return head
        if subject.lower_ in words.anybody and head.lemma_ in self.words["sensing"] and not self.negated(head):
            return None  # "you will find books there": as anybody does
        return None if subject.lower_ in words.ourselves and self._tells(head) else head

    def sure_of(self, head: Token) -> Token | None:
        """What is to come of which somebody says that he is sure: "I am certain that we will win"."""
        ours = any(child.dep_ == "nsubj" and child.lower_ in grammar_of(head).ourselves for child in head.children)
        said_of = [child for child in head.children if child.dep_ == "acomp" and child.lower_ in self.words["sure"]]
        clauses = (child for part in (head, *said_of) for child in part.children if ours and said_of and child.dep_ == "ccomp")
        return next((clause for clause in clauses if has_helping(clause, self.words["future"])), None)

    def resolved(self, head: Token) -> Token | None:
        """The verb for what somebody has decided or means to do: "has decided to leave", "plans to leave", not "decided to leave"."""
        if head.lemma_ not in self.words["deciding"] or self.negated(head) or not (is_perfect(head) or head.tag_ in ("VBZ", "VBP")):
            return None
        return next((child for child in head.children if child.dep_ == "xcomp" and is_infinitive(child)), None)

    def bound_to(self, head: Token) -> list[Token]:
        """The words for what somebody stays bound to, which he promises.

        "remains committed to a settlement", "is determined to keep it", "stands by Velk".
        """
        if self.negated(head):
            return []
        if self._stands_by(head):
            return [head]
        passive = {child.tag_ for child in _passive(head)} & {"VBZ", "VBP"}  # "is committed to it", as a parser may read it
        if head.lemma_ not in self.words["remaining"] and not (passive and head.lower_ in self.words["committed"]):
            return []
        bound = [child for child in head.children if child.dep_ in ("acomp", "attr", "oprd")] + [head]
        return [
            part
            for child in bound
            for part in (*child.children, *head.children)
            if (part.dep_ == "prep" and child.lower_ in self.words["committed"])
            or (part.dep_ == "xcomp" and child.lower_ in self.words["resolved"])
        ]

    def _stands_by(self, head: Token) -> bool:
        """ "Norway stands by Velk", "we stand with the people of Velk": not by what one has said."""
        if head.lemma_ not in self.words["standing_by"] or head.tag_ not in ("VBZ", "VBP", "VB"):
            return False
        whom = [thing for prep in head.children if prep.lower_ in self.words["beside"] for thing in prep.children if thing.dep_ == "pobj"]
        return any(thing.ent_type_ in PARTIES or thing.pos_ == "PROPN" or thing.lemma_.lower() in self.alive for thing in whom)

    def _tells(self, head: Token) -> bool:
        """Whether a verb announces only how something is being said: "I will say", "I will be frank"."""
        return head.lemma_ in self.words["telling"] or any(c.dep_ == "acomp" and c.lower_ in self.words["telling"] for c in head.children)

    @staticmethod
    def _if_so(head: Token) -> bool:
        """Whether a clause hangs on a condition that may come true: "if he is asked"."""
        clauses = (child for child in head.children if child.dep_ == "advcl")
        marked = (one for one in clauses if any(child.lower_ in grammar_of(head).conditions for child in one.children))
        return any(part.tag_ in ("VBZ", "VBP") for one in marked for part in (one, *helping(one), *_passive(one)))

    def _of_thing(self, head: Token) -> bool:
        """Whether a clause says what a thing would do, or what would be done: "the dam would flood two towns", not "he would sit there"."""
        subject = next((child for child in head.children if child.dep_ in SUBJECTS), None)
        conditions = grammar_of(head).conditions
        supposed = any(child.dep_ == "advcl" and any(c.lower_ in conditions for c in child.children) for child in head.children)
        if subject is None or supposed or head.dep_ == "relcl" or head.lemma_ in grammar_of(head).copula | self.words["lasting"]:
            return False
        if subject.dep_ == "csubj":
            return True
        words = {subject.lower_, subject.lemma_.lower()}
        return (subject.pos_ == "NOUN" and not words & self.alive) or subject.lower_ in grammar_of(head).said_before

    @staticmethod
    def supposes(head: Token) -> bool:
        """Whether a clause says what would be if something were so that is not: "if it rained, the match would be off"."""
        would, conditions = has_helping(head, grammar_of(head).supposing), grammar_of(head).conditions
        clauses = (child for child in head.children if child.dep_ == "advcl" and child.tag_ == "VBD")
        return would and any(grand.lower_ in conditions for clause in clauses for grand in clause.children)

    def weighs(self, head: Token) -> bool:
        """Whether a clause says what it would be to do something: "it would be wrong to leave", "they would be wise to leave"."""
        copula = head.lemma_ in grammar_of(head).copula and has_helping(head, grammar_of(head).would)
        called = [child for child in head.children if child.dep_ in ("acomp", "attr")]
        copula = copula and not any(child.lower_ in self.words["disposed"] for child in called)
        return copula and any(child.dep_ == "xcomp" for part in (head, *called) for child in part.children if child.i > head.i)

    def is_ahead(self, head: Token, content: Sequence[Token], key: str) -> bool:
        """Whether words of what is to come stand at the verb of a clause itself: "it is bound to be hard", not "they go to people"."""
        if self._is_now(head):
            return False
        near = [token for token in content if abs(token.i - head.i) <= NEAR]
        small, grammar = [token.lower_ for token in near], grammar_of(head)
        for words in map(str.split, self.phrases[key]):
            for n in range(len(near) - len(words) + 1):
                if small[n : n + len(words)] == words:
                    behind = next(iter(near[n + len(words) :]), None)
                    done = behind is not None and behind.tag_ == "VB" and not (behind.dep_ == "aux" and behind.lemma_ in grammar.perfect)
                    if words[-1] not in grammar.infinitive or done:
                        return True
        return False

    def of_author(self, head: Token, content: Sequence[Token]) -> bool:
        """Whether a clause of the author's speaks of what is to come, or may come: not only of a thing that will be."""
        words = grammar_of(head)
        if is_perfect(head) or self.classes(head) or self._is_now(head):
            return False
        text = " ".join(token.lower_ for token in content)
        main = " ".join(token.lower_ for token in content if not _describes(token, head))
        supposed = has_helping(head, words.would)
        will = has_helping(head, self.words["future"]) and not supposed
        would = supposed and any(f" {word} " in f" {text} " for word in words.conditions)
        able = has_helping(head, words.can) and any(f" {word} " in f" {text} " for word in words.conditions)
        may = has_helping(head, self.words["possible"]) and (able or not _past_possible(head))
        would = would or (supposed and any(phrase in text for phrase in self.phrases["odds"]))  # "would probably meet no resistance"
        ahead = any(phrase in text if phrase in self.phrases["told_ahead"] else phrase in main for phrase in self.phrases["ahead"])
        return will or would or may or ahead or self._put_odds(head, text)

    def _put_odds(self, head: Token, text: str) -> bool:
        """Whether an author gives a number to how likely a thing is to come: "a second raid is possible (30 per cent)"."""
        present = head.lemma_ in self.words["remaining"] and head.tag_ in ("VBZ", "VBP")
        said_of = (token for child in head.children if child.dep_ in ("acomp", "attr", "nsubj") for token in (child, *child.children))
        likely = any(token.lower_ in self.words["likely"] | self.words["thinkable"] for token in said_of)
        return present and likely and self.number.search(text) is not None

    def of_ours(self, head: Token) -> Act:
        """What an author does who speaks of what is to come: what he and his are to do he promises ("we will host a meeting")."""
        ours = any(child.dep_ == "nsubj" and child.lower_ in grammar_of(head).ourselves for child in head.children)
        return "pledges" if ours and has_helping(head, self.words["future"]) and self.cares(head) else "predicts"

    def cares(self, head: Token) -> bool:
        """Whether a verb tells of what those in charge promise to do, or to go on doing: "will continue to support", "will host"."""
        below = [child for child in head.children if child.dep_ == "xcomp"] if head.lemma_ in self.words["keeping_on"] else []
        return any(verb.lemma_ in self.words["caring"] for verb in (*below, *([] if below else [head])))

    def foretells(self, head: Token) -> bool:
        """Whether a clause that somebody says tells of what is to come, as possible, as likely, or as never possible."""
        return (
            (self._may_come(head) and not self.classes(head)) or self.calls_likely(head) or self.rates_likely(head) or self._never_can(head)
        )

    def _never_can(self, head: Token) -> bool:
        """ "the rebels can never win the valley back": that it will not be, unlike what somebody cannot accept, or is not able to do."""
        never = any(child.dep_ == "neg" and child.lower_ in self.words["never"] for child in head.children)
        minded = head.lemma_ in self.words["minding"] | self.words["lasting"]
        return never and has_helping(head, grammar_of(head).can) and head.pos_ == "VERB" and not minded

    def calls_likely(self, head: Token) -> bool:
        """ "further raids are likely", "an attack on the port remains unlikely": that a thing that happens is to come."""
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        if subject is None or subject.pos_ not in ("NOUN", "VERB") or head.tag_ not in ("VBZ", "VBP"):
            return False
        if head.lemma_ not in self.words["remaining"]:
            return False
        said_of = [child for child in head.children if child.dep_ in ("acomp", "attr", "ccomp")]
        likely = len(said_of) == 1 and (said_of[0].lower_ in self.words["likely"] or self._all_but_sure(said_of[0]))
        return likely and not any(part.dep_ in ("ccomp", "xcomp") for part in said_of[0].children)

    def _all_but_sure(self, word: Token) -> bool:
        """ "almost certain"."""
        return word.lower_ in self.words["sure"] and any(child.lower_ in self.words["nearly"] for child in word.children)

    def classes(self, head: Token) -> bool:
        """ "may amount to war crimes", "would be a breach of the truce": what wrong a thing is, or would be if it was so."""
        if not has_helping(head, self.words["possible"] | grammar_of(head).would):
            return False
        called = [child for child in head.children if child.dep_ in ("attr", "dobj") and child.i > head.i]
        called += [thing for child in head.children if child.lower_ in grammar_of(head).infinitive for thing in child.children]
        wrong = any(thing.lemma_.lower() in self.words["crimes"] | self.words["breaches"] for thing in called)
        return wrong and (head.lemma_ in self.words["amounting"] or head.lemma_ in grammar_of(head).copula)

    def _is_now(self, head: Token) -> bool:
        """ "the true number is likely to be higher": what a number is that nobody knows."""
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        if subject is None or subject.lemma_.lower() not in self.words["counted"] or head.lemma_ not in grammar_of(head).copula:
            return False
        likely = (child for child in head.children if child.dep_ == "acomp" and child.lower_ in self.words["likely"])
        below = (verb for word in likely for verb in word.children if verb.dep_ == "xcomp" and verb.lemma_ in grammar_of(head).copula)
        return any(child.dep_ == "acomp" and child.tag_ == "JJR" for verb in below for child in verb.children)

    def rates_likely(self, head: Token) -> bool:
        """ "we rate as likely a raid on the port", "it considers further attacks unlikely": that a thing that happens is to come."""
        verb = head if head.lemma_ in self.words["rating"] else head.head
        if verb.lemma_ not in self.words["rating"] or self.negated(verb):
            return False
        things = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
        small = [child for child in verb.children if child.dep_ == "ccomp" and child.lower_ in self.words["likely"]]
        things += [child for word in small for child in word.children if child.dep_ == "nsubj"]
        as_ = (child for child in verb.children if child.lower_ in grammar_of(verb).role)
        called = small or [
            c for part in (verb, *as_, *things) for c in part.children if c.dep_ in CALLED and c.lower_ in self.words["likely"]
        ]
        words = self.words["happenings"] | self.words["harm_nouns"]
        clauses = (clause for word in small for clause in word.children if clause.dep_ in ("ccomp", "advcl"))
        if any(has_helping(clause, self.words["future"]) for clause in clauses):
            return True  # "I consider it likely that they will come"
        return bool(called) and any({thing.lemma_.lower(), thing.lower_} & words for thing in things)

    def tells_to_come(self, head: Token) -> bool:
        """Whether a clause of an author's calls something likely, or bids the reader expect it."""
        return (
            self.calls_likely(head) or self.rates_likely(head) or self._bids_expect(head) or self._is_awaited(head) or self._puts_odds(head)
        )

    def _is_awaited(self, head: Token) -> bool:
        """ "the first snow is expected in November"."""
        now = any(child.dep_ == "auxpass" and child.tag_ in ("VBZ", "VBP") for child in head.children)
        dated = any(word.ent_type_ in TIMES for child in head.rights if child.dep_ == "prep" for word in child.subtree)
        return head.lemma_ in self.words["expecting"] and now and dated and not self.negated(head)

    def _puts_odds(self, head: Token) -> bool:
        """ "I put the odds of a truce at one in three"."""
        things = (child for child in head.rights if child.dep_ == "dobj")
        return head.lemma_ in self.words["putting"] and any(thing.lemma_.lower() in self.words["stakes"] for thing in things)

    def _bids_expect(self, head: Token) -> bool:
        """ "Expect further raids": a reader is told what is to come."""
        told = head.dep_ == "ROOT" and head.lemma_ in self.words["expecting"] and head.tag_ in ("VB", "VBP")
        bare = not any(child.dep_ in SUBJECTS and child.i < head.i for child in head.children) and not helping(head)
        return told and bare and any(child.dep_ in ("dobj", "ccomp", "xcomp", "nsubj") for child in head.rights)

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


def brings_about(verb: Token) -> bool:
    """ "will have the road open", "would have the men freed": what somebody sees to, not what he has."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    called = any(
        part.i > thing.i and part.dep_ in ("amod", "acomp", "oprd", "acl") and part.tag_ in ("JJ", "VBN")
        for thing in things
        for part in thing.children
    )
    done = any(child.dep_ == "ccomp" and child.tag_ == "VBN" and not helping(child) for child in verb.children)
    return verb.lemma_ in grammar_of(verb).perfect and (called or done)


def _describes(token: Token, head: Token) -> bool:
    """Whether a word stands in a clause that describes a thing in a head's clause: "the talks that will be held"."""
    while token != head and token.head != token:
        if token.dep_ == "relcl":
            return True
        token = token.head
    return False


def _passive(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "auxpass"]


def _past_possible(head: Token) -> bool:
    """ "could" of what was able to be done, and "can" of what is able now."""
    words = grammar_of(head)
    none = [child for child in head.children if child.dep_ == "neg"]
    none += [part for child in head.children if child.dep_ in SUBJECTS for part in child.lefts if part.lower_ in words.neither | words.no]
    return has_helping(head, words.can) or (bool(none) and any(c.lower_ in words.could for c in head.children))
