"""In which state a person holds office."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def meant(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.name for mention in finding.mentions}


def test_a_title_with_a_country_tells_whose_government_is_his(find: Find) -> None:
    text = "Norway's acting foreign minister Peter Holm spoke on Monday. His government supports Hamas."
    assert meant(find(text))["His government"] == "Norway"


def test_a_country_without_a_title_tells_nothing(find: Find) -> None:
    text = "In Norway Peter Holm spoke on Monday. His government supports Hamas."
    assert "His government" not in meant(find(text))
