"""The settings of a ledger: flags, environment, `sayso.toml` and the user's own file; each key known, each value with its source."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from sayso.records.trouble import Trouble

FILE = "sayso.toml"
LEFT = "documents.csv"
"""What is left of a ledger whose settings are gone (see `archive`)."""
Value = str | int | tuple[str, ...]
"""What a key holds: a text, a whole number or a list of words."""


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """Where a language model is asked, and how much at most: the keys under [llm] (docs/settings.md), with their defaults."""

    base_url: str = ""
    model: str = ""
    api_key_env: str = ""
    send: str = "passages"
    calls: int = 500
    tokens: int = 2_000_000
    answer: int = 4_000
    retries: int = 4
    seconds: int = 120


NO_LLM = LlmSettings()
DEFAULTS: Mapping[str, Value] = {
    "ledger.name": "",
    "ledger.languages": (),
    "find.engine": "rules",
    "find.model": "",
    "packs.use": (),
    **{f"llm.{field.name}": getattr(NO_LLM, field.name) for field in fields(LlmSettings)},
}
"""Every key there is, as section.key, with its default. A tuple takes a list of words; no languages named means all that Sayso knows."""
SENDS = ("passages", "documents")
MEANINGS: Mapping[str, str] = {
    "ledger.name": "what the ledger is called; its folder's name if left out",
    "ledger.languages": "claims are looked for in documents of these only, each by its ISO 639-1 code; left out: all that Sayso knows",
    "find.engine": "the finder, one of those installed",
    "find.model": "another installed spaCy pipeline than the language's default",
    "packs.use": "installed packs of names, spellings and places; the ledger's own `packs/` is always used",
    "llm.base_url": "the OpenAI-compatible server that text is sent to, used only with `find.engine` llm; the address mostly ends in /v1",
    "llm.model": "the model that is asked, as its server calls it",
    "llm.api_key_env": "the variable of the environment that holds the key, never the key; left out: none is sent",
    "llm.send": "passages (some paragraphs a call, without notes and boilerplate) or documents (the whole text in one call)",
    "llm.calls": "calls that one run makes at most",
    "llm.tokens": "tokens that one run sends and gets back at most, as the server counts them",
    "llm.answer": "tokens that one answer has at most",
    "llm.retries": "how often a call is made again where the server is busy or slow",
    "llm.seconds": "how long one call may take",
}
"""What each key is for, for docs/settings.md."""

TEMPLATE = """[ledger]
name = {name}
# languages = ["en"]        # look for claims in these only; all that Sayso knows when left out

[find]
engine = "rules"
# model = "en_core_web_sm"  # another installed spaCy pipeline

[packs]                     # names, spellings and places known beforehand
use = {packs}
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. `came_from` names for each key the flag, the variable or the file that set it."""

    name: str
    languages: tuple[str, ...]
    engine: str
    model: str | None
    packs: tuple[str, ...]
    llm: LlmSettings = NO_LLM
    came_from: tuple[tuple[str, str, str], ...] = ()


def quoted(text: str) -> str:
    """A text as a TOML string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def template(name: str, packs: Sequence[str]) -> str:
    """The `sayso.toml` that a new ledger starts with."""
    return TEMPLATE.format(name=quoted(name), packs="[" + ", ".join(quoted(pack) for pack in packs) + "]")


def read_settings(folder: Path, flags: Mapping[str, Value], choices: Mapping[str, Sequence[str]]) -> Settings:
    """The settings of the ledger in `folder`: flag before environment (SAYSO_SECTION_KEY) before its file before the user's before default.

    `choices` lists for some keys the values there are. Raises Trouble, with file and line, for what it does not know.
    """
    if unknown := [key for key in flags if key not in DEFAULTS]:
        raise Trouble(f"flag: unknown key `{unknown[0]}`", _suggestion(unknown[0], choices))
    in_file, of_user = read_file(folder / FILE, FILE, choices), _of_user(choices)
    values: dict[str, Value] = {}
    came_from = []
    for key, default in DEFAULTS.items():
        variable = variable_of(key)
        if key in flags:
            values[key], origin = flags[key], "flag"
        elif variable in os.environ:
            values[key], origin = _from_words(variable, os.environ[variable], default), variable
        elif key in in_file:
            values[key], origin = in_file[key], FILE
        elif key in of_user:
            values[key], origin = of_user[key], str(user_file())
        else:
            values[key], origin = default, "default"
        _check_choice(key, values[key], choices, origin)
        came_from.append((key, _shown(values[key]), origin))
    return Settings(
        name=str(values["ledger.name"]) or folder.resolve().name,
        languages=_words(values["ledger.languages"]),
        engine=str(values["find.engine"]),
        model=str(values["find.model"]) or None,
        packs=_words(values["packs.use"]),
        llm=LlmSettings(**{field.name: values[f"llm.{field.name}"] for field in fields(LlmSettings)}),  # type: ignore[arg-type]
        came_from=tuple(came_from),
    )


