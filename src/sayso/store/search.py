"""Full-text search over documents and claims, kept up by the database itself as rows come and go."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from sqlalchemy import Connection, text

from sayso.store.store import PEOPLE, Hit

TOKENS = "unicode61 remove_diacritics 2"
"""Words are cut at whatever Unicode calls neither letter nor digit, and compared without case and marks: right for all scripts that put
spaces between words. What scripts write that put none (Thai, Chinese) is one long word to it: see UNSPACED."""

UNSPACED = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Letters of scripts without spaces between words (Thai, Lao, Burmese, Khmer, kana, Han). A word with one of them is looked for letter by
letter in the texts, not in the index; the tokenizer trigram would find none under three letters, and most Chinese words have two."""

JOINED = "\u0301"
"""A mark that the tokenizer passes over inside a word. What is to be passed over is turned into it, so that no position shifts."""
PASSED_OVER = dict.fromkeys("\u00ad\u200c\u200d\u0640", JOINED)
"""Soft hyphens, joiners and the Arabic lengthening stroke: without this, the tokenizer cuts a Persian word at its joiner."""
ALIKE = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ە": "ه"}
"""Arabic letters that keyboards set in place of their Persian twins."""

SHORT = 3
"""Words from this length on also find longer words that begin with them ("rocket" finds "rockets"); shorter ones would find too much."""

MARK = "\ufdd0"
"""Stands round the words found. Unicode reserves it for uses inside a program, so that no text holds it."""

AROUND = 60
"""Code points shown on either side of what was found in a document: a line of a terminal."""


def _index(table: str, columns: str) -> list[str]:
    new, old = (", ".join(f"folded({row}.{name})" for name in columns.split(", ")) for row in ("new", "old"))
    added = f"INSERT INTO {table}_words(rowid, {columns}) VALUES (new.number, {new});"
    removed = f"INSERT INTO {table}_words({table}_words, rowid, {columns}) VALUES ('delete', old.number, {old});"
    compared = ", ".join(f"folded({name}) AS {name}" for name in columns.split(", "))
    return [
        f"CREATE VIEW {table}_folded AS SELECT number, {compared} FROM {table}",
        f"CREATE VIRTUAL TABLE {table}_words USING fts5({columns}, content='{table}_folded', content_rowid='number', tokenize='{TOKENS}')",
        f"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {added} END",
        f"CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {removed} END",
        f"CREATE TRIGGER {table}_changed AFTER UPDATE OF {columns} ON {table} BEGIN {removed} {added} END",
    ]


INDEXES = [*_index("documents", "title, text"), *_index("claims", "quote")]
"""What makes the full-text indexes and keeps them in step with their tables."""

TABLES = ("documents_words", "claims_words")
"""The full-text indexes."""

SHOWN = f"(c.finder = '{PEOPLE}' OR c.doc NOT IN (SELECT doc FROM findings WHERE finder = '{PEOPLE}'))"
"""Where people decided on a document, what they left of it stands in place of what a finder found there."""
COUNT_CLAIMS = text(f"SELECT count(DISTINCT c.id) FROM claims c WHERE {SHOWN}")

FIND_CLAIMS = text(
    'SELECT c.id, c.doc, c.start, c."end", c.quote FROM claims_words JOIN claims c ON c.number = claims_words.rowid '
    f"WHERE claims_words MATCH :query AND {SHOWN} GROUP BY c.id ORDER BY min(claims_words.rank), c.id LIMIT :limit"
)
FIND_DOCUMENTS = text(
    "SELECT d.sha256, d.text, highlight(documents_words, 1, :mark, :mark) AS marked FROM documents_words "
    "JOIN documents d ON d.number = documents_words.rowid WHERE documents_words MATCH :query "
    "ORDER BY documents_words.rank, d.path LIMIT :limit"
)
CLAIMS_WITH = (
    f'SELECT c.id, c.doc, c.start, c."end", c.quote FROM claims c WHERE {SHOWN} AND '
    "{} GROUP BY c.id ORDER BY c.doc, c.start, c.id LIMIT :limit"
)
DOCUMENTS_WITH = "SELECT d.sha256, d.text, NULL AS marked FROM documents d WHERE {} ORDER BY d.path LIMIT :limit"


