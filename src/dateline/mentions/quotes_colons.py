"""Who speaks before a colon: `Ministry: bridge destroyed`; not the place or topic of a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.annotate import Parse, Sentence
from dateline.lexicon.gazetteer import country_terms
from dateline.lexicon.registry import names_body
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.quotes_found import Found
from dateline.mentions.quotes_headlines import is_spokesbody
from dateline.mentions.quotes_spans import NOMINAL
from dateline.mentions.quotes_subjects import is_time, speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

_COLON_LONGEST = 7
"""Words before the colon of `Ministry: ...`; longer is a sentence that introduces a list."""
_LABELS = frozenset(
    "note latest correction source update updated analysis opinion exclusive video photo photos watch "
    "breaking live caption background related headline topic subject over special".split()
)
"""Words before a colon that say what a piece of text is, and title words: nobody speaks."""


def colon_quotes(parse: Parse, sentence: Sentence) -> Iterator[Found]:
    """`Ministry: bridge destroyed`; what stands at a headline's end is found in `quotes_headlines.py`."""
    words = parse.lowers[sentence.first : sentence.last]
    if ":" not in words:
        return
    doc, colon = parse.doc, sentence.first + words.index(":")
    if colon + 2 >= sentence.last:
        return
    lead = [t for t in parse.tokens[sentence.first : colon] if not t.is_space]
    plain = all(t.pos_ in NOMINAL | {"ADJ", "DET", "ADP", "PART"} for t in lead)
    body = bool(lead) and names_body(doc[lead[0].i : colon].text)
    # `PORT AMBER: ...` is where a report was filed, not who says it.
    filed = all(t.ent_type_ in ("GPE", "LOC", "FAC") or t.text.isupper() for t in lead) and not body
    if (
        filed
        or _is_place(parse, lead)
        or any(is_time(t) for t in lead)
        or any(t.lower_ in _LABELS for t in lead)
        or (lead and lead[-1].lower_ in words_of("topics"))
    ):
        return
    if not (body or any(speaks(t) or is_spokesbody(t.lower_) for t in lead)):
        return
    if lead and len(lead) <= _COLON_LONGEST and plain and lead[0].pos_ in ("PROPN", "NOUN", "DET", "ADJ"):
        yield Found("colon", (colon, colon + 1), (lead[0].i, colon), ((colon + 1, sentence.last),), "right")


def _is_place(parse: Parse, lead: Sequence[Token]) -> bool:
    """`Port Amber: nine dead in raid`: a country, or a name that the report puts events in."""
    if not lead or any(t.pos_ != "PROPN" for t in lead):
        return False
    name = parse.doc[lead[0].i : lead[-1].i + 1].text
    within = rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Tt]owards?) {re.escape(name)}\b(?!['’])"
    return name.lower() in country_terms() or bool(re.search(within, parse.document.text))
