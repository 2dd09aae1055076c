"""What two claims have in common, as named numbers between 0 and 1, for many pairs at once.

A feature is a function of the columns and two arrays of rows. Its name says when it is 1. Features
that mean different things inside one report and between two stand twice, `within` and `across`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.evidence import STATUSES
from dateline.link.columns import NONE, Columns, number_of
from dateline.link.words import knowledge
from dateline.resolve.geometry import EARTH_KM

Rows = NDArray[np.int64]
Values = NDArray[np.float32]
Bools = NDArray[np.bool_]

NEAR_KM = 5.0
"""Two coordinates this close are one place: the size of a town, and of gazetteer disagreement."""
MONTH = 30
"""Days from which two undated claims count as wholly apart."""
TENFOLD = 2.303
"""Natural logarithm of ten: figures so far apart count as wholly unlike."""
SCENES = 5
"""Scenes between two claims of a report that count as wholly apart."""
LEAD = 600
"""Characters of a report's title and first paragraph, which tell its main event."""
FAR_KM = 25.0
"""Beyond this two named places are different ones: UCDP's where_prec 2 is `within about 25 km`."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The columns and the two rows of each pair, with what several features ask for."""

    columns: Columns
    a: Rows
    b: Rows
    within: Bools

    def both(self, name: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The column `name` at both rows."""
        column = getattr(self.columns, name)
        return column[self.a], column[self.b]


def pairs(columns: Columns, a: Rows, b: Rows) -> Pairs:
    """Pairs ready for `measure`."""
    return Pairs(columns, a, b, columns.document[a] == columns.document[b])


def meets(x: NDArray[np.int64], y: NDArray[np.int64]) -> Bools:
    """True where two padded sets share a member."""
    found: Bools = ((x[:, :, None] == y[:, None, :]) & (x[:, :, None] != 0)).any(axis=(1, 2))
    return found


def shared(x: NDArray[np.int64], y: NDArray[np.int64]) -> Values:
    """Members in common over members of both (Jaccard); 0 when both sets are empty."""
    common = ((x[:, :, None] == y[:, None, :]) & (x[:, :, None] != 0)).any(axis=2).sum(axis=1)
    total = (x != 0).sum(axis=1) + (y != 0).sum(axis=1) - common
    share: Values = (common / np.maximum(total, 1)).astype(np.float32)
    return share


def _place(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    fa, fb = p.both("fine")
    ba, bb = p.both("broad")
    named_a, named_b = fa[:, 0] != 0, fb[:, 0] != 0
    km = distance(p)
    near, far = km <= NEAR_KM, km > FAR_KM
    same = (meets(fa, fb) | near) & ~far
    nested = ~same & (meets(fa, bb) | meets(ba, fb)) & ~far
    area = ~same & ~nested & meets(ba, bb)
    apart = (named_a & named_b & ~same & ~nested) | far
    return {
        "same place": same & (shared(fa, fb) > 0.99),
        "a place in common": same & (shared(fa, fb) <= 0.99),
        "one place in the other": nested,
        "only the area in common": area & ~apart,
        "places differ": apart & ~meets(ba, bb),
        "places differ in one area": apart & meets(ba, bb),
        "one is placed in an area only": (named_a ^ named_b)
        & ~same
        & ~nested
        & (ba[:, 0] != 0)
        & (bb[:, 0] != 0),
        "both are placed in areas only": ~named_a & ~named_b & (ba[:, 0] != 0) & (bb[:, 0] != 0),
        "a place is not named": (~named_a & (ba[:, 0] == 0)) | (~named_b & (bb[:, 0] == 0)),
    }


def distance(p: Pairs) -> Values:
    """Kilometres between the claims' own places; NaN when either has no coordinates."""
    lat_a, lat_b = (np.radians(v) for v in p.both("lat"))
    lon_a, lon_b = (np.radians(v) for v in p.both("lon"))
    inner = (
        np.sin((lat_a - lat_b) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin((lon_a - lon_b) / 2) ** 2
    )
    km: Values = (2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(inner, 1.0)))).astype(np.float32)
    return km


def gap(p: Pairs) -> tuple[NDArray[np.int64], Bools, Bools]:
    """Days between the two intervals (0: they overlap), and which of the two claims are dated."""
    start_a, start_b = (v.astype(np.int64) for v in p.both("start"))
    end_a, end_b = (v.astype(np.int64) for v in p.both("end"))
    dated_a, dated_b = start_a != NONE, start_b != NONE
    days = np.maximum(np.maximum(start_a - end_b, start_b - end_a), 0)
    return np.where(dated_a & dated_b, days, 0), dated_a, dated_b


