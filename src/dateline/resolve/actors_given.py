"""The bodies that speak in claims coded elsewhere, whose sources are words alone."""

from __future__ import annotations

from functools import lru_cache

from dateline.lexicon.gazetteer import countries_in
from dateline.lexicon.gazetteer.base import iso3_of
from dateline.lexicon.registry import Actor, registry
from dateline.lexicon.registry_match import words


def speaker_of(source: str, text: str) -> Actor | None:
    """The first body of the registry that the words `source` name in a report that reads `text`, or None.

    Names such as `the regime` mean a body only in reports about its countries.
    """
    for hit in registry().matcher.find(words(source)):
        for value in hit.values:
            actor = registry().get(value.rstrip("?"))
            if actor and (not value.endswith("?") or _told(text) & set(actor.countries)):
                return actor
    return None


@lru_cache(maxsize=16)
def _told(text: str) -> frozenset[str]:
    """Countries (ISO3) that a text names."""
    return frozenset(iso3_of()[iso2] for iso2 in countries_in(text) if iso2 in iso3_of())
