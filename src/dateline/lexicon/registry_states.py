"""States as actors: every country's roles, and the names, adjectives and capitals that mean it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dateline.lexicon.load import mapping
from dateline.lexicon.registry_match import Matcher

ROLES: dict[str, tuple[str, str]] = {
    "government": ("Government of {}", "state_forces"),
    "military": ("Armed forces of {}", "state_forces"),
    "police": ("Police of {}", "state_forces"),
    "intelligence": ("Intelligence services of {}", "state_forces"),
    "judiciary": ("Judiciary of {}", "state_forces"),
    "militia": ("Pro-government militias of {}", "political_militia"),
    "rebels": ("Rebels in {}", "rebel_group"),
    "opposition": ("Political opposition of {}", "civilians"),
    "protesters": ("Protesters in {}", "protesters"),
    "civilians": ("Civilians of {}", "civilians"),
    "media": ("Media of {}", "civilians"),
    "medical": ("Medical services of {}", "civilians"),
}
"""Role -> (name, kind): codebook section 3; kinds are ACLED's inter codes, which count unarmed
politicians, journalists and medics as civilians."""
COUNTRY_FIELDS = ("names", "adjectives", "people", "capitals", "regions", "peoples")

STYLES = (
    "Republic of", "People's Republic of", "Democratic Republic of", "Islamic Republic of", "Kingdom of",
    "Socialist Republic of", "Federal Republic of", "State of", "Union of",
)  # fmt: skip
"""What stands before a country's name in its full name; of two that share a name each has its own."""


@lru_cache(maxsize=1)
def countries() -> dict[str, dict[str, Any]]:
    """The countries of demonyms.yaml by ISO 3166 alpha-3 code."""
    return dict(mapping("demonyms"))


@lru_cache(maxsize=1)
def country_matcher() -> Matcher:
    """Finds countries; values are `ISO3/field`."""
    matcher = Matcher()
    own = {name for listed in countries().values() for name in listed["names"]}
    for iso, listed in countries().items():
        for how in COUNTRY_FIELDS:
            for name in listed.get(how, ()):
                matcher.add(name, f"{iso}/{how}")
        for name in listed["names"]:
            for full in (f"{style} {name}" for style in STYLES):
                if full not in own:
                    matcher.add(full, f"{iso}/names")
    return matcher


def country_of(actor: str) -> str | None:
    """The country of a state's actor id (`SYR` of `SYR:military`), None for groups and organisations."""
    head = actor.partition(":")[0]
    return head if head.isupper() else None


def state_actor(actor: str) -> tuple[str, str] | None:
    """Name and kind of `<ISO3>:<role>`, or None when it is no such id."""
    iso, _, role = actor.partition(":")
    listed = countries().get(iso)
    if listed is None or role not in ROLES:
        return None
    name, kind = ROLES[role]
    return name.format(listed["names"][0]), kind


@lru_cache(maxsize=1)
def land_names() -> frozenset[str]:
    """Countries and capitals, lower case."""
    fields = ("names", "capitals")
    return frozenset(
        name.lower() for land in countries().values() for f in fields for name in land.get(f, ())
    )
