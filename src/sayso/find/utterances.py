"""The utterances of a passage: which words are whose, through which hands, and by which act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.find.acts import ActJudge, Stance
from sayso.find.cast import Cast
from sayso.find.cues import Cue, CueFinder
from sayso.find.passages import Passage
from sayso.find.voices import AUTHOR_VOICE, Stage, VoiceFinder
from sayso.find.when import Calendar
from sayso.lang.language import Language
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span
from sayso.records.when import When

STANCES = frozenset({"denies", "accuses", "concedes", "declines_comment", "pledges", "threatens", "demands", "predicts"})
"""Acts by which a voice takes a stance of its own on what another said: such a voice keeps a claim of its own."""
MOST = 580
"""The longest span of a claim in code points (a claim is a clause; the exchange format asks for at most 600)."""
LEAST_WORDS = 4
"""A clause of the author's with fewer words than this says nothing."""
VERBS = frozenset({"VERB", "AUX"})
VAGUE_CUES = frozenset(
    {"suggest", "show", "indicate", "imply", "see", "find", "view", "hope", "expect", "consider", "think", "believe", "fear"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """One voice's words. `tokens` are what is said, `span` the clause with its speaker and cue, `speaker` the mention who speaks."""

    voices: tuple[Voice, ...]
    stance: Stance
    span: Span
    tokens: tuple[Token, ...]
    heads: tuple[Token, ...]
    cue: Cue | None = None
    said: When | None = None
    speaker: Mention | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Attribution:
    """A cue with what it says and who says it, before chains are made."""

    cue: Cue
    content: frozenset[int]
    voice: Voice
    mention: Mention | None
    first_person: bool = False
    away: frozenset[int] = frozenset()


class UtteranceFinder:
    """Finds the utterances of one document, passage by passage in their order."""

    def __init__(self, cast: Cast, calendar: Calendar, language: Language) -> None:
        self.calendar, self.cast = calendar, cast
        self.cues, self.voices, self.acts = CueFinder(language), VoiceFinder(cast, language), ActJudge(language)
        self.stage = Stage()

    def of_document(self, passages: Sequence[Passage]) -> Iterator[tuple[Passage, Utterance]]:
        """All utterances in order. Headings and questions make none; captions only the author's."""
        asked = self.voices.interviewee(passages)
        for passage in passages:
            kind = passage.block.kind
            if kind in ("heading", "question"):
                continue
            self.stage.default = asked if kind == "answer" and asked else AUTHOR_VOICE
            self.stage.last = None
            for utterance in self._of_passage(passage):
                yield passage, utterance

    def _of_passage(self, passage: Passage) -> Iterator[Utterance]:
        quoted = _quoted(passage)
        for sentence in passage.sentences:
            tokens = [token for token in sentence if not token.is_space]
            if len([t for t in tokens if t.is_alpha]) >= LEAST_WORDS - 1:
                yield from self._of_sentence(passage, sentence, tokens, quoted)

    def _of_sentence(self, passage: Passage, sentence: Tokens, tokens: list[Token], quoted: frozenset[int]) -> Iterator[Utterance]:
        attributions = self._attributions(passage, tokens)
        self.voices.note_carrier(passage, tokens, self._date(passage, tokens, frozenset()), self.stage)
        inside = [token for token in tokens if token.i in quoted]
        wholly = len(inside) > 0.8 * len(tokens)
        if wholly and self.stage.last is not None and not any(a.voice.name != self.stage.last.name for a in attributions):
            attributions = []
        kept = _apart(_outermost_speakers(attributions))
        for attribution in kept:
            yield from self._spoken(passage, attribution, attributions, tokens, sentence)
        if kept:
            self.stage.last = kept[-1].voice if kept[-1].cue.act != "declines_comment" else self.stage.last
        voice = self.stage.last if wholly and self.stage.last is not None and not kept else self.stage.default
        taken = frozenset(i for a in kept for i in _reach(a))
        yield from self._own(passage, tokens, taken, voice)

    def _attributions(self, passage: Passage, tokens: Sequence[Token]) -> list[_Attribution]:
        found = []
        for cue in self.cues.cues(tokens):
            content = _content(cue)
            for speaker in cue.speakers:
                if speaker.i in content and cue.token.lower_ != "according":
                    continue
                known = self.voices.voice(passage, speaker, self.stage, cue.token.lower_ != "according")
                if known is not None:
                    found.append(_Attribution(cue, content, *known, first_person=speaker.lower_ in self.voices.author_words))
        return [self._in_person(one, found) for one in found]

    @staticmethod
    def _in_person(one: _Attribution, found: Sequence[_Attribution]) -> _Attribution:
        """An attribution whose "we" or "I" is the one whose quoted words hold it."""
        around = [other for other in found if one.first_person and one.cue.token.i in other.content and not other.first_person]
        return replace(one, voice=around[-1].voice, mention=around[-1].mention) if around else one

    def _spoken(
        self, passage: Passage, one: _Attribution, all_: Sequence[_Attribution], tokens: Sequence[Token], sentence: Tokens
    ) -> Iterator[Utterance]:
        """The utterances of one attribution: more than one where its words hold several acts joined by "and" or "but"."""
        outer = [other for other in all_ if other is not one and one.cue.token.i in other.content and other.voice.name != one.voice.name]
        hands = [other.voice for other in sorted(outer, key=lambda other: len(other.content))]
        hands += self.voices.hands(passage, one.cue, (t for t in tokens if t.i in one.content), self.stage)
        carrier = self.stage.carriers.get(one.voice.name or "")
        if carrier and carrier.voice.name not in {hand.name for hand in hands}:
            hands.append(carrier.voice)
        chain = tuple(dict.fromkeys([one.voice, *(hand for hand in hands if hand.name != one.voice.name)]))
        outside = [token for token in sentence if token.i not in one.content]
        said = self._date(passage, outside, one.content) or (carrier.said if carrier else None)
        for heads, words, span in self._parts(passage, one, tokens):
            stance = self._stance(one, heads, words, passage)
            yield Utterance(chain, stance, span, tuple(words), heads, one.cue, said, one.mention)

    def _stance(self, one: _Attribution, heads: Sequence[Token], words: Sequence[Token], passage: Passage) -> Stance:
        if one.cue.attitude:
            return Stance(one.cue.act, "affirms", "unspecified")
        return self.acts.of_speaker(one.cue.act, heads, words, self._speaks_of_itself(passage, one, heads), one.cue.negated)

    def _speaks_of_itself(self, passage: Passage, one: _Attribution, heads: Sequence[Token]) -> bool:
        """Whether the subject of what is said is the speaker, or whom it speaks for."""
        for head in heads:
            subject = next((child for child in head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
            if subject is None:
                if head.dep_ in ("conj", "xcomp"):
                    return True
                continue
            if subject.lower_ in ("we", "i"):
                return True
            mention = self.cast.actor_at(passage, subject)
            if mention is not None and mention.name == one.voice.name:
                return True
            if subject.lower_ in ("it", "they") and (mention is None or mention.name == one.voice.name):
                return True
        return False

    def _parts(self, passage: Passage, one: _Attribution, tokens: Sequence[Token]) -> Iterator[tuple[tuple[Token, ...], list[Token], Span]]:
        """What is said, cut where a joined verb begins another act ("has contained it and will not allow ...")."""
        by_place = {token.i: token for token in tokens}
        words = [by_place[i] for i in sorted(one.content) if i in by_place]
        heads = one.cue.heads
        whole = passage.span(by_place[i] for i in sorted(_reach(one)) if i in by_place)
        if whole is None:
            return
        joined = [c for h in heads for c in h.conjuncts if c.i > h.i and c.pos_ in VERBS and c.i in one.content and h.dep_ == "ccomp"]
        if joined:
            base = self._stance(one, heads, [w for w in words if w.i < joined[0].left_edge.i], passage)
            for verb in joined:
                own = [token for token in verb.subtree if token.i in one.content]
                other = self._stance(one, (verb,), own, passage)
                span = passage.span(own)
                if (
                    (other.act, other.polarity) != (base.act, base.polarity)
                    and span is not None
                    and span.size >= 20
                    and span.start > whole.start
                ):
                    words = [word for word in words if word.i < own[0].i]
                    yield (verb,), own, _fit(span, passage)
                    whole = (
                        passage.span(
                            by_place[i] for i in sorted(_reach(one)) if i in by_place and i < own[0].i and by_place[i].dep_ != "cc"
                        )
                        or whole
                    )
        if words:
            yield heads, words, _fit(whole, passage)

    def _own(self, passage: Passage, tokens: Sequence[Token], taken: frozenset[int], voice: Voice) -> Iterator[Utterance]:
        """What the author (or who is interviewed) says himself: the clauses of the sentence that no cue takes."""
        if tokens[-1].text == "?":
            return  # a question states nothing
        for head, words in _clauses(tokens, taken):
            span = passage.span(words)
            if span is None or span.size < 20 or sum(word.is_alpha for word in words) < LEAST_WORDS:
                continue
            yield Utterance((voice,), self.acts.of_author(head, words), _fit(span, passage), tuple(words), (head,))

    def _date(self, passage: Passage, tokens: Sequence[Token], content: frozenset[int]) -> When | None:
        """The date that stands among the tokens, outside of what is said."""
        if not tokens:
            return None
        within = self.calendar.within(passage.start(tokens[0]), passage.end(tokens[-1]))
        places = {passage.start(token) for token in tokens if token.i not in content}
        return next((dated.when for dated in within if dated.start in places), None)


def _content(cue: Cue) -> frozenset[int]:
    """The places of the words that a cue's heads govern, without the cue's own phrase."""
    words = {token.i for head in cue.heads for token in head.subtree}
    own = {cue.token.i}
    if cue.token.lower_ == "according":
        own |= {token.i for token in cue.token.subtree}
    if cue.token.dep_ == "relcl" and cue.token.head in cue.heads:
        own |= {token.i for token in cue.token.subtree}
    if any(cue.token.is_ancestor(head) for head in cue.heads):
        own |= {token.i for speaker in cue.speakers for token in speaker.subtree if not any(h.is_ancestor(speaker) for h in cue.heads)}
    return frozenset(words - own)


def _reach(one: _Attribution) -> frozenset[int]:
    """The places of all words of an attribution's clause: speaker, cue and what is said, without clauses joined to it."""
    token = one.cue.token
    if token.lower_ == "according":
        return one.content | {t.i for t in token.subtree}
    away = {t.i for child in token.children if child.dep_ == "conj" and child.pos_ in VERBS for t in child.subtree}
    away |= {child.i for child in token.children if child.dep_ == "cc"}
    marks = {child.i for child in token.children if child.dep_ == "mark"}
    return (frozenset({t.i for t in token.subtree} - away - marks) | one.content) - one.away


def _outermost_speakers(found: Sequence[_Attribution]) -> list[_Attribution]:
    """The attributions that make claims: of a chain the innermost, and an outer one where it takes a stance or says more."""
    kept = []
    for one in found:
        nested = [other for other in found if other is not one and other.cue.token.i in one.content and other.cue is not one.cue]
        if any(other.voice.name == one.voice.name for other in nested):
            nested = [other for other in nested if other.voice.name != one.voice.name]
        if any(_goes_on(other, one) for other in found):
            continue
        share = len(set().union(*(_reach(other) for other in nested)) & one.content) / max(1, len(one.content)) if nested else 0.0
        if share < 0.6 or one.cue.act in STANCES:
            kept.append(one)
    return kept


def _apart(kept: Sequence[_Attribution]) -> list[_Attribution]:
    """The attributions with what a joined cue of the same voice says ("..., adding that ...") taken out of the first one's words."""
    result = []
    for one in kept:
        inner = [o for o in kept if o.cue is not one.cue and o.voice.name == one.voice.name and o.cue.token.dep_ in ("advcl", "conj")]
        away = {i for other in inner if _joined(one.cue, other.cue) for i in _reach(other)}
        result.append(replace(one, content=one.content - away, away=frozenset(away)) if away else one)
    return result


def _joined(outer: Cue, inner: Cue) -> bool:
    """Whether a cue goes on from another: "said ..., adding that ...", "denied ... and warned that ..."."""
    token = inner.token
    return token.dep_ in ("advcl", "conj") and token.i > outer.token.i and (token.head is outer.token or token.tag_ == "VBG")


def _goes_on(outer: _Attribution, inner: _Attribution) -> bool:
    """Whether an attribution only goes on inside another one: by the same voice, or by a cue that takes no clause of its own."""
    if inner.cue is outer.cue or inner.cue.token.i not in outer.content:
        return False
    if inner.voice.name == outer.voice.name:
        return not _joined(outer.cue, inner.cue)
    return not inner.cue.words and all(head.dep_ not in ("ccomp", "xcomp") for head in inner.cue.heads)


def _clauses(tokens: Sequence[Token], taken: frozenset[int]) -> Iterator[tuple[Token, list[Token]]]:
    """The main clauses of a sentence: its root with what hangs on it, cut at joined verbs that have a subject of their own."""
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    if root is None or root.i in taken:
        return
    starts = [root] + [c for c in root.conjuncts if c.pos_ in VERBS and any(g.dep_ in ("nsubj", "nsubjpass", "expl") for g in c.children)]
    cuts = {c.i: frozenset(t.i for t in c.subtree) for c in starts[1:]}
    for head in starts:
        if head.i in taken:
            continue
        later = frozenset().union(*(cut for i, cut in cuts.items() if i != head.i and i > head.i)) if cuts else frozenset()
        words = cuts.get(head.i) or frozenset(token.i for token in tokens)
        yield head, _longest_run([token for token in tokens if token.i in words and token.i not in later], taken)


def _longest_run(tokens: Sequence[Token], taken: frozenset[int]) -> list[Token]:
    """The longest run of tokens that no attribution takes; joining words at its start left out."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.i in taken:
            runs.append([])
        else:
            runs[-1].append(token)
    run = max(runs, key=len)
    while run and (run[-1].dep_ == "cc" or (run[-1].is_punct and run[-1].text == ",")):
        run = run[:-1]
    return run


def _quoted(passage: Passage) -> frozenset[int]:
    """The places of tokens between double quotation marks. A curly mark that is never closed runs to the end of the passage."""
    marks = [(token.i, passage.text[passage.start(token)]) for token in passage.parse if token.text == '"']
    found: set[int] = set()
    opened: tuple[int, str] | None = None
    for place, mark in marks:
        if opened is None or mark in "“«„":
            opened = opened or (place, mark)
        else:
            found.update(range(opened[0] + 1, place))
            opened = None
    if opened is not None and opened[1] in "“«„":
        found.update(range(opened[0] + 1, len(passage.parse)))
    return frozenset(found)


def _fit(span: Span, passage: Passage) -> Span:
    """The span, cut at a comma or a space where it is longer than a claim may be."""
    if span.size <= MOST:
        return span
    piece = passage.text[span.start : span.start + MOST]
    cut = max(piece.rfind(mark) for mark in (";", ",", "—", "–"))
    cut = cut if cut > MOST // 2 else piece.rfind(" ")
    return replace(span, end=span.start + cut)
