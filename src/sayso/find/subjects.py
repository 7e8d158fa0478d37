"""Who says what a verb of saying tells, wherever the parser hangs him, and whether it is really said."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Token

from sayso.find.fronted import phrase_between
from sayso.find.grammar import (
    FINITE,
    INSERTED,
    SUBJECTS,
    TIMES,
    VERBAL,
    being_done,
    grammar_of,
    helping,
    is_clause,
    is_infinitive,
    is_perfect,
    negated,
)
from sayso.find.misread import OWNED, aged, behind_address, hung_before, misread
from sayso.find.sentences import sentence_end, sentence_of, sentence_start

SPEAKING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""What the parser calls those who may speak behind their verb, though it sees a subject before it."""
LOOSE = frozenset({"appos", "conj", "dep", "npadvmod"})
"""How a parser hangs a noun on a clause before it that is no part of that."""
TAKEN = frozenset({"dobj", "ccomp", "xcomp"})
"""What a verb has where the noun behind it is none of its own."""


def speakers(token: Token) -> tuple[Token, ...]:
    """The heads of the phrases of who says it: the subject, by way of the verbs it is shared with; several when joined by "and"."""
    subject, words = _subject(token, set()), grammar_of(token)
    subject = (behind_address(subject) if subject is not None else None) or subject
    if subject is None or (subject.like_num and subject.i > token.i):  # "; the elder, Otto Brand, says nine": the number is what he says
        subject = misread(token) or _behind_mark(token) or hung_before(token) or subject
    subject = aged(subject) or subject if subject is not None else None
    if subject is None or subject.lower_ in words.expletive or (subject.lower_ in words.no_speaker and subject.dep_ != "nsubj"):
        return ()
    if subject.lower_ in words.no_subject or any(child.lower_ in words.not_one for child in subject.children):
        return ()
    joined = [child for child in subject.conjuncts if child.pos_ in ("PROPN", "NOUN", "PRON") and child.i > subject.i]
    if joined and not any(child.dep_ == "cc" for one in (subject, *joined) for child in one.children):
        named = joined[0].ent_type_ == "PERSON" and subject.pos_ == "NOUN"  # "A mother of two, Ada Renn, 45, told the Courier"
        subject, joined = joined[0] if named else subject, []
    agents = [grand for child in token.children if child.dep_ == "agent" for grand in child.children if grand.dep_ == "pobj"]
    joined += [agent for agent in agents if subject in agents and agent.i > subject.i]  # "by the guild and, later, by the mayor"
    return (*_joined_before(token, subject), subject, *(() if _is_office(subject, joined) else joined))


def _behind_mark(token: Token) -> Token | None:
    """Who says what a verb tells between whose clause and the one before a semicolon stands, where the parser gives it no subject.

    It is whose phrase stands there alone, set off by a comma or not ("...; the boat's owner, Otto Brand, says 31"), else the subject of the
    verb before ("The force admits the strike; maintains that it was lawful").
    """
    if token.tag_ not in FINITE or token.dep_ == "relcl":
        return None
    mark = next((place for place in range(token.i - 1, sentence_start(token), -1) if token.doc[place].text == ";"), 0)
    between = list(token.doc[mark + 1 : token.i]) if mark else []
    if not mark or any(word.tag_ in FINITE for word in between):
        return None
    nouns = [word for word in between if word.pos_ in ("NOUN", "PROPN") and not mark < word.head.i < token.i]
    if nouns:
        return nouns[0] if nouns[0].dep_ in LOOSE else None
    return None if any(word.pos_ != "ADV" for word in between) else _verb_before(token, mark)


def _is_office(name: Token, joined: list[Token]) -> bool:
    """Whether what a parser joins to a person's name tells his office: "said Ada Renn, West Lakes and North Coast director"."""
    if name.ent_type_ != "PERSON" or len(joined) < 2 or joined[-1].tag_ != "NN" or joined[0].ent_type_ == "PERSON":
        return False
    return joined[0].left_edge.nbor(-1).text == "," and not any(child.dep_ in OWNED for child in joined[-1].lefts)


def _joined_before(token: Token, subject: Token) -> Iterator[Token]:
    """The subject before the last one where the parser gives a verb two: "An official in the town and two drivers blamed"."""
    first = next((child for child in token.children if child.dep_ == "nsubj"), subject)
    joining = next((child for child in first.children if child.dep_ == "cc" and child.i == subject.left_edge.i - 1), None)
    if first.i < subject.i < token.i and joining is not None and not joining.nbor(-1).is_punct:
        yield first


