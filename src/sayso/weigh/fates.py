"""What became of what somebody promised, foretold or threatened: claims that it was done or has not come about, or of more dead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from sayso.lang.came_about import Deed, done, vowed
from sayso.lang.outcomes import (
    DONE,
    SHARED,
    binds_all,
    breaks_agreement,
    breaks_truce,
    comes_after,
    done_told,
    fate_told,
    foretells_more_dead,
    in_spite_of,
    in_spite_told,
    is_done,
    is_of_force,
    is_of_none,
    keeps_agreement,
    matter_of,
    may_have_come,
    names_in,
    partly_told,
    promises_truce,
    tells_afterwards,
    tells_fate_of,
    tells_part_of,
    was_given_before,
)  # fmt: skip
from sayso.lang.rebuttals import belies, turns_down
from sayso.records.claim import AUTHOR, Claim
from sayso.records.pledge import Bearing, Effect, PledgeKind
from sayso.weigh.naming import GIVERS, named_by, named_in, speaks_for
from sayso.weigh.numbers import amounts_of
from sayso.weigh.pile import Pile
from sayso.weigh.replies import stretches
from sayso.weigh.stances import ascribes
from sayso.weigh.tied import in_doc

UNDONE: Mapping[PledgeKind, Effect] = {"pledge": "breaches", "prediction": "disconfirms", "threat": "contradicts"}
"""What it means for each kind that it has not come about."""
OPEN: Mapping[PledgeKind, Effect] = dict.fromkeys(UNDONE, "ambiguous")
"""The same where a text goes on in time right behind it, or tells of it behind an event: what that means is for the reader to say."""
KEPT: Mapping[PledgeKind, Effect] = {"pledge": "consistent", "prediction": "supports", "threat": "consistent"}
"""The same where what was said not to be has not come about, or somebody did as he had said."""


def awaits(pile: Pile, claim: Claim) -> Iterable[str]:
    """By what the claims are found that tell what became of a promise: two words of its matter, its giver and one, or where it stands."""
    yield from _matters(pile, claim)
    yield from _of_parties(pile, claim, [pile.party(pile.voice(claim))])
    yield from stretches(claim)
    language = pile.language(claim)
    yield from (f"came {row} {word}" for row, word in vowed(claim, language))
    if foretells_more_dead(claim, language):
        yield from _toll(pile, claim)
    if keeps_agreement(claim, language):
        yield from (f"kept {giver}" for giver in speaks_for(pile, claim))
    if promises_truce(claim, language):
        yield from _of_truces(pile, claim)
    if is_of_force(claim, language):
        yield from (f"requited {giver}" for giver in speaks_for(pile, claim))


def tells_fate(pile: Pile, claim: Claim) -> Iterable[str]:
    """By what the promises are found of which a claim tells what became of them: by one of that which `awaits` gives of them."""
    language = pile.language(claim)
    told = fate_told(claim, language)
    if told:
        yield from _matters(pile, claim)
        yield from _of_parties(pile, claim, _parties(pile, claim))
    elif breaks_agreement(claim, language) or partly_told(claim, language):
        yield from _matters(pile, claim)
    if breaks_truce(claim, language):
        yield from _of_truces(pile, claim)
    beside = tells_afterwards(claim, language) or may_have_come(claim) or partly_told(claim, language)
    if told or beside or turns_down(claim, language) or in_spite_told(claim, language):
        yield from stretches(claim)
    for name in DONE:
        for doer in _doers(pile, claim, name):
            yield f"{name} {doer}"
            yield from _of_parties(pile, claim, [doer] if name == "kept" else ())
    yield from (f"came {row} {word}" for row, word in done(claim, language))
    if _dead(pile, claim):
        yield from _toll(pile, claim)


def tells_of_promises(pile: Pile, claim: Claim) -> bool:
    """Whether a claim tells by its words what became of what somebody promised."""
    language = pile.language(claim)
    told = fate_told(claim, language) is not None or is_done(claim, language) or partly_told(claim, language)
    return told or breaks_agreement(claim, language) or breaks_truce(claim, language)


def _doers(pile: Pile, claim: Claim, name: str) -> list[str]:
    """Who kept his word, or hit back, as a claim tells: its agents, else who is named before that, else its voice; with party and camp."""
    done = done_told(claim, pile.language(claim), name)
    if done is None:
        return []
    before, own = named_by(pile, claim, done, GIVERS, "before"), [] if claim.voice.text == AUTHOR else [pile.voice(claim)]
    found = (pile.agents(claim) if name == "requited" else []) or ([before] if before else own)
    return sorted({one for who in found for one in (pile.party(who), pile.camp(who))})


def _matters(pile: Pile, claim: Claim) -> Iterable[str]:
    yield from (" ".join(pair) for pair in combinations(sorted(matter_of(claim, pile.language(claim))), 2))


def _of_parties(pile: Pile, claim: Claim, parties: Iterable[str]) -> Iterable[str]:
    matter = sorted({*matter_of(claim, pile.language(claim)), *names_in(claim, pile.language(claim))})
    yield from (f"{word} {party}" for party in parties if party in pile.actors for word in matter)


def _of_truces(pile: Pile, claim: Claim) -> Iterable[str]:
    """By what the truce is known that somebody announces, or says to be broken: where it is told of, and the names told with it."""
    names = names_in(claim, pile.language(claim))
    yield from (f"truce {one}" for one in (in_doc(claim), *sorted(names)))


def _toll(pile: Pile, claim: Claim) -> Iterable[str]:
    """By what the numbers of those whom an incident killed are found of which it is foretold that they will rise."""
    if incident := pile.linking.incident_of.get(claim.id):
        yield f"toll {incident}"


def _dead(pile: Pile, claim: Claim) -> tuple[float, float] | None:
    """How many were killed at the least and at the most, as a claim has it ("almost 40" are 40 at the most); None if it does not tell."""
    if not ascribes(claim) or not any(slot.amount for slot in claim.slots):
        return None
    told = amounts_of(pile, claim, "killed")
    return (max(one.low or 0 for one in told), max(one.high or one.low or 0 for one in told)) if told else None


def _parties(pile: Pile, claim: Claim) -> list[str]:
    """The parties that a claim names, or whose word it is."""
    return sorted({pile.party(pile.voice(claim)), *(pile.party(who) for _, who in named_in(pile, claim))})


class Fates:
    """The claims of a pile that tell what became of promises, to be asked for those of one without looking at each."""

    def __init__(self, pile: Pile, tellers: Iterable[Claim]) -> None:
        self._pile = pile
        self._found: dict[str, list[Claim]] = defaultdict(list)
        for claim in tellers:
            for key in tells_fate(pile, claim):
                self._found[key].append(claim)

    def of(self, kind: PledgeKind, promises: Sequence[Claim]) -> tuple[Bearing, ...]:
        """The claims that tell what became of one pledge, prediction or threat, in the order of their ids, with what each means for it."""
        meant: dict[str, Effect] = {}
        for promise in promises:
            near = {claim.id: claim for key in awaits(self._pile, promise) for claim in self._found.get(key, ())}
            others = (claim for claim in near.values() if claim is not promise)
            meant |= {claim.id: effects[kind] for claim in others if (effects := self._effects(claim, promise))}
            if kind == "prediction" and foretells_more_dead(promise, self._pile.language(promise)):
                meant |= {claim.id: "supports" for claim in self._more_dead(promise)}
        return tuple(Bearing(ident, effect) for ident, effect in sorted(meant.items()))

    def _more_dead(self, promise: Claim) -> Iterable[Claim]:
        """Who tells of more dead than the text told of, or the prediction itself, when it foretold that their number would rise."""
        told = [claim for key in _toll(self._pile, promise) for claim in self._found.get(key, ())]
        before = [claim for claim in told if claim.span.doc == promise.span.doc and claim.span.start <= promise.span.start]
        known = [dead[1] for claim in (promise, *before) if (dead := _dead(self._pile, claim))]
        later = (claim for claim in told if claim not in before and claim is not promise and not _before(self._pile, claim, promise))
        yield from (claim for claim in later if known and (dead := _dead(self._pile, claim)) and dead[0] > max(known))

    def _effects(self, claim: Claim, promise: Claim) -> Mapping[PledgeKind, Effect] | None:
        """What a claim means for each kind of promise, if it tells what became of this one."""
        language = self._pile.language(promise)
        if self._pile.language(claim) is not language:
            return None
        if in_spite_of(claim, promise, language):
            return UNDONE
        if self._breaks(claim, promise) or self._breaks_truce(claim, promise):
            return UNDONE
        if self._tells(claim, promise):
            told = fate_told(claim, language)
            return UNDONE if (told and told.despite) or not is_of_none(promise, language) else KEPT
        if self._does(claim, promise):
            return KEPT
        if was_given_before(claim, promise, language):
            return UNDONE if is_of_none(promise, language) else OPEN
        if tells_part_of(claim, promise, language):
            return None if _before(self._pile, claim, promise) else OPEN
        if self._comes(claim, promise):
            return UNDONE if is_of_none(promise, language) else KEPT
        return OPEN if comes_after(claim, promise, language) else None

    def _tells(self, claim: Claim, promise: Claim) -> bool:
        """Whether a claim tells of what was promised that it has not come about."""
        language = self._pile.language(promise)
        of_giver = self._pile.party(self._pile.voice(promise)) in _parties(self._pile, claim)
        if not tells_fate_of(claim, promise, language, of_giver):
            return False
        if claim.span.doc != promise.span.doc:
            return not _before(self._pile, claim, promise)
        other = self._pile.party(self._pile.voice(claim)) != self._pile.party(self._pile.voice(promise))
        return other or not belies(claim, promise, language)

    def _comes(self, claim: Claim, promise: Claim) -> bool:
        """Whether a claim tells that what was to come was done, with half of the words beside it; with one where it names its giver."""
        here, language = claim.span.doc == promise.span.doc, self._pile.language(promise)
        if (here and claim.span.start < promise.span.end) or _before(self._pile, claim, promise):
            return False
        own, told = vowed(promise, language), done(claim, language)
        of_giver = self._pile.party(self._pile.voice(promise)) in _parties(self._pile, claim)
        rows = {row for row, _ in own & told}
        return any(of_giver or _words(own & told, row) >= _words(own, row) / 2 for row in rows)

    def _breaks(self, claim: Claim, promise: Claim) -> bool:
        """Whether a claim says that what several parties promised one another was broken by one of them."""
        language = self._pile.language(promise)
        if not binds_all(promise, language) or not breaks_agreement(claim, language) or _before(self._pile, claim, promise):
            return False
        here = claim.span.doc == promise.span.doc
        shared = matter_of(claim, language) & matter_of(promise, language)
        return len(shared) >= SHARED and not (here and claim.span.start < promise.span.end)

    def _breaks_truce(self, claim: Claim, promise: Claim) -> bool:
        """Whether a claim tells that a truce was broken that was announced before it in its text, or with a name that it names."""
        language = self._pile.language(promise)
        if not promises_truce(promise, language) or not breaks_truce(claim, language) or _before(self._pile, claim, promise):
            return False
        if claim.span.doc == promise.span.doc:
            return claim.span.start >= promise.span.end
        return not names_in(claim, language).isdisjoint(names_in(promise, language))

    def _does(self, claim: Claim, promise: Claim) -> bool:
        """Whether a claim tells that the giver of a promise kept it, or hit back as he threatened.

        That he hit back a report tells first, and then that he had said he would.
        """
        pile, language = self._pile, self._pile.language(promise)
        here, givers = claim.span.doc == promise.span.doc, speaks_for(pile, promise)
        if not here and _before(pile, claim, promise):
            return False
        if not givers.isdisjoint(_doers(pile, claim, "requited")) and is_of_force(promise, language):
            return True
        if givers.isdisjoint(_doers(pile, claim, "kept")) or (here and claim.span.start < promise.span.end):
            return False
        return keeps_agreement(promise, language) or not matter_of(claim, language).isdisjoint(matter_of(promise, language))


def _words(deeds: Iterable[Deed], row: int) -> int:
    """How many words stand beside a deed of one row."""
    return sum(1 for one in deeds if one[0] == row)


def _before(pile: Pile, claim: Claim, promise: Claim) -> bool:
    """Whether a claim is known to have been made before a promise."""
    told, given = day_of(pile, claim), day_of(pile, promise)
    return told is not None and given is not None and told < given


def day_of(pile: Pile, claim: Claim) -> date | None:
    """The last day on which a claim can have been made, as far as that is known."""
    finding = pile.findings.get(claim.span.doc)
    when = claim.said or (finding.written if finding else None)
    return when.last if when else None
