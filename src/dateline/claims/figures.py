"""How many or how much: the quantities that belong to an event, as measures of the codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dateline.annotate import Parse
from dateline.annotate.evidence import ARGUMENT_ROLES, Scores
from dateline.annotate.trees import trees
from dateline.claims.figures_features import Rows, figure_rows
from dateline.claims.grammar import Roles
from dateline.claims.locations_roles import owner
from dateline.claims.record import Figure, Party
from dateline.claims.syntax import phrase
from dateline.claims.triggers import Trigger
from dateline.lexicon import mapping
from dateline.mentions.record import ActorMention, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

Part = Literal["target", "agent", "event", "clause"]
COUNTING = frozenset(("kill", "wound", "detain", "abduct", "displace", "release", "surrender"))
"""Actions whose target without a number still counts: a plural at least two, one person one."""
UNSAID = COUNTING - {"displace"}
"""Of these, actions whose bare plural target is counted at all (gold counts no one who `fled`)."""
LOSSES = frozenset(("casualties", "casualty", "losses", "loss"))
"""Trigger words that do not tell the killed from the wounded."""
HEAVY = frozenset(
    "heavy big large huge severe major maximum great massive serious many significant high".split()
)
"""Before losses: at least three (codebook, section 6)."""
NOBODY = frozenset("nobody none no-one any".split())
COLLECTIVE = frozenset(
    "army police group force family crowd public people population team military militia "
    "government company unit staff personnel brigade battalion convoy opposition".split()
)
"""Singular nouns that are no single person."""
THRESHOLD = 0.4
"""Joint score at which a quantity is the event's (gold dev)."""
CHANCE, CHANCE_UNNAMED = 0.42, 0.52
"""Chance by the trees from which a quantity is the event's: where the action's row has a measure for it, and
where not (training/joint, corpora apart)."""
PARSE_WEIGHT = 0.35
"""Share of grammar in the joint score of a quantity (gold dev)."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the choice of an event's quantities looks at."""

    parse: Parse
    trigger: Trigger
    triggers: Sequence[Trigger]
    roles: Roles
    scores: Scores | None
    actors: Sequence[ActorMention] = ()
    parties: tuple[Sequence[Party], Sequence[Party]] = ((), ())
    """The event's agents and targets."""

    @property
    def losses(self) -> bool:
        """True when the trigger speaks of losses, killed and wounded alike."""
        words = self.parse.doc[self.trigger.first : self.trigger.last]
        return self.trigger.action == "kill" and any(word.lower_ in LOSSES for word in words)

    def counts_persons(self, quantity: Quantity) -> bool:
        """True when what is counted is said of a body of people."""
        counted = quantity.concept_span
        return counted is not None and any(counted.start <= a.head < counted.end for a in self.actors)

    @property
    def row(self) -> Mapping[str, Any]:
        """The action's row in lexicon/en/figures.yaml; empty when it takes no quantities."""
        row: Mapping[str, Any] = mapping("figures").get(self.trigger.action, {})
        return row


def figures_of(scene: Scene, quantities: Sequence[Quantity]) -> tuple[Figure, ...]:
    """Figures of one event in text order; `part_of` points into the same tuple."""
    if not scene.row:
        return ()
    chosen = _by_chance(scene, quantities)
    if chosen is None:
        chosen = _by_rules(scene, quantities)
    index = {q.span: k for k, (q, _) in enumerate(chosen)}
    made = tuple(_figure(q, measure, index) for q, measure in chosen)
    return made or _uncounted(scene)


