"""Names that only a verb of saying shows, and words with a capital that are no names; on invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Says = Callable[[str], list[tuple[str, str, str]]]

Find = Callable[[str], Finding]


def kinds(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.kind for mention in finding.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dovik said the movement would publish photographs of the crater.", "Dovik"),
        ("Opposition lawmaker Hugo Brandt calls for an international inquiry.", "Hugo Brandt"),
    ],
)
def test_who_speaks_by_a_name_that_the_parser_does_not_know_is_a_person(find: Find, text: str, name: str) -> None:
    finding = find(text)
    assert kinds(finding)[name] == "person"
    assert finding.claims[0].voice.name == name


def test_a_family_name_with_a_particle_behind_a_title_is_a_person(find: Find) -> None:
    assert kinds(find("The UN Special Envoy de Mirtova welcomed it."))["de Mirtova"] == "person"
    assert "person" not in kinds(find("The Special Envoy de facto left.")).values()


def test_a_word_that_the_text_also_writes_small_is_no_name_of_a_speaker(find: Find) -> None:
    finding = find("Rangers said the road was mined. Later the rangers withdrew.")
    assert "person" not in kinds(finding).values()


def test_a_common_word_that_opens_a_sentence_is_no_name(find: Find) -> None:
    finding = find("Warplanes bombed a livestock market in Kest on Friday. Ten traders were killed.")
    assert "Warplanes" not in kinds(finding)


def test_a_word_of_a_line_in_capitals_is_no_name(find: Find) -> None:
    finding = find("KEY POINTS\n\nAn airstrike hit the market in Kest on 3 May and killed ten traders.")
    assert not {"KEY", "KEY POINTS"} & set(kinds(finding))


def test_a_rank_alone_is_no_name(find: Find) -> None:
    finding = find("A military spokesman, Brigadier General Nabil Orsk, denied that the air force had shelled the town.")
    assert "Brigadier General" not in kinds(finding)
    assert [claim.voice.name for claim in finding.claims if claim.kind != "tie"] == ["Nabil Orsk"]


def test_a_newspaper_is_no_person(find: Find) -> None:
    finding = find("The report was first carried by Sarn Courier. Sarn Courier said the bridge was closed.")
    assert kinds(finding)["Sarn Courier"] == "media"


def test_a_date_does_not_belong_to_the_words_for_a_text(find: Find) -> None:
    finding = find("Another report in December said the harbour was mined.")
    assert finding.claims[0].voice.name == "Another report"


@pytest.mark.parametrize(
    "text", ["“Ada”, 41, a seamstress, said that the men came at dawn.", "“Ada,” a guard at the mill, said that the men came at dawn."]
)
def test_a_made_up_name_in_quotation_marks_is_a_speakers(text: str, find: Callable[[str], Finding]) -> None:
    assert [claim.voice.text for claim in find(text).claims] == ["Ada"]


def test_a_pronoun_behind_a_made_up_name_means_who_bears_it(find: Callable[[str], Finding]) -> None:
    found = find("“Otto”, 17, survived under the body of his uncle. He told us that the gunmen came at dawn.")
    assert [claim.voice.name for claim in found.claims if claim.voice.text == "He"] == ["Otto"]


def test_what_something_is_called_in_quotation_marks_is_nobodys_name(find: Callable[[str], Finding]) -> None:
    found = find('The guild called the plan "Dawn", a name that people liked. He said that it was lost.')
    assert "Dawn" not in {claim.voice.name for claim in found.claims}


def test_a_name_that_a_parser_takes_for_a_date_is_a_speakers(find: Callable[[str], Finding]) -> None:
    found = find("On 1 May Jibril Velka told the world that the Lake Guard was no more.")
    assert {claim.voice.text for claim in found.claims} == {"Jibril Velka"}


def test_a_name_in_quotation_marks_behind_a_rank_is_a_persons_wherever_it_stands(spoken: Says) -> None:
    text = (
        'Commander "Falcon" of the Velk Front said that the Front will stay, even if the vote is won by Petra Lund.\n\n'
        '"We will remain to see if power is handed over," he added.\n\n"Falcon" said that the army has left.'
    )
    assert [voice for voice, _, _ in spoken(text)] == ["Falcon", "Falcon", "Falcon"]
    assert ("mayor", "predicts", "affirms") in spoken('The president "will not leave Kest," said the mayor.')
