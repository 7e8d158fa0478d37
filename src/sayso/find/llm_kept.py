"""What a language model answered, kept in plain files outside `.sayso/`, since it cannot be made again for free."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from sayso.find.llm_answer import Reply
from sayso.find.llm_prompt import fingerprint
from sayso.records.document import Document, Span
from sayso.records.trouble import Trouble
from sayso.settings import LlmSettings


class KeptReply(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The answer to one part of a document: code points, a hash of the words that were sent, the answer, and tokens sent and back.

    `cut` says that it broke off, `longest` how many tokens it could have.
    """

    start: int
    end: int
    words: str
    answer: str
    cut: bool
    longest: int
    tokens: tuple[int, int]


class KeptDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file: the document's SHA-256, who was asked and how, and the replies in order of place."""

    document: str
    base_url: str
    model: str
    prompt: str
    send: str
    replies: tuple[KeptReply, ...] = ()


class Kept:
    """The replies under one model, prompt and way of sending. Without a folder they are kept only as long as the program runs."""

    def __init__(self, llm: LlmSettings, folder: Path | None) -> None:
        self.llm, self.folder = llm, folder
        asked = "\n".join((llm.base_url, llm.model, llm.send, fingerprint()))
        self.fingerprint = hashlib.sha256(asked.encode()).hexdigest()[:8]
        self._read: dict[str, KeptDocument] = {}

    def name(self, document: Document) -> str:
        """The file of a document, as it stands in its folder."""
        return f"{document.sha256[:16]}-{self.fingerprint}.json"

    def reply(self, document: Document, span: Span) -> KeptReply | None:
        """The reply to just these words of the document, if they were ever sent; none to one that broke off and may now be longer."""
        words = _hash(document.text[span.start : span.end])
        known = (one for one in self._of(document).replies if one.words == words)
        return next((one for one in known if not one.cut or one.longest >= self.llm.answer), None)

    def keep(self, document: Document, span: Span, reply: Reply) -> KeptReply:
        """Keeps a reply at once, so that nothing that comes later can lose it."""
        words = _hash(document.text[span.start : span.end])
        kept = KeptReply(span.start, span.end, words, reply.content, reply.cut, self.llm.answer, (reply.sent, reply.back))
        whole = self._of(document)
        others = (one for one in whole.replies if one.words != words)
        replies = sorted((*others, kept), key=lambda one: (one.start, one.end, one.words))
        self._read[document.sha256] = whole = msgspec.structs.replace(whole, replies=tuple(replies))
        if self.folder is not None:
            self.folder.mkdir(exist_ok=True)
            fresh = self.folder / f"{self.name(document)}.part"
            fresh.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n")
            fresh.replace(self.folder / self.name(document))
        return kept

    def _of(self, document: Document) -> KeptDocument:
        if document.sha256 not in self._read:
            self._read[document.sha256] = self._from_file(document) or KeptDocument(
                document.sha256, self.llm.base_url, self.llm.model, fingerprint(), self.llm.send
            )
        return self._read[document.sha256]

    def _from_file(self, document: Document) -> KeptDocument | None:
        file = self.folder / self.name(document) if self.folder is not None else None
        if file is None or not file.is_file():
            return None
        try:
            return msgspec.json.decode(file.read_bytes(), type=KeptDocument)
        except (msgspec.DecodeError, UnicodeError) as error:
            raise Trouble(f"{file}: not as it was written: {error}", "put the file back, or delete it to ask the model again") from None


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]
