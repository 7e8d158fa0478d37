"""Keeps what people decide and works it in: each decision is on the disk before anything that follows from it."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sayso.archive import Archive, Original
from sayso.journal import Chain, Journal, withdrawals
from sayso.judging import Judge, Said, written
from sayso.records.claim import Claim, Finding
from sayso.records.document import Document
from sayso.records.problem import Problem
from sayso.records.review import Review, Target, in_force
from sayso.records.trouble import Exit, Trouble
from sayso.shelf.directory import Item
from sayso.shelf.grid import Grid
from sayso.shelf.lookup import Lookup
from sayso.shelf.portraits import Thing, name_of
from sayso.store.store import Store


def now() -> str:
    """The time of a decision, in UTC to the second: the one thing that comes from a clock."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def login() -> str:
    """Who sits at the keyboard, as far as the system knows."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


class Edit:
    """A person at work: every method is one decision, kept at once; what follows from them is worked out at the end of the block.

    What is decided on is given as itself or by its id, as the ledger stood at the beginning. Raises Trouble for what is not there or
    cannot be decided.
    """

    def __init__(self, judge: Judge, journal: Journal) -> None:
        self.judge, self.journal = judge, journal
        self.kept: list[Review] = []
        self.told: list[str] = []

    def accept(self, what: Thing) -> Review:
        """That a claim is right as it stands; that the claims of an incident, or the names of an actor, are one."""
        return self._keep(self.judge.on("accept", self._item(what), {}))

    def reject(self, what: Thing) -> Review:
        """That a claim is wrong, an incident does not hold, or a name is nobody's."""
        return self._keep(self.judge.on("reject", self._item(what), {}))

    def correct(self, what: Thing, /, **changes: Said) -> Review:
        """What a claim says, an incident's status, or an actor's name, kind or side should be.

        A value is a word or the notation of docs/notation.md, a number or a range (low, high) of what was counted there before (None:
        open on that side), a day, or an actor; None takes a detail out.
        """
        item = self._item(what)
        return self._keep(self.judge.on("correct", item, {name: written(value, _unit(item, name)) for name, value in changes.items()}))

    def add(self, line: str) -> Review:
        """A claim that no finder found, in the one-line notation."""
        return self._keep(self.judge.add(line))

    def same(self, left: Thing, right: Thing) -> Review:
        """That two incidents (or a claim and an incident), or two actors, are one."""
        return self._keep(self.judge.between("same", self._item(left), self._item(right)))

    def notsame(self, left: Thing, right: Thing) -> Review:
        """That they are not."""
        return self._keep(self.judge.between("notsame", self._item(left), self._item(right)))

    def undo(self, what: Claim | Review | str = "") -> Review:
        """Takes back a decision: the last one, the last one on a claim, or this one, which the beginning of its hash names too."""
        name = what.hash if isinstance(what, Review) else name_of(what)
        return self._keep(self.judge.undo(named(self.journal.read(), name)))

    def withdraw(self, what: Thing, originals: Sequence[Original] = ()) -> Document:
        """That a document has to go, with all its words: of the originals, every one of its text."""
        document = self.judge.lookup.document(name_of(what))
        self._keep(self.judge.withdraw(document, [line.sha256 for line in originals if line.path in document.paths]))
        self.journal.flushed()
        return document

    def _item(self, what: Thing) -> Item:
        return self.judge.lookup.find(name_of(what))

    def _keep(self, review: Review) -> Review:
        self.told += self.journal.mend()
        self.kept.append(self.journal.append(review))
        return self.kept[-1]


def _unit(item: Item, name: str) -> str:
    """What a claim counts in the detail of this name."""
    slot = item.slot(name) if isinstance(item, Claim) else None
    return slot.amount.unit if slot and slot.amount else ""


@contextmanager
def editing(lookup: Lookup, journal: Journal, by: str, why: str, work: Callable[[Chain], object]) -> Iterator[Edit]:
    """Somebody at work on a ledger as it stands; what he decided is worked in at the end, also where the block ends in trouble."""
    edit = Edit(Judge(lookup, by or login(), now(), why), journal)
    try:
        yield edit
    finally:
        if edit.kept:
            work(journal.read())


