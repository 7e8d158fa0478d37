from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Act, Claim, Kind, Modality, Polarity, Slot, Voice
from sayso.records.document import Document, Span
from sayso.records.notation import NotationError, align, parse_claim, to_line
from sayso.records.place import Place
from sayso.records.vocabulary import vocabulary
from sayso.records.when import When

PAGE = Path(__file__).parents[2] / "docs" / "notation.md"
EXAMPLES = [
    line for block in re.findall(r"```claims\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL) for line in block.splitlines() if line
]
FIRE = EXAMPLES[0]

names = st.text(st.sampled_from("abZ é-–>|;:@()\"'\\/!0.9"), max_size=12)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
whens = st.one_of(
    days.map(lambda day: When(day, day, "day", "stated")),
    st.tuples(days, st.integers(1, 400)).map(lambda pair: When(pair[0], pair[0] + timedelta(pair[1]), "range", "inferred")),
    st.integers(1900, 2100).map(lambda year: When(date(year, 1, 1), date(year, 12, 31), "year", "stated")),
)
numbers = st.one_of(st.none(), st.integers(0, 10**6).map(float), st.decimals(0, 100, places=2).map(float))
amounts = st.builds(Amount, numbers, numbers, names, names, names)
places = st.builds(lambda name: Place("x", name, 1.0, 2.0, "", 1), names)
SPAN = Span("d0c", 3, 40)


@st.composite
def slots(draw: st.DrawFn) -> Slot:
    name = draw(st.sampled_from(sorted(vocabulary().slots)))
    holds = vocabulary().slots[name].holds
    return Slot(
        name,
        draw(names),
        SPAN,
        actor=draw(st.none() | names) if "actor" in holds else None,
        place=draw(st.none() | places) if "place" in holds else None,
        when=draw(st.none() | whens) if "when" in holds else None,
        amount=draw(st.none() | amounts) if "amount" in holds else None,
    )


verbs = st.sampled_from([*sorted(vocabulary().incident_types)[:4], "alias_of", "leads", "statement", "fighters"]) | names.filter(str.strip)
voices = st.builds(Voice, names, st.none(), st.none() | names) | st.just(Voice(AUTHOR))
claims = st.builds(
    Claim,
    id=st.just(""),
    span=st.just(SPAN),
    quote=st.just(""),
    voices=st.lists(voices, min_size=1, max_size=3).map(tuple),
    act=st.sampled_from(get_args(Act)),
    polarity=st.sampled_from(get_args(Polarity)),
    modality=st.sampled_from(get_args(Modality)),
    kind=st.sampled_from(get_args(Kind)),
    verb=verbs,
    said=st.none() | whens,
    slots=st.lists(slots(), max_size=5).map(tuple),
)


def single_spaced(text: str | None) -> str:
    return " ".join((text or "").split())


@given(claims)
def test_what_a_line_shows_comes_back_equal(claim: Claim) -> None:
    line = to_line(claim, "d0c")
    again = parse_claim(line)
    assert to_line(again, "d0c") == line
    assert (again.act, again.polarity, again.modality, again.kind) == (claim.act, claim.polarity, claim.modality, claim.kind)
    assert (again.verb, again.span) == (single_spaced(claim.verb), claim.span)
    assert str(again.said) == str(claim.said)
    assert [voice.text for voice in again.voices] == [single_spaced(voice.name or voice.text) for voice in claim.voices]
    assert sorted(slot.name for slot in again.slots) == sorted(slot.name for slot in claim.slots)


@given(amounts)
def test_a_number_comes_back_with_its_bounds_and_unit(amount: Amount) -> None:
    claim = replace(parse_claim(FIRE), slots=(Slot("killed", "", SPAN, amount=amount), Slot("count", "", SPAN, amount=amount)))
    for slot in parse_claim(to_line(claim, "000")).slots:
        assert slot.amount is not None
        assert (slot.amount.low, slot.amount.high, slot.amount.unit) == (amount.low, amount.high, single_spaced(amount.unit))


@given(claims)
def test_each_detail_comes_back_as_what_it_was_understood_to_be(claim: Claim) -> None:
    """Of the first thing that its slot holds; what was resolved to nothing comes back in its words."""
    again = parse_claim(to_line(claim, "d0c"))
    assert sorted(map(understood, again.slots)) == sorted(map(understood, claim.slots))


def understood(slot: Slot) -> tuple[str, str, str]:
    """What a line shows of a slot: its name, what it was resolved to, and that value, or its words where it was not."""
    held = vocabulary().slots[slot.name].holds.split(" or ")[0]
    amount = slot.amount
    if held == "amount" and amount and (amount.low is not None or amount.high is not None):
        return slot.name, "amount", f"{amount.low} {amount.high} {single_spaced(amount.unit)}"
    if held == "amount" and amount:  # no number: its words are all that there is
        return slot.name, "words", f"{single_spaced(str(amount))} {single_spaced(amount.unit)}".strip()
    if held == "when" and slot.when:
        return slot.name, "when", str(slot.when)
    if held == "actor" and slot.actor and slot.actor.strip():
        return slot.name, "actor", single_spaced(slot.actor)
    if held in ("place", "actor") and slot.place and not (held == "actor" and slot.actor):
        return slot.name, "place" if slot.place.name.strip() else "words", single_spaced(slot.place.name)
    return slot.name, "words", single_spaced(slot.text if not (held == "actor" and slot.actor) else "")


@given(st.text(st.sampled_from('ab |>;:@()"\\/-–≤+.,0129\n'), max_size=80) | st.lists(names, min_size=7, max_size=7).map(" | ".join))
def test_any_line_is_read_or_refused_with_its_part(line: str) -> None:
    with contextlib.suppress(NotationError):
        parse_claim(line)


@given(claims, st.integers(0, 200), st.sampled_from('|>;:@()"\\x-'))
def test_a_line_with_one_mark_put_in_is_read_or_refused(claim: Claim, at: int, mark: str) -> None:
    line = to_line(claim, "d0c")
    with contextlib.suppress(NotationError):
        parse_claim(line[:at] + mark + line[at:])


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_of_the_page_reads_and_writes_itself(line: str) -> None:
    again = to_line(parse_claim(line), line.rsplit("| ", 1)[1].split(":")[0])
    assert align([again]) == align([line])


def test_a_launch_place_and_a_direction_are_no_landing() -> None:
    claim = parse_claim(FIRE)
    assert [(slot.name, slot.text) for slot in claim.slots] == [
        ("when", "2022-04-18"), ("from", "Hairaton"), ("toward", "Termez"), ("count", "10"),
    ]  # fmt: skip
    assert claim.slots[3].amount == Amount(10, 10, "rockets", "", "10")


def test_a_denial_needs_no_mark_and_a_negated_assertion_does() -> None:
    assert parse_claim(FIRE.replace("claims_responsibility", "denies")).polarity == "denies"
    negated = parse_claim(FIRE.replace("claims_responsibility", "asserts (denies, probable)"))
    assert (negated.act, negated.polarity, negated.modality) == ("asserts", "denies", "probable")


def test_with_the_document_at_hand_quote_and_details_stand_at_their_places() -> None:
    text = "They say 10 rockets were fired from Hairaton."
    document = Document("a.txt", "f" * 64, text, "utf-8")
    claim = parse_claim(
        "- @ - | Hairaton -> | shelling_artillery_missile_attack | (author) | relays | rockets 10 | a:9-44", {"a": document}.get
    )
    assert claim.quote == text[9:44]
    assert [text[slot.span.start : slot.span.end] for slot in claim.slots] == ["Hairaton", "10"]
    assert len(claim.id) == 12


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (FIRE.replace(" | 000", " 000"), "6 columns instead of 7"),
        (FIRE.replace("claims_responsibility", "admits"), "unknown act 'admits'"),
        (FIRE.replace("claims_responsibility", "asserts (maybe)"), "neither a polarity nor a modality"),
        (FIRE.replace("rockets 10", "rockets"), "neither a slot with its value nor a count"),
        (FIRE.replace("2022-04-18", "April"), "no day, month, year"),
        (FIRE.replace("000:2612-2763", "000"), "no address"),
        (FIRE.replace("ISKP > Amaq", "ISKP > "), "a voice is missing"),
    ],
)
def test_a_wrong_line_is_told_by_its_part(wrong: str, told: str) -> None:
    with pytest.raises(NotationError, match=re.escape(told)):
        parse_claim(wrong)
