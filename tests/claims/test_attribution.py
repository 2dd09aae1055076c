"""Who says a claim: the chain from the outlet inward, its kinds, and whom pronouns stand for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from dateline.annotate import Parse
from dateline.annotate.evidence import SOURCE_KINDS, Scores
from dateline.annotate.parser import parse
from dateline.claims.attribution import attribute, speakers_of
from dateline.claims.record import Source
from dateline.document import Span
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of


def chain(text: str, trigger: str) -> tuple[Source, ...]:
    """The sources of the last occurrence of `trigger`."""
    parsed = parse(document_of(text, name="t"))
    start = text.rindex(trigger)
    return told(parsed, Span(start, start + len(trigger)))


def told(parsed: Parse, trigger: Span) -> tuple[Source, ...]:
    found = tuple(quotes(parsed))
    return attribute(trigger=trigger, parse=parsed, quotes=found, speakers=speakers_of(parsed, found))


@pytest.mark.parametrize(
    ("text", "trigger", "source", "kind"),
    [
        ("A military source said the army took the hill.", "took", "A military source", "unnamed_official"),
        ("Nine people were killed, residents said.", "killed", "residents", "witness"),
        ("Gunners killed, by the villagers' count, nine people.", "killed", "the villagers", "witness"),
        ("By the count of the villagers, soldiers shelled the mill.", "shelled", "the villagers", "witness"),
        (
            "Rebels shelled the mill; two people were killed, by the count of the clinic for herders.",
            "killed",
            "the clinic for herders",
            "field_source",
        ),
        ("The court heard that soldiers shelled the mill.", "shelled", "The court", "named_official"),
        ("The rebels claimed responsibility for the bombing.", "bombing", "The rebels", "armed_group"),
        ("Villagers accused the militia of burning the mill.", "burning", "Villagers", "witness"),
        (
            "According to the state news agency, the army took the hill.",
            "took",
            "the state news agency",
            "media",
        ),
    ],
)
def test_source(text: str, trigger: str, source: str, kind: str) -> None:
    nearest = chain(text, trigger)[-1]
    assert (nearest.text, nearest.kind) == (source, kind)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army took the hill on Friday.", "took"),
        ("A column said to number forty trucks took the hill.", "took"),
        ("The raiders abducted a dentist and two alleged thieves.", "abducted"),
        ("Forty Troops Feared Held in Kuria", "Held"),
        ("Villagers accused the militia of burning the mill.", "accused"),
        ("The army reportedly took the hill.", "took"),
        ("The army continued to shell the hill.", "shell"),
        ("The minister condemned the attack on the mill.", "attack"),
        ("Nobody has yet claimed responsibility for the attack.", "attack"),
    ],
)
def test_own_voice(text: str, trigger: str) -> None:
    assert chain(text, trigger) == ()


def test_chain_runs_from_the_outlet_inward() -> None:
    text = "The state news agency reported that the defence ministry said the column turned back."
    assert [s.text for s in chain(text, "turned")] == ["The state news agency", "the defence ministry"]


@pytest.mark.parametrize(
    ("second", "trigger"),
    [("He added that two trucks were destroyed.", "destroyed"), ('"Two trucks burned," he said.', "burned")],
)
def test_pronoun_gives_the_speakers_name(second: str, trigger: str) -> None:
    nearest = chain(f"Colonel Daniel Amin said the hill was shelled. {second}", trigger)[-1]
    assert nearest.text == "Colonel Daniel Amin"
    assert "anaphora" in nearest.rule


def test_one_of_two_who_spoke_together_is_not_both() -> None:
    text = (
        "The secretary and Omar Faris said the mill was safe. "
        "The secretary said the army had shelled the mill."
    )
    assert chain(text, "shelled")[-1].text == "The secretary"


def test_bare_noun_gives_the_fuller_words() -> None:
    text = "A military source said the hill was shelled. The source added that two trucks were destroyed."
    assert chain(text, "destroyed")[-1].text == "A military source"


def test_we_in_a_quotation_is_its_speaker() -> None:
    nearest = chain('"We believe that six men died," General Amin said.', "died")[-1]
    assert nearest.text == "General Amin"


class Sure:
    """Evidence of an encoder that is sure an unnamed official reports everything."""

    def __init__(self, tokens: int) -> None:
        self.action = self.status = self.actor = np.zeros((tokens, 1), np.float32)
        self.voice = np.zeros((tokens, len(SOURCE_KINDS)), np.float32)
        self.voice[:, SOURCE_KINDS.index("unnamed_official")] = 1

    def arguments(self, trigger: Sequence[int]) -> Scores:
        """Nothing is an argument."""
        return np.zeros((len(self.voice), 1), np.float32)

    def arguments_of(self, triggers: Sequence[Sequence[int]]) -> list[Scores]:
        """Of no trigger."""
        return [self.arguments(trigger) for trigger in triggers]


def test_encoder_continues_a_report_where_no_cue_stands() -> None:
    text = "A military source said the hill was shelled. Two trucks were destroyed."
    bare = parse(document_of(text, name="t"))
    parsed = Parse(bare.document, bare.doc, bare.sentences, Sure(len(bare.doc)))
    start = text.index("destroyed")
    made = told(parsed, Span(start, start + 9))
    assert [(s.text, s.kind, s.rule) for s in made] == [
        ("A military source", "unnamed_official", "model.continued")
    ]
    assert chain(text, "destroyed") == ()


def test_cue_and_spans_are_kept() -> None:
    text = "Nine people were killed, residents said."
    nearest = chain(text, "killed")[-1]
    assert nearest.cue == "said"
    assert nearest.cue_span is not None
    assert text[slice(*nearest.cue_span)] == "said"
    assert nearest.span is not None
    assert text[slice(*nearest.span)] == "residents"


def test_he_is_the_subject_of_the_sentence_before() -> None:
    text = "A miller said raiders burned the barn. The mayor fled at noon. He said the bridge was blown up."
    assert [s.text for s in chain(text, "blown up")] == ["The mayor"]


def test_a_body_named_whole_is_no_other_body_named_later() -> None:
    text = "The UN said two mills burned. The UN Security Council said that the truce had ended."
    assert [s.text for s in chain(text, "burned")] == ["The UN"]


def test_a_semicolon_ends_what_is_acknowledged() -> None:
    text = "Nine raiders died in the mill; the raiders acknowledged the loss of a barge."
    assert chain(text, "died") == ()


def test_no_raid_tells_what_the_group_says_of_it() -> None:
    text = (
        "The herders Orun is Being Emptied Silently now said the raids were by foreign jets and put the dead "
        "of Orun at nine."
    )
    assert "the raids" not in [source.text for source in chain(text, "dead")]


def test_a_word_in_small_letters_is_nobody_whom_she_stands_for() -> None:
    text = (
        "Glwadys Okoro leads the town. She says some herders are hiding in the bush. She says they think "
        "that rebels have retreated."
    )
    assert [s.text for s in chain(text, "retreated") if s.text == "bush"] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # Somebody new is nobody of before.
        ("A senior port police officer denied the arrests. Officers said six men were jailed.", "Officers"),
        ("A harbour nurse said the mill burned. A nurse told the radio that six men were jailed.", "A nurse"),
        # A body is none of its people.
        ("PBI Director Ada Okoro said the mill burned. The PBI said six men were jailed.", "The PBI"),
        # Whom a report cites is not the report that cites him.
        (
            "A Tarn Radio report citing unnamed port officials said that six men were jailed.",
            "unnamed port officials",
        ),
        # Who is on the hill, not the hill.
        (
            "Six men were jailed a nurse on the hill told the radio.",
            "a nurse on the hill",
        ),
        # The letter's reader says nothing.
        ("The report was sent to officers saying that six men were jailed.", "The report"),
    ],
)
def test_who_is_meant(text: str, source: str) -> None:
    assert chain(text, "jailed")[-1].text == source


@pytest.mark.parametrize(
    "text",
    [
        "The governor knew that the militia had shelled the mill.",
        "Millers learned that rebels had shelled the mill.",
        "The port can expect that rebels shelled the mill.",
    ],
)
def test_what_is_known_or_to_be_expected_is_said_by_nobody(text: str) -> None:
    assert chain(text, "shelled") == ()


def test_who_tells_what_another_said_stands_outside() -> None:
    text = "She said the raid on the mill was a crime, Tarn radio reported."
    assert [s.text for s in chain(text, "raid")] == ["Tarn radio", "She"]


def test_all_of_a_clause_is_told_where_the_parser_stops_early() -> None:
    text = (
        "Okoro left the port, saying Orvane soldiers massed nearby in Tarn threatened the mill and its barns."
    )
    assert [s.text for s in chain(text, "threatened")] == ["Okoro"]


def test_marked_paragraphs_behind_a_colon_are_the_speakers() -> None:
    text = 'The clan chief met millers in Tarn. He said:\n\n"We took the mill and lost two men."\n\nHe left.'
    nearest = chain(text, "took")[-1]
    assert (nearest.text, nearest.direct) == ("The clan chief", True)
    assert chain(text, "left") == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The mill, as the mayor pointed out, was shelled in May.", "the mayor"),
        ("As a harbour clerk put it, the mill was shelled for nothing.", "a harbour clerk"),
        ('The letter read: "The mill was shelled."', "The letter"),
        ("By one count, the mill was shelled nine times.", "one count"),
        # `it` is the body that the sentence before is about.
        ("The ministry issued a statement on Monday. It said the mill was shelled.", "The ministry"),
        # A country is no man, and records are nobody.
        (
            "Ada Okoro said the port was safe. Russia said it was not. She said the mill was shelled.",
            "Ada Okoro",
        ),
        (
            "Nine men died, according to army records. The families sued. They say the mill was shelled.",
            "They",
        ),
        # A title is the same, short or long.
        (
            "Gen. Omar Faris said the port was safe. The general added that the mill was shelled.",
            "Gen. Omar Faris",
        ),
        (
            "According to the Orvane rights office (ORO), the mill was shelled.",
            "the Orvane rights office (ORO)",
        ),
    ],
)
def test_whose_words(text: str, source: str) -> None:
    assert chain(text, "shelled")[-1].text == source


def test_a_charge_that_is_denied_is_not_told_by_who_denies_it() -> None:
    assert chain("The army blamed rebels for the raid, a charge they denied.", "blamed") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The militia burned the mill, nurses and clerks said, as herders fled.",
        "The mill has burned in the raid, according to harbour officials, as herders fled to the hills.",
    ],
)
def test_what_goes_on_meanwhile_is_told_by_the_outlet(text: str) -> None:
    assert len(chain(text, "burned")) == 1
    assert chain(text, "fled") == ()


def test_as_somebody_announces_something_is_no_word_of_his() -> None:
    assert chain("The mill burned on Monday, as the army announced a truce.", "burned") == ()
