"""A party's own statement: it denies, promises and threatens in the author's voice; one that a paper prints is the party's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
HEAD = "KINGDOM OF NORWAY\n\nMINISTRY OF TRADE\n\nPress Release\n\nOslo, 3 May 2031\n\n"


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("No Norwegian boat was near the ford on that morning.", "denies"),
        ("Norway does not arm any group in the valley.", "denies"),
        ("The miller was not abducted by anybody.", "denies"),
        ("There were never sixteen.", "denies"),
        ("They will be sent home before the winter.", "pledges"),
        ("We will answer at the time and place of our choosing.", "threatens"),
        ("The boat left the port at noon on that day.", "asserts"),
    ],
)
def test_the_author_of_a_partys_statement_speaks_for_it(find: Find, sentence: str, act: str) -> None:
    told = [claim for claim in find(HEAD + sentence).claims if claim.quote in sentence]
    assert [(claim.voice.text, claim.act) for claim in told] == [(AUTHOR, act)]


def test_the_author_of_a_report_only_tells_it(find: Find) -> None:
    report = "Kest Herald\n\nOslo, 3 May 2031\n\nNo Norwegian boat was near the ford on that morning."
    assert [claim.act for claim in find(report).claims] == ["asserts"]


def test_a_text_that_a_paper_prints_in_full_is_whose_title_names_it(find: Find) -> None:
    paper = (
        "DOCUMENT\n\nCommuniqué No. 3 of the Dawn Front\n\nThis paper prints the text of the Dawn Front in full."
        "\n\nTo the people of the valley:\n\n"
        "First. We do not burn mills. The ferry will be given back.\n\nCaptain Velk\n\nThe paper has changed nothing in the text."
    )
    told = {claim.quote: (claim.voice.name or claim.voice.text, claim.act) for claim in find(paper).claims}
    assert told["We do not burn mills."] == ("Dawn Front", "denies")
    assert told["This paper prints the text of the Dawn Front in full."][0] == AUTHOR
    assert told["The paper has changed nothing in the text."][0] == AUTHOR


def test_a_title_that_names_a_text_without_its_beginning_announces_none(find: Find) -> None:
    paper = "Communiqué No. 3 of the Dawn Front\n\nThe text reached this paper on Monday. It is four pages long and has no date."
    assert {claim.voice.text for claim in find(paper).claims} == {AUTHOR}


RELEASE = (
    "Minister Otto Brand comments on the blast in Kest.\n\nMinister Brand said:\n\nWe are appalled by the blast. Nobody owned to it.\n\n"
)


def voices(finding: Finding) -> list[tuple[str | None, str]]:
    return [(claim.voice.name, claim.quote) for claim in finding.claims if claim.kind != "tie"]


def test_all_that_a_press_release_prints_behind_who_said_is_his(find: Find) -> None:
    told = voices(find(RELEASE + "The dam is still under fire. The crews have left.\n\nNOTES TO EDITORS\n\nThe dam was built in 1931."))
    assert ("Otto Brand", "The dam is still under fire.") in told
    assert (None, "The dam was built in 1931.") in told


@pytest.mark.parametrize(
    "behind",
    [
        'The crews have left. "We heard two blasts in the night before we left the town," a crew member said.',
        "Brand has been a minister since May. The crews have left.",
    ],
)
def test_where_a_report_goes_on_behind_the_words_of_one_they_end(find: Find, behind: str) -> None:
    assert (None, "The crews have left.") in voices(find(RELEASE + behind))


def test_words_without_a_person_in_them_are_the_reports(find: Find) -> None:
    before = "".join(f"The road was shut on {day}, and no lorry came.\n\n" for day in ("Monday", "Tuesday", "Friday"))
    told = voices(find(f"{before}Minister Otto Brand said:\n\nNobody owned to the blast.\n\nThe crews have left."))
    assert (None, "The crews have left.") in told


LABELLED = (
    "KEST, 3 MAY 91 (RADIO KEST) -- [COMMUNIQUE] [General Command of the Dawn Front (DF)] [TEXT] Concerning the raid, we state:\n\n"
    "1. We confirm that the Dawn Front bears no responsibility for the raid on Otto Brand.\n\n"
    "2. We hereby warn that if the mill is burnt, we will take firm action.\n\n3. We reiterate our readiness to meet the mayor."
)


def test_a_monitored_text_is_whose_label_stands_behind_that_of_its_kind(find: Find) -> None:
    claims = [claim for claim in find(LABELLED).claims if claim.kind != "tie"]
    assert {claim.voice.name for claim in claims} == {"Dawn Front"}
    assert [claim.act for claim in claims[-3:]] == ["denies", "threatens", "pledges"]


def test_a_monitored_report_with_its_reporter_is_his_own(find: Find) -> None:
    report = "KEST, 3 MAY 91 (RADIO KEST) -- [REPORT] [Otto Brand] [TEXT] The mill of Dol was shut at noon on Monday."
    assert {claim.voice.text for claim in find(report).claims} == {AUTHOR}


def test_a_government_promises_by_its_own_name_in_its_statement(find: Find) -> None:
    text = "KEST, 3 MAY 91 (RADIO KEST) -- [STATEMENT] [Orlan government] [TEXT] "
    text += "The government has decided to appoint a board, and it will invite the mayors."
    assert [claim.act for claim in find(text).claims if claim.kind != "tie"] == ["pledges", "pledges"]


@pytest.mark.parametrize("doer", ["We", "Our fighters", "The Dawn Front", "Dawn Front fighters"])
def test_what_a_party_tells_in_its_statement_that_its_men_attacked_it_owns_to(find: Find, doer: str) -> None:
    text = f"KEST, 3 MAY 91 (RADIO KEST) -- [COMMUNIQUE] [Dawn Front] [TEXT] {doer} attacked the barracks at noon."
    assert [claim.act for claim in find(text).claims if claim.kind != "tie"] == ["claims_responsibility"]


def test_that_more_follows_and_who_signed_are_no_claims(find: Find) -> None:
    text = "KEST, 3 MAY 91 (RADIO KEST) -- [COMMUNIQUE] [Dawn Front] [TEXT] The Dawn Front reports the following to the people:\n\n"
    text += "1. The road to Dol is open.\n\n[SIGNED] General Command of the Dawn Front, 3 May 1991."
    assert [claim.quote for claim in find(text).claims] == ["The road to Dol is open."]


def test_a_text_without_we_behind_a_line_that_opens_a_report_is_all_the_speakers(find: Callable[[str], Finding]) -> None:
    text = """Speaking on the report, Otto Brand, the Norwegian envoy for Velk, said:

