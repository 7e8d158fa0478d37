"""Which files a path, a folder or a pattern names, and what each is called from then on."""

from __future__ import annotations

import glob
import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sayso.archive import FILES, FOLDERS, WRITTEN
from sayso.read.kinds import kind_of_bytes
from sayso.settings import FILE

Paths = Sequence[Path | str] | Path | str
"""What names files, folders or patterns; a single one needs no list."""
STDIN = Path("-")
"""Names the standard input where a path is expected."""

SPOOLED = "stdin"
"""What is handed in by the standard input is called, with the ending for what it is."""

UNFIT = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of signs that a name must not have: line breaks, signs that turn the direction of writing, bytes that are no text."""


def spooled(paths: Sequence[Path], stream: BinaryIO, folder: Path) -> list[Path]:
    """The paths with `-` replaced by a file in the folder that holds what the stream gives: readers read files, and originals are kept."""
    if STDIN not in paths:
        return list(paths)
    data = stream.read()
    file = folder / (SPOOLED + (kind_of_bytes(data) or ".txt"))
    file.write_bytes(data)
    return [file if path == STDIN else path for path in paths]


def listed(paths: Paths) -> list[Path]:
    """The paths as a list: a text is one path, and not as many as it has letters."""
    return [Path(path) for path in ((paths,) if isinstance(paths, Path | str) else paths)]


def read_paths(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Each file that the paths name, once, with its name relative to what was read.

    A file is named by its last part, a file in a folder by its path below that folder ("2022/april.txt"), a pattern ("*.txt") stands
    for what it matches. Hidden files and folders inside a folder are passed over, and so are a ledger's own parts and briefs; what is
    named outright is not. Folders come sorted by name. What cannot be gone into or names nothing comes back as it is, so that the
    reader tells of it. Signs that would break a line, a table or a terminal stand as "_" in the name.
    """
    seen: set[str] = set()
    for name, path in (found for given in paths for found in _named(given)):
        real = os.path.realpath(path)
        if real not in seen:
            seen.add(real)
            yield fit(name), path


def fit(name: str) -> str:
    """A name with signs that it must not have written as "_", and so a space that one of its parts begins or ends with.

    Its ending stays, since what the file is read as hangs on it: a kept original is read again by its new name.
    """
    signs = "".join("_" if unicodedata.category(sign) in UNFIT else sign for sign in name)
    return "/".join(re.sub(r"^\s+|\s+$", "_", part) for part in signs.split("/"))


def _named(given: Path) -> Iterator[tuple[str, Path]]:
    if os.path.isdir(given):
        yield from _inside(given)
    elif os.path.lexists(given) or not glob.has_magic(str(given)):
        yield given.name, given
    else:
        matches = [Path(match) for match in sorted(glob.glob(str(given), recursive=True))]
        if not matches:
            yield given.name, given
        for match in matches:
            yield from _named(match)


def _inside(folder: Path) -> Iterator[tuple[str, Path]]:
    """All that a folder and the folders in it hold, but what is hidden and what Sayso itself wrote.

    A link to a folder is not followed, since it could lead anywhere: one that leads out of here comes back as it is, and so does a
    folder that cannot be gone into.
    """
    shut: list[Path] = []
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=lambda error: shut.append(Path(error.filename))):
        own, written = (FOLDERS | WRITTEN, FILES) if FILE in files else (frozenset[str](), frozenset[str]())
        folders[:] = [name for name in folders if not name.startswith(".") and name not in own]
        away = [
            name for name in folders if os.path.islink(os.path.join(place, name)) and not _leads_into(os.path.join(place, name), folder)
        ]
        found += [Path(place, name) for name in (*files, *away) if not name.startswith(".") and name not in written]
    for path in sorted(found + shut, key=lambda path: path.relative_to(folder)):
        yield (folder.name if path == folder else path.relative_to(folder).as_posix()), path


def _leads_into(link: str, folder: Path) -> bool:
    return Path(os.path.realpath(link)).is_relative_to(os.path.realpath(folder))
