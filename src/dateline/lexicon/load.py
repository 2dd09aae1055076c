"""Reads lexicon files and checks that every entry can be trusted."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import LexiconError

LANGUAGE = "en"
OVERLAY = "DATELINE_LEXICON"
"""The environment variable that names an analyst's own rules."""
FIXED = ("grading", "times")
"""Rules that the program is built on: the order of grades, and the calendar, which it reads as it starts."""
CLOSED = ("action", "class", "kind", "measure", "role", "sets", "where")
"""Fields that choose among what the program knows: a rule of an analyst may name nothing new in them."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A safe loader for which `on`, `off`, `yes` and `no` are words, as they are in a lexicon.

    The C loader, where there is one, reads the actor registry in a tenth of the time.
    """


_BOOLEAN = "tag:yaml.org,2002:bool"
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _BOOLEAN]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver(_BOOLEAN, re.compile("^(?:true|false)$"), list("tf"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule: a permanent `id`, the words it must and must not fire on, and its other fields."""

    id: str
    match: tuple[str, ...]
    reject: tuple[str, ...]
    fields: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.fields[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The field `key`, or `default`."""
        return self.fields.get(key, default)


def lexicons(language: str = LANGUAGE) -> tuple[str, ...]:
    """Names of the lexicons of a language, sorted: `actions`, `units`, ..."""
    folder = resources.files("dateline.lexicon") / language
    return tuple(sorted(f.name[:-5] for f in folder.iterdir() if f.name.endswith(".yaml")))


@cache
def mapping(name: str, language: str = LANGUAGE) -> Any:
    """The parsed YAML of one lexicon file, whatever its shape. Raises LexiconError."""
    path = resources.files("dateline.lexicon") / language / f"{name}.yaml"
    try:
        return yaml.load(path.read_text("utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except FileNotFoundError:
        raise LexiconError(f"no lexicon '{language}/{name}.yaml'; there are: {lexicons(language)}") from None
    except yaml.YAMLError as error:
        raise LexiconError(f"{language}/{name}.yaml: not YAML: {' '.join(str(error).split())}") from None


@cache
def entries(name: str, language: str = LANGUAGE) -> tuple[Entry, ...]:
    """The entries of a lexicon that is a list of rules, and an analyst's own after them; same id replaces.

    Raises LexiconError on a malformed one.
    """
    shipped = _listed(f"{name}.yaml", mapping(name, language))
    own = own_rules().get(name, []) if language == LANGUAGE and name not in FIXED else []
    added = _listed(os.environ.get(OVERLAY, ""), own)
    for entry in added:
        _check(entry, shipped)
    return tuple({entry.id: entry for entry in (*shipped, *added)}.values())


def _listed(source: str, listed: Any) -> tuple[Entry, ...]:
    if not isinstance(listed, list):
        raise LexiconError(f"{source}: must be a list of entries")
    made = tuple(_entry(source, item) for item in listed)
    seen: set[str] = set()
    for entry in made:
        if entry.id in seen:
            raise LexiconError(f"{source}: id '{entry.id}' stands twice; ids are permanent, rename one")
        seen.add(entry.id)
    return made


def own_file() -> bytes | None:
    """The file of an analyst's own rules, None where he names none. Raises LexiconError."""
    named = os.environ.get(OVERLAY)
    if not named:
        return None
    try:
        return Path(named).read_bytes()
    except OSError as error:
        raise LexiconError(f"{named}: cannot be read: {error.strerror}; correct {OVERLAY}") from None


@cache
def own_rules() -> Mapping[str, Any]:
    """An analyst's own rules by the lexicon that they are added to. Raises LexiconError."""
    held, named = own_file(), os.environ.get(OVERLAY)
    try:
        listed = yaml.load(held or b"", Loader=_Loader) or {}  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise LexiconError(f"{named}: not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(listed, dict):
        raise LexiconError(f"{named}: must be a mapping of lexicons to lists of entries")
    # Without rules of his own no analyst waits for every lexicon to be read.
    rules = [n for n in lexicons() if n not in FIXED and isinstance(mapping(n), list)] if listed else []
    if strange := sorted(str(name) for name in set(listed) - set(rules)):
        raise LexiconError(f"{named}: '{strange[0]}' is no list of rules; there are: {', '.join(rules)}")
    return listed


def _check(entry: Entry, shipped: Sequence[Entry]) -> None:
    """Raises LexiconError where an analyst's entry says what no entry of its lexicon may say."""
    named = os.environ.get(OVERLAY)
    fields = {field for other in shipped for field in other.fields}
    if strange := sorted(set(entry.fields) - fields):
        raise LexiconError(
            f"{named}: '{entry.id}' has '{strange[0]}'; the fields are {', '.join(sorted(fields))}"
        )
    for field in set(entry.fields) & set(CLOSED):
        known = {str(other[field]) for other in shipped if field in other.fields}
        if str(entry[field]) not in known:
            one_of = ", ".join(sorted(known))
            raise LexiconError(f"{named}: '{entry.id}' has {field} '{entry[field]}'; it is one of {one_of}")


def _entry(source: str, item: Any) -> Entry:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise LexiconError(f"{source}: an entry has no `id`: {str(item)[:60]!r}")
    for key in ("match", "reject"):
        if not isinstance(item.get(key), list) or not item[key]:
            raise LexiconError(f"{source}: '{item['id']}' has no `{key}`; add a sentence")
    rest = {k: v for k, v in item.items() if k not in ("id", "match", "reject")}
    return Entry(item["id"], tuple(item["match"]), tuple(item["reject"]), rest)
