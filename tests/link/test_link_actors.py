"""Names become actors by what the texts say of them, never by likeness alone."""

from __future__ import annotations

import msgspec
import pytest
from names_told import named
from piles import Pile

from sayso.link.actors import FEATURES, SAME
from sayso.link.judge import judge
from sayso.records.claim import Mention
from sayso.records.document import Span
from sayso.records.worked_out import Linking, mention_key


def together(linking: Linking, *names: tuple[str, str]) -> bool:
    return len({linking.actor_of[mention_key(doc, name)] for doc, name in names}) == 1


def one_document(*names: tuple[str, str]) -> Pile:
    pile = Pile()
    for name, kind in names:
        pile.name("a.txt", name, kind)
    return pile


def test_one_name_in_two_documents_is_one_actor_whatever_its_dashes_and_accents() -> None:
    pile = Pile()
    pile.name("a.txt", "Islamic State – Khorasan Province", "armed_group")
    pile.name("b.txt", "the Islamic State-Khorasan Province", "armed_group")
    linking = pile.link()
    assert together(linking, ("a.txt", "Islamic State – Khorasan Province"), ("b.txt", "the Islamic State-Khorasan Province"))


def test_a_family_name_alone_means_the_one_person_who_bears_it() -> None:
    linking = one_document(("Inam Samadi", "person"), ("Samadi", "person")).link()
    assert together(linking, ("a.txt", "Inam Samadi"), ("a.txt", "Samadi"))


def test_a_family_name_that_two_persons_bear_is_left_alone() -> None:
    linking = one_document(("Ahmad Massoud", "person"), ("Ahmad Shah Massoud", "person"), ("Massoud", "person")).link()
    assert len(linking.actors) == 3


def test_father_and_son_with_like_names_stay_two() -> None:
    linking = one_document(("Ahmad Massoud", "person"), ("Ahmad Shah Massoud", "person")).link()
    assert not together(linking, ("a.txt", "Ahmad Massoud"), ("a.txt", "Ahmad Shah Massoud"))


def test_groups_whose_names_differ_in_one_like_word_stay_two() -> None:
    names = ("Islamic Movement of Uzbekistan", "Islamic Movement of Turkestan")
    linking = one_document(*((name, "armed_group") for name in names)).link()
    assert len(linking.actors) == 2


def test_two_spellings_of_a_person_are_one() -> None:
    linking = one_document(("Emomali Rahmon", "person"), ("Imam Ali Rahmon", "person"), ("Mohammad Yaqoob", "person")).link()
    assert together(linking, ("a.txt", "Emomali Rahmon"), ("a.txt", "Imam Ali Rahmon"))
    assert len(linking.actors) == 2


def test_initials_in_brackets_are_a_name_of_what_stands_before_them() -> None:
    pile = Pile()
    pile.texts["a.txt"] = "Northern Front of Harran (NFH) fighters; NFH men.\n"
    pile.name("a.txt", "Northern Front of Harran (NFH)", "armed_group")
    pile.mentions["a.txt"] = [
        Mention(Span("a.txt", 0, 24), "Northern Front of Harran", "Northern Front of Harran", "armed_group"),
        Mention(Span("a.txt", 26, 29), "NFH", "NFH", "armed_group"),
    ]
    linking = pile.link()
    assert together(linking, ("a.txt", "Northern Front of Harran"), ("a.txt", "NFH"))
    assert any("brackets" in reason.feature for found in linking.links for reason in found.reasons)


def test_initials_of_the_last_words_of_a_name_are_those_of_the_body_that_it_names_behind_of() -> None:
    pile = Pile()
    pile.texts["a.txt"] = "The Council of the Northern Front of Harran (NFH) met.\n"
    council = "Council of the Northern Front of Harran"
    pile.mentions["a.txt"] = [
        Mention(Span("a.txt", 4, 43), council, council, "government_body"),
        Mention(Span("a.txt", 45, 48), "NFH", "NFH", "armed_group"),
    ]
    assert not together(pile.link(), ("a.txt", council), ("a.txt", "NFH"))


def test_a_name_of_letters_and_a_day_is_one_with_the_name_that_another_text_spells_out() -> None:
    pile = Pile()
    pile.texts["a.txt"] = "The Velm 14 Movement met. V14 men left.\n"
    pile.mentions["a.txt"] = [
        Mention(Span("a.txt", 4, 20), "Velm 14 Movement", "Velm 14 Movement", "armed_group"),
        Mention(Span("a.txt", 26, 29), "V14", "Velm 14 Movement", "armed_group"),
    ]
    pile.name("b.txt", "V14", "armed_group")
    assert together(pile.link(), ("a.txt", "Velm 14 Movement"), ("b.txt", "V14"))


