"""What goes on over paragraphs: the turns of a talk under their labels, and quotations that only the last paragraph closes."""

from __future__ import annotations

from collections.abc import Callable

from sayso.records.claim import AUTHOR, Finding

Find = Callable[[str], Finding]
BRIEFING = (
    "Briefing by Major Anton Velk, spokesman of the army\n\n"
    "MAJOR VELK: Our patrol came under fire at the ford near Orlan on Monday.\n\n"
    "Four of our soldiers were wounded, and all of them have left the hospital.\n\n"
    "Q (Orlan Post): Is the ford open again?\n\n"
    "MAJOR VELK: The engineers cleared the road on both sides of the river.\n\n"
    "Q (Radio Kest): And the bridge?\n\n"
    "MAJOR VELK: The bridge was never damaged in the fighting."
)
CLOSING = "\n\nThe river has carried little water since the spring of that year."


def said(find: Find, text: str) -> dict[str, str]:
    """Whose words are which, by the first words of each claim."""
    return {" ".join(claim.quote.split()[:3]): claim.voice.name or claim.voice.text for claim in find(text).claims}


def test_one_speaker_beside_marked_questions_makes_a_talk_and_goes_on_without_a_label(find: Find) -> None:
    told = said(find, BRIEFING)
    assert told["Four of our"] == "Anton Velk"
    assert set(told.values()) == {"Anton Velk"}


def test_what_stands_behind_the_last_turn_goes_on_where_others_went_on(find: Find) -> None:
    assert said(find, BRIEFING + CLOSING)["The river has"] == "Anton Velk"
    alone = BRIEFING.replace("Four of our soldiers were wounded, and all of them have left the hospital.\n\n", "")
    assert said(find, alone + CLOSING)["The river has"] == AUTHOR


def test_without_questions_one_label_makes_no_talk(find: Find) -> None:
    text = "HARVEST: The wheat has failed in four provinces.\n\nHARVEST: The barley stands well in the valley of Orlan."
    assert set(said(find, text).values()) == {AUTHOR}


STATEMENT = (
    "The Dawn Front spoke of the raid in a letter to the radio:\n\n"
    '"Our men crossed the river at night and took the mill.\n\n'
    "They found nobody there but two guards of the army.\n\n"
    'The guards were let go in the morning."'
)


def test_a_quotation_goes_on_over_paragraphs_until_its_closing_mark(find: Find) -> None:
    told = said(find, STATEMENT + CLOSING)
    assert (told["They found nobody"], told["The guards were"], told["The river has"]) == ("Dawn Front", "Dawn Front", AUTHOR)


def test_a_quotation_that_nothing_closes_does_not_go_on(find: Find) -> None:
    assert said(find, STATEMENT[:-1] + CLOSING)["They found nobody"] == AUTHOR


RECORDING = (
    "KEST, 3 May 1991 (Kest Radio) -- President Otto Velk spoke to reporters in Dol today.\n\n"
    "[BEGIN RECORDING] [Velk] A bus exploded near the market of Dol a week ago.\n\n"
    "We will not give up the fight. The bridge is open again. [END RECORDING]\n\n"
    "The ferry took the visitors back to Kest in the evening."
)


def test_a_name_in_brackets_speaks_to_the_end_of_a_recording_that_a_broadcast_prints(find: Find) -> None:
    told = said(find, RECORDING)
    assert told["A bus exploded"] == told["We will not"] == told["The bridge is"] == "Otto Velk"
    assert told["The ferry took"] == AUTHOR


def test_a_name_in_brackets_outside_of_a_recording_is_no_speaker(find: Find) -> None:
    told = said(find, RECORDING.replace("[BEGIN RECORDING] ", "").replace(" [END RECORDING]", ""))
    assert "Otto Velk" not in told.values()


TURNS = (
    "KEST, 3 MAY 91 (RADIO KEST) -- [REPORT] [Otto Velk] [TEXT] [Velk] A bus exploded near the market of Dol.\n\n"
    "[Studio reporter] The bridge was shut at noon.\n\n[Velk] The road to Dol is open.\n\nThe ferry has left the quay."
)


def test_names_in_brackets_that_come_again_speak_in_turn_behind_a_dateline(find: Find) -> None:
    told = said(find, TURNS)
    assert told["A bus exploded"] == told["The road to"] == told["The ferry has"] == "Velk"
    assert told["The bridge was"] == "Studio reporter"


def test_one_name_in_brackets_alone_makes_no_turns(find: Find) -> None:
    text = "[Bridges] were shut in Dol at noon.\n\nThe ferry has left the quay of Kest."
    assert set(said(find, text).values()) == {AUTHOR}


