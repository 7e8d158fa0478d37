"""Which words of a sentence are left to the author, and how far a claim's span may run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.contents import cut_off, tells_behind
from sayso.find.grammar import FINITE, NOUNS, SUBJECTS, TIMES, VERBAL, grammar_of
from sayso.find.passages import Passage
from sayso.find.sentences import same_sentence
from sayso.records.document import Span

MOST = 580
"""The longest span of a claim in code points (a claim is a clause; the exchange format asks for at most 600)."""

LEAST_TOLD = 4
"""Words that a joined verb without a subject of its own has at least where it is a statement for itself."""
DAY = 2
"""Words of a day before a comma that stands before a speaker: "23 May, the army said"."""
LOOSE = frozenset({"ccomp", "parataxis", "dep", "advcl"})
"""How the parser hangs a clause on another that only a mark parts from it."""
SETTING = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
"""What the parser calls days and places."""
APART = frozenset({"conj", "cc", "preconj", "case"})
"""What hangs on a speaker's noun and is no part of his phrase."""


def clauses(tokens: Sequence[Token], taken: frozenset[int], deeds: frozenset[str]) -> Iterator[tuple[Token, list[Token]]]:
    """The main clauses of a sentence that no attribution takes: its root with what hangs on it, cut at joined verbs with their own subject.

    A joined verb that is one of the `deeds` (lemmas) and has no subject of its own stays with the verb before it: it tells of one event.
    Of a clause that is taken in part the longest run is left, if it has a finite verb; of one whose root is taken the verbs joined to it.
    """
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is None:
        return
    if root.i in taken:
        yield from _joined(root, taken)
        return
    starts = [root] + [c for c in root.conjuncts if c.pos_ in VERBAL and (_has_subject(c) or tells_on(c, deeds))]
    starts += [verb for verb in (*_begun_anew(root), *_to_come(root), *_parted(root, deeds)) if verb not in starts]
    cuts = {c.i: frozenset(t.i for t in c.subtree) for c in starts[1:]}
    for head in starts:
        if head.i in taken:
            continue
        later = frozenset().union(*(cut for i, cut in cuts.items() if i != head.i and head.i not in cut)) if cuts else frozenset()
        words = cuts.get(head.i) or frozenset(token.i for token in tokens)
        own = [token for token in tokens if token.i in words and token.i not in later]
        while own and later and own[-1].is_punct and own[-1].i > max(later) > head.i:
            own.pop()  # the full stop is that of the last clause
        if _speaks_of(head, taken):
            yield head, own
            continue
        run = [token for token in own if token.i not in taken] if _told_aside(head, taken) else _longest_run(own, taken)
        if head in run or any(token.tag_ in FINITE for token in run):
            yield head, run


def shares_subject(verb: Token) -> bool:
    """Whether a finite verb is joined to another and has no subject of its own."""
    return verb.dep_ == "conj" and verb.tag_ in FINITE and not any(child.dep_ in SUBJECTS for child in verb.children)


def tells_on(verb: Token, deeds: frozenset[str]) -> bool:
    """Whether a verb joined to another of the same subject tells enough to be a statement for itself: "and was turned back at the gate"."""
    own = [token for token in verb.subtree if token.is_alpha]
    if of_condition(verb):
        return False
    return shares_subject(verb) and len(own) >= LEAST_TOLD and verb.lemma_ not in deeds


