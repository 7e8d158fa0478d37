"""Which notes cite one work, which claims rest on it, and where the citing runs in a circle."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz

from sayso.link.names import fold
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document, Span
from sayso.records.link import Link, Reason
from sayso.records.problem import Problem
from sayso.records.when import When
from sayso.records.work import Citation, Defect, Named, Note, Source, Work

ALIKE = 90.0
"""From here on two titles are one (rapidfuzz's ratio, 0 to 100): a letter or a word's spelling apart, not another part of a series.

Set by hand on the titles of the founding paper and on invented ones (tests/link/test_link_citations.py)."""
SHORTENED = 3
"""Words of a title from which on it may stand for a longer one that begins so and is by the same author."""
PARTS = re.compile(r"\]\([^)\s]*\)|[\[\]*_<>]")


@dataclass
class _Shelf:
    """One work while notes are gathered: the sources that name it, and the notes with their documents."""

    sources: list[Source] = field(default_factory=list)
    notes: list[tuple[Document, Note]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cited:
    """What citing comes to: the works, a link from each claim to each work that it cites, and the problems met."""

    works: tuple[Work, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]


def citations(documents: Sequence[Document], findings: Mapping[str, Finding]) -> Cited:
    """All works cited in the pile, in the order in which they are first cited. `documents` are in the order of their paths."""
    catalogue = _Catalogue()
    for document in documents:
        for note in findings[document.sha256].notes if document.sha256 in findings else ():
            if note.source is not None:
                catalogue.place(document, note)
    several = catalogue.addresses_of_several()
    held = _Held(documents)
    works = [_work(shelf, several, held) for shelf in catalogue.shelves]
    work_of = {
        (document.sha256, note.mark or note.entry): work.id
        for shelf, work in zip(catalogue.shelves, works, strict=True)
        for document, note in shelf.notes
    }
    links = [link for document in documents for link in _links(findings.get(document.sha256, Finding(())), document.sha256, work_of)]
    paths = {document.sha256: document.path for document in documents}
    problems = [*_many_titles(catalogue, several), *_circles(works, paths)]
    return Cited(tuple(works), tuple(links), tuple(sorted(problems, key=lambda one: (one.doc, one.start or 0, one.code))))


class _Catalogue:
    """Works as they are gathered; one that a note names again is looked for by address, title and author."""

    def __init__(self) -> None:
        self.shelves: list[_Shelf] = []
        self._by_key: dict[tuple[str, str], list[_Shelf]] = defaultdict(list)

    def place(self, document: Document, note: Note) -> None:
        """Puts a note with its work."""
        source = note.source
        assert source is not None
        keys = list(_keys(source))
        candidates = [shelf for key in keys for shelf in self._by_key[key]]
        shelf = next((one for one in candidates if any(same_work(source, other) for other in one.sources)), None)
        if shelf is None:
            shelf = _Shelf()
            self.shelves.append(shelf)
        shelf.notes.append((document, note))
        if source not in shelf.sources:
            shelf.sources.append(source)
            for key in keys:
                if shelf not in self._by_key[key]:
                    self._by_key[key].append(shelf)

    def addresses_of_several(self) -> dict[str, list[_Shelf]]:
        """The addresses at which more than one work is said to stand."""
        shelves: dict[str, list[_Shelf]] = defaultdict(list)
        for shelf in self.shelves:
            for address in dict.fromkeys(address_key(source.url) for source in shelf.sources if source.url):
                shelves[address].append(shelf)
        return {address: found for address, found in shelves.items() if len(found) > 1}


def address_key(url: str) -> str:
    """An address as compared: without scheme, "www.", capitals of the host, what leads into a page, and a slash at its end."""
    host, slash, path = re.sub(r"^https?://(?:www\.)?", "", url.strip()).partition("/")
    return (host.lower() + slash + re.sub(r"(?:[?#]utm_.*|#.*)$", "", path)).rstrip("/")


def same_work(one: Source, other: Source) -> bool:
    """Whether two notes name one work: the same address under no other title, or the same title by nobody else.

    One address under two titles is two works: one of the notes has a wrong address, and nothing tells which.
    """
    titles = one.title is None or other.title is None or _titles_alike(one, other)
    if one.url and other.url and address_key(one.url) == address_key(other.url):
        return titles
    if one.title is None or other.title is None:
        bare = not (one.url or other.url or one.title or other.title)
        return bare and one.date == other.date is not None and _names(one) == _names(other)
    return titles and _by_the_same(one, other)


def _titles_alike(one: Source, other: Source) -> bool:
    assert one.title is not None
    assert other.title is not None
    left, right = _folded(one.title), _folded(other.title)
    shorter, longer = sorted((left, right), key=len)
    shortened = len(shorter.split()) >= SHORTENED and longer.startswith(shorter + " ") and bool(_families(one) & _families(other))
    return left == right or shortened or (fuzz.ratio(left, right) >= ALIKE and re.findall(r"\d+", left) == re.findall(r"\d+", right))


def _by_the_same(one: Source, other: Source) -> bool:
    """Whether nothing in authors, publishers and dates speaks against one work, and something speaks for it."""
    if _families(one) and _families(other):  # a column may bear one title week after week
        dated_apart = one.date and other.date and one.date != other.date and one.url and other.url
        return bool(_families(one) & _families(other)) and not dated_apart
    if one.publisher and other.publisher:
        return fold(_plain(one.publisher)) == fold(_plain(other.publisher)) and (
            one.date is None or other.date is None or one.date == other.date
        )
    return one.date is not None and one.date == other.date


def _keys(source: Source) -> Iterator[tuple[str, str]]:
    """By what a work is looked for: its address, the beginning of its title, its authors, else who published it and when."""
    if source.url:
        yield "address", address_key(source.url)
    if source.title:
        yield "title", " ".join(_folded(source.title).split()[:SHORTENED])
    for family in sorted(_families(source)):
        yield "author", family
    if not source.url and not source.title:
        yield "bare", f"{sorted(_names(source))} {source.date}"


def _families(source: Source) -> set[str]:
    """The family names of a source's authors: the last word, or the first before a comma."""
    names = [fold(_plain(author).partition(",")[0]).split() for author in source.authors]
    return {name[-1] for name in names if name}


def _names(source: Source) -> set[str]:
    return {fold(_plain(one)) for one in (*source.authors, *([source.publisher] if source.publisher else ()))}


def _plain(named: Named) -> str:
    """Words of a note without signs of links and emphasis, on one line."""
    return " ".join(PARTS.sub("", named.text).split())


def _folded(title: Named) -> str:
    """A title as compared: without case, accents and signs."""
    return " ".join(re.findall(r"\w+", fold(_plain(title))))


def _work(shelf: _Shelf, several: Mapping[str, Sequence[_Shelf]], held: _Held) -> Work:
    """A work with what its notes tell of it; of each detail what the first that tells it says."""
    authors = next((source.authors for source in shelf.sources if source.authors), ())
    title = next((_plain(source.title) for source in shelf.sources if source.title), None)
    publisher = next((_plain(source.publisher) for source in shelf.sources if source.publisher), None)
    url = next((source.url for source in shelf.sources if source.url), None)
    when = next((source.date for source in shelf.sources if source.date), None)
    author = " and ".join(map(_plain, authors)) or None
    key = "\x1f".join((address_key(url or ""), fold(title or ""), "" if url else f"{fold(author or publisher or '')} {when}"))
    ident = "w-" + hashlib.sha256(key.encode()).hexdigest()[:12]
    cited = tuple(_citation(document, note, ident, several) for document, note in shelf.notes)
    known = held.document(title, publisher, url, when, {citation.doc for citation in cited})
    return Work(ident, author, title, publisher, when, url, cited, known)


def _citation(document: Document, note: Note, work: str, several: Mapping[str, Sequence[_Shelf]]) -> Citation:
    shared = note.source is not None and note.source.url is not None and address_key(note.source.url) in several
    more: tuple[Defect, ...] = ("one_url_many_titles",) if shared and note.ibid_of is None else ()
    back = work if note.ibid_of is not None else None
    return Citation(document.sha256, note.label, note.mark, note.entry, note.edge, back, (*note.defects, *more))


class _Held:
    """The documents of the pile by what a note can tell of them: address, title and publisher, or the day with a title or publisher."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._known = {_title_key(one.title, one.publisher): one.sha256 for one in documents if one.title and one.publisher}
        self._known |= {address_key(one.url): one.sha256 for one in documents if one.url}
        self._of_day: dict[date, list[Document]] = defaultdict(list)
        for one in documents:
            if one.published and one.published.days == 1:
                self._of_day[one.published.first].append(one)

    def document(self, title: str | None, publisher: str | None, url: str | None, when: When | None, citing: Collection[str]) -> str | None:
        """The document that is the work of these details, if one alone can be it; those that cite it are not."""
        named = (address_key(url) if url else "", _title_key(title, publisher))
        if known := next((self._known[name] for name in named if name in self._known), None):
            return known
        here = self._of_day.get(when.first, []) if when and when.days == 1 else []
        fitting = [one.sha256 for one in here if one.sha256 not in citing and _is_named(one, title, publisher)]
        return fitting[0] if len(fitting) == 1 else None


def _is_named(document: Document, title: str | None, publisher: str | None) -> bool:
    """Whether a note of the day of a document names it: by words of its title, which may be shortened, else by who published it."""
    if title is None:
        return bool(publisher and document.publisher) and fold(publisher or "") == fold(document.publisher or "")
    words = set(re.findall(r"\w+", fold(title)))
    return len(words) >= SHORTENED and words <= set(re.findall(r"\w+", fold(document.title or "")))


def _title_key(title: str | None, publisher: str | None) -> str:
    return f"{fold(title)}\x1f{fold(publisher)}" if title and publisher else ""


def _links(finding: Finding, doc: str, work_of: Mapping[tuple[str, Span | None], str]) -> Iterator[Link]:
    """A link from each claim to the work of each note whose mark stands in its sentence, or ends the passage in which it stands."""
    for claim in finding.claims:
        cited: dict[str, Link] = {}
        for note in finding.notes:
            work = work_of.get((doc, note.mark or note.entry))
            link = _link(claim, note, work) if work and note.mark else None
            if link and (link.right not in cited or link.judgement == "found"):
                cited[link.right] = link
        yield from cited.values()


def _link(claim: Claim, note: Note, work: str) -> Link | None:
    if note.sentence is not None and claim.span.shared(note.sentence):
        near = Reason("its sentence bears the mark of the note", note.label, 1.0)
        return Link(claim.id, work, "cites", note.edge, None, (near, *note.reasons), "rules")
    if note.passage is not None and claim.span.shared(note.passage):
        near = Reason("the mark of the note ends its passage", note.label, 0.5)
        return Link(claim.id, work, "cites", "inferred" if note.edge == "found" else note.edge, None, (near, *note.reasons), "rules")
    return None


def _many_titles(catalogue: _Catalogue, several: Mapping[str, Sequence[_Shelf]]) -> Iterator[Problem]:
    """A problem at each entry that gives an address which another work has too."""
    for shelf in catalogue.shelves:
        for document, note in shelf.notes:
            address = address_key(note.source.url) if note.source and note.source.url else ""
            place = note.entry or note.mark
            if address in several and note.ibid_of is None and place is not None:
                message = f"{len(several[address])} works are said to stand at the address of note `{note.label}`"
                yield Problem(
                    document.path, "link", "one_url_many_titles", message, "one of the addresses is wrong", place.start, place.end
                )


def _circles(works: Iterable[Work], paths: Mapping[str, str]) -> Iterator[Problem]:
    """A problem at each citation by which a document comes, over others, to rest on itself."""
    cited: dict[str, list[tuple[str, Citation]]] = defaultdict(list)
    for work in works:
        for citation in work.cited_by:
            if work.document is not None:
                cited[citation.doc].append((work.document, citation))
    for doc in sorted(cited, key=paths.__getitem__):
        for target, citation in cited[doc]:
            place = citation.marker or citation.entry
            if place is not None and doc in _reached(target, cited):
                message = f"{paths[doc]} cites {paths[target]}, which rests on {paths[doc]} in its turn"
                yield Problem(paths[doc], "link", "circular_citation", message, "they are one origin at most", place.start, place.end)


def _reached(start: str, cited: Mapping[str, Sequence[tuple[str, Citation]]]) -> set[str]:
    """All documents that a document rests on, itself included."""
    seen, waiting = {start}, [start]
    while waiting:
        for target, _ in cited.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen
