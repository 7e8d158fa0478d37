"""Names of bodies that every state has, told with the state: "the Ruritanian army", "Ruritania's foreign ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.find.name_kinds import Lands
from sayso.find.passages import Passage
from sayso.known.name_words import name_words
from sayso.lang.grammar import any_of
from sayso.lang.language import Language


class StatesOwn:
    """Finds them by the countries that a document names and the words of the table `governing` of its language."""

    def __init__(self, language: Language, lands: Lands) -> None:
        table, words = language.rules("governing"), language.grammar
        whose = [any_of(lands.adjectives)] if lands.adjectives else []
        whose += [rf"(?:{any_of(lands.countries)})['’]s"] if lands.countries else []
        self._any = bool(whose)
        organs, matters = (any_of({word for one in table[key].values() for word in one}) for key in ("organs", "matters"))
        offices, of, the = any_of(table["offices"]), any_of(words.belonging), any_of(words.definite)
        office = rf"(?:{matters}) (?:{offices})|(?:{offices}) (?:{of}) (?:(?:{the}) )?(?:{matters})"
        behind = rf"(?i:{organs}) (?:(?:{of}) (?:(?:{the}) )?|(?:{any_of(name_words().inner)}) )(?:{any_of(lands.countries)})"
        self._body = re.compile(rf"\b(?:(?:{'|'.join(whose)}) (?i:(?:{organs})|{office})|{behind})\b(?!-)")

    def spans(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """Where such a name stands in a passage."""
        if self._any:
            yield from (found.span() for found in self._body.finditer(passage.text, passage.block.start, passage.block.end))
