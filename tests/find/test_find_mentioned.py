"""The mentions of a document, found again by place, name and last word."""

from __future__ import annotations

from dataclasses import replace

from sayso.find.mentioned import Mentions
from sayso.records.claim import Mention
from sayso.records.document import Span


def mention(start: int, text: str, name: str, kind: str = "government_body") -> Mention:
    return Mention(Span("a", start, start + len(text)), text, name, kind)


def test_the_first_mention_at_a_place_stays_and_all_come_in_order_of_place() -> None:
    found = Mentions()
    later, first = mention(40, "the ministry", "Ministry of Roads"), mention(3, "Ministry of Roads", "Ministry of Roads")
    assert found.keep(later) is later
    assert found.keep(first) is first
    assert found.keep(replace(first, name="Velk")) is first
    assert found.ordered() == (first, later)
    assert found.first_of("Ministry of Roads") is first
    assert list(found.backwards("ministry")) == [later]
    assert list(found.backwards("harbour")) == []


def test_of_each_name_the_last_mention_of_a_kind_is_told() -> None:
    found = Mentions()
    found.keep(mention(9, "the group", "Velk Group", "anonymous"))
    found.keep(mention(1, "Velk Group", "Velk Group"))
    found.keep(mention(30, "Otto Brand", "Otto Brand", "person"))
    assert [one.text for one in found.last_of_each({"government_body"})] == ["Velk Group"]


def test_a_corrected_mention_stands_in_the_place_of_the_one_before() -> None:
    found = Mentions()
    kept = found.keep(mention(1, "the guards", "the guards", "anonymous"))
    better = found.correct(replace(kept, kind="armed_group"))
    assert found[kept.span] is better
    assert found.ordered() == (better,)
