"""Which armed group bare nouns mean: `the guerrillas`, `the militants`, `a suicide bomber`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import Phrase
from dateline.mentions.actors_unlisted_armed import known as creeds
from dateline.mentions.actors_unlisted_armed import peoples
from dateline.resolve.actors_acts import Act
from dateline.resolve.reference import Scene

CENTRAL = 3
"""Times a report names its one group before every gunman in it is that group's."""
NEAR = 3
"""Sentences back, and mentions counted, in which a group is what the report is about."""
NAMING = 30
"""Characters after a noun within which a name stands that it is said of: `the group of Okoro`."""
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


def are_several_rebels(phrase: Phrase) -> bool:
    """True for `five other rebel groups`: of those who fight a state no one group alone."""
    return phrase.role == "rebels" and phrase.word in words_of("bands")


def only_group(phrase: Phrase, iso: str | None, scene: Scene) -> Choice | None:
    """`the guerrillas` where one group of the country is named; bare `rebels` stay any rebels."""
    if are_several_rebels(phrase):
        return None
    home = [g for g in scene.groups if iso is not None and _rebels_in(iso, g, scene)]
    if not home and phrase.definite and phrase.country is None:
        # A war that crossed a border: the one group that the report tells of.
        home = [g for g in scene.groups if len(scene.groups) == 1 and scene.rebel(g)]
    if phrase.word in words_of("any_rebels") or _are_opposed(phrase, scene):
        home = [g for g in home if g not in words_of("global_groups")]
    if len(home) > 1 and not phrase.definite:
        told = {b.actor for b in scene.groups_before(phrase.span.start, sentences=0)}.intersection(home)
        home = [*told] if len(told) == 1 else [g for g in home if _named_soon(phrase, g, scene)]
        if len(home) != 1:
            return None
    if len(home) > 1:
        most = max(home, key=scene.told_of_times)
        home = [most] if 2 * scene.told_of_times(most) > sum(map(scene.told_of_times, home)) else home
    if len(home) > 1:
        # Of several the one that this sentence or the one before names.
        before = {b.actor for b in scene.groups_before(phrase.span.start, sentences=1)}
        home = [g for g in home if g in before]
    if len(home) != 1 or not phrase.word.startswith(tuple(words_of("insurgents"))):
        return None
    if is_far(phrase, home[0], scene):
        return None
    near = any(b.actor == home[0] for b in scene.groups_before(phrase.span.start, sentences=NEAR))
    near = near or _named_soon(phrase, home[0], scene)
    if phrase.definite or phrase.word.startswith(tuple(words_of("guerrillas"))) or near:
        return Choice(home[0], "group.only")
    return None


def _rebels_in(iso: str, actor: str, scene: Scene) -> bool:
    """True for a rebel group at home there, and for one of no registry that the text calls rebels."""
    if registry().get(actor) is not None:
        return iso in scene.home(actor) and scene.rebel(actor)
    return iso == scene.located and _told_as(actor, tuple(words_of("any_rebels")), scene)


def _named_soon(phrase: Phrase, actor: str, scene: Scene) -> bool:
    """True for `rebels` of a heading and the sentence after it, where one of the next tells who they are."""
    here, text = scene.sentence_at(phrase.span.start), scene.text
    first = next((b.span.start for b in scene.bodies if b.actor == actor), len(text))
    soon = scene.sentence_at(first) <= here + NEAR if first < len(text) else False
    return here < 2 and soon and _told_as(actor, tuple(words_of("any_rebels")), scene)


def is_another(phrase: Phrase, scene: Scene) -> bool:
    """True for `a rival group`, `another militia`: whoever it is, it is not the one just named."""
    said = words_in(scene.text, *phrase.span)
    is_group = phrase.word in words_of("banded") or phrase.role in ("collective", "militia", "unknown")
    return is_group and any(word.key in words_of("rivals") for word in said)


def meant_group(phrase: Phrase, scene: Scene, *, teller: str | None = None) -> Choice | None:
    """`the militants`: the one group named near by, or the one the report names at all.

    `teller` is who says so: nobody calls his own men `jihadists`.
    """
    said = {w.key for w in words_in(scene.text, *phrase.span)}
    # `terrorist attacks` tells what the speaker thinks of them, not who did it.
    if said & (words_of("strangers") | words_of("helped")) or (said <= words_of("epithets")):
        return None
    if is_another(phrase, scene):
        return None
    if phrase.role == "collective" and phrase.word not in words_of("banded"):
        return None
    if phrase.role == "armed" and is_of_people(phrase, scene):
        return None
    if _has_own_name(phrase, scene) if phrase.role == "collective" else _is_of_another(phrase, scene):
        return None
    if is_many(phrase) or (phrase.word in words_of("heads") and said & words_of("pairs")):
        return None
    barred = {teller} | _fought(phrase, scene)
    if _are_opposed(phrase, scene):
        barred |= words_of("global_groups")
    groups = [g for g in scene.groups if g not in barred]
    before = scene.groups_before(phrase.span.start, sentences=NEAR)
    near = [b.actor for b in before if b.actor not in barred][:NEAR]
    bomber = phrase.word in words_of("bombers")
    sided = phrase.word in words_of("sided") and not said & words_of("vague")
    if len(groups) == 1:
        if phrase.word in words_of("lone") and not is_named_beside(phrase, groups[0], scene):
            return None
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


