"""What carries words on: the outlet that published what somebody told, and the texts that speak for who put them out."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from sayso.find.cast import Cast
from sayso.find.cue import Cue
from sayso.find.issuers import Issuers
from sayso.find.passages import Passage
from sayso.find.stage import Carrier, Stage
from sayso.lang.language import Language
from sayso.records.claim import Mention, Voice
from sayso.records.when import When


class Carriers:
    """Notes them on the stage, by the table `cues` of a language."""

    def __init__(self, cast: Cast, issuers: Issuers, language: Language) -> None:
        self.cast, self.issuers, table = cast, issuers, language.rules("cues")
        self.publish, self.interviews, self.within = (frozenset(table[key]) for key in ("publish", "interviews", "said_in"))

    def note(self, passage: Passage, sentence: Iterable[Token], said: When | None, stage: Stage) -> None:
        """Remembers an outlet that published what somebody named in the same sentence told, and who put out a text."""
        for verb in (token for token in sentence if token.pos_ == "VERB"):
            if verb.lemma_ in self.issuers.put_out:
                self._note_issuer(passage, verb, stage)
            if verb.lemma_ in self.publish:
                self._note_outlet(passage, verb, said, stage)

    def note_text(self, cue: Cue, voice: Voice, mention: Mention | None, stage: Stage) -> None:
        """Remembers who said something in a text that speaks afterwards: "The guild said in a report ... The report said ..."."""
        if mention is None or voice.name is None:
            return
        for child in cue.token.children:
            things = child.children if child.dep_ == "prep" and child.lower_ in self.within else ()
            for thing in (one for one in things if one.dep_ == "pobj" and one.lemma_.lower() in self.issuers.publications):
                if not any(owner.dep_ == "poss" and owner.tag_ != "PRP$" for owner in thing.lefts):
                    stage.described[thing.lower_] = stage.text = voice, mention

    def _note_outlet(self, passage: Passage, verb: Token, said: When | None, stage: Stage) -> None:
        outlet = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        thing = next((child for child in verb.children if child.dep_ == "dobj" and child.lemma_.lower() in self.interviews), None)
        mention = self._who(passage, outlet) if outlet is not None and thing is not None else None
        if thing is None or mention is None or mention.kind != "media":
            return
        for token in thing.subtree:
            person = self.cast.name_at(passage, token)
            if person is not None and person.kind == "person":
                stage.carriers[self.cast.full[person]] = Carrier(Voice(mention.text, mention.span, mention.name), said)

    def _note_issuer(self, passage: Passage, verb: Token, stage: Stage) -> None:
        """Remembers who put out a text that speaks afterwards: "The panel delivered its report. The report said ..."."""
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        things = [child for child in verb.children if child.dep_ == "dobj"] + [verb.head] * (verb.dep_ in ("relcl", "acl"))
        thing = next((one for one in things if one.lemma_.lower() in self.issuers.publications), None)
        who = self._who(passage, subject) if subject is not None and thing is not None else None
        if thing is not None and who is not None and who.kind not in ("media", "anonymous"):
            stage.described[thing.lower_] = stage.text = Voice(who.text, who.span, who.name), who

    def _who(self, passage: Passage, noun: Token) -> Mention | None:
        return self.cast.actor_at(passage, noun) or self.cast.describe(passage, noun)
