"""Pledges, predictions and threats: one for each that is repeated, and the later incidents and claims that bear on it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from sayso.lang.exclusions import named_and_denied
from sayso.lang.grammar import any_like, small
from sayso.lang.language import Language
from sayso.lang.outcomes import Told, fate_told, is_of_none
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import said_in
from sayso.records.claim import AUTHOR, Act, Claim
from sayso.records.pledge import Bearing, Effect, Pledge, PledgeKind
from sayso.weigh.deeds import Aim, actors_in, targets_named
from sayso.weigh.fates import Fates, awaits, tells_of_promises
from sayso.weigh.naming import GIVERS, named_by, named_in
from sayso.weigh.pile import Pile

KINDS: dict[Act, PledgeKind] = {"pledges": "pledge", "predicts": "prediction", "threatens": "threat"}
SETTLED = frozenset({"asserts", "relays", "assesses"})
"""Acts that tell something as so; where the words tell of what is to come it is a pledge of a kind all the same."""
WORDED: tuple[tuple[str, PledgeKind], ...] = (("threatening", "threat"), ("offering", "pledge"), ("foretelling", "prediction"))
"""Keys of the table `bearing` with the words that make what is told a pledge of a kind."""
EFFECTS: dict[PledgeKind, Effect] = {"pledge": "breaches", "prediction": "supports", "threat": "consistent"}
"""What incidents of which it speaks mean for each kind."""
AGAINST: frozenset[Effect] = frozenset({"breaches", "contradicts", "disconfirms"})
"""What speaks against a pledge, a prediction or a threat."""
SAYING = frozenset({"asserts", "relays", "assesses", "accuses", "denies", "concedes", "predicts"})
"""Acts that tell something of somebody; pledges, threats and demands do not."""
ALIKE = 0.4
"""Share of the shorter pledge's content words that two wordings of one pledge have in common."""
SPOKEN_OF = 1
"""Words, the giver's name aside, that a claim that he did not keep his word shares with a pledge of another matter than harm."""
STEM = 5
"""Letters by which words are compared: "attack" and "attacks", "Afghan" and "Afghanistan" are one."""
WORD = re.compile(r"[^\W\d_]+")
NAME = re.compile(r"(?<![\w-])[^\W\d_]+")
"""A word that is no later part of a name with hyphens: "American" in "Pan-American" is no country's."""
SMALL = 3
"""Words of this many letters or fewer carry no content."""
LOOK_BACK = 730
"""Days before the writing from which incidents bear on a pledge whose own date is not known: reports look back on two years or so.

With 400 a fifth of what bears on such pledges of two further papers was not reached; the founding figures are the same (bench/founding.py).
"""


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
    broken: dict[str, list[Claim]] = defaultdict(list)
    fates = Fates(pile, pile.claims.values())
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
        elif breaker := broken_by(pile, claim):
            broken[breaker].append(claim)
    found = []
    for (who, kind), several in groups.items():
        against = _spoken_of(pile, several, broken[who] if kind == "pledge" else [])
        found += [_draft(pile, who, kind, group, against[number], fates.of(kind, group)) for number, group in enumerate(several)]
    return sorted(found, key=lambda draft: draft.pledge.id)


def pledge_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The name of the group inside which a claim can be one pledge with others, or tell that such a one was not kept: party and kind."""
    kind = kind_of(pile, claim)
    if kind:
        yield group_of(pile.party(pile.voice(claim)), kind)
    elif breaker := broken_by(pile, claim):
        yield group_of(breaker, "pledge")


def is_dated(pile: Pile, claim: Claim) -> bool:
    """Whether it is asked of a claim when its document was written: it is a pledge, or tells what became of one, or it is a denial."""
    return claim.act == "denies" or kind_of(pile, claim) is not None or tells_of_promises(pile, claim)


def awaited_by(pile: Pile, claim: Claim) -> Iterable[str]:
    """By what a pledge, prediction or threat finds the claims that tell what became of it."""
    return awaits(pile, claim) if kind_of(pile, claim) else ()


def group_of(party: str, kind: PledgeKind) -> str:
    """The name of the group of a party's pledges of one kind."""
    return f"pledge {kind} {party}"


