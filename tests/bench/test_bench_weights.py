import json
from pathlib import Path

import pytest

from sayso.link import incidents
from weights import NOW, Given, Pile, fitted, given, moved, pile_of, table, weighing

TEXTS = {
    "one": "Gunmen attacked the customs post at Ostrel on 4 May 2021, police said.\n",
    "two": "On 4 May 2021 gunmen attacked the customs post at Ostrel. On 9 June 2021 gunmen attacked a mill in Velm.\n",
}
OFF = ("own_name", "own_town", "same_day_some_words", "same_day_half_the_words")
TOO_LOW = {**NOW, "same_day": -0.5, **dict.fromkeys(OFF, 0.0)}  # by half of one too little for the two at Ostrel


def coded(incident: str, *told: tuple[str, str], other: str = "") -> str:
    evidence = [{"doc": doc, "start": TEXTS[doc].index(words), "end": TEXTS[doc].index(words) + len(words)} for doc, words in told]
    return json.dumps({"id": incident, "evidence": evidence, "not_same_as": [other] if other else []})


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Pile:
    folder = tmp_path_factory.mktemp("pile")
    for name, text in TEXTS.items():
        path: Path = folder / "texts" / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    post = coded("post", ("one", "Gunmen attacked the customs post"), ("two", "gunmen attacked the customs post at Ostrel"), other="mill")
    mill = coded("mill", ("two", "gunmen attacked a mill in Velm"), other="post")
    (folder / "gold").mkdir()
    (folder / "gold" / "incidents.jsonl").write_text(f"{post}\n{mill}\n", encoding="utf-8")
    return pile_of(folder)


def test_a_mention_of_the_gold_is_the_claim_of_ours_that_fits_its_span(pile: Pile) -> None:
    assert len(set(pile.at.values())) == 3
    assert given(pile, NOW) == Given(1.0, 0)


def test_other_weights_part_what_is_one_and_are_gone_afterwards(pile: Pile) -> None:
    before = dict(vars(incidents))
    with weighing(TOO_LOW):
        assert vars(incidents)["IN_TEXT"] is not before["IN_TEXT"]
    assert vars(incidents) == before
    assert given(pile, TOO_LOW).f1 < 1.0


def test_weights_are_moved_until_one_incident_is_one_again(pile: Pile) -> None:
    found = fitted([pile], start=TOO_LOW)
    assert given(pile, found) == Given(1.0, 0)
    assert found != TOO_LOW


def test_no_move_is_kept_that_makes_another_pile_worse(pile: Pile) -> None:
    apart = Pile("apart", pile.found, pile.pairs, {key: key for key in pile.gold}, pile.at, frozenset())
    assert given(apart, fitted([pile], [apart], TOO_LOW)).f1 == given(apart, TOO_LOW).f1 == 1.0


def test_two_incidents_that_are_not_the_same_count_as_wrong_where_they_are_one(pile: Pile) -> None:
    here = frozenset([frozenset(["post", "quay"])])
    keys = [key for key in pile.gold if pile.gold[key] == "post"]
    two = Pile("two", pile.found, pile.pairs, {keys[0]: "post", keys[1]: "quay"}, pile.at, here)
    assert given(two, NOW).wrong == 1


def test_weights_that_need_no_move_are_told_as_such(pile: Pile) -> None:
    assert moved(fitted([pile])) == "none"
    assert table([pile], []).splitlines()[2] == f"| {pile.name} | 1.000, 0 | 1.000, 0 |  |"
