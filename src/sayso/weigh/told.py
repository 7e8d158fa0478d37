"""Ties and figures: what the claims of a pile tell of actors, gathered by subject."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.records.actor import Figure, Tie
from sayso.records.amount import Amount
from sayso.records.claim import Claim, Slot
from sayso.records.when import When
from sayso.weigh.pile import Pile
from sayso.weigh.testimony import Testimony

Key = tuple[str, str, str, str, str, str]
"""All that makes a number one with another."""
VAGUE = 5
"""UCDP's where_prec of a part of a country or region that has no name of its own."""

NAMING = frozenset({"alias_of", "renamed_from"})
"""Ties between two names, which mostly are one actor's."""


def ties_of(pile: Pile) -> list[Tie]:
    """Each subject, predicate and object once, with all the claims that affirm it; the dates are those of the first that gives any."""
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if ends := tie_ends(pile, claim):
            groups[ends].append(claim)
    return [
        Tie(*key, tuple(c.id for c in claims), _date(claims, "since"), _date(claims, "until")) for key, claims in sorted(groups.items())
    ]


def tie_ends(pile: Pile, claim: Claim) -> tuple[str, str, str] | None:
    """The subject, predicate and object of which a claim tells, if it tells of a tie."""
    subject, other = claim.slot("subject"), claim.slot("object")
    if claim.kind != "tie" or claim.polarity == "denies" or not subject or not other:
        return None
    one, two = _end(pile, claim, subject), _other_end(pile, claim, subject, other)
    return (one, claim.verb, two) if one != two else None


def _other_end(pile: Pile, claim: Claim, subject: Slot, other: Slot) -> str:
    """The object of a tie; of a tie between two names of one actor the words of the one that it does not go by here."""
    end = _end(pile, claim, other)
    if claim.verb not in NAMING or end != _end(pile, claim, subject):
        return end
    if other.text != pile.name(end):
        return other.text
    return subject.text if claim.verb == "alias_of" and subject.text != other.text else end


def _end(pile: Pile, claim: Claim, slot: Slot) -> str:
    """One end of a tie: an actor's id, a place's name, or its words, also where they mean a part of the place ("northern Ruritania")."""
    named = slot.place.name if slot.place and slot.place.precision != VAGUE else slot.text
    return pile.actor(claim, slot.actor) or named


def _date(claims: Sequence[Claim], name: str) -> When | None:
    return next((slot.when for claim in claims for slot in claim.slots if slot.name == name and slot.when), None)


def figures_of(pile: Pile) -> list[Figure]:
    """Every number told beside incidents, by what it is of; equal numbers of one thing are one figure."""
    groups: dict[Key, list[tuple[Claim, Slot]]] = defaultdict(list)
    for claim in pile.claims.values():
        for key, slot in numbers_told(pile, claim):
            groups[key].append((claim, slot))
    return [_figure(key, told) for key, told in sorted(groups.items())]


def numbers_told(pile: Pile, claim: Claim) -> Iterable[tuple[Key, Slot]]:
    """The numbers of a claim but those of an incident, each with all that makes it one with another."""
    if claim.kind == "event" and claim.id in pile.linking.incident_of:
        return
    for slot in claim.slots:
        if slot.amount:
            yield _key(*_what(pile, claim, slot), slot.amount), slot


def _key(subject: str, measure: str, amount: Amount) -> Key:
    """All that makes a number one with another: of what, what it measures, how many of what."""
    vague = amount.qualifier.lower() if amount.low is amount.high is None else ""
    return subject, measure, str(amount.low), str(amount.high), amount.unit.lower(), vague


def figure_id(key: Key) -> str:
    """The id of the figure of a number told."""
    return "f-" + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:12]


def _what(pile: Pile, claim: Claim, slot: Slot) -> tuple[str, str]:
    """Of what a number is told, and what it measures."""
    if claim.kind == "event":
        return claim.verb, slot.name
    subject = claim.slot("subject")
    return (_end(pile, claim, subject) if subject else claim.verb), claim.verb


def _figure(key: Key, told: Sequence[tuple[Claim, Slot]]) -> Figure:
    _, slot = told[0]
    assert slot.amount is not None
    ids = tuple(dict.fromkeys(one.id for one, _ in told))
    as_of = next((s.when for one, _ in told for s in one.slots if s.name == "as_of" and s.when), None)
    return Figure(figure_id(key), key[0], key[1], slot.amount, ids, as_of, None)


def figures_in(incident: str, told: Iterable[Testimony]) -> list[Figure]:
    """Every number that is told of an incident."""
    keys: dict[int, Key] = {}
    groups: dict[Key, list[tuple[Amount, Testimony]]] = defaultdict(list)
    for one in told:
        for count in one.details.counts:
            if count.amount:
                key = keys.get(id(count)) or keys.setdefault(id(count), _key(incident, count.role, count.amount))
                groups[key].append((count.amount, one))
    return [_figure_in(key, own) for key, own in sorted(groups.items())]


def _figure_in(key: Key, told: Sequence[tuple[Amount, Testimony]]) -> Figure:
    ids = tuple(dict.fromkeys([one.claim for _, one in told]))
    as_of = next((one.details.as_of for _, one in told if one.details.as_of), None)
    return Figure(figure_id(key), key[0], key[1], told[0][0], ids, as_of, key[0])
