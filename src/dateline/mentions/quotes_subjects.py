"""Who does a verb, by the parse: its subject, inherited over other verbs, and what may speak at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.lexicon import mapping
from dateline.lexicon.calendar import MONTHS, WEEKDAYS
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.quotes_cues import noun_cue, verb_cues
from dateline.mentions.quotes_spans import NOMINAL, walk_left

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SPEAKING = ("speaking", "speaking_bodies", "speaking_titles", "speaking_plurals")
"""Sets of actor_words_sets.yaml whose words can say something."""
_DOING = frozenset({"by", "before", "after", "in", "without", "despite", "of"})
"""Prepositions before what the subject does: `replied by saying`, `left without explaining`."""
CHAIN = 5
"""Verbs asked for a subject: no `declined to go on to say` is longer."""
_TIME = frozenset((*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow", "earlier", "later"))


def is_time(token: Token) -> bool:
    """True for words of date that stand beside a reporting verb (`said Monday`)."""
    return token.lower_ in _TIME or token.ent_type_ in ("DATE", "TIME")


def is_passive(verb: Token) -> bool:
    """True if the verb's subject is what it is done to (`was quoted`, `is reported to`)."""
    deps = {child.dep_ for child in verb.children}
    if "auxpass" in deps or _bare(verb) or ("agent" in deps and verb.tag_ == "VBN" and "aux" not in deps):
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


_LED = frozenset({"NUM", "DET", "ADJ", "ADP"})


def _bare(verb: Token) -> bool:
    """Of whom others tell: `a column said to number forty`, `two alleged thieves`, `forty feared held`."""
    doc, at = verb.doc, verb.i
    if at + 2 >= len(doc) or verb.tag_ not in ("VBD", "VBN"):
        return False
    if verb.lower_ == "alleged":
        return at > 0 and doc[at - 1].pos_ in _LED and doc[at + 1].pos_ in ("NOUN", "PROPN")
    if verb.lower_ == "feared":
        return doc[at + 1].tag_ == "VBN" or doc[at + 1].lower_ == "dead"
    return verb.lower_ == "said" and doc[at + 1].lower_ == "to" and doc[at + 2].tag_ == "VB"


def subject(verb: Token) -> Token | None:
    """The head word of who does `verb`, inherited over `and added`, `adding that`, `declined to say`."""
    asked: Token | None = verb
    for _ in range(CHAIN):
        if asked is None:
            return None
        own = [c for c in asked.children if c.dep_ in ("nsubj", "nsubjpass") and not is_time(c)]
        if own:
            last = own[0].i > asked.i or _is_aside(asked, own) or _is_run_on(own) or _is_tail(asked, own)
            told = own[-1] if last else own[0]
            if asked == verb or asked.dep_ != "ccomp" or speaks(told):
                return _antecedent(asked, told)
            # `The group said the raids were foreign and put the dead at nine`: no raid tells the number.
            asked = asked.head
            continue
        if (attending := _attending(asked)) is not None:
            return attending
        who, asked = _above(asked)
        if who is not None:
            return who
    return None


def _above(verb: Token) -> tuple[Token | None, Token | None]:
    """For a verb without a subject: who does it by what governs it, or whose subject to ask for."""
    head = verb.head
    if verb.dep_ == "acl":
        return _above_noun(verb)
    if verb.dep_ == "pcomp":
        if head.lower_ == "as":
            return _quoted(head.head), None
        done = verb.tag_ == "VBG" and head.lower_ in _DOING and head.head.pos_ == "VERB"
        return None, head.head if done else None
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and head.lemma_ in mapping("roles")["making_verbs"]:
        made = next((c for c in head.children if c.dep_ == "dobj"), None)
        if made is not None:
            return made, None
    return None, head if _shares_subject(verb) else None


def _above_noun(verb: Token) -> tuple[Token | None, Token | None]:
    """The same for a verb that hangs on a noun: the noun, if it can say something, or the verb above it."""
    head = _addressing(verb)
    if head.pos_ == "VERB":
        return None, head
    if verb.tag_ == "VBN" or speaks(head) or any(c.id == "urge" for c in verb_cues(verb)):
        return head if head.pos_ in NOMINAL else None, None
    while head.pos_ in NOMINAL and head.head != head:
        head = head.head
    return None, head


def _addressing(verb: Token) -> Token:
    """The noun a verb hangs on; for `wrote a letter to the council saying` what goes to the council."""
    head = verb.head
    told = verb.tag_ == "VBG" and any(cue.stance in ("speech", "finding") for cue in verb_cues(verb))
    return head.head.head if told and head.dep_ == "pobj" and head.head.lower_ == "to" else head


def _shares_subject(verb: Token) -> bool:
    """True if who does the governing verb does this one: `left, saying`, `and added`, `declined to say`."""
    if verb.dep_ == "ccomp":
        return verb.tag_ == "VBG" and verb.i > verb.head.i
    if verb.dep_ == "advcl":
        return verb.tag_ in ("VBG", "VBN", "VB")
    return verb.dep_ in ("conj", "xcomp")


def _is_aside(verb: Token, subjects: Sequence[Token]) -> bool:
    """`The jets, residents told the radio, bombed a mill`: of two subjects the second one tells."""
    if len(subjects) < 2 or subjects[-1].i > verb.i or subjects[-1].left_edge.nbor(-1).text != ",":
        return False
    return any(
        c.i > verb.i and c.tag_ in ("VBD", "VBZ", "VBP") and not any(g.dep_ == "nsubj" for g in c.children)
        for c in verb.rights
    )


def _is_tail(verb: Token, subjects: Sequence[Token]) -> bool:
    """`Guards held the artist Ada Okoro, her party said`: of two subjects the one beside the verb tells."""
    last = subjects[-1]
    told = any(c.dep_ == "ccomp" and c.i < subjects[0].i for c in verb.lefts)
    beside = last.right_edge.i + 1 == verb.i and last.left_edge.i > 0 and last.left_edge.nbor(-1).text == ","
    return len(subjects) > 1 and told and beside


def _is_run_on(subjects: Sequence[Token]) -> bool:
    """`Raids hit a depot though mayor Okoro said ...` without commas: of two subjects one alone can speak."""
    return len(subjects) > 1 and speaks(subjects[-1]) and not speaks(subjects[0])


def _attending(verb: Token) -> Token | None:
    """Who speaks in `The men were led away with teachers saying they were farmers`: whom `with` brings."""
    if verb.tag_ != "VBG" or not verb.i:
        return None
    before = verb.nbor(-1)
    with_whom = before.dep_ == "pobj" and before.head.lower_ == "with"
    return before if with_whom and (verb.lower_ == "saying" or speaks(before)) else None


def speaks(noun: Token) -> bool:
    """A noun that can say something: a text, a person, a name; not the thing spoken of."""
    return (
        any(noun.lower_ in words_of(kind) for kind in _SPEAKING)
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
