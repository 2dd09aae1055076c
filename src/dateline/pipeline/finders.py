"""The finders, and those that other packages bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import metadata

from dateline.annotate import Parse
from dateline.mentions.actors import actors
from dateline.mentions.places import places
from dateline.mentions.quantities import quantities
from dateline.mentions.quotes import quotes
from dateline.mentions.record import ActorMention, Mention, Mentions, Quantity, Quote, Time, Toponym
from dateline.mentions.times import times

Finder = Callable[[Parse], Iterable[Mention]]

FINDERS: tuple[Finder, ...] = (actors, places, times, quantities, quotes)

ENTRY_POINTS = "dateline.finders"


@lru_cache(maxsize=1)
def plugins() -> tuple[Finder, ...]:
    """Finders of installed packages, by name: `[project.entry-points."dateline.finders"]`."""
    found = sorted(metadata.entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    return tuple(point.load() for point in found)


def mentions_in(parse: Parse) -> Mentions:
    """Everything that the finders and the plugins find, each kind in text order."""
    found = [mention for find in (*FINDERS, *plugins()) for mention in find(parse)]
    return Mentions(
        quantities=tuple(sorted((m for m in found if isinstance(m, Quantity)), key=lambda m: m.span)),
        times=tuple(sorted((m for m in found if isinstance(m, Time)), key=lambda m: m.span)),
        places=tuple(sorted((m for m in found if isinstance(m, Toponym)), key=lambda m: m.span)),
        actors=tuple(sorted((m for m in found if isinstance(m, ActorMention)), key=lambda m: m.span)),
        # A quote has no span of its own; its finder hands them over in text order.
        quotes=tuple(m for m in found if isinstance(m, Quote)),
    )
