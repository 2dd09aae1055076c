"""How much a report speaks of each country, by the words for its places, people and bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dateline.lexicon.registry import registry
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_lexicon import Item, words_of

if TYPE_CHECKING:
    from dateline.resolve.reference import Scene

WEIGHT = {"names": 2.0, "regions": 2.0, "capitals": 1.0, "adjectives": 1.0, "people": 1.0, "peoples": 1.0}
"""How much a mention says that a report plays in a country: places more than nationalities."""
ABROAD = 0.4
"""What the adjective or capital of a power weighs, and a country that only backs or holds what follows."""
GROUP = 0.5
"""What the name of a group, or of a body sent somewhere, weighs for the country it is first at home in."""
STATE = 0.5
"""What the name of a ruler, an army or an office weighs for its country."""
PLACED = 2.0
"""What each place of the report's claims adds, however often it is named: as much as a country's name."""
OPENING = 250
"""Characters of headline, dateline and lead, whose places count double."""


def spoken_of(scene: Scene) -> defaultdict[str, float]:
    """The weight of each country (ISO3); 0 for one that is not spoken of."""
    scores: defaultdict[str, float] = defaultdict(float)
    for item in scene.items:
        for iso, weight in _votes(item, scene):
            scores[iso] += weight
    for _, iso in sorted(scene.places):
        scores[iso] += PLACED
    return scores


def _votes(item: Item, scene: Scene) -> Iterable[tuple[str, float]]:
    if item.kind == "country":
        return _by_land(item, scene)
    if item.kind not in ("body", "person") or item.values[0].endswith("?"):
        return ()
    if item.values[0].startswith(("group:", "org:")):
        return [(iso, GROUP) for iso in home(item.values[0])[:1]]
    state = country_of(item.values[0])
    return [(state, STATE * (ABROAD if state in words_of("powers") else 1.0))] if state else ()


def _by_land(item: Item, scene: Scene) -> Iterator[tuple[str, float]]:
    early = 2.0 if scene.words[item.first].start < OPENING else 1.0
    for iso, how in dict.fromkeys((v.split("/")[0], v.split("/")[1]) for v in item.values):
        weight = WEIGHT[how] * (early if how in ("names", "regions", "capitals") else 1.0)
        if iso in words_of("powers") and how in ("adjectives", "capitals", "people", "names"):
            weight *= ABROAD
        if item.link:
            weight *= ABROAD
        yield iso, weight


def home(actor: str) -> tuple[str, ...]:
    """The countries a named body is at home in."""
    entry = registry().get(actor.rstrip("?"))
    return entry.countries if entry else ()
