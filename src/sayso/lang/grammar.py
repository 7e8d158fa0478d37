"""The function words of a language by the part that each plays in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The table `grammar` of a language; what each role means is told beside its key there. Made once a language."""

    articles: frozenset[str]
    definite: frozenset[str]
    asking: frozenset[str]
    each: frozenset[str]
    belonging: frozenset[str]
    joint: frozenset[str]
    sections: frozenset[str]
    out_of: frozenset[str]
    doer: frozenset[str]
    giver: frozenset[str]
    purpose: frozenset[str]
    role: frozenset[str]
    stating: frozenset[str]
    tools: frozenset[str]
    described_by: frozenset[str]
    control: frozenset[str]
    possessive: frozenset[str]
    joining: frozenset[str]
    joining_any: frozenset[str]
    to_follow: frozenset[str]
    examples: frozenset[str]
    many: frozenset[str]
    relative_people: frozenset[str]
    relative_things: frozenset[str]
    cleft: frozenset[str]
    inside: frozenset[str]
    relative_objects: frozenset[str]
    said_before: frozenset[str]
    everything: frozenset[str]
    no_speaker: frozenset[str]
    in_turn: frozenset[str]
    expletive: frozenset[str]
    no_voice: frozenset[str]
    unknown_voice: frozenset[str]
    pointing_back: frozenset[str]
    pointing_alone: frozenset[str]
    ourselves: frozenset[str]
    to_us: frozenset[str]
    boldness: frozenset[str]
    short_answers: frozenset[str]
    itself: frozenset[str]
    oneself: frozenset[str]
    setting_against: frozenset[str]
    topical: frozenset[str]
    anybody: frozenset[str]
    addressed: frozenset[str]
    in_talk: frozenset[str]
    warding: frozenset[str]
    fending: frozenset[str]
    nobody: frozenset[str]
    no_subject: frozenset[str]
    nothing: frozenset[str]
    no_of: frozenset[str]
    not_one: frozenset[str]
    single: frozenset[str]
    no: frozenset[str]
    no_such: frozenset[str]
    merely: frozenset[str]
    just: frozenset[str]
    neither: frozenset[str]
    yet: frozenset[str]
    noes: frozenset[str]
    noes_of_oneself: frozenset[str]
    yeses: frozenset[str]
    questioning: frozenset[str]
    whether: frozenset[str]
    perfect: frozenset[str]
    copula: frozenset[str]
    becoming: frozenset[str]
    infinitive: frozenset[str]
    would: frozenset[str]
    emphatic: frozenset[str]
    supposing: frozenset[str]
    could: frozenset[str]
    can: frozenset[str]
    conditions: frozenset[str]
    reasons: frozenset[str]
    when: frozenset[str]
    occasions: frozenset[str]
    somebody: frozenset[str]
    free_relatives: frozenset[str]
    told_who: frozenset[str]
    object_raisers: frozenset[str]
    holding: frozenset[str]
    held_for: frozenset[str]
    raised_by: frozenset[str]
    opens_clauses: frozenset[str]
    tries: frozenset[str]
    hearing_of: frozenset[str]
    informing: frozenset[str]
    opens_told: frozenset[str]
    according: frozenset[str]
    according_to: frozenset[str]
    followed: frozenset[str]
    describing: frozenset[str]
    never_passive: frozenset[str]
    again: frozenset[str]
    put_in_verbs: frozenset[str]
    at_hand: frozenset[str]
    citing: frozenset[str]
    unowned_inquiries: frozenset[str]
    confirming: frozenset[str]
    addressing: frozenset[str]
    told_to_have: frozenset[str]
    handing_out: frozenset[str]
    participle: str
    plural: str
    one_does: str
    adverb: str
    relatives: frozenset[str]
    """Those of people and of things: who, which, that."""
    any_relatives: frozenset[str]
    """Those of objects too."""


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of these words, longer ones first; one that meets nothing where there are none."""
    return any_like(_longest_first(words))


def any_of_many(words: Iterable[str]) -> str:
    """The same for thousands of words, of which only those are tried that begin with the letter that stands there."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[:1]].append(word[1:])
    return any_like(f"{re.escape(letter)}(?:{'|'.join(_longest_first(own))})" for letter, own in rests.items())


def _longest_first(words: Iterable[str]) -> list[str]:
    return [re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))]


def any_like(patterns: Iterable[str]) -> str:
    """One pattern for several; one that meets nothing where there are none."""
    return "|".join(patterns) or "(?!)"


def lowered(text: str) -> str:
    """A text in small letters, each at its own place. To look for small words in it is twice as fast as in any case."""
    found = text.lower()
    if len(found) == len(text):
        return found
    return "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)


def small(text: str) -> str:
    """The same with a plain space where a line ends, or words are bound together, over which phrases run on."""
    return lowered(text).replace("\n", " ").replace("\xa0", " ")


def grammar_of_table(table: Mapping[str, Sequence[str] | str], place: str) -> Grammar:
    """The words of a table read from `place`. LookupError where a role is missing."""
    roles = [field.name for field in fields(Grammar) if field.name not in ("relatives", "any_relatives")]
    if missing := [role for role in roles if role not in table]:
        raise LookupError(f"{place} has no {', '.join(missing)}")
    sets = {role: frozenset(words) for role in roles if not isinstance(words := table[role], str)}
    relatives = sets["relative_people"] | sets["relative_things"]
    return Grammar(
        **sets,
        participle=str(table["participle"]),
        plural=str(table["plural"]),
        one_does=str(table["one_does"]),
        adverb=str(table["adverb"]),
        relatives=relatives,
        any_relatives=relatives | sets["relative_objects"],
    )
