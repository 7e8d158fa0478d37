from incidents import Marked, pairs, piles, unmarked


def pile(*texts: str) -> list[dict[str, object]]:
    return [{"kind": "a kind", "texts": list(texts)}]


def test_marks_are_taken_out_and_the_words_stand_where_they_stood() -> None:
    texts, mentions = unmarked(["{a|The raid} ended. {b|Another} began."])
    assert texts == ["The raid ended. Another began.\n"]
    assert mentions == [Marked(0, 0, 8, "The raid", "a"), Marked(0, 16, 23, "Another", "b")]
    assert all(texts[one.text][one.start : one.end] == one.words for one in mentions)


def test_accounts_of_one_day_and_place_are_together_and_those_of_another_day_apart() -> None:
    one, other = "{a|Rebels attacked Kestrel on 3 May 2031}.", "{a|The rebels attacked Kestrel on 3 May 2031}, the mayor said."
    sister = "{b|Rebels attacked Kestrel on 20 June 2031}."
    told = list(pairs(pile(one, other, sister)))
    assert [(pair.one, pair.joined) for pair in told] == [(True, True), (False, False), (False, False)]


def test_every_pile_of_the_battery_marks_two_mentions_or_more() -> None:
    for row in piles():
        texts = row["texts"]
        assert isinstance(texts, list)
        _, mentions = unmarked(texts)
        assert len(mentions) > 1, row
