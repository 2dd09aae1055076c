"""What pronouns and names of persons stand for, in reading order."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dateline.document import Span
from dateline.lexicon.registry_match import words
from dateline.mentions.actors_persons import introductions
from dateline.mentions.actors_phrase import phrase_of
from dateline.resolve.actors_acts import Act
from dateline.resolve.reference import Scene

if TYPE_CHECKING:
    from dateline.resolve.actors_choice import Choice


class Memory:
    """The bodies met so far. `note` after every choice keeps it current."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.noted: dict[Span, Choice] = {}

    def note(self, span: Span, choice: Choice) -> None:
        """Remember who the words at `span` turned out to be."""
        self.noted[span] = choice

    def person(self, span: Span) -> Choice | None:
        """The body of a person the document introduced by an office, or None."""
        return None

    def antecedent(self, span: Span, kind: str, act: Act) -> Choice | None:
        """The body a pronoun stands for, or None."""
        return None