def _spoken_of(pile: Pile, pledges: Sequence[Sequence[Claim]], against: Sequence[Claim]) -> list[list[Claim]]:
    """For each of a party's pledges the claims that it was not kept: each claim speaks of those with which it shares most words.

    Where it shares few with any it speaks of those of harm; that a day passed is said of those that were to be kept by one. That an
    agreement was broken is said of no vow to use force.
    """
    found: list[list[Claim]] = [[] for _ in pledges]
    if not against:
        return found
    harmful = {number for number, claims in enumerate(pledges) if told(pile, claims, "harmful")}
    by_a_day = {number for number, claims in enumerate(pledges) if told(pile, claims, "deadline")}
    forceful = {number for number, claims in enumerate(pledges) if _is_forceful(pile, "pledge", claims)}
    here = {claim.id for claim in against}
    giver = {stem for claims in pledges for stem in stems(f"{claims[0].voice.text} {pile.name(pile.party(pile.voice(claims[0])))}")}
    for claim in against:
        if not here.isdisjoint(pile.pointed_at("copy_of", claim.id)):
            continue
        small = pile.language(claim).rules("pointing")["small_words"]
        own = stems(claim.quote) - {word[:STEM] for word in small} - giver
        shared = [max(len(own & stems(one.quote)) for one in claims) for claims in pledges]
        meant = by_a_day if told(pile, [claim], "overdue") else harmful
        meant |= {number for number, words in enumerate(shared) if words >= SPOKEN_OF}
        meant -= set() if told(pile, [claim], "given") else forceful
        for number in (one for one in sorted(meant) if shared[one] == max(shared[other] for other in meant)):
            found[number].append(claim)
    return found


def borne_on(pledge: Pledge, aim: Aim, incidents: Mapping[str, Effect]) -> Pledge:
    """The pledge with the incidents and the claims that bear on it, and how each does."""
    broken: Effect = "breaches"
    told = {one.ref: one.effect for one in aim.fates} | dict.fromkeys(aim.word, broken)
    effects = {**incidents, **told}
    status = "open" if AGAINST.isdisjoint(effects.values()) else "challenged"
    return replace(pledge, status=status, bearing=tuple(Bearing(*one) for one in sorted(effects.items())))


def kind_of(pile: Pile, claim: Claim) -> PledgeKind | None:
    """What kind of pledge a claim is, if any: by its act, else by words that offer, threaten or foretell in what is told as so.

    A judgement of a time to come is a prediction whatever it is called; what fighters warn of, unless others do something, is a threat.
    """
    if claim.act == "predicts" and told(pile, [claim], "unverified"):
        return None
    if claim.act == "predicts" and told(pile, [claim], "conditional") and told(pile, [claim], "warning") and _is_of_fighters(pile, claim):
        return "threat"
    if claim.act in KINDS or claim.act not in SETTLED or claim.kind == "tie":
        return KINDS.get(claim.act)
    if claim.act == "assesses" and told(pile, [claim], "horizon"):
        return "prediction"
    return None if claim.polarity != "affirms" else _worded(pile.language(claim), claim.quote, claim.voice.text == AUTHOR)


def _is_of_fighters(pile: Pile, claim: Claim) -> bool:
    """Whether an armed group speaks, or somebody for it."""
    voice = pile.voice(claim)
    return any(who in pile.actors and pile.actors[who].kind == "armed_group" for who in (voice, pile.party(voice)))


@lru_cache(maxsize=1 << 15)
def _worded(language: Language, quote: str, of_author: bool) -> PledgeKind | None:
    """The kind of pledge that words make; a writer offers nothing himself."""
    text = small(quote)
    found = (kind for name, kind in WORDED if not (of_author and name == "offering") and phrases(language, "bearing", name).search(text))
    return next(found, None)


def content_words(claim: Claim) -> frozenset[str]:
    """The stems of the words that carry the content of a claim, the voice and the cue left out."""
    return stems(said_in(claim))


