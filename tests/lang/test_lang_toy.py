"""A language is a folder of words: with other words in it, other sentences are understood, and English ones no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.find.rules import RuleFinder
from sayso.lang import language
from sayso.lang.language import languages
from sayso.records.claim import Claim
from sayso.records.document import Document

TOY = {
    "say": "glorpe", "said": "glorped", "deny": "blarpe", "claim": "zibble", "pledge": "vorrowe", "fire": "clonke", "spokesman": "wirmot",
    "resident": "dorfer", "rocket": "frimble", "rockets": "frimbles", "March": "Munth", "two": "twill", "reportedly": "semblingly",
}  # fmt: skip
"""English words, and those of the toy language in their places; its grammar is that of English, so that the same pipeline parses it."""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Beside English a language with the same grammar and other words; both are found in a folder of their own."""
    words = re.compile(rf"\b({'|'.join(TOY)})\b")
    for table in sorted(language.FOLDER.glob("en/*.yml")):
        for code in ("en", "xt"):
            text = table.read_text(encoding="utf-8")
            copy = tmp_path / code / table.name
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(words.sub(lambda found: TOY[found[0]], text) if code == "xt" else text, encoding="utf-8")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    caches = [language.load_language, language.pipeline]
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


def found(text: str, code: str) -> list[Claim]:
    """The claims of one report."""
    document = Document("report.txt", "0" * 64, f"Published: 5 March 2024\n\n{text}\n", "utf-8", language=code)
    return [claim for claim in RuleFinder().find(document).claims if claim.kind != "tie"]


def test_the_folder_alone_makes_the_language_known(toy: None) -> None:
    assert languages() == ["en", "xt"]


BOTH = {
    "xt": "Otto Brand, the wirmot of Tarvonia, glorped that twill frimbles were clonked at Kestavar on 4 Munth 2024.",
    "en": "Otto Brand, the spokesman of Tarvonia, said that two rockets were fired at Kestavar on 4 March 2024.",
}


@pytest.mark.parametrize("code", BOTH)
def test_words_of_the_folder_tell_who_says_what(toy: None, code: str) -> None:
    (claim,) = found(BOTH[code], code)
    assert (claim.voice.name, claim.act, claim.kind, claim.verb) == ("Otto Brand", "asserts", "event", "shelling_artillery_missile_attack")
    slots = {slot.name: slot for slot in claim.slots}
    assert str(slots["when"].when) == "2024-03-04"
    assert slots["count"].amount is not None
    assert slots["count"].amount.low == 2


def test_words_of_another_language_say_nothing_in_it(toy: None) -> None:
    (claim,) = found(BOTH["en"], "xt")
    assert (claim.voice.name, claim.verb) != ("Otto Brand", "shelling_artillery_missile_attack")


@pytest.mark.parametrize(("words", "act"), [("blarped", "denies"), ("zibbled", "asserts"), ("vorrowed", "pledges")])
def test_acts_come_from_the_folder(toy: None, words: str, act: str) -> None:
    (claim,) = found(f"Tarvonia {words} that frimbles hit Kestavar.", "xt")
    assert (claim.voice.name, claim.act) == ("Tarvonia", act)