class _Folding(dict[int, str]):
    """What each code point is compared as, worked out when it is first met: always one for one."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = _folded_letter(letter)
        return self[code]


def _folded_letter(letter: str) -> str:
    if letter in PASSED_OVER or letter in ALIKE:
        return PASSED_OVER.get(letter) or ALIKE[letter]
    if unicodedata.category(letter) == "Mn":
        return JOINED
    apart = unicodedata.normalize("NFD", letter)
    plain = apart[0] if all(unicodedata.category(mark) == "Mn" for mark in apart[1:]) else letter
    number = unicodedata.decimal(plain, None)
    return str(number) if number is not None else ALIKE.get(plain, plain)


_FOLDING = _Folding()


def folded(words: str | None) -> str:
    """The words as they are compared, code point for code point: without marks, with one form of each letter and digit."""
    return (words or "").translate(_FOLDING)


def find(connection: Connection, query: str, limit: int) -> list[Hit]:
    """The best claims and the best documents in turn, at most `limit` together."""
    pieces = [said for said, _ in words_asked(query) if UNSPACED.search(said)]
    asked = {"query": as_match(query), "limit": limit, **{f"piece{number}": piece for number, piece in enumerate(pieces)}}
    if not asked["query"] and not pieces:
        return []
    of_claims = text(CLAIMS_WITH.format(_holding("c", "claims", ["quote"], asked))) if pieces else FIND_CLAIMS
    of_documents = text(DOCUMENTS_WITH.format(_holding("d", "documents", ["text", "title"], asked))) if pieces else FIND_DOCUMENTS
    claims = [Hit("claim", row.id, row.doc, row.start, row.end, row.quote) for row in connection.execute(of_claims, asked)]
    rows = connection.execute(of_documents, asked if pieces else {**asked, "mark": MARK})
    documents = [_document_hit(row.sha256, row.text, row.marked or _marked(row.text, pieces)) for row in rows]
    return [hit for hit in chain.from_iterable(zip_longest(claims, documents)) if hit][:limit]


def words_asked(query: str) -> Iterator[tuple[str, bool]]:
    """The words that a person typed; what stood in double quotes is one, and is told by False."""
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', query.replace("\0", " ")):
        if re.search(r"\w", phrase or word):
            yield phrase or word, not phrase


def as_match(query: str) -> str:
    """What a person typed as a query of FTS5 that cannot be wrong: all words needed, those in double quotes together and in order.

    Words in scripts without spaces are left out.
    """
    asked = [(folded(said), single) for said, single in words_asked(query) if not UNSPACED.search(said)]
    return " ".join(f'"{said}"' + ("*" if single and len(said) >= SHORT else "") for said, single in asked)


def _holding(row: str, table: str, columns: Sequence[str], asked: Mapping[str, object]) -> str:
    """The condition that one of the columns holds each piece, and that the index holds the other words."""
    pieces = [key for key in asked if key.startswith("piece")]
    held = [f"({' OR '.join(f'instr({row}.{column}, :{piece}) > 0' for column in columns)})" for piece in pieces]
    matched = f"{row}.number IN (SELECT rowid FROM {table}_words WHERE {table}_words MATCH :query)"
    return " AND ".join([*held, matched] if asked["query"] else held)


def _marked(whole: str, pieces: Sequence[str]) -> str:
    """The text with marks round the first of the pieces that stands in it."""
    first = next((piece for piece in pieces if piece in whole), "")
    return whole.replace(first, f"{MARK}{first}{MARK}", 1) if first else whole


def _document_hit(sha256: str, whole: str, marked: str) -> Hit:
    """The first words found in the text; where only the title matches, the beginning of the text."""
    start = max(0, marked.find(MARK))
    end = marked.find(MARK, start + 1) - 1 if MARK in marked else min(AROUND, len(whole))
    snippet = " ".join(whole[max(0, start - AROUND) : end + AROUND].split())
    return Hit("document", sha256, sha256, start, end, snippet)
