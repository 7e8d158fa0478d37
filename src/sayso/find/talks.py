"""What goes on over paragraphs: the turns of a talk, each under the label of who speaks ("VELK: ..."), and long quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from spacy.tokens import Token

from sayso.find.grammar import FINITE, NOUN_SUBJECTS
from sayso.find.insertions import is_remark
from sayso.find.names import Name
from sayso.find.passages import Passage
from sayso.find.turn_labels import Label, TurnLabels
from sayso.lang.language import Language

_LABEL = re.compile(r"\s*\[(?P<name>[A-Z][\w.'’-]+(?: [\w.'’-]+){0,3})(?:, [^\[\]]{1,40})?\]\s")
_ASIDE = re.compile(r"\s*\[[^\[\]]+\]\s*")
_MARK = re.compile(r"[\"“”]|''|``")
AGAIN = 2
"""How often a label must stand for its paragraphs to be turns of a talk."""
LONGEST = 20
"""Paragraphs in the middle of the longest quotation."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The label that opens a turn: code points of its name, and where what is said begins; `speaker` is the longest label of who speaks."""

    start: int
    end: int
    words: int
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns of a talk by the start of their passage, and the starts of the passages that go on from the turn before them."""

    turns: Mapping[int, Turn] = field(default_factory=dict)
    going_on: frozenset[int] = frozenset()

    def with_(self, other: Talk) -> Talk:
        """This talk with the turns of another one."""
        return Talk({**self.turns, **other.turns}, self.going_on | other.going_on)


def partner(talk: Talk, text: str, start: int) -> Turn | None:
    """A turn of him to whom the one speaks whose turn, or what goes on from it, begins at a place.

    It is that of who speaks next; behind the last turn that of who spoke before.
    """
    own = max((turn for at, turn in talk.turns.items() if at <= start), key=lambda turn: turn.start, default=None)
    if own is None or not (start in talk.turns or start in talk.going_on):
        return None
    called = _speakers({turn.speaker or text[turn.start : turn.end] for turn in talk.turns.values()})
    own_name = called[own.speaker or text[own.start : own.end]]
    others = [turn for turn in talk.turns.values() if called[turn.speaker or text[turn.start : turn.end]] != own_name]
    behind = (turn for turn in others if turn.start > own.start)
    return min(behind, key=lambda turn: turn.start, default=max(others, key=lambda turn: turn.start, default=None))


def _speakers(labels: Collection[str]) -> dict[str, str]:
    """For each label the shortest with which it ends, or that is its initials: "Brand" for "Otto Brand", "OB" for both of its words."""
    folded = {label: f" {label}".casefold() for label in labels}
    initials = {label: "".join(word[0] for word in label.split()) for label in labels if " " in label}
    return {
        label: min((other for other in labels if own.endswith(folded[other]) or initials.get(label) == other), key=len)
        for label, own in folded.items()
    }


class TalkFinder:
    """Finds the talk that a document prints, by the table `layout` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("layout")
        self.labels, self.heard_before = TurnLabels(language), table["voices_heard"]
        self.begins, self.ends = (re.compile(table["recordings"][key], re.IGNORECASE) for key in ("begins", "ends"))
        self.is_remark = partial(is_remark, language=language)

    def of(self, passages: Sequence[Passage], ending_with: Callable[[str], Sequence[Name]]) -> Talk:
        """The talk of a document; `ending_with` gives the names in it that end with a word."""
        taped = recorded(passages, self.begins, self.ends)
        return self._labelled(passages, ending_with).with_(taped if taped.turns else bracketed(passages, self.is_remark, self.heard_before))

    def _labelled(self, passages: Sequence[Passage], ending_with: Callable[[str], Sequence[Name]]) -> Talk:
        """A talk of two speakers or more, each labelled again and again, or of one such beside marked questions.

        Labels may also stand on lines of their own, where one of them is the name of a person.
        """
        spoken = [passage for passage in passages if passage.block.kind != "heading"]
        found = {p.block.start: hit for p in spoken if (hit := self.labels.at(p.text, p.block.start, p.block.end)) is not None}
        asked = any(p.block.kind == "question" and p.block.start not in found for p in passages)
        if (talk := _talk(passages, found, asked)) is not None:
            return talk
        lines = _on_lines(passages, self.labels)
        named = any(name.kind == "person" for hit in lines.values() for name in ending_with(hit.name.split()[-1]))
        return (_talk(passages, lines, asked=False) if named else None) or Talk()


