"""Reads Markdown: stored as it stands, as any text; what its front matter declares is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sayso.lang.layout import FRONT_MATTER
from sayso.read.files import opened
from sayso.read.page import day_of
from sayso.read.text import text_reading
from sayso.records.document import Document, Reading

NAMES = {
    "title": ("title",),
    "authors": ("authors", "author", "by", "creator"),
    "publisher": ("publisher", "source", "outlet", "site", "sitename"),
    "published": ("published", "date", "pubdate", "created"),
    "url": ("url", "link", "permalink", "canonical_url"),
}
"""Under which keys front matter tells of a field; the first that is there holds."""


class MarkdownReader:
    """Reads .md and .markdown."""

    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, path: Path, name: str) -> Reading:
        """The document in the file, named `name`; what is wrong with the file comes back as problems, never as an error."""
        data = opened(path, name)
        if isinstance(data, Reading):
            return data
        reading = text_reading(data, name)
        return replace(reading, document=_with_front(reading.document)) if reading.document else reading


def _with_front(document: Document) -> Document:
    """The document with what its front matter declares, which goes before what its text tells."""
    declared = _declared(document.text)
    found = {name: next((declared[key] for key in keys if declared.get(key)), ()) for name, keys in NAMES.items()}
    day = day_of(found["published"][0]) if found["published"] else None
    told = {name for name, values in found.items() if values} - ({"published"} if day is None else set())
    origins = [(name, origin) for name, origin in document.known_from if name not in told]
    return replace(
        document,
        title=found["title"][0] if found["title"] else document.title,
        authors=found["authors"] or document.authors,
        publisher=found["publisher"][0] if found["publisher"] else document.publisher,
        published=day or document.published,
        url=found["url"][0] if found["url"] else document.url,
        known_from=(*origins, *((name, "front matter") for name in NAMES if name in told)),
    )


def _declared(text: str) -> dict[str, tuple[str, ...]]:
    """The keys of the front matter with their values; what is neither a text nor a list of texts is passed over."""
    import yaml

    front = FRONT_MATTER.match(text)
    if front is None:
        return {}
    try:
        data = yaml.load(front["lines"], Loader=yaml.BaseLoader)  # takes everything as text: a date stays as written
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return {str(key).lower(): tuple(_texts(value)) for key, value in data.items()} if isinstance(data, dict) else {}


def _texts(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and (plain := " ".join(one.split())):
            yield plain
