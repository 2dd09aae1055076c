"""Words that name a kind of place rather than a place: `village`, `Tal`, `countryside`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.load import entries


@cache
def generic_words() -> dict[str, tuple[str, str]]:
    """(feature, side) by generic word, lower case; side is `before`, `after` or `both` of the name."""
    found: dict[str, tuple[str, str]] = {}
    for entry in entries("place_words"):
        for word in entry["words"]:
            found[word.lower()] = (entry["feature"], entry.get("side", "after"))
    return found


@cache
def site_nouns() -> frozenset[str]:
    """Nouns that say where something was without naming it: kinds of place, `barracks`, `embassy`."""
    kinds = {word for entry in entries("place_words") for word in entry["words"] if " " not in word}
    return frozenset(kinds | {word for entry in entries("place_sites") for word in entry["words"]})


@cache
def barred(kind: str) -> frozenset[str]:
    """Names that stand for no place of the gazetteer, folded: of a `region` of the world, of a `weapon`."""
    listed = [entry["words"] for entry in entries("place_barred") if entry["kind"] == kind]
    return frozenset(fold(name) for words in listed for name in words)


@cache
def _pattern(side: str) -> re.Pattern[str]:
    words = sorted((w for w, (_, s) in generic_words().items() if s in (side, "both")), key=len, reverse=True)
    listed = "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words)
    joiner = r"(?:\s+of|\s+al)?[\s-]+"
    return re.compile(
        rf"^(?:the\s+)?({listed}){joiner}(?=\S)" if side == "before" else rf"[\s-]+({listed})$", re.I
    )


_BREAK = re.compile(r"[\s-]+")


@cache
def _edges(side: str) -> frozenset[str]:
    """The words that stand at that edge of a name with a generic word there."""
    edge = 0 if side == "before" else -1
    return frozenset(_BREAK.split(w)[edge] for w, (_, s) in generic_words().items() if s in (side, "both"))


@cache
def _any_edges() -> frozenset[str]:
    return _edges("before") | _edges("after")


def _generic(side: str, name: str) -> re.Match[str] | None:
    """The generic word at that side of a name."""
    return _pattern(side).search(name) if may_be_generic(name, (side,)) else None


def may_be_generic(name: str, sides: Sequence[str] = ("before", "after")) -> bool:
    """False where there is no generic word at those sides: most names' outer words tell, soonest of all."""
    words = name.lower().replace("-", " ").split()
    if _any_edges().isdisjoint(words):
        return False
    return any(not _edges(side).isdisjoint(words[:2] if side == "before" else words[-1:]) for side in sides)


def split_generic(name: str) -> tuple[str, str | None]:
    """The name without its generic words and the feature they say: `Khirbet hill` -> (`Khirbet`, `hill`)."""
    feature = None
    for side in ("after", "before"):
        if (hit := _generic(side, name)) is not None and len(hit.group()) < len(name):
            name = name[: hit.start()] if side == "after" else name[hit.end() :]
            feature = feature or generic_words()[re.sub(r"[\s-]+", " ", hit.group(1).lower())][0]
    return name.strip(), feature


@cache
def _naming() -> frozenset[str]:
    return frozenset(
        w.lower() for entry in entries("place_words") if entry.get("named") for w in entry["words"]
    )


def begins_named(name: str) -> bool:
    """True if the name begins with a kind that is part of it: `Khan Orvane` is not called `Orvane` too."""
    first, _, more = fold(name).partition(" ")
    return bool(more) and first in _naming()


def without_kind(name: str) -> str:
    """The name without the kind said after it: `Deir Orvane province` -> `Deir Orvane`."""
    hit = _generic("after", name)
    return name[: hit.start()].strip() if hit is not None else name


def bare_name(name: str) -> str:
    """The name without its generic words."""
    return split_generic(name)[0]


@cache
def _compass() -> dict[str, str]:
    """Compass word by its short form without stops: `NE` -> `northeast`."""
    return {
        short: entry["words"][0] for entry in entries("place_relations") for short in entry.get("short", ())
    }


def compass_short(word: str) -> str | None:
    """The compass word that capitals stand for (`N`, `S.E.` -> `southeast`), or None."""
    return _compass().get(word.replace(".", ""))


def unabbreviated(name: str) -> str:
    """The name with its compass point spelled out: `S. Orvane` -> `South Orvane`."""
    first, _, more = name.partition(" ")
    spelled = compass_short(first)
    return f"{spelled.capitalize()} {more}" if spelled and more else name
