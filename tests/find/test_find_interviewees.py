"""Who answers in an interview."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def test_who_answers_is_not_the_reporter_named_beside_him(find: Find) -> None:
    talk = (
        "We print the answers that General Otto Brand, head of the river guard, gave on Monday to our correspondent Petra Holm.\n\n"
        "KH: How many boats were lost?\n\nA: Nine boats were lost in the storm.\n\n"
        "KH: And the crews?\n\nA: The crews have all come home safely."
    )
    told = {claim.quote: claim.voice.name for claim in find(talk).claims}
    assert told["Nine boats were lost in the storm."] == "Otto Brand"
    assert told["The crews have all come home safely."] == "Otto Brand"
