"""What is looked at in two mentions of events to tell whether they are one: a table, each row with its reason and its weight."""

from __future__ import annotations

from collections.abc import Hashable

from sayso.lang.language import language_of
from sayso.link.by_day import (
    dates_meet,
    doubtful_date,
    known_day,
    known_month,
    other_date,
    same_day,
    same_day_beside,
    same_day_half_the_words,
    same_day_names,
    same_day_one_people,
    same_day_some_words,
)
from sayso.link.by_kind import (
    ground_or_violence,
    near_type,
    no_kind,
    other_type,
    same_type,
    shell_or_bomb,
    taken_or_retaken,
    told_otherwise,
)
from sayso.link.by_name import BY_NAME, in_one_place
from sayso.link.doers import kin_agent, other_agent, same_agent
from sayso.link.hanging import (
    EXPLAINED,
    HANGING,
    SET_APART,
    any_kind,
    came_of_it,
    follows,
    goes_on,
    goes_on_further,
    near_in_text,
    only_one,
    opens_with,
    points_at,
    points_far,
)
from sayso.link.happenings import NAMED, Happening
from sayso.link.judge import NEVER, Feature
from sayso.link.nearness import EXACT, KM, km, namesakes_near, too_far
from sayso.link.struck import spoken_of_as_known
from sayso.link.undated import MOST, killed_once, numbers_told, other_half_day, other_person, other_town, told_first, vague

MANY = 5
"""Words from which on a sentence told mostly in the same words again is a repetition, and no other event told in the same way."""


def same_place(a: Happening, b: Happening) -> str | None:
    """the same town or province"""
    if not in_one_place(a, b):
        return None
    shared = a.regions & b.regions
    return ", ".join(sorted(one for one in shared if not one.startswith(NAMED)) or sorted(shared))


def topic_place(a: Happening, b: Happening) -> str | None:
    """one is told without a place, in a text whose headlines name that of the other"""
    if in_one_place(a, b):  # it was told by name already
        return None
    shared = [ids for one, other in ((a, b), (b, a)) if not one.places and (ids := one.topic & other.regions)]
    return ", ".join(sorted(shared[0])) if shared else None


def scene_place(a: Happening, b: Happening) -> str | None:
    """one is told without a place, in a text whose first event was where the other was"""
    if a.doc == b.doc or in_one_place(a, b) or topic_place(a, b):
        return None
    shared = [
        ids for one, other in ((a, b), (b, a)) if not one.places and (ids := one.scene & other.regions) and not _named_else(one, other)
    ]
    return ", ".join(sorted(shared[0])) if shared else None


def _named_else(one: Happening, other: Happening) -> bool:
    """Whether a mention has names that its text uses for it alone, and those of another are not among them."""
    own, far = one.own | one.hinted, other.own | other.hinted
    return bool(own and far) and own.isdisjoint(far)


def near_place(a: Happening, b: Happening) -> str | None:
    """places within 60 kilometres of each other"""
    if not (a.places and b.places) or in_one_place(a, b):
        return None
    pairs = [(p, q) for p in a.places.values() for q in b.places.values() if max(p.precision, q.precision) <= EXACT]
    return next((f"{p.name}, {q.name}" for p, q in pairs if (far := km(p, q)) is not None and far <= KM), None)


def same_country(a: Happening, b: Happening) -> str | None:
    """in the same country"""
    shared = a.countries & b.countries
    return ", ".join(sorted(shared)) if shared and not in_one_place(a, b) else None


def same_direction(a: Happening, b: Happening) -> str | None:
    """aimed at the same country"""
    if len(a.aims) != 1 or a.aims != b.aims or (in_one_place(a, b) and not a.across):
        return None
    return ", ".join(a.aims)


def other_direction(a: Happening, b: Happening) -> str | None:
    """aimed at different countries"""
    return f"{sorted(a.aims)}, {sorted(b.aims)}" if a.aims and b.aims and not a.aims & b.aims else None


def far_places(a: Happening, b: Happening) -> str | None:
    """exact places too far from each other"""
    for role in ("from", "landed") if a.across or b.across else ("place",):
        if role in a.places and role in b.places and (seen := too_far(a.places[role], b.places[role])):
            return seen
    return None


