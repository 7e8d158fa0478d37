"""What somebody says right behind an event, in its paragraph, is told of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import NO_PACKS, Pile

from sayso.link.linker import link
from sayso.records.claim import Act, Claim, Voice
from sayso.records.document import Document

FIRE = "The Front fired rockets at Kest on 4 March."


def incident_of(
    words: str, voice: str | None, kind: str = "statement", act: Act = "asserts", behind: str = " ", written: str | None = None,
    label: str = "",
) -> str | None:  # fmt: skip
    """The incident of words that stand behind the telling of an event, which may have a label."""
    pile = Pile(texts={"a.txt": label}, published={"a.txt": written} if written else {})
    pile.say("a.txt", FIRE, when="2031-03-04", landed="Kest", agent="Front")
    pile.say("a.txt", words, voice or "(author)", act, kind=kind, verb="number" if kind == "figure" else "statement")  # type: ignore[arg-type]
    documents, findings = pile.parts()
    together = [_closer(document, behind) for document in documents]
    finding = findings["a.txt"]
    moved = replace(finding, claims=tuple(_moved(claim, len(behind) - 1) for claim in finding.claims), mentions=())
    found = link(together, {"a.txt": moved}, NO_PACKS).incident_of
    first, other = sorted(moved.claims, key=lambda claim: claim.span.start)
    assert found[first.id]
    return "the event's" if found.get(other.id) == found[first.id] else found.get(other.id)


def _closer(document: Document, behind: str) -> Document:
    return replace(document, text=document.text.replace(FIRE + "\n", FIRE + behind))


def _moved(claim: Claim, by: int) -> Claim:
    """A claim that stands so many code points further on, if it is not the first."""
    if claim.quote == FIRE:
        return claim
    span = replace(claim.span, start=claim.span.start + by, end=claim.span.end + by)
    voices = tuple(Voice(voice.text, voice.span and replace(span, end=span.start + len(voice.text)), voice.name) for voice in claim.voices)
    return replace(claim, span=span, voices=voices, slots=())


def test_what_somebody_says_in_the_same_paragraph_is_told_of_the_event() -> None:
    assert incident_of("The lamps went out, a resident said.", "a resident") == "the event's"
    assert incident_of("The lamps went out.", None, behind="\n\n") is None
    assert incident_of("It was dark, a resident said.", "a resident", behind=" " + "Nothing else was heard. " * 25) is None


def test_what_somebody_says_in_the_next_paragraph_is_told_of_the_event_only_if_it_has_a_word_of_it() -> None:
    assert incident_of("The lamps went out, a resident said.", "a resident", behind="\n\n") is None
    assert incident_of("Three rockets passed, a resident said.", "a resident", behind="\n\n") == "the event's"


@pytest.mark.parametrize("label", ["4 March - ", "4 March: "])
def test_all_that_the_entry_of_a_chronology_tells_is_told_of_its_event(label: str) -> None:
    assert incident_of("The mill is full.", None, label=label) == "the event's"
    assert incident_of("The mill is full.", None, label="In brief - ") is None
    assert incident_of("The mill is full.", None, label=label, behind="\n\n5 March - ") is None


def test_what_is_said_to_be_somewhere_else_is_told_of_something_else() -> None:
    assert incident_of("The lamps of Ivlin went out, a resident said.", "a resident") == "the event's"
    assert incident_of("The lamps went out in Ivlin, a resident said.", "a resident") is None


def test_what_the_author_counts_right_behind_the_event_is_told_of_it_and_what_he_counts_further_on_is_not() -> None:
    assert incident_of("Four lamps went out.", None, "figure") == "the event's"
    assert incident_of("The lamps went out.", None) is None
    assert incident_of("Four lamps went out.", None, "figure", behind="\n\n") is None


def test_neither_the_authors_own_words_nor_what_is_always_so_nor_what_is_still_to_come_are_told_of_it() -> None:
    assert incident_of("The valley is known for its apples.", None) is None
    assert incident_of("They always come at night, a resident said.", "a resident") is None
    assert incident_of("It was as in the year 2012, a resident said.", "a resident") is None
    assert incident_of("We will find them, the ministry said.", "the ministry", act="pledges") is None
    assert incident_of("Over 900 were killed since the league stepped in in 2029, a doctor said.", "a doctor", "figure") is None
    assert incident_of("Over 900 were killed since then, a doctor said.", "a doctor", "figure") is None


def test_in_a_text_that_is_about_the_event_the_authors_own_words_are_told_of_it_too_and_in_one_that_looks_back_they_are_not() -> None:
    assert incident_of("The roof came down.", None, written="2031-03-09") == "the event's"
    assert incident_of("The roof came down.", None, written="2033-03-09") is None
    assert incident_of("The roof came down.", None, behind="\n\n", written="2031-03-09") is None


def test_the_authors_words_that_begin_with_another_day_turn_to_something_else_and_so_do_those_behind_them() -> None:
    assert incident_of("On 20 April the road was closed.", None, written="2031-05-09") is None
    assert incident_of("On 5 March the roof came down.", None, written="2031-05-09") == "the event's"


def test_words_that_name_another_day_are_told_of_something_else() -> None:
    assert incident_of("They came at night on 4 March, a resident said.", "a resident") == "the event's"
    assert incident_of("They came at night on 26 April, a resident said.", "a resident") is None


def test_an_answer_goes_on_with_what_was_told_before_a_question_that_names_nothing() -> None:
    words = "The Front was to blame for the bodies, a resident said."
    assert incident_of(words, "a resident", behind="\n\nQ: Who did it?\n\nA: ") == "the event's"
    assert incident_of(words, "a resident", behind="\n\nQ: And what of the men of Dol?\n\nA: ") is None


def test_the_authors_own_words_are_told_of_it_where_they_speak_of_harm_or_of_who_did_it() -> None:
    assert incident_of("Four bodies were found in the river.", None) == "the event's"
    assert incident_of("Nobody has claimed responsibility.", None) == "the event's"


def test_under_one_heading_a_text_goes_on_in_the_next_paragraphs_and_under_another_it_does_not() -> None:
    words = "The Front was to blame for the bodies, a resident said."
    assert incident_of(words, "a resident", behind="\n\n") == "the event's"
    assert incident_of(words, "a resident", behind="\n\nApples and roads\n\n") is None


def test_under_a_heading_that_names_where_it_was_less_is_asked() -> None:
    words = "Four bodies were found in the river."
    assert incident_of(words, None, behind="\n\nApples and roads\n\n") is None
    assert incident_of(words, None, behind="\n\nThe people of Kest\n\n") == "the event's"


def test_the_title_of_a_text_is_no_heading_above_all_that_it_tells() -> None:
    title, far = "Rockets on Kest\n\n", "\n\n" + "Little was heard of it elsewhere. " * 60 + "\n\n"
    assert incident_of("The power failed, a resident said.", "a resident", behind=far, label=title) is None
    section = "Little was heard of it elsewhere. " * 20 + "\n\nKest after the rockets\n\n"
    assert incident_of("The power failed, a resident said.", "a resident", behind="\n\n" + section, label=title) == "the event's"


def test_a_denial_that_is_only_repeated_is_of_what_was_denied_before() -> None:
    assert incident_of("Velm dismissed it all as lies.", "Velm", act="denies") == "the event's"
    assert incident_of("Velm once more dismissed all lies.", "Velm", act="denies") is None


def test_the_reasons_are_told_with_the_link() -> None:
    pile = Pile()
    event = pile.say("a.txt", FIRE, when="2031-03-04", landed="Kest", agent="Front")
    words = pile.say("a.txt", "Nobody has claimed responsibility for what was done in Kest.", kind="statement", verb="statement")
    documents, findings = pile.parts()
    found = link(documents, findings, NO_PACKS)
    reasons = next(one.reasons for one in found.links if (one.left, one.right) == (words, event))
    assert {reason.feature: reason.weight for reason in reasons} == {
        "told in the paragraphs behind the event, under the same heading and with no other event between": 1.5,
        "speaks of who did it": 1.0,
        "names where it was": 2.0,
    }


def test_who_denies_what_a_text_goes_on_with_does_not_deny_the_event() -> None:
    pile = Pile()
    event = pile.say("a.txt", FIRE, when="2031-03-04", landed="Kest", agent="Front")
    denial = pile.say(
        "a.txt", "A resident said nobody buried the bodies.", "A resident", polarity="denies", kind="statement", verb="statement"
    )
    weighing = pile.weigh()
    incident = next(one for one in weighing.incidents if event in one.claims)
    assert (denial in incident.claims, incident.status) == (True, "uncorroborated")


def told_on(*lines: str) -> list[bool]:
    """Which of the author's lines, each a paragraph of a text of the days after, are told of the fire at Kest that comes first."""
    pile = Pile(published={"a.txt": "2031-03-09"})
    event = pile.say("a.txt", FIRE, when="2031-03-04", landed="Kest", agent="Front")
    claims = [pile.say("a.txt", line, kind="statement", verb="statement") for line in lines]
    documents, findings = pile.parts()
    apart = [replace(document, text=document.text.replace("\n", "\n\n")) for document in documents]
    finding = findings["a.txt"]
    place = {claim.id: order for order, claim in enumerate(sorted(finding.claims, key=lambda one: one.span.start))}
    moved = tuple(_moved(claim, place[claim.id]) for claim in finding.claims)
    found = link(apart, {"a.txt": replace(finding, claims=moved, mentions=())}, NO_PACKS).incident_of
    return [found.get(claim) == found[event] for claim in claims]


