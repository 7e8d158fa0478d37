"""Whose names a brief does not print: private persons, who hold no office or command in documents or packs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.records.actor import Actor
from sayso.tell.book import Index
from sayso.tell.wording import Wording

BESIDE = 60
"""Code points before and after a name within which a word for an office makes its bearer a public person ("Velm spokesman Oda Renn")."""
SHORTEST = 3
"""A name shorter than this is not masked: it would hit parts of ordinary words."""


class Withheld:
    """The private persons of a book, and texts with their names taken out."""

    def __init__(self, index: Index, wording: Wording, names: bool = False) -> None:
        self._index, self._sign = index, wording.phrase("words", "withheld")
        self._roles = re.compile(r"\b(?:" + "|".join(wording.words("public_roles")) + r")s?\b", re.IGNORECASE)
        public = set() if names else self._office_holders(wording.words("public_ties"))
        self.persons = frozenset(() if names else self._private(public))
        hidden = sorted(self._names_of(self.persons), key=lambda name: (-len(name), name))
        self._hidden = re.compile(r"\b(?:" + "|".join(map(re.escape, hidden)) + r")\b") if hidden else None

    def mask(self, text: str) -> str:
        """The text with the names of private persons replaced by a sign."""
        return self._hidden.sub(lambda _: self._sign, text) if self._hidden else text

    def _office_holders(self, predicates: Sequence[str]) -> set[str]:
        """Actors with an office, a command or a party of their own, authors, and those whom a pack knows."""
        book = self._index.book
        public = {end for tie in book.weighing.ties if tie.predicate in predicates for end in (tie.subject, tie.object)}
        for doc, finding in book.findings.items():
            known = (self._index.actor_id(doc, mention.name) for mention in finding.mentions if mention.pack)
            public |= {actor for actor in known if actor}
        return public

    def _private(self, public: set[str]) -> Iterable[str]:
        authors = {author for document in self._index.documents.values() for author in document.authors}
        for actor in self._index.actors.values():
            if actor.kind == "person" and actor.party in ("", actor.id) and actor.id not in public and not self._known(actor, authors):
                yield actor.id

    def _known(self, actor: Actor, authors: set[str]) -> bool:
        """Whether the actor signs a document or stands beside a word for an office in one."""
        return actor.name in authors or any(self._beside_role(name.span.doc, name.span.start, name.span.end) for name in actor.names)

    def _beside_role(self, doc: str, start: int, end: int) -> bool:
        document = self._index.documents.get(doc)
        if document is None:
            return False
        before = re.split(r"[.!?\n]", document.text[max(0, start - BESIDE) : start])[-1]
        after = re.split(r"[.!?\n]", document.text[end : end + BESIDE])[0]
        return bool(self._roles.search(before) or self._roles.search(after))

    def _names_of(self, persons: frozenset[str]) -> set[str]:
        """Every spelling of these persons that is a name; parts of names are not masked by themselves, for places bear them too."""
        actors = [self._index.actors[person] for person in sorted(persons)]
        seen = {spelling for actor in actors for spelling in (actor.name, *(name.text for name in actor.names))}
        bodies = {
            word for actor in self._index.actors.values() if actor.kind != "person" for name in actor.names for word in name.text.split()
        }
        return {name for name in seen if len(name) >= SHORTEST and name[0].isupper() and name not in bodies}
