"""What others say to the same thing without a verb of their own: "The guild speaks of six dead, the mayor of nine"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Token

from sayso.find.cue import Cue
from sayso.find.grammar import FINITE, NOUN_SUBJECTS, grammar_of, is_infinitive

MARKS = frozenset({",", ";"})
BEFORE = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN", "PART"})
"""Words of a noun phrase before its last."""
DEFINITE = frozenset({"det", "poss"})
BINDING = frozenset({"pledges", "threatens"})
"""Acts by which somebody tells what he is to do himself."""
LONGEST = 8
"""Words of the longest part without a verb that says what another one says."""


def with_gapped(cues: list[Cue], sentence: Sequence[Token], is_somebody: Callable[[Token], bool]) -> list[Cue]:
    """The cues of a sentence and, behind each, those of whoever says something to the same thing without a verb of saying."""
    marks = [token.i for token in sentence if token.text in MARKS or token.dep_ == "cc"] if cues else []
    if not marks:
        return cues
    found = [gap for cue in cues if cue.heads and not cue.negated and cue.token.i < marks[-1] for gap in _gaps(cue, sentence, is_somebody)]
    return cues + list({gap.token.i: gap for gap in found}.values())


def _gaps(cue: Cue, sentence: Sequence[Token], is_somebody: Callable[[Token], bool]) -> Iterator[Cue]:
    """The parts behind a cue that are a speaker and what answers to what the cue says: a number, the same preposition, "that"."""
    words = [token for token in sentence if token.i > cue.token.i and not token.is_space]
    starts = [n for n in range(1, len(words)) if _begins(words, n) and is_somebody(words[_last(words, n)])]
    counted = any(token.like_num for token in words[: starts[0]]) if starts else False
    before = {token.lower_ for token in words[: starts[0]] if token.dep_ == "prep"} if starts else set()
    to_do = cue.act in BINDING and any(map(is_infinitive, cue.heads)) and not _others_do(cue)
    for number, start in enumerate(starts):
        last = _last(words, start)
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(words)
        told = [token for token in _first_part(words[last + 1 : end]) if not (token.is_punct and token.text not in "$%")]
        binds = (
            to_do and len(told) > 1 and told[0].tag_ == "TO" and told[1].tag_ == "VB"
        )  # "agreed to leave, and the army to lift the siege"
        if not told or not (binds or _answers(told, before, counted)):
            return
        if told[0].dep_ == "mark" and (words[last].ent_type_ == "GPE" or not any(head.dep_ == "ccomp" for head in cue.heads)):
            return
        label = words[start if words[start - 1].dep_ == "cc" else start - 1 : last + 1]
        inside = {token.i for token in told}
        heads = tuple(token for token in told if token.head.i not in inside or token.head == token)
        yield Cue(words[start - 1], cue.act, heads, (words[last],), anyone=True, gapped=True, words=tuple(label))


def _others_do(cue: Cue) -> bool:
    """Whether others than who speaks are to do what an infinitive tells: "asked the guards to leave", "wants the guards to leave"."""
    asked = any(child.dep_ in ("dobj", "dative") for child in cue.token.children)
    return asked or any(child.dep_ in NOUN_SUBJECTS for head in cue.heads for child in head.children)


def _begins(words: Sequence[Token], n: int) -> bool:
    """Whether a definite noun phrase, a name or "others" begins behind a mark or an "and"."""
    mark, first = words[n - 1], words[n]
    if not (mark.text in MARKS or (mark.dep_ == "cc" and mark.lower_ in grammar_of(mark).joining)):
        return False
    article = first.dep_ in DEFINITE and (first.lower_ in grammar_of(first).definite or first.tag_ == "PRP$")
    return article or first.pos_ == "PROPN" or first.lower_ in grammar_of(first).somebody


def _last(words: Sequence[Token], n: int) -> int:
    """The place of the last word of the noun phrase that begins at a place."""
    while n + 1 < len(words) and words[n].pos_ in BEFORE and words[n + 1].pos_ in BEFORE - {"DET", "PRON"} and not words[n + 1].like_num:
        if words[n + 1].tag_ == "TO":
            break
        n += 1
    return n


def _first_part(told: Sequence[Token]) -> Sequence[Token]:
    """What one says up to a bracket or a mark, where it begins with a number: "214 (not counting the wounded), while ..."."""
    end = next((n for n, token in enumerate(told) if token.text in MARKS | {"("}), len(told))
    return told[:end] if told and told[0].like_num else told


def _answers(told: Sequence[Token], before: set[str], counted: bool) -> bool:
    """Whether words answer to those that a verb of saying has: "that he left", "nine or more", "at 400" behind "at 30"."""
    if told[0].dep_ == "mark" and told[0].lower_ in grammar_of(told[0]).relative_things:
        return any(token.tag_ in FINITE for token in told)
    number = any(token.like_num for token in told[:3])
    if len(told) > LONGEST or any(token.tag_ in FINITE for token in told) or not (number and counted):
        return False
    return told[0].lower_ in before or told[0].pos_ in ("NUM", "ADV", "ADJ") or told[0].like_num
