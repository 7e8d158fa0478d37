"""What is new in a ledger, and what would fall in it, one row a difference."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records.change import Change
from sayso.records.slug import slug_of
from sayso.screens.screen import Column, Sheet
from sayso.shelf.views import Shelf


def news(shelf: Shelf, found: Sequence[Change]) -> Sheet:
    """What is new: of which kind, of which incident or whom, and in words from what to what."""
    rows = tuple((one.kind.upper(), _of(shelf, one), _words(one), _address(one)) for one in found)
    return Sheet((Column("what"), Column("of", wide=True), Column("how", wide=True), Column("id")), rows)


def losses(_: Shelf, found: Sequence[Change]) -> Sheet:
    """What would fall or change: as it is, and as it would be."""
    rows = tuple(
        (one.kind, ": ".join(filter(None, (one.about, one.detail))), one.before, one.after or "falls", _address(one)) for one in found
    )
    wide = (Column("of", wide=True), Column("with it", wide=True), Column("without it", wide=True, told=True))
    return Sheet((Column("what"), *wide, Column("id")), rows)


def _of(shelf: Shelf, one: Change) -> str:
    incident = shelf.index.incidents.get(one.id)
    return slug_of(incident) if incident else one.about


def _words(one: Change) -> str:
    """The difference in a few words, as "a voice changed its position: the Front denies → yes"."""
    if one.kind == "reversed":
        return f"a voice changed its position: {one.detail} {one.before} → {one.after}"
    if one.kind == "contradicts":
        return f"{one.detail} {f'{one.before} → now also {one.after}' if one.before else f'now {one.after}'}"
    if one.kind == "pledge":
        return f"{one.detail}: {one.after}"
    return f"{one.before} → {one.after} {one.detail}".strip() if one.before else one.after


def _address(one: Change) -> str:
    """What `sayso show` takes: the claim of a pledge, which has no page of its own; of a sentence, where it stands."""
    if one.kind in ("pledge", "claim", "dispute"):
        return f"c:{one.claims[0]}"
    return one.id
