"""The tables of a ledger: each table and each column explained, so that anybody can ask the file in SQL.

Where a table has a column `record`, that is the whole record as JSON and the truth; the other columns are for asking.
"""

from __future__ import annotations

from typing import Any, get_args

from sqlalchemy import (
    CheckConstraint,
    Column,
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
from sayso.store.columns import among, amount, behind_dash, days, number, order, record, span, whole, words

SCHEMA_VERSION = 18
"""Kept in the file's user_version; raised with every change of a table or of what a step keeps in one, and then the file is made
again."""

metadata = MetaData()


documents = Table(
    "documents", metadata,
    Column("number", Integer, primary_key=True, comment="Row number, for the full-text index."),
    Column("sha256", Text, nullable=False, unique=True, comment="SHA-256 of the original bytes; this is the document's identity."),
    words("path", "Its path relative to what was read."),
    words("path_folded", "The same casefolded, by which it is looked up."),
    words("encoding", "The encoding that its bytes were decoded from."),
    words("title", "Its title; null if not known.", null=True),
    words("publisher", "Who published it; null if not known.", null=True),
    *days("on which it can have been published"),
    words("language", "ISO 639-1 code of its language; null if not certain.", null=True),
    words("url", "Where it was published; null if not known.", null=True),
    whole("chars", "Length of its text in code points."),
    words("text", "Its stored text, to which all positions refer."),
    record("document but its text"),
    CheckConstraint("length(sha256) = 64", name="hash"),
    Index("documents_by_path", "path"), Index("documents_by_path_folded", "path_folded"),
    behind_dash("documents", "path_folded"),
    comment="Reports as they were read, one row for each different text.",
)  # fmt: skip

findings = Table(
    "findings", metadata,
    Column("doc", Text, ForeignKey(documents.c.sha256, ondelete="CASCADE"), primary_key=True, comment="SHA-256 of the document."),
    words("finder", "Key of the finder: its name, version and settings.", key=True),
    record("finding but its claims and mentions"),
    comment="Which finder has gone through which document, so that nothing is found twice.",
)  # fmt: skip


def _finding(name: str = "of_finding") -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["doc", "finder"], [findings.c.doc, findings.c.finder], ondelete="CASCADE", name=name)


claims = Table(
    "claims", metadata,
    Column("number", Integer, primary_key=True, comment="Row number, for the full-text index."),
    words("id", "The claim's address: 12 hex digits."),
    words("doc", "SHA-256 of the document it stands in."),
    words("finder", "Key of the finder that found it."),
    order(key=False),
    *span("its clause"),
    words("quote", "The words of its clause."),
    words("voice", "Whose statement it is, by the fullest name the document gives; else as said."),
    words("act", "What the voice does in saying it: asserts, denies, …"),
    words("polarity", "The first voice's stance to what is claimed."),
    words("modality", "How sure the voice is of it."),
    words("kind", "Whether it tells of an event, a tie or a figure, or is another statement."),
    words("verb", "The incident type, the tie's predicate or the figure's measure."),
    words("said_first", "First day on which it can have been said, ISO 8601; not the day of the event.", null=True),
    words("said_last", "Last day on which it can have been said, ISO 8601.", null=True),
    words("found_by", "The rule that found it."),
    number("score", "Share right of that rule on a judged sample; null if never judged."),
    words("review", "What a person decided on it; unsupervised if nobody did."),
    record("claim"),
    among("review", get_args(ReviewState)),
    among("act", get_args(Act)), among("polarity", get_args(Polarity)),
    among("modality", get_args(Modality)), among("kind", get_args(Kind)),
    UniqueConstraint("finder", "id", name="address"), _finding(),
    Index("claims_by_finding", "doc", "finder"),
    comment="Somebody says one thing, at one place in a document.",
)  # fmt: skip


def _of_claim() -> tuple[Column[Any], Column[Any], Column[Any], ForeignKeyConstraint]:
    parent = ForeignKeyConstraint(["finder", "claim"], [claims.c.finder, claims.c.id], ondelete="CASCADE", name="of_claim")
    return (
        words("finder", "Key of the finder that found the claim.", key=True),
        words("claim", "Id of the claim.", key=True),
        order(),
        parent,
    )


slots = Table(
    "slots", metadata,
    *_of_claim(),
    words("name", "Which detail it is: agent, target, killed, landed, …"),
    words("text", "Its words as written."),
    *span("the detail"),
    *amount(),
    words("actor", "Whom it names, by the fullest name the document gives.", null=True),
    words("place_id", "Id of the place it names, in the gazetteer or a pack.", null=True),
    words("place", "Name of that place.", null=True),
    number("lat", "Latitude of that place in degrees, WGS 84."),
    number("lon", "Longitude of that place in degrees, WGS 84."),
    *days("that it names"),
    Index("slots_by_place", "place", sqlite_where=text("place IS NOT NULL")),
    comment="The details of claims, each at its own place in the text.",
)  # fmt: skip

