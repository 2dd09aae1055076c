"""Men whom somebody lost are his."""

from __future__ import annotations

import pytest

from dateline.pipeline.coder import code
from dateline.read.text import document_of


@pytest.mark.parametrize(
    ("text", "victims", "actor"),
    [
        (
            "Kenya said its soldiers had burned a camp near Bardera and lost nine men.",
            "nine men",
            "KEN:military",
        ),
        ("Mali lost nine men in the raid on Gao.", "nine men", "MLI:military"),
        # Whoever was killed by somebody is not his.
        ("Mali killed nine men in the raid on Gao.", "nine men", None),
    ],
)
def test_the_men_that_a_body_lost_are_its_own(text: str, victims: str, actor: str | None) -> None:
    found = {
        p.actor for c in code(document_of(text, name="t")).claims for p in c.targets if p.text == victims
    }
    assert found == {actor}
