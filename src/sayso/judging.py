"""Makes decisions of what a person says: of claims, incidents and actors as they stand, with all that it takes to place them again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from sayso.records.actor import Actor
from sayso.records.amount import Amount
from sayso.records.anchor import anchor_of
from sayso.records.claim import AUTHOR, Act, Claim, Finding, Kind, Mention, Modality, Polarity, Slot, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.incident import Incident
from sayso.records.notation import NotationError, parse_claim, read_slot, read_when
from sayso.records.review import About, Review, ReviewVerb, Seen, Side, Target
from sayso.records.trouble import Trouble
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When
from sayso.rulings import BY_RULES
from sayso.shelf.directory import Item
from sayso.shelf.lookup import Lookup
from sayso.shelf.portraits import Portrait

STATUSES = ("rejected", "pending", "retracted", BY_RULES)
"""What a person may call an incident; the last gives it back to the rules."""
AT = re.compile(r"(?P<value>.*)@(?P<start>\d+)-(?P<end>\d+)", re.DOTALL)
FIELDS: Mapping[str, tuple[str, ...]] = {
    "act": get_args(Act),
    "polarity": get_args(Polarity),
    "modality": get_args(Modality),
    "kind": get_args(Kind),
}
"""The fields of a claim that take one of a few words."""
Said = str | float | tuple[float | None, float | None] | date | When | Actor | Portrait | None
"""What a field can be corrected to in Python; a number or range is of what was counted there before, None takes a detail out."""
FREE = ("verb", "said", "voice", "span")
"""The fields that take other words."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Who decides, when, why, and on which ledger as it stands."""

    lookup: Lookup
    who: str
    when: str
    why: str = ""

    def on(self, verb: ReviewVerb, item: Item, changes: Mapping[str, str]) -> Review:
        """The decision to accept, reject or correct one claim, incident or actor."""
        match item:
            case Claim():
                claim = self.lookup.claims([item.id])[item.id]  # one of a listing has more at hand than is to be written down
                after = _corrected(claim, changes, self.lookup) if verb == "correct" else None
                return self._review(verb, "claim", self._claims([claim], after))
            case Document():
                raise Trouble("a document is no claim", "`sayso withdraw` takes one out; `sayso show DOCUMENT` lists its claims")
            case Incident():
                said = _checked(changes, {"status": STATUSES}) if verb == "correct" else {}
                return self._review(verb, "incident", self._members(item), said)
            case _:
                words = vocabulary().terms
                said = _checked(changes, {"name": (), "kind": tuple(words["actor_kind"]), "side": ()}) if verb == "correct" else {}
                return self._review(verb, "actor", self._members(item), said)

    def add(self, line: str) -> Review:
        """The decision that a claim stands in a text which no finder found, given in the one-line notation."""
        try:
            (claim,) = numbered([replace(parse_claim(line, self.lookup.named), found_by=self.who)])
        except NotationError as error:
            raise Trouble(f"not a claim in one line: {error}", "docs/notation.md tells how one is written") from error
        document = self.lookup.documents([claim.span.doc]).get(claim.span.doc)
        if document is None:
            raise Trouble(f"no document `{claim.span.doc}`", "`sayso show documents` lists them; name one by its path or hash")
        if self.lookup.claims([claim.id]):
            raise Trouble(f"c:{claim.id} is found already", f"`sayso review accept c:{claim.id}`")
        slots = tuple(_standing(_placed(slot, self.lookup), claim) for slot in claim.slots)
        claim = replace(claim, slots=slots, voices=tuple(_spoken(claim, document, self.lookup)))
        seen = Seen(anchor_of(document.text, claim.span), None, claim, beside=tuple(_beside(claim, self.lookup.finding(document.sha256))))
        return self._review("add", "claim", [Target(document.sha256, claim.id, seen)])

    def between(self, verb: ReviewVerb, left: Item, right: Item) -> Review:
        """The decision that two are one ("same"), or are not ("notsame"): claims and incidents, or actors."""
        actors = {type(item).__name__ == "Actor" for item in (left, right)}
        if len(actors) > 1 or isinstance(left, Document) or isinstance(right, Document):
            raise Trouble("only claims and incidents, or two actors, can be the same", "`sayso show` says what an id is")
        if left == right:
            raise Trouble("these are one already", "name two")
        sides = [self._members(left, "left"), self._members(right, "right")]
        for number, item in enumerate((left, right)):
            if isinstance(item, Claim):  # a claim parted from its own incident is no longer counted among the others
                sides[1 - number] = [target for target in sides[1 - number] if target.id != item.id]
        return self._review(verb, "actor" if True in actors else "incident", [*sides[0], *sides[1]])

    def undo(self, review: Review) -> Review:
        """The decision to take back another one."""
        if review.verb == "withdraw":
            raise Trouble("what was withdrawn is gone and cannot be put back", "take the file in again, if it may be read")
        return replace(self._review("undo", "review", []), undoes=review.hash)

    def withdraw(self, document: Document, copies: Iterable[str] = ()) -> Review:
        """The decision to take a document out with all its words; only hashes and the reason stay.

        `copies` are the hashes of further files that hold the same text.
        """
        hashes = dict.fromkeys([document.sha256, *copies])
        return self._review("withdraw", "document", [Target(sha256, sha256, None) for sha256 in hashes])

    def _review(self, verb: ReviewVerb, about: About, targets: Sequence[Target], changes: Mapping[str, str] | None = None) -> Review:
        return Review(verb, about, tuple(targets), self.who, self.when, self.why, dict(changes or {}))

    def _claims(self, claims: Sequence[Claim], after: Claim | None = None, side: Side = "left") -> list[Target]:
        """The claims as they are and, if told, as one of them is to be, with those that share their clauses: these are others."""
        documents = self.lookup.documents({claim.span.doc for claim in claims})
        beside = self.lookup.beside([claim.id for claim in claims])
        anchors = [anchor_of(documents[claim.span.doc].text, (after or claim).span) for claim in claims]
        return [
            Target(claim.span.doc, claim.id, Seen(anchor, claim, after, beside=tuple(beside.get(claim.id, ()))), side)
            for claim, anchor in zip(claims, anchors, strict=True)
        ]

    def _members(self, item: Item, side: Side = "left") -> list[Target]:
        """The claims of an incident, the names of an actor, or the claim itself."""
        if isinstance(item, Claim | Incident):
            members = [item.id] if isinstance(item, Claim) else item.claims
            claims = self.lookup.claims(members)
            return self._claims([claims[ident] for ident in members], side=side)
        assert isinstance(item, Actor)
        return [Target(mention.span.doc, "", self._name(mention), side) for mention in self.lookup.mentions(item.id)]

    def _name(self, mention: Mention) -> Seen:
        return Seen(anchor_of(self.lookup.text(mention.span.doc), mention.span), mention=mention)


