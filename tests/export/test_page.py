"""The report page as a file; what it does in a browser is tested in test_page_browser.py."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from builders import capture, kill, report

from dateline.document import Span
from dateline.export.outlines import outlines_around
from dateline.export.page import page, write_page

HOSTILE = "</script><img src=x onerror=alert(1)> <!-- & \u2028 \u2029 \x1b[31m \x00 \ud83d ]]> {{ 7*7 }}"


def entries():
    return [(report(), [capture(), kill()])]


def data_of(html, name):
    found = re.search(rf'<script type="application/json" id="data-{name}">(.*?)</script>', html, re.S)
    return json.loads(found.group(1))


def test_same_entries_give_the_same_bytes():
    assert page(entries(), title="June") == page(entries(), title="June")


def test_page_does_not_depend_on_the_order_of_hashes():
    """Two processes that order their sets otherwise write one page."""
    program = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from builders import capture, kill, report\n"
        "from dateline.export.page import page\n"
        "made = page([(report(), [capture(), kill()])], title='June')\n"
        "print(hashlib.sha256(made.encode()).hexdigest())"
    )
    folder = str(Path(__file__).parents[1])
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, folder],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_texts_and_claims_arrive_unchanged():
    (held,) = data_of(page(entries(), title="June"), "reports")
    document, claims = entries()[0]
    assert held["text"] == document.text
    assert [claim["id"] for claim in held["claims"]] == [claim.id for claim in claims]
    assert held["claims"][0]["why"] == [["action", "capture.take"], ["status", "past tense"]]


def test_hostile_text_stays_inside_its_element():
    document = report(HOSTILE, title=HOSTILE, outlet=HOSTILE, name=HOSTILE)
    claim = kill(document, span=Span(0, 5), trigger=HOSTILE, quantities=())
    html = page([(document, [claim])], title=HOSTILE)
    clean = page([(report(), [kill()])], title="clean")
    assert html.count("<script") == clean.count("<script")
    assert html.count("<img") == 0
    (held,) = data_of(html, "reports")
    assert held["text"] == HOSTILE.replace("\ud83d", "\ufffd")
    assert len(held["text"]) == len(HOSTILE)
    html.encode("utf-8")


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "<", ">", "&"])
def test_data_hold_no_character_that_ends_a_script(character):
    html = page([(report(f"a {character} b"), [])], title="t")
    inert = re.findall(r'<script type="application/json"[^>]*>(.*?)</script>', html, re.S)
    assert not any(character in data for data in inert)


def test_nothing_is_fetched():
    html = page(entries(), title="June")
    assert "default-src 'none'" in unescape(html)
    assert not re.search(r"<(link|iframe|object|embed|img|script)[^>]*\b(src|href)=", html)
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", html))
    assert addresses == {"http://www.w3.org/2000/svg"}, "the name of a namespace is never fetched"
    assert not re.search(r"\b(fetch|XMLHttpRequest|WebSocket|importScripts|eval|innerHTML)\b", html)
    assert "@import" not in html


def test_page_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    out = tmp_path / "page.html"
    out.write_text("before")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_page(entries(), out=out, title="June")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert out.read_text() == "before"


def test_outlines_are_those_around_the_points():
    names = {country["name"] for country in outlines_around([(48.3, 38.4)])}
    assert {"Ukraine", "Russia"} <= names
    assert "Brazil" not in names
    assert outlines_around([]) == []
