"""The form in which a review stands in its line: sealed so that words can be taken out and the chain over the lines still holds."""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Raw, Struct

from sayso.records.review import About, Review, ReviewVerb, Seen, Side, Target

NOTHING = b"null"
EMPTY_SEAL = hashlib.sha256(NOTHING).hexdigest()


class Part(Struct, forbid_unknown_fields=True):
    """What may be taken out of a line: a value, and the SHA-256 of its JSON as it stood; only the seal is chained."""

    seal: str
    value: Raw

    @property
    def bytes(self) -> bytes:
        """The value as it stands."""
        return bytes(self.value)

    @property
    def holds(self) -> bool:
        """Whether the value is the one sealed, or was taken out."""
        return self.bytes == NOTHING or _sha(self.bytes) == self.seal

    @property
    def taken_out(self) -> bool:
        """Whether there was a value and is none any more."""
        return self.bytes == NOTHING and self.seal != EMPTY_SEAL

    def emptied(self) -> Part:
        """The part without its value."""
        return Part(self.seal, Raw(NOTHING))


class Aim(Struct, forbid_unknown_fields=True):
    """A `Target` in its line."""

    doc: str
    id: str
    seen: Part
    side: Side


class Line(Struct, forbid_unknown_fields=True):
    """A `Review` as one line of reviews.jsonl: keys in alphabetical order, no space between."""

    about: About
    changes: Part
    hash: str
    previous: list[str]
    targets: list[Aim]
    undoes: str
    verb: ReviewVerb
    when: str
    who: str
    why: Part

    @property
    def parts(self) -> list[Part]:
        """All that is under seal."""
        return [self.changes, self.why, *(aim.seen for aim in self.targets)]

    @property
    def right(self) -> bool:
        """Whether its hash and all its seals are those of what stands in it."""
        return self.hash == hash_of(self) and all(part.holds for part in self.parts)


def hash_of(line: Line) -> str:
    """The hash of a line: SHA-256 over the line with an empty `hash` and with `null` for every value under seal."""
    bare = [msgspec.structs.replace(aim, seen=aim.seen.emptied()) for aim in line.targets]
    return _sha(encoded(msgspec.structs.replace(line, hash="", targets=bare, changes=line.changes.emptied(), why=line.why.emptied())))


def encoded(line: Line) -> bytes:
    """The one way in which a line can be written, without its end."""
    return msgspec.json.encode(line, order="sorted")


def line_of(review: Review) -> Line:
    """The line of a review, with its hash."""
    aims = [Aim(target.doc, target.id, _sealed(target.seen), target.side) for target in review.targets]
    line = Line(
        review.about, _sealed(review.changes), "", list(review.previous), aims, review.undoes, review.verb, review.when, review.who,
        _sealed(review.why),
    )  # fmt: skip
    return msgspec.structs.replace(line, hash=hash_of(line))


def review_of(line: Line) -> Review:
    """The review of a line. Raises msgspec.ValidationError where what is under seal is none of ours."""
    targets = [Target(aim.doc, aim.id, msgspec.json.decode(aim.seen.bytes, type=Seen | None), aim.side) for aim in line.targets]
    return Review(
        line.verb, line.about, tuple(targets), line.who, line.when, msgspec.json.decode(line.why.bytes, type=str | None),
        msgspec.json.decode(line.changes.bytes, type=dict[str, str] | None), line.undoes, tuple(line.previous), line.hash,
    )  # fmt: skip


def without(line: Line, doc: str) -> Line:
    """The line without the words of one document: what was seen of it, why, and, where all was of it, what was changed."""
    if line.verb == "withdraw" or doc not in {aim.doc for aim in line.targets}:
        return line
    aims = [msgspec.structs.replace(aim, seen=aim.seen.emptied()) if aim.doc == doc else aim for aim in line.targets]
    changes = line.changes.emptied() if all(aim.seen.taken_out for aim in aims) else line.changes
    return msgspec.structs.replace(line, targets=aims, why=line.why.emptied(), changes=changes)


def _sealed(value: object) -> Part:
    written = msgspec.json.encode(value, order="sorted")
    return Part(_sha(written), Raw(written))


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
