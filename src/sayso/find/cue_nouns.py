"""Nouns that perform an act of speech: "a pledge from the ministry not to fire", "the mayor's claim of an ambush"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.cue import Cue
from sayso.find.fronted import is_whole
from sayso.find.grammar import NOUNS, SUBJECTS, is_infinitive, negated, object_of
from sayso.find.sentences import sentence_start
from sayso.find.subjects import speakers
from sayso.lang.language import Language
from sayso.records.claim import Act

CLAUSES = frozenset({"acl", "ccomp", "relcl"})
"""How a parser hangs a clause on such a noun."""
ALIVE = frozenset({"ORG", "PERSON", "GPE", "NORP"})
"""Entities that speak."""


class CueNouns:
    """Finds such nouns by the table `cues` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("cues")
        self.grammar = language.grammar
        plain: dict[str, Act] = dict.fromkeys((*table["noun_clauses"], *table["of_number"]), "asserts")
        self.acts: dict[str, Act] = {**plain, **table["nouns"]}
        self.makes, self.holding, self.views, self.held_by = (
            frozenset(table[key]) for key in ("makes", "holding", "held_views", "held_by")
        )
        self.goals, self.proclaimed = frozenset(table["goals"]), frozenset(table["proclaimed"])
        self.claimed, self.claiming = frozenset(table["claimed_by"]), frozenset(table["claiming"])
        actors = language.rules("actors")
        self.people = frozenset(actors["people"])
        self.somebody = self.people | frozenset(actors["bodies_speaking"]) | frozenset(actors["bodies"])
        self.of_thing, self.of_it, self.of_number = (frozenset(table[key]) for key in ("of_thing", "of_it", "of_number"))

    def cue(self, token: Token) -> Cue | None:
        """The cue that a noun is, with who gives it and what it holds."""
        if (claimed := self._of_responsibility(token)) is not None:
            return claimed
        if (goal := self._goal(token)) is not None:
            return goal
        act = self.acts.get(token.lemma_.lower())
        giver = self._giver(token) if act is not None else None
        if act is None or giver is None:
            return None
        heads = tuple(c for c in token.children if c.dep_ in CLAUSES and (c.tag_ == "VB" or is_infinitive(c) or is_whole(c)))
        heads = heads or self._is_that(token) or self._of_thing(token)
        return Cue(token, act, heads, (giver,), anyone=giver.tag_ != "PRP$") if heads else None

    def _of_responsibility(self, noun: Token) -> Cue | None:
        """ "a claim of responsibility by the Front was posted", "the Front's claims of responsibility"."""
        thing = object_of(noun, self.grammar.belonging) if noun.lemma_.lower() in self.claiming else None
        if thing is None or thing.lemma_.lower() not in self.claimed or any(c.lower_ in self.grammar.no for c in noun.lefts):
            return None
        behind = (object_of(part, words) for part in (noun, thing) for words in (self.grammar.doer, self.grammar.giver))
        owner = next(filter(None, behind), None) or next((child for child in noun.lefts if child.dep_ == "poss"), None)
        if owner is None:
            return None
        joined = (other for other in owner.conjuncts if other.i > owner.i and other.pos_ in NOUNS)
        heads = (noun.head,) if noun.dep_ in SUBJECTS else (thing,)
        return Cue(noun, "claims_responsibility", heads, (owner, *joined), anyone=owner.tag_ != "PRP$")

    def _goal(self, noun: Token) -> Cue | None:
        """What somebody says he is out to do: "whose proclaimed goal is to bring down the king", "their stated aim is to hold the port"."""
        told = any(child.lower_ in self.proclaimed for child in noun.lefts)
        if noun.lemma_.lower() not in self.goals or not told or noun.dep_ != "nsubj" or noun.head.lemma_ not in self.grammar.copula:
            return None
        heads = tuple(child for child in noun.head.rights if child.dep_ == "xcomp" and is_infinitive(child))
        owner = next((child for child in noun.lefts if child.dep_ == "poss"), None) or object_of(noun, self.grammar.belonging)
        if owner is not None and owner.tag_ == "WP$":  # the parser hangs its clause on many a word
            owner = next((word for word in reversed(noun.doc[sentence_start(noun) : owner.i]) if word.pos_ in NOUNS), None)
        return Cue(noun, "asserts", heads, (owner,), anyone=owner.tag_ != "PRP$") if heads and owner is not None else None

    def _is_that(self, noun: Token) -> tuple[Token, ...]:
        """What something said is: "the minister's reply was that the bridge was safe"."""
        verb, clause = noun.head, next((child for child in noun.rights if child.dep_ == "relcl"), None)
        if clause is not None and any(c.dep_ == "nsubj" and c.lower_ in self.grammar.relative_things for c in clause.lefts):
            verb = clause  # "the army's version, which is that the mill was empty"
        elif noun.dep_ != "nsubj":
            return ()
        if verb.lemma_ not in self.holding or negated(verb):
            return ()
        return tuple(child for child in verb.children if child.dep_ == "ccomp" and any(c.dep_ == "mark" for c in child.children))

    def _giver(self, token: Token) -> Token | None:
        """Who gives what a noun tells: "a pledge from the ministry", "a charge made by the mayor", "the Front's promise"."""
        below = [child for child in token.children if child.dep_ == "acl" and child.tag_ == "VBN" and not _is_clause(child)]
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        above = [token.head] if token.dep_ == "nsubjpass" and owner is None else []
        found = (object_of(verb, self.grammar.doer) for verb in (*above, *below))
        giver = next(filter(None, found), None) or object_of(token, self.grammar.giver) or object_of(token, self.grammar.doer)
        return giver or owner or self._of_whom(token) or self._held_by(token) or self._misread(token)

    def _of_whom(self, noun: Token) -> Token | None:
        """Whose a claim is that has a clause: "the claim of the ministry that nine had died"."""
        who = object_of(noun, self.grammar.belonging)
        clauses = [child for child in noun.rights if child.dep_ in CLAUSES]
        told = any(is_whole(clause) or is_infinitive(clause) or any(mark.dep_ == "mark" for mark in clause.lefts) for clause in clauses)
        words = {who.lower_, who.lemma_.lower()} if who is not None else set()
        return who if told and who is not None and (who.ent_type_ in ALIVE or words & self.somebody) else None

    @staticmethod
    def _misread(noun: Token) -> Token | None:
        """The name before a verb that the parser takes for a noun: "The "Rebels" claim that the bridge is theirs"."""
        names = (child for child in noun.lefts if child.dep_ in ("nmod", "compound") and child.pos_ == "PROPN")
        return next(names, None) if noun.dep_ == "ROOT" else None

    def _held_by(self, noun: Token) -> Token | None:
        """Among whom, or in which state, something is held: "a belief among traders that", "the line in Oslo is that"."""
        who = object_of(noun, self.held_by) if noun.lemma_.lower() in self.views else None
        return who if who is not None and (who.ent_type_ == "GPE" or {who.lower_, who.lemma_.lower()} & self.people) else None

    def made(self, verb: Token) -> Cue | None:
        """Who makes or repeats what a noun with a clause tells: "renewed an accusation that the port was open"."""
        if verb.lemma_ not in self.makes or negated(verb):
            return None
        noun = next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in self.acts), None)
        heads = tuple(c for c in noun.children if c.dep_ in CLAUSES and is_whole(c)) if noun is not None else ()
        heads = heads or (self._of_thing(noun) if noun is not None else ())
        found = speakers(verb) if heads else ()
        return Cue(verb, self.acts[noun.lemma_.lower()], heads, found, words=(noun,)) if noun is not None and found else None

    def _of_thing(self, noun: Token) -> tuple[Token, ...]:
        """What the thing is that a noun claims, denies or demands: "the mayor's claim of an ambush", "a demand by the guild for a vote"."""
        counts = noun.lemma_.lower() in self.of_number
        if not counts and noun.lemma_.lower() not in self.of_thing:
            return ()
        found = (child for child in noun.subtree if child.dep_ == "prep" and child.lower_ in self.of_it and child.i > noun.i)
        return tuple(child for child in found if not counts or any(token.like_num for token in child.subtree))[:1]


def _is_clause(participle: Token) -> bool:
    """Whether a participle behind a noun is that of a clause with a subject of its own: "assurances that they would be seen"."""
    return any(child.dep_ in ("mark", "nsubjpass", "aux") for child in participle.children)
