"""The parts of a document: paragraphs, headings, captions, notes, questions and answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any, Literal

from sayso.lang.grammar import any_like
from sayso.lang.language import Language
from sayso.lang.note_labels import in_a_row

BlockKind = Literal["paragraph", "heading", "caption", "note", "boilerplate", "dateline", "repeat", "question", "answer"]

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>.{0,4000}?)\n(?:---|\.\.\.)[ \t]*\r?(?=\n|\Z)", re.DOTALL)
"""The keys and values that a text in Markdown may begin with."""

ENTRY_LABEL = re.compile(r"[^\w(]*([^:\n]{3,50}?)(?::|\s[-–—])\s")
"""The label of an entry, before a colon or a dash at the start of a paragraph: "• Mon 4 May: ...", "4 May - ..."."""

LONGEST = 20_000
"""Code points of a block; a longer one, such as a text without any line end, is cut at a space, since parsers take memory by the length."""
RUN_ON = 4_000
"""As LONGEST, where no sentence ends: the time to tie words together grows with the square of a sentence."""

BETWEEN = 4
"""Blocks, such as a caption and a title, that can stand in the middle of a sentence."""

REPEATED = 6
"""Words from which a block that stands inside another one is a repeat of it, such as a quotation set large beside the text."""

HEAD = 3
"""Blocks at the head of a text that name who puts it out, also where a sentence below repeats that; quotations stand in marks."""

NEAR = 12
"""Blocks away from which a repeat can stand."""

QUESTION_LENGTH = 400
"""A block of at most this many characters that ends in a question mark can be what an interviewer asks."""

NARROW, WIDE = 50, 100
"""Characters of a line that is wrapped by hand: typewriters set 60 to 72, mail and print files up to 100."""

HEADING_LENGTH = 140
"""A block without a full stop, of at most this many characters, is a heading (the longest headline of 384 news articles had 131)."""

_BLOCK = re.compile(r"(?:.+(?:\n|$))+?(?=[ \t\r]*\n|\Z)")
_LINE = re.compile(r"[^\n]+")
_LINE_ENDS = re.compile(r"\r(?!\n)|[\f\v\x85\u2028\u2029]")
_CUT_END = re.compile(r"[a-z][-\u2010\u00ad]$")
_NOTE_START = re.compile(r"\s*(?:\^\{?\w{1,8}\}?|[ⁱ⁰¹²³⁴-⁹ᵛˣ]+|\[\d{1,3}\]|\d{1,3}[.)])\s+\S")
_END = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}\s?:(?=\s)")
"""A name or its initials with a colon at the start of a block."""
_ASKED = re.compile(rf"\(?\d{{1,2}}[.)]\s+[\"“][^\"“”\n]{{3,{HEADING_LENGTH}}}\?[\"”]\s*")
"""A question with a number and in marks, of those that a writer asks himself and answers."""
_QUESTION = re.compile(r"[^\"“”«»]*\?\s*", re.DOTALL)
_TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*\s*(?:\^\{?\w+\}?|[ⁱ⁰¹²³⁴-⁹ᵛˣ]+|\*|\[\w+\])*\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a document: code points start to end, and what kind of part it is.

    `holes` are ranges in it that are not its own words: a title or a caption that a page break put into the middle of a sentence.
    """

    start: int
    end: int
    kind: BlockKind
    holes: tuple[tuple[int, int], ...] = ()


def blocks_of(text: str, language: Language) -> list[Block]:
    """The blocks of a text in their order; blocks that a page break cut inside a sentence are one."""
    rules = language.rules("layout")
    text = _LINE_ENDS.sub("\n", text)
    spans = _spans(text)
    kinds = _kinds(text, spans, rules)
    joined = _joined(text, spans, kinds, rules)
    turns = _turns(text, [(block.start, block.end) for block in joined], rules)
    turned = [replace(block, kind=turns.get(block.start, block.kind)) for block in joined]
    spoken = [_without_mark(text, block, rules["questions"]) for block in turned]
    parts = [part for block in spoken for part in _without_dateline(text, block, rules)]
    return [piece for part in parts for piece in _cut(text, part)]


