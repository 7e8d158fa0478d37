"""Which claims of one document were said on one occasion: by one speaker, in one breath, by one body, or told on behind another's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from sayso.lang.grammar import small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases
from sayso.lang.rebuttals import BESIDE, WORD
from sayso.lang.tolls import is_part
from sayso.records.claim import AUTHOR, Claim, Voice
from sayso.records.document import Span
from sayso.weigh.pile import Pile
from sayso.weigh.stances import only_told_of_it
from sayso.weigh.tied import ACCOUNT, BEHIND, BODY, PUBLICATION, SPEAKER, Gathered, Tied, in_doc

OCCASION_KINDS = frozenset({"person", "government_body", "international_org"})
"""Voices whose words in one document come from one occasion (an interview, a statement); groups and states speak often."""
BODIES = frozenset({"government_body", "armed_group", "international_org", "company", "other"})
"""Parties whose voices, quoted in one document with one day, speak on one occasion; a state has many bodies, a newspaper many stories."""
SPOKEN_ON = 1500
"""Code points from words of somebody that are dated to others of his that are not, and of one occasion with them."""
SIDE_BY_SIDE = 150
"""Code points between the beginnings of two statements by one body on the day of the report that are of one occasion.

Without such a bound, in seven hand-made ledgers up to 3.5 % of the pairs of different statements came under one origin; with it 2 %. In a
long report, which goes over weeks, it holds for all that a body says on no day that is told: of six ledgers of such reports B-cubed rose
by .02 to .04, and the pairs of different statements under one origin fell from .6 to 1.6 % to .3 to 1.3 %; none of eight others lost any.
"""
GOES_ON = 1000
"""The same for one and the same voice, on whatever day: it is quoted on, in the next paragraph or one of those after.

In four hand-made ledgers on real news the pairs of one body's claims that 600 ties are of one statement in 83 cases and of two in seven,
for which mostly a wrong "they" or an unnamed voice is to blame. From 600 to 1000, and with states, three more statements of 153 are whole.
"""
LEAD = 450
"""Code points of the lead of a report, and from what it says of a party to the words of who speaks for it: the next two sentences."""
NEXT = 250
"""Code points from an account of somebody's to the author's words on the same incident that go on with it: the next sentence or two."""

JOINT = frozenset({"pledges", "threatens", "demands"})
"""Acts that several who are named together perform once ("the truce announced by Orsk and Velm"); what they tell each has seen himself."""
SHORT = 3
"""Letters of a noun by which somebody is known again have to be more than these."""
PLACE = 8
"""Code points to one place of a text, by which the words right behind others are found."""


def occasion_ties(pile: Pile, groups: Gathered) -> list[Tied]:
    """All that makes two claims of one document the words of one occasion."""
    found = [tie for group in groups.of(PUBLICATION) for tie in _of_one_speaker(group)]
    for group in groups.of(BODY):
        own = [claim for claim in group if claim.voice.text != AUTHOR]
        found += [*_of_each_speaker(pile, own), *_in_one_breath(own), *_on_one_day(pile, own), *_quoted_on(pile, own)]
        found += [*_told_before(group, own), *_spoken_for(pile, own)]
    return [*found, *_told_by_one(pile, groups), *_goes_on(pile, groups), *_next_words(pile, groups)]


def occasion_groups(pile: Pile, claim: Claim) -> Iterable[str]:
    """The names of the groups inside which a claim can be tied so; whether two of one are tied hangs on these two alone."""
    for groups in (_publications, _bodies, _accounts, _speakers, _right_behind):
        yield from groups(pile, claim)


def _speakers(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what one document has from a speaker, by what he and his party are taken for: who is a body speaks on one occasion.

    So is what he says of himself by what he is.
    """
    teller = told_by(pile, claim)
    for voice in dict.fromkeys(filter(None, (pile.voice(claim) if claim.voice.text != AUTHOR else None, teller))):
        kinds = (pile.actors[who].kind for who in (voice, pile.party(voice)) if who in pile.actors)
        yield f"{SPEAKER} {in_doc(claim)} {voice} {' '.join(kinds)}"


