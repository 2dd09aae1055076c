"""Long names of bodies that no list has, whole: `the Marsh Union of Teachers` is no teachers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.annotate import Parse, Sentence
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.record import ActorMention

Told = tuple[ActorMention, range]
"""A mention and its tokens."""
LINKS = ("of", "for")
INSIDE = (*LINKS, "and", "the")
"""Small words inside a name."""


def named_whole(told: Sequence[Told], names: Sequence[range]) -> list[Told]:
    """The mentions of a sentence, those inside one of its long names as one, the first."""
    made = []
    for actor, tokens in told:
        name = next((n for n in names if tokens and n.start <= tokens[0] < n.stop), None)
        if name is None:
            made.append((actor, tokens))
        elif tokens[0] <= min(i for _, ids in told for i in ids if i in name):
            made.append((actor, range(tokens[0], max(tokens[-1] + 1, name.stop))))
    return made


def long_names(parse: Parse, sentence: Sentence, listed: frozenset[int]) -> Iterator[range]:
    """Tokens of capitalised runs like `Union of Mill and Dam Workers`, whose head is a word for bodies; none
    with one of the tokens `listed`, which have a name of their own."""
    at = sentence.first
    while at < sentence.last - 2:
        head = parse.lowers[at + 1] in LINKS and parse.lowers[at] in words_of("named_heads")
        last = _end(parse, at + 1, sentence.last) if head and _is_capital(parse, at) else at + 1
        if last > at + 2:
            name = range(_begin(parse, at, sentence.first), last)
            if listed.isdisjoint(name):
                yield name
        at = last


def _begin(parse: Parse, at: int, floor: int) -> int:
    while at > floor and (_is_capital(parse, at - 1) or parse.lowers[at - 1] == "the"):
        at -= 1
    return at


def _end(parse: Parse, at: int, ceiling: int) -> int:
    """Behind the last capitalised word, small words between them passed over; `at` where there is none."""
    last = at
    for i in range(at, ceiling):
        if _is_capital(parse, i):
            last = i + 1
        elif parse.lowers[i] not in INSIDE:
            break
    return last


def _is_capital(parse: Parse, at: int) -> bool:
    """True for a word that the document capitalises; the parse may have it otherwise."""
    return parse.document.text[parse.starts[at]].isupper()
