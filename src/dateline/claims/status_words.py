"""Cues of whether an event happened among the words that hang on its own, and in a word that governs it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.claims.record import Status
from dateline.claims.status_hedged import is_of_author, of_outcome
from dateline.claims.status_lists import cue_words
from dateline.claims.syntax import DEFINITE, is_verbal
from dateline.lexicon import Entry, mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESENT = ("VBZ", "VBP")
_OPEN = frozenset({"clear", "unclear", "certain", "uncertain", "sure", "unsure"})
"""What it is said to be whether something is so."""
HANGING = {
    "aux": ("modal",),
    "advmod": ("modifier", "marker"),
    "amod": ("modifier",),
    "neg": ("modifier",),
    "compound": ("modifier",),
    "det": ("determiner",),
    "preconj": ("modifier",),
    "mark": ("marker",),
}
"""By how a word hangs on the event's, which cues of `status.yaml` it may be."""


def is_definite(noun: Token) -> bool:
    """True for a noun that the text takes for known: `the attack`, `their advance`."""
    return any(c.dep_ == "poss" or c.lower_ in DEFINITE for c in noun.children)


def governing(word: Token) -> Iterator[tuple[Status, str]]:
    """What a word sets for the event that it governs."""
    lemma = word.lemma_.lower()
    passive = any(c.dep_ == "auxpass" for c in word.children)
    entry = cue_words("past_governor").get(lemma) if word.tag_ == "VBD" else None
    entry = entry or cue_words("governor").get(lemma)
    if entry is None and passive:
        entry = cue_words("passive_governor").get(lemma)
    if entry is None and word.pos_ == "NOUN":
        entry = cue_words("noun_of").get(lemma)
    if entry is not None:
        aim = cue_words("marker")["to"]
        # `launched a raid to try to take the hill`: trying is what it is for.
        entry = aim if lemma == "try" and word.tag_ == "VB" and _is_aim(word) else entry
        if is_undone(word):
            yield ("ongoing" if lemma in cue_words("ending") else "occurred"), "governor.undone"
            return
        yield entry["sets"], entry.id
        if any(c.dep_ == "neg" for c in word.children):
            yield "denied", "governor.negated"


def is_undone(word: Token) -> bool:
    """`did not prevent`, `never stopped`, `failed to prevent`: what denies an event is itself denied."""
    denying = cue_words("governor")
    above = word.head if word.dep_ == "xcomp" else word
    if word.tag_[:2] != "VB" or denying.get(word.lemma_.lower()) is not denying["prevent"]:
        return False
    failed = above is not word and denying.get(above.lemma_.lower()) is denying["prevent"]
    return failed != any(child.dep_ == "neg" for each in {word, above} for child in each.children)


def flees(word: Token) -> bool:
    """`fled to avoid the shelling`: there is shelling."""
    if word.lemma_.lower() not in ("avoid", "escape") or word.tag_ != "VB":
        return False
    return word.head.lemma_.lower() in mapping("roles")["fleeing_verbs"]


def beside(word: Token, *, inside: range = range(0)) -> Iterator[tuple[Status, str]]:
    """Cues among the words that hang on `word`, each with the status it sets."""
    for child in word.children:
        if child.i in inside:
            continue
        if _leads(word, child):
            yield cue_words("inverted")[child.lower_]["sets"], cue_words("inverted")[child.lower_].id
            continue
        for where in HANGING.get(child.dep_, ()):
            entry = cue_words(where).get(child.lower_)
            if entry is not None and entry["sets"] == "possible" and is_of_author(word, child):
                yield "occurred", "hedge.author"
                continue
            if entry is not None and not (_only_noticed(word, child) or _asks(word, child)):
                unreal = cue_words("unreal").get(child.lower_) if _has_have(word) else None
                other = unreal or of_outcome(child)
                yield (_sets(entry, child), entry.id) if other is None else (other["sets"], other.id)
    if _is_due(word):
        yield cue_words("marker")["to"]["sets"], cue_words("marker")["to"].id
    if _is_aim(word):
        aim = _came(word) or cue_words("marker")["to"]
        yield aim["sets"], aim.id
    leading = next((c.nbor(-1).lower_ for c in word.children if c.tag_ == "TO" and c.i > 0), "")
    if (entry := cue_words("infinitive").get(leading)) is not None:
        yield entry["sets"], entry.id
    if word.tag_ == "VBG" and any(c.dep_ == "aux" and c.tag_ in PRESENT for c in word.children):
        yield "ongoing", "tense.progressive"
    if word.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.tag_ == "VBG" for c in word.children):
        yield "ongoing", "tense.progressive"


