"""Orders the weighing of a pile: incidents and their matrices, origins, disputes, pledges, ties and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.review import Rulings, Standing
from sayso.records.worked_out import Linking, Weighing
from sayso.weigh.disputes import disputes_of
from sayso.weigh.dossiers import incident_of, matrix_of
from sayso.weigh.origins import folds_of, origins_of, ties_between
from sayso.weigh.pile import pile_of
from sayso.weigh.pledges import pledges_of
from sayso.weigh.told import figures_of, ties_of

if TYPE_CHECKING:
    from sayso.known.packs import Packs


NO_RULINGS = Rulings()


def weigh(
    documents: Sequence[Document], findings: Mapping[str, Finding], linking: Linking, packs: Packs, rulings: Rulings = NO_RULINGS
) -> Weighing:
    """All that is worked out from claims and links. Pure: the same input in any order gives the same result.

    `rulings` are what people decided: a status that a person gave stands before the one by rules.
    """
    pile = pile_of(documents, findings, linking, packs)
    tied = ties_between(pile)
    folds = folds_of(pile, tied)
    incidents = tuple(incident_of(pile, key, claims, folds) for key, claims in sorted(pile.of_incident.items()))
    incidents = _as_people_say(incidents, rulings.standings)
    figures = figures_of(pile)
    pledges = pledges_of(pile, incidents)
    return Weighing(
        incidents=incidents,
        matrices=tuple(matrix_of(pile, incident) for incident in incidents),
        disputes=tuple(disputes_of(pile, incidents, figures, pledges)),
        origins=tuple(origins_of(pile, tied)),
        pledges=tuple(pledges),
        ties=tuple(ties_of(pile)),
        figures=tuple(figures),
    ).in_order()


def _as_people_say(incidents: Sequence[Incident], standings: Sequence[Standing]) -> tuple[Incident, ...]:
    """The incidents with the statuses that people gave: each to the incident that has most of the claims it was given to."""
    home = {claim: incident.id for incident in incidents for claim in incident.claims}
    given: dict[str, Standing] = {}
    for standing in standings:
        if here := [home[claim] for claim in standing.claims if claim in home]:
            given[max(sorted(set(here)), key=here.count)] = standing
    return tuple(
        replace(incident, status=said.status) if (said := given.get(incident.id)) and said.status else incident for incident in incidents
    )
