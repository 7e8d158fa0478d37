"""Whether a happening is told as real: negated, only possible or to come, tried or foiled."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Token

from sayso.find.grammar import PAST, before_merely, grammar_of, helping, is_infinitive, is_known, is_not_one
from sayso.find.happening_roles import verb_roles
from sayso.find.happening_rules import EventRules

FINISHED = frozenset({"VBD", "VBN", "VBZ", "VBP"})
"""Tags of verbs that stand beside another with a stance of their own."""
STEPS = 6
"""How many words up the mood is sought."""


def chain(token: Token) -> Iterator[Token]:
    """A word and the verbs and nouns above it that govern whether it is real, up to the finite clause that it stands in."""
    yield token
    for _ in range(STEPS):
        above = token.head
        if (
            above.i == token.i
            or token.dep_ in ("relcl", "parataxis", "appos", "csubj")
            or (token.dep_ == "acl" and token.tag_ != "TO" and not _infinitive(token))
        ):
            return
        if (
            token.dep_ in ("ccomp", "advcl")
            and not _infinitive(token)
            and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children)
        ):
            return
        if token.dep_ == "conj" and token.pos_ == "VERB" and any(child.dep_ in ("nsubj", "nsubjpass", "aux") for child in token.children):
            return
        token = above
        if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            yield token


def _infinitive(verb: Token) -> bool:
    """Whether a verb in the active stands with "to"."""
    return verb.tag_ == "VB" and is_infinitive(verb)


def is_hypothetical(trigger: Token, rules: EventRules) -> bool:
    """Whether the word tells of what may, would or shall happen, or is wanted, planned or feared."""
    if _was_done(trigger, rules):
        return False
    links = list(chain(trigger))
    for below, token in zip([None, *links], links, strict=False):
        if below is not None and was_not_stopped(token, rules):
            return False
        if below is not None and _is_charge_of(below, token, rules):
            if token.head.lemma_ in grammar_of(token).copula:
                return False  # who "is to blame" did it
            continue
        if token.pos_ in ("VERB", "AUX"):
            if _has_modal(token, rules) or _has_marker(token, rules):
                return True
            if below is not None and _opens(below, token, rules) and not _talks_over(token, trigger, rules):
                return True
            if token.dep_ in ("advcl", "acl", "relcl") and _infinitive(token) and token.head.lemma_ not in grammar_of(token).tries:
                return True
        elif _is_open_noun(token, below, rules):
            return True
    return False


def _is_charge_of(below: Token, verb: Token, rules: EventRules) -> bool:
    """ "had nothing to do with the attack": it was made, whoever made it."""
    beside = below.dep_ == "pobj" and below.head.lower_ in rules.words("charged_behind")
    return beside and verb.lemma_ in rules.words("charged_by") and _infinitive(verb)


def _was_done(trigger: Token, rules: EventRules) -> bool:
    """Whether a deed is known and told as done, whatever governs it: "called a strike to protest the attack carried out today"."""
    return is_known(trigger) and any(
        child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in rules.words("light_verbs") for child in trigger.children
    )


def _talks_over(verb: Token, trigger: Token, rules: EventRules) -> bool:
    """Whether a verb only tells that an attack is spoken about which is known: "discussed the attack on the convoy"."""
    return verb.lemma_.lower() in rules.words("talking_over") and is_known(trigger) and trigger.lemma_.lower() in rules.words("attacking")


def _has_modal(verb: Token, rules: EventRules) -> bool:
    auxes = [child.lower_ for child in helping(verb) if child.i < verb.i]
    if any(word in rules.words("modals") for word in auxes):
        return grammar_of(verb).perfect.isdisjoint(auxes) or not rules.words("open_with_perfect").isdisjoint(auxes)
    return False


def _has_marker(verb: Token, rules: EventRules) -> bool:
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in rules.words("open_markers") for child in verb.children)


def _opens(below: Token, verb: Token, rules: EventRules) -> bool:
    """Whether a governing verb leaves open what it governs."""
    lemma = verb.lemma_.lower()
    if _is_try(below) or (below.dep_ == "xcomp" and any(child.dep_ == "dobj" and _is_try(child) for child in verb.children)):
        return False  # what was tried and stopped took place
    if below.dep_ in ("nsubj", "nsubjpass") and lemma not in rules.words("open_subjects"):
        return False
    if lemma in rules.words("undergoing") and verb.tag_ in PAST:
        return False  # as did what was repelled
    if below.pos_ in ("VERB", "AUX") and below.dep_ == "xcomp" and _infinitive(below):
        return lemma not in rules.words("factual_governors")
    if below.pos_ == "NOUN" and below.dep_ == "pobj":
        return below.head.lower_ in rules.words("open_by") and lemma in rules.words("open_governors")
    return below.dep_ in ("xcomp", "ccomp", "dobj", "nsubjpass", "pobj", "pcomp", "nsubj") and lemma in rules.words("open_governors")


def _is_try(token: Token) -> bool:
    return token.lemma_ in grammar_of(token).tries and token.pos_ == "NOUN"


def _is_open_noun(noun: Token, below: Token | None, rules: EventRules) -> bool:
    """Whether a noun stands for what is only possible: itself ("possible attack") or what it governs ("threat of attacks")."""
    if below is None:
        opened = [child for child in noun.lefts if child.dep_ in ("amod", "det") and child.lower_ in rules.words("open_adjectives")]
        if any(child.dep_ == "amod" for child in opened) or (opened and not is_negated(noun, rules)):
            return True  # "any attack will …" is open; "did not carry out any attack" says that there was none
        return (
            noun.dep_ == "pobj"
            and noun.head.lower_ in grammar_of(noun).purpose
            and noun.head.head.lemma_ in rules.words("open_governors") | rules.words("open_for")
        )
    return below.dep_ in ("pobj", "acl", "pcomp", "compound") and noun.lemma_.lower() in rules.words("open_nouns")


def is_negated(trigger: Token, rules: EventRules) -> bool:
    """Whether the clause says that it did not happen."""
    links = list(chain(trigger))
    for below, token in zip([None, *links], links, strict=False):
        if below is not None and (not _carries(below, token, rules) or was_not_stopped(token, rules)):
            return False
        nots = (child for child in token.children if child.dep_ in ("neg", "advmod", "preconj") and not before_merely(child))
        if any(child.lower_ in rules.words("negators") for child in nots):
            return True
        if token.pos_ in ("VERB", "AUX") and _of_none(token, rules):
            return True
        if below is not None and below.dep_ == "xcomp" and token.lemma_ in rules.words("failing"):
            return True
        if token.pos_ == "NOUN" and (_without(token, rules) or any(child.lower_ in rules.words("no_words") for child in token.lefts)):
            return True
    return False


def was_not_stopped(verb: Token, rules: EventRules) -> bool:
    """Whether a verb tells that nobody stopped what then took place: "did not prevent the attack", "failed to avert an attack"."""
    if verb.lemma_ not in rules.words("stopping"):
        return False
    governing = [one for one in chain(verb) if one.pos_ in ("VERB", "AUX")]
    past = any(one.tag_ == "VBD" or any(child.lower_ in rules.words("in_the_past") for child in helping(one)) for one in governing)
    return past and is_negated(verb, rules)


def _carries(below: Token, verb: Token, rules: EventRules) -> bool:
    """Whether what is denied of the governing word is denied of the happening."""
    if (
        below.dep_ == "conj"
        and below.tag_ in FINISHED
        and any(child.dep_ == "cc" and child.lower_ in grammar_of(verb).joining for child in verb.children)
    ):
        return False  # "has not attacked anyone and accused the police"
    if below.pos_ in ("VERB", "AUX"):
        return below.dep_ in ("xcomp", "pcomp") or (below.dep_ == "conj" and verb.pos_ in ("VERB", "AUX"))
    if below.dep_ == "nsubj":
        of_it = any(child.dep_ in ("attr", "acomp") for child in verb.children)  # "the attack was not an accident"
        return verb.lemma_ in rules.words("occurrence_verbs") or (verb.pos_ == "AUX" and not of_it)
    if below.dep_ == "pobj":  # "none of the attacks"; what somebody has not commented on or claimed took place all the same
        return below.head.lower_ in grammar_of(verb).belonging and (
            verb.pos_ not in ("VERB", "AUX", "NOUN") or verb.lower_ in rules.words("no_words")
        )
    told_of = below.pos_ == "NOUN" and verb.lemma_ in rules.words("tellers")  # "has not been claimed", "did not condemn the attack"
    return not told_of and below.dep_ in ("dobj", "nsubjpass", "attr", "conj")


def _of_none(verb: Token, rules: EventRules) -> bool:
    roles = verb_roles(verb)
    own = [head for head in (*roles.subjects, *roles.objects) if head.head.i == verb.i or head.head.dep_ == "agent"]
    none = (is_not_one(head) or any(word.lower_ in rules.words("no_words") for word in (head, *head.lefts)) for head in own)
    return any(none)


def _without(noun: Token, rules: EventRules) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in rules.words("without")


def outcome_word(trigger: Token, rules: EventRules) -> Token | None:
    """The word that tells how it ended ("attempted", "foiled", "tried to")."""
    words = rules.words("outcomes")
    for child in trigger.children:
        if child.dep_ in ("amod", "compound", "acomp", "acl") and (child.lower_ in words or child.lemma_ in words):
            return child
    links = takewhile(lambda token: not was_not_stopped(token, rules), list(chain(trigger))[:4])
    above = [token for token in links if token.i != trigger.i]
    ended = (token for token in above if token.pos_ == "VERB" and (token.lower_ in words or token.lemma_ in words))
    tried = (token for token in above if token.lemma_ in rules.words("attempted"))
    return next((token for token in ended if token.lemma_ not in rules.words("attempted")), None) or next(tried, None)