voices = Table(
    "voices", metadata,
    *_of_claim(),
    words("text", "How the document points at the voice; (author) for its own author."),
    words("name", "The fullest name that the document gives it; null where nobody is named.", null=True),
    *span("the mention", null=True),
    comment="The chain of each claim, from the first voice (0) to the last hand before the document.",
)  # fmt: skip

mentions = Table(
    "mentions", metadata,
    words("doc", "SHA-256 of the document it stands in.", key=True),
    words("finder", "Key of the finder that found it.", key=True),
    order(),
    *span("the mention"),
    words("text", "Its words as written."),
    words("name", "The fullest name that the document gives to whom it points at."),
    words("kind", "What kind of actor it is: armed_group, state, person, …"),
    words("pack", "Id of the pack's line that knows this name; null if none does.", null=True),
    whole("named", "1 if it is a name itself, 0 for a description or a pronoun."),
    _finding(),
    comment="Where documents name, describe or point at actors.",
)  # fmt: skip

problems = Table(
    "problems", metadata,
    words("kept_by", "The step that met it.", key=True), order(),
    words("doc", "Path of the document, as it was named."),
    words("step", "The step at which it matters."),
    words("code", "Short name of the kind of problem."),
    words("message", "What is wrong."),
    record("problem"),
    among("kept_by", get_args(Step)), among("step", get_args(Step)),
    comment="What could not be read, placed or understood; those of findings stand in their records.",
)  # fmt: skip

links = Table(
    "links", metadata,
    words("key", "Its kind, both ends and who judged: all that tells it from others.", key=True),
    words("left", "What is linked: id of a claim, incident or work, or SHA-256:NAME for a name in a document."),
    words("right", "What it is linked to."),
    words("kind", "What the link says of the two."),
    words("judgement", "Whether it holds."),
    number("score", "How strongly the features speak for it; null if not scored."),
    words("by", "The rule or the person that judged."),
    words("reasons", "Why, as JSON: each feature with what was seen and the weight that it carried."),
    among("kind", get_args(LinkKind)), among("judgement", get_args(Judgement)),
    Index("links_by_left", "left"), Index("links_by_right", "right"),
    comment="That two things belong together, or do not, and why.",
)  # fmt: skip

actors = Table(
    "actors", metadata,
    words("id", "The actor's id.", key=True),
    words("name", "Its preferred name."),
    words("kind", "What kind of actor it is."),
    words("side", "The side it is on, from a pack or the analyst; null is unknown, not another side.", null=True),
    words("party", "Id of the actor for whom it speaks; its own id where it speaks for itself."),
    record("actor"),
    comment="Who: one row an actor, across documents.",
)  # fmt: skip

actor_names = Table(
    "actor_names", metadata,
    Column("actor", Text, ForeignKey(actors.c.id, ondelete="CASCADE"), primary_key=True, comment="Id of the actor."),
    order(),
    words("text", "The spelling."),
    words("doc", "SHA-256 of a document in which it is seen."),
    *span("one such mention"),
    comment="Every spelling seen of an actor, with one place where it is seen.",
)  # fmt: skip

actor_of = Table(
    "actor_of", metadata,
    words("mention", "A name in a document, as SHA-256:NAME.", key=True),
    words("doc", "SHA-256 of the document."),
    words("actor", "Id of the actor that it names."),
    Index("actor_of_by_doc", "doc"), Index("actor_of_by_actor", "actor"),
    comment="Which actor a name in a document stands for.",
)  # fmt: skip

works = Table(
    "works", metadata,
    order(),
    Column("id", Text, nullable=False, unique=True, comment="The work's id."),
    words("author", "Who wrote it; null if no note tells.", null=True),
    words("title", "Its title; null if no note tells.", null=True),
    words("publisher", "Who published it; null if no note tells.", null=True),
    *days("of its date"),
    words("url", "Its address; null if no note tells.", null=True),
    words("document", "SHA-256 of the document of the ledger that is this work; null if none is.", null=True),
    record("work with the notes that cite it"),
    comment="What documents cite in their notes and references.",
)  # fmt: skip

incident_claims = Table(
    "incident_claims", metadata,
    words("claim", "Id of the claim.", key=True),
    words("incident", "Id of the incident that it speaks of."),
    Index("incident_claims_by_incident", "incident"),
    comment="Which incident a claim speaks of.",
)  # fmt: skip

