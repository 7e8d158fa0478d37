"""Finds the amounts that a text names: numbers in digits and words, ranges, vague numbers, parts, ranks, money and measures.

Dates, times of day, ages, labels ("Resolution 1267"), footnote marks and telephone numbers are no amounts. What the words mean is data
in lang/CODE/numbers.yml, qualifiers.yml and units.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lang.dates import find_dates
from sayso.lang.grammar import lowered
from sayso.lang.language import Language
from sayso.lang.number_rules import NumberRules, number_rules
from sayso.lang.taken import Taken
from sayso.lang.unit_nouns import opens_compound, unit_after
from sayso.records.amount import Amount

HIDDEN = "\0"
"""Takes the place of a label, an age or a mark; no rule matches it, and a unit may stand behind it ("three 15-year-old boys")."""
HIDDEN_DATE = "\1"
"""Takes the place of a date; no rule matches it, and what stands behind it belongs to no number before it."""
HYPHENS = ("-", "–")
_ENTRY_END = re.compile(r"[ \t\r]*\n(?![ \t\r]*[a-z])")
LOOK_BACK = 40
"""Code points before a number in which its qualifiers are looked for."""
MOST_QUALIFIERS = 2
"""Qualifiers that one number has at most: "at least some 80"."""
LEAST_OVER = 10
"""The least count that "over" and the like qualify; before smaller ones news mostly means a place ("flew over two villages")."""


@dataclass(frozen=True, slots=True)
class AmountWords:
    """One amount at code points `start` to `end` of a text: its qualifier, the number and what is counted."""

    start: int
    end: int
    amount: Amount


@dataclass(frozen=True, slots=True)
class _Number:
    """A number, or two that are the ends of a range, where it stands and its value; None for a number that is not told."""

    start: int
    end: int
    low: float | None
    high: float | None
    words: str
    ranged: bool = False


def find_amounts(text: str, language: Language) -> list[AmountWords]:
    """All amounts of the text, in order and without overlap."""
    rules = number_rules(language.code)
    shown = _without(text, language, rules)
    taken, result = Taken(), list[AmountWords]()
    for found in (*_parts(text, shown, rules), *_counts(text, shown, language.code, rules)):
        if not taken.meets(found.start, found.end):
            taken.take(found.start, found.end)
            result.append(found)
    return sorted(result, key=lambda one: one.start)


def _without(text: str, language: Language, rules: NumberRules) -> str:
    """The text with everything hidden that holds a number but is no amount; as long as before."""
    spans = [(words.start, words.end, HIDDEN_DATE) for words in find_dates(text, language)]
    spans += [(*match.span(), HIDDEN) for match in rules.ignored.finditer(lowered(text))]
    pieces, position = [], 0
    for start, end, mark in sorted(spans):
        if end > position:
            pieces += [text[position : max(start, position)], mark * (end - max(start, position))]
            position = end
    return "".join([*pieces, text[position:]])


def _parts(text: str, shown: str, rules: NumberRules) -> Iterator[AmountWords]:
    """Ranks ("third largest") and parts of a whole ("two-thirds of"), the latter in per cent."""
    for match in rules.rank.finditer(shown):
        rank = rules.ranks[match[1].lower()]
        yield AmountWords(match.start(), match.end(), Amount(rank, rank, "rank", "", match.group()))
    for match in rules.fraction.finditer(shown):
        times = rules.words.get((match["times"] or "one").lower(), 1)
        share = min(100.0, round(times * rules.fractions[(match["part"] or match["half"]).lower()], 1))
        number = _Number(match.start(), match.end(), share, share, match.group())
        yield _qualified(text, shown, number, "percent", match.end(), rules)


def _counts(text: str, shown: str, code: str, rules: NumberRules) -> Iterator[AmountWords]:
    """Numbers and vague numbers with their units and qualifiers."""
    for number in _numbers(shown, rules):
        if opens_compound(shown, number.end, code) and not rules.percent.match(shown, number.end):
            continue
        unit, end = ("", number.end) if _ends_entry(text, number) else _unit(shown, number, code, rules)
        if _counts_something(shown, number, unit, rules):
            yield _qualified(text, shown, number, unit, end, rules)


def _ends_entry(text: str, number: _Number) -> bool:
    """Whether a number ends a line of a list behind a colon ("Houses burnt: 40"): what the next one begins with it does not count."""
    line = text[text.rfind("\n", 0, number.start) + 1 : number.start]
    return ":" in line and _ENTRY_END.match(text, number.end) is not None


def _counts_something(shown: str, number: _Number, unit: str, rules: NumberRules) -> bool:
    """Whether a number is one: "the two" needs a noun, and "one" and "several" need a noun or people who come to harm."""
    if unit:
        return True
    before = shown[max(0, number.start - LOOK_BACK) : number.start]
    if number.words.lower() in ("one", "several", "numerous", "a few", "a handful"):
        return bool(rules.harmed_before.search(before) or rules.harmed_after.match(shown, number.end))
    return not re.search(r"\b(?:the|these|those|all|its|their)\s+$", before, re.IGNORECASE)


def _numbers(shown: str, rules: NumberRules) -> Iterator[_Number]:
    """Numbers in order, with two that are a range made one, and without tallies of votes and games ("a 5-4 ruling")."""
    vague = [_Number(match.start(), match.end(), None, None, match.group()) for match in rules.vague.finditer(shown)]
    hidden = {position for one in vague for position in range(one.start, one.end)}
    plain = [match for match in rules.number.finditer(shown) if match.start() not in hidden and match.end() - 1 not in hidden]
    singles = [_Number(match.start(), match.end(), value := rules.value(match.group()), value, match.group()) for match in plain]
    position = 0
    while position < len(singles):
        second = singles[position + 1] if position + 1 < len(singles) else None
        ranged = _range(shown, singles[position], second, rules) if second else None
        tally = second is not None and not ranged and shown[singles[position].end : second.start] in HYPHENS
        if not tally:
            yield ranged or singles[position]
        position += 2 if ranged or tally else 1
    yield from vague


def _range(shown: str, first: _Number, second: _Number, rules: NumberRules) -> _Number | None:
    """ "1,000 to 3,000", "two or three", "between 30 and 50", "2-3 million"; None where the numbers do not rise."""
    between = rules.between.search(shown[max(0, first.start - 12) : first.start])
    if not (rules.between_join if between else rules.join).fullmatch(shown, first.end, second.start):
        return None
    assert first.low is not None
    assert second.high is not None
    low, scale = first.low, rules.scale(second.words)
    if rules.scale(first.words) == 1 and low * scale < second.high:
        low *= scale
    if low >= second.high:
        return None
    start = first.start - len(between.group()) if between else first.start
    return _Number(start, second.end, low, second.high, shown[start : second.end], ranged=True)


def _unit(shown: str, number: _Number, code: str, rules: NumberRules) -> tuple[str, int]:
    """What is counted and where that ends: per cent, money by its sign, a measure, or a noun."""
    if percent := rules.percent.match(shown, number.end):
        return "percent", percent.end()
    before = shown[max(0, number.start - 4) : number.start]
    if sign := rules.symbol.search(before) or rules.symbol.search(number.words[: len(number.words) // 2]):
        return rules.symbols[sign.group().strip().upper()], number.end
    for sign_text, name in rules.symbols.items():
        if number.ranged and sign_text in number.words:
            return name, number.end
    behind = next((match.end() for _, rule in rules.after if (match := rule.match(shown, number.end))), number.end)
    return unit_after(shown, behind, code, single=number.low == number.high == 1)


def _qualified(text: str, shown: str, number: _Number, unit: str, end: int, rules: NumberRules) -> AmountWords:
    """The amount with the words beside it that make it less than exact."""
    start = number.start
    if sign := rules.symbol.search(shown[max(0, start - 4) : start]):
        start -= len(sign.group())
    start, kinds, words = _before(shown, start, number, unit, rules)
    for kind, rule in rules.after:
        for position in (number.end, end):
            if not kinds and (match := rule.match(shown, position)):
                kinds.add(kind)
                words.append(match.group().strip(", "))
                end = max(end, match.end())
    low, high = number.low, number.high
    if low is None:
        words.append(number.words)
    if not number.ranged:
        low, high = (low, None) if "low" in kinds else (None, high) if "high" in kinds else (low, high)
    qualifier = " ".join(" ".join(words).lower().split())
    return AmountWords(start, end, Amount(low, high, unit, qualifier, text[start:end]))


def _before(shown: str, start: int, number: _Number, unit: str, rules: NumberRules) -> tuple[int, set[str], list[str]]:
    """Where the qualifiers before a number start, what kinds they are and their words; "no more than" goes before "more than"."""
    kinds: set[str] = set()
    words: list[str] = []
    for _ in range(MOST_QUALIFIERS):
        before = shown[max(0, start - LOOK_BACK) : start]
        found = [(match.start(), kind, match) for kind, rule in rules.before if (match := rule.search(before))]
        if not found or rules.verbs.search(before):
            break
        _, kind, match = min(found, key=lambda one: one[:2])
        phrase = " ".join(match[1].lower().split())
        if phrase in rules.prepositions and _is_small(number, unit, rules):
            break
        kinds.add(kind)
        words.insert(0, phrase)
        start -= len(match.group())
    return start, kinds, words


def _is_small(number: _Number, unit: str, rules: NumberRules) -> bool:
    """Whether "over" before this number is a place, as in "over two villages", rather than "more than", as in "over two years"."""
    return number.low is not None and number.low < LEAST_OVER and not rules.measured.fullmatch(unit)
