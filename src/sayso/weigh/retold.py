"""What one party says in several documents: one number of one thing, one quotation, or one statement in other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations, groupby, pairwise

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.outcomes import LEAST, is_matterless, matter_of
from sayso.lang.rebuttals import STEM, WORD, said_in
from sayso.records.amount import Amount
from sayso.records.claim import AUTHOR, Claim
from sayso.weigh.naming import named_in
from sayso.weigh.numbers import amounts_of, counted
from sayso.weigh.pile import Pile
from sayso.weigh.pledges import kind_of
from sayso.weigh.stances import HARM, only_told_of_it
from sayso.weigh.tied import COUNT, ODD, PAIR, PHRASE, PROMISED, ROW, TOLL, WORDS, Gathered, Tied

MANY = 10
"""From here on one number of one thing, told by one party at one time, is one count; smaller ones come by chance."""
ROUND = 10
"""Multiples of this are told of many things."""
SOON, LATE = timedelta(days=60), timedelta(days=365)
"""Time between two statements of one count: an army that tells of fifty dead now and next year tells of two events; the same with what is
seldom told twice, a number that is not round or two words side by side: of 159 clusters of the hand-made ledgers of six pairs of wars these
keep eleven more together, and no more of different ones."""
QUOTED, LONGEST = 3, 12
"""Words that a quotation has at least by which it is known again, and those of a longer one that are looked at."""
PHRASES = 8
"""Pairs of words side by side by which a longer statement is known again."""
MARKS = re.compile(r"[“\"]([^”\"]{8,400})[”\"]")


def retold_ties(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """What ties claims of one party that say the same in two documents; never certain, since a party may say it twice."""
    for group in groups.of(WORDS):
        yield from (_tied(one, group[0]) for one in group[1:])
    for group in groups.of(COUNT):
        named = (pair for pair in combinations(group, 2) if any(claim.voice.text != AUTHOR for claim in pair))
        yield from (_tied(other, one) for one, other in named if _of_one_time(one, other, SOON))
    for group in groups.of(TOLL):
        yield from (_tied(other, group[0]) for other in group[1:] if _may_be_one(pile, group[0], other))
    for group in groups.of(PAIR):
        pairs = (pair for pair in combinations(group, 2) if pair[0].span.doc != pair[1].span.doc and _may_be_one_voice(pile, *pair))
        yield from (_tied(other, one) for one, other in pairs if not_apart(one, other))
    for group in groups.of(ROW):
        yield from (_tied(*pair) for pair in _lacking_a_day(group))
    for kind, time in ((PROMISED, SOON), (PHRASE, LATE), (ODD, LATE)):
        for group in groups.of(kind):  # in the order of days only neighbours have to be looked at
            near = pairwise(sorted(group, key=of_a_day))
            yield from (_tied(other, one) for one, other in near if _of_one_time(one, other, time) and agree(pile, one, other))


def _tied(one: Claim, other: Claim) -> Tied:
    return Tied(one.id, other.id, "one party's words, retold", False)


def retold_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups inside which a claim of a party can be one with others; whether two are tied hangs on these, and on who stands between."""
    for groups in (_words, _counts, _promises, _phrases, _threes, _odd_counts, _odd_tolls, _two_numbers):
        yield from groups(pile, claim)


