from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from sayso.records.claim import Act, Kind, Modality, Polarity
from sayso.records.codebook import codebook
from sayso.records.dispute import DisputeKind
from sayso.records.incident import PersonStatus, RuleStatus
from sayso.records.pledge import Effect
from sayso.records.vocabulary import FILE, read_vocabulary, vocabulary
from sayso.records.when import Basis, Precision
from sayso.records.work import Defect, Edge

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "relations.jsonl"


def test_the_codebook_in_docs_is_current() -> None:
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == codebook(vocabulary())


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("polarity", get_args(Polarity)),
        ("modality", get_args(Modality)),
        ("kind", get_args(Kind)),
        ("status", get_args(RuleStatus)),
        ("person_status", get_args(PersonStatus)),
        ("dispute_kind", get_args(DisputeKind)),
        ("effect", get_args(Effect)),
        ("date_precision", get_args(Precision)),
        ("date_basis", get_args(Basis)),
        ("edge", get_args(Edge)),
        ("citation_defect", get_args(Defect)),
    ],
)
def test_a_list_of_values_is_the_one_of_the_records_and_in_its_order(name: str, values: tuple[str, ...]) -> None:
    assert tuple(vocabulary().terms[name]) == values


def test_the_acts_are_those_of_the_records() -> None:
    assert tuple(vocabulary().acts) == get_args(Act)


def test_only_a_denial_denies_and_only_silence_is_uncommitted_by_itself() -> None:
    unusual = {act.key: act.polarity for act in vocabulary().acts.values() if act.polarity != "affirms"}
    assert unusual == {"denies": "denies", "declines_comment": "uncommitted"}


def test_rocket_fire_asks_its_seven_questions() -> None:
    asked = [question.key for question in vocabulary().incident_types["shelling_artillery_missile_attack"].questions]
    assert asked == ["happened", "by_whom", "how_many", "from", "toward", "landed", "harm"]


def test_every_type_asks_first_whether_it_happened() -> None:
    assert {kind.questions[0].key for kind in vocabulary().incident_types.values()} == {"happened"}


def test_an_ambush_and_a_clash_may_be_one_event_and_a_meeting_is_neither() -> None:
    words = vocabulary()
    assert words.near("attack", "armed_clash")
    assert not words.near("attack", "diplomatic_contact")
    assert words.near("sexual_violence", "sexual_violence")


def test_a_tie_reads_the_same_from_both_sides_or_has_an_inverse() -> None:
    assert [tie.key for tie in vocabulary().predicates.values() if tie.symmetric == bool(tie.inverse)] == []


def test_a_question_on_an_unknown_slot_is_an_error() -> None:
    text = FILE.read_text(encoding="utf-8").replace("slots: [landed], dispute", "slots: [arrived], dispute")
    with pytest.raises(ValueError, match="question landed: unknown slots"):
        read_vocabulary(text)


@pytest.mark.skipif(not GOLD.exists(), reason="the gold of the workplace (../shared) is not here")
def test_nearly_all_predicates_of_the_gold_are_known() -> None:
    used = {json.loads(line)["predicate"] for line in GOLD.read_text(encoding="utf-8").splitlines()}
    assert used - set(vocabulary().predicates) <= {"led_by", "threatens_water_of"}  # the first is leads read backwards


def test_each_further_question_is_asked_somewhere() -> None:
    weighing = "".join(path.read_text(encoding="utf-8") for path in (FILE.parents[1] / "weigh").glob("*.py"))
    assert [key for key, text in vocabulary().disputed.items() if f'question_on("{key}"' not in weighing or not text.endswith("?")] == []
