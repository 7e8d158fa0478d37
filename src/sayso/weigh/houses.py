"""Whose house somebody speaks for: what a report has from a body in short it mostly has from the one of its people whom it quotes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import product, takewhile

from sayso.lang.grammar import any_of, small
from sayso.lang.language import Language
from sayso.lang.spotting import Spotter
from sayso.records.actor import STATES
from sayso.records.claim import AUTHOR, Claim
from sayso.weigh.ascribing import of_whom
from sayso.weigh.occasions import LEAD, beside, day_told, told_aside
from sayso.weigh.pile import Pile
from sayso.weigh.tied import HOUSE, NEXT, Gathered, Tied, in_doc

WORD = re.compile(r"(?P<word>[^\W_](?:[\w.-]*\w)?)(?P<owning>['’])?")
PEOPLE = frozenset({"person", "anonymous"})
"""Kinds of voices that are people of a body, not the body itself."""
NEXT_TO = 150
"""Code points between what two bodies of one country say, or two voices that one pronoun means, for it to be of one statement."""
Class = tuple[frozenset[str], date | None]
"""The countries whose body a claim's voice is said to be of, and the day on which it speaks."""


@dataclass(frozen=True, slots=True)
class House:
    """What kind of body a voice is of by its words; the words before that which tell whose it is, if they are no countries; its matter."""

    body: str
    owners: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()


