"""Which files a path, a folder or a pattern names, and what each is called from then on."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

STDIN = Path("-")
"""Names the standard input where a path is expected."""

SPOOLED = "stdin.txt"
"""What a text from the standard input is called."""


def spooled(paths: Sequence[Path], stream: BinaryIO, folder: Path) -> list[Path]:
    """The paths with `-` replaced by a file in the folder that holds what the stream gives: readers read files, and originals are kept."""
    if STDIN in paths:
        (folder / SPOOLED).write_bytes(stream.read())
    return [folder / SPOOLED if path == STDIN else path for path in paths]


def read_paths(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Each file that the paths name, once, with its name relative to what was read.

    A file is named by its last part, a file in a folder by its path below that folder ("2022/april.txt"), a pattern ("*.txt") stands
    for what it matches. Hidden files and folders inside a folder are passed over; a hidden file named outright is not. Folders come
    sorted by name. A path that names nothing comes back as it is, so that the reader tells of it.
    """
    seen: set[Path] = set()
    for name, path in (found for given in paths for found in _named(given)):
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield name, path


def _named(given: Path) -> Iterator[tuple[str, Path]]:
    if given.is_dir():
        yield from _inside(given)
    elif given.exists() or not glob.has_magic(str(given)):
        yield given.name, given
    else:
        matches = [Path(match) for match in sorted(glob.glob(str(given), recursive=True))]
        if not matches:
            yield given.name, given
        for match in matches:
            yield from _named(match)


def _inside(folder: Path) -> Iterator[tuple[str, Path]]:
    below = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    for relative in below:
        if not any(part.startswith(".") for part in relative.parts):
            yield relative.as_posix(), folder / relative
