"""Whose rival, ally or brother somebody is has no part in what that one does or suffers."""

from __future__ import annotations

from dateline import code, document_of


def _parties(text: str, trigger: str, role: str) -> list[str]:
    claims = code(document_of(text, name="akin")).claims
    claim = next(c for c in claims if trigger in c.trigger)
    return [party.text for party in getattr(claim, role)]


def test_whose_enemy_a_group_is_does_not_act_with_it() -> None:
    text = "The MRTA, an enemy of the Shining Path, kidnapped a banker in Lima.\n"
    assert _parties(text, "kidnapped", "agents") == ["The MRTA"]


def test_whose_ally_a_group_is_does_not_act_with_it() -> None:
    text = "Al-Shabab, an ally of al-Qaeda, attacked a base in Kismayo.\n"
    assert _parties(text, "attacked", "agents") == ["Al-Shabab"]


def test_whose_brother_was_wounded_was_not() -> None:
    text = "Burundian police arrested a teacher whose brother was wounded by rebels.\n"
    assert _parties(text, "wounded", "targets") == ["whose brother"]
    assert "a teacher" in _parties(text, "arrested", "targets")


def test_those_among_whom_a_widow_is_were_not_killed() -> None:
    text = "Kenya deported 30 Somalis, including a woman whose husband was killed by al-Shabab.\n"
    assert _parties(text, "killed", "targets") == ["whose husband"]


def test_whom_gunmen_are_opposed_to_kills_nobody() -> None:
    text = "In Nigeria, gunmen opposed to Boko Haram killed four herders.\n"
    assert _parties(text, "killed", "agents") == ["gunmen"]


def test_whom_politicians_are_opposed_to_was_not_met() -> None:
    text = "CARICOM mediators met Haitian politicians opposed to the prime minister.\n"
    assert "the prime minister" not in _parties(text, "met", "targets")
