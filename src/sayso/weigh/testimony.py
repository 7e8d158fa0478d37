"""What weighing an incident looks at in one claim: a plain record, so that an incident is weighed again without reading its claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from sayso.records.amount import Amount
from sayso.records.dispute import DisputeKind
from sayso.records.place import Place
from sayso.records.when import When

T = TypeVar("T")
Excluded = tuple[tuple[str, ...], tuple[str, ...]]
"""The kinds that it says it was, and those that it says it was not, in order."""


class Paper(Struct, frozen=True, array_like=True):
    """The document in which it stands: its path, SHA-256 and language."""

    path: str
    doc: str
    language: str


class Speaker(Struct, frozen=True, array_like=True):
    """Who says it, for which party and camp, and on which side; `country` is the code of one that bears the party's `name`.

    `known` is whether the voice is an actor with a name, `author` whether it is that of a document.
    """

    voice: str
    party: str
    camp: str
    side: str | None
    name: str
    country: str
    known: bool
    author: bool


class Stance(Struct, frozen=True, array_like=True):
    """What it says of whether it happened (`happened`, as in `stances`), with what act and polarity; `event` is its type if it tells one.

    `ascribes` is whether it says that its doer did it, `affirms_it` whether it bears the event out, `own_part` whether its voice denies
    a part in it, `concedes` whether that owns up against its interest, `at_once` whether it denies at once.
    """

    event: str
    act: str
    polarity: str
    happened: str | None
    ascribes: bool
    affirms_it: bool
    own_part: bool
    concedes: bool
    at_once: bool


class Scene(Struct, frozen=True, array_like=True):
    """When and where: the days that it gives, and the words for a day that tell none by themselves.

    `at` is its first place where it took effect, `source` where it came from, `aim` that toward which it went, `end` that which it reached
    or else its aim. `out_of`, `inside` and `into` are the countries of all places from, in and toward which it went. `words` are the first
    of those that tell an event of no listed kind, which nothing else names.
    """

    days: tuple[When, ...]
    day_words: tuple[str, ...]
    at: Place | None
    source: Place | None
    aim: Place | None
    end: Place | None
    out_of: tuple[str, ...]
    inside: tuple[str, ...]
    into: tuple[str, ...]
    words: str


class Doer(Struct, frozen=True, array_like=True):
    """One to whom it ascribes the event, with his party and camp; `named` is whether he is of a kind that is somebody in particular."""

    actor: str
    party: str
    camp: str
    named: bool


class Blamed(Struct, frozen=True, array_like=True):
    """The camp of one whom it says to have done it; `known` is whether that has a name, or is no band, `body` whose people they are."""

    camp: str
    name: str
    known: bool
    body: str


class Blame(Struct, frozen=True, array_like=True):
    """Who did it, who else is blamed for it, each camp once in order, and whether it points to another camp than its own voice's.

    `unnamed` are the words for whom it blames without a name; `states` are the parties of the states and bodies in it, `struck` the
    countries whose names its targets bear, `targets` the kinds of things that it says were hit.
    """

    agents: tuple[Doer, ...]
    accused: tuple[Blamed, ...]
    elsewhere: bool
    unnamed: str
    states: tuple[str, ...]
    struck: tuple[str, ...]
    targets: tuple[str, ...]


class Number(Struct, frozen=True, array_like=True):
    """A number as it is held against others: its ends, whether it is given loosely, and as it is shown."""

    low: float | None
    high: float | None
    loose: bool
    shown: str


class Count(Struct, frozen=True, array_like=True):
    """A number that it gives in a role. `unit` is the noun that is counted, without plural ending, and `word` as written.

    `part` is whether it counts some that are told apart, `fighters` and `people` whether it names fighters, or any kind of people;
    `toll` whether it counts just the dead or hurt; `amount` is that of a detail of the event itself, of which figures are made.
    """

    role: str
    number: Number
    unit: str
    word: str
    part: bool
    fighters: bool
    people: bool
    toll: bool
    amount: Amount | None


class Details(Struct, frozen=True, array_like=True):
    """What it answers to each question of a matrix, its numbers, and the day as of which they are told.

    `weapon` is with what it says that it was done, and with what not; `hit` the same of those who were hit; `made_in` are the countries
    whose weapons it names, `vehicle` is the kind of vehicle in which it says that a bomb was. `appraisals` are what it makes of the
    event as a whole, each with its question and the kind of that.
    """

    answers: tuple[tuple[str, tuple[str, ...]], ...]
    counts: tuple[Count, ...]
    as_of: When | None
    weapon: Excluded
    hit: Excluded
    made_in: tuple[str, ...]
    vehicle: str
    appraisals: tuple[tuple[str, DisputeKind, str], ...]


class Testimony(Struct, frozen=True, array_like=True):
    """One claim as the weighing of its incident looks at it.

    It begins and ends at `start` and `end`; `near` and `far` are the same for claims of the incident that are folded together, by all
    ties and by certain ones.
    """

    claim: str
    start: int
    end: int
    near: str
    far: str
    paper: Paper
    speaker: Speaker
    stance: Stance
    scene: Scene
    blame: Blame
    details: Details
    said: When | None

    @property
    def doc(self) -> str:
        """The SHA-256 of its document."""
        return self.paper.doc

    @property
    def place(self) -> tuple[str, str, int, int, str]:
        """By what the claims of a pile are in order."""
        return self.paper.path, self.paper.doc, self.start, self.end, self.claim


def tallied(things: Iterable[T]) -> list[tuple[T, int]]:
    """Each object once, in order, with how often it is there: of the parts of testimonies that are kept many are one and the same."""
    every = list(things)
    times = Counter(map(id, every))
    return [(thing, times[ident]) for ident, thing in dict(zip(map(id, every), every, strict=True)).items()]
