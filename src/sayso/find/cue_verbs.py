"""Verbs that perform an act of speech: what one says by its row in the table, and which act it performs with that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.find.acts import PLAIN
from sayso.find.contents import ASIDE, calls_besides, content_heads
from sayso.find.cue import Cue, Row
from sayso.find.fronted import clause_around
from sayso.find.grammar import FINITE, NOUN_SUBJECTS, PARTICLES, VERBAL, helping, is_infinitive, negated
from sayso.find.subjects import quoted_as, quotes_as, speakers
from sayso.lang.language import Language
from sayso.records.claim import Act

BARE = frozenset({"ROOT", "conj", "parataxis", "ccomp", "dep"})
"""Where a verb of saying may stand that has its words in a quotation beside its sentence."""
OF_ANYONE = frozenset({"denies", "declines_comment", "claims_responsibility"})
"""Acts of which whatever has a name is taken for somebody."""
MEASURES = frozenset({"CARDINAL", "DATE", "MONEY", "PERCENT", "QUANTITY"})
"""What the parser calls numbers and dates."""
MAIN = frozenset({"ROOT", "conj", "ccomp"})
"""Where a verb stands that is its sentence's, or that of what somebody says."""
STANDING = frozenset({"prep", "quantmod"})
"""How a parser hangs such a preposition: "raised the toll from 24 to 31"."""
SHORT = frozenset({"measure", "number", "counted", "who"})
"""What a verb may take that only one who speaks tells: "the clinic says six"."""


@dataclass(frozen=True, slots=True, eq=False)
class Saying:
    """A verb with its row, the heads of what it says and the speakers; `lemma` is the verb's, or that of a form which is always one.

    `around`: the parser sees no clause of the verb's own, and what is said stands around it.
    """

    verb: Token
    lemma: str
    row: Row
    heads: tuple[Token, ...]
    speakers: tuple[Token, ...]
    around: bool = False

    @property
    def takes(self) -> Sequence[str]:
        """What the verb may take besides a clause."""
        takes = self.row.get("takes", ())
        assert isinstance(takes, (list, tuple))
        return takes

    @property
    def clause(self) -> bool:
        """Whether what is said is a clause or a quotation, of whatever it may be a part."""
        if not self.heads or self.around:
            return True
        head = self.heads[0]
        own = head.dep_ in ("ccomp", "relcl") and head.head == self.verb and not is_infinitive(head)
        return own or head.is_ancestor(self.verb)

    @property
    def to_do(self) -> bool:
        """Whether what is said is what somebody is to do: "told them to leave"."""
        head = self.heads[0] if self.heads else None
        return head is not None and (is_infinitive(head) or head.dep_ == "xcomp") and not head.is_ancestor(self.verb)

    @property
    def by_subject(self) -> bool:
        """Whether it is the verb's own subject that says it."""
        return self.speakers[0].head == self.verb


