"""An accusation and the denial right behind it are a dispute, also where neither tells of an incident."""

from __future__ import annotations

from dataclasses import replace

from piles import Pile

from sayso.records.claim import AUTHOR, Claim, Voice, numbered


def accused(between: str = "", denial: str = "Velm denied that it had harmed any farmers.", by: str = "Velm") -> Pile:
    pile = Pile()
    pile.say("a.txt", "Lund blamed Velm for what it called a crime.", "Lund", "accuses", kind="statement", verb="statement")
    if between:
        pile.say("a.txt", between, AUTHOR, kind="statement", verb="statement")
    pile.say("a.txt", denial, by, "denies", "denies", kind="statement", verb="statement")
    return pile


def test_a_denial_right_behind_an_accusation_answers_it() -> None:
    (found,) = accused().weigh().disputes
    assert (found.question, [side.value for side in found.sides]) == ("Is it so?", ["denies", "yes"])


def test_a_denial_many_sentences_on_answers_something_else() -> None:
    assert accused(between="Orsk told at length of its harvest. " * 10).weigh().disputes == ()


def test_nobody_answers_his_own_accusation() -> None:
    assert accused(denial="Lund denied that it had spoken of farmers.", by="Lund").weigh().disputes == ()


def test_a_denial_that_is_linked_to_an_event_is_told_with_that_event() -> None:
    pile = Pile()
    pile.say(
        "a.txt",
        "Lund accused Velm of firing rockets at Sarn on 4 March.",
        "Lund",
        "accuses",
        when="2031-03-04",
        agent="Velm",
        landed="Sarn",
    )
    pile.say("a.txt", "Velm denied the accusation.", "Velm", "denies", "denies", kind="statement", verb="statement")
    assert "Is it so?" not in {found.question for found in pile.weigh().disputes}


def test_a_statement_turned_down_by_the_next_voice_is_a_dispute() -> None:
    pile = Pile()
    pile.say("a.txt", "Lund said the bridge had been sold", "Lund", kind="statement", verb="statement")
    pile.say("a.txt", "Velm knew of no such sale.", "Velm", "asserts", "denies", kind="statement", verb="statement")
    (found,) = pile.weigh().disputes
    assert (found.question, found.kind) == ("Is it so?", "relay")
    assert {side.value: len(side.claims) for side in found.sides} == {"yes": 1, "denies": 1}


def test_the_nearest_statement_is_the_one_that_is_turned_down() -> None:
    pile = Pile()
    pile.say("a.txt", "Lund said the bridge had been sold.", "Lund", kind="statement", verb="statement")
    nearest = pile.say("a.txt", "Orsk said the ferry had been sold.", "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", "Velm dismissed this claim.", "Velm", "denies", "denies", kind="statement", verb="statement")
    (found,) = pile.weigh().disputes
    assert found.about == nearest


def test_a_party_does_not_turn_down_its_own_words() -> None:
    pile = Pile()
    pile.say("a.txt", "Lund said the bridge had been sold.", "Lund", kind="statement", verb="statement")
    pile.say("a.txt", "Lund dismissed this claim.", "Lund", "denies", "denies", kind="statement", verb="statement")
    assert pile.weigh().disputes == ()


def test_a_denial_of_a_statement_denies_no_event_told_before_that() -> None:
    pile = Pile()
    event = pile.say("a.txt", "The Front fired rockets at Orsk on 4 March, Orsk said.", "Orsk", when="2031-03-04", toward="Orsk")
    pile.say("a.txt", "Lund said the bridge had been sold", "Lund", kind="statement", verb="statement")
    denial = pile.say("a.txt", "Velm has always denied it.", "Velm", "denies", "denies", kind="statement", verb="statement")
    linking = pile.link()
    assert event in linking.incident_of
    assert denial not in linking.incident_of


def test_what_was_promised_and_of_which_there_is_none_did_not_come_about() -> None:
    pile = Pile()
    pile.say("a.txt", "Lund promised to publish its findings in May.", "Lund", "pledges", kind="statement", verb="statement")
    pile.say("a.txt", "By July no findings had been published.", polarity="denies", kind="statement", verb="statement")
    (found,) = pile.weigh().disputes
    assert found.question == "Did it come about?"
    assert {side.value for side in found.sides} == {"said to come", "no"}