def other_country(a: Happening, b: Happening) -> str | None:
    """in different countries"""
    if a.across or b.across:
        return None
    p, q = a.places.get("place"), b.places.get("place")
    if not p or not q or namesakes_near(p, q):
        return None
    return f"{p.country}, {q.country}" if p.country and q.country and p.country != q.country else None


def same_target(a: Happening, b: Happening) -> str | None:
    """the same actor is named as the one it was done to"""
    shared = a.targets & b.targets
    return ", ".join(sorted(shared)) if shared else None


def other_things(a: Happening, b: Happening) -> str | None:
    """done to different things: a hotel, an airport"""
    if not a.things or not b.things or a.things & b.things or a.targets & b.targets or a.bare or b.bare:
        return None
    return f"{', '.join(sorted(a.things))} / {', '.join(sorted(b.things))}"


def another_thing_here(a: Happening, b: Happening) -> str | None:
    """and the words of neither point at the other"""
    return other_things(a, b) if not (a.definite or b.definite or a.points or b.points) else None


def one_thing(a: Happening, b: Happening) -> str | None:
    """done to the same kind of thing"""
    shared = a.things & b.things
    return ", ".join(sorted(shared)) if shared else None


def one_thing_again(a: Happening, b: Happening) -> str | None:
    """and the later one speaks of it as known ("the market")"""
    if a.doc != b.doc or not (shared := a.things & b.things) or other_title(a, b):
        return None
    later = max(a, b, key=lambda one: one.order).phrase
    return ", ".join(sorted(one for one in shared if spoken_of_as_known(one, later.quote, language_of(later.code)))) or None


def one_title(a: Happening, b: Happening) -> str | None:
    """done to a thing of the same name"""
    shared = a.titles & b.titles
    return ", ".join(sorted(shared)) if shared else None


def other_title(a: Happening, b: Happening) -> str | None:
    """done to things of one kind with different names: two embassies"""
    if not a.titles or not b.titles or a.titles & b.titles or not a.things & b.things:
        return None
    return f"{', '.join(sorted(a.titles))} / {', '.join(sorted(b.titles))}"


def other_site(a: Happening, b: Happening) -> str | None:
    """at different spots of one place: a bridge, a ford"""
    if not a.sites or not b.sites or a.sites & b.sites or not in_one_place(a, b):
        return None
    return f"{', '.join(sorted(a.sites))} / {', '.join(sorted(b.sites))}"


def same_site(a: Happening, b: Happening) -> str | None:
    """at one spot of one place"""
    shared = a.sites & b.sites
    return ", ".join(sorted(shared)) if shared and in_one_place(a, b) else None


def same_instrument(a: Happening, b: Happening) -> str | None:
    """the same weapon or means"""
    shared = a.instrument & b.instrument
    return ", ".join(sorted(shared)) if shared else None


def other_person_here(a: Happening, b: Happening) -> str | None:
    """done to different persons, in one text"""
    return other_person(a, b) if a.victims.isdisjoint(b.victims) else None


def other_means(a: Happening, b: Happening) -> str | None:
    """people were harmed by other means: by shots, by a blast"""
    if not a.phrase.means or not b.phrase.means or a.phrase.means & b.phrase.means:
        return None
    return f"{', '.join(sorted(a.phrase.means))} / {', '.join(sorted(b.phrase.means))}"


def same_victims(a: Happening, b: Happening) -> str | None:
    """the same kind of people were harmed, told close to each other"""
    shared = a.victims & b.victims
    return ", ".join(sorted(shared)) if shared and near_in_text(a, b) else None


def answers(a: Happening, b: Happening) -> str | None:
    """one denies what the other tells close to it"""
    opposed = (a.act == "denies") != (b.act == "denies") and {a.polarity, b.polarity} == {"affirms", "denies"}
    return "denial" if opposed and near_in_text(a, b) else None


def answers_at_once(a: Happening, b: Happening) -> str | None:
    """one denies what the sentence before tells"""
    return "next sentence" if a.doc == b.doc and (follows(a, b) or follows(b, a)) and answers(a, b) else None


def same_scene(a: Happening, b: Happening) -> str | None:
    """told of one place in one passage, and only one of them dated"""
    return "same passage" if bool(a.when) != bool(b.when) and in_one_place(a, b) and near_in_text(a, b) else None


