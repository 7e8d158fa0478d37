"""Ties told by a noun: offices, roles, wings, members and kin, by the table `nouns` of a language's `ties`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Token

from sayso.find.grammar import grammar_of
from sayso.find.sentences import sentence_end, sentence_start
from sayso.find.tie_doers import agents, passive, subjects
from sayso.find.tie_ends import End, Ends
from sayso.find.tie_noun_rules import Role
from sayso.find.tie_offices import OFFICE, former_office, held_for, home_of, home_of_report, title_of, unnamed_holder
from sayso.find.tie_roles import Roles, before_bracket, behind_bracket, names_given
from sayso.records.document import Span

BESIDE = frozenset({",", "-", "–", "—", "("})
"""Marks between a name and what is set beside it."""
LISTS = frozenset({",", ":", "–", "—"})
"""Marks behind a plural that a list of names follows."""
RANK = "member_of"
"""What a rank before a name tells alone; behind a role of the same body ("army spokesman Colonel Otto Brand") it tells nothing more."""

KIN = frozenset({"child_of", "kin_of"})
"""Ties of whom a list mostly names beside each other: "Otto Brand, his son, and three others"."""
NAME_REACH = 12
"""How many words behind a role the name of its bearer may stand: "the spokesman for the Valley Commissioner for Roads, Otto Brand"."""


@dataclass(frozen=True, slots=True, eq=False)
class ToldByNoun:
    """A tie that a noun tells; `verb` is the verb that ascribes the role, None where it is ascribed in passing."""

    predicate: str
    subject: End
    object: End
    anchor: Token
    verb: Token | None


def told_by_nouns(tokens: Sequence[Token], ends: Ends, table: Mapping[str, Any]) -> Iterator[ToldByNoun]:
    """All that role nouns among the tokens tell."""
    finder = _NounFinder(ends)
    for token in tokens:
        for role in finder.roles.at(token):
            yield from finder.told(role)


class _NounFinder:
    def __init__(self, ends: Ends) -> None:
        self.ends, self.roles = ends, Roles(ends)
        words = ends.scene.language.words("ties")
        self.deputies, self.formers = words["deputies"], words["formers"]
        self.portfolios, self.definite = words["portfolios"], words["definite"]
        self.copulas, self.appoint = words["copulas"], words["appointing"]
        self.sections, self.bearers = words["sections"], words["bearers"]
        self.succeeding, self.leaving = words["succeeding"], words["leaving"]
        self.until, self.naming = words["to"], words["naming"]
        self.present = words["present"]
        self.appointments = words["appointments"]
        self.reflexive, self.titles = words["reflexive"], ends.cast.words["titles"]

    def told(self, role: Role) -> Iterator[ToldByNoun]:
        """The ties of each holder of a role to each body that it belongs to."""
        rule = role.rule
        ranked = rule.predicate == RANK and not role.first.is_sent_start and role.last.lower_ in self.titles
        if ranked and self.roles.first(role.first.nbor(-1)):
            return
        if any(child.dep_ == "case" for child in role.last.children):
            return  # "the minister's spokesman Otto Brand": he is not the minister
        holders, verb = self._holders(role)
        if not holders and rule.unnamed:
            holders = unnamed_holder(role, self.ends)
        several = role.several and self._one_of(role.last) is None
        if not holders or (several and len(holders) < 2 and holders[0].kind == "person"):
            return  # one person is no "fighters": the parse has set a list's next member beside the name
        predicate: str | None = rule.predicate
        words = {token.lower_ for token in (*role.before, *role.last.lefts)}  # "once a commander of"
        if rule.deputy and any((other := self.roles.first(token)) and other.rule.predicate == rule.deputy for token in role.before):
            return  # "number two leader of": the role before it tells whose deputy he is
        if words & self.formers or self._former_verb(verb) or self._ended(role.last):
            predicate = rule.former
        elif words & self.deputies and rule.deputy:
            predicate = rule.deputy
        elif rule.section and self._of_section(role):
            predicate = rule.section
        elif rule.sole and (own := self._is_sole(role.last)) is not None:
            predicate = rule.sole if own else rule.placed or predicate
        bodies = self._bodies(role, holders) if predicate is not None else []
        whose = () if bodies else (head for heads in self._body_heads(role) for head in heads)
        if predicate is None:
            bodies, predicate = former_office(role, holders, self.formers, self.ends), OFFICE
        elif not bodies and not any(self.ends.of("object", head, "either") for head in whose):
            bodies, predicate = title_of(role, holders, self.ends), OFFICE
        for body in bodies:
            for holder in holders:
                if _allowed(holder, rule.holder_kinds) and _allowed(body, rule.body_kinds):
                    subject, target = (body, holder) if rule.flip else (holder, body)
                    yield ToldByNoun(predicate, subject, target, role.last, verb)

    def _one_of(self, noun: Token) -> Token | None:
        """The word that tells of several of whom one is named: "one of the Front's advisers, Otto Brand"."""
        over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in grammar_of(noun).belonging else noun
        return over if over is not noun and over.lower_ in self.ends.scene.language.rules("pointing")["one"] else None

    def _is_sole(self, noun: Token) -> bool | None:
        """Whether a role is one that a single person has: "the commander of the Front" and its "commander"; no if only at one place, as
        "its commander in the east" has; None where there may be several."""
        definite = any(child.dep_ == "poss" or child.lower_ in self.definite for child in noun.lefts)
        definite = definite or (noun.dep_ in ("appos", "oprd") and all(child.is_punct for child in noun.lefts))  # "Brand, commander of"
        whole = grammar_of(noun).belonging | grammar_of(noun).purpose
        parts = (child for child in noun.rights if child.dep_ == "prep" and child.lower_ not in whole)
        return not any(parts) if definite and noun.tag_ == "NN" else None

    def _of_section(self, role: Role) -> bool:
        """Whether a role is that of a part of its body: "the ministry's security director", "the party's director of elections"."""
        for token in role.before:
            if token.dep_ in ("poss", "case") or self.ends.cast.name_at(self.ends.passage, token) or self.ends.body_told(token):
                break
            if self.ends.unnamed("object", token) or self.roles.first(token) is not None:
                break  # "police chief", "Front chief Director Otto Brand"
            plain = token.dep_ in ("compound", "nmod") and token.pos_ in ("NOUN", "PROPN") and token.lower_ not in self.bearers
            if token.lower_ in self.sections or (plain and not token.is_punct):
                return True
        behind = (child for child in role.last.children if child.dep_ == "prep" and child.lower_ in grammar_of(role.last).belonging)
        objects = [part for child in behind for part in child.children if part.dep_ == "pobj"]
        return bool(objects) and not any(self.ends.of("object", head, "either") or self.ends.unnamed("object", head) for head in objects)

    def _former_verb(self, verb: Token | None) -> bool:
        return verb is not None and (verb.lemma_ in self.leaving or any(child.lower_ in self.formers for child in verb.children))

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
        several = role.several and self._one_of(noun) is None  # "Otto Brand and Karl Lund, leaders of": not the last one alone
        if beside := self._name_behind(noun) or ([] if several else self._name_before(role, only_persons=True)):
            return beside, None
        for heads, verb in self._holder_heads(role.top):
            ends = (
                self.ends.phrase if role.last.tag_ == "NN" and verb is None else self.ends.of
            )  # "a colonel, a judge and Senator Otto Brand"
            found = [end for head in heads if head not in role.before for end in ends("subject", head)]
            if found := [end for end in found if _allowed(end, role.rule.holder_kinds) and self._together(noun, end)]:
                return (found if several or verb is not None else self._nearest(noun, found)), verb
        return self._name_before(role) or self._name_after(noun) or self._listed(noun) or self._of_country(role), None

    def _nearest(self, noun: Token, found: Sequence[End]) -> list[End]:
        """Those of the ends that may bear a role of one: of several behind it the first ("his wife, Olga Brand, Karl Lund, Per Rist")."""
        at = self.ends.passage.end(noun)
        return list(found[:1] if all(end.slot.span.start > at for end in found) else found)

    def _together(self, noun: Token, end: End) -> bool:
        """Whether no semicolon parts a role from who is to bear it: it parts the members of a list, of which the parse makes one phrase."""
        own = self.ends.passage.tokens(end.slot.span.start, end.slot.span.end)
        return not own or not any(token.text == ";" for token in noun.doc[min(noun.i, own[0].i) : max(noun.i, own[0].i)])

    def _listed(self, noun: Token) -> list[End]:
        """The persons of a list behind a comma or colon behind a plural: "two Front gunmen, Ruritanian Otto Brand and Karl Velk"."""
        if noun.tag_ != "NNS" or noun.i + 2 >= sentence_end(noun) or noun.nbor(1).text not in LISTS:
            return []
        heads = [head for head in self.ends.listed(noun.nbor(1)) if head.i < sentence_end(noun)]
        found = [self.ends.end("subject", mention) for head in heads if (mention := self.ends.named(head)) and mention.kind == "person"]
        return found if len(found) > 1 else []

    def _of_country(self, role: Role) -> list[End]:
        """Who a role's bearers are, told by their country or body alone: "the army and its Ruritanian allies"."""
        whose = any(child.dep_ == "poss" for child in role.last.lefts)
        beside = [child for child in role.last.lefts if whose and child.dep_ in ("amod", "compound", "nmod")]
        found = (self.ends.end("subject", mention) for child in beside if (mention := self.ends.named(child)) is not None)
        return [end for end in found if end.kind != "person" and _allowed(end, role.rule.holder_kinds)]

    def _name_before(self, role: Role, only_persons: bool = False) -> list[End]:
        """Who is named right before the comma before a role's phrase, wherever the parse hangs the phrase."""
        first = role.before[-1] if role.before else role.first
        while not first.is_sent_start and first.nbor(-1).dep_ == "det":
            first = first.nbor(-1)
        if first.i < sentence_start(first) + 2 or first.nbor(-1).text not in BESIDE:
            return []
        last = first.nbor(-2)
        last = (before_bracket(last) if last.text == ")" else last) or last
        mention = self.ends.cast.name_at(self.ends.passage, last)
        if mention is None or self.ends.passage.end(last) < mention.end:
            return []
        found = self.ends.end("subject", self.ends.cast.mention_of(self.ends.passage, mention))
        return [found] if (found.kind == "person" or not only_persons) and _allowed(found, role.rule.holder_kinds) else []

    def _name_after(self, noun: Token) -> list[End]:
        """The name behind a role's whole phrase: "the deputy head of the council, Otto Brand"; "a commander in Aldan named Otto"."""
        for token in noun.doc[noun.i + 1 : min(noun.i + 1 + NAME_REACH, sentence_end(noun) - 1)]:
            if token.text in BESIDE or token.lower_ in self.naming:
                first = token.nbor(1)
                while first.i + 1 < sentence_end(noun) and first.lower_.strip(".") in self.titles and first.dep_ == "compound":
                    first = first.nbor(1)  # "the spokesman for the navy, Captain Otto Brand", "the head of the mission, Ambassador"
                name = self.ends.cast.name_at(self.ends.passage, first)
                start = name is not None and self.ends.passage.start(first) == name.start
                one = self.ends.cast.mention_of(self.ends.passage, name) if name and start and name.kind == "person" else None
                return [self.ends.end("subject", one)] if one else []
            if token.i > noun.i + 1 and (person := self._begins_person(token)) is not None:
                return [person]
            if token.pos_ not in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PART"):
                return []
        return []

    def _begins_person(self, token: Token) -> End | None:
        """The person whose name begins right behind a body's, without a comma: "the interior minister of the Front Otto Brand"."""
        cast, passage = self.ends.cast, self.ends.passage
        last = token.nbor(-1)
        while self._is_rank(last) and last.i > sentence_start(last):
            last = last.nbor(-1)
        name, before = cast.name_at(passage, token), cast.name_at(passage, last)
        if name is None or name.kind != "person" or passage.start(token) != name.start or before is None or before.kind == "person":
            return None
        return self.ends.end("subject", cast.mention_of(passage, name))

    def _name_behind(self, noun: Token) -> list[End]:
        """The name that follows a role at once: "the movement's leader Otto Brand"."""
        if noun.is_sent_end:
            return []
        follow = behind_bracket(noun.nbor(1))
        while follow.i + 1 < sentence_end(noun) and self._is_title(follow):
            follow = follow.nbor(1)  # "council chairman Judge Otto Brand", "army spokesman Maj. Gen. Otto Brand"
            follow = follow.nbor(1) if follow.text == "." and follow.i + 1 < sentence_end(noun) else follow
        name = self.ends.cast.name_at(self.ends.passage, follow)
        if name is None or self.ends.passage.start(follow) != name.start:
            return []
        return [self.ends.end("subject", self.ends.cast.mention_of(self.ends.passage, name))]

    def _is_title(self, token: Token) -> bool:
        """Whether a word before a name is a mere title, neither an office of its own nor part of one ("deputy Prime Minister")."""
        return self._is_rank(token) and (self.roles.first(token.nbor(1)) is None or self._is_rank(token.nbor(1)))

    def _is_rank(self, token: Token) -> bool:
        """Whether a word before a name is a title that is no office of its own, though it may be a rank in a body ("Colonel")."""
        titled = token.lower_.rstrip(".") in self.titles and not self.ends.cast.name_at(self.ends.passage, token)
        role = self.roles.first(token) if titled else None
        return titled and (role is None or role.rule.predicate == RANK)

    def _holder_heads(self, noun: Token) -> Iterator[tuple[list[Token], Token | None]]:
        top, words = noun, grammar_of(noun)
        while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN") and top.head != top:
            top = top.head  # "the founder and leader of": both are borne by whom the first stands beside
        for one in dict.fromkeys((noun, top, self._one_of(noun) or noun)):
            if one.dep_ == "appos" and not any(child.tag_ == "WP$" for child in one.children):
                before = [other for other in one.head.conjuncts if other.i < one.head.i] if one.tag_ == "NNS" else []
                yield [*before, one.head], None  # "Otto Brand and Karl Lund, leaders of the Front"
            beside = [child for child in one.children if child.dep_ == "appos" and child.lower_ not in self.reflexive]
            yield beside, None
            yield [name for other in (one, *beside) for name in names_given(other, self.ends.scene.language)], None
            head = one.head
            if one.dep_ in ("attr", "oprd") and head.lemma_ in self.copulas | self.appoint:
                named = _persons_before(one) if head.lemma_ in self.appoint and not passive(head) and not _objects(head) else []
                yield named or (list(subjects(head)) if passive(head) or head.lemma_ in self.copulas else _objects(head)), head
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
            if one.dep_ == "pobj" and head.lower_ in words.role and head.head.lower_ in self.appointments:
                yield _whose(head.head), None  # "the appointment of Otto Brand as leader of"
            if one.dep_ == "pobj" and head.lower_ in words.role and head.head.lemma_ in self.succeeding | self.leaving:
                yield list(agents(head.head)), head.head

    def _bodies(self, role: Role, holders: Sequence[End]) -> list[End]:
        """What a role belongs to: behind its preposition, as its owner, else the nearest name before it in the phrase."""
        taken = {end.key for end in holders}
        for heads in self._body_heads(role):
            found = [end for head in heads for end in self.ends.of("object", head, role.rule.place)]  # type: ignore[arg-type]
            if role.rule.portfolio:
                found = [end for end in found if end.slot.text.split()[-1].lower() not in self.portfolios]
            if found and role.rule.predicate not in KIN and all(end.key in taken for end in found):
                found = [end for head in heads for end in self._spoken_of_before(head)]
            if found := [end for end in found if end.key not in taken and _allowed(end, role.rule.body_kinds)]:
                return [held_for(role, end, self.ends) for end in found]
        for token in role.before if role.rule.compound else ():
            if body := self._body_of_land(role, token):
                return [body]
            mention = self.ends.named(token)
            matter = role.rule.portfolio and token.lower_ in self.portfolios  # "Agriculture Secretary Otto Brand"
            if mention and not matter and mention.name not in taken and mention.pack not in taken:
                return [self.ends.end("object", mention)]
            if told := self.ends.body_told(token):
                return [told]
            if group := self.ends.told.before(token):
                return [self.ends.end("object", group)]
            if self.ends.told.is_people(token):
                break  # "the Bosnian Serb leader" is not Bosnia's
            placed = token.dep_ in ("compound", "nmod") and role.rule.place == "either"
            if placed and (places := [end for end in self.ends.of("object", token, "place") if end.kind == "place"]):
                return places  # "Aldan governor Otto Brand"
        whose = [head for heads in self._body_heads(role) for head in heads]
        found = home_of(role, holders, self.ends) or self._unnamed_body(role) or self._told_before(role)
        return found or home_of_report(role, holders, whose, self.ends)

    def _spoken_of_before(self, head: Token) -> list[End]:
        """Whom a possessive beside a name means, if no list goes on: who was spoken of in a sentence before ("Otto Brand, his deputy")."""
        cast, passage = self.ends.cast, self.ends.passage
        alone = head.tag_ == "PRP$" and not any(child.dep_ == "conj" for one in (head.head, head.head.head) for child in one.children)
        name = cast.pointing.pronoun(passage, head, head.doc[sentence_start(head)]) if alone else None
        span = Span(passage.sha, passage.start(head), passage.end(head))
        return [self.ends.pointing_at(self.ends.end("object", cast.mention_of(passage, name)), span)] if name is not None else []

    def _told_before(self, role: Role) -> list[End]:
        """The group spoken of before "the leader is Otto Brand", as "leader" points back at it."""
        noun, copula = role.last, grammar_of(role.last).copula
        alone = all(child.lower_ in self.definite or child.lower_ in self.present or child.dep_ == "punct" for child in noun.children)
        definite = any(child.lower_ in self.definite for child in noun.lefts)
        if role.rule.predicate != "leads" or not (alone and definite) or noun.dep_ != "nsubj" or noun.head.lemma_ not in copula:
            return []
        told = self.ends.cast.last_group(self.ends.passage, noun)
        span = Span(self.ends.passage.sha, self.ends.passage.start(role.first), self.ends.passage.end(noun))
        return [self.ends.pointing_at(self.ends.end("object", told), span)] if told is not None else []

    def _body_of_land(self, role: Role, noun: Token) -> End | None:
        """The forces of a country that a role's phrase names by both: "the Ruritanian military spokesman"."""
        before = None if noun.is_sent_start else noun.nbor(-1)
        if before is None or before not in role.before or noun.lower_ not in self.ends.cast.words["own_forces"]:
            return None
        return self.ends.described("object", noun, before) if self.ends.state(before) is not None else None

    def _unnamed_body(self, role: Role) -> list[End]:
        """The body that a role's phrase tells by its noun alone, "army spokesman"; a minister's ministry."""
        if role.rule.portfolio:
            return self._ministry(role)
        for heads in self._body_heads(role):
            if found := [end for head in heads if (end := self.ends.unnamed("object", head))]:
                return found[:1]
        for token in role.before if role.rule.compound else ():
            if (end := self.ends.unnamed("object", token, role.before)) is not None:
                return [end]
        return []

    def _ministry(self, role: Role) -> list[End]:
        """The ministry that the document tells of and whose matter stands beside a minister: "Interior minister"."""
        own = (*role.before, *role.last.doc[role.first.i : role.last.i])
        matter = [token.lower_ for token in own if token.dep_ in ("compound", "nmod", "amod")]
        behind = (part for heads in self._body_heads(role) for head in heads for part in head.subtree)
        return self.ends.office_for("object", frozenset(matter) or frozenset(token.lower_ for token in behind), role.first)

    def _body_heads(self, role: Role) -> Iterator[list[Token]]:
        noun, phrase = role.top, [role.top, *([role.last] if role.top is not role.last else [])]
        if noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i:
            phrase.append(noun.head)
        joined = [child for child in noun.children if child.dep_ == "conj" and not self.ends.cast.name_at(self.ends.passage, child)]
        phrase += joined if not any(token.text[:1].isupper() for token in role.before) else []  # "Jesuit priest and rector of"
        owned = role.rule.placed is not None and any(child.dep_ == "poss" for one in phrase for child in one.lefts)
        words = grammar_of(noun).belonging if owned else role.rule.prepositions  # "its commander in Dol" is not Dol's
        behind = [child for one in phrase for child in one.children if child.dep_ == "prep" and child.lower_ in words]
        objects = [part for child in behind for part in child.children if part.dep_ == "pobj"]
        yield objects
        yield [child for one in objects for child in one.lefts if child.dep_ in ("compound", "nmod")]  # "of the Front Otto Brand"
        if role.rule.portfolio:
            inner = [child for one in objects for child in one.children if child.dep_ == "prep" and child.lower_ in role.rule.prepositions]
            yield [part for child in inner for part in child.children if part.dep_ == "pobj"]
        yield [child for one in (*phrase, *([noun.head] if noun.dep_ == "conj" else [])) for child in one.lefts if child.dep_ == "poss"]


def _persons_before(noun: Token) -> list[Token]:
    """The name before an office that the parse makes one phrase with it: "appointed Otto Brand prime minister"."""
    return [child for child in noun.lefts if child.dep_ in ("nmod", "compound") and child.ent_type_ == "PERSON"]


def _whose(noun: Token) -> list[Token]:
    """Whose a deed is or whom it befalls: its owner, else who stands behind "of"."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    of = (child for child in noun.rights if child.dep_ == "prep" and child.lower_ in grammar_of(noun).belonging)
    return owners or [part for child in of for part in child.children if part.dep_ == "pobj"]


def _objects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "dobj"]


def _allowed(end: End, kinds: frozenset[str]) -> bool:
    """Whether an end is of the kinds allowed; places and words always are, since only rules that want them find any."""
    return not kinds or end.kind in kinds or end.kind in ("place", "text")
