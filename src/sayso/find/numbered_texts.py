"""Texts that are called by a number: "Notice 44", "Communiqué No. 17"; each speaks for who is told anywhere to have put it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.grammar import NOUN_SUBJECTS, NOUNS, VERBAL, grammar_of, object_of
from sayso.find.passages import Passage
from sayso.lang.grammar import any_of
from sayso.lang.language import Language
from sayso.records.claim import Mention

OWNING = frozenset({"poss", "compound", "nmod", "amod"})
PARTY = frozenset({"armed_group", "government_body", "international_org", "company", "state", "other"})
"""Kinds of actors who put out such texts."""


class NumberedTexts:
    """Finds them by the table `cues` of a language."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast, table = cast, language.rules("cues")
        self.nouns = frozenset(table["numbered"])
        self.put_out = frozenset(table["put_out"]) | frozenset(table["answering"])
        self.texts = frozenset(table["issued"])
        self.pattern = re.compile(rf"\b((?i:{any_of(self.nouns)}))(?:,? (?:No|no|Nr|nr|Number|number)\.?)? ?(\d{{1,4}})\b")
        self.issuers: dict[str, Mention] = {}

    def begin(self, passages: Sequence[Passage]) -> None:
        """Reads who put out each such text of a document: by its own words, else by the first sentence that tells it."""
        self.issuers.clear()
        for tells in (self._named_beside, self._told):
            for passage, noun, key in self._found(passages):
                if key not in self.issuers and (who := tells(passage, noun)) is not None and who.kind in PARTY:
                    self.issuers[key] = who

    def of(self, passage: Passage, noun: Token) -> Mention | None:
        """Who put out the text that a noun names by its number; None where nothing tells it."""
        start = passage.start(noun)
        found = self.pattern.match(passage.text, start) if noun.lower_ in self.nouns else None
        return self.issuers.get(_key(found)) or self._of_all(found[1].casefold()) if found is not None else None

    def _of_all(self, noun: str) -> Mention | None:
        """Who put out all texts of a name of which it is told: "Bulletin 11", where Bulletin 9 is the Front's."""
        known = {who.name: who for key, who in self.issuers.items() if key.rpartition(" ")[0] == noun}
        return next(iter(known.values())) if len(known) == 1 else None

    def _found(self, passages: Sequence[Passage]) -> Iterator[tuple[Passage, Token, str]]:
        for passage in passages:
            for found in self.pattern.finditer(passage.text, passage.block.start, passage.block.end):
                if tokens := passage.tokens(*found.span(1)):
                    yield passage, tokens[0], _key(found)

    def _named_beside(self, passage: Passage, noun: Token) -> Mention | None:
        """ "Bulletin 9 of the Front", "the Front's Notice 44", "Notice 44, the Front's statement"."""
        words = grammar_of(noun)
        explained = [child for child in noun.rights if child.dep_ == "appos" or child.like_num]  # parsers hang "of the Front" on the number
        for text in (noun, *explained):
            named = (object_of(text, part) for part in (words.belonging, words.doer, words.giver))
            owners = (child for child in text.lefts if child.dep_ in OWNING and child.pos_ in (*NOUNS, "ADJ"))
            for owner in filter(None, (*named, *owners)):
                if (who := self.cast.actor_at(passage, owner)) is not None:
                    return who
        return None

    def _told(self, passage: Passage, noun: Token) -> Mention | None:
        """ "the Front replied with Notice 44", "the Front denied it in a statement ("Notice 44")"."""
        verb = next((above for above in noun.ancestors if above.pos_ in VERBAL), None)
        subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None) if verb is not None else None
        if verb is None or subject is None or subject == noun or noun.dep_ in NOUN_SUBJECTS:
            return None
        between = [token.lemma_.lower() for token in passage.parse[min(verb.i, noun.i) : max(verb.i, noun.i)]]
        stated = verb.lemma_ in self.put_out or not self.texts.isdisjoint(between)
        return self.cast.actor_at(passage, subject) if stated else None


def _key(found: re.Match[str]) -> str:
    return f"{found[1].casefold()} {found[2]}"
