"""Who stands in a clause that tells more of somebody has no part in what is told of him outside of it."""

from __future__ import annotations

from dateline import code, document_of


def _agents(text: str, trigger: str) -> list[str]:
    claims = code(document_of(text, name="within")).claims
    return [party.text for party in next(c for c in claims if trigger in c.trigger).agents]


def test_what_a_struck_lorry_carries_strikes_nothing() -> None:
    text = "Israeli jets struck a lorry carrying Iranian rockets to Tyre.\n"
    assert _agents(text, "struck") == ["Israeli jets"]


def test_whose_uniforms_gunmen_wear_does_not_act_with_them() -> None:
    text = "In Haiti, a radio reporter was kidnapped by men wearing uniforms of the disbanded army.\n"
    assert _agents(text, "kidnapped") == ["men"]


def test_who_trained_police_arrests_nobody() -> None:
    text = "Chadian gendarmes trained by French officers arrested nine smugglers.\n"
    assert _agents(text, "arrested") == ["Chadian gendarmes"]
    assert _agents(text, "trained") == ["French officers"]


def test_who_backs_or_leads_others_acts_with_them() -> None:
    assert _agents("Syrian soldiers backed by Russian jets attacked Idlib.\n", "attacked") == [
        "Syrian soldiers",
        "Russian jets",
    ]
