"""What bears on a pledge, a prediction or a threat, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile, rockets

from sayso.records.claim import Act
from sayso.records.document import Span
from sayso.records.pledge import Pledge


def test_a_promise_repeated_without_its_words_joins_the_promise() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm vowed its territory would never be used for attacks.", "Velm", "pledges", verb="attack")
    pile.say("a.txt", "Velm repeated this promise in March.", "Velm", "pledges", kind="statement", verb="statement")
    assert [len(pledge.claims) for pledge in pile.weigh().pledges] == [2]


def test_two_different_pledges_of_one_party_stay_two() -> None:
    pile = Pile()
    pile.say("a.txt", "Velm vowed its territory would never be used for attacks.", "Velm", "pledges", verb="attack")
    pile.say("a.txt", "Velm promised to pay for electricity when it can.", "Velm", "pledges", kind="statement", verb="statement")
    assert len(pile.weigh().pledges) == 2


def test_a_prediction_that_hangs_on_an_if_is_decided_by_no_event() -> None:
    pile = rockets()
    pile.say("a.txt", "If an attack from Velm succeeds, policy will change.", "Lund", "predicts", said="2031-01-01", place="Velm")
    assert pile.weigh().pledges[0].bearing == ()


def test_a_prediction_of_trouble_from_a_country_is_supported_by_fire_out_of_it() -> None:
    pile = rockets()
    pile.say("a.txt", "Attacks out of Velm are likely to come.", "Lund", "predicts", said="2031-01-01", place="Velm")
    (pledge,) = pile.weigh().pledges
    assert [bearing.effect for bearing in pledge.bearing] == ["supports"]
    assert pledge.status == "open"


def test_a_pledge_on_another_matter_is_not_borne_on_by_violence() -> None:
    pile = rockets()
    pile.say(
        "a.txt",
        "Velm promised to pay for electricity when it can.",
        "Velm",
        "pledges",
        kind="statement",
        verb="statement",
        said="2031-01-01",
    )
    assert pile.weigh().pledges[0].bearing == ()


def test_a_judgement_of_a_time_to_come_is_a_prediction_and_one_of_today_is_none() -> None:
    pile = Pile()
    pile.say(
        "a.txt", "Lund judges that the Front is unable to strike abroad in the foreseeable future.", "Lund", "assesses", kind="statement"
    )
    pile.say("a.txt", "Lund judges that the Front is weak.", "Lund", "assesses", kind="statement", verb="statement")
    assert [(pledge.kind, len(pledge.claims)) for pledge in pile.weigh().pledges] == [("prediction", 1)]


def given(words: str, by: str, then: str = "2031-03-04", said: str | None = "2031-03-01", names: str = "", act: Act = "pledges") -> Pledge:
    """What somebody binds himself to, where the Front fires rockets at Sarn on one day, and Velm's own troops do on the day after next."""
    pile = Pile()
    pile.say("a.txt", words, by, act, kind="statement", verb="statement", said=said)
    if names:
        at = words.index(names)
        pile.name("a.txt", names, span=Span("a.txt", at, at + len(names)))
    pile.say("b.txt", "The Front fired rockets at Sarn, Lund said.", "Lund", when=then, agent="Front", landed="Sarn")
    pile.say("c.txt", "Velm fired rockets at Dol, Orsk said.", "Orsk", when="2031-03-06", agent="Velm", landed="Dol")
    (pledge,) = pile.weigh().pledges
    return pledge


def test_who_vows_not_to_do_harm_is_borne_on_by_his_own_deeds() -> None:
    pledge = given("Velm vowed that it would never fire on towns.", "Velm")
    assert [bearing.effect for bearing in pledge.bearing] == ["breaches"]
    assert len(given("The Front vowed to spare civilians.", "Front").bearing) == 1
    assert len(given("The Front vowed not to advance on Sarn.", "Front").bearing) == 1
    assert len(given("Velm promised to ground its jets.", "Velm").bearing) == 1


def test_what_he_does_who_vows_to_use_force_is_what_he_vowed() -> None:
    for words in (
        "to fight on and to strike hard",
        "to drive the herdsmen from the hills away",
        "to respond in kind",
        "to retake the mill",
    ):
        pledge = given(f"Velm vowed {words}.", "Velm")
        assert ([bearing.effect for bearing in pledge.bearing], pledge.status) == (["consistent"], "open")
    assert given("Velm vowed to mend the mill.", "Velm").bearing == ()


def test_to_keep_fighters_from_harm_is_no_word_on_ones_own_deeds() -> None:
    assert given("Velm vowed to protect civilians, and that no gunmen would strike them.", "Velm").bearing == ()


