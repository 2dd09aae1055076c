"""Fixtures for tests that need a ledger. Being here makes `builders.py` beside it importable."""

from __future__ import annotations

import shutil

import pytest
from hypothesis import HealthCheck, settings

from dateline.ledger import Ledger

# A busy machine is no failure: nothing here asks how long a test takes.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory):
    """A ledger with nothing in it, made once: to copy one is quicker than to make one."""
    path = tmp_path_factory.mktemp("ledger") / "empty.db"
    with Ledger(path, create=True):
        pass
    return path


@pytest.fixture
def ledger_path(empty_ledger, tmp_path):
    """A new empty ledger file."""
    return shutil.copy(empty_ledger, tmp_path / "war.db")
