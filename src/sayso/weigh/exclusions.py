"""What harm was done with and whom it hit, where one voice says that it was not what another names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.lang.exclusions import named_and_denied
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, DisputeKind
from sayso.records.incident import Incident
from sayso.weigh.answers import dispute
from sayso.weigh.pile import Pile
from sayso.weigh.stances import ascribes

WEAPON, HIT = "weapon", "hit"
QUESTIONS: dict[str, tuple[str, DisputeKind, str, tuple[str, ...]]] = {
    WEAPON: ("With what?", "kind", "something else", ()),
    HIT: ("Who was hit?", "identity", "others", ("agent",)),
}
"""For each question of the language's table how it is asked, of which kind the dispute is, what an answer is called that only denies,
and in which roles a word answers something else."""


def excluded_details(pile: Pile, incident: Incident, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """Who names a detail of which another says that it was not so; that another names a further one denies none.

    Many weapons can be used at once, and fighters and others hit together. "No rocket was fired" denies all, and not the weapon.
    """
    for question, (asked, kind, otherwise, aside) in QUESTIONS.items():
        told = [(claim, *_told(pile, claim, question, aside)) for claim in claims if question != WEAPON or ascribes(claim)]
        for what in sorted({what for _, _, denied in told for what in denied}):
            against = [claim for claim, named, denied in told if what in denied - named]
            voices = {pile.voice(claim) for claim in against}
            naming = [claim for claim, named, _ in told if what in named and pile.voice(claim) not in voices]
            instead = sorted({other for claim, named, _ in told if claim in against for other in named})
            if naming and against:
                yield dispute(pile, incident.id, asked, kind, {what: naming, ", ".join(instead) or otherwise: against})


def _told(pile: Pile, claim: Claim, question: str, aside: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The kinds that a claim says it was, and those that it says it was not; words for the speaker, or in a role aside, say neither.

    Where such a detail has no place of its own in the clause nothing is set aside for it.
    """
    named, denied = named_and_denied(claim.quote, pile.language(claim), question)
    spans = [slot.span for slot in claim.slots if slot.name in aside] + [voice.span for voice in claim.voices if voice.span]
    other = [(span.start - claim.span.start, span.end - claim.span.start) for span in spans if span != claim.span]
    said = {kind for kind, places in named.items() if any(not any(start <= at < end for start, end in other) for at in places)}
    return frozenset(said if claim.polarity == "affirms" else ()), frozenset(denied)
