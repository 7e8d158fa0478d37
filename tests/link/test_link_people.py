"""What people decided goes before every rule of linking and weighing."""

from __future__ import annotations

import pytest
from piles import NO_PACKS, Pile, rockets

from sayso.link.linker import link
from sayso.records.claim import Finding
from sayso.records.incident import Status
from sayso.records.review import Bond, Naming, Rulings, Standing
from sayso.records.worked_out import Linking, Weighing, mention_key
from sayso.weigh.weigher import weigh


def worked(pile: Pile, *rulings: Bond | Naming | Standing) -> tuple[Linking, Weighing]:
    documents, findings = pile.parts()
    kept = Rulings(
        tuple(one for one in rulings if isinstance(one, Bond)),
        tuple(one for one in rulings if isinstance(one, Standing)),
        tuple(one for one in rulings if isinstance(one, Naming)),
    )
    linking = link(documents, findings, NO_PACKS, kept)
    return linking, weigh(documents, findings, linking, NO_PACKS, kept)


def one(left: str, right: str, same: bool = True) -> Bond:
    return Bond("same_incident", same, (left,), (right,), "lena", "I asked")


def two_events() -> tuple[Pile, str, str]:
    pile = Pile()
    march = pile.say("a.txt", "Rockets fell in Kest on 4 March, Orsk said.", "Orsk", when="2031-03-04", landed="Kest")
    may = pile.say("b.txt", "Rockets fell in Dol on 9 May, Velm said.", "Velm", when="2031-05-09", landed="Dol")
    return pile, march, may


def test_what_the_rules_keep_apart_a_person_may_call_one() -> None:
    pile, march, may = two_events()
    assert len(set(worked(pile)[0].incident_of.values())) == 2
    linking, weighing = worked(pile, one(march, may))
    assert linking.incident_of[march] == linking.incident_of[may]
    assert [len(incident.claims) for incident in weighing.incidents] == [2]
    assert [(found.judgement, found.by) for found in linking.links if {found.left, found.right} == {march, may}] == [("same", "lena")]


def test_what_the_rules_call_one_a_person_may_keep_apart_and_nothing_crosses_it() -> None:
    pile = rockets()
    claims = [claim.id for finding in pile.parts()[1].values() for claim in finding.claims if claim.kind == "event"]
    home = worked(pile)[0].incident_of
    resident = pile.claims["c.txt"][0].id
    others = tuple(claim for claim in claims if claim != resident and home.get(claim) == home[resident])
    assert others
    linking, _ = worked(pile, Bond("same_incident", False, (resident,), others, "lena"))
    assert all(linking.incident_of[resident] != linking.incident_of[other] for other in others)


def test_of_two_decisions_on_one_pair_the_later_holds() -> None:
    pile, march, may = two_events()
    assert len(set(worked(pile, one(march, may), one(march, may, same=False))[0].incident_of.values())) == 2
    assert len(set(worked(pile, one(march, may, same=False), one(may, march))[0].incident_of.values())) == 1


def test_two_that_a_person_parted_are_not_brought_together_by_a_third() -> None:
    pile, march, may = two_events()
    third = pile.say("c.txt", "A rocket fell, Lund said on the radio that night.", "Lund", when="2031-04-01", landed="Sarn")
    linking, _ = worked(pile, one(march, may, same=False), one(march, third), one(may, third))
    assert linking.incident_of[march] != linking.incident_of[may]


def test_a_statement_is_put_to_an_incident_and_taken_from_it() -> None:
    pile = rockets()
    denial = pile.claims["a.txt"][1].id
    first = pile.claims["a.txt"][0].id
    assert worked(pile)[0].incident_of[denial] == worked(pile)[0].incident_of[first]
    home = worked(pile)[0].incident_of
    members = tuple(claim for claim, incident in home.items() if incident == home[denial] and claim != denial)
    parted, _ = worked(pile, Bond("same_incident", False, (denial,), members, "lena"))
    assert denial not in parted.incident_of
    remark = pile.say("d.txt", "Velm regrets it.", "Velm", kind="statement", verb="statement")
    put, _ = worked(pile, one(remark, first))
    assert put.incident_of[remark] == put.incident_of[first]


def names(*pairs: tuple[str, str]) -> tuple[str, ...]:
    return tuple(mention_key(doc, name) for doc, name in pairs)


def test_actors_are_joined_and_parted_by_a_persons_word() -> None:
    pile = Pile()
    pile.say("a.txt", "The Harran Front said so.", "Harran Front", kind="statement", verb="statement")
    pile.say("b.txt", "The Harran Front said no.", "Harran Front", kind="statement", verb="statement")
    pile.say("c.txt", "Orsk said so.", "Orsk", kind="statement", verb="statement")
    a, b, c = names(("a.txt", "Harran Front"), ("b.txt", "Harran Front"), ("c.txt", "Orsk"))
    assert worked(pile)[0].actor_of[a] == worked(pile)[0].actor_of[b] != worked(pile)[0].actor_of[c]
    parted = worked(pile, Bond("same_actor", False, (a,), (b,), "lena"))[0]
    assert parted.actor_of[a] != parted.actor_of[b]
    joined = worked(pile, Bond("same_actor", True, (a,), (c,), "lena"))[0]
    assert joined.actor_of[a] == joined.actor_of[c]