incidents = Table(
    "incidents", metadata,
    words("id", "The incident's id.", key=True),
    words("type", "Its type in the vocabulary."),
    words("title", "A short heading."),
    words("slug", "The heading as one word, date first; two can share one."),
    words("status", "Where it stands between its voices; never a verdict on the truth."),
    *days("on which it can have happened"),
    words("place", "Name of its place; null if not known.", null=True),
    number("lat", "Latitude of that place in degrees, WGS 84."),
    number("lon", "Longitude of that place in degrees, WGS 84."),
    whole("origins_low", "The fewest independent origins that it can rest on."),
    whole("origins_high", "The most independent origins that it can rest on."),
    record("incident"),
    among("status", get_args(Status)),
    Index("incidents_by_slug", "slug"),
    comment="What is said to have happened: claims about one event, laid side by side.",
)  # fmt: skip

matrices = Table(
    "matrices", metadata,
    words("incident", "Id of the incident.", key=True),
    record("matrix"),
    comment="Parties by questions, one matrix an incident.",
)  # fmt: skip

disputes = Table(
    "disputes", metadata,
    words("id", "The dispute's id.", key=True),
    words("about", "Id of the incident, actor or figure, or a text."),
    words("question", "The question to which the sides give different answers."),
    words("kind", "What is disputed."),
    record("dispute with its sides"),
    among("kind", get_args(DisputeKind)),
    comment="Questions on which voices differ.",
)  # fmt: skip

origins = Table(
    "origins", metadata,
    words("id", "The origin's id.", key=True),
    words("voice", "Id or words of the voice that it goes back to."),
    whole("certain", "1 if all its links are certain, 0 if one is only inferred."),
    words("reason", "Why its claims are one origin."),
    record("origin"),
    comment="Claims that go back to one statement, counted once.",
)  # fmt: skip

pledges = Table(
    "pledges", metadata,
    words("id", "The pledge's id.", key=True),
    words("kind", "Whether it is a pledge, a prediction or a threat."),
    words("by", "Id of the actor that made it."),
    words("to", "To whom it was made."),
    words("content", "What was pledged, foretold or threatened."),
    words("status", "Whether later claims bear on it; only a person says broken."),
    record("pledge with what bears on it"),
    among("kind", get_args(PledgeKind)),
    comment="What somebody binds himself to, foretells or threatens.",
)  # fmt: skip

ties = Table(
    "ties", metadata,
    words("key", "Subject, predicate and object, parted by U+001F.", key=True),
    words("subject", "Id of the actor of whom it is told."),
    words("predicate", "The relation, as named in the vocabulary."),
    words("object", "Id of the other actor, or a text."),
    record("tie with its dates and claims"),
    comment="Relations told of actors.",
)  # fmt: skip

figures = Table(
    "figures", metadata,
    words("id", "The figure's id.", key=True),
    words("subject", "Id of the actor, or the text, of which it is told."),
    words("measure", "What is measured, as named in the vocabulary."),
    *amount(),
    words("incident", "Id of the incident it belongs to; null if to none.", null=True),
    record("figure"),
    comment="Numbers told of actors and things.",
)  # fmt: skip

workings = Table(
    "workings", metadata,
    words("kind", "What the step calls it.", key=True),
    words("key", "Its name among those of its kind.", key=True),
    words("doc", "SHA-256 of the document that it comes from; empty if from none."),
    words("record", "What the step keeps of it, as it pleases."),
    words("marks", "Its marks as a JSON array; the table `marks` finds it by each of them."),
    Index("workings_by_doc", "kind", "doc"),
    comment="What linking and weighing keep for themselves, so that a change need not work it out again.",
)  # fmt: skip

marks = Table(
    "marks", metadata,
    words("kind", "The kind of the working that bears it.", key=True),
    words("mark", "Names a group of workings, such as all that tell of one day.", key=True),
    words("key", "The working's key.", key=True),
    comment="By what the workings that a change bears on are found.",
    sqlite_with_rowid=False,
)  # fmt: skip

stale = Table(
    "stale", metadata,
    words("doc", "SHA-256 of the document, which may be gone.", key=True),
    comment="Documents that came in, went, or were gone through since all was linked and weighed.",
)  # fmt: skip

stamps = Table(
    "stamps", metadata,
    words("name", "What the note is about.", key=True),
    words("value", "What it says."),
    comment="Short notes about the whole ledger, such as the key of the finder used.",
)  # fmt: skip

explained = Table(
    "explained", metadata,
    words("table_name", "The table.", key=True),
    words("column_name", "The column; empty for the table itself.", key=True),
    words("meaning", "What it holds."),
    comment="What each table and column holds, since SQLite keeps no comments.",
)  # fmt: skip
