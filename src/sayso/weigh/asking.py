"""Which disputes beside those of incidents a change touches, and what becomes of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.records.pledge import Pledge
from sayso.weigh.answers import dispute_id
from sayso.weigh.bearing import Held
from sayso.weigh.beside import Beside, Marked
from sayso.weigh.disputes import disputes_beside
from sayso.weigh.marks import DISPUTE, REPLY
from sayso.weigh.oppositions import assurance_asked
from sayso.weigh.part import Part
from sayso.weigh.passages import passage_questions
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import kind_of, pledge_id
from sayso.weigh.replies import IS_IT_SO
from sayso.weigh.told import figures_of
from sayso.weigh.workings import held_before


def asked_again(part: Part, marked: Marked, touched: Beside, pledges: Sequence[Held]) -> tuple[frozenset[str], list[Dispute]]:
    """The ids of the disputes to be worked out again, and those of them that there are now.

    `pledges` are those that are otherwise, or of touched groups: others' word of incidents that breach one stands against it."""
    marks = {mark for mark in touched.marks if mark.startswith(DISPUTE)}
    here = touched.claims(REPLY)
    marks |= {DISPUTE + dispute_id(claim, question) for claim in here | marked.gone() for question in passage_questions()}
    marks |= set(_assurances(part, [held.pledge for held in pledges if held.pledge.kind == "pledge"]))
    beside = marked.beside(marks)
    denying = part.with_denied(beside.claims(DISPUTE))
    about = here | {claim for claim in denying - here if DISPUTE + dispute_id(claim, IS_IT_SO) in marks}  # nothing else is asked of others
    near = marked.beside(marked.borne_by(about, REPLY)).claims(REPLY)  # there stands who answers a claim, and whom he might answer instead
    pile, keys = part.pile(denying), beside.keys(DISPUTE)
    assured = {DISPUTE + dispute_id(*assurance_asked(pile, who)) for who in pile.actors}
    rest = pile.only(part.with_denied({claim for mark, own in beside.bearers.items() if mark not in assured for claim in own}))
    found = disputes_beside(rest, figures_of(rest), part.pile(near), pile, _borne_on(part, pile, keys, pledges))
    return keys, [one for one in found if one.id in keys]


def _assurances(part: Part, pledges: Sequence[Pledge]) -> Iterable[str]:
    """The marks of the questions to which these pledges are answers."""
    part.need_actors({pledge.by for pledge in pledges})
    pile = part.pile(())
    return (DISPUTE + dispute_id(*assurance_asked(pile, pile.party(pledge.by))) for pledge in pledges)


def _borne_on(part: Part, pile: Pile, keys: Collection[str], known: Sequence[Held]) -> list[Held]:
    """The pledges that answer one of these questions, in order, with what bears on them: as it is known now, else as it was kept."""
    answering = [claim for claim in pile.claims.values() if _answers_one(pile, claim, keys)]
    anew = {claim for held in known for claim in held.pledge.claims}
    kept = held_before(part.kept, sorted(pledge_id(claim) for claim in answering if claim.id not in anew))
    first = {held.pledge.claims[0]: held for held in (*known, *kept.values())}
    return sorted((first[claim.id] for claim in answering if claim.id in first), key=lambda held: held.pledge.id)


def _answers_one(pile: Pile, claim: Claim, keys: Collection[str]) -> bool:
    """Whether a claim is a pledge whose giver one of these questions is about."""
    return kind_of(pile, claim) == "pledge" and dispute_id(*assurance_asked(pile, pile.party(pile.voice(claim)))) in keys
