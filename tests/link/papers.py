"""An invented pile whose documents cite works: notes are given as their words, and read as the finder reads them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from piles import NO_PACKS, Pile

from sayso.find.sources import entry_of, source_in
from sayso.lang.language import load_language
from sayso.link.citations import citations
from sayso.link.linker import link
from sayso.records.claim import Finding
from sayso.records.document import Document, Span
from sayso.records.work import Edge, Note
from sayso.records.worked_out import Linking, Weighing
from sayso.weigh.weigher import weigh

RENN = "Nadir Renn, Rockets over Kest, Velm Post, March 3, 2031. https://velm.example/rockets"
TARN = "Ola Tarn, The harbour of Sarn, Sarn Review, May 9, 2030. https://sarn.example/harbour"


@dataclass
class Papers(Pile):
    """A pile with notes, each beside the last claim of its document."""

    notes: dict[str, list[Note]] = field(default_factory=dict)
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def cite(self, doc: str, words: str, edge: Edge = "found", ibid: bool = False) -> None:
        """A note with these words, whose mark stands behind the last claim."""
        claim = self.claims[doc][-1].span
        entry = self._add(doc, words)
        source = source_in(entry_of(self.texts[doc], doc, entry.start, entry.end, load_language()))
        before = self.notes.setdefault(doc, [])
        label = str(len(before) + 1)
        back = before[-1] if ibid and before else None
        note = Note(label, Span(doc, claim.end - 1, claim.end), entry, edge, (), source, None, claim, claim)
        before.append(replace(note, source=back.source, ibid_of=back.entry) if back else note)

    def parts(self) -> tuple[list[Document], dict[str, Finding]]:
        documents, findings = super().parts()
        documents = [replace(one, **self.known.get(one.path, {})) for one in documents]  # type: ignore[arg-type]
        return documents, {doc: replace(one, notes=tuple(self.notes.get(doc, ()))) for doc, one in findings.items()}

    def weighed(self) -> tuple[Linking, Weighing]:
        documents, findings = self.parts()
        linking = link(documents, findings, NO_PACKS)
        return linking, weigh(documents, findings, linking, NO_PACKS)


def works_of(*notes: tuple[str, str]) -> list[tuple[str, int]]:
    """For documents and the words of their notes, the title (or publisher) of each work and how often it is cited."""
    papers = Papers()
    for doc, words in notes:
        papers.say(doc, f"Sentence {len(papers.claims.get(doc, []))} of {doc} says that rockets fell.", kind="statement", verb="statement")
        papers.cite(doc, words)
    documents, findings = papers.parts()
    return [(work.title or work.publisher or "", len(work.cited_by)) for work in citations(documents, findings).works]
