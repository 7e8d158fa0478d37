"""Cues with what they say and who says it; which of them make claims, and which only hand on what another says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.find.acts import PLAIN
from sayso.find.contents import cut_off, tells_behind
from sayso.find.cue import Cue
from sayso.find.extents import LEAST_TOLD, shares_subject
from sayso.find.fronted import phrase_between
from sayso.find.grammar import FINITE, INSERTED, NOUNS, PRESENT, SUBJECTS, VERBAL, grammar_of, helping, is_infinitive
from sayso.find.sentences import sentence_end, sentence_of, sentence_start
from sayso.find.subjects import among_those, is_bold, put_in, quoted_as
from sayso.records.claim import Act, Mention, Voice

HANDED_ON = 0.6
"""Share of what a voice says from which on another one says it, and the outer only hands it on; set on the founding documents."""
LEAST = 3
"""Words that somebody is said to state: fewer without a verb ("reported cases", ""No," he said") say nothing."""
STANCES = frozenset({"denies", "accuses", "concedes", "declines_comment", "pledges", "threatens", "demands", "predicts"})
"""Acts by which a voice takes a stance of its own on what another said: such a voice keeps a claim of its own."""

TOLD = frozenset({"denies", "accuses", "claims_responsibility", "demands", "pledges", "threatens"})
"""Acts of which another may tell with an object alone, and which still make a claim: "the radio says that the Front denied the raid"."""


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """A cue with what it says and who says it, before chains are made.

    `heads` and `content` are the words said (places of tokens), `away` those that a joined cue of the same voice says. `act` and
    `negated` are the cue's, or those of a verb by which the voice acts in its own words ("said it rejects ..."). `carrier` is the
    subject where it only hands on what a source says ("said, citing the ministry"). `hands` are the media named beside it, `through`
    those through which the same speaker's words went before.
    """

    cue: Cue
    speaker: Token
    heads: tuple[Token, ...]
    content: frozenset[int]
    voice: Voice
    mention: Mention | None
    act: Act
    negated: bool
    attitude: bool
    first_person: bool = False
    away: frozenset[int] = frozenset()
    carrier: Voice | None = None
    hands: tuple[Voice, ...] = ()
    through: tuple[Voice, ...] = ()


def content_of(cue: Cue) -> frozenset[int]:
    """The places of the words that a cue's heads govern, without the cue's own phrase."""
    words = {token.i for head in cue.heads for token in head.subtree} - _of_others(cue) - _told_before(cue)
    own = {cue.token.i}
    if cue.set_off:
        return frozenset(words - {token.i for token in cue.words} - own)
    if any(head.is_ancestor(cue.token) for head in cue.heads):
        own |= {token.i for token in cue.token.subtree if not any(head in token.subtree for head in cue.heads)}
    if cue.token.dep_ in INSERTED and cue.speakers and cue.speakers[0].i == cue.token.i - 1:
        own |= {token.i for token in cue.speakers[0].subtree}
    if (alone := phrase_between(cue.token)) is not None and alone in cue.speakers:
        own |= {token.i for token in alone.subtree}
    if cue.token.dep_ == "relcl" and cue.token.head in cue.heads:
        own |= {token.i for token in cue.token.subtree}
    if any(cue.token.is_ancestor(head) for head in cue.heads):
        clause = {token.i for token in cue.token.subtree}  # of who "denied it" in a clause of his own the clause is no part of his name
        for speaker in cue.speakers:
            behind = speaker.dep_ in ("appos", "conj") and speaker.i < cue.token.i
            if behind or not any(head.is_ancestor(speaker) for head in cue.heads):
                own |= {token.i for token in speaker.subtree} - (clause if speaker.is_ancestor(cue.token) else set())
    return frozenset(words - own)


def _told_before(cue: Cue) -> set[int]:
    """The places of a clause that a semicolon parts from a preposition: "The pilot calls it piracy; for the guild it was a rescue"."""
    if cue.token.pos_ != "ADP" or cue.token.i == sentence_start(cue.token) or (mark := cue.token.nbor(-1)).text != ";":
        return set()
    return {token.i for token in sentence_of(cue.token) if token.i <= mark.i}


def parted(found: Sequence[Attribution], quoted: Callable[[int], object]) -> list[Attribution]:
    """The attributions of a sentence without what stands beyond a semicolon and is said by another cue there."""
    return [replace(one, content=one.content - far, away=one.away | far) if (far := _beyond(one, found, quoted)) else one for one in found]


def in_whose_name(found: Sequence[Attribution], speaks_for: Callable[[str | None, Mention], bool]) -> list[Attribution]:
    """The attributions, each with the act by which the side he speaks for acts in his words: ""The Front rejects it," said Otto Brand"."""
    inner = {id(by): one for one in found if (by := _spoken_by(one, found, speaks_for)) is not None}
    merged = {id(one) for one in inner.values()}
    return [_in_name(one, inner.get(id(one))) for one in found if id(one) not in merged]


def _spoken_by(one: Attribution, found: Sequence[Attribution], speaks_for: Callable[[str | None, Mention], bool]) -> Attribution | None:
    if one.mention is None or one.cue.token.tag_ not in PRESENT:
        return None  # "said that the Front rejected it in May"
    around = (other for other in found if one.cue.token in other.heads and other.act in PLAIN)
    return next((other for other in around if speaks_for(other.voice.name, one.mention)), None)


def _in_name(one: Attribution, inner: Attribution | None) -> Attribution:
    return replace(one, act=inner.act, negated=inner.negated, heads=inner.heads, attitude=inner.attitude) if inner is not None else one


def _beyond(one: Attribution, found: Sequence[Attribution], quoted: Callable[[int], object]) -> frozenset[int]:
    """The places of the words beyond the semicolons between a cue and others that stand in what it seems to say."""
    at, words = one.cue.token.i, sentence_of(one.cue.token)
    gaps = [other.cue.token.i for other in found if other.cue.gapped and other.cue.token.i > at]
    far = {token.i for token in words if token.i >= min(gaps)} if gaps else set()
    for other in (other.cue.token.i for other in found if other.cue.token.i in one.content):
        marks = [i for i in range(min(at, other), max(at, other)) if _parts(words.doc[i]) and quoted(i) is None]
        if marks:
            far |= {token.i for token in words if (token.i <= marks[-1] if other < at else token.i >= marks[0])}
    return frozenset(far) if one.content - far else frozenset()


def _parts(token: Token) -> bool:
    """Whether a word sets what is said behind it against what is said before: a semicolon, "while"."""
    return token.text == ";" or (token.dep_ == "mark" and token.lower_ in grammar_of(token).setting_against)


def _of_others(cue: Cue) -> set[int]:
    """The places of joined clauses that have another "according to" of their own."""
    according = grammar_of(cue.token).according
    if cue.token.lower_ not in according:
        return set()
    joined = [verb for head in cue.heads for verb in head.conjuncts if verb.i > head.i and verb.pos_ in VERBAL]
    others = [verb for verb in joined if any(child.lower_ in according and child.i != cue.token.i for child in verb.children)]
    joining = {child.i for verb in others for child in verb.head.children if child.dep_ == "cc"}
    return joining | {token.i for verb in others for token in verb.subtree}


def reach(one: Attribution) -> frozenset[int]:
    """The places of all words of an attribution's clause: speaker, cue and what is said, without clauses joined to it."""
    token = one.cue.token
    if token.lower_ in grammar_of(token).according:
        return one.content | {t.i for t in token.subtree}
    if one.cue.set_off:
        return one.content | {t.i for t in one.cue.words}
    if quoted_as(token) is not None:
        return one.content | {t.i for t in token.head.head.subtree}
    if (whole := among_those(token)) is not None:
        return one.content | {t.i for t in whole.subtree}
    if (aside := put_in(token)) is not None:
        return one.content | {t.i for t in aside.subtree}
    away = {t.i for child in token.children if child.dep_ == "conj" and child.pos_ in VERBAL for t in child.subtree}
    if is_infinitive(token) and (token.dep_ == "xcomp" or is_bold(token)):  # "wishes to assure them", "had the nerve to say"
        away |= {t.i for child in token.head.children if child.dep_ in ("conj", "cc") for t in child.subtree}
        token = token.head
    away |= {child.i for child in token.children if child.dep_ == "cc"}
    before = [
        child
        for child in token.lefts
        if (child.dep_ == "ccomp" and tells_behind(token, child)) or (child.dep_ in ("ccomp", *INSERTED) and cut_off(child, token))
    ]
    away |= {i for child in before for i in range(sentence_start(token), min(child.right_edge.i + 2, sentence_end(token)))}
    marks = {child.i for child in token.children if child.dep_ == "mark"}
    marks |= (
        {child.i for child in token.children if child.is_punct and child.i > max(away, default=child.i)} if _goes_on_doing(token) else set()
    )
    return (frozenset({t.i for t in token.subtree} - away - marks) | one.content) - one.away


