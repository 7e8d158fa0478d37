"""Loads a library that only comes with an extra of the package, when it is first asked for."""

from __future__ import annotations

import importlib
from typing import Any

from sayso.records.trouble import Trouble


def load_extra(name: str, extra: str) -> Any:
    """The library of this name. Raises Trouble, with the extra that brings it, where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError:
        library = name.partition(".")[0]
        raise Trouble(f"{library} is not installed", f"install it with `pip install -e '.[{extra}]'` in the folder of Sayso") from None
