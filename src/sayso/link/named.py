"""The names of one pile before linking: who is named where, under which spellings, and what the texts say of the names themselves."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

import msgspec

from sayso.lang.initials import of_inner_name
from sayso.lang.language import Language, language_of
from sayso.link.bearers import GUESSES, bearer_elsewhere, by_word, full_by, initials_of, meant_here, sought
from sayso.link.cores import bare_state, core_in, core_of, state_of
from sayso.link.layout import headings
from sayso.link.left_out import without_some
from sayso.link.name_parts import letters_of
from sayso.link.names import fold, is_acronym, skeleton, words
from sayso.link.parties import Bearer, told_parties
from sayso.link.shared import shared
from sayso.link.short_names import body_words, cuts, fuller_body, fuller_person, initials_turned, is_brief
from sayso.link.spellings import spellings
from sayso.link.standing import is_states_own, lands_told, ranks_told, with_told_states, without_ranks
from sayso.link.titles import as_compared, further_mentions, in_own_brackets
from sayso.parallel import MANY_DOCUMENTS, each
from sayso.records.actor import ActorName
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
NICKNAME = 5
"""Letters that a single word has at least to be another name of a person in other texts too."""
WORD_BONES = 2
"""Consonants that a word has at least to be one with another spelling by these alone."""
SENTENCE = 300
"""Code points between two names from which on they stand in two sentences anyway."""
_ENDS = re.compile(r"[.!?]\W*\s|\n\s*\n|[()\[\]]")
"""Where a sentence ends, or a bracket that explains a name begins."""
UNNAMED_KINDS = frozenset({"anonymous"})


class Named(msgspec.Struct, frozen=True, array_like=True):
    """One document-level name: where it is first seen, what it is said to be, and what else the pile tells of it.

    `pack` is the id of the pack's line that knows it; `named` is False for voices that are only described ("a resident").
    `core` is the folded name without words for those who govern, `state` the ISO code of the country that it means as a state.
    `spellings` are the names and descriptions under which it stands in its text, `shorts` its short forms there, folded, `cuts` those of
    its words by which other texts may call it.
    `fuller` is the key of the one person whose full name holds this single word, or of the one whose name it is a short form of; it `seeks`
    the person in other texts if its own has none. `brief` tells that other texts may know it as the short form of a name.
    `known_as` are the keys that its text equates with it, `elsewhere` those of the full names by which other texts know a short form;
    `aliases` are the other full names, folded, that its text says a person with a full name bears, `also` those that any text says of one;
    `ranks` are the ranks and offices of a person, `shortly` the words by which its own text calls him alone; `own` tells of a body that
    every state has its own ("the army"), and `lands` what countries its text is about.
    `unlike` are the keys of others to whom its text ties it, `speaks_for` that of whom it is a voice.
    """

    key: str
    doc: str
    name: str
    kind: str
    pack: str | None
    named: bool
    first: tuple[str, int]
    folded: str = ""
    words: tuple[str, ...] = ()
    core: str = ""
    state: str = ""
    spellings: tuple[ActorName, ...] = ()
    shorts: frozenset[str] = frozenset()
    cuts: frozenset[str] = frozenset()
    fuller: str | None = None
    seeks: bool = False
    brief: bool = False
    known_as: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    shortly: frozenset[str] = frozenset()
    own: bool = False
    lands: frozenset[str] = frozenset()
    unlike: frozenset[str] = frozenset()
    speaks_for: str | None = None

    @property
    def alone(self) -> Named:
        """What its own text tells of it."""
        return msgspec.structs.replace(self, fuller=None if self.seeks else self.fuller, elsewhere=frozenset(), also=frozenset())


def named_in(documents: Sequence[Document], findings: Mapping[str, Finding], country_of: Callable[[str], str]) -> list[Named]:
    """All names of the pile, in order of path and place. `country_of` gives the ISO code of a country's name or adjective."""
    told = each(lambda document: names_of(document, findings[document.sha256], country_of), documents, MANY_DOCUMENTS)
    named = [one for names in told for one in names]
    return in_pile(named, named)


