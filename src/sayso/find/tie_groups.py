"""Groups of men at arms without a name, told apart by their people, faith or side: "Ruritanian rebels", "pro-Ruritanian militias"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.grammar import grammar_of
from sayso.find.passages import Passage
from sayso.lang.language import Language
from sayso.records.claim import Mention
from sayso.records.document import Span

BESIDE = frozenset({"amod", "compound", "nmod"})
"""How what tells a group apart hangs on its noun."""
DETERMINED = frozenset({"det", "poss", "nummod", "predet", "quantmod"})
"""How a word hangs on a noun that says which or how many are meant."""
NO_BODY = frozenset({"ethnic_group", "state", "person"})
"""Kinds of actors that such a group may be told by."""
PEOPLE = frozenset({"NORP"})
"""The parser's label of peoples, faiths and parties."""


class GroupsTold:
    """Finds such groups by the words `men_at_arms`, `bands`, `at_arms` and `sided` of a language's table `ties`."""

    def __init__(self, cast: Cast, passage: Passage, language: Language) -> None:
        words = language.words("ties")
        self.cast, self.passage = cast, passage
        self.men, self.bands, self.arms, self.sided = (words[key] for key in ("men_at_arms", "bands", "at_arms", "sided"))
        self.forces, self.partial = words["own_men"], words["partial"]
        self.by_kind = language.rules("ties")["alone"]
        self.kinds: dict[Span, str] = {}
        self.plural = language.grammar.plural

    def at(self, head: Token) -> Mention | None:
        """The group that a noun means with what stands before it; its name is these words alone."""
        beside = [child for child in head.lefts if child.dep_ in BESIDE]
        armed = head.lower_ in self.men or (head.lower_ in self.bands and any(child.lower_ in self.arms for child in beside))
        armed = armed or (head.lower_ in self.forces and any(self.is_people(child.left_edge) or _is_joined(child) for child in beside))
        first = next((child.left_edge for child in beside if armed and self._tells(child)), None)
        if first is None or self._named(head):
            return None
        return self._kept(first, head)

    def alone(self, head: Token) -> Mention | None:
        """The group that its kind alone tells: "the insurgents", "death squads", "government troops"; nothing makes it one with others."""
        beside = [child for child in head.lefts if child.dep_ in BESIDE]
        kind = next((kind for kind, words in self.by_kind.items() if self._is_known(head, beside, words["nouns"], words["beside"])), None)
        words = grammar_of(head)
        chosen = [child for child in head.lefts if child.dep_ in DETERMINED and child.lower_ not in words.definite | words.pointing_back]
        if kind is None or chosen or self._named(head) or any(child.lower_ in self.partial for child in beside):
            return None
        known = self.by_kind[kind]["beside"]
        telling = (child for child in beside if kind == "other" or child.dep_ != "amod" or self._is_side(child, known) or child.is_title)
        first = next((child.left_edge for child in telling), head)
        return self._of_kind(self.passage.start(first), self.passage.end(head), kind)

    def _is_known(self, head: Token, beside: Sequence[Token], nouns: Sequence[str], sides: Sequence[str]) -> bool:
        """Whether a noun means a group of a kind, alone or by what stands beside it."""
        men = head.lower_ in self.men | self.bands | self.forces
        return head.pos_ == "NOUN" and (head.lower_ in nouns or (men and any(self._is_side(child, sides) for child in beside)))

    def _is_side(self, word: Token, sides: Sequence[str]) -> bool:
        """Whether a word tells a kind of men at arms: "rebel", "anti-government"."""
        return word.lower_ in sides or (word.lower_ in self.sided and word.nbor(1).text == "-")

    def holding(self, word: Token, who: str) -> Mention:
        """The group without a name that holds a place by a joined word: "rebel" of "rebel-held", who are the rebels."""
        kind = next((kind for kind, words in self.by_kind.items() if who in words["nouns"]), "armed_group")
        return self._of_kind(self.passage.start(word), self.passage.end(word), kind, who)

    def _of_kind(self, start: int, end: int, kind: str, name: str | None = None) -> Mention:
        found = self.cast.keep(self.passage, start, end, name or self.passage.text[start:end], "anonymous", None, False)
        self.kinds[found.span] = kind
        return found

    def is_people(self, word: Token) -> bool:
        """Whether a word is that of a people or faith that no state bears: "Serb" of "the Bosnian Serb forces"."""
        unknown = word.ent_type_ in PEOPLE and word.text[:1].isupper() and self.cast.land_of(word) is None
        return unknown and self.cast.name_at(self.passage, word) is None

    def _named(self, head: Token) -> bool:
        """Whether a body is named whose men they are: "Ruritanian Dawn Front fighters", "Ruritanian rebels of the Dawn Front"."""
        behind = (part for child in head.rights if child.lower_ in grammar_of(head).belonging for part in child.children)
        inside = (child for child in head.lefts if child.dep_ in BESIDE)
        names = (self.cast.name_at(self.passage, token) for token in (head, *inside, *behind))
        return any(name is not None and name.kind not in NO_BODY for name in names)

    def before(self, noun: Token) -> Mention | None:
        """The group that a single one's noun tells before an office of it: "Ruritanian rebel" of "Ruritanian rebel commander"."""
        plural = f"{noun.lower_}{self.plural}"
        people = None if noun.is_sent_start else noun.nbor(-1)
        if plural not in self.men or people is None or people.head != noun.head or not self._tells(people):
            return None
        return self._kept(people.left_edge, noun, self.plural)

    def _kept(self, first: Token, last: Token, ending: str = "") -> Mention:
        """The mention of a group by these words, also where it was taken for nameless people before."""
        start, end = self.passage.start(first), self.passage.end(last)
        name = self.passage.text[start:end] + ending
        found = self.cast.keep(self.passage, start, end, name, "armed_group", None, True)
        if found.kind == "anonymous":
            return self.cast.mentions.correct(replace(found, kind="armed_group", named=True))
        return found

    def _tells(self, word: Token) -> bool:
        """Whether a word before a group's noun tells whose people they are, or by or against whom: "Ruritania-backed", "anti-Brand"."""
        first = word.left_edge
        people = first.text[:1].isupper() and (_is_joined(word) or first.ent_type_ in PEOPLE or self.cast.land_of(first) is not None)
        return people or (first.lower_ in self.sided and first.nbor(1).text == "-")


def _is_joined(word: Token) -> bool:
    """Whether a participle is joined by a hyphen to a name before it: "Ruritania-backed"."""
    return word.tag_ == "VBN" and word.left_edge.pos_ == "PROPN" and word.nbor(-1).text == "-"
