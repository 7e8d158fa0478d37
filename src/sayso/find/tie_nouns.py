"""Ties told by a noun: offices, roles, wings, members and kin, by the table `nouns` of a language's `ties`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.sentences import sentence_end, sentence_start
from sayso.find.tie_ends import End, Ends, Wants
from sayso.find.tie_verbs import names_given, passive, subjects
from sayso.lang.language import Language
from sayso.records.document import Span

BESIDE = frozenset({",", "-", "–", "—", "("})
"""Marks between a name and what is set beside it."""
RANK = "member_of"
"""What a rank before a name tells alone; behind a role of the same body ("army spokesman Colonel Otto Brand") it tells nothing more."""
REACH = 8
"""How many words left of a role its body is sought inside one phrase: "Ruritania's deputy minister for rural roads" is the long case."""


@dataclass(frozen=True, slots=True, eq=False)
class NounRule:
    """One line of the table: nouns, the tie of who bears them (the holder) to what they belong to (the body)."""

    predicate: str
    prepositions: frozenset[str]
    holder_kinds: frozenset[str]
    body_kinds: frozenset[str]
    place: str
    flip: bool
    compound: bool
    deputy: str | None
    former: str | None
    portfolio: bool
    section: str | None
    sole: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Role:
    """A role noun at its words: `first` to `last`, and the words before it that belong to its phrase."""

    rule: NounRule
    first: Token
    last: Token
    before: tuple[Token, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ToldByNoun:
    """A tie that a noun tells; `verb` is the verb that ascribes the role, None where it is ascribed in passing."""

    predicate: str
    subject: End
    object: End
    anchor: Token
    verb: Token | None


@cache
def noun_rules(language: Language) -> Mapping[str, list[tuple[tuple[str, ...], NounRule]]]:
    """The rules of a language's table by the last word of their noun, longer nouns first."""
    rules: dict[str, list[tuple[tuple[str, ...], NounRule]]] = {}
    for row in language.rules("ties")["nouns"]:
        rule = NounRule(
            row["predicate"], frozenset(row.get("of", language.grammar.belonging)),
            frozenset(row.get("holder", ())), frozenset(row.get("body", ())),
            row.get("ends", "actor"), bool(row.get("flip")), bool(row.get("compound", True)), row.get("deputy"),
            row.get("former", row["predicate"]), bool(row.get("portfolio")), row.get("section"), row.get("sole"),
        )  # fmt: skip
        for noun in row["noun"]:
            words = tuple(str(noun).split())
            rules.setdefault(words[-1], []).append((words, rule))
    return {last: sorted(rows, key=lambda row: -len(row[0])) for last, rows in rules.items()}


