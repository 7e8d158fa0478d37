"""Which lines of the head of a text are its title and its outlet, where a date or a byline shows that it has a head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_TITLE = 150
"""Code points; longer first lines are paragraphs."""
LEAST_OF_A_SENTENCE = 8
"""Words from which on a line that ends like a sentence is taken for one of a paragraph."""
LEAST_OF_A_TITLE = 3
"""Words from which on a line is taken for a title; shorter ones name a section, or what kind of paper it is."""
LONGEST_OUTLET = 9
"""Words up to which a line above the title is taken for the name of the outlet."""
_WORD = re.compile(r"[^\W\d_][\w'’]*")


@dataclass(frozen=True, slots=True)
class Signs:
    """By what a line is known: one that dates or signs the text, one that is no title, one with which the report begins, an outlet's."""

    marks: tuple[re.Pattern[str], ...]
    no_title: tuple[re.Pattern[str], ...]
    begins: tuple[re.Pattern[str], ...]
    outlets: tuple[re.Pattern[str], ...]
    small: frozenset[str]


def masthead(lines: Sequence[str], signs: Signs) -> tuple[str | None, str | None]:
    """The title and the outlet that the first lines of a text tell, each None where they tell none.

    The title is the longest line of the head; an outlet stands above it, at the top.
    """
    head = [re.sub(r"^#+\s+", "", line) for line in _head(lines, signs)]
    titles = [(number, line) for number, line in enumerate(head) if _may_be_title(line, signs)]
    if not titles:
        return None, None
    at, title = max(titles, key=lambda one: (len(_WORD.findall(one[1])), -one[0]))
    if len(_WORD.findall(title)) < LEAST_OF_A_TITLE:
        return None, None
    return title, _outlet(head[0], signs) if at > 0 else None


def _head(lines: Sequence[str], signs: Signs) -> list[str]:
    """The lines up to where the report begins, if one of them dates or signs it; one paragraph that sums it up may stand before that."""
    prose = [number for number, line in enumerate(lines) if _is_prose(line, signs)]
    known = (*signs.marks, *signs.begins)
    marks = [number for number, line in enumerate(lines) if _is_any(line, known) and sum(place < number for place in prose) <= 1]
    if not marks:
        return []
    end = next((number for number in prose if number >= marks[-1]), len(lines))
    return [line for number, line in enumerate(lines[:end]) if number not in prose]


def _is_prose(line: str, signs: Signs) -> bool:
    sentence = line.endswith((".", ".”", '."', "…")) and len(line.split()) >= LEAST_OF_A_SENTENCE
    return len(line) >= LONGEST_TITLE or sentence or _is_any(line, signs.begins)


def _may_be_title(line: str, signs: Signs) -> bool:
    first = next((letter for letter in line if letter.isalnum()), "")
    fitting = (first.isupper() or first.isdigit()) and not line.endswith((".", ",", ";", ":"))
    return fitting and not _is_any(line, (*signs.marks, *signs.no_title, *signs.begins))


def _outlet(line: str, signs: Signs) -> str | None:
    """The outlet that the top line names, alone or before the number of the issue."""
    if found := next(filter(None, (rule.match(line) for rule in signs.outlets)), None):
        return found["outlet"].strip()
    name = re.sub(r"\s*\([^()]*\)$", "", line)
    words = [word for word in _WORD.findall(name) if word.lower() not in signs.small]
    named = 2 <= len(words) <= LONGEST_OUTLET and all(word[0].isupper() for word in words) and not re.search(r"[.,:;?!“”\"|]", name)
    return name if named and not _is_any(name, (*signs.marks, *signs.no_title)) else None


def _is_any(line: str, rules: Sequence[re.Pattern[str]]) -> bool:
    return any(rule.match(line) for rule in rules)
