"""Names of actors in a document, and which of them the document itself shows to be one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.name_extents import BODIES, Extents
from sayso.find.name_forms import Forms, Shorter
from sayso.find.name_kinds import ENTITY_KINDS, KindVotes, Lands, kind_of_label
from sayso.find.name_letters import spelt_out
from sayso.find.name_numbers import coded, with_numbers
from sayso.find.name_persons import with_surnames
from sayso.find.name_pieces import pieces, suspected
from sayso.find.name_speakers import Doubts, is_beside_office
from sayso.find.name_states import StatesOwn
from sayso.find.name_titles import without_titles
from sayso.find.name_unseen import ACRONYM, Unseen
from sayso.find.name_within import is_its_land, is_within, nouns_of_bodies
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.known.packs import Packs
from sayso.lang.grammar import any_of, any_of_many
from sayso.lang.initials import abbreviates
from sayso.lang.language import Language

NAMED = frozenset({"ORG", "FAC", "PRODUCT"})
"""Labels of entities that may be the first part of a body's name: the parser cuts some names in two."""
WHOLE = frozenset({"WORK_OF_ART", "LAW", "EVENT"})
"""Labels that the parser gives to bodies whose names stand in quotation marks."""
LANDS = frozenset({"state", "ethnic_group"})
"""Kinds that the parser gives to names of lands and peoples, and to families' names that sound like them."""
GROUPS = frozenset({"other", "state", "armed_group"})
"""Kinds of which a single word is a name again before a noun for armed people, also where the parser sees none."""
FULL = 2
"""Words that a person's name has at least to stand without the titles before it."""
_LETTER = re.compile(r"[A-Z]\.\s+(?=\w\w)")
"""The letter with which a heading begins: "B. The Front"."""
_POSSESSIVE = re.compile(r"['’]s?$")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9.&-]{1,9}")
BRACKETED = re.compile(r"[\"'”’]*\s*\([\"'“‘]*([A-Z][A-Za-z.&/-]{1,11}|[A-Z]{1,3}-?\d{1,3})[\"'”’]*(?:\)|[,;])")
_FOREIGN = re.compile(r"[A-Z]{3,8}")
ORGANISED = BODIES - {"media"}
"""Kinds of which an acronym alone in brackets is another name, though its letters are those of another language."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at its place, with the kind of what bears it; `pack` is the id of the pack's line that knows it."""

    start: int
    end: int
    text: str
    kind: str
    pack: str | None = None