IN_STEP = "in step with"
"""The stamp of a store that tells with which originals and withdrawals it was last found in step."""
COLUMNS = ("when", "who", "verb", "about", "on", "state", "why", "hash")
"""What the log says of each decision; its state is "holds", "undone", "no place" or "words withdrawn"."""


def logged(chain: Chain, problems: Sequence[Problem]) -> Grid:
    """All decisions in their order; the problems tell which have no place any more."""
    unplaced = [problem.message for problem in problems if problem.code == "review_unplaced"]
    holding = {review.hash for review in in_force(chain.reviews)}
    return Grid(COLUMNS, tuple(_entry(review, review.hash in holding, unplaced) for review in chain.reviews))


def _entry(review: Review, holds: bool, unplaced: Collection[str]) -> tuple[str, ...]:
    state = "holds" if holds or review.verb == "undo" else "undone"
    if any(review.hash[:8] in message for message in unplaced):
        state = "no place"
    if review.why is None:
        state = "words withdrawn"
    on = ", ".join(filter(None, (_on(target) for target in review.targets[:3]))) or review.undoes[:8]
    more = f" and {len(review.targets) - 3} more" if len(review.targets) > 3 else ""
    said = " ".join(f"{key}={value}" for key, value in (review.changes or {}).items())
    return review.when, review.who, review.verb, review.about, f"{on}{more} {said}".strip(), state, review.why or "", review.hash


def _on(target: Target) -> str:
    if target.seen and target.seen.mention:
        return f"“{target.seen.mention.name}” in d:{target.doc[:8]}"
    return f"c:{target.id}" if target.id != target.doc else f"d:{target.doc[:8]}"


def named(chain: Chain, name: str) -> Review:
    """The review that is meant: by its hash, by the claim it was on last (or the beginning of one), or simply the last that holds."""
    wanted = name.removeprefix("c:")
    found = [review for review in chain.reviews if len(name) >= 4 and review.hash.startswith(name)]
    if not found:
        holding = in_force(chain.reviews)
        claims = sorted({target.id for review in holding for target in review.targets if target.id.startswith(wanted)}) if name else []
        if len(claims) > 1:
            raise Trouble(f"`{name}` begins {len(claims)} ids", "write more of it", tuple(f"c:{claim}" for claim in claims[:8]))
        found = [review for review in holding if not name or any(target.id in claims for target in review.targets)][-1:]
    if not found and not name and chain.reviews:
        raise Trouble(
            "no decision holds any more", "`sayso review undo HASH` takes an undo back; `sayso review log` lists all", code=Exit.NOT_FOUND
        )
    if not found:
        raise Trouble(f"no decision `{name}`" if name else "nothing is decided yet", "`sayso review log` lists all", code=Exit.NOT_FOUND)
    if len(found) > 1:
        raise Trouble(f"`{name}` begins {len(found)} decisions", "write more of it")
    return found[-1]


def worded(chain: Chain, gone: Collection[str]) -> list[str]:
    """Those of these documents of which decisions still hold words."""
    return sorted({target.doc for review in chain.reviews for target in review.targets if target.seen is not None} & set(gone))


def in_step(chain: Chain, archive: Archive) -> str | None:
    """What tells the state in which a store that was made from the originals still holds them; None while there is to be carried out."""
    gone = withdrawals(chain)
    return None if worded(chain, gone) else " ".join([archive.told(), *sorted(gone)])


def carry_out(chain: Chain, journal: Journal, archive: Archive, store: Callable[[], Store]) -> bool:
    """Takes out what was withdrawn wherever it still stands, also where a stop came in between; whether there was anything to do."""
    gone = withdrawals(chain)
    for doc in worded(chain, gone):
        journal.take_out(doc)
    removed = archive.remove(gone) if gone else False
    held = [doc for doc in sorted(gone) if store().document(doc) is not None]
    for doc in held:
        store().drop_document(doc)
    return bool(held) or removed


def quoting(finding: Finding, briefs: Path) -> list[str]:
    """The briefs of a folder that cite a claim of a document, told by what was found in it: people wrote them, so people change them."""
    claims = [claim.id for claim in finding.claims]
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(briefs.glob("*.md"))}
    return [name for name, text in texts.items() if any(f"c:{ident}" in text for ident in claims)]
