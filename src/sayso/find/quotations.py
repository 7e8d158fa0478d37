"""The quotations of a passage: where they stand, and which stand beside a word of saying that has no clause of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.find.passages import Passage
from sayso.find.sentences import sentence_of
from sayso.records.document import Span

OPENS = frozenset("“«„")
"""Marks that only open. One that is never closed runs to the end of its passage: the next paragraph goes on with the quotation."""
CLOSES = "”"
STOPS = frozenset(".!?")
"""Marks that end a sentence."""
ENDS = frozenset(",.;")
"""Marks right behind a quotation mark that closes, though a space stands before it too."""
JOINING = frozenset({"ADV", "CCONJ", "SCONJ"})
"""Parts of speech of a word that goes on from the passage before."""
MOSTLY = 0.8
"""The share of a clause's words that must stand in a quotation for the clause to be the quoted person's."""
_SIGNED = re.compile(r"[\s.,]*[―—–]\s*(?P<name>[A-Z][^\n“”\"―—–:;!?]{2,60}?)\s*(?=$|[“\"\n])")


class Quotations:
    """The quotations of one passage, as ranges of places of tokens, without their marks."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.ranges = tuple(_ranges(passage))
        self._at = {place: one for one in self.ranges for place in one}

    def at(self, place: int) -> range | None:
        """The quotation in which a token stands."""
        return self._at.get(place)

    def around(self, tokens: Sequence[Token]) -> range | None:
        """The quotation in which most of the tokens stand."""
        solid = [token for token in tokens if not token.is_punct]
        for one in {self.at(token.i) for token in solid}:
            if one is not None and sum(token.i in one for token in solid) > MOSTLY * len(solid):
                return one
        return None

    def span(self, tokens: Iterable[Token]) -> Span | None:
        """The range of the tokens as `Passage.span` gives it, to the mark that closes a quotation where only marks stand before that."""
        found = [token for token in tokens if not token.is_space]
        span = self.passage.span(found)
        last = max((token.i for token in found if not token.is_punct), default=None)
        one = self.at(last) if last is not None else None
        if span is None or last is None or one is None or one.stop >= len(self.passage.parse):
            return span
        left = self.passage.parse[last + 1 : one.stop]
        closed = all(token.is_punct or token.is_space for token in left)
        return replace(span, end=max(span.end, self.passage.end(self.passage.parse[one.stop]))) if closed else span

    def beside(self, cue: Token, speakers: Sequence[Token], sentence: Tokens) -> list[Token]:
        """The quoted words that a cue without a clause stands beside: of its own sentence, else of the sentence right before it."""
        own = {token.i for speaker in speakers for token in speaker.subtree if speaker.head != speaker}
        here = [token for token in sentence if token.i not in own and self.at(token.i) not in (None, self.at(cue.i))]
        if here:
            first = self.at(here[0].i)
            return [token for token in here if self.at(token.i) is first]
        before = sentence.start - 1
        while before >= 0 and (self.passage.parse[before].is_space or self.passage.parse[before].is_quote):
            before -= 1
        quotation = self.at(before) if before >= 0 else None
        if quotation is None or cue.i in quotation or self.passage.parse[before].text == "?":
            return []
        last = sentence_of(self.passage.parse[before])
        return [token for token in last if token.i in quotation]

    def opens(self, one: range) -> bool:
        """Whether a quotation opens its passage, or has no more before it than a word that goes on: "Furthermore, "the road was shut"."""
        words = [token for token in self.passage.parse[: one.start] if token.is_alpha]
        return not words or (len(words) == 1 and words[0].pos_ in JOINING and self.passage.parse[words[0].i + 1].is_punct)

    def signature(self, one: range) -> Span | None:
        """Who signs a quotation, where a dash and a name stand behind it."""
        if one.stop >= len(self.passage.parse):
            return None
        start = self.passage.end(self.passage.parse[one.stop])
        found = _SIGNED.match(self.passage.text, start, self.passage.block.end)
        return Span(self.passage.sha, *found.span("name")) if found else None


def _ranges(passage: Passage) -> list[range]:
    """The ranges between marks. A mark that can only open while another is open begins anew; one that can only close and closes nothing
    is left out; marks side by side are one.
    """
    found: list[range] = []
    opened: tuple[int, str] | None = None
    last = -2
    for token in passage.parse:
        if token.text != '"':
            continue
        beside, last = token.i == last + 1 and not token.nbor(-1).whitespace_, token.i  # "... went." "They ..." are two
        mark, opens, closes = _sides(passage, token)
        if beside:
            opened = (token.i, mark) if opened is not None and opened[0] == token.i - 1 else opened
        elif opened is None:
            opened = (token.i, mark) if opens or not closes else None
        elif opens and not closes:
            if opened[1] in OPENS and token.nbor(-1).text in STOPS:  # "We are here. "As for them, none came." opens twice
                found.append(range(opened[0] + 1, token.i))
            opened = (token.i, mark)
        else:
            found.append(range(opened[0] + 1, token.i))
            opened = None
    if opened is not None and (opened[1] in OPENS or opened[0] == 0):
        found.append(range(opened[0] + 1, len(passage.parse)))
    return found


def _sides(passage: Passage, token: Token) -> tuple[str, bool, bool]:
    """The mark as it stands in the text, and whether by what stands beside it it can open and can close a quotation."""
    at, end = passage.start(token), passage.end(token)
    mark, before, behind = passage.text[at], passage.text[at - 1 : at], passage.text[end : end + 1]
    if mark in OPENS or mark == CLOSES:
        return mark, mark in OPENS, mark == CLOSES
    apart = not before.strip() or before in "([-—–"
    ends = behind in ENDS and passage.text[end : end + 2] != ".."  # "...with the army ", he said"
    return mark, apart and not ends and bool(behind.strip()), ends or (not apart and (not behind.strip() or not behind.isalnum()))