def _talk(passages: Sequence[Passage], found: Mapping[int, Label], asked: bool) -> Talk | None:
    """The talk of these labels, by the starts of the passages that they open; None where they make none."""
    called = _speakers({hit.key for hit in found.values()})
    often = Counter(called[hit.key] for hit in found.values())
    speakers = sum(count >= AGAIN for count in often.values())
    if speakers < AGAIN and not (speakers and asked):
        return None
    title = 0 if 0 in found and sum(hit.name == found[0].name for hit in found.values()) == 1 else None  # "Gov Brand: the dam is safe"
    again = [start for start, hit in found.items() if often[called[hit.key]] >= AGAIN and start != title]
    first, last = _with_introduced(list(found), again, {start for start, hit in found.items() if hit.introduced})
    longest: dict[str, str] = {}
    for hit in found.values():
        longest[called[hit.key]] = max(longest.get(called[hit.key], ""), hit.name, key=len)
    turns = {start: Turn(hit.start, hit.end, hit.words, longest[called[hit.key]]) for start, hit in found.items() if first <= start <= last}
    return Talk(turns, frozenset(_going_on(passages, turns)))


def _on_lines(passages: Sequence[Passage], labels: TurnLabels) -> dict[int, Label]:
    """The labels that stand on a line of their own above what is said; none where two of them are one speaker's in a row."""
    pairs = [(one, behind) for one, behind in pairwise(passages) if one.block.kind == "heading" and behind.block.kind != "heading"]
    found = {one.block.start: hit for one, _ in pairs if (hit := labels.alone(one.text, one.block.start, one.block.end)) is not None}
    called = _speakers({hit.key for hit in found.values()})
    often = Counter(called[hit.key] for hit in found.values())
    found = {start: hit for start, hit in found.items() if often[called[hit.key]] >= AGAIN}
    in_turn = all(called[one.key] != called[other.key] for one, other in pairwise(found.values()))
    return found if in_turn else {}


def _with_introduced(labelled: list[int], again: list[int], introduced: set[int]) -> tuple[int, int]:
    """From where to where a talk goes: with those who have the word once before or behind it, and of whom a bracket tells who they are."""
    first, last = labelled.index(again[0]), labelled.index(again[-1])
    while first and labelled[first - 1] in introduced:
        first -= 1
    while last + 1 < len(labelled) and labelled[last + 1] in introduced:
        last += 1
    return labelled[first], labelled[last]


def lay_open(passage: Passage, turn: Turn) -> None:
    """Makes the verb of a turn's first words the head of their sentence where the parser takes its label for it: "OTTO BRAND: We left"."""
    label = passage.tokens(passage.block.start, turn.words)
    root = next((token for token in label if token.dep_ == "ROOT"), None)
    behind = [] if root is None else [child for child in root.children if child.i > label[-1].i]
    verb = next((child for child in behind if _is_whole(child)), None)
    if root is None or verb is None:
        return
    verb.head, verb.dep_, root.dep_ = verb, "ROOT", "dep"
    for token in (root, *(child for child in behind if child != verb)):
        token.head = verb


def _is_whole(verb: Token) -> bool:
    """Whether a verb has a subject, or "there", and it or its helping verb is finite."""
    told = verb.tag_ in FINITE or any(child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE for child in verb.lefts)
    return told and any(child.dep_ in ("expl", *NOUN_SUBJECTS) for child in verb.children)


