"""Lets the tests of weighing use the invented pile of the tests of linking."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "link"))
