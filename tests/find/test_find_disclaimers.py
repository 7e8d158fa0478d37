"""What a party says of itself that leaves nothing of a charge, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]

DISCLAIMED = [
    "The army said that it knew nothing of any arrests.",
    "The army said it had never met Otto Brand.",
    "The foreign ministry says it has never heard of him.",
    'The foreign ministry on Thursday called the allegation "an old song".',
    'The foreign ministry described the accusations as "a cheap trick".',
    "The army said that the council was a new body with no link to the Front.",
    "The army said the council is a company without any tie to the Front.",
    "The army said it neither ordered nor knew of the raid.",
    'The army said it "neither has nor wants" hostages.',
    "The army denied everything.",
    "The army denied all of it.",
]
NOT_DISCLAIMED = [
    'The foreign ministry called the accusations "a very serious matter".',
    "The army said that it had met Otto Brand.",
    "A baker said that she knew nothing of the plan.",
    "The army said that the council was a body with many links to the Front.",
    "The army said the talks neither failed nor succeeded.",
]


@pytest.mark.parametrize("text", DISCLAIMED)
def test_who_says_that_he_had_nothing_to_do_with_it_denies_it(text: str, spoken: Says) -> None:
    assert [act for voice, act, _ in spoken(text) if voice != "(author)"] == ["denies"]


@pytest.mark.parametrize("text", NOT_DISCLAIMED)
def test_who_takes_a_charge_to_heart_or_only_knew_nothing_denies_nothing(text: str, spoken: Says) -> None:
    assert "denies" not in {act for _, act, _ in spoken(text)}


def test_that_a_body_has_no_link_is_a_denial_of_whomever_it_is_said(spoken: Says) -> None:
    text = "Lake representatives asserted to the panel that the council was a new organization with no link to the Front."
    assert [act for _, act, _ in spoken(text)] == ["denies"]


@pytest.mark.parametrize(
    "text",
    [
        '"With the fire at the mill we have nothing to do," the Dawn Front said.',
        '"We do not know their Commander Velk," the leader of the Dawn Front said.',
        '"I was not told," Commander Velk said in Dol.',
        "The Dawn Front's spokesman says that the Hawks are not its armed wing.",
        "Minister Otto Brand said that no order to fire was given.",
        'Minister Otto Brand said: "The Hawks have never received arms from this government."',
        "The ministry said that the pictures were staged.",
        "The ministry does not accept the figure.",
        'The Dawn Front calls the report "a dog\'s tale".',
    ],
)
def test_a_party_that_will_have_nothing_of_it_denies_it(find: Find, text: str) -> None:
    assert "denies" in [claim.act for claim in find(text).claims]


@pytest.mark.parametrize(
    "text",
    ["The play was staged by the players of Dol, the mayor said.", "The mayor of Dol said that the mill is not part of a plan."],
)
def test_what_is_only_not_so_is_no_denial(find: Find, text: str) -> None:
    assert "denies" not in [claim.act for claim in find(text).claims]
