"""Disputes about an actor: opposite answers to one question, opposite ties between two, and findings that speak against a pledge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import cast

from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language, load_language
from sayso.lang.outcomes import fate_told, is_done
from sayso.lang.spotting import Spotter
from sayso.parallel import MANY_CLAIMS, each
from sayso.records.claim import Claim, Mention
from sayso.records.dispute import Dispute, DisputeKind, Side
from sayso.weigh.answers import dispute, laid_out, question_on, side_of
from sayso.weigh.ascribing import ascribing_words
from sayso.weigh.bearing import Breach, Held
from sayso.weigh.killers import denies_a_death
from sayso.weigh.naming import Where, named_by
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import SAYING, broken_by, kind_of, restrains, rules_out_violence, says_broken, told
from sayso.weigh.retold import gives_number
from sayso.weigh.turnabouts import retracts

HELP = frozenset({"linked_with", "allied_with", "supports", "funds", "supplies", "hosts", "maintains_contact_with"})
"""Ties to an armed group that speak against a pledge to keep such groups in check."""
FRIENDLY = HELP | {"pledged_allegiance_to", "shares_intelligence_with", "affiliate_of", "agreement_with"}
HOSTILE = frozenset({"hostile_to", "seeks_to_overthrow", "threatens", "fights"})
SUPPOSED = 3
"""Words that may stand between an "if" and the words of an answer which it leaves open."""
SIDES: Mapping[Where, str] = {"before": "before", "behind": "behind", "nearest": "words"}
"""Where the one asked about is named beside the words of an answer, and under which key of the language's table such words stand."""
ENEMIES, PARTNERS, ASSURED, OTHERWISE = "enemies", "partners", "assured", "told otherwise"


@dataclass(frozen=True, slots=True)
class Opposite:
    """A question about an actor with two answers, and the words that give each; `name` is the same in all languages.

    An answer of `own` counts only of the one who gives it, or for whom he speaks; one of `affirmed` only where nobody denies it.
    """

    name: str
    question: str
    kind: DisputeKind
    of: frozenset[str]
    answers: tuple[tuple[str, Spotter], ...]
    own: frozenset[str] = frozenset()
    affirmed: frozenset[str] = frozenset()


@cache
def opposites(language: Language) -> Mapping[str, Opposite]:
    """The questions of a language's table by name."""
    rows = [(row, (_answer(row["one"]), _answer(row["other"]))) for row in language.rules("opposites")]
    return {
        row["name"]: Opposite(
            row["name"], row["question"], row["kind"], frozenset(row["of"]), answers, _marked(row, "speaker"), _marked(row, "affirmed")
        )
        for row, answers in rows
    }


def _marked(row: Mapping[str, Mapping[str, str]], mark: str) -> frozenset[str]:
    """The answers that the table marks so."""
    return frozenset(row[side]["value"] for side in ("one", "other") if row[side].get(mark))


def _answer(entry: Mapping[str, Sequence[str]]) -> tuple[str, Spotter]:
    """An answer with its words, in a group for each side on which the one asked about is named."""
    sides = "|".join(f"(?P<{side}>{any_like(entry.get(key, ()))})" for side, key in SIDES.items())
    return str(entry["value"]), Spotter(rf"\b(?:{sides})")


def oppositions_of(pile: Pile) -> list[Dispute]:
    """All disputes about actors but those on whether they keep their word."""
    return [*_opposite_answers(pile), *_opposite_ties(pile)]


def questions_about(pile: Pile, claim: Claim) -> Iterable[tuple[str, str]]:
    """The actors and questions on which a claim can stand against others, those to which a pledge gives the answer included."""
    for opposite, asked, _ in _answers_told(pile, claim):
        yield asked, opposite.question.format(name=pile.name(asked))
    if ends := _camps_tied(pile, claim):
        yield ends[0], _tie_question(pile, ends[0], ends[1])
    giver = pile.party(pile.voice(claim)) if kind_of(pile, claim) == "pledge" else None
    yield from (assurance_asked(pile, who) for who in (broken_by(pile, claim), _helped_by(pile, claim), giver) if who)


