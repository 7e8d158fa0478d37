"""What one document has from one speaker, one body or one breath is one origin."""

from __future__ import annotations

from dataclasses import replace

from piles import Pile

from sayso.records.claim import AUTHOR, Claim, Voice
from sayso.records.document import Span
from sayso.records.incident import Origin


def origins(pile: Pile) -> dict[str, Origin]:
    return {claim: one for one in pile.weigh().origins for claim in one.claims}


def joined(pile: Pile, one: str, other: str) -> bool:
    found = origins(pile)
    return found[one].id == found[other].id


def says(pile: Pile, words: str, voice: str, said: str | None = None, doc: str = "a.txt") -> str:
    return pile.say(doc, words, voice, kind="statement", verb="statement", said=said)


def two_days(first: str | None, then: str | None, between: int = 0) -> bool:
    """Whether words that one person is quoted with in one text, so dated, are one origin."""
    pile = Pile()
    one = says(pile, "The roads are open, Nadir Renn said.", "Nadir Renn", first)
    pile._add("a.txt", "x" * between)
    return joined(pile, one, says(pile, "Nadir Renn said that the mills stand still.", "Nadir Renn", then))


def test_words_of_one_day_are_of_one_occasion() -> None:
    assert two_days("2031-03-04", "2031-03-04")


def test_words_of_two_days_are_of_two_occasions() -> None:
    assert not two_days("2031-03-04", "2032-07-09")


def test_words_without_a_day_are_of_the_occasion_told_near_them() -> None:
    assert (two_days("2031-03-04", None), two_days("2031-03-04", None, between=3000)) == (True, False)


def two_of_a_body(between: int, then: str | None = None, long: bool = True, first: str | None = None) -> bool:
    """Whether two sentences that a report quotes a ministry with are one origin."""
    pile = Pile()
    one = says(pile, "The roads are open, the Peace Ministry said.", "Peace Ministry", first)
    pile._add("a.txt", "x" * between)
    other = says(pile, "The Peace Ministry said that the mills stand still.", "Peace Ministry", then)
    pile._add("a.txt", "x" * 3000 if long else "")
    pile.mentions["a.txt"] = [replace(mention, kind="government_body") for mention in pile.mentions["a.txt"]]
    return joined(pile, one, other)


def test_in_a_long_report_words_of_a_body_are_of_one_occasion_only_side_by_side() -> None:
    assert (two_of_a_body(50), two_of_a_body(400), two_of_a_body(400, long=False)) == (True, False, True)


def test_there_words_of_a_body_with_a_day_are_of_that_day() -> None:
    assert (two_of_a_body(400, "2031-03-04", first="2031-03-04"), two_of_a_body(400, "2031-03-04")) == (True, False)


def a_body(said: str | None, then: str | None, kind: str = "government_body", to: str = "a.txt") -> tuple[Pile, str, str]:
    """What a ministry says, and its spokesman."""
    pile = Pile()
    pile.name("a.txt", "Peace Ministry", kind)
    pile.name(to, "Peace Ministry", kind)
    pile.say("a.txt", "Otto Brand is a spokesman of the Peace Ministry.", kind="tie", verb="spokesperson_for",
             subject="Otto Brand", object="Peace Ministry")  # fmt: skip
    one = says(pile, "The Peace Ministry rejected that.", "Peace Ministry", said)
    other = says(pile, "Nobody fired, Otto Brand said.", "Otto Brand", then, to)
    for doc, own in pile.mentions.items():
        pile.mentions[doc] = [replace(mention, kind=kind if mention.name == "Peace Ministry" else mention.kind) for mention in own]
    return pile, one, other


def test_a_body_and_its_spokesman_are_one_origin_on_one_day_and_only_inferred() -> None:
    pile, one, other = a_body("2031-03-04", "2031-03-04")
    assert (joined(pile, one, other), origins(pile)[one].certain) == (True, False)


def test_on_different_days_they_are_not() -> None:
    assert not joined(*a_body("2031-03-04", "2031-03-05"))


