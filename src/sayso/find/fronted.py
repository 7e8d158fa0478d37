"""What is said where the parser sees no clause of the verb of saying in it, or no verb in the word of saying that closes it."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from sayso.find.grammar import FINITE, NOUNS, SUBJECTS, VERBAL, grammar_of, helping
from sayso.find.sentences import sentence_end, sentence_of, sentence_start

ENOUGH = 4
"""Words before the comma from which on they are what is said."""
FRONT = frozenset({"dep", "nsubj", "nsubjpass", "attr", "dobj"})
"""Relations in which the parser hangs a clause on a verb of saying behind it, where it takes the clause's own verb for a participle."""
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART"})


def clause_around(token: Token, to_somebody: bool = False) -> Token | None:
    """The head of what a verb of saying says where the parser gives it no clause; `to_somebody`: it takes who is told something."""
    return words_before(token) or clause_before(token) or clause_behind(token, to_somebody)


def words_before(token: Token) -> Token | None:
    """The head of the words that a clause of saying closes: "Gunmen who came by boat killed ten, medics said, in the worst raid"."""
    subject = next((child for child in token.lefts if child.dep_ == "nsubj" and child.right_edge.i == token.i - 1), None)
    if subject is None or token.is_sent_end or not token.nbor(1).is_punct or token.nbor(1).text == ":":
        return None
    first = subject.left_edge
    if first.i == sentence_start(token) or first.nbor(-1).text != ",":
        return None
    fronts = (child for child in token.lefts if child.i < first.i and child.dep_ in FRONT)
    return next((front for front in fronts if _tells(front)), None)


def clause_before(token: Token) -> Token | None:
    """The clause before who told it, where the parser joins the two: "They hit the port and left, an aide told the Courier"."""
    clause, last = token.head, token.right_edge.i + 1
    while clause.dep_ == "conj":
        clause = clause.head
    finite = clause.tag_ in FINITE or any(child.tag_ in FINITE for child in clause.lefts if child.dep_ in ("aux", "auxpass"))
    if (subject := phrase_between(token)) is None or not finite or clause.head != clause:
        return None
    if any(other.is_alpha for other in token.doc[last : sentence_end(token)]):
        return None
    return clause if sum(word.is_alpha for word in token.doc[clause.left_edge.i : subject.left_edge.i]) >= ENOUGH else None


def phrase_between(token: Token) -> Token | None:
    """The noun that alone stands, with what describes it, between the last comma and a finite verb that hangs on the clause before.

    The parser joins the two, or takes the verb for an adverbial though nothing says so: "Ten died in a raid, the miller said Sunday".
    """
    loose = token.dep_ == "advcl" and not any(child.dep_ in ("mark", "advmod", *SUBJECTS) for child in token.lefts)
    if (
        (token.dep_ != "conj" and not loose)
        or token.tag_ not in FINITE
        or token.i - sentence_start(token) < 2
        or token.nbor(-1).pos_ not in NOUNS
    ):
        return None
    comma = next((n for n in range(token.i - 1, sentence_start(token), -1) if token.doc[n].text == ","), 0)
    words = list(token.doc[comma + 1 : token.i])
    tops = [word for word in words if word.head.i <= comma or word.head.i >= token.i]
    alone = bool(comma) and len(tops) == 1 and tops[0].pos_ in NOUNS and not any(word.tag_ in FINITE for word in words)
    return tops[0] if alone and words[0].pos_ != "ADP" else None


def _tells(front: Token) -> bool:
    words = list(front.subtree)
    return sum(word.is_alpha for word in words) >= ENOUGH and any(word.pos_ in VERBAL for word in words)


