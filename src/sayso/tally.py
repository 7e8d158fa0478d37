"""What came of the steps, counted, so that a door can tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.intake import Arrivals
from sayso.records.claim import Finding
from sayso.records.problem import Problem
from sayso.store.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """What came of finding: documents gone through by now and in all, and whether it was stopped before the end.

    `docs` are those gone through this time, by their SHA-256.
    """

    done: int
    total: int
    stopped: bool
    problems: tuple[Problem, ...] = ()
    docs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a run: what was taken in, and how its claims stand to the incidents known before.

    `documents` and `claims` count what was taken in or gone through now, as where a run goes on with what a stop left.
    `joined` and `opened` are (claims, incidents): new claims of known incidents, and new claims that make new ones.
    `problems` are those that the finder met in these documents, such as a language that it does not know.
    """

    arrivals: Arrivals
    found: Found
    documents: int = 0
    claims: int = 0
    joined: tuple[int, int] = (0, 0)
    opened: tuple[int, int] = (0, 0)
    problems: tuple[Problem, ...] = ()


def run_of(arrivals: Arrivals, found: Found, before: Mapping[str, str], after: Mapping[str, str], findings: Mapping[str, Finding]) -> Run:
    """What a finished run came to. `before` and `after` give the incident of each claim that speaks of one."""
    known = {after[claim] for claim in before if claim in after}
    fresh = [incident for claim, incident in after.items() if claim not in before]
    joining, opening = [one for one in fresh if one in known], [one for one in fresh if one not in known]
    docs = dict.fromkeys((*(document.sha256 for document in arrivals.documents), *found.docs))
    made = [findings[doc] for doc in docs if doc in findings]
    claims, problems = sum(len(finding.claims) for finding in made), tuple(problem for finding in made for problem in finding.problems)
    joined, opened = (len(joining), len(set(joining))), (len(opening), len(set(opening)))
    return Run(arrivals, found, len(docs), claims, joined, opened, problems)


def counted(store: Store | None) -> dict[str, int]:
    """How many documents, claims, incidents and disputed ones a store holds, and how many problems; none where there is no store."""
    if store is None:
        return dict.fromkeys(("documents", "claims", "incidents", "contested", "problems"), 0)
    with store.together():
        rows, problems = store.counts(), store.problems()
    return {name: rows[name] for name in ("documents", "claims", "incidents", "contested")} | {"problems": len(problems)}
