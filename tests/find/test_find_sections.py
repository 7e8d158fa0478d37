"""What a heading tells of where and when the events below it were."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
TITLE = "Two towns, one road\n\n" + "The road between the two towns is long and full of dust, and few people like it. " * 6 + "\n\n"


def told(find: Find, body: str) -> list[tuple[str | None, str | None]]:
    """Place and day of each event."""
    events = [claim for claim in find(TITLE + body).claims if claim.kind == "event"]
    slots = [(claim.slot("place"), claim.slot("when")) for claim in events]
    return [(place.place.name if place and place.place else None, str(when.when) if when else None) for place, when in slots]


def test_an_attack_told_without_place_and_day_was_where_and_when_the_heading_says(find: Find) -> None:
    body = "Fire at Ormbak, 4 May 2031\n\nGunmen attacked a school and killed four people.\n\nWhat follows\n\nGunmen attacked it again.\n"
    assert told(find, body) == [("Ormbak", "2031-05-04"), (None, None)]


def test_a_word_in_capitals_that_the_text_writes_small_is_no_place(find: Find) -> None:
    assert told(find, "KABUL\n\nGunmen attacked a school.\n") == [("Kabul", None)]
    assert told(find, "KABUL\n\nGunmen attacked a school. The kabul is shut.\n") == [(None, None)]


def test_one_that_tells_its_own_place_or_day_keeps_it_and_a_meeting_has_none(find: Find) -> None:
    body = "Fire at Ormbak, 4 May 2031\n\nGunmen attacked a school on 7 May 2031.\n\nThe minister met the elders.\n"
    assert told(find, body) == [(None, "2031-05-07"), (None, None)]


def test_the_title_of_a_report_that_tells_violence_is_a_statement_and_no_event_of_its_own(find: Find) -> None:
    claims = find("Gunmen kill nine miners at Ormbak pit\n\nGunmen shot nine miners dead at Ormbak on 4 May 2031.\n").claims
    titles = [claim for claim in claims if claim.span.start == 0]
    assert [(claim.kind, claim.quote, claim.slots) for claim in titles] == [("statement", "Gunmen kill nine miners at Ormbak pit", ())]
    assert [claim.kind for claim in claims if claim.span.start > 0] == ["event"]


def test_a_title_that_tells_no_violence_and_a_heading_further_down_state_nothing(find: Find) -> None:
    body = "What the miners say\n\nGunmen shot nine miners dead at Ormbak.\n\n"
    assert all(claim.span.start > 0 for claim in find("Life returns to the pits\n\n" + body).claims)
    assert [claim.kind for claim in find(TITLE + "Gunmen kill nine miners\n\n" + body).claims if "kill" in claim.quote] == []


def test_what_is_told_in_an_entry_was_on_the_day_of_its_label(find: Find) -> None:
    body = "• Sun 4 May 2031: Gunmen stopped a truck and burned it. Four guards were killed.\n\n"
    body += "• Ambush at Ormbak, 7 May 2031: Gunmen shot at a convoy. They killed two drivers.\n"
    assert told(find, body)[:2] == [(None, "2031-05-04")] * 2
    assert set(told(find, body)[2:]) >= {("Ormbak", "2031-05-07")}


def test_an_entry_keeps_what_it_dates_itself_and_what_it_only_foretells(find: Find) -> None:
    body = "• Sun 4 May 2031: Gunmen shot nine miners dead on 2 May 2031. Brand warned that gunmen would attack a school.\n"
    assert told(find, body)[0] == (None, "2031-05-02")
    assert (None, "2031-05-04") not in told(find, body)
