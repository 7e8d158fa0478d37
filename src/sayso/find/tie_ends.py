"""The two ends of a tie: whom or which place a noun phrase means, with the members of lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Literal

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.names import Name
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.sentences import sentence_end, sentence_start
from sayso.find.tie_groups import GroupsTold
from sayso.find.tie_together import described_by, joined_before, listed_before, same_object, speaking_of_himself
from sayso.records.claim import Mention, Slot
from sayso.records.document import Span
from sayso.records.place import COUNTRY, Place

Wants = Literal["actor", "place", "either"]
PART = 5
"""UCDP's where_prec of a part of a country or region that has no name of its own."""
TOWN = 2
"""UCDP's where_prec up to which a place is a town or a spot near one."""
BACK = 400
"""Code points over which "the town" points back: about a paragraph and its next."""
NEAR = 4
"""How many words before a noun its bearer's name is sought: "the Dawn hard-line militant group"."""
BODIES = frozenset({"government_body", "other", "international_org", "company"})
"""Kinds of bodies that are told of by a bare noun."""
LISTING = frozenset({",", "-", "(", ")", '"', "“", "”"})
DEPTH = 3
"""How many phrases deep a list or an apposition is followed; deeper ones are parsing errors more often than lists."""


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """One end of a tie. `kind` is an actor kind, or "place"; `key` tells ends apart: one actor or place has one key."""

    slot: Slot
    kind: str
    key: str


