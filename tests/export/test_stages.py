"""Single stages' lines, keys as the claim format lists them."""

from __future__ import annotations

import pytest
from builders import at, found, report

from dateline.export import stages
from dateline.resolve.places_record import ResolvedPlace

MENTIONS = found()


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        (
            stages.place(report(), ResolvedPlace(span=at("Tel Orun"), text="Tel Orun")),
            "document text span kind gazetteer name country admin1 lat lon score",
        ),
        (stages.time(report(), MENTIONS.times[0]), "document text span kind value start end precision"),
        (
            stages.quantity(report(), MENTIONS.quantities[0]),
            "document text span kind low high bound unit concept measure",
        ),
        (stages.actor(report(), MENTIONS.actors[0]), "document text span kind actor name score"),
        (stages.quote(report(), MENTIONS.quotes[0]), "document kind source cue content"),
    ],
)
def test_keys(line, keys):
    assert list(line) == keys.split()
    assert line["document"] == "marr"


def test_a_quote_names_its_words():
    line = stages.quote(report(), MENTIONS.quotes[0])
    assert line["source"] == {"text": "Colonel Ode Marr", "span": [0, 16]}
    assert line["cue"]["text"] == "said"
