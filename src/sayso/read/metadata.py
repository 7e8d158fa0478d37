"""What a text says of itself: title, authors, publisher and date from its head, and its language.

What is not certain stays unknown: a wrong publisher or date does more harm than none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lang.day_units import month_of, season_of
from sayso.lang.language import load_language
from sayso.read.files import CELLS
from sayso.read.masthead import LONGEST_TITLE, Signs, masthead
from sayso.records.document import UNDETERMINED, Document
from sayso.records.when import YEARS, When

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 5_000
"""Code points from which the language is judged; more changes nothing and takes longer."""

SURE = 0.9
"""Probability from which a language is taken as known: so pass all but 23 of 1,838 English texts of shared/bench (those 23 are single
sentences), and none passes as another language. At 0.99 it would be all but 100."""

HEAD = 12
"""Lines with words in them that count as the head of a text. Further down, "By NAME" is as likely part of the report."""

SHOUTED_LINES = 4
"""Lines in capitals that make a text in capitals rather than a heading."""

TITLE_SHARE = 0.75
"""Share of the other words that must begin with a capital, so that one or two left small do no harm."""

SITE = re.compile(r"^\(\s*(?P<site>[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|info|news))\s*\)\s*[-–—]")


@dataclass(frozen=True, slots=True)
class Head:
    """What `lang/CODE/head.yml` tells of how texts of a language begin."""

    months: Mapping[str, int]
    small: frozenset[str]
    passed_over: re.Pattern[str]
    no_title: re.Pattern[str]
    byline: re.Pattern[str]
    between: re.Pattern[str]
    published: re.Pattern[str]
    datelines: tuple[re.Pattern[str], ...]
    dated_lines: tuple[re.Pattern[str], ...]
    spans: tuple[re.Pattern[str], ...]
    month_lines: tuple[re.Pattern[str], ...]
    stamps: re.Pattern[str]
    labels: re.Pattern[str]
    outlets: tuple[re.Pattern[str], ...]
    asks: re.Pattern[str]

    @property
    def signs(self) -> Signs:
        """By what a title and an outlet are known."""
        marks = (self.byline, self.published, *self.dated_lines, *self.spans, *self.month_lines, self.stamps)
        return Signs(marks, (self.passed_over, self.no_title, self.labels), self.datelines, self.outlets, self.small)


def described(document: Document) -> Document:
    """The document with what its own text tells of it, each such field with where it was found in `known_from`.

    What its file declared of it, such as a page in its head, is known already and stays.
    """
    language = _language(document.text)
    if language is None:
        return document
    known_from = "its letters" if language == UNDETERMINED else "py3langid"
    found = replace(document, language=language, known_from=(*document.known_from, ("language", known_from)))
    rules = _rules(language)
    return _from_head(found, _lines(document.text), rules) if rules else found


def _from_head(document: Document, lines: list[str], rules: Head) -> Document:
    shouted = _is_shouted(lines)
    before = _before_questions(lines, rules)
    above, outlet = (None, None) if shouted else masthead(before, rules.signs)
    title, authors = (None, None) if shouted else (_title(before, rules), _authors(lines, rules))
    title = (above, "line of the head") if above else title
    publisher, published = _publisher(lines, rules) or ((outlet, "line of the head") if outlet else None), _published(lines, rules)
    sources = {"title": title, "authors": authors, "publisher": publisher, "published": published}
    told = {name: answer for name, answer in sources.items() if not getattr(document, name)}
    return replace(
        document,
        title=document.title or (title[0] if title else None),
        authors=document.authors or (authors[0] if authors else ()),
        publisher=document.publisher or (publisher[0] if publisher else None),
        published=document.published or (published[0] if published else None),
        known_from=(*document.known_from, *((name, answer[1]) for name, answer in told.items() if answer)),
    )


def _lines(text: str) -> list[str]:
    """The first lines with words in them, but for the rows of tables: lines below each other of as many cells."""
    stripped = (line.replace("\u00a0", " ").strip(" \t\ufeff") for line in text[:SAMPLE].splitlines())
    lines = [line for line in stripped if line][:HEAD]
    cells = [line.count(CELLS) for line in lines]
    rows = {at for at, (one, other) in enumerate(pairwise(cells)) if one == other > 0}
    return [line for at, line in enumerate(lines) if not {at, at - 1} & rows]


def _before_questions(lines: list[str], rules: Head) -> list[str]:
    """The lines up to the first question of an interview: one marked as such, or, below the first line, one of several."""
    asked = [number for number, line in enumerate(lines) if rules.asks.match(line)]
    asked += several if len(several := [number for number, line in enumerate(lines) if number and line.endswith("?")]) > 1 else []
    return lines[: min(asked, default=len(lines))]


def _is_shouted(lines: list[str]) -> bool:
    """Whether all is in capitals, as in old wires, so that capitals tell neither a title nor a name. A few lines may be headings."""
    letters = [letter for line in lines for letter in line if letter.isalpha()]
    return len(lines) >= SHOUTED_LINES and sum(letter.islower() for letter in letters) < len(letters) // 10


def _title(lines: list[str], rules: Head) -> tuple[str, str] | None:
    """The first line that is no picture's caption, no credit and no line of the date, if it is written as titles are."""
    passed = (rules.passed_over, rules.published, *rules.dated_lines)
    first = next((line for line in lines if not any(rule.match(line) for rule in passed)), "")
    line = re.sub(r"^#+\s+", "", first)
    return (line, "first line") if line and (first != line or _is_title(line, rules)) else None


