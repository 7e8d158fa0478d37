"""What bears on a pledge, a prediction or a threat, and what does not."""

from __future__ import annotations

from piles import Pile, rockets


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
