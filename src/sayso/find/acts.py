"""What somebody does by saying it: the cue's act made finer by what is said; its polarity and how surely it is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.find.contents import in_quotes
from sayso.find.denials import DenialJudge
from sayso.find.doings import DoingJudge, of_itself
from sayso.find.forecasts import ForecastJudge
from sayso.find.grammar import TIMES, grammar_of, helping, is_infinitive
from sayso.find.threats import ThreatJudge
from sayso.lang.language import Language
from sayso.records.claim import Act, Modality, Polarity

PLAIN = frozenset({"asserts", "relays", "assesses", "concedes", "accuses"})
"""Acts that say how things are; what they say can make another act of them."""
PARTIAL = frozenset({"denies", "pledges", "threatens", "demands", "accuses"})
"""Acts that a party performs in its own statement."""
NEAR = 4
"""Words around a verb in which it is told that it is to come."""
PREDICATES = frozenset({"acomp", "attr", "oprd", "ROOT", "ccomp", "pobj", "amod"})


@dataclass(frozen=True, slots=True)
class Stance:
    """An act with its polarity and modality."""

    act: Act
    polarity: Polarity
    modality: Modality


class ActJudge:
    """Judges acts by the table `acts` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("acts") | language.rules("hedges")
        self.words = {key: frozenset(value) for key, value in table.items()}
        self.claims, self.questions = (frozenset(language.rules("cues")[key]) for key in ("claims", "questions"))
        actors = language.rules("actors")
        self.actors = frozenset(actors["people"]) | frozenset(actors["bodies_speaking"]) | frozenset(actors["members"])
        self.persons = frozenset(actors["pronouns"]["person"])
        self.denials, self.threats = DenialJudge(language, self.negated), ThreatJudge(language, self.negated)
        self.followers = self.words["followers"] | frozenset(actors["members"]) | frozenset(actors["bodies"])
        self.forecasts = ForecastJudge(language, self.negated)
        self.doings = DoingJudge(language, self.negated, self.followers)
        self.phrases = {key: tuple(table[key]) for key in ("untrue_phrases", "ahead", "told_ahead", "oblige_phrases", "menaces")}

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
        """The stance of a voice whose words hang on a cue. `own`: it speaks of its own doings; `quoted`: in its own words; `party`: it is

        a party, or speaks for one.
        """
        text = " ".join(token.lower_ for token in content)
        if act in PLAIN:
            act = self._refined(act, heads, content, text, own, quoted, party)
        if act == "pledges" and heads and all(map(_is_past, heads)) and not any(phrase in text for phrase in self.phrases["ahead"]):
            act = "asserts"  # "assured them that nobody had been hurt": what was cannot be promised
        revenge = any(token.lower_ in self.words["vengeance"] and token.dep_ in ("dobj", "pobj") for token in content)  # "promised revenge"
        if act == "pledges" and (revenge or any(self._vows_harm(head) or (own and self._will_harm(head, quoted)) for head in heads)):
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
        return Stance(act, polarity, self._modality(content, text))

    def of_quoted(self, head: Token, content: Sequence[Token], own: bool, party: bool) -> Stance:
        """The stance of somebody else in a clause of his own words without a cue: by far most are plain statements."""
        spoken = self.of_speaker("asserts", (head,), content, own, False, True, party)
        ahead = spoken.act == "asserts" and self._is_ahead(head, content, "ahead")
        return replace(spoken, act="predicts") if ahead else spoken

    def of_party(self, head: Token, content: Sequence[Token], own: bool) -> Stance:
        """The stance of the author of a party's own statement: he denies and promises in its name, where a reporter only tells."""
        told, spoken = self.of_author(head, content), self.of_speaker("asserts", (head,), content, own, False)
        if own and told.act == "asserts" and self.doings.did(head):
            return replace(told, act="claims_responsibility")
        if told.act == "asserts" and self.denials.of_deed(head):
            return replace(told, act="denies", polarity="denies")
        return spoken if spoken.act in PARTIAL else told

    def _is_ahead(self, head: Token, content: Sequence[Token], key: str) -> bool:
        """Whether words of what is to come stand at the verb of a clause itself: "it is going to be hard", not "they go to people"."""
        near = [token for token in content if abs(token.i - head.i) <= NEAR]
        small, grammar = [token.lower_ for token in near], grammar_of(head)
        for words in map(str.split, self.phrases[key]):
            for n in range(len(near) - len(words) + 1):
                if small[n : n + len(words)] == words:
                    behind = next(iter(near[n + len(words) :]), None)
                    done = behind is not None and behind.tag_ == "VB" and not (behind.dep_ == "aux" and behind.lemma_ in grammar.perfect)
                    if words[-1] not in grammar.infinitive or done:
                        return True
        return False

    def of_author(self, head: Token, content: Sequence[Token]) -> Stance:
        """The stance of the author, or of who is interviewed, in a clause without a cue."""
        text = " ".join(token.lower_ for token in content)
        lemmas = {token.lemma_.lower() for token in content}
        act: Act = "asserts"
        if (self._foretells(head, text) and not any(child.dep_ == "ccomp" for child in head.children)) or self.forecasts.calls_likely(head):
            act = "predicts"
        elif self._hearsay(content) or self._of_reports(head):
            act = "relays"
        elif self._blames(head) and not self.negated(head) and self._of_harm(head):
            act = "accuses"
        elif (
            lemmas & (self.words["judge_words"] | self.words["judge"] | self.words["judge_doing"])
            or self._modal(head, "possible")
            or self._modal(head, "oblige")
        ):
            act = "assesses"
        polarity: Polarity = "denies" if self.negated(head) and act == "asserts" else "affirms"
        return Stance(act, polarity, self._modality(content, text))

    def _refined(self, act: Act, heads: Sequence[Token], content: Sequence[Token], text: str, own: bool, quoted: bool, party: bool) -> Act:
        if (act != "assesses" and self._untrue(heads, content, text)) or self.denials.denies(heads, own, party):
            return "denies"
        if any(child.lower_ in self.questions and child.i < head.i for head in heads for child in head.children):
            return act  # "explained why she will not come"
        harm_told = any(token.lower_ in self.words["overthrow"] for token in content) or self.threats.threatens(heads, own)
        if harm_told or any(phrase in text for phrase in self.phrases["menaces"]):
            return "threatens"
        if any(head.lemma_ in self.words["foretell"] for head in heads):
            return "assesses" if any(map(self.negated, heads)) and act == "asserts" else "predicts"
        if (quoted or not own) and any(map(self._supposed, heads)):
            return "assesses" if act == "asserts" else act
        if any(self._will(head, quoted) and not self._would_need(head) for head in heads):
            harm = any(self.threats.harms(head) and not self.negated(head) for head in heads)
            willed = (own and not all(map(self._unwilled, heads))) or any(map(self._spared, heads))
            return "threatens" if own and harm else "pledges" if willed else "predicts"
        if own and any(map(self.stays_bound, heads)):
            return "pledges"
        if act == "asserts" and any(_is_wished(head) or (quoted and self._orders(head)) for head in heads):
            return "demands"
        bound = any(phrase in text for phrase in self.phrases["oblige_phrases"])
        if bound or any(self._obliges(h) or self._calls_needed(h) for h in heads):
            return "demands" if act != "assesses" else act
        if any(map(self._blames, heads)):
            taken = own and all(_is_called(head, self.words["owning"]) and self._of_harm(head) and of_itself(head) for head in heads)
            return "denies" if any(map(self.negated, heads)) else "claims_responsibility" if taken else "accuses"
        if any(self._calls_crime(head) and not self.negated(head) for head in heads):
            return "accuses"
        if act in ("asserts", "assesses") and any(self._is_ahead(head, content, "told_ahead") for head in heads):
            return "predicts"
        if act in ("asserts", "assesses") and not own and any(map(self.forecasts.foretells, heads)):
            return "predicts"
        return "assesses" if act == "asserts" and any(self._judges(head, own) for head in heads) else act

    def _will_harm(self, head: Token, quoted: bool) -> bool:
        """ "vowed that Norway would strike again", of one's own side."""
        return self._will(head, quoted) and head.lemma_ in self.words["killing"] and not self.negated(head)

    def _vows_harm(self, head: Token) -> bool:
        """ "vowed to avenge him", "vowed that they would be hunted down"."""
        done_to = any(child.dep_ == "auxpass" for child in head.children)
        return (is_infinitive(head) or done_to) and head.lemma_ in self.words["killing"] and not self.negated(head)

    def stays_bound(self, head: Token) -> bool:
        """ "remains committed to a settlement": what one is bound to is promised."""
        if head.lemma_ not in self.words["remaining"] or self.negated(head):
            return False
        bound = (child for child in head.children if child.dep_ in ("acomp", "attr") and child.lower_ in self.words["committed"])
        return any(part.dep_ == "prep" for child in bound for part in child.children)

    def arranged(self, head: Token) -> bool:
        """Whether a verb tells that something is arranged for a time: "will be published by May", "will stay shut until they go"."""
        granted = any(child.dep_ == "auxpass" for child in head.children) and not any(child.dep_ == "agent" for child in head.children)
        if granted and head.lemma_ in self.words["granted"] and self._modal(head, "future"):
            return True
        if not self._modal(head, "future") or head.lemma_ not in self.words["arranging"]:
            return False
        if head.lemma_ in self.words["staying"] and not any(token.lower_ in self.words["states"] for token in head.subtree):
            return False  # "prices will stay high"
        behind = [token for token in head.subtree if token.i > head.i]
        dated = any(token.ent_type_ in TIMES for token in behind)
        return any(token.lower_ in self.words["deadlines"] and (dated or token.dep_ == "mark") for token in behind)

    def _unwilled(self, head: Token) -> bool:
        """Whether a verb tells of what comes to somebody without his will: "we will have rain", but not "we will have him in a cell";

        so do words for what he feels, and for what others let him do: "we will be surprised", "they will not be allowed across".
        """
        things = (child for child in head.children if child.dep_ == "dobj")
        if any(word.lower_ in self.words["felt"] for word in (head, *(child for child in head.children if child.dep_ == "acomp"))):
            return True
        if head.lemma_ in self.words["let"] and any(child.dep_ == "auxpass" for child in head.children):
            return True
        return head.lemma_ in self.words["unwilled"] and not any(child.lower_ in self.persons for child in things)

    def _spared(self, head: Token) -> bool:
        """ "no town will be bombed": that nobody will do such harm, said of nobody in particular, is promised."""
        passive = any(child.dep_ == "auxpass" for child in head.children) and not any(child.dep_ == "agent" for child in head.children)
        return passive and self.negated(head) and head.lemma_ in self.words["harm"] | self.words["attacks"]

    def _blames(self, head: Token) -> bool:
        """Whether somebody is said to be to blame: "was responsible for the raid", "is behind it", "were implicated in a plot"."""
        passive = any(child.dep_ == "auxpass" for child in head.children)
        return _is_called(head, self.words["blame"]) or (passive and head.lower_ in self.words["blamed"])

    def _of_harm(self, head: Token) -> bool:
        """Whether it is harm that somebody is to blame for, not a duty: "responsible for the raid", not "for the border"."""
        if head.lemma_ not in grammar_of(head).copula and head.lower_ not in self.words["blamed"]:
            return False  # "worked behind the scenes"
        words = self.words["harm"] | self.words["harm_nouns"] | self.words["crimes"] | self.words["denied_things"]
        return any(token.lemma_.lower() in words and token != head for child in head.rights for token in child.subtree)

    def _calls_crime(self, head: Token) -> bool:
        """Whether something is said to be a crime: "this was a massacre of civilians"."""
        copula = head.lemma_ in grammar_of(head).copula and not self._modal(head, "possible")
        return copula and any(child.dep_ == "attr" and child.lemma_.lower() in self.words["crimes"] for child in head.children)

    def _judges(self, head: Token, own: bool) -> bool:
        """Whether what is said is itself a judgement: "said they were worried", "said that the data show ...", "said it was likely".

        What the speaker himself could or could not do is none.
        """
        takes = {child.dep_ for child in head.children}
        of_clause = head.lemma_ in self.words["judge"] and takes & {"ccomp"}
        of_deed = head.lemma_ in self.words["judge_doing"] and takes & {"xcomp", "oprd"}
        if (of_clause or of_deed) and not takes & {"auxpass", "neg"}:
            return True
        said_of = {child.lemma_.lower() for child in head.children if child.dep_ in ("acomp", "attr", "advmod")} | {head.lemma_}
        unable = takes & {"neg"} and self._modal(head, "able")
        return bool(said_of & self.words["judged"]) or (self._modal(head, "doubtful") and not own and not unable)

    def _untrue(self, heads: Sequence[Token], content: Sequence[Token], text: str) -> bool:
        """Whether it is said of something that it is untrue."""
        if any(phrase in text for phrase in self.phrases["untrue_phrases"]):
            return True
        words = self.words["untrue"]
        judged = any(child.dep_ == "xcomp" for head in heads for child in head.children)  # "it would be wrong to leave"
        if not judged and self.claims & {word for token in content for word in (token.lemma_.lower(), token.lower_)}:
            words |= self.words["untrue_claims"]
        return any(token.lower_ in words and self._calls_untrue(token, heads) for token in content)

    def _calls_untrue(self, token: Token, heads: Sequence[Token]) -> bool:
        """Whether a word for untrue stands as what is said of the subject, not as a mere attribute ("a false start")."""
        called = token.dep_ == "dobj" and token in heads and in_quotes(token)
        called = called or (token.dep_ == "nsubj" and token.head in heads and token.head.lower_ in grammar_of(token).said_before)
        if (token.dep_ not in PREDICATES and not called) or self.negated(token.head):
            return False
        if token.dep_ == "amod" and token.head.dep_ not in ("attr", "oprd", "pobj"):
            return False
        return token in heads or token.head in heads or (token.dep_ == "amod" and token.head.head in heads)

    def negated(self, head: Token) -> bool:
        """Whether a verb is negated, by itself or by its subject ("none of the rockets", "no one")."""
        if any(child.dep_ == "neg" for child in head.children):
            return True
        subjects, words = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass", "attr", "dobj")], grammar_of(head)
        return any(s.lower_ in words.nothing or any(c.lower_ in words.no_of and c.dep_ == "det" for c in s.children) for s in subjects)

    def _obliges(self, head: Token) -> bool:
        """ "should stop", but not "should have stopped": that is a judgement."""
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        done_to = any(token.dep_ == "auxpass" for child in (head, *head.children) for token in child.children)
        if subject is not None and subject.pos_ == "NOUN" and not done_to and not {subject.lower_, subject.lemma_.lower()} & self.actors:
            return False  # "the plan should help": expected, not asked for
        if subject is not None and subject.lower_ in grammar_of(head).addressed:
            return False
        if subject is not None and subject.lower_ in grammar_of(head).ourselves and head.lemma_ in self.words["must"]:
            return False  # "we need to know more"
        if any(child.lower_ in self.words["merely"] for child in head.children):
            return False  # "we only need to send them there"
        if head.lemma_ in self.words["must"] and head.tag_ in ("VBZ", "VBP"):
            return any(child.dep_ == "xcomp" and any(c.tag_ == "TO" for c in child.children) for child in head.children)
        return self._modal(head, "oblige") and not _is_perfect(head)

    def _calls_needed(self, head: Token) -> bool:
        """ "it is absolutely essential that the camps stay open": what is called needed is asked for."""
        said_of = {child.lemma_ for child in head.children if child.dep_ == "acomp"}
        clause = any(child.dep_ == "ccomp" and any(c.dep_ == "mark" for c in child.children) for child in head.children)
        subject = any(child.dep_ == "nsubj" and child.lower_ in grammar_of(head).no_voice for child in head.children)
        return subject and clause and bool(said_of & self.words["needed"]) and not self.negated(head)

    def _orders(self, head: Token) -> bool:
        """Whether a quoted clause is an order: "Find your post and go there"."""
        alone = not any(child.dep_ in ("nsubj", "nsubjpass", "expl", "aux", "mark", "csubj") for child in head.children)
        stands = head.dep_ in ("ROOT", "ccomp") and head.tag_ == "VB" and head.lemma_.lower() not in self.words["no_orders"]
        return stands and alone and head.left_edge.i >= head.i - 1

    def _would_need(self, head: Token) -> bool:
        """ "would need to have it": what it takes, neither promised nor foretold."""
        return head.lemma_ in self.words["must"] and _has_aux(head, grammar_of(head).would)

    @staticmethod
    def _supposed(head: Token) -> bool:
        """Whether a clause says what would be if something were so that is not: "if it were raining, the match would be off"."""
        would, conditions = _has_aux(head, grammar_of(head).supposing), grammar_of(head).conditions
        clauses = (child for child in head.children if child.dep_ == "advcl" and child.tag_ in ("VBD", "VBP"))
        return would and any(grand.lower_ in conditions for clause in clauses for grand in clause.children)

    def _will(self, head: Token, quoted: bool) -> bool:
        """Whether a verb speaks of what is to come: "will", and "would" where it is reported, not quoted or wished for."""
        words, beside = grammar_of(head), helping(head)
        if head.lemma_ in self.words["wished"] or any(c.lemma_ in words.perfect or (quoted and c.lower_ in words.would) for c in beside):
            return False
        return self._modal(head, "future")

    def _modal(self, head: Token, key: str) -> bool:
        return any(child.lower_ in self.words[key] for child in helping(head))

    def _foretells(self, head: Token, text: str) -> bool:
        """Whether a clause of the author's speaks of what is to come, or may come."""
        words = grammar_of(head)
        if _is_perfect(head):
            return False
        supposed = _has_aux(head, words.would)
        will = self._modal(head, "future") and not supposed
        would = supposed and any(f" {word} " in f" {text} " for word in words.conditions)
        return (
            will
            or would
            or (self._modal(head, "possible") and not self._past_possible(head))
            or any(phrase in text for phrase in self.phrases["ahead"])
        )

    @staticmethod
    def _past_possible(head: Token) -> bool:
        """ "could" of what was able to be done, and "can" of what is able now."""
        words = grammar_of(head)
        return _has_aux(head, words.can) or any(
            child.dep_ == "neg" and any(c.lower_ in words.could for c in head.children) for child in head.children
        )

    def _hearsay(self, content: Sequence[Token]) -> bool:
        """Whether the clause is hedged as hearsay: "reportedly", "is believed to"."""
        return any(token.lower_ in self.words["hearsay"] for token in content) or any(
            token.lemma_ in self.words["hearsay_verbs"] and any(child.dep_ == "auxpass" for child in token.children) for token in content
        )

    def _of_reports(self, head: Token) -> bool:
        """Whether a clause is about reports of something: "news of the raid reached ...", "there were reports that ..."."""
        for child in head.children:
            there = any(other.dep_ == "expl" for other in head.children)
            told = any(c.dep_ in ("prep", "acl", "ccomp") for c in child.children)
            if (child.dep_ == "nsubj" or (child.dep_ == "attr" and there)) and child.lemma_.lower() in self.words["hearsay_nouns"] and told:
                return True
        return False

    def _modality(self, content: Sequence[Token], text: str) -> Modality:
        lowered = {token.lower_ for token in content} | {token.lemma_.lower() for token in content}
        if lowered & self.words["hearsay"]:
            return "unspecified"
        if lowered & self.words["doubtful"]:
            return "possible"
        if lowered & self.words["probable"]:
            return "probable"
        return "certain"


