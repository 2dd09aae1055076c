"""Whom a side calls the enemy: the other side of the one that speaks."""

from __future__ import annotations

from dateline.claims.record import Source
from dateline.document import Span
from dateline.lexicon.registry_match import words_in
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import PRONOUNS, Phrase
from dateline.resolve.actors_groups import NOBODY, Choice
from dateline.resolve.reference import Scene

POWERS = (":government", ":military", ":police", ":intelligence", ":militia", ":rebels")
"""Ends of the ids of a state's bodies that speak for a side; its civilians may speak of its army."""
CLEAR = 1.5
"""How many times as much as of any third country a report must speak of the country that is the enemy."""

INVADER = "foe.invader"
"""Rule of the army of those who are on a country's ground by their words (`the occupiers`)."""
OPPONENTS = "foe.opponents"
"""Rule of those whom the words say to be against a state's rulers."""
NAMED = 2
"""Times that a group must be named to be the enemy where a foreign army may be."""


def foe_of(speaker: str | None, scene: Scene) -> Choice:
    """The army that a group fights; the one group, else the one foreign army, that a state fights."""
    if speaker is None:
        return NOBODY
    if speaker.startswith("group:"):
        home = scene.home(speaker)
        iso = scene.located if scene.located in home else next(iter(home), None)
        return Choice(f"{iso}:military", "foe.state") if iso else NOBODY
    state = country_of(speaker)
    if state is None:
        return NOBODY
    rebels = [group for group in scene.groups if scene.rebel(group)]
    army = foreign_army(state, scene, rule="foe.army")
    if not rebels or (army and max(map(scene.named_times, rebels)) < NAMED):
        return army or NOBODY
    return Choice(rebels[0], "foe.group") if len(rebels) == 1 else NOBODY


def foreign_army(home: str | None, scene: Scene, *, rule: str) -> Choice | None:
    """The army of the one other country that the report speaks of by far the most, or None."""
    others = sorted(((score, iso) for iso, score in scene.countries.items() if iso != home), reverse=True)
    if others and (len(others) == 1 or others[0][0] >= CLEAR * others[1][0]):
        return Choice(f"{others[0][1]}:military", rule)
    return None


def opposed_by(phrase: Phrase, scene: Scene) -> Phrase | None:
    """Whom `critics of President Okoro`, `enemies of the Oak Front` are against; None for other phrases."""
    said = words_in(scene.text, *phrase.span)
    after = next((k + 1 for k, word in enumerate(said) if word.key in words_of("opponents")), len(said))
    if [word.key for word in said[after : after + 1]] != ["of"] or len(said) < after + 2:
        return None
    return scene.phrase(Span(said[after + 1].start, said[-1].end))


def teller_against(phrase: Phrase, speaker: Source | None, scene: Scene) -> str | None:
    """Who speaks, where the phrase cannot mean his own side; else None.

    Nobody calls his own men `jihadists`, nor says `they` of them in his own words: `They burned our barns`.
    """
    teller = speaker.actor if speaker is not None else None
    if teller is None or not (teller.startswith("group:") or teller.endswith(POWERS)):
        return None
    if phrase.word in words_of("loaded_fighters"):
        return teller
    if phrase.role != "pronoun" or PRONOUNS[phrase.word] != "they":
        return None
    return teller if in_own_words(phrase.span, scene) else None


def in_own_words(span: Span, scene: Scene) -> bool:
    """True for what stands in quotation marks, where `they` and `it` are others than who speaks."""
    marked = (content for quote in scene.mentions.quotes if quote.direct for content in quote.content)
    return any(content.covers(span) for content in marked)


def on_one_side(actor: str, speaker: str) -> bool:
    """True for the speaker's own body and for those of his state: neither is whom he calls the enemy."""
    state = country_of(speaker)
    return actor == speaker or (state is not None and country_of(actor) == state)
