"""Who says what in a headline whose verb of saying the parser takes for a noun: "Harbour guild rejects reports of a strike"."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from spacy.tokens import Token

from sayso.find.cue import Cue, Row
from sayso.find.grammar import FINITE
from sayso.find.sentences import sentence_of
from sayso.records.claim import Act

LINE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PUNCT"})
"""Parts of speech of the words before the verb of a headline: they tell who speaks and nothing else."""
SEVERAL = frozenset({"NNS", "NNPS"})
LEAST = 3
"""Words behind the verb from which on they say something."""
ENDS = frozenset(".?!:")
"""Marks that end a sentence, which a headline is not."""


def headline_cue(token: Token, verbs: Mapping[str, Row], voices: Container[str], act_of: Callable[[Row, Token], Act]) -> Cue | None:
    """The cue of a headline whose verb of saying the parser takes for a noun of several things; None where that is none of `verbs`.

    `voices` are nouns for who may speak; `act_of` gives the act of a verb's row with a speaker.
    """
    row = verbs.get(token.lemma_.lower()) if token.tag_ in SEVERAL and token.i > 0 else None
    line = sentence_of(token)
    if row is None or line.start > 0 or line.end < len(token.doc) or not _is_followed(token):
        return None
    before = tuple(token.doc[: token.i])
    speaker = before[-1]
    named = speaker.pos_ == "PROPN" or bool(speaker.ent_type_) or speaker.text.isupper()
    known = named or speaker.lower_ in voices or speaker.lemma_.lower() in voices
    if not known or speaker.pos_ not in ("NOUN", "PROPN") or any(word.pos_ not in LINE and word.tag_ != "VBN" for word in before):
        return None
    return Cue(token, act_of(row, speaker), (line.root,), (speaker,), words=before, gapped=True, anyone=named)


def _is_followed(token: Token) -> bool:
    """Whether words behind a headline's verb may be what is said, and no full stop is: no "of the army", and no verb of a subject."""
    behind = [word for word in token.doc[token.i + 1 :] if not word.is_space]
    if len(behind) < LEAST or behind[-1].text in ENDS:
        return False
    return behind[0].pos_ not in ("ADP", "PUNCT", "CCONJ") and behind[0].tag_ not in FINITE