def _has_aux(head: Token, words: frozenset[str]) -> bool:
    """Whether a verb has one of these helping verbs."""
    return any(child.dep_ == "aux" and child.lower_ in words for child in head.children)


def _is_called(head: Token, words: frozenset[str]) -> bool:
    """Whether one of these words is said of the subject: "was behind it", "is responsible for the raid"."""
    return any(child.lemma_ in words for child in head.children if child.dep_ in ("acomp", "prep"))


def _is_perfect(head: Token) -> bool:
    perfect = grammar_of(head).perfect
    return any(child.dep_ == "aux" and child.lemma_ in perfect for child in head.children)


def _is_past(head: Token) -> bool:
    """Whether a clause with a subject of its own tells what was."""
    helping = [child.tag_ for child in head.children if child.dep_ in ("aux", "auxpass")]
    return head.dep_ in ("ccomp", "conj") and "VBD" in (head.tag_, *helping) and "MD" not in helping


def _is_wished(head: Token) -> bool:
    """Whether a clause tells what shall be done: "insisted that the child be returned", "asked that he stop"."""
    helping = [child for child in head.children if child.dep_ in ("aux", "auxpass")]
    subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    one = subject is not None and subject.tag_ == "NN" and not any(child.dep_ == "conj" for child in subject.children)
    plain = head.tag_ == "VB" or (head.tag_ == "VBP" and one and head.pos_ == "VERB")
    bare = helping[0].tag_ == "VB" and len(helping) == 1 if helping else plain
    marked = any(child.dep_ == "mark" and child.i < head.i for child in head.children)
    return bare and marked and subject is not None