def clause_behind(token: Token, to_somebody: bool = False) -> Token | None:
    """The clause that the parser hangs on where it was said: "announced in a letter that he had quit the Front".

    Of a verb that takes who is told something (`to_somebody`) also one that it hangs on him: "told officers the Front had shot at them".
    """
    told = (child for child in token.rights if to_somebody and child.dep_ == "dobj" and child.pos_ in NOUNS)
    for clause in (clause for one in told for clause in one.children if clause.dep_ == "relcl"):
        if any(child.dep_ in SUBJECTS and child.lower_ not in grammar_of(child).relatives for child in clause.lefts) and not any(
            child.lower_ in grammar_of(child).relatives for child in clause.lefts
        ):
            return clause
    places = (place for child in token.rights if child.dep_ == "prep" for place in child.subtree if place.dep_ == "pobj")
    clauses = (child for place in places for child in place.children if child.dep_ in ("relcl", "acl"))
    return next((clause for clause in clauses if is_whole(clause) and any(child.dep_ in SUBJECTS for child in clause.children)), None)


def is_whole(clause: Token) -> bool:
    """Whether a clause is told behind a "that" which is no part of it; the parser may take that for a second object of its verb."""
    parts = [child.dep_ for child in clause.children]
    idle = [child.dep_ for child in clause.children if child.lower_ in grammar_of(clause).relative_things and child.i < clause.i]
    doubled = (prep for prep in clause.rights if prep.dep_ == "prep" and sum(child.dep_ == "pobj" for child in prep.children) > 1)
    if "nsubj" in parts and any(child.lower_ in grammar_of(clause).relative_things for prep in doubled for child in prep.children):
        return True  # "that the gates failed from neglect": the parser takes "that" for a second thing of "from"
    return "mark" in parts or ("nsubj" in parts and ("advmod" in idle or ("dobj" in idle and parts.count("dobj") > 1)))


def said_by_noun(token: Token, voices: Container[str], several: bool) -> tuple[Token, Token] | None:
    """What is said, and who says it, before a verb at the end of its sentence that the parser takes for a noun.

    "..., the ministry specifies", "..., local media report": between the last comma and the verb stands who speaks and nothing else, and
    it is one (with an article or a name) or `several` as the verb asks.
    """
    sentence, speaker = sentence_of(token), token if token.is_sent_start else token.nbor(-1)
    if speaker.pos_ not in NOUNS or any(not (other.is_punct or other.is_space) for other in sentence[token.i - sentence.start + 1 :]):
        return None
    first = speaker
    while first.i > sentence.start and first.nbor(-1).pos_ in PHRASE:
        first = first.nbor(-1)
    if first.i <= sentence.start + 1 or first.nbor(-1).text != ",":
        return None
    if not several and "PROPN" not in (first.pos_, speaker.pos_) and first.pos_ != "DET":
        return None  # "..., bank notes"
    known = speaker.lower_ in voices or speaker.lemma_.lower() in voices
    if not known or several != (speaker.tag_ in ("NNS", "NNPS")):
        return None
    heads = [word for word in sentence[: first.i - sentence.start] if word.pos_ in VERBAL and (word.head.i >= first.i or word.head == word)]
    return (heads[0], speaker) if heads else None


def quoted_text(token: Token, publications: frozenset[str]) -> Token | None:
    """The text that is quoted before a verb at the end of its sentence: "..., an army statement read"; the parser may see no verb there."""
    sentence = sentence_of(token)
    if any(not (other.is_punct or other.is_space) for other in sentence[token.i - sentence.start + 1 :]):
        return None
    marks = [other.i for other in sentence if other.is_quote and other.i < token.i]
    if not marks or marks[-1] == sentence.start:
        return None
    between = list(sentence[marks[-1] - sentence.start + 1 : token.i - sentence.start])
    first = next((n for n, other in enumerate(between) if other.lemma_.lower() in publications), None)
    head = first is not None and all(other.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PART", "PUNCT") for other in between[:first])
    return between[first] if first is not None and head else None


def taken_in(noun: Token) -> Token | None:
    """The verb of a sentence that a parser takes into a clause before it: "those who do not | will be shot"."""
    clauses = (child for child in noun.children if child.dep_ == "relcl")
    return next((clause for clause in clauses if any(token.tag_ == "MD" for token in helping(clause)[1:])), None)
