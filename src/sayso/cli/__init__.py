"""The command line: one function a verb, one module a group of verbs. Data goes to standard output, talk to standard error."""

from sayso.cli import judge, open, see, steps, trust  # each adds its verbs to the app
from sayso.cli.app import app
from sayso.cli.entry import main

__all__ = ["app", "judge", "main", "open", "see", "steps", "trust"]
