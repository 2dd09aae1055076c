"""The role a place has in an event: by the words before it, by the encoder, by whose clause it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.claims.record import LOCATING_ROLES, Place, PlaceRole
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import Entry, entries
from dateline.lexicon.gazetteer.generic import compass_short
from dateline.mentions.record import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

ROLE_COLUMNS = tuple(ARGUMENT_ROLES.index(r) for r in (*LOCATING_ROLES, "from", "toward"))
ROLES = cast("tuple[PlaceRole, ...]", (*LOCATING_ROLES, "from", "toward"))
PARSE_WEIGHT = 0.3
"""What standing in the event's own clause adds to the encoder's score (gold dev)."""
OWN_PARTS = ("dobj", "nsubj", "nsubjpass", "attr", "prt")
"""How an event's word hangs on the verb whose clause tells of it: `carried out an attack`."""
SKIPPED = frozenset(("the", "a", "an", "'s", "’s", ",", "of", "and", "city", "town", "village", "province"))
PHRASE_LINKS = frozenset(("of", "the", "and", "'s", "-"))


@lru_cache(maxsize=1)
def role_words() -> dict[str, Entry]:
    """Word before a place -> the entry that says which role it gives."""
    return {word: entry for entry in entries("place_roles") for word in entry["words"]}


def _entry(parse: Parse, token: int) -> Entry | None:
    """What the word says of a place after it; `NE` says what `northeast` does."""
    return role_words().get(compass_short(parse.tokens[token].text) or parse.lowers[token])


def owner(parse: Parse, token: int, triggers: Sequence[Trigger]) -> int | None:
    """Head of the trigger in whose clause `token` stands, or None."""
    heads = {t.head for t in triggers}
    for ancestor in parse.path_up(token):
        if ancestor in heads:
            return ancestor
        for child in parse.children.get(ancestor, ()):
            if child in heads and parse.deps[child] in OWN_PARTS:
                return child
    return None


def weighed_role(
    parse: Parse,
    tokens: Sequence[Token],
    trigger: Trigger,
    triggers: Sequence[Trigger],
    scores: Scores | None,
    *,
    moving: bool = True,
) -> tuple[PlaceRole, float, str]:
    """The role of a place, how sure its being a place of the event is, and what said so.

    `moving` False leaves out `from` and `toward`, for a place known to be where the event was.
    """
    own = owner(parse, tokens[-1].i, triggers) == trigger.head
    by_words, rule = role_before(parse, tokens[0].i)
    if not moving and by_words not in LOCATING_ROLES:
        by_words, rule = "at", "role.at"
    if scores is None:
        return by_words, 1.0 if own else 0.0, rule
    peaks = scores[tokens[0].i : tokens[-1].i + 1][:, ROLE_COLUMNS].max(axis=0)
    score = (1 - PARSE_WEIGHT) * min(1.0, float(peaks.sum())) + PARSE_WEIGHT * own
    known = len(ROLES) if moving else len(LOCATING_ROLES)
    weighed = peaks[:known] / max(float(peaks[:known].sum()), 1e-9)
    weighed[ROLES.index(by_words)] += PARSE_WEIGHT
    role = ROLES[int(weighed.argmax())]
    return role, score, rule if role == by_words else "model"


def role_before(parse: Parse, first: int) -> tuple[PlaceRole, str]:
    """Role said by the words before token `first` of a sentence, and the entry that says so."""
    sentence_start = parse.sentence_starts[first]
    part: Entry | None = None
    for back in range(1, 6):
        at = first - back
        if at < sentence_start:
            break
        word = parse.lowers[at]
        entry = _entry(parse, at)
        if entry is None or word == "of":
            if word in SKIPPED or parse.tokens[at].pos_ in ("ADJ", "PROPN", "NOUN", "PUNCT"):
                continue
            break
        if entry["role"] == "in_part_of":
            part = entry
            continue
        if part is not None and entry["role"] == "at":
            break
        return entry["role"], entry.id
    return ("in_part_of", part.id) if part is not None else ("at", "role.at")


def place_of(
    parse: Parse, first: int, toponym: Toponym, role: PlaceRole, rule: str, *, inherited: bool
) -> Place:
    """A place of the toponym at token `first`, with the part words before it."""
    start = _phrase_start(parse, first)
    # A dateline's token holds all of it.
    begins = toponym.span.start if start == first else parse.tokens[start].idx
    span = Span(begins, toponym.span.end)
    return Place(text=parse.document.quote(span), span=span, role=role, inherited=inherited, rule=rule)


def _phrase_start(parse: Parse, first: int) -> int:
    """First token of `Eastern and Southeastern parts of the X`: part words before the name."""
    start = at = first
    while at > 0 and not parse.tokens[at].is_sent_start:
        at -= 1
        word = parse.lowers[at]
        entry = _entry(parse, at)
        if entry is not None and entry["role"] == "in_part_of":
            start = at
        elif word not in PHRASE_LINKS:
            break
    return start
