"""Whose a bare role noun is: `the army`, `police`, `officials` with no country beside them.

Every country that the report speaks of is weighed by what the report says of it there and as a whole; the
weights (`whose_weights.yaml`) are fitted by training/lexicon/whose.py.
"""

from __future__ import annotations

import bisect
from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from dateline.lexicon.load import mapping
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_grammar import best_country
from dateline.mentions.actors_lexicon import words_of
from dateline.resolve.reference_countries import OPENING, home

if TYPE_CHECKING:
    from dateline.resolve.reference import Scene

COUNTRIES = 8
"""Countries weighed: those the report speaks of most."""
SITES = frozenset(["names", "regions", "capitals"])
"""How a country is named where its land is meant, not its people."""
STATE = frozenset(["government", "military", "police", "ruler"])
"""Roles of bodies that tell of a state at work."""
RULES = {"ruler": ("government", "military")}
"""What else than itself is told of where a role is named."""
FEATURES = (
    "share",  # what the report speaks of the country, as a share of what it does of its main one
    "place",  # the event is there
    "named_before",  # its land or capital is named before, in the sentence
    "in_sentence",  # it is spoken of in the sentence
    "told",  # a body of the same role is named with it somewhere
    "state",  # how often its bodies are named, as a share of the state's whose are named most
    "filed",  # the report was filed there
    "author",  # it publishes or signs the report
    "fights",  # share of the groups named that are at home there
    "opening",  # headline or lead speak of it
    "no_army",  # a land that has no army of its own
)


@cache
def _weights(kind: str) -> tuple[float, ...]:
    listed: dict[str, float] = mapping("whose_weights")[kind]
    return tuple(listed.get(name, 0.0) for name in FEATURES)


KINDS = ("military", "government", "police", "civilians")
"""Roles that share their weights, each by the first of them (`whose_...` of actor_words_sets.yaml).

Rebels are not weighed: the country that the report plays in is theirs as often (303 parties, .960 to .954).
"""


def kind_of(role: str) -> str | None:
    """Which weights are for a role; None for one that is of no country."""
    return next((kind for kind in KINDS if role in words_of(f"whose_{kind}")), None)


class Whose:
    """The countries of one report, ready to be weighed for any of its words."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        spoken = scene.countries
        most = sorted((iso for iso in spoken if spoken[iso] > 0), key=lambda iso: (-spoken[iso], iso))
        self.countries = tuple(most[:COUNTRIES])
        self._found: dict[tuple[int, int, str, str | None], str | None] = {}

    def likeliest(self, at: int, role: str, place: str | None) -> str | None:
        """The country of a `role` at `at`, in an event at a place in country `place`.

        None where no country is spoken of; the one that the report plays in for roles that are not weighed.
        """
        kind = kind_of(role)
        if not self.countries or kind is None:
            return self.scene.located
        before = bisect.bisect_left(self._starts, at)
        key = self.scene.sentence_at(at), before, role, place
        if key not in self._found:
            weights, rows = _weights(kind), self.rows(at, role, place)
            scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows]
            ranked = sorted(zip(scores, self.countries, strict=True), key=lambda pair: -pair[0])
            # Soldiers in a land without an army are another's, whoever else is spoken of.
            barred = words_of("no_army") if role == "military" else frozenset()
            able = [iso for _, iso in ranked if iso not in barred]
            self._found[key] = able[0] if able else ranked[0][1]
        return self._found[key]

    def rows(self, at: int, role: str, place: str | None) -> list[tuple[float, ...]]:
        """(countries, FEATURES): what speaks for each."""
        start, end = self._sentence(at)
        here = [(pos, iso, how) for pos, iso, how in self._named if start <= pos < end]
        there = {iso for pos, iso, how in here if pos < at and how in SITES}
        near, told = {iso for _, iso, _ in here}, self._told
        return [
            (
                self._share[iso],
                float(iso == place),
                float(iso in there),
                float(iso in near),
                float(f"{iso}:{role}" in told),
                self._states[iso] / max(self._states.values(), default=1),
                float(iso in self._filed),
                float(iso == self._author),
                self._fighting[iso] / max(self._fighting.total(), 1),
                float(iso in self._early),
                float(iso in words_of("no_army")),
            )
            for iso in self.countries
        ]

    def _sentence(self, at: int) -> tuple[int, int]:
        sentences = self.scene.parse.sentences
        if not sentences:
            return 0, len(self.scene.text)
        k = self.scene.sentence_at(at)
        last = sentences[k + 1].span.start if k + 1 < len(sentences) else len(self.scene.text)
        return sentences[k].span.start, last

    @cached_property
    def _named(self) -> list[tuple[int, str, str]]:
        """Where each country is named, and how."""
        scene, listed = self.scene, [item for item in self.scene.items if item.kind == "country"]
        return [(scene.words[item.first].start, *best_country(item)) for item in listed]

    @cached_property
    def _starts(self) -> list[int]:
        return [pos for pos, _, _ in self._named]

    @cached_property
    def _share(self) -> dict[str, float]:
        most = self.scene.countries[self.countries[0]]
        return {iso: self.scene.countries[iso] / most for iso in self.countries}

    @cached_property
    def _told(self) -> frozenset[str]:
        """The bodies of states that are named with their state; who rules has an army too."""
        return frozenset(f"{iso}:{part}" for iso, role in self._bodies for part in RULES.get(role, (role,)))

    @cached_property
    def _states(self) -> Counter[str]:
        return Counter(iso for iso, role in self._bodies if role in STATE)

    @cached_property
    def _bodies(self) -> list[tuple[str, str]]:
        """Country and role of every phrase that names a state's body, or its rulers."""
        found = []
        for mention in self.scene.mentions.actors:
            if state := country_of(mention.actor or ""):
                found.append((state, (mention.actor or "").partition(":")[2]))
            else:
                phrase = self.scene.phrase(mention.span)
                if phrase.country and phrase.role == "ruler":
                    found.append((phrase.country, phrase.role))
        return found

    @cached_property
    def _author(self) -> str | None:
        actor = self.scene.author_at(len(self.scene.text) // 2)
        return country_of(actor) if actor else None

    @cached_property
    def _fighting(self) -> Counter[str]:
        homes = (home(body.actor)[:1] for body in self.scene.bodies if body.actor.startswith("group:"))
        return Counter(iso for first in homes for iso in first)

    @cached_property
    def _filed(self) -> frozenset[str]:
        line = self.scene.parse.document.dateline
        return frozenset(iso for pos, iso, _ in self._named if line and line.start <= pos < line.end)

    @cached_property
    def _early(self) -> frozenset[str]:
        return frozenset(iso for pos, iso, _ in self._named if pos < OPENING)