def stems(text: str) -> frozenset[str]:
    """The beginnings of all words that are not small."""
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()) if len(word) > SMALL)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two claims pledge or foretell the same, by the content words they share."""
    return bool(one and other) and len(one & other) >= max(2, ALIKE * min(len(one), len(other)))


def _draft(pile: Pile, who: str, kind: PledgeKind, claims: Sequence[Claim], against: Sequence[Claim], fates: tuple[Bearing, ...]) -> Draft:
    said = min((claim.said for claim in claims if claim.said), key=lambda when: when.first, default=None)
    first = claims[0]
    content = " … ".join(first.quote[s.start - first.span.start : s.end - first.span.start] for s in first.content) or first.quote
    by = pile.voice(first) if len({pile.voice(claim) for claim in claims}) == 1 else who
    ids = tuple(claim.id for claim in claims)
    pledge = Pledge(pledge_id(first), kind, by, _to(pile, claims), content, ids, said, "open")
    return Draft(pledge, group_of(who, kind), _aim(pile, kind, claims, against, fates))


def pledge_id(first: Claim) -> str:
    """The id of the pledge that was given by this claim first."""
    return "p-" + hashlib.sha256(first.id.encode()).hexdigest()[:12]


def _to(pile: Pile, claims: Sequence[Claim]) -> str:
    """To whom it was given or whom it is aimed at: the first such actor named."""
    found = [
        who for claim in claims for slot in claim.slots if slot.name in {"target", "object"} and (who := pile.actor(claim, slot.actor))
    ]
    return found[0] if found else ""


def _aim(pile: Pile, kind: PledgeKind, claims: Sequence[Claim], against: Sequence[Claim], fates: tuple[Bearing, ...]) -> Aim | None:
    """What its own words speak of, and what later incidents of this kind mean for it; what hangs on an "if" no event decides."""
    giver, doers, forceful = pile.party(pile.voice(claims[0])), _doers(pile, kind, claims), _is_forceful(pile, kind, claims)
    bound = forceful or kind == "threat" or restrains(pile, claims) or told(pile, claims, "abstaining")
    speaks = told(pile, claims, "harmful") or (doers and bound)
    decided = speaks and not (kind == "prediction" and told(pile, claims, "conditional"))
    targets = _targets(pile, kind, claims, bool(decided))
    if not decided and not against and not fates and not targets:
        return None
    if not decided:
        doers = set()
    named = _countries_named(pile, claims) if decided else set()
    if told(pile, claims, "own_soil"):
        named |= {pile.countries.code(pile.name(giver))} - {""}
    incidents = {incident for claim in claims if (incident := pile.linking.incident_of.get(claim.id))}
    since = _since(pile, kind, claims)
    word = [claim.id for claim in against if not (since and claim.said and claim.said.last < since)]
    return Aim(
        "consistent" if forceful else EFFECTS[kind],
        giver,
        tuple(sorted(doers)),
        tuple(sorted(named)),
        bool(decided) and (kind == "prediction" or told(pile, claims, "outward")),
        since,
        tuple(sorted(incidents)),
        tuple(sorted(word)),
        tuple(sorted({giver, *(pile.party(who) for who in actors_in(pile, claims, "agent", "subject"))})),
        fates,
        targets,
        tuple(sorted({claim.span.doc for claim in claims})),
        kind == "threat" and all(claim.said for claim in claims) and told(pile, claims, "campaign"),
    )


def _targets(pile: Pile, kind: PledgeKind, claims: Sequence[Claim], decided: bool) -> tuple[str, ...]:
    """What it means to spare, or to hit: named by a prediction of harm, a threat, or a pledge by which the giver holds back himself."""
    if kind == "pledge":
        none = told(pile, claims, "harmful") and any(is_of_none(claim, pile.language(claim)) for claim in claims)
        spares = none or told(pile, claims, "abstaining") or told(pile, claims, "protecting")
        meant = spares and not restrains(pile, claims)
    else:
        meant = kind == "threat" or decided
    return tuple(sorted({target for claim in claims for target in _aimed_at(pile, claim)})) if meant else ()


def _aimed_at(pile: Pile, claim: Claim) -> Iterable[str]:
    """The kinds of things that a claim names before it tells on what it hangs ("unless ...")."""
    text, language = said_in(claim), pile.language(claim)
    hangs = re.search(rf"\b(?:{any_like(language.rules('bearing')['conditional'])})\b", small(text))
    return targets_named(language, text[: hangs.start()] if hangs else text)


def _doers(pile: Pile, kind: PledgeKind, claims: Sequence[Claim]) -> set[str]:
    """Of whose deeds it speaks: of those named as doers, of groups that are not to be let do something, else of the giver's own.

    Whom its own deeds beyond a border strike is asked of the incidents (`Aim.outward`).
    """
    found = {who for claim in claims for who in actors_in(pile, [claim], "agent", "subject") if not _is_own(pile, claim, who)}
    if kind == "pledge":
        names = (who for claim in claims if restrains(pile, [claim]) for _, who in named_in(pile, claim))
        found |= {who for who in names if pile.actors[who].kind == "armed_group" and pile.party(who) != pile.party(pile.voice(claims[0]))}
    abstains = kind == "pledge" and told(pile, claims, "abstaining") and not told(pile, claims, "outward")
    own = kind == "threat" or _is_forceful(pile, kind, claims) or (abstains and not _of_fighters(pile, claims))
    return found or ({pile.party(pile.voice(claims[0]))} if own else set())


def _is_forceful(pile: Pile, kind: PledgeKind, claims: Sequence[Claim]) -> bool:
    """Whether somebody promises to use force himself, rather than to hold back, or to keep others from it."""
    spares = restrains(pile, claims) or told(pile, claims, "abstaining") or told(pile, claims, "protecting")
    return kind == "pledge" and not spares and any(_promises_force(pile, claim) for claim in claims)


def _promises_force(pile: Pile, claim: Claim) -> bool:
    content, language = small(said_in(claim)), pile.language(claim)
    return claim.polarity == "affirms" and phrases(language, "bearing", "forceful").search(content) is not None


def _is_own(pile: Pile, claim: Claim, who: str) -> bool:
    """Whether an actor is only spoken of as the giver's own ("his group would burn ..."): whose deeds are his."""
    slots = (slot for slot in claim.slots if slot.name in {"agent", "subject"} and pile.actor(claim, slot.actor) == who)
    owners = {word for words in pile.language(claim).rules("actors")["pronouns"].values() for word in words}
    return all(len(words := slot.text.lower().split()) > 1 and words[0] in owners for slot in slots)


