"""What happened: the words of a clause that tell of an incident, with its details and whether it is told as real."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.happening_merges import merged
from sayso.find.happening_mood import is_hypothetical, is_negated
from sayso.find.happening_numbers import Frame
from sayso.find.happening_roles import Roles, antecedent, carried, day_between, host, noun_roles, verb_roles
from sayso.find.happening_rules import EventRules, Matcher, event_rules
from sayso.find.happening_slots import SlotFinder
from sayso.find.happening_splits import parted, wide
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.sentences import sentence_of
from sayso.records.claim import Slot
from sayso.records.document import Span
from sayso.records.place import COUNTRY
from sayso.records.vocabulary import OTHER

HARMED = frozenset({"killed", "injured", "victim"})
TOLD_APART = frozenset({"det", "nummod", "poss", "compound", "relcl", "acl"})
"""Words of a noun's phrase by which it means certain ones of its kind."""
MONTH = 31
"""Days: what is told of a longer time is no single event."""


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """One incident told of: `verb` is its type in the vocabulary, `trigger` the word that tells it, `span` the words that are its own.

    `hypothetical` marks what may, would or shall happen; `nominal` a happening told by a noun, `part` one of several that the same
    word tells, on its own part of the words.
    """

    verb: str
    trigger: Token
    span: Span
    slots: tuple[Slot, ...]
    negated: bool
    hypothetical: bool
    nominal: bool
    part: bool = False

    @property
    def general(self) -> bool:
        """Whether it speaks of a kind of thing rather than of one that happened: "in response to attacks in Chad"."""
        certain = any(child.dep_ in TOLD_APART for child in self.trigger.children)
        plain = self.nominal and not self.part and self.trigger.tag_ == "NNS" and not certain
        return plain and all(slot.name == "place" and slot.place and slot.place.precision == COUNTRY for slot in self.slots)


def happenings(passage: Passage, tokens: Sequence[Token], scene: Scene) -> list[Happening]:
    """The happenings that the tokens of one clause tell of, in order of the text."""
    rules = event_rules(scene.language.code)
    matcher = Matcher(rules, passage, scene.cast)
    frames = merged(_frames(tokens, matcher), rules)
    finder = SlotFinder(matcher, scene)
    for frame in frames:
        frame.tokens = _words(frame, frames, tokens, rules)
    return [
        one
        for frame in frames
        if (made := _happening(frame, frames, tokens, finder))
        for one in parted(made, finder.dates.each(frame), passage, tokens)
    ]


def _happening(frame: Frame, frames: Sequence[Frame], tokens: Sequence[Token], finder: SlotFinder) -> Happening | None:
    span = wide(finder.passage, frame.tokens, tokens)
    if span is None:
        return None
    slots = finder.slots(frame, len(frames) == 1)
    if _only_a_sum(frame, slots, finder):
        return None
    verb = _turned(frame.verb, slots, finder)
    return Happening(
        verb,
        frame.trigger,
        span,
        slots,
        is_negated(frame.trigger, finder.rules),
        is_hypothetical(frame.trigger, finder.rules),
        frame.nominal,
    )


def _only_a_sum(frame: Frame, slots: Iterable[Slot], finder: SlotFinder) -> bool:
    """Whether it adds up who was harmed over a time, and tells of no event: "have been killed since the war began"."""
    told = {slot.name: slot for slot in slots}
    perfect = any(child.dep_ == "aux" and child.lemma_ in grammar_of(child).perfect for child in frame.trigger.children)
    if frame.nominal or not perfect or not HARMED & told.keys():
        return False
    adding = finder.rules.words("adding_up")
    since = [word for child in frame.trigger.children for word in (child, *child.children) if word.lower_ in adding]
    when = told["when"].when if "when" in told else None
    if told.keys() <= HARMED | {"when"}:
        return bool(since) or (when is not None and when.days > MONTH)
    return any(_long_since(word, finder) for word in since)


def _long_since(word: Token, finder: SlotFinder) -> bool:
    """Whether "since" opens a clause, or stands before what is no day: "since then", "since 2019", but not "since Monday"."""
    behind = list(word.subtree)
    days = [slot for slot in finder.scene.dates("when", finder.passage, behind) if slot.when and slot.when.days <= MONTH]
    bare = finder.scene.calendar.bare(finder.passage.start(behind[0]), finder.passage.end(behind[-1]))
    return word.dep_ == "mark" or not (days or bare)


def _turned(verb: str, slots: Iterable[Slot], finder: SlotFinder) -> str:
    """The type that the kind of agent makes of it: a state regains what a group overtakes."""
    agents = [slot for slot in slots if slot.name == "agent"]
    kinds = {mention.kind for slot in agents if (mention := finder.scene.cast.mentions.at(slot.span))}
    return next((to for kind, wanted, to in finder.rules.turns if kind == verb and kinds & wanted), verb)


