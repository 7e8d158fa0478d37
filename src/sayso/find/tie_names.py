"""Ties between names of one actor: other names, former names and acronyms, by the table `names` of a language's `ties`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Token

from sayso.find.names import BRACKETED, Name
from sayso.find.tie_ends import End, Ends
from sayso.known.name_words import name_words
from sayso.lang.grammar import any_of
from sayso.lang.initials import abbreviates, of_inner_name
from sayso.lang.language import Language
from sayso.records.document import Span

GAP = 60
"""Code points that may lie between two names that a phrase equates: the phrase itself, marks and an article."""
BODIES = frozenset({"armed_group", "company"})
"""Kinds of which a name in brackets behind one is another name; behind others it is as often a part, a place or a publisher."""
ORGANISED = BODIES | {"government_body", "international_org", "other"}
"""Kinds of which an acronym alone in brackets is another name, though its letters are those of another language."""
_PARTICLE = re.compile(r"\w-[a-z]{1,2}[ -]|\b[a-z]{2,3}-[A-Z]")
"""A particle inside a name of another language: "Harra-e-Dal", "Liwa al-Harra"."""
_FOREIGN = re.compile(rf"\w (?:{any_of(name_words().inner)}) (?:\w+ )?[A-Z]")
"""A small word inside a name of another language: "Defensa del Valle"."""
_QUOTED_INSIDE = re.compile(r"\w [\"“‘]([^\"“”‘’]{2,30})[\"”’] \w")
_ALONE = re.compile(r" ?\(([^\W\d_][^()\[\],;]{2,30})\)")
"""A name alone in brackets."""
SHORT = 4
"""Letters that a word has at most which is too short for a body's other name."""
FULL = 2
"""Words of a person's full name."""
_MARKS = r"[\s,;:(\[\"'“”‘’–—-]*"


@dataclass(frozen=True, slots=True, eq=False)
class ToldByName:
    """A tie between two names, with the word at which it is told."""

    predicate: str
    subject: End
    object: End
    anchor: Token


@cache
def _unknown(language: Language) -> re.Pattern[str]:
    """A name that nothing knows, behind the phrase, marks and an article."""
    inside = any_of(language.rules("ties")["inside_names"])
    word = r"[A-Z](?:[\w’'-]|\.(?=[\w ]))*"
    between = rf"(?: (?:{inside}) (?=[A-Z]\w)| (?=[A-Z])|{word})*"
    return re.compile(_MARKS + rf"(?:(?:{any_of(language.grammar.articles)}) )?[\"“‘']?((?:{word}){between})")


@cache
def _gap(language: Language) -> re.Pattern[str]:
    """Marks and an article, which alone may stand between the phrase and the second name."""
    return re.compile(rf"[\s\"'“”‘’,:(]*(?:(?:{any_of(language.grammar.articles)}) )?[\s\"'“‘]*", re.IGNORECASE)


def told_by_names(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByName]:
    """The ties that brackets and phrases between names tell among the tokens."""
    solid = [token for token in tokens if not token.is_space]
    if not solid:
        return
    passage, cast = ends.passage, ends.cast
    start, end = passage.start(solid[0]), passage.end(solid[-1])
    names = list(dict.fromkeys(name for token in solid if (name := cast.name_at(passage, token))))
    for name in names:
        behind = passage.text[name.end : min(end, name.end + GAP)]
        phrases = _phrases(name, names, ends, behind, table)
        rows = (
            _nickname(name, ends, behind, table),
            _persons_bracket(name, ends, behind),
            _tongues(name, ends, behind),
            _put_beside(name, ends, behind),
        )
        for told in (_bracket(name, ends, behind), *phrases, *rows):
            if told is not None and start <= name.start:
                yield told


def _bracket(name: Name, ends: Ends, behind: str) -> ToldByName | None:
    """ "Free Ruritania Army (FRA)": the acronym in brackets is another name, whether or not it is known as a name itself."""
    if told := _named_in_bracket(name, ends, behind):
        return told
    found = BRACKETED.match(behind)
    short = found is not None and sum(letter.isupper() or letter.isdigit() for letter in found[1]) > 1
    if found is None or name.kind == "person" or not short or found[1] == name.text:
        return None
    if _is_inner(found[1], name, ends):
        return None
    if not abbreviates(found[1], name.text) and not _of_another_tongue(name, found, ends):
        return None
    return _made("alias_of", name, name.end + found.start(1), name.end + found.end(1), ends)