def _verb_before(token: Token, mark: int) -> Token | None:
    """The subject of the clause before a semicolon, that of a sentence's verb or of one that it holds."""
    verbs = (word for word in sentence_of(token) if word.i < mark and word.tag_ in FINITE and (word.dep_ == "ROOT" or word.head == token))
    return next((child for verb in verbs for child in verb.children if child.dep_ == "nsubj"), None)


def _subject(token: Token, seen: set[int]) -> Token | None:
    """The subject of a verb: its own, an agent in the passive, or that of the verb which it hangs on."""
    if token.i in seen:
        return None
    seen.add(token.i)
    agents = [grand for child in token.children if child.dep_ == "agent" for grand in child.children if grand.dep_ == "pobj"]
    own = _but_times([child for child in token.children if child.dep_ in SUBJECTS])
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)
    if passive and seen != {token.i} and own:
        return own[0]  # "We are troubled by reports and call on all": who is troubled calls
    if passive:
        return agents[0] if agents else (own[0] if token.lemma_ in grammar_of(token).citing and own else None)
    if not own and token.dep_ in ("ROOT", "ccomp", "conj") and (hidden := _inverted(token) or _stranded(token)) is not None:
        return hidden
    if not own and token.tag_ == "VBN" and token.dep_ == "advcl" and not any(child.dep_ == "aux" for child in token.children):
        return agents[0] if agents else None  # "asked to comment, the mayor left": he was asked
    if own:
        return _chosen(token, own)
    if agents:
        return agents[0]
    if (shared := phrase_between(token) or _before_participle(token) or _before_inserted(token)) is not None:
        return shared
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp") and token.head.pos_ in VERBAL:
        if token.dep_ == "ccomp" and token.tag_ != "VBG":
            return None
        return _subject(_told_of(token) or _above_bare(token) or token.head, seen)
    if (taken := _occasion(token)) is not None:
        return _subject(taken, seen)
    if _is_verb_of_all(token):
        return token.head
    if (one_of := among_those(token)) is not None:
        return _subject(one_of, seen)
    if token.dep_ == "acl" and token.tag_ == "VBG":
        publisher = token.head.head
        handed_out = publisher.pos_ == "VERB" and publisher.lemma_ in grammar_of(token).handing_out
        if token.head.dep_ in ("dobj", "pobj", "nsubjpass") and handed_out:
            return _subject(publisher, seen) or token.head
        return token.head
    if (quoted := quoted_as(token)) is not None:
        return quoted
    if token.dep_ == "pcomp" and token.head.head.pos_ in VERBAL:
        return _subject(token.head.head, seen)
    if token.dep_ in ("aux", "auxpass") and not token.is_sent_start and token.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return token.nbor(-1)  # "Reached by the Courier, Otto Brand said", where the parser takes the verb of saying for a helping one
    return None


def _chosen(verb: Token, subjects: list[Token]) -> Token:
    """The one of a verb's subjects that speaks, or who is meant by it where it is a relative pronoun."""
    behind = subjects[-1] if subjects[-1].i > verb.i else None  # "The dam, said Velk, is safe"
    bare = behind is not None and behind.ent_type_ not in SPEAKING and not any(child.dep_ in OWNED for child in behind.lefts)
    if bare and behind is not None and subjects[0].i < verb.i and behind.pos_ != "PRON":
        subjects, behind = subjects[:1], None  # "the guild says 21 October", "the owner said engine fire"
    chosen = behind or subjects[-1]  # "In Kest, Velk said": both may be read as subjects
    chosen = _behind_object(chosen) or chosen
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in VERBAL:
        clause = clause.head
    return _meant(chosen, clause.head) if chosen.lower_ in grammar_of(chosen).relatives and clause.dep_ == "relcl" else chosen


def _but_times(subjects: list[Token]) -> list[Token]:
    """The subjects without a day that a parser takes for a second one: "The guild, whose mill burnt, today demanded"."""
    return [one for one in subjects if one.ent_type_ not in TIMES] if len(subjects) > 1 else subjects


