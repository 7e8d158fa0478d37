"""All mentions of events in a pile, each with what it may point at, or go on with, in its own text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

import msgspec

from sayso.known.countries import countries_of
from sayso.known.packs import Packs
from sayso.lang.language import Language, language_of
from sayso.link.asides import opens, took_place, without_asides
from sayso.link.capitals import in_small_letters
from sayso.link.half_days import of_one_day
from sayso.link.hanging import of_several
from sayso.link.happenings import (
    LARGE,
    NAMED,
    TAKEN,
    VAGUE,
    Around,
    Happening,
    happening_of,
    headline_parts,
    kin_told,
    namesakes,
    spots,
    spots_told,
    tells_event,
)
from sayso.link.later_on import FURTHER, without_later_days
from sayso.link.layout import Layout, layout_of
from sayso.link.nearness import DISTRICT, holds
from sayso.link.own_names import with_own_names
from sayso.link.parties import NAMELESS
from sayso.link.places_named import PlacesNamed, places_named
from sayso.link.pointing import known_by
from sayso.link.spoken import with_spoken
from sayso.link.text_years import in_its_year, month_marks
from sayso.records.actor import Actor
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.vocabulary import vocabulary

TURNS = frozenset({"denies", "accuses", "claims_responsibility", "concedes"})
"""Acts by which somebody is named, or names himself, for a deed that was told before."""
SCENE = 1000
"""Code points at the head of a text in which its first event tells where it plays: two or three paragraphs, as `FURTHER`."""


def around_of(
    documents: Iterable[Document], findings: Mapping[str, Finding], actor_of: Mapping[str, str], actors: Sequence[Actor], packs: Packs
) -> Around:
    """What the mentions of events of each text of a pile are read with."""
    groups = {actor.id: actor.name for actor in actors if actor.kind == "armed_group"}
    kin = frozenset(pair for doc, finding in findings.items() for pair in kin_told(doc, finding, actor_of)) | namesakes(groups)
    places = {place for finding in findings.values() for place in spots_told(finding)}
    months = frozenset(month for one in documents for month in month_marks(one, findings[one.sha256]))
    return Around(actor_of, {actor.id: actor for actor in actors}, kin, spots(places), countries_of(packs), months)


def told_in(document: Document, finding: Finding, around: Around) -> tuple[list[Happening], list[Happening]]:
    """The mentions of events in one document, in order of place, and those of rejected claims, as they would be told if all stood.

    No name and no scene comes to another mention for a rejected one: what others are compared by stays as it is.
    """
    document, finding = in_small_letters(document, in_its_year(document, finding, around.months))
    claims = sorted((*finding.claims, *finding.rejected), key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    whole, gone = replace(finding, claims=tuple(claims), rejected=()), {claim.id for claim in finding.rejected}
    theirs = language_of(document.language).rules("pointing")["determiners"]  # "its men" are somebody's
    nameless = {one.name for one in finding.mentions if one.kind == NAMELESS and one.name.split()[0].lower() not in theirs}
    events = (claim for claim in claims if tells_event(claim, language_of(document.language)))
    every = [happening_of(claim, document, around, nameless) for claim in events]
    standing = _told_on([one for one in every if one.id not in gone] if gone else every, document, finding)
    both = _told_on(every, document, whole) if gone else standing
    vacated = [one for one in both if one.id in gone]
    topic = frozenset(around.spots[part] for part in headline_parts(document) if part in around.spots)
    scene = _scene(both)
    written = document.published or finding.written
    told = [msgspec.structs.replace(one, topic=topic, scene=scene, told=written) for one in (*standing, *vacated)]
    named = with_own_names(told, document, whole, around.countries)
    return named[: len(standing)], named[len(standing) :]


def _scene(told: Sequence[Happening]) -> frozenset[str]:
    """The ids of the towns of the first event with a place that a text tells near its head: mostly its news is of there."""
    first = next((one for one in told if one.regions and opens(one)), None)
    if first is None or first.order[1] > SCENE:
        return frozenset()
    if first.places:
        return frozenset(place.id for place in first.places.values() if place.precision <= DISTRICT)
    return frozenset(one for one in first.spots if not one.startswith((NAMED, *LARGE)))


def _told_on(told: Sequence[Happening], document: Document, finding: Finding) -> list[Happening]:
    """Mentions of a document, those included that are only spoken of, each with what it points at or goes on with."""
    layout = layout_of(document)
    own = without_later_days(told, layout.language)
    ordered = with_spoken(own, document, finding.claims, document.published or finding.written, layout)
    places = places_named(document, finding, layout)
    return without_asides(_in_course(_with_antecedents(ordered, layout, places), layout, places), layout)


def _with_antecedents(found: Sequence[Happening], layout: Layout, places: PlacesNamed) -> list[Happening]:
    """The happenings of one document, each that points back with the nearest one before it that is of its kind.

    That is one under the same heading, or the first of the text, if there is none.
    """
    ordered = sorted(found, key=lambda one: one.order)
    events = {kind: _only_one(kind, ordered) for kind in {one.type for one in ordered}}
    result: list[Happening] = []
    for one in ordered:
        before = [
            other for other in reversed(result)
            if one.points and other.order[1] < one.order[1] and vocabulary().near(one.type, other.type) and not other.lasting
            and (one.earlier or not other.earlier)
        ]  # fmt: skip
        section, first = layout.section(one.order[1]), next(filter(opens, result), None)
        here = [other for other in before if layout.section(other.order[1]) == section]
        fitting = [other for other in here or [other for other in before if other is first] if _may_mean(one, other)]
        free = [other for other in fitting if one.agents & other.agents or not (one.agents and other.agents)]
        free = _named_by(one, free, layout)
        near = (other for other in free if layout.paragraph(one.order[1]) - layout.paragraph(other.order[1]) <= 1)
        doers = [other for other in near if opens(other)] or [other for other in free if one.agents & other.agents] or free
        event = _only_there(one, ordered) if one.anchored and one.when is None else events[one.type]
        event = None if event is not None and _told_between(one, event, result) else event
        if event is not None and (places.lead_away(one, event) or _names_another(one, event, layout.language) or _other_thing(one, event)):
            event = None
        antecedent, lead = doers[0].id if doers else None, _lead(one, event, bool(doers))
        opening = event is not None and lead == event.id and _opens_with(event, one, layout)
        result.append(msgspec.structs.replace(one, antecedent=antecedent, lead=lead, opening=opening) if antecedent or lead else one)
    return result


def _named_by(one: Happening, before: Sequence[Happening], layout: Layout) -> list[Happening]:
    """Those of some mentions that a definite phrase can mean: it may have a name by which it means one ("the attack on Mayor Brand").

    Where none of them has that name, it means one right before that does not say whom or what it struck by a name, if any of them.
    """
    language, here = layout.language, layout.paragraph(one.order[1])
    names = known_by(one.phrase.quote, language)
    fitting = [other for other in before if 2 * len(names & other.phrase.names) >= len(names)]
    near = (other for other in before if here - layout.paragraph(other.order[1]) <= 1)
    return fitting or [other for other in near if not (other.targets or other.titles or known_by(other.phrase.quote, language))]


def _names_another(one: Happening, event: Happening, language: Language) -> bool:
    """Whether a definite phrase has names by which it means an event, and one that is told only later has none of them."""
    names = known_by(one.phrase.quote, language) if one.order[1] < event.order[1] else ()
    return bool(names) and not event.phrase.names.intersection(names)


def _opens_with(event: Happening, one: Happening, layout: Layout) -> bool:
    """Whether a text opens with an event, and a mention that stands not far behind it under its heading may be of it."""
    near = abs(one.order[1] - event.order[1]) <= FURTHER and layout.section(event.order[1]) == layout.section(one.order[1])
    doer = one.doer and not one.points and not one.agents & event.agents and one.act not in TURNS
    title = bool(one.titles and event.titles) and not one.titles & event.titles
    return event.order[1] <= SCENE and near and not doer and not title


def _in_course(ordered: Sequence[Happening], layout: Layout, places: PlacesNamed) -> list[Happening]:
    """The same, each that is told neither with its day nor its place with the event with which it goes on, if there is one."""
    result, last, first = list[Happening](), None, next((one for one in ordered if opens(one)), None)
    for one in ordered:
        told = one if one.anchored or one.elsewhere or one.lasting else _going_on(one, last or first, layout, places)
        if opens(one) or (told.behind is None and _opens_anew(one)):
            last = one
        result.append(told)
    return result


def _opens_anew(one: Happening) -> bool:
    """The same for one without day or place that says who did it and points at none before: the text turned to another deed."""
    return not one.anchored and one.doer and not one.points and took_place(one)


def _going_on(one: Happening, event: Happening | None, layout: Layout, places: PlacesNamed) -> Happening:
    """A mention with the event told last before it under its heading; with the first of the text, where it stands before all."""
    if event is None or not _may_go_on(one, event) or places.lead_away(one, event) or _names_another(one, event, layout.language):
        return one
    start, there = one.order[1], event.order[1]
    if layout.section(start) != layout.section(there) or abs(start - there) > FURTHER or (there > start and one.type != event.type):
        return one
    return msgspec.structs.replace(one, behind=event.id, beside=start > there and layout.paragraph(start) == layout.paragraph(there))


def _may_go_on(one: Happening, event: Happening) -> bool:
    """Whether a mention may tell more of an event: it is of its kind, and has neither a doer nor a target that would make it another."""
    if (
        not vocabulary().near(one.type, event.type)
        or one.earlier
        or of_several(one)
        or not _on_one_day(one, event)
        or (one.polarity == "denies" and one.act != "denies")
    ):
        return False
    new_doer = one.doer and not one.agents & event.agents and one.act not in TURNS
    taken = one.type in TAKEN and bool(one.victims and event.victims) and one.victims.isdisjoint(event.victims)
    return not new_doer and not taken and not _other_thing(one, event) and _may_mean(one, event)


def _other_thing(one: Happening, event: Happening) -> bool:
    """Whether two mentions tell that different things were struck."""
    return bool(one.things and event.things) and not one.things & event.things


def _only_one(kind: str, told: Sequence[Happening]) -> Happening | None:
    """The first account of the only event near this kind that a text anchors."""
    accounts = [other for other in told if other.anchored and not other.earlier and vocabulary().near(kind, other.type)]
    return accounts[0] if accounts and all(_agree(a, b) for a, b in combinations(accounts, 2)) else None


def _only_there(one: Happening, told: Sequence[Happening]) -> Happening | None:
    """The first dated account of the only event of its kind that a text tells of the place of one told without a day."""
    there = [other for other in told if other.when and other.type == one.type and one.regions & other.regions]
    return there[0] if there and all(_agree(a, b) for a, b in combinations(there, 2)) else None


def _told_between(one: Happening, event: Happening, before: Sequence[Happening]) -> bool:
    """Whether an event of a mention's very kind was told before it, that is not the one near its kind that the text anchors."""
    if one.type == event.type:
        return False
    return any(other.type == one.type and not other.definite and took_place(other) and _struck_else(other, event) for other in before)


