"""Chooses the body of one phrase: its words first, then the document, then the act."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from dateline.document import Span
from dateline.lexicon.registry_match import words
from dateline.lexicon.registry_states import ROLES
from dateline.mentions.actors_phrase import PRONOUNS, Phrase, phrase_of
from dateline.resolve.actors_acts import ARMED_ACTS, Act, state_role
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory, Referent

GOVERNMENT_WORDS = frozenset(["government", "governments", "state", "administration"])
"""Words for a whole government, which holds ground and fires; `minister` and `officials` never do."""
PLACED = frozenset(["civilians", "medical", "protesters", "media"])
"""Roles whose country is where they are; an army's is whose it is."""
SIDED = frozenset(
    "militant militants terrorist terrorists jihadist jihadists jihadi jihadis extremist extremists islamist islamists "
    "takfiri takfiris fighter fighters enemy group groups organization organizations".split()
)
"""Words for the armed side a report is about; `attackers` or `bandits` may be anybody."""
STRANGERS = frozenset(
    "other others rival foreign kurdish presumed alleged suspected several unidentified unknown armed masked groups criminal".split()
)
"""Words that say the phrase means somebody not named yet."""
NAMED_FIGHTERS = frozenset("guerrilla guerrillas guerilla guerillas insurgent insurgents group organization".split())
"""Words that in a report on one insurgency stand for the one group it names; `rebels` is a wider word."""
ABROAD_WORDS = frozenset("foreign international western global multinational regional".split())
FIRE = frozenset("bombing airstrike shelling attack".split())
OTHERS = frozenset("others other another some those more".split())
MISSIONS = frozenset("embassy embassies consulate ambassador ambassadors consulates".split())
"""Missions of one country in another: their country is what the words say, never where they stand."""
OWNERSHIP = frozenset(["military", "government", "police", "intelligence", "judiciary"])
REPEAT_REACH = 2
"""Sentences back in which `the army` is the army just named; farther back it is the country's own."""
OWNED = frozenset("his her their its our my whose".split())
DEPTH = 3
"""Steps from pronoun to noun to name; a longer chain is a loop."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An actor id, or None, with what decided it."""

    actor: str | None
    rule: str


NOBODY = Choice(None, "")


def choose(span: Span, act: Act, *, scene: Scene, memory: Memory, depth: int = 0) -> Choice:
    """Who the words at `span` are."""
    phrase = phrase_of(scene.text, span, shouting=scene.shouting)
    return _Chooser(act, scene, memory, depth).of(phrase)