def test_on_the_day_of_the_report_they_are_only_side_by_side() -> None:
    pile, one, other = a_body("2031-03-04", "2031-03-04")
    pile.claims["a.txt"] = [of_the_report(claim) for claim in pile.claims["a.txt"]]
    assert joined(pile, one, other)
    pile.claims["a.txt"][-1] = further(pile.claims["a.txt"][-1], 600)
    assert not joined(pile, one, other)


def test_a_body_and_its_spokesman_side_by_side_are_one_origin_also_where_no_day_is_known() -> None:
    pile, one, other = a_body(None, None)
    assert joined(pile, one, other)
    pile.claims["a.txt"][-1] = further(pile.claims["a.txt"][-1], 600)
    assert not joined(pile, one, other)


def test_what_a_body_said_at_first_is_not_what_its_spokesman_says_beside_it() -> None:
    pile, _, other = a_body(None, None, kind="armed_group")
    before = says(pile, "The Peace Ministry had initially rejected that.", "Peace Ministry")
    assert not joined(pile, other, before)


def test_what_a_body_is_told_to_be_saying_all_along_is_not_what_its_spokesman_says_beside_it() -> None:
    pile, one, other = a_body(None, None, kind="armed_group")
    pile.claims["a.txt"] = [claim for claim in pile.claims["a.txt"] if claim.id != one]
    further = says(pile, "The Peace Ministry says the mill is its own.", "Peace Ministry")
    assert joined(pile, other, further)
    pile.claims["a.txt"][-1] = replace(pile.claims["a.txt"][-1], quote="which the Peace Ministry says is its own now")
    assert not joined(pile, other, further)


def test_who_speaks_for_a_body_behind_a_lead_that_names_it_says_what_the_lead_tells() -> None:
    for between, same in ((200, True), (600, False)):
        pile, one, other = a_body(None, "2031-03-04")
        pile.claims["a.txt"][-1] = further(pile.claims["a.txt"][-1], between)
        assert joined(pile, one, other) == same


def of_the_report(claim: Claim) -> Claim:
    """A claim that is dated only by its report."""
    return replace(claim, said=replace(claim.said, basis="document_date")) if claim.said else claim


def further(claim: Claim, by: int) -> Claim:
    """A claim that stands so many code points further on."""
    return replace(claim, span=Span(claim.span.doc, claim.span.start + by, claim.span.end + by))


def test_nor_in_different_documents() -> None:
    assert not joined(*a_body("2031-03-04", "2031-03-04", to="b.txt"))


def test_the_many_bodies_of_a_state_are_not_one_for_a_day() -> None:
    assert not joined(*a_body("2031-03-04", "2031-03-04", kind="state"))


def test_what_follows_one_mention_of_a_speaker_is_said_in_one_breath() -> None:
    pile = Pile()
    words = "Residents said that the planes came twice and that the bridge fell."
    one = says(pile, words, "Residents")
    first = pile.claims["a.txt"][0]
    voice = Voice("Residents", Span("a.txt", 0, 9), "Residents")
    pile.claims["a.txt"] = [
        replace(first, voices=(voice,)),
        replace(first, id="f" * 12, span=Span("a.txt", 47, len(words)), quote=words[47:], voices=(voice,)),
    ]
    pile.mentions["a.txt"] = [replace(mention, kind="anonymous") for mention in pile.mentions["a.txt"]]
    assert joined(pile, one, "f" * 12)


DEED = {"when": "2031-03-04", "from_": "Kest", "toward": "Orsk"}


def told_on(act: str, between: int = 0) -> bool:
    """Whether an author's words on an incident are one origin with somebody's account of it before them."""
    pile = Pile()
    one = pile.say("a.txt", "Nadir Renn said that rockets were fired from Kest at Orsk on 4 March.", "Nadir Renn", **DEED)  # type: ignore[arg-type]
    pile._add("a.txt", "x" * between)
    return joined(pile, one, pile.say("a.txt", "Three barns burnt in that fire.", act=act, **DEED))  # type: ignore[arg-type]


def test_an_author_goes_on_with_the_account_that_he_quoted() -> None:
    assert told_on("asserts")


def test_he_does_not_far_from_it_nor_where_he_hedges() -> None:
    assert (told_on("asserts", between=600), told_on("relays")) == (False, False)


