"""What a pledge, a forecast, a threat or a call takes as known: what was done to those or there of which it speaks."""

from __future__ import annotations

from sayso.find.grammar import PAST, helping
from sayso.find.happenings import Happening
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.find.stage import AUTHOR_VOICE
from sayso.find.utterance import Utterance
from sayso.records.claim import Voice
from sayso.records.document import Span

DESCRIBING = frozenset({"acl", "relcl"})


def is_taken_as_known(event: Happening) -> bool:
    """Whether an event is one that describes what is spoken of: "the release of soldiers captured in May", "the raid that killed two"."""
    word = event.trigger
    verbs = [word] if word.dep_ in DESCRIBING else [child for child in word.children if child.dep_ in DESCRIBING]
    told = bool(event.slots) and not event.negated
    return told and any(verb.tag_ in PAST and not any(aux.tag_ in ("MD", "TO") for aux in helping(verb)) for verb in verbs)


def known_span(event: Happening, said: Utterance, passage: Passage) -> Span | None:
    """The words of such an event: what it describes with all that describes it, as far as the utterance goes."""
    word = event.trigger
    top = word.head if word.dep_ in DESCRIBING else word
    own = {token.i for token in said.tokens}
    return passage.span([token for token in top.subtree if token.i in own])


def teller_of(event: Happening, said: Utterance) -> tuple[Voice, ...]:
    """Whose words these are: those of who speaks inside his quotation, else the author's, who describes what is called for."""
    if said.cue is None:
        return said.voices
    before = event.trigger.doc[sentence_start(event.trigger) : event.trigger.i]
    return said.voices if sum(token.is_quote for token in before) % 2 else (AUTHOR_VOICE,)
