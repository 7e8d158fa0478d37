"""Ties told by a verb: who does it to whom, by the table `verbs` of a language's `ties`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, grammar_of
from sayso.find.tie_doers import above, agents, passive, patients, subjects
from sayso.lang.language import Language

PARTNERS = frozenset({"dobj", "nsubjpass", "prt", "advmod", "attr", "acomp", "oprd", "pobj", "xcomp", "npadvmod", "advcl"})

DOING = frozenset({"xcomp", "advcl", "conj"})
"""How a verb hangs on another that is no word of it: "sent them to support the Front" sends no support."""


@dataclass(frozen=True, slots=True, eq=False)
class VerbRule:
    """One line of the table: a verb, the word that belongs to it, and the roles of subject and object.

    A role is "agent", "patient", "partner" (the owner of the partner word), "doer" (who acts in the verb below), "next" (to what the
    partner verb is done), "made" (what those whom the verb describes have made), "above" (the agent of the verb that it hangs under) or
    a preposition.
    """

    predicate: str
    partner: frozenset[str]
    under: frozenset[str]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    place: str
    kinds: Mapping[str, frozenset[str]]
    negative: str | None
    begins: bool
    mutual: bool
    without: frozenset[str]
    marked: frozenset[str]
    measures: frozenset[str]
    making: Mapping[str, frozenset[str]]
    far: bool
    named: bool
    main: bool
    undone: bool
    unlike: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A rule that fits at a token, with the heads of the phrases of its two ends and the verbs that it hangs under."""

    rule: VerbRule
    anchor: Token
    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    above: tuple[Token, ...]
    partner: Token | None


@cache
def verb_rules(language: Language) -> Mapping[str, list[VerbRule]]:
    """The rules of a language's table by the lemma of their verb, in the table's order."""
    rules: dict[str, list[VerbRule]] = {}
    table = language.rules("ties")
    measures = frozenset(table["measures"])
    making = {word: frozenset(verbs) for word, verbs in table["making"].items()}
    for row in table["verbs"]:
        kinds = {side: frozenset(row[f"{side}_kinds"]) for side in ("subject", "object") if f"{side}_kinds" in row}
        rule = VerbRule(
            row["predicate"], frozenset(row.get("with", ())), frozenset(row.get("under", ())), _listed(row.get("subject", "agent")),
            _listed(row.get("object", "patient")), row.get("ends", "actor"), kinds, row.get("negative"), bool(row.get("begins")),
            bool(row.get("mutual")), frozenset(row.get("without", ())),
            frozenset(row.get("marked", ())), measures, making, bool(row.get("far")), bool(row.get("named")),
            bool(row.get("main")), bool(row.get("undone")),
            frozenset(row.get("unlike", ())),
        )  # fmt: skip
        for lemma in row["verb"]:
            rules.setdefault(lemma, []).append(rule)
    return rules


