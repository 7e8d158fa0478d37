"""Whether a claim turns down what another voice said right before it, by its words alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.lang.grammar import any_like, any_of, small
from sayso.lang.language import Language
from sayso.lang.phrases import phrases, phrases_as_written
from sayso.lang.spotting import Spotter
from sayso.records.claim import AUTHOR, Claim, Voice

REACH = 250
"""Code points between the end of a claim and the words that turn it down: the next sentence or two, past a short quotation."""
BESIDE = 3
"""Code points between two claims of which one is the very next words behind the other: a stop or semicolon, and a space."""
NEXT = 30
"""The same with a few words between them, such as who is asked in an interview or a "told reporters" behind a quotation."""
STEM = 5
"""Letters by which words are compared: "column" and "columns" are one."""
LEAST = 4
"""Letters of a word by which two claims right behind one another speak of one thing: "paid", "camp"."""
TELLS = frozenset({"asserts", "relays", "assesses", "accuses", "claims_responsibility", "concedes"})
"""Acts that state something which can be turned down; a pledge, a threat or a demand cannot."""
COMES = frozenset({"pledges", "predicts", "threatens"})
"""Acts that speak of what is to come, which it may turn out not to do."""
WORD = re.compile(r"[^\W\d_]+")


@cache
def _pronouns(language: Language, name: str) -> Spotter:
    return Spotter(rf"\b(?:{any_of(language.rules('rebuttals')[name])})\b")


@cache
def _nothing(language: Language) -> Spotter:
    """The one or two words right behind a word for none of something."""
    return Spotter(rf"\b(?:{any_like(language.rules('rebuttals')['none_of'])})\s+(?P<first>[^\W\d_]+)(?:\s+(?P<second>[^\W\d_]+))?")


def turns_down(claim: Claim, language: Language) -> bool:
    """Whether a claim says no to something, rather than that its speaker cannot tell."""
    says_no = claim.act == "denies" or (claim.polarity == "denies" and claim.act in TELLS)
    return says_no and claim.kind != "tie" and not phrases_as_written(language, "rebuttals", "nobody_knows").search(small(claim.quote))


def denies_part(claim: Claim, language: Language) -> bool:
    """Whether a denial is of having had a part in an event: "denied any involvement in the raid", "had nothing to do with it"."""
    return (
        claim.act == "denies"
        and claim.kind != "tie"
        and phrases_as_written(language, "rebuttals", "own_part").search(small(claim.quote)) is not None
    )


def denies_blame(claim: Claim, language: Language) -> bool:
    """Whether somebody turns down what he is accused of: "denied the charges", "rejects any accusation"."""
    return (
        claim.act == "denies"
        and claim.kind == "statement"
        and phrases(language, "rebuttals", "own_blame").search(small(claim.quote)) is not None
    )


def rebuts(claim: Claim, before: Claim, language: Language) -> bool:
    """Whether a claim that turns something down means what another voice said before it, close by, or answers it."""
    return points_at(claim, before, language) or answers(claim, before, language)


def points_at(claim: Claim, before: Claim, language: Language) -> bool:
    """Whether the words of a claim that turns something down tell that they mean what another voice said before it, close by.

    They do if it says so ("no such visit", "this insinuation", "says it is not"), if it says that there was none of something told there,
    or if it stands right behind and denies what a pronoun of it means. An author turns down only what he points at.
    """
    gap = claim.span.start - before.span.end
    tells = before.act in TELLS and before.polarity == "affirms" and before.kind != "tie"
    if not (tells and 0 <= gap <= REACH and not _is_one(claim.voice, before.voice) and turns_down(claim, language)):
        return False
    said = small(said_in(claim))
    told = before.voice.text != AUTHOR or gap <= NEXT  # further back what a writer tells is no claim or report
    if (told and _points_back(claim, said, language)) or (
        gap <= BESIDE and phrases_as_written(language, "rebuttals", "short").search(small(claim.quote))
    ):
        return True
    if claim.voice.text == AUTHOR:
        return False
    return (gap <= BESIDE and _means_it(claim, said, language)) or _denies_a_word_of(said_in(claim), said_in(before), language)


def answers(claim: Claim, before: Claim, language: Language) -> bool:
    """Whether somebody's outright denial answers what another voice said: it stands in the very next words, or in the same sentence.

    It does where that was an accusation, or where it speaks of it by a pronoun, or by a word of it. Of 47 such pairs in the hand-made
    ledgers of eight wars 39 are disputes there. That one had no part in a deed answers who told of that, not who spoke last; nor does
    an author answer, nor "he" who spoke before, nor who names whose charge he means.
    """
    gap = _gap(before, claim)
    outright = before.act in COMES and phrases(language, "rebuttals", "outright").search(small(claim.quote))
    if gap > NEXT or claim.act != "denies" or not (outright or before.act in TELLS) or before.kind == "tie":
        return False
    told = before.voice.text != AUTHOR or _in_contrast(before, claim, language)
    apart = not _speaks(before.voice, claim) or (not _is_one(before.voice, claim.voice) and _in_contrast(before, claim, language))
    named = told and claim.voice.text != AUTHOR and apart
    he_goes_on = gap > 0 and claim.voice.text.lower() in language.rules("actors")["pronouns"]["person"]
    of_part = claim.kind == "statement" and denies_part(claim, language)
    if he_goes_on or not named or of_part or phrases_as_written(language, "rebuttals", "tells_whose").search(small(claim.quote)):
        return False
    of_it = before.act == "accuses" or _pronouns(language, "of_it").search(small(said_in(claim))) or _share_a_word(claim, before, language)
    return bool(of_it) and turns_down(claim, language)


def upholds(claim: Claim, before: Claim, language: Language) -> bool:
    """Whether a claim only says that something is so which another voice denied in the very next words before: "a guard says it did"."""
    denied = turns_down(before, language) and not _is_one(claim.voice, before.voice)
    told = claim.kind != "tie" and claim.act in TELLS and claim.polarity == "affirms" and claim.voice.text != AUTHOR
    return (
        denied
        and told
        and 0 <= _gap(before, claim) <= NEXT
        and phrases(language, "rebuttals", "upholding").search(small(said_in(claim))) is not None
    )


def is_belied(denied: Claim, claim: Claim, language: Language) -> bool:
    """Whether the very next words behind what somebody denies tell that a picture, a record or a trace shows something."""
    told = claim.kind != "tie" and claim.act in TELLS and claim.polarity == "affirms" and not _is_one(claim.voice, denied.voice)
    if not told or denied.voice.text == AUTHOR or not 0 <= claim.span.start - denied.span.end <= BESIDE or not turns_down(denied, language):
        return False
    text = small(claim.quote)
    return phrases(language, "rebuttals", "shown_by").search(text) is not None and not phrases(language, "outcomes", "negated").search(text)


def tells_of_doubt(claim: Claim, language: Language) -> bool:
    """Whether a claim tells in words that its voice does not believe something."""
    return claim.kind != "tie" and claim.act in TELLS and phrases(language, "rebuttals", "doubting").search(small(claim.quote)) is not None


def doubts(claim: Claim, before: Claim, language: Language) -> bool:
    """Whether a claim tells that its voice does not believe what another one said in the very next words before, or tells it otherwise."""
    told = before.act in TELLS | COMES and before.kind != "tie" and before.voice.text != AUTHOR
    if not told or not tells_of_doubt(claim, language) or _speaks(before.voice, claim):
        return False
    if (gap := _gap(before, claim)) > REACH or phrases(language, "rebuttals", "doubting").search(small(before.quote)):
        return False
    return gap <= NEXT or names_voice_of(claim, before)


def _is_one(voice: Voice, other: Voice) -> bool:
    """Whether two voices are one by what they are understood to be, or by their words where nothing is."""
    return voice.name == other.name if voice.name and other.name else voice.text == other.text


def _speaks(voice: Voice, claim: Claim) -> bool:
    return any(_is_one(voice, own) for own in claim.voices)


def names_voice_of(claim: Claim, before: Claim) -> bool:
    """Whether a claim speaks of another one's voice, or its words, by the beginning of its last word ("the caller", "that call")."""
    who = next(reversed(WORD.findall(small(before.voice.text))), "")
    named = len(who) >= LEAST and before.voice.text != AUTHOR
    return named and any(word.startswith(who[:LEAST]) for word in WORD.findall(small(said_in(claim))))


