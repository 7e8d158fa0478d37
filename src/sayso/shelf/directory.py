"""The rules by which a thing is looked up: by any id, a unique beginning of one or a name."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.trouble import Exit, Trouble
from sayso.store.store import WAYS, Way

Item = Document | Claim | Incident | Actor
KINDS = {"d": "document", "c": "claim", "i": "incident", "a": "actor"}
Address = tuple[str, str]
"""The letter of a kind, and an id."""
MOST_TOLD = 8
"""Things that are told where a name means more than one."""


class Directory(ABC):
    """What a ledger holds, each thing to be looked up by what it is called.

    Names are compared casefolded. `own` are a thing's own ids and names; a part leads to what it is part of: an incident is named by
    any of its claims, a dispute's id names what it is about, a pledge's its first claim.
    """

    @abstractmethod
    def own(self, kind: str, way: Way, wanted: str) -> Sequence[Address]:
        """The things of a kind that are called so, in the order in which they are listed."""

    @abstractmethod
    def part(self, kind: str, way: Way, wanted: str) -> Sequence[Address]:
        """What things of a kind are part of that are called so."""

    @abstractmethod
    def items(self, addresses: Sequence[Address]) -> list[Item]:
        """The things at these addresses."""

    @abstractmethod
    def incident_of(self, claim: Claim) -> Incident | None:
        """The incident that a claim speaks of."""

    def find(self, name: str) -> Item:
        """The one thing of this id, or of an id that begins so ("c:", "i:", "d:" and "a:" say of which kind), of this name, path or slug.

        An incident is also named by any of its claims ("i:CLAIM"), so that an address outlives merging and splitting; a dispute's id
        names what it is about, a pledge's its first claim. Capitals make no difference.

        Raises Trouble where there is none, or more than one.
        """
        prefix, colon, rest = name.partition(":")
        kinds = (prefix,) if colon and prefix in KINDS else tuple(KINDS)
        wanted = (rest if colon and prefix in KINDS else name).casefold()
        for called in (self.own, self.part) if wanted else ():
            for way in WAYS:
                if found := list(dict.fromkeys(address for kind in kinds for address in called(kind, way, wanted))):
                    return self._only(name, found)
        raise Trouble(
            f"nothing here is called `{name}`", "`sayso show incidents`, `actors` or `documents` lists what there is", code=Exit.NOT_FOUND
        )

    def document(self, name: str) -> Document:
        """The document of this path, this id or a unique beginning of it. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Document):
            return item
        raise Trouble(f"`{name}` is no document", "`sayso show documents` lists them", code=Exit.NOT_FOUND)

    def claim(self, name: str) -> Claim:
        """The claim of this id or a unique beginning of it. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Claim):
            return item
        raise Trouble(f"`{name}` is no claim", "`sayso show claims` lists them", code=Exit.NOT_FOUND)

    def incident(self, name: str) -> Incident:
        """The incident of this id, a unique beginning of it, its slug, or any claim of it. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Claim):
            item = self.incident_of(item) or item
        if isinstance(item, Incident):
            return item
        raise Trouble(f"`{name}` is no incident", "`sayso show incidents` lists them", code=Exit.NOT_FOUND)

    def actor(self, name: str) -> Actor:
        """The actor of this id, a unique beginning of it, or this name. Raises Trouble where there is none."""
        item = self.find(name)
        if isinstance(item, Actor):
            return item
        raise Trouble(f"`{name}` is no actor", "`sayso show actors` lists them", code=Exit.NOT_FOUND)

    def _only(self, name: str, found: list[Address]) -> Item:
        if len(found) == 1:
            return self.items(found)[0]
        lines = tuple(f"{address_of(item)}  {title_of(item)}" for item in self.items(found[:MOST_TOLD]))
        raise Trouble(f"`{name}` begins {len(found)} ids", "write more of it", lines)


def address_of(item: Item) -> str:
    """Its id as the doors show and take it; an id that says its kind already ("i-…") stands alone."""
    if isinstance(item, Document):
        return f"d:{item.sha256[:8]}"
    kind = next(kind for kind, name in KINDS.items() if name == type(item).__name__.lower())
    return item.id if item.id.startswith(f"{kind}-") else f"{kind}:{item.id}"


def title_of(item: Item) -> str:
    """What an item is called, in a few words."""
    match item:
        case Document():
            return item.title or item.path
        case Claim():
            return item.quote[:60].replace("\n", " ")
        case Incident():
            return item.title
        case Actor():
            return item.name
