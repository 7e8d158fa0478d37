"""The names and words of a clause by which accounts are compared."""

from __future__ import annotations

from piles import Pile

from sayso.lang.language import language_of
from sayso.link.phrases import Phrase, phrase_of
from sayso.link.pointing import known_phrases
from sayso.records.claim import AUTHOR, Claim

ENGLISH = language_of("en")


def claim(quote: str, voice: str = AUTHOR, verb: str = "attack", agent: str = "", place: str = "") -> Claim:
    pile = Pile()
    details = {name: value for name, value in (("agent", agent), ("place", place)) if value}
    pile.say("a.txt", quote, voice, verb=verb, **details)  # type: ignore[arg-type]
    return pile.claims["a.txt"][0]


def phrase(quote: str, voice: str = AUTHOR, agent: str = "", place: str = "") -> Phrase:
    return phrase_of(claim(quote, voice, agent=agent, place=place), "en")


def known(quote: str, verb: str = "attack", agent: str = "") -> bool:
    return bool(known_phrases(claim(quote, verb=verb, agent=agent), ENGLISH))


def test_names_are_the_words_with_a_capital_that_open_no_sentence_and_are_no_month_or_day() -> None:
    told = phrase("Bombs hit the U.S. Embassy in Port Sarn on Friday, March 4. Rebels fled.")
    assert told.names == {"embassy", "port", "sarn"}


def test_words_are_compared_by_their_beginnings_and_small_ones_not_at_all() -> None:
    told, again = phrase("They bombed several markets with rockets."), phrase("Several markets were hit: rockets fell on those.")
    assert told.shared_words(again) == {"marke", "rocke"}


def test_who_speaks_who_did_it_and_the_towns_that_both_know_are_no_shared_names() -> None:
    told = phrase("Renn said that Harran guns hit the Opera in Sarn.", "Renn", place="Sarn", agent="Harran")
    again = phrase("Renn saw Harran guns fire at the Opera in Sarn.", place="Sarn", agent="Harran")
    assert told.shared_names(again) == {"opera"}


def test_a_definite_phrase_may_hold_its_day() -> None:
    assert known("The Aug. 7, 2031, attacks killed nine.")
    assert known("the almost simultaneous attacks")
    assert not known("Rebels began attacks in the north.")


def test_who_did_it_with_an_article_is_no_definite_phrase_for_what_he_did() -> None:
    rockets = "shelling_artillery_missile_attack"
    assert not known("The Front fired rockets at Orsk.", rockets, agent="Front")
    assert known("the Front rocket attacks", rockets, agent="Front")
    assert known("The rockets came from Kest.", rockets)


def test_what_a_name_makes_of_a_common_word_is_no_name() -> None:
    assert phrase("A Sarn-led column and Al-Kest marched on Jean-Dol.").names == {"al kest", "jean dol"}


def test_a_name_inside_a_longer_one_is_none_of_its_own() -> None:
    told = phrase("In Kest Brand met the men of Or Vel, and on to Kest on Friday.")
    assert told.names_of({("kest",), ("or", "vel"), ("ormbak",)}) == {("kest",): (47, 51), ("or", "vel"): (29, 35)}
    assert phrase("They met in Kest Province.").names_of({("kest",)}) == {("kest",): (12, 16)}


def test_a_town_that_both_name_without_having_it_as_a_detail_is_no_shared_name() -> None:
    pile = Pile()
    for doc in ("a.txt", "b.txt"):
        pile.say(doc, "The mill of Kest burned beside the Opera.", verb="attack")
    told, again = (phrase_of(pile.claims[doc][0], "en", [(12, 16)]) for doc in ("a.txt", "b.txt"))
    assert told.shared_names(again) == {"opera"}
