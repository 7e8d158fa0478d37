"""Who said what, where it stands in the text, and who says otherwise."""

__version__ = "0.1.0"

from sayso.ledger import Ledger, find_claims
from sayso.ledger import open_ledger as open

__all__ = ["Ledger", "find_claims", "open"]
