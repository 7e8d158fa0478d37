"""Incidents in reports on Latin America, 1988-90 (MUC-4, development part): type, roles, stage, and on whose word the perpetrator is named.

    python bench/muc4.py [--data ../shared/bench] [--group dev] [--limit 300] [--types]

The texts are in capitals, and go in as they are (find/capitals.py reads them). Each report is found in and linked by itself, without
packs. An incident of ours becomes a template: its type by TYPES; its agents are PerpOrg where they are named bodies and else PerpInd,
its victims and those of its targets that are persons Victim, its other targets Target, its instruments Weapon, each entity by one mention
(whom a pronoun means by his name).
Measures: CEAF-REE over templates (the GTT form) and over role fillers of a whole document (the GRIT form), and of aligned templates the
stage and the perpetrator's confidence (right of those possible, right of those given). Published figures are on other reports (tst3 and
tst4) and by systems trained on these; our finder was made for other news. There is no target.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from assignment import best_pairs
from news import document_of, recipe, rows
from sayso.find.finder import Finder
from sayso.known.packs import NO_PACKS
from sayso.link.linker import link
from sayso.records.claim import AUTHOR, Claim, Finding, Mention, Slot
from sayso.records.document import Document
from shares import Score, figure
from summary import Measured, Row

TYPES = {
    "attack": "attack",
    "armed_clash": "attack",
    "sexual_violence": "attack",
    "foiled_plot": "attack",
    "mob_violence": "attack",
    "shelling_artillery_missile_attack": "attack",
    "suicide_bomb": "bombing",
    "remote_explosive_landmine_ied": "bombing",
    "grenade": "bombing",
    "air_drone_strike": "bombing",
    "abduction_forced_disappearance": "kidnapping",
    "looting_property_destruction": "arson",
}
"""Our incident types as those of the set. It has none for arrests, raids, protests or talks; we have none for work stoppages."""
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
FILLS = {
    "PerpInd": ("perp_individual",),
    "PerpOrg": ("perp_organization",),
    "Target": ("phys_target_id",),
    "Victim": ("hum_target_name", "hum_target_description"),
    "Weapon": ("instrument_id",),
}
"""The slots of the full templates that hold each role."""
SLOT_OF = {"target": "Target", "victim": "Victim", "instrument": "Weapon"}
BODIES = frozenset({"armed_group", "government_body", "state", "international_org", "company"})
AUTHORITIES = frozenset({"government_body", "state"})
NOT_HAPPENED = frozenset({"denies", "predicts", "demands", "pledges", "declines_comment"})
PUBLISHED = (
    "| IterX, T5-large encoder (trained; tst3 + tst4) | .525 | | | | | |",
    "| GTT, BERT-base (trained; tst3 + tst4) | .502 | .674 | | | | |",
    "| GRIT, BERT-base (trained; tst3 + tst4) | | | .545 | | | |",
    "| GE 1992 (rules; tst3, tst4) | | | | | R .76 P .71, R .80 P .66 | |",
    "| best of 1992 (rules; GE-CMU tst3, NYU tst4) | | | | | | R .29 P .40, R .41 P .58 |",
)


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type, for each role entities as sets of mentions, and the values allowed for stage and confidence."""

    kind: str
    roles: Mapping[str, tuple[frozenset[str], ...]]
    stage: frozenset[str] = frozenset()
    confidence: frozenset[str] = frozenset()


@dataclass(slots=True)
class Tally:
    """The counts of all documents."""

    templates: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    fillers: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    slots: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    types: Counter[tuple[str, str]] = field(default_factory=Counter)


def plain(words: str) -> str:
    """A mention as it is compared: small letters, without articles, marks and breaks."""
    return re.sub(r"^(?:(?:the|a|an|some|several) )+", "", " ".join(re.sub(r"[\W_]+", " ", words.lower()).split()))


def gold_short(row: Mapping[str, Any]) -> list[Template]:
    """The templates of a document in the GTT form."""
    return [
        Template(one["incident_type"], {role: tuple(frozenset(plain(m["text"]) for m in entity) for entity in one[role]) for role in ROLES})
        for one in row["templates"]
    ]


def gold_full(row: Mapping[str, Any]) -> Template:
    """One full template of the answer key."""
    slots = row["slots"]

    def values(name: str) -> frozenset[str]:
        return frozenset(value for fill in slots[name] or () for value in fill["values"])

    roles = {
        role: tuple(frozenset(map(plain, fill["values"])) for name in names for fill in slots[name] or ()) for role, names in FILLS.items()
    }
    kind = next(iter(sorted(values("incident_type"))), "").lower()
    return Template(kind, roles, values("incident_stage"), values("perp_confidence"))


