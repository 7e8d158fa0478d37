"""Offices of which a report does not say whose they are, and who is one of several, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = tuple[str, str, str]
Tell = Callable[[str], list[Told]]
DATELINE = "BOGOTA, 31 OCT 89 (AFP) -- [TEXT] "


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kovacs accused Defense Minister General Otto Brand of it.", "Otto Brand"),
        ("The president, Karl Lund, denied it.", "Karl Lund"),
        ("They listened to the president of the Republic, Karl Lund.", "Karl Lund"),
        ("The minister for rural roads, Olga Rist, left.", "Olga Rist"),
    ],
)
def test_a_minister_without_a_country_is_that_of_the_country_of_the_report(tell: Tell, text: str, who: str) -> None:
    assert (who, "holds_office", "Colombia") in tell(DATELINE + text)
    assert not [tie for tie in tell(text) if tie[2] == "Colombia"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Deputy Interior Minister Otto Brand left.", "Deputy Interior Minister"),
        ("The High Representative Otto Brand left.", "High Representative"),
        ("Secretary of State Otto Brand left.", "Secretary of State"),
        ("The minister for rural roads, Otto Brand, left.", "minister for rural roads"),
        ("They saw Foreign Office Minister, Otto Brand, leave.", "Foreign Office Minister"),
    ],
)
def test_an_office_of_which_nothing_tells_whose_it_is_is_told_by_its_own_words(tell: Tell, text: str, title: str) -> None:
    assert ("Otto Brand", "holds_office", title) in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The governor, Otto Brand, left.",
        "They served the then-President Otto Brand.",
        "They fear a President Otto Brand.",
        "The president left.",
    ],
)
def test_an_office_without_a_name_or_a_matter_tells_nothing(tell: Tell, text: str) -> None:
    assert not [tie for tie in tell(text) if tie[1] == "holds_office"]


def test_words_of_an_office_name_nobody(tell: Tell) -> None:
    assert ("Otto Brand", "holds_office", "Norway") in tell("They met Norwegian Secretary of State Otto Brand.")


@pytest.mark.parametrize(
    "text",
    [
        "Association president Jan Holm protested.",
        "The president of the Social Fund, Per Lind, protested.",
        "Norway's president, Per Lind, protested.",
        "President Otto Brand said that U.S. troops would stay in Norway, and American ships in U.S. ports.",
    ],
)
def test_whose_office_is_told_or_of_another_country_is_not_that_of_the_report(tell: Tell, text: str) -> None:
    assert not [tie for tie in tell(DATELINE + text) if tie[2] == "Colombia"]


def test_a_bare_title_says_no_more_of_whose_office_was_told(tell: Tell) -> None:
    ties = tell(DATELINE + "Colombian President Otto Brand spoke in the capital. President Brand left.")
    assert [tie for tie in ties if tie[1] == "holds_office"] == [("Otto Brand", "holds_office", "Colombia")]


def test_a_bracket_may_stand_between_a_role_and_a_name(tell: Tell) -> None:
    assert ("Otto Brand", "leads", "Velk Union") in tell("They met Velk Union chairman (and founder) Otto Brand on the bridge.")


def test_one_of_the_leaders_is_a_leader(tell: Tell) -> None:
    tie = ("Otto Brand", "leads", "Union of Velk Workers")
    assert tie in tell("Otto Brand, one of the top leaders of the Union of Velk Workers, has called a strike.")
    assert tie in tell("Otto Brand spoke. Brand was one of the main leaders of the Union of Velk Workers.")


def test_who_is_set_beside_a_role_leads_the_body_alone(tell: Tell) -> None:
    assert ("Otto Brand", "leads", "1st Infantry Brigade") in tell("Otto Brand, commander of the 1st Infantry Brigade, spoke.")
    assert ("Otto Brand", "member_of", "1st Infantry Brigade") in tell("Otto Brand, a commander of the 1st Infantry Brigade, spoke.")


def test_a_square_bracket_tells_who_somebody_is(tell: Tell) -> None:
    text = "It killed Otto Brand, rector of the Karl Velk University, and Karl Lund [ideologue of the Velk Dawn Front]."
    assert [tie for tie in tell(text) if tie[1] != "alias_of"] == [
        ("Otto Brand", "leads", "Karl Velk University"),
        ("Karl Lund", "member_of", "Velk Dawn Front"),
    ]


def test_who_is_only_joined_by_a_semicolon_bears_no_role(tell: Tell) -> None:
    text = "It will invite one representative from the United Nations; two union leaders; and Dr Otto Brand [priest]."
    assert not [tie for tie in tell(text) if tie[1] == "represents"]


def test_the_leader_himself_is_nobody_named(tell: Tell) -> None:
    text = DATELINE + "Otto Brand spoke. It asks that the attorney general himself do the work, Brand said."
    assert not [tie for tie in tell(text) if tie[1] == "holds_office"]


def test_who_is_opposed_to_a_body_is_hostile_to_it(tell: Tell) -> None:
    assert ("Kest League", "hostile_to", "Velk Dawn Front") in tell(
        "The Kest League, the largest body opposed to the Velk Dawn Front, spoke."
    )


def test_a_deputy_of_a_party_sits_for_it_and_that_of_a_person_is_his(tell: Tell) -> None:
    assert ("Otto Holm", "member_of", "Kest Party") in tell("Kest Party Deputy Otto Holm spoke.")
    assert ("Karl Lund", "member_of", "Kest Party") in tell("Karl Lund, a deputy for the Kest Party, spoke.")
    assert ("Jan Rist", "deputy_of", "Velk Front") in tell("Velk Front deputy leader Jan Rist spoke.")


def test_a_secretary_holds_office_and_a_court_is_led(tell: Tell) -> None:
    assert ("Karl Lund", "holds_office", "Norway") in tell("Norwegian Defense Secretary Karl Lund spoke.")
    assert ("Per Lind", "holds_office", "Kest Party") in tell("Kest Party secretary Per Lind spoke.")
    assert ("Ola Holm", "leads", "Supreme Court") in tell("Supreme Court President Ola Holm spoke.")
    assert [tie for tie in tell("The UN Secretary General, Eva Kest, spoke.") if tie[0] == "Eva Kest"] == [("Eva Kest", "leads", "UN")]


def test_a_campaign_against_a_body_is_hostile_to_it_also_where_it_fails(tell: Tell) -> None:
    assert ("Norway", "hostile_to", "Dol Brigades") in tell("Norway's campaign against the Dol Brigades failed.")


def test_a_clause_tells_what_another_does_with_what_it_describes(tell: Tell) -> None:
    told = tell("The war that Norway is waging against the Dol Brigades is lost. The support that Norway gives to the Velk Front grows.")
    assert told == [("Norway", "hostile_to", "Dol Brigades"), ("Norway", "supports", "Velk Front")]


def test_what_a_body_is_called_officially_is_another_name(tell: Tell) -> None:
    assert ("Velk Front", "alias_of", "Kest Unity Front") in tell("The Velk Front, officially the Kest Unity Front, spoke.")


def test_a_plural_role_is_borne_by_all_of_a_list_and_a_singular_one_by_none_that_is_joined(tell: Tell) -> None:
    told = tell("They met Otto Brand and Karl Lund, leaders of the Velk Front.")
    assert told == [("Otto Brand", "leads", "Velk Front"), ("Karl Lund", "leads", "Velk Front")]
    assert not tell("It gave its first report after a police colonel, a judge, and Senator Otto Brand were murdered.")


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The former Norwegian Secretary of State Otto Brand said so.", "former Norwegian Secretary of State"),
        ("Ex-President Otto Brand left.", "Ex-President"),
        ("Lena Holt's former secretary, Otto Brand, left.", "former secretary"),
    ],
)
def test_an_office_that_is_held_no_more_is_told_by_its_words_and_ties_to_no_state(tell: Tell, text: str, office: str) -> None:
    assert ("Otto Brand", "holds_office", office) in tell(text)


@pytest.mark.parametrize(
    "office",
    [
        "charge d'affaires at the Norwegian Embassy in Ghana",
        "consul at the Norwegian Embassy in Ghana",
        "chargé d’affairs of the Norwegian Embassy",
    ],
)
def test_diplomats_hold_their_office_at_an_embassy(tell: Tell, office: str) -> None:
    assert ("Otto Brand", "holds_office", "Norwegian Embassy") in tell(f"Otto Brand, {office}, said so.")


def test_who_directs_a_section_holds_an_office_and_leads_nothing(tell: Tell) -> None:
    for role in ("sales director", "medical director", "chief doctor"):
        assert ("Otto Brand", "holds_office", "Dol Hospital") in tell(f"Otto Brand, {role} of the Dol Hospital, said so.")
    assert ("Otto Brand", "leads", "Dol Hospital") in tell("Otto Brand, director of the Dol Hospital, said so.")


def test_a_line_that_only_tells_whose_words_follow_tells_who_he_is(tell: Tell) -> None:
    text = "The road is shut.\n\nOtto Brand, head of the Dol Council, said:\n\nWe will open it. I am sure of that."
    assert ("Otto Brand", "leads", "Dol Council") in tell(text)
