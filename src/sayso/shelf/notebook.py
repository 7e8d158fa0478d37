"""How things look in a notebook: HTML that stands alone, in light and dark, narrow and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from sayso.records.count import between, many
from sayso.records.document import Span
from sayso.records.incident import Position, Row
from sayso.records.slug import slug_of
from sayso.records.vocabulary import vocabulary
from sayso.shelf.views import MARKS, Shelf

if TYPE_CHECKING:
    from sayso.shelf.portraits import CitedClaim, Dossier, Portrait

AROUND = 160
"""Code points of the document that are shown on either side of a claim."""
ANSWERS = {"yes": f"{MARKS['affirms']} ", "no": f"{MARKS['denies']} ", "denies": f"{MARKS['denies']} "}
"""How an answer of yes or no is marked; never by colour alone."""
STYLE = """<style>
.sayso { color: inherit; font-size: 14px; line-height: 1.5; max-width: 72em; }
.sayso h3 { margin: 0 0 .2em; font-size: 1.25em; } .sayso h4 { margin: 1.2em 0 .3em; font-size: 1.05em; }
.sayso p { margin: .2em 0; } .sayso .quiet { opacity: .78; font-size: .92em; }
.sayso .wide { overflow-x: auto; margin: .8em 0; }
.sayso table { border-collapse: collapse; margin: 0; } .sayso caption { text-align: left; font-weight: 600; padding-bottom: .3em; }
.sayso th, .sayso td { border: 1px solid rgba(128, 128, 128, .45); padding: .3em .6em; text-align: left; vertical-align: top; }
.sayso th { font-weight: 600; } .sayso td { min-width: 6em; } .sayso a { color: inherit; text-underline-offset: 2px; }
.sayso ol { list-style: none; margin: 0; padding: 0; }
.sayso li { margin: .5em 0 .9em; padding-left: .8em; border-left: 3px solid rgba(128, 128, 128, .45); }
.sayso li:target { outline: 2px solid currentColor; outline-offset: 3px; }
.sayso blockquote { margin: 0; padding: 0; border: 0; color: inherit; font-size: 1em; }
.sayso mark { color: inherit; background: rgba(128, 128, 128, .22); border-bottom: 2px solid rgb(128, 128, 128); padding: .05em 0; }
.sayso mark.affirms { background: rgba(45, 125, 225, .2); border-bottom: 2px solid rgb(45, 125, 225); }
.sayso mark.denies { background: rgba(225, 115, 20, .22); border-bottom: 2px dashed rgb(225, 115, 20); }
.sayso mark.relays { background: rgba(30, 150, 95, .2); border-bottom: 2px dotted rgb(30, 150, 95); }
@media print { .sayso .wide { overflow: visible; } .sayso li { break-inside: avoid; } }
</style>"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "") -> str:
    """A table that scrolls sideways where it is too wide; cells are HTML, the first of each row is its heading."""
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows)
    region = f' role="region" aria-label="{escape(caption)}" tabindex="0"' if caption else ""
    return f'<div class="wide"{region}><table>{title}<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def dossier(one: Dossier) -> str:
    """An incident: its head, who answers what, and each party's passages with the words of the claim marked and the copies named."""
    incident, shelf = one.incident, one.shelf
    counts = (many(len(incident.claims), "claim"), many(shelf.parties(incident), "party", "parties"))
    origins = f"{between(incident.origins)} independent origin{'' if incident.origins == (1, 1) else 's'}"
    head = " · ".join((str(incident.when or "undated"), incident.status, *counts, many(len(incident.docs), "document"), origins))
    groups = one.by_party()
    copies = _copies(one)
    numbers = {claim.id: number for number, claim in enumerate((c for _, claims in groups for c in claims if c.id not in copies), 1)}
    numbers |= {copy: numbers[first] for copy, first in copies.items()}
    passages = "".join(
        f"<h4>{escape(name)}: {many(len(claims), 'claim')}</h4><ol>"
        + "".join(
            _passage(incident.id, numbers[c.id], c, [x for x in claims if copies.get(x.id) == c.id]) for c in claims if c.id not in copies
        )
        + "</ol>"
        for name, claims in groups
    )
    return (
        f'<section class="sayso">{STYLE}<h3>{escape(incident.title)}</h3><p class="quiet">{escape(head)}<br>{escape(slug_of(incident))}</p>'
        f"{_matrix(one, numbers)}{passages}</section>"
    )


