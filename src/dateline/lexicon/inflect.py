"""Inflected forms of the lexicon's words, so that matching needs neither tags nor lemmas.

Tags fail just where this is needed most: headlines, wire copy in capitals, text without commas.
"""

from __future__ import annotations

from functools import cache

from dateline.lexicon.load import mapping

VOWELS = "aeiou"


@cache
def verb_forms(lemma: str) -> tuple[str, ...]:
    """`seize` -> seize, seizes, seizing, seized."""
    irregular = mapping("inflection").get(lemma)
    if irregular:
        return (lemma, *irregular)
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma[:-1] + "ing", lemma + "d")
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return (lemma, lemma[:-1] + "ies", lemma + "ing", lemma[:-1] + "ied")
    if _doubles(lemma):
        return (lemma, lemma + "s", lemma + lemma[-1] + "ing", lemma + lemma[-1] + "ed")
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh", "o"))
    return (lemma, lemma + ("es" if sibilant else "s"), lemma + "ing", lemma + "ed")


def _doubles(lemma: str) -> bool:
    """One-syllable verbs in consonant-vowel-consonant: drop, plan, stab."""
    return (
        len(lemma) >= 3
        and sum(c in VOWELS for c in lemma) == 1
        and lemma[-2] in VOWELS
        and lemma[-1] not in VOWELS + "wxy"
    )


@cache
def noun_forms(lemma: str) -> tuple[str, ...]:
    """`casualty` -> casualty, casualties."""
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return (lemma, lemma[:-1] + "ies")
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return (lemma, lemma + "es")
    return (lemma, lemma + "s")
