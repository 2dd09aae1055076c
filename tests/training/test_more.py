"""The reports that we coded ourselves: their spans stand on words, and their codes are the codebook's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.annotate.evidence import ACTIONS, SOURCE_KINDS, STATUSES
from dateline.lexicon.registry_states import ROLES, countries
from training.more.reports import CORPORA, coded_reports
from training.more.texts import HERE

SHARED = Path(__file__).resolve().parents[3] / "shared"
without_texts = pytest.mark.skipif(not SHARED.is_dir(), reason="no ../shared: its texts are not ours")
corpora = pytest.mark.parametrize(
    "corpus", [c if c == "own" else pytest.param(c, marks=without_texts) for c in CORPORA]
)


@corpora
def test_every_phrase_is_whole_words_of_the_text(corpus: str) -> None:
    cut = []
    for report in coded_reports(SHARED, [corpus]):
        for claim in report.claims:
            start, end = claim["span"]
            assert report.text[start:end] == claim["trigger"], report.name
            parties = [p["text"] for p in (*claim["agents"], *claim["targets"], *claim["places"])]
            cut += [t for t in (claim["trigger"], *parties) if not t or t != t.strip()]
    assert cut == []


@corpora
def test_codes_are_those_of_the_codebook(corpus: str) -> None:
    for report in coded_reports(SHARED, [corpus]):
        for claim in report.claims:
            assert {claim["action"], *claim["accept"]} <= set(ACTIONS), report.name
            assert claim["status"] in STATUSES, report.name
            assert claim["source_kind"] in SOURCE_KINDS, report.name
            for party in (*claim["agents"], *claim["targets"]):
                assert party["actor"] is None or _known(party["actor"]), (report.name, party)


def test_our_own_reports_are_all_coded_and_some_hold_nothing() -> None:
    reports = list(coded_reports(SHARED, ["own"]))
    assert {r.name for r in reports} == {path.stem for path in (HERE / "own").glob("*.txt")}
    assert sum(not r.claims for r in reports) >= 8


def test_no_file_but_our_own_holds_words_of_a_report() -> None:
    letters = re.compile(r"[A-Za-z]{4,}(?: [A-Za-z]+){4}")
    for path in HERE.glob("*.jsonl"):
        assert not letters.search(path.read_text("utf-8")), path


def _known(actor: str) -> bool:
    head, _, tail = actor.partition(":")
    return (head in countries() and tail in ROLES) or (
        head in ("group", "org") and re.fullmatch("[a-z0-9_]+", tail) is not None
    )
