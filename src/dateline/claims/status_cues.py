"""Cues that say whether an event happened: words beside it, and words that govern it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dateline.claims.record import Status
from dateline.claims.syntax import DEFINITE, is_verbal
from dateline.lexicon import Entry, entries, mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = ("xcomp pcomp dobj pobj prep acl conj nsubjpass attr advcl ccomp oprd acomp").split()
BESIDE = ("dobj", "prep", "xcomp", "conj", "nsubjpass", "attr", "oprd", "acomp")
"""Parts of a clause whose verb's own cues are theirs too."""
PRESENT = ("VBZ", "VBP")


@cache
def _cues(where: str) -> dict[str, Entry]:
    return {word: e for e in entries("status") if e["where"] == where for word in e["words"]}


def cues_over(head: Token, *, inside: range = range(0)) -> Iterator[tuple[Status, str]]:
    """Cues over an event word, each with the status it sets.

    `inside` are the event's own words: the `not` of `did not agree` says what was done, not whether.
    """
    yield from beside(head, inside=inside)
    yield from _led(head, inside)
    yield from _nobody(head)
    for child in head.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield from (c for c in beside(child, inside=inside) if c[0] == "possible")
    yield from _as_subject(head)
    yield from _lasting(head)
    child = head
    for _ in range(4):
        governor = child.head
        if governor is child or child.dep_ not in CLIMB or _before(child):
            return
        if child.dep_ in ("advcl", "ccomp") and is_finite(child):
            entry = _cues("clause_governor").get(governor.lemma_.lower())
            if entry is not None and child.dep_ == "ccomp":
                yield entry["sets"], entry.id
            return
        if child.dep_ not in ("conj", "nsubjpass", "oprd", "acomp"):
            known = child.dep_ == "dobj" and is_definite(child)
            yield from (c for c in governing(governor) if not (known and c[0] == "planned"))
        if is_verbal(governor) and child.dep_ in BESIDE:
            if child.dep_ == "conj" and is_finite(child):
                return
            if child.dep_ == "prep" and not _light(governor):
                return
            if child.dep_ == "dobj" and is_definite(child) and not _light(governor):
                return
            yield from beside(governor, inside=inside)
        elif child.dep_ == "prep" and child.lower_ not in ("of", "for"):
            return
        if child.dep_ == "advcl":
            yield from beside(governor, inside=inside)
            return
        child = governor


def _led(head: Token, inside: range) -> Iterator[tuple[Status, str]]:
    """`apparent barrel bomb attacks`: the adjective before a name of several words is said of all of them."""
    if len(inside) > 1 and inside.start > head.sent.start:
        word = head.doc[inside.start - 1]
        entry = _cues("modifier").get(word.lower_)
        if entry is not None and word.dep_ == "amod" and word.head.i in inside and word.head is not head:
            yield entry["sets"], entry.id


def _before(child: Token) -> bool:
    """`after killing`, `despite the attack`: what came first is not touched by what is said of the rest."""
    return child.head.dep_ == "prep" and child.head.lower_ in (
        "after",
        "despite",
        "since",
        "before",
        "following",
    )


def _light(verb: Token) -> bool:
    return verb.lemma_.lower() in mapping("roles")["light_verbs"]


def is_definite(noun: Token) -> bool:
    """True for a noun that the text takes for known: `the attack`, `their advance`."""
    return any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in noun.children)


def _as_subject(head: Token) -> Iterator[tuple[Status, str]]:
    """`clashes continue`, `the death toll may rise`: the verb says it of its subject."""
    verb = head.head
    if head.dep_ not in ("nsubj", "nsubjpass") or not is_verbal(verb):
        return
    lasting = _cues("verb_of").get(verb.lemma_.lower())
    if lasting is not None:
        yield lasting["sets"], lasting.id
        return
    count = _cues("count").get(head.lemma_.lower())
    if count is not None and any(c.tag_ == "MD" or c.lower_ in count["open"] for c in (*verb.children, verb)):
        # A count of the dead that may still change is no event yet.
        yield count["sets"], count.id


