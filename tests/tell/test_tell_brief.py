"""The brief says who says so, in exact words, and nothing in its own voice."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from invented import ARMY, CLAIMS, DOCS, DOL, FRONT, RENN, TEER, book, span, weighing

from sayso.records.claim import Slot
from sayso.records.dispute import Dispute, Side
from sayso.records.incident import Position, Row
from sayso.records.trouble import Trouble
from sayso.records.worked_out import Linking
from sayso.tell.book import Book
from sayso.tell.brief import BriefTeller


def brief(of: Book | None = None, names: bool = False, limit: int = 12) -> str:
    told = BriefTeller(names=names, limit=limit).tell(of or book(), None)
    assert told.text is not None
    assert told.problems == ()
    return told.text


def section(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n")[1].split("\n## ")[0]


def line_with(text: str, words: str) -> str:
    return next(line for line in text.split("\n") if words in line)


def test_each_position_is_one_sentence_in_the_words_of_its_voice() -> None:
    told = section(brief(), "Incidents")
    assert "the Harran Front claimed responsibility" in told
    assert "Ilan Teer (Orsk) denied it" in told
    assert "‘absolutely untrue’" in told
    assert "Oda Renn (Velm) conceded" in told


def test_a_reversal_is_shown_with_both_dates() -> None:
    line = line_with(section(brief(), "Incidents"), "Velm has given different answers")
    assert re.search(r"denied \(5 March 2031\) \[\d+\], then yes \(9 March 2031\) \[\d+\]", line)


def test_the_bottom_line_has_three_sentences_each_with_a_citation() -> None:
    lines = [line for line in section(brief(), "Bottom line").split("\n") if line]
    assert len(lines) == 3
    assert all(re.search(r"\[\d+\]\.$", line) for line in lines)


def test_a_dispute_names_all_sides_and_who_holds_them() -> None:
    line = line_with(section(brief(), "Where sources disagree"), "how many rockets")
    assert "12, according to the Harran Front" in line
    assert "2–3, according to Velm" in line


def test_what_no_voice_answers_is_told_as_not_known() -> None:
    line = line_with(section(brief(), "What is not known"), "Rockets at Kest")
    assert "what harm was done" in line
    assert "how many" not in line


def test_a_pledge_is_borne_on_and_never_called_broken() -> None:
    text = brief()
    assert "Later reports bear on it: *Rockets at Kest* (4 March 2031, incident 1)" in section(text, "Pledges, predictions and threats")
    assert "broken" not in text


def test_a_private_person_is_not_named_in_quotations_either() -> None:
    text = brief()
    assert "Mira" not in text
    assert "Dol" not in text
    assert "A person (name withheld) said" in text


def test_a_spokesman_and_a_named_analyst_keep_their_names() -> None:
    text = brief(replace(book(), weighing=replace(weighing(), ties=())))
    assert "Oda Renn" in text
    assert "Ilan Teer" in text


def test_names_are_printed_where_they_are_asked_for() -> None:
    assert "Mira Dol" in brief(names=True)


def accusing(claims: tuple[str, ...], agent: str) -> Book:
    slot = Slot("agent", agent, span("a", agent), actor=agent.removeprefix("the "))
    accused = replace(DOL, act="accuses", slots=(slot,))
    kept = [accused if claim.id == DOL.id else claim for claim in CLAIMS if claim.id in claims]
    made = book(kept)
    incident = replace(weighing().incidents[0], claims=claims)
    return replace(made, weighing=replace(made.weighing, incidents=(incident,), matrices=(), disputes=(), pledges=()))


def test_an_allegation_without_a_denial_says_that_none_was_found() -> None:
    assert "No denial by the Harran Front was found in these reports [" in brief(accusing((DOL.id, ARMY.id), "the Harran Front"))


def test_an_allegation_is_printed_with_the_denial_of_the_accused() -> None:
    text = brief(accusing((DOL.id, TEER.id), "Ilan Teer"))
    assert re.search(r"Orsk denies it \[\d+\]\.", text)
    assert "No denial" not in text


def test_who_claims_responsibility_is_not_said_to_deny_nothing() -> None:
    assert "No denial" not in brief(accusing((DOL.id, FRONT.id), "the Harran Front"))


def test_what_only_one_voice_tells_stands_in_the_table_with_a_citation() -> None:
    row = line_with(section(brief(), "Also reported"), "Drone at Sarn")
    assert re.search(r"” \[\d+\] \|$", row)


def test_incidents_beyond_the_limit_move_to_the_table() -> None:
    assert "| Rockets at Kest |" in section(brief(limit=0), "Also reported")


def test_endnotes_lead_from_the_voice_to_the_paragraph_of_the_document() -> None:
    note = line_with(section(brief(), "Endnotes"), f"c:{RENN.id}")
    assert "Oda Renn (Velm) → sub/b.txt" in note
    assert "¶ 2: “On 9 March Velm spokesman" in note


def test_the_source_base_says_that_nobody_reviewed_the_claims() -> None:
    base = section(brief(), "Source base")
    assert "3 documents, 8 claims" in base
    assert "Not reviewed by a person: 100 %" in base


def test_a_quotation_over_two_lines_stays_exact() -> None:
    long = DOCS["a"].text[FRONT.span.start : TEER.span.end]
    wide = replace(FRONT, span=replace(FRONT.span, end=TEER.span.end), quote=long)
    assert "barracks.␍↵Orsk" in brief(book([wide, *CLAIMS[1:]]))


def test_the_brief_is_written_into_a_folder_or_to_a_file(tmp_path: Path) -> None:
    assert BriefTeller().tell(book(), tmp_path).paths == (tmp_path / "brief.md",)
    assert BriefTeller().tell(book(), tmp_path / "x" / "daily.md").paths == (tmp_path / "x" / "daily.md",)
    assert (tmp_path / "brief.md").read_bytes() == (tmp_path / "x" / "daily.md").read_bytes()


def test_a_brief_that_somebody_edited_is_not_written_over(tmp_path: Path) -> None:
    path = BriefTeller().tell(book(), tmp_path).paths[0]
    whole = path.read_text(encoding="utf-8")
    path.write_bytes(whole.replace("\n", " \r\n").encode("utf-8"))  # as an editor of another system saves it
    BriefTeller().tell(book(CLAIMS[1:]), tmp_path)
    mine = path.read_text(encoding="utf-8").replace("## Incidents", "## What happened")
    path.write_text(mine, encoding="utf-8")
    with pytest.raises(Trouble, match=r"brief.md holds what Sayso did not write, and is not written over"):
        BriefTeller().tell(book(), tmp_path)
    assert path.read_text(encoding="utf-8") == mine
    path.write_text("\n", encoding="utf-8")
    assert BriefTeller().tell(book(), tmp_path).paths == (path,)


def test_a_ledger_without_claims_gives_a_brief_that_says_so() -> None:
    empty = Book("empty", (), {}, Linking())
    assert "Nothing of this kind was found" in brief(empty)


def test_quoted_words_are_the_words_of_the_document() -> None:
    quotes = re.findall(r"“([^“”]+)” \[", section(brief(names=True), "Incidents"))
    texts = " ".join(" ".join(document.text.split()) for document in DOCS.values()).replace("“", "‘").replace("”", "’")
    assert quotes
    assert all(quote in texts for quote in quotes)


def test_a_pledge_is_borne_on_in_the_words_of_another_voice_than_its_own() -> None:
    line = line_with(section(brief(), "Pledges, predictions and threats"), "Later reports")
    assert "told by the Harran Front" in line


def test_every_endnote_is_cited_somewhere() -> None:
    text = brief()
    body, notes = text.split("## Endnotes")
    assert set(re.findall(r"\[(\d+)\]", body)) == set(re.findall(r"^- \[(\d+)\]", notes, re.MULTILINE))


def test_the_same_book_gives_the_same_brief() -> None:
    assert brief() == brief(book(tuple(reversed(CLAIMS))))


def test_a_holder_that_is_no_known_actor_is_named_in_its_own_words() -> None:
    sides = (Side("yes", ("a resident a.txt",), (DOL.id,)), Side("no", ("(author) sub/b.txt",), (ARMY.id,)))
    dispute = Dispute("d", "i-rockets", "", "occurrence", sides)
    line = line_with(brief(replace(book(), weighing=replace(weighing(), disputes=(dispute,)))), "yes, according to a resident [")
    assert "the author of *The Velm army denied any rocket" in line


def test_a_dispute_about_a_claim_of_no_incident_quotes_it() -> None:
    sides = (Side("yes", ("a resident a.txt",), (DOL.id,)), Side("denies", ("velm",), (ARMY.id,)))
    dispute = Dispute("d", DOL.id, "Is it so?", "relay", sides)
    told = section(brief(replace(book(), weighing=replace(weighing(), disputes=(dispute,)))), "Where sources disagree")
    assert DOL.id not in told
    assert "On “(name withheld), a resident of Kest, said" in told


def test_different_answers_without_dates_are_not_put_in_an_order() -> None:
    undated = tuple(replace(position, said=None) for position in (Position("yes", (RENN.id,)), Position("denies", (ARMY.id,))))
    rows = (Row("velm", "Velm", (), (("happened", undated),)),)
    made = replace(weighing(), matrices=(replace(weighing().matrices[0], rows=rows),))
    line = line_with(brief(replace(book(), weighing=made)), "Velm has given different answers")
    assert ", then" not in line


def test_a_pledge_on_which_nothing_bears_is_only_counted() -> None:
    pledge = replace(weighing().pledges[0], bearing=())
    told = section(brief(replace(book(), weighing=replace(weighing(), pledges=(pledge,)))), "Pledges, predictions and threats")
    assert "not printed here" in told
    assert "will not let" not in told
    assert "Nothing of this kind" not in told


def test_an_accusation_of_nobody_in_particular_says_that_no_denial_was_found() -> None:
    accused = replace(DOL, act="accuses")
    made = accusing((DOL.id, FRONT.id), "the Harran Front")
    findings = {doc: replace(f, claims=tuple(accused if c.id == DOL.id else c for c in f.claims)) for doc, f in made.findings.items()}
    assert "No denial of this accusation was found in these reports [" in brief(replace(made, findings=findings))
