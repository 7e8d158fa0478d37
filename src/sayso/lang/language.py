"""One language: its rule tables, and the spaCy pipeline that parses it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml

from sayso.lang.grammar import Grammar, grammar_of_table

if TYPE_CHECKING:
    import spacy.language
    from spacy.pipeline import AttributeRuler

FOLDER = Path(__file__).parent
JOINED = r"(?<=[A-Z]\.)-(?=[a-z])"
"""The hyphen that joins a dotted acronym to a word."""
VERB_TAGS = ["VB", "VBD", "VBG", "VBN", "VBP", "VBZ"]
"""The tags of verbs in the Penn Treebank's set, which English pipelines have."""

_READER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C reader, six times as fast on these tables, where it is there: each process reads all of them."""
_RESOLVERS = {
    first: [(tag, pattern) for tag, pattern in rows if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Words: type[yaml.SafeLoader] = type("_Words", (_READER,), {"yaml_implicit_resolvers": _RESOLVERS})
"""Reads tables of words: "on" and "no" are words in them, only "true" and "false" are not."""


class Language:
    """A language as data: the tables of its folder, read once."""

    def __init__(self, code: str, folder: Path | None = None) -> None:
        self.code = code
        self.folder = folder or FOLDER / code
        self._tables: dict[str, Any] = {}
        self._words: dict[str, Mapping[str, frozenset[str]]] = {}
        if not self.folder.is_dir():
            raise LookupError(f"no language {code!r} in {self.folder.parent}")

    def rules(self, name: str) -> Any:
        """The table `name`.yml of this language; its shape is told in the first lines of the file."""
        if name not in self._tables:
            self._tables[name] = yaml.load((self.folder / f"{name}.yml").read_text(encoding="utf-8"), Loader=_Words)
        return self._tables[name]

    def words(self, name: str) -> Mapping[str, frozenset[str]]:
        """The lists of words in the table `name`.yml by their keys, as sets that are made once."""
        if name not in self._words:
            lists = {key: value for key, value in self.rules(name).items() if isinstance(value, list)}
            self._words[name] = {key: frozenset(value) for key, value in lists.items() if all(isinstance(word, str) for word in value)}
        return self._words[name]

    @cached_property
    def grammar(self) -> Grammar:
        """Its function words (table `grammar`)."""
        return grammar_of_table(self.rules("grammar"), str(self.folder / "grammar.yml"))

    @property
    def model(self) -> str:
        """The spaCy pipeline that parses it, unless the settings name another one."""
        return str(self.rules("language")["model"])


def languages() -> list[str]:
    """The codes of all languages that there is a folder for."""
    return sorted(table.parent.name for table in FOLDER.glob("*/language.yml"))


def parsers(model: str | None = None) -> str:
    """What parses, with versions: the pipeline of this name, or those of all languages. PackageNotFoundError where one is missing."""
    used = [model] if model else sorted({load_language(code).model for code in languages()})
    return "+".join(f"{name}-{version(name.replace('_', '-'))}" for name in used)


@cache
def load_language(code: str = "en") -> Language:
    """The language of this ISO 639-1 code. Raises LookupError if Sayso has no folder for it."""
    return Language(code)


@cache
def language_of(code: str | None) -> Language:
    """The language of a document of this code; English where it is not known or there is no folder for it."""
    try:
        return load_language(code or "en")
    except LookupError:
        return load_language("en")


@cache
def pipeline(code: str = "en", model: str | None = None) -> spacy.language.Language:
    """The spaCy pipeline for a language: tagger, parser, lemmatizer and entities. Raises OSError if it is not installed."""
    import spacy  # imported late: it takes a second, and half of the verbs do without it

    from sayso.lang.word_rules import with_word_rules

    return with_word_rules(_with_lemmas(_cutting_joined(spacy.load(model or load_language(code).model)), load_language(code)))


def _with_lemmas(nlp: spacy.language.Language, language: Language) -> spacy.language.Language:
    """The same pipeline, which knows the verbs' forms that its lemmatizer takes for those of shorter verbs: "hoped", not of "hop"."""
    if "attribute_ruler" in nlp.pipe_names:
        ruler = cast("AttributeRuler", nlp.get_pipe("attribute_ruler"))
        for lemma, forms in language.rules("language")["lemmas"].items():
            ruler.add([[{"LOWER": form, "TAG": {"IN": VERB_TAGS}}] for form in forms], {"LEMMA": lemma})
    return nlp


def _cutting_joined(nlp: spacy.language.Language) -> spacy.language.Language:
    """The same pipeline, whose tokenizer also cuts at the hyphen behind a dotted acronym: "U.S.-backed", as it does in "US-backed"."""
    from spacy.util import compile_infix_regex

    nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), JOINED]).finditer  # type: ignore[union-attr]
    return nlp
