"""What happened: the words of a clause that tell of an incident, with its details and whether it is told as real."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.find.happening_mood import is_hypothetical, is_negated
from sayso.find.happening_numbers import Frame
from sayso.find.happening_roles import RELATIVES, Roles, antecedent, counting, noun_roles, prep_objects, verb_roles
from sayso.find.happening_rules import EventRules, Matcher, event_rules
from sayso.find.happening_slots import SlotFinder
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.records.claim import Slot
from sayso.records.document import Span

LEAST = 20
"""Code points that the words of a happening must have to be read on their own."""
CLIMB = 6
"""Words up from a verb of harm to the happening whose harm it tells."""
APART = 0.2
"""Degrees of latitude or longitude between two towns from which one list of places is two happenings: about 20 km."""
TOWN = 4
"""UCDP's where_prec up to which a place can be the scene of one incident: a province's name is often its town's."""
IN_WHICH = frozenset({"in", "by", "during", "after", "from", "when"})
"""Prepositions between a harm and the happening that did it."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SPREADS = frozenset(
    {"diplomatic_contact", "agreement", "deployment", "airspace_overflight", "listing_delisting", "trade_infrastructure_act"}
)
"""Types that may hold in several places at once and are one all the same."""


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """One incident told of: `verb` is its type in the vocabulary, `trigger` the word that tells it, `span` the words that are its own.

    `hypothetical` marks what may, would or shall happen; `nominal` a happening told by a noun.
    """

    verb: str
    trigger: Token
    span: Span
    slots: tuple[Slot, ...]
    negated: bool
    hypothetical: bool
    nominal: bool


def happenings(passage: Passage, tokens: Sequence[Token], scene: Scene) -> list[Happening]:
    """The happenings that the tokens of one clause tell of, in order of the text."""
    rules = event_rules(scene.language.code)
    matcher = Matcher(rules, passage, scene.cast)
    frames = _merged(_frames(tokens, matcher), rules)
    finder = SlotFinder(matcher, scene)
    for frame in frames:
        frame.tokens = _words(frame, frames, tokens, rules)
    return [
        one
        for frame in frames
        if (made := _happening(frame, frames, tokens, finder))
        for aimed in _by_aim(made)
        for one in _by_place(aimed)
    ]


def _happening(frame: Frame, frames: Sequence[Frame], tokens: Sequence[Token], finder: SlotFinder) -> Happening | None:
    span = _wide(finder.passage, frame.tokens, tokens)
    if span is None:
        return None
    slots = finder.slots(frame, len(frames) == 1)
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


def _turned(verb: str, slots: Iterable[Slot], finder: SlotFinder) -> str:
    """The type that the kind of agent makes of it: a state regains what a group overtakes."""
    agents = [slot for slot in slots if slot.name == "agent"]
    kinds = {mention.kind for slot in agents if (mention := finder.scene.cast.mentions.get(slot.span))}
    return next((to for kind, wanted, to in finder.rules.turns if kind == verb and kinds & wanted), verb)


def _frames(tokens: Sequence[Token], matcher: Matcher) -> list[Frame]:
    """The words that tell of an incident, verbs with what they govern and nouns with the verb that carries them."""
    frames: list[Frame] = []
    rules = matcher.rules
    for token in tokens:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound") and lemma in rules.verbs:
            roles = verb_roles(token)
            if rule := matcher.verb(token, roles):
                _take_named_act(roles, rules)
                frames.append(Frame(token, rule.verb, False, roles, [], [], roles))
        elif (
            token.pos_ in ("NOUN", "PROPN")
            and token.dep_ not in ("compound", "nmod", "amod", "npadvmod")
            and (lemma in rules.nouns or token.lower_ in rules.nouns)
            and not (_of_a_name(token, matcher) and lemma not in rules.words("named_events"))
        ):
            own = noun_roles(token, rules.words("quantities"))
            if rule := matcher.noun(token, own):
                frames.append(Frame(token, rule.verb, True, _carried(token, own, rules), [], [], own))
    return frames


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
    host = _host(noun, rules)
    if host is not None:
        above = verb_roles(host)
        carried_as_subject = noun.dep_ == "nsubj" and not above.passive
        harmed = carried_as_subject and host.lemma_.lower() in rules.words("harm_only")
        roles.add(
            Roles([] if carried_as_subject else above.subjects, above.objects if carried_as_subject and not harmed else [], above.preps)
        )
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in rules.words("light_verbs") | rules.words(
            "target_verbs"
        ) | rules.words("occurrence_verbs"):
            below = verb_roles(child)
            roles.add(
                Roles([one for one in below.subjects if one.i != noun.i], [one for one in below.objects if one.i != noun.i], below.preps)
            )
    return roles


def _host(noun: Token, rules: EventRules) -> Token | None:
    """The verb that carries an event noun as its object or its subject, without a happening of its own."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    top = counting(top, rules.words("quantities"))
    verb = top.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if top.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in rules.words("light_verbs"):
        return verb
    if top.dep_ in ("nsubj", "nsubjpass") and (verb.lemma_.lower() in rules.words("occurrence_verbs")):
        return verb
    return None


