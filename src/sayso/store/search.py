"""Full-text search over documents and claims, kept up by the database itself as rows come and go."""

from __future__ import annotations

import re
from itertools import chain, zip_longest

from sqlalchemy import Connection, text

from sayso.store.store import Hit

TOKENS = "unicode61 remove_diacritics 2"
"""Words are cut at whatever Unicode calls neither letter nor digit, and compared without case and marks: right for all scripts that put
spaces between words. Scripts that put none (Thai, Chinese) would need the tokenizer trigram, which finds no word under three letters."""

SHORT = 3
"""Words from this length on also find longer words that begin with them ("rocket" finds "rockets"); shorter ones would find too much."""

MARK = "\ufdd0"
"""Stands round the words found. Unicode reserves it for uses inside a program, so that no text holds it."""

AROUND = 60
"""Code points shown on either side of what was found in a document: a line of a terminal."""


def _index(table: str, columns: str) -> list[str]:
    new, old = (", ".join(f"{row}.{name}" for name in columns.split(", ")) for row in ("new", "old"))
    added = f"INSERT INTO {table}_words(rowid, {columns}) VALUES (new.number, {new});"
    removed = f"INSERT INTO {table}_words({table}_words, rowid, {columns}) VALUES ('delete', old.number, {old});"
    return [
        f"CREATE VIRTUAL TABLE {table}_words USING fts5({columns}, content='{table}', content_rowid='number', tokenize='{TOKENS}')",
        f"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {added} END",
        f"CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {removed} END",
        f"CREATE TRIGGER {table}_changed AFTER UPDATE OF {columns} ON {table} BEGIN {removed} {added} END",
    ]


INDEXES = [*_index("documents", "title, text"), *_index("claims", "quote")]
"""What makes the full-text indexes and keeps them in step with their tables."""

FIND_CLAIMS = text(
    'SELECT c.id, c.doc, c.start, c."end", c.quote FROM claims_words JOIN claims c ON c.number = claims_words.rowid '
    "WHERE claims_words MATCH :query GROUP BY c.id ORDER BY min(claims_words.rank), c.id LIMIT :limit"
)
FIND_DOCUMENTS = text(
    "SELECT d.sha256, d.text, highlight(documents_words, 1, :mark, :mark) AS marked FROM documents_words "
    "JOIN documents d ON d.number = documents_words.rowid WHERE documents_words MATCH :query "
    "ORDER BY documents_words.rank, d.path LIMIT :limit"
)


def find(connection: Connection, query: str, limit: int) -> list[Hit]:
    """The best claims and the best documents in turn, at most `limit` together."""
    asked = {"query": as_match(query), "limit": limit}
    if not asked["query"]:
        return []
    claims = [Hit("claim", row.id, row.doc, row.start, row.end, row.quote) for row in connection.execute(FIND_CLAIMS, asked)]
    rows = connection.execute(FIND_DOCUMENTS, {**asked, "mark": MARK})
    documents = [_document_hit(row.sha256, row.text, row.marked) for row in rows]
    return [hit for hit in chain.from_iterable(zip_longest(claims, documents)) if hit][:limit]


def as_match(query: str) -> str:
    """What a person typed as a query of FTS5 that cannot be wrong: all words needed, those in double quotes together and in order."""
    asked = []
    for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', query.replace("\0", " ")):
        said = phrase or word
        if re.search(r"\w", said):
            asked.append(f'"{said}"' + ("*" if word and len(word) >= SHORT else ""))
    return " ".join(asked)


def _document_hit(sha256: str, whole: str, marked: str) -> Hit:
    """The first words found in the text; where only the title matches, the beginning of the text."""
    start = max(0, marked.find(MARK))
    end = marked.find(MARK, start + 1) - 1 if MARK in marked else min(AROUND, len(whole))
    snippet = " ".join(whole[max(0, start - AROUND) : end + AROUND].split())
    return Hit("document", sha256, sha256, start, end, snippet)
