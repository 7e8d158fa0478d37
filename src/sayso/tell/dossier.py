"""One incident in a brief: what each voice says of it, who changed an answer, who is accused, and what nobody says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.dispute import Dispute, Side
from sayso.records.incident import Incident, Matrix, Position, Row
from sayso.tell.pen import Pen
from sayso.tell.wording import LONG, capital

MOST = 3
"""Sentences that one party gets in one incident, and claims that one sentence cites besides its own."""
CHANGES = ("happened", "by_whom", "how_many", "landed", "killed")
"""The questions to which different answers of one party are worth a sentence, the weightiest first."""
ADMITS = ("claims_responsibility", "concedes")
ALLEGES = ("accuses", "asserts", "relays", "assesses")
Cell = tuple[str, str]
"""A question and the answer given to it."""


class Dossier:
    """The passages on one incident; `pen` writes them and keeps their endnotes."""

    def __init__(self, pen: Pen, incident: Incident, matrix: Matrix | None) -> None:
        self.pen, self.incident, self.matrix = pen, incident, matrix
        self.claims = pen.claims(incident.claims)
        self.parties = sorted({pen.party(claim) for claim in self.claims})

    @property
    def about(self) -> str:
        """The incident as running text names it."""
        return self.pen.about(self.incident)

    @property
    def heading(self) -> str:
        """The incident as a heading: title and date without further marks."""
        dated = f" ({self.pen.wording.date(self.incident.when)})" if self.incident.when else ""
        return self.pen.heading(self.incident.title, self.incident.when) + dated

    def status(self) -> str:
        """The line of counts: status and what it means, voices, origins, documents."""
        wording, incident = self.pen.wording, self.incident
        low, high = incident.origins
        return wording.method(
            "status",
            status=capital(incident.status.replace("_", " ")),
            meaning=wording.phrase("status", incident.status),
            voices=wording.count("voices", len({self.pen.speaker(claim) for claim in self.claims})),
            origins=wording.count("origins", low, high),
            documents=wording.count("documents", len({claim.span.doc for claim in self.claims})),
        )

    def passages(self) -> list[str]:
        """Every sentence on the incident, each with its citation."""
        return [*self.positions(), *self.reversals(), *self.allegations(), *self.undenied()]

    def positions(self) -> Iterator[str]:
        """What each party says, one sentence a position, in the order in which they spoke."""
        for members in self._by_party():
            chosen = self._chosen(members)
            for claim in chosen:
                cells = self._cells(claim)
                alike = (c.id for c in members if c not in chosen and c.polarity == claim.polarity and (cells & self._cells(c)))
                yield self.pen.says(claim, list(alike)[:MOST])

    def reversals(self) -> Iterator[str]:
        """Parties that gave different answers to one question, with the dates of both."""
        for row in self.matrix.rows if self.matrix else ():
            cells = sorted((CHANGES.index(question), question, cell) for question, cell in row.cells if question in CHANGES)
            split = [(question, answers) for _, question, cell in cells if len(answers := self._answers(cell)) > 1]
            for question, answers in split[:1]:
                yield capital(self._reversal(row, question, answers))

    def _reversal(self, row: Row, question: str, answers: Sequence[Position]) -> str:
        wording = self.pen.wording
        told = [
            wording.phrase(
                "sentences",
                "answer",
                value=self.pen.value(answer.value),
                when=wording.date(answer.said),
                cites=self.pen.notes.cite(claim.id for claim in self.pen.claims(answer.claims)),
            )
            for answer in answers
        ]
        dated = all(answer.said for answer in answers)
        listed = wording.phrase("words", "then").join(told) if dated else wording.listed(told)
        party, asked = self.pen.actor(row.party), self.question(question)
        return wording.phrase("sentences", "reversal", party=party, question=asked, answers=listed)

    def _answers(self, cell: Sequence[Position]) -> list[Position]:
        """The different answers of a cell that rest on different claims, each once."""
        kept: list[Position] = []
        for position in cell:
            known = {answer.value for answer in kept} | {position.value for answer in kept if set(answer.claims) & set(position.claims)}
            if position.value not in known and self.pen.claims(position.claims):
                kept.append(position)
        return kept

    def allegations(self) -> Iterator[str]:
        """For each accused who has not admitted it: the denial, or that none was found."""
        admitted = {self.pen.party(claim) for claim in self.claims if claim.act in ADMITS}
        accusing: dict[str, list[str]] = {}
        for claim in self.claims:
            for accused in self._accused(claim) - admitted - {self.pen.party(claim)}:
                accusing.setdefault(accused, []).append(claim.id)
        for accused, claims in sorted(accusing.items()):
            denials = self._denials(accused, claims)
            key, cited = ("denial", denials) if denials else ("no_denial", claims)
            sentence = self.pen.wording.phrase("sentences", key, accused=self.pen.actor(accused), cites=self.pen.notes.cite(cited[:MOST]))
            yield capital(sentence)
        yield from self._unnamed_allegations()

    def _unnamed_allegations(self) -> Iterator[str]:
        """That no denial was found of accusations of which it is not clear whom they accuse."""
        told = [claim for claim in self.claims if claim.act == "accuses" or any(slot.name == "agent" for slot in claim.slots)]
        loose = [claim.id for claim in told if claim.act in ALLEGES and claim.polarity == "affirms" and not self._accused(claim)]
        if loose and not any("denies" in (claim.act, claim.polarity) for claim in self.claims):
            yield self.pen.wording.phrase("sentences", "no_denial_of_it", cites=self.pen.notes.cite(loose[:MOST]))

    def _denials(self, accused: str, accusing: Sequence[str]) -> list[str]:
        """What the accused denies: in the same incident, or by a link to one of the accusing claims."""
        linked = self.pen.claims(left for claim in accusing for left in self.pen.index.denials.get(claim, ()))
        here = [claim for claim in self.claims if "denies" in (claim.act, claim.polarity)]
        return list(dict.fromkeys(claim.id for claim in [*linked, *here] if self.pen.party(claim) == accused))

    def _accused(self, claim: Claim) -> set[str]:
        """The parties that a claim names as those who did it, people merely described left out."""
        if claim.act not in ALLEGES or claim.polarity != "affirms":
            return set()
        index = self.pen.index
        named = (index.actor_id(claim.span.doc, slot.actor) for slot in claim.slots if slot.name == "agent")
        return {index.party(actor) for actor in named if actor in index.actors and _has_a_name(index.actors[actor])}

    def undenied(self) -> Iterator[str]:
        """That nobody denies what at least two origins affirm."""
        low, high = self.incident.origins
        if self.incident.status.startswith("corroborated") and low > 1:
            origins = self.pen.wording.count("origins", low, high)
            affirming = [claim.id for members in self._by_party() for claim in members[:1] if claim.polarity == "affirms"]
            yield self.pen.wording.phrase(
                "sentences", "undenied", about=self.about, origins=origins, cites=self.pen.notes.cite(affirming[: 2 * MOST])
            )

    def unknown(self) -> str | None:
        """The questions that no voice answers, as one sentence."""
        if self.matrix is None or not self.claims:
            return None
        answered = {question for row in self.matrix.rows for question, cell in row.cells if cell}
        open_ones = [self.question(question) for question in self.matrix.questions if question not in answered]
        if not open_ones:
            return None
        cites = self.pen.notes.cite(claim.id for claim in self.claims[:MOST])
        return self.pen.wording.phrase("sentences", "unknown", about=self.about, questions=self.pen.wording.listed(open_ones), cites=cites)

    def question(self, key: str) -> str:
        """A question of the matrix as an indirect one."""
        return self.pen.wording.phrase("questions", key)

    def _by_party(self) -> list[list[Claim]]:
        """The claims of each party, each in order of time; parties in the order in which they first spoke."""
        groups: dict[str, list[Claim]] = {}
        for claim in sorted(self.claims, key=spoken):
            groups.setdefault(self.pen.party(claim), []).append(claim)
        return list(groups.values())

    def _chosen(self, members: Sequence[Claim]) -> list[Claim]:
        """The fewest claims that show every position of one party, those that say most and are short enough first."""
        left: set[Cell] = {cell for claim in members for cell in self._cells(claim)}
        chosen: list[Claim] = []
        while left and len(chosen) < MOST:
            best = max(members, key=lambda claim: (len(self._cells(claim) & left), claim.span.size <= LONG))
            chosen, left = [*chosen, best], left - self._cells(best)
        return sorted(chosen or members[:1], key=members.index)

    def _cells(self, claim: Claim) -> set[Cell]:
        """The positions that rest on a claim; its stance alone where the matrix does not hold it."""
        cells = {
            (question, position.value)
            for row in (self.matrix.rows if self.matrix else ())
            for question, cell in row.cells
            for position in cell
            if claim.id in position.claims
        }
        return cells or {("", claim.polarity)}


def _has_a_name(actor: Actor) -> bool:
    """Whether an actor is named somewhere, not only described ("its men")."""
    return any(word[:1].isupper() for name in actor.names for word in name.text.split())


def spoken(claim: Claim) -> tuple[bool, date]:
    """Sorts by when a statement was made, undated ones last."""
    return (claim.said is None, claim.said.first if claim.said else date.max)


def disagreement(pen: Pen, about: str, dispute: Dispute) -> str | None:
    """A dispute as one sentence with all its sides; None where fewer than two sides have claims to cite."""
    sides = [side for side in dispute.sides if pen.claims(side.claims)]
    if len(sides) < 2:
        return None
    told = "; ".join(one_side(pen, side) for side in sides)
    counted = dispute.question[:1].lower() + dispute.question[1:].removesuffix("?") if dispute.kind == "count" else ""
    topic = pen.text(counted) if counted else pen.wording.phrase("topics", dispute.kind)
    return pen.wording.phrase("sentences", "dispute", about=about, topic=topic, sides=told)


def one_side(pen: Pen, side: Side) -> str:
    """One answer to a disputed question, who gives it, and where."""
    claims = pen.claims(side.claims)
    holders = [pen.actor(holder) for holder in side.holders] or list(dict.fromkeys(pen.voice(claim) for claim in claims))
    cites = pen.notes.cite(claim.id for claim in claims[: 2 * MOST])
    return pen.wording.phrase("sentences", "side", value=pen.value(side.value), holders=pen.wording.listed(holders), cites=cites)
