"""Who speaks: the noun phrase that is the subject of a reporting verb, found by parse, then by tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.mentions.quotes_cues import noun_cue, verb_cues
from dateline.mentions.quotes_spans import NOMINAL, Tokens, phrase, walk_left

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TEXTS = frozenset(
    "call message letter communique report reports statement note email post tweet leaflet video dispatch "
    "official officials source sources spokesman spokeswoman witness witnesses resident residents "
    "ministry agency police authorities newspaper media activist activists monitor observatory group "
    "survey poll".split()
)
NEVER_OF_THINGS = frozenset({"said", "says", "added"})
"""Verbs whose apparent object is their speaker (`said the mayor`), save the few things one can say."""
_SAYABLE = frozenset(
    "nothing something anything little much more no yes so this that it what prayers goodbye word".split()
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_INVERTED = frozenset(
    {"dobj", "attr", "oprd", "appos", "nsubj", "dep", "npadvmod", "pobj", "ROOT", "nsubjpass"}
)
_MAKING = frozenset("force lead compel persuade prompt cause push".split())
"""Verbs whose object does what follows: `forced the mayor to admit`."""
_DOING = frozenset({"by", "before", "after", "in", "without", "despite", "of"})
"""Prepositions before what the subject does: `replied by saying`, `left without explaining`."""
_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow earlier later "
    "january february march april may june july august september october november december".split()
)


def is_time(token: Token) -> bool:
    """True for words of date that stand beside a reporting verb (`said Monday`)."""
    return token.lower_ in _TIME or token.ent_type_ in ("DATE", "TIME")


def is_passive(verb: Token) -> bool:
    """True if the verb's subject is what it is done to (`was quoted`, `is reported to`)."""
    deps = {child.dep_ for child in verb.children}
    if "auxpass" in deps or ("agent" in deps and verb.tag_ == "VBN" and "aux" not in deps):
        return True
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or deps & {"aux", "nsubj"}:
        return False
    named = walk_left(verb.doc, verb.i, verb.sent.start)
    if named is not None and named[0] > verb.sent.start and verb.doc[named[0]].pos_ == "DET":
        # `... landed on the port the observatory reported`: two noun phrases side by side.
        beside = verb.doc[named[0] - 1].pos_ in ("NOUN", "PROPN")
    else:
        beside = False
    if beside:
        return False
    # `the outlet reported on Monday that`: the parser takes a headless past tense for a participle.
    return not any(t.lower_ == "that" and t.tag_ == "IN" for t in verb.doc[verb.i + 1 : verb.i + 9])


def subject(verb: Token) -> Token | None:
    """The head word of who does `verb`, inherited over `and added`, `adding that`, `declined to say`."""
    seen = 0
    while seen < 5:  # a chain of `declined to go on to say` is never longer
        own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and not is_time(c)]
        if own:
            return _antecedent(verb, own[0] if own[0].i < verb.i else own[-1])
        head = verb.head
        if verb.dep_ == "pcomp" and head.lower_ == "as":
            return _quoted(head.head)
        if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and head.lower_ in _DOING and head.head.pos_ == "VERB":
            verb, seen = head.head, seen + 1
            continue
        if verb.dep_ == "xcomp" and verb.tag_ == "VB" and head.lemma_ in _MAKING:
            made = next((c for c in head.children if c.dep_ == "dobj"), None)
            if made is not None:
                return made
        if verb.dep_ == "acl" and (
            verb.tag_ == "VBN" or speaks(head) or any(c.id == "urge" for c in verb_cues(verb))
        ):
            return head if head.pos_ in NOMINAL else None
        if verb.dep_ == "acl":
            while head.pos_ in NOMINAL and head.head != head:
                head = head.head
        elif verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp") or head == verb:
            return None
        if verb.dep_ == "ccomp" and not (verb.tag_ == "VBG" and verb.i > head.i):
            return None
        if verb.dep_ == "advcl" and verb.tag_ not in ("VBG", "VBN", "VB"):
            return None
        verb, seen = head, seen + 1
    return None


def speaks(noun: Token) -> bool:
    """A noun that can say something: a text, a person, a name; not the thing spoken of."""
    return (
        noun.lower_ in _TEXTS
        or noun.pos_ in ("PROPN", "PRON")
        or noun_cue(noun) is not None
        or noun.ent_type_ in ("PERSON", "ORG")
    )


def goes_on(verb: Token) -> bool:
    """A reporting verb with no subject of its own that carries on the sentence's earlier report."""
    finite = verb.tag_ != "VBG" or any(c.dep_ == "aux" for c in verb.children)
    if finite and any(c.dep_ in ("nsubj", "nsubjpass") and c.i < verb.i for c in verb.children):
        return False
    if verb.i and verb.nbor(-1).lower_ == "as":
        return False
    if not finite:
        if verb.dep_ == "acl" and verb_cues(verb)[0].id == "urge":
            return False
        return not (verb.dep_ == "acl" and verb.head.i == verb.i - 1 and speaks(verb.head))
    return verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not verb_cues(verb.head)


def _quoted(verb: Token) -> Token | None:
    """Who is quoted `as saying`: the passive's subject, or the active verb's object."""
    passive = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    return passive or next((c for c in verb.children if c.dep_ == "dobj"), None)


def _antecedent(verb: Token, word: Token) -> Token | None:
    if word.lower_ not in _RELATIVE:
        return None if word.lower_ in ("it", "there") and word.dep_ == "expl" else word
    clause = verb
    while clause.dep_ in ("conj", "xcomp"):
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" and clause.head.pos_ in NOMINAL else None


def speaker(verb: Token, *, low: int, high: int) -> Tokens | None:
    """Tokens of the speaker of an active reporting verb within its sentence, or None."""
    doc = verb.doc
    led = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children) and doc[verb.i - 1].text != ","
    if verb.lower_ in NEVER_OF_THINGS and not led and (found := _inverted(verb, high)) is not None:
        return found
    word = subject(verb)
    if word is not None and not low <= word.i < high:
        word = None
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
    return walk_left(doc, start, low) if word is None and verb.tag_ not in ("VBG", "VB") else None


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
        if doc[i].text == "," and doc[i + 1].tag_ in ("VBN", "VBG", "WP", "WDT", "IN"):
            return i
    return comma


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
    clause = any(
        t.tag_ in ("VBD", "VBZ", "VBP") and t.dep_ not in ("aux", "auxpass", "relcl") and t.head != verb
        for t in between
    )
    start = _verb_start(verb, end)
    found = walk_left(doc, start, word.i + 1)
    if found is None:
        return None
    before, named = doc[found[0] - 1], doc[found[1] - 1]
    if named.dep_ == "appos" and named.head == word:
        return None
    if before.pos_ in ("ADP", "CCONJ"):
        return None
    beside = doc[found[0]].pos_ == "DET" and (
        before.pos_ in ("NOUN", "PROPN", "NUM", "ADV") or is_time(before)
    )
    if beside and before.i > word.i and before.lower_ not in ("all", "both"):
        return found
    if not clause or any(t.dep_ == "relcl" and t.head == word for t in between):
        return None
    return found


def _inverted(verb: Token, high: int) -> Tokens | None:
    """`..., said Colonel X`: the noun phrase right after the verb, when what is said stands before."""
    doc = verb.doc
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.i + 1 >= high:
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