def _kinds(text: str, spans: list[tuple[int, int]], rules: dict[str, dict[str, list[str]]]) -> list[BlockKind]:
    """The kind of each span; what stands under the heading of the notes is a note."""
    kinds: list[BlockKind] = []
    in_notes = False
    front = FRONT_MATTER.match(text)
    for start, end in spans:
        kind = _kind(text[start:end], rules)
        if front and start < front.end():
            kind = "boilerplate"
        elif kind == "heading" and _matches(rules["notes"]["headings"], text[start:end].lstrip("# "), whole=True):
            in_notes = True
        elif (kind == "paragraph" and in_notes) or ((kind == "paragraph" or in_notes) and _is_note(text[start:end])):
            kind = "note"
        kinds.append(kind)
    row = {match.start("label") for match in in_a_row(text, len(text))}
    kinds = ["note" if start in row else kind for kind, (start, _) in zip(kinds, spans, strict=True)] if row else kinds
    letterhead = {at for at, (start, end) in enumerate(spans[:HEAD]) if kinds[at] == "heading" and text[start].isalpha()}
    for at in _repeats([_plain_words(text[start:end]) for start, end in spans], kinds):
        kinds[at] = kinds[at] if at in letterhead else "repeat"
    return kinds


def _plain_words(block: str) -> str:
    """A block as its words alone, each between spaces."""
    words = re.findall(r"[^\W_]+", block.casefold())
    return f" {' '.join(words)} "


def _repeats(blocks: list[str], kinds: list[BlockKind]) -> Iterator[int]:
    """Which blocks stand word by word inside a longer one nearby, or are titles or captions that were there already."""
    for at, block in enumerate(blocks):
        if block.count(" ") <= REPEATED or kinds[at] not in ("paragraph", "heading", "caption"):
            continue
        near = range(max(0, at - NEAR), min(len(blocks), at + NEAR + 1))
        quoted = any(len(block) < len(blocks[other]) and block in blocks[other] and kinds[other] == "paragraph" for other in near)
        if quoted or (kinds[at] != "paragraph" and any(blocks[other] == block for other in near if other < at)):
            yield at


def note_headings(text: str, language: Language) -> list[int]:
    """Where the headings of lists of notes or references end."""
    headings = language.rules("layout")["notes"]["headings"]
    return [end for start, end in _spans(text) if end - start <= HEADING_LENGTH and _matches(headings, text[start:end], whole=True)]


def _without_dateline(text: str, block: Block, rules: Any) -> list[Block]:
    """A paragraph with the place, day and agency at its start as a block of their own: "KABUL, May 3 (Reuters) -"."""
    found = next(filter(None, (re.match(pattern, text[block.start : block.end]) for pattern in rules["datelines"])), None)
    if block.kind != "paragraph" or found is None or re.match(rules["no_dateline"], found.group()) or _is_acronym(found.group(), text):
        return [block]
    cut = block.start + found.end()
    return [Block(block.start, block.start + len(found.group().rstrip()), "dateline"), replace(block, start=cut)]


def _is_acronym(opening: str, text: str) -> bool:
    """Whether what may be a place alone before a dash stands in capitals amid the text too, as no place does: "ODA - the rebels' army"."""
    head = opening.rstrip(" -–—\n")
    return head.isupper() and head.isalpha() and re.search(rf"[a-z,] {head}\b", text) is not None


def _without_mark(text: str, block: Block, marks: dict[str, list[str]]) -> Block:
    """A question or an answer without the mark of who speaks at its start: "Q:", "A:"."""
    if block.kind not in ("question", "answer"):
        return block
    patterns = (pattern for own in marks.values() for pattern in own)
    found = next(filter(None, (re.match(pattern, text[block.start : block.end], re.IGNORECASE) for pattern in patterns)), None)
    return replace(block, start=block.start + found.end()) if found and found.end() < block.end - block.start else block


def _cut(text: str, block: Block) -> Iterator[Block]:
    """The block, cut at spaces, best behind a full stop, where it is longer than any block should be."""
    start = block.start
    while block.end - start > (length := LONGEST if ". " in text[start : min(start + RUN_ON, block.end)] else RUN_ON):
        piece = text[start : start + length]
        cut = start + (max(piece.rfind(". ") + 1, 0) or max(piece.rfind(" "), 0) or length)
        yield replace(block, start=start, end=cut, holes=tuple(hole for hole in block.holes if start <= hole[0] and hole[1] <= cut))
        start = cut + len(text[cut : block.end]) - len(text[cut : block.end].lstrip()) if text[cut : cut + 1].isspace() else cut
    yield replace(block, start=start, holes=tuple(hole for hole in block.holes if start <= hole[0]))


