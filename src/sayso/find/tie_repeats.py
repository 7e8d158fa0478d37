"""Ties told by saying that somebody does the same as another: "Ruritania delisted the Dawn. Borduria did the same"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Token

from sayso.find.sentences import sentence_of, sentence_start
from sayso.find.tie_doers import agents
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_nouns import ToldByNoun
from sayso.find.tie_verbs import Told, told_by_verbs, verb_rules
from sayso.records.document import Span


def told_by_repeats(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """The ties of the sentence before, told of another agent (table `repeating`); "the same" stands for the end that both share."""
    words = table["repeating"]
    for verb in tokens:
        same = next((c for c in verb.children if c.lower_ in words["words"]), None) if verb.lemma_ in words["verbs"] else None
        if same is None or sentence_start(verb) == 0:
            continue
        passage = ends.passage
        span = Span(passage.sha, passage.start(same.left_edge), passage.end(same))
        before = [token for token in sentence_of(verb.doc[sentence_start(verb) - 1]) if not token.is_space]
        told = [one for one in told_by_verbs(before, verb_rules(ends.scene.language)) if one.anchor.dep_ in ("ROOT", "conj")]
        for one in told:
            for other in (end for head in agents(verb) for end in ends.of("subject", head)):
                yield from _again(one, other, span, same, ends)


def _again(told: Told, other: End, span: Span, same: Token, ends: Ends) -> Iterator[ToldByNoun]:
    """A tie as it was told, with another end in place of who did it."""
    doers, kinds = set(agents(told.anchor)), told.rule.kinds
    side = "subject" if doers & set(told.subjects) else "object" if doers & set(told.objects) else None
    if side is None or (side in kinds and other.kind not in kinds[side]):
        return
    rest = told.objects if side == "subject" else told.subjects
    shared = (ends.pointing_at(end, span) for head in rest for end in ends.of("object", head))
    for end in shared:
        if end.key != other.key:
            subject, target = (other, end) if side == "subject" else (end, other)
            yield ToldByNoun(told.rule.predicate, subject, target, same, same.head)
