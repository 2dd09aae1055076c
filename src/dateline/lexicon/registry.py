"""The actor registry: named bodies with their aliases, and states by role."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import LexiconError
from dateline.lexicon.load import lexicons, mapping
from dateline.lexicon.registry_match import Matcher, singular, words
from dateline.lexicon.registry_states import countries as known_countries
from dateline.lexicon.registry_states import state_actor

COMPILED = Path(__file__).with_name("registry.json")
"""The shipped files in one, written by `python -m dateline.lexicon.registry_build`."""
OVERLAY = "DATELINE_ACTORS"
"""The environment variable that names an analyst's own file."""
KINDS = (
    "state_forces",
    "rebel_group",
    "political_militia",
    "identity_militia",
    "rioters",
    "protesters",
    "civilians",
    "external_forces",
)
"""ACLED's inter codes 1 to 8, in their order."""
FIELDS = frozenset("name kind countries side of ids active after checked aliases members here".split())
"""What an entry may say: a misspelt field would be passed over in silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One body: `group:...`, `org:...`, `outlet:...` or `<ISO3>:<role>`."""

    id: str
    name: str
    kind: str
    countries: tuple[str, ...] = ()
    side: str | None = None
    """The actor an outlet or body speaks for (`SYR:government` of a state agency), or None."""
    of: str | None = None
    """The body whose branch it is: `al-Qaeda's Syrian affiliate`."""
    ids: tuple[str, ...] = ()
    """Its numbers in other lists, `ucdp:366`; only those read in a checked source."""
    active: str | None = None
    """ISO 8601 interval; `..` where the source names no end. None where no source was found."""
    after: tuple[tuple[str, str], ...] = ()
    """(date, name) pairs: what the body called itself from then on."""
    checked: tuple[str, ...] = ()
    """Where the names were looked up; docs/registry.md lists the sources."""


class Registry:
    """All named bodies, and a matcher of their names; values found are actor ids.

    A value that ends in `?` is a name that means the body only in reports about its countries.
    """

    def __init__(self, actors: Iterable[Actor], matcher: Matcher) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self.matcher = matcher

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def words(self, actor: str) -> frozenset[str]:
        """The words of a body's names, folded, without a plural's `s`; none for a body without a name."""
        return self._words.get(actor, frozenset())

    def named(self, text: str) -> tuple[str, ...]:
        """Ids of the bodies whose id, name, alias or acronym `text` is, in any case, whatever it is about."""
        if self.get(text) is not None:
            return (text,)
        key = " ".join(word.key for word in words(text))
        values = self.matcher.names.get(key) or self.matcher.names.get(key.removeprefix("the "), [])
        return tuple(dict.fromkeys(value for value, _ in values if not value.endswith("?")))

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        made: defaultdict[str, set[str]] = defaultdict(set)
        for name, values in self.matcher.names.items():
            for value, _ in values:
                made[value.rstrip("?")].update(map(singular, name.split()))
        return {actor: frozenset(found) for actor, found in made.items()}

    def get(self, actor: str) -> Actor | None:
        """The actor with this id: a named body, or a state's role; None when nobody has it."""
        if actor in self._actors:
            return self._actors[actor]
        state = state_actor(actor)
        if state is None:
            return None
        return Actor(id=actor, name=state[0], kind=state[1], countries=(actor[:3],))


def spelled_out(actor: str) -> str:
    """`Oak Valley Brigade` of the id of a group or body above states that nobody has; other ids stay."""
    head, _, slug = actor.partition(":")
    return slug.replace("_", " ").title() if head in ("group", "org") and slug else actor


def names_body(text: str) -> bool:
    """True if `text` is, as a whole, the name of a group or a body above states: `RSF`, `the Houthis`."""
    return _names(text, ("group:", "org:"))


def names_outlet(text: str) -> bool:
    """True if `text` is, as a whole, the name of an outlet: `SANA`, `Reuters`."""
    return _names(text, ("outlet:",))


def agency_of(text: str) -> str | None:
    """The agency whose short name in capitals `text` is, wherever the report plays: `FNA`, `SPA`."""
    values = registry().matcher.names.get(text.lower(), ()) if text.isupper() and text.isalpha() else ()
    outlets = {value.rstrip("?") for value, _ in values if value.startswith("outlet:")}
    return outlets.pop() if len(outlets) == 1 else None


