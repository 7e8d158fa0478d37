"""Which mentions speak of one event, on ECB+ (development): our linker beside the baseline that takes one head lemma for one event.

    python bench/linking.py [--data ../shared/bench] [--examples]

The documents of a topic are one pile (topics are given, as for the baseline); they go through our finder and linker without packs. Our
records are claims, not mentions, so gold mentions are mapped: one that stands in the span of an event claim, and whose word
lang/en/events.yml lists for the type of that claim, is in the claim's incident (of several such claims the one with the shortest span).
All other mentions, most of which are of events that Sayso does not look for (films, sport, sayings), stay alone. So the table has two
halves: all mentions, and those mapped. Groups of one count. The texts are loose sentences without dates, though incidents are told apart
by date and place.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from coreference import b_cubed, ceaf_e, conll, document_b_cubed, muc
from news import document_of, recipe, rows
from sayso.find.happening_rules import event_rules
from sayso.known.packs import NO_PACKS
from sayso.lang.language import pipeline
from sayso.link.linker import link
from sayso.records.claim import Claim, Finding
from shares import figure
from summary import Measured, Row


@dataclass(frozen=True, slots=True)
class EventMention:
    """A gold mention: its place, its chain, and the lemmas of its words, the head's first."""

    id: str
    docid: str
    topic: int
    start: int
    end: int
    chain: str
    text: str
    lemmas: tuple[str, ...]


def mentions_of(data: Path, split: str) -> tuple[list[EventMention], dict[str, str], dict[str, int]]:
    """The mentions of a split with the texts and topics of its documents; of all splits where there is none of that name."""
    documents = rows(data / "linking" / "documents.jsonl")
    documents = [row for row in documents if row["split"] == split] or documents
    texts, topics = {row["docid"]: row["text"] for row in documents}, {row["docid"]: row["topic"] for row in documents}
    parse = pipeline("en")
    parses = {docid: parse(text) for docid, text in texts.items()}
    result = []
    for row in rows(data / "linking" / "mentions.jsonl"):
        if row["docid"] in texts:
            spans = row["spans"]
            start, end = spans[0]["start"], spans[-1]["end"]
            lemmas = _lemmas(parses[row["docid"]], start, end)
            text = " ".join(span["text"] for span in spans)
            result.append(EventMention(row["id"], row["docid"], topics[row["docid"]], start, end, row["chain"], text, lemmas))
    return result, texts, topics


def _lemmas(parse: Doc, start: int, end: int) -> tuple[str, ...]:
    span = parse.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ()
    return (span.root.lemma_.lower(), *(token.lemma_.lower() for token in span if token is not span.root))


def same_lemma(mentions: Sequence[EventMention]) -> dict[str, str]:
    """One group for each head lemma of a topic."""
    return {one.id: f"{one.topic} {one.lemmas[0] if one.lemmas else one.id}" for one in mentions}


def words_of_types() -> Mapping[str, frozenset[str]]:
    """The lemmas that tell of each incident type."""
    rules, words = event_rules("en"), defaultdict(set)
    for index in (rules.verbs, rules.nouns):
        for lemma, found in index.items():
            for rule in found:
                words[rule.verb].add(lemma)
    return {kind: frozenset(lemmas) for kind, lemmas in words.items()}


def ours(mentions: Sequence[EventMention], texts: Mapping[str, str], topics: Mapping[str, int]) -> dict[str, str]:
    """The incident of each mention that could be mapped to one."""
    finder, words = recipe(packs=False).make(), words_of_types()
    result: dict[str, str] = {}
    for topic in sorted(set(topics.values())):
        documents = [document_of(docid, text) for docid, text in texts.items() if topics[docid] == topic]
        findings: dict[str, Finding] = {document.sha256: finder.find(document) for document in documents}
        incident_of = link(documents, findings, NO_PACKS).incident_of
        claims = {document.path: findings[document.sha256].claims for document in documents}
        for one in mentions:
            if one.docid in claims and (claim := _claim_at(one, claims[one.docid], incident_of, words)):
                result[one.id] = f"{topic} {incident_of[claim.id]}"
    return result


