"""The body of those whom no noun for bodies names: people of a village or a faith, officers, peacekeepers."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_acts import Act
from dateline.resolve.actors_groups import LAND, Choice
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

REACH = 12
"""Phrases back in which a report speaks of the army or the police whose officers it means."""
COMMON = frozenset(["unknown", "thing"])
"""Roles of nouns that say of no body by themselves."""
REGULAR = ("military", "police")
"""Roles of a state's men who bear arms."""
SECRET = ("police", "intelligence")
"""Roles of its agents."""
BESIDE = 40
"""Characters before a phrase in which the one that it is told with stands."""


def role_told(phrase: Phrase, act: Act, scene: Scene, memory: Memory) -> str | None:
    """The state role that words and act give a phrase that is no noun for a state's body, or None."""
    if _civil(phrase, act, scene):
        return "civilians"
    if phrase.role == "unknown" and phrase.country:
        return _of_nation(phrase, act, scene)
    if phrase.role == "armed" and phrase.word.startswith("militia") and _beside_regulars(phrase, scene):
        return "militia"
    if phrase.role not in (*COMMON, "member") or not scene.cased[phrase.head.start].islower():
        return None  # `Major` may be a name
    if phrase.word in words_of("officers"):
        return _spoken_of(phrase, memory, REGULAR)
    return _spoken_of(phrase, memory, SECRET) if phrase.word in words_of("agents") else None


def _civil(phrase: Phrase, act: Act, scene: Scene) -> bool:
    """`civilian lives`, `a refugee camp`: the word before the noun tells; `the village`, `nine Hindus`."""
    if act.role != "targets":
        return False
    said = [word.key for word in words_in(scene.text, *phrase.span)]
    if any(key in words_of("civil") for key in said[:-1]):
        return True
    if phrase.role not in COMMON:
        return False
    if act.action in action_set("on_people") and phrase.word in words_of("lived_in"):
        return True
    harmed = act.action in (*action_set("on_people"), *action_set("suffered"))
    return harmed and phrase.word in words_of("faithful")


def _of_nation(phrase: Phrase, act: Act, scene: Scene) -> str | None:
    """`a Canadian geologist` who is taken is a civilian; the `Uzbek Su-24s` that bomb are an army's."""
    head = scene.text[phrase.head.start : phrase.head.end]
    machine = any(map(str.isdigit, head))
    if not (head.islower() or machine):
        return None
    if act.role == "agents" and act.action in action_set("by_machines"):
        return "military"
    harmed = act.action in (*action_set("harms"), *action_set("suffered"), "detain")
    return "civilians" if act.role == "targets" and harmed and not machine else None


def _beside_regulars(phrase: Phrase, scene: Scene) -> bool:
    """True for the second of `soldiers and militiamen`."""
    start = phrase.span.start
    before = scene.items_in(Span(max(0, start - BESIDE), start))[-1:]
    if not before or before[0].kind != "role" or before[0].values[0] not in REGULAR:
        return False
    return scene.text[scene.span_of(before[0]).end : start].strip() == "and"


def _spoken_of(phrase: Phrase, memory: Memory, roles: tuple[str, ...]) -> str:
    """Officers are of the army or of the police, whichever was spoken of last; the first if none was."""
    for referent in islice(memory.before(phrase.span.start), REACH):
        if referent.phrase.role in roles:
            return referent.phrase.role
    return roles[0]


def mission(phrase: Phrase, scene: Scene) -> str | None:
    """The mission of `three peacekeepers`, whatever nation sent them: the one at home where the report plays
    before others, then the one named most; None where the report names none."""
    if phrase.word not in words_of("peacekeepers"):
        return None
    named = Counter(body.actor for body in scene.bodies if _keeps_peace(body.actor))
    return max(named, key=lambda m: (scene.located in scene.home(m), named[m]), default=None)


def nation_of_peacekeepers(phrase: Phrase, scene: Scene) -> Choice | None:
    """The army of the country in `Gabonese peacekeepers`, where the report names no mission; else None."""
    if phrase.word not in words_of("peacekeepers"):
        return None
    told = [i for i in scene.items_in(Span(phrase.span.start, phrase.head.start)) if i.kind == "country"]
    # The bare noun names the mission at home, whoever they are.
    bare = words_of("peacekeepers") | words_of("definite")
    named = (b for b in scene.bodies if {w.key for w in words_in(scene.text, *b.span)} - bare)
    missions = (b.actor for b in named if _keeps_peace(b.actor) and not b.span.overlaps(phrase.head))
    if not told or any(scene.home(mission) for mission in missions):
        return None
    at = scene.span_of(told[-1])
    return Choice(f"{best_country(told[-1])[0]}:military", f"{LAND}{at.start}-{at.end}")


def _keeps_peace(actor: str) -> bool:
    entry = registry().get(actor)
    sends = actor.startswith("org:") and actor not in words_of("councils")
    return sends and entry is not None and entry.kind == "external_forces"
