"""Finds known names in a text: the longest match at each place, on word bounds, in one pass over the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sayso.known.spelling import Word, capitals_fit, words

T = TypeVar("T")


@dataclass(slots=True)
class _Node(Generic[T]):
    """A word of the tree: the words that may follow it, and the entries whose name ends here."""

    next: dict[str, _Node[T]] = field(default_factory=dict)
    entries: list[tuple[str, T]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A name seen in a text, and all entries that bear it."""

    start: int
    end: int
    entries: tuple[T, ...]


Accept = Callable[[str, int, int, tuple[T, ...]], tuple[T, ...]]


class NameTree(Generic[T]):
    """Names by their words. What a name stands for is up to the caller; several entries may bear one name."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._root: _Node[T] = _Node()
        for name, entry in entries:
            node = self._root
            for number, word in enumerate(words(name)):
                step = word.gap + word.folded if number else word.folded
                node = node.next.setdefault(step, _Node())
            if node is not self._root:
                node.entries.append((name, entry))

    def find(self, text: str, accept: Accept[T], seen: list[Word] | None = None) -> list[Hit[T]]:
        """The longest names that do not overlap, from left to right; `accept` picks which entries hold at a place, none to go on.

        `seen` are the words of the text where they are at hand already.
        """
        seen = words(text) if seen is None else seen
        hits: list[Hit[T]] = []
        at = 0
        while at < len(seen):
            node = self._root.next.get(seen[at].folded)
            found = self._longest(text, seen, at, node, accept) if node else None
            if found:
                hits.append(found[0])
                at = found[1]
            else:
                at += 1
        return hits

    def named(self, name: str) -> tuple[T, ...]:
        """The entries that bear exactly this name, whatever its capitals."""
        node: _Node[T] | None = self._root
        for number, word in enumerate(words(name)):
            node = node.next.get(word.gap + word.folded if number else word.folded) if node else None
        return tuple(entry for _, entry in node.entries) if node else ()

    def _longest(self, text: str, seen: list[Word], at: int, node: _Node[T], accept: Accept[T]) -> tuple[Hit[T], int] | None:
        best = None
        last = at
        while True:
            if node.entries:
                hit = _hit(text, seen[at].start, seen[last].end, node, accept)
                best = (hit, last + 1) if hit else best
            if last + 1 == len(seen):
                return best
            word = seen[last + 1]
            following = node.next.get(word.gap + word.folded)
            if following is None:
                return best
            node, last = following, last + 1


def _hit(text: str, start: int, end: int, node: _Node[T], accept: Accept[T]) -> Hit[T] | None:
    fitting = [(name, entry) for name, entry in node.entries if capitals_fit(name, text[start:end])]
    kept = accept(text, start, end, tuple(entry for _, entry in fitting)) if fitting else ()
    if not kept:
        return None
    if text[end : end + 1] == "." and any(name.endswith(".") for name, _ in fitting):
        end += 1
    return Hit(start, end, kept)
