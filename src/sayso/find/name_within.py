"""Whether a name that packs know is only a part of the name of a body that they do not know."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.find.name_extents import BODIES
from sayso.lang.language import Language

if TYPE_CHECKING:
    from sayso.find.names import Name

DESCRIBED = 2
"""Words that such a body's name has at least before its country's, beside the noun at its head: "Hill Front of" Ruritania."""


def is_within(name: Name, longer: Name, language: Language) -> bool:
    """Whether a name only begins that of a body of its own, or ends it as its country: "Valley League Support Office", "Hill Front of
    Ruritania", "the Morning Front", where a newspaper is called "Morning"."""
    table = language.rules("actors")
    if name.kind == "state":
        before = longer.text[: max(0, name.start - longer.start)].split()
        heads = nouns_of_bodies(language) - {*table["people"], *table["titles"], *language.rules("governing")["bare"]}
        headed = any(word.lower() in heads for word in before if word[0].isupper())  # "the Unity Government of Ruritania" is that state's
        return headed and len(before) > DESCRIBED and is_its_land(name, longer)
    kinds = {"international_org": BODIES - {"media"}, "media": frozenset({"armed_group"})}.get(name.kind, frozenset())
    if longer.start > name.start or longer.end <= name.end or longer.kind not in kinds:
        return False
    behind = longer.text[name.end - longer.start :].split()
    heads = nouns_of_bodies(language).union(table["bodies_speaking"])
    return behind[0][:1].isupper() and not heads.isdisjoint(word.lower() for word in behind if word[0].isupper())


def is_its_land(name: Name, body: Name) -> bool:
    """Whether a state's name ends that of a body: "Prosecutor's office of Ruritania"."""
    return name.kind == "state" and body.start < name.start and body.end == name.end


@cache
def nouns_of_bodies(language: Language) -> frozenset[str]:
    """The nouns that name bodies of every kind."""
    table = language.rules("actors")
    return frozenset(word for kinds in table["kind_words"].values() for word in kinds).union(table["body_heads"])
