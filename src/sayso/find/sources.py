"""What a note tells of the work that it cites: authors, title, publisher, date and address, each where its words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lang.dates import find_dates, resolve
from sayso.lang.language import Language
from sayso.records.document import Span
from sayso.records.when import When
from sayso.records.work import Named, Source

ADDRESS = re.compile(r"https?://[^\s<>\])]+[^\s<>\]).,;:'\"”]")
MARKUP = re.compile(r"\]\([^)\s]*\)|<https?://[^>\s]*>|https?://[^\s<>\])]+|[\[\]<>*_{}]")
"""What is blanked before the parts are told apart: links, addresses and signs of emphasis."""
QUOTED = re.compile(r"[“\"«„](?P<title>[^“”\"«»„]{3,}?)[,.]?[”\"»“]")
BREAK = re.compile(r",\s+|;\s+|(?<=[^\W_]{2})\.\s+(?=[A-Z“\"0-9])|(?<=[?!])\s+(?=[A-Z“\"])|\s+[–—]\s+(?=\d)|\s*[()]\s*|\.?\s*$")
IN_BRACKETS = re.compile(r"(?P<who>[^()]{3,160}?)\s*\((?P<day>[^()]*\b(?:1[89]|20)\d\d[a-z]?[^()]*)\)[.,:]?\s+")
NEXT = re.compile(r"(?<=\d)[;.] +(?=[^\W\d_])")
"""What parts the works of one entry, behind the date of the first."""
REMARK = re.compile(r"[A-Z][\w’']*(?: [\w’'-]+)* [a-z]+(?: [\w’'-]+){2,}[^“”\"]*\.\s*$")
"""A sentence of its own up to the end of an entry."""
OF = re.compile(r"\b[a-z]{2}\s+\Z")
"""A small word to which the date belongs ("the hearing of 3 May 2031"); the title does not end before it."""
INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+")
MOST_NAMES = 4
"""Words of a person's name at most; a longer part is a title."""
MOST_BODY = 6
"""Words of a publisher at most that stands without a title."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list of notes in the document with hash `sha`: code points `start` to `end`; `plain` is it with markup blanked."""

    text: str
    sha: str
    start: int
    end: int
    plain: str
    words: SourceWords

    def named(self, start: int, end: int) -> Named | None:
        """The words between two places of the entry, without marks and space at their ends."""
        part = self.plain[start:end]
        first = start + len(part) - len(part.lstrip(" \t\n\r,.;:-–—'\"“”«»"))
        last = start + len(part.rstrip(" \t\n\r,;:-–—'\"“”«»"))
        if self.plain[first:last].endswith(".") and not re.search(r"\b[A-Z]\.$", self.plain[first:last]):
            last -= 1
        span = Span(self.sha, self.start + first, self.start + last)
        return Named(self.text[span.start : span.end], span) if last > first else None


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The table `citations` of a language as patterns."""

    ibid: re.Pattern[str]
    op_cit: re.Pattern[str]
    accessed: re.Pattern[str]
    details: re.Pattern[str]
    units: re.Pattern[str]
    kinds: re.Pattern[str]
    joiners: re.Pattern[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    language: Language


@cache
def source_words(language: Language) -> SourceWords:
    """The words by which notes of this language are read."""
    table = language.rules("citations")

    def any_of(name: str, shape: str = "{}") -> re.Pattern[str]:
        return re.compile(shape.replace("{}", f"(?:{'|'.join(table[name])})"), re.IGNORECASE)

    single = {name: re.compile(table[name], re.IGNORECASE) for name in ("accessed", "details", "joiners")}
    return SourceWords(
        ibid=any_of("ibid"), op_cit=any_of("op_cit"), units=any_of("units", r"{}\b"), kinds=any_of("kinds"),
        bodies=frozenset(table["bodies"]), particles=frozenset(table["particles"]), language=language, **single,
    )  # fmt: skip


def entry_of(text: str, sha: str, start: int, end: int, language: Language) -> Entry:
    """The entry between two places of a document, with its leading space left out."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    plain = MARKUP.sub(lambda found: " " * len(found.group()), text[start:end])
    return Entry(text, sha, start, end, plain, source_words(language))


