"""What stops a command: one error with its hint, raised anywhere and shown by the door."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended, as its exit code (listed in docs/cli.md)."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    PARTLY = 3
    NOT_FOUND = 4
    BUSY = 5
    BUG = 70
    STOPPED = 130


class Trouble(Exception):
    """Something a person must mend before the command can go on; never a bug.

    `message` says what is wrong and where, `hint` what to do about it, `lines` list the single cases, `code` is the exit code.
    """

    def __init__(self, message: str, hint: str = "", lines: tuple[str, ...] = (), code: Exit = Exit.USAGE) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.lines = lines
        self.code = code

    def __str__(self) -> str:
        """All of it, for a program that does not catch it."""
        return "\n".join((self.message, *self.lines, *([f"hint: {self.hint}"] if self.hint else [])))
