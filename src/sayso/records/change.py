"""One thing that differs between two states of a ledger: as it was, and as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

News = Literal["new", "contradicts", "reversed", "corroborated", "status", "pledge"]
"""What new reports and decisions can bring."""
Loss = Literal["claim", "incident", "status", "origins", "position", "dispute", "pledge", "sentence"]
"""What can fall or change where a source is withdrawn."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs: `id` is that of a claim, incident, dispute, pledge or actor; of a sentence, where it stands ("briefs/a.md:14").

    `about` names it in words, and `detail` the party and question in which it differs. `before` is empty for what was not there,
    `after` for what is there no more. `claims` are the ids of those on which the difference rests.
    """

    kind: News | Loss
    id: str
    about: str
    detail: str
    before: str
    after: str
    claims: tuple[str, ...] = ()
