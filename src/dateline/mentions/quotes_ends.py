"""Where the content of a reporting verb ends: at the next statement, another speaker, or a main clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotate import Sentence
from dateline.mentions.quotes_answers import before_answer
from dateline.mentions.quotes_cues import phrase_length, verb_cues
from dateline.mentions.quotes_next import next_act, set_beside
from dateline.mentions.quotes_spans import QUOTE_MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTRASTS = ("while", "whereas")
"""Words that set one clause against another."""


def right_end(verb: Token, after: int, sentence: Sentence) -> int:
    """Where content right of a verb ends: the sentence, or the next statement joined to the verb."""
    end = sentence.last
    if verb.dep_ in ("advcl", "ccomp") and after <= verb.right_edge.i < verb.head.i:
        # `While the army said nine died, the rebels spoke of two`: what follows is none of the army's.
        end = verb.right_edge.i + 1
    if verb.dep_ == "relcl" and _does(verb.head) and after <= verb.right_edge.i < verb.head.head.i:
        # `The men, who say they are herders, burned a mill`: the burning is none of what they say.
        end = min(end, verb.right_edge.i + 1)
    end = _before_contrast(verb, after, end)
    end = before_answer(verb, after, _before_blame(verb, after, end))
    end = set_beside(verb, after, next_act(verb, after, end))
    for child in verb.children:
        if child.i <= after or child.pos_ not in ("VERB", "AUX"):
            continue
        joined = child.dep_ == "conj" and not any(
            c.lower_ == "that" and c.dep_ == "mark" for c in child.children
        )
        joined = joined and (
            bool(verb_cues(child)) or not any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
        )
        beside = child.dep_ in ("advcl", "ccomp", "parataxis") and bool(verb_cues(child))
        if child.dep_ == "ccomp" and _is_told(child):
            beside = False
        if joined or beside:
            end = min(end, max(after + 1, _clause_start(child, after)))
    return end


def _does(noun: Token) -> bool:
    return noun.dep_ in ("nsubj", "nsubjpass")


def _is_told(verb: Token) -> bool:
    """What troops do in `saying troops massed near the port threatened it`: an object and no subject."""
    done = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.rights)
    return done and verb.tag_ != "VBG" and not any(_does(c) for c in verb.children)


def _before_blame(verb: Token, after: int, end: int) -> int:
    """Where `blaming the army` tells what else the speaker did; else `end`."""
    doc = verb.doc
    for i in range(after + 2, end):
        if doc[i].text in QUOTE_MARKS:
            break
        told = doc[i].tag_ == "VBG" and any(cue.id == "accuse" for cue in verb_cues(doc[i]))
        if told and doc[i].dep_ == "advcl" and doc[i - 1].pos_ not in ("ADP", "AUX", "SCONJ", "PART", "ADV"):
            return i - (doc[i - 1].text == ",")
    return end


def _before_contrast(verb: Token, after: int, end: int) -> int:
    """Where `while the rebels said ...`, or `while ..., according to the rebels`, sets another speaker
    against this one; else `end`."""
    doc = verb.doc
    for i in range(after + 1, end - 1):
        if doc[i].text in QUOTE_MARKS:
            break
        if doc[i].lower_ in CONTRASTS and doc[i].dep_ == "mark":
            other = doc[i].head
            told = [
                t
                for t in doc[i:end]
                if any(c.stance == "speech" and "clause" in c.takes for c in verb_cues(t))
            ]
            if told and told[0] in (other, *other.children) and any(c.dep_ == "nsubj" for c in told[0].lefts):
                return i
            words = [t.lower_ for t in doc[i:end]]
            if any(phrase_length(words, at) for at in range(len(words))):
                return i
    return end


def _clause_start(verb: Token, after: int) -> int:
    first = max(verb.left_edge.i, after + 1)
    doc = verb.doc
    while first - 1 > after and (
        doc[first - 1].pos_ in ("CCONJ", "PUNCT", "SCONJ") or doc[first - 1].is_space
    ):
        first -= 1
    return first
