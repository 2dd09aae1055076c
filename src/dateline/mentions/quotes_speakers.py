"""Who speaks: the noun phrase that is the subject of a reporting verb, found by parse, then by tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.lexicon.registry import names_outlet
from dateline.mentions.quotes_closing import closing_speaker
from dateline.mentions.quotes_cues import verb_cues
from dateline.mentions.quotes_run_on import alone, filed, without_aside, without_mood
from dateline.mentions.quotes_spans import NOMINAL, Tokens, acts, phrase, walk_left
from dateline.mentions.quotes_subjects import is_time, speaks, subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEVER_OF_THINGS = frozenset({"said", "says", "added"})
"""Verbs whose apparent object is their speaker (`said the mayor`), save the few things one can say."""
_SAYABLE = frozenset(
    "nothing something anything little much more no yes so this that it what prayers goodbye word".split()
)
AGENCY = 3
"""Words of the longest agency's name that is looked for right before its verb."""
_ASIDE = ("VBN", "VBG", "WP", "WDT", "IN")
"""Tags of a word that opens an aside between commas."""
_WHERE = frozenset({"in", "at", "from", "of", "for", "on", "near", "inside", "outside", "across"})
_INVERTED = frozenset(
    {"dobj", "attr", "oprd", "appos", "nsubj", "dep", "npadvmod", "pobj", "ROOT", "nsubjpass"}
)


def speaker(verb: Token, *, low: int, high: int) -> Tokens | None:
    """Tokens of the speaker of an active reporting verb within its sentence, or None."""
    if (closing := closing_speaker(verb, low, high)) is not None:
        return closing
    found = _speaker(verb, low, high)
    if found is not None and (told := without_aside(verb.doc, *found)) != found:
        return told
    if found is not None and (moved := without_mood(verb.doc, found, low)) is not None:
        return moved
    if found is not None and (dash := filed(verb.doc, found[1], verb.i)) is not None:
        found = walk_left(verb.doc, _verb_start(verb, dash), dash + 1) or found
    return None if found is None else alone(verb.doc, *found)


def _speaker(verb: Token, low: int, high: int) -> Tokens | None:
    doc = verb.doc
    led = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children) and doc[verb.i - 1].text != ","
    if verb.lower_ in NEVER_OF_THINGS and not led and (found := _inverted(verb, high)) is not None:
        return found
    word = subject(verb)
    if word is not None and not low <= word.i < high:
        word = None
    if word is not None and _is_object(word, verb):
        return _listed_last(verb, low)
    if word is not None and word.pos_ in NOMINAL | {"ADJ", "DET", "VERB", "X"}:
        if word.i < verb.i:
            named = _before(word, verb, low)
            nearer = _nearer(word, verb, named[1])
            return nearer or named
        return phrase(word, low=verb.i + 1, high=inverted_end(doc, word.i, word.right_edge.i + 1, high))
    if word is None and (found := _inverted(verb, high)) is not None:
        return found
    start = _verb_start(verb, low)
    while start > low and doc[start - 1].text == ",":
        start = _before_aside(doc, start - 1, low)
    return _with_place(doc, start, low) if word is None and verb.tag_ not in ("VBG", "VB") else None


def _with_place(doc: Doc, end: int, low: int) -> Tokens | None:
    """The noun phrase before `end`, with who is there: `a reporter in the port` and not the port alone."""
    found = walk_left(doc, end, low)
    if found is None or found[0] <= low or doc[found[0] - 1].lower_ not in _WHERE:
        return found
    who = walk_left(doc, found[0] - 1, low)
    return (who[0], end) if who is not None and speaks(doc[who[1] - 1]) else found


def _verb_start(verb: Token, low: int) -> int:
    """Where the verb begins with its auxiliaries and adverbs: `has since said`."""
    doc, start = verb.doc, verb.i
    while (
        start > low
        and doc[start - 1].dep_ in ("aux", "neg", "advmod")
        and doc[start - 1].pos_ in ("AUX", "ADV", "PART")
    ):
        start -= 1
    return start


def _before_aside(doc: Doc, comma: int, low: int) -> int:
    """The token before which a speaker ends: `The report, based on letters from the port, said`."""
    for i in range(comma - 1, low, -1):
        if doc[i].text == "," and doc[i + 1].tag_ in _ASIDE and doc[i + 1].lower_ != "including":
            return i
    return comma


def _is_object(word: Token, verb: Token) -> bool:
    """`hurt nine people, including a nurse, governor Okoro wrote`: the parser lets the nine people write."""
    head = verb.head
    return (
        verb.dep_ == "ccomp"
        and head.pos_ == "VERB"
        and head.i == word.left_edge.i - 1
        and not verb_cues(head)
        and any(t.text == "," for t in verb.doc[word.i : verb.i])
    )


def _listed_last(verb: Token, low: int) -> Tokens | None:
    """The noun phrase right before a verb, a name with its office: `the port's mayor, Ada Okoro, wrote`."""
    doc, end = verb.doc, _verb_start(verb, low)
    if doc[end - 1].text == ",":
        end -= 1
    found = walk_left(doc, end, low)
    if found is None or doc[found[0] - 1].text != ",":
        return found
    before = walk_left(doc, found[0] - 1, low)
    named = all(t.pos_ == "PROPN" for t in doc[found[0] : found[1]])
    return (before[0], end) if named and end < verb.i and before is not None else found