def near(scene: Scene, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that may be the event's: those of its sentence."""
    return [
        q
        for q in quantities
        if q.span.overlaps(scene.trigger.sentence.span) and scene.parse.tokens_in(q.span)
    ]


def rows_of(scene: Scene, quantities: Sequence[Quantity]) -> tuple[Rows, list[str | None]]:
    """(quantities, features) and the measures by the action's row, for what the trees are asked."""
    measures = [_named(scene, q, _part(scene, q) or "clause") for q in quantities]
    rows = figure_rows(
        scene.parse, scene.trigger, scene.triggers, scene.roles, scene.parties, quantities, measures
    )
    return rows, measures


def _by_chance(scene: Scene, quantities: Sequence[Quantity]) -> list[tuple[Quantity, str]] | None:
    """What the trees take for the event's, or None without them."""
    weigher = trees("figures")
    if weigher is None or scene.parse.evidence is None:
        return None
    offered = near(scene, quantities)
    if not offered:
        return []
    rows, measures = rows_of(scene, offered)
    chances = weigher.probability(rows).tolist()
    return [
        (quantity, measure or _else(scene, quantity))
        for quantity, measure, chance in zip(offered, measures, chances, strict=True)
        if chance >= (CHANCE if measure is not None else CHANCE_UNNAMED)
    ]


def _else(scene: Scene, quantity: Quantity) -> str:
    """The measure of a quantity that is the event's though its row does not foresee it."""
    if scene.trigger.action in COUNTING:
        return str(scene.row["persons"])
    return quantity.measure or "other"


def _by_rules(scene: Scene, quantities: Sequence[Quantity]) -> list[tuple[Quantity, str]]:
    chosen: list[tuple[Quantity, str]] = []
    for quantity in quantities:
        if quantity.span.overlaps(scene.trigger.sentence.span):
            measure = _measure(scene, quantity, {q.span for q, _ in chosen})
            if measure is not None:
                chosen.append((quantity, measure))
    return chosen


def _figure(quantity: Quantity, measure: str, index: Mapping[Any, int]) -> Figure:
    return Figure(
        text=quantity.text,
        span=quantity.span,
        measure=measure,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=quantity.unit if measure == "money" else None,
        cumulative=quantity.cumulative,
        part_of=index.get(quantity.part_of) if quantity.part_of is not None else None,
        rule=quantity.rule,
    )


def _measure(scene: Scene, quantity: Quantity, chosen: set[Any]) -> str | None:
    """The measure if the quantity is the event's, else None."""
    part = _part(scene, quantity)
    grammar = part is not None or quantity.part_of in chosen
    if part is None and not grammar and scene.scores is None:
        return None
    measure = _named(scene, quantity, part or "clause")
    if measure is None:
        return None
    if scene.scores is None:
        return measure if grammar else None
    tokens = scene.parse.tokens_in(quantity.span)
    peak = float(scene.scores[tokens[0].i : tokens[-1].i + 1, ARGUMENT_ROLES.index("quantity")].max())
    return measure if (1 - PARSE_WEIGHT) * peak + PARSE_WEIGHT * grammar >= THRESHOLD else None


def _part(scene: Scene, quantity: Quantity) -> Part | None:
    """Where grammar has the quantity: in a target's or agent's phrase, on the trigger, in its clause."""
    tokens = scene.parse.tokens_in(quantity.span)
    if not tokens:
        return None
    ids = {t.i for t in tokens}
    if quantity.concept_span is not None:
        ids |= {t.i for t in scene.parse.tokens_in(quantity.concept_span)}
    trigger = scene.trigger
    if not ids.isdisjoint(range(trigger.first, trigger.last)):
        return "event"
    if _within(scene.parse, scene.roles.targets, ids):
        return "target"
    if _within(scene.parse, scene.roles.agents, ids):
        return "agent"
    if trigger.action in COUNTING and (tokens[0].i == trigger.last or max(ids) + 1 == trigger.first):
        return "target"
    if owner(scene.parse, tokens[-1].i, scene.triggers) == trigger.head:
        return "clause"
    return None


def _within(parse: Parse, heads: Sequence[int], ids: set[int]) -> bool:
    return any(not ids.isdisjoint(range(*phrase(parse.doc[head]))) for head in heads)


def _named(scene: Scene, quantity: Quantity, part: Part) -> str | None:
    """The measure a quantity has with this action, None when the action does not take it."""
    row = scene.row
    singular = quantity.rule.startswith("singular")
    thing = scene.trigger.action == "destroy" and quantity.measure is not None
    if singular and scene.trigger.action not in COUNTING and not thing:
        return None
    if part == "event":
        counted: str | None = row.get("events")
        return "killed_or_wounded" if counted == "killed" and scene.losses else counted
    if quantity.measure is not None and quantity.measure != "forces":
        return quantity.measure if quantity.measure in row.get("allow", ()) else None
    if quantity.unit is not None:
        return None
    if part == "agent":
        return row.get("agents")
    measure: str | None = row.get("persons")
    if "things" in row and not scene.counts_persons(quantity):
        measure = row["things"]
    if measure == "killed" and (scene.losses or _with_wounded(scene, quantity)):
        return "killed_or_wounded"
    if measure == "wounded" and _after_killed(scene):
        return "killed_or_wounded"
    return measure


def _with_wounded(scene: Scene, quantity: Quantity) -> bool:
    """`killed and wounded ten`, `ten casualties`: one figure for the killed and the wounded."""
    if quantity.concept and quantity.concept.lower().split()[-1:] == ["casualties"]:
        return True
    return any(t.action == "wound" and 0 <= t.first - scene.trigger.last <= 1 for t in scene.triggers)


def _after_killed(scene: Scene) -> bool:
    """`killed and injured ninety`: the figure counts both."""
    return any(t.action == "kill" and scene.trigger.first - t.last == 1 for t in scene.triggers)


def _uncounted(scene: Scene) -> tuple[Figure, ...]:
    """`killed terrorists`: a plural is at least two; `killed its leader`: one person is one."""
    if scene.trigger.action not in UNSAID:
        return ()
    head = scene.parse.doc[scene.trigger.head]
    if any(child.lower_ in NOBODY for child in head.children):
        return (_vague(scene, head, low=0, high=0, rule="figure.nobody"),)
    if scene.losses:
        heavy = any(word.lower_ in HEAVY for word in head.subtree if word.i <= head.i)
        return (_vague(scene, head, low=3 if heavy else 2, high=None, rule="figure.losses"),)
    for target in scene.roles.targets:
        token = scene.parse.doc[target]
        if any(child.dep_ == "nummod" for child in token.children):
            continue
        if token.tag_ in ("NNS", "NNPS"):
            return (_vague(scene, token, low=2, high=None, rule="figure.plural"),)
        if _is_one_person(scene, token):
            return (_vague(scene, token, low=1, high=1, rule="figure.person"),)
    return ()


def _is_one_person(scene: Scene, token: Token) -> bool:
    if (
        token.tag_ not in ("NN", "NNP")
        or token.lower_ in COLLECTIVE
        or token.ent_type_ in ("ORG", "GPE", "NORP")
    ):
        return False
    if token.ent_type_ == "PERSON":
        return True
    definite = any(c.dep_ in ("det", "poss") or c.ent_type_ == "PERSON" for c in token.children)
    named = any(a.head == token.idx and a.actor is None for a in scene.actors)
    return token.tag_ == "NN" and definite and named


def _vague(scene: Scene, token: Token, *, low: int, high: int | None, rule: str) -> Figure:
    span = scene.parse.span_of(token.i, token.i + 1)
    return Figure(
        text=scene.parse.document.quote(span),
        span=span,
        measure="killed_or_wounded" if scene.losses else str(scene.row["persons"]),
        low=low,
        high=high,
        bound="exact" if high == low else "vague",
        rule=rule,
    )
