"""What stands beside claims, and at which place: what a decision on them has to know, without all that was found in their documents."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import Select, and_, bindparam, select

from sayso.store import tables
from sayso.store.file import SqliteFile
from sayso.store.statements import Among, Question
from sayso.store.store import PEOPLE


class BesideTables(SqliteFile):
    """The part of a `Store` that tells of the surroundings of claims."""

    def beside(self, ids: Collection[str], finder_key: str) -> dict[str, list[str]]:
        """The claims of one kind with each of these that share some of its clause, in the order of their document; all as shown."""
        found: dict[str, list[str]] = {}
        with self._transaction() as connection:
            for question in BESIDE:
                for claim, one in question.ask(connection, ids, finder=finder_key):
                    found.setdefault(claim, []).append(one)
        return found

    def placed(self, name: str, finder_key: str) -> str | None:
        """The first claim, in the order of their places, of those shown beside this finder that have a place of this name."""
        claims, slots, documents = tables.claims, tables.slots, tables.documents
        order = (documents.c.path, claims.c.start, claims.c.end, claims.c.id)
        of_claim = and_(slots.c.finder == claims.c.finder, slots.c.claim == claims.c.id)
        held = slots.join(claims, of_claim).join(documents, documents.c.sha256 == claims.c.doc)
        asked = select(*order).select_from(held).where(slots.c.place == name).order_by(*order).limit(1)
        with self._transaction() as connection:
            found = [tuple(row) for question in shown(asked) for row in connection.execute(question, {"finder": finder_key})]
        return min(found)[-1] if found else None


def shown(question: Select[Any]) -> tuple[Select[Any], Select[Any]]:
    """The question on claims asked of those that are shown: of what people left of a document, else of what `finder` found there."""
    claims, findings = tables.claims, tables.findings
    decided = select(findings.c.doc).where(findings.c.doc == claims.c.doc, findings.c.finder == PEOPLE).exists()
    return question.where(claims.c.finder == PEOPLE), question.where(claims.c.finder == bindparam("finder"), ~decided)


def of_shown(question: Callable[[Among], Select[Any]]) -> tuple[Question, Question]:
    """The same of a question about claims that hold some values."""
    return Question(lambda among: shown(question(among))[0]), Question(lambda among: shown(question(among))[1])


def _beside(among: Among) -> Select[Any]:
    """Asks for the claims of one kind that share some of their clause, and the first of which is one of these."""
    claims, other = tables.claims, tables.claims.alias("other")
    near = and_(
        other.c.doc == claims.c.doc, other.c.finder == claims.c.finder, other.c.kind == claims.c.kind, other.c.id != claims.c.id,
        other.c.start < claims.c.end, other.c.end > claims.c.start,
    )  # fmt: skip
    asked = select(claims.c.id, other.c.id).select_from(claims.join(other, near)).where(among(claims.c.id))
    return asked.order_by(claims.c.id, other.c.ordinal)


BESIDE = of_shown(_beside)
