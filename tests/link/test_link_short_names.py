"""Short forms of names are one with the full name of their text, and nothing else is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from piles import Pile

from sayso.records.claim import Mention
from sayso.records.document import Span
from sayso.records.worked_out import Linking, mention_key


def together(linking: Linking, *names: tuple[str, str]) -> bool:
    return len({linking.actor_of[mention_key(doc, name)] for doc, name in names}) == 1


def told(*names: tuple[str, str, str]) -> Linking:
    """The linking of names, each given as document, name and kind."""
    pile = Pile()
    for doc, name, kind in names:
        pile.name(doc, name, kind)
    return pile.link()


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Liwa al-Harra", "Harra", "armed_group"),
        ("Harra Movement", "al-Harra", "armed_group"),
        ("Observatory of the Coast", "Observatory", "other"),
        ("Velan Panel on the Hills", "Panel", "other"),
        ("Sarn River Front", "Front", "armed_group"),
        ("Panel of Judges", "Panel", "other"),
        ("Ministry of Peace", "Ministry", "government_body"),
        ("Valley Relief Council", "VRC", "other"),
        ("Los Halcones", "Halcones", "other"),
        ("Harrat-e Dolan", "Harrat", "armed_group"),
        ("Front for the Unity of the Dol Coast", "FUCD", "armed_group"),
        ("Northern Tigers of Dol Velan", "Dol Tigers", "armed_group"),
    ],
)
def test_a_short_form_is_the_body_that_its_text_names_in_full_before(full: str, short: str, kind: str) -> None:
    assert together(told(("a.txt", full, kind), ("a.txt", short, kind)), ("a.txt", full), ("a.txt", short))


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Harra Brigades", "Harra", "armed_group"),  # a brigade can bear the name of the body that it is part of
        ("Harra Police", "Harra", "government_body"),
        ("Harra in the Western Hills", "Harra", "armed_group"),
        ("Western Hills Army", "Army", "armed_group"),  # "the Army" is the state's
        ("Government of Sarn", "Government", "government_body"),
        ("Valley Relief Council", "VLC", "other"),
        ("Council of the Dol Front", "Front Council", "other"),
        ("Front of the Free Coast", "Free Front", "armed_group"),
        ("Valley Relief Council", "RVC", "other"),  # three letters in another order are too few
    ],
)
def test_a_name_that_another_body_may_bear_is_no_short_form(full: str, short: str, kind: str) -> None:
    assert not together(told(("a.txt", full, kind), ("a.txt", short, kind)), ("a.txt", full), ("a.txt", short))


def test_a_noun_that_heads_two_bodies_names_is_neither() -> None:
    linking = told(*(("a.txt", name, "armed_group") for name in ("Sarn River Front", "Dol Hill Front", "Front")))
    assert len(linking.actors) == 3


def test_a_bare_noun_means_nobody_in_another_text() -> None:
    linking = told(("a.txt", "Sarn River Front", "armed_group"), ("a.txt", "Front", "armed_group"), ("b.txt", "Front", "armed_group"))
    assert together(linking, ("a.txt", "Sarn River Front"), ("a.txt", "Front"), ("b.txt", "Front"))  # one name, by its spelling
    linking = told(("a.txt", "Sarn River Front", "armed_group"), ("b.txt", "Front", "armed_group"))
    assert not together(linking, ("a.txt", "Sarn River Front"), ("b.txt", "Front"))


def test_a_short_form_of_its_own_is_known_in_other_texts() -> None:
    names = [("a.txt", "Liwa al-Harra", "armed_group"), ("a.txt", "Harra", "armed_group"), ("b.txt", "Harra", "person")]
    assert together(told(*names), ("a.txt", "Liwa al-Harra"), ("b.txt", "Harra"))
    names += [("c.txt", "Harra Movement", "armed_group"), ("c.txt", "Harra", "armed_group")]
    assert not together(told(*names), ("a.txt", "Liwa al-Harra"), ("b.txt", "Harra"))


def test_a_person_with_a_family_name_more_is_one_in_one_text_and_across_texts_if_no_other_has_his_names() -> None:
    names = ("Otto Brand", "Otto Brand Velasco")
    assert together(told(*(("a.txt", name, "person") for name in names)), *(("a.txt", name) for name in names))
    two = [("a.txt", names[0], "person"), ("b.txt", names[1], "person")]
    assert together(told(*two), ("a.txt", names[0]), ("b.txt", names[1]))
    assert not together(told(*two, ("c.txt", "Otto Brand Renn", "person")), ("a.txt", names[0]), ("b.txt", names[1]))


@pytest.mark.parametrize("other", ["Karl Otto Brand", "Brand Otto"])
def test_a_person_with_a_name_more_before_or_in_another_order_is_one_in_one_text_and_not_across_texts(other: str) -> None:
    assert together(told(("a.txt", other, "person"), ("a.txt", "Otto Brand", "person")), ("a.txt", other), ("a.txt", "Otto Brand"))
    assert not together(told(("a.txt", other, "person"), ("b.txt", "Otto Brand", "person")), ("a.txt", other), ("b.txt", "Otto Brand"))


def test_what_one_text_says_that_a_person_is_called_holds_in_all() -> None:
    pile = Pile()
    pile.say("a.txt", "Otto Brand, known as Abu Salim.", kind="tie", verb="alias_of", subject="Otto Brand", object="Abu Salim")
    for doc, name in (("a.txt", "Otto Brand"), ("a.txt", "Abu Salim"), ("b.txt", "Abu Salim"), ("c.txt", "Otto Brand")):
        pile.name(doc, name, "person")
    assert together(pile.link(), ("a.txt", "Otto Brand"), ("b.txt", "Abu Salim"), ("c.txt", "Otto Brand"))


def test_an_actor_goes_by_a_full_name_however_often_the_short_one_stands() -> None:
    names = [("a.txt", "Sarn River Front"), ("a.txt", "Front"), ("b.txt", "Front"), ("c.txt", "Sarn River Front"), ("c.txt", "Front")]
    assert [actor.name for actor in told(*((doc, name, "armed_group") for doc, name in names)).actors] == ["Sarn River Front"]


def test_a_name_that_only_one_text_gives_to_a_person_and_that_is_no_name_there_is_his_in_others() -> None:
    pile = Pile()
    pile.say("a.txt", "Otto Brand, alias Abu Salim.", kind="tie", verb="alias_of", subject="Otto Brand", object="Abu Salim")
    claim = pile.claims["a.txt"][-1]
    untold = tuple(replace(slot, actor=None) if slot.name == "object" else slot for slot in claim.slots)
    pile.claims["a.txt"][-1] = replace(claim, slots=untold)
    for doc, name in (("a.txt", "Otto Brand"), ("b.txt", "Abu Salim"), ("c.txt", "Abu Salim"), ("c.txt", "Otto Brand")):
        pile.name(doc, name, "person")
    linking = pile.link()
    assert together(linking, ("a.txt", "Otto Brand"), ("b.txt", "Abu Salim"), ("c.txt", "Abu Salim"), ("c.txt", "Otto Brand"))
    assert len(linking.actors) == 1


def test_two_words_of_a_bodys_name_tell_it_without_the_noun_at_its_end() -> None:
    pile = Pile()
    pile.name("a.txt", "Desert Wind Forces", "government_body")
    pile.name("a.txt", "Desert Wind", "other")
    pile.name("a.txt", "Sarn Forces", "government_body")
    pile.name("a.txt", "Sarn", "other")
    linking = pile.link()
    assert linking.actor_of[mention_key("a.txt", "Desert Wind")] == linking.actor_of[mention_key("a.txt", "Desert Wind Forces")]
    assert linking.actor_of[mention_key("a.txt", "Sarn")] != linking.actor_of[mention_key("a.txt", "Sarn Forces")]


def placed(text: str, full: str, short: str, kind: str = "armed_group") -> Linking:
    """The linking of a name and of the short one behind it, at their places in one text."""
    pile = Pile()
    pile.texts["a.txt"] = text
    for name, start in ((full, text.index(full)), (short, text.rindex(short))):
        pile.name("a.txt", name, kind, span=Span("a.txt", start, start + len(name)))
    return pile.link()


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Quarry Guard Forces", "Quarry Guard", "armed_group"),
        ("Third Brigade of the Harra Army", "Third Brigade", "armed_group"),
        ("Sarn Guard Brigades", "Guard", "armed_group"),
        ("Panel of Judges on Orsk", "Panel of Judges", "other"),
        ("Corva Shipping", "Corva", "company"),
        ("Sarn Unity Front", "Unity Front", "armed_group"),
        ("Nova Sarn TV", "Nova Sarn", "media"),
    ],
)
def test_a_name_that_goes_on_before_or_behind_a_short_one_is_the_same_bodys(full: str, short: str, kind: str) -> None:
    assert together(placed(f"The {full} came. Of the {short} ten fell.", full, short, kind=kind), ("a.txt", full), ("a.txt", short))


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Harra Front Brigades", "Harra Front", "armed_group"),  # the armed men of a movement
        ("Union of Herdsmen for Peace", "Union of Herdsmen", "armed_group"),
        ("Dawn Army Battalion", "Dawn Army", "armed_group"),
        ("Free Sarn Army", "Sarn Army", "armed_group"),
        ("One Member Council", "Member Council", "other"),
        ("Orsk Border Police", "Border Police", "government_body"),
    ],
)
def test_a_part_and_a_namesake_of_a_body_are_others(full: str, short: str, kind: str) -> None:
    assert not together(placed(f"The {full} came. Of the {short} ten fell.", full, short, kind=kind), ("a.txt", full), ("a.txt", short))


def test_two_that_one_sentence_names_are_two() -> None:
    names = ("Quarry Guard Forces", "Quarry Guard")
    assert not together(
        placed("The Quarry Guard Forces attacked a camp of the Quarry Guard.", *names), *(("a.txt", name) for name in names)
    )
    assert together(placed("The Quarry Guard Forces came. Of the Quarry Guard ten fell.", *names), *(("a.txt", name) for name in names))


@pytest.mark.parametrize(
    ("full", "kind", "short", "other"),
    [
        ("Desert Shield Forces", "armed_group", "Desert Shield", "armed_group"),
        ("Directorate of River Protection", "government_body", "River Protection", "other"),
        ("Corvan Energy", "company", "Corvan", "other"),
    ],
)
def test_what_is_left_without_its_noun_is_known_in_other_texts_and_no_persons_name(full: str, kind: str, short: str, other: str) -> None:
    names = [("a.txt", full, kind), ("b.txt", short, other)]
    assert together(told(*names), ("a.txt", full), ("b.txt", short))
    assert not together(told(names[0], ("b.txt", short, "person")), ("a.txt", full), ("b.txt", short))


def test_another_spelling_of_a_name_has_the_other_name_that_a_text_gives_to_it() -> None:
    pile = Pile()
    pile.say("a.txt", "Davit Orlan, known as Ti Klod.", kind="tie", verb="alias_of", subject="Davit Orlan", object="Ti Klod")
    for doc, name in (("a.txt", "Davit Orlan"), ("a.txt", "Ti Klod"), ("b.txt", "Davyt Orlan")):
        pile.name(doc, name, "person")
    assert together(pile.link(), ("a.txt", "Davit Orlan"), ("a.txt", "Ti Klod"), ("b.txt", "Davyt Orlan"))


@pytest.mark.parametrize(
    ("full", "short", "kind"),
    [
        ("Velan Interior Ministry", "Interior Ministry", "government_body"),
        ("Harvest International", "Harvest", "international_org"),
        ("K23 Movement", "K23", "armed_group"),
    ],
)
def test_a_bare_ministry_or_a_name_without_its_last_word_is_the_one_named_in_full_before(full: str, short: str, kind: str) -> None:
    linking = placed(f"The {full} came. Of the {short} ten spoke.", full, short, kind=kind)
    assert together(linking, ("a.txt", full), ("a.txt", short))


def test_a_bare_ministry_of_a_text_that_names_those_of_two_states_is_neither() -> None:
    names, pile = ("Velan Interior Ministry", "Orskian Interior Ministry", "Interior Ministry"), Pile()
    pile.texts["a.txt"] = " ".join(f"The {name} came." for name in names)
    for name in names:
        start = pile.texts["a.txt"].index(f"The {name}") + len("The ")
        pile.name("a.txt", name, "government_body", span=Span("a.txt", start, start + len(name)))
    assert not any(together(pile.link(), ("a.txt", names[2]), ("a.txt", name)) for name in names[:2])


def test_a_group_may_be_named_in_short_before_its_full_name_unless_one_sentence_tells_of_both() -> None:
    names = (("a.txt", "Harra"), ("a.txt", "Harra Movement"))
    texts = ("Harra came. Of the Harra Movement ten fell.", "Harra and the Harra Movement came.")
    apart, near = (placed(text, "Harra", "Harra Movement", kind="armed_group") for text in texts)
    assert together(apart, *names)
    assert not together(near, *names)


def test_two_parts_of_one_longer_name_are_one_person() -> None:
    names = [("a.txt", "Otto Brand Velasco", "person"), ("a.txt", "Otto Brand", "person"), ("a.txt", "Brand Velasco", "person")]
    assert together(told(*names, ("b.txt", "Otto Brand", "person")), *(name[:2] for name in names), ("b.txt", "Otto Brand"))
    assert not together(told(*names[1:]), ("a.txt", "Otto Brand"), ("a.txt", "Brand Velasco"))


@pytest.mark.parametrize("said", ["Northern Office of Inquiry (OIN, the secret police) met.\n", "Northern Office of Inquiry, OIN, met.\n"])
def test_an_acronym_right_behind_a_name_may_have_its_letters_in_another_order(said: str) -> None:
    pile = Pile()
    pile.texts["a.txt"] = said
    start = said.index("OIN")
    full = "Northern Office of Inquiry"
    pile.mentions["a.txt"] = [
        Mention(Span("a.txt", 0, len(full)), full, full, "government_body"),
        Mention(Span("a.txt", start, start + 3), "OIN", "OIN", "government_body"),
    ]
    assert together(pile.link(), ("a.txt", full), ("a.txt", "OIN"))


def test_the_army_alone_is_a_states_and_no_body_that_calls_itself_an_army() -> None:
    rebels = told(("a.txt", "Sarn People's Army", "government_body"), ("a.txt", "army", "government_body"))
    assert not together(rebels, ("a.txt", "Sarn People's Army"), ("a.txt", "army"))
    states = told(("a.txt", "Sarnian army", "government_body"), ("a.txt", "army", "government_body"))
    assert together(states, ("a.txt", "Sarnian army"), ("a.txt", "army"))


def test_a_name_of_whom_nothing_tells_that_it_is_a_persons_is_the_end_of_a_persons_name_in_its_text() -> None:
    names = told(("a.txt", "Otto Brand Velasco", "person"), ("a.txt", "Brand Velasco", "other"))
    assert together(names, ("a.txt", "Otto Brand Velasco"), ("a.txt", "Brand Velasco"))


def test_a_person_of_four_names_may_go_by_the_first_and_the_third_in_another_text() -> None:
    names = told(("a.txt", "Silva Maria Brand Utrela", "person"), ("b.txt", "Silva Brand", "person"))
    assert together(names, ("a.txt", "Silva Maria Brand Utrela"), ("b.txt", "Silva Brand"))


def test_a_kingdom_and_its_name_alone_are_one() -> None:
    assert together(
        told(("a.txt", "Kingdom of Velk", "state"), ("a.txt", "Velk", "other")), ("a.txt", "Kingdom of Velk"), ("a.txt", "Velk")
    )
