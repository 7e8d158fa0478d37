"""Whose a quotation is: across sentences and paragraphs, before, behind and between words of saying."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


def voices(spoken: list[tuple[str, str, str]]) -> set[str]:
    return {voice for voice, _, _ in spoken}


def test_a_quotation_of_two_sentences_is_all_of_who_says_it_behind_it(spoken: Says) -> None:
    assert voices(spoken("“The bridge fell at noon. Two trucks went down with it,” Anton Velk said.")) == {"Anton Velk"}


def test_a_quotation_of_two_sentences_is_all_of_who_says_it_before_it(spoken: Says) -> None:
    text = "Anton Velk said, “When the river rises, the lower town is lost. The upper town has never been flooded.”"
    assert voices(spoken(text)) == {"Anton Velk"}


def test_the_half_of_a_quotation_behind_the_cue_is_no_statement_of_the_author(spoken: Says) -> None:
    text = "“The mill is lost,” Anton Velk said, but “when the water falls, the bridge can be mended.”"
    assert voices(spoken(text)) == {"Anton Velk"}


def test_a_paragraph_that_opens_with_a_quotation_goes_on_from_the_one_before(spoken: Says) -> None:
    text = "“We heard two blasts,” said Mirela Dovan, a teacher.\n\n“The windows broke in the night.”\n\nThe school is closed."
    said = spoken(text)
    assert ("(author)", "asserts", "affirms") in said
    assert voices(said) == {"Mirela Dovan", "(author)"}
    assert len(said) == 3


def test_a_signed_quotation_is_of_who_signs_it(spoken: Says) -> None:
    assert voices(spoken("“The council has never listened to the people of the harbour.” ― Mirela Dovan")) == {"Mirela Dovan"}


def test_we_in_a_quotation_is_who_is_quoted(spoken: Says) -> None:
    text = "“The report is a lie,” said General Anton Velk. “We reject the claim that our guns fired on the hospital.”"
    assert ("Anton Velk", "denies", "denies") in spoken(text)


def test_what_a_pronoun_does_in_a_quotation_is_the_quoted_persons_statement(spoken: Says) -> None:
    text = "“They say the road is closed because of us, and that is how it has been for years,” Anton Velk said."
    assert voices(spoken(text)) == {"Anton Velk"}


def test_a_quotation_that_goes_on_keeps_the_hands_that_it_went_through(find: Callable[[str], Finding]) -> None:
    text = "“The bridge fell at noon,” Anton Velk told the Daily Herald. “Two trucks went down with it in the dark.”"
    chains = [[voice.name for voice in claim.voices] for claim in find(text).claims if claim.kind != "tie"]
    assert chains == [["Anton Velk", "Daily Herald"], ["Anton Velk", "Daily Herald"]]


def test_who_speaks_to_an_outlet_in_an_aside_went_through_it(find: Callable[[str], Finding]) -> None:
    text = "One resident, speaking on condition of anonymity to the Daily Herald, said shells had hit the mill."
    chains = [[voice.name for voice in claim.voices] for claim in find(text).claims if claim.kind != "tie"]
    assert ["One resident", "Daily Herald"] in [chain[:2] for chain in chains]


def test_he_is_who_spoke_in_the_sentence_before_not_whom_he_spoke_of(spoken: Says) -> None:
    text = "Anton Velk said that Pavel Orin had sold the mill. He added that the buyer was unknown to the council."
    assert voices(spoken(text)) == {"Anton Velk"}


def test_she_is_nobody_whom_the_report_calls_he(spoken: Says) -> None:
    text = "Ms. Mirela Dovan met Mr. Anton Velk at the port. Mr. Velk had arrived by ferry. She said the talks were over."
    assert ("Mirela Dovan", "asserts", "affirms") in spoken(text)


def test_the_official_is_the_one_who_spoke_before(find: Callable[[str], Finding]) -> None:
    text = "A port official said the crane had fallen. Rain delayed the rescue. The official said two workers were hurt."
    names = {claim.voice.name for claim in find(text).claims if claim.voice.text != "(author)"}
    assert names == {"port official"}


def test_the_marks_doubled_in_a_field_of_a_table_are_quotation_marks_and_those_around_it_none(spoken: Says) -> None:
    field = '"The Dawn Front has said it has ""carefully established"" it was not responsible."'
    assert spoken(f"The raid was on Friday.\n\n{field}")[-1][1] == "denies"
    whole = '"""The bridge fell at noon,"" Anton Velk said. ""Two trucks went down with it in the dark."""'
    assert voices(spoken(whole)) == {"Anton Velk"}


def test_doubled_marks_are_quotation_marks(spoken: Says) -> None:
    assert voices(spoken("``The bridge fell at noon,'' Anton Velk said. ''Two trucks went down with it in the dark.''")) == {"Anton Velk"}


def test_what_we_shall_do_in_a_quotation_that_goes_on_is_a_pledge(spoken: Says) -> None:
    text = "“The bridge fell at noon,” Anton Velk said. “We will build it again before the winter.”"
    assert ("Anton Velk", "pledges", "affirms") in spoken(text)


def test_she_in_the_next_paragraph_is_who_spoke_not_whom_she_spoke_of(spoken: Says) -> None:
    text = (
        "“After that day Anna Kell called on the council to close the mill,” Mirela Dovan said.\n\n"
        "“No house in the valley has clean water,” she continued."
    )
    assert {voice for voice, _, _ in spoken(text)} <= {"Mirela Dovan", "Anna Kell"}
    assert spoken(text)[-1][0] == "Mirela Dovan"


def test_a_speaker_behind_his_verb_is_not_what_it_is_about(spoken: Says) -> None:
    text = "“Given the danger, the wells stay shut. We are working on it with the council,” added the statement."
    assert voices(spoken(text)) == {"statement"}


def test_what_is_only_seen_is_not_said(spoken: Says) -> None:
    assert voices(spoken("At noon the officers saw the crowd leaving the square.")) == {"(author)"}


def test_a_statement_behind_a_colon_is_its_speakers_as_long_as_he_says_i(spoken: Says) -> None:
    text = (
        "The minister met the miners at the port.\n\nForeign Minister Anton Velk said:\n\nThe mine is safe for all who work there.\n\n"
        "I am sure that our engineers have done what they could.\n\nBACKGROUND\n\nThe mine of Orlan was opened in 2011."
    )
    assert [voice for voice, _, _ in spoken(text)] == ["(author)", "Anton Velk", "Anton Velk", "(author)"]


def test_the_words_behind_a_colon_in_the_same_paragraph_are_its_speakers(spoken: Says) -> None:
    text = "Anton Velk said: The mine is safe for all. It has been tested by the council of engineers."
    assert voices(spoken(text)) == {"Anton Velk"}


def test_a_speaker_that_nobody_named_is_not_the_author(find: Callable[[str], Finding]) -> None:
    (claim,) = find("“The bridge has fallen into the river,” she said.").claims
    assert (claim.voice.text, claim.voice.name) == ("she", None)


def test_a_mark_that_closes_nothing_turns_no_quotation_inside_out(spoken: Says) -> None:
    text = 'He spoke about"joint work" with the port. The mayor said the talks were "useful and open" for both. The road is closed again.'
    assert spoken(text)[-1] == ("(author)", "asserts", "affirms")
    assert ("mayor", "asserts", "affirms") in spoken(text)


def pointed(find: Find, text: str) -> list[tuple[str, str | None, list[str]]]:
    """For each attributed claim: its words, its cue and what it says."""
    claims = [claim for claim in find(text).claims if claim.kind != "tie" and claim.voice.text != AUTHOR]
    cues = [text[claim.cue.start : claim.cue.end] if claim.cue else None for claim in claims]
    return [(claim.quote, cue, [text[s.start : s.end] for s in claim.content]) for claim, cue in zip(claims, cues, strict=True)]


def test_a_quotation_that_goes_on_points_at_the_cue_that_it_rests_on(find: Find) -> None:
    text = "“The dam has been safe,” Otto Brand said. “No shells have hit the wall.”\n\n“Nobody has left the lower town.”"
    assert [cue for _, cue, _ in pointed(find, text)] == ["said", "said", "said"]


def test_what_is_said_is_in_two_parts_where_the_speaker_stands_between(find: Find) -> None:
    text = "“The old wall of the dam,” Otto Brand said, “has never been safer.”"
    assert pointed(find, text)[0][2] == ["“The old wall of the dam,”", "“has never been safer.”"]


def test_a_quotation_that_ends_a_claim_is_closed(find: Find) -> None:
    text = "Otto Brand said that the wall was “a heap of wet sand.” Nobody came to the lower town that day."
    said = pointed(find, text)[0]
    assert said[0].endswith("“a heap of wet sand.”")
    assert said[2] == ["that the wall was “a heap of wet sand.”"]


def test_a_full_stop_is_no_part_of_what_is_only_reported(find: Find) -> None:
    assert pointed(find, "The wall, Otto Brand said, is a heap of wet sand.")[0][2] == ["The wall", "is a heap of wet sand"]


def test_a_mark_of_two_single_ones_is_never_cut(find: Find) -> None:
    quote = pointed(find, "It rained. ''The wall of the dam is safe,'' Otto Brand said.")[0][0]
    assert quote.startswith("''The wall")


def test_the_colon_of_a_turn_and_the_dash_of_a_signature_are_cues(find: Find) -> None:
    talk = "VELK: The dam has been safe for years.\n\nORIN: The mill has burnt down twice.\n\nVELK: It has not.\n\nORIN: It burnt in May."
    assert {cue for _, cue, _ in pointed(find, talk)} == {":"}
    assert [cue for _, cue, _ in pointed(find, "“The dam has been safe for years.” — Anna Velk")] == ["—"]


def test_a_mark_with_a_space_before_it_closes_a_quotation(find: Find) -> None:
    text = '"They did it in the valley. The guild answers in the field. The blame lies with the council ", Otto Brand noted.'
    assert {claim.voice.name for claim in find(text).claims} == {"Otto Brand"}


def test_who_says_a_quotation_says_what_is_known_in_it(find: Find) -> None:
    text = '"We have now established that the list we relied on to make the report was wrong," said Kest town spokesman Otto Brand.'
    assert [claim.voice.name for claim in find(text).claims if claim.kind != "tie"] == ["Otto Brand"]


def test_a_quotation_that_opens_twice_ends_where_it_closes(spoken: Says) -> None:
    said = "The guild's clerk Otto Brand said: “We assure you that nobody will cross. “As for the miners, none came.”"
    told = spoken(said + " The main threat to the guild came from the hills.")
    assert [voice for voice, _, _ in told] == ["Otto Brand", "Otto Brand", "(author)"]


def test_a_quotation_right_behind_another_is_one_of_its_own(find: Find) -> None:
    text = '"My boys are farmers," says Otto Brand. "I would have stopped them." "It was a bad harvest, you may write that."'
    assert {claim.voice.name for claim in find(text).claims} == {"Otto Brand"}
