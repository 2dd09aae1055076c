"""Cues that say whether an event happened, on the way from its word up to what governs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.claims.record import Status
from dateline.claims.status_denied import disowned, left_open, refuted
from dateline.claims.status_hedged import awaited, hedged_before
from dateline.claims.status_lasting import lasting
from dateline.claims.status_lists import cue_words
from dateline.claims.status_subjects import as_subject, to_end
from dateline.claims.status_words import (
    beside,
    flees,
    governing,
    is_definite,
    is_undone,
    nobody,
)
from dateline.claims.syntax import is_finite, is_verbal
from dateline.lexicon import Entry, mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = ("xcomp pcomp dobj pobj prep acl conj nsubjpass attr advcl ccomp oprd acomp").split()
BESIDE = ("dobj", "prep", "xcomp", "conj", "nsubjpass", "attr", "oprd", "acomp")
"""Parts of a clause whose verb's own cues are theirs too."""

_AT = frozenset({"for", "to", "of", "on", "upon", "against", "with"})
"""Prepositions before what one plans: `prepare for a raid`; not `decided because of` one."""
_FIRST = frozenset({"after", "despite", "since", "before", "following"})


def cues_over(head: Token, *, inside: range = range(0)) -> Iterator[tuple[Status, str]]:
    """Cues over an event word, each with the status it sets.

    `inside` are the event's own words: the `not` of `did not agree` says what was done, not whether.
    """
    yield from _at(head, inside)
    if ended := list(to_end(head)):
        yield from ended
        return
    child = head
    for _ in range(4):
        governor = child.head
        if governor is child or child.dep_ not in CLIMB or _before(child):
            return
        if left_open(governor):
            yield "possible", "governor.open"
            return
        if child.dep_ in ("advcl", "ccomp") and is_finite(child):
            yield from _over_clause(child)
            return
        if (given := _given(child)) is not None:
            yield given["sets"], given.id
            return
        if flees(governor):
            return
        if child.dep_ == "acl" and child.tag_ == "VBN" and not is_finite(child):
            return  # `the road opened by the guild will be closed`: what is said of it came first
        yield from _of_governor(child)
        yield from _beside_infinitive(child)
        yield from _in_vain(child)
        yield from _unproven(child)
        yield from refuted(child)
        if not _reaches(child) or is_undone(governor):
            yield from hedged_before(child)
            return
        if child.dep_ == "advcl" or (is_verbal(governor) and child.dep_ in BESIDE):
            known = is_definite(child)
            said = beside(governor, inside=inside)
            # `whether the strikes were theirs`: whose they were is asked, not whether they were.
            yield from (c for c in said if not (known and c[1] == cue_words("marker")["whether"].id))
        if child.dep_ == "advcl":
            return
        child = governor


def _at(head: Token, inside: range) -> Iterator[tuple[Status, str]]:
    """Cues that stand at the event's own word, and in what it is the subject of."""
    yield from beside(head, inside=inside)
    yield from _led(head, inside)
    yield from awaited(head)
    yield from _attempted(head)
    yield from disowned(head)
    yield from nobody(head)
    if head.i and is_verbal(head) and (just := cue_words("just").get(head.nbor(-1).lower_)) is not None:
        yield just["sets"], just.id
    for child in head.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            yield from (c for c in beside(child, inside=inside) if c[0] == "possible")
    yield from as_subject(head)
    yield from lasting(head)


def _over_clause(verb: Token) -> Iterator[tuple[Status, str]]:
    """What the governor of a clause with a tense of its own sets for it: `denied that they fired`."""
    entry = cue_words("clause_governor").get(verb.head.lemma_.lower())
    if entry is not None and verb.dep_ == "ccomp":
        yield entry["sets"], entry.id


def _given(child: Token) -> Entry | None:
    """The cue of a word whose object has happened: `to quell protests`, `revenge for the raid`."""
    if child.dep_ not in ("dobj", "prep", "nsubjpass"):
        return None
    return cue_words("given").get(child.head.lemma_.lower())


