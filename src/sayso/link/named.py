"""The names of one pile before linking: who is named where, under which spellings, and what the texts say of the names themselves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.lang.language import Language, language_of
from sayso.link.names import fold, is_acronym, skeleton, without_opening, words
from sayso.link.titles import ENDING, spellings
from sayso.records.claim import Claim, Finding, Mention
from sayso.records.document import Document
from sayso.records.worked_out import mention_key

ALIAS = frozenset({"alias_of", "renamed_from"})
APART = frozenset(
    {
        "splinter_of", "offshoot_of", "wing_of", "part_of", "affiliate_of", "member_of", "former_member_of", "merged_into", "leads",
        "spokesperson_for", "represents", "hostile_to", "allied_with", "pledged_allegiance_to", "commanded_by", "deputy_of", "founded_by",
    }
)  # fmt: skip
"""Ties that only two different actors can have."""
STATE_KINDS = frozenset({"state", "government_body", "other"})
UNNAMED_KINDS = frozenset({"anonymous"})


@dataclass(frozen=True)
class Named:
    """One document-level name: where it is first seen, what it is said to be, and what else the pile tells of it.

    `pack` is the id of the pack's line that knows it; `named` is False for voices that are only described ("a resident").
    `core` is the folded name without words for those who govern, `state` the ISO code of the country that it means as a state.
    `fuller` is the key of the one person whose full name holds this single word; `known_as` are the keys that a text equates with it.
    """

    key: str
    doc: str
    name: str
    kind: str
    pack: str | None
    named: bool
    first: tuple[str, int]
    language: Language
    mentions: tuple[Mention, ...] = ()
    folded: str = ""
    words: tuple[str, ...] = ()
    core: str = ""
    state: str = ""
    fuller: str | None = None
    known_as: frozenset[str] = field(default_factory=frozenset)
    unlike: frozenset[str] = field(default_factory=frozenset)


def named_in(documents: Sequence[Document], findings: Mapping[str, Finding], country_of: Callable[[str], str]) -> list[Named]:
    """All names of the pile, in order of path and place. `country_of` gives the ISO code of a country's name or adjective."""
    found = [one for document in documents if document.sha256 in findings for one in _of_document(document, findings[document.sha256])]
    fuller, known, unlike = _fuller(found), _said(documents, findings, found, ALIAS), _said(documents, findings, found, APART)
    here: dict[str, list[Named]] = defaultdict(list)
    for one in found:
        here[one.doc].append(one)
    for document in documents:
        _brackets(document, here[document.sha256], known)
    for own in here.values():
        _one_in_two_spellings(own, known)
    _spelt_out_elsewhere(found, known)
    core = {one.key: _core(one.folded, one.language) for one in found}
    return [
        replace(
            one, core=core[one.key], state=_state(one, core[one.key], country_of), fuller=fuller.get(one.key),
            known_as=frozenset(known[one.key]), unlike=frozenset(unlike[one.key]),
        )
        for one in sorted(found, key=lambda one: (one.first, one.key))
    ]  # fmt: skip


def _core(folded: str, language: Language) -> str:
    """A folded name without words for those who govern: "taliban government" is "taliban"."""
    table = language.rules("governing")
    if any(word in table["former"] for word in folded.split()):
        return folded
    for word in sorted(table["after"], key=len, reverse=True):
        folded = folded.removesuffix(f" {word}")
        for led in table["led"]:
            folded = folded.removesuffix(f" {led} {word}")
    for word in table["before"]:
        folded = folded.removeprefix(f"{word} ")
    return _office_last(without_opening(folded), table["offices"], language.grammar.belonging)


def _office_last(folded: str, offices: Sequence[str], belonging: Iterable[str]) -> str:
    """A body's name with its kind at the end: "ministry of the interior" as "interior ministry"."""
    for office in offices:
        for of in sorted(belonging):
            if folded.startswith(f"{office} {of} "):
                return f"{without_opening(folded.removeprefix(f'{office} {of} '))} {office}"
    return folded


