"""The notes of one document: which mark belongs to which entry, and which work each entry names.

Where every mark has one entry of its own label, labels decide. Damaged labels (twice the same, out of order, unreadable) are resolved
by order: marks and entries are laid side by side, none crossing another, so that likeness of labels and of content is greatest.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from sayso.find.passages import Passage
from sayso.find.sources import Entry, entry_of, points_back, source_in
from sayso.lang.language import Language
from sayso.lang.note_labels import plain
from sayso.lang.notes import Label, entries_in, marks_in, year_marks_in
from sayso.records.document import Document, Span
from sayso.records.link import Reason
from sayso.records.work import Edge, Note, Source

EQUAL, ALIKE, CONTENT, CONTENT_MOST, ALONE = 4.0, 2.0, 0.5, 1.5, -1.0
"""What it weighs that labels are equal, that they are alike (times their likeness), each word that text and entry share (up to a limit),
and that a mark or an entry stays alone. Set by judgement: a label outweighs content, so that content only decides between damaged ones."""
SHARED = 2
"""Words that the text before a mark and an entry must share to speak for a pair whose place alone does not tell."""
WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Pair:
    """A mark and an entry by their numbers in order; one is None where the other stays alone."""

    mark: int | None
    entry: int | None
    edge: Edge
    reason: Reason


def notes_of(document: Document, language: Language, passages: Sequence[Passage]) -> list[Note]:
    """All notes of a document, in the order of their marks; entries without a mark stand at the end."""
    text, sha = document.text, document.sha256
    labels = entries_in(text, language)
    if not labels:
        return []
    entries = [entry_of(text, sha, label.end, label.until, language) for label in labels]
    marks = marks_in(text, labels)
    before = [text[max(marks[at - 1].end if at else 0, mark.start - 600) : mark.start] for at, mark in enumerate(marks)]
    pairs = paired(marks, labels, [_words(piece) for piece in before], [_words(entry.plain) for entry in entries])
    by_year = _by_year(year_marks_in(text, labels), entries, {pair.entry for pair in pairs if pair.mark is not None})
    works = sources_of(entries)
    places = _Places(passages, [*marks, *(mark for mark, _ in by_year)])
    notes = [_note(pair, marks, labels, entries, works, places) for pair in pairs]
    cited = [_note(pair, [mark], labels, entries, works, places) for mark, pair in by_year]
    taken = {pair.entry for _, pair in by_year}
    notes = [note for note, pair in zip(notes, pairs, strict=True) if pair.mark is not None or pair.entry not in taken]
    return sorted([*notes, *cited], key=lambda note: (note.mark is None, (note.mark or note.entry or Span(sha, 0, 0)).start))


def paired(marks: Sequence[Label], entries: Sequence[Label], near: Sequence[set[str]], told: Sequence[set[str]]) -> list[Pair]:
    """Each mark with its entry. `near` are the words before each mark, `told` those of each entry."""
    own = {plain(entry.text): at for at, entry in enumerate(entries) if entry.text}
    numbered = sum(bool(entry.text) for entry in entries)
    if marks and len(own) == numbered and all(plain(mark.text) in own for mark in marks):
        found = [Pair(at, own[plain(mark.text)], "found", Reason("the same label", mark.text, 1.0)) for at, mark in enumerate(marks)]
    else:
        found = _in_order(marks, entries, near, told)
    left = set(range(len(entries))) - {pair.entry for pair in found}
    return [*found, *(Pair(None, at, "unresolved", Reason("no mark points at this entry", entries[at].text, 0.0)) for at in sorted(left))]


def _in_order(marks: Sequence[Label], entries: Sequence[Label], near: Sequence[set[str]], told: Sequence[set[str]]) -> list[Pair]:
    """The pairs of the best order-keeping alignment, each judged by its labels, its place and its content."""
    aligned = _aligned(marks, entries, near, told)
    often = Counter(plain(one.text) for one in marks), Counter(plain(one.text) for one in entries)

    def certain(mark: int | None, entry: int | None) -> bool:
        """Whether both bear one label that nothing else bears, or that says the place of both in their order."""
        if mark is None or entry is None or (label := plain(marks[mark].text)) != plain(entries[entry].text):
            return False
        return often[0][label] == often[1][label] == 1 or marks[mark].number == mark + 1 == entry + 1

    sure = [at for at, pair in enumerate(aligned) if certain(*pair)]
    found = []
    for at, (mark, entry) in enumerate(aligned):
        if mark is None:
            continue
        if entry is None:
            found.append(Pair(mark, None, "unresolved", Reason("no entry fits this mark", marks[mark].text, 0.0)))
        elif at in sure:
            found.append(Pair(mark, entry, "found", Reason("the same label", marks[mark].text, 1.0)))
        else:
            found.append(_by_place(mark, entry, at, aligned, sure, near[mark] & told[entry]))
    return found


def _by_place(
    mark: int, entry: int, at: int, aligned: Sequence[tuple[int | None, int | None]], sure: Sequence[int], shared: set[str]
) -> Pair:
    """A pair without a label of its own: inferred where all marks around it have an entry each, or where text and entry share words."""
    low = max((one for one in sure if one < at), default=-1)
    high = min((one for one in sure if one > at), default=len(aligned))
    whole = all(None not in pair for pair in aligned[low + 1 : high])
    if whole:
        return Pair(mark, entry, "inferred", Reason("its place in the order of the notes", f"{at + 1} of {len(aligned)}", 0.5))
    if len(shared) >= SHARED:
        return Pair(mark, entry, "inferred", Reason("words that text and entry share", ", ".join(sorted(shared)[:5]), 0.5))
    return Pair(mark, entry, "unresolved", Reason("neither label, place nor content tells", str(at + 1), 0.0))


def _aligned(
    marks: Sequence[Label], entries: Sequence[Label], near: Sequence[set[str]], told: Sequence[set[str]]
) -> list[tuple[int | None, int | None]]:
    """The alignment of greatest weight in which no two pairs cross (Needleman and Wunsch)."""
    rows, columns = len(marks), len(entries)
    best = [[ALONE * (row + column) for column in range(columns + 1)] for row in range(rows + 1)]
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            both = best[row - 1][column - 1] + _fit(marks[row - 1], entries[column - 1], near[row - 1], told[column - 1])
            best[row][column] = max(both, best[row - 1][column] + ALONE, best[row][column - 1] + ALONE)
    found: list[tuple[int | None, int | None]] = []
    row, column = rows, columns
    while row or column:
        if row and best[row][column] == best[row - 1][column] + ALONE:
            row -= 1
            found.append((row, None))
        elif column and best[row][column] == best[row][column - 1] + ALONE:
            column -= 1
            found.append((None, column))
        else:
            row, column = row - 1, column - 1
            found.append((row, column))
    return found[::-1]


def _fit(mark: Label, entry: Label, near: set[str], told: set[str]) -> float:
    """How well a mark and an entry go together."""
    left, right = plain(mark.text), plain(entry.text)
    label = EQUAL if left == right else ALIKE * Levenshtein.normalized_similarity(left, right)
    return label + min(CONTENT_MOST, CONTENT * len(near & told))


def _words(text: str) -> set[str]:
    """The longer words of a piece, by their first letters, so that "rockets" meets "rocket"."""
    return {word[:6].lower().rstrip("s") for word in WORD.findall(text)}


def sources_of(entries: Sequence[Entry]) -> list[tuple[Source | None, int | None]]:
    """For each entry its work, None where it names none, and the number of the earlier entry that it points back at."""
    found: list[tuple[Source | None, int | None]] = []
    for at, entry in enumerate(entries):
        back = points_back(entry)
        target = at - 1 if back == "ibid" else _earlier(entry, entries[:at], found) if back else None
        if back:
            known = found[target][0] if target is not None and target >= 0 else None
            first = found[target][1] if target is not None and target >= 0 else None
            found.append((known, (first if first is not None else target) if known else None))
        else:
            source = source_in(entry)
            found.append((source if source.is_work else None, None))
    return found


def _earlier(entry: Entry, before: Sequence[Entry], found: Sequence[tuple[Source | None, int | None]]) -> int | None:
    """The last entry before whose author's family name stands in this one ("Renn, op. cit."), else whose title shares its words."""
    words = set(re.findall(r"[^\W\d_][\w'’-]+", entry.plain))
    for at in range(len(before) - 1, -1, -1):
        source, back = found[at]
        families = {re.split(r"[\s,]+", author.text)[0 if "," in author.text else -1] for author in source.authors} if source else set()
        if back is None and families & words:
            return at
    told = _words(entry.plain)
    titles = [(at, source.title) for at, (source, back) in enumerate(found) if source and source.title and back is None]
    best = max(((len(told & _words(title.text)), at) for at, title in titles), default=(0, -1))
    return best[1] if best[0] >= SHARED else None