def _struck_else(one: Happening, event: Happening) -> bool:
    """Whether a mention tells what was struck, and an event something else."""
    struck, other = ((told.things | told.titles, told.targets) for told in (one, event))
    return bool((struck[0] or struck[1]) and (other[0] or other[1])) and not (struck[0] & other[0] or struck[1] & other[1])


def _lead(one: Happening, event: Happening | None, pointing: bool) -> str | None:
    """The first account of the only event of its kind, if it stands before it or is meant by a definite phrase that means none before.

    None for one that is dated itself or of none; one with a place of its own is told anywhere in the text.
    """
    none = of_several(one) or (one.polarity == "denies" and one.act != "denies")
    if (one.anchored and one.when) or one.elsewhere or one.earlier or none or event is None or not _on_one_day(one, event):
        return None
    return event.id if one.anchored or event.order[1] <= one.order[1] or (one.points and not pointing) else None


def _agree(one: Happening, other: Happening) -> bool:
    """Whether neither day nor place parts two accounts; a place without bounds ("the north") parts none."""
    days = (not one.when or not other.when or one.when.overlaps(other.when)) and _on_one_day(one, other)
    p, q = one.where, other.where
    return days and (not p or not q or bool({p.precision, q.precision} & VAGUE) or holds(p, q) or holds(q, p))


def _on_one_day(one: Happening, other: Happening) -> bool:
    return of_one_day(one.half, one.when, other.half, other.when)


def _may_mean(one: Happening, other: Happening) -> bool:
    """Whether a definite phrase can mean an event: where it says of itself at what or where ("the attacks in X"), that must fit.

    Where it came from is compared with where the other came from, and a place of which nothing but the name is known with none.
    """
    if (one.titles and other.titles and not one.titles & other.titles) or (one.turn and one.turn != other.turn):
        return False
    places, others = dict(one.places), dict(other.places)
    pairs = [(places.pop("from", None), others.pop("from", None)), *product(places.values(), others.values())]
    known = [(p, q) for p, q in pairs if p and q and p.country and q.country]
    spots = any(holds(p, q) or holds(q, p) for p, q in known)
    fits = (spots, bool(one.aims & other.aims), bool(one.targets & other.targets))
    told = (bool(known), bool(one.aims and other.aims), bool(one.targets and other.targets))
    return any(fits) or not any(told)
