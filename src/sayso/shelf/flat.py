"""The ledger as flat tables, each column explained: what `sayso sql` asks, `--csv` writes and DataFrames hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.records.actor import Actor, ActorName
from sayso.records.amount import Amount
from sayso.records.claim import Claim, Slot, Voice
from sayso.records.dispute import Dispute, Side
from sayso.records.place import Place
from sayso.records.slug import slug_of
from sayso.records.when import When
from sayso.records.work import Citation, Work
from sayso.shelf.grid import Cell, Grid, Holds
from sayso.shelf.views import Shelf

Get = Callable[[Any, Shelf], Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it holds, what that means, and how it is had from a thing."""

    name: str
    holds: Holds
    meaning: str
    get: Get


@dataclass(frozen=True, slots=True)
class View:
    """One flat table: a row for each of its things."""

    name: str
    meaning: str
    things: Callable[[Shelf], Iterable[Any]]
    columns: tuple[Column, ...]

    def grid(self, shelf: Shelf, things: Iterable[Any] | None = None) -> Grid:
        """The rows of these things, or of all."""
        rows = (tuple(column.get(thing, shelf) for column in self.columns) for thing in (self.things(shelf) if things is None else things))
        return Grid(tuple(column.name for column in self.columns), tuple(rows), holds=tuple(column.holds for column in self.columns))


def _text(name: str, meaning: str, get: Get | None = None) -> Column:
    return Column(name, "text", meaning, get or (lambda thing, _: getattr(thing, name)))


def _whole(name: str, meaning: str, get: Get) -> Column:
    return Column(name, "whole", meaning, get)


def _number(name: str, meaning: str, get: Get) -> Column:
    return Column(name, "number", meaning, get)


def _part(get: Callable[[Any], object | None], name: str) -> Get:
    """One field of what is got from a thing; None where there is nothing."""
    return lambda thing, _: getattr(got, name) if (got := get(thing)) else None


def _days(of: str, get: Callable[[Any], When | None], before: str = "") -> tuple[Column, ...]:
    def part(name: str) -> Get:
        return lambda thing, _: str(getattr(when, name)) if (when := get(thing)) else None

    return (
        _text(f"{before}first", f"First day {of}, as 2022-04-18; empty if not known.", part("first")),
        _text(f"{before}last", f"Last day {of}.", part("last")),
        _text(f"{before}precision", "How exactly the days are known: day, week, month, season, year or range.", part("precision")),
    )


def _spot(get: Callable[[Any], Place | None]) -> tuple[Column, ...]:
    return (
        _text("place", "Name of the place; empty if not known.", _part(get, "name")),
        _text("country", "The country it lies in, two letters.", _part(get, "country")),
        _number("lat", "Latitude in degrees, WGS 84.", _part(get, "lat")),
        _number("lon", "Longitude in degrees, WGS 84.", _part(get, "lon")),
        _whole("place_precision", "1 exact place … 6 country, 7 water or airspace (UCDP).", _part(get, "precision")),
    )


def _amount(get: Callable[[Any], Amount | None]) -> tuple[Column, ...]:
    return (
        _number("low", "The least that the number can be; empty if it is open below.", _part(get, "low")),
        _number("high", "The most that the number can be; empty if it is open above.", _part(get, "high")),
        _text("unit", "What is counted or measured, as written.", _part(get, "unit")),
        _text("qualifier", "The word that makes the number less than exact.", _part(get, "qualifier")),
    )


def _listed(values: Iterable[str]) -> str:
    return "; ".join(values)


def _path(doc: str, shelf: Shelf) -> str:
    return shelf.index.documents[doc].path if doc in shelf.index.documents else doc


def _origin(claim: Claim, shelf: Shelf) -> str | None:
    origin = shelf.index.origins.get(claim.id)
    return origin.id if origin else None


def _claims(of: str) -> tuple[Column, ...]:
    return (
        _text("claims", f"Ids of the claims that {of}, parted by semicolons.", lambda thing, _: _listed(thing.claims)),
        _whole("claim_count", "How many they are.", lambda thing, _: len(thing.claims)),
    )


DOCUMENTS = View(
    "documents",
    "Reports as they were read.",
    Shelf.documents,
    (
        _text("id", "SHA-256 of the original bytes.", lambda one, _: one.sha256),
        _text("path", "Its path relative to what was read."),
        _text("title", "Its title; empty if not known."),
        _text("publisher", "Who published it; empty if not known."),
        _text("authors", "Who wrote it, parted by semicolons.", lambda one, _: _listed(one.authors)),
        *_days("on which it can have been published", lambda one: one.published, "published_"),
        _text("language", "ISO 639-1 code; empty if not certain."),
        _text("url", "Where it was published; empty if not known."),
        _whole("chars", "Length of its text in code points.", lambda one, _: len(one.text)),
        _whole("claim_count", "How many claims were found in it.", lambda one, shelf: shelf.claims_in(one.sha256)),
        _text("text", "Its text, to which all positions refer."),
    ),
)

