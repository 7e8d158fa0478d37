"""Whose words they are: from the head of a speaker's phrase to a voice, and the hands through which the words went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.cues import Cue
from sayso.find.passages import Passage
from sayso.lang.language import Language
from sayso.records.claim import AUTHOR, Mention, Voice
from sayso.records.when import When

NO_ONE = frozenset({"it", "there", "this", "that", "these", "those", "which", "what"})
AUTHOR_VOICE = Voice(AUTHOR)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carried a person's words: the outlet of an interview or report named before, and when that was."""

    voice: Voice
    said: When | None


@dataclass
class Stage:
    """Who has the word while a document is read: the default voice of a block, the last speaker, and carriers by speaker."""

    default: Voice = AUTHOR_VOICE
    last: Voice | None = None
    carriers: dict[str, Carrier] = field(default_factory=dict)


class VoiceFinder:
    """Turns the speakers of cues into voices."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast = cast
        table = language.rules("cues")
        self.publish, self.interviews = frozenset(table["publish"]), frozenset(table["interviews"])
        self.author_words = frozenset(language.rules("actors")["pronouns"]["author"])
        self.publications = frozenset(language.rules("actors")["publications"])

    def voice(self, passage: Passage, speaker: Token, stage: Stage, required: bool = True) -> tuple[Voice, Mention | None] | None:
        """The voice of a speaker's phrase, and the mention it rests on; None where the phrase is nobody who could speak.

        With `required` unset ("according to ...") any noun will do.
        """
        if speaker.lower_ in self.author_words:
            return (stage.last or stage.default, None) if stage.default is AUTHOR_VOICE and stage.last else (stage.default, None)
        if speaker.lower_ in NO_ONE:
            return None
        owner = next((c for c in speaker.children if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
        if owner is not None and speaker.lemma_.lower() in self.publications:
            return self.voice(passage, owner, stage)
        explained = next(
            (c for c in speaker.children if c.dep_ == "appos" and (n := self.cast.name_at(passage, c)) and n.kind == "person"), None
        )
        mention = self.cast.actor_at(passage, explained if explained is not None and not self._is_person(passage, speaker) else speaker)
        if mention is None:
            mention = self._place(passage, speaker) or self.cast.describe(passage, speaker)
        if mention is None:
            return None if required else self._anonymous(passage, speaker)
        if mention.named and mention.kind not in ("anonymous", "person"):
            mention = self._described(passage, speaker, mention)
        return Voice(mention.text, mention.span, mention.name), mention

    def _is_person(self, passage: Passage, speaker: Token) -> bool:
        name = self.cast.name_at(passage, speaker)
        return name is not None and name.kind == "person"

    def _described(self, passage: Passage, speaker: Token, mention: Mention) -> Mention:
        """The whole phrase where a name is only part of what speaks: "UN monitoring report", not "UN"."""
        inside = mention.span.start <= passage.start(speaker) < mention.span.end
        return mention if inside else (self.cast.describe(passage, speaker) or mention)

    def _anonymous(self, passage: Passage, speaker: Token) -> tuple[Voice, Mention | None]:
        span = self.cast.phrase(passage, speaker)
        return Voice(passage.quote(span), span, None), None

    def _place(self, passage: Passage, speaker: Token) -> Mention | None:
        """A country or a capital that speaks stands for its government ("Tashkent denied")."""
        found = self.cast.place_at(passage, speaker)
        return self.cast.metonym(passage, *found) if found else None

    def hands(self, passage: Passage, cue: Cue, content: Iterable[Token], stage: Stage) -> list[Voice]:
        """The media named beside a cue, through which the words went: "told Reuters", "in an interview with the daily"."""
        inside = {token.i for token in content}
        voices = []
        for child in cue.token.children:
            if child.i in inside or child.dep_ not in ("prep", "dobj", "dative", "advcl", "pobj"):
                continue
            for token in child.subtree:
                if token.i in inside or token.dep_ not in ("pobj", "dobj", "dative", "poss", "compound", "appos"):
                    continue
                mention = self.cast.actor_at(passage, token)
                if mention is None and token.dep_ in ("pobj", "dobj"):
                    mention = self.cast.describe(passage, token)
                if mention is not None and mention.kind == "media":
                    voices.append(Voice(mention.text, mention.span, mention.name))
        return list(dict.fromkeys(voices))

    def note_carrier(self, passage: Passage, sentence: Iterable[Token], said: When | None, stage: Stage) -> None:
        """Remembers an outlet that published an interview with, or a statement of, somebody named in the same sentence."""
        tokens = list(sentence)
        for verb in tokens:
            if verb.lemma_ not in self.publish or verb.pos_ != "VERB":
                continue
            outlet = next((c for c in verb.children if c.dep_ in ("nsubj",)), None)
            thing = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in self.interviews), None)
            if outlet is None or thing is None:
                continue
            mention = self.cast.actor_at(passage, outlet) or self.cast.describe(passage, outlet)
            if mention is None or mention.kind != "media":
                continue
            for token in thing.subtree:
                person = self.cast.name_at(passage, token)
                if person is not None and person.kind == "person":
                    stage.carriers[self.cast.full[person]] = Carrier(Voice(mention.text, mention.span, mention.name), said)

    def interviewee(self, passages: Iterable[Passage]) -> Voice | None:
        """Who is interviewed: the last person named in the sentence that speaks of the interview, before the first question."""
        for passage in passages:
            if passage.block.kind == "question":
                return None
            for sentence in passage.sentences:
                if not any(token.lemma_.lower() in ("interview", "conversation") for token in sentence):
                    continue
                people = [name for token in sentence if (name := self.cast.name_at(passage, token)) and name.kind == "person"]
                if people:
                    mention = self.cast.mention_of(passage, people[-1])
                    return Voice(mention.text, mention.span, mention.name)
        return None
