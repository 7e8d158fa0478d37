"""What a report itself tells beside a statement: what that leaves out, and what came of the deed that it is about.

"..., without giving any evidence"; "denied any part in the attack that left nine people dead".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.find.attributions import STANCES, Attribution
from sayso.find.grammar import SUBJECTS, grammar_of, negated
from sayso.find.sentences import sentence_end, sentence_of
from sayso.lang.language import Language


class Remarks:
    """Finds such remarks by the table `remarks` of a language. No speaker says them of himself: they are the report's own."""

    def __init__(self, language: Language) -> None:
        self.words = {key: frozenset(words) for key, words in language.rules("cues")["remarks"].items()}
        self.deeds, self.came_of_it = (frozenset(language.rules("cues")["facts"][key]) for key in ("deeds", "outcomes"))
        self.verbs = self.words["giving"] | self.words["telling"] | self.words["checking"] | self.words["laying"]

    def beside(self, found: Sequence[Attribution], quoted: Callable[[int], object]) -> list[tuple[Token, list[Token]]]:
        """The remarks of a sentence with these attributions, each with its verb; `quoted` tells in which quotation a place stands."""
        if not found:
            return []
        cued = {one.cue.token.i for one in found}
        verbs = [token for token in sentence_of(found[0].cue.token) if token.lemma_ in self.verbs and token.i not in cued]
        told = ((verb, self._top(verb, found)) for verb in verbs if quoted(verb.i) is None)
        return [(verb, list(_whole(top))) for verb, top in told if top is not None]

    def facts(self, found: Sequence[Attribution], quoted: Callable[[int], object]) -> list[tuple[Token, list[Token]]]:
        """What came of known deeds, each with its verb and the deed's words.

        Only where a voice takes no more than a stance to the deed, or a comma sets it apart: a voice that denies, condemns or demands
        something tells nothing of it.
        """
        if not found:
            return []
        verbs = (token for token in sentence_of(found[0].cue.token) if token.dep_ == "relcl" and token.lemma_ in self.came_of_it)
        told = ((verb, deed) for verb in verbs if quoted(verb.i) is None and (deed := self._known_deed(verb)) is not None)
        return [(verb, list(verb.doc[deed.left_edge.i : verb.right_edge.i + 1])) for verb, deed in told if not _is_told(verb, deed, found)]

    def _known_deed(self, verb: Token) -> Token | None:
        """The known deed of which a clause tells what came of it: "the attack on the port that killed nine", not "an attack that"."""
        deed, words = verb.head, grammar_of(verb)
        while deed.lemma_.lower() not in self.deeds and deed.dep_ == "pobj" and deed.head.head.pos_ == "NOUN":
            deed = deed.head.head
        known = any(child.lower_ in words.definite or child.dep_ == "poss" for child in deed.lefts)
        done = verb.tag_ in ("VBD", "VBZ") and not negated(verb) and any(child.lower_ in words.relative_things for child in verb.lefts)
        return deed if known and done and deed.lemma_.lower() in self.deeds else None

    def _top(self, verb: Token, found: Sequence[Attribution]) -> Token | None:
        """The word by which a remark hangs on a statement; None of what is none."""
        above = verb.head
        if verb.dep_ == "pcomp" and above.lower_ in self.words["without"]:
            return above if self._tells(verb) and any(one.cue.token.is_ancestor(above) for one in found) else None
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if not self._is_silent(verb):
            return None
        if verb.dep_ == "advcl":
            told = any(one.cue.token == above or above in one.heads for one in found)
            opens = any(child.lower_ in self.words["although"] for child in verb.children if child.dep_ in ("mark", "advmod"))
            return verb if told and opens and (self._is_unchecked(verb) or all(subject.pos_ == "PRON" for subject in own)) else None
        if verb.dep_ != "conj" or own:
            return None
        return verb if any(one.cue.token == above or (above in one.heads and _of_himself(above)) for one in found) else None

    def _is_silent(self, verb: Token) -> bool:
        """Whether a verb says that something is not told, or not verified."""
        none = any(child.dep_ == "dobj" and any(c.lower_ in grammar_of(verb).no for c in child.children) for child in verb.children)
        return self._is_unchecked(verb) or ((negated(verb) or none) and self._tells(verb))

    def _is_unchecked(self, verb: Token) -> bool:
        passive = any(child.dep_ == "auxpass" for child in verb.children)
        return verb.lemma_ in self.words["checking"] and passive and negated(verb)

    def _tells(self, verb: Token) -> bool:
        """Whether a verb is one of giving details, by its object or by itself: "giving any evidence", "elaborating", "say why"."""
        things = [child for child in verb.children if child.dep_ == "dobj"]
        detail = any({thing.lemma_.lower(), thing.lower_} & self.words["details"] for thing in things)
        if any(child.lower_ in self.words["directly"] for child in verb.lefts):
            return True  # "without directly naming the guild"
        asked = any(child.dep_ in ("ccomp", "advmod", "advcl") and _asks(child, self.words["asked"]) for child in verb.rights)
        return detail or (verb.lemma_ in self.words["telling"] and (asked or not things))


def _is_told(verb: Token, deed: Token, found: Sequence[Attribution]) -> bool:
    """Whether it is somebody's own statement what came of a deed: he says it, and no comma parts it from his words."""
    apart = verb.left_edge.nbor(-1).text == ","
    around = [one for one in found if verb.i in one.content]
    return any(deed.is_ancestor(one.cue.token) for one in found) or (not apart and any(one.act not in STANCES for one in around))


def without(found: Sequence[Attribution], remarks: Sequence[tuple[Token, list[Token]]]) -> list[Attribution]:
    """The attributions of a sentence without its remarks."""
    away = frozenset(token.i for _, words in remarks for token in words)
    return [replace(one, content=one.content - away, away=one.away | away) if away else one for one in found]


def _of_himself(verb: Token) -> bool:
    """Whether a verb has a pronoun for its subject: "said it had heard of it, but did not say when"."""
    return any(child.dep_ in SUBJECTS and child.pos_ == "PRON" for child in verb.children)


def _asks(clause: Token, words: frozenset[str]) -> bool:
    return clause.lower_ in words or any(child.lower_ in words for child in clause.subtree if child.i <= clause.i)


def _whole(top: Token) -> Iterator[Token]:
    """The words of a remark with the comma and the "but" before it, and the full stop behind it."""
    words = [token for token in top.subtree if not token.is_space]
    first, last = words[0], words[-1]
    joined = top.dep_ == "conj"
    while first.i > top.sent.start and (first.nbor(-1).text == "," or (joined and first.nbor(-1).dep_ == "cc")):
        first = first.nbor(-1)
    while last.i + 1 < sentence_end(top) and last.nbor(1).is_punct and not last.nbor(1).is_quote:
        last = last.nbor(1)
    yield from top.doc[first.i : last.i + 1]
