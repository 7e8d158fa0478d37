"""What hangs on a word: its negation, helping verbs, objects and clauses, by the function words of its language."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc, Token

from sayso.find.sentences import sentence_of
from sayso.lang.grammar import Grammar

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PRESENT = frozenset({"VBZ", "VBP"})
"""Tags of verbs by which somebody acts as the words are said."""
PAST = frozenset({"VBD", "VBN"})
"""Tags of verbs that tell what was done."""
NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""Relations of subjects that are no clauses."""
NOUNS = frozenset({"NOUN", "PROPN"})
TIMES = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
PARTIES = frozenset({"GPE", "NORP", "ORG"})
"""What the parser calls lands, peoples and bodies."""
COMPLEMENTS = frozenset({"ccomp", "xcomp"})
"""Where a clause stands that is no whole without the verb before it: "saw prices go up"."""
INSERTED = frozenset({"parataxis", "dep"})
WORDS = "grammar"
"""Under this name a parse carries the function words of its language, so that each of its tokens leads to them."""


def attach(parse: Doc, words: Grammar) -> Doc:
    """The same parse, with the function words of its language."""
    parse.user_data[WORDS] = words
    return parse


def grammar_of(token: Token) -> Grammar:
    """The function words of the language that a token is parsed in."""
    return cast(Grammar, token.doc.user_data[WORDS])


def is_not(child: Token) -> bool:
    """Whether a word negates the verb that it hangs on; "not only" does not, nor one of a verb left out ("those who do not will be")."""
    quoted = any(token.is_quote for token in child.doc[child.i : child.head.i])  # ""Absolutely not," he said"
    left_out = child.i + 1 < len(child.doc) and child.nbor(1).tag_ == "MD"
    return child.dep_ == "neg" and not quoted and not left_out and not before_merely(child)


def before_merely(child: Token) -> bool:
    """Whether a word stands right before one for "only": "not only", "was not just", unlike "could not just"."""
    behind = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
    words, modal = grammar_of(child), any(beside.tag_ == "MD" for beside in child.head.children)
    return behind in words.merely or (behind in words.just and not modal)


def negated(token: Token) -> bool:
    """Whether a verb is negated, by itself or by a subject that is nobody."""
    words = grammar_of(token)
    return any(is_not(child) or in_no_way(child) for child in token.children) or any(
        child.dep_ in SUBJECTS
        and (child.lower_ in words.nobody or is_not_one(child) or any(c.lower_ in words.not_one for c in child.children))
        for child in token.children
    )


def is_not_one(thing: Token) -> bool:
    """Whether a phrase means none of a kind: "not one crown", "not one of them", "not a single crate", unlike "not one but two"."""
    one = next((part for part in (thing, *thing.children) if part.lower_ in grammar_of(thing).single), None)
    beside = (*thing.subtree, *(thing.head.children if thing.dep_ == "attr" else ()))
    more = any(child.dep_ == "cc" for child in one.children) if one is not None else False
    return one is not None and not more and any(child.dep_ == "neg" and child.i < one.i for child in beside)


def in_no_way(part: Token) -> bool:
    """Whether a phrase beside a verb negates it: "at no time", "in no way", "under no circumstances"."""
    if part.dep_ != "prep":
        return False
    words = grammar_of(part)
    things = (thing for thing in part.children if thing.dep_ == "pobj" and thing.lower_ in words.no_such)
    return any(child.lower_ in words.no for thing in things for child in thing.children)


def helping(verb: Token) -> list[Token]:
    """The helping verbs of a verb, without the month that a parser takes for one ("an airstrike on 3 May hit the town").

    Of a joined verb without its own those of the verb before it: "will leave the town and hand it over".
    """
    own = [child for child in verb.children if child.dep_ == "aux" and not _is_month(child)]
    bare = verb.dep_ == "conj" and verb.tag_ == "VB" and not any(child.dep_ in ("aux", *SUBJECTS) for child in verb.children)
    return helping(verb.head) if bare and not own and verb.head.pos_ in VERBAL else own


def has_helping(verb: Token, words: frozenset[str]) -> bool:
    """Whether a verb has one of these helping verbs."""
    return any(child.lower_ in words for child in helping(verb))


def is_perfect(verb: Token) -> bool:
    """Whether a verb tells of what is done: "has left", "would have left"."""
    return any(child.lemma_ in grammar_of(verb).perfect for child in helping(verb))


def _is_month(token: Token) -> bool:
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return token.text.istitle() and any(other.text.isdigit() for other in beside)


def cited(token: Token) -> Token | None:
    """Whom a verb of saying rests on: "said, citing the ministry"; also from beside "according to the daily, citing the ministry"."""
    words = grammar_of(token)
    beside = [*token.children, *(token.head.children if token.lower_ in words.according else ())]
    verb = next((child for child in beside if child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in words.citing), None)
    return next((child for child in verb.children if child.dep_ == "dobj"), None) if verb is not None else None


