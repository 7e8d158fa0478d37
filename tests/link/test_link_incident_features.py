"""What tells that two mentions of events are one, beside day and place: things and their names, denials, headlines, and shells or bombs."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest
from piles import PLACES, Pile, day

from sayso.link.by_day import known_day
from sayso.link.by_kind import ground_or_violence, taken_or_retaken
from sayso.link.happenings import Happening
from sayso.link.incident_features import (
    another_thing_here,
    other_means,
    other_person_here,
    other_site,
    same_numbers_here,
    same_place,
    same_site,
    topic_place,
)
from sayso.link.phrases import Phrase
from sayso.link.undated import killed_once
from sayso.records.amount import Amount
from sayso.records.claim import Slot, numbered
from sayso.records.worked_out import Linking

BOMB = "remote_explosive_landmine_ied"

MENTION = Happening(
    id="", doc="a", order=("a", 0, 9, ""), type=BOMB, when=None, places={}, agents=frozenset(), targets=frozenset(), aims=frozenset(),
    instrument=frozenset(), voice="", act="asserts", polarity="affirms", points=False,
)  # fmt: skip


def incidents(linking: Linking, *claims: str) -> int:
    return len({linking.incident_of.get(claim, claim) for claim in claims})


def at(pile: Pile, doc: str, quote: str, thing: str, place: str = "", verb: str = "attack", when: str = "") -> str:
    """An event that was done to a thing, at a place if that is named."""
    pile.say(doc, quote, verb=verb, when=when or None)
    claim = pile.claims[doc][-1]
    where = [Slot("place", place, pile._at(doc, claim.span, place), place=PLACES[place])] if place else []
    what = Slot("target", thing, pile._at(doc, claim.span, thing), place=PLACES.get(place))
    claim = replace(claim, slots=(*claim.slots, *where, what))
    pile.claims[doc] = numbered([*pile.claims[doc][:-1], claim])
    return pile.claims[doc][-1].id


@pytest.mark.parametrize(
    ("quote", "thing", "count"),
    [
        ("Guards did not prevent an attack on the Lundish embassy.", "Lundish embassy", 1),
        ("Guards did not prevent an attack on the Velmian embassy.", "Velmian embassy", 2),
        ("Guards did not prevent an attack on the guest house.", "guest house", 2),
    ],
)
def test_a_thing_with_a_name_tells_which_attack_is_meant(quote: str, thing: str, count: int) -> None:
    pile = Pile()
    told = at(pile, "a.txt", "In March 2031 gunmen attacked the Lundish embassy in Sarn.", "Lundish embassy", "Sarn", when="2031-03")
    again = at(pile, "a.txt", quote, thing)
    assert incidents(pile.link(), told, again) == count


def test_the_ground_of_a_country_is_no_thing_that_parts_two_accounts() -> None:
    pile = Pile()
    told = at(pile, "a.txt", "On 4 March 2031 rebels attacked a market in Sarn.", "a market", "Sarn", when="2031-03-04")
    again = at(pile, "a.txt", "Renn said that the rebels attacked the town.", "town")
    assert "done to different things: a hotel, an airport" not in {
        reason.feature for link in pile.link().links if {link.left, link.right} == {told, again} for reason in link.reasons
    }
    assert incidents(pile.link(), told, again) == 1


def test_a_denial_is_of_what_the_sentence_before_tells_and_not_of_the_fire_of_the_month_before() -> None:
    pile = Pile()
    before = pile.say("a.txt", "In April the Front said it fired missiles at Orsk.", "Front", when="2031-04", toward="Orsk")
    told = pile.say("a.txt", "The Front said it fired rockets at Orsk on 7 May.", "Front", when="2031-05-07", toward="Orsk")
    denial = pile.say("a.txt", "Orsk said bullets were fired at it.", "Orsk", "denies", "denies", verb="attack", toward="Orsk")
    assert incidents(pile.link(), told, denial) == 1
    assert incidents(pile.link(), before, denial) == 2


def test_an_attack_of_a_kind_not_told_is_pointed_at_by_the_words_of_what_it_was() -> None:
    pile = Pile()
    pile.say("a.txt", "On 4 March shells hit Sarn.", when="2031-03-04", landed="Sarn")
    told = pile.say("a.txt", "On 6 March planes bombed a market in Dol.", verb="air_drone_strike", when="2031-03-06", place="Dol")
    known = at(pile, "a.txt", "The army said the strike hit a meeting of rebels.", "a meeting")
    assert incidents(pile.link(), told, known) == 1


def test_where_fire_came_from_is_not_compared_with_where_it_hit() -> None:
    pile = Pile()
    deaths = pile.say("a.txt", "Nearly 80 people were killed in a mosque in Dol.", verb="attack", killed=80)
    told = pile.say("a.txt", "On 18 April the Front said that it fired rockets at Orsk.", "Front", when="2031-04-18", toward="Orsk")
    denial = pile.say("a.txt", "Orsk said that the alleged rocket fire from Velm is untrue.", "Orsk", "denies", "denies", from_="Velm")
    assert incidents(pile.link(), told, denial) == 1
    assert incidents(pile.link(), deaths, denial) == 2


@pytest.mark.parametrize(
    ("other", "count"),
    [("On 4 March a bomb went off at the market in Sarn.", 1), ("On 4 March a mine blew up a bus in Sarn.", 2)],
)
def test_a_shell_and_a_bomb_are_two_events_unless_they_hit_one_thing_in_one_place_on_one_day(other: str, count: int) -> None:
    pile = Pile()
    told = at(
        pile, "a.txt", "On 4 March a shell hit the market in Sarn.", "the market", "Sarn", "shelling_artillery_missile_attack", "2031-03-04"
    )
    thing = "the market" if "market" in other else "a bus"
    said = at(pile, "b.txt", other, thing, "Sarn", BOMB, "2031-03-04")
    assert incidents(pile.link(), told, said) == count


def test_a_headline_that_names_the_kind_of_event_is_of_the_first_one_told_behind_it() -> None:
    pile = Pile()
    head = pile.say("a.txt", "Rebels behind Sarn blast, judge finds", kind="statement", verb="statement")
    plain = pile.say("a.txt", "Judge travels to the north", kind="statement", verb="statement")
    told = pile.say("a.txt", "A bomb exploded in Sarn on 4 March.", verb=BOMB, when="2031-03-04", place="Sarn")
    pile.say("a.txt", "A mine exploded in Dol on 6 March.", verb=BOMB, when="2031-03-06", place="Dol")
    linking = pile.link()
    assert linking.incident_of[head] == linking.incident_of[told]
    assert plain not in linking.incident_of


def test_a_headline_is_of_the_event_below_it_with_which_it_has_most_words_in_common() -> None:
    pile = Pile()
    head = pile.say("a.txt", "Guards shot at herders who fled the raids", kind="statement", verb="statement")
    raid = pile.say("a.txt", "Air raids killed nine people in Dol on 6 March.", verb="air_drone_strike", when="2031-03-06", place="Dol")
    told = pile.say("a.txt", "In Sarn guards opened fire on herders who had fled.", verb="attack", when="2031-03-04", place="Sarn")
    found = pile.link().incident_of
    assert found[head] == found[told] != found[raid]


def test_a_place_that_both_tell_by_name_is_not_told_again_by_the_headline_of_one() -> None:
    one = msgspec.structs.replace(MENTION, id="1", spots=frozenset({"sarn"}), topic=frozenset({"sarn"}))
    other = msgspec.structs.replace(MENTION, id="2", doc="b", places={"place": PLACES["Sarn"]})
    assert same_place(one, other)
    assert topic_place(one, other) is None
    assert topic_place(msgspec.structs.replace(one, spots=frozenset()), other) == "sarn"


def test_a_toll_in_a_headline_is_of_the_first_violence_told_behind_it() -> None:
    pile = Pile()
    toll = pile.say("a.txt", "Ten killed as market is hit", kind="figure", verb="killed")
    claim = pile.claims["a.txt"][0]
    amount = Slot("amount", "Ten killed", pile._at("a.txt", claim.span, "Ten killed"), amount=Amount(10, 10, "killed", "", "Ten killed"))
    pile.claims["a.txt"] = numbered([replace(claim, slots=(amount,))])
    told = pile.say("a.txt", "A shell hit Sarn on 4 March.", when="2031-03-04", landed="Sarn")
    pile.say("a.txt", "Two shells hit Dol on 6 March.", when="2031-03-06", landed="Dol")
    linking = pile.link()
    assert linking.incident_of[toll] == linking.incident_of[told]


def test_accounts_that_chose_each_other_in_their_text_are_not_drawn_to_another_event_of_it() -> None:
    pile = Pile()
    raid = pile.say("a.txt", "On 2 April troops raided a camp at Kest.", verb="counterterror_raid", when="2031-04-02", place="Kest")
    ambush = pile.say(
        "a.txt",
        "The Front said that its men ambushed a patrol on the road below the pass, and took its three cars and all its radios with them.",
        "Front",
        verb="attack",
        agent="Front",
    )
    denial = pile.say("a.txt", "Orsk denied that there was any ambush.", "Orsk", "denies", "denies", verb="attack")
    linking = pile.link()
    assert linking.incident_of[ambush] == linking.incident_of[denial] != linking.incident_of[raid]


def test_what_a_text_tells_again_in_the_same_words_is_the_same_event_however_far_on() -> None:
    pile = Pile()
    words = "guards thwarted three armed smugglers attempting a raid over the river into the northern valley"
    told = pile.say("a.txt", f"On 5 May {words}.", verb="border_incursion", when="2031-05-05")
    pile.say("a.txt", "The valley is poor. " * 100, kind="statement", verb="statement")
    again = pile.say("a.txt", f"In the picture {words}.", verb="border_incursion")
    other = pile.say("a.txt", "In the picture guards thwarted two boys attempting a raid into the town.", verb="border_incursion")
    assert incidents(pile.link(), told, again) == 1
    assert incidents(pile.link(), told, other) == 2


def test_an_unusual_number_tells_more_where_no_day_does() -> None:
    pile = Pile()
    told = pile.say("a.txt", "Border guards arrested 26 men of the Front.", verb="arrests", captured=26)
    again = pile.say("b.txt", "Guards arrested 26 fighters near the bridge.", verb="arrests", captured=26)
    fewer = pile.say("c.txt", "Guards arrested nine fighters near the bridge.", verb="arrests", captured=9)
    assert incidents(pile.link(), told, again) == 1
    assert incidents(pile.link(), told, fewer) == 2


@pytest.mark.parametrize(("first", "count"), [("Sarn", 1), ("Dol", 2)])
def test_what_a_text_tells_without_a_place_is_likely_where_its_first_event_was(first: str, count: int) -> None:
    pile = Pile(published={"a.txt": "2031-03-05", "b.txt": "2031-03-06"})
    told = at(pile, "a.txt", "A bomb hit the depot of the ferrymen at Sarn.", "depot", "Sarn", BOMB)
    pile.say("b.txt", f"On 4 March soldiers held a parade in {first}.", verb="peaceful_protest", when="2031-03-04", place=first)
    again = at(pile, "b.txt", "A blast wrecked a depot.", "depot", verb=BOMB)
    assert incidents(pile.link(), told, again) == count


def test_a_text_goes_on_with_the_event_with_which_it_opens_if_that_is_the_only_one_of_its_kind() -> None:
    def told(first: str) -> int:
        pile = Pile()
        if first:
            pile.say("a.txt", first, kind="statement", verb="statement")
        one = pile.say("a.txt", "On 4 March shells hit the harbour of Sarn.", when="2031-03-04", place="Sarn")
        pile.say("a.txt", "The mayor of Dol called for calm.", "Dol", "demands", kind="statement", verb="statement")
        pile.say("a.txt", "Trade with Lund grew. " * 12, kind="statement", verb="statement")
        pile.say("a.txt", "Soldiers marched in Dol.", verb="peaceful_protest", place="Dol")
        other = pile.say("a.txt", "A fisherman lost his boat as guns fired.", verb="attack")
        return incidents(pile.link(), one, other)

    assert told("") == 1
    assert told("The sea was calm. " * 80) == 2


@pytest.mark.parametrize(
    ("words", "apart"),
    [
        ("A clerk was shot to death in Sarn.", True),
        ("A clerk died when a bomb went off in Sarn.", False),
        ("A clerk was shot to death as a bomb went off in Sarn.", False),
        ("A clerk was killed in Sarn.", False),
    ],
)
def test_who_was_shot_died_in_no_blast(words: str, apart: bool) -> None:
    blast = msgspec.structs.replace(MENTION, phrase=Phrase("A car bomb exploded at a market in Sarn.", (), "en"))
    other = msgspec.structs.replace(MENTION, phrase=Phrase(words, (), "en"))
    assert (other_means(blast, other) is not None) is apart


def test_what_was_done_to_another_person_in_the_same_text_is_another_event() -> None:
    brand = msgspec.structs.replace(MENTION, persons=frozenset({"brand"}), victims=frozenset({"brand"}))
    renn = msgspec.structs.replace(MENTION, persons=frozenset({"renn"}), victims=frozenset({"renn"}))
    assert other_person_here(brand, renn)
    assert not other_person_here(brand, brand)
    assert not other_person_here(brand, msgspec.structs.replace(renn, victims=brand.victims))


def test_that_ground_was_taken_is_hardly_that_it_was_retaken_or_that_people_were_killed() -> None:
    taken, retaken, killed, fought = (
        msgspec.structs.replace(MENTION, type=kind)
        for kind in ("non_state_actor_overtakes_territory", "government_regains_territory", "attack", "armed_clash")
    )
    assert taken_or_retaken(taken, retaken)
    assert not taken_or_retaken(taken, taken)
    assert not taken_or_retaken(taken, killed)
    assert ground_or_violence(taken, killed)
    assert ground_or_violence(fought, retaken)
    assert not ground_or_violence(killed, fought)


def test_a_detailed_account_has_the_words_of_the_short_one_before_it() -> None:
    def told(short: str) -> int:
        pile = Pile()
        one = pile.say("a.txt", short, verb="attack")
        pile.say("a.txt", "Trade with Lund grew. " * 90, kind="statement", verb="statement")
        words = (
            "Fighters shot dead three clerks and two porters of the mill as they trailed behind a column that left for the coast at dawn."
        )
        other = pile.say("a.txt", words, verb="attack", place="Kest")
        return incidents(pile.link(), one, other)

    assert told("Three clerks and two porters were shot dead as they trailed behind a column.") == 1
    assert told("Three clerks and two porters were seen at the fair of the town and taken to the ford.") == 2


def test_two_spots_of_one_town_part_two_events_and_one_spot_holds_them_together() -> None:
    sarn = {"place": PLACES["Sarn"]}

    def told(quote: str) -> Happening:
        return msgspec.structs.replace(MENTION, doc=quote, places=sarn, phrase=Phrase(quote, (), None))

    bridge, bridge_again = told("Gunmen attacked a convoy at the bridge of Sarn."), told("An ambush at the Sarn bridge killed four.")
    ford, nowhere = told("Two drivers were killed at the ford of Sarn."), told("Two drivers were killed in Sarn.")
    assert (same_site(bridge, bridge_again), other_site(bridge, bridge_again)) == ("bridge", None)
    assert (same_site(bridge, ford), other_site(bridge, ford)) == (None, "bridge / ford")
    assert other_site(bridge, nowhere) is None
    assert other_site(bridge, msgspec.structs.replace(ford, places={"place": PLACES["Dol"]})) is None


def test_a_person_is_killed_once_whatever_words_tell_it() -> None:
    brand = msgspec.structs.replace(MENTION, type="attack", persons=frozenset({"brand"}), phrase=Phrase("Brand was shot dead.", (), None))
    found = msgspec.structs.replace(brand, type="other_event", phrase=Phrase("The body of Brand was found.", (), None))
    talks = msgspec.structs.replace(found, type="diplomatic_contact")
    assert killed_once(brand, found)
    assert not killed_once(brand, talks)


def test_a_person_is_killed_once_whenever_it_is_told() -> None:
    brand = msgspec.structs.replace(MENTION, persons=frozenset({"brand"}), phrase=Phrase("They denied having killed Brand.", (), "en"))
    murder = msgspec.structs.replace(brand, phrase=Phrase("The murder of Otto Brand shook Kest.", (), "en"))
    hurt = msgspec.structs.replace(brand, phrase=Phrase("Otto Brand was hurt.", (), "en"))
    assert killed_once(brand, murder)
    assert not killed_once(brand, hurt)
    assert not killed_once(brand, msgspec.structs.replace(murder, persons=frozenset({"renn"})))


def test_another_thing_that_was_struck_is_another_event_unless_words_point_back() -> None:
    mill, hotel = (msgspec.structs.replace(MENTION, things=frozenset({thing})) for thing in ("mill", "hotel"))
    assert another_thing_here(mill, hotel)
    assert not another_thing_here(mill, msgspec.structs.replace(hotel, definite=True))


def test_a_deed_known_by_its_day_is_none_of_that_day_that_struck_something_else() -> None:
    clerk = msgspec.structs.replace(MENTION, when=day("2031-04-02"))
    mill = msgspec.structs.replace(clerk, things=frozenset({"mill"}), definite=True)
    assert known_day(mill, clerk)
    assert not known_day(mill, msgspec.structs.replace(clerk, victims=frozenset({"clerk"})))


@pytest.mark.parametrize(("article", "count"), [("the", 1), ("a", 2)])
def test_a_thing_that_was_struck_before_is_spoken_of_as_known(article: str, count: int) -> None:
    pile = Pile()
    told = at(pile, "a.txt", "Blasts at a crowded market killed nine, doctors said.", "a crowded market", verb=BOMB)
    again = at(pile, "a.txt", f"A jet dropped two bombs on {article} market, the Front said.", f"{article} market", verb=BOMB)
    assert incidents(pile.link(), told, again) == count


def test_the_same_number_of_dead_counts_more_where_it_is_told_close_by_in_one_text() -> None:
    one = msgspec.structs.replace(MENTION, numbers=frozenset({("killed", 12.0)}))
    assert same_numbers_here(one, msgspec.structs.replace(one, order=("a", 900, 909, ""))) == "killed 12"
    assert same_numbers_here(one, msgspec.structs.replace(one, order=("a", 9000, 9009, ""))) is None
    assert same_numbers_here(one, msgspec.structs.replace(one, doc="b")) is None


@pytest.mark.parametrize(("ship", "same"), [("", True), (" on the Velna Sofrin", False)])
def test_one_that_names_something_else_was_not_where_its_text_begins(ship: str, same: bool) -> None:
    pile = Pile(published={"a.txt": "2031-03-06", "b.txt": "2031-03-06"})
    told = pile.say("a.txt", "On 4 March shots were fired at the Old Heron in Kest.", verb="attack", when="2031-03-04", place="Kest")
    pile.say("b.txt", "On 1 March a bomb went off in Kest.", verb="remote_explosive_landmine_ied", when="2031-03-01", place="Kest")
    other = pile.say("b.txt", f"On 4 March two cooks were beaten{ship}.", verb="attack", when="2031-03-04")
    found = pile.link().incident_of
    assert (found[told] == found[other]) is same
