"""Finds readers, finders, tellers and stores by name; ours come through the same door as anybody's."""

from __future__ import annotations

import difflib
from functools import cache
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points
from typing import Any, Literal, get_args

from sayso.records.trouble import Trouble

Kind = Literal["readers", "finders", "tellers", "stores"]
OURS = "sayso."
"""How the modules of this project begin."""


@cache
def _installed(kind: Kind) -> dict[str, EntryPoint]:
    if kind not in get_args(Kind):
        raise LookupError(f"no kind of plug-in `{kind}`; the kinds are: {', '.join(get_args(Kind))}")
    return {point.name: point for point in sorted(entry_points(group=f"sayso.{kind}"), key=lambda point: (point.name, point.value))}


def names(kind: Kind) -> list[str]:
    """The names of all installed plug-ins of a kind, sorted."""
    return list(_installed(kind))


def load(kind: Kind, name: str) -> Any:
    """The class or function that an installed package registers under this name (entry point group `sayso.KIND`).

    Raises LookupError, with the nearest name there is, for a name that nothing registers, and Trouble for one that cannot be loaded.
    """
    installed = _installed(kind)
    if name not in installed:
        near = difflib.get_close_matches(name, installed, n=1)
        advice = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(installed) or 'none'}"
        raise LookupError(f"no {kind.removesuffix('s')} `{name}`; {advice}")
    point = installed[name]
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise Trouble(f"the {_told(kind, point)} cannot be loaded: {error}", "mend or uninstall it") from error


def made(kind: Kind, name: str, **given: Any) -> Any:
    """What a plug-in makes when it is called as docs/plug-ins.md says.

    Raises as `load`, PackageNotFoundError where a model is not installed, and Trouble for somebody else's that fails.
    """
    maker = load(kind, name)
    try:
        return maker(**given)
    except (Trouble, PackageNotFoundError):
        raise
    except Exception as error:
        point = _installed(kind)[name]
        if point.value.startswith(OURS):
            raise  # a bug of Sayso's own is told as one
        message = f"the {_told(kind, point)} cannot be made: {type(error).__name__}: {error}"
        raise Trouble(message, "docs/plug-ins.md says what it is given: mend or uninstall it") from error


def _told(kind: Kind, point: EntryPoint) -> str:
    """A plug-in by its kind, its name and the package it comes from."""
    return f"{kind.removesuffix('s')} `{point.name}` of {f'the package {point.dist.name}' if point.dist else point.value}"
