"""How things look in a terminal, and as tab-separated lines in a pipe: nothing is cut off there."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.records.actor import Actor
from sayso.records.claim import Claim
from sayso.records.document import Document
from sayso.records.incident import Position
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When
from sayso.views import Dossier, Item, Shelf

MARKS = {"affirms": "✓", "denies": "✗", "uncommitted": "·"}
"""How the stance of a claim is shown; never by colour alone."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to print."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def show(sheet: Sheet) -> None:
    """Prints a table: drawn in a terminal, in tab-separated lines with a header elsewhere."""
    if not sys.stdout.isatty():
        for row in (sheet.columns, *sheet.rows):
            say("\t".join(cell.replace("\t", " ").replace("\n", " ⏎ ") for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*sheet.columns, box=box.SIMPLE_HEAD, pad_edge=False)
    for column in table.columns:
        column.overflow = "fold"
    for row in sheet.rows:
        table.add_row(*map(Text, row))
    Console().print(table)


def say(line: str = "") -> None:
    """Prints one line of data."""
    sys.stdout.write(line + "\n")


def talk(line: str = "") -> None:
    """Prints one line for the person at the terminal, beside the data."""
    sys.stderr.write(line + "\n")


def trouble(error: Trouble) -> None:
    """Prints what stops a command, its cases and its hint."""
    talk(error.message if error.code == Exit.STOPPED else f"error: {error.message}")
    for line in error.lines:
        talk(f"  {line}")
    if error.hint:
        talk(f"hint: {error.hint}")


def problem_lines(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Problems as lines with aligned columns: where, what, and the hint."""
    rows = [(_place(problem), problem.message, f"hint: {problem.hint}" if problem.hint else "") for problem in problems]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return tuple(f"{place:<{widths[0]}}  {message:<{widths[1]}}  {hint}".rstrip() for place, message, hint in rows)


def _place(problem: Problem) -> str:
    return problem.doc if problem.start is None or ":" in problem.doc else f"{problem.doc} {problem.start}–{problem.end}"


def incidents(shelf: Shelf, status: str | None = None) -> Sheet:
    """All incidents, one a line."""
    rows = []
    for one in shelf.incidents(status):
        parties = str(len(Dossier(one, shelf).matrix().rows))
        counts = (str(len(one.claims)), parties, str(len(one.docs)), between(one.origins))
        rows.append((when(one.when), one.title, one.status, *counts, shelf.address(one)))
    return Sheet(("when", "incident", "status", "claims", "parties", "documents", "origins", "id"), tuple(rows))


def disputes(shelf: Shelf) -> Sheet:
    """All disputes with their sides."""
    rows = []
    for one in shelf.disputes():
        sides = " | ".join(f"{side.value} ({', '.join(map(shelf.actor_name, side.holders))})" for side in one.sides)
        rows.append((_about(shelf, one.about), one.question, sides, one.kind, one.id))
    return Sheet(("about", "question", "sides", "kind", "id"), tuple(rows))


def pledges(shelf: Shelf) -> Sheet:
    """All pledges, predictions and threats with what bears on them."""
    rows = []
    for one in shelf.pledges():
        bearing = "; ".join(f"{bears.effect}: {_about(shelf, bears.ref)}" for bears in one.bearing)
        rows.append((when(one.said), one.kind, shelf.actor_name(one.by), one.content, one.status, bearing, f"c:{one.claims[0]}"))
    return Sheet(("said", "kind", "by", "content", "status", "what bears on it", "id"), tuple(rows))


def actors(shelf: Shelf) -> Sheet:
    """All actors."""
    rows = (
        (one.name, one.kind, one.side or "unknown", shelf.actor_name(one.party or one.id), _spellings(one), shelf.address(one))
        for one in shelf.actors()
    )
    return Sheet(("actor", "kind", "side", "speaks for", "also written", "id"), tuple(rows))


def documents(shelf: Shelf) -> Sheet:
    """All documents."""
    rows = []
    for one in shelf.documents():
        finding = shelf.book.findings.get(one.sha256)
        claims = str(len(finding.claims)) if finding else "0"
        rows.append(
            (
                one.path,
                when(one.published),
                one.publisher or "",
                one.title or "",
                one.language or "",
                str(len(one.text)),
                claims,
                shelf.address(one),
            )
        )
    return Sheet(("document", "published", "publisher", "title", "language", "characters", "claims", "id"), tuple(rows))


def problems(found: Iterable[Problem]) -> Sheet:
    """Problems, one a line."""
    rows = ((problem.step, _place(problem), problem.code, problem.message, problem.hint) for problem in found)
    return Sheet(("step", "where", "code", "problem", "hint"), tuple(rows))


def claims(shelf: Shelf, found: Iterable[Claim]) -> Sheet:
    """Claims, one a line."""
    rows = (
        (MARKS[one.polarity], shelf.party(one), one.act, one.verb, one.quote, place(shelf, one), when(one.said), shelf.address(one))
        for one in found
    )
    return Sheet(("", "voice", "act", "about", "words", "where", "said", "id"), tuple(rows))


def listing(shelf: Shelf, what: str, voice: str | None, status: str | None) -> Sheet:
    """One of the lists that can be shown, by its name."""
    match what:
        case "incidents":
            return incidents(shelf, status)
        case "claims":
            return claims(shelf, shelf.claims(voice))
        case "problems":
            return problems(shelf.book.problems)
        case "disputes":
            return disputes(shelf)
        case "pledges":
            return pledges(shelf)
        case "actors":
            return actors(shelf)
        case _:
            return documents(shelf)


def voice_in(dossier: Dossier, voice: str) -> None:
    """Prints what one voice says of an incident. Raises Trouble if it says nothing."""
    spoken = dossier.claims(voice)
    if not spoken:
        raise Trouble(f"no claim of `{voice}` here", "`sayso show actors` lists who speaks", code=Exit.NOT_FOUND)
    say(f"{dossier.shelf.party(spoken[0])}: {many(len(spoken), 'claim')}{_positions(spoken)}")
    lines(dossier.shelf, spoken)


def item(shelf: Shelf, one: Item) -> None:
    """Prints one document, claim, incident or actor."""
    match one:
        case Document():
            document(shelf, one)
        case Claim():
            claim(shelf, one)
        case Actor():
            actor(shelf, one)
        case _:
            incident(Dossier(one, shelf))


def incident(dossier: Dossier) -> None:
    """Prints an incident: its head, its matrix, and who says what in which words."""
    one, shelf = dossier.incident, dossier.shelf
    matrix = dossier.matrix()
    say(one.title)
    counts = (many(len(one.claims), "claim"), many(len(matrix.rows), "party", "parties"), many(len(one.docs), "document"))
    origins = between(one.origins) + (" independent origin" if one.origins == (1, 1) else " independent origins")
    say(" · ".join((when(one.when), one.status, *counts, origins, shelf.address(one))))
    if one.place:
        say(f"place: {one.place.name}" + (f", {one.place.country}" if one.place.country else "") + f" (precision {one.place.precision})")
    say()
    labels = {key: question.label for key, question in vocabulary().questions.items()}
    rows = tuple((row.name, *(_cell(dict(row.cells).get(key, ())) for key in matrix.questions)) for row in matrix.rows)
    show(Sheet(("party", *(labels.get(key, key) for key in matrix.questions)), rows))
    if found := dossier.disputes():
        say("\nWhere they differ")
        for dispute in found:
            sides = " | ".join(f"{side.value} ({', '.join(map(shelf.actor_name, side.holders))})" for side in dispute.sides)
            say(f"  {labels.get(dispute.question, dispute.question)}: {sides}")
    say("\nWho says what")
    for party, spoken in dossier.by_party():
        say(f"{party}: {many(len(spoken), 'claim')}{_positions(spoken)}")
        lines(shelf, spoken)


def lines(shelf: Shelf, spoken: Sequence[Claim]) -> None:
    """Prints claims as lines: stance, act, words, where they stand, when they were said and by which way they came."""
    width = max(len(one.act) for one in spoken)
    for one in spoken:
        chain = " via ".join(voice.name or voice.text for voice in one.voices)
        said = str(one.said) if one.said else "undated"
        say(f"  {MARKS[one.polarity]} {one.act:<{width}}  “{flat(one.quote)}”  {place(shelf, one)}  {said}, {chain}  c:{one.id}")


def claim(shelf: Shelf, one: Claim) -> None:
    """Prints one claim with all that is known of it."""
    say(f"“{flat(one.quote)}”")
    say(f"{shelf.address(one)}  {place(shelf, one)}  {shelf.index.documents[one.span.doc].path}")
    say(f"{MARKS[one.polarity]} {one.act} · {one.polarity} · {one.modality} · {one.kind}: {one.verb}")
    say(f"voice: {' via '.join(voice.name or voice.text for voice in one.voices)}")
    say(f"said: {when(one.said)}")
    for slot in one.slots:
        meant = slot.actor or (slot.place.name if slot.place else "") or str(slot.when or slot.amount or "")
        say(
            f"{slot.name}: {flat(slot.text)}"
            + (f" = {meant}" if meant and meant != slot.text else "")
            + f"  {slot.span.start}–{slot.span.end}"
        )
    if event := shelf.book.linking.incident_of.get(one.id):
        known = shelf.index.incidents.get(event)
        say(f"incident: {shelf.address(known)}  {known.title}" if known else f"incident: {event}")
    for link in shelf.book.linking.links:
        if one.id in (link.left, link.right) and link.kind != "same_incident":
            reasons = ", ".join(f"{reason.feature} {reason.value}".strip() for reason in link.reasons)
            say(f"{link.kind}: c:{link.left} → c:{link.right} ({link.judgement}{': ' + reasons if reasons else ''})")
    say(f"found by: {one.found_by or 'unknown'}")


def actor(shelf: Shelf, one: Actor) -> None:
    """Prints an actor: its names with where they are seen, its ties and how much it says."""
    say(one.name)
    say(f"{shelf.address(one)} · {one.kind} · side {one.side or 'unknown'} · speaks for {shelf.actor_name(one.party or one.id)}")
    for name in one.names:
        say(f"  “{name.text}”  d:{name.span.doc[:8]} {name.span.start}–{name.span.end}")
    for tie in shelf.book.weighing.ties:
        if one.id in (tie.subject, tie.object):
            held = ", ".join(f"c:{ident}" for ident in tie.claims)
            say(f"  {shelf.actor_name(tie.subject)} {tie.predicate} {shelf.actor_name(tie.object)}  {held}")
    spoken = shelf.claims(voice=one.id)
    if spoken:
        say(f"\nSays: {many(len(spoken), 'claim')}")
        lines(shelf, spoken)


def document(shelf: Shelf, one: Document) -> None:
    """Prints a document: what is known of it, and its claims in the order of the text."""
    say(one.title or one.path)
    say(f"{shelf.address(one)}  {one.path}  {len(one.text)} characters, {one.encoding}")
    for path in one.also:
        say(f"the same text: {path}")
    known = dict(one.known_from)
    fields = (
        ("publisher", one.publisher),
        ("authors", ", ".join(one.authors)),
        ("published", one.published),
        ("language", one.language),
        ("url", one.url),
    )
    for name, value in fields:
        say(f"{name}: {value} ({known.get(name, 'given')})" if value else f"{name}: unknown")
    found = [found for found in shelf.claims() if found.span.doc == one.sha256]
    say(f"\n{many(len(found), 'claim')}")
    show(claims(shelf, found))


def place(shelf: Shelf, one: Claim) -> str:
    """Where a claim stands: document, paragraph and code points."""
    return f"d:{one.span.doc[:8]} ¶{shelf.paragraph(one)} {one.span.start}–{one.span.end}"


def when(day: When | None) -> str:
    """An interval as written in tables."""
    return str(day) if day else "undated"


def between(origins: tuple[int, int]) -> str:
    """A range of counts."""
    return str(origins[0]) if origins[0] == origins[1] else f"{origins[0]}–{origins[1]}"


def many(number: int, one: str, more: str = "") -> str:
    """A number of things."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def flat(words: str) -> str:
    """A quotation on one line."""
    return " ".join(words.split())


def _cell(positions: Sequence[Position]) -> str:
    """A cell: one answer, or all answers of a party that changed its own, each with its date."""
    if len({position.value for position in positions}) <= 1:
        return positions[0].value if positions else "—"
    return " → ".join(f"{position.value} ({when(position.said)})" for position in positions)


def _positions(spoken: Sequence[Claim]) -> str:
    held = {one.polarity for one in spoken if one.kind == "event"} - {"uncommitted"}
    return ", two positions" if len(held) > 1 else ""


def _about(shelf: Shelf, ident: str) -> str:
    if ident in shelf.index.incidents:
        return f"{shelf.index.incidents[ident].title} ({when(shelf.index.incidents[ident].when)})"
    if ident in shelf.index.claims:
        return f"“{flat(shelf.index.claims[ident].quote)}”"
    return shelf.actor_name(ident)


def _spellings(one: Actor) -> str:
    return ", ".join(dict.fromkeys(name.text for name in one.names if name.text != one.name))
