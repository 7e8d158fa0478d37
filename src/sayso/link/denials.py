"""What a denial denies, and which incident a statement without an event of its own speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sayso.lang.exclusions import named_and_denied
from sayso.lang.grammar import small
from sayso.lang.language import Language, language_of
from sayso.lang.phrases import phrases, whole_phrases
from sayso.lang.rebuttals import denies_blame, points_at, rebuts, said_in
from sayso.lang.taken import Taken
from sayso.lang.tolls import tolls
from sayso.link.course import Course
from sayso.link.days_named import other_days
from sayso.link.happenings import Happening
from sayso.link.layout import HEAD, headings
from sayso.link.phrases import phrase_of
from sayso.link.pointing import named_with, names_kind, points_back
from sayso.records.claim import NOT_YET, Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link, Reason
from sayso.records.vocabulary import vocabulary
from sayso.records.worked_out import mention_key

BEFORE = 3000
"""Code points back to which a denial may refer: texts put a denial within a few paragraphs of what it denies."""
VAGUE_BEFORE = 700
"""The same for a denial that names neither anybody nor the kind of event ("denied it"): it means what was told just before."""
AFTER = 400
"""Code points onward to which it may refer, as in "X denied that ..., after Y claimed ..."; who was hit may be told far below a lede."""
STATEMENT_REACH = 2500
"""Code points back to which "the attack" in a statement may refer."""
NAMED = 2.0
"""What it weighs that the denial names the one who claimed or is said to have done it; nearness weighs from 0 to 1."""
AIMED = 1.0
"""What it weighs that the denier is the one at whom the event was aimed or to whom it is ascribed."""
ACCUSED = 1.0
"""What it weighs, where "the accusation" is denied, that the event is told as somebody's accusation."""
KIND_NAMED = 1.5
"""What it weighs that the denial has a word for the very kind of event."""
HEADED = 1.5
"""What it weighs that the heading above the denial names where the event was, or its kind."""
STILL_TO_COME = 1.0
"""What it weighs against an event that it is told only after the denial."""
BESIDE = 1.5
"""What it weighs that the denial stands in the words that tell the event, or right behind them."""
CHARGE = 6
"""Words that an accusation has at least which tells what somebody is accused of: "blamed the Front" tells it not."""
SUMMED_UP = 2
"""Words that a headline and the event below it must have in common, for it to be told of that one."""
SPACE = 40
"""Code points between an event's words and a denial of it in the same sentence: "..., although the ministry said ..."."""
PARAGRAPH = "\n\n"
TURNED_DOWN = frozenset({"denies", "declines_comment"})


def pointing_claims(
    document: Document, finding: Finding, here: Sequence[Happening], actor_of: Mapping[str, str]
) -> list[tuple[Claim, Happening, Link]]:
    """Claims of a document that tell no event of their own and speak of one told there: each with the mention it points at, and the link.

    `here` are the mentions of events in the document, in order of place.
    """
    if not here:
        return []
    result: list[tuple[Claim, Happening, Link]] = []
    told, every = {one.id for one in here}, Taken(one.order[1:3] for one in here)
    here = [one for one in here if not one.earlier] or here
    course = Course(document, here, finding)
    for claim in course.claims:
        if claim.kind == "tie":
            continue
        if claim.kind == "event":
            ahead = claim.act in NOT_YET and claim.id not in told
            aside = _pointed(claim, here, course) if ahead else None if claim.id in told else course.aside(claim)
            result += [(claim, *aside)] if aside else []
            continue
        target = _target(claim, finding, document, here, actor_of, course) if claim.kind == "statement" else None
        if target:
            course.goes_on(claim, target[0])
        elif not every.meets(claim.span.start, claim.span.end) and not _charged_with_no_event(claim, here, course):
            target = _summed_up(claim, here, document) or course.target(claim) or _counted(claim, here, document)
        if target:
            result.append((claim, target[0], target[1]))
    return result


