"""Immutable values: what a claim, a link, a review and all that is worked out from them are."""
