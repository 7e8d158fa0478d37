"""Who is meant: names, descriptions and pronouns of a document resolved to the names that the document gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from spacy.tokens import Token

from sayso.find.genders import genders
from sayso.find.grammar import NOUN_SUBJECTS, are_people, grammar_of
from sayso.find.homes import Home, homes_of
from sayso.find.mentioned import Mentions
from sayso.find.name_groups import canonical
from sayso.find.name_kinds import lands_of
from sayso.find.name_persons import alone_by_surname
from sayso.find.named_places import places_of
from sayso.find.names import Name, names_in
from sayso.find.order import starting_in
from sayso.find.passages import Passage
from sayso.find.pointing import Pointing
from sayso.find.sentences import sentence_start
from sayso.find.where import Atlas
from sayso.known.gazetteer import name_key
from sayso.known.packs import Packs
from sayso.lang.language import Language
from sayso.lang.told_states import told_states
from sayso.records.claim import Mention
from sayso.records.document import Span
from sayso.records.place import COUNTRY, Place

ORGANISED = frozenset({"armed_group", "government_body", "international_org", "company", "media"})
"""Kinds of actors whose names may hold a place's name."""
PART = frozenset({"compound", "amod", "nmod", "poss", "det", "nummod", "quantmod", "advmod", "case", "punct", "predet", "npadvmod"})
"""Dependents that belong to a noun's own name or description."""