class CueVerbs:
    """Finds such verbs by the table `cues` of a language.

    `speakers_of` gives who says what a verb tells as an act, `not_said` tells whether that is not said at all.
    """

    def __init__(
        self, language: Language, speakers_of: Callable[[Token, str], tuple[Token, ...]], not_said: Callable[[Token, str], bool]
    ) -> None:
        table = language.rules("cues")
        self.grammar, self._speakers_of, self._not_said = language.grammar, speakers_of, not_said
        self.rows: Mapping[str, Row] = table["verbs"]
        self.always = dict(table["always"])
        self.no_content, self.to_somebody = frozenset(table["no_content"]), frozenset(table["to_somebody"])
        self.attitudes, self.mental, self.speaking = (frozenset(table[key]) for key in ("attitudes", "mental", "speaking"))
        self.asking, self.questions = frozenset(table["asking"]), frozenset(table["questions"])
        keys: tuple[str, ...] = ("claims", "goods", "counts", "tolls", "accounts", "wrongs", "posts", "none")
        keys += ("established", "that_deed", "blind", "admitted", "outlets", "courtesies", "sided", "held_fast", "mute", "recorded")
        self.table = {key: frozenset(table[key]) for key in keys}
        self.only_voices = frozenset(table["only_voices"])
        self.hearers = frozenset(table["talks"]["with"])
        self.future = frozenset(language.rules("acts")["future"])

    def cue(self, token: Token) -> Cue | None:
        """The cue that a verb is by its row, with what it says and by whom."""
        said = self._saying(token)
        if said is None or self._is_beside(said):
            return None
        deed = self._of_deed(said)
        if (act := self._act(said, deed)) is None:
            return None
        return Cue(
            token, act, said.heads, said.speakers, negated=negated(token) or ("bare" not in said.takes and self._of_nothing(said.heads)),
            attitude=said.lemma in self.attitudes, anyone=self._is_anyones(said, act), mental=said.lemma in self.mental,
            of_armed=deed or said.row.get("armed"), words=_particles(token, said.row),  # type: ignore[arg-type]
        )  # fmt: skip

    def told_by(self, row: Row, speaker: Token) -> Act:
        """The act of a verb by whose subject: what media report that nobody names, they pass on; what a recording shows is no judgement."""
        words = {speaker.lower_, speaker.lemma_.lower()}
        key = next((key for key in ("outlets", "recorded") if key in row and words & self.table[key]), "act")
        return row[key]  # type: ignore[return-value]

    def _saying(self, token: Token) -> Saying | None:
        """A verb with what it says and who says it; None of one that stands for nothing said."""
        lemma = self.always.get(token.lower_) or token.lemma_.lower()
        row = self._row(token, lemma)
        if row is None or quotes_as(token, self.rows) or self._not_said(token, str(row["act"])) or not _stands(token, row):
            return None
        if not (found := self._speakers_of(token, str(row["act"]))):
            return None
        heads = content_heads(token, row.get("takes", ()))
        heads = tuple(head for head in heads if not (head.dep_ == "prep" and head.is_ancestor(found[0])))
        heads = self._told_hearer(token, lemma) or heads or (self._hung_aside(token) if lemma in self.speaking else ())
        said = Saying(token, lemma, row, heads, found)
        if self._is_no_saying(said):
            return None
        speaking = lemma in self.speaking
        if speaking and not heads and not row.get("particle") and (front := clause_around(token, lemma in self.to_somebody)) is not None:
            said = replace(said, heads=(front,), around=True)
        told = bool(said.heads) or (speaking and self._is_bare(token, lemma))
        return said if told and said.heads != found else None

    def _told_hearer(self, verb: Token, lemma: str) -> tuple[Token, ...]:
        """What somebody is told, where the parser hangs it on him: "warned the guards that they will be held"."""
        hearers = (child for child in verb.rights if lemma in self.to_somebody and child.dep_ == "dobj")
        clauses = (
            child
            for hearer in hearers
            for child in hearer.rights
            if child.dep_ in ("relcl", "acl") and (child.tag_ in FINITE | {"VB"} or helping(child))
        )
        told = (clause for clause in clauses if any(child.dep_ == "nsubj" for child in clause.lefts))
        return tuple(clause for clause in told if any(c.dep_ == "mark" and c.lower_ in self.grammar.relative_things for c in clause.lefts))[
            :1
        ]

    def _hung_aside(self, verb: Token) -> tuple[Token, ...]:
        """What a verb says, where the parser hangs it on what stands between them.

        That is the clause of "told us after he was shot that ...", or the hearers of "reported to radio stations that ...".
        """
        that, to = self.grammar.relative_things, self.hearers
        asides = (child for child in verb.rights if child.dep_ == "advcl" and child.lemma_ not in self.rows)
        told = [clause for aside in asides for clause in aside.rights if clause.dep_ == "ccomp"]
        heard = (thing for child in verb.rights if child.dep_ == "prep" and child.lower_ in to for thing in child.children)
        told += [
            clause
            for thing in heard
            for clause in thing.rights
            if clause.dep_ == "relcl" and any(c.dep_ in NOUN_SUBJECTS and c.lower_ not in that for c in clause.lefts)
        ]
        return tuple(clause for clause in told if clause.left_edge.lower_ in that)[:1]

    def _row(self, token: Token, lemma: str) -> Row | None:
        """The row of a verb, or of one that the parser takes for a noun by its participle; none of a verb that only helps another."""
        if token.dep_ in ("aux", "auxpass") and not any(child.dep_ == "ccomp" for child in token.children):
            return None
        noun = token.pos_ == "NOUN" and token.lower_ not in self.always
        return self.rows.get(token.lower_.removesuffix(self.grammar.participle) if noun else lemma)

    def _is_no_saying(self, said: Saying) -> bool:
        """Whether a verb says nothing with these words at it: "requested anonymity", "fighting that saw ten die", "asked whether"."""
        verb, row, heads = said.verb, said.row, said.heads
        if any(word.lemma_.lower() in self.no_content and not _counted(word) for word in _objects(verb, heads)):
            return True
        if any(word.lemma_.lower() in self.table["mute"] for word in said.speakers):
            return True
        if "whole" in said.takes and any(child.dep_ == "dative" for child in verb.rights) and any(c.dep_ == "dobj" for c in verb.rights):
            return True  # "denied the opposition a debate"
        if "small" in said.takes and any(word.lemma_.lower() in self.table["blind"] for word in said.speakers):
            return True
        if (
            heads == (verb.head,)
            and "object" not in said.takes
            and row["act"] not in PLAIN
            and any(c.dep_ == "auxpass" for c in verb.lefts)
        ):
            return True  # "the raid, which was committed by rebels"
        if self._of_what_is_not(verb, heads):
            return True
        if said.lemma in self.table["sided"] and (negated(verb) or verb.dep_ == "relcl"):
            return True
        if said.lemma in self.asking and any(self._asks(head) for head in heads):
            return True
        return bool((row.get("behind") and any(head.i < verb.i for head in heads)) or (row.get("undone") and negated(verb)))

    def _of_what_is_not(self, verb: Token, heads: Sequence[Token]) -> bool:
        """Whether a verb tells behind a comma what is not so, though somebody says it: "It is not a truce, as the army claims"."""
        as_ = verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in self.grammar.role for child in verb.lefts)
        behind = as_ and verb.i > verb.head.i and verb.doc[verb.left_edge.i - 1].text == ","
        return behind and heads == (verb.head,) and verb.head.lemma_ in self.grammar.copula and negated(verb.head)

    def _is_bare(self, token: Token, lemma: str) -> bool:
        """Whether a verb can have its words in a quotation beside its sentence."""
        found = speakers(token)
        if any(child.dep_ == "auxpass" for child in token.children):
            return False  # ""The Long Road" was written by Brand": that he wrote it, not what he says
        placed = token.dep_ in BARE or quoted_as(token) is not None
        return placed and (lemma in self.to_somebody or all(c in found for c in token.children if c.dep_ == "dobj"))

    def _asks(self, head: Token) -> bool:
        """Whether a clause is a question told: "asked whether the bridge was open"."""
        return any(child.lower_ in self.questions and child.i <= head.i for child in head.subtree)

    def _is_beside(self, said: Saying) -> bool:
        """Whether a thing is told beside what the sentence tells: "confirming earlier reports"."""
        verb = said.verb
        if verb.dep_ != "advcl" or said.clause or (is_infinitive(said.heads[0]) and said.by_subject):
            return False
        beside = said.row["act"] == "asserts" and not said.by_subject and not calls_besides(verb, said.takes, self.rows)
        return beside or any(child.lower_ in self.grammar.when for child in verb.children)

    def _act(self, said: Saying, deed: Act | None) -> Act | None:
        """The act that a verb performs with what it says; None where it performs none. `deed` is its act where that is a deed."""
        act: Act | None = self._act_by_form(said) if self._performs(said) else said.row.get("else")  # type: ignore[assignment]
        if deed is not None:
            return deed if act is not None and said.heads[0].lemma_.lower() in self.table["wrongs"] else act
        named = said.verb.dep_ == "acl" and said.heads == (said.verb.head,) and act in PLAIN
        return None if named else act  # "a plan announced by the mayor": a thing is named, not told

    def _act_by_form(self, said: Saying) -> Act:
        """The act by what a verb takes: a clause, perhaps on what is to come, what somebody is to do, or a thing."""
        row, heads = said.row, said.heads
        if said.clause and "ahead" in row and any(child.lower_ in self.future for head in heads for child in helping(head)):
            return row["ahead"]  # type: ignore[return-value]
        form = "clause" if said.clause else "infinitive" if said.to_do else "act"
        return row.get(form, self.told_by(row, said.speakers[0]))  # type: ignore[return-value]

    def _performs(self, said: Saying) -> bool:
        """Whether a verb performs its act with this object, as its row asks: with claims, or with all but goods ("denied him entry")."""
        row, heads, clause = said.row, said.heads, said.clause
        verbless = "not_of" in row and bool(heads) and heads[0].pos_ == "NOUN"  # "holding passengers hostage"
        if "of" in row and said.verb.dep_ == "acl":
            clause = False  # "mills owned by the Front": what it is, not what it says
        if clause and not verbless and ("with" not in row or _tells_clause(said.verb)):
            return True
        if "measured" in row and not clause and _measured(heads, str(row["measured"])):
            return True
        words = {word for head in heads if head.pos_ not in VERBAL or "of" in row for word in _whole(head)}
        if "of" in row:
            return bool(words & self.table[str(row["of"])]) or ("late" in said.takes and self._called_so(said.verb, heads))
        return not ("not_of" in row and words & self.table[str(row["not_of"])])

    def _called_so(self, verb: Token, heads: Sequence[Token]) -> bool:
        """Whether it is told as what a thing was turned down: "the note was rejected as unconvincing", not "dismissed as commander"."""
        as_ = (child for child in verb.rights if child.dep_ == "prep" and child.lower_ in self.grammar.role)
        called = (child for word in as_ for child in word.children if child.i == word.i + 1 or child.dep_ in ("amod", "advmod"))
        things = any(head.pos_ == "NOUN" and head.ent_type_ == "" for head in heads)
        return things and any(word.pos_ == "ADJ" and word.right_edge.i == word.i for word in called)

    def _of_deed(self, said: Saying) -> Act | None:
        """The act of a verb with a deed as its object, or with a word that stands for one: "claimed the attack", "claimed that one"."""
        if "deed" not in said.row or not said.heads or said.heads[0].pos_ in VERBAL:
            return None
        head = said.heads[0]
        deed = (head == said.verb.head or head.dep_ in (*ASIDE, "nsubjpass")) and head.lemma_.lower() in self.table["wrongs"]
        return said.row["deed"] if deed or head.lower_ in self.table["that_deed"] else None  # type: ignore[return-value]

    def _of_nothing(self, heads: Sequence[Token]) -> bool:
        """Whether it is nothing that is taken: "claimed no responsibility"."""
        return any(head.dep_ == "dobj" and any(child.lower_ in self.grammar.no for child in head.children) for head in heads)

    def _is_anyones(self, said: Saying, act: Act) -> bool:
        """Whether only one who speaks can say it so, whatever has the verb: "the slide says that", "the clinic counts six"."""
        row, takes, clause = said.row, said.takes, said.clause
        if "small" in takes or "with" in row or (not clause and not SHORT.isdisjoint(takes)):
            return True
        if said.lemma in self.only_voices and said.by_subject:
            return True
        if act not in PLAIN and said.speakers[0].lower_ in self.grammar.somebody and said.by_subject:
            return True  # "Both pledged to leave"
        if said.lemma in self.speaking and (clause or said.to_do) and not self._explains(said.verb, said.heads):
            return True
        if clause and said.by_subject and _closes(said):
            return True
        return said.speakers[0].pos_ == "PROPN" and (act in OF_ANYONE or (act not in PLAIN and said.by_subject and len(said.speakers) == 1))

    def _explains(self, verb: Token, heads: Sequence[Token]) -> bool:
        """Whether what follows is a cause or manner, which things show too: "the old map explains why"."""
        opening = (child for head in heads[:1] for child in head.children if child.i < head.i)
        return any(child.lower_ in self.questions and (child.i > verb.i or verb.dep_ != "relcl") for child in opening)


