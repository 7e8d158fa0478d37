"""Which two written names are one, and which only look alike."""

from __future__ import annotations

from itertools import permutations

import pytest
from names_told import named

from sayso.link.actors import ONE_PERSON, other_given_name
from sayso.link.named import Named
from sayso.link.spelling import SPELT_KINDS, spelt_alike

ONE = [
    ("SergeiOrlan", "Sergei Orlan", "person"),
    ("Orlan, Sergei", "Sergei Orlan", "person"),
    ("ORLANI, Abdul Aziz", "Abdul Aziz Oorlani", "person"),
    ("Fridrichorlan", "Friedrich Orlan", "person"),
    ("Usama ibn Orlan", "Osama bin Orlan", "person"),
    ("Bashar Orlan", "Bashar al-Orlan", "person"),
    ("Shaikh Isa Omar Orlan", "Isa Omar Orlan", "person"),
    ("Otto Karlovich Orlan", "Otto Orlan", "person"),
    ("Otto K. Orlan", "Otto Karl Orlan", "person"),
    ("Otto Karl Brand Orlan", "Otto Brand Orlan", "person"),
    ("Emilian Corlan", "Emilian Colran", "person"),
    ("Orsk Mills Incorporated", "Orsk Mills Inc.", "company"),
    ("Orsk Mills", "Orsk Mills GmbH", "company"),
    ("OAO Orskneft", "Orskneft JSC", "company"),
    ("A.B.D. Company", "ABD Co.", "company"),
    ("Renn & Orlan Ltd", "Renn and Orlan Ltd", "company"),
    ("Fund for Peace and Bread", "Fund for the Peace and Bread", "other"),
    ("Liwa al-Imam al-Orsani", "Liwa Imam al-Orsani", "armed_group"),
    ("Three Rivers Watch", "3 Rivers Watch", "other"),
    ("Dal Orakou", "Dal Oracou", "armed_group"),
    ("Sergej Orlaj", "Sergey Orlai", "person"),
    ("Hilarian Orlani", "Ilarian Orlania", "person"),
    ("Lotfi Benorlad", "Lutfi Ben Orlad", "person"),
]  # fmt: skip
TWO = [
    ("Ahmad Orlan", "Ahmad Shah Orlan", "person"),
    ("Otto Ivanovich Orlan", "Otto Karlovich Orlan", "person"),
    ("Otto K. Orlan", "Otto Orlan", "person"),
    ("Otto Karl Orlan", "Otto Orlan", "person"),
    ("Otto K. Orlan", "Otto Viktor Orlan", "person"),
    ("Omar bin Zahir", "Zahir bin Omar", "person"),
    ("Otto Viktor", "Viktor Otto", "person"),
    ("Haji Omar Zahir Orlan", "Mullah Omar Zahir Orlan", "person"),
    ("Karim Orlan", "Karin Orlan", "person"),
    ("Lotfi Benorlad", "Lutfi Orlad", "person"),
    ("Harry Orlan", "Larry Orlan", "person"),
    ("Al-Orlan", "Orlan", "person"),
    ("Otto Corlanedst", "Otto Corlanedts", "person"),
    ("Orsk Mills AG", "Orsk Mills GmbH", "company"),
    ("Orsk Mills II Dol A/S", "Orsk Mills Dol A/S", "company"),
    ("Alpha Company", "Alpha", "other"),
    ("Harran Front Ltd", "Harran Front", "armed_group"),
    ("Al-Orsan", "Orsan", "armed_group"),
    ("Third Brigade", "Fourth Brigade", "armed_group"),
    ("Movement of Orsk", "Movement of Dorsk", "armed_group"),
]  # fmt: skip


def one(a: Named, b: Named) -> bool:
    return any(row(a, b) for row in ONE_PERSON)


@pytest.mark.parametrize(("left", "right", "kind"), ONE)
def test_two_ways_to_write_a_name_are_one_name(left: str, right: str, kind: str) -> None:
    assert one(named(left, kind), named(right, kind))
    assert one(named(right, kind), named(left, kind))


@pytest.mark.parametrize(("left", "right", "kind"), TWO)
def test_names_that_look_alike_stay_two(left: str, right: str, kind: str) -> None:
    assert not one(named(left, kind), named(right, kind))
    assert not one(named(right, kind), named(left, kind))


@pytest.mark.parametrize(("left", "right", "kind"), [pair for pair in ONE if pair[2] == "person"])
def test_what_makes_two_full_names_one_does_not_keep_them_apart(left: str, right: str, kind: str) -> None:
    assert other_given_name(named(left, kind), named(right, kind)) is None


def test_no_pair_that_a_row_makes_one_is_passed_over_before_kinds_are_known() -> None:
    told = {name for left, right, _ in (*ONE, *TWO) for name in (left, right)}
    kinds = sorted(SPELT_KINDS)
    for left, right in permutations(sorted(told), 2):
        made_one = any(one(named(left, a), named(right, b)) for a, b in (*zip(kinds, kinds, strict=True), ("other", "company")))
        assert spelt_alike(left, right) or not made_one
