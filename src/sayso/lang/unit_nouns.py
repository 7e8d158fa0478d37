"""What a number counts or measures: the head of the noun phrase that follows it, found without a parser.

English noun phrases end in their head, and what is counted is mostly plural: the first plural noun after the number, or, after "one"
and for names ("five Taliban"), the last word before the phrase ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso.lang.language import load_language

LONGEST = 7
"""Words after a number within which its noun is looked for; of the amounts in the news read, none stood farther."""
TOKEN = re.compile(r"[\s-]*[“\"‘']?((?:[A-Za-z]\.){2,}|[A-Za-z](?:[\w’'-]*\w)?)[”\"]?", re.UNICODE)
POSSESSIVE = re.compile(r"[’']s$")
COMPOUND = re.compile(r"[-‑][^\W\d]")
PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class UnitRules:
    """What lang/CODE/units.yml says of the words after a number."""

    measures: frozenset[str]
    measure: re.Pattern[str]
    joined: re.Pattern[str]
    modifier: re.Pattern[str]
    glue: frozenset[str]
    link: str
    determiners: frozenset[str]
    pronouns: frozenset[str]
    plurals: frozenset[str]
    not_plural: frozenset[str]
    paired: frozenset[str]
    stops: frozenset[str]
    states: frozenset[str]
    endings: re.Pattern[str]

    def is_plural(self, word: str) -> bool:
        """Whether a word looks like a plural noun."""
        if word in self.plurals:
            return True
        return len(word) > 3 and word[-1] == "s" and word[-2:] not in ("ss", "us", "is", "’s", "'s") and word not in self.not_plural


@cache
def unit_rules(code: str) -> UnitRules:
    """The unit rules of the language with this code."""
    data = load_language(code).rules("units")
    measures, modifiers = "|".join(data["measures"]), "|".join(data["measure_modifiers"])
    return UnitRules(
        measures=frozenset(data["measures"]),
        measure=re.compile(rf"[\s-]*((?:(?:{modifiers})[\s-])*(?:{measures})s?)(?!\w|-\d)", re.IGNORECASE),
        joined=re.compile(rf"-({'|'.join(data['joined'])})(?!\w)", re.IGNORECASE),
        modifier=re.compile(rf"\s(?:\d[\d.,]*[\s-]?(?:{measures})s?(?!\w)|\0+)(?=\s+[^\W\d])", re.IGNORECASE),
        glue=frozenset(data["glue"]),
        link=data["link"],
        determiners=frozenset(data["determiners"]),
        pronouns=frozenset(data["pronouns"]),
        plurals=frozenset(data["plurals"]),
        not_plural=frozenset(data["not_plural"]),
        paired=frozenset(data["paired"]),
        stops=frozenset(data["stops"]),
        states=frozenset(data["states"]),
        endings=re.compile(data["endings"]),
    )


def opens_compound(text: str, position: int, code: str) -> bool:
    """Whether the number that ends here is part of a word that counts nothing: "a two-story house", "a five-year plan"."""
    rules = unit_rules(code)
    return bool(COMPOUND.match(text, position)) and not (rules.measure.match(text, position) or rules.joined.match(text, position))


def unit_after(text: str, position: int, code: str, single: bool) -> tuple[str, int]:
    """The noun that is counted, in lower case (a measure as written), and where it ends; ("", position) where none follows.

    `single` tells that the number is one, so that its noun is not a plural.
    """
    rules = unit_rules(code)
    if measured := rules.measure.match(text, position):
        return measured[1], measured.end(1)
    if joined := rules.joined.match(text, position):
        return joined[1].lower(), joined.end()
    modified = rules.modifier.match(text, position)
    words = _phrase(text, modified.end() if modified else position, rules)
    if not words:
        return "", position
    if words[0][0].lower() in rules.states:
        if not any(rules.is_plural(word.lower()) for word, _ in words[1:]):
            return words[0][0].lower(), words[0][1]
        words = words[1:]
    for index, (word, end) in enumerate(words):
        if single or not rules.is_plural(word.lower()):
            continue
        if word.lower() in rules.paired and index + 1 < len(words) and rules.is_plural(words[index + 1][0].lower()):
            continue
        return word.lower(), end
    return _last(words, rules, single) or ("", position)


def _last(words: list[tuple[str, int]], rules: UnitRules, single: bool) -> tuple[str, int] | None:
    """The last word of a phrase without a plural: any after one, else only a name."""
    if len(words) == 1 and rules.endings.search(words[0][0].lower()):
        return None
    fitting = [(word, end) for word, end in words if single or (word[0].isupper() and not POSSESSIVE.search(word))]
    return (fitting[-1][0].lower(), fitting[-1][1]) if fitting else None


def _phrase(text: str, position: int, rules: UnitRules) -> list[tuple[str, int]]:
    """The words of the noun phrase after a number, each with its end; glue such as "of the" is left out."""
    words: list[tuple[str, int]] = []
    linked = False
    for _ in range(LONGEST):
        match = TOKEN.match(text, position)
        if match is None or PARAGRAPH.search(match.group()):
            break
        low, position = match[1].lower(), match.end()
        if not words and ((low == rules.link and not linked) or low in rules.glue or (linked and low in rules.determiners)):
            linked = linked or low == rules.link
            continue
        if low in rules.pronouns or (low in rules.stops and (words or low not in rules.states)):
            break
        if words and low not in rules.states and rules.endings.search(low) and not _goes_on(text, position, rules):
            break
        words.append((match[1], match.end(1)))
        if rules.is_plural(low) and low not in rules.paired and not (low in rules.states and len(words) == 1):
            break
    return words


def _goes_on(text: str, position: int, rules: UnitRules) -> bool:
    """Whether a noun in the plural follows at once, so that the word before it belongs to the phrase: "Afghan armed men"."""
    following = TOKEN.match(text, position)
    return following is not None and rules.is_plural(following[1].lower()) and following[1].lower() not in rules.stops