RADIO = (
    "Radio Kest spoke to Otto Brand, the commander of the Dol Guard.\n\n"
    "HOST: The minister says that your men burned the mill.\n\nBRAND: It was not us. Nobody pays us.\n\n"
    "HOST: Today you say it wasn't you. In May you spoke of revenge.\n\nOTTO BRAND: The army burned the mill on Friday."
)


def test_short_denials_of_a_guest_are_claims_and_the_hosts_questions_are_not_his(find: Find) -> None:
    told = [(claim.voices[0].name, claim.polarity, claim.quote) for claim in find(RADIO).claims if claim.kind != "tie"]
    assert ("Otto Brand", "denies", "It was not us.") in told
    assert ("Otto Brand", "denies", "Nobody pays us.") in told
    assert ("Otto Brand", "denies", "Today you say it wasn't you.") in told
    assert [name for name, _, quote in told if quote.startswith("The minister")] == ["minister"]
    assert [name for name, _, quote in told if quote.startswith("The army")] == ["Otto Brand"]


def test_behind_a_talk_that_an_article_quotes_the_article_goes_on(find: Find) -> None:
    text = (
        "Two guests spoke of the mill on Monday.\n\nVELK: The mill has burned for nine days.\n\nRENN: The guards did not see any fire.\n\n"
        "It is an old mill.\n\nVELK: The army burned the mill on Friday.\n\nOTTO RENN: The guards were all at home that day.\n\n"
        "Both are from Dol.\n\nThe mill was built in the year of the flood.\n\nIt has stood empty since the war began."
    )
    assert said(find, text)["It has stood"] == AUTHOR


COMMITTEE = (
    "Committee on Water, verbatim record\n\n"
    "The Chair: Minister, twelve barges were sunk in the spring of last year.\n\n"
    "Mr Brand (Minister of Defence): I said to the house what was reported to me.\n\n"
    "Mr Senn: The bishop has the names of forty people from Kest.\n\n"
    "Mr Brand: There was no live ammunition in the hands of the police that day. Nobody killed forty people in Kest.\n\n"
    "Mr Senn: The police had rifles in their hands.\n\n"
    "Mr Brand: Two guards have been arrested for that. The two guards will be in the dock before Easter."
)


def test_who_is_called_a_minister_in_brackets_denies_and_promises_as_one(find: Find) -> None:
    acts = {claim.quote: claim.act for claim in find(COMMITTEE).claims if claim.voice.text == "Mr Brand"}
    assert acts == {
        "I said to the house what was reported to me.": "asserts",
        "There was no live ammunition in the hands of the police that day.": "denies",
        "Nobody killed forty people in Kest.": "denies",
        "Two guards have been arrested for that.": "asserts",
        "The two guards will be in the dock before Easter.": "pledges",
    }


HEARING = (
    "Committee on Water - verbatim record\n\n"
    "The Chair (Mrs Ada Lindt): You told us on 17 January that nine rebels had been killed at the dam.\n\n"
    "Mr Brand (Minister of Water): Nine members of the Front were killed at the dam of Orlan.\n\n"
    "Mr Renn: The miners say that nobody was armed there on that day.\n\n"
    "Mr Brand: The miners were not at the dam of Orlan on that day.\n\n"
    "Mr Renn: They have shown us pictures of the dam and of its gate."
)


def test_a_label_may_tell_in_brackets_who_has_the_word(find: Find) -> None:
    told = said(find, HEARING)
    assert told["Nine members of"] == told["The miners were"] == "Mr Brand"


def test_you_means_in_a_talk_of_several_who_speaks_next(find: Find) -> None:
    assert said(find, HEARING)["You told us"] == "Mr Brand"


BROADCAST = (
    "RADIO DOL (shortwave), evening programme\n\n"
    "[Music, then male announcer] The night before last our men took the barracks at Velk.\n\n"
    "[Second voice, introduced by the announcer as Otto Brand, spokesman] There were no fighters in the village of Kest.\n\n"
    "The soldiers came up the river and burned the whole village.\n\n"
    "[Announcer] The water has come over the fields of Dol.\n\n"
    "[Song. Transmission ends at nine in the evening.]"
)


def test_a_label_in_brackets_tells_who_speaks_behind_what_is_heard(find: Find) -> None:
    told = said(find, BROADCAST)
    assert (told["The night before"], told["There were no"], told["The water has"]) == ("announcer", "Otto Brand", "Announcer")
    assert told["The soldiers came"] == "Otto Brand"
    assert told.get("Transmission ends at", AUTHOR) == AUTHOR
