"""Who does what to whom in a clause: the parts that a verb or a noun of happening governs, read from the parse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.find.grammar import FINITE, TIMES, grammar_of, is_known

STEPS = 6
"""How many verbs up a subject is sought: longer chains of clauses without a subject of their own are errors of the parse."""


@dataclass(slots=True)
class Roles:
    """The heads that stand in each role of a happening, in order of the text; `preps` pairs each preposition with its object."""

    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    preps: list[tuple[str, Token]] = field(default_factory=list)
    passive: bool = False

    def add(self, other: Roles, arguments: bool = True) -> None:
        """Takes over what another word governs; without its arguments only its prepositions."""
        self.preps += [pair for pair in other.preps if pair not in self.preps]
        if arguments:
            self.subjects += [token for token in other.subjects if token not in self.subjects]
            self.objects += [token for token in other.objects if token not in self.objects]


def joined(token: Token) -> list[Token]:
    """A noun with the nouns joined to it by "and", but for those that are ruled out: "the army and not the rebels"."""
    ruled_out = (any(child.dep_ == "neg" for child in other.children) for other in token.conjuncts)
    return [token, *(other for other, out in zip(token.conjuncts, ruled_out, strict=True) if other.i > token.i and not out)]


def prep_objects(token: Token) -> Iterator[tuple[str, Token]]:
    """The prepositions that a word governs, each with each of its objects; a chain ("from inside X") counts by its first.

    One that "and" joins to others hangs on the word itself in some parses.
    """
    for child in token.children:
        if child.dep_ in ("prep", "agent") or (child.dep_ == "conj" and child.pos_ == "ADP"):
            inner = [other for below in child.children if below.dep_ == "prep" for other in below.conjuncts if other.i > below.i]
            beside = [other for other in (*child.conjuncts, *inner) if other.dep_ == "conj" and other.pos_ in ("ADP", "SCONJ")]
            for prep in [child, *beside]:
                yield from ((prep.lower_, found) for found in _objects_of(prep))


def _objects_of(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp") and child.pos_ != "VERB":
            yield from joined(child)
        elif child.dep_ == "prep":
            yield from _objects_of(child)


def is_passive(verb: Token) -> bool:
    """Whether the verb tells what is done to its subject."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ in grammar_of(verb).perfect for child in verb.children):
        return False
    return verb.dep_ == "acl" or (verb.dep_ in ("conj", "advcl") and not any(child.dep_ == "nsubj" for child in verb.children))


def verb_roles(verb: Token) -> Roles:
    """The roles of a verb; subjects and objects that it shares with the verbs above it are found there."""
    roles = Roles(passive=is_passive(verb))
    helping = [below for child in verb.children if child.dep_ == "aux" for below in child.children]  # some parses hang the subject there
    for child in (*verb.children, *helping):
        if child.dep_ in ("nsubj", "csubj"):
            roles.subjects += joined(_meant(child, verb))
        elif child.dep_ == "nsubjpass" or (child.dep_ in ("dobj", "dative", "oprd") and child.pos_ not in ("ADP", "ADJ")):
            roles.objects += joined(_meant(child, verb))
        elif child.dep_ == "agent":
            roles.subjects += list(_objects_of(child))
    if _is_tallied(verb):
        roles.objects, roles.subjects = roles.subjects, []
    doer, preps = grammar_of(verb).doer, list(prep_objects(verb))
    roles.preps += [pair for pair in preps if not (pair[0] in doer and roles.passive)]
    roles.subjects += [found for prep, found in preps if prep in doer and roles.passive and found not in roles.subjects]
    if before := _behind_a_day(verb) or _right_before(verb):
        (roles.objects if roles.passive else roles.subjects).append(before)
    _shared(verb, roles)
    return roles


def _is_tallied(verb: Token) -> bool:
    """Whether a colon and a number stand behind a verb, which tell how many it was done to: "Civilians killed: 93"."""
    places = (child.i for part in (verb, *verb.conjuncts) for child in part.rights if child.text == ":")
    behind = (verb.doc[place + 1 : place + 4] for place in places)
    bare = verb.tag_ in ("VBD", "VBN") and not any(child.dep_ == "aux" for child in verb.children)
    return bare and any(word.like_num and word.dep_ != "nummod" for words in behind for word in words)