def names_of(document: Document, finding: Finding, country_of: Callable[[str], str]) -> list[Named]:
    """The names of one document with all that it tells of them, in order of place."""
    mentions = _by_name((*finding.mentions, *further_mentions(document, finding)))
    found = sorted(_of_document(document, finding, mentions), key=lambda one: (one.first, one.key))
    known, unlike = _said(finding, found, ALIAS), _said(finding, found, APART)
    language = language_of(document.language)
    _brackets(document, found, mentions, known, language)
    _one_in_two_spellings(found, mentions, known)
    bearers = [Bearer(one.key, one.name, one.kind, one.folded) for one in found]
    parties, called_too = told_parties(bearers, finding.claims, language), _spelt_otherwise(finding)
    head = max((end for _, end in headings(document)), default=0)
    told, lands = [], lands_told(document.text, finding, country_of)
    country_of = with_told_states(document, finding, country_of)
    found, shorts = _shortened_here(found, language, Together(document.text, mentions), head, country_of)
    cores = {one.key: core_of(one, country_of, language) for one in found}
    known_cores = set(cores.values())
    for one in found:
        core, own = cores[one.key], is_states_own(one, country_of, language)
        core = core_in(one, core, lands, known_cores, language) if own else core
        others = _other_names(one, known[one.key], called_too[one.name])
        aliases = shared(frozenset(name for name in others if " " in name and one.kind == "person"))
        told.append(
            msgspec.structs.replace(
                one, core=core, own=own, lands=shared(lands if own else frozenset()), aliases=aliases,
                state=state_of(one, core, country_of) or bare_state(one, lands, language), known_as=shared(frozenset(known[one.key])),
                unlike=shared(frozenset(unlike[one.key])), speaks_for=parties.get(one.key),
                shorts=shared(one.shorts | shorts[one.key] | others),
                spellings=(*one.spellings, *(name for name in called_too[one.name] if name.text not in {s.text for s in one.spellings})),
            )
        )  # fmt: skip
    return told


def _other_names(one: Named, known_as: Iterable[str], called_too: Iterable[ActorName]) -> frozenset[str]:
    """Other names, folded and without titles, that its text gives a full name's bearer; of single words those long enough to be told."""
    told = (*(key.partition(":")[2] for key in known_as), *(name.text for name in called_too))
    named = [(words(as_compared(other)), one.kind == "person") for other in told if len(one.words) > 1 and not one.pack]
    names = ((" ".join(without_ranks(other) if person else other), len(other)) for other, person in named)
    return frozenset(name for name, size in names if size > 1 or len(name) >= NICKNAME)


def _spelt_otherwise(finding: Finding) -> Mapping[str, list[ActorName]]:
    """The other names that a text gives to the bearers of its names, where these are none that it knows by themselves ("the Fox")."""
    told: dict[str, list[ActorName]] = defaultdict(list)
    for claim in finding.claims:
        subject, other = claim.slot("subject"), claim.slot("object")
        alias = claim.kind == "tie" and claim.verb == "alias_of" and claim.polarity == "affirms"
        if alias and subject and other and subject.actor and not other.actor:
            told[subject.actor].append(ActorName(other.text, other.span))
    return told


class Together:
    """Whether one sentence of a text names two, without brackets between them."""

    def __init__(self, text: str, mentions: Mapping[str, tuple[Mention, ...]]) -> None:
        self.text, self.mentions = text, mentions

    def __call__(self, one: Named, other: Named) -> bool:
        """Whether the two stand in one sentence."""
        own, others = (self.mentions.get(name, ()) for name in (one.name, other.name))
        return any(self._near(a, b) for a in own for b in others if a.named and b.named)

    def _near(self, a: Mention, b: Mention) -> bool:
        start, end = min(a.span.end, b.span.end), max(a.span.start, b.span.start)
        return start < end <= start + SENTENCE and not _ENDS.search(self.text, start, end)


