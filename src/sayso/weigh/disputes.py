"""On which questions voices differ: whether it happened, who did it, how many, whether it landed; and numbers of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.lang.tolls import is_part
from sayso.records.actor import Figure
from sayso.records.amount import Amount
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind, Side
from sayso.records.incident import Incident
from sayso.records.vocabulary import vocabulary
from sayso.weigh.answers import dispute
from sayso.weigh.ascribing import ELSEWHERE, accused, blamed_unnamed, by_doer, has_a_name, points_elsewhere
from sayso.weigh.bearing import Held
from sayso.weigh.exclusions import excluded_details
from sayso.weigh.killers import killer_disputes, killers_asked
from sayso.weigh.numbers import amounts_of, by_number, counted, excludes, is_loose, is_toll, told_against
from sayso.weigh.oppositions import oppositions_of, questions_about
from sayso.weigh.passages import passage_disputes, who_is_counted
from sayso.weigh.pile import Pile
from sayso.weigh.replies import IS_IT_SO
from sayso.weigh.stances import DENIES, HARM, NO, SILENT, YES, answers, denies_own_part, happened, unharmed
from sayso.weigh.told import numbers_told
from sayso.weigh.vehicles import vehicle_disputes

OCCURRENCE, PERPETRATOR, LANDING = "Did it happen?", "Who did it?", "Did any land?"


def disputes_of(pile: Pile, incidents: Sequence[Incident]) -> list[Dispute]:
    """The questions on which the voices of incidents differ."""
    return _folded(dispute for incident in incidents for dispute in incident_disputes(pile, incident))


def disputes_beside(pile: Pile, figures: Sequence[Figure], pledges: Sequence[Held], near: Pile) -> list[Dispute]:
    """Disputes about what is no incident: of denials, of figures, and about actors; and those of passages, whose claims are in `near`."""
    about_actors = [*figure_disputes(pile, figures), *oppositions_of(pile, pledges), *killer_disputes(pile)]
    return _folded([*_plain_denials(pile), *passage_disputes(near), *about_actors])


def questions_beside(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """About what, and to which questions, a claim can give answers that are disputed beside those of its incident."""
    if others := _denied(pile, claim.id):
        yield others[0].id, IS_IT_SO
    for (subject, measure, *_), _ in numbers_told(pile, claim) if claim.kind != "event" else ():
        if subject in pile.actors:
            yield subject, _how_many(pile, subject, measure)
    yield from questions_about(pile, claim)
    yield from killers_asked(pile, claim)


def _folded(found: Iterable[Dispute]) -> list[Dispute]:
    """One dispute a question: what was found of one question in several places has its sides put together by their answer."""
    folded: dict[str, Dispute] = {}
    for one in found:
        first = folded.get(one.id)
        folded[one.id] = replace(one, sides=_sides([*first.sides, *one.sides])) if first else one
    return list(folded.values())


def _sides(sides: Iterable[Side]) -> tuple[Side, ...]:
    """Sides with the same answer as one, in the order in which the answers first stand."""
    joined: dict[str, Side] = {}
    for side in sides:
        first = joined.get(side.value, Side(side.value, (), ()))
        holders, claims = dict.fromkeys(first.holders + side.holders), dict.fromkeys(first.claims + side.claims)
        joined[side.value] = Side(side.value, tuple(holders), tuple(claims))
    return tuple(joined.values())


def incident_disputes(pile: Pile, incident: Incident) -> Iterable[Dispute]:
    """The questions on which the voices of one incident differ."""
    claims = [pile.claims[claim] for claim in incident.claims]
    by_stance = _by_answer(claims, lambda claim: [value] if (value := happened(pile, claim)) in {YES, DENIES} else [])
    if len(by_stance) > 1:
        if any(not _in_one_account(pile, claim, other) for claim in by_stance[YES] for other in by_stance[DENIES]):
            yield dispute(pile, incident.id, OCCURRENCE, "occurrence", by_stance)
        yield from _turned(pile, incident, by_stance)
    else:
        doers = _doers(pile, claims)
        if silent := [claim for claim in claims if happened(pile, claim) == SILENT and pile.party(pile.voice(claim)) in doers]:
            yield dispute(pile, incident.id, OCCURRENCE, "occurrence", by_stance | {SILENT: silent})
    yield from _responsibility(pile, incident, claims)
    yield from _landing(pile, incident, claims, by_stance.get(DENIES, []))
    yield from excluded_details(pile, incident, claims)
    yield from vehicle_disputes(pile, incident, claims)
    for role in ("count", *HARM):
        yield from _numbers(pile, incident, claims, role, by_stance.get(DENIES, []))
    for role in HARM:
        yield from _nobody(pile, incident, claims, role)


def _nobody(pile: Pile, incident: Incident, claims: Sequence[Claim], role: str) -> Iterable[Dispute]:
    """Who says that nobody was killed, or hurt, beside others who tell of some."""
    none = [claim for claim in claims if role in unharmed(pile, claim)]
    voices = {pile.voice(claim) for claim in none}
    some = [claim for claim in claims if claim.polarity == "affirms" and amounts_of(pile, claim, role) and pile.voice(claim) not in voices]
    if none and some:
        yield dispute(pile, incident.id, f"Was anybody {role}?", "count", {NO: none, YES: some})


def _doers(pile: Pile, claims: Sequence[Claim]) -> set[str]:
    """The parties that are said to have done it, by name or as those whose weapon it was: where one has no comment the question is open."""
    told = [claim for claim in claims if claim.act != "declines_comment"]
    codes = {pile.countries.code(word) for claim in told if (slot := claim.slot("instrument")) for word in slot.text.split()} - {""}
    voices = {pile.party(pile.voice(claim)) for claim in claims}
    owners = {who for who in voices if codes and pile.countries.code(pile.name(who)) in codes}
    return owners | {pile.party(who) for claim in told for who in pile.agents(claim)}


def _by_answer(claims: Iterable[Claim], answer: Callable[[Claim], list[str]]) -> dict[str, list[Claim]]:
    """The claims by what they answer."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for value in answer(claim):
            groups[value].append(claim)
    return dict(groups)


