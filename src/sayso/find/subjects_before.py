"""Whom a pronoun means by the subject of the sentence before, where that is no name: "A diplomat was blunter. She said"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.explanations import Explanations
from sayso.find.grammar import NOUN_SUBJECTS, NOUNS, grammar_of
from sayso.find.passages import Passage
from sayso.find.pointing import parted
from sayso.find.sentences import sentence_of, sentence_start
from sayso.find.spoken_before import Spoke
from sayso.find.stage import Stage
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span

BACK = 3
"""Sentences, the present one included, in which the plural subject that "they" means is sought."""


class SubjectsBefore:
    """Finds such subjects. `bodies` are nouns for bodies and texts that speak, `may_mean` tells whether a pronoun fits an actor, and
    `voice` gives that of a speaker."""

    def __init__(
        self,
        cast: Cast,
        explanations: Explanations,
        bodies: frozenset[str],
        may_mean: Callable[[str, Mention, Token | None], bool],
        voice: Callable[[Passage, Token, Stage], Spoke | None],
    ) -> None:
        self.cast, self.explanations, self.bodies, self.may_mean, self.voice = cast, explanations, bodies, may_mean, voice
        table = cast.language.rules("actors")
        self.people, self.body = frozenset(table["people"]), frozenset(table["pronouns"]["body"])

    def several(self, passage: Passage, speaker: Token) -> Spoke | None:
        """Whom "they" means: the nearest subject before it, in this or the two sentences before, that is of several people."""
        subjects = [token for token in passage.parse[: speaker.i] if token.dep_ in ("nsubj", "nsubjpass", "poss") and token.pos_ in NOUNS]
        for subject in reversed(subjects):
            if sum(bool(token.is_sent_start) for token in passage.parse[subject.i + 1 : speaker.i + 1]) >= BACK:
                return None
            joined = [token for token in subject.conjuncts if token.pos_ in NOUNS]
            people = (
                subject.lemma_.lower() in self.people or subject.lower_ in self.people or subject.ent_type_ in ("PERSON", "NORP", "ORG")
            )
            if people and (joined or subject.tag_ in ("NNS", "NNPS")):
                mention = (None if joined else self.cast.actor_at(passage, subject)) or self.cast.anybody(passage, subject)
                span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
                return Voice(passage.quote(span), span, mention.name), mention
        return None

    def last(self, passage: Passage, before: Passage | None, speaker: Token, stage: Stage) -> Spoke | None:
        """The subject of the sentence before, or of the clause before a semicolon, where it is only described, or a name unknown as one:

        "A diplomat was blunter. "It is lost," she said". What stands in the quotation with which the pronoun's words begin is passed over.
        `before` is the passage before.
        """
        start, here = sentence_start(speaker), passage
        marks = [token.i for token in passage.parse[start : speaker.i] if token.text == ";"]
        start = marks[-1] if marks and speaker.i == marks[-1] + 1 else start  # "The mission was late; it could not tell why"
        while start > 0 and not marks:
            opening = sentence_start(passage.parse[start - 1])
            if not parted(passage.text[passage.start(passage.parse[opening]) : passage.start(passage.parse[start])]):
                break
            start = opening
        parse = passage.parse if start else before.parse if before is not None else None
        root = sentence_of(parse[start - 1]).root if parse is not None and len(parse) else None
        passage = passage if start or before is None else before
        of = NOUN_SUBJECTS if speaker.i == sentence_start(speaker) or marks else {"nsubj"}  # "A man was held. He said"
        subject = next((child for child in root.children if child.dep_ in of), None) if root is not None else None
        if subject is not None and subject.pos_ == "PRON" and root is not None:  # "The caller gave no name -- this is usual. He said"
            subject = next((token for token in sentence_of(root) if token.dep_ in (NOUN_SUBJECTS if marks else {"nsubj"})), subject)
        span = Span(here.sha, here.start(speaker), here.end(speaker))
        named = self.cast.actor_at(passage, subject) if subject is not None and self.cast.name_at(passage, subject) else None
        if (
            named is not None
            and named.kind == "person"
            and 0 < start < sentence_start(speaker)
            and self.may_mean(speaker.lower_, named, None)
        ):
            return Voice(here.quote(span), span, named.name), named  # "Brand laughed. "Renn sold it." He had never been there, he said"
        if subject is None or self.cast.name_at(passage, subject) or self.explanations.name_of(passage, subject):
            return None
        if speaker.lower_ in self.body:
            told = subject.tag_ == "NN" or (subject.tag_ == "NNP" and any(c.lower_ in grammar_of(c).definite for c in subject.lefts))
            speaks = subject.lemma_.lower() in self.bodies and told
            owner = next((child for child in subject.lefts if child.dep_ == "poss" and child.pos_ in NOUNS), None)
            if not speaks and owner is not None and owner.ent_type_ != "PERSON":  # "The army's story has changed. It said"
                subject, speaks = owner, True
            known = self.voice(passage, subject, stage) if speaks else None
            return (Voice(here.quote(span), span, known[0].name), known[1]) if known is not None else None
        if subject.pos_ == "PROPN" and subject.ent_type_ in ("", "PERSON"):
            mention = self.cast.anybody(passage, subject)
        elif (described := self.one_described(passage, subject)) is not None and self.may_mean(speaker.lower_, described, subject):
            mention = described
        else:
            return None
        return Voice(here.quote(span), span, mention.name), mention

    def one_described(self, passage: Passage, subject: Token) -> Mention | None:
        """The one person whom a subject describes: "a fisherman whom I met", not "the fishermen", nor "the driver and his wife"."""
        one = subject.pos_ == "NOUN" and subject.tag_ == "NN" and not any(child.dep_ == "conj" for child in subject.children)
        if not one or subject.lemma_.lower() not in self.people:
            return None
        known = self.cast.actor_at(passage, subject)
        return known if known is not None and known.kind == "person" else self.cast.describe(passage, subject)
