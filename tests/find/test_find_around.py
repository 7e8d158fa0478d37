"""Ties told around what is said."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Claim, Finding

Find = Callable[[str], Finding]


def ties(finding: Finding) -> list[Claim]:
    return [claim for claim in finding.claims if claim.kind == "tie"]


def shown(finding: Finding) -> list[tuple[str, str, str, str]]:
    return [(claim.voice.text, str(ends[0]), claim.verb, str(ends[1])) for claim in ties(finding) for ends in [_ends(claim)]]


def _ends(claim: Claim) -> tuple[str | None, str | None]:
    subject, target = claim.slot("subject"), claim.slot("object")
    assert subject
    assert target
    return subject.actor, target.actor


def test_who_a_speaker_is_is_told_by_the_author(find: Find) -> None:
    finding = find("Otto Brand, the head of the Northern Army, said on Monday that the town had fallen.")
    assert shown(finding) == [("(author)", "Otto Brand", "leads", "Northern Army")]
    (claim,) = ties(finding)
    assert claim.quote == "Otto Brand, the head of the Northern Army, said on Monday"


def test_what_a_speaker_tells_of_others_stays_his(find: Find) -> None:
    finding = find("Otto Brand said on Monday that Norway supports the Northern Army.")
    assert shown(finding) == [("Otto Brand", "Norway", "supports", "Northern Army")]


def test_a_role_taken_as_known_holds_whatever_is_pledged_or_demanded(find: Find) -> None:
    finding = find("Norway demanded that Hamas leader Otto Brand should leave the country.")
    assert ("Otto Brand", "leads", "Hamas") in [row[1:] for row in shown(finding)]


def test_a_denied_tie_is_denied_by_who_denies_it(find: Find) -> None:
    (claim,) = ties(find("Norway denied that it supports Hamas."))
    assert (claim.voice.name, claim.act, claim.polarity) == ("Norway", "denies", "denies")


def test_a_heading_ties_nobody(find: Find) -> None:
    assert not ties(find("Hamas Leader Otto Brand In Oslo\n\nOtto Brand arrived in the capital on Monday for a short visit.\n"))
