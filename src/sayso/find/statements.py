"""Texts that a party put out itself: a report that is one ("Press Release"), and one that a report prints in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.find.grammar import FINITE
from sayso.find.passages import Passage
from sayso.find.quotations import Quotations
from sayso.find.stage import Stage
from sayso.find.voices import VoiceFinder
from sayso.records.claim import Voice
from sayso.records.document import Span

HEAD = 6
"""Blocks at the head of a report among which the line stands that calls it a statement."""
LINE = 8
"""Words of the longest such line, and of the longest one that addresses somebody ("To the people of the valley:")."""
OF_HEAD = 200
"""Code points of a block at the head of a report in which it is looked for what that is called."""
LABEL = re.compile(r"\[([^\[\]]+)\]")
"""Words in square brackets at the head of a report: of what kind it is, and whose words it holds."""
AGAIN = 2
"""How often a text must tell of its own warriors to be that of a warring side."""
OPENING = 3
"""Blocks behind the line that announces a printed text in which it begins."""


@dataclass(frozen=True, slots=True)
class Hints:
    """By what a whole text of somebody's is known: by "I" and "we", by verbs with which others are told to speak, by what ends it."""

    is_author: Callable[[Token], bool]
    tells: Callable[[Token], bool]
    ends: re.Pattern[str]


def put_out(passages: Sequence[Passage], voices: VoiceFinder, stage: Stage, kinds: Container[str]) -> tuple[dict[int, Voice], str]:
    """Whose words the passages are that a party put out, by their starts, and the lines of the head by which all of a report is one's.

    `kinds` are the labels in brackets behind which stands whose words follow.
    """
    if (spoken := spoken_by(passages, voices)) is not None:
        line, voice = spoken
        return {passage.block.start: voice for passage in passages if passage.block.kind != "heading"}, line
    texts = printed(passages, lambda line: voices.announced(line, stage))
    if passages and (label := labelled(passages, kinds)) is not None:
        texts = dict.fromkeys((passage.block.start for passage in passages), whose(passages[0], *label, voices))
        return texts, " ".join(passages[0].text[slice(*label)].split()).casefold()
    return texts, "" if texts else issuing_head(passages, voices.issuers.is_called)  # else the report only prints it


def spoken_by(passages: Sequence[Passage], voices: VoiceFinder) -> tuple[str, Voice] | None:
    """The line at the head of a text that tells whose speech all of it is, in small letters, and the voice: "Briefer: General Ivo Marek".

    Somebody has to say "I" or "we" in it: else it only reports on a speech.
    """
    for passage in passages[:HEAD]:
        start = passage.block.start
        for line in passage.text[start : passage.block.end].splitlines(keepends=True) if passage.block.kind == "heading" else ():
            end = start + len(line.rstrip())
            if any(pattern.match(line.strip()) for pattern in voices.issuers.spoken) and not _tells(passage, start, end):
                persons = (name for name in voices.cast.names if name.kind == "person" and start <= name.start < end)
                said = any(in_first_person(one, Quotations(one), voices.is_author) for one in passages)
                if said and (name := next(persons, None)) is not None and not _goes_on(passage, name.end, end):
                    return " ".join(line.split()).casefold(), voices.named(passage, name.start, name.end)
            start += len(line)
    return None


def _tells(passage: Passage, start: int, end: int) -> bool:
    """Whether a line is a sentence: "Remarks by the minister anger traders"."""
    return any(token.tag_ in FINITE and start <= passage.start(token) < end for token in passage.parse)


def _goes_on(passage: Passage, start: int, end: int) -> bool:
    """Whether a line goes on behind a name with more than his office, the day or his hearers."""
    behind = next((token for token in passage.parse if start <= passage.start(token) < end and not token.is_space), None)
    return behind is not None and not behind.is_punct and behind.pos_ not in ("ADP", "PART")


def issuing_head(passages: Sequence[Passage], calls: Callable[[str], bool]) -> str:
    """The lines at the head of a report that calls itself a statement, in small letters: they name who puts it out. Else empty.

    `calls` says whether a line is what such texts are called.
    """
    lines = [_words(passage) for passage in passages[:HEAD] if passage.block.kind == "heading"]
    called = next((n for n, line in enumerate(lines) if line.count(" ") < LINE and calls(line)), None)
    return "\n".join(lines[: called + 1]) if called is not None else ""


def warring_head(passages: Sequence[Passage], is_author: Callable[[Token], bool], warriors: Container[str]) -> str:
    """The headings of a text that who writes it puts out for a warring side, in small letters; empty if it does not.

    Whoever tells again and again of his own `warriors` (lemmas), outside of quotations, is one of that side: "our fighters".
    """
    told = 0
    for passage in passages:
        quotations = Quotations(passage)
        mine = [token for token in passage.parse if token.dep_ == "poss" and is_author(token) and token.head.lemma_.lower() in warriors]
        announced = {token.i for token in passage.parse if token.text == ":"}
        told += sum(quotations.at(token.i) is None and not any(at < token.i for at in announced) for token in mine)
    return "\n".join(_words(passage) for passage in passages[:HEAD] if passage.block.kind == "heading") if told >= AGAIN else ""


