"""Whom "both" and "the two sides" mean."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def names(find: Find, text: str, begins: str) -> set[str | None]:
    """The names of those who say what begins with these words."""
    return {claim.voice.name for claim in find(text).claims if claim.voice.text.lower() == begins}


def test_both_means_the_two_who_were_named_together(find: Find) -> None:
    text = "Contacts between the Dawn Front and the Kest Council, which both sides deny, may become public."
    assert names(find, text, "both sides") == {"Dawn Front", "Kest Council"}
    text = "Otto Brand and Ada Renn met in Kest on Monday. Both said that the dam was safe."
    assert names(find, text, "both") == {"Otto Brand", "Ada Renn"}


def test_two_of_whom_no_pair_was_named_stay_unknown(find: Find) -> None:
    assert len(names(find, "The miners of Orlan left. Both sides said that the road was open.", "both sides")) < 2