def points_back(entry: Entry) -> str:
    """Whether an entry only points back: "ibid" at the note before, "op_cit" at an earlier one of the same author; else empty."""
    if entry.words.ibid.match(entry.plain.lstrip()):
        return "ibid"
    return "op_cit" if entry.words.op_cit.search(entry.plain) else ""


def source_in(entry: Entry) -> Source:
    """What an entry tells of its work; a Source that is no work where it is a remark."""
    entry = _first_work(entry)
    address = ADDRESS.search(entry.text, entry.start, entry.end)
    url = address.group() if address else None
    day, at = _date(entry)
    bracketed = IN_BRACKETS.match(entry.plain)
    quoted = QUOTED.search(entry.plain)
    if bracketed and at and bracketed.start("day") <= at[0] <= bracketed.end("day") and not (quoted and quoted.start() < at[0]):
        return _with_year_first(entry, bracketed, day, url)
    if quoted:
        before = _parts(entry, 0, quoted.start(), at)
        behind = _parts(entry, quoted.end(), len(entry.plain), at)
        title = entry.named(*quoted.span("title"))
        return Source(_people(entry, before), title, _joined(entry, behind[:1] or _bodies(entry, before)), day, url)
    return _by_commas(entry, _parts(entry, 0, len(entry.plain), at), day, url)


def _first_work(entry: Entry) -> Entry:
    """The entry up to a second work that it names behind a semicolon, or up to a sentence in which it goes on about the first."""
    dates = [words.start for words in find_dates(entry.plain, entry.words.language) if words.year is not None]
    for cut in NEXT.finditer(entry.plain):
        first = any(at < cut.start() for at in dates)
        remark = len(entry.plain[: cut.start()].split()) > MOST_BODY and REMARK.match(entry.plain, cut.end())
        if first and (remark or any(at >= cut.end() for at in dates)):
            return replace(entry, end=entry.start + cut.start(), plain=entry.plain[: cut.start()])
    return entry


def _with_year_first(entry: Entry, bracketed: re.Match[str], day: When | None, url: str | None) -> Source:
    """ "Renn, N. (2031). Title. Publisher." """
    rest = _parts(entry, bracketed.end(), len(entry.plain), None)
    who = entry.named(*bracketed.span("who"))
    publisher = _joined(entry, rest[-1:]) if len(rest) > 1 else None
    return Source((who,) if who else (), _joined(entry, rest[:-1] or rest), publisher, day, url)


def _by_commas(entry: Entry, parts: list[tuple[int, int]], day: When | None, url: str | None) -> Source:
    """ "Nadir Renn, Title, Publisher, 3 May 2031." """
    people: tuple[Named, ...] = ()
    if len(parts) > 1 and _is_name(entry, parts[0]):
        people, parts = _people(entry, parts[:1]), parts[1:]
    elif len(parts) > 2 and INITIALS.fullmatch(entry.plain[slice(*parts[1])].strip()):
        who = entry.named(parts[0][0], parts[1][1])
        people, parts = (who,) if who else (), parts[2:]
    if not parts:
        return Source(people, None, None, day, url)
    if len(parts) == 1:
        one = _joined(entry, parts)
        return Source(people, None, one, day, url) if one and _is_body(entry, one.text) else Source(people, one, None, day, url)
    last = entry.plain[slice(*parts[-1])].strip()
    if not (people or day or url or _is_body(entry, last)):
        return Source()  # a remark: a sentence with commas in it
    if entry.words.kinds.fullmatch(last):
        return Source(people, _joined(entry, parts[-1:]), _joined(entry, parts[:-1]), day, url)
    if last[:1].islower() and "." not in last:
        return Source(people, _joined(entry, parts), None, day, url)
    return Source(people, _joined(entry, parts[:-1]), _joined(entry, parts[-1:]), day, url)