def restrains(pile: Pile, claims: Iterable[Claim]) -> bool:
    """Whether somebody binds himself not to let others do something."""
    return any(claim.act == "pledges" and told(pile, [claim], "restraining") for claim in claims)


def _of_fighters(pile: Pile, claims: Iterable[Claim]) -> bool:
    """Whether a pledge's content has a word for fighters: it is they who are to be kept from something."""
    told_of = (named_and_denied(said_in(claim), pile.language(claim), "hit") for claim in claims)
    return any("fighters" in {*named, *denied} for named, denied in told_of)


def _countries_named(pile: Pile, claims: Sequence[Claim]) -> set[str]:
    """The countries that a pledge's words and places name, adjectives included ("Afghan soil")."""
    words = {word for claim in claims for word in NAME.findall(claim.quote) if word[:1].isupper()}
    named = {pile.countries.code(word) for word in words} - {""}
    return named | {slot.place.country for claim in claims for slot in claim.slots if slot.place and slot.place.country}


def _since(pile: Pile, kind: PledgeKind, claims: Sequence[Claim]) -> date | None:
    """The day from which incidents came after a pledge: the earliest of those on which it was given.

    A prediction without a date was made when its report was written. A pledge without one, or one that is said to be given again, may
    have been given long before: incidents count from which they are of the time of its report, or of its being repeated.
    """
    days = []
    for claim in claims:
        finding = pile.findings.get(claim.span.doc)
        when = claim.said or (finding.written if finding else None)
        known = kind == "prediction" or (claim.said and not told(pile, [claim], "repeated"))
        days += [when.first - timedelta(days=0 if known else LOOK_BACK)] if when else []
    return min(days, default=None)


def told(pile: Pile, claims: Iterable[Claim], name: str) -> bool:
    """Whether the words of one of the claims begin like one that the table `bearing` of its language lists under a name."""
    return any(first_word(pile, claim, name) for claim in claims)


def first_word(pile: Pile, claim: Claim, name: str) -> re.Match[str] | None:
    """The first of a claim's words that begins like one that the table `bearing` of its language lists under a name."""
    return phrases(pile.language(claim), "bearing", name).search(small(claim.quote))


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
    if claim.act not in SAYING:
        return None
    told_of = fate_told(claim, pile.language(claim))
    undone = _word_given(pile, claim, told_of) if told_of else None
    if undone or claim.polarity != "affirms":
        return undone
    return _of_broken_words(pile.language(claim), claim.quote)


def _word_given(pile: Pile, claim: Claim, undone: Told) -> re.Match[str] | None:
    """The first word of a claim for what was promised; "has not announced when" tells of nothing that was announced."""
    words = phrases(pile.language(claim), "bearing", "given").finditer(small(claim.quote))
    return next((word for word in words if not 0 <= word.start() - undone.end <= 1), None)


@lru_cache(maxsize=1 << 17)  # each claim is asked for many reasons, in one round after the other, and its words are kept anyway
def _of_broken_words(language: Language, quote: str) -> re.Match[str] | None:
    text = small(quote)
    return phrases(language, "bearing", "broken").search(text) or phrases(language, "bearing", "overdue").search(text)
