"""From claims to links between them."""