def of_condition(verb: Token) -> bool:
    """Whether a joined verb goes on with the condition or the time before it: "will press them until it ends the war and frees us"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBZ", "VBP") or _has_subject(verb):
        return False
    first = verb.head
    while first.dep_ == "conj" and first.head.pos_ in VERBAL:
        first = first.head
    bare = any(child.tag_ in ("MD", "TO") for child in first.children)
    under = [below for below in first.subtree if below.dep_ == "advcl" and first.i < below.i < verb.i]
    return bare and any(child.dep_ in ("mark", "advmod") and child.i < below.i for below in under for child in below.children)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)


def _parted(root: Token, deeds: frozenset[str]) -> Iterator[Token]:
    """The verbs of clauses that a semicolon or a colon parts from the sentence's verb, where the parser takes them for a part of it.

    What was done without a day or a place of its own goes with the clause before: "The raid burnt a school; no one was hurt".
    """
    for verb in root.children:
        if verb.lemma_ in deeds and not any(token.ent_type_ in SETTING for token in verb.subtree):
            continue
        if verb.pos_ not in VERBAL or verb.dep_ not in LOOSE or (verb.tag_ not in FINITE and not _finite_helper(verb)):
            continue
        first, last = (verb.right_edge.i, root.i) if verb.i < root.i else (root.i, verb.left_edge.i)
        between = root.doc[first : last + 1]
        if _has_subject(verb) and any(token.text in ";:" for token in between):
            yield verb


def _finite_helper(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE for child in verb.children)


def _joined(root: Token, taken: frozenset[int]) -> Iterator[tuple[Token, list[Token]]]:
    """The finite verbs joined to one that an attribution takes: "denied the killing and staged an attack on the post".

    One of another subject only behind one that tells no clause ("denied the killing, but the group may stage an attack"). Before them the
    clauses that a semicolon parts from it: "The mayor left the town; the army said he was ill".
    """
    spoken = [root, *(clause for clause in root.lefts if clause.dep_ == "ccomp" and clause.i in taken)]
    for clause in (child for verb in spoken for child in verb.lefts):
        if clause.dep_ == "ccomp" and clause.i not in taken and (cut_off(clause, clause.head) or tells_behind(clause.head, clause)):
            yield clause, [token for token in clause.subtree if token.i not in taken and not token.is_space]
    free = not any(child.dep_ == "ccomp" for child in root.children)
    joined = [verb for verb in root.conjuncts if verb.i > root.i and verb.i not in taken]
    verbs = [verb for verb in joined if shares_subject(verb) or (free and _is_whole(verb))]
    for number, verb in enumerate(verbs):
        later = {token.i for other in verbs[number + 1 :] for token in other.subtree}
        yield verb, [token for token in verb.subtree if token.i not in taken and token.i not in later and not token.is_space]


def _is_whole(verb: Token) -> bool:
    """Whether a joined verb is that of a clause of its own: it has a subject, and no "that" before it."""
    return verb.pos_ in VERBAL and _has_subject(verb) and not any(child.dep_ == "mark" for child in verb.children)


def _to_come(root: Token) -> Iterator[Token]:
    """The joined verbs without a subject that tell of what is to come, where the first does not: "are held and will be freed"."""
    if any(child.tag_ == "MD" for child in root.children):
        return
    for verb in root.conjuncts:
        bare = not any(child.dep_ in SUBJECTS for child in verb.children)
        if verb.pos_ in VERBAL and bare and any(child.tag_ == "MD" for child in verb.children):
            yield verb


def _begun_anew(root: Token) -> Iterator[Token]:
    """The verbs of what is to come that a sentence goes on to behind a comma and "and", where the parse does not show it.

    It joins them to a clause of the sentence's verb ("This means that they have no say, and the town will fall"), or takes their subject
    for a part of the condition before it ("..., and if nothing changes, then the town will fall").
    """
    for clause in (root, *(child for child in root.children if child.dep_ == "ccomp")):
        for verb in clause.conjuncts:
            joining = next((child for child in verb.head.children if child.dep_ == "cc" and clause.i < child.i < verb.i), None)
            to_come = next((child for child in verb.children if child.tag_ == "MD"), None)
            if verb.pos_ in VERBAL and joining is not None and joining.nbor(-1).text == "," and to_come is not None:
                own = any(child.dep_ in ("nsubj", "nsubjpass", "csubj") for child in verb.children)
                if own or any(_holds_subject(child, to_come) for child in verb.children):
                    yield verb


def _holds_subject(condition: Token, helping: Token) -> bool:
    """Whether the words between a condition's verb and the helping verb behind it can be the subject of what follows."""
    between = condition.doc[condition.i + 1 : helping.i]
    return condition.dep_ == "advcl" and condition.i < helping.i and any(token.pos_ in ("NOUN", "PROPN") for token in between)


def _told_aside(head: Token, taken: frozenset[int]) -> bool:
    """Whether what is taken is a clause on the subject alone: "The rebels, who denied firing the rockets, left the town"."""
    subjects = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")]
    asides = {token.i for subject in subjects for child in subject.children if child.dep_ == "relcl" for token in child.subtree}
    return bool(asides & taken) and {token.i for token in head.subtree} & taken <= asides


