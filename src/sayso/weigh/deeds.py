"""Violent incidents by what pledges and threats speak of: who did them, out of which country, and against whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.records.claim import Claim
from sayso.records.incident import Incident
from sayso.records.vocabulary import vocabulary
from sayso.weigh.pile import Pile

VIOLENT_FAMILIES = frozenset({"fire", "blast", "fighting", "intrusion", "poison", "seizure_of_people"})
EVERYWHERE = ("from", "place", "toward", "target", "landed")


class Deeds:
    """The violent incidents of a pile, each looked at once for however many pledges; they are meant by their numbers here."""

    def __init__(self, pile: Pile, incidents: Sequence[Incident]) -> None:
        self._pile = pile
        self._incidents = [incident for incident in incidents if _violent(incident.type)]
        self._by_agent: dict[str, set[int]] = defaultdict(set)
        self._at: dict[str, set[int]] = defaultdict(set)
        self._out_of: dict[str, set[int]] = defaultdict(set)
        self._by_party_at_states: dict[str, list[tuple[int, set[str]]]] = defaultdict(list)
        for number, incident in enumerate(self._incidents):
            self._note(number, incident)

    def _note(self, number: int, incident: Incident) -> None:
        pile, told = self._pile, [self._pile.claims[claim] for claim in incident.claims]
        for agent in incident.agents:
            self._by_agent[agent].add(number)
        for country in _countries(told, *EVERYWHERE):
            self._at[country].add(number)
        source = _countries(told, "from") or _countries(told, "place")
        aims = _countries(told, "toward", "target", "landed") | (_countries(told, "place") if _countries(told, "from") else set())
        aims |= {pile.countries.code(pile.name(who)) for who in actors_in(pile, told, "target")} - {""}
        for country in source if aims - source else ():
            self._out_of[country].add(number)
        states = {who for who in actors_in(pile, told, "target", "agent") if pile.actors[who].kind in {"state", "government_body"}}
        for party in {pile.party(agent) for agent in incident.agents}:
            self._by_party_at_states[party].append((number, {pile.party(who) for who in states}))

    def by_named(self, doers: Iterable[str], countries: Iterable[str]) -> set[int]:
        """Those that one of these did, in or at one of these countries; wherever, where none is named."""
        done, where = {number for doer in doers for number in self._by_agent.get(doer, ())}, list(countries)
        return done & {number for country in where for number in self._at.get(country, ())} if where else done

    def across_border(self, countries: Iterable[str], giver: str) -> set[int]:
        """Those that came out of one of these countries and went into another one, or in which the giver himself struck another state."""
        crossed = {number for country in countries for number in self._out_of.get(country, ())}
        return crossed | {number for number, states in self._by_party_at_states.get(giver, ()) if states - {giver}}

    def in_order(self, numbers: Iterable[int]) -> Iterable[Incident]:
        """The incidents of these numbers, in the order in which they were given."""
        return (self._incidents[number] for number in sorted(numbers))


def actors_in(pile: Pile, claims: Sequence[Claim], *roles: str) -> set[str]:
    """The actors that stand in these roles."""
    return {who for claim in claims for slot in claim.slots if slot.name in roles and (who := pile.actor(claim, slot.actor))}


def _countries(claims: Sequence[Claim], *roles: str) -> set[str]:
    """The countries of the places that stand in these roles."""
    return {slot.place.country for claim in claims for slot in claim.slots if slot.name in roles and slot.place and slot.place.country}


def _violent(kind: str) -> bool:
    """Whether a type of event is violence or fire, which pledges of peace rule out."""
    return any(kind in family.types for name, family in vocabulary().families.items() if name in VIOLENT_FAMILIES)
