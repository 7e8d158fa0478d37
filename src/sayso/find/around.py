"""Ties told around what is said: who a speaker is, in the words that no utterance takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.find.extents import MOST
from sayso.find.grammar import mark_of
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.stage import AUTHOR_VOICE
from sayso.find.ties import FoundTie, ties
from sayso.find.utterance import Utterance
from sayso.records.claim import Act, Claim, Polarity, Voice
from sayso.records.document import Span

SILENT = frozenset({"heading", "question"})
"""Kinds of blocks that state nothing: a heading leaves out words, a question asks."""


def around(told: Sequence[tuple[Passage, Utterance]], scene: Scene, passages: Sequence[Passage]) -> Iterator[Claim]:
    """The ties in the words of each passage that are nobody's utterance: "Otto Brand, head of the council, said ...".

    So are those of a line that only tells whose words follow: "Minister Otto Brand said:".
    """
    said: dict[Passage, list[Utterance]] = defaultdict(list)
    said.update((passage, []) for passage in passages if passage.text[: passage.block.end].rstrip().endswith(":"))
    reasons = scene.language.words("ties")["reasons"] | scene.language.grammar.role
    for passage, utterance in told:
        said[passage].append(utterance)
    for passage, utterances in said.items():
        if passage.block.kind in SILENT:
            continue
        taken = {token.i for utterance in utterances for token in utterance.tokens}
        voice = _teller(passage, utterances)
        for sentence in passage.sentences:
            rest = [token for token in sentence if not token.is_space and token.i not in taken]
            for tie in ties(passage, rest, scene):
                span = _clause(passage, tie, rest)
                if span is not None and tie.hypothetical == tie.undone and span.size <= MOST:
                    yield tie_claim(passage, tie, span, _reasoner(tie, span, utterances, reasons) or (voice,), "asserts")


def tie_claim(passage: Passage, tie: FoundTie, span: Span, voices: tuple[Voice, ...], act: Act) -> Claim:
    """The claim that a tie holds, with those of its ends and dates that stand in its clause."""
    ends = (tie.subject, tie.object, tie.since, tie.until)
    slots = tuple(slot for slot in ends if slot is not None and slot.span.within(span))
    polarity: Polarity = "denies" if tie.negated else "affirms"
    return Claim("", span, passage.quote(span), voices, act, polarity, "certain", "tie", tie.predicate, slots=slots, found_by="rules")


def _teller(passage: Passage, utterances: Sequence[Utterance]) -> Voice:
    """Who tells what stands around the utterances of a passage: who answers in an interview, else the author."""
    own = [utterance.voices[0] for utterance in utterances if utterance.cue is None]
    return own[0] if own and passage.block.kind == "answer" else AUTHOR_VOICE


def _reasoner(tie: FoundTie, span: Span, utterances: Sequence[Utterance], reasons: frozenset[str]) -> tuple[Voice, ...] | None:
    """Whose reason a tie is told as: "some take it for the army's deed, as the army has links with the Front"."""
    for verb in (tie.anchor, *tie.anchor.ancestors):
        if mark_of(verb, reasons) is not None:
            said = (one for one in utterances if one.cue is not None and one.cue.token == verb.head and one.cue.token.i < verb.i)
            return next((one.voices for one in said if span.within(one.span)), None)
    return None


def _clause(passage: Passage, tie: FoundTie, rest: Sequence[Token]) -> Span | None:
    """The run of words around what tells a tie, at least from one end of it to the other; None where an utterance tells it."""
    run: list[Token] = [tie.anchor]
    at = next((n for n, token in enumerate(rest) if token.i == tie.anchor.i), None)
    if at is None:
        return None
    for step in (1, -1):
        n = at + step
        while 0 <= n < len(rest) and rest[n].i == rest[n - step].i + step:
            run.append(rest[n])
            n += step
    dates = [slot.span for slot in (tie.since, tie.until) if slot is not None]
    spans = [span for span in (passage.span(run), tie.subject.span, tie.object.span, *dates) if span is not None]
    return Span(passage.sha, min(span.start for span in spans), max(span.end for span in spans))
