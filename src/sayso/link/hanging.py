"""What is looked at in two mentions of which one hangs on the other or turns away from it: by its words, or by where it is told."""

from __future__ import annotations

import msgspec

from sayso.lang.language import language_of
from sayso.link.happenings import TAKEN, Happening
from sayso.link.judge import NEVER, Feature
from sayso.link.pointing import GENERAL

HANGING = 2
"""Code points from the end of a mention to the start of a clause that hangs on it: a comma and a space."""
OPENING = 2
"""Words within which a clause comes to its verb: "dead and burned his car" begins with a word of the clause before."""
NEAR = 1500
"""Code points within which a text is taken to speak of one thing: two or three paragraphs."""
STEP = 120
"""Code points from the end of a mention to the start of one in the next sentence, whose own clause may begin late."""
EXPLAINED = 250
"""The same for what a writer explains: a sentence may stand in between."""


def alike_but_beside(one: Happening, other: Happening) -> bool:
    """Whether two accounts are the same but for which others of the text they are told beside."""
    near = {name: getattr(other, name) for name in ("antecedent", "lead", "opening", "behind", "beside")}
    return msgspec.structs.replace(one, **near) == other


def points_at(a: Happening, b: Happening) -> str | None:
    """its words point back at the one before it"""
    return "definite phrase" if points_at_it(a, b) and near_in_text(a, b) else None


def points_far(a: Happening, b: Happening) -> str | None:
    """its words point back, and this is the last of its kind, though far before it"""
    return "definite phrase" if points_at_it(a, b) and not near_in_text(a, b) else None


def points_at_it(a: Happening, b: Happening) -> bool:
    """Whether one of the two is what the other's words point back at."""
    return b.id == a.antecedent or a.id == b.antecedent


def only_one(a: Happening, b: Happening) -> str | None:
    """one is the only event of its kind that the text dates or places, and the other is told after it without either"""
    return "only one of its kind" if a.id == b.lead or b.id == a.lead else None


def opens_with(a: Happening, b: Happening) -> str | None:
    """and the text opens with it"""
    return "first event" if (a.opening and b.id == a.lead) or (b.opening and a.id == b.lead) else None


def goes_on(a: Happening, b: Happening) -> str | None:
    """told without day or place behind the other in its paragraph, and no other event between"""
    return "same paragraph" if (a.id == b.behind and b.beside) or (b.id == a.behind and a.beside) else None


def goes_on_further(a: Happening, b: Happening) -> str | None:
    """told without day or place in the paragraphs behind the other, and no other event between"""
    return "next paragraphs" if (a.id == b.behind and not b.beside) or (b.id == a.behind and not a.beside) else None


def any_kind(a: Happening, b: Happening) -> str | None:
    """one goes on with the other, and tells only of violence of a kind that it does not tell"""
    later = a if b.id == a.behind else b if a.id == b.behind else None
    return later.type if later and later.type == GENERAL and a.type != b.type else None


def near_in_text(a: Happening, b: Happening) -> str | None:
    """close to each other in one document"""
    return "same passage" if a.doc == b.doc and abs(a.order[1] - b.order[1]) <= NEAR else None


def follows(earlier: Happening, later: Happening, within: int = STEP) -> bool:
    """Whether a mention stands right behind another in one document, by code points."""
    return earlier.doc == later.doc and 0 <= later.order[1] - earlier.order[2] <= within


def came_of_it(a: Happening, b: Happening) -> str | None:
    """told in the sentence of the other as what came of it, or as that in whose course it was"""
    outer, inner = sorted((a, b), key=lambda one: one.order)
    start = inner.order[1] - outer.order[1]
    if a.doc != b.doc or a.voice != b.voice or not inner.hangs or not 0 < start <= len(outer.phrase.quote) + HANGING:
        return None
    table, before = language_of(inner.phrase.code).rules("pointing"), "".join(outer.phrase.quote[:start].lower().split()[-1:]).strip(",;")
    if before in table["in_course"]:
        return before
    opening = [word.strip(",;") for word in inner.phrase.quote.lower().split() if word not in table["deed_behind"]][:OPENING]
    if before in table["reasons"]:
        return None
    told = [word for word in opening if word in table["came_next"]]
    told += [word for word in opening[:1] if word.endswith(tuple(table["came_of"]))]
    return told[0] if told else "harm" if inner.bare else None


def other_turn(a: Happening, b: Happening) -> str | None:
    """one text counts them as two: the first attack, the second"""
    return f"{a.turn}, {b.turn}" if a.doc == b.doc and a.turn and b.turn and a.turn != b.turn else None


def other_end(a: Happening, b: Happening) -> str | None:
    """one tells that people were taken away, the other that they came back, or each that they did otherwise"""
    return f"{a.let_go or 'taken'}, {b.let_go or 'taken'}" if {a.type, b.type} <= TAKEN and a.let_go != b.let_go else None


def only_remembered(a: Happening, b: Happening) -> str | None:
    """one is only called to mind in a text that tells of something else"""
    return "called to mind" if a.remembered != b.remembered else None


def told_as_earlier(a: Happening, b: Happening) -> str | None:
    """one is told as earlier than what its text tells ("was previously hit"), and days do not make the other the same"""
    told = (a, b) if b.earlier else (b, a)
    return "earlier" if a.earlier != b.earlier and (told[0].when is None or a.doc == b.doc) else None


def one_of_several(a: Happening, b: Happening) -> str | None:
    """one tells several events at once and of none what it struck, the other a single one"""
    return "several" if of_several(a) != of_several(b) else None


def of_several(one: Happening) -> bool:
    """Whether a mention tells several events at once and neither where any of them was nor what it struck."""
    return one.several and not (one.anchored or one.places or one.things or one.titles or one.targets)


def turns_away(a: Happening, b: Happening) -> str | None:
    """the later one is set apart from what its text told before: "another", "elsewhere" """
    later = max(a, b, key=lambda one: one.order)
    return "set apart" if a.doc == b.doc and later.elsewhere and not later.definite and a.order[1] != b.order[1] else None


SET_APART: tuple[Feature[Happening], ...] = (
    Feature(other_turn, NEVER, in_text=True, both=("turn",)),
    Feature(other_end, -6.0),
    Feature(only_remembered, -4.0, either=("remembered",)),
    Feature(told_as_earlier, -6.0, either=("earlier",)),
    Feature(one_of_several, -2.5, in_text=True, either=("several",)),
    Feature(turns_away, -2.0, in_text=True),
)
"""What is looked at of the words by which two mentions are set apart, and what it weighs: part of the table of `incident_features.py`."""
