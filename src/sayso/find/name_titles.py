"""Words of offices that look like names: "State" of "Secretary of State Otto Brand", "Interior" of "Interior Minister Otto Brand"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.find.order import starting_in
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_end, sentence_start
from sayso.lang.language import Language

if TYPE_CHECKING:
    from sayso.find.names import Name

LOOSE = frozenset({"person", "other"})
"""Kinds that the parser gives to a word with a capital of which it knows nothing else."""


def without_titles(names: Sequence[Name], passages: Sequence[Passage], language: Language) -> list[Name]:
    """The names, which are in order, without those that are no more than words of somebody's office."""
    spots = {name.start: name for name in names if name.kind == "person"}
    gone = set[int]()
    for passage in passages:
        for name in starting_in(names, passage.block.start, passage.block.end):
            if name.kind in LOOSE and not name.pack:
                own = passage.tokens(name.start, name.end)
                if own and _is_office(own, passage, spots, language):
                    gone.add(name.start)
    return [name for name in names if name.start not in gone]


def _is_office(own: Sequence[Token], passage: Passage, spots: Mapping[int, Name], language: Language) -> bool:
    """Whether the words of a name are those of an office: a whole one before a person's name, or what an office is for or of."""
    offices, matters, longer = _words(language)
    last = own[-1]
    behind = last.nbor(1) if last.i + 1 < sentence_end(last) else None
    if behind is not None and behind.lower_ in offices and all(token.lower_ in matters for token in own):
        return True
    if len(own) == 1 and any(_ends_with(last, words) for words in longer):
        return True
    whole = len(own) > 1 and last.lower_ in offices and behind is not None
    return whole and behind is not None and passage.start(behind) in spots


def _ends_with(last: Token, words: Sequence[str]) -> bool:
    first = last.i - len(words) + 1
    return first >= sentence_start(last) and [token.lower_ for token in last.doc[first : last.i + 1]] == list(words)


@cache
def _words(language: Language) -> tuple[frozenset[str], frozenset[str], tuple[tuple[str, ...], ...]]:
    """Nouns for those who hold an office, words for what one is for, and the offices whose nouns have several words."""
    actors, ties = language.rules("actors"), language.rules("ties")
    matters = {word for told in language.rules("governing")["matters"].values() for one in told for word in one.split()}
    longer = (tuple(str(noun).split()) for row in ties["nouns"] for noun in row["noun"] if row["predicate"] == "holds_office")
    return (
        frozenset(actors["speaking_for"]),
        frozenset(matters | set(ties["portfolios"])),
        tuple(words for words in longer if len(words) > 2),
    )
