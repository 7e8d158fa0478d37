"""One thing shown: an incident with its matrix and the words, a claim, an actor or a document."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.count import between, many
from sayso.records.document import Document
from sayso.records.incident import Incident, Position, Row
from sayso.records.link import Link
from sayso.records.notation import to_line
from sayso.records.slug import slug_of
from sayso.records.vocabulary import vocabulary
from sayso.screens.screen import Column, Screen, Sheet, Style
from sayso.screens.words import flat, heading, holders, place, style_of, when
from sayso.shelf.directory import Item
from sayso.shelf.portraits import Dossier, spellings
from sayso.shelf.views import MARKS, Shelf

if TYPE_CHECKING:
    from rich.text import Text

ANSWERS: dict[str, tuple[str, Style]] = {"yes": ("✓ ", "yes"), "no": ("✗ ", "no"), "denies": ("✗ ", "no")}
"""How an answer of yes or no is marked in a matrix."""
PARTY = 24
"""Columns after which the name of a party is wrapped, between words."""
CELL = 18
"""Columns that one question of a matrix is given at least; where fewer questions fit, the others are set below. Set by eye."""


def item(screen: Screen, shelf: Shelf, one: Item, spoken: Sequence[Claim], alike: Sequence[Link] = ()) -> None:
    """Prints one thing. `spoken` are the claims to show with it, those that the person asked for; `alike` is for an actor."""
    match one:
        case Document():
            document(screen, shelf, one, spoken)
        case Claim():
            claim(screen, shelf, one)
        case Actor():
            actor(screen, shelf, one, spoken, alike)
        case Incident():
            incident(screen, Dossier(one, shelf), spoken)


def incident(screen: Screen, dossier: Dossier, spoken: Sequence[Claim]) -> None:
    """Prints an incident: its head, its matrix, where voices differ, and who says what in which words."""
    one, shelf = dossier.incident, dossier.shelf
    wanted = {claim.id for claim in spoken}
    if len(wanted) == len(one.claims):
        _head(screen, dossier)
        _matrix(screen, dossier)
        _changed(screen, dossier)
        _differ(screen, dossier)
        screen.say()
        screen.say("Who says what", "bold")
    for party, claims in dossier.by_party():
        if shown := [claim for claim in claims if claim.id in wanted]:
            screen.say(f"{party}: {many(len(shown), 'claim')}{_positions(shown)}")
            _lines(screen, shelf, shown, max(len(claim.act) for claim in spoken))


def _head(screen: Screen, dossier: Dossier) -> None:
    one, shelf = dossier.incident, dossier.shelf
    screen.say(heading(one), "bold")
    parties = many(shelf.parties(one), "party", "parties")
    origins = f"{between(one.origins)} independent origin{'' if one.origins == (1, 1) else 's'}"
    counts = (many(len(one.claims), "claim"), parties, many(len(one.docs), "doc"), origins)
    screen.say(" · ".join((when(one.when), one.status, *counts)))
    spot = one.place
    where = f"{spot.name}{f', {spot.country}' if spot.country else ''} (precision {spot.precision})" if spot else ""
    screen.say(" · ".join(filter(None, (shelf.address(one), slug_of(one), where))), "dim")
    screen.say()


def _matrix(screen: Screen, dossier: Dossier) -> None:
    """Parties by questions; for a person without what nobody answers, and in several tables where it is too wide for one."""
    found, labels = dossier.positions(), vocabulary().questions
    if not screen.drawn:
        table = dossier.matrix()
        rows = tuple(tuple("—" if cell is None else str(cell) for cell in row) for row in table.rows)
        screen.sheet(Sheet(tuple(map(Column, table.columns)), rows))
        return
    asked = [key for key in found.questions if any(key in dict(row.cells) for row in found.rows)]
    room = max(1, (screen.width - PARTY) // CELL)
    for start in range(0, len(asked), room):
        part = asked[start : start + room]
        screen.table(["party", *(labels[key].label for key in part)], [_row(screen, row, part) for row in found.rows])
        screen.say()
    if silent := [labels[key].label for key in found.questions if key not in asked]:
        screen.say(f"Nobody answers: {' '.join(silent)}", "dim")


def _row(screen: Screen, row: Row, asked: Sequence[str]) -> list[Text]:
    cells = dict(row.cells)
    name = textwrap.fill(row.name, PARTY, break_long_words=False, break_on_hyphens=False)
    return [screen.text(name), *(_cell(screen, cells.get(key, ())) for key in asked)]


def _cell(screen: Screen, answers: Sequence[Position]) -> Text:
    """One party's answers to one question, a line each; dated where it gave them on different days."""
    if not answers:
        return screen.text("—", "dim")
    cell, dated = screen.text(""), len({position.said for position in answers}) > 1
    for number, position in enumerate(answers):
        mark, style = ANSWERS.get(position.value, ("", ""))
        times = f" ×{len(position.claims)}" if len(position.claims) > 1 else ""
        day = f" {when(position.said)}" if dated else ""
        cell.append_text(screen.text(("\n" if number else "") + mark + position.value, style)).append_text(screen.text(times + day, "dim"))
    return cell


