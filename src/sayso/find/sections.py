"""What the heading above a passage, or the label before its words, tells of where and when the events below it were: "Ivlin, 4 May"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.lang.layout import ENTRY_LABEL
from sayso.records.claim import Slot
from sayso.records.document import Span

HEAD = 400
"""Code points at the head of a text whose headings are its title: they are of the whole text, and not of what stands right below."""
HEADING = "heading"
BESIDE = 2
"""Words of a label beside its day and its place: the weekday, what stands there."""
_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]\s")
"""The number at the start of a question, or of the answer to it: "(3)"."""
LABEL = 3
"""Words of the hour, or of what stands in its place, before the words of an entry under the heading of its day: "About 11:00 - "."""
REGION = 4
"""UCDP's where_prec of a province: vaguer places say too little of where something was."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the heading above a passage or its label tells of where and when; `daily` is whether that is a day and hardly more."""

    slots: tuple[Slot, ...] = ()
    daily: bool = False

    def labels(self, passage: Passage) -> bool:
        """Whether it is the label of a passage itself."""
        return any(slot.span.start >= passage.block.start for slot in self.slots)


def is_title(passage: Passage) -> bool:
    """Whether a passage is a heading at the head of its text."""
    return passage.block.kind == HEADING and passage.block.start < HEAD


def settings(passages: Sequence[Passage], scene: Scene) -> dict[Passage, Setting]:
    """For each passage the only place, to the province, and the only day of the heading above it; its own label goes before that."""
    told = Setting()
    found = {}
    for passage in passages:
        block = passage.block
        if block.kind == HEADING:
            slots = tuple(_told(passage, block.start, block.end, scene)) if block.start >= HEAD else ()
            alone = all(slot.when for slot in slots)
            told = Setting(slots, alone and _is_of_a_day(passage.text[block.start : block.end], block.start, slots))
        else:
            label = label_of(passage, scene)
            found[passage] = Setting(label, True) if label else told
    return found


def questions_of(passages: Sequence[Passage]) -> dict[Passage, Passage]:
    """For each answer of an interview the question before it, or the one with its number, from which it may go on."""
    asked, found, numbered = None, {}, dict[str, Passage]()
    for passage in passages:
        number = _NUMBER.match(passage.text, passage.block.start, passage.block.end)
        if passage.block.kind == "question":
            asked = passage
            numbered |= {number[1]: passage} if number else {}
        elif passage.block.kind == "answer" and asked is not None:
            asked = numbered.get(number[1], asked) if number else asked
            found[passage] = asked
    return found


def label_of(passage: Passage, scene: Scene) -> tuple[Slot, ...]:
    """The day, and the place if it tells one, of the label that is nothing but these: "Mon 4 May: ...", "Ivlin bridge, 4 May: ..."."""
    label = ENTRY_LABEL.match(passage.text, passage.block.start, passage.block.end)
    slots = tuple(_told(passage, *label.span(1), scene)) if label else ()
    return slots if label and _is_of_a_day(label[1], label.start(1), slots) else ()


def _is_of_a_day(words: str, start: int, slots: Sequence[Slot]) -> bool:
    """Whether words from `start` on are a day, and a place if they tell one, and hardly more."""
    rest = list(words)
    for slot in slots:
        rest[slot.span.start - start : slot.span.end - start] = " " * slot.span.size
    return any(slot.when for slot in slots) and len(re.findall(r"\w+", "".join(rest))) <= BESIDE


def opens_entry(setting: Setting, passage: Passage, start: int) -> bool:
    """Whether words stand right behind a label of their paragraph that tells the day, as the entries of a chronology do.

    Under a heading that is a day they begin the paragraph, behind an hour or another word or two.
    """
    ends = [slot.span.end for slot in setting.slots if slot.when and slot.span.start >= passage.block.start]
    if not ends and setting.daily:
        return len(re.findall(r"\w+", passage.text[passage.block.start : start])) <= LABEL
    return any(not re.search(r"\w", passage.text[end:start]) for end in ends)


def lacking(setting: Setting, slots: Sequence[Slot], violent: bool, new: bool) -> Iterator[Slot]:
    """What a label or a heading that is a day tells of a `new` event and its own words do not.

    What another heading tells is that of a violent one that tells neither place nor day.
    """
    for slot in setting.slots:
        if not setting.daily:
            fits = violent and not any(one.when or one.place for one in slots)
        else:
            fits = new and not any(one.when if slot.when else one.place for one in slots)
        if fits:
            yield replace(slot, when=replace(slot.when, basis="inferred")) if slot.when else slot


def _told(passage: Passage, start: int, end: int, scene: Scene) -> Iterator[Slot]:
    found = (one for one in scene.cast.places if start <= one[0] and one[1] <= end and one[2].precision <= REGION)
    places = [one for one in found if not _is_word(passage.text, passage.text[one[0] : one[1]])]
    if len({place.id for _, _, place in places}) == 1:
        first, last, place = places[0]
        yield Slot("place", passage.text[first:last], Span(passage.sha, first, last), place=place)
    days = [one for one in scene.dates("when", passage, passage.tokens(start, end)) if one.when and one.when.days == 1]
    if len(days) == 1:
        yield days[0]


def _is_word(text: str, name: str) -> bool:
    """Whether a name in a heading all of whose letters are capitals is a word that the text writes small: "BARRACKS RAID"."""
    return name.isupper() and re.search(rf"\b{re.escape(name.lower())}\b", text) is not None
