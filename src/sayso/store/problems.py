"""Problems that steps met, as their table keeps them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, delete, select

from sayso.records.problem import Problem, Step
from sayso.store import rows, tables
from sayso.store.statements import fill


def keep(connection: Connection, step: Step, problems: Sequence[Problem]) -> None:
    """Keeps a step's problems, in place of those that it had before."""
    connection.execute(delete(tables.problems).where(tables.problems.c.kept_by == step))
    fill(connection, tables.problems, rows.problem_rows(step, problems))


def kept(connection: Connection, step: Step | None = None) -> list[Problem]:
    """The problems of a step, or of all, in the order in which they were given."""
    table = tables.problems
    asked = select(table.c.record).order_by(table.c.kept_by, table.c.ordinal)
    records = connection.execute(asked if step is None else asked.where(table.c.kept_by == step)).scalars()
    return [msgspec.json.decode(record, type=Problem) for record in records]
