"""Subjects that a parser hangs on a helping verb or on the noun before it, and prepositions that it hangs on an adverb."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, NOUNS, SUBJECTS, VERBAL, grammar_of

HELPING = frozenset({"aux", "auxpass"})
MAIN = frozenset({"ROOT", "conj", "ccomp"})
"""Where a verb stands that has a subject of its own."""
OPENING = 3
"""The comma, the article and the noun before the name in a clause without "which"."""
LIGHT = frozenset({"ADV", "PART", "AUX"})
"""Kinds of words that may stand between a helping verb and its verb."""


def with_subjects(parse: Doc) -> Doc:
    """The same parse, in which such nouns are the subjects that their verbs lack."""
    for token in parse:
        if token.dep_ == "acl" and (clause := _told_by(token)) is not None:
            _make_main(token, clause)
        elif token.dep_ == "conj" and (verb := _above_told(token)) is not None:
            _go_on_from(verb, token)
        elif token.dep_ == "relcl" and (verb := _told_through(token)) is not None:
            token.head, token.dep_, token.left_edge.dep_ = verb, "ccomp", "mark"
        if token.tag_ == "VBN" and (verb := _main_behind(token)) is not None:
            _make_participle(token, verb)
        if token.pos_ == "PROPN" and (verb := _of_bare_relative(token)) is not None:
            _make_relative(token.nbor(-1), token, verb)
        if token.pos_ in NOUNS and token.head.is_punct and (verb := _lacking(token)) is not None:
            token.head, token.dep_ = verb, "nsubj"
        if token.tag_ in FINITE and (name := _named_before(token)) is not None:
            _make_subject(name, token)
        adverb = token.head.dep_ == "pcomp" and token.head.pos_ == "ADV" and token.head.head.dep_ == "prep"
        if token.dep_ == "prep" and adverb and token.head.head.head.pos_ in VERBAL:
            token.head = token.head.head.head  # "spoke at once of a fault"
        if token.dep_ == "conj" and token.head.pos_ in VERBAL and (noun := _before(token)) is not None:
            noun.head, noun.dep_ = token, "nsubj"
        elif token.dep_ == "nsubj" and token.head.dep_ in HELPING and _helps_alone(token.head):
            token.dep_ = "nsubjpass" if token.head.dep_ == "auxpass" else "nsubj"
            token.head = token.head.head
    return parse


def _main_behind(participle: Token) -> Token | None:
    """The verb of a sentence that a parser joins to the participle behind its subject: "The figure put about by the enemy is wrong"."""
    if participle.dep_ not in MAIN or any(child.dep_ in (*HELPING, "dobj") for child in participle.children):
        return None
    joined = [child for child in participle.rights if child.dep_ == "conj"]
    parted = any(child.dep_ in ("cc", "punct") and child.i < verb.i for verb in joined for child in participle.children)
    bare = len(joined) == 1 and joined[0].tag_ in FINITE and not _has_subject(joined[0]) and not parted
    return joined[0] if bare and any(child.dep_ == "nsubj" and child.i < participle.i for child in participle.lefts) else None


def _make_participle(participle: Token, verb: Token) -> None:
    """Puts the verb where its participle stood, with the subject and the marks of the sentence, and hangs the participle on the subject."""
    noun = next(child for child in participle.lefts if child.dep_ == "nsubj")
    others = [child for child in participle.children if child != noun and (child.i < noun.i or child.i > verb.i)]
    verb.dep_ = participle.dep_
    verb.head = verb if participle.head == participle else participle.head
    noun.head, participle.head, participle.dep_ = verb, noun, "acl"
    for child in others:
        if child != verb:
            child.head = verb


def _lacking(noun: Token) -> Token | None:
    """The finite verb behind a noun that has no subject, where a parser hangs the noun on a comma: "In a camp, a man, who ..., says"."""
    verb = noun.head.head
    return verb if verb.i > noun.i and verb.tag_ in FINITE and verb.pos_ == "VERB" and not _has_subject(verb) else None


def _told_through(clause: Token) -> Token | None:
    """The verb that tells somebody what a clause says, where a parser hangs that on its teller: "was told by a clerk that two had died"."""
    teller, opening = clause.head, clause.left_edge
    verb = teller.head.head if teller.dep_ == "pobj" and teller.head.dep_ == "agent" else clause
    if verb.lemma_ not in grammar_of(verb).informing or opening.head != clause or opening.lower_ not in grammar_of(verb).opens_told:
        return None
    return verb if any(child.dep_ in {*SUBJECTS, "expl"} and child != opening for child in clause.lefts) else None


def _named_before(verb: Token) -> Token | None:
    """The name right before a verb without a subject, which a parser takes for a part of the phrase before the last comma:

    "In statements to the Velora Gazette, guild master Otto Brand said that ...".
    """
    name = verb.nbor(-1) if verb.i and verb.pos_ == "VERB" and verb.dep_ in MAIN and not _has_subject(verb) else None
    if name is None or name.pos_ != "PROPN" or name.dep_ != "pobj" or name.head.dep_ != "prep" or not verb.is_ancestor(name):
        return None
    if any(child.dep_ in HELPING for child in verb.children) or _comma_before(name) is None:
        return None
    return name


def _of_bare_relative(name: Token) -> Token | None:
    """The verb of a clause without "which" behind a comma and a noun with an article: "..., a charge Brand has rejected".

    A parser reads the noun and the name behind it as one phrase.
    """
    noun = name.nbor(-1) if name.i > OPENING and name.left_edge.i >= name.i - OPENING else name
    if noun.tag_ != "NN" or noun.nbor(-1).dep_ != "det" or not _is_article(noun.nbor(-1)) or noun.nbor(-2).text != ",":
        return None
    explains = name.dep_ == "appos" and name.head == noun and noun.dep_ in SUBJECTS
    before = noun.dep_ == "compound" and noun.head == name and name.dep_ in SUBJECTS
    verb = noun.head if explains else name.head
    if not (explains or before) or verb.i < name.i or verb.pos_ != "VERB" or any(child.dep_ == "dobj" for child in verb.children):
        return None
    return verb if verb.dep_ == "conj" or any(child.dep_ == "ccomp" and child.i < noun.i for child in verb.children) else None


def _is_article(word: Token) -> bool:
    words = grammar_of(word)
    return word.lower_ in words.articles - words.definite


def _make_relative(noun: Token, name: Token, verb: Token) -> None:
    """Hangs such a clause on its noun, and that on what stands before the comma."""
    above = next((child for child in verb.children if child.dep_ == "ccomp" and child.i < noun.i), None)
    article, before = noun.nbor(-1), noun.nbor(-3)
    if above is not None:
        for child in [child for child in verb.children if child.dep_ == "punct" and child.i > verb.i]:
            child.head = above
        above.head, above.dep_ = (above, "ROOT") if verb.dep_ == "ROOT" else (verb.head, verb.dep_)
    noun.head, noun.dep_, article.head = before, "appos", noun
    name.head, name.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = noun, "relcl"


def _comma_before(name: Token) -> Token | None:
    """The last comma between a preposition and the name that hangs on it."""
    return next((token for token in reversed(name.doc[name.head.i + 1 : name.i]) if token.text == ","), None)


def _make_subject(name: Token, verb: Token) -> None:
    """Parts a name with its title from the phrase before the comma, and makes it the subject of its verb."""
    comma, preposition = _comma_before(name), name.head
    assert comma is not None
    before, behind = name.doc[preposition.i + 1 : comma.i], name.doc[comma.i + 1 : name.i]
    own = [token for token in before if not token.is_punct and token.head == name]
    for token in [token for token in behind if token.head.i < comma.i]:
        token.head, token.dep_ = name, "compound"
    for token in own[:-1]:
        token.head = own[-1]
    if own:
        own[-1].head, own[-1].dep_ = preposition, "pobj"
    for token in (token for token in name.doc[preposition.i : comma.i + 1] if token.is_punct and token.head == name):
        token.head = verb
    name.head, name.dep_ = verb, "nsubj"


def _told_by(verb: Token) -> Token | None:
    """The head of the clause behind a verb that a parser takes for a participle, and its subject for one of that clause's verb:

    "The drovers charged in Kest today that the army used mortars".
    """
    noun = verb.head
    clause, opening = noun.head, next((child for child in noun.head.lefts if child.dep_ == "mark" and child.i > verb.i), None)
    if noun.dep_ not in SUBJECTS or clause.i < verb.i or opening is None or verb.tag_ not in ("VBN", "VBD"):
        return None
    own = any(child.dep_ in SUBJECTS and child.i > opening.i for child in clause.children)
    return clause if own and not any(child.dep_ in {*HELPING, "agent"} for child in verb.children) else None


def _make_main(verb: Token, clause: Token) -> None:
    """Puts a verb above the clause that it tells, with the noun before it as its subject."""
    noun, old = verb.head, (clause.head, clause.dep_)
    before = [child for child in clause.children if child.i < verb.i and child != noun]
    marks = [child for child in clause.rights if child.dep_ == "punct"]
    verb.head, verb.dep_ = (verb, "ROOT") if old[1] == "ROOT" else old
    verb.tag_ = "VBD"
    for child, role in [(noun, "nsubj"), (clause, "ccomp"), *((one, one.dep_) for one in (*before, *marks))]:
        child.head, child.dep_ = verb, role


def _above_told(verb: Token) -> Token | None:
    """The verb of saying that a joined one goes on from, where the parser joins it to a verb of what is said, which has another tense:

    "The mayor said the mill is safe and explained that it had been searched".
    """
    told, above = verb.head, verb.head.head
    told_there = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.rights) or _behind_quotation(verb)
    if told.dep_ != "ccomp" or above.i > told.i or above.tag_ != "VBD" or verb.tag_ not in ("VBD", "VBN") or not told_there:
        return None
    if _has_subject(verb) or any(child.dep_ in {*HELPING, "mark"} for child in verb.children) or not _has_subject(above):
        return None
    before = next((token for token in reversed(verb.doc[told.i : verb.i]) if token.pos_ != "ADV"), verb)
    if before.dep_ != "cc":
        return None  # "and, asked whether it was safe, left"
    helping = {child.dep_: child.tag_ for child in told.children if child.dep_ in HELPING}
    alike = not helping and told.tag_ == "VBD"
    perfect = "aux" in helping and "auxpass" not in helping and told.tag_ in ("VBN", "VBD")
    return None if alike or (perfect and (verb.tag_ == "VBN" or helping.get("aux") == "VBD")) else above


def _behind_quotation(verb: Token) -> bool:
    """Whether a quotation ends before the word that joins a verb: ""did not fire a shot" and blamed the rebels"."""
    return verb.i >= 2 and verb.nbor(-1).dep_ == "cc" and verb.nbor(-2).is_quote


def _go_on_from(above: Token, verb: Token) -> None:
    """Joins a verb, with the word and the mark that join it, to the verb of saying that it goes on from."""
    told = verb.head
    for child in (child for child in told.rights if child.i < verb.i and child.dep_ in ("cc", "punct") and child.i >= verb.left_edge.i - 2):
        child.head = above
    verb.head, verb.tag_ = above, "VBD"


def _before(verb: Token) -> Token | None:
    """The noun that stands right before a joined verb, where it can be nothing but its subject: "it is a loss and its fall would be one".

    Between them an "and" had to stand if the verb went on from the one before it.
    """
    first = verb.left_edge
    noun = first.nbor(-1) if first.i > verb.head.i + 1 else None
    if noun is None or noun.dep_ != "conj" or noun.pos_ not in NOUNS or noun.head.pos_ not in NOUNS or not _is_finite(verb):
        return None
    if _has_subject(verb) or verb.head.dep_ in ("acl", "relcl") or any(child.dep_ == "cc" for child in verb.lefts):
        return None
    return noun if any(child.dep_ == "cc" and child.i == noun.left_edge.i - 1 for child in noun.head.children) else None


def _helps_alone(helping: Token) -> bool:
    """Whether a helping verb stands before its verb, and that has no subject."""
    return helping.i < helping.head.i and not _has_subject(helping.head)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.dep_ in HELPING and child.tag_ in FINITE for child in verb.lefts)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {*SUBJECTS, "expl"} for child in verb.children)