def is_far(phrase: Phrase, actor: str | None, scene: Scene) -> bool:
    """True for `terrorists` and a group that no sentence beside theirs names.

    Whoever fights a state is called so by it, and a round-up goes from one town to the next: of 75 such
    parties that a group of the report was taken for (gold apart and FA-KES) it was right in 13, of those
    beside its name in 219 of 256.
    """
    if actor is None or not actor.startswith("group:"):
        return False
    said = {w.key for w in words_in(scene.text, *phrase.span)}
    if said.isdisjoint(words_of("labels")) or said & peoples():
        return False
    return not is_named_beside(phrase, actor, scene)


def is_named_beside(phrase: Phrase, actor: str, scene: Scene) -> bool:
    """True if the sentence of the phrase, or one beside it, names the body."""
    here = scene.sentence_at(phrase.span.start)
    return any(b.actor == actor and abs(scene.sentence_at(b.span.start) - here) <= 1 for b in scene.bodies)


def last_named(phrase: Phrase, act: Act, scene: Scene) -> Choice | None:
    """`The group` right after a body above states: `Amnesty International spoke of fear. The group demanded`.

    None where it does what monitors and relief bodies do not.
    """
    at = phrase.span.start
    bare = len(words_in(scene.text, *phrase.span)) == 2 and phrase.definite
    if not bare or phrase.word not in words_of("banded") | words_of("watching"):
        return None
    near = [b for b in scene.bodies if scene.sentence_start(at, back=1) <= b.span.start < at][-1:]
    if not near or not near[0].actor.startswith("org:"):
        return None
    moves = act.role == "agents" and act.action in action_set("by_fighters") | action_set("army_agents")
    if moves and never_fights(near[0].actor):
        return None
    return Choice(near[0].actor, f"anaphora@{near[0].span.start}-{near[0].span.end}")


def _are_opposed(phrase: Phrase, scene: Scene) -> bool:
    """True for `the opposition groups`, who fight their own state and no jihad."""
    return not words_of("opposed").isdisjoint(w.key for w in words_in(scene.text, *phrase.span))


def _fought(phrase: Phrase, scene: Scene) -> set[str | None]:
    """The bodies that follow `battling` right after the phrase: `fighters battling the M23` are not its."""
    after = words_in(scene.text, phrase.head.end, phrase.head.end + NAMING)
    if not after or after[0].key not in words_of("battling"):
        return set()
    end = phrase.head.end + NAMING
    return {b.actor for b in scene.bodies if phrase.head.end <= b.span.start < end}


def _has_own_name(phrase: Phrase, scene: Scene) -> bool:
    """True for `the Orvane Reform Party` and `the Group of Okoro`: not the one group that is known."""
    end = phrase.head.end + NAMING
    said = [w for w in scene.cased_words if phrase.span.start <= w.start < end]
    before = [w for w in said if w.end <= phrase.head.start]
    head, after = said[len(before)], said[len(before) + 1 :]
    if head.shape != "lower" and any(w.shape != "lower" for w in before[1:]):
        return True
    known = {scene.words[i].start for item in scene.items for i in range(item.first, item.last)}
    if before and before[-1].shape == "upper" and before[-1].start not in known:
        return True  # `the ORP group`
    return [w.key for w in after[:1]] == ["of"] and any(
        w.shape != "lower" and w.start not in known for w in after[1:2]
    )


def is_of_people(phrase: Phrase, scene: Scene) -> bool:
    """True for `Amhara militiamen`: of a people, by a name that no list has and that is no creed's."""
    before = [w for w in words_in(scene.cased, *phrase.span) if w.end <= phrase.head.start][-1:]
    if not before or before[0].shape != "title":
        return False
    told = [i for i in scene.items_in(Span(phrase.span.start, phrase.head.start)) if i.kind == "country"]
    if told and best_country(told[-1])[1] in ("regions", "peoples"):
        return True
    known = {scene.words[i].start for item in scene.items for i in range(item.first, item.last)}
    if before[0].start in known:
        return False
    if before[0].key in creeds("not") | words_of("loaded_fighters"):
        return False
    tokens = scene.parse.tokens_in(Span(before[0].start, before[0].end))
    return any(token.ent_type_ == "NORP" or token.tag_ == "NNP" for token in tokens)


def _is_of_another(phrase: Phrase, scene: Scene) -> bool:
    """True for the commander, and the fighters, `of the Orvane battalion`: not of the group, unless that is
    said of a band."""
    after = [w.key for w in words_in(scene.text, phrase.head.end, phrase.head.end + NAMING)]
    if phrase.role not in ("armed", "member") or after[:1] != ["of"]:
        return False
    return (words_of("banded") | words_of("sided") | words_of("any_rebels")).isdisjoint(after[1:4])


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
