"""Fits who a party is, on gold with out-of-corpus evidence: see README.md here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dateline.claims.build import claims_in
from dateline.mentions.actors_phrase import PRONOUNS
from dateline.pipeline.coder import placed
from dateline.resolve.actors import read_by_rules
from dateline.resolve.actors_cast import Cast
from dateline.resolve.actors_features import Asked, bodies_for, body_rows
from dateline.resolve.actors_weighed import chosen, parties_of
from training.joint.boost import fitted, left_out, store
from training.joint.fit_parties import ROLES, words_in
from training.joint.reports import Report
from training.joint.scenes import gold_at

SIZE = {"trees": 400, "leaves": 8}


@dataclass
class Offer:
    """A party of the coder in an event of gold: whom it may be, who is right (None: cannot be told) and
    whom the rules take it for."""

    bodies: tuple[str, ...]
    rows: np.ndarray
    right: frozenset[str] | None
    ruled: str | None
    role: str

    @property
    def answers(self) -> np.ndarray:
        """1 for a right body, 0 for others, -1 where none that is offered is the right one."""
        made = np.array([self.right is not None and body in self.right for body in self.bodies], np.int8)
        known = self.right is not None and (not self.right or made.any())
        return made if known else np.full(len(made), -1, np.int8)


def offers(report: Report) -> Iterator[Offer]:
    """The parties of a report's events that gold has too."""
    parse, mentions = report.parse, report.mentions
    claims = placed(claims_in(parse, mentions), parse=parse, mentions=mentions)
    if not claims:
        return
    claims, scene, memory = read_by_rules(claims, parse=parse, mentions=mentions)
    cast = Cast(scene, memory, claims)
    for (index, role, _), asked in parties_of(cast):
        gold = gold_at(report, claims[index].span)
        bodies = bodies_for(asked, cast)
        if gold is not None and bodies:
            yield Offer(
                bodies, body_rows(asked, bodies, cast), _right(asked, gold[role]), asked.party.actor, role
            )


def _right(asked: Asked, gold: list[dict[str, Any]]) -> frozenset[str] | None:
    """Who gold says the words are; where it has other words, whom they must stand for, or None."""
    party = asked.party
    same = [p["actor"] for p in gold if p["text"] and words_in(p["text"]) & words_in(party.text)]
    if same:
        return frozenset(same) - {None}
    everybody = frozenset(p["actor"] for p in gold) - {None}
    if party.actor is None or party.text.lower() in PRONOUNS or not everybody:
        return everybody
    return everybody & {party.actor} or None


def fit_bodies(made: list[Report], folder: Path) -> dict[str, Any]:
    """Write bodies.npz; the figures are shares of parties rightly known or left open, corpora left out."""
    found = [(m, offer) for m in made for offer in offers(m)]
    rows, answers = (np.concatenate([getattr(o, name) for _, o in found]) for name in ("rows", "answers"))
    fold, weight = (
        np.concatenate([np.full(len(o.bodies), getattr(m, name)) for m, o in found])
        for name in ("fold", "weight")
    )
    chance = left_out(rows, answers, fold, weight=weight, **SIZE)
    known = answers >= 0
    store(fitted(rows[known], answers[known], weight=weight[known], **SIZE), folder / "bodies.npz")
    told, at = dict.fromkeys([f"{role} {what}" for role in ROLES for what in ("n", "right")], 0), 0
    for _, offer in found:
        each, at = chance[at : at + len(offer.bodies)], at + len(offer.bodies)
        if offer.right is not None:
            given = chosen(dict(zip(offer.bodies, each.tolist(), strict=True)), offer.ruled)
            told[f"{offer.role} n"] += 1
            told[f"{offer.role} right"] += given in offer.right if given else not offer.right
    return {role: round(told[f"{role} right"] / max(told[f"{role} n"], 1), 4) for role in ROLES}
