"""What somebody is given a time to do, which is demanded of him: "gave the army 48 hours to leave", "gave it until Friday to leave"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.grammar import TIMES, is_infinitive

WHOM = frozenset({"dative", "dobj"})


def due(verb: Token) -> list[Token]:
    """The heads of what is to be done within a time that a verb gives somebody."""
    things = [child for child in verb.rights if child.dep_ in WHOM]
    times = [*things, *(thing for prep in verb.rights if prep.dep_ == "prep" for thing in prep.children)]
    if not any(thing.ent_type_ in TIMES for thing in times) or all(thing.ent_type_ in TIMES for thing in things):
        return []
    return [
        child
        for part in (verb, *things)
        for child in part.rights
        if child.dep_ in ("advcl", "xcomp", "relcl", "acl") and is_infinitive(child)
    ][:1]