def _turned(pile: Pile, incident: Incident, by_stance: Mapping[str, Sequence[Claim]]) -> Iterable[Dispute]:
    """One party that both affirms and denies: a dispute with itself, for each such party."""
    of_party = {value: _by_answer(group, lambda claim: [pile.party(pile.voice(claim))]) for value, group in by_stance.items()}
    for party in sorted(of_party[YES].keys() & of_party[DENIES].keys()):
        own = {value: groups.get(party, []) for value, groups in of_party.items()}
        if any(not any(_in_one_account(pile, claim, other) for other in own[DENIES]) for claim in own[YES]):
            yield dispute(pile, incident.id, f"Did {pile.name(party)} say that it happened?", "occurrence", own)


def _in_one_account(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether one document has both from one party, of one day: it speaks of two things then, and does not contradict itself.

    A body and its spokesman may well, where nobody tells when either spoke: the one denies what the other then admits.
    """
    voices = {pile.voice(one), pile.voice(other)}
    together = one.span.doc == other.span.doc and len(set(map(pile.party, voices))) == 1
    if one.said is None or other.said is None:
        return together and len(voices) == 1
    return together and one.said == other.said


def _responsibility(pile: Pile, incident: Incident, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """Different camps named as the doer, or the named one's denial, or his word that it was another.

    A group, its branch and its mouthpiece are one answer.
    """
    by_agent = _by_answer(claims, lambda claim: sorted({pile.camp(who) for who in accused(pile, claim)}))
    joint = {agent for claim in claims if len(pile.agents(claim)) > 1 for agent in map(pile.camp, pile.agents(claim))}
    told_of = {agent: own for agent, own in by_agent.items() if agent not in joint}
    known = {agent: own for agent, own in told_of.items() if has_a_name(pile, agent)}
    sides = by_doer(pile, known or told_of)
    if denying := [claim for claim in claims if denies_own_part(pile, claim)]:
        sides[DENIES] = denying
    told = {claim.id for own in sides.values() for claim in own}
    if elsewhere := [c for c in claims if c.id not in told and pile.camp(pile.voice(c)) in by_agent and points_elsewhere(pile, c)]:
        sides[ELSEWHERE] = elsewhere
        told |= {claim.id for claim in elsewhere}
    for claim in claims if known or denying else ():  # beside "two men" any other words for doers may be the same
        if claim.id not in told and (words := blamed_unnamed(pile, claim)):
            sides.setdefault(words, []).append(claim)
    if len(sides) > 1:
        yield dispute(pile, incident.id, PERPETRATOR, "responsibility", sides)


def _landing(pile: Pile, incident: Incident, claims: Sequence[Claim], denying: Sequence[Claim]) -> Iterable[Dispute]:
    """Some say that it landed, others that it did not, or that there was nothing to land."""
    question = vocabulary().questions["landed"]
    sides = _by_answer(claims, lambda claim: [NO if NO in told else YES] if (told := answers(pile, claim, question)) else [])
    if YES in sides and (NO in sides or denying):
        yield dispute(pile, incident.id, LANDING, "outcome", sides | ({DENIES: list(denying)} if denying else {}))


def _numbers(pile: Pile, incident: Incident, claims: Sequence[Claim], role: str, denying: Sequence[Claim]) -> Iterable[Dispute]:
    """Numbers that exclude each other; who denies the event stands beside them as a side of its own, never as the number 0."""
    told = [(amount, claim) for claim in claims if claim.act != "denies" for amount in amounts_of(pile, claim, role)]
    by_unit: dict[str, list[tuple[Amount, Claim]]] = defaultdict(list)
    fighters = any("fighters" in who_is_counted(pile, *one) for one in told)
    for amount, claim in told:  # where nobody counts fighters the dead are the civilians, whichever word is used
        apart = role in HARM and is_part(amount, pile.language(claim))
        people = role in HARM and not apart and not fighters and who_is_counted(pile, amount, claim)
        by_unit["" if people else counted(amount, pile.language(claim))].append((amount, claim))
    for unit, amounts in sorted(by_unit.items()):
        against = told_against(pile, amounts)
        sides = by_number(pile, [(amount, claim) for amount, claim in amounts if against[amount] - {pile.voice(claim)}])
        if len(sides) > 1:
            named = [amount for amount, claim in amounts if not is_toll(amount, pile.language(claim))]
            plain = [amount for amount, claim in amounts if amount in named and counted(amount, pile.language(claim)) == unit]
            question = _how_many_of(role, _plural(plain) or _plural(named))
            yield dispute(pile, incident.id, question, "count", sides | ({DENIES: list(denying)} if denying else {}))


def _how_many_of(role: str, counted: str) -> str:
    """The question for a number: dead and hurt of one kind are asked for apart."""
    return f"How many {counted or role}?" if role not in HARM or not counted else f"How many {counted} {role}?"


def _plural(amounts: Iterable[Amount]) -> str:
    """What is counted in the form in which it is mostly written: "rockets" where one says "a rocket"."""
    return max((amount.unit.lower().split()[-1] for amount in amounts if amount.unit.split()), key=len, default="")


def figure_disputes(pile: Pile, figures: Sequence[Figure]) -> Iterable[Dispute]:
    """Numbers of one subject and measure, at one time, by different voices, that exclude each other; a series of dates is none."""
    groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.incident is None and figure.as_of is not None and figure.subject in pile.actors:
            groups[figure.subject, figure.measure, counted(figure.amount, pile.language(pile.claims[figure.claims[0]]))].append(figure)
    for (subject, measure, _), told in sorted(groups.items()):
        clashing = [pair for pair in combinations(told, 2) if _clash(pile, *pair)]
        sides = {str(f.amount): [pile.claims[c] for c in f.claims] for pair in clashing for f in pair}
        if len(sides) > 1:
            yield dispute(pile, subject, _how_many(pile, subject, measure), "count", sides)


def _how_many(pile: Pile, subject: str, measure: str) -> str:
    return f"{measure.replace('_', ' ')} of {pile.name(subject)}?"


def _clash(pile: Pile, one: Figure, other: Figure) -> bool:
    if one.as_of is None or other.as_of is None or not one.as_of.overlaps(other.as_of):
        return False
    loose = any(is_loose(figure.amount, pile.language(pile.claims[figure.claims[0]])) for figure in (one, other))
    if not excludes(one.amount, other.amount, loose):
        return False
    voices = [{pile.voice(pile.claims[claim]) for claim in figure.claims} for figure in (one, other)]
    return not voices[0] & voices[1]


def _plain_denials(pile: Pile) -> Iterable[Dispute]:
    """A denial of what is no incident (a tie, a statement), beside what it denies."""
    for claim in sorted(pile.claims):
        if others := _denied(pile, claim):
            kind: DisputeKind = "status" if others[0].kind == "tie" else "relay"
            yield dispute(pile, others[0].id, IS_IT_SO, kind, {YES: others, DENIES: [pile.claims[claim]]})


def _denied(pile: Pile, claim: str) -> list[Claim]:
    """What a claim denies, in the order of ids, unless it tells of an incident."""
    rights = pile.pointed_at("denies", claim) if claim not in pile.linking.incident_of else ()
    return [pile.claims[right] for right in rights if right in pile.claims]
