from battery import FOLDER, battery
from events import near, told


def line(text: str, event: dict[str, str] | None) -> dict[str, object]:
    return {"text": text, "kind": "a kind", "event": event}


def test_an_event_is_heard_with_its_doer_and_its_target() -> None:
    wanted = {"type": "attack", "by": "the rebels", "target": "the convoy", "has": "attacked the convoy"}
    (one,) = told([line("On Monday the rebels attacked the convoy near Kest.", wanted)])
    assert (one.outcome, one.doer, one.target) == ("heard", True, True)


def test_an_event_of_another_family_or_without_its_words_is_not_heard() -> None:
    other = {"type": "agreement", "has": "attacked the convoy"}
    texts = [line("On Monday the rebels attacked the convoy near Kest.", other), line("The road to Kest is long.", other)]
    assert [one.outcome for one in told(texts)] == ["another type", "unheard"]


def test_a_control_is_wrong_where_an_event_is_found_in_it() -> None:
    texts = ("The road to Kest is long.", "On Monday the rebels attacked the convoy near Kest.")
    assert [one.outcome for one in told([line(text, None) for text in texts])] == ["right", "wrong"]


def test_every_line_of_the_battery_holds_the_words_that_it_asks_for_and_a_known_type() -> None:
    for row in battery(FOLDER / "events.jsonl"):
        event = row["event"]
        if isinstance(event, dict):
            assert str(event["has"]).lower() in str(row["text"]).lower(), row
            assert near([event["type"]]), row
