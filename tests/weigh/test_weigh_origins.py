"""On how many legs a claim stands."""

from __future__ import annotations

from dataclasses import replace

from papers import RENN, Papers
from piles import NO_PACKS, Pile, day

from sayso.link.linker import link
from sayso.records.claim import AUTHOR, Act, Polarity, Voice
from sayso.records.incident import Origin
from sayso.records.work import Edge
from sayso.records.worked_out import Weighing
from sayso.weigh.weigher import weigh


def origin_count(weighing: Weighing, *claims: str) -> int:
    return len({origin.id for origin in weighing.origins if set(origin.claims) & set(claims)})


def test_what_one_report_is_quoted_with_in_one_text_is_one_origin() -> None:
    pile = Pile()
    one = pile.say("a.txt", "The UN report said the camps had grown.", "UN report", kind="statement", verb="statement")
    other = pile.say("a.txt", "The fighters move freely, the UN report said.", "UN report", kind="statement", verb="statement")
    assert origin_count(pile.weigh(), one, other) == 1


def test_an_outlet_quoted_twice_may_have_two_origins() -> None:
    pile = Pile()
    one = pile.say("a.txt", "Radio Velm said the camps had grown.", "Radio Velm", kind="statement", verb="statement")
    other = pile.say("a.txt", "The fighters move freely, Radio Velm said.", "Radio Velm", kind="statement", verb="statement")
    assert origin_count(pile.weigh(), one, other) == 2


def test_a_deed_claimed_twice_by_one_group_is_one_origin_and_only_inferred() -> None:
    pile = Pile()
    details = {"when": "2031-03-04", "from_": "Kest", "toward": "Orsk"}
    one = pile.say("a.txt", "The Front claimed the rocket fire at Orsk.", "Front", "claims_responsibility", **details)  # type: ignore[arg-type]
    other = pile.say("b.txt", "We fired the rockets at Orsk, the Front said.", "Front", "claims_responsibility", **details)  # type: ignore[arg-type]
    assert origin_count(pile.weigh(), one, other) == 1


def test_voices_that_nobody_can_ask_again_do_not_raise_the_low_figure() -> None:
    pile = Pile()
    details = {"when": "2031-03-04", "from_": "Kest", "toward": "Orsk"}
    pile.say("a.txt", "Rockets were fired at Orsk, Radio Velm said.", "Radio Velm", **details)  # type: ignore[arg-type]
    pile.say("b.txt", "Some media said rockets were fired at Orsk.", "Some media", **details)  # type: ignore[arg-type]
    (incident,) = pile.weigh().incidents
    assert incident.origins == (1, 2)


def two_who_cite(edge: Edge, voice: str = AUTHOR) -> tuple[Origin, ...]:
    papers = Papers()
    papers.say("a.txt", "Rockets fell on the town of Kest.", voice, kind="statement", verb="statement")
    papers.cite("a.txt", RENN)
    papers.say("b.txt", "The town was under fire for a day.", kind="statement", verb="statement")
    papers.cite("b.txt", RENN, edge)
    return papers.weighed()[1].origins


def test_what_two_authors_have_from_one_work_is_one_origin() -> None:
    (origin,) = two_who_cite("found")
    assert (len(origin.claims), origin.certain) == (2, True)


def test_a_citation_that_is_only_inferred_makes_the_origin_uncertain() -> None:
    (origin,) = two_who_cite("inferred")
    assert (len(origin.claims), origin.certain) == (2, False)


def test_a_citation_that_nothing_resolves_joins_nothing() -> None:
    assert len(two_who_cite("unresolved")) == 2


def test_a_speaker_whom_a_work_quotes_is_not_its_author() -> None:
    assert len(two_who_cite("found", "Nadir Renn")) == 2


def test_a_chain_of_ibids_counts_once() -> None:
    papers = Papers()
    for at, doc in enumerate(("a.txt", "a.txt", "b.txt")):
        papers.say(doc, f"Rockets fell on the town, part {at} of the story.", kind="statement", verb="statement")
        papers.cite(doc, RENN, ibid=True)
    assert len(papers.weighed()[1].origins) == 1


def test_what_a_document_has_from_another_of_the_pile_is_one_origin_with_it() -> None:
    papers = Papers(known={"a.txt": {"url": "https://velm.example/rockets"}})
    details = {"when": "2031-03-04", "from_": "Kest", "toward": "Orsk"}
    one = papers.say("a.txt", "Rockets were fired at Orsk from Kest.", **details)  # type: ignore[arg-type]
    other = papers.say("b.txt", "That day Orsk came under rocket fire from Kest.", **details)  # type: ignore[arg-type]
    apart = papers.weighed()[1]
    papers.cite("b.txt", RENN)
    assert (origin_count(apart, one, other), origin_count(papers.weighed()[1], one, other)) == (2, 1)