def _frames(tokens: Sequence[Token], matcher: Matcher) -> list[Frame]:
    """The words that tell of an incident, verbs with what they govern and nouns with the verb that carries them."""
    frames: list[Frame] = []
    rules = matcher.rules
    for token in (token for token in tokens if not _before_a_noun(token, rules)):
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound") and lemma in rules.verbs:
            roles = verb_roles(token)
            if lemma in rules.words("vanishing") and not roles.passive:
                roles = Roles([], [*roles.objects, *roles.subjects], roles.preps)
            if (rule := matcher.verb(token, roles)) and not _only_found(token, roles, rules):
                if _came_under(lemma, roles, rules):
                    roles.subjects, roles.objects = [], roles.subjects
                roles.subjects = [] if rule.verb in ("attack", OTHER) and lemma in rules.words("finding") else roles.subjects
                _take_named_act(roles, rules)
                frames.append(Frame(token, rule.verb, False, roles, [], [], roles))
        elif (
            token.pos_ in ("NOUN", "PROPN")
            and token.dep_ not in ("compound", "nmod", "amod", "npadvmod")
            and (lemma in rules.nouns or token.lower_ in rules.nouns)
            and not (_of_a_name(token, matcher) and lemma not in rules.words("named_events"))
        ):
            own = noun_roles(token, rules.words("quantities"))
            carried = _carried(token, own, rules)
            if rule := matcher.noun(token, own) or (matcher.noun(token, carried) if token.dep_ == "dobj" else None):
                frames.append(Frame(token, rule.verb, True, carried, [], [], own))
    return frames


def _came_under(lemma: str, roles: Roles, rules: EventRules) -> bool:
    """Whether the subject of a verb suffers what stands behind it: "the post came under fire"."""
    return lemma in rules.words("coming_under") and any(prep in rules.words("under_it") for prep, _ in roles.preps)


def _only_found(verb: Token, roles: Roles, rules: EventRules) -> bool:
    """Whether those are found of whose death the sentence tells before: "nine were killed, and their bodies were found on Monday"."""
    before = (word for word in sentence_of(verb) if word.i < verb.i)
    bodies = any(head.lemma_.lower() in rules.words("lives") for head in roles.objects)
    return bodies and any(word.pos_ == "VERB" and word.lemma_.lower() in rules.harm["killed"][0] for word in before)


def _before_a_noun(token: Token, rules: EventRules) -> bool:
    """Whether a word is only the first part of a noun, though parsers take it for more: "paid tribute to bombing victims"."""
    behind = token.nbor(1) if token.tag_ in ("VBG", "NN") and token.i + 1 < len(token.doc) else None
    return behind is not None and behind.lemma_.lower() in rules.words("named_by_it")


def _of_a_name(token: Token, matcher: Matcher) -> bool:
    """Whether a word is part of a name ("the Samarra Barrage"), which need not be what its word says."""
    return token.pos_ == "PROPN" and not token.is_sent_start and matcher.cast.name_at(matcher.passage, token) is not None


def _take_named_act(roles: Roles, rules: EventRules) -> None:
    """Gives a verb what hangs on the noun that names its act: "imposed sanctions on X", "signed a deal with Y"."""
    for head in list(roles.objects):
        if head.lemma_.lower() in rules.words("named_acts"):
            roles.add(noun_roles(head), arguments=False)


def _carried(noun: Token, own: Roles, rules: EventRules) -> Roles:
    """A noun's roles with those of the verbs that carry it: "launched an attack", "an attack targeting X", "a blast hit X"."""
    roles = Roles(list(own.subjects), list(own.objects), list(own.preps))
    carrier = host(noun, rules.words)
    if carrier is not None:
        above = verb_roles(carrier)
        carried_as_subject = noun.dep_ == "nsubj" and not above.passive
        harmed = carried_as_subject and carrier.lemma_.lower() in rules.words("harm_only")
        objects = above.objects if not harmed else []
        roles.add(Roles([], objects, above.preps) if carried_as_subject else carried(carrier, above, rules.words))
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in rules.words("light_verbs") | rules.words(
            "target_verbs"
        ) | rules.words("occurrence_verbs"):
            below = verb_roles(child)
            roles.add(
                Roles([one for one in below.subjects if one.i != noun.i], [one for one in below.objects if one.i != noun.i], below.preps)
            )
    return roles


def _words(frame: Frame, frames: Sequence[Frame], tokens: Sequence[Token], rules: EventRules) -> list[Token]:
    """The words of the clause that are the happening's own: what hangs on its word, without what hangs on the others'."""
    top = frame.trigger
    if (
        frame.nominal
        and top.head.pos_ in ("VERB", "AUX")
        and top.dep_ in ("dobj", "nsubj", "nsubjpass", "attr")
        and top.head.lemma_.lower() not in rules.words("tellers")
        and (len(frames) == 1 or _alone_under(frame, frames))
    ):
        top = top.head
    if not frame.nominal and top.dep_ in ("acl", "relcl"):
        top = top.head
    foreign = {i for other in frames if other is not frame and not _holds(other.trigger, frame.trigger) for i in _reach(other.trigger)}
    own = {token.i for token in top.subtree} - foreign | {frame.trigger.i}
    if top.dep_ == "relcl" and (pronoun := next((child for child in top.children if child.lower_ in grammar_of(top).any_relatives), None)):
        own.add(antecedent(pronoun, top).i)  # whom the clause tells of belongs to it
    own |= {token.i for harm in frame.harms for token in harm.subtree}
    if frame.nominal and (day := day_between(frame.trigger)):
        own |= _reach(day)
    return [token for token in tokens if token.i in own and not token.is_space]


def _alone_under(frame: Frame, frames: Sequence[Frame]) -> bool:
    return not any(other.trigger.i == frame.trigger.head.i for other in frames)


def _holds(token: Token, below: Token) -> bool:
    return token.is_ancestor(below)


def _reach(token: Token) -> set[int]:
    return {one.i for one in token.subtree}
