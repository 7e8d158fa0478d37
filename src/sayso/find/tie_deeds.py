"""Ties told by a noun of what two have with each other: clashes between them, one's hostility toward the other, a place under control."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.sentences import sentence_end
from sayso.find.tie_doers import agents, subjects
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_nouns import ToldByNoun
from sayso.lang.language import Language

OWNERS = frozenset({"poss", "compound", "nmod", "amod"})
"""How whose deed it is stands before its noun: "Ruritania's hostility", "Ruritanian support", "Front control"."""
REACH = 8
"""How many words behind a noun its "between" may stand ("clashes in the hills between"); parses hang it on the nearest noun."""


NOMINAL = frozenset({"nsubj", "pobj", "dobj", "attr", "ROOT"})
"""Where an "-ing" stands as a noun: "fighting between ..."."""


VERBAL = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
"""Where a noun stands that its verb affirms, denies or only thinks of: "talks could start", "signed no treaty"."""


@dataclass(frozen=True, slots=True, eq=False)
class DeedRule:
    """One line of the table: a noun, its tie, the prepositions before its object and the kinds that both ends may be of.

    `doer` are prepositions before the noun: who acts is the object, who stands behind "of" the subject ("took it with the help of")."""

    predicate: str
    between: frozenset[str]
    object: frozenset[str]
    subject: frozenset[str]
    kinds: frozenset[str]
    doer: frozenset[str]
    place: bool
    owner: frozenset[str]
    named: bool
    flip: bool


@cache
def deed_rules(language: Language) -> Mapping[str, list[DeedRule]]:
    """The rules of a language's table by the lemma of their noun."""
    table = language.rules("ties")
    rules: dict[str, list[DeedRule]] = {}
    for row in table["deeds"]:
        kinds = frozenset(row.get("kinds", table["deed_kinds"]))
        between, target, subject, doer = (frozenset(row.get(key, ())) for key in ("between", "object", "subject", "doer"))
        owner, place, named = frozenset(row.get("owner", kinds)), row.get("ends") == "place", bool(row.get("named"))
        rule = DeedRule(row["predicate"], between, target, subject, kinds, doer, place, owner, named, bool(row.get("flip")))
        for noun in row["noun"]:
            rules.setdefault(noun, []).append(rule)
    return rules


