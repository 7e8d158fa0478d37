"""Checks a brief: every sentence cites, every citation resolves, every quotation is what the document says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from sayso.lang.language import load_language
from sayso.records.problem import Problem
from sayso.tell.book import Book, Index
from sayso.tell.markdown import CITATION, QUOTED, Endnote, endnotes, one_line, sentences, unescape
from sayso.tell.withhold import Withheld
from sayso.tell.wording import Wording, bare

RULE = re.compile(r"^\|(?: *:?-+:? *\|)+$")
"""The line below a table's head."""
LABEL = re.compile(r"^(?:[-*+]|\d+\.)\s+")
HEAD = re.compile(r"\b[0-9a-f]{64}\b")
SHOWN = 80
"""Code points of a sentence that a finding repeats."""


def check_brief(text: str, book: Book, path: str = "brief.md", language: str = "en") -> list[Problem]:
    """What is wrong with a brief, each with its line; empty where all is right. `doc` of a problem is "path:line"."""
    check = Check(text, book, path, Wording(load_language(language)))
    return sorted([*check.of_notes(), *check.of_sentences(), *check.of_head()], key=lambda problem: (problem.start or 0, problem.code))


class Check:
    """One brief under check."""

    def __init__(self, text: str, book: Book, path: str, wording: Wording) -> None:
        self.lines, self.path, self.wording, self.index = text.split("\n"), path, wording, Index(book)
        self.withheld = Withheld(self.index, wording)
        self.notes = {note.number: note for note in endnotes(text)}
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def of_notes(self) -> Iterator[Problem]:
        """Endnotes whose claim is unknown or whose quotation is not what stands at the claim's place."""
        for note in self.notes.values():
            claim = self.index.claims.get(note.claim)
            document = self.index.documents.get(claim.span.doc) if claim else None
            if claim is None or document is None:
                yield self._problem(note.line, "unknown_claim", f"[c:{note.claim}] is no claim of this ledger")
                continue
            if claim.review == "rejected":
                yield self._problem(note.line, "claim_rejected", f"[c:{note.claim}] was rejected by a person")
            written = document.text[claim.span.start : claim.span.end]
            if note.quote not in (one_line(written), one_line(self.withheld.mask(written))):
                yield self._problem(
                    note.line, "quote_differs", f"[c:{note.claim}] quote differs from the document ({differing(written, note)})"
                )

    def of_head(self) -> Iterator[Problem]:
        """Hashes of decisions on which the brief rests and which are no longer in the ledger: the file of decisions was cut."""
        for number, line in enumerate(self.lines, 1):
            if self.wording.is_method(line):
                for head in sorted(set(HEAD.findall(line)) - set(self.index.book.decisions)):
                    yield self._problem(number, "head_unknown", f"the brief rests on decisions up to {head[:12]}…, which are not here")

    def of_sentences(self) -> Iterator[Problem]:
        """Sentences without a citation, citations without an endnote, and quoted words that no cited claim has."""
        for number, sentence in self.told():
            cited = [int(hit) for hit in CITATION.findall(sentence)]
            if not cited:
                yield self._problem(number, "no_citation", f'sentence has no citation: "{unescape(sentence)[:SHOWN]}"')
            for missing in sorted(set(cited) - self.notes.keys()):
                yield self._problem(number, "no_endnote", f"[{missing}] has no endnote")
            for words in self._foreign(sentence, cited) if cited else ():
                yield self._problem(number, "words_not_cited", f'quoted words are in no cited claim: "{words[:SHOWN]}"')

    def told(self) -> Iterator[tuple[int, str]]:
        """The sentences that need a citation, with their lines: all but headings, counts, tables of sources and endnotes."""
        exempt = {f"## {self.wording.phrase('headings', key)}" for key in ("base", "notes")}
        skipping = False
        for number, line in enumerate(self.lines, 1):
            if line.startswith("#"):
                skipping = line in exempt
            elif line.strip() and not skipping and not self._is_frame(number, line):
                body = LABEL.sub("", line)
                rows = [body] if line.startswith("|") else sentences(body, self.wording.words("abbreviations"))
                yield from ((number, sentence) for sentence in rows)

    def _is_frame(self, number: int, line: str) -> bool:
        """Whether a line is a table's head or rule, or a line of counts."""
        below = self.lines[number] if number < len(self.lines) else ""
        return bool(RULE.match(line) or (line.startswith("|") and RULE.match(below))) or self.wording.is_method(line)

    def _foreign(self, sentence: str, cited: list[int]) -> Iterator[str]:
        """Quoted words of a sentence that stand in none of the claims it cites."""
        texts = [bare(self.notes[number].quote.replace("↵", " ").replace("␍", " ")) for number in cited if number in self.notes]
        for quoted in QUOTED.findall(sentence):
            for piece in bare(unescape(quoted)).split("…"):
                if not any(piece.strip() in text for text in texts) and "…".join(texts).find(piece.strip()) < 0:
                    yield piece.strip()

    def _problem(self, line: int, code: str, message: str) -> Problem:
        return Problem(f"{self.path}:{line}", "check", code, message, start=self.starts[line - 1], end=self.starts[line] - 1)


def differing(written: str, note: Endnote) -> str:
    """How far an endnote's quotation is from the text: "1 word", "3 words", or "spacing" where all words are the same."""
    one, other = one_line(written).split(), note.quote.split()
    steps = difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    count = sum(max(b - a, d - c) for tag, a, b, c, d in steps if tag != "equal")
    return "spacing" if count == 0 else "1 word" if count == 1 else f"{count} words"