def _is_inner(short: str, name: Name, ends: Ends) -> bool:
    """Whether an acronym is that of the body of which a name says that it is a part: "Hill Command of the Dawn Front (DF)"."""
    return of_inner_name(short, name.text.lower().split(), ends.scene.language.grammar)


def _nickname(name: Name, ends: Ends, behind: str, table: Mapping[str, Any]) -> ToldByName | None:
    """What others call somebody: in quotation marks inside his name or in brackets behind it, or by a phrase of theirs."""
    if name.kind == "person" and (inside := _QUOTED_INSIDE.search(name.text)):
        return _made("alias_of", name, name.start + inside.start(1), name.start + inside.end(1), ends)
    found = _called(ends.scene.language).match(behind)
    if found is None or (found[1] and name.kind != "person"):
        return None
    group = next(number for number, told in enumerate(found.groups(), 1) if told)
    return _made("alias_of", name, name.end + found.start(group), name.end + found.end(group), ends)


@cache
def _called(language: Language) -> re.Pattern[str]:
    """ " ("the Fox")" in its first group, in the others ", whom his men call the Fox", ", called Fox," and " - Fox, as they call him"."""
    row = language.rules("ties")["calling"]
    whom, verbs, like, him, called = (any_of(row[key]) for key in ("whom", "verbs", "as", "him", "called"))
    article = rf"(?:(?:{any_of(language.grammar.articles)}) )?"
    other = r"[\"“‘']?([A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3})"
    return re.compile(
        rf" ?\([\"“‘]{article}([A-Z][^\"“”‘’()]{{1,30}})[\"”’]\)"
        rf"|,? (?:{whom}) [^,.;()]{{1,40}}? (?:{verbs}) {article}{other}"
        rf"|(?:, | ?\()(?:{called}) {article}{other}(?=[\"”’]?[,.;)])"
        rf"|(?:,| ?[-–—]) ?{article}{other}[\"”’']?, (?:{like}) [^,.;()]{{1,30}}? (?:{verbs}) (?:{him})\b"
    )


def _of_another_tongue(name: Name, found: re.Match[str], ends: Ends) -> bool:
    """Whether an acronym alone in brackets is that of a body's name in its own language: "Northern Labour League (SPL)"."""
    alone = found.group().endswith(")") and re.fullmatch(r"[A-Z][A-Z&/.-]{1,9}[A-Z]\.?", found[1])
    return bool(alone) and name.kind in ORGANISED and " " in name.text and not ends.cast.atlas.countries.code(found[1])


def _named_in_bracket(name: Name, ends: Ends, behind: str) -> ToldByName | None:
    """ "Free Ruritania Army (Northern Volunteers)": a body's name alone in brackets behind a body's of one kind is another name of it."""
    end = rf"(?:,? ?[A-Z]{{2,8}})?(?:[)\]]|{_somewhere(ends.scene.language)})"
    found = re.match(rf"[\"'”’]*\s*[(\[][\"'“‘]*(?:the )?([A-Z][^()\[\]]{{2,40}}?)[\"'”’]*{end}", behind)
    if found is None or name.kind not in BODIES | {"other"} or _is_inner(found[1], name, ends):
        return None
    start, stop = name.end + found.start(1), name.end + found.end(1)
    tokens = ends.passage.tokens(start, stop)
    other = ends.cast.name_at(ends.passage, tokens[0]) if tokens else None
    if other is None or other.end < stop:
        same = _is_body(name, found[1], ends) or _shares_word(name, found[1], ends) or _is_unseen(name, found[1], tokens, ends)
    else:
        like = other.kind == name.kind and " " in found[1]
        unsure = {name.kind, other.kind} <= {"armed_group", "other"} and ends.cast.place_at(ends.passage, tokens[0]) is None
        foreign = other.kind in ("person", "other") and bool(_FOREIGN.search(found[1]))
        unknown = other.kind in ("person", "other") and (_shares_word(name, found[1], ends) or _is_unknown(name, other, ends))
        same = other.start == start and (like or unsure or foreign or unknown)
    return _made("alias_of", name, start, stop, ends) if same else None


def _shares_word(name: Name, words: str, ends: Ends) -> bool:
    """Whether several words have one of a body's name in common that is no noun for bodies: "Dol People's Army (Laskar Rakyat Dol)"."""
    table = ends.scene.language.rules("actors")
    nouns = {word for kind in table["kind_words"].values() for word in kind} | {*table["body_heads"], *table["making_another"]}
    own, other = ({word for word in re.findall(r"[^\W\d_]{4,}", told.lower()) if word not in nouns} for told in (name.text, words))
    return " " in words and bool(own & other) and not any(map(ends.cast.atlas.countries.code, own & other))