def _before(word: Token, verb: Token, low: int) -> Tokens:
    right = verb.i
    if verb.i < word.right_edge.i + 1:
        # A relative clause on the speaker holds the verb: the speaker's words end where it starts.
        clause = verb
        while clause.dep_ != "relcl" and clause.head != clause and clause.head.i > word.i:
            clause = clause.head
        right = max(word.i + 1, min(clause.left_edge.i, verb.i))
    first, last = phrase(word, low=low, high=right)
    named = verb.doc[last:right]
    if named and all(t.pos_ == "PROPN" or t.text == "," for t in named):
        # `the foreign minister, Ada Okoro said`: the name belongs to the speaker.
        last = right if verb.doc[right - 1].text != "," else right - 1
    return first, last


def _nearer(word: Token, verb: Token, end: int) -> Tokens | None:
    """The phrase right before the verb, when another clause stands between it and the parse's subject.

    In text without commas (`The raid killed nine a monitor said`) the parser takes the first subject.
    """
    doc = verb.doc
    between = doc[end : verb.i]
    clause = any(t.tag_ in ("VBD", "VBZ", "VBP") and t.head != verb and _is_told(t) for t in between)
    # `A barrage killed nine on Friday state media said`: a participle that has an object is the verb.
    clause = clause or any(acts(t) for t in between)
    start = _verb_start(verb, end)
    if agency := _agency(word, start):
        return agency
    found = walk_left(doc, start, word.i + 1)
    if found is None:
        return None
    found = alone(doc, *found)
    before, named = doc[found[0] - 1], doc[found[1] - 1]
    if named.dep_ == "appos" and named.head == word:
        return None
    if before.pos_ in ("ADP", "CCONJ"):
        return None
    led = doc[found[0]].pos_ == "DET" or (is_time(before) and speaks(named) and not speaks(word))
    beside = led and (before.pos_ in ("NOUN", "PROPN", "NUM", "ADV") or is_time(before))
    if beside and before.i > word.i and before.lower_ not in ("all", "both"):
        return found
    if not clause or any(t.dep_ == "relcl" and t.head == word for t in between):
        return None
    return found


def _is_told(finite: Token) -> bool:
    """True if a finite verb, or the verb that it helps, tells something of its own and describes no noun."""
    told = finite.head if finite.dep_ in ("aux", "auxpass") else finite
    return told.dep_ != "relcl" and (told is finite or told.tag_ == "VBN")


def _agency(word: Token, end: int) -> Tokens | None:
    """`... closing roads around the mill AFP reported`: the agency before a verb whose subject is far off."""
    doc = word.doc
    for first in range(end - 1, max(word.i, end - 1 - AGENCY), -1):
        between = doc[word.i + 1 : first]
        cut_off = any(t.tag_.startswith("VB") for t in between)
        cut_off = cut_off and between[-1].pos_ not in ("ADP", "CCONJ", "DET")
        if cut_off and names_outlet(doc[first:end].text):
            return first, end
    return None


def _inverted(verb: Token, high: int) -> Tokens | None:
    """`..., said Colonel X`: the noun phrase right after the verb, when what is said stands before."""
    doc = verb.doc
    # Of `Instead, say villagers, the mill burned` the parser makes an order to say it.
    plural = verb.lower_ == "say" and verb.i > 0 and doc[verb.i - 1].text == ","
    if not (verb.tag_ in ("VBD", "VBZ", "VBP", "VBN") or plural) or verb.i + 1 >= high:
        return None
    for child in verb.rights:
        near = all(
            doc[i].pos_ != "PUNCT" and doc[i].pos_ != "VERB" for i in range(verb.i + 1, child.left_edge.i)
        )
        if child.dep_ in _INVERTED and child.pos_ in NOMINAL and near and child.left_edge.i - verb.i <= 2:
            sure = child.dep_ == "nsubj" or (verb.lower_ in NEVER_OF_THINGS and child.lower_ not in _SAYABLE)
            if is_time(child) or not (sure or _closes_before(verb)):
                continue
            return phrase(
                child, low=verb.i + 1, high=inverted_end(doc, child.i, child.right_edge.i + 1, high)
            )
    return None


def _closes_before(verb: Token) -> bool:
    before = verb.nbor(-1) if verb.i else verb
    return before.text in (",", '"', "''", "”", "’", "'", "?", "!", "»")


def inverted_end(doc: Doc, head: int, last: int, high: int) -> int:
    """Where an inverted speaker ends: before `adding that`, `in a statement`, `on Monday`."""
    for i in range(head + 1, min(last, high)):
        token = doc[i]
        if is_time(token) or (token.tag_ == "VBG" and verb_cues(token)):
            cut = i
            while cut > head + 1 and (doc[cut - 1].pos_ in ("ADP", "PUNCT", "ADV") or doc[cut - 1].is_space):
                cut -= 1
            return cut
    return min(last, high)
