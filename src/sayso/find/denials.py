"""What counts as a denial though no word says "deny": a happening, a deed of one's own side or a presence that a voice negates."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, NOUNS, grammar_of, helping, is_infinitive, is_not, is_not_one, is_perfect
from sayso.find.sentences import sentence_of
from sayso.lang.language import Language

PEOPLES = frozenset({"NORP", "GPE"})
"""What the parser calls peoples and their lands."""


class DenialJudge:
    """Tells denials by the table `acts` of a language. `negated` judges whether a verb is a negated one."""

    def __init__(self, language: Language, negated: Callable[[Token], bool]) -> None:
        table = language.rules("acts")
        keys = ["happen", "place", "future", "deeds", "denied_things", "being_there", "unharmed", "opposing", "such"]
        keys += ["our_side", "lacked", "absent", "attacks", "targets", "utterly", "captive", "undone", "means"]
        keys += ["suffering", "possessing", "having", "nobody", "planning", "crimes", "harm_nouns", "moves", "goers"]
        keys += ["parts", "away", "speaking_for", "undeniable", "told_before", "its", "blameless", "bearing", "unlinked"]
        keys += ["arresting", "ours_alone", "theirs_alone", "own_work"]
        self.words = {key: frozenset(table[key]) for key in keys}
        actors = language.rules("actors")
        self.words["felt"] = frozenset(table["felt_verbs"])
        self.words["knowing"] = frozenset(language.rules("cues")["verbs"]) | self.words["felt"]
        self.words["men"] = frozenset(actors["people"]) | frozenset(actors["members"]) | frozenset(actors["bodies"])
        self.negated = negated

    def denies(self, heads: Sequence[Token], own: bool, party: bool = False) -> bool:
        """Whether one of the verbs that head what is said denies something.

        `own`: their subject is who speaks; `party`: who speaks is a party of the conflict or speaks for one, not a witness or an observer.
        """
        return any(
            self._nothing_happened(head)
            or self._own_deed(head, own)
            or self._none_there(head, own)
            or self._none_of_them(head)
            or self._said_otherwise(head)
            or self._corrects(head)
            or self._no_such(head)
            or self._says_it_is_not(head)
            or (
                party
                and (
                    self._none_at_all(head)
                    or self._no_deed(head)
                    or self._calls_it_otherwise(head)
                    or self._spared(head)
                    or self._unlinked(head)
                )
            )
            or self._planned_none(head, own)
            or self._none_went(head)
            or self._no_part(head)
            or self._disowns(head)
            or self.is_not_ours(head)
            or self._not_theirs(head, party)
            or self._blameless(head, own)
            or self._never_did(head, own, party)
            for head in heads
            if not self._none_caught(head)
        )

    def _none_caught(self, head: Token) -> bool:
        """ "no one has been detained": how far the police have come, which answers no charge."""
        subject = _subject(head)
        nobody = subject is not None and (subject.lower_ in grammar_of(head).nobody or subject.lemma_ in grammar_of(head).single)
        return nobody and head.lemma_ in self.words["arresting"] and any(child.dep_ == "auxpass" for child in head.children)

    def _nothing_happened(self, head: Token) -> bool:
        """ "no such attack took place", "no shells fired", "no civilians were killed": an event denied by its own verb."""
        subject = _subject(head)
        if subject is None or self._open(head):
            return False
        place = any(child.dep_ == "dobj" and child.lower_ in self.words["place"] for child in head.children)
        none = any(child.lower_ in grammar_of(head).no for child in subject.children) or is_not_one(subject)
        if head.lemma_ in self.words["happen"] or place:
            return none or self.negated(head)
        noun = subject.lemma_.lower()
        taken = any(child.lemma_.lower() in self.words["captive"] for child in head.rights)
        if (none or self.negated(head)) and (taken or (noun in self.words["means"] and head.lemma_ in self.words["undone"])):
            return True
        spared = noun in self.words["targets"] and head.lemma_.lower() in self.words["attacks"]
        return none and self._is_deed(head) and (head.dep_ == "ROOT" or noun in self.words["unharmed"] or spared)

    def of_deed(self, head: Token) -> bool:
        """Whether a negated verb tells of such a deed as nobody owns to: in a party's own statement that it was not done is a denial."""
        return self.negated(head) and self._is_deed(head) and not self._open(head)

    def _own_deed(self, head: Token, own: bool) -> bool:
        """ "our gunners did not fire", "none of its fighters had been present", "was nowhere near": of the speaker's own side."""
        subject = _subject(head)
        none = self.negated(head) or self._away(head) or (subject is not None and is_not_one(subject))
        if self._open(head) or not none or not (own or _of_own_side(head)):
            return False
        return self._is_deed(head) or self._present(head, own) or (self._away(head) and head.lemma_ in grammar_of(head).copula)

    def _away(self, head: Token) -> bool:
        return any(child.lower_ in self.words["away"] for child in head.children if child.dep_ in ("advmod", "acomp", "prep"))

    def _never_did(self, head: Token, own: bool, party: bool) -> bool:
        """ "did not send the riders", "has laid no burden on the crews": what a party or a body is told to have done, and says it did not.

        What it did not hear, get or want is no deed; what it said before it may deny to have said ("we never called them guests").
        """
        nothing = (_with_no(child) or child.lower_ in grammar_of(head).nothing for child in head.children if child.dep_ == "dobj")
        none = self.negated(head) or any(nothing) or _not_even(_subject(head))
        told = head.tag_ in ("VBD", "VBN") or any(token.tag_ in ("VBD", "VBZ", "VBP") for token in helping(head))
        passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in head.children)
        if not none or not told or passive or head.pos_ != "VERB" or self._open(head) or head.lemma_ in grammar_of(head).perfect:
            return False
        lemma = head.lemma_.lower()
        if own and lemma in self.words["told_before"] and head.tag_ in ("VBD", "VBN"):
            return True
        deed = lemma not in self.words["undeniable"] | self.words["felt"] | self.words["suffering"]
        return deed and self._of_party(head, own, party)

    def _of_party(self, head: Token, own: bool, party: bool) -> bool:
        """Whether it is a party, or a body, of whose side a verb tells by its own voice: by its men too ("not one of my soldiers")."""
        subject = _subject(head)
        if subject is None or not (own or _of_own_side(head)):
            return own and party
        itself = subject.lower_ in grammar_of(head).itself and subject.morph.get("Number", []) == ["Sing"]
        men = _of_own_side(head) and any(part.lemma_.lower() in self.words["men"] for part in _with_parts(subject))
        return party or itself or men or _of_own_side(head, self.words["its"])

    def _no_part(self, head: Token) -> bool:
        """ "the guild had no hand in this", "bears no responsibility for it": of whomever it is said."""
        if (
            head.lemma_ not in grammar_of(head).perfect | self.words["bearing"]
            or head.tag_ not in ("VBD", "VBZ", "VBP", "VBN")
            or self._open(head)
        ):
            return False
        things = (child for child in head.children if child.dep_ == "dobj" and child.lemma_.lower() in self.words["parts"])
        return any(_with_no(thing) or self.negated(head) for thing in things)

    def _disowns(self, head: Token) -> bool:
        """ "does not speak for us": that somebody is of one's own side, or tells its mind."""
        if head.lemma_.lower() not in self.words["speaking_for"] or not self.negated(head) or self._open(head):
            return False
        things = [child for child in head.rights if child.dep_ == "dobj"]
        things += [thing for prep in head.rights if prep.dep_ == "prep" for thing in prep.children if thing.dep_ == "pobj"]
        return any(thing.tag_ == "PRP" for thing in things)

    def is_not_ours(self, head: Token) -> bool:
        """ "the ford was not us", "he is not ours": that somebody or a deed is of one's own side."""
        ours = self.words["ours_alone"] | grammar_of(head).ourselves
        return any(child.lower_ in ours for child in self._called_not(head))

    def _called_not(self, head: Token) -> list[Token]:
        """What something is said not to be."""
        if head.lemma_ not in grammar_of(head).copula or not any(map(is_not, head.children)) or self._open(head) or _subject(head) is None:
            return []
        return [child for child in head.rights if child.dep_ in ("attr", "acomp")]

    def _not_theirs(self, head: Token, party: bool) -> bool:
        """The same in words that report it: "the tower was not theirs", "was not its work"."""
        called = self._called_not(head)
        theirs = (child for child in called if child.lower_ in self.words["theirs_alone"])
        works = (child for child in called if child.lemma_.lower() in self.words["own_work"])
        whose = any(part.tag_ == "PRP$" for work in works for part in work.lefts)
        return party and (whose or any(True for _ in theirs))

    def _blameless(self, head: Token, own: bool) -> bool:
        """ "is innocent of the murder", "I am innocent": a charge is denied, though nothing in the words negates."""
        told = [child for child in head.children if child.dep_ == "acomp" and child.lower_ in self.words["blameless"]]
        of = any(child.dep_ == "prep" for word in told for child in word.children)
        return bool(told) and (own or of) and head.lemma_ in grammar_of(head).copula and not self.negated(head) and not self._open(head)

    def _none_there(self, head: Token, own: bool) -> bool:
        """ "there were no fighters", "we have no men there", "no civilian was present": that there is something is denied."""
        words = grammar_of(head)
        lacks = any(token.lower_ in self.words["utterly"] for token in head.subtree)
        has = (own or lacks) and (head.lemma_ in words.perfect or (own and head.lemma_ in self.words["having"]))
        exists = has or any(child.dep_ == "expl" for child in head.children)
        if self._open(head) or not (exists or self._present(head, own)):
            return False
        neither = any(child.lower_ in words.neither and child.dep_ != "cc" for child in head.children)
        verbs = (head, *head.conjuncts) if neither else (head,)  # "neither has nor wants arms"
        things = [child for verb in verbs for child in verb.children if child.dep_ in ("attr", "dobj", *NOUN_SUBJECTS)]
        things = [one for thing in things for one in (thing, *thing.conjuncts, *(c for c in thing.rights if c.dep_ == "appos"))]
        if own and has and any(thing.lower_ in self.words["nobody"] for thing in things):
            return True  # "had nobody in the valley"
        utterly = exists and lacks
        known = self.words["denied_things"] | (self.words["lacked"] | self.words["means"] if has else self.words["absent"])
        denied = [thing for thing in things if utterly or thing.lemma_.lower() in known]
        none = [thing for thing in denied if any(c.lower_ in words.no or c.lower_ in words.neither for one in things for c in one.children)]
        never = exists and (neither or any(map(is_not, head.children)))  # "do not have any ties"
        if never and not has and any(child.like_num for child in head.children if child.dep_ in ("attr", "acomp")):
            return True  # "there were never fourteen"
        return bool(none) or (never and bool(denied))

    def _unlinked(self, head: Token) -> bool:
        """ "the fire is in no way linked to the strike": that one has to do with the other."""
        told = [head, *(child for child in head.children if child.dep_ in ("acomp", "advcl", "oprd") and child.i > head.i)]
        linked = [word for word in told if word.lower_ in self.words["unlinked"]]
        to = any(child.dep_ == "prep" for word in linked for child in word.children)
        passive = head.lemma_ in grammar_of(head).copula or any(child.dep_ == "auxpass" for child in head.children)
        return to and passive and self.negated(head) and not self._open(head)

    def _spared(self, head: Token) -> bool:
        """ "there were no civilian victims"."""
        if not any(child.dep_ == "expl" for child in head.children) or self._open(head):
            return False
        things = [child for child in head.children if child.dep_ == "attr" and (_with_no(child) or self.negated(head))]
        return any(word.lemma_.lower() in self.words["absent"] for thing in things for word in thing.lefts)

    def _present(self, head: Token, own: bool) -> bool:
        """Whether a verb says that somebody was there: "was present", of one's own side also "was in the valley"."""
        said_of = [child for child in head.children if child.dep_ in ("acomp", "advmod", "prep", "attr")]
        there = any(child.lower_ in self.words["being_there"] for child in said_of)
        placed = bool(said_of) and all(child.dep_ == "prep" and child.lower_ in grammar_of(head).described_by for child in said_of)
        return head.lemma_ in grammar_of(head).copula and (there or (placed and (own or _of_own_side(head))))

    def _none_of_them(self, head: Token) -> bool:
        """The noun alone that a headline or an object gives: "Army: no civilians among dead", "reported no strikes"."""
        words = self.words["denied_things"] | self.words["unharmed"]
        return head.pos_ == "NOUN" and head.lemma_.lower() in words and any(c.lower_ in grammar_of(head).no for c in head.children)

    def _said_otherwise(self, head: Token) -> bool:
        """ "According to A no one was killed, according to B they killed several": of one deed in one sentence."""
        if not self.negated(head) or not self._is_deed(head) or self._open(head):
            return False
        others = (other for other in sentence_of(head) if other.lemma_ == head.lemma_ and other.pos_ == head.pos_ and other != head)
        return any(not self.negated(other) and not head.is_ancestor(other) and not _thought_of(other) for other in others)

    def _corrects(self, head: Token) -> bool:
        """ "bullets, not rockets, were fired", "not a shell but a device had gone off": another subject is denied."""
        subject = _subject(head)
        if subject is None or not self._is_deed(head):
            return False
        subjects = [child for child in head.children if child.dep_ in NOUN_SUBJECTS]
        return any(self._sets_against(token) for one in subjects for token in one.subtree if token.dep_ == "neg")

    def _no_such(self, head: Token) -> bool:
        """ "there was no such clinic", "knew of no such order"."""
        if self._open(head):
            return False
        things = [child for child in head.children if child.dep_ in ("attr", "dobj", *NOUN_SUBJECTS)]
        things += [thing for child in head.children if child.lower_ in grammar_of(head).belonging for thing in child.children]
        return any(
            any(c.lower_ in grammar_of(head).no for c in thing.children) and any(c.lower_ in self.words["such"] for c in thing.children)
            for thing in things
        )

    def _says_it_is_not(self, head: Token) -> bool:
        """ "says it is not", "it was not us", "it was not his men": what another said of one's own side or of the thing spoken of."""
        subject = _subject(head)
        if subject is None or subject.pos_ != "PRON" or head.lemma_ not in grammar_of(head).copula:
            return False
        if not any(map(is_not, head.children)) or self._open(head):
            return False
        rest = [child for child in head.rights if child.dep_ not in ("neg", "punct", "cc", "conj")]
        split = [child for one in rest for child in (one, *one.children) if child.dep_ in ("relcl", "ccomp")]
        if rest and rest[0].dep_ in ("acomp", "attr") and (rest[0].ent_type_ in PEOPLES or rest[0].tag_ == "PRP"):
            return subject.lower_ in grammar_of(head).no_voice and rest[0].pos_ in ("ADJ", "PRON", "PROPN")
        if rest and rest[0].ent_type_ and any(c.lower_ in grammar_of(head).relative_things for clause in split for c in clause.children):
            return True  # "it was not Norway that laid the mine"
        if not rest:
            return subject.i < head.i and subject.lower_ in grammar_of(head).unknown_voice
        who = rest[0]
        ours = who.lower_ in self.words["our_side"] or (
            who.lemma_.lower() in self.words["men"] and any(child.tag_ == "PRP$" for child in who.children)
        )
        split_off = any(c.lower_ in grammar_of(head).relative_things for clause in split for c in clause.children)
        ours = ours or (split_off and any(child.tag_ == "PRP$" for child in who.children))  # "it was not its drone that hit the ferry"
        return ours and who.dep_ == "attr" and subject.lower_ in grammar_of(head).no_voice

    def _planned_none(self, head: Token, own: bool) -> bool:
        """ "it did not plan the assault", "our men began no war": what its own side is said to have brought about."""
        if not own or not self.negated(head) or self._open(head) or head.lemma_.lower() not in self.words["planning"]:
            return False
        words = self.words["harm_nouns"] | self.words["denied_things"] | self.words["crimes"]
        return any(child.lemma_.lower() in words for child in head.children if child.dep_ == "dobj")

    def _none_went(self, head: Token) -> bool:
        """ "not one fighter left the town", "none of them had left", "no column had left": that one's men were elsewhere is denied."""
        subject = _subject(head)
        if subject is None or self._open(head) or head.lemma_.lower() not in self.words["moves"]:
            return False
        none = any(child.lower_ in grammar_of(head).no for child in subject.children) and subject.lemma_.lower() in self.words["goers"]
        of_them = subject.lower_ in grammar_of(head).nothing and any(
            part.tag_ == "PRP" or any(child.tag_ == "PRP$" for child in part.children) for part in _with_parts(subject) if part != subject
        )
        return none or of_them or is_not_one(subject)

    def _sets_against(self, negation: Token) -> bool:
        """Whether "not" stands before a noun that is set against another: behind a comma, or before a "but"."""
        noun = negation.head
        if noun.pos_ not in NOUNS or negation.is_sent_start or negation.is_sent_end:
            return False
        behind_comma = negation.nbor(-1).text == "," and negation.nbor(1).pos_ in {"NOUN", "PROPN", "DET", "ADJ", "NUM"}
        return behind_comma or any(child.lower_ in self.words["opposing"] for child in noun.children if child.dep_ == "cc")

    def _none_at_all(self, head: Token) -> bool:
        """ "none was in the air", "had nobody within ten miles", "touched nobody", "not one patrol left"."""
        if self._open(head) or head.lemma_ in self.words["suffering"] | self.words["knowing"]:
            return False
        copula = grammar_of(head).copula
        things = [child for child in head.children if child.dep_ in ("dobj", "attr", *NOUN_SUBJECTS)]
        things = [one for thing in things for one in (thing, *thing.conjuncts)]
        subjects = [thing for thing in things if thing.dep_ in NOUN_SUBJECTS]
        there = any(child.dep_ == "expl" for child in head.children)
        if there and any(self._nothing_to_do(thing) for thing in things):
            return True
        told = any(child.tag_ in ("VBD", "VBZ", "VBP") for child in helping(head)) or head.tag_ == "VBD" or head.lemma_ in copula
        if told and any(self._is_none(thing) for thing in subjects):
            return True  # "nobody left", but not "nobody leaves like this"
        takes = self._is_deed(head) or (there and head.tag_ in ("VBD", "VBN"))
        has = head.lemma_ in self.words["possessing"]
        none = [thing for thing in things if self._is_none(thing)]
        return bool(none) and (takes or (has and not any({one.lemma_.lower(), one.lower_} & self.words["men"] for one in none)))

    def _no_deed(self, head: Token) -> bool:
        """ "did not order the raid"; that nobody suffered is a tale as often as a denial."""
        return self.of_deed(head) and head.lemma_ not in self.words["suffering"]

    def _is_none(self, thing: Token) -> bool:
        """Whether a thing is nobody, or none of what one is charged with having or sending."""
        if thing.lower_ in grammar_of(thing).nobody or (thing.lemma_ in grammar_of(thing).single and _with_no(thing)):
            parts = [part for part in _with_parts(thing) if part != thing and part.pos_ in NOUNS]
            return all({part.lemma_.lower(), part.lower_} & self.words["men"] for part in parts)  # "none of the rockets" tells of a miss
        charged = self.words["denied_things"] | self.words["means"] | self.words["men"] | self.words["lacked"]
        return bool({thing.lemma_.lower(), thing.lower_} & charged) and (_with_no(thing) or is_not_one(thing))

    @staticmethod
    def _nothing_to_do(thing: Token) -> bool:
        """ "there is nothing to inquire into"."""
        clauses = (child for child in thing.children if child.dep_ in ("relcl", "acl"))
        return thing.lower_ in grammar_of(thing).nothing and any(map(is_infinitive, clauses))

    def _calls_it_otherwise(self, head: Token) -> bool:
        """ "this is not a mobilization": that it is what others call it."""
        subject = _subject(head)
        if subject is None or subject.lower_ not in grammar_of(head).no_voice or head.lemma_ not in grammar_of(head).copula:
            return False
        named = any(child.dep_ == "attr" and child.pos_ == "NOUN" for child in head.rights)
        return named and not self._open(head) and any(map(is_not, head.children))

    def _is_deed(self, head: Token) -> bool:
        return head.lemma_.lower() in self.words["deeds"]

    def _open(self, head: Token) -> bool:
        """Whether it is denied only for a time to come, as not yet so, or as what may be; that it could have been is said of what was."""
        beside = [child for child in helping(head) if not (is_perfect(head) and child.lower_ in grammar_of(head).could)]
        yet = any(child.lower_ in grammar_of(head).yet for child in head.children)
        if head.tag_ == "VBG" and any(child.dep_ == "xcomp" and is_infinitive(child) for child in head.children):
            return True  # "is not going to let them leave"
        return yet or any(child.tag_ == "MD" or child.lower_ in self.words["future"] for child in beside)


