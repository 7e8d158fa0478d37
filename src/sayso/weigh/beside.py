"""Who bears which mark after a change, and so on which claims the rows rest that it touches."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sayso.weigh.kept import CLAIMS
from sayso.weigh.marks import AWAITS, FATE, PLEDGE, ROWS
from sayso.weigh.part import Part
from sayso.weigh.touched import Touched


@dataclass(frozen=True, slots=True)
class Beside:
    """What rests on the claims of touched marks: the keys of the rows by mark, and the claims that bear the marks now."""

    marks: frozenset[str]
    bearers: Mapping[str, frozenset[str]]

    def keys(self, kind: str) -> frozenset[str]:
        """The keys of the rows of one kind of mark."""
        return frozenset(mark.removeprefix(kind) for mark in self.marks if mark.startswith(kind))

    def claims(self, *kinds: str) -> frozenset[str]:
        """The claims on which the rows of these kinds of marks rest."""
        return frozenset(claim for mark, own in self.bearers.items() if mark.startswith(kinds) for claim in own)


class Marked:
    """The marks of claims after a change: those of touched ones as they are now, given in `marks`, those of others as they were kept.

    `lasting` are those marks of touched claims in whose rows these stand as they did.
    """

    def __init__(self, part: Part, touched: Touched, marks: Mapping[str, tuple[str, ...]], lasting: Mapping[str, Collection[str]]) -> None:
        self._part, self._touched, self._marks, self._lasting = part, touched, marks, lasting

    def gone(self) -> frozenset[str]:
        """The touched claims that are no more."""
        return self._touched.gone

    def touched(self) -> Beside:
        """The marks of rows that touched claims bear, or bore; without those in which they stand as they did."""
        before = ((claim, self._part.before[claim].marks) for claim in self._touched.all if claim in self._part.before)
        borne = [(self._lasting.get(claim, ()), marks) for claim, marks in (*before, *self._marks.items())]
        return self.beside({mark for last, marks in borne for mark in marks if mark.startswith(ROWS) and mark not in last})

    def beside(self, marks: Collection[str]) -> Beside:
        """These marks, with the claims that bear them now."""
        kept = self._part.kept.marked(CLAIMS, sorted(marks)) if marks else {}
        bearers = {mark: set(own) - self._touched.all for mark, own in kept.items()}
        for claim, own in self._marks.items():
            for mark in own:
                if mark in marks:
                    bearers.setdefault(mark, set()).add(claim)
        return Beside(frozenset(marks), {mark: frozenset(own) for mark, own in bearers.items()})

    def of(self, claims: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The marks that each of these claims bears now."""
        self._part.recall(claims)
        return {claim: self._marks[claim] if claim in self._marks else self._part.before[claim].marks for claim in claims}

    def borne_by(self, claims: Collection[str], kind: str) -> set[str]:
        """The marks of one kind that these claims bear now."""
        return {mark for marks in self.of(claims).values() for mark in marks if mark.startswith(kind)}

    def awaited(self, touched: Beside) -> tuple[set[str], frozenset[str]]:
        """The marks of the groups of pledges that are touched, or of which a touched claim tells, and the claims on which they rest.

        These are all pledges of the groups, and all claims that tell what became of them.
        """
        told = {AWAITS + mark.removeprefix(FATE) for mark in touched.marks if mark.startswith(FATE)}
        groups = {mark for mark in touched.marks if mark.startswith(PLEDGE)} | self.borne_by(self.beside(told).claims(AWAITS), PLEDGE)
        inside = self.beside(groups).claims(PLEDGE)
        tellers = {FATE + mark.removeprefix(AWAITS) for mark in self.borne_by(inside, AWAITS)}
        return groups, inside | self.beside(tellers).claims(FATE)
