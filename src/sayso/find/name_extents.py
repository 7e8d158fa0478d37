"""How far the name of a body goes: what the parser cuts off behind it, and bodies that it has not seen at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from sayso.find.grammar import PLACES
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_end, sentence_start
from sayso.lang.grammar import any_of
from sayso.lang.language import Language

BODIES = frozenset({"armed_group", "government_body", "international_org", "company", "media", "other"})
"""Kinds of actors whose names may go on behind "of", "for" or a dash."""
NO_PARTS = frozenset({"PERSON", "DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
"""Labels of what no name of a body goes on with: "the party of Otto Brand", "the forces of 3 May"."""
WORDS = 10
"""How many words a name may have: longer runs of capitals are headings."""
PERSON_WORDS = 5
"""How many words a person's name may have."""
_WORD = r"(?:\w{1,4}[-’'])?[A-Z](?:[\w/-]|\.(?=\w))*(?:['’](?!s\b)\w+)*"
"""A word of a name: with a capital, also behind a short particle ("al-Harra")."""
_QUOTED = r"['\"‘“]\w[\w\s]{1,24}['\"’”]"
_RUN = rf"{_WORD}(?:\s{_WORD})*"
_DASH = re.compile("[-‐–—]")
_HALF = re.compile(r"[-‐‑][A-Z]\w+")
"""The other half of a family name: "Otto Lund-Brand"."""


