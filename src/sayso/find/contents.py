"""What a verb of saying says: the heads of its clause, its quotation or its object."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from sayso.find.deadlines import due
from sayso.find.grammar import FINITE, INSERTED, NOUN_SUBJECTS, PARTIES, SUBJECTS, TIMES, VERBAL, grammar_of, is_clause, is_infinitive
from sayso.find.sentences import sentence_end, sentence_of, sentence_start
from sayso.find.subjects import quoted_as

ASIDE = frozenset({"appos", "dobj", "npadvmod", "dep"})
"""How a noun hangs on a sentence that tells beside it what somebody says of it: "..., a claim the army rejects"."""
BEHIND = frozenset({"dobj", "nsubj"})
"""How a number behind a verb of saying hangs on it: of "the guild says 21 October" a parser may make a subject of it."""
ANSWERS = frozenset({"dobj", "npadvmod", "dep", "appos"})
"""How a noun hangs on a verb of saying that alone tells what it was, also behind a colon."""


def content_heads(token: Token, takes: object) -> tuple[Token, ...]:
    """The heads of what a verb says: its clause or quotation, else what its row allows, else the clause that it is put into."""
    allowed = set(takes) if isinstance(takes, (list, tuple)) else set()
    heads = [child for child in token.children if child.dep_ == "ccomp" and is_clause(child) and not cut_off(child, token)]
    heads = _only_behind(token, heads) or _what_is(token) or _on_a_time(token)
    heads += [child for child in token.children if heads and child.dep_ == "conj" and _goes_on_saying(child)]
    if not heads and "infinitive" in allowed:
        heads = [child for child in token.children if child.dep_ in ("xcomp", "advcl") and _is_done(child) and not _goes_on(child)]
    if not heads and any(child.dep_ == "agent" for child in token.children):
        heads = [child for child in token.children if child.dep_ == "oprd" or (child.dep_ == "xcomp" and is_infinitive(child))]
        heads += [child for child in token.children if heads and child.dep_ == "nsubjpass"]
    if not heads and "doing" in allowed:
        heads = [one for one in token.rights if one.dep_ in ("xcomp", "ccomp") and one.tag_ == "VBG" and one.left_edge.tag_[0] != "W"]
    if not heads and "small" in allowed:
        small = _small_clause(token)
        if small or "object" not in allowed:
            return small
    if not heads and "passive" in allowed and token.tag_ == "VBN":
        return ()  # "was cited as saying": the inner verb is the cue
    if not heads and "object" in allowed:
        heads = _objects(token, allowed)
    if not heads and "measure" in allowed:
        heads = [child for child in token.children if child.dep_ in BEHIND and child.i > token.i and _is_count(child)]
    if not heads and "told" in allowed and token.tag_ in FINITE and any(child.dep_ == "dative" for child in token.rights):
        heads = [child for child in token.rights if child.dep_ == "dobj" and _is_count(child)]  # "the nurses tell me 200"
    if not heads and "answer" in allowed:
        heads = [child for child in token.rights if child.dep_ in ANSWERS and _is_short_answer(child)]
    if not heads and "bare" in allowed:
        things = [child for child in token.rights if child.dep_ == "dobj" and _is_bare(child)]
        heads = [*things, *(child for child in token.rights if things and child.dep_ == "prep" and child.i > things[0].i)]
    heads = heads or (due(token) if "deadline" in allowed else [])
    if not heads and "number" in allowed:
        heads = [child for child in token.children if child.dep_ == "dobj" and child.i > token.i and _is_number(child)]
    if not heads and "counted" in allowed:
        heads = [child for child in token.children if child.dep_ == "dobj" and child.i > token.i and _has_number(child)]
    if not heads and "who" in allowed:
        heads = [child for child in token.children if child.dep_ == "dobj" and _is_answer(child, token)]
    if not heads and "late" in allowed and (late := _late_object(token)) is not None:
        heads = [late]
    if not heads and "about" in allowed:
        heads = [child for child in token.children if child.dep_ == "prep"]
    return tuple(heads or _beside(token))


def _objects(verb: Token, allowed: set[object]) -> list[Token]:
    """The objects of a verb that can be said, with what stands behind the first ("denied in Dol any role in it")."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass", "dative")]
    heads = [child for child in objects if child.pos_ != "PRON" or _may_stand(child, verb, allowed)]
    heads = heads or [child for child in verb.rights if child.dep_ == "npadvmod" and _stands_far(child)]
    return heads + [child for child in verb.rights if child.dep_ == "prep" and heads and child.i > heads[0].i]


