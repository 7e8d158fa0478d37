"""The claims of a pile with who stands behind each: what every part of weighing looks at."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, TypeVar

from sayso.known.countries import Countries
from sayso.lang.language import Language, language_of
from sayso.records.actor import Actor
from sayso.records.claim import AUTHOR, Claim, Finding, Mention, Voice
from sayso.records.document import Document, Span
from sayso.records.link import LinkKind
from sayso.records.place import Place
from sayso.records.worked_out import Linking, mention_key

T = TypeVar("T")

POINTING: frozenset[LinkKind] = frozenset({"copy_of", "cites", "denies"})
"""The links from a claim to what it copies, cites or denies: of all links these alone are looked at in weighing."""
LONG = 3_000
"""Code points from which on a report is a long one: it goes over weeks and quotes each party on many things, as news seldom does."""


@dataclass(frozen=True)
class Pile:
    """Documents by path, their claims in order, and the actors; `of_incident` holds the claims of each incident.

    `long` are the documents that are long reports.
    """

    documents: tuple[Document, ...]
    findings: Mapping[str, Finding]
    linking: Linking
    claims: Mapping[str, Claim] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    countries: Countries = field(default_factory=Countries)
    long: frozenset[str] = frozenset()

    @cached_property
    def of_incident(self) -> dict[str, list[Claim]]:
        """The claims of each incident, in the order of the pile."""
        groups: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            if incident := self.linking.incident_of.get(claim.id):
                groups[incident].append(claim)
        return dict(groups)

    @cached_property
    def mentions(self) -> dict[str, tuple[Mention, ...]]:
        """The mentions of actors in each document, in order."""
        found = {doc: finding.mentions for doc, finding in self.findings.items()}
        return {doc: tuple(sorted(own, key=lambda m: (m.span.start, m.span.end, m.name))) for doc, own in found.items()}

    def mentions_in(self, span: Span) -> Iterator[Mention]:
        """Those that stand wholly inside a span."""
        own = self.mentions[span.doc]
        first, behind = (bisect_left(own, at, key=lambda one: one.span.start) for at in (span.start, span.end))
        return (mention for mention in own[first:behind] if mention.span.end <= span.end)

    def only(self, ids: Collection[str]) -> Pile:
        """The pile with these claims alone."""
        return replace(self, claims={ident: claim for ident, claim in self.claims.items() if ident in ids})

    def pointed_at(self, kind: LinkKind, claim: str) -> Mapping[str, bool]:
        """What a claim copies, cites or denies, in the order of its ids, and whether that is found rather than inferred."""
        return self._pointing.get((kind, claim), {})

    @cached_property
    def _pointing(self) -> dict[tuple[LinkKind, str], dict[str, bool]]:
        found: dict[tuple[LinkKind, str], dict[str, bool]] = defaultdict(dict)
        for link in self.linking.links:
            if link.kind in POINTING and link.judgement != "unresolved":
                own = found[link.kind, link.left]
                own[link.right] = own.get(link.right, False) or link.judgement == "found"
        return {key: dict(sorted(own.items())) for key, own in found.items()}

    @cached_property
    def held(self) -> dict[str, str]:
        """The document of each cited work that is itself in the pile."""
        return {work.id: work.document for work in self.linking.works if work.document}

    @cached_property
    def works_here(self) -> frozenset[str]:
        """The documents that are cited works."""
        return frozenset(self.held.values())

    @cached_property
    def seen(self) -> dict[tuple[object, str], Any]:
        """What was seen in claims, by the look that was taken and the id of the claim; see `once`."""
        return {}

    def language(self, claim: Claim) -> Language:
        """The language that a claim's words are in: its document's."""
        return self._languages[claim.span.doc]

    @cached_property
    def _languages(self) -> dict[str, Language]:
        return {document.sha256: language_of(document.language) for document in self.documents}

    def actor(self, claim: Claim, name: str | None) -> str | None:
        """The id of the actor whom a name means in the document of a claim."""
        return self.linking.actor_of.get(mention_key(claim.span.doc, name)) if name else None

    def voice(self, claim: Claim) -> str:
        """Who speaks: an actor's id; the author by document; else the words of an unnamed voice, which are nobody else's."""
        return self._voices[claim.id]

    @cached_property
    def _voices(self) -> dict[str, str]:
        return {ident: self._voice(claim) for ident, claim in self.claims.items()}

    def _voice(self, claim: Claim) -> str:
        if claim.voice.text == AUTHOR:
            return f"{AUTHOR} {self.paths[claim.span.doc]}"
        return self.spoken(claim, claim.voice)

    def spoken(self, claim: Claim, voice: Voice) -> str:
        """Who is meant by one of a claim's voices that is not the author."""
        return self.actor(claim, voice.name) or f"{voice.text} {self.paths[claim.span.doc]}"

    def party(self, voice: str) -> str:
        """For whom a voice speaks, followed to the end (a spokesman's ministry's state); itself where nothing says so."""
        return self._parties.get(voice, voice)

    @cached_property
    def _parties(self) -> dict[str, str]:
        return {actor: self._party(actor) for actor in self.actors}

    def _party(self, voice: str) -> str:
        seen: list[str] = []
        while voice in self.actors and voice not in seen:
            seen.append(voice)
            voice = self.actors[voice].party or voice
        return voice if voice in self.actors or not seen else seen[-1]

    def side(self, voice: str) -> str | None:
        """The camp of a voice, its own or that of its party; None is unknown, not another side."""
        own = self.actors[voice].side if voice in self.actors else None
        party = self.party(voice)
        return own or (self.actors[party].side if party in self.actors else None)

    def camp(self, who: str) -> str:
        """The actor that stands for a voice's side, where its side bears an actor's name; else its party."""
        side = self.side(who)
        return f"a-{side}" if f"a-{side}" in self.actors else self.party(who)

    def name(self, who: str) -> str:
        """The preferred name of an actor, else the words by which a voice goes."""
        return self.actors[who].name if who in self.actors else who

    def agents(self, claim: Claim) -> list[str]:
        """The actors to whom a claim ascribes an event; who takes responsibility without naming another means his own party."""
        found = [who for slot in claim.slots if slot.name == "agent" and (who := self.actor(claim, slot.actor))]
        if not found and claim.act == "claims_responsibility" and claim.voice.text != AUTHOR:
            found = [self.party(self.voice(claim))]
        return list(dict.fromkeys(found))

    def place(self, claim: Claim, *roles: str) -> Place | None:
        """The first place that a claim gives in one of these roles."""
        return next((slot.place for role in roles for slot in claim.slots if slot.name == role and slot.place), None)


def once(look: Callable[[Pile, Claim], T]) -> Callable[[Pile, Claim], T]:
    """The same look at a claim, taken once in a pile: an incident is gone through for its row, its matrix and each question about it."""

    @wraps(look)
    def looked(pile: Pile, claim: Claim) -> T:
        key = look, claim.id
        if key not in pile.seen:
            pile.seen[key] = look(pile, claim)
        found: T = pile.seen[key]
        return found

    return looked


def pile_of(documents: Sequence[Document], findings: Mapping[str, Finding], linking: Linking, countries: Countries) -> Pile:
    """The pile in the order of paths, whatever the order given."""
    ordered = tuple(sorted(documents, key=lambda document: (document.path, document.sha256)))
    paths = {document.sha256: document.path for document in ordered}
    claims = {claim.id: claim for document in ordered for claim in _in_order(findings.get(document.sha256, Finding(())).claims)}
    long = frozenset(document.sha256 for document in ordered if len(document.text) >= LONG)
    return Pile(ordered, findings, linking, claims, {actor.id: actor for actor in linking.actors}, paths, countries, long)


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.id))
