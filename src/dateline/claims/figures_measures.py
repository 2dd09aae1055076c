"""What a quantity measures with an event: killed, detained, buildings, other."""

from __future__ import annotations

from dateline.claims.figures_scene import (
    Part,
    Scene,
    counted_head,
    counts_persons,
    joined_with,
    part_of_event,
)
from dateline.claims.figures_words import figure_words
from dateline.lexicon import Entry, mapping
from dateline.lexicon.actions import action_set
from dateline.lexicon.gazetteer.generic import site_nouns
from dateline.mentions.record import Quantity


def foreseen(scene: Scene, quantity: Quantity, part: Part | None = None) -> str | None:
    """The measure by the action's row (lexicon/en/figures.yaml), None when the action does not take it."""
    row, action = scene.row, scene.trigger.action
    part = part or part_of_event(scene, quantity) or "clause"
    thing = action == "destroy" and quantity.measure is not None
    if quantity.rule.startswith("singular") and action not in action_set("counting") and not thing:
        return None
    arms = quantity.measure == "munitions" and "munitions" in row.get("allow", ())
    if part == "event" and not arms:
        counted: str | None = row.get("events")
        if counted == "killed" and scene.losses is None:
            return "killed_or_wounded" if _shared(scene, quantity, "wound") else counted
        return (_lost(scene, quantity) or counted) if counted == "killed" else counted
    if quantity.measure is not None and quantity.measure != "forces":
        return quantity.measure if quantity.measure in row.get("allow", ()) else None
    if quantity.unit is not None:
        return None
    if part == "agent":
        return row.get("agents")
    noun = counted_head(scene, quantity)
    hit = action in action_set("counting") or action in action_set("fire")
    if noun is not None and hit and noun.lower_ in site_nouns():
        return None  # `sirens sounded in several areas`: a place is nobody hurt, and nothing fired
    return _of_persons(scene, quantity)


def otherwise(scene: Scene, quantity: Quantity) -> str:
    """The measure of a quantity that is the event's though its row does not foresee it."""
    if quantity.unit in figure_words("share"):
        return "other"
    if scene.trigger.action in action_set("counting") and _is_of_things(scene, quantity):
        return quantity.measure or "other"
    single = quantity.rule.startswith("singular") and quantity.measure is not None
    persons = quantity.unit is None or counts_persons(scene, quantity)
    if scene.trigger.action in action_set("counting") and persons and not single:
        return _of_persons(scene, quantity) or "other"
    return quantity.measure or "other"


def _is_of_things(scene: Scene, quantity: Quantity) -> bool:
    """`nine dead, 14 tanks and two boats`, `two blasts`: nobody is hurt by being a tank, or another event."""
    if quantity.measure in mapping("figures")["destroy"]["allow"]:
        return True
    noun = counted_head(scene, quantity)
    others = [t for t in scene.triggers if t is not scene.trigger and t.action in action_set("fire")]
    return noun is not None and any(t.first <= noun.i < t.last for t in others)


def _of_persons(scene: Scene, quantity: Quantity) -> str | None:
    row = scene.row
    measure: str | None = row.get("persons")
    persons = counts_persons(scene, quantity)
    if scene.trigger.action == "destroy":
        # A body's name stands before what it lost as well: `two army mortar systems`.
        persons = "measure.persons" in quantity.rule
    if "things" in row and not persons and scene.trigger.action not in action_set("counting"):
        return str(row["things"])
    if (persons or quantity.concept is None) and scene.head.lemma_.lower() in figure_words("treated"):
        return "wounded"
    if measure == "killed":
        return _of_killed(scene, quantity)
    if measure == "wounded" and _shared(scene, quantity, "kill"):
        return "killed_or_wounded"
    return measure


def _of_killed(scene: Scene, quantity: Quantity) -> str:
    """`killed and wounded ten`, `ten casualties`: one figure for the killed and the wounded."""
    said = (quantity.concept or "").lower().split()[-1:]
    lost = figure_words("losses").get(said[0]) if said else None
    if lost is not None:
        return _measure_of(lost, quantity)
    if (losses := _lost(scene, quantity)) is not None:
        return losses
    return "killed_or_wounded" if _shared(scene, quantity, "wound") else "killed"


def _lost(scene: Scene, quantity: Quantity) -> str | None:
    """What the event's word for losses measures, None if it has none."""
    return (
        _measure_of(figure_words("losses")[scene.lost.lower_], quantity) if scene.lost is not None else None
    )


def _measure_of(losses: Entry, quantity: Quantity) -> str:
    """`nine losses` are nine dead; `heavy losses` are the dead and the wounded."""
    counted = quantity.bound != "vague"
    return str(losses["measure"] if counted else losses.get("uncounted", losses["measure"]))


def is_of_two(scene: Scene, measure: str | None) -> bool:
    """True for a figure that two harms share: `killed or wounded ten`."""
    other = {"kill": "wound", "wound": "kill"}.get(scene.trigger.action)
    return measure == "killed_or_wounded" and other is not None and joined_with(scene, other)


def _shared(scene: Scene, quantity: Quantity, action: str) -> bool:
    """`killed and wounded ten` is one figure of both; `killed and wounded villagers` are some of each.

    `No dead or wounded` are nobody twice.
    """
    nobody = quantity.high == 0
    return not nobody and not quantity.rule.startswith("figure") and joined_with(scene, action)
