"""What falls where a source is withdrawn: claims, statuses, origins, positions, disputes, pledges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from piles import NO_PACKS, Pile, rockets

from sayso.link.linker import link
from sayso.records.change import Change
from sayso.weigh.impact import impact
from sayso.weigh.weigher import weigh


def pile() -> Pile:
    """A rocket fire that the Front claims in one report, Orsk tells of in another, and Velm denies in a third; and a pledge."""
    made = Pile()
    made.say(
        "a.txt", "The Front said it fired 12 rockets from Kest at Orsk.", "Front", "claims_responsibility",
        when="2031-03-04", from_="Kest", toward="Orsk", count=12,
    )  # fmt: skip
    made.say("b.txt", "Orsk said 3 rockets came from Kest.", "Orsk", when="2031-03-04", from_="Kest", toward="Orsk", count=3)
    made.say("c.txt", "Velm denied it.", "Velm", "denies", "denies", when="2031-03-04", from_="Kest", toward="Orsk")
    made.say(
        "d.txt", "Velm will not let its soil be used for attacks on its neighbours.", "Velm", "pledges", kind="statement",
        verb="statement", said="2031-03-01", from_="Velm",
    )  # fmt: skip
    return made


def less(whole: Pile, *docs: str) -> Pile:
    """The pile without some documents."""
    kept = [doc for doc in whole.texts if doc not in docs]
    claims = {doc: whole.claims[doc] for doc in kept if doc in whole.claims}
    return Pile({doc: whole.texts[doc] for doc in kept}, claims, {doc: whole.mentions[doc] for doc in kept if doc in whole.mentions})


def fallen(whole: Pile, *docs: str) -> list[Change]:
    """What falls with these documents."""
    names = {actor.id: actor.name for actor in whole.link().actors}
    claims = [claim for doc in docs for claim in whole.claims[doc]]
    return impact(claims, whole.weigh(), less(whole, *docs).weigh(), lambda ident: names.get(ident, ident))


def told(changes: list[Change], kind: str) -> list[tuple[str, str, str]]:
    return [(change.detail, change.before, change.after) for change in changes if change.kind == kind]


def test_nothing_falls_where_nothing_is_withdrawn() -> None:
    assert fallen(pile()) == []


def test_without_the_only_denial_an_incident_is_contested_no_more() -> None:
    found = fallen(pile(), "c.txt")
    assert told(found, "claim") == [("denies", "Velm denied it.", "")]
    assert told(found, "status") == [("", "contested", "corroborated_same_side")]
    assert told(found, "origins") == []
    assert told(found, "position") == [("Velm: Did it happen?", "denies", "")]
    assert ("Did it happen?", "yes (Front, Orsk) | denies (Velm)", "") in told(found, "dispute")


def test_without_one_of_two_origins_one_stays_and_so_does_one_number() -> None:
    found = fallen(pile(), "b.txt")
    assert told(found, "origins") == [("", "2", "1")]
    assert told(found, "status") == []
    assert ("How many rockets?", "12 (Front) | 3 (Orsk) | denies (Velm)", "") in told(found, "dispute")
    assert ("Did it happen?", "yes (Front, Orsk) | denies (Velm)", "yes (Front) | denies (Velm)") in told(found, "dispute")


def test_an_incident_whose_first_claim_falls_is_still_the_same_one() -> None:
    whole = pile()
    found = fallen(whole, "a.txt")
    assert told(found, "incident") == []
    assert whole.weigh().incidents[0].id != less(whole, "a.txt").weigh().incidents[0].id
    assert {change.id for change in found if change.kind in ("status", "origins", "position")} == {whole.weigh().incidents[0].id}


def test_an_incident_and_a_pledge_that_only_one_report_tells_of_fall_with_it() -> None:
    whole = pile()
    whole.say("d.txt", "A rocket fell in Dol, Lund said.", "Lund", when="2032-07-09", landed="Dol")
    found = fallen(whole, "d.txt")
    assert told(found, "incident") == [("", "uncorroborated, 1 claim", "")]
    ((content, before, after),) = told(found, "pledge")
    assert content.startswith("“Velm will not let its soil")
    assert (before.partition(",")[0], after) == (whole.weigh().pledges[0].status, "")


def test_an_incident_that_falls_into_parts_is_told_so() -> None:
    """Linking is not asked here: two weighings of the same claims, of one incident and of two."""
    whole = pile()
    documents, findings = whole.parts()
    one = link(documents, findings, NO_PACKS)
    last = whole.claims["b.txt"][0].id
    parted = weigh(documents, findings, type(one)(one.links, one.actors, one.actor_of, {**one.incident_of, last: "i-x"}), NO_PACKS)
    changes = impact([], whole.weigh(), parted, str)
    assert ("parts", "contested, 3 claims", "contested, 2 claims | uncorroborated, 1 claim") in told(changes, "incident")
    assert told(changes, "position") == []


@given(st.sets(st.sampled_from(["a.txt", "b.txt", "c.txt"])))
def test_every_claim_of_what_is_withdrawn_falls_and_no_incident_is_forgotten(docs: set[str]) -> None:
    whole = rockets()
    found = fallen(whole, *sorted(docs))
    assert {change.id for change in found if change.kind == "claim"} == {claim.id for doc in docs for claim in whole.claims[doc]}
    left = {claim for incident in less(whole, *docs).weigh().incidents for claim in incident.claims}
    gone = {incident.id for incident in whole.weigh().incidents if not set(incident.claims) & left}
    assert {change.id for change in found if change.kind == "incident" and not change.after} == gone
