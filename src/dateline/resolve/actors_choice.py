"""Chooses the body of one phrase: its words first, then the document, then the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dateline.claims.syntax import surface_subjects
from dateline.document import Span
from dateline.lexicon.actions import action_set
from dateline.lexicon.registry import registry
from dateline.lexicon.registry_match import words_in
from dateline.lexicon.registry_states import ROLES, country_of
from dateline.mentions.actors_lexicon import words_of
from dateline.mentions.actors_phrase import PRONOUNS, Phrase
from dateline.resolve.actors_acts import Act, state_role
from dateline.resolve.actors_evidence import voted
from dateline.resolve.actors_foes import (
    INVADER,
    OPPONENTS,
    foe_of,
    foreign_army,
    opposed_by,
    teller_against,
)
from dateline.resolve.actors_following import body_after, is_sent_there, land_after
from dateline.resolve.actors_forces import army_near, is_numbered
from dateline.resolve.actors_groups import (
    NAMED,
    NOBODY,
    STRANGER,
    UNLISTED,
    Choice,
    is_far,
    last_named,
    meant_group,
    meant_militia,
    never_fights,
    only_group,
)
from dateline.resolve.actors_kinds import mission, nation_of_peacekeepers, role_told
from dateline.resolve.actors_owned import OWNERSHIP, guest_of, only_guest, owned, possessed
from dateline.resolve.actors_peoples import home_of_people, of_people
from dateline.resolve.actors_roles import is_of_state, is_stranger, power_of
from dateline.resolve.actors_sworn import REGULAR, SWORN, master_of
from dateline.resolve.reference import Scene
from dateline.resolve.reference_memory import Memory, Referent, given_name

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACED = frozenset(["civilians", "medical", "protesters", "media"])
"""Roles whose country is where they are; an army's is whose it is."""
REPEAT_REACH = 2
"""Sentences back in which `the army` is the army just named; farther back it is the country's own."""
OWNED_REACH = 4
"""Sentences back in which machines of the same kind are told of."""
BEFORE = 12
"""Characters before a phrase in which `retired` stands."""
LAST = "latter"
"""Head of the words for the second of two that were just named."""
LAST_REACH = 3
"""Phrases back in which a body is named right before."""
DEPTH = 3
"""Steps from pronoun to noun to name; a longer chain is a loop."""


def choose(span: Span, act: Act, *, scene: Scene, memory: Memory, depth: int = 0) -> Choice:
    """Who the words at `span` are."""
    phrase = scene.phrase(span)
    found = _Chooser(act, scene, memory, depth).of(phrase)
    if found.actor and found.rule not in (NAMED, UNLISTED) and act.by_fighters and never_fights(found.actor):
        found = NOBODY
    if is_far(phrase, found.actor, scene):
        found = NOBODY
    if found.actor or found == STRANGER:
        return found
    return voted(phrase, scene, act.country) or found


