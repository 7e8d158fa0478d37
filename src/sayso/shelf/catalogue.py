"""All that can be asked of a ledger: its lists, the one thing that is meant, and answers in SQL."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.records.actor import Actor
    from sayso.records.dispute import Dispute
    from sayso.records.document import Document
    from sayso.records.incident import Incident
    from sayso.records.pledge import Pledge
    from sayso.records.problem import Problem
    from sayso.records.work import Work
    from sayso.shelf.filters import Asked
    from sayso.shelf.grid import Grid
    from sayso.shelf.independence import Independence
    from sayso.shelf.listing import Listing
    from sayso.shelf.portraits import CitedClaim, Dossier, Portrait, Thing
    from sayso.shelf.views import Shelf


class Catalogue(ABC):
    """What a ledger holds, to look things up in. Each list gives all, or those that a filter lets through.

    A filter is given as one text or by its keys: `place`, `voice`, `status`, `since` … as docs/filters.md lists them for each list.
    One thing is named by any id, the beginning of one, its name, path or slug, or is given itself. Raises Trouble for what is not there.
    """

    @abstractmethod
    def shelf(self) -> Shelf:
        """All of it, to look things up in."""

    def documents(self, filter: str = "", **asked: Asked) -> Listing[Document]:
        """Documents by path (`source`, `language`, `since` …)."""
        return self._listed("documents", filter, asked)

    def document(self, name: Thing) -> Document:
        """One document with its text: by its id or path."""
        return self.shelf().document(_name(name))

    def claims(self, filter: str = "", **asked: Asked) -> Listing[CitedClaim]:
        """Claims in the order of their places (`voice`, `act`, `kind`, `type`, `since` …), each with its document and chain at hand."""
        return self._listed("claims", filter, asked)

    def claim(self, name: Thing) -> CitedClaim:
        """One claim with its document and chain at hand: by its id, as briefs cite it."""
        from sayso.shelf.portraits import cited

        shelf = self.shelf()
        return cited(shelf.claim(_name(name)), shelf)

    def incidents(self, filter: str = "", **asked: Asked) -> Listing[Incident]:
        """Incidents by date, the undated last (`status`, `place`, `since` …)."""
        return self._listed("incidents", filter, asked)

    def incident(self, name: Thing) -> Dossier:
        """One incident with its claims, matrix and disputes: by its id or slug, or the id of any of its claims."""
        from sayso.shelf.portraits import Dossier

        shelf = self.shelf()
        return Dossier(shelf.incident(_name(name)), shelf)

    def independence(self, name: Thing) -> Independence:
        """On how many independent origins an incident rests, and by which way each of its claims came into its document."""
        from sayso.shelf.independence import Independence

        shelf = self.shelf()
        return Independence(shelf.incident(_name(name)), shelf)

    def actors(self, filter: str = "", **asked: Asked) -> Listing[Actor]:
        """Actors by name (`actor`, `kind`, `side`)."""
        return self._listed("actors", filter, asked)

    def actor(self, name: Thing) -> Portrait:
        """One actor with its spellings, ties, figures and strength: by its id or name."""
        from sayso.shelf.portraits import Portrait

        shelf = self.shelf()
        return Portrait(shelf.actor(_name(name)), shelf)

    def disputes(self, filter: str = "", **asked: Asked) -> Listing[Dispute]:
        """Questions on which voices differ (`kind`, `voice`, `place` …)."""
        return self._listed("disputes", filter, asked)

    def pledges(self, filter: str = "", **asked: Asked) -> Listing[Pledge]:
        """Pledges, predictions and threats by day (`kind`, `status`, `voice` …)."""
        return self._listed("pledges", filter, asked)

    def works(self, filter: str = "", **asked: Asked) -> Listing[Work]:
        """Works that documents cite, in the order in which they are first cited (`source`, `since` …)."""
        return self._listed("works", filter, asked)

    def problems(self, filter: str = "", **asked: Asked) -> Listing[Problem]:
        """All that could not be read, placed or understood (`step`, `code`, `source`)."""
        return self._listed("problems", filter, asked)

    def sql(self, question: str) -> Grid:
        """The answer to one SELECT over the tables of docs/tables.md. Raises Trouble for anything else."""
        from sayso.shelf.asking import ask

        return ask(self.shelf(), question)

    def _listed(self, what: str, text: str, asked: dict[str, Asked]) -> Listing[Any]:
        from sayso.shelf.filters import filter_of
        from sayso.shelf.listing import listed

        return listed(self.shelf(), what, filter_of(text, **asked))


def _name(thing: Thing) -> str:
    from sayso.shelf.portraits import name_of

    return name_of(thing)
