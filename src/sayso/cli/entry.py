"""Runs one command: gives its exit code, and tells what stopped it in one line with a hint."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from typing import Any

import typer

from sayso import __version__
from sayso.cli.app import app
from sayso.records.trouble import Exit, Trouble


def main(words: list[str] | None = None) -> int:
    """Runs one command and gives its exit code. What stops it is told in one line with a hint; a bug leaves a log without any text."""
    from sayso.screens import errors

    _open_closed_streams()
    try:
        code = app(args=words, prog_name="sayso", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except Trouble as error:
        errors.trouble(error)
        return error.code
    except typer.Exit as error:
        return error.exit_code
    except KeyboardInterrupt:
        errors.talk("Stopped. What was done is kept. Run the same command to go on.")
        return Exit.STOPPED
    except (BrokenPipeError, SystemExit):  # whoever read the pipe has had enough; click and rich make the one of the other
        _write_no_more()
        return Exit.DONE
    except OSError as error:
        errors.trouble(_refused(error))
        return Exit.USAGE
    except Exception as error:
        return _usage(error) if hasattr(error, "format_message") else _bug(error)


def _open_closed_streams() -> None:
    """Gives what is written to a stream that was closed from outside, or read from it, nowhere to go."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 -- it lives as long as the process


def _write_no_more() -> None:
    """Lets what still waits for standard output go nowhere, so that nothing is said of it at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(error: OSError) -> Trouble:
    """What the system refused: room on the disk, a right, a file that is not there or of another kind."""
    reason, what = (error.strerror or "no reason given").casefold(), error.filename or "what comes out"
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        _write_no_more()
        return Trouble(f"{what} cannot be written: {reason}", "make room, and run the same command again; what was done is kept")
    hint = "mend its rights" if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else "look at it"
    return Trouble(f"{what} cannot be used: {reason}", f"{hint}, and run the same command again; what was done is kept")


def _usage(error: Any) -> int:
    from sayso.screens import errors

    verb = error.ctx.command_path.removeprefix("sayso") if getattr(error, "ctx", None) else ""
    message = error.format_message().rstrip(".").replace("Value error, ", "")
    errors.trouble(Trouble(message[:1].lower() + message[1:], f"`sayso{verb} --help` tells how to call it"))
    return Exit.USAGE


def _bug(error: Exception) -> int:
    from sayso.screens import errors
    from sayso.workers import crash_of

    crash = crash_of(error)
    with tempfile.NamedTemporaryFile("w", prefix="sayso-bug-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(f"Sayso {__version__}\n{crash.calls}")
    errors.talk(f"error: a bug in Sayso: {crash.error} at {crash.where}; log: {log.name}")
    errors.talk("hint: send the log with your report; it names places in the program and holds no text of your documents")
    return Exit.BUG
