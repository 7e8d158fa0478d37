"""What is said without a clause: a number, who it was, a second clause, a claim that somebody rejects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
Says = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("The police gave nine dead.", "police"),
        ("The ministry says 300 men, all of them hired abroad.", "ministry"),
        ("The clerk of the parish recorded seven, and showed us her book.", "clerk of the parish"),
        ("The widows count sixteen sons who never came home.", "widows"),
        ("The yearbook of the guild gives 40-60.", "yearbook of the guild"),
        ("Who fired? The government says the Norwegian navy.", "government"),
    ],
)
def test_a_number_or_a_party_alone_is_said_by_who_gives_it(spoken: Says, sentence: str, voice: str) -> None:
    assert [told[0] for told in spoken(sentence)] == [voice]


@pytest.mark.parametrize(
    ("sentence", "voice", "act"),
    [
        ("In the mayor's view, the mill is safe.", "mayor", "assesses"),
        ("Nine porters, questioned apart, identified the captain as a nephew of Otto Brand.", "Nine porters", "asserts"),
        ("The navy presented this as a proof that the ferry was lost.", "navy", "asserts"),
        ("The letter is regarded by the clerks as a forgery.", "clerks", "assesses"),
    ],
)
def test_what_something_is_held_to_be_is_said_by_who_holds_it(spoken: Says, sentence: str, voice: str, act: str) -> None:
    assert [told[:2] for told in spoken(sentence)] == [(voice, act)]


def test_other_words_are_nobodys_view(spoken: Says) -> None:
    assert [told[0] for told in spoken("In other words, the mill is safe.")] == [AUTHOR]


@pytest.mark.parametrize("sentence", ["The mayor gave the porter a coin.", "The ministry says its prayers in the old hall."])
def test_what_is_given_or_said_besides_is_no_statement(spoken: Says, sentence: str) -> None:
    assert [told[0] for told in spoken(sentence)] == [AUTHOR]


def test_a_second_clause_that_the_parser_joins_to_the_verb_of_saying_is_said_too(find: Find) -> None:
    told = 'The ferryman told us that the mill stands on the far bank, "if it stands at all", and that he has buried two of his sons there.'
    assert [(c.voice.name, c.quote) for c in find(told).claims][-1] == ("ferryman", "that he has buried two of his sons there")


def test_a_claim_that_others_reject_beside_it_is_denied_by_them(spoken: Says) -> None:
    told = spoken("The traders complain that the gate is shut at noon, a claim Norwegian officers reject.")
    assert ("Norwegian officers", "denies", "denies") in told


@pytest.mark.parametrize(
    ("text", "voice", "words"),
    [
        ("He is believed by his family to be held in a cellar.", "his family", "He is believed by his family to be held in a cellar"),
        ("The hill railway was declared safe by the mission.", "mission", "The hill railway was declared safe by the mission"),
        ("The village was shelled, an attack claimed by the Northern Front.", "Northern Front", "an attack claimed by the Northern Front"),
        ("The lorries, a colleague tells me, were empty.", "colleague", "a colleague tells me"),
        ("Drones hit the market, say villagers, and burned it.", "villagers", "Drones hit the market"),
        ("The miners want the owners to close the pit.", "miners", "want the owners to close the pit"),
        ("The consul doubts that the gang has the boats: he puts it at 40.", "consul", "The consul doubts that the gang has the boats"),
    ],
)
def test_what_is_said_is_found_in_passives_asides_and_before_a_colon(text: str, voice: str, words: str, find: Find) -> None:
    assert [claim.voice.name for claim in find(text).claims if words in claim.quote] == [voice]


@pytest.mark.parametrize(
    "text", ["The mayor wants to leave.", "They read of a plan announced by the guild.", "The bread was baked by the army."]
)
def test_what_somebody_wants_himself_or_does_is_not_said(text: str, spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken(text)} <= {AUTHOR}


@pytest.mark.parametrize(
    ("text", "voice", "act"),
    [
        ("The Front withdrew the claim the next day.", "Front", "denies"),
        ("The ministry later revised the toll to 41.", "ministry", "asserts"),
        ("The army referred to some 40 dead.", "army", "asserts"),
        ("Three weeks later Brand was seen by three residents, drinking tea in the market.", "three residents", "asserts"),
    ],
)
def test_who_withdraws_revises_or_saw_it_says_so(text: str, voice: str, act: str, spoken: Says) -> None:
    assert [(who, what) for who, what, _ in spoken(text)] == [(voice, act)]


@pytest.mark.parametrize(
    "text", ["The ministry has not withdrawn its claim.", "The army withdrew its tanks.", "The bank raised the rate to 41."]
)
def test_what_is_not_withdrawn_or_is_no_word_of_anybody_is_not_said(text: str, spoken: Says) -> None:
    assert {voice for voice, _, _ in spoken(text)} == {AUTHOR}


def test_a_semicolon_parts_the_clause_before_it_from_an_inserted_word_of_saying(find: Find) -> None:
    found = find("The guild kept its word for six days; the truce, said the mayor, would not last the winter.")
    assert [claim.quote[:9] for claim in found.claims if claim.voice.name == "mayor"] == ["the truce"]


def test_what_somebody_calls_a_deed_is_said_by_him(spoken: Says) -> None:
    assert ("Kest authorities", "asserts", "affirms") in spoken(
        "Kest authorities have labeled the Marov killings a war crime and called for an inquiry."
    )


def test_what_a_deed_is_called_in_quotation_marks_may_stand_far_behind_it(spoken: Says) -> None:
    text = "The Dol rebels justified the raid in Kest that cost the lives of 12 guards as “legal in a war”."
    assert [act for voice, act, _ in spoken(text) if voice != AUTHOR] == ["assesses"]
    assert {voice for voice, _, _ in spoken("The mill employs a guard in winter as “help”.")} == {AUTHOR}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The army accused them of shelling the port.", ("army", "accuses", "affirms")),
        ("The mayor blamed him for the fire at the mill.", ("mayor", "accuses", "affirms")),
        ("The guild accused some of hiding the grain.", ("guild", "accuses", "affirms")),
        ("Velk put the number of sailors freed in the raid at 40.", ("Velk", "asserts", "affirms")),
        ('The Kest guild said in a letter that "other fires" by the river must be studied.', ("Kest guild", "demands", "affirms")),
    ],
)
def test_whoever_accuses_somebody_not_named_or_puts_a_long_thing_at_a_number_says_it(
    spoken: Says, sentence: str, told: tuple[str, str, str]
) -> None:
    assert spoken(sentence) == [told]


def test_an_object_is_what_is_denied_also_where_who_denies_it_goes_on_saying_something(spoken: Says) -> None:
    told = spoken("The guild denied any part in the fire at the mill, saying that its men had left the town.")
    assert told == [("guild", "denies", "denies"), ("guild", "asserts", "affirms")]


def test_a_participle_between_a_subject_and_its_verb_is_nothing_that_is_said(spoken: Says) -> None:
    told = spoken("Burnt children being treated in Velm's Lund hospital told nurses that a mule had kicked the lamp.")
    assert told == [("Burnt children", "asserts", "affirms")]


def test_who_says_it_may_stand_with_an_article_behind_a_comma_and_the_verb(spoken: Says) -> None:
    sentence = (
        "Drones of the Orlan army on Monday hit the market and the mill, where many farmers were waiting, said a witness and two nurses."
    )
    assert AUTHOR not in {voice for voice, _, _ in spoken(sentence)}


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("The army accused the Dawn Front of killing nine traders and breaking a truce of five days.", "breaking a truce of five days"),
        ("The bishop accused the guards of burning the mill and selling the horses of the widows.", "selling the horses of the widows"),
    ],
)
def test_each_of_several_charges_is_a_claim(find: Find, sentence: str, second: str) -> None:
    told = [claim for claim in find(sentence).claims if claim.kind != "tie"]
    assert [claim.act for claim in told] == ["accuses", "accuses"]
    assert told[1].quote.rstrip(".") == second


CLAUSES = [
    (
        "What Brand tells me now is that his scouts took the lorries for tanks, that he is sorry for the boys, and that there were nine.",
        ["What Brand tells me now is that his scouts took the lorries for tanks", "that he is sorry for the boys", "that there were nine"],
    ),
    (
        "Mr Brand, of the other wing, replied within the hour that the pastor had been bought, that he took coffee with the Council's "
        "people, and that the price was the ransom of the barge.",
        [
            "Mr Brand, of the other wing, replied within the hour that the pastor had been bought",
            "that he took coffee with the Council's people",
            "that the price was the ransom of the barge",
        ],
    ),
    (
        "General Otto Brand drew attention to the fact that nine men had died.",
        ["General Otto Brand drew attention to the fact that nine men had died."],
    ),
    (
        "The two wings fought at Dol; the Front says that it lost four men, Brand says that there was no fight at all.",
        ["Brand says that there was no fight at all."],
    ),
    (
        "In a statement carried on state television the Brand Ministry, for its part, claimed that the convoy had left the route.",
        ["In a statement carried on state television the Brand Ministry, for its part, claimed that the convoy had left the route."],
    ),
    ("Brand spoke at once of mechanical failure.", ["Brand spoke at once of mechanical failure."]),
]


@pytest.mark.parametrize(("text", "quotes"), CLAUSES)
def test_each_clause_that_is_said_is_found_wherever_a_parser_hangs_it(text: str, quotes: list[str], find: Find) -> None:
    assert [claim.quote for claim in find(text).claims if "Brand" in claim.voice.text and claim.kind != "tie"] == quotes


def test_what_stands_before_a_semicolon_is_the_authors_though_two_others_speak_behind_it(find: Find) -> None:
    (claim,) = find(
        "The two wings fought at Dol on 3 April; the Front says that it lost four men, Brand says that there was no fight."
    ).claims[:1]
    assert (claim.voice.text, claim.quote) == (AUTHOR, "The two wings fought at Dol on 3 April")
