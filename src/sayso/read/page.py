"""What a web page declares of itself: title, authors, publisher, date, language and address, each with where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sayso.records.document import Document
from sayso.records.when import When

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PUBLISHERS = ("meta og:site_name", "json-ld publisher", "meta dc.publisher", "meta citation_publisher", "meta application-name")
"""Where a page names who publishes it. The address alone and the end of the title are not taken: they name hosts and sections."""
ADDRESSES = ("link canonical", "meta og:url")
EARLIEST, LATEST = "1990-01-01", "2100-12-31"
"""Dates outside of this are slips. Fixed, since with today as the limit the same page would be read otherwise tomorrow."""
LARGEST_DATA = 1_000_000
"""Characters of JSON-LD that are looked at."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report beside its text; `known_from` tells of each field where it was found."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: When | None = None
    url: str | None = None
    known_from: tuple[tuple[str, str], ...] = ()

    def on(self, document: Document) -> Document:
        """The document with this."""
        return replace(
            document,
            title=self.title,
            authors=self.authors,
            publisher=self.publisher,
            published=self.published,
            url=self.url,
            known_from=self.known_from,
        )


def known_of(page: HtmlElement) -> Known:
    """What a page declares of itself, as trafilatura and htmldate find it; what it declares nowhere stays unknown."""
    from htmldate import find_date
    from trafilatura.metadata import extract_metadata

    declared = list(_declared(page))
    found = extract_metadata(page, None, {"max_date": LATEST})
    day = find_date(page, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=LATEST)
    names = tuple(name for name in map(_plain, (found.author or "").split(";")) if name)
    publisher = next(((value, origin) for wanted in PUBLISHERS for origin, value in declared if origin == wanted), None)
    address = next(((value, origin) for wanted in ADDRESSES for origin, value in declared if origin == wanted and _is_address(value)), None)
    title = _plain(found.title or "")
    answers = (
        ("title", title and _where(title, declared, "page")),
        ("authors", names and _where(names[0], declared, "byline of the page")),
        ("publisher", publisher and publisher[1]),
        ("published", day and _where(day, declared, "page")),
        ("url", address and address[1]),
    )
    return Known(
        title=title or None,
        authors=names,
        publisher=publisher[0] if publisher else None,
        published=day_of(day) if day else None,
        url=address[0] if address else None,
        known_from=tuple((name, origin) for name, origin in answers if origin),
    )


def day_of(written: str) -> When | None:
    """The day that a text in ISO 8601 begins with; None where it begins with none."""
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return None
    return When(day, day, "day", "stated", written[:10])


def _declared(page: HtmlElement) -> Iterator[tuple[str, str]]:
    """Each thing that the page declares, as where it stands and what."""
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and (value := _plain(meta.get("content") or "")):
            yield f"meta {name.lower()}", value
    for data in page.iter("script"):
        if "ld+json" in (data.get("type") or "") and len(data.text or "") <= LARGEST_DATA:
            yield from _linked_data(data.text or "")
    for link in page.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield "link canonical", link.get("href", "").strip()
    for shown in page.iter("time"):
        yield "time of the page", _plain(shown.get("datetime") or shown.text_content())
    for tag in ("h1", "title"):
        for element in page.iter(tag):
            yield f"{tag} of the page", _plain(element.text_content())


def _linked_data(text: str) -> Iterator[tuple[str, str]]:
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            waiting.extend(
                value for key, value in reversed(item.items()) if isinstance(value, dict | list) and key not in ("author", "publisher")
            )
            for key in ("headline", "datePublished", "dateCreated", "author", "publisher"):
                yield from ((f"json-ld {key}", name) for name in _named(item.get(key)))


def _named(value: object) -> Iterator[str]:
    """The names in a value of linked data: a text, a thing with a name, or a list of these."""
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str) and (plain := _plain(name)):
            yield plain


def _where(value: str, declared: list[tuple[str, str]], otherwise: str) -> str:
    """Where the page declares a value: the first place that holds it word by word."""
    return next((origin for origin, text in declared if value.casefold() in text.casefold()), otherwise)


def _is_address(value: str) -> bool:
    return bool(re.match(r"https?://\S+$", value))


def _plain(text: str) -> str:
    return " ".join(text.split())
