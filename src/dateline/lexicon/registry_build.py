"""Writes registry.json, the actors_*.yaml files in the form that loads fast."""

from __future__ import annotations

import dataclasses
import json

from dateline.lexicon.registry import COMPILED, read_files, shipped_files


def compiled() -> str:
    """The text of registry.json for the YAML files as they are."""
    built = read_files(shipped_files())
    actors = [dataclasses.asdict(actor) for actor in built]
    return json.dumps({"actors": actors, "names": built.matcher.names}, ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    COMPILED.write_text(compiled(), "utf-8")
