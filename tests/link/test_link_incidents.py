"""Which mentions of events are one incident, and what a denial denies."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from piles import Pile, rockets

from sayso.records.document import Span
from sayso.records.worked_out import Linking


def incident_count(linking: Linking, *claims: str) -> int:
    return len({linking.incident_of.get(claim, claim) for claim in claims})


def test_reports_of_one_day_way_and_weapon_are_one_incident() -> None:
    pile = rockets()
    linking = pile.link()
    events = [claim.id for claims in pile.claims.values() for claim in claims if claim.kind == "event"]
    assert incident_count(linking, *events) == 1


def test_a_link_says_why() -> None:
    linking = rockets().link()
    reasons = {reason.feature for found in linking.links if found.kind == "same_incident" for reason in found.reasons}
    assert "both are dated to the same day" in reasons


def test_sister_incidents_on_different_days_stay_apart() -> None:
    pile = Pile()
    one = pile.say("a.txt", "On 4 March rockets were fired from Kest at Orsk.", when="2031-03-04", from_="Kest", toward="Orsk")
    other = pile.say("b.txt", "On 6 March rockets were fired from Kest at Orsk.", when="2031-03-06", from_="Kest", toward="Orsk")
    assert incident_count(pile.link(), one, other) == 2


def test_fire_at_two_countries_on_one_day_is_two_incidents() -> None:
    pile = Pile()
    one = pile.say("a.txt", "On 4 March the Front fired rockets at Orsk.", when="2031-03-04", agent="Front", toward="Orsk")
    other = pile.say("a.txt", "On 4 March the Front fired rockets at Lund.", when="2031-03-04", agent="Front", toward="Lund")
    assert incident_count(pile.link(), one, other) == 2


def test_a_loose_mention_of_two_targets_never_glues_two_incidents() -> None:
    pile = Pile()
    one = pile.say("a.txt", "On 4 March the Front fired rockets at Orsk.", when="2031-03-04", agent="Front", toward="Orsk")
    other = pile.say("a.txt", "On 6 May the Front fired rockets at Lund.", when="2031-05-06", agent="Front", toward="Lund")
    pile.say("a.txt", "The Front carried out attacks on Orsk and Lund.", verb="attack", agent="Front", toward="Orsk", target="Lund")
    assert incident_count(pile.link(), one, other) == 2


def test_a_definite_phrase_points_at_the_nearest_event_of_its_kind() -> None:
    pile = Pile()
    pile.say("a.txt", "On 4 March rockets hit Sarn.", when="2031-03-04", landed="Sarn")
    near = pile.say("a.txt", "On 6 May rockets hit Dol.", when="2031-05-06", landed="Dol")
    back = pile.say("a.txt", "Nobody was hurt in the attack.", verb="attack")
    assert incident_count(pile.link(), near, back) == 1


def test_two_speakers_in_one_clause_speak_of_one_event() -> None:
    pile = Pile()
    one = pile.say("a.txt", "Velm and Orsk said rockets were fired.", "Velm")
    claim = pile.claims["a.txt"][0]
    from dataclasses import replace

    from sayso.records.claim import Voice, numbered

    pile.name("a.txt", "Orsk")
    pile.claims["a.txt"] = numbered([claim, replace(claim, voices=(Voice("Orsk", claim.span, "Orsk"),))])
    other = pile.claims["a.txt"][1].id
    assert one != other
    assert incident_count(pile.link(), one, other) == 1


def test_a_pledge_that_speaks_of_attacks_is_no_incident() -> None:
    pile = Pile()
    pledge = pile.say("a.txt", "Velm vowed that no attack would come from its soil.", "Velm", "pledges", verb="attack")
    assert pledge not in pile.link().incident_of


@pytest.mark.parametrize(("cue", "told"), [("signed a truce", True), ("promised to sign a truce", False)])
def test_an_agreement_that_was_come_to_is_an_incident_though_it_binds_for_what_is_to_come(cue: str, told: bool) -> None:
    pile = Pile()
    pact = pile.say("a.txt", f"On 4 March Velm and Orsk {cue}.", "Velm", "pledges", verb="agreement", when="2031-03-04")
    claim = pile.claims["a.txt"][0]
    start = claim.span.start + claim.quote.index(cue)
    pile.claims["a.txt"] = [replace(claim, cue=Span("a.txt", start, start + len(cue)))]
    back = pile.say("a.txt", "Both sides say that they observe the truce.", verb="agreement")
    linking = pile.link()
    assert (pact in linking.incident_of) == told
    assert (linking.incident_of.get(pact) == linking.incident_of.get(back)) == told


def test_what_somebody_asks_for_after_a_known_event_is_told_of_it_and_does_not_say_that_it_took_place() -> None:
    pile = Pile()
    raid = pile.say("a.txt", "On 4 March gunmen seized nine miners.", when="2031-03-04", verb="abduction_forced_disappearance")
    asked = pile.say("a.txt", "Velm called for an inquiry into this kidnapping.", "Velm", "demands", verb="abduction_forced_disappearance")
    other = pile.say("a.txt", "Velm asked Orsk to kidnap nobody.", "Velm", "demands", verb="abduction_forced_disappearance")
    linking = pile.link()
    assert linking.incident_of[asked] == linking.incident_of[raid]
    assert other not in linking.incident_of
    rows = [row for matrix in pile.weigh().matrices for row in matrix.rows]
    assert [row.name for row in rows if "happened" in dict(row.cells)] == ["(author) a.txt"]


def test_a_denial_without_an_event_of_its_own_joins_what_it_denies() -> None:
    pile = rockets()
    linking = pile.link()
    claimed, denial = (claim.id for claim in pile.claims["a.txt"])
    assert linking.incident_of[denial] == linking.incident_of[claimed]
    assert [(found.left, found.right) for found in linking.links if found.kind == "denies" and found.left == denial] == [(denial, claimed)]


def test_the_same_words_printed_again_are_a_copy() -> None:
    pile = Pile()
    words = "The ministry said that four rockets had been fired at the town in the night."
    first, again = (pile.say(doc, words, "Velm", kind="statement", verb="statement") for doc in ("a.txt", "b.txt"))
    assert [(found.left, found.right) for found in pile.link().links if found.kind == "copy_of"] == [(again, first)]


@pytest.mark.parametrize("backwards", [False, True])
def test_the_order_in_which_documents_are_read_changes_nothing(backwards: bool) -> None:
    assert rockets().link(backwards) == rockets().link()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["Orsk", "Lund"]), st.sampled_from("abc")), max_size=8))
def test_no_incident_holds_two_days(mentions: list[tuple[int, str, str]]) -> None:
    pile = Pile()
    days = {}
    for number, country, doc in mentions:
        claim = pile.say(f"{doc}.txt", f"On {number} March rockets were fired at {country}.", when=f"2031-03-0{number}", toward=country)
        days[claim] = (number, country)
    incidents: dict[str, set[tuple[int, str]]] = {}
    linking = pile.link()
    for claim, told in days.items():
        incidents.setdefault(linking.incident_of[claim], set()).add(told)
    assert all(len(told) == 1 for told in incidents.values())
    assert pile.link(backwards=True) == linking


def test_who_was_harmed_told_in_the_next_sentence_is_of_the_event_before() -> None:
    pile = Pile()
    fire = pile.say("a.txt", "On 4 March a shell hit Sarn.", when="2031-03-04", landed="Sarn")
    harm = pile.say("a.txt", "Three people were killed.", verb="attack", killed=3)
    later = pile.say("a.txt", "In Dol two people were killed.", verb="attack", killed=2, place="Dol")
    linking = pile.link()
    assert incident_count(linking, fire, harm) == 1
    assert incident_count(linking, fire, later) == 2


def test_an_attack_announced_is_the_one_told_with_its_day_in_the_next_sentence() -> None:
    pile = Pile()
    told = pile.say("a.txt", "The Front took responsibility for a failed attack on Orsk.", verb="attack", agent="Front", toward="Orsk")
    full = pile.say(
        "a.txt", "On 4 March it fired rockets from Kest at Orsk.", when="2031-03-04", agent="Front", from_="Kest", toward="Orsk"
    )
    assert incident_count(pile.link(), told, full) == 1


def test_an_attack_announced_on_one_country_is_not_the_next_one_on_another() -> None:
    pile = Pile()
    told = pile.say("a.txt", "The Front took responsibility for a failed attack on Lund.", verb="attack", agent="Front", toward="Lund")
    other = pile.say("a.txt", "On 4 March rockets were fired at Orsk.", when="2031-03-04", toward="Orsk")
    assert incident_count(pile.link(), told, other) == 2


def test_what_a_writer_says_that_a_speaker_meant_is_one_with_it() -> None:
    pile = Pile()
    said = pile.say("a.txt", "We stopped two attempts at the border, said Renn.", "Renn", verb="border_incursion", agent="rebels")
    meant = pile.say(
        "a.txt", "Renn was referring to a shooting earlier this month.", verb="attack", agent="guards", when="2031-03", landed="Sarn"
    )
    linking = pile.link()
    assert incident_count(linking, said, meant) == 1
    assert {reason.value for link in linking.links if link.left == said or link.right == said for reason in link.reasons} >= {
        "referring to"
    }


def test_a_definite_phrase_with_a_target_of_its_own_does_not_mean_the_nearest_event() -> None:
    pile = Pile()
    near = pile.say("a.txt", "On 4 March rockets hit Lund.", when="2031-03-04", landed="Lund")
    other = pile.say("a.txt", "The attack on Orsk was worse.", verb="attack", toward="Orsk")
    assert incident_count(pile.link(), near, other) == 2


def test_a_deed_that_nobody_did_is_part_of_no_event() -> None:
    pile = Pile()
    told = pile.say("a.txt", "On 4 March the Front killed a mayor in Sarn.", verb="attack", when="2031-03-04", agent="Front", place="Sarn")
    never = pile.say("a.txt", "The Front has never killed a farmer.", polarity="denies", verb="attack", agent="Front")
    assert incident_count(pile.link(), told, never) == 2


def test_a_denial_in_the_words_that_tell_an_event_denies_that_event() -> None:
    pile = Pile()
    pile.say("a.txt", "On 1 March Velm began an offensive.", verb="attack", when="2031-03-01", agent="Velm")
    near = pile.say("a.txt", "The Front showed a video of rocket fire at Orsk, although", "Front", "claims_responsibility", toward="Orsk")
    denial = pile.say("a.txt", "Velm said the claim was false.", "Velm", "denies", "denies", kind="statement", verb="statement")
    linking = pile.link()
    assert [found.right for found in linking.links if found.kind == "denies" and found.left == denial] == [near]


def test_a_denial_of_harm_answers_the_account_of_it_nearby() -> None:
    pile = Pile()
    told = pile.say("a.txt", "The Front said it killed nine soldiers.", "Front", verb="attack", agent="Front", victim="nine soldiers")
    denial = pile.say("a.txt", "Velm denied that any soldier was killed.", "Velm", "denies", "denies", verb="attack", victim="any soldier")
    assert incident_count(pile.link(), told, denial) == 1


def test_what_is_told_of_one_place_without_a_day_is_the_dated_event_of_that_passage() -> None:
    pile = Pile()
    raid = pile.say("a.txt", "Guards raided a camp at Sarn on 4 March.", verb="counterterror_raid", when="2031-03-04", place="Sarn")
    harm = pile.say("a.txt", "Two of its men were killed at Sarn, the Front said.", "Front", verb="attack", place="Sarn", killed=2)
    assert incident_count(pile.link(), raid, harm) == 1


def test_an_event_spoken_of_as_known_by_its_day_is_the_one_of_that_day() -> None:
    pile = Pile()
    raid = pile.say("a.txt", "Guards raided a camp at Sarn on 4 March.", verb="counterterror_raid", when="2031-03-04", place="Sarn")
    known = pile.say("b.txt", "Three men were missing after the raid of 4 March.", verb="counterterror_raid", when="2031-03-04")
    assert incident_count(pile.link(), raid, known) == 1


def test_two_reports_of_a_raid_on_one_day_may_be_of_two_raids() -> None:
    pile = Pile()
    raid = pile.say("a.txt", "Guards raided a camp at Sarn on 4 March.", verb="counterterror_raid", when="2031-03-04", place="Sarn")
    other = pile.say("c.txt", "A raid took place on 4 March.", verb="counterterror_raid", when="2031-03-04")
    assert incident_count(pile.link(), raid, other) == 2


def test_a_pronoun_for_what_was_fired_points_back() -> None:
    pile = Pile()
    fire = pile.say(
        "a.txt", "On 4 March the Front fired rockets from Kest.", when="2031-03-04", agent="Front", from_="Kest", instrument="rockets"
    )
    fell = pile.say("a.txt", "All of them fell into a field.", instrument="them")
    assert incident_count(pile.link(), fire, fell) == 1


def test_a_denial_looks_back_before_it_looks_ahead() -> None:
    pile = Pile()
    fire = pile.say("a.txt", "On 4 March rockets were fired at Orsk.", when="2031-03-04", toward="Orsk")
    denial = pile.say("a.txt", "Velm denied the claim.", "Velm", "denies", "denies", kind="statement", verb="statement")
    pile.say("a.txt", "The Front has fought at Dol since 2019.", verb="armed_clash", agent="Front", place="Dol")
    assert [found.right for found in pile.link().links if found.kind == "denies" and found.left == denial] == [fire]


def test_a_denial_of_it_does_not_reach_back_over_many_paragraphs() -> None:
    pile = Pile()
    pile.say("a.txt", "On 4 March the Front fired rockets at Orsk.", "Orsk", when="2031-03-04", agent="Front", toward="Orsk")
    pile.say("a.txt", "Elsewhere all was quiet. " * 40, kind="statement", verb="statement")
    denial = pile.say("a.txt", "Velm denied it.", "Velm", "denies", "denies", kind="statement", verb="statement")
    assert [found for found in pile.link().links if found.kind == "denies" and found.left == denial] == []


def test_a_denial_of_this_means_what_was_told_just_before_also_where_it_names_somebody() -> None:
    pile = Pile()
    pile.say("a.txt", "On 4 March the Front fired rockets at Orsk.", "Orsk", when="2031-03-04", agent="Front", toward="Orsk")
    pile.say("a.txt", "Elsewhere all was quiet. " * 40, kind="statement", verb="statement")
    denial = pile.say("a.txt", "As for guests from Orsk, Velm denied this.", "Velm", "denies", "denies", kind="statement", verb="statement")
    pile.name("a.txt", "Orsk", span=pile.claims["a.txt"][-1].span)
    assert [found for found in pile.link().links if found.kind == "denies" and found.left == denial] == []


def test_a_finding_that_is_dismissed_is_the_event_it_tells_of() -> None:
    pile = Pile()
    found = pile.say("a.txt", "The panel concluded that the Front had fired on Sarn.", "Renn", "assesses", agent="Front", landed="Sarn")
    denial = pile.say("a.txt", "The Front dismissed the finding.", "Front", "denies", "denies", kind="statement", verb="statement")
    assert [one.right for one in pile.link().links if one.kind == "denies" and one.left == denial] == [found]


def counting(pile: Pile, quote: str, number: int) -> str:
    """A figure claim whose number stands where its digits do."""
    told = pile.say("a.txt", quote, "Renn", kind="figure", verb="number", amount=number)
    claim = pile.claims["a.txt"][-1]
    at = claim.span.start + quote.index(str(number))
    pile.claims["a.txt"][-1] = replace(claim, slots=(replace(claim.slots[0], span=Span("a.txt", at, at + len(str(number)))),))
    return told


def test_a_number_of_dead_belongs_to_the_violence_told_before_it() -> None:
    pile = Pile()
    told = lead(pile)
    toll = counting(pile, "Renn put the number of dead at 9.", 9)
    assert incident_count(pile.link(), told, toll) == 1


def test_a_number_of_dead_told_first_belongs_to_the_only_event_and_to_none_of_two() -> None:
    pile = Pile()
    toll = counting(pile, "The death toll rose to 9, Renn said.", 9)
    told = lead(pile)
    assert incident_count(pile.link(), told, toll) == 1
    pile.say("a.txt", "On 9 March rockets hit a school in Dol.", when="2031-03-09", landed="Dol")
    assert toll not in pile.link().incident_of


def test_a_number_of_guests_belongs_to_no_attack() -> None:
    pile = Pile()
    lead(pile)
    assert counting(pile, "Renn put the number of guests at 9.", 9) not in pile.link().incident_of


def lead(pile: Pile) -> str:
    """A report's first paragraph: rocket fire on a dated day, and on a town."""
    return pile.say("a.txt", "On 4 March a shell hit a market in Sarn.", when="2031-03-04", landed="Sarn")