def test_that_there_is_none_of_something_else_says_nothing_of_a_promise() -> None:
    pile = Pile()
    pile.say("a.txt", "Lund promised to publish its findings in May.", "Lund", "pledges", kind="statement", verb="statement")
    pile.say("a.txt", "By July no bridges had been built.", polarity="denies", kind="statement", verb="statement")
    assert pile.weigh().disputes == ()


def test_an_outright_denial_right_behind_anybody_elses_word_is_a_dispute_though_it_is_linked_to_an_event() -> None:
    pile = Pile()
    pile.say("a.txt", "The Front shelled the village of Sarn on 4 March, Orsk said.", "Orsk", when="2031-03-04", target="village of Sarn")
    fee = pile.say("a.txt", "A family in Sarn said that a fee had been paid.", "A family in Sarn", kind="statement", verb="statement")
    denial = pile.say("a.txt", "Velm denied having paid any fee.", "Velm", "denies", "denies", kind="statement", verb="statement")
    assert {frozenset(claim for side in found.sides for claim in side.claims) for found in pile.weigh().disputes} == {
        frozenset({fee, denial})
    }


def test_who_does_not_believe_the_words_right_before_is_laid_beside_them() -> None:
    pile = Pile()
    hope = pile.say("a.txt", "Lund promised that the bridge would open in May.", "Lund", "pledges", kind="statement", verb="statement")
    doubt = pile.say("a.txt", "The ferrymen do not believe it.", AUTHOR, kind="statement", verb="statement")
    (found,) = pile.weigh().disputes
    assert (found.question, found.kind) == ("Is it so?", "outcome")
    assert {side.value: side.claims for side in found.sides} == {"yes": (hope,), "doubts it": (doubt,)}


def test_a_denial_that_names_the_claim_it_denies_answers_nothing_told_before() -> None:
    pile = Pile()
    pile.say("a.txt", "Lund said the bridge had been sold", "Lund", kind="statement", verb="statement")
    pile.say("a.txt", "Velm denied Orsk's claim of such a sale.", "Velm", "denies", "denies", kind="statement", verb="statement")
    assert len(pile.weigh().disputes) == 1
    *_, denial = pile.claims["a.txt"]
    orsk = pile._at("a.txt", denial.span, "Orsk's claim of such a sale")
    named = Claim(
        "", orsk, "Orsk's claim of such a sale", (Voice("Orsk", orsk, "Orsk"),), "asserts", "affirms", "certain", "statement", "statement"
    )
    pile.claims["a.txt"] = numbered([*pile.claims["a.txt"], named])
    assert pile.weigh().disputes == ()


def doubted(words: str) -> list[set[str]]:
    """The answers where somebody judges, right behind it, a number that Lund told."""
    pile = Pile()
    pile.say("a.txt", "Lund says that 900 families are held in the quarries.", "Lund", kind="figure", verb="families", amount=900)
    pile.say("a.txt", words, "Velm", kind="statement", verb="statement")
    return [{side.value for side in found.sides} for found in pile.weigh().disputes]


def test_who_calls_a_number_told_right_before_too_high_doubts_it() -> None:
    assert doubted("Velm calls those figures overblown.") == [{"yes", "doubts it"}]
    assert doubted("Velm says the number is barely half that.") == [{"yes", "doubts it"}]
    assert doubted("Velm says the number of quarries is not known.") == []


def test_who_does_not_believe_a_voice_that_he_names_means_its_words_further_back() -> None:
    pile = Pile()
    call = pile.say("a.txt", "A caller said that the Front had sunk the ferry.", "caller", "accuses", kind="statement", verb="statement")
    pile.say("a.txt", "The ferry was on its way to Sarn with two dozen traders.", AUTHOR, kind="statement", verb="statement")
    words = "Port sources described what the caller had said as lacking credibility."
    doubt = pile.say("a.txt", words, "sources", kind="statement", verb="statement")
    joke = pile.say("a.txt", "A guard said the call was a joke in bad taste.", "guard", kind="statement", verb="statement")
    found = [{side.value: set(side.claims) for side in one.sides} for one in pile.weigh().disputes if one.question == "Is it so?"]
    assert found == [{"yes": {call}, "doubts it": {doubt, joke}}]