class Extents:
    """Tells by the words around it where the name of a body ends, and sees bodies by the nouns that head their names."""

    def __init__(self, language: Language) -> None:
        table, self.words = language.rules("actors"), language.grammar
        by, article = any_of(self.words.belonging | self.words.purpose), any_of(self.words.articles)
        joining = any_of(self.words.joining)
        self._behind = re.compile(rf"\s(?P<by>{by})\s(?P<article>(?:{article})\s)?(?P<run>{_RUN})")
        self.topical = frozenset(table["about"]["bodies"])
        self._about = re.compile(rf"\s(?:{any_of(table['about']['words'])})\s(?P<article>(?:{article})\s)?(?P<run>{_RUN})")
        self._joined = re.compile(rf"\s(?:{joining})\s(?P<run>{_RUN})")
        self.heads, self.titles = frozenset(table["body_heads"]), frozenset(table["titles"])
        self.offices = frozenset(word for key in ("titles", "offices", "people", "speaking_for", "body_heads") for word in table[key])
        parts = "|".join(table["factions"])
        self._breakaway = re.compile(rf"\s(?:{'|'.join(table['breakaways'])})\b")
        self._rest = re.compile(rf"['\"’”]?\s(?i:{parts})\b")
        self._part = re.compile(rf"\s?[-‐–—]\s*(?:(?:['\"‘“]?{_WORD}['\"’”]?|{_QUOTED}|{joining})\s){{1,6}}(?i:{parts})\b")

    def end(self, passage: Passage, start: int, end: int) -> int:
        """Where a body's name really ends that seems to stand from `start` to `end` (code points of the stored text)."""
        if self.heads & set(re.split(r"[\s-]+", passage.text[start:end].lower())):
            end = self._described(passage, start, end)
        about = self._about.match(passage.text, end, passage.block.end)
        if (
            about
            and self.topical & {word.lower() for word in passage.text[start:end].split()[-1:]}
            and self._is_topic(passage, start, about)
        ):
            end = self._with_joined(passage, about.start("run"), about.end("run"))
        part = self._breakaway.match(passage.text, end, passage.block.end)
        part = part or (self._rest if _DASH.search(passage.text, start, end) else self._part).match(passage.text, end, passage.block.end)
        return part.end() if part is not None and _words(passage, start, part.end()) <= WORDS else end

    @staticmethod
    def _is_topic(passage: Passage, start: int, about: re.Match[str]) -> bool:
        """Whether what stands behind "on" is what a body is about: no day, and no person ("the Panel on Monday", "on Otto Brand")."""
        run = passage.tokens(*about.span("run"))
        named = bool(run) and (run[0].ent_type_ not in NO_PARTS or (bool(about["article"]) and run[0].ent_type_ == "PERSON"))
        return named and _words(passage, start, about.end()) <= WORDS

    def end_of_person(self, passage: Passage, start: int, end: int) -> int:
        """Where a person's name really ends, of whose family names the parser has seen only the first, or half of one with a hyphen."""
        if half := _HALF.match(passage.text, end, passage.block.end):
            end = half.end()
        last = first = passage.tokens(start, end)[-1]
        while (
            (behind := _capital(last, 1)) is not None
            and behind.ent_type_ in ("", "PERSON")
            and behind.tag_ == "NNP"
            and _is_one(last, behind)
        ):
            last = behind
        return passage.end(last) if last != first and _words(passage, start, passage.end(last)) <= PERSON_WORDS else end

    def _described(self, passage: Passage, start: int, end: int) -> int:
        """The end of a name whose last noun is followed by what the body is of or for."""
        text = passage.text
        marks = [f" {word} " for word in self.words.purpose if f" {word} " in text[start + 1 : end]]
        if marks:
            end = self._with_joined(passage, max(text.rfind(mark, start, end) + len(mark) for mark in marks), end)
        while (behind := self._behind.match(passage.text, end, passage.block.end)) and self._goes_on(passage, start, end, behind):
            end = self._with_joined(passage, behind.start("run"), behind.end("run"))
        return end

    def _with_joined(self, passage: Passage, start: int, end: int) -> int:
        """The end of what a body is for, with what "and" joins to it."""
        joined = self._joined.match(passage.text, end, passage.block.end)
        return joined.end("run") if joined is not None and self._is_joined(passage, start, end, joined) else end

    def _goes_on(self, passage: Passage, start: int, end: int, behind: re.Match[str]) -> bool:
        """Whether "of ..." or "for ..." belongs to the name before it."""
        name, run = passage.tokens(start, end), passage.tokens(*behind.span("run"))
        by = passage.tokens(*behind.span("by"))
        first = next((token for token in run if token.lower_.strip(".") not in self.titles), None)  # "the Front of General Otto Brand"
        person = first is not None and first.ent_type_ in NO_PARTS and not behind["article"]  # "the Levant" is nobody
        if not (name and run and by) or person or _words(passage, start, behind.end()) > WORDS:
            return False
        hangs, described = by[0].head in name, len(passage.text[start:end].split()) > 1
        if all(token.ent_type_ in PLACES or token.pos_ == "PUNCT" for token in run):
            aim = behind["by"] in self.words.purpose and bool(behind["article"])  # "the Movement for the Hills"
            return (described or aim) and (hangs or (behind["by"] in self.words.belonging and name[-1].lower_ in self.heads))
        whole = run[-1].lower_ in self.heads or run[0].ent_type_ == "ORG"  # a body by itself: "left the Front for the Hill Brigades"
        if behind["by"] in self.words.belonging:
            return hangs or name[-1].lower_ in self.heads or (bool(behind["article"]) and not whole)
        return not whole and (hangs or bool(behind["article"]))

    def _is_joined(self, passage: Passage, start: int, end: int, joined: re.Match[str]) -> bool:
        """Whether "and ..." goes on with what a body is of or for: "for Justice and Peace", unlike "of Ruritania and the Front"."""
        before, run = passage.tokens(start, end), passage.tokens(*joined.span("run"))
        if not (before and run) or before[-1].ent_type_ in PLACES or run[0].ent_type_ in NO_PARTS | PLACES:
            return False
        one = len(run) == 1 and not run[0].text.isupper()  # "for Peace and Justice", of which the parser makes two names
        return any(token.dep_ == "conj" and token.head in before for token in run) and (one or run[0].ent_iob_ != "B")

    def unseen(self, passage: Passage, own: frozenset[str]) -> Iterator[tuple[int, int]]:
        """The names of bodies that the parser takes for no entity, told by the noun at their head; words of `own` begin none."""
        if passage.block.kind == "heading":
            return
        for token in passage.parse:
            if token.ent_type_ or token.lower_ not in self.heads or not token.text[0].isupper():
                continue
            if _capital(token, 1):
                yield from self._headed(passage, token)
                continue
            first = token
            while (before := _capital(first, -1)) is not None and before.text not in own and not before.ent_type_:
                first = before
            start, end = passage.start(first), self.end(passage, passage.start(first), passage.end(token))
            if 1 < _words(passage, start, end) <= WORDS:
                yield start, end

    def _headed(self, passage: Passage, first: Token) -> Iterator[tuple[int, int]]:
        """A name of which the noun at its head is the first word: "the Front Civique", not "the Army Chief"."""
        last = first
        while (behind := _capital(last, 1)) is not None and not behind.ent_type_ and behind.tag_ == "NNP":
            last = behind
        whole = last != first and _capital(first, -1) is None and first.dep_ == "compound" and first.head == last
        if whole and last.lower_ not in self.offices and _words(passage, passage.start(first), passage.end(last)) <= PERSON_WORDS:
            yield passage.start(first), passage.end(last)


def _is_one(token: Token, behind: Token) -> bool:
    """Whether the word behind a name's last one belongs to the same name, by the parse."""
    return token.dep_ == "compound" and token.head.i >= behind.i and (behind.head == token.head or token.head == behind)


def _capital(token: Token, step: int) -> Token | None:
    """The word right before (-1) or behind (1) a token, where it has a capital and belongs to the same run of words."""
    other = token.doc[token.i + step] if sentence_start(token) <= token.i + step < sentence_end(token) else None
    if other is None or not other.text[0].isupper() or other.pos_ not in ("PROPN", "NOUN", "ADJ"):
        return None
    return other if (other if step < 0 else token).whitespace_ == " " else None


def _words(passage: Passage, start: int, end: int) -> int:
    return len(passage.text[start:end].split())
