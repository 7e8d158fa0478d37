from __future__ import annotations

import pytest

from sayso.ledger import Ledger
from sayso.records.trouble import Exit, Trouble
from sayso.shelf.portraits import Dossier


@pytest.fixture
def dossier(ledger: Ledger) -> Dossier:
    return ledger.incident("2024-03-05-kestavar-rocket")


def test_a_claim_knows_its_words_document_and_chain(dossier: Dossier) -> None:
    (claim,) = dossier.claims(voice="Orsenia")
    assert claim.quote == "Orsenia denied that any rockets hit Kestavar on 4 March."
    assert claim.document.text[claim.span.start : claim.span.end] == claim.quote
    assert claim.chain == ("Orsenia", "b.txt")


def test_the_matrix_is_a_table_of_parties_by_questions(dossier: Dossier) -> None:
    matrix = dossier.matrix()
    assert matrix.columns[:2] == ("party", "Did it happen?")
    assert matrix.column("party") == ["Tarvonia", "Orsenia"]
    assert matrix.column("Did it happen?") == ["yes", "denies"]
    assert set(matrix.column("What harm?")) == {None}


def test_answers_are_counted_by_party_and_a_denial_is_no_number(dossier: Dossier) -> None:
    assert dossier.tally("happened") == dossier.tally("Did it happen?") == {"yes": ["Tarvonia"], "denies": ["Orsenia"]}
    with pytest.raises(Trouble, match="nothing here answers `weather`") as refused:
        dossier.tally("weather")
    assert refused.value.code == Exit.NOT_FOUND


def test_a_notebook_shows_the_matrix_and_marks_the_words_in_their_document(dossier: Dossier) -> None:
    shown = dossier._repr_html_()
    assert "<h3>Rocket, shell or missile fire, Kestavar, 2024-03-05</h3>" in shown
    assert "2024-03-05 · contested · 2 claims · 2 parties · 2 documents" in shown
    assert '<th scope="col">Did it happen?</th>' in shown
    assert '<mark class="denies">Orsenia denied that any rockets hit Kestavar on 4 March.</mark>' in shown


def test_an_actor_has_its_spellings_and_what_it_says(ledger: Ledger) -> None:
    actor = ledger.actor("Orsenia")
    assert actor.aliases().rows[0][:5] == ("Orsenia", 2, 2, "2024-03-05", "2024-03-05")
    assert repr(actor) == "Orsenia: state"
    assert [claim.act for claim in actor.claims()] == ["denies", "asserts"]
    assert (len(actor.ties()), len(actor.figures()), len(actor.strength())) == (0, 0, 0)
    assert "<caption>Spellings</caption>" in actor._repr_html_()


def test_one_thing_is_had_by_its_id_or_by_itself_and_printed_in_a_line(ledger: Ledger, dossier: Dossier) -> None:
    claim = dossier.claims(voice="Orsenia")[0]
    assert ledger.claim(f"c:{claim.id[:6]}") == ledger.claim(claim) == claim
    assert ledger.document("b.txt") == ledger.document(claim.document) == claim.document
    assert ledger.incident(claim).incident == ledger.incident(dossier).incident == ledger.incident(ledger.incidents()[0]).incident
    assert ledger.actor(ledger.actors()[0]).actor == ledger.actors()[0]
    assert repr(dossier) == "2024-03-05-kestavar-rocket: contested, 2 claims, 2 parties, 2 documents"
    assert repr(claim) == f"c:{claim.id} Orsenia denies “Orsenia denied that any rockets hit Kestavar on 4 March.” b.txt 111–167"
    assert "… " not in claim._repr_html_()
    with pytest.raises(Trouble, match=r"`a\.txt` is no claim"):
        ledger.claim("a.txt")
    with pytest.raises(Trouble, match="`Orsenia` is no document"):
        ledger.document("Orsenia")


def test_what_is_asked_for_must_be_of_that_kind(ledger: Ledger) -> None:
    with pytest.raises(Trouble, match=r"`a\.txt` is no actor"):
        ledger.actor("a.txt")
    with pytest.raises(Trouble, match="`Orsenia` is no incident"):
        ledger.incident("Orsenia")


def test_lists_become_tables_and_dataframes(ledger: Ledger) -> None:
    incidents = ledger.incidents(since="2024-01", place="Kestavar", status="contested")
    assert [incident.status for incident in incidents] == ["contested"]
    assert incidents.grid().column("parties") == [2]
    assert "<td>contested</td>" in incidents._repr_html_()
    pytest.importorskip("pandas", reason="DataFrames need pandas: pip install -e '.[frames]'")
    assert incidents.df()["slug"].tolist() == ["2024-03-05-kestavar-rocket"]
    assert ledger.sql("select voice, count(*) n from claims where stance = 'denies' group by 1").df().to_dict("records") == [
        {"voice": "Orsenia", "n": 1}
    ]
    assert ledger.claims("act:denies").df()["quote"].tolist() == ["Orsenia denied that any rockets hit Kestavar on 4 March."]