def _parts(entry: Entry, start: int, end: int, date_at: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The parts between commas and full stops, without the date and what is only detail; a body's unit stays with the body."""
    found: list[tuple[int, int]] = []
    cuts = [match.span() for match in BREAK.finditer(entry.plain, start, end)] + [(end, end)]
    for cut, following in cuts:
        part = (start, cut)
        words = entry.plain[start:cut].strip()
        start = max(start, following)
        if not words or not any(letter.isalpha() for letter in words) or entry.words.details.match(words) or _is_day(entry, words):
            continue
        if date_at and part[0] < date_at[1] and date_at[0] < part[1]:
            ends = date_at[1] if OF.search(entry.plain[: date_at[0]]) else date_at[0]
            part = (part[0], max(part[0], ends))
            if not any(letter.isalpha() for letter in entry.plain[slice(*part)]):
                continue
        if found and entry.words.units.match(words):
            part = (found.pop()[0], part[1])
        found.append(part)
    return found


def _date(entry: Entry) -> tuple[When | None, tuple[int, int] | None]:
    """The work's date and where it stands: the last of the most exact ones; a bare year only where it is no part of a title."""
    dated = []
    for words in find_dates(entry.plain, entry.words.language):
        when = resolve(words, None, None) if words.year is not None and words.kind in ("date", "days") else None
        if when is None or entry.words.accessed.search(entry.plain[: words.start]):
            continue
        exact = 2 if words.day else 1 if words.month else 0
        if exact or _stands_alone(entry.plain, words.start, words.end):
            dated.append((exact, words.start, words.end, when))
    if not dated:
        return None, None
    _, start, end, when = max(dated, key=lambda one: one[:2])
    return when, (start, end)


def _is_day(entry: Entry, words: str) -> bool:
    """Whether words are a day without its year and nothing else: "2 April"."""
    return any(day.start == 0 and day.end >= len(words.rstrip(" .")) and day.day for day in find_dates(words, entry.words.language))


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether a year is a part of its own: in brackets, or between commas, or at the end behind a comma."""
    return bool(re.search(r"[,(.]\s*$", plain[:start])) and bool(re.match(r"[a-z]?\s*(?:[,).;]|$)", plain[end:]))


def _people(entry: Entry, parts: Sequence[tuple[int, int]]) -> tuple[Named, ...]:
    """The persons named in the parts, those joined by "and" each on its own."""
    found: list[Named] = []
    for start, end in parts:
        at = start
        for joiner in [*entry.words.joiners.finditer(entry.plain, start, end), None]:
            stop = joiner.start() if joiner else end
            if _is_name(entry, (at, stop)) and (one := entry.named(at, stop)):
                found.append(one)
            at = joiner.end() if joiner else end
    return tuple(found)


def _bodies(entry: Entry, parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last of the parts that name no person."""
    return [part for part in parts if not _is_name(entry, part)][-1:]


def _joined(entry: Entry, parts: Sequence[tuple[int, int]]) -> Named | None:
    return entry.named(parts[0][0], parts[-1][1]) if parts else None


def _is_name(entry: Entry, part: tuple[int, int]) -> bool:
    """Whether a part is a person's name, or several: two to four capitalised words each, none of them that of a body."""
    return all(_is_person(name, entry.words) for name in entry.words.joiners.split(entry.plain[slice(*part)].strip(" ,.")) if name)


def _is_person(name: str, words: SourceWords) -> bool:
    parts = name.split()
    solid = [part for part in parts if part.lower() not in words.particles]
    if not 2 <= len(parts) <= MOST_NAMES or len(solid) < 2 or any(letter.isdigit() for letter in name):
        return False
    proper = all(re.fullmatch(r"[^\W\d_][\w'’.-]*", part) and part[0].isupper() for part in solid)
    return (
        proper and not any(part.lower().strip(".") in words.bodies for part in parts) and not any(len(p) > 2 and p.isupper() for p in solid)
    )


def _is_body(entry: Entry, name: str) -> bool:
    """Whether the only part of an entry names who published it rather than what: capitals throughout, or a word for a body."""
    parts = [part for part in re.split(r"[\s-]+", name) if part]
    small = [part for part in parts if part[0].islower() and len(part) > 3]
    known = any(part.lower().strip(".,") in entry.words.bodies for part in parts)
    return len(parts) <= MOST_BODY and not small and (known or len(parts) <= 3)
