"""Fits who does an event and to whom, on gold with out-of-corpus evidence: see README.md here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.annotate import Parse
from dateline.claims.build import claims_in
from dateline.claims.parties import CHANCE
from dateline.claims.parties_features import party_rows
from dateline.claims.parties_offered import never_parties, offered
from dateline.claims.parties_scores import Asked, Offered
from dateline.claims.parties_scores import Event as SeenEvent
from dateline.document import Span
from dateline.resolve.actors_acts import Act, country_where
from dateline.resolve.actors_choice import choose
from dateline.resolve.places import resolve_toponyms
from dateline.resolve.places_claims import resolve_places
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory
from training.joint.boost import fitted, left_out, store
from training.joint.reports import Report
from training.joint.scenes import seen_in

SIZE = {"trees": 200, "leaves": 8}
ROLES = ("agents", "targets")


@dataclass
class Event:
    """One event of the coder that gold has too: candidates, their rows, who they are, what gold says."""

    offered: tuple[Offered, ...]
    rows: np.ndarray
    who: list[dict[str, str | None]]
    gold: dict[str, Any]
    text: list[str]

    def answers(self, role: str) -> np.ndarray:
        """1 for candidates that are gold's actors in `role`, 0 for others, -1 where it cannot be told."""
        parties = self.gold[role]
        ids = {p["actor"] for p in parties} - {None}
        texts = [words_in(p["text"]) for p in parties if p["text"]]
        made = np.zeros(len(self.offered), np.int8)
        for k, text in enumerate(self.text):
            said = any(words_in(text) & words for words in texts)
            actor = self.who[k][role]
            if actor in ids and actor is not None:
                made[k] = 1
            elif said:
                made[k] = -1 if actor is not None else 1
        return made


def words_in(text: str) -> set[str]:
    """The words of a phrase by which two are taken for the same."""
    return {w for w in text.lower().split() if w not in ("the", "a", "an", "of", "and")}


def events(report: Report) -> Iterator[Event]:
    """The matched events of one report."""
    parse: Parse = report.parse
    everything = list(seen_in(report))
    if not everything:
        return
    mentions = everything[0].mentions
    claims = resolve_places(
        claims_in(parse, mentions), parse=parse, resolved=resolve_toponyms(parse, mentions.places)
    )
    scene = Scene(parse, mentions)
    memory = Memory(scene)
    for seen, claim in zip(everything, claims, strict=True):
        offers = offered(parse, seen.trigger, seen.roles, mentions.actors)
        if seen.gold is None or not offers:
            continue
        excluded = never_parties(seen.trigger, mentions)
        event = SeenEvent(seen.trigger, seen.peers, seen.roles)
        rows = party_rows(parse, [Asked(event, offers, excluded)], mentions)
        country = country_where(claim)
        spans = [parse.span_of(one.first, one.last) for one in offers]
        who = [
            {role: _actor(at, role, claim.action, seen.span, country, scene, memory) for role in ROLES}
            for at in spans
        ]
        yield Event(offers, rows, who, seen.gold, [parse.document.quote(at) for at in spans])


def _actor(
    at: Span, role: str, action: str, span: Span, country: str | None, scene: Scene, memory: Memory
) -> str | None:
    act = Act(action=action, role=role, at=span, country=country, others=(at,))
    return choose(at, act, scene=scene, memory=memory).actor


def fit_parties(made: list[Report], folder: Path) -> dict[str, Any]:
    """Write agents.npz and targets.npz; the figures are of gold's events, on left-out corpora."""
    found = [(m, event) for m in made for event in events(m)]
    rows = np.concatenate([event.rows for _, event in found])
    fold, weight = (
        np.concatenate([np.full(len(event.rows), getattr(m, name)) for m, event in found])
        for name in ("fold", "weight")
    )
    chance = {}
    for role in ROLES:
        answers = np.concatenate([event.answers(role) for _, event in found])
        chance[role] = left_out(rows, answers, fold, weight=weight, **SIZE)
        known = answers >= 0
        store(fitted(rows[known], answers[known], weight=weight[known], **SIZE), folder / f"{role}.npz")
    return _figures([event for _, event in found], np.stack([chance[role] for role in ROLES], axis=1))


def _figures(found: list[Event], chance: np.ndarray) -> dict[str, float]:
    """Share of events right as the scorer has it, of those where gold or the trees name somebody."""
    told, at = dict.fromkeys([f"{role} {what}" for role in ROLES for what in ("n", "right")], 0), 0
    for event in found:
        size = len(event.offered)
        each, at = chance[at : at + size], at + size
        for k, role in enumerate(ROLES):
            taken = np.flatnonzero((each.argmax(1) == k) & (each[:, k] >= CHANCE[k]))
            want = {p["actor"] for p in event.gold[role]} - {None}
            got = {event.who[i][role] for i in taken} - {None}
            told[f"{role} n"] += bool(want or got)
            told[f"{role} right"] += bool(want & got)
    return {role: round(told[f"{role} right"] / max(told[f"{role} n"], 1), 4) for role in ROLES}