def test_of_two_parties_he_goes_on_with_the_one_that_spoke_last() -> None:
    pile = Pile()
    one = pile.say("a.txt", "Nadir Renn said that rockets were fired from Kest at Orsk on 4 March.", "Nadir Renn", **DEED)  # type: ignore[arg-type]
    other = pile.say("a.txt", "Otto Brand said that mortars hit Orsk on 4 March.", "Otto Brand", **DEED)  # type: ignore[arg-type]
    author = pile.say("a.txt", "Three barns burnt in that fire.", **DEED)  # type: ignore[arg-type]
    assert (joined(pile, other, author), joined(pile, one, author), joined(pile, one, other)) == (True, False, False)


def counts_on(unit: str) -> bool:
    """Whether the number of these among the dead, told without a source right behind somebody's account, is of one origin with it."""
    pile = Pile()
    one = pile.say("a.txt", "Rockets from Kest killed 9 in Orsk on 4 March, Nadir Renn said.", "Nadir Renn", killed=9, **DEED)  # type: ignore[arg-type]
    other = pile.say("a.txt", f"Among those whom the rockets killed were 4 {unit}.", kind="figure", verb=unit, amount=4)
    last = pile.claims["a.txt"][-1]
    slots = tuple(replace(slot, amount=replace(slot.amount, unit=unit)) if slot.amount else slot for slot in last.slots)
    pile.claims["a.txt"][-1] = replace(last, slots=slots)
    return joined(pile, one, other)


def test_how_many_of_the_dead_were_children_goes_on_with_the_account_right_before() -> None:
    assert (counts_on("children"), counts_on("barns")) == (True, False)


def test_a_deed_told_without_a_source_right_before_the_doers_own_words_is_his_account() -> None:
    pile = Pile()
    deed = pile.say("a.txt", "Velm reportedly fired rockets from Kest.", act="relays", agent="Velm", when="2031-03-04", from_="Kest")
    own = says(pile, "Velm said that it had been attacked first.", "Velm")
    other = says(pile, "Lund said that it would look into it.", "Lund")
    assert (joined(pile, deed, own), joined(pile, deed, other)) == (True, False)


def quoted_on(words: str, kind: str = "armed_group", between: int = 0, days: tuple[str | None, str | None] = (None, None)) -> bool:
    """Whether what a band is quoted with, and these further words of its own, are one origin."""
    pile = Pile()
    pile.name("a.txt", "Velm", kind)
    one = says(pile, "The bridge is ours, Velm said.", "Velm", days[0])
    pile._add("a.txt", "x" * between)
    other = pile.say("a.txt", words, "Velm", kind="statement", verb="statement", said=days[1])
    pile.mentions["a.txt"] = [replace(mention, kind=kind) for mention in pile.mentions["a.txt"]]
    return joined(pile, one, other)


def test_what_a_band_is_quoted_with_soon_after_its_own_words_is_of_one_statement() -> None:
    further = "Its men burned the toll house, Velm added."
    assert quoted_on(further)
    assert quoted_on(further, between=600)
    assert not quoted_on(further, between=1300)
    assert not quoted_on(further, days=("2031-03-04", "2031-03-09"))


def test_so_is_a_state_that_is_quoted_on_by_its_name() -> None:
    assert quoted_on("Its men burned the toll house, Velm added.", kind="state")


def test_what_a_band_said_at_first_or_again_and_again_is_of_another_time() -> None:
    assert not quoted_on("Velm initially said that no man of its own was there.")
    assert not quoted_on("Velm has repeatedly said that no man of its own was there.")


def test_an_unnamed_voice_is_quoted_on_where_the_text_points_back_to_it() -> None:
    pile = Pile()
    one = says(pile, "A cook at the inn saw smoke.", "A cook at the inn")
    other, third = says(pile, "The cook heard shots too.", "The cook"), says(pile, "The millers fled, cooks said.", "cooks")
    pile.mentions["a.txt"] = [replace(mention, name="cook", kind="anonymous", named=False) for mention in pile.mentions["a.txt"]]
    pile.claims["a.txt"] = [replace(claim, voices=(replace(claim.voice, name="cook"),)) for claim in pile.claims["a.txt"]]
    assert (joined(pile, one, other), joined(pile, other, third)) == (True, False)


