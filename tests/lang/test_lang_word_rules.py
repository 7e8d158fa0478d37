"""The rules for attributes, asked once for each kind of word, say the same as spaCy's component that asks them of every word."""

import spacy
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from sayso.lang.language import load_language
from sayso.lang.word_rules import with_word_rules

TEXTS = (
    "There is nothin' left in Vell, and y'all ain't gonna believe what the gov't didn't do.",
    "Let's go: the mayor's men have to leave, he'd said, because of what's there.\n\nC'mon, we've got ta run!  ",
    "Which of them did it, and to whom do the 3 boats belong? (Mr. Oru says: 'not ours'.)",
)


def _told(doc: Doc) -> list[tuple[str, ...]]:
    return [(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, token.ent_type_) for token in doc]


def test_each_word_has_the_attributes_that_the_pipeline_gives_it_otherwise() -> None:
    model = load_language("en").model
    plain, quick = spacy.load(model), with_word_rules(spacy.load(model))
    for _ in range(2):  # asked anew and kept
        for text in TEXTS:
            assert _told(quick(text)) == _told(plain(text))


def test_words_that_no_rule_names_are_asked_once_for_all_of_them() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "oru"}], [{"LOWER": {"IN": ["vell", "dal"]}}]], {"TAG": "NNP"})
    ruler.add([[{"LOWER": {"REGEX": "^b.*a$"}}], [{"LOWER": "the"}, {"LOWER": "sea"}]], {"TAG": "NN"})
    doc = with_word_rules(nlp)("Oru met Bora in Vell by the sea")
    assert [token.tag_ for token in doc] == ["NNP", "", "NN", "", "NNP", "", "NN", ""]
    assert len(ruler.matcher._answers) == 3  # type: ignore[attr-defined]  # Oru, Vell, all others


def test_a_pipeline_without_such_rules_stays_as_it_is() -> None:
    assert [token.text for token in with_word_rules(spacy.blank("en"))("Oru left")] == ["Oru", "left"]
