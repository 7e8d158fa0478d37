"""How two written names agree, word by word: which words are the same, spelt otherwise, shortened, or in one of them alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from sayso.link.name_parts import Parts
from sayso.link.names import skeleton

LIKE = 0.45
"""Share of the letters of the longer of two words up to which they may differ and be one word misspelt."""
JOINED = 5
"""Letters from which words written as one are taken for several words of another name."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two names word by word: words that are the same, sound the same, or differ in letters; initials; and what is in one alone."""

    same: tuple[str, ...] = ()
    sounding: tuple[tuple[str, str], ...] = ()
    spelt: tuple[tuple[str, str], ...] = ()
    initials: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    ordered: bool = True

    @property
    def shared(self) -> int:
        """How many words they share, initials not counted."""
        return len(self.same) + len(self.sounding) + len(self.spelt)

    @property
    def letters(self) -> int:
        """How many letters differ in words that do not sound the same."""
        return sum(OSA.distance(one, other) for one, other in self.spelt)


def sound_alike(one: str, other: str) -> bool:
    """Whether two folded words have the same consonants, at least two."""
    return len(bones := skeleton(one)) > 1 and bones == skeleton(other)


@lru_cache(maxsize=4096)
def agreement(one: Parts, other: Parts) -> Agreement:
    """The words of two names laid side by side, the likest first."""
    a = _as_written(one.words, other.words)
    b = _as_written(other.words, a)
    pairs = _likest(a, b)
    left, right = (
        [word for number, word in enumerate(words) if number not in taken]
        for words, taken in zip((a, b), map(set, zip(*pairs, strict=True)) if pairs else ((), ()), strict=True)
    )
    initials = tuple(_initials(left, right))
    told = [(a[i], b[j]) for i, j in pairs]
    otherwise = [(x, y) for x, y in told if x != y]
    return Agreement(
        tuple(x for x, y in told if x == y),
        tuple(pair for pair in otherwise if sound_alike(*pair)),
        tuple(pair for pair in otherwise if not sound_alike(*pair)),
        initials,
        tuple(_less(left, [x for x, _ in initials])),
        tuple(_less(right, [y for _, y in initials])),
        [j for _, j in sorted(pairs)] == sorted(j for _, j in pairs),
    )


def _as_written(words: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, those put together that the other name writes as one."""
    for start, end in combinations(range(len(words) + 1), 2):
        several, whole = words[start:end], "".join(words[start:end])
        if len(several) < 2 or len(whole) < JOINED or min(map(len, several)) < 2:  # an initial is no piece of a word
            continue
        if any(OSA.distance(whole, word, score_cutoff=1) <= 1 for word in other):
            return _as_written((*words[:start], whole, *words[end:]), other)
    return words


def _likest(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Which words of two names are one, each at most once, by their places."""
    found: list[tuple[int, int]] = []
    ranked = sorted((_unlike(x, y), abs(i - j), i, j) for i, x in enumerate(a) for j, y in enumerate(b))
    for unlike, _, i, j in ranked:
        if unlike <= LIKE and all(i != k and j != m for k, m in found):
            found.append((i, j))
    return found


def _unlike(one: str, other: str) -> float:
    """The share of letters by which two words differ; next to none where they sound the same. Numbers are never spelt otherwise."""
    if one == other or one[0].isdigit() or other[0].isdigit():
        return float(one != other)
    share = OSA.normalized_distance(one, other)
    return min(share, 0.05) if sound_alike(one, other) else share


def _initials(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words left over of which one is the first letter of the other."""
    free = list(right)
    for one in left:
        for other in free:
            if one[0] == other[0] and 1 in (len(one), len(other)):
                free.remove(other)
                yield one, other
                break


def _less(words: Sequence[str], taken: Sequence[str]) -> list[str]:
    rest = list(words)
    for word in taken:
        rest.remove(word)
    return rest
