import pytest

from linking import EventMention, line, ours, same_lemma, table

TEXTS = {
    "one": "Gunmen attacked the customs post at Ostrel on 4 May 2021 , police said .",
    "two": "On 4 May 2021 gunmen attacked the customs post at Ostrel . A film won a prize .",
}


def mention(docid: str, word: str, chain: str, lemma: str) -> EventMention:
    start = TEXTS[docid].index(word)
    return EventMention(f"{docid} {word}", docid, 3, start, start + len(word), chain, word, (lemma,))


@pytest.fixture(scope="module")
def mentions() -> list[EventMention]:
    return [mention("one", "attacked", "c1", "attack"), mention("two", "attacked", "c1", "attack"), mention("two", "won", "c2", "win")]


@pytest.fixture(scope="module")
def found(mentions: list[EventMention]) -> dict[str, str]:
    return ours(mentions, TEXTS, {"one": 3, "two": 3})


def test_a_mention_is_mapped_by_the_word_that_tells_the_type_of_its_claim(found: dict[str, str]) -> None:
    assert set(found) == {"one attacked", "two attacked"}


def test_one_incident_in_two_documents_is_one_group(found: dict[str, str]) -> None:
    assert len(set(found.values())) == 1


def test_the_baseline_takes_one_lemma_of_a_topic_for_one_event(mentions: list[EventMention]) -> None:
    assert same_lemma(mentions) == {"one attacked": "3 attack", "two attacked": "3 attack", "two won": "3 win"}


def test_mentions_in_no_group_stand_alone(mentions: list[EventMention], found: dict[str, str]) -> None:
    assert line("Sayso", mentions, found).count("1.000 (P 1.000 R 1.000)") == 2
    assert "2 mentions were mapped" in table(mentions, found)