def portrait(one: Portrait) -> str:
    """An actor: its name, its spellings, and what is told of its ties and strength."""
    actor = one.actor
    side = f"side {actor.side or 'unknown'}"
    parts = [f'<h3>{escape(actor.name)}</h3><p class="quiet">{escape(" · ".join((actor.id, actor.kind, side)))}</p>']
    for caption, columns, grid in (
        ("Spellings", ("text", "times", "documents", "used_first", "used_last", "path"), one.aliases()),
        ("Ties", ("subject_name", "predicate", "object_name", "since_first", "claim_count"), one.ties()),
        ("Strength", ("voice", "low", "high", "unit", "said_first", "path", "quote"), one.strength()),
    ):
        rows = list(zip(*(["" if cell is None else escape(str(cell)) for cell in grid.column(name)] for name in columns), strict=True))
        parts += [table(columns, rows, caption)] if rows else []
    return f'<section class="sayso">{STYLE}{"".join(parts)}</section>'


def claim(one: CitedClaim) -> str:
    """One claim: the words in their surroundings, and where they come from."""
    return f'<section class="sayso">{STYLE}<ol>{_passage("", 0, one, ())}</ol></section>'


def _matrix(one: Dossier, numbers: Mapping[str, int]) -> str:
    """Parties by those questions that somebody answers; each answer leads to the passages that it rests on."""
    found, labels = one.positions(), vocabulary().questions
    names = {key: labels[key].label if key in labels else key for key in found.questions}
    asked = [key for key in found.questions if any(key in dict(row.cells) for row in found.rows)]
    rows = [(escape(row.name), *(_cell(one.incident.id, row, key, numbers) for key in asked)) for row in found.rows]
    silent = [names[key] for key in found.questions if key not in asked]
    told = f'<p class="quiet">Nobody answers: {escape(" ".join(silent))}</p>' if silent else ""
    return table(["party", *(names[key] for key in asked)], rows, "Who answers what") + told if rows else "<p>Nobody answers anything.</p>"


def _cell(incident: str, row: Row, key: str, numbers: Mapping[str, int]) -> str:
    positions = dict(row.cells).get(key, ())
    dated = len({position.said for position in positions}) > 1
    return "<br>".join(_answer(incident, position, dated, numbers) for position in positions) or '<span class="quiet">—</span>'


def _answer(incident: str, position: Position, dated: bool, numbers: Mapping[str, int]) -> str:
    links = " ".join(
        f'<a href="#{escape(incident)}-{number}">[{number}]</a>'
        for number in sorted({numbers[ident] for ident in position.claims if ident in numbers})
    )
    day = f' <span class="quiet">{position.said or "undated"}</span>' if dated else ""
    return f"{ANSWERS.get(position.value, '')}{escape(position.value)}{day} {links}"


def _copies(one: Dossier) -> dict[str, str]:
    """The claims of an incident that repeat another of its claims under the same party, with that one."""
    first = one.shelf.index.copies
    together = [{claim.id for claim in claims} for _, claims in one.by_party()]
    return {copy: of for copy, of in first.items() if any({copy, of} <= ids for ids in together) and of not in first}


def _passage(incident: str, number: int, one: CitedClaim, copies: Sequence[CitedClaim]) -> str:
    before, after = map(escape, _around(one.document.text, one.span))
    look = "relays" if one.act == "relays" else one.polarity
    address = f' id="{escape(incident)}-{number}"' if incident else ""
    label = f"[{number}] " if number else ""
    again = "".join(f"<br>the same words: {escape(_place(copy, one.shelf))}" for copy in copies)
    return (
        f'<li{address}><blockquote>{label}{before}<mark class="{look}">{escape(one.quote)}</mark>{after}</blockquote>'
        f'<div class="quiet">{MARKS[one.polarity]} {escape(one.act)}, {one.said or "undated"} · {escape(" via ".join(one.chain[:-1]))}'
        f"<br>{escape(_place(one, one.shelf))}{again}</div></li>"
    )


def _around(text: str, span: Span) -> tuple[str, str]:
    """The words before and behind a place, whole ones, with dots where more of the text stands."""
    before, after = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    if span.start > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if span.end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return before, after


def _place(one: CitedClaim, shelf: Shelf) -> str:
    return f"{one.document.path} ¶{shelf.paragraph(one)} {one.span.start}–{one.span.end} · c:{one.id}"
