"""The testimonies of the incidents that a change touches: those of large incidents as they were kept, but for what is otherwise."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from sayso.weigh.kept import TESTIMONIES
from sayso.weigh.packed import Packed, columns_of, unpacked
from sayso.weigh.part import Part
from sayso.weigh.pile import Pile
from sayso.weigh.refolding import folds_in
from sayso.weigh.testifying import testimonies_of
from sayso.weigh.testimony import Speaker, Testimony
from sayso.weigh.touched import Touched


class Recalled:
    """Looks up what is kept of incidents; `claims` are those of which testimonies are to be made anew."""

    def __init__(self, part: Part, touched: Touched, refolded: Collection[str], incidents: Collection[str]) -> None:
        self._part, self._touched, self._refolded = part, touched, refolded
        self.before = {working.key: working for working in part.kept.workings(TESTIMONIES, keys=sorted(incidents))}
        members = part.kept.claims_of(sorted(incidents - self.before.keys()))
        come = {claim for claim in touched.here if part.settings[claim].incident in self.before}
        self.claims = come.union(*members.values())
        self.otherwise: dict[str, frozenset[Speaker]] = {}
        """Those by whom something else is told than before, of each incident of which testimonies were kept."""
        self.columns: dict[str, Packed] = {}
        """The testimonies that were kept, of those incidents of which none comes anew."""

    def told(self, pile: Pile) -> dict[str, list[Testimony]]:
        """What is told of each of the incidents that there are, in the order of a pile that holds the claims."""
        ids = [claim for claim in pile.claims if claim in self.claims]
        made: dict[str, list[Testimony]] = {}
        for one in testimonies_of(pile, [pile.claims[claim] for claim in ids], folds_in(self._part, ids)):
            made.setdefault(pile.linking.incident_of[one.claim], []).append(one)
        for incident, working in self.before.items():
            columns = columns_of(working.record)
            was, anew = unpacked(columns), made.get(incident, [])
            if not anew:
                self.columns[incident] = columns
            self.otherwise[incident] = frozenset(one.speaker for one in (*was, *anew) if one.claim in self._touched.all)
            made[incident] = self._changed(was, anew)
        return {incident: told for incident, told in sorted(made.items()) if told}

    def _changed(self, was: list[Testimony], anew: list[Testimony]) -> list[Testimony]:
        """What is told of an incident of which these testimonies come anew, among what was told before.

        Claims that are folded as before bear the names of before for that: those folded otherwise are whole origins, named by claims of
        these.
        """
        touched = self._touched.all
        before = {one.claim: one for one in was if one.claim in touched}
        stay = [self._folded_now(one) if one.claim in self._refolded else one for one in was if one.claim not in before]
        come = [one if one.claim in self._refolded else _folded_as(before.get(one.claim), one) for one in anew]
        return sorted([*stay, *come], key=lambda one: one.place) if come else stay

    def _folded_now(self, one: Testimony) -> Testimony:
        now = self._part.settings[one.claim]
        return msgspec.structs.replace(one, near=now.near, far=now.far)


def _folded_as(before: Testimony | None, now: Testimony) -> Testimony:
    return msgspec.structs.replace(now, near=before.near, far=before.far) if before else now