def names_in(passages: Sequence[Passage], packs: Packs, language: Language, lands: Lands) -> list[Name]:
    """All names of actors in order: those that packs know first, then the parser's entities where no pack's name stands.

    What is a name in one place is one in all; each has one kind in the whole document.
    """
    known = {passage: _known(passage, packs) for passage in passages}
    own_bodies = StatesOwn(language, lands)
    extents, doubts = Extents(language), Doubts(passages, language)
    unseen = Unseen(language, doubts.small | doubts.common)
    seen = {passage: _entities(passage, language, lands, extents, doubts, unseen) for passage in passages}
    for passage, names in seen.items():
        known[passage] = [name for name in known[passage] if not any(is_within(name, longer, language) for longer in names)]
        seen[passage] = _unmet(names, known[passage])
    for passage in passages:
        bodies = [
            Name(*span, passage.text[slice(*span)], "government_body")
            for span in own_bodies.spans(passage)
            if not _describes(passage, *span)
        ]
        known[passage] = [name for name in known[passage] if not any(is_its_land(name, body) for body in bodies)]
        bodies += _spelt_out(passage, language, lands, [*known[passage], *seen[passage]])
        bodies = _unmet(bodies, [*known[passage], *(name for name in seen[passage] if any(_inside(body, name) for body in bodies))])
        seen[passage] = [*_unmet(seen[passage], bodies), *bodies]
        seen[passage] += _unmet(_acronyms(passage, known[passage] + seen[passage]), known[passage] + seen[passage])
    sure = {name.text: "" for names in seen.values() for name in names if _is_sure(name) or name.text in doubts.made}
    shorter = Shorter(language)
    short = {text: name.kind for names in seen.values() for name in names for text in shorter.of(name.text, name.kind) if text not in sure}
    groups = {
        name.text: name.kind
        for names in seen.values()
        for name in names
        if name.kind in GROUPS and " " not in name.text and name.text not in lands.countries | lands.adjectives
    }
    votes = KindVotes(language, unseen.kind_called, unseen.kind_told, lands.countries | lands.adjectives)
    sought = [(kinds, _pattern(kinds, behind)) for kinds, behind in ((sure, ""), (short, ""), (groups, _men(language)))]
    for passage in passages:
        for kinds, pattern in sought:
            seen[passage] += _unmet(_again(passage, kinds, pattern), known[passage] + seen[passage])
        seen[passage] += _unmet(_acronyms(passage, seen[passage]), known[passage] + seen[passage])
        for name in seen[passage]:
            if name.kind:
                votes.note(fold(name.text), name.kind, passage, name.start, name.end)
    kinds = {name.text: votes.settled(fold(name.text)) for names in seen.values() for name in names}
    several = {name.text for passage, names in seen.items() for name in names if _is_several(passage, name)}
    kinds |= dict.fromkeys(doubts.made & kinds.keys(), "person") | dict.fromkeys(lands.told & kinds.keys(), "state")
    kinds |= Forms(language).kinds(kinds, lands.countries | lands.adjectives | several)
    found: list[Name] = []
    for passage in passages:
        here = [replace(name, kind=kinds[name.text]) for name in seen[passage]]
        found += known[passage] + [name for name in here if name.kind != "ethnic_group" or _is_people(passage, name)]
    own, table = lands.countries | lands.adjectives, language.rules("actors")
    titles = frozenset(word for key in ("titles", "offices", "people") for word in table[key])
    doubted = {text for text, kind in kinds.items() if kind in LANDS and text not in own and not votes.spots[fold(text)]}
    named = sorted(with_surnames(found, passages, doubted, titles), key=lambda name: name.start)
    return without_titles(named, passages, language)


def _unmet(names: Sequence[Name], taken: Sequence[Name]) -> list[Name]:
    return [name for name in names if not any(_meet(name, other) for other in taken)]


def _is_sure(name: Name) -> bool:
    """Whether a name is one wherever its words stand: an acronym, or several words with a capital each at both ends."""
    words = name.text.split()
    return bool(_CAPITALS.fullmatch(name.text)) or (len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper())


def _is_several(passage: Passage, name: Name) -> bool:
    """Whether a name is of several: "the Aldan Rangers"."""
    return any(token.tag_ in ("NNPS", "NNS") for token in passage.tokens(name.start, name.end)[-1:])


def _describes(passage: Passage, start: int, end: int) -> bool:
    """Whether the last word of what seems a name is an adjective of a noun behind it: "Ruritania's military rulers"."""
    return any(token.dep_ == "amod" for token in passage.tokens(start, end)[-1:])


def _again(passage: Passage, kinds: Mapping[str, str], pattern: re.Pattern[str]) -> list[Name]:
    """Further places of names, each with its kind; of what the parser saw elsewhere it is empty, as it is that of the others."""
    found = pattern.finditer(passage.text, passage.block.start, passage.block.end)
    return [Name(match.start(), match.end(), match.group(), kinds[match.group()]) for match in found]


def _pattern(texts: Iterable[str], behind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of_many(texts)})(?![\w-]){behind}")


@cache
def _men(language: Language) -> str:
    """A pattern for armed people right behind the name of their group: "Dawn rebels"."""
    table = language.rules("actors")
    return rf"(?= (?:{any_of((*table['armed_people'], *table['own_men']))})\b)"