def _beside(token: Token) -> list[Token]:
    """What is said that no row tells to look for: a clause that a parser hangs elsewhere, or the one into which the verb is put."""
    heads = [child for child in token.children if child.dep_ == "xcomp" and child.tag_ in ("VBZ", "VBD", "VBP")]
    if not heads and (token.tag_ in FINITE or token.pos_ == "NOUN"):
        heads = [child for child in token.rights if child.dep_ == "relcl" and _is_told(child)]
    if heads:
        return heads
    if (loose := _loose_clause(token)) is not None:
        return [loose]
    if (token.dep_ == "relcl" and _is_object_of(token)) or _is_told_by(token):
        return [token.head]
    if (around := inserted_in(token)) is not None:
        return [around]
    quoting = token.head.head.lefts if quoted_as(token) is not None else ()  # "the daily quoted him as saying"
    return [child for child in quoting if child.dep_ == "ccomp" and is_clause(child)]


def _only_behind(verb: Token, clauses: list[Token]) -> list[Token]:
    """The clauses that a verb tells: where one with "that" stands behind it, none that a parser hangs before it across a mark.

    "The ford is shut, the guild says that it will open."
    """
    return [clause for clause in clauses if clause.i > verb.i] if tells_behind(verb) else clauses


def tells_behind(verb: Token, before: Token | None = None) -> bool:
    """Whether a clause with a "that" of its own stands behind a verb: what stands before it is not what it says.

    A clause `before` is parted from it where the verb has its subject behind that.
    """
    told = any(clause.dep_ == "ccomp" and has_that(clause) for clause in verb.rights)
    return told and (before is None or any(c.dep_ in NOUN_SUBJECTS and c.i > before.right_edge.i for c in verb.lefts))


def _what_is(verb: Token) -> list[Token]:
    """What the thing is that somebody says: "What Brand tells me is that he fled, and that nobody came", "All they said was that"."""
    words, copula = grammar_of(verb), verb.head
    cleft = verb.dep_ == "csubj" and any(child.lower_ in words.cleft for child in verb.lefts)
    named = verb.dep_ == "relcl" and copula.lower_ in words.cleft and copula.dep_ == "nsubj"
    copula = copula.head if named else copula
    if not (cleft or named) or copula.lemma_ not in words.copula:
        return []
    told = [child for child in copula.rights if child.dep_ == "ccomp" and is_clause(child)]
    return told + [clause for head in told for clause in _joined_with_that(head)]


def _on_a_time(verb: Token) -> list[Token]:
    """What a verb says where the parser hangs it on the time behind it: "replied within the hour that he had left, that he was glad"."""
    words = grammar_of(verb)
    times = (
        thing
        for prep in verb.rights
        for thing in prep.children
        if prep.dep_ == "prep" and thing.dep_ == "pobj" and thing.ent_type_ in TIMES
        if prep.lower_ in words.inside or not any(child.lower_ in words.definite for child in thing.lefts)
    )
    for clause in (child for time in times for child in time.rights if child.dep_ in ("relcl", "acl")):
        subject = any(child.dep_ in NOUN_SUBJECTS and child.lower_ not in words.relatives for child in clause.lefts)
        if subject and clause.left_edge.lower_ in words.relative_things:
            further = (child for child in verb.rights if child.dep_ == "advcl" and has_that(child))
            return [clause, *(one for child in further for one in (child, *_joined_with_that(child)))]
    return []


def _joined_with_that(clause: Token) -> list[Token]:
    """The clauses that go on from one with a "that" of their own, wherever a parser hangs them: "that he fled, that nobody came"."""
    found: list[Token] = []
    for child in clause.rights:
        if child.dep_ in ("advcl", "conj", "ccomp") and has_that(child):
            found += [child, *_joined_with_that(child)]
    return found


def has_that(clause: Token) -> bool:
    """Whether a clause with a subject opens with a "that" of its own."""
    that = grammar_of(clause).relative_things
    return any(child.dep_ == "mark" and child.lower_ in that for child in clause.lefts) and any(
        c.dep_ in SUBJECTS or c.dep_ == "expl" for c in clause.lefts
    )


def _stands_far(thing: Token) -> bool:
    """Whether a noun behind a comma is the object of the verb before it: "denied on Sunday, in a call, any part in the raid"."""
    first = thing.left_edge
    return thing.pos_ == "NOUN" and not thing.ent_type_ and first.nbor(-1).text == "," and first.dep_ == "det" and first.head == thing