def assurance_asked(pile: Pile, giver: str) -> tuple[str, str]:
    """About whom, and to which question, a party's pledges are answers."""
    return giver, question_on("keeps_assurance", name=pile.name(giver))


def _opposite_answers(pile: Pile) -> Iterable[Dispute]:
    """Actors of which some voices say the one and others the opposite."""
    told: dict[str, dict[str, dict[str, list[Claim]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    claims = list(pile.claims.values())
    answers = each(lambda claim: [(opposite.name, who, value) for opposite, who, value in _answers_told(pile, claim)], claims, MANY_CLAIMS)
    for claim, own in zip(claims, answers, strict=True):
        for name, who, value in own:
            told[name][who][value].append(claim)
    for opposite in opposites(load_language()).values():
        for who, sides in sorted(told[opposite.name].items()):
            if len(sides) > 1 and _differ(pile, sides):
                yield dispute(pile, who, opposite.question.format(name=pile.name(who)), opposite.kind, sides)


def _answers_told(pile: Pile, claim: Claim) -> Iterable[tuple[Opposite, str, str]]:
    """The questions that a claim answers in one way alone, of whom, and how."""
    for opposite, value, word in words_told(pile.language(claim), claim):
        denied = value in opposite.affirmed and claim.polarity == "denies"
        if not denied and (who := _asked(pile, claim, value, word, opposite)):
            yield opposite, who, value


def words_told(language: Language, claim: Claim) -> tuple[tuple[Opposite, str, re.Match[str]], ...]:
    """The questions to which the words of a claim give one answer alone, with that answer and the first word that gives it."""
    return _words_told(language, claim.quote) if claim.act in SAYING else ()


@lru_cache(maxsize=1 << 15)  # a claim is asked twice when all are weighed, and its words are kept anyway
def _words_told(language: Language, quote: str) -> tuple[tuple[Opposite, str, re.Match[str]], ...]:
    found, text = [], small(quote)
    for opposite in opposites(load_language()).values():
        own = opposites(language).get(opposite.name, opposite).answers
        told_as = zip(opposite.answers, own, strict=True)
        seen = [(value, match) for (value, _), (_, words) in told_as if (match := words.search(text))]
        told = [one for one in seen if not any(_inside(one[1], other) for _, other in seen) and not _supposed(language, text, one[1])]
        if len(told) == 1:
            found.append((opposite, *told[0]))
    return tuple(found)


def _supposed(language: Language, text: str, word: re.Match[str]) -> bool:
    """Whether the words of an answer stand right behind an "if": "if this group is active in Orsk"."""
    supposing = any_like(language.rules("bearing")["conditional"])
    return re.search(rf"\b(?:{supposing})\s+(?:[\w’'-]+\s+){{0,{SUPPOSED}}}$", text[: word.start()]) is not None


def _inside(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether one answer's word is part of a longer one's, which turns it round: "control" in "lost control"."""
    return other.start() <= one.start() and one.end() <= other.end() and one.span() != other.span()


def _differ(pile: Pile, sides: Mapping[str, Sequence[Claim]]) -> bool:
    """Whether the answers stand in different claims of different words, not twice in one clause."""
    spans = [{(claim.span.doc, claim.span.start) for claim in own} for own in sides.values()]
    return not set.intersection(*spans)


def _asked(pile: Pile, claim: Claim, value: str, word: re.Match[str], opposite: Opposite) -> str | None:
    """Of whom a claim gives an answer: of the one named beside its word; an answer of one's own, of the voice's party."""
    if value not in opposite.own:
        return named_by(pile, claim, word, opposite.of, cast(Where, word.lastgroup))
    party = pile.party(pile.voice(claim))
    return party if party in pile.actors and pile.actors[party].kind in opposite.of else None


def mentions_asked(pile: Pile, claim: Claim) -> list[Mention]:
    """The mentions of actors inside a claim, where its words ask for them."""
    language = pile.language(claim)
    asked = words_told(language, claim) or says_broken(pile, claim) or restrains(pile, [claim])
    fate = kind_of(pile, claim) or fate_told(claim, language) or is_done(claim, language)
    doers = ascribing_words(language, claim) or denies_a_death(language, claim) or gives_number(pile, claim)
    if not (asked or fate or retracts(language, claim) or doers):
        return []
    return list(pile.mentions_in(claim.span))


def _opposite_ties(pile: Pile) -> Iterable[Dispute]:
    """Two camps that some call enemies and others partners."""
    told: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in pile.claims.values():
        if ends := _camps_tied(pile, claim):
            told[ends][ENEMIES if claim.verb in HOSTILE else PARTNERS].append(claim)
    for (one, other), sides in sorted(told.items()):
        if len(sides) > 1:
            yield dispute(pile, one, _tie_question(pile, one, other), "status", sides)


def _tie_question(pile: Pile, one: str, other: str) -> str:
    return question_on("enemies_or_partners", one=pile.name(one), other=pile.name(other))


def _camps_tied(pile: Pile, claim: Claim) -> tuple[str, str] | None:
    """The two camps, in the order of their ids, that a claim calls enemies or partners."""
    if claim.kind != "tie" or claim.verb not in HOSTILE | FRIENDLY or claim.polarity != "affirms":
        return None
    if claim.verb == "agreement_with" and told(pile, [claim], "truce"):  # enemies make it
        return None
    ends = [pile.camp(who) for slot in claim.slots if slot.name in {"subject", "object"} and (who := pile.actor(claim, slot.actor))]
    return (min(ends), max(ends)) if len(ends) == 2 and ends[0] != ends[1] else None


def against_pledges(pile: Pile, pledges: Iterable[Held]) -> Iterable[Dispute]:
    """A pledge, beside other voices' word that its giver helps armed groups or broke it, and beside what they tell that breaches it."""
    helpers = _helpers(pile)
    for pledge, breaches in ((held.pledge, held.breaches) for held in pledges if held.pledge.kind == "pledge"):
        own = [pile.claims[claim] for claim in pledge.claims]
        giver = pile.party(pledge.by)
        if giver in helpers and rules_out_violence(pile, own):
            yield dispute(pile, *assurance_asked(pile, giver), "status", {ASSURED: own, OTHERWISE: helpers[giver]})
        told_of = (pile.claims[one.ref] for one in pledge.bearing if one.ref in pile.claims)
        if word := [claim for claim in told_of if broken_by(pile, claim) == giver]:
            yield dispute(pile, *assurance_asked(pile, giver), "status", {ASSURED: own, OTHERWISE: word})
        if breaches:
            yield laid_out(*assurance_asked(pile, giver), "status", [side_of(pile, ASSURED, own), _ascribing(breaches)])


def _ascribing(breaches: Sequence[Breach]) -> Side:
    """What others tell that ascribes what breaches a pledge to its giver, or to the doer of whom the pledge speaks."""
    voices = dict.fromkeys(chain.from_iterable([breach.voices for breach in breaches]))
    return Side(OTHERWISE, tuple(voices), tuple(chain.from_iterable([breach.claims for breach in breaches])))


def _helpers(pile: Pile) -> dict[str, list[Claim]]:
    """For each party the claims by which other voices tie it to an armed group of another party, or say that it broke its word."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in pile.claims.values():
        if breaker := broken_by(pile, claim):
            found[breaker].append(claim)
        if giver := _helped_by(pile, claim):
            found[giver].append(claim)
    return dict(found)


def _helped_by(pile: Pile, claim: Claim) -> str | None:
    """The party of which a claim by another one says that it helps an armed group of another party."""
    if claim.kind != "tie" or claim.verb not in HELP or claim.polarity != "affirms":
        return None
    left, right = (pile.actor(claim, slot.actor) if (slot := claim.slot(end)) else None for end in ("subject", "object"))
    if not left or not right or pile.actors[right].kind != "armed_group":
        return None
    giver = pile.party(left)
    return giver if giver not in (pile.party(pile.voice(claim)), pile.party(right)) else None
