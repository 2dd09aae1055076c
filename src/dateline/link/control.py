"""Who held a place and when, by source: capture, loss and presence as intervals. Disputes stay."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.claims.record import HAPPENED, Claim, Party, Place
from dateline.lexicon.actions import action_set
from dateline.link.control_doubts import UNDATED, rival_takers, taken_twice
from dateline.link.record import ControlLine, Report
from dateline.link.sides import rivals, side_of
from dateline.link.words import knowledge, place_name, words_of
from dateline.mentions.numbers_words import words as number_words

TAKES = ("capture", "hold", "hand_over")
"""The agent (of `hand_over` the target) holds the place from then on."""
LEAVES = ("withdraw",)
"""The agent no longer holds it."""
LOSES = ("capture", "drive_back")
"""The target no longer holds it."""


@dataclass(frozen=True, slots=True)
class _Change:
    holder: str
    place: Place
    gained: bool
    start: dt.date | None
    end: dt.date | None
    claim: Claim

    @property
    def precision(self) -> str | None:
        """How exactly the text tells its days, None where it tells none."""
        return self.claim.time.precision if self.claim.time and self.start is not None else None


def control(claims: Iterable[Claim], reports: Mapping[str, Report]) -> tuple[ControlLine, ...]:
    """Every interval of every holder of every place as each source tells it, by place, source and day.

    An interval without a dated start keeps None (its report's date is in `reported`). It ends where the same
    source tells the loss or a rival's gain; one without a day ends it by the day of its report, with a doubt.
    Otherwise it ends with the days the claim itself names.
    """
    changes: defaultdict[tuple[str, str], list[_Change]] = defaultdict(list)
    for claim in claims:
        if claim.status in HAPPENED:
            for change in _changes(claim):
                changes[_key(change.place), according_to(claim, reports)].append(change)
    lines = [line for (_, who), listed in sorted(changes.items()) for line in _history(listed, who, reports)]
    return tuple(sorted(taken_twice(lines), key=_order))


def held_on(lines: Iterable[ControlLine], day: dt.date) -> tuple[ControlLine, ...]:
    """The lines that hold on a day; an open end holds on, an unknown start counts from the report's day."""
    return tuple(
        x
        for x in lines
        if (x.start or x.reported or dt.date.max) <= day and (x.until is None or day <= x.until)
    )


def according_to(claim: Claim, reports: Mapping[str, Report]) -> str:
    """The speaker's words, or the outlet's name where it speaks itself."""
    if claim.attribution:
        return claim.attribution[-1].text
    report = reports.get(claim.document)
    return (report.outlet or report.name) if report else claim.document[:12]


def _key(place: Place) -> str:
    name = place_name(place.text)
    if place.gazetteer:
        return f"{place.gazetteer} {_label(place)}"
    return f"{name.key}~area" if name.broad else name.key


def _label(place: Place) -> str:
    """`Orvane`, `part of Orvane`, `the Orvane airport (Orvane)`: who holds a part does not hold the whole."""
    if place.name is None:
        return place.text
    if place.role == "in_part_of":
        return f"part of {place.name}"
    sites = knowledge()["sites"]
    at_site = not sites.isdisjoint(words_of(place.text)) and sites.isdisjoint(words_of(place.name))
    return f"{place.text} ({place.name})" if at_site else place.name


def _changes(claim: Claim) -> Iterator[_Change]:
    places = [p for p in claim.places if p.role in ("at", "in_part_of", "along", "between")]
    if claim.action in action_set("leaves"):
        places = [p for p in claim.places if p.role == "from"] or places
    start, end = (
        (claim.time.start, claim.time.end)
        if claim.time and claim.time.precision != "unknown"
        else (None, None)
    )
    # A state may be told of several places; one taken over from elsewhere is not among them.
    own = [p for p in places if not p.inherited] or places
    for place in own[:1] if claim.action != "hold" else own:
        for holder, gained in _holders(claim):
            if place_name(holder).key == place_name(place.text).key:
                continue  # `Orun falls`: a place holds nothing
            yield _Change(holder, place, gained, start, end, claim)


def _holders(claim: Claim) -> Iterator[tuple[str, bool]]:
    taker = claim.targets if claim.action == "hand_over" else claim.agents
    giver = claim.agents if claim.action == "hand_over" else claim.targets
    if claim.action in TAKES:
        yield from ((_who(p), True) for p in taker if not _is_counted(p))
    if claim.action in LEAVES:
        yield from ((_who(p), False) for p in claim.agents if not _is_counted(p))
    if claim.action in LOSES or claim.action == "hand_over":
        yield from ((_who(p), False) for p in giver if not _is_counted(p))


def _is_counted(party: Party) -> bool:
    """True for `35 fighters` of nobody known: so many men are no body that holds a place."""
    first = party.text.lower().split()[:1]
    return party.actor is None and any(w[0].isdigit() or w in number_words().small for w in first)


def _who(party: Party) -> str:
    return party.actor or party.text


def _history(changes: Sequence[_Change], who: str, reports: Mapping[str, Report]) -> Iterator[ControlLine]:
    """One source's lines for one place: gains, each ended by the next loss or rival gain it tells."""
    seen = set()
    for change in changes:
        if not change.gained:
            told = any(c.gained and c.holder == change.holder for c in changes)
            for line in () if told else _loss(change, who, reports):
                if (line.holder, line.start, line.until) not in seen:
                    seen.add((line.holder, line.start, line.until))
                    yield line
            continue
        until, doubt, precision = _lost(change, changes, reports)
        if until is None and change.claim.action == "hold" and change.claim.status == "occurred":
            until, precision = change.end, change.precision
        line = _line(change, who, reports, start=change.start, until=until)
        line = replace(line, start_precision=change.precision, until_precision=precision)
        # Parts of a town may be held by rivals; none takes it with the other.
        takers = [h for h, gained in _holders(change.claim) if gained and change.claim.action != "hold"]
        line = replace(line, doubt=rival_takers(takers) or doubt)
        if (line.holder, line.start, line.until) not in seen:
            seen.add((line.holder, line.start, line.until))
            yield line


def _loss(change: _Change, who: str, reports: Mapping[str, Report]) -> Iterator[ControlLine]:
    """What a loss says of the time before it; of one without any day nothing can be said."""
    until = _before(change.start)
    doubt = None
    if until is None and (until := _reported(change.claim, reports)) is not None:
        doubt = UNDATED
    if until is not None:
        line = _line(change, who, reports, start=None, until=until)
        yield replace(line, doubt=doubt, until_precision=change.precision)


def _lost(
    gain: _Change, changes: Iterable[_Change], reports: Mapping[str, Report]
) -> tuple[dt.date | None, str | None, str | None]:
    """The last day of a hold, the doubt of it, and how exactly it is told.

    A loss without a day was by the day of its report.
    """
    # What came before the report of an undated gain cannot be said to have ended it.
    since = gain.start or _reported(gain.claim, reports)
    ends = [
        (day, change.start is None, change.precision)
        for change in changes
        if (day := change.start or _reported(change.claim, reports)) is not None
        and (since is None or day > since)
        and (rivals(change.holder, gain.holder) if change.gained else change.holder == gain.holder)
    ]
    if not ends:
        return None, None, None
    day, undated, precision = min(ends, key=lambda end: end[:2])
    return (day, UNDATED, None) if undated else (_before(day), None, precision)


def _before(day: dt.date | None) -> dt.date | None:
    return None if day is None else day - dt.timedelta(days=1)


def _line(
    change: _Change, who: str, reports: Mapping[str, Report], *, start: dt.date | None, until: dt.date | None
) -> ControlLine:
    report = reports.get(change.claim.document)
    return ControlLine(
        place=_label(change.place),
        gazetteer=change.place.gazetteer,
        holder=change.holder,
        start=start,
        until=until,
        according_to=who,
        side=side_of(change.claim, report),
        claim=change.claim.id,
        lat=change.place.lat,
        lon=change.place.lon,
        reported=_reported(change.claim, reports),
    )


def _reported(claim: Claim, reports: Mapping[str, Report]) -> dt.date | None:
    """The day of the report; of one that has only a dateline, what its undated claims took from that."""
    report = reports.get(claim.document)
    if report is not None and report.published is not None:
        return report.published
    return claim.time.start if claim.time is not None and claim.time.precision == "unknown" else None


def _order(line: ControlLine) -> tuple[str, str, str, str]:
    start = (line.start or line.reported or dt.date.max).isoformat()
    return place_name(line.place).key, start, line.according_to, line.claim
