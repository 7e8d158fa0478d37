"""Spellings of names beside those found: with and without the titles before them ("General Orsk"), and without the brackets behind them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from sayso.known.name_words import name_words
from sayso.lang.grammar import any_of
from sayso.lang.language import Language, language_of
from sayso.records.claim import Finding, Mention
from sayso.records.document import Document, Span

ENDING = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
"""Brackets at the end of a name, which hold its short form: "Government of Ruritania (GOR)"."""
INSIDE = re.compile(r"(?<=\w) [\"“‘][^\"“”‘’]{2,30}[\"”’] (?=\w)")
"""What somebody is called between his names: "Otto 'the Fox' Brand"."""
GAP = "[ \u00a0\n]"
"""What stands between the words of a name and its titles, the end of a line too."""
CUT = 4
"""Letters that a title has at most that may be cut short, with a stop behind it."""
LOOK_BACK = 60
"""Code points before a name in which its titles are looked for."""
WORDS = 6
"""Words before a name up to which a voice's are its title and not a sentence."""


def as_compared(name: str) -> str:
    """A name without the brackets at its end and without a nickname in quotation marks inside it."""
    return INSIDE.sub(" ", ENDING.sub("", name))


def in_own_brackets(name: str, short: str) -> bool:
    """Whether a short form stands in the brackets at the end of a name."""
    own = ENDING.search(name)
    return bool(own and short in own.group())


@cache
def titles(language: Language) -> str:
    """Titles and offices written as names are, one or several, with what grades them before ("Senior General")."""
    actors = language.rules("actors")
    told = {*actors["titles"], *actors["offices"], *actors["courtesy"], *name_words().honorifics}
    short = {word for word in told if len(word) <= CUT or word in actors["short_ranks"]}
    grades, words, cut = (any_of(word.title() for word in one if len(word) > 1) for one in (actors["grades"], told, short))
    return rf"(?<![\w’'-])(?:(?:(?:{grades}){GAP})?(?:(?:{cut})\.|(?:{words})){GAP})+"


@cache
def _before(language: Language) -> re.Pattern[str]:
    """Titles at the end of a text."""
    return re.compile(rf"{titles(language)}$")


@cache
def _inside(language: Language) -> re.Pattern[str]:
    """Titles at the beginning of a name that is a full one without them."""
    return re.compile(rf"{titles(language)}(?=\S+{GAP}\S)")


def further_mentions(document: Document, finding: Finding) -> list[Mention]:
    """A further mention for each person named with a title or an office, for each name with brackets, and with what describes it before.

    Of the person it is with and without the title or office, of the other name up to the brackets.
    """
    found = {mention.span: mention for mention in finding.mentions}
    voiced: dict[tuple[str | None, int], list[int]] = defaultdict(list)
    for voice in (voice for claim in finding.claims for voice in claim.voices):
        if voice.span is not None:
            voiced[voice.name, voice.span.end].append(voice.span.start)
    described: dict[str, list[Span]] = defaultdict(list)
    for mention in (mention for mention in finding.mentions if not mention.named and " " in mention.text):
        described[mention.name].append(mention.span)
    for mention in (mention for mention in finding.mentions if mention.named):
        ends = _other_ends(document, mention, voiced.get((mention.name, mention.span.end), ()))
        for start, end in (*ends, *_with_description(document, mention, described.get(mention.name, ()))):
            span = Span(mention.span.doc, start, end)
            found.setdefault(span, replace(mention, span=span, text=document.text[start:end]))
    known = {mention.span for mention in finding.mentions}
    return [mention for span, mention in found.items() if span not in known]


def _other_ends(document: Document, mention: Mention, voiced: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Where else a name can be taken to begin and to end; `voiced` is where voices begin that end with it."""
    start, end = mention.span.start, mention.span.end
    if brackets := ENDING.search(mention.text):
        yield start, start + brackets.start()
    if mention.kind == "person":
        language = language_of(document.language)
        title, own = _before(language).search(document.text[max(0, start - LOOK_BACK) : start]), _inside(language).match(mention.text)
        starts = [start - size for size in _sizes(title.group(), frozenset(language.rules("actors")["offices"]))] if title else []
        starts += [start + own.end()] if own else []
        yield from ((at, end) for at in (*starts, *_cut(document.text, mention, voiced)))


def _with_description(document: Document, mention: Mention, described: Sequence[Span]) -> Iterable[tuple[int, int]]:
    """A name with the words right before it that describe its bearer: "the aid group Valley Relief", "army spokesman Col. Otto Brand"."""
    between = re.compile(rf"{GAP}(?:{titles(language_of(document.language))})?")
    start, end = mention.span.start, mention.span.end
    yield from ((span.start, end) for span in described if span.end < start and between.fullmatch(document.text, span.end, start))


def _sizes(told: str, offices: frozenset[str]) -> Iterable[int]:
    """How long titles are, all of them and those behind an office: "Defence Minister General" and "General"."""
    words = [found.span() for found in re.finditer(r"\S+", told)]
    return [len(told) - at for n, (at, _) in enumerate(words) if not n or told[slice(*words[n - 1])].lower() in offices]


def _cut(text: str, mention: Mention, voiced: Sequence[int]) -> Iterable[int]:
    """Where the words begin by which a voice is told that ends with this name: "the mayor of Sarn, Judge Lund" is two, and is cut."""
    for start in (start for start in voiced if start < mention.span.start):
        before = text[start : mention.span.start]
        if re.fullmatch(r"[\w’'. -]+", before) and len(before.split()) <= WORDS:
            yield start
