"""Reads lexicon files and checks that every entry can be trusted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from dateline.errors import LexiconError

LANGUAGE = "en"


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
    """The entries of a lexicon that is a list of rules. Raises LexiconError on a malformed one."""
    listed = mapping(name, language)
    if not isinstance(listed, list):
        raise LexiconError(f"{language}/{name}.yaml: must be a list of entries")
    made = tuple(_entry(name, item) for item in listed)
    seen: set[str] = set()
    for entry in made:
        if entry.id in seen:
            raise LexiconError(f"{name}.yaml: id '{entry.id}' stands twice; ids are permanent, rename one")
        seen.add(entry.id)
    return made


def _entry(name: str, item: Any) -> Entry:
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        raise LexiconError(f"{name}.yaml: an entry has no `id`: {str(item)[:60]!r}")
    for key in ("match", "reject"):
        if not isinstance(item.get(key), list) or not item[key]:
            raise LexiconError(f"{name}.yaml: '{item['id']}' has no `{key}`; add a sentence")
    rest = {k: v for k, v in item.items() if k not in ("id", "match", "reject")}
    return Entry(item["id"], tuple(item["match"]), tuple(item["reject"]), rest)
