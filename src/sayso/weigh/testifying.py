"""Makes testimonies of the claims of a pile."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from sayso.lang.exclusions import named_and_denied
from sayso.lang.tolls import is_part, unit_of
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Claim, Slot
from sayso.records.place import Place
from sayso.records.vocabulary import OTHER, REPORT_DAY
from sayso.weigh.appraisals import appraisals_told
from sayso.weigh.ascribing import accused, blamed_unnamed, body_of, has_a_name, may_be_anybody, points_elsewhere
from sayso.weigh.deeds import NAMED, actors_in, targets_in
from sayso.weigh.harms import harms_told
from sayso.weigh.motives import motive_told
from sayso.weigh.numbers import counted, is_toll, number_told, tolls_told, who_is_counted
from sayso.weigh.origins import Folds
from sayso.weigh.pile import Pile
from sayso.weigh.stances import HARM, answers_of, ascribes, denies_own_part, happened, only_told_of_it
from sayso.weigh.testimony import Blame, Blamed, Count, Details, Doer, Excluded, Paper, Scene, Speaker, Stance, Testimony
from sayso.weigh.vehicles import vehicle_told

WORD = re.compile(r"[\w-]+")
COUNTED = frozenset({"count", *HARM})
"""In which roles numbers are held against each other."""
BODIES = frozenset({"state", "government_body"})
WORDS = 9
"""Words by which an event is called that nothing else names."""
NOTHING: Excluded = ((), ())


def testimony_of(pile: Pile, claim: Claim, near: str, far: str) -> Testimony:
    """What weighing its incident looks at in a claim, which is folded under these claims by all ties, and by certain ones."""
    doc = claim.span.doc
    paper = Paper(pile.paths[doc], doc, pile.language(claim).code)
    speaker, stance = _speaker(pile, claim), _stance(pile, claim)
    parts = _scene(claim), _blame(pile, claim), _details(pile, claim)
    return Testimony(claim.id, claim.span.start, claim.span.end, near, far, paper, speaker, stance, *parts, claim.said)


def testimonies_of(pile: Pile, claims: Sequence[Claim], folds: Folds) -> list[Testimony]:
    """The same of several claims."""
    return [testimony_of(pile, claim, folds.near[claim.id], folds.far[claim.id]) for claim in claims]


def _speaker(pile: Pile, claim: Claim) -> Speaker:
    voice = pile.voice(claim)
    party = pile.party(voice)
    name, author = pile.name(party), claim.voice.text == AUTHOR
    country = "" if author else pile.countries.code(name)
    return Speaker(voice, party, pile.camp(voice), pile.side(voice), name, country, _known(pile, claim, voice), author)


def _known(pile: Pile, claim: Claim, voice: str) -> bool:
    """Whether a claim's voice is an actor with a name: not "a resident", "some media", "experts"."""
    if voice not in pile.actors or pile.actors[voice].kind == "anonymous":
        return False
    words = WORD.findall(claim.voice.name or claim.voice.text)
    if not words:
        return False
    language = pile.language(claim)
    actors, pointing = language.words("actors"), language.words("pointing")
    indefinite = words[0].lower() in pointing["indefinite"]
    proper = any(word[:1].isupper() for word in words[1:]) or (len(words) > 1 and words[0].lower() not in pointing["determiners"])
    return (words[-1].lower() not in actors["people"] and words[-1].lower() not in actors["publications"]) or (proper and not indefinite)


def _stance(pile: Pile, claim: Claim) -> Stance:
    said_so = ascribes(claim)
    return Stance(
        claim.verb if claim.kind == "event" else "",
        claim.act,
        claim.polarity,
        happened(pile, claim),
        said_so,
        said_so and not only_told_of_it(pile, claim),
        denies_own_part(pile, claim),
        _against_interest(pile, claim),
        claim.act == "denies" and _word_before_cue(claim) in pile.language(claim).words("pointing")["at_once"],
    )


def _against_interest(pile: Pile, claim: Claim) -> bool:
    """Whether a party owns up to what it would rather not: its own deed, or one that it answers for. Its victims concede nothing."""
    if claim.act != "concedes" or claim.polarity != "affirms" or claim.kind != "event":
        return False
    victims = {pile.party(who) for who in actors_in(pile, [claim], "target", "victim")}
    return claim.voice.text != AUTHOR and pile.party(pile.voice(claim)) not in victims


def _word_before_cue(claim: Claim) -> str:
    before = claim.quote[: claim.cue.start - claim.span.start].split() if claim.cue and claim.cue.within(claim.span) else []
    return before[-1].lower() if before else ""


