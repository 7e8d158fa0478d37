"""Words that perform an act of speech, with the clause or phrase that holds what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.find.acts import PLAIN
from sayso.lang.language import Language
from sayso.records.claim import Act

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
POINTING = frozenset({"it", "this", "that"})
"""Pronouns that stand for something said before: "denied it"."""
NEGATIONS = frozenset({"neg"})


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A cue at its token. `heads` are the tokens whose subtrees are what is said; `speakers` the heads of the phrases of who says it.

    `published` is True where the words are those of something published (a video, a statement) rather than spoken.
    """

    token: Token
    act: Act
    heads: tuple[Token, ...]
    speakers: tuple[Token, ...]
    negated: bool = False
    published: bool = False
    attitude: bool = False
    words: tuple[Token, ...] = field(default=())


class CueFinder:
    """Finds the cues of a sentence by the table `cues` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("cues")
        self.verbs: dict[str, dict[str, object]] = table["verbs"]
        self.phrases: list[dict[str, list[str]]] = table["phrases"]
        self.publish, self.publications = frozenset(table["publish"]), frozenset(table["publications"])
        self.nouns = dict(table["nouns"])
        self.noun_clauses = frozenset(table["noun_clauses"])
        self.attitudes = frozenset(table["attitudes"])
        acts = language.rules("acts")
        self.possible, self.hearsay = frozenset(acts["possible"]) - {"can", "ca"}, frozenset(acts["hearsay"])
        self.comment = frozenset(language.rules("acts")["comment"])

    def cues(self, sentence: Sequence[Token]) -> list[Cue]:
        """All cues of one sentence in order."""
        return [cue for token in sentence if (cue := self._cue(token)) is not None]

    def _cue(self, token: Token) -> Cue | None:
        if token.lower_ == "according" and (speaker := _object_of(token, "to")):
            return Cue(token, "asserts", (_clause_of(token),), (speaker,))
        if token.pos_ in ("VERB", "AUX"):
            return self._silence(token) or self._phrase(token) or self._publication(token) or self._verb(token)
        if token.pos_ == "NOUN":
            return self._verb(token) if token.dep_ in ("advcl", "acl") and token.lower_.endswith("ing") else self._noun(token)
        return None

    def _silence(self, token: Token) -> Cue | None:
        """ "has not commented", "did not respond": neither yes nor no."""
        if token.lemma_ in self.comment and _negated(token) and (speakers := _speakers(token)):
            return Cue(token, "declines_comment", _rest(token), speakers, negated=False)
        return None

    def _phrase(self, token: Token) -> Cue | None:
        """Verbs that perform an act with a word that belongs to them: "claimed responsibility", "called for"."""
        for row in self.phrases:
            if token.lemma_ not in row["verb"]:
                continue
            partner = _partner(token, row)
            if partner is None or (row.get("negated") and not (_negated(token) or any(c.lower_ == "no" for c in partner.children))):
                continue
            speakers = _speakers(token)
            if not speakers or (not row.get("negated") and self._not_said(token, str(row["act"]))):
                return None
            act: Act = str(row["act"])  # type: ignore[assignment]
            deeds = tuple(child for child in token.children if child.dep_ == "prep" and child.lower_ == "for" and child is not partner)
            return Cue(token, act, (partner, *deeds, *_content_heads(token, ("infinitive", "object"))), speakers, words=(partner,))
        return None

    def _publication(self, token: Token) -> Cue | None:
        """ "released a video of ...", "issued a statement saying ...": what is published is what is said."""
        if token.lemma_ not in self.publish:
            return None
        things = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in self.publications]
        speakers = _speakers(token)
        if not things or not speakers or speakers[0] in things:
            return None
        inner = [
            child for head in (token, *things) for child in head.children if child.dep_ in ("acl", "advcl", "xcomp") and child.tag_ == "VBG"
        ]
        if any(self._verb(verb) is not None for verb in inner):
            return None  # "released a statement saying": the inner verb is the cue and takes this subject
        return Cue(token, "asserts", tuple(things), speakers, published=True)

    def _verb(self, token: Token) -> Cue | None:
        row = self.verbs.get(token.lemma_.lower() if token.pos_ != "NOUN" else token.lower_.removesuffix("ing"))
        if row is None or self._not_said(token, str(row["act"])):
            return None
        takes = row.get("takes", ())
        assert isinstance(takes, (list, tuple))
        if (particle := row.get("particle")) and not any(c.dep_ == "prt" and c.lower_ == particle for c in token.children):
            return None
        heads = _content_heads(token, takes)
        if not heads or not (speakers := _speakers(token)):
            return None
        if heads == speakers or token.dep_ in ("aux", "auxpass"):
            return None
        act: Act = row.get("clause", row["act"]) if heads[0].dep_ == "ccomp" else row["act"]  # type: ignore[assignment]
        return Cue(token, act, heads, speakers, negated=_negated(token), attitude=token.lemma_ in self.attitudes)

    def _not_said(self, token: Token, act: str) -> bool:
        """Whether a verb tells that something is not said, may be said or is only said to be: that is no statement of its subject."""
        if any(child.dep_ == "aux" and child.lower_ in self.possible for child in token.children):
            return True
        if act not in PLAIN and any(child.dep_ == "advmod" and child.lower_ in self.hearsay for child in token.children):
            return True
        return _negated(token) and act in ("asserts", "relays", "claims_responsibility", "concedes")

    def _noun(self, token: Token) -> Cue | None:
        """ "a pledge from the ministry not to ...": a noun that performs an act, with who gives it and what it holds."""
        lemma, giver = token.lemma_.lower(), None
        act: Act | None = self.nouns.get(lemma) or ("asserts" if lemma in self.noun_clauses else None)
        if act is None:
            return None
        heads = tuple(
            c for c in token.children if c.dep_ in ("acl", "ccomp") and (c.tag_ == "VB" or any(g.dep_ == "mark" for g in c.children))
        )
        if token.dep_ == "nsubjpass":
            giver = _object_of(token.head, "by")
        giver = giver or _object_of(token, "from") or _object_of(token, "by") or next((c for c in token.children if c.dep_ == "poss"), None)
        if giver is None or not heads:
            return None
        return Cue(token, act, heads, (giver,))


def _negated(token: Token) -> bool:
    return any(child.dep_ in NEGATIONS for child in token.children)


def _partner(token: Token, row: dict[str, list[str]]) -> Token | None:
    """The word that a phrase's row asks for beside its verb."""
    for child in token.children:
        if child.dep_ == "dobj" and child.lemma_.lower() in row.get("object", ()):
            return child
        if child.dep_ == "dobj" and child.lower_ in row.get("object", ()):
            return child
        if child.dep_ in ("prep", "dative") and child.lower_ in row.get("prep", ()):
            return child
        if child.dep_ == "prt" and child.lower_ in row.get("particle", ()):
            return child
        if child.dep_ in ("xcomp", "ccomp") and child.lemma_ in row.get("infinitive", ()):
            return child
    return None


