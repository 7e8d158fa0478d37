"""Which sentences of briefs change where claims fall."""

from __future__ import annotations

import re

from invented import CLAIMS, book

from sayso.records.change import Change
from sayso.tell.brief import BriefTeller
from sayso.tell.sentences import changed_sentences

FALLING = next(claim for claim in CLAIMS if "conceded" in claim.quote)


def without(kept: dict[str, str]) -> list[Change]:
    """What changes where the concession falls."""
    return changed_sentences(book(), book(tuple(claim for claim in CLAIMS if claim != FALLING)), kept)


def brief() -> str:
    return BriefTeller().tell(book(), None).text or ""


def test_no_sentence_changes_where_no_claim_falls() -> None:
    assert changed_sentences(book(), book(), {"briefs/mine.md": brief()}) == []


def test_a_sentence_that_rests_on_a_fallen_claim_falls_and_is_shown_without_numbers() -> None:
    fallen = [change for change in without({}) if "Oda Renn (Velm) conceded" in change.before]
    assert [(change.id, change.after) for change in fallen] == [("brief", "")]
    assert FALLING.id in fallen[0].claims
    assert not any(re.search(r"\[\d+\]|incident \d", change.before + change.after) for change in without({}))


def test_a_sentence_of_a_kept_brief_stands_beside_the_one_that_is_told_with_its_line() -> None:
    lines = brief().split("\n")
    line = next(number for number, text in enumerate(lines, 1) if "Oda Renn (Velm) conceded" in text)
    places = [change.id for change in without({"briefs/mine.md": brief()}) if "Oda Renn (Velm) conceded" in change.before]
    assert places == [f"brief, briefs/mine.md:{line}"]


def test_a_sentence_of_a_persons_own_says_how_many_of_its_citations_stay() -> None:
    other = next(claim for claim in CLAIMS if claim.voice.text != FALLING.voice.text)
    notes = "\n".join(f"- [{number}] a ¶ 1: “{one.quote}” c:{one.id}" for number, one in enumerate((FALLING, other), 1))
    kept = f"Velm owned up [1]. Two voices spoke [1][2][1]. One spoke [2].\n\n## Endnotes\n\n{notes}\n"
    mine = [change for change in without({"briefs/mine.md": kept}) if change.id.startswith("briefs/")]
    assert [(one.id, one.before, one.after) for one in mine] == [
        ("briefs/mine.md:1", "Velm owned up.", ""),
        ("briefs/mine.md:1", "Two voices spoke.", "1 of its 2 citations stay"),
    ]
