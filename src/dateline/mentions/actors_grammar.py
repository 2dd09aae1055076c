"""How the words of an actor phrase add up: `rebel` + `fighters`, `forces` + `of the regime`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.document import Span
from dateline.lexicon.registry_states import ROLES, country_of
from dateline.mentions.actors_lexicon import Item, words_of

PRONOUNS = {
    **dict.fromkeys("they them their theirs themselves".split(), "they"),
    **dict.fromkeys("it its itself".split(), "it"),
    **dict.fromkeys("he him his himself she her hers herself".split(), "he"),
    **dict.fromkeys("we us our ours i me my mine".split(), "we"),
    **dict.fromkeys("who which that whose whom".split(), "who"),
}
INDEPENDENT = frozenset(["civilians", "medical", "media", "person", "judiciary", "protesters"])
"""Roles that a body named before them does not change: `ISIL hostages` are civilians."""
OWNING = frozenset(
    "military police government ruler rebels opposition militia intelligence armed medical judiciary".split()
)
"""Roles that own things: `army convoy`; `merchant vessel` belongs to nobody named."""
STAFF = "org:"
"""Begins the ids of bodies whose workers are theirs: `UN workers`."""
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


def best_country(item: Item) -> tuple[str, str]:
    """Country and field of a country item; a name or adjective before a capital before a region."""
    order = ("names", "adjectives", "capitals", "people", "regions", "peoples")
    iso, how = min((v.split("/") for v in item.values), key=lambda v: order.index(v[1]))
    return iso, how


def filled(role: str, mods: Sequence[str], iso: str | None, *, head_word: str) -> str:
    """`role` with the words before it: `rebel` + `fighters` are rebels, `regime` + `jets` the army's."""
    known = [m for m in mods if m in ROLES or m == "ruler"]
    if role == "force":
        if not known:
            return "military" if iso else "force"
        return {"government": "military", "ruler": "military", "opposition": "rebels"}.get(
            known[-1], known[-1]
        )
    if role == "armed" and known and known[-1] != "civilians":  # `the student militia` bears arms
        return {"opposition": "rebels", "government": "militia", "ruler": "militia"}.get(known[-1], known[-1])
    if role == "thing":
        if iso and not known and head_word in words_of("strongpoints"):
            return "military"
        owners = [m for m in (*mods,) if m in OWNING or m == "office"]
        return {"office": "government"}.get(owners[-1], owners[-1]) if owners else role
    if role in ("member", "collective"):
        armed = ["government" if m == "office" else m for m in mods if m in ("armed", "force", "office")]
        return known[-1] if known else (armed[-1] if armed else role)
    if role in ("military", "police") and known and known[-1] in ("rebels", "opposition"):
        return "rebels"
    whole = head_word in words_of("whole_government")
    if role == "government" and known[-1:] == ["opposition"] and not whole:
        return "opposition"  # `opposition senators`
    if role == "government" and known and head_word in words_of("envoys"):
        return known[-1] if known[-1] in ("military", "police", "rebels", "intelligence") else role
    if role == "person" and head_word == "people" and iso:
        return "civilians"
    return role


def is_staff(word: str, actors: Sequence[str]) -> bool:
    """True for the workers of a body above states, who are its own and no country's civilians."""
    return word in words_of("staff") and bool(actors) and actors[0].startswith(STAFF)


def joined(first: Phrase, rest: Phrase, opener: str) -> Phrase:
    """`forces` + `of the Syrian regime`, `residents` + `of Damascus`: the head's role, the rest's body."""
    keep = {"span": first.span, "head": first.head, "definite": first.definite, "word": first.word}
    owned = opener in words_of("owners")
    if (first.word in words_of("counted") or first.word.isdigit()) and opener == "of":
        return rest
    if first.role in ROLES:
        state = country_of(rest.actors[0]) if rest.actors else None
        apart = first.role in INDEPENDENT and not is_staff(first.word, rest.actors)
        if rest.actors and rest.role == "body" and not apart and owned and not state:
            return Phrase(role="body", actors=rest.actors, **keep)  # type: ignore[arg-type]
        return Phrase(role=first.role, country=rest.country or state, **keep)  # type: ignore[arg-type]
    if first.role == "person":
        of_people = first.word == "people" and opener == "of" and rest.country
        return replace(first, role="civilians", country=rest.country) if of_people else first
    role = rest.role
    if first.role == "member" and role == "collective" and not rest.country:
        return replace(rest, span=first.span, head=first.head)
    if first.role in ("force", "armed") and role in ("government", "ruler", "country", "unknown"):
        role = "military" if first.role == "force" else "armed"
    elif role == "unknown":
        role = first.role
    actors = () if role in ROLES else rest.actors
    return Phrase(role=role, actors=actors, country=rest.country, person=rest.person, **keep)  # type: ignore[arg-type]
