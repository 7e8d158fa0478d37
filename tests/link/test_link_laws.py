"""What holds of linking for every pile: no order matters, no decision is crossed, a crowd is no other than a few."""

from __future__ import annotations

from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from piles import NO_PACKS, Pile

from sayso.link import crowds, linker
from sayso.link.clusters import Clusters
from sayso.link.happenings import FIELDS
from sayso.link.incident_features import FEATURES, FORBIDDING, clause_of, face
from sayso.link.incidents import incident_links, incidents_of
from sayso.link.judge import Table, forbidden, judge
from sayso.link.linker import NO_RULINGS, link
from sayso.link.parted import Border
from sayso.link.people import Word
from sayso.link.undated import UNDATED
from sayso.records.review import Bond, Rulings
from sayso.records.worked_out import Linking, mention_key
from sayso.weigh.weigher import weigh

Told = tuple[str, str, int | None, str, str, str, bool]
TOLD = st.tuples(
    st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt"]),
    st.sampled_from(["Orsk", "Velm", "Nadir Renn", "Otto Renn", "Renn", "a resident"]),
    st.sampled_from([4, 5, 6, None]),
    st.sampled_from(["Kest", "Sarn", "Dol"]),
    st.sampled_from(["Front", "Harran Front", "Lund"]),
    st.sampled_from(["tells", "denies", "points", "pledges"]),
    st.booleans(),
)
PILES = st.lists(TOLD, max_size=12)
VERBS = {True: "shelling_artillery_missile_attack", False: "armed_clash"}


def pile_of(told: list[Told]) -> Pile:
    """The pile in which these are told, each in a paragraph of its own."""
    pile = Pile(published={"a.txt": "2031-03-05", "b.txt": "2031-03-07"})
    for doc, voice, day, place, agent, how, rockets in told:
        when = f"2031-03-0{day}" if day else None
        if how == "points":
            pile.say(doc, f"{voice} denied the attack.", voice, "denies", "denies", kind="statement", verb="statement")
        elif how == "pledges":
            words = f"{voice} pledged that nobody will attack {place} from its soil."
            pile.say(doc, words, voice, "pledges", kind="statement", verb="statement", said=when)
        else:
            act, polarity = ("denies", "denies") if how == "denies" else ("asserts", "affirms")
            words = f"{voice} said that the {agent} struck {place}" + (f" on {day} March." if day else ".")
            pile.say(doc, words, voice, act, polarity, verb=VERBS[rockets], when=when, landed=place, agent=agent)  # type: ignore[arg-type]
    return pile


def linked(pile: Pile, *bonds: Bond) -> Linking:
    return link(*pile.parts(), NO_PACKS, Rulings(bonds))


@settings(max_examples=60, deadline=None)
@given(PILES, st.randoms(use_true_random=False))
def test_the_order_in_which_documents_come_changes_nothing(told: list[Told], chance: object) -> None:
    documents, findings = pile_of(told).parts()
    shuffled = sorted(documents, key=lambda _: chance.random())  # type: ignore[attr-defined]
    other = {document.sha256: findings[document.sha256] for document in shuffled}
    linking, again = link(documents, findings, NO_PACKS), link(shuffled, other, NO_PACKS)
    assert again == linking
    assert weigh(shuffled, other, again, NO_PACKS) == weigh(documents, findings, linking, NO_PACKS)


PAIRS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.booleans()), max_size=6)


@settings(max_examples=150, deadline=None)
@given(PILES, PAIRS)
def test_what_a_person_last_called_not_the_same_is_never_one_incident(told: list[Told], pairs: list[tuple[int, int, bool]]) -> None:
    pile = pile_of(told)
    claims = [claim.id for finding in pile.parts()[1].values() for claim in finding.claims]
    bonds = [
        Bond("same_incident", same, (claims[one],), (claims[other],), "lena")
        for one, other, same in pairs
        if one != other and max(one, other) < len(claims)
    ]
    home = linked(pile, *bonds).incident_of
    last = {frozenset((*bond.left, *bond.right)): bond.same for bond in bonds}
    for pair in (pair for pair, same in last.items() if not same):
        one, other = pair
        assert one not in home or home[one] != home.get(other)


@settings(max_examples=60, deadline=None)
@given(PILES, PAIRS)
def test_names_that_a_person_last_called_not_the_same_are_never_one_actor(told: list[Told], pairs: list[tuple[int, int, bool]]) -> None:
    pile = pile_of(told)
    names = sorted({mention_key(doc, mention.name) for doc, own in pile.mentions.items() for mention in own})
    bonds = [
        Bond("same_actor", same, (names[one],), (names[other],), "lena")
        for one, other, same in pairs
        if one != other and max(one, other) < len(names)
    ]
    actor_of = linked(pile, *bonds).actor_of
    last = {frozenset((*bond.left, *bond.right)): bond.same for bond in bonds}
    for pair in (pair for pair, same in last.items() if not same):
        one, other = pair
        assert actor_of[one] != actor_of[other]


