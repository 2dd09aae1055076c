"""Whose the dead of an incident were: of each side, civilians, or not told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.claims.record import Claim, Figure, Party
from dateline.document import Span
from dateline.link.belligerents import body_of, one_side
from dateline.link.differ import differ
from dateline.link.evidence import actors, allied, bodies_hit, enemies
from dateline.link.figures import Count, figure_range, is_war_total, total
from dateline.link.record import Belligerents, FigureRange, Rule, Victims, VictimToll
from dateline.link.sides import is_bystander
from dateline.mentions.actors_phrase import phrase_of

TOLD = ("occurred", "ongoing", "possible")
MEASURE = "killed"
PEOPLE = ("unknown", "person", "member")
"""What the words of a figure are that say no more of the dead than their number: `12`, `100 men`."""
KNOWN: tuple[Victims, ...] = ("first", "second", "civilians")


def victim_tolls(
    claims: Sequence[Claim], origins: Mapping[str, str], sides: Belligerents, *, rule: Rule
) -> tuple[VictimToll, ...]:
    """The dead of each group that a claim counts, with low, best and high; running totals count nothing.

    The dead of whom nobody says whose they were are taken to hold those of whom somebody does: what is left
    of them is `unknown`, so that nobody is counted twice.
    """
    counted: defaultdict[Victims, list[Count]] = defaultdict(list)
    for claim in claims:
        for victims, count in _dead(claim, origins.get(claim.id, ""), sides):
            counted[victims].append(count)
    for armed in ("first", "second"):
        _same_people(armed, counted)
    tolls = [
        VictimToll(victims=v, bodies=_bodies(v, sides), toll=figure_range(MEASURE, counted[v], rule))
        for v in KNOWN
        if counted[v]
    ]
    if counted["unknown"]:
        rest = _rest(figure_range(MEASURE, counted["unknown"], rule), [t.toll for t in tolls])
        tolls.append(VictimToll(victims="unknown", bodies=(), toll=rest))
    return tuple(tolls)


def _same_people(armed: Victims, counted: dict[Victims, list[Count]]) -> None:
    """Moves to `unknown` the dead whom one claim calls fighters, another civilians, in one number.

    A claim that counts both tells that they are two groups of people.
    """
    if {c.claim.id for c in counted[armed]} & {c.claim.id for c in counted["civilians"]}:
        return
    pairs = [(a, b) for a in counted[armed] for b in counted["civilians"] if _may_be_one(a, b)]
    for victims, disputed in ((armed, [a for a, _ in pairs]), ("civilians", [b for _, b in pairs])):
        moved = [c for c in counted[victims] if c in disputed]
        counted[victims] = [c for c in counted[victims] if c not in disputed]
        counted["unknown"].extend(moved)


def _may_be_one(fighters: Count, civilians: Count) -> bool:
    """True when two counts of one number may be of one deed: whom a side killed are not whom it lost."""
    a, b = fighters.claim, civilians.claim
    return not differ(fighters, civilians) and not enemies(a, b) and not allied(actors(b), bodies_hit(a))


def _bodies(victims: Victims, sides: Belligerents) -> tuple[str, ...]:
    return {"first": sides.first, "second": sides.second}.get(victims, ())


def _rest(whole: FigureRange, known: Sequence[FigureRange]) -> FigureRange:
    """What is left of a toll of people when those are taken off whose side is told."""

    def left(of: float | None, taken: Iterable[float | None]) -> float:
        return max((of or 0) - sum(t or 0 for t in taken), 0)

    return FigureRange(
        measure=whole.measure,
        low=left(whole.low, (k.high for k in known)),
        best=left(whole.best, (k.best for k in known)),
        high=left(whole.high, (k.low for k in known)),
        low_claims=whole.low_claims,
        best_claims=whole.best_claims,
        high_claims=whole.high_claims,
        rule=f"{whole.rule}; without those whose side is told" if known else whole.rule,
    )


def _dead(claim: Claim, origin: str, sides: Belligerents) -> Iterator[tuple[Victims, Count]]:
    """A claim's dead by group: parts of a group of their own are told apart from their whole."""
    if claim.status not in TOLD:
        return
    by_group: defaultdict[Victims, list[Figure]] = defaultdict(list)
    for figure in claim.quantities:
        if figure.measure != MEASURE or figure.cumulative:
            continue
        victims = _victims(figure, claim, sides)
        whole = None if figure.part_of is None else claim.quantities[figure.part_of]
        if whole is None or (victims != "unknown" and victims != _victims(whole, claim, sides)):
            by_group[victims].append(figure)
    for victims, figures in by_group.items():
        found = total(figures)
        if found is not None:
            low, high, bound = found
            count = Count(claim, MEASURE, low, high, bound, origin, cumulative=False)
            if not is_war_total(count):
                yield victims, count


def _victims(figure: Figure, claim: Claim, sides: Belligerents) -> Victims:
    """Whom a figure counts: the target that it stands in, else whom its words name, else the only target."""
    counted = [t for t in claim.targets if _overlap(t.span, figure.span)]
    if any(body_of(t) for t in counted):
        return _group(counted, sides)
    phrase = phrase_of(figure.text, Span(0, len(figure.text)))
    if phrase.actors:
        return _group_of_bodies(phrase.actors, sides)
    if is_bystander(f":{phrase.role}"):
        return "civilians"
    if phrase.role not in PEOPLE or claim.action != "kill":
        return "unknown"
    # The target of `kill` is whom the dead belong to (codebook, section 3): `the army lost 100 men`.
    others = [t for t in claim.targets if t not in counted and not _is_counted(t, claim)]
    if not others or len(others) + len(counted) < len(claim.targets):
        return "unknown"
    found = _group(others, sides)
    # `Forty people, most of them civilians`: not all of them.
    return "unknown" if counted and found == "civilians" else found


def _is_counted(party: Party, claim: Claim) -> bool:
    """True of a target that another figure counts, or words with a number of their own."""
    return any(c.isdigit() for c in party.text) or any(_overlap(party.span, f.span) for f in claim.quantities)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _group(parties: Iterable[Party], sides: Belligerents) -> Victims:
    return _group_of_bodies([body_of(p) for p in parties], sides)


def _group_of_bodies(bodies: Iterable[str | None], sides: Belligerents) -> Victims:
    """The one group that all bodies are of, else `unknown`."""
    found = {_group_of_body(body, sides) for body in bodies}
    return found.pop() if len(found) == 1 else "unknown"


def _group_of_body(body: str | None, sides: Belligerents) -> Victims:
    if body is None:
        return "unknown"
    if is_bystander(body):
        return "civilians"
    first, second = (
        bool(side) and not is_bystander(side[0]) and one_side(body, side[0])
        for side in (sides.first, sides.second)
    )
    if first == second:
        return "unknown"
    return "first" if first else "second"
