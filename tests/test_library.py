"""What Python programs import."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources

import pytest

import dateline


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_name_that_is_promised_is_there(name):
    assert getattr(dateline, name).__doc__
    assert name in dir(dateline)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'decode'"):
        dateline.decode  # noqa: B018


def test_importing_the_package_loads_no_parser():
    asked = "import sys, dateline; print({'spacy', 'duckdb', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_its_types_are_told_to_type_checkers():
    assert (resources.files("dateline") / "py.typed").is_file()


def test_the_command_line_runs_as_a_module():
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"dateline {dateline.__version__}\n"
