from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.claim import AUTHOR, Claim, Finding, Voice, numbered
from sayso.records.document import Document, Span
from sayso.store.search import as_match, folded
from sayso.store.sqlite import SqliteStore

TEXTS = {
    "kest.txt": "Officials spoke.\n\nThree rockets fell at Kest, the mayor said.",
    "термез.txt": "В Термезе упали ракеты, сообщили жители.",
    "sarn.txt": "No rocket reached Sarn. The Jama'at was blamed in Sarn.",
    "farsi.txt": "راکت‌ها به ترمذ اصابت کردند؛ ۱۲ راکت شلیک شد",
    "tajik.txt": "Дар Ҷиликӯл мӯшакҳо афтоданд, гуфт раиси ноҳия.",
    "arabic.txt": "قال المُتَحَدِّث إن صواريخ سقطت في كابل",
    "han.txt": "国防部表示，火箭弹击中了边境城市。政府发言人否认了这一说法。Kest 镇无人受伤。",
    "kana.txt": "ロケット弾が国境の町に落ちたと国防省は述べた。",
    "thai.txt": "กระทรวงกลาโหมกล่าวว่าจรวดตกในเมืองชายแดน",
    "shy.txt": "A wit\u00adness saw smoke near Lo\u0308vin.",
}
SHA = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in TEXTS.items()}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path_factory.mktemp("search") / "ledger.db") as store:
        for path, text in TEXTS.items():
            store.add_document(Document(path, SHA[path], text, "utf-8"))
        start = TEXTS["kest.txt"].index("Three")
        span = Span(SHA["kest.txt"], start, len(TEXTS["kest.txt"]))
        claim = Claim("", span, TEXTS["kest.txt"][start:], (Voice(AUTHOR),), "asserts", "affirms", "certain", "event", "attack")
        store.keep_finding(SHA["kest.txt"], "rules", Finding(tuple(numbered([claim]))))
        yield store


def found(store: SqliteStore, query: str) -> set[str]:
    return {hit.doc for hit in store.search(query)}


def test_a_word_finds_claims_and_documents_and_says_where(store: SqliteStore) -> None:
    claim, document = store.search("fell")
    text = TEXTS["kest.txt"]
    assert (claim.kind, text[claim.start : claim.end]) == ("claim", claim.snippet)
    assert (document.kind, text[document.start : document.end]) == ("document", "fell")
    assert "Three rockets fell at Kest" in document.snippet


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("ROCKET", {"kest.txt", "sarn.txt"}),
        ("rocket kest", {"kest.txt"}),
        ('"rockets fell"', {"kest.txt"}),
        ('"fell rockets"', set()),
        ("ракеты", {"термез.txt"}),
        ("ТЕРМЕЗЕ", {"термез.txt"}),
        ("упал", {"термез.txt"}),
        ("ترمذ", {"farsi.txt"}),
        ("راکت‌ها", {"farsi.txt"}),
        ("راکتها", {"farsi.txt"}),
        ("راکت", {"farsi.txt"}),
        ("12", {"farsi.txt"}),
        ("ҷиликӯл", {"tajik.txt"}),
        ("мушак", {"tajik.txt"}),
        ("раиси ноҳия", {"tajik.txt"}),
        ("المتحدث", {"arabic.txt"}),
        ("کابل", {"arabic.txt"}),
        ("witness", {"shy.txt"}),
        ("lövin", {"shy.txt"}),
        ("lovin", {"shy.txt"}),
        ("jama'at", {"sarn.txt"}),
        ("政府", {"han.txt"}),
        ("击中", {"han.txt"}),
        ("国防", {"han.txt", "kana.txt"}),
        ("国防 政府", {"han.txt"}),
        ("政府 kest", {"han.txt"}),
        ("政府 sarn", set()),
        ('"否认了"', {"han.txt"}),
        ("ロケット", {"kana.txt"}),
        ("จรวด", {"thai.txt"}),
        ("府政", set()),
        ("nowhere", set()),
    ],
)
def test_all_words_are_needed_in_any_script(store: SqliteStore, query: str, paths: set[str]) -> None:
    assert found(store, query) == {SHA[path] for path in paths}


def test_what_is_found_stands_at_its_place_in_any_script(store: SqliteStore) -> None:
    for query, path, words in [
        ("راکتها", "farsi.txt", "راکت‌ها"),
        ("المتحدث", "arabic.txt", "المُتَحَدِّث"),
        ("witness", "shy.txt", "wit\u00adness"),
        ("发言人", "han.txt", "发言人"),
    ]:
        (hit,) = store.search(query)
        assert TEXTS[path][hit.start : hit.end] == words


@given(st.text(max_size=40))
def test_folding_keeps_every_code_point_at_its_place(words: str) -> None:
    assert len(folded(words)) == len(words)


def test_a_claim_is_found_in_a_script_without_spaces(tmp_path: Path) -> None:
    text = TEXTS["han.txt"]
    span = Span(SHA["han.txt"], 0, text.index("。") + 1)
    claim = Claim("", span, text[: span.end], (Voice(AUTHOR),), "asserts", "affirms", "certain", "event", "attack")
    with SqliteStore(tmp_path / "ledger.db") as store:
        store.add_document(Document("han.txt", SHA["han.txt"], text, "utf-8"))
        store.keep_finding(SHA["han.txt"], "rules", Finding(tuple(numbered([claim]))))
        assert [hit.kind for hit in store.search("击中")] == ["claim", "document"]
        assert [hit.kind for hit in store.search("政府")] == ["document"]


def test_no_more_is_shown_than_asked_for(store: SqliteStore) -> None:
    assert len(store.search("rocket", limit=2)) == 2


@given(st.text(max_size=20))
def test_no_query_is_wrong(store: SqliteStore, query: str) -> None:
    assert isinstance(store.search(query), list)


def test_a_query_without_words_asks_for_nothing() -> None:
    assert as_match(' "" - * ') == ""