def _claim_at(
    one: EventMention, claims: Iterable[Claim], incident_of: Mapping[str, str], words: Mapping[str, frozenset[str]]
) -> Claim | None:
    """The event claim that a mention is the word of."""
    around = [
        claim
        for claim in claims
        if claim.id in incident_of
        and claim.span.start <= one.start
        and one.end <= claim.span.end
        and words.get(claim.verb, frozenset()) & set(one.lemmas)
    ]
    return min(around, key=lambda claim: (claim.span.size, claim.id), default=None)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is measured of one grouping: precision, recall and F1 of both kinds of B-cubed, and the F1 of the others."""

    b_cubed: tuple[float, float, float]
    muc: float
    ceaf_e: float
    conll: float
    documents: tuple[float, float, float]


def figures(mentions: Sequence[EventMention], found: Mapping[str, str]) -> Figures:
    """A mention that is in no group stands alone."""
    gold = {one.id: one.chain for one in mentions}
    made = {one.id: found.get(one.id, f"alone {one.id}") for one in mentions}
    true_events, made_events = defaultdict(set), defaultdict(set)
    for one in mentions:
        true_events[one.docid].add(one.chain)
        made_events[one.docid].add(made[one.id])
    documents = document_b_cubed(true_events, made_events)
    return Figures(b_cubed(gold, made), muc(gold, made), ceaf_e(gold, made), conll(gold, made), documents)


def line(name: str, mentions: Sequence[EventMention], found: Mapping[str, str]) -> str:
    """A row of the table."""
    one = figures(mentions, found)
    both = [f"{figure(f1)} (P {figure(precision)} R {figure(recall)})" for precision, recall, f1 in (one.b_cubed, one.documents)]
    cells = [both[0], figure(one.muc), figure(one.ceaf_e), figure(one.conll), both[1]]
    return f"| {name} | {len(mentions)} | " + " | ".join(cells) + " |"


def table(mentions: Sequence[EventMention], found: Mapping[str, str]) -> str:
    lemma = same_lemma(mentions)
    mapped = [one for one in mentions if one.id in found]
    alone = {one.id: one.id for one in mentions}
    documents, chains = {one.docid for one in mentions}, {one.chain for one in mentions}
    counts = f"{len(documents)} documents, {len(mentions)} mentions in {len(chains)} chains"
    lines = [
        f"ECB+, {counts}; {len(mapped)} mentions were mapped to our incidents.",
        "",
        "| grouping | mentions | B-cubed F1 | MUC F1 | CEAF-e F1 | CoNLL F1 | B-cubed of documents |",
        "| --- " * 7 + "|",
    ]
    for what, some in (("all", mentions), ("mapped", mapped)):
        for name, grouping in (("Sayso", found), ("same head lemma", lemma), ("each alone", alone)):
            lines.append(line(f"{name}, {what}", some, grouping))
    return "\n".join(lines)


def summary(mentions: Sequence[EventMention], found: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of the one table, over all mentions and over those mapped."""
    result = []
    for what, some in (("all", list(mentions)), ("mapped", [one for one in mentions if one.id in found])):
        mine, lemma = figures(some, found), figures(some, same_lemma(some))
        for name, each in (("B-cubed F1", lambda f: f.b_cubed[2]), ("CoNLL F1", lambda f: f.conll), ("B-cubed of documents", _documents)):
            title = f"ECB+, {len(some)} {what} mentions, {name}"
            result.append(Row(title, figure(each(mine)), f"same head lemma {figure(each(lemma))}", "reported"))
    return tuple(result)


def _documents(measured: Figures) -> float:
    return measured.documents[2]


def measure(data: Path, split: str = "dev", shown: bool = False) -> Measured:
    """Ours and the baseline on one split; with `shown`, what went wrong."""
    mentions, texts, topics = mentions_of(data, split)
    found = ours(mentions, texts, topics)
    details = table(mentions, found) + ("\n\n" + examples(mentions, found) if shown else "")
    return Measured(details, summary(mentions, found))


def examples(mentions: Sequence[EventMention], found: Mapping[str, str]) -> str:
    """What went wrong in the mapped mentions: chains cut in pieces, incidents that hold several chains, words never mapped."""
    chains, incidents = defaultdict(list), defaultdict(list)
    for one in mentions:
        if one.id in found:
            chains[one.chain].append(one)
            incidents[found[one.id]].append(one)
    lines = ["Chains cut in pieces:"]
    for some in sorted(chains.values(), key=lambda group: -len({found[one.id] for one in group}))[:12]:
        lines.append(f"  {len(some)} mentions in {len({found[one.id] for one in some})} incidents: {_words(some)}")
    lines.append("Incidents that hold several chains:")
    for some in sorted(incidents.values(), key=lambda group: -len({one.chain for one in group}))[:12]:
        lines.append(f"  {len({one.chain for one in some})} chains in one incident of {len(some)} mentions: {_words(some)}")
    unmapped = Counter(one.lemmas[0] for one in mentions if one.id not in found and one.lemmas)
    lines.append("Not mapped: " + ", ".join(f"{word} {number}" for word, number in unmapped.most_common(40)))
    return "\n".join(lines)


def _words(mentions: Iterable[EventMention]) -> str:
    return ", ".join(f"{word} {number}" for word, number in Counter(one.lemmas[0] for one in mentions).most_common(6))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--split", default="dev")
    parser.add_argument("--examples", action="store_true", help="print what went wrong")
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.split, chosen.examples).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
