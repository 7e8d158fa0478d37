"""What of an account's words only dates it by something else."""

from __future__ import annotations

import pytest

from sayso.link.phrases import Phrase
from sayso.link.pointing import foreground


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("That night, two days after the feast of Ormbak, gunmen raided Kest.", {"kest"}),
        ("The raid on Kest came three weeks before Ormbak fell", {"kest"}),
        ("The raid on Kest came after a night in Ormbak", {"kest", "ormbak"}),
        ("They told us, two days after the attack on Ormbak, that nobody had come.", {"ormbak"}),
    ],
)
def test_names_that_only_date_an_account_by_something_else_are_not_in_its_foreground(quote: str, names: set[str]) -> None:
    assert foreground(Phrase(quote, (), "en"), "attack").names == names
