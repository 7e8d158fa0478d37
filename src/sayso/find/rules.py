"""The finder that works offline and without a key: parsed text, tables of words, packs and the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from sayso.find.around import around, tie_claim
from sayso.find.background import background
from sayso.find.descriptions import Descriptions
from sayso.find.doings import warded_off
from sayso.find.extents import fit, shares_subject
from sayso.find.finder import not_supported
from sayso.find.grammar import FINITE, PRESENT, SUBJECTS, VERBAL, helping, is_perfect
from sayso.find.happening_dates import is_why, of_one_day, tells_when
from sayso.find.happening_rules import event_rules
from sayso.find.happenings import Happening, happenings
from sayso.find.known_events import is_taken_as_known, known_span, teller_of
from sayso.find.note_defects import defects_in
from sayso.find.note_hands import noted_hands, through_notes
from sayso.find.notes import notes_of
from sayso.find.open_events import announced, open_event
from sayso.find.passages import Passage, passages_of
from sayso.find.reading import as_read, as_written
from sayso.find.said_words import content_of
from sayso.find.scene import Scene, scene_of
from sayso.find.sections import Setting, lacking, opens_entry, questions_of, settings
from sayso.find.sentences import sentence_of
from sayso.find.strengths import subject_of
from sayso.find.ties import FoundTie, ties
from sayso.find.utterance import NOT_HAPPENED, Utterance
from sayso.find.utterances import UtteranceFinder
from sayso.find.where import Atlas
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import NO_PACKS, Packs
from sayso.lang.language import load_language, parsers, pipeline
from sayso.records.actor import STATES
from sayso.records.claim import AUTHOR, Act, Claim, Finding, Mention, Slot, numbered
from sayso.records.document import Document, Span
from sayso.records.vocabulary import REPORT_DAY, vocabulary

VERSION = 34
"""Raised with every change of rules that changes what is found, so that documents are read anew."""
LEAST, LEAST_OF_A_NOUN = 20, 45
"""Code points that the words of a further event have at least to be read alone, with a verb in them and without ("clashes in the north
between the army and the Front"); shorter ones stand on their whole clause."""
NEARLY_ALL = 0.8
"""Share of a clause from which on one of two events told by one word ("bombings in X and Y") has all of the clause."""
STATED = frozenset({"asserts", "relays", "assesses", "accuses", "claims_responsibility", "concedes"})
"""Acts whose stance to an event is that of the words that tell it."""
ARMED = frozenset({"armed_group", "other"})
"""Kinds of speakers whose own violent deed is one they take responsibility for: of many a group no word tells what it is."""
MONTH = 31
"""Days: a longer interval in the same sentence says nothing of the day of an event."""


class RuleFinder:
    """Finds claims by rules. `model` names another installed spaCy pipeline than the language's default."""

    def __init__(self, packs: Packs = NO_PACKS, model: str | None = None) -> None:
        self.packs, self.model = packs, model
        self.key = f"rules/{VERSION}+{parsers(model)}+packs:{packs.fingerprint[:12] or 'none'}"
        self._atlas: Atlas | None = None

    def find(self, document: Document) -> Finding:
        """The claims and mentions of a document; in a language without tables it finds nothing and says so."""
        code = document.language or "en"
        try:
            language = load_language(code)
        except LookupError:
            return not_supported(document, code)
        if self._atlas is None:
            self._atlas = Atlas(load_gazetteer(), self.packs)
        nlp = pipeline(code, self.model)
        read = as_read(document, language, nlp)
        passages = passages_of(read, language, nlp)
        scene = scene_of(read, passages, self.packs, self._atlas, language)
        asked, setting = questions_of(passages), settings(passages, scene)
        finder = UtteranceFinder(scene.cast, scene.calendar, language)
        told = list(finder.of_document(passages))
        claims = [
            claim
            for passage, utterance in told
            for claim in _ClaimMaker(passage, scene, self.packs, asked.get(passage), setting.get(passage, Setting())).claims(utterance)
        ]
        claims = [*finder.voices.spokesmen.named_below(claims, passages), *around(told, scene, passages), *background(told, scene)]
        if document.published is not None:  # where nothing says when it was said, it was by the day of the report
            said = replace(document.published, basis="document_date")
            claims = [claim if claim.said else replace(claim, said=said) for claim in claims]
        claims.sort(key=lambda claim: (claim.span.start, claim.span.end, claim.kind, claim.verb))
        notes, problems = defects_in(document, notes_of(document, language, passages), scene.calendar, code)
        hands = noted_hands(notes, self.packs, language)
        claims = [through_notes(claim, notes, hands) for claim in claims]
        described = Descriptions(scene.cast, language).further(passages)
        named = (*scene.cast.mentions.ordered(), *described, *(mention for _, mention in hands.values()))
        found = Finding(tuple(numbered(claims)), named, scene.calendar.written, tuple(problems), tuple(notes))
        return as_written(found, read, document)


class _ClaimMaker:
    """Makes claims of one utterance: what happened, who is tied to whom, how many.

    `question` is what a passage answers, `setting` what the heading above it tells of where and when.
    """

    def __init__(self, passage: Passage, scene: Scene, packs: Packs, question: Passage | None, setting: Setting) -> None:
        self.passage, self.scene, self.packs, self.question, self.setting = passage, scene, packs, question, setting

    def claims(self, said: Utterance) -> Iterator[Claim]:
        """The main claim of the utterance, then those of further events and of ties that it tells of."""
        tokens = [token for token in said.tokens if not token.is_space and token.i not in said.others]
        found = happenings(self.passage, tokens, self.scene)
        if self.passage.block.kind == "heading":  # it announces what the text tells: its event would be counted twice
            if said.voices[0].text == AUTHOR:
                if any(_violent(one) for one in found) and self._says_something(said, tokens):
                    yield replace(self._claim(said, None), kind="statement", verb="statement", slots=())
                return
            found = []
        main = self._main(said, found) or self._open(said, found, tokens)
        if said.beside and (main is None or not _violent(main)):
            return
        yield self._claim(said, main)
        for one in found:
            if (
                one is not main
                and not one.hypothetical
                and not (main and one.general)
                and said.stance.act not in NOT_HAPPENED | {"denies"}
                and one.slots
            ):
                yield self._further(said, one, main)
            elif said.stance.act in NOT_HAPPENED and is_taken_as_known(one) and (span := known_span(one, said, self.passage)):
                yield from self._known(said, one, span)
        for tie in ties(self.passage, [*_subject_before(said), *tokens], self.scene):
            if tie.holds_in("asserts" if said.of_now else said.stance.act):
                yield self._tie(said, tie)

    def _open(self, said: Utterance, found: Sequence[Happening], tokens: Sequence[Token]) -> Happening | None:
        """What the utterance tells of a day where no rule knows a word of it."""
        if any(not one.hypothetical for one in found) or said.beside or said.stance.act in NOT_HAPPENED | {"denies"}:
            return None
        entry = opens_entry(self.setting, self.passage, said.span.start) and said.cue is None
        event = open_event(self.passage, said.heads, tokens, self.scene, entry)
        if event is None:
            return announced(self.passage, said, self.scene)
        own = self._own(said, event, said.span)
        days = [slot for slot in own if slot.name == "when"] or list(self._date_nearby(said, event))
        if entry or self.setting.labels(self.passage):
            days += (slot for slot in self._set(said, event, [*own, *days]) if slot.name == "when")
        longest = MONTH if event.trigger.lemma_.lower() in event_rules(self.scene.language.code).words("undergone") else 1
        return event if len(days) == 1 and (days[0].when is None or days[0].when.days <= longest) else None

    def _says_something(self, said: Utterance, headline: Sequence[Token]) -> bool:
        """Whether a headline tells something, by a verb, a number or who is blamed, or only names its matter: "Shelling of the port"."""
        blame = self.scene.language.rules("acts")["blame"]
        told = any(token.tag_ in FINITE | {"VBN"} or token.like_num or token.lower_ in blame for token in headline)
        return told or said.stance.act != "asserts"

    def _main(self, said: Utterance, found: Sequence[Happening]) -> Happening | None:
        """The event that the utterance is about: the one nearest to its head, unless it is only to come.

        One at the verb by which somebody denies something is not what he denies: "denied in a telephone call any role in the raid".
        """
        heads = {head.i for head in said.heads}
        open_ = [one for one in found if not one.hypothetical or said.stance.act in NOT_HAPPENED]
        if said.stance.act == "denies" and said.cue is not None and heads:
            open_ = [one for one in open_ if not heads.isdisjoint(token.i for token in (one.trigger, *one.trigger.ancestors))]
        if not open_:
            return self._deed_before(said) if said.stance.act == "claims_responsibility" else None
        return min(open_, key=lambda one: (_depth(one, heads), one.trigger.i))

    def _deed_before(self, said: Utterance) -> Happening | None:
        """The deed that a clause hangs on: "fired mortars at the suburb, an attack for which the Front claimed responsibility"."""
        chain = (token for head in said.heads for token in (head, *head.ancestors))
        above = next((token.head for token in chain if token.dep_ == "relcl" and token.head.pos_ == "NOUN"), None)
        if above is None:
            return None
        told = [token for token in sentence_of(above) if token.i <= above.i and not token.is_space]
        return next((one for one in reversed(happenings(self.passage, told, self.scene)) if _violent(one)), None)

    def _claim(self, said: Utterance, event: Happening | None) -> Claim:
        slots = tuple(self._own(said, event, said.span) if event else ())
        if event is not None and not any(slot.name == "when" for slot in slots):
            slots += tuple(self._date_nearby(said, event))
        slots += tuple(self._set(said, event, slots))
        slots += tuple(self._of_the_news(said, event, slots))
        slots += tuple(self._numbers(said, slots))
        polarity, act = said.stance.polarity, said.stance.act
        if event is not None:
            act = self._own_deed(said, event, act)
            if act in STATED:  # what is negated may be another word: "has not claimed responsibility for the attack"
                polarity = "denies" if event.negated else "affirms"
        kind, verb = ("event", event.verb) if event else ("statement", "statement")
        measure = next((slot for slot in slots if slot.amount is not None), None)
        if event is None and measure is not None and measure.amount is not None and act not in NOT_HAPPENED | {"denies"}:
            kind, verb = "figure", measure.amount.unit or "number"
            subject = subject_of(self.passage, measure.span, self.scene, said.span)
            slots += (subject,) if subject else ()
        return Claim(
            "", said.span, self.passage.quote(said.span), said.voices, act, polarity, said.stance.modality, kind, verb,  # type: ignore[arg-type]
            cue=self._cue(said), content=content_of(said, self.passage), said=said.said, slots=slots, found_by="rules",
        )  # fmt: skip

    def _own(self, said: Utterance, event: Happening, span: Span) -> list[Slot]:
        """The details of an event within a span: none of what took place is a day that was still to come when the text was written."""
        slots = [slot for slot in event.slots if slot.span.within(span)]
        return slots if said.stance.act in NOT_HAPPENED else [slot for slot in slots if not self._is_to_come(slot)]

    def _is_to_come(self, slot: Slot) -> bool:
        written = self.scene.calendar.written
        return slot.when is not None and written is not None and slot.when.first > written.last

    def _own_deed(self, said: Utterance, event: Happening, act: Act) -> Act:
        """An armed group, or who speaks for it, that tells of an attack as its own takes responsibility for it."""
        if said.cue is None or said.cue.negated or said.speaker is None or act not in ("asserts", "concedes", "relays") or event.negated:
            return act
        if not _violent(event) or warded_off(event.trigger):
            return act
        agent = next((slot for slot in event.slots if slot.name == "agent"), None)
        ours = frozenset(self.scene.language.rules("actors")["pronouns"]["author"])
        own = said.own and _did(event.trigger, said.heads)
        if agent is not None:  # "carried out by our men"
            own = agent.actor == said.speaker.name or agent.text.split()[0].lower() in ours
        own_deeds = self.scene.language.rules("cues")["own_deeds"]
        if own and self._is_force(said.speaker) and _fired(event) and _did(event.trigger, said.heads):
            return "claims_responsibility"  # a state owns to its fire, and tells of whom it arrests as of its duty
        taken = said.speaker.kind == "other" and "seizure_of_people" in vocabulary().incident_types[event.verb].families
        armed = said.speaker.kind in ARMED and not taken  # of bodies that arrest people no word may tell either that they are the state's
        if not (said.cue.published or said.cue.token.lemma_ in own_deeds or (own and armed)):
            return act
        pack = self.packs.actors.get(said.speaker.pack or "")
        mouth = pack is not None and pack.speaks_for is not None and self.packs.actors[pack.speaks_for].kind == "armed_group"
        if own or (agent is None and (said.speaker.kind == "armed_group" or mouth)):
            return "claims_responsibility"
        return act

    def _is_force(self, speaker: Mention) -> bool:
        """Whether a speaker is a state, or one of the bodies of one: "the military"."""
        bodies = self.scene.language.rules("actors")["bodies"]
        return speaker.kind in STATES or (speaker.kind == "other" and speaker.name.split()[-1].lower() in bodies)

    def _set(self, said: Utterance, event: Happening | None, slots: Sequence[Slot]) -> Iterator[Slot]:
        """Where and when the heading or the label says that an event was which does not tell so itself; inferred."""
        if event is not None:
            new = said.stance.act not in NOT_HAPPENED and not event.general and not (event.nominal and is_taken_as_known(event))
            yield from lacking(self.setting, slots, _violent(event), new)

    def _of_the_news(self, said: Utterance, event: Happening | None, slots: Sequence[Slot]) -> Iterator[Slot]:
        """The only day of which a short report tells, where it tells an event without a day, and not as known; inferred.

        Where no more is told than when it was written, that is the day of what goes on: "are firing at the camp".
        """
        day = self.scene.calendar.news
        if event is None or day is None or event.general or any(slot.name == "when" for slot in slots):
            return
        if said.stance.act in NOT_HAPPENED | {"denies"} or is_taken_as_known(event) or self._is_background(said, event):
            return
        goes_on = any(verb.tag_ in PRESENT for verb in helping(event.trigger)) and not is_perfect(event.trigger)
        if day.words.year is not None and day.when == self.scene.calendar.written and not goes_on:
            return
        span = Span(self.passage.sha, day.start, day.end)
        yield Slot(REPORT_DAY, self.passage.text[day.start : day.end], span, when=replace(day.when, basis="inferred"))

    def _date_nearby(self, said: Utterance, event: Happening) -> Iterator[Slot]:
        """The only date of the sentence, where it stands outside of what is told: "On May 3, the ministry reported that ..."; inferred."""
        if said.stance.act in NOT_HAPPENED | {"denies", "concedes"} or self._is_background(said, event):
            return
        own = [token for token in sentence_of(said.tokens[0]) if not token.is_space]
        dates = self.scene.dates("when", self.passage, own)
        dates = [date for date in dates if not self._in_aside(date, event) and not self._is_to_come(date)]
        if not dates and self.question is not None and not is_perfect(event.trigger):
            dates = self.scene.dates("when", self.question, list(self.question.parse))
        elif len(dates) == 1 and said.cue is not None and not self._opens(dates[0], said):
            return
        if not dates:
            yield from self._bare_day_nearby(own, event)
        elif len(dates) == 1 and dates[0].when is not None and dates[0].when.days <= MONTH:
            yield replace(dates[0], when=replace(dates[0].when, basis="inferred"))

    def _bare_day_nearby(self, sentence: Sequence[Token], event: Happening) -> Iterator[Slot]:
        """The only day of the sentence, where nothing tells its week, if it is that of the verb of which an event is a part."""
        days = self.scene.bare_days("when", self.passage, sentence)
        if len(days) == 1:
            first = self.passage.tokens(days[0].span.start, days[0].span.end)[0]
            if of_one_day(first, event.trigger, event_rules(self.scene.language.code)):
                yield days[0]

    def _is_background(self, said: Utterance, event: Happening) -> bool:
        """Whether an event is only told to date another: "since the takeover", "after the attack"."""
        words = event_rules(self.scene.language.code).words("background")
        heads = {head.i for head in said.heads}
        above = [event.trigger, *takewhile(lambda token: token.i not in heads, event.trigger.ancestors)]
        marks = (child for token in above for child in token.children if child.dep_ == "mark")
        return any(token.lower_ in words for token in (*above, *marks))

    def _opens(self, date: Slot, said: Utterance) -> bool:
        """Whether a full date stands before who speaks; a mere weekday, or one beside the verb of saying, is when it was said."""
        first = min((token.i for token in said.cue.speakers), default=0) if said.cue else 0
        return self.passage.tokens(date.span.start, date.span.end)[-1].i < first and any(letter.isdigit() for letter in date.text)

    def _in_aside(self, date: Slot, event: Happening) -> bool:
        """Whether a date stands in a clause that the event does not stand in: it is the date of something else."""
        token, rules = self.passage.tokens(date.span.start, date.span.end)[0], event_rules(self.scene.language.code)
        if tells_when(token, (event.trigger,), rules) or is_why(event.trigger, token, rules):
            return True
        asides = [above for above in (token, *token.ancestors) if above.dep_ == "relcl"]
        return any(above.i != event.trigger.i and not above.is_ancestor(event.trigger) for above in asides)

    def _numbers(self, said: Utterance, slots: Sequence[Slot]) -> Iterator[Slot]:
        """The amounts inside the clause that no slot of the event holds yet; of the author's, none that another says in its midst."""
        taken = [slot.span for slot in slots if slot.amount is not None]
        own = {token.i for token in said.tokens}
        for span, amount in self.scene.amounts_within(said.span.start, said.span.end):
            others = said.cue is None and not any(token.i in own for token in self.passage.tokens(span.start, span.end))
            if not others and not any(span.shared(other) for other in taken):
                yield Slot("amount", self.passage.quote(span), span, amount=amount)

    def _further(self, said: Utterance, event: Happening, main: Happening | None) -> Claim:
        """A further event told in the same words, on its own part of them; on all if that is nearly all and its word the main one's."""
        told = event.part or any(token.pos_ in VERBAL for token in self.passage.tokens(event.span.start, event.span.end))
        least = LEAST if told else LEAST_OF_A_NOUN
        twin = main is not None and event.trigger.i == main.trigger.i and event.span.size >= NEARLY_ALL * said.span.size
        span = event.span if not twin and least <= event.span.size <= said.span.size else said.span
        slots = tuple(self._own(said, event, span))
        if not any(slot.name == "when" for slot in slots):
            slots += tuple(self._date_nearby(said, event))
        slots += tuple(self._set(said, event, slots))
        slots += tuple(self._of_the_news(said, event, slots))
        act = said.stance.act if said.voices[0].text == AUTHOR else self._own_deed(said, event, "asserts")
        return Claim(
            "", span, self.passage.quote(span), said.voices, act, "denies" if event.negated else "affirms", said.stance.modality,
            "event", event.verb, cue=self._cue(said), said=said.said, slots=slots, found_by="rules",
        )  # fmt: skip

    def _known(self, said: Utterance, event: Happening, span: Span) -> Iterator[Claim]:
        """What was done to those, or there, of which somebody promises, foretells or calls for something, on its own words."""
        if LEAST <= span.size < said.span.size:
            slots = tuple(slot for slot in event.slots if slot.span.within(span))
            yield Claim(
                "", span, self.passage.quote(span), teller_of(event, said), "asserts", "affirms", "certain", "event", event.verb,
                slots=slots, found_by="rules",
            )  # fmt: skip

    def _tie(self, said: Utterance, tie: FoundTie) -> Claim:
        act: Act = said.stance.act if said.stance.act != "denies" or tie.negated else "asserts"
        known = tie.presupposed and act not in ("relays", "assesses")
        act = "asserts" if known or (tie.undone and act in NOT_HAPPENED) else act
        ends = [slot.span for slot in (tie.subject, tie.object)]
        span = replace(said.span, start=min(said.span.start, *(end.start for end in ends)))  # the subject may stand at the verb before
        claim = tie_claim(self.passage, tie, fit(span, self.passage), said.voices, act)
        modality = "certain" if tie.presupposed else said.stance.modality
        return replace(claim, modality=modality, cue=self._cue(said), said=said.said)

    def _cue(self, said: Utterance) -> Span | None:
        return self.passage.span([said.cue.token, *said.cue.words]) if said.cue else said.mark


def _depth(event: Happening, heads: set[int]) -> int:
    """How far an event's word stands below the head of what is said: 0 at the head itself."""
    token, steps = event.trigger, 0
    while token.i not in heads and token.head != token:
        token, steps = token.head, steps + 1
    return steps


def _did(trigger: Token, heads: Sequence[Token]) -> bool:
    """Whether an event's word is a verb that heads what is said, or its object: the subject did it, and did not suffer it."""
    verb = trigger.head if trigger.dep_ == "dobj" else trigger
    while verb not in heads and shares_subject(verb):
        verb = verb.head  # "had hit a camp and killed twelve"
    return verb in heads and not any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def _subject_before(said: Utterance) -> list[Token]:
    """The words of the subject that a joined verb shares with the one before it."""
    verb = said.heads[0] if said.heads and shares_subject(said.heads[0]) else None
    while verb is not None and verb.dep_ == "conj":
        verb = verb.head
    subjects = (child for child in verb.children if child.dep_ in SUBJECTS) if verb is not None else ()
    return [token for subject in subjects for token in subject.subtree if not token.is_space and token not in said.tokens]


def _fired(event: Happening) -> bool:
    return bool({"fire", "blast", "destruction"} & set(vocabulary().incident_types[event.verb].families))


def _violent(event: Happening) -> bool:
    """Whether an event is a deed that somebody can take responsibility for."""
    return vocabulary().is_violent(event.verb)
