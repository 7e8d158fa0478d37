"""Events of a kind that no rule knows: what a verb tells that was done or came about on one day ("on 3 May the dam gave way")."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

from spacy.tokens import Token

from sayso.find.grammar import is_perfect
from sayso.find.happening_mood import is_hypothetical, is_negated
from sayso.find.happening_numbers import Frame
from sayso.find.happening_roles import verb_roles
from sayso.find.happening_rules import EventRules, Matcher, event_rules
from sayso.find.happening_slots import SlotFinder
from sayso.find.happenings import Happening
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.sentences import sentence_of
from sayso.find.utterance import Utterance
from sayso.lang.language import load_language
from sayso.records.vocabulary import OTHER

SIMPLE_PAST, PARTICIPLE, BARE = "VBD", "VBN", "VB"
"""The tags of a verb in the past tense, of a participle, which tells of the past behind "was" and "has", and of a verb behind "did"."""


def open_event(passage: Passage, heads: Sequence[Token], tokens: Sequence[Token], scene: Scene, entry: bool) -> Happening | None:
    """What the first verb at the head of a clause tells that is in the past or, in an `entry` of a chronology, the first of its heads."""
    rules = event_rules(scene.language.code)
    sayings = _sayings(scene.language.code)
    matcher = Matcher(rules, passage, scene.cast)
    deeds = (head for head in heads if _tells_of_a_deed(head, rules, sayings) or _is_undergone(head, matcher))
    verb = next((head for head in deeds if entry or _is_past(head)), None)
    span = passage.span(tokens)
    if verb is None or span is None or is_negated(verb, rules) or is_hypothetical(verb, rules):
        return None
    roles = verb_roles(verb)
    slots = SlotFinder(matcher, scene).slots(Frame(verb, OTHER, False, roles, list(tokens), [], roles), True)
    return Happening(OTHER, verb, span, slots, False, False, False)


def announced(passage: Passage, said: Utterance, scene: Scene) -> Happening | None:
    """The announcement itself, where somebody proclaims something on a day that stands beside it: "on 3 May he declared the dam safe"."""
    rules = event_rules(scene.language.code)
    if said.cue is None or said.cue.token.lemma_.lower() not in rules.words("announcing") or said.cue.negated:
        return None
    if said.said is None or said.said.days > 1:
        return None
    sentence = [token for token in sentence_of(said.cue.token) if not token.is_space]
    days = [day for day in scene.dates("when", passage, sentence) if day.when == said.said and day.span.within(said.span)]
    return Happening(OTHER, said.cue.token, said.span, tuple(days), False, False, False) if len(days) == 1 else None


NUMBERS = frozenset({"number", "deadline"})
"""What a verb takes that says nothing else than numbers, or within what time something is to be done."""


@cache
def _sayings(code: str) -> frozenset[str]:
    """The verbs of saying, but those that say only numbers: "gave a toll of nine", but "the dam gave way"."""
    rows = load_language(code).rules("cues")["verbs"]
    return frozenset(verb for verb, row in rows.items() if not row.get("takes") or not NUMBERS.issuperset(row["takes"]))


def _tells_of_a_deed(head: Token, rules: EventRules, sayings: Container[str]) -> bool:
    """Whether a word tells that something was done or came about, and neither what is so nor what somebody says or thinks."""
    return head.pos_ != "AUX" and head.lemma_.lower() not in rules.words("states") and head.lemma_.lower() not in sayings


def _is_undergone(head: Token, matcher: Matcher) -> bool:
    """Whether a verb tells what was done to people that may also be said or done with words: "Brand was released", not "the list was"."""
    if head.lemma_.lower() not in matcher.rules.words("undergone"):
        return False
    whom = [child for child in head.children if child.dep_ in ("nsubjpass", "dobj")]
    return any(one.like_num or matcher.is_human(one) for one in whom)


def _is_past(head: Token) -> bool:
    """Whether a word is a verb in the past tense, or a participle behind "was" or "has", or stands behind "did"."""
    helped = {child.dep_ for child in head.children if child.dep_ in ("aux", "auxpass") and child.tag_ == SIMPLE_PAST}
    passive, stressed = "auxpass" in helped, "aux" in helped and head.tag_ == BARE
    done = head.tag_ == PARTICIPLE and (passive or is_perfect(head))
    return head.pos_ == "VERB" and (head.tag_ == SIMPLE_PAST or stressed or done)