def next_words(words: str, kind: str = "figure", between: str = "") -> bool:
    """Whether an author's words right behind what somebody is quoted with are one origin with it."""
    pile = Pile()
    one = says(pile, "The flood took 90 people, Nadir Renn said.", "Nadir Renn")
    pile._add("a.txt", between) if between else None
    other = pile.say("a.txt", words, kind=kind, verb=kind)  # type: ignore[arg-type]
    return joined(pile, one, other)


def test_an_authors_number_of_those_of_whom_somebody_told_right_before_is_of_his_statement() -> None:
    assert next_words("Of these, 40 had lived at the mill.")
    assert not next_words("Of these, 40 had lived at the mill.", between="Rain fell all week.")
    assert not next_words("Bread cost 40 pence.")
    assert not next_words("The town had grown all the same.", kind="statement")


def test_words_of_a_quotation_that_was_opened_before_are_of_its_speakers_statement() -> None:
    assert next_words("and we shall mend the mill.”", kind="statement")
    assert not next_words("and “so” they mended the mill.", kind="statement")


def test_a_sentence_about_those_of_whom_somebody_told_goes_on_with_his_words() -> None:
    words = "Police said two suspected smugglers crossed the river."
    assert goes_on("They had planned to burn the mill.", words)
    assert goes_on("The smugglers had planned to burn the mill.", words)
    assert not goes_on("The harvest had begun on that day.", words)
    assert not goes_on("Otto Brand had planned to burn the mill.", words)


def test_a_clause_that_goes_on_in_the_same_sentence_is_of_its_speaker() -> None:
    assert goes_on("thus, they want the courts to stay out of it.", "Police said that they would look into it and")


def test_sentences_in_which_somebody_speaks_of_himself_are_of_who_was_quoted_before() -> None:
    pile = Pile()
    one = says(pile, "Nadir Renn said: I am certain that the mill will stand.", "Nadir Renn")
    more = [says(pile, words, AUTHOR) for words in ("We will rebuild the bridge.", "We will plant the fields.")]
    other = says(pile, "Our miller met him at the ford.", AUTHOR)
    assert [joined(pile, one, claim) for claim in (*more, other)] == [True, True, False]


def goes_on(author: str, before: str) -> bool:
    pile = Pile()
    one = says(pile, before, "Police")
    return joined(pile, one, says(pile, author, AUTHOR))


def test_what_a_statement_says_of_its_own_by_what_they_are_is_of_that_statement() -> None:
    def told(voice: str) -> bool:
        pile = Pile()
        one = says(pile, "The Front document says that the roads are open.", "Front document")
        other = says(pile, f"{voice} seized four rifles.", voice)
        last = pile.claims["a.txt"][-1]
        pile.claims["a.txt"][-1] = replace(last, voices=(*last.voices, pile.claims["a.txt"][0].voice))
        return joined(pile, one, other)

    assert told("Our men")
    assert told("the document")
    assert not told("the shepherds")


def test_what_a_spokesman_hands_on_of_anothers_words_is_of_his_statement() -> None:
    pile = Pile()
    one = says(pile, "A guild spokesman said the roads are open.", "A guild spokesman")
    other = says(pile, "Nadir Renn had asked for boats.", "Nadir Renn")
    last = pile.claims["a.txt"][-1]
    pile.claims["a.txt"][-1] = replace(last, voices=(*last.voices, pile.claims["a.txt"][0].voice))
    assert joined(pile, one, other)


def test_what_several_promise_together_is_one_statement_but_not_what_they_tell() -> None:
    for act, together in (("pledges", True), ("asserts", False)):
        pile = Pile()
        words = "The truce announced by Orsk and Velm"
        one = pile.say("a.txt", words, "Orsk", act, kind="statement", verb="statement")  # type: ignore[arg-type]
        first = pile.claims["a.txt"][0]
        pile.name("a.txt", "Velm", span=first.span)
        second = replace(first, id="f" * 12, voices=(Voice("Velm", Span("a.txt", 32, 36), "Velm"),))
        pile.claims["a.txt"].append(second)
        assert joined(pile, one, "f" * 12) is together
