"""The utterances of a passage: which words are whose, through which hands, and by which act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from sayso.find.acts import ActJudge
from sayso.find.attributions import (
    STANCES,
    Attribution,
    claiming,
    content_of,
    ends_in,
    hands_on,
    in_whose_name,
    is_denied,
    not_aside,
    parted,
    reach,
    said_beside,
    says_nothing,
    tells_of,
    within,
)
from sayso.find.bare_quotes import acts_before
from sayso.find.cast import Cast
from sayso.find.cue import Cue
from sayso.find.cues import CueFinder
from sayso.find.denials import is_flat
from sayso.find.entries import EntryFinder
from sayso.find.extents import clauses, fit, shares_subject
from sayso.find.flat_answers import answered
from sayso.find.gapping import with_gapped
from sayso.find.going_on import GoingOn
from sayso.find.grammar import NOUN_SUBJECTS, VERBAL, grammar_of
from sayso.find.heard import Heard, Sentence, Statement, Told, spoken_outside
from sayso.find.interviewees import Interviewees
from sayso.find.labels import LabelFinder
from sayso.find.pairs import Pairs
from sayso.find.parts import LEAST, Parts
from sayso.find.passages import Passage
from sayso.find.quotations import Quotations
from sayso.find.remarks import Remarks, without
from sayso.find.sections import is_title
from sayso.find.sentences import sentence_end, sentence_of
from sayso.find.sides import Sides
from sayso.find.stage import AUTHOR_VOICE, Stage
from sayso.find.statements import Hints, in_first_person, put_out, spoken_on, warring_head
from sayso.find.subjects import takes_occasion
from sayso.find.talks import TalkFinder, Turn, lay_open, quoted_on
from sayso.find.utterance import Utterance, behind, states_fact
from sayso.find.voices import VoiceFinder
from sayso.find.when import Calendar
from sayso.lang.language import Language
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span

OPENING = 3
"""Passages at the head of a report in which the line stands that announces a text of which all the rest of it consists."""
LEAST_WORDS = 4
"""A clause of the author's with fewer words than this says nothing."""


