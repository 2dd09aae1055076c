"""A claim's parties put right beside each other: nobody twice, nobody on both sides, no ground as a party."""

from __future__ import annotations

import dataclasses

from dateline.claims.record import Claim, Party
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.mentions.actors_phrase import PRONOUNS
from dateline.resolve.actors_fought import HIMSELF
from dateline.resolve.actors_groups import is_belligerent
from dateline.resolve.actors_weighed import is_settled

GUESSED = "country.report"
"""Ends the rule of a party that is of the land which the report is about."""


def tidied(claim: Claim, text: str) -> Claim:
    """The claim without parties that add nothing, stand on the other side, are its ground or only tell."""
    agents, targets = _on_one_side(claim.agents, claim.targets)
    targets = tuple(party for party in targets if not _is_ground(party, claim))
    agents = tuple(party for party in agents if not _only_tells(party, claim))
    agents, targets = _named_once(agents, text), _named_once(targets, text)
    if (agents, targets) == (claim.agents, claim.targets):
        return claim
    return dataclasses.replace(claim, agents=agents, targets=targets)


def _named_once(parties: tuple[Party, ...], text: str) -> tuple[Party, ...]:
    """`The army said it had shelled`: the pronoun adds nobody beside a name, nor `we` after `we`, nor does a
    name after its title. `He and the mayor agreed`: those are two.

    Of pronouns that came out as another body than the names beside them five in six were misread.
    """
    named = any(p.actor and not _is_pronoun(p) for p in parties)
    kept: list[Party] = []
    for party in parties:
        if _is_joined(party, text):
            kept.append(party)
            continue
        if kept and _goes_on(kept[-1], party, text):
            whole = Span(kept[-1].span.start, party.span.end)
            kept[-1] = dataclasses.replace(kept[-1], text=text[whole.start : whole.end], span=whole)
            continue
        if _is_pronoun(party) and (named or party.actor in {p.actor for p in kept} - {None}):
            continue
        kept.append(party)
    return tuple(kept)


def _goes_on(title: Party, name: Party, text: str) -> bool:
    """True for one body's title and name, told as two: `Turkish President` and `Recep Tayyip Erdogan` right
    behind it, `U.S. Secretary` and `State Madeleine Albright`."""
    apart = text[title.span.end : name.span.start]
    return (
        apart in (" ", " of ")
        and title.actor is not None
        and title.actor == name.actor
        and name.text[:1].isupper()
    )


def _is_joined(party: Party, text: str) -> bool:
    """True for the `he` of `he and the mayor`."""
    return _is_pronoun(party) and party.actor is not None and text[party.span.end :].startswith(" and ")


def _is_pronoun(party: Party) -> bool:
    """True of `us`, not of `US`."""
    return party.text.lower() in PRONOUNS and party.text != "US"


def _on_one_side(
    agents: tuple[Party, ...], targets: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """A body that came out on both sides stays where the grammar has it: hardly anybody fights himself."""
    both = {p.actor for p in agents} & {p.actor for p in targets} - {None}
    for actor in sorted(both, key=str):
        sure = [any(_by_grammar(p) for p in side if p.actor == actor) for side in (agents, targets)]
        if sure == [True, False]:
            targets = tuple(p for p in targets if p.actor != actor)
        elif sure == [False, True]:
            agents = tuple(p for p in agents if p.actor != actor)
    return agents, targets


def no_one_fights_himself(claim: Claim) -> Claim:
    """`Government troops repelled extremist forces`: of two parties that came out as one body of fighters the
    one whose words do not name it is unknown."""
    if claim.action in action_set("rebuking"):
        return _no_one_rebukes_himself(claim)
    if claim.action not in action_set("against_others"):
        return claim
    both = {p.actor for p in claim.agents} & {p.actor for p in claim.targets} - {None}
    fighters = {actor for actor in both if actor is not None and is_belligerent(actor)}
    if not fighters:
        return claim
    named = [any(_is_named(p) for p in side if p.actor in fighters) for side in (claim.agents, claim.targets)]
    if named == [False, False] and all(actor.endswith(":military") for actor in fighters):
        # `its jets hit an airfield`: of two without a name the one that only the report's country stands for.
        named = [
            any(_is_told(p) for p in side if p.actor in fighters) for side in (claim.agents, claim.targets)
        ]
    if named[0] == named[1]:
        if named[0] or not all(actor.startswith("group:") for actor in fighters):
            return claim
        # `Rebel infighting` is told so; of a named group that hits itself, who acts is told more often.
        named = [True, False]
    agents, targets = (
        side if known else tuple(_unknown(p) if p.actor in fighters else p for p in side)
        for side, known in zip((claim.agents, claim.targets), named, strict=True)
    )
    return dataclasses.replace(claim, agents=agents, targets=targets)


def _no_one_rebukes_himself(claim: Claim) -> Claim:
    """`Prime Minister Anand condemned Pakistan`: whose only land is the one that he rebukes is of another."""
    sides = (claim.agents, claim.targets)
    named = [{p.actor for p in side if p.actor and _is_named(p)} for side in sides]
    agents, targets = (
        tuple(_unknown(p) if p.actor in rebuked and p.rule.endswith(GUESSED) else p for p in side)
        for side, rebuked in zip(sides, reversed(named), strict=True)
    )
    return dataclasses.replace(claim, agents=agents, targets=targets)


def _is_named(party: Party) -> bool:
    """True if the party's own words say which body it is."""
    return is_settled(party.rule) or party.rule.endswith(", country.words")


def _is_told(party: Party) -> bool:
    """True if more than the report's country says which body it is."""
    return not party.rule.endswith(GUESSED)


def _unknown(party: Party) -> Party:
    return dataclasses.replace(party, actor=None, name=None, kind=None, rule=f"{party.rule}, {HIMSELF}")


def _is_ground(party: Party, claim: Claim) -> bool:
    """True for the town of `seized Orvane`: where it was, and nobody it was done to."""
    named = party.actor is None and party.text.split()[-1][:1].isupper()
    return named and any(party.span.covers(p.span) or p.span.covers(party.span) for p in claim.places)


def _only_tells(party: Party, claim: Claim) -> bool:
    """True for the agency of `AFP army jets bombed the town`, and for who says what another does by grammar.

    Who tells of a fight does not fight it: of 18 such tellers of coded reports two did.
    """
    if claim.action in action_set("by_fighters") and (party.actor or "").endswith(":media"):
        return True
    teller = claim.attribution[-1].span if claim.attribution else None
    if teller is None or _by_grammar(party) or not teller.overlaps(party.span):
        return False
    if claim.action in action_set("two_sided"):
        return False  # who tells of a meeting was in it
    others = (p for p in claim.agents if _by_grammar(p) and p.actor is not None)
    return any(p.actor != party.actor or not _is_pronoun(p) for p in others)


def _by_grammar(party: Party) -> bool:
    return party.rule.startswith(("model+parse", "parse"))
