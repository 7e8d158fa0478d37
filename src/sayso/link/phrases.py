"""The names and words of a clause that tells of an event, by which two accounts are compared that say too little of when it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise, product

from sayso.known.name_words import name_words
from sayso.lang.language import Language, language_of
from sayso.lang.phrases import whole_phrases
from sayso.link.names import fold
from sayso.link.shared import shared
from sayso.records.claim import Claim
from sayso.records.document import Span
from sayso.records.place import COUNTRY

WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
OPENING = re.compile(r"(?:^|(?<!\b[^\W\d_])[.!?:]\s)\W*\Z")
"""What stands before the first word of a sentence, whose capital says nothing; the full stop of an initial ends none."""
LOOK_BACK = 8
"""Code points before a word in which the end of a sentence is looked for."""
LEAST_OF_A_NAME = 3
"""Letters of a folded name: shorter ones are initials and titles."""
MEANS = ("by_shots", "by_blast", "by_blades")
"""The lists of words that tell with what people were harmed."""
LEAST, STEM = 4, 5
"""Letters from which on a word is taken to say something, and how many are compared, so that "bombed" and "bombings" meet."""


@dataclass(frozen=True)
class Phrase:
    """The words of a claim's clause. `aside` is where in them stands who speaks, and the word of saying; `code` is the language's.

    `known` is where its doers and its towns and provinces stand, which are compared as such.
    """

    quote: str
    aside: tuple[tuple[int, int], ...]
    code: str | None
    known: tuple[tuple[int, int], ...] = ()

    def shared_names(self, other: Phrase) -> frozenset[str]:
        """The names that stand in both, but words that many names have, and those that both know as doers or places."""
        shared = self.names & other.names
        shared -= general_words(language_of(self.code)) if shared else shared
        return shared - (self._known_words & other._known_words) if shared else shared

    def shared_words(self, other: Phrase) -> frozenset[str]:
        """The words that stand in both, but those that both know as doers or places."""
        return _said_by_both(self.words, other.words, self._known_words, other._known_words)

    @property
    def names(self) -> frozenset[str]:
        """Its words with a capital, folded, without those of who speaks, of the calendar, and first names before others."""
        return self._sets[0]

    @property
    def words(self) -> frozenset[str]:
        """The beginnings of its words that say something, without those of who speaks and of the calendar."""
        return self._sets[1]

    @cached_property
    def means(self) -> frozenset[str]:
        """With what it tells that people were harmed, by the lists of the language's table that have its words."""
        language = language_of(self.code)
        return frozenset(name for name in MEANS if whole_phrases(language, "pointing", name).search(self.quote))

    @cached_property
    def fatal(self) -> bool:
        """Whether it tells that somebody was killed."""
        return whole_phrases(language_of(self.code), "pointing", "fatal").search(self.quote) is not None

    @property
    def _known_words(self) -> frozenset[str]:
        return self._sets[2]

    @cached_property
    def _sets(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """Its names, words and known words; the words with their places, many times as large, are not held for that."""
        told, language = self._told(), language_of(self.code)
        dates, empty, known = calendar(language), _empty(language), self._inside(self.known)
        first = frozenset(
            at
            for (at, word, folded), (then, next_, _) in pairwise(told)
            if folded in _first_names(language) and then == at + len(word) + 1 and _is_capital(next_)
        )
        big = ((at, folded) for at, word, folded in told if _is_capital(word) and len(folded) >= LEAST_OF_A_NAME)
        return (
            frozenset(
                one
                for at, one in big
                if one not in dates and at not in first and not OPENING.search(self.quote, max(0, at - LOOK_BACK), at)
            ),
            frozenset(folded[:STEM] for _, _, folded in told if len(folded) >= LEAST and folded not in empty),
            shared(frozenset(folded for at, _, folded in told if at in known)),
        )

    def runs(self, longest: int) -> frozenset[tuple[str, ...]]:
        """Its words with a capital that stand beside each other, up to so many, folded: what in it may be a name."""
        found, run, last = set[tuple[str, ...]](), list[str](), 0
        for at, word, folded in self._told():
            run = [] if not word[0].isupper() else [*run, folded] if at == last + 1 else [folded]
            last = at + len(word)
            found |= {tuple(" ".join(run[-size:]).split()) for size in range(1, min(longest, len(run)) + 1)}
        return frozenset(found)

    def names_of(self, names: Collection[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[int, int]]:
        """Where each of these names, given by their folded words, first stands as a name of its own: not the "Kest" of "Kest Brand"."""
        told, general = self._told(), general_words(language_of(self.code)) | calendar(language_of(self.code))
        found: dict[tuple[str, ...], tuple[int, int]] = {}
        longest = max(map(len, names), default=0)
        for spot, size in product(range(len(told)), range(1, longest + 1)):
            own, behind = told[spot : spot + size], told[spot + size : spot + size + 1]
            name, end = tuple(" ".join(folded for _, _, folded in own).split()), own[-1][0] + len(own[-1][1])
            longer = any(at == end + 1 and _is_capital(word) and folded not in general for at, word, folded in behind)
            if name in names and all(_is_capital(word) for _, word, _ in own) and not longer:
                found.setdefault(name, (own[0][0], end))
        return found

    def _inside(self, ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
        """All code points of the words that stand in one of these ranges."""
        return frozenset(at for start, end in ranges for at in range(max(0, start), min(end, len(self.quote))))

    def _told(self) -> tuple[tuple[int, str, str], ...]:
        """Where each word stands, the word, and its folded form, of those that are not aside."""
        aside = self._inside(self.aside)
        found = ((match.start(), match.group()) for match in WORD.finditer(self.quote))
        return tuple((at, word, fold(word)) for at, word in found if at not in aside)


def phrase_of(claim: Claim, code: str | None, spots: Iterable[tuple[int, int]] = ()) -> Phrase:
    """The words of a claim in a text of this language; `spots` is where in them towns stand that are no detail of it."""

    def inside(spans: Iterable[Span | None]) -> tuple[tuple[int, int], ...]:
        ends = [(span.start - claim.span.start, span.end - claim.span.start) for span in spans if span]
        return tuple((start, end) for start, end in ends if end > 0 and start < claim.span.size)

    known = inside(slot.span for slot in claim.slots if slot.name == "agent" or (slot.place and slot.place.precision < COUNTRY))
    return Phrase(claim.quote, inside((claim.cue, *(voice.span for voice in claim.voices))), code, (*known, *spots))


def _is_capital(word: str) -> bool:
    """Whether a word is written like a name, and is not made of one and a common word ("Sarnian-led")."""
    return word[0].isupper() and not ("-" in word and word.rpartition("-")[2][:1].islower())


@lru_cache(maxsize=1)  # three rows of a table ask for the words of a pair, one after the other
def _said_by_both(one: frozenset[str], other: frozenset[str], known: frozenset[str], also: frozenset[str]) -> frozenset[str]:
    shared = one & other
    return shared - {word[:STEM] for word in known & also} if shared else shared


@cache
def calendar(language: Language) -> frozenset[str]:
    """The names of months and days, folded."""
    months, days = language.rules("months"), language.rules("dates")["words"]["weekday"]
    shorts = [short for forms in months["short"].values() for short in forms.split("|")]
    return frozenset(fold(word) for word in (*months["names"].values(), *shorts, *days.values()))


@cache
def _first_names(language: Language) -> frozenset[str]:
    """First names, folded, which many bear."""
    return frozenset(fold(name) for names in language.rules("given_names").values() for name in names)


@cache
def _empty(language: Language) -> frozenset[str]:
    """Words that say nothing of an event."""
    return calendar(language) | frozenset(language.rules("pointing")["small_words"])


@cache
def general_words(language: Language) -> frozenset[str]:
    """The words of titles and offices, for kinds of bodies, of places and where they lie, and those that open names: many have them."""
    actors, places = language.rules("actors"), language.rules("place_words")
    told = [*actors["titles"], *actors["offices"], *actors["body_heads"], *actors["making_another"]]
    told += [word for kind in actors["kind_words"].values() for word in kind]
    told += [word for kind in ("region", "district", "town", "water", "sites", "terrain", "ways", "directions") for word in places[kind]]
    openings = name_words()
    return openings.toponyms.union(openings.hallowed, openings.sons, openings.kunyas, " ".join(told).split())
