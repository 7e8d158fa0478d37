"""What hangs on a word that performs an act of speech: who says it, what it holds, and whether it is really said."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc, Token

from sayso.lang.grammar import Grammar

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TIMES = frozenset({"DATE", "TIME"})
INSERTED = frozenset({"parataxis", "dep"})
WORDS = "grammar"
"""Under this name a parse carries the function words of its language, so that each of its tokens leads to them."""


def attach(parse: Doc, words: Grammar) -> Doc:
    """The same parse, with the function words of its language."""
    parse.user_data[WORDS] = words
    return parse


def grammar_of(token: Token) -> Grammar:
    """The function words of the language that a token is parsed in."""
    return cast(Grammar, token.doc.user_data[WORDS])


def negated(token: Token) -> bool:
    """Whether a verb is negated, by itself or by a subject that is nobody."""
    words = grammar_of(token)
    return any(child.dep_ == "neg" for child in token.children) or any(
        child.dep_ in SUBJECTS and (child.lower_ in words.nobody or any(c.lower_ in words.not_one for c in child.children))
        for child in token.children
    )


def helping(verb: Token) -> list[Token]:
    """The helping verbs of a verb, without the month that a parser takes for one ("an airstrike on 3 May hit the town")."""
    return [child for child in verb.children if child.dep_ == "aux" and not _is_month(child)]


def _is_month(token: Token) -> bool:
    beside = [token.nbor(step) for step in (-1, 1) if 0 <= token.i + step < len(token.doc)]
    return token.text.istitle() and any(other.text.isdigit() for other in beside)


def cited(token: Token) -> Token | None:
    """Whom a verb of saying rests on: "said, citing the ministry"; also from beside "according to the daily, citing the ministry"."""
    words = grammar_of(token)
    beside = [*token.children, *(token.head.children if token.lower_ in words.according else ())]
    verb = next((child for child in beside if child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ in words.citing), None)
    return next((child for child in verb.children if child.dep_ == "dobj"), None) if verb is not None else None


def object_of(token: Token, prepositions: frozenset[str]) -> Token | None:
    """The object of the first of a token's prepositions that is one of these."""
    for child in token.children:
        if child.lower_ in prepositions and child.dep_ in ("prep", "pcomp", "agent"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def clause_of(token: Token) -> Token:
    """The verb of the clause that an adverbial stands in; of one that opens or ends its sentence alone the sentence's own verb."""
    if (aside := _aside_before(token)) is not None:
        return aside
    phrase, sentence = list(token.subtree), token.sent
    alone = not any(other.lower_ == token.lower_ and other.i != token.i for other in sentence)
    edge = all(other.is_punct or other.is_space for other in sentence if other.i > phrase[-1].i) or phrase[0].i == sentence.start
    if alone and edge:
        return sentence.root
    while token.head != token and token.pos_ not in VERBAL:
        token = token.head
    return token.head if token.lower_ in grammar_of(token).according else token


def _aside_before(token: Token) -> Token | None:
    """The clause on the subject which an adverbial ends: "The rebels, who killed ten, according to the church, left"."""
    asides = (child for child in token.head.children if child.dep_ in SUBJECTS and child.i < token.i < token.head.i)
    ends = [clause for subject in asides for clause in subject.children if clause.dep_ == "relcl"]
    before = token.nbor(-1) if token.i else token
    last = before.nbor(-1) if before.text == "," and before.i else before
    return next((clause for clause in ends if clause.right_edge.i in (last.i, before.i)), None)


def topics(token: Token) -> tuple[Token, ...]:
    """What a verb is about: its prepositional phrases, objects and clauses."""
    return tuple(child for child in token.children if child.dep_ in ("prep", "dobj", "advcl", "ccomp"))


def partner(token: Token, row: dict[str, list[str]]) -> Token | None:
    """The word that a phrase's row asks for beside its verb."""
    for child in token.children:
        if child.dep_ == "dobj" and {child.lemma_.lower(), child.lower_} & set(row.get("object", ())):
            return child
        if child.dep_ in ("prep", "dative") and child.lower_ in row.get("prep", ()):
            return None if any(thing.ent_type_ in TIMES for thing in child.children) else child  # not "pushed for years"
        if child.dep_ == "prt" and child.lower_ in row.get("particle", ()) and ("prep" not in row or any(child.children)):
            return child  # of a preposition that the parser takes for a particle its object must stand there
        if child.dep_ in ("xcomp", "ccomp") and child.lemma_ in row.get("infinitive", ()):
            return child
    return None


def inserted_in(token: Token) -> Token | None:
    """The verb of the clause that a cue is put into: "The dam, he said, is safe", "The dam is, as he pointed out, safe"."""
    head = token.head
    if head == token or any(child.dep_ == "dobj" for child in token.children):
        return None
    if token.dep_ in INSERTED and (head.pos_ in VERBAL or head.dep_ == "ROOT"):
        return head
    role = grammar_of(token).role
    as_he_said = token.dep_ == "advcl" and any(child.lower_ in role and child.dep_ in ("mark", "advmod") for child in token.children)
    return head if as_he_said and head.pos_ in VERBAL else None


def content_heads(token: Token, takes: object) -> tuple[Token, ...]:
    """The heads of what a verb says: its clause or quotation, else what its row allows, else the clause that it is put into."""
    allowed = set(takes) if isinstance(takes, (list, tuple)) else set()
    heads = [child for child in token.children if child.dep_ == "ccomp" and _is_clause(child) and not cut_off(child, token)]
    if not heads and "infinitive" in allowed:
        heads = [
            child for child in token.children if child.dep_ in ("xcomp", "advcl") and (child.tag_ in ("VB", "VBG") or is_infinitive(child))
        ]
    if not heads and "small" in allowed:
        return _small_clause(token)
    if not heads and "passive" in allowed and token.tag_ == "VBN":
        return ()  # "was cited as saying": the inner verb is the cue
    if not heads and "object" in allowed:
        heads = [
            child
            for child in token.children
            if child.dep_ in ("dobj", "nsubjpass", "dative")
            and (child.pos_ != "PRON" or "pronoun" in allowed or child.lower_ in grammar_of(token).said_before)
        ]
        heads += [child for child in token.children if child.dep_ == "prep" and child.i > token.i and heads]
    if not heads and "measure" in allowed:
        heads = [child for child in token.children if child.dep_ == "dobj" and child.i > token.i and _is_count(child)]
    if not heads and "late" in allowed and (late := _late_object(token)) is not None:
        heads = [late]
    if not heads and "about" in allowed:
        heads = [child for child in token.children if child.dep_ == "prep"]
    if not heads:
        heads = [child for child in token.children if child.dep_ == "xcomp" and child.tag_ in ("VBZ", "VBD", "VBP")]
    if not heads and (loose := _loose_clause(token)) is not None:
        heads = [loose]
    if not heads and token.dep_ == "relcl" and _is_object_of(token):
        heads = [token.head]
    if not heads and (around := inserted_in(token)) is not None:
        heads = [around]
    return tuple(heads)


def _is_count(thing: Token) -> bool:
    """Whether an object is a number or has one, and nothing else follows it: "says six", "says one man, no vest"."""
    counted = thing.like_num or any(child.dep_ == "nummod" for child in thing.children)
    behind = thing.doc[thing.right_edge.i + 1 : thing.sent.end]
    return counted and not any(token.pos_ in VERBAL for token in thing.subtree) and (not behind or behind[0].is_punct)


def cut_off(clause: Token, token: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it: "The pilot blames the army; the army attributes it to bandits"."""
    last = clause.right_edge
    if last.i >= token.i or last.nbor(1).text != ";":
        return False
    return not any(child.dep_ == "ccomp" and last.i < child.i for child in token.lefts)  # "Go home; it is late," he said


def _is_object_of(verb: Token) -> bool:
    """Whether what a relative clause describes is what is said in it ("the claim that he denied"), not who says it."""
    relative = (child for child in verb.children if child.lower_ in grammar_of(verb).relative_things)
    return any(child.dep_ not in SUBJECTS for child in relative)


def _late_object(token: Token) -> Token | None:
    """The object behind what it is called: "dismissed as "baseless" a report that ...", which the parser hangs on the "as"."""
    role = grammar_of(token).role
    as_ = next((child for child in token.children if child.dep_ == "prep" and child.lower_ in role and child.i > token.i), None)
    if as_ is None:
        return None
    for noun in as_.subtree:
        first = noun.left_edge
        called = noun.i > first.i > as_.i + 1 and (first.nbor(-1).is_quote or first.nbor(-1).pos_ == "ADJ")
        if called and noun.pos_ == "NOUN" and noun.dep_ in ("pobj", "appos", "dobj") and any(c.dep_ == "det" for c in noun.children):
            return noun
    return None


def _loose_clause(token: Token) -> Token | None:
    """The clause of "said after the talks he would resign", which the parser takes for an adverbial; it has no conjunction of its own."""
    for child in token.children:
        joined = any(c.dep_ in ("mark", "advmod") and c.i < child.i for c in child.children) or child.tag_ == "VBG" or child.i < token.i
        if child.dep_ == "advcl" and not joined and any(c.dep_ in SUBJECTS for c in child.children):
            return child
    return None


def _is_clause(head: Token) -> bool:
    """Whether a complement says that something is so: not "saw the crowd leaving", "saw the man fall"."""
    if is_infinitive(head) or any(child.dep_ in ("aux", "auxpass") for child in head.children):
        return True
    if any(child.dep_ == "mark" for child in head.children):
        return True  # "demanded that the mayor stop"
    return head.tag_ != "VBG" and not (head.tag_ == "VB" and any(child.dep_ in SUBJECTS for child in head.children))


def _small_clause(token: Token) -> tuple[Token, ...]:
    """What somebody or something is called: "called the raid a crime", "described it as a trap"."""
    heads = [child for child in token.children if child.dep_ in ("oprd", "xcomp", "dobj") and not is_infinitive(child)]
    heads += [child for child in token.children if child.dep_ == "prep" and child.i > token.i]
    below = [child for head in heads if head.dep_ == "dobj" for child in head.children if child.dep_ == "prep"]
    named = any(head.dep_ in ("oprd", "xcomp") or head.lower_ in grammar_of(token).role or in_quotes(head) for head in [*heads, *below])
    return tuple(heads) if named else ()


def in_quotes(thing: Token) -> bool:
    """Whether a word in quotation marks follows a thing as if it explained it: "called the plan "a trap"" as a parser may read it."""
    words = grammar_of(thing)
    return any(
        (child.dep_ == "appos" and child.left_edge.i > thing.i and child.left_edge.nbor(-1).is_quote)
        or (child.dep_ == "det" and child.lower_ in words.said_before and child.i < thing.i and child.nbor(1).is_quote)
        for child in thing.children
    )


def speakers(token: Token) -> tuple[Token, ...]:
    """The heads of the phrases of who says it: the subject, by way of the verbs it is shared with; several when joined by "and"."""
    subject, words = _subject(token, set()), grammar_of(token)
    if subject is None or subject.lower_ in words.expletive or (subject.lower_ in words.no_speaker and subject.dep_ != "nsubj"):
        return ()
    if subject.lower_ in words.no_subject or any(child.lower_ in words.not_one for child in subject.children):
        return ()
    joined = [child for child in subject.conjuncts if child.pos_ in ("PROPN", "NOUN", "PRON") and child.i > subject.i]
    return (subject, *joined)


def _subject(token: Token, seen: set[int]) -> Token | None:
    """The subject of a verb: its own, an agent in the passive, or that of the verb which it hangs on."""
    if token.i in seen:
        return None
    seen.add(token.i)
    agents = [grand for child in token.children if child.dep_ == "agent" for grand in child.children if grand.dep_ == "pobj"]
    own = [child for child in token.children if child.dep_ in SUBJECTS]
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)
    if passive and seen != {token.i} and own:
        return own[0]  # "We are troubled by reports and call on all": who is troubled calls
    if passive:
        return agents[0] if agents else (own[0] if token.lemma_ in grammar_of(token).citing and own else None)
    if not own and token.dep_ in ("ROOT", "ccomp", "conj") and (hidden := _inverted(token) or _stranded(token)) is not None:
        return hidden
    if not own and token.tag_ == "VBN" and token.dep_ == "advcl" and not any(child.dep_ == "aux" for child in token.children):
        return agents[0] if agents else None  # "asked to comment, the mayor left": he was asked
    if own:
        behind = own[-1] if own[-1].i > token.i else None  # "The dam, said Velk, is safe"
        chosen = behind or own[-1]  # "In Kest, Velk said": both may be read as subjects
        clause = token
        while clause.dep_ == "conj" and clause.head.pos_ in VERBAL:
            clause = clause.head
        return _meant(chosen, clause.head) if chosen.lower_ in grammar_of(chosen).relatives and clause.dep_ == "relcl" else chosen
    if agents:
        return agents[0]
    if token.dep_ in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp") and token.head.pos_ in VERBAL:
        if token.dep_ == "ccomp" and token.tag_ != "VBG":
            return None
        return _subject(_told_of(token) or token.head, seen)
    if (taken := _occasion(token)) is not None:
        return _subject(taken, seen)
    if token.dep_ == "acl" and token.tag_ == "VBG":
        publisher = token.head.head
        if token.head.dep_ in ("dobj", "pobj", "nsubjpass") and publisher.pos_ == "VERB":
            return _subject(publisher, seen) or token.head
        return token.head
    if token.dep_ == "pcomp" and token.head.head.pos_ in VERBAL:
        return _subject(token.head.head, seen)
    return None


def _occasion(token: Token) -> Token | None:
    """The verb that takes an occasion to say something: "used the visit to recall", "seized the opportunity to stress"."""
    noun = token.head
    taken = token.dep_ == "acl" and noun.dep_ == "dobj" and noun.lemma_.lower() in grammar_of(token).occasions
    return noun.head if taken and noun.head.pos_ in VERBAL else None


def takes_occasion(verb: Token) -> bool:
    """Whether a verb tells only that somebody takes an occasion to say something."""
    return any(_occasion(below) == verb for child in verb.children if child.dep_ == "dobj" for below in child.children)


def _told_of(token: Token) -> Token | None:
    """The verb above a noun whose clause a participle behind a comma stands in: "rejected the idea that he would leave, saying"."""
    noun = token.head.head
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.head.dep_ != "acl" or not any(c.dep_ == "mark" for c in token.head.children):
        return None
    return noun.head if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL else None


def _meant(pronoun: Token, antecedent: Token) -> Token:
    """Whom a relative pronoun means: "who" behind "Orlov of Harran" is Orlov, behind "the Front is a group that" the Front."""
    if antecedent.dep_ == "attr" and (named := next((child for child in antecedent.head.children if child.dep_ == "nsubj"), None)):
        return named
    above = antecedent.head.head if antecedent.dep_ == "pobj" else antecedent
    is_person = above.pos_ in ("PROPN", "NOUN") and above.ent_type_ not in ("GPE", "LOC")
    return (
        above
        if pronoun.lower_ in grammar_of(pronoun).relative_people and antecedent.ent_type_ in ("GPE", "LOC") and is_person
        else antecedent
    )


def _inverted(token: Token) -> Token | None:
    """The speaker behind a verb that follows a quotation: "...," added the statement; the parser takes him for an object."""
    before = token.nbor(-1) if token.i > token.sent.start else None
    while before is not None and before.is_space and before.i > token.sent.start:
        before = before.nbor(-1)
    joined = token.dep_ == "conj"  # "stood at his pulpit and, citing a psalm, endorsed the senator" has its subject before it
    if before is None or not (before.is_quote or (before.text == "," and not joined)):
        return None
    return next((child for child in token.children if child.dep_ == "dobj" and child.i > token.i), None)


def _stranded(token: Token) -> Token | None:
    """The speaker before a verb that the parser hangs on a noun of what is said ("... in the capital, a report said"), or on a verb

    beside it ("the daily, quoting officials, said").
    """
    for child in token.children:
        if child.dep_ == "ccomp" and child.i < token.i and not _is_clause(child):
            return next((grand for grand in child.children if grand.dep_ == "nsubj"), None)
    node = token.nbor(-1) if token.i > token.sent.start else None
    while node is not None and (node.is_punct or node.is_space) and node.i > token.sent.start:
        node = node.nbor(-1)
    found = None
    while node is not None and node.head != node and node.head.i < token.i and token.is_ancestor(node):
        found = node if node.dep_ == "appos" or _closes(node, token) else found
        node = node.head
    return found


def _closes(node: Token, verb: Token) -> bool:
    """Whether a noun that the parser joins to one of what is said stands alone between the last comma and a verb without a subject:

    "..., wounding at least 12 travellers, witnesses and the fire brigade said".
    """
    first = node.left_edge
    if node.dep_ != "conj" or node.pos_ not in ("NOUN", "PROPN") or first.i == verb.sent.start or first.nbor(-1).text != ",":
        return False
    return not any(token.text == "," or token.lower_ in grammar_of(verb).joining_any for token in verb.doc[first.i : node.i])


def subject_of_clause(head: Token) -> Token | None:
    """The subject of a clause; of a joined one with the same helping verb that of the clause before ("it will grow and will help us")."""
    subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is not None or head.dep_ != "conj":
        return subject
    shared = {child.lower_ for child in helping(head)} & {child.lower_ for child in helping(head.head)}
    return subject_of_clause(head.head) if shared else None


def is_impersonal(subject: Token) -> bool:
    """Whether a subject stands for nobody: "it would be wrong to leave"."""
    return subject.lower_ in grammar_of(subject).no_voice and any(child.dep_ in ("acomp", "attr") for child in subject.head.children)


def is_infinitive(token: Token) -> bool:
    """Whether a verb stands with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children)


def is_said(token: Token, unsaid: frozenset[str], going_on: frozenset[str], by: frozenset[str]) -> bool:
    """Whether a verb of saying tells of something said, not of what may, will or shall be said, or was only to be said.

    `unsaid` are helping verbs and conjunctions that leave it open, `going_on` verbs whose infinitive is done ("went on to say"),
    `by` prepositions after which something is said ("by saying", unlike "without saying").
    """
    if any(child.dep_ in ("aux", "mark") and child.lower_ in unsaid for child in token.children):
        return False
    infinitive = is_infinitive(token)
    head = token.head
    if token.dep_ == "pcomp":
        return head.lower_ in by and (head.head.pos_ not in VERBAL or is_said(head.head, unsaid, going_on, by))
    if infinitive and token.dep_ == "xcomp":
        return head.lemma_ in going_on and not negated(head) and is_said(head, unsaid, going_on, by)
    if infinitive and token.dep_ == "advcl":  # "flew to Kest to appeal to the governor": what for, not what is said
        return head.lemma_ in going_on and not negated(head) and is_said(head, unsaid, going_on, by)
    if infinitive and (taken := _occasion(token)) is not None:
        return is_said(taken, unsaid, going_on, by)
    if infinitive and token.dep_ in ("acl", "relcl", "ccomp"):
        return False
    if token.dep_ in ("conj", "xcomp") and head.pos_ in VERBAL and not any(c.dep_ in SUBJECTS for c in token.children):
        return is_said(head, unsaid, going_on, by)
    return True
