"""Where what somebody says ends inside its sentence."""

from __future__ import annotations

import pytest

from dateline.annotate.parser import parse
from dateline.mentions.quotes import quotes
from dateline.read.text import document_of


def said(text: str, speaker: str) -> list[str]:
    """What `speaker` says by the cue `say` or `said`."""
    document = document_of(text, name="t")
    return [
        document.quote(span).strip()
        for quote in quotes(parse(document))
        if quote.source is not None
        and document.quote(quote.source) == speaker
        and quote.rule.startswith("say.")
        for span in quote.content
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The men, who say they are herders, burned a mill.", "The men", "they are herders"),
        (
            "The militia, which says it defends herders, accused the guild of theft.",
            "The militia",
            "it defends herders",
        ),
        (
            "The mayor said jets had bombed the market, blaming the army for the raid.",
            "The mayor",
            "jets had bombed the market",
        ),
        (
            "The mayor said that the army was blaming herders for the raid.",
            "The mayor",
            "that the army was blaming herders for the raid",
        ),
        (
            "The bridge that the miller says they burned was old.",
            "the miller",
            "they burned",
        ),
    ],
)
def test_what_is_said_ends_where_the_report_goes_on(text: str, speaker: str, content: str) -> None:
    assert content in said(text, speaker)


def by_speaker(text: str) -> dict[str, str]:
    """What each speaker is heard to say, by any cue."""
    document = document_of(text, name="t")
    return {
        document.quote(quote.source): " ".join(document.quote(span).strip(" ,.") for span in quote.content)
        for quote in quotes(parse(document))
        if quote.source is not None
    }


def test_according_to_behind_while_tells_of_its_own_clause() -> None:
    text = (
        "The ministry said guards had held Orvane, while rebels took Karim, according to a monitor."
    )  # fmt: skip
    assert by_speaker(text) == {
        "The ministry": "guards had held Orvane",
        "a monitor": "while rebels took Karim",
    }


def test_who_denies_a_claim_does_not_tell_it() -> None:
    text = "The rebels said they had taken the headquarters in Orvane, a claim the army denied."
    told = by_speaker(text)
    assert told["The rebels"] == "they had taken the headquarters in Orvane"
    assert "taken" not in told.get("the army", "")


def test_of_two_subjects_the_one_beside_the_verb_tells() -> None:
    text = "Guards arrested opposition figure Ada Okoro, her party said."
    assert list(by_speaker(text)) == ["her party"]


def test_the_war_that_a_headline_is_about_says_nothing() -> None:
    assert list(by_speaker("Ukraine war: Russia claims capture of Toretsk.")) == ["Russia"]


def test_a_man_named_said_says_nothing_by_his_name() -> None:
    text = "The militia's leader Said Abdullo Karim, who lives in Orvane, said that his men had left."
    assert "The militia's leader" not in by_speaker(text)
