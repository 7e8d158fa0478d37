"""The check of a brief finds what no claim supports."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from invented import FRONT, TEER, book

from sayso.records.claim import AUTHOR, Claim, Finding, Voice, numbered
from sayso.records.dispute import Dispute, Side
from sayso.records.document import Document, Span
from sayso.records.incident import Incident
from sayso.records.problem import Problem
from sayso.records.worked_out import Weighing
from sayso.tell.book import Book
from sayso.tell.brief import BriefTeller
from sayso.tell.lint import check_brief


def brief() -> str:
    return BriefTeller().tell(book(), None).text or ""


def messages(text: str) -> list[str]:
    return [problem.message for problem in check_brief(text, book(), "briefs/1.md")]


def test_a_brief_as_told_has_no_findings() -> None:
    assert check_brief(brief(), book()) == []


def test_a_sentence_whose_citation_was_removed_is_found() -> None:
    text = re.sub(r"(On 9 March 2031 Oda Renn.*”) \[\d+\]\.", r"\1.", brief())
    (problem,) = check_brief(text, book(), "briefs/1.md")
    assert problem.message.startswith('sentence has no citation: "On 9 March 2031 Oda Renn')
    line = text.split("\n").index(next(one for one in text.split("\n") if "On 9 March 2031 Oda Renn" in one)) + 1
    assert problem.doc == f"briefs/1.md:{line}"


def test_a_sentence_that_a_person_adds_without_a_citation_is_found() -> None:
    text = brief().replace("## Incidents\n", "## Incidents\n\nMr. Teer spoke [1]. Three rockets landed in Kest.\n")
    assert messages(text) == ['sentence has no citation: "Three rockets landed in Kest."']


def test_an_altered_endnote_is_found_with_the_number_of_words() -> None:
    text = re.sub(r"(¶ \d+: “the Harran Front claimed it had fired) 12 ", r"\1 13 ", brief())
    assert f"[c:{FRONT.id}] quote differs from the document (1 word)" in messages(text)


def test_an_altered_space_in_an_endnote_is_found() -> None:
    text = brief().replace("said the report was “absolutely", "said  the report was “absolutely")
    assert f"[c:{TEER.id}] quote differs from the document (spacing)" in messages(text)


def test_altered_words_of_a_sentence_are_found() -> None:
    text = brief().replace("‘absolutely untrue’", "‘wholly untrue’")
    assert any(message.startswith("quoted words are in no cited claim") for message in messages(text))


def test_a_citation_without_an_endnote_is_found() -> None:
    assert "[99] has no endnote" in messages(brief().replace("## Incidents\n", "## Incidents\n\nRockets, they say [99].\n"))


def test_an_endnote_that_names_no_claim_is_found() -> None:
    assert "[c:0123] is no claim of this ledger" in messages(brief().replace(f"c:{FRONT.id}", "c:0123"))


def test_a_row_of_a_table_needs_its_citation() -> None:
    text = re.sub(r"(\| Drone at Sarn .*”) \[\d+\] \|", r"\1 |", brief())
    assert [message[:24] for message in messages(text)] == ["sentence has no citation"]


def test_a_line_in_italics_is_exempt_only_where_it_is_a_line_of_counts() -> None:
    text = brief().replace("## Incidents\n", "## Incidents\n\n*Three rockets landed in Kest.*\n")
    assert [message[:24] for message in messages(text)] == ["sentence has no citation"]


def test_a_finding_is_a_problem_of_the_check() -> None:
    (problem,) = check_brief("Rockets fell.\n", book(), "x.md")
    assert problem == Problem("x.md:1", "check", "no_citation", 'sentence has no citation: "Rockets fell."', start=0, end=13)


NASTY = st.text(st.sampled_from("ab C.,;:!?“”‘’\"'[]()*_`<>|\\\n\r…—1é"), min_size=1, max_size=300)


@given(NASTY, NASTY)
def test_whatever_a_document_holds_its_brief_passes_the_check(first: str, second: str) -> None:
    text = f"{first} {second}"
    document = Document("x.txt", "f" * 64, text, "utf-8", first)
    made = [
        Claim("", Span("f" * 64, start, end), text[start:end], (Voice(AUTHOR),), "asserts", "affirms", "possible", "event", "attack")
        for start, end in ((0, len(first)), (len(first) + 1, len(text)))
    ]
    claims = numbered(made)
    ids = tuple(claim.id for claim in claims)
    incident = Incident("i", "attack", second, None, None, ids, "contested", (), (), (1, 1))
    dispute = Dispute(
        "d", "i", "", "occurrence", tuple(Side(value, (), (ident,)) for value, ident in zip((first, second), ids, strict=True))
    )
    weighing = Weighing(incidents=(incident,), disputes=(dispute,))
    told = BriefTeller().tell(Book(first, (document,), {document.sha256: Finding(tuple(claims))}, weighing=weighing), None)
    assert told.problems == ()
