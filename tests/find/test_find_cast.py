"""Names and what points back to them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from sayso.find.names import fold
from sayso.find.rules import RuleFinder
from sayso.known.packs import load_packs
from sayso.lang.initials import abbreviates
from sayso.records.claim import Finding
from sayso.records.document import Document

Find = Callable[[str], Finding]


def names(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.name for mention in finding.mentions}


def test_an_acronym_in_brackets_is_the_name_before_it(find: Find) -> None:
    seen = names(find("The Northern Liberation Front (NLF) took the town. The NLF said it would stay."))
    assert seen["NLF"] == "Northern Liberation Front"


def test_brackets_with_something_else_join_nothing() -> None:
    assert not abbreviates("UN", "Daily Herald")
    assert abbreviates("NLF", "Northern Liberation Front")


def test_names_are_compared_without_article_case_and_kind_of_dash() -> None:
    assert fold("The Al–Nur Front") == fold("al-nur front")


def test_two_people_of_one_surname_are_not_joined(find: Find) -> None:
    seen = names(find("Anton Velk met Boris Velk in the port. Velk said nothing new."))
    assert seen["Anton Velk"] == "Anton Velk"
    assert seen["Boris Velk"] == "Boris Velk"


def test_fighters_of_a_group_are_the_group(find: Find) -> None:
    finding = find("The Northern Liberation Front took the town. Northern Liberation Front fighters said they would stay.")
    assert {claim.voice.name for claim in finding.claims if claim.voice.span} == {"Northern Liberation Front"}


def test_a_resident_is_an_actor_of_his_own(find: Find) -> None:
    finding = find("One resident said shells had landed. Another resident said he had heard nothing.")
    anonymous = {mention.name for mention in finding.mentions if mention.kind == "anonymous"}
    assert {"One resident", "Another resident"} <= anonymous


def test_a_surname_that_the_parser_takes_for_a_land_is_that_of_the_person_whom_a_pack_knows() -> None:
    folder = resources.files("sayso.demo")
    with resources.as_file(folder / "reports" / "report-03-denial.txt") as path, resources.as_file(folder / "packs") as packs:
        text = path.read_text(encoding="utf-8")
        finding = RuleFinder(load_packs([], packs)).find(Document("report.txt", "0" * 64, text, "utf-8", language="en"))
    assert names(finding)["Ulmarik"] == "Daven Ulmarik"


def test_an_adjective_of_two_words_is_that_of_its_own_country(find: Find) -> None:
    said = "The {} government said the fees would rise."
    voices = {land: find(said.format(land)).claims[0].voice.name for land in ("Sudanese", "South Sudanese")}
    assert voices == {"Sudanese": "Sudan", "South Sudanese": "South Sudan"}


def test_a_country_named_elsewhere_in_a_text_speaks_where_the_parser_sees_no_name(find: Callable[[str], Finding]) -> None:
    text = "The strike killed six men on the border of Chad.\n\n"
    text += "Chad attributed the raid first to the Front and then to a plane without markings."
    assert find(text).claims[-1].voice.name == "Chad"
