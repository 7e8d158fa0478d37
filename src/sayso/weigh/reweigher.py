"""Orders the weighing of a change: what it touches is worked out again, by the functions that weigh a whole pile, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from sayso.known.countries import Countries, countries_of
from sayso.records.claim import Claim
from sayso.records.incident import Incident
from sayso.records.review import Standing
from sayso.records.worked_out import Relinking, Reweighing, Weighing, WorkedOut, Working, key_of
from sayso.weigh.asking import asked_again
from sayso.weigh.bearing import (
    Held,
    ascribed_otherwise,
    bearing,
    bears_alike,
    fate_asked,
    fate_disputes,
    held_against,
    held_anew,
    may_bear_otherwise,
    means_the_same,
    told_only_once,
)  # fmt: skip
from sayso.weigh.beside import Marked
from sayso.weigh.deeds import Aim, Deed, marks_of_aim, marks_of_deed
from sayso.weigh.dossiers import Before, incident_of
from sayso.weigh.incidents import dossier_of
from sayso.weigh.kept import AIMS, BREACHED, CLAIMS, FACES, INCIDENTS, STANDINGS, TESTIMONIES, WORKS, Exchange, Kept, Reweighed
from sayso.weigh.marks import FIGURE, REPLY, TIE, lasting, marks_of
from sayso.weigh.part import Part
from sayso.weigh.pledges import Draft, drafts_of
from sayso.weigh.recalled import Recalled
from sayso.weigh.refolding import refold
from sayso.weigh.standings import as_people_say
from sayso.weigh.testimony import Testimony
from sayso.weigh.told import figures_of, ties_of
from sayso.weigh.touched import touched
from sayso.weigh.workings import (
    Told,
    aim_from,
    aim_working,
    borne_on,
    breached_working,
    claim_working,
    face_working,
    held_before,
    incident_workings,
    standing_from,
    standing_workings,
    testimony_workings,
    told_from,
    work_working,
)  # fmt: skip

if TYPE_CHECKING:
    from sayso.known.packs import Packs

R = TypeVar("R", bound=WorkedOut)


def reweigh(
    kept: Kept, change: Relinking, claims: Mapping[str, Claim | None], packs: Packs, standings: Sequence[Standing] = ()
) -> Reweighed:
    """What a change of the linking makes of the weighing: exactly that by which weighing everything now differs from what was kept.

    `claims` are those that came, went or say something else, as they stood before (None: new); `standings` all statuses that people gave.
    Nothing is asked of what was kept but what bears on these.
    """
    return _Change(kept, change, claims, countries_of(packs), standings).weighed()


class _Change:
    """One change while it is weighed."""

    def __init__(
        self, kept: Kept, change: Relinking, claims: Mapping[str, Claim | None], countries: Countries, standings: Sequence[Standing]
    ) -> None:
        self.kept, self.standings = kept, standings
        self.part = Part(kept, countries, {ident: claim for ident, claim in claims.items() if claim})
        self.touched = touched(self.part, change, claims, countries)
        self.pile = self.part.pile(self.part.with_denied(self.touched.here))
        here, settings = self.pile.claims, self.part.settings
        self.marks = {claim: marks_of(self.pile, here[claim], settings[claim].names.values()) for claim in self.touched.here}
        self.marked = Marked(self.part, self.touched, self.marks, {claim: set(self._lasting(here[claim])) for claim in self.touched.moved})
        self.refolded = refold(self.part, self.touched, self._otherwise(), self.marked)
        self.gone: dict[str, frozenset[str]] = {}
        self.workings: dict[str, Exchange] = {}

    def weighed(self) -> Reweighed:
        """All that is otherwise."""
        direct, beside = self._direct(), self.marked.touched()
        groups, promised = self.marked.awaited(beside)
        recalled = Recalled(self.part, self.touched, self.refolded.claims, {*direct, *self.refolded.incidents, *self._said_otherwise()})
        pile = self.part.pile(recalled.claims | beside.claims(FIGURE, TIE) | promised)
        told = recalled.told(pile)
        self._keep_testimonies(recalled, told, direct)
        incidents = self._incidents(told)
        was = {working.key: working for working in self.kept.workings(INCIDENTS, keys=sorted(direct))}
        kept = {key: told_from(working) for key, working in was.items()}
        befores = self._befores(recalled, direct, kept)
        dossiers = [dossier_of(one, told[one.id], befores.get(one.id)) for one in incidents if one.id in direct]
        disputes = [dispute for one in dossiers for dispute in one.disputes]
        deeds = [one.deed for one in dossiers if one.deed]
        self._keep(INCIDENTS, was, incident_workings(dossiers))
        before = kept.values()
        held, counted = {ident for one in before for ident in one.disputes}, {ident for one in before for ident in one.figures}
        held = held.difference(*(one.left for one in dossiers))
        drafts = [draft for draft in drafts_of(pile.only(promised)) if draft.group in groups]
        was_given, given = self._pledges(groups, drafts, [one.deed for one in before if one.deed], deeds)
        asked, answered = asked_again(self.part, self.marked, beside, given)
        fates = {fate_asked(pledge) for pledge in self.kept.weighed("pledges", sorted(was_given))} | {
            fate_asked(one.pledge) for one in drafts
        }
        numbers = _of(beside.keys(FIGURE), figures_of(pile.only(beside.claims(FIGURE))))
        rows = Weighing(
            incidents=self._come("incidents", direct, incidents),
            matrices=self._come("matrices", direct, [one.matrix for one in dossiers]),
            disputes=self._come("disputes", held | asked | fates, [*disputes, *answered, *fate_disputes(pile, drafts)]),
            origins=self._come("origins", self.refolded.before, self.refolded.origins),
            pledges=self._come("pledges", was_given, [held.pledge for held in given]),
            ties=self._come("ties", beside.keys(TIE), _of(beside.keys(TIE), ties_of(pile.only(beside.claims(TIE))))),
            figures=self._come(
                "figures", counted | beside.keys(FIGURE), [*numbers, *(figure for one in dossiers for figure in one.figures)]
            ),
        )
        self._keep_rest()
        return Reweighed(Reweighing(self.gone, rows), self.workings)

    def _lasting(self, claim: Claim) -> Iterable[str]:
        """The marks of the rows in which a claim stands as it did, of which at most the incident is another."""
        yield from lasting(self.pile, claim)
        if claim.id in self.touched.steady:  # its passages tell what they told
            yield from (mark for mark in self.marks[claim.id] if mark.startswith(REPLY))

    def _otherwise(self) -> set[str]:
        """The touched claims of which the setting or a mark is another one: the others name an actor with another face, and no more."""
        part = self.part
        return {
            claim
            for claim in self.touched.here
            if part.old.get(claim) != part.settings[claim] or part.before[claim].marks != self.marks[claim]
        }

    def _direct(self) -> set[str]:
        """The incidents that touched claims are of, or were."""
        was = (self.part.old[claim].incident for claim in self.touched.all if claim in self.part.old)
        now = (self.part.settings[claim].incident for claim in self.touched.here)
        return {incident for incident in (*was, *now) if incident}

    def _said_otherwise(self) -> set[str]:
        """The incidents of claims to which people gave another status than before, or some of which are touched."""
        was = {working.key: working for working in self.kept.workings(STANDINGS)}
        now = standing_workings(self.standings)
        self._keep(STANDINGS, was, now)
        other = {working.key for working in now if was.get(working.key) != working} | (was.keys() - {working.key for working in now})
        before = [standing_from(was[key]) for key in sorted(other & was.keys())]
        after = [
            one for one, kept in zip(self.standings, now, strict=True) if kept.key in other or self.touched.all.intersection(one.claims)
        ]
        return set(self.kept.incident_of(sorted({claim for one in (*before, *after) for claim in one.claims})).values())

    def _incidents(self, told: Mapping[str, Sequence[Testimony]]) -> tuple[Incident, ...]:
        """These incidents as they are now."""
        inside = {one.claim for own in told.values() for one in own} if self.standings else set[str]()
        here = [standing for standing in self.standings if not inside.isdisjoint(standing.claims)]
        home = self.kept.incident_of(sorted({claim for one in here for claim in one.claims})) if here else {}
        return as_people_say([incident_of(key, own) for key, own in told.items()], here, home)

    def _befores(self, recalled: Recalled, direct: set[str], kept: Mapping[str, Told]) -> dict[str, Before]:
        """What was made of incidents of which testimonies were kept, with those who are told of otherwise."""
        found = dict[str, Before]()
        for matrix in self.kept.weighed("matrices", sorted(recalled.otherwise.keys() & direct)):
            own, disputes = recalled.otherwise[matrix.incident], kept[matrix.incident].disputes if matrix.incident in kept else ()
            parties, names = frozenset(one.party for one in own), frozenset(one.name for one in own)
            found[matrix.incident] = Before(matrix, frozenset(disputes), parties, names)
        return found

    def _keep_testimonies(self, recalled: Recalled, told: Mapping[str, Sequence[Testimony]], direct: set[str]) -> None:
        """The testimonies of incidents in which some are otherwise, or fold otherwise."""
        other = direct | self.refolded.incidents
        before = {key: working for key, working in recalled.before.items() if key in other}
        now = testimony_workings({key: own for key, own in told.items() if key in other}, recalled.columns)
        self._keep(TESTIMONIES, before, now)

    def _pledges(
        self, groups: Collection[str], drafts: Sequence[Draft], before: Sequence[Deed], now: Sequence[Deed]
    ) -> tuple[set[str], list[Held]]:
        """The pledges of touched groups as they were, by id; as they are now, with others on which a touched incident bears otherwise."""
        was = {key for several in self.kept.marked(AIMS, sorted(groups)).values() for key in several}
        aims = {one.key: one for one in self.kept.workings(AIMS, keys=sorted(was))}
        self._keep(AIMS, aims, map(aim_working, drafts))
        told = {key: aim for key, one in aims.items() if (aim := aim_from(one))}
        given = [*self._drafted(drafts, told, self._direct(), now), *self._borne_otherwise(was, before, now)]
        breached = {one.key: one for one in self.kept.workings(BREACHED, keys=sorted({*was, *(held.pledge.id for held in given)}))}
        self._keep(BREACHED, breached, (breached_working(held) for held in given if held.breaches))
        return was, given

    def _drafted(self, drafts: Sequence[Draft], was: Mapping[str, Aim], direct: Collection[str], now: Sequence[Deed]) -> Iterable[Held]:
        """Pledges with what bears on them of all incidents there are; `was` are their aims before.

        Other incidents than the touched ones are only looked at where they may mean something else than before.
        """
        steady = {
            one.pledge.id: aim
            for one in drafts
            if one.aim and (aim := was.get(one.pledge.id)) and means_the_same(one.aim, aim, direct)
        }  # fmt: skip
        before = held_before(self.kept, sorted(steady))
        aims = [draft.aim for draft in drafts if draft.aim and draft.pledge.id not in steady]
        marked = self.kept.marked(INCIDENTS, sorted({mark for aim in aims for mark in marks_of_aim(aim)})) if aims else {}
        near = {incident for several in marked.values() for incident in several} - set(direct)
        kept = [told_from(working).deed for working in self.kept.workings(INCIDENTS, keys=sorted(near), marks=False)] if near else []
        deeds = [*(deed for deed in kept if deed), *now]
        for draft in drafts:
            aim, ident = draft.aim, draft.pledge.id
            if aim and ident in steady:
                yield held_anew(before[ident], steady[ident], draft.pledge, aim, direct, now)
            else:
                yield held_against(draft, bearing(aim, deeds) if aim else ())

    def _borne_otherwise(self, drafted: Collection[str], before: Sequence[Deed], now: Sequence[Deed]) -> Iterable[Held]:
        """The pledges of no touched group on which a touched incident bears otherwise now than before."""
        was, here = ([deed for deed in deeds if deed not in others] for deeds, others in ((before, now), (now, before)))
        once = told_only_once(was, here)
        if (parties := ascribed_otherwise(*once)) == frozenset():
            return
        marks = borne_on({mark for deed in (*was, *here) for mark in marks_of_deed(deed)})
        near = {key for several in self.kept.marked(AIMS, sorted(marks)).values() for key in several} - set(drafted)
        kept = self.kept.workings(AIMS, keys=sorted(near), marks=False)
        aims = {working.key: aim for working in kept if (aim := aim_from(working))}
        met = {key: aim for key, aim in aims.items() if may_bear_otherwise(aim, parties) and not bears_alike(aim, *once)}
        gone = {deed.incident for deed in was}
        for key, held in held_before(self.kept, sorted(met)).items():
            yield held_anew(held, met[key], held.pledge, met[key], gone, here)

    def _come(self, field: str, before: Collection[str], now: Iterable[R]) -> tuple[R, ...]:
        """What comes of the rows of a field; those with the keys `before` that are no more go, and what stays as it was is left alone."""
        self.gone[field], come = self.kept.weighed_otherwise(field, before, now)
        return come

    def _keep(self, kind: str, before: Mapping[str, Working], now: Iterable[Working]) -> None:
        """Exchanges workings of one kind; what stays as it was is left alone."""
        found = {working.key: working for working in now}
        come = tuple(working for key, working in sorted(found.items()) if before.get(key) != working)
        self.workings[kind] = Exchange(frozenset(before.keys() - found.keys()), come)

    def _keep_rest(self) -> None:
        """The workings of claims, of faces and of works."""
        part, actors = self.part, self.pile.actors
        refolded = {claim: part.before[claim].marks for claim in self.refolded.claims - self.marks.keys()}
        claims = self.marks | refolded
        own = {claim: part.before[claim] for claim in {*claims, *self.touched.gone} if claim in part.before}
        self._keep(CLAIMS, own, (claim_working(part.claims[claim], part.settings[claim], marks) for claim, marks in claims.items()))
        faces = {working.key: working for working in self.kept.workings(FACES, keys=sorted(self.touched.actors))}
        self._keep(FACES, faces, (face_working(self.pile, actors[who]) for who in self.touched.actors if who in actors))
        works = {working.key: working for working in self.kept.workings(WORKS, keys=sorted(self.touched.works))}
        self._keep(WORKS, works, (work_working(work, doc) for work, doc in self.touched.works.items() if doc))


def _of(keys: Collection[str], records: Iterable[R]) -> list[R]:
    """The records with these keys; of others not all claims were looked at."""
    return [record for record in records if key_of(record) in keys]
