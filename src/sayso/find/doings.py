"""What counts as taking responsibility though no word says "claim": harm that a party tells it has done itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from sayso.find.grammar import PLACES, grammar_of, helping, is_infinitive, subject_of_clause
from sayso.lang.language import Language
from sayso.records.claim import Act

TOLD = frozenset({"asserts", "relays", "concedes"})
"""Acts that tell of a deed and leave open whose it is."""
PARTIES = frozenset({"armed_group", "state", "government_body", "other"})
"""Kinds of speakers that have forces: of many a body no word tells whether it is one."""
WITH = (("carrying_out", "harm_nouns"), ("laying", "laid"))
"""Verbs that tell of harm with one of these objects, by their lists."""
OWN = (*WITH, ("overrunning", "strongholds"), ("inflicting", "inflicted"))
"""The same of what one's own side did."""


class DoingJudge:
    """Tells what a party did by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool], followers: frozenset[str]) -> None:
        table = language.rules("acts")
        keys = ["doing_harm", "no_harm", "with_particle", "seizing", "seized", "own_warriors", "managing", "power", "settlements"]
        keys += ["crimes", "victims", "schemed", "own_work", "ours", *(key for pair in OWN for key in pair)]
        self.words = {key: frozenset(table[key]) for key in keys} | {"ruled": frozenset(language.rules("actors")["ruled"])}
        self.negated, self.followers = negated, followers

    def act_of(self, act: Act, kind: str | None, heads: Sequence[Token]) -> Act:
        """The act of a voice of this kind that speaks of its own side: a deed of harm makes it a claim of responsibility.

        A person did it only where he names his men: "his fighters had stormed the post".
        """
        if act in TOLD and any(self.did(head) and (kind in PARTIES or self._by_his_men(head)) for head in heads):
            return "claims_responsibility"
        if act in TOLD and any(map(self.owns_up, heads)):
            return "claims_responsibility"
        if act in TOLD and kind == "armed_group" and any(map(self._took, heads)):
            return "claims_responsibility"
        return act

    def did(self, head: Token) -> bool:
        """Whether a verb tells of harm that its subject has done: "had destroyed the depot", "carried out the raid", "had to hit it"."""
        if (forced := self._had_to(head)) is not None:
            return not self.negated(head) and of_itself(head) and self._harms(forced)
        return self._is_done(head) and self._harms(head)

    def did_among(self, head: Token, content: Sequence[Token]) -> bool:
        """The same of a verb or one joined to it in its clause: "our men entered the post, burned two lorries and withdrew"."""
        joined = (verb for verb in head.conjuncts if verb.i > head.i and verb in content and subject_of_clause(verb) is None)
        return any(map(self.did, (head, *joined)))

    def owns_up(self, head: Token) -> bool:
        """Whether a clause says that an attack was its speaker's: "the ambush was its own", "the raid was the work of our men"."""
        subject = subject_of_clause(head)
        if subject is None or subject.lemma_.lower() not in self.words["schemed"] or head.lemma_ not in grammar_of(head).copula:
            return False
        called = [child for child in head.rights if child.dep_ in ("attr", "acomp")]
        works = (word for word in called if word.lemma_.lower() in self.words["own_work"])
        ours = any(token.lower_ in self.words["ours"] for work in works for token in work.subtree)
        return ours and head.tag_ in ("VBD", "VBZ") and not self.negated(head)

    def of_unit(self, head: Token) -> bool:
        """Whether a verb tells what an armed unit did to others: "stormed the barracks", "destroyed an enemy column"."""
        return head.tag_ in ("VBD", "VBN") and not self.negated(head) and not _may_be(head) and (self._harms(head) or self._took(head))

    def _took(self, head: Token) -> bool:
        """Whether a verb tells that its subject took a place: "had captured the town of Velk", "took control of the port"."""
        things = [child for child in head.children if child.dep_ == "dobj"]
        held = [thing for thing in things if thing.lemma_.lower() in self.words["power"]]
        over = (part for thing in held for prep in thing.children if prep.dep_ == "prep" for part in prep.children)
        places = [*over] if held else things if head.lemma_.lower() in self.words["overrunning"] else []
        named = any(place.ent_type_ in PLACES or place.lemma_.lower() in self.words["settlements"] for place in places)
        return named and self._is_done(head)

    def _is_done(self, head: Token) -> bool:
        """Whether a verb tells what its subject, which is nobody else's, has done: "admitted bombing it", "claims to have bombed it"."""
        having = head.tag_ == "VBN" and is_infinitive(head)
        owned_to = head.dep_ == "xcomp" and (head.tag_ == "VBG" or having)
        if (head.tag_ not in ("VBD", "VBN") and not owned_to) or self.negated(head) or _may_be(head):
            return False
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in head.children)
        return not passive and (owned_to or of_itself(head) or self._by_ours(head))

    def _had_to(self, head: Token) -> Token | None:
        """What somebody had to do, and so did, or managed to do: "had to attack it", "managed to hit it"."""
        past = head.tag_ == "VBD" and head.lemma_ in grammar_of(head).perfect | self.words["managing"]
        return next((child for child in head.children if past and child.dep_ == "xcomp" and is_infinitive(child)), None)

    def _harms(self, head: Token) -> bool:
        """Whether a verb and its object tell of harm."""
        things = {thing.lemma_.lower() for child in head.children if child.dep_ == "dobj" for thing in (child, *child.conjuncts)}
        if not things or things & (self.words["no_harm"] | self.words["crimes"]):
            return False  # nobody says that his own side carried out a massacre
        lemma, beside = head.lemma_.lower(), {child.lower_ for child in head.rights}
        if lemma in self.words["with_particle"]:
            return any(child.dep_ == "prt" for child in head.children)
        done = any(lemma in self.words[verbs] and things & self.words[objects] for verbs, objects in OWN)
        return done or lemma in self.words["doing_harm"] or (lemma in self.words["seizing"] and bool(beside & self.words["seized"]))

    def _by_ours(self, head: Token) -> bool:
        """Whether a verb has those for its subject whom only their own side calls so: "two mujahideen rammed a bomb into the gate".

        Or a body that is the speaker's where he holds an office: "the army shelled the depot"; harm to civilians he lays at nobody's door.
        """
        subject = subject_of_clause(head)
        if subject is None or subject.lower_ not in self.words["own_warriors"] | self.words["ruled"]:
            return False
        return subject.lower_ in self.words["own_warriors"] or not any(
            word.lemma_.lower() in self.words["victims"] for child in head.rights for word in child.subtree
        )

    def _by_his_men(self, head: Token) -> bool:
        subject = subject_of_clause(head)
        named = subject is not None and bool({subject.lemma_.lower(), subject.lower_} & self.followers)
        return named and subject is not None and any(child.tag_ == "PRP$" for child in subject.children)