CLAIMS = View(
    "claims",
    "Somebody says one thing, at one place in a document.",
    Shelf.claims,
    (
        _text("id", "Its address: 12 hex digits."),
        _text("doc", "SHA-256 of the document it stands in.", lambda one, _: one.span.doc),
        _text("path", "Path of that document.", lambda one, shelf: _path(one.span.doc, shelf)),
        _whole("paragraph", "In which paragraph it begins, from 1.", lambda one, shelf: shelf.paragraph(one)),
        _whole("start", "Where its clause begins, in code points.", lambda one, _: one.span.start),
        _whole("end", "The first code point after it.", lambda one, _: one.span.end),
        _text("quote", "The words of its clause."),
        _text("voice", "Whose statement it is: the fullest name given, else as said.", lambda one, _: one.voice.name or one.voice.text),
        _text("actor", "Id of the actor whose voice that is; empty if unknown.", lambda one, s: s.index.voice_id(one.span.doc, one.voice)),
        _text("party", "For whom that voice speaks.", lambda one, shelf: shelf.party(one)),
        _text("chain", "All voices, first to last hand.", lambda one, _: " via ".join(voice.name or voice.text for voice in one.voices)),
        _text("act", "What the voice does: asserts, denies, …"),
        _text("polarity", "Its stance to what is claimed: affirms, denies, uncommitted."),
        _text("stance", "The same, under the name that analysts use.", lambda one, _: one.polarity),
        _text("modality", "How sure the voice is of it."),
        _text("kind", "event, tie, figure or statement."),
        _text("verb", "The incident type, the tie's predicate or the figure's measure."),
        *_days("on which it can have been said (not that of the event)", lambda one: one.said, "said_"),
        _text("incident", "Id of the incident it speaks of; empty if of none.", lambda one, s: s.book.linking.incident_of.get(one.id)),
        _text("copy_of", "Id of the claim that it repeats; empty if of none.", lambda one, shelf: shelf.index.copies.get(one.id)),
        _text(
            "origin", "Id of the origin it goes back to.", lambda one, s: s.index.origins[one.id].id if one.id in s.index.origins else None
        ),
        _text("found_by", "The rule that found it."),
        _number("score", "Share right of that rule on a judged sample; empty if never judged.", lambda one, _: one.score),
        _text("review", "What a person decided on it: unsupervised, accepted, corrected, rejected or manual."),
    ),
)


def _voices(shelf: Shelf) -> Iterable[tuple[Claim, int, Voice]]:
    return ((claim, number, voice) for claim in shelf.claims() for number, voice in enumerate(claim.voices))


def _slots(shelf: Shelf) -> Iterable[tuple[Claim, Slot]]:
    return ((claim, slot) for claim in shelf.claims() for slot in claim.slots)


VOICES = View(
    "voices",
    "The chain of each claim, one row a hand.",
    _voices,
    (
        _text("claim", "Id of the claim.", lambda one, _: one[0].id),
        _whole("hand", "Its place in the chain: 0 is whose statement it is.", lambda one, _: one[1]),
        _text("text", "How the document points at it; (author) for its own author.", lambda one, _: one[2].text),
        _text("name", "The fullest name given; empty where nobody is named.", lambda one, _: one[2].name),
        _text("actor", "Id of the actor; empty if unknown.", lambda one, shelf: shelf.index.voice_id(one[0].span.doc, one[2])),
        _whole("start", "Where the mention begins.", lambda one, _: one[2].span.start if one[2].span else None),
        _whole("end", "The first code point after it.", lambda one, _: one[2].span.end if one[2].span else None),
    ),
)

SLOTS = View(
    "slots",
    "The details of claims, each at its own place in the text.",
    _slots,
    (
        _text("claim", "Id of the claim.", lambda one, _: one[0].id),
        _text("name", "Which detail: agent, target, killed, landed, …", lambda one, _: one[1].name),
        _text("text", "Its words as written.", lambda one, _: one[1].text),
        _whole("start", "Where they begin.", lambda one, _: one[1].span.start),
        _whole("end", "The first code point after them.", lambda one, _: one[1].span.end),
        _text("actor", "Id of the actor it names.", lambda one, shelf: shelf.index.actor_id(one[0].span.doc, one[1].actor)),
        *_spot(lambda one: one[1].place),
        *_days("that it names", lambda one: one[1].when),
        *_amount(lambda one: one[1].amount),
    ),
)

