"""Where a report goes on behind what somebody says."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of


def contents(text: str, cue: str) -> list[str]:
    """What is said by `cue`."""
    document = document_of(text, name="t")
    return [
        document.quote(span).strip()
        for quote in quotes(parse(document))
        if quote.cue is not None and document.quote(quote.cue) == cue
        for span in quote.content
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The council said nine people may have died in Orvane and urged both sides to stop.",
            "nine people may have died in Orvane",
        ),
        (
            "The radio said the truck had been driven in at dawn and accused the guild of guarding it.",
            "the truck had been driven in at dawn",
        ),
        (
            "The mission said it had sent a helicopter and condemned the raid on the mill.",
            "it had sent a helicopter",
        ),
        (
            "The council said it would leave the town on Monday and seized two mills.",
            "it would leave the town on Monday",
        ),
        (
            "Orvane says it will not close its embassy in Tarn, a day after a bus was blown up at its walls.",
            "it will not close its embassy in Tarn",
        ),
    ],
)
def test_what_the_speaker_does_next_is_none_of_what_is_said(text: str, content: str) -> None:
    said = contents(text, "says" if "says" in text else "said")
    assert said == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The council said the rebels attacked the mill and demanded grain.",
        "The mayor said the guards had burned the mill and threatened the miller.",
        "The mayor said that they left three days after the raid burned the mill.",
    ],
)
def test_what_those_spoken_of_do_next_is_said_too(text: str) -> None:
    said = contents(text, "said")
    assert said and said[0].endswith(text.split()[-1].rstrip("."))


def test_who_said_the_one_thing_says_the_next() -> None:
    document = document_of(
        "The mayor said Orvane would declare a truce and suggested that the guards should leave.", name="t"
    )
    told = {
        document.quote(q.cue): document.quote(q.source)
        for q in quotes(parse(document))
        if q.cue is not None and q.source is not None
    }
    assert told == {"said": "The mayor", "suggested": "The mayor"}
