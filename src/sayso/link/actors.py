"""Who is who: document-level names become actors by packs, by what the texts say of names, and by spelling."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

import msgspec

from sayso.link.bearers import GUESSES, short_by_initials
from sayso.link.clusters import Clusters
from sayso.link.judge import NEVER, Feature, forbidden, judge
from sayso.link.name_parts import parts
from sayso.link.named import Named, called, chains_of, meant_by, spelt_as
from sayso.link.people import Word
from sayso.link.short_names import FULL, may_be_one
from sayso.link.spelling import father_left_out, middle_initial, middle_name, same_words, spelling_variant
from sayso.records.actor import Actor, ActorName
from sayso.records.link import Link

if TYPE_CHECKING:
    from sayso.known.packs import Packs

SAME = 3.0
"""From here on two names are one actor: any one strong feature reaches it. Set on the names bench and the founding documents."""
CODE = 2
"""Letters of a country's code: what one text alone shows to be a land has none."""
ONE_PERSON = (same_words, spelling_variant, father_left_out, middle_initial, middle_name)
"""The rows by which two full names of persons that differ are those of one."""


def same_pack(a: Named, b: Named) -> str | None:
    """both are known to the packs as the same actor"""
    return a.pack if a.pack and a.pack == b.pack else None


def different_pack(a: Named, b: Named) -> str | None:
    """the packs know them as two different actors"""
    return f"{a.pack}, {b.pack}" if a.pack and b.pack and a.pack != b.pack else None


def unnamed(a: Named, b: Named) -> str | None:
    """an unnamed speaker is never taken for another one"""
    return None if (a.named or a.state) and (b.named or b.state) else f"{a.name}, {b.name}"


def told_apart(a: Named, b: Named) -> str | None:
    """a text ties the two to each other, as only two different actors can be"""
    if (a.pack and a.pack == b.pack) or same_rule(a, b):
        return None
    return f"{a.name}, {b.name}" if b.key in a.unlike and not _equated(a, b) and a.folded != b.folded else None


def kinds_differ(a: Named, b: Named) -> str | None:
    """one is a person and the other is not, and no text says that they are one"""
    if not _one_is_a_person(a, b) or any(told(a, b) for told in (_guessed, _equated, _mistaken, _governed)):
        return None
    return " / ".join(sorted({a.kind, b.kind}))


def _is_guess(one: Named) -> bool:
    """Whether nothing but the parser takes a word or two for the name of a land or a people: it can be a person's."""
    return one.kind in GUESSES and len(one.words) <= FULL and not (one.pack or _code(one))


def _code(one: Named) -> str:
    """The code of the country that a name means as a state, where all know it as one."""
    return one.state if len(one.state) == CODE else ""


def _guessed(a: Named, b: Named) -> bool:
    return _is_guess(a) or _is_guess(b)


def _governed(a: Named, b: Named) -> bool:
    """Whether one is a single word, without a rank, of which the other is the government: a land, which nothing else tells."""
    person, other = (a, b) if a.kind == "person" else (b, a)
    alone = len(person.words) == 1 and not (person.ranks or person.fuller)
    return alone and person.folded == other.core and other.folded.endswith(f" {person.folded}")


def _mistaken(a: Named, b: Named) -> bool:
    """Whether one text takes for a person what another knows better: the very same words, several, without a rank or an office."""
    person = a if a.kind == "person" else b
    return len(a.words) > 1 and a.folded == b.folded and not person.ranks


def other_land(a: Named, b: Named) -> str | None:
    """bodies of which every state has its own, told of in texts about other countries"""
    apart = a.own and b.own and (a.lands or b.lands) and a.lands.isdisjoint(b.lands)
    return f"{', '.join(sorted(a.lands))} / {', '.join(sorted(b.lands))}" if apart else None


def _one_is_a_person(a: Named, b: Named) -> bool:
    kinds = {a.kind, b.kind} - {"other"}
    return "person" in kinds and len(kinds) > 1


def other_given_name(a: Named, b: Named) -> str | None:
    """two full names of persons that differ in more than spelling"""
    if not (a.kind == b.kind == "person" and len(a.words) > 1 and len(b.words) > 1) or _equated(a, b):
        return None
    if (a.pack and a.pack == b.pack) or short_name(a, b) or may_be_one(a, b) or short_by_initials(a, b):
        return None  # of names of which one goes on behind the other nothing is said
    one = a.folded == b.folded or any(row(a, b) for row in ONE_PERSON)
    return None if one else f"{a.name}, {b.name}"


def same_name(a: Named, b: Named) -> str | None:
    """the same name, but for capitals, accents, dashes and articles"""
    single_person = a.kind == "person" and len(a.words) == 1 and a.doc != b.doc and not (a.pack or b.pack)
    return a.name if a.folded and a.folded == b.folded and (not single_person or a.fuller == b.fuller) else None


