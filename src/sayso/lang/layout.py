"""The parts of a document: paragraphs, headings, captions, notes, questions and answers; and a text that parsers can read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from sayso.lang.language import Language

BlockKind = Literal["paragraph", "heading", "caption", "note", "boilerplate", "dateline", "question", "answer"]

HEADING_LENGTH = 140
"""A block without a full stop, of at most this many characters, is a heading (the longest headline of 384 news articles had 131)."""

_SAME_LENGTH = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
    "\u00ad": " ", "\u200b": " ", "\ufeff": " ", "\t": " ", "\r": " ", "\f": " ", "–": "-", "—": "-", "‐": "-", "‑": "-",
})  # fmt: skip
_MARKS = re.compile(r"\^\{?\w{1,8}\}?|[ⁱ⁰¹²³⁴-⁹ᵛˣ]+|\[(?:\d{1,3}|[A-Z]{1,3}\d{1,3})\]|(?<=\w)\*+|\*+(?=\w)|<https?://[^>\s]+>|https?://\S+")
_NOTE_START = re.compile(r"\s*(?:\^\{?\w{1,8}\}?|[ⁱ⁰¹²³⁴-⁹ᵛˣ]+|\[\d{1,3}\]|\d{1,3}[.)])\s+\S")
_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*\s*(?:\^\{?\w+\}?|[ⁱ⁰¹²³⁴-⁹ᵛˣ]+|\*|\[\w+\])*\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a document: code points start to end, and what kind of part it is."""

    start: int
    end: int
    kind: BlockKind


def readable(text: str) -> str:
    """The text with footnote marks, addresses and odd characters blanked and quotation marks made plain.

    It has the same length as `text`, so that offsets hold in both. Single line breaks inside a block become spaces.
    """
    plain = _MARKS.sub(lambda found: " " * len(found.group()), text.translate(_SAME_LENGTH))
    return plain.replace("\n", " ")


def blocks_of(text: str, language: Language) -> list[Block]:
    """The blocks of a text in their order; blocks that a page break cut inside a sentence are one."""
    rules = language.rules("layout")
    spans = _joined(text, _spans(text))
    blocks, in_notes, turns = [], False, _turns(text, spans, rules)
    for start, end in spans:
        kind = _kind(text[start:end], rules)
        if kind == "heading" and _matches(rules["notes"]["headings"], text[start:end], whole=True):
            in_notes = True
        elif kind == "paragraph" and (in_notes or _is_note(text[start:end])):
            kind = "note"
        blocks.append(Block(start, end, kind))
    turned = [replace(block, kind=turns.get(block.start, block.kind)) for block in blocks]
    return [part for block in turned for part in _without_dateline(text, block, rules["datelines"])]


def _without_dateline(text: str, block: Block, patterns: list[str]) -> list[Block]:
    """A paragraph with the place, day and agency at its start as a block of their own: "KABUL, May 3 (Reuters) -"."""
    found = next(filter(None, (re.match(pattern, text[block.start : block.end]) for pattern in patterns)), None)
    if block.kind != "paragraph" or found is None:
        return [block]
    cut = block.start + found.end()
    return [Block(block.start, block.start + len(found.group().rstrip()), "dateline"), replace(block, start=cut)]


def _spans(text: str) -> list[tuple[int, int]]:
    """Where blocks stand: between blank lines, and at single line breaks unless the lines are wrapped by hand."""
    wrapped = _is_wrapped(text)
    found = []
    for block in re.finditer(r"(?:.+(?:\n|$))+?(?=[ \t\r]*\n|\Z)" if wrapped else r"[^\n]+", text):
        inner = block.group()
        start = block.start() + len(inner) - len(inner.lstrip())
        end = block.start() + len(inner.rstrip())
        if end > start:
            found.append((start, end))
    return found


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken by hand at about one width: many lines of 50 to 100 characters that end inside a sentence."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    broken = sum(50 <= len(line) <= 100 and not _END.search(line) for line in lines)
    return len(lines) >= 4 and broken > len(lines) / 2


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those made one that a page break cut: the first ends inside a sentence, the next goes on in lower case."""
    result: list[tuple[int, int]] = []
    for start, end in spans:
        before = text[slice(*result[-1])] if result else ""
        cut = before.rstrip().endswith(",") or (len(before) > HEADING_LENGTH / 2 and text[start : start + 1].islower())
        if before and cut and not _TERMINAL.search(before):
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def _kind(block: str, rules: dict[str, dict[str, list[str]]]) -> BlockKind:
    """What kind of part a block is, by its looks alone."""
    if _matches(rules["boilerplate"], block, whole=True):
        return "boilerplate"
    captions = rules["captions"]
    if len(block) < 400 and (_matches(captions["starts"], block) or _ends(captions["ends"], block)):
        return "caption"
    if len(block) <= HEADING_LENGTH and not _END.search(block) and not _TERMINAL.search(block):
        return "heading"
    return "paragraph"


def _matches(patterns: object, block: str, whole: bool = False) -> bool:
    """Whether one of the patterns stands at the start of the block, or makes up all of it."""
    assert isinstance(patterns, list)
    stripped = block.strip().rstrip(":")
    return any((re.fullmatch if whole else re.match)(pattern, stripped, re.IGNORECASE | re.DOTALL) for pattern in patterns)


def _ends(patterns: list[str], block: str) -> bool:
    return any(re.search(f"(?:{pattern})\\W*$", block, re.IGNORECASE) for pattern in patterns)


def _is_note(block: str) -> bool:
    """Whether a block is a numbered note that names a work: a label at its start, and an address, a year or ibid."""
    return bool(_NOTE_START.match(block)) and bool(re.search(r"https?://|\b(?:19|20)\d\d\b|\bibid\b", block, re.IGNORECASE))


def _turns(text: str, spans: list[tuple[int, int]], rules: dict[str, dict[str, list[str]]]) -> dict[int, BlockKind]:
    """In an interview, the kind of each block by its start: questions, and answers with the blocks that go on from them."""
    marks = rules["questions"]
    asked: dict[int, BlockKind] = {}
    speaking: BlockKind | None = None
    for start, end in spans:
        block = text[start:end]
        dashed = _matches(marks["turn"], block)
        if _matches(marks["asks"], block) or (dashed and block.rstrip().endswith("?")):
            speaking = "question"
        elif _matches(marks["answers"], block) or dashed:
            speaking = "answer"
        if speaking is not None:
            asked[start] = speaking
        if speaking == "question":
            speaking = "answer"
    kinds = set(asked.values())
    return asked if kinds == {"question", "answer"} else {}