def _is_unknown(name: Name, other: Name, ends: Ends) -> bool:
    """Whether a single word behind a body's name is taken for a person's of whom the text tells no more: "Home Guard Corps (Harat)"."""
    body = " " in name.text and name.text.split()[-1].lower() in ends.scene.language.rules("actors")["body_heads"]
    return body and " " not in other.text and ends.cast.full[other] == other.text


def _is_unseen(name: Name, word: str, tokens: Sequence[Token], ends: Ends) -> bool:
    """The same of a single word that nothing takes for a name or a place."""
    body = " " in name.text and name.text.split()[-1].lower() in ends.scene.language.rules("actors")["body_heads"]
    return body and len(word) > SHORT and word[1:].islower() and all(ends.cast.place_at(ends.passage, token) is None for token in tokens)


def _persons_bracket(name: Name, ends: Ends, behind: str) -> ToldByName | None:
    """ "Otto Brand (Uncle Otto)", "Falcon (Otto Brand)": one person's full name, and what he is called in a word or behind a title."""
    found = _ALONE.match(behind)
    tokens = ends.passage.tokens(name.end + found.start(1), name.end + found.end(1)) if found and name.kind == "person" else []
    if found is None or not tokens:
        return None
    other, titles = ends.cast.name_at(ends.passage, tokens[0]), ends.scene.language.rules("actors")["titles"]
    brief = [" " not in told or told.split()[0].lower() in titles for told in (name.text, found[1])]
    if other is None:  # a full name that nothing takes for one
        person = len(tokens) == FULL and all(one.tag_ == "NNP" and ends.cast.place_at(ends.passage, one) is None for one in tokens)
    else:
        person = other.kind == "person" and other.text == found[1]
    return _made("alias_of", name, name.end + found.start(1), name.end + found.end(1), ends) if person and brief.count(True) == 1 else None


@cache
def _somewhere(language: Language) -> str:
    """What tells behind a name in brackets who calls a body so: ", as the radio has it", " in some papers"."""
    row = language.rules("ties")["calling"]
    return rf",? (?:(?:{any_of(row['as'])})|(?:{any_of(row['within'])}) (?:{any_of(row['some'])}))\b"


