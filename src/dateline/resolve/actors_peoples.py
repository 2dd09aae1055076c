"""Whose fighters those of a people without a state are: `Kurdish forces`, `the Kurds`, `Tuareg rebels`."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from dateline.lexicon.actions import action_set
from dateline.lexicon.load import Entry, entries
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_acts import Act
from dateline.resolve.actors_groups import STRANGER, Choice
from dateline.resolve.reference import Scene

FIGHTING = frozenset(["force", "armed", "military", "rebels", "militia", "collective"])
"""Roles of nouns for those who bear a people's arms."""
PEOPLE = "people@"
"""Begins the rule of fighters whose people tells their body; the lexicon entry follows."""


def of_people(phrase: Phrase, act: Act, scene: Scene) -> Choice | None:
    """The body of the fighters of a people; nobody where the report names none of its bodies, save for
    rebels, whom other rules know; None for other phrases."""
    said = [word.key for word in words_in(scene.text, *phrase.span)]
    entry = _entry(" ".join(said))
    if entry is not None and "led" in said and phrase.role in FIGHTING:
        return _led(entry, scene)
    if entry is None or not _fights(phrase, said, act):
        return None
    if words_of("sides") & set(said):
        return STRANGER  # `pro-Kurdish forces` are others than the Kurds
    named = [body for body in entry["bodies"] if scene.named_times(body)]
    at_home = [body for body in named if scene.located in scene.home(body)]
    near = [body.actor for body in scene.groups_before(phrase.span.start, sentences=1)]
    chosen = next((actor for actor in (*near, *at_home, *named) if actor in named), None)
    if chosen is None:
        return None if phrase.role == "rebels" or entry.get("homes") else STRANGER
    return Choice(chosen, f"{PEOPLE}{entry.id}")


def _led(entry: Entry, scene: Scene) -> Choice:
    """`Kurdish-led forces`: the body that the people leads, if the report names it; never its foes."""
    named = [body for body in entry.get("leads", ()) if scene.named_times(body)]
    return Choice(named[0], f"{PEOPLE}{entry.id}") if named else STRANGER


def home_of_people(phrase: Phrase, scene: Scene) -> Choice | None:
    """The country (as `actor`, ISO3) whose `Hutu soldiers` or `Serb police` are; None for other phrases.

    Of the people's homes it is the one that the report speaks of most; of none of them they are nobody's.
    """
    entry = _entry(" ".join(word.key for word in words_in(scene.text, *phrase.span)))
    if entry is None or phrase.country or not entry.get("homes"):
        return None
    homes = [iso for iso in entry["homes"] if scene.countries.get(iso, 0.0) > 0]
    if not homes:
        return STRANGER
    return Choice(max(homes, key=lambda iso: scene.countries[iso]), f"{PEOPLE}{entry.id}")


def _fights(phrase: Phrase, said: list[str], act: Act) -> bool:
    """True for `Kurdish forces`, `Kurdish positions`, and for `the Kurds` in an act of arms."""
    peoples = {word for entry in entries("peoples") for word in entry["words"]}
    if any(one in peoples and after in words_of("links") for one, after in pairwise(said)):
        return False  # `the Kurdish-led force`; US-backed Kurds are the Kurds
    if phrase.role in FIGHTING or said[-1] in words_of("strongpoints"):
        return True
    armed = "army_agents" if act.role == "agents" else "army_targets"
    return said[-1] in peoples and act.action in action_set(armed)


@lru_cache(maxsize=4096)
def _entry(said: str) -> Entry | None:
    """The lexicon entry of the first people that stands in a phrase's words, or None."""
    padded = f" {said} "
    return next((e for e in entries("peoples") if any(f" {w} " in padded for w in e["words"])), None)
