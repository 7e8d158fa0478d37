"""Ties that stand beside a name: whose deputy or commander it is, whose group, on whose side, what is held, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = tuple[str, str, str]
Ties = Callable[[str], list[Told]]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Otto Lund fled to Beirut. Bartol Reiter, his deputy, stayed on.", ("Bartol Reiter", "deputy_of", "Otto Lund")),
        ("Otto Lund fled to Beirut. Bartol Reiter, then his deputy, stayed on.", ("Bartol Reiter", "deputy_of", "Otto Lund")),
        ("The Dawn Front's commander in Beirut, Otto Brand, left.", ("Otto Brand", "holds_office", "Dawn Front")),
        ("Otto Brand, now of the Dawn Front, claims it.", ("Otto Brand", "member_of", "Dawn Front")),
        (
            "General Ota Brand was made commander of the Velk District. He relieves General Viktor Lund.",
            ("Viktor Lund", "succeeded_by", "Ota Brand"),
        ),
        ("A Lebanese MP, Jana Orsek, writes that it burned.", ("Jana Orsek", "holds_office", "Lebanon")),
        ("Otto Lund's faction, the New Dawn Front, took the mill.", ("Otto Lund", "leads", "New Dawn Front")),
        ("Suspicion fell on the Black Heron battalion of Otto Lund, which left.", ("Otto Lund", "leads", "Black Heron")),
        (
            "The government blamed the Dawn Front. The Haran Brigade, a pro-government militia, took the mill.",
            ("Haran Brigade", "supports", "government"),
        ),
        ("Radio Kest, which is close to the MFK, broadcast it.", ("Radio Kest", "linked_with", "MFK")),
        ("Beirut, which the Dawn Front has held since May, was shelled.", ("Dawn Front", "controls", "Beirut")),
        ("The Dawn Front operates around Beirut.", ("Dawn Front", "operates_in", "Beirut")),
        ("The Sarn Front grew out of the Sarn Youth Union.", ("Sarn Front", "offshoot_of", "Sarn Youth Union")),
        ("The Kest Council and the Dawn Front signed a declaration of intent.", ("Kest Council", "agreement_with", "Dawn Front")),
    ],
)
def test_a_tie_that_stands_beside_a_name_is_found(affirmed: Ties, text: str, tie: Told) -> None:
    assert tie in affirmed(text)


def test_a_militia_is_not_of_a_government_of_which_nothing_was_told(affirmed: Ties) -> None:
    assert not affirmed("The Haran Brigade, a pro-government militia, took the mill.")


def test_whose_son_stands_in_a_list_is_not_told_by_who_was_spoken_of_before(affirmed: Ties) -> None:
    assert not affirmed("Otto Lund fled to Beirut. Bartol Reiter, his son, and three others were killed.")


def test_who_is_his_own_deputys_owner_is_nobody(affirmed: Ties) -> None:
    assert not affirmed("Bartol Reiter, his deputy, stayed on.")


@pytest.mark.parametrize(
    "text",
    [
        "Otto Lund's wing proclaimed itself the New Kest Front.",
        "Otto Lund's faction broke away as the New Kest Front.",
        "Otto Lund's faction announced that it would be known as the New Kest Front.",
        "Otto Lund's men, who have styled themselves the New Kest Front since May, left.",
    ],
)
def test_whose_people_take_a_name_leads_what_is_called_so(affirmed: Ties, text: str) -> None:
    assert ("Otto Lund", "leads", "New Kest Front") in affirmed(text)


def test_a_body_that_breaks_away_under_a_name_is_not_called_so_itself(affirmed: Ties) -> None:
    assert not affirmed("The Dawn Front broke away as the Dusk Front in May.")


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Iraqi military officials claim they now control Beirut.", ("Iraq", "controls", "Beirut")),
        ("The rebels say they hold Beirut.", ("rebels", "controls", "Beirut")),
        ("The Kest Front attacked. The army said it controls Beirut.", ("army", "controls", "Beirut")),
        ("Carl Pintor fell. The caller said he acted under orders of Otto Lund.", ("caller", "commanded_by", "Otto Lund")),
        ("The minister said he is a member of the Dawn Front.", ("minister", "member_of", "Dawn Front")),
    ],
)
def test_who_is_told_by_a_noun_speaks_of_himself_with_the_pronoun_of_what_he_says(affirmed: Ties, text: str, tie: Told) -> None:
    assert affirmed(text) == [tie]


def test_the_budget_of_a_body_funds_whom_it_pays(affirmed: Ties) -> None:
    assert ("Ministry of the Interior", "funds", "Reed Brigades") in affirmed(
        "The Reed Brigades are paid from the budget of the Ministry of the Interior."
    )
    assert ("Dawn Front", "hostile_to", "Dusk Front") in affirmed("The battle pitted the Dawn Front against the Dusk Front.")
