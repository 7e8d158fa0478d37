"""Holds the code to the profile of CONTRIBUTING.md: short functions, files of one matter, names that say something, no loose types."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import sayso

SOURCE = Path(sayso.__file__).parent
PROJECT = Path(__file__).parents[1]
MEDIAN, MOST, NONE_OVER = 8, 45, 80
"""Lines of a function: the median, what 95 % keep to, what all keep to (the models' figures, see design.md section 6)."""
LONGEST_FILE, USUAL = 400, (75, 250)
"""Lines of a file: what all keep to, and between which the middle half of them lies."""
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "core", "base"}


def modules() -> Iterator[tuple[str, str]]:
    """Each module of the program, by its place, with its text."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8")


def functions() -> Iterator[tuple[int, str]]:
    """The length of each function in lines, and where it is."""
    for place, text in modules():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or node.lineno) - node.lineno + 1, f"{place}:{node.lineno} {node.name}"


def test_functions_are_short() -> None:
    lengths = sorted(length for length, _ in functions())
    assert len(lengths) > 1_000
    assert median(lengths) <= MEDIAN
    assert lengths[int(len(lengths) * 0.95)] <= MOST
    assert [where for length, where in functions() if length > NONE_OVER] == []


def test_files_are_of_one_matter() -> None:
    lengths = {place: text.count("\n") for place, text in modules() if not place.endswith(("__init__.py", "__main__.py"))}
    assert {place: length for place, length in lengths.items() if length > LONGEST_FILE} == {}
    assert USUAL[0] <= median(lengths.values()) <= USUAL[1]
    assert sum(length <= USUAL[1] for length in lengths.values()) > len(lengths) * 0.8


def test_no_file_has_a_name_that_says_nothing() -> None:
    paths = [path for top in ("src", "tests", "bench", "tools") for path in (PROJECT / top).rglob("*.py")]
    assert [path for path in paths if VAGUE & set(path.stem.removeprefix("test_").split("_"))] == []


def test_every_module_says_in_its_first_lines_what_it_is() -> None:
    assert [place for place, text in modules() if not ast.get_docstring(ast.parse(text))] == []


def test_the_first_line_of_a_docstring_is_a_whole_sentence() -> None:
    """Where more follows behind a blank line the first line must not break off in the middle of a sentence."""
    cut = [
        f"{place}:{node.lineno} {node.name}"
        for place, text in modules()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and "\n\n" in (told := ast.get_docstring(node) or "")
        if not re.search(r"[.?!:][\"')]*$", told.partition("\n\n")[0])
    ]
    assert cut == []


def test_values_are_frozen_and_have_no_further_attributes() -> None:
    """What stands in records/ is passed between all layers; none of it can change under anybody's hands."""
    loose = [
        f"{place}: {node.name}"
        for place, text in modules()
        for node in ast.walk(ast.parse(text))
        if place.startswith("records/") and isinstance(node, ast.ClassDef)
        for made in node.decorator_list
        if "dataclass" in ast.unparse(made) and not ("frozen=True" in ast.unparse(made) and "slots=True" in ast.unparse(made))
    ]
    assert loose == []


def test_no_value_is_a_loose_dictionary() -> None:
    """Where data of unknown shape comes in, it is checked at once; these places hold what a foreign library gives, and no more come."""
    loose = {place for place, text in modules() if re.search(r"dict\[str, (?:Any|object)\]", text)}
    assert loose <= {"intake.py", "store/sqlite.py", "lang/language.py"}