def test_what_a_text_tells_without_day_or_place_is_the_one_event_of_its_kind_that_it_dates() -> None:
    pile = Pile()
    told = lead(pile)
    said = pile.say(
        "a.txt", "Renn said that rebels had shelled their own side to win sympathy.", "Renn", agent="rebels", instrument="shells"
    )
    assert incident_count(pile.link(), told, said) == 1


def test_where_a_text_dates_two_of_the_kind_what_is_undated_is_neither() -> None:
    pile = Pile()
    told = lead(pile)
    second = pile.say("a.txt", "On 9 March rockets hit a school in Dol.", when="2031-03-09", landed="Dol")
    said = pile.say(
        "a.txt", "Renn said that rebels had shelled their own side to win sympathy.", "Renn", agent="rebels", instrument="shells"
    )
    assert incident_count(pile.link(), told, second, said) == 3


def test_who_takes_responsibility_in_a_clause_that_hangs_on_an_event_means_that_event() -> None:
    pile = Pile()
    told = pile.say("a.txt", "In March rebels fired mortars at a suburb, an attack", when="2031-03", agent="rebels")
    for quote, count in (("for which the Front claimed responsibility.", 1), ("The Front claimed responsibility for shelling Orsk.", 2)):
        other = Pile(dict(pile.texts), {doc: list(claims) for doc, claims in pile.claims.items()}, dict(pile.mentions))
        claimed = other.say("a.txt", quote, "Front", "claims_responsibility", when="2031-03")
        assert incident_count(other.link(), told, claimed) == count