@cache
def _beside(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ ", "Free Dol"," or ", also Free Dol," in its first group, and " (the former Dol Hur" in that of the second."""
    table, word = language.rules("ties"), r"[A-Z][\w’'-]*"
    opens = rf"(?:(?:{any_of(table['calling']['also'])}) (?:(?:{any_of(language.grammar.definite)}) )?[\"“]?|[\"“])"
    meant = rf"[,;] {opens}({word}(?: (?:{word}|{any_of(table['inside_names'])})){{1,4}}),?[\"”]?(?=[,;)])"
    former = rf"[\"”]?\s*\((?:the )?(?:{any_of(table['formers'])})[ -](?:the )?"
    return re.compile(meant), re.compile(rf"{former}[\"“]?({word}(?: {word}){{0,4}})[\"”]?[,;)]")


def _put_beside(name: Name, ends: Ends, behind: str) -> ToldByName | None:
    """ "Dol Hur, "Free Dol", which": what a body's name means; "the Free Dol Front (the former Dol Hur; ...": what it was called before."""
    if name.kind not in BODIES | {"other"}:
        return None
    meant, before = (pattern.match(behind) for pattern in _beside(ends.scene.language))
    found = meant or before
    if found is None:
        return None
    return _made("alias_of" if meant else "renamed_from", name, name.end + found.start(1), name.end + found.end(1), ends)


def _is_body(name: Name, words: str, ends: Ends) -> bool:
    """Whether words that the parser takes for no name are a body's: by the last, "Front", "Brigades", or by a foreign particle."""
    kinds = ends.scene.language.rules("actors")["kind_words"]
    openings, told = ends.scene.language.rules("actors")["armed_openings"], words.lower().split()
    armed = name.kind == "armed_group" and len(told) > 1 and (told[-1] in kinds["armed_group"] or told[0] in openings)
    return armed or (
        bool(_PARTICLE.search(words) or _FOREIGN.search(words))
        and all(word[0].isupper() or "-" in word or word in name_words().inner for word in words.split())
    )


def _phrases(name: Name, names: Sequence[Name], ends: Ends, behind: str, table: Mapping[str, Any]) -> Iterator[ToldByName]:
    """What phrases behind a name tell of it, one after the other: "Otto Brand (alias the Fox, alias the Hare)"."""
    at, told = name.end, _phrase(name, name.end, names, ends, behind, table)
    while told is not None:
        yield told
        at = max(at, *(end.slot.span.end for end in (told.subject, told.object)))
        told = _phrase(name, at, names, ends, ends.passage.text[at : at + GAP], table)


def _phrase(name: Name, start: int, names: Sequence[Name], ends: Ends, behind: str, table: Mapping[str, Any]) -> ToldByName | None:
    """ "Free Ruritania Army, formerly known as the Northern Front": the phrase tells what the second name is to the first."""
    text, language = ends.passage.text, ends.scene.language
    for row, pattern in zip(table["names"], _told_behind(language), strict=True):
        found = pattern.match(behind)
        if found is None:
            continue
        at = start + found.end()
        follow = next((other for other in names if at <= other.start and _gap(language).fullmatch(text, at, other.start)), None)
        unknown = _unknown(language).match(text[at : at + GAP]) if follow is None else None
        span = (follow.start, follow.end) if follow is not None else (at + unknown.start(1), at + unknown.end(1)) if unknown else None
        if span is not None and not (row.get("whole") and re.match(r"[\"”’']?[\w ]", text[span[1] : span[1] + 2])):
            return _made(row["predicate"], name, *span, ends, bool(row.get("flip")))
    return None


def _tongues(name: Name, ends: Ends, behind: str) -> ToldByName | None:
    """ "VLF in English, FLV in French": two acronyms of one body, each with its language; "Dawn Front, in Somali Jabhadda Dol"."""
    acronyms, given_in = _in_tongues(ends.scene.language)
    found = acronyms.match(behind)
    if found is not None and re.fullmatch(r"[A-Z]{2,8}", name.text):
        return _made("alias_of", name, name.end + found.start(1), name.end + found.end(1), ends)
    given = given_in.match(behind)
    other = _unknown(ends.scene.language).match(behind, given.end()) if given is not None else None
    if given is not None and other is not None and other.start(1) == given.end() and (name.kind != "person" or " " in name.text):
        return _made("alias_of", name, name.end + other.start(1), name.end + other.end(1), ends)
    return None


@cache
def _told_behind(language: Language) -> tuple[re.Pattern[str], ...]:
    """The phrases of each row of the table `names`, behind a name, what stands in brackets and marks."""
    rows = (_words(row["words"]) for row in language.rules("ties")["names"])
    return tuple(re.compile(rf"(?:\s*\([^()]{{1,20}}\))?{_MARKS}(?:{words})\b", re.IGNORECASE) for words in rows)


@cache
def _in_tongues(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two acronyms with their languages, and what stands between a name and another one of it in the language named there."""
    table = language.rules("ties")
    within, tongue = any_of(table["tongues"]), rf"(?:{any_of(table['tongue_names'])})"
    acronyms = rf" (?:{within}) [A-Z]\w+(?:,| \w+) (?:\w+ )?([A-Z]{{2,8}}) (?:{within}) [A-Z]\w+"
    given = rf",? (?:\w+ )?(?:{within}) {tongue},? [\"“‘]?|,? ?\({tongue}(?: name)?:? [\"“‘]?"
    return re.compile(acronyms), re.compile(given)


def _words(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=lambda phrase: -len(phrase)))


def _made(predicate: str, name: Name, start: int, end: int, ends: Ends, flip: bool = False) -> ToldByName | None:
    """The tie between a name and the words of another one; both are told by their own words, so that no name is lost in the other."""
    first = ends.named_as(name)
    span = Span(ends.passage.sha, start, end)
    tokens = ends.passage.tokens(start, end)
    known = ends.cast.name_at(ends.passage, tokens[0]) if tokens else None
    second = ends.named_as(known) if known is not None and known.start == start and known.end >= end else ends.text("object", span)
    if second.key == first.key:  # the document shows both to be one: that it does is what is told
        second = ends.text("object", span)
    if not tokens or second.slot.span.size < 2:
        return None
    subject, target = (second, first) if flip else (first, second)
    return ToldByName(predicate, _as(subject, "subject"), _as(target, "object"), tokens[0])


def _as(end: End, name: str) -> End:
    return replace(end, slot=replace(end.slot, name=name))
