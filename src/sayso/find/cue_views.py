"""Words beside what is said that tell in whose view, telling or sight it is so: "in her view", "as he puts it", "residents heard"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from sayso.find.cue import Cue
from sayso.find.grammar import FINITE, PARTIES, SUBJECTS, VERBAL, clause_of, helping, is_infinitive, is_perfect, negated, object_of
from sayso.find.sentences import sentence_of, sentence_start
from sayso.find.subjects import speakers
from sayso.lang.language import Language
from sayso.records.claim import Act

BESIDE = 2
"""Words behind "made" among which "clear" stands: "made clear that", "made it clear that"."""


class CueViews:
    """Finds such words by the table `cues` of a language; `is_said` tells whether a verb tells of what was said."""

    def __init__(self, language: Language, is_said: Callable[[Token], bool]) -> None:
        table = language.rules("cues")
        self.grammar, self._is_said = language.grammar, is_said
        self.by_view, self.views, self.own, self.certain, self.felt, self.holding, self.per, self.witnessed, self.standing, self.seeming = (
            frozenset(table[key])
            for key in ("by_view", "views", "own", "certain", "felt", "holding", "per", "witnessed", "standing", "seeming")
        )
        self.recollected = frozenset(table["recollected"])
        self.minded = frozenset(table["minded"])
        self.looked_into, self.able, self.unable, self.able_to, self.overheard = (
            frozenset(table[key]) for key in ("looked_into", "able", "unable", "able_to", "overheard")
        )
        self.tolls, self.counting = frozenset(table["tolls"]), frozenset(table["counting"])
        self.lists, self.holding_lists = frozenset(table["lists"]), frozenset(table["holding_lists"])
        self.making, self.clear = (frozenset(table["made_so"][key]) for key in ("making", "clear"))
        self.future = frozenset(language.rules("acts")["future"])
        self.put_so: dict[str, Act] = dict(table["put_so"])
        actors = language.rules("actors")
        self.one, self.under = frozenset(actors["pronouns"]["person"]), frozenset(table["under"])
        self.pacts = frozenset(language.rules("acts")["pacts"]) | frozenset(table["understandings"])
        self.told_by_others = frozenset(table["told_by_others"])
        self.believing, self.hearing = frozenset(table["believing"]), frozenset(table["hearing"])
        self.showing, self.publications = frozenset(table["showing"]), frozenset(table["publications"])
        self.phrased = {(verb, prep) for row in table["phrases"] for verb in row["verb"] for prep in row.get("prep", ())}
        self.people = frozenset(actors["people"])
        self.living = frozenset(word for key in ("people", "bodies_speaking", "bodies") for word in actors[key])

    def beside(self, token: Token) -> Cue | None:
        """By a preposition: "in her view the dam is safe", "per the coroner"."""
        small = token.lower_
        if small in self.by_view and (token.head.lemma_, small) in self.phrased:
            return None  # "stood by its account"
        if small in self.by_view and (whose := self._in_whose(token)) is not None:
            return Cue(token, "assesses", (clause_of(token),), (whose,), anyone=whose.tag_ != "PRP$")
        if small in self.standing or small in self.seeming:
            return self._standing(token)
        speaker = next((child for child in token.children if child.dep_ == "pobj"), None) if small in self.per else None
        alive = speaker is not None and token.head.pos_ in VERBAL and (speaker.ent_type_ or speaker.lemma_.lower() in self.living)
        return Cue(token, "asserts", (clause_of(token),), (speaker,)) if speaker is not None and alive else None

    def _standing(self, token: Token) -> Cue | None:
        """By whom a clause is so for whom it opens: "For the guild, the fire was arson"; not "For the guild, this is hard"."""
        verb, before = token.head, token.nbor(-1) if token.i > sentence_start(token) else None
        if token.dep_ != "prep" or verb.pos_ not in VERBAL or verb.i < token.i or not (before is None or before.text == ";"):
            return None
        joined = (token, *(other for other in token.conjuncts if other.lower_ == token.lower_))
        found = tuple(child for one in joined for child in one.children if child.dep_ == "pobj")
        kinds = {child.dep_ for child in verb.children}
        body = all({one.lower_, one.lemma_.lower()}.isdisjoint(self.people) for one in found)  # "For the refugees, two buses waited"
        quoted = token.right_edge.nbor(1).is_quote
        told = quoted or "attr" in kinds or (token.lower_ in self.standing and body and ("nsubjpass" in kinds or verb.tag_ == "VBD"))
        if not found or not told or not kinds & SUBJECTS or not all(self._is_party(one) for one in found):
            return None
        set_off = quoted or before is not None or token.right_edge.nbor(1).text == ","
        return Cue(token, "assesses", (verb,), found) if set_off else None

    def _is_party(self, word: Token) -> bool:
        """Whether something can be so in somebody's position; a person's name is as often that of whom it only concerns."""
        return word.ent_type_ in PARTIES or bool({word.lower_, word.lemma_.lower()} & self.living)

    def _in_whose(self, token: Token) -> Token | None:
        """In whose opinion something is so: "in her view the dam is safe", "in the words of the mayor"."""
        noun = next((child for child in token.children if child.dep_ == "pobj" and child.lemma_.lower() in self.views), None)
        if noun is None or any(child.dep_ == "amod" and child.lower_ not in self.own for child in noun.children):
            return None
        if noun.tag_ == "NN" and not any(child.dep_ in ("det", "poss", "compound") for child in noun.lefts):
            return None  # "in view of the talks"
        named = (child for child in noun.children if child.dep_ == "compound" and child.ent_type_)
        whose = next((child for child in noun.children if child.dep_ == "poss"), None)
        of_whom = object_of(noun, self.grammar.belonging) if any(child.dep_ == "det" for child in noun.children) else None
        return self._own_to(token, whose) or whose or of_whom or next(named, None)  # "in view of the raids" is in nobody's view

    def _own_to(self, token: Token, whose: Token | None) -> Token | None:
        """Whom "own" means before its sentence names him: "By his own admission, Brand was there"."""
        if whose is None or whose.tag_ != "PRP$" or token.i != sentence_start(token) or whose.nbor(1).lower_ not in self.own:
            return None
        return next((c for c in token.head.children if c.dep_ == "nsubj" and c.i > token.i and c.pos_ in ("PROPN", "NOUN")), None)

    def held(self, token: Token) -> Cue | None:
        """By a verb: what somebody is sure of, what he puts so, and what he saw."""
        found = self._conviction(token) or self._witness(token) or self._heard_from(token) or self._counted(token) or self._listed(token)
        return found or self._unable(token) or self._was_able(token) or self._bound(token)

    def _bound(self, token: Token) -> Cue | None:
        """ "Under the accord the Front was to end its raids": what one bound oneself to by an agreement."""
        below = [child for child in token.rights if child.dep_ == "xcomp" and child.tag_ == "VB" and is_infinitive(child)]
        if token.lemma_ not in self.grammar.copula or not below or any(child.dep_ == "auxpass" for child in below[0].children):
            return None
        under = (word for word in sentence_of(token) if word.lower_ in self.under)
        things = (thing for prep in under for thing in prep.children if thing.dep_ == "pobj")
        pacts = [thing.head.head.head if thing.tag_ == "WDT" else thing for thing in things]
        found = tuple(child for child in token.lefts if child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN"))
        agreed = any(thing.lemma_.lower() in self.pacts for thing in pacts)
        return Cue(token, "pledges", (below[0],), found) if agreed and found and not negated(token) else None

    def _unable(self, token: Token) -> Cue | None:
        """ "could not establish who fired", "was not in a position to verify it": what one looked into and leaves open."""
        if token.lemma_ not in self.looked_into or any(child.dep_ == "auxpass" for child in token.children):
            return None
        above = token.head
        above = above.head if is_infinitive(token) and above.dep_ in ("acomp", "pobj", "prep", "attr") else above
        above = above.head if above.dep_ == "prep" else above
        tried = token if negated(token) and any(child.lower_ in self.able for child in helping(token)) else None
        if is_infinitive(token):
            parts = {part.lower_: part for part in (token.head, above, *above.children)}
            unable = not parts.keys().isdisjoint(self.unable)
            able = not parts.keys().isdisjoint(self.able_to) and negated(above)
            tried = above if (unable and not negated(above)) or able else None
        found = tuple(child for child in tried.children if child.dep_ == "nsubj") if tried is not None else ()
        heads = tuple(child for child in token.rights if child.dep_ in ("ccomp", "dobj"))
        return Cue(tried, "assesses", heads, found, negated=True) if tried is not None and found and heads else None

    def _was_able(self, token: Token) -> Cue | None:
        """ "was able to verify the loss of 21 carts": what one looked into and found."""
        able, above = token.head, token.head.head
        if not is_infinitive(token) or token.lemma_ not in self.looked_into or able.lower_ not in self.able_to or able.dep_ != "acomp":
            return None
        found = tuple(child for child in above.children if child.dep_ == "nsubj" and child.lower_ not in self.grammar.ourselves)
        heads = tuple(child for child in token.rights if child.dep_ in ("ccomp", "dobj"))
        done = above.tag_ == "VBD" or is_perfect(above)
        return Cue(above, "asserts", heads, found, anyone=True) if found and heads and done and not negated(above) else None

    def _heard_from(self, token: Token) -> Cue | None:
        """ "We have heard from two residents that he was hurt": what an author heard is told by them."""
        ours = any(child.dep_ == "nsubj" and child.lower_ in self.grammar.ourselves for child in token.children)
        source = object_of(token, self.grammar.giver) if ours and token.lemma_ in self.told_by_others and not negated(token) else None
        heads = tuple(child for child in token.rights if child.dep_ == "ccomp" and any(c.dep_ == "mark" for c in child.lefts))
        if source is None or not heads or not self._is_said(token) or not self._is_party(source):
            return None
        joined = (other for other in source.conjuncts if other.i > source.i and self._is_party(other))
        return Cue(token, "asserts", heads, (source, *joined), anyone=True)

    def _counted(self, token: Token) -> Cue | None:
        """By whose count it is so many: "the ministry's count is 41", "the army's toll stands at nine dead"."""
        if token.lemma_ not in self.counting or negated(token):
            return None
        noun = next((child for child in token.lefts if child.dep_ == "nsubj" and child.lemma_.lower() in self.tolls), None)
        whose = next((child for child in noun.lefts if child.dep_ == "poss"), None) if noun is not None else None
        if whose is None or not (whose.ent_type_ == "ORG" or whose.lemma_.lower() in self.living):
            return None
        behind = [child for child in token.rights if child.dep_ in ("attr", "prep") and any(word.like_num for word in child.subtree)]
        return Cue(token, "asserts", tuple(behind[:1]), (whose,), anyone=True) if behind else None

    def _listed(self, token: Token) -> Cue | None:
        """Whose list holds so many: "the council has a list with 21 names", "a roll kept by the guild has 40"."""
        if token.lemma_ not in self.holding_lists or negated(token) or token.tag_ not in FINITE:
            return None
        subject = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
        things = [child for child in token.rights if child.dep_ == "dobj"]
        if subject is None or not things:
            return None
        if things[0].lemma_.lower() in self.lists:
            counted = any(word.like_num for word in things[0].subtree)
            return Cue(token, "asserts", tuple(things), (subject,)) if counted and self._is_party(subject) else None
        if subject.lemma_.lower() not in self.lists or not any(child.like_num for thing in things for child in (thing, *thing.lefts)):
            return None
        made = (object_of(child, self.grammar.doer) for child in subject.rights if child.dep_ == "acl")
        owners = (child for child in subject.lefts if child.dep_ in ("poss", "compound") and child.pos_ in ("NOUN", "PROPN"))
        whose = next(filter(None, (*made, *owners, object_of(subject, self.grammar.doer))), None)
        return Cue(token, "asserts", tuple(things), (whose,), anyone=True) if whose is not None else None

    def _conviction(self, token: Token) -> Cue | None:
        """ "is adamant that the road is mined", "made clear that it is", "remains sceptical of it": what one holds, by an adjective."""
        word = next((child for child in token.children if child.lower_ in self.certain), None) if token.lemma_ in self.holding else None
        behind = {"ccomp"}
        if token.lemma_ in self.making:  # parsers hang "clear" on the clause behind it, or this beside it
            behind.add("advcl")
            word = next((near for near in token.doc[token.i + 1 : token.i + 1 + BESIDE] if near.lower_ in self.clear), None)
        word = token if token.lower_ in self.certain and token.tag_ == "VBN" else word
        if word is None:
            return None
        found = tuple(child for child in token.children if child.dep_ in ("nsubj", "nsubjpass"))
        if not found or not self._is_said(token):
            return None
        clauses = [child for head in (token, word) for child in head.children if child.dep_ in behind and child.i > word.i]
        heads = tuple(dict.fromkeys(clauses))
        if not heads and word.lower_ not in self.felt:
            heads = tuple(child for child in word.children if child.dep_ == "prep" and child.i > word.i)
        minded = word.lower_ in self.minded and found[0].lower_ in self.grammar.itself  # "it was worried they would leave"
        real = minded or found[0].lower_ not in self.grammar.expletive | self.grammar.no_speaker | self.grammar.ourselves
        act: Act = "predicts" if any(child.lower_ in self.future for head in clauses for child in helping(head)) else "assesses"
        return Cue(token, act, heads, found, negated=negated(token), words=(word,)) if heads and real else None

    def put(self, token: Token) -> Cue | None:
        """ "as one senator put it", "as the mayor tells it": beside what he says."""
        if (token.lemma_ in self.believing or token.lemma_ in self.put_so) and (believed := self._to_believe(token)) is not None:
            return believed
        act = self.put_so.get(token.lemma_)
        if act is None:
            return None
        it = any(child.dep_ == "dobj" and child.lower_ in self.grammar.said_before for child in token.children)
        if it and token.dep_ != "advcl" and _before_quotation(token) and (found := speakers(token)):
            return Cue(token, act, (), found, anyone=True)  # "the mayor put it bluntly: "..."
        so = any(child.lower_ in self.grammar.role and child.i < token.i for child in token.children)
        if not it or not so or token.head == token or not (found := speakers(token)):
            return None
        return Cue(token, act, (token.head,), found, anyone=True)

    def shown(self, token: Token) -> Cue | None:
        """Whose pictures show something: "videos posted by residents show a fire", "images reviewed by the monitor show craters"."""
        if token.lemma_ not in self.showing or negated(token):
            return None
        pictures = (c for c in token.children if c.dep_ == "nsubj" and c.lemma_.lower() in self.publications)
        made = (below for picture in pictures for below in picture.children if below.dep_ == "acl" and below.tag_ == "VBN")
        found = tuple(by for below in made if (by := object_of(below, self.grammar.doer)) is not None)
        heads = tuple(c for c in token.children if c.dep_ in ("dobj", "ccomp") and c.i > token.i)
        heads += tuple(
            c for c in token.children if heads and c.i > token.i and (c.dep_ == "prep" or (c.dep_ == "conj" and c.pos_ == "NOUN"))
        )
        return Cue(token, "asserts", heads, found, published=True, anyone=True) if found and heads else None

    def _to_believe(self, token: Token) -> Cue | None:
        """ "If the guild is to be believed, the mill is lost", "to hear the mayor tell it, the town freed itself"."""
        above, words = token.head, self.grammar
        found = tuple(child for head in (above, token) for child in head.children if child.dep_ == "nsubj")
        given = token.lemma_ in self.believing and token.dep_ == "xcomp" and token.tag_ == "VBN" and is_infinitive(token)
        given = given and any(child.lower_ in words.conditions for child in above.children)
        heard = token.lemma_ in self.put_so and above.lemma_ in self.hearing and is_infinitive(above)
        heard = heard and any(child.lower_ in words.said_before for child in token.children)
        told = above.dep_ == "advcl" and (given or heard) and above.head.pos_ in VERBAL
        return Cue(above, "asserts", (above.head,), found[:1], anyone=True, words=(token,)) if told and found else None

    def _witness(self, token: Token) -> Cue | None:
        """ "Residents heard three blasts": what people who are not named went through is told by them."""
        if token.lemma_ not in self.witnessed or negated(token) or not self._is_said(token):
            return None
        passive = any(child.dep_ == "auxpass" for child in token.children)
        seen = [c for c in token.children if c.dep_ in (("nsubjpass",) if passive else ("dobj", "ccomp"))]
        found = [by for by in (object_of(token, self.grammar.doer),) if by is not None] if passive else []
        found = found or [c for c in token.children if c.dep_ == "nsubj"]
        counted = (c for c in found if c.pos_ == "NUM" or c.like_num)
        count = token.dep_ != "relcl" and any(c.lower_ not in self.grammar.somebody for c in counted)  # "two saw a grey launch"
        alone = token.lemma_ in self.overheard and any(c.ent_type_ == "PERSON" or c.lower_ in self.one for c in found)
        found = [c for c in found if count or alone or (c.pos_ == "NOUN" and {c.lower_, c.lemma_.lower()} & self.living)]
        heads = tuple(c for c in seen if passive or (c.i > token.i and c.pos_ != "PRON"))
        heads += tuple(c for c in token.rights if passive and c.dep_ in ("prep", "advcl", "xcomp"))
        told = bool(heads) and found and not any(child.lower_ in self.grammar.definite for child in found[0].children)
        told = told or (bool(heads) and bool(found) and token.lemma_ in self.recollected and self._is_one(found[0]))
        return Cue(token, "asserts", heads, tuple(found), anyone=count) if told else None

    def _is_one(self, noun: Token) -> bool:
        """Whether a noun is for people who tell of themselves alone what they remember: "the porter", "the witnesses"."""
        return bool({noun.lower_, noun.lemma_.lower()} & self.people)


def _before_quotation(verb: Token) -> bool:
    """Whether behind a verb stand its object, perhaps how it is said, a colon and a quotation."""
    behind = verb.doc[verb.i + 1 : verb.i + 2 + BESIDE + BESIDE]
    colon = next((n for n, token in enumerate(behind) if token.text == ":"), None)
    return colon is not None and any(token.is_quote for token in behind[colon + 1 : colon + 2])
