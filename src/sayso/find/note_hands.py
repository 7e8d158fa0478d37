"""The hands that footnotes name: a claim with a note went through the work's author and publisher before it came into the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.known.packs import Packs
from sayso.lang.language import Language
from sayso.records.claim import Claim, Mention, Voice
from sayso.records.document import Span
from sayso.records.work import Named, Note

Hand = tuple[Voice, Mention]


def noted_hands(notes: Iterable[Note], packs: Packs, language: Language) -> dict[Span, Hand]:
    """The first author and the publisher of each work cited, as voices and mentions, by where their names stand."""
    found: dict[Span, Hand] = {}
    official = frozenset(language.rules("citations")["official"])
    for note in notes:
        for named, kind in _named(note):
            if named.span not in found:
                name = " ".join(named.text.split())
                pack = packs.actor_by_name(name)
                kind = packs.actors[pack].kind if pack else "government_body" if official & set(name.lower().split()) else kind
                voice = Voice(named.text, named.span, packs.actors[pack].name if pack else name)
                found[named.span] = voice, Mention(named.span, named.text, voice.name or name, kind, pack)
    return found


def _named(note: Note) -> list[tuple[Named, str]]:
    """Who stands behind the work of a note: its first author, then its publisher."""
    if note.source is None or note.edge == "unresolved":
        return []
    author, publisher = note.source.authors[:1], note.source.publisher
    return [*((one, "person") for one in author), *([(publisher, "media")] if publisher else [])]


def through_notes(claim: Claim, notes: Sequence[Note], hands: Mapping[Span, Hand]) -> Claim:
    """The claim with the hands of the notes whose marks stand in or behind its sentence, added to the end of its chain."""
    chain = list(claim.voices)
    for note in notes:
        if note.sentence is not None and claim.span.shared(note.sentence) and note.sentence.start <= claim.span.start + 1:
            known = {voice.name or voice.text for voice in chain}
            chain += [hands[named.span][0] for named, _ in _named(note) if hands[named.span][0].name not in known]
    return replace(claim, voices=tuple(chain)) if len(chain) > len(claim.voices) else claim