def _scene(claim: Claim) -> Scene:
    days = [slot for slot in claim.slots if slot.name == "when"] or [slot for slot in claim.slots if slot.name == REPORT_DAY]
    placed: dict[str, list[Slot]] = {}
    for slot in claim.slots:
        if slot.place:
            placed.setdefault(slot.name, []).append(slot)

    def first(*roles: str) -> Place | None:
        return next((placed[role][0].place for role in roles if role in placed), None)

    def countries(*roles: str) -> tuple[str, ...]:
        return tuple(sorted({slot.place.country for role in roles for slot in placed.get(role, ()) if slot.place} - {""}))

    return Scene(
        tuple(slot.when for slot in days if slot.when),
        tuple(slot.text for slot in days if slot.when is None),
        first("landed", "place"),
        first("from"),
        first("toward", "target"),
        first("landed", "toward", "target"),
        countries("from"),
        countries("place"),
        countries("toward", "target", "landed"),
        _first_words(claim) if claim.verb == OTHER else "",
    )


def _first_words(claim: Claim) -> str:
    """The first words of what is said, or of all where the text tells it itself."""
    said = claim.content[0] if claim.content else claim.span
    words = claim.quote[said.start - claim.span.start : said.end - claim.span.start].split()
    return " ".join(words[:WORDS]).rstrip(".,;:") + (" …" if len(words) > WORDS else "")


def _blame(pile: Pile, claim: Claim) -> Blame:
    named, targets = accused(pile, claim), actors_in(pile, [claim], "target")
    camps = sorted({camp for who in named if not may_be_anybody(pile, claim, camp := pile.camp(who))})
    bodies = {who for who in targets | actors_in(pile, [claim], "agent") if pile.actors[who].kind in BODIES}
    struck = {pile.countries.code(pile.name(who)) for who in targets} - {""}
    return Blame(
        tuple(Doer(who, pile.party(who), pile.camp(who), _is_somebody(pile, who)) for who in pile.agents(claim)),
        tuple(Blamed(camp, name := pile.name(camp), has_a_name(pile, camp), body_of(pile.language(claim), name)) for camp in camps),
        points_elsewhere(pile, claim, named),
        blamed_unnamed(pile, claim) or "",
        tuple(sorted({pile.party(who) for who in bodies})),
        tuple(sorted(struck)),
        tuple(sorted(targets_in(pile, claim))) if ascribes(claim) and claim.kind == "event" else (),
    )


def _is_somebody(pile: Pile, who: str) -> bool:
    return who in pile.actors and pile.actors[who].kind in NAMED


def _details(pile: Pile, claim: Claim) -> Details:
    instrument = claim.slot("instrument")
    made_in = {pile.countries.code(word) for word in instrument.text.split()} - {""} if instrument else ()
    return Details(
        answers_of(pile, claim),
        tuple(_counts(pile, claim)),
        next((slot.when for slot in claim.slots if slot.name == "as_of" and slot.when), None),
        _excluded(pile, claim, "weapon", ()) if ascribes(claim) else NOTHING,
        _excluded(pile, claim, "hit", ("agent",)),
        tuple(sorted(made_in)),
        (vehicle_told(pile.language(claim), claim.quote) or "") if ascribes(claim) else "",
        (*appraisals_told(pile.language(claim), claim), *harms_told(pile, claim), *motive_told(pile, claim)),
    )


def _counts(pile: Pile, claim: Claim) -> Iterable[Count]:
    """The numbers that a claim gives, those of a count of dead or hurt included that tells of no event itself."""
    event = claim.kind == "event"
    for slot in claim.slots:
        if slot.amount and (event or slot.name in COUNTED):
            yield _count(pile, claim, slot.name, slot.amount, slot.amount if event else None)
    yield from (_count(pile, claim, role, amount) for role, amount in tolls_told(pile, claim))


def _count(pile: Pile, claim: Claim, role: str, amount: Amount, own: Amount | None = None) -> Count:
    language = pile.language(claim)
    who = who_is_counted(pile, amount, claim)
    return Count(
        role,
        number_told(claim, amount, language),
        counted(amount, language),
        unit_of(amount),
        is_part(amount, language),
        "fighters" in who,
        bool(who),
        is_toll(amount, language),
        own,
    )


def _excluded(pile: Pile, claim: Claim, question: str, aside: Sequence[str]) -> Excluded:
    """The kinds that a claim says it was, and those that it says it was not; words for the speaker, or in a role aside, say neither.

    Where such a detail has no place of its own in the clause nothing is set aside for it.
    """
    named, denied = named_and_denied(claim.quote, pile.language(claim), question)
    said = _said(claim, named, aside) if named and claim.polarity == "affirms" else ()
    return tuple(said), tuple(sorted(denied))


def _said(claim: Claim, named: Mapping[str, Sequence[int]], aside: Sequence[str]) -> list[str]:
    spans = [slot.span for slot in claim.slots if slot.name in aside] + [voice.span for voice in claim.voices if voice.span]
    other = [(span.start - claim.span.start, span.end - claim.span.start) for span in spans if span != claim.span]
    return sorted(kind for kind, places in named.items() if any(not any(start <= at < end for start, end in other) for at in places))
