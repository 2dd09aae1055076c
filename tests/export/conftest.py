"""The page opened in a browser with the network forbidden."""

from __future__ import annotations

import pytest
from browsing import PATIENCE


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
