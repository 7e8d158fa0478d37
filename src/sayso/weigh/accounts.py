"""What two voices say one beside the other: in one sentence ("the army counts it a raid; villagers say it was a feud"), or in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.lang.outcomes import is_matterless
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import BESIDE, LEAST, NEXT, STEM, TELLS, WORD, said_in, tells_of_doubt
from sayso.records.actor import STATES
from sayso.records.claim import AUTHOR, Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute, question_on
from sayso.weigh.contrasts import answer_one_question
from sayso.weigh.pile import Pile
from sayso.weigh.replies import STRETCH, apart

WHOSE = question_on("whose_account")
ENDED = re.compile(r"[.!?][”\"’)]*$")
"""The end of a sentence: what begins more than a space behind it begins a new paragraph."""
RIGHT_BEHIND = 2
"""Code points between two sentences that stand right behind one another, with a quotation mark; two lines of a list have more."""
SHOWN = 80
"""Code points of an account that are shown as an answer."""


def accounts_beside(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """All of one document, each about the account that comes first.

    Of 23 pairs within one sentence in the hand-made ledgers of eight wars 20 are disputes there. That two words stand in one sentence is
    seen by the second of them, which begins with a small letter right behind the first. Of 12 pairs in two sentences of which one says
    no and that share a word, in the ledgers of sixteen wars, 10 are disputes there, so are four of six in which a state and an armed
    group speak of one incident, and nine of ten in which what was found out follows on somebody's word. That two known voices share a
    word is not enough: of what reports explain they are no disputes.
    """
    for number, claim in enumerate(claims):
        goes_on = _tells(claim) and claim.quote[:1].islower()
        near = _right_before(claims, number, BESIDE) if goes_on else ()
        if before := next((one for one in near if _beside(pile, one, claim)), None):
            yield _told_otherwise(pile, before, claim)
        for before in _right_before(claims, number, NEXT):
            if (
                apart(pile, before, claim)
                and _states(before)
                and _states(claim)
                and (_told_apart(pile, before, claim) or _of_one_incident(pile, before, claim))
            ):
                yield _told_otherwise(pile, before, claim)
        yield from (_told_otherwise(pile, claim, inside) for inside in _inside(claims, number) if _set_against(pile, claim, inside))


def _inside(claims: Sequence[Claim], number: int) -> Iterable[Claim]:
    """The claims that stand inside another one's words."""
    end = claims[number].span.end
    later = takewhile(lambda one: one.span.start < end, claims[number + 1 :])
    return (one for one in later if one.span.within(claims[number].span))


def _set_against(pile: Pile, claim: Claim, inside: Claim) -> bool:
    """Whether somebody says what is so in spite of what another one says ("despite the army's claim that ..., villagers say ...")."""
    told = all(_states(one) and one.voice.text != AUTHOR for one in (claim, inside))
    if not told or inside.voice in claim.voices or not apart(pile, claim, inside):
        return False
    before = small(claim.quote)[: inside.span.start - claim.span.start]
    in_spite = phrases(pile.language(claim), "rebuttals", "in_spite_of").search(before)
    return in_spite is not None and not _asked_elsewhere(pile, claim, inside)


def _told_otherwise(pile: Pile, before: Claim, claim: Claim) -> Dispute:
    return dispute(pile, before.id, WHOSE, "relay", {_shown(before): [before], _shown(claim): [claim]})


def _told_apart(pile: Pile, before: Claim, claim: Claim) -> bool:
    """Whether two claims tell one matter otherwise by their words, and no incident asks for it."""
    if _asked_elsewhere(pile, before, claim):
        return False
    return _of_one_matter(pile, before, claim) or _explained_otherwise(pile, before, claim)


def _of_one_incident(pile: Pile, before: Claim, claim: Claim) -> bool:
    """Whether two speak of one incident right behind one another, a state and an armed group, or the second of what was found out.

    One of the two tells no event of its own: else the incident's own questions are asked of both.
    """
    incidents = {pile.linking.incident_of.get(one.id) for one in (before, claim)}
    if None in incidents or len(incidents) > 1 or before.kind == claim.kind == "event" or claim.span.start - before.span.end > RIGHT_BEHIND:
        return False
    if before.kind != "figure" and before.voice.text != AUTHOR and _tells_what_was_found(pile.language(claim), claim):
        return True
    parties = [pile.party(pile.voice(one)) for one in (before, claim)]
    sides = {"state" if kind in STATES else kind for kind in (pile.actors[who].kind for who in parties if who in pile.actors)}
    return sides == {"state", "armed_group"}


