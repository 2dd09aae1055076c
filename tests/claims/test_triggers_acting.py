"""An act that did a harm is an event beside it, however little the encoder makes of it."""

from __future__ import annotations

import pytest
from scenes import parsed

from dateline.claims.triggers import lexicon_hits
from dateline.claims.triggers_acting import acting
from dateline.claims.triggers_features import Proposed

UNHEARD, SURE = 0.1, 0.9


@pytest.mark.parametrize(
    ("text", "act", "raised"),
    [
        ("Two air strikes destroyed a depot.", "strikes", True),
        ("Two air strikes hit the road and destroyed a depot.", "strikes", True),
        ("The air strikes destroyed a depot.", "strikes", False),
        ("A bomber killed two guards.", "bomber", False),
        ("Two air strikes were reported; guards destroyed a depot.", "strikes", False),
    ],
)
def test_the_act_is_as_sure_as_the_harm_it_did(text: str, act: str, raised: bool) -> None:
    parse = parsed(text)
    sentence = parse.sentences[0]
    found = [Proposed(hit.start, hit.end, sentence, hit, 1) for hit in lexicon_hits(parse, sentence)]
    words = [parse.lowers[one.last - 1] for one in found]
    scores = [UNHEARD if word == act else SURE for word in words]
    chances = dict(zip(words, acting(parse, found, scores, 0.5), strict=True))
    assert chances[act] == (SURE if raised else UNHEARD)
