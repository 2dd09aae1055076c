"""What pronouns, repeated nouns and names of persons stand for, in reading order."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from dateline.claims.syntax import prepositional, surface_subjects
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry_match import words_in
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_persons import Introduction, introductions
from dateline.mentions.actors_phrase import Phrase
from dateline.mentions.quotes_cues import reporting_forms
from dateline.resolve.actors_acts import Act
from dateline.resolve.actors_foes import in_own_words, on_one_side
from dateline.resolve.actors_groups import never_fights
from dateline.resolve.reference import Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
BODIES = frozenset(["body", "country", "ruler", "collective"])
LOCATIVE = re.compile(
    r"\b(?:in|near|across|at|inside|around|into|to|from|of|throughout|outside)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
UNARMED = frozenset(["civilians", "medical", "media", "judiciary"])
"""Roles of those who do not fight, so that `they` who do are others."""
REACH = 2
"""Sentences back that a pronoun may reach (in train gold nine in ten antecedents stand within two)."""


@dataclass(frozen=True, slots=True)
class Referent:
    """A phrase that later words may stand for."""

    span: Span
    phrase: Phrase
    sentence: int
    number: str
    """`one`, `many`, or `body` (an army or a group: it and they)."""
    subject: bool


class Memory:
    """The phrases of a document that can be meant again."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def referents(self) -> tuple[Referent, ...]:
        """Phrases that name or describe a body, in text order; places in `in Syria` are none."""
        return tuple(sorted((*self._referents(), *self._named()), key=lambda r: r.span))

    def _named(self) -> Iterator[Referent]:
        """Every later mention of an introduced person by name: what `he` mostly stands for."""
        scene = self.scene
        for word in scene.cased_words:
            if word.key in self._introduced and word.shape != "lower":
                span = Span(word.start, word.end)
                at = scene.sentence_at(word.start)
                yield Referent(span, scene.phrase(span), at, "one", self._is_subject(word.start))

    def _referents(self) -> Iterator[Referent]:
        scene = self.scene
        for mention in scene.mentions.actors:
            phrase = scene.phrase(mention.span)
            if phrase.role == "country" and LOCATIVE.search(scene.text[: mention.span.start][-40:]):
                continue
            yield Referent(
                mention.span,
                phrase,
                scene.sentence_at(mention.span.start),
                number_of(phrase),
                self._is_subject(mention.head),
            )

    def _is_subject(self, head: int) -> bool:
        tokens = self.scene.parse.tokens_in(Span(head, head + 1))
        return bool(tokens) and tokens[0].dep_ in SUBJECTS

    def persons(self, surname: str, *, given: str | None = None) -> Span | None:
        """The words that say who the bearer of a surname is, where the document introduces him.

        None for another of the family, whose `given` name begins otherwise: `Maria Okoro`, whose husband is
        Captain John Okoro.
        """
        found = self._introduced.get(surname)
        if found is None:
            return None
        names = [word.key for word in words_in(self.scene.text, *found.name)]
        if given and len(names) > 1 and not any(name[0] == given[0] for name in names[:-1]):
            return None
        return found.office

    @cached_property
    def _introduced(self) -> dict[str, Introduction]:
        scene = self.scene
        known: dict[str, Introduction] = {}
        for found in introductions(scene.cased, scene.cased_words, scene.items):
            known.setdefault(found.surname, found)
        return known

    @cached_property
    def _begins(self) -> list[int]:
        return [referent.span.start for referent in self.referents]

    def before(self, at: int) -> Iterator[Referent]:
        """Referents that end before `at`, nearest first."""
        for k in range(bisect.bisect_right(self._begins, at) - 1, -1, -1):
            if self.referents[k].span.end <= at:
                yield self.referents[k]

    def antecedent(self, span: Span, kind: str, act: Act, *, teller: str | None = None) -> Referent | None:
        """The phrase that a pronoun of `kind` (`they`, `it`, `he`, `who`) stands for, or None.

        `teller` is the body whose own words hold it: it is not meant itself.
        """
        saying = self._teller(span) or self._speaker(span, act)
        if saying is not None and agrees(kind, saying):
            return saying
        doing = self._holder(span, act)
        if doing is not None and agrees(kind, doing):
            return doing
        here = self.scene.sentence_at(span.start)
        fights = act.role == "agents" and act.action in action_set("army_agents")
        doer = self._doer(span)
        best: tuple[float, Referent] | None = None
        for place, referent in enumerate(self.before(span.start)):
            back = here - referent.sentence
            if back > REACH:
                break
            if kind == "who":
                return referent if span.start - referent.span.end <= len(", ") else None
            of_persons = back == 0 and referent.subject and _are_persons(kind, referent)
            if not (of_persons or agrees(kind, referent)) or any(
                referent.span.overlaps(o) for o in act.others
            ):
                continue
            if (fights and _unarmed(referent.phrase)) or referent.span.start <= doer < referent.span.end:
                continue
            told = referent.phrase.decided
            if teller is not None and told is not None and on_one_side(told, teller):
                continue
            score = (
                1.0 * referent.subject
                - 1.5 * (fights and back > 0 and self._tells(referent.span))
                - 1.5 * back
                - 0.25 * min(place, 4)
                + 0.5 * (referent.phrase.role in BODIES)
            )
            if best is None or score > best[0]:
                best = (score, referent)
        return best[1] if best else None

    def _doer(self, span: Span) -> int:
        """Where the subject stands whose object the words are, -1 without one: in `police chased them`, they
        are not the police."""
        tokens = self.scene.parse.tokens_in(span)
        if not tokens or tokens[0].dep_ not in ("dobj", "dative"):
            return -1
        return next((c.idx for c in tokens[0].head.children if c.dep_ == "nsubj"), -1)

    def _tells(self, span: Span) -> bool:
        """True for who is quoted: those who told of an attack did not make it."""
        at = bisect.bisect_right(self._quoted, span.start, key=lambda source: source.start)
        return at > 0 and self._quoted[at - 1].overlaps(span)

    @cached_property
    def _quoted(self) -> list[Span]:
        return sorted(quote.source for quote in self.scene.mentions.quotes if quote.source is not None)

    def _teller(self, span: Span) -> Referent | None:
        """Who says what a pronoun does: in `the army said it had shelled`, `it` is the army."""
        tokens = self.scene.parse.tokens_in(span)
        if not tokens or tokens[0].dep_ not in SUBJECTS:
            return None
        verb = tokens[0].head
        while verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ != "ccomp":
            return None
        said: list[int] = []
        while not said:
            verb = verb.head
            said = [c.idx for c in verb.children if c.dep_ == "nsubj" and c.i < tokens[0].i]
            if verb.dep_ != "conj":
                break  # `The M23 left and said it would return`: the subject stands at the first verb
        before = list(self.before(span.start))
        return next((r for at in said for r in before if r.span.start <= at < r.span.end), None)

    def _speaker(self, span: Span, act: Act) -> Referent | None:
        """Who speaks, for what does what he tells: `raiders hit a mill, the army said, adding that its men`,
        `It added that its men`."""
        tokens = self.scene.parse.tokens_in(span)
        said = act.speaker.span if act.speaker is not None else None
        accused = act.role == "targets" and act.action in action_set("told")
        if said is None or accused or not tokens or not _is_told(tokens[0]) or in_own_words(span, self.scene):
            return None
        return next((r for r in self.before(span.start) if r.span.overlaps(said)), None)

    def _holder(self, span: Span, act: Act) -> Referent | None:
        """Whose the object of a clause inside another is: in `Orvane urged Karim to withdraw its troops`,
        `called on Karim to withdraw its troops` and `demanded that Karim withdraw its troops` Karim's."""
        tokens = self.scene.parse.tokens_in(span)
        if not tokens or tokens[0].dep_ != "poss" or tokens[0].head.dep_ != "dobj":
            return None
        verb = tokens[0].head.head
        if verb.dep_ not in ("xcomp", "ccomp"):
            return None
        asked = list(prepositional(verb.head, ("on",))) if verb.dep_ == "xcomp" else []
        doers = [word.idx for word in asked or surface_subjects(verb) if word.i < tokens[0].i]
        before = [r for r in self.before(span.start) if not any(r.span.overlaps(o) for o in act.others)]
        return next((r for at in doers for r in before if r.span.start <= at < r.span.end), None)

    def repeated(self, phrase: Phrase, *, back: int | None = None) -> Referent | None:
        """The nearest earlier phrase of the same head word that says more: `U.S. embassy` of `the embassy`.

        `back` limits how many sentences earlier it may stand.
        """
        at = phrase.span.start
        here, known = self.scene.sentence_at(at), self.owned(phrase)
        for k in range(bisect.bisect_right(known, at, key=lambda r: r.span.start) - 1, -1, -1):
            if back is not None and here - known[k].sentence > back:
                return None
            if known[k].span.end <= at:
                return known[k]
        # Headlines say `the embassy` before the text says whose it is.
        return known[0] if back is None and known else None

    def owned(self, phrase: Phrase) -> Sequence[Referent]:
        """The phrases with the same noun, in either number, that say whose it is, in text order."""
        return self._owned.get(singular(phrase.word), ())

    @cached_property
    def _owned(self) -> dict[str, list[Referent]]:
        made: defaultdict[str, list[Referent]] = defaultdict(list)
        for referent in self.referents:
            if referent.phrase.country or referent.phrase.actors:
                made[singular(referent.phrase.word)].append(referent)
        return made


