"""Looks names up in the gazetteer, and adds an analyst's places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.app.formats import LineFormat
from dateline.app.lines import print_objects
from dateline.app.terminal import OK, SOME_FAILED, many, say, warn
from dateline.claims.codec import Json
from dateline.errors import GazetteerError, UsageError
from dateline.export.neutral import printable
from dateline.lexicon.gazetteer import ATTRIBUTION, Candidate, open_gazetteer


def print_candidates(name: str, *, limit: int, format: LineFormat) -> int:
    """Print the candidates of a name, best first; the exit code."""
    found = open_gazetteer().find(name, limit=limit)
    if not found:
        warn(f"no such place: {name}; add it with `dateline gazetteer add FILE`")
        return SOME_FAILED
    print_objects([_candidate(candidate) for candidate in found], format=format)
    if format is LineFormat.table:
        say(ATTRIBUTION)
    return OK


def _candidate(candidate: Candidate) -> Json:
    place = candidate.place
    return {
        "gazetteer": place.ref,
        "name": place.name,
        "kind": place.kind,
        "feature": place.feature,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "population": place.population or None,
        "score": candidate.score,
        "reasons": ", ".join(candidate.reasons),
    }


def add_places(files: Sequence[Path]) -> int:
    """Add the places of files and say how many each gave; the exit code. Raises GazetteerError."""
    gazetteer = open_gazetteer()
    code = OK
    for path in files:
        try:
            given = gazetteer.add(path)
        except GazetteerError as error:
            warn(str(error))
            code = SOME_FAILED
            continue
        say(f"{printable(str(path))}: {many(given.places, 'place')} added")
        if given.skipped:
            warn(f"left out: {path}: {many(given.skipped, 'record')} without a name and coordinates in range")
    return code


def remove_places(name: str) -> None:
    """Take away the places that a file added, and say how many those were. Raises UsageError."""
    try:
        count = open_gazetteer().remove(name)
    except GazetteerError as error:
        # A name that no file has is the command line's error, not the installation's.
        raise UsageError(str(error)) from None
    say(f"{printable(name)}: {many(count, 'place')} removed")
