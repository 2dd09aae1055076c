"""Who speaks where nobody is quoted: the body whose name heads or signs a communique."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.document import Span
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import words_in
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import items, words_of
from dateline.mentions.actors_phrase import phrase_of

if TYPE_CHECKING:
    from dateline.resolve.reference import Scene

LONGEST = 160
"""Characters of a block that may be a letterhead and no paragraph."""
ARMED = (":government", ":military", ":police", ":militia", ":rebels")
"""Ends of the ids of state bodies that publish communiques."""
JUDGED = 2
"""Sentences at the head of a statement in which the state that makes it is named."""
OURS = 2
"""Words after `our` among which the army stands: `our brave soldiers`."""
_KIND = re.compile(
    r"\W*(?:the\s+)?(?:(?:\w+\s+){0,3}(?:statement|communiqu[ée]|update|summary|bulletin|briefing|review|release"
    r"|report|message)\s+(?:of|by|from|issued\s+by)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[,;(].*$")
_TOPIC = re.compile(rf"\s(?:on|about|regarding|concerning|for)\s.*$|{_ASIDE.pattern}", re.IGNORECASE)
_HEAD_END = re.compile(r"\[|--|\n")
_MOUTHPIECE = re.compile(
    r"\b(?:press|radio|voice|bulletin|information|news|communiqu[ée]s?|statement)\b", re.IGNORECASE
)
_STATE_RADIO = re.compile(r"\s+(?:(?:domestic|home|international) service|radio)\b", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]\s+")


def signatures(scene: Scene) -> tuple[tuple[int, str], ...]:
    """(where its block begins, actor id) of every letterhead: lines that are nothing but an armed or state
    body's name.

    `Statement of the Sudanese Armed Forces, 3 May`, `Ministry of Defence of Armenia, spokesperson`; a
    headline tells what a body does and is none.
    """
    found = []
    for block in scene.parse.document.blocks:
        start, end = block.span
        if end - start > LONGEST or block.kind == "mark":
            continue
        lines = scene.text[start:end].splitlines()
        actor = next(filter(None, (_signed(line, scene) for line in lines)), None)
        if actor:
            found.append((start, actor))
    return tuple(found)


def station(scene: Scene) -> str | None:
    """The side whose radio, press or paper the first line names.

    It is the one the registry gives, the group in the name, or the state of a capital's radio.
    """
    end = _HEAD_END.search(scene.text, 0, LONGEST)
    line = scene.text[: end.start()] if end else ""
    if not line or line.rstrip().endswith((".", "!", "?")):
        return None
    for item in items(line, words_in(line, 0, len(line)), shouting=scene.shouting):
        value = item.values[0]
        entry = registry().get(value) if item.kind == "body" else None
        if entry and entry.side and value.startswith("outlet:"):
            return entry.side
        if entry and value.startswith("group:") and _MOUTHPIECE.search(line):
            return value
        last = words_in(line, 0, len(line))[item.last - 1]
        if value.endswith("/capitals") and _STATE_RADIO.match(line, last.end):
            return f"{value[:3]}:government"
    return None


def own_army(scene: Scene) -> str | None:
    """The army of the report's country, where the text calls it `our soldiers` outside of quotations."""
    if scene.located is None:
        return None
    told = [span for quote in scene.mentions.quotes for span in quote.content]
    for first, word in enumerate(scene.words):
        if word.key != "our" or any(span.start <= word.start < span.end for span in told):
            continue
        after = {w.key for w in scene.words[first + 1 : first + 1 + OURS]}
        if after & words_of("own_armies"):
            return f"{scene.located}:military"
    return None


def judge(scene: Scene) -> str | None:
    """The state that condemns or welcomes in the first sentences of a text that says `we` outside of
    quotations: it is its statement."""
    told = [span for quote in scene.mentions.quotes for span in quote.content]
    ours = [w.start for w in scene.words if w.key in ("we", "our")]
    if all(any(span.start <= at < span.end for span in told) for at in ours):
        return None
    sentences = scene.parse.sentences
    end = sentences[JUDGED].span.start if len(sentences) > JUDGED else len(scene.text)
    for item in scene.items:
        after = [w.key for w in scene.words[item.last : item.last + 2] if not w.key.endswith("ly")]
        named = item.kind == "country" and item.link is None and scene.span_of(item).end <= end
        if named and words_of("judging") & set(after[:1]):
            return f"{best_country(item)[0]}:government"
    return None


def _signed(line: str, scene: Scene) -> str | None:
    """The body that a line names and nothing else."""
    if line.rstrip().endswith((".", "!", "?", ":")):
        return None
    kind = _KIND.match(line)
    told = line[kind.end() :] if kind else line
    rest = _TOPIC if kind and kind.group().strip() else _ASIDE
    parts = [part for part in (rest.sub("", p).strip() for p in _DASH.split(told)) if part]
    if not parts or not _all_name(parts[0], scene):
        return None
    return next((a for a in (_body(part, scene) for part in parts if _all_name(part, scene)) if a), None)


def _all_name(words: str, scene: Scene) -> bool:
    """True if every word belongs to the name of a body, an office or a country."""
    listed = words_in(words, 0, len(words))
    held = {
        i
        for item in items(words, listed, shouting=scene.shouting)
        for i in range(item.first, item.last)
        if item.kind != "person"
    }
    return bool(held) and all(
        i in held or word.key in words_of("offices") or word.key in words_of("owners") or word.key == "the"
        for i, word in enumerate(listed)
    )


def _body(words: str, scene: Scene) -> str | None:
    phrase = phrase_of(words, Span(0, len(words)), shouting=scene.shouting, keep=scene.means)
    actor = phrase.decided
    if actor is None and phrase.role == "military" and scene.located:
        actor = f"{scene.located}:military"
    state = actor is not None and country_of(actor) is not None and actor.endswith(ARMED)
    return actor if actor and (state or actor.startswith("group:")) else None


def author_at(at: int, signed: tuple[tuple[int, str], ...]) -> str | None:
    """The body whose letterhead stands last before `at`; the only one that signs the report; or None."""
    before = [actor for start, actor in signed if start <= at]
    if before:
        return before[-1]
    return signed[0][1] if len(signed) == 1 else None
