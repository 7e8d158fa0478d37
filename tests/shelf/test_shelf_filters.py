from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.trouble import Trouble
from sayso.records.when import When, parse_when
from sayso.shelf.filters import KEYS, Facets, Filter, Term, filter_of, parse_filter

FIRE = Facets(
    {
        "place": frozenset({"kestavar", "upper brenvik"}),
        "voice": frozenset({"saroun hills front", "saroun"}),
        "status": frozenset({"contested"}),
    },
    parse_when("2024-03-04"),
    lambda: "Twelve rockets hit the town.",
)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("", True),
        ("place:Kestavar", True),
        ("place:kest", False),
        ("place:brenvik", True),
        ("-place:Kestavar", False),
        ("-place:Drovna status:contested", True),
        ('voice:"Saroun Hills"', True),
        ('voice:"Hills Saroun"', False),
        ("status:conceded", False),
        ("rockets", True),
        ("rocket", False),
        ('"hit the town"', True),
        ("-rockets", False),
        ("place:Drovna OR status:contested", True),
        ("place:Drovna OR place:Velmar", False),
        ("place:Kestavar OR place:Drovna status:conceded", True),
        ("since:2024-03 until:2024-03-04", True),
        ("since:2024-03-05", False),
        ("until:2023", False),
        ("-until:2023", True),
    ],
)
def test_a_filter_lets_through_what_fits(text: str, held: bool) -> None:
    assert parse_filter(text).fits(FIRE) is held


def test_what_has_no_date_is_neither_since_nor_until_a_day() -> None:
    undated = Facets({"place": frozenset()}, None)
    assert not parse_filter("since:1900").fits(undated)
    assert not parse_filter("until:2100").fits(undated)


def test_an_interval_counts_from_its_last_day_and_until_its_first() -> None:
    march = Facets({}, When(date(2024, 3, 1), date(2024, 3, 31), "month", "stated"))
    assert parse_filter("since:2024-03-31").fits(march)
    assert parse_filter("until:2024-03-01").fits(march)
    assert not parse_filter("since:2024-04-01").fits(march)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("plce:Kestavar", "the filter knows no `plce`"),
        ("status:contestd", "no status is called `contestd`"),
        ("act:shouts", "no act is called `shouts`"),
        ("review:acepted", "no review is called `acepted`"),
        ("since:soon", "`since:soon` is no date"),
        ('place:"Kestavar', 'cannot be read from here on: place:"Kestavar'),
        ("OR place:Kestavar", "OR stands between two conditions"),
        ("place:Kestavar OR", "OR stands between two conditions"),
    ],
)
def test_what_is_not_in_the_language_is_told_by_its_part(wrong: str, told: str) -> None:
    with pytest.raises(Trouble, match=re.escape(told)) as refused:
        parse_filter(wrong)
    assert refused.value.hint


def test_keys_given_apart_are_asked_for_beside_the_text() -> None:
    assert filter_of("place:Kestavar", status="contested", since=None).fits(FIRE)
    assert not filter_of("place:Kestavar OR place:Drovna", status="conceded").fits(FIRE)
    with pytest.raises(Trouble, match="the filter knows no `colour`"):
        filter_of(colour="blue")


plain = st.text(st.sampled_from("abcdé é-_.0"), min_size=1).filter(str.strip)
names = st.sampled_from([key for key in KEYS if key not in ("status", "act", "polarity", "review", "since", "until")])


@given(st.lists(st.lists(st.builds(Term, names, plain, st.booleans()), min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_filter_written_out_is_read_as_the_same_filter(alternatives: list[list[Term]]) -> None:
    groups = [" ".join(f'{"-" * term.negated}{term.key}:"{term.value}"' for term in terms) for terms in alternatives]
    assert parse_filter(" OR ".join(groups)) == Filter(tuple(map(tuple, alternatives)))
