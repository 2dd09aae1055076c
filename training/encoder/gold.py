"""Gold reports as training examples: the runtime's tokens with a label for every head."""

from __future__ import annotations

import datetime as dt
import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from align import nearest, numbers, occurrences, sentence_starts

from dateline.annotate.evidence import (
    ACTIONS,
    ACTOR_CLASSES,
    ARGUMENT_ROLES,
    PARTY_HEADS,
    SOURCE_KINDS,
    STATUSES,
)
from dateline.annotate.parser import language, parse, readable
from dateline.mentions.record import Time
from dateline.mentions.times import times as times_in
from dateline.read.text import document_of
from training.more.reports import coded_reports

ACCEPTED = 0.2
"""Share of a trigger's label given to the other actions that count as right."""
IGNORE = -100
_EMPTY = frozenset(
    (
        "the a an of in on at and to by for from with its their his her as into out down up off over under "
        "back away has have had been be was were is are being will would not no that this it "
        "they he she or against"
    ).split()
)
"""Words of a trigger that neither make it one nor speak against it: they are not learned from."""
_STOP = frozenset(
    "the a an of in on at and to by for from with its their his her who which that other".split()
)


@dataclass
class Arguments:
    """One claim's trigger words and, by role, the words that fill it (1), do not (0) or are unknown (-1)."""

    trigger: np.ndarray
    labels: np.ndarray


class Times(NamedTuple):
    """A report's expressions of time, and the day it was published."""

    found: tuple[Time, ...]
    published: dt.date | None


@dataclass
class Example:
    """A report: words, and by word the targets of every head."""

    name: str
    words: list[str]
    offsets: np.ndarray
    action: np.ndarray
    status: np.ndarray
    voice: np.ndarray
    actor: np.ndarray
    actor_weight: np.ndarray
    agents: np.ndarray
    targets: np.ndarray
    factuality: np.ndarray
    action_weight: np.ndarray
    claims: list[Arguments] = field(default_factory=list)


def tokens_of(text: str) -> tuple[list[str], np.ndarray]:
    """Words and their `[start, end)` offsets, exactly as the program will see them."""
    document = document_of(text, name="training")
    doc = language().make_doc(readable(text, document.blocks))
    return [t.text for t in doc], np.array([(t.idx, t.idx + len(t)) for t in doc]).reshape(-1, 2)


@cache
def _starts(text: str) -> list[int]:
    return sentence_starts(text)


def examples(folder: Path, splits: set[str], *, without: str | None = None) -> Iterator[Example]:
    """Examples of the gold reports in `splits` whose names do not begin with `without`."""
    for path in sorted(folder.glob("*.json")):
        if path.name.endswith(".links.json") or (without and path.name.startswith(without)):
            continue
        gold = json.loads(path.read_text("utf-8"))
        if gold["meta"].get("split") in splits:
            text = path.with_suffix(".txt").read_text("utf-8")
            yield example(path.stem, text, gold["claims"], _day(gold["meta"].get("published")))


def more_examples(shared: Path, *, batches: int, without: str | None = None) -> Iterator[Example]:
    """Examples of the first `batches` of the reports that we coded ourselves (`training/more`)."""
    for report in coded_reports(shared):
        if report.batch <= batches and not (without and report.name.startswith(without)):
            yield example(report.name, report.text, report.claims, report.published)


def _day(published: str | None) -> dt.date | None:
    return dt.date.fromisoformat(published) if published else None


def example(name: str, text: str, claims: list[dict[str, Any]], published: dt.date | None = None) -> Example:
    """One report with its labels."""
    document = document_of(text, name=name, published=published)
    times = Times(tuple(times_in(parse(document))), published)
    words, offsets = tokens_of(text)
    n = len(words)
    action = np.zeros((n, 1 + len(ACTIONS)), np.float32)
    action[:, 0] = 1
    status, voice = np.full(n, IGNORE), np.full(n, IGNORE)
    actor = np.zeros((n, len(ACTOR_CLASSES)), np.float32)
    made = Example(
        name,
        words,
        offsets,
        action,
        status,
        voice,
        actor,
        np.ones(n, np.float32),
        np.zeros_like(actor),
        np.zeros_like(actor),
        np.full(n, np.nan, np.float32),
        np.ones(n, np.float32),
    )
    for claim in claims:
        at = _words(offsets, claim["span"])
        if len(at) == 0:
            continue
        action[at] = 0
        others = [a for a in claim.get("accept", []) if a in ACTIONS]
        action[at, 1 + ACTIONS.index(claim["action"])] += 1 - ACCEPTED * bool(others)
        for other in others:
            action[at, 1 + ACTIONS.index(other)] += ACCEPTED / len(others)
        made.action_weight[at] = [float(k) for k in _carries([words[w] for w in at])]
        status[at] = STATUSES.index(claim["status"])
        voice[at] = SOURCE_KINDS.index(claim["source_kind"])
        for role in PARTY_HEADS:
            getattr(made, role)[at] = _party_classes(claim[role])
        made.claims.append(_arguments(made, text, claim, at, times))
    _finish_actors(made)
    return made


