"""The tables of a ledger: each table and each column explained, so that anybody can ask the file in SQL.

Where a table has a column `record`, that is the whole record as JSON and the truth; the other columns are for asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from sayso.records.claim import Act, Kind, Modality, Polarity, ReviewState
from sayso.records.dispute import DisputeKind
from sayso.records.incident import Status
from sayso.records.link import Judgement, LinkKind
from sayso.records.pledge import PledgeKind
from sayso.records.problem import Step

SCHEMA_VERSION = 4
"""Kept in the file's user_version; raised with every change of a table, and then the file is made again."""

metadata = MetaData()


def _text(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=null, primary_key=key, comment=comment)


def _whole(name: str, comment: str, *, null: bool = False, key: bool = False) -> Column[Any]:
    return Column(name, Integer, nullable=null, primary_key=key, autoincrement=False, comment=comment)


def _number(name: str, comment: str) -> Column[Any]:
    return Column(name, Float, comment=comment)


def _record(of: str) -> Column[Any]:
    return _text("record", f"The whole {of} as JSON.")


def _order(key: bool = True) -> Column[Any]:
    return _whole("ordinal", "Its place in the order in which it was given, from 0.", key=key)


def _span(of: str, null: bool = False) -> tuple[Column[Any], Column[Any], CheckConstraint]:
    start = _whole("start", f"Where {of} begins, in code points of the document's text.", null=null)
    end = _whole("end", f"Where {of} ends: the first code point after it.", null=null)
    return start, end, CheckConstraint('start >= 0 AND start < "end"', name="span")


def _days(of: str) -> tuple[Column[Any], Column[Any]]:
    first = _text("first", f"First day {of}, ISO 8601; null if not known.", null=True)
    return first, _text("last", f"Last day {of}, ISO 8601; null if not known.", null=True)


def _amount() -> tuple[Column[Any], ...]:
    return (
        _number("low", "The least that the number can be; null if it is open below."),
        _number("high", "The most that the number can be; null if it is open above."),
        _text("unit", "What is counted or measured, as written.", null=True),
        _text("qualifier", "The word that makes the number less than exact, such as at least.", null=True),
    )


def _among(column: str, values: Sequence[str]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f'"{column}" IN ({listed})', name=f"known_{column}")


def behind_dash(table: str, column: str) -> Index:
    """Finds a name by what stands behind its second character where that is a dash, as in an id."""
    return Index(f"{table}_by_bare_{column}", text(f"substr({column}, 3)"), sqlite_where=text(f"substr({column}, 2, 1) = '-'"))


documents = Table(
    "documents", metadata,
    Column("number", Integer, primary_key=True, comment="Row number, for the full-text index."),
    Column("sha256", Text, nullable=False, unique=True, comment="SHA-256 of the original bytes; this is the document's identity."),
    _text("path", "Its path relative to what was read."),
    _text("path_folded", "The same casefolded, by which it is looked up."),
    _text("encoding", "The encoding that its bytes were decoded from."),
    _text("title", "Its title; null if not known.", null=True),
    _text("publisher", "Who published it; null if not known.", null=True),
    *_days("on which it can have been published"),
    _text("language", "ISO 639-1 code of its language; null if not certain.", null=True),
    _text("url", "Where it was published; null if not known.", null=True),
    _whole("chars", "Length of its text in code points."),
    _text("text", "Its stored text, to which all positions refer."),
    _record("document but its text"),
    CheckConstraint("length(sha256) = 64", name="hash"),
    Index("documents_by_path", "path"), Index("documents_by_path_folded", "path_folded"),
    behind_dash("documents", "path_folded"),
    comment="Reports as they were read, one row for each different text.",
)  # fmt: skip

findings = Table(
    "findings", metadata,
    Column("doc", Text, ForeignKey(documents.c.sha256, ondelete="CASCADE"), primary_key=True, comment="SHA-256 of the document."),
    _text("finder", "Key of the finder: its name, version and settings.", key=True),
    _record("finding but its claims and mentions"),
    comment="Which finder has gone through which document, so that nothing is found twice.",
)  # fmt: skip