def test_what_one_unnamed_person_says_in_one_text_is_one_origin() -> None:
    pile = Pile()
    one = pile.say("a.txt", "The planes came twice, a trader said.", "a trader", kind="statement", verb="statement")
    other = pile.say("a.txt", "A trader counted the bodies.", "a trader", kind="statement", verb="statement")
    assert origin_count(pile.weigh(), one, other) == 1


def test_what_several_unnamed_people_say_in_one_text_may_have_several_origins() -> None:
    pile = Pile()
    one = pile.say("a.txt", "The planes came twice, residents said.", "residents", kind="statement", verb="statement")
    other = pile.say("a.txt", "Residents counted the bodies.", "residents", kind="statement", verb="statement")
    pile.mentions["a.txt"] = [replace(mention, kind="anonymous", named=False) for mention in pile.mentions["a.txt"]]
    assert origin_count(pile.weigh(), one, other) == 2


def said_in(work: str) -> int:
    """The number of origins where a team speaks in a report, and the words of another text follow."""
    pile = Pile()
    one = pile.say("a.txt", "A team warned in a report that the camps grow.", "Sarn team", kind="statement", verb="statement")
    pile.name("a.txt", "river report", "media")
    claim = pile.claims["a.txt"][0]
    hand = Voice("a report", claim.span, "river report")
    pile.claims["a.txt"][0] = replace(claim, voices=(*claim.voices, hand))
    other = pile.say("a.txt", f"The {work} added that fighters move freely.", work, kind="statement", verb="statement")
    return origin_count(pile.weigh(), one, other)


def test_what_a_team_says_in_a_report_and_what_the_report_is_quoted_with_are_one_origin() -> None:
    assert said_in("river report") == 1


def test_another_report_is_another_origin() -> None:
    assert said_in("valley report") == 2


def told_of_a_raid(one: str, other: str, act: Act = "asserts", polarity: Polarity = "affirms") -> tuple[int, tuple[int, int]]:
    """How many origins there are of what one party tells of one incident in two documents, and how many the incident counts."""
    pile = Pile()
    for doc, words in (("a.txt", one), ("b.txt", other)):
        pile.say(doc, words, "Velm", act, polarity, verb="attack", when="2031-03-04", place="Dol")
    weighing = pile.weigh()
    (incident,) = weighing.incidents
    return len(weighing.origins), incident.origins


def test_what_a_party_tells_of_one_incident_in_two_reports_is_one_statement_by_words_in_common() -> None:
    assert (
        told_of_a_raid("Velm said horsemen burned the granary at Dol.", "The granary went up when horsemen came to Dol, Velm said.")[0] == 1
    )


def test_told_in_other_words_it_is_two_statements_of_a_party_that_counts_once() -> None:
    assert told_of_a_raid("Velm said horsemen burned the granary at Dol.", "Dol was raided by its foes, Velm said.") == (2, (1, 1))


def test_its_denials_are_one_in_whatever_words() -> None:
    assert told_of_a_raid("Velm denied that it raided Dol.", "Nobody rode there, Velm said of Dol.", "denies", "denies")[0] == 1


def denied_twice(other: str, written: tuple[str, str] = ("2031-03-05", "2031-06-07")) -> bool:
    """Whether what a group denies in its own words in one report, and in another, is one origin."""
    pile = Pile()
    pile.say("a.txt", "Rockets hit Sarn on 4 March.", when="2031-03-04", landed="Sarn")
    one = pile.say("a.txt", "We fired no rockets at Sarn on 4 March.", "Front", "denies", "denies", when="2031-03-04", landed="Sarn")
    again = pile.say("b.txt", other, "Front", "denies", "denies", when="2031-03-04", landed="Sarn")
    documents, findings = pile.parts()
    findings = {doc: replace(found, written=day(text)) for (doc, found), text in zip(findings.items(), written, strict=True)}
    return origin_count(weigh(documents, findings, link(documents, findings, NO_PACKS), NO_PACKS), one, again) == 1


def test_a_denial_that_is_passed_on_later_is_the_one_denial() -> None:
    assert denied_twice("The Front has denied any part in it.")


def test_two_denials_in_words_of_ones_own_are_two() -> None:
    assert not denied_twice("We took no part in what happened that day.")


def test_a_denial_is_not_passed_on_before_it_was_made() -> None:
    assert not denied_twice("The Front has denied any part in it.", ("2031-06-07", "2031-03-05"))
