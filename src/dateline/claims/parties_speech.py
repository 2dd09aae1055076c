"""Who tells of an event and who is in it: a speaker is neither victim nor author of what he only tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse
from dateline.claims.parties_scores import Event, Offered
from dateline.claims.record import Party, Source
from dateline.claims.syntax import SUBJECTS, SUBJECTS_OF_ANY, is_passive, is_verbal, surface_subjects
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set
from dateline.mentions.quotes_cues import reporting_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

REACTED_TO = ("about", "against", "into", "to")
"""Before what somebody reacts to; `with` stands before what he does."""
FELT_AT = (*REACTED_TO, "at", "over")
"""Before what somebody feels something at; `in` stands before where or how he says so."""
Parties = tuple[Party, ...]


def beside_speech(
    parse: Parse, trigger: Trigger, sides: tuple[Parties, Parties], attribution: Sequence[Source]
) -> tuple[Parties, Parties]:
    """Agents and targets once it is known who speaks."""
    agents, targets = (_without_headed(side, attribution) for side in sides)
    if _is_obliging(parse, trigger):
        return _demanded(agents, targets, attribution)
    agents = _without_tellers(agents, attribution, trigger.action)
    return agents, _without_witness(targets, attribution, trigger.action)


def telling(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; in `the envoy said troops killed nine` troops act, not the envoy: a clause
    with a subject of its own is only told of, and that subject did what he was taken for."""
    act = parse.tokens[event.trigger.head]
    clause = act.head if act.dep_ in SUBJECTS_OF_ANY else act
    own = [c for c in clause.children if c.dep_ in SUBJECTS_OF_ANY and c.pos_ in ("NOUN", "PROPN")]
    teller = _teller(clause)
    if not own or teller is None:
        return chances
    tellers = {word.i for word in teller.subtree}
    taken = [row[0] for one, row in zip(offered, chances, strict=True) if tellers & one.heads]
    acting = {c.i for c in own if c.dep_ in SUBJECTS} if clause is act else set()
    made = []
    for one, (as_agent, as_target) in zip(offered, chances, strict=True):
        if tellers & one.heads:
            as_agent = 0.0
        elif acting & one.heads and one.mention is not None:
            as_agent = max([as_agent, *taken])
        made.append((as_agent, as_target))
    return made