def around(folder: Path) -> Path | None:
    """The ledger's folder in which this folder lies, or that it is; None if it lies in none."""
    return next((place for place in (folder, *folder.parents) if (place / FILE).is_file()), None)


def in_its_place(folder: Path) -> str:
    """What to name in place of a folder that is no ledger, as a hint: the ledger in which it lies, or a new one."""
    if (folder / LEFT).exists():
        return f"run `sayso init {folder}` to start one; its {LEFT} is kept"
    if folder.exists() and (place := around(folder.resolve())):
        return f"it lies in one: `sayso -C {place} …`"
    if folder.exists() and not folder.is_dir():
        return "a ledger is a folder, the one that holds sayso.toml"
    return f"run `sayso init {folder}` to start one"


def variable_of(key: str) -> str:
    """The variable of the environment that sets a key."""
    return "SAYSO_" + key.upper().replace(".", "_")


def user_file() -> Path:
    """Where the user's own settings stand, for all ledgers: `config.toml` in the folder `sayso` of XDG_CONFIG_HOME, else of ~/.config."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "sayso" / "config.toml"


def _of_user(choices: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    path = user_file()
    return read_file(path, str(path), choices) if path.is_file() else {}


def read_file(path: Path, called: str, choices: Mapping[str, Sequence[str]]) -> dict[str, Value]:
    """The keys and values of one settings file; Trouble names the file as it is `called`, the line and the nearest key there is."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise Trouble(f"{called} is not text in UTF-8: byte {error.start}", "save it as UTF-8") from None
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found_at = re.search(r"at line (\d+)", str(error))
        line = found_at[1] if found_at else text.count("\n") + 1
        raise Trouble(f"{called}:{line}: not valid TOML: {error}", 'a line is key = "text", or [section]') from error
    found: dict[str, Value] = {}
    for section, table in tables.items():
        for key, value in table.items() if isinstance(table, dict) else [("", table)]:
            name = f"{section}.{key}" if key else section
            found[name] = _checked(name, value, f"{called}:{_line_of(text, section, key)}", choices)
            _check_choice(name, found[name], choices, f"{called}:{_line_of(text, section, key)}")
    return found


def _checked(name: str, value: object, where: str, choices: Mapping[str, Sequence[str]]) -> Value:
    if name not in DEFAULTS:
        raise Trouble(f"{where}: unknown key `{name}`", _suggestion(name, choices))
    if isinstance(DEFAULTS[name], int):
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        raise Trouble(f"{where}: `{name}` must be a whole number", f"for example {name.split('.')[1]} = {DEFAULTS[name]}")
    if isinstance(DEFAULTS[name], str):
        if isinstance(value, str):
            return value
        raise Trouble(f"{where}: `{name}` must be a text", f'write it in quotes: {name.split(".")[1]} = "…"')
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise Trouble(f"{where}: `{name}` must be a list of words", f'for example {name.split(".")[1]} = ["…"]')


def _suggestion(name: str, choices: Mapping[str, Sequence[str]]) -> str:
    near = difflib.get_close_matches(name, DEFAULTS, n=1, cutoff=0.5)
    if not near:
        return f"the keys are: {', '.join(DEFAULTS)}"
    values = f" (values: {', '.join(choices[near[0]])})" if near[0] in choices else ""
    return f"did you mean `{near[0]}`?{values}"


def _check_choice(key: str, value: Value, choices: Mapping[str, Sequence[str]], where: str) -> None:
    for word in value if isinstance(value, tuple) else (str(value),):
        if key == "ledger.languages" and not re.fullmatch(r"[a-z]{2,3}", word):
            raise Trouble(f'{where}: "{word}" is no code of a language', 'write that of ISO 639-1 in small letters, such as "en"')
        if key in choices and word not in choices[key]:
            near = difflib.get_close_matches(word, choices[key], n=1)
            hint = f"did you mean `{near[0]}`?" if near else f"values: {', '.join(choices[key])}"
            raise Trouble(f"{where}: `{key}` does not know {word!r}".replace("'", '"'), hint)


def _line_of(text: str, section: str, key: str) -> int:
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[+\s*([^\]\s]+)\s*\]+", line):
            inside = header[1]
            if inside == section and not key:
                return number
        plain = re.match(rf'\s*"?{re.escape(key or section)}"?\s*=', line) and (inside == section or not key)
        if plain or re.match(rf"\s*{re.escape(section)}\s*\.\s*{re.escape(key)}\s*=", line):
            return number
    return 1


def _from_words(variable: str, text: str, default: Value) -> Value:
    if isinstance(default, int):
        if text.strip().isdecimal():
            return int(text)
        raise Trouble(f"{variable} must be a whole number", f"for example {variable}={default}")
    return text if isinstance(default, str) else tuple(word.strip() for word in text.split(",") if word.strip())


def _words(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _shown(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
