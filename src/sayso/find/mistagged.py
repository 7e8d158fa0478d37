"""Words that a parser takes for another kind: names for adverbs ("Skelly said"), verbs for nouns ("diplomats estimate that")."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.find.grammar import FINITE, NOUN_SUBJECTS, SUBJECTS
from sayso.find.sentences import sentence_end, sentence_of, sentence_start
from sayso.lang.grammar import Grammar

PHRASE = frozenset({"DET", "NOUN", "PROPN", "ADJ"})
"""Kinds of words of a subject."""
VERBS = {"NN": "VBP", "NNS": "VBZ"}
"""The tag of a verb in the present tense, by that of the noun which has its form."""


def retagged(parse: Doc, words: Grammar) -> Doc:
    """The same parse, in which such names are the subjects that their verbs lack, and such verbs are verbs with subjects."""
    for token in parse:
        if (clause := _clause_behind(token)) is not None:
            _make_main(token, clause)
        if (told := _counts_behind(token, words)) is not None:
            _make_telling(token, told)
        if token.lower_ in words.describing and token.dep_ == "xcomp":
            _make_describing(token)
        if token.lemma_ in words.never_passive and _is_left_participle(token):
            _make_root(token)
        if token.lower_ in words.put_in_verbs and (first := _put_in(token, words.one_does)) is not None:
            _make_put_in(token, first, words.one_does)
        if token.tag_ in VERBS and _governs(token):
            token.tag_, token.pos_ = VERBS[token.tag_], "VERB"
        if token.tag_ == "VBG" and (being := _being(token)) is not None:
            _make_noun(token, being)
        if token.lower_ in words.held_for and _is_held(token, words):
            whom, verb = token.head, token.head.head
            token.head, token.dep_, whom.head, whom.dep_ = verb, "ccomp", token, "nsubj"
        if token.tag_ == "VBG" and _is_charged(token, words):
            thing, prep = token.head, token.head.head
            token.head, token.dep_, token.pos_ = prep, "pcomp", "VERB"
            thing.head, thing.dep_ = token, "dobj"
        if token.tag_ == "NNS" and (opening := _opening(token)) is not None:
            _make_relative(token, opening)
        if token.dep_ == "ROOT" and token.tag_ in VERBS.values() and (noun := _taken_for_part(token)) is not None:
            _make_its_subject(noun, token)
        if token.text.endswith(words.adverb) and _is_name(token):
            token.tag_, token.pos_, token.dep_, token.lemma_ = "NNP", "PROPN", "nsubj", token.text
        elif token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in words.role for child in token.lefts):
            _make_told(token)
    return parse


def _being(word: Token) -> Token | None:
    """The verb by which a sentence says that there was what a word in "-ing" tells: "there was shooting in the market"."""
    if any(child.dep_ in ("dobj", "agent") for child in word.rights):
        return None
    if any(child.dep_ == "expl" for child in word.lefts):
        return next((child for child in word.lefts if child.dep_ == "aux"), None)
    return word.head if word.dep_ == "attr" and any(child.dep_ == "expl" for child in word.head.lefts) else None


def _make_noun(word: Token, being: Token) -> None:
    """Makes a word in "-ing" the noun that it is behind "there was"."""
    if being.dep_ == "aux":
        others = [child for child in word.children if child != being and child.dep_ not in ("prep", "det", "amod", "compound")]
        being.dep_, being.head = word.dep_, being if word.dep_ == "ROOT" else word.head
        word.head, word.dep_ = being, "attr"
        for child in others:
            child.head = being
    word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_


def _is_held(word: Token, words: Grammar) -> bool:
    """Whether a word behind somebody is what a verb holds him to be, and describes him no further: "held the guards responsible for it"."""
    whom = word.head
    return word.dep_ == "amod" and whom.i < word.i and whom.dep_ == "dobj" and whom.head.lemma_ in words.holding


def _is_charged(word: Token, words: Grammar) -> bool:
    """Whether a word in "-ing" right behind "of" is what somebody is charged with: "accused them of burning houses"."""
    thing, prep = word.head, word.head.head
    if word.dep_ != "amod" or thing.dep_ != "pobj" or prep.lower_ not in words.control or word.i != prep.i + 1 or thing.i != word.i + 1:
        return False
    verb = prep.head.head if prep.head.dep_ in ("dobj", "nsubjpass") else prep.head
    return verb.lemma_.lower() in words.object_raisers


def _make_describing(participle: Token) -> None:
    """Hangs the name behind a participle that describes it, and what follows, on the verb before: "accuses neighbouring Orlan of"."""
    verb, name = participle.head, next((child for child in participle.rights if child.dep_ == "dobj"), None)
    if name is None or name.i != participle.i + 1 or name.pos_ != "PROPN":
        return
    for child in [child for child in participle.rights if child != name]:
        child.head = verb
    name.head, name.dep_ = verb, "dobj"
    participle.head, participle.dep_, participle.tag_, participle.pos_ = name, "amod", "JJ", "ADJ"


def _is_left_participle(verb: Token) -> bool:
    """Whether a word is taken for a participle at its subject, in a sentence without a finite verb."""
    noun = verb.head
    alone = verb.tag_ == "VBN" and verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN") and noun.i < verb.i
    return alone and not any(token.tag_ in FINITE for token in sentence_of(verb))


def _make_root(verb: Token) -> None:
    """Makes a participle the main verb of its sentence, with the noun that it hangs on as its subject."""
    noun = verb.head
    behind = [child for child in noun.rights if child != verb and child.i > verb.i]
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    for child in behind:
        child.head = verb
    noun.head, noun.dep_ = verb, "nsubj"


def _put_in(word: Token, ending: str) -> Token | None:
    """The first word of who says it, before a verb between commas in a clause that goes on: "The bridge, the army claims, is safe".

    `ending` is that of a verb in the present whose subject is one.
    """
    sentence, before = sentence_of(word), word.nbor(-1) if word.i else word
    if word.dep_ not in ("appos", "compound", "conj", "nsubj") or word.i + 1 >= sentence_end(word) or word.nbor(1).text != ",":
        return None
    first = before
    while first.i > sentence.start and first.pos_ in PHRASE and first.nbor(-1).text != ",":
        first = first.nbor(-1)
    several = before.tag_ in ("NNS", "NNPS")
    agrees = several != word.lower_.endswith(ending)
    stands = first.i > sentence.start + 1 and first.nbor(-1).text == "," and first.pos_ in ("DET", "PROPN") and before.i >= first.i
    root = sentence.root
    return first if stands and agrees and root.i > word.i and root.tag_ in FINITE and before.pos_ in PHRASE - {"DET"} else None


def _make_put_in(verb: Token, first: Token, ending: str) -> None:
    """Makes a word a verb put into its sentence, whose subject are the words from `first` on before it."""
    subject, root, above = verb.nbor(-1), sentence_of(verb).root, verb.head
    for word in verb.doc[first.i : subject.i]:
        word.head = subject
    for child in [child for child in verb.children if child.i > verb.i]:
        child.head = above if above != verb else root
    subject.head, subject.dep_, subject.pos_ = verb, "nsubj", "PROPN" if subject.pos_ == "ADJ" else subject.pos_
    verb.head, verb.dep_, verb.tag_, verb.pos_ = root, "parataxis", "VBZ" if verb.lower_.endswith(ending) else "VBP", "VERB"
    verb.lemma_ = verb.lower_.removesuffix(ending)


def _taken_for_part(verb: Token) -> Token | None:
    """The noun right before a verb that has an object and no subject, where a parser joins the two: "The army contests the toll"."""
    noun = verb.nbor(-1) if verb.i else verb
    parts = {child.dep_ for child in verb.children}
    whole = noun.dep_ == "compound" and noun.head == verb and verb.pos_ == "VERB" and noun.pos_ in ("NOUN", "PROPN")
    agrees = (noun.tag_ in ("NNS", "NNPS")) == (verb.tag_ == "VBP")
    return noun if whole and agrees and "dobj" in parts and not parts & {*SUBJECTS, "expl"} else None


def _make_its_subject(noun: Token, verb: Token) -> None:
    """Makes a noun its verb's subject, with what stands before it as its own."""
    for child in [child for child in verb.lefts if child.i < noun.i and child.dep_ in ("det", "amod", "poss", "compound", "nmod")]:
        child.head = noun
    noun.dep_ = "nsubj"


