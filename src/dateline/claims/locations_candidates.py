"""The places a document offers its events: names, described sites and what the encoder noticed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.claims.locations_filed import filed_abroad
from dateline.claims.record import LOCATING_ROLES
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon.gazetteer.countries import country_terms
from dateline.lexicon.gazetteer.generic import compass_short, generic_words
from dateline.lexicon.gazetteer.keys import fold
from dateline.mentions.actors_lexicon import named_bodies
from dateline.mentions.ragged import whole
from dateline.mentions.record import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

LOCATING = [ARGUMENT_ROLES.index(role) for role in LOCATING_ROLES]
NOTICED = 0.4
"""Sum of locating roles at which words that no finder took are offered (training/joint: recall of gold)."""
NO_PLACE = ("DATE", "TIME", "CARDINAL", "MONEY", "PERSON", "NORP")
ARTICLES = frozenset("the a an this that these those their its his her our".split())
UNTELLING = frozenset(
    "the of in a an al el part parts city town village province governorate "
    "district region state area countryside".split()
)
"""Words that tell no place from another: `the city of Orvane` and `Orvane province` are one name."""
STATES = frozenset("country kingdom nation republic".split())
KINDS = ("name", "country", "site", "described", "unlisted")
NAMES = ("name", "country")
NAMED = (*NAMES, "unlisted")
"""Kinds of candidates that have a name; those of `NAMES` a gazetteer holds."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One mention of a candidate: tokens `[first, last)`, the head word, its sentence (-1: none)."""

    toponym: Toponym
    first: int
    last: int
    sentence: int
    head: Token

    def shares(self, trigger: Trigger) -> bool:
        """True if the event's own words are among the mention's (`the Orvane bombing`)."""
        return self.first < trigger.last and trigger.first < self.last


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place under one name: its mentions in text order.

    `stands_for` is the candidate that a description (`the town`) means where it first stands, or None.
    """

    kind: str
    mentions: tuple[Mentioned, ...]
    stands_for: int | None = None


def candidates(parse: Parse, toponyms: Sequence[Toponym], scores: Scores) -> tuple[Candidate, ...]:
    """Every place an event of the document may be at; `scores` is (triggers, tokens, roles)."""
    offered = [*toponyms, *_noticed(parse, toponyms, scores)]
    line = parse.document.dateline
    if line is not None and not (any(t.span.overlaps(line) for t in offered) or filed_abroad(parse.document)):
        offered.append(Toponym(span=line, text=parse.document.quote(line), rule="inherit.dateline"))
    by_name: dict[frozenset[str], list[Mentioned]] = {}
    for toponym in sorted(offered, key=lambda t: t.span):
        tokens = parse.tokens_in(toponym.span)
        if tokens:
            sentence = parse.sentence_of(tokens[-1].i)
            first, last = tokens[0].i, tokens[-1].i + 1
            index = -1 if sentence is None else sentence.index
            mention = Mentioned(toponym, first, last, index, parse.root_of(first, last))
            by_name.setdefault(_telling(toponym.text), []).append(mention)
    made = [Candidate(_kind(found[0].toponym), tuple(found)) for found in by_name.values()]
    return tuple(Candidate(c.kind, c.mentions, _stands_for(c, made)) for c in made)


def _stands_for(candidate: Candidate, among: Sequence[Candidate]) -> int | None:
    # The trees were fitted on what is merely the last place that fits.
    return meant(candidate.mentions[0], among, so_called=False) if candidate.kind == "described" else None


def _telling(text: str) -> frozenset[str]:
    words = frozenset(fold(text).split())
    return words - UNTELLING or words


def _kind(toponym: Toponym) -> str:
    if fold(toponym.text) in country_terms():
        return "country"
    if toponym.rule in ("spot.name", "places.unlisted"):
        return "unlisted"
    if toponym.rule not in ("spot.site", "spot.noticed"):
        return "name"
    first, *others = toponym.text.split()
    return "described" if first.lower() in ARTICLES and not any(w[0].isupper() for w in others) else "site"


def _noticed(parse: Parse, toponyms: Sequence[Toponym], scores: Scores) -> Iterator[Toponym]:
    """Runs of words that the encoder takes for the place of some event and no finder found."""
    hot = scores[:, :, LOCATING].sum(2).max(0) >= NOTICED
    for toponym in toponyms:
        hot[[token.i for token in parse.tokens_in(toponym.span)]] = False
    edges = np.flatnonzero(np.diff(np.concatenate(([False], hot, [False])).astype(np.int8)))
    bodies = named_bodies(parse.document) if len(edges) else ()
    for first, last in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        head = parse.root_of(first, last)
        if head.pos_ not in ("NOUN", "PROPN") or head.ent_type_ in NO_PLACE or compass_short(head.text):
            continue
        while first < head.i and (parse.doc[first].pos_ in ("ADP", "SPACE", "PUNCT", "PART")):
            first += 1
        while last > head.i + 1 and (parse.doc[last - 1].pos_ in ("SPACE", "PUNCT")):
            last -= 1
        if _is_rest_of_name(parse, toponyms, first, last):
            continue
        span = parse.span_of(*whole(parse, first, last))
        # `Strikes on Daesh` are on a body: what names one is no place by itself.
        if not any(body.covers(span) for body in bodies):
            yield Toponym(span=span, text=parse.document.quote(span), rule="spot.noticed")


def _is_rest_of_name(parse: Parse, toponyms: Sequence[Toponym], first: int, last: int) -> bool:
    """The `province` of `Orvane province`, the `village of` before it: of what kind it is, not another; two
    such nouns (`the airport highway`) are a place of their own. What ends in `of` never is."""
    if parse.tokens[last - 1].lower_ == "of":
        return True
    span, said = parse.span_of(first, last), [word.lower_ for word in parse.tokens[first:last]]
    beside = any(t.span.end in (span.start - 1, span.start) or span.end + 1 == t.span.start for t in toponyms)
    kinds = [word for word in said if word in generic_words()]
    return beside and len(kinds) < 2 and set(said) <= UNTELLING | ARTICLES | set(kinds)


def meant(description: Mentioned, among: Sequence[Candidate], *, so_called: bool = True) -> int | None:
    """What a mention of `the base`, `the town`, `the country` stands for: the last place before it that fits.

    `so_called` puts those first that the words call so: after `the town of Orvane` the town is Orvane,
    whatever was named since.
    """
    noun = description.head.lower_
    before = sorted(
        (
            (mention, index)
            for index, other in enumerate(among)
            if other.kind != "described"
            for mention in other.mentions
            if mention.first < description.first
        ),
        key=lambda found: (found[0].first, found[1]),
    )
    named = [index for mention, index in before if mention.toponym.text.lower().endswith(noun)]
    if not named and noun in STATES:
        named = [index for _, index in before if among[index].kind == "country"]
        return max(set(named), key=lambda i: (named.count(i), -i)) if named else None
    if not named and noun in generic_words():
        towns = ("name", "unlisted")
        fitting = [(m, i) for m, i in before if among[i].kind in towns and not _is_of_thing(m)]
        called = [i for m, i in fitting if so_called and _is_called(m, noun)]
        named = called or [i for _, i in fitting]
    return named[-1] if named else None


def _is_called(mention: Mentioned, noun: str) -> bool:
    """True of `Orvane` in `the town of Orvane`, `Orvane town`, for `town`; not of the Orvane town of Mera."""
    doc, first, last = mention.head.doc, mention.first, mention.last
    before = first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lower_ == noun
    after = [token.lower_ for token in doc[last : last + 2]]
    return before or (after[:1] == [noun] and after[1:] != ["of"])


def _is_of_thing(mention: Mentioned) -> bool:
    """True for `Orvane` of `an Orvane United supporter`, which tells of no town; not of `Orvane district`."""
    within = mention.head.dep_ in ("compound", "amod", "nmod", "poss")
    return within and mention.head.head.lower_ not in generic_words()


def covered(spans: Sequence[Span], span: Span) -> bool:
    """True if one of `spans` shares a character with `span`."""
    start, end = span
    return any(first < end and start < last for first, last in spans)
