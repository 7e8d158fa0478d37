"""What counts as an accusation though no word says "accuse": a wrong that is laid at somebody else's door."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from sayso.find.doings import WITH, of_itself
from sayso.find.grammar import NOUN_SUBJECTS, PARTIES, VERBAL, grammar_of, has_helping, is_infinitive, object_of, subject_of_clause
from sayso.lang.language import Language
from sayso.records.claim import Act

TOLD = frozenset({"asserts", "relays"})
"""Acts of telling that become an accusation by the wrong that is told."""


class BlameJudge:
    """Tells accusations by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table, actors = language.rules("acts"), language.rules("actors")
        keys = (
            "blame",
            "blamed",
            "culprits",
            "owning",
            "crimes",
            "possible",
            "wronging",
            "wrongdoers",
            "trying",
            "nameless",
            "hands",
            "doing_harm",
            "victims",
            "future",
            "oblige",
            "carrying_out",
            "harm_nouns",
            "laying",
            "laid",
            "no_harm",
            "outlaws",
            "pacts",
            "against",
            "breaking",
            "heeding",
            "hindering",
            "machines",
            "amounting",
            "aid",
            "scheming",
            "schemed",
            "setting_on",
            "killing",
            "tying",
            "fault",
        )
        self.words = {key: frozenset(table[key]) for key in keys}
        self.harm = frozenset(word for key in ("harm", "harm_nouns", "crimes", "denied_things") for word in table[key])
        self.somebody = frozenset(actors["people"]) | frozenset(actors["bodies_speaking"]) | frozenset(actors["members"])
        self.unfelt = frozenset(actors["pronouns"]["author"])
        self.negated = negated

    def act_of(self, act: Act, heads: Sequence[Token], own: bool) -> Act | None:
        """The act of who says that somebody is to blame, or did a wrong; None where nothing of the kind is said."""
        if any(map(self.blames, heads)):
            taken = own and all(map(self._takes_it, heads))
            return "denies" if any(map(self.negated, heads)) else "claims_responsibility" if taken else "accuses"
        if any((self._calls_crime(head) or self._is_called_crime(head)) and not self.negated(head) for head in heads):
            return "accuses"
        if act in TOLD and any(map(self._ties_to_wrong, heads)):
            return "accuses"
        wrong = self._done_by(heads) or any(self._did_wrong(head) or self._broke_pact(head) for head in heads)
        return "accuses" if act in TOLD and not own and wrong else None

    def _takes_it(self, head: Token) -> bool:
        """Whether who says it is to blame for a harm: "it was behind the raid", "claims to be the author of the raid"."""
        author = any(child.dep_ == "attr" and child.lemma_.lower() in self.words["culprits"] for child in head.children)
        itself = of_itself(head) or (head.dep_ == "xcomp" and is_infinitive(head))
        return (author or _is_called(head, self.words["owning"])) and self.of_harm(head) and itself

    def blames(self, head: Token) -> bool:
        """Whether somebody is said to be to blame: "was responsible for the raid", "is behind it", "were implicated in a plot"."""
        passive = any(child.dep_ == "auxpass" for child in head.children)
        if passive and head.lower_ in self.words["blamed"]:
            return True
        if head.lemma_ in grammar_of(head).copula and self.of_harm(head):
            named = (child for child in head.children if child.dep_ == "attr")
            if any(child.lemma_.lower() in self.words["culprits"] for child in named):
                return True  # "is the author of the raid"
        at_fault = (
            child for child in head.children if child.dep_ == "xcomp" and child.lemma_ in self.words["fault"] and is_infinitive(child)
        )
        if head.lemma_ in grammar_of(head).copula and any(self._is_harm(part) for child in at_fault for part in child.rights):
            return True  # "the army is to blame for the deaths"
        held = head.pos_ == "ADJ" and head.dep_ in ("ccomp", "oprd") and self._to_blame(head)  # "holds the army responsible"
        return held or any(self._to_blame(child) for child in head.children if child.dep_ in ("acomp", "prep"))

    def _to_blame(self, word: Token) -> bool:
        """ "behind the raid", "behind it", but not "behind the firm"."""
        if word.lemma_ not in self.words["blame"]:
            return False
        things = [child for child in word.children if child.dep_ == "pobj"] if word.dep_ == "prep" else []
        return not things or any(thing.lower_ in grammar_of(word).said_before or self._is_harm(thing) for thing in things)

    def of_harm(self, head: Token) -> bool:
        """Whether it is harm that somebody is to blame for, not a duty: "responsible for the raid", not "for the border"."""
        if head.lemma_ not in grammar_of(head).copula and head.lower_ not in self.words["blamed"]:
            return False  # "worked behind the scenes"
        return any(map(self._is_harm, head.rights))

    def _is_harm(self, word: Token) -> bool:
        return any(token.lemma_.lower() in self.harm for token in word.subtree)

    def _calls_crime(self, head: Token) -> bool:
        """Whether something is said to be a crime: "this was a massacre of civilians"."""
        copula = head.lemma_ in grammar_of(head).copula and not has_helping(head, self.words["possible"])
        named = [child for child in head.children if child.dep_ == "attr"] if copula else []
        if head.lemma_ in self.words["amounting"] and not has_helping(head, self.words["possible"]):
            named = [word for word in head.subtree if word.dep_ in ("dobj", "pobj") and head in (word.head, word.head.head)]
        return any(noun.lemma_.lower() in self.words["crimes"] for noun in named)

    def _is_called_crime(self, head: Token) -> bool:
        """Whether something is called a crime: "described the raid as a war crime", "called it "an act of terrorism""."""
        roles = [word for word in (head, *head.children) if word.dep_ == "prep" and word.lower_ in grammar_of(head).role]
        named = [noun for role in roles for noun in role.children if noun.dep_ == "pobj"] + [head] * (head.dep_ in ("oprd", "ccomp"))
        of = (object_of(noun, grammar_of(noun).belonging) for noun in named)
        return any(noun.lemma_.lower() in self.words["crimes"] for noun in (*named, *of) if noun is not None)

    def _ties_to_wrong(self, head: Token) -> bool:
        """ "has proof linking the guard to the murder", "the guard was linked to the murder": that somebody has to do with a wrong."""
        if self.negated(head):
            return False
        proofs = (verb for child in head.children if child.dep_ in ("dobj", "attr") for verb in child.children if verb.tag_ == "VBG")
        passive = any(child.dep_ == "auxpass" for child in head.children)
        for verb in (*proofs, *((head,) if passive else ())):
            things = [thing for prep in verb.children if prep.dep_ == "prep" for thing in prep.children]
            wrong = any({thing.lemma_.lower(), thing.lower_} & self.words["schemed"] for thing in things)
            tied = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
            if verb.lemma_ in self.words["tying"] and wrong and any(map(self._is_somebody, tied)):
                return True
        return False

    def _done_by(self, heads: Sequence[Token]) -> bool:
        """Whether a deed of harm is named with who did it: "reported shelling by the guards", "announced the launch of raids by them"."""
        words, by = [word for head in heads for word in head.subtree], grammar_of(heads[0]).doer if heads else frozenset()
        if not heads or (heads[0].pos_ != "NOUN" and heads[0].tag_ != "VBG") or any(self._is_outlaw(word, by) for word in words):
            return False
        done = self.harm | self.words["doing_harm"]
        doers = (thing for word in words if word.lower_ in by for thing in word.children if thing.dep_ == "pobj")
        return any(word.lemma_.lower() in done for word in words) and any(map(self._is_somebody, doers))

    def _is_outlaw(self, word: Token, by: frozenset[str]) -> bool:
        """Whether a word calls others outlaws.

        Not where they are told to have done it, or are the speaker's own men ("its fighters"), nor where the word only tells what kind
        of harm it was ("a terrorist attack").
        """
        if word.dep_ in ("amod", "compound") and word.head.lemma_.lower() in self.harm:
            return False
        done_by = word.dep_ == "pobj" and word.head.lower_ in by
        return word.lemma_.lower() in self.words["outlaws"] and not done_by and not any(child.tag_ == "PRP$" for child in word.children)

    def _broke_pact(self, head: Token) -> bool:
        """ "the rebels broke the truce", "the army did not respect the deal", "troops used mortars despite the ceasefire"."""
        subject = next((child for child in head.children if child.dep_ in NOUN_SUBJECTS), None)
        if (
            subject is None
            or not self._is_somebody(subject)
            or has_helping(head, self.words["future"] | self.words["possible"] | self.words["oblige"])
        ):
            return False
        things = {word.lemma_.lower() for child in head.rights if child.dep_ in ("dobj", "prep") for word in child.subtree}
        if not things & self.words["pacts"]:
            return False
        if self.negated(head):
            return head.lemma_ in self.words["heeding"]
        return head.lemma_ in self.words["breaking"] or bool(things & self.words["against"])

    def _did_wrong(self, head: Token) -> bool:
        """Whether somebody else is said to have done a wrong, or to be one who does: "they stole it", "the mayor is a thief"."""
        if self.negated(head) or has_helping(head, self.words["future"] | self.words["possible"] | self.words["oblige"]):
            return False
        if any(child.dep_ == "aux" and child.lower_ in grammar_of(head).emphatic for child in head.children):
            return False  # "a group of rebels did fire rockets": he owns that it is so
        first = head
        while first.dep_ == "conj" and first.head.pos_ in VERBAL and subject_of_clause(first) is None:
            first = first.head
        subject = next((child for child in first.children if child.dep_ in NOUN_SUBJECTS), None)
        if head.lemma_ in grammar_of(head).copula:
            named = any(child.dep_ == "attr" and child.lemma_.lower() in self.words["wrongdoers"] for child in head.children)
            return named and subject is not None and self._is_somebody(subject)
        return any(self._wronged(v, subject) or self._harmed(v, subject) or self._set_on(v, subject) for v in self._deeds(head))

    def _set_on(self, verb: Token, subject: Token | None) -> bool:
        """ "hired two men to kill the mayor", "was told by the Front to blow it up": whom somebody made do harm."""
        if verb.lemma_.lower() not in self.words["setting_on"] or verb.pos_ not in VERBAL:
            return False
        agent = next((child for by in verb.children if by.dep_ == "agent" for child in by.children if child.dep_ == "pobj"), None)
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        doer = agent if passive else subject
        if doer is None or not self._is_somebody(doer) or not (passive or any(child.dep_ == "dobj" for child in verb.children)):
            return False
        aims = [part for child in verb.rights for part in (child, *child.children) if part.dep_ in ("xcomp", "advcl", "acl", "ccomp")]
        return any(is_infinitive(aim) and aim.lemma_.lower() in self.words["killing"] | self.words["doing_harm"] for aim in aims)

    def _harmed(self, verb: Token, subject: Token | None) -> bool:
        """ "the rebels killed six guards", "troops fired rockets at the port", "soldiers kept ambulances back": harm that somebody did.

        Harm to outlaws is told as what was achieved ("killed forty rebels").
        """
        if verb.pos_ not in VERBAL:
            return False
        agent = next((child for by in verb.children if by.dep_ == "agent" for child in by.children if child.dep_ == "pobj"), None)
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        objects = [subject] if passive else [child for child in verb.children if child.dep_ == "dobj"]
        aims = [child for at in verb.children if at.dep_ == "prep" for child in at.children if child.dep_ == "pobj"]
        doer = agent if passive else subject
        things = {thing.lemma_.lower() for thing in objects if thing is not None}
        words = [word for thing in (*objects, *aims) if thing is not None for word in thing.subtree]
        if doer is None or not self._is_somebody(doer) or any(self._is_outlaw(word, grammar_of(verb).doer) for word in words):
            return False
        return self._is_harm_to(verb.lemma_.lower(), things, {word.lemma_.lower() for word in words})

    def _is_harm_to(self, lemma: str, things: set[str], aimed: set[str]) -> bool:
        """Whether a verb with these objects, and at all these words, tells of harm."""
        if lemma in self.words["scheming"] and things & self.words["schemed"]:
            return True  # "ordered the murder"
        if things & self.words["no_harm"]:
            return False
        if lemma in self.words["hindering"]:
            return bool(aimed & (self.words["victims"] | self.words["aid"]))
        done = any(lemma in self.words[verb] and things & self.words[noun] for verb, noun in WITH)
        return done or (lemma in self.words["doing_harm"] and bool(aimed))

    def _deeds(self, head: Token) -> Iterator[Token]:
        """A verb, those joined to it, and what its subject tries or goes on to do: "tried to rob", "planned and led the raid"."""
        yield head
        yield from (child for child in head.children if child.dep_ == "conj" and subject_of_clause(child) is None)
        if head.lemma_ in self.words["trying"]:
            for tried in (child for child in head.children if child.dep_ == "xcomp" and (is_infinitive(child) or child.tag_ == "VBG")):
                yield from (tried, *tried.conjuncts)  # parsers hang what is done besides on what is tried

    def _wronged(self, verb: Token, subject: Token | None) -> bool:
        """Whether a verb tells of a wrong, and by whom: "the army looted the shops", "were killed at the hands of the army"."""
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        hands = (
            object_of(part, grammar_of(verb).belonging)
            for prep in verb.children
            for part in prep.children
            if part.lower_ in self.words["hands"]
        )
        if passive and any(self._is_somebody(hand) for hand in hands if hand is not None):
            return True
        if verb.lemma_.lower() not in self.words["wronging"] or verb.pos_ not in VERBAL:
            return False
        agent = next((child for by in verb.children if by.dep_ == "agent" for child in by.children if child.dep_ == "pobj"), None)
        doer = agent if passive else subject
        return doer is not None and self._is_somebody(doer)

    def _is_somebody(self, noun: Token) -> bool:
        """Whether a noun is a name, a pronoun for another, or for known people or a body: "the guards", but not "gunmen"."""
        if {noun.lower_, noun.lemma_.lower()} & self.words["nameless"]:
            return False
        if noun.lemma_.lower() in self.words["machines"]:  # "Norvan jets"
            return any(child.pos_ == "PROPN" or child.ent_type_ in PARTIES or self._is_somebody(child) for child in noun.lefts)
        if noun.pos_ == "PRON":
            return noun.tag_ == "PRP" and noun.lower_ not in self.unfelt
        return noun.pos_ == "PROPN" or (noun.pos_ == "NOUN" and bool({noun.lower_, noun.lemma_.lower()} & self.somebody))


def _is_called(head: Token, words: frozenset[str]) -> bool:
    """Whether one of these words is said of the subject: "was behind it", "is responsible for the raid"."""
    return any(child.lemma_ in words for child in head.children if child.dep_ in ("acomp", "prep"))