def test_what_begins_with_a_word_for_what_was_spoken_of_goes_on_with_words_that_are_told_of_the_event() -> None:
    assert told_on("The roof of the mill burned.") == [False]
    assert told_on("Four bodies lay by the mill.", "They had no shoes, and the mill had no roof.") == [True, True]


def test_words_that_the_text_used_for_one_event_alone_are_told_of_it_wherever_they_stand() -> None:
    far = "The valley is known for its apples and for nothing else, and everybody knows it. " * 25
    assert told_on("Rockets hit the mill, and four bodies were found.", far, "What is left of the mill of Kest is for sale.") == [
        True,
        False,
        True,
    ]


def test_a_paragraph_that_begins_with_something_else_turns_the_text_away_from_the_event() -> None:
    assert told_on("Those hurt have gone home.") == [True]
    assert told_on("The apples were early.", "Those who sold them have gone home.") == [False, False]


def test_words_on_an_event_that_they_name_otherwise_turn_the_text_to_that_one() -> None:
    assert told_on("The bomb had been hidden in a cart.") == [True]
    assert told_on("The bomb in Ivlin had been hidden in a cart.", "Those hurt have gone home.") == [False, False]
    assert told_on("The rockets on Kest were old, a witness thought.") == [True]


def test_words_that_begin_with_the_name_of_another_place_turn_the_text_to_it() -> None:
    assert told_on("Those hurt have gone home.") == [True]
    assert told_on("In Ivlin the apples were early.", "Those hurt have gone home.") == [False, False]
    assert told_on("In Kest the lamps were out.", "Those hurt have gone home.")[1]