def dated(row: Mapping[str, Any]) -> Document:
    """A report with the day of its dateline."""
    found = re.search(r"\b(\d{1,2} [A-Z]{3} \d\d)\b", row["text"][:200])
    try:
        day = datetime.strptime(found[1].title(), "%d %b %y").date().isoformat() if found else None
    except ValueError:
        day = None
    return document_of(row["docid"], row["text"], day)


def templates_of(document: Document, finder: Finder) -> list[Template]:
    """What we make of a report: a template for each incident of a type that the set knows."""
    finding = finder.find(document)
    incident_of = link([document], {document.sha256: finding}, NO_PACKS).incident_of
    incidents: dict[str, list[Claim]] = defaultdict(list)
    for claim in finding.claims:
        if claim.id in incident_of and claim.verb in TYPES and claim.act not in NOT_HAPPENED and claim.polarity == "affirms":
            incidents[incident_of[claim.id]].append(claim)
    return [_template(claims, finding) for claims in incidents.values()]


def _template(claims: Sequence[Claim], finding: Finding) -> Template:
    kinds = Counter(TYPES[claim.verb] for claim in claims)
    entities: dict[str, dict[frozenset[str], None]] = {role: {} for role in ROLES}
    for claim in claims:
        for slot in claim.slots:
            for role, words in _fills(slot, finding):
                if words:
                    entities[role][frozenset({words})] = None
    threatened = all(claim.act == "threatens" for claim in claims)
    foiled = all(claim.verb == "foiled_plot" for claim in claims)
    stage = "THREATENED" if threatened else "ATTEMPTED" if foiled else "ACCOMPLISHED"
    return Template(
        kinds.most_common(1)[0][0],
        {role: tuple(found) for role, found in entities.items()},
        frozenset({stage}),
        frozenset(_confidence(claims, finding)),
    )


def _fills(slot: Slot, finding: Finding) -> Iterator[tuple[str, str]]:
    """The roles that a slot fills, with its words; a named body inside an agent's words is the organisation."""
    if slot.name in SLOT_OF:
        persons = {mention.name for mention in finding.mentions if mention.kind == "person"}
        pronouns = {mention.span for mention in finding.mentions if not mention.named}
        words = slot.actor if slot.actor in persons and slot.span in pronouns else slot.text
        yield "Victim" if slot.actor in persons else SLOT_OF[slot.name], plain(words)
    elif slot.name == "agent":
        bodies = [m for m in finding.mentions if m.span.within(slot.span) and _is_body(m)]
        for body in bodies:
            yield "PerpOrg", plain(body.text if body.named else body.name)
        if not any(body.span == slot.span for body in bodies):
            yield "PerpInd", plain(slot.text)


def _is_body(mention: Mention) -> bool:
    """Whether a mention is of an organisation: one of its kinds, or a name of no known kind that is written with two capitals."""
    return mention.kind in BODIES or (mention.named and mention.kind == "other" and sum(map(str.isupper, mention.text)) > 1)


def _confidence(claims: Sequence[Claim], finding: Finding) -> Iterator[str]:
    """On whose word the first perpetrator is named, in the words of the set; nothing where none is."""
    named = [claim for claim in claims if claim.slot("agent")]
    if not named:
        return
    claim = next((one for one in named if one.act in ("claims_responsibility", "concedes")), named[0])
    kinds = {mention.kind for mention in finding.mentions if mention.name == claim.voice.name}
    official = bool(kinds & AUTHORITIES) and claim.voice.text != AUTHOR
    if claim.act in ("claims_responsibility", "concedes"):
        yield "CLAIMED OR ADMITTED"
    elif claim.modality == "possible":
        yield "POSSIBLE"
    elif official:
        yield "SUSPECTED OR ACCUSED BY AUTHORITIES"
    elif claim.act == "accuses" or claim.modality == "probable":
        yield "SUSPECTED OR ACCUSED"
    else:
        yield "REPORTED AS FACT"


def entity_pairs(gold: Sequence[frozenset[str]], found: Sequence[frozenset[str]]) -> int:
    """How many found entities are right, each gold one used once: all their mentions are mentions of it."""
    return len(best_pairs([[float(made <= true) for made in found] for true in gold]))


def gain(gold: Template, found: Template) -> float:
    return (gold.kind == found.kind) + sum(entity_pairs(gold.roles[role], found.roles[role]) for role in ROLES)


def aligned(gold: Sequence[Template], found: Sequence[Template]) -> list[tuple[int, int]]:
    """The one-to-one pairs of templates that have most in common."""
    return best_pairs([[gain(one, other) for other in found] for one in gold])


