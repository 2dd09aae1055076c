"""Bodies told by whose they are: `his forces`, `its ministry`, `the country's air force`, an embassy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry_match import Word, words_in
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_grammar import CARRIED
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_acts import Act
from dateline.resolve.actors_groups import LAND, NOBODY, STRANGER, Choice, meant_group
from dateline.resolve.actors_roles import land_before, power_of
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

OWNERSHIP = frozenset(["military", "government", "police", "intelligence", "judiciary"])
"""Roles whose country an earlier mention of the same word tells."""
SPEAKERS = ("our", "my")
"""`our cities` are no body's that speaks: whoever is in them is hit."""
ARMED = (":military", ":police", ":rebels", ":militia")
"""Ends of the ids of a state's bodies whose men are fighters."""


def owned(phrase: Phrase, act: Act, scene: Scene, who: Callable[[Span, Act], Choice]) -> Choice | None:
    """The body of whoever the possessive before it is, by `who`; None where no possessive or land tells."""
    if phrase.role == "government" and not phrase.country and (body := _served(phrase, scene)):
        found = who(body, act)
        return found if found.actor else STRANGER
    first = _opening(words_in(scene.text, *phrase.span))
    if phrase.country or not first:
        return None
    if first[0].key not in words_of("owned"):
        return _of_land(phrase, act, scene) or _of_band(phrase, act, scene, who)
    if phrase.word in words_of("allies"):
        return STRANGER
    if phrase.word in words_of("peacekeepers"):
        phrase = replace(phrase, role="force")
    followers = phrase.role == "person" and phrase.word in words_of("followers")
    other = phrase.word in words_of("counterparts")
    if other or not (followers or _is_citizens(phrase) or phrase.role in (*CARRIED, *OWNERSHIP)):
        return None
    # Whose they are is not the one that they fight; in other acts it may be, and states harm their citizens.
    fights = act.action in action_set("against_others") and not _is_citizens(phrase)
    free = act if fights else replace(act, others=())
    if _is_citizens(phrase):
        # Whose citizens leave is a state, which itself leaves nowhere.
        free = replace(free, action="demand", role="agents")
    found = who(_antecedent(Span(first[0].start, first[0].end), scene), free)
    if phrase.role in CARRIED and str(found.actor).endswith(":media"):
        # An agency that was told something has no fighters: theirs are of the group told of.
        found = meant_group(phrase, scene) or NOBODY
    return _of_owner(phrase, act, found, followers=followers)


def _antecedent(owner: Span, scene: Scene) -> Span:
    """Of `Chad, whose troops left` and `Chad and its troops`, Chad; of any other possessive itself."""
    token = scene.parse.tokens_in(owner)[0]
    named = None
    if token.tag_ == "WP$":
        named = next((t.head for t in token.ancestors if t.dep_ == "relcl"), None)
    else:
        noun = token.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "of":
            noun = noun.head.head  # `a general and two of his aides`
        if noun.dep_ == "conj" and noun.head.i < token.i:
            named = noun.head
    if named is None:
        return owner
    begins = min((child.left_edge.idx for child in named.lefts), default=named.idx)
    return Span(begins, named.idx + len(named))


def _served(phrase: Phrase, scene: Scene) -> Span | None:
    """`the movement` of `an official of the movement`: his office is none of the state's."""
    said = words_in(scene.text, *phrase.span)[-3:]
    if [w.key for w in said[:2]] == ["of", "the"] and said[-1].key in words_of("banded"):
        return Span(said[1].start, said[2].end)
    return None


def _opening(said: list[Word]) -> list[Word]:
    """The word that a phrase begins with, after the number of them: `our` of `one of our soldiers`."""
    counted = (
        len(said) > 2
        and said[1].key == "of"
        and (said[0].key in words_of("counted") or said[0].key.isdigit())
    )
    return said[2:3] if counted else said[:1]


