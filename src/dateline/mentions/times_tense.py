"""Whether the words around a time expression speak of what is to come or of what has passed."""

from __future__ import annotations

import re

from dateline.document import Span

REACH = 90
"""Characters before or after an expression in which a word of its clause tells the tense."""

_FUTURE = re.compile(
    r"\b(?:will|shall|would|won't|'ll|to be|is to|are to|was to|were to|"
    r"due(?!\s+to\s+(?:the|an?|his|her|its|their|this|that|these|those|heavy|\w+ing|"
    r"(?!(?:be|begin|start|open|reopen|resume|hold|sign|attend|discuss)\b)\w+\s+\w+ing)\b)|"
    r"slated|scheduled|planned|plans?|planning|expected|"
    r"set to|going to|as soon as|as early as|starting|upcoming|forthcoming|"
    r"until|till|ahead of|deadline|effective|payable|must|(?:should|ought to)(?!\s+have)|"
    r"(?:agree[sd]?|vow(?:s|ed)?|pledge[sd]?|promise[sd]?|threaten(?:s|ed)?|refuse[sd]?) to)\b"
)
_BEGINS = re.compile(
    r"(?<!to )(?<!not )(?<!n't )\b(?:meet|begin|start|open|resume|reopen|expire|vote)s?"
    r"\s+(?:\w+ly\s+)?(?:on\s+)?\Z"
)
_UP_TO = re.compile(r"\bthrough\s+(?:the\s+)?\Z")
_UNDONE = re.compile(r"\b(?:had\s+been|previously|originally|had\s+not|was\s+(?:announced|made))\b")
_REPORTING = re.compile(
    r"\b(?:said|says|told|announced|reported|added|stated)\s*(?:on\s+|late\s+|early\s+)*\Z"
)
_PASSED = re.compile(
    r"\b(?:(?:since|last|ago|ended|past)\s+(?:in\s+|the\s+)*|"
    r"since\s+(?:a|an|the|its|his|her|their|that)\s+(?:\w+\s+){0,2})\Z"
)
LED_FROM = 36
"""Characters before an expression in which `since a failed` stands."""
_STOP = re.compile(r"[;,!?\"]|(?<![ap]\.m)(?<![ap])\.")
_LED = re.compile(r"\W*(?:(?:on|in|by|early|late|next)\s+)*\Z")
_THEN = re.compile(
    r"(?:,\s*)?(?:(?!\b\w+ed\b|\bsaid\b|\btold\b)[^.;,\"])*?\b(?:will|is\s+to|are\s+to|plans?\s+to|is\s+due|are\s+due)\b"
)
_DONE = re.compile(r"\b(?:after|when)\s[^.;,]*\Z")
_PAST_NEXT = re.compile(r"\s+(?:\w+ly\s+)?(?:\w+ed|was|were|had|hit|struck|left)\b")
"""`the first to be shut after a shell on Monday damaged it`: a clause of its own, of what was done."""
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:on\s+|late\s+|early\s+)*\Z")
_HAD = re.compile(r",?\s[^.;,]*\bhad\b")


def looks_ahead(folded: str, sentence: Span, at: Span) -> bool:
    """True if the clause of the expression `at` is of the future; one led by `since` never is.

    `Talks will go on until Monday`, `On Monday the sides are to meet`; not `Until Monday, they had not met`.
    """
    before = folded[max(sentence.start, at.start - REACH) : at.start]
    after = folded[at.end : min(sentence.end, at.end + REACH)]
    if _REPORTING.search(before) or _UNDONE.search(before) or has_passed(folded, sentence, at.start):
        return False
    if _UNTIL.search(before) and _HAD.match(after):
        return False
    if _UP_TO.search(before) or _BEGINS.search(before):
        return True
    if _LED.fullmatch(folded, sentence.start, at.start) and _THEN.match(after):
        return True
    cut = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    if _PAST_NEXT.match(after) and (done := _DONE.search(before, cut)) is not None:
        cut = done.start()
    return _FUTURE.search(before, cut) is not None


def has_passed(folded: str, sentence: Span, start: int) -> bool:
    """True if the expression at `start` is led by `since`, `last` or `ended in`, or stands in what is led by
    `since`: `since a failed July coup`."""
    return _PASSED.search(folded, max(sentence.start, start - LED_FROM), start) is not None
