"""docs/rules.md has every rule that is no entry of a lexicon."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from dateline.claims.codec import full
from dateline.lexicon import lexicons, mapping
from dateline.pipeline.coder import Coded, code
from dateline.read.text import document_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "rules.md").read_text("utf-8")
ROOMS = ("mentions", "claims", "resolve")
MODULES = sorted(path for room in ROOMS for path in (ROOT / "src" / "dateline" / room).glob("*.py"))
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
DOTTED = re.compile(r"[a-z][a-z_-]*(?:\.[a-z][a-z_-]*)+")


def first_cells(title: str) -> set[str]:
    """What stands in code in the first column of a section's table."""
    section = re.split(r"^## ", PAGE.split(f"## {title}\n")[1], flags=re.M)[0]
    cells = (line.split("|")[1] for line in section.splitlines() if line.startswith("| `"))
    return {found for cell in cells for found in re.findall(r"`([^`]+)`", cell)}


ENTRIES = {
    str(item["id"]) for name in lexicons() if isinstance(mapping(name), list) for item in mapping(name)
}
CONSTRUCTIONS = first_cells("Constructions")
ENDINGS = first_cells("Endings")


def is_known(rule: str) -> bool:
    """True for an entry, an entry with an ending, and a construction, whatever its capitals stand for."""
    head, _, ending = rule.rpartition(".")
    plain = {rule, f"{head}.ROLE", f"{head}.VERB"}
    return (
        rule in ENTRIES
        or not CONSTRUCTIONS.isdisjoint(plain)
        or (head in ENTRIES and f".{ending}" in ENDINGS)
    )


def ids(rule: str) -> list[str]:
    """The ids that a rule is made of."""
    parts = re.split(r"\+|, | over ", rule.removesuffix(" by its object"))
    return [part.partition("@")[0] for part in parts]


def literals(path: Path) -> Iterator[str]:
    """What the code of a module writes as a rule: `rule=`, the rule of a `Choice`, and any dotted id."""
    tree = ast.parse(path.read_text("utf-8"))
    notes = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = [k.value for k in node.keywords if k.arg == "rule"]
            given += node.args[1:2] if isinstance(node.func, ast.Name) and node.func.id == "Choice" else []
            yield from (str(v.value) for v in given if isinstance(v, ast.Constant) and v.value)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield from [node.value] if DOTTED.fullmatch(node.value) else []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_rules_written_in_code_are_entries_or_explained(path: Path) -> None:
    assert [rule for rule in literals(path) for part in ids(rule) if not is_known(part)] == []


def rules_in(value: object) -> Iterator[str]:
    """Every rule of a claim's record."""
    if isinstance(value, dict):
        yield from (str(rule) for _, rule in value.get("why", ()))
        yield from (str(v) for k, v in value.items() if k == "rule" and v)
        for inner in value.values():
            yield from rules_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from rules_in(inner)


def all_rules(coded: Coded) -> Iterator[str]:
    """Rules of the claims and mentions of a report."""
    for claim in coded.claims:
        yield from rules_in(full(claim))
    for kind in fields(coded.mentions):
        yield from (mention.rule for mention in getattr(coded.mentions, kind.name))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_rules_of_the_samples_are_entries_or_explained(path: Path) -> None:
    coded = code(document_of(path.read_text("utf-8"), name=path.stem))
    assert {rule for rule in all_rules(coded) if not all(map(is_known, ids(rule)))} == set()
