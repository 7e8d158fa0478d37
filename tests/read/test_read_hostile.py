"""Odd and hostile files, made here: each ends as a document or as a problem by name; none crashes, takes long or much memory."""

from __future__ import annotations

import os
import resource
import time
import zlib
from itertools import pairwise
from pathlib import Path

import pytest
from made import LOCKED, body, lines, pdf, with_part, word, zipped

from sayso.cli import main
from sayso.ledger import Ledger
from sayso.read.paths import fit
from sayso.records.trouble import Exit

TEXT = "The presidential spokesman denied on Monday that any rocket had been fired at the town of Kest. Case {}.\n"
RUSSIAN = "Пресс-секретарь президента опроверг сообщения о ракетном обстреле города. Он назвал их ложью. Случай {}.\n"
DOCUMENT = "document"
SLOWEST = 10
"""Seconds for one file."""
GROWTH = 1_500_000
"""Kilobytes by which the process that asks may grow over all files."""


def text(case: object) -> bytes:
    return TEXT.format(case).encode()


def html(inside: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{inside}</body></html>".encode()


def page(case: str, more: str = "") -> bytes:
    return html(f"<article><p>{TEXT.format(case)}</p><p>{TEXT.format(case + ' again')}</p>{more}</article>")


def one_line_pdf(case: str) -> list[tuple[float, float, float, str]]:
    return lines([TEXT.format(case).strip()])


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)) + "]>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
PACKED = zlib.compress(b"BT (x) Tj ET " * 8_000_000, 9)
STREAM = b"/Length %d/Filter/FlateDecode>>stream\n" % len(PACKED) + PACKED

