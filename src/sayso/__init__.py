"""Who said what, where it stands in the text, and who says otherwise."""

__version__ = "0.1.0"