def object_of(token: Token, prepositions: frozenset[str]) -> Token | None:
    """The object of the first of a token's prepositions that is one of these."""
    for child in token.children:
        if child.lower_ in prepositions and child.dep_ in ("prep", "pcomp", "agent"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def clause_of(token: Token) -> Token:
    """The verb of the clause that an adverbial stands in; of one that opens or ends its sentence alone the sentence's own verb."""
    if (aside := _aside_before(token)) is not None:
        return aside
    phrase, sentence = list(token.subtree), sentence_of(token)
    alone = not any(other.lower_ == token.lower_ and other.i != token.i for other in sentence)
    edge = all(other.is_punct or other.is_space for other in sentence if other.i > phrase[-1].i) or phrase[0].i == sentence.start
    if alone and edge:
        return sentence.root
    while token.head != token and token.pos_ not in VERBAL:
        token = token.head
    clause = token.head if token.lower_ in grammar_of(token).according else token
    while clause.dep_ in COMPLEMENTS and clause.head.pos_ in VERBAL and clause.head.i < clause.i:
        clause = clause.head
    return clause


def _aside_before(token: Token) -> Token | None:
    """The clause on the subject which an adverbial ends: "The rebels, who killed ten, according to the church, left"."""
    asides = (child for child in token.head.children if child.dep_ in SUBJECTS and child.i < token.i < token.head.i)
    ends = [clause for subject in asides for clause in subject.children if clause.dep_ == "relcl"]
    before = token.nbor(-1) if token.i else token
    last = before.nbor(-1) if before.text == "," and before.i else before
    return next((clause for clause in ends if clause.right_edge.i in (last.i, before.i)), None)


def topics(token: Token) -> tuple[Token, ...]:
    """What a verb is about: its prepositional phrases, objects and clauses."""
    return tuple(child for child in token.children if child.dep_ in ("prep", "dobj", "advcl", "ccomp", "xcomp"))


PARTICLES = frozenset({"prt", "advmod"})
"""What the parser takes a word for that belongs to its verb: "ruled out", "brushed aside"."""


def partner(token: Token, row: dict[str, list[str]]) -> Token | None:
    """The word that a phrase's row asks for beside its verb."""
    done = token.tag_ == "VBN" and any(child.dep_ == "agent" for child in token.children)
    if done and token.dep_ == "acl" and {token.head.lemma_.lower(), token.head.lower_} & set(row.get("object", ())):
        return token.head  # "the truce announced by Norway"
    told_of = token.dep_ == "relcl" and any(child.dep_ == "nsubj" and child.tag_[0] != "W" for child in token.lefts)
    if told_of and {token.head.lemma_.lower(), token.head.lower_} & set(row.get("object", ())):
        return token.head  # "the truce which Norway announced"
    at_once = (
        word for prep in token.rights if prep.dep_ == "prep" for word in prep.children if word.dep_ == "pcomp" and word.pos_ == "ADV"
    )
    for child in (*token.children, *(word for once in at_once for word in once.rights)):
        if child.dep_ in ("dobj", *(("nsubjpass",) if done else ())) and {child.lemma_.lower(), child.lower_} & set(row.get("object", ())):
            return child
        if child.dep_ in ("prep", "dative") and child.lower_ in row.get("prep", ()):
            if "thing" in row and not any(thing.lemma_.lower() in row["thing"] for thing in child.children):
                continue
            return None if any(thing.ent_type_ in TIMES for thing in child.children) else child  # not "pushed for years"
        if child.dep_ in ("advcl", "xcomp", "ccomp") and is_infinitive(child) and "prep" in row and "thing" not in row:
            mark = child.left_edge
            if mark.dep_ == "mark" and mark.lower_ in row["prep"]:
                return mark  # "called for the two to unite"
        if child.dep_ in PARTICLES and child.lower_ in row.get("particle", ()) and ("prep" not in row or any(child.children)):
            return child  # of a preposition that the parser takes for a particle its object must stand there
        if child.dep_ in ("xcomp", "ccomp") and child.lemma_ in row.get("infinitive", ()):
            return child
    return None


def tells_us(verb: Token) -> bool:
    """Whether it is who writes that is told something: "he tells me"."""
    return any(child.dep_ in ("dobj", "dative") and child.lower_ in grammar_of(verb).to_us for child in verb.rights)


def being_done(verb: Token) -> bool:
    """Whether a participle tells what is being done to its subject: "Miners being treated in the town told nurses"."""
    return verb.tag_ == "VBN" and {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")} == {"VBG"}


def is_clause(head: Token) -> bool:
    """Whether a complement says that something is so: not "saw the crowd leaving", "saw the man fall"."""
    if being_done(head):
        return False
    if is_infinitive(head) or any(child.dep_ in ("aux", "auxpass") for child in head.children):
        return True
    if any(child.dep_ == "mark" for child in head.children):
        return True  # "demanded that the mayor stop"
    return head.tag_ != "VBG" and not (head.tag_ == "VB" and any(child.dep_ in SUBJECTS for child in head.children))


def subject_of_clause(head: Token) -> Token | None:
    """The subject of a clause; of a joined one with the same helping verb that of the clause before ("it will grow and will help us")."""
    subject = next((child for child in head.children if child.dep_ in NOUN_SUBJECTS), None)
    if subject is not None or head.dep_ != "conj":
        return subject
    shared = {child.lower_ for child in helping(head)} & {child.lower_ for child in helping(head.head)}
    return subject_of_clause(head.head) if shared else None


def mark_of(clause: Token, words: frozenset[str]) -> Token | None:
    """The one of these words that opens a clause beside its verb: "because" of "left because they were tired"."""
    marks = (child for child in clause.children if child.dep_ == "mark" and child.lower_ in words)
    return next(marks, None) if clause.dep_ == "advcl" else None


def is_known(noun: Token) -> bool:
    """Whether a noun is spoken of as known: "the raid", "its raid"."""
    return any(child.lower_ in grammar_of(noun).definite or child.dep_ == "poss" for child in noun.children)


def is_impersonal(subject: Token) -> bool:
    """Whether a subject stands for nobody: "it would be wrong to leave"."""
    return subject.lower_ in grammar_of(subject).no_voice and any(child.dep_ in ("acomp", "attr") for child in subject.head.children)


def are_people(pronoun: Token) -> bool:
    """Whether it is told behind a pronoun who they are: "those who fled", "those living nearby"."""
    told = pronoun.lower_ in grammar_of(pronoun).told_who
    return told and any(child.dep_ in ("relcl", "acl") and child.i > pronoun.i for child in pronoun.children)


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children)
