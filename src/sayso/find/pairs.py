"""Whom "both" and "the two sides" mean: two bodies or persons that were named together before."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.grammar import NOUNS
from sayso.find.passages import Passage
from sayso.lang.language import Language
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span

BACK = 2
"""Sentences, the present one included, in which the two are sought."""


class Pairs:
    """Finds the two by the table `actors` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        table = language.rules("actors")["of_two"]
        self.cast, self.alone = cast, frozenset(table["alone"])
        self.before, self.nouns = frozenset(table["before"]), frozenset(table["nouns"])

    def of(self, passage: Passage, speaker: Token) -> list[tuple[Voice, Mention | None]]:
        """A voice for each of the two whom a word means, with its mention; none where it means no two that are known."""
        if not self._means_two(speaker):
            return []
        span = Span(passage.sha, passage.start(speaker.doc[speaker.left_edge.i]), passage.end(speaker))
        for first in reversed(passage.parse[: speaker.left_edge.i]):
            if sum(bool(token.is_sent_start) for token in passage.parse[first.i + 1 : speaker.i + 1]) >= BACK:
                return []
            joined = [token for token in first.conjuncts if first.i < token.i < speaker.i] if first.pos_ in NOUNS else []
            found = [self.cast.actor_at(passage, token) for token in (first, *joined)] if len(joined) == 1 else []
            known = [who for who in found if who is not None and who.named]
            if len(known) == 2 and known[0].name != known[1].name and (known[0].kind == "person") == (known[1].kind == "person"):
                return [(Voice(passage.quote(span), span, who.name), who) for who in known]
        return []

    def _means_two(self, speaker: Token) -> bool:
        """Whether a word is "both", or a noun such as "sides" with "both" or "two" before it."""
        lefts = {child.lower_ for child in speaker.lefts}
        return speaker.lower_ in self.alone or (speaker.lemma_.lower() in self.nouns and bool(lefts & self.before))
