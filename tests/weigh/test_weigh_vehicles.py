"""In what vehicle a bomb was is disputed where voices tell of different ones."""

from __future__ import annotations

import pytest
from piles import Pile

from sayso.lang.language import load_language
from sayso.weigh.vehicles import vehicle_told


@pytest.mark.parametrize(
    ("words", "vehicle"),
    [
        ("A car bomb went off at the mill.", "car"),
        ("The minibus used in the attack was bought in Dol.", "bus"),
        ("Some 90 kg of dynamite hidden in an old lorry exploded.", "truck"),
        ("A truck packed with explosives blew up.", "truck"),
        ("A bomb went off near a bus.", None),
        ("A car bomb and a truck bomb went off.", None),
    ],
)
def test_the_vehicle_is_told_by_the_words_beside_it(words: str, vehicle: str | None) -> None:
    assert vehicle_told(load_language(), words) == vehicle


def test_two_voices_who_tell_of_different_vehicles_differ_and_one_voice_does_not() -> None:
    for other, sides in {"Orsk": {"car", "bus"}, "Lund": set()}.items():
        pile = Pile()
        for words, voice in (("Lund said a car bomb hit Sarn.", "Lund"), (f"{other} said a bus bomb hit Sarn.", other)):
            pile.say("a.txt", words, voice, verb="remote_explosive_landmine_ied", when="2031-03-04", target="Sarn")
        found = [one for one in pile.weigh().disputes if one.question == "In what vehicle?"]
        assert {side.value for one in found for side in one.sides} == sides
