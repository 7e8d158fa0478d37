"""Who does what a verb tells, and to whom it is done: the heads of their phrases, also where another verb or noun holds them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, grammar_of
from sayso.find.sentences import sentence_end, sentence_start

CLIMB = frozenset({"xcomp", "conj", "advcl", "pcomp", "ccomp"})
VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP"})
REACH = 4
"""How many verbs up a subject is sought that a verb shares with another."""


def passive(verb: Token) -> bool:
    """Whether a verb stands in the passive, also as a participle behind its noun."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children) or _called_so(verb):
        return True
    bare = not any(child.dep_ in ("dobj", "aux", "nsubj") for child in verb.children)
    return verb.tag_ == "VBN" and bare and verb.dep_ in ("acl", "amod", "advcl", "relcl", "conj") and not _active_above(verb)


def _called_so(verb: Token) -> bool:
    """Whether a participle tells what somebody is held to be by others, though the parse makes an active verb of it.

    "The Front, considered a terrorist group by Ruritania, ..."; "Considered a terrorist group by Ruritania, the Front ..."
    """
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    apart = verb.i > sentence_start(verb) and verb.nbor(-1).lower_ == ","
    first = verb.head if verb.dep_ == "conj" else verb
    fronted = first.dep_ == "advcl" and first.tag_ == "VBN" and not any(child.dep_ in ("nsubj", "aux") for child in verb.children)
    named = {child.dep_ for child in verb.children}
    called = any(part.lower_ in grammar_of(verb).articles for child in verb.children if child.dep_ == "dobj" for part in child.lefts)
    return ((apart and ("oprd" in named or called)) or (fronted and not named.isdisjoint(("oprd", "dobj")))) and bool(_by(verb))


def _active_above(verb: Token) -> bool:
    """Whether a participle joined by "and" shares the auxiliary of an active verb: "has joined and supported"."""
    return verb.dep_ == "conj" and not passive(verb.head)


def agents(verb: Token) -> Iterator[Token]:
    """The heads of who does it."""
    if verb.pos_ == "ADJ":
        yield from subjects(verb)
    elif passive(verb):
        own = _by(verb)
        if not own and not any(child.dep_ == "prep" for child in verb.children):
            own = [head for child in verb.children if child.dep_ == "conj" and child.tag_ == "VBN" for head in _by(child)]
        yield from own
    else:
        yield from subjects(verb)


def _by(verb: Token) -> list[Token]:
    """Who does it behind the "by" of a passive, also where the parse hangs it on what somebody is called or listed as."""
    words, named = grammar_of(verb), [child for child in verb.children if child.dep_ in ("oprd", "attr", "dobj")]
    named += [part for child in verb.children if child.dep_ == "prep" and child.lower_ in words.role for part in child.children]
    agents_ = [child for child in verb.children if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in words.doer)]
    agents_ += [child for one in named for child in one.children if child.dep_ in ("prep", "agent") and child.lower_ in words.doer]
    return [part for child in agents_ for part in child.children if part.dep_ == "pobj"]


def patients(verb: Token) -> Iterator[Token]:
    """The heads of whom it is done to."""
    if passive(verb):
        yield from subjects(verb)
    elif verb.dep_ == "amod" and verb.head.i > verb.i and any(child.dep_ == "nsubj" for child in verb.children):
        yield verb.head  # "Brand hosted Front leader Otto Velk", of which the parse makes a noun phrase
    else:
        yield from [child for child in verb.children if child.dep_ == "dobj"] or _shared_objects(verb)