def _target(
    claim: Claim, finding: Finding, document: Document, here: Sequence[Happening], actor_of: Mapping[str, str], course: Course
) -> tuple[Happening, Link] | None:
    """The mention that a statement points at, if any: by a word for its kind before a general one, then the nearest."""
    if claim.act in TURNED_DOWN:
        if target := _not_hit(claim, here, document):
            return target
        if _denies_a_statement(claim, here, document, course):
            return None
        denied = _denied(claim, finding, here, actor_of, course) or _summed_up(claim, here, document)
        return denied or _denied_below(claim, here, document) or _announced(claim, here, document)
    if course.tells_event_in(claim):
        return None
    said = _pointed(claim, here, course) or _not_hit(claim, here, document)
    return said or _summed_up(claim, here, document) or _announced(claim, here, document)


def _pointed(claim: Claim, here: Sequence[Happening], course: Course) -> tuple[Happening, Link] | None:
    """The event told before at which a definite phrase points back; of what is to come only one with a word for its very kind."""
    language = course.language
    least = 2 if claim.act in NOT_YET else 1
    fitting = (one for one in _right_before(claim, here) if not _on_another_day(claim, one, language))
    offers = [(points_back(claim.quote, one.type, language), one.order, one) for one in fitting]
    near = [offer for offer in offers if offer[0] >= least and (offer[0] > 1 or course.one_section(claim, offer[2]))]
    if not near:
        return None
    best = max(near, key=lambda offer: offer[:2])[2]
    beside = course.told_beside(claim)
    if beside and vocabulary().near(beside.type, best.type) and not _on_another_day(claim, beside, language):
        best = beside  # the one that this paragraph tells, whatever it calls it
    reasons = (Reason("a definite phrase points back at the event", best.type, 1.0),)
    return best, Link(claim.id, best.id, "same_incident", "same", None, reasons, "rules")


def _on_another_day(claim: Claim, one: Happening, language: Language) -> bool:
    """Whether a claim names a day, and an event was on another one."""
    return one.when is not None and bool(other_days(claim, [one.when], language))


def _right_before(claim: Claim, here: Sequence[Happening]) -> Sequence[Happening]:
    """The events told before a claim to which a statement may refer."""
    first, behind = (bisect_left(here, claim.span.start - reach, key=lambda one: one.order[1]) for reach in (STATEMENT_REACH, 0))
    return here[first:behind]


def _kinds(here: Iterable[Happening]) -> set[str]:
    return {one.type for one in here}


def _denies_a_statement(claim: Claim, here: Sequence[Happening], document: Document, course: Course) -> bool:
    """Whether a denial turns down what was said right before it in its paragraph, where that spoke of no event."""
    language = course.language
    if _charged_with_no_event(claim, here, course):
        return True
    denied = points_at if any(names_kind(claim.quote, kind, language) for kind in _kinds(here)) else rebuts
    ahead = (one for one in reversed(course.claims) if one.kind != "tie" and one.span.end <= claim.span.start)
    before = next((one for one in ahead if denied(claim, one, language)), None)
    if before is None or before.act == "accuses" or before.kind == "event" or tolls(before, language):
        return False
    if PARAGRAPH in document.text[before.span.end : claim.span.start] or course.tells_event_in(before):
        return False
    kinds = _kinds(one for one in here if one.order[1] < before.span.start)
    return not any(points_back(before.quote, kind, language) for kind in kinds)


def _charged_with_no_event(claim: Claim, here: Sequence[Happening], course: Course) -> bool:
    """Whether "the accusation" that a claim denies, the last one before it, tells at length of no event: "accused it of taking money"."""
    if not denies_blame(claim, course.language):
        return False
    near = (one for one in course.claims if one.act == "accuses" and 0 <= claim.span.start - one.span.end <= BEFORE)
    last = max((one for one in near if one.voice.name != claim.voice.name), key=lambda one: one.span.start, default=None)
    if last is None or last.kind == "event" or len(said_in(last).split()) < CHARGE or course.tells_event_in(last):
        return False
    kinds = _kinds(one for one in here if one.order[1] < last.span.start)
    return not any(points_back(last.quote, kind, course.language) for kind in kinds)


def _not_hit(claim: Claim, here: Sequence[Happening], document: Document) -> tuple[Happening, Link] | None:
    """The violence told last before a statement that no fighters, or no civilians, were there."""
    if claim.polarity != "denies" or not named_and_denied(claim.quote, language_of(document.language), "hit")[1]:
        return None
    target = _last_violence(claim, here) or _headed(claim, here, document)
    reasons = (Reason("it says who was not there", target.type, 1.0),) if target else ()
    return (target, Link(claim.id, target.id, "same_incident", "same", None, reasons, "rules")) if target else None


