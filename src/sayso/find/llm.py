"""The finder that asks a language model, over any OpenAI-compatible server; it keeps nothing that does not stand in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.find.finder import Portion, not_supported
from sayso.find.llm_answer import read_answer
from sayso.find.llm_claims import ClaimMaker
from sayso.find.llm_kept import Kept, KeptReply
from sayso.find.llm_prompt import about_tokens, portions
from sayso.find.passages import Passage, passages_of
from sayso.find.reading import as_read, as_written
from sayso.find.scene import Scene, scene_of
from sayso.find.where import Atlas
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import NO_PACKS, Packs
from sayso.lang.language import Language, load_language, parsers, pipeline
from sayso.records.claim import Claim, Finding, numbered
from sayso.records.document import Document, Span
from sayso.records.problem import Problem
from sayso.records.trouble import Trouble
from sayso.settings import NO_LLM, LlmSettings

if TYPE_CHECKING:
    from sayso.find.llm_endpoint import Endpoint

VERSION = 1
"""Raised with every change of what is made of an answer; answers that are kept are then read anew, and nothing is asked again."""


class LlmFinder:
    """Finds claims by asking a language model. `model` names the spaCy pipeline that reads names, as for the rules."""

    def __init__(self, packs: Packs = NO_PACKS, model: str | None = None) -> None:
        self.packs, self.model = packs, model
        self.llm, self._kept = NO_LLM, Kept(NO_LLM, None)
        self._endpoint: Endpoint | None = None
        self._atlas: Atlas | None = None

    def connect(self, llm: LlmSettings, kept: Path | None) -> None:
        """Takes the settings, and the folder for what is answered; nothing is sent yet. Raises Trouble for wrong settings."""
        for key in ("base_url", "model"):
            if not getattr(llm, key):
                raise Trouble(f"`llm.{key}` is not set", "`find.engine` is llm: name the server and its model under [llm] (docs/llm.md)")
        address = urlsplit(llm.base_url)
        if address.scheme not in ("http", "https") or not address.hostname or address.password:
            raise Trouble("`llm.base_url` is no address of a server", 'for example base_url = "http://127.0.0.1:11434/v1", without a key')
        self.llm, self._kept = llm, Kept(llm, kept)

    @property
    def key(self) -> str:
        """Its version, model, prompt and settings, and what reads the details."""
        packs = self.packs.fingerprint[:12] or "none"
        return f"llm/{VERSION}+{self.llm.model}+{self._kept.fingerprint}+{parsers(self.model)}+packs:{packs}"

    def would_send(self, document: Document) -> tuple[Portion, ...]:
        """The parts of a document that were not answered yet."""
        if (language := _language(document)) is None:
            return ()
        open_ = [span for span in portions(document, language, self.llm.send) if self._kept.reply(document, span) is None]
        return tuple(Portion(span, about_tokens(document.text[span.start : span.end]), self.llm.answer) for span in open_)

    def find(self, document: Document) -> Finding:
        """The claims of a document. What is in no form to be used is a Problem; Halt is raised where the model does not answer."""
        if (language := _language(document)) is None:
            return not_supported(document, document.language or "en")
        replies = [(span, self._reply(document, span)) for span in portions(document, language, self.llm.send)]
        read, passages, scene = self._scene(document, language)
        maker = ClaimMaker(document, passages, scene, f"llm:{self.llm.model}")
        claims: list[Claim] = []
        problems: list[Problem] = []
        for span, reply in replies:
            answer = read_answer(reply.answer)
            if answer is None:
                problems.append(self._unreadable(document, span, reply))
                continue
            claims += maker.claims(span, answer.claims)
            if answer.malformed:
                message = f"{_many({'claim': answer.malformed})} of the language model not in the form asked for, dropped"
                problems.append(self._problem(document, "answer_malformed", message, span))
        if maker.dropped:
            message = f"the language model gave words that do not stand in the text; dropped: {_many(maker.dropped)}"
            problems.append(self._problem(document, "words_not_in_text", message))
        found = sorted(dict.fromkeys(claims), key=lambda claim: (claim.span.start, claim.span.end, claim.kind, claim.verb))
        return as_written(
            Finding(tuple(numbered(found)), scene.cast.mentions.ordered(), scene.calendar.written, tuple(problems)), read, document
        )

    def _reply(self, document: Document, span: Span) -> KeptReply:
        """What the model answered to this part, now or before."""
        if known := self._kept.reply(document, span):
            return known
        if self._endpoint is None:
            from sayso.find.llm_endpoint import Endpoint  # not before something is to be sent

            self._endpoint = Endpoint(self.llm)
        return self._kept.keep(document, span, self._endpoint.ask(document.text[span.start : span.end]))

    def _scene(self, document: Document, language: Language) -> tuple[Document, Sequence[Passage], Scene]:
        if self._atlas is None:
            self._atlas = Atlas(load_gazetteer(), self.packs)
        nlp = pipeline(language.code, self.model)
        read = as_read(document, language, nlp)
        passages = passages_of(read, language, nlp)
        return read, passages, scene_of(read, passages, self.packs, self._atlas, language)

    def _unreadable(self, document: Document, span: Span, reply: KeptReply) -> Problem:
        if reply.cut:
            message = f"the language model's answer broke off at {self.llm.answer} tokens"
            shorter = ', or set `llm.send` to "passages"' if self.llm.send == "documents" else ""
            return self._problem(document, "answer_cut", message, span, f"raise `llm.answer`{shorter}")
        return self._problem(document, "answer_unreadable", "the language model's answer is not in the form asked for", span)

    def _problem(self, document: Document, code: str, message: str, span: Span | None = None, hint: str = "") -> Problem:
        told = hint or f"what it answered is kept in llm/{self._kept.name(document)}"
        return Problem(document.path, "find", code, message, told, *((span.start, span.end) if span else ()))


def _language(document: Document) -> Language | None:
    try:
        return load_language(document.language or "en")
    except LookupError:
        return None


def _many(counts: Mapping[str, int]) -> str:
    """Counts in words, by noun: "2 quotes, 1 voice"."""
    return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for noun, number in sorted(counts.items()))