def _changed(screen: Screen, dossier: Dossier) -> None:
    """Which party answered yes or no in more than one way: one voice with several positions, never averaged."""
    questions = vocabulary().questions
    for row in dossier.positions().rows:
        for key, answers in row.cells:
            if len(answers) > 1 and key in questions and questions[key].rule == "stance":
                told = ", then ".join(f"{position.value} ({when(position.said)})" for position in answers)
                screen.say(f"{row.name} gave more than one answer: {told}", "no")


def _differ(screen: Screen, dossier: Dossier) -> None:
    """The disputed questions with their sides: what is answered, by how many, by whom."""
    found = dossier.disputes()
    if not found:
        return
    screen.say()
    screen.say("Where they differ", "bold")
    if not screen.drawn:
        for dispute in found:
            sides = " | ".join(f"{side.value} ({holders(dossier.shelf, side.holders)})" for side in dispute.sides)
            screen.say(f"  {dispute.question}: {sides}")
        return
    for dispute in found:
        screen.say(f"  {dispute.question}")
        rows = []
        for side in dispute.sides:
            mark, style = ANSWERS.get(side.value, ("", ""))
            who = f"{len(side.holders)}  {holders(dossier.shelf, side.holders)}"
            rows.append((screen.text(mark + side.value, style), screen.text(who, "dim")))
        screen.beside(rows, indent=4)


def _lines(screen: Screen, shelf: Shelf, spoken: Sequence[Claim], width: int = 0) -> None:
    """Claims with their stance, act (at least `width` wide), words, where they stand, when they were said and by which way they came."""
    width = max(width, *(len(one.act) for one in spoken))
    rows = []
    for one in spoken:
        words = f"“{flat(one.quote)}”"
        chain = " via ".join(voice.name or voice.text for voice in one.voices)
        said = str(one.said) if one.said else "undated"
        copy = f"copy of c:{shelf.index.copies[one.id]}" if one.id in shelf.index.copies else ""
        if not screen.drawn:
            tail = "  ".join(filter(None, (f"c:{one.id}", copy)))
            screen.say(f"  {MARKS[one.polarity]} {one.act:<{width}}  {words}  {place(shelf, one)}  {said}, {chain}  {tail}")
            continue
        source = " · ".join(filter(None, (f"{said}, {chain}", place(shelf, one), f"c:{one.id}", copy)))
        text = screen.text(words).append_text(screen.text(f"\n{source}", "dim"))
        rows.append((screen.text(f"{MARKS[one.polarity]} {one.act}", style_of(one)), text))
    if rows:
        screen.beside(rows, indent=2, first=width + 2)


