"""Plain text to blocks: titles, headings, paragraphs, marks, datelines."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.text import document_of


def shape(text, **given):
    """Each block as `kind: words`, lines joined."""
    document = document_of(text, name="t", **given)
    return [f"{b.kind}: {' '.join(document.quote(b.span).split())}" for b in document.blocks]


def test_place_lines_head_what_follows():
    text = (
        "The army moved on two fronts.\nKhorvat\nTwo hills fell.\nA dam fell too.\n"
        "Deir Amra\nNothing moved.\n12/40"
    )
    document = document_of(text, name="t")
    headings = [
        None if b.heading is None else document.quote(document.blocks[b.heading].span)
        for b in document.blocks
    ]
    assert [b.kind for b in document.blocks] == [
        "paragraph", "heading", "paragraph", "paragraph", "heading", "paragraph", "mark",
    ]  # fmt: skip
    assert headings == [None, None, "Khorvat", "Khorvat", None, "Deir Amra", "Deir Amra"]


def test_wire_copy_is_joined_across_its_lines():
    text = (
        "PORT AMRA, 13 JAN 90 (DELTA PRESS) -- [TEXT] THE MINISTER OF DEFENCE SAID\n"
        "TODAY THAT A PATROL NEAR THE U.S.\n"
        "EMBASSY HAD COME UNDER FIRE FROM TWO SIDES BEFORE THE SUN ROSE OVER THE\n"
        "HARBOUR, AND THAT NOBODY DIED.\n\n"
        "   HE SAID THE PATROL HAD RETURNED TO ITS BASE.  [PASSAGE OMITTED]\n"
    )
    document = document_of(text, name="t")
    assert shape(text) == [
        "mark: PORT AMRA, 13 JAN 90 (DELTA PRESS) --",
        "mark: [TEXT]",
        "paragraph: THE MINISTER OF DEFENCE SAID TODAY THAT A PATROL NEAR THE U.S. EMBASSY HAD COME "
        "UNDER FIRE FROM TWO SIDES BEFORE THE SUN ROSE OVER THE HARBOUR, AND THAT NOBODY DIED.",
        "paragraph: HE SAID THE PATROL HAD RETURNED TO ITS BASE.",
        "mark: [PASSAGE OMITTED]",
    ]
    assert document.quote(document.dateline) == "PORT AMRA"
    assert (document.published, document.published_by) == (dt.date(1990, 1, 13), "dateline")
    assert document.outlet == "DELTA PRESS"


@pytest.mark.parametrize(
    ("text", "place", "stated", "outlet"),
    [
        ("PORT AMRA, March 11, 2025 (Reuters) - Four men died.", "PORT AMRA", "2025-03-11", "Reuters"),
        ("PORT AMRA, RURITANIA (2:50 P.M.) - Four men died.", "PORT AMRA, RURITANIA", None, None),
        ("PORT AMRA, Ruritania (AP) _ Four men died.", "PORT AMRA, Ruritania", None, "AP"),
        ("PORT AMRA (Ruritania) (Sputnik) Four men died.", "PORT AMRA (Ruritania)", None, "Sputnik"),
        ("Port Amra, 2 Nov 88 (Radio Delta) -- Four men died.", "Port Amra", "1988-11-02", "Radio Delta"),
        ("PORT AMRA, August 8 (Xinhua) -- Four men died.", "PORT AMRA", None, "Xinhua"),
        ("PORT AMRA: Four men died.", "PORT AMRA", None, None),
        (
            "PORT AMRA, 19 NOV 89 (EFE) -- SAN TELO,\n19 NOV (EFE) -- FOUR MEN DIED.",
            "SAN TELO",
            "1989-11-19",
            "EFE",
        ),
        ("BROTHERS: FOUR MEN DIED ON THE ROAD.", None, None, None),
        ("PORT AMRA, 19 NOV 89 (EFE) -- [TEXT] SIXTY-TWO MEN DIED.", "PORT AMRA", "1989-11-19", "EFE"),
        ("DAMASCUS: FOUR MEN DIED ON THE ROAD.", "DAMASCUS", None, None),
        ("RNA - Four men died.", None, None, "RNA"),
        ("Beirut, Lebanon – Israel said it killed nine.", "Beirut, Lebanon", None, None),
        ("Bogotá (AP) – The army killed nine.", "Bogotá", None, None),
        ("Mosul — Troops left on Monday.", "Mosul", None, None),
        ("Aleppo – Syria's largest city – fell.", None, None, None),
        ("Turkey – a member of NATO – left.", None, None, None),
        ("Syria - Army shells a town", None, None, None),
        ("Opinion – The war goes on", None, None, None),
        ("Four men died in PORT AMRA (Ruritania) on Friday.", None, None, None),
        ("NATO forces left.", None, None, None),
    ],
)
def test_datelines(text, place, stated, outlet):
    document = document_of(text, name="t")
    assert (document.quote(document.dateline) if document.dateline else None) == place
    assert document.stated == (dt.date.fromisoformat(stated) if stated else None)
    assert document.outlet == outlet


def test_a_headline_repeated_and_a_run_in_byline():
    head = "Bomb kills nine in Port Amra"
    text = f"{head}\n{head} AFP Friday 3 May 2019 A bomb killed nine men. 12"
    assert shape(text) == [
        "title: Bomb kills nine in Port Amra",
        "paragraph: Bomb kills nine in Port Amra",
        "mark: AFP Friday 3 May 2019",
        "paragraph: A bomb killed nine men.",
        "mark: 12",
    ]


@pytest.mark.parametrize(
    ("line", "place", "stated"),
    [
        ("Goma, 27 January 2025", "Goma", dt.date(2025, 1, 27)),
        ("PORT SUDAN, October 28, 2025", "PORT SUDAN", dt.date(2025, 10, 28)),
        ("Thursday, 27 January 2025", None, None),
        ("Zzyqanor Weekly, 27 January 2025", None, None),  # no place is called so: an outlet, or anything
    ],
)
def test_a_place_and_a_date_on_a_line_of_their_own(line, place, stated):
    document = document_of(f"Two bridges fell near the lake\n{line}\n\nRebels took both.", name="t")
    assert (document.quote(document.dateline) if document.dateline else None) == place
    assert stated is None or document.published == stated
    assert (place is None) or [b.kind for b in document.blocks] == ["title", "mark", "paragraph"]


def test_the_acronym_of_a_body_is_no_place_of_filing():
    document = document_of("RSF: army jets bombed a market\n\nNobody was hurt, residents said.", name="t")
    assert document.dateline is None and document.title == "RSF: army jets bombed a market"


@pytest.mark.parametrize("line", ["US-Backed Troops Enter Orvane", "UN-Run Camp in Orvane Closed"])
def test_a_compound_that_opens_a_headline_is_no_place_of_filing(line):
    assert shape(f"{line}\n12.05.2021 Two men died there on Monday, a doctor said.")[0] == f"title: {line}"


def test_under_a_letterhead_the_line_that_tells_of_an_act_is_the_headline():
    text = (
        "DELTA RADIO\nPress Release of the Front\nGUARDS SHELL THE MARKET OF ORVANE\n"
        "Two men died there on Monday, a doctor said."
    )
    assert shape(text)[1:3] == [
        "heading: Press Release of the Front",
        "title: GUARDS SHELL THE MARKET OF ORVANE",
    ]


def test_a_headline_printed_twice_on_lines_of_its_own_is_read_twice():
    line = "Guards Shell the Market of Orvane"
    assert shape(f"{line}\n{line}\nTwo men died there on Monday, a doctor said.")[:2] == [
        f"title: {line}",
        f"paragraph: {line}",
    ]


def test_deck_then_dateline():
    text = (
        "Nine die in Amra - Delta News\n03.05.2019(updated 1121 03.05.2019) Get short URL 0 38 A bomb "
        "killed nine men on Friday. PORT AMRA (Sputnik) The blast shook the harbour. "
        "Related Blast in the Hills Kills Three"
    )
    assert [block.split(":")[0] for block in shape(text)] == [
        "title", "mark", "mark", "mark", "mark", "paragraph", "mark", "paragraph", "mark",
    ]  # fmt: skip


def test_a_headline_run_into_the_text_before_a_dateline():
    assert shape("Toll climbs after raid on Amra BEIRUT (AP) — Four men died.") == [
        "title: Toll climbs after raid on Amra",
        "mark: BEIRUT (AP) —",
        "paragraph: Four men died.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Two men died near the bridge on Friday, the army said.",
        "Only four words here",
        "The front [FMLN] took the bridge (with few losses) and left.",
    ],
)
def test_plain_prose_is_one_paragraph(text):
    assert shape(text) == [f"paragraph: {text}"]


def test_bullets_are_not_text():
    text = (
        "Raids continued on Friday.\nNorth\n• Near Amra, one raid struck a truck.\n"
        ".    Near Telo, two raids struck."
    )
    assert shape(text)[2:] == [
        "paragraph: Near Amra, one raid struck a truck.",
        "paragraph: Near Telo, two raids struck.",
    ]


def test_what_is_given_wins_but_the_stated_date_is_kept():
    day = dt.date(2019, 5, 5)
    document = document_of(
        "Nine die\nFri May 3 2019 A bomb killed nine.",
        name="t",
        title="Nine dead",
        outlet="Delta",
        published=day,
    )
    assert (document.title, document.outlet, document.published, document.published_by) == (
        "Nine dead", "Delta", day, "option",
    )  # fmt: skip
    assert document.stated == dt.date(2019, 5, 3)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("", []),
        ("\n \n", []),
        ("***", ["mark"]),
        ("12/40", ["mark"]),
        ("AFP", ["mark"]),
        ("[TEXT]", ["mark"]),
        ("Aleppo\n", ["paragraph"]),
    ],
)
def test_texts_without_prose_have_marks_at_most_and_no_title(text, kinds):
    document = document_of(text, name="t")
    assert document.text == text
    assert document.title is None
    assert [block.kind for block in document.blocks] == kinds


PIECES = (
    "Amra AFP (AP) -- [TEXT] died. Tags Related 12 PORT, May 3 2019 the - Source: “said” "
    "\n \n\n By Read Also : | • A"
)
WORDS = st.sampled_from(PIECES.split(" "))


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=300))
def test_blocks_are_ordered_trimmed_and_apart(text):
    document = document_of(text, name="t")
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(text)
        assert document.quote(block.span) == document.quote(block.span).strip()
        at = block.span.end
    if document.dateline:
        assert document.quote(document.dateline)


@given(st.lists(st.sampled_from(["Two men died.", "Amra", "THREE FLED"]), max_size=8).map("\n".join))
def test_every_word_is_in_a_block(text):
    document = document_of(text, name="t")
    outside = list(text)
    for block in document.blocks:
        outside[block.span.start : block.span.end] = " " * (block.span.end - block.span.start)
    assert not "".join(outside).strip()


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Sat 14 May 2022 200 Marsh fighters were killed.", "Sat 14 May 2022"),
        ("Sat 14 May 2022 1500 fighters fled.", "Sat 14 May 2022"),
        ("Sat 14 May 2022 at 0914 The convoy left.", "Sat 14 May 2022 at 0914"),
        ("14 May 2022 0930 gmt The convoy left.", "14 May 2022 0930 gmt"),
    ],
)
def test_a_toll_after_a_date_is_no_clock_time(text: str, mark: str) -> None:
    first = document_of(text, name="t").blocks[0]
    assert (first.kind, text[first.span.start : first.span.end]) == ("mark", mark)
