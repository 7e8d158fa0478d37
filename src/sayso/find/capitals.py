"""Headlines and telexes all in capitals, put into usual letters for the parser; each letter stays at its place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import spacy.language

from sayso.find.passages import SILENT
from sayso.known.gazetteer import Gazetteer, load_gazetteer
from sayso.known.name_words import name_words
from sayso.lang.language import Language
from sayso.lang.layout import blocks_of
from sayso.records.document import Document

LOUD = 0.9
"""The share of a block's letters that are capitals where all of it is meant to be."""
LEAST = 3
"""Words of the shortest block that is put into usual letters: shorter ones are labels and names."""
TOWN = 100_000
"""People of the smallest town whose name is read for one where it is a common noun too."""
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
OWNER = re.compile(r"['’][sS]$")
BY_NUMBER = re.compile(r"\d\W?[^\W\d]|[^\W\d]\W?\d")
STARTS = re.compile(r"(?:\A|[.!?:]\s+|\s{2,})[\"'“(\[]*\Z")
"""What stands before the first word of a sentence or line."""
BRACKETED = re.compile(r"(?<=\w\s)[(\[]([A-Z]{2,6})[)\]]|\b([A-Z]{2,6})\s\[(?=[^\]]*\s)")
"""Initials in brackets behind a name, or before a bracket that spells them out, as where they are first told."""
SPELT_OUT = re.compile(r"\b([A-Z]{2,6})\s\[([^\]]{2,60}\s[^\]]{2,60})\]|((?:[A-Z][A-Z'-]*\s+){2,8})[(\[]([A-Z]{2,6})[)\]]")
"""Initials with the name that they stand for, behind or before them."""
MARKED = re.compile(r"[\"“]((?:[A-Z][A-Z'-]+\s+){1,3}[A-Z][A-Z'-]+)[\"”]\s+([A-Z]+(?:\s+[A-Z]+)?)")
"""Words in quotation marks, and the one or two behind them."""
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
"""Initials with full stops."""
HOURS = frozenset({"A.M.", "P.M."})
"""Such letters behind an hour."""
TRANSLATED = 1
"""Letters of initials that a name in another language may lack, where it has as many words: "National Free Army (EFN)"."""
AHEAD = re.compile(r"([^\W\d_]{2,})\s\Z")
"""The word right before another one."""
BODY = re.compile(r"\b([A-Z][a-z][\w'-]*)(\s+)([a-z]+)\b")
"""A word with a capital, and one without behind it."""
BEHIND = re.compile(r"\s+([^\W\d_]{4,})")
"""The word right behind one."""
LOOK_BACK = 24
"""Code points in which it is looked for."""
LONGEST = 3
"""Letters of the longest word that stays small within a name ("of", "and the")."""


OTHERS = ("verb", "adj", "adv")
"""Kinds of words, as spaCy's lists call them, that are no names."""


def in_usual_letters(document: Document, language: Language, nlp: spacy.language.Language) -> Document:
    """A document of which the blocks in capitals have usual letters: those in which the text elsewhere writes a word, else as it is known.

    Words that are no common ones are names; initials that the text spells out stay. What stands in other blocks is not touched.
    """
    plain, blocks = document.text, [block for block in blocks_of(document.text, language) if block.kind not in SILENT]
    loud = [block for block in blocks if _is_loud(plain[block.start : block.end])]
    if not loud:
        return document
    starts = {block.start for block in loud}
    forms = _forms(plain[block.start : block.end] for block in blocks if block.start not in starts)
    whole = " ".join(plain[block.start : block.end] for block in loud)
    initials = {(found[1] or found[2]).lower() for found in BRACKETED.finditer(whole)}
    known, calendar = _known(language, nlp), _calendar(language)
    told = [*_names_told(whole, language), *_names_marked(whole, language), *_lands_of_words()]
    names = "|".join(rf"\b{re.escape(name)}\b".replace(r"\ ", r"\s+") for name in sorted(told, key=len, reverse=True))
    articles = frozenset(word for word in name_words().leading if not nlp.vocab[word].is_stop)
    bodies = frozenset(language.rules("actors")["whole"])
    for block in loud:
        piece = plain[block.start : block.end]
        named = {place for found in re.finditer(names, piece, re.IGNORECASE) for place in range(*found.span())} if names else set()
        usual = _lowered(piece, forms, initials, named, known, articles, calendar)
        plain = plain[: block.start] + _with_bodies(usual, bodies, known) + plain[block.end :]
    return replace(document, text=plain)


