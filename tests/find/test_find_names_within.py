"""Names of bodies that hold the name of a country which packs know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def named(finding: Finding) -> dict[str, str]:
    """What bears a name of its own, with its kind."""
    return {mention.text: mention.kind for mention in finding.mentions if mention.named}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Freedom Front of Tajikistan attacked the bridge.", "Freedom Front of Tajikistan", "armed_group"),
        ("The Border Guards of Tajikistan denied it.", "Border Guards of Tajikistan", "government_body"),
        ("The Mill Workers Union of Tajikistan denied it.", "Mill Workers Union of Tajikistan", "international_org"),
        ("The Ministry of Water of Tajikistan denied it.", "Ministry of Water of Tajikistan", "government_body"),
        ("The prosecutor's office of Tajikistan denied it.", "prosecutor's office of Tajikistan", "government_body"),
    ],
)
def test_a_body_that_packs_do_not_know_is_named_with_its_country(find_known: Find, text: str, name: str, kind: str) -> None:
    told = named(find_known(f"{text}\n"))
    assert told[name] == kind
    assert "Tajikistan" not in told


def test_a_country_alone_is_a_state(find_known: Find) -> None:
    assert named(find_known("The border of Tajikistan is closed.\n")) == {"Tajikistan": "state"}
    for office in ("government", "Unity Government", "Defence Minister"):
        assert named(find_known(f"The {office} of Tajikistan denied it.\n")).get("Tajikistan") == "state"


def test_a_newspapers_name_may_begin_that_of_an_armed_group(find_known: Find) -> None:
    assert "Dawn Front" in named(find_known("Pakistan sheltered the Dawn Front for years.\n"))


@pytest.mark.parametrize("body", ["special services", "security services", "secret service"])
def test_the_services_of_a_state_are_a_body_of_it(find: Find, body: str) -> None:
    assert named(find(f"The Norwegian {body} armed the Dol Front.\n")).get(f"Norwegian {body}") == "government_body"


def test_an_acronym_that_opens_a_paragraph_before_a_dash_is_no_place_of_a_dateline(find: Find) -> None:
    text = "Otto Brand left the ODA in May.\n\nODA - Hill Command shelled the bridge at Kest, Brand said.\n"
    (claim,) = [claim for claim in find(text).claims if claim.kind == "event" and "shelled" in claim.quote]
    assert claim.quote.startswith("ODA - Hill Command")
    (claim,) = [claim for claim in find("OSLO - Hill Command shelled the bridge at Kest.\n").claims if claim.kind == "event"]
    assert claim.quote.startswith("Hill Command")
