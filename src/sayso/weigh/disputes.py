"""On which questions voices differ: whether it happened, who did it, how many, whether it landed; and numbers of one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import combinations, compress
from operator import attrgetter
from typing import TypeVar

from msgspec.structs import replace as replace_part

from sayso.records.actor import Figure
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind, Side
from sayso.records.incident import Incident
from sayso.records.vocabulary import vocabulary
from sayso.weigh.answers import dispute, dispute_id, dispute_told, question_on
from sayso.weigh.appraisals import appraisal_disputes
from sayso.weigh.ascribing import ELSEWHERE, by_doer
from sayso.weigh.bearing import Held
from sayso.weigh.dossiers import Before
from sayso.weigh.exclusions import excluded_details
from sayso.weigh.killers import killer_disputes, killers_asked
from sayso.weigh.motives import motive_disputes
from sayso.weigh.numbers import by_number, counted, excludes, is_loose, told_against
from sayso.weigh.oppositions import against_pledges, oppositions_of, questions_about
from sayso.weigh.passages import passage_disputes
from sayso.weigh.pile import Pile
from sayso.weigh.replies import IS_IT_SO
from sayso.weigh.stances import DENIES, HARM, NO, SILENT, YES
from sayso.weigh.testimony import Blamed, Count, Details, Testimony, tallied
from sayso.weigh.told import numbers_told
from sayso.weigh.vehicles import vehicle_disputes

T = TypeVar("T")
Groups = dict[str, list[Testimony]]
STANCE, SPEAKER, BLAME, DETAILS = map(attrgetter, ("stance", "speaker", "blame", "details"))
OCCURRENCE, PERPETRATOR, LANDING = (vocabulary().questions[key].label for key in ("happened", "by_whom", "landed"))


def disputes_of(incident: Incident, told: Sequence[Testimony], before: Before | None = None) -> tuple[list[Dispute], frozenset[str]]:
    """The questions on which the voices of an incident differ, and the ids of those that are left as they were `before`.

    These are of parties that contradict themselves, and of which nothing is told otherwise: some hundred in an incident of thousands.
    """
    by_stance = _by_answer(told, STANCE, lambda stance: [stance.happened] if stance.happened in {YES, DENIES} else [])
    turned = [(dispute_id(incident.id, question), question, own) for question, own in _turned(by_stance)]
    steady = {ident for ident, _, own in turned if before and before.leaves(own[YES][0].speaker)}
    left = before.disputes & steady if before else frozenset[str]()
    anew = [(question, own) for ident, question, own in turned if ident not in left]
    return _folded(_incident_disputes(incident.id, told, by_stance, anew)), left


def disputes_beside(pile: Pile, figures: Sequence[Figure], near: Pile, pledged: Pile, pledges: Sequence[Held]) -> list[Dispute]:
    """Disputes about what is no incident: of denials, of figures, and about actors.

    Those of passages are of claims in `near`, those on whether pledges are kept of claims that are `pledged`, or say that one was broken.
    """
    about_actors = [*figure_disputes(pile, figures), *oppositions_of(pile), *killer_disputes(pile)]
    return _folded([*_plain_denials(pile), *passage_disputes(near), *about_actors, *against_pledges(pledged, pledges)])


def questions_beside(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """About what, and to which questions, a claim can give answers that are disputed beside those of its incident, whatever that is."""
    for (subject, measure, *_), _ in numbers_told(pile, claim) if claim.kind != "event" else ():
        if subject in pile.actors:
            yield subject, _how_many(pile, subject, measure)
    yield from questions_about(pile, claim)


def questions_across(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """The further ones to which the answers hang on the incident that it is of."""
    if others := _denied(pile, claim.id):
        yield others[0].id, IS_IT_SO
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


def _incident_disputes(
    incident: str, told: Sequence[Testimony], by_stance: Groups, turned: Iterable[tuple[str, Groups]]
) -> Iterable[Dispute]:
    denying = by_stance.get(DENIES, [])
    if len(by_stance) > 1:
        if any(not _in_one_account(one, other) for one in by_stance[YES] for other in denying):
            yield dispute_told(incident, OCCURRENCE, "occurrence", by_stance)
        for question, own in turned:
            if any(not any(_in_one_account(one, other) for other in own[DENIES]) for one in own[YES]):
                yield dispute_told(incident, question, "occurrence", own)
    elif silent := [one for one in told if one.stance.happened == SILENT]:
        doers = _doers(told)
        if asked := [one for one in silent if one.speaker.party in doers]:
            yield dispute_told(incident, OCCURRENCE, "occurrence", by_stance | {SILENT: asked})
    yield from _responsibility(incident, told)
    yield from _landing(incident, told, denying)
    yield from excluded_details(incident, told)
    yield from vehicle_disputes(incident, told)
    yield from appraisal_disputes(incident, told)
    yield from motive_disputes(incident, told)
    counts: dict[str, list[tuple[Count, Testimony]]] = defaultdict(list)
    for one in told:
        for count in one.details.counts if one.stance.act != "denies" else ():
            counts[count.role].append((count, one))
    for role in ("count", *HARM):
        yield from _numbers(incident, counts[role], role, denying)


def _doers(told: Sequence[Testimony]) -> set[str]:
    """The parties that are said to have done it, by name or as those whose weapon it was: where one has no comment the question is open."""
    telling = [one for one in told if one.stance.act != "declines_comment"]
    codes = {code for one in telling for code in one.details.made_in}
    owners = {one.speaker.party for one in told if one.speaker.country in codes}
    return owners | {agent.party for one in telling for agent in one.blame.agents}


def _by_answer(told: Sequence[Testimony], part: Callable[[Testimony], T], answer: Callable[[T], Iterable[str]]) -> Groups:
    """What is told by what a part of it answers; of the parts of testimonies that are kept many are one and the same, and asked once."""
    parts = list(map(part, told))
    answers = {ident: tuple(answer(one)) for ident, one in dict(zip(map(id, parts), parts, strict=True)).items()}
    groups: Groups = defaultdict(list)
    for one, ident in zip(told, map(id, parts), strict=True):
        for value in answers[ident]:
            groups[value].append(one)
    return dict(groups)


def _turned(by_stance: Groups) -> Iterable[tuple[str, Groups]]:
    """Each party that both affirms and denies, which may be a dispute with itself: the question, and what it tells."""
    of_party = {value: _by_answer(group, SPEAKER, lambda speaker: [speaker.party]) for value, group in by_stance.items()}
    for party in sorted(of_party.get(YES, {}).keys() & of_party.get(DENIES, {}).keys()):
        own = {value: groups[party] for value, groups in of_party.items()}
        yield question_on("said_so", name=own[YES][0].speaker.name), own


def _in_one_account(one: Testimony, other: Testimony) -> bool:
    """Whether one document has both from one party, of one day: it speaks of two things then, and does not contradict itself.

    A body and its spokesman may well, where nobody tells when either spoke: the one denies what the other then admits.
    """
    if one.doc != other.doc or one.speaker.party != other.speaker.party:
        return False
    if one.said is None or other.said is None:
        return one.speaker.voice == other.speaker.voice
    return one.said == other.said


def _responsibility(incident: str, told: Sequence[Testimony]) -> Iterable[Dispute]:
    """Different camps named as the doer, or the named one's denial, or his word that it was another.

    A group, its branch and its mouthpiece are one answer.
    """
    told = _as_claimed(told)
    by_camp = _by_answer(told, BLAME, lambda blame: [blamed.camp for blamed in blame.accused])
    blames = [blame for blame, _ in tallied([one.blame for one in told])]
    named = {blamed.camp: blamed for blame in blames for blamed in blame.accused}
    joint = {agent.camp for blame in blames if len(blame.agents) > 1 for agent in blame.agents}
    apart = {camp: own for camp, own in by_camp.items() if camp not in joint}
    known = {camp: own for camp, own in apart.items() if named[camp].known}
    together = {} if known else _together(told, joint)
    doers = known or ({} if together else apart)
    sides = by_doer(doers, {camp: (blamed.name, blamed.body) for camp, blamed in named.items()}) | together
    if denying := [one for one in told if one.stance.own_part]:
        sides[DENIES] = denying
    answered = {one.claim for own in sides.values() for one in own}
    pointing = (one for one in told if one.blame.elsewhere and one.speaker.camp in by_camp)
    if elsewhere := [one for one in pointing if one.claim not in answered]:
        sides[ELSEWHERE] = elsewhere
        answered |= {one.claim for one in elsewhere}
    for one in told if known or together or denying else ():  # beside "two men" any other words for doers may be the same
        if one.blame.unnamed and one.claim not in answered:
            sides.setdefault(one.blame.unnamed, []).append(one)
    if len(sides) > 1:
        yield dispute_told(incident, PERPETRATOR, "responsibility", sides)


def _as_claimed(told: Sequence[Testimony]) -> list[Testimony]:
    """What is told, where who takes responsibility in a report names there nobody but himself: "our Orsk brigade did it"."""
    claiming = {(one.speaker.camp, one.doc) for one in told if one.stance.act == "claims_responsibility"}
    return [_of_own(one) if (one.speaker.camp, one.doc) in claiming and one.blame.accused else one for one in told]


def _of_own(one: Testimony) -> Testimony:
    who = one.speaker
    own = next((blamed for blamed in one.blame.accused if blamed.camp == who.camp), Blamed(who.camp, who.name, who.known, who.name))
    return replace_part(one, blame=replace_part(one.blame, agents=(), accused=(own,), elsewhere=False))


def _together(told: Sequence[Testimony], joint: Collection[str]) -> dict[str, list[Testimony]]:
    """The camps that are named as doers together, as one answer, if they have names."""
    own = [one for one in told if one.blame.accused and all(blamed.camp in joint and blamed.known for blamed in one.blame.accused)]
    named = {blamed.camp: blamed.name for one in own for blamed in one.blame.accused}
    return {", ".join(sorted(named.values())): own} if own else {}


def _landing(incident: str, told: Sequence[Testimony], denying: Sequence[Testimony]) -> Iterable[Dispute]:
    """Some say that it landed, others that it did not, or that there was nothing to land."""

    def landed(details: Details) -> list[str]:
        return [NO if NO in values else YES for question, values in details.answers if question == "landed"]

    sides: dict[str, Sequence[Testimony]] = dict(_by_answer(told, DETAILS, landed))
    if YES in sides and (NO in sides or denying):
        yield dispute_told(incident, LANDING, "outcome", sides | ({DENIES: denying} if denying else {}))


def _numbers(incident: str, counts: Sequence[tuple[Count, Testimony]], role: str, denying: Sequence[Testimony]) -> Iterable[Dispute]:
    """Numbers that exclude each other; who denies the event stands beside them as a side of its own, never as the number 0."""
    by_unit: dict[str, list[tuple[Count, Testimony]]] = defaultdict(list)
    fighters = any(count.fighters for count, _ in counts)
    for count, one in counts:  # where nobody counts fighters the dead are the civilians, whichever word is used
        people = role in HARM and not count.part and not fighters and count.people
        by_unit["" if people else count.unit].append((count, one))
    for unit, own in sorted(by_unit.items()):
        against = told_against([(count.number, one.speaker.voice) for count, one in own])
        sides = by_number([(count.number, one) for count, one in compress(own, against)])
        if len(sides) > 1:
            named = [count for count, _ in own if not count.toll]
            plain = [count for count in named if count.unit == unit]
            question = _how_many_of(role, _plural(plain) or _plural(named))
            yield dispute_told(incident, question, "count", sides | ({DENIES: list(denying)} if denying else {}))


def _how_many_of(role: str, counted: str) -> str:
    """The question for a number: dead and hurt of one kind are asked for apart."""
    return (
        question_on("how_many_harmed", counted=counted, role=role)
        if role in HARM and counted
        else question_on("how_many", counted=counted or role)
    )


def _plural(counts: Iterable[Count]) -> str:
    """What is counted in the form in which it is mostly written: "rockets" where one says "a rocket"."""
    return max((count.word for count in counts), key=len, default="")


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
    return question_on("measured", measure=measure.replace("_", " "), name=pile.name(subject))


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