def _state(one: Named, core: str, country_of: Callable[[str], str]) -> str:
    """The country that a name means as a state: its name, or its adjective with a word for those who govern."""
    if one.kind not in STATE_KINDS or not one.folded:
        return ""
    return country_of(core) if core != one.folded or one.kind == "state" else ""


def _of_document(document: Document, finding: Finding) -> Iterable[Named]:
    """The names of one document: those of its mentions, and those that only voices or slots bear."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in (*finding.mentions, *spellings(document, finding)):
        by_name[mention.name].append(mention)
    places = dict(_placed_names(finding.claims))
    for name in sorted({*by_name, *places}):
        mentions = tuple(sorted(by_name.get(name, ()), key=lambda m: (m.span.start, m.span.end)))
        kinds = Counter(mention.kind for mention in mentions)
        kind = min(kinds, key=lambda k: (k == "other", -kinds[k], k)) if kinds else "other"
        packs = Counter(mention.pack for mention in mentions if mention.pack)
        pack = min(packs, key=lambda p: (-packs[p], p)) if packs else None
        start = mentions[0].span.start if mentions else places[name]
        named = kind not in UNNAMED_KINDS and (pack is not None or any(mention.named for mention in mentions) or not mentions)
        plain = ENDING.sub("", name)
        yield Named(
            mention_key(document.sha256, name), document.sha256, name, kind, pack, named, (document.path, start),
            language_of(document.language), mentions, fold(plain), words(plain),
        )  # fmt: skip


def _placed_names(claims: Iterable[Claim]) -> Iterable[tuple[str, int]]:
    """The actor names that claims bear, each with a place where it stands (the first one wins by standing last)."""
    for claim in sorted(claims, key=lambda c: c.span.start, reverse=True):
        for voice in claim.voices:
            if voice.name:
                yield voice.name, (voice.span or claim.span).start
        for slot in claim.slots:
            if slot.actor:
                yield slot.actor, slot.span.start


def _fuller(found: Sequence[Named]) -> dict[str, str]:
    """For each person named by one word, or by initials and family name, the one full name that fits in its document, else in the pile.

    None where two different persons fit.
    """
    by_word: dict[str, dict[tuple[str, tuple[str, ...]], Named]] = defaultdict(dict)
    by_doc: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.first):
        if one.kind == "person" and len(one.words) > 1 and not _shortened(one):
            for word in {one.words[-1], one.words[0]}:
                by_word[word].setdefault((one.pack or one.folded, one.words), one)
                by_doc[one.doc, word].append(one)
    result = {}
    for one in found:
        if one.kind in {"person", "other"} and not one.pack and (len(one.words) == 1 or _shortened(one)):
            here, all_over = by_doc.get((one.doc, one.words[-1]), ()), by_word.get(one.words[-1], {}).values()
            bearers = _fitting(one, here) or _fitting(one, all_over)
            if len({other.pack or other.folded for other in bearers}) == 1 or _spelt_twice(bearers):
                result[one.key] = bearers[0].key
    return result


def _fitting(one: Named, others: Iterable[Named]) -> list[Named]:
    return [other for other in others if _initials(" ".join(one.words[:-1]), other.words)]


def _spelt_twice(bearers: Sequence[Named]) -> bool:
    """Whether full names are one name in several spellings, by their consonants, and no two lines of a pack."""
    spelt = {tuple(skeleton(word) for word in other.words) for other in bearers}
    return len(spelt) == 1 and len({other.pack for other in bearers} - {None}) <= 1


def _shortened(one: Named) -> bool:
    """Whether all but the last word are initials ("V. Putin")."""
    return len(one.words) > 1 and all(len(word) == 1 for word in one.words[:-1])


def _said(
    documents: Sequence[Document], findings: Mapping[str, Finding], found: Sequence[Named], predicates: frozenset[str]
) -> dict[str, set[str]]:
    """Which names a tie of these predicates joins, both ways."""
    pairs: dict[str, set[str]] = defaultdict(set)
    keys = {one.key for one in found}
    by_fold = {(one.doc, one.folded): one.key for one in found}
    for document in documents:
        for claim in findings[document.sha256].claims if document.sha256 in findings else ():
            subject, other = claim.slot("subject"), claim.slot("object")
            if claim.kind != "tie" or claim.verb not in predicates or claim.polarity != "affirms" or not (subject and other):
                continue
            ends = [_key(document.sha256, slot.actor or slot.text, keys, by_fold) for slot in (subject, other)]
            if ends[0] and ends[1] and ends[0] != ends[1]:
                pairs[ends[0]].add(ends[1])
                pairs[ends[1]].add(ends[0])
    return pairs


def _key(doc: str, name: str, keys: set[str], by_fold: Mapping[tuple[str, str], str]) -> str | None:
    key = mention_key(doc, name)
    return key if key in keys else by_fold.get((doc, fold(name)))


def _brackets(document: Document, here: Sequence[Named], known: dict[str, set[str]]) -> None:
    """Adds what brackets say: "Islamic Movement of Uzbekistan (IMU)" equates the two where the letters are initials of the words."""
    for short in (one for one in here if is_acronym(one.name)):
        for full in (one for one in here if len(one.words) > 1 and not is_acronym(one.name)):
            if _initials(short.name, full.words) and _in_brackets(document.text, full, short):
                known[short.key].add(full.key)
                known[full.key].add(short.key)


def _one_in_two_spellings(here: Sequence[Named], known: dict[str, set[str]]) -> None:
    """Adds to two spellings of one name in one text what it says of either: persons by their consonants, bodies by one short form."""
    spelt: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in here:
        if one.kind == "person" and len(one.words) > 1:
            spelt[tuple(skeleton(word) for word in one.words)].append(one.key)
        shorts = {fold(mention.text) for mention in one.mentions if is_acronym(mention.text) and _initials(mention.text, one.words)}
        for short in sorted(shorts if len(one.words) > 1 else ()):
            spelt["short", one.kind, short].append(one.key)
    for name, keys in spelt.items():
        told = {other for key in keys for other in known[key]} | set(keys)
        for key in told if len(keys) > 1 and (name[0] == "short" or len(told) > len(keys)) else ():
            known[key] |= told - {key}


def _spelt_out_elsewhere(found: Sequence[Named], known: dict[str, set[str]]) -> None:
    """Adds to an acronym that its own text does not spell out the one full name that other texts give it; none where they give two."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for one in sorted(found, key=lambda one: (one.first, one.key)):
        if len(one.words) > 1 and not is_acronym(one.name):
            for short in sorted({fold(mention.text) for mention in one.mentions if mention.named and is_acronym(mention.text)}):
                bearers[short].setdefault(one.folded, one.key)
    for one in found:
        full = bearers.get(one.folded, {}) if is_acronym(one.name) else {}
        if len(full) == 1:
            (key,) = full.values()
            known[one.key].add(key)
            known[key].add(one.key)


def _initials(short: str, names: tuple[str, ...]) -> bool:
    """Whether every letter of an acronym begins a word of the name, in order (small words may be passed over)."""
    letters = iter(word[0] for word in names if word)
    return all(letter in letters for letter in re.sub(r"[^a-z]", "", short.lower()))


def _in_brackets(text: str, full: Named, short: Named) -> bool:
    """Whether the acronym stands in brackets right behind a mention of the full name."""
    pattern = re.compile(rf"[’'s\s”\"]{{0,4}}[(\[][^()\[\]]{{0,20}}\b{re.escape(short.name)}\b")
    own = ENDING.search(full.name)
    return bool(own and short.name in own.group()) or any(pattern.match(text, mention.span.end) for mention in full.mentions)
