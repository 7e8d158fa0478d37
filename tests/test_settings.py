from __future__ import annotations

from pathlib import Path

import pytest

from sayso.records.trouble import Trouble
from sayso.settings import read_settings, template

CHOICES = {"find.engine": ["rules", "words"], "packs.use": ["central_asia"]}


def written(folder: Path, text: str) -> Path:
    (folder / "sayso.toml").write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path, text: str) -> tuple[str, str]:
    with pytest.raises(Trouble) as error:
        read_settings(written(folder, text), {}, CHOICES)
    return error.value.message, error.value.hint


def test_a_new_ledger_starts_with_settings_that_can_be_read(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, template('The "first" one', ["central_asia"])), {}, CHOICES)
    assert (settings.name, settings.engine, settings.packs, settings.languages) == ('The "first" one', "rules", ("central_asia",), ())


def test_a_flag_wins_over_the_variable_and_that_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path, '[find]\nengine = "rules"\nmodel = "small"\n')
    monkeypatch.setenv("SAYSO_FIND_ENGINE", "words")
    monkeypatch.setenv("SAYSO_PACKS_USE", "")
    assert read_settings(folder, {}, CHOICES).engine == "words"
    settings = read_settings(folder, {"find.engine": "rules"}, CHOICES)
    assert (settings.engine, settings.model, settings.packs) == ("rules", "small", ())
    assert {key: origin for key, _, origin in settings.came_from}["find.engine"] == "flag"


def test_an_unknown_key_names_its_line_and_the_nearest_there_is(tmp_path: Path) -> None:
    assert refused(tmp_path, "[ledger]\nnam = 'x'\n") == ("sayso.toml:2: unknown key `ledger.nam`", "did you mean `ledger.name`?")
    message, hint = refused(tmp_path, "\n\n[zzz]\n\nqqq = 1\n")
    assert message == "sayso.toml:5: unknown key `zzz.qqq`"
    assert hint.startswith("the keys are: ledger.name, ")


def test_a_value_of_the_wrong_kind_names_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "[find]\nengine = 3\n")[0] == "sayso.toml:2: `find.engine` must be a text"
    assert refused(tmp_path, '[packs]\nuse = "central_asia"\n')[0] == "sayso.toml:2: `packs.use` must be a list of words"


def test_a_value_that_is_not_installed_names_the_nearest_one(tmp_path: Path) -> None:
    told = ('sayso.toml:2: `packs.use` does not know "central_asai"', "did you mean `central_asia`?")
    assert refused(tmp_path, '[packs]\nuse = ["central_asai"]\n') == told


def test_what_is_no_toml_names_its_line(tmp_path: Path) -> None:
    assert refused(tmp_path, "[ledger]\nname = \n")[0].startswith("sayso.toml:2: not valid TOML")