def _shortened_here(
    here: Sequence[Named], language: Language, together: Together, head: int, country_of: Callable[[str], str]
) -> tuple[list[Named], Mapping[str, set[str]]]:
    """The names with the fuller ones that they mean in their text, and for each key the short forms, folded, that tell it elsewhere too."""
    words, shorts, known = body_words(language), defaultdict(set), {one.folded for one in here}
    full, sharing, found = by_word(here, full_by), by_word(here, lambda one: one.words), []
    for one in here:
        first, last = (one.words[0], one.words[-1]) if one.words else ("", "")
        guessed = one.kind in GUESSES and not country_of(one.folded) and not one.folded.endswith(language.grammar.plural)
        fuller, seeks = meant_here(one, full[last], guessed)
        body, own = fuller_body(one, here, words, together, head) if not fuller else (None, False)
        fuller = fuller or body or fuller_person(one, sharing[first])
        if body and own:
            shorts[body].add(one.folded)
        brief = not fuller and is_brief(one, words)
        short = cuts(one, words) | without_some(one, words, known)
        otherwise = fuller or seeks or brief or short
        found.append(msgspec.structs.replace(one, fuller=fuller, seeks=seeks and not fuller, brief=brief, cuts=short) if otherwise else one)
    return found, shorts


def in_pile(named: Iterable[Named], pile: Iterable[Named]) -> list[Named]:
    """The names with what the other texts tell of them, in order of path and place.

    Of the pile it takes the full names of persons that bear a word of theirs, and the names that texts give to their acronyms.
    """
    bearers: dict[str, dict[Hashable, Named]] = defaultdict(dict)
    spelt_out: dict[str, dict[str, str]] = defaultdict(dict)
    cut_out: dict[tuple[str, bool], dict[str, list[Named]]] = defaultdict(dict)
    also: dict[str, set[str]] = defaultdict(set)
    for one in sorted(pile, key=lambda one: (one.first, one.key)):
        for word in full_by(one):
            known = bearers[word].setdefault((one.pack or one.folded, one.words), one)
            if word in one.shortly and word not in known.shortly:
                bearers[word][one.pack or one.folded, one.words] = one
        for short in sorted(one.shorts):
            spelt_out[short].setdefault(one.folded, one.key)
        for short in sorted(one.cuts):
            cut_out[short, one.kind == "person"].setdefault(one.folded, []).append(one)
        if one.aliases:
            also[sounds(one.words)] |= one.aliases
    told = (_told_elsewhere(one, bearers, spelt_out, cut_out) for one in sorted(named, key=lambda one: (one.first, one.key)))
    called = ((one, also.get(sounds(one.words)) if one.kind == "person" else None) for one in told)
    return [msgspec.structs.replace(one, also=frozenset(others)) if others else one for one, others in called]


def sounds(told: Sequence[str]) -> str:
    """What the spellings of one name share word by word: the consonants, or the word where these say too little."""
    return " ".join(bones if len(bones := skeleton(word)) >= WORD_BONES else word for word in told)


def _told_elsewhere(
    one: Named,
    bearers: Mapping[str, Mapping[Hashable, Named]],
    spelt_out: Mapping[str, Mapping[str, str]],
    cut_out: Mapping[tuple[str, bool], Mapping[str, Sequence[Named]]],
) -> Named:
    """A short name with the one full name that it means; a body's with the one that others spell out, none where they give two."""
    if one.seeks:
        one = msgspec.structs.replace(one, fuller=bearer_elsewhere(one, bearers))
    full = spelt_out.get(one.folded, {}) if one.brief else {}
    longer = cut_out.get((one.folded, one.kind == "person"), {}) if one.brief and not full else {}
    full = full or {folded: own[0].key for folded, own in longer.items() if len(longer) == 1 and _of_one_standing(one, own)}
    return msgspec.structs.replace(one, elsewhere=frozenset(full.values())) if len(full) == 1 else one


