"""By what the names of a body are one that say the same in other words: country and organ, its kind at the end, without who governs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.lang.language import Language
from sayso.link.names import is_acronym, without_opening
from sayso.link.short_names import BODIES, without_leading
from sayso.link.standing import office_of, organ_of

if TYPE_CHECKING:
    from sayso.link.named import Named

STATE_KINDS = frozenset({"state", "government_body", "other"})


def core_of(one: Named, country_of: Callable[[str], str], language: Language) -> str:
    """By what bodies are one whose names say the same in other words; a folded name as it is where they do not."""
    if one.kind not in BODIES | STATE_KINDS:
        return _core(one.folded, language)
    if is_acronym(one.name) and (spelt_out := language.rules("governing")["bodies"].get(one.folded)):
        return str(spelt_out)
    own = organ_of(one.folded, country_of, language) or office_of(one.folded, country_of, language)
    core = own or _core(one.folded, language)
    return without_leading(core.split()) if one.kind in BODIES else core


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


def state_of(one: Named, core: str, country_of: Callable[[str], str]) -> str:
    """The country that a name means as a state: its name, or its adjective with a word for those who govern."""
    if one.kind not in STATE_KINDS or not one.folded:
        return ""
    return country_of(core) if core != one.folded or one.kind == "state" else ""
