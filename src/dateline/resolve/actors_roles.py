"""Which body of a state a role word means in an act, and when it is no body of the report's country."""

from __future__ import annotations

from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.gazetteer.generic import barred
from dateline.lexicon.gazetteer.keys import fold
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.resolve.actors_acts import Act, state_role
from dateline.resolve.reference import Scene

REMIT_REACH = 40
"""Characters after an office in which what it is for stands."""


def power_of(phrase: Phrase, act: Act) -> str:
    """The role of a state's body; a whole government that fights is its army, as are `security forces` unless
    they do what police do."""
    if phrase.role == "police" and phrase.word == "forces":
        return "police" if act.role == "agents" and act.action in action_set("policing") else "military"
    if phrase.role == "government" and phrase.word in words_of("whole_government"):
        return state_role(act, "government") or phrase.role
    return phrase.role


def land_before(at: int, scene: Scene) -> tuple[str, Span] | None:
    """The country named last before `at` in its sentence, with the words; None where none is."""
    spans = ((item, scene.span_of(item)) for item in reversed(scene.items) if item.kind == "country")
    found = next(((item, span) for item, span in spans if span.end <= at), None)
    if found is None or found[1].start < scene.sentence_start(at):
        return None
    return best_country(found[0])[0], found[1]


def is_stranger(phrase: Phrase, act: Act, scene: Scene) -> bool:
    """`foreign forces`, `Western tourists`, `Minister for the Middle East`, a boy who bombs: no body here."""
    if phrase.country:
        return False
    if phrase.word in words_of("counterparts"):
        return True
    if phrase.word in words_of("any_states") and not phrase.definite:
        return True
    if phrase.role == "government" and not scene.publisher and _has_remit(phrase, scene):
        return True
    if phrase.role == "government" and _is_employed(phrase, scene):
        return True
    if phrase.role in ("force", "military", "government", "police", "civilians") and _is_abroad(
        phrase, scene
    ):
        return True
    if phrase.role != "civilians" or act.role != "agents":
        return False
    armed = "armed" in {w.key for w in words_in(scene.text, *phrase.span)}
    return armed or act.action in action_set("fire")


def _is_abroad(phrase: Phrase, scene: Scene) -> bool:
    """True for `foreign troops`; a foreign minister is the country's own, so is a `Western-backed` army."""
    listed = [w.key for w in words_in(scene.text, *phrase.span)]
    linked = (after in words_of("links") for after in (*listed[1:], ""))
    said = [key for key, link in zip(listed, linked, strict=True) if not link]
    if "foreign" in said and words_of("foreign_offices") & set(said):
        return False
    ruling = phrase.role != "civilians" and bool(set(said) & words_of("of_many_lands"))
    return ruling or bool(set(said) & words_of("abroad"))


def is_of_state(phrase: Phrase, scene: Scene) -> bool:
    """True where a country stands right before the head: `the Turkish leader`, not `the prayer leader`."""
    ends = (scene.span_of(item).end for item in scene.items if item.kind == "country")
    return any(end <= phrase.head.start and not scene.text[end : phrase.head.start].strip() for end in ends)


def _is_employed(phrase: Phrase, scene: Scene) -> bool:
    """True for the official of a party, union or firm that no list has."""
    before = words_in(scene.text, phrase.span.start, phrase.head.start)
    return bool(before) and before[-1].key in words_of("employers") and before[-1].shape == "title"


def _has_remit(phrase: Phrase, scene: Scene) -> bool:
    """True where an office is for a region of the world: no country has a minister for its own."""
    end = phrase.head.end
    keys = [w.key for w in words_in(scene.text, end, end + REMIT_REACH) if w.key != "the"]
    return keys[:1] == ["for"] and any(
        fold(" ".join(keys[1:last])) in barred("region") for last in range(2, 5)
    )
