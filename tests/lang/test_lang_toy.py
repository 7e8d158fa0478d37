"""A language is a folder of words: with other words in it, other sentences are understood, and English ones no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.find.rules import RuleFinder
from sayso.known.packs import NO_PACKS
from sayso.lang import language
from sayso.lang.language import languages
from sayso.link.linker import link
from sayso.records.claim import AUTHOR, Claim
from sayso.records.document import Document

TOY = {
    "say": "glorpe", "said": "glorped", "deny": "blarpe", "claim": "zibble", "pledge": "vorrowe", "fire": "clonke", "spokesman": "wirmot",
    "resident": "dorfer", "rocket": "frimble", "rockets": "frimbles", "March": "Munth",
    "two": "twill", "reportedly": "semblingly", "according": "vordling", "nobody": "nobloke",
}  # fmt: skip
"""English words, and those of the toy language in their places (keys of tables stay).

Its grammar is that of English, so that the same pipeline parses it.
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Beside English a language with the same grammar and other words; both are found in a folder of their own."""
    words = re.compile(rf"(?!^\w+:)\b({'|'.join(TOY)})\b", re.MULTILINE)
    for table in sorted(language.FOLDER.glob("en/*.yml")):
        for code in ("en", "xt"):
            text = table.read_text(encoding="utf-8")
            copy = tmp_path / code / table.name
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(words.sub(lambda found: TOY[found[0]], text) if code == "xt" else text, encoding="utf-8")
    monkeypatch.setattr(language, "FOLDER", tmp_path)
    caches = [language.load_language, language.language_of, language.pipeline]
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


def report(text: str, code: str, sha: str = "0") -> Document:
    return Document(f"report-{sha}.txt", sha * 64, f"Published: 5 March 2024\n\n{text}\n", "utf-8", language=code)


def found(text: str, code: str) -> list[Claim]:
    """The claims of one report."""
    return [claim for claim in RuleFinder().find(report(text, code)).claims if claim.kind != "tie"]


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


@pytest.mark.parametrize(
    ("words", "act"), [("blarped that", "denies"), ("zibbled that", "asserts"), ("vorrowed never again to let", "pledges")]
)
def test_acts_come_from_the_folder(toy: None, words: str, act: str) -> None:
    (claim,) = found(f"Tarvonia {words} frimbles hit Kestavar.", "xt")
    assert (claim.voice.name, claim.act) == ("Tarvonia", act)


@pytest.mark.parametrize(("words", "voice"), [("Vordling", "Velmark"), ("According", AUTHOR)])
def test_who_says_it_without_a_verb_comes_from_the_folder(toy: None, words: str, voice: str) -> None:
    (claim,) = found(f"{words} to Velmark, twill frimbles hit Kestavar.", "xt")
    assert (claim.voice.name or claim.voice.text) == voice


@pytest.mark.parametrize(("nobody", "polarity"), [("nobloke", "denies"), ("nobody", "affirms")])
def test_words_for_nobody_come_from_the_folder(toy: None, nobody: str, polarity: str) -> None:
    (claim,) = found(f"Velmark glorped that {nobody} clonked frimbles at Kestavar.", "xt")
    assert (claim.voice.name, claim.polarity) == ("Velmark", polarity)


ACCUSED = {
    "xt": "Tarvonia glorped that Velmark clonked twill frimbles at Kestavar on 4 Munth 2024. Velmark blarped the {claim}.",
    "en": "Tarvonia said that Velmark fired two rockets at Kestavar on 4 March 2024. Velmark denied the {claim}.",
}


@pytest.mark.parametrize(("xt", "en", "denied"), [("zibble", "claim", {"a", "b"}), ("claim", "claim", {"b"}), ("zibble", "zibble", {"a"})])
def test_in_a_pile_of_two_languages_what_is_denied_is_told_by_each_documents_own_words(
    toy: None, xt: str, en: str, denied: set[str]
) -> None:
    documents = [report(ACCUSED["xt"].format(claim=xt), "xt", "a"), report(ACCUSED["en"].format(claim=en), "en", "b")]
    findings = {document.sha256: RuleFinder().find(document) for document in documents}
    claims = {claim.id: claim for finding in findings.values() for claim in finding.claims}
    links = [one for one in link(documents, findings, NO_PACKS).links if one.kind == "denies"]
    assert {claims[one.left].span.doc[0] for one in links} == denied