def _by_year(marks: Sequence[tuple[Label, str, str]], entries: Sequence[Entry], taken: set[int | None]) -> list[tuple[Label, Pair]]:
    """Marks by author and year, each with the one entry that begins with the name and bears the year; the rest are no citations."""
    found = []
    for mark, name, year in marks:
        opens = re.compile(rf".{{0,40}}\b{re.escape(name)}\b", re.DOTALL)
        fits = [at for at, entry in enumerate(entries) if at not in taken and year in entry.plain and opens.match(entry.plain.strip())]
        if len(fits) == 1:
            found.append((mark, Pair(0, fits[0], "found", Reason("author and year", f"{name} {year}", 1.0))))
    return found


class _Places:
    """For each mark the sentence that it stands in or behind, and the passage back to the mark before it in its block."""

    def __init__(self, passages: Sequence[Passage], marks: Sequence[Label]) -> None:
        self.of: Mapping[int, tuple[Span, Span]] = {}
        ends = sorted(mark.end for mark in marks)
        found = {}
        for passage in passages:
            starts = [passage.start(sentence[0]) for sentence in passage.sentences]
            for mark in marks:
                if not (passage.block.start < mark.start < passage.block.end or mark.start == passage.block.end):
                    continue
                start = max((one for one in starts if one < mark.start), default=passage.block.start)
                cut = max((end for end in ends if passage.block.start < end < mark.end), default=passage.block.start)
                found[mark.start] = (
                    Span(passage.sha, max(start, cut), mark.start), Span(passage.sha, min(cut, max(start, cut)), mark.start),
                )  # fmt: skip
        self.of = found


def _note(
    pair: Pair, marks: Sequence[Label], labels: Sequence[Label], entries: Sequence[Entry],
    works: Sequence[tuple[Source | None, int | None]], places: _Places,
) -> Note:  # fmt: skip
    mark = marks[pair.mark] if pair.mark is not None else None
    sentence, passage = places.of.get(mark.start, (None, None)) if mark else (None, None)
    sha = entries[0].sha
    note = Note(
        mark.text if mark else "", Span(sha, mark.start, mark.end) if mark else None, None, pair.edge, (pair.reason,),
        sentence=sentence, passage=passage,
    )  # fmt: skip
    if pair.entry is None:
        return note
    source, back = works[pair.entry]
    label = labels[pair.entry]
    if source is None:
        note = replace(note, defects=("unresolved_ibid" if points_back(entries[pair.entry]) else "note_without_work",))
    return replace(
        note, label=label.text or note.label, entry=Span(sha, label.start, label.until), source=source,
        ibid_of=Span(sha, labels[back].start, labels[back].until) if back is not None else None,
    )  # fmt: skip