def _of_one_standing(one: Named, longer: Sequence[Named]) -> bool:
    """Whether a name and its longer form are told with a rank or an office in common, or both with none."""
    ranks = frozenset().union(*(other.ranks for other in longer))
    return bool(one.ranks & ranks) or not (one.ranks or ranks)


def marks_of(one: Named) -> tuple[str, ...]:
    """By what a name is found again, beside what makes it one with others (`chains_of`)."""
    marks = [*chains_of(one), *(f"full {word}" for word in full_by(one)), *(f"short {short}" for short in one.shorts | one.cuts)]
    marks += spelt_as(one)
    marks += [f"seeks {way}" for way in sought(one)] if one.seeks else []
    marks += [f"brief {one.folded}"] if one.brief else []
    marks += [f"called {sounds(one.words)}"] if one.aliases else []
    marks += [f"sounds {sounds(one.words)}"] if one.kind == "person" and len(one.words) > 1 else []
    marks += [f"speaks for {one.speaks_for}"] if one.speaks_for else []
    return tuple(sorted([*marks, *(f"means {key}" for key in meant_by(one))]))


def spelt_as(one: Named) -> list[str]:
    """What two spellings of one name share: the consonants of the last word, or those of all words whatever their order and gaps."""
    if not (one.named and one.words):
        return []
    person = one.kind == "person"
    letters = dict.fromkeys(told for told in (letters_of(one.name, person), letters_of(one.name, person, whole=True)) if told)
    return [f"bones {skeleton(one.words[-1])}", *(f"letters {told}" for told in letters)]


def meant_by(one: Named) -> set[str]:
    """The keys of the names that texts say it is another one for."""
    return {*one.known_as, *one.elsewhere, *([one.fuller] if one.fuller else [])}


def called(group: Iterable[Named]) -> Counter[str]:
    """In how many texts each name of an actor stands, short forms of a full name left out unless there is nothing else."""
    own = list(group)
    return Counter(one.name for one in own if not one.fuller) or Counter(one.name for one in own)


def chains_of(one: Named) -> list[str]:
    """What all names of one actor may share, so that they need only be compared with the first that does."""
    marks = {"pack": one.pack, "name": one.folded, "state": one.state, "core": one.core}
    lands = sorted(one.lands) or ([""] if one.own else [])  # else one that stands first in a text about a land would part all others
    return [*(f"{what} {value}" for what, value in marks.items() if value), *(f"name {one.folded} in {land}" for land in lands)]