def told_by(pile: Pile, claim: Claim) -> str | None:
    """Who tells what a claim says of himself by what he is ("the ministry" in the Orsk ministry's, "our men").

    So does a spokesman what he tells of another's words.
    """
    if claim.kind == "tie" or len(claim.voices) < 2:
        return None
    noun, named = (WORD.findall(voice.text) for voice in claim.voices[:2])
    if not noun or claim.voices[1].text == AUTHOR:
        return None
    actors = pile.language(claim).rules("actors")
    what = noun[-1].islower() and len(noun) <= len(named) and noun[-1] in small(" ".join(named)).split()
    speaking = any(word.lower() in actors["mouths"] for word in named)
    ours = noun[0].lower() in actors["pronouns"]["author"]
    return pile.spoken(claim, claim.voices[1]) if what or ours or speaking else None


def _told_by_one(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """What somebody tells in a statement of himself by what he is is of one statement with what he says there by his name."""
    for group in groups.of(SPEAKER):
        speaking = [claim for claim in group if claim.kind != "tie"]
        for number, claim in enumerate(speaking):
            for other in takewhile(lambda later: later.span.start - claim.span.start <= GOES_ON, speaking[number + 1 :]):  # noqa: B023
                if (teller := told_by(pile, claim) or told_by(pile, other)) and all(_of(pile, one, teller) for one in (claim, other)):
                    yield Tied(other.id, claim.id, "one voice, quoted on", False)


def _of(pile: Pile, claim: Claim, teller: str) -> bool:
    return teller in (pile.voice(claim), told_by(pile, claim))


def _bodies(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of what one document has from a party, and of what it tells of its deeds without saying from whom it has that."""
    if claim.voice.text != AUTHOR:
        yield f"{BODY} {in_doc(claim)} {pile.party(pile.voice(claim))}"
    elif claim.act == "relays":
        yield from (f"{BODY} {in_doc(claim)} {party}" for party in sorted({pile.party(who) for who in pile.agents(claim)}))


def _of_each_speaker(pile: Pile, told: Sequence[Claim]) -> Iterable[Tied]:
    """What each person, or body with one voice, of a party is quoted with in one document."""
    by_voice: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        voice = pile.voice(claim)
        if voice in pile.actors and (pile.actors[voice].kind in OCCASION_KINDS or _is_one_person(pile, claim)):
            by_voice[voice].append(claim)
    for voice, group in by_voice.items():
        yield from _of_one_speaker(group, speaks_often=pile.actors[voice].kind in BODIES and group[0].span.doc in pile.long)


def _of_one_speaker(group: Sequence[Claim], speaks_often: bool = False) -> Iterable[Tied]:
    """One person, body or publication, quoted in one document; certain where the day of the statement is the same.

    Words that are said to be of two days are of two occasions; those without a day are of the one told near them, and who `speaks_often`
    says them side by side.
    """
    dated: dict[date | None, list[Claim]] = defaultdict(list)
    for claim in group:
        dated[day_told(claim)].append(claim)
    undated = dated.pop(None, [])
    for several in dated.values():
        yield from (_on_one_occasion(claim, several[0]) for claim in several[1:])
    near = SIDE_BY_SIDE if speaks_often else SPOKEN_ON
    together = [pair for pair in pairwise(undated) if beside(*pair, near)] if speaks_often else [(undated[0], one) for one in undated[1:]]
    yield from (_on_one_occasion(claim, one) for one, claim in together)
    pairs = ((one, other) for own in dated.values() for one in own for other in undated)
    yield from (_on_one_occasion(*pair) for pair in pairs if beside(*pair, near))


def beside(one: Claim, other: Claim, reach: int) -> bool:
    """Whether two claims of a document begin within so many code points of each other."""
    return abs(one.span.start - other.span.start) <= reach


def _on_one_occasion(claim: Claim, other: Claim) -> Tied:
    return Tied(claim.id, other.id, "one speaker in one report", _same_occasion(claim, other))


def day_told(claim: Claim) -> date | None:
    """The day that the words themselves give a statement; None where it is only that of the report."""
    if claim.said is None or claim.said.days != 1:
        return None
    in_words = bool(claim.said.text) and claim.said.text in claim.quote  # "on 4 March", of which the report's date tells the year
    return claim.said.first if in_words or claim.said.basis != "document_date" else None


def _publications(pile: Pile, claim: Claim) -> Iterable[str]:
    """The publication that a claim is quoted from, or said in: both are of one occasion ("a team said in a report", "the report")."""
    for voice in claim.voices[:2]:
        if voice.span and _names_publication(pile, claim, voice) and (work := pile.actor(claim, voice.name)):
            yield f"{PUBLICATION} {in_doc(claim)} {work}"


def _in_one_breath(told: Sequence[Claim]) -> Iterable[Tied]:
    """What follows one mention of a speaker: "the ministry said that ..., and denied that ..."."""
    first: dict[Span, Claim] = {}
    for claim in told:
        if claim.voice.span and claim.kind != "tie" and claim.voice.span != claim.span:
            other = first.setdefault(claim.voice.span, claim)
            if other is not claim:
                yield Tied(claim.id, other.id, "said in one breath", _same_occasion(claim, other))


def _on_one_day(pile: Pile, told: Sequence[Claim]) -> Iterable[Tied]:
    """What a body and those who speak for it say on a day that their words give, or side by side on that of the report, known or not."""
    days: dict[date | None, list[Claim]] = defaultdict(list)
    for claim in told:
        party = pile.party(pile.voice(claim))
        of_a_body = party in pile.actors and pile.actors[party].kind in BODIES and claim.kind != "tie"
        if of_a_body and (claim.said.days == 1 if claim.said else not told_aside(pile.language(claim), claim)):
            days[claim.said.first if claim.said else None].append(claim)
    for group in days.values():
        dated = [claim for claim in group if day_told(claim)]
        near = [pair for pair in pairwise(group) if beside(*pair, SIDE_BY_SIDE)]
        for one, other in (*((dated[0], claim) for claim in dated[1:]), *near):
            yield Tied(other.id, one.id, "one body on one day, in one report", False)


def _quoted_on(pile: Pile, told: Sequence[Claim]) -> Iterable[Tied]:
    """What a body, or somebody without a name who is told of before, is quoted with soon after other words of its own.

    Nothing is taken for one that the words themselves put at different times: on other days, or at first, or again and again.
    """
    speaking = [claim for claim in told if claim.kind != "tie" and not _at_another_time(pile.language(claim), _telling(claim))]
    for number, claim in enumerate(speaking):
        reach = SIDE_BY_SIDE if claim.span.doc in pile.long else GOES_ON
        for other in takewhile(lambda later: beside(claim, later, reach), speaking[number + 1 :]):  # noqa: B023
            same = pile.voice(claim) == pile.voice(other) and _is_known(pile, other)
            if same and len({day_told(claim), day_told(other)} - {None}) < 2:
                yield Tied(other.id, claim.id, "one voice, quoted on", False)


def _spoken_for(pile: Pile, told: Sequence[Claim]) -> Iterable[Tied]:
    """What a report has first from a party as a whole, and then, with his name, from who speaks for it: the lead tells what he said."""
    speaking = [claim for claim in told if claim.kind != "tie" and not told_aside(pile.language(claim), claim)]
    for claim, other in pairwise(speaking):
        party = pile.party(pile.voice(claim))
        whole = pile.voice(claim) == party != pile.voice(other) and party in pile.actors and pile.actors[party].kind in BODIES
        first = claim.span.start <= LEAD and other.span.start - claim.span.start <= LEAD
        named = pile.voice(other) in pile.actors and pile.actors[pile.voice(other)].kind == "person"
        if whole and first and named and len({day_told(claim), day_told(other)} - {None}) < 2:
            yield Tied(other.id, claim.id, "who speaks for a party, behind a lead that names it", False)


def _is_known(pile: Pile, claim: Claim) -> bool:
    """Whether a voice is a body, or one without a name of which the text told before ("the nurse", "she"): "residents" may be others."""
    kind = pile.actors[pile.voice(claim)].kind if pile.voice(claim) in pile.actors else ""
    words, table = claim.voice.text.lower().split()[:1], pile.language(claim).rules("actors")
    pointing = [*table["definite"], *(word for of, own in table["pronouns"].items() if of != "author" for word in own)]
    return kind in BODIES | {"state"} or (kind == "anonymous" and any(word in pointing for word in words))


def _telling(claim: Claim) -> str:
    """The words of a claim by which it is told that somebody says it, without what he says."""
    inside = [(span.start - claim.span.start, span.end - claim.span.start) for span in claim.content]
    starts, ends = [0, *(end for _, end in inside)], [*(start for start, _ in inside), len(claim.quote)]
    return " ".join(claim.quote[start:end] for start, end in zip(starts, ends, strict=True))


def told_aside(language: Language, claim: Claim) -> bool:
    """Whether somebody said something at another time, or a relative clause tells only who he is ("which has always said that ...")."""
    return claim.quote.split(" ", 1)[0].lower() in language.grammar.relatives or _at_another_time(language, _telling(claim))


@lru_cache(maxsize=1 << 14)
def _at_another_time(language: Language, telling: str) -> bool:
    """Whether something is said before all else, or more than once."""
    return any(phrases(language, *name).search(small(telling)) for name in (("contrasts", "earlier"), ("bearing", "repeated")))


def _told_before(group: Sequence[Claim], told: Sequence[Claim]) -> Iterable[Tied]:
    """A party's deed, told without a source right before its own account."""
    for claim in (claim for claim in group if claim.voice.text == AUTHOR):
        behind = [one for one in told if 0 <= one.span.start - claim.span.end <= NEXT and one.kind != "tie"]
        yield from (Tied(claim.id, one.id, "told right before the doer's own account", False) for one in behind)


def _goes_on(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """An author's words on an incident right behind somebody's account of it: he goes on with it; who hedges has it from elsewhere.

    Of several parties that speak before him it is the last: else his words would make the accounts of two enemies one origin.
    """
    for group in groups.of(ACCOUNT):
        told = [claim for claim in group if claim.voice.text != AUTHOR]
        for claim in (claim for claim in group if claim.voice.text == AUTHOR and claim.act == "asserts"):
            near = [one for one in told if 0 <= claim.span.start - one.span.end <= NEXT]
            last = {pile.party(pile.voice(one)) for one in near if one.span.end == max(other.span.end for other in near)}
            yield from (Tied(claim.id, one.id, "told on right behind", False) for one in near if pile.party(pile.voice(one)) in last)


def _accounts(pile: Pile, claim: Claim) -> Iterable[str]:
    """The group of what one document tells of one incident."""
    incident = pile.linking.incident_of.get(claim.id)
    if incident and (not only_told_of_it(pile, claim) or _counts_a_part(pile, claim)):
        yield f"{ACCOUNT} {in_doc(claim)} {incident}"


def _next_words(pile: Pile, groups: Gathered) -> Iterable[Tied]:
    """An author's words right behind somebody's that go on with these; where somebody speaks of himself in them, also behind such."""
    for group in groups.of(BEHIND):
        for one, other in pairwise(sorted(group, key=lambda claim: (claim.span.start, claim.span.end, claim.act, claim.id))):
            if one.span == other.span and one.act == other.act and one.act in JOINT:
                yield Tied(other.id, one.id, "said by several together", True)
        for claim in (claim for claim in group if claim.voice.text == AUTHOR):
            near = [one for one in group if 0 <= claim.span.start - one.span.end <= BESIDE and _goes_on_with(pile, claim, one)]
            if before := max(near, key=lambda one: one.span.end, default=None):
                yield Tied(claim.id, before.id, "told on in the next words", False)


def _right_behind(pile: Pile, claim: Claim) -> Iterable[str]:
    """The groups of the places where a claim ends, and of that where an author's begins which can be another's words."""
    own = claim.voice.text == AUTHOR
    of_himself = own and _speaks_of_himself(pile.language(claim), claim)
    if not own or of_himself:
        ends = dict.fromkeys((claim.span.end + step) // PLACE for step in (0, BESIDE))
        yield from (f"{BEHIND} {in_doc(claim)} {place}" for place in ends)
    if of_himself or (own and _can_go_on(pile.language(claim), claim)):
        yield f"{BEHIND} {in_doc(claim)} {claim.span.start // PLACE}"


def _goes_on_with(pile: Pile, claim: Claim, before: Claim) -> bool:
    """Whether an author's words go on with those of a claim right before them.

    Who speaks of himself there is the one quoted before; who is told of by a noun with an article was told of by it before.
    """
    language = pile.language(claim)
    if _speaks_of_himself(language, claim):
        return before.voice.text != AUTHOR or _speaks_of_himself(language, before)
    if before.voice.text == AUTHOR:
        return False
    noun = _noun_told(language, claim)
    return not noun or noun in small(before.quote)


def _can_go_on(language: Language, claim: Claim) -> bool:
    """Whether an author tells as so what can be another's words: a quotation left open, or a sentence that goes on or points back."""
    if claim.act != "asserts" or claim.kind == "tie":
        return False
    words = small(claim.quote).split()[: 2 if claim.quote[:1].islower() else 1]  # "; thus, he prefers"
    told = claim.kind in {"event", "statement"} and (not _persons(language).isdisjoint(words) or _noun_told(language, claim) != "")
    return _is_left_open(claim.quote) or _points_back(language, claim) or told


def _first_word(claim: Claim) -> str:
    return next(iter(small(claim.quote).split()), "").rstrip(",")


def _speaks_of_himself(language: Language, claim: Claim) -> bool:
    """Whether a sentence begins with who speaks ("We will hold on."): a writer does so seldom."""
    return claim.kind != "tie" and _first_word(claim) in language.rules("actors")["first_person"]


def _noun_told(language: Language, claim: Claim) -> str:
    """The noun with an article by which a sentence begins ("the militants"); nothing where it begins otherwise."""
    first, second = [*claim.quote.split()[:2], "", ""][:2]
    return second if first.lower() in language.rules("actors")["definite"] and second.islower() and len(second) > SHORT else ""


@cache
def _persons(language: Language) -> frozenset[str]:
    """Pronouns for those of whom a text told before."""
    pronouns = language.rules("actors")["pronouns"]
    return frozenset((*pronouns["person"], *pronouns["several"]))


def _is_left_open(quote: str) -> bool:
    """Whether a quotation begins before these words, or ends behind them."""
    return quote.count("“") != quote.count("”") or quote.count('"') % 2 == 1


def _points_back(language: Language, claim: Claim) -> bool:
    """Whether a claim gives a number of what was told of before: "the toll", "they", "two of them", "of these"."""
    return claim.kind == "figure" and _first_word(claim) in _pointing(language)


@cache
def _pointing(language: Language) -> frozenset[str]:
    """First words of a sentence that may mean what was told before."""
    table, numbers = language.rules("actors"), language.rules("numbers")["values"]
    own = (word for of, words in table["pronouns"].items() if of != "author" for word in words)
    return frozenset((*table["definite"], *own, *numbers, *language.grammar.belonging, *language.rules("pointing")["indefinite"]))


def _counts_a_part(pile: Pile, claim: Claim) -> bool:
    """Whether a claim counts those of whom it is mostly told how many of the dead or hurt they are ("two of them were children")."""
    return claim.kind == "figure" and any(slot.amount and is_part(slot.amount, pile.language(claim)) for slot in claim.slots)


def _is_one_person(pile: Pile, claim: Claim) -> bool:
    """Whether a voice is one unnamed person ("a trader who asked not to be named") rather than several."""
    words = claim.voice.text.lower().split()
    return bool(words) and pile.actors[pile.voice(claim)].kind == "anonymous" and words[0] in pile.language(claim).rules("pointing")["one"]


def _names_publication(pile: Pile, claim: Claim, voice: Voice) -> bool:
    words, table = (voice.name or voice.text).lower().split(), pile.language(claim).rules("cues")
    return bool(words) and words[-1] in [*table["publications"], *table["interviews"]]


def _same_occasion(one: Claim, other: Claim) -> bool:
    """Whether the dates of two statements are one day."""
    return bool(one.said and other.said and one.said.days == other.said.days == 1 and one.said.first == other.said.first)