def _make_told(verb: Token) -> None:
    """Gives the verb of a clause with "as" its subject: who stands before what is taken for a noun, or behind ("as reports the army")."""
    before = [child for child in verb.lefts if child.dep_ in ("compound", "nmod") and child.pos_ in ("NOUN", "PROPN")]
    behind = [child for child in verb.rights if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1 and child.left_edge.dep_ == "det"]
    if verb.tag_ == "NNS" and before:
        verb.tag_, verb.pos_, verb.lemma_, before[-1].dep_ = "VBZ", "VERB", verb.lemma_.lower(), "nsubj"
        for word in [child for child in verb.lefts if child.i < before[-1].i and child.dep_ in ("det", "amod", "poss")]:
            word.head = before[-1]
    elif verb.tag_ in ("VBZ", "VBD") and behind and not any(child.dep_ in SUBJECTS for child in verb.children):
        behind[0].dep_ = "nsubj"


def _is_name(token: Token) -> bool:
    """Whether an adverb with a capital stands right before a finite verb without a subject: an adverb opens a clause that has one."""
    verb = token.head
    adverb = token.tag_ in ("RB", "NNP") and token.dep_ == "advmod" and token.text.istitle() and verb.i == token.i + 1
    return adverb and verb.tag_ in FINITE and not any(child.dep_ in {*SUBJECTS, "expl", "auxpass"} for child in verb.children)