def _acronyms(passage: Passage, names: Sequence[Name]) -> list[Name]:
    """The acronyms in brackets right behind a name that they abbreviate, of its bearer's kind.

    A body's may also have other letters than its own, which are those of its name in another language.
    """
    found = []
    for name in names:
        behind = BRACKETED.match(passage.text, name.end)
        if behind is None or name.kind == "person" or behind[1] == name.text:
            continue
        alone = behind.group().endswith(")") and name.kind in ORGANISED and " " in name.text and _FOREIGN.fullmatch(behind[1])
        if abbreviates(behind[1], name.text) or alone:
            found.append(Name(behind.start(1), behind.end(1), behind[1], name.kind))
    return found


def _spelt_out(passage: Passage, language: Language, lands: Lands, names: Sequence[Name]) -> list[Name]:
    """The names of which the document shows by an acronym in brackets how far they go, with the acronyms, where no name ends there."""
    found = []
    for first, behind, short, last in spelt_out(passage, language):
        start, end = _trimmed(passage.text, first, behind)
        if any(name.start <= start and name.end >= end for name in names):
            continue
        kind = kind_of_label(passage.text[start:end], "ORG", language, lands)
        found += [Name(start, end, passage.text[start:end], kind), Name(short, last, passage.text[short:last], kind)]
    return found


def _known(passage: Passage, packs: Packs) -> list[Name]:
    """The names that packs know in a passage."""
    offset, text = passage.block.start, passage.text
    hits = packs.find_actors(text[offset : passage.block.end])
    spans = ((hit.start + offset, hit.end + offset, hit.id) for hit in hits)
    return [Name(start, end, text[start:end], packs.actors[pack].kind, pack) for start, end, pack in spans]


def _is_people(passage: Passage, name: Name) -> bool:
    """Whether the name of a people stands for people, not as an adjective of something else."""
    return all(
        token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("amod", "compound") for token in passage.tokens(name.start, name.end)[-1:]
    )


def _meet(one: Name, other: Name) -> bool:
    return one.start < other.end and other.start < one.end


def _entities(passage: Passage, language: Language, lands: Lands, extents: Extents, doubts: Doubts, unseen: Unseen) -> list[Name]:
    """The parser's entities as names, trimmed of articles, possessives and quotation marks, and bodies and speakers not seen by it."""
    names, months = [], _months(language)
    for entity in passage.parse.ents:
        label = _label(entity, language)
        if not ENTITY_KINDS.get(label) or doubts.no_name(passage, entity):
            continue
        first = _first_of_person(entity, language) if label == "PERSON" else _first(entity, language, lands)
        start, end = _trimmed(passage.text, passage.start(first), passage.end(_last(entity, language)))
        if passage.block.kind == "heading" and label != "PERSON" and (letter := _LETTER.match(passage.text, start, end)):
            start = letter.end()
        text = passage.text[start:end]
        if end - start < 2 or (not text[0].isupper() and not text[0].isdigit() and "-" not in text):
            continue
        for opening, closing in pieces(text, language, doubts.families):
            opening += suspected(text[opening:closing], language)
            names.append(_named(passage, start + opening, start + closing, label, language, lands, extents))
    names += _not_seen(passage, language, lands, extents, doubts, unseen, names)
    names = [name for name in names if name.text.strip(".") not in months]
    return [name for name in names if not any(_inside(name, other) or _cut_short(name, other) for other in names)]


@cache
def _months(language: Language) -> frozenset[str]:
    """The names of months and their short forms, none of which is anybody's."""
    table = language.rules("months")
    return frozenset((*table["names"].values(), *(short for shorts in table["short"].values() for short in shorts.split("|"))))


def _not_seen(
    passage: Passage, language: Language, lands: Lands, extents: Extents, doubts: Doubts, unseen: Unseen, names: Sequence[Name]
) -> list[Name]:
    """The names of bodies and of persons who speak that the parser takes for no entity, or cuts in two."""
    text, own = passage.text, lands.countries | lands.adjectives
    spans = (*extents.unseen(passage, own), *unseen.bound(passage), *unseen.self_called(passage), *with_numbers(passage, language))

    def body(start: int, end: int) -> Name:
        return Name(start, end, text[start:end], kind_of_label(text[start:end], "ORG", language, lands))

    bodies = [body(*span) for span in spans]
    told = [Name(start, end, text[start:end], "person") for start, end in doubts.persons(passage)]
    described = (*unseen.described(passage), *unseen.before_noun(passage, own), *coded(passage, language))
    told += [Name(start, end, text[start:end], kind) for start, end, kind in described]
    told += [body(*span) for span in (*unseen.acting(passage), *unseen.quoted(passage))]
    return bodies + _unmet([name for name in told if name.text not in own], [*names, *bodies])


