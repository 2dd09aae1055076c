"""The documents say what the program does: tables, fields, links and targets are compared with it."""

from __future__ import annotations

import ast
import datetime as dt
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from builders import capture

from dateline.claims.codec import full
from dateline.claims.review import Review, review_json
from dateline.export.reviewed import REVIEW_COLUMNS
from dateline.lexicon.load import lexicons, mapping

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text("utf-8")
ENTRY_FIELDS = frozenset(("id", "match", "reject"))


def section(title):
    """The text of one section of the codebook."""
    return re.split(r"^## ", CODEBOOK.split(f"## {title}\n")[1], flags=re.M)[0]


def rows(text):
    """Cells of the body rows of the first table of a text."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[2:]]


def test_action_table_has_every_action_in_its_group():
    table = [(group, action.strip("`")) for group, action, _ in rows(section("2. Actions"))]
    assert table == [(group, a) for group, actions in mapping("action_groups").items() for a in actions]
    assert sorted(action for _, action in table) == sorted(mapping("crosswalk"))


def shown(value):
    return "–" if value is None else str(value)


def cell(rule):
    """The cell of a crosswalk rule: each outcome with its conditions."""
    if not isinstance(rule, list):
        return shown(rule)
    told = []
    for option in rule:
        when = [
            f"{k}: {'/'.join(v) if isinstance(v, list) else v}" for k, v in option.get("when", {}).items()
        ]
        told.append(shown(option["is"]) + (f" if {', '.join(when)}" if when else " otherwise"))
    return "; ".join(told)


def test_crosswalk_table_equals_the_crosswalk():
    expected = [
        [
            f"`{a}`",
            *(cell(r[scheme]) for scheme in ("acled", "plover", "cameo")),
            "by kinds" if r["ucdp"] else "–",
        ]
        for a, r in mapping("crosswalk").items()
    ]
    assert rows(section("Appendix: crosswalk")) == expected


def keys(value):
    """Every key of a JSON value, however deep."""
    if isinstance(value, dict):
        return set(value) | {key for item in value.values() for key in keys(item)}
    return {key for item in value for key in keys(item)} if isinstance(value, list) else set()


def test_every_field_of_a_claim_is_documented():
    text = (ROOT / "docs" / "format.md").read_text("utf-8")
    assert [key for key in sorted(keys(full(capture()))) if f"`{key}`" not in text] == []


def test_every_field_of_a_review_and_every_column_of_it_is_documented():
    text = (ROOT / "docs" / "format.md").read_text("utf-8")
    made = review_json(Review(verdict="confirmed", who="ada", when=dt.datetime(2020, 5, 3)))
    assert [key for key in ("review", *made, *REVIEW_COLUMNS) if f"`{key}`" not in text] == []


@pytest.mark.parametrize("name", lexicons())
def test_every_lexicon_and_its_fields_are_documented(name):
    source = (ROOT / "src" / "dateline" / "lexicon" / "en" / f"{name}.yaml").read_text("utf-8")
    assert source.startswith("#"), "say at the top what the file is for"
    text = (ROOT / "docs" / "lexicons.md").read_text("utf-8")
    assert f"`{name}`" in text
    held = mapping(name)
    if isinstance(held, list):
        (row,) = [line for line in text.splitlines() if line.startswith(f"| `{name}` |")]
        fields = {field for entry in held for field in entry} - ENTRY_FIELDS
        assert [field for field in sorted(fields) if f"`{field}`" not in row] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    text = page.read_text("utf-8")
    links = re.findall(r"\]\(([^)#\s]+)\)", text) + re.findall(r"\b(docs/[\w./-]+\.(?:md|svg|png))\b", text)
    missing = [
        link
        for link in links
        if not link.startswith("http") and not ((page.parent / link).exists() or (ROOT / link).exists())
    ]
    assert missing == []


NAMED_FILE = re.compile(r"(?<![\w./*-])(?:[\w-]+/)*[\w-]+\.(?:py|md|yaml|svg|js)\b")
NAMED_SECTION = re.compile(r"\b[Ss]ection (\d+)")
FOLDERS = ("benchmarks", "docs", "scripts", "src", "tests", "training")
HELD = [path.as_posix() for path in (*PAGES, *(p for f in FOLDERS for p in (ROOT / f).rglob("*.*")))]
SOURCES = sorted(path for folder in ("src", "training", "scripts") for path in (ROOT / folder).rglob("*.py"))
LEXICONS = sorted((ROOT / "src" / "dateline" / "lexicon" / "en").glob("*.yaml"))


def said(path):
    """What a source says of itself: its docstrings, or the comments of a lexicon."""
    text = path.read_text("utf-8")
    if path.suffix == ".yaml":
        return "\n".join(line for line in text.splitlines() if line.startswith("#"))
    values = [node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Expr)]
    return "\n".join(str(value.value) for value in values if isinstance(value, ast.Constant))


@pytest.mark.parametrize("path", [*SOURCES, *LEXICONS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_sections_named_in_sources_exist(path):
    text = said(path)
    named = NAMED_FILE.findall(text)
    assert [name for name in named if not any(held.endswith(f"/{name}") for held in HELD)] == []
    sections = re.findall(r"^## (\d+)\.", CODEBOOK, re.M)
    assert [number for number in NAMED_SECTION.findall(text) if number not in sections] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_named_make_targets_exist(page):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = set(re.findall(r"^(?:\$ )?make ([a-z]+)|`make ([a-z]+)", page.read_text("utf-8"), re.M))
    assert {a or b for a, b in named} <= targets


def test_every_package_the_program_imports_is_explained():
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    owners = metadata.packages_distributions()
    used = {
        owner.lower()
        for module in imported()
        for owner in owners.get(module, [])
        if module not in sys.stdlib_module_names and module != "dateline"
    }
    assert used
    assert [package for package in sorted(used) if f"| {package} |" not in text] == []


def imported():
    """Top-level names that the package imports anywhere."""
    names = set()
    for path in (ROOT / "src" / "dateline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.split(".")[0])
    return names


def test_readme_shows_the_two_commands():
    text = (ROOT / "README.md").read_text("utf-8")
    assert "make demo" in text
    assert "make test" in text
