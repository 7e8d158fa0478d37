"""One incident or one actor laid open, with its claims, their documents and its tables at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from sayso.records.actor import Actor, ActorName
from sayso.records.claim import Claim
from sayso.records.count import many
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.incident import Incident, Matrix, Origin, Position
from sayso.records.slug import slug_of
from sayso.records.trouble import Exit, Trouble
from sayso.records.vocabulary import vocabulary
from sayso.shelf import notebook
from sayso.shelf.directory import Item
from sayso.shelf.facets import chosen
from sayso.shelf.filters import Asked, filter_of
from sayso.shelf.flat import FIGURES, NAMES, TIES
from sayso.shelf.grid import Grid, Holds
from sayso.shelf.independence import origins_of
from sayso.shelf.strength import Strength, strength_of
from sayso.shelf.views import Shelf

DENIES_ANY = "denies any"
"""The answer to "how many" of who denies that it happened at all: never the number 0."""


@dataclass(frozen=True, slots=True)
class CitedClaim(Claim):
    """A claim with the document it stands in and its chain of voices at hand."""

    shelf: Shelf = field(kw_only=True, repr=False, compare=False)

    @property
    def document(self) -> Document:
        """The document it stands in."""
        return self.shelf.index.documents[self.span.doc]

    @property
    def chain(self) -> tuple[str, ...]:
        """By which way it came: the first voice, the hands after it, and the path of the document."""
        return (*(voice.name or voice.text for voice in self.voices), self.document.path)

    def __repr__(self) -> str:
        words, place = " ".join(self.quote.split()), f"{self.document.path} {self.span.start}–{self.span.end}"
        return f"c:{self.id} {self.chain[0]} {self.act} “{words}” {place}"

    def _repr_html_(self) -> str:
        return notebook.claim(self)


@dataclass(frozen=True)
class Dossier:
    """One incident with all that hangs on it."""

    incident: Incident
    shelf: Shelf

    def claims(self, text: str = "", **asked: Asked) -> list[CitedClaim]:
        """Its claims in the order of their places; those that a filter lets through, given as one text or by its keys (voice="…")."""
        mine = set(self.incident.claims)
        return [cited(claim, self.shelf) for claim in chosen(self.shelf, "claims", filter_of(text, **asked)) if claim.id in mine]

    def positions(self) -> Matrix:
        """Parties by questions, as records with the claims that each answer rests on."""
        return self.shelf.index.matrices.get(self.incident.id) or Matrix(self.incident.id, (), ())

    def matrix(self) -> Grid:
        """Parties by questions, as a table of what each answers; None where it says nothing."""
        matrix, labels = self.positions(), vocabulary().questions
        columns = ("party", *(labels[key].label if key in labels else key for key in matrix.questions))
        rows = [(row.name, *(answer(dict(row.cells).get(key, ())) for key in matrix.questions)) for row in matrix.rows]
        return Grid(columns, tuple(rows))

    def tally(self, question: str) -> dict[str, list[str]]:
        """The answers to one question, each with the parties that give it, in the order of the matrix.

        `question` is a key of the codebook ("happened"), its label, or what is counted ("rockets"); who denies that it happened
        denies any number. Raises Trouble for a question that this incident does not have.
        """
        matrix = self.positions()
        key, unit = self._asked(question)
        told: dict[str, list[str]] = {}
        for row in matrix.rows:
            cells = dict(row.cells)
            for position in cells.get(key, ()):
                told.setdefault(position.value.removesuffix(f" {unit}") if unit else position.value, []).append(row.name)
            if unit and key not in cells and any(position.value == "denies" for position in cells.get("happened", ())):
                told.setdefault(DENIES_ANY, []).append(row.name)
        return told

    def disputes(self) -> list[Dispute]:
        """The questions on which its voices differ."""
        return [dispute for dispute in self.shelf.disputes() if dispute.about == self.incident.id]

    def origins(self) -> list[Origin]:
        """What its claims go back to."""
        return origins_of(self.incident, self.shelf)

    def by_party(self) -> list[tuple[str, list[CitedClaim]]]:
        """Its claims under the name of the party that makes them, in the order of the matrix, each in order of time."""
        rows = self.positions().rows
        of_claim = {claim: row.name for row in reversed(rows) for _, cell in row.cells for position in cell for claim in position.claims}
        grouped: dict[str, list[CitedClaim]] = {row.name: [] for row in rows}
        for claim in self.claims():
            grouped.setdefault(of_claim.get(claim.id) or self.shelf.party(claim), []).append(claim)
        return [(name, sorted(claims, key=_spoken)) for name, claims in grouped.items() if claims]

    def _asked(self, question: str) -> tuple[str, str]:
        """The key of a question, and the unit if it was asked by what is counted."""
        matrix, labels = self.positions(), vocabulary().questions
        asked = question.casefold().strip(" ?")
        for key in matrix.questions:
            if asked in (key, key.replace("_", " "), labels[key].label.casefold().strip(" ?") if key in labels else key):
                return key, ""
        for row in matrix.rows:
            for key, positions in row.cells:
                if any(position.value.casefold().endswith(f" {asked}") for position in positions):
                    return key, question
        raise Trouble(f"nothing here answers `{question}`", f"the questions are: {', '.join(matrix.questions)}", code=Exit.NOT_FOUND)

    def __repr__(self) -> str:
        one = self.incident
        counts = (many(len(one.claims), "claim"), many(self.shelf.parties(one), "party", "parties"), many(len(one.docs), "document"))
        return f"{slug_of(one)}: {one.status}, {', '.join(counts)}"

    def _repr_html_(self) -> str:
        return notebook.dossier(self)


@dataclass(frozen=True)
class Portrait:
    """One actor with all that hangs on it."""

    actor: Actor
    shelf: Shelf

    def aliases(self) -> Grid:
        """Every spelling seen: how often, in which documents from when to when, and the place where it was seen first."""
        seen = list(spellings(self.actor).values())
        first = NAMES.grid(self.shelf, [(self.actor, places[0]) for places in seen])
        rows = ((row[1], len(places), *self._used(places), *row[2:]) for row, places in zip(first, seen, strict=True))
        holds: tuple[Holds, ...] = ("text", "whole", "whole", "text", "text", *first.holds[2:])
        return Grid(("text", "times", "documents", "used_first", "used_last", *first.columns[2:]), tuple(rows), holds=holds)

    def ties(self) -> Grid:
        """What is told of its relations to others."""
        return TIES.grid(self.shelf, [tie for tie in self.shelf.book.weighing.ties if self.actor.id in (tie.subject, tie.object)])

    def figures(self) -> Grid:
        """The numbers told of it, with who tells them: strength, losses and the like."""
        return FIGURES.grid(self.shelf, [figure for figure in self.shelf.book.weighing.figures if figure.subject == self.actor.id])

    def strength(self) -> Strength:
        """How many people it is said to have, by whom and when; `.plot()` draws it."""
        return strength_of(self.actor, self.shelf)

    def claims(self) -> list[CitedClaim]:
        """What it says, itself or through those who speak for it."""
        return spoken_by(self.actor, self.shelf)

    def __repr__(self) -> str:
        others = [text for text in spellings(self.actor) if text != self.actor.name]
        return f"{self.actor.name}: {self.actor.kind}" + (f", also written {', '.join(others)}" if others else "")

    def _repr_html_(self) -> str:
        return notebook.portrait(self)

    def _used(self, places: Sequence[ActorName]) -> tuple[int, str | None, str | None]:
        """In how many documents a spelling is seen, and the first and last day on which one of them was published, as far as known."""
        documents = {place.span.doc: self.shelf.index.documents[place.span.doc] for place in places}
        days = [one.published for one in documents.values() if one.published]
        return len(documents), *((str(min(day.first for day in days)), str(max(day.last for day in days))) if days else (None, None))


Thing = str | Item | Dossier | Portrait
"""A document, claim, incident or actor: itself, or any id, name, path or slug of it."""


def name_of(thing: Thing) -> str:
    """By what a thing is looked up, so that it is had as it stands now: its whole id."""
    match thing:
        case str():
            return thing
        case Claim():
            return f"c:{thing.id}"
        case Document():
            return f"d:{thing.sha256}"
        case Dossier():
            return thing.incident.id
        case Portrait():
            return thing.actor.id
        case _:
            return thing.id


def spellings(actor: Actor) -> dict[str, list[ActorName]]:
    """Where each spelling of an actor is seen, by the spelling on one line, in the order in which they are first seen."""
    seen: dict[str, list[ActorName]] = {}
    for name in actor.names:
        seen.setdefault(" ".join(name.text.split()), []).append(name)
    return seen


def spoken_by(actor: Actor, shelf: Shelf) -> list[CitedClaim]:
    """The claims whose first voice is this actor or speaks for it."""
    names = {actor.id.casefold(), actor.name.casefold()}
    return [cited(claim, shelf) for claim in shelf.claims() if names & shelf.names_of(claim)]


def cited(claim: Claim, shelf: Shelf) -> CitedClaim:
    """The claim with its document and chain at hand."""
    return CitedClaim(*(getattr(claim, each.name) for each in fields(Claim)), shelf=shelf)


def answer(positions: Sequence[Position]) -> str | None:
    """A party's answer in words, or all its answers, each with its date, where it changed its own; None where it gave none."""
    if len({position.value for position in positions}) <= 1:
        return positions[0].value if positions else None
    return " → ".join(f"{position.value} ({position.said or 'undated'})" for position in positions)


def _spoken(claim: Claim) -> tuple[date, str, int]:
    return (claim.said.first if claim.said else date.min, claim.span.doc, claim.span.start)