def _summed_up(claim: Claim, here: Sequence[Happening], document: Document) -> tuple[Happening, Link] | None:
    """The event told below a headline with which it has most words in common, of several the first."""
    if claim.act in NOT_YET or not _heads(claim, here, document):
        return None
    own = phrase_of(claim, document.language).words
    offers = [(len(own & one.phrase.words), one) for one in here if one.order[1] - claim.span.end <= STATEMENT_REACH]
    shared, target = max(offers, key=lambda offer: offer[0], default=(0, None))
    if target is None or shared < SUMMED_UP:
        return None
    reasons = (Reason("a headline sums up the event", f"{shared} words", 1.0),)
    return target, Link(claim.id, target.id, "same_incident", "same", None, reasons, "rules")


def _denied_below(claim: Claim, here: Sequence[Happening], document: Document) -> tuple[Happening, Link] | None:
    """The first event behind a headline that tells a denial which is denied in the text too."""
    if not _heads(claim, here, document):
        return None
    target = next((one for one in here if one.polarity == "denies" and one.order[1] - claim.span.end <= STATEMENT_REACH), None)
    reasons = (Reason("a headline tells of the denial of the event", target.type, 1.0),) if target else ()
    return (target, Link(claim.id, target.id, "same_incident", "same", None, reasons, "rules")) if target else None


def _announced(claim: Claim, here: Sequence[Happening], document: Document) -> tuple[Happening, Link] | None:
    """The first event told behind a headline that has a word for its very kind ("Rebels behind Kest blast"), or tells of violence."""
    language = language_of(document.language)
    if claim.act in NOT_YET or not _heads(claim, here, document):
        return None
    target = next((one for one in here if names_kind(claim.quote, one.type, language)), None)
    target = target or (_headed(claim, here, document) if names_kind(claim.quote, "any", language) else None)
    reasons = (Reason("a headline names the kind of event", target.type, 1.0),) if target else ()
    return (target, Link(claim.id, target.id, "same_incident", "same", None, reasons, "rules")) if target else None


def _heads(claim: Claim, here: Sequence[Happening], document: Document) -> bool:
    """Whether a claim is a heading of its text, before all events."""
    first = claim.span.end <= HEAD and all(claim.span.end <= one.order[1] for one in here)
    return first and any(start <= claim.span.start < end for start, end in headings(document))


def _headed(claim: Claim, here: Sequence[Happening], document: Document) -> Happening | None:
    """The first event on the ground behind a heading."""
    return next(filter(_physical, here), None) if _heads(claim, here, document) else None


def _last_violence(claim: Claim, here: Sequence[Happening]) -> Happening | None:
    """The event on the ground told last before a claim, within reach of it."""
    return next(filter(_physical, reversed(_right_before(claim, here))), None)


def _physical(one: Happening) -> bool:
    return vocabulary().incident_types[one.type].physical


def _counted(claim: Claim, here: Sequence[Happening], document: Document) -> tuple[Happening, Link] | None:
    """The only violence of a text, or the first behind its head, for a number of dead or hurt that stands apart from all."""
    if not tolls(claim, language_of(document.language)) or named_with(claim.quote, language_of(document.language)):
        return None
    physical = list(islice(filter(_physical, here), 2))
    target = physical[0] if len(physical) == 1 else _headed(claim, here, document)
    reasons = (Reason("a number of dead or hurt", target.type, 1.0),) if target else ()
    return (target, Link(claim.id, target.id, "same_incident", "same", None, reasons, "rules")) if target else None


