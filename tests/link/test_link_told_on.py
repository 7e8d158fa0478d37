"""What somebody says right behind an event, in its paragraph, is told of it."""

from __future__ import annotations

from dataclasses import replace

from piles import NO_PACKS, Pile

from sayso.link.linker import link
from sayso.records.claim import Act, Claim, Voice
from sayso.records.document import Document

FIRE = "The Front fired rockets at Kest on 4 March."


def incident_of(words: str, voice: str | None, kind: str = "statement", act: Act = "asserts", behind: str = " ") -> str | None:
    """The incident of words that stand behind the telling of an event."""
    pile = Pile()
    pile.say("a.txt", FIRE, when="2031-03-04", landed="Kest", agent="Front")
    pile.say("a.txt", words, voice or "(author)", act, kind=kind, verb="number" if kind == "figure" else "statement")  # type: ignore[arg-type]
    documents, findings = pile.parts()
    together = [_closer(document, behind) for document in documents]
    finding = findings["a.txt"]
    moved = replace(finding, claims=tuple(_moved(claim, len(behind) - 1) for claim in finding.claims), mentions=())
    found = link(together, {"a.txt": moved}, NO_PACKS).incident_of
    first, other = sorted(moved.claims, key=lambda claim: claim.span.start)
    assert found[first.id]
    return "the event's" if found.get(other.id) == found[first.id] else found.get(other.id)


def _closer(document: Document, behind: str) -> Document:
    return replace(document, text=document.text.replace(FIRE + "\n", FIRE + behind))


def _moved(claim: Claim, by: int) -> Claim:
    """A claim that stands so many code points further on, if it is not the first."""
    if claim.quote == FIRE:
        return claim
    span = replace(claim.span, start=claim.span.start + by, end=claim.span.end + by)
    voices = tuple(Voice(voice.text, voice.span and replace(span, end=span.start + len(voice.text)), voice.name) for voice in claim.voices)
    return replace(claim, span=span, voices=voices, slots=())


def test_what_somebody_says_in_the_same_paragraph_is_told_of_the_event() -> None:
    words = "They came at night, a resident said."
    assert incident_of(words, "a resident") == "the event's"
    assert incident_of(words, "a resident", behind="\n\n") is None
    assert incident_of(words, "a resident", behind=" " + "Nothing else was heard. " * 25) is None


def test_neither_the_authors_own_words_nor_numbers_nor_what_is_still_to_come_are_told_of_it() -> None:
    assert incident_of("The valley is known for its apples.", None) is None
    assert incident_of("Forty houses stand there, a resident said.", "a resident", "figure") is None
    assert incident_of("We will find them, the ministry said.", "the ministry", act="pledges") is None
