"""Chooses the body of one phrase: its words first, then the document, then the act."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.document import Span
from dateline.lexicon.registry_states import ROLES
from dateline.mentions.actors_phrase import PRONOUNS, Phrase, phrase_of
from dateline.resolve.actors_acts import Act, state_role
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory

GOVERNMENT_WORDS = frozenset(["government", "governments", "state", "administration"])
"""Words for a whole government, which holds ground and fires; `minister` and `officials` never do."""
PLACED = frozenset(["civilians", "medical", "protesters", "media"])
"""Roles whose country is where they are; an army's is whose it is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An actor id, or None, with what decided it."""

    actor: str | None
    rule: str


NOBODY = Choice(None, "")


def choose(span: Span, act: Act, *, scene: Scene, memory: Memory) -> Choice:
    """Who the words at `span` are."""
    phrase = phrase_of(scene.text, span, shouting=scene.shouting)
    if phrase.role == "pronoun":
        return _pronoun(phrase, act, scene, memory)
    if phrase.actors and not phrase.person:
        actor = scene.pick(phrase.actors)
        return Choice(actor, "registry") if actor else NOBODY
    if phrase.role in ("country", "ruler", "people"):
        return _state(phrase, act, scene)
    if phrase.role in ROLES:
        return _role(phrase, act, scene)
    named = memory.person(span)
    if named:
        return named
    if phrase.role in ("armed", "collective", "force", "member"):
        return _unnamed(phrase, act, scene, memory)
    return NOBODY


def _pronoun(phrase: Phrase, act: Act, scene: Scene, memory: Memory) -> Choice:
    kind = PRONOUNS[phrase.word]
    if kind == "we":
        actor = act.speaker.actor if act.speaker else None
        return Choice(actor, "speaker") if actor else NOBODY
    return memory.antecedent(phrase.span, kind, act) or NOBODY


def _state(phrase: Phrase, act: Act, scene: Scene) -> Choice:
    if phrase.role == "people":
        return NOBODY
    iso, rule = (phrase.country, "country.words") if phrase.country else scene.country_near(phrase.span.start, role="government")
    role = state_role(act, phrase.role)
    return Choice(f"{iso}:{role}", rule) if iso and role else NOBODY


def _role(phrase: Phrase, act: Act, scene: Scene) -> Choice:
    iso, rule = phrase.country, "country.words"
    if iso is None and act.country and phrase.role in PLACED:
        iso, rule = act.country, "country.place"
    if iso is None:
        iso, rule = scene.country_near(phrase.span.start, role=phrase.role)
    if iso is None:
        return NOBODY
    role = phrase.role
    if role == "government" and phrase.word in GOVERNMENT_WORDS:
        role = state_role(act, "government") or role
    if role == "rebels" and phrase.country is None and phrase.definite:
        named = _home_group(iso, scene)
        if named:
            return Choice(named, "group.only")
    return Choice(f"{iso}:{role}", rule)


def _home_group(iso: str, scene: Scene) -> str | None:
    """The one armed group of the country that the document names, or None."""
    home = [g for g in scene.groups if iso in scene._home(g)]
    return home[0] if len(home) == 1 else None


def _unnamed(phrase: Phrase, act: Act, scene: Scene, memory: Memory) -> Choice:
    """`the militants`, `the group`: the one group the document names, if it names one."""
    if phrase.role in ("armed", "collective", "member") and phrase.definite and len(scene.groups) == 1:
        return Choice(scene.groups[0], "group.only")
    return NOBODY