def _leads(word: Token, aux: Token) -> bool:
    """`should they leave`, `had they left`: an auxiliary before its subject, and no question."""
    if aux.dep_ != "aux" or aux.lower_ not in cue_words("inverted"):
        return False
    after = any(c.dep_ in ("nsubj", "nsubjpass") and c.i > aux.i for c in word.children)
    asked = aux.i > aux.sent.start and aux.nbor(-1).tag_ in ("WRB", "WP", "WDT")
    return after and not asked and not any(t.text == "?" for t in word.sent)


def _has_have(word: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "have" for child in word.children)


def _came(word: Token) -> Entry | None:
    """The cue by which `to` tells what came and no aim: `the first to be hit`, `came only to leave`."""
    to = next(child for child in word.children if child.lower_ == "to")
    if to.i > to.sent.start and (entry := cue_words("so").get(to.nbor(-1).lower_)) is not None:
        return entry
    if word.dep_ not in ("relcl", "acl"):
        return None
    named = (word.head, *word.head.children)
    return next((e for t in named if (e := cue_words("ordinal").get(t.lower_)) is not None), None)


def _only_noticed(word: Token, modal: Token) -> bool:
    """`gunfire could be heard`, `we can see smoke`: there is gunfire, and smoke."""
    return modal.lower_ in ("can", "could") and word.lemma_.lower() in mapping("roles")["noticing_verbs"]


def _asks(word: Token, marker: Token) -> bool:
    """`it is unclear if the jets were theirs`: a question, no condition."""
    above = word.head
    open_ = any(c.dep_ == "acomp" and c.lower_ in _OPEN for c in above.children)
    asked = word.dep_ == "ccomp" or (word.dep_ == "advcl" and open_)
    return marker.lower_ == "if" and asked and marker.i > above.i


def _is_due(word: Token) -> bool:
    """`was to have begun`, `is to withdraw`: what was agreed, whether or not it came; not `was to blame`."""
    due = word.dep_ == "xcomp" and word.head.lemma_ == "be" and word.lemma_.lower() != "blame"
    return due and any(c.tag_ == "TO" for c in word.children)


def _is_aim(word: Token) -> bool:
    return _is_purpose(word) and any(c.lower_ == "to" for c in word.children)


def _sets(entry: Entry, word: Token) -> Status:
    """What a cue sets: `would` is planned, conditional beside an `if`; what was done often is over."""
    if "done" in entry.fields and _is_done(word.head):
        over: Status = entry["done"]
        return over
    supposed = any(t.lower_ in entry.get("conditions", ()) for t in word.sent)
    status: Status = entry["with_condition" if supposed else "sets"]
    return status


def _is_done(word: Token) -> bool:
    """True under a perfect: `have often raided the town`, `have carried out regular raids on it`."""
    verb = word if is_verbal(word) else word.head
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _is_purpose(word: Token) -> bool:
    """`sent to attack`, `sites to be visited`."""
    if word.tag_ == "VBN":
        return word.dep_ == "relcl" and any(c.lower_ == "be" for c in word.children)
    return word.tag_ == "VB" and word.dep_ in ("advcl", "acl", "relcl", "ROOT")


def nobody(word: Token) -> Iterator[tuple[Status, str]]:
    """`nobody was hurt`, `no soldiers died`, `received no aid`."""
    if not is_verbal(word):
        return
    for child in word.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj"):
            first = child.lower_ if child.dep_ != "dobj" else ""
            entry = cue_words("nobody").get(first)
            if entry is None:
                entry = next(
                    (
                        e
                        for c in child.children
                        if c.dep_ == "det" and (e := cue_words("determiner").get(c.lower_))
                    ),
                    None,
                )
            if entry is not None:
                yield entry["sets"], entry.id
