"""Which sentences of briefs change where a ledger does: of the brief as it would be told, and of those that people keep."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from sayso.lang.language import load_language
from sayso.records.change import Change
from sayso.tell.book import Book
from sayso.tell.brief import BriefTeller
from sayso.tell.lint import Check
from sayso.tell.markdown import CITATION, unescape
from sayso.tell.wording import Wording

ALIKE = 85.0
"""Share of letters (0-100), whatever the order of words, from which on a new sentence is the old one changed. Set by eye on the demo."""
CITED = re.compile(rf"\s*{CITATION.pattern}")
BRIEF = "brief"
"""Where a sentence stands that `tell brief` writes."""


def changed_sentences(before: Book, after: Book, kept: Mapping[str, str], language: str = "en") -> list[Change]:
    """The sentences that are not told as before: without their citations, and without the numbers of incidents.

    `kept` are briefs that people keep, by name: their sentences are named where they cite claims that are no longer there.
    """
    wording = Wording(load_language(language))
    old, new = ({sentence: cited for _, sentence, cited in _told(book, _brief(book, language), wording)} for book in (before, after))
    claims = {claim.id for finding in after.findings.values() for claim in finding.claims}
    pairs = _paired([one for one in old if one not in new], [one for one in new if one not in old])
    found = [Change("sentence", BRIEF, "", "", was, now, old.get(was) or new[now]) for was, now in pairs]
    for name, text in kept.items():
        found = _placed(found, [*_resting(name, _told(before, text, wording), claims)])
    return found


def _placed(found: Sequence[Change], resting: Sequence[Change]) -> list[Change]:
    """All changes, those of one sentence as one, with all the places where it stands."""
    where = {one.before: one.id for one in resting}
    told = {one.before for one in found if one.before}
    places = [replace(one, id=f"{one.id}, {where[one.before]}") if one.before in where else one for one in found]
    return [*places, *(one for one in resting if one.before not in told)]


def _brief(book: Book, language: str) -> str:
    return BriefTeller(language=language).tell(book, None).text or ""


def _told(book: Book, text: str, wording: Wording) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """The sentences of a brief that cite claims: each with its line and the claims."""
    check = Check(text, book, BRIEF, wording)
    number = re.compile(rf"\(?(?:, )?{wording.phrase('words', 'number', number='[0-9]+')}\)?")
    for line, sentence in check.told():
        cited = tuple(dict.fromkeys(check.notes[int(hit)].claim for hit in CITATION.findall(sentence) if int(hit) in check.notes))
        plain = number.sub(lambda hit: ")" if hit[0].startswith(",") else "", CITED.sub("", sentence))
        if cited:
            yield line, " ".join(unescape(plain).strip("| ").split()), cited


def _paired(gone: Sequence[str], added: Sequence[str]) -> list[tuple[str, str]]:
    """Each sentence that is gone with the new one that is most like it, empty where none is; then what else is new."""
    scores = process.cdist(gone, added, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE).tolist() if gone and added else []
    likest = sorted((-score, row, column) for row, line in enumerate(scores) for column, score in enumerate(line) if score)
    mates: dict[int, int] = {}
    for _, row, column in likest:
        if row not in mates and column not in mates.values():
            mates[row] = column
    pairs = [(sentence, added[mates[row]] if row in mates else "") for row, sentence in enumerate(gone)]
    return [*pairs, *(("", sentence) for column, sentence in enumerate(added) if column not in mates.values())]


def _resting(name: str, sentences: Iterable[tuple[int, str, tuple[str, ...]]], claims: Collection[str]) -> Iterator[Change]:
    """The sentences of a brief that cite what is no longer there, with how much of that stays."""
    for line, sentence, cited in sentences:
        stay = [claim for claim in cited if claim in claims]
        if len(stay) < len(cited):
            after = f"{len(stay)} of its {len(cited)} citations stay" if stay else ""
            yield Change("sentence", f"{name}:{line}", "", "", sentence, after, cited)
