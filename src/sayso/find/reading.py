"""A document as the rules read it, letter by letter at the same places, and what was found in it in its own letters again."""

from __future__ import annotations

import re
from dataclasses import replace

import spacy.language

from sayso.find.capitals import in_usual_letters
from sayso.find.insertions import with_round_brackets
from sayso.lang.language import Language
from sayso.records.claim import Claim, Finding, Slot, numbered
from sayso.records.document import Document, Span

_NO_WORD = re.compile(r"\S{1000,}")
"""A file printed as text, a row of one letter: what looks for words would go through it anew from each of its letters."""


def as_read(document: Document, language: Language, nlp: spacy.language.Language) -> Document:
    """A document with capitals and brackets as they are usually written, and without what is no word; itself where it is so."""
    return with_round_brackets(in_usual_letters(_of_words(document), language, nlp), language)


def _of_words(document: Document) -> Document:
    text = _NO_WORD.sub(lambda found: " " * len(found.group()), document.text)
    return replace(document, text=text) if text != document.text else document


def as_written(finding: Finding, read: Document, document: Document) -> Finding:
    """What was found in a document as it was read, with the words that stand in the document; names stay as they were read."""
    if read is document:
        return finding

    def words(span: Span | None, told: str) -> str:
        return document.text[span.start : span.end] if span and read.text[span.start : span.end] == told else told

    def slot(one: Slot) -> Slot:
        own = words(one.span, one.text)
        when = replace(one.when, text=own) if one.when and one.when.text == one.text else one.when
        place = replace(one.place, text=own) if one.place and one.place.text == one.text else one.place
        amount = replace(one.amount, text=own) if one.amount and one.amount.text == one.text else one.amount
        return replace(one, text=own, when=when, place=place, amount=amount)

    def claim(one: Claim) -> Claim:
        voices = tuple(replace(voice, text=words(voice.span, voice.text)) for voice in one.voices)
        return replace(one, quote=words(one.span, one.quote), voices=voices, slots=tuple(map(slot, one.slots)))

    mentions = tuple(replace(mention, text=words(mention.span, mention.text)) for mention in finding.mentions)
    return replace(finding, claims=tuple(numbered([claim(one) for one in finding.claims])), mentions=mentions)
