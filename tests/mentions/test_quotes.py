"""Quotations found in sentences of every form the codebook's section 8 names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotate.parser import parse
from dateline.mentions.quotes import quotes
from dateline.mentions.record import Quote
from dateline.read.text import document_of


def found(text: str) -> list[tuple[str | None, str | None, str]]:
    """(source, cue, content) of every quotation, the pieces of content joined by ` / `."""
    document = document_of(text, name="t")
    made = []
    for quote in quotes(parse(document)):
        source = None if quote.source is None else document.quote(quote.source)
        cue = None if quote.cue is None else document.quote(quote.cue)
        made.append((source, cue, " / ".join(document.quote(c).strip() for c in quote.content)))
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Colonel Amin said that the garrison had withdrawn from the port.",
            ("Colonel Amin", "said", "that the garrison had withdrawn from the port"),
        ),
        (
            "The garrison withdrew from the port, Colonel Amin said on Monday.",
            ("Colonel Amin", "said", "The garrison withdrew from the port"),
        ),
        (
            "Nine people were hurt, said a nurse at the clinic.",
            ("a nurse at the clinic", "said", "Nine people were hurt"),
        ),
        (
            "A shell killed nine people near the mill on Friday a monitor said.",
            ("a monitor", "said", "A shell killed nine people near the mill on Friday"),
        ),
        (
            "According to the hospital, nine people were hurt.",
            ("the hospital", "According to", "nine people were hurt"),
        ),
        (
            "Nine people were hurt, according to the hospital.",
            ("the hospital", "according to", "Nine people were hurt"),
        ),
        (
            "The front claimed responsibility for the blast.",
            ("The front", "claimed", "the blast"),
        ),
        (
            "The governor accused the militia of burning the market.",
            ("The governor", "accused", "the militia of burning the market"),
        ),
        (
            "The air force denied that it had bombed the clinic.",
            ("The air force", "denied", "that it had bombed the clinic"),
        ),
        (
            "Raiders from the hills, a miller said, burned two barns.",
            ("a miller", "said", "Raiders from the hills / burned two barns"),
        ),
        (
            "The raiders, villagers told the radio by telephone, burned a barn.",
            ("villagers", "told", "The raiders / burned a barn"),
        ),
        (
            "A drone raid on the port of Orvane on Monday hurt nine people, including a nurse, "
            "provincial governor Ada Okoro wrote on Telegram.",
            (
                "provincial governor Ada Okoro",
                "wrote",
                "A drone raid on the port of Orvane on Monday hurt nine people, including a nurse",
            ),
        ),
        (
            "Citing the harbour office, the gazette reported that raiders burned a barge.",
            ("the harbour office", "Citing", "that raiders burned a barge"),
        ),
        (
            "Nine millers died, the gazette quoted a nurse as saying.",
            ("a nurse", "saying", "Nine millers died"),
        ),
        (
            "The front took responsibility for the blast.",
            ("The front", "took", "the blast"),
        ),
        (
            "Villagers blamed the fire on the garrison.",
            ("Villagers", "blamed", "the fire on the garrison"),
        ),
        (
            "While the garrison said nine men fell, the raiders spoke of two.",
            ("the garrison", "said", "nine men fell"),
        ),
        (
            "The garrison says it sank a barge; the raiders say the barge hit a rock.",
            ("The garrison", "says", "it sank a barge"),
        ),
        (
            "In the words of one miller, raiders burned every barn.",
            ("one miller", "In the words of", "raiders burned every barn"),
        ),
        (
            "She said that, according to the harbour office, nine barges burned.",
            ("the harbour office", "according to", "nine barges burned"),
        ),
        (
            "The observatory documented the shelling of two mills.",
            ("The observatory", "documented", "the shelling of two mills"),
        ),
        (
            "Police put the death toll at nine.",
            ("Police", "put", "the death toll at nine"),
        ),
    ],
)
def test_quote(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


def test_direct_speech_keeps_its_marks() -> None:
    assert ("the driver", "said", '"The road was dark,"') in found('"The road was dark," the driver said.')


def test_participle_shares_the_speaker() -> None:
    made = found("The mayor said two shops burned, adding that nobody was hurt.")
    assert ("The mayor", "adding", "that nobody was hurt") in made


def test_second_sentence_in_marks_belongs_to_the_same_speaker() -> None:
    made = found('"We left at dawn," the farmer said. "The whole village was burning behind us."')
    assert any(s == "the farmer" and "whole village" in c for s, _, c in made)


def test_quotation_over_paragraphs() -> None:
    made = found(
        "The envoy said: “The bridge was shelled for hours.\n“Two of our trucks were hit on the way back.”"
    )
    assert any(s == "The envoy" and "Two of our trucks" in c for s, _, c in made)


def test_missing_closing_mark_ends_with_its_sentence() -> None:
    made = found('The envoy said "the bridge was shelled for three hours. The column then turned back.')
    assert not any("column" in c for _, _, c in made)


def test_nested_sources_are_both_found() -> None:
    made = found("The agency reported that the ministry said the column had turned back.")
    assert {s for s, _, _ in made} >= {"The agency", "the ministry"}


def test_quoted_as_saying_gives_the_person_quoted() -> None:
    made = found("The agency quoted the general as saying that the column had turned back.")
    assert any(s == "the general" and "column had turned back" in c for s, _, c in made)


def test_statement_given_in_full() -> None:
    made = found(
        "Foreign Minister Ada Okoro said:\nThe attack on the mill was a crime.\nWe will help the victims."
    )
    assert any(s and s.endswith("Okoro") and "help the victims" in c for s, _, c in made)


def test_statement_that_follows_a_full_stop() -> None:
    made = found("Admiral Ada Okoro briefed reporters as follows.\nThe raid on the mill was a crime.")
    assert any(s and s.endswith("Okoro") and "raid on the mill" in c for s, _, c in made)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Nine people were hurt, according to Col. Ada Okoro.", "Col. Ada Okoro"),
        ("According to Maj. Ada Okoro, nine people were hurt.", "Maj. Ada Okoro"),
        ("Orvane's Oak Front militant group claimed its men had burned the mill.",
         "Orvane's Oak Front militant group"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_whole(text: str, source: str) -> None:
    assert [s for s, _, _ in found(text)] == [source]


@pytest.mark.parametrize(
    "headline", ["Nine killed in mill attack: police", "Nine killed in mill attack - police"]
)
def test_headline_source(headline: str) -> None:
    made = found(f"{headline}\nA shell hit the mill on Friday and nine people were killed.")
    assert any(s == "police" and c == "Nine killed in mill attack" for s, _, c in made)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The blast wounded at least 30 people said a rescue worker.", "a rescue worker"),
        ("Nine millers were hurt some of them badly said a guard quoted by the radio.", "a guard"),
        ("Raids hit the mill said the head of the council in a statement.", "the head of the council"),
        ("A blast killed two and hurt seven Orvane Mayor Ada Okoro said Friday.", "Orvane Mayor Ada Okoro"),
        ("Raiders hurt three Syrian activists said.", "three Syrian activists"),
        ("Shells killed nine including a child state news agency SANA said.", "state news agency SANA"),
        ("A barrage of shells killed nine millers on Wednesday state media said.", "state media"),
        ("Two raids hit clinics in Syria Unicef said.", "Unicef"),
        ("PORT AMBER May 8 (Xinhua) - The navy announced that nine men drowned.", "The navy"),
        ("Gunmen killed three infants the U.N. human rights office said.", "the U.N. human rights office"),
        ("Raiders hit the port as a reporter in Bria said loud blasts could be heard.", "a reporter in Bria"),
        ("The raid is meant to hit the ULF Okoro said on Friday.", "Okoro"),
        ("The UN Security Council said the mill had burned.", "The UN Security Council"),
        ("In a statement, the U.S. Navy said the mill had burned.", "the U.S. Navy"),
        ("Villages were burned by rebels Okoro said.", "Okoro"),
        ("Nine died near the towns of Bria and Tel Mora, Orvane governor Ada Okoro said.",
         "Orvane governor Ada Okoro"),
    ],
)  # fmt: skip
def test_speakers_where_commas_were_lost(text: str, speaker: str) -> None:
    assert [s for s, cue, _ in found(text) if cue and cue.endswith(("said", "announced"))][-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The general who led the raid said the same thing.", "The general who led the raid"),
        ("The unit that took the mill said the mayor had fled.", "The unit that took the mill"),
        ("Men who left the town on Monday said the mayor fled.", "Men who left the town"),
    ],
)
def test_what_is_said_is_no_speaker(text: str, speaker: str) -> None:
    assert [s for s, _, _ in found(text)] == [speaker]


def test_while_sets_one_speaker_against_another() -> None:
    made = found("The army said it killed nine men, while the raiders said they had sunk a boat.")
    assert ("The army", "said", "it killed nine men") in made
    assert found("The army said six men fell while the fight went on.")[0][2].endswith("went on")


@pytest.mark.parametrize("body", ["Monitoring group", "State media", "Monitor", "Syrian Observatory"])
def test_headline_whose_mark_was_lost(body: str) -> None:
    made = found(
        f"Mortar fire on mill kills nine {body}\n\nMortar fire on mill kills nine {body} A mill burned."
    )
    assert [(s, c) for s, _, c in made] == [(body, "Mortar fire on mill kills nine")] * 2


@pytest.mark.parametrize("body", ["Sudanese army", "Houthis", "RSF", "Interior ministry", "UN"])
def test_headline_that_begins_with_its_source(body: str) -> None:
    made = found(f"{body}: drones hit a mill in Kosti\n\nA mill burned on Friday, and nobody knew why.")
    assert any(s == body and c == "drones hit a mill in Kosti" for s, _, c in made)


@pytest.mark.parametrize("label", ["Sudan", "KOSTI", "Analysis"])
def test_a_topic_before_a_headline_says_nothing(label: str) -> None:
    made = found(f"{label}: drones hit a mill in Kosti\n\nA mill burned on Friday, and nobody knew why.")
    assert not any(s == label for s, _, _ in made)


def test_a_claimed_blast_that_killed_is_no_part_of_who_claimed_it() -> None:
    made = found("A bomb blast claimed by the Harbour Front group killed at least nine people in Kosti.")
    assert [s for s, cue, _ in made if "claimed" in cue] == ["the Harbour Front group"]


def test_an_agency_before_its_verb_is_no_end_of_a_long_subject() -> None:
    made = found(
        "Army units continued raids in Homs and the farms surrounding it in the east destroying several "
        "tunnels with the gunmen inside and taking control over building blocks SANA reported."
    )
    assert [s for s, cue, _ in made if cue == "reported"] == ["SANA"]


def test_headline_run_into_the_text_is_not_the_speakers() -> None:
    made = found("Shell kills nine\nShell kills nine 5 May 2014 A shell hit the mill a monitor said.")
    assert [c for s, _, c in made if s == "a monitor"] == ["A shell hit the mill"]


def test_all_capitals() -> None:
    made = found("COLONEL AMIN SAID THAT THE GARRISON HAD WITHDRAWN FROM THE PORT.")
    assert any(s == "COLONEL AMIN" and "GARRISON HAD WITHDRAWN" in c for s, _, c in made)


def test_recording_belongs_to_its_label() -> None:
    made = found("The post was hit. [Begin recording] [Okoro] Two men were hurt there. [end recording]")
    assert ("Okoro", None, "Two men were hurt there.") in made


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The post was hit. [Begin Okoro recording] Two men were hurt there. [end recording]",
            "Okoro",
            "Two men were hurt there.",
        ),
        (
            "[Speech by Mayor Ada Okoro to the guild; recorded]\n\nFriends: they burned nine mills.",
            "Mayor Ada Okoro",
            "Friends: they burned nine mills.",
        ),
        (
            "[Address by President Ada Okoro over radio networks]\n\nThey burned nine mills.",
            "President Ada Okoro",
            "They burned nine mills.",
        ),
    ],
)
def test_a_label_says_whose_words_follow(text: str, source: str, content: str) -> None:
    assert (source, None, content) in found(text)


@pytest.mark.parametrize("label", ["Kosti", "Uzbekistan", "Special Report"])
def test_a_place_before_a_headline_says_nothing(label: str) -> None:
    made = found(f"{label}: guards use nine drones in raid\n\nNine drones were seen in Kosti on Friday.")
    assert not any(cue == ":" for _, cue, _ in made)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor said in a statement that nine mills had burned.", "said in a statement"),
        ("The mayor said in Kosti that nine mills had burned.", "said"),
    ],
)
def test_what_it_is_said_in_is_part_of_the_cue(text: str, cue: str) -> None:
    assert [c for _, c, _ in found(text)] == [cue]


def test_nobody_speaks_in_laws() -> None:
    assert not any(
        cue == "according to" for _, cue, _ in found("They treat captives according to the Tarn conventions.")
    )


def test_credit_for_an_act_is_the_claimants() -> None:
    made = found("The guild took credit for the raid on the mill.")
    assert [(s, c) for s, cue, c in made if cue == "took"] == [("The guild", "the raid on the mill")]


@pytest.mark.parametrize(
    "text",
    [
        "The army continues to advance on the town.",
        'The so-called "safe zone" was hit twice.',
        "Soldiers found six rifles in a barn.",
        "I think the rain will stop.",
    ],
)
def test_nobody_is_quoted(text: str) -> None:
    assert [q for q in found(text) if q[0] is not None] == []


WORDS = st.sampled_from(
    [
        "the",
        "army",
        "said",
        '"',
        "“",
        "”",
        "that",
        "nine",
        "died",
        ",",
        ".",
        "he",
        "added",
        ":",
        "\n",
        "police",
        "AFP",
    ]
)


def test_attitudes_are_found_outside_what_others_say() -> None:
    outside = found("The guild opposes the new law and has doubts about the mill.")
    inside = found("The clerk said that the guild opposes the new law.")
    assert ("The guild", "opposes", "the new law") in outside
    assert ("The guild", "has doubts about", "the mill") in outside
    assert [cue for _, cue, _ in inside] == ["said"]


def test_a_plan_inside_what_somebody_says_is_part_of_it() -> None:
    made = found("The clerk said that the army planned to retake the port.")
    assert [cue for _, cue, _ in made] == ["said"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Okoro: army has retaken the port.", ("Ada Okoro", ":", "army has retaken the port")),
        (
            "The mayor replied by saying that the port was lost.",
            ("The mayor", "saying", "that the port was lost"),
        ),
        (
            "Colonel Amin, speaking in the port, said that nine people were hurt.",
            ("Colonel Amin", "said", "that nine people were hurt"),
        ),
    ],
)
def test_speakers_that_stand_apart_from_their_cue(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"A truck blew up near a post killing five people" the Amber Observatory for Rights said.',
            (
                "the Amber Observatory for Rights",
                "said",
                '"A truck blew up near a post killing five people"',
            ),
        ),
        (
            '"Two of the dead were clerks" head of the Amber Watch for Rights Ada Okoro said.',
            ("head of the Amber Watch for Rights Ada Okoro", "said", '"Two of the dead were clerks"'),
        ),
        (
            'The minister spoke. "Five people died in the raid" Okoro was quoted as saying by a newspaper.',
            ("Okoro", "quoted", '"Five people died in the raid"'),
        ),
        (
            "Two attacks, claimed by the Amber Front, have killed nine people.",
            ("the Amber Front", "claimed by", "Two attacks"),
        ),
    ],
)
def test_speakers_the_parser_misses(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


def test_a_label_before_a_colon_speaks_for_nobody() -> None:
    assert not [q for q in found("Correction: the mayor has left the port.") if q[1] == ":"]


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_spans_lie_in_the_text_and_content_excludes_source_and_cue(text: str) -> None:
    document = document_of(text, name="t")
    for quote in quotes(parse(document)):
        _check(quote, len(text))


def test_nobody_is_quoted_by_words_inside_the_marks() -> None:
    text = 'Then " the army " said the'
    (marked,) = [q for q in quotes(parse(document_of(text, name="t"))) if q.direct]
    assert (marked.source, marked.rule) == (None, "marks.alone")


def _check(quote: Quote, length: int) -> None:
    for span in (*quote.content, *(s for s in (quote.source, quote.cue) if s is not None)):
        assert 0 <= span.start < span.end <= length
    for content in quote.content:
        assert quote.cue is None or not content.overlaps(quote.cue) or quote.rule == "marks.continued"
        assert quote.source is None or not content.overlaps(quote.source) or quote.rule == "marks.continued"


def test_speaker_after_the_marks_is_preferred_to_the_one_before() -> None:
    made = found(
        'Nine died, a monitor said. "A truck of cement blew up... near the gate" the mayor of the port said.'
    )
    assert any(s == "the mayor of the port" and "A truck of" in c for s, _, c in made)


def test_signed_quotation() -> None:
    made = found('"The whole street was under water for a week." ― Ada Okoro')
    assert ("Ada Okoro", "―", '"The whole street was under water for a week."') in made


def test_interview_turns_but_not_datelines() -> None:
    made = found("OKORO: Who fired?\nAMIN: They fired first.\nOKORO: And then?\nAMIN: We left.")
    assert [(s, c) for s, _, c in made if s == "AMIN"] == [
        ("AMIN", "They fired first."),
        ("AMIN", "We left."),
    ]
    assert found("PORT AMBER: The garrison has left the port.") == []


def test_a_lead_printed_twice_is_not_the_speakers_the_first_time() -> None:
    lead = "Raiders burned two barns near the mill on Friday and fled over the river"
    made = found(f"Barns burn\n{lead} {lead} a miller said.")
    assert [c for s, _, c in made if s == "a miller"] == [lead]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Turkey, alarmed by a siege in Orvane spilling over the border, urged the clans to halt.", "Turkey"),
        (
            "Kenya, fearing a war in Somalia reaching its northern towns, called on the rebels to leave.",
            "Kenya",
        ),
    ],
)
def test_what_moves_a_speaker_is_none_of_his_name(text: str, source: str) -> None:
    assert source in [who for who, cue, _ in found(text) if cue in ("urged", "called on")]
