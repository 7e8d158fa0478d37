"""Prints the pages of docs/ that are made from the program: `python tools/print_pages.py PAGE > docs/PAGE.md`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

from sayso.lang.language import load_language
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
        "A flag (`--engine`, `--no-packs`) wins over a variable of the environment, that over `sayso.toml` of the ledger, "
        "that over the user's own file "
        "(`~/.config/sayso/config.toml`, or in `XDG_CONFIG_HOME`), and that over the default. "
        "`sayso status --config` prints each value and where it comes from. A key that Sayso does not know is an error with its line; "
        "a variable that is none of these is passed over.",
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
        "a word of the codebook (`status`, `type`, `kind`, `act`, `polarity`) must be the whole word; "
        "one that the codebook lacks is an error, with the nearest there is.\n"
        "- A word without a key must stand in the words themselves: the quotations, the title, the message.\n"
        "- `since` and `until` ask when an incident happened, a claim or pledge was made, a document was published.",
        f"| key | what it asks | of |\n| --- | --- | --- |\n{rows}",
    ]) + "\n"  # fmt: skip


def languages() -> str:
    """How a language is added: what its folder holds, from the first lines of the tables of English."""
    tables = sorted(load_language().folder.glob("*.yml"))
    rows = "\n".join(f"| `{table.name}` | {_first_sentence(table.read_text(encoding='utf-8'))} |" for table in tables)
    return "\n\n".join([
        "# Adding a language",
        f"{HEAD} (`src/sayso/lang/en/`)",
        "A language is a folder of YAML tables, `src/sayso/lang/CODE/`, by its ISO 639-1 code, and a spaCy pipeline. No word of a "
        "language stands in the code that finds, links and weighs; a test holds it so (`tests/lang/test_lang_words_in_code.py`), "
        "and another makes a language of invented words and reads reports in it (`tests/lang/test_lang_toy.py`).",
        "## What the folder holds",
        "Each file explains its keys in its first lines. The keys stay as they are, the words are yours; "
        "where a language has no word for a key, its list is empty.",
        f"| file | what it holds |\n| --- | --- |\n{rows}",
        "## What the pipeline must give",
        "`language.yml` names a spaCy pipeline that is installed. The rules read a parse by the labels of spaCy's English pipelines: "
        "tags of the Penn treebank (`VBD`, `VBG`, `NNS` …), dependencies `nsubj`, `dobj`, `prep`, `pobj`, `ccomp`, `relcl` …, lemmas, "
        "and entities `PERSON`, `ORG`, `GPE`, `LOC`, `FAC`, `NORP`, `DATE` …. Pipelines of most other languages have other tags and "
        "labels (those of Universal Dependencies): one of these needs a component at its end that gives every token the labels above. "
        "None is made yet.",
        "## How to try it",
        "1. Copy `src/sayso/lang/en` to `src/sayso/lang/CODE`, and name the language and its pipeline in `language.yml`. "
        "Every file has to stay, also where its lists are empty.\n"
        "2. Begin with `grammar.yml`, `cues.yml` and `acts.yml` (who says what), then `dates.yml`, `months.yml` and `numbers.yml`, "
        "then `events.yml`.\n"
        "3. Write a test of sentences with the claims that are expected of them, as those of `tests/find/` are, with "
        "`Document(…, language=\"CODE\")`.\n"
        "4. `sayso run REPORT`, then `sayso show claims`. Sayso judges the language of a report by its text; "
        "`sayso show documents` tells which it was taken for, and the column `language` of `documents.csv` puts it right. "
        "A changed table does not count as another finder: delete `.sayso` of the ledger that you try with, and run again.",
        "## What stays English",
        "A pile may hold several languages: each report is read by its own tables, and what two reports say of one event is linked across "
        "them by type, day, place and parties. The brief, the questions of disputes and the command line speak English. "
        "How places are called is told by the gazetteer and by [packs](packs.md), whose names may be of any language.",
    ]) + "\n"  # fmt: skip


def _first_sentence(table: str) -> str:
    """What a table says of itself in its first lines, up to the first full stop."""
    lines = [line[1:].strip() for line in table.partition("\n\n")[0].splitlines() if line.startswith("#")]
    return re.split(r"(?<=\.)\s|:$", " ".join(lines))[0].replace("|", "\\|")


def _default(key: str) -> str:
    value = DEFAULTS[key]
    return f"`{value}`" if value not in ("", ()) else "nothing"


def _lists(key: str) -> str:
    return ", ".join(sort.name for sort in SORTS.values() if key in sort.keys)


PAGES: dict[str, Callable[[], str]] = {"filters": filters, "languages": languages, "settings": settings, "tables": tables}

if __name__ == "__main__":
    sys.stdout.write(PAGES[sys.argv[1]]())
