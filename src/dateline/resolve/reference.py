"""What a document says of its bodies as a whole: where it plays, whom it names, who was last meant."""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from dateline.annotate import Parse
from dateline.document import Span
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import Word, shape, words_in
from dateline.lexicon.registry_sites import state_site
from dateline.lexicon.registry_states import country_of
from dateline.mentions.actors_lexicon import Item, items_of, shouts, words_of
from dateline.mentions.actors_phrase import Phrase, phrase_of
from dateline.mentions.record import Mentions
from dateline.resolve.reference_around import widened
from dateline.resolve.reference_author import author_at, judge, own_army, signatures, station
from dateline.resolve.reference_branches import branches_of
from dateline.resolve.reference_countries import home, spoken_of
from dateline.resolve.reference_whose import Whose

TITLE_REACH = 4
"""Words of a phrase in which its office or rank stands."""
LONG = 3
"""Words of the shortest name with a noun phrase inside: `Army of Orvane`."""


@dataclass(frozen=True, slots=True)
class Body:
    """A named body somewhere in the document."""

    span: Span
    actor: str
    linked: bool


class Scene:
    """One document's bodies and places, computed once and asked for every party."""

    def __init__(self, parse: Parse, mentions: Mentions, places: Iterable[tuple[str, str]] = ()) -> None:
        """`places`: the names of places that the report's claims are at, with their countries (ISO3)."""
        self.parse = parse
        self.places = frozenset(places)
        self.mentions = mentions
        self.text = parse.document.text
        self.shouting = shouts(self.text)
        # The parse restores the case of wire copy at the same length: there alone capitals tell names.
        self.cased = parse.doc.text if self.shouting else self.text
        self.words = words_in(self.text, 0, len(self.text))
        self.items: Sequence[Item] = items_of(self.text, shouting=self.shouting)
        self.phrases: dict[Span, Phrase] = {}

    @cached_property
    def cased_words(self) -> list[Word]:
        """The words with the capitals of the restored text."""
        if not self.shouting:
            return self.words
        return [w._replace(shape=shape(self.cased[w.start : w.end])) for w in self.words]

    def phrase(self, span: Span) -> Phrase:
        """The phrase at `span` and what its neighbours say of it; names that mean a body only elsewhere
        left out."""
        if span not in self.phrases:
            self.phrases[span] = self._of_branch(widened(self.read(span), self))
        return self.phrases[span]

    def _of_branch(self, phrase: Phrase) -> Phrase:
        """`al-Qaeda's Syrian affiliate` as the branch that it is, or as nobody known."""
        inside = [i for i in self.items_in(phrase.span) if i.kind == "body"]
        if not inside or inside[-1].first not in self.branches:
            return phrase
        branch = self.branches[inside[-1].first]
        actors = (branch,) if branch else ()
        return replace(phrase, role="body" if branch else "branch", actors=actors, country=None)

    @cached_property
    def branches(self) -> dict[int, str | None]:
        """The names that stand for a branch of the body they name, by their first word."""
        return branches_of(self)

    def read(self, span: Span) -> Phrase:
        """The phrase at `span` by its own words alone."""
        return phrase_of(self.text, span, shouting=self.shouting, keep=self.means)

    def means(self, actor: str) -> bool:
        """True if a name can mean `actor` here; one that ends in `?` needs its country in the report."""
        return not actor.endswith("?") or self._weight(actor) > 0

    def _weight(self, actor: str) -> float:
        return max((self.countries.get(iso, 0.0) for iso in self.home(actor)), default=0.0)

    def span_of(self, item: Item) -> Span:
        """Characters of an item."""
        return Span(self.words[item.first].start, self.words[item.last - 1].end)

    def items_in(self, span: Span) -> list[Item]:
        """The items whose characters lie within `span`, in order."""
        spans, found = self._item_spans, []
        for i in range(bisect.bisect_left(spans, (span.start, 0)), len(spans)):
            if spans[i][0] >= span.end:
                break
            if spans[i][1] <= span.end:
                found.append(self.items[i])
        return found

    @cached_property
    def _item_spans(self) -> list[tuple[int, int]]:
        return [(self.words[item.first].start, self.words[item.last - 1].end) for item in self.items]

    @cached_property
    def long_names(self) -> tuple[tuple[Span, tuple[str, ...]], ...]:
        """Names of bodies long enough to hold more than one noun phrase, with whom they may mean."""
        return tuple(
            (self.span_of(item), item.values)
            for item in self.items
            if item.kind == "body" and item.last - item.first >= LONG
        )

    @cached_property
    def located(self) -> str | None:
        """The country the report plays in, or None."""
        scores = self.countries
        return min(scores, key=lambda iso: (-scores[iso], iso)) if scores else None

    @cached_property
    def publisher(self) -> str | None:
        """The state body that publishes the report itself (`US State Department`, `gov.uk`), or None."""
        outlet = self.parse.document.outlet or ""
        if site := state_site(outlet):
            return site
        actor = phrase_of(outlet, Span(0, len(outlet))).decided if outlet else None
        return actor if actor and country_of(actor) and actor.endswith((":government", ":military")) else None

    def author_at(self, at: int) -> str | None:
        """Who speaks at `at` where nobody is quoted.

        It is the publisher, who heads or signs the statement, the side whose station it is, the army that the
        text calls ours, or the state that condemns or welcomes in its first sentences.
        """
        said = self.publisher or author_at(at, self._signatures) or self._station
        return said or self._own_army or self._judge

    @cached_property
    def _own_army(self) -> str | None:
        return own_army(self)

    @cached_property
    def _judge(self) -> str | None:
        return judge(self)

    @cached_property
    def _station(self) -> str | None:
        return station(self)

    @cached_property
    def _signatures(self) -> tuple[tuple[int, str], ...]:
        return signatures(self)

    @cached_property
    def countries(self) -> defaultdict[str, float]:
        """How much the report's words speak of each country."""
        return spoken_of(self)

    @cached_property
    def whose(self) -> Whose:
        """Whose its bare role nouns are."""
        return Whose(self)

    @staticmethod
    def home(actor: str) -> tuple[str, ...]:
        """The countries a named body is at home in."""
        return home(actor)

    @staticmethod
    def rebel(actor: str) -> bool:
        """True if the body fights its state (`rebel_group` in the registry)."""
        entry = registry().get(actor)
        return entry is not None and entry.kind == "rebel_group"

    def pick(self, actors: Sequence[str]) -> str | None:
        """The one of `actors` a name means here: the one most at home in the report's countries."""
        able = [a for a in actors if self.means(a)]
        if len(able) > 1:
            named = [a for a in able if a.rstrip("?") in self._sure_names]
            able = named or sorted(able, key=lambda a: -self._weight(a))
            if not named and self._weight(able[0]) == self._weight(able[1]):
                return None
        return able[0].rstrip("?") if able else None

    @cached_property
    def _sure_names(self) -> frozenset[str]:
        return frozenset(i.values[0] for i in self.items if i.kind == "body" and len(i.values) == 1)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """Named bodies in text order."""
        found = []
        for item in self.items:
            if item.kind in ("body", "person"):
                named = self.pick(item.values)
                actor = self.branches.get(item.first, named)
                if actor and not country_of(actor):
                    found.append(Body(self.span_of(item), actor, item.link is not None))
        return tuple(found)

    def fuller(self, phrase: Phrase) -> str | None:
        """The body that a bare `the coalition` shortens the name of: the nearest before that ends so, else
        the first after; None where the phrase says more."""
        bare = [w for w in words_in(self.text, *phrase.span) if w.key not in words_of("definite")]
        if len(bare) != 1 or bare[0].key not in words_of("banded"):
            return None
        named = [b for b in self.bodies if b.actor.startswith("org:") and self._ends_in(b, bare[0].key)]
        before = [b for b in named if b.span.start < phrase.span.start]
        chosen = before[-1:] or named[:1]
        return chosen[0].actor if chosen else None

    def _ends_in(self, body: Body, noun: str) -> bool:
        said = words_in(self.text, *body.span)
        return len(said) > 1 and said[-1].key == noun

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Named non-state armed bodies, most often named first."""
        counted = Counter(b.actor for b in self.bodies if self.armed(b.actor))
        return tuple(sorted(counted, key=lambda a: (-counted[a], a)))

    def named_times(self, actor: str) -> int:
        """How often the document names a body."""
        return sum(b.actor == actor for b in self.bodies)

    def told_of_times(self, actor: str) -> int:
        """How often the document speaks of a body: its short name in brackets behind its name is no second
        time."""
        told = [body for body in self.bodies if body.actor == actor]
        between = (self.text[one.span.end : other.span.start] for one, other in pairwise(told))
        return len(told) - sum(gap == " (" for gap in between)

    def groups_before(self, at: int, *, sentences: int) -> list[Body]:
        """Groups named before `at`, in its sentence and `sentences` before it, nearest first."""
        floor = self.sentence_start(at, back=sentences)
        return [b for b in reversed(self.bodies) if floor <= b.span.start < at and self.armed(b.actor)]

    @staticmethod
    def armed(actor: str) -> bool:
        """True for a group that is no mere party or movement: `civilians` in the registry."""
        entry = registry().get(actor)
        return actor.startswith("group:") and (entry is None or entry.kind != "civilians")

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.parse.sentences]

    def sentence_at(self, at: int) -> int:
        """Index of the sentence that holds or follows `at`."""
        return max(0, bisect.bisect_right(self._starts, at) - 1)

    def sentence_start(self, at: int, *, back: int = 0) -> int:
        """Where the sentence `back` before the one at `at` begins."""
        if not self._starts:
            return 0
        return self._starts[max(0, self.sentence_at(at) - back)]

    def is_publishers(self, role: str, at: int) -> bool:
        """True for an office or rank in what a state publishes: they are its own people."""
        return bool(self.publisher) and role in ("government", "military") and self._titled(at)

    def country_near(self, at: int, *, role: str) -> tuple[str | None, str]:
        """Country for a role word without one, and the rule: the report's, else the only one named so."""
        if self.is_publishers(role, at):
            return country_of(self.publisher or ""), "country.publisher"
        told = {m.actor[:3] for m in self.mentions.actors if m.actor and m.actor.endswith(":" + role)}
        # A word that one country has for its army (`the junta`) may stand in a report on another.
        named = {iso for iso in told if self.countries.get(iso, 0.0) > 0}
        # One army is named, and it fights abroad: `the army` is that one.
        abroad = role == "military" and len(named) == 1 and not self._speaks_of_own_state
        if self.located and not abroad:
            return self.located, "country.report"
        return (named.pop(), "country.only") if len(named) == 1 else (None, "")

    @cached_property
    def _speaks_of_own_state(self) -> bool:
        """True if the report names rulers, office or army of the country that it plays in."""
        said = (self.phrase(mention.span) for mention in self.mentions.actors)
        return any(p.country == self.located and p.role in ("ruler", "government", "military") for p in said)

    def _titled(self, at: int) -> bool:
        """True for an office or rank at `at`: a state's own statement names its own people so."""
        start = bisect.bisect_left([w.start for w in self.words], at)
        own = words_of("titles") | words_of("ranks")
        return any(w.key in own for w in self.words[start : start + TITLE_REACH])
