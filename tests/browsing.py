"""What tests of the page in a browser share: patience, and what elements come to hold."""

from __future__ import annotations

import re
from typing import Any

import pytest

PATIENCE = 120_000
"""Milliseconds that a browser may take for one step: CI shares its cores, and a hang still ends."""


def words(tab: Any, selector: str) -> list[str]:
    """The texts of the elements as they now are."""
    found: list[str] = tab.locator(selector).all_inner_texts()
    return found


def shows(tab: Any, selector: str, texts: list[str]) -> None:
    """Fails unless the elements of `selector` come to have these texts, on a busy machine too."""
    api = pytest.importorskip("playwright.sync_api")
    api.expect(tab.locator(selector)).to_have_text(texts, use_inner_text=True, timeout=PATIENCE)


def numbers(tab: Any, selector: str, count: int) -> None:
    """Fails unless there come to be `count` elements of `selector`."""
    api = pytest.importorskip("playwright.sync_api")
    api.expect(tab.locator(selector)).to_have_count(count, timeout=PATIENCE)


def addressed(tab: Any, *parts: str) -> None:
    """Fails unless the page's address comes to have all `parts` behind its #, in any order."""
    api = pytest.importorskip("playwright.sync_api")
    wanted = "".join(f"(?=.*{re.escape(part)})" for part in parts)
    api.expect(tab).to_have_url(re.compile(f"#{wanted}"), timeout=PATIENCE)
