"""Hears decisions: all of them on papers in hand, or on a store those that are new since it was worked out last."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence

from sayso.hearing.claims import hear_claims
from sayso.hearing.others import HEARD, hear_others, heard_of
from sayso.hearing.papers import Papers, Sheaf, Shelved
from sayso.hearing.room import Room
from sayso.records.claim import Finding
from sayso.records.document import Document
from sayso.records.review import Review, in_force
from sayso.rulings import Reviewed, rulings_of
from sayso.store.store import Store

HEARD_TO = "heard to"
"""The stamp of a store that tells which decisions were heard when it was worked out last."""


def ruled(reviews: Sequence[Review], documents: Sequence[Document], findings: Mapping[str, Finding]) -> Reviewed:
    """What the reviews come to; `findings` are those of the machine alone. Pure: the same input gives the same result."""
    return hear(reviews, Sheaf(documents, findings))


def ruled_again(reviews: Sequence[Review], store: Store, finder: str, new: Collection[str] = ()) -> Reviewed:
    """The same for a store, with the findings of the finder of this key: hears what is new since it was kept, and looks up what that takes.

    `new` are the SHA-256 of the documents that came in since then, or were gone through since then. Where decisions are not those heard
    then with others after them, all are heard anew.
    """
    return hear(reviews, Shelved(store, finder), new, store.stamp(HEARD_TO))


def keep(reviewed: Reviewed, store: Store) -> None:
    """Keeps what was heard: the findings as people left them, and what the next hearing starts from."""
    with store.together():
        store.keep_people(reviewed.findings, None if reviewed.anew else reviewed.findings.keys() | reviewed.cleared)
        for kind, notes in reviewed.notes.items():
            store.keep_workings(kind, notes.gone, notes.come)
        store.set_stamp(HEARD_TO, reviewed.to)


def hear(reviews: Sequence[Review], papers: Papers, new: Collection[str] = (), heard: str | None = None) -> Reviewed:
    """What the reviews come to. `heard` is the `to` of the last hearing, None where all is to be heard anew."""
    number = int(heard.partition(" ")[0]) if heard else 0
    anew = heard is None or _told(reviews[:number]) != heard
    held = [] if anew else in_force(reviews[:number])
    room = Room(papers, in_force(reviews), new, anew)
    before = {one.key: one for one in room.kept(HEARD)}
    hear_claims(room, held)
    rulings = rulings_of(room.holding, hear_others(room, before))
    problems = room.problems()
    return Reviewed(
        findings={doc: finding for doc, finding in sorted(room.found.items()) if finding is not None},
        rulings=rulings,
        problems=tuple(problems.values()),
        unplaced=frozenset(ident for ident, _ in problems),
        cleared=frozenset(doc for doc, finding in room.found.items() if finding is None),
        anew=anew,
        before=rulings_of(held, {ident: heard_of(one).places for ident, one in before.items()}),
        was={} if anew else {doc: papers.shown(doc) for doc in room.found},
        notes=room.notes,
        to=_told(reviews),
    )


def _told(reviews: Sequence[Review]) -> str:
    """What tells these reviews from others: how many there are, and a hash over theirs and over what of them was taken out."""
    found = hashlib.sha256()
    for review in reviews:
        found.update(review.hash.encode())
        found.update(bytes(target.seen is None for target in review.targets))
    return f"{len(reviews)} {found.hexdigest()}"