def house_ties(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """What one report has from a body, and from people of such a body ("the army said", "army spokesman Otto Brand"); never certain.

    The armies of two countries are two, and what is said on two days is said twice; so mostly is what a long report has far apart.
    """
    for group in groups.of(HOUSE):
        classes: dict[Class, list[Claim]] = defaultdict(list)
        for claim in group:
            classes[_lands(pile, claim), day_told(claim)].append(claim)
        for (one, left), (other, right) in product(classes.items(), repeat=2):
            if _fit(one, other):
                yield from (
                    Tied(claim.id, person.id, "people of one body, in one report", False) for claim, person in _met(pile, left, right)
                )


def _met(pile: Pile, left: Sequence[Claim], right: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Each claim of the left with the first of a person's of the right; in a long report with all of these near it."""
    persons = [claim for claim in right if _is_person(pile, claim)]
    if not persons or persons[0].span.doc not in pile.long:
        return product((claim for claim in left if claim not in persons[:1]), persons[:1])
    return (pair for pair in product(left, persons) if pair[0] != pair[1] and beside(*pair, LEAD))


def house_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups inside which a claim can be tied so, or to what is said next to it."""
    yield from _of_a_house(pile, claim)
    yield from _of_a_land(pile, claim)


def next_to_ties(groups: Gathered) -> Iterable[Tied]:
    """What bodies of one country say right behind one another ("Ruritania said", "its defence ministry said"), and so what "he" says."""
    for group in groups.of(NEXT):
        for number, claim in enumerate(group):
            near = takewhile(lambda later: later.span.start - claim.span.end <= NEXT_TO, group[number + 1 :])  # noqa: B023
            beside = (
                other for other in near if other.span.start >= claim.span.end and len({day_told(claim), day_told(other)} - {None}) < 2
            )
            yield from (Tied(other.id, claim.id, "told of one voice right behind one another", False) for other in beside)


def _of_a_land(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what one document has from the bodies of a country that their voices name, and from nobody but "he" or "they"."""
    if claim.voice.text == AUTHOR or claim.kind == "tie":
        return
    voice = pile.voice(claim)
    if voice not in pile.actors:
        yield from (
            f"{NEXT} {in_doc(claim)} {of}" for of, words in _pronouns(pile.language(claim)).items() if claim.voice.text.lower() in words
        )
    elif pile.actors[voice].kind in STATES:
        yield from (f"{NEXT} {in_doc(claim)} {land}" for land in sorted(_lands(pile, claim)))


@cache
def _pronouns(language: Language) -> dict[str, frozenset[str]]:
    """The pronouns for a man, a woman, a body and several, by a name for each."""
    table = language.rules("actors")
    persons = {of: frozenset(words) & frozenset(table["pronouns"]["person"]) for of, words in table["spoken_of"].items()}
    return persons | {of: frozenset(table["pronouns"][of]) for of in ("body", "several")}


def _of_a_house(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what one document has from bodies of one kind, and from their people, by whose they are said to be."""
    if claim.voice.text == AUTHOR or claim.kind == "tie" or told_aside(pile.language(claim), claim):
        return
    whom = of_whom(pile.language(claim), claim.voice.text)
    voice = pile.voice(claim)
    if whom and not _land(pile, whom) and not (voice in pile.actors and pile.actors[voice].kind == "person"):
        yield f"{HOUSE} {in_doc(claim)} of {whom}"
    for house in houses_told(pile.language(claim), claim.voice.text):
        owners = {word.lower() for word in house.owners if not _land(pile, word)} | {*house.matters}
        yield f"{HOUSE} {in_doc(claim)} {house.body} {' '.join(sorted(owners))}"


@lru_cache(maxsize=1 << 14)
def houses_told(language: Language, voice: str) -> tuple[House, ...]:
    """The bodies of which a voice is by its words: "Colonel", "the military spokesman", "Ruritania's health minister"."""
    found: dict[str, House] = {}
    table, plain = language.rules("actors"), small(voice)
    for match in _words(language).finditer(plain):
        told = list(WORD.finditer(voice, max(voice.rfind(mark, 0, match.start()) for mark in ",;(") + 1, match.start()))
        if told and told[-1]["word"].lower() in table["no_house"]:
            continue
        ranked = match.group() in table["ranks"]
        named = (one["word"] for place, one in enumerate(told) if one["owning"] or (place and not ranked and one["word"][:1].isupper()))
        owners = tuple(word for word in named if word.lower() not in _plain(language))
        body = _bodies(language)[match.group()]
        found.setdefault(body, House(body, owners, _matters(language, plain) if body in language.rules("governing")["offices"] else ()))
    return tuple(found.values())


def _is_person(pile: Pile, claim: Claim) -> bool:
    voice = pile.voice(claim)
    return voice not in pile.actors or pile.actors[voice].kind in PEOPLE


def _fit(one: Class, other: Class) -> bool:
    """Whether two voices are not said to be of two countries, nor to speak on two days."""
    apart = one[0] and other[0] and one[0].isdisjoint(other[0])
    return not apart and (one[1] is None or other[1] is None or one[1] == other[1])


def _lands(pile: Pile, claim: Claim) -> frozenset[str]:
    """The countries that the words for a voice name."""
    words = (match["word"] for match in WORD.finditer(claim.voice.text))
    return frozenset(land for word in words if word[:1].isupper() and (land := _land(pile, word)))


def _land(pile: Pile, word: str) -> str:
    """The country that a word means, also where it leads others ("Ruritanian-led")."""
    return pile.countries.code(word) or pile.countries.code(word.split("-")[0])


@cache
def _bodies(language: Language) -> dict[str, str]:
    """The kind of body by the words that tell of one."""
    return {word: body for body, words in language.rules("actors")["houses"].items() for word in words}


@cache
def _words(language: Language) -> Spotter:
    return Spotter(rf"\b(?:{any_of(_bodies(language))})\b")


@cache
def _plain(language: Language) -> frozenset[str]:
    """Words before that of a body which do not tell whose it is."""
    actors, governing = language.rules("actors"), language.rules("governing")
    alike = (actors["ranks"], actors["grades"], actors["speaking_for"], governing["plain"], governing["offices"], _bodies(language))
    return frozenset(word for words in (*alike, *governing["matters"].values()) for word in words)


def _matters(language: Language, plain: str) -> tuple[str, ...]:
    """For which matters words tell that an office is."""
    told = language.rules("governing")["matters"].items()
    return tuple(matter for matter, words in told if re.search(rf"\b(?:{any_of(words)})\b", plain))
