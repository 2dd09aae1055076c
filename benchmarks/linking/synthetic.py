"""Synthetic claims with known truth, and how linking them scales.

    python -m benchmarks.linking.synthetic 10000 100000        # prints a row for each size
    python -m benchmarks.linking.synthetic 100000 --index      # and times a new report against the index

A made-up war: places are drawn by Zipf's law, each incident is an act with its harms at a place and day,
told by one to five reports that spell the place, count the victims and date the act a little differently.
Reports tell of one to three incidents. Nothing is taken from any real text.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from dateline.claims.record import Claim, ClaimTime, Figure, Party, Place, Source
from dateline.document import Span
from dateline.link.block import candidates
from dateline.link.bulk import DEFAULT, caution
from dateline.link.cluster import cluster
from dateline.link.columns import Columns, encode
from dateline.link.compare import scores
from dateline.link.index import Index
from dateline.link.record import Report

ACTS = ("airstrike", "shelling", "attack", "bombing", "clash", "capture")
ARMIES = ("AAA:military", "BBB:military", "group:north", "group:south", "group:east", "org:alliance")
OUTLETS = tuple(f"outlet{n}" for n in range(40))
START = dt.date(2015, 1, 1)


@dataclass(frozen=True, slots=True)
class Event:
    """One true incident."""

    number: int
    place: int
    day: dt.date
    act: str
    agent: str
    target: str
    killed: int


def events(random_: random.Random, count: int) -> list[Event]:
    """True incidents over five years; a busy place sees many, most see few."""
    places = max(count // 3, 20)
    weights = [1 / (rank + 50) for rank in range(places)]
    chosen = random_.choices(range(places), weights, k=count)
    made = []
    for number, place in enumerate(chosen):
        agent, target = random_.sample(ARMIES, 2)
        day = START + dt.timedelta(days=random_.randrange(365 * 5))
        made.append(Event(number, place, day, random_.choice(ACTS), agent, target, random_.randrange(1, 60)))
    return sorted(made, key=lambda e: e.day)


def reports(size: int, *, seed: int = 7) -> Iterator[tuple[Report, list[tuple[Claim, int]]]]:
    """Reports with about `size` claims in all; each claim with the number of its true incident."""
    random_ = random.Random(seed)
    listed = events(random_, size // 7)
    told = [(e, n) for e in listed for n in range(random_.choice((1, 1, 2, 3, 5)))]
    told.sort(key=lambda pair: (pair[0].day, random_.random()))
    at, number = 0, 0
    while at < len(told):
        several = random_.choice((1, 1, 2, 3))
        chosen = {e.number: e for e, _ in told[at : at + several]}
        at += several
        last = max(e.day for e in chosen.values())
        document = f"{number:064x}"
        report = Report(
            id=document,
            name=f"r{number}",
            outlet=random_.choice(OUTLETS),
            published=last + dt.timedelta(days=random_.choice((0, 0, 1))),
        )
        number += 1
        claims: list[tuple[Claim, int]] = []
        for event in chosen.values():
            claims += [(c, event.number) for c in told_by(random_, event, document, len(claims))]
        yield report, claims


def told_by(random_: random.Random, event: Event, document: str, first: int) -> Iterator[Claim]:
    """The claims of one report about one event: its act, its toll, sometimes more."""
    actions = [
        event.act,
        "kill",
        *random_.choices((event.act, "wound", "destroy", "kill"), k=random_.choice((0, 1, 2))),
    ]
    dated = random_.random() < 0.7
    toll = event.killed if random_.random() < 0.8 else max(1, event.killed + random_.randrange(-3, 9))
    for k, action in enumerate(actions):
        start = 150 * (first + k)
        span = Span(start, start + 8)
        figures = (Figure(text=str(toll), span=span, measure="killed", low=toll, high=toll, bound="exact"),)
        yield Claim(
            document=document,
            sentence=first + k,
            span=span,
            trigger=action,
            action=action,
            status="occurred",
            agents=(Party(text=event.agent, span=span, actor=event.agent),),
            targets=(Party(text=event.target, span=span, actor=event.target),),
            places=(
                Place(text=spelled(random_, event.place), span=span, role="at"),
                Place(text=f"District{event.place % 30} province", span=span, role="in_part_of"),
            ),
            time=ClaimTime(text="then", span=span, start=event.day, end=event.day, precision="day")
            if dated
            else None,
            quantities=figures if action == "kill" else (),
            attribution=(Source(text="an official", span=span, kind="named_official", actor=event.agent),)
            if random_.random() < 0.5
            else (),
            confidence=0.9,
        )


def spelled(random_: random.Random, place: int) -> str:
    """A name of its own for each place; one time in five written with other vowels."""
    letters = "bdfgjklmnrstvx"
    # Two letters alternate so that no consonant is doubled: a key would hold it once.
    name, number = "", place + 2000
    while number:
        number, digit = divmod(number, len(letters))
        name += letters[digit] + ("e" if random_.random() < 0.2 else "a")
    return name.capitalize()


def stream(size: int) -> tuple[Columns, np.ndarray, int]:
    """Columns of a synthetic ledger and the truth; claims are encoded as they come and not kept."""
    known: dict[str, Report] = {}
    truth: list[int] = []

    def claims() -> Iterator[Claim]:
        for report, listed in reports(size):
            known[report.id] = report
            for claim, number in listed:
                truth.append(number)
                yield claim

    columns = encode(claims(), known)
    return columns, np.array(truth), len(known)


def b_cubed(truth: np.ndarray, found: np.ndarray) -> tuple[float, float]:
    """Precision and recall of a clustering by B-cubed."""
    _, both = np.unique(np.stack([truth, found]), axis=1, return_inverse=True)
    size = [np.bincount(x)[x] for x in (np.unique(x, return_inverse=True)[1] for x in (both, found, truth))]
    return float((size[0] / size[1]).mean()), float((size[0] / size[2]).mean())


def measured(size: int) -> tuple[dict[str, object], Columns, np.ndarray]:
    """One row of the table: seconds, megabytes, pairs and B-cubed of linking about `size` claims."""
    began = time.process_time()
    columns, truth, count = stream(size)
    encoded = time.process_time()
    a, b = candidates(columns)
    blocked = time.process_time()
    less = caution(DEFAULT, columns)
    weight = scores(columns, a, b, caution=less)
    scored = time.process_time()
    labels = cluster(
        len(columns),
        a,
        b,
        weight,
        lambda i, j: scores(columns, i, j, caution=less),
        threshold=DEFAULT.threshold,
    )
    done = time.process_time()
    precision, recall = b_cubed(truth, labels)
    row: dict[str, object] = {
        "claims": len(columns),
        "reports": count,
        "pairs": len(a),
        "pairs per claim": round(len(a) / len(columns), 2),
        "make and encode s": round(encoded - began, 1),
        "block s": round(blocked - encoded, 1),
        "score s": round(scored - blocked, 1),
        "cluster s": round(done - scored, 1),
        "link s": round(done - encoded, 1),
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "incidents": len(np.unique(labels)),
        "true": len(np.unique(truth)),
        "b3 p": round(precision, 4),
        "b3 r": round(recall, 4),
    }
    return row, columns, labels


def main() -> None:
    """Prints one JSON line for each size."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("sizes", nargs="+", type=int)
    options.add_argument("--index", action="store_true", help="also time new reports against the index")
    given = options.parse_args()
    for size in given.sizes:
        row, columns, labels = measured(size)
        print(json.dumps(row), flush=True)
        if given.index:
            print(json.dumps(asked(columns, labels)), flush=True)


def asked(columns: Columns, labels: np.ndarray, *, count: int = 50) -> dict[str, object]:
    """Milliseconds to place a new report of about seven claims."""
    began = time.process_time()
    index = Index(columns, [str(k) for k in labels.tolist()])
    built = time.process_time() - began
    taken = []
    for n, (report, listed) in enumerate(reports(2000, seed=11)):
        if n == count:
            break
        began = time.process_time()
        index.place([c for c, _ in listed], report)
        taken.append(1000 * (time.process_time() - began))
    middle = sorted(taken)
    return {
        "index of": len(columns),
        "built s": round(built, 1),
        "median ms": round(middle[len(middle) // 2], 1),
        "p95 ms": round(middle[int(len(middle) * 0.95)], 1),
    }


if __name__ == "__main__":
    main()
