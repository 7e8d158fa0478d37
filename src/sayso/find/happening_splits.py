"""One happening for each that the words of one tell: those of several places, aims or days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.find.passages import Passage
from sayso.records.claim import Slot
from sayso.records.document import Span
from sayso.records.place import COUNTRY

if TYPE_CHECKING:
    from sayso.find.happenings import Happening

LEAST = 20
"""Code points that the words of a happening must have to be read on their own."""
APART = 0.2
"""Degrees of latitude or longitude between two towns from which one list of places is two happenings: about 20 km."""
TOWN = 4
"""UCDP's where_prec up to which a place can be the scene of one incident: a province's name is often its town's."""
SPREADS = frozenset(
    {"diplomatic_contact", "agreement", "deployment", "airspace_overflight", "listing_delisting", "trade_infrastructure_act"}
)
"""Types that may hold in several places at once and are one all the same."""


def parted(happening: Happening, dates: Sequence[Slot], passage: Passage, tokens: Sequence[Token]) -> list[Happening]:
    """The happenings that one stands for: as many as it has `dates` or lands, each on its own part of the words; else by aim and place."""
    if dates:
        return _parts(happening, dates, [slot.span.end for slot in dates[:-1]], passage, tokens)
    if lands := _lands(happening, passage):
        return _parts(happening, lands, [_preposition(slot, passage) for slot in lands[1:]], passage, tokens)
    return [one for aimed in _by_aim(happening, passage) for one in _by_place(aimed)]


def _parts(happening: Happening, heads: Sequence[Slot], cuts: Sequence[int], passage: Passage, tokens: Sequence[Token]) -> list[Happening]:
    """A happening for each of these details: the first on all the words, each further one on those from a cut (a code point) on."""
    ends = [*cuts, happening.span.end]
    kept = [slot for slot in happening.slots if slot.name != heads[0].name]
    result = [replace(happening, slots=_ordered([*(slot for slot in kept if slot.span.start < ends[0]), heads[0]]))]
    for start, end, head in zip(ends, ends[1:], heads[1:], strict=False):
        words = [token for token in tokens if start <= passage.start(token) and passage.end(token) <= end]
        while words and (words[0].is_punct or words[0].pos_ == "CCONJ"):
            words.pop(0)
        while words and (words[-1].pos_ == "CCONJ" or (words[-1].is_punct and not words[-1].is_quote)):
            words.pop()
        whole = tokens[:-1] if tokens[-1].is_punct else tokens
        if (span := wide(passage, words, whole)) is not None:
            own = [slot for slot in kept if start <= slot.span.start < end]
            result.append(replace(happening, span=span, slots=_ordered([*own, head]), part=True))
    return result


def _ordered(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    return tuple(sorted(slots, key=lambda slot: (slot.span.start, slot.span.end, slot.name)))


def wide(passage: Passage, own: Sequence[Token], tokens: Sequence[Token]) -> Span | None:
    """The range of the happening's words, widened by the words round it where it would be too short to be read."""
    if not own:
        return None
    order = {token.i: spot for spot, token in enumerate(tokens)}
    first, last = order[own[0].i], order[own[-1].i]
    span = passage.span(tokens[first : last + 1])
    while (span is None or span.size < LEAST) and (first > 0 or last < len(tokens) - 1):
        last, first = (last + 1, first) if last < len(tokens) - 1 else (last, first - 1)
        span = passage.span(tokens[first : last + 1])
    return span


def _lands(happening: Happening, passage: Passage) -> list[Slot]:
    """The countries in which happenings told in the plural were, each behind a preposition of its own: "attacks in Chad and in Niger"."""
    lands = [slot for slot in happening.slots if slot.name == "place" and slot.place]
    alone = all(slot.place and slot.place.precision == COUNTRY and _preposition(slot, passage) < slot.span.start for slot in lands)
    several = len({slot.place.id for slot in lands if slot.place}) == len(lands) > 1
    return lands if alone and several and happening.trigger.tag_ == "NNS" and happening.verb not in SPREADS else []


def _preposition(slot: Slot, passage: Passage) -> int:
    """Where the preposition right before a detail begins; the detail's own start where none stands there."""
    first = passage.tokens(slot.span.start, slot.span.end)[0]
    while first.i > 0 and first.nbor(-1).pos_ in ("DET", "ADJ"):
        first = first.nbor(-1)
    return passage.start(first.nbor(-1)) if first.i > 0 and first.nbor(-1).pos_ == "ADP" else slot.span.start


def _by_place(happening: Happening) -> list[Happening]:
    """One happening for each of several towns far apart that its words name as its places."""
    spots = [slot for slot in happening.slots if slot.name == "place" and slot.place and slot.place.precision <= TOWN]
    if happening.verb in SPREADS or len(spots) < 2 or not _apart(spots):
        return [happening]
    others = [tuple(one for one in happening.slots if one not in spots or one is spot) for spot in spots]
    return [replace(happening, slots=slots) for slots in others]


def _by_aim(happening: Happening, passage: Passage) -> list[Happening]:
    """One happening for each of several places or things at which happenings told in the plural were aimed: "attacks on X and Y"."""
    targets = [slot for slot in happening.slots if slot.name == "target"]
    aims = [slot for slot in targets if slot.place or _is_one_thing(slot, passage)]
    if happening.verb in SPREADS or len(aims) < 2 or happening.trigger.tag_ != "NNS":
        return [happening]
    return [replace(happening, slots=tuple(slot for slot in happening.slots if slot not in aims or slot is aim)) for aim in aims]


def _is_one_thing(slot: Slot, passage: Passage) -> bool:
    """Whether a target is a single thing or a single nameless person: "the embassy", and neither "schools" nor a body with a name."""
    words = passage.tokens(slot.span.start, slot.span.end)
    head = next((token for token in words if token.head not in words), None)
    return slot.actor is None and head is not None and head.tag_ in ("NN", "NNP")


def _apart(spots: Sequence[Slot]) -> bool:
    found = [(slot.place.lat, slot.place.lon) for slot in spots if slot.place and slot.place.lat is not None and slot.place.lon is not None]
    if len(found) < len(spots):
        return False
    pairs = [(one, other) for spot, one in enumerate(found) for other in found[spot + 1 :]]
    return all(max(abs(one[0] - other[0]), abs(one[1] - other[1])) > APART for one, other in pairs)