def _gap(before: Claim, claim: Claim) -> int:
    """Code points between a claim and one that begins after it, 0 where that stands inside it."""
    return max(0, claim.span.start - before.span.end) if claim.span.start > before.span.start else NEXT + 1


def _in_contrast(before: Claim, claim: Claim, language: Language) -> bool:
    """Whether a denial stands in one sentence with what it is set against: "..., although X denies that", of whoever tells both."""
    words = any_like(language.rules("rebuttals")["contrasting"])
    ahead = before.quote[: claim.span.start - before.span.start] if claim.span.within(before.span) else before.quote
    joined = re.search(rf"\b(?:{words})\W*$", small(ahead)) or re.match(rf"\W*(?:{words})\b", small(claim.quote))
    return joined is not None and _gap(before, claim) <= BESIDE


def _share_a_word(one: Claim, other: Claim, language: Language) -> bool:
    """Whether two claims have a word of their matter in common, by its beginning, if it is no small one."""
    none = {word[:STEM] for word in language.rules("pointing")["small_words"]}
    left, right = ({word[:STEM] for word in WORD.findall(small(claim.quote)) if len(word) >= LEAST} for claim in (one, other))
    return not (left & right) <= none


def belies(claim: Claim, promise: Claim, language: Language) -> bool:
    """Whether a claim says, right behind what another voice promised or foretold, that there was none of something of which that spoke."""
    near = 0 <= claim.span.start - promise.span.end <= REACH and not _is_one(claim.voice, promise.voice)
    if not near or promise.act not in COMES or promise.polarity == "denies" or not turns_down(claim, language):
        return False
    return _denies_a_word_of(said_in(claim), said_in(promise), language)