def test_a_report_whose_headline_names_the_town_speaks_of_the_event_there() -> None:
    pile = Pile()
    told = lead(pile)
    for headline, count in (("Sarn attack: live updates", 1), ("Dol attack: live updates", 2)):
        other = Pile(dict(pile.texts), {doc: list(claims) for doc, claims in pile.claims.items()}, dict(pile.mentions))
        other.say("c.txt", "On 9 May the mayors of Dol and Lund met.", verb="diplomatic_contact", when="2031-05-09", place="Dol")
        other.texts["b.txt"] = f"{headline}\n"
        said = other.say("b.txt", "Renn said his gunners did not fire on 4 March.", "Renn", polarity="denies", when="2031-03-04")
        assert incident_count(other.link(), told, said) == count


def test_a_statement_that_no_fighters_were_there_belongs_to_the_violence_told_before_it() -> None:
    pile = Pile()
    told = lead(pile)
    nobody = pile.say("a.txt", "There were no fighters, Renn said.", "Renn", "asserts", "denies", kind="statement", verb="statement")
    other = pile.say("a.txt", "There were no stalls.", polarity="denies", kind="statement", verb="statement")
    assert incident_count(pile.link(), told, nobody) == 1
    assert other not in pile.link().incident_of


def test_a_denial_of_a_death_in_a_lede_is_of_the_death_that_is_told_far_below() -> None:
    pile = Pile()
    denial = pile.say(
        "a.txt",
        "The Front denied any responsibility for the death of Otto Renn.",
        "Front",
        "denies",
        "denies",
        kind="statement",
        verb="statement",
    )
    first = pile.claims["a.txt"][-1].span
    at = first.start + "The Front denied any responsibility for the death of ".__len__()
    pile.name("a.txt", "Otto Renn", "person", span=Span("a.txt", at, at + len("Otto Renn")))
    pile._add("a.txt", "The river rose for a week and the mills stood still. " * 20)
    told = pile.say("a.txt", "Otto Renn was shot in Sarn on 4 March.", verb="attack", when="2031-03-04", place="Sarn", victim="Otto Renn")
    incident_of = pile.link().incident_of
    assert incident_of.get(denial) == incident_of[told]
