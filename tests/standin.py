"""A finder for the tests of the doors: "NAME said …" and "NAME denied …" are claims, "rockets" an incident, STRANGE a problem."""

from __future__ import annotations

import re

from sayso.known.packs import Packs
from sayso.records.claim import Claim, Finding, Mention, Slot, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.place import Place
from sayso.records.problem import Problem

SAID = re.compile(r"(?P<voice>[A-Z]\w+) (?P<cue>said|denied)(?: that)? (?P<words>[^.]+)\.")


class StandIn:
    """Needs no model, so that the tests of the doors are quick."""

    def __init__(self, packs: Packs, model: str | None = None) -> None:
        self.key = f"stand-in 1 {packs.fingerprint} {model}"

    def find(self, document: Document) -> Finding:
        if "CRASH" in document.text:
            raise ValueError(document.text)
        hits = list(SAID.finditer(document.text))
        mentions = tuple(Mention(span_of(document, hit, "voice"), hit["voice"], hit["voice"], "state") for hit in hits)
        strange = Problem(document.path, "find", "language_not_supported", "language `xx` is not understood", "add it")
        problems = (strange,) if "STRANGE" in document.text else ()
        return Finding(tuple(numbered([claim_of(document, hit) for hit in hits])), mentions, document.published, problems)


def span_of(document: Document, hit: re.Match[str], group: str) -> Span:
    return Span(document.sha256, hit.start(group), hit.end(group))


def claim_of(document: Document, hit: re.Match[str]) -> Claim:
    denied = hit["cue"] == "denied"
    return Claim(
        id="",
        span=Span(document.sha256, hit.start(), hit.end()),
        quote=hit[0],
        voices=(Voice(hit["voice"], span_of(document, hit, "voice"), hit["voice"]),),
        act="denies" if denied else "asserts",
        polarity="denies" if denied else "affirms",
        modality="unspecified",
        kind="event" if "rockets" in hit["words"] else "statement",
        verb="shelling_artillery_missile_attack" if "rockets" in hit["words"] else "statement",
        cue=span_of(document, hit, "cue"),
        said=document.published,
        slots=tuple(slots_of(document, hit)),
        found_by="stand-in",
    )


def slots_of(document: Document, hit: re.Match[str]) -> list[Slot]:
    slots = []
    if at := re.search(r"Kestavar", hit[0]):
        span = Span(document.sha256, hit.start() + at.start(), hit.start() + at.end())
        slots.append(Slot("landed", at[0], span, place=Place("kestavar", "Kestavar", -50.0, -20.0, "", 1, at[0])))
    if document.published and (day := re.search(r"on \d+ March", hit[0])):
        span = Span(document.sha256, hit.start() + day.start(), hit.start() + day.end())
        slots.append(Slot("when", day[0], span, when=document.published))
    return slots
