"""What the words around a candidate say of its part: two sides, whom victims fought, two run together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.parties_scores import Event, Offered
from dateline.claims.syntax import (
    DEFINITE,
    PASSIVE_SUBJECTS,
    SUBJECTS_OF_ANY,
    is_verbal,
    surface_subjects,
    with_conjuncts,
)
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set

if TYPE_CHECKING:
    from spacy.tokens import Token

FOUGHT = "with"
"""Between a clash and those it was with."""
BETWEEN = "between"
AGAINST = ("anti", "counter")
"""Before a hyphen and whom something is done to."""
SURE = 0.6
"""Chance of what the grammar says plainly."""
TO_OBJECT = ("dobj", "pobj", "prep", "conj", *PASSIVE_SUBJECTS)
"""What leads from an act to what it is done to, and to further such things."""


def foes_spared(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; `nine men died in clashes with the guard` makes the guard no victim and
    does not say that it killed them: of 33 such claims of gold and of unseen reports 28 have no author.
    Nor do clashes `between the guard and the rebels` that left nine dead."""
    if event.trigger.action not in action_set("harms"):
        return chances
    clashes = [peer for peer in event.peers if peer.action == "clash"]
    after = {peer.last for peer in clashes}
    doing = {t.i for t in surface_subjects(parse.tokens[event.trigger.head])}
    sides = {side for peer in clashes for side in _sides(parse, peer)} - doing
    return [
        (0.0, 0.0) if _is_foe(parse, one, after) or sides & one.heads else (by, of)
        for one, (by, of) in zip(offered, chances, strict=True)
    ]


def _is_foe(parse: Parse, one: Offered, after: set[int]) -> bool:
    return parse.lowers[one.first - 1] == FOUGHT and one.first - 1 in after if one.first else False


