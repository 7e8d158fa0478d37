"""Who has the word while a document is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.find.grammar import tells_us
from sayso.records.claim import AUTHOR, Mention, Voice
from sayso.records.when import When

AUTHOR_VOICE = Voice(AUTHOR)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carried a person's words: the outlet of an interview or report named before, and when that was."""

    voice: Voice
    said: When | None


@dataclass(slots=True)
class Stage:
    """Who has the word while a document is read: the default voice of a block, who spoke last, and carriers by speaker.

    `here` are the speakers of the last sentence, `last` those of the last one that had any, `described` the last speaker by the noun that
    described him; `accused` is whom the sentence before accuses, `sides` whom a speaker was said to speak for, by his name; `through` are
    the outlets through which his words went last, with the place in the text of the last of them; `text` is who put out the last text told
    of; `spoke` is how often each person spoke, and `told_us` are those who told something to who writes; `addressed` is who is spoken to
    in a talk, and `guest` who is interviewed; `issuers` are the lines, in small letters, that name who put all of the text out.
    """

    default: Voice = AUTHOR_VOICE
    here: list[tuple[Token, Voice, Mention | None]] = field(default_factory=list)
    last: list[tuple[Token, Voice, Mention | None]] = field(default_factory=list)
    carriers: dict[str, Carrier] = field(default_factory=dict)
    described: dict[str, tuple[Voice, Mention | None]] = field(default_factory=dict)
    accused: tuple[Token, Mention] | None = None
    sides: dict[str, dict[str, str]] = field(default_factory=dict)
    through: dict[str, tuple[tuple[Voice, ...], int]] = field(default_factory=dict)
    text: tuple[Voice, Mention] | None = None
    addressed: Voice | None = None
    spoke: Counter[str] = field(default_factory=Counter)
    told_us: dict[str, tuple[Voice, Mention]] = field(default_factory=dict)
    guest: Voice | None = None
    issuers: str = ""

    def speaks_for(self, speaker: str | None, other: str | None) -> bool:
        """Whether a speaker was called the spokesman, minister or the like of another."""
        return other is not None and other in self.sides.get(speaker or "", {})

    def hear(self, spoken: Iterable[tuple[Token, Voice, Mention | None]]) -> None:
        """Takes note of the speakers of a sentence."""
        self.here = list(spoken)
        self.last = self.here or self.last
        for token, voice, mention in self.here:
            if mention is not None and mention.kind == "person" and voice.name is not None:
                self.spoke[voice.name] += 1
                if tells_us(token.head):
                    self.told_us[voice.name] = voice, mention
            if token.pos_ in ("NOUN", "PROPN") and mention is not None:
                self.described[token.lower_] = (voice, mention)