def _merged(frames: list[Frame], rules: EventRules) -> list[Frame]:
    """The frames without those that tell only a part of another: its harm, or the verb that carries it."""
    by_word = {counting(frame.trigger, rules.words("quantities")).i: frame for frame in frames if frame.nominal}
    by_word |= {frame.trigger.i: frame for frame in frames}
    gone: set[int] = set()
    for frame in frames:
        if frame.nominal:
            host = _host(frame.trigger, rules)
            verb = by_word.get(host.i if host is not None else -1) or by_word.get(frame.trigger.head.i)
            if verb is not None and not verb.nominal:
                _carry(frame, verb, gone, rules)
            if frame.verb == "attack":
                _told_again(frame, by_word, gone, rules)
    for frame in frames:
        if frame.trigger.i in gone:
            continue
        whole = _whole(frame, frames, gone, rules)
        if whole is not None:
            gone.add(frame.trigger.i)
            whole.roles.add(frame.roles, arguments=not frame.nominal)
        elif not frame.nominal and (parent := _parent(frame, by_word, gone, rules)):
            gone.add(frame.trigger.i)
            parent.harms += [frame.trigger, *frame.harms]
            parent.roles.add(Roles(preps=frame.roles.preps))
    kept = [frame for frame in frames if frame.trigger.i not in gone]
    for frame in kept:
        _take_deaths(frame, rules)
    return kept


def _whole(part: Frame, frames: Sequence[Frame], gone: set[int], rules: EventRules) -> Frame | None:
    """The happening of which another only tells more: that it landed after it was fired, what caused it, that it was "an attack"."""
    word = part.trigger
    for frame in frames:
        other = frame.trigger
        if frame is part or other.i in gone:
            continue
        if frame.nominal and not part.nominal and part.verb == frame.verb and word.dep_ == "acl" and word.head == other:
            return frame
        if frame.verb not in rules.words("violent"):
            continue
        if part.nominal and part.verb == "attack" and other.sent == word.sent and other.i < word.left_edge.i and _sums_up(word):
            return frame
        if part.verb != frame.verb or part.nominal:
            continue
        if word.dep_ == "conj" and word.head == other and not _has_subject(word) and word.lemma_.lower() in rules.words("landing"):
            return frame if other.lemma_.lower() not in rules.words("landing") else None
        if (
            frame.nominal
            and other.dep_ in SUBJECTS
            and other.head.lemma_.lower() in rules.words("causing")
            and other.head.is_ancestor(word)
        ):
            return frame
    return None


def _sums_up(noun: Token) -> bool:
    """Whether a noun names behind a comma what was told before it: "killing three, an attack that …"."""
    first = noun.left_edge
    return first.i > noun.sent.start and first.nbor(-1).text == "," and (noun.dep_ == "appos" or "Ind" in first.morph.get("Definite", []))


def _take_deaths(frame: Frame, rules: EventRules) -> None:
    """Gives a happening the deaths that are told of it alone: "four died after their car struck a mine", "died in the blast"."""
    word = frame.trigger
    above = word.head.head if word.dep_ == "pobj" and word.head.lower_ in IN_WHICH else word.head if word.dep_ == "advcl" else word
    if above is not word and above.pos_ == "VERB" and above.lemma_ in rules.words("dying") and frame.verb in rules.words("violent"):
        frame.harms.append(above)
        frame.roles.add(Roles(preps=list(prep_objects(above))))


def _carry(noun: Frame, verb: Frame, gone: set[int], rules: EventRules) -> None:
    """Settles which of a verb and its event noun is the happening."""
    lemma = verb.trigger.lemma_.lower()
    as_object = noun.trigger.dep_ in ("dobj", "nsubjpass") and noun.trigger.head.i == verb.trigger.i
    if as_object and (lemma in rules.words("light_verbs") or verb.verb == noun.verb) and verb.verb not in ("foiled_plot",):
        gone.add(verb.trigger.i)
        noun.roles.add(verb.roles, arguments=False)
        noun.roles.subjects += [one for one in verb.roles.subjects if one not in noun.roles.subjects]
    elif as_object or (noun.trigger.dep_ == "nsubj" and noun.trigger.head.i == verb.trigger.i and noun.verb == verb.verb != "attack"):
        gone.add(noun.trigger.i)
        verb.roles.add(noun.own, arguments=False)


def _told_again(noun: Frame, by_word: dict[int, Frame], gone: set[int], rules: EventRules) -> None:
    """Joins to "the attack" the verb of its own clause that tells what kind it was: "in which gunmen opened fire"."""
    for child in noun.trigger.children:
        verb = by_word.get(child.i)
        if verb is None or child.dep_ not in ("relcl", "acl") or verb.nominal or child.i in gone or verb.verb not in rules.words("violent"):
            continue
        gone.add(child.i)
        noun.verb = verb.verb
        noun.roles.add(verb.roles)


