"""States that only say what a report tells: in `Orvane says nine guards were killed` none died in Orvane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from dateline.annotate import Parse
from dateline.claims.locations_candidates import Mentioned
from dateline.claims.locations_features import Rows
from dateline.claims.triggers import Trigger
from dateline.lexicon.actions import action_set
from dateline.lexicon.gazetteer.countries import countries_in, country_terms
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.record import Mentions


def unspeaking(parse: Parse, mentions: Mentions) -> Callable[[Trigger, Sequence[Mentioned]], Rows]:
    """Asked for an event and mentions of places, it answers 1 for each, but 0 for a country that is but named
    as who says something. What is done with words was there, and the country that the report tells of most
    may be where the rest was too.
    """
    speaking = {quote.source for quote in mentions.quotes if quote.source is not None}
    often = countries_in(parse.document.text)
    most = max(often.values(), default=0)

    def silent(trigger: Trigger, shown: Sequence[Mentioned]) -> Rows:
        spoken = trigger.action in action_set("spoken")
        return np.array([spoken or not speaks(mention) for mention in shown], np.float32)

    def speaks(mention: Mentioned) -> bool:
        country = country_terms().get(fold(mention.toponym.text))
        return country is not None and often[country] < most and mention.toponym.span in speaking

    return silent