def test_a_group_is_one_in_the_plural() -> None:
    pile = Pile()
    for doc, name in (("a.txt", "Dolani"), ("b.txt", "Dolanis"), ("a.txt", "Velm River Tigers"), ("b.txt", "Velm River Tiger")):
        pile.name(doc, name, "armed_group")
    assert together(pile.link(), ("a.txt", "Dolani"), ("b.txt", "Dolanis"))
    assert together(pile.link(), ("a.txt", "Velm River Tigers"), ("b.txt", "Velm River Tiger"))


def test_an_alias_that_a_text_states_joins_two_names() -> None:
    pile = one_document(("Front", "armed_group"), ("Sword of Harran", "armed_group"))
    pile.say("a.txt", "The Front, also known as Sword of Harran.", kind="tie", verb="alias_of", subject="Front", object="Sword of Harran")
    assert together(pile.link(), ("a.txt", "Front"), ("a.txt", "Sword of Harran"))


def test_unnamed_residents_are_never_one_person() -> None:
    pile = Pile()
    pile.name("a.txt", "a resident")
    pile.name("b.txt", "a resident")
    assert len(pile.link().actors) == 2


def test_names_of_different_pack_lines_are_never_merged() -> None:
    pile = Pile()
    pile.name("a.txt", "Islamic Front", "armed_group", pack="front-east")
    pile.name("b.txt", "Islamic Front", "armed_group", pack="front-west")
    assert {actor.id for actor in pile.link().actors} == {"a-front-east", "a-front-west"}


def test_a_spokesman_of_whom_the_text_says_so_speaks_for_his_party() -> None:
    pile = Pile()
    pile.say("a.txt", "Renn is a spokesman of Velm.", kind="tie", verb="spokesperson_for", subject="Nadir Renn", object="Velm")
    linking = pile.link()
    parties = {actor.name: actor.party for actor in linking.actors}
    assert parties["Nadir Renn"] == linking.actor_of[mention_key("a.txt", "Velm")]


def test_a_country_its_government_and_its_officials_are_one_state() -> None:
    linking = one_document(("Uzbekistan", "state"), ("Uzbek government", "state"), ("Uzbek officials", "government_body")).link()
    assert len(linking.actors) == 1


def test_a_land_that_no_gazetteer_knows_is_one_with_its_government() -> None:
    linking = one_document(("Velkania", "person"), ("Government of Velkania", "government_body")).link()
    assert len(linking.actors) == 1
    ruled = one_document(("Velkania", "person"), ("Otto Velkania", "person"), ("Government of Velkania", "government_body")).link()
    assert not together(ruled, ("a.txt", "Velkania"), ("a.txt", "Government of Velkania"))
    pile = Pile()
    pile.say("a.txt", "The government spoke for it.", kind="tie", verb="represents", subject="Government of Velkania", object="Velkania")
    pile.mentions["a.txt"] = []
    pile.name("a.txt", "Velkania", "state")
    pile.name("a.txt", "Government of Velkania", "government_body")
    assert together(pile.link(), ("a.txt", "Velkania"), ("a.txt", "Government of Velkania"))


def test_the_bodies_of_a_land_that_only_the_text_shows_are_one_in_other_words() -> None:
    pile = Pile()
    for doc, text, name in (
        ("a.txt", "The government of Velkania denied it. The Velkania Armed Forces left.", "Velkania Armed Forces"),
        ("b.txt", "The government of Velkania denied it. The Velkanian army left.", "Velkanian army"),
        ("c.txt", "The Orskan army left.", "Orskan army"),
    ):
        pile.texts[doc] = text
        pile.name(doc, name, "government_body")
    linking = pile.link()
    assert together(linking, ("a.txt", "Velkania Armed Forces"), ("b.txt", "Velkanian army"))
    assert not together(linking, ("a.txt", "Velkania Armed Forces"), ("c.txt", "Orskan army"))


def test_a_former_government_is_not_the_state_of_today() -> None:
    linking = one_document(("Iraq", "state"), ("former Iraqi government", "state")).link()
    assert len(linking.actors) == 2


def test_initials_and_family_name_mean_the_one_person_whom_they_fit() -> None:
    linking = one_document(("Viktor Massov", "person"), ("V. Massov", "person"), ("O. Massov", "person")).link()
    assert together(linking, ("a.txt", "Viktor Massov"), ("a.txt", "V. Massov"))
    assert not together(linking, ("a.txt", "Viktor Massov"), ("a.txt", "O. Massov"))


