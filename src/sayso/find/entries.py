"""Who gives which figure in the short entries of fact sheets and chronologies: "Army: 12. Union: 19.", "about 60,000 (UN)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from sayso.find.cue import Cue
from sayso.find.grammar import FINITE, NOUN_SUBJECTS
from sayso.find.labels import LONGEST, head_of, tops
from sayso.find.sentences import sentence_of
from sayso.lang.language import Language
from sayso.records.claim import Act

NEAR = 5
"""Words before a bracket among which the figure stands that it is behind; behind a name it tells of that."""
ENDS = frozenset(".;")
"""Marks that part entries within a line."""


class EntryFinder:
    """Finds those of whom an entry tells without a verb what they say, by a colon or a comma behind them or by brackets around them."""

    def __init__(self, language: Language) -> None:
        words, table = language.rules("actors"), language.rules("cues")
        self.bodies = frozenset(word for key in ("bodies_speaking", "body_heads", "branches", "publications") for word in words[key])
        self.texts = frozenset(words["publications"])
        self.speaking = self.bodies | frozenset(words["people"])
        self.entered: Mapping[str, Act] = table["entered"]
        self.author_words = frozenset(words["pronouns"]["author"])
        self.no_labels = frozenset(table["no_labels"])

    def with_entries(self, cues: list[Cue], sentence: Sequence[Token]) -> list[Cue]:
        """The cues of a sentence with those of the entries in it, in which no verb tells who says something."""
        found: list[Cue] = []
        for entry in _entries(sentence):
            colon = next((token.i for token in entry if token.text == ":"), 0)
            told = {cue.token.i for cue in cues if cue.heads}
            if whole := [token for token in entry if _is_clause(token, colon)]:
                if entry[0].is_alpha and all(token.i > colon for token in whole) and colon and not told & {token.i for token in entry}:
                    told_by = self._labelled(entry)  # "Government: two policemen died, the attackers were driven off"
                    found += [cue for cue in told_by if cue.speakers[0].lemma_.lower() not in self.texts]
                continue
            if not told & {token.i for token in entry}:
                found += self._labelled(entry) or list(self._in_brackets(entry)) or self._parted(entry, sentence)
            found += list(self._done_by(entry, told | {cue.token.i for cue in found}))
        taken = {token.i for cue in found for token in cue.heads}
        return [*(cue for cue in cues if cue.token.i not in taken), *found] if found else cues

    def _done_by(self, entry: Sequence[Token], taken: set[int]) -> Iterator[Cue]:
        """The participles that tell who claims or denies what stands before them: "Ransom: denied by the company"."""
        colon = next((n for n, token in enumerate(entry) if token.text == ":"), -1)
        verbs = [token for token in entry[colon + 1 :] if token.lemma_.lower() in self.entered and _is_passive(token)]
        verbs = [token for token in verbs if token.i not in taken and (token == entry[colon + 1] or token.nbor(-1).text == ",")]
        ends = [verb.i for verb in verbs[1:]]
        for verb, until in zip(verbs, [*ends, entry[-1].i + 1], strict=bool(verbs)):
            by = next(child for child in verb.rights if child.dep_ == "agent")
            who = next((child for child in by.rights if child.dep_ == "pobj"), None)
            if who is None or who.lower_ in self.author_words:
                continue
            clause = [token for token in verb.subtree if token.i < until]
            if colon > 0:
                _lay_apart(entry[colon], entry[:colon], clause)
            heads = (*tops(entry[: max(colon, 0)]), verb)
            speakers = (who, *(other for other in who.conjuncts if other.i < until))
            words = tuple(token for token in clause if token.i >= by.i)
            yield Cue(by, self.entered[verb.lemma_.lower()], heads, speakers, anyone=True, gapped=True, words=words)

    def _labelled(self, entry: Sequence[Token]) -> list[Cue]:
        """The colon behind a speaker ("Union: 19"); not at the start of a line, where the label may be of those who are counted."""
        place = next((n for n, token in enumerate(entry[: LONGEST + 1]) if token.text == ":"), 0)
        label, said = list(entry[:place]), list(entry[place + 1 :])
        if not said or not self._is_speaker(label, self.bodies):
            return []
        if label[0].i == 0 and not said[0].is_quote:
            return []
        return [_cue(entry[place], label, said)]

    def _in_brackets(self, entry: Sequence[Token]) -> Iterator[Cue]:
        """The brackets behind figures in which stands who gives them: "Displaced: about 60,000 (UN), 85,000 (churches of Kest)"."""
        start = next((n + 1 for n, token in enumerate(entry) if token.text == ":"), 0)
        opened = 0
        if any(token.tag_ in FINITE for token in entry):
            return
        for n, token in enumerate(entry):
            opened = n if token.text == "(" else opened
            if token.text != ")" or not opened > start:
                continue
            label, said = list(entry[opened + 1 : n]), list(entry[start:opened])
            if self._is_speaker(label, self.speaking) and any(word.like_num for word in said[-NEAR:]) and said[-1].pos_ != "PROPN":
                yield _cue(entry[opened], label, said, behind=token)
                start = n + 2

    def _parted(self, entry: Sequence[Token], sentence: Sequence[Token]) -> list[Cue]:
        """The comma behind a body that stands against another's figures: "90 cases (ministry); nurses' union, up to 200"."""
        place = next((n for n, token in enumerate(entry[: LONGEST + 1]) if token.text == ","), 0)
        label, said = list(entry[:place]), list(entry[place + 1 :])
        counted = any(token.like_num for token in said[: LONGEST // 2])
        if entry[0] == sentence[0] or not counted or not self._is_speaker(label, self.bodies):
            return []
        return [_cue(entry[place], label, said)]

    def _is_speaker(self, label: Sequence[Token], speaking: frozenset[str]) -> bool:
        """Whether a label is that of somebody who speaks: a body, or a name in capitals."""
        words = [token for token in label if token.is_alpha]
        if words and words[0].tag_ in ("DT", "PDT"):
            return False  # "by the Front (both wings)"
        if not 0 < len(words) <= LONGEST or any(token.like_num or token.is_quote or token.lower_ in self.no_labels for token in label):
            return False
        head = head_of(label)
        if head.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):  # a parser takes lone words with capitals for anything
            return False
        known = bool({head.lower_, head.lemma_.lower()} & speaking)
        return known or (head.ent_type_ == "ORG" and head.pos_ == "PROPN") or (len(words) == 1 and _is_acronym(head.text))


def _entries(sentence: Sequence[Token]) -> Iterator[list[Token]]:
    """The parts of a sentence between full stops and semicolons."""
    entry: list[Token] = []
    for token in sentence:
        if token.text in ENDS:
            if entry:
                yield entry
            entry = []
        else:
            entry.append(token)
    if entry:
        yield entry


def _is_clause(verb: Token, colon: int) -> bool:
    """Whether a word is a finite verb with a subject that no colon parts from it."""
    finite = verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.children if child.dep_ in ("aux", "auxpass"))
    return finite and any(c.dep_ in {*NOUN_SUBJECTS, "expl"} and not c.i < colon < verb.i for c in verb.children)


