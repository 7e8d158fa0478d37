"""What a voice says, cut where it begins another act or gives the reason for one, each part with its stance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.find.acts import PLAIN, ActJudge, Stance
from sayso.find.attributions import Attribution, reach, says_anew, verbs_of
from sayso.find.contents import has_that
from sayso.find.extents import fit, of_condition, own_edge, spliced, without_joining
from sayso.find.grammar import SUBJECTS, VERBAL, grammar_of, helping, mark_of
from sayso.find.heard import Heard
from sayso.find.sides import Sides
from sayso.find.stage import Stage
from sayso.records.document import Span

WHOLE = frozenset({"ccomp", "xcomp", "ROOT", "conj", "pcomp"})
"""Where the verb of a clause that is said stands, or of a charge ("accused them of firing")."""
WITH_REASONS = frozenset({"pledges", "predicts", "threatens", "demands", "denies"})
"""Acts whose words hold more than what is so: why that is done or foretold is said to be so beside it."""
LEAST = 20
"""Code points that a part has at least."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of an attribution's words, with their heads, their stance and the span of their clause; `others` are places told beside it."""

    heads: tuple[Token, ...]
    words: Sequence[Token]
    span: Span
    stance: Stance
    others: frozenset[int] = frozenset()


class Parts:
    """Cuts attributions by the acts in them. What one of the `deeds` (lemmas) tells, and whom it hurt (`hurting`), stays in one part."""

    def __init__(self, acts: ActJudge, sides: Sides, deeds: frozenset[str], hurting: frozenset[str]) -> None:
        self.acts, self.sides, self.deeds, self.hurting = acts, sides, deeds, hurting

    def of(self, heard: Heard, one: Attribution, stage: Stage, claimed: bool = False) -> Iterator[Part]:
        """The parts of an attribution, the last joined verb first; behind each the reasons that it gives.

        Who has `claimed` a deed in the same sentence names no culprit, but who of its own did it.
        """
        for heads, words, span in self._cut(heard, one, stage):
            stance = self.stance(one, heads, words, heard, stage)
            if claimed and stance.act == "accuses" and one.act in PLAIN - {"accuses"} and all(map(_is_done_by, heads)):
                stance = replace(stance, act="claims_responsibility")
            told = dict(_reasons(one, heads, words)) if stance.act in WITH_REASONS else {}
            yield Part(heads, words, span, stance, frozenset(token.i for own in told.values() for token in own))
            for clause, own in told.items():
                place = heard.quotations.span(own)
                if place is not None and place.size >= LEAST:
                    plain = replace(one, act="asserts", negated=False, attitude=False)
                    yield Part((clause,), own, fit(place, heard.passage), self.stance(plain, (clause,), own, heard, stage))

    def stance(self, one: Attribution, heads: Sequence[Token], words: Sequence[Token], heard: Heard, stage: Stage) -> Stance:
        """The stance of a voice to some of what it says."""
        if one.attitude:
            return Stance(one.act, "affirms", "unspecified")
        heads, words = self.acts.laid_bare(heads, words)
        own = self.sides.is_own(heard, one, heads, stage)
        verbs = [helping(head)[-1:] or [head] for head in heads]
        quoted = any(heard.quotations.at(verb.i) is not None for found in verbs for verb in found)
        party = self.sides.is_party(one.voice, stage, one.mention, one.speaker) or self.sides.is_titled(heard.passage, one.voice)
        stance = self.acts.of_speaker(one.act, heads, words, own, one.negated, quoted, party)
        kind = self.sides.kind(one.mention, stage)
        if kind == "armed_group" and stance.act == "predicts" and any(map(self.acts.threats.will_go_on, heads)):
            return replace(stance, act="threatens")
        owned = any(map(self.acts.doings.owns_up, heads))
        return replace(stance, act=self.acts.doings.act_of(stance.act, kind, heads)) if own or owned else stance

    def _cut(self, heard: Heard, one: Attribution, stage: Stage) -> Iterator[tuple[tuple[Token, ...], list[Token], Span]]:
        """What is said, cut where a joined verb begins another act ("has contained it and will not allow ...")."""
        passage, heads = heard.passage, one.heads
        words = [passage.parse[i] for i in sorted(one.content)]
        whole = heard.quotations.span(without_joining(passage.parse[i] for i in sorted(reach(one))))
        if whole is None:
            return
        joined = [
            c for h in verbs_of(heads) for c in h.conjuncts if c.i > h.i and c.pos_ in VERBAL and c.i in one.content and h.dep_ in WHOLE
        ]
        joined = sorted(
            {*joined, *(h for h in heads[1:] if h.dep_ == "conj" or (h.dep_ == "advcl" and has_that(h)))}, key=lambda verb: verb.i
        )
        heads, joined = tuple(head for head in heads if head not in joined), [verb for verb in joined if not of_condition(verb)]
        if first := self._spliced(heard, one, heads, words, stage):
            heads, joined = (first,), [*one.heads, *joined]
        if joined:
            base = self.stance(one, heads, [w for w in words if w.i < own_edge(joined[0], first)], heard, stage)
            for verb in reversed(joined):
                own = without_joining(t for t in verb.subtree if t.i in one.content and t in words and t.i >= own_edge(verb, first))
                other = self.stance(one, (verb,), own, heard, stage)
                span = heard.quotations.span(own)
                if span is None or span.size < LEAST or span.start <= whole.start:
                    continue
                if (other.act, other.polarity) == (base.act, base.polarity) and not says_anew(verb, self.deeds, self.hurting):
                    continue
                words = [word for word in words if word.i < own[0].i]
                yield (verb,), own, fit(span, passage)
                before = (passage.parse[i] for i in sorted(reach(one)) if i < own[0].i and passage.parse[i].dep_ != "cc")
                whole = passage.span(before) or whole
        if words:
            yield heads, words, fit(whole, passage)

    def _spliced(self, heard: Heard, one: Attribution, heads: Sequence[Token], words: Sequence[Token], stage: Stage) -> Token | None:
        """The first of two clauses with only a comma between them, where one of them denies something and the other does not."""
        first = spliced(heads[0]) if len(heads) == 1 and tuple(heads) == one.heads else None
        if first is None or first.i not in one.content:
            return None
        before, behind = ([w for w in words if (w.i > first.right_edge.i) == later] for later in (False, True))
        acts = [self.stance(one, *part, heard, stage).act for part in (((first,), before), (heads, behind))]
        return first if (acts[0] == "denies") != (acts[1] == "denies") else None


def _is_done_by(verb: Token) -> bool:
    """Whether a verb tells in the passive by whom something was done."""
    return any(child.dep_ == "agent" for child in verb.children)


def _reasons(one: Attribution, heads: Sequence[Token], words: Sequence[Token]) -> Iterator[tuple[Token, list[Token]]]:
    """The clauses that tell why something is done, foretold, denied or asked for, with their words: "... because the bridge is mined"."""
    own, first = {word.i for word in words}, min((word.i for word in words), default=0)
    above = [*heads, *(verb for head in heads for verb in head.subtree if verb.i in own and verb.dep_ in WHOLE and verb.pos_ in VERBAL)]
    beside = [one.cue.token] if tuple(heads) == one.heads else []  # "asked for his resignation because he had failed"
    for clause in (child for verb in dict.fromkeys((*above, *beside)) for child in verb.rights):
        mark = mark_of(clause, grammar_of(clause).reasons)
        told = mark is not None and mark.i > first and mark.nbor(-1).dep_ != "neg" and any(c.dep_ in SUBJECTS for c in clause.children)
        if told and clause.i not in one.away:
            yield clause, without_joining(token for token in clause.subtree if not token.is_space and token != mark)
