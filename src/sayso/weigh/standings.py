"""The statuses that people gave, put on the incidents of the claims to which they gave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.records.incident import Incident
from sayso.records.review import Standing


def as_people_say(incidents: Sequence[Incident], standings: Sequence[Standing], home: Mapping[str, str]) -> tuple[Incident, ...]:
    """The incidents with the statuses that people gave: each to the incident that has most of the claims it was given to.

    `home` tells the incident of each claim of the standings.
    """
    given: dict[str, Standing] = {}
    for standing in standings:
        if here := [home[claim] for claim in standing.claims if claim in home]:
            given[max(sorted(set(here)), key=here.count)] = standing
    return tuple(
        replace(incident, status=said.status) if (said := given.get(incident.id)) and said.status else incident for incident in incidents
    )
