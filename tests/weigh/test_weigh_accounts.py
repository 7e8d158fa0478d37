"""Two voices of which one sentence tells are laid side by side."""

from __future__ import annotations

from dataclasses import replace

from piles import Pile

from sayso.records.claim import Act, Voice, numbered
from sayso.records.document import Span


def beside(second: str, voice: str = "a ferryman", gap: int = 2, first: str = "Lund") -> list[dict[str, int]]:
    """The sides of disputes between what Lund says and words that begin so many code points behind it."""
    pile = Pile()
    pile.say("a.txt", "Lund says that the barge sank", first, kind="statement", verb="statement")
    pile.say("a.txt", second, voice, kind="statement", verb="statement")
    one, other = pile.claims["a.txt"]
    start = one.span.end + gap
    said = replace(other, span=Span("a.txt", start, start + len(second)), voices=(Voice(voice, Span("a.txt", start, start + 4), voice),))
    pile.claims["a.txt"] = [one, said]
    return [{side.value: len(side.claims) for side in found.sides} for found in pile.weigh().disputes if found.question == "Whose account?"]


def test_what_another_voice_says_in_the_same_sentence_is_another_account() -> None:
    assert beside("a ferryman says that it was sold.") == [{"Lund says that the barge sank": 1, "a ferryman says that it was sold": 1}]


def test_a_new_sentence_or_what_stands_further_on_need_not_be_of_the_same() -> None:
    assert beside("A ferryman says that it was sold.", "A ferryman") == []
    assert beside("a ferryman says that it was sold.", gap=9) == []


def test_who_is_one_of_those_who_spoke_or_the_same_gives_no_other_account() -> None:
    assert beside("two of them say that it was sold.", "two of them") == []
    assert beside("he says that it was sold.", "Lund") == []


def in_turn(one: str, other: str, voices: tuple[str, str] = ("Lund", "Orsk"), act: Act = "asserts") -> list[list[str]]:
    """The sides of the disputes on whose account is right between two statements in a row."""
    pile = Pile()
    pile.say("a.txt", one, voices[0], kind="statement", verb="statement")
    pile.say("a.txt", other, voices[1], act, kind="statement", verb="statement")
    return [[side.value for side in found.sides] for found in pile.weigh().disputes if found.question == "Whose account?"]


SANK, SOLD = "Lund says that the barge sank in heavy winds.", "Orsk counts the barge among those sold last winter."


def test_who_says_no_right_behind_words_on_one_matter_gives_another_account() -> None:
    denial = "A tale of the barge was denied by Orsk that winter."
    assert [set(sides) for sides in in_turn(SANK, denial, act="denies")] == [{SANK.rstrip("."), denial.rstrip(".")}]
    assert in_turn(SANK, denial.replace("barge", "horse"), act="denies") == []
    assert in_turn(SANK.replace("barge", "Dol"), denial.replace("barge", "Dol"), act="denies") == []
    assert in_turn(SANK, SOLD) == []


def test_who_says_what_it_was_right_beside_another_voice_gives_another_account() -> None:
    gas, guns = "Lund attributed it to a leak of gas.", "Orsk asserted that powder had burned."
    assert [set(sides) for sides in in_turn(gas, guns)] == [{gas.rstrip("."), guns.rstrip(".")}]
    assert [set(sides) for sides in in_turn(guns, gas, ("Orsk", "Lund"))] == [{gas.rstrip("."), guns.rstrip(".")}]
    assert in_turn(gas.replace("attributed it to", "spoke of"), guns) == []


def test_two_who_deny_the_same_do_not_tell_it_otherwise() -> None:
    pile = Pile()
    pile.say("a.txt", "A tale of the barge was denied by Lund that winter.", "Lund", "denies", "denies", kind="statement", verb="statement")
    pile.say("a.txt", "That the barge sank was denied by Orsk too.", "Orsk", "denies", "denies", kind="statement", verb="statement")
    assert "Whose account?" not in {found.question for found in pile.weigh().disputes}


def in_spite(words: str, voice: str = "Velm") -> list[str]:
    """The questions of a sentence in which farmers speak, and another one inside it."""
    pile = Pile()
    pile.say("a.txt", f"{words}, farmers said that shots were fired.", "farmers", kind="statement", verb="statement")
    outer, at = pile.claims["a.txt"][0], words.index(voice)
    pile.name("a.txt", voice, span=outer.span)
    inner = Span("a.txt", outer.span.start + at, outer.span.start + len(words))
    said = Voice(voice, Span("a.txt", inner.start, inner.start + len(voice)), voice)
    pile.claims["a.txt"] = numbered([outer, replace(outer, span=inner, quote=words[at:], voices=(said,))])
    return [found.question for found in pile.weigh().disputes]


def test_what_is_so_in_spite_of_what_another_one_says_stands_against_that() -> None:
    assert in_spite("Although Velm says that the road is calm") == ["Whose account?"]
    assert in_spite("Contrary to Velm and its claim that the road is calm") == ["Whose account?"]
    assert in_spite("Just after Velm said that the road is calm") == []


def of_one_attack(second: str, kinds: tuple[str, str] = ("state", "armed_group"), between: str = "") -> int:
    """How many disputes there are on whose account is right between what Orsk and the Front say right behind one another of attacks."""
    pile = Pile()
    pile.say("a.txt", "A helicopter was shot at near Kest.", verb="attack", when="2031-03-04", place="Kest")
    pile.say("a.txt", "Orsk says that the helicopter at Kest had met fog.", "Orsk", verb="attack", when="2031-03-04", place="Kest")
    pile._add("a.txt", between)
    pile.say("a.txt", second, "Front", kind="figure", verb="number", when="2031-03-04", place="Kest", killed=5)
    kind = dict(zip(("Orsk", "Front"), kinds, strict=True))
    pile.mentions["a.txt"] = [replace(one, kind=kind.get(one.name, one.kind)) for one in pile.mentions["a.txt"]]
    return sum(found.question == "Whose account?" for found in pile.weigh().disputes)


def test_a_state_and_an_armed_group_right_behind_one_another_give_two_accounts_of_one_incident() -> None:
    words = "The Front says that its gunners killed 5 airmen there."
    assert of_one_attack(words) == 1
    assert of_one_attack(words, ("state", "state")) == 0
    assert of_one_attack(words, between="Meanwhile the rains went on.") == 0


def test_what_was_found_out_stands_against_the_word_of_another_right_before_it() -> None:
    word, looked = "Orsk says that the barge at Kest had a hole.", "Farmers found no trace of a hole."
    assert found_out(word, looked) == 1
    assert found_out(word, "Farmers heard of a hole.") == 0
    assert found_out(word, looked, voice="(author)") == 0
    assert found_out(word, "They found no trace of a hole.", voice="They") == 0


def found_out(word: str, looked: str, voice: str = "Farmers") -> int:
    """How many disputes there are on whose account is right between a word on an attack and what is told right behind it."""
    pile = Pile()
    pile.say("a.txt", "A barge was shelled at Kest.", verb="attack", when="2031-03-04", place="Kest")
    pile.say("a.txt", word, "Orsk", verb="attack", when="2031-03-04", place="Kest")
    pile.say("a.txt", looked, voice, kind="figure", verb="number", when="2031-03-04", place="Kest", killed=5)
    return sum(found.question == "Whose account?" for found in pile.weigh().disputes)