def _is_loud(block: str) -> bool:
    letters = [letter for letter in block if letter.isalpha()]
    return len(WORD.findall(block)) >= LEAST and sum(map(str.isupper, letters)) >= LOUD * len(letters)


def _forms(blocks: Iterable[str]) -> dict[str, str]:
    """How each word is mostly written inside sentences, by the word in small letters."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for block in blocks:
        for found in WORD.finditer(block):
            if not STARTS.search(block[max(0, found.start() - 3) : found.start()]):
                seen[found[0].lower()][found[0]] += 1
    return {word: min(counts, key=lambda form: (-counts[form], form)) for word, counts in seen.items()}


def _names_told(text: str, language: Language) -> list[str]:
    """Names of which the text tells the initials, in small letters: "ORF [ORLAN REBEL FRONT]".

    So are words in brackets behind initials that end in one for a body, whatever the initials are of.
    """
    told, bodies = [], {noun for nouns in language.rules("actors")["kind_words"].values() for noun in nouns}
    for found in SPELT_OUT.finditer(text):
        initials, words = (found[1], found[2].lower().split()) if found[1] else (found[4], found[3].lower().split())
        if found[1] and words[-1] in bodies:
            told.append(" ".join(words))
            continue
        for start in range(len(words)):
            rest = words[start:]
            if _initials(rest, initials) and len(rest[0]) > 1:
                told.append(" ".join(rest))
                break
    return told


def _names_marked(text: str, language: Language) -> list[str]:
    """Names in quotation marks before a word for a group or its people, in small letters: the "GLOWING ROAD" TERRORISTS."""
    actors = language.rules("actors")
    groups = {*actors["members"], *actors["armed_people"]}
    found = ((match[1], match[2].lower().split()) for match in MARKED.finditer(text))
    return [" ".join(name.lower().split()) for name, behind in found if not groups.isdisjoint(behind)]


def _initials(words: Sequence[str], initials: str) -> bool:
    """Whether these are the first letters of the words, of which small ones may be left out, in an order that another language may have."""
    whole = "".join(word[0] for word in words).upper()
    large = "".join(word[0] for number, word in enumerate(words) if number == 0 or len(word) > LONGEST).upper()
    lacking = Counter(initials) - Counter(large)
    turned = len(initials) > 2 and not lacking and len(large) - len(initials) <= TRANSLATED
    translated = len(initials) > 2 and lacking.total() <= TRANSLATED and len(large) == len(initials)
    return initials in (whole, large) or turned or translated


@cache
def _lands_of_words() -> tuple[str, ...]:
    """The names of lands that are made of several words, in small letters."""
    lands = load_gazetteer()
    return tuple(name.lower() for spot in lands.countries.values() for name in lands.spellings(spot) if " " in name)


def _with_bodies(usual: str, bodies: Container[str], known: Callable[[str, str], bool]) -> str:
    """Usual letters, with a capital for the word for a body behind the name of no people: "the Velk Front", but "the Chadian army"."""

    def named(found: re.Match[str]) -> str:
        name, noun = found[1].lower(), found[3]
        called = noun in bodies and not known(name, "") and not load_gazetteer().country_of(name)
        return f"{found[1]}{found[2]}{noun.capitalize()}" if called else found[0]

    return BODY.sub(named, usual)


def _lowered(
    piece: str,
    forms: dict[str, str],
    initials: set[str],
    named: set[int],
    known: Callable[[str, str], bool],
    articles: Container[str],
    calendar: CalendarWords,
) -> str:
    """A block in usual letters; `articles` are those of other languages."""

    stopped = {place: found[0] in HOURS for found in DOTTED.finditer(piece) for place in range(*found.span())}

    def usual(found: re.Match[str]) -> str:
        word, lower = found[0], found[0].lower()
        if not stopped.get(found.start(), True):
            return word
        stem, ahead = OWNER.sub("", lower), AHEAD.search(piece, max(0, found.start() - LOOK_BACK), found.start())
        before = ahead[1].lower() if ahead else ""
        if stem in initials or (set(stem).isdisjoint("aeiouy") and not known(stem, before)):
            form = stem.upper() + lower[len(stem) :]
        elif (found.start() in named and len(lower) > LONGEST) or calendar.holds(stem, before, piece, found):
            form = lower.capitalize()
        elif (
            lower in articles and (behind := BEHIND.match(piece, found.end())) and known(before, "") and not known(behind[1].lower(), lower)
        ):
            form = lower.capitalize()  # "the daily EL VELKADOR", and not in "JOSE DE LA CRUZ"
        else:
            form = forms.get(lower) or forms.get(stem, stem if known(stem, before) else stem.capitalize()) + lower[len(stem) :]
        form = form if len(form) == len(word) else word
        opens = STARTS.search(piece[max(0, found.start() - 4) : found.start()]) and len(piece[: found.start()].rstrip()) - 1 not in stopped
        return form[0].upper() + form[1:] if opens else form

    return WORD.sub(usual, piece)


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The names of months, long and short, those of them and of days that are nothing else, and words before a bare month, all small."""

    months: frozenset[str]
    certain: frozenset[str]
    alike: frozenset[str]
    before: frozenset[str]

    def holds(self, word: str, before: str, piece: str, found: re.Match[str]) -> bool:
        """Whether a word behind another one is a month or a day: "on Monday", "in March", "3 May"."""
        by_number = word in self.months and BY_NUMBER.search(piece, max(0, found.start() - 2), found.end() + 2)
        return word in self.certain or bool(by_number) or (word in self.alike and before in self.before)


