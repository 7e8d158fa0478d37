"""Actors whose names look alike are told to whoever looks at one of them; a person alone joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from piles import NO_PACKS, Pile

from sayso.link.actors import SAME
from sayso.link.linker import linked
from sayso.link.suggestions import MAYBE, MOST, suggested
from sayso.records.link import Link
from sayso.records.review import Bond, Rulings
from sayso.store.sqlite import SqliteStore

NO_RULINGS = Rulings()


def key(number: int, name: str) -> str:
    """The key of a name in the document of this number; a path stands for the hash in these piles."""
    return f"{number:x}" * 64 + f":{name}"


@contextmanager
def store_of(folder: Path, names: Sequence[tuple[str, str]], rulings: Rulings = NO_RULINGS) -> Iterator[SqliteStore]:
    """A linked store of documents with one name each."""
    pile = Pile()
    for number, (name, kind) in enumerate(names):
        pile.name(f"{number:x}" * 64, name, kind)
    documents, findings = pile.parts()
    found = linked(documents, findings, NO_PACKS, rulings)
    folder.mkdir(exist_ok=True)
    with SqliteStore(folder / "ledger.db") as store, store.together():
        for document in documents:
            store.add_document(document)
        store.keep_linking(found.linking)
        for kind, kept in found.workings(documents, findings).items():
            store.keep_workings(kind, None, kept)
        yield store


def told(folder: Path, *names: tuple[str, str], rulings: Rulings = NO_RULINGS) -> list[Link]:
    """What is suggested for the actor of the first name."""
    with store_of(folder, names, rulings) as store:
        return suggested(store, store.linking().actor_of[key(0, names[0][0])])


@pytest.mark.parametrize("other", ["Viktor Otto Lassov", "Otto Lassow Jr", "Otho Lassov", "Otto Massov"])
def test_a_person_whose_name_differs_a_little_is_told(tmp_path: Path, other: str) -> None:
    (link,) = told(tmp_path, ("Otto Lassov", "person"), (other, "person"))
    assert (link.left, link.right) == (key(0, "Otto Lassov"), key(1, other))
    assert (link.kind, link.judgement) == ("same_actor", "unsure")
    assert MAYBE <= (link.score or 0) < SAME
    assert link.reasons


def test_the_same_actor_another_kind_and_another_name_are_not_told(tmp_path: Path) -> None:
    others = (("Lassov, Otto", "person"), ("Otto Lasov", "armed_group"), ("Otto Karim", "person"), ("Omar Lassov", "person"))
    assert told(tmp_path, ("Otto Lassov", "person"), *others) == []


def test_whom_a_person_parted_is_not_told_again(tmp_path: Path) -> None:
    bond = Bond("same_actor", False, (key(0, "Otto Lassov"),), (key(1, "Otho Lassov"),), "lena")
    assert told(tmp_path, ("Otto Lassov", "person"), ("Otho Lassov", "person"), rulings=Rulings(bonds=(bond,))) == []


def test_each_other_actor_is_told_once_the_likest_first_and_no_more_than_can_be_read(tmp_path: Path) -> None:
    many = [(f"Otto {letter}assov", "person") for letter in "BDFGHJKMNPRT"]
    found = told(tmp_path, ("Otto Lassov", "person"), ("Otto Bbassovs", "person"), *many)
    assert len(found) == len({link.right for link in found}) == MOST
    scores = [link.score or 0 for link in found]
    assert scores == sorted(scores, reverse=True)


def test_states_and_single_words_of_persons_are_not_told(tmp_path: Path) -> None:
    assert told(tmp_path / "one", ("Lassov", "person"), ("Lasov", "person"), ("Lassov", "person")) == []
    assert told(tmp_path / "two", ("Niger", "state"), ("Nigeria", "state")) == []
    assert told(tmp_path / "three", ("Tarvonia", "state"), ("Tarvunia", "state"))
