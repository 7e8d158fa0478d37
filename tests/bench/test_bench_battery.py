from battery import BATTERIES, FOLDER, Heard, battery, heard


def line(text: str, kind: str, *claims: tuple[str, str, str]) -> dict[str, object]:
    return {"text": text, "kind": kind, "claims": [{"speaker": who, "act": act, "has": words} for who, act, words in claims]}


def test_a_claim_is_heard_with_its_voice_and_its_act() -> None:
    text = "Otto Brand denied on Monday that the mill was burnt."
    told = list(
        heard([line(text, "verb", ("Otto Brand", "denies", "the mill was burnt"), ("Otto Brand", "pledges", "the mill was burnt"))])
    )
    assert told == [Heard("verb", text, "heard", "Otto Brand: denies"), Heard("verb", text, "another act", "Otto Brand: pledges")]


def test_a_claim_of_another_voice_is_not_heard() -> None:
    told = heard([line("Otto Brand said that the mill was burnt.", "verb", ("Anton Velk", "asserts", "the mill was burnt"))])
    assert [one.outcome for one in told] == ["another voice"]


def test_a_control_is_wrong_where_somebody_is_given_words_in_it() -> None:
    texts = ("The road by the mill calls for repair.", "Otto Brand said that the mill was burnt.")
    assert [one.outcome for one in heard([line(text, "control") for text in texts])] == ["right", "wrong"]


def test_every_line_of_the_batteries_holds_the_words_that_it_asks_for() -> None:
    for path in (FOLDER / f"{name}.jsonl" for name in BATTERIES):
        for one in battery(path):
            claims = one["claims"]
            assert isinstance(claims, list)
            assert all(claim["speaker"] in str(one["text"]) and claim["has"] in str(one["text"]) for claim in claims), one