def test_words_that_name_another_month_are_of_something_else() -> None:
    assert told_on("Those hurt went home.", "The dead had been born here in June.") == [True, False]
    assert told_on("Those hurt went home.", "The dead were buried here in March.") == [True, True]


@pytest.mark.parametrize(("counted", "told"), [("toll", True), ("herd", False)])
def test_a_number_of_dead_is_counted_with_what_the_text_goes_on_about(counted: str, told: bool) -> None:
    pile = Pile(published={"a.txt": "2031-03-09"})
    event = pile.say("a.txt", FIRE, when="2031-03-04", landed="Kest", agent="Front")
    number = pile.say("a.txt", f"The clinic puts the {counted} at 47.", kind="figure", verb="number", number=47)
    found = pile.link().incident_of
    assert (found.get(number) == found[event]) == told


def told_behind(pile: Pile, words: str, voice: str) -> bool:
    """Whether words that a voice says behind what a pile has told so far are of an incident."""
    told = pile.say("a.txt", words, voice, kind="statement", verb="statement")
    return told in pile.link().incident_of


def test_in_an_interview_what_its_one_voice_says_next_is_told_of_the_event_no_more_than_an_authors_words() -> None:
    report, interview = Pile(), Pile()
    for pile, teller in ((report, "(author)"), (interview, "Ola Venn")):
        for words in ("The winter was long.", "Nobody buys apples."):
            pile.say("a.txt", words, teller, kind="statement", verb="statement")
        pile.say("a.txt", FIRE, teller, when="2031-03-04", landed="Kest", agent="Front")
    assert told_behind(report, "Two died in Ivlin.", "Ola Venn")
    assert not told_behind(interview, "Two died in Ivlin.", "Ola Venn")


@pytest.mark.parametrize(("events", "told"), [(2, True), (9, False)])
def test_in_a_survey_of_many_events_the_next_paragraph_is_told_of_the_last_one_only_where_more_speaks_for_it(
    events: int, told: bool
) -> None:
    pile = Pile()
    for month in range(1, events + 1):
        pile.say(
            "a.txt", f"Rockets fell on Kest on the {month + 7}th, in month {month}.", when=f"2031-{month:02}-{month + 7:02}", landed="Kest"
        )
    assert told_behind(pile, "The dead were buried the same night.", "a resident")
    assert told_behind(pile, "They lay in the square.", "(author)") == told


def test_a_march_or_a_day_of_mourning_for_it_is_no_more_told_of_it() -> None:
    for words in ("Traders of Sarn marched on Monday, a mayor said.", "Sarn held a day of mourning, a mayor said."):
        assert incident_of(words, "a mayor") is None
    assert incident_of("Traders of Sarn were asleep, a mayor said.", "a mayor") == "the event's"


def test_a_page_of_many_parts_is_on_more_than_the_event_that_its_title_tells() -> None:
    few, more = "\n\nKest under fire\n\nIt rained.\n\nApples\n\n", "It rained.\n\nApples\n\n" * 10
    words = "The Front was to blame for it, a resident said."
    assert incident_of(words, "a resident", act="accuses", behind=few) == "the event's"
    assert incident_of(words, "a resident", act="accuses", behind=few + more) is None
