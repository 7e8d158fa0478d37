"""The rules for attributes of a spaCy pipeline, asked once for each kind of word: its own component tries all of them on every word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import spacy.language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

ASKED = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
"""What a rule may ask of a word for its answer to be kept: all but the word itself have few values."""
LISTS = frozenset({"IN", "NOT_IN"})
Pattern = Sequence[Mapping[str, object]]


class WordRules:
    """The matcher of an attribute ruler: the same matches, of which only the order is another.

    What the rules for single words say is kept by tag, relation and word. All words that no rule names are one, so that there are some
    hundreds of answers and no more. Rules for several words and those for letters ("^y'?$") are tried on every word as before.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._kept, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._words: set[int] = set()
        self._answers: dict[tuple[int, ...], tuple[int, ...]] = {}
        for number, rule in enumerate(ruler.patterns):
            patterns = cast(Iterable[Pattern], rule["patterns"])
            kept = [pattern for pattern in patterns if _can_be_kept(pattern)]
            others = [pattern for pattern in patterns if not _can_be_kept(pattern)]
            for matcher, its_own in ((self._kept, kept), (self._others, others)):
                if its_own:
                    matcher.add(str(number), its_own)  # type: ignore[arg-type]
            self._words.update(ruler.vocab.strings[word] for pattern in kept for word in _named(pattern[0]))

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: bool) -> list[tuple[int, int, int]]:
        """The rules that hold, with the first word of each and the one behind its last, as the ruler asks its own matcher."""
        found = list(self._others(doc, allow_missing=allow_missing)) if len(self._others) else []
        words = (word if word in self._words else 0 for word in doc.to_array("LOWER").tolist())
        others = (doc.to_array(name).tolist() for name in sorted(ASKED - {"LOWER"}))
        for place, kind in enumerate(zip(words, *others, strict=True)):
            ids = self._answers.get(kind)
            if ids is None:
                ids = tuple(key for key, _, _ in self._kept(doc[place : place + 1], allow_missing=allow_missing))
                self._answers[kind] = ids
            found += [(key, place, place + 1) for key in ids]
        return found


def _can_be_kept(pattern: Pattern) -> bool:
    """Whether a rule is for one word, and asks of it only what is kept: not for letters in it."""
    listed = pattern[0].get("LOWER", "")
    plain = isinstance(listed, str) or (isinstance(listed, Mapping) and LISTS.issuperset(listed))
    return len(pattern) == 1 and ASKED.issuperset(pattern[0]) and plain


def _named(asked: Mapping[str, object]) -> list[str]:
    """The words that one of them is asked for."""
    listed = asked.get("LOWER")
    if isinstance(listed, Mapping):
        return [str(word) for words in listed.values() for word in words]
    return [str(listed)] if listed is not None else []


def with_word_rules(nlp: spacy.language.Language) -> spacy.language.Language:
    """The same pipeline, in which each attribute ruler asks its rules once for each kind of word."""
    for _, component in nlp.pipeline:
        if isinstance(component, AttributeRuler):
            component.matcher = WordRules(component)  # type: ignore[assignment]
    return nlp