def reacting(
    parse: Parse, event: Event, offered: Sequence[Offered], chances: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """The chances in both roles; who `investigates the massacre`, or is called on to, did not commit it, and
    `the massacre that elders blame on rebels` befell no elder."""
    act = parse.tokens[event.trigger.head]
    verb = next((found for word in (act, *act.ancestors) if (found := _reaction(word))), None)
    apart = {t.i for t in _judging(act)}
    judges = {t.i for t in _disputing(parse, event.trigger)}
    if verb is not None and verb is not act:
        # `condemned a raid in which nine were hurt`: who judges was neither in it nor hurt.
        judging = {t.i for t in surface_subjects(verb)}
        judges |= {*judging, *(t.i for t in _asked(verb))}
        apart |= judging if verb.lemma_.lower() not in mapping("roles")["escaping_verbs"] else set()
    return [
        (0.0, 0.0) if apart & one.heads else (0.0, row[1]) if judges & one.heads else row
        for one, row in zip(offered, chances, strict=True)
    ]


def _judging(noun: Token) -> Iterator[Token]:
    """Who reacts, in a relative clause of its own, to what the noun names."""
    for verb in noun.children if not is_verbal(noun) else ():
        # `the raid in which rebels reported losses` is one they were in.
        within = any(c.dep_ == "prep" and any(w.tag_ == "WDT" for w in c.children) for c in verb.children)
        if verb.dep_ == "relcl" and verb.lemma_.lower() in mapping("roles")["reacting_verbs"] and not within:
            yield from (c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN"))


def _disputing(parse: Parse, trigger: Trigger) -> Iterator[Token]:
    """Who disputes what is told before: `downed two jets, which Orvane denied`."""
    clauses = (t for t in parse.tokens[trigger.last : trigger.sentence.last] if t.dep_ == "relcl")
    for verb in clauses:
        disputes = verb.lemma_.lower() in mapping("roles")["disputing_verbs"]
        if disputes and any(child.lower_ == "which" for child in verb.children):
            yield from (child for child in verb.children if child.dep_ in SUBJECTS)


def _reaction(noun: Token) -> Token | None:
    """The verb by which somebody reacts to what the noun names: `looks into a raid`, `voiced alarm at it`."""
    if is_verbal(noun) or noun.dep_ not in ("dobj", "pobj"):
        return None
    above = noun.head if noun.dep_ == "dobj" else noun.head.head
    feelings = mapping("roles")["feelings"]
    if noun.dep_ == "pobj" and above.dep_ == "dobj" and above.lemma_.lower() in feelings:
        return above.head
    felt = noun.dep_ == "pobj" and noun.head.lower_ in FELT_AT
    if felt and any(c.dep_ == "dobj" and c.lemma_.lower() in feelings for c in above.children):
        return above
    told_of = noun.dep_ == "dobj" or noun.head.lower_ in REACTED_TO
    reacts = above.lemma_.lower() in mapping("roles")["reacting_verbs"] and not is_passive(above)
    return above if told_of and reacts else None


def _asked(verb: Token) -> Iterator[Token]:
    """Who is `called on to` do what the verb says; the parser may hang it on a name inside theirs."""
    above = verb.head
    while verb.dep_ in ("acl", "xcomp") and above.dep_ in ("pobj", "prep", "compound"):
        yield above
        above = above.head
    if verb.dep_ == "xcomp":
        yield from (c for word in above.children if word.dep_ == "prep" for c in word.children)


def _teller(clause: Token) -> Token | None:
    """Who says the clause, where a word of saying governs it."""
    while clause.dep_ == "conj":
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lower_ not in reporting_forms():
        return None
    return next((c for c in clause.head.children if c.dep_ == "nsubj"), None)


def _without_headed(parties: Parties, attribution: Sequence[Source]) -> Parties:
    """Without who only heads what is said: the army is no agent in `Army: rebels shelled a mill`."""
    heads = [s.span for s in attribution if s.span is not None and s.rule.startswith("colon")]
    return tuple(p for p in parties if not any(h.overlaps(p.span) for h in heads))


def _without_tellers(agents: Parties, attribution: Sequence[Source], action: str) -> Parties:
    """Without who only tells: the army `announced the death of nine men` that somebody else killed.

    What grammar makes an agent stays one, and who claims an act did it.
    """
    if action not in action_set("done_to"):
        return agents
    tellers = [s.span for s in attribution if s.span is not None and _tells(s)]
    return tuple(a for a in agents if "parse" in a.rule or not any(t.overlaps(a.span) for t in tellers))


def _tells(source: Source) -> bool:
    """The act is a noun that the source's verb governs, and the verb is not `claimed`."""
    cue = (source.cue or "").lower()
    return source.rule.startswith(("report.object", "record.object")) and "claim" not in cue


def _without_witness(targets: Parties, attribution: Sequence[Source], action: str) -> Parties:
    """Without who tells what was done to others: `a nurse said nine men were killed` leaves her unharmed.

    Who alone is told of keeps his place: a wrong parse may run victims and speaker together.
    """
    if action in mapping("action_groups")["politics"]:
        return targets
    others = tuple(t for t in targets if not _speaks(t.span, attribution))
    return others or targets


def _is_obliging(parse: Parse, trigger: Trigger) -> bool:
    """True of a demand told by what others have to do: `the rebels must leave`."""
    if trigger.action != "demand":
        return False
    verb = parse.tokens[trigger.head]
    said = {*parse.lowers[trigger.first : trigger.last], *(child.lower_ for child in verb.children)}
    return not said.isdisjoint(mapping("roles")["obliging"])


def _demanded(agents: Parties, targets: Parties, attribution: Sequence[Source]) -> tuple[Parties, Parties]:
    """Who says that others must do something demands it, and they are those he demands it of."""
    told = tuple(p for p in (*agents, *targets) if not _speaks(p.span, attribution))
    speakers = tuple(p for p in (*agents, *targets) if _speaks(p.span, attribution))
    return speakers or _as_parties(attribution), told


def _as_parties(attribution: Sequence[Source]) -> Parties:
    nearest = [s for s in attribution[-1:] if s.span is not None]
    return tuple(Party(text=s.text, span=s.span, rule="speaker") for s in nearest if s.span is not None)


def _speaks(span: Span, attribution: Sequence[Source]) -> bool:
    return any(s.span is not None and s.span.covers(span) for s in attribution)