def same_numbers_here(a: Happening, b: Happening) -> str | None:
    """and told close to each other"""
    return numbers_told(a, b) if near_in_text(a, b) else None


def same_numbers(a: Happening, b: Happening) -> str | None:
    """the same number of victims"""
    return numbers_told(a, b)


def takes_it_up(a: Happening, b: Happening) -> str | None:
    """one takes responsibility in a clause that hangs on the other ("an attack for which the Front claimed responsibility")"""
    told = any(
        later.hangs and later.act == "claims_responsibility" and follows(earlier, later, HANGING) for earlier, later in ((a, b), (b, a))
    )
    return "same sentence" if told and a.type == b.type else None


def tells_harm(a: Happening, b: Happening) -> str | None:
    """one tells only who was harmed or what was destroyed, in the sentence after the other"""
    told = ((one, other) for one, other in ((a, b), (b, a)) if one.polarity == "affirms" and other.bare and not other.elsewhere)
    return "next sentence" if any(follows(*pair) for pair in told) else None


def announces(a: Happening, b: Happening) -> str | None:
    """one says that there was an attack, the next sentence tells one on the same country or by the same actor with its day"""
    told = ((a, b), (b, a)) if same_direction(a, b) or same_agent(a, b) else ()
    return "next sentence" if any(_loose(one) and other.when and follows(one, other) for one, other in told) else None


def explains(a: Happening, b: Happening) -> str | None:
    """the writer says that a speaker meant this in the words before"""
    told = ((a, b), (b, a))
    return "referring to" if any(later.explains and follows(earlier, later, EXPLAINED) for earlier, later in told) else None


def _loose(one: Happening) -> bool:
    return one.type == "attack" and one.when is None and not one.points


def repeats(a: Happening, b: Happening) -> str | None:
    """told again in one text in mostly the same words, one of them without a day"""
    beside = a.order[2] <= b.order[1] or b.order[2] <= a.order[1]
    if a.doc != b.doc or not beside or not (vague(a) or vague(b)):
        return None
    shared, sizes = a.phrase.shared_words(b.phrase), (len(a.phrase.words), len(b.phrase.words))
    again = len(shared) >= max(MANY, MOST * max(sizes)) or len(shared) >= max(MANY + 1, MOST * min(sizes))
    return ", ".join(sorted(shared)) if again else None


def two_speakers(a: Happening, b: Happening) -> str | None:
    """two voices speak of it in one clause"""
    return "same clause" if _same_clause(a, b) and a.voice != b.voice else None


def two_events(a: Happening, b: Happening) -> str | None:
    """one voice tells of two events in one clause"""
    return "same clause" if _same_clause(a, b) and (a.voice, a.act, a.type) == (b.voice, b.act, b.type) else None


def _same_clause(a: Happening, b: Happening) -> bool:
    return a.doc == b.doc and a.order[1:3] == b.order[1:3]


