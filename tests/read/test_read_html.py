from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sayso.read.html import HtmlReader
from sayso.read.reader import Reader
from sayso.records.document import Document

TEXT = """<p>The presidential spokesman Oda Lund denied on Monday that any rocket had been fired at the town of Kest, and called
the report an invention of the Harran Front.</p><p>Residents of the border district said they had heard explosions in the night and
seen smoke above the barracks, which stand on a hill.</p>"""
HEAD = """<meta charset="utf-8"><title>Rockets Fall at Kest | Orsenia Courier</title>
<meta property="og:title" content="Rockets Fall at Kest"><meta property="og:site_name" content="Orsenia Courier">
<meta name="author" content="Mira Dol"><meta property="article:published_time" content="2031-05-03T10:15:00+02:00">
<link rel="canonical" href="https://courier.example/kest">"""


def page(body: str = TEXT, head: str = HEAD) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>Rockets Fall at Kest</h1>{body}</article></body></html>".encode()


def read(tmp_path: Path, data: bytes, name: str = "a.html") -> Document:
    (tmp_path / name).write_bytes(data)
    document = HtmlReader().read(tmp_path / name, name).document
    assert document is not None
    return document


def code(tmp_path: Path, data: bytes) -> str:
    (tmp_path / "a.html").write_bytes(data)
    reading = HtmlReader().read(tmp_path / "a.html", "a.html")
    assert reading.document is None
    return reading.problems[0].code


def test_an_html_reader_is_a_reader() -> None:
    reader: Reader = HtmlReader()
    assert ".htm" in reader.suffixes


def test_the_stored_text_is_the_report_in_paragraphs_without_the_menu(tmp_path: Path) -> None:
    around = '<nav><a href="/">Home</a> <a href="/world">World news</a></nav>'
    text = read(tmp_path, page(TEXT + "<script>var a = 'hidden';</script>").replace(b"<article>", around.encode() + b"<article>")).text
    assert text.split("\n\n")[0] == "Rockets Fall at Kest"
    assert len(text.split("\n\n")) == 3
    assert "town of Kest, and called the report" in text
    assert "Home" not in text
    assert "hidden" not in text


def test_what_a_page_declares_is_known_with_where_it_stands(tmp_path: Path) -> None:
    found = read(tmp_path, page())
    assert (found.title, found.authors, found.publisher) == ("Rockets Fall at Kest", ("Mira Dol",), "Orsenia Courier")
    assert found.published is not None
    assert found.published.first == date(2031, 5, 3)
    assert found.url == "https://courier.example/kest"
    assert dict(found.known_from) == {
        "title": "meta og:title", "authors": "meta author", "publisher": "meta og:site_name", "published": "meta article:published_time",
        "url": "link canonical", "language": "py3langid",
    }  # fmt: skip


def test_linked_data_names_outlet_and_day(tmp_path: Path) -> None:
    data = '{"@graph": [{"@type": "NewsArticle", "datePublished": "2031-05-03", "publisher": {"name": "Orsenia Courier"}}]}'
    known = read(tmp_path, page(head=f'<meta charset="utf-8"><script type="application/ld+json">{data}</script>'))
    assert known.publisher == "Orsenia Courier"
    assert dict(known.known_from)["publisher"] == "json-ld publisher"
    assert dict(known.known_from)["published"] == "json-ld datePublished"


def test_a_page_that_declares_nothing_leaves_publisher_and_day_unknown(tmp_path: Path) -> None:
    found = read(tmp_path, page(head='<meta charset="utf-8"><title>Rockets Fall at Kest - Courier</title>'))
    assert (found.publisher, found.published, found.authors, found.url) == (None, None, (), None)


def test_a_day_in_the_future_is_read_the_same_on_every_day(tmp_path: Path) -> None:
    """The library takes today as its limit unless told otherwise."""
    found = read(tmp_path, page(head=HEAD.replace("2031-05-03", "2098-05-03")))
    assert str(found.published) == "2098-05-03"


@pytest.mark.parametrize("encoding", ["windows-1251", "utf-16", "utf-8"])
def test_the_encoding_is_the_one_that_the_page_declares(tmp_path: Path, encoding: str) -> None:
    russian = "<p>" + "Пресс-секретарь президента опроверг сообщения о ракетном обстреле города. Он назвал их ложью. " * 3 + "</p>"
    html = f'<!DOCTYPE html><html><head><meta charset="{encoding}"></head><body><article>{russian}</article></body></html>'
    found = read(tmp_path, html.encode(encoding))
    assert "Пресс-секретарь президента опроверг" in found.text
    assert found.language == "ru"


