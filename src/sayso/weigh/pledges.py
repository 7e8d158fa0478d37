"""Pledges, predictions and threats: one for each that is repeated, and the later incidents and claims that bear on it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sayso.lang.grammar import any_like
from sayso.lang.language import Language
from sayso.records.claim import Act, Claim
from sayso.records.pledge import Bearing, Effect, Pledge, PledgeKind
from sayso.records.when import When
from sayso.weigh.deeds import Aim, actors_in
from sayso.weigh.naming import named_by
from sayso.weigh.pile import Pile

KINDS: dict[Act, PledgeKind] = {"pledges": "pledge", "predicts": "prediction", "threatens": "threat"}
EFFECTS: dict[PledgeKind, Effect] = {"pledge": "breaches", "prediction": "supports", "threat": "consistent"}
"""What incidents of which it speaks mean for each kind."""
SAYING = frozenset({"asserts", "relays", "assesses", "accuses", "denies", "concedes", "predicts"})
"""Acts that tell something of somebody; pledges, threats and demands do not."""
GIVERS = frozenset({"armed_group", "state", "government_body", "person", "other"})
"""Kinds of actors who give their word."""
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


@dataclass(frozen=True, slots=True)
class Draft:
    """A pledge before anything bears on it, in which group of pledges it stands, and what would bear on it, if anything."""

    pledge: Pledge
    group: str
    aim: Aim | None


def drafts_of(pile: Pile) -> list[Draft]:
    """Every pledge, prediction and threat of the pile, those that one party repeats in other words as one."""
    groups: dict[tuple[str, PledgeKind], list[list[Claim]]] = defaultdict(list)
    words: dict[str, frozenset[str]] = {}
    for claim in pile.claims.values():
        if kind := kind_of(pile, claim):
            known = groups[pile.party(pile.voice(claim)), kind]
            words[claim.id] = content_words(claim)
            home = next((group for group in known if any(_alike(words[claim.id], words[other.id]) for other in group)), None)
            if home is None and known and told(pile, [claim], "again"):
                home = known[-1]
            if home is None:
                known.append([claim])
            else:
                home.append(claim)
    found = [_draft(pile, who, kind, group) for (who, kind), several in groups.items() for group in several]
    return sorted(found, key=lambda draft: draft.pledge.id)


def pledge_group(pile: Pile, claim: Claim) -> str | None:
    """The name of the group inside which a claim can be one pledge with others, if it is one: its party, and what kind it is."""
    return f"pledge {kind} {pile.party(pile.voice(claim))}" if (kind := kind_of(pile, claim)) else None


def borne_on(pledge: Pledge, effect: Effect, incidents: Sequence[str]) -> Pledge:
    """The pledge with the incidents that bear on it, all in one way."""
    status = "challenged" if incidents and effect in {"breaches", "contradicts", "disconfirms"} else "open"
    return replace(pledge, status=status, bearing=tuple(Bearing(incident, effect) for incident in incidents))


def kind_of(pile: Pile, claim: Claim) -> PledgeKind | None:
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


def _draft(pile: Pile, who: str, kind: PledgeKind, claims: Sequence[Claim]) -> Draft:
    said = min((claim.said for claim in claims if claim.said), key=lambda when: when.first, default=None)
    first = claims[0]
    content = " … ".join(first.quote[s.start - first.span.start : s.end - first.span.start] for s in first.content) or first.quote
    by = pile.voice(first) if len({pile.voice(claim) for claim in claims}) == 1 else who
    name = "p-" + hashlib.sha256(first.id.encode()).hexdigest()[:12]
    ids = tuple(claim.id for claim in claims)
    pledge = Pledge(name, kind, by, _to(pile, claims), content, ids, said, "open")
    return Draft(pledge, pledge_group(pile, first) or "", _aim(pile, kind, claims, said))


def _to(pile: Pile, claims: Sequence[Claim]) -> str:
    """To whom it was given or whom it is aimed at: the first such actor named."""
    found = [
        who for claim in claims for slot in claim.slots if slot.name in {"target", "object"} and (who := pile.actor(claim, slot.actor))
    ]
    return found[0] if found else ""


def _aim(pile: Pile, kind: PledgeKind, claims: Sequence[Claim], said: When | None) -> Aim | None:
    """What its own words speak of, and what later incidents of this kind mean for it; what hangs on an "if" no event decides."""
    if not told(pile, claims, "harmful") or (kind == "prediction" and told(pile, claims, "conditional")):
        return None
    named, giver = _countries_named(pile, claims), pile.party(pile.voice(claims[0]))
    if told(pile, claims, "own_soil"):
        named |= {pile.countries.code(pile.name(giver))} - {""}
    incidents = {incident for claim in claims if (incident := pile.linking.incident_of.get(claim.id))}
    return Aim(
        EFFECTS[kind],
        giver,
        tuple(sorted(actors_in(pile, claims, "agent", "subject"))),
        tuple(sorted(named)),
        kind == "prediction" or told(pile, claims, "outward"),
        _since(pile, kind, claims, said),
        tuple(sorted(incidents)),
    )


def _countries_named(pile: Pile, claims: Sequence[Claim]) -> set[str]:
    """The countries that a pledge's words and places name, adjectives included ("Afghan soil")."""
    words = {word for claim in claims for word in WORD.findall(claim.quote) if word[:1].isupper()}
    named = {pile.countries.code(word) for word in words} - {""}
    return named | {slot.place.country for claim in claims for slot in claim.slots if slot.place and slot.place.country}


def _since(pile: Pile, kind: PledgeKind, claims: Sequence[Claim], said: When | None) -> date | None:
    """The day from which incidents came after a pledge; without a date of the pledge, from which they are of the time of its report.

    A prediction without a date was made when its report was written; a pledge may be told long after it was given.
    """
    if said:
        return said.first
    slack = timedelta(days=0 if kind == "prediction" else LOOK_BACK)
    written = [finding.written for claim in claims if (finding := pile.findings.get(claim.span.doc)) and finding.written]
    return max((when.first - slack for when in written), default=None)


def told(pile: Pile, claims: Iterable[Claim], name: str) -> bool:
    """Whether the words of one of the claims begin like one that the table `bearing` of its language lists under a name."""
    return any(first_word(pile, claim, name) for claim in claims)


def first_word(pile: Pile, claim: Claim, name: str) -> re.Match[str] | None:
    """The first of a claim's words that begins like one that the table `bearing` of its language lists under a name."""
    return _words(pile.language(claim), name).search(claim.quote)


def rules_out_violence(pile: Pile, claims: Sequence[Claim]) -> bool:
    """Whether a pledge's words speak of harm to others beyond a border, which it means to prevent."""
    return told(pile, claims, "harmful") and told(pile, claims, "outward")


def broken_by(pile: Pile, claim: Claim) -> str | None:
    """The party of which a claim says that it did not keep its word, unless the claim is its own."""
    word = says_broken(pile, claim)
    named = named_by(pile, claim, word, GIVERS) if word else None
    return pile.party(named) if named and pile.party(named) != pile.party(pile.voice(claim)) else None


def says_broken(pile: Pile, claim: Claim) -> re.Match[str] | None:
    """The first word by which a claim says that somebody did not keep his word."""
    return first_word(pile, claim, "broken") if claim.act in SAYING and claim.polarity == "affirms" else None
