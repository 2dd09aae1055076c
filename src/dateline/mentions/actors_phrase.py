"""What the words of one phrase say of the body they stand for, before the document is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dateline.document import Span
from dateline.lexicon.registry_match import Word, words
from dateline.lexicon.registry_states import ROLES
from dateline.mentions.actors_lexicon import Item, is_sure, items

PRONOUNS = {
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("he him his himself she her hers herself".split(), "he"),
    **dict.fromkeys("we us our ours i me my mine".split(), "we"),
    **dict.fromkeys("who which that whose whom".split(), "who"),
}
BREAKS = frozenset(
    "of from in at near loyal who which that by with belonging for to on against inside fighting "
    "affiliated linked including around outside between under after during carrying dressed and or".split()
)
OWNERS = frozenset(["of", "from", "loyal", "to", "belonging", "by", "with", "in", "at", "for", "linked", "affiliated"])
"""After these words stands the body that the first words belong to (`forces loyal to ...`)."""
OPENERS = frozenset("the a an this that these those some several many few all other more another both".split())
DEFINITE = frozenset("the this that these those both".split())
INDEPENDENT = frozenset(["civilians", "medical", "media", "person", "judiciary", "protesters"])
"""Roles that a body named before them does not change: `ISIL hostages` are civilians."""
WHOLE_GOVERNMENT = frozenset(["government", "state", "administration", "governmental"])
RANKS = frozenset("general colonel captain major lieutenant admiral brigadier sergeant".split())
COUNTED = frozenset(
    "one some many two three four five several most all each those number dozens hundreds scores thousands tens "
    "millions majority handful group groups couple".split()
)
"""`one of the leaders` is whoever the leaders are."""
OWNING = frozenset(["military", "police", "government", "ruler", "rebels", "opposition", "militia", "intelligence", "armed", "medical", "judiciary"])
"""Roles that own things: `army convoy`; `merchant vessel` belongs to nobody named."""
CARRIED = frozenset(["armed", "force", "member", "thing", "collective", "ruler"])
"""Roles that the words beside them fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One phrase read by its words alone.

    `role` is a state role, a role of actor_words.yaml, `body`, `country`, `people`, `pronoun`,
    `person` or `unknown`; `actors` the bodies it names, more than one when a name is shared.
    """

    span: Span
    head: Span
    role: str
    actors: tuple[str, ...] = ()
    country: str | None = None
    definite: bool = False
    word: str = ""
    """The head word, folded."""
    person: bool = False
    """True when `actors` comes from a person's name."""

    @property
    def decided(self) -> str | None:
        """The actor these words decide alone, or None."""
        if len(self.actors) == 1 and not self.actors[0].endswith("?"):
            return self.actors[0]
        if self.role in ROLES and self.country:
            return f"{self.country}:{self.role}"
        return None


def phrase_of(text: str, span: Span, *, shouting: bool = False, keep: Callable[[str], bool] = is_sure) -> Phrase:
    """The phrase at `span` of `text`; names whose actor ids fail `keep` count as common words."""
    listed = words(text, start=span.start, end=span.end)
    while listed and listed[0].key in OPENERS and len(listed) > 1 and not listed[0].key == "us":
        listed = listed[1:]
    if not listed:
        return Phrase(span=span, head=span, role="unknown")
    if len(listed) == 1 and listed[0].key in PRONOUNS and not (listed[0].key == "us" and listed[0].shape == "upper"):
        return Phrase(span=span, head=Span(listed[0].start, listed[0].end), role="pronoun", word=listed[0].key)
    found = items(text, listed, shouting=shouting, keep=keep)
    return _Reader(text, span, listed, found, shouting).read()


