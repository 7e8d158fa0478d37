"""On how many legs a claim stands."""

from __future__ import annotations

from piles import Pile

from sayso.records.worked_out import Weighing


def origin_count(weighing: Weighing, *claims: str) -> int:
    return len({origin.id for origin in weighing.origins if set(origin.claims) & set(claims)})


def test_what_one_report_is_quoted_with_in_one_text_is_one_origin() -> None:
    pile = Pile()
    one = pile.say("a.txt", "The UN report said the camps had grown.", "UN report", kind="statement", verb="statement")
    other = pile.say("a.txt", "The fighters move freely, the UN report said.", "UN report", kind="statement", verb="statement")
    assert origin_count(pile.weigh(), one, other) == 1


def test_an_outlet_quoted_twice_may_have_two_origins() -> None:
    pile = Pile()
    one = pile.say("a.txt", "Radio Velm said the camps had grown.", "Radio Velm", kind="statement", verb="statement")
    other = pile.say("a.txt", "The fighters move freely, Radio Velm said.", "Radio Velm", kind="statement", verb="statement")
    assert origin_count(pile.weigh(), one, other) == 2


def test_a_deed_claimed_twice_by_one_group_is_one_origin_and_only_inferred() -> None:
    pile = Pile()
    details = {"when": "2031-03-04", "from_": "Kest", "toward": "Orsk"}
    one = pile.say("a.txt", "The Front claimed the rocket fire at Orsk.", "Front", "claims_responsibility", **details)  # type: ignore[arg-type]
    other = pile.say("b.txt", "We fired the rockets at Orsk, the Front said.", "Front", "claims_responsibility", **details)  # type: ignore[arg-type]
    assert origin_count(pile.weigh(), one, other) == 1


def test_voices_that_nobody_can_ask_again_do_not_raise_the_low_figure() -> None:
    pile = Pile()
    details = {"when": "2031-03-04", "from_": "Kest", "toward": "Orsk"}
    pile.say("a.txt", "Rockets were fired at Orsk, Radio Velm said.", "Radio Velm", **details)  # type: ignore[arg-type]
    pile.say("b.txt", "Some media said rockets were fired at Orsk.", "Some media", **details)  # type: ignore[arg-type]
    (incident,) = pile.weigh().incidents
    assert incident.origins == (1, 2)
