"""One event and the quantities around it: where grammar has each, and what it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from dateline.annotate import Parse
from dateline.annotate.evidence import Scores
from dateline.claims.figures_words import figure_words
from dateline.claims.grammar import Roles
from dateline.claims.locations_roles import owner
from dateline.claims.record import Party
from dateline.claims.syntax import is_verbal, phrase
from dateline.claims.triggers import Trigger
from dateline.document import Span
from dateline.lexicon import mapping
from dateline.lexicon.actions import action_set
from dateline.mentions.record import ActorMention, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Token

Part = Literal["target", "agent", "event", "clause"]


Spoken = tuple[Span, Span | None]
"""Where a number stands, and what it counts."""


@dataclass(frozen=True)
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
    tellers: Sequence[Span] = ()
    """Who reports something in the document."""
    words: dict[Spoken, frozenset[int]] = field(default_factory=dict, init=False, repr=False, compare=False)
    parts: dict[Spoken, Part | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Answers of `words_of` and `part_of_event`, asked again and again."""

    @cached_property
    def head(self) -> Token:
        """The event's own word."""
        return self.parse.tokens[self.trigger.head]

    @cached_property
    def agents(self) -> frozenset[int]:
        """Tokens of the noun phrases that grammar makes agents."""
        return _phrases(self.parse, self.roles.agents)

    @cached_property
    def targets(self) -> frozenset[int]:
        """The same for targets."""
        return _phrases(self.parse, self.roles.targets)

    @cached_property
    def shared(self) -> frozenset[int]:
        """The same for targets shared with another event."""
        return _phrases(self.parse, self.roles.shared)

    @cached_property
    def lost(self) -> Token | None:
        """The event's word for losses, killed and wounded alike, if it has one."""
        words = self.parse.tokens[self.trigger.first : self.trigger.last]
        found = (word for word in words if word.lower_ in figure_words("losses"))
        return next(found, None) if self.trigger.action == "kill" else None

    @property
    def losses(self) -> str | None:
        """What these measure where a number counts them."""
        return str(figure_words("losses")[self.lost.lower_]["measure"]) if self.lost is not None else None

    @property
    def row(self) -> Mapping[str, Any]:
        """The action's row in lexicon/en/figures.yaml; empty when it takes no quantities."""
        row: Mapping[str, Any] = mapping("figures").get(self.trigger.action, {})
        return row


def spans_of(quantity: Quantity) -> list[Span]:
    """The number, and what it counts where that is said."""
    return [quantity.span, *([quantity.concept_span] if quantity.concept_span is not None else [])]


def words_of(scene: Scene, quantity: Quantity) -> frozenset[int]:
    """Tokens of the number and of what it counts."""
    key = (quantity.span, quantity.concept_span)
    if key not in scene.words:
        scene.words[key] = frozenset(i for span in spans_of(quantity) for i in scene.parse.ids_in(span))
    return scene.words[key]


def counted_head(scene: Scene, quantity: Quantity) -> Token | None:
    """The head noun of what is counted (`pylons` in `two power pylons`)."""
    span = quantity.concept_span
    tokens = scene.parse.tokens_in(span) if span is not None else ()
    return tokens[-1] if tokens else None


def counts_persons(scene: Scene, quantity: Quantity) -> bool:
    """True when what is counted is people, by the measures lexicon or as the name of a body."""
    if "measure.persons" in quantity.rule or quantity.rule.endswith("+people"):
        return True
    head = counted_head(scene, quantity)
    return head is not None and any(a.head == head.idx for a in scene.actors)


def part_of_event(scene: Scene, quantity: Quantity) -> Part | None:
    """Where grammar has the quantity: in a target's or agent's phrase, on the trigger, in its clause."""
    key = (quantity.span, quantity.concept_span)
    if key not in scene.parts:
        scene.parts[key] = _part(scene, quantity)
    return scene.parts[key]


def _part(scene: Scene, quantity: Quantity) -> Part | None:
    number = scene.parse.ids_in(quantity.span)
    if not number:
        return None
    ids = words_of(scene, quantity)
    trigger, counted = scene.trigger, counted_head(scene, quantity)
    if not ids.isdisjoint(range(trigger.first, trigger.last)):
        # Of `40 abducted pupils` the pupils are counted, not the abductions.
        return "event" if counted is None or trigger.first <= counted.i < trigger.last else "target"
    if not ids.isdisjoint(scene.targets):
        return "target"
    if not ids.isdisjoint(scene.agents):
        return "agent"
    touching = number[0] == trigger.last or max(ids) + 1 == trigger.first
    if touching and trigger.action in action_set("counting"):
        return "target"
    return "clause" if owner(scene.parse, number[-1], scene.triggers) == trigger.head else None


def other_end(scene: Scene, quantity: Quantity, quantities: Sequence[Quantity]) -> bool:
    """True for 90 in `lost 40 of the 90 trucks`, and for 40 in `40 of the 90 trucks lost were found`."""
    parts = [q for q in quantities if q.part_of is not None and _before_whole(q, q.part_of)]
    whole = any(q.part_of == quantity.span for q in parts)
    if not whole and quantity not in parts:
        return False
    noun = counted_head(scene, quantity)
    told_of_whole = noun is not None and noun.i in scene.parse.path_up(scene.trigger.head)
    return told_of_whole != whole


def _before_whole(part: Quantity, whole: Span) -> bool:
    """True of 40 in `40 of the 90 trucks`; `two medics among 31 killed` are both of one event."""
    own = part.concept_span is not None and part.concept_span.start < whole.start
    return part.span.end <= whole.start and not own


def _phrases(parse: Parse, heads: Sequence[int]) -> frozenset[int]:
    return frozenset(token for head in heads for token in range(*phrase(parse.tokens[head])))


def joined_with(scene: Scene, action: str) -> bool:
    """True beside another event, of `action`, that shares its persons: `killed and wounded ten`."""
    befell = _befell(scene.head)
    others = (t for t in scene.triggers if t.action == action and t.head != scene.trigger.head)
    return any(befell == _befell(scene.parse.tokens[t.head]) and _joined(scene, t) for t in others)


def _befell(word: Token) -> bool:
    """True of a verb and of `dead`, which say what befell somebody; a noun (`killings`) is told apart."""
    return is_verbal(word) or word.pos_ == "ADJ"


def _joined(scene: Scene, other: Trigger) -> bool:
    first, second = sorted((scene.trigger, other), key=lambda t: t.first)
    between = scene.parse.tokens[first.last : second.first]
    return len(between) <= 1 and all(word.lower_ in figure_words("joined") for word in between)
