"""The places that a document names, each at its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Span as Tokens

from sayso.find.grammar import grammar_of
from sayso.find.local_places import PLACES, local_places
from sayso.find.passages import Passage
from sayso.find.where import Atlas
from sayso.lang.taken import Taken
from sayso.records.place import Place


def places_of(passages: Sequence[Passage], text: str, atlas: Atlas) -> list[tuple[int, int, Place]]:
    """All place names of the document with the places they mean, in order; the longer of two that overlap."""
    inside = Taken((passage.block.start, passage.block.end) for passage in passages)
    spans = {span for span in atlas.name_spans(text) if inside.holds(span[0])}
    entities = [(passage, entity) for passage in passages for entity in passage.parse.ents]
    lands = {entity.text for _, entity in entities if entity.label_ == "GPE" and atlas.countries.code(entity.text)}
    for passage, entity in entities:
        start, end = passage.start(entity[0]), passage.end(entity[-1])
        other = entity.label_ in ("PERSON", "ORG") and (entity.text in lands or atlas.is_called_place(text, (start, end)))
        if entity.label_ in PLACES or other:
            words = grammar_of(entity[0])
            start += next((len(word) + 1 for word in words.definite if text[start:end].lower().startswith(f"{word} ")), 0)
            end -= next((len(mark) for mark in words.possessive if text[start:end].endswith(mark)), 0)
            spans.add(atlas.whole(text, start, end))
    spans |= {span for land in lands for span in _unseen(land, text, inside, entities)}
    known = Taken(spans)
    spans |= {span for span in local_places(passages, atlas) if not known.meets(*span)}
    kept, taken = list[tuple[int, int, Place]](), Taken()
    labelled = {(p.start(entity[0]), p.end(entity[-1])) for p, entity in entities if entity.label_ in PLACES}
    found = atlas.places_in(text, sorted(spans), labelled)
    for span in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if not taken.meets(*span):
            taken.take(*span)
            kept.append((*span, found[span]))
    return sorted(kept, key=lambda row: row[:2])


def _unseen(land: str, text: str, inside: Taken, entities: Sequence[tuple[Passage, Tokens]]) -> Iterator[tuple[int, int]]:
    """Where a country's name stands that the parser takes for no name there, though it knows it elsewhere in the document."""
    known = [(passage.start(entity[0]), passage.end(entity[-1])) for passage, entity in entities if land in entity.text]
    if text.count(land) <= len(known):
        return
    seen = Taken(known)
    for found in re.finditer(rf"\b{re.escape(land)}\b(?!-)", text):
        start, end = found.span()
        if inside.holds(start) and not seen.meets(start, end):
            yield start, end
