"""The noun a number counts, and the measure that noun decides."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotate import Parse
from dateline.lexicon.calendar import MONTHS, WEEKDAYS
from dateline.lexicon.inflect import noun_forms
from dateline.lexicon.load import Entry, entries
from dateline.mentions.numbers_words import lower_in_place

if TYPE_CHECKING:
    from spacy.tokens import Token

LEXICON = "measures"
LONGEST = 9
"""Words looked at after a number: longer noun phrases are broken parses."""

_NOMINAL = frozenset({"NOUN", "PROPN"})
# After a number `may` is the verb far more often than the month.
_CALENDAR = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday", "overnight")) - {"may"}
_SPANS_OF_TIME = frozenset(
    "night morning afternoon evening weekend week month year season summer winter may".split()
)
_HARMED = frozenset("wounded injured dead killed missing".split())
_ELLIPTIC = _HARMED | frozenset("others other more".split())
_HEADLINE_VERBS = frozenset("kills wounds injures".split())
"""Verbs of headlines that parsers take for counted nouns (`Blast kills 5, injures 7`)."""
_WHERE = frozenset({"outside", "inside"})
_DETERMINERS = frozenset("the these those his her its their our my them us whom which".split())


class Counted(NamedTuple):
    """Counted words: tokens `[first, last)`, the head's token, and the measure's entry if one fits."""

    first: int
    last: int
    head: int
    entry: Entry | None


@lru_cache(maxsize=1)
def _heads() -> dict[str, list[Entry]]:
    table: dict[str, list[Entry]] = {}
    for entry in entries(LEXICON):
        for head in entry["heads"]:
            for form in noun_forms(head):
                table.setdefault(form, []).append(entry)
    return table


@lru_cache(maxsize=1)
def _singular() -> frozenset[str]:
    forms = {head for entry in entries(LEXICON) for head in entry["heads"]}
    forms -= {head for entry in entries(LEXICON) for head in entry.get("several", ())}
    return frozenset(form for form in forms if not form.endswith(("s", "men", "women", "people", "children")))


def entry_of(words: list[str]) -> Entry | None:
    """The measure entry that the last words of a noun phrase (lower case) fit, or None."""
    if not words:
        return None
    tails = [" ".join(words[-2:]), "-".join(words[-2:]), words[-1]]
    before = set(words[:-1]) | {" ".join(pair) for pair in pairwise(words[:-1])}
    for tail in tails:
        for entry in _heads().get(tail, ()):
            needed = entry.get("with")
            if not needed or before & set(needed):
                return entry
    return None


def is_singular(word: str) -> bool:
    """True for a lexicon noun of one: no plural, nor `crew` or `family`."""
    return word in _singular()


def counted(parse: Parse, token: int, *, partitive: bool = True, compound: bool = False) -> Counted | None:
    """The noun phrase counted by a number that ends before `token`, or None when there is none.

    `compound`: the number is hyphened to its noun (`three-point range` counts points).
    """
    doc = parse.doc
    sentence = parse.sentence_of(token) if token < len(doc) else None
    if sentence is None or sentence.first == token > 0:
        return None  # what begins the next sentence is not counted
    at, stop = token, min(sentence.last, token + LONGEST)
    while at < stop and (doc[at].is_quote or doc[at].text in ("(", ")") or _joins(doc[at])):
        at = _closing(parse, at, stop) + 1
    parted = partitive and at < stop and doc[at].lower_ == "of"
    at += parted
    if parted or (at and doc[at - 1].lower_ == "of"):  # `several of their tanks`, `a number of their tanks`
        while at < stop and doc[at].lower_ in _DETERMINERS:
            at += 1
    return _phrase(parse, at, min(at + 1, stop) if compound else stop)


def _closing(parse: Parse, at: int, stop: int) -> int:
    """The token that closes the bracket at `at` (`80 (local) fighters`); `at` where there is none."""
    if parse.doc[at].text != "(":
        return at
    return next((i for i in range(at, min(at + 5, stop)) if parse.doc[i].text == ")"), at)


def _joins(word: Token) -> bool:
    """True for the hyphen of `20-man team`, not for a dash between clauses."""
    return word.text == "-" and not word.whitespace_


def _phrase(parse: Parse, first: int, stop: int) -> Counted | None:
    doc = parse.doc
    head = None
    for at in range(first, stop):
        word = doc[at]
        following = doc[at + 1] if at + 1 < stop else None
        if (word.text == "-" and at == first) or _is_when(word, following):
            break
        if _joins_names(parse, first, at, stop):
            continue
        if not _continues(word, following) and not (at == first and _describes(word, following)):
            break
        if head is not None and (_closes(doc[head], word) or word.lower_ in _HARMED):
            break
        known = word.lower_ in _heads() and not _only_describes(word, following)
        if word.pos_ in _NOMINAL or word.lower_ in _ELLIPTIC or known:
            head = at
    if head is None:
        return None
    words = [lower_in_place(doc[i].text) for i in range(first, head + 1) if doc[i].text not in "-'\""]
    return Counted(first, head + 1, head, entry_of(words))


def _only_describes(word: Token, following: Token | None) -> bool:
    """`major` in `a major Ruritanian (Orvane) militia`, which is no officer."""
    return word.pos_ == "ADJ" and following is not None and following.pos_ in ("ADJ", *_NOMINAL)


def _is_when(word: Token, following: Token | None) -> bool:
    """`last week` in `they shot 20 last week`."""
    return (
        word.lower_ in ("last", "this", "next")
        and following is not None
        and (following.lower_ in _CALENDAR or following.lower_ in _SPANS_OF_TIME)
    )


def _joins_names(parse: Parse, first: int, at: int, stop: int) -> bool:
    """The `and` of `20 Kurdish and Arab fighters`: names on both sides of it, the noun after the second."""
    doc = parse.doc
    if doc[at].lower_ not in ("and", "or") or at == first or at + 2 >= stop:
        return False
    named = all(
        doc[i].pos_ in ("ADJ", "PROPN") and doc[i].tag_ != "NNPS" for i in (*range(first, at), at + 1)
    )
    return named and doc[at + 2].tag_ == "NNS"


def _continues(word: Token, following: Token | None) -> bool:
    lowered = word.lower_
    if lowered in _CALENDAR or lowered in _HEADLINE_VERBS or (word.is_space and "\n\n" in word.text):
        return False
    if lowered in _WHERE and following is not None and following.tag_ in ("NN", "NNP"):
        return False  # `kills 16 outside bakery`
    if word.pos_ in _NOMINAL or word.pos_ == "ADJ" or lowered in _heads() or lowered in _ELLIPTIC:
        return True
    if _is_hyphened(word):
        return True
    if word.text in ("-", "'s", "'", '"', "/") or word.is_space:
        return following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
    if word.tag_ in ("VBN", "VBG", "VBD") and following is not None:
        joined = word.i > 0 and word.nbor(-1).text == "-"
        return following.pos_ in _NOMINAL and (joined or following.lower_ in _heads())
    return (
        word.pos_ == "ADV"
        and following is not None
        and following.pos_ == "ADJ"
        and following.lower_ != "dead"
    )


def _is_hyphened(word: Token) -> bool:
    """Any word within `surface-to-air`, `all-terrain`, and the hyphens themselves."""
    if word.text == "-":
        return word.i > 0 and not word.whitespace_ and not word.nbor(-1).whitespace_
    before = word.i > 1 and word.nbor(-1).text == "-" and _is_hyphened(word.nbor(-1))
    last = word.i + 1 >= len(word.doc)
    return before or (not last and word.nbor(1).text == "-" and _is_hyphened(word.nbor(1)))


def _describes(word: Token, following: Token | None) -> bool:
    """A participle between a number and its noun: `300 recorded songs`."""
    return (
        word.tag_ in ("VBN", "VBG")
        and following is not None
        and following.pos_ in ("NOUN", "ADJ")
        and following.lower_ not in _CALENDAR
    )


def _closes(head: Token, following: Token) -> bool:
    """True if the phrase ended at `head`: `30 fighters Adnan Haddad said`, `took 20 men hostage`, `two sites
    containing arms`."""
    joined = following.i > 0 and following.nbor(-1).text == "-"
    if head.tag_ == "NNS" and following.tag_ == "VBG" and not joined:
        return True
    known = head.lower_ in _heads() and not is_singular(head.lower_)
    if not known or following.tag_ == "POS":
        return False
    plain = following.lower_ in _heads() and not is_singular(following.lower_)
    return not (following.pos_ == "NOUN" and plain)