def _finding(name: str = "of_finding") -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["doc", "finder"], [findings.c.doc, findings.c.finder], ondelete="CASCADE", name=name)


claims = Table(
    "claims", metadata,
    Column("number", Integer, primary_key=True, comment="Row number, for the full-text index."),
    _text("id", "The claim's address: 12 hex digits."),
    _text("doc", "SHA-256 of the document it stands in."),
    _text("finder", "Key of the finder that found it."),
    _order(key=False),
    *_span("its clause"),
    _text("quote", "The words of its clause."),
    _text("voice", "Whose statement it is, by the fullest name the document gives; else as said."),
    _text("act", "What the voice does in saying it: asserts, denies, …"),
    _text("polarity", "The first voice's stance to what is claimed."),
    _text("modality", "How sure the voice is of it."),
    _text("kind", "Whether it tells of an event, a tie or a figure, or is another statement."),
    _text("verb", "The incident type, the tie's predicate or the figure's measure."),
    _text("said_first", "First day on which it can have been said, ISO 8601; not the day of the event.", null=True),
    _text("said_last", "Last day on which it can have been said, ISO 8601.", null=True),
    _text("found_by", "The rule that found it."),
    _number("score", "Share right of that rule on a judged sample; null if never judged."),
    _text("review", "What a person decided on it; unsupervised if nobody did."),
    _record("claim"),
    _among("review", get_args(ReviewState)),
    _among("act", get_args(Act)), _among("polarity", get_args(Polarity)),
    _among("modality", get_args(Modality)), _among("kind", get_args(Kind)),
    UniqueConstraint("finder", "id", name="address"), _finding(),
    Index("claims_by_finding", "doc", "finder"),
    comment="Somebody says one thing, at one place in a document.",
)  # fmt: skip


def _of_claim() -> tuple[Column[Any], Column[Any], Column[Any], ForeignKeyConstraint]:
    parent = ForeignKeyConstraint(["finder", "claim"], [claims.c.finder, claims.c.id], ondelete="CASCADE", name="of_claim")
    return (
        _text("finder", "Key of the finder that found the claim.", key=True),
        _text("claim", "Id of the claim.", key=True),
        _order(),
        parent,
    )


slots = Table(
    "slots", metadata,
    *_of_claim(),
    _text("name", "Which detail it is: agent, target, killed, landed, …"),
    _text("text", "Its words as written."),
    *_span("the detail"),
    *_amount(),
    _text("actor", "Whom it names, by the fullest name the document gives.", null=True),
    _text("place_id", "Id of the place it names, in the gazetteer or a pack.", null=True),
    _text("place", "Name of that place.", null=True),
    _number("lat", "Latitude of that place in degrees, WGS 84."),
    _number("lon", "Longitude of that place in degrees, WGS 84."),
    *_days("that it names"),
    Index("slots_by_place", "place", sqlite_where=text("place IS NOT NULL")),
    comment="The details of claims, each at its own place in the text.",
)  # fmt: skip

voices = Table(
    "voices", metadata,
    *_of_claim(),
    _text("text", "How the document points at the voice; (author) for its own author."),
    _text("name", "The fullest name that the document gives it; null where nobody is named.", null=True),
    *_span("the mention", null=True),
    comment="The chain of each claim, from the first voice (0) to the last hand before the document.",
)  # fmt: skip

mentions = Table(
    "mentions", metadata,
    _text("doc", "SHA-256 of the document it stands in.", key=True),
    _text("finder", "Key of the finder that found it.", key=True),
    _order(),
    *_span("the mention"),
    _text("text", "Its words as written."),
    _text("name", "The fullest name that the document gives to whom it points at."),
    _text("kind", "What kind of actor it is: armed_group, state, person, …"),
    _text("pack", "Id of the pack's line that knows this name; null if none does.", null=True),
    _whole("named", "1 if it is a name itself, 0 for a description or a pronoun."),
    _finding(),
    comment="Where documents name, describe or point at actors.",
)  # fmt: skip

