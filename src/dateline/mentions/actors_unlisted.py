"""Armed groups that no registry lists, by what the text says of their names: `group:` and the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.lexicon.gazetteer import open_gazetteer
from dateline.lexicon.registry import names_body, registry
from dateline.lexicon.registry_match import Matcher, words_in
from dateline.lexicon.registry_states import country_matcher
from dateline.mentions.actors_unlisted_armed import END, armed_beside, is_armed, known, peoples

LONGEST = 8
"""Words of the longest name, its small words counted."""
LED = 6
"""Words of what is said before a name (`a rebel group that calls itself the`)."""
SMALL = frozenset("of the for al el ul de del fil bin ibn i e".split())
"""Words in small letters that stand inside names."""
_ACRONYM = re.compile(r"""["”’]?\s?[(\[]["“‘]?([A-Z][A-Z-]{1,7})["”’]?[)\]]""")


@lru_cache(maxsize=64)
def unlisted(text: str) -> Matcher | None:
    """The names, and acronyms in brackets after them, of armed groups that `text` tells of and no registry
    lists; values are `group:` and the name's folded words. None where there are none."""
    found = dict(_Names(text).all())
    if not found:
        return None
    matcher = Matcher()
    for name, actor in found.items():
        matcher.add(name, actor)
    return matcher


@lru_cache(maxsize=1)
def _named_bands() -> tuple[str, ...]:
    """` rebel group known as` and its like: every band with every word that names it."""
    return tuple(f" {band} {naming}" for band in known("band") for naming in known("naming"))


class _Names:
    """The names of one text."""

    def __init__(self, text: str) -> None:
        self.text, self.words = text, words_in(text, 0, len(text))
        self.listed = self._taken(registry().matcher)
        self.lands = self._taken(country_matcher())

    def _taken(self, matcher: Matcher) -> frozenset[int]:
        return frozenset(i for hit in matcher.find(self.words) for i in range(hit.first, hit.last))

    def all(self) -> Iterator[tuple[str, str]]:
        """Names and acronyms as written, with whom they mean."""
        for first, last in self._runs():
            for start, end in self._named(first, last):
                part = self.words[start:end]
                actor = "group:" + "_".join(w.key for w in part)
                acronym = _ACRONYM.match(self.text, part[-1].end)
                if acronym and names_body(acronym.group(1)):
                    continue  # another name of a body that the registry has
                yield self._text(start, end), actor
                if acronym:
                    yield acronym.group(1), actor

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Stretches of words with capitals, small words between them."""
        first = 0
        while first < len(self.words):
            if self.words[first].shape == "lower":
                first += 1
                continue
            last = first + 1
            while last < len(self.words) and self._goes_on(last):
                last += 1
            while self.words[last - 1].shape == "lower":
                last -= 1
            yield first, last
            first = last

    def _goes_on(self, at: int) -> bool:
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return gap in (" ", "-") and (self.words[at].shape != "lower" or self.words[at].key in SMALL)

    def _named(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The name in a run of capitals, if it is one; `Claims 6 Orvane Martyrs` counts those who died."""
        first = self._without_leading(first, last)
        counted = first > 0 and self.words[first - 1].key.isdigit()
        if first == last or counted or last - first > LONGEST:
            return
        opener = self._opened(first, last)
        if opener is not None and opener not in self.listed:
            # `Liwa al-Fatah` is not the Fatah movement, which stands inside its name.
            if not open_gazetteer().knows(self._text(opener, last)):
                yield opener, last
        elif not self.listed.isdisjoint(range(first, last)):
            return
        elif self._led_up(first):
            if not set(range(first, last)) <= self.lands and not self._keys(first, last) & known("not"):
                yield first, last
        elif end := self._closed(first, last):
            yield first, end

    def _without_leading(self, first: int, last: int) -> int:
        """`Fighters of the Oak Front`: the name begins after those who are of it."""
        while first < last:
            key, after = self.words[first].key, self.words[first + 1].key if first + 1 < last else ""
            led = key in known("armed") and after in ("of", "from")
            if key in ("the", "a", "an", "of", "for", "in", "on") or led:
                first += 1
            else:
                break
        return first

    def _led_up(self, first: int) -> bool:
        """True after `a previously unknown group` and `a militia known as the`."""
        before = self.words[max(first - LED - 1, 0) : first]
        if not before or END.search(self.text, before[-1].end, self.words[first].start):
            return False
        keys = [w.key for w in before]
        if keys[-1] in ("the", "a"):
            keys.pop()
        said = " " + " ".join(keys)
        called = (f" {words.replace('-', ' ')}" for words in known("called"))
        return said.endswith((*called, *_named_bands()))

    def _opened(self, first: int, last: int) -> int | None:
        """Where a name begins that one of the openers begins."""
        for at in range(first, last - 1):
            if self.words[at].key in known("opener") and self.words[at].shape != "lower":
                return at
        return None

    def _closed(self, first: int, last: int) -> int | None:
        """Where a name ends that a noun for a band closes; None where nothing says that it is armed."""
        inside = self.words[first:last]
        closers = [k for k, w in enumerate(inside) if w.key in known("closer") and w.shape != "lower"]
        if closers and closers[-1] > 0:
            end = first + closers[-1] + 1
            return end if self._is_own(first, end) and is_armed(self.text, self.words, first, end) else None
        if last < len(self.words) and self.words[last].key in known("noun"):
            gap = self.text[self.words[last - 1].end : self.words[last].start]
            return last if gap in (" ", '" ', "” ") and self._is_band(first, last) else None
        return None

    def _is_band(self, first: int, last: int) -> bool:
        """True for the `Laksaur` of `the Laksaur militia`, when it is neither a place's nor one of many."""
        if not self._is_own(first, last) or open_gazetteer().knows(self._text(first, last)):
            return False
        if self.words[last].key not in known("militia"):
            return armed_beside(self.text, self.words, first, last)
        again = sum(w.key == self.words[first].key and w.shape != "lower" for w in self.words) > 1
        return last - first > 1 or (again and first > 0 and self.words[first - 1].key == "the")

    def _is_own(self, first: int, last: int) -> bool:
        """True for words that are no unit of a state, no creed, and no country's army."""
        keys = self._keys(first, last)
        if keys & known("not") or keys & peoples() or any(key.isdigit() for key in keys):
            return False
        if not keys - known("closer") - known("armed") - SMALL - known("plain"):
            return False
        at_home = self.lands.isdisjoint(range(first, last)) and "national" not in keys
        return at_home or bool(keys & known("cause"))

    def _keys(self, first: int, last: int) -> set[str]:
        return {w.key for w in self.words[first:last]}

    def _text(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]
