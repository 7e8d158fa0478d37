"""Orders the linking of a pile: names to actors, claims to incidents, denials to the denied, copies to their first, notes to works."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.known.countries import countries_of
from sayso.link.actors import actor_links, actors_of
from sayso.link.citations import citations
from sayso.link.copies import Passage, copy_links, passages_in
from sayso.link.crowds import Crowd
from sayso.link.denials import own_denials, pointing_claims
from sayso.link.happenings import Around, Happening
from sayso.link.headlines import headline_links
from sayso.link.incidents import incident_links, incidents_of, offers_in
from sayso.link.joins import Joins
from sayso.link.mentions import around_of, told_in
from sayso.link.named import Named, named_in
from sayso.link.parted import Border, Parted
from sayso.link.people import Word, as_named, nobodies, with_statements
from sayso.link.workings import (
    AROUND,
    COPIED,
    CROWDED,
    EVENT,
    GROUP,
    JOINED,
    NAME,
    OFFERED,
    PARTED,
    POINTING,
    TALLY,
    VACATED,
    Pointed,
    around,
    of_crowd,
    of_event,
    of_group,
    of_joins,
    of_link,
    of_name,
    of_parted,
    of_passage,
    of_pointed,
    of_seat,
    pointed,
    tallies,
)  # fmt: skip
from sayso.parallel import MANY_DOCUMENTS, each
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.review import Rulings
from sayso.records.worked_out import Linking, Working, in_order

if TYPE_CHECKING:
    from sayso.known.packs import Packs


NO_RULINGS = Rulings()


@dataclass(frozen=True, slots=True)
class Linked:
    """What a pile comes to when all of it is linked, with what has to be kept so that a change need not link all of it again.

    `named`, `found` and `passages` are the names, the mentions of events and the claims as they were compared, `vacated` the mentions of
    rejected claims, `crowds` the crowds of both; `offers` and `parted` are links between mentions that no incident holds, `joins` how
    large incidents came together, `pointed` the statements that point at one.
    """

    linking: Linking
    named: Sequence[Named]
    found: Sequence[Happening]
    vacated: Sequence[Happening]
    crowds: Sequence[Crowd]
    passages: Sequence[Passage]
    offers: Sequence[Link]
    parted: Sequence[Parted]
    joins: Mapping[str, Joins]
    pointed: Sequence[Pointed]

    def workings(self, documents: Iterable[Document], findings: Mapping[str, Finding]) -> dict[str, Iterable[Working]]:
        """All that has to be kept, by kind; each is made when it is asked for, once, so that no more than one kind is held."""
        doc_of = {claim.id: doc for doc, finding in findings.items() for claim in finding.claims}
        kept: dict[str, Iterable[Working]] = {
            NAME: map(of_name, self.named),
            EVENT: map(of_event, self.found),
            VACATED: map(of_seat, self.vacated),
            CROWDED: map(of_crowd, self.crowds),
            PARTED: map(of_parted, self.parted),
            JOINED: (of_joins(incident, joins) for incident, joins in self.joins.items()),
            OFFERED: (of_link(link, doc_of[link.right]) for link in self.offers),
            POINTING: (of_pointed(one, doc_of[one.claim]) for one in self.pointed),
            COPIED: (of_passage(one) for one in self.passages if one.marks),
            TALLY: tallies(self.named, self.linking.actor_of),
            GROUP: (group for actor in self.linking.actors if (group := of_group(actor))),
        }
        told = [around(one, findings[one.sha256], self.linking.actor_of) for one in documents if one.sha256 in findings]
        return kept | {kind: [one[kind] for one in told if one[kind].marks] for kind in AROUND}


@dataclass(frozen=True, slots=True)
class _Told:
    """What one document tells of events: its mentions, those of rejected claims, what loose ones can join, and what points at them."""

    found: Sequence[Happening]
    vacated: Sequence[Happening]
    offers: Sequence[Link]
    pointing: Sequence[Pointed]


def link(documents: Sequence[Document], findings: Mapping[str, Finding], packs: Packs, rulings: Rulings = NO_RULINGS) -> Linking:
    """All links of a pile, the actors, and which claim speaks of which incident. `findings` are by the document's SHA-256.

    `rulings` are what people decided; no rule crosses them. The result does not depend on the order in which the documents are given.
    """
    return linked(documents, findings, packs, rulings).linking


def linked(documents: Sequence[Document], findings: Mapping[str, Finding], packs: Packs, rulings: Rulings = NO_RULINGS) -> Linked:
    """The same with all that has to be kept of it."""
    pile = sorted(documents, key=lambda document: (document.path, document.sha256))
    held = [document for document in pile if document.sha256 in findings]
    nobody = nobodies(rulings)
    every = named_in(held, findings, countries_of(packs).code)
    named = [one for one in every if one.key not in nobody]
    who, what = Word(rulings, "same_actor"), Word(rulings, "same_incident")
    name_links = actor_links(named, who)
    actors, actor_of = actors_of(named, name_links, packs, who)
    actors = as_named(actors, actor_of, rulings)
    with_ = around_of(held, findings, actor_of, actors, packs)
    read = each(lambda document: _read(document, findings[document.sha256], with_), held, MANY_DOCUMENTS)
    found = sorted((one for told in read for one in told.found), key=lambda one: one.order)
    vacated = sorted((one for told in read for one in told.vacated), key=lambda one: one.order)
    offers, pointing = [link for told in read for link in told.offers], [one for told in read for one in told.pointing]
    judged, crowds = incident_links(found, vacated)
    grouped = incidents_of(found, judged, offers, what, Border())
    claims = [claim.id for finding in findings.values() for claim in finding.claims]
    denials = list(own_denials(found, grouped.incident_of))
    incident_of = with_statements(grouped.incident_of, what, claims, [(one.claim, one.target) for one in pointing])
    denials += [one.link for one in pointing if one.target in incident_of and incident_of.get(one.claim) == incident_of[one.target]]
    passages = [one for document in held for one in passages_in(document, findings[document.sha256].claims)]
    summing = headline_links((one, findings[one.sha256].claims) for one in held)
    cited = citations(pile, findings)
    copies = [*copy_links(passages), *summing]
    links = [*name_links, *grouped.links, *denials, *copies, *cited.links, *who.links(actor_of), *what.links(claims)]
    linking = Linking(in_order(links), tuple(actors), actor_of, incident_of, cited.problems, cited.works)
    return Linked(linking, every, found, vacated, crowds, passages, offers, grouped.parted, grouped.joins, pointing)


def _read(document: Document, finding: Finding, with_: Around) -> _Told:
    found, vacated = told_in(document, finding, with_)
    pointing = pointed(pointing_claims(document, finding, found, with_.actor_of), document.path)
    return _Told(found, vacated, offers_in(found), pointing)