def _may_stand(pronoun: Token, verb: Token, allowed: set[object]) -> bool:
    """Whether a pronoun may be a verb's object: what was said before, anybody where the row says so, or whom a charge behind it meets:

    "accused them of shelling the port".
    """
    if "whole" in allowed and pronoun.lower_ in grammar_of(verb).everything:
        return True
    if "late" in allowed and pronoun.i > verb.i and pronoun.lower_ in grammar_of(verb).no_voice:
        return True  # "dismissed these as a quarrel"
    if "pronoun" in allowed or pronoun.lower_ in grammar_of(verb).said_before:
        return True
    behind = (child for word in (verb, pronoun) for child in word.children if child.dep_ == "prep" and child.i > pronoun.i)
    return "charge" in allowed and any(child.lower_ in grammar_of(verb).control for child in behind)


def _goes_on_saying(joined: Token) -> bool:
    """Whether a clause that the parser joins to a verb of saying is said too: "told us that it was lost, and that nobody came"."""
    return any(child.dep_ == "mark" and child.tag_ == "IN" for child in joined.children) and any(
        c.dep_ in SUBJECTS for c in joined.children
    )


def _goes_on(participle: Token) -> bool:
    """Whether a participle behind a comma tells what its subject does besides: "denied the raid, saying that no boat had left"."""
    before = participle.left_edge
    return participle.dep_ == "advcl" and participle.tag_ == "VBG" and before.i > participle.head.i and before.nbor(-1).text == ","


def _is_done(verb: Token) -> bool:
    """Whether a verb without a subject tells what somebody is to do, does or did: "to leave", "leaving", "having left"."""
    having = verb.tag_ == "VBN" and any(child.dep_ in ("aux", "auxpass") and child.tag_ == "VBG" for child in verb.children)
    return verb.tag_ in ("VB", "VBG") or is_infinitive(verb) or having


def _is_count(thing: Token) -> bool:
    """Whether an object is a number or has one, and nothing else follows it: "says six", "says one man, no vest"."""
    behind = thing.doc[thing.right_edge.i + 1 : sentence_end(thing)]
    clause = any(token.tag_ in FINITE for token in thing.subtree)
    return _has_number(thing) and not clause and (not behind or behind[0].is_punct or behind[0].dep_ == "cc")


def _is_bare(thing: Token) -> bool:
    """Whether a noun without a verb tells what was said: "said order "within a fortnight"", "said no police on its boats, ever"."""
    rest = thing.doc[thing.left_edge.i : sentence_end(thing)]
    if any(token.tag_ in FINITE for token in rest) or thing.pos_ not in ("NOUN", "PROPN"):
        return False
    none = any(child.lower_ in grammar_of(thing).no for child in thing.lefts)
    behind = thing.right_edge.i + 1
    return none or (behind < sentence_end(thing) and thing.doc[behind].is_quote)


def _is_short_answer(thing: Token) -> bool:
    """Whether a thing alone tells what it was: "they say the wiring", "she says: a technical fault, a valve, no attack"."""
    behind = thing.doc[thing.right_edge.i + 1 : sentence_end(thing)]
    bare = not any(token.tag_ in FINITE for token in thing.subtree) and (not behind or behind[0].is_punct)
    return bare and thing.lemma_.lower() in grammar_of(thing).short_answers


def _is_number(thing: Token) -> bool:
    """Whether an object is a bare number, or one of people whom an adjective tells: "gave 40", "gave 40 dead"."""
    return thing.like_num or (thing.pos_ == "ADJ" and _has_number(thing))


def _has_number(thing: Token) -> bool:
    return thing.like_num or any(child.dep_ == "nummod" or child.like_num for child in thing.lefts)


def _is_answer(thing: Token, verb: Token) -> bool:
    """Whether an object answers who or what it was, alone behind a verb with its own subject: "the guards say the Orsian navy"."""
    named = thing.ent_type_ in PARTIES or any(child.ent_type_ in PARTIES for child in thing.lefts)
    subject = any(child.dep_ == "nsubj" and child.i < verb.i for child in verb.children)
    behind = thing.doc[thing.right_edge.i + 1 : sentence_end(thing)]
    return named and subject and thing.i > verb.i and (not behind or behind[0].is_punct or behind[0].dep_ == "cc")


