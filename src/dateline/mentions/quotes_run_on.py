"""Speakers without the words that ran into them where commas were lost: `hurt seven Mayor Okoro said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate.headline_ends import bare
from dateline.lexicon.calendar import MONTHS, WEEKDAYS
from dateline.lexicon.registry import names_body, names_outlet
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_spans import Tokens, walk_left
from dateline.mentions.quotes_subjects import speaks

if TYPE_CHECKING:
    from spacy.tokens import Doc

AGENCY = 3
"""Words of the longest agency's name that is looked for right before its verb."""
ACRONYM = (3, 5)
"""Letters of an agency's acronym, least and most."""
_DAYS = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday"))
_DASHES = frozenset({"-", "--", "–", "—"})
_ASIDE = ("WP", "WDT", "WRB", "VBN", "VBG", "IN")
"""Tags of words that open an aside."""
_SAYING_WHAT = frozenset("official semi-official news agency television tv radio daily newspaper".split())
"""Words between an outlet's name and what it stands behind: `Orvane state news agency SANA`."""


def alone(doc: Doc, first: int, last: int) -> Tokens:
    """The speaker's own words of `[first, last)`: without a dateline, a figure, a place or a thing before."""
    for cut in (
        _after_dash,
        _after_day,
        _after_figure,
        _after_place,
        _after_others,
        _agency_alone,
        _body_alone,
    ):
        first = cut(doc, first, last)
    return first, last


def without_aside(doc: Doc, first: int, last: int) -> Tokens:
    """`[first, last)` without an aside between dashes: `The agency - which has no men there - said`."""
    end = last if last < len(doc) and doc[last].text in _DASHES else last - 1
    opened = next((i for i in range(first + 1, end - 1) if doc[i].text in _DASHES), None)
    if opened is None or doc[end].text not in _DASHES or doc[opened + 1].tag_ not in _ASIDE:
        return first, last
    return first, opened


def without_mood(doc: Doc, found: Tokens, low: int) -> Tokens | None:
    """Who speaks in `Tarn, alarmed by a war in Orvane reaching it, urged`: neither all of it nor the war."""
    first, last = found
    if doc[last : last + 1].text != ",":
        return None
    inner = next((i for i in range(first + 1, last - 1) if doc[i].text == ","), None)
    comma = inner or next((i for i in range(first - 1, low, -1) if doc[i].text == ","), None)
    if comma is None or doc[comma + 1].tag_ not in ("VBN", "VBG") or doc[comma + 1].lower_ == "including":
        return None
    return (first, comma) if inner is not None else walk_left(doc, comma, low)


def filed(doc: Doc, last: int, verb: int) -> int | None:
    """The dash between a subject that ends at `last` and its verb, when it is a dateline's: one alone."""
    dashes = [i for i in range(last, verb) if doc[i].text in _DASHES and doc[i - 1].whitespace_]
    return dashes[0] if len(dashes) == 1 and doc[dashes[0]].whitespace_ else None


def _after_dash(doc: Doc, first: int, last: int) -> int:
    """`PORT AMBER (Xinhua) - The ministry said`: where it was filed is none of the ministry."""
    dashes = [i for i in range(first + 1, last - 1) if doc[i].text in _DASHES and doc[i - 1].whitespace_]
    return max((i + 1 for i in dashes if doc[i].whitespace_), default=first)


def _after_day(doc: Doc, first: int, last: int) -> int:
    """`killed nine on Friday state television said`: the day is when they died."""
    after = first + 1
    return after if after < last and doc[first].lower_ in _DAYS and doc[after].tag_ != "POS" else first


def _after_figure(doc: Doc, first: int, last: int) -> int:
    """`hurt seven Mayor Okoro said`: seven are hurt; `hurt them two nurses said` keeps its two."""
    verb, head = doc[first - 1] if first else doc[first], doc[last - 1]
    fed = verb.tag_.startswith("VB") and verb.pos_ != "AUX" and not verb_cues(verb)
    figure = doc[first].pos_ == "NUM" and first + 1 < last
    return first + 1 if figure and fed and head.tag_ in ("NNP", "NN") else first


def _after_place(doc: Doc, first: int, last: int) -> int:
    """`two raids in Orvane Unicef said`: the name after a preposition is not the body's."""
    if not first or doc[first - 1].pos_ != "ADP":
        return first
    commas = [i for i in range(first + 1, last - 1) if doc[i].text == ","]
    if commas and any(speaks(t) and t.pos_ == "NOUN" for t in doc[commas[-1] + 1 : last]):
        return commas[-1] + 1  # `in Orvane and Bria, governor Okoro said`
    for start in range(first + 1, last):
        if doc[start - 1].pos_ == "PROPN" and (_is_body(doc, start, last) or _is_agency(doc, start, last)):
            return start
    return first


def _after_others(doc: Doc, first: int, last: int) -> int:
    """`burned by rebels Okoro said`, `fought the ULF Okoro said`: one man's name is not that of several, nor
    of a body that something was done to; `The ULF High Command said` is whole."""
    for start in range(first + 1, last):
        before, names = doc[start - 1], doc[start:last]
        several = before.tag_ == "NNS" and start == last - 1
        called = before.text.isupper() and start > first + 1 and doc[start - 2].pos_ == "DET"
        called = called and start > 2 and doc[start - 3].pos_ in ("VERB", "ADP")
        if (several or called) and all(t.pos_ == "PROPN" and t.text.istitle() for t in names):
            return start
    return first


def _is_agency(doc: Doc, start: int, last: int) -> bool:
    """An outlet by name, or an acronym behind a name that is none: `in Orvane SANA`, `in Orvane AMN`."""
    if names_outlet(doc[start:last].text) and not names_outlet(doc[start - 1 : last].text):
        return True
    acronym = doc[start].text.isupper() and ACRONYM[0] <= len(doc[start]) <= ACRONYM[1]
    return acronym and start == last - 1 and doc[start - 1].text.istitle()


def _is_body(doc: Doc, start: int, last: int) -> bool:
    return names_body(doc[start:last].text) and not names_body(doc[start - 1 : last].text)


def _agency_alone(doc: Doc, first: int, last: int) -> int:
    """`building blocks SANA`, run together without a comma: the agency alone; `news agency SANA` is whole."""
    for name in range(max(first + 1, last - AGENCY), last):
        if not names_outlet(doc[name:last].text):
            continue
        start = name
        while start > first and doc[start - 1].lower_ in _SAYING_WHAT:
            start -= 1
        if start > first and start < name and doc[start - 1].lower_ == "state":
            start -= 1
        before = doc[start - 1] if start else doc[start]
        placed = start < name and before.pos_ == "PROPN" and first > 0 and doc[first - 1].pos_ == "ADP"
        if start > first and (placed or (before.pos_ == "NOUN" and not speaks(before))):
            return start
    return first


def _body_alone(doc: Doc, first: int, last: int) -> int:
    """`died in the raid state television said`, `near the town of Tarn state radio said`: neither the raid
    nor the town is the television's."""
    for start in range(first + 1, last - 1):
        before = doc[start - 1]
        if doc[start:last].text.lower() not in bare()["bodies"]:
            continue
        placed = before.pos_ == "PROPN" and start > first + 2 and doc[start - 2].pos_ == "ADP"
        if (before.pos_ == "NOUN" and not speaks(before)) or (placed and not speaks(doc[start - 3])):
            return start
    return first