def claim(screen: Screen, shelf: Shelf, one: Claim) -> None:
    """Prints one claim with all that is known of it."""
    screen.say(f"“{flat(one.quote)}”", "bold")
    screen.say(f"{shelf.address(one)}  {place(shelf, one)}  {shelf.index.documents[one.span.doc].path}")
    screen.say(f"{MARKS[one.polarity]} {one.act} · {one.polarity} · {one.modality} · {one.kind}: {one.verb}", style_of(one))
    screen.say(f"voice: {' via '.join(voice.name or voice.text for voice in one.voices)}")
    screen.say(f"said: {when(one.said)}")
    for slot in one.slots:
        meant = slot.actor or (slot.place.name if slot.place else "") or str(slot.when or slot.amount or "")
        known = f" = {meant}" if meant and meant != slot.text else ""
        screen.say(f"{slot.name}: {flat(slot.text)}{known}  {slot.span.start}–{slot.span.end}")
    if event := shelf.incident_of(one):
        screen.say(f"incident: {shelf.address(event)}  {event.title}")
    for link in shelf.book.linking.links:
        if one.id in (link.left, link.right) and link.kind != "same_incident":
            reasons = ", ".join(f"{reason.feature} {reason.value}".strip() for reason in link.reasons)
            right = link.right if link.kind == "cites" else f"c:{link.right}"
            screen.say(f"{link.kind}: c:{link.left} → {right} ({link.judgement}{': ' + reasons if reasons else ''})")
    screen.say(f"found by: {one.found_by or 'unknown'}" + (f", {one.review} by a person" if one.review != "unsupervised" else ""))
    screen.say(f"as one line: {to_line(one, one.span.doc[:8])}", "dim")


def actor(screen: Screen, shelf: Shelf, one: Actor, spoken: Sequence[Claim], alike: Sequence[Link] = ()) -> None:
    """Prints an actor: its names with where they are seen, its ties, who may be the same by their names, and what it says."""
    screen.say(one.name, "bold")
    party = f"speaks for {shelf.actor_name(one.party)}" if one.party not in ("", one.id) else ""
    screen.say(" · ".join(filter(None, (shelf.address(one), one.kind, f"side {one.side or 'unknown'}", party))))
    for text, seen in spellings(one).items():
        times = f" ×{len(seen)}" if len(seen) > 1 else ""
        screen.say(f"  “{text}”{times}  d:{seen[0].span.doc[:8]} {seen[0].span.start}–{seen[0].span.end}")
    words = vocabulary().predicates
    for tie in shelf.book.weighing.ties:
        if one.id in (tie.subject, tie.object):
            held = ", ".join(f"c:{ident}" for ident in tie.claims)
            phrase = words[tie.predicate].phrase if tie.predicate in words else tie.predicate
            screen.say(f"  {shelf.actor_name(tie.subject)} {phrase} {shelf.actor_name(tie.object)}  {held}")
    _alike(screen, shelf, one, alike)
    if spoken:
        screen.say()
        screen.say(f"Says: {many(len(spoken), 'claim')}", "bold")
        _lines(screen, shelf, spoken)


def _alike(screen: Screen, shelf: Shelf, one: Actor, alike: Sequence[Link]) -> None:
    """Prints the actors that may be the same, each with the reasons and the words by which a person says so."""
    if alike:
        screen.say()
        screen.say("May be the same, by their names", "bold")
    for link in alike:
        other = shelf.book.linking.actor_of[link.right]
        reasons = "; ".join(f"{reason.feature} ({reason.value})" for reason in link.reasons)
        screen.say(f"  {shelf.actor_name(other)}: {reasons}")
        screen.say(f"    sayso review same {one.id} {other}", "dim")


def document(screen: Screen, shelf: Shelf, one: Document, spoken: Sequence[Claim]) -> None:
    """Prints a document: what is known of it, and its claims in the order of the text."""
    screen.say(one.title or one.path, "bold")
    screen.say(f"{shelf.address(one)}  {one.path}  {len(one.text)} characters, {one.encoding}")
    for path in one.also:
        screen.say(f"the same text: {path}")
    known = dict(one.known_from)
    fields = (
        ("publisher", one.publisher),
        ("authors", ", ".join(one.authors)),
        ("published", one.published),
        ("language", one.language),
        ("url", one.url),
    )
    for name, value in fields:
        screen.say(f"{name}: {value} ({known.get(name, 'given')})" if value else f"{name}: unknown")
    finding = shelf.book.findings.get(one.sha256)
    if not one.published and finding and finding.written:
        screen.say(f"written: {finding.written} ({finding.written.basis}, {flat(finding.written.text)})")
    screen.say()
    screen.say(many(len(spoken), "claim"), "bold")
    if spoken:
        _lines(screen, shelf, spoken)


def _positions(spoken: Sequence[Claim]) -> str:
    held = {one.polarity for one in spoken if one.kind == "event"} - {"uncommitted"}
    return ", two positions" if len(held) > 1 else ""