def _governs(noun: Token) -> bool:
    """Whether a noun has what verbs alone have: a subject before it, and behind it a clause that a word opens."""
    clauses = (child for child in noun.rights if child.dep_ == "ccomp")
    opened = any(part.dep_ == "mark" and part.i == noun.i + 1 for clause in clauses for part in clause.lefts)
    return opened and any(child.dep_ in NOUN_SUBJECTS for child in noun.lefts)


def _opening(noun: Token) -> Token | None:
    """The first word of a clause which a noun ends, and in which no other word can be its verb: "a toll (which) the guild disputes"."""
    last = noun.i + 1 >= len(noun.doc) or noun.nbor(1).is_punct or noun.nbor(1).pos_ == "CCONJ"
    start, first = noun.i - 1, sentence_start(noun)
    if not last or start <= first or noun.nbor(-1).pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if noun.dep_ == "appos" and noun.head.tag_ == "NN" and noun.left_edge.dep_ == "det" and noun.head.i == noun.left_edge.i - 1:
        return noun.left_edge if noun.left_edge.i < start else None
    while start > first and noun.doc[start].pos_ in PHRASE and noun.doc[start].tag_ != "WDT":
        start -= 1
    return noun.doc[start] if noun.doc[start].tag_ == "WDT" and first + 1 < start < noun.i - 1 else None


def _make_relative(verb: Token, opening: Token) -> None:
    """Makes a noun the verb of the clause that a word opens, with the word before it as its subject."""
    subject, before = verb.nbor(-1), opening.nbor(-1) if not opening.nbor(-1).is_punct else opening.nbor(-2)
    inside = verb.doc[opening.i + (opening.tag_ == "WDT") : subject.i]
    behind = [child for child in before.children if child.i > verb.i and child.dep_ in ("acl", "advcl")]
    verb.tag_, verb.pos_, verb.lemma_, verb.dep_, verb.head = "VBZ", "VERB", verb.lemma_.lower(), "relcl", before
    subject.head, subject.dep_, subject.pos_ = verb, "nsubj", "PROPN" if subject.pos_ == "ADJ" else subject.pos_
    for token in [token for token in inside if token.head not in inside]:
        token.head = subject
    if opening.tag_ == "WDT":
        opening.head, opening.dep_ = verb, "dobj"
    for child in behind:
        child.head, child.dep_ = verb, "advcl"