FEATURES: tuple[Feature[Happening], ...] = (
    Feature(other_type, NEVER),
    Feature(other_date, NEVER, both=("when",)),
    Feature(far_places, NEVER, both=("places",)),
    Feature(other_direction, NEVER, both=("aims",)),
    Feature(two_events, NEVER, in_text=True),
    *SET_APART,
    Feature(told_first, NEVER),
    Feature(other_country, -4.0, both=("places",)),
    Feature(doubtful_date, -2.0, both=("when",)),
    Feature(no_kind, -1.0, either=("unlisted",)),
    Feature(told_otherwise, -3.0, both=("unlisted",)),
    Feature(shell_or_bomb, -2.5),
    Feature(ground_or_violence, -1.0),
    Feature(taken_or_retaken, -4.0),
    Feature(other_agent, -1.5, both=("agents",)),
    Feature(other_things, -1.5, both=("things",)),
    Feature(another_thing_here, -2.0, in_text=True, both=("things",)),
    Feature(other_title, -2.5, both=("titles",)),
    Feature(other_site, -3.0, both=("sites",)),
    Feature(same_site, 1.0, both=("sites",)),
    Feature(other_town, -4.0, both=("where",)),
    Feature(other_half_day, -3.0, in_text=True, either=("half",)),
    Feature(other_means, -2.5),
    Feature(other_person_here, -3.0, in_text=True, both=("persons",)),
    Feature(same_type, 2.0),
    Feature(near_type, 1.0),
    Feature(same_day, 3.5, both=("when",)),
    Feature(dates_meet, 1.5, both=("when",)),
    Feature(same_place, 3.0, both=("regions",)),
    Feature(topic_place, 1.5, either=("topic",)),
    Feature(scene_place, 1.5, either=("scene",)),
    Feature(near_place, 1.5, both=("places",)),
    Feature(same_country, 0.5, both=("countries",)),
    Feature(same_direction, 1.5, both=("aims",)),
    Feature(same_agent, 1.0, both=("agents",)),
    Feature(kin_agent, 0.5, both=("agents",)),
    Feature(killed_once, 2.5, both=("persons",)),
    Feature(same_target, 1.0, both=("targets",)),
    Feature(one_thing, 1.25, both=("things",)),
    Feature(one_thing_again, 2.0, in_text=True, both=("things",)),
    Feature(one_title, 1.5, both=("titles",)),
    Feature(same_instrument, 1.0, both=("instrument",)),
    Feature(same_numbers, 1.5, both=("numbers",)),
    Feature(same_numbers_here, 1.0, in_text=True, both=("numbers",)),
    Feature(same_victims, 1.5, in_text=True, both=("victims",)),
    Feature(answers, 1.0, in_text=True),
    Feature(answers_at_once, 1.0, in_text=True),
    Feature(same_scene, 1.5, in_text=True, either=("when",)),
    Feature(same_day_some_words, 0.5, both=("when",)),
    Feature(same_day_half_the_words, 2.0, both=("when",)),
    Feature(same_day_one_people, 0.5, both=("when", "victims")),
    Feature(same_day_names, 3.5, both=("when",), either=("unlisted",)),
    Feature(same_day_beside, 0.5, in_text=True, both=("when",)),
    Feature(known_day, 1.0, both=("when",), either=("definite",)),
    Feature(known_month, 1.5, both=("when",), either=("definite",)),
    Feature(points_at, 4.0, in_text=True, either=("antecedent",)),
    Feature(points_far, 1.5, in_text=True, either=("antecedent",)),
    Feature(only_one, 2.0, in_text=True, either=("lead",)),
    Feature(opens_with, 1.5, in_text=True, either=("opening",)),
    Feature(goes_on, 3.0, in_text=True, either=("behind",)),
    Feature(goes_on_further, 2.0, in_text=True, either=("behind",)),
    Feature(any_kind, 1.0, in_text=True, either=("behind",)),
    *BY_NAME,
    Feature(came_of_it, 7.5, in_text=True, either=("hangs",)),
    Feature(takes_it_up, 4.0, in_text=True, either=("hangs",)),
    Feature(tells_harm, 4.0, in_text=True, either=("harm",)),
    Feature(announces, 1.5, in_text=True),
    Feature(explains, 5.0, in_text=True, either=("explains",)),
    Feature(repeats, 3.5, in_text=True),
    Feature(near_in_text, 1.0, in_text=True),
    Feature(two_speakers, 4.0, in_text=True),
)
"""What is looked at in two mentions, and what it weighs. Set by hand on the founding documents."""
ACROSS = tuple(feature for feature in FEATURES if not feature.in_text)
"""Those of them by which mentions of two texts are told apart."""
FORBIDDING = tuple(feature for feature in FEATURES if feature.weight == NEVER)
"""Those that part two mentions whatever else they share: they hold between all members of an incident."""


def clause_of(one: Happening) -> tuple[Hashable, ...]:
    """What two mentions share of which `two_events` says that they are two."""
    return one.doc, one.order[1:3], one.voice, one.act, one.type


def face(one: Happening, shared: bool) -> Hashable:
    """All of a mention that FORBIDDING looks at; `shared` is whether another mention has its clause."""
    when = (one.when.first, one.when.last, one.when.basis == "inferred") if one.when else None
    places = tuple(sorted((role, p.id, p.name, p.precision, p.country, str((p.lat, p.lon))) for role, p in one.places.items()))
    told = one.told.last if one.told and not one.when else None
    return one.type, when, told, places, one.aims, clause_of(one) if shared else None, (one.doc, one.turn) if one.turn else None