INCIDENTS = View(
    "incidents",
    "What is said to have happened: claims about one event, laid side by side.",
    Shelf.incidents,
    (
        _text("id", "Its id; the id of any of its claims names it too."),
        _text("slug", "Its heading as one word.", lambda one, _: slug_of(one)),
        _text("type", "Its type in the codebook."),
        _text("title", "Its heading."),
        _text("status", "Where it stands between its voices; never a verdict on the truth."),
        *_days("on which it can have happened", lambda one: one.when),
        *_spot(lambda one: one.place),
        _whole("claim_count", "How many claims speak of it.", lambda one, _: len(one.claims)),
        _whole("parties", "How many parties answer one of its questions.", lambda one, shelf: shelf.parties(one)),
        _whole("document_count", "In how many documents.", lambda one, _: len(one.docs)),
        _whole("origins_low", "The fewest independent origins that it can rest on.", lambda one, _: one.origins[0]),
        _whole("origins_high", "The most.", lambda one, _: one.origins[1]),
        _text("agents", "Who is said to have done it, by whoever says so.", lambda one, s: _listed(map(s.actor_name, one.agents))),
    ),
)

ACTORS = View(
    "actors",
    "Who: one row an actor, across documents.",
    Shelf.actors,
    (
        _text("id", "Its id."),
        _text("name", "Its preferred name."),
        _text("kind", "armed_group, state, person, media, …"),
        _text("side", "The side it is on, from a pack or the analyst; empty is unknown, not another side."),
        _text("party", "Id of the actor for whom it speaks; its own where it speaks for itself.", lambda one, _: one.party or one.id),
        _text("spellings", "All spellings seen.", lambda one, _: _listed(dict.fromkeys(name.text for name in one.names))),
    ),
)


def _names(shelf: Shelf) -> Iterable[tuple[Actor, ActorName]]:
    return ((actor, name) for actor in shelf.actors() for name in actor.names)


NAMES = View(
    "names",
    "Every spelling seen of an actor, with one place where it is seen.",
    _names,
    (
        _text("actor", "Id of the actor.", lambda one, _: one[0].id),
        _text("text", "The spelling.", lambda one, _: one[1].text),
        _text("doc", "SHA-256 of the document it is seen in.", lambda one, _: one[1].span.doc),
        _text("path", "Path of that document.", lambda one, shelf: _path(one[1].span.doc, shelf)),
        _whole("start", "Where it begins, in code points.", lambda one, _: one[1].span.start),
        _whole("end", "The first code point after it.", lambda one, _: one[1].span.end),
    ),
)


def _sides(shelf: Shelf) -> Iterable[tuple[Dispute, Side]]:
    return ((dispute, side) for dispute in shelf.disputes() for side in dispute.sides)


DISPUTES = View(
    "disputes",
    "Questions on which voices differ, one row a side.",
    _sides,
    (
        _text("id", "The dispute's id.", lambda one, _: one[0].id),
        _text("about", "Id of the incident, actor or figure, or a text.", lambda one, _: one[0].about),
        _text("question", "The question.", lambda one, _: one[0].question),
        _text("kind", "What is disputed: occurrence, responsibility, count, …", lambda one, _: one[0].kind),
        _text("value", "The answer of this side.", lambda one, _: one[1].value),
        _text("holders", "Who gives it, parted by semicolons.", lambda one, shelf: _listed(map(shelf.actor_name, one[1].holders))),
        _text("claims", "Ids of the claims in which they do.", lambda one, _: _listed(one[1].claims)),
        _whole("claim_count", "How many they are.", lambda one, _: len(one[1].claims)),
    ),
)

PLEDGES = View(
    "pledges",
    "What somebody binds himself to, foretells or threatens.",
    Shelf.pledges,
    (
        _text("id", "The pledge's id."),
        _text("kind", "pledge, prediction or threat."),
        _text("by", "Id of the actor that made it."),
        _text("name", "Name of that actor.", lambda one, shelf: shelf.actor_name(one.by)),
        _text("to", "To whom."),
        _text("content", "What was pledged, foretold or threatened."),
        *_days("on which it was made", lambda one: one.said, "said_"),
        _text("status", "Whether later claims bear on it; only a person says broken."),
        _text("bearing", "What bears on it, as effect:id.", lambda one, _: _listed(f"{bears.effect}:{bears.ref}" for bears in one.bearing)),
        *_claims("make it"),
    ),
)

