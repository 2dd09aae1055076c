"""Which side an actor or an outlet stands on, and whether two are rivals."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dateline.claims.record import Claim, Source
from dateline.lexicon import mapping
from dateline.lexicon.registry import registry, spelled_out
from dateline.link.record import Report
from dateline.link.words import words_of


@lru_cache(maxsize=1)
def _known() -> dict[str, Any]:
    return dict(mapping("sides"))


@lru_cache(maxsize=4096)
def blocs(actor: str) -> frozenset[str]:
    """The blocs an actor stands in; without one a state is its own, and so is a named group."""
    head, _, role = actor.partition(":")
    if role in _known()["no_side"]:
        return frozenset()
    named = {actor} if role in _known()["against"] else {actor, f"{head}:*"}
    found = {name for name, members in _known()["blocs"].items() if not named.isdisjoint(members)}
    if found:
        return frozenset(found)
    if head == "group":
        return frozenset((actor,))
    return (
        frozenset((f"{head}:",))
        if len(head) == 3 and head.isupper() and role not in _known()["open"]
        else frozenset()
    )


@lru_cache(maxsize=16384)
def rivals(a: str, b: str) -> bool:
    """True when both are of a known side and of no common one."""
    of_a, of_b = blocs(a), blocs(b)
    return bool(of_a and of_b) and not of_a & of_b


def is_bystander(actor: str) -> bool:
    """True of civilians, medics, journalists and others who are of no side."""
    return actor.partition(":")[2] in _known()["no_side"]


def is_armed_state(actor: str) -> bool:
    """True of the government and the forces of a state."""
    return actor.partition(":")[2] in _known()["of_state"]


@lru_cache(maxsize=4096)
def outlet_side(outlet: str | None) -> str | None:
    """The actor that owns or runs an outlet, or None: not known to be anyone's."""
    if not outlet:
        return None
    words = " ".join(words_of(outlet))
    found = _known()["outlets"].get(words)
    if found is not None:
        return str(found)
    actor = registry().get(f"outlet:{words.replace(' ', '_')}")
    return actor.side if actor is not None else None


def side_of(claim: Claim, report: Report | None) -> str | None:
    """The side a claim comes from: its nearest source's, else that of the outlet that speaks itself."""
    if claim.attribution:
        source = claim.attribution[-1]
        return speaker_side(source) or _named(source)
    return outlet_side(report.outlet if report else None)


def speaker_side(source: Source) -> str | None:
    """Whom a speaker stands with, if that is a side of a war: a monitor or the UN is none of its own."""
    found = source.side or source.actor
    return found if found is not None and blocs(found) else None


def home_side(claim: Claim, report: Report | None) -> str | None:
    """The side a claim comes from; where its source is of none, that of the outlet that prints it."""
    return side_of(claim, report) or outlet_side(report.outlet if report else None)


def _named(source: Source) -> str | None:
    return outlet_side(source.text) if source.kind == "media" else None


@lru_cache(maxsize=4096)
def agency(text: str) -> str | None:
    """The agency or monitor that a source's words name, as one origin, or None."""
    words = f" {' '.join(words_of(text))} "
    return next((str(v) for name, v in _known()["agencies"].items() if f" {name} " in words), None)


@lru_cache(maxsize=4096)
def body_name(id: str) -> str | None:
    """The name of a body or an agency by its id, or None: `Reuters` of `agency:reuters`; of a group that
    nobody lists the id's own words."""
    known = registry().get(id)
    if known is None and id.startswith("agency:"):
        known = registry().get(id.replace("agency", "outlet", 1))
        called = (str(name) for name, own in _known()["agencies"].items() if own == id)
        return known.name if known else next((name.title() for name in called), None)
    if known is None and id.startswith(("group:", "org:")):
        return spelled_out(id)
    return known.name if known else None
