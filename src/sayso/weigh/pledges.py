"""Pledges, predictions and threats: one for each that is repeated, and the later incidents and claims that bear on it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache

from sayso.lang.grammar import any_like
from sayso.lang.language import Language
from sayso.records.claim import Act, Claim
from sayso.records.incident import Incident
from sayso.records.pledge import Bearing, Effect, Pledge, PledgeKind
from sayso.records.when import When
from sayso.weigh.deeds import Deeds, actors_in
from sayso.weigh.pile import Pile

KINDS: dict[Act, PledgeKind] = {"pledges": "pledge", "predicts": "prediction", "threatens": "threat"}
ALIKE = 0.4
"""Share of the shorter pledge's content words that two wordings of one pledge have in common."""
STEM = 5
"""Letters by which words are compared: "attack" and "attacks", "Afghan" and "Afghanistan" are one."""
WORD = re.compile(r"[^\W\d_]+")
SMALL = 3
"""Words of this many letters or fewer carry no content."""
LOOK_BACK = 730
"""Days before the writing from which incidents bear on a pledge whose own date is not known: reports look back on two years or so.

With 400 a fifth of what bears on such pledges of two further papers was not reached; the founding figures are the same (bench/founding.py).
"""


@cache
def _words(language: Language, name: str) -> re.Pattern[str]:
    """Beginnings of words as one pattern, from the language's table."""
    return re.compile(rf"\b(?:{any_like(language.rules('bearing')[name])})", re.IGNORECASE)


def pledges_of(pile: Pile, incidents: Sequence[Incident]) -> list[Pledge]:
    """Every pledge, prediction and threat of the pile, those that one party repeats in other words as one."""
    groups: dict[tuple[str, PledgeKind], list[list[Claim]]] = defaultdict(list)
    words: dict[str, frozenset[str]] = {}
    deeds = Deeds(pile, incidents)
    for claim in pile.claims.values():
        if kind := _kind_of(pile, claim):
            known = groups[pile.party(pile.voice(claim)), kind]
            words[claim.id] = content_words(claim)
            home = next((group for group in known if any(_alike(words[claim.id], words[other.id]) for other in group)), None)
            if home is None and known and told(pile, [claim], "again"):
                home = known[-1]
            if home is None:
                known.append([claim])
            else:
                home.append(claim)
    found = [_pledge(pile, who, kind, group, deeds) for (who, kind), several in groups.items() for group in several]
    return sorted(found, key=lambda pledge: pledge.id)


def _kind_of(pile: Pile, claim: Claim) -> PledgeKind | None:
    """What kind of pledge a claim is, if any; a judgement of a time to come is a prediction whatever it is called."""
    foretold = claim.act == "assesses" and told(pile, [claim], "horizon")
    return "prediction" if foretold else KINDS.get(claim.act)


def content_words(claim: Claim) -> frozenset[str]:
    """The stems of the words that carry the content of a claim, the voice and the cue left out."""
    text = " ".join(claim.quote[s.start - claim.span.start : s.end - claim.span.start] for s in claim.content) or claim.quote
    words = WORD.findall(text.lower())
    return frozenset(word[:STEM] for word in words if len(word) > SMALL)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two claims pledge or foretell the same, by the content words they share."""
    return bool(one and other) and len(one & other) >= max(2, ALIKE * min(len(one), len(other)))


def _pledge(pile: Pile, who: str, kind: PledgeKind, claims: Sequence[Claim], deeds: Deeds) -> Pledge:
    said = min((claim.said for claim in claims if claim.said), key=lambda when: when.first, default=None)
    bearing = tuple(_bearing(pile, kind, claims, said, deeds))
    against = any(one.effect in {"breaches", "contradicts", "disconfirms"} for one in bearing)
    first = claims[0]
    content = " … ".join(first.quote[s.start - first.span.start : s.end - first.span.start] for s in first.content) or first.quote
    by = pile.voice(first) if len({pile.voice(claim) for claim in claims}) == 1 else who
    name = "p-" + hashlib.sha256(first.id.encode()).hexdigest()[:12]
    ids = tuple(claim.id for claim in claims)
    return Pledge(name, kind, by, _to(pile, claims), content, ids, said, "challenged" if against else "open", bearing)


def _to(pile: Pile, claims: Sequence[Claim]) -> str:
    """To whom it was given or whom it is aimed at: the first such actor named."""
    found = [
        who for claim in claims for slot in claim.slots if slot.name in {"target", "object"} and (who := pile.actor(claim, slot.actor))
    ]
    return found[0] if found else ""


def _bearing(pile: Pile, kind: PledgeKind, claims: Sequence[Claim], said: When | None, deeds: Deeds) -> Iterable[Bearing]:
    """The incidents after it that its own words speak of, and what they mean for it; what hangs on an "if" no event decides."""
    effects: dict[PledgeKind, Effect] = {"pledge": "breaches", "prediction": "supports", "threat": "consistent"}
    if not told(pile, claims, "harmful") or (kind == "prediction" and told(pile, claims, "conditional")):
        return
    own, named = {claim.id for claim in claims}, _countries_named(pile, claims)
    giver = pile.party(pile.voice(claims[0]))
    if told(pile, claims, "own_soil"):
        named |= {pile.countries.code(pile.name(giver))} - {""}
    outward = kind == "prediction" or told(pile, claims, "outward")
    spoken_of = deeds.by_named(actors_in(pile, claims, "agent", "subject"), named)
    if outward:
        spoken_of |= deeds.across_border(named, giver)
    for incident in deeds.in_order(spoken_of):
        if not own & set(incident.claims) and _after(pile, kind, claims, said, incident):
            yield Bearing(incident.id, effects[kind])


def _countries_named(pile: Pile, claims: Sequence[Claim]) -> set[str]:
    """The countries that a pledge's words and places name, adjectives included ("Afghan soil")."""
    words = {word for claim in claims for word in WORD.findall(claim.quote) if word[:1].isupper()}
    named = {pile.countries.code(word) for word in words} - {""}
    return named | {slot.place.country for claim in claims for slot in claim.slots if slot.place and slot.place.country}


def _after(pile: Pile, kind: PledgeKind, claims: Sequence[Claim], said: When | None, incident: Incident) -> bool:
    """Whether an incident came after the pledge; without a date of the pledge, whether it is of the time of its report.

    A prediction without a date was made when its report was written; a pledge may be told long after it was given.
    """
    if incident.when is None:
        return False
    if said:
        return incident.when.last >= said.first
    slack = timedelta(days=0 if kind == "prediction" else LOOK_BACK)
    written = [finding.written for claim in claims if (finding := pile.findings.get(claim.span.doc)) and finding.written]
    return all(incident.when.last >= when.first - slack for when in written)


def told(pile: Pile, claims: Iterable[Claim], name: str) -> bool:
    """Whether the words of one of the claims begin like one that the table `bearing` of its language lists under a name."""
    return any(first_word(pile, claim, name) for claim in claims)


def first_word(pile: Pile, claim: Claim, name: str) -> re.Match[str] | None:
    """The first of a claim's words that begins like one that the table `bearing` of its language lists under a name."""
    return _words(pile.language(claim), name).search(claim.quote)


def rules_out_violence(pile: Pile, claims: Sequence[Claim]) -> bool:
    """Whether a pledge's words speak of harm to others beyond a border, which it means to prevent."""
    return told(pile, claims, "harmful") and told(pile, claims, "outward")
