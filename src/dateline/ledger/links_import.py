"""Claims coded elsewhere, added to a ledger as a run of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.claims.record import Claim
from dateline.document import Block, Document, Span
from dateline.document.record import digest
from dateline.errors import ReadError, UsageError
from dateline.ledger.links_form import claim_from
from dateline.ledger.links_lines import Coded, Json, failure, gold, lines
from dateline.ledger.record import Coding, Failure, Fingerprint
from dateline.ledger.rows import document_of
from dateline.ledger.store import Ledger
from dateline.read.text import document_of as read_text
from dateline.resolve.places_given import resolve_given

NOTE = "only the words of its claims are known: imported without its text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One document that was added, or was there already (`new` is False)."""

    document: Document
    claims: int
    new: bool


def import_claims(
    ledger: Ledger, path: Path, *, texts: Path | None = None, version: str = ""
) -> Iterator[Imported | Failure]:
    """Add the claims of a file, a document at a time, in the file's order; a failure for each bad line.

    `path` is JSON lines in the claim format, or one gold file (`.json`, its text beside it). Texts come from
    the ledger, from `text` of the document's line, or from `NAME.txt` in `texts`. Places that come without
    entry and coordinates are resolved (`resolve.places_given`), by the coder of `version`. Raises UsageError
    when the file cannot be read, LedgerError.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read: {path}: {error.strerror}; name a file of claims") from None
    marks = digest(f"{version}\n{content.decode('latin-1')}")[:16]
    run = ledger.start(Fingerprint(coder=f"import:{path.name}", settings=marks, lexicon=str(texts or "")))
    found = list(gold(path, content) if path.suffix == ".json" else lines(path, content))
    for item in found:
        if isinstance(item, Coded):
            yield from _added(ledger, item, texts, run)
        else:
            ledger.fail(item, run=run)
            yield item
    ledger.finish(run)


def _added(ledger: Ledger, report: Coded, texts: Path | None, run: int) -> Iterator[Imported | Failure]:
    """The document added with the claims that are good, after a failure for each that is not."""
    document, failures = _document(ledger, report, texts)
    sha256 = document.id if document else _sha256(report.head)
    good, strange, bad = _good(ledger, report, sha256, document.text if document else None)
    for failed in (*failures, *bad):
        ledger.fail(failed, run=run)
        yield failed
    claims = tuple(sorted(good.values(), key=lambda c: c.span))
    document = document or _words_alone(report.head, sha256, claims)
    claims = _placed(claims, document, strange)
    new = ledger.add(Coding(document=document, claims=claims), run=run)
    yield Imported(document=document, claims=len(claims), new=new)


def _good(
    ledger: Ledger, report: Coded, sha256: str, text: str | None
) -> tuple[dict[str, Claim], set[str], list[Failure]]:
    """The claims that are good by id, the ids of those that dateline did not code, and why others are bad."""
    good: dict[str, Claim] = {}
    strange: set[str] = set()
    bad: list[Failure] = []
    elsewhere = _elsewhere(ledger, report, sha256)
    for ordinal, (where, made) in enumerate(report.claims):
        try:
            claim = claim_from(made, sha256=sha256, text=text, ordinal=ordinal)
            if claim.id in good or (claim.given_id is not None and claim.id in elsewhere):
                raise ValueError(f"another claim has its id: {claim.id}")
            good[claim.id] = claim
            # A claim with dateline's own id was coded by dateline, and keeps the nulls that it chose.
            strange |= {claim.id} - {made.get("id")} if claim.given_id is None else {claim.id}
        except ValueError as error:
            bad.append(failure(where, error))
    return good, strange, bad


def _placed(claims: tuple[Claim, ...], document: Document, ids: set[str]) -> tuple[Claim, ...]:
    """The claims, those of `ids` with their open places resolved."""
    placed = iter(resolve_given([c for c in claims if c.id in ids], document))
    return tuple(next(placed) if c.id in ids else c for c in claims)


def _document(ledger: Ledger, report: Coded, texts: Path | None) -> tuple[Document | None, list[Failure]]:
    """The document with its whole text, or None where that is not at hand; a failure for a wrong text."""
    head = report.head
    failures: list[Failure] = []
    known = _known(ledger, _sha256(head))
    said = {key: head[key] for key in ("title", "outlet", "published", "url") if head[key] is not None}
    if known is not None:
        return replace(known, **said), failures
    try:
        text = head["text"] if head["text"] is not None else _text(texts, head["name"])
        if text is None:
            return None, failures
        if head["sha256"] in (None, digest(text)):
            return replace(read_text(text, name=head["name"]), **said), failures
        failures.append(failure(report.where, "its text has another SHA-256: the words of claims are kept"))
    except (OSError, ValueError, ReadError) as error:
        failures.append(failure(report.where, error))
    return None, failures


def _sha256(head: Json) -> str:
    """The document's identity; of one that comes without, made of its name."""
    return head["sha256"] or (digest(head["text"]) if head["text"] is not None else digest(head["name"]))


def _known(ledger: Ledger, sha256: str) -> Document | None:
    found = ledger.ask("SELECT * FROM documents WHERE id = ?", [sha256])
    whole = [d for d in map(document_of, found) if d.sha256 is None]
    return whole[-1] if whole else None


def _text(texts: Path | None, name: str) -> str | None:
    if texts is None:
        return None
    # A name is a name, never a way out of the folder.
    path = texts / f"{Path(name).name}.txt"
    return path.read_bytes().decode("utf-8") if path.is_file() else None


def _elsewhere(ledger: Ledger, report: Coded, sha256: str) -> set[str]:
    """Which ids of the report's claims the ledger has in other documents: one question for all of them."""
    ids = [made["id"] for _, made in report.claims if isinstance(made.get("id"), str)]
    asked = "SELECT DISTINCT id FROM claims WHERE document <> ? AND id IN (SELECT unnest(?::VARCHAR[]))"
    return {id for (id,) in ledger.ask(asked, [sha256, ids])}


def _words_alone(head: Json, sha256: str, claims: tuple[Claim, ...]) -> Document:
    """A document of blanks with the words of its claims at their places."""
    spans: list[tuple[Span | None, str]] = [(c.span, c.trigger) for c in claims]
    spans += [(part.span, part.text) for c in claims for part in (*c.agents, *c.targets)]
    spans += [(part.span, part.text) for c in claims for part in c.places]
    spans += [(part.span, part.text) for c in claims for part in c.quantities]
    spans += [(part.span, part.text) for c in claims for part in c.attribution]
    length = max([head["characters"], *(span.end for span, _ in spans if span)])
    text = [" "] * length
    for span, words in spans:
        if span is not None and len(words) == span.end - span.start:
            text[span.start : span.end] = words
    return Document(
        name=head["name"],
        text="".join(text),
        title=head["title"],
        outlet=head["outlet"],
        published=head["published"],
        url=head["url"],
        notes=(NOTE,),
        blocks=(Block(kind="paragraph", span=Span(0, length)),) if length else (),
        sha256=sha256,
    )