def _is_verb_of_all(token: Token) -> bool:
    """Whether a verb that the parser takes for a participle is its sentence's: "The mission, which is small, announced that it left"."""
    noun = token.head
    if token.dep_ != "acl" or token.tag_ not in ("VBD", "VBN") or noun.dep_ != "ROOT" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return token.tag_ == "VBD" or any(child.dep_ == "ccomp" and any(c.dep_ == "mark" for c in child.children) for child in token.children)


def quoted_as(token: Token) -> Token | None:
    """Whom a report quotes: "the daily quoted the mayor as saying that ...", where `token` is "saying"."""
    as_, verb, words = token.head, token.head.head, grammar_of(token)
    if token.dep_ != "pcomp" or as_.lower_ not in words.role or verb.lemma_ not in words.citing:
        return None
    return next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass") and child.i < token.i), None)


def published_in(verb: Token, publications: Container[str]) -> tuple[Token, ...]:
    """The text in which a passive verb of saying tells that it was said, where its maker is told too: "was denied in a statement by"."""
    if any(child.dep_ == "agent" for child in verb.children) or not any(child.dep_ == "auxpass" for child in verb.children):
        return ()
    texts = (thing for child in verb.rights if child.dep_ == "prep" for thing in child.children if thing.lemma_.lower() in publications)
    doers = grammar_of(verb).doer | grammar_of(verb).giver
    return tuple(text for text in texts if any(part.lower_ in doers for part in text.subtree))[:1]


def quotes_as(verb: Token, saying: Container[str]) -> bool:
    """Whether a verb tells only who hands on what one of the verbs of `saying` says: "the daily quoted the mayor as saying"."""
    words = grammar_of(verb)
    behind = (child for child in verb.rights if verb.lemma_ in words.citing and child.lower_ in words.role)
    return any(child.dep_ == "pcomp" and child.lemma_ in saying for as_ in behind for child in as_.children)


def _before_participle(token: Token) -> Token | None:
    """The subject that the parser hangs on a participle between it and its verb: "The board, having read the file, concluded that"."""
    for child in token.lefts:
        helped = [part.tag_ for part in child.children if part.dep_ in ("aux", "auxpass")]
        participle = child.dep_ == "advcl" and (child.tag_ == "VBG" or (child.tag_ == "VBN" and ("VBG" in helped or _set_off(child))))
        subject = next((part for part in child.lefts if part.dep_ in SUBJECTS), None)
        if participle and subject is not None:
            return subject
    return None


def _set_off(participle: Token) -> bool:
    """Whether a participle stands with what belongs to it between commas: "The Army of the Lakes, allied to the king, said"."""
    behind, first = participle.right_edge, participle.i == sentence_start(participle)
    return (
        not first
        and participle.nbor(-1).text == ","
        and behind.i + 1 < sentence_end(participle)
        and "," in (behind.text, behind.nbor(1).text)
    )


def _before_inserted(token: Token) -> Token | None:
    """The speaker that stands alone between a comma and an inserted verb of saying: "Of ten huts, the guards say, six were burnt"."""
    if token.dep_ not in INSERTED or token.is_sent_start or token.is_sent_end or token.nbor(1).text != ",":
        return None
    speaker = token.nbor(-1)
    first = speaker.left_edge
    alone = speaker.pos_ in ("NOUN", "PROPN") and speaker.right_edge == speaker and first.i > sentence_start(token)
    return speaker if alone and first.nbor(-1).text == "," else None


def put_in(token: Token) -> Token | None:
    """The verb of a participle that the parser takes for the sentence's own: "The guard, asked about it, declined", by "declined"."""
    aside = token.head
    behind = token.dep_ == "conj" and token.i > aside.i and aside.dep_ == "ROOT" and aside.tag_ in ("VBD", "VBN")
    if not behind or aside.i == sentence_start(token) or any(child.dep_ == "cc" for child in aside.children):
        return None
    return aside if being_done(aside) or (aside.nbor(-1).text == "," and token.nbor(-1).text == ",") else None


def among_those(token: Token) -> Token | None:
    """The verb by which somebody is one of those who say something: "Norway has been among those calling for a truce"."""
    those, among, words = token.head, token.head.head, grammar_of(token)
    told = token.dep_ in ("acl", "relcl") and those.lower_ in words.told_who and those.dep_ == "pobj"
    verb = among.head
    return verb if told and among.lower_ in words.out_of and verb.lemma_ in words.copula and not negated(verb) else None


