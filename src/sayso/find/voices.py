"""Whose words they are: from the head of a speaker's phrase to a voice, and the hands through which the words went."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from spacy.tokens import Token

from sayso.find.carriers import Carriers
from sayso.find.cast import Cast
from sayso.find.cue import Cue
from sayso.find.explanations import Explanations
from sayso.find.extents import phrase_of
from sayso.find.grammar import FINITE, NOUNS, SUBJECTS, are_people, cited, grammar_of
from sayso.find.hands import Hands
from sayso.find.issuers import Issuers
from sayso.find.names import Name, untitled
from sayso.find.numbered_texts import NumberedTexts
from sayso.find.own_writing import OwnWriting
from sayso.find.passages import Passage
from sayso.find.sentences import sentence_of
from sayso.find.spoken_before import SpokenBefore
from sayso.find.spokesmen import Spokesmen
from sayso.find.stage import Stage
from sayso.find.subjects_before import SubjectsBefore
from sayso.lang.language import Language
from sayso.records.claim import Mention, Voice
from sayso.records.document import Span

NO_SPEAKER = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT"})
LABEL = 15
"""Words of the longest line that announces a text and whose it is."""
INITIALS = re.compile(r"[A-Z]{2,4}")
"""A label that may be the initials of a name."""
LONGEST = 300
"""Code points of the longest phrase that is given as a voice's words; of a longer one the name or the noun alone is given."""


