"""What one report denies that another one tells, where no incident holds the two together: by a name and a deed that both speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product

from sayso.lang.language import Language
from sayso.lang.rebuttals import STEM, TELLS, WORD, words_said
from sayso.records.claim import AUTHOR, Claim
from sayso.records.dispute import Dispute
from sayso.weigh.answers import dispute, question_on
from sayso.weigh.pile import Pile
from sayso.weigh.replies import apart
from sayso.weigh.stances import DENIES, YES

DENIED_ELSEWHERE = question_on("is_it_so")
TABLES = ("deeds", "crimes", "harm_nouns", "denied_things", "targets", "captive", "means", "planning", "moves")
"""The lists of the table `acts` that hold what is told of in a charge."""
LEAST_IN_COMMON = 3
"""Words, a name among them, that a denial and what it denies have in common at least."""
SHORTEST_NAME = 3
LONGEST_ENDING = 3
"""Letters that a form may have more than the word of a table ("burning")."""


def matters_of(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """About what, and to which question, a claim can be denied by another report, or deny what stands there: each name with each deed."""
    if _denies(claim) or _tells(claim):
        for name, deed in _matters(pile, claim):
            yield f"{name} {deed}", DENIED_ELSEWHERE


def denied_elsewhere(pile: Pile) -> Iterable[Dispute]:
    """What voices deny of the same names and deeds that others tell of in other documents, each matter once."""
    told: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    denied: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if _denies(claim) or _tells(claim):
            group = denied if _denies(claim) else told
            for matter in _matters(pile, claim):
                group[matter].append(claim)
    for matter in sorted(denied.keys() & told.keys()):
        pairs = [(one, other) for one, other in product(told[matter], denied[matter]) if _first_in_common(pile, one, other) == matter]
        if pairs:
            yes, no = (list({claim.id: claim for claim in side}.values()) for side in zip(*pairs, strict=True))
            found = dispute(pile, " ".join(matter), DENIED_ELSEWHERE, "occurrence", {YES: yes, DENIES: no})
            yield replace(found, about=min(yes, key=lambda claim: claim.id).id)


def _denies(claim: Claim) -> bool:
    return claim.act == "denies" and claim.kind != "tie" and claim.voice.text != AUTHOR


def _tells(claim: Claim) -> bool:
    return claim.act in TELLS and claim.polarity == "affirms" and claim.kind != "tie" and claim.voice.text != AUTHOR


def _first_in_common(pile: Pile, told: Claim, denial: Claim) -> tuple[str, str] | None:
    """The first name and deed that two claims have in common, if the one can be what the other denies.

    Days of both must not exclude each other.
    """
    if told.span.doc == denial.span.doc or denial.id in pile.linking.incident_of:  # an incident's own questions are asked of it then
        return None
    days = [slot.when for claim in (told, denial) if (slot := claim.slot("when")) and slot.when]
    if len(days) > 1 and not days[0].overlaps(days[1]):
        return None
    common = _matters(pile, told) & _matters(pile, denial)
    if not common or not apart(pile, told, denial):
        return None
    names = _names(told) & _names(denial)
    stems = {name[:STEM] for name in names}
    language = pile.language(denial)
    words = words_said(language, _said(told)) & words_said(language, _said(denial)) - stems
    return min(common) if len(names) + len(words) >= LEAST_IN_COMMON else None


def _matters(pile: Pile, claim: Claim) -> frozenset[tuple[str, str]]:
    deeds = _deeds(pile.language(claim), _said(claim))
    return frozenset(product(_names(claim), deeds)) if deeds else frozenset()


@lru_cache(maxsize=1 << 14)  # one claim is held against many
def _deeds(language: Language, said: str) -> frozenset[str]:
    """The words of a table for deeds that stand in what is said, in whatever form."""
    known = _known_deeds(language)
    ends = (None, *range(-1, -LONGEST_ENDING - 1, -1))
    forms = ((form for cut in ends for form in (word[:cut], f"{word[:cut]}e")) for word in WORD.findall(said) if word.islower())
    return frozenset(deed for of in forms if (deed := next((form for form in of if form in known), "")))


@cache
def _known_deeds(language: Language) -> frozenset[str]:
    acts = language.rules("acts")
    return frozenset(str(word) for table in TABLES for word in acts[table])


def _said(claim: Claim) -> str:
    """The words of a claim without those for its voices."""
    return _without(claim.quote, _voiced(claim))


@lru_cache(maxsize=1 << 14)
def _without(quote: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        quote = quote[:start] + " " * (end - start) + quote[end:]
    return quote


def _voiced(claim: Claim) -> tuple[tuple[int, int], ...]:
    at = claim.span.start
    inside = (voice.span for voice in claim.voices if voice.span and voice.span.within(claim.span) and voice.span != claim.span)
    return tuple((span.start - at, span.end - at) for span in inside)


def _names(claim: Claim) -> frozenset[str]:
    """The words with a capital that are no part of a voice's name; the first word only where it is a detail of what is told."""
    said, told = _said(claim), {slot.span.start - claim.span.start for slot in claim.slots}
    found = [(match.start(), match[0]) for match in WORD.finditer(said)]
    first = found[0][0] if found else 0
    names = (word for at, word in found if word[:1].isupper() and not word.isupper() and (at != first or at in told))
    return frozenset(name for name in names if len(name) >= SHORTEST_NAME)