def cut_off(clause: Token, token: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it: "The pilot blames the army; the army attributes it to bandits".

    So does a colon before the verb's own subject: "The police doubt it: they put it at 40".
    """
    last = clause.right_edge
    if last.i >= token.i:
        return False
    mark = last if last.text == ";" else last.nbor(1)
    if not (mark.text == ";" or (mark.text == ":" and not last.is_quote and _opens_anew(token, last))):
        return False
    if tells_behind(token, clause):
        return True
    return not any(child.dep_ == "ccomp" and last.i < child.i for child in token.lefts)  # "Go home; it is late," he said


def _opens_anew(token: Token, last: Token) -> bool:
    """Whether a verb's own subject stands right behind a mark."""
    return any(child.dep_ == "nsubj" and child.left_edge.i == last.i + 2 for child in token.lefts)


def _is_object_of(verb: Token) -> bool:
    """Whether what a relative clause describes is what is said in it ("the claim that he denied"), not who says it."""
    relative = [child for child in verb.children if child.lower_ in grammar_of(verb).relative_things]
    if not relative:  # "a claim the army rejects"
        taken = {child.dep_ for child in verb.children}
        return bool(taken & {"nsubj"}) and not taken & {"dobj", "ccomp", "mark", "nsubjpass"} and verb.head.dep_ in ASIDE
    return any(child.dep_ not in SUBJECTS or child.dep_ == "nsubjpass" for child in relative)


def _is_told(clause: Token) -> bool:
    """Whether a clause that seems to describe a word is what that says, a verb that the parser takes for a noun: "swears he left"."""
    parts = {child.dep_ for child in clause.children}
    relative = any(child.lower_ in grammar_of(clause).relatives for child in clause.children)
    return "nsubj" in parts and ("mark" in parts or (clause.head.pos_ == "NOUN" and clause.head.dep_ == "ROOT" and not relative))


def _is_told_by(token: Token) -> bool:
    """Whether a participle tells who says a thing that hangs on a sentence: "..., an attack claimed by the Front", or on a comma."""
    told = token.dep_ == "acl" and token.tag_ == "VBN"
    aside = told and (token.head.dep_ in ASIDE or (token.head.i == token.i - 2 and token.nbor(-1).text == ","))
    return aside and any(child.dep_ == "agent" for child in token.children)


def _late_object(token: Token) -> Token | None:
    """The object behind what it is called: "dismissed as "baseless" a report that ...", which the parser hangs on the "as".

    Of several ("dismissed as false reports that ...") it takes what they are called for a part of them.
    """
    role = grammar_of(token).role
    as_ = next((child for child in token.children if child.dep_ == "prep" and child.lower_ in role and child.i > token.i), None)
    if as_ is None:
        return None
    for noun in as_.subtree:
        first = noun.left_edge
        called = noun.i > first.i > as_.i + 1 and (first.nbor(-1).is_quote or first.nbor(-1).pos_ == "ADJ")
        several = noun.tag_ == "NNS" and noun.head == as_ and first.pos_ == "ADJ" and first.i == as_.i + 1
        if several and any(child.dep_ in ("acl", "ccomp", "relcl") and _is_marked(child) for child in noun.children):
            return noun
        if called and noun.pos_ == "NOUN" and noun.dep_ in ("pobj", "appos", "dobj") and any(c.dep_ == "det" for c in noun.children):
            return noun
    return None


def _is_marked(clause: Token) -> bool:
    """Whether a clause begins with a word such as "that"."""
    return any(child.dep_ == "mark" for child in clause.children)


def _loose_clause(token: Token) -> Token | None:
    """The clause of "said after the talks he would resign", which the parser takes for an adverbial; it has no conjunction of its own."""
    for child in token.children:
        joined = any(c.dep_ in ("mark", "advmod") and c.i < child.i for c in child.children) or child.tag_ == "VBG" or child.i < token.i
        if child.dep_ == "advcl" and not joined and any(c.dep_ in SUBJECTS for c in child.children):
            return child
    return None


def _small_clause(token: Token) -> tuple[Token, ...]:
    """What somebody or something is called: "called the raid a crime", "described it as a trap"."""
    heads = [child for child in token.children if child.dep_ in ("oprd", "xcomp", "dobj") and not is_infinitive(child)]
    objects = [word for head in heads for word in (head, *head.children) if word.dep_ in ("dobj", "nsubj")]
    as_ = [thing for child in token.children if child.lower_ in grammar_of(token).role for thing in child.children]
    if any(word.lower_ in grammar_of(token).oneself for word in objects) and not any(thing.pos_ == "NOUN" for thing in as_):
        return ()  # "a group that calls itself Dawn Front": its name, unlike "identified itself as a part of the Front"
    heads += [child for child in token.children if child.dep_ == "prep" and child.i > token.i]
    below = [part for head in heads if head.dep_ == "dobj" for part in head.subtree if part.dep_ == "prep" and _is_said_of(part, head)]
    misread = _two_objects(heads) or any(
        head.lower_ in grammar_of(token).said_before and any(c.dep_ == "nsubj" for c in head.children) for head in heads
    )
    named = misread or any(
        head.dep_ in ("oprd", "xcomp") or head.lower_ in grammar_of(token).role or in_quotes(head) for head in [*heads, *below]
    )
    return tuple(heads) if named else ()


def _is_said_of(preposition: Token, thing: Token) -> bool:
    """Whether a preposition tells what a thing is: beside it, or before a quotation mark ("called the raid that cost ten lives "just"")."""
    return preposition.head == thing or (preposition.i + 1 < sentence_end(thing) and preposition.nbor(1).is_quote)


def has_thing(verb: Token) -> bool:
    """Whether a verb has an object: "linked the raid to them", not "insurgents linked to them"."""
    return any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)


