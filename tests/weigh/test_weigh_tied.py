"""Groups of claims that their marks name."""

from __future__ import annotations

from piles import Pile as Papers

from sayso.known.countries import Countries
from sayso.records.worked_out import Linking
from sayso.weigh.origins import ties_between
from sayso.weigh.pile import Pile, pile_of
from sayso.weigh.tied import BODY, STANCE, Gathered


def pile_in(made: Papers) -> Pile:
    return pile_of(*made.parts(), Linking(), Countries())


def test_claims_are_gathered_by_the_groups_that_their_marks_name_but_for_who_is_in_one_alone() -> None:
    made = Papers()
    first = made.say("a.txt", "The Front said it shelled Kest.", "Front")
    second = made.say("b.txt", "The Front said it shelled Orsk.", "Front")
    pile = pile_in(made)
    marks = {second: ("actor a-front", "body d a-front", "stance i tells a-front"), first: ("figure f", "stance i tells a-front")}
    groups = Gathered(pile, marks)
    assert [[claim.id for claim in group] for group in groups.of(STANCE)] == [[first, second]]
    assert list(groups.of(BODY)) == []


def test_what_one_party_tells_is_tied_by_the_marks_of_its_claims_alone() -> None:
    made = Papers()
    first = made.say("a.txt", "The Front said it shelled the mill with mortars.", "Front")
    second = made.say("b.txt", "With mortars it shelled the mill, the Front said.", "Front")
    pile = pile_in(made)
    together: dict[str, tuple[str, ...]] = {first: ("stance i tells a-front",), second: ("stance i tells a-front",)}
    assert {frozenset((tie.left, tie.right)) for tie in ties_between(pile, together)} == {frozenset((first, second))}
    assert ties_between(pile, {first: (), second: ()}) == []
