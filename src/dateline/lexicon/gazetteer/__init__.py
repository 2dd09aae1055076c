"""The gazetteer: an embedded, offline index of the world's places by name."""

from __future__ import annotations

from dateline.lexicon.gazetteer.base import ATTRIBUTION, country_words
from dateline.lexicon.gazetteer.countries import countries_in, country_terms
from dateline.lexicon.gazetteer.generic import generic_words, split_generic
from dateline.lexicon.gazetteer.index import Gazetteer, home, open_gazetteer
from dateline.lexicon.gazetteer.record import Candidate, GazetteerPlace

__all__ = [
    "ATTRIBUTION",
    "Candidate",
    "Gazetteer",
    "GazetteerPlace",
    "countries_in",
    "country_terms",
    "country_words",
    "generic_words",
    "home",
    "open_gazetteer",
    "split_generic",
]
