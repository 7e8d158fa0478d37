"""What writes a brief's sentences: it names voices, quotes words, cites claims, and keeps the endnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from sayso.records.claim import AUTHOR, Claim
from sayso.records.document import Document
from sayso.records.incident import Incident
from sayso.records.when import When
from sayso.tell.book import Index
from sayso.tell.markdown import Notes, escape, one_line, sentences
from sayso.tell.withhold import Withheld
from sayso.tell.wording import CLOSING, GAP, OPENING, Wording, capital, cut, inner

TAIL = re.compile(r"(?<![A-Z.!?])[.!?]+$")
"""Stops at the end of a name or a value, which would end the sentence round it."""
ENOUGH = 40
"""Content shorter than this is printed with its clause: "two or three rockets" alone says too little."""
SEEN = 100
"""Mentions of a name that are looked at to learn whether it takes an article."""
LONGEST_NAME = 80
"""Code points of a title, an unnamed voice or a disputed value that are printed at most."""


class Pen:
    """The sentences of one brief."""

    def __init__(self, index: Index, wording: Wording, withheld: Withheld) -> None:
        self.index, self.wording, self.withheld = index, wording, withheld
        self.notes = Notes()
        self.numbers: dict[str, int] = {}
        self._abbreviations = wording.words("abbreviations")
        self._articles: dict[str, str] = {}

    def title(self, text: str) -> str:
        """A title as printed: masked, on one line, cut, and escaped; a dash where nothing is left."""
        return escape(cut(inner(self.withheld.mask(text)), LONGEST_NAME)).strip() or "–"

    def text(self, text: str) -> str:
        """A name or a value as printed in running text: as a title, and no more of it than one sentence."""
        return TAIL.sub("", sentences(self.title(text), self._abbreviations)[0]) or "–"

    def claims(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids whose quotation stands in its document, in the order of the ids."""
        found = (self.index.claims[ident] for ident in ids if ident in self.index.claims)
        return [claim for claim in found if self.index.holds(claim.span, claim.quote)]

    def value(self, value: str) -> str:
        """An answer as printed."""
        return self.text(self.wording.value(value))

    def actor(self, ident: str) -> str:
        """An actor's name as it stands in running text; for an id of no actor the words themselves."""
        actor = self.index.actors.get(ident)
        if actor is None:
            return self._nobody(ident)
        if ident in self.withheld.persons:
            return escape(self.wording.phrase("words", "private"))
        return self._article(ident) + self.text(actor.name)

    def _nobody(self, ident: str) -> str:
        """A voice that is no known actor: its words, or the author, of the document whose path ends the id (as `speaker` makes them)."""
        document = next((document for document in self.index.documents.values() if ident.endswith(f" {document.path}")), None)
        words = ident.removesuffix(f" {document.path}") if document else ident
        return self._author(document) if document and words == AUTHOR else self._described(words)

    def _described(self, words: str) -> str:
        """A voice by its words as said; that it is an unnamed one, where they are no more than a pronoun."""
        pronoun = words.lower() in self.wording.words("pronouns")
        return self.wording.phrase("words", "pronoun", word=words.lower()) if pronoun else self.text(words)

    def _article(self, ident: str) -> str:
        """The article with which the documents mostly name this actor, if they do."""
        article, actor = self.wording.phrase("words", "article"), self.index.actors[ident]
        if actor.kind == "person" or actor.name.lower().startswith(f"{article} "):
            return ""
        if ident not in self._articles:
            pattern = re.compile(rf"\b{re.escape(actor.name)}(?!\w)")
            hits = ((document.text, hit.start()) for document in self.index.documents.values() for hit in pattern.finditer(document.text))
            seen = [text[max(0, start - 5) : start].split()[-1:] for text, start in islice(hits, SEEN)]
            with_it = sum(words != [] and words[0].lower() == article for words in seen)
            self._articles[ident] = f"{article} " if 2 * with_it > len(seen) else ""
        return self._articles[ident]

    def voice(self, claim: Claim) -> str:
        """Whose statement a claim is, with the party for whom it speaks."""
        voice = claim.voice
        ident = self.index.voice_id(claim.span.doc, voice)
        if voice.text == AUTHOR:
            return self._author(self.index.documents[claim.span.doc])
        actor = self.index.actors.get(ident or "")
        if actor is None or actor.kind == "anonymous":
            return self._described(voice.name or voice.text or self.wording.phrase("words", "unnamed"))
        party = self.index.party(actor.id)
        if party == actor.id or party not in self.index.actors:
            return self.actor(actor.id)
        return self.wording.phrase("words", "for_party", name=self.actor(actor.id), party=self.actor(party))

    def _author(self, document: Document) -> str:
        if document.authors:
            return self.wording.listed([self.text(author) for author in document.authors])
        return self.wording.phrase("words", "author", title=f"*{self.title(document.title or document.path)}*")

    def speaker(self, claim: Claim) -> str:
        """The id of the actor who says it; where nobody is known behind them the voice's own words with the path of the document."""
        known = self.index.voice_id(claim.span.doc, claim.voice)
        return known or f"{claim.voice.text} {self.index.documents[claim.span.doc].path}"

    def party(self, claim: Claim) -> str:
        """The id of the actor whose position a claim is: the party for which the voice speaks, or the voice itself."""
        return self.index.party(self.speaker(claim))

    def words(self, claim: Claim, longest: int | None = None) -> tuple[str, bool]:
        """The words to quote and whether they are the voice's own: its quoted content where that says enough, else the clause."""
        text = self.index.documents[claim.span.doc].text
        pieces = [span for span in claim.content if span.within(claim.span)]
        if sum(span.size for span in pieces) < ENOUGH:
            pieces = [claim.span]
        direct = claim.voice.text == AUTHOR or all(self._is_quoted(text, span.start, span.end) for span in pieces)
        shown = GAP.join(inner(self.withheld.mask(text[span.start : span.end])) for span in pieces)
        return escape(cut(shown) if longest is None else cut(shown, longest)), direct

    @staticmethod
    def _is_quoted(text: str, start: int, end: int) -> bool:
        """Whether the words stand between quotation marks, which may be counted among them."""
        before, after = text[max(0, start - 1) : start + 1], text[max(0, end - 1) : end + 2]
        return any(mark in OPENING for mark in before) and any(mark in CLOSING for mark in after)

    def says(self, claim: Claim, also: Iterable[str] = ()) -> str:
        """One claim as a sentence: when, who, what kind of statement, the exact words, and the citation of it and of others like it."""
        words, direct = self.words(claim)
        written = claim.voice.text == AUTHOR
        sentence = self.wording.phrase(
            "sentences",
            "direct" if direct else "reported",
            when="" if written else self.wording.opening(claim.said),
            voice=self.voice(claim),
            act=self.wording.act(claim.act, written),
            words=words,
            cites=self.notes.cite([claim.id, *also]),
        )
        return capital(sentence)

    def heading(self, title: str, when: When | None) -> str:
        """A title without the date that stands beside it anyway, its arrow drawn."""
        return self.title(title.removesuffix(f", {when}").replace("->", "→"))

    def about(self, incident: Incident) -> str:
        """An incident by its title, its date, and its number where it is told in full."""
        known = [self.wording.date(incident.when)] if incident.when else []
        known += [self.wording.phrase("words", "number", number=self.numbers[incident.id])] if incident.id in self.numbers else []
        return f"*{self.heading(incident.title, incident.when)}*" + (f" ({', '.join(known)})" if known else "")

    def endnote(self, number: int, ident: str) -> str:
        """An endnote: the voices, the document, its date, the paragraph, the exact quotation, and the claim's id."""
        claim = self.index.claims[ident]
        document = self.index.documents[claim.span.doc]
        hands = [self.voice(claim), *(self.text(voice.name or voice.text) for voice in claim.voices[1:] if voice.text != AUTHOR)]
        title = f" *{self.title(document.title)}*" if document.title else ""
        source = f"{escape(document.path)}{title}, {self.wording.date(self.written(document))}"
        quote = escape(one_line(self.withheld.mask(claim.quote)))
        return f"- [{number}] {' → '.join([*hands, source])}, ¶ {document.paragraph(claim.span.start)}: “{quote}” c:{claim.id}"

    def written(self, document: Document) -> When | None:
        """When a document was published, or within what time it was written."""
        finding = self.index.book.findings.get(document.sha256)
        return document.published or (finding.written if finding else None)