class VoiceFinder:
    """Turns the speakers of cues into voices."""

    def __init__(self, cast: Cast, language: Language) -> None:
        self.cast = cast
        self.before: Passage | None = None
        table = language.rules("cues")
        self.pronouns = {kind: frozenset(words) for kind, words in language.rules("actors")["pronouns"].items()}
        self.people = frozenset(language.rules("actors")["people"])
        self.several_who = tuple(language.rules("actors")["several_who"]["endings"])
        self.several_things = frozenset(language.rules("actors")["several_who"]["but"])
        self.titles, self.former = (frozenset(language.rules("actors")[key]) for key in ("titles", "former"))
        self.ranks = frozenset(language.rules("actors")["ranks"]) - frozenset(language.rules("actors")["courtesy"])
        self.publications = frozenset(language.rules("actors")["publications"])
        self.bodies = (
            self.publications | frozenset(language.rules("actors")["bodies_speaking"]) | frozenset(language.rules("actors")["bodies"])
        )
        self.guests, self.saying = frozenset(table["talks"]["guests"]), frozenset(table["speaking"])
        self.own_writing = OwnWriting(language)
        self.informing = frozenset(language.rules("actors")["informing"])
        self.of_several, self.last_named, self.aged = (
            frozenset(language.rules("actors")[key]) for key in ("of_several", "last_named", "aged")
        )
        self.offices, self.in_charge, self.governing = (
            frozenset(language.rules("actors")[key]) for key in ("offices", "in_charge", "governing")
        )
        self.relatives = language.grammar.relatives
        self.issuers, self.explanations, self.hands = Issuers(language), Explanations(cast, language), Hands(cast, language)
        self.carriers, self.spokesmen = Carriers(cast, self.issuers, language), Spokesmen(cast, language)
        self.numbered = NumberedTexts(cast, language)
        self.spoken = SpokenBefore(cast, language, self.may_mean)
        bodies = self.issuers.publications | self.bodies
        self.subjects = SubjectsBefore(cast, self.explanations, bodies, self.may_mean, self.voice)

    def voice(
        self, passage: Passage, speaker: Token, stage: Stage, required: bool = True, anyone: bool = False
    ) -> tuple[Voice, Mention | None] | None:
        """The voice of a speaker's phrase, and the mention it rests on; None where the phrase is nobody who could speak.

        With `required` unset ("according to ...") any noun will do; with `anyone` all but dates, sums and the like.
        """
        if self.is_author(speaker) or self.own_writing.means(passage, speaker):
            return stage.default, None
        if speaker.lower_ in grammar_of(speaker).somebody and (who := self._who_of_them(speaker)) is not None:
            return self.voice(passage, who, stage, required, anyone)
        if (meant := self._last_speaker(passage, speaker, stage)) is not None:
            return meant
        if (issuing := self._of_text(passage, speaker, stage)) is not None:
            return issuing
        words = grammar_of(speaker)
        unknown = speaker.lower_ in words.unknown_voice and (anyone or self._is_known(passage, speaker))
        if speaker.lower_ in words.no_voice and not (unknown or are_people(speaker)):
            return None
        if speaker.lower_ in self.last_named and (last := self.cast.named_last(passage, speaker)) is not None:
            span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
            return Voice(passage.quote(span), span, last.name), last
        if speaker.lower_ in self.aged and speaker.dep_ in SUBJECTS and any(c.lower_ in words.definite for c in speaker.lefts):
            person = self.cast.last_person(passage, speaker) or self.cast.anybody(passage, speaker)
            return Voice(person.text, person.span, person.name), person
        owner = next((c for c in speaker.children if c.dep_ == "poss" and c.tag_ == "PRP$"), None)
        if owner is not None and speaker.lemma_.lower() in self.issuers.publications:
            return self.voice(passage, owner, stage)
        if (issuer := self._issuer(passage, speaker, stage)) is not None:
            return issuer
        explained = self.explanations.name_of(passage, speaker)
        if speaker.lower_ in self.pronouns["several"] and (plural := self.subjects.several(passage, speaker)) is not None:
            return plural
        if speaker.pos_ == "PRON" and not are_people(speaker) and not self.cast.is_clear(passage, speaker):
            return self.spoken.last(passage, speaker, stage) or _nobody_known(passage, speaker)
        mention = self.cast.actor_at(passage, explained if explained is not None else speaker)
        if mention is not None and mention.kind == "person" and speaker.lemma_.lower() in self.publications:
            mention = None  # "... Otto Brand," an army statement read: the parser takes it for what explains him
        if mention is None:
            mention = self._place(passage, speaker) or self.cast.describe(passage, speaker)
        if mention is None and self._are_doers(speaker):
            mention = self.cast.anybody(passage, speaker)
        if mention is None and anyone and speaker.lower_ in words.unknown_voice:  # better a voice that names nobody than the author
            return _nobody_known(passage, speaker)
        if mention is None and (are_people(speaker) or (anyone and (self._is_other(speaker) or self._speaks(speaker)))):
            mention = self.cast.anybody(passage, speaker)
        if mention is None:
            return None if required else self._anonymous(passage, speaker)
        if mention.named and mention.kind not in ("anonymous", "person") and explained is None:
            mention = self._described(passage, speaker, mention)
        return Voice(mention.text, mention.span, mention.name), mention

    def is_author(self, word: Token) -> bool:
        """Whether a word means who writes or speaks here: "we", but not "the US"."""
        return word.lower_ in self.pronouns["author"] and word.pos_ != "PROPN"

    def _is_known(self, passage: Passage, pronoun: Token) -> bool:
        """Whether a pronoun can hardly mean another than whom it is taken for."""
        return self.cast.is_clear(passage, pronoun) and self.cast.actor_at(passage, pronoun) is not None

    def _who_of_them(self, speaker: Token) -> Token | None:
        """Who one of several is: "One, a teacher who lives nearby, said", "Another, a nurse, said"."""
        return next((child for child in speaker.children if child.dep_ == "appos" and child.lemma_.lower() in self.people), None)

    def _issuer(self, passage: Passage, speaker: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """Who issued a publication that speaks; of words before it only such as name no medium ("a television statement")."""
        if (numbered := self.numbered.of(passage, speaker)) is not None:
            span = self.cast.phrase(passage, speaker)
            return Voice(passage.quote(span), span, numbered.name), numbered
        for issuer in self.issuers.of(speaker):
            known = self.voice(passage, issuer, stage)
            land = next((child for child in speaker.lefts if child.i < issuer.i and self.cast.land_of(child)), None)
            if land is not None and issuer.dep_ != "poss" and (body := self.cast.describe(passage, issuer, land)) is not None:
                known = Voice(body.text, body.span, body.name), body  # "a Norwegian navy statement"
            if known is not None and known[1] is not None and (issuer.i > speaker.i or known[1].kind != "media"):
                return known
        if self.issuers.speaks_alone(speaker) and stage.here and stage.here[-1][2] is not None:
            return stage.here[-1][1:]  # "the statement said": that of who spoke before
        return None

    def _of_text(self, passage: Passage, speaker: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """Who put out the text that speaks, where its noun only points back to it, or names a part of it: "another point notes"."""
        whole = self.issuers.whole(speaker)
        if whole is not None and whole != speaker:
            return self.voice(passage, whole, stage)
        if stage.text is None or not (whole == speaker or self.issuers.points_back(speaker)):
            return None
        span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
        return Voice(passage.quote(span), span, stage.text[0].name), stage.text[1]

    def announced(self, passage: Passage, stage: Stage) -> Voice | None:
        """Whose words a line without a verb announces: "Press Statement No. 7 of the Northern Command"."""
        line = list(islice((token for token in passage.parse if not token.is_space), LABEL + 1))
        if len(line) > LABEL or any(token.tag_ in FINITE for token in line):
            return None
        known = next(filter(None, (self.voice(passage, issuer, stage) for issuer in self.issuers.titled(line))), None)
        return known[0] if known is not None and known[1] is not None else None

    @staticmethod
    def as_said(passage: Passage, speaker: Token, cue: Cue, voice: Voice) -> Voice:
        """The voice with the whole phrase by which the text tells who speaks, without the cue, what is said, and who else "and" joins."""
        if voice.span is None or not (speaker.pos_ in NOUNS or are_people(speaker)):
            return voice
        said = {cue.token.i, *(head.i for head in cue.heads)}
        span = passage.span(cue.words if cue.gapped and cue.token.i == speaker.i + 1 else phrase_of(speaker, said))
        if span is None or span.size > LONGEST or not voice.span.within(span):
            return voice
        return replace(voice, text=passage.quote(span), span=span)

    def introduce(self, passage: Passage, sentence: Iterable[Token], stage: Stage) -> None:
        """Remembers the spokesmen of whom a sentence tells that says nothing: "The Front's spokesman, Otto Brand, was reached"."""
        for noun in self.spokesmen.introduced(list(sentence)):
            known = self.voice(passage, noun, stage)
            if known is not None and known[1] is not None:
                stage.described[noun.lower_] = known[0], known[1]
                self.spokesmen.note_side(passage, noun, {noun.head.i}, known[0], stage)

    def before_cue(self, passage: Passage, cue: Cue, voice: Voice) -> Voice:
        """The voice without its verb, where a name holds it: of a headline in capitals ("Otto Brand Explains") more is taken for a name."""
        at = passage.start(cue.token)
        if voice.span is None or not voice.span.start < at < voice.span.end:
            return voice
        return self.named(passage, voice.span.start, voice.span.start + len(passage.text[voice.span.start : at].rstrip()))

    def _last_speaker(self, passage: Passage, speaker: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """Who spoke in the sentence before, where a pronoun or "the spokesman" means him; None where it may mean another."""
        if speaker.pos_ == "PRON":
            singular = self.pronouns["person"] | self.pronouns["body"]
            partner = self.spoken.partner(passage, speaker, stage)
            if partner or (
                not stage.here and speaker.lower_ in singular and (partner := self.subjects.last(passage, self.before, speaker, stage))
            ):
                return partner
            if self.cast.named_before(passage, speaker):
                return None
            if not stage.here and (going_on := self.spoken.going_on(passage, self.before, speaker, stage)) is not None:
                return going_on
            fitting = ((voice, who) for token, voice, who in stage.here if who and self.may_mean(speaker.lower_, who, token))
            earlier: tuple[Voice, Mention | None] | None = next(fitting, None)
        elif (speaker.pos_ == "NOUN" or speaker.text.islower()) and self._points_back(speaker):
            earlier = self._unnamed_source(speaker, stage) or self.spoken.body(speaker, stage) or stage.described.get(speaker.lower_)
        elif speaker.pos_ == "NOUN":
            earlier = self.spokesmen.meant(speaker, stage)
        else:
            return None
        if earlier is None or earlier[0].name is None:
            return None
        span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
        return Voice(passage.quote(span), span, earlier[0].name), earlier[1]

    def _unnamed_source(self, speaker: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """Who spoke in the sentence before without a name, where "the source" means him: "A clerk said ... The source added"."""
        unnamed = (one for one in reversed(stage.here) if one[2] is not None and one[2].kind == "anonymous" and one[0].tag_ == speaker.tag_)
        told = next(unnamed, None) if speaker.lower_ in self.informing else None
        return told[1:] if told is not None else None

    def spoken_to(self, passage: Passage, speaker: Token, verb: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """Who is addressed in a talk of two, where "you" says something: "Today you say it was an accident"."""
        if stage.addressed is None or speaker.lower_ not in grammar_of(speaker).anybody or verb.lemma_ not in self.saying:
            return None
        if sentence_of(speaker)[-1].text == "?":
            return None
        return replace(stage.addressed, text=speaker.text, span=Span(passage.sha, passage.start(speaker), passage.end(speaker))), None

    def who_answers(self, passage: Passage, speaker: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """Whom a pronoun that denies means right behind an accusation: the accused ("The army blamed the Front. It denied it")."""
        if stage.accused is None or speaker.pos_ != "PRON" or not self.may_mean(speaker.lower_, stage.accused[1], stage.accused[0]):
            return None
        span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
        return Voice(passage.quote(span), span, stage.accused[1].name), stage.accused[1]

    def who_denies(self, passage: Passage, cues: Iterable[Cue], speaker: Token, stage: Stage) -> tuple[Voice, Mention | None] | None:
        """The same in the sentence that accuses, with these cues ("The army accused the Front of it, which it denied")."""
        self.accuse(passage, cues, stage)
        return self.who_answers(passage, speaker, stage)

    def accuse(self, passage: Passage, cues: Iterable[Cue], stage: Stage) -> None:
        """Notes whom a sentence accuses: the object of its last accusing verb, unless a pronoun accuses, which may go on to deny."""
        named = [cue for cue in cues if cue.act == "accuses" and not any(speaker.pos_ == "PRON" for speaker in cue.speakers)]
        blamed = [child for cue in named for child in cue.token.children if child.dep_ == "dobj"]
        mention = (self.cast.actor_at(passage, blamed[-1]) or self.cast.describe(passage, blamed[-1])) if blamed else None
        stage.accused = (blamed[-1], mention) if mention is not None else None

    def person(self, passage: Passage, subject: Token) -> Voice | None:
        """The voice of the one person whom a subject names, describes or means."""
        known = self.cast.actor_at(passage, subject) if subject.tag_ in ("NNP", "NN", "PRP") else None
        known = known if known is not None and known.kind == "person" else self.subjects.one_described(passage, subject)
        return Voice(known.text, known.span, known.name) if known is not None else None

    def may_mean(self, pronoun: str, mention: Mention, head: Token | None = None) -> bool:
        """Whether a pronoun fits an actor: "he" a person, "it" a body, "they" people or a body. `head` is the noun that names it."""
        kind = next((kind for kind, words in self.pronouns.items() if pronoun in words), None)
        several = head is not None and (head.tag_ == "NNS" or (head.tag_ == "NNPS" and mention.kind == "anonymous"))
        if kind == "person":
            one = head is not None and head.lower_ in self.offices and head.tag_ == "NN"  # "the prosecutor"
            human = one or head is None or head.pos_ != "NOUN" or not {head.lemma_.lower(), head.lower_} & self.bodies
            fits = mention.kind == "person" or (mention.kind == "anonymous" and human and not several) or (one and mention.kind == "other")
            return fits and self.cast.agrees(pronoun, mention.name)
        if kind == "body":
            return mention.kind not in ("person", "ethnic_group", "anonymous") and not several
        single = head is not None and head.lower_ in self.pronouns["person"]  # who was "he" before is not "they"
        return kind == "several" and mention.kind not in ("person", "media") and not single

    def named(self, passage: Passage, start: int, end: int, guest: Voice | None = None, longer: str = "") -> Voice:
        """The voice of a label: the person of the document whose full name ends with it, its titles left out, else the label itself.

        Whom a label calls no more than a guest is the one who is interviewed, if that is known; `longer` is another label of his.
        """
        text = passage.text[start:end]
        if guest is not None and text.lower() in self.guests:
            return Voice(text, Span(passage.sha, start, end), guest.name)
        label = untitled(longer or text, self.titles)
        alike = self.cast.ending_with(label.split()[-1]) if label.split() else ()
        known = next((name for name in alike if _ends_with(name, label)), None) or self._with_initials(passage, text)
        full = self.cast.full[known] if known is not None else " ".join((longer or text).split())
        return Voice(text, Span(passage.sha, start, end), full)

    def _with_initials(self, passage: Passage, label: str) -> Name | None:
        """The person whose initials a label is, where they stand in brackets behind his name: "Otto Brand, spokesman, Dol Army (OB)"."""
        at = passage.text.find(f"({label})") if INITIALS.fullmatch(label) else -1
        line = passage.text.rfind("\n", 0, max(at, 0)) + 1
        people = [name for name in self.cast.names if name.kind == "person" and line <= name.start < at]
        words = untitled(people[-1].text, self.titles).split() if people else []
        return people[-1] if "".join(word[0] for word in words) == label else None

    @staticmethod
    def _points_back(speaker: Token) -> bool:
        """Whether a noun stands with "the" or "this" and nothing else: "the official", not "the army official"."""
        around = [child for child in speaker.children if not child.is_punct and child.lower_ not in grammar_of(speaker).again]
        return len(around) == 1 and around[0].lower_ in grammar_of(speaker).pointing_alone

    def _is_other(self, speaker: Token) -> bool:
        """Whether one of those spoken of before speaks: "The other said", "The second said"."""
        return speaker.lower_ in self.of_several and any(child.lower_ in grammar_of(speaker).definite for child in speaker.lefts)

    def _are_doers(self, speaker: Token) -> bool:
        """Whether several are called by what they do, in a word of no list: "Weavers urged the council to open the mill"."""
        word = speaker.lower_
        return (
            speaker.tag_ in ("NNS", "NNPS")
            and speaker.dep_ in SUBJECTS
            and word.endswith(self.several_who)
            and word not in self.several_things
        )

    @staticmethod
    def _speaks(speaker: Token) -> bool:
        """Whether a word can be a speaker's: no date, sum or share, and no pronoun that stands for a thing."""
        if speaker.lower_ in grammar_of(speaker).somebody and speaker.dep_ in SUBJECTS and not any(True for _ in speaker.lefts):
            return True  # "another put it at 300"
        several = speaker.pos_ in ("NUM", "PRON", "ADJ", "DET") and speaker.is_alpha
        if several and any(token.lower_ in grammar_of(speaker).belonging for token in speaker.subtree):
            return True  # "one of the women", "all but two of the witnesses"
        if speaker.pos_ not in NOUNS or speaker.ent_type_ in NO_SPEAKER or speaker.like_num:
            return False
        return not any(
            (token.is_quote and token.dep_ != "case") or token.is_sent_end or token.dep_ == "nsubj"
            for child in speaker.lefts
            for token in child.subtree
        )

    def _described(self, passage: Passage, speaker: Token, mention: Mention) -> Mention:
        """The whole phrase where a name is only part of what speaks: "UN monitoring report", not "UN"."""
        inside = mention.span.start <= passage.start(speaker) < mention.span.end
        return mention if inside else (self.cast.describe(passage, speaker) or mention)

    def _anonymous(self, passage: Passage, speaker: Token) -> tuple[Voice, Mention | None]:
        span = self.cast.phrase(passage, speaker)
        return Voice(passage.quote(span), span, None), None

    def _place(self, passage: Passage, speaker: Token) -> Mention | None:
        """A country or a capital that speaks stands for its government ("Tashkent denied")."""
        found = self.cast.place_at(passage, speaker)
        return self.cast.metonym(passage, *found) if found else None

    def rests_on(self, passage: Passage, cue: Cue, mention: Mention | None) -> tuple[Voice, Mention] | None:
        """Whose words media hand on: "..., the agency said, citing the ministry"; None where no speaker is cited."""
        source = cited(cue.token)
        if source is None or mention is None or mention.kind in ("person", "state", "anonymous"):
            return None
        told = self.cast.actor_at(passage, source) or self.cast.describe(passage, source)
        if told is None or told.kind == "media":
            return None
        told = self._described(passage, source, told) if told.named and told.kind != "person" else told
        return self.as_said(passage, source, cue, Voice(told.text, told.span, told.name)), told


def _nobody_known(passage: Passage, speaker: Token) -> tuple[Voice, None]:
    """The voice of a pronoun of which it is not known whom it means: its own words."""
    span = Span(passage.sha, passage.start(speaker), passage.end(speaker))
    return Voice(passage.quote(span), span), None


def _ends_with(name: Name, label: str) -> bool:
    """Whether a person's name ends with a label: "Anton Velk" with "VELK"; also with an initial before it: "A. Velk"."""
    words, last = name.text.lower().split(), label.lower().split()
    if len(last) > 1 and len(words) > 1 and last[0].endswith(".") and words[0].startswith(last[0][:-1]):
        return name.kind == "person" and words[-len(last[1:]) :] == last[1:]
    return name.kind == "person" and words[-len(last) :] == last
