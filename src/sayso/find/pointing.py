"""Which name a pronoun or a description points back to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from operator import attrgetter

from spacy.tokens import Token

from sayso.find.grammar import NOUN_SUBJECTS, VERBAL, grammar_of
from sayso.find.names import Name
from sayso.find.order import starting_in
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_start
from sayso.lang.language import Language

REACH = 900
"""Code points back over which a pronoun or description may point: about two paragraphs of news."""
NEAR = 200
"""Code points within which a subject's own name is sought."""
TITLE, BESIDE = 80, 4
"""Code points beside a name, and words before it, in which a person's title stands."""
BEFORE = 24
"""Code points before a name in which it stands that it is another name of somebody."""
MENTIONED, SUBJECT = 100, 80
"""What a mention weighs in whom a pronoun or a description means, and what it weighs more as a subject."""
GROUPS = ("armed_group", "government_body", "state", "ethnic_group", "international_org")
BODIES = ("armed_group", "government_body", "state", "international_org", "company", "media", "other")
LOOSE = frozenset({"armed_group", "government_body", "international_org", "company"})
"""Kinds of which a name may be that the parser only took for some organisation."""
MADE_UP = re.compile(r",?[”»\"]")
"""What closes the quotation marks in which a name stands alone."""


class Pointing:
    """The names of a document in order, with which of them are subjects: what is spoken of is what is pointed at."""

    def __init__(
        self,
        passages: Sequence[Passage],
        names: Sequence[Name],
        language: Language,
        agrees: Callable[[str, Name], bool],
        full: Mapping[Name, str],
        authors: frozenset[str],
    ) -> None:
        self.agrees, self.full = agrees, full
        self.named: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            self.named[full[name]].append(name)
        names = [name for name in names if full[name].casefold() not in authors]  # nobody means by "she" whose byline stands above
        table = language.rules("actors")
        self.names, self.pronouns = names, table["pronouns"]
        self.kinds_of = {word: kind for kind, words in table["descriptions"].items() for word in words}
        self.offices = frozenset(word for word, kind in self.kinds_of.items() if kind == "person") & {*table["offices"], *table["titles"]}
        self.definite, self.placing = frozenset(table["definite"]), frozenset(table["placing"])
        self.vague, self.in_general = frozenset(table["vague"]), frozenset(table["in_general"])
        self.telling, self.people = frozenset(table["telling"]), frozenset(table["people"])
        self.called, self.former = frozenset((*table["titles"], *table["speaking_for"])), frozenset(table["former"])
        self.by_office: Mapping[str, Sequence[str]] = table["by_office"]
        self.executive = frozenset(word for phrase in self.by_office for word in phrase.split()[:-1])
        self._by_last: dict[str, list[Name]] = defaultdict(list)
        for name in names:
            if name.kind not in ("person", "state") and len(words := name.text.lower().split()) > 1:
                self._by_last[words[-1]].append(name)
        self._text = passages[0].text if passages else ""
        called = re.compile(rf"\b(?:{'|'.join(table['also_called'])})\s+[\"“‘']?\Z")
        self._second = frozenset(name.start for name in names if called.search(self._text, max(0, name.start - BEFORE), name.start))
        self._sentences = [p.start(sentence[0]) for p in passages for sentence in p.sentences]
        copula = language.grammar.copula
        self._verbs = sorted(p.end(t) for p in passages for t in p.parse if t.pos_ in VERBAL and t.lemma_ not in copula)
        self._subjects = {p.start(t): t for p in passages for t in p.parse if _is_spoken_of(t)}
        self._spoken_of = sorted(self._subjects)

    def pronoun(self, passage: Passage, token: Token, at: Token | None = None) -> Name | None:
        """The name that a personal or possessive pronoun means; None for other pronouns. One looks back from `at`, if that is given."""
        if token.lower_ in self.pronouns["person"]:
            return self._last(passage, token, ("person",), at=at)
        if token.lower_ in self.pronouns["body"]:
            return self._last(passage, token, BODIES, at=at)
        if token.lower_ not in self.pronouns["several"]:
            return None
        group = self._last(passage, token, GROUPS, at=at)
        return None if group is not None and _several_since(passage, token, group) else group

    def last_person(self, passage: Passage, token: Token) -> Name | None:
        """The person whom a word means that says no more than that it is one."""
        return self._last(passage, token, ("person",))

    def last_group(self, passage: Passage, token: Token) -> Name | None:
        """The armed group spoken of before a word that tells of something of its own without saying whose: "the leader is"."""
        return self._last(passage, token, ("armed_group",))

    def bound(self, token: Token) -> Token | None:
        """The noun of its own sentence that a pronoun of bodies can only mean: "the regime and its backers"."""
        number = "NN" if token.lower_ in self.pronouns["body"] else "NNS" if token.lower_ in self.pronouns["several"] else None
        if number is None:
            return None
        if token.dep_ == "poss" and token.head.dep_ == "conj" and token.head.head.tag_ == number:
            return token.head.head
        verb = token.head
        while verb.head != verb and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        subject = next((child for child in verb.children if child.dep_ in NOUN_SUBJECTS and child.i < token.i), None)
        own = subject is not None and token.dep_ == "poss" and not subject.is_ancestor(token)
        return subject if own and subject is not None and subject.tag_ == number else None

    def description(self, passage: Passage, head: Token) -> Name | None:
        """The name that a noun with an article points back to: "the group", "this movement", "the president"; None if it names its own."""
        kind = self.kinds_of.get(head.lemma_.lower()) or self.kinds_of.get(head.lower_)
        definite = any(child.lower_ in self.definite and child.dep_ == "det" for child in head.lefts)
        if definite and (office := self._same_office(head)):
            return self._by_title(passage, head, office)
        if not definite or any(child.dep_ in ("prep", "relcl", "appos") for child in head.rights):
            return None
        if kind is None:
            return self._by_own_noun(passage, head) or (self._by_title(passage, head) if head.lower_ in self.called else None)
        if head.tag_ == "NNS" and head.lower_ not in self.kinds_of:
            return None  # "the militias" are no one body
        own = [child for child in head.lefts if child.dep_ in ("amod", "compound", "nmod")]
        if kind == "person" and own and head.tag_ == "NN":
            return self._by_title(passage, head)
        if (kind == "person" and (own or head.tag_ == "NNS")) or any(child.text[:1].isupper() for child in own):
            return None  # "the candidates", "the defence minister", "the Ruritanian government": it says itself who is meant
        if not head.is_sent_end and head.nbor(1).lower_ in self.placing:
            return None  # "the government in Ruritania"
        if kind == "person" and (titled := self._titled(passage, head)) is not None:
            return titled
        if kind == "person" and head.lower_ in self.offices and not self._only_person(passage, head):
            return None
        own_word = head.lemma_.lower() if head.lemma_.lower() in self.telling else ""
        kinds = (kind, "other") if kind in LOOSE and head.tag_ == "NN" else (kind,)
        last = self._last(passage, head, kinds, own_word)
        return None if last is not None and kind == "person" and self._in_other_office(passage, head, last) else last

    def _only_person(self, passage: Passage, head: Token) -> bool:
        """Whether a text names no more than one person before a noun: who holds an office that it tells of nobody is not known else."""
        names = (name for name in self.names if name.kind == "person" and name.end <= passage.start(head))
        return len({self.full[name] for name in names}) == 1

    def holder(self, passage: Passage, head: Token) -> Name | None:
        """The only person called so beside his name before "the" with an office: "the army commander", "the head of state"."""
        definite = any(child.lower_ in self.definite and child.dep_ == "det" for child in head.lefts)
        bare = definite and not any(child.dep_ in ("prep", "relcl", "appos") for child in head.rights)
        return self._by_title(passage, head, self._same_office(head)) if bare else None

    def _in_other_office(self, passage: Passage, head: Token, last: Name) -> bool:
        """Whether a person holds another office than that by which somebody is meant: "the minister" is not Otto Brand, the mayor."""
        if head.lower_ not in self.offices:
            return False
        named = takewhile(lambda name: name.end <= passage.start(head), self.named[self.full[last]])
        return any(word in self.offices for name in named for word in self.titles(name))

    def _by_own_noun(self, passage: Passage, head: Token) -> Name | None:
        """The body last named before a noun alone with which its name ends: "the brigade" behind "the Dol Brigade"."""
        named = self._by_last.get(head.lower_, ())
        alone = named and head.tag_ == "NN" and all(child.dep_ in ("det", "case", "punct") for child in head.children)
        return next((name for name in reversed(named) if name.end <= passage.start(head)), None) if alone else None

    def _titled(self, passage: Passage, head: Token) -> Name | None:
        """The last person before a noun who is called so beside his name: "Interior Minister Anton Velk", "Velk, the minister"."""
        return next(reversed(self._called_before(passage, head, head.lower_)), None)

    def _called_before(self, passage: Passage, head: Token, *titles: str) -> Sequence[Name]:
        """The names of persons before a noun who are called by one of these titles beside their name, in order."""
        start, lists = passage.start(head), [self._called.get(title, []) for title in titles]
        named = {name for called in lists for name in called[: bisect_right(called, start, key=attrgetter("end"))]}
        return sorted(named, key=attrgetter("start"))

    @cached_property
    def _called(self) -> Mapping[str, list[Name]]:
        """For each title the names of persons beside which it stands by itself: an "attorney general" is no general."""
        called: dict[str, list[Name]] = defaultdict(list)
        for name in self.names:
            titles = self.titles(name) if name.kind == "person" else ()
            for title in {title for n, title in enumerate(titles) if n == 0 or titles[n - 1] not in self.in_general}:
                called[title].append(name)
        return called

    def titles(self, name: Name) -> list[str]:
        """The words right before a name with no verb between but "is", those of the name itself, and those set off by commas behind it."""
        verb = self._verbs[at - 1] if (at := bisect_left(self._verbs, name.start)) else 0
        before = re.split(r"[.!?;:\"”]|\n\s*\n", self._text[max(verb, name.start - TITLE) : name.start])[-1]
        behind = re.match(r",((?:(?!\n\s*\n)[^,.;:!?(\"”])*)[,.;(]", self._text[name.end : name.end + TITLE])
        words = [*before.split()[-BESIDE:], *name.text.split(), *(behind[1].split()[: 2 * BESIDE] if behind else ())]
        return [word.strip(",").lower() for word in words]

    def _by_title(self, passage: Passage, head: Token, offices: Sequence[str] = ()) -> Name | None:
        """The only person called so beside his name: "the army commander" behind "Velk, commander of the army".

        A name in the description has to stand there too: "the Ruritanian president" behind "Ruritanian President Otto Brand". Nobody is
        meant who was in office before, nor by one of several `offices` who stands beside another.
        """
        own = [child for child in head.lefts if child.dep_ in ("amod", "compound", "nmod") and child.lower_ not in self.executive]
        if head.tag_ not in ("NN", "NNP"):
            return None
        called = self._called_before(passage, head, *(offices or (head.lower_,)))
        fitting = [name for name in called if self._fits(own, self.titles(name))]
        rivals = fitting if any(child.text[:1].isupper() for child in own) else called
        return fitting[-1] if fitting and len({self.full[name] for name in rivals}) == 1 else None

    def _fits(self, own: Sequence[Token], words: Sequence[str]) -> bool:
        """Whether what a description tells of somebody stands beside his name, and nothing there tells that he was so before."""
        told = {child.lower_ for child in own}
        return all(word in words or word in self.vague for word in told) and (self.former & told) == (self.former & {*words})

    def _same_office(self, head: Token) -> Sequence[str]:
        """The titles of those whom a phrase means by their office: presidents and monarchs by "head of state"."""
        behind = " ".join(token.lower_ for token in head.doc[head.i : head.i + 3])
        before = " ".join(token.lower_ for token in head.doc[max(0, head.i - 1) : head.i + 1])
        return self.by_office.get(behind) or self.by_office.get(before) or self.by_office.get(head.lower_) or ()

    def _last(self, passage: Passage, token: Token, kinds: Sequence[str], own_word: str = "", at: Token | None = None) -> Name | None:
        """The last fitting name before a token: of its own sentence's subjects, of the sentence before, then the nearest of all.

        With `own_word` only a name that has this word is meant: "the ministry" is no hospital.
        """
        start = passage.start(at or token)
        sentence = passage.start(token.doc[sentence_start(token)])
        rivals = _own_subjects(token)
        before = [
            name
            for name in starting_in(self.names, start - REACH, start)
            if name.kind in kinds and name.end <= start and self.agrees(token.lower_, name)
        ]
        before = [name for name in before if own_word in name.text.lower()]
        before = [name for name in before if not any(name.start <= passage.start(rival) < name.end for rival in rivals)]
        before = [
            name for name in before if name.start < passage.block.start or not parted(passage.text[_behind(passage.text, name) : start])
        ]
        if not before:
            return None
        here = [name for name in before if name.start >= sentence and self._is_subject(name)]
        here = [name for name in here if self._governs(name, token)] or here  # not the subject of a relative clause that is over
        own = [name for name in before if name.start >= passage.block.start] if "person" not in kinds else []
        return (
            here[-1] if here else self._most_spoken_of(own or before, passage.text, start)
        )  # a paragraph goes on with a body that it names

    def _most_spoken_of(self, names: Sequence[Name], text: str, start: int) -> Name:
        """The name whose bearer is most spoken of before a place: a mention counts half of one in the sentence behind it, a subject more.

        After Lappin and Leass (1994), with their weights for a mention and for a subject; the last mention of those who are equal.
        """
        weights: dict[str, float] = defaultdict(float)
        for name in names:
            weight = MENTIONED + (SUBJECT if self._is_subject(name) else 0)
            weights[self.full[name]] += weight * 0.5 ** self._sentences_between(text, name.end, start)
        return max(names, key=lambda name: (weights[self.full[name]], name.start))

    def is_clear(self, passage: Passage, token: Token, name: Name) -> bool:
        """Whether a pronoun can hardly mean another than a name.

        The name is the subject of its own sentence, or of the one before where nobody else was the subject since; or, of a person, nobody
        else who could be meant was spoken of since.
        """
        start, subject = passage.start(token), self._is_subject(name)
        if subject and name.start >= passage.start(token.doc[sentence_start(token)]):
            return True
        text = passage.text
        others = [other for other in starting_in(self.names, name.end, start) if self._is_rival(token, name, other)]
        others = [other for other in others if not parted(text[other.end : start])]
        strangers = self._of_nobody_known(name.end, start)
        unknown = token.lower_ in self.pronouns["person"] and any(not parted(text[at:start]) for at in strangers)
        if token.lower_ in self.pronouns["person"] and not others and not unknown:
            return True
        since = [other for other in others if self._is_subject(other)]
        return subject and not since and not unknown and self._sentences_between(passage.text, name.end, start) <= 1

    def another_since(self, passage: Passage, token: Token, full: str, since: int) -> bool:
        """Whether somebody else whom a pronoun may mean was the subject of a sentence since a place, or that place is far back."""
        start, text = passage.start(token.doc[sentence_start(token)]), passage.text
        if passage.start(token) - since > REACH:
            return True
        subjects = [name for name in starting_in(self.names, since, start) if name.kind == "person" and self._is_subject(name)]
        others = [name for name in subjects if self.full[name] != full and self.agrees(token.lower_, name)]
        strangers = self._of_nobody_known(since, start)
        return any(not parted(text[at:start]) for at in (*(name.end for name in others), *strangers))

    def _is_rival(self, token: Token, name: Name, other: Name) -> bool:
        """Whether another name than the one chosen is of the same kind of actor, and agrees with the pronoun as well."""
        if other.start in self._second:
            return False  # "Otto Brand, known as the Fox": another name of his
        same_kind = (other.kind == "person") == (name.kind == "person")
        return same_kind and self.full[other] != self.full[name] and self.agrees(token.lower_, other)

    def _of_nobody_known(self, start: int, end: int) -> Iterator[int]:
        """Where subjects stand that are persons whom no name tells: "the driver", or a name that was not known as one."""
        for at in self._spoken_of[bisect_left(self._spoken_of, start) : bisect_left(self._spoken_of, end)]:
            subject = self._subjects[at]
            if subject.tag_ not in ("NN", "NNP"):
                continue
            named = any(name.start <= at < name.end for name in starting_in(self.names, at - NEAR, at + 1))
            if subject.dep_ == "attr" and any(c.dep_ in NOUN_SUBJECTS and c.pos_ == "PRON" for c in subject.head.children):
                continue  # "he is a man who": what a pronoun is said to be is nobody else
            if subject.dep_ == "appos" and subject.head.pos_ == "PROPN":
                continue  # nor who is told of a name: "Otto Brand, a clerk who"
            bare = not any(child.dep_ == "det" for child in subject.children)  # not "the Republic"
            unknown = subject.tag_ == "NNP" and subject.ent_type_ in ("", "PERSON") and bare
            if not named and (unknown or subject.lemma_.lower() in self.people):
                yield at

    def _sentences_between(self, text: str, start: int, end: int) -> int:
        """How many sentences begin between two places of the text; one inside a quotation counts with the one that opens it."""
        begun = self._sentences[bisect_left(self._sentences, start) : bisect_left(self._sentences, end)]
        return sum(not parted(text[start:at]) for at in begun)

    def _governs(self, name: Name, token: Token) -> bool:
        """Whether a name is the subject of a verb that a token hangs under."""
        heads = (self._subjects[at].head for at in range(name.start, name.end) if at in self._subjects)
        return any(head.is_ancestor(token) for head in heads)

    def _is_subject(self, name: Name) -> bool:
        return bisect_left(self._spoken_of, name.start) < bisect_left(self._spoken_of, name.end)


