"""What somebody does by saying it: the cue's act made finer by what is said; its polarity and how surely it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.find.absences import AbsenceJudge
from sayso.find.blames import BlameJudge
from sayso.find.calls import CallJudge
from sayso.find.denials import DenialJudge
from sayso.find.disclaimers import DisclaimerJudge
from sayso.find.doings import DoingJudge, of_itself
from sayso.find.forecasts import ForecastJudge, brings_about
from sayso.find.fronted import taken_in
from sayso.find.grammar import NOUN_SUBJECTS, TIMES, grammar_of, has_helping, in_no_way, is_infinitive, is_not, is_not_one
from sayso.find.hearsay import HearsayJudge
from sayso.find.judgements import JudgementJudge
from sayso.find.threats import ThreatJudge
from sayso.find.verdicts import VerdictJudge
from sayso.find.vows import VowJudge
from sayso.lang.language import Language
from sayso.records.claim import Act, Modality, Polarity

PLAIN = frozenset({"asserts", "relays", "assesses", "concedes", "accuses"})
"""Acts that say how things are; what they say can make another act of them."""
PARTIAL = frozenset({"denies", "pledges", "threatens", "demands", "accuses"})
"""Acts that a party performs in its own statement."""
NEGATING = frozenset({"det", "preconj"})
"""How words hang on a noun that make it nobody: "no soldier", "neither the army nor the police"."""


@dataclass(frozen=True, slots=True)
class Stance:
    """An act with its polarity and modality."""

    act: Act
    polarity: Polarity
    modality: Modality


MODALITIES: tuple[tuple[str, Modality], ...] = (("hearsay", "unspecified"), ("doubtful", "possible"), ("probable", "probable"))
"""Kinds of words of the table, the first of which that stand in a claim tell its modality."""


class ActJudge:
    """Judges acts by the table `acts` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("acts") | language.rules("hedges")
        self.words = {key: frozenset(value) for key, value in table.items()}
        self.questions = frozenset(language.rules("cues")["questions"])
        actors = language.rules("actors")
        self.persons = frozenset(actors["pronouns"]["person"])
        self.ruled, self.commanding_none = frozenset(actors["ruled"]), frozenset(actors["commanding_none"])
        self.armed = frozenset(actors["armed_people"])
        self.denials, self.threats = DenialJudge(language, self.negated), ThreatJudge(language, self.negated)
        self.followers = self.words["followers"] | frozenset(actors["members"]) | frozenset(actors["bodies"])
        self.somebody = self.followers | frozenset(actors["people"]) | frozenset(actors["bodies_speaking"])
        self.vows = VowJudge(language, self.negated)
        self.disclaimers, self.absences = DisclaimerJudge(language), AbsenceJudge(language, self.negated)
        self.forecasts, self.calls = ForecastJudge(language, self.negated), CallJudge(language, self.negated)
        self.hearsay, self.verdicts = HearsayJudge(language, self.negated), VerdictJudge(language, self.negated)
        self.blames, self.judgements = BlameJudge(language, self.negated), JudgementJudge(language)
        self.doings = DoingJudge(language, self.negated, self.followers)
        self.phrases = {key: tuple(table[key]) for key in ("ahead", "menaces", "targeted")}

    def of_speaker(
        self,
        act: Act,
        heads: Sequence[Token],
        content: Sequence[Token],
        own: bool,
        cue_negated: bool,
        quoted: bool = False,
        party: bool = False,
    ) -> Stance:
        """The stance of a voice whose words hang on a cue.

        `own`: it speaks of its own doings; `quoted`: in its own words; `party`: it is a party, or speaks for one.
        """
        text = " ".join(token.lower_ for token in content)
        if act in PLAIN:
            act = self._refined(act, heads, content, text, own, quoted, party)
        if act == "pledges" and heads and all(map(_is_past, heads)) and not self._has("ahead", text):
            act = "asserts"  # "assured them that nobody had been hurt": what was cannot be promised
        revenge = any(token.lower_ in self.words["vengeance"] and token.dep_ in ("dobj", "pobj") for token in content)  # "promised revenge"
        if act == "pledges" and (
            revenge
            or self._has("menaces", text)
            or any(self._vows_harm(head) or (own and self._will_harm(head, quoted)) for head in self._with_aims(heads))
        ):
            act = "threatens"
        polarity: Polarity = "affirms"
        if act == "denies" and not cue_negated:
            polarity = "denies"
        elif act == "denies":  # "did not deny it" is neither yes nor no
            act, polarity = "declines_comment", "uncommitted"
        elif act == "declines_comment":
            polarity = "uncommitted"
        elif act in PLAIN and (cue_negated or any(map(self.negated, heads))):
            polarity = "uncommitted" if cue_negated else "denies"
        return Stance(act, polarity, self._modality(content))

    def of_quoted(self, head: Token, content: Sequence[Token], own: bool, party: bool, kind: str | None = None) -> Stance:
        """The stance of somebody else in a clause of his own words without a cue: by far most are plain statements.

        `kind` is that of the side of which he tells deeds as his `own`.
        """
        spoken = self.of_speaker("asserts", (head,), content, own, False, True, party)
        spoken = replace(spoken, act=self.doings.act_of(spoken.act, kind, (head,))) if own else spoken
        ahead = spoken.act == "asserts" and self.forecasts.is_ahead(head, content, "ahead")
        return replace(spoken, act="predicts") if ahead else spoken

    def of_party(self, head: Token, content: Sequence[Token], own: bool, issued: bool, unit: bool = False) -> Stance:
        """The stance of the author of a party's own statement: he denies and promises in its name, where a reporter only tells.

        `issued`: the whole text is its statement; `unit`: one of its units is the subject.
        """
        told, spoken = self.of_author(head, content), self.of_speaker("asserts", (head,), content, own, False, True, issued)
        if unit and told.act in ("asserts", "accuses") and self.doings.of_unit(head):
            return replace(told, act="claims_responsibility")
        if self.calls.forbids(head):
            return replace(told, act="demands", polarity="affirms")
        if own and told.act == "asserts" and self.doings.did_among(head, content):
            return replace(told, act="claims_responsibility")
        if told.act == "asserts" and self.denials.of_deed(head):
            return replace(told, act="denies", polarity="denies")
        return spoken if spoken.act in PARTIAL else told

    def of_author(self, head: Token, content: Sequence[Token]) -> Stance:
        """The stance of the author, or of who is interviewed, in a clause without a cue."""
        lemmas = {token.lemma_.lower() for token in content}
        act: Act = "asserts"
        if self.verdicts.denies(head) or self.absences.was_none(head, writes=True) or self.denials.is_not_ours(head):
            return Stance("denies", "denies", self._modality(content))
        if (
            self.forecasts.of_author(head, content) and not any(child.dep_ == "ccomp" for child in head.children)
        ) or self.forecasts.tells_to_come(head):
            act = self.forecasts.of_ours(head)
        elif self.hearsay.hedges(content) or self.hearsay.of_reports(head):
            act = "relays"
        elif self.blames.blames(head) and not self.negated(head) and self.blames.of_harm(head):
            act = "accuses"
        elif (
            lemmas & (self.words["judge_words"] | self.words["judge"] | self.words["judge_doing"])
            or has_helping(head, self.words["possible"])
            or has_helping(head, self.words["oblige"])
            or self.judgements.ranks(head)
            or self.judgements.reads_signs(head)
            or self.forecasts.classes(head)
        ):
            act = "assesses"
        polarity: Polarity = "denies" if self.negated(head) and act == "asserts" else "affirms"
        return Stance(act, polarity, self._modality(content))

    def _refined(self, act: Act, heads: Sequence[Token], content: Sequence[Token], text: str, own: bool, quoted: bool, party: bool) -> Act:
        if any(map(self.disclaimers.tells_nothing, heads)):
            return "declines_comment"
        if self.threats.warns(heads) or any(map(self.threats.aims, heads)) or (party and any(map(self.threats.puts_on_notice, heads))):
            return "threatens"
        if any(map(self.forecasts.warns_of, heads)):
            return "predicts"
        if (act != "assesses" and self.verdicts.untrue(heads, content, text)) or self.denials.denies(
            [*heads, *self._stressed(heads, own)], own, party
        ):
            return "denies"
        disclaimed = party and (any(self.disclaimers.disclaims(head, own) for head in heads) or self.disclaimers.waves_off(heads))
        denied = disclaimed or any(map(self._gainsays, heads)) or (party and any(map(self.absences.denies, heads)))
        if denied or any(self.disclaimers.is_apart(head) or (own and self.disclaimers.is_misquoted(head)) for head in heads):
            return "denies"
        if any(child.lower_ in self.questions and child.i < head.i for head in heads if head.dep_ != "relcl" for child in head.children):
            return act  # "explained why she will not come"
        targeted = act in ("asserts", "assesses") and self._has("targeted", text) and not any(map(self._was_or_not, heads))
        if self.threats.threatens(heads, own) or self._has("menaces", text) or targeted:
            return "threatens"
        if party and any(self.threats.brings_on(head, own) for head in heads):
            return "threatens"
        if party and any(map(self.vows.binds, heads)):
            return "pledges"
        if any(head.lemma_.lower() in self.words["stakes"] for head in heads):
            return "predicts"  # "puts the odds of a truce at one in three"
        if any(head.lemma_ in self.words["foretell"] for head in heads):
            return "assesses" if any(map(self.negated, heads)) and act == "asserts" else "predicts"
        if quoted and any(map(self.forecasts.supposes, heads)):
            return "assesses" if act == "asserts" else act
        if act == "asserts" and any(map(self.forecasts.weighs, heads)):
            return "assesses"
        if coming := {verb: head for head in heads if (verb := self.forecasts.coming(head, quoted)) is not None}:
            return self._to_come(coming, own, party)
        if own and (meant := [verb for head in heads if (verb := self.forecasts.resolved(head)) is not None]):
            return "threatens" if any(map(self.threats.harms, meant)) else "pledges"
        if own and (bound := [verb for head in heads for verb in self.forecasts.bound_to(head)]):
            return "threatens" if any(map(self.threats.harms, bound)) else "pledges"
        if self.calls.calls(act, heads, text, quoted):
            return "demands" if act != "assesses" or any(map(self.calls.warned, heads)) else act
        if (blamed := self.blames.act_of(act, heads, own)) is not None:
            return blamed
        if act in ("asserts", "assesses") and any(self.forecasts.is_ahead(head, content, "told_ahead") for head in heads):
            return "predicts"
        if act in ("asserts", "assesses") and any(
            self.forecasts.rates_likely(head) or (not own and self.forecasts.foretells(head)) for head in heads
        ):
            return "predicts"
        if act == "asserts" and any(self.judgements.judges(head, own) for head in heads):
            return "assesses"
        return "relays" if act == "asserts" and any(map(self.hearsay.hands_on, heads)) else act

    def _gainsays(self, head: Token) -> bool:
        """Whether whoever says it denies what others tell, or that there was something."""
        return self.verdicts.denies(head) or self.absences.was_none(head)

    def _was_or_not(self, head: Token) -> bool:
        """ "the mill was a legitimate target", "schools are no legitimate targets": why it was hit, and that it is none, are no threats."""
        return self.negated(head) or (head.tag_ == "VBD" and head.lemma_ in grammar_of(head).copula)

    def _has(self, name: str, text: str) -> bool:
        return any(phrase in text for phrase in self.phrases[name])

    def laid_bare(self, heads: Sequence[Token], content: Sequence[Token]) -> tuple[tuple[Token, ...], Sequence[Token]]:
        """The heads and words of what is only introduced as worth telling: "it is important to note that", "it should be stressed that"."""
        told = tuple(clause for head in heads if (clause := self._introduced(head) or self.forecasts.sure_of(head) or taken_in(head)))
        if not told:
            return tuple(heads), content
        return told, [token for token in content if any(head == token or head.is_ancestor(token) for head in told)]

    def _introduced(self, head: Token) -> Token | None:
        if (told := self._let_say(head)) is not None:
            return told
        said = any(child.dep_ == "csubj" and child.lemma_ in self.words["noting"] for child in head.children)
        if said and head.lemma_ in grammar_of(head).copula and not any(map(is_not, head.children)):  # "what I can say is that"
            return next((child for child in head.rights if child.dep_ == "ccomp"), None)
        if not any(child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in grammar_of(head).no_voice for child in head.children):
            return None
        words = [head, *(child for child in head.children if child.dep_ in ("acomp", "attr"))]
        verbs = [child for word in words for child in word.children if child.dep_ == "xcomp" and is_infinitive(child)]
        let = head.head.lemma_ in self.words["letting"]  # "let it be known that": a refusal made so is only told
        verbs += [head] if has_helping(head, self.words["oblige"]) or let else []
        clauses = (clause for verb in verbs if verb.lemma_ in self.words["noting"] for clause in verb.children if clause.dep_ == "ccomp")
        return next((clause for clause in clauses if not (let and self.negated(clause))), None)

    def _let_say(self, head: Token) -> Token | None:
        """What one asks leave to say: "let me say here that nothing was paid"."""
        if head.lemma_ not in self.words["letting"] or head.tag_ != "VB":
            return None
        said = (child for child in head.rights if child.dep_ == "ccomp" and child.lemma_ in self.words["noting"])
        clauses = (clause for verb in said for clause in verb.rights if clause.dep_ == "ccomp")
        return next((clause for clause in clauses if any(child.dep_ in NOUN_SUBJECTS for child in clause.children)), None)

    def _stressed(self, heads: Sequence[Token], own: bool) -> Iterator[Token]:
        """What one's own side lays stress on, of itself: "we want to make clear that we did not fire"."""
        for head in heads if own else ():
            verbs = [head, *(child for child in head.children if child.dep_ == "xcomp" and head.lemma_ in self.words["wishing"])]
            for verb in (one for one in verbs if one.lemma_ in self.words["stressing"]):
                heard = [told for hearer in verb.children if hearer.dep_ == "dobj" for told in hearer.children if _is_marked(told)]
                yield from (told for told in (*verb.children, *heard) if told.dep_ in ("ccomp", "relcl", "acl") and of_itself(told))

    def _to_come(self, coming: Mapping[Token, Token], own: bool, party: bool) -> Act:
        """The act of who tells what will be; each verb for it leads to that of its clause ("will let", "are going to let")."""
        if own and any(self._never_would(verb) for verb in coming):
            return "denies"
        if own and any(
            (self.threats.harms(verb) or self.threats.pursues(verb)) and not self.negated(head) for verb, head in coming.items()
        ):
            return "threatens"
        if any(map(self.threats.is_or_else, coming.values())):
            return "threatens"
        if party and any(self.threats.harms_others(verb) and not self.negated(head) for verb, head in coming.items()):
            return "threatens"
        ruled_out = any(self._rules_out(verb, party) for verb in coming)
        willed = (own and not all(map(self._unwilled, coming))) or any(map(self._spared, coming)) or ruled_out
        warned = any(head.dep_ == "ccomp" and head.head.lemma_ in self.threats.words["warning"] for head in coming.values())
        return ("threatens" if warned else "pledges") if willed else "predicts"

    def _never_would(self, verb: Token) -> bool:
        """ "would never target civilians": harm to those whom all shall spare, which one is charged with, is denied."""
        never = any(child.dep_ == "neg" and child.lower_ in self.words["never"] for child in verb.children)
        things = {thing.lemma_.lower() for child in verb.children if child.dep_ == "dobj" for thing in (child, *child.conjuncts)}
        would = has_helping(verb, grammar_of(verb).would)
        return never and would and bool(things & self.words["victims"]) and verb.lemma_ in self.words["harm"] | self.words["doing_harm"]

    def _will_harm(self, head: Token, quoted: bool) -> bool:
        """ "vowed that Norway would strike again", of one's own side."""
        return self.forecasts.coming(head, quoted) == head and head.lemma_ in self.words["killing"] and not self.negated(head)

    def _with_aims(self, heads: Sequence[Token]) -> Iterator[Token]:
        """The verbs that head a promise, and those of what somebody is ready or means to do: "its readiness to attack the port"."""
        yield from heads
        ready = (head for head in heads if head.lemma_.lower() in self.words["aims"])
        yield from (child for noun in ready for child in noun.children if child.dep_ == "acl" and is_infinitive(child))

    def _vows_harm(self, head: Token) -> bool:
        """ "vowed to avenge him", "vowed that they would be hunted down"."""
        done_to = any(child.dep_ == "auxpass" for child in head.children)
        harm = head.lemma_ in self.words["killing"] or self.threats.goes_on(head)
        return (is_infinitive(head) or done_to) and harm and not self.negated(head)

    def of_somebody(self, head: Token) -> bool:
        """Whether a clause says of its subject what only somebody is: "it is prepared to pay", "it was responsible for the raid"."""
        minded = any(child.dep_ == "acomp" and child.lower_ in self.words["minded"] | self.words["owning"] for child in head.children)
        return minded or bool(self.forecasts.bound_to(head))

    def arranged(self, head: Token) -> bool:
        """Whether a verb tells that something is arranged for a time: "will be published by May", "will stay shut until they go"."""
        granted = any(child.dep_ == "auxpass" for child in head.children) and not any(child.dep_ == "agent" for child in head.children)
        if granted and head.lemma_ in self.words["granted"] and has_helping(head, self.words["future"]):
            return True
        if not has_helping(head, self.words["future"]) or head.lemma_ not in self.words["arranging"]:
            return False
        subject = next((child for child in head.children if child.dep_ in NOUN_SUBJECTS), None)
        if head.lemma_ in self.words["ending"] and subject is not None and {subject.lower_, subject.lemma_.lower()} & self.somebody:
            return False  # "the rebels will be finished by May"
        if head.lemma_ in self.words["staying"] and not any(token.lower_ in self.words["states"] for token in head.subtree):
            return False  # "prices will stay high"
        behind = [token for token in head.subtree if token.i > head.i]
        dated = any(token.ent_type_ in TIMES or token.lower_ in self.words["seasons"] for token in behind)
        return any(token.lower_ in self.words["deadlines"] and (dated or token.dep_ == "mark") for token in behind)

    def _unwilled(self, head: Token) -> bool:
        """Whether a verb tells of what comes to somebody without his will: "we will have rain", but not "we will have him in a cell".

        So do words for what he feels, and for what others let him do: "we will be surprised", "they will not be allowed across".
        """
        things = (child for child in head.children if child.dep_ == "dobj")
        if any(word.lower_ in self.words["felt"] for word in (head, *(child for child in head.children if child.dep_ == "acomp"))):
            return True
        if self._will_be(head):
            return True
        if head.lemma_ in self.words["let"] and any(child.dep_ == "auxpass" for child in head.children):
            return True
        return (
            head.lemma_ in self.words["unwilled"] and not brings_about(head) and not any(child.lower_ in self.persons for child in things)
        )

    def _will_be(self, head: Token) -> bool:
        """ "we will be late", "we will be the first": what somebody will be he does not promise, unless it is what he will be ready for."""
        called = [child for child in head.children if child.dep_ in ("acomp", "attr") and child.i > head.i]
        bound = any(child.dep_ in ("xcomp", "relcl", "acl") for part in (head, *called) for child in part.children)
        copula = head.lemma_ in grammar_of(head).copula and not self.negated(head)
        return copula and bool(called) and not bound and not any(child.lower_ in self.words["steadfast"] for child in called)

    def _spared(self, head: Token) -> bool:
        """ "no town will be bombed": that nobody will do such harm, said of nobody in particular, is promised."""
        passive = any(child.dep_ == "auxpass" for child in head.children) and not any(child.dep_ == "agent" for child in head.children)
        return passive and self.negated(head) and head.lemma_ in self.words["harm"] | self.words["attacks"]

    def _rules_out(self, head: Token, party: bool) -> bool:
        """ "there will be no bases here", of a party that can see to it, or "as long as I am president"."""
        sees_to_it = party or any(token.lower_ in grammar_of(head).ourselves for token in head.subtree)
        there = any(child.dep_ == "expl" for child in head.children)
        things = (child for child in head.rights if child.dep_ in ("attr", "nsubj"))
        return (
            sees_to_it
            and there
            and self.negated(head)
            and any({thing.lemma_.lower(), thing.lower_} & self.words["ruled_out"] for thing in things)
        )

    def negated(self, head: Token) -> bool:
        """Whether a verb is negated, by itself or by its subject ("none of the rockets", "no one")."""
        words = grammar_of(head)
        if any(is_not(child) or in_no_way(child) or child.lower_ in words.neither for child in head.children if child.dep_ != "cc"):
            return True
        subjects = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")]
        none = (
            c.lower_ in (words.no_of | words.neither if c.dep_ == "det" else words.neither)
            for s in subjects
            for c in s.children
            if c.dep_ in NEGATING
        )
        return any(s.lower_ in words.nothing or is_not_one(s) for s in subjects) or any(none)

    def _modality(self, content: Sequence[Token]) -> Modality:
        told = [token for token in content if token.pos_ != "PROPN"]  # "on 11 May" is as sure as "on 11 June"
        lowered = {form for token in told for form in (token.lower_, token.lemma_.lower())}
        return next((modality for name, modality in MODALITIES if lowered & self.words[name]), "certain")


def _is_marked(clause: Token) -> bool:
    """Whether a clause that a parser hangs on who hears it is what he hears: "reminds the council that it never fired"."""
    return any(child.dep_ == "mark" and child.i < clause.i for child in clause.children)


def _is_past(head: Token) -> bool:
    """Whether a clause with a subject of its own tells what was."""
    helping = [child.tag_ for child in head.children if child.dep_ in ("aux", "auxpass")]
    return head.dep_ in ("ccomp", "conj", "acl", "relcl") and "VBD" in (head.tag_, *helping) and "MD" not in helping
