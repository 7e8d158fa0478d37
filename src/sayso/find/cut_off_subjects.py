"""Subjects that a parser loses behind an aside: "Otto Brand, who came with two lorries, repeated that", "His office (it has two) says"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, NOUNS, SUBJECTS, VERBAL, is_infinitive

HELPING = frozenset({"aux", "auxpass"})
PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
"""Tags that a parser gives such a participle."""
LONGEST = 40
"""Words and marks of the longest aside."""


def with_cut_off_subjects(parse: Doc) -> Doc:
    """The same parse, in which such nouns are the subjects of the verbs behind the aside, and such verbs the main ones."""
    for token in parse:
        if token.tag_ == "JJ" and _stands_as_subject(token):
            token.tag_, token.pos_, token.dep_ = "NN", "NOUN", "nsubj"
            for child in token.head.lefts:
                child.head = token if child.dep_ == "det" else child.head
        if token.tag_ in FINITE and token.pos_ == "VERB" and (noun := _before_bracket(token) or _before_aside(token)) is not None:
            _hang(noun, token)
        elif token.tag_ in ("VBN", "VBD") and token.dep_ == "acl" and (noun := _left_without_verb(token)) is not None:
            _make_main(noun, token)
        elif token.dep_ == "advcl" and _is_of_the_teller(token):
            token.head = token.head.head
        elif token.dep_ == "conj" and token.head.tag_ in FINITE and is_infinitive(token) and _bare(token):
            token.dep_ = "xcomp"  # "undertook in May, and again in June, not to shell the town"
    return parse


def _stands_as_subject(word: Token) -> bool:
    """Whether a word taken for an adjective stands with an article right before a finite verb without a subject: "the front claims"."""
    verb = word.head
    article = word.i > 0 and word.nbor(-1).dep_ == "det" and word.nbor(-1).head == verb
    return article and word.dep_ == "amod" and verb.i == word.i + 1 and verb.tag_ in FINITE and verb.pos_ == "VERB" and not _subjects(verb)


def _before_bracket(verb: Token) -> Token | None:
    """The noun before a bracket right before a verb, where the parser hangs it on something in the bracket."""
    if verb.i < 2 or verb.nbor(-1).text != ")":
        return None
    opens = next((i for i in range(verb.i - 2, max(verb.i - LONGEST, verb.sent.start), -1) if verb.doc[i].text == "("), 0)
    noun = _phrase_ending(verb, opens)
    return noun if noun is not None and opens < noun.head.i < verb.i and all(c.i > opens for c in _subjects(verb)) else None


def _before_aside(verb: Token) -> Token | None:
    """The noun at the start of a sentence before an aside between commas, whose participle the parser takes for its verb."""
    if verb.i < 3 or verb.nbor(-1).text != "," or _subjects(verb):
        return None
    above = next((child for child in verb.lefts if child.dep_ in ("advcl", "ccomp") and child.tag_ in PARTICIPLES), None)
    noun = next((child for child in above.lefts if child.dep_ == "nsubj"), None) if above is not None else None
    if above is None or noun is None or noun.pos_ not in NOUNS or any(child.dep_ in HELPING for child in above.children):
        return None
    parted = any(token.text == "," for token in verb.doc[noun.i : above.i])
    return noun if noun.left_edge.i == verb.sent.start and parted else None


def _phrase_ending(verb: Token, at: int) -> Token | None:
    """The head of the noun phrase that ends right before a place and opens its sentence or follows a mark."""
    if at <= verb.sent.start:
        return None
    noun = verb.doc[at - 1]
    while noun.head != noun and noun.head.i < at and noun.pos_ not in VERBAL:
        noun = noun.head
    first = noun.left_edge
    alone = first.i == verb.sent.start or first.nbor(-1).is_punct or first.nbor(-1).dep_ in ("cc", "mark")
    return noun if noun.pos_ in NOUNS and alone else None


def _left_without_verb(participle: Token) -> Token | None:
    """The noun at the head of a sentence without a verb, behind whose clause between commas a participle stands with what it says.

    What is taken for one but has the form of a verb in the past may stand behind a mere apposition: "Otto Brand, a boatman, survived".
    """
    root = participle.sent.root
    if root.pos_ not in NOUNS or participle.nbor(-1).text != "," or any(child.dep_ in HELPING for child in participle.children):
        return None
    clause = next((child for child in root.rights if child.dep_ == "relcl" and child.nbor(-1).i > root.i), None)
    inside = clause is not None and clause.is_ancestor(participle) and root.doc[clause.left_edge.i - 1].text == ","
    explained = any(child.dep_ == "appos" and child.i < participle.i for child in root.rights)
    inside = inside or (participle.tag_ == "VBD" and participle.head == root and explained)
    told = any(child.i > participle.i for child in participle.children)
    return root if inside and told and not any(child.tag_ in FINITE for child in root.children if child.dep_ != "relcl") else None


def _is_of_the_teller(participle: Token) -> bool:
    """Whether "having said" behind a comma tells what who speaks did, not what befell a thing in his words: "admits the post was lost"."""
    clause = participle.head
    having = any(child.dep_ == "aux" and child.tag_ == "VBG" for child in participle.lefts)
    told = clause.dep_ == "ccomp" and clause.head.tag_ in FINITE and any(child.dep_ in ("nsubjpass", "expl") for child in clause.lefts)
    return having and told and participle.i > clause.i and participle.left_edge.nbor(-1).text == ","


def _hang(noun: Token, verb: Token) -> None:
    """Makes a noun the subject of a verb, and hangs on it what stands between them."""
    inside = [child for child in verb.lefts if noun.i < child.i < verb.i and not child.is_punct]
    noun.head, noun.dep_ = verb, "nsubj"
    for child in inside:
        child.head, child.dep_ = noun, "parataxis"


def _make_main(noun: Token, verb: Token) -> None:
    """Makes a participle the main verb of its sentence, with the noun at its head as its subject."""
    marks = [child for child in noun.children if child.is_punct and child.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    noun.head, noun.dep_ = verb, "nsubj"
    for mark in marks:
        mark.head = verb


def _bare(verb: Token) -> bool:
    """Whether no "and" stands right before an infinitive."""
    first = min((child for child in verb.lefts if child.dep_ in ("aux", "neg")), key=lambda child: child.i)
    return first.i > verb.head.i and first.nbor(-1).text == ","


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.lefts if child.dep_ in SUBJECTS]
