"""Names of actors and the kind of what bears them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.find.name_kinds import Lands, kind_of_label
from sayso.lang.language import load_language
from sayso.records.claim import Finding

Find = Callable[[str], Finding]


def kinds(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.kind for mention in finding.mentions}


def names(finding: Finding) -> dict[str, str]:
    return {mention.text: mention.name for mention in finding.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Norway fought Hamas fighters in the hills.",
        "The armed group Brightwater took the town. Brightwater said nothing.",
        "Brightwater, an outlawed rebel movement, took the town.",
    ],
)
def test_a_name_is_an_armed_groups_where_it_is_called_one(find: Find, text: str) -> None:
    assert "armed_group" in {kinds(find(text)).get(name) for name in ("Brightwater", "Hamas")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Velaru and Mrs Oldenkamp denied it.", "General Velaru"),
        ("The Minister promised that to Bishop Oldenkamp on 12 March.", "Bishop Oldenkamp"),
        ("Denzil Velaru, who leads the Coast Watch, wrote to us that nobody of his went out.", "Denzil Velaru"),
    ],
)
def test_who_bears_a_title_or_is_told_of_with_who_is_a_person(find: Find, text: str, name: str) -> None:
    assert kinds(find(text))[name] == "person"


def test_a_body_told_of_with_who_or_a_rank_in_its_name_is_none(find: Find) -> None:
    seen = kinds(find("The General Command, who had known, said that the Coast Watch, who had men there, fired."))
    assert "person" not in seen.values()


@pytest.mark.parametrize("name", ["Velk People's Army", "Kest Revolutionary Army", "Dolan Republican Army"])
def test_an_army_that_is_named_for_its_cause_is_no_states(find: Find, name: str) -> None:
    seen = kinds(find(f"The {name} held the mill. The army of Orsk said that it had lost two men there."))
    assert seen[name] == "armed_group"


def test_a_peoples_militants_make_no_armed_group_of_it(find: Find) -> None:
    assert kinds(find("Uzbek militants took the town. The Uzbek army said nothing.")).get("Uzbek") != "armed_group"


def test_an_acronym_explained_once_is_a_name_wherever_it_stands(find: Find) -> None:
    seen = names(find("The Northern Liberation Front (NLF) split. Another NLF offshoot was formed in 2011 by farmers."))
    assert seen["NLF"] == "Northern Liberation Front"


def test_the_first_word_of_many_groups_names_is_no_first_name(find: Find) -> None:
    assert kinds(find("Katibat Imam al-Velki was created in the border area in 2011."))["Katibat Imam al-Velki"] == "armed_group"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels of the Front for the Renewal of Aldan left.", "Front for the Renewal of Aldan"),
        ("The Army of Dawn attacked a post.", "Army of Dawn"),
        ("The Hill Committee for Peace and Justice met.", "Hill Committee for Peace and Justice"),
        ("The Liberation Front of Chicago attacked a post.", "Liberation Front of Chicago"),
        ("The Kest Workers’ Party said nothing.", "Kest Workers’ Party"),
        ("The Valley Liberation Front - Brand faction attacked a post.", "Valley Liberation Front - Brand faction"),
    ],
)
def test_a_bodys_name_goes_on_behind_the_noun_at_its_head(find: Find, text: str, name: str) -> None:
    assert [seen for seen in names(find(text)) if name[:8] in seen] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In May farmers left the Valley Front for the Hill Brigades.", "Valley Front"),
        ("The Bank of England and Barclays said nothing.", "Bank of England"),
        ("The Valley Liberation Front - which split last year - attacked a post.", "Valley Liberation Front"),
    ],
)
def test_a_bodys_name_ends_before_another_one(find: Find, text: str, name: str) -> None:
    assert name in names(find(text))


def test_a_faction_and_the_body_that_it_left_are_two(find: Find) -> None:
    seen = names(find("The Valley Front - Brand faction attacked the Valley Front. Valley Front dissidents fled."))
    assert {"Valley Front - Brand faction", "Valley Front", "Valley Front dissidents"} <= set(seen.values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Abu Velku sent boats to the shore. The boats of Velku were seen.", "Velku"),
        ("Father Orvelin came to the shore. Orvelin left.", "Orvelin"),
        ("It is led by General Mahdi Abdelrahim, whom few know.", "Mahdi Abdelrahim"),
        ("Police arrested Tarvo Orvelin alias Abu Velku.", "Tarvo Orvelin"),
    ],
)
def test_a_name_is_a_persons_where_it_is_used_like_one(find: Find, text: str, name: str) -> None:
    assert kinds(find(text))[name] == "person"


def test_a_groups_name_without_the_noun_before_it_is_the_groups(find: Find) -> None:
    seen = kinds(find("Harakat al-Velku attacked a post. Velku has not commented, and Velku fighters left."))
    assert seen["Velku"] == seen["Harakat al-Velku"] == "armed_group"


def test_what_stands_in_places_is_nobodys_name(find: Find) -> None:
    assert kinds(find("A post was burned in Tarvelin. In Tarvelin two men were hurt.")).get("Tarvelin") != "person"


def test_a_persons_name_has_both_its_family_names(find: Find) -> None:
    text = "The band is headed since 2031 by Jesús Hernán Quintero Mena, who replaced the captured Genaro Valdez."
    assert "Jesús Hernán Quintero Mena" in names(find(text))


def test_an_acronym_in_brackets_is_a_name_wherever_it_stands_though_the_parser_sees_none(find: Find) -> None:
    text = "Salai Bo Htun spoke for the Hill People's Army (HPA), of the hills. A faction which split from the HPA left in 2031."
    assert [mention.name for mention in find(text).mentions if mention.text == "HPA"] == ["Hill People's Army"] * 2


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("No gun had been fired, Major General Davit Orlan answered on Sunday.", "Davit Orlan", "person"),
        ("On 7 February Kamal Hasan Orlu said that it would hold.", "Kamal Hasan Orlu", "person"),
        ("A sailor quoted by the Kestrel Maritime Gazette claimed that.", "Kestrel Maritime Gazette", "media"),
        ('He said that Norway arms the "Front for the Unity of the Dol Coast".', "Front for the Unity of the Dol Coast", "armed_group"),
        ("The militant group Harrat-e Dolan claimed it.", "Harrat-e Dolan", "armed_group"),
        ("It was flown in by the company Dol Air Logistics.", "Dol Air Logistics", "company"),
        ("The daily Kestrelon had fourteen. Kestrelon stood by it.", "Kestrelon", "media"),
        ("ODHRK believes that six people were killed.", "ODHRK", "other"),
        ("The Stream says that the recording was made on Monday.", "Stream", "other"),
    ],
)
def test_a_name_that_the_parser_cuts_or_mislabels_is_told_by_the_words_in_and_beside_it(
    find: Find, text: str, name: str, kind: str
) -> None:
    assert kinds(find(text)).get(name) == kind


def test_a_family_name_that_sounds_like_a_peoples_is_the_persons(find: Find) -> None:
    text = "Mullah Shabaz Rakhmani led the group. The men left. Rakhmani is dead, the villagers said."
    assert names(find(text))["Rakhmani"] == "Mullah Shabaz Rakhmani"


def test_a_first_word_that_is_a_title_elsewhere_stays_in_the_name(find: Find) -> None:
    assert "Imam Ali Rahmanov" in kinds(find("Imam Ali Rahmanov said so to the reporters."))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The fighters of the Dol-Dol Velan slept in the school.", "Dol-Dol Velan", "other"),
        ("Velan Group, a security firm with 900 men in Ghana, said nothing.", "Velan Group", "company"),
        ("Velanova, the navy spokeswoman, had threatened a response.", "Velanova", "person"),
        ("Otto Velanov, the leader of the region, says that none was seen.", "Otto Velanov", "person"),
        ("They bought it from Velan Orsk SARL in May.", "Velan Orsk SARL", "company"),
        ("Ansar al-Velan said so on Monday.", "Ansar al-Velan", "armed_group"),
    ],
)
def test_articles_explanations_and_legal_forms_tell_what_bears_a_name(find: Find, text: str, name: str, kind: str) -> None:
    assert kinds(find(text)).get(name, "other") == kind


def test_a_state_or_body_that_is_a_member_of_something_is_no_person(find: Find) -> None:
    assert kinds(find("Ghana, a member of the League, said no."))["Ghana"] == "state"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Ghanaian army said that it had left.", "Ghanaian army"),
        ("Ghana's foreign ministry said no.", "Ghana's foreign ministry"),
        ("They fought beside the Ghanaian armed forces (FAG).", "Ghanaian armed forces"),
    ],
)
def test_a_states_own_body_is_named_with_its_state(find: Find, text: str, body: str) -> None:
    assert kinds(find(text))[body] == "government_body"


def test_an_acronym_behind_a_body_of_another_tongue_is_its_name(find: Find) -> None:
    assert "FAG" in kinds(find("They fought beside the Ghanaian armed forces (FAG). FAG guns fired."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He founded Forces d’entraide des hautes terres (FEHT) in May.", "Forces d’entraide des hautes terres"),
        ("It was born as the Mouvement du 8 juin, M8 for short, and died. M8 said no.", "Mouvement du 8 juin"),
        ("The Panel on the Velan Hills met. The Commission on Orsk Affairs did not.", "Commission on Orsk Affairs"),
        ("The commander of the DNF's Third Brigade came.", "Third Brigade"),
    ],
)
def test_a_name_goes_as_far_as_its_acronym_and_its_topic_tell(find: Find, text: str, name: str) -> None:
    assert name in kinds(find(text))


def test_a_full_name_is_seen_by_the_family_name_that_it_ends_with(find: Find) -> None:
    seen = names(find("Espérine Velaha keeps the list at home. Ms Velaha said that it was long."))
    assert seen["Espérine Velaha"] == seen.get("Ms Velaha", seen.get("Velaha"))


def test_a_country_can_be_the_family_name_of_whom_the_text_tells(find: Find) -> None:
    assert names(find("Its founder, Youssou Togo, said no. Otto Brand says that Togo speaks for nobody."))["Togo"] == "Youssou Togo"
    assert kinds(find("Its founder, Youssou Togo, said no. He lives in Togo."))["Togo"] == "state"


def test_the_noun_at_its_end_tells_a_group_from_a_people() -> None:
    lands = Lands(frozenset(), frozenset({"Ghanaian"}))
    assert kind_of_label("Velan Partisans", "NORP", load_language(), lands) == "armed_group"
    assert kind_of_label("Velan Highlanders", "NORP", load_language(), lands) == "ethnic_group"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Last year the Upward party took a third of the seats.", "Upward"),
        ("Its guards, the Restoration faction, tell another story.", "Restoration"),
        ("Otto Brand (Dry Eye NGO) thinks so.", "Dry Eye NGO"),
    ],
)
def test_a_name_is_seen_by_the_noun_behind_it(find: Find, text: str, name: str) -> None:
    assert kinds(find(text))[name] == "other"


def test_military_rulers_are_no_military(find: Find) -> None:
    assert "Ghana's military" not in kinds(find("Ghana's military rulers said that it was over."))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The spokesperson, Superintendent Ruth Tembela Orlan, said it was over.", "Ruth Tembela Orlan", "person"),
        ("The mayor, Ana Lund-Brandt, spoke of ten dead.", "Ana Lund-Brandt", "person"),
        ("A retired ferryman called Davit Orlan denied it.", "Davit Orlan", "person"),
        ("Asked whether the Movement for the Hills was banned, she was silent.", "Movement for the Hills", "armed_group"),
    ],
)
def test_a_name_has_all_its_words_and_the_kind_that_is_told_of_it(find: Find, text: str, name: str, kind: str) -> None:
    assert kinds(find(text)).get(name) == kind


def test_a_town_can_be_the_family_name_of_whom_the_text_tells(find: Find) -> None:
    seen = find("The commander, Mullah Sadiq Herat, came. Herat vowed that the mill will stay shut.")
    assert names(seen).get("Herat") == "Mullah Sadiq Herat"


def test_a_body_is_seen_where_words_of_its_name_are_left_out(find: Find) -> None:
    text = "The Free Coast Brigades took the town. The army said nothing of it. Free Coast has no ships, said a farmer."
    assert kinds(find(text)).get("Free Coast") == "armed_group"


def test_a_firm_goes_by_the_first_word_of_its_name(find: Find) -> None:
    seen = kinds(find("The owners, Corvano Maritime, say that three men died. Nobody was told of it. Corvano will not say who they were."))
    assert (seen.get("Corvano Maritime"), seen.get("Corvano")) == ("company", "company")


def test_a_person_is_named_by_office_calling_or_a_body_by_its_first_noun(find: Find) -> None:
    def kinds(text: str) -> set[tuple[str, str]]:
        return {(mention.name, mention.kind) for mention in find(text).mentions if mention.named}

    assert ("Dalia Renko", "person") in kinds("Present: Spokesperson Ms Dalia Renko; thirty others. The Spokesperson condemned the attack.")
    assert ("Nurses' Circle", "other") in {(name[-14:], kind) for name, kind in kinds("The Khartoum Nurses' Circle says that 40 left.")}
    assert "Front Civique" in {name for name, _ in kinds("The Front Civique demanded an inquiry, and left.")}


@pytest.mark.parametrize("word", ["Suspected", "Alleged"])
def test_that_it_is_not_sure_who_it_was_is_no_part_of_a_name(find: Find, word: str) -> None:
    found = find(f"{word} Al-Brightwater militants attacked a camp in Lima. Otto Brand blamed Al-Brightwater.")
    assert {mention.name for mention in found.mentions if "Brightwater" in mention.text} == {"Al-Brightwater"}


def test_what_somebody_is_accused_of_is_no_part_of_his_description(find: Find) -> None:
    found = find("The ministry accused Hamas rebels of killing 50 civilians. The Hamas rebels of the coast fled.")
    assert not any("killing" in mention.text for mention in found.mentions)


def test_a_name_that_packs_know_does_not_cut_a_longer_one_short(find_known: Find) -> None:
    found = find_known("The United Nations Support Mission said that all was quiet.")
    assert [claim.voice.name for claim in found.claims if claim.kind != "tie"] == ["United Nations Support Mission"]


def test_a_countrys_rebels_are_not_the_country(find: Find) -> None:
    found = find("Costa Rica rebels deny burning the bridge.\n\nThe rebels left Costa Rica's hills. Costa Rica's government blamed them.")
    assert names(found)["Costa Rica rebels"] not in {names(found)["Costa Rica"], names(found).get("Costa Rica's government")}
    assert kinds(found)["Costa Rica"] == "state"


def test_who_bears_several_words_that_end_with_a_noun_for_bodies_is_no_person() -> None:
    lands = Lands(frozenset({"Costa Rica"}), frozenset())
    assert kind_of_label("Dol Tigers", "PERSON", load_language("en"), lands) == "other"
    assert kind_of_label("Costa Rica", "PERSON", load_language("en"), lands) == "state"


def test_a_party_behind_the_name_of_its_man_is_a_name_of_its_own(find: Find) -> None:
    found = names(find("Brand’s Velan National Army (VNA) left Dol. Otto Brand spoke. The VNA denied it."))
    assert found["VNA"] == found["Velan National Army"]
    assert found["Brand"] == "Otto Brand"


def test_an_acronym_behind_a_council_of_a_government_is_the_governments(find: Find) -> None:
    found = find("The Presidency Council of the Government of Valley Unity (GVU) condemned it. The GVU sent men.")
    assert not [claim for claim in found.claims if claim.verb == "alias_of"]
    assert names(found)["GVU"] == "GVU"


def test_the_men_of_a_group_bear_its_name(find: Find) -> None:
    text = "The Houthi movement said it had taken the port. Houthi rebels shelled the town. The Houthis denied it."
    assert {names(find(text))[name] for name in ("Houthi movement", "Houthi rebels", "Houthis")} == {"Houthis"}


def test_a_full_name_behind_a_rank_is_a_persons_whatever_the_parser_takes_it_for(find: Find) -> None:
    text = "“Up to this moment we have confirmed 36, but the number might be higher” Brigadier Orlan Velku told journalists in Dol."
    assert kinds(find(text))["Orlan Velku"] == "person"


def test_a_states_body_is_named_with_all_of_its_state(find: Find) -> None:
    text = "Democratic Republic of Congo's armed forces said so. Congo's army left."
    assert "Democratic Republic of Congo's armed forces" in names(find(text))
