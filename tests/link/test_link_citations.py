"""Which notes cite one work, which claims rest on it, and where citing runs in a circle."""

from __future__ import annotations

import pytest
from papers import RENN, TARN, Papers, works_of

from sayso.link.citations import address_key


@pytest.mark.parametrize(
    "other",
    [
        RENN,
        "Nadir Renn, Rockets Over Kest, Velm Post, March 3, 2031.",
        "Renn, N., Rockets over Kest, Velm Post, 3 March 2031",
        "Rockets over Kest, Velm Post, 3 March 2031, http://www.velm.example/rockets/?utm_source=x",
        "Nadir Renn, Rockets over Kest: what is known so far, Velm Post",
        "Velm Post. https://velm.example/rockets",
    ],
)
def test_one_work_is_known_again_by_address_or_by_title_and_author(other: str) -> None:
    assert [number for _, number in works_of(("a.txt", RENN), ("b.txt", other))] == [2]


@pytest.mark.parametrize(
    "other",
    [
        TARN,
        "Ola Tarn, Rockets over Kest, Sarn Review, May 9, 2030.",
        "Nadir Renn, Rockets over Sarn, Velm Post, March 3, 2031.",
        "Nadir Renn, Rockets over Kest, Velm Post, April 7, 2031. https://velm.example/april",
        "Velm Post, April 3, 2031.",
    ],
)
def test_another_title_another_author_or_another_day_is_another_work(other: str) -> None:
    assert [number for _, number in works_of(("a.txt", RENN), ("b.txt", other))] == [1, 1]


def test_numbered_reports_are_works_of_their_own() -> None:
    one, other = "Report 11 on the rockets of Orsk, Orsk Council.", "Report 12 on the rockets of Orsk, Orsk Council."
    assert len(works_of(("a.txt", one), ("a.txt", other))) == 2


def test_one_address_under_two_titles_is_two_works_and_a_problem_at_each_note() -> None:
    papers = Papers()
    papers.say("a.txt", "Rockets fell on the town of Kest.", kind="statement", verb="statement")
    papers.cite("a.txt", RENN)
    papers.say("a.txt", "The harbour was closed to all ships.", kind="statement", verb="statement")
    papers.cite("a.txt", TARN.replace("sarn.example/harbour", "velm.example/rockets"))
    linking = papers.link()
    assert [problem.code for problem in linking.problems] == ["one_url_many_titles"] * 2
    assert [citation.defects for work in linking.works for citation in work.cited_by] == [("one_url_many_titles",)] * 2


def test_a_claim_is_linked_to_the_work_of_its_note_as_surely_as_the_note_is() -> None:
    papers = Papers()
    one = papers.say("a.txt", "Rockets fell on the town of Kest.", kind="statement", verb="statement")
    papers.cite("a.txt", RENN)
    other = papers.say("a.txt", "The harbour was closed to all ships.", kind="statement", verb="statement")
    papers.cite("a.txt", TARN, "inferred")
    linking = papers.link()
    first, second = (work.id for work in linking.works)
    cites = [(link.left, link.right, link.judgement) for link in linking.links if link.kind == "cites"]
    assert cites == sorted([(one, first, "found"), (other, second, "inferred")])


def test_an_ibid_counts_for_the_work_it_means_and_says_so() -> None:
    papers = Papers()
    for sentence in ("Rockets fell on the town of Kest.", "The harbour was closed to all ships."):
        papers.say("a.txt", sentence, kind="statement", verb="statement")
        papers.cite("a.txt", RENN, ibid=True)
    (work,) = papers.link().works
    assert [citation.ibid_of for citation in work.cited_by] == [None, work.id]


def test_documents_that_rest_on_each_other_are_told() -> None:
    papers = Papers(
        known={"a.txt": {"url": "https://velm.example/rockets"}, "b.txt": {"title": "The harbour of Sarn", "publisher": "Sarn Review"}}
    )
    papers.say("a.txt", "Rockets fell on the town of Kest.", kind="statement", verb="statement")
    papers.cite("a.txt", TARN)
    papers.say("b.txt", "The harbour was closed to all ships.", kind="statement", verb="statement")
    papers.cite("b.txt", RENN)
    linking = papers.link()
    assert [(problem.doc, problem.code) for problem in linking.problems] == [("a.txt", "circular_citation"), ("b.txt", "circular_citation")]
    assert {work.document for work in linking.works} == {"a.txt", "b.txt"}


def test_citing_one_way_is_no_circle() -> None:
    papers = Papers(known={"a.txt": {"url": "https://velm.example/rockets"}})
    papers.say("a.txt", "Rockets fell on the town of Kest.", kind="statement", verb="statement")
    papers.say("b.txt", "The harbour was closed to all ships.", kind="statement", verb="statement")
    papers.cite("b.txt", RENN)
    assert papers.link().problems == ()


@pytest.mark.parametrize(
    ("note", "held"),
    [
        ("“Rockets over Kest”, Velm Post, 3 March 2031.", True),
        ("Velm Post, 3 March 2031.", True),
        ("“Rockets over Kest”, Velm Post, 4 March 2031.", False),
        ("“Rockets over Sarn”, Velm Post, 3 March 2031.", False),
        ("Sarn Review, 3 March 2031.", False),
        ("Statement of the Front, 3 March 2031.", False),
    ],
)
def test_a_document_of_the_pile_is_the_work_of_a_note_that_tells_its_day_and_its_title_or_publisher(note: str, held: bool) -> None:
    told = {"title": "Analysis: Rockets Over Kest And What Followed", "publisher": "Velm Post"}
    papers = Papers(published={"a.txt": "2031-03-03"}, known={"a.txt": told})
    papers.say("a.txt", "Rockets fell on the town of Kest.", kind="statement", verb="statement")
    papers.say("b.txt", "The harbour was closed to all ships.", kind="statement", verb="statement")
    papers.cite("b.txt", note)
    assert [work.document for work in papers.link().works] == ["a.txt" if held else None]


def test_of_two_documents_that_a_note_may_mean_none_is_its_work() -> None:
    papers = Papers(
        published=dict.fromkeys(("a.txt", "c.txt"), "2031-03-03"), known={doc: {"publisher": "Velm Post"} for doc in ("a.txt", "c.txt")}
    )
    for doc in ("a.txt", "c.txt", "b.txt"):
        papers.say(doc, f"Rockets fell on the town of Kest, says {doc}.", kind="statement", verb="statement")
    papers.cite("b.txt", "Velm Post, 3 March 2031.")
    assert [work.document for work in papers.link().works] == [None]


def test_works_do_not_depend_on_the_order_of_documents() -> None:
    papers = Papers()
    for doc in ("b.txt", "a.txt"):
        papers.say(doc, f"Rockets fell on the town of Kest, says {doc}.", kind="statement", verb="statement")
        papers.cite(doc, RENN)
    assert papers.link().works == papers.link(backwards=True).works


def test_addresses_are_compared_without_what_leads_to_the_page() -> None:
    assert address_key("http://www.Velm.example/A/?utm_source=x") == address_key("https://velm.example/A#top") == "velm.example/A"
