"""Tells a ledger as a brief in Markdown: every sentence says who says so and cites the exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import get_args

from sayso.archive import write_whole
from sayso.lang.language import load_language
from sayso.records.claim import Claim
from sayso.records.count import many
from sayso.records.dispute import Dispute, DisputeKind
from sayso.records.incident import Incident
from sayso.records.pledge import Bearing, Pledge
from sayso.records.trouble import Trouble
from sayso.records.when import When
from sayso.tell.book import Book, Index, Told
from sayso.tell.dossier import Dossier, disagreement
from sayso.tell.lint import check_brief
from sayso.tell.markdown import escape, table
from sayso.tell.pen import Pen
from sayso.tell.signature import is_as_signed, signed
from sayso.tell.withhold import Withheld
from sayso.tell.wording import Wording, capital

INCIDENTS = 12
"""Incidents told in full; the rest stand in a table."""
ROWS, DISPUTES, PLEDGES = 40, 24, 12
"""Rows of that table, disputes and pledges told; beyond these only a number is printed."""
KINDS = get_args(DisputeKind)
BOTTOM = 3
"""Sentences of the bottom line."""
UNCERTAIN = ("possible", "probable")
ENDINGS = (".md", ".markdown", ".txt", "")
"""Endings of files that hold Markdown, or any text."""


class BriefTeller:
    """Writes the brief. `names` prints the names of private persons; `limit` is how many incidents are told in full."""

    def __init__(self, names: bool = False, limit: int = INCIDENTS, language: str = "en") -> None:
        self.names, self.limit, self.language = names, limit, language

    def tell(self, book: Book, out: Path | None) -> Told:
        """Writes to the file `out` (brief.md in it, if it is a folder), or gives the text back; the brief is checked as it is made.

        Raises Trouble for a file that bears the ending of another format, and for one that somebody edited or that is no brief of Sayso's.
        """
        path = _file(out) if out is not None else None
        if path is not None:
            _spare(path)
        index, wording = Index(book), Wording(load_language(self.language))
        brief = Brief(Pen(index, wording, Withheld(index, wording, self.names)), self.limit)
        text = signed(brief.text())
        problems = tuple(check_brief(text, book, str(path or "brief"), self.language))
        summary = f"{many(brief.told, 'incident')} told in full, {many(len(brief.pen.notes.cited), 'citation')}"
        if path is None:
            return Told((), text, summary, problems)
        write_whole(path, text.encode("utf-8"))
        return Told((path,), None, f"{summary} in {path}", problems)


def _file(out: Path) -> Path:
    """The file that is meant: the one named, or brief.md in the folder named."""
    if out.is_dir() or not (out.suffix or out.exists()):
        return out / "brief.md"
    if out.suffix.casefold() not in ENDINGS:
        raise Trouble(
            f"a brief is Markdown, which `{out.suffix}` is not: {out}", "name a .md; other programs make .html, .pdf or .docx of it"
        )
    return out


def _spare(path: Path) -> None:
    """Raises Trouble where the file holds what Sayso did not write: a brief is edited by people, and their words are nowhere else."""
    held = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    if held.strip() and not is_as_signed(held):
        raise Trouble(f"{path} holds what Sayso did not write, and is not written over", "name another file, or move that one away")


class Brief:
    """The sections of one brief. Sections are written in the order in which they are read, so that endnotes count upwards."""

    def __init__(self, pen: Pen, limit: int) -> None:
        self.pen, self.index, self.wording = pen, pen.index, pen.wording
        dossiers = sorted(
            (self._dossier(incident) for incident in self.index.incidents.values() if incident.status != "rejected"), key=self._rank
        )
        dossiers = [dossier for dossier in dossiers if dossier.claims]
        self.full = [dossier for dossier in dossiers if self._worth_telling(dossier)][:limit]
        pen.numbers.update({dossier.incident.id: number for number, dossier in enumerate(self.full, 1)})
        self.rest = [dossier for dossier in dossiers if dossier not in self.full]

    @property
    def told(self) -> int:
        """How many incidents are told in full."""
        return len(self.full)

    def text(self) -> str:
        """The whole brief."""
        sections = [self._head(), self._bottom(), self._incidents(), self._disputes(), self._pledges(), self._unknown(), self._also()]
        lines = [line for section in sections for line in section]
        return "\n".join([*lines, *self._base(), *self._notes()]) + "\n"

    def _dossier(self, incident: Incident) -> Dossier:
        return Dossier(self.pen, incident, self.index.matrices.get(incident.id))

    def _disputed(self, dossier: Dossier) -> list[Dispute]:
        """The disputes about an incident, whether it happened before all else."""
        return sorted(self.index.disputes.get(dossier.incident.id, ()), key=lambda dispute: KINDS.index(dispute.kind))

    def _rank(self, dossier: Dossier) -> tuple[bool, int, int, int, str]:
        disputes = self._disputed(dossier)
        disputed = dossier.incident.status == "contested" or bool(disputes)
        return (not disputed, -len(disputes), -len(dossier.parties), -len(dossier.claims), dossier.incident.id)

    def _worth_telling(self, dossier: Dossier) -> bool:
        return len(dossier.parties) > 1 or bool(self._disputed(dossier))

    def _section(self, key: str, sentences: Iterable[str], method: Iterable[str] = ()) -> list[str]:
        """A heading and its sentences, one bullet each, and what is left to say of them; where there is neither, a line that says so."""
        told, left = [f"- {sentence}" for sentence in sentences], list(method)
        body = told or ([] if left else [self.wording.method("nothing")])
        return [f"## {self.wording.phrase('headings', key)}", "", *body, *([""] if body and left else []), *left, ""]

    def _head(self) -> list[str]:
        book, method = self.index.book, self.wording.method
        title = self.wording.phrase("headings", "title", name=self.pen.title(book.name))
        documents = self.wording.count("documents", len(book.documents))
        made = method("made", documents=documents, period=self._period(), reviewed=self._reviewed())
        rules = [method("rule")] + ([method("rule_names")] if self.pen.withheld.persons else [])
        return [f"# {title}", "", made, *(line for rule in rules for line in ("", rule)), ""]

    def _reviewed(self) -> str:
        """On how many claims people decided."""
        number, left_out = sum(claim.review != "unsupervised" for claim in self.index.claims.values()), self.index.book.left_out
        key = "reviewed_only" if left_out is not None else "reviewed" if number else "unreviewed"
        return self.wording.phrase("words", key, number=number, total=len(self.index.claims) + (left_out or 0))

    def _period(self) -> str:
        known = [when for document in self.index.documents.values() if (when := self.pen.written(document)) is not None]
        if not known:
            return self.wording.phrase("words", "undated")
        first, last = min(when.first for when in known), max(when.last for when in known)
        return self.wording.date(When(first, last, "range", "inferred"))

    def _bottom(self) -> list[str]:
        told: dict[str, None] = {}
        for candidate in self._candidates():
            told[candidate] = None
            if len(told) == BOTTOM:
                break
        body = list(told) or [self.wording.method("nothing")]
        return [f"## {self.wording.phrase('headings', 'bottom')}", "", *body, ""]

    def _candidates(self) -> Iterator[str]:
        """What could stand in the bottom line: one of each kind first (dispute, changed answer, pledge, undenied), then the rest."""
        kinds = [self._disagreements(), self._reversals(), self._borne_on(), self._undenied()]
        for kind in kinds:
            yield from islice(kind, 1)
        for kind in [*kinds, *(dossier.positions() for dossier in [*self.full, *self.rest])]:
            yield from kind

    def _disagreements(self) -> Iterator[str]:
        """The first dispute of each incident told."""
        for dossier in self.full:
            told = (disagreement(self.pen, dossier.about, dispute) for dispute in self._disputed(dossier))
            yield from islice((sentence for sentence in told if sentence), 1)

    def _reversals(self) -> Iterator[str]:
        for dossier in self.full:
            yield from dossier.reversals()

    def _undenied(self) -> Iterator[str]:
        for dossier in self.full:
            yield from dossier.undenied()

    def _borne_on(self) -> Iterator[str]:
        """Pledges on which later reports bear."""
        for pledge in self._pledges_by_weight():
            if pledge.bearing and (claims := self.pen.claims(pledge.claims)):
                yield self.pen.says(claims[0])

    def _pledges_by_weight(self) -> list[Pledge]:
        """Pledges, those on which most bears first."""
        return sorted(self.index.book.weighing.pledges, key=lambda pledge: (-len(pledge.bearing), pledge.id))

    def _incidents(self) -> list[str]:
        lines = [f"## {self.wording.phrase('headings', 'incidents')}", ""]
        for number, dossier in enumerate(self.full, 1):
            lines += [f"### {number}. {dossier.heading}", "", dossier.status(), "", *(f"- {line}" for line in dossier.passages()), ""]
        return lines if self.full else [*lines, self.wording.method("nothing"), ""]

    def _also(self) -> list[str]:
        rows = [self._row(dossier) for dossier in self.rest[:ROWS]]
        head = [f"## {self.wording.phrase('headings', 'also')}", ""]
        body = table(self.wording.columns("also"), rows) if rows else [self.wording.method("nothing")]
        return [*head, *body, "", *self._more(len(self.rest) - ROWS)]

    def _row(self, dossier: Dossier) -> list[str]:
        claim = min(dossier.claims, key=lambda one: (one.kind != "event", -len(one.slots), one.span.size < 40, one.span.size))
        words, _ = self.pen.words(claim, 120)
        said = f"“{words}” {self.pen.notes.cite([claim.id])}"
        return [
            self.pen.heading(dossier.incident.title, dossier.incident.when),
            self.wording.date(dossier.incident.when),
            self.pen.voice(claim),
            said,
        ]

    def _more(self, number: int) -> list[str]:
        return [self.wording.method("more", number=number), ""] if number > 0 else []

    def _disputes(self) -> list[str]:
        every = self.index.book.weighing.disputes
        disputes = [dispute for dispute in every if not self._turnabout(dispute) and not self._rejected(dispute.about)]
        told = (disagreement(self.pen, self._about(dispute.about), dispute) for dispute in disputes[:DISPUTES])
        return [*self._section("disputes", [sentence for sentence in told if sentence]), *self._more(len(disputes) - DISPUTES)]

    def _turnabout(self, dispute: Dispute) -> bool:
        """Whether it is one party's answers that differ; its incident tells of that."""
        parties = {self.index.party(holder) for side in dispute.sides for holder in side.holders}
        return dispute.about in self.index.incidents and len(parties) == 1

    def _rejected(self, ident: str) -> bool:
        """Whether a person found that an incident does not hold."""
        return ident in self.index.incidents and self.index.incidents[ident].status == "rejected"

    def _about(self, ident: str) -> str:
        """What a dispute is about: an incident, an actor, a figure, or words."""
        if ident in self.index.incidents:
            return self.pen.about(self.index.incidents[ident])
        if ident in self.index.claims:
            return f"“{self.pen.words(self.index.claims[ident], 120)[0]}”"
        figure = next((figure for figure in self.index.book.weighing.figures if figure.id == ident), None)
        return f"{self.pen.actor(figure.subject)}, {escape(figure.measure.replace('_', ' '))}" if figure else self.pen.actor(ident)

    def _pledges(self) -> list[str]:
        """Pledges on which later reports bear; of the others only the number."""
        pledges = self._pledges_by_weight()
        told = [sentences for pledge in pledges[:PLEDGES] if pledge.bearing and (sentences := self._pledge(pledge))]
        left = len(pledges) - len(told)
        return self._section("pledges", told, [self.wording.method("untouched", number=left)] if left else [])

    def _pledge(self, pledge: Pledge) -> str | None:
        """A pledge in its own words, and what later reports bear on it; None where either has no claim to cite."""
        claims = self.pen.claims(pledge.claims)
        told = [(bearing, members) for bearing in pledge.bearing if (members := self._members(bearing))]
        if not claims or not told:
            return None
        said = self.pen.says(claims[0], [claim.id for claim in claims[1:BOTTOM]])
        refs = "; ".join(self._bearing(bearing, pledge.by, members) for bearing, members in told)
        return f"{said} {self.wording.phrase('sentences', 'bearing', refs=refs)}"

    def _members(self, bearing: Bearing) -> list[Claim]:
        incident = self.index.incidents.get(bearing.ref)
        if self._rejected(bearing.ref):
            return []
        return self.pen.claims(incident.claims if incident else [bearing.ref])

    def _bearing(self, bearing: Bearing, by: str, members: Iterable[Claim]) -> str:
        """A later incident or claim that bears on the pledge of `by`: how, and in whose words, another voice's where there is one."""
        incident = self.index.incidents.get(bearing.ref)
        claim = min(members, key=lambda one: (one.polarity != "affirms", self.pen.party(one) == by))
        return self.wording.phrase(
            "words",
            "whose",
            title=self.pen.about(incident) if incident else f"“{self.pen.words(claim, 120)[0]}”",
            voice=self.pen.voice(claim),
            effect=self.wording.phrase("effects", bearing.effect),
            cites=self.pen.notes.cite([claim.id]),
        )

    def _unknown(self) -> list[str]:
        open_questions = [sentence for dossier in self.full if (sentence := dossier.unknown())]
        return self._section("unknown", [*open_questions, *self._uncertain()])

    def _uncertain(self) -> Iterator[str]:
        """What voices of the incidents told say only as possible or probable."""
        for claim in [c for dossier in self.full for c in dossier.claims if c.modality in UNCERTAIN][: self.told]:
            words, _ = self.pen.words(claim)
            voice, cites = self.pen.voice(claim), self.pen.notes.cite([claim.id])
            yield capital(self.wording.phrase("sentences", "uncertain", voice=voice, words=words, cites=cites))

    def _base(self) -> list[str]:
        """What the brief rests on: counts, languages, dates, finders, the share unreviewed, and the documents."""
        wording, book = self.wording, self.index.book
        claims = [claim for claim in self.index.claims.values() if claim.review != "rejected"]
        certain = len({origin.id for origin in book.weighing.origins if origin.certain})
        lines = [
            wording.method(
                "base",
                documents=wording.count("documents", len(book.documents)),
                claims=wording.count("claims", len(claims)),
                voices=wording.count("voices", len({self.pen.speaker(claim) for claim in claims})),
                origins=wording.count("origins", certain, max(certain, len(book.weighing.origins))),
            ),
            wording.method(
                "languages", languages=", ".join(sorted({d.language or wording.phrase("words", "unknown") for d in book.documents}))
            ),
            wording.method("dates", period=self._period()),
            wording.method(
                "finder", finders=", ".join(sorted({claim.found_by.split(":")[0] for claim in claims if claim.found_by})) or "?"
            ),
            wording.method("unreviewed", share=self.index.unreviewed),
            wording.method("decisions", number=len(book.decisions), head=book.head or wording.phrase("words", "none")),
            wording.method("problems", number=len(book.problems)),
        ]
        rows = [self._document_row(sha256) for sha256 in self.index.documents]
        head = f"## {wording.phrase('headings', 'base')}"
        return [head, "", *(part for line in lines for part in (line, "")), *table(wording.columns("base"), rows), ""]

    def _document_row(self, sha256: str) -> list[str]:
        document, finding = self.index.documents[sha256], self.index.book.findings.get(sha256)
        dated = self.wording.date(self.pen.written(document))
        count = str(len(finding.claims) if finding else 0)
        return [escape(document.path), self.pen.title(document.title or ""), dated, document.language or "", count]

    def _notes(self) -> list[str]:
        notes = [self.pen.endnote(number, claim) for number, claim in enumerate(self.pen.notes.cited, 1)]
        return [f"## {self.wording.phrase('headings', 'notes')}", "", *notes]