def _tells_what_was_found(language: Language, claim: Claim) -> bool:
    """Whether somebody tells by a name or noun of his own, not as "he", what he has found out."""
    voice = small(claim.voice.text)
    named = claim.voice.text != AUTHOR and not any(voice in words for words in language.rules("actors")["pronouns"].values())
    return named and phrases(language, "rebuttals", "finds").search(small(claim.quote)) is not None


def _asked_elsewhere(pile: Pile, before: Claim, claim: Claim) -> bool:
    """Whether it is for an incident's own questions how two claims differ: of two events, or where one goes on about that of the other."""
    events = [one for one in (before, claim) if one.kind == "event"]
    incidents = [pile.linking.incident_of.get(one.id) for one in (before, claim)]
    return len(events) > 1 or (bool(events) and incidents[0] == incidents[1])


def _states(claim: Claim) -> bool:
    """Whether a claim says that something is so, or is not."""
    return claim.kind != "tie" and claim.act in TELLS | {"denies"}


def _of_one_matter(pile: Pile, before: Claim, claim: Claim) -> bool:
    """Whether two claims share a word, and one of them says no; of two that deny it neither tells it otherwise."""
    denials = sum(one.act == "denies" for one in (before, claim))
    no = denials == 1 or (denials == 0 and claim.polarity == "denies")
    return no and not _words(pile.language(before), before).isdisjoint(_words(pile.language(claim), claim))


def _explained_otherwise(pile: Pile, before: Claim, claim: Claim) -> bool:
    """Whether of two voices right behind one another one says what that was which has been told of ("attributed it to a leak")."""
    stop = 1 if ENDED.search(before.quote) else 2
    if claim.span.start - before.span.end > stop or AUTHOR in (before.voice.text, claim.voice.text):
        return False
    explained = any(phrases(pile.language(one), "rebuttals", "explains_it").search(small(one.quote)) for one in (before, claim))
    return explained and not tells_of_doubt(claim, pile.language(claim)) and not answer_one_question(pile, before, claim)


def _words(language: Language, claim: Claim) -> frozenset[str]:
    """The beginnings of a claim's words of content, its voice's aside; names are none, since every other claim of a war has them."""
    text, span = claim.quote, claim.voice.span
    if span and span != claim.span and span.within(claim.span):
        start, end = span.start - claim.span.start, span.end - claim.span.start
        text = f"{text[:start]} {text[end:]}"
    return _stems(language, text)


@lru_cache(maxsize=1 << 14)
def _stems(language: Language, text: str) -> frozenset[str]:
    months = {str(word).lower() for word in (*language.rules("months")["names"], *language.rules("months")["names"].values())}
    words = (word for word in WORD.findall(text) if len(word) >= LEAST and word.islower() and word not in months)
    return frozenset(word[:STEM] for word in words if not is_matterless(language, word))


def _right_before(claims: Sequence[Claim], number: int, reach: int) -> Iterable[Claim]:
    """The claims that end right before one, at most so many code points before, the nearest first."""
    start = claims[number].span.start
    near = takewhile(lambda one: start - one.span.start <= STRETCH, reversed(claims[:number]))
    return (one for one in near if 0 <= start - one.span.end <= reach)


def _tells(claim: Claim) -> bool:
    return claim.act in TELLS and claim.kind != "tie" and claim.voice.text != AUTHOR


def _beside(pile: Pile, before: Claim, claim: Claim) -> bool:
    """Whether two claims are of two parties, of which the second is none of the first ("two of them"), in one breath of the text."""
    if not _tells(before) or _some_of_them(pile.language(claim), claim.voice.text):
        return False
    return before.voice not in claim.voices and apart(pile, before, claim)


def _some_of_them(language: Language, voice: str) -> bool:
    return _part_of(language).search(small(voice)) is not None


@cache
def _part_of(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_like(language.rules('pointing')['part_of'])}|{any_like(language.rules('rebuttals')['of_those'])})\b")


def _shown(claim: Claim) -> str:
    """What is said in a claim, cut to what can be shown."""
    said = " ".join(said_in(claim).split()).rstrip(".,;")
    return said if len(said) <= SHOWN else said[: said.rfind(" ", 0, SHOWN)] + " …"