def _is_title(line: str, rules: Head) -> bool:
    if (
        len(line) >= LONGEST_TITLE
        or line.endswith((".", ",", ";", ":"))
        or any(rule.match(line) for rule in (rules.no_title, *rules.datelines))
    ):
        return False
    words = [word for word in re.findall(r"[^\W\d_][\w'’]*", line) if word.lower() not in rules.small]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= TITLE_SHARE * len(words)


def _authors(lines: list[str], rules: Head) -> tuple[tuple[str, ...], str] | None:
    found = next(filter(None, map(rules.byline.match, lines)), None)
    return (tuple(rules.between.split(found["names"])), "byline") if found else None


def _publisher(lines: list[str], rules: Head) -> tuple[str, str] | None:
    """The agency of a dateline or the site that opens the text; a photo credit is never one."""
    for line in lines:
        for rule in (SITE, *rules.datelines):
            found = rule.match(line)
            if found and (name := found.groupdict().get("site") or found.groupdict().get("agency")):
                return name, "dateline"
    return None


def _published(lines: list[str], rules: Head) -> tuple[When, str] | None:
    """The first day that a line of the head tells; where none does, the first month or season that stands alone in one."""
    dated = [(rule, "line of the head") for rule in (rules.published, *rules.dated_lines, *rules.spans)]
    for told in ([*dated, *((rule, "dateline") for rule in rules.datelines)], [(rule, "line of the head") for rule in rules.month_lines]):
        for line in lines:
            for rule, source in told:
                if (found := rule.match(line)) and (answer := _day(found, rules)):
                    return answer, source
    return None


def _day(found: re.Match[str], rules: Head) -> When | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    written = next((parts[name] for name in ("date", "iso") if name in parts), f"{parts['d2']} {parts['m2']}" if "d2" in parts else "")
    try:
        if not written:
            return _month_or_season(found, parts, rules)
        day = date.fromisoformat(written) if "iso" in parts else _written(parts, rules)
    except (KeyError, ValueError):  # no such month or day: not a date after all
        return None
    return When(day, day, "day", "stated", written) if day.year in YEARS else None


def _month_or_season(found: re.Match[str], parts: Mapping[str, str], rules: Head) -> When:
    year = int(parts["year"])
    if season := next((name for name in parts if name.startswith("season")), ""):
        return When(*season_of(year, int(season[-1])), "season", "stated", found.string[found.start(season) : found.end("year")])
    first, last = month_of(year, rules.months[parts["m2"].lower()])
    return When(first, last, "month", "stated", f"{parts['m2']} {year}")


def _written(parts: Mapping[str, str], rules: Head) -> date:
    day, month = parts.get("d1") or parts["d2"], parts.get("m1") or parts["m2"]
    return date(int(parts["year"]), rules.months[month.lower()], int(day))


@cache
def _rules(code: str) -> Head | None:
    """The rules for a language; None for one that Sayso has no head.yml for."""
    try:
        language = load_language(code)
        data = language.rules("head")
    except (LookupError, FileNotFoundError):
        return None
    parts = data["parts"]

    def pattern(written: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\{([a-z]+)\}", lambda part: str(parts[part[1]]), written))

    return Head(
        months={name: int(number) for number, names in data["months"].items() for name in names.split()},
        small=frozenset(data["small_in_titles"].split()),
        passed_over=pattern(data["passed_over"]),
        no_title=pattern(data["no_title"]),
        byline=pattern(data["byline"]),
        between=pattern(data["between_names"]),
        published=pattern(data["published"]),
        datelines=tuple(map(pattern, data["datelines"])),
        dated_lines=tuple(map(pattern, data["dated_lines"])),
        spans=tuple(map(pattern, data["spans"])),
        month_lines=tuple(map(pattern, data["month_lines"])),
        stamps=pattern(data["stamps"]),
        labels=pattern(data["labels"]),
        outlets=tuple(map(pattern, data["outlets"])),
        asks=re.compile("|".join(language.rules("layout")["questions"]["asks"]), re.IGNORECASE),
    )


def _language(text: str) -> str | None:
    code, probability = _identifier().classify(text[:SAMPLE].replace("\u00a0", " "))
    return str(code) if probability >= SURE else UNDETERMINED if _other_script(text[:SAMPLE]) else None


def _other_script(text: str) -> bool:
    """Whether most letters are of another script than Latin: then it is not English, whatever else it is."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum("LATIN" in unicodedata.name(letter, "") for letter in letters) < len(letters) / 2


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # imported late: it takes most of a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