class _Chooser:
    def __init__(self, act: Act, scene: Scene, memory: Memory, depth: int) -> None:
        self.act, self.scene, self.memory, self.depth = act, scene, memory, depth

    def of(self, phrase: Phrase) -> Choice:
        if phrase.role == "pronoun":
            return self._pronoun(phrase)
        if phrase.role == "branch":
            return STRANGER
        if (whom := opposed_by(phrase, self.scene)) is not None:
            return self._opponents(phrase, whom)
        if army := nation_of_peacekeepers(phrase, self.scene):
            return army
        if phrase.actors and phrase.role == "body":
            actor = self.scene.fuller(phrase) or self.scene.pick(phrase.actors)
            if actor:
                return Choice(self._as_party(actor), NAMED if registry().get(actor) else UNLISTED)
        if (master := master_of(phrase, self.scene)) is not None:
            return self._sworn(phrase, master)
        if is_sent_there(phrase, self.scene):
            return STRANGER
        if people := of_people(phrase, self.act, self.scene):
            return people
        if phrase.role in ("country", "ruler"):
            return self._state(phrase)
        if phrase.role == "people":
            return self._people(phrase)
        if phrase.country is None and self._said(phrase) & words_of("foes"):
            foe = foe_of(self._voice(phrase), self.scene)
            if foe.actor:
                return foe
        if phrase.country is None and self._said(phrase) & words_of("invaders"):
            # They are none of the country's own, though no other rule knew who.
            return foreign_army(self.scene.located, self.scene, rule=INVADER) or STRANGER
        return (
            self._introduced(phrase)
            or owned(phrase, self.act, self.scene, self._whoever)
            or self._described(phrase)
        )

    def _whoever(self, span: Span, act: Act) -> Choice:
        """Who the words at `span` are in another act than this."""
        return _Chooser(act, self.scene, self.memory, self.depth).of(self.scene.phrase(span))

    def _act_of(self, name: str) -> bool:
        """True if the act is of a set of `action_sets.yaml`."""
        return self.act.action in action_set(name)

    def _as_party(self, actor: str) -> str:
        """An outlet that something happens to is its country's media; one that speaks is itself."""
        if actor.startswith("outlet:") and self.act.role != "source":
            return f"{self.scene.home(actor)[0]}:media"
        return actor

    def _described(self, phrase: Phrase) -> Choice:
        if not is_stranger(phrase, self.act, self.scene) and (sender := self._sender(phrase)):
            return self._role(replace(phrase, role="military", country=sender))
        if phrase.role in ROLES:
            return self._role(phrase)
        if phrase.country and phrase.role == "collective" and not self._said(phrase) & words_of("private"):
            return self._state(replace(phrase, role="country"))
        heads = phrase.role == "member" and phrase.word in words_of("heads")
        if phrase.country and heads and is_of_state(phrase, self.scene):
            return self._state(replace(phrase, role="country"))
        speaks = self.act.role == "source" and phrase.word in words_of("spokesmen")
        if phrase.country and phrase.role == "member" and speaks and is_of_state(phrase, self.scene):
            return self._role(replace(phrase, role="government"))
        if phrase.country and phrase.role == "member" and phrase.word in words_of("commanding"):
            return self._role(replace(phrase, role="military"))
        if phrase.word == LAST:
            return self._last_named(phrase)
        if sent := mission(phrase, self.scene):
            return Choice(sent, "mission.only")
        if phrase.country and phrase.word.startswith("peacekeeper"):
            return self._role(replace(phrase, role="military"))
        if role := role_told(phrase, self.act, self.scene, self.memory):
            return self._role(replace(phrase, role=role))
        if phrase.role == "collective" and (body := last_named(phrase, self.act, self.scene)):
            return body
        if phrase.role in ("armed", "collective", "member"):
            teller = teller_against(phrase, self.act.speaker, self.scene)
            return meant_group(phrase, self.scene, teller=teller) or self._again(phrase) or NOBODY
        if phrase.role == "person":
            return self._crowd(phrase) or self._others(phrase)
        if phrase.role == "force":
            foreign = is_stranger(phrase, self.act, self.scene)
            return STRANGER if foreign else self._again(phrase) or self._force(phrase)
        return self._again(phrase) or possessed(phrase, self.act, self.scene, self._whoever) or NOBODY

    def _sworn(self, phrase: Phrase, master: Span) -> Choice:
        """Those loyal to a state's ruler are its forces or its militia, to a leader his group's."""
        lord = self._whoever(master, replace(self.act, action="hold", role="agents")).actor
        land = country_of(lord or "")
        if land is not None:
            return Choice(f"{land}:{REGULAR.get(phrase.role, 'militia')}", SWORN)
        return Choice(lord, SWORN) if lord else STRANGER

    def _opponents(self, phrase: Phrase, whom: Phrase) -> Choice:
        """Opponents of a state's rulers are its opposition or rebels; those of others only a name tells."""
        if whom.role not in ("government", "ruler") and not whom.person:
            return STRANGER
        kind = replace(phrase, role="opposition", word="opposition", country=whom.country, actors=())
        return Choice(self._role(kind).actor, OPPONENTS)

    def _pronoun(self, phrase: Phrase) -> Choice:
        kind = PRONOUNS[phrase.word]
        if kind == "we":
            # In a state's own statement nobody needs to be quoted: who publishes it speaks.
            actor = self._voice(phrase)
            return Choice(_acting(actor, self.act), "speaker") if actor else NOBODY
        teller = teller_against(phrase, self.act.speaker, self.scene)
        referent = self.memory.antecedent(phrase.span, kind, self.act, teller=teller)
        return self._meant(referent) if referent else NOBODY

    def _voice(self, phrase: Phrase) -> str | None:
        """Who says the words at `phrase`: who is quoted, else whose statement it is."""
        speaker = self.act.speaker
        return speaker.actor if speaker else self.scene.author_at(phrase.span.start)

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
        role = state_role(self.act, "person" if phrase.person else phrase.role)
        return Choice(f"{iso}:{role}", rule) if iso and role else NOBODY

    def _people(self, phrase: Phrase) -> Choice:
        """`the Russians` who act are their state; Sudanese who flee are civilians; victims may be anybody."""
        if crowd := self._crowd(phrase):
            return crowd
        if self.act.role == "agents" and phrase.definite:
            return self._state(replace(phrase, role="country"))
        if self.act.role == "targets" and phrase.definite and self._act_of("blaming"):
            return self._state(replace(phrase, role="country"))
        told = self.act.action == "demand" and not phrase.definite
        if self.act.role == "targets" and (told or self._act_of("suffered")):
            return Choice(f"{phrase.country}:civilians", "country.people")
        return NOBODY

    def _role(self, phrase: Phrase) -> Choice:
        if is_stranger(phrase, self.act, self.scene):
            return STRANGER
        if self._is_bygone(phrase):
            if self.act.role != "targets":
                return STRANGER
            phrase = replace(phrase, role="civilians")
        if phrase.country is None and phrase.role == "military" and self._of_enemy():
            foe = foe_of(self._voice(phrase), self.scene)
            return foe if foe.actor else STRANGER
        if body := body_after(phrase, self.scene):
            return body
        iso, rule = land_after(phrase, self.scene) or (phrase.country, "country.words")
        if people := home_of_people(phrase, self.scene):
            if people.actor is None:
                return people
            iso, rule = people.actor, people.rule
        if iso is not None and iso == self.scene.located and phrase.word in words_of("missions"):
            return guest_of(phrase, self.memory)
        if iso is None and (own := self._speakers_own(phrase)) is not None:
            iso, rule = own, "speaker"
        if iso is None and phrase.role in PLACED:
            iso, rule = self._same_people(phrase) or self._bare(phrase)
        if phrase.role == "rebels":
            named = only_group(phrase, iso or self.scene.located, self.scene)
            if named:
                return named
        if phrase.role == "militia":
            named = meant_militia(phrase, iso or self.scene.located, self.scene)
            if named:
                return named
        # `Police said`, with no article, are those of the place, whosever police were named before.
        if iso is None and phrase.role in OWNERSHIP and (phrase.definite or phrase.role != "police"):
            again = self._repeated(phrase)
            iso, rule = again if again else (None, "")
        if iso is None and phrase.word in words_of("missions"):
            return only_guest(self.memory)
        if iso is None:
            iso, rule = self._bare(phrase)
        role = phrase.role
        if role == "civilians" and self.act.role == "agents" and self.act.action == "protest":
            role = "protesters"
        if role == "opposition" and phrase.word in words_of("opposing") and self._act_of("army_agents"):
            role = "rebels"
        role = power_of(phrase if role == phrase.role else replace(phrase, role=role), self.act)
        return Choice(f"{iso}:{role}", rule) if iso else NOBODY

    def _speakers_own(self, phrase: Phrase) -> str | None:
        """The country whose officials say that `the army` did something: theirs (coded reports: 4 of 5)."""
        speaker = self.act.speaker.actor if self.act.speaker else None
        bare = phrase.role == "military" and self.act.role == "agents" and phrase.word in words_of("own_arms")
        if not bare or speaker is None or not speaker.endswith((":government", ":military")):
            return None
        return country_of(speaker)

    def _is_bygone(self, phrase: Phrase) -> bool:
        """True for `former presidents` and `retired general Okoro`, who hold no office."""
        before = words_in(self.scene.text, phrase.span.start - BEFORE, phrase.span.start)[-1:]
        said = self._said(phrase) | {w.key for w in before}
        return phrase.role in OWNERSHIP and bool(said & words_of("bygone"))

    def _bare(self, phrase: Phrase) -> tuple[str | None, str]:
        """The country of a role noun that no country stands beside, and the rule."""
        at = phrase.span.start
        if self.scene.is_publishers(phrase.role, at):
            return country_of(self.scene.publisher or ""), "country.publisher"
        if self._said(phrase) & words_of("reigning"):
            return self.scene.country_near(at, role="ruler")
        iso = self.scene.whose.likeliest(at, phrase.role, self.act.country)
        if phrase.role in PLACED and self.act.told_there:
            iso = self.act.country
        placed = phrase.role in PLACED and iso == self.act.country
        return (iso, "country.place" if placed else "country.report") if iso else (None, "")

    def _of_enemy(self) -> bool:
        """True for the soldiers of `Enemy losses: 40 soldiers`: they are of the party told beside them."""
        listed = (words_in(self.scene.text, *span) for span in self.act.beside)
        return any(said and said[-1].key in words_of("foes") for said in listed)

    def _said(self, phrase: Phrase) -> set[str]:
        return {w.key for w in words_in(self.scene.text, *phrase.span)}

    def _repeated(self, phrase: Phrase) -> tuple[str, str] | None:
        far = phrase.word in words_of("missions") or phrase.word in words_of("services")
        referent = self.memory.repeated(phrase, back=None if far else REPEAT_REACH)
        if referent is None:
            return None
        named = referent.phrase
        iso = named.country or (country_of(named.actors[0]) if named.actors else None)
        return (iso, f"country@{referent.span.start}-{referent.span.end}") if iso else None

    def _same_people(self, phrase: Phrase) -> tuple[str, str] | None:
        """The country of `the workers` after `nine Orvanian workers`, and the rule."""
        referent = self.memory.repeated(phrase) if phrase.definite else None
        if referent is None or referent.phrase.country is None or referent.phrase.word != phrase.word:
            return None
        return referent.phrase.country, f"country@{referent.span.start}-{referent.span.end}"

    def _again(self, phrase: Phrase) -> Choice | None:
        """`the embassy` after `U.S. embassy`."""
        referent = self.memory.repeated(phrase) if phrase.definite else None
        if referent is None or self._called_otherwise(phrase, referent):
            return None
        found = self._meant(referent)
        return found if found.actor else None

    def _last_named(self, phrase: Phrase) -> Choice:
        """`the latter`: the body named right before."""
        near = islice(self.memory.before(phrase.span.start), LAST_REACH)
        return next((found for referent in near if (found := self._meant(referent)).actor), NOBODY)

    def _called_otherwise(self, phrase: Phrase, referent: Referent) -> bool:
        """True for `the Joint Forces` after `Rapid Support Forces`: a name of its own with the same noun."""
        own = [w for w in words_in(self.scene.cased, *phrase.span)[1:] if w.end <= phrase.head.start]
        named = {w.key for w in own if w.shape != "lower"}
        return not named <= {w.key for w in words_in(self.scene.text, *referent.span)}

    def _introduced(self, phrase: Phrase) -> Choice | None:
        """A person whose office or body the document says elsewhere."""
        listed = words_in(self.scene.text, *phrase.span)
        if (phrase.role in ROLES and phrase.country) or not listed or self.depth >= DEPTH:
            return None
        office = self.memory.persons(listed[-1].key, given=given_name(phrase, self.scene))
        if office is None or office.overlaps(phrase.span):
            return None
        found = choose(office, self.act, scene=self.scene, memory=self.memory, depth=self.depth + 1)
        return Choice(found.actor, f"person@{office.start}-{office.end}") if found.actor else None

    def _crowd(self, phrase: Phrase) -> Choice | None:
        """`Thousands` who march are protesters of the country they march in."""
        if self.act.role != "agents" or self.act.action != "protest":
            return None
        # `Cuban exiles`, `ethnic Albanians`: they are of the country that they live in.
        own = None if self._said(phrase) & words_of("emigrants") else phrase.country
        at = phrase.span.start
        iso = own or self.act.country or self.scene.whose.likeliest(at, "protesters", None)
        return Choice(f"{iso}:protesters", "country.place") if iso else None

    def _others(self, phrase: Phrase) -> Choice:
        """`20 others` are what the victims just named in the sentence are; `people` may be anybody."""
        if phrase.word not in words_of("others"):
            return NOBODY
        here = self.scene.sentence_at(phrase.span.start)
        for referent in self.memory.before(phrase.span.start):
            if referent.sentence != here:
                break
            if referent.phrase.role in ("civilians", "medical"):
                return self._meant(referent)
        return NOBODY

    def _sender(self, phrase: Phrase) -> str | None:
        """Whose troops are that somebody sent: `Orvane sent troops into Bria`, `troops sent by Orvane`."""
        bare = phrase.role in ("force", "military") and phrase.country is None
        if bare and (by := self._sent_by(phrase)) is not None:
            return by
        if not bare or self.act.role != "agents" or not self._act_of("moved"):
            return None
        beside = (span for span in self.act.beside if span != phrase.span)
        named = (span for span in beside if (p := self.scene.phrase(span)).country or p.actors)
        sender = next((self._whoever(span, self.act).actor for span in named), None)
        return country_of(sender) if sender else None

    def _sent_by(self, phrase: Phrase) -> str | None:
        """The country that the words around the troops say sent or has them."""
        for token in self.scene.parse.tokens_in(phrase.head)[-1:]:
            if token.dep_ == "dobj" and token.head.lemma_ in words_of("having"):
                return self._country_of(surface_subjects(token.head))
            for verb in (c for c in token.children if c.dep_ == "acl" and c.lemma_ in words_of("sending")):
                return self._country_of([w for by in verb.children if by.lower_ == "by" for w in by.children])
        return None

    def _country_of(self, words: Sequence[Token]) -> str | None:
        """The country of the first of the words that is known."""
        found = (self._whoever(Span(w.idx, w.idx + len(w)), self.act).actor for w in words)
        return next((country_of(actor) for actor in found if actor), None)

    def _force(self, phrase: Phrase) -> Choice:
        """`the 4th Brigade` of the country's army; `guns` of one near by; `jets` of any; `drones` of none."""
        army = replace(phrase, role="military")
        if is_numbered(phrase, self.scene):
            return self._role(army)
        if self.act.role == "agents" and (own := self._owner_told(phrase) or self._owned_before(phrase)):
            return own
        machines = words_of("warplanes") | words_of("flying")
        anybodys = phrase.word in machines and not phrase.definite
        near = None if anybodys else army_near(phrase, self.memory)
        armys = phrase.word in words_of("warplanes") | words_of("army_units")
        return near or (self._role(army) if armys else NOBODY)

    def _owner_told(self, phrase: Phrase) -> Choice | None:
        """Whose the words after the machines say they are: `jets believed to belong to the coalition`."""
        heads = self.scene.parse.tokens_in(phrase.head)[-1:]
        # The parser has `jets believed to belong` as what jets believe.
        verbs = [c for head in heads for c in head.head.children if c.lemma_ in words_of("belonging")]
        phrases = (*heads, *(verb for verb in verbs if verb.dep_ == "xcomp"))
        below = {t.i for word in phrases for t in word.subtree if t.i > word.i and word not in t.conjuncts}
        for span in self.act.beside:
            told = self.scene.parse.tokens_in(span)
            if span != phrase.span and told and all(t.i in below for t in told):
                found = self._whoever(span, self.act)
                if found.actor:
                    return found
        return None

    def _owned_before(self, phrase: Phrase) -> Choice | None:
        """`a second drone` after `Russian drones`: theirs, before any army that stands nearer."""
        referent = self.memory.repeated(phrase, back=OWNED_REACH)
        found = self._meant(referent) if referent else NOBODY
        return found if found.actor else None


def _acting(actor: str | None, act: Act) -> str | None:
    """A state's speaker who says `we` in an armed act means its army."""
    if actor and actor[:3].isupper() and actor.endswith((":government", ":military")):
        return f"{actor[:3]}:{state_role(act, 'ruler')}"
    return actor
