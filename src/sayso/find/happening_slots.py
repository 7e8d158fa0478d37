"""The details of a happening, each at its own place in the text: who, to whom, where, when, how many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.happening_dates import DateFinder
from sayso.find.happening_doers import doers_laid
from sayso.find.happening_mood import outcome_word
from sayso.find.happening_numbers import FIRED, PHYSICAL, TAKEN, Frame, NumberFinder
from sayso.find.happening_roles import joined, perceived, prep_objects, unwrapped
from sayso.find.happening_rules import EventRules, Matcher
from sayso.find.happening_struck import BLASTS, examples_told, names_told, struck_at, suffers, whose_life
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.records.claim import Slot
from sayso.records.document import Span
from sayso.records.place import COUNTRY

GROUND = frozenset({"non_state_actor_overtakes_territory", "government_regains_territory", "non_violent_transfer_of_territory"})
TALKS = frozenset({"diplomatic_contact", "agreement"})
MOVES = frozenset({"border_incursion", "deployment", "airspace_overflight", "change_to_group_activity"})
VICTIMS = frozenset({"attack", "sexual_violence", "excessive_force_against_protesters", "mob_violence"})
"""Prepositions behind which a phrase names the place of what it tells."""
DEEP = 3
"""How many nouns down a place is sought in a phrase: "in a village of the district of Balkh"."""


class SlotFinder:
    """Finds the slots of the frames of one passage."""

    def __init__(self, matcher: Matcher, scene: Scene) -> None:
        self.matcher, self.scene = matcher, scene
        self.passage: Passage = matcher.passage
        self.rules: EventRules = matcher.rules
        self.numbers = NumberFinder(self.passage, scene, self.rules)
        self.dates = DateFinder(self.passage, scene, self.rules)

    def slots(self, frame: Frame, alone: bool) -> tuple[Slot, ...]:
        """All details of a frame in order of place; `alone` says that its clause tells of nothing else: its dates are then its own."""
        found = [*self._actors(frame), *self._places(frame), *self.numbers.slots(frame), *self._instruments(frame), *self._outcome(frame)]
        found += self.dates.slots(frame, alone)
        kept: dict[tuple[str, Span], Slot] = {}
        for slot in found:
            kept.setdefault((slot.name, slot.span), slot)
        return tuple(sorted(kept.values(), key=lambda slot: (slot.span.start, slot.span.end, slot.name)))

    # who and whom

    def _actors(self, frame: Frame) -> Iterator[Slot]:
        for head in frame.roles.subjects:
            yield from self._doer(frame, head)
        if frame.nominal:
            yield from self._noun_actors(frame)
        told = self.passage.start(frame.trigger)
        laid = (slot for head in doers_laid(frame.trigger, self.rules) if (slot := self.person("agent", head)))
        yield from (slot for slot in laid if not slot.span.start <= told < slot.span.end)
        harmed = "victim" if frame.verb in VICTIMS | TAKEN and not frame.nominal else "target"
        doing = frame.trigger.lemma_.lower() in self.rules.words("doing")
        for head in frame.roles.objects if not doing else ():
            if head.i != frame.trigger.i and not self._is_thing_used(head) and head.lemma_.lower() not in self.rules.words("named_acts"):
                for one in whose_life(head, self.rules):
                    yield from self._aim(harmed, frame, one)
        for verb in frame.harms:
            yield from self._victims(frame, verb)
        yield from self._aimed_at(frame)

    def _doer(self, frame: Frame, head: Token) -> Iterator[Slot]:
        """The agent that a subject names, or whose instrument it names."""
        nobody = frame.nominal and any(child.lower_ in grammar_of(head).not_one for child in head.lefts)
        if head.i == frame.trigger.i or nobody:  # "no group claimed the attack"
            return
        if any(self._is_thing_used(one) for one in unwrapped([head], self.matcher.quantities)):
            if owner := self._owner(head):
                yield owner
            return
        if frame.verb in GROUND and frame.trigger.lemma_ in self.rules.words("losing"):
            return
        if frame.verb in GROUND and frame.trigger.lemma_ in self.rules.words("falling"):
            yield from self._aim("target", frame, head)
        elif frame.trigger.lemma_ in self.rules.words("dying"):
            yield from self._aim("victim", frame, head)
        elif slot := self.person("agent", head):
            yield slot

    def _noun_actors(self, frame: Frame) -> Iterator[Slot]:
        noun = frame.trigger
        for child in noun.children:
            if child.dep_ in ("compound", "amod", "poss", "nmod") and child.i < noun.i:
                passive = child.dep_ == "poss" and noun.lemma_.lower() in self.rules.words("possessed")
                role = "victim" if passive else "target" if self._is_struck(child) else "agent"
                if not self._is_stricken_land(child) and (slot := self._named(role, child)):
                    yield slot
            if child.dep_ == "compound" and child.pos_ == "NOUN" and child.lemma_.lower() in self.rules.words("struck"):
                span = self.scene.cast.phrase(self.passage, child)  # "the town hall bombing"
                yield Slot("target", self.passage.quote(span), span)
        words = grammar_of(noun)
        for prep, head in frame.own.preps:
            agentive = prep in words.doer or (prep in words.belonging and noun.lemma_.lower() in self.rules.words("of_agents"))
            if agentive and (slot := self.person("agent", head)):
                yield slot

    def _went_off(self, token: Token) -> bool:
        """Whether a word stands right before one for what went off: "the harbour blast"."""
        return token.dep_ in ("compound", "nmod") and token.head.lemma_.lower() in self.rules.words("going_off")

    def _is_struck(self, token: Token) -> bool:
        """Whether a name before a deed is of who or what suffered it: "the Orsk Embassy bombings", "the Orsk Union massacre"."""
        if self._went_off(token) and token.lemma_.lower() in self.rules.words("struck"):
            return True
        named = self.scene.cast.name_at(self.passage, token)
        return named is not None and suffers(token, named.kind, self.rules)

    def _is_stricken_land(self, token: Token) -> bool:
        """The same for a country: "the Chad blast" was there, while "the U.S. bombing" is a state's."""
        if not self._went_off(token) or token.text.isupper() or "." in token.text:
            return False
        slot = self.scene.place_slot("place", self.passage, token)
        return slot is not None and slot.place is not None and slot.place.precision == COUNTRY

    def _named(self, name: str, token: Token) -> Slot | None:
        """A slot for a name or a possessive pronoun that stands in a noun's own phrase."""
        if named := self.scene.cast.name_at(self.passage, token):
            mention = self.scene.cast.mention_of(self.passage, named)
            return Slot(name, mention.text, mention.span, actor=mention.name)
        if token.tag_ == "PRP$":
            return self.scene.actor_slot(name, self.passage, token)
        place = self.scene.cast.place_at(self.passage, token)
        if place and token.dep_ == "poss" and (state := self.scene.cast.metonym(self.passage, *place)):
            return Slot(name, state.text, state.span, actor=state.name)
        return None

    def _owner(self, head: Token) -> Slot | None:
        for child in head.children:
            if child.dep_ in ("compound", "amod", "poss", "nmod") and (slot := self._named("agent", child)):
                return slot
        return None

    def person(self, name: str, head: Token) -> Slot | None:
        """A slot for the actor that a phrase means, a state by its place's name, or people only described; None for things."""
        inner = [one for one in unwrapped([head], self.matcher.quantities | self.scene.cast.words["members"]) if one.i != head.i]
        if head.lemma_.lower() in self.matcher.quantities | self.scene.cast.words["members"] and (slot := self._first_named(name, inner)):
            return slot  # "a group of ISK militants" are ISK's
        if slot := self.scene.actor_slot(name, self.passage, head):
            return slot
        if (place := self.scene.cast.place_at(self.passage, head)) and (state := self.scene.cast.metonym(self.passage, *place)):
            return Slot(name, state.text, state.span, actor=state.name)
        if slot := self._first_named(name, inner):
            return slot
        if any(self.matcher.is_people(one) and one.pos_ in ("NOUN", "PROPN") for one in (head, *inner)):
            return self._described(name, head)
        return None

    def _first_named(self, name: str, heads: Iterable[Token]) -> Slot | None:
        return next((slot for one in heads if (slot := self.scene.actor_slot(name, self.passage, one))), None)

    def _described(self, name: str, head: Token) -> Slot:
        if name == "agent" and (mention := self.scene.cast.describe(self.passage, head)):
            return Slot(name, mention.text, mention.span, actor=mention.name)
        span = self.scene.cast.phrase(self.passage, head)
        return Slot(name, self.passage.quote(span), span)

    def _aim(self, name: str, frame: Frame, head: Token) -> Iterator[Slot]:
        """A slot for what is aimed at or harmed: an actor, a place, or a thing with the place that its phrase names."""
        if head.pos_ not in ("NOUN", "PROPN", "PRON", "NUM") or self._is_time(head) or self._is_event(head):
            return
        if head.lemma_.lower() in self.rules.words("no_aims"):
            return
        if place := self.scene.place_slot("target", self.passage, head):
            yield place
            if frame.verb in GROUND | {"border_incursion", "diplomatic_contact"}:
                yield Slot("place", place.text, place.span, place=place.place)
        elif person := self.person(name, head):
            yield from self._by_name(person, head)
        elif head.pos_ != "PRON":
            span = self.scene.cast.phrase(self.passage, head)
            where = self.place("place", head)
            of_people = frame.trigger.lemma_.lower() in self.rules.harming
            yield Slot(name if of_people else "target", self.passage.quote(span), span, place=where.place if where else None)

    def _by_name(self, person: Slot, head: Token) -> Iterator[Slot]:
        """Whom a phrase means, by the names that words beside it tell, where it has none itself; and those whom it names as examples."""
        told = [slot for one in names_told(head, self.rules) if (slot := self.scene.actor_slot(person.name, self.passage, one))]
        yield from told if told and person.actor is None else [person]
        yield from (slot for one in examples_told(head) if (slot := self.scene.actor_slot(person.name, self.passage, one)))

    def _victims(self, frame: Frame, verb: Token) -> Iterator[Slot]:
        """Those harmed who are not told as a number; with a noun for it whose death it was."""
        for child in verb.children:
            if child.dep_ == "poss" and verb.pos_ == "NOUN" and (slot := self._named("victim", child)):
                yield slot
            if child.dep_ in ("dobj", "nsubjpass") and child.i != frame.trigger.i and self._is_person(child):
                yield from self._aim("victim", frame, child)

    def _is_person(self, head: Token) -> bool:
        return any(self.matcher.is_human(token) for token in unwrapped([head], self.matcher.quantities))

    def _aimed_at(self, frame: Frame) -> Iterator[Slot]:
        """Targets behind "on", "against", "with" and the like, and who stands on both sides of "between"."""
        sides = [head for prep, head in frame.roles.preps if prep in self.rules.words("between")]
        for name, head in zip(("agent", "target"), sides, strict=False):
            if slot := self.person(name, head):
                yield slot
        if frame.verb in BLASTS:
            for head in struck_at(frame.roles.preps, self.rules):
                yield from self._aim("target", frame, head)
        laid = list(doers_laid(frame.trigger, self.rules))
        for prep, head in frame.roles.preps:
            if head in sides or head in laid or head.i == frame.trigger.i or self._is_thing_used(head):
                continue
            if (prep in self.rules.words("against_with") and (slot := self.person("target", head))) or (
                prep in self.rules.words("fallen_to")
                and frame.verb in GROUND | {"change_to_group_activity"}
                and (slot := self.person("agent" if frame.verb in GROUND else "target", head))
            ):
                yield slot
            elif self._aims(frame, prep, head):
                for one in whose_life(head, self.rules):
                    yield from self._aim(self._struck_as(frame, prep, one), frame, one)

    def _struck_as(self, frame: Frame, prep: str, head: Token) -> str:
        """Whether people behind a preposition are victims: "the murder of X", "an attack on judges"; somebody named may have escaped it."""
        done_to = prep in grammar_of(head).belonging and frame.trigger.lemma_.lower() in self.rules.harming
        described = head.lemma_.lower() in self.rules.list_of("people") and self.scene.cast.actor_at(self.passage, head) is None
        return "victim" if done_to or (frame.verb in VICTIMS and described) else "target"

    def _aims(self, frame: Frame, prep: str, head: Token) -> bool:
        """Whether a preposition points at the target: "at" and "on" before a place of a verb that is no fire tell only where."""
        if frame.verb == "looting_property_destruction" and not frame.nominal and prep in self.rules.words("burnt"):
            return True
        if frame.verb in TALKS or prep not in self.rules.words("aimed") or head.lemma_.lower() in self.rules.words("named_acts"):
            return False
        on = prep in self.rules.words("aimed_on")
        if on and frame.verb == "armed_clash":
            return False  # a clash on a side of the border, on a road
        own = (prep, head) in frame.own.preps and frame.nominal
        if prep in grammar_of(head).belonging:
            return own and frame.trigger.lemma_.lower() not in self.rules.words("of_agents")
        fires = frame.verb in FIRED and (frame.verb != "attack" or frame.trigger.lemma_ in self.rules.words("firing"))
        if prep in self.rules.words("aimed_if_fired"):
            return fires or (own and not self.matcher.is_place(head) and frame.trigger.lemma_ in self.rules.words("attacking"))
        return not on or own or frame.nominal or fires or frame.verb == "listing_delisting"

    def _is_thing_used(self, head: Token) -> bool:
        return self.matcher.thing(head).lemma_.lower() in self.rules.words("instruments")

    def _is_time(self, head: Token) -> bool:
        return (
            head.ent_type_ in ("DATE", "TIME")
            or head.lemma_.lower() in self.rules.words("time_nouns")
            or self.scene.calendar.at(self.passage.start(head)) is not None
        )

    def _is_event(self, head: Token) -> bool:
        return head.lemma_.lower() in self.rules.words("actions")

    # where

    def place(self, name: str, head: Token) -> Slot | None:
        """The first place that a phrase names."""
        return next(self.places(name, head), None)

    def places(self, name: str, head: Token, depth: int = 0) -> Iterator[Slot]:
        """The places that a phrase names, by its head, a name in it or the phrases that hang on it; several where "and" joins them."""
        children = [child for child in head.children if child.dep_ in ("compound", "appos", "poss", "nmod", "amod")]
        own = (slot for token in (head, *children) if (slot := self._named_place(name, token, head) or self._land(name, token, "ground")))
        if slot := next(own, None):
            yield slot
        elif depth < DEEP:
            within = self.rules.words("within")
            inner = [(prep, found) for prep, below in prep_objects(head) if prep in within for found in self.places(name, below, depth + 1)]
            yield from (found for prep, found in inner if prep == inner[0][0])
            if not inner and (land := next((slot for token in children if (slot := self._land(name, token, "on_soil"))), None)):
                yield land

    def _named_place(self, name: str, token: Token, head: Token) -> Slot | None:
        """The place that a word of a phrase names; a country before its noun is the owner, and no place ("the U.S. embassy")."""
        slot = self.scene.place_slot(name, self.passage, token)
        owner = token not in (head, *head.rights) and slot is not None and slot.place is not None and slot.place.precision == COUNTRY
        return None if owner else slot

    def _place_before(self, token: Token) -> Slot | None:
        """The place that a word before an event noun names ("the Nairobi bombing"); a country that did it is none ("a U.S. airstrike")."""
        slot = self.scene.place_slot("place", self.passage, token)
        land = slot is not None and slot.place is not None and slot.place.precision == COUNTRY
        owner = land and not self._is_stricken_land(token) and self._named("agent", token)
        return None if owner else slot

    def _land(self, name: str, token: Token, kind: str) -> Slot | None:
        """The country whose adjective stands before a word of a kind for what lies in it: "from Chadian territory"."""
        if token.dep_ not in ("amod", "compound", "poss", "nmod") or token.head.lemma_.lower() not in self.rules.words(kind):
            return None
        if (land := self.scene.cast.land_of(token)) is None:
            return None
        span = Span(self.passage.sha, self.passage.start(token), self.passage.end(token.head))
        return Slot(name, self.passage.quote(span), span, place=replace(land, text=self.passage.quote(span)))

    def _places(self, frame: Frame) -> Iterator[Slot]:
        """The places of a frame; where none hangs on its own word, one that is named around it."""
        yield from list(self._own_places(frame)) or islice(self._around(frame), 1)

    def _around(self, frame: Frame) -> Iterator[Slot]:
        """Places in the phrases of its object, of what it was aimed at or who was harmed, and of where it was heard or seen."""
        heads = [head for prep, head in frame.own.preps if prep in self.rules.words("aimed")] if frame.nominal else []
        if frame.nominal or frame.verb not in FIRED or frame.trigger.lemma_.lower() in self.rules.harming:
            heads += frame.roles.objects
        heads += [child for verb in frame.harms for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        heads += [verb for verb in (perceived(frame.trigger, self.rules.words),) if verb]
        yield from (slot for head in heads if not self.matcher.is_place(head) and (slot := self._place_behind(head)))

    def _place_behind(self, head: Token) -> Slot | None:
        """The place that a phrase names behind its head: "a meeting in Warsaw"."""
        at = self.rules.words("at")
        return next((slot for prep, inner in prep_objects(head) if prep in at for slot in self.places("place", inner, 1)), None)

    def _own_places(self, frame: Frame) -> Iterator[Slot]:
        for prep, head in frame.roles.preps:
            for name in self._place_names(frame, prep):
                yield from self.places(name, head)
        if frame.nominal:
            for child in frame.trigger.lefts:
                if child.dep_ in ("compound", "nmod", "amod") and (slot := self._place_before(child)):
                    yield slot
        elif self._lands(frame):
            for head in frame.roles.objects:
                if slot := self.place("landed", head):
                    yield slot
            yield from self._landed_nowhere_named(frame)

    def _landed_nowhere_named(self, frame: Frame) -> Iterator[Slot]:
        """Where a projectile came down that the words only describe: "in the fields behind the school"."""
        for prep, head in frame.roles.preps:
            if (
                prep in self.rules.words("landed")
                and head.pos_ == "NOUN"
                and not self._is_time(head)
                and self.place("landed", head) is None
            ):
                span = self.scene.cast.phrase(self.passage, head)
                yield Slot("landed", self.passage.quote(span), span)

    def _place_names(self, frame: Frame, prep: str) -> Iterator[str]:
        at, across, flown = self.rules.words("at"), self.rules.words("across"), frame.verb == "airspace_overflight"
        if prep in self.rules.words("from"):
            yield "from"
        elif self._lands(frame) and prep in self.rules.words("landed"):
            yield "landed"
        elif prep in self.rules.words("toward") and frame.verb in FIRED | MOVES and not (prep in across and flown):
            yield "toward"
        elif (prep in self.rules.words("over") and flown) or (
            prep in at and not (prep in self.rules.words("not_at_a_noun") and frame.nominal)
        ):
            yield "place"

    def _lands(self, frame: Frame) -> bool:
        """Whether the verb tells where a projectile came down."""
        if frame.nominal or frame.verb not in FIRED or frame.trigger.lemma_ not in self.rules.words("landing"):
            return False
        return any(self._is_thing_used(head) for head in unwrapped(frame.roles.subjects, self.matcher.quantities))

    # with what, and how it ended

    def _instruments(self, frame: Frame) -> Iterator[Slot]:
        if frame.verb not in PHYSICAL:
            return
        heads = [
            *frame.roles.subjects,
            *frame.roles.objects,
            *(head for prep, head in frame.roles.preps if prep in self.rules.words("instrument_by")),
            *self._used_for(frame.trigger),
        ]
        for head in unwrapped(heads, self.matcher.quantities):
            if self._is_thing_used(head):
                yield self._thing(head)
        if frame.nominal:
            for child in frame.trigger.lefts:
                if child.dep_ in ("compound", "amod", "nmod") and self._is_thing_used(child):
                    yield self._thing(child)

    def _used_for(self, verb: Token) -> Iterator[Token]:
        """What is used beside a verb: "used explosives to blow it up", "bombed the village, using helicopters"."""
        above = [verb.head] if verb.dep_ in ("xcomp", "advcl") else []
        for using in (one for one in (*above, *verb.children) if one.lemma_ in self.rules.words("using") and one.pos_ == "VERB"):
            yield from (thing for child in using.children if child.dep_ == "dobj" for thing in joined(child))

    def _thing(self, head: Token) -> Slot:
        own = [child for child in head.lefts if child.dep_ == "compound" and not self.scene.cast.name_at(self.passage, child)]
        span = self.passage.span([*own, head]) or Span(self.passage.sha, self.passage.start(head), self.passage.end(head))
        return Slot("instrument", self.passage.quote(span), span)

    def _outcome(self, frame: Frame) -> Iterator[Slot]:
        word = outcome_word(frame.trigger, self.rules)
        if word is not None:
            span = Span(self.passage.sha, self.passage.start(word), self.passage.end(word))
            yield Slot("outcome", self.passage.quote(span), span)
