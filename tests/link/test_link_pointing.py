"""What of an account's words only dates it by something else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from piles import Pile

from sayso.lang.language import language_of
from sayso.link.phrases import Phrase
from sayso.link.pointing import foreground, known_by, known_phrases, of_news, only_beside, points_back, tells_several, turn_told
from sayso.records.claim import Slot
from sayso.records.document import Span
from sayso.records.when import When


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("That night, two days after the feast of Ormbak, gunmen raided Kest.", {"kest"}),
        ("The raid on Kest came three weeks before Ormbak fell", {"kest"}),
        ("The raid on Kest came after a night in Ormbak", {"kest", "ormbak"}),
        ("They told us, two days after the attack on Ormbak, that nobody had come.", {"ormbak"}),
    ],
)
def test_names_that_only_date_an_account_by_something_else_are_not_in_its_foreground(quote: str, names: set[str]) -> None:
    assert foreground(Phrase(quote, (), "en"), "attack").names == names


@pytest.mark.parametrize(
    ("words", "turn"),
    [
        ("The second rocket attack hurt no one.", 2),
        ("A third raid came at noon.", 3),
        ("The first report on the attack was wrong.", None),
        ("The first half of the battle was lost.", None),
        ("The second blast came minutes later.", None),
    ],
)
def test_an_ordinal_before_the_noun_tells_which_of_several_an_event_is(words: str, turn: int | None) -> None:
    assert turn_told(words, language_of("en")) == turn


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The attack on Mayor Otto Brand went unpunished.", {"otto", "brand"}),
        ("One of the victims of the Kest attack was named.", {"kest"}),
        ("An attack on Otto Brand was planned.", set()),
        ("The attack left nine dead.", set()),
        ("The attack that Renn carried out against former U.S. Ambassador Ola Venn was recalled.", {"ola", "venn"}),
        ("The attack was carried out against the yard at Ivlin.", {"ivlin"}),
        ("The attack at “Ivlin Mill” was recalled.", {"ivlin", "mill"}),
        ("The attack on the Harbour Guard post at the Renn Quarter followed.", {"renn", "quarter"}),
        ("The attack was carried out by men of Otto Brand.", set()),
        ("The attack was on 7 December.", set()),
    ],
)
def test_a_definite_phrase_may_name_which_event_it_means(words: str, names: set[str]) -> None:
    assert known_by(words, language_of("en")) == names


def test_a_definite_phrase_means_the_account_that_has_its_name_before_a_nearer_one() -> None:
    pile = Pile()
    told = pile.say("a.txt", "Gunmen shot at the house of the trader Otto Brand.", verb="attack")
    other = pile.say("a.txt", "Everybody knows of killings like that of the trader Dol Renn.", verb="attack")
    again = pile.say("a.txt", "The attack on Otto Brand came at night.", verb="attack")
    found = {link.left for link in pile.link().links if link.right == again and link.kind == "same_incident"}
    assert told in found
    assert other not in found


def test_a_definite_phrase_with_a_name_means_no_account_that_names_another() -> None:
    def joined(first: str, target: str = "") -> bool:
        pile, details = Pile(), {"target": target} if target else {}
        told = pile.say("a.txt", first, verb="attack", **details)  # type: ignore[arg-type]
        again = pile.say("a.txt", "The attack on Otto Brand came at night.", verb="attack")
        return any((link.left, link.right) == (told, again) for link in pile.link().links)

    assert joined("Gunmen shot at a trader.")
    assert not joined("Gunmen shot at the trader.", target="Ola Venn")
    assert not joined("The attack on Ola Venn is well known.")


def test_what_is_called_the_worst_of_its_kind_points_at_nothing() -> None:
    def points(words: str) -> bool:
        pile = Pile()
        pile.say("a.txt", words, verb="attack")
        return bool(known_phrases(pile.claims["a.txt"][0], language_of("en")))

    assert points("They began the attack on Sarn.")
    assert points("Nobody has answered for the crime.")
    assert points("Four were killed in the terrorist action.")
    assert not points("They began the worst attack yet on Sarn.")


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("They fought 14 km north of Kest.", True),
        ("as men advanced towards Kest.", True),
        ("Columns closed in on Kest.", True),
        ("They fought in the streets of Kest.", False),
        ("They fought in Kest.", False),
    ],
)
def test_a_town_may_only_tell_beside_which_or_on_the_way_to_which_it_was(words: str, beside: bool) -> None:
    assert only_beside(words, words.index("Kest"), language_of("en")) is beside


def test_a_day_right_behind_a_definite_phrase_is_that_of_the_event() -> None:
    pile = Pile()
    day = Slot("when", "2 July", Span("a.txt", 0, 1), when=When(date(2031, 7, 2), date(2031, 7, 2), "day", "inferred", "2 July"))
    told = pile.say("a.txt", "Renn spoke of the raids that took place on 2 July.", verb="counterterror_raid")
    claim = next(one for one in pile.claims["a.txt"] if one.id == told)
    for between, news in (("that took place", False), ("on the mill of Kest", False), ("to the press", True), ("on men who left", True)):
        words = claim.quote.replace("that took place", between)
        slot = replace(day, span=Span("a.txt", words.index("2 July"), words.index("2 July") + 6))
        said = replace(claim, quote=words, slots=(slot,))
        assert of_news(slot, said, known_phrases(said, language_of("en")), language_of("en")) is news


def test_what_is_the_target_of_ten_attacks_is_none_of_them() -> None:
    assert points_back("The school was the target of 10 bombings", "remote_explosive_landmine_ied", language_of("en")) == 0
    assert points_back("They spoke of the 10 bombings", "remote_explosive_landmine_ied", language_of("en")) == 2


def test_a_place_is_named_by_how_far_from_another_it_lies_and_is_not_there() -> None:
    for words, names in (("A bomb went off in Ivlin, 415 km southeast of Kest.", set()), ("A bomb went off 4 km from Kest.", {("kest",)})):
        told = foreground(Phrase(words, (), "en"), "remote_explosive_landmine_ied").runs(1)
        assert {run for run in told if run == ("kest",)} == names


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("She went to the scenes of killings to play.", 0),
        ("All fell under the category of selective murders.", 0),
        ("The recent wave of killings has shocked Kest.", 2),
        ("Nobody was held for their murder.", 2),
        ("Nobody was held for his brutal killing.", 2),
    ],
)
def test_a_definite_word_makes_no_event_known_of_which_it_does_not_speak(words: str, points: int) -> None:
    assert points_back(words, "attack", language_of("en")) == points


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("The year saw nothing but murders.", True),
        ("A year of violence, including the murders of a judge and a mayor.", True),
        ("The year saw the murders of Kest.", False),
        ("The year saw murders, and the attack on Kest.", False),
        ("The year saw a murder.", False),
    ],
)
def test_what_is_told_in_the_plural_and_as_nothing_known_is_several_events(words: str, several: bool) -> None:
    assert tells_several(words, "attack", language_of("en")) is several