def _time(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    days, dated_a, dated_b = gap(p)
    both = dated_a & dated_b
    start_a, start_b = (v.astype(np.int64) for v in p.both("start"))
    end_a, end_b = (v.astype(np.int64) for v in p.both("end"))
    published_a, published_b = (v.astype(np.int64) for v in p.both("published"))
    said = (published_a != NONE) & (published_b != NONE)
    # An undated claim of a report speaks of its own days: a dated one long before is another event.
    back_a = np.where(dated_a & (published_a != NONE), published_a - end_a, 0) > 14
    back_b = np.where(dated_b & (published_b != NONE), published_b - end_b, 0) > 14
    span_a, span_b = np.where(dated_a, end_a - start_a, 0) > 20, np.where(dated_b, end_b - start_b, 0) > 20
    # What a claim does not date is looked for on the day its report was published.
    known_a, known_b = np.where(dated_a, start_a, published_a), np.where(dated_b, start_b, published_b)
    apart = np.where(~both & (known_a != NONE) & (known_b != NONE), np.abs(known_a - known_b), 0)
    return {
        "days apart as far as known": np.minimum(apart, MONTH) / MONTH,
        "over three days apart as far as known": apart > 3,
        "same day": both & (days == 0) & (start_a == start_b) & (end_a == end_b),
        "days overlap": both & (days == 0) & ((start_a != start_b) | (end_a != end_b)),
        "one to three days apart": both & (days > 0) & (days <= 3),
        "days apart": both & (days > 3),
        "one dated": dated_a ^ dated_b,
        "one dated long before": (back_a ^ back_b) & ~both,
        "a long interval against a short one": span_a ^ span_b,
        "published over a week apart": said & (np.abs(published_a - published_b) > 7) & ~(both & (days == 0)),
    }


def _parties(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    made: dict[str, NDArray[np.float32] | Bools] = {}
    for name in ("agents", "targets"):
        x, y = p.both(name)
        same = meets(x, y)
        made[f"same {name}"] = same
        made[f"{name} differ"] = (x[:, 0] != 0) & (y[:, 0] != 0) & ~same
    agents_a, agents_b = p.both("agents")
    targets_a, targets_b = p.both("targets")
    made["roles reversed"] = (meets(agents_a, targets_b) | meets(targets_a, agents_b)) & ~made[
        "same agents"
    ].astype(bool)
    parties_a, parties_b = p.both("parties")
    made["actors in common"] = shared(parties_a, parties_b)
    words_a, words_b = p.both("words")
    made["words in common"] = shared(words_a, words_b)
    return made


def _action(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    a, b = p.both("action")
    family_a, family_b = p.both("family")
    trigger_a, trigger_b = p.both("trigger")
    kinds = {k: _is(a, k) ^ _is(b, k) for k in ("states", "words")}
    acts_a, acts_b, harms_a, harms_b = _is(a, "acts"), _is(b, "acts"), _is(a, "harms"), _is(b, "harms")
    return {
        "same action": a == b,
        "act and its harm": (acts_a & harms_b) | (harms_a & acts_b),
        "two acts": acts_a & acts_b & (a != b),
        "two harms": harms_a & harms_b & (a != b),
        "families differ": family_a != family_b,
        "state against event": kinds["states"],
        "statement against event": kinds["words"],
        "two statements": _is(a, "words") & _is(b, "words") & (a != b),
        "same trigger": trigger_a == trigger_b,
    }


def _means(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    a, b = p.both("means")
    named_a, named_b, same = a[:, 0] != 0, b[:, 0] != 0, meets(a, b)
    return {
        "means in common": same,
        "means differ": named_a & named_b & ~same,
        "means of one alone": named_a ^ named_b,
    }


def _is(action: NDArray[np.int64], kind: str) -> Bools:
    numbers = np.array(sorted(number_of(name) for name in knowledge()[kind]), dtype=np.int64)
    found: Bools = np.isin(action, numbers)
    return found


def _figures(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    made = _alike(p, "")
    told = _alike(p, "told_")
    total_a, total_b = p.both("cumulative")
    made["running total against part"] = (total_a ^ total_b) & ~np.asarray(made["same figure"], dtype=bool)
    made["same figure in the sentence"] = told["same figure"]
    made["figures in the sentence differ"] = told["figures differ"]
    made["figures in the sentence are unlike"] = told["figures are unlike"]
    return made


def _alike(p: Pairs, prefix: str) -> dict[str, NDArray[np.float32] | Bools]:
    """Whether figures of one measure agree, cannot agree, and how far apart their lower ends are (0..1)."""
    measure_a, measure_b = p.both(f"{prefix}measure")
    low_a, low_b = p.both(f"{prefix}low")
    high_a, high_b = p.both(f"{prefix}high")
    alike = (measure_a[:, :, None] == measure_b[:, None, :]) & (measure_a[:, :, None] != 0)
    same = (alike & (low_a[:, :, None] == low_b[:, None, :]) & (low_a[:, :, None] > 2)).any(axis=(1, 2))
    apart = alike & (
        (low_a[:, :, None] > _top(high_b)[:, None, :]) | (low_b[:, None, :] > _top(high_a)[:, :, None])
    )
    ratio = np.abs(np.log(np.maximum(low_a, 1)[:, :, None] / np.maximum(low_b, 1)[:, None, :]))
    unlike = np.minimum(np.nan_to_num(np.where(alike, ratio, 0)).max(axis=(1, 2)) / TENFOLD, 1)
    return {
        "same figure": same,
        "figures differ": apart.any(axis=(1, 2)) & ~same,
        "figures are unlike": np.where(same, 0, unlike),
    }


def _top(high: NDArray[np.int64]) -> NDArray[np.float32]:
    return np.where(np.isnan(high), np.inf, high)


def _status(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    a, b = p.both("status")
    unreal = [STATUSES.index(s) for s in ("planned", "conditional")]
    plan_a, plan_b = np.isin(a, unreal), np.isin(b, unreal)
    denied = STATUSES.index("denied")
    return {
        "planned against done": plan_a ^ plan_b,
        "denied against claimed": (a == denied) ^ (b == denied),
    }


def _text(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    sentence_a, sentence_b = p.both("sentence")
    offset_a, offset_b = (v.astype(np.float32) for v in p.both("offset"))
    apart = np.abs(sentence_a - sentence_b)
    title_a, title_b = p.both("title")
    speaker_a, speaker_b = p.both("speaker")
    scene_a, scene_b = p.both("scene")
    return {
        "same scene": scene_a == scene_b,
        "scenes apart": np.minimum(np.abs(scene_a - scene_b), SCENES) / SCENES,
        "both in the first scene": (scene_a == 0) & (scene_b == 0),
        "same sentence": apart == 0,
        "next sentence": apart == 1,
        "nearness in the text": np.exp(-np.abs(offset_a - offset_b) / 800),
        "both in the lead": (offset_a < LEAD) & (offset_b < LEAD),
        "one in the lead": (offset_a < LEAD) ^ (offset_b < LEAD),
        "one in the title": title_a.astype(bool) ^ title_b.astype(bool),
        "same speaker": (speaker_a == speaker_b) & (speaker_a != 0),
    }


def _leads(p: Pairs) -> dict[str, NDArray[np.float32] | Bools]:
    offset_a, offset_b = p.both("offset")
    scene_a, scene_b = p.both("scene")
    return {
        "both in the lead": (offset_a < LEAD) & (offset_b < LEAD),
        "one in the lead": (offset_a < LEAD) ^ (offset_b < LEAD),
        "both in the first scene": (scene_a == 0) & (scene_b == 0),
    }


GROUPS: tuple[tuple[str, Callable[[Pairs], dict[str, NDArray[np.float32] | Bools]]], ...] = (
    ("both", _action),
    ("split", _place),
    ("split", _time),
    ("split", _parties),
    ("split", _figures),
    ("split", _means),
    ("both", _status),
    ("within", _text),
    ("across", _leads),
)

TOGETHER = (
    ("same action", "within: same place"),
    ("same action", "across: same place"),
    ("same action", "across: same day"),
    ("same action", "across: same figure"),
    ("same action", "within: same figure"),
    ("same action", "within: same agents"),
    ("same action", "within: same targets"),
    ("same action", "across: same targets"),
    ("act and its harm", "within: same sentence"),
    ("act and its harm", "within: next sentence"),
    ("act and its harm", "across: same place"),
    ("across: same place", "across: same day"),
    ("across: same place", "across: same agents"),
    ("within: same place", "within: same day"),
    ("within: same scene", "within: nearness in the text"),
    ("within: same scene", "within: same place"),
    ("within: places differ", "within: same sentence"),
    ("within: places differ", "within: both in the lead"),
    ("within: figures are unlike", "same action"),
    ("within: figures are unlike", "within: same speaker"),
    ("within: figures in the sentence are unlike", "same action"),
    ("across: figures in the sentence are unlike", "same action"),
    ("across: figures are unlike", "across: same place"),
    ("across: same figure", "across: same targets"),
    ("within: both in the lead", "within: same figure in the sentence"),
    ("state against event", "within: same sentence"),
    ("statement against event", "within: same sentence"),
    ("same action", "within: same scene"),
    ("act and its harm", "within: same scene"),
    ("planned against done", "same action"),
    ("within: roles reversed", "within: same place"),
    ("families differ", "within: same place"),
    ("families differ", "across: same place"),
)
"""Pairs of features that say more together than each alone; the product is a feature too."""


def measure(p: Pairs) -> dict[str, Values]:
    """Every feature of every pair, by name."""
    made: dict[str, Values] = {"between two reports": (~p.within).astype(np.float32)}
    for scope, group in GROUPS:
        for name, values in group(p).items():
            numbers = np.asarray(values, dtype=np.float32)
            if scope in ("both",):
                made[name] = numbers
            if scope == "across":
                made[f"across: {name}"] = numbers * ~p.within
            if scope in ("split", "within"):
                made[f"within: {name}"] = numbers * p.within
            if scope == "split":
                made[f"across: {name}"] = numbers * ~p.within
    for one, other in TOGETHER:
        made[f"{one} + {other}"] = made[one] * made[other]
    return made


def names() -> tuple[str, ...]:
    """The names of all features, in order."""
    empty = np.zeros(0, dtype=np.int64)
    return tuple(measure(pairs(_empty(), empty, empty)))


def _empty() -> Columns:
    from dateline.link.columns import encode

    return encode((), {})