TEXTS: dict[str, tuple[bytes, set[str]]] = {
    "empty.txt": (b"", {"empty"}),
    "spaces.txt": (b" \r\n\t\n", {"empty"}),
    "mark-only.txt": (b"\xef\xbb\xbf", {"empty"}),
    "any-bytes.txt": (bytes(range(256)) * 40, {"binary"}),
    "zero.txt": (text("zero") + b"\0", {"binary"}),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, {"unsupported_type"}),
    "mark.txt": (b"\xef\xbb\xbf" + text("mark"), {DOCUMENT}),
    "cp1251.txt": (RUSSIAN.format(1).encode("cp1251"), {DOCUMENT, "encoding_guessed"}),
    "utf-16.txt": (RUSSIAN.format(2).encode("utf-16"), {DOCUMENT}),
    "utf-16-no-mark.txt": (TEXT.format(3).encode("utf-16-le"), {DOCUMENT, "encoding_guessed"}),
    "utf-32.txt": (RUSSIAN.format(4).encode("utf-32"), {DOCUMENT}),
    "utf-16-odd.txt": (RUSSIAN.format(5).encode("utf-16") + b"x", {"binary"}),
    "cut.txt": (RUSSIAN.format(6).strip().encode()[:-2] + b"\xd0", {DOCUMENT, "characters_lost"}),
    "crlf.txt": (text("crlf").replace(b"\n", b"\r\n"), {DOCUMENT}),
    "cr.txt": (text("cr").replace(b"\n", b"\r") * 3, {DOCUMENT}),
    "one-line.txt": (text("one line").strip() * 30_000, {DOCUMENT}),
    "one-word.txt": (b"Kest" * 250_000, {DOCUMENT, "language_unknown"}),
    "huge.txt": (b"", {"too_large"}),  # made large below
    "long.txt": (b"a b c " * 1_000_000, {"too_large"}),
    "escapes.txt": (b"\x1b[31m" + text("escapes") * 3, {DOCUMENT}),
    "turned.txt": (("\u202e" + TEXT.format("turned") + "\u0301" * 5_000).encode(), {DOCUMENT, "language_unknown"}),
    "slow-head.txt": ((b"By " + b"Aa-" * 900 + b"!\n") * 3 + b"A, " * 1500 + b"\nKEST, " + b"A/" * 1500, {DOCUMENT, "language_unknown"}),
    "brackets.txt": (b"(" * 300_000 + text("brackets"), {DOCUMENT, "language_unknown"}),
    "numbers.txt": (b"1,000-3,000 " * 50_000, {DOCUMENT, "language_unknown"}),
    "surrogates.txt": (text("surrogates") + b"\xed\xa0\x80", {DOCUMENT, "encoding_guessed"}),
    "README": (text("no ending"), {DOCUMENT}),
    "program.py": (b"print('x')", {"unsupported_type"}),
    "mail.msg": (OLE, {"unsupported_type"}),
    "letter.rtf": (b"{\\rtf1 words}", {"unsupported_type"}),
    "front.md": (b"---\n" + b"[" * 3_900 + b"\n---\n" + text("front matter"), {DOCUMENT, "language_unknown"}),
    "aliases.md": (b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\ntitle: *c\n---\n" + text("aliases"), {DOCUMENT}),
}
PAGES: dict[str, tuple[bytes, set[str]]] = {
    "empty.html": (b"", {"empty"}),
    "filled-by-a-program.html": (html("<div id='app'></div><script>fill()</script>"), {"no_text"}),
    "deep.html": (html("<div>" * 100_000 + TEXT.format("deep")), {DOCUMENT, "no_text", "too_costly"}),
    "wide.html": (html("".join(f"<p>{TEXT.format(n)}</p>" for n in range(5_000))), {DOCUMENT}),
    "laughs.html": (LAUGHS.encode() + page("laughs", "<p>&j;</p>"), {DOCUMENT}),
    "unclosed.html": (b"<!DOCTYPE html><html><body><p" + b"<p>" * 20_000 + text("unclosed"), {DOCUMENT}),
    "long-attribute.html": (page("attribute", f"<p title='{'x' * 2_000_000}'>Kest</p>"), {DOCUMENT}),
    "any-bytes.html": (bytes(range(256)) * 40, {"binary"}),
    "address.html": (b"http://127.0.0.1:9/never", {DOCUMENT, "language_unknown"}),
    "false-charset.html": (
        html(f"<p>{RUSSIAN.format(7)}</p>", "<meta charset='utf-8'>").decode().encode("cp1251"),
        {DOCUMENT, "encoding_guessed"},
    ),
    "no-charset.html": (html(f"<p>{TEXT.format('charset')}</p>", "<meta charset='nonsense'>"), {DOCUMENT}),
    "deep-data.html": (page("data", "<script type='application/ld+json'>" + "[" * 200_000 + "</script>"), {DOCUMENT}),
    "page.xhtml": (b"<?xml version='1.0' encoding='utf-8'?>\n" + page("xhtml"), {DOCUMENT}),
    "zero.html": (page("zero in a page").replace(b"Kest", b"Ke\0st"), {"binary"}),
}
PDFS: dict[str, tuple[bytes, set[str]]] = {
    "empty.pdf": (b"", {"empty"}),
    "start.pdf": (b"%PDF-1.7\n", {"damaged"}),
    "no.pdf": (text("text as pdf"), {"damaged"}),
    "cut.pdf": (pdf(one_line_pdf("cut"))[:300], {"damaged"}),
    "no-table.pdf": (pdf(one_line_pdf("no table")).replace(b"startxref", b"startnothing"), {DOCUMENT, "damaged"}),
    "locked.pdf": (pdf(one_line_pdf("locked"), encrypt=LOCKED), {"encrypted"}),
    "images.pdf": (pdf([], []), {"no_text_layer"}),
    "circle.pdf": (pdf(one_line_pdf("circle")).replace(b"Kids[4 0 R]", b"Kids[2 0 R]"), {"damaged", "no_text_layer"}),
    "false-count.pdf": (
        pdf(one_line_pdf("count")).replace(b"Count 1>", b"Count 999999999>"),
        {DOCUMENT, "damaged", "pages_without_text", "too_costly"},
    ),
    "false-box.pdf": (pdf(one_line_pdf("box")).replace(b"0 0 600 800", b"9 9 1e30 -1"), {DOCUMENT, "no_text_layer"}),
    "swelling.pdf": (
        pdf([]).replace(b"/Length 0>>stream\n", STREAM),
        {DOCUMENT, "too_costly", "garbled", "too_large", "no_text_layer", "language_unknown", "damaged"},
    ),
    "many-pages.pdf": (pdf(*[one_line_pdf(f"page {n}") for n in range(300)]), {DOCUMENT}),
    "odd-signs.pdf": (pdf(lines(["* . *"])), {DOCUMENT, "language_unknown"}),
}
WORDS: dict[str, tuple[bytes, set[str]]] = {
    "empty.docx": (b"", {"empty"}),
    "no.docx": (text("text as docx"), {"damaged"}),
    "cut.docx": (word(TEXT.format("cut"))[:900], {"damaged"}),
    "bomb.docx": (with_part(word("x"), "word/document.xml", b" " * 30_000_000), {"too_costly"}),
    "laughs.docx": (with_part(word("x"), "word/document.xml", (LAUGHS + "<x>&j;</x>").encode()), {"entities"}),
    "outside-entity.docx": (with_part(word("x"), "word/document.xml", b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"), {"entities"}),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), {"encrypted"}),
    "old.docx": (OLE, {"unsupported_type"}),
    "book.docx": (zipped({"mimetype": b"application/epub+zip"}), {"unsupported_type"}),
    "package.zip": (zipped({"a.txt": b"x"}), {"unsupported_type"}),
    "table.xlsx": (zipped({"xl/workbook.xml": b"<x/>"}), {"unsupported_type"}),
    "many-parts.docx": (zipped({"word/document.xml": b"<x/>"} | {f"word/{n}.bin": b"" for n in range(6_000)}), {"too_costly"}),
    "deep.docx": (body("<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000), {"damaged", "no_text"}),
    "no-xml.docx": (with_part(word("x"), "word/document.xml", b"no xml at all"), {"damaged"}),
    "climbing.docx": (with_part(word(TEXT.format("climbing")), "../../climbed.txt", b"x"), {DOCUMENT}),
    "macro.docm": (word(TEXT.format("docm")), {DOCUMENT, "wrong_ending"}),
    "blank.docx": (word(), {"no_text"}),
}
MISNAMED: dict[str, tuple[bytes, set[str]]] = {
    "a-page.txt": (page("page as txt"), {DOCUMENT, "wrong_ending"}),
    "a-page.pdf": (page("page as pdf"), {DOCUMENT, "wrong_ending"}),
    "a-pdf.txt": (pdf(one_line_pdf("pdf as txt")), {DOCUMENT, "wrong_ending"}),
    "a-word-file.html": (word(TEXT.format("docx as html")), {DOCUMENT, "wrong_ending"}),
    "a-pdf": (pdf(one_line_pdf("pdf without ending")), {DOCUMENT}),
}
NAMES: dict[str, tuple[bytes, set[str]]] = {
    "two\nlines.txt": (text("two lines"), {DOCUMENT}),
    "exe.\u202etxt": (text("turned name"), {"unsupported_type"}),
    "caf\udce9.txt": (text("name in bytes"), {DOCUMENT}),
    "x" * 251 + ".txt": (text("long name"), {DOCUMENT}),
    "-rf.txt": (text("dash"), {DOCUMENT}),
    '=a,"b";c.txt': (text("quotes"), {DOCUMENT}),
    "[x]*?.txt": (text("pattern"), {DOCUMENT}),
    " .txt": (text("space"), {DOCUMENT}),
    "🙂 отчёт.txt": (text("other script"), {DOCUMENT}),
    "folder.txt/inside.txt": (text("in a folder"), {DOCUMENT}),
    "A.TXT": (text("capitals"), {DOCUMENT}),
}
FILES = TEXTS | PAGES | PDFS | WORDS | MISNAMED | NAMES
LINKS = {"circle-1.txt": "circle-2.txt", "circle-2.txt": "circle-1.txt", "nowhere.txt": "gone", "away": "/usr"}
"""Links by what they lead to; each is a problem."""
ENDLESS = Path("/proc/kmsg")
"""Calls itself a file of no length, and whoever may read it waits for what the kernel says next."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "hostile"
    for name, (data, _) in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    os.truncate(folder / "huge.txt", 200_000_000)
    for name, target in LINKS.items():
        (folder / name).symlink_to(target)
    os.mkfifo(folder / "pipe.txt")
    (folder / "waits.txt").symlink_to(ENDLESS if ENDLESS.exists() else os.devnull)
    (folder / "itself").symlink_to(folder)
    (folder / "again.txt").write_bytes(text("no ending"))
    return folder


@pytest.mark.usefixtures("quick_finder")
def test_each_of_many_odd_files_is_a_document_or_a_named_problem(hostile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(FILES) + len(LINKS) >= 60
    ledger = Ledger.init(tmp_path / "case", packs=())
    begun: list[tuple[float, str]] = []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    arrivals = ledger.read([hostile], lambda step, done, total, name: begun.append((time.monotonic(), name)))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    taken = {name: after - start for (start, name), (after, _) in pairwise(begun)}

    came_of: dict[str, set[str]] = {path: {DOCUMENT} for document in ledger.documents() for path in document.paths}
    for problem in arrivals.problems:
        assert problem.message
        assert problem.hint
        came_of.setdefault(problem.doc, set()).add(problem.code)
    for name, (_, expected) in FILES.items():
        assert came_of.get(fit(name), set()), name
        assert came_of[fit(name)] <= expected, name
    for name in (*LINKS, "pipe.txt"):
        assert came_of[name] == {"unreadable"}, name
    assert came_of["waits.txt"] <= {"empty", "unreadable"}
    assert {name: seconds for name, seconds in taken.items() if seconds > SLOWEST} == {}
    assert grown < GROWTH
    assert ("README", "again.txt") in [document.paths for document in ledger.documents()]
    assert ledger.check() == []
    ledger.close()
    assert main(["-C", str(tmp_path / "case"), "read", str(hostile)]) == Exit.PARTLY
    assert "could not be read" in capsys.readouterr().err
    assert not (tmp_path / "climbed.txt").exists()
