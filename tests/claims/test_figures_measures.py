"""What one figure measures that is told of the dead and the wounded alike."""

from __future__ import annotations

import pytest

from dateline.pipeline.coder import code
from dateline.read.text import document_of


def measured(text: str) -> dict[str, list[tuple[str, float | None]]]:
    claims = code(document_of(text, name="t")).claims
    return {c.action: [(q.measure, q.low) for q in c.quantities] for c in claims}


BOTH = "killed_or_wounded"


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Some 48 killed and injured in mortar attacks in Tarn.", [(BOTH, 48)], [(BOTH, 48)]),
        ("Shells left tens of fighters dead and wounded at the mill.", [(BOTH, 12)], [(BOTH, 12)]),
        ("The raid left 3 dead and 20 wounded.", [("killed", 3)], [("wounded", 20)]),
        ("The guards did not see any dead or wounded.", [("killed", 0)], None),
    ],
)
def test_one_figure_of_the_dead_and_the_wounded(
    text: str, killed: list[tuple[str, float]], wounded: list[tuple[str, float]] | None
) -> None:
    made = measured(text)
    assert made["kill"] == killed
    assert wounded is None or made["wound"] == wounded


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The army inflicted heavy losses on the rebels.", (BOTH, 3)),
        ("The army raided the port, inflicting major losses on the rebels.", (BOTH, 3)),
        ("The rebels suffered 46 losses in the raid.", ("killed", 46)),
    ],
)
def test_losses_are_dead_where_a_number_counts_them(text: str, figure: tuple[str, float]) -> None:
    assert measured(text)["kill"] == [figure]