def _is_told(word: Token) -> bool:
    """True for the subject of a clause that a word of saying governs, and for whose the subject is; where
    another is named before (`said the guard fled and its men were hit`) he is meant."""
    subject = word.head if word.dep_ == "poss" else word
    verb = subject.head
    while verb.dep_ == "conj":
        verb = verb.head
        if any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in verb.children):
            return False
    return subject.dep_ in SUBJECTS and verb.dep_ == "ccomp" and verb.head.lower_ in reporting_forms()


def _unarmed(phrase: Phrase) -> bool:
    return phrase.role in UNARMED or any(map(never_fights, phrase.actors))


def singular(word: str) -> str:
    """`embassy` of `embassies`, `troop` of `troops`."""
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")


def number_of(phrase: Phrase) -> str:
    """`one`, `many` or `body`, by the head word."""
    if phrase.role in ("body", "country", "ruler") and not phrase.person:
        return (
            "many"
            if phrase.word.endswith("s") and phrase.role == "body" and phrase.word not in words_of("single")
            else "body"
        )
    if phrase.person:
        return "one"
    if phrase.word in words_of("bodies"):
        return "body"
    return "many" if phrase.word in words_of("plurals") or phrase.word.endswith("s") else "one"


def agrees(kind: str, referent: Referent) -> bool:
    """True if a pronoun of `kind` can stand for the referent."""
    if kind == "they":
        if any(actor.startswith("outlet:") for actor in referent.phrase.actors):
            return False  # an agency is told something; it is not they who did it
        return referent.number in ("many", "body") and referent.phrase.role != "person"
    if kind == "it":
        # `the Defence Forces said it`: a body by name, whatever its ending.
        named = referent.phrase.role == "body" and not referent.phrase.person
        return referent.number == "body" or named
    return referent.number == "one" and referent.phrase.role != "person"


def _are_persons(kind: str, referent: Referent) -> bool:
    """True for the `seven people` of `seven people died when their bus was hit`: it is nobody else's."""
    return kind == "they" and referent.phrase.role == "person" and referent.number == "many"


def given_name(phrase: Phrase, scene: Scene) -> str | None:
    """The first name in `Adela Okoro`, where all words of the phrase are somebody's names; else None.

    `Mr` is none.
    """
    start, end = phrase.span
    first = bisect.bisect_left(scene.cased_words, start, key=attrgetter("start"))
    listed = [word for word in scene.cased_words[first : first + end - start] if word.end <= end]
    held = {
        scene.words[i].start for item in scene.items_in(phrase.span) for i in range(item.first, item.last)
    }
    listed = [w for w in listed if w.key not in words_of("courtesies")]
    names = [w for w in listed[:-1] if w.shape == "title" and w.start not in held]
    return names[0].key if names and len(names) == len(listed) - 1 else None
