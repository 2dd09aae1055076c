"""Lists of tags and of other stories that a page ran into the prose."""

import pytest

from dateline.read.blocks import structure_of
from dateline.read.run_in import story_list, tag_list


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("A bridge fell. Tags river army Ruritania At least four men died.", "Tags river army Ruritania "),
        ("A bridge fell. Tags river army Ruritania has said it fell.", "Tags river army "),
        ("A bridge fell. No list here.", None),
    ],
)
def test_a_run_in_tag_list_ends_where_a_sentence_begins(text, tags):
    span = tag_list(text, 0, len(text))
    assert (text[span.start : span.end] if span else None) == tags


STORIES = "The bridge fell. 12 Related Minister visits the delta Ruritania has sent two envoys "
PROSE = "At least four men died on Monday. They had crossed it daily."


def test_a_list_of_other_stories_ends_where_the_prose_goes_on():
    text = STORIES + PROSE
    span = story_list(text, 0, len(text))
    assert text[span.end :] == PROSE


def test_a_list_with_nothing_behind_it_is_the_end_of_the_page():
    assert story_list(STORIES, 0, len(STORIES)) is None


def test_prose_behind_a_list_of_other_stories_is_read():
    blocks = structure_of("Bridge falls in Ruritania\n" + STORIES + PROSE).blocks
    text = "Bridge falls in Ruritania\n" + STORIES + PROSE
    read = [text[slice(*block.span)] for block in blocks if block.kind == "paragraph"]
    assert read == ["The bridge fell.", PROSE]
