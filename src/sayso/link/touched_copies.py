"""Which claims repeat others after a change: only those that share words with a claim that came or went are compared again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sayso.link.copies import HOLDERS, SAME, Passage, near_copies, same_words
from sayso.link.headlines import sums_up
from sayso.link.touched_mentions import Kept
from sayso.link.workings import COPIED, of_passage
from sayso.records.link import Link
from sayso.records.worked_out import in_order, key_of
from sayso.store.store import Store

Passages = Callable[[Collection[str]], Iterable[Passage]]
"""Gives the claims of these ids that stand, as they are compared."""


def recopied(
    store: Store, passages: Passages, was: Mapping[str, Passage], now: Mapping[str, Passage], kept: Kept
) -> tuple[set[str], list[Link]]:
    """The keys of the links that go, and the links that come. `was` and `now` are the claims that changed."""
    kept.change((of_passage(one) for one in was.values() if one.marks), (of_passage(one) for one in now.values() if one.marks))
    if not now and (alone := _gone_alone(store, list(was.values()))) is not None:
        return alone, []
    changed = was.keys() | now.keys()
    told = [pile[one] for one in changed for pile in (was, now) if one in pile]
    pile = _Passages(store, passages, changed, now)
    again = pile.get(changed | pile.sharing(_marks(told), SAME))
    touched = changed | {one.claim.id for one in again} | pile.sharing(_marks([*told, *again]))
    near = touched | pile.sharing(_marks(pile.get(touched)))
    compared = pile.get(near | pile.sharing(_marks(pile.get(near)), SAME))
    repeated = (link for copy, link in same_words(compared).items() if copy in touched)
    wanted = {key_of(link): link for link in in_order([*repeated, *near_copies(compared, touched)])}
    held = {key_of(link): link for link in store.linked(touched) if link.kind == "copy_of" and link.left in touched and not sums_up(link)}
    return held.keys() - wanted.keys(), [link for key, link in sorted(wanted.items()) if held.get(key) != link]


def _gone_alone(store: Store, gone: Sequence[Passage]) -> set[str] | None:
    """The keys of the links that go with claims that stand no more, if others were compared with the same ones but for these.

    None where others may be: where one repeats them, or has the same words, or may be compared with another one in their place.
    """
    ids = {one.claim.id for one in gone}
    links = [link for link in store.linked(ids) if link.kind == "copy_of" and not sums_up(link)]
    sharing = store.marked(COPIED, _marks(gone))
    repeated = any(mark.startswith(SAME) and not ids.issuperset(keys) for mark, keys in sharing.items())
    if repeated or any(link.right in ids for link in links):
        return None
    crowds = {mark: set(keys) - ids for mark, keys in sharing.items() if not mark.startswith(SAME) and len(keys) > HOLDERS}
    return {key_of(link) for link in links} if all(_is_behind(store, one, crowds) for one in gone) else None


def _is_behind(store: Store, one: Passage, crowds: Mapping[str, Collection[str]]) -> bool:
    """Whether in each crowd of a claim as many stand before it as are compared, so that nobody was compared with it.

    Counted are only claims of documents before its own, with words that are surely nobody else's: what repeats another is left out.
    """
    own = [crowds[mark] for mark in one.marks if mark in crowds]
    docs = {kept.key: kept.doc for kept in store.workings(COPIED, keys={key for keys in own for key in keys}, marks=False)}
    path = store.paths(set(docs.values()))
    ahead = [sorted((path[docs[key]], key) for key in keys if path[docs[key]] < one.order[0])[: 2 * HOLDERS] for keys in own]
    first = store.workings(COPIED, keys={key for found in ahead for _, key in found})
    whole = {kept.key: [mark for mark in kept.marks if mark.startswith(SAME)] for kept in first}
    sharing = store.marked(COPIED, [mark for marks in whole.values() for mark in marks])
    alone = {key for key, marks in whole.items() if all(len(sharing[mark]) == 1 for mark in marks)}
    return all(len(alone.intersection(key for _, key in found)) >= HOLDERS for found in ahead)


class _Passages:
    """The claims of the pile as they are compared: the kept ones, and in place of those of documents that changed what these hold now."""

    def __init__(self, store: Store, passages: Passages, changed: set[str], now: Mapping[str, Passage]) -> None:
        self._store, self._passages, self._now, self.changed = store, passages, now, changed
        self._known: dict[str, Passage] = {}

    def sharing(self, marks: Collection[str], what: str = "") -> set[str]:
        """The claims that bear one of these marks, or one of those that begin with these words."""
        wanted = {mark for mark in marks if mark.startswith(what)}
        kept = {one for keys in self._store.marked(COPIED, wanted).values() for one in keys} - self.changed if wanted else set()
        return kept | {one.claim.id for one in self._now.values() if not wanted.isdisjoint(one.marks)}

    def get(self, ids: Collection[str]) -> list[Passage]:
        """These claims."""
        lacking = [one for one in ids if one not in self.changed and one not in self._known]
        self._known |= {one.claim.id: one for one in self._passages(lacking)} if lacking else {}
        known = {**self._known, **self._now}
        return [known[one] for one in sorted(ids) if one in known]


def _marks(passages: Iterable[Passage]) -> set[str]:
    return {mark for one in passages for mark in one.marks}
