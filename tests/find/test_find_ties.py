"""Ties between actors, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.cast import Cast
from sayso.find.passages import passages_of
from sayso.find.scene import Scene
from sayso.find.ties import FoundTie, ties
from sayso.find.when import calendar_of
from sayso.find.where import Atlas
from sayso.known.gazetteer import load_gazetteer
from sayso.known.packs import NO_PACKS
from sayso.lang.language import load_language, pipeline
from sayso.records.claim import Finding
from sayso.records.document import Document

Told = tuple[str, str, str]
Read = Callable[[str], list[FoundTie]]


@pytest.fixture(scope="module")
def read() -> Read:
    """Finds the ties of each sentence of a text without packs."""
    language, atlas = load_language(), Atlas(load_gazetteer(), NO_PACKS)

    def found(text: str) -> list[FoundTie]:
        document = Document("report.txt", "a" * 64, text, "utf-8")
        passages = passages_of(document, language, pipeline())
        scene = Scene(Cast(passages, NO_PACKS, atlas, language), calendar_of(document, language), (), language)
        return [tie for passage in passages for sentence in passage.sentences for tie in ties(passage, list(sentence), scene)]

    return found


def told(found: list[FoundTie]) -> list[Told]:
    return [(tie.subject.actor or tie.subject.text, tie.predicate, tie.object.actor or tie.object.text) for tie in found]


def test_a_list_on_each_side_gives_a_tie_for_each_pair(read: Read) -> None:
    pairs = {(subject, target) for subject, _, target in told(read("Brazil and Chile support Hamas and Hezbollah."))}
    assert pairs == {("Brazil", "Hamas"), ("Brazil", "Hezbollah"), ("Chile", "Hamas"), ("Chile", "Hezbollah")}


def test_examples_of_a_described_object_are_its_members(read: Read) -> None:
    text = "Hezbollah maintains contact with armed groups, including Hamas, the Northern Army and the Valley Front."
    assert [target for _, _, target in told(read(text))] == ["Hamas", "Northern Army", "Valley Front"]


def test_a_passive_tells_the_tie_from_the_other_side(read: Read) -> None:
    assert ("Russia", "supports", "Mali") in told(read("The government of Mali, backed by Russia, signed nothing."))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Peter Holm, the acting foreign minister of Norway, said so.", ("Peter Holm", "holds_office", "Norway")),
        ("Turkish Defense Minister Hulusi Akar spoke.", ("Hulusi Akar", "holds_office", "Turkey")),
        ("Hamas spokesman Peter Holm spoke on Monday.", ("Peter Holm", "spokesperson_for", "Hamas")),
        ("The Wagner Group is a wing of the Northern Army.", ("Wagner Group", "wing_of", "Northern Army")),
        ("Maria Lund, the sister of Peter Holm, left.", ("Maria Lund", "kin_of", "Peter Holm")),
    ],
)
def test_a_role_ties_who_bears_it_to_its_body(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


def test_a_former_office_ties_nobody_to_a_state(read: Read) -> None:
    assert told(read("Former Norwegian President Peter Holm spoke.")) == [("Peter Holm", "holds_office", "Former Norwegian President")]


def test_words_joined_by_a_hyphen_tell_ties(read: Read) -> None:
    assert ("Iran", "supports", "Houthis") in told(read("The Iran-backed Houthis oppose Saudi Arabia."))


def test_never_recognised_is_a_tie_of_its_own(read: Read) -> None:
    for text in ("Canada has never recognised the government of Belarus.", "Canada refused to recognise the government of Belarus."):
        assert told(read(text)) == [("Canada", "does_not_recognise", "Belarus")]


def test_what_is_denied_or_only_possible_is_marked(read: Read) -> None:
    assert [tie.negated for tie in read("Peter Holm is not a member of Hamas.")] == [True]
    assert [tie.hypothetical for tie in read("Norway could support Hamas.")] == [True]


def test_to_seek_the_fall_of_a_government_is_told_of_its_state(read: Read) -> None:
    assert told(read("Hamas seeks to overthrow the government of Colombia.")) == [("Hamas", "seeks_to_overthrow", "Colombia")]


def test_an_attack_is_no_tie(read: Read) -> None:
    assert not read("Hamas attacked Norway.")


def test_a_countrys_militants_are_not_the_country(read: Read) -> None:
    assert told(read("Uzbek militants pledged allegiance to Hezbollah.")) == [("Uzbek militants", "pledged_allegiance_to", "Hezbollah")]


def test_a_date_is_the_beginning_of_what_begins(read: Read) -> None:
    tie = read("Hamas broke away from Hezbollah in 2004.")[0]
    begun = read("Peter Holm replaced Maria Lund as head of the Northern Army in 2019.")[0]
    assert told([tie]) == [("Hamas", "splinter_of", "Hezbollah")]
    assert begun.since is not None
    assert begun.since.text == "2019"


def test_until_is_the_end_of_a_role(read: Read) -> None:
    tie = read("Peter Holm, head of the Northern Army until 2019, was killed.")[0]
    assert tie.since is None
    assert tie.until is not None
    assert tie.until.text == "2019"


def test_names_equated_by_the_text_are_tied(read: Read) -> None:
    assert ("Hezbollah", "alias_of", "Party of God") in told(read("Hezbollah, also known as the Party of God, was there."))
    assert ("Northern Army", "renamed_from", "Valley Front") in told(read("The Northern Army, formerly the Valley Front, was there."))


def test_nobody_is_tied_to_himself(read: Read) -> None:
    assert not told(read("Hamas supports Hamas."))


def test_a_place_behind_an_adjective_is_where_a_group_operates(read: Read) -> None:
    found = read("Hezbollah is active in Lebanon and Syria.")
    assert [(tie.predicate, tie.object.place.name) for tie in found if tie.object.place] == [
        ("operates_in", "Lebanon"),
        ("operates_in", "Syria"),
    ]


def test_two_passives_share_who_does_them(read: Read) -> None:
    found = told(read("Hezbollah was founded and led by Peter Holm."))
    assert found == [("Hezbollah", "founded_by", "Peter Holm"), ("Peter Holm", "leads", "Hezbollah")]


def test_no_control_is_a_denied_tie(read: Read) -> None:
    assert [tie.negated for tie in read("Hamas has no control over Gaza.")] == [True]


def test_a_noun_that_describes_another_one_is_no_role(read: Read) -> None:
    assert not told(read("The chief political strategist of Hamas, Otto Brand, left."))


def test_one_person_is_not_several_supporters(read: Read) -> None:
    assert not told(read("As for Hamas supporters, Otto Brand said no."))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Fighting between Hamas and the Valley Front continues.", ("Hamas", "hostile_to", "Valley Front")),
        ("There were clashes in the hills between the Northern Army and Hamas.", ("Northern Army", "hostile_to", "Hamas")),
        ("This increased the Norwegian government's hostility toward Hamas.", ("Norway", "hostile_to", "Hamas")),
        ("Norwegian support for the Valley Front grew.", ("Norway", "supports", "Valley Front")),
        ("Talks between Norway and Hamas began.", ("Norway", "maintains_contact_with", "Hamas")),
        ("Hezbollah, loyal to Iran, left.", ("Hezbollah", "allied_with", "Iran")),
        ("Togo provided the Northern Army shelter in the hills.", ("Togo", "hosts", "Northern Army")),
        ("The Northern Army is under the command of Otto Brand.", ("Otto Brand", "leads", "Northern Army")),
    ],
)
def test_what_two_have_with_each_other_ties_them(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


def test_a_deed_that_is_not_likely_is_no_tie(read: Read) -> None:
    assert [tie.negated for tie in read("An agreement between Norway and Hamas is not likely.")] == [True]
    assert [tie.hypothetical for tie in read("Norway's talks with Hamas could start.")] == [True]


def test_a_part_of_a_country_is_told_as_the_part(read: Read) -> None:
    found = [
        tie.object for text in ("Hamas is active in northern Lebanon.", "Parts of Lebanon are under Hamas control") for tie in read(text)
    ]
    assert [(slot.text, slot.place.precision) for slot in found if slot.place] == [("northern Lebanon", 5), ("Parts of Lebanon", 5)]


def test_the_town_named_behind_its_kind_is_what_is_controlled(read: Read) -> None:
    found = read("The city of Mosul is under Hamas control.")
    assert [(tie.predicate, tie.object.place.name) for tie in found if tie.object.place] == [("controls", "Mosul")]


def test_a_title_without_its_country_is_held_in_the_state_told_elsewhere(read: Read) -> None:
    found = told(read("President Peter Holm left. Norwegian President Peter Holm spoke. Minister Otto Brand stayed."))
    assert found == [("Peter Holm", "holds_office", "Norway")] * 2


def test_his_government_is_that_of_his_state(read: Read) -> None:
    found = told(read("Norwegian President Peter Holm spoke. His government supports the Valley Front."))
    assert ("Norway", "supports", "Valley Front") in found


def test_a_title_of_one_still_to_be_chosen_is_no_office(read: Read) -> None:
    found = read("Peter Holm is running to be the president of Norway.")
    assert all(tie.hypothetical for tie in found if tie.predicate == "holds_office")


def test_an_explanation_behind_a_list_is_of_its_last_name(read: Read) -> None:
    text = "He told of clashes between Hamas and the Valley Front, an alliance that opened an office in Togo in 2021."
    assert ("Togo", "hosts", "Valley Front") in told(read(text))


def test_examples_of_armed_groups_are_armed_groups(read: Read) -> None:
    text = "Hamas maintains a friendship with rebel groups such as the Dawn Circle and the Valley Front."
    assert ("Hamas", "supports", "Dawn Circle") in told(read(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Otto Brand's Valley Front took the town.", ("Otto Brand", "leads", "Valley Front")),
        ("Ghana's Interior Ministry said no.", ("Ghana's Interior Ministry", "part_of", "Ghana")),
    ],
)
def test_a_possessive_before_a_name_ties_it_to_its_owner(read: Read, text: str, tie: Told) -> None:
    assert told(read(text)) == [tie]


def test_some_of_a_groups_people_are_not_the_group(read: Read) -> None:
    assert not told(read("Some members of the Valley Front fought alongside Hamas."))
    assert told(read("Members of the Valley Front fought alongside Hamas.")) == [("Valley Front", "allied_with", "Hamas")]


def test_a_capital_acts_for_its_state(read: Read) -> None:
    assert told(read("London does not recognise Hamas.")) == [("United Kingdom", "does_not_recognise", "Hamas")]


def test_a_people_is_not_its_state(read: Read) -> None:
    assert not [tie for tie in told(read("Peter Holm, an ethnic Tajik leader, left.")) if tie[2] == "Tajikistan"]


def test_a_date_in_another_clause_is_not_the_ties(read: Read) -> None:
    (tie,) = read("Peter Holm was a Valley Front commander before falling out with the judges in 2014.")
    assert tie.since is None


def test_a_minister_is_of_his_state_not_of_what_he_is_minister_for(read: Read) -> None:
    found = told(read("The Minister of Internal Affairs of Norway, Otto Brand, said no."))
    assert found == [("Otto Brand", "holds_office", "Norway")]


def test_the_government_in_a_country_is_its_state(read: Read) -> None:
    assert told(read("Hamas, which wants to topple the government in Ghana, left.")) == [("Hamas", "seeks_to_overthrow", "Ghana")]


def test_a_refusal_denies_the_tie(read: Read) -> None:
    assert [tie.negated for tie in read("Norway's refusal to support Hamas was noted.")] == [True]


def test_what_it_and_them_mean_as_objects_is_too_open_to_tie(read: Read) -> None:
    assert not told(read("Norway spoke. Togo opposed it."))
    assert not told(read("The Valley Front spoke. Togo supports them."))


def test_a_party_for_somebody_is_named_apart_from_him(read: Read) -> None:
    assert ("Peter Holm", "leads", "Valley Party") in told(read("Peter Holm, the leader of the pro-Hamas Valley Party, left."))


def test_the_founding_dates_the_founder(read: Read) -> None:
    (tie,) = [one for one in read("The Valley Front was founded by Otto Brand in 1989.") if one.predicate == "founded_by"]
    assert tie.since is not None
    assert tie.since.text == "1989"


def test_who_is_accused_of_it_does_it(read: Read) -> None:
    assert told(read("Norway accused Ghana of supporting the Valley Front.")) == [("Ghana", "supports", "Valley Front")]
    assert told(read("Norway was seen as a friend for supporting the Valley Front.")) == [("Norway", "supports", "Valley Front")]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Dawn Front and the Valley Front merged in 2014.", ("Dawn Front", "merged_into", "Valley Front")),
        ("Norway and the Valley Front signed a ceasefire.", ("Norway", "agreement_with", "Valley Front")),
        ("Norway and Ghana are at war.", ("Norway", "hostile_to", "Ghana")),
    ],
)
def test_those_joined_as_subject_do_it_to_each_other(read: Read, text: str, tie: Told) -> None:
    assert told(read(text)) == [tie]


def test_who_lists_is_found_behind_what_it_is_listed_as(read: Read) -> None:
    for words in ("was designated a terrorist organization by", "is listed as a terrorist organization by"):
        assert told(read(f"The Valley Front {words} Norway.")) == [("Valley Front", "designated_terrorist_by", "Norway")]


def test_an_acronym_in_brackets_is_told_as_another_name(read: Read) -> None:
    assert told(read("The Valley Front (VF) attacked. The VF left.")) == [("Valley Front", "alias_of", "VF")]


def test_who_leaves_a_group_and_founds_another_makes_a_splinter(read: Read) -> None:
    for old, new in (("Dawn Front", "Valley Front"), ("Dawn Front of Velm", "Kest Liberation Army")):
        assert told(read(f"In 1998 a faction left the {old} and founded the {new}.")) == [(new, "splinter_of", old)]


def test_a_group_that_joins_another_becomes_part_of_it(read: Read) -> None:
    assert told(read("In 2004 the Dawn Front joined the Valley Front.")) == [("Dawn Front", "part_of", "Valley Front")]
    assert not told(read("The Dawn Front joined Valley Front fighters in a siege of the airport."))


def test_a_groups_name_in_brackets_is_another_name(read: Read) -> None:
    assert told(read("The Valley Front (Northern Resistance Movement) left.")) == [
        ("Valley Front", "alias_of", "Northern Resistance Movement")
    ]


def test_an_acronym_alone_in_brackets_may_be_of_another_tongue(read: Read) -> None:
    assert told(read("The Valley Liberation Front (OQB) attacked.")) == [("Valley Liberation Front", "alias_of", "OQB")]
    assert not told(read("The Valley Liberation Front (USA) attacked."))
    assert told(read("Peter Holm (OQB) left.")) == [("Peter Holm", "member_of", "OQB")]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Peter Holm (Uncle Pete) left the hill.", "Peter Holm", "Uncle Pete"),
        ("Commander Orlan (Peter Holm) left the hill.", "Orlan", "Peter Holm"),
        ("Police looked for one Peter Holm, called Orlan.", "Peter Holm", "Orlan"),
        ("The Heron Battalions (Batalyon Engar) attacked a post.", "Heron Battalions", "Batalyon Engar"),
        ("The Red Lantern Front, also Lanta Mena, attacked a post.", "Red Lantern Front", "Lanta Mena"),
        ("The Valley Front, in the local language Foko Asim, attacked a post.", "Valley Front", "Foko Asim"),
    ],
)
def test_what_somebody_is_called_in_brackets_and_between_marks_is_another_name(read: Read, text: str, name: str, other: str) -> None:
    assert (name, "alias_of", other) in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peter Holm (Ana Lund) left the hill.",  # two full names
        "Peter Holm (London) left the hill.",
        "Peter Holm, also Defence Minister, left the hill.",
        "The Valley Defence Corps (London) attacked a post.",
    ],
)
def test_other_words_in_brackets_and_between_marks_are_none(read: Read, text: str) -> None:
    assert not [tie for tie in told(read(text)) if tie[1] == "alias_of"]


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("The Velk People's Army (Laskar Rakyat Velk, LRV) left.", "Velk People's Army", "Laskar Rakyat Velk"),
        ("The Otto Brand Group [Comando Otto Brand] attacked a post.", "Otto Brand Group", "Comando Otto Brand"),
        ("Elements of the Home Defence Corps (Harat) attacked a post.", "Home Defence Corps", "Harat"),
    ],
)
def test_a_name_in_brackets_that_shares_a_word_or_of_which_nothing_is_known_is_another_name(
    read: Read, text: str, name: str, other: str
) -> None:
    assert (name, "alias_of", other) in told(read(text))


def test_a_foreign_name_in_brackets_is_another_name(read: Read) -> None:
    for name in ("Harra-ul-Dal", "Liwa al-Harra"):
        assert told(read(f"The Valley Brigade ({name}) attacked a post.")) == [("Valley Brigade", "alias_of", name)]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("A third of Germany's gas comes from Norway.", ("Norway", "supplies", "Germany")),
        ("Most of the oil in Germany comes from Norway.", ("Norway", "supplies", "Germany")),
        ("Germany gets most of its gas from Norway.", ("Norway", "supplies", "Germany")),
        ("Norway stands firm in its support of the Valley Front.", ("Norway", "supports", "Valley Front")),
        ("Hezbollah took the town with the help of the Valley Front.", ("Valley Front", "supports", "Hezbollah")),
        ("The alliance of the Dawn Front and the Valley Front held.", ("Dawn Front", "allied_with", "Valley Front")),
        ("Norway fights as part of the Valley Coalition.", ("Norway", "part_of", "Valley Coalition")),
        ("Norway described the Dawn Front as part of the Valley Coalition.", ("Dawn Front", "part_of", "Valley Coalition")),
        ("The Dawn Front was described as part of the Valley Coalition.", ("Dawn Front", "part_of", "Valley Coalition")),
        ("The Valley Coalition, including Norway, met.", ("Norway", "part_of", "Valley Coalition")),
        ("Valley Front fighters in Brazil said nothing.", ("Valley Front", "operates_in", "Brazil")),
        ("The Valley Front's presence in Brazil is small.", ("Valley Front", "operates_in", "Brazil")),
        ("Brazil is the largest land controlled by the Valley Front.", ("Valley Front", "controls", "Brazil")),
    ],
)
def test_nouns_and_prepositions_tell_ties(read: Read, text: str, tie: Told) -> None:
    assert [(subject, predicate, target.split(",")[0]) for subject, predicate, target in told(read(text))] == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "Norway called for a truce between Hezbollah and Brazil.",
        "Norway attacked the Valley Front in Brazil on Monday.",
        "The ministry portrayed them as members of the Valley Front.",
        "The water comes from Norway.",
        "Most Valley Front fighters were led by Peter Holm.",
        "Some groups, including Hezbollah, met.",
    ],
)
def test_what_is_wished_for_or_is_nobodys_is_no_tie(read: Read, text: str) -> None:
    assert told([tie for tie in read(text) if not tie.hypothetical and tie.predicate != "hostile_to"]) == []


def test_goods_pointed_back_at_come_to_who_gets_them(read: Read) -> None:
    text = "Germany imports most of its gas. A third of that gas comes from Norway (a tenth from Sweden and a fifth from Denmark)."
    assert told(read(text)) == [(seller, "supplies", "Germany") for seller in ("Norway", "Sweden", "Denmark")]


def test_who_speaks_for_a_president_speaks_for_his_state(read: Read) -> None:
    text = "Brazilian President Peter Holm left. Holm's special envoy, Anna Velk, met nobody."
    assert ("Anna Velk", "represents", "Brazil") in told(read(text))


@pytest.mark.parametrize(
    ("title", "predicate"),
    [
        ("Valley Council director", "leads"),
        ("Valley Council executive director", "leads"),
        ("Valley Council security director", "holds_office"),
        ("Valley Council minority leader", "member_of"),
        ("Valley Council director of rural affairs", "holds_office"),
    ],
)
def test_who_heads_a_part_of_a_body_does_not_lead_it(read: Read, title: str, predicate: str) -> None:
    assert told(read(f"{title} Peter Holm left.")) == [("Peter Holm", predicate, "Valley Council")]


def test_a_deputy_of_something_else_is_no_ones_deputy(read: Read) -> None:
    assert not told(read("Anna Velk, Peter Holm's deputy road safety adviser, left."))


def test_an_agreement_that_is_not_good_is_still_one(read: Read) -> None:
    found = read("The agreement between Norway and Iran is not good.")
    assert [(tie.predicate, tie.negated) for tie in found] == [("agreement_with", False)]


def test_a_condition_is_that_of_both_verbs_that_it_holds(read: Read) -> None:
    found = read("If Norway leaves and with the help of Chile takes the town, nobody wins.")
    assert all(tie.hypothetical for tie in found)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Norway excluded the Dawn Front from its list of terrorist organizations.", ("Dawn Front", "delisted_by", "Norway")),
        ("Norway took no part; Chile delisted the Dawn Front.", ("Dawn Front", "delisted_by", "Chile")),
        ("China is actively working with the Dawn Front.", ("China", "linked_with", "Dawn Front")),
        ("The Dawn Front has a kind of agreement with the Valley Front.", ("Dawn Front", "agreement_with", "Valley Front")),
        ("Otto Brand maintains close relations with the Dawn Front.", ("Otto Brand", "linked_with", "Dawn Front")),
        ("Norway's efforts to normalize relations with Chile go on.", ("Norway", "maintains_contact_with", "Chile")),
        ("Chile had presented territorial claims to Norway over the border.", ("Chile", "claims_territory_of", "Norway")),
        ("The Dawn Front has threatened to assassinate the leaders of Norway and Chile.", ("Dawn Front", "hostile_to", "Chile")),
        ("Russia and China have offered assistance to upgrade Mali's border security.", ("China", "supports", "Mali")),
        ("Qatar, the long-time patron and protector of the Dawn Front, agreed.", ("Qatar", "supports", "Dawn Front")),
        ("The Dawn Front described itself as a component of the Valley Front.", ("Dawn Front", "part_of", "Valley Front")),
        ("The Dawn Front is a group operating under the umbrella of the Valley Front.", ("Dawn Front", "part_of", "Valley Front")),
        ("The Dawn Front has recovered under the leadership of Otto Brand.", ("Otto Brand", "leads", "Dawn Front")),
        ("The Freedom Front of Mali (FFM) of General Otto Brand left.", ("Otto Brand", "leads", "Freedom Front of Mali")),
        ("The Dawn Front is active in the unrest in northern Mali.", ("Dawn Front", "operates_in", "northern Mali")),
        ("The Dawn Front first appeared in Mali in 2015.", ("Dawn Front", "operates_in", "Mali")),
        ("Dawn Front fighters were redeployed from Chile to Mali.", ("Dawn Front", "operates_in", "Mali")),
        ("The Dawn Front's base at Gao was hit.", ("Dawn Front", "military_presence_in", "Gao")),
        ("A Dawn Front office has been operating in Oslo for years.", ("Norway", "hosts", "Dawn Front")),
        ("The Dawn Front recruited Valley Front defectors.", ("Dawn Front", "recruits_from", "Valley Front")),
        ("The Dawn Front, whose proclaimed goal is to overthrow the regime in Oslo, met.", ("Dawn Front", "seeks_to_overthrow", "Norway")),
        ("UN humanitarian coordinator Anna Holm said so.", ("Anna Holm", "represents", "UN")),
        ("Brand's deputy was a former soldier called Anton Velk.", ("Anton Velk", "deputy_of", "Brand")),
        ("The minister of trade of Mali, Otto Brand, hosted Anton Velk.", ("Otto Brand", "hosts", "Anton Velk")),
    ],
)
def test_ties_of_other_wars_are_told_in_these_words_too(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Norway excluded the Dawn Front from the meeting.",
        "Chile had presented insurance claims to Norway.",
        "The Dawn Front has a kind of quarrel about an agreement.",
        "The Valley Song of Otto Brand was sung.",
        "Actors of Chile appeared in Norway.",
        "Its base at Gao was hit.",
        "A Norwegian office has been operating in Chile for years.",
        "The storm recovered under the weather of Otto Brand.",
        "China is working with steel.",
    ],
)
def test_words_alike_tell_no_such_tie(read: Read, text: str) -> None:
    assert not told(read(text))


def test_the_town_is_the_only_one_told_of_before(read: Read) -> None:
    text = "Shells hit a market in the town of Gao. The Dawn Front, which has controlled the town since 2021, left."
    assert [(tie.predicate, tie.object.place and tie.object.place.name, tie.object.text) for tie in read(text)] == [
        ("controls", "Gao", "town")
    ]
    assert not told(read("Shells hit Gao and Timbuktu. The Dawn Front, which has controlled the town since 2021, left."))


def test_who_does_the_same_has_the_same_tie(read: Read) -> None:
    text = "Norway removed the Dawn Front from its list of terrorist organizations. Earlier, Chile did the same."
    assert told(read(text)) == [("Dawn Front", "delisted_by", "Norway"), ("Dawn Front", "delisted_by", "Chile")]
    assert told(read("Norway supports the Dawn Front. Chile did its homework.")) == [("Norway", "supports", "Dawn Front")]


def test_where_a_body_is_based_is_the_place_that_its_clause_describes(read: Read) -> None:
    assert ("Dawn Front", "operates_in", "Gao") in told(read("Gao, where the Dawn Front is based, is quiet."))
    assert not told(read("Gao, when the Dawn Front is named, is quiet."))


def test_one_title_before_a_name_does_not_part_it_from_its_office(read: Read) -> None:
    assert ("Otto Brand", "leads", "Valley Council") in told(read("Valley Council chairman Judge Otto Brand left."))


def test_a_bare_ministry_is_the_one_told_of_before(find: Callable[[str], Finding]) -> None:
    claims = find("The defence ministry said it was quiet. A ministry spokesman, Otto Brand, spoke in Aldan.").claims
    bodies = [slot.actor for claim in claims if claim.verb == "spokesperson_for" for slot in claim.slots if slot.name == "object"]
    assert bodies == ["defence ministry"]
    assert all(claim.verb != "spokesperson_for" for claim in find("A ministry spokesman, Otto Brand, spoke in Aldan.").claims)
    other = find("The county council said it was quiet. A city council spokesman, Otto Brand, spoke in Aldan.").claims
    assert [slot.actor for claim in other if claim.verb == "spokesperson_for" for slot in claim.slots if slot.name == "object"] == [
        "city council"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brand, whom his men call the Fox, left.",
        'Otto Brand ("the Fox") left.',
        "The speaker was Otto Brand - the Fox, as his men call him - and nobody else.",
    ],
)
def test_what_others_call_somebody_is_another_name_of_his(read: Read, text: str) -> None:
    assert ("Otto Brand", "alias_of", "Fox") in told(read(text))


def test_a_nickname_in_quotation_marks_inside_a_name_is_another_name(read: Read) -> None:
    assert [(tie.subject.text, tie.object.text) for tie in read('They met Otto "Razor" Brand in Aldan.')] == [
        ('Otto "Razor" Brand', "Razor")
    ]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Dawn Front's commander, Otto Brand, left.", ("Otto Brand", "leads", "Dawn Front")),
        ("The commander of the Northern Command, Major General Otto Brand, left.", ("Otto Brand", "leads", "Northern Command")),
        ("A commander of the Dawn Front, Otto Brand, left.", ("Otto Brand", "member_of", "Dawn Front")),
        ("The army was quiet. Army spokesman Colonel Otto Brand said so.", ("Otto Brand", "spokesperson_for", "Army")),
        ("Los Halcones, who broke with the Dawn Front last year, left.", ("Los Halcones", "splinter_of", "Dawn Front")),
        ("The Dawn Front appeared in 2021 under the name of the Mill Column.", ("Dawn Front", "renamed_from", "Mill Column")),
        ("The Mill Front was formed in May as a splinter of the Dawn Front.", ("Mill Front", "splinter_of", "Dawn Front")),
        ("Otto Brand, who broke with the Dawn Front, left.", ("Otto Brand", "former_member_of", "Dawn Front")),
        ("The rivalry between Otto Brand and Maria Lund is old.", ("Otto Brand", "hostile_to", "Maria Lund")),
        (
            "The interior ministry said that the road was closed. Interior minister Maria Lund left.",
            ("Maria Lund", "holds_office", "interior ministry"),
        ),
    ],
)
def test_a_tie_is_told_in_the_words_of_news(find: Callable[[str], Finding], text: str, tie: Told) -> None:
    ties = [claim for claim in find(text).claims if claim.kind == "tie"]
    ends = [tuple(slot.actor or slot.text for slot in claim.slots if slot.name in ("subject", "object")) for claim in ties]
    assert tie in [(one, claim.verb, other) for claim, (one, other) in zip(ties, ends, strict=True)]


def test_a_rank_between_a_role_and_a_name_tells_no_tie_of_its_own(read: Read) -> None:
    assert [tie for _, tie, _ in told(read("The army was quiet. Army spokesman Colonel Otto Brand said so."))] == ["spokesperson_for"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Valley Front emerged in 2031 as the Dol Column.", ("Valley Front", "renamed_from", "Dol Column")),
        ("The Hill Front appeared in 2031 under the name of the Dol Column.", ("Hill Front", "renamed_from", "Dol Column")),
        ("The president of the Valley Front, Otto Brandt, was silent.", ("Otto Brandt", "leads", "Valley Front")),
        (
            "Nora Lund, an analyst at the Harran Centre for War Studies, doubted it.",
            ("Nora Lund", "member_of", "Harran Centre for War Studies"),
        ),
        ("The Valley Front called Otto Brandt a traitor.", ("Valley Front", "hostile_to", "Otto Brandt")),
        ("VLFA in French, AVFL in English, left.", ("VLFA", "alias_of", "AVFL")),
        ("Otto Brandt (alias “Velkuda”, alias “Abu Harran”) left.", ("Otto Brandt", "alias_of", "Abu Harran")),
        ("Otto Brandt (alias “Velkuda”, alias “Abu Harran”) left.", ("Otto Brandt", "alias_of", "Velkuda")),
        ("Rebels of the Valley Front fight the Hill Front.", ("Valley Front", "hostile_to", "Hill Front")),
    ],
)
def test_names_offices_and_enmities_are_told_in_further_words(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


def test_who_emerges_as_something_that_is_no_name_was_not_called_so(read: Read) -> None:
    assert not [tie for tie in read("The Hill Front emerged as a splinter of the Valley Front.") if tie.predicate == "renamed_from"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Dawn Front, which residents still call the Dusk Brigade, fled.", ("Dawn Front", "alias_of", "Dusk Brigade")),
        ("The Dawn Front, the armed group known until last May as the Dusk Brigade, fled.", ("Dawn Front", "renamed_from", "Dusk Brigade")),
        ("The Third Brigade will from now on be called the Dawn Front.", ("Dawn Front", "renamed_from", "Third Brigade")),
        ("The Dawn Front took the name Hill Army after the merger.", ("Hill Army", "renamed_from", "Dawn Front")),
        ("The Dawn Front fled. Residents still call it the Dusk Brigade.", ("Dawn Front", "alias_of", "Dusk Brigade")),
        ("Otto Brand said that his men would henceforth be known as the Dawn Front.", ("Otto Brand", "leads", "Dawn Front")),
    ],
)
def test_what_somebody_is_called_is_another_name_an_old_or_a_new_one(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


def test_what_is_only_said_of_somebody_is_no_name(read: Read) -> None:
    found = told(read("The army called the Dawn Front a Brotherhood of thieves and named Otto Brand as its chief."))
    assert not {"alias_of", "renamed_from"} & {predicate for _, predicate, _ in found}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("It may fail, said Otto Brand of the Valley Institute.", ("Otto Brand", "member_of", "Valley Institute")),
        ("Otto Brand (Valley Institute) thinks that it may fail.", ("Otto Brand", "member_of", "Valley Institute")),
        ("It may fail, says Otto Brand, who studies rivers at the Valley Institute.", ("Otto Brand", "member_of", "Valley Institute")),
        ("Otto Brand, a deserter from the Ghanaian army, came.", ("Otto Brand", "former_member_of", "Ghanaian army")),
        ("Otto Brand, number two of the Dawn Front, said no.", ("Otto Brand", "deputy_of", "Dawn Front")),
        ("Otto Brand's Upward party took a third of the seats.", ("Otto Brand", "leads", "Upward")),
        ("The Dawn Front, led by “General” Otto Brand, fled.", ("Otto Brand", "leads", "Dawn Front")),
    ],
)
def test_who_a_person_belongs_to_is_told_in_few_words(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Dawn Front is the oldest of four groups in the Valley Alliance.", ("Dawn Front", "part_of", "Valley Alliance")),
        ("Units of the Dawn Front fought at the ford in direct support of the Dusk Brigade.", ("Dawn Front", "supports", "Dusk Brigade")),
        ("The Dawn Front marched in alliance with the Dusk Brigade.", ("Dawn Front", "allied_with", "Dusk Brigade")),
        ("The Dawn Front has fought the army since 2020.", ("Dawn Front", "hostile_to", "army")),
        ("The Dawn Front is a militia that Ghana has armed.", ("Ghana", "supports", "Dawn Front")),
        ("A faction led by Otto Brand now calls itself the Dusk Brigade.", ("Otto Brand", "leads", "Dusk Brigade")),
    ],
)
def test_what_bodies_are_to_each_other_is_told_by_nouns_and_relatives(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Valley Institute in Accra said no.", ("Valley Institute", "located_in", "Accra")),
        ("Velan Mills SARL, registered in Accra, bought it.", ("Velan Mills SARL", "located_in", "Accra")),
        ("The River Monitor, an Accra-based group that counts strikes, said no.", ("River Monitor", "operates_in", "Accra")),
    ],
)
def test_where_a_body_is_stands_behind_its_name_or_before_its_noun(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


def test_where_a_group_is_attacked_is_not_where_an_institute_is(read: Read) -> None:
    assert not told(read("They attacked the Valley Institute of Ghana and the Front in May."))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Otto Brand has run the Dawn Front since May.", ("Otto Brand", "leads", "Dawn Front")),
        ("The Dawn Front set up the Dusk Brigade in May.", ("Dusk Brigade", "founded_by", "Dawn Front")),
        ("The Dawn Front is close to Ghana.", ("Dawn Front", "linked_with", "Ghana")),
        ("Hamas fighters under Colonel Otto Brand entered the town.", ("Otto Brand", "member_of", "Hamas")),
        ("Ghana now claims full control of Kumasi.", ("Ghana", "controls", "Kumasi")),
        ("The Dawn Front, in Swahili Jeshi la Velani, said so.", ("Dawn Front", "alias_of", "Jeshi la Velani")),
        (
            "Abu Selim al-Orski came in May. His real name is Omar Brandt.",
            ("Abu Selim al-Orski", "alias_of", "Omar Brandt"),
        ),
    ],
)
def test_who_runs_founds_and_holds_what_and_under_which_name(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


def test_an_acronym_behind_what_seems_a_person_is_no_body_that_he_is_of(read: Read) -> None:
    found = told(read("Dal Velan Orsk (DVO) attacked the ford. Velan (VLN-K) said no."))
    assert not [tie for tie in found if tie[1] == "member_of"]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "It attacked the Free Dol Front (the former Velan Hur; others differ) on Monday.",
            ("Free Dol Front", "renamed_from", "Velan Hur"),
        ),
        (
            "They met the Valley Brigade (Brigada del Valle in some papers, the same) there.",
            ("Valley Brigade", "alias_of", "Brigada del Valle"),
        ),
        ("Both belonged to the alliance called Dol Hur, “Free North”, until May.", ("Dol Hur", "alias_of", "Free North")),
        (
            "Both groups belonged to the alliance called Dol Hur, which renamed itself the Democratic Front in June.",
            ("Democratic Front", "renamed_from", "Dol Hur"),
        ),
    ],
)
def test_what_is_set_beside_a_bodys_name_is_a_name_of_it(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Otto Brandt, “Free at Last”, said so.",  # a song, a slogan, a book
        "The Dawn Front, the former ally of the Dusk Brigade, left.",
        "The Dawn Front (the former rebels) left.",
    ],
)
def test_a_quotation_and_a_former_ally_are_no_other_names(read: Read, text: str) -> None:
    assert not {"alias_of", "renamed_from"} & {predicate for _, predicate, _ in told(read(text))}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Vigil Brigade holds the bridge. The brigade's commander, Otto Brand, said so.", ("Otto Brand", "leads", "Vigil Brigade")),
        ("The Valley Front's deputy commander, Otto Brand, spoke.", ("Otto Brand", "deputy_of", "Valley Front")),
        ("It was claimed by the Valley Front, whose leader, Otto Brand, boasted of it.", ("Otto Brand", "leads", "Valley Front")),
        ("It was the Valley Front, whose armed wing, the Hill Brigades, was beaten.", ("Hill Brigades", "wing_of", "Valley Front")),
        (
            "The Valley Front attacked. Its spokesman, a former teacher called Otto Brand, said so.",
            ("Otto Brand", "spokesperson_for", "Valley Front"),
        ),
        ("One of the Valley Front's political advisers, Otto Brand, spoke.", ("Otto Brand", "member_of", "Valley Front")),
        ("The Dol Group grew. Its commander in Mali, Otto Brand, was there.", ("Otto Brand", "holds_office", "Dol Group")),
        ("The Hill Front, which separated from the Valley Movement, said so.", ("Hill Front", "splinter_of", "Valley Movement")),
        ("The Hill Front walked out of the Valley Movement in August.", ("Hill Front", "splinter_of", "Valley Movement")),
        ("The Hill Front parted ways with the Valley Movement in August.", ("Hill Front", "splinter_of", "Valley Movement")),
        ("The Hill Front, a breakaway from the Valley Movement, said so.", ("Hill Front", "splinter_of", "Valley Movement")),
        (
            "He defected from the Valley Brigades in May and founded what is called the Free Dol Army.",
            ("Free Dol Army", "splinter_of", "Valley Brigades"),
        ),
        ("The Valley Movement is the parent body of the Hill Front.", ("Hill Front", "offshoot_of", "Valley Movement")),
        ("The Hill Front, a group that split off under Otto Brand, burnt it.", ("Otto Brand", "leads", "Hill Front")),
        ("The Valley Movement claimed it through its Coastal Guard Corps.", ("Coastal Guard Corps", "part_of", "Valley Movement")),
        ("Otto Brand, whose Hill Front split from it, is alive.", ("Otto Brand", "leads", "Hill Front")),
        ("The National Council, with which the Valley Army is allied, is abroad.", ("Valley Army", "allied_with", "National Council")),
        ("The Valley Front (the former Dol Militia) holds the port.", ("Valley Front", "renamed_from", "Dol Militia")),
        ("The Dol Militia, now the Valley Guard, marched.", ("Valley Guard", "renamed_from", "Dol Militia")),
        ("The Dol Group has 900 men in Mali.", ("Dol Group", "operates_in", "Mali")),
        ("The Hill Front is in the pay of Ruritania.", ("Ruritania", "funds", "Hill Front")),
    ],
)
def test_a_body_is_known_by_its_noun_and_who_left_it_by_many_words(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


def test_a_former_office_is_no_former_name(read: Read) -> None:
    for text in ("Otto Brand, the former Valley Front commander, marched.", "Otto Brand, now the Hill Guard commander, marched."):
        assert not {predicate for _, predicate, _ in told(read(text))} & {"renamed_from"}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (
            "The Sarn Liberation Front is considered a terrorist group by Peru.",
            ("Sarn Liberation Front", "designated_terrorist_by", "Peru"),
        ),
        ("Hamas, which Israel regards as a terrorist organisation, said so.", ("Hamas", "designated_terrorist_by", "Israel")),
        ("The Northern Army waged a long war against the Peruvian government.", ("Northern Army", "hostile_to", "Peru")),
        ("The army and the Northern Army have been locked in fighting for months.", ("army", "hostile_to", "Northern Army")),
        ("The Peruvian military is battling forces loyal to the Northern Army.", ("Peruvian military", "hostile_to", "Northern Army")),
        ("The Northern Army, which Chile says is backed by Peru, attacked.", ("Peru", "supports", "Northern Army")),
        ("The Northern Army, allegedly armed by neighbouring Peru, attacked.", ("Peru", "supports", "Northern Army")),
        ("The Northern Army, with the support of Peru, attacked.", ("Peru", "supports", "Northern Army")),
        ("The Northern Army attacked with backing from Peru.", ("Peru", "supports", "Northern Army")),
    ],
)
def test_friend_and_foe_are_told_beside_what_others_say_of_them(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Northern Army explosives expert Otto Brand was killed.", ("Otto Brand", "member_of", "Northern Army")),
        ("Two Northern Army bomb experts, Otto Brand and Emil Lund, were killed.", ("Emil Lund", "member_of", "Northern Army")),
        ("Otto Brand, an adviser to the Orsk Regional Council, said so.", ("Otto Brand", "member_of", "Orsk Regional Council")),
        ("Otto Brand, spokesperson to Governor Emil Lund, denied it.", ("Otto Brand", "spokesperson_for", "Emil Lund")),
        ("Kenyan army spokesman Maj. Gen. Otto Brand said so.", ("Otto Brand", "spokesperson_for", "Kenyan army")),
        ("Police chief Otto Brand said so.", ("Otto Brand", "leads", "Police")),
        ("The Northern Army chief Director Otto Brand said so.", ("Otto Brand", "leads", "Northern Army")),
        ("Sacked police chief Otto Brand said so.", ("Otto Brand", "former_member_of", "police")),
        ("Lagos State Governor Otto Brand said so.", ("Otto Brand", "holds_office", "Lagos")),
    ],
)
def test_an_office_is_read_with_its_titles_its_place_and_its_end(read: Read, text: str, tie: Told) -> None:
    assert tie in told(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Dawn Movement is considered a terrorist organisation by Norway and Peru.",
        "The Dawn Movement, considered a terrorist group by Norway and Peru, seized the valley.",
        "Deemed a terrorist group by Norway and Peru, the Dawn Movement seized the pass.",
        "Made up of shepherds and considered a terrorist organisation by Norway and Peru, the Dawn Movement seized the pass.",
    ],
)
def test_who_is_held_to_be_terrorist_by_whom_whatever_the_parser_makes_of_it(read: Read, text: str) -> None:
    assert told(read(text)) == [("Dawn Movement", "designated_terrorist_by", land) for land in ("Norway", "Peru")]


def test_who_is_in_control_of_a_place_and_who_holds_a_place_named_behind_a_joined_word(read: Read) -> None:
    assert told(read("Rebels of the Dawn Front in control of Lima denied it.")) == [("Dawn Front", "controls", "Lima")]
    assert told(read("Lima has been under control of the Dawn Front since May.")) == [("Dawn Front", "controls", "Lima")]
    assert told(read("Shells hit the Dawn Front-held town of Arica.")) == [("Dawn Front", "controls", "Arica")]


def test_who_provides_somebody_with_support_whatever_else_he_sends(read: Read) -> None:
    assert told(read("Norway provides the Dawn Front with logistical support.")) == [("Norway", "supports", "Dawn Front")]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("The Norwegian-led coalition fighting the Dawn Front has denied it.", ("Norwegian-led coalition", "hostile_to", "Dawn Front")),
        ("The Dawn Front has been supporting Togo's junta since 2022.", ("Dawn Front", "supports", "Togo's junta")),
        ("The alliance led by Peru was silent. The Dawn Front is fighting the alliance.", None),
    ],
)
def test_a_body_told_by_whose_it_is_or_by_who_leads_it_is_an_end(read: Read, text: str, tie: Told | None) -> None:
    assert (tie in told(read(text))) if tie else all(target != "alliance" for _, _, target in told(read(text)))


def test_what_a_person_once_was_does_not_keep_his_ties_from_him(read: Read) -> None:
    found = told(read("Otto Brand, a former rebel leader now aligned with the Dawn Front, came."))
    assert ("Otto Brand", "allied_with", "Dawn Front") in found
    assert told(read("Former fighters of the Northern Army are now aligned with the Dawn Front.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Clashes erupted between the Dawn Front and the Northern Army in May.",
        "Fighting has broken out again between the Dawn Front and the Northern Army.",
        "The fighting pits the Dawn Front against the Northern Army.",
    ],
)
def test_fighting_that_breaks_out_between_two_tells_that_they_are_enemies(read: Read, text: str) -> None:
    assert ("Dawn Front", "hostile_to", "Northern Army") in told(read(text))