def _parent(frame: Frame, by_word: dict[int, Frame], gone: set[int], rules: EventRules) -> Frame | None:
    """The happening whose harm a verb tells: its subject, what it happened in, or what stands above it."""
    verb = frame.trigger
    harm = verb.lemma_.lower() in rules.words("harm_only") or any(verb.lemma_.lower() in verbs for verbs, _ in rules.harm.values())
    if not harm:
        return None

    def known(token: Token) -> Frame | None:
        found = by_word.get(token.i)
        return found if found is not None and found is not frame and token.i not in gone and found.verb in rules.words("violent") else None

    beside = [other for other in verb.conjuncts if other.i > verb.i and other.pos_ == "VERB"]
    preps = [*frame.roles.preps, *(pair for other in beside for pair in prep_objects(other))]
    arguments = [*frame.roles.subjects, *(head for prep, head in preps if prep in IN_WHICH)]
    for token in [*arguments, *(child for one in (verb, *beside) for child in one.children if child.dep_ == "advcl")]:
        if found := known(token):
            return found
    return _above(frame, known_of={i: one for i, one in by_word.items() if i not in gone}, rules=rules)


def _above(frame: Frame, known_of: dict[int, Frame], rules: EventRules) -> Frame | None:
    token = frame.trigger
    relation = token.dep_
    if relation not in ("advcl", "acl", "relcl", "conj", "xcomp", "dep"):
        return None
    if relation == "relcl" and any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ == "who" for child in token.children):
        return None
    for _ in range(CLIMB):
        token = token.head
        above = known_of.get(token.i)
        if above is not None and above is not frame:
            return above if above.verb in rules.words("violent") and not (relation == "conj" and _stands_alone(above, frame)) else None
        if token.head.i == token.i or (
            token.pos_ == "VERB" and token.lemma_.lower() not in rules.words("light_verbs") | rules.words("occurrence_verbs")
        ):
            break
        if token.pos_ == "VERB":
            carried = [one for one in known_of.values() if one.nominal and one.trigger.head.i == token.i]
            return carried[0] if carried and carried[0].verb in rules.words("violent") else None
    return None


def _stands_alone(above: Frame, frame: Frame) -> bool:
    """Whether two verbs joined by "and" tell of two things: arrests beside killings, or each with a subject of its own."""
    if above.verb in ("arrests", "abduction_forced_disappearance", "looting_property_destruction") and frame.verb != above.verb:
        return True
    return _has_subject(frame.trigger) and frame.verb != "attack"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


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
    if top.dep_ == "relcl" and (pronoun := next((child for child in top.children if child.lower_ in RELATIVES), None)):
        own.add(antecedent(pronoun, top).i)  # whom the clause tells of belongs to it
    own |= {token.i for harm in frame.harms for token in harm.subtree}
    return [token for token in tokens if token.i in own and not token.is_space]


def _alone_under(frame: Frame, frames: Sequence[Frame]) -> bool:
    return not any(other.trigger.i == frame.trigger.head.i for other in frames)


def _holds(token: Token, below: Token) -> bool:
    return token.is_ancestor(below)


def _reach(token: Token) -> set[int]:
    return {one.i for one in token.subtree}


def _wide(passage: Passage, own: Sequence[Token], tokens: Sequence[Token]) -> Span | None:
    """The range of the happening's words, widened by the words round it where it would be too short to be read."""
    if not own:
        return None
    order = {token.i: spot for spot, token in enumerate(tokens)}
    first, last = order[own[0].i], order[own[-1].i]
    span = passage.span(tokens[first : last + 1])
    while (span is None or span.size < LEAST) and (first > 0 or last < len(tokens) - 1):
        last, first = (last + 1, first) if last < len(tokens) - 1 else (last, first - 1)
        span = passage.span(tokens[first : last + 1])
    return span


def _by_place(happening: Happening) -> list[Happening]:
    """One happening for each of several towns far apart that its words name as its places."""
    spots = [slot for slot in happening.slots if slot.name == "place" and slot.place and slot.place.precision <= TOWN]
    if happening.verb in SPREADS or len(spots) < 2 or not _apart(spots):
        return [happening]
    others = [tuple(one for one in happening.slots if one not in spots or one is spot) for spot in spots]
    return [replace(happening, slots=slots) for slots in others]


def _by_aim(happening: Happening) -> list[Happening]:
    """One happening for each of several places at which happenings told in the plural were aimed: "attacks on X and Y"."""
    aims = [slot for slot in happening.slots if slot.name == "target" and slot.place]
    if happening.verb in SPREADS or len(aims) < 2 or happening.trigger.tag_ != "NNS":
        return [happening]
    return [replace(happening, slots=tuple(slot for slot in happening.slots if slot not in aims or slot is aim)) for aim in aims]


def _apart(spots: Sequence[Slot]) -> bool:
    found = [(slot.place.lat, slot.place.lon) for slot in spots if slot.place and slot.place.lat is not None and slot.place.lon is not None]
    if len(found) < len(spots):
        return False
    pairs = [(one, other) for spot, one in enumerate(found) for other in found[spot + 1 :]]
    return all(max(abs(one[0] - other[0]), abs(one[1] - other[1])) > APART for one, other in pairs)
