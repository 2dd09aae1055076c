"""The codes of other schemes hang on what kind of actor does it, and on whether it is only announced."""

from __future__ import annotations

import pytest
from builders import capture

from dateline.resolve.codes import codes_of


@pytest.mark.parametrize(
    ("action", "status", "plover", "cameo"),
    [
        ("talk", "occurred", "CONSULT", "04"),
        ("talk", "planned", "AGREE", "036"),
        ("withdraw", "planned", "AGREE", "0356"),
        ("attack", "planned", "ASSAULT:firearms", "190"),
    ],
)
def test_a_visit_announced_is_one_agreed_to(action: str, status: str, plover: str, cameo: str) -> None:
    codes = codes_of(capture(action=action, status=status))
    assert (codes.plover, codes.cameo) == (plover, cameo)
