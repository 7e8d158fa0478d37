"""A word that performs an act of speech, with who performs it and what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from sayso.records.claim import Act

Row = Mapping[str, object]
"""What the table `cues` tells of a verb: its act, what it takes, and when it performs another act or none."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A cue at its token. `heads` are the tokens whose subtrees are what is said; `speakers` the heads of the phrases of who says it.

    `published` is True where the words are those of something published (a video, a statement) rather than spoken, `anyone` where
    whatever is the subject speaks ("the slide says"), `mental` where something is held or shown rather than said; `of_armed` is the
    act where an armed group is the subject; `gapped` where the verb of another speaker is meant, or the parser sees none (a headline);
    then `words` are the speaker's. A cue without heads stands beside a quotation that is not part of its sentence's parse.
    """

    token: Token
    act: Act
    heads: tuple[Token, ...]
    speakers: tuple[Token, ...]
    negated: bool = False
    published: bool = False
    attitude: bool = False
    anyone: bool = False
    mental: bool = False
    of_armed: Act | None = None
    gapped: bool = False
    words: tuple[Token, ...] = field(default=())

    @property
    def set_off(self) -> bool:
        """Whether a mark stands for the verb, with the speaker's words beside it."""
        return self.token.is_punct or self.gapped

    def act_by(self, kind: str | None) -> Act:
        """The act where a speaker of this kind is the subject."""
        deed = self.of_armed if self.of_armed == "claims_responsibility" else None  # of a group no word may tell that it is armed
        return {"armed_group": self.of_armed, "other": deed, "anonymous": deed}.get(kind or "") or self.act
