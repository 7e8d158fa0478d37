"""By which ways claims came: voices, outlets, works and documents, each edge as sure as what tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import networkx

from sayso.ledger import Ledger
from sayso.records.claim import Finding, Voice
from sayso.records.document import Span
from sayso.records.link import Link
from sayso.records.work import Named, Note, Source, Work
from sayso.shelf.grid import Grid
from sayso.shelf.independence import Independence
from sayso.shelf.views import Shelf


def ways(edges: Grid) -> list[tuple[object, ...]]:
    """Each edge by the kinds and names of its ends, and how surely it is one."""
    return list(zip(*map(edges.column, ("from_kind", "from_name", "to_kind", "to_name", "state")), strict=True))


def rebuilt(
    ledger: Ledger,
    links: Sequence[Link] = (),
    works: Sequence[Work] = (),
    publisher: str | None = None,
    chain: Sequence[Voice] = (),
    notes: Sequence[Note] = (),
) -> Independence:
    """The one incident of a ledger, where its first claim came by this chain and its document has this publisher and these notes."""
    book = ledger.book()
    document = book.documents[0]
    finding = book.findings[document.sha256]
    claim = replace(finding.claims[0], voices=(*finding.claims[0].voices, *chain))
    findings = {**book.findings, document.sha256: Finding((claim,), finding.mentions, notes=tuple(notes))}
    linking = replace(book.linking, links=(*book.linking.links, *links), works=tuple(works))
    book = replace(book, documents=(replace(document, publisher=publisher), *book.documents[1:]), findings=findings, linking=linking)
    return Independence(book.weighing.incidents[0], Shelf(book))


def test_voices_lead_to_outlets_and_these_to_documents(ledger: Ledger) -> None:
    found = rebuilt(ledger, publisher="Velmar Post", chain=[Voice("Ilvar Radio", None, "Ilvar Radio")])
    assert ways(found.edges()) == [
        ("voice", "Tarvonia", "outlet", "Ilvar Radio", "found"),
        ("outlet", "Ilvar Radio", "outlet", "Velmar Post", "found"),
        ("outlet", "Velmar Post", "document", "a.txt", "found"),
        ("voice", "Orsenia", "document", "b.txt", "found"),
    ]


def test_who_publishes_his_own_words_hands_them_to_nobody(ledger: Ledger) -> None:
    assert ways(rebuilt(ledger, publisher="Tarvonia").edges())[0] == ("voice", "Tarvonia", "document", "a.txt", "found")


def test_a_hand_that_a_note_names_is_as_sure_as_the_note(ledger: Ledger) -> None:
    claim = ledger.claims()[0]
    named = Named("Ilvar Radio", Span(claim.span.doc, 0, 11))
    note = Note("1", None, None, "inferred", source=Source(publisher=named), sentence=claim.span)
    found = rebuilt(ledger, chain=[Voice("Ilvar Radio", named.span, "Ilvar Radio")], notes=[note])
    assert ways(found.edges())[0] == ("voice", "Tarvonia", "outlet", "Ilvar Radio", "inferred")


def test_a_work_that_is_cited_stands_between_with_the_state_of_its_note(ledger: Ledger) -> None:
    claim = ledger.claims()[0]
    works = [
        Work("w-1", "Ilena Vostrane", "The border", None, None, None),
        Work("w-2", None, "Elsewhere", None, None, None, document=ledger.documents()[2].sha256),
    ]
    links = [Link(claim.id, "w-1", "cites", "unresolved"), Link(claim.id, "w-2", "cites", "inferred")]
    assert ways(rebuilt(ledger, links, works).edges()) == [
        ("voice", "Tarvonia", "document", "a.txt", "found"),
        ("voice", "Orsenia", "document", "b.txt", "found"),
        ("voice", "Tarvonia", "work", "Ilena Vostrane, The border", "unresolved"),
        ("work", "Ilena Vostrane, The border", "document", "a.txt", "unresolved"),
        ("voice", "Tarvonia", "document", "c.txt", "inferred"),
        ("document", "c.txt", "document", "a.txt", "inferred"),
    ]


def test_a_document_that_repeats_another_hangs_on_it(ledger: Ledger) -> None:
    first, second, _ = ledger.claims()
    found = rebuilt(ledger, [Link(second.id, first.id, "copy_of", "inferred")])
    assert ways(found.edges())[-1] == ("document", "a.txt", "document", "b.txt", "inferred")


def test_the_graph_is_the_same_as_the_table_and_the_count_is_that_of_the_incident(ledger: Ledger) -> None:
    found = ledger.independence("2024-03-05-kestavar-rocket")
    graph = found.graph()
    assert isinstance(graph, networkx.DiGraph)
    assert [(left, right, data["state"], data["claims"]) for left, right, data in graph.edges(data=True)] == list(
        zip(*map(found.edges().column, ("from", "to", "state", "claims")), strict=True)
    )
    assert sorted(data["kind"] for _, data in graph.nodes(data=True)) == ["document", "document", "voice", "voice"]
    assert (found.low, found.high) == found.incident.origins == (1, 1)
    assert repr(found) == "Rocket, shell or missile fire, Kestavar, 2024-03-05: 1 independent origin"
    assert found.origins().column("voice") == ["Tarvonia", "Orsenia"]
    assert "1 independent origin" in found._repr_html_()
    networkx.write_graphml(graph, __import__("io").BytesIO())
