"""The bounds of sentences that are looked up are those that spaCy searches for."""

from sayso.find.sentences import same_sentence, sentence_end, sentence_of, sentence_start
from sayso.lang.language import pipeline

TEXT = 'The mayor of Vell denied it. "We fired no rockets," he said. Nobody else spoke.'


def test_each_word_knows_the_bounds_of_its_sentence() -> None:
    for text in (TEXT, "", " ", "Vell"):
        for token in pipeline()(text):
            assert (sentence_start(token), sentence_end(token)) == (token.sent.start, token.sent.end)
            assert sentence_of(token) == token.sent
            assert bool(token.is_sent_start) == (token.i == token.sent.start)
            assert bool(token.is_sent_end) == (token.i + 1 == token.sent.end)


def test_words_of_two_sentences_are_not_in_the_same_one() -> None:
    parse = pipeline()(TEXT)
    assert len(list(parse.sents)) > 1
    assert same_sentence(parse[0], parse[1])
    assert not same_sentence(parse[0], parse[len(parse) - 1])
