"""Who speaks where commas and marks were lost."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "The Harbour Watch - which keeps a network of fishermen along the coast for its counts - said "
            "the boat sunk on Monday was the third hit by raiders.",
            "The Harbour Watch",
            "the boat sunk",
        ),
        (
            "Shells mostly struck grain stores seized by the Red Column last week though Harbour Watch head "
            "Omar Faris said at least one barrack was among the buildings hit.",
            "Harbour Watch head Omar Faris",
            "one barrack",
        ),
        (
            "The two men were led to the mill for a hearing with teachers saying they would march on it.",
            "teachers",
            "they would march",
        ),
        (
            "Ferry blast in Tarn harbour Also on Sunday Orvane state TV reported a mine exploded under a "
            "barge near the pier.",
            "Orvane state TV",
            "a mine exploded",
        ),
        (
            "The raid came as a truck bomb hurt at least nine people in a militia-held quarter of the "
            "southern town of Tarn state radio reported.",
            "state radio",
            "The raid came",
        ),
        (
            "Since May shelling of farms in Orvane has cost the lives of 40 herders mostly in Bria which "
            "stands near an army camp said the Harbour Watch which draws on nurses in the villages.",
            "the Harbour Watch",
            "cost the lives",
        ),
        (
            "The burning of a second school is a disgrace said Silvia Rossi the head teacher of the district "
            "while also calling for an end to raids.",
            "Silvia Rossi the head teacher",
            "The burning",
        ),
        (
            "Coast guards fired two shells across the strait into Orvane on Friday the Merkez news agency "
            "reported a week after the minister announced the patrols.",
            "the Merkez news agency",
            "fired two shells",
        ),
        (
            "The toll of raids on the village has climbed to twelve a relief group said on Friday a measure "
            "of the weakness of the truce.",
            "a relief group",
            "The toll",
        ),
    ],
)
def test_who_speaks_without_commas(text: str, speaker: str, said: str) -> None:
    found = list(quotes(parse(document_of(text, name="t"))))
    at = text.index(said)
    holds = [q for q in found if any(c.start <= at < c.end for c in q.content) and q.source]
    assert any(text[q.source.start : q.source.end].startswith(speaker) for q in holds if q.source)


def test_what_the_mayor_said_of_a_thing_stays_right_of_the_verb() -> None:
    text = "The mayor said after the talks he would leave the town."
    (quote,) = [
        q for q in quotes(parse(document_of(text, name="t"))) if q.cue and text[slice(*q.cue)] == "said"
    ]
    assert any(c.start <= text.index("he would leave") < c.end for c in quote.content)