def written(value: Said, unit: str = "") -> str:
    """A value as it is typed on the command line; a number with what is counted, as the notation writes ranges."""
    match value:
        case None:
            return ""
        case (None, None):
            return ""
        case (low, high):
            if low is not None and high is not None and low > high:
                raise Trouble(f"({low:g}, {high:g}) is no range", "write the lower number first")
            return f"{Amount(low, high)} {unit}".rstrip()
        case tuple():
            raise Trouble(f"{value} is no range", "write (low, high)")
        case int() | float():
            return written((value, value), unit)
        case Actor():
            return value.name
        case Portrait():
            return value.actor.name
        case _:
            return str(value)


def _checked(changes: Mapping[str, str], known: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The changes, if there are any and each is of a known field and value."""
    if not changes:
        raise Trouble("nothing is corrected", f"say what: {', '.join(f'{key}=…' for key in known)}")
    for key, value in changes.items():
        if key not in known:
            more = ", and the details of the codebook" if "verb" in known else ""
            raise Trouble(f"`{key}` cannot be corrected here", f"there are: {', '.join(known)}{more}")
        if known[key] and value not in known[key]:
            raise Trouble(f"`{key}` does not know `{value}`", f"values: {', '.join(known[key])}")
    return dict(changes)


def _corrected(claim: Claim, changes: Mapping[str, str], lookup: Lookup) -> Claim:
    """The claim with what a person says in place of what was found; it keeps its id, so that its address stays alive."""
    document = lookup.documents([claim.span.doc])[claim.span.doc]
    slots = {name: changes[name] for name in changes if name in vocabulary().slots and name not in FIELDS and name not in FREE}
    _checked(
        {key: value for key, value in changes.items() if key not in slots} or dict(slots), {**FIELDS, **dict.fromkeys([*FREE, *slots], ())}
    )
    if "span" in changes:
        span = _span(changes["span"], document)
        claim = replace(claim, span=span, quote=document.text[span.start : span.end], cue=None, content=())
        claim = replace(claim, slots=tuple(slot for slot in claim.slots if slot.span.within(span)))
    claim = replace(claim, **{key: changes[key] for key in (*FIELDS, "verb") if key in changes})  # type: ignore[arg-type]
    if "said" in changes:
        claim = replace(claim, said=_when(changes["said"]))
    if "voice" in changes:
        voice = next(_spoken(replace(claim, voices=(_voice(changes["voice"]),)), document, lookup))
        claim = replace(claim, voices=(voice, *claim.voices[1:]))
    for name, value in slots.items():
        kept = tuple(slot for slot in claim.slots if slot.name != name)
        claim = replace(claim, slots=(*kept, _slot(name, value, claim, document, lookup)) if value else kept)
    return claim


def _slot(name: str, value: str, claim: Claim, document: Document, lookup: Lookup) -> Slot:
    """A detail as typed: a value of the notation, and behind an @ where its words stand, if not where they are found in the clause."""
    at = AT.fullmatch(value)
    try:
        slot = read_slot(name, at["value"] if at else value)
    except (NotationError, ValueError) as error:
        raise Trouble(f"`{name}` is not understood: {error}", "docs/notation.md tells how values are written") from error
    slot = _placed(slot, lookup)
    if at:
        span = _span(f"{at['start']}-{at['end']}", document)
        return replace(slot, span=span, text=document.text[span.start : span.end])
    start = claim.quote.find(slot.text) if slot.text else -1
    if start < 0 and not (slot.amount or slot.when or slot.place or slot.actor):
        raise Trouble(f"“{value}” does not stand in the clause", f"write {name} as it stands there, or {name}=WORDS@START-END")
    span = Span(claim.span.doc, claim.span.start + max(start, 0), claim.span.start + max(start, 0) + len(slot.text))
    return _standing(replace(slot, span=span) if start >= 0 else replace(slot, span=claim.span), claim)


def _placed(slot: Slot, lookup: Lookup) -> Slot:
    """The detail with the place of that name that the ledger knows; a name that it does not know is a place of its own."""
    if slot.place is None or slot.place.id:
        return slot
    name = slot.place.name
    return replace(slot, place=lookup.place(name) or replace(slot.place, id=f"said:{name.casefold()}"))


def _beside(claim: Claim, finding: Finding) -> Iterator[str]:
    """The claims of its kind that share some of a claim's clause."""
    yield from (one.id for one in finding.claims if one.id != claim.id and one.span.shared(claim.span) and one.kind == claim.kind)


def _standing(slot: Slot, claim: Claim) -> Slot:
    """The detail with the words of its place: the whole clause, where its own words do not stand in it."""
    inside = slot.span.within(claim.span) and slot.span != claim.span
    start, end = (slot.span.start, slot.span.end) if inside else (claim.span.start, claim.span.end)
    return replace(slot, text=claim.quote[start - claim.span.start : end - claim.span.start])


def _voice(name: str) -> Voice:
    return Voice(AUTHOR) if name == AUTHOR else Voice(name, name=name)


def _spoken(claim: Claim, document: Document, lookup: Lookup) -> Iterator[Voice]:
    """The voices of a claim, each at the place nearest to it at which the document names it. Raises Trouble for one it does not name."""
    for voice in claim.voices:
        if voice.text == AUTHOR or voice.span is not None:
            yield voice
            continue
        wanted = voice.name or voice.text
        named = [mention for mention in lookup.finding(document.sha256).mentions if wanted in (mention.name, mention.text)]
        spots = [(mention.span, mention.text, mention.name) for mention in named]
        spots += [(Span(document.sha256, *hit.span()), hit[0], wanted) for hit in re.finditer(re.escape(wanted), document.text)]
        if not spots:
            raise Trouble(f"“{wanted}” does not stand in {document.path}", "name the voice as the document does, or (author)")
        span, text, name = min(spots, key=lambda spot: (abs(spot[0].start - claim.span.start), spot[0].start))
        yield Voice(text, span, name if voice.name else None)


def _span(written: str, document: Document) -> Span:
    found = re.fullmatch(r"(\d+)-(\d+)", written)
    if not found or not int(found[1]) < int(found[2]) <= len(document.text):
        hint = f"START-END in code points, up to {len(document.text)}; `sayso show` prints those of each claim"
        raise Trouble(f"`{written}` is no place in {document.path}", hint)
    return Span(document.sha256, int(found[1]), int(found[2]))


def _when(written: str) -> When | None:
    try:
        return read_when(written) if written else None
    except NotationError as error:
        raise Trouble(str(error), "write 2022-04-18, 2022-04, 2022 or 2022-04-18/2022-04-20") from error
