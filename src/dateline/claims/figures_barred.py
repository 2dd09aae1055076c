"""Amounts told beside an event that are no figure of it: tellers, means, a place's people, a whole."""

from __future__ import annotations

import re
from functools import cache

from dateline.claims.figures_scene import Scene, counted_head
from dateline.claims.figures_words import figure_words
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.numbers_words import alternatives
from dateline.mentions.record import Quantity

NEXT = 10
"""Characters after a number in which it may be told of whom."""
REACH = 48
"""Characters before a number in which it is told what it counts."""


def may_count(scene: Scene, quantity: Quantity) -> bool:
    """False for durations, ages and the like, which are never how many of an event, for who tells it, and for
    how many live where it was or are of one family."""
    if quantity.unit in figure_words("aside") or quantity.rule.endswith("+conversion"):
        return False  # `six hours`, and the miles of `20 km (12 miles)`
    barred = (_tells, _is_kin, _is_share_of_them, _is_means, _is_told_whole)
    if any(of_another(scene, quantity) for of_another in barred):
        return False
    return scene.trigger.action not in action_set("done_to") or not _lives_there(scene, quantity)


@cache
def _peopled() -> re.Pattern[str]:
    """What stands before the number of a place's people."""
    before, places, roughly = (alternatives(figure_words(k)) for k in ("peopled", "settled", "roughly"))
    return re.compile(rf"\b(?:{before}|(?P<place>{places}) of)\s+(?:(?:{roughly})\s+){{0,2}}\Z", re.I)


def _lives_there(scene: Scene, quantity: Quantity) -> bool:
    """`a town of 9,000 people`, `home to 9,000`: a raid that kills two there harms none of the others."""
    start = quantity.span.start
    said = _peopled().search(scene.parse.document.text[max(0, start - REACH) : start])
    if said is None or not said["place"]:
        return said is not None
    noun = counted_head(scene, quantity)
    return noun is None or noun.lower_ in figure_words("inhabitants")


def _is_kin(scene: Scene, quantity: Quantity) -> bool:
    """`Three herders from one family`: the family is no fourth victim."""
    first, *_ = scene.parse.ids_in(quantity.span) or (0,)
    noun = counted_head(scene, quantity)
    from_one = quantity.high == 1 and first > 0 and scene.parse.lowers[first - 1] in ("of", "from")
    return from_one and noun is not None and noun.lower_ in figure_words("kin")


def _tells(scene: Scene, quantity: Quantity) -> bool:
    """`A nurse said`, `two officials said`: one who tells, or several whose noun is one for tellers."""
    if _joins_teller(scene, quantity):
        return True
    if not any(s.overlaps(quantity.span) for s in scene.tellers):
        return False
    noun = counted_head(scene, quantity)
    return quantity.rule.startswith("singular") or (noun is not None and noun.lower_ in words_of("speaking"))


_OF_THEM = re.compile(r"\s*of\s+(?:them|whom|these|those)\b", re.I)


def _is_share_of_them(scene: Scene, quantity: Quantity) -> bool:
    """`killed 90 herders, a third of them children`: how many those are is not said."""
    said = _OF_THEM.search(scene.parse.document.text, quantity.span.start, quantity.span.end + NEXT)
    share = quantity.unit in figure_words("share")
    return share and said is not None and scene.trigger.action in action_set("harms")


_OF_WHOLE = re.compile(
    r"(?:\A|[.;:\n]\s*|[\"“])Of\s+(?:(?:the|those|these|its|their|some|about|around)\s+)*\Z"
)
"""What stands before the number of a whole of which the sentence tells a part."""


def _is_told_whole(scene: Scene, quantity: Quantity) -> bool:
    """`Of the 45 hostages, 12 were freed`: 45 is no figure of those freed."""
    text, (start, end) = scene.parse.document.text, quantity.span
    comma = text.find(",", end, scene.trigger.sentence.span.end)
    told = comma != -1 and comma < scene.trigger.span(scene.parse).start
    return told and _OF_WHOLE.search(text[max(0, start - REACH) : start]) is not None


def _is_means(scene: Scene, quantity: Quantity) -> bool:
    """`A shell wounded nine`: what did the harm is none of what was harmed."""
    noun = counted_head(scene, quantity)
    if noun is None or scene.trigger.action not in action_set("harmed"):
        return False
    arms = quantity.measure in mapping("figures")["destroy"]["allow"]
    acts = arms and noun.dep_ == "nsubj" and noun.head.i == scene.head.i
    return acts and any(child.dep_ == "dobj" for child in scene.head.children)


def _joins_teller(scene: Scene, quantity: Quantity) -> bool:
    """`killed nine herders, a nurse and the police said`: the nurse tells it with them."""
    text, end = scene.parse.document.text, quantity.span.end
    return any(end < s.start and text[end : s.start].split() == ["and"] for s in scene.tellers)
