"""Who said what, where it stands in the text, and who says otherwise."""

__version__ = "0.1.0"

import importlib

importlib.import_module("sayso.find")  # the folder of the finders comes first, so that no later import of it hides the function below

from sayso.doors import find, open  # noqa: E402
from sayso.ledger import Ledger  # noqa: E402
from sayso.records.trouble import Trouble  # noqa: E402

__all__ = ["Ledger", "Trouble", "find", "open"]