def test_that_nobody_saw_any_of_those_told_of_right_before_turns_it_down() -> None:
    pile = Pile()
    pile.say("a.txt", "Lund reported that riders had been in the village.", "Lund", kind="statement", verb="statement")
    pile.say(
        "a.txt",
        "However, farmers said they had not seen any near the mill.",
        "farmers",
        polarity="denies",
        kind="statement",
        verb="statement",
    )
    (found,) = pile.weigh().disputes
    assert (found.question, [side.value for side in found.sides]) == ("Is it so?", ["denies", "yes"])


def owned_up(denier: str) -> Pile:
    pile = Pile()
    pile.say("a.txt", "Otto Renn has admitted that he set fire to the mill.", "Otto Renn", "concedes", kind="statement", verb="statement")
    first = pile.claims["a.txt"][0]
    pile.name("a.txt", "Velm", span=first.span)
    pile.claims["a.txt"] = numbered([replace(first, voices=(*first.voices, Voice("Velm", first.span, "Velm")))])
    pile.say("a.txt", "The river rose for a week.", kind="statement", verb="statement")
    pile.say("a.txt", f"{denier} denied the charges.", denier, "denies", "denies", kind="statement", verb="statement")
    return pile


def test_who_denies_the_charges_turns_down_what_another_says_that_he_admitted() -> None:
    (found,) = owned_up("Renn").weigh().disputes
    assert (found.question, found.kind) == ("Is it so?", "relay")
    assert [len(side.holders) for side in found.sides] == [1, 1]
    pile = owned_up("Lund")
    assert pile.claims["a.txt"][0].id not in {found.about for found in pile.weigh().disputes}


def test_nobody_doubts_his_own_words_under_a_longer_name() -> None:
    pile = Pile()
    pile.say("a.txt", "Colonel Renn said that the road will be cut.", "Colonel Renn", kind="statement", verb="statement")
    pile.say("a.txt", "[Colonel Renn] I do not believe that.", "[Colonel Renn]", "assesses", kind="statement", verb="statement")
    assert pile.weigh().disputes == ()


def test_who_speaks_for_a_body_is_not_set_against_it() -> None:
    pile = Pile()
    pile.say("a.txt", "Tollnet said that it looks into every threat.", "Tollnet", kind="statement", verb="statement")
    said = "Threats have no place here, a Tollnet spokesman said."
    pile.say("a.txt", said, "a Tollnet spokesman", "denies", "denies", kind="statement", verb="statement")
    assert pile.weigh().disputes == ()


def test_who_rules_out_what_another_says_in_one_sentence_answers_him_though_it_stands_in_his_words() -> None:
    pile = Pile()
    whole = "Lund said he was shot when he stopped a thief but kin of his ruled out that possibility."
    pile.say("a.txt", whole, "Lund")
    before = pile.claims["a.txt"][0]
    inner = replace(before.span, start=before.span.start + whole.index("kin"))
    words = whole[whole.index("kin") :]
    voices = (Voice("kin of his", inner, "kin of his"), before.voice)
    claim = replace(before, span=inner, quote=words, voices=voices, act="denies", polarity="denies", kind="statement", verb="statement")
    pile.claims["a.txt"] = numbered([before, claim])
    assert [found.question for found in pile.weigh().disputes] == ["Is it so?"]


def upheld(words: str, between: str = "") -> list[str]:
    pile = Pile()
    pile.say("a.txt", "Velm denied that its men had an order to stay.", "Velm", "denies", "denies", kind="statement", verb="statement")
    if between:
        pile.say("a.txt", between, AUTHOR, kind="statement", verb="statement")
    pile.say("a.txt", words, "Otto Brand", kind="statement", verb="statement")
    return [found.question for found in pile.weigh().disputes]


def test_who_says_no_more_than_that_it_did_holds_up_what_was_denied_right_before() -> None:
    assert upheld("that they had, in writing") == ["Is it so?"]
    assert upheld("they did.") == ["Is it so?"]