def _listed(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def told_by_verbs(tokens: Sequence[Token], rules: Mapping[str, list[VerbRule]]) -> Iterator[Told]:
    """All that the verbs among the tokens tell, by the rules that fit; both ends have at least one head."""
    for token in tokens:
        if token.pos_ not in ("VERB", "ADJ", "AUX", "ADP") or token.dep_ in ("aux", "auxpass"):
            continue
        for rule in rules.get(token.lemma_.lower(), ()):
            if told := _fits(token, rule):
                yield told


def _fits(token: Token, rule: VerbRule) -> Told | None:
    partner = _partner(token, rule) if rule.partner else None
    if (rule.partner and partner is None) or any(_deed_behind(child) for child in token.children if child.lower_ in rule.without):
        return None
    if any(child.dep_ == "prep" and child.lower_ in rule.unlike for child in token.children):
        return None
    if rule.main and token.dep_ in ("advcl", "relcl") and any(child.dep_ == "mark" or child.tag_ == "WRB" for child in token.children):
        return None  # "when the Front took Aldan": it only tells when something else was
    upwards = tuple(above(token))
    upper = next((one for one in upwards if one.lemma_.lower() in rule.under), None)
    if rule.under and upper is None and not _founded_for(token):
        return None
    place = Spot(token, partner, upper, rule.making)
    subjects, objects = _first(place, rule.subject), _first(place, rule.object)
    if any(_is_reciprocal(head) for head in objects):
        objects = subjects  # "fought each other"
    elif not objects and rule.mutual and any(child.dep_ == "conj" for head in subjects for child in head.children):
        objects = subjects  # "the Dawn and the Dusk merged": with each other
    return Told(rule, token, subjects, objects, upwards, partner) if subjects and objects else None


def _is_reciprocal(head: Token) -> bool:
    """Whether an object means those who do it to each other."""
    return head.pos_ not in ("NOUN", "PROPN") and any(child.lower_ in grammar_of(head).each for child in head.lefts)


def _founded_for(verb: Token) -> bool:
    """Whether a verb tells what a named body is there for: "the Valley Coalition to Defeat the Front"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb.dep_ in ("acl", "relcl") and verb.tag_ == "VB" and verb.head.pos_ == "PROPN"


def _deed_behind(preposition: Token) -> bool:
    """Whether a deed and no date or place stands behind a preposition: "joined the Dawn in an attack" is no lasting tie."""
    return any(part.dep_ == "pcomp" or (part.dep_ == "pobj" and part.ent_type_ == "") for part in preposition.children)


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A verb with its partner word and the word that the rule says it hangs under."""

    verb: Token
    partner: Token | None
    upper: Token | None
    making: Mapping[str, frozenset[str]]


def _first(spot: Spot, roles: Sequence[str]) -> tuple[Token, ...]:
    """The heads that fill the first of the roles that is filled."""
    return next((heads for role in roles if (heads := tuple(_filling(spot, role)))), ())


def _filling(spot: Spot, role: str) -> Iterator[Token]:
    token, partner = spot.verb, spot.partner
    if role == "agent" and partner is not None and token.dep_ == "amod" and token.head == partner:
        before = token if token.is_sent_start else token.nbor(-1)
        yield from (before,) if before.pos_ == "PROPN" else ()
    elif role == "agent":
        yield from agents(token)
    elif role == "above":
        yield from agents(spot.upper) if spot.upper is not None else ()
    elif role == "made":
        yield from _made_by(token, spot.making)
    elif role == "doer":
        doing = [child for child in token.children if child.dep_ in ("ccomp", "xcomp")]
        yield from (child for verb in doing for child in verb.children if child.dep_ == "nsubj")
    elif role == "patient":
        done_to = [head for head in patients(token) if head != partner]
        named = [child for child in partner.lefts if child.dep_ == "nmod"] if partner is not None and partner.dep_ == "dobj" else []
        named = named or [child for child in token.children if child.dep_ == "dative" and partner is not None and partner.dep_ == "dobj"]
        held = [child for child in partner.children if child.dep_ == "nsubj"] if partner is not None and partner.dep_ == "ccomp" else []
        yield from done_to or named or held  # "called the Dawn a terrorist group", of which the parse makes one phrase, or a clause
    elif role == "next":
        yield from _made(partner) if partner is not None and partner.pos_ == "VERB" else ()
    elif role == "helped":
        yield from _helped(token, partner)
    elif role == "where":
        described = token.dep_ == "relcl" and any(child.tag_ == "WRB" for child in token.children)
        yield from (token.head,) if described else ()
    elif role == "dative":
        yield from (child for child in token.children if child.dep_ == "dative" and child.pos_ != "ADP")
    elif role == "partner":
        yield from (child for child in (partner.lefts if partner else ()) if child.dep_ in ("poss", "compound", "amod", "nmod"))
    else:
        holders = [
            token,
            *([partner] if partner else []),
            *(child for child in token.children if child.dep_ in ("dobj", "prt", "advmod", "attr", "acomp")),
            *([token.head] if token.dep_ == "acomp" else []),
        ]
        yield from _objects_of(dict.fromkeys(holders), role)


def _made(verb: Token) -> list[Token]:
    """What is done with a verb, also where that is told by what it is called: "founded what they call the Dawn"."""
    called = [child for child in verb.children if child.dep_ == "ccomp"]
    return [*patients(verb)] or [part for one in called for part in one.children if part.dep_ == "oprd"]


def _made_by(verb: Token, making: Mapping[str, frozenset[str]]) -> Iterator[Token]:
    """What those whom a clause describes have made, or make up: "the Dawn was formed by fighters who had split from the Dusk"."""
    people = verb.head
    if verb.dep_ not in ("relcl", "acl") or people.dep_ not in ("pobj", "dobj") or people.pos_ != "NOUN":
        return
    word = people.head if people.dep_ == "pobj" else None
    maker = word.head if word is not None else people.head
    made = passive(maker) if word is not None and word.lower_ in grammar_of(verb).doer else True
    if maker.lemma_ in making.get(word.lower_ if word is not None else "of", ()) and made:
        yield from subjects(maker)


def _helped(verb: Token, partner: Token | None) -> Iterator[Token]:
    """Whose something is that help is given for: "offered assistance to upgrade Ruritania's border posts"."""
    purposes = [child for one in (verb, partner) if one is not None for child in one.children if child.dep_ in ("advcl", "acl", "xcomp")]
    objects = [head for child in purposes if child.tag_ == "VB" for head in child.children if head.dep_ == "dobj"]
    yield from (owner for head in objects for owner in head.lefts if owner.dep_ == "poss")


def _objects_of(holders: Mapping[Token, None], preposition: str) -> Iterator[Token]:
    """The nouns behind a preposition that hangs on one of the holders, also behind another one ("out of")."""
    for holder in holders:
        for child in holder.children:
            if child.dep_ not in ("prep", "dative", "agent", "prt", "advmod"):
                continue
            if child.lower_ == preposition:
                yield from _nested(child)
            else:
                inner = [part for part in child.children if part.dep_ == "prep" and part.lower_ == preposition]
                yield from (part for one in inner for part in one.children if part.dep_ == "pobj")


def _nested(preposition: Token) -> Iterator[Token]:
    """The nouns behind a preposition, and behind the same one on these: "active in the unrest in Ruritania"."""
    for part in preposition.children:
        if part.dep_ == "pobj":
            yield part
            yield from (one for child in part.children if child.lower_ == preposition.lower_ for one in _nested(child))


def _partner(token: Token, rule: VerbRule) -> Token | None:
    """The word that belongs to the verb: its object, particle, complement, or the noun behind its preposition."""
    words = rule.partner
    direct = [child for child in token.children if child.dep_ in PARTNERS or (child.dep_ == "conj" and child.pos_ == "VERB")]
    kinds = [child for child in direct if child.lemma_.lower() in rule.measures]
    holders = [*token.children, *(of for kind in kinds for of in kind.children)]
    holders += [child for one in direct if rule.far and one.dep_ == "dobj" for child in one.children]
    behind = [part for child in holders if child.dep_ == "prep" for part in child.children if part.dep_ == "pobj"]
    behind += [part for one in behind if rule.far for of in one.children if of.dep_ == "prep" for part in of.children]
    behind += [child for child in token.children if child.dep_ == "ccomp" and child.pos_ in ("NOUN", "ADJ")]  # "deems the Front a threat"
    behind += [joined for part in behind for joined in part.children if joined.dep_ == "conj"]
    behind += [part for child in direct if child.dep_ == "dobj" for part in child.children if part.dep_ == "appos"]
    prepositions = [child for child in token.children if child.dep_ in ("prep", "prt", "advmod")]
    if (token.dep_ == "acl" and token.tag_ == "VBN") or (token.dep_ == "amod" and token.head.i > token.i) or _done_by_another(token):
        direct.append(token.head)  # "allegiance sworn to", and "Brand swore allegiance" where the parse takes the verb for an attribute
    told = [one for one in direct if one.pos_ != "VERB" or one.dep_ not in DOING or "next" in (*rule.subject, *rule.object)]
    fitting = (one for one in (*told, *behind, *prepositions) if one.lemma_.lower() in words or one.lower_ in words)
    return next((one for one in fitting if not rule.marked or any(child.lower_ in rule.marked for child in one.lefts)), None)


def _done_by_another(verb: Token) -> bool:
    """Whether what a clause describes is what another does, gives or has in it: "the war that it is waging with"."""
    acting = [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
    free = acting and not any(child.dep_ == "dobj" and child.tag_ not in ("WDT", "WP") for child in verb.children)
    return verb.dep_ == "relcl" and bool(free) and not any(child.tag_ in ("WDT", "WP") for child in acting)
