"""Each coded claim beside the gold claim it matches, and what is wrong in it, by ../shared's scorer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.run import scorer

LENIENT = frozenset(("time", "source"))
"""What the scorer's whole claim leaves out: time is scored apart, of a source only whether there is one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold claim and a coded one, either None where nothing matches; `wrong` names what differs."""

    gold: dict[str, Any] | None
    coded: dict[str, Any] | None
    wrong: tuple[str, ...] = ()


def pairs(text: str, gold: list[dict[str, Any]], coded: list[dict[str, Any]]) -> Iterator[Pair]:
    """Every claim of one report once, gold order first."""
    rules = scorer()
    found = dict(rules.match(gold, coded, text))
    for i, claim in enumerate(gold):
        if i in found:
            yield Pair(claim, coded[found[i]], tuple(_wrong(rules, claim, coded[found[i]])))
        else:
            yield Pair(claim, None)
    taken = set(found.values())
    yield from (Pair(None, claim) for j, claim in enumerate(coded) if j not in taken)


def _wrong(rules: Any, gold: dict[str, Any], coded: dict[str, Any]) -> Iterator[str]:
    if coded["action"] not in (gold["action"], *gold.get("accept", [])):
        yield "action"
    for role in ("agents", "targets"):
        want, got = rules.actors(gold, role), rules.actors(coded, role)
        if (want or got) and not want & got:
            yield f"{role[:-1]} {'missing' if not got else 'spurious' if not want else 'wrong'}"
    want_places = [p for p in gold.get("places", []) if p["role"] in rules.LOCATES]
    got_places = [p for p in coded.get("places", []) if p["role"] in rules.LOCATES]
    if want_places and not any(rules.same_place(p, q) for p in want_places for q in got_places):
        yield "place"
    if coded.get("status") != gold["status"]:
        yield "status"
    kinds = (gold.get("source_kind", "own_voice"), _last(coded).get("kind", "own_voice"))
    if (kinds[0] == "own_voice") != (kinds[1] == "own_voice"):
        yield "voice"
    elif kinds[0] != "own_voice":
        words = set(rules.fold(_last(coded).get("text", "")).split())
        if not words & set(rules.fold(gold["source"]).split()):
            yield "source"
    yield from _wrong_values(gold, coded)


def _last(claim: dict[str, Any]) -> dict[str, Any]:
    return (claim.get("attribution") or [{}])[-1]


def _wrong_values(gold: dict[str, Any], coded: dict[str, Any]) -> Iterator[str]:
    left = list(coded.get("quantities", []))
    for quantity in gold.get("quantities", []):
        vague = quantity.get("bound") in ("vague", "about")
        same = [
            q
            for q in left
            if q.get("low") == quantity["low"] and (vague or q.get("high") == quantity["high"])
        ]
        right = next((q for q in same if q.get("measure") == quantity["measure"]), None)
        if right is None:
            yield "quantity of another measure" if same else "quantity missing"
        else:
            left.remove(right)
    time = coded.get("time") or {}
    if isinstance(gold.get("time"), list) and [time.get("start"), time.get("end")] != gold["time"]:
        yield "time"
