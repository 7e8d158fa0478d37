"""What harm was done with and whom it hit, where one voice says that it was not what another names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from sayso.records.dispute import Dispute, DisputeKind
from sayso.records.vocabulary import vocabulary
from sayso.weigh.answers import dispute_told, question_on
from sayso.weigh.testimony import Details, Excluded, Testimony, tallied

QUESTIONS: Mapping[str, tuple[DisputeKind, str, Callable[[Details], Excluded]]] = {
    vocabulary().questions["weapon"].label: ("kind", "something else", lambda details: details.weapon),
    question_on("who_was_hit"): ("identity", "others", lambda details: details.hit),
}
"""For each question of which kind the dispute is, what an answer is called that only denies, and where in the details it stands."""


def excluded_details(incident: str, told: Sequence[Testimony]) -> Iterable[Dispute]:
    """Who names a detail of which another says that it was not so; that another names a further one denies none.

    Many weapons can be used at once, and fighters and others hit together. "No rocket was fired" denies all, and not the weapon.
    """
    details = [part for part, _ in tallied([one.details for one in told])]
    for question, (kind, otherwise, look) in QUESTIONS.items():
        for what in sorted({what for part in details for what in look(part)[1]}):
            against = [one for one in told if what in (seen := look(one.details))[1] and what not in seen[0]]
            voices = {one.speaker.voice for one in against}
            naming = [one for one in told if what in look(one.details)[0] and one.speaker.voice not in voices]
            instead = sorted({other for one in against for other in look(one.details)[0]})
            if naming and against:
                yield dispute_told(incident, question, kind, {what: naming, ", ".join(instead) or otherwise: against})