def _is_passive(verb: Token) -> bool:
    """Whether a verb is a participle without a subject, behind which stands by whom: "Claimed by the Front"."""
    return any(child.dep_ == "agent" for child in verb.children) and not any(child.dep_ in NOUN_SUBJECTS for child in verb.children)


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _cue(mark: Token, label: Sequence[Token], said: Sequence[Token], behind: Token | None = None) -> Cue:
    """The cue that a mark is, with its label as the speaker's words; label and words said are laid apart from all others."""
    _lay_apart(mark, label, said)
    words = (*label, behind) if behind is not None else tuple(label)
    return Cue(mark, "asserts", tops(said), (head_of(label),), anyone=True, words=words)


def _lay_apart(mark: Token, label: Sequence[Token], said: Sequence[Token]) -> None:
    """Hangs what a parser hangs from one entry on another, or on a label, on the head of the sentence; on the mark if that is in them."""
    groups = {token.i: 1 for token in label} | {token.i: 2 for token in said}
    sentence, root = list(sentence_of(mark)), sentence_of(mark).root
    if root.i in groups:
        mark.head, mark.dep_ = mark, "ROOT"
        root.head, root.dep_ = mark, "dep"
        root = mark
    for token in sentence:
        if groups.get(token.i) != groups.get(token.head.i) and token != root:
            token.head, token.dep_ = root, "dep"