def _may_be(head: Token) -> bool:
    """Whether a verb tells of what may be or shall be; "to have killed" tells of what is done."""
    beside = helping(head)
    perfect = any(token.lemma_ in grammar_of(head).perfect for token in beside)
    return any(token.tag_ == "MD" or (token.tag_ == "TO" and not perfect) for token in beside)


def of_itself(head: Token) -> bool:
    """Whether the subject is a pronoun, one's own men, a name or those who bear it; of a joined verb, whose subject is another's, no name.

    "its men stormed the post and killed nine", but not "gunmen stormed the post and killed nine".
    """
    verb = head
    while verb.dep_ == "conj" and (subject_of_clause(verb) is None):
        verb = verb.head
    subject = subject_of_clause(verb)
    if subject is None:
        return False
    owned = subject.tag_ == "PRP" or any(child.tag_ == "PRP$" for child in subject.children)
    named = subject.pos_ == "PROPN" or any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in subject.lefts)
    return owned or (named and verb == head)


def warded_off(deed: Token) -> bool:
    """Whether a deed is one that its teller has fended off: "beat off a raid", "repelled an attack"."""
    verb = deed.head if deed.dep_ == "dobj" else deed
    return verb.lemma_.lower() in grammar_of(deed).fending or any(
        child.dep_ == "prt" and child.lower_ in grammar_of(deed).warding for child in verb.children
    )
