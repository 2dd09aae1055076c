"""A browser for the page, and the page opened in it with the network forbidden."""

from __future__ import annotations

import os
import shutil

import pytest
from browsing import PATIENCE

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium():
    api = pytest.importorskip("playwright.sync_api")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no Chromium on this machine; install it or set CHROMIUM to its path")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS, timeout=PATIENCE)
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium, page_file):
    """The page, just opened; fails the test on any error or request of the page."""
    troubles: list[str] = []
    context = chromium.new_context(viewport={"width": 1200, "height": 800}, offline=True)
    context.set_default_timeout(PATIENCE)
    tab = context.new_page()
    tab.on("console", lambda message: troubles.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: troubles.append(f"error: {error}"))
    tab.on("request", lambda r: None if r.url == page_file.as_uri() else troubles.append(f"request: {r.url}"))
    tab.goto(page_file.as_uri())
    yield tab
    context.close()
    assert troubles == []
