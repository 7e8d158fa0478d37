"""Whom a pronoun or "the company" means by who spoke before, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


def last_voice(spoken: Says, text: str) -> str:
    return spoken(text)[-1][0]


def test_who_spoke_last_speaks_on_where_nobody_else_was_the_subject_since(spoken: Says) -> None:
    text = "Otto Brand said that the mill was lost. Brand, a heavy man, had built it. The fire also reached the barn of Anton Velk. "
    assert last_voice(spoken, text + 'The street is closed. "It burned all night," he said.') == "Otto Brand"


def test_he_whom_the_sentence_before_tells_of_as_he_speaks(spoken: Says) -> None:
    text = "Velk aide Otto Brand said that Velk's plan was ready. However, he could not tell why Velk's desk was empty. "
    assert last_voice(spoken, text + '"We have no key to it," he said.') == "Otto Brand"


def test_a_body_that_spoke_before_is_the_agency(spoken: Says) -> None:
    text = "The wells are dry, according to the Norlund River Office. The farms use half of the water, the agency said."
    assert last_voice(spoken, text) == "Norlund River Office"


def test_he_is_nobody_of_whom_only_his_own_quotation_tells(spoken: Says) -> None:
    text = 'Otto Brand knows the valley well. "Some young guards there call themselves free, and half of them have left," he said.'
    assert {voice for voice, _, _ in spoken(text)} <= {"Otto Brand", "(author)"}


def test_a_first_name_alone_means_the_only_one_who_was_named_with_it(find: Find) -> None:
    text = "Tammy Velk teaches at the school. The yard was full on Monday. Tammy said that the bell was broken."
    assert {claim.voice.name for claim in find(text).claims if claim.voice.text == "Tammy"} == {"Tammy Velk"}


def test_a_name_behind_a_title_is_no_first_name(find: Find) -> None:
    text = "Velk Orders the guards out. Mr. Velk said that the gate was open. Velk said that the bell was broken."
    assert "Velk Orders" not in {claim.voice.name for claim in find(text).claims}


def test_he_means_whom_the_author_met_or_told_something(find: Find) -> None:
    text = 'I told this to an officer whom I know from school. He did not deny it. "There were some live rounds," he said.'
    assert {claim.voice.name for claim in find(text).claims if claim.voice.text == "he"} == {"officer"}


def test_who_tells_the_author_something_is_he_with_whom_a_portrait_talks(find: Find) -> None:
    text = (
        'Otto Brand told me that he sold his mill. "I left the Front," Brand says. Brand says that his men took the flour.\n\n'
        "President Renn has announced that an amnesty would cover him. He will not come down, he tells me."
    )
    assert {claim.voice.name for claim in find(text).claims if "come down" in claim.quote} == {"Otto Brand"}


def test_it_means_the_body_with_a_capital_that_the_sentence_before_is_about(find: Find) -> None:
    text = "The Mission entered the town on 12 April, after two refusals. It has verified the deaths of 17 civilians."
    assert [claim.voice.name for claim in find(text).claims][-1] == "Mission"


def test_it_means_whose_account_the_sentence_before_is_about(find: Find) -> None:
    text = "The army's story has changed twice. On the morning of 3 May it said that nothing had sailed."
    assert [claim.voice.name for claim in find(text).claims][-1] == "army"


def test_the_same_spokesman_is_who_was_called_so_before(find: Find) -> None:
    text = "Army spokesman Otto Brand said on Monday that the pass was lost. The same spokesman said on Friday that it was retaken."
    assert {claim.voice.name for claim in find(text).claims if claim.voice.name} == {"Otto Brand"}
