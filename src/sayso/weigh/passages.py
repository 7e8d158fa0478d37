"""What voices say differently within one passage of a text: disputes that no incident need hold together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from functools import cache
from itertools import compress, takewhile

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language, languages, load_language
from sayso.lang.phrases import phrases_as_written
from sayso.lang.rebuttals import COMES, NEXT, STEM, WORD, shared_words
from sayso.lang.tolls import unit_of
from sayso.parallel import MANY_DOCUMENTS, each
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Claim, Slot
from sayso.records.dispute import Dispute
from sayso.records.vocabulary import vocabulary
from sayso.weigh.accounts import WHOSE, accounts_beside
from sayso.weigh.answers import dispute
from sayso.weigh.contrasts import contrast_disputes, questions
from sayso.weigh.culprits import blame_questions, mutual_blame
from sayso.weigh.numbers import amounts_of, by_number, counted, number_told, told_against, who_is_counted
from sayso.weigh.pile import Pile
from sayso.weigh.replies import IS_IT_SO, by_document, replies_of
from sayso.weigh.stances import HARM
from sayso.weigh.turnabouts import CHANGED, turnabouts

HOW_MANY = vocabulary().questions["how_many"].label
PASSAGE = 600
"""Code points from the beginning of a claim to that of another within which their numbers are of one thing, if they count the same."""
BEHIND = 250
"""Code points between a number and one that counts the same without saying so."""
MANYFOLD = 4
"""How many times a number of anything but dead and hurt another one may be that is meant to be the same."""
FARTHEST = 20
"""The same where the words tell that the same is counted, or it is measured by a unit ("two kilograms" and "16 kilograms")."""
LABEL, BEHIND_IT = re.compile(r"\s*:\s*[“\"]?"), re.compile(r"[”\"]?\s*\(")
"""What stands between a voice and its number in a list, and between a number and the voice behind it."""
PEOPLE, BARE = "people", "a bare number"
"""What is measured where people are counted, and where nothing is named."""
Told = tuple[str, Amount, Claim]
"""What is measured, how much, and by which claim."""


@cache
def passage_questions() -> tuple[str, ...]:
    """What can be asked about a claim beside which others stand in its passage."""
    return (
        IS_IT_SO,
        HOW_MANY,
        CHANGED,
        WHOSE,
        *dict.fromkeys(question for code in languages() for question in _of_language(load_language(code))),
    )


def _of_language(language: Language) -> tuple[str, ...]:
    return (*questions(language), *blame_questions(language))


def passage_disputes(pile: Pile) -> Iterable[Dispute]:
    """All of a pile; each is about the claim that is told first."""
    for found in each(lambda claims: list(_in_document(pile, claims)), list(by_document(pile)), MANY_DOCUMENTS):
        yield from found


def _in_document(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    yield from replies_of(pile, claims)
    yield from _numbers(pile, claims)
    yield from contrast_disputes(pile, claims)
    yield from mutual_blame(pile, claims)
    yield from turnabouts(pile, claims)
    yield from accounts_beside(pile, claims)


def _numbers(pile: Pile, claims: Sequence[Claim]) -> Iterable[Dispute]:
    """Numbers of one thing that exclude each other, by different voices: those that stand near the first that tells of it."""
    own = [one for claim in claims for one in _measured(pile, claim)]
    told = sorted([*own, *_measured_alike(pile, claims, own)], key=lambda one: (one[2].span.start, one[2].span.end, one[2].id))
    by_measure: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_measure[one[0]].append(one)
    seen: list[set[str]] = []
    by_words = {(one[0], one[2].id) for one in own}
    for first in [one for one in told if (one[0], one[2].id) in by_words or one[0] == BARE]:
        others = (one for one in by_measure[first[0]] if one[2].id != first[2].id and _comparable(pile, first, one))
        alike = [one for one in others if _is_near(first, one, by_words)]
        near = [first, *alike]
        here = {one[2].id for one in near}
        if any(here <= others for others in seen):
            continue
        seen.append(here)
        numbers = [(number_told(claim, amount, pile.language(claim)), claim) for _, amount, claim in near]
        against = told_against([(number, pile.voice(claim)) for number, claim in numbers])
        sides = by_number(list(compress(numbers, against)))
        if len(sides) > 1 and any(first[2] in side for side in sides.values()):
            yield dispute(pile, first[2].id, HOW_MANY, "count", sides)


def _is_near(one: Told, other: Told, by_words: Container[tuple[str, str]]) -> bool:
    """Whether two numbers stand in one passage; which of them say what they count is told by the measure and the claim.

    That the other one counts the same nothing else tells; and what it counts was told before it.
    """
    first, last = sorted((one, other), key=lambda told: told[2].span.start)
    surely = [(told[0], told[2].id) in by_words for told in (first, last)]
    near = last[2].span.start - first[2].span.start <= (PASSAGE if all(surely) else BEHIND)
    return near and surely != [False, True]


def _before(one: Claim, other: Claim) -> bool:
    return (one.span.start, one.span.end, one.id) < (other.span.start, other.span.end, other.id)


def _measured(pile: Pile, claim: Claim) -> list[Told]:
    """The numbers of a claim that say themselves what they count: dead and hurt by that, others by the noun or the unit."""
    if not _counts(claim):
        return []
    language = pile.language(claim)
    tolls = [(role, one, claim) for role in HARM for one in amounts_of(pile, claim, role)]
    if tolls or claim.kind != "figure":
        return tolls[:1]
    nouns = ((_noun(language, slot.amount), slot.amount) for slot in _amounts(claim) if slot.amount and not _is_part(language, slot.amount))
    own = [(noun, amount, claim) for noun, amount in nouns if noun and not _is_share(language, noun)]
    return own or [(name, amount, claim) for name, amount in _named_measures(language, claim)]


def _noun(language: Language, amount: Amount) -> str:
    """What a number counts; people where it counts nobody narrower."""
    return PEOPLE if unit_of(amount) in language.rules("pointing")["people"] else counted(amount, language)


def _is_part(language: Language, amount: Amount) -> bool:
    """Whether a number is of some of those told of before ("five of the tanks")."""
    return re.search(rf"\b(?:{any_like(language.rules('pointing')['part_of'])})\b", small(amount.text)) is not None


def _named_measures(language: Language, claim: Claim) -> Iterable[tuple[str, Amount]]:
    """The numbers that count nothing, of which the words right before tell what they measure ("put its strength at 150")."""
    for name, words in language.rules("rebuttals")["measures"].items():
        for found in re.finditer(rf"\b(?:{any_like(words)})\s", small(claim.quote)):
            behind = (slot for slot in _amounts(claim) if slot.span.start >= claim.span.start + found.end())
            first = min(behind, key=lambda slot: slot.span.start, default=None)
            if first and first.amount and not unit_of(first.amount):
                yield name, first.amount


def _measured_alike(pile: Pile, claims: Sequence[Claim], own: Sequence[Told]) -> list[Told]:
    """Numbers that count nothing of their own, of claims whose words say that they count what another voice did right before.

    Where nothing is counted before them, those who say hardly more than a number count the same as one another, and as who tells of people
    right before them, whatever of those.
    """
    measured = {one[2].id for one in own}
    found: list[Told] = []
    for number, claim in enumerate(claims):
        slots = [slot for slot in _amounts(claim) if slot.amount and not unit_of(slot.amount)]
        if not slots or claim.id in measured or not _counts(claim):
            continue
        fewer, alike = (
            phrases_as_written(pile.language(claim), "rebuttals", name).search(small(claim.quote)) for name in ("fewer", "same_measure")
        )
        near = (one for one in own if 0 <= claim.span.start - one[2].span.end <= BEHIND and pile.voice(one[2]) != pile.voice(claim))
        alone = _is_all_it_says(pile.language(claim), claim, slots[0])
        ahead = [one for one in near if fewer or ((alike or alone) and (one[0] != PEOPLE or claim.span.start - one[2].span.end <= NEXT))]
        if amount := slots[0].amount:
            last = max((one[2].span.end for one in ahead), default=None)
            other = last is not None and _counts_something(claims[:number], last, measured | {one[2].id for one in found})
            measure = next((one[0] for one in ahead if one[2].span.end == last and not other), "")
            beside = _people_before(pile, claims, number) if (alike or alone) and not measure else []
            measure = measure or (BARE if alone or beside else "")
            found += [*beside, (measure, amount, claim)] if measure else []
    return found


def _counts_something(before: Sequence[Claim], start: int, known: Container[str]) -> bool:
    """Whether behind a place an author gives a number of which is not known what it counts."""
    near = (one for one in takewhile(lambda one: one.span.start >= start, reversed(before)) if one.voice.text == AUTHOR)
    return any(slot.amount and not unit_of(slot.amount) for one in near if one.id not in known for slot in _amounts(one))


def _people_before(pile: Pile, claims: Sequence[Claim], number: int) -> list[Told]:
    """The only number of people in what another voice says right before a claim."""
    claim = claims[number]
    near = (
        one for one in reversed(claims[:number]) if 0 <= claim.span.start - one.span.end <= NEXT and pile.voice(one) != pile.voice(claim)
    )
    before = next(near, None)
    if before is None or before.act in COMES | {"denies"}:
        return []
    people = _people(pile.language(before))
    counted = {slot.amount: None for slot in before.slots if slot.amount and unit_of(slot.amount) in people}
    return [(BARE, amount, before) for amount in counted] if len(counted) == 1 else []


@cache
def _people(language: Language) -> frozenset[str]:
    """Nouns for people who are counted, the dead and hurt, fighters and civilians among them."""
    pointing, kinds = language.rules("pointing"), language.rules("exclusions")["hit"]["kinds"].values()
    toll = (word for words in (*pointing["toll"].values(), *kinds) for word in words)
    return frozenset((*pointing["people"], *language.rules("actors")["people"], *toll))


def _is_all_it_says(language: Language, claim: Claim, slot: Slot) -> bool:
    """Whether somebody says hardly more than a number ("the mayor claimed 40"): it counts what the number before it did."""
    start, end = slot.span.start - claim.span.start, slot.span.end - claim.span.start
    if claim.voice.text == AUTHOR:
        return False
    if _is_labelled(claim, slot):
        return True
    alone = phrases_as_written(language, "rebuttals", "number_ends").match(small(claim.quote), end) is not None
    return alone and phrases_as_written(language, "rebuttals", "number_alone").search(small(claim.quote)[:start]) is not None


def _is_labelled(claim: Claim, slot: Slot) -> bool:
    """Whether nothing but a sign joins a number to its voice, as in a list: "Union: 40", "40 (the union)"."""
    voice = claim.voice.span
    if voice is None or voice == claim.span or not voice.within(claim.span):
        return False
    joined, sign = (voice.end, slot.span.start), LABEL
    if slot.span.start < voice.start:
        joined, sign = (slot.span.end, voice.start), BEHIND_IT
    before = claim.quote[: min(voice.start, slot.span.start) - claim.span.start]
    between = claim.quote[joined[0] - claim.span.start : max(joined) - claim.span.start]
    return not WORD.search(before) and sign.fullmatch(between) is not None


def _counts(claim: Claim) -> bool:
    """Whether a claim tells a number as so: of a figure "no more than 40" denies nothing; what is to come is not so yet."""
    told = claim.kind in {"event", "figure"} and claim.act not in COMES | {"denies"}
    return told and (claim.polarity == "affirms" or claim.kind == "figure")


def _amounts(claim: Claim) -> list[Slot]:
    """The amounts of a figure that are not part of how a voice is called ("two doctors said")."""
    voices = [voice.span for voice in claim.voices if voice.span and voice.span != claim.span]
    return [slot for slot in claim.slots if slot.name == "amount" and not any(slot.span.within(span) for span in voices)]


def _comparable(pile: Pile, one: Told, other: Told) -> bool:
    """Whether two numbers with one measure can be of one thing.

    Those who count people may count different groups, unless the one counts of those of the other. Dead and hurt are if they are not of
    two incidents, nor fighters here and civilians there. Others are if they are of one order, and measured by a unit, or the words around
    say so.
    """
    left, right = one[2], other[2]
    if one[0] in HARM:
        incidents = {pile.linking.incident_of.get(claim.id, "") for claim in (left, right) if claim.kind == "event"} - {""}
        kinds = [who_is_counted(pile, *told[1:]) for told in (one, other)]
        return len(incidents) < 2 and not (all(kinds) and kinds[0].isdisjoint(kinds[1]))
    language = pile.language(left)
    own = any(one[0] == _noun(language, slot.amount) for slot in right.slots if slot.amount)
    if own and one[0] == PEOPLE:
        return False
    alike = not own or one[0] in language.rules("units")["measures"] or shared_words(left, right, language) - {one[0][:STEM]}
    measured = one[0] in language.rules("units")["measures"] and AUTHOR not in (left.voice.text, right.voice.text)
    surely = measured or not own
    return bool(alike) and _of_one_order(one[1], other[1], FARTHEST if surely else MANYFOLD)


def _of_one_order(one: Amount, other: Amount, times: int) -> bool:
    least, most = sorted(amount.high or amount.low or 0 for amount in (one, other))
    return most <= times * least


def _is_share(language: Language, noun: str) -> bool:
    """Whether a number is a length of time, a share or a sum of money, of which a passage may tell many."""
    units = language.rules("units")
    plain = re.fullmatch(rf"(?:{units['times']})s?|{units['percent']}", noun)
    return plain is not None or noun in {money.removesuffix(language.grammar.plural) for money in units["symbols"].values()}
