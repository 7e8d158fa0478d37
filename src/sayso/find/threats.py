"""What counts as a threat though no word says "threaten": harm announced unless others give way, or wanted for oneself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from sayso.find.grammar import PARTIES, grammar_of, helping, subject_of_clause
from sayso.lang.language import Language

NAMED = frozenset({"dobj", "attr", "appos", "advmod", "conj", "dep"})
"""How what is wanted hangs on its verb, also where it is explained ("their own day, that is, a loud attack")."""
DEPTH = 4

MEANT = frozenset({"xcomp", "ccomp", "pcomp", "prep", "conj"})
"""How what the speaker is out to do hangs on his verb."""
OR_ELSE = 8
"""Words before a verb in which "or else" stands; the parser hangs it on many another word."""
PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})
"""What the parser calls places and peoples."""


class ThreatJudge:
    """Tells threats by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table = language.rules("acts")
        self.words = {
            key: frozenset(table[key])
            for key in (
                "harm",
                "answering",
                "answered",
                "in_words",
                "harm_nouns",
                "resuming",
                "keeping_on",
                "reacting",
                "ceasing",
                "unless",
                "future",
                "wanting",
                "moving",
                "overthrow",
                "killing",
                "unharmed",
                "requital",
                "intents",
                "warning",
                "pursuing",
                "whoever",
                "otherwise",
                "declaring",
                "announced_harm",
                "marked",
                "aimed_at",
                "enduring",
                "made_long",
                "warnings",
                "aiming",
                "weapons",
                "as_enemies",
                "enemies",
                "each",
                "into",
                "assailing",
                "meeting",
                "anew",
                "becoming",
                "thwarting",
                "coming",
                "coming_for",
                "hunted",
            )
        }
        self.ours = frozenset(language.rules("actors")["pronouns"]["author"])
        self.negated = negated

    def threatens(self, heads: Sequence[Token], own: bool) -> bool:
        """Whether one of the verbs that head what is said is a threat; `own`: their subject is who speaks."""
        return any(
            self._unless_they_cease(head) or self._overthrows(head) or (own and (self._wants_harm(head) or self._comes_if(head)))
            for head in heads
        )

    def warns(self, heads: Sequence[Token]) -> bool:
        """ "warned Norway of the consequences", "warned Norway of strikes if it did not leave": what one's own side will do."""
        return any(head.head.lemma_ in self.words["warning"] and self._warned(head.head) for head in heads) or any(
            map(self._declared, heads)
        )

    def _declared(self, thing: Token) -> bool:
        """ "announced a counteroffensive", "declared the road a military target": what one's own side will do to others."""
        if thing.head.lemma_ not in self.words["declaring"] or thing.pos_ != "NOUN" or self.negated(thing.head):
            return False
        lemma, before = thing.lemma_.lower(), {child.lower_ for child in thing.lefts}
        object_ = thing.dep_ == "dobj" and lemma in self.words["announced_harm"]
        return object_ or (lemma in self.words["aimed_at"] and bool(before & self.words["marked"]))

    def _warned(self, verb: Token) -> bool:
        """Whether a verb warns of what one's own side means to do, or deals out to those who are warned."""
        of = [thing for prep in verb.children if prep.dep_ == "prep" for thing in prep.children if thing.dep_ == "pobj"]
        meant = (thing for thing in of if thing.lemma_.lower() in self.words["intents"])
        if any(child.tag_ == "PRP$" for thing in meant for child in thing.lefts):
            return True  # "warned of its intention to fight back"
        others = [child for child in verb.children if child.dep_ == "dobj" and child.ent_type_ in PARTIES]
        of = [child for word in (verb, *others) for child in word.children if child.dep_ == "prep"] if others else []
        things = {thing.lemma_.lower() for prep in of for thing in prep.children if thing.dep_ == "pobj"}
        marks = {mark.lower_ for clause in verb.children if clause.dep_ == "advcl" for mark in clause.children if mark.dep_ == "mark"}
        unless = marks & (grammar_of(verb).conditions | self.words["unless"])
        return bool(things & (self.words["requital"] | (self.words["harm_nouns"] if unless else frozenset())))

    def harms(self, head: Token) -> bool:
        """Whether a verb tells of harm, by itself or with what hangs on it: "attack the port", "resume the shelling", "keep shooting"."""
        if self.goes_on(head):
            return True
        things = (child for child in head.children if child.dep_ == "dobj")
        started = head.lemma_ in self.words["resuming"] and any(thing.lemma_.lower() in self.words["harm_nouns"] for thing in things)
        return started or (head.lemma_ in self.words["harm"] and not self._answers(head))

    def goes_on(self, head: Token) -> bool:
        """Whether a verb tells that harm goes on, or is answered with harm: "continue to attack the port", "react to the raid"."""
        things = (
            thing for prep in head.children if prep.dep_ == "prep" and prep.lower_ in grammar_of(head).infinitive for thing in prep.children
        )
        if head.lemma_ in self.words["reacting"] and any(thing.lemma_.lower() in self.words["harm_nouns"] for thing in things):
            return True
        below = [child for child in head.children if child.dep_ == "xcomp" and child.pos_ == "VERB"]
        harm = any(child.lemma_ in self.words["killing"] or self.harms(child) for child in below)
        return harm and head.lemma_ in self.words["keeping_on"]

    def _answers(self, head: Token) -> bool:
        """ "respond to the allegations", "respond in a statement", "respond lawfully": in words, not with force."""
        if head.lemma_ not in self.words["answering"]:
            return False
        if any(child.dep_ == "advmod" and child.lower_ in self.words["in_words"] for child in head.children):
            return True
        preps = [child for child in head.children if child.dep_ == "prep"]
        return any(thing.lemma_.lower() in self.words["answered"] for prep in preps for thing in prep.children if thing.dep_ == "pobj")

    def puts_on_notice(self, head: Token) -> bool:
        """ "this is a warning to the traders": what a party says to others in its own words."""
        subject = subject_of_clause(head)
        if subject is None or head.lemma_ not in grammar_of(head).copula or subject.lower_ not in grammar_of(head).no_voice:
            return False
        named = (child for child in head.children if child.dep_ == "attr" and child.lemma_.lower() in self.words["warnings"])
        to = any(prep.lower_ in grammar_of(head).infinitive for noun in named for prep in noun.children if prep.dep_ == "prep")
        return to and head.tag_ in ("VBZ", "VBP") and not self.negated(head)

    def aims(self, head: Token) -> bool:
        """ "our rifles will be aimed at the strangers": one's own weapons, to be turned on others."""
        subject = subject_of_clause(head)
        ours = subject is not None and any(child.lower_ in self.ours for child in subject.lefts if child.dep_ == "poss")
        armed = ours and subject is not None and subject.lemma_.lower() in self.words["weapons"]
        return (
            armed
            and not self.negated(head)
            and head.lemma_ in self.words["aiming"]
            and any(child.lower_ in self.words["future"] for child in helping(head))
        )

    def harms_others(self, head: Token) -> bool:
        """ "will be shot down", by nobody in particular, of those whom no one spares."""
        passive = any(child.dep_ == "auxpass" for child in head.children) and not any(child.dep_ == "agent" for child in head.children)
        subject = subject_of_clause(head)
        spared = subject is None or {subject.lemma_.lower(), subject.lower_} & (self.words["unharmed"] | grammar_of(head).ourselves)
        return passive and not spared and head.lemma_ in self.words["killing"] | self.words["harm"]

    def brings_on(self, head: Token, own: bool) -> bool:
        """Whether a verb of what a party says announces what others will suffer from it; `own`: its subject is who speaks."""
        to_come = any(child.lower_ in self.words["future"] for child in helping(head)) and not self.negated(head)
        told = self._as_enemies(head, own) or (own and self._comes_everywhere(head)) or self._awaits(head)
        return to_come and (told or self._happens_again(head) or self._unless_they_yield(head, own))

    def _happens_again(self, head: Token) -> bool:
        """ "every road will become a second Dol": what others know the name of will befall them anew."""
        called = [child for child in head.rights if child.dep_ in ("attr", "dobj", "oprd", "acomp")]
        again = any(thing.pos_ == "PROPN" and any(child.lower_ in self.words["anew"] for child in thing.lefts) for thing in called)
        return again and head.lemma_ in self.words["becoming"]

    def _unless_they_yield(self, head: Token, own: bool) -> bool:
        """ "if they are not gone by May we will close the port": what follows if others do not yield.

        What is said to be given to them then is no threat: "if they do not fire we will free the men".
        """
        hindered = head.lemma_ in self.words["thwarting"] if own else self.negated(head) or head.lemma_ in self.words["thwarting"]
        clauses = [child for child in head.children if child.dep_ == "advcl"]
        marks = [{child.lower_ for child in clause.children if child.dep_ in ("mark", "advmod")} for clause in clauses]
        return hindered and any(
            (given & grammar_of(head).conditions and self.negated(clause)) or given & self.words["unless"]
            for clause, given in zip(clauses, marks, strict=True)
        )

    def _as_enemies(self, head: Token, own: bool) -> bool:
        """ "every stranger will be treated as an enemy", "we shall regard them as part of the war"."""
        if head.lemma_ not in self.words["as_enemies"]:
            return False
        passive = any(child.dep_ == "auxpass" for child in head.children)
        subject = subject_of_clause(head)
        ours = subject is not None and (
            subject.lower_ in grammar_of(head).ourselves or any(child.lower_ in self.ours for child in subject.lefts)
        )
        as_ = (child for child in head.rights if child.lower_ in grammar_of(head).role)
        called = [word for child in as_ for word in child.subtree if word.pos_ == "NOUN"]
        called += [child for child in head.rights if child.dep_ in ("oprd", "attr")]
        return (passive != own or (passive and not ours)) and any(word.lemma_.lower() in self.words["enemies"] for word in called)

    def _comes_everywhere(self, head: Token) -> bool:
        """ "we shall come into every creek"."""
        into = (child for child in head.rights if child.dep_ == "prep" and child.lower_ in self.words["into"])
        places = (thing for child in into for thing in child.children if thing.dep_ == "pobj")
        each = any(child.lower_ in self.words["each"] for place in places for child in place.lefts)
        return each and head.lemma_ in self.words["moving"]

    def _awaits(self, head: Token) -> bool:
        """ "if they come for him they will find the passes mined", "whoever enters will pay": what others will meet with."""
        subject = subject_of_clause(head)
        if subject is None or subject.lower_ in grammar_of(head).ourselves or head.lemma_ not in self.words["meeting"]:
            return False
        clauses = [
            child
            for child in (*head.children, *subject.children)
            if (child.dep_ == "advcl" and any(mark.lower_ in grammar_of(head).conditions for mark in child.children))
            or (child.dep_ in ("relcl", "csubj") and any(word.lower_ in self.words["whoever"] for word in (subject, *subject.lefts)))
        ]
        doers = [subject_of_clause(clause) for clause in clauses if clause.lemma_ in self.words["assailing"]]
        return any(doer is not None and (doer.lower_ == subject.lower_ or doer.tag_ in ("WP", "WDT")) for doer in doers)

    def will_go_on(self, head: Token) -> bool:
        """ "these raids will continue until they are freed": attacks to come, which a condition ends."""
        subject = subject_of_clause(head)
        nouns = {token.lemma_.lower() for token in subject.subtree if token.i <= subject.i or token.dep_ == "pobj"} if subject else set()
        marks = (child.lower_ for clause in head.children if clause.dep_ == "advcl" for child in clause.children if child.i < clause.i)
        to_come = any(child.lower_ in self.words["future"] for child in helping(head)) and not self.negated(head)
        return (
            to_come
            and head.lemma_ in self.words["enduring"]
            and bool(nouns & self.words["harm_nouns"])
            and any(mark in self.words["made_long"] for mark in marks)
        )

    def pursues(self, head: Token) -> bool:
        """ "prosecute anyone who hides them": what is done to whoever does something."""
        things = [child for child in head.children if child.dep_ == "dobj"] if head.lemma_ in self.words["pursuing"] else []
        meant = [thing for thing in things if any(child.dep_ == "relcl" for child in thing.children)]
        return self._comes_for(head) or any(word.lower_ in self.words["whoever"] for thing in meant for word in (thing, *thing.children))

    def _comes_for(self, head: Token) -> bool:
        """ "will come for them", "are coming after every one of you"."""
        preps = (child for child in head.rights if child.dep_ == "prep" and child.lower_ in self.words["coming_for"])
        return head.lemma_ in self.words["coming"] and any(word.lower_ in self.words["hunted"] for prep in preps for word in prep.subtree)

    def is_or_else(self, head: Token) -> bool:
        """ "leave, or else a force will come": what follows if a demand is not met."""
        before = head.doc[max(1, head.i - OR_ELSE) : head.i]
        return any(word.lower_ in self.words["otherwise"] and word.nbor(-1).pos_ == "CCONJ" for word in before)

    def _unless_they_cease(self, head: Token) -> bool:
        """ "would resume operations if the shelling did not stop", "will strike unless they withdraw": harm with a demand."""
        to_come = any(child.lower_ in self.words["future"] for child in helping(head))
        if not to_come or not self.harms(head) or self.negated(head):
            return False
        return any(self._demands(clause) for clause in head.children if clause.dep_ == "advcl")

    def _comes_if(self, head: Token) -> bool:
        """ "if one more shell falls, we go to Kest", "unless they leave, we shall march on the port": one's own move."""
        moves = any(verb.lemma_ in self.words["moving"] for verb in (head, *(child for child in head.children if child.dep_ == "xcomp")))
        aims = [thing for token in (head, *head.children) for prep in token.children if prep.dep_ == "prep" for thing in prep.children]
        if (
            not moves
            or not any(thing.ent_type_ in PLACES for thing in aims)
            or self.negated(head)
            or head.tag_ == "VBD"
            or any(child.tag_ == "VBD" for child in helping(head))
        ):
            return False
        marks = grammar_of(head).conditions | self.words["unless"]
        clauses = (child for child in head.children if child.dep_ == "advcl")
        return any(child.dep_ == "mark" and child.lower_ in marks for clause in clauses for child in clause.children)

    def _demands(self, clause: Token) -> bool:
        """Whether a condition asks others to cease: "if it did not stop", "unless it stops"."""
        marks = {child.lower_ for child in clause.children if child.dep_ == "mark"}
        asked = (marks & grammar_of(clause).conditions and self.negated(clause)) or marks & self.words["unless"]
        return bool(asked) and clause.lemma_ in self.words["ceasing"]

    def _wants_harm(self, head: Token) -> bool:
        """ "they need an attack of their own", "we are planning a new offensive"."""
        if head.lemma_ not in self.words["wanting"] or self.negated(head) or any(child.tag_ == "MD" for child in head.children):
            return False
        return any(noun.lemma_.lower() in self.words["harm_nouns"] for noun in _named(head, DEPTH))

    def _overthrows(self, head: Token) -> bool:
        """ "their goal is to topple him", "talk of toppling him": what the speaker is out to do, not what he could do."""
        subject = subject_of_clause(head)
        known = grammar_of(head).pointing_back
        if subject is not None and subject.pos_ != "PRON" and not any(c.tag_ == "PRP$" or c.lower_ in known for c in subject.children):
            return False
        below = [verb for verb in head.subtree if verb.lemma_ in self.words["overthrow"] and verb.tag_ in ("VB", "VBG", "VBP")]
        return not self.negated(head) and any(all(step.dep_ in MEANT for step in _up(verb, head)) for verb in below)


def _named(word: Token, depth: int) -> Iterator[Token]:
    """The nouns that a verb names as its object, without those behind prepositions."""
    for child in word.children if depth else ():
        if child.dep_ in NAMED and child.i > word.i and not (child.dep_ == "conj" and child.pos_ == "VERB"):
            if child.pos_ in ("NOUN", "PROPN"):
                yield child
            yield from _named(child, depth - 1)


def _up(word: Token, head: Token) -> Iterator[Token]:
    """A word below a head and those between them."""
    while word != head:
        yield word
        word = word.head