def _by_name(mentions: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    return {name: tuple(sorted(own, key=lambda m: (m.span.start, m.span.end))) for name, own in by_name.items()}


def _of_document(document: Document, finding: Finding, by_name: Mapping[str, tuple[Mention, ...]]) -> Iterable[Named]:
    """The names of one document: those of its mentions, and those that only voices or slots bear."""
    places, language = dict(_placed_names(finding.claims)), language_of(document.language)
    for name in sorted({*by_name, *places}):
        mentions = by_name.get(name, ())
        kinds = Counter(mention.kind for mention in mentions)
        kind = min(kinds, key=lambda k: (k == "other", -kinds[k], k)) if kinds else "other"
        packs = Counter(mention.pack for mention in mentions if mention.pack)
        pack = min(packs, key=lambda p: (-packs[p], p)) if packs else None
        start = mentions[0].span.start if mentions else places[name]
        named = kind not in UNNAMED_KINDS and (pack is not None or any(mention.named for mention in mentions) or not mentions)
        told = without_ranks(words(as_compared(name))) if kind == "person" else words(as_compared(name))
        spelt = spellings(mentions, kind, document.text, language)
        beside = (one.text for one in spelt)
        ranks = ranks_told(name, beside, document.text, mentions, language) if kind == "person" else frozenset()
        full = len(told) > 1 and not is_acronym(name)
        shorts = frozenset(fold(m.text) for m in mentions if m.named and is_acronym(m.text)) if full else frozenset()
        yield Named(
            mention_key(document.sha256, name), document.sha256, name, kind, pack, named, (document.path, start),
            " ".join(told), told, spellings=spelt, shorts=shared(shorts),
            ranks=shared(ranks),
            shortly=shared(frozenset(fold(m.text) for m in mentions if m.named and kind == "person" and " " not in fold(m.text))),
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


def _said(finding: Finding, found: Sequence[Named], predicates: frozenset[str]) -> dict[str, set[str]]:
    """Which names of a document a tie of these predicates joins, both ways."""
    pairs: dict[str, set[str]] = defaultdict(set)
    by_name = {one.name: one.key for one in found}
    by_fold = {one.folded: one.key for one in sorted(found, key=lambda one: one.name)}
    for claim in finding.claims:
        subject, other = claim.slot("subject"), claim.slot("object")
        if claim.kind != "tie" or claim.verb not in predicates or claim.polarity != "affirms" or not (subject and other):
            continue
        names = [slot.actor or slot.text for slot in (subject, other)]
        ends = [by_name.get(name) or by_fold.get(fold(name)) for name in names]
        if ends[0] and ends[1] and ends[0] != ends[1]:
            pairs[ends[0]].add(ends[1])
            pairs[ends[1]].add(ends[0])
    return pairs


def _brackets(
    document: Document, here: Sequence[Named], mentions: Mapping[str, tuple[Mention, ...]], known: dict[str, set[str]], language: Language
) -> None:
    """Adds what brackets say: "Islamic Movement of Uzbekistan (IMU)" equates the two where the letters are initials of the words."""
    for short in (one for one in here if is_acronym(one.name)):
        for full in (one for one in here if len(one.words) > 1 and not is_acronym(one.name)):
            behind = mentions.get(full.name, ())
            in_brackets = in_own_brackets(full.name, short.name) or _in_brackets(document.text, behind, short)
            told = initials_of(short.name, full.words) or initials_turned(short, full, body_words(language))
            if in_brackets and told and not of_inner_name(short.folded, full.words, language.grammar):
                known[short.key].add(full.key)
                known[full.key].add(short.key)


def _one_in_two_spellings(here: Sequence[Named], mentions: Mapping[str, tuple[Mention, ...]], known: dict[str, set[str]]) -> None:
    """Adds to two spellings of one name in one text what it says of either: persons by their consonants, bodies by one short form."""
    spelt: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in here:
        if one.kind == "person" and len(one.words) > 1:
            spelt[tuple(skeleton(word) for word in one.words)].append(one.key)
        told = [mention.text for mention in mentions.get(one.name, ()) if len(one.words) > 1 and is_acronym(mention.text)]
        for short in sorted({fold(text) for text in told if initials_of(text, one.words)}):
            spelt["short", one.kind, short].append(one.key)
    for name, keys in spelt.items():
        told_as = {other for key in keys for other in known[key]} | set(keys)
        for key in told_as if len(keys) > 1 and (name[0] == "short" or len(told_as) > len(keys)) else ():
            known[key] |= told_as - {key}


def _in_brackets(text: str, mentions: Iterable[Mention], short: Named) -> bool:
    """Whether the acronym stands in brackets or alone between marks right behind a mention of the full name."""
    name = re.escape(short.name)
    pattern = re.compile(rf"[’'s\s”\"]{{0,4}}[(\[][^()\[\]]{{0,20}}\b{name}\b|[”\"]?,\s+{name}(?=[,.;:])")
    return any(pattern.match(text, mention.span.end) for mention in mentions)
