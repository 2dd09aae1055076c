"""What the words of a text are to actors: role nouns, countries, named bodies, known persons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from dateline.document import Document, Span
from dateline.lexicon.load import entries, mapping
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import Hit, Matcher, Word, words_in
from dateline.lexicon.registry_states import country_matcher
from dateline.mentions.actors_unlisted import unlisted

ItemKind = Literal["body", "country", "role", "person"]
PHRASE = 8
"""Words up to which a phrase may well be said again."""
CURRENCIES = frozenset("$£€¥₪₹")
"""Signs that stand between a country and a number: `US $5 million`."""
SHOUT = 0.7
"""Share of capitals among letters above which a text is all-capitals wire copy (MUC has 0.97, prose 0.05)."""


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the closed sets of actor_words_sets.yaml."""
    return frozenset(mapping("actor_words_sets")[name].replace("'", "").split())


class Item(NamedTuple):
    """One meaningful stretch of words `[first, last)` of a text."""

    kind: ItemKind
    first: int
    last: int
    values: tuple[str, ...]
    """Actor ids, `ISO3/field`, or one role."""
    link: str | None = None
    """The word that makes it a mere relation (`backed`, `held`, `anti`), or None."""


@lru_cache(maxsize=1)
def role_matcher() -> Matcher:
    """Role nouns of actor_words.yaml; values are roles."""
    matcher = Matcher()
    for entry in entries("actor_words"):
        for noun in entry["words"]:
            matcher.add(noun.lower(), entry["role"])
    return matcher


@lru_cache(maxsize=1)
def person_matcher() -> Matcher:
    """Persons of persons.yaml; values are actor ids."""
    matcher = Matcher()
    for actor, names in mapping("persons").items():
        for name in names:
            matcher.add(name, actor)
    return matcher


@lru_cache(maxsize=16)
def shouts(text: str) -> bool:
    """True if `text` is in capitals throughout, so that capitals say nothing."""
    letters = sum(map(str.isalpha, text))
    return letters > 0 and sum(map(str.isupper, text)) / letters > SHOUT


def is_sure(actor: str) -> bool:
    """True if the name means the actor anywhere, not only in reports about its country."""
    return not actor.endswith("?")


def items(
    text: str, listed: Sequence[Word], *, shouting: bool, keep: Callable[[str], bool] | None = None
) -> list[Item]:
    """The items among `listed` words, in order; a longer name hides what lies inside it.

    `keep` says which actor ids a name may stand for here; by default all.
    """
    if len(listed) > PHRASE:
        found = _found(listed, shouting)
    else:
        found = _found_again(tuple([(w.key, w.end - w.start, w.shape) for w in listed]), shouting)
    if not shouting and (more := unlisted(text)):
        found = [("body", hit) for hit in more.find(listed)] + found
    if not found:
        return []
    taken: set[int] = set()
    kept = []
    for kind, hit in found:
        values = hit.values
        if kind == "body" and keep is not None:
            values = tuple(v for v in values if keep(v))
        place = range(hit.first, hit.last)
        if kind == "country" and _is_money(text, listed, hit):
            continue
        if values and taken.isdisjoint(place):
            taken.update(place)
            kept.append(Item(kind, hit.first, hit.last, values, _link(listed, hit)))
    return sorted(kept, key=lambda item: item.first)


@lru_cache(maxsize=2)
def items_of(text: str, *, shouting: bool) -> tuple[Item, ...]:
    """The items of a whole text: several stages ask for those of one document."""
    return tuple(items(text, words_in(text, 0, len(text)), shouting=shouting))


@lru_cache(maxsize=4)
def names_of(text: str, kind: ItemKind) -> tuple[Span, ...]:
    """Characters of every name of a body or a person that a list has: `White House`, `Aung San Suu Kyi`."""
    listed = words_in(text, 0, len(text))
    named = (item for item in items_of(text, shouting=shouts(text)) if item.kind == kind)
    return tuple(Span(listed[item.first].start, listed[item.last - 1].end) for item in named)


def _found(listed: Sequence[Word], shouting: bool) -> list[tuple[ItemKind, Hit]]:
    """What the names and nouns of all lists stand for, the longest first."""
    matchers: tuple[tuple[ItemKind, Matcher], ...] = (
        ("body", registry().matcher),
        ("person", person_matcher()),
        ("country", country_matcher()),
        ("role", role_matcher()),
    )
    found = [
        (rank, kind, hit)
        for rank, (kind, matcher) in enumerate(matchers)
        for hit in matcher.find(listed, shouting=shouting)
        if not (kind == "body" and (_led_on(listed, hit.first) or _of_others(listed, hit)))
        and not (kind == "country" and _of_continent(listed, hit))
    ]
    found.sort(key=lambda f: (f[2].first - f[2].last, f[0], f[2].first))
    return [(kind, hit) for _, kind, hit in found]


def _led_on(listed: Sequence[Word], first: int) -> bool:
    """True in the name of a brigade that no list has: `Liwa al-Fatah` is not the Fatah movement."""
    before = [word.key for word in listed[max(first - 2, 0) : first]]
    if before[-1:] == ["al"]:
        before.pop()
    return bool(before) and before[-1] in words_of("brigades")


def _is_money(text: str, listed: Sequence[Word], hit: Hit) -> bool:
    """True for the country of `US $50 million`, `5 million U.S. dollars`: it is money, and nobody."""
    end = listed[hit.last - 1].end
    coin = listed[hit.last].key if hit.last < len(listed) else ""
    return coin in words_of("coins") or text[end : end + 2].strip()[:1] in CURRENCIES


def _of_continent(listed: Sequence[Word], hit: Hit) -> bool:
    """True for the `American` of `Central American`: of a part of the world, and of no one country."""
    wide = listed[hit.first].key in words_of("continental") and hit.first > 0
    return wide and listed[hit.first - 1].key in words_of("parts_of_world")


def _of_others(listed: Sequence[Word], hit: Hit) -> bool:
    """True for the `coalition` of `the rebel coalition`: a common noun that names a body in some reports is
    whose the word before it says."""
    common = listed[hit.first].key in words_of("banded") and not any(map(is_sure, hit.values))
    return common and hit.first > 0 and listed[hit.first - 1].key in words_of("banding")


@lru_cache(maxsize=16384)
def _found_again(said: tuple[tuple[str, int, str], ...], shouting: bool) -> list[tuple[ItemKind, Hit]]:
    """The same for the keys, lengths and shapes of a phrase's words: `the army` is said over and over."""
    return _found([Word(key, 0, length, shape) for key, length, shape in said], shouting)


@lru_cache(maxsize=2)
def named_bodies(document: Document) -> tuple[Span, ...]:
    """Where the text spells out the name of a group, an organisation or an outlet, in text order."""
    text = document.text
    found = []
    for block in document.blocks:
        listed = words_in(text, block.span.start, block.span.end)
        shouting = shouts(text[block.span.start : block.span.end])
        for hit in registry().matcher.find(listed, shouting=shouting):
            if any(v.startswith(("group:", "org:", "outlet:")) and is_sure(v) for v in hit.values):
                found.append(Span(listed[hit.first].start, listed[hit.last - 1].end))
    return tuple(found)


def _link(listed: Sequence[Word], hit: Hit) -> str | None:
    if hit.last < len(listed) and listed[hit.last].key in words_of("links"):
        return listed[hit.last].key
    if (
        hit.first
        and listed[hit.first - 1].key in words_of("sides")
        and listed[hit.first].start - listed[hit.first - 1].end <= 1
    ):
        return listed[hit.first - 1].key
    return None
