"""The marks of notes in a text, the entries that they point at, and what number a label says; no words of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.lang.language import Language
from sayso.lang.layout import note_headings
from sayso.lang.note_labels import LABEL, MARK, in_a_row, level_marks, plain

_UNIT = re.compile(r"(?<![^\W\d])(?:[kcm]?m|ft|mi)$")
_ENTRY = re.compile(rf"^[ \t]*(?:[-–*•][ \t]+)?(?P<label>{LABEL}|\d{{1,3}}(?=[.)]))[.)]?[ \t]+(?=\S)", re.MULTILINE)
_SOURCE = re.compile(r"https?://|\b(?:1[89]|20)\d\d\b|\bibid\b", re.IGNORECASE)
_YEAR_MARK = re.compile(
    r"\((?P<name>[^\W\d_][\w'’-]+)(?: et al\.| (?:and|&) [^\W\d_][\w'’-]+)?,? (?P<year>(?:1[89]|20)\d\d[a-z]?)(?:, pp?\. ?[\d–-]+)?\)"
)
_ROMAN = re.compile(r"c{0,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})")
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Label:
    """A label at code points `start` to `end`: of a mark in the text, or of an entry that runs on to `until`."""

    text: str
    start: int
    end: int
    until: int = 0

    @property
    def number(self) -> int | None:
        """What number it says; None for a damaged one ("liiii")."""
        return number_of(self.text)


def number_of(label: str) -> int | None:
    """The number that a label says in digits or in Roman numerals; None where it is neither."""
    letters = plain(label)
    if letters.isdecimal():
        return int(letters)
    if not letters or not _ROMAN.fullmatch(letters):
        return None
    worth = [_WORTH[letter] for letter in letters]
    return sum(-one if one < max(worth[at:]) else one for at, one in enumerate(worth))


def entries_in(text: str, language: Language) -> list[Label]:
    """The entries of notes in order: under a heading such as "References", else lines that begin with a label and name a work.

    Where nothing under the heading bears a label, each paragraph that names an address or a year is an entry without one.
    """
    zone = max(note_headings(text, language), default=len(text))
    labelled = [match for match in _ENTRY.finditer(text) if match.start() >= zone or _names_source(text, match)]
    if not any(match.start() >= zone for match in labelled):
        labelled = sorted([*labelled, *in_a_row(text, zone)], key=lambda match: match.start())
    ends = [*(match.start("label") for match in labelled), len(text)][1:]
    found = [
        Label(match["label"], match.start("label"), match.end("label"), _until(text, match.end(), following))
        for match, following in zip(labelled, ends, strict=True)
    ]
    return found if any(one.start >= zone for one in found) else sorted([*found, *_unlabelled(text, zone)], key=lambda one: one.start)


def _names_source(text: str, match: re.Match[str]) -> bool:
    """Whether a labelled line outside of any list of notes names an address, a year or the note before; a numbered heading does not."""
    line = text[match.end() : _until(text, match.end(), len(text))]
    return bool(_SOURCE.search(line)) and not match["label"].isdecimal()


def _until(text: str, start: int, limit: int) -> int:
    """Where an entry ends: at a blank line, unless an address follows behind it, or where the next entry begins."""
    end = limit
    for gap in re.compile(r"\n[ \t\r]*(?=\n)").finditer(text, start, limit):
        if not re.compile(r"\s*(?:<|https?:)").match(text, gap.end(), limit):
            end = gap.start()
            break
    return start + len(text[start:end].rstrip().rstrip("-•*").rstrip())


def _unlabelled(text: str, zone: int) -> Iterator[Label]:
    for match in re.compile(r"[^\n]+").finditer(text, zone):
        words = match.group().strip()
        if _SOURCE.search(words) and len(words) > len("Ibid. "):
            start = match.start() + match.group().index(words[0])
            yield Label("", start, start, start + len(words))


def marks_in(text: str, entries: Sequence[Label]) -> list[Label]:
    """The marks of notes outside of all entries, in order: raised or level digits; raised digits behind a unit ("km²") are none."""
    inside = [(entry.start, max(entry.end, entry.until)) for entry in entries]
    found = []
    for match in sorted([*MARK.finditer(text), *level_marks(text)], key=lambda match: match.start()):
        if any(start <= match.start() < end for start, end in inside):
            continue
        if match.group() in "²³" and _UNIT.search(text[max(0, match.start() - 4) : match.start()]):
            continue
        found.append(Label(match.group(), match.start(), match.end()))
    return found


def year_marks_in(text: str, entries: Sequence[Label]) -> list[tuple[Label, str, str]]:
    """Marks that name author and year ("(Renn 2031)") outside of all entries, each with the name and the year."""
    inside = [(entry.start, max(entry.end, entry.until)) for entry in entries]
    return [
        (Label(match.group(), match.start(), match.end()), match["name"], match["year"])
        for match in _YEAR_MARK.finditer(text)
        if not any(start <= match.start() < end for start, end in inside)
    ]
