"""Finds readers, finders, tellers and stores by name; ours come through the same door as anybody's."""

from __future__ import annotations

import difflib
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Literal, get_args

from sayso.records.trouble import Trouble

Kind = Literal["readers", "finders", "tellers", "stores"]


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
        package = f"the package {point.dist.name}" if point.dist else point.value
        raise Trouble(f"the {kind.removesuffix('s')} `{name}` of {package} cannot be loaded: {error}", "mend or uninstall it") from error
