"""The little language that narrows a list: `place:Termez -status:rejected voice:"Border Guard" since:2022-01`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from sayso.records.claim import Act, Polarity, ReviewState
from sayso.records.incident import Status
from sayso.records.trouble import Trouble
from sayso.records.when import When, parse_when

KEYS: Mapping[str, str] = {
    "place": "where it is said to have happened: a name at any place that its claims give, or a country's two letters",
    "voice": "who says it: the speaker, or the party spoken for",
    "actor": "whom it tells of, or who says it",
    "status": "the status of the incident, or of the pledge",
    "type": "the incident type, the tie's predicate or the figure's measure",
    "kind": "the kind of claim, dispute, pledge or actor",
    "act": "what the voice does: asserts, denies, accuses, …",
    "polarity": "affirms, denies or uncommitted",
    "review": "what a person decided on the claim: unsupervised (nothing), accepted, corrected, rejected or manual (wrote it)",
    "source": "the document: its path, its publisher or the beginning of its hash",
    "side": "the side an actor is on",
    "language": "the language of the document",
    "step": "the step that met the problem",
    "code": "the code of the problem",
    "since": "not over before this day, month or year; what has no date is left out",
    "until": "begun by the end of this day, month or year; what has no date is left out",
}
"""Every key of a filter and what it asks for. A word without a key must stand in the words themselves."""
CLOSED: Mapping[str, Collection[str]] = {"act": get_args(Act), "polarity": get_args(Polarity), "review": get_args(ReviewState)}
"""Keys whose values are a closed list."""
STATUSES = (*get_args(Status), "rejected", "pending", "open", "challenged", "broken", "kept", "lapsed")
"""What an incident or a pledge can stand at, also by a person's word."""
FEW = 12
"""Words that a hint lists; of more it names the page."""
EXACT = frozenset({"status", "type", "kind", "act", "polarity", "review", "language", "step", "code"})
"""Keys whose value must be the whole word; the others ask for whole words inside a name."""
Asked = str | date | When | None
"""What a key of a filter can be asked for in Python; None asks for nothing."""
TERM = re.compile(r'(?P<no>-?)(?:(?P<key>[A-Za-z]+):)?(?:"(?P<words>[^"]*)"|(?P<word>[^\s"]+))(?=\s|$)')


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. Its key is empty where only a word was given."""

    key: str
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Facets:
    """What can be asked of one thing: names and words by key (casefolded), when it was, and its words."""

    values: Mapping[str, frozenset[str]]
    when: When | None = None
    words: Callable[[], str] = field(default=str)


@dataclass(frozen=True, slots=True)
class Filter:
    """Alternatives, of which one must hold; each is a list of terms that must all hold. No alternatives let everything through."""

    alternatives: tuple[tuple[Term, ...], ...] = ()

    def fits(self, facets: Facets) -> bool:
        """Whether one thing is let through."""
        return not self.alternatives or any(all(_holds(term, facets) for term in terms) for terms in self.alternatives)

    def check(self, known: Collection[str], things: str) -> None:
        """Raises Trouble for a key that is none of those known; `things` names what is listed, for the message."""
        for term in (term for terms in self.alternatives for term in terms):
            if term.key and term.key not in known:
                listed = ", ".join(key for key in KEYS if key in known)
                raise Trouble(f"`{term.key}` cannot narrow {things}", f"the keys for {things} are: {listed}")

    def both(self, other: Filter) -> Filter:
        """What is let through by both."""
        if not (self.alternatives and other.alternatives):
            return self if self.alternatives else other
        return Filter(tuple((*mine, *yours) for mine in self.alternatives for yours in other.alternatives))


def parse_filter(text: str) -> Filter:
    """The filter that a text says. Raises Trouble for what is not in the language, with the part."""
    alternatives: list[list[Term]] = [[]]
    rest = text.strip()
    while rest:
        found = TERM.match(rest)
        if found is None:
            raise Trouble(f"the filter cannot be read from here on: {rest}", 'write key:word, -key:word or key:"more words"; OR between')
        if found[0] == "OR":
            alternatives.append([])
        else:
            alternatives[-1].append(_term(found))
        rest = rest[found.end() :].lstrip()
    if len(alternatives) > 1 and not all(alternatives):
        raise Trouble(f"OR stands between two conditions, not at the end: {text}", "write for example place:Drovna OR place:Velmar")
    return Filter(tuple(map(tuple, alternatives))) if alternatives[0] else Filter()


def filter_of(text: str = "", **asked: Asked) -> Filter:
    """The filter that a text says, and that also asks for each of these keys that is not None."""
    terms = tuple(_known(Term(key, str(value))) for key, value in asked.items() if value is not None)
    return parse_filter(text).both(Filter((terms,)) if terms else Filter())


def _term(found: re.Match[str]) -> Term:
    value = found["words"] if found["word"] is None else found["word"]
    if not found["key"] and value.endswith(":") and value[:-1].casefold() in KEYS:
        return _known(Term(value[:-1].casefold(), ""))
    return _known(Term((found["key"] or "").casefold(), value, bool(found["no"])))


def _known(term: Term) -> Term:
    """The term, if its key is known and its value can be one. Raises Trouble else, with the nearest there is."""
    if term.key and term.key not in KEYS:
        raise Trouble(f"the filter knows no `{term.key}`", _nearest(term.key, KEYS))
    if term.key and not term.value.strip():
        raise Trouble(f"nothing stands behind `{term.key}:`", f'write it without a space: {term.key}:word, or {term.key}:"more words"')
    if term.key in ("since", "until"):
        _when(term)
    words = STATUSES if term.key == "status" else CLOSED.get(term.key)
    if words is not None and _word(term.value) not in words:
        raise Trouble(f"no {term.key} is called `{term.value}`", _nearest(_word(term.value), words))
    return term


def check_word(term: Term, known: Mapping[str, str], things: str) -> None:
    """Raises Trouble where the value is none of those that such things can have; `known` gives what each is called in words."""
    if _word(term.value) in known:
        return
    called = [key for key, label in known.items() if _stands(term.value, label.casefold())]
    near = called or difflib.get_close_matches(_word(term.value), known, n=1)
    listed = f"there are: {', '.join(known)}" if len(known) <= FEW else "docs/codebook.md lists them"
    hint = f"did you mean {' or '.join(f'`{key}`' for key in near[:3])}?" if near else listed
    raise Trouble(f"no {term.key} of {things} is called `{term.value}`", hint)


def _nearest(name: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known)}"


def _holds(term: Term, facets: Facets) -> bool:
    if term.key == "since":
        held = facets.when is not None and facets.when.last >= _when(term).first
    elif term.key == "until":
        held = facets.when is not None and facets.when.first <= _when(term).last
    elif term.key in EXACT:
        held = _word(term.value) in facets.values[term.key]
    elif term.key:
        held = any(_stands(term.value, name) for name in facets.values[term.key])
    else:
        held = _stands(term.value, facets.words().casefold())
    return held is not term.negated


def _stands(value: str, text: str) -> bool:
    """Whether the value stands in the text as whole words."""
    return bool(value) and re.search(rf"(?<!\w){re.escape(value.casefold())}(?!\w)", text) is not None


def _word(value: str) -> str:
    return value.casefold().replace("-", "_").replace(" ", "_")


def _when(term: Term) -> When:
    try:
        return parse_when(term.value)
    except ValueError:
        raise Trouble(f"`{term.key}:{term.value}` is no date", "write a day, month or year: 2022-04-18, 2022-04 or 2022") from None
