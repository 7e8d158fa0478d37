"""Words by which an author speaks of himself and of what he writes: "this brief", "the present writer", "in the author's judgment"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.passages import Passage
from sayso.lang.language import Language


class OwnWriting:
    """Knows them by the table `cues` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("cues")
        self.texts, self.this, self.writers, self.present = (
            frozenset(table[key]) for key in ("own_texts", "this", "own_writers", "present_writer")
        )

    def means(self, passage: Passage, noun: Token) -> bool:
        """Whether a noun stands for who writes here, or for what he writes."""
        before = {child.lower_ for child in noun.lefts}
        if noun.lemma_.lower() in self.texts:
            return bool(before & self.this)
        return noun.lemma_.lower() in self.writers and (bool(before & self.present) or self._is_alone(passage, noun))

    def _is_alone(self, passage: Passage, noun: Token) -> bool:
        """Whether the text speaks of "the author" and of no other: one who wrote a book is first called "an author" or "author of"."""
        definite = grammar_of(noun).definite
        if not all(child.lower_ in definite or child.dep_ in ("case", "punct") for child in noun.children):
            return False
        words = passage.text.lower().replace("’", " ").replace("'", " ").split()
        called = [n for n, word in enumerate(words) if word.strip(".,;:()") in (noun.lower_, f"{noun.lower_}s")]
        of = grammar_of(noun).belonging
        return all(n and words[n - 1] in definite and not (n + 1 < len(words) and words[n + 1] in of) for n in called)
