"""Words that perform an act of speech, with the clause or phrase that holds what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from sayso.find.acts import PLAIN
from sayso.find.contents import content_heads, has_that, has_thing
from sayso.find.cue import Cue
from sayso.find.cue_nouns import CueNouns
from sayso.find.cue_verbs import OF_ANYONE, CueVerbs
from sayso.find.cue_views import CueViews
from sayso.find.fronted import quoted_text, said_by_noun
from sayso.find.grammar import NOUNS, VERBAL, clause_of, helping, is_infinitive, negated, object_of, partner, topics
from sayso.find.headlines import headline_cue
from sayso.find.sentences import sentence_of, sentence_start
from sayso.find.subjects import is_said, published_in, speakers
from sayso.lang.language import Language
from sayso.records.claim import Act

SILENT = frozenset({"denies", "declines_comment"})
"""Acts that a phrase may perform with "no" before its object: "had no comment"."""
TELLING = frozenset({"acl", "advcl", "xcomp", "relcl", "ccomp", "appos"})
"""Relations in which it is told what a publication says or shows."""


class CueFinder:
    """Finds the cues of a sentence by the table `cues` of a language."""

    def __init__(self, language: Language) -> None:
        table = language.rules("cues")
        self.in_nouns, self.in_view = CueNouns(language), CueViews(language, self._is_said)
        self.in_verbs = CueVerbs(language, self._speakers_of, self._not_said)
        self.verbs, self.always, self.speaking = self.in_verbs.rows, self.in_verbs.always, self.in_verbs.speaking
        self.phrases: dict[str, list[dict[str, list[str]]]] = {}
        for row in table["phrases"]:
            for verb in dict.fromkeys(row["verb"]):
                self.phrases.setdefault(verb, []).append(row)
        self.publish, self.put, self.publications = (frozenset(table[key]) for key in ("publish", "put", "publications"))
        self.put_out, self.hearers = frozenset(table["put_out"]), frozenset(table["talks"]["with"])
        self.about, self.effect = frozenset(table["about"]), frozenset(table["effect"])
        self.unsaid, self.going_on, self.by = (frozenset(table[key]) for key in ("unsaid", "going_on", "by"))
        self.silences, self.telling = frozenset(table["silences"]), frozenset(table["remarks"]["telling"])
        self.confirm, self.able, self.withheld = (frozenset(table[key]) for key in ("confirm", "able", "withheld"))
        self.announcing = frozenset(table["announcing"])
        self.quiet, self.keeping, self.unreached, self.afterwards = (
            frozenset(table[key]) for key in ("quiet", "keeping", "unreached", "afterwards")
        )
        self.sought, self.letting, self.worth = (frozenset(table[key]) for key in ("sought", "letting", "worth"))
        self.closing, self.pleas = frozenset(table["closing"]), table["pleas"]
        self.as_nouns = {word: key for key, words in table["as_nouns"].items() for word in words}
        actors = language.rules("actors")
        self.alive = frozenset(word for key in ("people", "bodies_speaking", "members", "publications", "bodies") for word in actors[key])
        self.alive |= self.publications | frozenset(table["interviews"])
        self.texts = self.publications | frozenset(actors["publications"])
        self.living = frozenset(word for key in ("people", "bodies_speaking", "bodies") for word in actors[key])
        self.adding = frozenset(table["adding"])
        self.one, self.own = (frozenset(actors["pronouns"][key]) for key in ("person", "author"))
        self.bodies = frozenset(word for key in ("bodies_speaking", "members", "bodies") for word in actors[key])
        acts, self.grammar = language.rules("acts"), language.grammar
        self.hearsay, self.comment = frozenset(language.rules("hedges")["hearsay"]), frozenset(acts["comment"])
        self.future, self.merely, self.must = (frozenset(acts[key]) for key in ("future", "merely", "strictly"))
        self.performing, self.facts = frozenset(table["performing"]), frozenset(table["true_things"])

    def cues(self, sentence: Sequence[Token]) -> list[Cue]:
        """All cues of one sentence in order."""
        return [cue for token in sentence if (cue := self._cue(token)) is not None]

    def _cue(self, token: Token) -> Cue | None:
        if token.lower_ in self.closing and (speaker := quoted_text(token, self.publications)) is not None:
            return Cue(token, "asserts", (), (speaker,))
        if token.lower_ in self.grammar.according and (text := self._according_to_text(token)) is not None:
            return text
        if token.lower_ in self.grammar.according and (speaker := object_of(token, self.grammar.according_to)):
            if any(child.lower_ in self.own for child in speaker.lefts) or speaker.lemma_.lower() in self.grammar.followed:
                return None  # "according to our information": it is who speaks here who tells it, as in "according to the laws of war"
            if speaker.lemma_.lower() in self.grammar.at_hand and all(child.pos_ == "ADJ" for child in speaker.children):
                return None  # "according to preliminary information"
            joined = (other for other in speaker.conjuncts if other.i > speaker.i and self.is_somebody(other))
            return Cue(token, "asserts", (clause_of(token),), (speaker, *joined))
        if (beside := self.in_view.beside(token)) is not None:
            return beside
        if token.pos_ in VERBAL or token.lower_ in self.always:
            found = (
                self._silence(token)
                or self._plea(token)
                or self.in_view.put(token)
                or self._phrase(token)
                or self._publication(token)
                or self.in_verbs.cue(token)
            )
            return found or self.in_view.held(token) or self.in_view.shown(token) or self.in_nouns.made(token)
        if (
            token.lower_ in self.as_nouns
            and (parts := said_by_noun(token, self.alive, self.as_nouns[token.lower_] == "several")) is not None
        ):
            row = self.verbs.get(token.lemma_.lower(), {"act": "asserts"})
            return Cue(token, self.in_verbs.told_by(row, parts[1]), parts[:1], parts[1:])
        told = headline_cue(token, self.verbs, self.alive, self.in_verbs.told_by)
        if told is not None or token.pos_ != "NOUN":
            return told
        participle = token.dep_ in ("advcl", "acl") and token.lower_.endswith(self.grammar.participle)
        return self.in_verbs.cue(token) if participle else self.in_nouns.cue(token)

    def _according_to_text(self, token: Token) -> Cue | None:
        """ "a paper of the ministry according to which nine had died": the text says it, or who put it out."""
        behind = token.doc[token.i + 1 : token.i + 3]
        if len(behind) < 2 or behind[0].lower_ not in self.grammar.according_to or behind[1].lower_ not in self.grammar.relative_things:
            return None
        clause, noun = behind[0].head, token.nbor(-1) if token.i > sentence_start(token) else None
        text = noun.head.head if noun is not None and noun.dep_ == "pobj" else noun
        if noun is None or text is None or text.lemma_.lower() not in self.texts or clause.pos_ not in VERBAL or clause.i < token.i:
            return None
        return Cue(token, "asserts", (clause,), (noun if self.is_somebody(noun) else text,), words=tuple(behind))

    def _silence(self, token: Token) -> Cue | None:
        """ "has not commented", "did not respond": neither yes nor no."""
        silent = (token.lemma_ in self.comment and negated(token)) or self._unconfirmed(token) or self._unwilling(token)
        neither = token.lemma_ in self.withheld and any(child.lower_ in self.grammar.neither for child in token.children)
        neither = neither and any(other.lemma_ in self.withheld for other in token.conjuncts)
        if (silent or neither) and (found := speakers(token)):
            joined = tuple(head for other in token.conjuncts for head in topics(other))
            heads = joined if neither and joined and not has_thing(token) else topics(token) or joined
            return Cue(token, "declines_comment", heads, found, anyone=True)
        return self._unreached(token) or self._none_from(token)

    def _none_from(self, token: Token) -> Cue | None:
        """ "there was no immediate comment from the army"."""
        if token.lemma_ not in self.grammar.copula or not any(child.dep_ == "expl" for child in token.children):
            return None
        things = (child for child in token.children if child.dep_ == "attr" and child.lemma_.lower() in self.silences)
        none = next((thing for thing in things if any(child.lower_ in self.grammar.no for child in thing.lefts)), None)
        who = object_of(none, self.grammar.giver) or object_of(token, self.grammar.giver) if none is not None else None
        if none is None or who is None:
            return None
        return Cue(token, "declines_comment", (token,), (who,), anyone=True, gapped=True, words=tuple(who.head.subtree))

    def _plea(self, token: Token) -> Cue | None:
        """ "pleaded not guilty": a charge is denied in court, or owned to."""
        if token.lemma_ not in self.pleas["verbs"] or not self._is_said(token) or not (found := speakers(token)):
            return None
        word = next((child for child in token.rights if child.lower_ in {*self.pleas["guilty"], *self.pleas["innocent"]}), None)
        if word is None:
            return None
        owns = word.lower_ in self.pleas["guilty"] and not any(child.dep_ == "neg" for child in (*token.children, *word.children))
        heads = (*topics(word), *(topic for topic in topics(token) if topic.i > word.i))
        return Cue(token, "concedes" if owns else "denies", heads or (word,), found, words=(word,), anyone=True)

    def _unreached(self, token: Token) -> Cue | None:
        """ "could not be reached", "kept silent on the motive"."""
        lemma = token.lemma_
        stays = lemma in self.in_view.holding or lemma in self.keeping
        if not stays and lemma not in self.unreached:
            return None
        quiet = [child for child in token.children if child.lower_ in self.quiet and child.dep_ in ("acomp", "oprd", "advmod")]
        passive = lemma in self.unreached and negated(token) and any(child.dep_ == "auxpass" for child in token.children)
        found = tuple(child for child in token.children if child.dep_ in ("nsubjpass", "nsubj"))
        if not found or not (passive or (quiet and stays)):
            return None
        heads = (*topics(token), *(head for word in quiet for head in topics(word))) or (token,)
        return Cue(token, "declines_comment", heads, found, anyone=True, words=tuple(quiet))

    def _unconfirmed(self, token: Token) -> bool:
        """Whether a verb says that somebody would not confirm it, unlike one who could not."""
        if token.lemma_ not in self.confirm or not negated(token):
            return False
        return not any(child.dep_ == "aux" and child.lower_ in self.able for child in token.children)

    def _unwilling(self, token: Token) -> bool:
        """Whether somebody would not tell what he was asked: "would not say how many had died", "neither would say who fired"."""
        if token.lemma_ not in self.telling or not any(child.lower_ in self.grammar.would | self.future for child in helping(token)):
            return False
        neither = any(child.lower_ in self.grammar.neither for word in (token, *token.lefts) for child in word.children)
        asked = (child for child in token.rights if child.dep_ == "ccomp")
        told = any(word.lower_ in self.in_verbs.questions for clause in asked for word in clause.subtree if word.i <= clause.i)
        return told and (negated(token) or neither)

    def _phrase(self, token: Token) -> Cue | None:
        """Verbs that perform an act with a word that belongs to them: "claimed responsibility", "called for"."""
        for row in self.phrases.get(token.lemma_, ()):
            word = partner(token, row)
            if word is None or (row.get("alone") and any(child.dep_ == "dobj" for child in token.children)):
                continue
            if row.get("negated") and not (negated(token) or any(c.lower_ in self.grammar.no for c in word.children)):
                continue
            if (row.get("counted") and not _tells_something(word)) or (row.get("something") and not has_thing(token)):
                continue
            if row.get("yet") and not any(child.lower_ in self.grammar.yet for child in (*token.children, *word.children)):
                continue
            if row.get("clause") and not any(child.dep_ == "ccomp" and has_that(child) for child in token.rights):
                continue
            bare = not row.get("negated") and not row.get("none") and str(row["act"]) not in SILENT
            if bare and any(child.lower_ in self.grammar.no for child in word.children):
                continue  # "made no such promise"
            found = self._heard(token)
            if not found or ((not row.get("negated") or row.get("open")) and self._not_said(token, str(row["act"]))):
                return None
            act: Act = str(row["act"])  # type: ignore[assignment]
            purpose = self.grammar.purpose
            deeds = tuple(child for child in token.children if child.dep_ == "prep" and child.lower_ in purpose and child.i > word.i)
            heads = (word, *deeds, *content_heads(token, ("infinitive", "object")))
            facts = (thing for part in (token, word) for thing in _things_behind(part) if thing.lemma_.lower() in self.facts)
            clauses = (child for noun in (word, *facts) for child in noun.children if child.dep_ in ("acl", "relcl"))
            told = tuple(clause for clause in clauses if any(child.dep_ == "mark" for child in clause.children))
            binds = act == "pledges" and any(child.lower_ in self.future | self.grammar.would for head in told for child in helping(head))
            heads = told if told and act in ("asserts", "pledges") and not binds else heads  # "sent word that he will come"
            if "ahead" in row and any(child.lower_ in self.future for head in told for child in helping(head)):
                act = str(row["ahead"])  # type: ignore[assignment]
            performs = act not in PLAIN and len(found) == 1 and found[0].pos_ == "PROPN"
            denied = negated(token) and (not row.get("negated") or bool(row.get("open")))
            anyone = act in OF_ANYONE or performs or bool(row.get("anyone"))
            words = () if row.get("given") else (word,)  # what is given is what is said
            return Cue(token, act, heads, found, words=words, negated=denied, anyone=anyone)
        return None

    def publishes(self, token: Token) -> list[Token]:
        """What a verb publishes: "released a video"."""
        out = token.lemma_ in self.put and any(child.dep_ == "prt" for child in token.children)
        if token.lemma_ not in self.publish and not out:
            return []
        return [child for child in token.children if child.dep_ in ("dobj", "nsubjpass") and child.lemma_.lower() in self.publications]

    def act_of_verb(self, verb: Token) -> object:
        """The act that a verb performs by its row; None of a verb that is no cue."""
        return self.verbs.get(verb.lemma_.lower(), {}).get("act")

    def announces(self, cue: Cue, subject: Token) -> bool:
        """Whether somebody announces what those will do who must be his own: "announced that troops would leave the town"."""
        return cue.token.lemma_ in self.announcing and {subject.lemma_.lower(), subject.lower_} & self.bodies != set()

    def _publication(self, token: Token) -> Cue | None:
        """ "released a video of ...", "issued a statement saying ...": what is published is what is said."""
        things, found = self.publishes(token), speakers(token)
        if (told := self._to_the_effect(token)) is not None and found and self._is_said(token):
            return Cue(token, "asserts", (told,), found, published=True)
        if not things or not found or found[0] in things or not self._is_said(token):
            return None
        around = [child for head in (token, *things) for child in head.children if child.dep_ in ("acl", "advcl", "xcomp")]
        if not any(
            child.dep_ in TELLING or child.lower_ in self.about for child in around + [c for thing in things for c in thing.children]
        ):
            return None  # "published the video": that it was, not what it says
        inner = [child for child in around if child.tag_ == "VBG" or child.lower_.endswith(self.grammar.participle)]
        if any((self._phrase(verb) or self.in_verbs.cue(verb)) is not None for verb in inner):
            return None  # "released a statement saying": the inner verb is the cue and takes this subject
        return Cue(token, "asserts", tuple(things), found, published=True)

    def _to_the_effect(self, token: Token) -> Token | None:
        """What a text says that somebody left or sent: "left a message to the effect that they would be back"."""
        things = [child for child in token.children if child.dep_ == "dobj" and child.lemma_.lower() in self.publications]
        to = [child for word in (token, *things) for child in word.children if things and child.dep_ == "prep"]
        effects = (thing for prep in to for thing in prep.children if thing.lower_ in self.effect)
        return next((child for effect in effects for child in effect.children if child.dep_ in ("acl", "relcl", "ccomp")), None)

    def _speakers_of(self, token: Token, act: str) -> tuple[Token, ...]:
        """Who says it. Of "X says the raid was a success and denies any deaths" it is X: a raid denies nothing."""
        found, clause = self._heard(token), token.head
        if (teller := self._teller(token, found)) is not None:
            return speakers(teller) or found
        shown = act in PLAIN and token.lemma_ not in self.speaking
        if shown or token.dep_ != "conj" or clause.dep_ != "ccomp" or not found or found[0].pos_ != "NOUN":
            return found
        agrees = token.tag_ != "VBZ" or found[0].tag_ != "NNS"  # "denies that boats were near and says that"
        return found if (agrees and self._is_alive(found[0])) or clause.head.lemma_ not in self.verbs else speakers(clause.head) or found

    def _teller(self, token: Token, found: Sequence[Token]) -> Token | None:
        """The verb of saying that holds the clause which another hangs on, where who does what that tells of cannot be who goes on.

        "denied the talks had ended, claiming that", "told of ten men who were in the town and said he was glad", "..., adding that",
        "bristled at a man who said he was late, saying".
        """
        clause = token.head
        if token.dep_ == "advcl" and token.tag_ == "VBG" and clause.dep_ == "relcl" and clause.lemma_ in self.speaking:
            said = any(child.dep_ == "ccomp" and child.i < token.i for child in clause.children)
            return sentence_of(token).root if said and token.nbor(-1).text == "," else None
        outer = next((verb for verb in clause.ancestors if verb.lemma_ in self.verbs and verb.pos_ in VERBAL), None)
        if outer is None or not found or not outer.i < clause.i < token.i:
            return None
        if token.dep_ == "advcl" and token.tag_ == "VBG" and clause.dep_ == "ccomp" and clause.head == outer:
            return outer if token.lemma_ in self.adding or not self._is_alive(found[0]) else None
        told = next((child for head in token.rights if head.dep_ == "ccomp" for child in head.lefts if child.dep_ == "nsubj"), None)
        several = token.dep_ == "conj" and clause.dep_ == "relcl" and found[0].tag_ in ("NNS", "NNPS")
        return outer if several and told is not None and told.lower_ in self.one else None

    def _is_alive(self, noun: Token) -> bool:
        """Whether a noun is a name, or one for people or bodies."""
        return noun.ent_type_ != "" or noun.lower_ in self.alive or noun.lemma_.lower() in self.alive

    def _heard(self, token: Token) -> tuple[Token, ...]:
        """Who says it; nobody where a participle only tells more of a thing: "no evidence linking the two", "at one point calling him"."""
        if (text := self._text_above(token)) is not None:
            return speakers(text.head) if text.head.lemma_ in self.put_out else ()
        found = self._writer(token) or speakers(token) or published_in(token, self.publications)
        thing = bool(found) and token.dep_ == "acl" and found[0] == token.head and found[0].pos_ == "NOUN" and not found[0].ent_type_
        parts = (found[0], object_of(found[0], self.grammar.belonging)) if thing else ()
        alive = any(part.ent_type_ or {part.lower_, part.lemma_.lower()} & self.alive for part in parts if part is not None)
        return () if thing and not alive else found

    def _text_above(self, token: Token) -> Token | None:
        """The text whose words a participle tells that the parser hangs on its hearers: "left messages with the papers claiming to be"."""
        hearer, to = token.head, token.head.head
        told = token.dep_ == "acl" and token.tag_ == "VBG" and hearer.dep_ == "pobj" and to.lower_ in self.hearers
        texts = (word for word in (to.head, *to.head.lefts, *to.head.rights) if word.dep_ == "dobj" and word.i < to.i)
        return next((text for text in texts if told and text.lemma_.lower() in self.publications), None)

    def _writer(self, token: Token) -> tuple[Token, ...]:
        """Who put out the text in which a pronoun says something: "a letter signed by Otto Brand, in which he denies the raid"."""
        subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
        inside = any(
            part.lower_ in self.grammar.relative_things for child in token.lefts if child.dep_ == "prep" for part in child.children
        )
        if token.dep_ != "relcl" or subject is None or subject.pos_ != "PRON" or not inside:
            return ()
        noun, doers = token.head, self.grammar.doer | self.grammar.giver
        if noun.dep_ == "pobj" and noun.head.lower_ in doers:  # the parser hangs the clause on the writer
            return (noun,) if any(above.lemma_.lower() in self.publications for above in noun.ancestors) else ()
        if noun.lemma_.lower() not in self.publications:
            return ()
        if noun.dep_ == "dobj" and noun.head.lemma_ in self.put_out | self.publish | self.put:
            return speakers(noun.head)  # "sent the king a letter in which it condemned the raid"
        behind = (part for part in noun.subtree if part.dep_ == "pobj" and part.head.lower_ in doers and part.i < token.i)
        return tuple(behind)[:1]

    def is_somebody(self, noun: Token) -> bool:
        """Whether a noun is a name's, or one for people or bodies."""
        named = noun.pos_ == "PROPN" and noun.ent_type_ in ("PERSON", "ORG", "GPE")
        return named or (noun.pos_ in NOUNS and bool({noun.lower_, noun.lemma_.lower()} & self.living))

    def _is_said(self, token: Token) -> bool:
        asking = (row for row in self.phrases.get(token.head.lemma_, ()) if str(row["act"]) == "demands")
        behind = {word for row in asking for word in row.get("prep", ())}
        if is_infinitive(token) and any(child.dep_ == "prep" and child.lower_ in behind for child in token.head.children):
            return False  # "called on Brand to say so", unlike "called the station to say so"
        beside = token.doc[max(sentence_start(token), token.i - 1) : token.i + 2]
        if token.lemma_ in self.speaking and helping(token) and any(word.lower_ in self.merely for word in beside):
            return True  # "would say only that the fire came from the north"
        if any(child.dep_ == "advmod" and child.lower_ in self.afterwards for child in token.children):
            return is_said(token, self.unsaid - self.grammar.would, self.going_on, self.by)  # "would later deny that"
        return is_said(token, self.unsaid, self.going_on, self.by)

    def _not_said(self, token: Token, act: str) -> bool:
        """Whether a verb tells that something is not said, may be said or is only said to be: that is no statement of its subject."""
        if self._is_asked(token):
            return True
        if token.tag_ == "VB" == token.head.tag_ and token.dep_ == "ccomp" and token.head.lemma_ in self.letting:
            return True  # "to make every voter feel that he counts"
        if is_infinitive(token) and token.dep_ == "xcomp" and token.lemma_ in self.sought:
            return True
        if (act not in PLAIN or act == "accuses") and self._done_by_saying(token):
            return False
        if token.tag_ == "VBG" and token.dep_ == "xcomp" and token.head.lemma_ in self.worth:
            return True  # "It bears repeating that": the author says it
        if not self._is_said(token) or any(child.lower_ in self.grammar.neither for child in (*token.children, *token.head.children)):
            return True
        if act not in PLAIN and any(child.dep_ == "advmod" and child.lower_ in self.hearsay for child in token.children):
            return True
        return negated(token) and act not in ("denies", "assesses", "declines_comment")

    def _done_by_saying(self, token: Token) -> bool:
        """Whether one does by saying it what one says that one has to do, or wants to: "we have to reject this", "I want to appeal to"."""
        verb = token.head if is_infinitive(token) and token.dep_ == "xcomp" else token
        bound = verb.lemma_ in self.performing if verb != token else any(child.lower_ in self.must for child in helping(token))
        ours = any(child.dep_ == "nsubj" and child.lower_ in self.grammar.ourselves for child in verb.children)
        return bound and ours and not negated(verb) and verb.tag_ in ("VBP", "VB") and not negated(token)

    def _is_asked(self, token: Token) -> bool:
        """Whether somebody is asked to say something: "demanded that the League give guarantees"."""
        return token.dep_ == "ccomp" and token.tag_ in ("VB", "VBP") and self.verbs.get(token.head.lemma_, {}).get("act") == "demands"


def _things_behind(word: Token) -> Iterator[Token]:
    """The things behind a preposition, or behind those of a word: "pointed to the fact", "drew attention to the fact"."""
    preps = [word] if word.dep_ == "prep" else [child for child in word.rights if child.dep_ == "prep"]
    return (thing for prep in preps for thing in prep.children if thing.dep_ == "pobj")


def _tells_something(preposition: Token) -> bool:
    """Whether more than a subject is named behind "spoke of": a number ("300 men"), or what is done ("being beaten")."""
    return any(child.dep_ == "pcomp" or any(c.dep_ == "nummod" for c in child.children) for child in preposition.children)