def _points_back(claim: Claim, said: str, language: Language) -> bool:
    """Whether words turn down something that they call "this charge" or the like."""
    rejected = claim.act == "denies" and phrases_as_written(language, "rebuttals", "rejected").search(small(claim.quote))
    return bool(rejected or phrases_as_written(language, "rebuttals", "told").search(said))


def _means_it(claim: Claim, said: str, language: Language) -> bool:
    """Whether words behind a claim speak of what it told: by a pronoun where they deny it outright, else as of what leaves no trace."""
    if phrases_as_written(language, "rebuttals", "no_trace").search(said):
        return True
    return claim.act == "denies" and any(_pronouns(language, name).search(said) for name in ("about", "who"))


def _denies_a_word_of(said: str, before: str, language: Language) -> bool:
    """Whether a thing of which there is said to be none ("no column had left") is named in the other text too; names are no things."""
    stems = {word[:STEM] for word in WORD.findall(before) if len(word) >= STEM}
    denied = (word for match in _nothing(language).finditer(said) for word in match.groups() if word)
    return any(word[:STEM] in stems for word in denied if len(word) >= STEM and word.islower())


def said_in(claim: Claim) -> str:
    """What is said in a claim, without who says it."""
    return " ".join(claim.quote[s.start - claim.span.start : s.end - claim.span.start] for s in claim.content) or claim.quote


def in_own_words(claim: Claim, language: Language) -> bool:
    """Whether a claim is in its voice's own words: "we did not fire"."""
    first = language.rules("actors")["first_person"]
    return any(word in first for word in WORD.findall(small(said_in(claim))))


def shared_words(one: Claim, other: Claim, language: Language) -> frozenset[str]:
    """The beginnings of content words that stand in what both claims say."""
    return words_said(language, said_in(one)) & words_said(language, said_in(other))


@lru_cache(maxsize=1 << 14)  # one claim is held against many
def words_said(language: Language, said: str) -> frozenset[str]:
    """The beginnings of the content words of what is said."""
    return frozenset(word[:STEM] for word in WORD.findall(small(said)) if len(word) >= STEM) - _small_words(language)


@cache
def _small_words(language: Language) -> frozenset[str]:
    return frozenset(word[:STEM] for word in language.rules("pointing")["small_words"])
