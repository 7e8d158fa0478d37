"""Tells what came of a command, in a few lines for the person at the terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.find.finder import Sent
from sayso.intake import Arrivals
from sayso.records.count import many
from sayso.records.dispute import Dispute
from sayso.records.document import Document
from sayso.records.problem import Problem
from sayso.records.trouble import Exit, Trouble
from sayso.records.vocabulary import vocabulary
from sayso.screens.errors import problem_lines, trouble
from sayso.screens.screen import Screen
from sayso.screens.words import flat, heading, when
from sayso.settings import LlmSettings, Settings
from sayso.shelf.portraits import Dossier
from sayso.shelf.views import Shelf
from sayso.tally import Found, Run
from sayso.tell.book import Told

Talk = Callable[[str], None]
MOST_SHOWN = 5
"""Incidents and pledges that the demo lists."""
MOST_TOLD = 10
"""Problems that a step tells beside files that could not be read; all of them stand in `sayso show problems`."""


def arrivals(arrived: Arrivals, asked: Sequence[Path], says: Talk) -> None:
    """What was taken in of the paths asked for, and what could not be; raises Trouble if it was stopped before the end."""
    unread = arrived.unread
    total = len(arrived.documents) + len(arrived.known) + len(unread)
    if asked and not total and not arrived.left:
        says("There is no file to read: hidden ones, and what a ledger is made of, are passed over unless they are named.")
    if total > len(unread):
        there = f", {len(arrived.known)} already here" if arrived.known else ""
        says(f"{many(total, 'file')}: {len(arrived.documents)} new{there}")
    _some([problem for problem in arrived.problems if problem not in unread], says)
    if unread:
        some = f"{len(unread)} of {many(total, 'file')} could not be read; {len(arrived.documents)} were added"
        message = some if total > len(unread) else f"{many(total, 'file')} could not be read"
        trouble(Trouble(message, lines=problem_lines(unread)))
    if arrived.left:
        message = f"Stopped. {total} of {total + arrived.left} files are gone through, and kept. Run the same command to go on."
        raise Trouble(message, code=Exit.STOPPED)


def _some(problems: Sequence[Problem], says: Talk) -> None:
    for line in problem_lines(problems[:MOST_TOLD]):
        says(f"  ! {line}")
    if len(problems) > MOST_TOLD:
        says(f"  ! {len(problems) - MOST_TOLD} more: sayso show problems")


def dry(
    arrived: Arrivals,
    asked: Sequence[Path],
    waiting: Sequence[Document] | None,
    settings: Settings,
    sent: Sequence[Sent] | None,
    says: Talk,
) -> None:
    """What a command would do that was only tried: what would be taken in, gone through by the finder, and sent to a language model."""
    arrivals(arrived, asked, says)
    if waiting is not None:
        says(f"{many(len(waiting), 'document')} would be gone through by `{settings.engine}`.")
    if sent is not None:
        _sending(settings.llm, sent, says)
    says("Nothing was done: this was a dry run.")


def _sending(llm: LlmSettings, sent: Sequence[Sent], says: Talk) -> None:
    """How many calls and tokens it would take, and which text would leave: code points of each document."""
    parts = [part for _, portions in sent for part in portions]
    tokens, back = sum(part.tokens for part in parts), sum(part.back for part in parts)
    letters = sum(part.span.size for part in parts)
    if not parts:
        says("Nothing would be sent: all of it was answered before, or is in no language that can be read.")
        return
    says(f"{many(len(parts), 'call')} to {llm.model} at {llm.base_url}: about {tokens:,} tokens sent, at most {back:,} back.")
    says(f"This text would be sent ({letters:,} characters, and with each call the same instruction, which holds no text of yours):")
    for document, portions in sent:
        says(f"  {document.path}: {', '.join(f'{part.span.start}–{part.span.end}' for part in portions)}")
    if len(parts) > llm.calls or tokens > llm.tokens:
        says(f"It is more than one run may take ({llm.calls:,} calls, {llm.tokens:,} tokens): it would stop there, and the next run go on.")


def found(outcome: Found, says: Talk) -> None:
    """What could not be gone through; raises Trouble if it was stopped before the end."""
    for line in problem_lines(outcome.problems):
        says(f"  ! {line}")
    if outcome.stopped:
        message = f"Stopped. {outcome.done} of {outcome.total} done and kept. Run the same command to go on."
        raise Trouble(message, code=Exit.STOPPED)


def run(done: Run, asked: Sequence[Path], says: Talk) -> None:
    """What a whole run added of the paths asked for, and how it stands to what was known."""
    arrivals(done.arrivals, asked, says)
    found(done.found, says)
    _some(done.problems, says)
    parts = [f"{claims} join {many(number, 'known incident')}" for claims, number in (done.joined,) if claims]
    parts += [f"{claims} make {many(number, 'new one' if parts else 'incident')}" for claims, number in (done.opened,) if claims]
    count = f"{many(done.documents, 'document')}, {many(done.claims, 'claim')}" if done.documents else "Claims found before"
    if parts:
        says(f"{count}: {', '.join(parts)}")
    elif done.arrivals.documents:
        says(f"{count}, none of an event with a day or a place")
    elif done.documents:
        says(f"{count} of what was here; no incident is new")
    elif not done.arrivals.unread:
        says("Nothing new.")


def following(done: Run) -> str:
    """The command that shows what a run found; empty where nothing is new."""
    if done.joined[0] or done.opened[0]:
        return "sayso show incidents"
    if not done.documents:
        return ""
    return "sayso show claims" if done.claims else "sayso show documents"


def code_of(arrived: Arrivals, outcome: Found | None = None) -> Exit:
    """The exit code: partly done where a file could not be read or gone through, not found where no file was there at all."""
    unread = arrived.unread
    if unread and not arrived.documents and not arrived.known and all(problem.code == "not_there" for problem in unread):
        return Exit.NOT_FOUND
    crashed = outcome is not None and any(problem.code == "finder_failed" for problem in outcome.problems)
    return Exit.PARTLY if unread or crashed else Exit.DONE


def demo(screen: Screen, shelf: Shelf, brief: Told, folder: Path) -> None:
    """What there is to see in the demo: where sources disagree, which pledges are in question, the brief, and what to do next."""
    dossiers = [Dossier(incident, shelf) for incident in shelf.incidents()]
    disputed = sorted((one for one in dossiers if one.disputes()), key=lambda one: (-len(one.disputes()), -len(one.incident.claims)))
    screen.say()
    screen.say(f"{many(len(disputed), 'incident')} where sources disagree", "bold")
    for one in disputed[:MOST_SHOWN]:
        screen.say(f"  {heading(one.incident)}, {when(one.incident.when)}")
        for line in map(_tally, one.disputes()):
            screen.say(f"    {line}", "dim")
    questioned = [pledge for pledge in shelf.pledges() if pledge.status == "challenged"]
    screen.say(f"{many(len(questioned), 'pledge')} that later reports put in question", "bold")
    for pledge in questioned[:MOST_SHOWN]:
        screen.say(f"  {shelf.actor_name(pledge.by)}, {when(pledge.said)}: “{flat(pledge.content)}”")
        screen.say(f"    borne on by {many(len(pledge.bearing), 'later report')}", "dim")
    path = next(iter(brief.paths), folder)
    checked = f"{len(brief.problems)} citations do not resolve" if brief.problems else "all resolve"
    screen.say()
    screen.say(f"Brief:  {path}   ({brief.summary.removesuffix(f' in {path}')}, {checked})")
    if disputed:
        screen.say(f"Look:   sayso -C {folder} show {shelf.address(disputed[0].incident)}")
    screen.say("Next:   sayso init mycase; sayso -C mycase run PATH-TO-YOUR-REPORTS")


def _tally(dispute: Dispute) -> str:
    """One disputed question: the different answers, each with how many voices give it."""
    question = vocabulary().questions.get(dispute.question)
    label = question.label if question else dispute.question
    answers = (side.value + (f" ×{len(side.holders)}" if len(side.holders) > 1 else "") for side in dispute.sides)
    return f"{label} {' · '.join(answers)}"
