"""The number words of a language, compiled once, and the value of a number as written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.lang.language import load_language

DIGITS = r"\d{1,3}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d-]))(?:\.\d+)?|\d+(?:\.\d+)?"
LETTER = r"[^\W\d_]"
THIN_SPACE = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3})")
ALONE = r"(?<![\w/#+&])(?<!\d[.,:])(?<![A-Za-z][-–])(?<![A-Z]\s–\s)"
"""What may not stand right before a number: it would be part of a name, an address or a longer number."""


@dataclass(frozen=True, slots=True)
class NumberRules:
    """What lang/CODE/numbers.yml, qualifiers.yml and units.yml say of numbers, ready to match."""

    number: re.Pattern[str]
    vague: re.Pattern[str]
    fraction: re.Pattern[str]
    rank: re.Pattern[str]
    ignored: re.Pattern[str]
    join: re.Pattern[str]
    between: re.Pattern[str]
    between_join: re.Pattern[str]
    before: tuple[tuple[str, re.Pattern[str]], ...]
    after: tuple[tuple[str, re.Pattern[str]], ...]
    prepositions: frozenset[str]
    verbs: re.Pattern[str]
    harmed_before: re.Pattern[str]
    harmed_after: re.Pattern[str]
    measured: re.Pattern[str]
    symbol: re.Pattern[str]
    symbols: Mapping[str, str]
    percent: re.Pattern[str]
    words: Mapping[str, float]
    scales: Mapping[str, float]
    fractions: Mapping[str, float]
    ranks: Mapping[str, float]

    def value(self, words: str) -> float:
        """The value of a number in digits, words or both: "25 thousand", "two hundred and fifty", "half a million", "a dozen"."""
        total, current = 0.0, 0.0
        for token in re.findall(r"[\d.,]*\d|[a-z]+", THIN_SPACE.sub("", words.lower())):
            if token[0].isdigit():
                current += float(token.replace(",", ""))
            elif token == "half":
                current += 0.5
            elif token in self.scales:
                current = (current or 1) * self.scales[token]
                if self.scales[token] >= 1000:
                    total, current = total + current, 0.0
            else:
                current += self.words.get(token, 0)
        return total + current

    def scale(self, words: str) -> float:
        """What the scale words of a number come to: 1000000 in "3.5 million", 1 where there are none."""
        result = 1.0
        for token in re.findall(r"[a-z]+", words.lower()):
            result *= self.scales.get(token, 1)
        return result


@cache
def number_rules(code: str) -> NumberRules:
    """The number rules of the language with this code."""
    language = load_language(code)
    numbers, qualifiers, units = language.rules("numbers"), language.rules("qualifiers"), language.rules("units")
    symbols = {str(sign): str(name) for sign, name in units["symbols"].items()}
    sign = rf"(?:{_any(map(re.escape, symbols))})"
    percent = rf"(?:[\s-]?(?:{units['percent']}))?"
    return NumberRules(
        number=_compiled(_number(numbers, units)),
        vague=_compiled(rf"(?<![\w-])(?:{numbers['vague']})(?![\w-])"),
        fraction=_compiled(_fraction(numbers)),
        rank=_compiled(rf"(?<![\w-])({_any(numbers['ranks'])})[\s-](?:{numbers['superlative']})"),
        ignored=_ignored(numbers),
        join=_compiled(rf"{percent}(?:{numbers['ranges']}){sign}?"),
        between=_compiled(rf"\b{numbers['between']}\s+{sign}?$"),
        between_join=_compiled(rf"{percent}{numbers['between_joins']}{sign}?"),
        before=tuple((kind, _compiled(rf"(?<!\w)({_any(words)})\s+(?:the\s+)?$")) for kind, words in qualifiers["before"].items()),
        after=tuple((kind, _compiled(rf"\s+(?:{_any(words)})\b")) for kind, words in qualifiers["after"].items()),
        harmed_before=_compiled(rf"\b(?:{numbers['harmed']})\s+$"),
        harmed_after=_compiled(rf"\s+(?:(?:was|were)\s+)?(?:{numbers['harmed']})\b"),
        prepositions=frozenset(qualifiers["prepositions"]),
        verbs=_compiled(rf"\b(?:{'|'.join(qualifiers['verbs']) or '(?!)'})\s+(?:the\s+)?$"),
        measured=_compiled(rf"(?:.*\s)?(?:{_any(units['measures'])}|{units['times']})s?|percent|{_any(symbols.values())}"),
        symbol=_compiled(rf"(?<!\w){sign}\s?$"),
        symbols=symbols,
        percent=_compiled(rf"[\s-]?(?:{units['percent']})"),
        words={**numbers["values"], **numbers["doubles"]},
        scales=numbers["scales"],
        fractions=numbers["fractions"],
        ranks=numbers["ranks"],
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _ignored(numbers: Mapping[str, Any]) -> re.Pattern[str]:
    """What is no amount, in a text in small letters, which is searched faster. In the middle of a word only an address begins."""
    labels = rf"\b(?:{numbers['never_after']})\s+\d[\d,.]*(?:/\d+)?(?:,?(?:\s+and)?\s+\d{{3,4}}\b)*"
    return re.compile(rf"(?:(?<!{LETTER})|(?!{LETTER})|(?=https?:|www\.))(?:{'|'.join([*numbers['ignored'], labels])})")


def _any(words: Iterable[str]) -> str:
    """An alternation of these words, the longest first, with any white space between their parts."""
    return "|".join(word.replace(" ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word)))


def _number(numbers: Mapping[str, Any], units: Mapping[str, Any]) -> str:
    """One number in digits or words with its scales; letters may follow digits at once only where they are a measure."""
    tens, ones = ([name for name, value in numbers["values"].items() if value in among] for among in (range(20, 100), range(1, 10)))
    word = rf"(?:(?:{_any(tens)})[-\s](?:{_any(ones)})(?!\w)|(?:{_any(numbers['values'])}))"
    short = [name for name in numbers["short_scales"] if name != numbers["metres_or_millions"]]
    signs = f"[{''.join(sorted({re.escape(sign[-1]) for sign in units['symbols']}))}]"
    money = rf"(?:(?<={signs})|(?<={signs}\d[-–]))(?:{DIGITS}){numbers['metres_or_millions']}(?![\w-])"
    millions = rf"{numbers['metres_or_millions']}(?=\s+(?:{numbers['in_millions']})\b)"
    long_scales = [name for name in numbers["scales"] if name not in numbers["short_scales"]]
    scale = rf"(?:(?<=\d)(?:{_any(short)}|{millions})(?![\w-])|[\s-]+(?:{_any(long_scales)})(?!\w))"
    article = rf"(?:{_any(numbers['article'])})(?=[\s-]+(?:{_any(long_scales)})\b)"
    and_half = rf"(?:{numbers['and_a_half']})?"
    half = rf"(?:{numbers['half_a']})(?=[\s-]+(?:{_any(long_scales)})\b)"
    more = rf"(?:{scale}(?:(?:\s+and\s+|\s+)(?:{word})(?!\w))?)*"
    measure = rf"(?=(?:{_any(units['measures'])})\b)"
    return (
        rf"{ALONE}(?:{money}|(?:{DIGITS}){and_half}{more}(?:{measure}|(?![\w/]|[.,]\d))"
        rf"|(?:{half}|{article}|(?:{word}){and_half}(?!\w)|{numbers['pairs']}){more}(?!\w))"
    )


def _fraction(numbers: Mapping[str, Any]) -> str:
    """A part of a whole: "half of", "two-thirds of", "a quarter of", "half the"."""
    names = [name for name in numbers["fractions"] if name != "half"]
    times = r"(?P<times>an?|one|two|three|four|the(?=\s+quarter))"
    many = rf"{times}[\s-](?P<part>{_any(names)})(?=\s+of\b|(?<=[a-z]s)(?!\w))"
    return rf"(?<![\w-])(?:{many}|(?<!first\s)(?<!second\s)(?P<half>half)(?=\s+(?:of|the|its|their|his|all)\b))"
