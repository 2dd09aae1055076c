"""Every command says how it is used, in its help and in docs/cli.md."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from dateline.app.cli import app

DOCS = Path(__file__).parents[2] / "docs" / "cli.md"


def commands(group=None, path=("dateline",)):
    """(name, command) of every command, those of groups too."""
    for name, command in (group or get_command(app)).commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples(name):
    help = COMMANDS[name].help
    assert "Examples:" in help
    assert re.search(rf"^ +{name} .*", help.split("Examples:")[1], re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_manual_has_the_command_and_each_of_its_options(name):
    manual = DOCS.read_text("utf-8")
    assert f"## {name}\n" in manual
    section = manual.split(f"## {name}\n")[1].split("\n## ")[0]
    shared = manual.split("\n## ")[0]
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in section or option in shared, option


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    assert all(parameter.help for parameter in COMMANDS[name].params)


def test_help_loads_nothing_heavy():
    listed = "import sys; from dateline.app.cli import run; run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"spacy", "duckdb", "numpy", "onnxruntime", "trafilatura", "rich.table"}
