"""The words round a name by which a text shows that it is a place's: "at Ivlin", "Ivlin bridge", "the families of Ivlin"."""

from __future__ import annotations

import re

from sayso.lang.grammar import any_of
from sayso.lang.language import Language

BEFORE = 80
"""Code points before a name in which a word for where is looked for: other names may stand between ("at Ivlin, Sarn and Dol")."""
CAPITALS = r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"


class PlaceSigns:
    """The signs of one language. A span or a place is given in code points of the text."""

    def __init__(self, language: Language) -> None:
        table, grammar = language.rules("place_words"), language.grammar
        definite, belonging = any_of(grammar.definite), any_of(grammar.belonging)
        joined = rf"(?:(?-i:(?:{CAPITALS}, )*{CAPITALS}),? (?:{any_of(grammar.joining)}) )?$"  # "at Ivlin, Sarn and Dol"
        self._kinds = frozenset(word for kind in ("region", "district", "town", "water") for word in table[kind])
        self._at = re.compile(rf"\b(?:{'|'.join(table['at'])}) {joined}", re.IGNORECASE)
        self._local = re.compile(rf"\b(?:{'|'.join(table['local'])}) {joined}", re.IGNORECASE)
        land, own = (*table["terrain"], *table["ways"]), "|".join((*table["terrain"], *table["sites"]))
        sites, nearby = "|".join((*land, *table["sites"])), "|".join((*table["local"], *table["directions"]))
        self._site = re.compile(rf"[ -](?:{sites})\b"), re.compile(rf"\b(?:{sites}) (?:{belonging}) $", re.IGNORECASE)
        self._sited = re.compile(rf" (?:{sites})\Z")
        self._whole = re.compile(rf"(?-i:[^\W\d_])[\w’' -]* (?:{own})", re.IGNORECASE)
        self._terrain, self._post = (re.compile(rf"[ -](?:{'|'.join(words)})\b") for words in (land, table["posts"]))
        ways = "|".join((belonging, *table["living_at"]))
        self._living = re.compile(rf"\b(?:{'|'.join(table['living'])}) (?:{ways}) {joined}", re.IGNORECASE)
        self._within = re.compile(rf"\b(?:{'|'.join(table['found_at'])}) $"), re.compile(rf", (?:{nearby})(?: (?:{definite}))? [A-Z]")
        lying, far, distant = ("|".join(table[name]) for name in ("lying", "distances", "distant"))
        self._lying = re.compile(rf"\b(?:(?:{lying}) (?:{belonging})|(?:{far}) (?:away )?(?:{distant})) {joined}", re.IGNORECASE)

    def is_where(self, text: str, span: tuple[int, int]) -> bool:
        """Whether a name stands behind a word for where, or is shown to be a place's by what lies or lives there."""
        at = self._at.search(text[max(0, span[0] - BEFORE) : span[0]])
        return bool(at) or self.tells_where(text, span) or self.lives_there(text, span[0])

    def stands_at(self, text: str, start: int) -> bool:
        """Whether a word for where stands right before a name that may be anything: "at Ivlin"."""
        return bool(self._local.search(text[max(0, start - BEFORE) : start]))

    def lies(self, text: str, start: int) -> bool:
        """Whether words before a name of whatever kind tell that it is a place's: "the outskirts of Ivlin", "9 km from Ivlin"."""
        return bool(self._lying.search(text[max(0, start - BEFORE) : start]))

    def tells_where(self, text: str, span: tuple[int, int]) -> bool:
        """Whether a name is shown to be a place's by what lies there ("Ivlin bridge") or by where it lies ("of Ivlin, in Harran")."""
        before, after = text[max(0, span[0] - 24) : span[0]], text[span[1] : span[1] + 40]
        site = self._site[0].match(after) or self._site[1].search(before)
        return bool(site or (self._within[0].search(before) and self._within[1].match(after)))

    def shows_land(self, text: str, end: int) -> bool:
        """Whether what stands right behind a name lies in the land, which none calls after a people: "Ivlin ridge"."""
        return bool(self._terrain.match(text, end))

    def shows_post(self, text: str, end: int) -> bool:
        """Whether what stands right behind a name is called after where it is or after who holds it: "Ivlin checkpoint"."""
        return bool(self._post.match(text, end))

    def lives_there(self, text: str, start: int) -> bool:
        """Whether words before a name tell of people or things that mostly are of a place: "the families of Ivlin", "boys from Ivlin"."""
        return bool(self._living.search(text[max(0, start - BEFORE) : start]))

    def names_a_site(self, name: str) -> bool:
        """Whether a name ends in a word for what lies somewhere, or for a kind of place: "Ivlin General Hospital"."""
        last = name.rpartition(" ")[2].lower()
        return last in self._kinds or bool(self._site[0].fullmatch(f" {last}"))

    def is_site(self, name: str) -> bool:
        """Whether a name of several words is that of what lies somewhere: "Ivlin Ridge", "Ivlin Square"."""
        return self._whole.fullmatch(name) is not None

    def without_site(self, name: str) -> str:
        """A name without what lies there: "Ivlin" of "Ivlin bridge"."""
        return self._sited.sub("", name)