@pytest.mark.parametrize(
    ("declared", "encoding", "found"),
    [
        ("iso-8859-1", "utf-8", "utf-8"),
        ("windows-1251", "utf-8", "utf-8"),
        ("iso-8859-1", "cp1252", "cp1252"),
        ("us-ascii", "cp1252", "cp1252"),
        ("utf-8", "cp1252", "cp1252"),
    ],
)
def test_letters_are_whole_where_a_page_declares_the_wrong_encoding(tmp_path: Path, declared: str, encoding: str, found: str) -> None:
    body = TEXT.replace("Kest", "Kést") + "<p>“No rocket fell,” the mayor of Kést said.</p>"
    html = f'<html><head><meta charset="{declared}"></head><body>{body}</body></html>'
    document = read(tmp_path, html.encode(encoding))
    assert "“No rocket fell,” the mayor of Kést said." in document.text
    assert document.encoding == found


def test_lists_are_kept_where_a_page_marks_no_part_as_its_report(tmp_path: Path) -> None:
    points = "<ul><li>The Front said it fired none.<ul><li>It blamed the army.</li></ul></li><li>The mayor saw two.</li></ul>"
    html = f"<html><body><h1>Rockets</h1>{TEXT}{points}{TEXT.replace('Kest', 'Velk')}</body></html>"
    text = read(tmp_path, html.encode()).text
    assert "The Front said it fired none.\n\nIt blamed the army.\n\nThe mayor saw two." in text


def test_letters_are_in_one_piece_and_signs_that_nobody_sees_are_left_out(tmp_path: Path) -> None:
    body = TEXT + "<p>The of\ufb01ce of Jose\u0301 was \u200fhit by ro&shy;ck&shy;ets near Kest&#8203;avar\u200e.</p>"
    assert "The office of José was hit by rockets near Kestavar." in read(tmp_path, page(body)).text


def test_what_a_browser_does_not_show_is_not_read(tmp_path: Path) -> None:
    html = f"<html><body><article>{TEXT}<p hidden>The army said so.</p></article><noscript>Turn scripts on.</noscript></body></html>"
    text = read(tmp_path, html.encode()).text
    assert "army said so" not in text
    assert "scripts" not in text


def test_a_raised_number_is_kept_as_one_and_a_power_is_not_lost(tmp_path: Path) -> None:
    body = TEXT.replace("Kest,", "Kest<sup><a href='#n1'>12</a></sup>,").replace("hill.", "hill of 3 km<sup>2</sup>.")
    text = read(tmp_path, page(body)).text
    assert "the town of Kest¹², and called" in text
    assert "3 km²." in text


def test_a_table_has_a_line_for_each_row(tmp_path: Path) -> None:
    table = "<table><tr><th>Day</th><th>Rockets</th></tr><tr><td>4 March</td><td>12</td></tr></table>"
    assert "\n\n4 March | 12\n\n" in read(tmp_path, page(TEXT + table + TEXT)).text


def test_lines_wrapped_by_hand_in_a_page_are_one_paragraph(tmp_path: Path) -> None:
    wrapped = "<pre>KEST, May 3 (ABC) - The army said on Tuesday that it had seen\nno rocket, and that the report was an invention.</pre>"
    assert "it had seen no rocket, and that" in read(tmp_path, page(TEXT + wrapped)).text


def test_a_page_with_little_text_is_read_all_the_same(tmp_path: Path) -> None:
    assert "No rocket fell." in read(tmp_path, b"<html><body><div>No rocket fell.</div></body></html>").text


def test_a_page_that_nests_deeply_is_read(tmp_path: Path) -> None:
    deep = b"<html><body>" + b"<div>" * 600 + b"<p>No rocket fell.</p>" + b"</div>" * 600 + b"</body></html>"
    assert "No rocket fell." in read(tmp_path, deep).text


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    assert code(tmp_path, b"<html><body><script>document.write('x')</script><div id='app'></div></body></html>") == "no_text"
    assert code(tmp_path, b"<html><body><div id='app'></div><noscript>Turn scripts on.</noscript></body></html>") == "no_text"


def test_an_address_in_place_of_a_page_is_not_fetched(tmp_path: Path) -> None:
    """One of the libraries would fetch it."""
    assert read(tmp_path, b"http://127.0.0.1:9/never").text == "http://127.0.0.1:9/never"


def test_the_same_page_gives_the_same_document_again(tmp_path: Path) -> None:
    assert read(tmp_path, page()) == read(tmp_path, page())