def _several_since(passage: Passage, token: Token, group: Name) -> bool:
    """Whether several who are only described have been the subject since a group was named: "Some experts doubt it. They say …"."""
    since = max(group.end, passage.block.start)
    told = (one for one in passage.tokens(since, passage.start(token)) if one.dep_ in NOUN_SUBJECTS and one.tag_ == "NNS")
    return any(one.i < token.i and one not in token.subtree for one in told)


def _behind(text: str, name: Name) -> int:
    """Where a name ends, with the mark behind it where it stands alone in quotation marks: "“Ada”, 41, said"."""
    alone = MADE_UP.match(text, name.end) if name.start and text[name.start - 1] in '“«„"' else None
    return alone.end() if alone is not None else name.end


def parted(between: str) -> bool:
    """Whether one of two words stands in a quotation and the other not: who speaks is not meant by a name in his own words."""
    opened = sum(between.count(mark) for mark in "“«„") - sum(between.count(mark) for mark in "”»")
    single = between.count("``") + between.count("''")
    return opened != 0 or len(re.findall('"+', between)) % 2 == 1 or single % 2 == 1


def _is_spoken_of(token: Token) -> bool:
    """Whether a word is a subject, or the person that a subject is said to be: "the minister was Otto Brand"."""
    role = token.dep_
    return (
        role in NOUN_SUBJECTS
        or (role == "pobj" and _is_topic(token))
        or (role == "appos" and token.pos_ == "PROPN" and token.head.dep_ in NOUN_SUBJECTS)
        or (role == "attr" and token.head.lemma_ in grammar_of(token).copula and token.ent_type_ == "PERSON")
        or any(child.dep_ == "relcl" and _has_people_for_subject(child) for child in token.children)
    )


def _has_people_for_subject(clause: Token) -> bool:
    """Whether a clause on a word tells what people do: "who left"."""
    return any(part.dep_ in NOUN_SUBJECTS and part.tag_ == "WP" for part in clause.children)


def _is_topic(token: Token) -> bool:
    """Whether a sentence says at its start that it is about the object of a preposition: "As for the mayor, he left"."""
    words, before = grammar_of(token), token.head
    named = before.lower_ in words.topical and not before.is_sent_start
    return named and before.nbor(-1).lower_ in words.role


def _own_subjects(token: Token) -> list[Token]:
    """The subjects of the verb that a pronoun is an object of: nobody is meant by it who does it to it ("Norway attacked it")."""
    verb = token.head
    if verb.dep_ == "prep":
        verb = verb.head
    if token.dep_ not in ("dobj", "pobj", "dative") or verb.pos_ not in ("VERB", "AUX"):
        return []
    return [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]
