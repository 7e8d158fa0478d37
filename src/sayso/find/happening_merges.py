"""Which words tell one happening and not two: a harm and what did it, a blast and its bomb, fire and where it came down."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, TIMES, grammar_of
from sayso.find.happening_mood import was_not_stopped
from sayso.find.happening_numbers import Frame
from sayso.find.happening_roles import Roles, carried, counting, host, prep_objects
from sayso.find.happening_rules import EventRules
from sayso.find.sentences import same_sentence, sentence_start

AFAR = frozenset({"shelling_artillery_missile_attack", "air_drone_strike"})
PROTEST = "peaceful_protest"
CLIMB = 6
"""Words up from a verb of harm to the happening whose harm it tells."""


def merged(frames: list[Frame], rules: EventRules) -> list[Frame]:
    """The frames without those that tell only a part of another: its harm, or the verb that carries it."""
    by_word = {counting(frame.trigger, rules.words("quantities")).i: frame for frame in frames if frame.nominal}
    by_word |= {frame.trigger.i: frame for frame in frames}
    gone: set[int] = set()
    for frame in frames:
        if frame.nominal:
            carrier = host(frame.trigger, rules.words)
            verb = by_word.get(carrier.i if carrier is not None else -1) or by_word.get(frame.trigger.head.i)
            if verb is not None and not verb.nominal:
                _carry(frame, verb, gone, rules)
            _suffer(frame, by_word, gone, rules)
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
        joined = word.dep_ == "conj" and word.head == other and not part.nominal and not _has_subject(word)
        if joined and part.verb == frame.verb and not part.roles.objects and not part.roles.preps:
            return frame  # "crossed the border and flew on"
        if frame.verb not in rules.words("violent"):
            continue
        if part.nominal and part.verb == "attack" and same_sentence(other, word) and other.i < word.left_edge.i and _sums_up(word):
            return frame
        if part.nominal and word.dep_ == "pobj" and word.head.head == other and part.verb not in rules.words("violent"):
            return frame  # a strike on a meeting
        if joined and part.verb == "attack" and _came_down(part, frame, rules):
            return frame
        if part.verb != frame.verb or part.nominal:
            continue
        if joined and word.lemma_.lower() in rules.words("landing"):
            return frame if other.lemma_.lower() not in rules.words("landing") else None
        if (
            frame.nominal
            and other.dep_ in NOUN_SUBJECTS
            and other.head.lemma_.lower() in rules.words("causing")
            and other.head.is_ancestor(word)
        ):
            return frame
    return None


def _came_down(part: Frame, frame: Frame, rules: EventRules) -> bool:
    """Whether a verb tells what was hit by what was fired before it, on the same day: "fired rockets on 7 May and struck a depot"."""
    fired = frame.verb in AFAR and any(head.lemma_.lower() in rules.words("instruments") for head in frame.roles.objects)
    own = any(head.ent_type_ in TIMES or head.lemma_.lower() in rules.words("instruments") for _, head in part.roles.preps)
    return fired and not own and part.trigger.lemma_.lower() in rules.words("landing")


def _sums_up(noun: Token) -> bool:
    """Whether a noun names behind a comma what was told before it: "killing three, an attack that …"."""
    first = noun.left_edge
    behind_comma = first.i > sentence_start(noun) and first.nbor(-1).text == ","
    return behind_comma and (noun.dep_ == "appos" or "Ind" in first.morph.get("Definite", []))


def _take_deaths(frame: Frame, rules: EventRules) -> None:
    """Gives a happening the deaths that are told of it alone: "four died after their car struck a mine", "his death in the blast"."""
    above = _told_under(frame.trigger, rules)
    if above is None or frame.verb not in rules.words("violent"):
        return
    if above.pos_ == "VERB" and above.lemma_ in rules.words("dying"):
        frame.harms.append(above)
        frame.roles.add(Roles(preps=list(prep_objects(above))))
    elif above.pos_ == "NOUN" and rules.of_harm.get(above.lemma_) == "killed":
        frame.harms.append(above)


def _told_under(word: Token, rules: EventRules) -> Token | None:
    """The word on which that of a happening hangs as what something came of: behind "in", or in a clause with "after"."""
    if word.dep_ == "pobj" and word.head.lower_ in rules.words("in_which"):
        return word.head.head
    return word.head if word.dep_ == "advcl" else None


def _carry(noun: Frame, verb: Frame, gone: set[int], rules: EventRules) -> None:
    """Settles which of a verb and its event noun is the happening."""
    lemma = verb.trigger.lemma_.lower()
    as_object = noun.trigger.dep_ in ("dobj", "nsubjpass") and noun.trigger.head.i == verb.trigger.i
    if as_object and verb.verb == PROTEST and noun.verb in rules.words("violent"):
        return  # "a strike to protest the killing": two happenings
    if as_object and was_not_stopped(verb.trigger, rules):
        gone.add(verb.trigger.i)
    elif as_object and (lemma in rules.words("light_verbs") or verb.verb == noun.verb) and verb.verb not in ("foiled_plot",):
        gone.add(verb.trigger.i)
        noun.roles.add(carried(verb.trigger, verb.roles, rules.words))
    elif as_object or (noun.trigger.dep_ == "nsubj" and noun.trigger.head.i == verb.trigger.i and noun.verb == verb.verb != "attack"):
        gone.add(noun.trigger.i)
        verb.roles.add(noun.own, arguments=False)


def _suffer(noun: Frame, by_word: dict[int, Frame], gone: set[int], rules: EventRules) -> None:
    """Joins to what somebody came under the verb that only says so: "the post came under mortar fire"."""
    prep = noun.trigger.head
    verb = by_word.get(prep.head.i) if noun.trigger.dep_ == "pobj" and prep.lower_ in rules.words("under_it") else None
    if verb is not None and not verb.nominal and verb.trigger.lemma_.lower() in rules.words("coming_under"):
        gone.add(verb.trigger.i)
        noun.roles.add(Roles([], verb.roles.objects, [pair for pair in verb.roles.preps if pair[1].i != noun.trigger.i]))
        noun.roles.subjects = [head for head in noun.roles.subjects if head not in verb.roles.objects]


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
        return found if found is not None and found is not frame and token.i not in gone and _does_harm(found, rules) else None

    beside = [other for other in verb.conjuncts if other.i > verb.i and other.pos_ == "VERB"]
    preps = [*frame.roles.preps, *(pair for other in beside for pair in prep_objects(other))]
    arguments = [*frame.roles.subjects, *(head for prep, head in preps if prep in rules.words("in_which"))]
    for token in [*arguments, *(child for one in (verb, *beside) for child in one.children if child.dep_ == "advcl")]:
        if found := known(token):
            return found
    return _above(frame, known_of={i: one for i, one in by_word.items() if i not in gone}, rules=rules)


def _above(frame: Frame, known_of: dict[int, Frame], rules: EventRules) -> Frame | None:
    token = frame.trigger
    relation = token.dep_
    if relation not in ("advcl", "acl", "relcl", "conj", "xcomp", "dep"):
        return None
    if relation == "relcl" and any(
        child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in grammar_of(token).relative_people for child in token.children
    ):
        return None
    for _ in range(CLIMB):
        token = token.head
        above = known_of.get(token.i)
        if above is not None and above is not frame:
            return above if _does_harm(above, rules) and not (relation == "conj" and _stands_alone(above, frame)) else None
        if token.head.i == token.i or (
            token.pos_ == "VERB" and token.lemma_.lower() not in rules.words("light_verbs") | rules.words("occurrence_verbs")
        ):
            break
        if token.pos_ == "VERB":
            carried = [one for one in known_of.values() if one.nominal and one.trigger.head.i == token.i]
            return carried[0] if carried and carried[0].verb in rules.words("violent") else None
    return None


def _does_harm(frame: Frame, rules: EventRules) -> bool:
    """Whether people may be killed or hurt by a happening: by violence, in a crash, in a flood."""
    return frame.verb in rules.words("violent") or frame.trigger.lemma_.lower() in rules.words("deadly")


def _stands_alone(above: Frame, frame: Frame) -> bool:
    """Whether two verbs joined by "and" tell of two things: arrests beside killings, or each with a subject of its own."""
    if above.verb in ("arrests", "abduction_forced_disappearance", "looting_property_destruction") and frame.verb != above.verb:
        return True
    return _has_subject(frame.trigger) and frame.verb != "attack"


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in NOUN_SUBJECTS for child in verb.children)
