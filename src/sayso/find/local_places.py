"""Names that the parser did not see or took for somebody, and that the text shows to be places: "the post at Ivlin", "Ivlin island"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.find.grammar import SUBJECTS
from sayso.find.passages import Passage
from sayso.find.sentences import same_sentence
from sayso.find.where import CLEAR, Atlas

RUN = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*){0,2}")
SHORTEST = 3
"""Letters of such a name; shorter ones are mostly acronyms."""
NO_NAMES = frozenset({"DATE", "TIME", "EVENT", "LAW", "LANGUAGE", "WORK_OF_ART", "CARDINAL", "ORDINAL", "MONEY", "PERCENT"})
"""Labels of entities that are neither places nor taken for them."""
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Those of places."""


def local_places(passages: Sequence[Passage], atlas: Atlas) -> Iterator[tuple[int, int]]:
    """Where the names stand that are mostly told as places, or again and again, and are hardly ever somebody who acts."""
    behind: Counter[str] = Counter()
    for passage in passages:
        behind.update(_told_as_places(passage, atlas))
    wanted = {name for name in behind if len(name) >= SHORTEST and not name.isupper() and atlas.may_be_local(name)}
    wanted -= _parts_of_longer(passages, wanted, atlas)
    if not wanted:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, wanted), key=len, reverse=True))})(?![\w-])")
    found = [(p, match.span()) for p in passages for match in pattern.finditer(p.text, p.block.start, p.block.end)]
    found = [(p, span) for p, span in found if atlas.stands_alone(p.text, *span)]  # not in "Ivlin Liberation Army"
    spans = [span for _, span in found]
    total = Counter(p.text[start:end] for p, (start, end) in found if p.block.kind != "heading")  # a heading tells nothing either way
    acting = Counter(token.text for passage in passages for token in passage.parse if token.text in wanted and _acts(token))
    told = {name for name in wanted if (2 * behind[name] >= total[name] or behind[name] >= CLEAR) and acting[name] < behind[name]}
    yield from ((start, end) for start, end in spans if passages[0].text[start:end] in told)


def _told_as_places(passage: Passage, atlas: Atlas) -> Iterator[str]:
    """The names of a passage that stand behind a word for where, or beside one for a kind of place."""
    for token in passage.parse:
        if not token.text[:1].isupper() or token.ent_type_ in NO_NAMES or _capital(token, -1):
            continue
        last = token
        while _capital(last, 1):
            last = last.nbor(1)
        if last.i + 1 < len(passage.parse) and last.nbor(1).dep_ == "case":
            continue  # "in Otar's words"
        start, end = passage.start(token), passage.end(last)
        peoples = token.ent_type_ == "NORP"
        if peoples and (
            (last.dep_ != "pobj" and not atlas.signs.shows_land(passage.text, end)) or atlas.countries.code(passage.text[start:end])
        ):
            continue  # "in Sunni towns", "in Norwegian"
        if token.pos_ == "PROPN" or (peoples and token.pos_ == "ADJ"):
            yield from [passage.text[start:end]] * _shown(passage.text, start, end, atlas, token.ent_type_ in PLACES)


def _shown(text: str, start: int, end: int, atlas: Atlas, labelled: bool) -> int:
    """How much the words round a name tell that it is a place's: as often as `CLEAR`, once or not at all."""
    if not RUN.fullmatch(text[start:end]):
        return 0
    if atlas.signs.lies(text, start) or atlas.signs.is_site(text[start:end]):
        return CLEAR
    shown = atlas.is_called_place(text, (start, end)) or atlas.signs.tells_where(text, (start, end)) or atlas.signs.lives_there(text, start)
    return int(shown or atlas.signs.stands_at(text, start) or (labelled and atlas.signs.shows_post(text, end)))


def _capital(token: Token, step: int) -> bool:
    """Whether the word beside a token belongs to one run of words with a capital."""
    at = token.i + step
    if not 0 <= at < len(token.doc):
        return False
    other = token.doc[at]
    return other.text[:1].isupper() and other.pos_ == "PROPN" and same_sentence(other, token)


def _parts_of_longer(passages: Sequence[Passage], names: set[str], atlas: Atlas) -> set[str]:
    """Those names that stand in a longer name of somebody: "they trust in Brand", where "Otto Brand" speaks.

    What is called after where it lies ("Ivlin General Hospital") is nobody, and a body may be called after where it is ("Ivlin Rifles").
    """
    entities = (entity for passage in passages for entity in passage.parse.ents if entity.label_ in ("PERSON", "ORG"))
    longer = {(entity.label_, entity.text) for entity in entities if " " in entity.text and not atlas.signs.names_a_site(entity.text)}
    return names.intersection(word for label, other in longer for word in other.split()[label == "ORG" :])


def _acts(token: Token) -> bool:
    return token.dep_ in SUBJECTS and token.dep_ != "nsubjpass" and token.head.pos_ == "VERB"