class _Reader:
    def __init__(self, text: str, span: Span, listed: Sequence[Word], found: Sequence[Item], shouting: bool) -> None:
        self.text, self.span, self.words, self.items, self.shouting = text, span, listed, found, shouting
        opener = re.match(r"\s*(\w+)", text[span.start : span.end])
        # `a Canadian` is a person, `Canadian` before a noun a state.
        self.single = opener is not None and opener.group(1).lower() in ("a", "an")
        self.definite = bool(opener) and opener.group(1).lower() in DEFINITE  # type: ignore[union-attr]

    def read(self) -> Phrase:
        core = self._core(0)
        phrase = self._segment(0, core)
        if phrase.role not in (*CARRIED, "unknown", "person") and not (phrase.role in ROLES and not phrase.country):
            return phrase
        while core < len(self.words):
            opener = self.words[core].key
            start = core
            while start + 1 < len(self.words) and self.words[start].key in BREAKS:
                start += 1
            core = self._core(start)
            rest = self._segment(start, core)
            counts = rest.word in COUNTED and core < len(self.words)
            if not counts and (rest.role != "unknown" or rest.country):
                return _joined(phrase, rest, opener)
        return phrase

    def _core(self, start: int) -> int:
        """Index of the first word after `start` that begins something else."""
        inside = {i for item in self.items for i in range(item.first + 1, item.last)}
        for i in range(start + 1, len(self.words)):
            if i in inside:
                continue
            gap = self.text[self.words[i - 1].end : self.words[i].start]
            if (self.words[i].key in BREAKS or self._parts(i, gap)):
                return i
        return len(self.words)

    def _parts(self, i: int, gap: str) -> bool:
        """True if a comma or bracket before word `i` ends a phrase; `55, 000` goes on."""
        number = self.words[i - 1].key.isdigit() and self.words[i].key[:3].isdigit()
        return bool(re.search(r"[;:()\[\]]" if number else r"[,;:()\[\]]", gap))

    def _segment(self, first: int, last: int) -> Phrase:
        inside = [i for i in self.items if first <= i.first and i.last <= last]
        free = [i for i in inside if i.link is None or i.link in ("run", "ruled")]
        if not free:
            word = self.words[last - 1]
            return self._made("unknown", word.key, word, person=False)
        head = free[-1]
        if head.kind == "country" and head.last < last and self._common(last - 1):
            # `a Saudi supertanker`: the noun is nobody's force or office.
            word = self.words[last - 1]
            return self._made("unknown", word.key, word, country=_best_country(head)[0])
        return self._headed(head, free[: free.index(head)])

    def _common(self, i: int) -> bool:
        return self.words[i].shape == "lower"

    def _headed(self, head: Item, before: Sequence[Item]) -> Phrase:
        word = self.words[head.last - 1]
        if head.kind == "body":
            party = len(head.values) == 1 and head.values[0].endswith(":government") and head.last - head.first == 1
            iso = _iso_of(head.values[0]) if party else None
            return self._made("ruler" if party else "body", word.key, word, actors=head.values, country=iso)
        if head.kind == "person":
            return self._person(head, before, word)
        if head.kind == "country":
            return self._country(head, before, word)
        return self._role(head, before, word)

    def _person(self, head: Item, before: Sequence[Item], word: Word) -> Phrase:
        actor = head.values[0]
        said = [i.values[0] for i in before if i.kind == "role" and i.values[0] in (*INDEPENDENT, "opposition", "rebels")]
        if said:
            return self._made(said[-1], word.key, word, country=_iso_of(actor))
        return self._made("ruler" if actor.endswith(":government") else "body", word.key, word, actors=(actor,), person=True, country=_iso_of(actor))

    def _country(self, head: Item, before: Sequence[Item], word: Word) -> Phrase:
        iso, how = _best_country(head)
        if how in ("regions", "peoples"):
            return self._made("unknown", word.key, word, country=iso)
        role = "people" if how == "people" or self.single else "country"
        offices = [i for i in before if i.kind == "role" and i.values[0] in ROLES]
        if offices and role == "country":
            role = offices[-1].values[0]
        return self._made(role, word.key, word, country=iso)

    def _role(self, head: Item, before: Sequence[Item], word: Word) -> Phrase:
        role = head.values[0]
        bodies = [i for i in before if i.kind == "body"]
        persons = [i for i in before if i.kind == "person"]
        states = {_iso_of(b.values[0]) for b in bodies[-1:] if b.values[0].endswith(":government")}
        if bodies and role not in INDEPENDENT and not states:
            return self._made("body", word.key, word, actors=bodies[-1].values)
        lands = [i for i in before if i.kind == "country"]
        iso = _best_country(lands[-1])[0] if lands else next(iter(states), None)
        mods = [self._modifier(i) for i in before if i.kind == "role"]
        if persons and role not in INDEPENDENT and not iso:
            actor = persons[-1].values[0]
            if actor.startswith(("group:", "org:")):
                return self._made("body", word.key, word, actors=(actor,))
            iso, mods = _iso_of(actor), [*mods, "office" if role == "thing" else "ruler"]
        if word.key in RANKS and "office" in mods:
            role = "government"
        filled = _filled(role, mods, iso, head_word=word.key)
        return self._made(filled, word.key, word, country=iso)

    def _modifier(self, item: Item) -> str:
        role = item.values[0]
        # `embassy bombers`, `minister fighters`: an office before armed people is not their side.
        whole = self.words[item.last - 1].key in WHOLE_GOVERNMENT
        return "office" if role == "government" and not whole else role

    def _made(self, role: str, key: str, word: Word, *, actors: tuple[str, ...] = (), country: str | None = None, person: bool = False) -> Phrase:
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


