"""LGL and TR-News of ../shared/bench/geo as documents with gold toponyms."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.gold import SHARED
from dateline.document import Document, Span
from dateline.mentions.places_barred import adjectives
from dateline.read.text import document_of

GEO = SHARED / "bench/geo"
NAMES = ("lgl", "TR-News")


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """A toponym of a corpus; coordinates None where the annotators found no entry."""

    span: Span
    phrase: str
    ref: str | None
    lat: float | None
    lon: float | None
    feature: str | None

    @property
    def adjective(self) -> bool:
        """True for `Syrian` and `Syrians`, which name people and things of a place."""
        return self.phrase.lower() in adjectives()


def articles(corpus: str) -> Iterator[tuple[Document, list[GoldToponym]]]:
    """Each article and its toponyms; offsets are moved where a corpus counts a lost first character."""
    for article in ET.parse(GEO / f"{corpus}.xml").getroot():
        text = article.findtext("text") or ""
        tags = [_toponym(text, tag) for tag in article.findall("toponyms/toponym")]
        name = article.get("docid") or "?"
        yield document_of(text, name=name, title=None), [t for t in tags if t is not None]


def _toponym(text: str, tag: ET.Element) -> GoldToponym | None:
    phrase, start = tag.findtext("phrase") or "", int(tag.findtext("start") or 0)
    place = next(
        (s for d in range(0, 30) for s in (start - d, start + d) if s >= 0 and text.startswith(phrase, s)),
        None,
    )
    if place is None:
        return None
    gaz = tag.find("gaztag")
    lat, lon = (tag.findtext(f"gaztag/{k}") or tag.findtext(k) for k in ("lat", "lon"))
    return GoldToponym(
        Span(place, place + len(phrase)),
        phrase,
        gaz.get("geonameid") if gaz is not None else None,
        float(lat) if lat else None,
        float(lon) if lon else None,
        tag.findtext("gaztag/fcode"),
    )
