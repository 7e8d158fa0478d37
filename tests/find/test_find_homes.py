"""In which state a person holds office."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def meant(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.name for mention in finding.mentions}


def told(finding: Finding) -> set[tuple[str, str]]:
    return {(mention.text, mention.name) for mention in finding.mentions}


def test_a_title_with_a_country_tells_whose_government_is_his(find: Find) -> None:
    text = "Norway's acting foreign minister Peter Holm spoke on Monday. His government supports Hamas."
    assert meant(find(text))["His government"] == "Norway"


def test_a_country_without_a_title_tells_nothing(find: Find) -> None:
    text = "In Norway Peter Holm spoke on Monday. His government supports Hamas."
    assert "His government" not in meant(find(text))


def test_a_dateline_means_the_larger_town_of_its_name_in_a_country_that_is_named_twice(find: Find) -> None:
    text = "LA PAZ, 3 May 1990 (AFP) -- {} Interior Minister Otto Brand left Bolivia on Monday for Bolivian posts."
    office = ("Interior Minister", "Bolivia")
    assert office in told(find(text.format("Rain fell.")))
    assert office not in told(find(text.format("U.S. ships, U.S. men, U.S. planes and U.S. trucks came.")))
