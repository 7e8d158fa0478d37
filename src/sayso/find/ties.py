"""Lasting ties between actors, and between actors and places: who leads, belongs to, supports or opposes whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, grammar_of, is_not, mark_of
from sayso.find.passages import Passage
from sayso.find.scene import Scene
from sayso.find.sentences import same_sentence, sentence_of
from sayso.find.tie_beside import told_by_beside
from sayso.find.tie_calling import told_by_calling
from sayso.find.tie_deeds import OWNERS, told_by_deeds
from sayso.find.tie_doers import above, agents, passive, wanted_of
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_goods import told_by_goods
from sayso.find.tie_joined import told_by_joined
from sayso.find.tie_members import told_by_members
from sayso.find.tie_names import told_by_names
from sayso.find.tie_nouns import ToldByNoun, told_by_nouns
from sayso.find.tie_owners import told_by_followers, told_by_owners
from sayso.find.tie_parts import told_by_parts
from sayso.find.tie_places import told_by_places
from sayso.find.tie_repeats import told_by_repeats
from sayso.find.tie_staff import told_by_staff
from sayso.find.tie_verbs import Told, told_by_verbs, verb_rules
from sayso.find.utterance import NOT_HAPPENED
from sayso.records.claim import Act, Slot
from sayso.records.document import Span

MADE = frozenset({"agreement_with", "allied_with"})
"""Ties that two make with each other, which others may call for before they are made."""
FOUGHT = frozenset({"hostile_to", "seeks_to_overthrow"})
"""Ties that a deed tells also where it fails."""
NAMING = frozenset({"alias_of", "renamed_from"})
"""Ties between the names of one actor: only these may join an actor to itself."""
AIMS = frozenset({"seeks_to_overthrow", "threatens", "hostile_to"})
"""Ties that a pledge, a threat or a demand itself tells: who announces that he will bring a government down does seek it."""
SUPPORT = "supports"
"""A tie that a pledge itself tells: who promises to support somebody, or is committed to it, is on his side."""
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "parataxis", "pcomp", "acl"})
"""Clauses of their own, whose dates are not those of the clause above."""


@dataclass(frozen=True, slots=True, eq=False)
class FoundTie:
    """A tie at its place. `negated` says that the words deny it, `hypothetical` that they only think or foretell it,
    `presupposed` that they take it as known ("Front leader Otto Brand"), whatever is said of its ends, `undone` that it holds as long as
    what they call for or promise is not done ("must end its support for")."""

    predicate: str
    subject: Slot
    object: Slot
    since: Slot | None
    until: Slot | None
    anchor: Token
    negated: bool = False
    hypothetical: bool = False
    presupposed: bool = False
    undone: bool = False

    def holds_in(self, act: Act) -> bool:
        """Whether words said with this act tell that the tie holds, and not only foretell, promise or call for it."""
        if self.presupposed or self.undone:
            return self.presupposed or self.hypothetical or act in NOT_HAPPENED
        told = act not in NOT_HAPPENED or self.predicate in AIMS or (act == "pledges" and self.predicate == SUPPORT)
        return told and not self.hypothetical


def ties(passage: Passage, tokens: Sequence[Token], scene: Scene) -> list[FoundTie]:
    """The ties that the tokens of a clause tell of, in the order of the words that tell them; each of them once."""
    table: Mapping[str, Any] = scene.language.rules("ties")
    ends = Ends(passage, scene, table)
    finder = _TieFinder(passage, scene, ends, table)
    found = [*finder.by_verbs(tokens), *finder.by_nouns(tokens), *finder.by_names(tokens)]
    once: dict[tuple[str, str, str], FoundTie] = {}
    told: set[tuple[str, str, int]] = set()  # one word tells one tie between two ends: the first rule that fits
    for keys, tie in sorted(found, key=lambda pair: pair[1].anchor.i):
        if (*keys, tie.anchor.i) not in told:
            told.add((*keys, tie.anchor.i))
            once.setdefault((tie.predicate, *keys), finder.by_name(tie, tokens))
    return list(once.values())


Keyed = tuple[tuple[str, str], FoundTie]


class _TieFinder:
    """Makes ties of what verbs, nouns and names tell in one passage."""

    def __init__(self, passage: Passage, scene: Scene, ends: Ends, table: Mapping[str, Any]) -> None:
        self.passage, self.scene, self.ends, self.table = passage, scene, ends, table
        self.rules = verb_rules(scene.language)
        words = scene.language.words("ties")
        self.modals, self.unreal = words["modals"], words["unreal"]
        self.refusing, self.conditions = words["refusing"], words["conditions"]
        self.wishing = words["wishing"]
        self.holding, self.ending = words["holding"], words["ending"]
        self.starting = words["starting"]
        self.platforms = frozenset(scene.language.rules("cues")["platforms"])
        self.means, self.charging = words["means"], words["charging"]
        self.almost, self.reasons = words["almost"], words["reasons"]
        self.never, self.from_, self.to = words["never"], words["from"], words["to"]

    def by_verbs(self, tokens: Sequence[Token]) -> Iterator[Keyed]:
        """The ties that verbs tell."""
        inside = frozenset(token.i for token in tokens)
        for told in told_by_verbs(tokens, self.rules):
            rule, negated = told.rule, self._negated(told)
            unreal = self._hypothetical(told, inside) and not (negated and rule.negative)
            since, until = self._dates(told.anchor, rule.begins)
            doers = self._helpers(told.subjects) if rule.predicate == "supports" else told.subjects
            for subject in self._ends("subject", doers, rule.kinds, "actor"):
                objects = [head for head in told.objects if not rule.named or self.ends.cast.name_at(self.passage, head)]
                for target in self._ends("object", objects, rule.kinds, rule.place):
                    told_once = told.subjects is not told.objects or subject.slot.span.start < target.slot.span.start
                    if told_once and self._apart(rule.predicate, subject, target):
                        predicate, denied = (
                            (rule.negative, False) if negated and rule.negative else (rule.predicate, negated and not rule.undone)
                        )
                        known = self._is_reason(told.anchor) or self._describes_known(told.anchor)
                        ends = (subject.slot, target.slot, since, until)
                        tie = FoundTie(predicate, *ends, told.anchor, denied, unreal, known, rule.undone)
                        yield (subject.key, target.key), tie

    @staticmethod
    def _describes_known(verb: Token) -> bool:
        """Whether a verb only describes a thing that is known or named: "denied the demands of the group led by Otto Brand"."""
        noun = verb.head
        known = any(child.lower_ in grammar_of(noun).definite or child.dep_ == "poss" for child in noun.lefts) or noun.pos_ == "PROPN"
        return verb.dep_ == "acl" and verb.tag_ == "VBN" and noun.pos_ in ("NOUN", "PROPN") and known

    def _is_reason(self, verb: Token) -> bool:
        """Whether a clause gives the reason of what is promised or foretold: "will not act because the army is an ally of the Front"."""
        return mark_of(verb, self.reasons) is not None

    def _helpers(self, heads: Sequence[Token]) -> list[Token]:
        """Who helps, where that is told by what he helps with: "backed by Ruritanian air strikes"."""
        whose = {head: [child for child in head.lefts if child.dep_ in OWNERS] for head in heads if head.lower_ in self.means}
        return [one for head in heads for one in whose.get(head) or [head]]

    def by_nouns(self, tokens: Sequence[Token]) -> Iterator[Keyed]:
        """The ties that nouns tell: offices, roles, wings, kin, and what two have with each other."""
        ways = (
            told_by_nouns,
            told_by_joined,
            told_by_beside,
            told_by_deeds,
            told_by_owners,
            told_by_followers,
            told_by_members,
            told_by_goods,
            told_by_places,
            told_by_parts,
            told_by_repeats,
            told_by_calling,
            told_by_staff,
        )
        for noun in chain.from_iterable(way(tokens, self.ends, self.table) for way in ways):
            if not self._apart(noun.predicate, noun.subject, noun.object) or noun.subject.slot.text.lower() in self.platforms:
                continue
            since, until = self._dates(noun.verb or noun.anchor, noun.verb is not None and noun.verb.lemma_ in self.starting)
            subject, target = replace(noun.subject.slot, name="subject"), replace(noun.object.slot, name="object")
            fought = (
                noun.predicate in FOUGHT and noun.anchor.dep_ in NOUN_SUBJECTS and noun.anchor.head == noun.verb
            )  # "the war failed", "the coup against Otto Brand failed"
            negated = noun.verb is not None and not fought and self._refused(noun.verb)
            unreal = noun.verb is not None and (self._unreal(noun.verb) or self._wished(noun))
            undone = noun.verb is not None and noun.verb.lemma_ in self.ending
            known, ends = noun.verb is None or self._is_reason(noun.verb), (subject, target, since, until)
            tie = FoundTie(noun.predicate, *ends, noun.anchor, negated and not undone, unreal, known, undone)
            yield (noun.subject.key, noun.object.key), tie

    def by_names(self, tokens: Sequence[Token]) -> Iterator[Keyed]:
        """The ties that names tell of each other."""
        for row in told_by_names(tokens, self.ends, self.table):
            if row.subject.key != row.object.key:
                tie = FoundTie(row.predicate, row.subject.slot, row.object.slot, None, None, row.anchor, presupposed=True)
                yield (row.subject.slot.text, row.object.slot.text), tie

    def by_name(self, tie: FoundTie, tokens: Sequence[Token]) -> FoundTie:
        """The tie with a name where a possessive points back to one in the same words: "Norway stands firm in its support"."""
        subject, target = (self._spelt_out(slot, tie.anchor, tokens) for slot in (tie.subject, tie.object))
        return replace(tie, subject=subject, object=target) if not subject.span.shared(target.span) else tie

    def _spelt_out(self, slot: Slot, anchor: Token, tokens: Sequence[Token]) -> Slot:
        own = self.passage.tokens(slot.span.start, slot.span.end)
        if len(own) != 1 or own[0].tag_ != "PRP$":
            return slot
        before = (token for token in tokens if same_sentence(token, anchor) and token.i < own[0].i)
        names = [name for token in before if (name := self.scene.cast.name_at(self.passage, token)) is not None]
        same = [name for name in names if self.scene.cast.full[name] == slot.actor]
        return replace(slot, text=same[-1].text, span=Span(slot.span.doc, same[-1].start, same[-1].end)) if same else slot

    def _ends(self, name: str, heads: Sequence[Token], kinds: Mapping[str, frozenset[str]], wants: str) -> list[End]:
        """The ends that phrases mean, of the kinds that the rule allows."""
        allowed = kinds.get(name)
        found = [end for head in heads for end in self.ends.of(name, head, wants)]  # type: ignore[arg-type]
        return [end for end in found if allowed is None or end.kind in allowed or end.kind == "place"]

    @staticmethod
    def _apart(predicate: str, subject: End, target: End) -> bool:
        """Whether two ends are two: nobody is tied to himself, but for names."""
        if subject.slot.span.shared(target.slot.span):
            return False
        return predicate in NAMING or (subject.key != target.key and subject.slot.actor != (target.slot.actor or ""))

    def _negated(self, told: Told) -> bool:
        if self._describes_known(told.anchor):
            return self._denied(told.anchor)
        if told.partner is not None and self._denied(told.partner):
            return True  # "has no control over"
        return self._denied(told.anchor) or any(self._denied(verb) or verb.lemma_.lower() in self.refusing for verb in told.above)

    def _wished(self, noun: ToldByNoun) -> bool:
        """Whether what two are to make with each other is only called for."""
        return noun.verb is not None and noun.predicate in MADE and noun.verb.lemma_ in self.wishing

    def _refused(self, verb: Token) -> bool:
        """Whether a verb that ascribes a role or a deed is denied, is a refusal, or hangs under one: "denied that he was a member"."""
        chain_ = (verb, *above(verb))
        return any(self._denied(one) for one in chain_[:2]) or any(one.lemma_.lower() in self.refusing for one in chain_)

    def _denied(self, verb: Token) -> bool:
        return any(is_not(child) or (child.lower_ in self.never and child.dep_ != "intj") for child in verb.children)

    def _hypothetical(self, told: Told, inside: frozenset[int]) -> bool:
        """Whether a tie is only thought of. Verbs outside of what is said are the speaker's: his act tells what they mean."""
        if told.rule.main and any(child.tag_ == "TO" for child in told.anchor.children):
            return True  # "an offensive to retake Aldan": nobody has taken it yet
        if not told.rule.undone and wanted_of(told.anchor) is not None:
            return True  # "called for the coalition to fight": it does not do so yet
        wanted = [verb for verb in told.above if verb.i in inside and (told.rule.undone or verb.lemma_.lower() not in told.rule.under)]
        wanted = [verb for verb in wanted if not self._charged(verb)]
        return self._unreal(told.anchor) or any(self._unreal(verb) or verb.lemma_.lower() in self.unreal for verb in wanted)

    def _charged(self, verb: Token) -> bool:
        """Whether somebody is accused of it by nobody who is named: the text passes it on ("is accused of arming")."""
        return verb.lemma_ in self.charging and passive(verb) and not [*agents(verb)]

    def _unreal(self, verb: Token) -> bool:
        """Whether a verb is under a modal or in a condition."""
        if any(child.dep_ == "advmod" and child.lower_ in self.almost for child in verb.children):
            return True  # "virtually declared war on"
        marks = [child for child in verb.children if child.dep_ in ("aux", "mark")]
        if not marks and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and verb.head != verb:
            return self._unreal(verb.head)  # "if it pays and supports": the condition is that of both
        if (
            verb.lemma_ in self.starting | grammar_of(verb).copula
            and any(child.tag_ == "TO" for child in marks)
            and verb.head.lemma_.lower() not in self.holding
        ):
            return True  # "runs to be president": who is to be it is not it yet
        return any(child.lower_ in (self.modals if child.dep_ == "aux" else self.conditions) for child in marks)

    def _dates(self, anchor: Token, begins: bool) -> tuple[Slot | None, Slot | None]:
        """Since and until when a tie holds, by the words before the dates of its clause; a plain date is when a beginning began."""
        since: Slot | None = None
        until: Slot | None = None
        own = {token.i for token in _clause(anchor)}
        for slot in self.scene.dates("since", self.passage, [token for token in sentence_of(anchor) if token.i in own]):
            tokens = self.passage.tokens(slot.span.start, slot.span.end)
            if any(token.i not in own for token in tokens):
                continue  # it stands in another clause between this one's words
            before = tokens[0].nbor(-1).lower_ if tokens and tokens[0].i else ""
            words = {before, tokens[0].lower_} if tokens else {before}
            if words & self.from_ or (begins and since is None and not words & self.to):
                since = since or slot
            elif words & self.to:
                until = until or replace(slot, name="until")
        return since, until


def _clause(anchor: Token) -> Iterator[Token]:
    """The words of a verb or noun with its own phrases, without other clauses."""
    yield anchor
    for child in anchor.children:
        if child.dep_ not in CLAUSES and not (child.dep_ == "conj" and child.pos_ == "VERB"):
            yield from _clause(child)
