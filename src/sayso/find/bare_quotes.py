"""Whose a quotation is beside which no word of saying stands: "Velk shrugged. "We saw none."."""

from __future__ import annotations

from sayso.find.heard import Heard, Told
from sayso.find.voices import VoiceFinder


def acts_before(heard: Heard, quotation: range, voices: VoiceFinder, first: bool) -> Told | None:
    """Who does something in the sentence right before one that a quotation opens; None where somebody says that or speaks in it.

    A pronoun there means who spoke before, unless this is the `first` quotation to be heard.
    """
    opened = next((n for n, line in enumerate(heard.sentences) if line.span.start <= quotation.start < line.span.end), 0)
    if opened == 0 or heard.sentences[opened].span.start < quotation.start - 1:
        return None
    before = heard.sentences[opened - 1]
    if before.found or any(heard.quotations.at(token.i) is not None for token in before.tokens):
        return None
    subject = next((child for child in before.span.root.children if child.dep_ == "nsubj"), None)
    if subject is None or (subject.pos_ == "PRON" and not first):
        return None
    known = voices.person(heard.passage, subject)
    return Told((known,), mark=heard.passage.span([before.span.root])) if known is not None else None
