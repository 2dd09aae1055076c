"""What kind of source a speaker's words describe, by the lexicon `sources.yaml`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dateline.claims.record import SourceKind
from dateline.lexicon.load import entries

_CORE_END = re.compile(
    r",| (?:of|at|in|from|for|who|which|close|with|on|near|to|and|familiar|quoted|based|speaking)\b"
)


_UNNAMED = "official.unnamed"
_NAME = re.compile(r", (?=[^,]*[a-z])(?:[A-Z][\w.'’-]+ )+[A-Z][\w'’-]+(?:,|$)")
"""The name behind what somebody is: `a police officer, Omar Said`; capitals alone tell no name."""
_OWNER = re.compile(r"(?<=[A-Z]{2})['’]s\b")
"""The end of who has something, if that is an acronym: `the BBC's Omar Said`, not the People's Front."""
_TOLD = re.compile(r",? (?:which|whose) .*", re.S)
"""What is told of a speaker beside who he is: `Tarn, which is at war with the rebels`."""
_DROPPED = str.maketrans("", "", ".’'")


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """Lower case, no accents, no full stops, single spaces: `U.N.` is `un`."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return " ".join(plain.lower().translate(_DROPPED).split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, SourceKind, re.Pattern[str] | None, frozenset[str]], ...]:
    made = []
    for entry in entries("sources"):
        words = [re.escape(folded(w)) for w in entry.get("words", ())]
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])") if words else None
        made.append((entry.id, entry["kind"], pattern, frozenset(entry.get("last", ()))))
    return tuple(made)


@lru_cache(maxsize=4096)
def source_kind(words: str) -> tuple[SourceKind, str] | None:
    """The kind of source `words` describe and the entry that says so, or None.

    >>> source_kind("a military source")
    ('unnamed_official', 'official.unnamed')
    """
    text = folded(_TOLD.sub("", _OWNER.sub("", words)))
    core = _CORE_END.split(text, maxsplit=1)[0].split()
    for name, kind, pattern, last in _patterns():
        if (pattern is not None and pattern.search(text)) or (core and core[-1] in last):
            return ("named_official" if name == _UNNAMED and _NAME.search(words) else kind), name
    return None