def _words(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of a claim's quotations; and of a promise or a threat, of each two words of its matter."""
    if party := party_speaking(pile, claim):
        yield from (f"{WORDS} {party} “{words}”" for words in _quoted(claim.quote))
        if (kind := kind_of(pile, claim)) in {"pledge", "threat"}:
            matter = sorted(matter_of(claim, pile.language(claim)))
            yield from (f"{WORDS} {party} {kind} {' '.join(pair)}" for pair in combinations(matter, 2))


def _promises(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what is promised, threatened or foretold at a known time: one for each word of its matter.

    What one report calls a promise another calls a threat, and a third tells as what is to come.
    """
    if (party := party_speaking(pile, claim)) and claim.said and kind_of(pile, claim):
        yield from (f"{PROMISED} {party} {stem}" for stem in sorted(matter_of(claim, pile.language(claim))))


def _phrases(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what is said at a known time: one for each two words of its content that stand side by side."""
    speakers = _speakers(pile, claim) if claim.said else []
    beside = _side_by_side(pile.language(claim), said_in(claim)) if speakers else ()
    yield from (f"{PHRASE} {who} {words}" for who in speakers for words in beside)


def _threes(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what a person says of an incident without telling it: one for each three words of its content that stand side by side.

    What he tells of it is known by his stance. Without the incident all that he ever said would be tied, one after the other: 4,137 claims
    of a ledger of 100,000 (`bench/scale.py`).
    """
    incident = pile.linking.incident_of.get(claim.id)
    if not incident or claim.kind == "tie" or not only_told_of_it(pile, claim):
        return
    voice = pile.voice(claim)
    if voice in pile.actors and pile.actors[voice].kind == "person":
        yield from (f"{ROW} {voice} {incident} {words}" for words in _in_a_row(pile.language(claim), said_in(claim)))


def _counts(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of a claim's larger round numbers, with what they count."""
    if (party := party_speaking(pile, claim)) and claim.said:
        yield from (f"{COUNT} {party} {what} {number}" for what, number, is_round in _numbers(pile, claim) if is_round and what)


def _odd_counts(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of a claim's larger numbers that are not round, to which no two counts come by chance, whatever they are said to count.

    Such a number that an author gives may be that of a party which he names.
    """
    odd = [number for _, number, is_round in _numbers(pile, claim) if not is_round] if claim.said else []
    speakers = (_named(pile, claim) if gives_number(pile, claim) else _speakers(pile, claim)) if odd else []
    yield from (f"{ODD} {who} {number}" for who in speakers for number in odd)


def _odd_tolls(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of a party's larger numbers of dead or hurt that are not round: here it need not be known when it was said."""
    if party := party_speaking(pile, claim):
        yield from (f"{TOLL} {party} {what} {number}" for what, number, is_round in _numbers(pile, claim) if what in HARM and not is_round)


def _two_numbers(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of each two larger numbers that somebody gives in one breath; of two round ones only on one incident."""
    if claim.voice.text == AUTHOR or claim.kind == "tie":
        return
    numbers = sorted({number: is_round for _, number, is_round in _numbers(pile, claim)}.items())
    for one, other in combinations(numbers, 2):
        about = pile.linking.incident_of.get(claim.id, claim.id) if one[1] and other[1] else ""
        yield f"{PAIR} {one[0]} {other[0]} {about}"


def _may_be_one_voice(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two voices are of one party, or one of them has no name ("an affiliate of the Front", and the group by its name)."""
    parties = {pile.party(pile.voice(claim)) for claim in (one, other)}
    return len(parties) < 2 or any(who not in pile.actors or pile.actors[who].kind == "anonymous" for who in parties)


def party_speaking(pile: Pile, claim: Claim) -> str | None:
    """The party that speaks, if it is somebody in particular."""
    if claim.voice.text == AUTHOR or claim.kind == "tie":
        return None
    party = pile.party(pile.voice(claim))
    return party if party in pile.actors and pile.actors[party].kind != "anonymous" else None


def _speakers(pile: Pile, claim: Claim) -> list[str]:
    """Whose word a claim is: its party, and a body by the words of its name, which other reports may put in another order.

    Bodies of which every state has its own are not taken for one as actors; of what they say in the same words it may be so.
    """
    party = party_speaking(pile, claim)
    name = office_of(pile.language(claim), claim.voice.name or claim.voice.text) if party else None
    return [who for who in (party, name) if who]


def gives_number(pile: Pile, claim: Claim) -> bool:
    """Whether an author gives a number that may be that of a party which he names."""
    own = claim.voice.text == AUTHOR and claim.kind != "tie"
    return own and any(not is_round for _, _, is_round in _numbers(pile, claim))


def _named(pile: Pile, claim: Claim) -> list[str]:
    """The parties that a claim names."""
    return sorted({pile.party(who) for _, who in named_in(pile, claim)})


@lru_cache(maxsize=1 << 14)
def office_of(language: Language, name: str) -> str | None:
    """The words of a body of a state in one order, the same for those that reports exchange; None for other names."""
    words = [word for word in WORD.findall(small(name)) if len(word) >= LEAST]
    alike = {word: office for office, own in language.rules("actors")["same_offices"].items() for word in own}
    return None if alike.keys().isdisjoint(words) else f"the {' '.join(sorted({alike.get(word, word) for word in words}))}"


@lru_cache(maxsize=1 << 14)
def _side_by_side(language: Language, said: str) -> tuple[str, ...]:
    """The beginnings of words of content that stand side by side, small words aside, in either order."""
    stems = _content(language, said)
    pairs = (sorted(pair) for pair in pairwise(stems) if pair[0] != pair[1])
    return tuple(dict.fromkeys(f"{one} {other}" for one, other in pairs))[:PHRASES]


@lru_cache(maxsize=1 << 14)
def _in_a_row(language: Language, said: str) -> tuple[str, ...]:
    """The beginnings of each three words of content in a row, small words aside; a name ends a row: who speaks names the same often."""
    found: list[str] = []
    for _, words in groupby(WORD.findall(said), key=lambda word: word[0].isupper()):
        stems = _content(language, " ".join(words))
        found += (" ".join(three) for three in zip(stems, stems[1:], stems[2:], strict=False))
    return tuple(dict.fromkeys(found))[:PHRASES]


def _content(language: Language, said: str) -> list[str]:
    """The beginnings of the words of content, in order."""
    return [word[:STEM] for word in WORD.findall(small(said)) if len(word) >= LEAST and not is_matterless(language, word)]


def _numbers(pile: Pile, claim: Claim) -> Iterable[tuple[str, str, bool]]:
    """The larger numbers of a claim with what they count, and whether they are round."""
    if claim.act == "denies" or claim.polarity == "denies" or not any(slot.amount for slot in claim.slots):
        return
    tolls = [(role, amount) for role in HARM for amount in amounts_of(pile, claim, role)]
    amounts = [slot.amount for slot in claim.slots if slot.name in {"amount", "count"} and slot.amount]
    others = [(counted(amount, pile.language(claim)), amount) for amount in amounts if amount not in [toll for _, toll in tolls]]
    for what, amount in (*tolls, *others):
        if (amount.low or amount.high or 0) >= MANY:
            yield what, f"{amount.low}-{amount.high}", _is_round(amount)


def _is_round(amount: Amount) -> bool:
    return all(end is None or end % ROUND == 0 for end in (amount.low, amount.high))


def of_a_day(claim: Claim) -> date:
    """The day of a statement by which claims are put in order; those without one come first."""
    return claim.said.first if claim.said else date.min


@lru_cache(maxsize=1 << 14)
def _quoted(quote: str) -> tuple[str, ...]:
    """The quoted words of a claim, as they are known again."""
    found = (WORD.findall(small(match.group(1))) for match in MARKS.finditer(quote))
    return tuple(dict.fromkeys(" ".join(words[:LONGEST]) for words in found if len(words) >= QUOTED))


def agree(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether two claims do not give different numbers, nor tell two events that are two incidents."""
    incidents = {pile.linking.incident_of[claim.id] for claim in (one, other) if claim.id in pile.linking.incident_of}
    if len(incidents) > 1 and one.kind == other.kind == "event":
        return False
    left, right = ({number for _, number, _ in _numbers(pile, claim)} for claim in (one, other))
    return not left or not right or bool(left & right)


def _may_be_one(pile: Pile, one: Claim, other: Claim) -> bool:
    """Whether of two claims one has no day, and neither tells of an event of another day, or of another incident, than the other."""
    left, right = (slot.when if (slot := claim.slot("when")) else None for claim in (one, other))
    undated = one.said is None or other.said is None
    return undated and not (left and right and not left.overlaps(right)) and agree(pile, one, other)


def _lacking_a_day(group: Sequence[Claim]) -> Iterable[tuple[Claim, Claim]]:
    """Pairs of claims of two documents, of one of which it is not known when it was made: as many as join all that such pairs join."""
    undated = [claim for claim in group if claim.said is None]
    for first in undated[:1]:
        away = [claim for claim in group if claim.span.doc != first.span.doc]
        second = next((claim for claim in undated if claim.span.doc != first.span.doc), None)
        yield from ((claim, first) for claim in away)
        yield from ((claim, away[0]) for claim in undated if away and claim.span.doc == first.span.doc)
        yield from ((claim, second) for claim in group if second and claim.span.doc == first.span.doc)


def not_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims are not known to have been made at different times."""
    return not one.said or not other.said or abs(one.said.first - other.said.first) <= SOON


def _of_one_time(one: Claim, other: Claim, time: timedelta) -> bool:
    """Whether two claims were made within a time, and do not tell of events of different days; two of an author are none of a party."""
    left, right = (slot.when if (slot := claim.slot("when")) else None for claim in (one, other))
    if (left and right and not left.overlaps(right)) or not one.said or not other.said:
        return False
    return abs(one.said.first - other.said.first) <= time