def _best_country(item: Item) -> tuple[str, str]:
    """Country and field of a country item; a name or adjective before a capital before a region."""
    order = ("names", "adjectives", "capitals", "people", "regions", "peoples")
    iso, how = min((v.split("/") for v in item.values), key=lambda v: order.index(v[1]))
    return iso, how


def _iso_of(actor: str) -> str | None:
    head = actor.partition(":")[0]
    return head if head.isupper() else None


def _filled(role: str, mods: Sequence[str], iso: str | None, *, head_word: str) -> str:
    """`role` with the words before it: `rebel` + `fighters` are rebels, `regime` + `jets` the army's."""
    known = [m for m in mods if m in ROLES or m == "ruler"]
    if role == "force":
        if not known:
            return "military" if iso else "force"
        return {"government": "military", "ruler": "military", "opposition": "rebels"}.get(known[-1], known[-1])
    if role == "armed" and known:
        return {"opposition": "rebels", "government": "militia", "ruler": "militia"}.get(known[-1], known[-1])
    if role == "thing":
        owners = [m for m in (*mods,) if m in OWNING or m == "office"]
        return {"office": "government"}.get(owners[-1], owners[-1]) if owners else role
    if role in ("member", "collective"):
        armed = ["government" if m == "office" else m for m in mods if m in ("armed", "force", "office")]
        return known[-1] if known else (armed[-1] if armed else role)
    if role in ("military", "police") and known and known[-1] in ("rebels", "opposition"):
        return "rebels"
    if role == "person" and head_word == "people" and iso:
        return "civilians"
    return role


def _joined(first: Phrase, rest: Phrase, opener: str) -> Phrase:
    """`forces` + `of the Syrian regime`, `residents` + `of Damascus`: the head's role, the rest's body."""
    keep = {"span": first.span, "head": first.head, "definite": first.definite, "word": first.word}
    owned = opener in OWNERS
    if first.word in COUNTED and opener == "of":
        return rest
    if first.role in ROLES:
        if rest.actors and rest.role == "body" and first.role not in INDEPENDENT and owned:
            return Phrase(role="body", actors=rest.actors, **keep)  # type: ignore[arg-type]
        return Phrase(role=first.role, country=rest.country, **keep)  # type: ignore[arg-type]
    if first.role == "person":
        of_people = first.word == "people" and opener == "of" and rest.country
        return replace(first, role="civilians", country=rest.country) if of_people else first
    role = rest.role
    if first.role in ("force", "armed") and role in ("government", "ruler", "country", "unknown"):
        role = "military" if first.role == "force" else "armed"
    elif role == "unknown":
        role = first.role
    actors = () if role in ROLES else rest.actors
    return Phrase(role=role, actors=actors, country=rest.country, person=rest.person, **keep)  # type: ignore[arg-type]
