"""The one-line notation of a claim: a view for tests, golden files, docs and `sayso show` (docs/notation.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import cast, get_args

from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Act, Claim, Kind, Modality, Polarity, Slot, Voice, claim_id
from sayso.records.document import Document, Span
from sayso.records.place import Place
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When, parse_when

COLUMNS = 7
NOTHING = "-"
SURE: Modality = "certain"
"""The modality that is not written, since nearly all claims have it."""
MOMENT = {"tie": "since", "figure": "as_of"}
"""The slot whose day opens the line, by kind of claim; `when` for the others."""
WORDS = re.compile(r'"((?:\\.|[^"\\])*)"')
NUMBER = re.compile(r"≤?-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:\+|–-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)?")
QUANTITY = re.compile(rf"(?P<number>{NUMBER.pattern}|{WORDS.pattern})(?: (?P<unit>.+))?")
COUNTED = re.compile(rf"(?P<unit>.+?) (?P<number>{NUMBER.pattern}|{WORDS.pattern})")


class NotationError(ValueError):
    """A line that is not in the notation; the message names the part."""


def to_line(claim: Claim, doc: str) -> str:
    """The claim in one line. `doc` is how its document is called there, for example the first digits of its hash."""
    moment, ends, other = _sorted_slots(claim)
    said = str(claim.said) if claim.said else NOTHING
    columns = (
        f"{_show(moment) if moment else NOTHING} @ {said}",
        ends,
        _verb(claim),
        " > ".join(_voice(voice) for voice in claim.voices),
        _stance(claim),
        "; ".join(_named(slot) for slot in other),
        f"{_safe(doc)}:{claim.span.start}-{claim.span.end}",
    )
    return " | ".join(columns)


def parse_claim(line: str, named: Callable[[str], Document | None] = lambda _: None) -> Claim:
    """The claim of a line: what the line shows comes back equal, the rest is empty. Raises NotationError.

    `named` gives, by the name used in the line, the document for quote and hash; a slot stands where its words are found in the
    quote, else it has the span of the claim. Where it gives none the name itself is the document and the quote is empty.
    """
    columns = [column.strip() for column in _cut(line, "|")]
    if len(columns) != COLUMNS:
        raise NotationError(f"{len(columns)} columns instead of {COLUMNS}: {line}")
    dates, ends, verb_text, chain, stance, others, address = columns
    span, quote = _address(address, named)
    kind, verb = _read_verb(verb_text)
    act, polarity, modality = _read_stance(stance)
    moment, said = _read_dates(dates, MOMENT.get(kind, "when"))
    slots = [*moment, *_read_ends(ends, kind), *(_read_named(item) for item in _cut(others, ";") if item.strip())]
    claim = Claim(
        id="",
        span=span,
        quote=quote,
        voices=tuple(_read_voice(voice.strip()) for voice in _cut(chain, ">")),
        act=act,
        polarity=polarity,
        modality=modality,
        kind=kind,
        verb=verb,
        said=said,
        slots=tuple(replace(slot, span=_locate(slot.text, span, quote)) for slot in slots),
    )
    return replace(claim, id=claim_id(claim))


def align(lines: Sequence[str]) -> list[str]:
    """The lines with their columns made equally wide, for reading one below the other."""
    table = [[column.strip() for column in _cut(line, "|")] for line in lines]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]


def _sorted_slots(claim: Claim) -> tuple[Slot | None, str, list[Slot]]:
    """The slot that opens the line, the second column, and the slots that are left for the sixth."""
    moment = claim.slot(MOMENT.get(claim.kind, "when"))
    left, right, alone = _end_names(claim.kind)
    pair = (claim.slot(left), claim.slot(right)) if right else (None, None)
    single = claim.slot(alone) if alone and not any(pair) else None
    if any(pair):
        ends = " -> ".join(_show(slot) if slot else "" for slot in pair).strip()
    else:
        ends = _show(single) if single else NOTHING
    shown = {id(slot) for slot in (moment, *pair, single)}
    return moment, ends, [slot for slot in claim.slots if id(slot) not in shown]


def _end_names(kind: Kind) -> tuple[str, str, str]:
    """Which slots the second column shows: left and right of the arrow, and alone where there is no arrow."""
    if kind == "tie":
        return "subject", "object", ""
    return ("", "", "subject") if kind == "figure" else ("from", "toward", "place")


def _verb(claim: Claim) -> str:
    return _safe(claim.verb) if _usual_kind(claim.verb) == claim.kind else f"{claim.kind}:{_safe(claim.verb)}"


def _usual_kind(verb: str) -> Kind:
    words = vocabulary()
    if verb in words.incident_types:
        return "event"
    if verb in words.predicates:
        return "tie"
    return "statement" if verb == "statement" else "figure"


def _stance(claim: Claim) -> str:
    usual = vocabulary().acts[claim.act].polarity
    marks = [claim.polarity] * (claim.polarity != usual) + [claim.modality] * (claim.modality != SURE)
    return f"{claim.act} ({', '.join(marks)})" if marks else claim.act


def _voice(voice: Voice) -> str:
    if voice.text == AUTHOR:
        return AUTHOR
    return _safe(voice.name) if voice.name else _quoted(voice.text)


def _holds(name: str) -> str:
    """What a plain value of this slot is: the first thing that the vocabulary says it holds."""
    word = vocabulary().slots.get(name)
    return word.holds.split(" or ")[0] if word else "text"


def _show(slot: Slot) -> str:
    held = _holds(slot.name)
    if held == "amount" and slot.amount:
        return _number(slot.amount) + (f" {_safe(slot.amount.unit)}" if slot.amount.unit.strip() else "")
    if held == "when" and slot.when:
        return str(slot.when)
    if held == "place" and slot.place:
        return _safe(slot.place.name)
    if held == "actor" and slot.actor:
        return _safe(slot.actor)
    if held == "actor" and slot.place:
        return "@" + _safe(slot.place.name)
    return _quoted(slot.text)


def _number(amount: Amount) -> str:
    return _quoted(str(amount)) if amount.low is None and amount.high is None else str(amount)


def _named(slot: Slot) -> str:
    """One item of the sixth column: "killed 3 soldiers"; a count by what is counted, "rockets 10"."""
    amount = slot.amount
    if slot.name == "count" and amount and amount.unit.split() and amount.unit.split()[0] not in vocabulary().slots:
        return f"{_safe(amount.unit)} {_number(amount)}"
    return f"{slot.name} {_show(slot)}"


def _safe(text: str) -> str:
    """A name with its whitespace made single and the marks of the notation escaped."""
    plain = " ".join(text.split())
    if not plain:
        return '""'
    escaped = re.sub(r'([\\|>;:"@()])', r"\\\1", plain)
    return "\\" + escaped if plain[0] in "-!" else escaped


def _quoted(text: str) -> str:
    return '"' + re.sub(r'([\\|>;"])', r"\\\1", " ".join(text.split())) + '"'


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", "" if text == '""' else text)


def _cut(text: str, mark: str) -> Iterator[str]:
    """The parts between the marks that are not escaped."""
    part = ""
    for piece in re.findall(r"\\.|.", text, re.DOTALL):
        if piece == mark:
            yield part
            part = ""
        else:
            part += piece
    yield part


def _address(text: str, named: Callable[[str], Document | None]) -> tuple[Span, str]:
    found = re.fullmatch(r"(.+):(\d+)-(\d+)", text)
    if not found:
        raise NotationError(f"no address like 000:12-34: {text}")
    name, start, end = _plain(found[1]), int(found[2]), int(found[3])
    document = named(name)
    if document is None:
        return Span(name, start, end), ""
    if not start < end <= len(document.text):
        raise NotationError(f"{text} is not within the {len(document.text)} code points of {document.path}")
    return Span(document.sha256, start, end), document.text[start:end]


def _locate(words: str, span: Span, quote: str) -> Span:
    at = quote.find(words) if words else -1
    return Span(span.doc, span.start + at, span.start + at + len(words)) if at >= 0 else span


def _read_verb(text: str) -> tuple[Kind, str]:
    parts = list(_cut(text, ":"))
    if len(parts) == 1:
        return _usual_kind(_plain(text)), _plain(text)
    if parts[0] not in get_args(Kind):
        raise NotationError(f"unknown kind {parts[0]!r}: one of {', '.join(get_args(Kind))}")
    return cast(Kind, parts[0]), _plain(":".join(parts[1:]))


def _read_stance(text: str) -> tuple[Act, Polarity, Modality]:
    act, _, inner = text.partition(" (")
    if act not in get_args(Act):
        raise NotationError(f"unknown act {act!r}: one of {', '.join(get_args(Act))}")
    polarity, modality = vocabulary().acts[act].polarity, SURE
    for mark in filter(None, inner.rstrip(")").split(", ")):
        if mark in get_args(Polarity):
            polarity = cast(Polarity, mark)
        elif mark in get_args(Modality):
            modality = cast(Modality, mark)
        else:
            raise NotationError(f"{mark!r} is neither a polarity nor a modality")
    return cast(Act, act), polarity, modality


def _read_voice(text: str) -> Voice:
    if text == AUTHOR:
        return Voice(AUTHOR)
    if words := WORDS.fullmatch(text):
        return Voice(_plain(words[1]))
    if not text:
        raise NotationError("a voice is missing")
    return Voice(_plain(text), name=_plain(text))


def _read_dates(text: str, slot: str) -> tuple[list[Slot], When | None]:
    parts = [part.strip() for part in text.rpartition(" @ ")]
    if parts[1] != "@":
        raise NotationError(f"no dates like 2022-04-18 @ 2022-04-19: {text}")
    moment = [] if parts[0] == NOTHING else [read_slot(slot, parts[0])]
    return moment, None if parts[2] == NOTHING else read_when(parts[2])


def read_when(text: str) -> When:
    """A day, month, year or interval as the notation writes it. Raises NotationError."""
    try:
        return parse_when(text)
    except ValueError as error:
        raise NotationError(f"no day, month, year or first/last: {text}") from error


def _read_ends(text: str, kind: Kind) -> list[Slot]:
    left, right, alone = _end_names(kind)
    if text == NOTHING:
        return []
    parts = [part.strip() for part in f" {text} ".split(" -> ")]
    if len(parts) == 1:
        if not alone:
            raise NotationError(f"a {kind} needs an arrow: {text}")
        return [read_slot(alone, text)]
    return [read_slot(name, part) for name, part in zip((left, right), parts, strict=True) if part]


def _read_named(text: str) -> Slot:
    name, _, value = text.strip().partition(" ")
    if name in vocabulary().slots and value:
        return read_slot(name, value)
    counted = COUNTED.fullmatch(text.strip())
    if not counted:
        raise NotationError(f"neither a slot with its value nor a count: {text.strip()}")
    return Slot("count", counted["number"], NOWHERE, amount=_read_amount(counted["number"], counted["unit"]))


NOWHERE = Span("", 0, 0)


def read_slot(name: str, value: str) -> Slot:
    """A slot by its name and value; its place in the text is filled in later. Raises NotationError or ValueError."""
    held = _holds(name)
    if held == "amount" and (quantity := QUANTITY.fullmatch(value)):
        return Slot(name, quantity["number"], NOWHERE, amount=_read_amount(quantity["number"], quantity["unit"] or ""))
    if words := WORDS.fullmatch(value):
        return Slot(name, _plain(words[1]), NOWHERE)
    if held == "when":
        return Slot(name, value, NOWHERE, when=read_when(value))
    text = _plain(value.removeprefix("@"))
    if held == "place" or value.startswith("@"):
        return Slot(name, text, NOWHERE, place=Place("", text, None, None, "", 5, text))
    return Slot(name, text, NOWHERE, actor=text) if held == "actor" else Slot(name, text, NOWHERE)


def _read_amount(number: str, unit: str) -> Amount:
    unit = _plain(unit)
    if words := WORDS.fullmatch(number):
        return Amount(None, None, unit, _plain(words[1]), _plain(words[1]))
    if number.startswith("≤"):
        return Amount(None, float(number[1:]), unit, "", number)
    if number.endswith("+"):
        return Amount(float(number[:-1]), None, unit, "", number)
    low, _, high = number.partition("–")
    return Amount(float(low), float(high or low), unit, "", number)
