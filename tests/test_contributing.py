"""That CONTRIBUTING.md names files that are there, and that who guesses by its test guesses right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
PAGE = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TO_COME = {"lang/uz/"}
"""What the page says would stand somewhere, and does not yet."""
ANSWERS = {
    "link/incidents.py": "incident",
    "lang/en/hedges.yml": "reportedly",
    "records/vocabulary.yml": "raid:",
    "link/copies.py": "copies",
    "weigh/origins.py": "copies",
}
"""What each file that the guess test names must speak of."""


def named() -> set[str]:
    """Every file or folder that the page names."""
    words = re.findall(r"`([^`\n]+)`|^    (.+)$|\]\(([^)]+)\)", PAGE, re.MULTILINE)
    parts = {part for group in words for text in group for part in text.split() if "=" not in part}
    return {part for part in parts if re.fullmatch(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|md|yml|toml)", part) and not part.startswith("..")}


def there(name: str) -> bool:
    return any((root / name).exists() for root in (PROJECT, PROJECT / "src" / "sayso"))


def test_every_file_that_the_page_names_is_there() -> None:
    assert {"lang/en/hedges.yml", "tests/golden/", "docs/cli.md", "tools/print_cli.py"} <= named()
    assert sorted(name for name in named() - TO_COME if not there(name)) == []
    assert [name for name in TO_COME if there(name)] == []


def test_the_guess_test_names_the_files_asked_for_here() -> None:
    section = PAGE.split("## The guess test\n")[1].split("\n## ")[0]
    assert {name for name in re.findall(r"`([\w/]+\.\w+)`", section) if not name.startswith("tests/")} == set(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_file_that_one_would_guess_says_what_it_is_asked_for(name: str) -> None:
    assert ANSWERS[name] in (PROJECT / "src" / "sayso" / name).read_text(encoding="utf-8")
