"""What new reports bring: new incidents, contradictions, changed positions, further origins, pledges touched."""

from __future__ import annotations

from dataclasses import replace

from piles import NO_PACKS, Pile

from sayso.records.change import Change
from sayso.weigh.changes import changes
from sayso.weigh.weigher import weigh


def first() -> Pile:
    """What stood there before: a rocket fire that the Front claims and Velm denies, and a pledge."""
    made = Pile()
    made.say(
        "a.txt", "The Front said it fired 12 rockets from Kest at Orsk.", "Front", "claims_responsibility",
        when="2031-03-04", from_="Kest", toward="Orsk", count=12,
    )  # fmt: skip
    made.say("b.txt", "Velm denied it.", "Velm", "denies", "denies", said="2031-03-05", when="2031-03-04", from_="Kest", toward="Orsk")
    made.say(
        "b.txt", "Velm will not let its soil be used for attacks on its neighbours.", "Velm", "pledges", kind="statement",
        verb="statement", said="2031-03-01", place="Velm",
    )  # fmt: skip
    return made


def news(later: Pile) -> list[Change]:
    """What is new in a pile that began as the first one."""
    names = {actor.id: actor.name for actor in later.link().actors}
    known = {claim.id for claims in first().claims.values() for claim in claims}
    return changes(first().weigh(), later.weigh(), known, lambda ident: names.get(ident, ident))


def told(found: list[Change]) -> list[tuple[str, str, str, str]]:
    return [(one.kind, one.detail, one.before, one.after) for one in found]


def test_nothing_is_new_where_nothing_came_in() -> None:
    assert news(first()) == []


def test_an_incident_that_none_of_the_earlier_reports_tells_of_is_new() -> None:
    later = first()
    later.say("c.txt", "A rocket fell in Dol, Lund said.", "Lund", when="2032-07-09", landed="Dol")
    assert told(news(later)) == [("new", "", "", "1 claim, 1 voice, uncorroborated")]


def test_a_number_that_excludes_an_earlier_one_contradicts_it_and_a_further_voice_corroborates() -> None:
    later = first()
    later.say("c.txt", "Orsk said 3 rockets came from Kest.", "Orsk", when="2031-03-04", from_="Kest", toward="Orsk", count=3)
    assert told(news(later)) == [
        ("contradicts", "How many rockets?", "12 (Front) | denies (Velm)", "3 (Orsk)"),
        ("corroborated", "independent origins", "1", "2"),
    ]


def test_a_party_that_denied_and_now_affirms_has_reversed_and_does_not_contradict_itself_as_well() -> None:
    later = first()
    later.say(
        "c.txt", "Rockets were fired from Kest, Velm said.", "Velm", said="2031-03-09", when="2031-03-04", from_="Kest", toward="Orsk"
    )
    found = news(later)
    assert ("reversed", "Velm", "denies", "yes") in told(found)
    assert [one.kind for one in found if one.kind == "contradicts"] == []
    assert next(one for one in found if one.kind == "reversed").claims == (later.claims["c.txt"][0].id,)


def test_what_a_voice_only_repeats_is_no_news() -> None:
    later = first()
    later.say(
        "c.txt", "Velm again denied it.", "Velm", "denies", "denies", said="2031-03-07", when="2031-03-04", from_="Kest", toward="Orsk"
    )
    assert news(later) == []


def test_a_pledge_is_told_when_it_is_new_and_when_more_bears_on_it() -> None:
    later = first()
    later.say("c.txt", "A rocket from Velm fell in Dol, Lund said.", "Lund", when="2031-05-09", from_="Velm", landed="Dol")
    later.say("c.txt", "Orsk will burn every bridge.", "Orsk", "threatens", kind="statement", verb="statement", said="2031-05-09")
    assert {one.after for one in news(later) if one.kind == "pledge"} == {"1 more incident bears on it", "new threat"}


def test_a_status_that_a_person_gives_is_told_once_and_a_rejected_incident_tells_nothing_else() -> None:
    before = first().weigh()
    documents, findings = first().parts()
    after = weigh(documents, findings, first().link(), NO_PACKS)
    after = replace(after, incidents=tuple(replace(one, status="rejected") for one in after.incidents))
    known = {claim for one in before.incidents for claim in one.claims}
    assert told(changes(before, after, known, str)) == [("status", "", "contested", "rejected")]


def test_an_owning_up_by_a_party_that_had_said_nothing_is_told_by_the_status() -> None:
    later = Pile()
    later.say("a.txt", "Rockets fell in Dol, Orsk said.", "Orsk", when="2031-03-04", landed="Dol")
    later.say("a.txt", "Velm spoke of them too, Orsk said.", "Velm", "relays", when="2031-03-04", landed="Dol")
    before, known = later.weigh(), {claim.id for claim in later.claims["a.txt"]}
    later.say("z.txt", "Velm conceded it.", "Velm", "concedes", when="2031-03-04", landed="Dol", agent="Velm")
    assert told(changes(before, later.weigh(), known, str)) == [("status", "", "corroborated_same_side", "conceded")]


def test_a_lower_count_of_origins_and_a_pledge_on_which_less_bears_are_told_too() -> None:
    later = first()
    later.say("c.txt", "Orsk said 3 rockets came from Kest.", "Orsk", when="2031-03-04", from_="Kest", toward="Orsk", count=3)
    later.say("c.txt", "A rocket from Velm fell in Dol, Lund said.", "Lund", when="2031-05-09", from_="Velm", landed="Dol")
    known = {claim.id for claims in later.claims.values() for claim in claims}
    found = told(changes(later.weigh(), first().weigh(), known, str))
    assert ("status", "independent origins", "2", "1") in found
    assert [after for kind, _, _, after in found if kind == "pledge"] == ["1 incident bears on it no more"]