def labelled(passages: Sequence[Passage], kinds: Container[str]) -> tuple[int, int] | None:
    """Where the head of a report names whose words all of it is: "[Communique] [Dawn Front] [Text]"; None where it does not.

    `kinds` are the labels, in small letters, behind which stands whose words follow.
    """
    text, first = passages[0].text, passages[0].block.start
    labels = [found.span(1) for found in LABEL.finditer(text, 0, first)]
    called = (n for n, (start, end) in enumerate(labels[:-2]) if text[start:end].casefold() in kinds)
    return next((labels[n + 1] for n in called), None)


def whose(passage: Passage, start: int, end: int, voices: VoiceFinder) -> Voice:
    """The voice of a label that names whose a text is: the person whom it names, or the body of the document named longest in it."""
    label = passage.text[start:end]
    words, person = " ".join(label.split()), voices.named(passage, start, start + len(label.partition(",")[0]))
    named = (name for name in voices.cast.names if name.kind != "person" and name.text.casefold() in words.casefold())
    bodies = (name for name in named if 2 * len(name.text) >= len(words) or f"({name.text})" in words or f"{name.text} (" in words)
    body = max(bodies, key=lambda name: len(name.text), default=None)
    known = person.name if person.name != person.text or body is None else voices.cast.full[body]
    return Voice(label, Span(passage.sha, start, end), known)


def is_record(passages: Sequence[Passage], called: Sequence[re.Pattern[str]]) -> bool:
    """Whether a report's head calls it a summary or minutes of what was said: then all in it is somebody's words."""
    return any(pattern.search(_words(passage)[:OF_HEAD]) for passage in passages[:HEAD] for pattern in called)


def printed(passages: Sequence[Passage], announced: Callable[[Passage], Voice | None]) -> dict[int, Voice]:
    """Whose words the passages of a printed text are, by their starts. `announced` tells whose text a line announces.

    They begin where it addresses somebody, or counts its first point, and end before the next line that is no sentence.
    """
    found: dict[int, Voice] = {}
    for place, passage in enumerate(passages):
        if passage.block.kind != "heading" or (voice := announced(passage)) is None:
            continue
        behind = list(passages[place + 1 : place + 1 + OPENING])
        begun = next((n for n, one in enumerate(behind) if _opens(one)), None)
        if begun is not None:
            found.update((one.block.start, voice) for one in _until_heading(passages[place + 1 + begun :]))
    return found


def in_first_person(passage: Passage, quotations: Quotations, is_author: Callable[[Token], bool]) -> bool:
    """Whether somebody says "I" or "we" in a passage outside of quotations."""
    return any(is_author(token) and quotations.at(token.i) is None for token in passage.parse)


def spoken_on(voice: Voice, passages: Sequence[Passage], hints: Hints, opens: bool) -> dict[int, Voice]:
    """Whose words the first of these passages, behind "The minister said:", are, by their starts, where a whole text of his stands there.

    Somebody has to say "I" or "we" in one of them, or the line opens the report (`opens`) and nobody is told to say anything behind it;
    and none may hold a longer quotation: else a report goes on behind a few such words.
    """
    speaker = {words.split()[-1] for words in (voice.name, voice.text) if words}  # "Otto Brand", "the Foreign Secretary"
    found: list[Passage] = []
    for passage in _until_heading(passages):
        words = passage.text[passage.block.start : passage.block.end].strip()
        if words.endswith(":") or any(name in words for name in speaker) or hints.ends.match(words):
            break
        found.append(passage)
    quotations = [Quotations(passage) for passage in found]
    own = any(in_first_person(passage, marks, hints.is_author) for passage, marks in zip(found, quotations, strict=True))
    own = own or (opens and not any(hints.tells(token) for passage in found for token in passage.parse))
    quoted = any(len(words) > LINE for marks in quotations for words in marks.ranges)
    return {passage.block.start: voice for passage in found} if own and not quoted else {}


def _until_heading(passages: Sequence[Passage]) -> Iterator[Passage]:
    for passage in passages:
        if passage.block.kind != "paragraph":
            return
        yield passage


def _opens(passage: Passage) -> bool:
    """Whether a passage addresses somebody ("To the people of the valley:") or is a first point ("First. We ...")."""
    words = [token for token in passage.parse if not token.is_space]
    if not words or passage.block.kind != "paragraph":
        return False
    address = words[-1].text == ":" and len(words) <= 2 * LINE and not any(token.tag_ in FINITE for token in words)
    point = len(words) > 1 and words[0].ent_type_ == "ORDINAL" and words[1].text in ".,:"
    return address or point


def _words(passage: Passage) -> str:
    return passage.text[passage.block.start : passage.block.end].strip().casefold()
