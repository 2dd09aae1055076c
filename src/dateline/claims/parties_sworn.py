"""Who is loyal to somebody acts, not whom he is loyal to: `forces loyal to the general`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.parties_scores import Event, Offered
from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token


def loyal(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; what is told of the general is told of the forces loyal to him."""
    first, last = event.trigger.sentence.first, event.trigger.sentence.last
    if set(mapping("roles")["loyal_adjectives"]).isdisjoint(parse.lowers[first:last]):
        return chances
    for noun in parse.tokens[first:last]:
        masters = followed(noun)
        at = [k for k, one in enumerate(offered) if one.heads <= set(masters)]
        of = [k for k, one in enumerate(offered) if noun.i in one.heads]
        if masters and at and of:
            told = [chances[k] for k in (*at, *of)]
            most = (max(row[0] for row in told), max(row[1] for row in told))
            chances = [
                (0.0, 0.0) if k in at else most if k == of[0] else row for k, row in enumerate(chances)
            ]
    return chances


def followed(noun: Token) -> range:
    """The words for whom those of the noun are loyal to; empty where nobody is told."""
    for word in noun.children:
        if word.i > noun.i and word.lower_ in mapping("roles")["loyal_adjectives"]:
            masters = [t for c in word.children if c.lower_ == "to" for t in c.children if t.dep_ == "pobj"]
            for master in masters:
                first = min((t.i for t in master.children if t.i < master.i), default=master.i)
                # The parser has the name in `gunmen loyal to warlord Ada Okoro` beside the gunmen.
                names = (c for c in noun.children if c.dep_ == "appos" and c.left_edge.i == master.i + 1)
                return range(first, max((name.i for name in names), default=master.i) + 1)
    return range(0)