def _behind_a_day(verb: Token) -> Token | None:
    """The subject that the parser takes for a part of the day before it, where no comma parts the two: "On 3 May four rockets fell"."""
    first = min((child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i), default=verb)
    noun = first.nbor(-1) if first.i > verb.sent.start else verb
    if noun.dep_ != "pobj" or noun.pos_ != "NOUN" or any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children):
        return None
    parts = [part for child in (noun, *noun.lefts) for part in child.lefts if part.pos_ == "PROPN"]
    dated = any(part.i > verb.sent.start and part.nbor(-1).like_num and part.text[:1].isupper() for part in parts)
    top = noun
    while top.i != verb.i and top.head.i != top.i:
        top = top.head
    return noun if dated and top.i == verb.i else None


def _right_before(verb: Token) -> Token | None:
    """The subject of a clause that the parser takes for the object of the word before it: "fled after gunmen this noon shot at them"."""
    subjects = any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in verb.children)
    if subjects or verb.dep_ != "advcl" or verb.tag_ not in FINITE:
        return None
    first = min((child for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg", "advmod", "npadvmod")), default=verb)
    start = min(first.left_edge.i, verb.i)
    noun = verb.doc[start - 1] if start > verb.sent.start else verb
    behind = noun.dep_ == "pobj" and noun.pos_ in ("NOUN", "PROPN") and noun.head.i + 1 == noun.left_edge.i
    opens = noun.head.lower_ in grammar_of(verb).opens_clauses  # not "rockets fired from near Kest landed in the fields"
    return noun if behind and opens and verb.head.i < noun.i else None


def _meant(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, else the token itself."""
    return antecedent(token, verb) if token.lower_ in grammar_of(token).any_relatives and verb.dep_ == "relcl" else token


def antecedent(pronoun: Token, verb: Token) -> Token:
    """The noun of which a relative clause tells: an example right before the pronoun ("groups, including X that ..."), else the head."""
    examples = grammar_of(verb).examples
    for prep in (child for child in verb.head.rights if child.lower_ in examples and child.i < pronoun.i):
        for named in (inner for child in (prep, *prep.children) for inner in child.children if inner.dep_ == "pobj"):
            if 0 <= pronoun.i - named.i <= 2:
                return named
    return verb.head


def _shared(verb: Token, roles: Roles) -> None:
    """Adds the subject or object that a verb takes from the words above it."""
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        if roles.passive and not roles.objects:
            roles.objects.append(verb.head)
        elif verb.dep_ == "acl" and verb.tag_ == "VBG" and not roles.subjects:
            roles.subjects.append(verb.head)
        elif verb.dep_ == "relcl" and roles.subjects and not roles.objects and verb.head not in roles.subjects:
            roles.objects.append(verb.head)
    if roles.passive:
        if not roles.objects and verb.dep_ == "conj":
            above = verb_roles(verb.head) if verb.head.pos_ == "VERB" else Roles()
            roles.objects += above.objects if above.passive else above.subjects
        elif not roles.objects and verb.dep_ == "pcomp":  # "died after being shot"
            roles.objects += _subjects_above(verb)
    elif not roles.subjects:
        roles.subjects += _subjects_above(verb)


def _subjects_above(verb: Token) -> list[Token]:
    """The subject of the nearest verb above that has one."""
    token, words = verb, grammar_of(verb)
    for _ in range(STEPS):
        above = token.head
        if above.i == token.i or (token.dep_ in ("ccomp", "relcl", "parataxis") and token.i != verb.i):
            return []
        if above.pos_ in ("VERB", "AUX"):
            roles = [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass") and child.i != token.i]
            objects = [child for child in above.children if child.dep_ == "dobj"]
            own = any(child.dep_ == "dobj" for child in verb.children)
            if above.lemma_ in words.hearing_of and verb.head == above and verb.tag_ == "VBG" and not own:
                return []
            if tries := [child for child in objects if child.lemma_ in words.tries]:
                return [found for word in (above, *tries) for prep, found in prep_objects(word) if prep in words.doer]
            raised = token.dep_ not in ("conj", "advcl") and (token.dep_ != "prep" or token.lower_ in words.raised_by)
            if objects and above.lemma_ in words.object_raisers and raised:
                return [found for child in objects for found in joined(child)]
            if above.dep_ == "relcl" and roles and roles[0].lower_ in words.any_relatives:
                return [above.head]
            if roles:
                return [found for child in roles for found in joined(child)]
            if above.dep_ == "acl" and above.tag_ in ("VBG", "VBN"):
                return [above.head]
        token = above
    return []


def counting(noun: Token, quantities: frozenset[str]) -> Token:
    """The word of quantity that a noun hangs on ("a series of bombings"), else the noun itself."""
    if noun.dep_ == "pobj" and noun.head.lower_ in grammar_of(noun).belonging and noun.head.head.lemma_.lower() in quantities:
        return noun.head.head
    return noun


def noun_roles(noun: Token, quantities: frozenset[str] = frozenset()) -> Roles:
    """The roles that stand in a noun's own phrase: its prepositions only, and those of the quantity that it is told in."""
    above = counting(noun, quantities)
    wider = (
        [pair for pair in prep_objects(above) if pair[1] != noun or pair[0] not in grammar_of(noun).belonging] if above is not noun else []
    )
    day = day_between(noun)
    behind = [pair for word in (day.subtree if day else ()) if word.ent_type_ in TIMES for pair in _of_a_day(word)]
    return Roles(preps=[*prep_objects(noun), *wider, *behind])


def day_between(noun: Token) -> Token | None:
    """What tells the day between a noun, or the last that "and" joins to it, and its "of": "the arrest on 3 May of nine students".

    Parsers hang the "of" on the day, and the day at times on the verb.
    """
    last = max((noun, *(one for one in noun.conjuncts if one.pos_ == "NOUN")), key=lambda one: one.i)
    behind = last.nbor(1) if last.i + 1 < len(last.doc) else last
    while behind.head.i > last.i and behind.head.ent_type_ in TIMES:  # "last week of"
        behind = behind.head
    dated = behind.ent_type_ in TIMES or any(child.dep_ == "pobj" and child.ent_type_ in TIMES for child in behind.children)
    told = behind if behind.i > last.i and dated else None
    return told if told and any(next(_of_a_day(word), None) for word in told.subtree if word.ent_type_ in TIMES) else None


def _of_a_day(day: Token) -> Iterator[tuple[str, Token]]:
    """What hangs on a day by "of" and is no time: no month, nor a year."""
    belonging = grammar_of(day).belonging
    yield from ((prep, found) for prep, found in prep_objects(day) if prep in belonging and found.ent_type_ not in TIMES)


def modifiers(noun: Token) -> set[str]:
    """The words that stand in a noun's phrase before it, or after it by "with", "of", "by" or "using", as lemmas and as written."""
    found: set[str] = set()
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss", "npadvmod", "nummod", "advmod") and child.i < noun.i:
            for token in child.subtree:
                found |= {token.lemma_.lower(), token.lower_}
    tools = grammar_of(noun).tools
    for prep, token in prep_objects(noun):
        if prep in tools:
            found |= {token.lemma_.lower(), token.lower_, *(part.lemma_.lower() for part in token.lefts if part.dep_ == "compound")}
    hyphens = (token for token in noun.doc[noun.left_edge.i : noun.i] if token.text == "-" and 0 < token.i < noun.i - 1)
    found |= {f"{token.nbor(-1).lower_}-{token.nbor(1).lower_}" for token in hyphens}
    previous = noun.nbor(-1) if noun.i > 0 else None
    if previous is not None and previous.text == "-" and noun.i > 1:
        found.add(noun.nbor(-2).lemma_.lower())
    return found


def unwrapped(tokens: Iterable[Token], quantities: frozenset[str]) -> Iterator[Token]:
    """The heads, and behind words of quantity ("dozens of people", "two of them") what is counted."""
    for token in tokens:
        yield token
        if token.lemma_.lower() in quantities or token.lower_ in quantities or token.pos_ in ("NUM", "DET"):
            yield from (found for prep, found in prep_objects(token) if prep in grammar_of(token).belonging)


def host(noun: Token, words: Callable[[str], frozenset[str]]) -> Token | None:
    """The verb that carries an event noun as its object or its subject, without a happening of its own."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    top = counting(top, words("quantities"))
    verb = top.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if top.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in words("light_verbs"):
        return verb
    if top.dep_ in ("nsubj", "nsubjpass") and (verb.lemma_.lower() in words("occurrence_verbs")):
        return verb
    return None


def carried(verb: Token, above: Roles, words: Callable[[str], frozenset[str]]) -> Roles:
    """The roles that a verb gives to the event noun which is its object: who suffered or repelled an attack did not make it."""
    lemma = verb.lemma_.lower()
    doers, whom = [] if lemma in words("undergoing") else above.subjects, above.subjects if lemma in words("suffered_by") else []
    return Roles(doers, whom, above.preps)


def perceived(noun: Token, words: Callable[[str], frozenset[str]]) -> Token | None:
    """The verb by which an event that is not spoken of as known was heard, seen or reported somewhere: "blasts were heard in Velk"."""
    verb = noun.head
    return verb if noun.dep_ == "nsubjpass" and verb.lemma_.lower() in words("perceived") and not is_known(noun) else None
