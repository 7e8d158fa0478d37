"""Two states of a small ledger, drawn at random: before a change and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import msgspec
from hypothesis import strategies as st
from memory import State
from piles import Pile, day

from sayso.records.actor import Actor
from sayso.records.claim import AUTHOR, Act, Claim, Finding, Mention, Polarity, Slot, Voice
from sayso.records.document import Document, Span
from sayso.records.link import Link
from sayso.records.review import Rulings, Standing
from sayso.records.work import Work
from sayso.records.worked_out import Linking, in_order, mention_key

DOCS = tuple(letter * 64 for letter in "abcd")
"""Paths as long as a hash, since in these piles a path stands for the hash."""
NAMES = ("Front", "Orsk", "Velm", "Nadir Renn", "Radio Velm")
REPORT = "the report"
"""What is named as a publication: the radio, where nothing else is drawn."""
ACTORS = ("a-front", "a-orsk", "a-velm", "a-renn", "a-radio")
INCIDENTS = ("i-1", "i-2", "i-3")
KINDS = ("armed_group", "state", "person", "media", "government_body")
Face = tuple[str, str, str | None, str]
USUAL: Mapping[str, Face] = {
    "a-front": ("Front", "armed_group", None, ""),
    "a-orsk": ("Orsk", "state", None, "a-orsk"),
    "a-velm": ("Velm", "state", "velm", "a-velm"),
    "a-renn": ("Nadir Renn", "person", None, "a-velm"),
    "a-radio": ("Radio Velm", "media", "velm", ""),
}
Say = Callable[[Pile, str, str, str], object]


def tells(act: Act = "asserts", polarity: Polarity = "affirms", verb: str = "armed_clash", **details: str | int) -> Say:
    def say(pile: Pile, doc: str, voice: str, other: str) -> None:
        words = f"{voice} spoke of {other} on 4 March."
        pile.say(doc, words, voice, act, polarity, verb=verb, agent=other, when="2031-03-04", said="2031-03-05", **details)  # type: ignore[arg-type]

    return say


def says(words: str, act: Act = "asserts", kind: str = "statement", verb: str = "statement", **details: str | int) -> Say:
    """Something said in words in which {voice} and {other} stand for names, both of them named in the document."""

    def say(pile: Pile, doc: str, voice: str, other: str) -> None:
        named = {name: other if value == "OTHER" else voice if value == "VOICE" else value for name, value in details.items()}
        pile.say(doc, words.format(voice=voice, other=other), voice, act, kind=kind, verb=verb, **named)  # type: ignore[arg-type]
        span = pile.claims[doc][-1].span
        if kind == "figure":
            claim = pile.claims[doc][-1]
            pile.claims[doc][-1] = replace(claim, slots=(*claim.slots, Slot("as_of", "2031", span, when=day("2031-01"))))
        at = span.start + pile.claims[doc][-1].quote.rindex(other)
        pile.mentions.setdefault(doc, []).append(Mention(Span(doc, at, at + len(other)), other, other, "other"))

    return say


def reports(words: str) -> Say:
    """Something said by {voice} in a publication."""

    def say(pile: Pile, doc: str, voice: str, other: str) -> None:
        says(words)(pile, doc, voice, other)
        claim = pile.claims[doc][-1]
        at = claim.span.start + claim.quote.rindex(REPORT)
        pile.claims[doc][-1] = replace(claim, voices=(*claim.voices, Voice(REPORT, Span(doc, at, at + len(REPORT)), REPORT)))

    return say


def of_the_army(words: str, called: str) -> Say:
    """Something said by the army, or by {voice} as somebody of it."""

    def say(pile: Pile, doc: str, voice: str, other: str) -> None:
        says(words)(pile, doc, voice, other)
        claim = pile.claims[doc][-1]
        if voice != AUTHOR:
            pile.claims[doc][-1] = replace(claim, voices=(replace(claim.voice, text=called.format(voice=voice)),))

    return say


SAID: tuple[Say, ...] = (
    tells(landed="Dol", killed=3),
    tells(from_="Kest", toward="Orsk", killed=4),
    tells("denies", "denies"),
    tells("claims_responsibility", from_="Kest", count=12, target="Orsk"),
    tells("concedes", landed="Sarn"),
    tells("declines_comment", "uncommitted"),
    tells(verb="attack", place="Dol", target="Velm"),
    tells(verb="other_event", place="Dol", target="Velm"),
    says("{voice} says that threats from {other} are rising."),
    says("{voice} says it has contained {other}."),
    says("{voice} says {other} was killed."),
    says("{voice} says {other} is alive."),
    says("{voice} counts on {other}.", kind="tie", verb="supports", subject="VOICE", object="OTHER"),
    says("{voice} fights {other}.", kind="tie", verb="fights", subject="OTHER", object="Front"),
    says("{voice} hosts {other}.", kind="tie", verb="hosts", subject="OTHER", object="Front", since="2030"),
    says("{voice} counts 50 of {other}.", kind="figure", verb="strength", subject="OTHER", count=50),
    says("{voice} counts 70 of {other}.", kind="figure", verb="strength", subject="OTHER", count=70),
    says("{voice} will not let its soil be used for attacks on its neighbours like {other}.", "pledges", said="2031-01-01", place="Velm"),
    says("{voice} again pledged that nobody will attack a neighbour from its soil: {other}.", "pledges", place="Velm"),
    says("{voice} expects that {other} will attack its neighbours in the coming months.", "predicts", agent="OTHER", place="Orsk"),
    says("{voice} will burn the towns of {other} and attack its neighbours.", "threatens", said="2031-02-01", place="Orsk"),
    says("{voice} said that {other} did it.", "accuses"),
    says("{voice} denied what {other} said.", "denies"),
    says("{voice} says that {other} has not kept its word."),
    says("{voice} says that it can ensure security, {other} said."),
    says("{voice} says that {other} failed to prevent it."),
    says("{voice} promised that {other} would not attack anybody.", "pledges", agent="OTHER"),
    says("{voice} is also called {other}.", kind="tie", verb="alias_of", subject="VOICE", object="OTHER"),
    reports("{voice} spoke of {other} in the report."),
    says("{voice} put the number of dead in {other} at 47.", kind="figure", verb="casualties", number=47),
    says("{voice} said that none of the fighters of {other} was there.", "denies"),
    says("{other} hit its fighters with rockets, {voice} said.", kind="event", verb="armed_clash", agent="OTHER", landed="Dol"),
    says("{other} hit civilians, {voice} said, by shells, not rockets.", kind="event", verb="armed_clash", agent="OTHER", landed="Dol"),
    tells("relays", landed="Sarn"),
    says("{voice} has a pact with {other}.", kind="tie", verb="agreement_with", subject="VOICE", object="OTHER"),
    says("{other} could not or would not prevent it, and {voice} denied the existence of the {other}."),
    says("{voice} will not let {other} become active.", "pledges", said="2031-01-01"),
    says("{voice} again vowed never to fire on towns, as {other} knows.", "pledges", said="2031-04-01"),
    says("{voice} will overthrow {other}.", "threatens"),
    says("{voice} blamed {other} for it.", "accuses"),
    says("{voice} says that {other} was responsible."),
    says("{voice} at first told of a fire at the mill of {other}."),
    says("{voice} acknowledged that the mill of {other} had burned.", "concedes"),
    says("{voice} has since retracted what it told of {other}."),
    says("{voice} counted 50 oxen of {other}.", kind="figure", verb="oxen", amount=50),
    says("{voice}, unlike {other}, says 70", kind="figure", verb="number", amount=70),
    says("{voice} would “ride wherever the thieves sleep”, said {other}."),
    says("{voice} found 40 oxen near {other}.", kind="figure", verb="oxen", count=40, said="2031-03-05"),
    says("{voice} counted the oxen of {other}, 40 of them.", kind="figure", verb="oxen", count=40, said="2031-04-05"),
    says("{voice} vowed that no market would be bombed, as {other} heard.", "pledges", said="2031-02-01"),
    says("{voice} will burn every bazaar of {other}.", "threatens", said="2031-02-01"),
    says("Bombs fell on the market of {other}, {voice} said.", kind="event", verb="attack", said="2031-03-05"),
    says("{other} hit the market, {voice} said.", kind="event", verb="attack", agent="OTHER", said="2031-03-05"),
    says("{voice} promised to publish its findings on {other}.", "pledges", said="2031-01-01"),
    says("{voice} says that the findings on {other} have not been published.", said="2031-03-05"),
    says("{voice} vowed that no quarry road would be shut by {other}.", "pledges", agent="OTHER"),
    says("{voice} expects that the quarry road to {other} will reopen.", "predicts"),
    says("The quarry road remains closed in spite of what was announced, {voice} and {other} said.", "accuses"),
    says("It has not appeared, {voice} told {other}."),
    says("The promise of {voice} to publish its findings on {other} has not been kept.", "pledges", said="2031-03-05"),
    says("{voice} said that no findings on {other} had been published.", polarity="denies"),
    of_the_army("{voice} told of a fire at the mill of {other}.", "the army of Velm"),
    of_the_army("{voice} told of the barn of {other}.", "Kenya's army"),
    of_the_army("{voice} told of the byre of {other}.", "Kenya, that is {voice}"),
    of_the_army("{voice} told of the hay of {other}.", "army spokesman {voice}"),
    says("{voice} lost 47 oxen and 13 mules to {other}.", kind="figure", verb="oxen", amount=47, count=13),
    says("{voice} had 20 oxen and 30 mules of {other}.", kind="figure", verb="oxen", amount=20, count=30),
    says("Two of them, {voice} said, were oxen of {other}.", kind="figure", verb="oxen", amount=2),
    says("{voice} said that nobody was killed in Dol, not even of {other}.", kind="event", verb="attack", polarity="denies", place="Dol"),
    says("{voice} said that {other} ordered the murder.", victim="Nadir Renn"),
    says("{voice} was blamed: spokesmen of {other} ordered the murder.", kind="event", verb="attack", victim="Nadir Renn"),
    says("{voice} denies any part in the murder of {other}."),
    says("{voice} blamed right-wing landowners for what befell {other}.", "accuses"),
    says("What the Front had said of {other} lacks credibility, {voice} said."),
    says("{voice} declared the road of {other} a military target.", said="2031-02-01"),
    says("{voice} says: we are willing to talk to {other}.", said="2031-01-01"),
    says("{voice} will not have the means to overthrow {other}."),
    says("{other} will soon collapse, {voice} said."),
    says("They had burned the barn of {other}."),
    says("We will rebuild the barn of {other}."),
    says("The barn had stood near {other}."),
    of_the_army("{voice} told of the loft of {other}.", "members of the Front"),
    of_the_army("{voice} told of the attic of {other}.", "the Front"),
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A claim, how it is before a change and after it: absent, there, or there with another polarity and another name in its voice."""

    doc: str
    how: int
    voice: str
    other: str
    how_then: tuple[str, str]