problems = Table(
    "problems", metadata,
    _text("kept_by", "The step that met it.", key=True), _order(),
    _text("doc", "Path of the document, as it was named."),
    _text("step", "The step at which it matters."),
    _text("code", "Short name of the kind of problem."),
    _text("message", "What is wrong."),
    _record("problem"),
    _among("kept_by", get_args(Step)), _among("step", get_args(Step)),
    comment="What could not be read, placed or understood; those of findings stand in their records.",
)  # fmt: skip

links = Table(
    "links", metadata,
    _text("key", "Its kind, both ends and who judged: all that tells it from others.", key=True),
    _text("left", "What is linked: id of a claim, incident or work, or SHA-256:NAME for a name in a document."),
    _text("right", "What it is linked to."),
    _text("kind", "What the link says of the two."),
    _text("judgement", "Whether it holds."),
    _number("score", "How strongly the features speak for it; null if not scored."),
    _text("by", "The rule or the person that judged."),
    _record("link with its reasons"),
    _among("kind", get_args(LinkKind)), _among("judgement", get_args(Judgement)),
    Index("links_by_left", "left"), Index("links_by_right", "right"),
    comment="That two things belong together, or do not, and why.",
)  # fmt: skip

actors = Table(
    "actors", metadata,
    _text("id", "The actor's id.", key=True),
    _text("name", "Its preferred name."),
    _text("kind", "What kind of actor it is."),
    _text("side", "The side it is on, from a pack or the analyst; null is unknown, not another side.", null=True),
    _text("party", "Id of the actor for whom it speaks; its own id where it speaks for itself."),
    _record("actor"),
    comment="Who: one row an actor, across documents.",
)  # fmt: skip

actor_names = Table(
    "actor_names", metadata,
    Column("actor", Text, ForeignKey(actors.c.id, ondelete="CASCADE"), primary_key=True, comment="Id of the actor."),
    _order(),
    _text("text", "The spelling."),
    _text("doc", "SHA-256 of a document in which it is seen."),
    *_span("one such mention"),
    comment="Every spelling seen of an actor, with one place where it is seen.",
)  # fmt: skip

actor_of = Table(
    "actor_of", metadata,
    _text("mention", "A name in a document, as SHA-256:NAME.", key=True),
    _text("doc", "SHA-256 of the document."),
    _text("actor", "Id of the actor that it names."),
    Index("actor_of_by_doc", "doc"), Index("actor_of_by_actor", "actor"),
    comment="Which actor a name in a document stands for.",
)  # fmt: skip

works = Table(
    "works", metadata,
    _order(),
    Column("id", Text, nullable=False, unique=True, comment="The work's id."),
    _text("author", "Who wrote it; null if no note tells.", null=True),
    _text("title", "Its title; null if no note tells.", null=True),
    _text("publisher", "Who published it; null if no note tells.", null=True),
    *_days("of its date"),
    _text("url", "Its address; null if no note tells.", null=True),
    _text("document", "SHA-256 of the document of the ledger that is this work; null if none is.", null=True),
    _record("work with the notes that cite it"),
    comment="What documents cite in their notes and references.",
)  # fmt: skip

incident_claims = Table(
    "incident_claims", metadata,
    _text("claim", "Id of the claim.", key=True),
    _text("incident", "Id of the incident that it speaks of."),
    Index("incident_claims_by_incident", "incident"),
    comment="Which incident a claim speaks of.",
)  # fmt: skip

incidents = Table(
    "incidents", metadata,
    _text("id", "The incident's id.", key=True),
    _text("type", "Its type in the vocabulary."),
    _text("title", "A short heading."),
    _text("slug", "The heading as one word, date first; two can share one."),
    _text("status", "Where it stands between its voices; never a verdict on the truth."),
    *_days("on which it can have happened"),
    _text("place", "Name of its place; null if not known.", null=True),
    _number("lat", "Latitude of that place in degrees, WGS 84."),
    _number("lon", "Longitude of that place in degrees, WGS 84."),
    _whole("origins_low", "The fewest independent origins that it can rest on."),
    _whole("origins_high", "The most independent origins that it can rest on."),
    _record("incident"),
    _among("status", get_args(Status)),
    Index("incidents_by_slug", "slug"),
    comment="What is said to have happened: claims about one event, laid side by side.",
)  # fmt: skip