def same_state(a: Named, b: Named) -> str | None:
    """names of one state: the country, its government, its officials"""
    return a.state if a.state and a.state == b.state else None


def same_rule(a: Named, b: Named) -> str | None:
    """a group and those who govern in its name, or one body in another order of words"""
    return f"{a.name}, {b.name}" if a.core and a.core == b.core and a.folded != b.folded and not (_code(a) or _code(b)) else None


def alias_said(a: Named, b: Named) -> str | None:
    """a text says that the two are names of one (also known as, brackets with initials)"""
    return f"{a.name} = {b.name}" if _equated(a, b) and not _left_out(a, b) else None


def _left_out(a: Named, b: Named) -> bool:
    """Whether nothing but its words tells that one is short for the other, in two texts."""
    return any(long.key in short.elsewhere and short.folded in long.cuts for short, long in ((a, b), (b, a)))


def _equated(a: Named, b: Named) -> bool:
    return b.key in a.known_as or b.key in a.elsewhere or a.key in b.elsewhere or b.folded in a.also or a.folded in b.also


def short_name(a: Named, b: Named) -> str | None:
    """a short form of a full name, borne by nobody else here"""
    return f"{a.name}, {b.name}" if a.fuller == b.key or b.fuller == a.key or _left_out(a, b) else None


APART: tuple[Feature[Named], ...] = (
    Feature(different_pack, NEVER),
    Feature(unnamed, NEVER),
    Feature(told_apart, NEVER),
    Feature(kinds_differ, NEVER),
    Feature(other_land, NEVER),
)
"""What keeps two names apart whatever their spelling."""
FEATURES: tuple[Feature[Named], ...] = (
    *APART,
    Feature(other_given_name, NEVER),
    Feature(same_pack, 10.0),
    Feature(same_name, 6.0),
    Feature(same_state, 5.0),
    Feature(same_rule, 4.0),
    Feature(alias_said, 6.0),
    Feature(short_name, 4.0),
    Feature(same_words, 4.0),
    Feature(spelling_variant, 3.0),
    Feature(father_left_out, 3.0),
    Feature(middle_initial, 3.0),
    Feature(middle_name, 3.0),
)
"""What is looked at in two names, and what it weighs; one feature of weight 3 or more suffices."""


def face(one: Named, meant: bool) -> Hashable:
    """All of a name that what forbids a link looks at; `meant` is whether others look at which one it is (`_looked_at`)."""
    told = meant or bool(one.unlike or (one.kind == "person" and len(one.words) > 1 and (one.known_as or one.elsewhere or one.fuller)))
    listed = parts(one.name, person=True) if one.kind == "person" and "," in one.name else None
    return (
        one.pack,
        one.named or bool(one.state),
        (one.kind, _is_guess(one), one.kind == "person" and bool(one.fuller)),
        one.core if one.folded.endswith(f" {one.core}") else None,
        one.folded,
        one.words,
        one.also,
        (one.own, one.lands, one.doc if one.own else None),
        bool(one.ranks),
        one.key if told else None,
        listed,
    )


def actor_links(named: Sequence[Named], word: Word) -> list[Link]:
    """The pairs of names judged the same, best first; the many pairs that nothing speaks for are not listed."""
    by_key = {one.key: one for one in named}
    links = judged_names((by_key[left], by_key[right]) for left, right in sorted(_candidates(named, by_key, word)))
    return sorted(links, key=lambda link: (-(link.score or 0), by_key[link.left].first, by_key[link.right].first, link.left, link.right))


def judged_names(pairs: Iterable[tuple[Named, Named]]) -> list[Link]:
    """The links of those pairs that are one actor; the name that stands first in the pile is the left one."""
    links = []
    for pair in pairs:
        left, right = sorted(pair, key=lambda one: (one.first, one.key))
        score, reasons = judge(left, right, FEATURES, SAME)
        if score >= SAME:
            links.append(Link(left.key, right.key, "same_actor", "same", score, reasons, "rules"))
    return links


def _candidates(named: Sequence[Named], by_key: Mapping[str, Named], word: Word) -> Iterator[tuple[str, str]]:
    """Pairs worth judging, each once: names that share a pack line, a spelling or its consonants, and those that a text equates."""
    order = {one.key: number for number, one in enumerate(named)}
    chains: dict[str, list[str]] = defaultdict(list)
    spelt: dict[str, list[str]] = defaultdict(list)
    for one in named:
        for mark in chains_of(one):
            chains[mark].append(one.key)
        if f"name {one.folded}" in chains and chains[f"name {one.folded}"][0] == one.key:
            for mark in spelt_as(one):
                spelt[mark].append(one.key)
    pairs = {(hub, other) for keys in chains.values() for hub in word.hubs(keys) for other in keys if other != hub}
    pairs |= {pair for keys in spelt.values() for pair in combinations(keys, 2)}
    pairs |= {(one.key, other) for one in named for other in meant_by(one) if other in by_key}
    yield from {(a, b) if order[a] < order[b] else (b, a) for a, b in pairs}


