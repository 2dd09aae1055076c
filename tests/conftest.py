"""Fixtures for tests that need a ledger. Being here makes `builders.py` beside it importable."""

from __future__ import annotations

import os
import shutil

import pytest
from browsing import PATIENCE
from hypothesis import HealthCheck, settings

from dateline.ledger import Ledger

# A busy machine is no failure: nothing here asks how long a test takes.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium():
    """A browser, or the reason why there is none."""
    api = pytest.importorskip("playwright.sync_api")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium on this machine; install it or set CHROMIUM to its path")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, timeout=PATIENCE)
        yield browser
        browser.close()


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
