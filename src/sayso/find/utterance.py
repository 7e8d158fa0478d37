"""One voice's words in a passage."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.find.acts import Stance
from sayso.find.cue import Cue
from sayso.find.grammar import FINITE, NOUN_SUBJECTS, NOUNS, grammar_of, helping
from sayso.find.talks import Turn
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span
from sayso.records.when import When

NOW = frozenset({"VBZ", "VBP", "VBN"})
"""Tags of verbs that tell what is so."""
NOT_HAPPENED = frozenset({"pledges", "predicts", "threatens", "demands", "declines_comment"})
"""Acts whose words tell of what has not happened."""


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """One voice's words. `tokens` are what is said, `span` the clause with its speaker and cue, `speaker` the mention who speaks.

    `mark` is where the text tells whose words they are, if it does so elsewhere: the cue of the sentence before, a label, a signature.
    `others` are the places of the words among them that another voice says in a claim of its own; `own`: their subject is who speaks.
    `beside`: they tell what a speaker did besides saying something ("denied the killing and staged an attack"): only deeds count.
    """

    voices: tuple[Voice, ...]
    stance: Stance
    span: Span
    tokens: tuple[Token, ...]
    heads: tuple[Token, ...]
    cue: Cue | None = None
    said: When | None = None
    speaker: Mention | None = None
    mark: Span | None = None
    others: frozenset[int] = frozenset()
    own: bool = False
    beside: bool = False

    @property
    def of_now(self) -> bool:
        """Whether a pledge tells of what is already so: "is committed to supporting them", unlike "will support them"."""
        return self.stance.act == "pledges" and bool(self.heads) and all(head.tag_ in NOW and not _to_come(head) for head in self.heads)


def _to_come(verb: Token) -> bool:
    return any(child.tag_ in ("MD", "TO") for child in helping(verb))


def behind(said: Utterance, turn: Turn | None) -> Utterance:
    """An utterance without the label of its turn in a talk: "VELK: We will stay"."""
    if turn is None or not said.span.start < turn.words < said.span.end:
        return said
    return replace(said, span=replace(said.span, start=turn.words))


def states_fact(said: Utterance) -> bool:
    """Whether an utterance states something of others than who asks or is asked: "A court did open a file", not "You opened it"."""
    if not said.heads or any(token.lower_ in grammar_of(token).in_talk for token in said.tokens):
        return False
    head = said.heads[0]
    finite = any(verb.tag_ in FINITE for verb in (head, *(child for child in head.children if child.dep_ in ("aux", "auxpass"))))
    return finite and any(child.dep_ in NOUN_SUBJECTS and child.pos_ in NOUNS for child in head.children)
