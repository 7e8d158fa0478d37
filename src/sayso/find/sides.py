"""Whose side what is said is about: the speaker's own, or that of whom he speaks for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from sayso.find.acts import ActJudge, Stance
from sayso.find.attributions import Attribution
from sayso.find.cues import CueFinder
from sayso.find.extents import spliced
from sayso.find.grammar import NOUNS, PRESENT, grammar_of, has_helping, helping, is_impersonal, is_perfect, object_of, subject_of_clause
from sayso.find.heard import Heard
from sayso.find.passages import Passage
from sayso.find.stage import AUTHOR_VOICE, Stage
from sayso.find.voices import VoiceFinder
from sayso.records.actor import STATES
from sayso.records.claim import Mention, Voice

LABEL = 60
"""Code points behind a name in which a bracket stands that tells his office."""
WARRING = ("armed_group", *STATES, "other")
"""Kinds of those for whom a spokesman owns to deeds and threatens; of many a side no word tells what it is."""


class Sides:
    """Tells by the subject of what is said whether a voice speaks of itself: only then it denies, promises or threatens."""

    def __init__(self, voices: VoiceFinder, cues: CueFinder, acts: ActJudge) -> None:
        self.cast, self.voices, self.cues, self.acts = voices.cast, voices, cues, acts
        self.offices, self.commanding_none = voices.offices | voices.ranks, acts.commanding_none
        self.relatives, self.in_charge, self.governing = voices.relatives, voices.in_charge, voices.governing
        self._titled: dict[str | None, bool] = {}

    def is_party(self, voice: Voice, stage: Stage, mention: Mention | None = None, speaker: Token | None = None) -> bool:
        """Whether a voice is a body that takes part, or a person who has a rank or an office, or was said to speak for somebody."""
        if stage.issuers and (voice == AUTHOR_VOICE or (stage.guest is not None and voice.name == stage.guest.name)):
            return True  # who puts a statement out, and who answers questions in it
        kind = self.cast.kind_of(voice.name or "") or (mention.kind if mention is not None else "")
        if kind not in ("person", "anonymous"):
            return kind not in ("", "media", "ethnic_group")
        if voice.name in self.cast.homes or stage.sides.get(voice.name or ""):
            return True
        words = {word.strip(".,").lower() for word in f"{voice.name} {voice.text}".split()}
        head = words if kind == "person" else {speaker.lower_} if speaker is not None else set()
        return bool(head & self.offices) and not words & self.voices.former

    def kind(self, mention: Mention | None, stage: Stage) -> str | None:
        """The kind of a speaker; of who speaks for a warring side that one's."""
        return (self._warring(mention.name, stage) or mention.kind) if mention is not None else None

    def kind_of(self, voice: Voice, stage: Stage) -> str | None:
        """The same of a voice that is known by its name alone."""
        return self._warring(voice.name or "", stage) or self.cast.kind_of(voice.name or "") or None

    @staticmethod
    def _warring(name: str, stage: Stage) -> str | None:
        sides = stage.sides.get(name, {}).values()
        return next((kind for kind in WARRING if kind in sides), None)

    def speaks_for(self, stage: Stage, speaker: str | None, side: Mention) -> bool:
        """Whether who bears a name was called the spokesman or the like of a side, or holds office in a state."""
        return stage.speaks_for(speaker, side.name) or self.cast.is_home(speaker, side)

    def is_own(self, heard: Heard, one: Attribution, heads: Sequence[Token], stage: Stage) -> bool:
        """Whether the subject of one of the clauses said is the speaker, or whom he speaks for."""
        issued = one.first_person and one.voice == AUTHOR_VOICE and bool(stage.issuers)
        return any(
            self._of_speaker(heard, one, head, stage) or (issued and self.of_issuer(heard.passage, head, stage.issuers)) for head in heads
        )

    def _of_speaker(self, heard: Heard, one: Attribution, head: Token, stage: Stage) -> bool:
        subject, doer = subject_of_clause(head), object_of(head, grammar_of(head).doer)
        if doer is not None and any(self.voices.is_author(child) for child in doer.children):
            return True  # "it will be kept open by our men"
        if doer is not None and subject is None and doer.pos_ in ("NOUN", "PROPN"):
            return self._is_meant(heard.passage, doer, one, stage)  # "reported shelling by the guards"
        if subject is None:
            if head.tag_ == "VBG" and head.lower_ in self.acts.words["harm_nouns"] and not any(c.dep_ == "dobj" for c in head.children):
                return False  # "reported shelling near the port"
            if head.dep_ == "conj" and self._of_thing(head.head):
                return False  # "said the plan had failed and will fail again"
            above = subject_of_clause(head.head) if head.dep_ == "conj" else None
            if above is not None and above.pos_ == "PROPN" and not any(token.tag_ == "MD" for token in helping(head)):
                return self._is_meant(heard.passage, above, one, stage)  # "said Brand had ordered and planned it"
            return head.dep_ in ("conj", "xcomp") or (head.dep_ == "acl" and head.head == one.cue.token)
        if subject.lower_ in grammar_of(subject).ourselves:
            return True
        if one.cue.act == "accuses" and subject.pos_ == "PRON":
            return False  # "the prosecutor alleges he planned the raid"
        if subject.lower_ in self.acts.words["own_warriors"] and self._is_armed(one, stage):
            return True
        nobody = is_impersonal(subject) and not self.acts.of_somebody(head)
        quoted = heard.quotations.at(subject.i)
        if subject.pos_ == "PRON" and (nobody or (quoted is not None and one.cue.token.i not in quoted)):
            return False  # in his own words "he" is another, and "it would be wrong" is nobody
        mention = self.cast.actor_at(heard.passage, subject)
        if self._is_accused(subject, head, one):
            return False
        if self._is_whose(subject, one):
            return True
        if self._is_meant(heard.passage, subject, one, stage):
            return True
        if subject.dep_ == "nsubj" and one.mention is not None and self.voices.may_mean(subject.lower_, one.mention, one.speaker):
            return True
        if self._is_whose_mouth(subject, one, stage):
            return True
        if mention is not None:
            return self._of_own_land(heard.passage, head, mention, one.voice, stage, one.mention)
        if subject.lower_ in grammar_of(subject).itself or (not self._is_wrong(head) and self._is_ruled(subject, one, stage)):
            return True
        return self._in_office(one) and (self.cues.announces(one.cue, subject) or self.acts.arranged(head))

    def stance(self, passage: Passage, head: Token, words: Sequence[Token], voice: Voice, stage: Stage, printed: bool) -> Stance:
        """The stance of a clause that no cue says: of a party's own text, all of the report or one that it has `printed`, of who
        writes, or of who is quoted. Who writes "we" speaks for a party.
        """
        own = self.of_own(passage, head, voice, stage)
        if printed or (voice == AUTHOR_VOICE and (stage.issuers or own)):
            issued = bool(stage.issuers) or printed
            issuers = stage.issuers or voice.text.casefold()
            own = own or self.of_issuer(passage, head, issuers) or self.acts.arranged(head)
            return self.acts.of_party(head, words, own, issued, self.is_own_unit(head, issuers))
        if voice == AUTHOR_VOICE:
            return self.acts.of_author(head, words)
        party = self.is_party(voice, stage) or self.is_titled(passage, voice)
        kind = self.kind_of(voice, stage)
        (bare, *_), told = self.acts.laid_bare((head,), words)
        stances = []
        for clause in filter(None, (spliced(head), bare)):
            of_self = self.of_own(passage, clause, voice, stage) or self.acts.arranged(clause)
            stances.append(self.acts.of_quoted(clause, told, of_self, party, kind))
        return next((one for one in stances if one.act == "denies"), stances[-1])

    def of_own(self, passage: Passage, head: Token, voice: Voice, stage: Stage) -> bool:
        """Whether a clause without a cue speaks of its speaker's side, or tells what the state is to do of which he may hold an office."""
        if self.is_ours(head) or self.is_of_his(passage, head, voice, stage):
            return True
        subject = subject_of_clause(head) if voice != AUTHOR_VOICE else None
        if subject is not None and self._is_governed(subject, head) and self.governs(passage, voice):
            return True
        mention = self.cast.actor_at(passage, subject) if subject is not None and subject.pos_ == "PROPN" else None
        return mention is not None and self._of_own_land(passage, head, mention, voice, stage, None)

    def _of_own_land(self, passage: Passage, head: Token, told: Mention, voice: Voice, stage: Stage, speaker: Mention | None) -> bool:
        """Whether one of a land's office-holders tells what his state, or a body of his, is to do for others.

        His land is taken to be the one of which he tells that where nothing says whose he is: "the Foreign Secretary said Norway will
        continue to support them"; a body is that of another land only if it says so.
        """
        if not (self.is_party(voice, stage, speaker) or self.is_titled(passage, voice)) or self.kind(speaker, stage) == "armed_group":
            return False
        refused = self.acts.negated(head) and has_helping(head, self.acts.forecasts.words["future"])  # "Norway will not sign it"
        if not (refused or self.acts.forecasts.cares(head) or self.acts.forecasts.bound_to(head)):
            return False
        person = self.cast.kind_of(voice.name or "") == "person" or (speaker is not None and speaker.kind in ("person", "anonymous"))
        if told.kind == "state":
            return person and voice.name not in self.cast.homes and not stage.sides.get(voice.name or "")
        lands = any(self.cast.atlas.countries.code(word) for word in told.text.split())
        rules = speaker is not None and (speaker.kind in STATES or speaker.text.split()[-1].lower() in self.acts.ruled)
        return told.kind == "government_body" and not lands and (person or rules)

    def is_titled(self, passage: Passage, voice: Voice) -> bool:
        """Whether the document calls a person by an office that he holds: "Minister Otto Brand", "Mr Brand (Minister of Water)"."""
        known = voice.name or voice.text
        if known not in self._titled:
            named = [name for name in self.cast.pointing.named.get(voice.name or "", ()) if name.kind == "person"]
            told = [{*self.cast.pointing.titles(name)} for name in named]
            behind = passage.text.partition(f"{known} (")[2][:LABEL].partition(")")[0] if voice != AUTHOR_VOICE else ""
            told.append({*behind.lower().split()})
            titled = any(self.offices & words and not words & self.voices.former for words in told)
            self._titled[known] = titled or any(self._is_in_charge(passage.text[name.end : name.end + LABEL]) for name in named)
        return self._titled[known]

    def governs(self, passage: Passage, voice: Voice) -> bool:
        """Whether the document calls a person by an office in a government: "the Minister of Water, Otto Brand"."""
        named = [name for name in self.cast.pointing.named.get(voice.name or "", ()) if name.kind == "person"]
        told = {word for name in named for word in self.cast.pointing.titles(name)} | {*voice.text.lower().split()}
        return bool(told & self.governing) and not told & self.voices.former and self.is_titled(passage, voice)

    def _is_governed(self, subject: Token, head: Token) -> bool:
        """Whether a subject is "the government" or "the army" and no more, of which it is told what it did or will do."""
        bare = all(child.is_punct or child.lower_ in grammar_of(subject).definite for child in subject.children)
        now = (*helping(head), head)[0].tag_ in PRESENT and not is_perfect(head)
        return bare and not now and bool({subject.lower_, subject.lemma_.lower()} & self.acts.ruled)

    def note_office(self, name: str) -> None:
        """Remembers that the heading of an interview calls who is interviewed by an office."""
        self._titled[name] = True

    def _is_in_charge(self, behind: str) -> bool:
        """Whether the words behind a name tell that its bearer leads a side or speaks for it: "Otto Brand, who speaks for the Front"."""
        words = [word for word in behind.lower().replace(",", " , ").split() if word != "," and word not in self.relatives]
        return bool(words) and words[0] in self.in_charge

    def is_ours(self, head: Token) -> bool:
        """Whether the subject of quoted words is who speaks, or his men: "we", "our fighters"."""
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        whose = subject.children if subject is not None and {subject.lemma_.lower(), subject.lower_} & self.acts.somebody else ()
        return subject is not None and any(self.voices.is_author(word) for word in (subject, *whose))

    def is_of_his(self, passage: Passage, head: Token, voice: Voice, stage: Stage) -> bool:
        """Whether the subject of words that nobody's cue says is the side for which their voice speaks, or the state of his office."""
        if not stage.sides.get(voice.name or "") and (voice.name or "") not in self.cast.homes:
            return False
        subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
        place = self.cast.place_at(passage, subject) if subject is not None else None
        meant = self.cast.metonym(passage, *place) if place is not None else None
        meant = meant or (self.cast.actor_at(passage, subject) if subject is not None and subject.pos_ in ("NOUN", "PROPN") else None)
        if meant is None:  # "the army", of an army without a name
            return subject is not None and stage.speaks_for(voice.name, subject.lower_)
        return stage.speaks_for(voice.name, meant.name) or self.cast.is_home(voice.name, meant)

    def _is_meant(self, passage: Passage, noun: Token, one: Attribution, stage: Stage) -> bool:
        """Whether a noun names the speaker, whom he speaks for, or his men."""
        mention = self.cast.actor_at(passage, noun)
        if mention is not None and (mention.name == one.voice.name or self.cast.speaks_for(one.mention, mention)):
            return True
        if mention is not None and (stage.speaks_for(one.voice.name, mention.name) or self.cast.is_home(one.voice.name, mention)):
            return True
        return self._is_his(passage, noun, one, stage)

    def _is_whose_mouth(self, subject: Token, one: Attribution, stage: Stage) -> bool:
        """Whether "they" is the first of what a spokesman tells: those he speaks for ("the Front's spokesman said they had shelled it")."""
        if subject.lower_ not in grammar_of(subject).itself or not stage.sides.get(one.voice.name or ""):
            return False
        return not any(subject.doc[i].pos_ in ("NOUN", "PROPN") for i in one.content if i < subject.i)

    def _is_accused(self, subject: Token, head: Token, one: Attribution) -> bool:
        """Whether a pronoun means whom the speaker has just accused: "accused them of theft, saying that they had robbed the mill"."""
        outer, beside = one.cue.token.head, helping(head)
        accusing = outer != one.cue.token and self.cues.act_of_verb(outer) == "accuses"
        return accusing and subject.pos_ == "PRON" and not any(token.tag_ == "MD" for token in beside)

    def _of_thing(self, verb: Token) -> bool:
        """Whether a verb tells of a thing: neither of a name or a pronoun, nor of people or a body."""
        subject = subject_of_clause(verb)
        return subject is not None and subject.pos_ == "NOUN" and not {subject.lower_, subject.lemma_.lower()} & self.acts.somebody

    def _is_ruled(self, subject: Token, one: Attribution, stage: Stage) -> bool:
        """Whether a subject is a body of the land in which the speaker has an office: "the minister said the army will not fire"."""
        described = any(child.dep_ in ("amod", "compound", "nmod", "prep") for child in subject.children)
        ruled = bool({subject.lower_, subject.lemma_.lower()} & self.acts.ruled) and not described
        if self._is_armed(one, stage):
            return False  # "the Front said the army had broken the truce"
        return ruled and self._in_office(one) and self._rules(one) and self.is_party(one.voice, stage, one.mention, one.speaker)

    def _rules(self, one: Attribution) -> bool:
        """Whether a speaker can have an army of his own: an observatory, a charity or a court tells of another's."""
        if one.mention is None or one.mention.kind in ("person", "anonymous"):
            return True
        words = {one.speaker.lower_, one.speaker.lemma_.lower(), one.mention.name.split()[-1].lower()}
        if one.mention.kind in STATES:
            return not words & self.commanding_none
        return one.mention.kind == "other" and bool(words & self.acts.ruled)

    def _is_wrong(self, head: Token) -> bool:
        """Whether a verb tells of harm to civilians, or of a crime: "the army has carried out massacres" is said of another's army."""
        done = head.tag_ in ("VBD", "VBN") and not self.acts.negated(head) and not any(token.tag_ == "MD" for token in helping(head))
        words = (word.lemma_.lower() for child in head.rights for word in child.subtree)
        return done and any(word in self.acts.words["crimes"] or word in self.acts.words["victims"] for word in words)

    def _is_armed(self, one: Attribution, stage: Stage) -> bool:
        """Whether a speaker is an armed group, or speaks for one."""
        armed = one.speaker.lower_ in self.acts.armed or (one.mention is not None and one.mention.kind == "armed_group")
        return armed or "armed_group" in stage.sides.get(one.voice.name or "", {}).values()

    def _is_his(self, passage: Passage, subject: Token, one: Attribution, stage: Stage) -> bool:
        """Whether a subject is the men or the body of who speaks, or of those he speaks for: "his fighters", "our navy"."""
        if not {subject.lemma_.lower(), subject.lower_} & self.acts.followers:
            return False
        whose = [child for child in subject.children if child.tag_ == "PRP$"]
        if any(self.voices.is_author(child) for child in whose):
            return True
        names = {owner.name for owner in (self.cast.actor_at(passage, child) for child in whose) if owner is not None}
        if not names and one.mention is not None and any(self.voices.may_mean(word.lower_, one.mention, one.speaker) for word in whose):
            return True  # "the army said its gunners ...", of an army without a name
        if not names and one.mention is None and any(_agree(word, one.speaker) for word in whose):
            return True  # "he said his fighters ...", of somebody whom nothing names
        return any(name == one.voice.name or stage.speaks_for(one.voice.name, name) for name in names)

    def _in_office(self, one: Attribution) -> bool:
        """Whether a speaker is a body, or a person who is named or holds an office: who can promise what is to be done."""
        if one.mention is None or one.mention.kind == "media":
            return False
        return one.mention.kind != "anonymous" or one.speaker.lemma_.lower() in self.voices.offices

    def of_issuer(self, passage: Passage, head: Token, issuers: str) -> bool:
        """Whether a clause of a party's own statement is about itself or its side: "we", "the Republic", "no Norwegian boat".

        `issuers` are the lines, in small letters, that name who puts the statement out.
        """
        subject = subject_of_clause(head)
        if subject is None:
            return False
        if self.voices.is_author(subject) or self.is_ours(head):
            return True
        if subject.lower_ in grammar_of(subject).itself and head.dep_ == "conj":
            return self.of_issuer(passage, head.head, issuers)  # "the government has met and it will meet again"
        alone = all(child.lower_ in grammar_of(subject).definite or child.is_punct for child in subject.children)
        if subject.pos_ in NOUNS and alone and subject.lower_ in issuers.split():
            return True  # "the government", of the Orlan government's statement
        if self._is_states_force(subject, issuers) or self.is_own_unit(head, issuers):
            return True
        land = next(filter(None, map(self.cast.land_of, subject.lefts)), None)
        place, meant = self.cast.place_at(passage, subject), self.cast.actor_at(passage, subject)
        men = {subject.lemma_.lower(), subject.lower_} & self.acts.followers
        whose = (self.cast.name_at(passage, child) for child in subject.lefts if men and child.dep_ in ("compound", "amod", "poss"))
        names = [land.name if land else "", place[1].name if place else "", meant.name if meant is not None else ""]
        names += [name.text for name in whose if name is not None]  # "Dawn Front fighters"
        return any(name and name.casefold() in issuers for name in names)

    def _is_whose(self, subject: Token, one: Attribution) -> bool:
        """Whether who speaks is told to be the spokesman of a subject before him: "The rebels will leave, their negotiator said"."""
        whose = (child for child in one.speaker.lefts if child.tag_ == "PRP$")
        speaks = {one.speaker.lower_, one.speaker.lemma_.lower()} & self.acts.words["mouths"]
        before = subject.i < one.speaker.i and subject.pos_ in NOUNS
        return before and bool(speaks) and any(word.morph.get("Number", []) == subject.morph.get("Number", []) for word in whose)

    def _is_states_force(self, subject: Token, issuers: str) -> bool:
        """Whether a state's statement speaks of its own army: "the Armed Forces", with nothing that tells whose they are."""
        bare = all(child.is_punct or child.lower_ in grammar_of(subject).definite | self.acts.words["armed"] for child in subject.children)
        of_state = not self.acts.words["of_state"].isdisjoint(issuers.split())
        return bare and of_state and bool({subject.lower_, subject.lemma_.lower()} & self.acts.ruled)

    def is_own_unit(self, head: Token, issuers: str) -> bool:
        """Whether an armed group's statement speaks of one of its units: "two companies of the Dol Brigade", not "an enemy column"."""
        subject = subject_of_clause(head)
        if subject is None or subject.lemma_.lower() not in self.acts.words["units"] or not issuers:
            return False
        others = {word.lower_ for word in subject.subtree} & self.acts.words["of_enemies"]
        return not others and self.acts.words["of_state"].isdisjoint(issuers.split())


def _agree(word: Token, pronoun: Token) -> bool:
    """Whether "his" may be of whom "he" means: of one number and one gender."""
    return pronoun.pos_ == "PRON" and all(word.morph.get(of, []) == pronoun.morph.get(of, []) for of in ("Number", "Gender"))
