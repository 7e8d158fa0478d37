"""Which claims a change touches: those that are otherwise themselves, and those around which something is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import msgspec

from sayso.known.countries import Countries
from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.worked_out import Linking, Relinking, Working
from sayso.weigh.kept import CLAIMS, FACES, WORKS
from sayso.weigh.marks import actor_mark, denied_mark
from sayso.weigh.part import Part, behind
from sayso.weigh.pile import POINTING, pile_of
from sayso.weigh.surroundings import setting_of
from sayso.weigh.workings import face_record


@dataclass(frozen=True, slots=True)
class Touched:
    """The claims that are there and those that are no more, the actors whose face or party may be another, and the documents of works.

    The settings of all these claims, in the part, are as they are now. `moved` are those that are there of which at most the incident is
    another, or what is told of a claim that they deny. In the documents of those of them that are `steady` the same claims are of one
    incident as before: their passages tell what they told.
    """

    here: frozenset[str]
    gone: frozenset[str]
    moved: frozenset[str]
    steady: frozenset[str]
    actors: frozenset[str]
    works: Mapping[str, str | None]

    @property
    def all(self) -> frozenset[str]:
        """Those that are there, and those that are no more."""
        return self.here | self.gone


def touched(part: Part, change: Relinking, claims: Collection[str], countries: Countries) -> Touched:
    """All that a change of the linking touches, with these claims that came, went or are otherwise."""
    actors, works = _other_faces(part, change), _other_works(part, change)
    anew = {*claims, *_pointing_otherwise(change)}
    part.recall(anew)
    found = part.kept.claims(sorted(anew))
    _set_anew(part, found, countries)
    gone = anew - found.keys()
    moved = _moved(part, change) - gone
    otherwise = {*anew, *_named_otherwise(part, change, anew)}
    marked = part.kept.marked(CLAIMS, [actor_mark(who) for who in sorted(actors)]) if actors else {}
    otherwise |= {claim for several in marked.values() for claim in several}
    otherwise |= _of_works(part, works)
    here = (otherwise | moved) - gone
    denying = part.kept.marked(CLAIMS, [denied_mark(claim) for claim in sorted(here | gone)])
    here |= {claim for several in denying.values() for claim in several} - gone
    part.recall(here)
    steady = _steady(part, here - otherwise, moved - otherwise, gone)
    return Touched(frozenset(here), frozenset(gone), frozenset(here - otherwise), frozenset(steady), actors, works)


def _other_faces(part: Part, change: Relinking) -> frozenset[str]:
    """The actors that came, went or show another face, and those that lean on one of them."""
    now = {actor.id: replace(actor, names=()) for actor in change.actors}
    named = sorted({*now, *change.actors_gone})
    was = {working.key: working.record for working in part.kept.workings(FACES, keys=named)} if named else {}
    other: dict[str, Actor | None] = {}
    for one in named:
        actor = now.get(one)
        if was.get(one) != (face_record(actor) if actor else None):
            other[one] = actor
    part.actors |= other
    leaning = part.kept.marked(FACES, sorted(other)) if other else {}
    found = {*other, *(actor for several in leaning.values() for actor in several)}
    part.need_actors({*found, *(near for actor in other.values() if actor for near in behind(actor))})
    return frozenset(found)


def _other_works(part: Part, change: Relinking) -> dict[str, str | None]:
    """The works of which it is told otherwise now which document they are."""
    if change.works is None:
        return {}
    was = {working.key: working.doc for working in part.kept.workings(WORKS)}
    now = {work.id: work.document for work in change.works if work.document}
    other = {work: now.get(work) for work in sorted({*was, *now}) if was.get(work) != now.get(work)}
    part.works |= other
    return other


def _pointing_otherwise(change: Relinking) -> set[str]:
    """The claims of which a link came or went by which they copy, cite or deny."""
    came = {link.left for link in change.links if link.kind in POINTING}
    went = (key.split(" ", 2) for key in change.links_gone)
    return came | {left for kind, left, _ in went if kind in POINTING}


def _set_anew(part: Part, found: Mapping[str, Claim], countries: Countries) -> None:
    """Looks up what stands around claims now in their documents and links."""
    if not found:
        return
    kept, docs = part.kept, sorted({claim.span.doc for claim in found.values()})
    by_doc: dict[str, list[Claim]] = defaultdict(list)
    for claim in found.values():
        by_doc[claim.span.doc].append(claim)
    findings = {doc: replace(finding, claims=tuple(by_doc[doc])) for doc, finding in kept.findings(docs).items()}
    links = tuple(kept.linked(sorted(found)))
    linking = Linking(links, (), kept.actor_of(docs), kept.incident_of(sorted(found)))
    pile = pile_of(kept.documents(docs), findings, linking, countries)
    for claim in pile.claims.values():
        part.claims[claim.id], part.settings[claim.id] = claim, setting_of(pile, claim)


def _moved(part: Part, change: Relinking) -> set[str]:
    """The claims that are of another incident now."""
    part.recall(change.incident_of)
    for claim in (moved := change.incident_of.keys() & part.settings.keys()):
        part.settings[claim] = msgspec.structs.replace(part.settings[claim], incident=change.incident_of[claim])
    return moved


def _steady(part: Part, claims: Collection[str], moved: Collection[str], gone: Collection[str]) -> set[str]:
    """Those of these claims in whose documents two claims are of one incident now if they were before, and only then."""
    homes: dict[str, set[tuple[str | None, str | None]]] = defaultdict(set)
    for claim in moved:
        homes[part.before[claim].doc].add((part.old[claim].incident, part.settings[claim].incident))
    incidents = {incident for pairs in homes.values() for pair in pairs for incident in pair if incident}
    stay = part.recall_of(homes) - {*moved, *gone}
    beside = {part.before[claim].doc for claim in stay if part.settings[claim].incident in incidents}
    other = {doc for doc, pairs in homes.items() if doc in beside or _parts_otherwise(pairs)}
    return {claim for claim in claims if part.before[claim].doc not in other}


def _parts_otherwise(homes: Collection[tuple[str | None, str | None]]) -> bool:
    """Whether some that were of one incident are of two now, or the other way round, or some were or are of none."""
    was, now = {one for one, _ in homes}, {other for _, other in homes}
    return None in was | now or not len(homes) == len(was) == len(now)


def _named_otherwise(part: Part, change: Relinking, anew: Collection[str]) -> set[str]:
    """The claims in which a name means somebody else now."""
    names: dict[str, dict[str, str | None]] = defaultdict(dict)
    for key, who in change.actor_of.items():
        doc, _, name = key.partition(":")
        names[doc][name] = who
    other: set[str] = set()
    for claim in part.recall_of(names) - set(anew):
        setting, meant = part.settings[claim], names[part.before[claim].doc]
        if now := {name: meant[name] for name in setting.names.keys() & meant.keys()}:
            part.settings[claim] = msgspec.structs.replace(setting, names=setting.names | now)
            other.add(claim)
    return other


def _of_works(part: Part, works: Mapping[str, str | None]) -> set[str]:
    """The claims that cite one of these works, and those of the documents that they are or were."""
    if not works:
        return set()
    citing = {link.left for link in part.kept.linked(sorted(works)) if link.kind == "cites"}
    was: Collection[Working] = part.kept.workings(WORKS, keys=sorted(works))
    return citing | part.recall_of({*(working.doc for working in was), *(doc for doc in works.values() if doc)})