def _denied(
    claim: Claim, finding: Finding, here: Sequence[Happening], actor_of: Mapping[str, str], course: Course
) -> tuple[Happening, Link] | None:
    """The affirmed event that fits a denial best: near it, of the kind it names, told by or of somebody whom it names."""
    named, language = _named_in(claim, finding, actor_of), course.language
    deniers = _side_of(claim, actor_of, course)
    things = whole_phrases(language, "pointing", "said_things").search(claim.quote)
    just_now = whole_phrases(language, "pointing", "said_just_now").search(said_in(claim))
    charged = denies_blame(claim, language)
    of_a_death = phrases(language, "contrasts", "death_of").search(small(claim.quote)) is not None
    kinds = {kind: names_kind(claim.quote, kind, language) for kind in _kinds(here)}
    pointed = {kind: named or bool(points_back(claim.quote, kind, language)) for kind, named in kinds.items()}
    under = course.headed(claim)
    offers = []
    for one in here:
        back, kind = claim.span.start - one.order[1], kinds[one.type]
        affirmed = one.polarity == "affirms" and one.act != "denies" and one.voice not in deniers
        said = pointed[one.type] or things
        hit = of_a_death and not named.isdisjoint(one.persons)
        points = said or hit or (just_now and course.one_section(claim, one))
        headed = back > 0 and one.id in under
        reach = BEFORE if (named and said) or headed else VAGUE_BEFORE
        onward = BEFORE if hit else AFTER
        if affirmed and not one.lasting and (kind or _physical(one)) and points and back >= -onward and (back <= reach or kind):
            beside = BESIDE * (one.order[1] < claim.span.start <= one.order[2] + SPACE)
            near = max(0.0, 1 - abs(back) / BEFORE) - STILL_TO_COME * (back < 0 and not hit) + NAMED * hit
            offers.append((_fit(one, named, deniers, charged) + KIND_NAMED * kind + HEADED * headed + beside + near, one))
    if charged:  # what somebody is accused of is what another accuses him of
        offers = [offer for offer in offers if offer[1].act == "accuses" and offer[1].agents & deniers] or offers
    if not offers:
        return None
    score, best = max(offers, key=lambda offer: (offer[0], offer[1].order))
    reasons = (Reason("nearest event told before that fits the denial", best.type, round(score, 2)),)
    return best, Link(claim.id, best.id, "denies", "inferred", round(score, 2), reasons, "rules")


def _fit(one: Happening, named: frozenset[str], deniers: frozenset[str], charged: bool) -> float:
    """How well an event fits a denial by who is named in it; who is `charged` turns down what he did, not what was done to him."""
    aimed = deniers & (one.agents if charged else one.targets | one.agents)
    return NAMED * bool(named & ({one.voice} | one.agents)) + AIMED * bool(aimed) + ACCUSED * (charged and one.act == "accuses")


def _side_of(claim: Claim, actor_of: Mapping[str, str], course: Course) -> frozenset[str]:
    """Who says a claim, and for whom he speaks by what his text tells."""
    key = mention_key(claim.span.doc, claim.voice.name or "")
    told = (key, course.speakers_for.get(key, ""))
    return frozenset(actor_of[one] for one in told if one in actor_of)


def _named_in(claim: Claim, finding: Finding, actor_of: Mapping[str, str]) -> frozenset[str]:
    """The actors named inside a claim's words, its own voice and those that say the same in the same words left out."""
    keys = [mention_key(claim.span.doc, mention.name) for mention in finding.mentions if mention.span.within(claim.span)]
    speakers = {mention_key(claim.span.doc, other.voice.name or "") for other in finding.claims if other.span == claim.span}
    return frozenset(actor_of[key] for key in keys if key in actor_of) - {actor_of.get(key, "") for key in speakers}


def own_denials(found: Sequence[Happening], incident_of: Mapping[str, str]) -> Iterable[Link]:
    """For each denial that names its event itself, a link to what it denies: the affirming mention nearest before it, else the first."""
    groups: dict[str, list[Happening]] = defaultdict(list)
    here: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for one in (one for one in found if one.polarity == "affirms" and one.id in incident_of):
        groups[incident_of[one.id]].append(one)
        here[incident_of[one.id], one.doc].append(one)
    for one in (one for one in found if one.act == "denies" or one.polarity == "denies"):
        incident = incident_of[one.id]
        before = [other for other in here[incident, one.doc] if other.voice != one.voice and other.order < one.order]
        right = before[-1] if before else next((other for other in groups[incident] if other.voice != one.voice), None)
        if right is not None:
            reasons = (Reason("both tell of one incident", incident, 1.0),)
            yield Link(one.id, right.id, "denies", "found" if before else "inferred", None, reasons, "rules")