def helped_spared(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; `the guard, backed by air strikes` is not what they hit, nor flew them."""
    helped = _helped(parse.tokens[event.trigger.head])
    return [
        (0.0, 0.0) if helped is not None and helped.i in one.heads else (by, of)
        for one, (by, of) in zip(offered, chances, strict=True)
    ]


def _helped(act: Token) -> Token | None:
    """The noun that is said to be helped by an act."""
    first = act.head if act.dep_ == "conj" else act
    by = first.head
    verb = by.head
    if first.dep_ != "pobj" or by.lower_ not in ("by", "with") or verb.dep_ not in ("acl", "advcl", "relcl"):
        return None
    if verb.tag_ != "VBN" or verb.lemma_ not in mapping("roles")["helping_verbs"]:
        return None
    if verb.dep_ != "advcl":
        return verb.head
    return next((c for c in verb.head.children if c.dep_ in SUBJECTS_OF_ANY), None)


def opposed(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `fighting between two` the first is the agent, the other the target.

    Gold has it so throughout, and event codings with two actors need it. Nobody else takes part, unless
    neither of the two is likely to.
    """
    sides = _sides(parse, event.trigger)
    if not sides[1:]:
        return chances
    told = [
        (sides[0] in one.heads, not one.heads.isdisjoint(sides[1:]), row)
        for one, row in zip(offered, chances, strict=True)
    ]
    if max((max(row) for by, of, row in told if by or of), default=0.0) < SURE:
        return [(max(row) * by, max(row) * of) if by != of else row for by, of, row in told]
    return [row if by and of else (max(row) * by, max(row) * of) for by, of, row in told]


def _sides(parse: Parse, trigger: Trigger) -> list[int]:
    """Those between whom the event is, who may stand behind its verb: `clashes broke out between`."""
    if trigger.action not in action_set("two_sided"):
        return []
    noun = parse.tokens[trigger.head]
    lent = {noun.head.i} if noun.dep_ in SUBJECTS_OF_ANY else set()
    for word in parse.tokens[trigger.last : trigger.sentence.last]:
        if word.lower_ == BETWEEN and _hangs_on(parse, word.i, {noun.i, *lent}):
            return [
                side.i for child in word.children if child.dep_ == "pobj" for side in with_conjuncts(child)
            ]
    return []


def owners_only(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; `engaged a unit and destroyed a dam` does not say that the dam was its.

    Of those who were killed beside it gold has it mostly so.
    """
    act = parse.tokens[event.trigger.head]
    if event.trigger.action not in action_set("owned") or not any(c.dep_ == "dobj" for c in act.children):
        return chances
    harms = {peer.head for peer in event.peers if peer.action in action_set("harms")}
    joined = {verb.i for verb in act.conjuncts} - harms
    things = [t for verb in parse.tokens if verb.i in joined for t in _objects(verb)]
    own = list(_objects(act))
    # `hit the rebels' trucks and destroyed nine of the trucks`
    known = {t.lemma_ for t in own if any(c.lower_ in DEFINITE for c in t.children)}
    if known & {t.lemma_ for t in things}:
        return chances
    others = {t.i for t in things} - {t.i for t in own}
    return [
        (by, of if others.isdisjoint(one.heads) else 0.0)
        for one, (by, of) in zip(offered, chances, strict=True)
    ]


def talked_of(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; `met envoys to discuss how to defeat raiders` was no talk with them: who is
    fought in what a talk is about takes no part in it."""
    if event.trigger.action != "talk":
        return chances
    about = {word.i for word in parse.tokens[event.trigger.head].subtree}
    acts = [
        parse.tokens[p.head] for p in event.peers if p.action in action_set("by_fighters") and p.head in about
    ]
    hit = {t.i for act in acts for t in _objects(act)}
    return [
        row if hit.isdisjoint(one.heads) else (0.0, 0.0) for one, row in zip(offered, chances, strict=True)
    ]


def _objects(act: Token) -> Iterator[Token]:
    """All words of what an act is done to."""
    return (token for child in act.children if child.dep_ == "dobj" for token in child.subtree)


def addressed(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; who `complained to the council` of raids does not accuse the council."""
    act = parse.tokens[event.trigger.head]
    if act.lemma_.lower() not in mapping("roles")["addressing_verbs"]:
        return chances
    heard = {
        t.i for word in act.children if word.lower_ == "to" for c in word.children for t in with_conjuncts(c)
    }
    return [
        row if heard.isdisjoint(one.heads) else (row[0], 0.0)
        for one, row in zip(offered, chances, strict=True)
    ]


def opposing(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; an `anti-rebel operation` is on the rebels and not theirs."""
    return [
        (0.0, max(row)) if _is_against(parse, one) else row for one, row in zip(offered, chances, strict=True)
    ]


def undergoing(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; what `is shot down`, or what guards shot down, did not do it, and what is
    fired is not fired at."""
    if event.trigger.action not in action_set("done_to"):
        return chances
    fired = event.trigger.action in action_set("fire")
    act = parse.tokens[event.trigger.head]
    below = [c for c in act.children if c.dep_ in ("dobj", *PASSIVE_SUBJECTS)]
    if not is_verbal(act) and not fired:
        below = [c for word in act.children if word.lower_ == "of" for c in word.children]
    under = {t.i for c in below for t in with_conjuncts(c)}
    fires = {peer.head for peer in event.peers if peer.action in action_set("fire")}
    for fire in [act] if fired else [t for t in surface_subjects(act) if t.i in fires]:
        chances = _struck_apart(fire, offered, chances)
    return [
        row if under.isdisjoint(one.heads) else (0.0, row[1] if fired else max(row))
        for one, row in zip(offered, chances, strict=True)
    ]


def _struck_apart(
    act: Token, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; whose town it is, and whom it killed, did not commit the `strike on a marsh
    town` that `killed nine guards`."""
    on = (c for c in act.children if c.lower_ in ("on", "against"))
    struck = [t for word in on for child in word.children for t in child.subtree]
    # `strikes on the marsh guard by the hill army`: the parser may hang the one on the other.
    there = {t.i for t in struck} - {t.i for word in struck if word.lower_ == "by" for t in word.subtree}
    if act.dep_ == "nsubj":
        there |= {t.i for t in _objects(act.head)}
    return [
        row if there.isdisjoint(one.heads) else (0.0, row[1])
        for one, row in zip(offered, chances, strict=True)
    ]


def robbed(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; `took the mill from the guard` was done to the guard (gold and unseen
    reports: in 16 of 17)."""
    if event.trigger.action not in action_set("taken"):
        return chances
    verb = parse.tokens[event.trigger.head]
    things = [c for c in verb.children if c.dep_ in ("dobj", *PASSIVE_SUBJECTS)]
    said = (c for one in (verb, *things) for c in one.children if c.lower_ == "from")
    losers = {t.i for c in said for t in c.children} if things else set()
    return [
        row if losers.isdisjoint(one.heads) else (0.0, max(*row, SURE))
        for one, row in zip(offered, chances, strict=True)
    ]


def _is_against(parse: Parse, one: Offered) -> bool:
    before = parse.lowers[max(0, one.first - 2) : one.first]
    return before[1:] == ["-"] and before[0] in AGAINST


def dispossessed(parse: Parse, trigger: Trigger) -> tuple[int, int] | None:
    """Tokens `[first, last)` of whose ground is taken: the rebels, where `rebel-held hills` were captured."""
    if trigger.action not in action_set("taken_from"):
        return None
    for hyphen in range(trigger.last + 1, trigger.sentence.last - 1):
        held = parse.lowers[hyphen + 1] in mapping("roles")["holding_participles"]
        if held and parse.lowers[hyphen] == "-" and _is_done_to(parse, hyphen + 1, trigger.head):
            return _name_ending(parse, hyphen - 1), hyphen
    return None


def _is_done_to(parse: Parse, quality: int, act: int) -> bool:
    """True if only objects, prepositions and conjuncts stand between the act and what has the quality."""
    for above in parse.path_up(parse.heads[quality]):
        if above == act:
            return True
        if parse.deps[above] not in TO_OBJECT:
            return False
    return False


def _name_ending(parse: Parse, at: int) -> int:
    """Where the name that ends at a token begins: `Islamic State` in `Islamic State-held`."""
    while parse.tokens[at].is_title and parse.tokens[at - 1].is_title and not parse.tokens[at - 1].is_stop:
        at -= 1
    return at


def _hangs_on(parse: Parse, at: int, heads: set[int]) -> bool:
    """True for a preposition of the event, however far behind its places: `broke out in Orvane between`."""
    for above in parse.path_up(at):
        if above in heads:
            return True
        if parse.deps[above] not in ("prep", "pobj"):
            return False
    return False


def parted(parse: Parse, one: Offered, trigger: int) -> tuple[int, int]:
    """Tokens `[first, last)` of the body that acts, of two that the parse took for one.

    In `with the guard returning fire and rebel tanks pounding the mill` the guard returns fire and the tanks
    pound: a participle with `and` behind it parts them, the nearer one to the event at `trigger` is meant.
    Who is taken hostage was none before: `nine soldiers hostage` are nine soldiers.
    """
    if _is_captive(parse, one.last - 1) and one.last - 2 > one.first:
        return one.first, one.last - 1
    acting = next((i for i in range(one.first + 1, one.last) if _acts_alone(parse.tokens[i])), None)
    if acting is None:
        return one.first, one.last
    joined = next((i for i in range(acting, one.last - 1) if parse.tokens[i].tag_ == "CC"), None)
    if joined is not None and trigger >= one.last:
        return joined + 1, one.last
    return one.first, acting


def _is_captive(parse: Parse, at: int) -> bool:
    """True for the last word of `took nine soldiers hostage`, `held the envoy prisoner`."""
    word = parse.tokens[at]
    roles = mapping("roles")
    taken = word.lower_ in roles["captive"] and word.dep_ in ("dobj", *PASSIVE_SUBJECTS)
    return taken and word.head.lemma_ in roles["taking_captive"] and word.nbor(-1).pos_ in ("NOUN", "PROPN")


def _acts_alone(word: Token) -> bool:
    """True for a participle of the noun before it: `the guard returning fire`, not `the advancing guard`."""
    if word.tag_ != "VBG":
        return False
    before = word.nbor(-1)
    return before.pos_ in ("NOUN", "PROPN") and (word.dep_ == "acl" or before.head == word)
