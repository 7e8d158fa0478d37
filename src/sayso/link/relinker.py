"""Links what a change touches, and nothing else; what comes of it is what linking the whole pile would come to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.known.countries import countries_of
from sayso.lang.language import language_of
from sayso.link.citations import citations
from sayso.link.copies import Passage, passage_of, passages_in
from sayso.link.headlines import headline_links, sums_up
from sayso.link.named import names_of
from sayso.link.touched_copies import recopied
from sayso.link.touched_incidents import regrouped
from sayso.link.touched_mentions import Kept, Mentions
from sayso.link.touched_names import renamed
from sayso.link.workings import COPIED, NAME, TALLY
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.link import Link
from sayso.records.problem import Problem
from sayso.records.review import Rulings
from sayso.records.work import Work
from sayso.records.worked_out import Relinking, key_of
from sayso.store.store import Store

if TYPE_CHECKING:
    from sayso.known.packs import Packs


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise than when the ledger was linked last: the documents that are new or were found in anew, and the decisions.

    `docs` are those documents with the claims of theirs that stood; they are empty for a new one. `read` gives documents with their texts
    and what stands of what was found in them now, `claims` the claims of these ids that stand.
    """

    docs: Mapping[str, Sequence[Claim]]
    new: frozenset[str]
    rulings: Rulings
    before: Rulings
    read: Callable[[Collection[str]], Iterable[tuple[Document, Finding]]]
    claims: Callable[[Collection[str]], Iterable[Claim]]

    def standing(self, ids: Collection[str]) -> list[str]:
        """Those of these ids of claims that stand."""
        return [claim.id for claim in self.claims(ids)]


@dataclass(frozen=True, slots=True)
class Relinked:
    """What comes of a change, with what is kept for the next one, by kind."""

    relinking: Relinking
    kept: Mapping[str, Kept]


def relink(store: Store, change: Change, packs: Packs) -> Relinked:
    """All links, actors and incidents that the change makes otherwise."""
    held = list(change.read(change.docs))
    country_of = countries_of(packs).code
    renaming = renamed(
        store, {one.sha256: names_of(one, finding, country_of) for one, finding in held}, packs, change.rulings, change.before
    )
    mentions = Mentions(store, change.read, change.docs, renaming, packs)
    before = {claim.id for claims in change.docs.values() for claim in claims}
    after = {claim.id for _, finding in held for claim in finding.claims}
    regrouping = regrouped(store, mentions, change.standing, before ^ after, change.rulings, change.before)
    kept = mentions.kept | {
        NAME: Kept(set(renaming.names_gone), {one.key: one for one in renaming.names}),
        TALLY: Kept(set(renaming.actors_gone), {one.key: one for one in renaming.tallies}),
        COPIED: Kept(),
    }
    was, now = dict[str, Passage](), dict[str, Passage]()
    for document, finding in held:
        stood = change.docs[document.sha256]
        was |= _otherwise(document, stood, finding.claims)
        now |= _otherwise(document, finding.claims, stood)
    copies_gone, copies = recopied(store, lambda ids: _passages(store, change.claims(ids)), was, now, kept[COPIED])
    summing_gone, summing = _summed_up(store, change, held)
    cited_gone, cited, works, problems = _recited(store, change, {one.sha256: finding for one, finding in held})
    relinking = Relinking(
        frozenset({*renaming.links_gone, *regrouping.links_gone, *copies_gone, *summing_gone, *cited_gone}),
        (*renaming.links, *regrouping.links, *copies, *summing, *cited),
        renaming.actors_gone,
        renaming.actors,
        renaming.actor_of,
        regrouping.incident_of,
        works,
        problems,
    )
    return Relinked(relinking, kept)


def _otherwise(document: Document, claims: Iterable[Claim], others: Iterable[Claim]) -> dict[str, Passage]:
    """Those of these claims of a document that are not the same among the others, as they are compared."""
    known = {claim.id: claim for claim in others}
    return {one.claim.id: one for one in passages_in(document, (claim for claim in claims if known.get(claim.id) != claim))}


def _passages(store: Store, claims: Iterable[Claim]) -> list[Passage]:
    """Claims as they are compared."""
    told = list(claims)
    held = {one.sha256: one for one in store.documents({claim.span.doc for claim in told}, texts=False)}
    return [passage_of(claim, held[claim.span.doc].path, language_of(held[claim.span.doc].language)) for claim in told]


def _summed_up(store: Store, change: Change, documents: Sequence[tuple[Document, Finding]]) -> tuple[set[str], list[Link]]:
    """The links of headlines that go, and those that come: they hang on nothing outside of their documents."""
    stood = sorted({claim.id for claims in change.docs.values() for claim in claims})
    copies = [key_of(link) for link in store.linked_briefly(stood, "copy_of")]
    held = {key_of(link): link for link in store.links(copies) if sums_up(link)}
    wanted = {key_of(link): link for link in headline_links((one, finding.claims) for one, finding in documents)}
    return held.keys() - wanted.keys(), [link for key, link in sorted(wanted.items()) if held.get(key) != link]


def _recited(
    store: Store, change: Change, findings: Mapping[str, Finding]
) -> tuple[set[str], list[Link], tuple[Work, ...] | None, tuple[Problem, ...] | None]:
    """The links to works that go and come, all works and their problems; None for both where no note is touched.

    Notes are few, and any of them may name the work of any other: all are read again.
    """
    works = store.works()
    citing = {citation.doc for work in works for citation in work.cited_by}
    noting = {doc for doc, finding in findings.items() if any(note.source for note in finding.notes)}
    if not noting and not citing & change.docs.keys() and not (works and change.new):
        return set(), [], None, None
    told = {document.sha256: finding for document, finding in change.read(citing | noting)}
    found = citations(store.documents(texts=False), told)
    held = {key_of(link): link for work in works for link in store.linked([work.id]) if link.kind == "cites"}
    wanted = {key_of(link): link for link in found.links}
    return held.keys() - wanted.keys(), [link for key, link in wanted.items() if held.get(key) != link], found.works, found.problems