def _goes_on_doing(verb: Token) -> bool:
    """Whether the verbs joined to a verb of saying tell what its subject did besides: then the full stop is not of what is said."""
    joined = [child for child in verb.children if child.dep_ == "conj" and child.pos_ in VERBAL]
    return bool(joined) and all(shares_subject(child) and not any(c.dep_ == "auxpass" for c in child.children) for child in joined)


def says_nothing(one: Attribution, parse: Doc, quoted: Callable[[int], object]) -> bool:
    """Whether what is plainly said has too few words to say anything, or is a question in quotation marks.

    Who confirms what was told before ("confirmed the strikes") says it, and who stands before a colon ("Army: a gas leak").
    """
    if one.act not in PLAIN or not one.content:
        return False
    if all(head.lower_ in grammar_of(head).to_follow for head in one.cue.heads) and one.cue.heads:
        return True  # "the army states the following:"
    clause = any(parse[i].tag_ in FINITE for i in one.content)
    last = max((i for i in one.content if not parse[i].is_punct), default=0)
    asked = quoted(last) is not None and parse[last + 1 : last + 2].text == "?"
    few = sum(parse[i].is_alpha for i in one.content) < LEAST and not any(parse[i].like_num and quoted(i) is None for i in one.content)
    sure = one.cue.token.lemma_ in grammar_of(one.cue.token).confirming
    known = sure and any(child.lower_ in grammar_of(child).definite for head in one.cue.heads for child in head.lefts)
    known = known or (sure and any(head.dep_ == "dobj" and head.tag_ == "NN" for head in one.cue.heads))  # "confirmed cholera"
    known = known or any(head.lemma_.lower() in grammar_of(head).short_answers for head in one.cue.heads)
    return asked or (one.act == "asserts" and not clause and few and not known and not one.cue.token.is_punct)


