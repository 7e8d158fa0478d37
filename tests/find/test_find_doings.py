"""What a party tells it has done, and so takes responsibility for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Says = Callable[[str], list[tuple[str, str, str]]]

OWNED_TO = [
    "The Dawn Front said it had captured the coastal town of Velk.",
    "The Dawn Front, a rebel group, said its fighters had taken control of the port.",
    "The Dawn Front claimed to have inflicted a serious defeat on the army.",
    "According to the Dawn Front, they managed to kill several guards.",
    "A Dawn Front affiliate said it had killed nine guards.",
    "Dawn Front claims capture of Aldan town",
]


@pytest.mark.parametrize("sentence", OWNED_TO)
def test_a_group_owns_to_what_it_took_and_to_what_it_says_it_has_done(spoken: Says, sentence: str) -> None:
    assert {act for _, act, _ in spoken(sentence)} == {"claims_responsibility"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lakes Army said it had retaken the coastal town of Velk.",
        "The Dawn Front said it had not taken control of the port.",
        "The Dawn Front said the guards had captured the town of Velk.",
        "The Dawn Front said it had taken control of its fear.",
        "The Dawn Front managed to say that it was lost.",
        "The Dawn Front said its fighters had repelled an attack on the camp.",
    ],
)
def test_nothing_else_that_is_taken_or_managed_is_owned_to(spoken: Says, sentence: str) -> None:
    assert "claims_responsibility" not in {act for _, act, _ in spoken(sentence)}


@pytest.mark.parametrize("text", ["The Dawn Front said the ambush was its own.", "The Dawn Front insists that the raid was its work."])
def test_who_says_that_an_attack_was_his_own_takes_responsibility(text: str, spoken: Says) -> None:
    assert [act for _, act, _ in spoken(text)] == ["claims_responsibility"]


@pytest.mark.parametrize("text", ["The Dawn Front said the ambush was their work.", "The Dawn Front said the house was its own."])
def test_what_was_anothers_or_no_attack_is_not_claimed(text: str, spoken: Says) -> None:
    assert "claims_responsibility" not in {act for _, act, _ in spoken(text)}
