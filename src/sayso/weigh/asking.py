"""Which disputes beside those of incidents a change touches, and what becomes of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

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
from sayso.weigh.pledges import drafts_of
from sayso.weigh.told import figures_of
from sayso.weigh.workings import held_before


def asked_again(part: Part, marked: Marked, touched: Beside, pledges: Sequence[Held]) -> tuple[frozenset[str], list[Dispute]]:
    """The ids of the disputes to be worked out again, and those of them that there are now.

    `pledges` are those that are otherwise, or on which a touched incident bears: others' word of such incidents stands against them."""
    marks = {mark for mark in touched.marks if mark.startswith(DISPUTE)}
    here = touched.claims(REPLY)
    marks |= {DISPUTE + dispute_id(claim, question) for claim in here | marked.gone() for question in passage_questions()}
    marks |= set(_assurances(part, [held.pledge for held in pledges if held.pledge.kind == "pledge"]))
    beside = marked.beside(marks)
    denying = part.with_denied(beside.claims(DISPUTE))
    about = [claim for claim in denying | here if any(DISPUTE + dispute_id(claim, question) in marks for question in passage_questions())]
    near = marked.beside(marked.borne_by(about, REPLY))  # who answers a claim stands near it, and so does whom he might answer instead
    pile = part.pile(denying | near.claims(REPLY))
    keys = beside.keys(DISPUTE)
    given = _borne_on(part, pile, keys, {held.pledge.id: held for held in pledges})
    found = disputes_beside(pile, figures_of(pile), given)
    return keys, [one for one in found if one.id in keys]


def _assurances(part: Part, pledges: Sequence[Pledge]) -> Iterable[str]:
    """The marks of the questions to which these pledges are answers."""
    part.need_actors({pledge.by for pledge in pledges})
    pile = part.pile(())
    return (DISPUTE + dispute_id(*assurance_asked(pile, pile.party(pledge.by))) for pledge in pledges)


def _borne_on(part: Part, pile: Pile, keys: Collection[str], known: Mapping[str, Held]) -> list[Held]:
    """The pledges that answer one of these questions, with what bears on them: as it is known now, else as it was kept."""
    given = [one.pledge for one in drafts_of(pile) if one.pledge.kind == "pledge"]  # of others not all claims may be here
    drafted = [pledge for pledge in given if dispute_id(*assurance_asked(pile, pile.party(pledge.by))) in keys]
    others = sorted(pledge.id for pledge in drafted if pledge.id not in known)
    found = dict(known) | held_before(part.kept, others)
    return [found[pledge.id] for pledge in drafted]
