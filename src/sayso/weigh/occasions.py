"""Which claims of one document were said on one occasion: by one speaker, in one breath, by one body, or told on behind another's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sayso.records.claim import AUTHOR, Claim, Voice
from sayso.weigh.pile import Pile
from sayso.weigh.tied import Tied, grouped

OCCASION_KINDS = frozenset({"person", "government_body", "international_org"})
"""Voices whose words in one document come from one occasion (an interview, a statement); groups and states speak often."""
BODIES = frozenset({"government_body", "armed_group", "international_org", "company", "other"})
"""Parties whose voices, quoted in one document with one day, speak on one occasion; a state has many bodies, a newspaper many stories."""
SPOKEN_ON = 1500
"""Code points from words of somebody that are dated to others of his that are not, and of one occasion with them."""
NEXT = 250
"""Code points from an account of somebody's to the author's words on the same incident that go on with it: the next sentence or two."""


def occasion_ties(pile: Pile) -> list[Tied]:
    """All that makes two claims of one document the words of one occasion."""
    return [*_one_speaker(pile), *_one_utterance(pile), *_one_body(pile), *_goes_on(pile)]


def occasion_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The names of the groups inside which a claim can be tied so; whether two of one are tied hangs on these two alone."""
    for groups in (_occasions, _utterances, _bodies, _accounts):
        yield from groups(pile, claim)


def _one_speaker(pile: Pile) -> Iterable[Tied]:
    """One person, body or publication, quoted in one document; certain where the day of the statement is the same.

    What somebody says in a publication is of one occasion with what it is quoted for ("a team said in a report", "the report").
    Words that are said to be of two days are of two; those without a day are of the one told near them.
    """
    for group in grouped(pile, _occasions):
        dated: dict[date | None, list[Claim]] = defaultdict(list)
        for claim in group:
            dated[_day_told(claim)].append(claim)
        undated = dated.pop(None, [])
        for several in (undated, *dated.values()):
            yield from (_on_one_occasion(claim, several[0]) for claim in several[1:])
        near = ((one, other) for own in dated.values() for one in own for other in undated)
        yield from (_on_one_occasion(*pair) for pair in near if abs(pair[0].span.start - pair[1].span.start) <= SPOKEN_ON)


def _on_one_occasion(claim: Claim, other: Claim) -> Tied:
    return Tied(claim.id, other.id, "one speaker in one report", _same_occasion(claim, other))


def _day_told(claim: Claim) -> date | None:
    """The day that the words themselves give a statement; None where it is only that of the report."""
    return claim.said.first if claim.said and claim.said.days == 1 and claim.said.basis != "document_date" else None


def _occasions(pile: Pile, claim: Claim) -> Iterable[str]:
    """The occasions to which a claim belongs: its voice's, if that speaks once in a document, and that of the publication it is said in."""
    voice = pile.voice(claim)
    if voice in pile.actors and (pile.actors[voice].kind in OCCASION_KINDS or _is_publication(pile, claim) or _is_one_person(pile, claim)):
        yield f"occasion {claim.span.doc} {voice}"
    said_in = claim.voices[1] if len(claim.voices) > 1 else None
    if said_in and said_in.span and _names_publication(pile, claim, said_in) and (work := pile.actor(claim, said_in.name)):
        yield f"occasion {claim.span.doc} {work}"


def _one_utterance(pile: Pile) -> Iterable[Tied]:
    """What follows one mention of a speaker: "the ministry said that ..., and denied that ..."."""
    for group in grouped(pile, _utterances):
        yield from (Tied(claim.id, group[0].id, "said in one breath", _same_occasion(claim, group[0])) for claim in group[1:])


def _utterances(pile: Pile, claim: Claim) -> Iterable[str]:
    voice = claim.voice.span
    if voice and claim.kind != "tie" and voice != claim.span:
        yield f"utterance {voice.doc} {voice.start} {voice.end}"


def _one_body(pile: Pile) -> Iterable[Tied]:
    """What a body and those who speak for it say on one day, and its deed, told without a source right before its own account."""
    for group in grouped(pile, _bodies):
        own = [claim for claim in group if claim.voice.text != AUTHOR]
        days: dict[date, list[Claim]] = defaultdict(list)
        for claim in own:
            if claim.said and claim.said.days == 1 and pile.actors[pile.party(pile.voice(claim))].kind in BODIES:
                days[claim.said.first].append(claim)
        for several in days.values():
            yield from (Tied(claim.id, several[0].id, "one body on one day, in one report", False) for claim in several[1:])
        for claim in (claim for claim in group if claim.voice.text == AUTHOR):
            behind = [one for one in own if 0 <= one.span.start - claim.span.end <= NEXT]
            yield from (Tied(claim.id, one.id, "told right before the doer's own account", False) for one in behind)


def _bodies(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what one document has from a party, and of what it tells of its deeds without saying from whom it has that."""
    attributed = claim.voice.text != AUTHOR
    told = [pile.voice(claim)] if attributed and claim.kind != "tie" else pile.agents(claim) if claim.act == "relays" else []
    yield from (f"body {claim.span.doc} {party}" for party in sorted({pile.party(who) for who in told}) if party in pile.actors)


def _goes_on(pile: Pile) -> Iterable[Tied]:
    """An author's words on an incident right behind somebody's account of it: he goes on with it; who hedges has it from elsewhere."""
    for group in grouped(pile, _accounts):
        told = [claim for claim in group if claim.voice.text != AUTHOR]
        for claim in (claim for claim in group if claim.voice.text == AUTHOR and claim.act == "asserts"):
            near = [one for one in told if 0 <= claim.span.start - one.span.end <= NEXT]
            yield from (Tied(claim.id, one.id, "told on right behind", False) for one in near)


def _accounts(pile: Pile, claim: Claim) -> Iterable[str]:
    """The group of what one document tells of one incident."""
    if incident := pile.linking.incident_of.get(claim.id):
        yield f"account {claim.span.doc} {incident}"


def _is_one_person(pile: Pile, claim: Claim) -> bool:
    """Whether a voice is one unnamed person ("a trader who asked not to be named") rather than several."""
    words = claim.voice.text.lower().split()
    return bool(words) and pile.actors[pile.voice(claim)].kind == "anonymous" and words[0] in pile.language(claim).rules("pointing")["one"]


def _is_publication(pile: Pile, claim: Claim) -> bool:
    """Whether a claim's voice is one text ("a UN report", "the study") rather than somebody who speaks often."""
    return _names_publication(pile, claim, claim.voice)


def _names_publication(pile: Pile, claim: Claim, voice: Voice) -> bool:
    words, table = (voice.name or voice.text).lower().split(), pile.language(claim).rules("cues")
    return bool(words) and words[-1] in [*table["publications"], *table["interviews"]]


def _same_occasion(one: Claim, other: Claim) -> bool:
    """Whether the dates of two statements are one day."""
    return bool(one.said and other.said and one.said.days == other.said.days == 1 and one.said.first == other.said.first)