class Ends:
    """Resolves the heads of noun phrases of one passage to ends. `table` is the language's table `ties`."""

    def __init__(self, passage: Passage, scene: Scene, table: Mapping[str, Any]) -> None:
        self.passage, self.scene, self.cast = passage, scene, scene.cast
        words, kinds = scene.language.words("ties"), scene.language.words("place_words")
        self.partial = words["partial"]
        self.ruled, self.listing = words["ruled"], words["listing"]
        self.several = frozenset(scene.language.rules("actors")["pronouns"]["several"])
        self.vague = words["vague_objects"]
        self.own = self.cast.words["own_forces"] | words["bare_bodies"]
        self.sole = self.own - self.cast.words["government"]
        self.matters, self.beside_bare = words["matters"], words["beside_bare"]
        self.joint, self.outlets = words["joint_bodies"], words["outlets"]
        self.apart = words["peoples"]
        self.examples = words["examples"]
        self.these, self.groups = words["these"], frozenset(table["named"]["selves"])
        self.through = words["through"]
        self.bearing = words["of_states"]
        self.parts, self.directions = words["parts"], kinds["directions"]
        self.ground = frozenset(scene.language.rules("events")["ground"])
        self.regions = kinds["region"] | kinds["district"] | kinds["town"]
        self.towns = kinds["town"]
        self.own_men, self.told = words["own_men"], GroupsTold(self.cast, passage, scene.language)
        self.disowning = words["disowning"]
        self.passing, self.loyal = words["through_prepositions"], words["loyal"]

    def of(self, name: str, head: Token, wants: Wants = "actor", depth: int = 0) -> list[End]:
        """The ends that a phrase means: its own, else those that it gives as examples or sets beside it, and those joined by "and"."""
        if together := joined_before(head):
            return [end for one in together for end in self.phrase(name, one, wants, depth)]
        if several := listed_before(noun := described_by(head), self):
            span = Span(self.passage.sha, self.passage.start(noun.left_edge), self.passage.end(noun))
            return [self.pointing_at(end, span) for one in several for end in self.phrase(name, one, wants, depth)]
        whole = not self._partial(head) or (wants != "actor" and head.lower_ in self.parts)  # "controls most of Ruritania"
        found = self.phrase(name, head, wants, depth) if whole else []
        if head.lower_ in self.cast.words["government"]:  # "the governments of Ruritania and Borduria"
            lands = (part for child in head.children if child.lower_ in self.ruled for part in child.children if part.dep_ == "pobj")
            found += [end for land in lands for joined in land.conjuncts if joined.i > land.i if (end := self.one(name, joined, wants))]
        for joined in head.children:
            if joined.dep_ == "conj" and joined.pos_ in ("NOUN", "PROPN", "PRON", "ADJ"):
                found += self.of(name, joined, wants, depth)
        return found

    def _partial(self, head: Token) -> bool:
        """Whether a phrase means only some of a body's people, or its former ones: what they do is not what the body does."""
        beside = head.head if head.dep_ == "appos" else head
        if self._bears_name(head):
            return False  # "his former deputy Otto Brand"
        if (name := self.cast.name_at(self.passage, beside)) and (beside is head or name.kind == "person"):
            return False
        described = (child.lower_ for child in head.lefts if child.dep_ in ("det", "amod") and not child.nbor(1).like_num)
        return head.lower_ in self.partial or head.left_edge.lower_ in self.partial or any(word in self.partial for word in described)

    def _bears_name(self, head: Token) -> bool:
        """Whether one man is told by his office and his name behind it: "the rebel leader Otto Brand"."""
        named = (self.cast.name_at(self.passage, child) for child in head.children if child.dep_ == "appos")
        return head.tag_ == "NN" and any(name is not None and name.kind == "person" for name in named)

    def phrase(self, name: str, head: Token, wants: Wants = "actor", depth: int = 0) -> list[End]:
        """The ends of one phrase alone, without what "and" joins to it."""
        if depth > DEPTH:
            return []
        if (speaker := speaking_of_himself(head, self.cast.words["bodies"])) is not None:
            span = Span(self.passage.sha, self.passage.start(head), self.passage.end(head))
            found = self.of(name, speaker, wants, depth + 1) or [self.end(name, self.cast.anybody(self.passage, speaker))]
            return [self.pointing_at(end, span) for end in found]
        own = self.one(name, head, wants)
        inside = [] if own else [end for inner in self._inside(head) for end in self.of(name, inner, wants, depth + 1)]
        group = self.told.alone(head) if not (own or inside) and wants != "place" else None
        return [own] if own else inside or ([self.end(name, group)] if group is not None else [])

    def one(self, name: str, head: Token, wants: Wants = "actor") -> End | None:
        """The end that the phrase of one head means; None where it means none."""
        if wants == "place":
            named = self._pointed_at(head) or self.named(head) or self.cast.actor_at(self.passage, head)
            return self._place(name, head) or (self.end(name, named) if named else None)
        if mention := self._actor(head):
            return self.end(name, mention)
        return self._place(name, head) if wants == "either" else None

    def _place(self, name: str, head: Token) -> End | None:
        """The place that a phrase names, with its head or before it ("the Aldan and Brock provinces"); of "which" what it describes."""
        head = described_by(head, done_to=True)
        inside = [child for child in head.lefts if child.dep_ in ("compound", "nmod", "amod")]
        partly = head.lower_ in self.parts
        if partly or head.lower_ in self.regions:  # "the city of Aldan", "parts of Ruritania"
            inside += [
                part
                for child in head.rights
                if child.dep_ == "prep" and child.lower_ in grammar_of(head).belonging
                for part in child.children
            ]
            inside += [
                owner for part in inside for owner in part.lefts if part.i > head.i and owner.dep_ in ("poss", "compound", "nmod", "amod")
            ]  # "much of Ruritania's north", "a third of the Ruritanian territory"
        for token in (head, *inside):
            if (slot := self.scene.place_slot(name, self.passage, token)) and slot.place is not None:
                return self._end_at(slot, slot.place, head if partly and token is not head else None)
        same = [child for child in head.head.children if child.dep_ == "nsubj"] if _complement(head) else []
        return self._place(name, same[0]) if same else self._told_place(name, head) or self._soil(name, head)

    def _soil(self, name: str, head: Token) -> End | None:
        """The country on whose soil something is: "camps in Ruritanian territory"."""
        whose = [child for child in head.lefts if child.dep_ in ("amod", "compound", "nmod", "poss")] if head.lower_ in self.ground else []
        land = next((child for child in whose if self.state(child) is not None), None)
        places = self.cast.atlas.gazetteer.candidates(land.text) if land is not None else ()
        place = next((one for one in places if one.precision == COUNTRY), None)
        if land is None or place is None:
            return None
        span = Span(self.passage.sha, self.passage.start(land), self.passage.end(head))
        slot = Slot(name, self.passage.quote(span), span, place=replace(place, text=self.passage.quote(span)))
        return End(slot, "place", f"place:{place.name}")

    def _told_place(self, name: str, head: Token) -> End | None:
        """The town that "the town" means: the only one told of a little before, as the words point back at it."""
        alone = [child for child in head.children if child.dep_ != "punct"]
        if head.lower_ not in self.towns or len(alone) != 1 or alone[0].lower_ not in grammar_of(head).pointing_alone:
            return None
        start = self.passage.start(head)
        before = [place for at, _, place in self.cast.places if start - BACK <= at < start and place.precision <= TOWN]
        if len({place.name for place in before}) != 1:
            return None
        span = Span(self.passage.sha, start, self.passage.end(head))
        slot = Slot(name, self.passage.quote(span), span, place=replace(before[0], text=self.passage.quote(span)))
        return End(slot, "place", f"place:{before[0].name}")

    def _end_at(self, slot: Slot, place: Place, part: Token | None) -> End:
        """The end that a place makes, with the words that name a part of it: "northern Ruritania" is not all of it."""
        first = self.passage.tokens(slot.span.start, slot.span.end)[0]
        before = None if first.is_sent_start else first.nbor(-1)
        if part is None and before is not None and before.lower_ in self.directions:
            part = before
        if part is not None and part.i < first.i:
            span = replace(slot.span, start=self.passage.start(part))
            slot = replace(slot, text=self.passage.quote(span), span=span, place=replace(place, precision=PART))
        return End(slot, "place", f"place:{place.name}")

    def end(self, name: str, mention: Mention) -> End:
        """The end that a mention makes."""
        kind = self.told.kinds.get(mention.span, mention.kind) if mention.kind == "anonymous" else mention.kind
        return End(Slot(name, mention.text, mention.span, actor=mention.name), kind, mention.pack or mention.name)

    def pointing_at(self, end: End, span: Span) -> End:
        """An end told before, as the words of a span point back at it."""
        return replace(end, slot=replace(end.slot, text=self.passage.quote(span), span=span))

    def text(self, name: str, span: Span) -> End:
        """An end that holds words only, such as a name that nobody else knows."""
        words = self.passage.quote(span)
        return End(Slot(name, words, span), "text", words)

    def _actor(self, head: Token) -> Mention | None:
        if head.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ") and head.tag_ not in ("PRP$", "WP$"):
            return None
        if head.lower_ in self.vague and head.dep_ in ("dobj", "pobj", "dative"):
            same = same_object(head)
            return self._actor(same) if same is not None else None
        if head.lower_ in self.cast.words["last_named"]:
            return self.cast.named_last(self.passage, head)
        found = self.told.at(head) or self._governed(head) or self._pointed_at(head)
        if found is None:
            found = self.cast.actor_at(self.passage, head)
            if found is not None and found.kind == "state" and head.lower_ in self.several:
                return None  # "they" are people more often than a state named before
        return found or self.state(head) or self.capital(head) or self._before(head) or self._bare(head) or self._whose(head)

    def _bare(self, head: Token) -> Mention | None:
        """The body that a bare noun with "the" alone means, of which a text mostly means one: "has fought the army"."""
        beside = (child for child in head.children if not child.is_punct and child.lower_ not in self.beside_bare)
        alone = [child for child in beside if child.dep_ not in ("relcl", "cc", "conj", "prep", "acl", "appos", "case")]
        bare = head.lower_ in self.own and len(alone) == 1 and alone[0].lower_ in grammar_of(head).definite
        return self.cast.describe(self.passage, head) if bare else None

    def _whose(self, head: Token) -> Mention | None:
        """The body that a noun means with the name of whose it is, or who leads it: "Ruritania's junta", "the Ruritanian-led coalition"."""
        led = None if head.is_sent_start else head.nbor(-1)
        if head.lower_ in self.joint and led is not None and led.dep_ == "amod" and led.left_edge.pos_ == "PROPN":
            return self.cast.describe(self.passage, head, led.left_edge)
        told = head.lower_ in self.own | self.joint and any(token.pos_ == "PROPN" for child in head.lefts for token in child.subtree)
        return self.cast.describe(self.passage, head) if told else None

    def _pointed_at(self, head: Token) -> Mention | None:
        """Whom the noun means that a pronoun can only point to, country's adjectives included: "Ruritanian forces ... their"."""
        behind = head.dep_ == "pobj" and head.lower_ in grammar_of(head).relative_things  # "the Front, with which"
        if head.tag_ == "WP$" or behind:  # "the Front, whose leader": the noun that the clause describes
            clause = next((token for token in head.ancestors if token.dep_ in ("relcl", "appos")), None)
            return self._actor(clause.head) if clause is not None and clause.head.i < head.i else None
        bound = self.cast.pointing.bound(head)
        return self._actor(bound) if bound is not None else None

    def _governed(self, head: Token) -> Mention | None:
        """The state whose government a phrase means by its country or its head: "the government in Ruritania", "Brand's government"."""
        if head.lower_ not in self.cast.words["government"]:
            return None
        if (state := self._governed_by(head)) is not None:
            return state
        if head.i + 2 >= sentence_end(head) or head.nbor(1).lower_ not in self.ruled:
            return None
        place = head.nbor(2)
        return self.cast.actor_at(self.passage, place) or self.capital(place) if self.cast.place_at(self.passage, place) else None

    def _governed_by(self, head: Token) -> Mention | None:
        """The state in which somebody holds office who is told to have a government."""
        behind = (part for child in head.rights if child.lower_ in grammar_of(head).belonging for part in child.children)
        owners = (child for child in head.lefts if child.dep_ == "poss")
        names = (self.cast.name_at(self.passage, token) for token in (*behind, *owners))
        person = next((self.cast.full[name] for name in names if name is not None and name.kind == "person"), None)
        span = Span(self.passage.sha, self.passage.start(head), self.passage.end(head))
        return self.cast.office_of(self.passage, person, span) if person is not None else None

    def capital(self, head: Token) -> Mention | None:
        """The state whose capital is named where those who govern are meant."""
        found = self.cast.place_at(self.passage, head)
        return self.cast.metonym(self.passage, *found) if found else None

    def _before(self, head: Token) -> Mention | None:
        """The actor named before a noun that stands for its bearer: "the Ruritanian military", "the Dawn militant group"."""
        if head.lower_ not in self.through or head.is_sent_start or self._bears_name(head):
            return None
        for token in reversed(head.doc[max(sentence_start(head), head.i - NEAR) : head.i]):
            name = self.cast.name_at(self.passage, token)
            mention = self.cast.mention_of(self.passage, name) if name else self._state_of(token, head)
            if mention is not None and mention.kind != "person":
                return mention
            if self.told.is_people(token) or token.pos_ not in ("NOUN", "PROPN", "ADJ", "PART"):
                return None
        return None

    def state(self, token: Token) -> Mention | None:
        """The state that a country's adjective means."""
        apart = not token.is_sent_start and token.nbor(-1).lower_ in self.apart
        if apart or not token.text[:1].isupper() or not self.cast.atlas.gazetteer.country_of(token.text):
            return None
        place = next((one for one in self.cast.atlas.gazetteer.candidates(token.text) if one.precision == COUNTRY), None)
        span = Span(self.passage.sha, self.passage.start(token), self.passage.end(token))
        return self.cast.metonym(self.passage, span, place) if place else None

    def _state_of(self, token: Token, head: Token) -> Mention | None:
        """The state of a country's adjective before a noun that stands for a state; a country's militants are not the country."""
        own = self.cast.words["government"] | self.cast.words["bodies"] | self.bearing
        return self.state(token) if head.lower_ in own else None

    def named(self, token: Token) -> Mention | None:
        """The actor that a name at a token, or a country's adjective, means; descriptions and pronouns mean none here."""
        name = self.cast.name_at(self.passage, token)
        return self.cast.mention_of(self.passage, name) if name else self.state(token)

    def body_told(self, token: Token) -> End | None:
        """The body told of before that ends with a bare noun: "ministry" of "ministry spokeswoman" behind "the defence ministry"."""
        before = None if token.is_sent_start else token.nbor(-1)
        described = before is not None and before.dep_ in ("compound", "nmod", "amod", "case")  # "city council": it says which
        if token.lower_ not in self.cast.words["telling"] or token.dep_ not in ("compound", "nmod", "poss") or described:
            return None
        return self.told_of(token, BODIES)

    def told_of(self, token: Token, kinds: frozenset[str] = BODIES | {"state"}) -> End | None:
        """The body of these kinds that was told of last with a bare noun: "government" of "pro-government" behind "the government said"."""
        start = self.passage.start(token)
        told = (mention for mention in self.cast.mentions.backwards(token.lower_) if mention.span.end <= start)
        same = next((mention for mention in told if mention.kind in kinds), None)
        span = Span(self.passage.sha, start, self.passage.end(token))
        return self.pointing_at(self.end("object", same), span) if same is not None else None

    def unnamed(self, name: str, head: Token, phrase: Sequence[Token] = ()) -> End | None:
        """The body that a noun tells without a name: a bare one of which a text means one ("army"), or one with what it is for ("the
        health ministry"), which stands before it or in the words of a phrase, the nearest first. None for other nouns."""
        if (head.pos_ not in ("NOUN", "PROPN") and head not in phrase[:1]) or self.cast.name_at(self.passage, head):
            return None
        told = [*takewhile(lambda word: word.dep_ in ("compound", "nmod"), phrase[phrase.index(head) + 1 :])] if phrase else []
        matter = [child for child in head.lefts if child.dep_ in ("compound", "nmod", "amod")] or told
        if head.lower_ in self.sole or (matter and head.lower_ in self.matters):
            return self.described(name, head, min((head, *matter), key=lambda token: token.i))
        return None

    def described(self, name: str, head: Token, first: Token) -> End | None:
        """The body that a noun describes with the words from `first` on."""
        mention = self.cast.describe(self.passage, head, first)
        return self.end(name, mention) if mention is not None and mention.named else None

    def office_for(self, name: str, matter: frozenset[str], at: Token) -> list[End]:
        """The one ministry or department of a matter that the document tells of, as the words at a token point at it."""
        offices = frozenset(self.scene.language.rules("governing")["offices"])
        words = {one.name: set(one.text.lower().split()) for one in self.cast.mentions.last_of_each(BODIES)}
        fitting = [one for one, told in words.items() if told & offices and matter and matter <= told]
        span = Span(self.passage.sha, self.passage.start(at), self.passage.end(at))
        return [self.pointing_at(self.end(name, self.cast.mentions.first_of(one)), span) for one in fitting if len(fitting) == 1]

    def _inside(self, head: Token) -> Iterator[Token]:
        """Heads inside a phrase that say whom it means: what is set beside it, given as examples, or joined to "forces" by "of"."""
        words = {head.lower_, head.lemma_.lower()}
        for child in head.children:
            if child.dep_ == "appos" or (child.dep_ == "nmod" and child.i > head.i):
                yield child
            elif child.dep_ == "prep" and (beside := self._person_beside(child)) is not None:
                yield beside
            elif child.dep_ == "prep" and child.lower_ in self.examples:
                yield from self.listed(child)
            elif child.dep_ == "prep" and words & self.through and child.lower_ in self.passing:
                yield from (part for part in child.children if part.dep_ == "pobj")
            elif child.lower_ in self.loyal and words & self.through:  # "forces loyal to the Front"
                yield from (part for to in child.children if to.dep_ == "prep" for part in to.children if part.dep_ == "pobj")
        if words & self.through:
            owners = (child for child in head.lefts if child.dep_ == "poss")
            his = head.lower_ in self.own_men
            yield from (
                owner
                for owner in owners
                if (mention := self._actor(owner)) and (mention.kind != "person" or (his and owner.pos_ == "PROPN"))
            )

    def _person_beside(self, preposition: Token) -> Token | None:
        """The person named behind an office, whom the parse sets beside its country: "the minister of trade of Ruritania, Otto Brand"."""
        for part in preposition.children:
            for child in part.children if part.dep_ == "pobj" and preposition.lower_ in grammar_of(part).belonging else ():
                name = self.cast.name_at(self.passage, child) if child.dep_ == "appos" else None
                if name is not None and name.kind == "person":
                    return child
                if child.dep_ == "prep" and (beside := self._person_beside(child)) is not None:
                    return beside
        return None

    def listed(self, word: Token) -> Iterator[Token]:
        """The names of a list behind a word for examples: long lists are read by their commas, since parses of them break."""
        last: Mention | None = None
        for token in word.doc[word.i + 1 : sentence_end(word)]:
            name = self.cast.name_at(self.passage, token)
            mention = self.cast.mention_of(self.passage, name) if name else None
            if mention is not None and mention is not last:
                yield token
                last = mention
            elif mention is None and not (
                token.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "X") or token.text in LISTING | self.listing
            ):
                return

    def named_as(self, name: Name) -> End:
        """The end that a name makes, told by the words of the name itself."""
        mention = self.cast.mention_of(self.passage, name)
        return self.end("subject", mention)


def _complement(head: Token) -> bool:
    """Whether a noun is what something is said to be: "Aldan is the largest town that ..."."""
    return head.dep_ == "attr" and head.head.lemma_ in grammar_of(head).copula