The report makes hard reading for the whole valley.

The panel must be allowed to go on with its work in Velk. There can be no peace without the courts.

The full report can be read on the pages of the panel."""
    voices = [claim.voice.name or claim.voice.text for claim in find(text).claims if claim.kind != "tie"]
    assert voices == ["Otto Brand", "Otto Brand", "Otto Brand", "(author)"]


BULLETIN = "KINGDOM OF NORWAY\n\nMINISTRY OF DEFENCE\n\n{}\n\nOslo, 3 May 2031\n\n"


@pytest.mark.parametrize(
    "title",
    ["DAILY OPERATIONAL BRIEFING No. 12", "Evening military bulletin", "War bulletin no. 4", "ORDER OF THE DAY No. 7", "Press briefing"],
)
def test_a_bulletin_of_operations_is_its_issuers_statement(find: Find, title: str) -> None:
    sentence = "Reports on the web that guards were captured are false."
    assert [claim.act for claim in find(BULLETIN.format(title) + sentence).claims if claim.quote in sentence] == ["denies"]


@pytest.mark.parametrize("title", ["Weekly summary no. 4", "Humanitarian update no. 3", "Market briefing"])
def test_no_other_summary_is_one(find: Find, title: str) -> None:
    sentence = "No Norwegian boat was near the ford on that morning."
    assert [claim.act for claim in find(BULLETIN.format(title) + sentence).claims if claim.quote in sentence] == ["asserts"]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("We declare that any trader who sends a crane to the ford will be treated as a part of the enemy.", "threatens"),
        ("We say to the traders that their convoys will be attacked on every road.", "threatens"),
        ("We repeat that no Norwegian boat was near the ford on that morning.", "denies"),
        ("Our men entered the fort by night, destroyed the signals room and left before daylight.", "claims_responsibility"),
        ("Our men entered the fort by night and counted the crates.", "asserts"),
        ("Their men entered the fort by night, destroyed the signals room and left before daylight.", "asserts"),
    ],
)
def test_what_a_party_declares_is_as_if_told_alone(find: Find, sentence: str, act: str) -> None:
    told = [claim for claim in find(HEAD + sentence).claims if claim.quote in sentence]
    assert [(claim.voice.text, claim.act) for claim in told] == [(AUTHOR, act)]


def test_by_what_something_is_done_says_nothing(find: Find) -> None:
    told = find(HEAD + "We will treat the men according to the customs of war.").claims
    assert [claim.voice.text for claim in told if "treat" in claim.quote] == [AUTHOR]


def test_who_answers_questions_in_a_partys_statement_speaks_for_it(find: Find) -> None:
    told = "1. Ford. The ford is open.\n\nQuestions (Otto Brand, spokesman)\n\n"
    told += "Q. Who is held?\nA. Nobody is missing at the ford.\n\nQ. And since?\nA. We rest."
    answer = next(claim for claim in find(BULLETIN.format("War bulletin No. 4") + told).claims if "missing" in claim.quote)
    assert (answer.voice.text, answer.act) == ("Otto Brand", "denies")


COUNCIL = (
    "Bulletin of the Dol Brotherhood\n\nThe Military Council informs:\n\n"
    "Our fighters burned a column of lorries at the bridge of Kest. We lost one brother there.\n\n"
    "ON FATHER HILAR\n\nWe mourn Father Hilar, who ate with us on Thursday. The guards killed him at dusk."
)


def test_words_that_a_line_announces_end_at_the_next_heading(find: Find) -> None:
    voices = {claim.quote: claim.voice.name or claim.voice.text for claim in find(COUNCIL).claims}
    assert voices["We lost one brother there."] == "Military Council"
    assert voices["The guards killed him at dusk."] == AUTHOR


def test_in_a_text_that_says_we_itself_a_colon_opens_no_words_of_the_next_paragraphs(find: Find) -> None:
    text = (
        "Dear friends,\n\nWe buried nine of the dead in our churchyard on Sunday.\n\n"
        "The miller came to the gate and said: The guards burned the mill of Dol.\n\n"
        "Our people at Kest still sleep in the school. A house was burned there in October."
    )
    voices = {claim.quote: claim.voice.text for claim in find(text).claims}
    assert voices["A house was burned there in October."] == AUTHOR


def test_a_text_that_tells_again_and_again_of_its_own_fighters_is_its_sides_statement(find: Find) -> None:
    text = (
        "THE OATH\n\nBulletin of the Dol Brotherhood\n\nOur fighters rested above the ford. Our men were forbidden to shoot.\n\n"
        "No rifle of the Brotherhood was fired on that day."
    )
    assert [claim.act for claim in find(text).claims if "rifle" in claim.quote] == ["denies"]
    assert [claim.act for claim in find(text.replace("Our", "Their")).claims if "rifle" in claim.quote] == ["asserts"]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The ministry will provide the families with a single payment of ninety crowns.", "pledges"),
        ("Safe passage is guaranteed.", "pledges"),
        ("The armed forces remain faithful to their word of May.", "pledges"),
        ("We keep the truce of May until the first snow.", "pledges"),
        ("Do not leave your houses!", "demands"),
    ],
)
def test_a_ministrys_statement_binds_the_ministry_and_its_forces(find: Find, sentence: str, act: str) -> None:
    text = "MINISTRY OF DEFENCE OF THE REPUBLIC OF ORLAN\n\nPress release\n\nThe Ministry of Defence of the Republic of Orlan told this. "
    assert [claim.act for claim in find(text + sentence).claims if claim.quote in sentence] == [act]


def test_what_a_unit_did_is_claimed_in_its_groups_communique(find: Find) -> None:
    text = "DAWN FRONT\n\nMilitary communique No. 6\n\nTwo companies of the Hawk Brigade stormed the barracks of Kest. {} the mill."
    acts = [claim.act for claim in find(text.format("An enemy column destroyed")).claims]
    assert "claims_responsibility" in acts
    assert acts[-1] != "claims_responsibility"


def test_an_address_to_the_nation_is_its_speakers_statement(find: Find) -> None:
    text = "ADDRESS TO THE NATION BY PRESIDENT OTTO BRAND\n\nKest, 3 May 2031\n\nThe night was long at Dol. No civilian was harmed."
    assert [claim.act for claim in find(text).claims][-1] == "denies"


HEADS = [
    "NORTHERN COMMAND - PRESS OFFICE\nBriefing No. 12, 4 May 2031\nBriefer: General Otto Brand, chief of staff",
    "Remarks by General Otto Brand\nKest, 4 May 2031",
    "Speaker: Otto Brand, head of the northern command",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_text_of_which_its_head_tells_who_spoke_it_is_his(find: Find, head: str) -> None:
    told = find(f"{head}\n\nGood morning. The rebels shelled the mill. Our engineers will publish their findings by June.").claims
    assert {(claim.voice.name, claim.act) for claim in told if "engineers" in claim.quote} == {("Otto Brand", "pledges")}
    assert {claim.voice.name for claim in told if "shelled" in claim.quote} == {"Otto Brand"}


def test_a_report_on_somebodys_remarks_is_its_authors(find: Find) -> None:
    report = "Remarks by Otto Brand anger traders\n\nThe rebels shelled the mill on Monday. We spoke to traders in the town."
    assert {claim.voice.text for claim in find(report).claims} == {AUTHOR}
    unsaid = "Remarks by General Otto Brand\n\nThe rebels shelled the mill on Monday, and the general left the town."
    assert {claim.voice.text for claim in find(unsaid).claims} == {AUTHOR}
