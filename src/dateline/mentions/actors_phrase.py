"""What the words of one phrase say of the body they stand for, before the document is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.document import Span
from dateline.lexicon.registry_match import Word, words_in
from dateline.lexicon.registry_states import ROLES, country_of
from dateline.mentions.actors_grammar import (
    CARRIED,
    INDEPENDENT,
    PRONOUNS,
    Phrase,
    best_country,
    filled,
    is_staff,
    joined,
)
from dateline.mentions.actors_lexicon import Item, is_sure, items, words_of

__all__ = ["PRONOUNS", "Phrase", "phrase_of"]

PARTED = ("them", "us")
"""Pronouns of which a number is told."""

BEFORE = 16
"""Characters before a phrase in which the word before it stands."""
_FIRST = re.compile(r"\s*(\w+)")
_MARKS, _MARKS_AND_COMMA = frozenset(";:()[]"), frozenset(",;:()[]")


def phrase_of(
    text: str, span: Span, *, shouting: bool = False, keep: Callable[[str], bool] = is_sure
) -> Phrase:
    """The phrase at `span` of `text`; names whose actor ids fail `keep` count as common words."""
    listed = words_in(text, *span)
    while listed and listed[0].key in words_of("openers") and len(listed) > 1 and listed[0].key != "us":
        listed = listed[1:]
    if not listed:
        return Phrase(span=span, head=span, role="unknown")
    if (
        len(listed) == 1
        and listed[0].key in PRONOUNS
        and not (listed[0].key == "us" and listed[0].shape == "upper")
    ):
        return Phrase(
            span=span, head=Span(listed[0].start, listed[0].end), role="pronoun", word=listed[0].key
        )
    if len(listed) > 2 and listed[-2].key == "of" and listed[-1].key in PARTED:
        # `forty of them`: who they are, whatever their number.
        head = Span(listed[-1].start, listed[-1].end)
        return Phrase(span=span, head=head, role="pronoun", word=listed[-1].key)
    before = words_in(text, max(0, listed[0].start - BEFORE), listed[0].start)[-1:]
    if before and before[0].key in words_of("banding"):
        # Of `the ruling coalition` the one word is not the coalition that has no other name.
        keep = is_sure
    found = items(text, listed, shouting=shouting, keep=keep)
    return _Reader(text, span, listed, found, shouting).read()


def _without_teller(free: list[Item]) -> list[Item]:
    """`AFP Syrian warplanes`: an agency run together with the headline before it is none of the phrase."""
    if len(free) < 2 or free[0].kind != "body" or not free[0].values[0].startswith("outlet:"):
        return free
    runs_on = free[1].first == free[0].last and free[1].kind in ("country", "body", "person")
    return free[1:] if runs_on else free


class _Reader:
    def __init__(
        self, text: str, span: Span, listed: Sequence[Word], found: Sequence[Item], shouting: bool
    ) -> None:
        self.text, self.span, self.words, self.items, self.shouting = text, span, listed, found, shouting
        opener = _FIRST.match(text, *span)
        # `a Canadian` is a person, `Canadian` before a noun a state.
        self.single = opener is not None and opener.group(1).lower() in ("a", "an")
        self.definite = bool(opener) and opener.group(1).lower() in words_of("definite")  # type: ignore[union-attr]

    def read(self) -> Phrase:
        """The phrase as a whole: the first of its parts that names a body or role, and what leads to it."""
        core = self._core(0)
        phrase = self._segment(0, core)
        if phrase.role not in (*CARRIED, "unknown", "person") and not (
            phrase.role in ROLES and not phrase.country
        ):
            return phrase
        while core < len(self.words):
            opener = self.words[core].key
            start = core
            while start + 1 < len(self.words) and self.words[start].key in words_of("breaks"):
                start += 1
            core = self._core(start)
            rest = self._segment(start, core)
            more = core < len(self.words)
            counts = rest.word in words_of("counted") and more
            titled = phrase.role in ROLES and rest.role == "member" and not rest.actors and more
            # `General Okoro, commander of the Orvane Army`: not the title but whom he commands tells.
            if titled and not rest.country and self._owns(core):
                continue
            # `gatherings and vehicles of the Oak Front`: whose they are comes last.
            if rest.role == "thing" and not rest.country and more and self._owns(core):
                continue
            if not counts and (rest.role != "unknown" or rest.country):
                return joined(phrase, rest, opener)
        return phrase

    def _owns(self, at: int) -> bool:
        return self.words[at].key in ("of", "for")

    def _core(self, start: int) -> int:
        """Index of the first word after `start` that begins something else."""
        inside = {i for item in self.items for i in range(item.first + 1, item.last)}
        for i in range(start + 1, len(self.words)):
            if i in inside:
                continue
            gap = self.text[self.words[i - 1].end : self.words[i].start]
            if self.words[i].key in words_of("breaks") or self._parts(i, gap):
                return i
        return len(self.words)

    def _parts(self, i: int, gap: str) -> bool:
        """True if a comma or bracket before word `i` ends a phrase; `55, 000` goes on."""
        number = self.words[i - 1].key.isdigit() and self.words[i].key[:3].isdigit()
        return not (_MARKS if number else _MARKS_AND_COMMA).isdisjoint(gap)

    def _segment(self, first: int, last: int) -> Phrase:
        inside = [i for i in self.items if first <= i.first and i.last <= last]
        free = _without_teller([i for i in inside if i.link is None or i.link in ("run", "ruled")])
        if not free:
            word = self.words[last - 1]
            return self._made("unknown", word.key, word, person=False)
        head = free[-1]
        if self._is_of_body(free):
            # `Amnesty International Orvane`
            head = free[-2]
        if head.kind == "country" and head.last < last and self._common(last - 1):
            # `a Saudi supertanker`: the noun is nobody's force or office.
            word = self.words[last - 1]
            return self._made("unknown", word.key, word, country=best_country(head)[0])
        return self._headed(head, free[: free.index(head)])

    def _is_of_body(self, free: Sequence[Item]) -> bool:
        """True if the last of the names is the country of the body named right before it."""
        if len(free) < 2 or free[-1].kind != "country" or free[-2].kind != "body":
            return False
        body, land = free[-2:]
        return body.last == land.first and best_country(land)[1] == "names" and not self._common(land.first)

    def _counted(self, first: int) -> bool:
        """True if a number or `many` stands before word `first`: `30,000 Sudanese` are people."""
        return any(w.key.isdigit() or w.key in words_of("counted") for w in self.words[:first])

    def _common(self, i: int) -> bool:
        return self.words[i].shape == "lower"

    def _headed(self, head: Item, before: Sequence[Item]) -> Phrase:
        word = self.words[head.last - 1]
        if head.kind == "body":
            party = (
                len(head.values) == 1
                and head.values[0].endswith(":government")
                and head.last - head.first == 1
            )
            iso = country_of(head.values[0]) if party else None
            return self._made("ruler" if party else "body", word.key, word, actors=head.values, country=iso)
        if head.kind == "person":
            return self._person(head, before, word)
        if head.kind == "country":
            return self._country(head, before, word)
        return self._role(head, before, word)

    def _person(self, head: Item, before: Sequence[Item], word: Word) -> Phrase:
        actor = head.values[0]
        said = [
            i.values[0]
            for i in before
            if i.kind == "role" and i.values[0] in (*INDEPENDENT, "opposition", "rebels")
        ]
        if said:
            return self._made(said[-1], word.key, word, country=country_of(actor))
        return self._made(
            "ruler" if actor.endswith(":government") else "body",
            word.key,
            word,
            actors=(actor,),
            person=True,
            country=country_of(actor),
        )

    def _country(self, head: Item, before: Sequence[Item], word: Word) -> Phrase:
        iso, how = best_country(head)
        if how in ("regions", "peoples"):
            return self._made("unknown", word.key, word, country=iso)
        both = any(v.endswith("/people") for v in head.values) and self._counted(head.first)
        role = "people" if how == "people" or self.single or both else "country"
        offices = [i for i in before if i.kind == "role" and i.values[0] in ROLES]
        if offices and role == "country":
            role = offices[-1].values[0]
        return self._made(role, word.key, word, country=iso)

    def _role(self, head: Item, before: Sequence[Item], word: Word) -> Phrase:
        role = head.values[0]
        bodies = [i for i in before if i.kind == "body"]
        persons = [i for i in before if i.kind == "person"]
        states = {country_of(b.values[0]) for b in bodies[-1:] if b.values[0].endswith(":government")}
        apart = role in INDEPENDENT and not (bodies and is_staff(word.key, bodies[-1].values))
        if bodies and not apart and not states:
            return self._made("body", word.key, word, actors=bodies[-1].values)
        lands = [i for i in before if i.kind == "country"]
        iso = best_country(lands[-1])[0] if lands else next(iter(states), None)
        mods = [self._modifier(i) for i in before if i.kind == "role"]
        if persons and role not in INDEPENDENT and not iso:
            actor = persons[-1].values[0]
            if actor.startswith(("group:", "org:")):
                return self._made("body", word.key, word, actors=(actor,))
            iso, mods = country_of(actor), [*mods, "office" if role == "thing" else "ruler"]
        if word.key in words_of("ranks") and "office" in mods:
            role = "government"
        whole = filled(role, mods, iso, head_word=word.key)
        return self._made(whole, word.key, word, country=iso)

    def _modifier(self, item: Item) -> str:
        role = item.values[0]
        # `embassy bombers`, `minister fighters`: an office before armed people is not their side.
        whole = self.words[item.last - 1].key in words_of("whole_government")
        return "office" if role == "government" and not whole else role

    def _made(
        self,
        role: str,
        key: str,
        word: Word,
        *,
        actors: tuple[str, ...] = (),
        country: str | None = None,
        person: bool = False,
    ) -> Phrase:
        return Phrase(
            span=self.span,
            head=Span(word.start, word.end),
            role=role,
            actors=actors,
            country=country,
            definite=self.definite,
            word=key,
            person=person,
        )