@cache
def _calendar(language: Language) -> CalendarWords:
    table = language.rules("months")
    months = frozenset(form.lower() for names in (table["names"], table["short"]) for name in names.values() for form in name.split("|"))
    alike = frozenset(table["names"][number].lower() for number in table["alike"])
    days = {day.lower() for day in language.rules("dates")["words"]["weekday"].values()}
    certain = {name.lower() for name in table["names"].values()} - alike | days
    return CalendarWords(months, frozenset(certain), frozenset(alike), frozenset(table["before_alike"]))


def _known(language: Language, nlp: spacy.language.Language) -> Callable[[str, str], bool]:
    """Whether a word behind another one is a common one, as far as the pipeline's lemmatizer has a list; without one all words are.

    Lands are none, nor are regions, large towns, first names and what stands behind one, if they are no verb or adjective too.
    """
    if "lemmatizer" not in nlp.pipe_names or "lemma_index" not in nlp.get_pipe("lemmatizer").lookups.tables:  # type: ignore[attr-defined]
        return lambda word, before: True
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index, rules, irregular = (lookups.get_table(f"lemma_{name}") for name in ("index", "rules", "exc"))
    lands, first_names = load_gazetteer(), frozenset(name for names in language.rules("given_names").values() for name in names)

    def stands(word: str, kind: str) -> bool:
        bases = [word, *(word[: -len(old)] + new for old, new in rules.get(kind, ()) if old and word.endswith(old))]
        return word in irregular.get(kind, {}) or any(base in index.get(kind, ()) for base in bases)

    @lru_cache(maxsize=4096)
    def known(word: str, before: str) -> bool:
        if nlp.vocab[word].is_stop:
            return True  # "TOLD US" is more than "US FORCES" where letters tell no difference
        if any(stands(word, kind) for kind in OTHERS):
            common = nlp.vocab[before].is_stop or any(stands(before, kind) for kind in OTHERS)
            bare = before in first_names and not common and word in index.get("noun", ()) and word in index.get("verb", ())
            return not (lands.country_of(word) or bare)  # "GEORGE BUSH", unlike "GEORGE LEFT": one man does not "bush"
        return stands(word, "noun") and first_names.isdisjoint((word, before)) and not _is_place(word, lands)

    return known


def _is_place(word: str, lands: Gazetteer) -> bool:
    return any(spot.feature in ("country", "ADM1") or spot.people >= TOWN for spot in lands.spots(word))