def spelt_out(pile: Pile, doc: str, full: str, short: str) -> None:
    """A text in which a group is named in full and by its initials, which the finder took for one."""
    pile.name(doc, full, "armed_group")
    span = pile._add(doc, short)
    pile.mentions[doc].append(Mention(Span(doc, span.start, span.start + len(short)), short, full, "armed_group"))


def test_initials_that_another_text_spells_out_mean_the_same_there_and_here() -> None:
    pile = Pile()
    spelt_out(pile, "a.txt", "Free Delta Movement", "FDM")
    pile.name("b.txt", "FDM", "other")
    linking = pile.link()
    assert linking.actor_of["a.txt:Free Delta Movement"] == linking.actor_of["b.txt:FDM"]


def test_initials_that_two_texts_spell_out_otherwise_mean_neither_in_a_third() -> None:
    pile = Pile()
    spelt_out(pile, "a.txt", "Free Delta Movement", "FDM")
    spelt_out(pile, "b.txt", "Front of Democratic Miners", "FDM")
    pile.name("c.txt", "FDM", "other")
    assert len(set(pile.link().actor_of.values())) == 3


def told_alias(pile: Pile, one: str, other: str) -> None:
    """Says in a.txt that two names are one."""
    pile.say("a.txt", f"{one} is also known as {other}.", kind="tie", verb="alias_of", subject=one, object=other)


def test_an_alias_told_of_one_spelling_of_a_person_holds_for_the_other_in_the_same_text() -> None:
    pile = Pile()
    told_alias(pile, "Mahdi Arsan", "Yusuf Sharifov")
    told_alias(pile, "Mehdi Arsan", "Yusup Sharipov")
    assert together(pile.link(), ("a.txt", "Mahdi Arsan"), ("a.txt", "Yusup Sharipov"))


def test_an_alias_of_another_person_is_not_shared() -> None:
    pile = Pile()
    told_alias(pile, "Mahdi Arsan", "Yusuf Sharifov")
    pile.name("a.txt", "Mahdi Orsan", "person")
    pile.name("a.txt", "Yusuf Karimov", "person")
    linking = pile.link()
    assert not together(linking, ("a.txt", "Mahdi Arsan"), ("a.txt", "Yusuf Karimov"))
    assert not together(linking, ("a.txt", "Yusuf Sharifov"), ("a.txt", "Yusuf Karimov"))


def test_a_family_name_means_a_person_spelt_in_two_ways() -> None:
    linking = one_document(("Mahdi Arsan", "person"), ("Mehdi Arsan", "person"), ("Arsan", "person")).link()
    assert together(linking, ("a.txt", "Arsan"), ("a.txt", "Mehdi Arsan"))


def shortened(*names: tuple[str, str]) -> Linking:
    """The links of a text in which each name is once written by its initials."""
    pile = Pile()
    for full, short in names:
        pile.name("a.txt", full, "armed_group")
        span = pile._add("a.txt", short)
        pile.mentions["a.txt"].append(Mention(Span("a.txt", span.start, span.end), short, full, "armed_group", None, True))
    return pile.link()


def test_two_names_that_one_text_shortens_alike_are_one_body() -> None:
    assert together(
        shortened(("Hill Battalion of Sarn", "HBS"), ("Hills Brigade of Sarn", "HBS")),
        ("a.txt", "Hill Battalion of Sarn"),
        ("a.txt", "Hills Brigade of Sarn"),
    )


def test_two_names_that_a_text_shortens_otherwise_stay_two() -> None:
    linking = shortened(("Hill Battalion of Sarn", "HBS"), ("Hills Brigade of Orsk", "HBO"))
    assert not together(linking, ("a.txt", "Hill Battalion of Sarn"), ("a.txt", "Hills Brigade of Orsk"))


def test_a_ministry_is_one_in_either_order_of_words() -> None:
    linking = one_document(("Ministry of the Interior", "government_body"), ("interior ministry", "other")).link()
    assert together(linking, ("a.txt", "Ministry of the Interior"), ("a.txt", "interior ministry"))


def test_two_ministries_are_two() -> None:
    linking = one_document(("Ministry of Health", "government_body"), ("interior ministry", "other")).link()
    assert not together(linking, ("a.txt", "Ministry of Health"), ("a.txt", "interior ministry"))