def _clause_behind(noun: Token) -> Token | None:
    """The head of the clause that a word opens right behind a noun, if the sentence has no other main verb than the noun itself:

    "Officials in the town report that two men died", where the parser reads of a town report.
    """
    prep, subject, before = noun.head, noun.head.head, noun.doc[noun.i - 1] if noun.i else noun
    opening = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    within = noun.tag_ == "NN" and noun.dep_ == "pobj" and prep.dep_ == "prep" and subject.tag_ == "NNS"
    if not within or before.dep_ != "compound" or before.head != noun or opening.dep_ != "mark":
        return None
    clause = opening.head
    alone = subject.dep_ == "ROOT" and clause.head in (noun, subject)
    return clause if alone or (clause.dep_ == "ROOT" and subject.head == clause and subject.dep_ in NOUN_SUBJECTS) else None


def _counts_behind(noun: Token, words: Grammar) -> Token | None:
    """The number, or the "of" before one, right behind a noun in a sentence without a verb, where only the noun can be it:

    "Clerks in the port report 30 dead", "Clerks at the mill speak of 30 dead".
    """
    prep, subject = noun.head, noun.head.head
    within = noun.tag_ == "NN" and noun.dep_ == "pobj" and prep.dep_ == "prep" and subject.tag_ == "NNS"
    if not within or noun.nbor(-1).dep_ != "compound" or noun.nbor(-1).head != noun or sentence_end(noun) < noun.i + 2:
        return None
    sentence = list(sentence_of(noun))
    behind, *more = (token for token in sentence if token.i > noun.i and not token.is_quote)
    of = behind.lower_ in words.belonging and bool(more) and more[0].like_num
    if not (behind.like_num or of) or sentence[-1].text != "." or any(token.tag_ in FINITE for token in sentence):
        return None
    return behind


def _make_telling(noun: Token, behind: Token) -> None:
    """Makes a noun the main verb of its sentence, with the number behind it, or what "of" opens there, as what is said."""
    prep, subject, before, told = noun.head, noun.head.head, noun.nbor(-1), behind
    root = next(token for token in (subject, *subject.ancestors) if token.head == token)
    while told.head != told and told.head.i > noun.i:
        told = told.head
    for child in [child for child in noun.lefts if child != before]:
        child.head = before
    loose = [child for child in root.children if child not in (subject, told) and child.i > noun.i and not child.is_ancestor(behind)]
    loose = [child for child in loose if root != told or child.is_punct]
    before.head, before.dep_ = prep, "pobj"
    noun.head, noun.dep_, noun.tag_, noun.pos_ = noun, "ROOT", "VBP", "VERB"
    for child, role in [
        (subject, "nsubj"),
        (told, "dobj" if told != behind or told.like_num else "prep"),
        *((one, one.dep_) for one in loose),
    ]:
        child.head, child.dep_ = noun, role


def _make_main(noun: Token, clause: Token) -> None:
    """Makes a noun the main verb of its sentence, with the clause behind it as what is said."""
    prep, subject, before = noun.head, noun.head.head, noun.doc[noun.i - 1]
    old = subject if subject.dep_ == "ROOT" else clause
    loose = [child for child in old.rights if child.dep_ == "punct"]
    for child in [child for child in noun.lefts if child != before]:
        child.head = before
    before.head, before.dep_ = prep, "pobj"
    noun.head, noun.dep_, noun.tag_, noun.pos_ = noun, "ROOT", "VBP", "VERB"
    for child, role in [(subject, "nsubj"), (clause, "ccomp"), *((one, "punct") for one in loose)]:
        child.head, child.dep_ = noun, role