def add_document(tally: Tally, short: Sequence[Template], full: Sequence[Template], found: Sequence[Template]) -> None:
    """Adds one document to the counts."""
    pairs = aligned(short, found)
    tally.templates["type"].add(sum(short[i].kind == found[j].kind for i, j in pairs), len(found), len(short))
    tally.types.update((short[i].kind, found[j].kind) for i, j in pairs)
    for role in ROLES:
        right = sum(entity_pairs(short[i].roles[role], found[j].roles[role]) for i, j in pairs)
        counts = (sum(len(one.roles[role]) for one in side) for side in (found, short))
        tally.templates[role].add(right, *counts)
        whole = [list(dict.fromkeys(entity for one in side for entity in one.roles[role])) for side in (short, found)]
        tally.fillers[role].add(entity_pairs(*whole), len(whole[1]), len(whole[0]))
    pairs = aligned(full, found)
    for name in ("stage", "confidence"):
        right = sum(bool(getattr(full[i], name) & getattr(found[j], name)) for i, j in pairs)
        counts = (sum(bool(getattr(one, name)) for one in side) for side in (found, full))
        tally.slots[name].add(right, *counts)


def total(scores: Mapping[str, Score]) -> Score:
    result = Score()
    for score in scores.values():
        result.add(score.right, score.found, score.gold)
    return result


def table(tally: Tally, documents: int, relevant: int) -> str:
    """Our figures beside the published ones."""
    slots = [f"R {figure(tally.slots[name].recall)} P {figure(tally.slots[name].precision)}" for name in ("stage", "confidence")]
    whole = total(tally.templates)
    lines = [
        f"MUC-4, {documents} documents ({relevant} of them with incidents), {tally.templates['type'].gold:.0f} templates; "
        f"ours {tally.templates['type'].found:.0f}.",
        "",
        "| system | templates, CEAF-REE F1 | incident type F1 | role fillers, CEAF-REE F1 | by role | stage | perpetrator's confidence |",
        "| --- " * 7 + "|",
        f"| Sayso | {whole} | {tally.templates['type']} | {total(tally.fillers)} | "
        + ", ".join(f"{role} {figure(tally.fillers[role].f1)}" for role in ROLES)
        + f" | {slots[0]} | {slots[1]} |",
        *PUBLISHED,
    ]
    return "\n".join(lines)


def counted(data: Path, group: str, limit: int) -> tuple[Tally, int, int]:
    """The counts over the first documents of a group (0 for all), how many those are, and how many hold incidents."""
    texts = [row for row in rows(data / "muc4" / "documents.jsonl") if row["group"] == group][: limit or None]
    short = {row["docid"]: row for row in rows(data / "muc4" / "gtt.jsonl")}
    full: dict[str, list[Template]] = defaultdict(list)
    for row in rows(data / "muc4" / "templates.jsonl"):
        full[row["docid"]].append(gold_full(row))
    finder, tally = recipe(packs=False).make(), Tally()
    for row in texts:
        add_document(tally, gold_short(short[row["docid"]]), full[row["docid"]], templates_of(dated(row), finder))
    return tally, len(texts), sum(bool(row["templates"]) for row in texts)


def measure(data: Path, group: str = "dev", limit: int = 300, types: bool = False) -> Measured:
    """Ours on the first documents of a group; with `types`, which types were aligned with which."""
    tally, documents, relevant = counted(data, group, limit)
    lines = [table(tally, documents, relevant)]
    lines += [f"{number:5} gold {gold}, ours {found}" for (gold, found), number in tally.types.most_common() if types]
    head, note = f"MUC-4, {documents} reports", "no target"
    summary = (
        Row(f"{head}, templates, CEAF-REE F1", str(total(tally.templates)), "GTT .502, IterX .525 (other reports)", note),
        Row(f"{head}, incident type F1", str(tally.templates["type"]), "GTT .674 (other reports)", note),
        Row(f"{head}, role fillers, CEAF-REE F1", str(total(tally.fillers)), "GRIT .545 (other reports)", note),
        Row(f"{head}, stage", str(tally.slots["stage"]), "GE 1992 R .76 P .71 (other reports)", note),
        Row(f"{head}, perpetrator's confidence", str(tally.slots["confidence"]), "best of 1992 R .41 P .58 (other reports)", note),
    )
    return Measured("\n".join(lines), summary)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--group", default="dev")
    parser.add_argument("--limit", type=int, default=300, help="only the first documents (300; 0 for all)")
    parser.add_argument("--types", action="store_true", help="print which types were aligned with which")
    chosen = parser.parse_args(arguments)
    print(measure(chosen.data, chosen.group, chosen.limit, chosen.types).details)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