def _spans(text: str) -> list[tuple[int, int]]:
    """Where blocks stand: between blank lines, and at single line breaks unless the lines are wrapped by hand.

    Of a text with few long paragraphs, among captions and quotations of one line, each paragraph is judged by itself.
    """
    wrapped = _is_wrapped(text)
    found = []
    for block in _BLOCK.finditer(text):
        whole = wrapped or _is_wrapped_paragraph(block.group().rstrip().split("\n"))
        for line in [block] if whole else _LINE.finditer(text, block.start(), block.end()):
            inner = line.group()
            start = line.start() + len(inner) - len(inner.lstrip())
            end = line.start() + len(inner.rstrip())
            if end > start:
                found.append((start, end))
    return found


def _is_wrapped(text: str) -> bool:
    """Whether lines are broken by hand at about one width: most lines are neither short nor long, and end inside a sentence."""
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    broken = sum(NARROW <= len(line) <= WIDE and not _END.search(line) for line in lines)
    return len(lines) >= 4 and broken > len(lines) / 2


def _is_wrapped_paragraph(lines: list[str]) -> bool:
    """Whether the lines of one block are a paragraph: all but the last of about one width, and broken where the next word did not fit.

    A single break, which is always at the greatest width, and one that no width explains, must be followed by a small letter.
    """
    full, broken = [line.rstrip() for line in lines[:-1]], list(pairwise(lines))
    if not full or not all(NARROW <= len(line) <= WIDE for line in full) or sum(bool(_END.search(line)) for line in full) > len(full) / 2:
        return False
    width = max(map(len, full))
    unfitting = all(len(line.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in broken)
    return (len(full) > 1 and unfitting) or sum(after.lstrip()[:1].islower() for _, after in broken) >= len(full) / 2


def _joined(text: str, spans: list[tuple[int, int]], kinds: list[BlockKind], rules: dict[str, dict[str, list[str]]]) -> list[Block]:
    """The blocks, with those made one that a page break cut: the first ends inside a sentence, the next goes on in lower case.

    What stands between them and is no paragraph, such as a page number, a title or a caption, becomes a hole of the one.
    """
    result: list[Block] = []
    for (start, end), kind in zip(spans, kinds, strict=True):
        back = _cut_block(text, result, start)
        if back is None:
            result.append(Block(start, end, kind))
            continue
        opened = result[-back]
        holes = (*opened.holes, *((other.start, other.end) for other in result[len(result) - back + 1 :]))
        result[-back:] = [replace(opened, end=end, kind=_kind_of_whole(text, opened, (start, end), rules), holes=holes)]
    return result


def _cut_block(text: str, blocks: Sequence[Block], start: int) -> int | None:
    """Which block, counted from the last as 1, goes on at a place; None where none does. Between them no paragraph can stand."""
    for back in range(1, min(BETWEEN + 1, len(blocks)) + 1):
        block = blocks[-back]
        fits = back == 1 or (block.kind in ("paragraph", "heading") and text[start].islower())
        if fits and _goes_on(text, block, start):
            return back
        if block.kind == "paragraph":
            return None
    return None


def _kind_of_whole(text: str, first: Block, second: tuple[int, int], rules: dict[str, dict[str, list[str]]]) -> BlockKind:
    """The kind of two blocks that are one: what looked like a title may have been half of a sentence."""
    return _kind(f"{text[first.start : first.end]} {text[slice(*second)]}", rules) if first.kind in ("paragraph", "heading") else first.kind


def _goes_on(text: str, block: Block, start: int) -> bool:
    """Whether a block ends inside a sentence that goes on at a place further down."""
    before = text[block.start : block.end]
    small = text[start : start + 1].islower()
    cut = before.rstrip().endswith(",") or (small and (len(before) > HEADING_LENGTH / 2 or bool(_CUT_END.search(before))))
    return cut and not _TERMINAL.search(before)


def _kind(block: str, rules: dict[str, dict[str, list[str]]]) -> BlockKind:
    """What kind of part a block is, by its looks alone."""
    if (re.match(r"#{1,6}\s+\S", block) and "\n" not in block) or _ASKED.fullmatch(block):
        return "heading"
    if not re.search(r"[^\W_]", block) or _matches(rules["boilerplate"], block, whole=True):
        return "boilerplate"
    captions = rules["captions"]
    if len(block) < 400 and (_matches(captions["starts"], block) or _ends(captions["ends"], block)):
        return "caption"
    if len(block) <= HEADING_LENGTH and not _END.search(block) and not _TERMINAL.search(block) and not _matches(rules["figures"], block):
        return "heading"
    return "paragraph"


def _matches(patterns: object, block: str, whole: bool = False) -> bool:
    """Whether one of the patterns stands at the start of the block, or makes up all of it."""
    assert isinstance(patterns, list)
    one, stripped = _one_of(tuple(patterns)), block.strip().rstrip(":")
    return bool(one.fullmatch(stripped) if whole else one.match(stripped))


def _ends(patterns: list[str], block: str) -> bool:
    return bool(_one_at_the_end(tuple(patterns)).search(block))


@cache
def _one_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_like(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE | re.DOTALL)


@cache
def _one_at_the_end(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_one_of(patterns).pattern})\W*$", re.IGNORECASE)


