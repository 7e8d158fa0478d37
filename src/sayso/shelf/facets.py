"""What a filter can ask of each kind of thing in a ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from sayso.known.gazetteer import country_names
from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.place import Place
from sayso.records.pledge import Pledge, PledgeKind
from sayso.records.problem import Problem
from sayso.records.vocabulary import vocabulary
from sayso.records.work import Work
from sayso.shelf.filters import Facets, Filter, check_word
from sayso.shelf.views import Shelf


@dataclass(frozen=True, slots=True)
class Sort:
    """One kind of thing that can be listed: all of it in its order, and what can be asked of each.

    `words` gives for some keys the values that such a thing can have, each with what it is called.
    """

    name: str
    keys: tuple[str, ...]
    all: Callable[[Shelf], Sequence[Any]]
    facets: Callable[[Shelf, Any], Facets]
    words: Mapping[str, Callable[[Shelf], Mapping[str, str]]] = field(default_factory=dict)


def chosen(shelf: Shelf, what: str, asked: Filter) -> list[Any]:
    """The things of one list that the filter lets through, in their order. Raises Trouble for a key or a word that they do not have."""
    sort = SORTS[what]
    asked.check(sort.keys, what)
    for term in (term for terms in asked.alternatives for term in terms if term.key in sort.words):
        check_word(term, sort.words[term.key](shelf), what)
    if not asked.alternatives:
        return list(sort.all(shelf))
    return [thing for thing in sort.all(shelf) if asked.fits(sort.facets(shelf, thing))]


def of_claim(shelf: Shelf, claim: Claim) -> Facets:
    """A claim's: its date is the day on which it was said, not that of what it tells."""
    incident = shelf.incident_of(claim)
    values = {
        "place": _places(slot.place for slot in claim.slots),
        "voice": frozenset(shelf.names_of(claim)),
        "actor": _folded([*shelf.names_of(claim), *_named(shelf, claim)]),
        "status": _folded([incident.status] if incident else []),
        "type": _folded([claim.verb]),
        "kind": _folded([claim.kind]),
        "act": _folded([claim.act]),
        "polarity": _folded([claim.polarity]),
        "review": _folded([claim.review]),
        "source": _source(shelf.index.documents[claim.span.doc]),
    }
    return Facets(values, claim.said, lambda: claim.quote)


def of_incident(shelf: Shelf, incident: Incident) -> Facets:
    """An incident's: what any of its claims has, with its own date, type and status."""
    claims = [of_claim(shelf, shelf.index.claims[claim]) for claim in incident.claims if claim in shelf.index.claims]
    values = {key: frozenset().union(*(one.values[key] for one in claims)) for key in ("place", "voice", "actor", "source")}
    values["place"] |= _places([incident.place])
    values |= {"status": _folded([incident.status]), "type": _folded([incident.type])}
    return Facets(values, incident.when, lambda: " ".join([incident.title, *(one.words() for one in claims)]))


def of_dispute(shelf: Shelf, dispute: Dispute) -> Facets:
    """A dispute's: those of the incident that it is about, and its own kind; `voice` asks for who holds one of its sides."""
    incident = shelf.index.incidents.get(dispute.about)
    claims = [shelf.index.claims[claim] for side in dispute.sides for claim in side.claims if claim in shelf.index.claims]
    about = of_incident(shelf, incident) if incident else None
    values = {key: about.values[key] if about else frozenset[str]() for key in ("place", "actor", "status", "type", "source")}
    values["actor"] |= _folded(
        [shelf.actor_name(dispute.about), *(shelf.actor_name(who) for side in dispute.sides for who in side.holders)]
    )
    values["voice"] = frozenset().union(*(shelf.names_of(claim) for claim in claims))
    values["kind"] = _folded([dispute.kind])
    words = [dispute.question, *(side.value for side in dispute.sides), *(claim.quote for claim in claims)]
    return Facets(values, incident.when if incident else None, lambda: " ".join(words))


def of_pledge(shelf: Shelf, pledge: Pledge) -> Facets:
    """A pledge's: its date is the day on which it was made."""
    claims = [shelf.index.claims[claim] for claim in pledge.claims if claim in shelf.index.claims]
    values = {
        "voice": _folded([pledge.by, shelf.actor_name(pledge.by)]).union(*(shelf.names_of(claim) for claim in claims)),
        "actor": _folded([shelf.actor_name(pledge.by), shelf.actor_name(pledge.to)]),
        "status": _folded([pledge.status]),
        "kind": _folded([pledge.kind]),
        "source": frozenset[str]().union(*(_source(shelf.index.documents[claim.span.doc]) for claim in claims)),
    }
    return Facets(values, pledge.said, lambda: " ".join([pledge.content, *(claim.quote for claim in claims)]))


