"""Orders the linking of a pile: names to actors, event claims to incidents, denials to what they deny, copies to their first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.known.countries import Countries
from sayso.link.actors import actor_links, actors_of
from sayso.link.copies import copy_links
from sayso.link.denials import own_denials, pointing_claims
from sayso.link.happenings import happenings
from sayso.link.incidents import incident_links, incidents_of
from sayso.link.named import named_in
from sayso.link.parties import told_parties
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.worked_out import Linking

if TYPE_CHECKING:
    from sayso.known.packs import Packs


def link(documents: Sequence[Document], findings: Mapping[str, Finding], packs: Packs) -> Linking:
    """All links of a pile, the actors, and which claim speaks of which incident. `findings` are by the document's SHA-256.

    The result does not depend on the order in which the documents are given.
    """
    pile = sorted(documents, key=lambda document: (document.path, document.sha256))
    named = named_in(pile, findings, Countries(packs).code)
    name_links = actor_links(named)
    actors, actor_of = actors_of(named, name_links, packs, told_parties(named, findings))
    found = happenings(pile, findings, actor_of, actors, packs)
    event_links = incident_links(found)
    incident_of, joined = incidents_of(found, event_links)
    event_links = [one for one in event_links if incident_of[one.left] == incident_of[one.right]]
    event_links += [one for one in joined if one not in event_links]
    pointing = pointing_claims(pile, findings, found, actor_of)
    denials = [*own_denials(found, incident_of), *(one for _, _, one in pointing)]
    incident_of = incident_of | {claim.id: incident_of[target.id] for claim, target, _ in pointing}
    links = (*name_links, *event_links, *denials, *copy_links(pile, findings))
    return Linking(links, tuple(actors), actor_of, incident_of)
