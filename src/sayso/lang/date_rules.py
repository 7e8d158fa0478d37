"""The date rules of a language, compiled once: patterns, and what the words in their groups mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from sayso.lang.date_words import Bound, RuleKind
from sayso.lang.language import Language, load_language

YEAR = r"(?:1[6-9]|20)\d\d(?![\w%]|[.,]\d|-[a-zA-Z])"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,]\d{1,3}(?!\d))"
APART = r"(?<![\w/$€£#&@])(?<!\d[.,:-])"
"""What may not stand right before a date: it would be part of a number, an address or an identifier."""
ANY_CASE = frozenset({"head", "covered", "covers", "foretold", "bulletin", "line_ends"})
"""Patterns of dates.yml that hold in capitals and small letters."""


@dataclass(frozen=True, slots=True)
class DateRules:
    """What lang/CODE/dates.yml and months.yml say, ready to match."""

    opens: re.Pattern[str]
    """The places at which any of the rules matches, found at once."""
    patterns: tuple[tuple[RuleKind, re.Pattern[str]], ...]
    values: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]
    alike: frozenset[int]
    full_months: frozenset[str]
    named: tuple[int, int, int]
    phrases: Mapping[str, re.Pattern[str]]
    bounds: tuple[tuple[Bound, re.Pattern[str]], ...]

    def number(self, group: str, words: str | None) -> int | None:
        """What these words mean as a `group` whose values are numbers; None for no words."""
        return int(self.value(group, words)) if words else None

    def value(self, group: str, words: str) -> str:
        """What these words mean as a `group`. Raises LookupError if they are none of its words."""
        return next(name for name, pattern in self.values[group] if pattern.fullmatch(words))


@cache
def date_rules(code: str) -> DateRules:
    """The date rules of the language with this code."""
    language = load_language(code)
    data = language.rules("dates")
    words = {group: {str(name): pattern for name, pattern in table.items()} for group, table in data["words"].items()}
    words["month"] = _months(language)
    rules = [(kind, f"(?:{_filled(rule, words, data['part'])})(?!\\w)") for kind, rule in data["rules"]]
    return DateRules(
        opens=_compiled(f"{APART}(?={_filled(data['opens'], words, data['part'])})(?={_any_of(rules)})"),
        patterns=tuple((kind, _compiled(APART + rule)) for kind, rule in rules),
        values={group: tuple((name, _compiled(pattern)) for name, pattern in table.items()) for group, table in words.items()},
        alike=frozenset(language.rules("months")["alike"]),
        full_months=frozenset(name.lower() for name in language.rules("months")["names"].values()),
        named=(data["named"][0], data["named"][1], data["named"][2]),
        phrases=_phrases(data),
        bounds=tuple((name, _compiled(rf"\b(?:{pattern})\s+(?:the\s+)?$")) for name, pattern in data["bounds"].items()),
    )


def _any_of(rules: Iterable[tuple[RuleKind, str]]) -> str:
    """One pattern for several, whose groups have no names: one name may stand in several rules."""
    return "|".join(re.sub(r"\(\?P<\w+>", "(?:", rule) for _, rule in rules)


def _phrases(data: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    """The patterns for what stands around a date, by their name in dates.yml."""
    before = {name: rf"(?:^|\W)(?:{data[name]})\s+(?:the\s+)?[“\"'‘(]?$" for name in ("never_year_after", "before_year", "before_month")}
    others = {
        "never_year_before": rf"\s+(?:\w+\s+)?(?:{data['never_year_before']})\b",
        "ahead": rf"\b(?:{data['ahead']})\b",
        "begun": rf"\b(?:{data['begun']})\b",
        "joins": data["joins"],
        "between": rf"\b{data['between']}$",
        "between_joins": data["between_joins"],
        "from": rf"\b{data['from']}$",
    }
    return {name: _compiled(pattern) for name, pattern in {**before, **others}.items()}


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _months(language: Language) -> dict[str, str]:
    """Month names by number: capitalised or all in capitals, for "march" and "may" are other words."""
    table = language.rules("months")
    found = {}
    for number, name in table["names"].items():
        short = [form for form in table["short"].get(number, "").split("|") if form]
        forms = [name, name.upper(), *(rf"{form}\b\.?" for form in short), *(rf"{form.upper()}\b\.?" for form in short)]
        found[str(number)] = "(?-i:" + "|".join(forms) + ")"
    return found


def _filled(rule: str, words: Mapping[str, Mapping[str, str]], part: str) -> str:
    """A rule with its {names} replaced by groups."""
    special = {"day": DAY, "year": YEAR, "iso_year": r"(?:19|20)\d\d"}
    result = []
    for text, name, _, _ in Formatter().parse(rule):
        result.append(text)
        if name == "part":
            result.append(f"(?:{part})")
        elif name:
            table = name.rstrip("0123456789")
            inside = special.get(table) or "|".join(words[table].values())
            result.append(f"(?P<{name}>{inside})")
    return "".join(result)


@cache
def date_pattern(code: str, name: str, shape: str) -> re.Pattern[str]:
    """A pattern of dates.yml set into `shape`, in which {} stands for it."""
    return re.compile(shape.replace("{}", load_language(code).rules("dates")[name]), re.IGNORECASE if name in ANY_CASE else 0)