class _Chooser:
    def __init__(self, act: Act, scene: Scene, memory: Memory, depth: int) -> None:
        self.act, self.scene, self.memory, self.depth = act, scene, memory, depth

    def of(self, phrase: Phrase) -> Choice:
        if phrase.role == "pronoun":
            return self._pronoun(phrase)
        if phrase.actors and phrase.role == "body":
            actor = self.scene.pick(phrase.actors)
            if actor:
                return Choice(actor, "registry")
        if phrase.role in ("country", "ruler"):
            return self._state(phrase)
        if phrase.role == "people":
            return NOBODY
        return self._introduced(phrase) or self._owned(phrase) or self._described(phrase)

    def _described(self, phrase: Phrase) -> Choice:
        if phrase.role in ROLES:
            return self._role(phrase)
        if phrase.country and phrase.role == "collective":
            return self._state(replace(phrase, role="country"))
        if phrase.role in ("armed", "collective", "member"):
            return self._group(phrase) or self._again(phrase) or NOBODY
        if phrase.role == "person":
            return self._others(phrase)
        if phrase.role == "force":
            return self._again(phrase) or self._machines(phrase)
        return self._again(phrase) or NOBODY

    def _pronoun(self, phrase: Phrase) -> Choice:
        kind = PRONOUNS[phrase.word]
        if kind == "we":
            actor = self.act.speaker.actor if self.act.speaker else None
            return Choice(_acting(actor, self.act), "speaker") if actor else NOBODY
        referent = self.memory.antecedent(phrase.span, kind, self.act)
        return self._meant(referent) if referent else NOBODY

    def _meant(self, referent: Referent) -> Choice:
        """Who an earlier phrase is, in the part that its later stand-in plays."""
        if self.depth >= DEPTH:
            return NOBODY
        found = choose(referent.span, self.act, scene=self.scene, memory=self.memory, depth=self.depth + 1)
        if found.actor is None:
            return NOBODY
        return Choice(found.actor, f"anaphora@{referent.span.start}-{referent.span.end}")

    def _state(self, phrase: Phrase) -> Choice:
        iso, rule = phrase.country, "country.words"
        if iso is None:
            again = self._repeated(phrase)
            iso, rule = again if again else self.scene.country_near(phrase.span.start, role=phrase.role)
        role = state_role(self.act, phrase.role)
        return Choice(f"{iso}:{role}", rule) if iso and role else NOBODY

    def _role(self, phrase: Phrase) -> Choice:
        if self._stranger(phrase):
            return NOBODY
        iso, rule = phrase.country, "country.words"
        if iso is None and self.act.country and phrase.role in PLACED:
            iso, rule = self.act.country, "country.place"
        if phrase.role == "rebels":
            named = self._only_group(phrase, iso or self.scene.located)
            if named:
                return named
        if iso is None and phrase.role in OWNERSHIP:
            again = self._repeated(phrase)
            iso, rule = again if again else (None, "")
        if iso is None and phrase.word in MISSIONS:
            return NOBODY
        if iso is None:
            iso, rule = self.scene.country_near(phrase.span.start, role=phrase.role)
        role = phrase.role
        if role == "opposition" and phrase.word == "opposition" and self.act.action in ARMED_ACTS:
            role = "rebels"
        if role == "government" and phrase.word in GOVERNMENT_WORDS:
            role = state_role(self.act, "government") or role
        return Choice(f"{iso}:{role}", rule) if iso else NOBODY

    def _stranger(self, phrase: Phrase) -> bool:
        """`foreign forces`; a boy who bombs: no body of this country."""
        if phrase.country:
            return False
        said = {w.key for w in words(self.scene.text, start=phrase.span.start, end=phrase.span.end)}
        if said & ABROAD_WORDS and phrase.role in ("military", "government", "police"):
            return True
        return phrase.role == "civilians" and self.act.role == "agents" and self.act.action in FIRE

    def _repeated(self, phrase: Phrase) -> tuple[str, str] | None:
        back = None if phrase.word in MISSIONS else REPEAT_REACH
        referent = self.memory.repeated(phrase, back=back)
        if referent is None or referent.phrase.country is None:
            return None
        return referent.phrase.country, f"country@{referent.span.start}-{referent.span.end}"

    def _again(self, phrase: Phrase) -> Choice | None:
        """`the embassy` after `U.S. embassy`."""
        referent = self.memory.repeated(phrase) if phrase.definite else None
        if referent is None:
            return None
        found = self._meant(referent)
        return found if found.actor else None

    def _introduced(self, phrase: Phrase) -> Choice | None:
        """A person whose office or body the document says elsewhere."""
        listed = words(self.scene.text, start=phrase.span.start, end=phrase.span.end)
        if phrase.role in ROLES and phrase.country or not listed or self.depth >= DEPTH:
            return None
        office = self.memory.persons(listed[-1].key)
        if office is None or office.overlaps(phrase.span):
            return None
        found = choose(office, self.act, scene=self.scene, memory=self.memory, depth=self.depth + 1)
        return Choice(found.actor, f"person@{office.start}-{office.end}") if found.actor else None

    def _owned(self, phrase: Phrase) -> Choice | None:
        """`his forces`, `their fighters`: the body of whoever `his` is."""
        first = words(self.scene.text, start=phrase.span.start, end=phrase.span.end)[:1]
        if phrase.country or not first or first[0].key not in OWNED:
            return None
        if phrase.role not in ("force", "armed", "collective", "member", "thing", "military"):
            return None
        owner = Span(first[0].start, first[0].end)
        found = self.of(phrase_of(self.scene.text, owner))
        if found.actor and phrase.role in ("force", "military") and found.actor[:3].isupper():
            return Choice(f"{found.actor[:3]}:military", found.rule)
        return found if found.actor else None

    def _only_group(self, phrase: Phrase, iso: str | None) -> Choice | None:
        """`the guerrillas` where one group of the country is named; bare `rebels` stay any rebels."""
        home = [g for g in self.scene.groups if iso is not None and iso in self.scene.home(g) and self.scene.rebel(g)]
        if len(home) == 1 and phrase.word in NAMED_FIGHTERS and (phrase.definite or phrase.word.startswith("gu")):
            return Choice(home[0], "group.only")
        return None

    def _group(self, phrase: Phrase) -> Choice | None:
        """`the militants`: the one group named near by, or the one the report names at all."""
        said = {w.key for w in words(self.scene.text, start=phrase.span.start, end=phrase.span.end)}
        if said & STRANGERS:
            return None
        bomber = phrase.word in ("bomber", "bombers")
        if phrase.word not in SIDED and not (phrase.role == "member" and phrase.definite) and not bomber:
            return None
        near = [b.actor for b in self.scene.groups_before(phrase.span.start, sentences=3)][:3]
        if near and not bomber:
            (top, count), *_ = Counter(near).most_common(1)
            if count > 1 or len(near) < 3:
                return Choice(top if count > 1 else near[0], "group.near")
            return None
        if len(self.scene.groups) == 1 and (phrase.definite or bomber):
            return Choice(self.scene.groups[0], "group.only")
        return None

    def _others(self, phrase: Phrase) -> Choice:
        """`20 others` are what the victims just named in the sentence are; `people` may be anybody."""
        if phrase.word not in OTHERS:
            return NOBODY
        here = self.scene.sentence_at(phrase.span.start)
        for referent in self.memory.before(phrase.span.start):
            if referent.sentence != here:
                break
            if referent.phrase.role in ("civilians", "medical"):
                return self._meant(referent)
        return NOBODY

    def _machines(self, phrase: Phrase) -> Choice:
        """`helicopters` with nobody's name: the army last named near by, else the country's own if it is named."""
        for referent in self.memory.before(phrase.span.start)[:8]:
            if referent.phrase.role == "military" and referent.phrase.country:
                return Choice(f"{referent.phrase.country}:military", f"anaphora@{referent.span.start}-{referent.span.end}")
        return NOBODY


def _acting(actor: str | None, act: Act) -> str | None:
    """A state's speaker who says `we` in an armed act means its army."""
    if actor and actor[:3].isupper() and actor.endswith((":government", ":military")):
        return f"{actor[:3]}:{state_role(act, 'government')}"
    return actor