def _going_on(passages: Sequence[Passage], turns: Mapping[int, Turn]) -> list[int]:
    """What stands behind a turn without a label; behind the last one as much as behind another before, the rest is the report's own."""
    runs: list[list[int]] = []
    speaking = False
    for passage in passages:
        start, kind = passage.block.start, passage.block.kind
        if start in turns:
            runs.append([])
        elif speaking and kind in ("paragraph", "answer"):
            runs[-1].append(start)
        speaking = start in turns or (speaking and kind != "question")
    longest = max(map(len, runs[:-1]), default=0)
    return [start for run in runs for start in (run if run is not runs[-1] else run[:longest])]


def recorded(passages: Sequence[Passage], begins: re.Pattern[str], ends: re.Pattern[str]) -> Talk:
    """The turns of recordings that a monitored broadcast prints between marks, each behind a name in brackets: "[Velk] We will stay."."""
    turns: dict[int, Turn] = {}
    going_on: list[int] = []
    inside = speaking = False
    for passage in passages:
        start, end = passage.block.start, passage.block.end
        mark = begins.search(passage.text, start, end)
        inside = inside or mark is not None
        hit = _LABEL.match(passage.text, mark.end() if mark else start, end) if inside else None
        if hit is not None:
            turns[start] = Turn(*hit.span("name"), hit.end())
        elif speaking:
            going_on.append(start)
        speaking = (hit is not None or speaking) and inside
        if ends.search(passage.text, start, end):
            inside = speaking = False
    return Talk(turns, frozenset(going_on))


def bracketed(passages: Sequence[Passage], is_remark: Callable[[str], object], heard: Mapping[str, str]) -> Talk:
    """The talk of a document whose turns open with a name in brackets ("[Velk] We will stay."): two names, one of them again and again.

    `is_remark` tells what in brackets is no name ("[sic]"); of `heard`, patterns, "before" is what a label tells that is heard before
    somebody speaks ("[Music, then announcer]"), and "as" how it tells who a voice is ("[Second voice, introduced as Velk]"). All behind
    the first label is said by who was named last, but what stands in brackets alone.
    """
    label = re.compile(
        rf"\s*\[(?:(?i:{heard['before']}))?(?P<name>(?<!\[)[a-z]\w+|[A-Z][\w.'’-]+(?: [\w.'’-]+){{0,3}})(?:, [^\[\]]{{1,60}})?\]\s"
    )
    known = re.compile(rf"\s*\[[^\[\]]{{1,60}}?(?:{heard['as']}) (?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}})[^\[\]]{{0,60}}\]\s")
    matches = {p.block.start: _hit((known, label), p) for p in passages}
    found = {start: hit for start, hit in matches.items() if hit is not None and not is_remark(hit["name"])}
    called = _speakers({hit["name"] for hit in found.values()})
    often = Counter(called[hit["name"]].casefold() for hit in found.values())
    if len(often) < AGAIN or max(often.values()) < AGAIN:
        return Talk()
    turns = {start: Turn(*hit.span("name"), hit.end()) for start, hit in found.items()}
    spoken = (p.block.start for p in passages if not _ASIDE.fullmatch(p.text, p.block.start, p.block.end))
    return Talk(turns, frozenset(start for start in spoken if start > min(turns) and start not in turns))


def _hit(patterns: Iterable[re.Pattern[str]], passage: Passage) -> re.Match[str] | None:
    """The first of the patterns that matches the start of a passage."""
    return next(filter(None, (pattern.match(passage.text, passage.block.start, passage.block.end) for pattern in patterns)), None)


def quoted_on(passages: Sequence[Passage]) -> frozenset[int]:
    """The starts of the passages that stand inside a quotation which opens an earlier one and closes at the end of the last of them.

    Only the first of such paragraphs has the opening mark: statements are often printed so.
    """
    found: list[int] = []
    inside: list[int] | None = None
    for passage in passages:
        text = passage.text[passage.block.start : passage.block.end].strip()
        marks = [mark.span() for mark in _MARK.finditer(text)]
        if len(marks) == 1 and marks[0][0] == 0:
            inside = []
        elif inside is not None and not marks and len(inside) < LONGEST:
            inside.append(passage.block.start)
        else:
            closed = inside is not None and len(marks) == 1 and marks[0][1] == len(text)
            found += [*(inside or ()), passage.block.start] if closed else []
            inside = None
    return frozenset(found)
