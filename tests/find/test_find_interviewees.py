"""Who answers in an interview."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def test_who_answers_is_not_the_reporter_named_beside_him(find: Find) -> None:
    talk = (
        "We print the answers that General Otto Brand, head of the river guard, gave on Monday to our correspondent Petra Holm.\n\n"
        "KH: How many boats were lost?\n\nA: Nine boats were lost in the storm.\n\n"
        "KH: And the crews?\n\nA: The crews have all come home safely."
    )
    told = {claim.quote: claim.voice.name for claim in find(talk).claims}
    assert told["Nine boats were lost in the storm."] == "Otto Brand"
    assert told["The crews have all come home safely."] == "Otto Brand"


TALK = """The guard of the dam

Interview: Petra Holm, for the Kest Review. Dol, 4 May 2021.

{opening}

Q: Mr Brand, the Front says the dam is lost. Nine clerks were shot in Dol on 4 May. {question}

A: Nine boats were lost in the storm.

Q: And the crews? You have met them.

A: The crews have all come home safely.
"""


def test_who_answers_is_whom_the_report_says_to_receive_it_and_not_who_signs_the_talk(find: Find) -> None:
    told = {
        claim.quote: claim.voice.name for claim in find(TALK.format(opening="Otto Brand receives us in a cold hall.", question="")).claims
    }
    assert told["Nine boats were lost in the storm."] == told["The crews have all come home safely."] == "Otto Brand"


def test_who_answers_is_else_whom_a_question_addresses_by_name(find: Find) -> None:
    told = {claim.quote: claim.voice.name for claim in find(TALK.format(opening="The hall of Otto Brand is cold.", question="")).claims}
    assert told["Nine boats were lost in the storm."] == "Otto Brand"
    assert "the Front" in {claim.voice.text for claim in find(TALK.format(opening="It is cold.", question="")).claims}


def test_what_a_question_states_of_others_is_said_by_who_asks(find: Find) -> None:
    told = {claim.quote: claim.voice.text for claim in find(TALK.format(opening="It is cold.", question="Who did it?")).claims}
    assert told["Nine clerks were shot in Dol on 4 May."] == "(author)"
    assert "You have met them." not in told


WRITTEN = """Written questions and answers, no. 212

Questions by the member Holm (Progress Party) to the Minister of Water about the river

Question 1
Can the Minister state how many boats were lost?

Answer 1
Nine boats were lost in the storm.

Question 2
Why was the dam shut?

Answer 2
The dam was shut because it leaked.

The Minister of Water,
{signed}
"""


def test_written_questions_are_answered_by_whom_they_are_put_to_under_the_name_that_signs(find: Find) -> None:
    told = {claim.quote: claim.voice for claim in find(WRITTEN.format(signed="(signed) Otto Brand")).claims}
    assert told["Nine boats were lost in the storm."].text == "Minister of Water"
    assert told["The dam was shut because it leaked."].name == "Otto Brand"
    told = {claim.quote: claim.voice for claim in find(WRITTEN.format(signed="Dol, 2 May")).claims}
    assert told["Nine boats were lost in the storm."].text == "Minister of Water"


def test_who_is_interviewed_holds_the_office_of_which_the_heading_tells(find: Find) -> None:
    text = TALK.format(opening="Otto Brand receives us in a cold hall.", question="").replace("The guard of the dam", "The {} of Dol")
    text = text.replace("Nine boats were lost in the storm.", "No boats were sent.")
    acts = {who: {c.quote: c.act for c in find(text.format(who)).claims}["No boats were sent."] for who in ("minister", "baker")}
    assert acts["minister"] == "denies"


BRIEFING = """Transcript of press conference

OB: The army did not fire at Velk.

Q (Ada Renn, Radio Kest): Minister, the Velk Movement says that it was your guns.

OB: The road is open again.

Q (Renn): You opened it. A court did open a file in May.

OB: The bridge is open too.
"""


def test_who_asks_hands_on_what_the_question_tells_of_others(find: Find) -> None:
    told = {claim.quote: [voice.text for voice in claim.voices] for claim in find(BRIEFING).claims}
    assert told["Minister, the Velk Movement says that it was your guns."] == ["the Velk Movement", "Ada Renn"]
    assert told["A court did open a file in May."] == ["Renn"]
    assert "You opened it." not in told