matrices = Table(
    "matrices", metadata,
    _text("incident", "Id of the incident.", key=True),
    _record("matrix"),
    comment="Parties by questions, one matrix an incident.",
)  # fmt: skip

disputes = Table(
    "disputes", metadata,
    _text("id", "The dispute's id.", key=True),
    _text("about", "Id of the incident, actor or figure, or a text."),
    _text("question", "The question to which the sides give different answers."),
    _text("kind", "What is disputed."),
    _record("dispute with its sides"),
    _among("kind", get_args(DisputeKind)),
    comment="Questions on which voices differ.",
)  # fmt: skip

origins = Table(
    "origins", metadata,
    _text("id", "The origin's id.", key=True),
    _text("voice", "Id or words of the voice that it goes back to."),
    _whole("certain", "1 if all its links are certain, 0 if one is only inferred."),
    _text("reason", "Why its claims are one origin."),
    _record("origin"),
    comment="Claims that go back to one statement, counted once.",
)  # fmt: skip

pledges = Table(
    "pledges", metadata,
    _text("id", "The pledge's id.", key=True),
    _text("kind", "Whether it is a pledge, a prediction or a threat."),
    _text("by", "Id of the actor that made it."),
    _text("to", "To whom it was made."),
    _text("content", "What was pledged, foretold or threatened."),
    _text("status", "Whether later claims bear on it; only a person says broken."),
    _record("pledge with what bears on it"),
    _among("kind", get_args(PledgeKind)),
    comment="What somebody binds himself to, foretells or threatens.",
)  # fmt: skip

ties = Table(
    "ties", metadata,
    _text("key", "Subject, predicate and object, parted by U+001F.", key=True),
    _text("subject", "Id of the actor of whom it is told."),
    _text("predicate", "The relation, as named in the vocabulary."),
    _text("object", "Id of the other actor, or a text."),
    _record("tie with its dates and claims"),
    comment="Relations told of actors.",
)  # fmt: skip

figures = Table(
    "figures", metadata,
    _text("id", "The figure's id.", key=True),
    _text("subject", "Id of the actor, or the text, of which it is told."),
    _text("measure", "What is measured, as named in the vocabulary."),
    *_amount(),
    _text("incident", "Id of the incident it belongs to; null if to none.", null=True),
    _record("figure"),
    comment="Numbers told of actors and things.",
)  # fmt: skip

workings = Table(
    "workings", metadata,
    _text("kind", "What the step calls it.", key=True),
    _text("key", "Its name among those of its kind.", key=True),
    _text("doc", "SHA-256 of the document that it comes from; empty if from none."),
    _text("record", "What the step keeps of it, as it pleases."),
    Index("workings_by_doc", "kind", "doc"),
    comment="What linking and weighing keep for themselves, so that a change need not work it out again.",
    sqlite_with_rowid=False,
)  # fmt: skip

marks = Table(
    "marks", metadata,
    _text("kind", "The kind of the working that bears it.", key=True),
    _text("mark", "Names a group of workings, such as all that tell of one day.", key=True),
    _text("key", "The working's key.", key=True),
    Index("marks_by_key", "kind", "key"),
    comment="By what the workings that a change bears on are found.",
    sqlite_with_rowid=False,
)  # fmt: skip

stale = Table(
    "stale", metadata,
    _text("doc", "SHA-256 of the document, which may be gone.", key=True),
    comment="Documents that came in, went, or were gone through since all was linked and weighed.",
)  # fmt: skip

stamps = Table(
    "stamps", metadata,
    _text("name", "What the note is about.", key=True),
    _text("value", "What it says."),
    comment="Short notes about the whole ledger, such as the key of the finder used.",
)  # fmt: skip

explained = Table(
    "explained", metadata,
    _text("table_name", "The table.", key=True),
    _text("column_name", "The column; empty for the table itself.", key=True),
    _text("meaning", "What it holds."),
    comment="What each table and column holds, since SQLite keeps no comments.",
)  # fmt: skip