def _speaks_of(head: Token, taken: frozenset[int]) -> bool:
    """Whether a clause says something of what another said, named by a noun: "The statement blaming the Front is unfounded"."""
    subjects = [child for child in head.children if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NOUN"]
    words = {token.i for subject in subjects for token in subject.subtree}
    clauses = (child for subject in subjects for child in subject.children if child.dep_ in ("acl", "ccomp", "prep"))
    told = any(token.i in taken for clause in clauses for token in clause.subtree)
    return told and {token.i for token in head.subtree} & taken <= words


def _longest_run(tokens: Sequence[Token], taken: frozenset[int]) -> list[Token]:
    """The longest run of tokens that no attribution takes; joining words at its start left out."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.i in taken:
            runs.append([])
        else:
            runs[-1].append(token)
    run = max(runs, key=len)
    while run and (run[-1].dep_ == "cc" or run[-1].text == "," or (run[-1].i + 1 in taken and _leads_on(run[-1]))):
        run = run[:-1]
    return run


def _leads_on(word: Token) -> bool:
    """Whether a word only joins what stands behind it to what stands before: "because of", "although"."""
    return word.dep_ in ("mark", "prep") or word.pos_ == "SCONJ"


def spliced(head: Token) -> Token | None:
    """The clause that only a comma parts from the one behind it: "We did not fire, they only closed the gate"."""
    for clause in head.lefts:
        behind = clause.right_edge.i + 1
        parts = {child.dep_ for child in clause.children}
        if clause.dep_ != "ccomp" or not parts & {*SUBJECTS, "expl"} or "mark" in parts:
            continue
        own = next((child for child in head.lefts if child.dep_ in ("nsubj", "nsubjpass", "expl")), None)
        if own is not None and behind + 1 == own.left_edge.i and head.doc[behind].text == ",":
            return clause
    return None


def own_edge(verb: Token, before: Token | None) -> int:
    """The place from which on a joined verb's clause runs: behind a clause that only a comma parts from it."""
    return before.right_edge.i + 2 if before is not None and before.head == verb else verb.left_edge.i


def without_joining(words: Iterable[Token]) -> list[Token]:
    """The words of a clause without the comma and the "and" or "although" behind it."""
    kept = list(words)
    while kept and (kept[-1].dep_ in ("cc", "mark") or kept[-1].text == ","):
        kept.pop()
    return kept


def fit(span: Span, passage: Passage) -> Span:
    """The span, cut at a comma or a space where it is longer than a claim may be."""
    if span.size <= MOST:
        return span
    piece = passage.text[span.start : span.start + MOST]
    cut = max(piece.rfind(mark) for mark in (";", ",", "—", "–"))
    cut = cut if cut > MOST // 2 else piece.rfind(" ")
    return replace(span, end=span.start + cut)


def _is_put_in(verb: Token) -> bool:
    """Whether a clause between commas tells who hands on what somebody says: "The caller, the report states, said"."""
    first = verb.left_edge
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if verb.dep_ not in ("appos", "relcl") or verb.tag_ not in FINITE or subject is None:
        return False
    alone = first == subject.left_edge and subject.pos_ in NOUNS and verb.right_edge.i <= verb.i + 1
    return alone and first.nbor(-1).text == "," and verb.nbor(1).text == ","


def _is_day(preposition: Token) -> bool:
    """Whether a phrase behind a speaker tells when he spoke: "The guild on 11 May said", unlike "the class of 1968"."""
    if preposition.dep_ != "prep" or preposition.lower_ in grammar_of(preposition).belonging:
        return False
    return any(child.dep_ == "pobj" and child.ent_type_ in TIMES for child in preposition.children)


def _is_in_turn(preposition: Token) -> bool:
    """Whether a phrase behind a speaker belongs to what he does: "Kest in turn accuses"."""
    objects = [child for child in preposition.children if child.dep_ == "pobj"]
    return preposition.dep_ == "prep" and bool(objects) and objects[0].lower_ in grammar_of(preposition).in_turn


def phrase_of(speaker: Token, told: set[int]) -> list[Token]:
    """The words of a speaker's noun phrase without the joined nouns, and without what holds one of the places `told`."""
    apart = [
        child
        for child in speaker.children
        if child.dep_ in ("conj", "cc", "preconj", "case", "predet")
        or _is_in_turn(child)
        or _is_put_in(child)
        or _is_day(child)
        or told & {token.i for token in child.subtree}
    ]
    away = {token.i for child in apart for token in child.subtree}
    run = [token for token in speaker.subtree if token.i not in away and same_sentence(token, speaker)]
    first = next((n for n in range(len(run) - 1, -1, -1) if run[n].i <= speaker.i and (n == 0 or run[n - 1].i != run[n].i - 1)), 0)
    last = next((n for n in range(first, len(run)) if run[n].i >= speaker.i and (n + 1 == len(run) or run[n + 1].i != run[n].i + 1)), first)
    run = run[first : last + 1]
    comma = next((n for n, token in enumerate(run) if token.text == "," and n), 0)
    if 0 < comma <= DAY and run[0].text.isdigit() and run[comma - 1].text[0].isupper():
        run = run[comma + 1 :]  # "23 May, the army said"
    dated = next((n for n, token in enumerate(run) if not (token.ent_type_ == "DATE" and (token.like_num or n))), 0)
    if dated > 1 and run[0].text.isdigit() and run[dated].i <= speaker.i:
        run = run[dated:]  # "On 11 April President Brand announced"
    if len(run) > 1 and run[0].ent_type_ == speaker.ent_type_ == "DATE" and run[0].i and run[0].nbor(-1).like_num:
        run = run[1:]  # "On 1 May Otto Brand said", all of which a parser takes for a date
    while sum(token.is_quote for token in run) % 2 == 1 and (run[0].is_quote or run[-1].is_quote):
        run = run[1:] if run[0].is_quote else run[:-1]  # the mark closes what is said before
    opened = bool(run) and run[0].i > 0 and run[0].nbor(-1).is_quote
    mark = next((n for n, token in enumerate(run) if token.is_quote and token.i > speaker.i), 0) if opened else 0
    if mark and sum(token.is_quote for token in run) % 2 == 1:
        run = run[:mark]  # ""Ada", a farmer, said": the mark before the name hangs on the verb
    return run
