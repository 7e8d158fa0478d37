"""What stands around a claim as far as weighing looks at it, so that a claim can be weighed without its document and its links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import msgspec
from msgspec import Struct

from sayso.known.countries import Countries
from sayso.records.actor import Actor
from sayso.records.claim import Claim, Finding, Mention
from sayso.records.document import Document, Span
from sayso.records.link import Link
from sayso.records.when import When
from sayso.records.work import Work
from sayso.records.worked_out import Linking, mention_key
from sayso.weigh.marks import names_of
from sayso.weigh.oppositions import mentions_asked
from sayso.weigh.pile import Pile, pile_of
from sayso.weigh.pledges import is_dated


class Setting(Struct, frozen=True, array_like=True):
    """The path and language of a claim's document, its incident, whom its names mean (None: nobody), and what it points at.

    `mentions` (start, end, name) inside the claim and the time at which its document was `written` are kept only where weighing asks for
    them. `copies`, `cites` and `denies` tell of each what is pointed at whether that is certain, and `long` whether it stands in a long
    report. `near` and `far` are the claims under which it is folded, by all ties and by certain ones.
    """

    path: str
    language: str
    incident: str | None
    names: dict[str, str | None]
    mentions: tuple[tuple[int, int, str], ...]
    written: When | None
    copies: dict[str, bool]
    cites: dict[str, bool]
    denies: dict[str, bool]
    long: bool
    near: str = ""
    far: str = ""


_DECODER = msgspec.json.Decoder(Setting)


def setting_from(record: str) -> Setting:
    """A setting as it was kept."""
    return _DECODER.decode(record)


def setting_of(pile: Pile, claim: Claim) -> Setting:
    """What stands around a claim of a pile; under which claims it is folded is left open."""
    finding = pile.findings[claim.span.doc]
    inside = [(one.span.start, one.span.end, one.name) for one in mentions_asked(pile, claim)]
    return Setting(
        pile.paths[claim.span.doc],
        pile.language(claim).code,
        pile.linking.incident_of.get(claim.id),
        {name: pile.actor(claim, name) for name in names_of(claim, (name for _, _, name in inside))},
        tuple(dict.fromkeys(inside)),
        finding.written if is_dated(pile, claim) else None,
        dict(pile.pointed_at("copy_of", claim.id)),
        dict(pile.pointed_at("cites", claim.id)),
        dict(pile.pointed_at("denies", claim.id)),
        claim.span.doc in pile.long,
    )


def pile_around(
    claims: Iterable[Claim], settings: Mapping[str, Setting], actors: Iterable[Actor], works: Mapping[str, str], countries: Countries
) -> Pile:
    """The pile of these claims alone, in which each stands as its setting tells; `works` are the documents of works."""
    by_doc: dict[str, list[Claim]] = {}
    for claim in claims:
        by_doc.setdefault(claim.span.doc, []).append(claim)
    documents = []
    for doc, own in by_doc.items():
        around = settings[own[0].id]
        documents.append(Document(around.path, doc, "", "", language=around.language))
    findings = {doc: _finding(doc, own, settings) for doc, own in by_doc.items()}
    told = [(claim, settings[claim.id]) for own in by_doc.values() for claim in own]
    linking = Linking(
        links=tuple(link for claim, setting in told for link in _links(claim.id, setting)),
        actors=tuple(actors),
        actor_of={mention_key(claim.span.doc, name): who for claim, one in told for name, who in one.names.items() if who},
        incident_of={claim.id: setting.incident for claim, setting in told if setting.incident},
        works=tuple(Work(work, None, None, None, None, None, (), doc) for work, doc in works.items()),
    )
    long = frozenset(doc for doc, own in by_doc.items() if settings[own[0].id].long)
    return replace(pile_of(documents, findings, linking, countries), long=long)


def _finding(doc: str, claims: list[Claim], settings: Mapping[str, Setting]) -> Finding:
    around = [settings[claim.id] for claim in claims]
    inside = dict.fromkeys(mention for setting in around for mention in setting.mentions)
    mentions = tuple(Mention(Span(doc, start, end), name, name, "") for start, end, name in inside)
    return Finding(tuple(claims), mentions, next((setting.written for setting in around if setting.written), None))


def _links(claim: str, setting: Setting) -> Iterable[Link]:
    for right, sure in setting.copies.items():
        yield Link(claim, right, "copy_of", "found" if sure else "inferred")
    for right, sure in setting.cites.items():
        yield Link(claim, right, "cites", "found" if sure else "inferred")
    for right, sure in setting.denies.items():
        yield Link(claim, right, "denies", "found" if sure else "inferred")
