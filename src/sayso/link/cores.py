"""By what the names of a body are one that say the same in other words: country and organ, its kind at the end, without who governs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.lang.language import Language
from sayso.link.names import is_acronym, without_opening
from sayso.link.short_names import BODIES, without_leading
from sayso.link.standing import bare_organ, office_of, organ_of

if TYPE_CHECKING:
    from sayso.link.named import Named

STATE_KINDS = frozenset({"state", "government_body", "other"})
GROUPS = frozenset({"armed_group", "other"})
"""Kinds of whose names of one word the plural means the same bodies: "Dolani" and "the Dolanis"."""
LAND_WORDS = 3
"""Words that a country's name has at most at the beginning of a body's, or at its end."""
PLURAL = 4
"""Letters that a body's last word has more than to be compared without the s of a plural."""
LARGE = 3
"""Words that a body's name has at least, but for "of the", to be compared with its kind at the end."""
ALONE = 5
"""The same of a group's name of one word."""


def core_of(one: Named, country_of: Callable[[str], str], language: Language) -> str:
    """By what bodies are one whose names say the same in other words; a folded name as it is where they do not."""
    if one.kind not in BODIES | STATE_KINDS:
        return _core(one.folded, language)
    spelt_out = language.rules("governing")["bodies"].get(one.folded) if is_acronym(one.name) else None
    if spelt_out is not None:
        return _in_general(spelt_out, country_of, language)
    own = organ_of(one.folded, country_of, language) or office_of(one.folded, country_of, language)
    core = own or _core(one.folded, language)
    if own or one.kind not in BODIES:
        return core
    bare = _kind_last(without_leading(core.split()), country_of, language)
    return _in_general(bare, country_of, language) if " " in bare or one.kind in GROUPS else bare


def core_in(one: Named, core: str, lands: Collection[str], cores: Iterable[str], language: Language) -> str:
    """The same of a bare name of a body that every state has, as that of the one country of its text.

    Only where `cores`, those of the text's names, hold none of its kind of another country; else `core`.
    """
    organ = bare_organ(one.folded, language) if len(lands) == 1 and not one.fuller else ""
    known = {land for other in cores for land, _, body in (other.partition(" "),) if body == organ and land.isupper()}
    return f"{next(iter(lands))} {organ}" if organ and known.issubset(lands) else core


def _in_general(core: str, country_of: Callable[[str], str], language: Language) -> str:
    """A body's name with the country before or behind it as its code, and its last word in the singular.

    "Ruritania National Guards" is one with "Ruritanian National Guard".
    """
    told, size = core.split(), len(core.split())
    for n in range(min(LAND_WORDS, size - 1), 0, -1):
        if land := country_of(" ".join(told[:n])):
            told = [land, *told[n:]]
            break
        before = [word for word in told[:-n] if word not in language.grammar.definite]
        if len(before) > 1 and before[-1] in language.grammar.described_by and (land := country_of(" ".join(told[-n:]))):
            told = [*before, land]
            break
    last, ending = told[-1], language.grammar.plural
    several = len(last) > (PLURAL if len(told) > 1 else ALONE) and last.endswith(ending) and not last.endswith(2 * ending)
    return " ".join([*told[:-1], last.removesuffix(ending) if several else last])


def _core(folded: str, language: Language) -> str:
    """A folded name without words for those who govern: "taliban government" is "taliban"."""
    table = language.rules("governing")
    if any(word in table["former"] for word in folded.split()):
        return folded
    for word in sorted(table["after"], key=len, reverse=True):
        folded = folded.removesuffix(f" {word}")
        for led in table["led"]:
            folded = folded.removesuffix(f" {led} {word}")
    for word in table["before"]:
        folded = folded.removeprefix(f"{word} ")
    return _office_last(without_opening(folded), table["offices"], language.grammar.belonging)


def _office_last(folded: str, offices: Sequence[str], belonging: Iterable[str]) -> str:
    """A body's name with its kind at the end: "ministry of the interior" as "interior ministry"."""
    for office in offices:
        for of in sorted(belonging):
            if folded.startswith(f"{office} {of} "):
                return f"{without_opening(folded.removeprefix(f'{office} {of} '))} {office}"
    return folded


def _kind_last(core: str, country_of: Callable[[str], str], language: Language) -> str:
    """A body's name of three large words and more with its kind at the end, whatever stands before that.

    "general command of the dawn" as "dawn general command", "ruritanian department of state" as "ruritanian state department".
    """
    told, table = core.split(), language.rules("actors")
    heads = frozenset((*table["body_heads"], *language.rules("governing")["offices"]))
    at = next((n for n, word in enumerate(told[1:-2], 1) if word in heads and told[n + 1] in language.grammar.belonging), 0)
    rest = [word for word in told[at + 2 :] if word not in language.grammar.definite]
    if not at or at + len(rest) + 1 < LARGE or language.grammar.belonging & {*rest} or country_of(" ".join(rest)):
        return core
    lands = next((n for n in range(at, 0, -1) if country_of(" ".join(told[:n]))), 0)
    return " ".join([*told[:lands], *rest, *told[lands : at + 1]])


def state_of(one: Named, core: str, country_of: Callable[[str], str]) -> str:
    """The country that a name means as a state: its name, or its adjective with a word for those who govern."""
    if one.kind not in STATE_KINDS or not one.folded:
        return ""
    return country_of(core) if core != one.folded or one.kind == "state" else ""


def bare_state(one: Named, lands: Collection[str], language: Language) -> str:
    """The country whose government "the government" alone is, in a text that speaks of one country; else empty."""
    bare = one.kind in STATE_KINDS and one.folded in language.rules("governing")["bare"]
    return next(iter(lands)) if bare and len(lands) == 1 else ""