class Cast:
    """All actors and places of one document. Names are looked up by token; what points back is resolved to what stood before."""

    def __init__(self, passages: Sequence[Passage], packs: Packs, atlas: Atlas, language: Language, authors: Collection[str] = ()) -> None:
        self.language, self.packs, self.atlas = language, packs, atlas
        self.words = {key: frozenset(value) if isinstance(value, list) else value for key, value in language.rules("actors").items()}
        self.words |= {key: frozenset(language.rules("cues")[key]) for key in ("channels", "platforms")}
        text = passages[0].text if passages else ""
        owners = "|".join(map(re.escape, language.grammar.possessive))
        entities = {re.sub(rf"(?:{owners})$", "", e.text) for p in passages for e in p.parse.ents}  # also "the Republic of Ruritania's"
        countries = frozenset(text for text in entities if atlas.countries.code(text))
        peoples = frozenset(name for name in countries if name_key(name) in atlas.gazetteer.adjectives)
        self.places = places_of(passages, text, atlas)
        told = told_states(text, language, lambda word: atlas.countries.code(word) or packs.find_actors(word))
        named = names_in(passages, packs, language, lands_of(countries - peoples, peoples, told))
        born = alone_by_surname(named, passages)
        self.places = [spot for spot in self.places if spot[:2] not in born]
        spots = [(start, end) for start, end, place in self.places if place.precision != COUNTRY]
        self.names = [name for name in named if name.pack or all(self._holds(name, *spot) for spot in _met_by(name, spots))]
        self.full = canonical(self.names, text, language, packs)
        self._kinds = {self.full[name]: name.kind for name in self.names}
        self._by_text, self._by_last = (
            _grouped(self.names, lambda name: name.text),
            _grouped(self.names, lambda name: name.text.lower().split()[-1]),
        )
        self._starts, self._place_starts = [name.start for name in self.names], [start for start, _, _ in self.places]
        self.spoken_of = genders(passages, self.names, self.full, language.rules("actors")["spoken_of"], language.rules("given_names"))
        written = frozenset(author.casefold() for author in authors)
        self.pointing = Pointing(
            passages, self.names, language, lambda pronoun, name: self.agrees(pronoun, self.full[name]), self.full, written
        )
        self.homes = homes_of(passages, self.names, self.full, packs, atlas.gazetteer, self.words["offices"])
        self.mentions = Mentions()
        for passage in passages:
            for name in starting_in(self.names, passage.block.start, passage.block.end):
                self.keep(passage, name.start, name.end, self.full[name], name.kind, name.pack, True)

    def _holds(self, name: Name, start: int, end: int) -> bool:
        """Whether a body's name only holds a place's ("the Liberation Front of Aldan"), and is not itself one."""
        body = name.kind in ORGANISED or (name.kind == "other" and not self.words["body_heads"].isdisjoint(name.text.lower().split()))
        return body and name.start <= start and end <= name.end and name.end - name.start > end - start

    def kind_of(self, full: str) -> str:
        """The kind of actor whose full name this is; empty where it is nobody's."""
        return self._kinds.get(full, "")

    def keep(self, passage: Passage, start: int, end: int, name: str, kind: str, pack: str | None, named: bool) -> Mention:
        """The mention of an actor of this name by the words between two places, the first that was made there."""
        span = Span(passage.sha, start, end)
        return self.mentions.keep(Mention(span, passage.text[start:end], " ".join(name.split()), kind, pack, named))

    def called(self, text: str) -> Sequence[Name]:
        """The places of a name by its own words."""
        return self._by_text.get(text, ())

    def ending_with(self, word: str) -> Sequence[Name]:
        """The places of names whose last word is this one, in any letters."""
        return self._by_last.get(word.lower(), ())

    def name_at(self, passage: Passage, token: Token) -> Name | None:
        """The name that covers a token."""
        at = passage.start(token)
        spot = bisect_left(self._starts, at + 1) - 1
        return next((name for name in self.names[max(0, spot - 1) : spot + 1] if name.start <= at < name.end), None)

    def place_at(self, passage: Passage, token: Token) -> tuple[Span, Place] | None:
        """The place whose name covers a token, with the span of its name."""
        at = passage.start(token)
        spot = bisect_left(self._place_starts, at + 1) - 1
        for start, end, place in self.places[max(0, spot - 1) : spot + 1]:
            if start <= at < end:
                return Span(passage.sha, start, end), place
        return None

    def land_of(self, token: Token) -> Place | None:
        """The country whose adjective a word is ("Uzbek territory"), or ends ("South Sudanese territory")."""
        if not token.text[:1].isupper():
            return None
        both = f"{token.nbor(-1).text} {token.text}" if token.i > token.sent.start and token.nbor(-1).text[:1].isupper() else ""
        code = (both and self.atlas.countries.code(both)) or self.atlas.countries.code(token.text)
        return self.atlas.countries.place(code) if code else None

    def actor_at(self, passage: Passage, head: Token) -> Mention | None:
        """The actor that a noun phrase with this head means: named, of a named body ("Taliban fighters"), or pointed back to.

        None where the phrase names nobody ("rockets") and points to nobody known.
        """
        if name := self.name_at(passage, head):
            return self.mention_of(passage, name)
        if (behind := self._name_behind(passage, head)) is not None:
            return self.mention_of(passage, behind)
        word = head.lemma_.lower(), head.lower_
        if head.dep_ in ("attr", "appos") and (same := self._same_as(passage, head)):
            return same
        if head.pos_ == "PRON" or head.tag_ == "PRP$":
            return self._pronoun(passage, head)
        owner = self._owner(passage, head)
        if (
            owner is not None
            and self._stands_for_owner(owner.kind, word)
            and (owner.kind != "state" or self._means_state(passage, head, owner))
        ):
            if owner.start > passage.start(head):
                return self.mention_of(passage, owner)
            span = self.phrase(passage, head)
            return self.keep(passage, span.start, span.end, self.full[owner], owner.kind, owner.pack, True)
        if owner is None:
            return self._pointed(passage, head) or self._owned(passage, head, word) or self._of_land(passage, head, word)
        return None

    def _name_behind(self, passage: Passage, head: Token) -> Name | None:
        """The body's name right behind a noun that only says what it is: "the aid group Valley Relief"."""
        behind = next((child for child in head.rights if child.dep_ == "appos"), None)
        name = self.name_at(passage, behind) if behind is not None and head.tag_ == "NN" else None
        beside = name is not None and name.kind in (*ORGANISED, "other") and not passage.text[passage.end(head) : name.start].strip()
        return name if beside else None

    def _of_land(self, passage: Passage, head: Token, word: tuple[str, str]) -> Mention | None:
        """The state that a country's adjective before its government means: "Ruritanian officials"."""
        child = next((c for c in head.lefts if c.dep_ in ("amod", "compound", "nmod") and self.land_of(c)), None)
        place = self.land_of(child) if child is not None and set(word) & self.words["government"] else None
        if child is None or place is None or not self._means_state(passage, head, child):
            return None
        span, pack = replace(self.phrase(passage, head), end=passage.end(head)), self.packs.demonym(child.text)
        name = self.packs.actors[pack].name if pack else place.name
        return self.keep(passage, span.start, span.end, name, "state", pack, True)

    def _means_state(self, passage: Passage, head: Token, owner: Name | Token) -> bool:
        """Whether officials with a country's name are the state: not "a Norwegian official" or "Norwegian military officials"."""
        at = owner.end if isinstance(owner, Name) else passage.end(owner)
        between = [c for c in head.lefts if passage.start(c) >= at and c.dep_ in ("compound", "amod", "nmod") and not c.is_punct]
        alone = head.tag_ == "NN" and head.lemma_.lower() in self.words["people"]
        return not alone and all(c.lower_ in self.words["government"] for c in between)

    def _pronoun(self, passage: Passage, token: Token) -> Mention | None:
        """Whom a pronoun means; a relative one the noun that its clause describes."""
        words = grammar_of(token)
        done_to = token.dep_ == "dobj" and token.lower_ in words.relative_things | words.relative_objects and token.i < token.head.i
        acting = token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in words.relatives
        if (acting or done_to) and token.head.dep_ == "relcl":
            return self.actor_at(passage, token.head.head) if token.head.head.i != token.i else None
        if (bound := self.pointing.bound(token)) is not None:
            return self.actor_at(passage, bound)
        return self._meant(passage, token, self.pointing.pronoun(passage, token))

    def is_clear(self, passage: Passage, token: Token) -> bool:
        """Whether a pronoun that points back can hardly mean another than whom it is taken for; a relative one always can."""
        relative = token.head.dep_ == "relcl" and token.lower_ in grammar_of(token).relatives
        name = None if relative or self.pointing.bound(token) is not None else self.pointing.pronoun(passage, token)
        return name is None or self.pointing.is_clear(passage, token, name)

    def other_before(self, passage: Passage, token: Token) -> Mention | None:
        """Whom a possessive means where it is not the subject of its own sentence: who was spoken of before."""
        return self._meant(passage, token, self.pointing.pronoun(passage, token, token.doc[sentence_start(token)]))

    def _pointed(self, passage: Passage, head: Token) -> Mention | None:
        """Whom a description with an article points back to."""
        first = next((child for child in head.lefts if child.dep_ in ("amod", "compound", "nmod")), head)
        return self._meant(passage, head, self.pointing.description(passage, head), first)

    def _meant(self, passage: Passage, token: Token, name: Name | None, first: Token | None = None) -> Mention | None:
        start, end = passage.start(first or token), passage.end(token)
        return self.keep(passage, start, end, self.full[name], name.kind, name.pack, False) if name is not None else None

    def named_last(self, passage: Passage, token: Token) -> Mention | None:
        """Whoever was named last before a word, in its sentence or the one before: whom "the latter" means."""
        first = sentence_start(token) - 1
        start = passage.start(passage.parse[sentence_start(passage.parse[first])]) if first >= 0 else passage.block.start
        names = starting_in(self.names, start, passage.start(token))
        return self.mention_of(passage, names[-1]) if names else None

    def last_person(self, passage: Passage, token: Token) -> Mention | None:
        """The person spoken of before a word that tells nothing of him but his age: "said the 20-year-old"."""
        return self._meant(passage, token, self.pointing.last_person(passage, token))

    def named_before(self, passage: Passage, token: Token) -> bool:
        """Whether a person whom a pronoun can mean is the subject of a verb above it in its own sentence."""
        subjects = [child for above in token.ancestors for child in above.children if child.dep_ in NOUN_SUBJECTS and child.i < token.i]
        names = [name for child in subjects if (name := self.name_at(passage, child)) and name.kind == "person"]
        return any(self.agrees(token.lower_, self.full[name]) for name in names)

    def speaks_for(self, speaker: Mention | None, other: Mention) -> bool:
        """Whether a pack tells that a speaker speaks for another."""
        known = self.packs.actors.get(speaker.pack) if speaker is not None and speaker.pack else None
        return known is not None and other.pack is not None and known.speaks_for == other.pack

    def is_home(self, person: str | None, state: Mention) -> bool:
        """Whether a person holds office in a state: he speaks for it."""
        home = self.homes.get(person or "")
        return home is not None and home.name == state.name

    def agrees(self, pronoun: str, name: str) -> bool:
        """Whether a pronoun can mean a name: "she" cannot mean whom the document calls "he"."""
        said = next((key for key, words in self.language.rules("actors")["spoken_of"].items() if pronoun in words), "")
        return not said or self.spoken_of.get(name, said) == said

    def _owned(self, passage: Passage, head: Token, word: tuple[str, str]) -> Mention | None:
        """Whom a noun means that belongs to somebody pointed at and stands for him: "its fighters", "their government"."""
        pronoun = next((child for child in head.lefts if child.tag_ == "PRP$"), None)
        owner = self._pronoun(passage, pronoun) if pronoun is not None else None
        if owner is not None and owner.kind == "person" and word[0] in self.words["government"]:
            return self.office_of(passage, owner.name, self.phrase(passage, head))
        if owner is None or not self._stands_for_owner(owner.kind, word):
            return None
        span = self.phrase(passage, head)
        return self.keep(passage, span.start, span.end, owner.name, owner.kind, owner.pack, False)

    def office_of(self, passage: Passage, person: str, span: Span, otherwise: Home | None = None) -> Mention | None:
        """The state in which a person holds office, meant by the words of a span ("his government", a title without a country)."""
        home = self.homes.get(person, otherwise)
        return self.keep(passage, span.start, span.end, home.name, "state", home.pack, False) if home else None

    def _same_as(self, passage: Passage, head: Token) -> Mention | None:
        """Whom a noun is said to be: the subject of "X is a group that ...", the noun that it explains in "X, a group that ..."."""
        if head.dep_ == "appos":
            joined = [other for other in head.head.conjuncts if head.head.i < other.i < head.i]  # "A and B, a group that": B is one
            same = joined[-1] if joined and head.tag_ != "NNS" else head.head
            return self.actor_at(passage, same) if self.name_at(passage, same) else None
        if (beside := self._set_beside(passage, head)) is not None:
            return beside
        subject = next((child for child in head.head.children if child.dep_ == "nsubj"), None)
        return self.actor_at(passage, subject) if subject is not None and self.name_at(passage, subject) else None

    def _set_beside(self, passage: Passage, head: Token) -> Mention | None:
        """The name before the comma before a second complement that explains it: "no surprise ... the Front, a group that"."""
        first = head.left_edge
        if (
            first.i < sentence_start(first) + 2
            or first.nbor(-1).text != ","
            or not any(t.dep_ == "attr" and t.i < head.i for t in head.head.children)
        ):
            return None
        before = first.nbor(-2)
        before = (
            before.head.head
            if before.dep_ == "pobj" and before.head.lower_ in grammar_of(head).belonging and not self.name_at(passage, before)
            else before
        )
        name = self.name_at(passage, before)
        return self.mention_of(passage, name) if name is not None else None

    def last_group(self, passage: Passage, head: Token) -> Mention | None:
        """The group spoken of before a word that tells of something of its own without saying whose."""
        name = self.pointing.last_group(passage, head)
        return self.keep(passage, passage.start(head), passage.end(head), self.full[name], name.kind, name.pack, False) if name else None

    def mention_of(self, passage: Passage, name: Name) -> Mention:
        """The mention that a name makes."""
        return self.mentions[Span(passage.sha, name.start, name.end)]

    def metonym(self, passage: Passage, span: Span, place: Place) -> Mention | None:
        """The state that a country's or capital's name means where it speaks or acts; None for other places."""
        pack = self.packs.metonym(passage.quote(span))
        if pack is not None:
            return self.keep(passage, span.start, span.end, self.packs.actors[pack].name, "state", pack, True)
        country = place if place.precision == COUNTRY else self.atlas.gazetteer.governed_from(place)
        return self.keep(passage, span.start, span.end, country.name, "state", None, True) if country is not None else None

    def _stands_for_owner(self, kind: str, word: tuple[str, str]) -> bool:
        """Whether a noun after a name means the named actor itself: a group's fighters are the group, a state's army is not."""
        allowed = {"armed_group": "members", "media": "publications", "international_org": "belonging", "state": "government"}.get(kind)
        return allowed is not None and bool(set(word) & self.words[allowed])

    def _owner(self, passage: Passage, head: Token) -> Name | None:
        """The name before a noun as part of its phrase, or an armed group's behind it: "Taliban" of "Taliban fighters", "Tajik" of "Tajik
        officials", "the Front" of "rebels of the Front"."""
        for child in reversed(list(head.lefts)):
            name = self.name_at(passage, child) if child.dep_ in ("compound", "amod", "poss", "nmod") else None
            if name is not None and not (name.text.lower() in self.words["platforms"] and head.lemma_.lower() in self.words["channels"]):
                return name
        behind = (child for child in head.rights if child.dep_ == "prep" and child.lower_ in grammar_of(head).belonging)
        names = (self.name_at(passage, part) for child in behind for part in child.children if part.dep_ == "pobj")
        return next((name for name in names if name is not None and name.kind == "armed_group"), None)

    def phrase(self, passage: Passage, head: Token) -> Span:
        """The words of a noun phrase: its head with what belongs to its description, "of" phrases included, clauses left out."""
        tokens = sorted((token for token in _described(head) if token.dep_ != "case" or token.head != head), key=lambda token: token.i)
        while len(tokens) > 1 and (tokens[0].lower_ in grammar_of(head).articles or tokens[0].is_punct):
            tokens.pop(0)
        gap = next((n for n in range(1, len(tokens)) if tokens[n - 1].i >= head.i and tokens[n].i > tokens[n - 1].i + 1), len(tokens))
        tokens = tokens[:gap]  # the comma behind a clause
        return passage.span(tokens) or Span(passage.sha, passage.start(head), passage.end(head))

    def describe(self, passage: Passage, head: Token, first: Token | None = None) -> Mention | None:
        """The actor that a phrase describes without naming it ("one local resident"), as an actor of its own; None if it is none.

        The phrase begins at `first`, where that stands before it.
        """
        words = {head.lower_, head.lemma_.lower()}
        kind = next(
            (
                kind
                for kind, key in (("anonymous", "people"), ("media", "publications"), ("other", "bodies_speaking"))
                if words & self.words[key]
            ),
            None,
        )
        owner = self._owner(passage, head)
        if kind is None and owner is not None and owner.kind == "armed_group" and words & self.words["branches"]:
            kind = owner.kind  # "a Dawn Front affiliate" bears arms too
        if kind is None:
            return None
        span = self.phrase(passage, head)
        span = replace(span, start=min(span.start, passage.start(first))) if first is not None else span
        owned = owner is not None or (first is not None and self.land_of(first) is not None)
        if kind != "media" and owned and words & (self.words["government"] | self.words["bodies"]):
            kind = "state" if words & self.words["government"] else "government_body"
        text = passage.text[span.start : span.end]
        return self.keep(passage, span.start, span.end, text, kind, None, kind not in ("anonymous",))

    def anybody(self, passage: Passage, head: Token) -> Mention:
        """Whoever a phrase describes, with those joined to it by "and", as an actor of its own."""
        span = self.phrase(passage, head)
        of = grammar_of(head).belonging
        if head.pos_ not in ("NOUN", "PROPN") and any(token.lower_ in of for token in head.subtree):  # "all but two of the witnesses"
            span = passage.span(token for token in head.subtree if not any(up.dep_ == "relcl" for up in (token, *token.ancestors))) or span
        span = passage.span(head.subtree) or span if are_people(head) else span
        if joined := [token for token in head.conjuncts if token.i > head.i and token.pos_ in ("NOUN", "PROPN")]:
            span = Span(span.doc, span.start, self.phrase(passage, joined[-1]).end)
        return self.keep(passage, span.start, span.end, passage.text[span.start : span.end], "anonymous", None, False)

    def outlet(self, passage: Passage, head: Token) -> Mention:
        """What a name is taken for that the parser knows as nothing, and to which somebody speaks: an outlet."""
        span = self.phrase(passage, head)
        return self.keep(passage, span.start, span.end, passage.text[span.start : span.end], "media", None, True)


def _described(head: Token) -> Iterator[Token]:
    """A noun with its own modifiers, and those of the nouns joined to it by "of" and the like."""
    yield head
    words = grammar_of(head)
    for child in head.children:
        if child.dep_ in PART and not (child.dep_ == "nummod" and child.i > head.i):
            yield from child.subtree
        elif child.dep_ == "prep" and child.lower_ in words.described_by and child.i > head.i:
            dated = any(c.ent_type_ == "DATE" or (c.like_num and c.dep_ == "pobj") or c.lower_ in words.in_turn for c in child.children)
            if not dated and not any(token.dep_ in ("relcl", "acl", "ccomp", "advcl", "pcomp") for token in child.subtree):
                yield from child.subtree
        elif child.dep_ in ("cc", "conj") and head.lower_ in words.many:
            yield from child.subtree


def _grouped(names: Iterable[Name], by: Callable[[Name], str]) -> dict[str, list[Name]]:
    """Names by what they have in common, each group in order."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[by(name)].append(name)
    return groups


def _met_by(name: Name, spots: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Those of some places in order, none of which overlap, that share letters with a name."""
    first = bisect_right(spots, name.start, key=itemgetter(1))
    return spots[first : bisect_left(spots, name.end, first, key=itemgetter(0))]
