"""Reads a web page that was saved: the report in it without menus and advertisements, and what the page declares of itself.

No address in it is ever fetched. What the text is made of is decided by trafilatura; docs/decisions/006-readers.md says how.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.read.apart import read_apart
from sayso.read.decoding import Decoded, decoded
from sayso.read.files import CELLS, LONGEST, SPLIT, unread
from sayso.read.page import known_of
from sayso.read.raised import as_raised
from sayso.read.text import amiss
from sayso.records.document import Document, Reading

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
BLOCKS = frozenset({
    "p", "head", "quote", "list", "item", "row", "table", "code", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr",
    "blockquote", "pre", "section", "article", "figcaption", "main", "body", "dd", "dt",
})  # fmt: skip
"""Elements that stand on lines of their own, in trafilatura's words and in HTML's."""
UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select"})
"""Elements of a page whose text nobody sees."""
SIGNS = {"lb": "\v", "br": "\v", "cell": CELLS, "td": CELLS, "th": CELLS}
"""What is written for elements that break a line or part cells."""
SHORT_MARK = re.compile(r"\s*\d{1,3}\s*")
OPENING_BLOCKS = 3
"""Blocks at the start of a text among which its title is looked for."""


class HtmlReader:
    """Reads .html, .htm and .xhtml."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, path: Path, name: str) -> Reading:
        """The document in the file, named `name`; what is wrong with the file comes back as problems, never as an error."""
        return read_apart(html_reading, path, name)


def html_reading(data: bytes, name: str) -> Reading:
    """The document in the bytes of a page."""
    declared = CHARSET.search(data[:2048])
    found = decoded(data, declared[1].decode("ascii", "replace") if declared else None)
    if found is None:
        return unread(name, "binary", "not a text", "save the page anew as .html")
    if not found.text.strip():
        return unread(name, "empty", "empty file", "take it out, or fetch the report again")
    page = _page(found)
    known = known_of(page)
    text = _with_title(_report(page), known.title)
    if not text:
        return unread(name, "no_text", "no text in the page", "open it in a browser and save what you see as .pdf or .txt")
    if len(text) > LONGEST:
        return unread(name, "too_large", f"longer than {LONGEST // 1_000_000} million characters", SPLIT)
    document = Document(name, hashlib.sha256(data).hexdigest(), text, found.encoding)
    return Reading(known.on(document), tuple(amiss(found, name)))


def _page(found: Decoded) -> HtmlElement:
    """The page as a tree, with numbers that are raised written as raised, and without what a browser does not show."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    page = html.document_fromstring(b"<!DOCTYPE html><html>" + found.text.encode("utf-8"), parser=parser)
    for mark in page.iter("sup"):
        words = mark.text_content()
        if SHORT_MARK.fullmatch(words):
            for child in list(mark):
                mark.remove(child)
            mark.text = as_raised(words.strip())
    for unseen in page.xpath("//*[@hidden] | //noscript"):
        unseen.drop_tree()
    return page


def _report(page: HtmlElement) -> str:
    """The text of the report in a page: by trafilatura where it finds any, else all that is seen.

    It is told to favour recall, since it leaves out all lists otherwise wherever a page marks no part of itself as its report.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(page, include_comments=False, include_tables=True, favor_recall=True)
    body = None if found is None or isinstance(found, dict) else found.body
    return "\n\n".join(_paragraphs(body) if body is not None else ()) or "\n\n".join(_paragraphs(page))


def _paragraphs(tree: HtmlElement) -> Iterator[str]:
    """The blocks of a tree in order; lines broken on purpose stay lines."""
    for block in re.split(r"\n(?:[ \t]*\n)+|\0", "".join(_pieces(tree))):
        lines = (" ".join(line.split()).strip(" |") for line in block.replace("\n", " ").split("\v"))
        if kept := "\n".join(line for line in lines if line):
            yield kept


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """The text of a tree in pieces, with NUL between blocks and a vertical tab where a line is broken. Not recursive: pages nest deeply."""
    waiting: list[tuple[HtmlElement, bool]] = [(tree, False)]
    while waiting:
        element, done = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if done:
            yield ("\0" if tag in BLOCKS else "") + (element.tail or "" if element is not tree else "")
            continue
        waiting.append((element, True))
        if tag in UNSEEN and not (tag == "head" and element.get("rend")):
            continue
        yield SIGNS.get(tag, "\0" if tag in BLOCKS else "") + (element.text or "")
        waiting.extend((child, False) for child in reversed(element))


def _with_title(text: str, title: str | None) -> str:
    """The text, begun with its title where the page shows it outside of what was taken."""
    if not text or title is None:
        return text
    opening = " ".join(" ".join(text.split("\n\n")[:OPENING_BLOCKS]).split()).casefold()
    return text if " ".join(title.split()).casefold() in opening else f"{title}\n\n{text}"
