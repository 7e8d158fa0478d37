"""Reads the lines of a pack's YAML file: every value knows its line, and an unknown key is an error with a suggestion."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C reader is ten times as fast where it is there


RANGES = {"lat": (-90.0, 90.0), "lon": (-180.0, 180.0), "precision": (1.0, 7.0)}
"""The least and the most of each key that holds a number."""


class PackError(Exception):
    """A pack that cannot be used: `where` is "packs/actors.yml:37", `hint` what to do about it."""

    def __init__(self, where: str, message: str, hint: str = "") -> None:
        super().__init__(f"{where}: {message}")
        self.where, self.message, self.hint = where, message, hint


@dataclass(frozen=True, slots=True)
class Qualified:
    """A name as a pack gives it, the condition under which it holds, and its line.

    `context` is a word that must stand near by; `since` (included) and `until` (excluded) bound the days on which it is the name.
    """

    text: str
    where: str
    context: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a pack file: its keys and values as YAML nodes, and where it stands."""

    where: str
    file: str
    values: dict[str, Node]

    def text(self, key: str, default: str | None = None) -> str:
        """The text under a key; an error when it is missing and there is no default."""
        node = self.values.get(key)
        if node is None and default is None:
            raise PackError(self.where, f"`{key}` is missing", "docs/packs.md tells what each entry needs")
        text = _scalar(node, self.file) if node is not None else default or ""
        if default is None and not text.strip():
            raise PackError(self.where, f"`{key}` is empty", "docs/packs.md tells what each entry needs")
        return text

    def maybe(self, key: str) -> str | None:
        """The text under a key, or None."""
        return self.text(key, "") or None

    def days(self) -> tuple[date | None, date | None]:
        """The days under `since` and `until`, each or None; an error where nothing lies between them."""
        since, until = (_day(self.values[key], self.file) if key in self.values else None for key in ("since", "until"))
        if since and until and since >= until:
            raise PackError(self.where, f"`until` is {until}, and `since` {since}", "`until` is the first day on which it no longer holds")
        return since, until

    def country(self) -> str:
        """The two letters under `country`; empty without any."""
        letters = self.text("country", "")
        if letters and not re.fullmatch("[A-Z]{2}", letters):
            hint = "write the two capitals of ISO 3166-1, such as XT, or leave it out"
            raise PackError(_where(self.file, self.values["country"]), f"`country` is `{letters}`", hint)
        return letters

    def number(self, key: str) -> float | None:
        """The number under a key, or None; an error when it is outside of the key's range."""
        node = self.values.get(key)
        if node is None:
            return None
        least, most = RANGES[key]
        try:
            number = float(_scalar(node, self.file))
        except ValueError:
            raise PackError(_where(self.file, node), f"`{key}` is not a number", f"write one from {least:g} to {most:g}") from None
        if not least <= number <= most or (key == "precision" and number % 1):
            whole = " in whole numbers" if key == "precision" else ""
            raise PackError(_where(self.file, node), f"`{key}` is {number:g}", f"it goes from {least:g} to {most:g}{whole}")
        return number

    def names(self, key: str) -> tuple[Qualified, ...]:
        """The names under a key: each a text, or a mapping of text, context, since and until."""
        node = self.values.get(key)
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            raise PackError(_where(self.file, node), f"`{key}` is not a list", f"write {key}: [one, another]")
        return tuple(_qualified(item, self.file) for item in node.value)


def read_lines(path: Path, file: str, keys: Sequence[str]) -> Iterator[Line]:
    """The entries of a pack file, in order; `file` is how it is called in errors, `keys` what an entry may hold."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        hint = "mostly a quotation mark or bracket is open, or a value with a colon needs quotation marks"
        raise PackError(f"{file}:{mark.line + 1 if mark else 1}", "not readable as YAML", hint) from error
    except UnicodeDecodeError as error:
        raise PackError(file, f"not text in UTF-8: byte {error.start}", "save it as UTF-8") from error
    if root is None:
        return
    if not isinstance(root, SequenceNode):
        raise PackError(_where(file, root), "the file is not a list of entries", "begin each entry with `- id:`")
    for node in root.value:
        yield Line(_where(file, node), file, _mapping(node, file, keys))


def _mapping(node: Node, file: str, keys: Sequence[str]) -> dict[str, Node]:
    if not isinstance(node, MappingNode):
        raise PackError(_where(file, node), "an entry is not a mapping", "write `key: value` pairs")
    values = {}
    for key_node, value in node.value:
        key = str(key_node.value)
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1)
            raise PackError(
                _where(file, key_node), f"unknown key `{key}`", f"did you mean `{near[0]}`?" if near else f"known: {', '.join(keys)}"
            )
        if key in values:
            raise PackError(_where(file, key_node), f"`{key}` is given twice", "take one of them out")
        values[key] = value
    return values


def _qualified(node: Node, file: str) -> Qualified:
    if isinstance(node, ScalarNode):
        if not node.value.strip():
            raise PackError(_where(file, node), "a name is empty", "take it out")
        return Qualified(_scalar(node, file), _where(file, node))
    line = Line(_where(file, node), file, _mapping(node, file, ("text", "context", "since", "until")))
    return Qualified(line.text("text"), line.where, line.text("context", ""), *line.days())


def _scalar(node: Node, file: str) -> str:
    if not isinstance(node, ScalarNode):
        raise PackError(_where(file, node), "a single text was expected here")
    return str(node.value)


def _day(node: Node, file: str) -> date:
    try:
        return date.fromisoformat(_scalar(node, file))
    except ValueError:
        raise PackError(_where(file, node), "not a day", "write it as 2021-08-15") from None


def _where(file: str, node: Node) -> str:
    return f"{file}:{node.start_mark.line + 1}"
