"""A headline sums up what stands below it, and is no further word on it."""

from __future__ import annotations

from piles import Pile

from sayso.link.headlines import sums_up
from sayso.records.claim import Act
from sayso.records.worked_out import Linking

NEWS = "Shells fell on the grain market of Sarn on Tuesday, the town's doctors said."
BLAME = "The Harran Front accused the army of Velm of shelling the market."


def report(headline: str, by: str, act: Act = "asserts", above: str = "") -> tuple[Pile, list[str]]:
    """A headline over two claims of a report, with the ids of the three."""
    pile = Pile()
    if above:
        pile._add("a.txt", above)
    ids = [pile.say("a.txt", headline, by, act, kind="statement", verb="statement")]
    ids.append(pile.say("a.txt", NEWS, "doctors", kind="statement", verb="statement"))
    ids.append(pile.say("a.txt", BLAME, "Harran Front", "accuses", kind="statement", verb="statement"))
    return pile, ids


def summed_up(linking: Linking) -> list[tuple[str, str, str]]:
    return [(link.left, link.right, link.judgement) for link in linking.links if sums_up(link)]


def test_a_headline_sums_up_the_claim_below_that_shares_most_of_its_words() -> None:
    pile, (headline, news, _) = report("Doctors: shells fell on market", "Doctors")
    assert summed_up(pile.link()) == [(headline, news, "inferred")]


def test_an_accusation_in_a_headline_sums_up_an_accusation() -> None:
    pile, (headline, _, blame) = report("Shells fall on grain market of Sarn, rebels blame army", "rebels", "accuses")
    assert summed_up(pile.link()) == [(headline, blame, "inferred")]


def test_a_heading_under_the_time_of_day_of_a_live_report_is_one() -> None:
    pile, (heading, news, _) = report("Doctors: shells fell on market", "Doctors", above="10:40")
    assert summed_up(pile.link()) == [(heading, news, "inferred")]


def test_a_sentence_is_no_headline() -> None:
    assert summed_up(report("Doctors said that shells fell on the market.", "Doctors")[0].link()) == []


def test_a_line_that_a_long_line_runs_into_is_no_headline() -> None:
    pile, _ = report("Doctors said that shells fell on market", "Doctors", above="It was on the morning of the fair that")
    assert summed_up(pile.link()) == []


def test_a_headline_that_shares_one_word_sums_up_nothing_told_below() -> None:
    assert summed_up(report("Doctors: flood recedes at last", "Doctors")[0].link()) == []


def test_a_headline_that_denies_sums_up_no_account_of_what_it_denies() -> None:
    assert summed_up(report("Velm denies shelling market of Sarn", "Velm", "denies")[0].link()) == []


def test_a_headline_and_what_it_sums_up_are_one_origin() -> None:
    pile, (headline, news, blame) = report("Hospital: shells fell on market", "Hospital")
    origin = {claim: one for one in pile.weigh().origins for claim in one.claims}
    assert (origin[headline].id == origin[news].id, origin[headline].certain, origin[blame].id == origin[news].id) == (True, False, False)