def says_anew(joined: Token, deeds: frozenset[str], hurting: frozenset[str]) -> bool:
    """Whether a joined clause is said for itself: "said the dam was safe, and that the road was open", "and had been for months".

    One of the `deeds` (lemmas) of the subject of the verb before it is told with that; of a charge only who else was hurt by the deed is
    (`hurting`: "accused them of killing nine and wounding twelve").
    """
    own = {child.dep_ for child in joined.children if child.i < joined.i}
    finite = joined.tag_ in FINITE or any(child.tag_ in FINITE for child in joined.children if child.dep_ in ("aux", "auxpass"))
    if own & SUBJECTS and ("mark" in own or finite):
        return True
    grammar = grammar_of(joined)
    if is_infinitive(joined) and any(child.lower_ in grammar.joining_any - grammar.joining for child in joined.head.children):
        return False  # "asked them to leave or to pay": one of two
    told = sum(token.is_alpha for token in joined.subtree) >= LEAST_TOLD
    if joined.tag_ == "VBG" and joined.head.dep_ == "pcomp":
        return told and joined.lemma_ not in hurting  # "accused them of killing nine and breaking the truce of May"
    finite = finite or is_infinitive(joined) or (joined.tag_ == "VB" and bool(helping(joined)))
    return told and joined.lemma_ not in deeds and finite


def verbs_of(heads: Sequence[Token]) -> list[Token]:
    """The heads of what is said, with the verbs of a charge: "accused them of firing and fleeing"."""
    of = (part for head in heads for part in (head, *head.children) if part.dep_ == "prep")
    return [*heads, *(charge for part in of for charge in part.children if charge.dep_ == "pcomp")]