def told_by_deeds(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """All that nouns of deeds and of being under somebody tell among the tokens."""
    rules = deed_rules(ends.scene.language)
    for token in tokens:
        if token.pos_ == "NOUN" or (token.tag_ == "VBG" and token.dep_ in NOMINAL):
            for rule in rules.get(token.lemma_.lower(), ()):
                yield from _told(token, rule, ends)
        if token.lower_ == table["under_words"][0] and token.dep_ == "prep":
            yield from _commanded(token, ends, table)
            yield from _below(token, ends, table["named"]["selves"])
        if token.lower_ in table["under_words"] and token.dep_ in ("prep", "advmod", "prt"):
            yield from _under(token, ends, table["under"])


def _told(noun: Token, rule: DeedRule, ends: Ends) -> Iterator[ToldByNoun]:
    words = grammar_of(noun)
    verb = _verb_of(noun, rule.doer | words.purpose, ends.scene.language.rules("ties")["open"])
    for word in _between(noun, rule.between):
        both = [end for head in _objects(word) for end in ends.of("object", head) if end.kind in rule.kinds]
        if len(both) < 2 and word.lower_ in words.belonging:
            continue  # "the alliance of Ruritania with": the other one stands behind
        yield from (ToldByNoun(rule.predicate, one, other, noun, verb) for n, one in enumerate(both) for other in both[n + 1 :])
        return
    if rule.doer and noun.dep_ == "pobj" and noun.head.lower_ in rule.doer:
        behind = [*_behind(noun, words.belonging | rule.subject), *_hung_above(noun.head, noun, rule.subject)]
        helpers = [end for word in behind for head in _objects(word) for end in ends.of("subject", head)]
        helpers += [end for child in noun.lefts if child.dep_ in OWNERS and child.tag_ != "PRP$" for end in _owner(child, ends)]
        acting = agents(verb) if verb is not None else [noun.head.head]  # "the Front, with the support of Ruritania, ..."
        helped = [end for head in acting for end in ends.of("object", head)]
        pairs = ((one, other) for one in helpers for other in helped if {one.kind, other.kind} <= rule.kinds)
        yield from (ToldByNoun(rule.predicate, one, other, noun, verb) for one, other in pairs)
        return
    owners = [child for child in noun.lefts if child.dep_ in OWNERS and not (rule.named and child.tag_ == "PRP$")]
    owners += [head for word in _behind(noun, rule.subject) for head in _objects(word)]
    targets = [head for word in _behind(noun, rule.object) for head in _objects(word)]
    owners += [child for before in noun.lefts if before.dep_ == "compound" for child in before.lefts if child.dep_ in OWNERS]
    if not owners and verb is not None and noun.dep_ == "dobj" and verb.lemma_ in ends.disowning:
        owners = [*agents(verb)]  # "denies links to"
    subjects = [end for head in owners for end in _owner(head, ends) if end.kind in rule.owner]
    if rule.place:  # "the presence of troops in Ruritania", where the parse hangs the place on the troops
        targets += [part for head in owners if head.i > noun.i for word in _behind(head, rule.object) for part in _objects(word)]
        objects = [end for head in targets for end in ends.of("object", head, "place")]
    else:
        objects = [end for head in targets for end in ends.of("object", head) if end.kind in rule.kinds]
    pairs = ((other, one) if rule.flip else (one, other) for one in subjects for other in objects)
    yield from (ToldByNoun(rule.predicate, one, other, noun, verb) for one, other in pairs)


def _verb_of(noun: Token, words: frozenset[str], left_open: Sequence[str]) -> Token | None:
    """The verb that affirms, denies or only wishes for a deed, also over a preposition ("called for a truce between")."""
    over = noun.dep_ == "pobj" and noun.head.lower_ in words
    verb = noun.head.head if over else noun.head
    said = [child for child in verb.children if child.dep_ in ("acomp", "attr")]
    if noun.dep_ == "nsubj" and verb.lemma_ in grammar_of(noun).copula and said and not any(child.lower_ in left_open for child in said):
        return None  # "the treaty with Borduria is not good": there is one
    return verb if (over or noun.dep_ in VERBAL) and verb.pos_ in ("VERB", "AUX") else None


def _owner(head: Token, ends: Ends) -> list[End]:
    """Whose deed it is: by a phrase of its own, else by the adjective of a country ("Ruritanian support")."""
    if head.dep_ != "amod":
        return ends.of("subject", head)
    state = ends.state(head)
    return [ends.end("subject", state)] if state else []


def _between(noun: Token, words: frozenset[str]) -> Iterator[Token]:
    """The "between" behind a noun, before any verb, or behind the verb whose subject the noun is: "clashes erupted between"."""
    if noun.dep_ == "nsubj":
        yield from (child for child in noun.head.children if child.dep_ == "prep" and child.lower_ in words)
    for token in noun.doc[noun.i + 1 : min(noun.i + 1 + REACH, sentence_end(noun))]:
        if token.lower_ in words:
            yield token
        if token.lower_ in words or token.pos_ in ("VERB", "AUX"):
            return


def _behind(noun: Token, words: frozenset[str]) -> Iterator[Token]:
    """The prepositions behind a noun, also where the parse has hung them on the verb whose object the noun is."""
    yield from (child for child in noun.children if child.dep_ == "prep" and child.lower_ in words)
    if noun.dep_ in ("dobj", "attr", "nsubj") and noun.head.pos_ in ("VERB", "AUX"):
        yield from (child for child in noun.head.children if child.dep_ == "prep" and child.lower_ in words and child.i > noun.i)


def _objects(word: Token) -> list[Token]:
    return [part for part in word.children if part.dep_ == "pobj"]


def _under(word: Token, ends: Ends, rows: Sequence[Mapping[str, Any]]) -> Iterator[ToldByNoun]:
    """What stands under somebody: "the brigades under the command of the Front", "the town is under Front control"."""
    for noun in _objects(word):
        said = (row for row in rows if noun.lemma_.lower() in row["noun"])
        row = next((row for row in said if word.lower_ in row.get("word", ends.scene.language.rules("ties")["under_words"][:1])), None)
        if row is None or (lower := _stands_under(word, ends.scene.language.rules("ties")["under_verbs"], row)) is None:
            continue
        owners = [child for child in noun.lefts if child.dep_ in OWNERS]
        behind = [*_behind(noun, frozenset(row["of"])), *_hung_above(word, noun, row["of"])]
        owners += [head for of in behind for head in _objects(of)]
        uppers = [end for head in owners for end in _owner(head, ends)]
        for upper in uppers:
            for end in ends.of("object", lower, row["ends"]):
                fits = end.kind == "place" if row["ends"] == "place" else end.kind != "person" or row.get("acting")
                if fits and upper.key != end.key:
                    flip = row.get("lower") or (upper.kind != "person" and row.get("flip"))
                    subject, target = (end, upper) if flip else (upper, end)
                    predicate = row["flip"] if upper.kind != "person" and row.get("flip") else row["predicate"]
                    verb = word.head if row.get("acting") and word.head.pos_ == "VERB" else None
                    yield ToldByNoun(predicate, subject, target, noun, verb)


def _commanded(word: Token, ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """Who commands a body, or some of its people, and is named behind "under": "the Dawn Front under Otto Brand", "Dawn fighters under".

    So does under whom an armed group does something ("broke away under Otto Brand").
    """
    head = word.head
    persons = [end for one in _objects(word) for end in ends.of("subject", one) if end.kind == "person"]
    if persons and head.pos_ == "VERB":
        acting = [end for one in subjects(head) for end in ends.of("object", one) if end.kind == "armed_group"]
        yield from (ToldByNoun("leads", person, body, word, None) for person in persons for body in acting)
        return
    if not persons or head.pos_ not in ("NOUN", "PROPN") or head.i > word.i:
        return
    whole = ends.cast.name_at(ends.passage, head) is not None
    bodies = [end for end in ends.of("object", head) if end.kind in ("armed_group", "government_body", "other")]
    predicate = "leads" if whole else table["members_under"]
    yield from (ToldByNoun(predicate, person, body, word, None) for person in persons for body in bodies if person.key != body.key)


def _below(word: Token, ends: Ends, groups: Sequence[str]) -> Iterator[ToldByNoun]:
    """What is said to be a group under another one: "the Hill Brigades are an armed group under the Dawn Front"."""
    head, above = word.head, word.head.head
    said = head.dep_ == "attr" and above.lemma_ in grammar_of(word).copula
    if head.lower_ not in groups or not (said or head.dep_ == "appos"):
        return
    verb = above if said else None
    named = subjects(above) if said else [above]
    lower = [end for one in named for end in ends.of("subject", one) if end.kind in ("armed_group", "other")]
    upper = [end for one in _objects(word) for end in ends.of("object", one) if end.kind in ("armed_group", "other")]
    yield from (ToldByNoun("part_of", one, other, word, verb) for one in lower for other in upper)


def _hung_above(word: Token, noun: Token, prepositions: Collection[str]) -> Iterator[Token]:
    """The preposition right behind a noun that the parse hangs on the verb: "marched in alliance with the Front"."""
    yield from (child for child in word.head.children if child.i == noun.i + 1 and child.lower_ in prepositions)


def _stands_under(word: Token, verbs: Sequence[str], row: Mapping[str, Any]) -> Token | None:
    """The noun that is said to be under somebody; with `whatever` also the subject of any verb that it stands beside, or who acts."""
    head = word.head
    if head.dep_ == "dobj" and row.get("acting") and head.head.pos_ == "VERB":
        head = head.head  # "killed the judge on the orders of", of which the parse makes one phrase
    if head.pos_ in ("NOUN", "PROPN"):
        return head
    if head.pos_ in ("AUX", "VERB") and (row.get("whatever") or head.lemma_ in verbs):
        return next(agents(head) if row.get("acting") else subjects(head), None)
    return None