@settings(max_examples=60, deadline=None)
@given(PILES)
def test_mentions_with_one_face_are_kept_apart_from_the_same_others(told: list[Told]) -> None:
    documents, findings = pile_of(told).parts()
    found = linker.linked(documents, findings, NO_PACKS, NO_RULINGS).found
    clauses = [clause_of(one) for one in found]
    faces = {one.id: face(one, clauses.count(clause_of(one)) > 1) for one in found}
    for one, other in combinations(found, 2):
        if faces[one.id] == faces[other.id]:
            thirds = [third for third in found if third.id not in (one.id, other.id)]
            assert [forbidden(one, third, FORBIDDING) for third in thirds] == [forbidden(other, third, FORBIDDING) for third in thirds]


@settings(max_examples=60, deadline=None)
@given(PILES)
def test_a_row_that_is_left_out_of_two_texts_sees_nothing_in_them(told: list[Told]) -> None:
    documents, findings = pile_of(told).parts()
    found = linker.linked(documents, findings, NO_PACKS, NO_RULINGS).found
    for one, other in ((one, other) for one, other in combinations(found, 2) if one.doc != other.doc):
        assert not [feature.meaning for feature in FEATURES if feature.in_text and feature.look(one, other) is not None]
        score, reasons = judge(one, other, FEATURES)
        assert judge(one, other, FEATURES, score) == (score, reasons)
        assert judge(one, other, FEATURES, score + 0.5) == (score, ())


@settings(max_examples=60, deadline=None)
@given(PILES, st.randoms(use_true_random=False))
def test_incidents_do_not_depend_on_the_order_in_which_pairs_were_judged(told: list[Told], random: Random) -> None:
    documents, findings = pile_of(told).parts()
    whole = linker.linked(documents, findings, NO_PACKS, NO_RULINGS)
    links, _ = incident_links(whole.found, whole.vacated)
    shuffled = random.sample(links, len(links))
    one, other = (incidents_of(whole.found, some, whole.offers, Word(NO_RULINGS, "same_incident"), Border()) for some in (links, shuffled))
    assert one.incident_of == other.incident_of
    assert {parted.link: parted.by for parted in one.parted} == {parted.link: parted.by for parted in other.parted}


@settings(max_examples=60, deadline=None)
@given(PILES)
def test_a_row_for_which_a_pair_tells_too_little_sees_nothing_in_it(told: list[Told]) -> None:
    documents, findings = pile_of(told).parts()
    every = (*FEATURES, *UNDATED)
    table = Table(every, FIELDS)
    for one, other in combinations(linker.linked(documents, findings, NO_PACKS, NO_RULINGS).found, 2):
        left_out = set(every) - set(table.features(one.fields, other.fields))
        assert not [row.meaning for row in left_out if row.look(one, other) is not None]


@given(st.lists(st.integers(0, 30), max_size=25), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=40))
def test_groups_are_the_same_whether_faces_are_shared_or_not(values: list[int], joins: list[tuple[int, int]]) -> None:
    value = {f"{number:02}": number_of for number, number_of in enumerate(values)}

    def apart(one: str, other: str) -> bool:
        return (value[one] % 7) * (value[other] % 7) % 5 == 1

    plain, faced = Clusters(value, apart), Clusters(value, apart, lambda one: value[one] % 7)
    for left, right in ((f"{one:02}", f"{other:02}") for one, other in joins if max(one, other) < len(values)):
        assert plain.join(left, right) == faced.join(left, right)
        assert sorted(plain.members(left)) == sorted(faced.members(left))
    assert [sorted(group) for group in plain.groups()] == [sorted(group) for group in faced.groups()]


def crowd(size: int) -> Pile:
    """One fire of rockets and one at another place on the same day, each told by many."""
    pile = Pile()
    for number in range(size):
        place = ("Kest", "Dol")[number % 2]
        pile.say(f"{number:03}.txt", f"Rockets fell in {place} on 4 March, the {number}th resident said.", when="2031-03-04", landed=place)
    return pile


def test_a_crowd_of_reports_of_one_day_comes_to_the_incidents_that_comparing_each_with_each_comes_to() -> None:
    few, many = (crowd(size).link() for size in (crowds.CROWD, 6 * crowds.CROWD))
    assert len(set(few.incident_of.values())) == len(set(many.incident_of.values())) == 2
    assert len(many.links) < 6 * crowds.CROWD * 2 * crowds.FIRST