def told_by_nouns(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """All that role nouns and joined words ("-led", "pro-") among the tokens tell."""
    finder = _NounFinder(ends, table)
    for token in tokens:
        for role in finder.roles(token):
            yield from finder.told(role)
        yield from finder.joined(token)


class _NounFinder:
    def __init__(self, ends: Ends, table: Mapping[str, Any]) -> None:
        self.ends, self.rules = ends, noun_rules(ends.scene.language)
        words = ends.scene.language.words("ties")
        self.deputies, self.formers = words["deputies"], words["formers"]
        self.portfolios, self.definite = words["portfolios"], words["definite"]
        self.copulas, self.appoint = words["copulas"], words["appointing"]
        self.sections, self.bearers = words["sections"], words["bearers"]
        self.until, self.naming = words["to"], words["naming"]
        self.reflexive, self.titles = words["reflexive"], ends.cast.words["titles"]
        self.behind: Mapping[str, Mapping[str, str]] = table["joined_behind"]
        self.placed = frozenset(word for word, row in self.behind.items() if row.get("place"))
        self.front: Mapping[str, str] = table["joined_in_front"]

    def role(self, token: Token) -> Role | None:
        """The first role whose noun ends at a token."""
        return next(self.roles(token), None)

    def roles(self, token: Token) -> Iterator[Role]:
        """The roles whose noun ends at a token: longer nouns alone, and one noun may be a role in bodies of several kinds."""
        longest, keys = 0, [key for key in dict.fromkeys((token.lower_, token.lemma_.lower())) if key in self.rules]
        for key in keys:
            for words, rule in self.rules[key]:
                first = token.i - len(words) + 1
                if first < sentence_start(token) or any(token.doc[first + n].lower_ != word for n, word in enumerate(words[:-1])):
                    continue
                if len(words) < longest or self.ends.cast.name_at(self.ends.passage, token) or _describes(token):
                    continue
                longest = len(words)
                last = token.head if token.dep_ == "nummod" and first <= token.head.i else token  # "number two of"
                yield Role(rule, token.doc[first], last, tuple(_before(token.doc[first])))

    def told(self, role: Role) -> Iterator[ToldByNoun]:
        """The ties of each holder of a role to each body that it belongs to."""
        rule = role.rule
        ranked = rule.predicate == RANK and not role.first.is_sent_start and self._is_rank(role.last)
        if ranked and self.role(role.first.nbor(-1)):
            return
        holders, verb = self._holders(role)
        several = role.last.tag_ == "NNS" and not self._is_one_of(role.last)
        if not holders or (several and len(holders) < 2 and holders[0].kind == "person"):
            return  # one person is no "fighters": the parse has set a list's next member beside the name
        predicate: str | None = rule.predicate
        words = {token.lower_ for token in role.before}
        if words & self.formers or self._former_verb(verb) or self._ended(role.last):
            predicate = rule.former
        elif words & self.deputies and rule.deputy:
            predicate = rule.deputy
        elif rule.section and self._of_section(role):
            predicate = rule.section
        elif rule.sole and self._is_sole(role.last):
            predicate = rule.sole
        if predicate is None:
            return
        for body in self._bodies(role, holders):
            for holder in holders:
                if _allowed(holder, rule.holder_kinds) and _allowed(body, rule.body_kinds):
                    subject, target = (body, holder) if rule.flip else (holder, body)
                    yield ToldByNoun(predicate, subject, target, role.last, verb)

    def _is_one_of(self, noun: Token) -> bool:
        """Whether a noun tells of several of whom one is named: "one of the Front's advisers, Otto Brand"."""
        over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in grammar_of(noun).belonging else noun
        return over is not noun and over.lower_ in self.ends.scene.language.rules("pointing")["one"]

    def _is_sole(self, noun: Token) -> bool:
        """Whether a role is one that a single person has: "the commander of the Front" and its "commander", no "commander in the east"."""
        definite = any(child.dep_ == "poss" or child.lower_ in self.definite for child in noun.lefts)
        parts = (child for child in noun.rights if child.dep_ == "prep" and child.lower_ not in grammar_of(noun).belonging)
        return definite and noun.tag_ == "NN" and not any(parts)

    def _of_section(self, role: Role) -> bool:
        """Whether a role is that of a part of its body: "the ministry's security director", "the party's director of elections"."""
        for token in role.before:
            if token.dep_ in ("poss", "case") or self.ends.cast.name_at(self.ends.passage, token) or self.ends.body_told(token):
                break
            if self.ends.unnamed("object", token) or self.role(token) is not None:
                break  # "police chief", "Front chief Director Otto Brand"
            plain = token.dep_ in ("compound", "nmod") and token.pos_ in ("NOUN", "PROPN") and token.lower_ not in self.bearers
            if token.lower_ in self.sections or (plain and not token.is_punct):
                return True
        behind = (child for child in role.last.children if child.dep_ == "prep" and child.lower_ in grammar_of(role.last).belonging)
        objects = [part for child in behind for part in child.children if part.dep_ == "pobj"]
        return bool(objects) and not any(self.ends.of("object", head, "either") for head in objects)

    def _former_verb(self, verb: Token | None) -> bool:
        return verb is not None and any(child.lower_ in self.formers for child in verb.children)

    def _ended(self, noun: Token) -> bool:
        """Whether the clause right behind a role tells its end: "a colonel of the guard until he fled"."""
        for token in noun.doc[noun.i + 1 : sentence_end(noun)]:
            if token.lower_ in self.until and token.dep_ == "mark":
                return True
            if token.pos_ in ("VERB", "AUX") or token.text in (",", ";"):
                return False
        return False

    def _holders(self, role: Role) -> tuple[list[End], Token | None]:
        """Who bears a role, with the verb that says so."""
        noun = role.last
        if beside := self._name_behind(noun) or self._name_before(role, only_persons=True):
            return beside, None
        for heads, verb in self._holder_heads(noun):
            found = [end for head in heads if head not in role.before for end in self.ends.of("subject", head)]
            if found := [end for end in found if _allowed(end, role.rule.holder_kinds)]:
                return found, verb
        return self._name_before(role) or self._name_after(noun), None

    def _name_before(self, role: Role, only_persons: bool = False) -> list[End]:
        """Who is named right before the comma before a role's phrase, wherever the parse hangs the phrase."""
        first = role.before[-1] if role.before else role.first
        while not first.is_sent_start and first.nbor(-1).dep_ == "det":
            first = first.nbor(-1)
        if first.i < sentence_start(first) + 2 or first.nbor(-1).text not in BESIDE:
            return []
        mention = self.ends.cast.name_at(self.ends.passage, first.nbor(-2))
        if mention is None or self.ends.passage.end(first.nbor(-2)) < mention.end:
            return []
        found = self.ends.end("subject", self.ends.cast.mention_of(self.ends.passage, mention))
        return [found] if (found.kind == "person" or not only_persons) and _allowed(found, role.rule.holder_kinds) else []

    def _name_after(self, noun: Token) -> list[End]:
        """The name behind a role's whole phrase: "the deputy head of the council, Otto Brand"; "a commander in Aldan named Otto"."""
        for token in noun.doc[noun.i + 1 : min(noun.i + 1 + REACH, sentence_end(noun) - 1)]:
            if token.text in BESIDE or token.lower_ in self.naming:
                first = token.nbor(1)
                while first.i + 1 < sentence_end(noun) and self._is_rank(first):
                    first = first.nbor(1)  # "the spokesman for the navy, Captain Otto Brand"
                name = self.ends.cast.name_at(self.ends.passage, first)
                start = name is not None and self.ends.passage.start(first) == name.start
                one = self.ends.cast.mention_of(self.ends.passage, name) if name and start and name.kind == "person" else None
                return [self.ends.end("subject", one)] if one else []
            if token.pos_ not in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PART"):
                return []
        return []

    def _name_behind(self, noun: Token) -> list[End]:
        """The name that follows a role at once: "the movement's leader Otto Brand"."""
        if noun.is_sent_end:
            return []
        follow = noun.nbor(1)
        while follow.i + 1 < sentence_end(noun) and self._is_title(follow):
            follow = follow.nbor(1)  # "council chairman Judge Otto Brand", "army spokesman Maj. Gen. Otto Brand"
            follow = follow.nbor(1) if follow.text == "." and follow.i + 1 < sentence_end(noun) else follow
        name = self.ends.cast.name_at(self.ends.passage, follow)
        if name is None or self.ends.passage.start(follow) != name.start:
            return []
        return [self.ends.end("subject", self.ends.cast.mention_of(self.ends.passage, name))]

    def _is_title(self, token: Token) -> bool:
        """Whether a word before a name is a mere title, neither an office of its own nor part of one ("deputy Prime Minister")."""
        return self._is_rank(token) and self.role(token.nbor(1)) is None

    def _is_rank(self, token: Token) -> bool:
        """Whether a word before a name is a title that is no office of its own, though it may be a rank in a body ("Colonel")."""
        titled = token.lower_.rstrip(".") in self.titles and not self.ends.cast.name_at(self.ends.passage, token)
        role = self.role(token) if titled else None
        return titled and (role is None or (role.rule.predicate == RANK and token.text[0].isupper()))

    def _holder_heads(self, noun: Token) -> Iterator[tuple[list[Token], Token | None]]:
        top, words = noun, grammar_of(noun)
        while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and top.head != top:
            top = top.head  # "the founder and leader of": both are borne by whom the first stands beside
        for one in dict.fromkeys((noun, top)):
            if one.dep_ == "appos" and not any(child.tag_ == "WP$" for child in one.children):
                yield [one.head], None
            beside = [child for child in one.children if child.dep_ == "appos"]
            yield beside, None
            yield [name for other in (one, *beside) for name in names_given(other, self.ends.scene.language)], None
            head = one.head
            if one.dep_ in ("attr", "oprd") and head.lemma_ in self.copulas | self.appoint:
                yield list(subjects(head)) if passive(head) or head.lemma_ in self.copulas else _objects(head), head
            if one.dep_ == "nsubj" and head.lemma_ in words.copula:
                said = [child for child in head.children if child.dep_ == "attr"]
                called = [
                    part for child in said for acl in child.children if acl.dep_ == "acl" for part in acl.children if part.dep_ == "oprd"
                ]
                yield called or said, head  # "his deputy was a former soldier called Otto Brand"
            if one.dep_ == "dobj" and head.lemma_ in words.becoming:
                yield list(subjects(head)), head
            if one.dep_ == "pobj" and head.lower_ in words.role and head.head.pos_ == "VERB" and head.head.lemma_ in self.appoint:
                verb = head.head
                others = [thing for thing in _objects(verb) if thing.lower_ not in self.reflexive]  # "calls itself": the subject
                yield list(subjects(verb)) if passive(verb) or not others else others, verb

    def _bodies(self, role: Role, holders: Sequence[End]) -> list[End]:
        """What a role belongs to: behind its preposition, as its owner, else the nearest name before it in the phrase."""
        taken = {end.key for end in holders}
        for heads in self._body_heads(role):
            found = [end for head in heads for end in self.ends.of("object", head, role.rule.place)]  # type: ignore[arg-type]
            if role.rule.portfolio:
                found = [end for end in found if end.slot.text.split()[-1].lower() not in self.portfolios]
            if found := [end for end in found if end.key not in taken and _allowed(end, role.rule.body_kinds)]:
                return [self._held_for(role, end) for end in found]
        for token in role.before if role.rule.compound else ():
            mention = self.ends.named(token)
            if mention and mention.name not in taken and mention.pack not in taken:
                return [self.ends.end("object", mention)]
            if told := self.ends.body_told(token):
                return [told]
            placed = token.dep_ in ("compound", "nmod") and role.rule.place == "either"
            if placed and (places := [end for end in self.ends.of("object", token, "place") if end.kind == "place"]):
                return places  # "Aldan governor Otto Brand"
        return self._home(role, holders) or self._unnamed_body(role)

    def _unnamed_body(self, role: Role) -> list[End]:
        """The body that a role's phrase tells by its noun alone, "army spokesman"; a minister's ministry."""
        if role.rule.portfolio:
            return self._ministry(role)
        for heads in (*self._body_heads(role), role.before):
            if found := [end for head in heads if (end := self.ends.unnamed("object", head))]:
                return found[:1]
        return []

    def _ministry(self, role: Role) -> list[End]:
        """The ministry that the document tells of and whose matter stands beside a minister: "Interior minister"."""
        own = (*role.before, *role.last.doc[role.first.i : role.last.i])
        matter = [token.lower_ for token in own if token.dep_ in ("compound", "nmod", "amod")]
        behind = (part for heads in self._body_heads(role) for head in heads for part in head.subtree)
        return self.ends.office_for("object", frozenset(matter) or frozenset(token.lower_ for token in behind), role.first)

    def _held_for(self, role: Role, body: End) -> End:
        """Whom a role really serves: who speaks for a president or minister speaks for his state."""
        if role.rule.predicate != "represents" or body.kind != "person":
            return body
        home = self.ends.cast.homes.get(body.slot.actor or "")
        return End(replace(body.slot, actor=home.name), "state", home.pack or home.name) if home else body

    def _home(self, role: Role, holders: Sequence[End]) -> list[End]:
        """The state of a title without one, where the document or a pack tells it elsewhere: "President Otto Brand"."""
        alone = len(holders) == 1 and holders[0].kind == "person" and role.rule.place == "either" and not role.before
        if not alone or role.last.is_sent_end or not self.ends.named(role.last.nbor(1)):
            return []
        span = Span(self.ends.passage.sha, self.ends.passage.start(role.first), self.ends.passage.end(role.last))
        state = self.ends.cast.office_of(self.ends.passage, holders[0].slot.actor or "", span)
        return [self.ends.end("object", state)] if state else []

    def _body_heads(self, role: Role) -> Iterator[list[Token]]:
        noun, phrase = role.last, [role.last]
        if noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i:
            phrase.append(noun.head)
        if noun.dep_ == "conj" or any(child.dep_ == "conj" for child in noun.children):
            phrase += [child for child in noun.children if child.dep_ == "conj"]
        behind = [child for one in phrase for child in one.children if child.dep_ == "prep" and child.lower_ in role.rule.prepositions]
        objects = [part for child in behind for part in child.children if part.dep_ == "pobj"]
        yield objects
        if role.rule.portfolio:
            inner = [child for one in objects for child in one.children if child.dep_ == "prep" and child.lower_ in role.rule.prepositions]
            yield [part for child in inner for part in child.children if part.dep_ == "pobj"]
        yield [child for one in (*phrase, *([noun.head] if noun.dep_ == "conj" else [])) for child in one.lefts if child.dep_ == "poss"]

    def joined(self, token: Token) -> Iterator[ToldByNoun]:
        """Ties of words joined by a hyphen: "Ruritania-backed militia", "pro-Ruritanian party"."""
        if token.text not in ("-", "‑", "–") or token.i - 1 < sentence_start(token) or token.is_sent_end:
            return
        left, right = token.nbor(-1), token.nbor(1)
        if right.lower_ in self.behind and (mention := self.ends.named(left)):
            row, last, inner = self.behind[right.lower_], right, self.ends.end("object", mention)
        elif right.lower_ in self.placed and (place := self.ends.of("object", left, "place")):
            row, last, inner = self.behind[right.lower_], right, place[0]
        elif left.lower_ in self.front and (mention := self.ends.named(right)):
            row, last, inner = {"predicate": self.front[left.lower_], "subject": "phrase"}, right, self.ends.end("object", mention)
        else:
            return
        wants: Wants = "place" if row.get("ends") == "place" else "actor"
        for end in self._described(last, inner, wants):
            subject, target = (end, inner) if row["subject"] == "phrase" else (inner, end)
            yield ToldByNoun(row["predicate"], subject, target, right if row["subject"] != "phrase" else left, None)

    def _described(self, last: Token, body: End, wants: Wants) -> list[End]:
        """Whom, or which place, the phrase behind a joined word means: by its head, else by the first name that follows in it."""
        for token in last.doc[last.i + 1 : min(last.i + 1 + REACH, sentence_end(last))]:
            if token.dep_ in ("compound", "amod", "nmod") or (token.is_punct and token.text in "-\"'“”"):
                continue
            if token.pos_ not in ("NOUN", "PROPN", "ADJ"):
                return []
            found = [end for end in self.ends.phrase("subject", token, wants) if end.key != body.key]
            if found or token.pos_ == "PROPN":
                return found
        return []


def _describes(noun: Token) -> bool:
    """Whether a noun only describes the next one, so that it is no role: "the chamber's chief strategist"."""
    head = noun.head
    return noun.dep_ in ("compound", "amod", "nmod") and head.i > noun.i and head.pos_ == "NOUN" and noun.nbor(1).ent_type_ == ""


def _objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dobj"]


def _before(first: Token) -> Iterator[Token]:
    """The words before a role that belong to its phrase, the nearest first."""
    token = first
    for _ in range(REACH):
        if token.i == sentence_start(first):
            return
        token = token.nbor(-1)
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PART", "VERB", "NUM") and token.text not in "-‑'’\"“”":
            return
        if token.pos_ == "VERB" and token.dep_ != "amod":
            return
        yield token


def _allowed(end: End, kinds: frozenset[str]) -> bool:
    """Whether an end is of the kinds allowed; a place always is, since only rules that want places find one."""
    return not kinds or end.kind in kinds or end.kind == "place"