def _names(text: str, kinds: tuple[str, ...]) -> bool:
    listed = words(text)
    return any(
        hit.first <= (listed[0].key == "the") and hit.last == len(listed)
        for hit in registry().matcher.find(listed)
        if any(value.startswith(kinds) for value in hit.values)
    )


def read_files(files: Iterable[tuple[str, Mapping[str, Any]]]) -> Registry:
    """The registry that named lexicon files give; a later file replaces an id. Raises LexiconError."""
    actors: dict[str, Actor] = {}
    names: dict[str, Mapping[str, Any]] = {}
    for source, listed in files:
        for key, fields in listed.items():
            actors[key] = _actor(source, key, fields)
            names[key] = fields
    matcher = Matcher()
    for key, fields in names.items():
        for name in (fields["name"], *fields.get("aliases", ()), *fields.get("members", ())):
            matcher.add(str(name), key)
        for name in fields.get("here", ()):
            matcher.add(str(name), key + "?")
    return Registry(actors.values(), matcher)


def _actor(source: str, key: str, fields: Any) -> Actor:
    if not isinstance(fields, dict) or "name" not in fields:
        raise LexiconError(f"{source}: '{key}' has no `name`; give the name the ledger is to show")
    if fields.get("kind") not in KINDS:
        raise LexiconError(
            f"{source}: '{key}' has kind {fields.get('kind')!r}; it must be one of {', '.join(KINDS)}"
        )
    if strange := set(fields) - FIELDS:
        raise LexiconError(
            f"{source}: '{key}' has {', '.join(map(repr, sorted(strange)))}; "
            f"the fields are {', '.join(sorted(FIELDS))}"
        )
    if unknown := [c for c in fields.get("countries", ()) if c not in known_countries()]:
        raise LexiconError(
            f"{source}: '{key}' has country {unknown[0]!r}; write its ISO 3166-1 code of three letters"
        )
    return Actor(
        id=key,
        name=str(fields["name"]),
        kind=fields["kind"],
        countries=tuple(fields.get("countries", ())),
        side=fields.get("side"),
        of=fields.get("of"),
        ids=tuple(fields.get("ids", ())),
        active=fields.get("active"),
        after=tuple((str(date), str(name)) for date, name in fields.get("after", ())),
        checked=tuple(fields.get("checked", ())),
    )


def shipped_files() -> list[tuple[str, Mapping[str, Any]]]:
    """The actors_*.yaml files of the package; actor_words.yaml, the grammar of unnamed bodies, is none."""
    return [(f"{n}.yaml", mapping(n)) for n in lexicons() if n.startswith("actors_")]


@lru_cache(maxsize=4)
def registry(overlay: Path | None = None) -> Registry:
    """The shipped registry, with an analyst's file of the same form laid over it; same id replaces.

    Without `overlay` the file that DATELINE_ACTORS names is laid over it, if it names one.
    Raises LexiconError when a file is malformed.
    """
    if overlay is None and (named := os.environ.get(OVERLAY)):
        overlay = Path(named)
    if overlay is not None:
        return read_files([*shipped_files(), (str(overlay), own_actors(overlay))])
    # Parsing the YAML takes a third of a second, its compiled form a hundredth; a test keeps them equal.
    compiled = json.loads(COMPILED.read_text("utf-8"))
    actors = map(_thawed, compiled["actors"])
    names = {key: [(value, wanted) for value, wanted in values] for key, values in compiled["names"].items()}
    return Registry(actors, Matcher(names))


def _thawed(fields: dict[str, Any]) -> Actor:
    lists = {key: tuple(fields[key]) for key in ("countries", "ids", "checked")}
    return Actor(**(fields | lists | {"after": tuple((date, name) for date, name in fields["after"])}))


def own_actors(path: Path) -> Mapping[str, Any]:
    """What an analyst's file holds, by actor id. Raises LexiconError when it is no mapping."""
    try:
        listed = yaml.safe_load(path.read_text("utf-8")) or {}
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"{path}: cannot be read as YAML: {' '.join(str(error).split())}") from None
    if not isinstance(listed, dict):
        raise LexiconError(f"{path}: must be a mapping of actor ids, as actors_core.yaml is")
    return listed
