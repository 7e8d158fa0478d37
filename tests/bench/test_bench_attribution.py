import pytest

from attributed import Article, Attribution, pairing, scores
from attribution import ours, stock_pipeline
from attribution_losses import edges, misses
from sayso.lang.language import pipeline

TEXT = "The harbour master, Ines Kolbe, said the pier was sound. Divers disagreed."
GOLD = Attribution(((0, 31),), ((32, 36),), ((37, 55),))
OTHER = Attribution(((57, 63),), ((64, 73),), ())


@pytest.fixture(scope="module")
def article() -> Article:
    return Article("invented", TEXT, "2024-03-02", ((0, 56), (57, 74)), (), (GOLD, OTHER), pipeline("en")(TEXT))


def test_what_is_found_by_another_cue_is_not_right_by_luck(article: Article) -> None:
    wrong_cue = Attribution(GOLD.source, ((37, 40),), GOLD.content)
    assert scores([pairing(article, [wrong_cue])])["whole overlap"].right == 0


def test_parts_are_right_exactly_or_by_half(article: Article) -> None:
    found = Attribution(((20, 31),), ((32, 36),), ((37, 50),))
    result = scores([pairing(article, [found])])
    assert (result["matched"].right, result["matched"].gold, result["matched"].found) == (1, 2, 1)
    assert result["cue exact"].right == 1
    assert (result["content exact"].right, result["content overlap"].right) == (0, 1)
    assert result["source overlap"].right == 0  # 10 of 30 characters


def test_a_source_that_neither_names_is_right_as_a_whole_and_counted_apart(article: Article) -> None:
    unnamed = Attribution((), GOLD.cue, GOLD.content)
    nobody = Article("invented", TEXT, "", article.sentences, (), (unnamed,), article.parse)
    result = scores([pairing(nobody, [unnamed])])
    assert result["whole exact"].f1 == result["no source"].f1 == 1
    assert result["source exact"].gold == 0


def test_passages_to_be_ignored_are_not_scored(article: Article) -> None:
    passed_over = Article("invented", TEXT, "", article.sentences, ((57, 74),), article.gold, article.parse)
    assert scores([pairing(passed_over, [GOLD, OTHER])])["matched"].gold == 1


def test_claims_become_attributions_by_their_cue_and_the_stock_pipeline_is_a_peer(article: Article) -> None:
    assert [TEXT[slice(*one.cue[0])] for one in ours([article])[0]] == ["said"]
    assert stock_pipeline([article])[0] == [Attribution(((0, 31),), ((32, 36),), ((37, 55),))]


def test_misses_are_counted_by_kind_and_lemma(article: Article) -> None:
    counts, examples = misses([article], [[GOLD]])
    assert "| missed cue | 1 | disagree 1 |" in counts
    assert "Divers | disagreed" in examples
    assert "Divers" not in counts


def test_edges_tell_what_a_part_has_too_much_or_too_little() -> None:
    assert edges("that it fell down", ((0, 17),), ((5, 12),)) == "start -that; end -down"
    assert edges("that it fell down", ((5, 12),), ((0, 12),)) == "start +that"