class UtteranceFinder:
    """Finds the utterances of one document, passage by passage in their order."""

    def __init__(self, cast: Cast, calendar: Calendar, language: Language) -> None:
        self.calendar, self.cast = calendar, cast
        self.cues, self.voices, self.acts = CueFinder(language), VoiceFinder(cast, language), ActJudge(language)
        self.labels, self.entries, self.remarks = LabelFinder(language), EntryFinder(language), Remarks(language)
        self.talks, self.interviewees, self.pairs = TalkFinder(language), Interviewees(cast, language), Pairs(cast, language)
        self.deeds = self.acts.words["deeds"] | self.acts.words["killing"] | self.acts.words["founding"]
        self.sides = Sides(self.voices, self.cues, self.acts)
        self.suffering = frozenset(language.rules("acts")["suffering"])
        self.parts = Parts(self.acts, self.sides, self.deeds, self.suffering)
        ends = re.compile(language.rules("cues")["statement_ends"], re.IGNORECASE)
        self.hints = Hints(self.voices.is_author, lambda token: token.tag_ == "VBD" and token.lemma_ in self.cues.adding, ends)
        self.label_kinds = frozenset(language.rules("cues")["label_kinds"])
        self.stage, self.ours = Stage(), False
        self.texts: dict[int, Voice] = {}
        self.going_on = GoingOn(language, (self.cues, self.voices, self.acts), self._told)

    def of_document(self, passages: Sequence[Passage]) -> Iterator[tuple[Passage, Utterance]]:
        """All utterances in order. In headings but the title only others than the author speak; where he asks he states facts alone."""
        asked, quoted = self.interviewees.of(passages), quoted_on(passages)
        talk = self.talks.of(passages, self.cast.ending_with)
        if asked is not None and asked.name and self.interviewees.in_office(passages):
            self.sides.note_office(asked.name)
        self.going_on.begin(passages)
        self.voices.numbered.begin(passages)
        self.texts, self.stage.issuers = put_out(passages, self.voices, self.stage, self.label_kinds)
        if not (self.texts or self.stage.issuers):
            written = [
                p for p in passages if p.block.start not in {*talk.turns, *talk.going_on} and p.block.kind in ("paragraph", "heading")
            ]
            self.stage.issuers = warring_head(written, self.voices.is_author, self.acts.words["own_men"])
        carried: Told | None = None
        statement: Statement | None = None
        for place, passage in enumerate(passages):
            self.going_on.place = place
            kind, turn = passage.block.kind, talk.turns.get(passage.block.start)
            asks = kind == "question" and turn is None
            self.stage.guest, self.stage.addressed = asked, self.interviewees.addressed(passage, talk, asked, self.voices.named)
            if passage.block.start not in talk.going_on:
                self.stage.default = asked if kind == "answer" and asked else self.texts.get(passage.block.start, AUTHOR_VOICE)
                if asks and (asker := self.interviewees.asks(passage, self.voices.named)) is not None:
                    self.stage.default = asker
            inside = passage.block.start in quoted
            heard = self._heard(passage, carried, turn, inside, statement)
            for utterance in self._utterances(heard):
                silent = kind == "heading" or (asks and not states_fact(utterance))
                own = utterance.voices[0] == AUTHOR_VOICE or (asks and utterance.voices[0] == self.stage.default)
                if not silent or not own or is_title(passage):
                    yield passage, behind(utterance, turn)
            if kind != "heading" and not asks:
                carried, self.voices.before = carried if inside else self._goes_on(heard), passage
                statement = heard.statements[-1] if heard.statements else None
                self.ours = self.ours or (statement is None and heard.default.voices[0] == AUTHOR_VOICE and self._says_we(heard))
                if statement is not None and statement.open_:
                    self.texts |= spoken_on(statement.told.voices[0], passages[place + 1 :], self.hints, place < OPENING)
            elif statement is not None and not statement.open_:
                statement = None  # a heading opens words of another's
            if (announced := self.voices.announced(passage, self.stage)) is not None:
                carried = Told((announced,))

    def _says_we(self, heard: Heard) -> bool:
        """Whether somebody says "I" or "we" in a passage outside of quotations."""
        return in_first_person(heard.passage, heard.quotations, self.voices.is_author)

    def _heard(self, passage: Passage, carried: Told | None, turn: Turn | None, quoted: bool, before: Statement | None) -> Heard:
        """Who says what in a passage; a quotation that opens it (`quoted`: that holds it all) is `carried` on from the passage before.

        So are words without marks: those of the statement `before` it that a line announces, or where "we" still speak who did in it.
        """
        if turn is not None:
            lay_open(passage, turn)
            self.stage.default = self.voices.named(passage, turn.start, turn.end, self.stage.guest, turn.speaker)
        mark = passage.between(turn.end, turn.words) if turn is not None else None
        default = carried if quoted and carried else Told((self.stage.default,), mark=mark)
        heard = Heard(passage, Quotations(passage), default, carried)
        if before is not None and (before.open_ or (not self.ours and self._says_we(heard))):
            heard.statements.append(replace(before, start=0, open_=False))
        if turn is not None:
            heard.told.update(token.i for token in passage.tokens(passage.block.start, turn.words))
            heard.owners.update(dict.fromkeys(heard.quotations.ranges[:1], heard.default))
        for sentence in passage.sentences:
            tokens = [token for token in sentence if not token.is_space]
            if not any(token.is_alpha for token in tokens):
                continue
            cues = with_gapped(self.cues.cues(tokens), tokens, self.cues.is_somebody)
            told = cues if turn is not None else self.entries.with_entries(cues, tokens)
            cues = told if told != cues else self.labels.with_label(cues, passage, tokens, heard.quotations.at, turn is not None)
            found = self._attributions(heard, sentence, cues)
            remarks = self.remarks.beside(found, heard.quotations.at)
            found = without(found, remarks)
            self.voices.accuse(passage, cues, self.stage)
            if not found:
                self.voices.introduce(passage, tokens, self.stage)
            self.voices.carriers.note(passage, tokens, self.calendar.beside(passage, tokens, frozenset()), self.stage)
            if found or heard.quotations.around(tokens) is None:
                spoken = [one for one in found if not one.first_person]
                spoken = sorted(spoken, key=lambda one: sum(one.cue.token.i in other.content for other in spoken))
                self.stage.hear([(one.speaker, one.voice, one.mention) for one in spoken])
            heard.sentences.append(Sentence(sentence, tokens, found, remarks, self.remarks.facts(found, heard.quotations.at)))
        self._give_out(heard, carried)
        for line in heard.sentences:
            line.found[:] = [heard.in_person(one, line.found) for one in line.found]
        return heard

    def _announce(self, heard: Heard, cue: Cue, speaker: Token) -> None:
        """Notes who is announced at the end of a passage: "The minister said:"."""
        last = heard.passage.parse[-1]
        known = self.voices.voice(heard.passage, speaker, self.stage, True, cue.anyone) if last.text == ":" else None
        if known is not None and sentence_end(cue.token) == len(heard.passage.parse):
            heard.statements.append(Statement(Told((known[0],), mark=heard.passage.span([cue.token])), last.i, True))
            heard.told.update(token.i for token in sentence_of(cue.token))

    def _attributions(self, heard: Heard, sentence: Tokens, cues: Sequence[Cue]) -> list[Attribution]:
        found: list[Attribution] = []
        for cue in cues:
            beside = [] if cue.heads else heard.quotations.beside(cue.token, cue.speakers, sentence)
            places = frozenset(token.i for token in beside)
            content, heads = (content_of(cue), cue.heads) if cue.heads else (places, tuple(t for t in beside if t.head.i not in places))
            if places and (answer := answered(cue, (heard.passage.parse[i] for i in sorted(places)))) is not None:
                heads = answer[1] or heads
                cue = replace(cue, act=answer[0], heads=heads, negated=False)
                content = content | {token.i for head in answer[1] for token in head.subtree}
            required = cue.token.lower_ not in grammar_of(cue.token).according
            for speaker in cue.speakers:
                if not content:
                    self._announce(heard, cue, speaker)
                if not content or (speaker.i in content and required and cue.token.pos_ != "ADP"):
                    continue
                anyone = cue.anyone and speaker == cue.speakers[0]
                for known in self._known(heard, speaker, cue, found, (required, anyone)):
                    heard.told.update(content if cue.set_off else places)
                    found.append(self._attributed(heard, cue, speaker, heads, content, known))
        return in_whose_name(parted(found, heard.quotations.at), partial(self.sides.speaks_for, self.stage))

    def _known(
        self, heard: Heard, speaker: Token, cue: Cue, found: Sequence[Attribution], as_whom: tuple[bool, bool]
    ) -> list[tuple[Voice, Mention | None]]:
        """Who a speaker is: one voice, or each of the two whom "both" means."""
        if two := self.pairs.of(heard.passage, speaker):
            return two
        known = self._same(heard, speaker, cue, found) or self.voices.voice(heard.passage, speaker, self.stage, *as_whom)
        return [known] if known is not None else []

    def _attributed(
        self, heard: Heard, cue: Cue, speaker: Token, heads: tuple[Token, ...], content: frozenset[int], known: tuple[Voice, Mention | None]
    ) -> Attribution:
        """A cue with what it says and the voice that says it, and the hands through which the words went."""
        first = self.voices.is_author(speaker) and known[1] is None
        voice = self.voices.as_said(heard.passage, speaker, cue, self.voices.before_cue(heard.passage, cue, known[0]))
        self.voices.spokesmen.note_side(heard.passage, speaker, {cue.token.i, *(h.i for h in cue.heads)}, voice, self.stage)
        self.voices.carriers.note_text(cue, voice, known[1], self.stage)
        act = cue.act_by(self.sides.kind(known[1], self.stage))
        by = Attribution(cue, speaker, heads, content, voice, known[1], act, cue.negated, cue.attitude, first)
        handed = act not in STANCES  # "denied the raid, citing two burnt huts": it is he who denies it
        if source := self.voices.rests_on(heard.passage, cue, known[1]) if handed else None:
            by = replace(by, voice=source[0], mention=source[1], carrier=by.voice)
        hands = self.voices.hands.of(heard.passage, cue, speaker, content)
        own, known = [*hands, *([by.carrier] if by.carrier else [])], (by.voice, by.mention)
        through = self.voices.hands.going_on(heard.passage, cue, speaker, own, known, self.stage)
        return replace(by, hands=tuple(hands), through=through)

    def _same(self, heard: Heard, speaker: Token, cue: Cue, found: Sequence[Attribution]) -> tuple[Voice, Mention | None] | None:
        """Who says that he himself says something: who spoke before in the sentence ("the ministry said it rejects ...")."""
        passage = heard.passage
        if speaker.pos_ != "PRON" or self.voices.is_author(speaker):
            return spoken_outside(heard, speaker, cue, found)
        if (spoken_to := self.voices.spoken_to(passage, speaker, cue.token, self.stage)) is not None:
            return spoken_to
        if cue.act == "denies" and any(one.act == "accuses" for one in found):
            return self.voices.who_denies(passage, [one.cue for one in found], speaker, self.stage)
        around = [one for one in found if one.cue.token.i < cue.token.i or cue.token in one.heads]
        around = [one for one in around if speaker.i in (heard.quotations.at(one.speaker.i) or (speaker.i,))]  # not who is told of in it
        fitting = [one for one in around if one.mention is not None and self.voices.may_mean(speaker.lower_, one.mention, one.speaker)]
        if not fitting and cue.token.dep_ == "conj":  # "a spokesman for the mission said it had left and called for calm"
            fitting = [one for one in around if cue.token.head in one.heads and speaker.lower_ in grammar_of(speaker).itself]
        if not fitting:
            return self.voices.who_answers(passage, speaker, self.stage) if cue.act == "denies" else None
        span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
        return Voice(passage.quote(span), span, fitting[-1].voice.name), fitting[-1].mention

    def _give_out(self, heard: Heard, carried: Told | None) -> None:
        """Gives each quotation to who says it: a cue that holds or touches it, a signature, the last speaker, or who spoke before."""
        last: Told | None = None
        cues = [(one, line) for line in heard.sentences for one in line.found if not one.first_person]
        for one, line in cues:
            if heard.goes_on_behind(one, line, self.voices.is_author, self.voices.issuers.speaking):
                heard.statements.append(Statement(self._told(heard.passage, one, line), line.span.end))
            for quotation in heard.quotations.ranges:
                if one.content & frozenset(quotation) and one.cue.token.i not in quotation:
                    told, held = self._told(heard.passage, one, line), heard.owners.get(quotation)
                    if held is None or (held.voices[0].name == told.voices[0].name and len(held.voices) < len(told.voices)):
                        heard.owners[quotation] = told
        for quotation in (one for one in heard.quotations.ranges if one not in heard.owners):
            before = [(one, line) for one, line in cues if one.cue.token.i < quotation.start and one.act != "declines_comment"]
            outer = [(one, line) for one, line in before if not any(one.cue.token.i in other.content for other, _ in before)]
            last = self._told(heard.passage, *(outer or before)[-1]) if before else None
            if signature := heard.quotations.signature(quotation):
                text, closed = heard.passage.quote(signature), heard.passage.end(heard.passage.parse[quotation.stop])
                heard.owners[quotation] = Told((Voice(text, signature, text),), mark=heard.passage.between(closed, signature.start))
            elif (shown := acts_before(heard, quotation, self.voices, last is None)) is not None:
                heard.owners[quotation] = shown
            elif last is not None:
                heard.owners[quotation] = last
            elif carried is not None and heard.quotations.opens(quotation):
                heard.owners[quotation] = carried

    def _goes_on(self, heard: Heard) -> Told | None:
        """Who goes on speaking in the next passage, if that one opens with a quotation: who said the last quotation here."""
        if heard.statements and heard.statements[-1].open_:
            return heard.statements[-1].told
        ends = [one for one in heard.quotations.ranges if one in heard.owners]
        spoken = [(one, line) for line in heard.sentences for one in line.found if not one.first_person]
        if spoken and (not ends or spoken[-1][0].cue.token.i > ends[-1].stop):
            return self._told(heard.passage, *spoken[-1])
        return heard.owners[ends[-1]] if ends else None

    def _told(self, passage: Passage, one: Attribution, line: Sentence) -> Told:
        """The chain of voices of an attribution: its own, those around it, the media beside its cue, the outlet that carries it."""
        around = [o for o in line.found if o is not one and one.cue.token.i in o.content and o.voice.name != one.voice.name]
        aside = one.act == "denies" and one.cue.token.dep_ == "relcl"  # "accused Orsk of the raid, which it denied"
        told = [] if aside else [o for o in around if o.act != "denies"]  # who rejects what another said is no hand of it
        outer = [o for o in told if not tells_of(o, one) and not said_beside(o, one)]
        hands = ([one.carrier] if one.carrier else []) + [o.voice for o in sorted(outer, key=lambda other: len(other.content))]
        mine = (o for o in line.found if o.voice.name == one.voice.name and o.cue.token.is_ancestor(one.cue.token))
        hands += [hand for same in (one, *mine) for hand in same.hands]
        hands = hands or list(one.through)
        if self.stage.default != AUTHOR_VOICE:
            hands.append(self.stage.default)  # who is interviewed hands on what he tells of others
        carrier = self.stage.carriers.get(one.voice.name or "")
        if carrier and carrier.voice.name not in {hand.name for hand in hands}:
            hands.append(carrier.voice)
        chain: dict[str, Voice] = {}
        for voice in (one.voice, *hands):
            chain.setdefault(voice.name or voice.text, voice)
        said = self.calendar.beside(passage, not_aside(line.span, one.cue.token), one.content, one.cue.token)
        return Told(tuple(chain.values()), said or (carrier.said if carrier else None), passage.span([one.cue.token, *one.cue.words]))

    def _utterances(self, heard: Heard) -> Iterator[Utterance]:
        for line in heard.sentences:
            if sum(map(_counts, line.tokens)) < LEAST_WORDS - 1 and not any(one.cue.set_off for one in line.found):
                continue
            found = [one for one in line.found if not heard.is_part(one) and not heard.is_mute(one)]
            kept = claiming(found)
            for one in kept:
                yield from self._spoken(heard, one, line, kept)
                self.going_on.note_reports(heard, one, line)
            taken = frozenset(i for one in [*kept, *found] for i in reach(one))
            yield from self._own(heard, line, taken | heard.told, kept)

    def _spoken(self, heard: Heard, one: Attribution, line: Sentence, kept: Sequence[Attribution]) -> Iterator[Utterance]:
        """The utterances of one attribution: more than one where its words hold several acts joined by "and" or "but"."""
        told = self._told(heard.passage, one, line)
        owner = heard.owner([one.cue.token])
        voices = told.voices
        if owner is not None:
            known = {voice.name for voice in voices}
            voices = (*voices, *(voice for voice in owner.voices if voice.name not in known))
        asks = line.tokens[-1].text == "?" and one.cue.token.dep_ == "ROOT" and not heard.quotations.at(line.tokens[-1].i - 1)
        last = max((head.i for head in one.heads), default=line.span.end)
        if asks and not any(token.text == ":" and token.i > last for token in line.tokens):
            return  # unlike "rejects the charge, asking: Why should I?"
        if says_nothing(one, heard.passage.parse, heard.quotations.at):
            return
        inner = frozenset(i for other in kept if within(other, one) and not is_denied(one, other) for i in reach(other))
        said = told.said or (owner.said if owner else None)
        claimed = any(other.act == "claims_responsibility" and other.voice.name == one.voice.name for other in kept)
        for part in self.parts.of(heard, one, self.stage, claimed):
            if hands_on(one, part.heads, part.words, kept):
                continue
            own, others = self.sides.is_own(heard, one, part.heads, self.stage), inner | part.others
            yield Utterance(
                voices, part.stance, part.span, tuple(part.words), part.heads, one.cue, said, one.mention, others=others, own=own
            )

    def _own(self, heard: Heard, line: Sentence, taken: frozenset[int], kept: Sequence[Attribution]) -> Iterator[Utterance]:
        """What is said by nobody's cue: the quoted person's words in a quotation, else those of the author or of who is interviewed."""
        tokens = line.tokens
        if tokens[-1].text == "?" or (len(tokens) > 1 and tokens[-1].is_quote and tokens[-2].text == "?"):
            return  # a question states nothing
        told_behind = any(token.lower_ in grammar_of(token).to_follow for token in tokens)
        if tokens[-1].text == ":" and (told_behind or not any(token.pos_ in VERBAL for token in tokens)):
            return  # nor does whom a letter addresses, or what only says that more follows
        remarked = {token.i for _, remark in line.remarks for token in remark}
        for head, words in (*line.remarks, *line.facts, *clauses(tokens, taken | remarked, self.deeds)):
            if (span := heard.quotations.span(words)) is None:
                continue
            before = [one for one in kept if ends_in(one, words[0])]
            told = heard.owner(words) or heard.calls(head) or (self._told(heard.passage, before[-1], line) if before else None)
            told = told or self.going_on.in_sentence(heard, line, head, words) or heard.default
            if told.voices[0] == AUTHOR_VOICE and taken and (self.cues.publishes(head) or takes_occasion(head)):
                continue  # "the ministry released a statement", of which another cue tells what it says
            printed = told.voices[0] == self.texts.get(heard.passage.block.start)
            stance = self.sides.stance(heard.passage, head, words, told.voices[0], self.stage, printed)
            brief = span.size < LEAST or sum(map(_counts, words)) < LEAST_WORDS
            flat = self._is_harm(head) if told.voices[0] == AUTHOR_VOICE else is_flat(head, stance.act)
            if brief and not flat:
                continue
            beside = shares_subject(head) and sentence_of(head).root.i in taken
            span = fit(span, heard.passage)
            yield Utterance(told.voices, stance, span, tuple(words), (head,), said=told.said, mark=told.mark, beside=beside)

    def _is_harm(self, head: Token) -> bool:
        """Whether a few words tell whom it hit, or that it hit nobody: "Two men died.", "Nobody was hurt."."""
        told = (child for child in head.children if child.dep_ in NOUN_SUBJECTS)
        return head.lemma_ in self.suffering and any(child.tag_ != "PRP" for child in told)


def _counts(word: Token) -> bool:
    """Whether a word tells something: "40 miners died here" tells it in four."""
    return word.is_alpha or word.like_num