def _occasion(token: Token) -> Token | None:
    """The verb that takes an occasion to say something: "used the visit to recall", "seized the opportunity to stress"."""
    noun = token.head
    words = grammar_of(token).occasions | grammar_of(token).boldness
    taken = token.dep_ in ("acl", "relcl") and noun.dep_ == "dobj" and noun.lemma_.lower() in words
    return noun.head if taken and noun.head.pos_ in VERBAL else None


def takes_occasion(verb: Token) -> bool:
    """Whether a verb tells only that somebody takes an occasion to say something."""
    return any(_occasion(below) == verb for child in verb.children if child.dep_ == "dobj" for below in child.children)


def _above_bare(token: Token) -> Token | None:
    """The verb above a clause without a finite verb that a finite one is joined to: "claimed six killed and admitted to four dead"."""
    clause = token.head
    bare = clause.dep_ == "ccomp" and clause.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in clause.children)
    tells = token.tag_ in FINITE or (token.tag_ == "VBN" and any(child.dep_ in ("dobj", "prep", "ccomp") for child in token.rights))
    return clause.head if bare and token.dep_ == "conj" and tells else None


def _told_of(token: Token) -> Token | None:
    """The verb above a noun whose clause a participle behind a comma stands in: "rejected the idea that he would leave, saying"."""
    noun = token.head.head
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.head.dep_ != "acl" or not any(c.dep_ == "mark" for c in token.head.children):
        return None
    return noun.head if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL else None


def _meant(pronoun: Token, antecedent: Token) -> Token:
    """Whom a relative pronoun means: "who" behind "Orlov of Harran" is Orlov, behind "the Front is a group that" the Front."""
    if antecedent.dep_ == "attr" and (named := next((child for child in antecedent.head.children if child.dep_ == "nsubj"), None)):
        return named
    while pronoun.lower_ in grammar_of(pronoun).relative_people and (holder := _holder_of_bare(antecedent)) is not None:
        antecedent = holder
    if pronoun.lower_ in grammar_of(pronoun).relative_people and (holder := _office_holder(antecedent, pronoun)) is not None:
        return holder
    above = antecedent.head.head if antecedent.dep_ == "pobj" else antecedent
    is_person = above.pos_ in ("PROPN", "NOUN") and above.ent_type_ not in ("GPE", "LOC")
    return (
        above
        if pronoun.lower_ in grammar_of(pronoun).relative_people and antecedent.ent_type_ in ("GPE", "LOC") and is_person
        else antecedent
    )


def _office_holder(body: Token, pronoun: Token) -> Token | None:
    """The person whose office in a body stands between him and "who": "Brand, the commander of the Lake Guards, who was absent"."""
    office = body.head.head if body.dep_ == "pobj" and body.head.dep_ == "prep" else body
    person = office.head
    if office == body or office.dep_ != "appos" or person.ent_type_ != "PERSON" or body.ent_type_ == "PERSON":
        return None
    several = any(child.tag_ == "VBP" or "Plur" in child.morph.get("Number", []) for child in (pronoun.head, *helping(pronoun.head)))
    return None if several or pronoun.nbor(-1).text != "," else person


def _holder_of_bare(noun: Token) -> Token | None:
    """The noun in whose description a bare noun stands that can be nobody: the seller of "a seller reached by phone, who"."""
    bare = noun.tag_ == "NN" and noun.dep_ == "pobj" and not any(child.i < noun.i for child in noun.children)
    return next((above for above in noun.ancestors if above.pos_ in ("NOUN", "PROPN")), None) if bare else None


def _inverted(token: Token) -> Token | None:
    """The speaker behind a verb that follows a quotation: "...," added the statement; the parser takes him for an object."""
    before = None if token.is_sent_start else token.nbor(-1)
    while before is not None and before.is_space and before.i > sentence_start(token):
        before = before.nbor(-1)
    joined = token.dep_ == "conj"  # "stood at his pulpit and, citing a psalm, endorsed the senator" has its subject before it
    if before is None or not (before.is_quote or (before.text == "," and not joined)):
        return None
    behind = (child for child in token.children if child.dep_ == "dobj" and child.i > token.i and not child.like_num)
    return next((child for child in behind if before.is_quote or token.tag_ != "VBP" or child.tag_ not in ("NN", "NNP")), None)


