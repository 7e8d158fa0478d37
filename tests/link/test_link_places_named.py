"""A paragraph that names another place of the text turns away from the event of the paragraphs before."""

from __future__ import annotations

from piles import Pile


def goes_on(opening: str) -> bool:
    """Whether an account without day and place, in a paragraph that opens so, is of the event of the paragraph before."""
    pile = Pile()
    pile.say("a.txt", "The Front holds the town of Sarn.", kind="statement", verb="statement", place="Sarn")
    pile.texts["a.txt"] += "\n"
    first = pile.say("a.txt", "On 4 March gunmen killed ten men in Kest.", verb="attack", when="2031-03-04", place="Kest")
    pile.texts["a.txt"] += f"\n{opening} "
    later = pile.say("a.txt", "Four herders were killed.", verb="attack")
    found = pile.link().incident_of
    return found[later] == found[first]


def test_with_the_name_of_another_place_the_text_has_turned_to_something_else() -> None:
    assert goes_on("It was a bad week.")
    assert goes_on("Nobody in Kest or Sarn slept.")
    assert not goes_on("There was bad news from Sarn too.")