TIES = View(
    "ties",
    "Relations told of actors.",
    lambda shelf: shelf.book.weighing.ties,
    (
        _text("subject", "Id of the actor of whom it is told."),
        _text("subject_name", "Its name.", lambda one, shelf: shelf.actor_name(one.subject)),
        _text("predicate", "The relation, as named in the codebook."),
        _text("object", "Id of the other actor, or a text."),
        _text("object_name", "Its name.", lambda one, shelf: shelf.actor_name(one.object)),
        *_days("on which it began", lambda one: one.since, "since_"),
        *_days("on which it ended", lambda one: one.until, "until_"),
        *_claims("tell of it"),
    ),
)

FIGURES = View(
    "figures",
    "Numbers told of actors and things.",
    lambda shelf: shelf.book.weighing.figures,
    (
        _text("id", "The figure's id."),
        _text("subject", "Id of the actor, or the text, of which it is told."),
        _text("name", "Name of that actor.", lambda one, shelf: shelf.actor_name(one.subject)),
        _text("measure", "What is measured, as named in the codebook."),
        *_amount(lambda one: one.amount),
        *_days("for which it holds", lambda one: one.as_of, "as_of_"),
        _text("incident", "Id of the incident it belongs to; empty if to none."),
        *_claims("tell it"),
    ),
)

LINKS = View(
    "links",
    "That two things belong together, or do not, and why.",
    lambda shelf: shelf.book.linking.links,
    (
        _text("left", "What is linked: id of a claim or incident, or SHA-256:NAME for a name in a document."),
        _text("right", "What it is linked to."),
        _text("kind", "What the link says of the two: same_actor, denies, copy_of, …"),
        _text("judgement", "Whether it holds."),
        _number("score", "How strongly the features speak for it; empty if not scored.", lambda one, _: one.score),
        _text("by", "The rule or the person that judged."),
        _text(
            "reasons", "Features and what was seen.", lambda one, _: _listed(f"{why.feature} {why.value}".strip() for why in one.reasons)
        ),
    ),
)


def _of_work(name: str) -> Get:
    return lambda one, _: getattr(one[0], name)


WORKS = View(
    "works",
    "What documents cite, one row a note.",
    lambda shelf: _citations(shelf.works()),
    (
        _text("id", "The work's id.", lambda one, _: one[0].id),
        *(_text(name, f"Its {name}; empty if no note tells.", _of_work(name)) for name in ("author", "title", "publisher", "url")),
        *_days("of its date", lambda one: one[0].date, "date_"),
        _text("path", "Path of the document that cites it.", lambda one, shelf: _path(one[1].doc, shelf)),
        _text("label", "Label of the note, as printed.", lambda one, _: one[1].label),
        _text("edge", "Whether mark and note belong together: found, inferred or unresolved.", lambda one, _: one[1].edge),
        _text("defects", "What is wrong with the note.", lambda one, _: _listed(one[1].defects)),
    ),
)

PROBLEMS = View(
    "problems",
    "What could not be read, placed or understood.",
    lambda shelf: shelf.book.problems,
    (
        _text("doc", "Path of the document, as it was named."),
        _text("step", "The step at which it matters."),
        _text("code", "Short name of the kind of problem (docs/problems.md)."),
        _text("message", "What is wrong."),
        _text("hint", "What to do about it."),
        _whole("start", "Where it begins, in code points; empty for the whole document.", lambda one, _: one.start),
        _whole("end", "The first code point after it.", lambda one, _: one.end),
    ),
)

_WORKED_OUT = (INCIDENTS, ACTORS, NAMES, DISPUTES, PLEDGES, TIES, FIGURES, LINKS, WORKS)
VIEWS: Mapping[str, View] = {view.name: view for view in (DOCUMENTS, CLAIMS, VOICES, SLOTS, *_WORKED_OUT, PROBLEMS)}
"""All flat tables, by name."""


def _citations(works: Iterable[Work]) -> list[tuple[Work, Citation]]:
    return [(work, citation) for work in works for citation in work.cited_by]


def grid_of(shelf: Shelf, what: str, things: Sequence[Any]) -> Grid:
    """The flat table of some things of one list; each dispute has a row a side, each work a row a note."""
    if what == "disputes":
        return DISPUTES.grid(shelf, [(dispute, side) for dispute in things for side in dispute.sides])
    return VIEWS[what].grid(shelf, _citations(things) if what == "works" else things)