def calls_besides(verb: Token, takes: Container[object], saying: Container[str]) -> bool:
    """Whether who says something calls it a name besides: "denied the charges, calling them a fable"."""
    behind = verb.tag_ == "VBG" and verb.i > verb.head.i
    return behind and "small" in takes and verb.head.pos_ in VERBAL and verb.head.lemma_ in saying


def _two_objects(heads: list[Token]) -> bool:
    """Whether what something is called hangs on its verb as a second object: "labelled the killings a crime"."""
    objects = [head for head in heads if head.dep_ == "dobj"]
    if len(objects) != 2:
        return False
    first = objects[1].left_edge
    behind = objects[0].right_edge.i + 1
    return first.i == behind or (first.i == behind + 1 and first.nbor(-1).is_quote)


def in_quotes(thing: Token) -> bool:
    """Whether a word in quotation marks follows a thing as if it explained it: "called the plan "a trap"" as a parser may read it."""
    words = grammar_of(thing)
    return any(
        (child.dep_ == "appos" and child.left_edge.i > thing.i and child.left_edge.nbor(-1).is_quote)
        or (child.dep_ == "det" and child.lower_ in words.said_before and child.i < thing.i and child.nbor(1).is_quote)
        for child in thing.children
    )


def inserted_in(token: Token) -> Token | None:
    """The verb of the clause that a cue is put into: "The dam, he said, is safe", "The dam is, as he pointed out, safe"."""
    head = token.head
    if head == token or any(child.dep_ == "dobj" and not _hears(child) for child in token.children):
        return None
    if token.dep_ in INSERTED and (before := _before_mark(token)) is not None:
        return before
    if (token.dep_ in INSERTED or _is_put_behind(token)) and (head.pos_ in VERBAL or head.dep_ == "ROOT"):
        return head
    role = grammar_of(token).role
    as_he_said = token.dep_ == "advcl" and any(child.lower_ in role and child.dep_ in ("mark", "advmod") for child in token.children)
    return head if as_he_said and head.pos_ in VERBAL else None


def _before_mark(token: Token) -> Token | None:
    """The sentence's verb before a cue that closes its clause, where the parser puts it into what follows: "It holds, he said; both"."""
    root = sentence_of(token).root
    mark = token.nbor(1).text if token.i + 1 < sentence_end(token) and token.head.i > token.i else ""
    closes = mark == ";" or (mark == "," and token.head.pos_ not in VERBAL)  # "Nine were hurt, she said, two of them badly"
    return root if closes and root.i < token.i and root.pos_ in VERBAL else None


def _is_put_behind(token: Token) -> bool:
    """Whether a verb joined by a comma alone has its subject behind it: "Drones hit the market, said two of the villagers"."""
    before = token.nbor(-1).text if token.i > sentence_start(token) else ""
    return (
        token.dep_ == "conj" and before == "," and any(child.dep_ == "nsubj" and child.left_edge.i == token.i + 1 for child in token.rights)
    )


def _hears(thing: Token) -> bool:
    """Whether an object is who is told something: "The mill, he told me, is safe"."""
    return thing.pos_ == "PRON" and thing.lower_ not in grammar_of(thing).said_before