def _behind_object(subject: Token) -> Token | None:
    """The speakers behind what is the object of the verb before it: "..., killing at least eight people, medics and a mayor said"."""
    first = subject.left_edge
    verb = None if first.is_sent_start else first.nbor(-1)
    if verb is None or verb.pos_ != "VERB" or verb.tag_ not in ("VBG", "VBD") or any(child.dep_ in TAKEN for child in verb.children):
        return None
    parts = (token for token in subject.subtree if token.dep_ in ("appos", "conj") and token.pos_ in ("NOUN", "PROPN"))
    return next((part for part in parts if part.i > subject.i and part.left_edge.nbor(-1).text == ","), None)


def _stranded(token: Token) -> Token | None:
    """The speaker before a verb that the parser hangs on another word.

    That is a noun of what is said ("... in the capital, a report said"), or a verb beside it ("the daily, quoting officials, said").
    """
    for child in token.children:
        if child.dep_ == "ccomp" and child.i < token.i and not is_clause(child):
            return next((grand for grand in child.children if grand.dep_ in SUBJECTS), None)
    node = None if token.is_sent_start else token.nbor(-1)
    while node is not None and (node.is_punct or node.is_space) and node.i > sentence_start(token):
        node = node.nbor(-1)
    found = None
    while node is not None and node.head != node and node.head.i < token.i and token.is_ancestor(node):
        found = node if node.dep_ == "appos" or _closes(node, token) else found
        node = node.head
    return found


def _closes(node: Token, verb: Token) -> bool:
    """Whether a noun that the parser joins to one of what is said stands alone between the last comma and a verb without a subject:

    "..., wounding at least 12 travellers, witnesses and the fire brigade said".
    """
    first = node.left_edge
    if node.dep_ != "conj" or node.pos_ not in ("NOUN", "PROPN") or first.i == sentence_start(verb) or first.nbor(-1).text != ",":
        return False
    return not any(token.text == "," or token.lower_ in grammar_of(verb).joining_any for token in verb.doc[first.i : node.i])


def is_bold(token: Token) -> bool:
    """Whether a verb tells what somebody has the nerve to do: it hangs on "had"."""
    return token.dep_ == "advcl" and any(c.dep_ == "dobj" and c.lemma_.lower() in grammar_of(c).boldness for c in token.head.children)


def is_said(token: Token, unsaid: frozenset[str], going_on: frozenset[str], by: frozenset[str]) -> bool:
    """Whether a verb of saying tells of something said, not of what may, will or shall be said, or was only to be said.

    `unsaid` are helping verbs and conjunctions that leave it open, `going_on` verbs whose infinitive is done ("went on to say"),
    `by` prepositions after which something is said ("by saying", unlike "without saying").
    """
    if any(child.dep_ in ("aux", "mark") and child.lower_ in unsaid for child in token.children):
        return False
    infinitive = is_infinitive(token)
    head = token.head
    if token.dep_ == "pcomp":
        if quoted_as(token) is not None:
            return not negated(head.head) and is_said(head.head, unsaid, going_on, by)
        if any(child.lower_ in grammar_of(token).free_relatives for child in token.lefts):
            return True  # "because of what critics called a failure"
        return head.lower_ in by and (head.head.pos_ not in VERBAL or is_said(head.head, unsaid, going_on, by))
    if infinitive and token.dep_ == "xcomp":
        reported = head.lemma_ in grammar_of(token).told_to_have and any(child.dep_ == "auxpass" for child in head.children)
        done = head.lemma_ in going_on or (reported and is_perfect(token))
        return done and not negated(head) and is_said(head, unsaid, going_on, by)
    if infinitive and token.dep_ == "advcl":  # "flew to Kest to appeal to the governor": what for, not what is said
        own = any(child.dep_ in SUBJECTS for child in token.children)  # "called for Brand to apologise"
        if is_bold(token):
            return not negated(head) and is_said(head, unsaid, going_on, by)  # "had the nerve to say"
        return not own and head.lemma_ in going_on and not negated(head) and is_said(head, unsaid, going_on, by)
    if infinitive and (taken := _occasion(token)) is not None:
        return is_said(taken, unsaid, going_on, by)
    if infinitive and token.dep_ in ("acl", "relcl", "ccomp"):
        return False
    if token.dep_ in ("conj", "xcomp") and head.pos_ in VERBAL and not any(c.dep_ in SUBJECTS for c in token.children):
        return is_said(head, unsaid, going_on, by)
    return True
