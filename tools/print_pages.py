"""Prints the pages of docs/ that are made from the program: `python tools/print_pages.py filters|settings|tables > docs/PAGE.md`."""

from __future__ import annotations

import sys
from collections.abc import Callable

from sayso.settings import DEFAULTS, MEANINGS, variable_of
from sayso.shelf.facets import SORTS
from sayso.shelf.filters import KEYS
from sayso.shelf.flat import VIEWS

HEAD = "Printed from the program by `tools/print_pages.py`; change it there or in the module that it names."


def tables() -> str:
    """The tables that `sayso sql`, `--csv` and DataFrames have, from sayso/flat.py."""
    parts = [
        "# Tables",
        f"{HEAD} (`src/sayso/shelf/flat.py`)",
        "`sayso sql 'SELECT …'` asks these tables, `sayso show LIST --csv` writes one of them, and `.df()` in Python gives one as a "
        "DataFrame. They are filled from the ledger as it stands; nothing that is asked can change it. `sayso sql` alone lists them.",
        "```\nsayso sql \"select voice, count(*) n from claims where stance = 'denies' group by 1 order by n desc\"\n```",
        "What is not known is empty (NULL). Positions are half-open ranges of code points in the document's stored text. "
        "Claims that a person corrected stand as corrected.",
    ]
    for view in VIEWS.values():
        rows = "\n".join(f"| `{column.name}` | {column.holds} | {column.meaning} |" for column in view.columns)
        parts += [f"## {view.name}", view.meaning, f"| column | holds | meaning |\n| --- | --- | --- |\n{rows}"]
    return "\n\n".join(parts) + "\n"


def settings() -> str:
    """The settings, from sayso/settings.py."""
    rows = "\n".join(f"| `{key}` | `{variable_of(key)}` | {_default(key)} | {MEANINGS[key]} |" for key in DEFAULTS)
    return "\n\n".join([
        "# Settings",
        f"{HEAD} (`src/sayso/settings.py`)",
        "A flag wins over a variable of the environment, that over `sayso.toml` of the ledger, that over the user's own file "
        "(`~/.config/sayso/config.toml`, or in `XDG_CONFIG_HOME`), and that over the default. "
        "`sayso status --config` prints each value and where it comes from. A key that Sayso does not know is an error with its line.",
        f"| key | variable | default | meaning |\n| --- | --- | --- | --- |\n{rows}",
        "In a file a key stands under its section; a variable that holds a list parts it by commas:",
        '```toml\n[ledger]\nname = "Brenvik and the Kestavar border"\nlanguages = ["en"]\n\n[packs]\nuse = []\n```',
    ]) + "\n"  # fmt: skip


def filters() -> str:
    """The language of filters, from sayso/filters.py and sayso/facets.py."""
    rows = "\n".join(f"| `{key}` | {meaning} | {_lists(key)} |" for key, meaning in KEYS.items())
    return "\n\n".join([
        "# Filters",
        f"{HEAD} (`src/sayso/shelf/filters.py`)",
        "`--filter` narrows what `sayso show` lists, and the claims of one thing; in Python the same text is the first argument of "
        "`claims()`, `incidents()` and the other lists, and each key an argument of its own.",
        "```\nsayso show incidents --filter 'place:Kestavar -status:conceded' --since 2024-03\n"
        "sayso show claims --filter 'voice:\"Saroun Hills Front\" act:asserts OR act:denies'\n```",
        "- `key:word` must hold, `-key:word` must not; a value of several words stands in double quotes.\n"
        "- All conditions beside each other must hold; `OR` parts alternatives and binds less than that.\n"
        "- Capitals make no difference. Names are met by whole words inside them (`voice:Saroun` meets “Saroun Hills Front”); "
        "a word of the codebook (`status`, `type`, `kind`, `act`, `polarity`) must be the whole word.\n"
        "- A word without a key must stand in the words themselves: the quotations, the title, the message.\n"
        "- `since` and `until` ask when an incident happened, a claim or pledge was made, a document was published.",
        f"| key | what it asks | of |\n| --- | --- | --- |\n{rows}",
    ]) + "\n"  # fmt: skip


def _default(key: str) -> str:
    value = DEFAULTS[key]
    return f"`{value}`" if value not in ("", ()) else "nothing"


def _lists(key: str) -> str:
    return ", ".join(sort.name for sort in SORTS.values() if key in sort.keys)


PAGES: dict[str, Callable[[], str]] = {"filters": filters, "settings": settings, "tables": tables}

if __name__ == "__main__":
    sys.stdout.write(PAGES[sys.argv[1]]())