def _is_note(block: str) -> bool:
    """Whether a block is a numbered note that names a work: a label at its start, and an address, a year or ibid.

    A year alone makes no note of a paragraph that is numbered as a report's are ("12. The Panel visited the dam in August 2031 and ...").
    """
    label = _NOTE_START.match(block)
    if label is None or re.search(r"https?://|\bibid\b", block, re.IGNORECASE):
        return label is not None
    told = re.match(r"\W*\d+[.)]\s", block) and len(re.findall(r"(?<!\w)[a-z]\w*\b(?=[ ,.])", block)) > len(block.split()) / 2
    return bool(re.search(r"\b(?:19|20)\d\d\b", block)) and not told


def _turns(text: str, spans: list[tuple[int, int]], rules: dict[str, dict[str, list[str]]]) -> dict[int, BlockKind]:
    """In an interview, the kind of each block by its start: questions, and answers with the blocks that go on from them.

    Where each answer has its mark and none went on before, what stands behind the last one is the report's own end.
    """
    marks, asker = rules["questions"], _asker(text, spans, rules["questions"]["answers"])
    asked: dict[int, BlockKind] = {}
    unmarked: list[list[int]] = [[]]
    speaking: BlockKind | None = None
    under = False
    for start, end in spans:
        block = text[start:end]
        dashed = _matches(marks["turn"], block)
        asks = _matches(marks["question"], block, whole=True)
        if asks or _matches(marks["answer"], block, whole=True):
            speaking, unmarked, under = "question" if asks else "answer", [*unmarked, []], asks
        elif _matches(marks["asks"], block) or (asker and block.startswith(asker)) or (dashed and block.rstrip().endswith("?")):
            speaking, unmarked = "question", [*unmarked, []]
        elif _matches(marks["answers"], block) or dashed:
            speaking, unmarked = "answer", [*unmarked, []]
        elif speaking == "answer":
            unmarked[-1].append(start)
        if speaking is not None:
            asked[start] = speaking
        if speaking == "question" and not under:
            speaking = "answer"
    if not any(unmarked[:-1]):
        asked = {start: kind for start, kind in asked.items() if start not in unmarked[-1]}
    return asked if set(asked.values()) == {"question", "answer"} else _unmarked_turns(text, spans)


def _asker(text: str, spans: list[tuple[int, int]], answers: list[str]) -> str:
    """The label, with its colon, that stands right before marked answers again and again ("NH:" before "A:"); empty if none does."""
    before = (text[start:end] for (start, end), (first, last) in pairwise(spans) if _matches(answers, text[first:last]))
    labels = Counter(found.group() for block in before if (found := _LABEL.match(block)))
    label, often = max(labels.items(), key=lambda one: one[1], default=("", 0))
    return label if often > 1 else ""


def _unmarked_turns(text: str, spans: list[tuple[int, int]]) -> dict[int, BlockKind]:
    """The same where nothing marks the sides: short blocks of which each is a question, each answered by the blocks behind it.

    Where each answer but the last is one block, so is the last.
    """
    questions = [spot for spot, (start, end) in enumerate(spans) if end - start <= QUESTION_LENGTH and _QUESTION.fullmatch(text[start:end])]
    if len(questions) < 2 or questions[0] == 0:
        return {}
    ends = [*questions[1:], len(spans)]
    if all(end - spot == 2 for spot, end in zip(questions[:-1], ends, strict=False)):
        ends[-1] = min(ends[-1], questions[-1] + 2)
    if all((spot - questions[0]) % 2 == 0 for spot in questions):  # each answer is one block: what prompts it need not be a question
        between = range(questions[0], questions[-1], 2)
        if all(spans[spot][1] - spans[spot][0] <= QUESTION_LENGTH for spot in between):
            questions = [*between, questions[-1]]
            ends = [*questions[1:], ends[-1]]
    asked: dict[int, BlockKind] = {spans[spot][0]: "question" for spot in questions}
    answers = (spans[spot][0] for first, end in zip(questions, ends, strict=True) for spot in range(first + 1, end))
    return asked | dict.fromkeys((start for start in answers if start not in asked), "answer")
