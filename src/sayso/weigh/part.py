"""The part of a ledger that is looked at for a change: claims with their settings, actors and works, each looked up once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from sayso.known.countries import Countries
from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.worked_out import Working
from sayso.weigh.kept import CLAIMS, FACES, WORKS, Kept
from sayso.weigh.pile import Pile
from sayso.weigh.surroundings import Setting, pile_around, setting_from

Face = tuple[str, str, str | None, str]
"""What weighing looks at in an actor: its name, kind, side and party."""
_FACE = msgspec.json.Decoder(Face)


def face_of(actor: Actor) -> Face:
    """The face of an actor."""
    return actor.name, actor.kind, actor.side, actor.party


class Part:
    """Grows by what is asked for. `settings` and `actors` are as they are now, `before` and `old` as they were kept.

    `stood` are the claims that are gone or say something else, as they stood before.
    """

    def __init__(self, kept: Kept, countries: Countries, stood: Mapping[str, Claim]) -> None:
        self.kept, self._countries, self._stood = kept, countries, stood
        self.claims: dict[str, Claim] = {}
        self.settings: dict[str, Setting] = {}
        self.before: dict[str, Working] = {}
        self.old: dict[str, Setting] = {}
        self.actors: dict[str, Actor | None] = {}
        self.works: dict[str, str | None] = {}
        self._works_of: set[str] = set()

    def recall(self, ids: Collection[str]) -> None:
        """Looks up the workings of claims as they were kept; what is newer stays."""
        self.note(self.kept.workings(CLAIMS, keys=sorted(set(ids) - self.before.keys())))

    def recall_of(self, docs: Collection[str]) -> set[str]:
        """The claims of documents, with their workings as they were kept."""
        found = self.kept.workings(CLAIMS, docs=sorted(docs)) if docs else ()
        self.note(found)
        return {working.key for working in found}

    def note(self, workings: Iterable[Working]) -> None:
        """Keeps workings of claims that were looked up."""
        for working in workings:
            if working.key not in self.before:
                self.before[working.key] = working
                self.old[working.key] = setting_from(working.record)
                self.settings.setdefault(working.key, self.old[working.key])

    def need(self, ids: Collection[str]) -> None:
        """Looks up claims with their settings."""
        self.recall([ident for ident in ids if ident not in self.settings])
        self.claims |= self.kept.claims(sorted(set(ids) - self.claims.keys()))

    def with_denied(self, ids: Collection[str]) -> set[str]:
        """Claims with those that they deny."""
        self.recall(ids)
        return {*ids, *(right for claim in ids for right in self.settings[claim].denies)}

    def pile(self, ids: Collection[str]) -> Pile:
        """The pile of those of these claims that there are, with all actors that stand behind them and the works that count for them."""
        self.need(ids)
        return self._piled([self.claims[ident] for ident in sorted(ids) if ident in self.claims], self.settings)

    def pile_before(self, ids: Collection[str]) -> Pile:
        """The pile of those of these claims that there were, as they stood before, among actors and works as they are now."""
        self.need(ids)
        before = {**self.claims, **self._stood}
        return self._piled([before[ident] for ident in sorted(ids) if ident in self.old], self.old)

    def _piled(self, claims: Sequence[Claim], settings: Mapping[str, Setting]) -> Pile:
        around = [settings[claim.id] for claim in claims]
        self.need_actors({who for setting in around for who in setting.names.values() if who})
        self._need_works({work for setting in around for work in setting.cites}, {claim.span.doc for claim in claims})
        actors = [actor for actor in self.actors.values() if actor]
        works = {work: doc for work, doc in self.works.items() if doc}
        return pile_around(claims, settings, actors, works, self._countries)

    def need_actors(self, ids: Collection[str]) -> None:
        """Looks up the faces of actors, and of those that tell their parties and camps, to the end."""
        while missing := sorted(set(ids) - self.actors.keys()):
            self.actors |= dict.fromkeys(missing)
            for working in self.kept.workings(FACES, keys=missing, marks=False):
                self.actors[working.key] = Actor(working.key, *_with_names(_FACE.decode(working.record)))
            ids = {near for one in missing if (actor := self.actors[one]) for near in behind(actor)}

    def _need_works(self, works: Collection[str], docs: Collection[str]) -> None:
        missing = sorted({*works, *docs} - self._works_of)
        self._works_of.update(missing)
        found = [*self.kept.workings(WORKS, keys=missing), *self.kept.workings(WORKS, docs=missing)] if missing else []
        for working in found:
            self.works.setdefault(working.key, working.doc)


def behind(actor: Actor) -> set[str]:
    """The actors that are asked for right behind one: for whom it speaks, and who stands for its side."""
    return {actor.party, *([f"a-{actor.side}"] if actor.side else [])} - {""}


def _with_names(face: Face) -> tuple[str, str, tuple[()], str | None, str]:
    name, kind, side, party = face
    return name, kind, (), side, party