def of_actor(_: Shelf, actor: Actor) -> Facets:
    """An actor's."""
    names = [actor.id, actor.name, *(name.text for name in actor.names)]
    return Facets(
        {"actor": _folded(names), "kind": _folded([actor.kind]), "side": _folded([actor.side or "unknown"])}, None, lambda: " ".join(names)
    )


def of_document(_: Shelf, document: Document) -> Facets:
    """A document's: its date is the day on which it was published."""
    values = {"source": _source(document), "language": _folded([document.language or ""])}
    return Facets(values, document.published, lambda: f"{document.title or ''} {document.text}")


def of_work(shelf: Shelf, work: Work) -> Facets:
    """A work's: the sources are the documents that cite it."""
    sources = (_source(shelf.index.documents[cited.doc]) for cited in work.cited_by)
    told = (work.author, work.title, work.publisher, work.url)
    return Facets({"source": frozenset().union(*sources)}, work.date, lambda: " ".join(part for part in told if part))


def of_problem(_: Shelf, problem: Problem) -> Facets:
    """A problem's."""
    values = {"source": _folded([problem.doc]), "step": _folded([problem.step]), "code": _folded([problem.code])}
    return Facets(values, None, lambda: f"{problem.message} {problem.hint}")


def _named(shelf: Shelf, claim: Claim) -> list[str]:
    """Whom the details of a claim name, as said and as known."""
    names = [slot.actor for slot in claim.slots if slot.actor]
    idents = [shelf.index.actor_id(claim.span.doc, name) for name in names]
    return [*names, *filter(None, idents), *(shelf.actor_name(ident) for ident in idents if ident)]


def _places(places: Iterable[Place | None]) -> frozenset[str]:
    """Names of places as said and as known, with the country that each lies in by its name and its two letters."""
    found = [place for place in places if place is not None]
    return _folded(name for place in found for name in (place.name, place.text, place.country, country_names().get(place.country, "")))


def _source(document: Document) -> frozenset[str]:
    return _folded([document.path, document.publisher or "", document.sha256, f"d:{document.sha256[:8]}"])


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names if name)


def _types(_: Shelf) -> dict[str, str]:
    """The incident types, each with its label."""
    return {one.key: one.label for one in vocabulary().incident_types.values()}


def _verbs(shelf: Shelf) -> dict[str, str]:
    """What a claim can tell of: incident types, predicates of ties, and the measures that are here."""
    predicates = {one.key: one.phrase for one in vocabulary().predicates.values()}
    return _types(shelf) | predicates | {claim.verb.casefold(): "" for claim in shelf.claims() if claim.kind in ("figure", "statement")}


def _kinds(name: str) -> Callable[[Shelf], dict[str, str]]:
    return lambda _: dict.fromkeys(vocabulary().terms[name], "")


DATED = ("since", "until")
SORTS: Mapping[str, Sort] = {
    sort.name: sort
    for sort in (
        Sort("incidents", ("place", "voice", "actor", "status", "type", "source", *DATED), Shelf.incidents, of_incident, {"type": _types}),
        Sort(
            "disputes",
            ("place", "voice", "actor", "status", "type", "kind", "source", *DATED),
            Shelf.disputes,
            of_dispute,
            {"type": _types, "kind": _kinds("dispute_kind")},
        ),
        Sort(
            "pledges",
            ("voice", "actor", "status", "kind", "source", *DATED),
            Shelf.pledges,
            of_pledge,
            {"kind": lambda _: dict.fromkeys(get_args(PledgeKind), "")},
        ),
        Sort("actors", ("actor", "kind", "side"), Shelf.actors, of_actor, {"kind": _kinds("actor_kind")}),
        Sort("documents", ("source", "language", *DATED), Shelf.documents, of_document),
        Sort(
            "claims",
            ("place", "voice", "actor", "status", "type", "kind", "act", "polarity", "review", "source", *DATED),
            Shelf.claims,
            of_claim,
            {"type": _verbs, "kind": _kinds("kind")},
        ),
        Sort("works", ("source", *DATED), Shelf.works, of_work),
        Sort("problems", ("source", "step", "code"), lambda shelf: shelf.book.problems, of_problem),
    )
}
"""All that can be listed, by name, with the keys that can narrow it."""