def test_who_will_not_let_a_group_become_active_is_borne_on_by_what_that_group_does() -> None:
    assert len(given("Velm will not let the Front become active again.", "Velm", names="Front").bearing) == 1
    assert given("Velm says the Front has become active again.", "Velm", names="Front").bearing == ()


def test_a_threat_is_borne_on_by_what_he_does_who_makes_it() -> None:
    pledge = given("The Front will overthrow them all.", "Front", act="threatens")
    assert [bearing.effect for bearing in pledge.bearing] == ["consistent"]


def test_what_came_before_a_pledge_bears_on_it_only_where_that_is_said_to_be_given_again() -> None:
    before = "2031-02-20"
    assert given("The Front vowed that it would never fire on towns.", "Front", before).bearing == ()
    assert len(given("The Front renewed its vow that it would never fire on towns.", "Front", before).bearing) == 1
    assert given("The Front vowed that it would never fire against towns.", "Front", before).bearing == ()


def broken(said: str, *pledges: str, on: str = "2031-04-01") -> list[tuple[str, int]]:
    """Velm's pledges of one day with their status, and how many claims bear on each, where Lund says that it broke its word."""
    pile = Pile()
    for words in pledges:
        pile.say("a.txt", words, "Velm", "pledges", kind="statement", verb="statement", said="2031-03-01")
    pile.say("b.txt", said, "Lund", kind="statement", verb="statement", said=on)
    span = pile.claims["b.txt"][-1].span
    pile.name("b.txt", "Velm", span=Span("b.txt", span.start + said.index("Velm"), span.start + said.index("Velm") + 4))
    told = {pledge.claims[0]: pledge for pledge in pile.weigh().pledges}
    return [(told[claim.id].status, len(told[claim.id].bearing)) for claim in pile.claims["a.txt"]]


SOIL = "Velm vowed that no attacks would come from its territory."
CEASED = "Velm promised to respect the ceasefire of Dol."


def test_others_word_that_it_was_broken_bears_on_a_pledge_and_challenges_it() -> None:
    assert broken("Lund said that Velm has failed to keep its word.", SOIL) == [("challenged", 1)]


def test_it_bears_on_the_pledge_with_which_it_shares_most_words() -> None:
    assert broken("Lund said that Velm violated the ceasefire of Dol.", SOIL, CEASED) == [("open", 0), ("challenged", 1)]


def test_it_bears_on_no_pledge_of_another_matter_and_on_none_given_later() -> None:
    assert broken("Lund said that Velm has failed to keep its word.", "Velm promised to pay for the milk.") == [("open", 0)]
    assert broken("Lund said that Velm has failed to keep its word.", SOIL, on="2031-02-01") == [("open", 0)]


def test_who_will_respond_in_words_is_not_held_to_what_he_does() -> None:
    assert not given("Velm promised to respond to the allegations.", "Velm").bearing
    assert given("Velm promised to respond to all attacks.", "Velm").bearing


def test_that_an_agreement_was_broken_is_said_of_no_vow_to_use_force() -> None:
    said = "Lund said that in violation of the Dol accords Velm arms the hill bands."
    assert broken(said, "Velm vowed to drive the hill bands out of its mills.") == [("open", 0)]
    assert broken("Lund said that Velm broke its promise to crush the hill bands.", "Velm vowed to crush the hill bands.") == [
        ("challenged", 1)
    ]


def told_broken(*pledges: str, words: str = "Lund found that Velm's promise to open its mills was not kept.") -> Pile:
    """What Velm promised, and others' word that it did not keep it."""
    pile = Pile()
    for promised in pledges:
        pile.say("a.txt", promised, "Velm", "pledges", kind="statement", verb="statement", said="2031-03-01")
    pile.say("b.txt", words, "Lund", kind="statement", verb="statement", said="2031-06-01")
    pile.name("b.txt", "Velm", span=pile.claims["b.txt"][0].span)
    return pile


def test_a_pledge_on_any_matter_is_challenged_by_others_word_that_it_was_not_kept() -> None:
    weighing = told_broken("Velm promised to open its mills.").weigh()
    (pledge,) = weighing.pledges
    assert (pledge.status, [one.effect for one in pledge.bearing]) == ("challenged", ["breaches"])
    (found,) = weighing.disputes
    assert found.question == "Does Velm keep its assurance?"


def test_the_word_that_a_promise_was_not_kept_is_of_the_promise_with_which_it_shares_its_words() -> None:
    words = "Lund found that the deadline for opening the mills of Velm has passed."
    pledges = (
        told_broken("Velm vowed to pay its teachers.", "Velm promised to open the mills before a deadline.", words=words).weigh().pledges
    )
    assert {pledge.content: pledge.status for pledge in pledges} == {
        "Velm vowed to pay its teachers.": "open",
        "Velm promised to open the mills before a deadline.": "challenged",
    }


