"""The action lexicon compiled for matching: which words may trigger which action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal

from dateline.lexicon.inflect import noun_forms, verb_forms
from dateline.lexicon.load import Entry, entries, mapping

Form = Literal["verb", "noun", "word"]
GAPS = {"?": 2, "*": 6}
"""Tokens that `?` and `*` in a pattern may stand for."""
STOPS = frozenset(',.;:!?"“”()')
DEFAULT_PRIOR = 0.8


@lru_cache(maxsize=64)
def group_number(action: str) -> int:
    """Place of the action's group in `action_groups.yaml`, from 0; raises StopIteration for no action."""
    return next(k for k, actions in enumerate(mapping("action_groups").values()) if action in actions)


@cache
def action_set(name: str) -> frozenset[str]:
    """The actions of one set of `action_sets.yaml`; raises KeyError for no set."""
    return frozenset(mapping("action_sets")[name])


@cache
def actions() -> tuple[str, ...]:
    """Every action that a claim may have, in the order of `crosswalk.yaml`."""
    return tuple(mapping("crosswalk"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying an action: each word with the forms it may take, or a gap."""

    words: tuple[frozenset[str] | int, ...]
    entry: Entry
    form: Form
    length: int = field(init=False)
    """Words that must be there."""
    wide: bool = field(init=False)
    """True for `drive * out`: what stands between is the object; only the first word is the trigger."""

    def __post_init__(self) -> None:
        gaps = [word for word in self.words if isinstance(word, int)]
        object.__setattr__(self, "length", len(self.words) - len(gaps))
        object.__setattr__(self, "wide", any(gap > GAPS["?"] for gap in gaps))

    def end(self, tokens: Sequence[str], start: int) -> int | None:
        """Index after the last word when the pattern stands at `start`, else None."""
        return _end(self.words, tokens, start)


def _end(words: Sequence[frozenset[str] | int], tokens: Sequence[str], at: int) -> int | None:
    for k, word in enumerate(words):
        if isinstance(word, int):
            for gap in range(word + 1):
                if any(t in STOPS for t in tokens[at : at + gap]):
                    return None
                end = _end(words[k + 1 :], tokens, at + gap)
                if end is not None:
                    return end
            return None
        if at >= len(tokens) or tokens[at] not in word:
            return None
        at += 1
    return at


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern found: tokens `[start, end)` of the sequence given, and its entry."""

    start: int
    end: int
    entry: Entry
    form: Form

    @property
    def action(self) -> str:
        """The action that the words name when nothing else is known."""
        return str(self.entry["action"])

    @property
    def prior(self) -> float:
        """How likely these words are a claim, 0..1, by the lexicon alone."""
        return float(mapping("action_priors").get(self.entry.id, self.entry.get("prior", DEFAULT_PRIOR)))


@lru_cache(maxsize=1)
def patterns() -> dict[str, tuple[Pattern, ...]]:
    """First word form -> patterns that may begin with it, longest first."""
    table: dict[str, list[Pattern]] = {}
    for entry in entries("actions"):
        for pattern in _compiled(entry):
            first = pattern.words[0]
            assert not isinstance(first, int), f"{entry.id}: a pattern begins with a gap"
            for form in first:
                table.setdefault(form, []).append(pattern)
    return {form: tuple(sorted(found, key=lambda p: -p.length)) for form, found in table.items()}


def _compiled(entry: Entry) -> Iterator[Pattern]:
    for text in entry.get("verbs", ()):
        first, *rest = text.split()
        yield Pattern((frozenset(verb_forms(first)), *map(_later, rest)), entry, "verb")
    for text in entry.get("nouns", ()):
        *rest, last = text.split()
        # `fall of`: the noun is the word before the preposition.
        if last in ("of", "for", "toward", "into") or rest[-1:] in (["of"], ["for"]):
            first, *later = text.split()
            yield Pattern((frozenset(noun_forms(first)), *map(_later, later)), entry, "noun")
        else:
            yield Pattern((*map(_fixed, rest), frozenset(noun_forms(last))), entry, "noun")
    for text in entry.get("words", ()):
        yield Pattern(tuple(map(_fixed, text.split())), entry, "word")


def _fixed(word: str) -> frozenset[str] | int:
    return GAPS[word] if word in GAPS else frozenset((word,))


def _later(word: str) -> frozenset[str] | int:
    return GAPS[word] if word in GAPS else frozenset(noun_forms(word)) | {word}


def hits(tokens: Sequence[str], is_verb: Sequence[bool]) -> list[Hit]:
    """Every place where a pattern fires, in order and without overlap.

    `tokens` are lower-case words of one sentence; `is_verb` says which are tagged as verbs, used
    only where one word is both a verb entry and a noun entry.
    """
    found: list[Hit] = []
    at = 0
    while at < len(tokens):
        hit = _best(tokens, is_verb[at], at)
        if hit is None:
            at += 1
        else:
            found.append(hit)
            at = hit.end
    return found


def _best(tokens: Sequence[str], verb: bool, at: int) -> Hit | None:
    best: Hit | None = None
    length = 0
    for pattern in patterns().get(tokens[at], ()):
        if pattern.length < length:
            break
        end = pattern.end(tokens, at)
        if end is None:
            continue
        if best is not None and (best.form == "verb") == verb:
            break
        if pattern.wide:
            end = at + 1
        best, length = Hit(at, end, pattern.entry, pattern.form), pattern.length
    return best


def may_hold_claims(words: set[str]) -> bool:
    """False when no word of a document begins any pattern: such a document needs no parse."""
    return not words.isdisjoint(patterns())