def _label(entity: Tokens, language: Language) -> str:
    """The parser's label of an entity, but for words by which it can be seen to be wrong."""
    table, words = language.rules("actors"), [token.lower_.strip(".") for token in entity]
    nouns = nouns_of_bodies(language)
    if entity.label_ == "PERSON" and len(words) == 1 and (words[0] in nouns or ACRONYM.fullmatch(entity.text)):
        return "ORG"  # "the Gazette", "the ODHR", which the parser takes for persons
    if entity.label_ in WHOLE and not {words[0], words[-1]}.isdisjoint(table["body_heads"]):
        return "ORG"
    bare = [token for token, word in zip(entity, words, strict=True) if word not in table["titles"]]
    full = len(bare) >= FULL and all(token.text[0].isupper() and token.pos_ == "PROPN" for token in bare)
    titled = (
        words[0] in table["titles"] or words[0] in table["offices"] or _names_person(entity.root, table)
    )  # "General Otto Brand", which the parser takes for a body
    return "PERSON" if entity.label_ in WHOLE | {"ORG"} and titled and full and nouns.isdisjoint(words) else str(entity.label_)


def _names_person(name: Token, table: dict[str, list[str]]) -> bool:
    """Whether a name is that of somebody who is described: "a former teacher called Otto Brand", "the director of Dol Air, Otto Brand"."""
    verb = name.head
    people = {*table["people"], *table["speaking_for"]}
    if is_beside_office(name, people):
        return True
    called = verb.dep_ == "acl" and verb.lemma_ in table["calling"]
    return called and any(noun.lemma_.lower() in people for noun in (verb.head, verb.head.head))


def _first_of_person(entity: Tokens, language: Language) -> Token:
    """Where a person's name begins: behind the titles and the date that the parser adds to a full one ("3 May Otto Brand"), else at the
    first name that it has left out."""
    table, months = language.rules("actors"), language.rules("months")["names"].values()
    rest = list(entity)
    while len(rest) > FULL and (
        rest[0].lower_.strip(".") in table["ranks"] or rest[0].like_num or rest[0].is_punct or rest[0].text in months
    ):
        rest = rest[1:]
    first = rest[0] if rest[0].text[:1].isupper() else entity[0]
    before = first.nbor(-1) if first == entity[0] and first.i > sentence_start(first) + 1 else None
    if before is None or before.dep_ != "compound" or before.tag_ != "NNP" or not before.whitespace_:
        return first
    if before.ent_type_ and not _is_titled(before, table["titles"]):
        return first
    known = {*months, *(word for key in ("titles", "offices", "people", "body_heads") for word in table[key])}
    inside = before.head.i in range(entity.start, entity.end)
    return before if inside and before.text[1:].islower() and known.isdisjoint((before.text, before.lower_.strip("."))) else first


def _is_titled(token: Token, titles: Container[str]) -> bool:
    """Whether the parser takes a word with the title before it alone for a body: "Captain Ana" of "Captain Ana Lund"."""
    before = token.nbor(-1)
    return token.ent_type_ == "ORG" and token.ent_iob_ == "I" and before.ent_iob_ == "B" and before.lower_.strip(".") in titles


def _named(passage: Passage, start: int, end: int, label: str, language: Language, lands: Lands, extents: Extents) -> Name:
    """The name of one entity, with what belongs to a body's name behind it."""
    text = passage.text[start:end]
    kind = kind_of_label(text, label, language, lands)
    whole = extents.end(passage, start, end) if kind in BODIES else extents.end_of_person(passage, start, end) if kind == "person" else end
    if whole > end:
        text = passage.text[start:whole]
        kind = kind if kind == "person" else kind_of_label(text, "ORG", language, lands)
    return Name(start, whole, text, kind)