def test_whoever_is_called_the_givers_own_does_what_the_giver_threatens() -> None:
    pile = rockets()
    pile.say(
        "a.txt",
        "The Harran Front warned that its fighters would strike Orsk.",
        "Harran Front",
        "threatens",
        said="2031-01-01",
        agent="its fighters",
    )
    (pledge,) = pile.weigh().pledges
    assert [one.effect for one in pledge.bearing] == ["consistent"]


def spared(words: str, hit: str = "Bombs fell on the market of Dol.", act: Act = "pledges", by: str | None = None) -> list[str]:
    """How an attack on something bears on what Velm says in the same report before it."""
    pile = Pile()
    pile.say("a.txt", words, "Velm", act, kind="statement", verb="statement", said="2031-03-01")
    named = f" It was {by}." if by else ""
    if by:
        pile.say("a.txt", f"{hit}{named}", verb="attack", said="2031-03-09", agent=by)
    else:
        pile.say("a.txt", hit, verb="attack", said="2031-03-09")
    (pledge,) = pile.weigh().pledges
    return [one.effect for one in pledge.bearing]


def test_what_hits_what_a_pledge_spares_bears_on_it_though_nobody_says_who_did_it() -> None:
    assert spared("Velm vowed that no market would be bombed.") == ["ambiguous"]
    assert spared("Velm vowed that no school would be bombed.") == []
    assert spared("Velm vowed that no market would be bombed.", by="Front") == []


def test_what_a_threat_names_may_be_what_is_hit_then() -> None:
    assert spared("Velm will burn every bazaar in the land.", act="threatens") == ["ambiguous"]
    assert spared("Velm will burn every mill unless the bazaars open.", act="threatens") == []


def test_who_only_speaks_of_markets_holds_himself_back_from_nothing() -> None:
    assert spared("Velm promised to open the market again.") == []


def test_what_is_told_as_so_is_a_pledge_of_a_kind_by_its_words() -> None:
    for words, kind in {
        "The Front declared the coast road a military target.": "threat",
        "The Front announced a counteroffensive against the mines.": "threat",
        'The Front wrote that "we are ready to talk".': "pledge",
        "The Front fears that the coast will become a wasteland.": "prediction",
        "The Front said that Sarn is on the verge of starving.": "prediction",
        "The Front said that Sarn was ready for the harvest.": None,
    }.items():
        pile = Pile()
        pile.say("a.txt", words, "Front", "asserts", kind="statement", verb="statement")
        assert [pledge.kind for pledge in pile.weigh().pledges] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("words", "kind", "meant"),
    [
        ("The Front warned that no road would be safe unless the guards left.", "armed_group", "threat"),
        ("The Front warned that no road would be safe this winter.", "armed_group", "prediction"),
        ("The Front thought that no road would be safe unless the guards left.", "armed_group", "prediction"),
        ("The Front warned that no road would be safe unless the guards left.", "company", "prediction"),
    ],
)
def test_what_fighters_warn_of_unless_others_do_something_is_a_threat(words: str, kind: str, meant: str) -> None:
    pile = Pile()
    pile.say("a.txt", words, "Front", "predicts", kind="statement", verb="statement")
    pile.mentions["a.txt"] = [replace(mention, kind=kind) for mention in pile.mentions["a.txt"]]
    assert [pledge.kind for pledge in pile.weigh().pledges] == [meant]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The council is committed to mending the bridges.", ["pledge"]),
        ("The council assured the millers that it will mend the bridges.", ["pledge"]),
        ("I'm quite confident that the bridges will be mended.", ["prediction"]),
        ("The millers were unlikely to survive.", ["prediction"]),
        ("The truce would not last its first week.", ["prediction"]),
        ("The bridges will be gone by the autumn.", ["prediction"]),
        ("The council is committed to the bridges.", []),
        ("The millers were likely to know.", []),
    ],
)
def test_what_is_told_as_so_may_promise_or_foretell_by_its_words(words: str, meant: list[str]) -> None:
    pile = Pile()
    pile.say("a.txt", words, "Velm", kind="statement", verb="statement")
    assert [pledge.kind for pledge in pile.weigh().pledges] == meant


def test_that_nobody_could_verify_it_foretells_nothing() -> None:
    pile = Pile()
    pile.say("a.txt", "Neither tale could be independently verified.", act="predicts", kind="statement", verb="statement")
    assert pile.weigh().pledges == ()
