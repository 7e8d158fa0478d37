"""What linking and weighing keep has the layout that belongs to the number of the store: one of another layout cannot be read."""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
from collections.abc import Iterable

import msgspec

import sayso.link
import sayso.records
import sayso.weigh
from sayso.store.tables import SCHEMA_VERSION

LAYOUT = (18, "895d8ab09c6d")
"""The number of the store, and the beginning of the hash of the fields of all structs of that layout. Where a struct is changed that
linking or weighing keeps, the number is raised (`SCHEMA_VERSION`), and both are written here."""


def structs() -> Iterable[type[msgspec.Struct]]:
    """The structs of the layers whose records are kept."""
    for package in (sayso.records, sayso.link, sayso.weigh):
        for found in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
            module = importlib.import_module(found.name)
            own = (thing for thing in vars(module).values() if isinstance(thing, type) and thing.__module__ == module.__name__)
            yield from (thing for thing in own if issubclass(thing, msgspec.Struct))


def test_the_number_of_the_store_is_raised_with_the_layout_of_what_is_kept() -> None:
    fields = sorted(f"{one.__name__} {list(one.__annotations__.items())}" for one in structs())
    assert (SCHEMA_VERSION, hashlib.sha256("\n".join(fields).encode()).hexdigest()[:12]) == LAYOUT
