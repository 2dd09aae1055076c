"""Every entry of every lexicon fires on its `match` sentences and on none of its `reject` ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dateline.annotate.parser import parse
from dateline.claims.figures_words import figure_words
from dateline.claims.locations_roles import role_words
from dateline.claims.means import means_words
from dateline.claims.status import cues_over
from dateline.claims.triggers import lexicon_hits, triggers
from dateline.lexicon import Entry, entries
from dateline.link.contradict_words import telling_words
from dateline.mentions.quantities import quantities
from dateline.read.text import document_of


def _action(entry: Entry, text: str) -> bool:
    parsed = parse(document_of(text, name="example"))
    return any(hit.entry.id == entry.id for s in parsed.sentences for hit in lexicon_hits(parsed, s))


def _status(entry: Entry, text: str) -> bool:
    parsed = parse(document_of(text, name="example"))
    return any(rule == entry.id for t in triggers(parsed) for _, rule in cues_over(parsed.doc[t.head]))


def _figure_word(entry: Entry, text: str) -> bool:
    """A word of the text, or for kinds that are units, the unit of an amount in it."""
    parsed = parse(document_of(text, name="example"))
    words = figure_words(entry["kind"])
    if entry["kind"] in ("aside", "share"):
        return any(q.unit is not None and words.get(q.unit) is entry for q in quantities(parsed))
    said = {form for token in parsed.doc for form in (token.lower_, token.lemma_.lower())}
    return any(words.get(word) is entry for word in said)


def _words(table: Callable[[], dict[str, Entry]]) -> Callable[[Entry, str], bool]:
    def fires(entry: Entry, text: str) -> bool:
        words = parse(document_of(text, name="example")).doc
        joined = " " + " ".join(token.lower_ for token in words) + " "
        return any(f" {word} " in joined for word, owner in table().items() if owner.id == entry.id)

    return fires


FIRES: dict[str, Callable[[Entry, str], bool]] = {
    "actions": _action,
    "status": _status,
    "figure_words": _figure_word,
    "place_roles": _words(role_words),
    "means": _words(means_words),
    "contradiction_words": _words(telling_words),
}


def _examples(kind: str) -> Iterator[tuple[str, str, str]]:
    for name in FIRES:
        for entry in entries(name):
            yield from ((name, entry.id, text) for text in getattr(entry, kind))


def _entry(name: str, key: str) -> Entry:
    return next(e for e in entries(name) if e.id == key)


@pytest.mark.parametrize(("name", "key", "text"), list(_examples("match")))
def test_match_examples_fire(name: str, key: str, text: str) -> None:
    assert FIRES[name](_entry(name, key), text)


@pytest.mark.parametrize(("name", "key", "text"), list(_examples("reject")))
def test_reject_examples_do_not_fire(name: str, key: str, text: str) -> None:
    assert not FIRES[name](_entry(name, key), text)