def both(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """A value before a change, and one after it, mostly the same."""
    return st.tuples(values, values, st.integers(0, 2)).map(lambda drawn: (drawn[0], drawn[1] if drawn[2] == 0 else drawn[0]))


HOW = st.sampled_from(["there", "there", "there", "absent", "other"])
TOLD = st.builds(
    Told,
    st.sampled_from(DOCS),
    st.integers(0, len(SAID) - 1),
    st.sampled_from(("(author)", "(author)", *NAMES)),
    st.sampled_from(NAMES),
    both(HOW),
)
FACES = st.tuples(
    st.sampled_from(("Front", "Orsk", "Velm", "Renn")),
    st.sampled_from(KINDS),
    st.sampled_from((None, None, "orsk", "velm", "none")),
    st.sampled_from(("", *ACTORS, "a-nobody")),
)
EDGES = st.sampled_from(("found", "found", "inferred", "unresolved"))
LINKS = st.one_of(
    st.tuples(st.just("cites"), st.integers(0, 5), st.integers(0, 1), EDGES),
    st.tuples(st.just("denies"), st.integers(0, 3), st.integers(0, 3), EDGES),
    st.tuples(st.sampled_from(("copy_of", "denies")), st.integers(0, 11), st.integers(0, 11), EDGES),
)


@dataclass(frozen=True)
class Drawn:
    """Two states of one ledger: each value is drawn for before and for after."""

    told: list[Told]
    new: set[str]
    meant: dict[tuple[str, str], tuple[str | None, str | None]]
    faces: list[tuple[Face | None, Face | None]]
    there: list[tuple[bool, bool]]
    homes: list[tuple[str | None, str | None]]
    links: list[tuple[tuple[str, int, int, str], tuple[bool, bool]]]
    works: list[tuple[str | None, str | None]]
    standings: list[tuple[tuple[str | None, set[int]], tuple[bool, bool]]]

    def state(self, after: bool) -> State:
        """The ledger before or after the change."""
        documents, findings = self._found(after)
        claims = [claim.id for doc in DOCS for claim in self._pile().claims.get(doc, ())]
        there = {claim.id for finding in findings.values() for claim in finding.claims}
        homes = dict(zip(claims, (pair[after] for pair in self.homes), strict=False))
        linking = Linking(
            in_order(self._links(after, claims, there)),
            in_order(self._actors(after)),
            self._meant(after, findings),
            {claim: home for claim, home in sorted(homes.items()) if home and claim in there},
            (),
            tuple(Work(f"w-{number}", None, None, None, None, None, (), pair[after]) for number, pair in enumerate(self.works)),
        )
        given = [(status, where) for (status, where), there_then in self.standings if there_then[after]]
        standings = [Standing(status, tuple(claims[at] for at in sorted(where) if at < len(claims))) for status, where in given]  # type: ignore[arg-type]
        return State(documents, findings, linking, Rulings(standings=tuple(standings)))

    def _pile(self) -> Pile:
        pile = Pile()
        for told in self.told:
            SAID[told.how](pile, told.doc, told.voice, told.other)
        return pile

    def _found(self, after: bool) -> tuple[list[Document], dict[str, Finding]]:
        pile = self._pile()
        how = {doc: [one.how_then[after] for one in self.told if one.doc == doc] for doc in DOCS}
        documents, found = pile.parts()
        found = msgspec.json.decode(msgspec.json.encode(found), type=dict[str, Finding])  # numbers as a store gives them
        documents = [document for document in documents if after or document.path not in self.new]
        findings = {}
        for document in documents:
            finding = found[document.sha256]
            claims = zip(finding.claims, how[document.sha256], strict=True)
            kept = tuple(_other(claim) if state == "other" else claim for claim, state in claims if state != "absent")
            written = finding.claims[0].said if document.path in DOCS[1:3] else None
            findings[document.sha256] = replace(finding, claims=kept, written=written)
        return documents, findings

    def _actors(self, after: bool) -> list[Actor]:
        faces = zip(ACTORS, self.faces, self.there, strict=True)
        return [_actor(who, pair[after]) for who, pair, there in faces if there[after]]

    def _meant(self, after: bool, findings: Mapping[str, Finding]) -> dict[str, str]:
        known = {actor.id for actor in self._actors(after)}
        usual = {(doc, name): who for doc in findings for name, who in zip((*NAMES, REPORT), (*ACTORS, "a-radio"), strict=True)}
        meant = usual | {key: pair[after] for key, pair in self.meant.items() if key[0] in findings}
        return {mention_key(*key): who for key, who in sorted(meant.items()) if who in known}

    def _links(self, after: bool, claims: list[str], there: set[str]) -> list[Link]:
        found = []
        for (kind, left, right, judgement), there_then in self.links:
            end = f"w-{right}" if kind == "cites" else claims[right] if right < len(claims) else ""
            if there_then[after] and left < len(claims) and claims[left] in there and (kind == "cites" or end in there - {claims[left]}):
                found.append(Link(claims[left], end, kind, judgement, by="rules"))  # type: ignore[arg-type]
        return found


def _actor(who: str, face: Face | None) -> Actor:
    """An actor with a face that was drawn, else with his usual one."""
    name, kind, side, party = face or USUAL[who]
    return Actor(who, name, kind, (), side, party)


def _other(claim: Claim) -> Claim:
    """A claim as a person may correct it: with the other polarity, and without one detail."""
    polarity: Polarity = "affirms" if claim.polarity == "denies" else "denies"
    return replace(claim, polarity=polarity, slots=claim.slots[1:])


WORDS_THERE = st.tuples(st.sampled_from(DOCS), st.sampled_from((*NAMES, REPORT)))
WHERE = st.sampled_from((None, None, *DOCS))
STANDINGS = st.tuples(st.sampled_from((None, "rejected", "pending")), st.sets(st.integers(0, 11), max_size=4))
PAIR = st.tuples(st.booleans(), st.booleans())
DRAWN = st.builds(
    Drawn,
    st.lists(TOLD, min_size=1, max_size=12),
    st.sets(st.sampled_from(DOCS), max_size=2),
    st.dictionaries(WORDS_THERE, both(st.sampled_from((None, *ACTORS))), max_size=3),
    st.lists(both(st.one_of(st.none(), st.none(), FACES)), min_size=5, max_size=5),
    st.lists(both(st.sampled_from((True, True, True, False))), min_size=5, max_size=5),
    st.lists(both(st.sampled_from((None, *INCIDENTS))), min_size=12, max_size=12),
    st.lists(st.tuples(LINKS, PAIR), max_size=6),
    st.lists(both(WHERE), min_size=2, max_size=2),
    st.lists(st.tuples(STANDINGS, PAIR), max_size=3),
)  # fmt: skip