def _cut_short(name: Name, other: Name) -> bool:
    """Whether a name ends inside a person's that begins in it: "Captain Ana" before "Ana Lund"."""
    return other.kind == "person" and name.start < other.start < name.end < other.end


def _inside(name: Name, other: Name) -> bool:
    """Whether a name stands in a longer one."""
    return other.start <= name.start and name.end <= other.end and other.end - other.start > name.end - name.start


def _first(entity: Tokens, language: Language, lands: Lands) -> Token:
    """Where a name begins whose first words the parser has left out: the capitalised ones right before it that belong to it."""
    table = language.rules("actors")
    common = len(entity) == 1 and any(entity.text.lower() in words for words in (*table["kind_words"].values(), table["common_words"]))
    body = entity[-1].lower_ in table["body_heads"]
    first = entity[0]
    while first.i > sentence_start(entity[0]):
        before = first.nbor(-1)
        if before.dep_ == "case" and body and before.i > sentence_start(entity[0]):
            before = before.nbor(-1)  # "the Kest Workers' Party"
        if before.dep_ == "poss" and ACRONYM.fullmatch(before.text):
            break  # "the DNF's Third Brigade" names two
        joined = before.dep_ in ("compound", "amod", "poss") and first.i <= before.head.i < entity.end and before.tag_ != "PRP$"
        close = before.whitespace_ or first.nbor(-1) != before
        free = before.ent_type_ == "" or (before.ent_type_ == "NORP" and common) or (before.ent_type_ in NAMED and body)
        own = before.text in lands.adjectives | lands.countries or before.lower_ in table["titles"]
        if not (joined and close and free) or own or not before.text[0].isupper():
            break
        first = before
    return first


def _last(entity: Tokens, language: Language) -> Token:
    """The last word of a name to which the parser adds what is no part of it.

    It adds who does something ("attributed to the Front by Ruritania"), or a word that a hyphen joins ("the Dawn Front-backed militia").
    """
    by = next((token for token in entity[1:] if token.text in grammar_of(token).doer), None)
    joined = language.rules("ties")["joined_behind"]
    hyphen = next((token for token in entity[2:-1] if token.text == "-" and token.nbor(1).text in joined), None)
    cut = by if by is not None else hyphen
    return cut.nbor(-1) if cut is not None else entity[-1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    if lead := re.match(r"(?:[\s\"'“”‘’(\[]+|(?:the|a|an)\s+)+", text[start:end], re.IGNORECASE):
        start += lead.end()
    piece = text[start:end]
    piece = re.sub(r"[\s\"“”‘’.,;:)\]]+$", "", piece) if not re.fullmatch(r"(?:[A-Z]\.)+", piece) else piece
    piece = _POSSESSIVE.sub("", piece).rstrip(" -–—")
    if "(" in piece and ")" not in piece:  # the bracket behind a name, cut off in its middle
        piece = piece[: piece.index("(")].rstrip()
    piece = re.sub(r"(?:\s+(?:of|and|the|for|in|via)|\s+an?\s.*)+$", "", piece)  # and "the Front a terrorist group" that is called one
    return start, start + len(piece)


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name for comparing: lower case, one kind of dash, without dots, quotation marks, possessive and article."""
    plain = re.sub(r"[‐‑‒–—―]", "-", name.lower())
    plain = re.sub(r"\s*-\s*", "-", re.sub(r"['’]s\b", "", plain))
    plain = re.sub(r"[.\"'“”‘’`]", "", plain)
    return re.sub(r"^(?:the|an?) ", "", re.sub(r"\s+", " ", plain)).strip()


def untitled(person: str, titles: frozenset[str]) -> str:
    """A person's name without the titles before it."""
    words = person.split()
    while len(words) > 1 and words[0].lower().strip(".") in titles:
        words = words[1:]
    return " ".join(words)
