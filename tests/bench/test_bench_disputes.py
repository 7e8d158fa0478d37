import json

from battery import FOLDER
from disputes import heard

MILL = "Otto Brand said that the guards had burned the mill in Kestrel on 3 May."


def line(texts: list[str], denials: list[dict[str, str]], disputes: list[list[str]]) -> dict[str, object]:
    return {"kind": "a kind", "texts": texts, "denials": denials, "disputes": disputes}


def test_a_denial_is_heard_and_a_dispute_found_with_its_two_holders() -> None:
    denied = "Anton Velk denied that the guards had burned the mill in Kestrel on 3 May."
    told = heard([line([MILL, denied], [{"speaker": "Anton Velk", "has": "burned the mill"}], [["Otto Brand", "Anton Velk"]])])
    assert [one.outcome for one in told] == ["denial heard", "dispute found"]


def test_a_dispute_of_others_is_not_found() -> None:
    assert [one.outcome for one in heard([line([MILL], [], [["Otto Brand", "Anton Velk"]])])] == ["dispute missed"]


def test_a_control_is_wrong_where_something_is_denied_in_it() -> None:
    texts = (MILL, "Anton Velk denied that the mill was burned.")
    assert [one.outcome for one in heard([line([text], [], []) for text in texts])] == ["control right", "control wrong"]


def test_every_pile_of_the_battery_holds_the_words_that_it_asks_for() -> None:
    for text in (FOLDER / "disputes.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        assert all(any(one["has"] in told for told in row["texts"]) for one in row["denials"]), row
        assert all(len(pair) == 2 for pair in row["disputes"]), row
