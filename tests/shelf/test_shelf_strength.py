"""How strong an actor is said to be, as a table and as a dot plot."""

from __future__ import annotations

from pathlib import Path

import pytest
from matplotlib.text import Annotation

import sayso
from sayso.ledger import Ledger
from sayso.shelf.strength import Strength

COLUMNS = ("low", "high", "qualifier", "as_of_first", "said_first", "voice", "path")
TABLE = Strength(
    COLUMNS,
    (
        (1200.0, 1500.0, "", None, "2024-03-20", "Orsenia", "a.txt"),
        (None, 300.0, "no more than", "2024-03-01", "2024-03-20", "Tarvonia", "a.txt"),
        (4000.0, None, "at least", None, None, "Hill Guard", "b.txt"),
        (None, None, "several hundred", None, "2024-04-02", "a resident", "c.txt"),
    ),
    "Hill Guard",
)


@pytest.fixture
def strong(tmp_path: Path) -> Ledger:
    (tmp_path / "a.txt").write_text(
        "Published: March 20, 2024\n\nThe Hill Guard is an armed group of the north. The ministry said on Tuesday that the Hill Guard has "
        "1,200 to 1,500 fighters and 40 rockets.\n",
        encoding="utf-8",
    )
    (tmp_path / "b.txt").write_text(
        "Published: March 2, 2024\n\nOrsenia said on March 1 that the Hill Guard numbers no more than 300 men.\n", encoding="utf-8"
    )
    made = Ledger.init(tmp_path / "case", packs=())
    made.run(sorted(tmp_path.glob("*.txt")))
    return sayso.open(made.folder)


def test_every_number_of_its_people_is_a_row_by_date_with_who_tells_it(strong: Ledger) -> None:
    table = strong.actor("Hill Guard").strength()
    told = zip(*map(table.column, ("low", "high", "unit", "qualifier", "said_first", "voice", "path")), strict=True)
    assert list(told) == [
        (None, 300.0, "men", "no more than", "2024-03-01", "Orsenia", "b.txt"),
        (1200.0, 1500.0, "fighters", "", "2024-03-19", "ministry", "a.txt"),
    ]
    assert strong.claim(str(table.column("id")[0])).quote == table.column("quote")[0]
    assert len(strong.actor("Orsenia").strength()) == 0
    assert "<caption>Strength</caption>" in strong.actor("Hill Guard")._repr_html_()


def test_the_plot_has_a_row_for_each_number_and_says_what_is_open(tmp_path: Path) -> None:
    (axes,) = TABLE.plot().figure.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == [
        "Orsenia\n2024-03-20 · a.txt",
        "Tarvonia\n2024-03-01 · a.txt",
        "Hill Guard\nundated · b.txt",
        "a resident\n2024-04-02 · c.txt",
    ]
    assert [line.get_xydata().tolist() for line in axes.lines] == [[[1200, 0], [1500, 0]], [[300, 1]], [[4000, 2]]]  # type: ignore[union-attr]
    texts = [text.get_text() for text in axes.texts]
    assert [text for text in texts if text] == ["1,200–1,500", "no more than 300", "at least 4,000", "several hundred"]
    arrows = [text for text in axes.texts if isinstance(text, Annotation) and text.arrow_patch]
    assert [arrow.xy[0] - arrow.xyann[0] > 0 for arrow in arrows] == [False, True], "at most points to less, at least to more"
    assert all(0 <= arrow.xy[0] <= axes.get_xlim()[1] for arrow in arrows), "an arrow stays on the scale"


def test_a_notebook_shows_the_plot_and_a_file_keeps_it(tmp_path: Path) -> None:
    picture = TABLE.plot()
    assert picture._repr_png_().startswith(b"\x89PNG")
    assert picture.save(tmp_path / "strength.svg").read_text(encoding="utf-8").startswith("<?xml")
    assert Strength(COLUMNS, (), "Nobody").plot()._repr_png_().startswith(b"\x89PNG")
