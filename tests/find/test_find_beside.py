"""What stands beside a claim in its sentence, or a quotation before it, and hides neither claim nor voice."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


def test_two_voices_that_answer_for_parts_of_one_clause_are_both_kept(spoken: Says) -> None:
    text = "It rained. Within two days the village was shelled, by howitzers according to the army, by nobody according to the guild."
    assert {voice for voice, _, _ in spoken(text)} == {"army", "guild"}


def test_what_somebody_is_told_over_three_evenings_is_said(spoken: Says) -> None:
    text = (
        "Rain. Yet a former sergeant of the Velk army, a sober man, told me over three evenings that he himself had carried four boxes "
        "of explosives to the house on the night of the 21st on the orders of a staff officer, and had been told they were “for later”."
    )
    assert [act for voice, act, _ in spoken(text) if "sergeant" in voice] == ["asserts"]


def test_who_goes_on_behind_a_quotation_is_who_spoke_it_and_nobody_named_in_it(find: Find) -> None:
    text = (
        "It rained. Otto Brand, whom I reached by telephone, laughed at this. “Renn sold our diesel. He would say that the sun is blue.” "
        "He had never fired on Dol, he said."
    )
    assert find(text).claims[-1].voice.name == "Otto Brand"


def test_a_number_of_another_side_ends_at_its_bracket(find: Find) -> None:
    text = (
        "It rained. Velora has acknowledged 192 soldiers killed, Kest 214 (not counting civilians), while clerks speak of more than 1,000."
    )
    told = {claim.voice.name: claim.quote for claim in find(text).claims}
    assert told["Kest"] == "Kest 214"
    assert told["Velora"].endswith("killed")


def test_what_was_committed_by_somebody_is_no_pledge_and_what_was_beaten_off_no_deed_of_his(spoken: Says) -> None:
    massacre = "The massacre at Dol, which was committed by the Kest rebels on the 12th of this month, has shocked the town."
    assert "pledges" not in {act for _, act, _ in spoken(massacre)}
    assert [act for _, act, _ in spoken("It rained. The Front says that it has beaten off a raid.")] == ["asserts"]


def test_who_goes_on_behind_his_quotation_says_what_a_parser_joins_to_its_words(find: Find) -> None:
    text = "It rained. Otto Brand himself wrote that “we do not shoot at bus stops”, and promised that “Kest will also hear us before May”."
    told = {claim.act: claim.voice.name for claim in find(text).claims}
    assert told["pledges"] == "Otto Brand"
