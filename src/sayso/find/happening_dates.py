"""When: the dates of a happening's own words, and those that hang on the words that tell how it came about or was stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from spacy.tokens import Token

from sayso.find.grammar import TIMES, VERBAL, grammar_of, is_known, is_perfect
from sayso.find.happening_numbers import Frame
from sayso.find.happening_rules import EventRules
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.sentences import sentence_of
from sayso.records.claim import Slot

HURT = ("killed", "injured")
"""Slots of the numbers of those harmed at once: who dies or is wounded after an attack is so on its day, who is taken need not be."""
CLIMB = 8
"""Words up from a happening to the verb that stopped it or brought it about: "thwarted the efforts of three men attempting a raid"."""


def _lacks(slot: Slot) -> int:
    """How much is missing of a date: nothing, the year, or the month too ("their Thursday market on Oct. 11")."""
    return 0 if slot.when else 1 if any(map(str.isdigit, slot.text)) else 2


def tells_when(date: Token, told: Sequence[Token], rules: EventRules) -> bool:
    """Whether a date is that of something else which only tells since when, or before what, a happening was, or what a noun is.

    "Since the war began in April 2031", "before they left in May", "the truce, signed on 3 May", "in response to the raid of 3 May". `told`
    are the words of the happening.
    """
    if _is_teller_day(date, told, rules) or _is_set(date, rules):
        return True
    for above in [date, *date.ancestors]:
        if above in told or any(above.is_ancestor(word) for word in told):
            return False
        if _is_another(above, told, rules) or (above in (date, date.head) and _is_thing_day(above, told, rules)):
            return True
        if (above.dep_ == "relcl" or (above.dep_ == "acl" and above.tag_ == "VBN")) and above.head not in told:
            return not _took_place(above, told, rules)
        if above.dep_ in ("advcl", "pcomp") and any(word.lower_ in rules.words("dated_apart") for word in (above.head, *above.children)):
            return True
        if above.dep_ == "pobj" and above.head.lower_ in rules.words("adding_up") and above.i != date.i and above.ent_type_ not in TIMES:
            return True
    return False


def _is_teller_day(date: Token, told: Sequence[Token], rules: EventRules) -> bool:
    """Whether a day is that on which something was told: "it was reported today that", "according to the police today, two were shot"."""
    above = next((one for one in date.ancestors if one.pos_ in VERBAL), None)
    if above is not None and above not in told and above.lemma_.lower() in rules.words("tellers"):
        below = (child for child in above.children if child.dep_ == "ccomp")
        nobody = any(child.dep_ == "nsubjpass" for child in above.children)
        return nobody and any(child in told or any(child.is_ancestor(word) for word in told) for child in below)
    first = next((token for token in date.subtree), date)
    before = first.nbor(-1) if first.i > first.sent.start else None
    return before is not None and any(one.lower_ in rules.words("telling_by") for one in before.ancestors) and not _goes_on(date)


def _is_set(date: Token, rules: EventRules) -> bool:
    """Whether a day is one to which something was put off or for which it was set: "postponed to 3 May", "extended until 3 May"."""
    verb = next((above for above in date.ancestors if above.pos_ in VERBAL), None)
    if verb is None or verb.lemma_.lower() not in rules.words("scheduling"):
        return False
    return any(above.dep_ == "prep" and above.lower_ in rules.words("set_for") for above in date.ancestors if verb.is_ancestor(above))


def _is_thing_day(above: Token, told: Sequence[Token], rules: EventRules) -> bool:
    """Whether a date stands before another noun, of which it tells: "jailed for last year's blasts", "before the 8 April elections".

    Who was hurt "following last night's raid" was hurt in it.
    """
    noun = above.head
    if noun.lemma_.lower() in rules.nouns and _of_harm(told, rules, *HURT):
        return False
    opened = any(child.lower_ in grammar_of(noun).definite and child.i < above.i for child in noun.children)
    day = opened and above.dep_ in ("compound", "nmod", "nummod") and any(near.like_num for near in (above, *_beside_it(above)))
    return (above.dep_ == "poss" or day) and noun.pos_ == "NOUN" and noun not in told and noun.ent_type_ not in TIMES


def _beside_it(token: Token) -> Iterator[Token]:
    """The words right before and behind another one."""
    yield from (token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc))


def _goes_on(date: Token) -> bool:
    """Whether more than a comma follows a day."""
    return date.i + 1 < len(date.doc) and not date.nbor(1).is_punct


def is_why(happening: Token, date: Token, rules: EventRules) -> bool:
    """Whether a happening is only why something was done on a date: "put on alert today due to the raids".

    So is one in a clause that tells which thing is meant ("finished talks that the raid had broken off"), one of which something is left,
    or about which something is held or written: "yesterday the victims of the raid were buried", "published a report on the raid today".
    """
    for above in takewhile(lambda one: not one.is_ancestor(date), happening.ancestors):
        if above.lower_ in rules.words("reasons") or above.lemma_.lower() in rules.words("leftover") | rules.words("about_it"):
            return True
        if above.lower_ in rules.words("judged_for") and _judges(above.head, rules):
            return True  # "arrested on Tuesday for the murder"
        if above.pos_ in VERBAL:
            return above.dep_ == "relcl" and happening.pos_ not in VERBAL
    return False


def _judges(word: Token, rules: EventRules) -> bool:
    """Whether a word tells what is done for a deed done before: "arrested", "went on trial"."""
    behind = (part for prep in word.children if prep.dep_ == "prep" for part in prep.children if part.dep_ == "pobj")
    return any(one.lemma_.lower() in rules.words("judging") for one in (word, *behind))


def _is_another(above: Token, told: Sequence[Token], rules: EventRules) -> bool:
    """Whether a word tells another event, by which it is only told when or why a happening was: "following the raid of 3 May".

    Who was hurt "after a raid on 3 May", or "after they were shot at on 3 May", was hurt on that day; who was taken after a raid, too, but
    not who was taken "after the raid on 3 May".
    """
    if above.dep_ == "pobj" and above.lemma_.lower() in rules.nouns:
        answer = above.head.head.lemma_.lower() in rules.words("answering")
        harmed = _of_harm(told, rules, *(HURT if is_known(above) else rules.harm))
        return answer or (above.head.lower_ in rules.words("background") and not harmed)
    if above.dep_ in ("advcl", "pcomp") and above.lemma_.lower() in rules.verbs:
        return any(word.lower_ in rules.words("background") for word in (above.head, *above.children)) and not _of_harm(
            told, rules, *rules.harm
        )
    return False


def _of_harm(told: Sequence[Token], rules: EventRules, *harms: str) -> bool:
    """Whether one of the words of a happening tells that people were harmed in one of these ways, by the slots of their numbers."""
    harming = rules.words("dying").union(*(rules.harm[harm][0] for harm in harms))
    return any(word.lemma_.lower() in harming for word in told)


def _took_place(clause: Token, told: Sequence[Token], rules: EventRules) -> bool:
    """Whether a clause behind what a happening was done to tells when it took place: "an attack on a post, which took place on 3 May"."""
    objects = (f"{clause.lemma_} {child.lower_}" for child in clause.children if child.dep_ == "dobj")
    below = any(one.pos_ == "NOUN" and one.is_ancestor(clause) for one in told)
    return below and any(word in rules.words("taking_place") for word in (clause.lemma_, *objects))


def of_one_day(date: Token, happening: Token, rules: EventRules) -> bool:
    """Whether a happening is told as part of what a verb tells, or beside it, and the verb has a date.

    "They drove into the town on Monday and shot at the guards", "the siege ended on 3 May as troops stormed the hall", "the girls were
    taken on Monday in a raid"; not "nine were jailed on Monday for the raid".
    """
    above = next((token for token in [date, *date.ancestors] if token.pos_ in VERBAL), None)
    token, steps = happening, 0
    while token != above and steps < CLIMB:
        if (step := _beside(token, rules)) is None:
            return False
        token, steps = step, steps + 1
    return above is not None and token == above


def _beside(word: Token, rules: EventRules) -> Token | None:
    """The verb on which a word hangs as what took place with it, at once or in its course."""
    marks = {child.lower_ for child in word.children if child.dep_ in ("mark", "advmod", "aux")}
    if word.dep_ == "conj" and word.pos_ in VERBAL:
        return word.head
    if word.dep_ == "advcl":
        return word.head if not marks or marks & rules.words("at_once") else None
    if word.dep_ in ("pobj", "pcomp") and word.head.lower_ in rules.words("in_course") and not is_known(word):
        return word.head.head
    return None


Dates = Callable[[str, Passage, Sequence[Token]], list[Slot]]
"""Gives slots for the dates within tokens: `Scene.dates` or `Scene.bare_days`."""


@dataclass(frozen=True, slots=True, eq=False)
class DateFinder:
    """Finds the dates of the frames of one passage."""

    passage: Passage
    scene: Scene
    rules: EventRules

    def slots(self, frame: Frame, alone: bool) -> Iterator[Slot]:
        """The nearest date of the happening's own words; of its whole clause only if that tells of nothing else."""
        dates = self._told(frame, alone, self.scene.dates) or self._told(frame, alone, self.scene.bare_days)
        at = self.passage.start(frame.trigger)
        dates = [slot for slot in dates if not self._is_label(slot)] or dates or self._before_clause(frame)
        if dates:
            yield min(dates, key=lambda slot: (_lacks(slot), abs(slot.span.start - at), slot.span.start))

    def _before_clause(self, frame: Frame) -> list[Slot]:
        """The day right before the clause of which it is the day: "it ended on 3 May, when gunmen shot at a bus"."""
        verb = next((token for token in (frame.trigger, *frame.trigger.ancestors) if token.pos_ in VERBAL), None)
        while verb is not None and verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
            verb = verb.head
        opens = (child for child in verb.children if child.lower_ in self.rules.words("at_which")) if verb is not None else ()
        word = next((child for child in opens if child.dep_ == "advmod"), None)
        if word is None or word.i == word.sent.start:
            return []
        before = word.doc[word.sent.start : word.i - (word.nbor(-1).text == ",")]
        dates = self.scene.dates("when", self.passage, list(before))
        return [slot for slot in dates if before and slot.span.end == self.passage.end(before[-1]) and slot.when and slot.when.days == 1]

    def _told(self, frame: Frame, alone: bool, within: Dates) -> list[Slot]:
        """Those of the dates that are found within words that are the happening's, or its whole clause's."""
        dates = self._own(frame, within) or self._of_its_phrase(frame, within)
        if dates or not alone:
            return dates
        dates = within("when", self.passage, list(sentence_of(frame.trigger)))
        return [slot for slot in dates if self._governs(frame, slot) and not self._aside(frame, slot)]

    def _is_label(self, slot: Slot) -> bool:
        """Whether a date is no more than the label of its paragraph: "- 23 Oct. The army said that two were killed on 21 October"."""
        text, block = self.passage.text, self.passage.block
        before, behind = text[block.start : slot.span.start], text[slot.span.end - 1 : slot.span.end + 1].strip()[-1:]
        return not any(map(str.isalnum, before)) and not behind.isalnum() and behind != ","

    def _own(self, frame: Frame, within: Dates) -> list[Slot]:
        """The dates among the happening's own words, in order."""
        return [slot for slot in within("when", self.passage, frame.tokens) if not self._aside(frame, slot)]

    def _of_its_phrase(self, frame: Frame, within: Dates) -> list[Slot]:
        """The dates behind it that a parser hangs on the noun above it: "responsibility for the raid on a mill on 3 May"."""
        leftover = self.rules.words("leftover")
        above = takewhile(lambda word: word.pos_ in ("NOUN", "ADP") and word.lemma_.lower() not in leftover, frame.trigger.ancestors)
        nouns = [word for word in above if word.pos_ == "NOUN"] if frame.trigger.pos_ == "NOUN" else []
        preps = (child for noun in nouns for child in noun.rights if child.dep_ == "prep" and child.i > frame.trigger.i)
        found = [slot for prep in preps for slot in within("when", self.passage, list(prep.subtree))]
        return [slot for slot in found if not self._aside(frame, slot)]

    def each(self, frame: Frame) -> list[Slot]:
        """The dates that happenings told in the plural have one each ("attacks in 2014 and one in 2019"); none if they have one alone."""
        at = self.passage.start(frame.trigger)
        dates = [slot for slot in self._own(frame, self.scene.dates) if slot.span.start > at and slot.when]
        if frame.trigger.tag_ != "NNS" or len(dates) < 2:
            return []
        apart = all(
            one.when and other.when and one.when.last < other.when.first and one.when.precision == other.when.precision
            for one, other in pairwise(dates)
        )
        return dates if apart and all(self._joined(*pair) for pair in pairwise(dates)) else []

    def _joined(self, one: Slot, other: Slot) -> bool:
        """Whether "and" stands between two dates, and no verb."""
        between = self.passage.tokens(one.span.end, other.span.start)
        joining = any(token.lower_ in grammar_of(token).joining for token in between)
        return joining and not any(token.pos_ in ("VERB", "AUX") for token in between)

    def _aside(self, frame: Frame, slot: Slot) -> bool:
        """Whether a date stands in a clause that tells of another noun: "a clash with the party that opened an office in May"."""
        if self._begins_long_before(frame, slot):
            return True
        for token in self._words(slot)[:1]:
            if tells_when(token, (frame.trigger, *frame.harms), self.rules):
                return True
            for above in [token, *token.ancestors]:
                if above.dep_ == "relcl" and above.lemma_ in self.rules.words("dying") and not above.is_ancestor(frame.trigger):
                    return True  # "the blast killed six, one of whom died later, on 9 June"
                if above.i == frame.trigger.i or above in frame.harms:
                    return False
                if above.dep_ == "relcl" and above.head.i != frame.trigger.i and frame.trigger.is_ancestor(above):
                    return not _took_place(above, (frame.trigger,), self.rules)
        return False

    def _begins_long_before(self, frame: Frame, slot: Slot) -> bool:
        """Whether a date only tells since when: "the worst raid since 2014", "the biggest clash since the war began in May"."""
        told = [token for first in self._words(slot)[:1] for token in first.doc[frame.trigger.i + 1 : first.i]]
        since = next((token for token in reversed(told) if token.lower_ in self.rules.words("adding_up")), None)
        if since is None:
            return False
        begins = any(token.pos_ in ("VERB", "AUX") for token in told if token.i > since.i)
        return begins or any(token.tag_ in ("JJS", "RBS") for token in sentence_of(frame.trigger) if token.i < since.i)

    def _governs(self, frame: Frame, slot: Slot) -> bool:
        """Whether a date hangs on a word above the happening without a verb of its own in between."""
        for token in self._words(slot)[:1]:
            above = [token, *token.ancestors]
            verb = next((one for one in above if one.pos_ in ("VERB", "AUX")), None)
            return verb is not None and (
                verb in frame.tokens
                or verb.i == frame.trigger.i
                or (frame.trigger.dep_ in ("conj",) and verb == frame.trigger.head)
                or verb == self._brought_about(frame)
                or verb == self._heard_of(frame)
            )
        return False

    def _brought_about(self, frame: Frame) -> Token | None:
        """The verb that stopped what was tried, or of which the happening is how it ended: "succeeded in clearing the town"."""
        token = frame.trigger
        for _ in range(CLIMB):
            if token.head.i == token.i or token.dep_ in ("relcl", "ccomp", "conj", "advcl", "appos"):
                return None
            token = token.head
            if token.pos_ == "VERB" and token.lemma_ in self.rules.words("stopping") | self.rules.words("managing"):
                return token
            if token.pos_ in ("VERB", "AUX") and token.lemma_ not in self.rules.words("attempted"):
                return None
        return None

    def _heard_of(self, frame: Frame) -> Token | None:
        """The passive verb by which it is only told that a happening was: "on Sunday, men of the Front are reported to have shot nine"."""
        verb = frame.trigger.head
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        return verb if frame.trigger.dep_ == "xcomp" and passive and is_perfect(frame.trigger) else None

    def _words(self, slot: Slot) -> Sequence[Token]:
        return self.passage.tokens(slot.span.start, slot.span.end)
