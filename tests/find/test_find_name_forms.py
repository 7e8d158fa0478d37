"""The other names of a document tell what kind of actor bears one."""

from __future__ import annotations

from sayso.find.name_forms import Forms
from sayso.lang.language import load_language


def test_a_full_name_that_ends_with_a_persons_family_name_is_a_persons_whatever_the_parser_takes_it_for() -> None:
    told = {"Ana Orlani": "ethnic_group", "Orlani": "person", "Velm Orsk": "ethnic_group"}
    assert Forms(load_language("en")).kinds(told, frozenset()) == {"Ana Orlani": "person"}