def test_a_name_taken_for_a_persons_that_a_text_calls_another_name_of_a_group_is_the_groups() -> None:
    pile = Pile()
    pile.name("a.txt", "Jannat Orsani", "person")
    pile.name("a.txt", "Harran Front", "armed_group")
    told_alias(pile, "Harran Front", "Jannat Orsani")
    assert together(pile.link(), ("a.txt", "Harran Front"), ("a.txt", "Jannat Orsani"))


def test_the_short_form_in_the_brackets_of_a_name_is_one_of_its_names() -> None:
    linking = one_document(("Council of Velm (COV)", "other"), ("COV", "other")).link()
    assert together(linking, ("a.txt", "Council of Velm (COV)"), ("a.txt", "COV"))


def test_a_person_is_one_in_the_order_of_a_list_without_a_gap_and_without_the_fathers_name() -> None:
    names = ("Viktor Massov", "Massov, Viktor", "ViktorMassov", "Viktor Karlovich Massov")
    assert len(one_document(*((name, "person") for name in names)).link().actors) == 1


def test_two_brothers_by_name_but_not_by_father_stay_two_though_one_is_named_without() -> None:
    names = ("Viktor Ivanovich Massov", "Viktor Karlovich Massov", "Viktor Massov")
    linking = one_document(*((name, "person") for name in names)).link()
    assert not together(linking, ("a.txt", names[0]), ("a.txt", names[1]))


def test_a_firm_is_one_with_its_legal_form_and_without_but_not_with_another_one() -> None:
    linking = one_document(("Orsk Mills", "company"), ("OOO Orsk Mills", "company"), ("Sarn Mills AG", "company")).link()
    assert together(linking, ("a.txt", "Orsk Mills"), ("a.txt", "OOO Orsk Mills"))
    assert len(linking.actors) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ghana's Foreign Ministry", "Ghanaian Ministry of Foreign Affairs", True),
        ("Ministry of National Defence", "defence ministry", True),
        ("Ghana's Foreign Ministry", "Norwegian foreign ministry", False),
        ("Ghanaian army", "Ghana's armed forces", True),
    ],
)
def test_a_ministry_is_one_by_its_country_and_what_it_is_for(one: str, other: str, same: bool) -> None:
    linking = one_document((one, "government_body"), (other, "government_body")).link()
    assert together(linking, ("a.txt", one), ("a.txt", other)) == same


def test_the_very_words_that_another_text_takes_for_a_person_are_the_same_actor_unless_he_has_a_rank() -> None:
    assert judge(named("Dal Yerin"), named("Dal Yerin", "armed_group", "b"), FEATURES, SAME)[0] >= SAME
    colonel = msgspec.structs.replace(named("Dal Yerin"), ranks=frozenset({"colonel"}))
    assert judge(colonel, named("Dal Yerin", "company", "b"), FEATURES, SAME)[0] < SAME
    assert judge(named("Yerin"), named("Yerin", "company", "b"), FEATURES, SAME)[0] < SAME


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("General Command of the Dawn Front", "Dawn Front General Command", True),
        ("Norwegian Department of State", "Norwegian State Department", True),
        ("Army of the Dawn", "Dawn Army", False),
        ("General Command of the Dawn Front", "Dusk Front General Command", False),
    ],
)
def test_a_body_may_be_told_with_its_kind_at_the_end(one: str, other: str, same: bool) -> None:
    pile = Pile()
    pile.name("a.txt", one, "armed_group")
    pile.name("b.txt", other, "armed_group")
    assert together(pile.link(), ("a.txt", one), ("b.txt", other)) == same


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("The Norwegian minister left Norway. The government denied it.\n", True),
        ("Norway left. Sweden stayed. Swedish troops left Sweden. The government denied it.\n", False),
    ],
)
def test_the_government_alone_is_that_of_the_one_country_of_a_text(text: str, same: bool) -> None:
    pile = Pile()
    pile.texts["a.txt"] = text
    pile.name("a.txt", "Norway", "state")
    pile.name("a.txt", "government", "other")
    assert together(pile.link(), ("a.txt", "Norway"), ("a.txt", "government")) == same


def test_the_governments_of_two_countries_stay_two() -> None:
    pile = Pile()
    for doc, land in (("a.txt", "Norway"), ("b.txt", "Sweden"), ("c.txt", "Nobody")):
        pile.texts[doc] = f"{land} stayed. The government denied it.\n"
        pile.name(doc, "government", "other")
    governments = [(doc, "government") for doc in ("a.txt", "b.txt", "c.txt")]
    linking = pile.link()
    assert not any(together(linking, one, other) for one in governments for other in governments if one != other)
