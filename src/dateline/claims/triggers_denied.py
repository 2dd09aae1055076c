"""Denials that name the act: `denied that it shelled the camp` is that shelling, denied, nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.status_lists import cue_words
from dateline.claims.triggers import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLEMENTS = ("ccomp", "xcomp", "dobj")


def without_denials(parse: Parse, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """The triggers without a `reject` whose complement holds another of them (codebook, section 8)."""
    heads = {trigger.head for trigger in triggers}
    for trigger in triggers:
        verb = parse.doc[trigger.head]
        if trigger.action != "reject" or not (_denies(verb) and _denied(verb) & (heads - {trigger.head})):
            yield trigger


def _denies(verb: Token) -> bool:
    entry = cue_words("clause_governor").get(verb.lemma_.lower())
    return entry is not None and entry["sets"] == "denied"


def _denied(verb: Token) -> set[int]:
    """Tokens of what the verb denies."""
    return {t.i for c in verb.rights if c.dep_ in _COMPLEMENTS for t in c.subtree}
