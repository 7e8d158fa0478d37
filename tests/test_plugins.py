from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from sayso import plugins
from sayso.records.trouble import Trouble

PROJECT = Path(__file__).parents[1] / "pyproject.toml"


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The plug-ins that pyproject.toml declares, whether or not Sayso is installed, and one of somebody else's."""
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["entry-points"]
    points = [EntryPoint(name, value, group) for group, known in groups.items() for name, value in known.items()]
    points.append(EntryPoint("scroll", "collections:deque", "sayso.readers"))
    monkeypatch.setattr(plugins, "entry_points", lambda group: [point for point in points if point.group == group])
    plugins._installed.cache_clear()
    yield
    plugins._installed.cache_clear()


def test_ours_and_anybody_elses_come_through_the_same_door() -> None:
    assert plugins.names("readers") == ["docx", "html", "markdown", "pdf", "scroll", "text"]
    assert plugins.load("readers", "scroll").__name__ == "deque"


@pytest.mark.parametrize(("kind", "name"), [("readers", "text"), ("readers", "pdf"), ("stores", "sqlite")])
def test_what_the_project_declares_can_be_loaded(kind: plugins.Kind, name: str) -> None:
    assert callable(plugins.load(kind, name))


def test_a_misspelt_name_is_answered_with_the_nearest_one() -> None:
    with pytest.raises(LookupError, match="no store `sqlit`; did you mean `sqlite`"):
        plugins.load("stores", "sqlit")


def test_a_name_like_no_other_is_answered_with_all_there_are() -> None:
    with pytest.raises(LookupError, match="there are: docx, html, markdown, pdf, scroll, text"):
        plugins.load("readers", "qqq")


@pytest.mark.parametrize("value", ["nowhere_at_all:Reader", "collections:Reader"])
def test_one_that_cannot_be_loaded_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setattr(plugins, "entry_points", lambda group: [EntryPoint("broken", value, group)])
    with pytest.raises(Trouble, match=f"the reader `broken` of {value} cannot be loaded: "):
        plugins.load("readers", "broken")


def test_one_that_cannot_be_made_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "entry_points", lambda group: [EntryPoint("tallies", "collections:Counter", group)])
    assert plugins.made("tellers", "tallies", red=2) == {"red": 2}
    monkeypatch.setattr(plugins, "entry_points", lambda group: [EntryPoint("leaning", "datetime:date", group)])
    plugins._installed.cache_clear()
    with pytest.raises(Trouble, match="the teller `leaning` of datetime:date cannot be made: TypeError: "):
        plugins.made("tellers", "leaning")


def test_a_bug_of_our_own_is_no_trouble_of_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "entry_points", lambda group: [EntryPoint("brief", "sayso.tell.brief:BriefTeller", group)])
    with pytest.raises(TypeError):
        plugins.made("tellers", "brief", colour="red")


def test_there_are_four_kinds_only() -> None:
    with pytest.raises(LookupError, match="readers, finders, tellers, stores"):
        plugins.names("weighers")  # type: ignore[arg-type]
