"""Where a report goes on behind what somebody says, though the parser takes the rest for more of it.

`The council said nine had died and urged both to stop`; `Tarn says it will stay, a day after a raid`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_spans import QUOTE_MARKS
from dateline.mentions.quotes_subjects import speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_SPANS = frozenset("minutes hour hours day days week weeks month months year years".split())
_COUNTS = ("NUM", "DET", "ADJ", "ADV")
"""What stands before `days after`: `a`, `two`, `just`, `barely three`."""


def next_act(verb: Token, after: int, end: int) -> int:
    """Where the speaker of `verb` does the next thing in words, within tokens `[after, end)`; else `end`.

    The second verb has no subject of its own and does not match the one it is joined to: `it would leave and
    urged`, `the truck was driven in and accused`. Of `the rebels attacked and demanded` the rebels demand.
    """
    doc = verb.doc
    for i in range(after + 1, end):
        if doc[i].text in QUOTE_MARKS and not any(t.text in QUOTE_MARKS for t in doc[i + 1 : end]):
            break
        if _in_step(verb, doc[i]) and (joint := _next(doc[i], after)) is not None:
            return joint
    return end


def does_next(word: Token, first: int) -> bool:
    """True of a reporting verb whose speaker is who said what stands before it, from token `first` on."""
    return _next(word, first) is not None


def _next(word: Token, after: int) -> int | None:
    joint = _joint(word, after)
    return None if joint is None or _shares(word, comma=word.doc[joint].text == ",") else joint


def _joint(word: Token, after: int) -> int | None:
    """Where `, and again` starts before a reporting verb without a subject and auxiliaries, or None."""
    if word.dep_ != "conj" or word.head.i < after or not (verb_cues(word) or _cannot_share(word)):
        return None
    if any(c.i < word.i and c.dep_ in (*_SUBJECTS, "aux", "auxpass", "mark") for c in word.children):
        return None
    start = word.i
    while start > after and word.nbor(start - 1 - word.i).pos_ == "ADV":
        start -= 1
    if word.nbor(start - 1 - word.i).lower_ not in ("and", "but"):
        return None
    start -= 1
    return start - 1 if word.nbor(start - 1 - word.i).text == "," else start


def _in_step(verb: Token, word: Token) -> bool:
    """Both tell of the same time: `said ... and urged`, `says ... and urges`."""
    past = ("VBD", "VBN")
    return word.tag_ in past if verb.tag_ in past else word.tag_ == verb.tag_ and verb.tag_ in ("VBZ", "VBP")


def _shares(word: Token, *, comma: bool) -> bool:
    """True where the verb may have the subject of the speech's verb that it hangs on."""
    first = word.head
    while first.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in first.children):
        first = first.head
    told = next((c for c in first.children if c.dep_ in _SUBJECTS), None)
    if told is None:
        return True
    helped = _helpers(word.head)
    if _cannot_share(word):
        return False
    if not speaks(told) and told.tag_ not in ("NNS", "WP", "WDT"):
        return False
    again = told.lower_ in ("it", "he", "she", "they")
    before = any(c.dep_ == "aux" and c.lemma_ == "have" for c in word.head.children)
    return not ((again and (comma or before)) or (comma and helped and word.tag_ == "VBD"))


def _helpers(verb: Token) -> set[str]:
    return {c.tag_ for c in verb.children if c.dep_ in ("aux", "auxpass") and c.lower_ != "to"}


def _cannot_share(word: Token) -> bool:
    """`it would leave and seized`: a verb with a tense of its own does not go with `would`."""
    return word.tag_ == "VBD" and "MD" in _helpers(word.head)


def set_beside(verb: Token, after: int, end: int) -> int:
    """Where `, a day after ...` begins to tell beside what else it was said; else `end`."""
    doc = verb.doc
    for i in range(after + 3, end - 2):
        if doc[i].lower_ in ("after", "before") and doc[i - 1].lower_ in _SPANS:
            start = i - 1
            while start > after and doc[start - 1].pos_ in _COUNTS:
                start -= 1
            finite = any(t.tag_ in ("VBD", "VBP", "VBZ") for t in doc[i:end])
            if start < i - 1 and doc[start - 1].text == "," and start - 1 > after and finite:
                return start - 1
    return end