def _subject(head: Token) -> Token | None:
    """The subject of a verb: the nearest before it, where a label before it is taken for one too ("Army chief: no shells fired")."""
    found = [child for child in head.children if child.dep_ in NOUN_SUBJECTS]
    return found[-1] if found else None


def _not_even(subject: Token | None) -> bool:
    """ "not one of them"."""
    return subject is not None and any(child.dep_ == "neg" for child in subject.children)


def _with_no(noun: Token) -> bool:
    return any(child.lower_ in grammar_of(noun).no for child in noun.children)


def _of_own_side(head: Token, words: frozenset[str] = frozenset()) -> bool:
    """Whether the subject belongs to who speaks: "our forces", "none of its fighters"; by one of these words, if there are any."""
    subject = _subject(head)
    owners = (token for noun in _with_parts(subject) for token in noun.children if token.tag_ == "PRP$") if subject is not None else ()
    return any(not words or token.lower_ in words for token in owners)


def _with_parts(noun: Token) -> Iterator[Token]:
    """A noun with those of whom it is one or none: "none of its fighters"."""
    words = grammar_of(noun)
    yield noun
    yield from (part for of in noun.children if of.lower_ in words.belonging | words.out_of for part in of.children if part.dep_ == "pobj")


def _thought_of(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in verb.children)


def is_flat(head: Token, act: str) -> bool:
    """Whether a few words deny something outright: "It was not us", "We took nobody"."""
    nobody = any(child.lower_ in grammar_of(head).nobody for child in head.children if child.dep_ in (*NOUN_SUBJECTS, "dobj"))
    return act == "denies" or (nobody and head.pos_ == "VERB")