def _lasting(head: Token) -> Iterator[tuple[Status, str]]:
    """`a coalition fighting the group`; `has been under siege since 2012`: no end is told."""
    if head.tag_ == "VBG" and head.dep_ == "acl" and head.lemma_.lower() in mapping("roles")["lasting_verbs"]:
        yield "ongoing", "tense.participle"
    state = _cues("state").get(head.lemma_.lower()) if head.dep_ == "amod" else None
    if state is not None and head.tag_ in ("VBN", "JJ"):
        yield state["sets"], state.id
    for word in (head, head.head, head.head.head):
        if any(c.tag_ in PRESENT and c.lemma_ == "have" for c in word.children) and any(
            c.lower_ in ("since", "for") and c.dep_ in ("prep", "mark") and _measures(c)
            for c in word.children
        ):
            if not is_verbal(head) or head.lemma_.lower() in mapping("roles")["lasting_verbs"]:
                yield "ongoing", "tense.since"
            return


def _measures(preposition: Token) -> bool:
    """True for `since 2012` and `for two years`."""
    return preposition.lower_ == "since" or any(c.ent_type_ in ("DATE", "TIME") for c in preposition.children)


def governing(word: Token) -> Iterator[tuple[Status, str]]:
    """What a word sets for the event that it governs."""
    lemma = word.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in word.children)
    entry = _cues("governor").get(lemma)
    if entry is None and passive:
        entry = _cues("passive_governor").get(lemma)
    if entry is None and word.pos_ == "NOUN":
        entry = _cues("noun_of").get(lemma)
    if entry is not None:
        yield entry["sets"], entry.id
        if any(c.dep_ == "neg" for c in word.children):
            yield "denied", "governor.negated"


def beside(word: Token, *, inside: range = range(0)) -> Iterator[tuple[Status, str]]:
    """Cues among the words that hang on `word`, each with the status it sets."""
    for child in word.children:
        if child.i in inside:
            continue
        for where, deps in (
            ("modal", ("aux",)),
            ("modifier", ("advmod", "amod", "neg", "compound")),
            ("determiner", ("det",)),
            ("marker", ("mark", "advmod")),
        ):
            entry = _cues(where).get(child.lower_)
            if child.dep_ in deps and entry is not None:
                yield _sets(entry, child), entry.id
    if _is_purpose(word) and any(c.lower_ == "to" for c in word.children):
        yield _cues("marker")["to"]["sets"], _cues("marker")["to"].id
    leading = next((c.nbor(-1).lower_ for c in word.children if c.tag_ == "TO" and c.i > 0), "")
    if (entry := _cues("infinitive").get(leading)) is not None:
        yield entry["sets"], entry.id
    if word.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in PRESENT for c in word.children):
        yield "ongoing", "tense.progressive"
    if word.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ == "VBG" for c in word.children):
        yield "ongoing", "tense.progressive"


def _sets(entry: Entry, word: Token) -> Status:
    """What a cue sets: `would` is planned, and conditional beside an `if`."""
    supposed = any(t.lower_ in entry.get("conditions", ()) for t in word.sent)
    status: Status = entry["with_condition" if supposed else "sets"]
    return status


def _is_purpose(word: Token) -> bool:
    """`sent to attack`, `sites to be visited`."""
    if word.tag_ == "VBN":
        return word.dep_ == "relcl" and any(c.lower_ == "be" for c in word.children)
    return word.tag_ == "VB" and word.dep_ in ("advcl", "acl", "relcl", "ROOT")


def _nobody(word: Token) -> Iterator[tuple[Status, str]]:
    """`nobody was hurt`, `no soldiers died`, `received no aid`."""
    if not is_verbal(word):
        return
    for child in word.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            first = child.lower_ if child.dep_ != "dobj" else ""
            entry = _cues("nobody").get(first)
            if entry is None:
                entry = next(
                    (
                        e
                        for c in child.children
                        if c.dep_ == "det" and (e := _cues("determiner").get(c.lower_))
                    ),
                    None,
                )
            if entry is not None:
                yield entry["sets"], entry.id


def is_finite(word: Token) -> bool:
    """True for a verb with a tense of its own."""
    return word.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in word.children
    )
