"""What is heard in a passage: its sentences with who says what in them, its quotations, and whose they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.find.attributions import Attribution, says_nothing
from sayso.find.cue import Cue
from sayso.find.grammar import FINITE
from sayso.find.passages import Passage
from sayso.find.quotations import Quotations
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span
from sayso.records.when import When


@dataclass(frozen=True, slots=True)
class Told:
    """Whose words a stretch of text is: the chain of voices, when it was said, and where the text says so."""

    voices: tuple[Voice, ...]
    said: When | None = None
    mark: Span | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence with its tokens and attributions, and what the report itself tells beside them: verbs with their words."""

    span: Tokens
    tokens: list[Token]
    found: list[Attribution]
    remarks: list[tuple[Token, list[Token]]] = field(default_factory=list)
    facts: list[tuple[Token, list[Token]]] = field(default_factory=list)


def spoken_in(line: Sentence) -> list[Attribution]:
    """What somebody known says in a sentence, who is not the "I" of a quotation."""
    return [one for one in line.found if not one.first_person and one.mention is not None]


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that a colon announces without marks ("The minister said: ..."), from a token's place on; `open_` if they follow elsewhere."""

    told: Told
    start: int
    open_: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A passage with its sentences, its quotations and whose they are; `default` is whose the rest is, `carried` who spoke before it.

    `told` are the places of words that a later cue says.
    """

    passage: Passage
    quotations: Quotations
    default: Told
    carried: Told | None = None
    sentences: list[Sentence] = field(default_factory=list)
    owners: dict[range, Told] = field(default_factory=dict)
    told: set[int] = field(default_factory=set)
    statements: list[Statement] = field(default_factory=list)

    def owner(self, tokens: Sequence[Token]) -> Told | None:
        """Whose quotation holds the tokens."""
        quotation = self.quotations.around(tokens)
        if quotation is not None:
            return self.owners.get(quotation)
        return next((one.told for one in reversed(self.statements) if tokens and tokens[0].i >= one.start), None)

    def goes_on_behind(self, one: Attribution, line: Sentence, is_author: Callable[[Token], bool], texts: frozenset[str]) -> bool:
        """Whether words without marks behind a colon ("The minister said: ...") may go on in the sentences behind.

        If the colon stands apart from the verb ("stated on the radio: I am here. We will stay."), they do so only where the next one is in
        the first person. So may those of one of the `texts`, nouns, where no colon stands: "The communique said it was over. We will stay."
        """
        parse, first = self.passage.parse, min(one.content, default=0)
        if any(self.quotations.at(place) for place in one.content) or (one.cue.set_off and not _is_clause(parse, one)):
            return False
        if parse[one.cue.token.i + 1 : one.cue.token.i + 3].text.startswith(":"):
            return parse[first].dep_ != "mark"  # "says what he says: that a ship was seen"
        if texts & {one.speaker.lemma_.lower()}:
            return self._goes_on_as_we(line, is_author)
        behind = next((other for other in self.passage.sentences if other.start >= line.span.end), ())
        return one.cue.token.i < first and parse[first - 1].text == ":" and any(map(is_author, behind))

    def _goes_on_as_we(self, line: Sentence, is_author: Callable[[Token], bool]) -> bool:
        """Whether one of the sentences behind a line is in the first person, outside of quotations, and nobody spoke between."""
        behind = [other for other in self.sentences if other.span.start >= line.span.end]
        ours = (n for n, other in enumerate(behind) if any(is_author(t) and self.quotations.at(t.i) is None for t in other.tokens))
        first = next(ours, None)
        return first is not None and not any(spoken_in(other) for other in behind[:first])

    def in_person(self, one: Attribution, found: Sequence[Attribution]) -> Attribution:
        """An attribution whose "we" or "I" is the one whose quoted words hold it."""
        if not one.first_person:
            return one
        around = [other for other in found if one.cue.token.i in other.content and not other.first_person]
        if around:
            return replace(one, voice=around[-1].voice, mention=around[-1].mention)
        owner = self.owner([one.cue.token])
        return replace(one, voice=owner.voices[0]) if owner is not None else one

    def calls(self, head: Token) -> Told | None:
        """Who says of something what stands in quotation marks from its verb on: "The reports "are a fable"."."""
        quotation = self.quotations.at(head.i)
        subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
        if quotation is None or subject is None or subject.i in quotation or head.dep_ != "ROOT":
            return None
        return self.owners.get(quotation)

    def is_mute(self, one: Attribution) -> bool:
        """Whether a cue outside of quotations has too few words of its own: the sentence is then its author's."""
        silent = says_nothing(one, self.passage.parse, self.quotations.at)
        return silent and all(self.quotations.at(place) is None for place in (one.cue.token.i, *one.content))

    def is_part(self, one: Attribution) -> bool:
        """Whether a cue inside a quotation tells only what somebody's pronoun does in it: that is the quoted person's statement.

        What a body holds is part of it too, but not in a clause on its name: "We welcome the report, which found that ...".
        """
        owner = self.owner([one.cue.token])
        if owner is None or one.first_person:
            return owner is not None and one.cue.token.dep_ == "relcl"  # "the rise that we expected" names a thing
        known = one.mention is not None and one.mention.kind not in ("person", "anonymous")
        found = known and one.cue.token.dep_ == "relcl" and any(head.dep_ == "ccomp" for head in one.cue.heads)
        return (one.cue.mental and not found) or (one.speaker.pos_ == "PRON" and not known) or one.voice.name == owner.voices[0].name


def _is_clause(parse: Doc, one: Attribution) -> bool:
    """Whether what is said has a verb, unlike in "Army: a gas leak"."""
    return any(parse[place].tag_ in FINITE for place in one.content)


def spoken_outside(heard: Heard, speaker: Token, cue: Cue, found: Sequence[Attribution]) -> tuple[Voice, Mention | None] | None:
    """Who goes on behind his quotation with a verb that a parser joins to its words: "wrote that "we hold it", and promised"."""
    at = heard.quotations.at
    if speaker.pos_ != "PRON" or at(speaker.i) is None or at(cue.token.i) is not None:
        return None
    before = [one for one in found if one.cue.token.i < speaker.i and at(one.cue.token.i) is None and not one.first_person]
    return (before[-1].voice, before[-1].mention) if before else None
