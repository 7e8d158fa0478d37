"""A small invented pile, made claim by claim, for the tests of linking and weighing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from sayso.link.linker import link
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Act, Claim, Finding, Kind, Mention, Polarity, Slot, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.place import Place
from sayso.records.when import When
from sayso.records.worked_out import Linking, Weighing
from sayso.weigh.weigher import weigh

PLACES = {
    "Kest": Place("kest", "Kest", 40.0, 60.0, "VE", 1),
    "Sarn": Place("sarn", "Sarn", 40.1, 60.1, "OR", 1),
    "Dol": Place("dol", "Dol", 43.0, 66.0, "OR", 1),
    "Orsk": Place("orsk", "Orsk", 42.0, 62.0, "OR", 6),
    "Lund": Place("lund", "Lund", 38.0, 70.0, "LU", 6),
    "Velm": Place("velm", "Velm", 37.0, 58.0, "VE", 6),
}
KINDS = {"Front": "armed_group", "Harran Front": "armed_group", "Orsk": "state", "Velm": "state", "Lund": "state", "Radio Velm": "media"}
ROCKETS = "shelling_artillery_missile_attack"
NO_PACKS = cast(Any, type("NoPacks", (), {"actors": {}, "places": {}})())
"""A stand-in: linking asks packs only for the lines of actors and places."""


def day(text: str) -> When:
    """A day as "2031-03-04", a month as "2031-03", several days as "2031-03-04/2031-03-05"."""
    if "/" in text:
        first, last = (date.fromisoformat(part) for part in text.split("/"))
        return When(first, last, "day", "stated", text)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return When(date(*parts), date(*parts), "day", "stated", text)
    return When(date(parts[0], parts[1], 1), date(parts[0], parts[1], 28), "month", "stated", text)


@dataclass
class Pile:
    """Documents that grow by one paragraph a claim."""

    texts: dict[str, str] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)

    def say(
        self, doc: str, quote: str, voice: str = AUTHOR, act: Act = "asserts", polarity: Polarity = "affirms", *, kind: Kind = "event",
        verb: str = ROCKETS, said: str | None = None, when: str | None = None, inside: str = "", **details: str | int,
    ) -> str:  # fmt: skip
        """One claim at the end of a document; details are slots: a number is an amount, a known place a place, else an actor.

        It stands where the words `inside` do that the document holds already, if there are any.
        """
        start = self.texts.get(doc, "").find(quote, self.texts.get(doc, "").find(inside)) if inside else -1
        span = Span(doc, start, start + len(quote)) if start >= 0 else self._add(doc, quote)
        slots = [self._slot(doc, span, name.rstrip("_"), value) for name, value in details.items()]
        if when:
            slots.append(Slot("when", when, span, when=day(when)))
        who = Voice(AUTHOR) if voice == AUTHOR else Voice(voice, self._at(doc, span, voice), voice)
        if voice != AUTHOR:
            self.name(doc, voice, span=span)
        claim = Claim("", span, quote, (who,), act, polarity, "certain", kind, verb, said=day(said) if said else None, slots=tuple(slots))
        self.claims.setdefault(doc, []).append(claim)
        self.claims[doc] = numbered(self.claims[doc])
        return self.claims[doc][-1].id

    def name(
        self, doc: str, text: str, kind: str | None = None, pack: str | None = None, named: bool = True, span: Span | None = None
    ) -> None:
        """A name that stands in a document."""
        span = span or self._add(doc, text)
        place = Span(doc, span.start, span.start + len(text))
        kind = kind or KINDS.get(text) or ("anonymous" if text.split()[0] in {"a", "another", "one"} else "person")
        self.mentions.setdefault(doc, []).append(Mention(place, text, text, kind, pack, named and kind != "anonymous"))

    def _add(self, doc: str, text: str) -> Span:
        before = self.texts.get(doc, "")
        self.texts[doc] = f"{before}{text}\n"
        return Span(doc, len(before), len(before) + len(text))

    def _at(self, doc: str, span: Span, words: str) -> Span:
        """Where words stand in a claim; all of it where they do not."""
        at = self.texts[doc].find(words, span.start, span.end)
        return Span(doc, at, at + len(words)) if at >= 0 else span

    def _slot(self, doc: str, span: Span, name: str, value: str | int) -> Slot:
        span = self._at(doc, span, str(value))
        if isinstance(value, int):
            return Slot(name, str(value), span, amount=Amount(value, value, "rockets" if name == "count" else "people", "", str(value)))
        if name in {"agent", "target", "victim", "subject", "object"}:
            self.name(doc, value, span=span)
            return Slot(name, value, span, actor=value)
        return Slot(name, value, span, place=PLACES.get(value))

    def parts(self) -> tuple[list[Document], dict[str, Finding]]:
        """What linking is given: documents, whose hash is their path here, and findings."""
        days = {path: day(text) for path, text in self.published.items()}
        documents = [Document(path, path, text, "utf-8", published=days.get(path)) for path, text in self.texts.items()]
        return documents, {p: Finding(tuple(self.claims.get(p, ())), tuple(self.mentions.get(p, ()))) for p in self.texts}

    def link(self, backwards: bool = False) -> Linking:
        """The links of the pile."""
        documents, findings = self.parts()
        return link(documents[::-1] if backwards else documents, findings, NO_PACKS)

    def weigh(self, backwards: bool = False) -> Weighing:
        """All that is worked out of the pile."""
        documents, findings = self.parts()
        documents = documents[::-1] if backwards else documents
        return weigh(documents, findings, link(documents, findings, NO_PACKS), NO_PACKS)


def rockets() -> Pile:
    """Three reports on one rocket fire: claimed, denied, half admitted, and seen by a resident."""
    pile = Pile()
    pile.say(
        "a.txt", "On 4 March the Harran Front said it fired 12 rockets from Kest at Orsk.", "Harran Front", "claims_responsibility",
        when="2031-03-04", from_="Kest", toward="Orsk", count=12,
    )  # fmt: skip
    pile.say("a.txt", "Velm denied the claim.", "Velm", "denies", "denies", kind="statement", verb="statement", said="2031-03-05")
    pile.say(
        "b.txt", "The Front fired two rockets from Kest toward Orsk on 4 March, Nadir Renn said.", "Nadir Renn",
        said="2031-03-09", when="2031-03-04", agent="Harran Front", from_="Kest", toward="Orsk", count=2,
    )  # fmt: skip
    pile.say(
        "b.txt", "None of the rockets reached Orsk, Nadir Renn said.", "Nadir Renn", "asserts", "denies", said="2031-03-09", landed="Orsk"
    )
    pile.say("b.txt", "Renn is a spokesman of Velm.", kind="tie", verb="spokesperson_for", subject="Nadir Renn", object="Velm")
    pile.say("c.txt", "A rocket fell in Sarn on 4 March, a resident said.", "a resident", when="2031-03-04", from_="Kest", landed="Sarn")
    return pile
