"""Which persons of a document are spoken of as "he" and which as "she", by what the document itself says of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Token

from sayso.find.names import Name
from sayso.find.order import starting_in
from sayso.find.passages import Passage

TITLE, GIVEN = 5, 4
"""What a title ("Mr", "spokeswoman") and a first name weigh beside one pronoun in a sentence that names nobody else."""


def genders(
    passages: Sequence[Passage],
    names: Iterable[Name],
    full: Mapping[Name, str],
    words: Mapping[str, Sequence[str]],
    given: Mapping[str, Sequence[str]],
) -> dict[str, str]:
    """For each person's full name the key of `words` ("he" or "she") that most speaks for it; left out where nothing or as much does.

    `given` are the first names of which most bearers are spoken of by a key; one that only stands inside of a longer name tells nothing.
    """
    key_of = {word: key for key, listed in words.items() for word in listed}
    given_of = {word: key for key, listed in given.items() for word in listed}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    people = sorted((name for name in names if name.kind == "person"), key=lambda name: name.start)
    persons = dict.fromkeys(full[name] for name in people)
    for person in persons:
        whole = next((other for other in persons if other.endswith(f" {person}")), person)
        first, _, last = whole.partition(" ")
        votes[person][given_of.get(first.lower(), "") if last else ""] += GIVEN
    for passage in passages:
        for sentence in passage.sentences:
            tokens = list(sentence)
            start, end = passage.start(tokens[0]), passage.end(tokens[-1])
            here = starting_in(people, start, end)
            for name in here:
                for token in _beside(passage, tokens, name):
                    votes[full[name]][key_of.get(token.lower_.rstrip("."), "")] += TITLE
            if len({full[name] for name in here}) == 1 and not any(token.is_quote for token in tokens):
                for token in tokens:
                    if token.pos_ == "PRON" and passage.start(token) > here[0].start:
                        votes[full[here[0]]][key_of.get(token.lower_, "")] += 1
    return {name: found for name, counted in votes.items() if (found := _winner(counted))}


def _beside(passage: Passage, tokens: Sequence[Token], name: Name) -> Sequence[Token]:
    """The first word of a name and the one before it, where a title stands."""
    inside = [n for n, token in enumerate(tokens) if passage.start(token) >= name.start]
    return tokens[max(0, inside[0] - 1) : inside[0] + 1] if inside else []


def _winner(counted: Counter[str]) -> str:
    he, she = counted["he"], counted["she"]
    return "" if he == she else "he" if he > she else "she"
