"""Which armed group bare nouns mean: `the guerrillas`, `the militants`, `a suicide bomber`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.reference import Scene

CENTRAL = 3
"""Times a report names its one group before every gunman in it is that group's."""
NEAR = 3
"""Sentences back, and mentions counted, in which a group is what the report is about."""
BESIDE = 40
"""Characters beside a name within which a report says what kind of body it is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An actor id, or None, with what decided it."""

    actor: str | None
    rule: str


NOBODY = Choice(None, "")
FIGHTERS = (":military", ":militia", ":rebels")
"""Ends of the ids of a state's bodies that fight."""
STRANGER = Choice(None, "stranger")
"""Nobody of the report's countries, by the words themselves."""
NAMED, UNLISTED = "registry", "unlisted.name"
"""Rules of words that name a body of the registry, and a group that only the text tells of."""
LAND = "land@"
"""Begins the rule of `the country's army`, which is of the country at the characters that follow."""


def is_belligerent(actor: str) -> bool:
    """True for an armed group and for a state's fighters, by the id."""
    return actor.startswith("group:") or actor.endswith(FIGHTERS)


def never_fights(actor: str) -> bool:
    """True for outlets, monitors and relief bodies, by the registry."""
    entry = registry().get(actor) if actor.startswith("org:") else None
    return actor.startswith("outlet:") or (entry is not None and entry.kind == "civilians")


def is_many(phrase: Phrase) -> bool:
    """True for `terrorist groups`: several bodies, none of which is meant alone."""
    return phrase.word in words_of("bands") and not phrase.definite


def only_group(phrase: Phrase, iso: str | None, scene: Scene) -> Choice | None:
    """`the guerrillas` where one group of the country is named; bare `rebels` stay any rebels."""
    home = [g for g in scene.groups if iso is not None and iso in scene.home(g) and scene.rebel(g)]
    if phrase.word in words_of("any_rebels"):
        home = [g for g in home if g not in words_of("global_groups")]
    if len(home) > 1 and scene.named_times(home[0]) > sum(map(scene.named_times, home[1:])):
        home = home[:1]
    if len(home) != 1 or not phrase.word.startswith(tuple(words_of("insurgents"))):
        return None
    near = any(b.actor == home[0] for b in scene.groups_before(phrase.span.start, sentences=NEAR))
    if phrase.definite or phrase.word.startswith(tuple(words_of("guerrillas"))) or near:
        return Choice(home[0], "group.only")
    return None


def meant_group(phrase: Phrase, scene: Scene) -> Choice | None:
    """`the militants`: the one group named near by, or the one the report names at all."""
    said = {w.key for w in words_in(scene.text, *phrase.span)}
    # `terrorist attacks` tells what the speaker thinks of them, not who did it.
    if said & words_of("strangers") or (said <= words_of("epithets")):
        return None
    if phrase.role == "collective" and phrase.word not in words_of("banded"):
        return None
    if is_many(phrase) or (phrase.word in words_of("heads") and said & words_of("pairs")):
        return None
    groups = scene.groups
    near = [b.actor for b in scene.groups_before(phrase.span.start, sentences=NEAR)][:NEAR]
    bomber = phrase.word in words_of("bombers")
    sided = phrase.word in words_of("sided") and not said & words_of("vague")
    if len(groups) == 1:
        hands = phrase.word in words_of("unknown_hands") - words_of("fought")
        if (phrase.definite and not hands) or bomber:
            return Choice(groups[0], "group.only")
        wide = phrase.role == "armed" and phrase.word not in words_of("unknown_hands")
        central = scene.named_times(groups[0]) >= CENTRAL and scene.located in scene.home(groups[0])
        return Choice(groups[0], "group.near") if (near and (wide or sided)) or (central and wide) else None
    if not near or bomber or not (sided or (phrase.role == "member" and phrase.definite)):
        return None
    (top, count), *_ = Counter(near).most_common(1)
    if count > 1 or len(near) < NEAR:
        return Choice(top if count > 1 else near[0], "group.near")
    return None


def meant_militia(phrase: Phrase, iso: str | None, scene: Scene) -> Choice | None:
    """`the paramilitaries` after `the paramilitary X`: the one body told so that is named near by."""
    kinds = tuple(words_of("paramilitary"))
    said = [w.key for w in words_in(scene.text, *phrase.span)]
    if not phrase.definite or not any(key.startswith(kinds) for key in said):
        return None
    told = {
        b.actor
        for b in scene.groups_before(phrase.span.start, sentences=NEAR)
        if iso in scene.home(b.actor) and _told_as(b.actor, kinds, scene)
    }
    return Choice(told.pop(), "group.near") if len(told) == 1 else None


def _told_as(actor: str, kinds: tuple[str, ...], scene: Scene) -> bool:
    """True if a word of `kinds` stands beside one of the names of `actor`, in its sentence."""
    return any(
        word.key.startswith(kinds) and scene.sentence_at(word.start) == scene.sentence_at(b.span.start)
        for b in scene.bodies
        if b.actor == actor
        for word in words_in(scene.text, max(0, b.span.start - BESIDE), b.span.end + BESIDE)
    )
