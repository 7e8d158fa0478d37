"""How errors and problems are told: one sentence, the single cases, and what to do."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.screens.screen import VISIBLE


def talk(line: str = "") -> None:
    """Prints one line for the person at the terminal, beside the data; no file's name can steer the terminal."""
    sys.stderr.write(line.translate(VISIBLE) + "\n")


def trouble(error: Trouble) -> None:
    """Prints what stops a command, its cases and its hint."""
    talk(error.message if error.code == Exit.STOPPED else f"error: {error.message}")
    for line in error.lines:
        talk(f"  {line}")
    if error.hint:
        talk(f"hint: {error.hint}")


def problem_lines(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Problems as lines with aligned columns: where, what, and the hint."""
    rows = [(where(problem), problem.message, f"hint: {problem.hint}" if problem.hint else "") for problem in problems]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return tuple(f"{place:<{widths[0]}}  {message:<{widths[1]}}  {hint}".rstrip() for place, message, hint in rows)


def where(problem: Problem) -> str:
    """The document of a problem, with its place where it has one."""
    return problem.doc if problem.start is None or ":" in problem.doc else f"{problem.doc} {problem.start}–{problem.end}"
