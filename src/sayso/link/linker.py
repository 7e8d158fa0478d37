"""Orders the linking of a pile: names to actors, claims to incidents, denials to the denied, copies to their first, notes to works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.known.countries import Countries
from sayso.link.actors import actor_links, actors_of
from sayso.link.citations import citations
from sayso.link.copies import copy_links
from sayso.link.denials import own_denials, pointing_claims
from sayso.link.happenings import happenings
from sayso.link.incidents import incident_links, incidents_of
from sayso.link.named import named_in
from sayso.link.parties import told_parties
from sayso.link.people import Word, as_named, nobodies, with_statements
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.review import Rulings
from sayso.records.worked_out import Linking, in_order

if TYPE_CHECKING:
    from sayso.known.packs import Packs


NO_RULINGS = Rulings()


def link(documents: Sequence[Document], findings: Mapping[str, Finding], packs: Packs, rulings: Rulings = NO_RULINGS) -> Linking:
    """All links of a pile, the actors, and which claim speaks of which incident. `findings` are by the document's SHA-256.

    `rulings` are what people decided; no rule crosses them. The result does not depend on the order in which the documents are given.
    """
    pile = sorted(documents, key=lambda document: (document.path, document.sha256))
    nobody = nobodies(rulings)
    named = [one for one in named_in(pile, findings, Countries(packs).code) if one.key not in nobody]
    who, what = Word(rulings, "same_actor"), Word(rulings, "same_incident")
    name_links = actor_links(named, who)
    actors, actor_of = actors_of(named, name_links, packs, told_parties(named, findings), who)
    actors = as_named(actors, actor_of, rulings)
    found = happenings(pile, findings, actor_of, actors, packs)
    event_links = incident_links(found)
    incident_of, joined = incidents_of(found, event_links, what)
    event_links = [one for one in event_links if incident_of[one.left] == incident_of[one.right]]
    event_links = list(dict.fromkeys([*event_links, *joined]))
    pointing = pointing_claims(pile, findings, found, actor_of)
    claims = [claim.id for finding in findings.values() for claim in finding.claims]
    denials = list(own_denials(found, incident_of))
    incident_of = with_statements(incident_of, what, claims, [(claim.id, target.id) for claim, target, _ in pointing])
    denials += [one for claim, target, one in pointing if incident_of.get(claim.id) == incident_of[target.id]]
    decided = [*who.links(actor_of), *what.links(claims)]
    cited = citations(pile, findings)
    links = (*name_links, *event_links, *denials, *copy_links(pile, findings), *cited.links, *decided)
    return Linking(in_order(links), in_order(actors), actor_of, incident_of, cited.problems, cited.works)
