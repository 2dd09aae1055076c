"""A party with the body that it turned out to be."""

from __future__ import annotations

import dataclasses

from dateline.claims.record import Party
from dateline.lexicon.registry import registry, spelled_out
from dateline.lexicon.registry_states import country_of
from dateline.resolve.actors_groups import Choice
from dateline.resolve.reference import Scene


def with_body(party: Party, choice: Choice, country: str | None, scene: Scene) -> Party:
    """The party as the body that was chosen, with its name, its kind in `country` (ISO3), and the rule."""
    entry = registry().get(choice.actor) if choice.actor else None
    return dataclasses.replace(
        party,
        actor=choice.actor,
        name=entry.name if entry else spelled_out(choice.actor) if choice.actor else None,
        kind=_kind(choice, country, scene) if entry else None,
        rule=", ".join(filter(None, (party.rule, choice.rule))),
    )


def _kind(choice: Choice, country: str | None, scene: Scene) -> str | None:
    """ACLED's inter code label; a state's forces outside their own country are external forces."""
    assert choice.actor is not None
    entry = registry().get(choice.actor)
    where = country or scene.located
    home = country_of(choice.actor)
    if entry and entry.kind == "state_forces" and home and where and home != where:
        return "external_forces"
    return entry.kind if entry else None
