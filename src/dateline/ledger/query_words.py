"""What the words of a question stand for: places by the gazetteer, bodies by the registry."""

from __future__ import annotations

# The gazetteer and the registry wait inside: a question without such words is spared them.


def places_meant(words: str) -> list[str]:
    """Ids of every place of this name, in any spelling that is listed for one of them.

    Only where no place has it, of those whose name it is in another romanisation: `Deir Ezzor` is
    `Deir ez-Zor`, both the province and the town.
    """
    from dateline.lexicon.gazetteer import open_gazetteer

    gazetteer = open_gazetteer()
    found = gazetteer.lookup(words, tiers=(1,)) or gazetteer.lookup(words, tiers=(2,))
    return sorted({candidate.place.ref for candidate in found})


def bodies_meant(words: str) -> list[str]:
    """Ids of the bodies with exactly this id, name or acronym: `ISIS` is `group:islamic_state`."""
    from dateline.lexicon.registry import registry

    return sorted(registry().named(words))
