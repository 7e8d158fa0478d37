"""What is new, and what would fall, in words of one line each."""

from __future__ import annotations

import pytest

from sayso.ledger import Ledger
from sayso.records.change import Change
from sayso.screens.differences import losses, news
from sayso.screens.screen import Sheet


def lines(sheet: Sheet) -> list[tuple[object, ...]]:
    assert all(len(row) == len(sheet.columns) for row in sheet.rows)
    return list(sheet.rows)


def change(
    kind: str, ident: str, detail: str = "", before: str = "", after: str = "", about: str = "it", claims: tuple[str, ...] = ()
) -> Change:
    return Change(kind, ident, about, detail, before, after, claims)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (change("new", "", after="2 claims, 1 voice"), "2 claims, 1 voice"),
        (change("reversed", "", "the Front", "denies", "yes"), "a voice changed its position: the Front denies → yes"),
        (change("contradicts", "", "How many?", "12 (Front)", "3 (Orsk)"), "How many? 12 (Front) → now also 3 (Orsk)"),
        (change("contradicts", "", "Did any land?", "", "no (Orsk)"), "Did any land? now no (Orsk)"),
        (change("corroborated", "", "independent origins", "1", "2"), "1 → 2 independent origins"),
        (change("status", "", "", "uncorroborated", "contested"), "uncorroborated → contested"),
    ],
)
def test_each_kind_of_news_has_its_words(ledger: Ledger, found: Change, words: str) -> None:
    ((kind, _, how, _),) = lines(news(ledger.shelf(), [found]))
    assert (kind, how) == (found.kind.upper(), words)


def test_news_of_an_incident_is_told_by_its_slug_and_other_news_by_what_it_is_about(ledger: Ledger) -> None:
    (one,) = ledger.incidents()
    told = lines(news(ledger.shelf(), [change("new", one.id, after="x"), change("pledge", "p-1", "Velm", "", "y", "its soil", ("c1",))]))
    assert [row[1] for row in told] == ["2024-03-05-kestavar-rocket", "its soil"]
    assert [row[3] for row in told] == [one.id, "c:c1"]


def test_what_is_gone_falls_and_what_changes_is_told_as_it_would_be(ledger: Ledger) -> None:
    found = [
        change("claim", "c1", "said", "12 rockets", "", "a.txt", ("c1",)),
        change("status", "i-1", "", "contested", "uncorroborated", "Fire"),
    ]
    assert lines(losses(ledger.shelf(), found)) == [
        ("claim", "a.txt: said", "12 rockets", "falls", "c:c1"),
        ("status", "Fire", "contested", "uncorroborated", "i-1"),
    ]


def test_a_sentence_of_a_brief_is_found_by_where_it_stands(ledger: Ledger) -> None:
    ((*_, address),) = lines(losses(ledger.shelf(), [change("sentence", "briefs/a.md:14", "", "It fell.", "")]))
    assert address == "briefs/a.md:14"