def _carries(words: list[str]) -> list[bool]:
    """Which words of a trigger mark it: `took` and `control` of `took control of`; all when none does."""
    found = [w.lower() not in _EMPTY and re.search(r"\w", w) is not None for w in words]
    return found if any(found) else [True] * len(words)


def _words(offsets: np.ndarray, span: Any) -> np.ndarray:
    return np.flatnonzero((offsets[:, 0] < span[1]) & (offsets[:, 1] > span[0]))


def _arguments(made: Example, text: str, claim: dict[str, Any], at: np.ndarray, times: Times) -> Arguments:
    labels = np.zeros((len(made.words), len(ARGUMENT_ROLES)), np.int8)
    trigger = (claim["span"][0], claim["span"][1])
    for key, role in (("agents", "agent"), ("targets", "target")):
        for party in claim[key]:
            found = _mark(made, labels, role, party["text"], text, trigger)
            for word in found:
                made.actor[word, ACTOR_CLASSES.index(_actor_class(party["actor"]))] += 1
    for place in claim["places"]:
        _mark(made, labels, place["role"], place["text"], text, trigger)
    if claim["source_kind"] != "own_voice":
        _mark(made, labels, "source", claim["source"], text, trigger)
    _mark_quantities(made, labels, claim, text, trigger)
    _mark_time(made, labels, claim, times, trigger, text)
    return Arguments(at, labels)


def _party_classes(parties: list[dict[str, Any]]) -> np.ndarray:
    """Shares of the classes of those named in a role; all on `none` for nobody."""
    shares = np.zeros(len(ACTOR_CLASSES), np.float32)
    for party in parties:
        shares[ACTOR_CLASSES.index(_actor_class(party["actor"]))] += 1 / len(parties)
    if not parties:
        shares[0] = 1
    return shares


def _mark_time(
    made: Example,
    labels: np.ndarray,
    claim: dict[str, Any],
    times: Times,
    trigger: tuple[int, int],
    text: str,
) -> None:
    """Label the expression whose days are the claim's; where none reads so, expressions are unknown."""
    column = ARGUMENT_ROLES.index("time")
    wanted = claim["time"]
    same = [t.span for t in times.found if t.start and t.end and [str(t.start), str(t.end)] == wanted]
    chosen = nearest([(s.start, s.end) for s in same], trigger, _starts(text))
    inherited = wanted in (None, [str(times.published)] * 2)
    unknown = same if chosen or inherited else [t.span for t in times.found]
    for span in unknown:
        labels[_words(made.offsets, (span.start, span.end)), column] = -1
    if chosen:
        labels[_words(made.offsets, chosen), column] = 1


def _mark(
    made: Example, labels: np.ndarray, role: str, words: str | None, text: str, trigger: tuple[int, int]
) -> np.ndarray:
    """Label the occurrence meant; the others of the same words are unknown, not wrong."""
    column = ARGUMENT_ROLES.index(role)
    spans = occurrences(words, text) if words else []
    chosen = nearest(spans, trigger, _starts(text))
    if chosen is None:
        labels[labels[:, column] == 0, column] = -1
        return np.array([], int)
    for span in spans:
        other = _words(made.offsets, span)
        labels[other[labels[other, column] == 0], column] = -1
    found = _words(made.offsets, chosen)
    labels[found, column] = 1
    return found


def _mark_quantities(
    made: Example, labels: np.ndarray, claim: dict[str, Any], text: str, trigger: tuple[int, int]
) -> None:
    column = ARGUMENT_ROLES.index("quantity")
    lines = _starts(text)
    k = bisect_right(lines, trigger[0])
    first, last = lines[k - 1], lines[k] if k < len(lines) else len(text)
    read = [(s, v) for s, v in numbers(text) if first <= s[0] < last]
    for quantity in claim["quantities"]:
        values = {quantity["low"], quantity["high"]} - {None}
        spans = [s for s, v in read if v in values]
        chosen = nearest(spans, trigger, lines)
        if chosen is None:
            near = _words(made.offsets, (first, last))
            labels[near[labels[near, column] == 0], column] = -1
        else:
            labels[_words(made.offsets, chosen), column] = 1


def _actor_class(actor: str | None) -> str:
    if actor is None:
        return "unresolved"
    left, _, right = actor.partition(":")
    named = left if left in ("group", "org") else right
    return named if named in ACTOR_CLASSES else "unresolved"


def _finish_actors(made: Example) -> None:
    """Words outside any actor are `none`, unless the same word is an actor's elsewhere in the report."""
    known = made.actor.sum(1) > 0
    made.actor[known] /= made.actor[known].sum(1, keepdims=True)
    made.actor[~known, 0] = 1
    seen = {w.lower() for w, k in zip(made.words, known, strict=True) if k} - _STOP
    for i, word in enumerate(made.words):
        if not known[i]:
            made.actor_weight[i] = 0.0 if word.lower() in seen and re.search(r"\w", word) else 0.5