def _of_owner(phrase: Phrase, act: Act, owner: Choice, *, followers: bool) -> Choice | None:
    """What is the owner's: `its foreign minister`, of Jakarta; `our air defences`, of an army."""
    state = country_of(owner.actor) if owner.actor else None
    if phrase.role == "government" and not state and phrase.word not in words_of("heads"):
        return None
    if followers and state and not str(owner.actor).endswith(ARMED):
        return None
    if _is_citizens(phrase):
        return Choice(f"{state}:civilians", owner.rule) if state else None
    armed = phrase.word in words_of("strongpoints") and str(owner.actor).endswith(":government")
    if state and (phrase.role in ("force", *OWNERSHIP) or armed):
        return Choice(f"{state}:{_office(phrase, act)}", owner.rule)
    return owner if owner.actor else None


def _is_citizens(phrase: Phrase) -> bool:
    """True for `its citizens`, who are of the state whose they are wherever they are."""
    return phrase.role == "civilians" and phrase.word in words_of("citizens")


def _of_land(phrase: Phrase, act: Act, scene: Scene) -> Choice | None:
    """`the country's air force`: of the country that the sentence named last."""
    owners = [w for w in words_in(scene.text, *phrase.span)[:2] if w.key in words_of("lands")]
    if not owners or phrase.role not in ("force", *OWNERSHIP):
        return None
    named = land_before(phrase.span.start, scene)
    if named is None:
        return None
    return Choice(f"{named[0]}:{_office(phrase, act)}", f"{LAND}{named[1].start}-{named[1].end}")


def _of_band(phrase: Phrase, act: Act, scene: Scene, who: Callable[[Span, Act], Choice]) -> Choice | None:
    """`the group's elite force`: of the group that is meant."""
    if phrase.role not in ("force", "military", "armed"):
        return None
    for head in scene.parse.tokens_in(phrase.head)[-1:]:
        for owner in (c for c in head.children if c.dep_ == "poss" and c.lower_ in words_of("banded")):
            found = who(Span(owner.left_edge.idx, owner.idx + len(owner)), replace(act, others=()))
            return found if str(found.actor).startswith("group:") else None
    return None


def _office(phrase: Phrase, act: Act) -> str:
    return power_of(phrase, act) if phrase.role in OWNERSHIP else "military"


def possessed(phrase: Phrase, act: Act, scene: Scene, who: Callable[[Span, Act], Choice]) -> Choice | None:
    """`the group's camps`, `their watchtower`: to whom it is done is the owner of what is no body itself."""
    if phrase.role not in ("thing", "unknown") or act.role != "targets":
        return None
    tokens = scene.parse.tokens_in(phrase.head)
    owner = next((c for c in tokens[-1].children if c.dep_ == "poss"), None) if tokens else None
    if owner is None or owner.left_edge.idx < phrase.span.start:
        return None
    span = Span(owner.left_edge.idx, owner.idx + len(owner))
    if owner.lower_ in SPEAKERS or scene.phrase(span).role in ("country", "unknown"):
        return None
    free = act if act.action in action_set("against_others") else replace(act, others=())
    if act.action in action_set("land"):
        # Of a country's name such an act tells where it was; whose positions were hit is somebody.
        free = replace(free, action="clash")
    found = who(span, free)
    return found if found.actor else None


def guest_of(phrase: Phrase, memory: Memory) -> Choice:
    """`the Kenya embassy` in a report from Kenya is another state's: the one whose embassy is named."""
    guests = [r for r in memory.owned(phrase) if r.phrase.country not in (None, phrase.country)]
    if not guests:
        return NOBODY
    at = phrase.span.start
    near = min(guests, key=lambda guest: (guest.span.start > at, abs(guest.span.start - at)))
    return Choice(f"{near.phrase.country}:{phrase.role}", f"country@{near.span.start}-{near.span.end}")


def only_guest(memory: Memory) -> Choice:
    """`The ambassador` where one country's embassy is named in the report."""
    told = [r for r in memory.referents if r.phrase.word in words_of("missions") and r.phrase.country]
    if len({r.phrase.country for r in told}) != 1:
        return NOBODY
    span = told[0].span
    return Choice(f"{told[0].phrase.country}:government", f"country@{span.start}-{span.end}")
