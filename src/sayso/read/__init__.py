"""From a path to a document."""
