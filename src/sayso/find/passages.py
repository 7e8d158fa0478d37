"""A document as parsed passages: tokens with their places in the stored text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import spacy.language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.find.cut_off_subjects import with_cut_off_subjects
from sayso.find.grammar import attach
from sayso.find.insertions import inserted
from sayso.find.misjoined import with_subjects
from sayso.find.mistagged import retagged
from sayso.find.openings import counted, not_yet, quoted_ranks, set_off
from sayso.lang.language import Language
from sayso.lang.layout import Block, blocks_of
from sayso.lang.readable import readable, unseen
from sayso.records.document import Document, Span

SILENT = frozenset({"note", "boilerplate", "dateline", "repeat"})
"""Kinds of blocks in which nothing is looked for: they are not the report's own words, or are said elsewhere in it."""


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """One block of a document with its parse. `text` is the whole document's stored text, `sha` its hash.

    `at` has, for each code point that was parsed, its place in the stored text: soft hyphens and the like were not parsed.
    """

    block: Block
    parse: Doc
    text: str
    sha: str
    at: Sequence[int]

    def start(self, token: Token) -> int:
        """Where a token begins in the stored text; a quotation mark made of two single ones begins with the first."""
        start = self.at[token.idx]
        doubled = self.text[start] in SINGLE and token.text == '"' and self.text[max(0, start - 1) : start + 1] in DOUBLED
        return start - 1 if doubled else start

    def end(self, token: Token) -> int:
        """Where a token ends in the stored text: a quotation mark made of two single ones with the second, a letter with its accents."""
        end = self.at[token.idx + len(token) - 1] + 1
        while unicodedata.combining(self.text[end : end + 1] or " "):
            end += 1
        doubled = self.text[end - 1] in SINGLE and token.text == '"' and self.text[end - 1 : end + 1] in DOUBLED
        return end + 1 if doubled else end

    def span(self, tokens: Iterable[Token]) -> Span | None:
        """The range from the first to the last of the tokens, without marks of punctuation and space at its ends; None if empty."""
        solid = sorted((token for token in tokens if not token.is_space), key=lambda token: token.i)
        while solid and solid[0].is_punct and solid[0].text not in OPENING:
            solid.pop(0)
        while solid and solid[-1].is_punct and solid[-1].text not in CLOSING:
            solid.pop()
        return Span(self.sha, *self._with_brackets(self.start(solid[0]), self.end(solid[-1]))) if solid else None

    def _with_brackets(self, start: int, end: int) -> tuple[int, int]:
        """A range with the square brackets right around its ends, which are not parsed, where one of two is inside or both are outside."""
        opens, shuts = self.text[start - 1 : start] == "[", self.text[end : end + 1] == "]"
        inside = self.text[start:end]
        if opens and (shuts or inside.count("]") > inside.count("[")):
            start -= 1
        return start, end + 1 if shuts and self.text[start:end].count("[") > self.text[start:end].count("]") else end

    def between(self, start: int, end: int) -> Span | None:
        """What stands between two places of the stored text, without space at its ends; None if nothing does."""
        words = self.text[start:end]
        first = start + len(words) - len(words.lstrip())
        return Span(self.sha, first, first + len(words.strip())) if words.strip() else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that overlap a range of the stored text."""
        found = self.parse.char_span(bisect_left(self.at, start), bisect_left(self.at, end), alignment_mode="expand")
        return list(found) if found is not None else []

    def quote(self, span: Span) -> str:
        """The exact words of a span."""
        return self.text[span.start : span.end]

    @property
    def sentences(self) -> Iterator[Tokens]:
        """Its sentences in order."""
        return iter(self.parse.sents)


_OPENED = re.compile(r"(?<![^\s(\[])''(?=\w)")
"""Two single marks before a word: they open a quotation."""
_FIELD = re.compile(r'^"((?:[^"\n]|"")*""(?:[^"\n]|"")*)"$', re.MULTILINE)
"""A paragraph as tables keep it in a field: in marks, with each mark inside of it doubled."""
_OPENED_IN_FIELD = re.compile(r'""(?=\w)')
DOUBLED = ("''", "``")
SINGLE = frozenset("'`")
OPENING = frozenset({'"', "'", "(", "[", "-", "$", "“"})
CLOSING = frozenset({'"', "'", ")", "]", ".", "!", "?", "”", "%"})


def passages_of(document: Document, language: Language, nlp: spacy.language.Language) -> list[Passage]:
    """The parsed blocks of a document in order, without its notes and boilerplate."""
    blocks = [block for block in blocks_of(document.text, language) if block.kind not in SILENT]
    plain = set_off(_named(readable(document.text), language), language)
    numbers = counted([document.text[block.start : block.end] for block in blocks])
    places = [_parsed(document.text, block, number, language) for block, number in zip(blocks, numbers, strict=True)]
    parses = [
        with_cut_off_subjects(with_subjects(attach(retagged(parse, language.grammar), language.grammar)))
        for parse in nlp.pipe("".join(plain[place] for place in at) for at in places)
    ]
    return [Passage(block, parse, document.text, document.sha256, at) for block, parse, at in zip(blocks, parses, places, strict=True)]


def _parsed(text: str, block: Block, number: int, language: Language) -> Sequence[int]:
    """The places in a block that are parsed: all, but the number that it begins with, quotation marks around a rank, that an office is not
    held yet, square brackets and remarks in them, and what stands inside of its words or sentences and is no part of them."""
    gaps = [*unseen(text, block), *([(block.start, block.start + number)] if number else [])]
    piece = text[block.start : block.end]
    gaps += [(block.start + at, block.start + end) for at, end in _no_words(piece, language)]
    if not gaps:
        return range(block.start, block.end)
    inside = bytearray(b"\1") * (block.end - block.start)
    for start, end in gaps:
        inside[start - block.start : end - block.start] = bytes(end - start)
    return [block.start + place for place, kept in enumerate(inside) if kept]


def _no_words(piece: str, language: Language) -> Iterator[tuple[int, int]]:
    yield from quoted_ranks(piece, language)
    yield from not_yet(piece, language)
    yield from inserted(piece, language)


def _named(plain: str, language: Language) -> str:
    """The text with doubled quotation marks made plain ones, and acronyms that look like common words replaced by others that do not.

    Such marks are ``so'', and ""so"" in a field of a table. Acronyms are left where the text is all capitals. The length stays the same.
    """
    table = language.rules("layout")["stand_ins"]
    words = re.compile(rf"\b(?:{'|'.join(table)})\b")

    def stand_in(found: re.Match[str]) -> str:
        around = plain[max(0, found.start() - 30) : found.end() + 30].replace(found.group(), "")
        return str(table[found.group()]) if any(letter.islower() for letter in around) else found.group()

    plain = _FIELD.sub(lambda field: " " + _OPENED_IN_FIELD.sub(' "', field[1]).replace('""', '" ') + " ", plain)
    return words.sub(stand_in, _OPENED.sub(' "', plain).replace("``", ' "').replace("''", '" '))