def _closes(said: Saying) -> bool:
    """Whether a sentence tells first what is said and only behind it by whom: "The bridge is down, the harbour tower confirmed"."""
    verb, head, speaker = said.verb, said.heads[0] if said.heads else None, said.speakers[0]
    return head is not None and verb.dep_ == "ROOT" and head.dep_ == "ccomp" and head.i < speaker.i < verb.i


def _stands(verb: Token, row: Row) -> bool:
    """Whether the words stand at a verb that its row asks for: a particle, or a preposition behind it or its object."""
    if row.get("particle") and not _particles(verb, row):
        return False
    if row.get("main") and (verb.dep_ not in MAIN or any(child.dep_ == "dobj" for child in verb.children)):
        return False
    behind = row.get("with")
    return not behind or _tells_clause(verb) or any(child.dep_ in STANDING and child.lower_ == behind for child in _behind(verb))


def _tells_clause(verb: Token) -> bool:
    """Whether a clause with "that" hangs on a verb: "updated the council that nine had died"."""
    return any(child.dep_ == "ccomp" and any(mark.dep_ == "mark" for mark in child.lefts) for child in verb.rights)


def _particles(verb: Token, row: Row) -> tuple[Token, ...]:
    """The words at a verb that its row asks for as a part of it: "pointed out"."""
    particle = row.get("particle")
    return tuple(child for child in verb.children if particle and child.dep_ in PARTICLES and child.lower_ == particle)


