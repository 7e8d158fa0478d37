"""Orders the weighing of a pile: incidents and their matrices, origins, disputes, pledges, ties and figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from sayso.known.countries import countries_of
from sayso.parallel import MANY_CLAIMS, begun, each
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.review import Rulings, Standing
from sayso.records.worked_out import Linking, Weighing, Working
from sayso.weigh.bearing import Held, fate_disputes, held_against
from sayso.weigh.deeds import Deeds
from sayso.weigh.disputes import disputes_beside
from sayso.weigh.dossiers import incident_of
from sayso.weigh.incidents import Dossier, dossier_of
from sayso.weigh.kept import AIMS, BREACHED, CLAIMS, FACES, INCIDENTS, STANDINGS, TESTIMONIES, WORKS
from sayso.weigh.marks import marks_of
from sayso.weigh.origins import Folds, folds_of, origins_of, ties_between
from sayso.weigh.pile import Pile, pile_of
from sayso.weigh.pledges import Draft, drafts_of
from sayso.weigh.standings import as_people_say
from sayso.weigh.surroundings import setting_from, setting_of
from sayso.weigh.testifying import testimonies_of
from sayso.weigh.told import figures_of, ties_of
from sayso.weigh.workings import (
    aim_working,
    breached_working,
    claim_working,
    face_working,
    incident_workings,
    standing_workings,
    testimony_workings,
    work_working,
)

if TYPE_CHECKING:
    from sayso.known.packs import Packs


NO_RULINGS = Rulings()
MANY_INCIDENTS = 300
"""How many incidents are worth a process of their own: some tenths of a second."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole pile, weighed, with what was worked out on the way, and what is kept of incidents and their testimonies.

    `claims` is what is kept of each, but for how it folds.
    """

    pile: Pile
    claims: Sequence[Working]
    folds: Folds
    drafts: Sequence[Draft]
    incidents: Sequence[Working]
    testimonies: Sequence[Working]
    held: Sequence[Held]
    weighing: Weighing
    standings: Sequence[Standing]


def weigh(
    documents: Sequence[Document], findings: Mapping[str, Finding], linking: Linking, packs: Packs, rulings: Rulings = NO_RULINGS
) -> Weighing:
    """All that is worked out from claims and links. Pure: the same input in any order gives the same result.

    `rulings` are what people decided: a status that a person gave stands before the one by rules.
    """
    return weigh_whole(documents, findings, linking, packs, rulings).weighing


def weigh_whole(
    documents: Sequence[Document],
    findings: Mapping[str, Finding],
    linking: Linking,
    packs: Packs,
    rulings: Rulings = NO_RULINGS,
    meanwhile: Callable[[], None] = lambda: None,
) -> Whole:
    """The same, with what `workings_of` needs so that a change can be weighed alone later.

    `meanwhile` is done while another process begins with the claims, each by itself; where there is none, before.
    """
    pile = pile_of(documents, findings, linking, countries_of(packs))
    with begun(partial(_unfolded, pile), list(pile.claims.values()), MANY_CLAIMS) as unfolded:
        meanwhile()
        figures, drafts = figures_of(pile), drafts_of(pile)
        claims = unfolded()
    tied = ties_between(pile, {one.key: one.marks for one in claims})
    folds = folds_of(pile, tied)
    weighed = each(lambda key: _told_of(pile, key, folds), sorted(pile.of_incident), MANY_INCIDENTS)
    told = [one for one, _ in weighed]
    home = {claim: one.incident.id for one in told for claim in one.incident.claims}
    incidents = as_people_say([one.incident for one in told], rulings.standings, home)
    deeds = [one.deed for one in told if one.deed]
    known = Deeds(deeds)
    held = [held_against(one, known.bearing(one.aim) if one.aim else ()) for one in drafts]
    weighing = Weighing(
        incidents=incidents,
        matrices=tuple(one.matrix for one in told),
        disputes=(
            *(dispute for one in told for dispute in one.disputes),
            *disputes_beside(pile, figures, pile, pile, held),
            *fate_disputes(pile, drafts),
        ),
        origins=tuple(origins_of(pile, tied)),
        pledges=tuple(one.pledge for one in held),
        ties=tuple(ties_of(pile)),
        figures=(*figures, *(figure for one in told for figure in one.figures)),
    ).in_order()
    incident_rows = list(incident_workings(told))
    testimonies = [working for _, kept in weighed for working in kept]
    return Whole(pile, claims, folds, drafts, incident_rows, testimonies, held, weighing, rulings.standings)


def _unfolded(pile: Pile, claim: Claim) -> Working:
    """What is kept of a claim, but for how it folds, which its marks tell beside those of others."""
    setting = setting_of(pile, claim)
    return claim_working(claim, setting, marks_of(pile, claim, setting.names.values()))


def _told_of(pile: Pile, key: str, folds: Folds) -> tuple[Dossier, Sequence[Working]]:
    """All that comes of one incident, and what is kept of its testimonies."""
    told = testimonies_of(pile, pile.of_incident[key], folds)
    return dossier_of(incident_of(key, told), told), tuple(testimony_workings({key: told}, {}))


def workings_of(whole: Whole) -> dict[str, list[Working]]:
    """All that is to be kept of a whole pile, by kind, in the order of keys."""
    pile = whole.pile
    found: dict[str, Iterable[Working]] = {
        CLAIMS: _folded(whole),
        FACES: (face_working(pile, actor) for actor in pile.actors.values()),
        INCIDENTS: whole.incidents,
        TESTIMONIES: whole.testimonies,
        AIMS: map(aim_working, whole.drafts),
        BREACHED: (breached_working(held) for held in whole.held if held.breaches),
        WORKS: (work_working(work, document) for work, document in pile.held.items()),
        STANDINGS: standing_workings(whole.standings),
    }
    return {kind: sorted(workings, key=lambda working: working.key) for kind, workings in found.items()}


def _folded(whole: Whole) -> Iterable[Working]:
    """What is kept of the claims."""
    near, far = whole.folds.near, whole.folds.far
    for one in whole.claims:
        setting = msgspec.structs.replace(setting_from(one.record), near=near[one.key], far=far[one.key])
        yield claim_working(whole.pile.claims[one.key], setting, one.marks)