def _content_heads(token: Token, takes: object) -> tuple[Token, ...]:
    """The heads of what a verb says: its clause or quotation, else what its row allows."""
    allowed = set(takes) if isinstance(takes, (list, tuple)) else set()
    heads = [child for child in token.children if child.dep_ == "ccomp"]
    if not heads and "infinitive" in allowed:
        heads = [child for child in token.children if child.dep_ in ("xcomp", "advcl") and child.tag_ in ("VB", "VBG")]
    if not heads and "small" in allowed:
        heads = [child for child in token.children if child.dep_ in ("oprd", "xcomp", "dobj", "prep") and child.dep_ != "agent"]
        return tuple(heads) if any(h.dep_ in ("oprd", "xcomp") or h.lower_ == "as" for h in heads) else ()
    if not heads and "passive" in allowed and token.tag_ == "VBN":
        return ()  # "was cited as saying": the inner verb is the cue
    if not heads and "object" in allowed:
        heads = [
            child
            for child in token.children
            if child.dep_ in ("dobj", "nsubjpass", "dative") and (child.pos_ != "PRON" or child.lower_ in POINTING)
        ]
        heads += [child for child in token.children if child.dep_ == "prep" and heads]
    if not heads and "about" in allowed:
        heads = [child for child in token.children if child.dep_ == "prep"]
    if not heads:
        heads = [child for child in token.children if child.dep_ == "xcomp" and child.tag_ in ("VBZ", "VBD", "VBP")]
    if not heads and token.dep_ == "relcl" and any(child.lower_ in ("that", "which") for child in token.children):
        heads = [token.head]
    return tuple(heads)


def _speakers(token: Token) -> tuple[Token, ...]:
    """The heads of the phrases of who says it: the subject, by way of the verbs it is shared with; several when joined by "and"."""
    subject = _subject(token, set())
    if subject is None or (subject.lower_ in ("it", "there", "this", "that", "which") and subject.dep_ != "nsubj"):
        return ()
    if subject.lower_ in ("there",):
        return ()
    joined = [subject]
    for child in subject.conjuncts:
        if child.pos_ in ("PROPN", "NOUN", "PRON") and child.i > subject.i:
            joined.append(child)
    return tuple(joined)


def _subject(token: Token, seen: set[int]) -> Token | None:
    """The subject of a verb: its own, an agent in the passive, or that of the verb which it hangs on."""
    if token.i in seen:
        return None
    seen.add(token.i)
    agents = [grand for child in token.children if child.dep_ == "agent" for grand in child.children if grand.dep_ == "pobj"]
    own = [child for child in token.children if child.dep_ in SUBJECTS]
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)
    if passive:
        return agents[0] if agents else (own[0] if token.lemma_ in ("quote", "cite") and own else None)
    if own:
        chosen = own[0]
        if chosen.lower_ in ("who", "which", "that") and token.dep_ == "relcl":
            return token.head
        return chosen
    if agents:
        return agents[0]
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp") and token.head.pos_ in ("VERB", "AUX"):
        if token.dep_ in ("ccomp",) and token.tag_ != "VBG":
            return None
        return _subject(token.head, seen)
    if token.dep_ == "acl" and token.tag_ == "VBG":
        publisher = token.head.head
        if token.head.dep_ in ("dobj", "pobj", "nsubjpass") and publisher.pos_ == "VERB":
            return _subject(publisher, seen) or token.head
        return token.head
    if token.dep_ == "pcomp" and token.head.head.pos_ in ("VERB", "AUX"):
        return _subject(token.head.head, seen)
    return None


def _object_of(token: Token, preposition: str) -> Token | None:
    """The object of a token's preposition."""
    for child in token.children:
        if child.lower_ == preposition and child.dep_ in ("prep", "pcomp", "agent"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def _clause_of(token: Token) -> Token:
    """The verb of the clause that an adverbial stands in."""
    while token.head.i != token.i and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    if token.lower_ == "according":
        token = token.head
    return token


def _rest(token: Token) -> tuple[Token, ...]:
    """What a verb is about: its prepositional phrases and objects."""
    return tuple(child for child in token.children if child.dep_ in ("prep", "dobj", "advcl", "ccomp"))
