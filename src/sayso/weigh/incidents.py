"""All that comes of one incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.records.actor import Figure
from sayso.records.dispute import Dispute
from sayso.records.incident import Incident, Matrix
from sayso.weigh.deeds import Deed, deed_of
from sayso.weigh.disputes import disputes_of
from sayso.weigh.dossiers import Before, matrix_of
from sayso.weigh.testimony import Testimony
from sayso.weigh.told import figures_in


@dataclass(frozen=True, slots=True)
class Dossier:
    """An incident with its matrix, the questions on which its voices differ, its numbers, and what pledges look at in it.

    `left` are the ids of further disputes, which are as they were before.
    """

    incident: Incident
    matrix: Matrix
    disputes: Sequence[Dispute]
    figures: Sequence[Figure]
    deed: Deed | None
    left: frozenset[str]


def dossier_of(incident: Incident, told: Sequence[Testimony], before: Before | None = None) -> Dossier:
    """The dossier of an incident of which all that is told; `before` tells what of its matrix and its disputes stays."""
    matrix, (disputes, left) = matrix_of(incident, told, before), disputes_of(incident, told, before)
    return Dossier(incident, matrix, disputes, figures_in(incident.id, told), deed_of(incident, told), left)