def _whole(head: Token) -> tuple[str, ...]:
    """The forms of a word, with what a hyphen joins to it: "ill-treatment" is no treatment."""
    joined = head.i > 1 and head.nbor(-1).text == "-" and head.nbor(-1).head == head and not head.nbor(-1).whitespace_
    before = f"{head.nbor(-2).lower_}-" if joined else ""
    return before + head.lemma_.lower(), before + head.lower_


def _objects(token: Token, heads: Sequence[Token]) -> list[Token]:
    """What a verb asks for, keeps or gives: its object, or what somebody asks to stay ("requested to remain anonymous")."""
    things = [child for child in token.children if child.dep_ == "dobj"]
    staying = [word for head in heads if head.dep_ == "xcomp" for word in (head, *head.children) if word == head or word.dep_ == "acomp"]
    return things + staying


def _counted(word: Token) -> bool:
    """Whether a number tells of how many: "the names of 27 people"."""
    return any(part.like_num for child in word.children if child.dep_ == "prep" for thing in child.children for part in thing.children)


def _behind(verb: Token) -> Iterator[Token]:
    """The words behind a verb or a thing that hang on it or on its object: "put the number of those freed in the raid at 40"."""
    for child in verb.rights:
        yield from child.subtree if child.dep_ in ("dobj", "prep") else (child,)


def _measured(heads: Sequence[Token], preposition: str) -> bool:
    """Whether a thing is put at a number or a date: "puts the charge at 30 kilos", "dates the quarrel to early 2021"."""
    behind = (child for head in heads for child in (head, *_behind(head)) if child.dep_ == "prep" and child.lower_ == preposition)
    things = (thing for child in behind for thing in child.children if thing.dep_ == "pobj")
    return any(word.like_num or word.ent_type_ in MEASURES for thing in things for word in (thing, *thing.children))