def test_names_of_one_pack_line_that_a_person_parted_are_two_actors() -> None:
    pile = Pile()
    for doc in ("a.txt", "b.txt", "c.txt"):
        pile.name(doc, "Front", pack="harran_front")
    a, b, c = names(*((doc, "Front") for doc in ("a.txt", "b.txt", "c.txt")))
    linking, _ = worked(pile, Bond("same_actor", False, (a,), (b, c), "lena"))
    assert linking.actor_of[b] == linking.actor_of[c] == "a-harran_front" != linking.actor_of[a]
    assert len({actor.id for actor in linking.actors}) == len(linking.actors) == 2


def test_a_person_gives_an_actor_its_name_kind_and_side() -> None:
    pile = rockets()
    key = names(("a.txt", "Harran Front"))
    linking, _ = worked(pile, Naming(key, {"name": "Front of Harran", "side": "north"}))
    (actor,) = [actor for actor in linking.actors if actor.id == linking.actor_of[key[0]]]
    assert (actor.name, actor.kind, actor.side) == ("Front of Harran", "armed_group", "north")


def test_a_name_that_is_nobodys_makes_no_actor_until_somebody_says_otherwise() -> None:
    pile = rockets()
    key = names(("c.txt", "a resident"))
    assert key[0] in worked(pile)[0].actor_of
    assert key[0] not in worked(pile, Naming(key, nobody=True))[0].actor_of
    assert key[0] in worked(pile, Naming(key, nobody=True), Naming(key))[0].actor_of


@pytest.mark.parametrize("status", ["rejected", "pending", "retracted"])
def test_a_status_that_a_person_gave_stands_before_that_of_the_rules(status: Status) -> None:
    pile = rockets()
    first = pile.claims["a.txt"][0].id
    incident = next(incident for incident in worked(pile)[1].incidents if first in incident.claims)
    given = worked(pile, Standing(status, incident.claims))[1]
    assert {one.id: one.status for one in given.incidents}[incident.id] == status
    back = worked(pile, Standing(status, incident.claims), Standing(None, incident.claims))[1]
    assert {one.id: one.status for one in back.incidents}[incident.id] == incident.status


def test_without_decisions_everything_is_as_the_rules_have_it() -> None:
    pile = rockets()
    assert worked(pile) == (pile.link(), pile.weigh())


def test_decisions_on_claims_that_are_not_here_change_nothing() -> None:
    pile = rockets()
    assert worked(pile, one("000000000000", "111111111111"))[0] == pile.link()
    assert isinstance(pile.parts()[1]["a.txt"], Finding)


def test_a_statement_that_points_at_an_incident_goes_where_a_person_put_it() -> None:
    pile, march, may = two_events()
    denial = pile.say("a.txt", "Velm denied the attack.", "Velm", "denies", "denies", kind="statement", verb="statement")
    assert worked(pile)[0].incident_of[denial] == worked(pile)[0].incident_of[march]
    linking = worked(pile, one(denial, may))[0]
    assert linking.incident_of[denial] == linking.incident_of[may] != linking.incident_of[march]
    assert not [found for found in linking.links if found.kind == "denies" and found.left == denial]


def test_a_statement_is_put_to_no_incident_of_which_a_claim_was_parted_from_it() -> None:
    pile, march, _ = two_events()
    again = pile.say("c.txt", "Rockets fell in Kest on 4 March, Lund said.", "Lund", when="2031-03-04", landed="Kest")
    word = pile.say("c.txt", "Velm will look into it.", "Velm", kind="statement", verb="statement")
    assert worked(pile)[0].incident_of[march] == worked(pile)[0].incident_of[again]
    assert word not in worked(pile, one(word, march), one(word, again, same=False))[0].incident_of


def test_what_is_called_one_is_linked_to_the_first_and_what_is_parted_pair_by_pair() -> None:
    pile = Pile()
    a, b, c, d = sorted(
        pile.say(f"{number}.txt", f"Rockets fell {number} times in Dol.", when="2031-05-09", landed="Dol") for number in range(4)
    )
    said = [Bond("same_incident", True, (a, b), (c, d), "lena"), Bond("same_incident", False, (a,), (c,), "lena")]
    links = [found for found in worked(pile, *said)[0].links if found.by == "lena"]
    assert [(found.left, found.right, found.judgement) for found in links] == [
        (a, b, "same"),
        (a, c, "not_same"),
        (a, d, "same"),
        (b, c, "same"),
    ]


def test_a_decision_on_two_incidents_of_many_claims_is_not_written_out_for_every_pair() -> None:
    pile = Pile()
    made = [pile.say(f"{number:03}.txt", "Rockets fell.", when=f"2031-0{3 + number % 2}-04", landed="Dol") for number in range(300)]
    linking = worked(pile, Bond("same_incident", True, tuple(made[::2]), tuple(made[1::2]), "lena"))[0]
    assert len({linking.incident_of[claim] for claim in made}) == 1
    assert len([found for found in linking.links if found.by == "lena"]) == len(made) - 1
