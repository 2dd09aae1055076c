"""`show`: a report's text with the words of its claims in colour, each paragraph's claims under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.app import words
from dateline.claims.record import Claim, Source
from dateline.document import Block, Document, Span
from dateline.export.neutral import printable

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {
    "trigger": "bold reverse",
    "agent": "bold blue",
    "target": "bold magenta",
    "place": "green",
    "time": "cyan",
    "quantity": "yellow",
    "source": "underline blue",
    "cue": "underline",
    "loaded": "italic red",
}
"""Style of each role's words; where two overlap the one that stands first here wins."""


def reader(document: Document, claims: Sequence[Claim], *, why: bool) -> Text:
    """The whole page as one coloured text, ready to print or to page."""
    from rich.text import Text

    page = Text()
    for part in (document.name, document.title, document.outlet, document.published):
        if part:
            page.append(f"{printable(str(part))}  ", style="bold")
    if document.restated:
        page.append(f"the text says {document.restated}", style="red")
    page.append("\n")
    for note in document.notes:
        page.append(f"note: {printable(note)}\n", style="dim")
    for role, style in STYLES.items():
        page.append(role, style=style).append("  ")
    page.append("\n\n")
    for paragraph, told in _paragraphs(document, claims):
        page.append_text(_coloured(document, paragraph, claims)).append("\n")
        for claim in told:
            page.append_text(_claim(claim, why=why))
        page.append("\n")
    return page


def _paragraphs(document: Document, claims: Sequence[Claim]) -> Iterator[tuple[Span, list[Claim]]]:
    for span in _lines(document):
        yield span, [claim for claim in claims if span.start <= claim.span.start < span.end]


def _lines(document: Document) -> list[Span]:
    """Stretches of text to show together: blocks that no line end parts, marks with what they mark."""
    made: list[Span] = []
    for block in document.blocks or (Block(kind="paragraph", span=Span(0, len(document.text))),):
        before = made[-1] if made else None
        if before is not None and "\n" not in document.text[before.end : block.span.start]:
            made[-1] = Span(before.start, block.span.end)
        else:
            made.append(block.span)
    return made


def _coloured(document: Document, paragraph: Span, claims: Sequence[Claim]) -> Text:
    from rich.text import Text

    # `printable` keeps the length, so that offsets stay true.
    text = Text(printable(document.quote(paragraph)))
    marked = [pair for claim in claims for pair in _roles(claim) if paragraph.overlaps(pair[1])]
    order = list(STYLES)
    for role, span in sorted(marked, key=lambda pair: -order.index(pair[0])):
        text.stylize(STYLES[role], max(0, span.start - paragraph.start), span.end - paragraph.start)
    return text


def _roles(claim: Claim) -> Iterator[tuple[str, Span]]:
    yield "trigger", claim.span
    yield from (("agent", party.span) for party in claim.agents)
    yield from (("target", party.span) for party in claim.targets)
    yield from (("place", place.span) for place in claim.places)
    yield from (("quantity", figure.span) for figure in claim.quantities)
    yield from (("loaded", term.span) for term in claim.loaded_terms)
    if claim.time and claim.time.span:
        yield "time", claim.time.span
    for source in claim.attribution:
        if source.span:
            yield "source", source.span
        if source.cue_span:
            yield "cue", source.cue_span


def _claim(claim: Claim, *, why: bool) -> Text:
    from rich.text import Text

    made = Text("  ▸ ", style="dim").append(words.summary(claim), style="not dim")
    if claim.confidence is not None:
        made.append(f"  {claim.confidence:.2f}")
    made.append("\n")
    if why:
        for part, rule in reasons(claim):
            made.append(f"      {printable(part)}: {printable(rule)}\n", style="dim")
    return made


def reasons(claim: Claim) -> Iterator[tuple[str, str]]:
    """(part, the rule or model that produced it): the coder's own account, then each part's rule."""
    yield "id", claim.id
    yield "trigger", f"“{claim.trigger}” by {claim.rule or 'no rule named'}"
    yield from claim.why
    for role, parties in (("agent", claim.agents), ("target", claim.targets)):
        for party in parties:
            yield role, f"“{party.text}” = {party.actor or 'nobody known'} by {party.rule or 'the syntax'}"
    for place in claim.places:
        score = "" if place.score is None else f", score {place.score:.2f}"
        found = place.gazetteer or "in no gazetteer"
        origin = " inherited," if place.inherited else ""
        yield "place", f"“{place.text}” {place.role},{origin} {found}{score} by {place.rule or 'the syntax'}"
    if claim.time is not None:
        origin = ", inherited" if claim.time.inherited else ""
        yield "time", f"“{claim.time.text or ''}”{origin} by {claim.time.rule or 'the publication date'}"
    for figure in claim.quantities:
        yield "quantity", f"“{figure.text}” {words.measured(figure)} by {figure.rule or 'the syntax'}"
    yield from (("source", _source(source)) for source in claim.attribution)


def _source(source: Source) -> str:
    """`“the Pentagon” named_official, with “said” = USA:military, side USA:military by say.left`."""
    cue = f", with “{source.cue}”" if source.cue else ""
    side = f", side {source.side}" if source.side else ""
    known = f"{source.actor or 'nobody known'}{side}"
    return f"“{source.text}” {source.kind}{cue} = {known} by {source.rule or 'the syntax'}"