def claiming(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that make claims: of a chain the innermost, and an outer one where it takes a stance or says more."""
    kept = []
    alive = [one for one in found if not any(_goes_on(other, one) for other in found)]
    for one in alive:
        nested = [other for other in alive if other is not one and other.cue.token.i in one.content and other.cue is not one.cue]
        nested = [other for other in nested if not _beside(one, other)]
        if any(other.voice.name == one.voice.name for other in nested):
            nested = [other for other in nested if other.voice.name != one.voice.name]
        nested = [other for other in nested if other.cue.token.pos_ != "NOUN"]  # what the promise was is told beside what became of it
        nested = [other for other in nested if not _answers(other) and not tells_of(one, other)]
        share = len(set().union(*(reach(other) for other in nested)) & one.content) / max(1, len(one.content)) if nested else 0.0
        if share < HANDED_ON or one.act in STANCES:
            kept.append(_acting(one, found))
    return list(_apart(kept))


def _beside(one: Attribution, other: Attribution) -> bool:
    """Whether two voices answer for one clause or for parts of it.

    "Shelled by the army according to the mayor, by nobody according to the Front", "According to the mayor, the mill had burnt down, as
    the army revealed".
    """
    according = grammar_of(one.cue.token).according
    both = {one.cue.token.lower_, other.cue.token.lower_} <= according
    return one.cue.heads == other.cue.heads and (both or (one.cue.token.i in other.content and other.cue.token.i in one.content))


def said_beside(inner: Attribution, outer: Attribution) -> bool:
    """Whether a voice only tells beside another one who said the same: "According to the mayor, ..., as the army revealed"."""
    return _beside(inner, outer) and inner.cue.token.lower_ not in grammar_of(inner.cue.token).according


def within(other: Attribution, one: Attribution) -> bool:
    """Whether another voice says something in what a voice says."""
    return other.cue.token.i in one.content and other.voice.name != one.voice.name


def hands_on(one: Attribution, heads: Sequence[Token], words: Sequence[Token], kept: Sequence[Attribution]) -> bool:
    """Whether one of several things that a voice says is what another says in it: "said X, and that the group vowed Y"."""
    if one.act in STANCES or set(heads) == set(one.heads):
        return False
    own = {word.i for word in words}
    others = (other for other in kept if within(other, one) and other.cue.token.i in own)
    return any(len(reach(other) & own) >= HANDED_ON * len(own) for other in others)


def _acting(one: Attribution, found: Sequence[Attribution]) -> Attribution:
    """The attribution with the act of the verb that it rests on, where the voice itself acts by it: "said it rejects the report"."""
    for other in found:
        if other.first_person and other.cue.token.tag_ == "VBD":
            continue  # "I blamed myself" is told, "I blame" is done by saying it
        if other.act == "assesses" and "VBD" in (other.cue.token.tag_, *(verb.tag_ for verb in helping(other.cue.token))):
            continue  # "claimed that he had opposed the war": what he held then is what he now says
        verb = other.cue.token.head if other.cue.token.dep_ == "xcomp" and is_infinitive(other.cue.token) else other.cue.token
        if verb in one.heads and other.voice.name == one.voice.name and one.act in PLAIN and other is not one:
            return replace(one, act=other.act, negated=other.negated, heads=other.heads, attitude=other.attitude)
    return one


def _apart(kept: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions with what a joined cue of the same voice says ("..., adding that ...") taken out of the first one's words."""
    for one in kept:
        inner = [o for o in kept if o.cue is not one.cue and o.voice.name == one.voice.name and o.cue.token.dep_ in ("advcl", "conj")]
        away = {i for other in inner if _joined(one.cue, other.cue) for i in reach(other)}
        away |= {i for other in inner if (other.act not in PLAIN or _after_denial(one, other)) and away for i in _round(other)}
        yield replace(one, content=one.content - away, away=one.away | away) if away else one


def _after_denial(one: Attribution, other: Attribution) -> bool:
    """Whether what is said besides is joined to what is denied: "denies that it was there and says that the rebels mined it"."""
    return one.act == "denies" and other.cue.token.dep_ == "conj" and other.cue.token.head in one.heads


def _round(joined: Attribution) -> set[int]:
    """The places of the "and" before a joined act and of the full stop behind it."""
    words, own = sentence_of(joined.cue.token), reach(joined)
    first, last = min(own) - words.start, max(own) - words.start
    before = {words[first - 1].i} if first and words[first - 1].dep_ == "cc" else set()
    return before | ({words[last + 1].i} if last + 2 == len(words) and words[last + 1].is_punct else set())


def _joined(outer: Cue, inner: Cue) -> bool:
    """Whether a cue goes on from another: "said ..., adding that ...", "denied ... and warned that ..."."""
    token = inner.token
    beside = (
        token.head == outer.token
        or token.tag_ == "VBG"
        or token.head.dep_ == "relcl"
        or ((inner.act not in PLAIN or inner.act in STANCES or outer.act == "denies") and token.head in outer.heads)
    )
    return token.dep_ in ("advcl", "conj") and token.i > outer.token.i and beside


def is_denied(outer: Attribution, inner: Attribution) -> bool:
    """Whether a voice denies what another is named for having said: "The army denied the Front's claim that the port was hit"."""
    named = inner.mention is not None and inner.mention.kind != "anonymous" and inner.voice.name != outer.voice.name
    return outer.act == "denies" and named and inner.cue.token in outer.heads


def _is_handed_on(outer: Cue, inner: Attribution) -> bool:
    """Whether a sentence tells first what somebody holds, and only behind it who says so: "A panel has found that ..., the court said"."""
    token = inner.cue.token
    whole = inner.mention is not None and outer.heads == (token,) and token.i < outer.token.i
    return whole and any(child.dep_ == "mark" for head in inner.cue.heads for child in head.children)


def _is_unowned(inner: Attribution) -> bool:
    """Whether what finds something is an inquiry that is nobody else's than who tells of it: "an initial analysis", "investigations"."""
    noun, grammar = inner.speaker, grammar_of(inner.speaker)
    told = any(child.pos_ == "PROPN" or child.dep_ == "poss" or child.lower_ in grammar.pointing_back for child in noun.children)
    return noun.lemma_.lower() in grammar.unowned_inquiries and not told and not any(child.dep_ == "prep" for child in noun.children)


def _answers(inner: Attribution) -> bool:
    """Whether a clause on what is told takes a stance on it: "says the navy sank a ferry, which the navy denies"."""
    token = inner.cue.token
    return inner.act in STANCES and token.dep_ in ("relcl", "acl") and inner.cue.heads == (token.head,)


def tells_of(outer: Attribution, inner: Attribution) -> bool:
    """Whether a clause tells what somebody says of whom a voice only speaks: "welcomed the report, which found that ..."."""
    token, known = inner.cue.token, inner.mention is not None and inner.mention.kind != "anonymous"
    of = token.head if token.dep_ == "relcl" else None
    spoken_of = of is not None and of.pos_ in NOUNS and any(of == head or head.is_ancestor(of) for head in outer.cue.heads)
    things, heads = all(head.pos_ in NOUNS for head in outer.cue.heads), inner.cue.heads
    which = heads[0] if len(heads) > 1 and heads[0].dep_ == "dobj" else None  # "which they called a lie"
    called = which is not None and which.lower_ in grammar_of(token).relative_things
    told = called or any(head.dep_ == "ccomp" and head.head == token for head in heads)
    return spoken_of and things and known and told


def _goes_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether an attribution only goes on inside another one: by the same voice, by a cue that says nothing, or that takes no clause."""
    token = inner.cue.token
    if inner.cue is outer.cue or token.i not in outer.content or _beside(outer, inner):
        return False
    if not inner.cue.heads and outer.cue.token.i in inner.content:
        return False  # ""We know that none is left," said the mayor": a parser may hang who says it on what is known
    if inner.voice.name == outer.voice.name:
        return not _joined(outer.cue, inner.cue)
    if tells_of(outer, inner):
        return False
    if (inner.cue.mental or _is_unowned(inner)) and not outer.cue.mental:
        return not _is_handed_on(outer.cue, inner)
    told = inner.act in TOLD and inner.mention is not None and inner.mention.kind != "anonymous" and token in outer.cue.heads
    stands = told or (token.pos_ == "NOUN" and (inner.act in STANCES or is_denied(outer, inner))) or _answers(inner)
    clause = any(head.dep_ in ("ccomp", "xcomp") or (head.dep_ == "relcl" and head.head.head == token) for head in inner.cue.heads)
    aside = token.lower_ in grammar_of(token).according and any(head.dep_ == "relcl" for head in inner.cue.heads)
    return not inner.cue.words and not stands and not clause and not aside


def not_aside(sentence: Tokens, cue: Token) -> list[Token]:
    """The words of a sentence without relative clauses that the cue does not stand in: "the Front, which has fought since May, said"."""
    asides = (token for token in sentence if token.dep_ == "relcl" and token != cue and not token.is_ancestor(cue))
    away = {token.i for aside in asides for token in aside.subtree}
    return [token for token in sentence if token.i not in away]


def ends_in(one: Attribution, first: Token) -> bool:
    """Whether words go on from an attribution that stands behind what it says: "None arrived, he said; all of them fell short"."""
    before = first.nbor(-1) if first.i > 0 else first
    told = one.content or {first.i}
    return before.text == ";" and min(told) < one.cue.token.i < first.i and max(told) < first.i