def actors_of(
    named: Sequence[Named], links: Sequence[Link], packs: Packs, word: Word, others: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[Actor], dict[str, str]]:
    """The actors and, for each key of a name, the id of its actor. What people said goes first, and is never crossed.

    `others` are the actors of the names of the pile that are not among these, as far as one of these speaks for them.
    """
    by_key = {one.key: one for one in named}
    meant = set(_looked_at(by_key))
    groups = Clusters(
        by_key,
        word.or_apart(lambda a, b: forbidden(by_key[a], by_key[b], FEATURES)),
        word.or_face(lambda key: face(by_key[key], key in meant)),
    )
    word.join(groups, by_key)
    for link in links:
        groups.join(link.left, link.right)
    members = [[by_key[key] for key in sorted(group, key=lambda key: (by_key[key].first, key))] for group in groups.groups()]
    members = _one_line_each(members)
    ids = [_actor_id(group) for group in members]
    actor_of = {one.key: actor for actor, group in zip(ids, members, strict=True) for one in group}
    known = {**others, **actor_of}
    found = [_actor(group, packs, _party(group, packs, known)) for group in members]
    return sorted(found, key=lambda actor: actor.id), actor_of


def _looked_at(by_key: Mapping[str, Named]) -> Iterator[str]:
    """The names of which what forbids a link looks at which one they are: another one of several words is short for them, or a text says
    that a person and something else are one."""
    for one in by_key.values():
        if len(one.words) > 1:
            yield from (key for key in (one.fuller, *one.elsewhere) if key)
        for key in (*one.known_as, *one.elsewhere):
            if key in by_key and _one_is_a_person(one, by_key[key]):
                yield from (one.key, key)


def _one_line_each(members: Sequence[list[Named]]) -> list[list[Named]]:
    """The groups, each line of a pack with one of them: where a person parted names of one line, the larger group keeps it."""
    keeps: dict[str, int] = {}
    for number, group in sorted(enumerate(members), key=lambda one: (-len(one[1]), one[0])):
        if pack := _pack_of(group):
            keeps.setdefault(pack, number)
    return [
        group if not (pack := _pack_of(group)) or keeps[pack] == number else [msgspec.structs.replace(one, pack=None) for one in group]
        for number, group in enumerate(members)
    ]


def _pack_of(group: Iterable[Named]) -> str | None:
    return next((one.pack for one in group if one.pack), None)


def _actor_id(group: Sequence[Named]) -> str:
    if pack := _pack_of(group):
        return f"a-{pack}"
    first = group[0]
    return "a-" + hashlib.sha256(f"{first.doc}\x1f{first.first[1]}\x1f{first.name}".encode()).hexdigest()[:12]


def _party(group: Sequence[Named], packs: Packs, actor_of: Mapping[str, str]) -> str:
    """For whom the actor speaks: by its pack line, else by the first tie that a text tells; its own id where nothing says so."""
    line = packs.actors.get(_pack_of(group) or "")
    if line and line.speaks_for:
        return f"a-{line.speaks_for}"
    own = _actor_id(group)
    told = Counter(actor_of[one.speaks_for] for one in group if one.speaks_for and one.speaks_for in actor_of)
    return min(told, key=lambda party: (-told[party], party)) if told and set(told) != {own} else own


def _actor(group: Sequence[Named], packs: Packs, party: str) -> Actor:
    line = packs.actors.get(_pack_of(group) or "")
    kind = line.kind if line else best_kind(Counter(one.kind for one in group))
    name = line.name if line else best_name(called(group))
    return Actor(_actor_id(group), name, kind, spellings_of(group), line.side if line else None, party)


def best_name(counts: Mapping[str, int]) -> str:
    """The name by which most texts know an actor, the longest of those at a tie."""
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def best_kind(counts: Mapping[str, int]) -> str:
    """The kind that most texts give an actor, where they give any."""
    return min((kind for kind in counts if kind != "other"), key=lambda kind: (-counts[kind], kind), default="other")


def spellings_of(group: Iterable[Named]) -> tuple[ActorName, ...]:
    """Every spelling, once a document."""
    seen: dict[tuple[str, str], ActorName] = {}
    for one in group:
        for name in one.spellings:
            seen.setdefault((name.text, one.doc), name)
    return tuple(seen.values())
