"""What the parse says of a predicate: its subjects, objects and the phrases around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.lexicon import mapping

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.annotate import Parse

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
SUBJECTS_OF_ANY = (*SUBJECTS, *PASSIVE_SUBJECTS)
CLIMBING = ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep")
APART = 15
"""Steps given to words that no tree joins."""
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
"""Words before a noun that say the reader knows of it."""
RELATIVE = frozenset(("who", "which", "that", "whom"))


def is_verbal(token: Token) -> bool:
    """True for verbs and participles."""
    return token.tag_.startswith("VB") or token.pos_ in ("VERB", "AUX")


def is_finite(word: Token) -> bool:
    """True for a verb with a tense of its own."""
    return word.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in word.children
    )


def is_passive(verb: Token) -> bool:
    """True for `was taken`, `taken` after a noun, and a participle used as an adjective."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    if verb.dep_ == "conj" and is_verbal(verb.head):
        has_own = any(child.dep_ in (*SUBJECTS, "aux") for child in verb.children)
        return not has_own and is_passive(verb.head)
    return verb.dep_ in ("acl", "amod", "relcl", "ROOT", "advcl") and not _has(verb, SUBJECTS)


def _has(token: Token, deps: tuple[str, ...]) -> bool:
    return any(child.dep_ in deps for child in token.children)


def with_conjuncts(token: Token) -> list[Token]:
    """`token` and what is coordinated with it."""
    return [token, *token.conjuncts] if token.dep_ != "conj" else [token]


def antecedent(token: Token) -> Token:
    """For a relative pronoun the noun it stands for, else the token itself."""
    if token.lower_ in RELATIVE:
        for ancestor in token.ancestors:
            if ancestor.dep_ == "relcl":
                return ancestor.head
    return token


def surface_subjects(verb: Token, *, depth: int = 0) -> list[Token]:
    """The grammatical subject, shared over coordination, control and participles."""
    own = [c for c in verb.children if c.dep_ in (*SUBJECTS, *PASSIVE_SUBJECTS)]
    if own:
        return [antecedent(t) for c in own for t in with_conjuncts(c)]
    if depth > 4:
        return []
    if verb.dep_ in ("acl", "relcl", "amod"):
        return with_conjuncts(verb.head)
    if verb.dep_ == "xcomp":
        objects = [c for c in verb.head.children if c.dep_ in ("dobj", "dative")]
        if objects and verb.head.lemma_ not in ("promise", "vow", "threaten"):
            return [t for c in objects for t in with_conjuncts(c)]
    if verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in mapping("roles")["object_acts"]:
        accused = [t for c in verb.head.head.children if c.dep_ == "dobj" for t in with_conjuncts(c)]
        if accused:
            return accused
    if verb.dep_ in ("pcomp", "prep"):
        return surface_subjects(verb.head.head, depth=depth + 1) if is_verbal(verb.head.head) else []
    if verb.dep_ == "xcomp" and verb.head.dep_ in ("acomp", "oprd"):
        # `the army was able to take the town`
        return surface_subjects(verb.head.head, depth=depth + 1)
    if verb.dep_ in CLIMBING and is_verbal(verb.head):
        return surface_subjects(verb.head, depth=depth + 1)
    return []


def described(adjective: Token) -> list[Token]:
    """Nouns that an adjective says something of: `ten dead`, `left ten dead`, `ten are dead`."""
    if adjective.dep_ == "amod":
        return with_conjuncts(adjective.head)
    own = [c for c in adjective.children if c.dep_ in ("nsubj", "npadvmod", "nummod", "nmod")]
    governor = adjective.head
    if own or governor is adjective:
        return own
    found = [c for c in governor.children if c.dep_ in ("dobj", "nsubj", "nsubjpass") and c.i < adjective.i]
    by_object = [c for c in found if c.dep_ == "dobj"]
    return [t for c in by_object or found for t in with_conjuncts(c)]


def by_agents(predicate: Token) -> list[Token]:
    """Nouns of `by ...` phrases."""
    return list(prepositional(predicate, ("by",)))


def prepositional(predicate: Token, words: tuple[str, ...]) -> Iterator[Token]:
    """Objects of the predicate's prepositions `words`, with their conjuncts."""
    for child in predicate.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in words:
            for grandchild in child.children:
                if grandchild.dep_ in ("pobj", "pcomp"):
                    yield from with_conjuncts(grandchild)


def objects(verb: Token) -> list[Token]:
    """Direct objects, shared by coordinated verbs (`killed and wounded ten`)."""
    own = [c for c in verb.children if c.dep_ in ("dobj", "obj")]
    if not own:
        for other in verb.conjuncts:
            if other.i > verb.i:
                own = [c for c in other.children if c.dep_ in ("dobj", "obj")]
    return [t for c in own for t in with_conjuncts(c)]


def steps_between(parse: Parse, a: int, b: int) -> int:
    """Steps between two words in the tree of their sentence; `APART` for words of two trees."""
    heads, depths = parse.heads, parse.depths
    steps = 0
    while a != b:
        steps += 1
        if depths[a] < depths[b]:
            a, b = b, a
        if heads[a] == a:
            return APART
        a = heads[a]
    return steps


def phrase(head: Token) -> tuple[int, int]:
    """Tokens `[first, last)` of the noun phrase of `head`, without relative clauses and appositions."""
    first = head.left_edge.i
    last = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            last = max(last, phrase_end(child))
        elif child.dep_ in ("compound", "nummod", "nmod", "flat") and child.i == last:
            last = child.i + 1
    while first < head.i and (head.doc[first].is_punct or head.doc[first].is_space):
        first += 1
    return first, last


def phrase_end(preposition: Token) -> int:
    """Index after the last token of a prepositional phrase, clauses left out."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            return phrase(child)[1]
    return preposition.i + 1
