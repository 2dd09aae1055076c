"""The fuller words of who is named again in short: `the source`, a surname, by the other speakers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.annotate import Parse
from dateline.claims.attribution_kinds import folded
from dateline.claims.attribution_nature import head_of, is_body
from dateline.document import Span
from dateline.lexicon.registry import names_body
from dateline.mentions.actors_lexicon import words_of

_EMPTY = frozenset(
    "the a an of for in at and to this that these those same mr mrs ms dr al who he she his".split()
)
_ANEW = frozenset("a an another other some several many two three".split())


def fuller(parse: Parse, source: Span, speakers: Sequence[Span]) -> Span | None:
    """An earlier speaker whose words hold all of this one's and more; for a name, else a later one."""
    mine = _stems(parse, source)
    if not mine or len(mine) > 3 or _is_new(parse, source):
        return None
    named = any(t.pos_ == "PROPN" for t in parse.tokens_in(source))
    whole = names_body(parse.document.quote(source))
    best: Span | None = None
    for speaker in speakers:
        earlier = speaker.start < source.start
        if (
            not speaker.overlaps(source)
            and not _is_pair(parse, speaker)
            and mine < _stems(parse, speaker)
            and mine <= _core(parse, speaker)
            and _agree(parse, source, speaker)
            and (earlier or (named and best is None and not whole))
        ):
            best = speaker
    return best


def _is_new(parse: Parse, source: Span) -> bool:
    """Somebody told of for the first time: `a clerk`, `another resident`, `some officers`."""
    first = next((t for t in parse.tokens_in(source) if not t.is_space), None)
    return first is not None and first.lower_ in _ANEW


def _agree(parse: Parse, source: Span, speaker: Span) -> bool:
    """A body is none of its people (`the police`, `police chief Okoro`), nor `nurses` the nurse before."""
    tokens, head = parse.tokens_in(source), head_of(parse.tokens_in(speaker))
    if is_body(parse, source) or names_body(parse.document.quote(source)):
        whole = is_body(parse, speaker) or names_body(parse.document.quote(speaker))
        return whole or head.lower_ in {t.lower_ for t in tokens}
    bare = not any(t.pos_ in ("DET", "PRON") for t in tokens) and head_of(tokens).tag_ == "NNS"
    return not bare or head.tag_ in ("NNS", "NNPS")


def _is_pair(parse: Parse, span: Span) -> bool:
    """Two who spoke together, neither of whom is meant where one is named: `the mayor and Omar Faris`."""
    return any(t.tag_ == "CC" and t.dep_ == "cc" for t in parse.tokens_in(span))


def _core(parse: Parse, span: Span) -> frozenset[str]:
    """The words that name the source itself: not whose, of what, or from where it is."""
    words = re.sub(r"\b[\w.-]+['’]s\b|\b(?:of|for) [^,]*", " ", parse.document.quote(span))
    return _whole(folded(words))


def _stems(parse: Parse, span: Span) -> frozenset[str]:
    """The words of a source that tell it from others, singular: {`field`, `source`}."""
    return _stems_of(parse.document.quote(span))


@lru_cache(maxsize=512)
def _stems_of(words: str) -> frozenset[str]:
    # Every speaker of a report is asked for by every claim.
    return _whole(folded(words)) - _EMPTY


@lru_cache(maxsize=1)
def _titles() -> Mapping[str, str]:
    return dict(pair.split("=") for pair in words_of("short_titles"))


def _whole(words: str) -> frozenset[str]:
    """Words without marks and plurals, titles written out."""
    plain = (w.strip(',()"').rstrip("s") for w in words.split())
    return frozenset(_titles().get(w, w) for w in plain)
