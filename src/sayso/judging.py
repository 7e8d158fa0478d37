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
from sayso.records.claim import AUTHOR, Act, Claim, Kind, Mention, Modality, Polarity, Slot, Voice, numbered
from sayso.records.document import Document, Span
from sayso.records.incident import Incident
from sayso.records.notation import NotationError, parse_claim, read_slot, read_when
from sayso.records.review import About, Review, ReviewVerb, Seen, Side, Target
from sayso.records.trouble import Trouble
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When
from sayso.records.worked_out import mention_key
from sayso.rulings import BY_RULES
from sayso.shelf.portraits import Portrait
from sayso.shelf.views import Item, Shelf

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

    shelf: Shelf
    who: str
    when: str
    why: str = ""

    def on(self, verb: ReviewVerb, item: Item, changes: Mapping[str, str]) -> Review:
        """The decision to accept, reject or correct one claim, incident or actor."""
        match item:
            case Claim():
                claim = self.shelf.index.claims[item.id]  # one of a listing has more at hand than is to be written down
                after = _corrected(claim, changes, self.shelf) if verb == "correct" else None
                return self._review(verb, "claim", [self._claim(claim, after)])
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
        documents = {name: one for one in self.shelf.documents() for name in (one.path, one.sha256, one.sha256[:8])}
        try:
            (claim,) = numbered([replace(parse_claim(line, documents), found_by=self.who)])
        except NotationError as error:
            raise Trouble(f"not a claim in one line: {error}", "docs/notation.md tells how one is written") from error
        document = next((one for one in documents.values() if one.sha256 == claim.span.doc), None)
        if document is None:
            raise Trouble(f"no document `{claim.span.doc}`", "`sayso show documents` lists them; name one by its path or hash")
        if claim.id in self.shelf.index.claims:
            raise Trouble(f"c:{claim.id} is found already", f"`sayso review accept c:{claim.id}`")
        slots = tuple(_standing(_placed(slot, self.shelf), claim) for slot in claim.slots)
        claim = replace(claim, slots=slots, voices=tuple(_spoken(claim, document, self.shelf)))
        seen = Seen(anchor_of(document.text, claim.span), None, claim, beside=tuple(self._beside(claim)))
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

    def _claim(self, claim: Claim, after: Claim | None = None, side: Side = "left") -> Target:
        text = self.shelf.index.documents[claim.span.doc].text
        anchor = anchor_of(text, (after or claim).span)
        return Target(claim.span.doc, claim.id, Seen(anchor, claim, after, beside=tuple(self._beside(claim))), side)

    def _beside(self, claim: Claim) -> Iterator[str]:
        """The claims that share some of its clause, so that it is remembered that they are others."""
        finding = self.shelf.book.findings.get(claim.span.doc)
        for other in finding.claims if finding else ():
            if other.id != claim.id and other.span.shared(claim.span) and other.kind == claim.kind:
                yield other.id

    def _members(self, item: Item, side: Side = "left") -> list[Target]:
        """The claims of an incident, the names of an actor, or the claim itself."""
        if isinstance(item, Claim | Incident):
            members = [item.id] if isinstance(item, Claim) else item.claims
            return [self._claim(self.shelf.index.claims[ident], side=side) for ident in members]
        assert isinstance(item, Actor)
        return [Target(mention.span.doc, "", self._name(mention), side) for mention in self._mentions(item.id)]

    def _name(self, mention: Mention) -> Seen:
        return Seen(anchor_of(self.shelf.index.documents[mention.span.doc].text, mention.span), mention=mention)

    def _mentions(self, actor: str) -> Iterator[Mention]:
        """One place for each name that an actor bears in each document: where it is named, else where a claim speaks of it."""
        actor_of = self.shelf.book.linking.actor_of
        seen: set[str] = set()
        for doc, finding in self.shelf.book.findings.items():
            for mention in [*finding.mentions, *_borne(finding.claims)]:
                key = mention_key(doc, mention.name)
                if actor_of.get(key) == actor and key not in seen:
                    seen.add(key)
                    yield mention


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


def _borne(claims: Sequence[Claim]) -> Iterator[Mention]:
    """The names that only the voices and details of claims bear."""
    for claim in claims:
        for voice in claim.voices:
            if voice.name:
                yield Mention(voice.span or claim.span, voice.text, voice.name, "other")
        for slot in claim.slots:
            if slot.actor:
                yield Mention(slot.span, slot.text, slot.actor, "other")


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


def _corrected(claim: Claim, changes: Mapping[str, str], shelf: Shelf) -> Claim:
    """The claim with what a person says in place of what was found; it keeps its id, so that its address stays alive."""
    document = shelf.index.documents[claim.span.doc]
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
        voice = next(_spoken(replace(claim, voices=(_voice(changes["voice"]),)), document, shelf))
        claim = replace(claim, voices=(voice, *claim.voices[1:]))
    for name, value in slots.items():
        kept = tuple(slot for slot in claim.slots if slot.name != name)
        claim = replace(claim, slots=(*kept, _slot(name, value, claim, document, shelf)) if value else kept)
    return claim


def _slot(name: str, value: str, claim: Claim, document: Document, shelf: Shelf) -> Slot:
    """A detail as typed: a value of the notation, and behind an @ where its words stand, if not where they are found in the clause."""
    at = AT.fullmatch(value)
    try:
        slot = read_slot(name, at["value"] if at else value)
    except (NotationError, ValueError) as error:
        raise Trouble(f"`{name}` is not understood: {error}", "docs/notation.md tells how values are written") from error
    slot = _placed(slot, shelf)
    if at:
        span = _span(f"{at['start']}-{at['end']}", document)
        return replace(slot, span=span, text=document.text[span.start : span.end])
    start = claim.quote.find(slot.text) if slot.text else -1
    span = Span(claim.span.doc, claim.span.start + max(start, 0), claim.span.start + max(start, 0) + len(slot.text))
    return _standing(replace(slot, span=span) if start >= 0 else replace(slot, span=claim.span), claim)


def _placed(slot: Slot, shelf: Shelf) -> Slot:
    """The detail with the place of that name that the ledger knows; a name that it does not know is a place of its own."""
    if slot.place is None or slot.place.id:
        return slot
    known = (other.place for claim in shelf.index.claims.values() for other in claim.slots if other.place)
    name = slot.place.name
    return replace(slot, place=next((one for one in known if one.name == name), replace(slot.place, id=f"said:{name.casefold()}")))


def _standing(slot: Slot, claim: Claim) -> Slot:
    """The detail with the words of its place: the whole clause, where its own words do not stand in it."""
    inside = slot.span.within(claim.span) and slot.span != claim.span
    start, end = (slot.span.start, slot.span.end) if inside else (claim.span.start, claim.span.end)
    return replace(slot, text=claim.quote[start - claim.span.start : end - claim.span.start])


def _voice(name: str) -> Voice:
    return Voice(AUTHOR) if name == AUTHOR else Voice(name, name=name)


def _spoken(claim: Claim, document: Document, shelf: Shelf) -> Iterator[Voice]:
    """The voices of a claim, each at the place nearest to it at which the document names it. Raises Trouble for one it does not name."""
    finding = shelf.book.findings.get(document.sha256)
    for voice in claim.voices:
        if voice.text == AUTHOR or voice.span is not None:
            yield voice
            continue
        wanted = voice.name or voice.text
        named = [mention for mention in (finding.mentions if finding else ()) if wanted in (mention.name, mention.text)]
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
