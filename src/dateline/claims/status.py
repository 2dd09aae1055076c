"""Did it happen, as the source puts it: occurred, ongoing, planned, conditional, possible, denied."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from dateline.annotate import Parse
from dateline.annotate.evidence import STATUSES
from dateline.claims.record import Status
from dateline.claims.syntax import is_verbal
from dateline.claims.triggers import Trigger
from dateline.lexicon import Entry, entries

if TYPE_CHECKING:
    from spacy.tokens import Token

STRENGTH = ("denied", "conditional", "possible", "planned", "ongoing", "occurred")
"""When several cues stand over one event the first of these wins."""
CUE_WEIGHT = 1.0
"""What a cue adds to its status beside the encoder's probabilities (gold dev)."""
DEFAULT_WEIGHT = 0.8
"""The same for `occurred` where no cue stands (gold dev)."""
CLIMB = ("xcomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj", "nsubjpass", "attr", "advcl", "ccomp")
PRESENT = ("VBZ", "VBP")


@cache
def _cues(where: str) -> dict[str, Entry]:
    return {word: e for e in entries("status") if e["where"] == where for word in e["words"]}


def status_of(parse: Parse, trigger: Trigger) -> tuple[Status, str]:
    """The status and the rule that set it (`model` when the encoder overrode the cues)."""
    head = parse.doc[trigger.head]
    found = list(cues_over(head))
    fixed = trigger.hit.entry.get("status") if trigger.hit else None
    if not found and fixed and _is_present(head):
        found.append((cast(Status, fixed), trigger.rule))
    by_rule, rule = min(found, key=lambda f: STRENGTH.index(f[0]), default=("occurred", "status.default"))
    if parse.evidence is None:
        return by_rule, rule
    row = parse.evidence.status[trigger.first : trigger.last].mean(axis=0).copy()
    row[STATUSES.index(by_rule)] += CUE_WEIGHT if found else DEFAULT_WEIGHT
    best = STATUSES[int(row.argmax())]
    return cast(Status, best), rule if best == by_rule else "model"


def cues_over(head: Token) -> Iterator[tuple[Status, str]]:
    """Cues over an event word, each with the status it sets."""
    yield from _beside(head)
    child = head
    for _ in range(4):
        governor = child.head
        if governor is child or child.dep_ not in CLIMB:
            return
        if child.dep_ in ("advcl", "ccomp") and _is_finite(child):
            return
        entry = _cues("governor").get(governor.lemma_.lower())
        if entry is not None and child.dep_ not in ("conj", "nsubjpass"):
            yield entry["sets"], entry.id
            if any(c.dep_ == "neg" for c in governor.children):
                yield "denied", "governor.negated"
        if is_verbal(governor) and child.dep_ in (
            "dobj",
            "pobj",
            "prep",
            "xcomp",
            "conj",
            "nsubjpass",
            "attr",
        ):
            if child.dep_ == "conj" and _is_finite(child):
                return
            yield from _beside(governor)
        child = governor


def _beside(word: Token) -> Iterator[tuple[Status, str]]:
    for child in word.children:
        for where, deps in (
            ("modal", ("aux",)),
            ("modifier", ("advmod", "amod", "neg", "compound")),
            ("determiner", ("det",)),
            ("marker", ("mark", "advmod")),
        ):
            entry = _cues(where).get(child.lower_)
            if child.dep_ in deps and entry is not None:
                yield entry["sets"], entry.id
    purpose = word.tag_ == "VB" and word.dep_ in ("advcl", "acl", "relcl", "ROOT")
    if purpose and any(c.lower_ == "to" for c in word.children):
        yield _cues("marker")["to"]["sets"], _cues("marker")["to"].id
    if word.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in PRESENT for c in word.children):
        yield "ongoing", "tense.progressive"


def _is_finite(word: Token) -> bool:
    return word.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in word.children
    )


def _is_present(head: Token) -> bool:
    """False for a state said of the past (`had held`, `was under the control`)."""
    chain = (head, head.head, head.head.head)
    return not any(t.tag_ == "VBD" and is_verbal(t) for t in chain[: 1 if is_verbal(head) else 3])