def _shared_objects(verb: Token) -> list[Token]:
    """What is done by two verbs that only "and" parts: "sheltered and financed the Front"."""
    behind = verb.doc[verb.i + 1 : sentence_end(verb)][:2]
    if len(behind) < 2 or behind[0].dep_ != "cc" or behind[1].tag_ not in VERBS:
        return []
    if behind[1].dep_ == "conj":
        return [child for child in behind[1].children if child.dep_ == "dobj"]
    joined = (child for child in verb.children if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"))
    return [child for child in joined if behind[1] in child.subtree]  # "and sheltered Otto Brand", of which the parse makes a noun phrase


def subjects(verb: Token, steps: int = 0) -> Iterator[Token]:
    """The heads of a verb's subject: its own, the noun it describes, or that of the verb it shares its subject with."""
    own = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    if own and verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and own[0].lower_ in grammar_of(verb).relative_things:
        yield verb.head.head  # "the Front, which Ruritania says is backed by Borduria"
    elif own:
        yield from own
    elif beside := _beside(verb):
        yield beside
    elif (before := _before_bracket(verb)) is not None:
        yield before
    elif _describes(verb) or (steps == 0 and verb.pos_ == "ADP" and verb.head.pos_ in ("NOUN", "PROPN")):
        yield whole_of(verb.head)
    elif steps < REACH:
        yield from _shared_subjects(verb, steps)


def whole_of(noun: Token) -> Token:
    """The alliance or part that "groups" or a body's name behind its "of" are told of with it, as what describes them mostly does it:

    "an alliance of rebel groups led by Otto Brand", "a faction of the Front led by Karl Lund"; other nouns themselves.
    """
    words = grammar_of(noun)
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in words.belonging else None
    if of is None:
        return noun
    joint = of.head.lower_ in words.joint and noun.tag_ == "NNS"
    return of.head if joint or of.head.lower_ in words.sections else noun


def _describes(verb: Token) -> bool:
    """Whether a verb stands beside a noun that it describes."""
    return verb.dep_ in ("acl", "relcl", "amod", "appos") and verb.tag_ != "VB" and verb.head.pos_ in ("NOUN", "PROPN", "PRON")


def _before_bracket(verb: Token) -> Token | None:
    """The noun right before a bracket that a participle opens: "a commander of the rebels (supported by Ruritania)"."""
    if verb.tag_ not in ("VBN", "VBG") or verb.i < sentence_start(verb) + 2 or verb.nbor(-1).text != "(":
        return None
    noun = verb.nbor(-2)
    return noun if noun.pos_ in ("NOUN", "PROPN") else None


def _beside(verb: Token) -> Token | None:
    """The noun right before the comma before a participle whose own verb has no subject: "Ruritania, having a base in ..."."""
    if verb.dep_ not in ("advcl", "acl") or verb.tag_ not in ("VBG", "VBN") or verb.i < sentence_start(verb) + 2:
        return None
    first = min((child.i for child in verb.children if child.dep_ in ("mark", "neg", "advmod")), default=verb.i)
    first = min(first, verb.i)
    if first < sentence_start(verb) + 2:
        return None
    comma, noun = verb.doc[first - 1], verb.doc[first - 2]
    alone = not any(child.dep_ in NOUN_SUBJECTS for child in verb.head.children) and verb.head.pos_ in ("VERB", "AUX")
    parted = first < verb.i and noun.dep_ in ("conj", "appos", "nsubj")  # "Ruritania, while never recognising ...,"
    return noun if (alone or parted) and comma.text == "," and noun.pos_ in ("PROPN", "NOUN") else None


def _shared_subjects(verb: Token, steps: int) -> Iterator[Token]:
    head = verb.head
    if head == verb:
        return
    if (wanted := wanted_of(verb)) is not None:
        yield wanted
    elif verb.dep_ == "xcomp" and verb.tag_ == "VB" and head.lemma_ in grammar_of(verb).object_raisers and (told := _objects(head)):
        yield from told  # "urged Ruritania to end": who is urged ends it
    elif verb.dep_ == "pcomp" and head.lower_ in grammar_of(verb).control and (held := _objects(head.head)):
        yield from held  # "accused Ruritania of arming": who is accused arms
    elif verb.dep_ == "acl":  # "its efforts to topple": whose efforts they are
        yield from _owners(head) or subjects(head, steps + 1)
    elif verb.dep_ == "xcomp" and head.lemma_ in grammar_of(verb).copula:  # "its goal was to topple": whose goal it was
        nouns = [child for child in head.children if child.dep_ == "nsubj"]
        yield from [owner for noun in nouns for owner in _owners(noun) or _behind_of(noun)] or nouns
    elif head.dep_ == "prep" or verb.dep_ in CLIMB | {"acomp", "oprd", "attr", "prep"} or head.dep_ in ("pobj", "dobj", "attr"):
        yield from subjects(head, steps + 1)


def wanted_of(verb: Token) -> Token | None:
    """Who is to do it, right before "to": "called for the coalition to fight", "called on Ruritania to withdraw"."""
    to = next((child for child in verb.children if child.tag_ == "TO"), None)
    before = to.nbor(-1) if to is not None and not to.is_sent_start else None
    word = before.head if before is not None and before.dep_ == "pobj" else None
    if word is None or word.head != verb.head:
        return None
    words = grammar_of(verb)
    return before if word.lower_ in words.purpose or verb.head.lemma_ in words.asking else None


def _objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dobj"] if verb.pos_ == "VERB" and not passive(verb) else []


def _owners(noun: Token) -> list[Token]:
    """Whose a noun is: its possessor, in a relative clause whom that describes ("whose goal"), else a name before it."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    relative = next((verb for verb in noun.ancestors if verb.dep_ == "relcl"), None) if any(o.tag_ == "WP$" for o in owners) else None
    return [relative.head] if relative is not None else owners or [child for child in noun.lefts if child.dep_ == "compound"]


def _behind_of(noun: Token) -> list[Token]:
    """Whose a noun is told to be behind it: "the aim of the Front"."""
    belonging = grammar_of(noun).belonging
    return [part for of in noun.children if of.lower_ in belonging for part in of.children if part.dep_ == "pobj"]


def above(token: Token) -> Iterator[Token]:
    """The words that a verb hangs under, up to the head of its clause."""
    for _ in range(REACH):
        if token.dep_ not in CLIMB | {"acl", "prep", "pobj", "acomp", "attr", "dobj", "oprd"} or token.head == token:
            return
        if token.dep_ in ("conj", "advcl") and any(child.dep_ in NOUN_SUBJECTS for child in token.children):
            return  # "it will not act because the army backs the Front": that the army does is not denied
        token = token.head
        yield token
        if token.lemma_ in grammar_of(token).copula:
            yield from (child for child in token.children if child.dep_ == "nsubj")