def _beside_infinitive(child: Token) -> Iterator[tuple[Status, str]]:
    """`plotted to burn the mill and then attack`: a bare verb goes with the infinitive."""
    above = child.head
    while above.dep_ == "conj":
        above = above.head
    bare = child.tag_ == "VB" or (child.tag_ == "VBP" and above.tag_ not in ("VBP", "VBZ"))
    if child.dep_ != "conj" or not bare or any(c.dep_ in ("nsubj", "aux", "neg") for c in child.children):
        return
    before = [t for t in above.subtree if t.i < child.i and t.tag_ == "VB" and t.dep_ == "xcomp"]
    if before:
        yield from governing(before[-1].head)


def _of_governor(child: Token) -> Iterator[tuple[Status, str]]:
    """What the governor itself sets; it plans nothing that is known: `tried men who planned the attack`."""
    accused = cue_words("accused").get(child.lemma_.lower()) if child.dep_ == "dobj" else None
    if accused is not None and child.head.lemma_.lower() in cue_words("clause_governor"):
        yield accused["sets"], accused.id
    elif child.dep_ == "oprd":
        # `feared dead`; who is `found dead` is dead.
        yield from (c for c in governing(child.head) if c[1] == cue_words("governor")["fear"].id)
    elif child.dep_ not in ("conj", "nsubjpass", "acomp"):
        known = child.dep_ == "dobj" and is_definite(child)
        apart = child.head.pos_ == "ADP" or (child.dep_ == "prep" and child.lower_ not in _AT)
        yield from (c for c in governing(child.head) if not ((known or apart) and c[0] == "planned"))


def _in_vain(child: Token) -> Iterator[tuple[Status, str]]:
    """`a failed bid to take the hill`, `made no attempt to storm it`."""
    bid = child.head
    if child.dep_ == "acl" and child.tag_ == "VB" and bid.lemma_.lower() in cue_words("governor"):
        yield from (c for c in beside(bid) if c[0] == "denied")


def _unproven(child: Token) -> Iterator[tuple[Status, str]]:
    """`no evidence that they raided the port`, `no sign of a raid`."""
    entry = cue_words("unproven").get(child.head.lemma_.lower())
    if entry is not None and any(c.lower_ == "no" for c in child.head.children):
        yield entry["sets"], entry.id


def _attempted(noun: Token) -> Iterator[tuple[Status, str]]:
    """`an assassination attempt`, `a coup plot`."""
    if noun.dep_ == "compound":
        yield from governing(noun.head)


def _reaches(child: Token) -> bool:
    """True if what is said of the governor is said of `child` too."""
    governor = child.head
    if not (is_verbal(governor) and child.dep_ in BESIDE):
        return child.dep_ != "prep" or child.lower_ in ("of", "for") or _taking_part(governor)
    if child.dep_ == "conj":
        return not is_finite(child)
    apart = child.dep_ == "prep" or (child.dep_ == "dobj" and is_definite(child))
    return not apart or _light(governor)


def _led(head: Token, inside: range) -> Iterator[tuple[Status, str]]:
    """`apparent barrel bomb attacks`: the adjective before a name of several words is said of all of them."""
    if len(inside) > 1 and inside.start > head.sent.start:
        word = head.doc[inside.start - 1]
        entry = cue_words("modifier").get(word.lower_)
        if entry is not None and word.dep_ == "amod" and word.head.i in inside and word.head is not head:
            yield entry["sets"], entry.id


def _before(child: Token) -> bool:
    """`after killing`, `despite the attack`: what came first is not touched by what is said of the rest."""
    return child.head.dep_ == "prep" and child.head.lower_ in _FIRST


def _taking_part(noun: Token) -> bool:
    """`denied any role in the raid`: what is said of the role is said of the raid."""
    return noun.lemma_.lower() in mapping("roles")["responsible_nouns"]


def _light(verb: Token) -> bool:
    return verb.lemma_.lower() in mapping("roles")["light_verbs"]
