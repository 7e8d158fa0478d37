"""Words of written names that do not tell names apart: articles, words for "son of", honorifics, fathers' names, legal forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

TABLE = Path(__file__).parent / "name_words.yml"


@dataclass(frozen=True, slots=True, eq=False)
class NameWords:
    """The table `name_words.yml`; what each key means is told beside it there. `legal_forms` gives each form, word by word, its class."""

    articles: frozenset[str]
    leading: frozenset[str]
    plural: frozenset[str]
    joining: frozenset[str]
    toponyms: frozenset[str]
    hallowed: frozenset[str]
    sons: frozenset[str]
    honorifics: frozenset[str]
    kunyas: frozenset[str]
    inner: frozenset[str]
    particles: frozenset[str]
    patronymics: tuple[str, ...]
    legal_forms: Mapping[tuple[str, ...], str]


@cache
def name_words() -> NameWords:
    """The table, read once."""
    table = msgspec.yaml.decode(TABLE.read_bytes())
    forms = {tuple(form.split()): what for what, written in table["legal_forms"].items() for form in written}
    words = {
        key: frozenset(table[key])
        for key in (
            "articles",
            "leading",
            "plural",
            "joining",
            "toponyms",
            "hallowed",
            "sons",
            "honorifics",
            "kunyas",
            "inner",
            "particles",
        )
    }
    return NameWords(**words, patronymics=tuple(table["patronymics"]), legal_forms=forms)
