"""Tables hold nothing twice and nothing that nobody reads."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import sayso
from sayso.lang.language import load_language

SOURCE = Path(sayso.__file__).parent
TABLES = sorted((SOURCE / "lang" / "en").glob("*.yml"))


def lists(part: object, place: str) -> Iterator[tuple[str, list[object]]]:
    """All lists in a part of a table, each with the keys that lead to it."""
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from lists(inner, f"{place}.{key}")
    elif isinstance(part, list):
        yield place, part
        for inner in part:
            yield from lists(inner, place)


def test_each_word_stands_once_in_its_list() -> None:
    every = [found for table in TABLES for found in lists(load_language().rules(table.stem), table.stem)]
    words = ((place, [one for one in told if isinstance(one, str | int)]) for place, told in every)
    twice = {place: [word for word, times in Counter(own).items() if times > 1] for place, own in words}
    assert {place: own for place, own in twice.items() if own} == {}


def names_in_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """All strings in the code and names of attributes, and the f-strings with anything where they have a value."""
    names, made = set[str](), list[re.Pattern[str]]()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                names.add(node.attr)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(one.value)) if isinstance(one, ast.Constant) else ".+" for one in node.values]
                if any(re.search(r"[a-z]{2}", part) for part in parts):
                    made.append(re.compile("".join(parts)))
    return names, made


def test_each_key_of_a_table_is_read() -> None:
    names, made = names_in_code()
    keys = ((table.stem, str(key)) for table in TABLES if isinstance(rules := load_language().rules(table.stem), dict) for key in rules)
    assert [f"{table}: {key}" for table, key in keys if key not in names and not any(one.fullmatch(key) for one in made)] == []
