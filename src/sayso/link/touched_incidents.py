"""Which claim speaks of which incident after a change: only the mentions that hang together with touched ones are put into groups again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.link.crowds import Pair
from sayso.link.denials import own_denials
from sayso.link.ends import by_end, ends_of, is_by_rules, is_judged
from sayso.link.hanging import alike_but_beside
from sayso.link.happenings import Happening
from sayso.link.incident_features import FORBIDDING, clause_of
from sayso.link.incidents import Grouped, incidents_of
from sayso.link.joins import HANGING, Opened, is_large
from sayso.link.judge import forbidden
from sayso.link.latecomers import comes_by, moving, passed_over
from sayso.link.missed import held_as_well
from sayso.link.parted import Border, By, Parted
from sayso.link.people import Groups, Word, otherwise, with_statements
from sayso.link.torn import torn_otherwise
from sayso.link.touched_mentions import Mentions
from sayso.link.undated import vague
from sayso.link.witnesses import parted_by_others
from sayso.link.workings import (
    JOINED,
    OFFERED,
    PARTED,
    POINTING,
    Pointed,
    kept_by,
    of_joins,
    of_parted,
    to_joins,
    to_link,
    to_parted,
    to_pointed,
)  # fmt: skip
from sayso.records.link import Link
from sayso.records.review import Rulings
from sayso.records.worked_out import Working, by_key, key_of
from sayso.store.store import Store

Standing = Callable[[Collection[str]], Collection[str]]
"""Gives those of these ids of claims that stand."""


FIRST = 24
"""So many of the first mentions of an incident are looked at for one that a denial denies."""


@dataclass(frozen=True, slots=True)
class Regrouping:
    """The keys of the links that go, the links that come, and each claim whose incident is another one now, or none."""

    links_gone: frozenset[str]
    links: tuple[Link, ...]
    incident_of: Mapping[str, str | None]


def regrouped(
    store: Store, mentions: Mentions, standing: Standing, changed: Collection[str], rulings: Rulings, before: Rulings
) -> Regrouping:
    """What follows for incidents; notes in `mentions.kept` what is kept of links between two of them.

    `changed` are the claims that stand only now, or stand no more.
    """
    return _Groups(store, mentions, changed, rulings, before).linked(standing)


class _Groups:
    """The claims that hang together with touched ones by links, offers, words that point, and decisions of people."""

    def __init__(self, store: Store, mentions: Mentions, changed: Collection[str], rulings: Rulings, before: Rulings) -> None:
        self._store, self._mentions = store, mentions
        self.keys: set[str] = set()
        self._told: dict[str, list[Link]] = {}
        self._compared: dict[str, list[Link]] = {}
        self._by: dict[Pair, By] = {}
        self._parted: dict[Pair, Parted] = {}
        self._word = Word(rulings, "same_incident")
        self._decided = Groups((*bond.left, *bond.right) for bond in rulings.bonds if bond.kind == "same_incident")
        bound = {
            claim for bond in otherwise(rulings.bonds, before.bonds) if bond.kind == "same_incident" for claim in (*bond.left, *bond.right)
        }
        now, was = mentions.pointed, mentions.pointed_before
        pointing = {claim for claim in now.keys() | was.keys() if now.get(claim) != was.get(claim)}
        offers = set(mentions.offers) ^ set(mentions.offers_before)
        self._again = self._judged_again()
        self._come = [link for link in mentions.come if (link.left, link.right) not in self._again]
        self._gone = self._links_gone()
        ends = {end for pair in mentions.lost for end in pair} | {end for link in offers for end in (link.left, link.right)}
        self._offered = offers
        self._homes: set[str] = set()
        self._settled: dict[str, str] = {}
        self._passed: list[Parted] = []
        self._only = {*changed, *mentions.changed} - self._steady() if not (bound or mentions.lost) else set[str]()
        self._pointing = pointing
        self._named = {*changed, *mentions.changed} | bound | pointing | ends

    def _judged_again(self) -> dict[Pair, Link]:
        """The links of changed mentions that come with the score that they had: but for their reasons they are as they were."""
        held = {(link.left, link.right): link.score for link in self._held(ends_of(self._mentions.come) & self._mentions.changed)}
        every = {(link.left, link.right): link for link in self._mentions.come}
        return {pair: link for pair, link in every.items() if pair in held and held[pair] == link.score}

    def _steady(self) -> set[str]:
        """The changed mentions that only stand beside others in their text than before."""
        before, now = self._mentions.before, self._mentions.now
        return {one for one in self._mentions.changed if one in before and one in now and alike_but_beside(before[one], now[one])}

    def _links_gone(self) -> set[Pair]:
        """The pairs of the kept links of changed mentions that come no more as they were, and those that are compared no more."""
        changed, lost = self._mentions.changed, self._mentions.lost
        pairs = ((link.left, link.right) for link in self._held(changed | {end for pair in lost for end in pair}))
        return {pair for pair in pairs if pair not in self._again and (pair in lost or not changed.isdisjoint(pair))}

    def _led_to(self) -> set[str]:
        """The ends of the links that go, but for those beyond a link of a mention that is no more of which no incident was made.

        There it held nothing together; only who gives no day of his own may be torn between days with it alone, or without it.
        """
        removed = self._mentions.changed - self._mentions.now.keys()
        refused = {pair for pair in self._gone & self._by.keys() if not removed.isdisjoint(pair)}
        beyond = {end for pair in refused for end in pair} - removed
        torn = self._torn_otherwise({one.id for one in self._mentions.get(beyond).values() if vague(one)}, removed)
        return {end for pair in self._gone for end in pair if pair not in refused or end in torn}

    def _torn_otherwise(self, hazy: Collection[str], removed: Collection[str]) -> set[str]:
        """Those of these without a day of whom it hangs on mentions that are no more whether they fit several days."""
        gone = {one: self._mentions.before[one] for one in removed if one in self._mentions.before}
        return torn_otherwise(hazy, self._held(hazy), gone, self._mentions.get)

    def _read(self, ids: Collection[str]) -> None:
        """Looks up all links at these, those of the ledger and those that are only kept."""
        if lacking := set(ids) - self._told.keys():
            parted = list(map(to_parted, self._marked(PARTED, lacking)))
            self._parted |= {one.pair: one for one in parted}
            self._by |= {one.pair: one.by for one in parted}
            told = self._links_told(lacking)
            self._told |= by_end(told, lacking)
            self._compared |= by_end([*(link for link in told if is_by_rules(link)), *(one.link for one in parted)], lacking)

    def _links_told(self, ids: Collection[str]) -> list[Link]:
        """The links of the ledger at these; of mentions that were compared without the reasons, which nothing here looks at."""
        told = self._store.linked_briefly(ids)
        briefly = [link for link in told if is_by_rules(link)]
        return [*briefly, *self._store.links([key_of(link) for link in told if not is_by_rules(link)])]

    def _held(self, ids: Collection[str]) -> list[Link]:
        """The links between mentions, by rules, at these: within an incident they are the ledger's, between two only kept."""
        self._read(ids)
        return list({(link.left, link.right): link for one in ids for link in self._compared[one]}.values())

    def _marked(self, kind: str, marks: Collection[str]) -> list[Working]:
        """The workings of a kind that bear one of these marks, without them."""
        keys = {key for keys in self._store.marked(kind, marks).values() for key in keys}
        return self._store.workings(kind, keys=keys, marks=False)

    def _links(self, ids: Collection[str]) -> list[Link]:
        """The links between mentions at these, after the change."""
        new = [link for link in self._come if link.left in ids or link.right in ids]
        held = {(link.left, link.right): link for link in self._held(ids)}
        return [*(self._again.get(pair, link) for pair, link in held.items() if pair not in self._gone), *new]

    def _offers(self, ids: Collection[str]) -> list[Link]:
        kept = [to_link(one) for one in self._marked(OFFERED, ids) if one.doc not in self._mentions.offering]
        return [*kept, *(link for link in self._mentions.offers if link.left in ids or link.right in ids)]

    def _pointed(self, ids: Collection[str]) -> list[Pointed]:
        """The statements among these, and those that point at one of these."""
        keys = {key for keys in self._store.marked(POINTING, ids).values() for key in keys} | set(ids)
        kept = (to_pointed(one) for one in self._store.workings(POINTING, keys=keys, marks=False) if one.doc not in self._mentions.docs)
        return [*kept, *(one for one in self._mentions.pointed.values() if one.claim in ids or one.target in ids)]

    def _close(self, new: set[str]) -> None:
        """Takes in these and all that hang together with them; links that something keeps apart lead no further.

        A statement of which nobody decided goes where it points, and leads nowhere.
        """
        while new := new - self.keys:
            self.keys |= new
            pointed = self._pointed(new)
            following = {one for one in self._pointing.union(one.claim for one in pointed) if self._only_follows(one)}
            found = ends_of((*self._leading(new), *self._offers(new)))
            found |= {end for one in pointed for end in (one.claim, one.target) if one.claim not in following or end == one.claim}
            incidents = set(self._store.incident_of(new - following).values())
            self._homes |= incidents
            found |= self._decided.beside(new).union(*self._store.claims_of(incidents).values())
            new = found

    def _only_follows(self, statement: str) -> bool:
        return not (self._word.knows({statement}) or statement in self._mentions.before or statement in self._mentions.now)

    def _leading(self, ids: Collection[str]) -> list[Link]:
        return [link for link in self._links(ids) if not self._by.get((link.left, link.right))]

    def linked(self, standing: Standing) -> Regrouping:
        """What goes and what comes."""
        if alone := self._gone_alone(standing):
            return alone
        new = self._named | ends_of(self._come) | self._led_to()
        while new:
            self._close(new)
            by_id = self._mentions.get(self.keys)
            found = sorted(by_id.values(), key=lambda one: one.order)
            links = self._links(by_id.keys())
            beyond = self._mentions.get(ends_of(links) - by_id.keys())
            told = by_id | beyond
            judged = [link for link in links if is_judged(link, told)]
            border = self._border(told, beyond)
            grouped = incidents_of(found, judged, self._offers(by_id.keys()), self._word, border)
            new = border.lost
        if not self.keys:
            return Regrouping(frozenset(), (), {})
        self._keep(grouped.parted)
        self._keep_joins(grouped)
        denials = list(own_denials(found, grouped.incident_of))
        pointed = sorted(self._pointed(self.keys), key=lambda one: one.order)
        claims = {*by_id, *(one.claim for one in pointed)}
        claims |= set(standing(self.keys - claims))
        there = self._store.incident_of({one.target for one in pointed} - self.keys)
        incident_of = with_statements({**there, **grouped.incident_of}, self._word, claims, [(one.claim, one.target) for one in pointed])
        denials += [one.link for one in pointed if one.target in incident_of and incident_of.get(one.claim) == incident_of[one.target]]
        return self._regrouping([*grouped.links, *denials, *self._word.links(claims)], incident_of)

    def _border(self, told: Mapping[str, Happening], beyond: Mapping[str, Happening]) -> Border:
        """The links to these mentions beyond, with those of their groups who were excluded."""
        changed = self._mentions.changed
        kept = {one for pair, by in self._by.items() if not beyond.keys().isdisjoint(pair) for one in by}
        keepers = self._mentions.get(kept - self.keys - changed)
        every = {**told, **keepers}
        apart = self._word.or_apart(lambda one, other: forbidden(every[one], every[other], FORBIDDING))
        return Border(beyond, self._by, changed, keepers.keys(), apart)

    def _gone_alone(self, standing: Standing) -> Regrouping | None:
        """What goes with a claim that stands no more, if that is all that is otherwise and nothing else follows from it."""
        (ident,) = self._only if len(self._only) == 1 else ("",)
        keys = {ident, *self._pointing}
        if not ident or ident in self._mentions.now or ident in standing(keys) or self._word.knows(keys) or self._pointed({ident}):
            return None
        changed = [one for one in self._mentions.now.values() if one.id in self._mentions.changed]
        better = {(link.left, link.right): link for link in self._come if self._is_better(link)}
        pairs = (*self._gone, *((link.left, link.right) for link in self._come))
        late = moving(changed, [pair for pair in pairs if pair not in better], self._offered, ident)
        gone = self._mentions.before.get(ident)
        if late is None or ((late or better) and not gone):
            return None
        links = self._links_without(gone, late, list(better.values())) if gone else ()
        if links is None:
            return None
        self.keys = keys | self._settled.keys()
        self._keep(self._passed)
        homes = self._store.incident_of([one.target for one in self._mentions.pointed.values()])
        led = [one for one in self._mentions.pointed.values() if one.claim in keys and one.target in homes]
        anew = [*links, *better.values(), *self._reasoned_anew(), *(one.link for one in led)]
        return self._regrouping(anew, {one.claim: homes[one.target] for one in led} | self._settled)

    def _reasoned_anew(self) -> list[Link]:
        """The links of the ledger that were judged again for other reasons; notes those that are only kept."""
        again = [pair for pair in self._again if pair in self._parted]
        kept = {(other := of_parted(self._as_judged(self._parted[pair]))).key: other for pair in again}
        self._mentions.kept[PARTED].come = kept | self._mentions.kept[PARTED].come
        told = by_key(link for pair, link in self._again.items() if pair not in self._parted)
        held = by_key(self._store.links(told.keys()))
        return [link for key, link in told.items() if held.get(key) != link]

    def _as_judged(self, parted: Parted) -> Parted:
        return replace(parted, link=self._again.get(parted.pair, parted.link))

    def _is_better(self, link: Link) -> bool:
        """Whether a link that comes is of two mentions of one text, both with a day or place, and fits better than it did, if it was."""
        told = list(self._mentions.get({link.left, link.right}).values())
        held = self._held({link.left, link.right} & self._mentions.changed or {link.left})
        was = max((one.score or 0.0 for one in held if (one.left, one.right) == (link.left, link.right)), default=0.0)
        return all(one.anchored for one in told) and told[0].doc == told[-1].doc and was < (link.score or 0.0)

    def _links_without(self, gone: Happening, late: Collection[str], better: Sequence[Link]) -> Sequence[Link] | None:
        """The links of denials of one that is no more, and of those that come `late`, without it; None if there may be other incidents.

        Notes how its own came together without it.
        """
        home = self._store.incident_of([gone.id]).get(gone.id, "")
        kept = self._store.workings(JOINED, keys=[home])
        if not kept or home == f"i-{gone.id}" or _shares_clause(gone, self._mentions.before.values()):
            return None
        joins = to_joins(kept[0])
        opened = Opened(joins, gone.id)
        brought = opened.brought()
        if self._word.knows(joins.members) or brought is None or not opened.has_twin() or self._is_missed(gone, opened):
            return None
        if any(not opened.joins_both(link) or (link.left, link.right) in self._parted for link in better):
            return None
        come = self._come_late(brought.union(late), opened, home)
        denials, cut = self._denied_instead(gone, home, joins.members), opened.cut_off()
        if denials is None or cut is None or come is None:
            return None
        self._read(cut)
        closed = opened.close((link for one in cut for link in self._told[one] if is_by_rules(link)), better)
        parted = self._parted_again(gone, opened, cut) if closed else None
        if closed is None or parted is None:
            return None
        self._mentions.kept[JOINED].change(kept, [of_joins(home, closed)] if is_large(closed.members) else [])
        self._mentions.kept[PARTED].come |= {(working := of_parted(one)).key: working for one in parted}
        return [*denials, *come]

    def _come_late(self, late: Collection[str], opened: Opened, home: str) -> list[Link] | None:
        """All links of loose mentions that come to their incident otherwise, or may; None if one of them may come elsewhere."""
        found = list[Link]()
        self._read(late)
        for one in sorted(late):
            links, offers = self._links({one}), [offer for offer in self._offers({one}) if offer.right == one]
            told = self._mentions.get(ends_of((*links, *offers)) | {one}) if len(links) <= HANGING else {}
            if one not in told or any(link.kind == "denies" for link in self._told[one]):
                return None
            judged = [link for link in links if is_judged(link, told)]
            if (link := comes_by(told[one], judged, offers, told, opened)) is None:
                return None
            opened.bring(one, link)
            self._settled[one] = home
            self._passed += passed_over(told[one], judged, told, opened)
            found += [link, *(near for near in judged if near.left in opened and near.right in opened)]
        return found

    def _denied_instead(self, gone: Happening, home: str, members: Sequence[str]) -> list[Link] | None:
        """What is denied in place of one that goes: an event told before in its text, or the first of the incident; None if that is far."""
        self._read({gone.id})
        deniers = {link.left for link in self._told[gone.id] if link.kind == "denies" and link.right == gone.id} - self._pointing
        if not deniers:
            return []
        told = self._mentions.get({*deniers, *members[:FIRST]})
        told |= self._mentions.get([one.id for one in self._mentions.now.values() if one.doc == gone.doc and one.id in members])
        found = sorted(told.values(), key=lambda one: one.order)
        links = [link for link in own_denials(found, dict.fromkeys(told, home)) if link.left in deniers]
        surely = all(link.judgement == "found" or link.right in members[:FIRST] for link in links)
        return links if surely and len(links) == len(deniers) else None

    def _parted_again(self, gone: Happening, opened: Opened, cut: Collection[str]) -> list[Parted] | None:
        """The links that another member than before keeps apart without this one; None if for one of them there may be none.

        Looked at are those that this mention or one cut off keeps apart, and those at which one cut off stands.
        """
        kept_so = map(to_parted, self._marked(PARTED, [kept_by(one) for one in (gone.id, *cut)]))
        beside = (self._parted[pair] for pair in self._parted if not set(cut).isdisjoint(pair))
        every = {one.pair: self._as_judged(one) for one in (*kept_so, *beside) if gone.id not in one.pair}
        return parted_by_others(every.values(), gone, opened, self._mentions.get)

    def _is_missed(self, gone: Happening, opened: Opened) -> bool:
        """Whether one that gives no day of its own is held to other days without this mention."""
        at = {(link.left if link.right == gone.id else link.right): link for link in self._held({gone.id})}
        near = self._mentions.get(at).values()
        hazy = {one.id: at[one.id] for one in near if gone.when and vague(one) and one.doc != gone.doc}
        untorn = {one for one, link in hazy.items() if len(self._by.get((link.left, link.right), ())) != 1}
        as_well = held_as_well(self._store, self._mentions.get, hazy, untorn, opened)
        return bool(self._torn_otherwise(hazy.keys() - as_well, {gone.id}))

    def _keep_joins(self, grouped: Grouped) -> None:
        """Keeps how these incidents came together, in place of those before."""
        homes = {*self._homes, *grouped.incident_of.values()}
        now = (of_joins(incident, joins) for incident, joins in grouped.joins.items())
        self._mentions.kept[JOINED].change(self._store.workings(JOINED, keys=homes), now)

    def _keep(self, parted: Iterable[Parted]) -> None:
        """Keeps these in place of those at the same mentions."""
        was = {pair: one for pair, one in self._parted.items() if not self.keys.isdisjoint(pair)}
        now = {one.pair: one for one in self._with_reasons(parted)}
        kept = self._mentions.kept[PARTED]
        kept.gone |= {of_parted(was[pair]).key for pair in was.keys() - now.keys()}
        kept.come |= {(other := of_parted(one)).key: other for pair, one in now.items() if was.get(pair) != one}

    def _with_reasons(self, parted: Iterable[Parted]) -> Iterable[Parted]:
        """The same, those of which the ledger has the link with all that speaks for it."""
        told = list(parted)
        whole = {(link.left, link.right): link for link in self._store.links([key_of(one.link) for one in told if not one.link.reasons])}
        return (replace(one, link=whole.get(one.pair, one.link)) for one in told)

    def _regrouping(self, links: Iterable[Link], incident_of: Mapping[str, str]) -> Regrouping:
        self._read(self.keys)
        told = {id(link): link for one in self.keys for link in self._told[one] if link.kind in ("same_incident", "denies")}
        held, wanted = by_key(told.values()), by_key(links)
        was = self._store.incident_of(self.keys)
        moved = {claim: incident_of.get(claim) for claim in sorted(self.keys) if was.get(claim) != incident_of.get(claim)}
        come = tuple(link for key, link in wanted.items() if (kept := held.get(key)) is not link and kept != link)
        return Regrouping(frozenset(held.keys() - wanted.keys()), come, moved)


def _shares_clause(one: Happening, here: Iterable[Happening]) -> bool:
    """Whether another mention of its text stands in its clause: the two are then told apart by it."""
    return any(other.id != one.id and clause_of(other) == clause_of(one) for other in here)