def test_what_it_did_else_holds_nothing_up_nor_far_from_the_denial() -> None:
    assert upheld("that it did well this year") == []
    assert upheld("they did.", "Orsk told at length of its harvest. " * 10) == []


def turned_down(words: str, by: str = AUTHOR) -> list[list[str]]:
    """The sides of the disputes on whether it is so between what Orsk says and the next words, which say no."""
    pile = Pile()
    pile.say("a.txt", "Orsk says that the mills are run by the millers' guild.", "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", words, by, "denies", "denies", kind="statement", verb="statement")
    return [[side.value for side in found.sides] for found in pile.weigh().disputes if found.question == "Is it so?"]


def test_who_calls_what_was_told_a_lie_or_a_fact_that_he_contests_turns_it_down() -> None:
    assert turned_down("This is a lie from first to last.") == [["denies", "yes"]]
    assert turned_down("a fact which Velm contests", "Velm") == [["denies", "yes"]]
    assert turned_down("Both assertions are untrue.") == [["denies", "yes"]]
    assert turned_down("This is a lie that the guild lives on.") == []


def test_who_turns_down_both_things_told_means_the_one_before_as_well() -> None:
    pile = Pile()
    pile.say("a.txt", "Orsk says that the mills are shut.", "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", "Orsk says that the weavers have left.", "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", "Both assertions are untrue.", act="denies", polarity="denies", kind="statement", verb="statement")
    assert [found.question for found in pile.weigh().disputes] == ["Is it so?", "Is it so?"]


def shown(words: str, denial: str = "Orsk says that no mill has burned.") -> list[list[str]]:
    """The sides of the disputes on whether it is so between what Orsk denies and an author's next words."""
    pile = Pile()
    pile.say("a.txt", denial, "Orsk", "asserts", "denies", kind="statement", verb="statement")
    pile.say("a.txt", words, kind="statement", verb="statement")
    return [[side.value for side in found.sides] for found in pile.weigh().disputes if found.question == "Is it so?"]


def test_a_record_or_a_picture_told_of_right_behind_a_denial_holds_up_what_was_denied() -> None:
    assert shown("A photograph of that week shows two charred beams.") == [["denies", "yes"]]
    assert shown("A miller showed us a receipt for new beams.") == [["denies", "yes"]]
    assert shown("A photograph of that week shows no charred beams.") == []
    assert shown("The weavers show their cloth in spring.") == []


def test_what_somebody_is_ready_to_do_is_denied_as_well() -> None:
    pile = Pile()
    pile.say("a.txt", "A carter said that Velm will pay for the mill.", "a carter", "pledges", kind="statement", verb="statement")
    pile.say("a.txt", "Orsk denied that any payment is considered.", "Orsk", "denies", "denies", kind="statement", verb="statement")
    assert [[side.value for side in found.sides] for found in pile.weigh().disputes] == [["denies", "yes"]]


def test_who_tells_it_otherwise_and_what_traces_contradict_is_doubt() -> None:
    plot = "Velm called all this talk: these charges are part of a campaign."
    for words, by in (
        (plot, "Velm"),
        ("The statement contrasts with the rolls of the guild.", AUTHOR),
        ("It does not tally with the rolls.", AUTHOR),
        ("Velm remembers it otherwise.", "Velm"),
        ("Velm finds this fanciful.", "Velm"),
        ("It is contradicted by the ashes.", AUTHOR),
    ):
        pile = Pile()
        pile.say("a.txt", "Orsk says that it had warned the millers.", "Orsk", kind="statement", verb="statement")
        pile.say("a.txt", words, by, kind="statement", verb="statement")
        assert [[side.value for side in found.sides] for found in pile.weigh().disputes] == [["doubts it", "yes"]]


def test_who_finds_no_trace_of_such_a_thing_doubts_it() -> None:
    pile = Pile()
    pile.say("a.txt", "Orsk says that it had warned the millers.", "Orsk", kind="statement", verb="statement")
    pile.say("a.txt", "We can find no trace of any warning.", kind="statement", verb="statement")
    assert [[side.value for side in found.sides] for found in pile.weigh().disputes] == [["doubts it", "yes"]]
