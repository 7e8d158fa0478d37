import pytest

from muc4 import FILLS, Tally, Template, add_document, aligned, dated, gold_full, plain, table, templates_of
from sayso import plugins

REPORT = "OSTREL, 9 JAN 90 (EFE) -- [TEXT] GUNMEN OF THE PLF KIDNAPPED THE JUDGE. THE PLF [POPULAR LIBERATION FRONT] SAID IT DID IT."


def template(kind: str, stage: str = "ACCOMPLISHED", **roles: list[str]) -> Template:
    entities = {
        role: tuple(frozenset({name}) for name in roles.get(role, ())) for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
    }
    return Template(kind, entities, frozenset({stage}), frozenset())


def test_a_report_has_the_day_of_its_dateline() -> None:
    document = dated({"docid": "x", "text": REPORT})
    assert document.published is not None
    assert document.published.first.isoformat() == "1990-01-09"


def test_an_incident_becomes_a_template() -> None:
    made = templates_of(dated({"docid": "x", "text": REPORT}), plugins.load("finders", "rules")())
    assert [one.kind for one in made] == ["kidnapping"]
    assert made[0].roles["Victim"] == (frozenset({"judge"}),)


def test_templates_are_aligned_by_what_they_share() -> None:
    gold = [template("attack", Victim=["judge"]), template("bombing", Victim=["mayor"])]
    found = [template("bombing", Victim=["mayor"]), template("attack")]
    assert aligned(gold, found) == [(0, 1), (1, 0)]


def test_counts_of_a_document_give_the_table() -> None:
    tally = Tally()
    gold = [template("attack", Victim=["judge", "guard"])]
    add_document(tally, gold, gold, [template("attack", Victim=["judge"]), template("bombing")])
    assert tally.templates["type"].precision == 0.5
    assert (tally.templates["Victim"].right, tally.templates["Victim"].gold) == (1, 2)
    assert tally.slots["stage"].recall == 1
    assert "| Sayso | .667 (P .667 R .667) | .667 (P .500 R 1.000)" in table(tally, 1, 1)


def test_alternatives_of_the_key_are_one_entity() -> None:
    fills = [{"values": ["THE MEN", "GUNMEN"], "refs": [], "optional": False}]
    empty = {name: None for names in FILLS.values() for name in names}
    key = {"perp_individual": fills, "incident_type": [{"values": ["ATTACK"]}], "incident_stage": None, "perp_confidence": None}
    assert gold_full({"slots": empty | key}).roles["PerpInd"] == (frozenset({"men", "gunmen"}),)


@pytest.mark.parametrize("written", ["the\n Men", "MEN", "“the men”"])
def test_mentions_are_compared_without_articles_and_marks(written: str) -> None:
    assert plain(written) == "men"
