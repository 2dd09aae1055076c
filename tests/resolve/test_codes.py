"""The codes of other schemes hang on what kind of actor does it, and on whether it is only announced."""

from __future__ import annotations

import pytest
from builders import capture

from dateline.claims.record import Party
from dateline.document import Span
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


def kinds(agent: str | None, target: str | None) -> dict[str, tuple[Party, ...]]:
    """The parties of a claim, one a side, of these kinds."""
    sides = {"agents": agent, "targets": target}
    return {
        side: (Party(text="they", span=Span(0, 4), kind=kind),) if kind else ()
        for side, kind in sides.items()
    }


@pytest.mark.parametrize(
    ("action", "means", "agent", "target", "acled"),
    [
        ("attack", (), "state_forces", "protesters", "Excessive force against protesters"),
        ("kill", (), "state_forces", "protesters", "Excessive force against protesters"),
        ("attack", (), "rioters", "civilians", "Mob violence"),
        ("attack", (), "rebel_group", "civilians", "Attack"),
        ("wound", ("mine",), None, "civilians", "Remote explosive/landmine/IED"),
        ("wound", ("suicide",), None, "state_forces", "Suicide bomb"),
        ("wound", (), "rebel_group", "state_forces", "Armed clash"),
        ("kill", ("grenade",), None, "civilians", "Grenade"),
        ("destroy", ("drone",), None, "identity_militia", "Air/drone strike"),
        ("detain", (), "rebel_group", "civilians", "Abduction/forced disappearance"),
        ("detain", (), "state_forces", "civilians", "Arrests"),
        ("protest", (), "rioters", None, "Violent demonstration"),
    ],
)
def test_acled_asks_who_did_it_to_whom_and_with_what(action, means, agent, target, acled) -> None:
    assert codes_of(capture(action=action, means=means, **kinds(agent, target))).acled == acled


@pytest.mark.parametrize(
    ("action", "means", "plover", "cameo"),
    [
        ("airstrike", ("drone",), "ASSAULT:drone", "195"),
        ("airstrike", (), "ASSAULT:aerial", "195"),
        ("bombing", ("suicide", "vehicle_bomb"), "ASSAULT:suicide-attack", "1831"),
        ("bombing", ("vehicle_bomb",), "ASSAULT:explosives", "1832"),
        ("attack", ("chemical",), "ASSAULT:unconventional", "190"),
        ("attack", ("blade",), "ASSAULT:primitive", "190"),
        ("protest", ("strike",), "PROTEST:strike", "143"),
        ("protest", ("riot",), "PROTEST:riot", "145"),
    ],
)
def test_plover_and_cameo_have_codes_for_the_means(action, means, plover, cameo) -> None:
    codes = codes_of(capture(action=action, means=means))
    assert (codes.plover, codes.cameo) == (plover, cameo)


@pytest.mark.parametrize(
    ("agent", "target", "violence"),
    [
        ("state_forces", "rebel_group", 1),
        ("external_forces", "rebel_group", 1),
        ("rebel_group", "identity_militia", 2),
        ("rebel_group", "civilians", 3),
        ("state_forces", "protesters", 3),
        ("state_forces", "rioters", None),
        ("civilians", "state_forces", None),
        ("civilians", "civilians", None),
        (None, "civilians", None),
    ],
)
def test_ucdp_knows_violence_of_organised_sides_alone(agent, target, violence) -> None:
    assert codes_of(capture(action="attack", **kinds(agent, target))).ucdp == violence
