"""How like two written names are that nothing makes one: a table of what they share and lack, for an analyst to decide by.

The weights were fitted to the names bench, in log-odds, and rounded (docs/decisions/015). Nothing is joined by them: all of them together
stay below `SAME`, since whose names differ in a letter or lack a word are often father and son, or two parts of one firm.
"""

from __future__ import annotations

from sayso.link.actors import APART, FEATURES, SAME
from sayso.link.agreement import Agreement, agreement
from sayso.link.judge import Feature, forbidden, judge
from sayso.link.named import Named
from sayso.link.spelling import both_parts, forms_agree
from sayso.records.link import Reason

FEW, MANY = 2, 3
"""Letters that may differ in one name misspelt, and words from which one name has many beyond the other."""


def _agreement(a: Named, b: Named) -> Agreement:
    return agreement(*both_parts(a, b))


def shared_words(a: Named, b: Named) -> str | None:
    """they share words, or words that differ in few letters"""
    told = _agreement(a, b)
    pairs = (*told.sounding, *told.spelt)
    return ", ".join((*told.same, *(f"{one} ~ {other}" for one, other in pairs))) if told.shared else None


def two_letters(a: Named, b: Named) -> str | None:
    """two letters of these words differ"""
    return _spelt(a, b) if _agreement(a, b).letters == FEW else None


def more_letters(a: Named, b: Named) -> str | None:
    """three letters of these words differ, or more"""
    return _spelt(a, b) if _agreement(a, b).letters > FEW else None


def _spelt(a: Named, b: Named) -> str:
    return ", ".join(f"{one} ~ {other}" for one, other in _agreement(a, b).spelt)


def another_word(a: Named, b: Named) -> str | None:
    """each has a word that the other has not"""
    told = _agreement(a, b)
    return f"{' '.join(told.left)} / {' '.join(told.right)}" if told.left and told.right else None


def single_word(a: Named, b: Named) -> str | None:
    """one is a single word of the other"""
    told = _agreement(a, b)
    return " ".join(told.left or told.right) if _further(told) and told.shared + len(told.initials) == 1 else None


def many_further_words(a: Named, b: Named) -> str | None:
    """one has three words more than the other, or even more"""
    told = _agreement(a, b)
    return " ".join(told.left or told.right) if _further(told) >= MANY else None


def _further(told: Agreement) -> int:
    """How many words one has beyond the other, which has none beyond it."""
    return 0 if told.left and told.right else len(told.left) + len(told.right)


def another_form(a: Named, b: Named) -> str | None:
    """their legal forms or honorifics are not the same"""
    return None if forms_agree(*both_parts(a, b)) else f"{a.name}, {b.name}"


def another_order(a: Named, b: Named) -> str | None:
    """the words stand in another order"""
    return None if _agreement(a, b).ordered else f"{a.name}, {b.name}"


LIKENESS: tuple[Feature[Named], ...] = (
    Feature(shared_words, 2.5),
    Feature(two_letters, -0.5),
    Feature(more_letters, -2.5),
    Feature(another_word, -3.5),
    Feature(single_word, -1.5),
    Feature(many_further_words, -1.0),
    Feature(another_form, -1.5),
    Feature(another_order, -0.5),
)
"""What is looked at in two names that no row of `FEATURES` makes one, and what it weighs."""


def compared(a: Named, b: Named) -> tuple[float, tuple[Reason, ...]]:
    """What a pair of names scores, and why: by `FEATURES` where these make the two one, or keep them apart by more than their spelling."""
    score, reasons = judge(a, b, FEATURES)
    decided = score >= SAME or forbidden(a, b, APART)
    return (score, reasons) if decided else judge(a, b, LIKENESS)
